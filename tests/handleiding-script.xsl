<?xml version="1.0" encoding="UTF-8"?>
<!-- The commands of the manual as a shell script, in their order: what tests/checks/handleiding gives its functions to. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/">
    <xsl:apply-templates select="//hoofdstuk"/>
  </xsl:template>

  <xsl:template match="hoofdstuk">
    <xsl:value-of select="concat('enter &quot;', @map, '&quot;&#10;')"/>
    <xsl:apply-templates select=".//opdracht | .//proef | .//bestand | .//uitvoer[not(@los)]"/>
  </xsl:template>

  <!-- FUNCTION ARGUMENTS <<END text END -->
  <xsl:template name="document">
    <xsl:param name="head"/>
    <xsl:value-of select="concat($head, ' &lt;&lt;&quot;EINDE VAN HET STUK&quot;&#10;', ., '&#10;EINDE VAN HET STUK&#10;')"/>
  </xsl:template>

  <xsl:template match="opdracht">
    <xsl:call-template name="document">
      <xsl:with-param name="head" select="concat('run &quot;', @uitgang, '&quot; &quot;', @maakt, '&quot; &quot;', @vraagt, '&quot;')"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="uitvoer">
    <xsl:call-template name="document"><xsl:with-param name="head">output</xsl:with-param></xsl:call-template>
  </xsl:template>
  <xsl:template match="proef">
    <xsl:call-template name="document"><xsl:with-param name="head">by_hand</xsl:with-param></xsl:call-template>
  </xsl:template>
  <xsl:template match="bestand">
    <xsl:call-template name="document"><xsl:with-param name="head" select="concat('write &quot;', @naam, '&quot;')"/></xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
