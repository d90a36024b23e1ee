<?xml version="1.0" encoding="UTF-8"?>
<!-- De bijlagen: de concordantie van de profielen, en alle verbindingen tussen de delen. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ow="urn:opbouwwerk:fo">

  <!-- Wat er in dit boekje te tonen is; een bijlage zonder inhoud blijft weg. -->
  <xsl:variable name="knopen" select="/publicatie/koppelingen/knoop"/>
  <xsl:variable name="concordantie"
      select="$knopen/verwijzing[@groep = 'concordantie'][$delen/self::profielA or $delen/self::profielB]"/>
  <xsl:key name="verbinding" match="koppelingen/knoop/verwijzing[@groep = 'verbindingen'][@richting = 'heen']" use="../@id"/>
  <xsl:variable name="verbindingen" select="key('verbinding', $knopen/@id)[key('plaats', ../@id | @naar)/ancestor::deel/@gezet = 'ja']"/>

  <xsl:template name="bijlagen">
    <xsl:if test="$concordantie">
      <xsl:call-template name="hoofdstuk">
        <xsl:with-param name="titel">Concordantie</xsl:with-param>
        <xsl:with-param name="inhoud"><xsl:call-template name="concordantie"/></xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$verbindingen">
      <xsl:call-template name="hoofdstuk">
        <xsl:with-param name="titel">Verbindingen</xsl:with-param>
        <xsl:with-param name="inhoud"><xsl:call-template name="verbindingen"/></xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="inhoud-bijlagen">
    <xsl:if test="$concordantie">
      <xsl:call-template name="inhoudsregel">
        <xsl:with-param name="id">bijlage-concordantie</xsl:with-param>
        <xsl:with-param name="titel">Bijlage 1: Concordantie</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$verbindingen">
      <xsl:call-template name="inhoudsregel">
        <xsl:with-param name="id">bijlage-verbindingen</xsl:with-param>
        <xsl:with-param name="titel"><xsl:call-template name="tweede-bijlage"/>: Verbindingen</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="bladwijzers-bijlagen">
    <xsl:if test="$concordantie">
      <fo:bookmark internal-destination="bijlage-concordantie">
        <fo:bookmark-title>Bijlage 1: Concordantie</fo:bookmark-title>
      </fo:bookmark>
    </xsl:if>
    <xsl:if test="$verbindingen">
      <fo:bookmark internal-destination="bijlage-verbindingen">
        <fo:bookmark-title><xsl:call-template name="tweede-bijlage"/>: Verbindingen</fo:bookmark-title>
      </fo:bookmark>
    </xsl:if>
  </xsl:template>

  <xsl:template name="tweede-bijlage">
    <xsl:choose>
      <xsl:when test="$concordantie">Bijlage 2</xsl:when>
      <xsl:otherwise>Bijlage</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- - - Koppen, tabellen en cellen - - -->

  <xsl:template name="titel-bijlage">
    <xsl:param name="id"/>
    <xsl:param name="nummer"/>
    <xsl:param name="titel"/>
    <fo:block xsl:use-attribute-sets="titel-deel" id="{$id}" space-before="40.5pt" space-after="27pt">
      <fo:marker marker-class-name="sectie"><xsl:value-of select="$titel"/></fo:marker>
      <fo:block font-family="{$letter-tabel}" font-size="9pt" line-height="{$regel}" color="{$kleur-zacht}"
          ow:font-features="lnum=1"><xsl:value-of select="$nummer"/></fo:block>
      <xsl:value-of select="$titel"/>
    </fo:block>
  </xsl:template>

  <xsl:template name="kop-bijlage">
    <xsl:param name="titel"/>
    <fo:block xsl:use-attribute-sets="titel-tekst" role="H2" space-before="20.25pt" space-after="3pt" color="{$kleur}">
      <fo:marker marker-class-name="sectie"><xsl:value-of select="$titel"/></fo:marker>
      <xsl:value-of select="$titel"/>
    </fo:block>
  </xsl:template>

  <xsl:attribute-set name="tabel-bijlage" use-attribute-sets="tabeltekst">
    <xsl:attribute name="role">Table</xsl:attribute>
    <xsl:attribute name="table-layout">fixed</xsl:attribute>
    <xsl:attribute name="width">100%</xsl:attribute>
    <xsl:attribute name="border-collapse">collapse</xsl:attribute>
    <xsl:attribute name="border-top">0.8pt solid <xsl:value-of select="$kleur"/></xsl:attribute>
    <xsl:attribute name="font-size"><xsl:value-of select="$korps-klein"/></xsl:attribute>
    <xsl:attribute name="line-height"><xsl:value-of select="$regel-klein"/></xsl:attribute>
    <xsl:attribute name="hyphenation-remain-character-count">6</xsl:attribute>
    <xsl:attribute name="hyphenation-push-character-count">6</xsl:attribute>
    <xsl:attribute name="space-after"><xsl:value-of select="$halve-regel"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="cel-bijlage">
    <xsl:attribute name="padding-top">2.2pt</xsl:attribute>
    <xsl:attribute name="padding-bottom">2.4pt</xsl:attribute>
    <xsl:attribute name="padding-right">7pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:template name="kopcel">
    <xsl:param name="tekst"/>
    <fo:table-cell xsl:use-attribute-sets="kopje-tabel" role="TH" ow:scope="column" padding-right="7pt">
      <fo:block><xsl:value-of select="$tekst"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- De rijen van één plaats blijven bijeen; onder de laatste een haarlijn. -->
  <xsl:template name="lijn-of-vervolg">
    <xsl:choose>
      <xsl:when test="position() = last()">
        <xsl:attribute name="border-bottom"><xsl:value-of select="concat($haarlijn, ' solid ', $kleur-lijn)"/></xsl:attribute>
      </xsl:when>
      <xsl:otherwise>
        <xsl:attribute name="keep-with-next.within-page">10</xsl:attribute>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:attribute name="keep-together.within-page">10</xsl:attribute>
  </xsl:template>

  <xsl:template name="verwijzing-bijeen">
    <xsl:param name="naar"/>
    <fo:inline keep-together.within-line="always">
      <xsl:call-template name="verwijzing">
        <xsl:with-param name="naar" select="$naar"/>
        <xsl:with-param name="van-deel" select="key('plaats', $naar)/ancestor-or-self::*[parent::deel[@gezet]]/@id"/>
      </xsl:call-template>
    </fo:inline>
  </xsl:template>

  <!-- - - Bijlage 1: de concordantie, in de volgorde van B - - -->

  <xsl:template name="concordantie">
    <xsl:call-template name="titel-bijlage">
      <xsl:with-param name="id">bijlage-concordantie</xsl:with-param>
      <xsl:with-param name="nummer">Bijlage 1</xsl:with-param>
      <xsl:with-param name="titel">Concordantie</xsl:with-param>
    </xsl:call-template>
    <fo:block xsl:use-attribute-sets="alinea" role="P">
      <xsl:text>De profielen A en B beschrijven één beroep in twee ordeningen. Deze lijst volgt B, rij voor rij; V, K en H
        zijn de kolommen vaardigheden, kennis en houding. Naast elke cel staan de plaatsen in A die eraan beantwoorden,
        hoe de twee zich verhouden en waarin. Wat in het andere profiel geen tegenhanger heeft, staat aan het slot. De
        vette cijfers noemen de bladzijde.</xsl:text>
    </fo:block>
    <xsl:for-each select="/publicatie/deel/profielB/paragraaf">
      <xsl:variable name="plaatsen" select="descendant-or-self::*[key('koppeling', @id)/verwijzing/@groep = 'concordantie']"/>
      <xsl:if test="$plaatsen">
        <xsl:call-template name="kop-bijlage">
          <xsl:with-param name="titel">
            <xsl:apply-templates select="." mode="nummer"/>
            <xsl:text>&#8194;</xsl:text>
            <xsl:apply-templates select="titel" mode="kop"/>
          </xsl:with-param>
        </xsl:call-template>
        <fo:table xsl:use-attribute-sets="tabel-bijlage">
          <fo:table-column column-width="49pt"/>
          <fo:table-column column-width="71pt"/>
          <fo:table-column column-width="50pt"/>
          <fo:table-column column-width="proportional-column-width(1)"/>
          <fo:table-header>
            <fo:table-row border-bottom="{$haarlijn} solid {$kleur}">
              <xsl:call-template name="kopcel"><xsl:with-param name="tekst">in B</xsl:with-param></xsl:call-template>
              <xsl:call-template name="kopcel"><xsl:with-param name="tekst">verhouding</xsl:with-param></xsl:call-template>
              <xsl:call-template name="kopcel"><xsl:with-param name="tekst">in A</xsl:with-param></xsl:call-template>
              <xsl:call-template name="kopcel"><xsl:with-param name="tekst">waarin</xsl:with-param></xsl:call-template>
            </fo:table-row>
          </fo:table-header>
          <fo:table-body>
            <xsl:for-each select="$plaatsen">
              <xsl:for-each select="key('koppeling', @id)/verwijzing[@groep = 'concordantie']">
                <fo:table-row>
                  <xsl:call-template name="lijn-of-vervolg"/>
                  <xsl:if test="position() = 1">
                    <fo:table-cell xsl:use-attribute-sets="cel-bijlage" role="TH" ow:scope="row" number-rows-spanned="{last()}">
                      <fo:block>
                        <xsl:call-template name="verwijzing-bijeen"><xsl:with-param name="naar" select="../@id"/></xsl:call-template>
                      </fo:block>
                    </fo:table-cell>
                  </xsl:if>
                  <fo:table-cell xsl:use-attribute-sets="cel-bijlage">
                    <fo:block font-style="italic"><xsl:value-of select="@wijze"/></fo:block>
                  </fo:table-cell>
                  <fo:table-cell xsl:use-attribute-sets="cel-bijlage">
                    <fo:block>
                      <xsl:call-template name="verwijzing-bijeen"><xsl:with-param name="naar" select="@naar"/></xsl:call-template>
                    </fo:block>
                  </fo:table-cell>
                  <fo:table-cell xsl:use-attribute-sets="cel-bijlage" padding-right="0pt">
                    <fo:block><xsl:value-of select="normalize-space(.)"/></fo:block>
                  </fo:table-cell>
                </fo:table-row>
              </xsl:for-each>
            </xsl:for-each>
          </fo:table-body>
        </fo:table>
      </xsl:if>
    </xsl:for-each>
    <xsl:call-template name="zonder-tegenhanger">
      <xsl:with-param name="titel">Alleen in profiel A</xsl:with-param>
      <xsl:with-param name="waar">in A</xsl:with-param>
      <xsl:with-param name="plaatsen" select="/publicatie/deel/profielA/descendant-or-self::*[key('zonder', @id)]"/>
    </xsl:call-template>
    <xsl:call-template name="zonder-tegenhanger">
      <xsl:with-param name="titel">Alleen in profiel B</xsl:with-param>
      <xsl:with-param name="waar">in B</xsl:with-param>
      <xsl:with-param name="plaatsen" select="/publicatie/deel/profielB/descendant-or-self::*[key('zonder', @id)]"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="zonder-tegenhanger">
    <xsl:param name="titel"/>
    <xsl:param name="waar"/>
    <xsl:param name="plaatsen"/>
    <xsl:if test="$plaatsen">
      <xsl:call-template name="kop-bijlage"><xsl:with-param name="titel" select="$titel"/></xsl:call-template>
      <fo:table xsl:use-attribute-sets="tabel-bijlage">
        <fo:table-column column-width="49pt"/>
        <fo:table-column column-width="proportional-column-width(1)"/>
        <fo:table-header>
          <fo:table-row border-bottom="{$haarlijn} solid {$kleur}">
            <xsl:call-template name="kopcel"><xsl:with-param name="tekst" select="$waar"/></xsl:call-template>
            <xsl:call-template name="kopcel"><xsl:with-param name="tekst">waarom zonder tegenhanger</xsl:with-param></xsl:call-template>
          </fo:table-row>
        </fo:table-header>
        <fo:table-body>
          <xsl:for-each select="$plaatsen">
            <fo:table-row border-bottom="{$haarlijn} solid {$kleur-lijn}" keep-together.within-page="10">
              <fo:table-cell xsl:use-attribute-sets="cel-bijlage" role="TH" ow:scope="row">
                <fo:block>
                  <xsl:call-template name="verwijzing-bijeen"><xsl:with-param name="naar" select="@id"/></xsl:call-template>
                </fo:block>
              </fo:table-cell>
              <fo:table-cell xsl:use-attribute-sets="cel-bijlage" padding-right="0pt">
                <fo:block><xsl:value-of select="normalize-space(key('zonder', @id))"/></fo:block>
              </fo:table-cell>
            </fo:table-row>
          </xsl:for-each>
        </fo:table-body>
      </fo:table>
    </xsl:if>
  </xsl:template>

  <!-- - - Bijlage 2: de verbindingen, naar de plaats waar zij beginnen - - -->

  <xsl:template name="verbindingen">
    <xsl:call-template name="titel-bijlage">
      <xsl:with-param name="id">bijlage-verbindingen</xsl:with-param>
      <xsl:with-param name="nummer"><xsl:call-template name="tweede-bijlage"/></xsl:with-param>
      <xsl:with-param name="titel">Verbindingen</xsl:with-param>
    </xsl:call-template>
    <fo:block xsl:use-attribute-sets="alinea" role="P">
      <xsl:text>Statuut, Competentieprofiel en Condities grijpen in elkaar: de ene tekst werkt de andere uit, vraagt om een
        bekwaamheid, is een voorwaarde of stelt een grens. Deze lijst noemt elke verbinding eenmaal, bij de plaats waar
        zij begint, met de reden erachter. In de teksten zelf staat zij aan beide einden, achter een pijl.</xsl:text>
    </fo:block>
    <xsl:for-each select="key('plaats', $verbindingen/../@id)/ancestor-or-self::*[parent::deel/@gezet]">
      <xsl:call-template name="kop-bijlage">
        <xsl:with-param name="titel"><xsl:apply-templates select="titel" mode="kop"/></xsl:with-param>
      </xsl:call-template>
      <fo:table xsl:use-attribute-sets="tabel-bijlage">
        <fo:table-column column-width="proportional-column-width(10)"/>
        <fo:table-column column-width="proportional-column-width(10)"/>
        <fo:table-column column-width="proportional-column-width(11)"/>
        <fo:table-header>
          <fo:table-row border-bottom="{$haarlijn} solid {$kleur}">
            <xsl:call-template name="kopcel"><xsl:with-param name="tekst">van</xsl:with-param></xsl:call-template>
            <xsl:call-template name="kopcel"><xsl:with-param name="tekst">naar</xsl:with-param></xsl:call-template>
            <xsl:call-template name="kopcel"><xsl:with-param name="tekst">omdat</xsl:with-param></xsl:call-template>
          </fo:table-row>
        </fo:table-header>
        <fo:table-body>
          <xsl:apply-templates select=". | inleiding | sectie | sectie/satelliettekst | paragraaf | deel | deel/thema | deel/thema/sectie"
              mode="verbindingen"/>
        </fo:table-body>
      </fo:table>
    </xsl:for-each>
  </xsl:template>

  <!-- Een groep: haar naam over de volle breedte (het deel zelf heeft die al als kop), dan een rij voor elke
       verbinding van de plaatsen die rechtstreeks onder haar vallen. -->
  <xsl:template match="*" mode="verbindingen">
    <xsl:variable name="groep" select="generate-id()"/>
    <xsl:variable name="kop"><xsl:apply-templates select="." mode="aanduiding"/></xsl:variable>
    <xsl:variable name="plaatsen" select="descendant-or-self::*[key('verbinding', @id)]
        [generate-id(ancestor-or-self::*[self::sectie or self::satelliettekst or self::thema or self::deel or self::paragraaf
          or self::inleiding or parent::deel[@gezet]][1]) = $groep]
        [key('plaats', @id | key('verbinding', @id)/@naar)/ancestor::deel/@gezet = 'ja']"/>
    <xsl:if test="$plaatsen">
      <xsl:if test="not(parent::deel[@gezet])">
        <fo:table-row keep-with-next.within-page="always" border-bottom="{$haarlijn} solid {$kleur-lijn}">
          <fo:table-cell xsl:use-attribute-sets="cel-bijlage" role="TH" number-columns-spanned="3" padding-top="6pt">
            <fo:block color="{$kleur-zacht}">
              <xsl:for-each select="self::satelliettekst/.. | self::sectie/parent::thema">
                <xsl:apply-templates select="titel" mode="kop"/>
                <xsl:text> – </xsl:text>
              </xsl:for-each>
              <fo:inline font-weight="bold" color="{$kleur}"><xsl:apply-templates select="." mode="inhoudstitel"/></fo:inline>
            </fo:block>
          </fo:table-cell>
        </fo:table-row>
      </xsl:if>
      <xsl:for-each select="$plaatsen">
        <xsl:variable name="plaats" select="."/>
        <xsl:for-each select="key('verbinding', @id)[key('plaats', ../@id | @naar)/ancestor::deel/@gezet = 'ja']">
          <fo:table-row>
            <xsl:call-template name="lijn-of-vervolg"/>
            <xsl:if test="position() = 1">
              <fo:table-cell xsl:use-attribute-sets="cel-bijlage" role="TH" ow:scope="row" number-rows-spanned="{last()}">
                <fo:block>
                  <xsl:apply-templates select="$plaats" mode="begin">
                    <xsl:with-param name="groep" select="$kop"/>
                  </xsl:apply-templates>
                </fo:block>
              </fo:table-cell>
            </xsl:if>
            <fo:table-cell xsl:use-attribute-sets="cel-bijlage">
              <fo:block>
                <fo:inline font-style="italic"><xsl:value-of select="@wijze"/></fo:inline>
                <xsl:text> </xsl:text>
                <xsl:choose>
                  <xsl:when test="key('plaats', @naar)[ancestor::profielA or ancestor::profielB]">
                    <xsl:call-template name="verwijzing-bijeen"><xsl:with-param name="naar" select="@naar"/></xsl:call-template>
                  </xsl:when>
                  <xsl:otherwise>
                    <xsl:call-template name="verwijzing">
                      <xsl:with-param name="naar" select="@naar"/>
                      <xsl:with-param name="van-deel" select="$plaats/ancestor-or-self::*[parent::deel[@gezet]]/@id"/>
                    </xsl:call-template>
                  </xsl:otherwise>
                </xsl:choose>
              </fo:block>
            </fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="cel-bijlage" padding-right="0pt">
              <fo:block><xsl:value-of select="normalize-space(.)"/></fo:block>
            </fo:table-cell>
          </fo:table-row>
        </xsl:for-each>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- Waar binnen de groep een verbinding begint: de tabel, de rij of het nummer, de hoeveelste alinea
       of het hoeveelste punt; en de bladzijde. -->
  <xsl:template match="*" mode="begin">
    <xsl:param name="groep"/>
    <xsl:variable name="kop"><xsl:apply-templates select="." mode="aanduiding"/></xsl:variable>
    <xsl:variable name="naam">
      <xsl:choose>
        <xsl:when test="starts-with($kop, concat($groep, ', '))"><xsl:value-of select="substring-after($kop, concat($groep, ', '))"/></xsl:when>
        <xsl:when test="$kop != $groep"><xsl:value-of select="$kop"/></xsl:when>
        <xsl:when test="titel">als geheel</xsl:when>
        <xsl:otherwise><xsl:apply-templates select="." mode="hoeveelste"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="ancestor::deel/@gezet = 'ja'">
        <fo:basic-link internal-destination="{@id}" role="Reference" ow:link-contents="Naar {$naam}">
          <xsl:value-of select="$naam"/>
          <xsl:text>&#160;</xsl:text>
          <fo:inline color="{$kleur}" font-weight="bold"><fo:page-number-citation ref-id="{@id}"/></fo:inline>
        </fo:basic-link>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$naam"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*" mode="hoeveelste"><xsl:value-of select="local-name()"/></xsl:template>
  <xsl:template match="alinea[preceding-sibling::alinea or following-sibling::alinea]" mode="hoeveelste">
    <xsl:call-template name="rangtelwoord"><xsl:with-param name="getal" select="count(preceding-sibling::alinea) + 1"/></xsl:call-template>
    <xsl:text> alinea</xsl:text>
  </xsl:template>
  <xsl:template match="intro" mode="hoeveelste">
    <xsl:if test="../intro[2]">
      <xsl:call-template name="rangtelwoord"><xsl:with-param name="getal" select="count(preceding-sibling::intro) + 1"/></xsl:call-template>
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:text>inleidende alinea</xsl:text>
  </xsl:template>
  <xsl:template match="punt[not(ancestor::profielA)][../punt[2]]" mode="hoeveelste">
    <xsl:call-template name="rangtelwoord"><xsl:with-param name="getal" select="count(preceding-sibling::punt) + 1"/></xsl:call-template>
    <xsl:text> punt</xsl:text>
  </xsl:template>

  <!-- In woorden, want op het telwoord volgt een bladzijde in cijfers. -->
  <xsl:template name="rangtelwoord">
    <xsl:param name="getal"/>
    <xsl:variable name="woorden" select="'eerste  tweede  derde   vierde  vijfde  zesde   zevende achtste negende tiende  '"/>
    <xsl:choose>
      <xsl:when test="$getal &lt;= 10"><xsl:value-of select="normalize-space(substring($woorden, 8 * $getal - 7, 8))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat($getal, 'e')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
