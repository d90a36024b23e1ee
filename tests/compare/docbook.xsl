<?xml version="1.0" encoding="UTF-8"?>
<!-- Debian's DocBook stylesheets, with the fonts that both formatters have. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="/usr/share/xml/docbook/stylesheet/docbook-xsl/fo/docbook.xsl"/>
  <xsl:param name="fop1.extensions" select="1"/>
  <xsl:param name="paper.type">A5</xsl:param>
  <xsl:param name="double.sided" select="1"/>
  <xsl:param name="draft.mode">no</xsl:param>
  <xsl:param name="hyphenate">false</xsl:param>
  <xsl:param name="body.font.family">Vollkorn</xsl:param>
  <xsl:param name="title.font.family">Lato</xsl:param>
  <xsl:param name="sans.font.family">Lato</xsl:param>
  <xsl:param name="monospace.font.family">DejaVu Sans Mono</xsl:param>
  <xsl:param name="symbol.font.family">DejaVu Sans</xsl:param>
  <xsl:param name="dingbat.font.family">DejaVu Sans</xsl:param>
  <xsl:param name="section.autolabel" select="1"/>
  <xsl:param name="admon.graphics" select="0"/>
  <xsl:param name="page.margin.inner">18mm</xsl:param>
  <xsl:param name="page.margin.outer">18mm</xsl:param>
  <xsl:param name="body.start.indent">12pt</xsl:param>
</xsl:stylesheet>
