<?xml version="1.0" encoding="UTF-8"?>
<!-- Van een samengevoegde publicatie naar XSL-FO: de boekjes. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ow="urn:opbouwwerk:fo">

  <xsl:import href="maten.xsl"/>
  <xsl:import href="paginas.xsl"/>
  <xsl:import href="verwijzingen.xsl"/>
  <xsl:import href="figuren.xsl"/>
  <xsl:import href="voorwerk.xsl"/>
  <xsl:import href="tekst.xsl"/>
  <xsl:import href="profielen.xsl"/>
  <xsl:import href="condities.xsl"/>
  <xsl:import href="bijlagen.xsl"/>

  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:variable name="publicatie" select="/publicatie"/>
  <xsl:variable name="boekje" select="$publicatie/boekje"/>
  <xsl:variable name="uitgave" select="$publicatie/boek/uitgave"/>
  <xsl:variable name="delen" select="$publicatie/deel[@gezet = 'ja']/*"/>

  <xsl:template match="/publicatie">
    <fo:root language="nl" country="NL" hyphenate="true"
        font-family="{$letter-tekst}" font-size="{$korps-tekst}" line-height="{$regel}"
        line-stacking-strategy="font-height" ow:font-features="onum=1, pnum=1" ow:protrude="true" ow:expand="20"
        ow:bestand="{boek/@ow:bestand}" ow:datum="{$uitgave/@datum}"
        ow:onderwerp="{$boekje/ondertitel}">
      <xsl:call-template name="meesterpaginas"/>
      <xsl:call-template name="bladwijzers"/>
      <xsl:call-template name="voorwerk"/>
      <xsl:apply-templates select="$delen" mode="hoofdstuk"/>
      <xsl:call-template name="bijlagen"/>
    </fo:root>
  </xsl:template>

  <xsl:template match="*" mode="hoofdstuk">
    <xsl:call-template name="hoofdstuk">
      <xsl:with-param name="titel"><xsl:apply-templates select="titel" mode="kop"/></xsl:with-param>
      <xsl:with-param name="eerste" select="generate-id() = generate-id($delen[1])"/>
      <xsl:with-param name="bestand" select="@ow:bestand"/>
      <xsl:with-param name="inhoud"><xsl:apply-templates select="."/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
