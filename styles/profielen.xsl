<?xml version="1.0" encoding="UTF-8"?>
<!-- Het Competentieprofiel: A in proza met genummerde punten, B als tabel. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ow="urn:opbouwwerk:fo">

  <xsl:template match="profielA/paragraaf | profielB/paragraaf">
    <fo:block role="Sect">
      <fo:block xsl:use-attribute-sets="titel-sectie" id="{@id}">
        <fo:marker marker-class-name="sectie">
          <xsl:apply-templates select="." mode="nummer"/>
          <xsl:text>&#8194;</xsl:text>
          <xsl:apply-templates select="titel" mode="kop"/>
        </fo:marker>
        <fo:inline font-size="11pt" color="{$kleur-zacht}"><xsl:apply-templates select="." mode="nummer"/></fo:inline>
        <xsl:text>&#8194;</xsl:text>
        <xsl:apply-templates select="titel" mode="kop"/>
      </fo:block>
      <xsl:call-template name="zie-ook"><xsl:with-param name="onder-kop" select="true()"/></xsl:call-template>
      <xsl:apply-templates select="*[not(self::titel)]"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="stelling">
    <fo:block xsl:use-attribute-sets="alinea" role="P" id="{@id}" font-style="italic" text-align="start"
        space-after="{$halve-regel}">
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="aanhef">
    <fo:block xsl:use-attribute-sets="alinea" role="P" id="{@id}" keep-with-next.within-page="always">
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="groep">
    <fo:block role="Sect">
      <fo:block xsl:use-attribute-sets="titel-tekst" id="{@id}" space-before="{$halve-regel}" font-size="8.6pt">
        <fo:inline color="{$kleur-zacht}" font-weight="normal"><xsl:number count="groep" format="a"/></fo:inline>
        <xsl:text>&#8194;</xsl:text>
        <xsl:value-of select="titel"/>
      </fo:block>
      <xsl:call-template name="zie-ook"><xsl:with-param name="onder-kop" select="true()"/></xsl:call-template>
      <xsl:apply-templates select="lijst"/>
    </fo:block>
  </xsl:template>

  <!-- Een punt draagt zijn nummer in de marge van de lijst. -->
  <xsl:template match="profielA//lijst">
    <fo:list-block xsl:use-attribute-sets="bron" role="L" provisional-distance-between-starts="20.25pt"
        provisional-label-separation="5pt">
      <xsl:apply-templates select="punt"/>
    </fo:list-block>
  </xsl:template>

  <xsl:template match="profielA//punt">
    <fo:list-item xsl:use-attribute-sets="bron" id="{@id}">
      <fo:list-item-label end-indent="label-end()">
        <fo:block font-size="8.5pt" color="{$kleur-zacht}" text-align="end"><xsl:apply-templates select="." mode="volgnummer"/></fo:block>
      </fo:list-item-label>
      <fo:list-item-body start-indent="body-start()">
        <fo:block xsl:use-attribute-sets="alinea" text-align="start">
          <xsl:apply-templates/>
          <xsl:text> </xsl:text>
          <fo:inline font-family="{$letter-tabel}" font-size="7.2pt" color="{$kleur-zacht}" ow:font-features="lnum=1" hyphenate="false">
            <xsl:call-template name="zie-ook-kort"/>
          </fo:inline>
        </fo:block>
      </fo:list-item-body>
    </fo:list-item>
  </xsl:template>

  <xsl:template match="matrix">
    <fo:table xsl:use-attribute-sets="tabeltekst bron" role="Table" id="{@id}" table-layout="fixed" width="100%"
        border-collapse="collapse" space-before="{$halve-regel}" space-after="{$regel}">
      <fo:table-column column-width="19pt"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-header>
        <fo:table-row id="{kop/@id}" border-bottom="0.8pt solid {$kleur}">
          <fo:table-cell xsl:use-attribute-sets="kopje-tabel"><fo:block/></fo:table-cell>
          <xsl:for-each select="kop/kolom">
            <fo:table-cell xsl:use-attribute-sets="kopje-tabel" id="{@id}" role="TH">
              <fo:block><xsl:value-of select="."/></fo:block>
            </fo:table-cell>
          </xsl:for-each>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:apply-templates select="competentie"/>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="competentie">
    <fo:table-row xsl:use-attribute-sets="bron" id="{@id}" border-bottom="{$haarlijn} solid {$kleur-lijn}" keep-together.within-page="10">
      <fo:table-cell xsl:use-attribute-sets="cel" padding-right="0pt" role="TH" ow:scope="row">
        <fo:block color="{$kleur-zacht}">
          <xsl:number count="paragraaf" format="1"/>.<xsl:number count="competentie"/>
        </fo:block>
        <xsl:call-template name="zie-ook-rij"/>
      </fo:table-cell>
      <xsl:apply-templates select="vaardigheid | kennis | houding"/>
    </fo:table-row>
  </xsl:template>

  <xsl:template name="zie-ook-rij"/>

  <xsl:template match="vaardigheid | kennis | houding">
    <fo:table-cell xsl:use-attribute-sets="cel bron" id="{@id}">
      <fo:block hyphenation-push-character-count="3"><xsl:apply-templates/></fo:block>
      <xsl:if test="key('koppeling', @id)">
        <fo:block xsl:use-attribute-sets="klein" font-size="6.8pt" line-height="9pt" space-before="2pt">
          <xsl:call-template name="zie-ook-kort"/>
        </fo:block>
      </xsl:if>
    </fo:table-cell>
  </xsl:template>
</xsl:stylesheet>
