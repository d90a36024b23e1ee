<?xml version="1.0" encoding="UTF-8"?>
<!-- Warmtestroken: een vakje per vraag of per cijfer. Donkerder is minder; het cijfer of teken staat erin,
     zodat een strook ook in grijs en zonder kleur te lezen is. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
    xmlns:svg="http://www.w3.org/2000/svg" xmlns:ow="urn:opbouwwerk:fo" exclude-result-prefixes="svg">

  <!-- De tint van een waarde van 0 tot 100: wit is vervuld, donker is afwezig. -->
  <xsl:template name="tint">
    <xsl:param name="waarde"/>
    <xsl:choose>
      <xsl:when test="$waarde &gt;= 88">#ffffff</xsl:when>
      <xsl:when test="$waarde &gt;= 63">#e6edef</xsl:when>
      <xsl:when test="$waarde &gt;= 38">#bdbdbd</xsl:when>
      <xsl:when test="$waarde &gt;= 13">#7a7a7a</xsl:when>
      <xsl:otherwise>#1d4d5c</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Een strook met een vakje per vraag van een sectie. -->
  <xsl:template name="strook-van-vragen">
    <xsl:param name="vragen" select="vraag"/>
    <xsl:variable name="breed" select="count($vragen) * 13 + 1"/>
    <fo:block line-height="18pt" space-after="2pt" keep-with-next.within-page="always">
      <fo:instream-foreign-object content-width="{$breed}pt" content-height="14pt">
        <xsl:attribute name="fox:alt-text">
          <xsl:text>Antwoorden per vraag: </xsl:text>
          <xsl:for-each select="$vragen">
            <xsl:value-of select="@nr"/><xsl:text> </xsl:text>
            <xsl:choose>
              <xsl:when test="gegeven"><xsl:value-of select="gegeven/@label"/></xsl:when>
              <xsl:otherwise>niet ingevuld</xsl:otherwise>
            </xsl:choose>
            <xsl:choose><xsl:when test="position() = last()">.</xsl:when><xsl:otherwise>, </xsl:otherwise></xsl:choose>
          </xsl:for-each>
        </xsl:attribute>
        <svg:svg version="1.1" width="{$breed}pt" height="14pt" viewBox="0 0 {$breed} 14">
          <xsl:for-each select="$vragen">
            <xsl:variable name="x" select="(position() - 1) * 13 + 0.5"/>
            <xsl:variable name="tint">
              <xsl:choose>
                <xsl:when test="gegeven/@waarde"><xsl:call-template name="tint"><xsl:with-param name="waarde" select="gegeven/@waarde"/></xsl:call-template></xsl:when>
                <xsl:otherwise>#ffffff</xsl:otherwise>
              </xsl:choose>
            </xsl:variable>
            <svg:rect x="{$x}" y="0.5" width="12" height="13" fill="{$tint}" stroke="#5b7480" stroke-width="0.6"/>
            <xsl:if test="not(gegeven/@waarde)">
              <svg:line x1="{$x + 3.5}" y1="7" x2="{$x + 8.5}" y2="7" stroke="#5b7480" stroke-width="0.8"/>
            </xsl:if>
          </xsl:for-each>
        </svg:svg>
      </fo:instream-foreign-object>
    </fo:block>
  </xsl:template>

  <!-- Een score als cel: het cijfer op zijn tint, met wat er veranderde. -->
  <xsl:template name="scorecel">
    <xsl:param name="van" select="."/>
    <xsl:variable name="tint">
      <xsl:choose>
        <xsl:when test="$van/@score"><xsl:call-template name="tint"><xsl:with-param name="waarde" select="$van/@score"/></xsl:call-template></xsl:when>
        <xsl:otherwise>#ffffff</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <fo:table-cell padding="3pt" border="0.6pt solid {$kleur-lijn}" background-color="{$tint}" text-align="center">
      <fo:block>
        <xsl:attribute name="color"><xsl:choose><xsl:when test="$van/@score &lt; 38">#ffffff</xsl:when><xsl:otherwise>#000000</xsl:otherwise></xsl:choose></xsl:attribute>
        <fo:inline font-weight="bold"><xsl:value-of select="$van/@score"/><xsl:if test="not($van/@score)">–</xsl:if></fo:inline>
        <fo:inline font-size="7.5pt"><xsl:call-template name="verschil"><xsl:with-param name="verschil" select="$van/@verschil"/></xsl:call-template></fo:inline>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template name="verschil">
    <xsl:param name="verschil"/>
    <xsl:choose>
      <xsl:when test="$verschil &gt; 0">&#160;+<xsl:value-of select="$verschil"/></xsl:when>
      <xsl:when test="$verschil &lt; 0">&#160;−<xsl:value-of select="-$verschil"/></xsl:when>
      <xsl:when test="$verschil = 0">&#160;=</xsl:when>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
