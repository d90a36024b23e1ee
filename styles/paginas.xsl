<?xml version="1.0" encoding="UTF-8"?>
<!-- De pagina's van een boekje: opening, links, rechts, leeg; sprekende hoofdregels. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ow="urn:opbouwwerk:fo">

  <xsl:template name="pagina">
    <xsl:param name="naam"/>
    <xsl:param name="links"/>
    <xsl:param name="rechts"/>
    <xsl:param name="kop"/>
    <xsl:param name="voet"/>
    <xsl:param name="kolommen" select="1"/>
    <fo:simple-page-master master-name="{$naam}" page-width="{$blad-breed}" page-height="{$blad-hoog}"
        margin-top="{$marge-boven}" margin-bottom="{$marge-onder}" margin-left="{$links}" margin-right="{$rechts}">
      <fo:region-body region-name="tekst" margin-top="{$kop-hoog}" margin-bottom="{$voet-hoog}" column-count="{$kolommen}" ow:column-fill="balance"/>
      <fo:region-before region-name="{$kop}" extent="{$kop-hoog}"/>
      <fo:region-after region-name="{$voet}" extent="{$voet-hoog}" display-align="after"/>
    </fo:simple-page-master>
  </xsl:template>

  <xsl:template name="meesterpaginas">
    <fo:layout-master-set>
      <xsl:call-template name="pagina">
        <xsl:with-param name="naam">rechts</xsl:with-param>
        <xsl:with-param name="links" select="$marge-binnen"/>
        <xsl:with-param name="rechts" select="$marge-buiten"/>
        <xsl:with-param name="kop">kop-rechts</xsl:with-param>
        <xsl:with-param name="voet">voet-rechts</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="pagina">
        <xsl:with-param name="naam">links</xsl:with-param>
        <xsl:with-param name="links" select="$marge-buiten"/>
        <xsl:with-param name="rechts" select="$marge-binnen"/>
        <xsl:with-param name="kop">kop-links</xsl:with-param>
        <xsl:with-param name="voet">voet-links</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="pagina">
        <xsl:with-param name="naam">opening</xsl:with-param>
        <xsl:with-param name="links" select="$marge-binnen"/>
        <xsl:with-param name="rechts" select="$marge-buiten"/>
        <xsl:with-param name="kop">kop-opening</xsl:with-param>
        <xsl:with-param name="voet">voet-rechts</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="pagina">
        <xsl:with-param name="naam">leeg</xsl:with-param>
        <xsl:with-param name="links" select="$marge-buiten"/>
        <xsl:with-param name="rechts" select="$marge-binnen"/>
        <xsl:with-param name="kop">kop-leeg</xsl:with-param>
        <xsl:with-param name="voet">voet-leeg</xsl:with-param>
      </xsl:call-template>
      <fo:page-sequence-master master-name="hoofdstuk">
        <fo:repeatable-page-master-alternatives>
          <fo:conditional-page-master-reference master-reference="leeg" blank-or-not-blank="blank"/>
          <fo:conditional-page-master-reference master-reference="opening" page-position="first"/>
          <fo:conditional-page-master-reference master-reference="rechts" odd-or-even="odd"/>
          <fo:conditional-page-master-reference master-reference="links" odd-or-even="even"/>
        </fo:repeatable-page-master-alternatives>
      </fo:page-sequence-master>
      <fo:page-sequence-master master-name="voorwerk">
        <fo:repeatable-page-master-alternatives>
          <fo:conditional-page-master-reference master-reference="leeg" odd-or-even="even"/>
          <fo:conditional-page-master-reference master-reference="kaal" odd-or-even="odd"/>
        </fo:repeatable-page-master-alternatives>
      </fo:page-sequence-master>
      <xsl:call-template name="pagina">
        <xsl:with-param name="naam">kaal</xsl:with-param>
        <xsl:with-param name="links" select="$marge-binnen"/>
        <xsl:with-param name="rechts" select="$marge-buiten"/>
        <xsl:with-param name="kop">kop-leeg</xsl:with-param>
        <xsl:with-param name="voet">voet-leeg</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="meer-meesterpaginas"/>
    </fo:layout-master-set>
  </xsl:template>

  <!-- Voor een uitgave die er meer nodig heeft. -->
  <xsl:template name="meer-meesterpaginas"/>

  <!-- De hoofdregel links noemt het deel, die rechts de lopende sectie. -->
  <xsl:template name="hoofdregels">
    <xsl:param name="deel"/>
    <fo:static-content flow-name="kop-links">
      <fo:block xsl:use-attribute-sets="hoofdregel" text-align="start"><xsl:value-of select="$deel"/></fo:block>
    </fo:static-content>
    <fo:static-content flow-name="kop-rechts">
      <fo:block xsl:use-attribute-sets="hoofdregel" text-align="end">
        <fo:retrieve-marker retrieve-class-name="sectie" retrieve-boundary="page-sequence"
            retrieve-position="first-including-carryover"/>
      </fo:block>
    </fo:static-content>
    <fo:static-content flow-name="voet-links">
      <fo:block xsl:use-attribute-sets="paginacijfer" text-align="start"><fo:page-number/></fo:block>
    </fo:static-content>
    <fo:static-content flow-name="voet-rechts">
      <fo:block xsl:use-attribute-sets="paginacijfer" text-align="end"><fo:page-number/></fo:block>
    </fo:static-content>
  </xsl:template>

  <!-- Een hoofdstuk is een reeks pagina's die rechts opent. -->
  <xsl:template name="hoofdstuk">
    <xsl:param name="titel"/>
    <xsl:param name="inhoud"/>
    <xsl:param name="eerste" select="false()"/>
    <xsl:param name="bestand"/>
    <fo:page-sequence master-reference="hoofdstuk" initial-page-number="auto-odd" format="1">
      <xsl:if test="$eerste">
        <xsl:attribute name="initial-page-number">1</xsl:attribute>
      </xsl:if>
      <xsl:if test="$bestand != ''">
        <xsl:attribute name="ow:bestand"><xsl:value-of select="$bestand"/></xsl:attribute>
      </xsl:if>
      <fo:title><xsl:value-of select="$boekje/titel"/></fo:title>
      <xsl:call-template name="hoofdregels">
        <xsl:with-param name="deel" select="$titel"/>
      </xsl:call-template>
      <fo:flow flow-name="tekst">
        <fo:block role="Part">
          <xsl:copy-of select="$inhoud"/>
        </fo:block>
      </fo:flow>
    </fo:page-sequence>
  </xsl:template>

  <xsl:attribute-set name="hoofdregel">
    <xsl:attribute name="font-size">8.5pt</xsl:attribute>
    <xsl:attribute name="line-height">10.8pt</xsl:attribute>
    <xsl:attribute name="font-variant">small-caps</xsl:attribute>
    <xsl:attribute name="letter-spacing">0.04em</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$kleur-zacht"/></xsl:attribute>
    <xsl:attribute name="hyphenate">false</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="paginacijfer">
    <xsl:attribute name="font-size">9pt</xsl:attribute>
    <xsl:attribute name="line-height">10.8pt</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$kleur"/></xsl:attribute>
  </xsl:attribute-set>
</xsl:stylesheet>
