<?xml version="1.0" encoding="UTF-8"?>
<!-- Bladen op A4, familie van de boekjes: maten, meesterpagina's, koppen, data en getallen in woorden. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ow="urn:opbouwwerk:fo">

  <!-- De zetspiegel is 165 mm breed: een brede kolom voor tekst, een smalle ernaast voor wat haar toelicht. -->
  <xsl:variable name="a4-links" select="'24mm'"/>
  <xsl:variable name="a4-rechts" select="'21mm'"/>
  <xsl:variable name="a4-boven" select="'11mm'"/>
  <xsl:variable name="a4-onder" select="'10mm'"/>
  <xsl:variable name="a4-kop" select="'9mm'"/>
  <xsl:variable name="a4-voet" select="'7mm'"/>
  <xsl:variable name="a4-breed-pt" select="467.7"/>
  <xsl:variable name="a4-zijkolom-pt" select="176"/>
  <xsl:variable name="a4-zijkolom"><xsl:value-of select="$a4-zijkolom-pt"/>pt</xsl:variable>
  <xsl:variable name="a4-hoofdkolom"><xsl:value-of select="$a4-breed-pt - $a4-zijkolom-pt"/>pt</xsl:variable>
  <xsl:variable name="a4-goot" select="'16pt'"/>

  <!-- Een getal dat er niet is wordt een streepje. -->
  <xsl:decimal-format name="nl" decimal-separator="," grouping-separator="." minus-sign="−" NaN="–"/>

  <xsl:template name="a4-pagina">
    <xsl:param name="naam"/>
    <xsl:param name="kop"/>
    <fo:simple-page-master master-name="{$naam}" page-width="210mm" page-height="297mm"
        margin-top="{$a4-boven}" margin-bottom="{$a4-onder}" margin-left="{$a4-links}" margin-right="{$a4-rechts}">
      <fo:region-body region-name="tekst" margin-top="{$a4-kop}" margin-bottom="{$a4-voet}"/>
      <fo:region-before region-name="{$kop}" extent="{$a4-kop}"/>
      <fo:region-after region-name="voet" extent="{$a4-voet}" display-align="after"/>
    </fo:simple-page-master>
  </xsl:template>

  <!-- De eerste pagina heeft haar eigen kop. -->
  <xsl:template name="a4-meesterpaginas">
    <fo:layout-master-set>
      <xsl:call-template name="a4-pagina">
        <xsl:with-param name="naam" select="'a4-eerste'"/>
        <xsl:with-param name="kop" select="'kop-eerste'"/>
      </xsl:call-template>
      <xsl:call-template name="a4-pagina">
        <xsl:with-param name="naam" select="'a4-volgende'"/>
        <xsl:with-param name="kop" select="'kop'"/>
      </xsl:call-template>
      <fo:page-sequence-master master-name="a4">
        <fo:repeatable-page-master-alternatives>
          <fo:conditional-page-master-reference master-reference="a4-eerste" page-position="first"/>
          <fo:conditional-page-master-reference master-reference="a4-volgende"/>
        </fo:repeatable-page-master-alternatives>
      </fo:page-sequence-master>
    </fo:layout-master-set>
  </xsl:template>

  <!-- Links staat wat het stuk is, rechts de lopende sectie; aan de voet blad en bladen. -->
  <xsl:template name="a4-hoofdregels">
    <xsl:param name="stuk"/>
    <xsl:param name="voet"/>
    <xsl:param name="einde" select="'einde'"/>
    <fo:static-content flow-name="kop-eerste"><fo:block/></fo:static-content>
    <fo:static-content flow-name="kop">
      <fo:block xsl:use-attribute-sets="a4-hoofdregel" text-align-last="justify">
        <xsl:value-of select="$stuk"/>
        <fo:leader leader-pattern="space"/>
        <fo:retrieve-marker retrieve-class-name="sectie" retrieve-boundary="page-sequence"
            retrieve-position="first-including-carryover"/>
      </fo:block>
    </fo:static-content>
    <fo:static-content flow-name="voet">
      <fo:block xsl:use-attribute-sets="a4-hoofdregel" text-align-last="justify">
        <xsl:value-of select="$voet"/>
        <fo:leader leader-pattern="space"/>
        <fo:inline font-variant="normal" letter-spacing="0pt" color="{$kleur}">
          <fo:page-number/> / <fo:page-number-citation ref-id="{$einde}"/>
        </fo:inline>
      </fo:block>
    </fo:static-content>
  </xsl:template>

  <xsl:attribute-set name="a4-hoofdregel">
    <xsl:attribute name="font-size">8.5pt</xsl:attribute>
    <xsl:attribute name="line-height">10.8pt</xsl:attribute>
    <xsl:attribute name="font-variant">small-caps</xsl:attribute>
    <xsl:attribute name="letter-spacing">0.04em</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$kleur-zacht"/></xsl:attribute>
    <xsl:attribute name="hyphenate">false</xsl:attribute>
  </xsl:attribute-set>

  <!-- Koppen: de sectie, en een kopje daarin. -->
  <xsl:attribute-set name="a4-sectie">
    <xsl:attribute name="role">H2</xsl:attribute>
    <xsl:attribute name="font-size">15pt</xsl:attribute>
    <xsl:attribute name="line-height">18.9pt</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$kleur"/></xsl:attribute>
    <xsl:attribute name="hyphenate">false</xsl:attribute>
    <xsl:attribute name="text-align">start</xsl:attribute>
    <xsl:attribute name="space-before">15pt</xsl:attribute>
    <xsl:attribute name="space-after">4pt</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="a4-kopje">
    <xsl:attribute name="role">H3</xsl:attribute>
    <xsl:attribute name="font-family"><xsl:value-of select="$letter-tabel"/></xsl:attribute>
    <xsl:attribute name="font-size">9pt</xsl:attribute>
    <xsl:attribute name="font-weight">bold</xsl:attribute>
    <xsl:attribute name="line-height">12.6pt</xsl:attribute>
    <xsl:attribute name="ow:font-features">lnum=1</xsl:attribute>
    <xsl:attribute name="text-align">start</xsl:attribute>
    <xsl:attribute name="hyphenate">false</xsl:attribute>
    <xsl:attribute name="space-before">10.8pt</xsl:attribute>
    <xsl:attribute name="space-after">3pt</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="cel-dicht">
    <xsl:attribute name="padding-top">2pt</xsl:attribute>
    <xsl:attribute name="padding-bottom">2.2pt</xsl:attribute>
    <xsl:attribute name="padding-right">7pt</xsl:attribute>
  </xsl:attribute-set>

  <!-- "29 oktober 2026", en kort "okt 2026". -->
  <xsl:template name="dag">
    <xsl:param name="datum"/>
    <xsl:value-of select="concat(number(substring($datum, 9, 2)), '&#160;')"/>
    <xsl:call-template name="maand"><xsl:with-param name="nummer" select="substring($datum, 6, 2)"/></xsl:call-template>
    <xsl:value-of select="concat(' ', substring($datum, 1, 4))"/>
  </xsl:template>

  <!-- "29 okt 2026". -->
  <xsl:template name="dag-kort">
    <xsl:param name="datum"/>
    <xsl:value-of select="concat(number(substring($datum, 9, 2)), '&#160;')"/>
    <xsl:call-template name="maand-jaar"><xsl:with-param name="datum" select="$datum"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="maand-jaar">
    <xsl:param name="datum"/>
    <xsl:call-template name="maand">
      <xsl:with-param name="nummer" select="substring($datum, 6, 2)"/>
      <xsl:with-param name="kort" select="true()"/>
    </xsl:call-template>
    <xsl:value-of select="concat('&#160;', substring($datum, 1, 4))"/>
  </xsl:template>

  <xsl:template name="maand">
    <xsl:param name="nummer"/>
    <xsl:param name="kort" select="false()"/>
    <xsl:variable name="maanden" select="'januari   februari  maart     april     mei       juni      juli      augustus  september oktober   november  december  '"/>
    <xsl:variable name="korte" select="'janfebmrtaprmeijunjulaugsepoktnovdec'"/>
    <xsl:choose>
      <xsl:when test="$kort"><xsl:value-of select="substring($korte, 3 * number($nummer) - 2, 3)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="normalize-space(substring($maanden, 10 * number($nummer) - 9, 10))"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
