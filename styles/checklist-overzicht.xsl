<?xml version="1.0" encoding="UTF-8"?>
<!-- Het overzicht van een instelling: teams en thema's, hun verloop, wat vaker ontbreekt, wat nog gedaan moet worden. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
    xmlns:svg="http://www.w3.org/2000/svg" xmlns:ow="urn:opbouwwerk:fo" exclude-result-prefixes="svg">

  <!-- Zoveel tekorten worden genoemd, en zoveel teams passen er naast elkaar. -->
  <xsl:variable name="tekorten-hoogstens" select="20"/>
  <xsl:variable name="teams-naast-elkaar" select="8"/>

  <xsl:template match="overzicht" mode="titel">Overzicht van condities</xsl:template>
  <xsl:template match="overzicht" mode="kopregel">Overzicht condities · <xsl:value-of select="@instelling"/></xsl:template>
  <xsl:template match="overzicht" mode="bladwijzers">
    <fo:bookmark-tree>
      <xsl:call-template name="bladwijzer"><xsl:with-param name="naar">teams</xsl:with-param><xsl:with-param name="titel">Teams en thema’s</xsl:with-param></xsl:call-template>
      <xsl:call-template name="bladwijzer"><xsl:with-param name="naar">verloop</xsl:with-param><xsl:with-param name="titel">Verloop</xsl:with-param></xsl:call-template>
      <xsl:call-template name="bladwijzer"><xsl:with-param name="naar">tekorten</xsl:with-param><xsl:with-param name="titel">Wat in meer teams ontbreekt</xsl:with-param></xsl:call-template>
      <xsl:call-template name="bladwijzer"><xsl:with-param name="naar">acties</xsl:with-param><xsl:with-param name="titel">Wat nog gedaan moet worden</xsl:with-param></xsl:call-template>
    </fo:bookmark-tree>
  </xsl:template>

  <xsl:template match="overzicht">
    <fo:block role="Part">
      <fo:block xsl:use-attribute-sets="kop-stuk" color="{$kleur}" space-before="0pt" id="teams">Condities van de teams</fo:block>
      <fo:block role="P" font-size="11.5pt" line-height="15pt" space-after="8pt">
        <fo:inline font-weight="bold"><xsl:value-of select="@instelling"/></fo:inline>, op <xsl:call-template name="datum"><xsl:with-param name="iso" select="@peildatum"/></xsl:call-template>
      </fo:block>
      <xsl:call-template name="overzicht-in-het-kort"/>
      <xsl:call-template name="overzicht-themas"/>
      <xsl:call-template name="overzicht-verloop"/>
      <xsl:call-template name="overzicht-tekorten"/>
      <xsl:call-template name="overzicht-acties"/>
    </fo:block>
  </xsl:template>

  <xsl:template name="overzicht-in-het-kort">
    <xsl:variable name="vooruit" select="count(team/totaal[@verschil &gt; 0])"/>
    <xsl:variable name="achteruit" select="count(team/totaal[@verschil &lt; 0])"/>
    <fo:block role="P" font-family="{$letter-tekst}" font-size="12pt" line-height="17pt" space-after="8pt" hyphenate="false" ow:font-features="onum=1">
      <xsl:choose><xsl:when test="count(team) = 1">1 team</xsl:when><xsl:otherwise><xsl:value-of select="count(team)"/> teams</xsl:otherwise></xsl:choose>
      <xsl:if test="team/@vorige-datum">; <xsl:call-template name="aantal"><xsl:with-param name="aantal" select="$vooruit"/></xsl:call-template> ervan vooruit sinds hun vorige audit, <xsl:call-template name="aantal"><xsl:with-param name="aantal" select="$achteruit"/></xsl:call-template> achteruit</xsl:if>
      <xsl:text>. </xsl:text>
      <xsl:choose>
        <xsl:when test="tekort"><xsl:value-of select="count(tekort)"/> condities ontbreken geheel of voor een deel in meer dan één team. </xsl:when>
        <xsl:otherwise>Geen conditie ontbreekt in meer dan één team. </xsl:otherwise>
      </xsl:choose>
      <xsl:if test="acties/actie">Van de <xsl:value-of select="count(acties/actie)"/> lopende acties <xsl:choose><xsl:when test="count(acties/actie[@te-laat]) = 1">is er 1</xsl:when><xsl:otherwise>zijn er <xsl:value-of select="count(acties/actie[@te-laat])"/></xsl:otherwise></xsl:choose> te laat.</xsl:if>
    </fo:block>
  </xsl:template>

  <xsl:template name="aantal">
    <xsl:param name="aantal"/>
    <xsl:choose><xsl:when test="$aantal = 0">geen</xsl:when><xsl:otherwise><xsl:value-of select="$aantal"/></xsl:otherwise></xsl:choose>
  </xsl:template>

  <!-- - - Teams en thema's - - -->

  <xsl:template name="overzicht-themas">
    <fo:table table-layout="fixed" width="100%" role="Table" border-collapse="collapse">
      <fo:table-column column-width="33mm"/>
      <fo:table-column number-columns-repeated="{count(thema) + 1}" column-width="proportional-column-width(1)"/>
      <fo:table-header>
        <fo:table-row>
          <xsl:call-template name="kolomkop"><xsl:with-param name="woord">team</xsl:with-param></xsl:call-template>
          <xsl:for-each select="thema">
            <fo:table-cell role="TH" padding-bottom="2pt" padding-left="1pt" padding-right="1pt" display-align="after"><fo:block xsl:use-attribute-sets="bijtekst" text-align="center" font-size="7pt" line-height="8.4pt" hyphenate="true"><xsl:call-template name="titel-van"/></fo:block></fo:table-cell>
          </xsl:for-each>
          <xsl:call-template name="kolomkop"><xsl:with-param name="woord">samen</xsl:with-param><xsl:with-param name="zij">center</xsl:with-param></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="team">
          <fo:table-row keep-together.within-page="always">
            <fo:table-cell role="TH" ow:scope="row" padding-top="3pt" padding-bottom="3pt" padding-right="4pt"><fo:block font-weight="bold" hyphenate="false"><xsl:value-of select="@naam"/></fo:block></fo:table-cell>
            <xsl:for-each select="thema"><xsl:call-template name="scorecel"/></xsl:for-each>
            <xsl:for-each select="totaal"><xsl:call-template name="scorecel"/></xsl:for-each>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
    <fo:block role="P" xsl:use-attribute-sets="bijtekst" space-before="3pt">Van 0 (alles ontbreekt of is zwak) tot 100, naar gewicht; donkerder is lager. Wat niet van toepassing of niet gezien is, telt niet mee. Achter het cijfer staat het verschil met de vorige audit van dat team.</fo:block>
  </xsl:template>

  <!-- - - Verloop: van de vorige audit (open rondje) naar deze (dicht) - - -->

  <xsl:template name="overzicht-verloop">
    <fo:block role="Sect">
      <fo:block xsl:use-attribute-sets="kop-hoofdstuk" color="{$kleur}" id="verloop">Verloop</fo:block>
      <fo:table table-layout="fixed" width="100%" role="Table" border-collapse="collapse" keep-together.within-page="5">
        <fo:table-column column-width="33mm"/><fo:table-column column-width="24mm"/><fo:table-column column-width="24mm"/><fo:table-column column-width="proportional-column-width(1)"/><fo:table-column column-width="24mm"/>
        <fo:table-header>
          <fo:table-row border-bottom="{$haarlijn} solid {$kleur}">
            <xsl:call-template name="kolomkop"><xsl:with-param name="woord">team</xsl:with-param></xsl:call-template>
            <xsl:call-template name="kolomkop"><xsl:with-param name="woord">vorige audit</xsl:with-param></xsl:call-template>
            <xsl:call-template name="kolomkop"><xsl:with-param name="woord">deze audit</xsl:with-param></xsl:call-template>
            <xsl:call-template name="kolomkop"><xsl:with-param name="woord">van open naar dicht rondje, op een lijn van 0 tot 100</xsl:with-param></xsl:call-template>
            <xsl:call-template name="kolomkop"><xsl:with-param name="woord">van → naar</xsl:with-param><xsl:with-param name="zij">end</xsl:with-param></xsl:call-template>
          </fo:table-row>
        </fo:table-header>
        <fo:table-body>
          <xsl:for-each select="team">
            <fo:table-row border-bottom="{$haarlijn} solid {$kleur-lijn}" keep-together.within-page="always">
              <fo:table-cell role="TH" ow:scope="row" padding-top="2.5pt" padding-bottom="2.5pt"><fo:block hyphenate="false"><xsl:value-of select="@naam"/></fo:block></fo:table-cell>
              <fo:table-cell padding-top="2.5pt"><fo:block><xsl:call-template name="korte-datum"><xsl:with-param name="iso" select="@vorige-datum"/></xsl:call-template><xsl:if test="not(@vorige-datum)">geen</xsl:if></fo:block></fo:table-cell>
              <fo:table-cell padding-top="2.5pt"><fo:block><xsl:call-template name="korte-datum"><xsl:with-param name="iso" select="@datum"/></xsl:call-template></fo:block></fo:table-cell>
              <fo:table-cell padding-top="2.5pt"><fo:block><xsl:for-each select="totaal"><xsl:call-template name="verlooplijn"/></xsl:for-each></fo:block></fo:table-cell>
              <fo:table-cell padding-top="2.5pt" text-align="end"><fo:block><xsl:if test="totaal/@vorige"><xsl:value-of select="totaal/@vorige"/> → </xsl:if><fo:inline font-weight="bold"><xsl:value-of select="totaal/@score"/></fo:inline></fo:block></fo:table-cell>
            </fo:table-row>
          </xsl:for-each>
        </fo:table-body>
      </fo:table>
    </fo:block>
  </xsl:template>

  <xsl:template name="verlooplijn">
    <xsl:variable name="breed" select="180"/>
    <xsl:variable name="schaal" select="($breed - 8) div 100"/>
    <fo:instream-foreign-object content-width="{$breed}pt" content-height="9pt">
      <xsl:attribute name="fox:alt-text">
        <xsl:choose>
          <xsl:when test="@vorige">van <xsl:value-of select="@vorige"/> naar <xsl:value-of select="@score"/></xsl:when>
          <xsl:when test="@score"><xsl:value-of select="@score"/> van 100</xsl:when>
          <xsl:otherwise>geen score</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <svg:svg version="1.1" width="{$breed}pt" height="9pt" viewBox="0 0 {$breed} 9">
        <svg:line x1="4" y1="4.5" x2="{$breed - 4}" y2="4.5" stroke="{$kleur-lijn}" stroke-width="0.5"/>
        <xsl:if test="@vorige">
          <svg:line x1="{4 + @vorige * $schaal}" y1="4.5" x2="{4 + @score * $schaal}" y2="4.5" stroke="{$kleur}" stroke-width="1.6"/>
          <svg:circle cx="{4 + @vorige * $schaal}" cy="4.5" r="2.6" fill="#ffffff" stroke="{$kleur}" stroke-width="1"/>
        </xsl:if>
        <xsl:if test="@score"><svg:circle cx="{4 + @score * $schaal}" cy="4.5" r="3.2" fill="{$kleur}"/></xsl:if>
      </svg:svg>
    </fo:instream-foreign-object>
  </xsl:template>

  <!-- - - Wat vaker ontbreekt: een rij per conditie, een vakje per team - - -->

  <xsl:template name="overzicht-tekorten">
    <xsl:variable name="naast" select="count(team) &lt;= $teams-naast-elkaar"/>
    <fo:block role="Sect" break-before="page">
      <fo:block xsl:use-attribute-sets="kop-hoofdstuk" color="{$kleur}" id="tekorten">
        <fo:marker marker-class-name="sectie">Wat in meer teams ontbreekt</fo:marker>
        <xsl:text>Wat in meer teams ontbreekt</xsl:text>
      </fo:block>
      <xsl:if test="not(tekort)"><fo:block role="P">Geen conditie is in meer dan één team onvervuld.</fo:block></xsl:if>
      <xsl:if test="tekort">
        <fo:block role="P" xsl:use-attribute-sets="bijtekst" space-after="4pt">
          <xsl:if test="count(tekort) &gt; $tekorten-hoogstens">De <xsl:value-of select="$tekorten-hoogstens"/> zwaarste van <xsl:value-of select="count(tekort)"/>, naar gewicht en wat eraan ontbreekt. </xsl:if>
          <xsl:if test="$naast">Een vakje per team: van 0 (afwezig of zwak) tot 100; een streepje waar het niet meetelt.</xsl:if>
        </fo:block>
        <fo:table table-layout="fixed" width="100%" role="Table" border-collapse="collapse" xsl:use-attribute-sets="fijn">
          <fo:table-column column-width="10mm"/><fo:table-column column-width="proportional-column-width(1)"/><fo:table-column column-width="15mm"/>
          <xsl:choose>
            <xsl:when test="$naast"><fo:table-column number-columns-repeated="{count(team)}" column-width="14mm"/></xsl:when>
            <xsl:otherwise><fo:table-column column-width="80mm"/></xsl:otherwise>
          </xsl:choose>
          <fo:table-header>
            <fo:table-row border-bottom="0.8pt solid {$kleur}">
              <xsl:call-template name="kolomkop"><xsl:with-param name="woord">nr.</xsl:with-param></xsl:call-template>
              <xsl:call-template name="kolomkop"><xsl:with-param name="woord">conditie</xsl:with-param></xsl:call-template>
              <xsl:call-template name="kolomkop"><xsl:with-param name="woord">ligt bij</xsl:with-param></xsl:call-template>
              <xsl:if test="$naast"><xsl:for-each select="team">
                <fo:table-cell role="TH" padding-bottom="2pt" padding-left="1pt" padding-right="1pt" display-align="after"><fo:block xsl:use-attribute-sets="bijtekst" font-size="7pt" line-height="8.4pt" text-align="center" hyphenate="true"><xsl:value-of select="@naam"/></fo:block></fo:table-cell>
              </xsl:for-each></xsl:if>
              <xsl:if test="not($naast)"><xsl:call-template name="kolomkop"><xsl:with-param name="woord">teams</xsl:with-param></xsl:call-template></xsl:if>
            </fo:table-row>
          </fo:table-header>
          <fo:table-body>
            <xsl:apply-templates select="tekort[position() &lt;= $tekorten-hoogstens]" mode="rij"><xsl:with-param name="naast" select="$naast"/></xsl:apply-templates>
          </fo:table-body>
        </fo:table>
      </xsl:if>
    </fo:block>
  </xsl:template>

  <xsl:template match="tekort" mode="rij">
    <xsl:param name="naast"/>
    <fo:table-row border-bottom="{$haarlijn} solid {$kleur-lijn}" keep-together.within-page="always">
      <fo:table-cell padding-top="3pt" padding-bottom="3pt"><fo:block color="{$grijs}"><xsl:value-of select="@nr"/></fo:block></fo:table-cell>
      <fo:table-cell role="TH" ow:scope="row" padding-top="3pt" padding-right="5pt"><fo:block hyphenate="false"><xsl:call-template name="hoofdletter"><xsl:with-param name="tekst" select="@onderwerp"/></xsl:call-template><fo:inline xsl:use-attribute-sets="bijtekst">&#8194;<xsl:value-of select="@aantal"/>&#160;van&#160;<xsl:value-of select="@gevraagd"/><xsl:if test="@bladzijde"> · blz.&#160;<xsl:value-of select="@bladzijde"/></xsl:if></fo:inline></fo:block></fo:table-cell>
      <fo:table-cell padding-top="3pt"><fo:block><xsl:value-of select="@wie"/></fo:block></fo:table-cell>
      <xsl:choose>
        <xsl:when test="$naast">
          <xsl:for-each select="team">
            <xsl:call-template name="scorecel"><xsl:with-param name="waarde" select="@waarde"/><xsl:with-param name="verschil"/></xsl:call-template>
          </xsl:for-each>
        </xsl:when>
        <xsl:otherwise>
          <fo:table-cell padding-top="3pt"><fo:block hyphenate="false"><xsl:for-each select="team[@waarde &lt;= 50]"><xsl:value-of select="@naam"/> (<xsl:value-of select="@label"/>)<xsl:if test="position() != last()">, </xsl:if></xsl:for-each></fo:block></fo:table-cell>
        </xsl:otherwise>
      </xsl:choose>
    </fo:table-row>
  </xsl:template>

  <!-- - - Wat nog gedaan moet worden - - -->

  <xsl:template name="overzicht-acties">
    <fo:block role="Sect">
      <fo:block xsl:use-attribute-sets="kop-hoofdstuk" color="{$kleur}" id="acties">
        <fo:marker marker-class-name="sectie">Wat nog gedaan moet worden</fo:marker>
        <xsl:text>Wat nog gedaan moet worden</xsl:text>
      </fo:block>
      <xsl:if test="not(acties/actie)"><fo:block role="P">Er staan geen acties open.</fo:block></xsl:if>
      <xsl:if test="acties/actie"><xsl:call-template name="actietabel"/></xsl:if>
    </fo:block>
  </xsl:template>
</xsl:stylesheet>
