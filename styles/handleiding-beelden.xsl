<?xml version="1.0" encoding="UTF-8"?>
<!-- Beelden in de handleiding: pagina's die het programma zelf zette, en tekeningen van vouwen en snijden. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
    xmlns:svg="http://www.w3.org/2000/svg" xmlns:ow="urn:opbouwwerk:fo" exclude-result-prefixes="svg">

  <xsl:attribute-set name="beeld">
    <xsl:attribute name="role">Div</xsl:attribute>
    <xsl:attribute name="space-before"><xsl:value-of select="$regel"/></xsl:attribute>
    <xsl:attribute name="space-after"><xsl:value-of select="$regel"/></xsl:attribute>
    <xsl:attribute name="keep-together.within-page">always</xsl:attribute>
    <xsl:attribute name="text-align">start</xsl:attribute>
  </xsl:attribute-set>

  <xsl:template match="beeld">
    <fo:block xsl:use-attribute-sets="beeld bron">
      <xsl:call-template name="prent"/>
    </fo:block>
  </xsl:template>

  <!-- Een paar naast elkaar, elk met zijn bijschrift. -->
  <xsl:template match="beelden">
    <fo:table xsl:use-attribute-sets="beeld bron" table-layout="fixed" width="100%">
      <xsl:for-each select="beeld">
        <fo:table-column column-width="proportional-column-width(1)"/>
      </xsl:for-each>
      <fo:table-body role="Div">
        <fo:table-row role="Div">
          <xsl:for-each select="beeld">
            <fo:table-cell role="Div">
              <xsl:if test="position() != last()"><xsl:attribute name="padding-right">9pt</xsl:attribute></xsl:if>
              <xsl:call-template name="prent"/>
            </fo:table-cell>
          </xsl:for-each>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="prent">
    <fo:block role="Div" line-height="0pt" font-size="1pt" line-stacking-strategy="max-height">
      <xsl:choose>
        <xsl:when test="@tekening"><xsl:apply-templates select="." mode="tekening"/></xsl:when>
        <xsl:otherwise>
          <fo:external-graphic src="url({$gegevens}/{@naam}.png)" content-width="{@breed}"
              border="{$haarlijn} solid {$kleur-lijn}" fox:alt-text="{normalize-space(omschrijving)}"/>
        </xsl:otherwise>
      </xsl:choose>
    </fo:block>
    <fo:block xsl:use-attribute-sets="klein" role="Caption" space-before="4pt">
      <xsl:apply-templates select="bijschrift/node()"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="beeld" mode="tekening">
    <fo:instream-foreign-object content-width="{$zetbreedte-pt}pt" content-height="{@hoog}pt"
        fox:alt-text="{normalize-space(omschrijving)}">
      <svg:svg version="1.1" width="{$zetbreedte-pt}pt" height="{@hoog}pt" viewBox="0 0 {$zetbreedte-pt} {@hoog}" xml:lang="nl">
        <xsl:choose>
          <xsl:when test="@tekening = 'vouwen'"><xsl:call-template name="teken-vouwen"/></xsl:when>
          <xsl:when test="@tekening = 'snede'"><xsl:call-template name="teken-snede"/></xsl:when>
          <xsl:when test="@tekening = 'weg'"><xsl:call-template name="teken-weg"/></xsl:when>
        </xsl:choose>
      </svg:svg>
    </fo:instream-foreign-object>
  </xsl:template>

  <!-- Een woord in een tekening; het midden op x. -->
  <xsl:template name="woord">
    <xsl:param name="x"/>
    <xsl:param name="y"/>
    <xsl:param name="tekst"/>
    <xsl:param name="korps" select="$figuur-korps-klein"/>
    <xsl:param name="anker">middle</xsl:param>
    <xsl:param name="inkt" select="$inkt"/>
    <svg:text x="{$x}" y="{$y}" text-anchor="{$anker}" font-family="{$figuur-letter}" font-size="{$korps}" fill="{$inkt}">
      <xsl:value-of select="$tekst"/>
    </svg:text>
  </xsl:template>

  <!-- Een vel met twee bladzijden, de vouw gestreept. -->
  <xsl:template name="vel">
    <xsl:param name="x"/>
    <xsl:param name="links"/>
    <xsl:param name="rechts"/>
    <xsl:param name="zijde"/>
    <svg:rect x="{$x}" y="1" width="66" height="46" fill="#ffffff" stroke="{$kleur}" stroke-width="{$figuur-lijn-dun}"/>
    <svg:path d="M{$x + 33} 1V47" fill="none" stroke="{$kleur-lijn}" stroke-width="{$figuur-lijn-dun}" stroke-dasharray="3 2"/>
    <xsl:call-template name="woord">
      <xsl:with-param name="x" select="$x + 16.5"/><xsl:with-param name="y" select="29"/>
      <xsl:with-param name="tekst" select="$links"/><xsl:with-param name="korps" select="13"/><xsl:with-param name="inkt" select="$kleur"/>
    </xsl:call-template>
    <xsl:call-template name="woord">
      <xsl:with-param name="x" select="$x + 49.5"/><xsl:with-param name="y" select="29"/>
      <xsl:with-param name="tekst" select="$rechts"/><xsl:with-param name="korps" select="13"/><xsl:with-param name="inkt" select="$kleur"/>
    </xsl:call-template>
    <xsl:call-template name="woord">
      <xsl:with-param name="x" select="$x + 33"/><xsl:with-param name="y" select="58"/>
      <xsl:with-param name="tekst" select="$zijde"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="teken-vouwen">
    <xsl:call-template name="vel">
      <xsl:with-param name="x" select="1"/><xsl:with-param name="links" select="8"/><xsl:with-param name="rechts" select="1"/>
      <xsl:with-param name="zijde">vel 1, voor</xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="vel">
      <xsl:with-param name="x" select="79"/><xsl:with-param name="links" select="2"/><xsl:with-param name="rechts" select="7"/>
      <xsl:with-param name="zijde">vel 1, achter</xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="vel">
      <xsl:with-param name="x" select="157"/><xsl:with-param name="links" select="6"/><xsl:with-param name="rechts" select="3"/>
      <xsl:with-param name="zijde">vel 2, voor</xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="vel">
      <xsl:with-param name="x" select="235"/><xsl:with-param name="links" select="4"/><xsl:with-param name="rechts" select="5"/>
      <xsl:with-param name="zijde">vel 2, achter</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- De snede: het kleurvlak loopt door tot buiten het blad; de tekens staan daar weer buiten. -->
  <xsl:template name="teken-snede">
    <svg:rect x="34" y="14" width="84" height="84" fill="{$kleur-tint}"/>
    <svg:rect x="40" y="20" width="72" height="72" fill="#ffffff" stroke="{$kleur}" stroke-width="{$figuur-lijn-dun}"/>
    <svg:rect x="40" y="20" width="72" height="20" fill="{$kleur-tint}"/>
    <svg:path d="M40 20H112V92H40Z" fill="none" stroke="{$kleur}" stroke-width="{$figuur-lijn-dun}" stroke-dasharray="3 2"/>
    <svg:path d="M40 10V2M112 10V2M40 102V110M112 102V110M30 20H22M122 20H130M30 92H22M122 92H130" fill="none" stroke="{$inkt}"
        stroke-width="{$figuur-lijn-dun}"/>
    <svg:path d="M150 6H133M150 30H121M150 56H113" fill="none" stroke="{$kleur-lijn}" stroke-width="{$figuur-lijn-dun}"/>
    <xsl:call-template name="woord">
      <xsl:with-param name="x" select="154"/><xsl:with-param name="y" select="8.6"/><xsl:with-param name="anker">start</xsl:with-param>
      <xsl:with-param name="tekst">snijtekens: hier zet de drukker het mes</xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="woord">
      <xsl:with-param name="x" select="154"/><xsl:with-param name="y" select="32.6"/><xsl:with-param name="anker">start</xsl:with-param>
      <xsl:with-param name="tekst">afloop: kleur loopt 3 mm door</xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="woord">
      <xsl:with-param name="x" select="154"/><xsl:with-param name="y" select="58.6"/><xsl:with-param name="anker">start</xsl:with-param>
      <xsl:with-param name="tekst">snede: de rand van het boekje</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Van bron naar PDF. -->
  <xsl:template name="teken-weg">
    <xsl:call-template name="halte">
      <xsl:with-param name="x" select="0"/><xsl:with-param name="boven">teksten, dossier</xsl:with-param>
      <xsl:with-param name="onder">of audit (XML)</xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="halte">
      <xsl:with-param name="x" select="79"/><xsl:with-param name="boven">nagekeken en</xsl:with-param>
      <xsl:with-param name="onder">gekoppeld</xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="halte">
      <xsl:with-param name="x" select="158"/><xsl:with-param name="boven">opgemaakt</xsl:with-param>
      <xsl:with-param name="onder">(XSL-FO)</xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="halte">
      <xsl:with-param name="x" select="237"/><xsl:with-param name="boven">gezet: een PDF</xsl:with-param>
      <xsl:with-param name="onder">die klaar is</xsl:with-param>
      <xsl:with-param name="laatste" select="true()"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="halte">
    <xsl:param name="x"/>
    <xsl:param name="boven"/>
    <xsl:param name="onder"/>
    <xsl:param name="laatste" select="false()"/>
    <svg:rect x="{$x + 0.5}" y="1" width="65" height="32" rx="{$figuur-hoek}" ry="{$figuur-hoek}" fill="#ffffff" stroke="{$kleur}"
        stroke-width="{$figuur-lijn-dun}"/>
    <xsl:call-template name="woord">
      <xsl:with-param name="x" select="$x + 33"/><xsl:with-param name="y" select="15"/><xsl:with-param name="tekst" select="$boven"/>
    </xsl:call-template>
    <xsl:call-template name="woord">
      <xsl:with-param name="x" select="$x + 33"/><xsl:with-param name="y" select="25"/><xsl:with-param name="tekst" select="$onder"/>
    </xsl:call-template>
    <xsl:if test="not($laatste)">
      <svg:path d="M{$x + 66} 17H{$x + 76}" fill="none" stroke="{$kleur}" stroke-width="{$figuur-lijn}"/>
      <svg:path d="M{$x + 79} 17l-5 -2.25v4.5Z" fill="{$kleur}"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
