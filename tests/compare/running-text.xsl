<?xml version="1.0" encoding="UTF-8"?>
<!-- The running text of a part of content/, a paragraph a line; for TeX where form is "tex", as
     blocks of XSL-FO where it is "fo". -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:param name="form"/>
  <xsl:template match="text()"/>
  <xsl:template match="alinea | intro | stelling">
    <xsl:variable name="text" select="translate(normalize-space(.), '&amp;&lt;%$#_{}~^\', '')"/>
    <xsl:choose>
      <xsl:when test="$form = 'tex'"><xsl:value-of select="concat($text, '\par&#10;')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('&lt;fo:block&gt;', $text, '&lt;/fo:block&gt;&#10;')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
