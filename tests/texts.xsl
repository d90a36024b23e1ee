<?xml version="1.0" encoding="UTF-8"?>
<!-- From a part of content/ to lines of "SORT ID TAB TEXT", for tests/checks/texts: t for
     running text, whose order counts, l for labels, which a figure may place as it likes. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:template match="text()"/>
  <xsl:template match="alinea | intro | noot | punt | stelling | colofonregel | vaardigheid | kennis
      | houding | cel[not(onderdeel)]">
    <xsl:call-template name="line"><xsl:with-param name="sort">t</xsl:with-param></xsl:call-template>
  </xsl:template>
  <xsl:template match="onderdeel | titel">
    <xsl:call-template name="line">
      <xsl:with-param name="sort">t</xsl:with-param>
      <xsl:with-param name="id" select="../@id"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="opschrift | sublabel | stap | subkop | bijschrift | kolom | aanhef">
    <xsl:call-template name="line">
      <xsl:with-param name="sort">l</xsl:with-param>
      <xsl:with-param name="id" select="ancestor-or-self::*[@id][1]/@id"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="line">
    <xsl:param name="sort"/>
    <xsl:param name="id" select="@id"/>
    <xsl:value-of select="concat($sort, ' ', $id, '&#9;', normalize-space(.), '&#10;')"/>
  </xsl:template>
</xsl:stylesheet>
