<?xml version="1.0" encoding="UTF-8"?>
<!-- Het voorwerk: Franse titel, titelblad, colofon, inhoud; en de bladwijzers van het scherm. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ow="urn:opbouwwerk:fo">

  <xsl:template name="voorwerk">
    <fo:page-sequence master-reference="voorwerk" format="i" initial-page-number="1" force-page-count="even">
      <fo:title><xsl:value-of select="$boekje/titel"/></fo:title>
      <fo:flow flow-name="tekst">
        <xsl:call-template name="franse-titel"/>
        <xsl:call-template name="titelblad"/>
        <xsl:call-template name="colofon"/>
        <xsl:call-template name="inhoud"/>
      </fo:flow>
    </fo:page-sequence>
  </xsl:template>

  <xsl:template name="franse-titel">
    <fo:block role="P" space-before="108pt" space-before.conditionality="retain" text-align="start"
        font-size="13pt" line-height="{$regel}" color="{$kleur}">
      <xsl:value-of select="$boekje/titel"/>
    </fo:block>
  </xsl:template>

  <xsl:template name="titelblad">
    <fo:block role="Sect" break-before="odd-page" text-align="start" hyphenate="false">
      <fo:block role="P" font-family="{$letter-tabel}" font-size="9pt" letter-spacing="0.03em"
          color="{$kleur-zacht}" space-before="81pt" space-before.conditionality="retain">
        <xsl:if test="$boekje/@naam != 'opbouwwerk-in-essentie'">
          <xsl:value-of select="$publicatie/boek/titel"/>
        </xsl:if>
        <xsl:text>&#160;</xsl:text>
      </fo:block>
      <fo:block role="H1" font-size="32pt" line-height="40.5pt" color="{$kleur}" space-before="13.5pt"
          border-bottom="1.2pt solid {$kleur}" padding-bottom="12pt">
        <xsl:call-template name="titelregels"/>
      </fo:block>
      <xsl:if test="$boekje/ondertitel">
        <fo:block role="P" font-size="13pt" line-height="20.25pt" font-style="italic" space-before="13.5pt">
          <xsl:value-of select="$boekje/ondertitel"/>
        </fo:block>
      </xsl:if>
      <fo:block role="P" font-family="{$letter-tabel}" font-size="9pt" color="{$kleur-zacht}"
          space-before="202.5pt" ow:font-features="lnum=1">
        <xsl:call-template name="welke-uitgave"/>
      </fo:block>
    </fo:block>
  </xsl:template>

  <xsl:template name="welke-uitgave">
    <xsl:value-of select="$uitgave/@status"/>
    <xsl:text>, editie </xsl:text>
    <xsl:value-of select="$uitgave/@editie"/>
  </xsl:template>

  <!-- Een voorzetsel blijft op het titelblad bij wat volgt. -->
  <xsl:template name="titelregels">
    <xsl:variable name="titel" select="normalize-space($boekje/titel)"/>
    <xsl:choose>
      <xsl:when test="contains($titel, ' in ')">
        <xsl:value-of select="concat(substring-before($titel, ' in '), ' in&#160;', substring-after($titel, ' in '))"/>
      </xsl:when>
      <xsl:when test="contains($titel, ' voor ')">
        <xsl:value-of select="concat(substring-before($titel, ' voor '), ' voor&#160;', substring-after($titel, ' voor '))"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$titel"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="colofon">
    <fo:block-container break-before="even-page" height="145mm" display-align="after" role="Sect">
      <fo:block xsl:use-attribute-sets="klein" role="P" font-weight="bold" space-after="{$halve-regel}">Colofon</fo:block>
      <xsl:for-each select="$uitgave/colofonalinea">
        <fo:block xsl:use-attribute-sets="klein bron" role="P" space-after="4.8pt">
          <xsl:apply-templates/>
        </fo:block>
      </xsl:for-each>
      <fo:block xsl:use-attribute-sets="klein" role="P">
        <xsl:call-template name="uitgave-en-datum"/>
      </fo:block>
    </fo:block-container>
  </xsl:template>

  <xsl:template name="uitgave-en-datum">
    <xsl:text>Editie </xsl:text>
    <xsl:value-of select="$uitgave/@editie"/>
    <xsl:text>, </xsl:text>
    <xsl:call-template name="datum">
      <xsl:with-param name="iso" select="$uitgave/@datum"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="datum">
    <xsl:param name="iso"/>
    <xsl:variable name="maanden" select="'januari   februari  maart     april     mei       juni      juli      augustus  september oktober   november  december  '"/>
    <xsl:value-of select="number(substring($iso, 9, 2))"/>
    <xsl:text> </xsl:text>
    <xsl:value-of select="normalize-space(substring($maanden, 10 * number(substring($iso, 6, 2)) - 9, 10))"/>
    <xsl:text> </xsl:text>
    <xsl:value-of select="substring($iso, 1, 4)"/>
  </xsl:template>

  <!-- De inhoud: delen, en de koppen van het tweede niveau. -->
  <xsl:template name="inhoud">
    <fo:block break-before="odd-page" role="Sect" id="inhoud">
      <fo:block xsl:use-attribute-sets="titel-deel" role="H1" font-size="18pt" space-before="0pt" space-after="13.5pt">Inhoud</fo:block>
      <fo:block role="TOC" font-size="9.4pt" line-height="11.6pt">
        <xsl:apply-templates select="$delen" mode="inhoud"/>
        <xsl:call-template name="inhoud-bijlagen"/>
      </fo:block>
    </fo:block>
  </xsl:template>

  <xsl:template name="inhoudsregel">
    <xsl:param name="id" select="@id"/>
    <xsl:param name="titel"><xsl:apply-templates select="titel" mode="kop"/></xsl:param>
    <xsl:param name="niveau" select="1"/>
    <fo:block role="TOCI" text-align="start" text-align-last="justify" hyphenate="false" end-indent="27pt" last-line-end-indent="-27pt">
      <xsl:choose>
        <xsl:when test="$niveau = 1">
          <xsl:attribute name="space-before">4.2pt</xsl:attribute>
          <xsl:attribute name="font-weight">bold</xsl:attribute>
          <xsl:attribute name="color"><xsl:value-of select="$kleur"/></xsl:attribute>
          <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
        </xsl:when>
        <xsl:otherwise>
          <xsl:attribute name="start-indent"><xsl:value-of select="concat(($niveau - 1) * 13.5, 'pt')"/></xsl:attribute>
        </xsl:otherwise>
      </xsl:choose>
      <fo:basic-link internal-destination="{$id}" role="Reference">
        <xsl:value-of select="$titel"/>
        <fo:leader leader-pattern="dots" leader-pattern-width="6pt" leader-length.minimum="12pt"
            leader-length.optimum="24pt" leader-length.maximum="100%" leader-alignment="reference-area"
            font-weight="normal" color="{$kleur-lijn}"/>
        <fo:page-number-citation ref-id="{$id}"/>
      </fo:basic-link>
    </fo:block>
  </xsl:template>

  <xsl:template match="*" mode="inhoud">
    <xsl:call-template name="inhoudsregel"/>
    <xsl:for-each select="inleiding | sectie | deel | paragraaf">
      <xsl:call-template name="inhoudsregel">
        <xsl:with-param name="niveau" select="2"/>
        <xsl:with-param name="titel"><xsl:apply-templates select="." mode="inhoudstitel"/></xsl:with-param>
      </xsl:call-template>
      <xsl:for-each select="self::deel/thema">
        <xsl:call-template name="inhoudsregel">
          <xsl:with-param name="niveau" select="3"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="*" mode="inhoudstitel">
    <xsl:apply-templates select="titel" mode="kop"/>
  </xsl:template>
  <xsl:template match="paragraaf" mode="inhoudstitel">
    <xsl:apply-templates select="." mode="nummer"/>
    <xsl:text>&#8195;</xsl:text>
    <xsl:apply-templates select="titel" mode="kop"/>
  </xsl:template>

  <xsl:template name="bladwijzers">
    <fo:bookmark-tree>
      <fo:bookmark internal-destination="inhoud">
        <fo:bookmark-title>Inhoud</fo:bookmark-title>
      </fo:bookmark>
      <xsl:apply-templates select="$delen" mode="bladwijzer"/>
      <xsl:call-template name="bladwijzers-bijlagen"/>
    </fo:bookmark-tree>
  </xsl:template>

  <xsl:template match="*" mode="bladwijzer">
    <fo:bookmark internal-destination="{@id}">
      <fo:bookmark-title>
        <xsl:apply-templates select="." mode="inhoudstitel"/>
      </fo:bookmark-title>
      <xsl:apply-templates select="sectie | deel | paragraaf | thema | self::sectie/satelliettekst" mode="bladwijzer"/>
    </fo:bookmark>
  </xsl:template>
</xsl:stylesheet>
