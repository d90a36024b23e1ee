<?xml version="1.0" encoding="UTF-8"?>
<!-- Wat ingevuld wordt: vinkjes, schrijflijnen en vakken. Op papier is het getekend, op het scherm een veld;
     de naam van een veld is de id van de vraag en wat ervan gevraagd wordt. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ow="urn:opbouwwerk:fo">

  <!-- Een hokje van ruim 4 mm. Met een optie is het één van een groep waaruit gekozen wordt. -->
  <xsl:template name="vinkje">
    <xsl:param name="naam"/>
    <xsl:param name="optie"/>
    <xsl:param name="waarde"/>
    <xsl:param name="uitleg"/>
    <fo:inline font-size="{$vinkje-korps}" border="{$vinkje-lijn} solid {$inkt}" keep-together.within-line="always">
      <xsl:if test="$vorm = 'invulbaar'">
        <xsl:attribute name="ow:veld"><xsl:value-of select="$naam"/></xsl:attribute>
        <xsl:attribute name="ow:veld-soort">
          <xsl:choose>
            <xsl:when test="$optie != ''">keuze</xsl:when>
            <xsl:otherwise>vink</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
        <xsl:if test="$optie != ''"><xsl:attribute name="ow:veld-optie"><xsl:value-of select="$optie"/></xsl:attribute></xsl:if>
        <xsl:if test="$waarde != ''"><xsl:attribute name="ow:veld-waarde"><xsl:value-of select="$waarde"/></xsl:attribute></xsl:if>
        <xsl:attribute name="ow:veld-uitleg"><xsl:value-of select="$uitleg"/></xsl:attribute>
      </xsl:if>
      <fo:leader leader-pattern="space" leader-length="{$vinkje}"/>
    </fo:inline>
  </xsl:template>

  <!-- Een hokje met een woord erachter. -->
  <xsl:template name="vinkje-met-woord">
    <xsl:param name="naam"/>
    <xsl:param name="optie"/>
    <xsl:param name="waarde"/>
    <xsl:param name="uitleg"/>
    <xsl:param name="woord"/>
    <xsl:call-template name="vinkje">
      <xsl:with-param name="naam" select="$naam"/>
      <xsl:with-param name="optie" select="$optie"/>
      <xsl:with-param name="waarde" select="$waarde"/>
      <xsl:with-param name="uitleg" select="$uitleg"/>
    </xsl:call-template>
    <xsl:text>&#160;</xsl:text>
    <xsl:value-of select="$woord"/>
    <xsl:text>&#8195;</xsl:text>
  </xsl:template>

  <!-- Ruimte om te schrijven, als cel van een tabel: een woord erboven, een lijn eronder. -->
  <xsl:template name="schrijfcel">
    <xsl:param name="naam"/>
    <xsl:param name="soort" select="'tekst'"/>
    <xsl:param name="waarde"/>
    <xsl:param name="uitleg"/>
    <xsl:param name="woord"/>
    <xsl:param name="hoog" select="'14pt'"/>
    <xsl:param name="over" select="1"/>
    <xsl:param name="lengte"/>
    <xsl:param name="lezen" select="false()"/>
    <fo:table-cell padding-right="5pt" padding-top="2pt" number-columns-spanned="{$over}">
      <xsl:if test="$woord != ''">
        <fo:block xsl:use-attribute-sets="bijtekst" font-size="7pt" line-height="8.4pt" hyphenate="false">
          <xsl:value-of select="$woord"/>
        </fo:block>
      </xsl:if>
      <xsl:call-template name="schrijfvak">
        <xsl:with-param name="naam" select="$naam"/>
        <xsl:with-param name="soort" select="$soort"/>
        <xsl:with-param name="waarde" select="$waarde"/>
        <xsl:with-param name="uitleg" select="$uitleg"/>
        <xsl:with-param name="hoog" select="$hoog"/>
        <xsl:with-param name="lengte" select="$lengte"/>
        <xsl:with-param name="lezen" select="$lezen"/>
      </xsl:call-template>
    </fo:table-cell>
  </xsl:template>

  <!-- Op papier staat een waarde die men al weet er gedrukt; in een formulier in het veld. -->
  <xsl:template name="schrijfvak">
    <xsl:param name="naam"/>
    <xsl:param name="soort" select="'tekst'"/>
    <xsl:param name="waarde"/>
    <xsl:param name="uitleg"/>
    <xsl:param name="hoog" select="'14pt'"/>
    <xsl:param name="lengte"/>
    <xsl:param name="lezen" select="false()"/>
    <fo:block-container height="{$hoog}" border-bottom="{$schrijflijn} solid {$grijs-lijn}" display-align="after"
        font-size="8.5pt" line-height="11pt">
      <xsl:choose>
        <xsl:when test="$vorm = 'invulbaar'">
          <xsl:attribute name="ow:veld"><xsl:value-of select="$naam"/></xsl:attribute>
          <xsl:attribute name="ow:veld-soort"><xsl:value-of select="$soort"/></xsl:attribute>
          <xsl:if test="$waarde != ''"><xsl:attribute name="ow:veld-waarde"><xsl:value-of select="$waarde"/></xsl:attribute></xsl:if>
          <xsl:if test="$lezen"><xsl:attribute name="ow:veld-alleen-lezen">true</xsl:attribute></xsl:if>
          <xsl:if test="$lengte != ''"><xsl:attribute name="ow:veld-lengte"><xsl:value-of select="$lengte"/></xsl:attribute></xsl:if>
          <xsl:attribute name="ow:veld-uitleg">
            <xsl:value-of select="normalize-space($uitleg)"/>
            <xsl:if test="$soort = 'datum'">, zoals 24-11-2026</xsl:if>
          </xsl:attribute>
          <fo:block/>
        </xsl:when>
        <xsl:otherwise><fo:block><xsl:value-of select="$waarde"/></fo:block></xsl:otherwise>
      </xsl:choose>
    </fo:block-container>
  </xsl:template>
</xsl:stylesheet>
