<?xml version="1.0" encoding="UTF-8"?>
<!-- Lopende tekst: delen, secties, alinea's, lijsten; de inleiding en het Statuut. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ow="urn:opbouwwerk:fo">

  <xsl:template match="inleiding[parent::deel] | statuut | competenties | profielA | profielB | condities">
    <fo:block xsl:use-attribute-sets="titel-deel" id="{@id}">
      <fo:marker marker-class-name="sectie"><xsl:apply-templates select="titel" mode="kop"/></fo:marker>
      <xsl:apply-templates select="titel" mode="kop"/>
    </fo:block>
    <xsl:apply-templates select="*[not(self::titel)]"/>
  </xsl:template>

  <!-- Een kop begint met een hoofdletter en eindigt niet op een dubbele punt of een punt. -->
  <xsl:template match="titel" mode="kop">
    <xsl:call-template name="hoofdletter">
      <xsl:with-param name="tekst">
        <xsl:call-template name="zonder-slotteken"><xsl:with-param name="tekst" select="."/></xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="hoofdletter">
    <xsl:param name="tekst"/>
    <xsl:value-of select="translate(substring($tekst, 1, 1), 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')"/>
    <xsl:value-of select="substring($tekst, 2)"/>
  </xsl:template>

  <xsl:template match="nadruk"><fo:inline font-style="italic"><xsl:apply-templates/></fo:inline></xsl:template>
  <xsl:template match="term"><fo:inline font-style="italic"><xsl:apply-templates/></fo:inline></xsl:template>
  <xsl:template match="term[@taal]">
    <fo:inline font-style="italic" language="{@taal}" country="none" hyphenate="false"><xsl:apply-templates/></fo:inline>
  </xsl:template>

  <!-- Een eerste alinea springt niet in; wie op een alinea volgt wel. -->
  <xsl:template match="alinea | intro">
    <fo:block xsl:use-attribute-sets="alinea" role="P" id="{@id}">
      <xsl:if test="preceding-sibling::*[1][self::alinea or self::intro]">
        <xsl:attribute name="text-indent"><xsl:value-of select="$inspring"/></xsl:attribute>
      </xsl:if>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="noot">
    <fo:block xsl:use-attribute-sets="klein bron" role="Note" id="{@id}" space-before="{$regel}"
        border-top="{$haarlijn} solid {$kleur-lijn}" padding-top="4pt">
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="colofonregel">
    <fo:block xsl:use-attribute-sets="bron" role="P" id="{@id}" text-align="start" font-style="italic">
      <xsl:if test="not(preceding-sibling::colofonregel)">
        <xsl:attribute name="space-before"><xsl:value-of select="$regel"/></xsl:attribute>
      </xsl:if>
      <xsl:if test="@soort = 'plaats-en-jaar'">
        <xsl:attribute name="font-style">normal</xsl:attribute>
        <xsl:attribute name="space-before"><xsl:value-of select="$halve-regel"/></xsl:attribute>
      </xsl:if>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <!-- Een inleiding binnen een deel. -->
  <xsl:template match="inleiding">
    <fo:block role="Sect">
      <xsl:if test="parent::statuut">
        <xsl:attribute name="break-before">page</xsl:attribute>
      </xsl:if>
      <fo:block xsl:use-attribute-sets="titel-sectie" id="{@id}" space-before="0pt">
        <fo:marker marker-class-name="sectie"><xsl:apply-templates select="titel" mode="kop"/></fo:marker>
        <xsl:apply-templates select="titel" mode="kop"/>
      </fo:block>
      <xsl:apply-templates select="*[not(self::titel)]"/>
      <xsl:call-template name="zie-ook">
        <xsl:with-param name="knopen" select=". | .//alinea | .//punt | .//noot"/>
      </xsl:call-template>
    </fo:block>
  </xsl:template>

  <xsl:template match="lijst">
    <fo:list-block xsl:use-attribute-sets="bron" role="L" provisional-distance-between-starts="{$inspring}"
        provisional-label-separation="4pt">
      <xsl:apply-templates select="punt"/>
    </fo:list-block>
  </xsl:template>

  <xsl:template match="punt">
    <fo:list-item xsl:use-attribute-sets="bron" id="{@id}">
      <fo:list-item-label end-indent="label-end()">
        <fo:block color="{$kleur}">–</fo:block>
      </fo:list-item-label>
      <fo:list-item-body start-indent="body-start()">
        <fo:block xsl:use-attribute-sets="alinea"><xsl:apply-templates/></fo:block>
      </fo:list-item-body>
    </fo:list-item>
  </xsl:template>

  <!-- Een sectie van het Statuut staat op twee pagina's tegenover elkaar: kop, figuur en
       intro, dan de teksten bij de satellieten. Het deel krijgt daarom een titelpagina. -->
  <xsl:template match="statuut/sectie">
    <fo:block role="Sect" break-before="even-page">
      <fo:block xsl:use-attribute-sets="titel-sectie" id="{@id}" space-before="0pt">
        <fo:marker marker-class-name="sectie"><xsl:apply-templates select="titel" mode="kop"/></fo:marker>
        <xsl:apply-templates select="titel" mode="kop"/>
      </fo:block>
      <xsl:apply-templates select="diagram"/>
      <xsl:apply-templates select="intro"/>
      <xsl:call-template name="zie-ook">
        <xsl:with-param name="knopen" select=". | intro | diagram | diagram/*"/>
      </xsl:call-template>
      <xsl:apply-templates select="satelliettekst"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="satelliettekst">
    <fo:block role="Sect">
      <fo:block xsl:use-attribute-sets="titel-tekst" id="{@id}">
        <xsl:apply-templates select="titel" mode="kop"/>
      </fo:block>
      <xsl:if test="subkop">
        <fo:block role="P" font-family="{$letter-tabel}" font-size="8pt" line-height="{$regel}" color="{$kleur-zacht}"
            keep-with-next.within-page="always">
          <xsl:for-each select="subkop">
            <xsl:if test="position() &gt; 1"> · </xsl:if>
            <fo:inline id="{@id}"><xsl:value-of select="."/></fo:inline>
          </xsl:for-each>
        </fo:block>
      </xsl:if>
      <xsl:apply-templates select="*[not(self::titel or self::subkop)]"/>
      <xsl:call-template name="zie-ook">
        <xsl:with-param name="knopen" select=". | subkop | .//alinea | .//punt"/>
      </xsl:call-template>
    </fo:block>
  </xsl:template>
</xsl:stylesheet>
