<?xml version="1.0" encoding="UTF-8"?>
<!-- Hoe elke plaats heet in een verwijzing, als lijst: eenmaal gemaakt voor vele rapporten. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ow="urn:opbouwwerk:fo" exclude-result-prefixes="fo ow">

  <xsl:import href="maten.xsl"/>
  <xsl:import href="verwijzingen.xsl"/>
  <xsl:import href="tekst.xsl"/>

  <xsl:template match="/publicatie">
    <plaatsen>
      <xsl:for-each select="deel/descendant::*[@id]">
        <plaats id="{@id}">
          <xsl:attribute name="label"><xsl:apply-templates select="." mode="aanduiding"/></xsl:attribute>
        </plaats>
      </xsl:for-each>
    </plaatsen>
  </xsl:template>
</xsl:stylesheet>
