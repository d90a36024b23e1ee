<?xml version="1.0" encoding="UTF-8"?>
<!-- Het rapport van een team: verdelingen en verschillen per domein, nooit van te weinig mensen. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
    xmlns:svg="http://www.w3.org/2000/svg" xmlns:ow="urn:opbouwwerk:fo">

  <xsl:import href="maten.xsl"/>
  <xsl:import href="a4.xsl"/>

  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:variable name="balk-breed" select="130"/>

  <xsl:template match="/teamrapport">
    <fo:root language="nl" country="NL" hyphenate="true" font-family="{$letter-tekst}" font-size="{$korps-tekst}"
        line-height="{$regel}" line-stacking-strategy="font-height" ow:font-features="onum=1, pnum=1" ow:protrude="true" ow:expand="20"
        ow:datum="{@datum}" ow:onderwerp="Competentieontwikkeling van een team">
      <xsl:call-template name="a4-meesterpaginas"/>
      <fo:page-sequence master-reference="a4" format="1">
        <fo:title>Teamrapport competentieontwikkeling</fo:title>
        <xsl:call-template name="a4-hoofdregels">
          <xsl:with-param name="stuk" select="'Teamrapport competentieontwikkeling'"/>
          <xsl:with-param name="voet" select="'Vertrouwelijk'"/>
        </xsl:call-template>
        <fo:flow flow-name="tekst">
          <fo:block role="P" font-size="11pt" font-variant="small-caps" letter-spacing="0.05em" color="{$kleur-zacht}">
            <fo:marker marker-class-name="sectie"><xsl:value-of select="@team"/></fo:marker>
            <xsl:text>Competentieontwikkeling van een team</xsl:text>
          </fo:block>
          <fo:block role="H1" font-size="26pt" line-height="33.75pt" color="{$kleur}" hyphenate="false" space-before="6.75pt">
            <xsl:value-of select="@team"/>
            <xsl:if test="not(@team)">Meer dan één team</xsl:if>
          </fo:block>
          <fo:block role="P" font-size="12pt" font-style="italic" space-after="13.5pt">
            <xsl:value-of select="@instelling"/>
            <xsl:if test="@instelling">, </xsl:if>
            <xsl:call-template name="dag"><xsl:with-param name="datum" select="@datum"/></xsl:call-template>
          </fo:block>
          <fo:block role="P" text-align="justify">
            <xsl:value-of select="concat('Van de ', @leden, ' dossiers hebben er ', @gemeten, ' een meting op de gewone schaal; van elk telt de laatste. Het verschil is wat gemeten is min wat voor het niveau van de medewerker vereist is. Onder de eis is een halve trede of meer eronder, boven de eis een halve trede of meer erboven; op de eis is wat daar tussenin ligt.')"/>
          </fo:block>
          <fo:block role="P" text-indent="{$inspring}" text-align="justify" space-after="13.5pt">
            <xsl:value-of select="concat('Dit rapport gaat over het team, niet over iemand. Van minder dan ', @minimum, ' mensen staat hier niets; waar een klasse minder mensen telt, is zij met haar buur samengenomen of weggelaten.')"/>
          </fo:block>
          <xsl:choose>
            <xsl:when test="domein[@personen]">
              <xsl:call-template name="teamlegenda"/>
              <xsl:call-template name="teamtabel"/>
            </xsl:when>
            <xsl:otherwise><fo:block role="P">Er zijn te weinig metingen om iets te tonen.</fo:block></xsl:otherwise>
          </xsl:choose>
          <fo:block id="einde" keep-with-previous.within-page="always" line-height="0pt" font-size="1pt"/>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <xsl:template name="teamtabel">
    <fo:table xsl:use-attribute-sets="tabeltekst" role="Table" table-layout="fixed" width="100%" border-collapse="collapse" border-bottom="{$haarlijn} solid {$kleur-lijn}">
      <fo:table-column column-width="30pt"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="40pt"/>
      <fo:table-column column-width="42pt"/>
      <fo:table-column column-width="{$balk-breed + 10}pt"/>
      <fo:table-column column-width="112pt"/>
      <fo:table-header>
        <fo:table-row border-bottom="0.8pt solid {$kleur}">
          <fo:table-cell xsl:use-attribute-sets="kopje-tabel" role="TH" number-columns-spanned="2"><fo:block>domein en competentie</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="kopje-tabel" role="TH"><fo:block text-align="end">mensen</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="kopje-tabel" role="TH"><fo:block text-align="end">verschil</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="kopje-tabel" role="TH" padding-left="10pt"><fo:block>verdeling</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="kopje-tabel" role="TH" padding-left="8pt"><fo:block>in getallen</fo:block></fo:table-cell>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="domein | domein/competentie[@personen]">
          <fo:table-row keep-together.within-page="10">
            <xsl:if test="self::domein">
              <xsl:attribute name="border-top"><xsl:value-of select="concat($haarlijn, ' solid ', $kleur-lijn)"/></xsl:attribute>
              <xsl:attribute name="font-weight">bold</xsl:attribute>
              <xsl:if test="competentie[@personen]"><xsl:attribute name="keep-with-next.within-page">always</xsl:attribute></xsl:if>
            </xsl:if>
            <fo:table-cell padding-top="2.5pt" padding-bottom="2.5pt"><fo:block color="{$kleur-zacht}" font-weight="normal"><xsl:value-of select="@label"/></fo:block></fo:table-cell>
            <fo:table-cell padding-top="2.5pt" padding-bottom="2.5pt" role="TH" ow:scope="row"><fo:block hyphenate="false"><xsl:value-of select="@kort"/></fo:block></fo:table-cell>
            <xsl:choose>
              <xsl:when test="@personen"><xsl:call-template name="teamcellen"/></xsl:when>
              <xsl:otherwise>
                <fo:table-cell number-columns-spanned="4" padding-top="2.5pt" padding-bottom="2.5pt" padding-left="20pt">
                  <fo:block color="{$kleur-zacht}" font-weight="normal">van te weinig mensen</fo:block>
                </fo:table-cell>
              </xsl:otherwise>
            </xsl:choose>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
    <xsl:if test="domein/competentie[not(@personen)]">
      <fo:block xsl:use-attribute-sets="klein" role="P" space-before="6.75pt">
        <xsl:value-of select="concat('Niet getoond, want van te weinig mensen: ', count(domein/competentie[not(@personen)]), ' competenties.')"/>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:template name="teamcellen">
    <xsl:variable name="klassen">
      <xsl:call-template name="klasse"><xsl:with-param name="naam" select="'onder'"/><xsl:with-param name="aantal" select="@onder"/></xsl:call-template>
      <xsl:call-template name="klasse"><xsl:with-param name="naam" select="'onder of op'"/><xsl:with-param name="aantal" select="@onder-of-op"/></xsl:call-template>
      <xsl:call-template name="klasse"><xsl:with-param name="naam" select="'op'"/><xsl:with-param name="aantal" select="@op"/></xsl:call-template>
      <xsl:call-template name="klasse"><xsl:with-param name="naam" select="'op of boven'"/><xsl:with-param name="aantal" select="@op-of-boven"/></xsl:call-template>
      <xsl:call-template name="klasse"><xsl:with-param name="naam" select="'boven'"/><xsl:with-param name="aantal" select="@boven"/></xsl:call-template>
    </xsl:variable>
    <xsl:variable name="verdeling"><xsl:if test="$klassen != ''"><xsl:value-of select="concat(substring($klassen, 3), ' de eis')"/></xsl:if></xsl:variable>
    <fo:table-cell padding-top="2.5pt" padding-bottom="2.5pt"><fo:block text-align="end"><xsl:value-of select="@personen"/></fo:block></fo:table-cell>
    <fo:table-cell padding-top="2.5pt" padding-bottom="2.5pt"><fo:block text-align="end"><xsl:choose><xsl:when test="@kloof &gt; -0.05 and @kloof &lt; 0.05">0,0</xsl:when><xsl:otherwise><xsl:value-of select="format-number(@kloof, '+0,0;−0,0', 'nl')"/></xsl:otherwise></xsl:choose></fo:block></fo:table-cell>
    <fo:table-cell padding-top="2.5pt" padding-bottom="2.5pt" padding-left="10pt">
      <fo:block>
        <xsl:if test="$verdeling != ''">
          <xsl:call-template name="balk"><xsl:with-param name="beschrijving" select="$verdeling"/></xsl:call-template>
        </xsl:if>
      </fo:block>
    </fo:table-cell>
    <fo:table-cell padding-top="2.5pt" padding-bottom="2.5pt" padding-left="8pt"><fo:block font-weight="normal" hyphenate="false"><xsl:value-of select="$verdeling"/><xsl:if test="$verdeling = ''">niet te tonen</xsl:if></fo:block></fo:table-cell>
  </xsl:template>

  <xsl:template name="klasse">
    <xsl:param name="naam"/>
    <xsl:param name="aantal"/>
    <xsl:if test="$aantal &gt; 0"><xsl:value-of select="concat(', ', $aantal, ' ', $naam)"/></xsl:if>
  </xsl:template>

  <!-- Wat de vakken van een balk zijn; samengenomen klassen alleen waar zij voorkomen. -->
  <xsl:template name="teamlegenda">
    <fo:block xsl:use-attribute-sets="klein" role="P" space-after="4pt" keep-with-next.within-page="always">
      <xsl:call-template name="staal"><xsl:with-param name="beschrijving" select="'donker'"/><xsl:with-param name="onder" select="10"/></xsl:call-template>
      <xsl:text>&#160;onder de eis&#8195;</xsl:text>
      <xsl:call-template name="staal"><xsl:with-param name="beschrijving" select="'grijs'"/><xsl:with-param name="op" select="10"/></xsl:call-template>
      <xsl:text>&#160;op de eis&#8195;</xsl:text>
      <xsl:call-template name="staal"><xsl:with-param name="beschrijving" select="'wit'"/><xsl:with-param name="boven" select="10"/></xsl:call-template>
      <xsl:text>&#160;boven de eis&#8195;</xsl:text>
      <xsl:if test=".//@onder-of-op">
        <xsl:call-template name="staal"><xsl:with-param name="beschrijving" select="'donker op grijs'"/><xsl:with-param name="onder-of-op" select="10"/></xsl:call-template>
        <xsl:text>&#160;onder of op de eis&#8195;</xsl:text>
      </xsl:if>
      <xsl:if test=".//@op-of-boven">
        <xsl:call-template name="staal"><xsl:with-param name="beschrijving" select="'grijs op wit'"/><xsl:with-param name="op-of-boven" select="10"/></xsl:call-template>
        <xsl:text>&#160;op of boven de eis</xsl:text>
      </xsl:if>
    </fo:block>
  </xsl:template>

  <xsl:template name="staal">
    <xsl:param name="beschrijving"/>
    <xsl:param name="onder" select="0"/>
    <xsl:param name="onder-of-op" select="0"/>
    <xsl:param name="op" select="0"/>
    <xsl:param name="op-of-boven" select="0"/>
    <xsl:param name="boven" select="0"/>
    <fo:instream-foreign-object content-width="10pt" content-height="6pt" fox:alt-text="{$beschrijving}">
      <svg:svg version="1.1" width="10pt" height="6pt" viewBox="0 0.5 10 7" preserveAspectRatio="none">
        <xsl:call-template name="vakken">
          <xsl:with-param name="onder" select="$onder"/>
          <xsl:with-param name="onder-of-op" select="$onder-of-op"/>
          <xsl:with-param name="op" select="$op"/>
          <xsl:with-param name="op-of-boven" select="$op-of-boven"/>
          <xsl:with-param name="boven" select="$boven"/>
        </xsl:call-template>
      </svg:svg>
    </fo:instream-foreign-object>
  </xsl:template>

  <xsl:template name="balk">
    <xsl:param name="beschrijving"/>
    <xsl:variable name="eenheid" select="$balk-breed div @personen"/>
    <fo:instream-foreign-object content-width="{$balk-breed}pt" content-height="8pt" fox:alt-text="{$beschrijving}">
      <svg:svg version="1.1" width="{$balk-breed}pt" height="8pt" viewBox="0 0 {$balk-breed} 8">
        <xsl:call-template name="vakken">
          <xsl:with-param name="onder" select="sum(@onder) * $eenheid"/>
          <xsl:with-param name="onder-of-op" select="sum(@onder-of-op) * $eenheid"/>
          <xsl:with-param name="op" select="sum(@op) * $eenheid"/>
          <xsl:with-param name="op-of-boven" select="sum(@op-of-boven) * $eenheid"/>
          <xsl:with-param name="boven" select="sum(@boven) * $eenheid"/>
        </xsl:call-template>
      </svg:svg>
    </fo:instream-foreign-object>
  </xsl:template>

  <!-- Donker: onder de eis. Tint: op. Wit met rand: boven. Wat is samengenomen heeft van beide de helft. -->
  <xsl:template name="vakken">
    <xsl:param name="onder"/>
    <xsl:param name="onder-of-op"/>
    <xsl:param name="op"/>
    <xsl:param name="op-of-boven"/>
    <xsl:param name="boven"/>
    <xsl:variable name="van-op" select="$onder + $onder-of-op"/>
    <xsl:variable name="van-boven" select="$van-op + $op"/>
    <xsl:call-template name="vak"><xsl:with-param name="breed" select="$onder"/><xsl:with-param name="vulling" select="$kleur"/></xsl:call-template>
    <xsl:call-template name="vak"><xsl:with-param name="van" select="$onder"/><xsl:with-param name="breed" select="$onder-of-op"/><xsl:with-param name="vulling" select="$kleur-lijn"/></xsl:call-template>
    <xsl:call-template name="vak"><xsl:with-param name="van" select="$onder"/><xsl:with-param name="breed" select="$onder-of-op"/><xsl:with-param name="hoog" select="3.5"/><xsl:with-param name="vulling" select="$kleur"/></xsl:call-template>
    <xsl:call-template name="vak"><xsl:with-param name="van" select="$van-op"/><xsl:with-param name="breed" select="$op"/><xsl:with-param name="vulling" select="$kleur-lijn"/></xsl:call-template>
    <xsl:call-template name="vak"><xsl:with-param name="van" select="$van-boven"/><xsl:with-param name="breed" select="$op-of-boven + $boven"/><xsl:with-param name="vulling" select="'#ffffff'"/></xsl:call-template>
    <xsl:call-template name="vak"><xsl:with-param name="van" select="$van-boven"/><xsl:with-param name="breed" select="$op-of-boven"/><xsl:with-param name="hoog" select="3.5"/><xsl:with-param name="vulling" select="$kleur-lijn"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="vak">
    <xsl:param name="van" select="0"/>
    <xsl:param name="breed"/>
    <xsl:param name="hoog" select="7"/>
    <xsl:param name="vulling"/>
    <xsl:variable name="rand" select="0.3 * ($vulling = '#ffffff')"/>
    <xsl:if test="$breed &gt; 0">
      <svg:rect x="{format-number($van + $rand, '0.##')}" y="{0.5 + $rand}" width="{format-number($breed - 2 * $rand, '0.##')}" height="{$hoog - 2 * $rand}" fill="{$vulling}">
        <xsl:if test="$rand &gt; 0">
          <xsl:attribute name="stroke"><xsl:value-of select="$kleur-lijn"/></xsl:attribute>
          <xsl:attribute name="stroke-width"><xsl:value-of select="2 * $rand"/></xsl:attribute>
        </xsl:if>
      </svg:rect>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
