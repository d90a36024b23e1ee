<?xml version="1.0" encoding="UTF-8"?>
<!-- De vragen van een audit met hun antwoord, bewijs en actie, per sectie onder haar warmtestrook. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ow="urn:opbouwwerk:fo">

  <xsl:template name="verslag-vragen">
    <xsl:for-each select="thema">
      <fo:block role="Sect">
        <xsl:if test="position() = 1"><xsl:attribute name="break-before">page</xsl:attribute></xsl:if>
        <fo:block xsl:use-attribute-sets="kop-hoofdstuk" color="{$kleur}" id="{@knoop}"><xsl:call-template name="titel-van"/></fo:block>
        <xsl:if test="position() = 1"><xsl:call-template name="legenda"/></xsl:if>
        <xsl:apply-templates select="sectie" mode="verslag"/>
      </fo:block>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="sectie" mode="verslag">
    <fo:block role="Sect">
      <fo:block xsl:use-attribute-sets="kop-paragraaf" id="{@knoop}" font-size="10.5pt">
        <fo:marker marker-class-name="sectie"><xsl:value-of select="@nummer"/><xsl:text> </xsl:text><xsl:call-template name="titel-van"/></fo:marker>
        <xsl:value-of select="@nummer"/><xsl:text>&#8194;</xsl:text><xsl:call-template name="titel-van"/>
        <fo:inline font-weight="normal" font-size="8pt" color="{$grijs}">
          <xsl:if test="@score">&#8195;<fo:inline font-weight="bold" color="{$inkt}"><xsl:value-of select="@score"/></fo:inline><xsl:call-template name="verschil"><xsl:with-param name="verschil" select="@verschil"/></xsl:call-template></xsl:if>
          <xsl:text>&#8195;</xsl:text><xsl:call-template name="toelichting-op"/>
        </fo:inline>
      </fo:block>
      <xsl:call-template name="strook-van-vragen"/>
      <fo:table table-layout="fixed" width="100%" role="Table" border-collapse="collapse" border-top="{$haarlijn} solid {$kleur}">
        <fo:table-column column-width="10mm"/><fo:table-column column-width="proportional-column-width(1)"/><fo:table-column column-width="38mm"/>
        <fo:table-body><xsl:apply-templates select="vraag" mode="verslag"/></fo:table-body>
      </fo:table>
    </fo:block>
  </xsl:template>

  <xsl:template match="vraag" mode="verslag">
    <fo:table-row border-bottom="{$haarlijn} solid {$kleur-lijn}" keep-together.within-page="always">
      <fo:table-cell xsl:use-attribute-sets="vraagcel" role="TH" ow:scope="row"><fo:block color="{$grijs}"><xsl:value-of select="@nr"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="vraagcel" padding-right="9pt">
        <fo:block>
          <xsl:value-of select="tekst"/>
          <xsl:if test="@bladzijde"><fo:inline xsl:use-attribute-sets="bijtekst">&#160;blz.&#160;<xsl:value-of select="@bladzijde"/></fo:inline></xsl:if>
        </fo:block>
        <xsl:apply-templates select="gegeven/bewijs" mode="verslag"/>
        <xsl:for-each select="gegeven/notitie/alinea">
          <fo:block space-before="1pt"><xsl:value-of select="."/></fo:block>
        </xsl:for-each>
        <xsl:apply-templates select="gegeven/actie" mode="verslag"/>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="vraagcel"><xsl:call-template name="antwoord"/></fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="bewijs" mode="verslag">
    <fo:block xsl:use-attribute-sets="bijtekst">
      <xsl:value-of select="."/>
      <xsl:if test=". != ''"> (</xsl:if>
      <xsl:call-template name="vervang-wit"><xsl:with-param name="tekst" select="@soort"/></xsl:call-template>
      <xsl:if test=". != ''">)</xsl:if>
    </fo:block>
  </xsl:template>

  <!-- "document gesprek" als "document, gesprek". -->
  <xsl:template name="vervang-wit">
    <xsl:param name="tekst"/>
    <xsl:choose>
      <xsl:when test="contains($tekst, ' ')">
        <xsl:value-of select="substring-before($tekst, ' ')"/>
        <xsl:text>, </xsl:text>
        <xsl:call-template name="vervang-wit"><xsl:with-param name="tekst" select="substring-after($tekst, ' ')"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$tekst"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="actie" mode="verslag">
    <fo:block space-before="1pt" start-indent="10pt" text-indent="-10pt">
      <fo:inline color="{$kleur}" font-weight="bold">→ </fo:inline>
      <xsl:value-of select="."/>
      <fo:inline xsl:use-attribute-sets="bijtekst">
        <xsl:text>&#8194;</xsl:text>
        <xsl:value-of select="@eigenaar"/>, voor <xsl:call-template name="korte-datum"><xsl:with-param name="iso" select="@voor"/></xsl:call-template>, <xsl:value-of select="@stand"/>
      </fo:inline>
      <xsl:if test="@te-laat"><fo:inline font-weight="bold"> ! te&#160;laat</fo:inline></xsl:if>
    </fo:block>
  </xsl:template>

  <!-- Wat er staat, en wat er stond; achteruit valt op. -->
  <xsl:template name="antwoord">
    <fo:block hyphenate="false">
      <xsl:call-template name="blokje"/>
      <xsl:text>&#8194;</xsl:text>
      <fo:inline font-weight="bold"><xsl:value-of select="gegeven/@label"/><xsl:if test="not(gegeven)">niet ingevuld</xsl:if></fo:inline>
    </fo:block>
    <fo:block xsl:use-attribute-sets="bijtekst" hyphenate="false">
      <xsl:text>gewicht&#160;</xsl:text>
      <xsl:choose><xsl:when test="gegeven"><xsl:value-of select="gegeven/@gewicht"/></xsl:when><xsl:otherwise><xsl:value-of select="@gewicht"/></xsl:otherwise></xsl:choose>
      <xsl:if test="vorige/@naam != gegeven/@naam">
        <xsl:text> · </xsl:text>
        <fo:inline>
          <xsl:if test="gegeven/@verschil &lt; 0"><xsl:attribute name="font-weight">bold</xsl:attribute><xsl:attribute name="color"><xsl:value-of select="$inkt"/></xsl:attribute>achteruit, </xsl:if>
          <xsl:text>was&#160;</xsl:text><xsl:value-of select="vorige/@label"/>
        </fo:inline>
      </xsl:if>
    </fo:block>
  </xsl:template>

  <xsl:attribute-set name="vraagcel">
    <xsl:attribute name="padding-top">2.2pt</xsl:attribute>
    <xsl:attribute name="padding-bottom">2.4pt</xsl:attribute>
    <xsl:attribute name="font-size">8.5pt</xsl:attribute>
    <xsl:attribute name="line-height">11.2pt</xsl:attribute>
  </xsl:attribute-set>
</xsl:stylesheet>
