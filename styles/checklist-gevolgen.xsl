<?xml version="1.0" encoding="UTF-8"?>
<!-- Wat onvervulde condities hinderen en raken, langs de koppelingen: een register op de competenties en de
     normen, met de bladzijde ervan en de nummers van de vragen. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ow="urn:opbouwwerk:fo" xmlns:exsl="http://exslt.org/common"
    extension-element-prefixes="exsl">

  <xsl:template name="verslag-gevolgen">
    <xsl:if test="hindert | raakt">
      <fo:block role="Sect" break-before="page">
        <fo:block xsl:use-attribute-sets="kop-hoofdstuk" color="{$kleur}" id="gevolgen">
          <fo:marker marker-class-name="sectie">Wat dit hindert en raakt</fo:marker>
          <xsl:text>Wat dit hindert en raakt</xsl:text>
        </fo:block>
        <fo:block role="P" space-after="4pt">Wie onder deze condities werkt, komt aan sommige competenties moeilijk toe, en soms komen normen van het Statuut in de knel. De nummers achteraan zijn die van de onvervulde condities.</fo:block>
        <xsl:call-template name="register">
          <xsl:with-param name="kop">Competenties die worden gehinderd</xsl:with-param>
          <xsl:with-param name="plaatsen" select="hindert"/>
          <xsl:with-param name="naamkolom">19mm</xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="register">
          <xsl:with-param name="kop">Normen van het Statuut die worden geraakt</xsl:with-param>
          <xsl:with-param name="plaatsen" select="raakt"/>
          <xsl:with-param name="naamkolom">proportional-column-width(1)</xsl:with-param>
          <xsl:with-param name="lengte" select="0"/>
        </xsl:call-template>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <!-- Een regel per plaats die een naam heeft: alinea's van één paragraaf zijn één plaats. Met een lengte staat er
       ook waar het over gaat, tot zoveel tekens. -->
  <xsl:template name="register">
    <xsl:param name="kop"/>
    <xsl:param name="plaatsen"/>
    <xsl:param name="naamkolom"/>
    <xsl:param name="lengte" select="72"/>
    <xsl:variable name="alle">
      <xsl:for-each select="$plaatsen">
        <xsl:variable name="plaats" select="key('plaats', @naar)"/>
        <plaats bladzijde="{@bladzijde}">
          <xsl:attribute name="adres"><xsl:apply-templates select="$plaats" mode="adres"/></xsl:attribute>
          <xsl:attribute name="naam"><xsl:apply-templates select="$plaats" mode="aanduiding"/></xsl:attribute>
          <xsl:attribute name="tekst">
            <xsl:choose>
              <xsl:when test="$plaats/titel"><xsl:value-of select="normalize-space($plaats/titel)"/></xsl:when>
              <xsl:when test="$plaats/self::competentie"><xsl:value-of select="normalize-space($plaats/vaardigheid)"/></xsl:when>
              <xsl:otherwise><xsl:value-of select="normalize-space($plaats)"/></xsl:otherwise>
            </xsl:choose>
          </xsl:attribute>
          <xsl:copy-of select="door"/>
        </plaats>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="$plaatsen">
      <fo:block xsl:use-attribute-sets="kop-paragraaf"><xsl:value-of select="$kop"/></fo:block>
      <fo:table table-layout="fixed" width="100%" role="Table" border-collapse="collapse" xsl:use-attribute-sets="fijn">
        <fo:table-column column-width="{$naamkolom}"/>
        <xsl:if test="$lengte &gt; 0"><fo:table-column column-width="proportional-column-width(1)"/></xsl:if>
        <fo:table-column column-width="11mm"/><fo:table-column column-width="43mm"/>
        <fo:table-header>
          <fo:table-row border-bottom="0.8pt solid {$kleur}">
            <xsl:call-template name="kolomkop"><xsl:with-param name="woord">plaats</xsl:with-param></xsl:call-template>
            <xsl:if test="$lengte &gt; 0"><xsl:call-template name="kolomkop"><xsl:with-param name="woord">waar het over gaat</xsl:with-param></xsl:call-template></xsl:if>
            <xsl:call-template name="kolomkop"><xsl:with-param name="woord">blz.</xsl:with-param></xsl:call-template>
            <xsl:call-template name="kolomkop"><xsl:with-param name="woord">door</xsl:with-param></xsl:call-template>
          </fo:table-row>
        </fo:table-header>
        <fo:table-body>
          <xsl:for-each select="exsl:node-set($alle)/plaats[not(@adres = preceding-sibling::plaats/@adres)]">
            <xsl:call-template name="registerregel">
              <xsl:with-param name="lengte" select="$lengte"/>
              <xsl:with-param name="samen" select=". | following-sibling::plaats[@adres = current()/@adres]"/>
            </xsl:call-template>
          </xsl:for-each>
        </fo:table-body>
      </fo:table>
    </xsl:if>
  </xsl:template>

  <xsl:template name="registerregel">
    <xsl:param name="samen"/>
    <xsl:param name="lengte"/>
    <fo:table-row border-bottom="{$haarlijn} solid {$kleur-lijn}" keep-together.within-page="always">
      <fo:table-cell role="TH" ow:scope="row" padding-top="1.4pt" padding-bottom="1.4pt" padding-right="4pt"><fo:block font-weight="bold" hyphenate="false"><xsl:value-of select="@naam"/></fo:block></fo:table-cell>
      <xsl:if test="$lengte &gt; 0">
        <fo:table-cell padding-top="1.4pt" padding-right="6pt"><fo:block hyphenate="false"><xsl:call-template name="ingekort"><xsl:with-param name="tekst" select="@tekst"/><xsl:with-param name="lengte" select="$lengte"/></xsl:call-template></fo:block></fo:table-cell>
      </xsl:if>
      <fo:table-cell padding-top="1.4pt"><fo:block><xsl:value-of select="@bladzijde"/></fo:block></fo:table-cell>
      <fo:table-cell padding-top="1.4pt">
        <fo:block hyphenate="false">
          <xsl:for-each select="$samen/door[not(@nr = preceding-sibling::door/@nr) and not(@nr = ../preceding-sibling::plaats[@adres = current()/@adres]/door/@nr)]">
            <xsl:sort select="substring-before(@nr, '.')" data-type="number"/>
            <xsl:sort select="substring-after(@nr, '.')" data-type="number"/>
            <xsl:value-of select="@nr"/><xsl:if test="position() != last()"><xsl:text> </xsl:text></xsl:if>
          </xsl:for-each>
        </fo:block>
      </fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <!-- Het begin van een tekst, op hele woorden: genoeg om haar te herkennen. -->
  <xsl:template name="ingekort">
    <xsl:param name="tekst"/>
    <xsl:param name="lengte"/>
    <xsl:choose>
      <xsl:when test="string-length($tekst) &lt;= $lengte + 3"><xsl:value-of select="$tekst"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="hele-woorden"><xsl:with-param name="tekst" select="substring($tekst, 1, $lengte)"/></xsl:call-template>
        <xsl:text>…</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="hele-woorden">
    <xsl:param name="tekst"/>
    <xsl:choose>
      <xsl:when test="contains(' ,;:.', substring($tekst, string-length($tekst))) or not(contains($tekst, ' '))">
        <xsl:value-of select="translate(substring($tekst, string-length($tekst)), ' ,;:.', '')"/>
        <xsl:value-of select="substring($tekst, 1, string-length($tekst) - 1)"/>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="hele-woorden"><xsl:with-param name="tekst" select="substring($tekst, 1, string-length($tekst) - 1)"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Bij één vraag: "Hindert A 1.4, A 1b (blz. 21–22); raakt Collega's (blz. 15)." -->
  <xsl:template name="raakpunten">
    <xsl:variable name="alle" select="key('raakpunt', @id)"/>
    <xsl:call-template name="raakpunten-van"><xsl:with-param name="woord">Hindert </xsl:with-param><xsl:with-param name="plaatsen" select="$alle[self::hindert]"/></xsl:call-template>
    <xsl:call-template name="raakpunten-van"><xsl:with-param name="woord">Raakt </xsl:with-param><xsl:with-param name="plaatsen" select="$alle[self::raakt]"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="raakpunten-van">
    <xsl:param name="woord"/>
    <xsl:param name="plaatsen"/>
    <xsl:if test="$plaatsen">
      <xsl:value-of select="$woord"/>
      <xsl:for-each select="$plaatsen">
        <xsl:apply-templates select="key('plaats', @naar)" mode="aanduiding"/>
        <xsl:if test="@bladzijde"> (blz.&#160;<xsl:value-of select="@bladzijde"/>)</xsl:if>
        <xsl:choose><xsl:when test="position() != last()">, </xsl:when><xsl:otherwise>. </xsl:otherwise></xsl:choose>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
