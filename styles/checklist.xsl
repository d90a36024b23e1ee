<?xml version="1.0" encoding="UTF-8"?>
<!-- Checklists, verslagen van audits en het overzicht van een instelling: de bladen, en wat zij delen. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ow="urn:opbouwwerk:fo">

  <xsl:import href="maten.xsl"/>
  <xsl:import href="tekst.xsl"/>
  <xsl:import href="verwijzingen.xsl"/>
  <xsl:import href="checklist-velden.xsl"/>
  <xsl:import href="checklist-lijst.xsl"/>
  <xsl:import href="checklist-stroken.xsl"/>
  <xsl:import href="checklist-verslag.xsl"/>
  <xsl:import href="checklist-gevolgen.xsl"/>
  <xsl:import href="checklist-antwoorden.xsl"/>
  <xsl:import href="checklist-overzicht.xsl"/>

  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:variable name="publicatie" select="/publicatie"/>
  <xsl:variable name="uitgave" select="$publicatie/boek/uitgave"/>
  <xsl:variable name="stuk" select="$publicatie/checklist | $publicatie/overzicht"/>
  <xsl:variable name="lijst" select="$stuk/lijst"/>
  <xsl:variable name="audit" select="$stuk/audit"/>
  <xsl:variable name="vorm" select="$stuk/@vorm"/>
  <xsl:variable name="zwart-wit" select="$vorm = 'blanco' or $vorm = 'invulbaar'"/>

  <xsl:key name="vraag" match="vraag" use="@id"/>

  <xsl:template match="/publicatie">
    <fo:root language="nl" country="NL" hyphenate="true" font-family="{$letter-tabel}" font-size="9pt"
        line-height="{$a4-regel}" line-stacking-strategy="font-height" ow:font-features="lnum=1, tnum=1"
        text-align="start">
      <xsl:attribute name="ow:datum">
        <xsl:choose>
          <xsl:when test="$vorm = 'verslag'"><xsl:value-of select="$audit/@datum"/></xsl:when>
          <xsl:when test="self::*[overzicht]"><xsl:value-of select="$stuk/@peildatum"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="$uitgave/@datum"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <fo:layout-master-set>
        <fo:simple-page-master master-name="blad" page-width="{$a4-breed}" page-height="{$a4-hoog}"
            margin-top="{$a4-boven}" margin-bottom="{$a4-onder}" margin-left="{$a4-links}" margin-right="{$a4-rechts}">
          <fo:region-body region-name="tekst" margin-top="{$a4-kop}" margin-bottom="{$a4-voet}"/>
          <fo:region-before region-name="kop" extent="{$a4-kop}"/>
          <fo:region-after region-name="voet" extent="{$a4-voet}" display-align="after"/>
        </fo:simple-page-master>
      </fo:layout-master-set>
      <xsl:apply-templates select="$stuk" mode="bladwijzers"/>
      <fo:page-sequence master-reference="blad" id="stuk">
        <fo:title><xsl:apply-templates select="$stuk" mode="titel"/></fo:title>
        <xsl:call-template name="kop-en-voet"/>
        <fo:flow flow-name="tekst">
          <xsl:apply-templates select="$stuk"/>
          <fo:block id="slot"/>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <!-- Op elk blad wie, wat en waar men is. -->
  <xsl:template name="kop-en-voet">
    <fo:static-content flow-name="kop">
      <fo:block xsl:use-attribute-sets="kopregel" text-align-last="justify" border-bottom="{$haarlijn} solid {$grijs-lijn}"
          padding-bottom="3pt">
        <xsl:apply-templates select="$stuk" mode="kopregel"/>
        <fo:leader leader-pattern="space" leader-length.minimum="6pt" leader-length.optimum="12pt" leader-length.maximum="100%"/>
        <xsl:text>pagina </xsl:text>
        <fo:page-number/>
        <xsl:text> van </xsl:text>
        <fo:page-number-citation ref-id="slot"/>
      </fo:block>
    </fo:static-content>
    <fo:static-content flow-name="voet">
      <fo:block xsl:use-attribute-sets="kopregel" text-align-last="justify">
        <xsl:apply-templates select="$stuk" mode="voetregel"/>
        <fo:leader leader-pattern="space" leader-length.minimum="6pt" leader-length.optimum="12pt" leader-length.maximum="100%"/>
        <fo:retrieve-marker retrieve-class-name="sectie" retrieve-position="first-including-carryover"/>
      </fo:block>
    </fo:static-content>
  </xsl:template>

  <xsl:template match="*" mode="voetregel">
    <xsl:text>vragen van editie </xsl:text>
    <xsl:value-of select="$lijst/@editie"/>
    <xsl:if test="bladzijden">
      <xsl:text> · bladzijden van </xsl:text>
      <fo:inline font-style="italic"><xsl:value-of select="bladzijden/@titel"/></fo:inline>
      <xsl:if test="bladzijden/@editie != ''">, editie <xsl:value-of select="bladzijden/@editie"/></xsl:if>
    </xsl:if>
  </xsl:template>

  <xsl:attribute-set name="kopregel">
    <xsl:attribute name="font-size">7.5pt</xsl:attribute>
    <xsl:attribute name="line-height">10pt</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$grijs"/></xsl:attribute>
    <xsl:attribute name="hyphenate">false</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="kop-stuk">
    <xsl:attribute name="role">H1</xsl:attribute>
    <xsl:attribute name="font-family"><xsl:value-of select="$letter-tekst"/></xsl:attribute>
    <xsl:attribute name="font-size">24pt</xsl:attribute>
    <xsl:attribute name="line-height">29pt</xsl:attribute>
    <xsl:attribute name="hyphenate">false</xsl:attribute>
    <xsl:attribute name="space-before">10pt</xsl:attribute>
    <xsl:attribute name="space-before.conditionality">retain</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="kop-hoofdstuk">
    <xsl:attribute name="role">H2</xsl:attribute>
    <xsl:attribute name="font-family"><xsl:value-of select="$letter-tekst"/></xsl:attribute>
    <xsl:attribute name="font-size">15pt</xsl:attribute>
    <xsl:attribute name="line-height">19pt</xsl:attribute>
    <xsl:attribute name="hyphenate">false</xsl:attribute>
    <xsl:attribute name="space-before">20pt</xsl:attribute>
    <xsl:attribute name="space-after">6pt</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="kop-paragraaf">
    <xsl:attribute name="role">H3</xsl:attribute>
    <xsl:attribute name="font-size">10pt</xsl:attribute>
    <xsl:attribute name="line-height"><xsl:value-of select="$a4-regel"/></xsl:attribute>
    <xsl:attribute name="font-weight">bold</xsl:attribute>
    <xsl:attribute name="hyphenate">false</xsl:attribute>
    <xsl:attribute name="space-before">12.6pt</xsl:attribute>
    <xsl:attribute name="space-after">3pt</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
  </xsl:attribute-set>

  <!-- Bijschriften, bewijs, wie: klein maar te lezen. -->
  <xsl:attribute-set name="bijtekst">
    <xsl:attribute name="font-size">7.5pt</xsl:attribute>
    <xsl:attribute name="line-height">9.8pt</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$grijs"/></xsl:attribute>
  </xsl:attribute-set>

  <!-- Registers en wat bij een tabel hoort. -->
  <xsl:attribute-set name="fijn">
    <xsl:attribute name="font-size">8pt</xsl:attribute>
    <xsl:attribute name="line-height">10.6pt</xsl:attribute>
  </xsl:attribute-set>

  <!-- De kop van een plaats in de teksten. -->
  <xsl:template name="titel-van">
    <xsl:param name="knoop" select="@knoop"/>
    <xsl:apply-templates select="key('plaats', $knoop)/titel" mode="kop"/>
  </xsl:template>

  <!-- "Condities, blz. 34": waar de toelichting staat. -->
  <xsl:template name="toelichting-op">
    <xsl:text>Condities</xsl:text>
    <xsl:if test="@bladzijde"> blz.&#160;<xsl:value-of select="@bladzijde"/></xsl:if>
  </xsl:template>

  <xsl:template name="datum">
    <xsl:param name="iso"/>
    <xsl:variable name="maanden" select="'januari   februari  maart     april     mei       juni      juli      augustus  september oktober   november  december  '"/>
    <xsl:value-of select="number(substring($iso, 9, 2))"/>
    <xsl:text>&#160;</xsl:text>
    <xsl:value-of select="normalize-space(substring($maanden, 10 * number(substring($iso, 6, 2)) - 9, 10))"/>
    <xsl:text>&#160;</xsl:text>
    <xsl:value-of select="substring($iso, 1, 4)"/>
  </xsl:template>

  <!-- 01-03-2029, voor tabellen en velden. -->
  <xsl:template name="korte-datum">
    <xsl:param name="iso"/>
    <xsl:if test="$iso != ''">
      <xsl:value-of select="concat(substring($iso, 9, 2), '-', substring($iso, 6, 2), '-', substring($iso, 1, 4))"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
