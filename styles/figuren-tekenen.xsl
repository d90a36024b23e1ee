<?xml version="1.0" encoding="UTF-8"?>
<!-- Wat alle figuren gemeen hebben: regels op een plaats, schijven, lijnen, pijlpunten. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:svg="http://www.w3.org/2000/svg" xmlns:f="urn:opbouwwerk:figuur"
    exclude-result-prefixes="svg f">

  <!-- Regels om een middelpunt, of links gelijnd naast een punt. -->
  <xsl:template name="regels-op">
    <xsl:param name="regels"/>
    <xsl:param name="x"/>
    <xsl:param name="y"/>
    <xsl:param name="anker">middle</xsl:param>
    <xsl:variable name="helft" select="sum($regels/@hoog) div 2"/>
    <xsl:for-each select="$regels[@b &gt; 0]">
      <svg:text x="{f:n($x)}" y="{f:n($y - $helft + sum(preceding-sibling::regel/@hoog) + @hoog div 2 + 0.34 * @korps)}"
          text-anchor="{$anker}" font-family="{$figuur-letter}" font-size="{@korps}" fill="{$inkt}">
        <xsl:if test="@vet"><xsl:attribute name="font-weight">bold</xsl:attribute></xsl:if>
        <xsl:value-of select="."/>
      </svg:text>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="teken-schijf">
    <xsl:param name="regels"/>
    <xsl:param name="straal"/>
    <xsl:param name="x"/>
    <xsl:param name="y"/>
    <xsl:param name="centrum" select="false()"/>
    <svg:circle cx="{f:n($x)}" cy="{f:n($y)}" r="{f:n($straal)}" stroke="{$kleur}" fill="#ffffff" stroke-width="{$figuur-lijn-dun}">
      <xsl:if test="$centrum">
        <xsl:attribute name="fill"><xsl:value-of select="$kleur-tint"/></xsl:attribute>
        <xsl:attribute name="stroke-width"><xsl:value-of select="$figuur-lijn"/></xsl:attribute>
      </xsl:if>
    </svg:circle>
    <xsl:call-template name="regels-op">
      <xsl:with-param name="regels" select="$regels"/>
      <xsl:with-param name="x" select="$x"/>
      <xsl:with-param name="y" select="$y"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="lijn">
    <xsl:param name="pad"/>
    <xsl:param name="dik" select="$figuur-lijn"/>
    <xsl:param name="kleur-lijn" select="$kleur"/>
    <svg:path d="{$pad}" fill="none" stroke="{$kleur-lijn}" stroke-width="{$dik}"/>
  </xsl:template>

  <!-- Een pijlpunt met de spits in (x, y); richting: 1 0 naar rechts, -1 0 naar links, 0 1 omlaag. -->
  <xsl:template name="pijlpunt">
    <xsl:param name="x"/>
    <xsl:param name="y"/>
    <xsl:param name="dx" select="1"/>
    <xsl:param name="dy" select="0"/>
    <xsl:variable name="l" select="$figuur-pijlpunt"/>
    <xsl:variable name="h" select="$figuur-pijlpunt * 0.45"/>
    <svg:path fill="{$kleur}" d="M{f:n($x)} {f:n($y)}L{f:n($x - $l * $dx - $h * $dy)} {f:n($y - $l * $dy - $h * $dx)}L{
        f:n($x - $l * $dx + $h * $dy)} {f:n($y - $l * $dy + $h * $dx)}Z"/>
  </xsl:template>
</xsl:stylesheet>
