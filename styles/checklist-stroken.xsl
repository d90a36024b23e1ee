<?xml version="1.0" encoding="UTF-8"?>
<!-- Warmtestroken, balken en cellen: donkerder is minder. Wat een vakje betekent staat er ook in of naast,
     zodat alles zonder kleur te lezen is. -->
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

  <!-- De kleur van wat in zo'n tint geschreven staat. -->
  <xsl:template name="inkt-op">
    <xsl:param name="waarde"/>
    <xsl:choose>
      <xsl:when test="$waarde &lt; 38">#ffffff</xsl:when>
      <xsl:otherwise>#000000</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Een strook met een vakje per vraag van een sectie, met het nummer erin; wat niet meetelt is doorgehaald. -->
  <xsl:template name="strook-van-vragen">
    <xsl:variable name="breed" select="count(vraag) * 19 + 1"/>
    <fo:block line-height="17pt" space-after="3pt" keep-with-next.within-page="always">
      <fo:instream-foreign-object content-width="{$breed}pt" content-height="13pt">
        <xsl:attribute name="fox:alt-text">
          <xsl:text>Antwoorden per vraag: </xsl:text>
          <xsl:for-each select="vraag">
            <xsl:value-of select="@nr"/><xsl:text> </xsl:text>
            <xsl:choose>
              <xsl:when test="gegeven"><xsl:value-of select="gegeven/@label"/></xsl:when>
              <xsl:otherwise>niet ingevuld</xsl:otherwise>
            </xsl:choose>
            <xsl:choose><xsl:when test="position() = last()">.</xsl:when><xsl:otherwise>, </xsl:otherwise></xsl:choose>
          </xsl:for-each>
        </xsl:attribute>
        <svg:svg version="1.1" width="{$breed}pt" height="13pt" viewBox="0 0 {$breed} 13">
          <xsl:for-each select="vraag">
            <xsl:call-template name="vakje">
              <xsl:with-param name="x" select="(position() - 1) * 19 + 0.5"/>
              <xsl:with-param name="breed" select="18"/>
              <xsl:with-param name="hoog" select="12"/>
              <xsl:with-param name="waarde" select="gegeven/@waarde"/>
              <xsl:with-param name="tekst" select="substring-after(@nr, '.')"/>
            </xsl:call-template>
          </xsl:for-each>
        </svg:svg>
      </fo:instream-foreign-object>
    </fo:block>
  </xsl:template>

  <!-- Een vakje in een tekening. -->
  <xsl:template name="vakje">
    <xsl:param name="x" select="0.5"/>
    <xsl:param name="breed"/>
    <xsl:param name="hoog"/>
    <xsl:param name="waarde"/>
    <xsl:param name="tekst"/>
    <xsl:variable name="tint">
      <xsl:choose>
        <xsl:when test="$waarde != ''"><xsl:call-template name="tint"><xsl:with-param name="waarde" select="$waarde"/></xsl:call-template></xsl:when>
        <xsl:otherwise>#ffffff</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="inkt-erop">
      <xsl:choose>
        <xsl:when test="$waarde != ''"><xsl:call-template name="inkt-op"><xsl:with-param name="waarde" select="$waarde"/></xsl:call-template></xsl:when>
        <xsl:otherwise><xsl:value-of select="$grijs"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <svg:rect x="{$x}" y="0.5" width="{$breed}" height="{$hoog}" fill="{$tint}" stroke="{$kleur-zacht}" stroke-width="0.6"/>
    <xsl:if test="not($waarde != '')">
      <svg:line x1="{$x}" y1="{$hoog + 0.5}" x2="{$x + $breed}" y2="0.5" stroke="{$kleur-lijn}" stroke-width="0.6"/>
    </xsl:if>
    <xsl:if test="$tekst != ''">
      <svg:text x="{$x + $breed div 2}" y="{$hoog div 2 + 3}" font-family="Lato" font-size="7.5" text-anchor="middle" fill="{$inkt-erop}"><xsl:value-of select="$tekst"/></svg:text>
    </xsl:if>
  </xsl:template>

  <!-- Een vakje naast een antwoord; met een streep erin telt het niet mee. -->
  <xsl:template name="blokje">
    <xsl:param name="waarde" select="gegeven/@waarde"/>
    <fo:inline font-size="6pt" border="0.6pt solid {$kleur-zacht}" keep-together.within-line="always">
      <xsl:if test="$waarde != ''">
        <xsl:attribute name="background-color"><xsl:call-template name="tint"><xsl:with-param name="waarde" select="$waarde"/></xsl:call-template></xsl:attribute>
      </xsl:if>
      <fo:leader leader-length="8pt">
        <xsl:attribute name="leader-pattern"><xsl:choose><xsl:when test="$waarde != ''">space</xsl:when><xsl:otherwise>rule</xsl:otherwise></xsl:choose></xsl:attribute>
        <xsl:if test="not($waarde != '')"><xsl:attribute name="rule-thickness">0.6pt</xsl:attribute></xsl:if>
      </fo:leader>
    </fo:inline>
  </xsl:template>

  <!-- Wat de tinten betekenen, één keer. -->
  <xsl:template name="legenda">
    <fo:block role="P" xsl:use-attribute-sets="bijtekst" hyphenate="false" space-after="2pt" keep-with-next.within-page="always">
      <xsl:for-each select="$lijst/schaal[@soort = 'extern']/antwoord[@waarde]">
        <xsl:sort select="@waarde" data-type="number" order="descending"/>
        <xsl:variable name="waarde" select="@waarde"/>
        <xsl:call-template name="blokje"><xsl:with-param name="waarde" select="@waarde"/></xsl:call-template>
        <xsl:text>&#160;</xsl:text>
        <xsl:for-each select="$lijst/schaal[@soort = 'intern']/antwoord[@waarde = $waarde]"><xsl:value-of select="@label"/> of </xsl:for-each>
        <xsl:value-of select="@label"/>
        <xsl:text>&#8195;</xsl:text>
      </xsl:for-each>
      <xsl:call-template name="blokje"><xsl:with-param name="waarde"/></xsl:call-template>
      <xsl:text>&#160;telt niet mee</xsl:text>
    </fo:block>
  </xsl:template>

  <!-- Een balk van 0 tot 100, met een streepje waar de vorige keer was. -->
  <xsl:template name="balk">
    <xsl:param name="breed" select="164"/>
    <xsl:variable name="kleur-balk">
      <xsl:choose><xsl:when test="self::totaal"><xsl:value-of select="$kleur"/></xsl:when><xsl:otherwise><xsl:value-of select="$kleur-zacht"/></xsl:otherwise></xsl:choose>
    </xsl:variable>
    <fo:instream-foreign-object content-width="{$breed}pt" content-height="9pt">
      <xsl:attribute name="fox:alt-text">
        <xsl:choose>
          <xsl:when test="@score"><xsl:value-of select="@score"/> van 100<xsl:if test="@vorige">, vorige keer <xsl:value-of select="@vorige"/></xsl:if></xsl:when>
          <xsl:otherwise>geen score</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <svg:svg version="1.1" width="{$breed}pt" height="9pt" viewBox="0 0 {$breed} 9">
        <svg:rect x="0" y="1.5" width="{$breed}" height="6" fill="{$kleur-tint}"/>
        <xsl:if test="@score"><svg:rect x="0" y="1.5" width="{@score * $breed div 100}" height="6" fill="{$kleur-balk}"/></xsl:if>
        <xsl:if test="@vorige">
          <svg:line x1="{@vorige * $breed div 100}" y1="0" x2="{@vorige * $breed div 100}" y2="9" stroke="#ffffff" stroke-width="2.4"/>
          <svg:line x1="{@vorige * $breed div 100}" y1="0" x2="{@vorige * $breed div 100}" y2="9" stroke="{$inkt}" stroke-width="1"/>
        </xsl:if>
      </svg:svg>
    </fo:instream-foreign-object>
  </xsl:template>

  <!-- Een score als cel: het cijfer op zijn tint, met wat er veranderde. -->
  <xsl:template name="scorecel">
    <xsl:param name="waarde" select="@score"/>
    <xsl:param name="verschil" select="@verschil"/>
    <xsl:param name="tekst" select="$waarde"/>
    <fo:table-cell padding-top="3pt" padding-bottom="3pt" border="0.6pt solid {$kleur-lijn}" text-align="center">
      <xsl:attribute name="background-color">
        <xsl:choose>
          <xsl:when test="$waarde != ''"><xsl:call-template name="tint"><xsl:with-param name="waarde" select="$waarde"/></xsl:call-template></xsl:when>
          <xsl:otherwise>#ffffff</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <fo:block hyphenate="false">
        <xsl:attribute name="color"><xsl:call-template name="inkt-op"><xsl:with-param name="waarde" select="$waarde"/></xsl:call-template></xsl:attribute>
        <fo:inline font-weight="bold"><xsl:value-of select="$tekst"/><xsl:if test="not($tekst != '')">–</xsl:if></fo:inline>
        <fo:inline font-size="7.5pt"><xsl:call-template name="verschil"><xsl:with-param name="verschil" select="$verschil"/></xsl:call-template></fo:inline>
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
