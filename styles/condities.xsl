<?xml version="1.0" encoding="UTF-8"?>
<!-- De Condities: delen, thema's en secties met hun tabellen en stroken. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ow="urn:opbouwwerk:fo">

  <xsl:template match="condities/deel">
    <fo:block role="Sect" break-before="page">
      <fo:block xsl:use-attribute-sets="titel-sectie" font-size="19pt" line-height="27pt" id="{@id}" space-before="0pt"
          space-after="{$regel}">
        <fo:marker marker-class-name="sectie"><xsl:apply-templates select="titel" mode="kop"/></fo:marker>
        <xsl:apply-templates select="titel" mode="kop"/>
      </fo:block>
      <xsl:if test="regel"><fo:block id="{regel/@id}"/></xsl:if>
      <xsl:apply-templates select="diagram | thema"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="thema">
    <fo:block role="Sect">
      <xsl:if test="preceding-sibling::thema or ../diagram">
        <xsl:attribute name="break-before">page</xsl:attribute>
      </xsl:if>
      <fo:block xsl:use-attribute-sets="titel-sectie" id="{@id}" role="H3" space-before="0pt">
        <fo:marker marker-class-name="sectie"><xsl:apply-templates select="titel" mode="kop"/></fo:marker>
        <xsl:apply-templates select="titel" mode="kop"/>
      </fo:block>
      <xsl:apply-templates select="diagram"/>
      <xsl:call-template name="zie-ook"><xsl:with-param name="onder-kop" select="not(diagram)"/></xsl:call-template>
      <xsl:apply-templates select="sectie"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="thema/sectie">
    <fo:block role="Sect">
      <fo:block xsl:use-attribute-sets="titel-tekst" id="{@id}" role="H4" font-size="10pt">
        <xsl:apply-templates select="titel" mode="kop"/>
      </fo:block>
      <xsl:apply-templates select="*[not(self::titel)]"/>
      <xsl:call-template name="zie-ook">
        <xsl:with-param name="knopen" select=". | alinea | tabel | tabel/bijschrift"/>
      </xsl:call-template>
    </fo:block>
  </xsl:template>

  <xsl:template match="bijschrift">
    <fo:block xsl:use-attribute-sets="bron" id="{@id}" font-family="{$letter-tabel}" font-size="8pt" line-height="{$regel-tabel}"
        font-style="italic" space-before="{$regel}" space-after="3pt" text-align="start" keep-with-next.within-page="always">
      <xsl:call-template name="zonder-slotteken"><xsl:with-param name="tekst" select="."/></xsl:call-template>
    </fo:block>
  </xsl:template>

  <xsl:template match="tabel">
    <xsl:apply-templates select="bijschrift"/>
    <fo:table xsl:use-attribute-sets="tabeltekst bron" role="Table" id="{@id}" table-layout="fixed" width="100%"
        border-collapse="collapse" space-after="{$halve-regel}" border-top="0.8pt solid {$kleur}"
        keep-together.within-page="{8 - 2 * number(count(rij) &gt; 4)}">
      <xsl:if test="not(bijschrift)">
        <xsl:attribute name="space-before"><xsl:value-of select="$regel"/></xsl:attribute>
      </xsl:if>
      <xsl:apply-templates select="." mode="kolommen"/>
      <xsl:if test="kop">
        <fo:table-header>
          <fo:table-row id="{kop/@id}" border-bottom="{$haarlijn} solid {$kleur}">
            <xsl:for-each select="kop/cel">
              <fo:table-cell xsl:use-attribute-sets="kopje-tabel" id="{@id}" role="TH" padding-right="7pt">
                <fo:block><xsl:call-template name="zonder-slotteken"><xsl:with-param name="tekst" select="."/></xsl:call-template></fo:block>
              </fo:table-cell>
            </xsl:for-each>
          </fo:table-row>
        </fo:table-header>
      </xsl:if>
      <fo:table-body>
        <xsl:for-each select="rij">
          <fo:table-row xsl:use-attribute-sets="bron" id="{@id}" border-bottom="{$haarlijn} solid {$kleur-lijn}" keep-together.within-page="10">
            <xsl:apply-templates select="cel"/>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
    <xsl:call-template name="zie-ook-tabel"/>
  </xsl:template>

  <!-- Links van of naar de rijen van een tabel, eronder bijeen. -->
  <xsl:template name="zie-ook-tabel">
    <xsl:for-each select="rij[key('koppeling', @id)] | rij/cel[key('koppeling', @id)]">
      <fo:block xsl:use-attribute-sets="klein bron" space-after="2.4pt" keep-with-previous.within-page="always">
        <xsl:call-template name="zonder-slotteken"><xsl:with-param name="tekst" select="ancestor-or-self::rij/cel[1]"/></xsl:call-template>
        <xsl:text> </xsl:text>
        <xsl:call-template name="verwijzingen-per-wijze">
          <xsl:with-param name="verwijzingen" select="key('koppeling', @id)/verwijzing"/>
          <xsl:with-param name="van-deel" select="'condities'"/>
        </xsl:call-template>
      </fo:block>
    </xsl:for-each>
  </xsl:template>

  <!-- De eerste kolom smaller dan die met onderdelen. -->
  <xsl:template match="tabel" mode="kolommen">
    <xsl:variable name="aantal" select="count(rij[1]/cel)"/>
    <xsl:for-each select="rij[1]/cel">
      <xsl:variable name="gewicht">
        <xsl:choose>
          <xsl:when test="$aantal = 2 and position() = 1">3</xsl:when>
          <xsl:when test="$aantal = 2">5</xsl:when>
          <xsl:when test="position() = 1">5</xsl:when>
          <xsl:otherwise>4</xsl:otherwise>
        </xsl:choose>
      </xsl:variable>
      <fo:table-column column-width="proportional-column-width({$gewicht})"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Een verdeling: de breedte van een vak is zijn aandeel. -->
  <xsl:template match="tabel[@vorm = 'verdeling']">
    <xsl:apply-templates select="bijschrift"/>
    <fo:table xsl:use-attribute-sets="tabeltekst bron" role="Div" id="{@id}" table-layout="fixed" width="100%"
        border-collapse="separate" border-spacing="0pt" space-after="{$halve-regel}">
      <xsl:for-each select="rij[1]/cel">
        <fo:table-column column-width="proportional-column-width({@aandeel})"/>
      </xsl:for-each>
      <fo:table-body>
        <xsl:for-each select="rij">
          <fo:table-row xsl:use-attribute-sets="bron" id="{@id}">
            <xsl:for-each select="cel">
              <fo:table-cell id="{@id}" padding="4pt" background-color="{$kleur-tint}" border-right="1.5pt solid white"
                  border-top="2pt solid {$kleur}">
                <fo:block><xsl:apply-templates/></fo:block>
              </fo:table-cell>
            </xsl:for-each>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
    <xsl:call-template name="zie-ook-tabel"/>
  </xsl:template>

  <xsl:template match="cel">
    <fo:table-cell xsl:use-attribute-sets="cel bron" id="{@id}">
      <xsl:if test="not(preceding-sibling::cel)">
        <xsl:attribute name="role">TH</xsl:attribute>
        <xsl:attribute name="ow:scope">row</xsl:attribute>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="onderdeel">
          <xsl:for-each select="aanhef"><fo:block><xsl:apply-templates/></fo:block></xsl:for-each>
          <xsl:for-each select="onderdeel">
            <fo:block xsl:use-attribute-sets="bron" start-indent="7pt" text-indent="-7pt">
              <fo:inline color="{$kleur-zacht}">–</fo:inline>
              <xsl:text>&#160;</xsl:text>
              <xsl:apply-templates/>
            </fo:block>
          </xsl:for-each>
        </xsl:when>
        <xsl:otherwise><fo:block><xsl:apply-templates/></fo:block></xsl:otherwise>
      </xsl:choose>
    </fo:table-cell>
  </xsl:template>
</xsl:stylesheet>
