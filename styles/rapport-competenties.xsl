<?xml version="1.0" encoding="UTF-8"?>
<!-- Competentie voor competentie: de standen, de tekst van het profiel, bewijs, opmerkingen en wat het Statuut
     erover zegt. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ow="urn:opbouwwerk:fo">

  <!-- Van de metingen de laatste drie; eerdere staan bij de ontwikkeling in de tijd. -->
  <xsl:variable name="standen-getoond" select="$metingen[position() &gt; last() - 3]"/>
  <xsl:variable name="stand-groepen" select="$heeft-zelf + ($aantal-anderen &gt; 0)"/>
  <xsl:variable name="stand-breed" select="28"/>
  <xsl:variable name="verschil-breed" select="37"/>
  <xsl:variable name="rubriek-breed" select="100"/>
  <xsl:variable name="stand-kolommen" select="count($standen-getoond) * $stand-groepen + 2"/>

  <!-- Eén tabel: van elk domein een kop, van elke competentie een rij met de standen, en daaronder in twee
       kolommen wat erbij hoort, links de rubriek. -->
  <xsl:template name="competenties">
    <xsl:if test="$voor != 'instelling' and $rapport/domein">
      <fo:block role="Sect">
        <xsl:call-template name="sectiekop">
          <xsl:with-param name="id" select="'competenties'"/>
          <xsl:with-param name="titel" select="'Competentie voor competentie'"/>
        </xsl:call-template>
        <xsl:if test="$rapport/domein/competentie/eerder">
          <fo:block xsl:use-attribute-sets="klein" role="P" keep-with-next.within-page="always">Van elke soort beoordelaar staan hier de laatste drie metingen waarin zij iets opschreef. Wat daarvóór kwam is geteld: het staat in het dossier, en in een rapport dat met --alles gemaakt is.</fo:block>
        </xsl:if>
        <fo:table xsl:use-attribute-sets="dossiertekst" role="Table" table-layout="fixed" width="100%" border-collapse="collapse">
          <fo:table-column column-width="{$rubriek-breed}pt"/>
          <fo:table-column column-width="proportional-column-width(1)"/>
          <xsl:if test="$heeft-zelf"><xsl:call-template name="standkolommen"/></xsl:if>
          <xsl:if test="$aantal-anderen &gt; 0"><xsl:call-template name="standkolommen"/></xsl:if>
          <fo:table-column column-width="{$verschil-breed}pt"/>
          <fo:table-column column-width="{$verschil-breed}pt"/>
          <xsl:call-template name="competentiekop"/>
          <xsl:apply-templates select="$rapport/domein" mode="competenties"/>
        </fo:table>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <!-- Twee groepen van meer dan één meting staan uit elkaar. -->
  <xsl:variable name="groep-wit" select="8 * ($stand-groepen = 2 and count($standen-getoond) &gt; 1)"/>

  <xsl:template name="standkolommen">
    <xsl:for-each select="$standen-getoond">
      <fo:table-column column-width="{$stand-breed + $groep-wit * (position() = 1)}pt"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Waar niemand iets gaf zijn er geen standen, en is de kop één rij. -->
  <xsl:variable name="kop-rijen" select="1 + ($stand-groepen &gt; 0)"/>

  <xsl:template name="competentiekop">
    <fo:table-header xsl:use-attribute-sets="tabeltekst" font-size="7pt" line-height="9pt" color="{$kleur-zacht}" hyphenate="false">
      <fo:table-row>
        <fo:table-cell role="TH" number-columns-spanned="2" number-rows-spanned="{$kop-rijen}" display-align="after" padding-bottom="1.5pt"><fo:block>domein en competentie</fo:block></fo:table-cell>
        <xsl:if test="$heeft-zelf"><xsl:call-template name="standenkop"><xsl:with-param name="tekst" select="'zelf'"/></xsl:call-template></xsl:if>
        <xsl:if test="$aantal-anderen &gt; 0"><xsl:call-template name="standenkop"><xsl:with-param name="tekst" select="'anderen'"/></xsl:call-template></xsl:if>
        <fo:table-cell role="TH" number-rows-spanned="{$kop-rijen}" display-align="after" padding-bottom="1.5pt"><fo:block text-align="end">vereist</fo:block></fo:table-cell>
        <fo:table-cell role="TH" number-rows-spanned="{$kop-rijen}" display-align="after" padding-bottom="1.5pt"><fo:block text-align="end">verschil</fo:block></fo:table-cell>
      </fo:table-row>
      <xsl:if test="$stand-groepen &gt; 0">
        <fo:table-row>
          <xsl:if test="$heeft-zelf"><xsl:call-template name="standendata"/></xsl:if>
          <xsl:if test="$aantal-anderen &gt; 0"><xsl:call-template name="standendata"/></xsl:if>
        </fo:table-row>
      </xsl:if>
    </fo:table-header>
  </xsl:template>

  <xsl:template match="domein" mode="competenties">
    <fo:table-body>
      <fo:table-row border-top="0.8pt solid {$kleur}" keep-with-next.within-page="always">
        <fo:table-cell role="TH" number-columns-spanned="{$stand-kolommen + 2}" padding-top="3pt" padding-bottom="2pt">
          <fo:block role="H3" id="d.{@plaats}" font-family="{$letter-tabel}" font-size="10pt" line-height="12.6pt" font-weight="bold" color="{$kleur}" hyphenate="false">
            <fo:marker marker-class-name="sectie">Competenties · <xsl:value-of select="@kort"/></fo:marker>
            <xsl:value-of select="@kort"/>
          </fo:block>
        </fo:table-cell>
      </fo:table-row>
      <xsl:apply-templates select="competentie"/>
    </fo:table-body>
  </xsl:template>

  <xsl:template name="standenkop">
    <xsl:param name="tekst"/>
    <fo:table-cell role="TH" number-columns-spanned="{count($standen-getoond)}" text-align="center" padding-left="{$groep-wit}pt">
      <xsl:if test="count($standen-getoond) = 1"><xsl:attribute name="text-align">end</xsl:attribute></xsl:if>
      <fo:block><xsl:value-of select="$tekst"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template name="standendata">
    <xsl:for-each select="$standen-getoond">
      <fo:table-cell role="TH" padding-bottom="1.5pt">
        <fo:block text-align="end">
          <xsl:call-template name="maand"><xsl:with-param name="nummer" select="substring(@datum, 6, 2)"/><xsl:with-param name="kort" select="true()"/></xsl:call-template>
          <xsl:text>&#160;’</xsl:text>
          <xsl:value-of select="substring(@datum, 3, 2)"/>
        </fo:block>
      </fo:table-cell>
    </xsl:for-each>
  </xsl:template>

  <!-- Wat het boekje erover zegt, dan het bewijs, dan wat beoordelaars schreven. -->
  <xsl:template match="competentie[parent::domein]">
    <xsl:call-template name="standen"/>
    <xsl:apply-templates select="tekst | bewijs | opmerking | eerder" mode="rubriek"/>
  </xsl:template>

  <!-- Een rij onder de standen: links wat het is, rechts de tekst. De letter van een tekst is die van de tabel. -->
  <xsl:template match="*" mode="rubriek">
    <fo:table-row ow:regel="{@ow:regel}">
      <xsl:apply-templates select="." mode="rubriekregel"/>
      <!-- Het slot van een competentie staat niet alleen bovenaan een blad. -->
      <xsl:if test="position() = last()">
        <xsl:attribute name="keep-with-previous.within-page">always</xsl:attribute>
        <xsl:attribute name="padding-bottom">4.5pt</xsl:attribute>
      </xsl:if>
      <fo:table-cell role="TH" ow:scope="row" padding-right="4pt" padding-top="0.8pt" padding-bottom="inherit" color="{$kleur}">
        <fo:block font-family="{$letter-tabel}" font-size="7.5pt" ow:font-features="lnum=1" hyphenate="false"><xsl:apply-templates select="." mode="rubrieknaam"/></fo:block>
      </fo:table-cell>
      <fo:table-cell number-columns-spanned="{$stand-kolommen + 1}" padding-top="0.8pt" padding-bottom="inherit">
        <xsl:apply-templates select="." mode="rubriektekst"/>
      </fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="*" mode="rubriekregel"/>
  <xsl:template match="tekst | eerder" mode="rubriekregel">
    <xsl:attribute name="line-height">9.7pt</xsl:attribute>
  </xsl:template>

  <!-- Wat uit het profiel en het Statuut komt is kleiner, en van een schreefloze: het is er al gedrukt. -->
  <xsl:attribute-set name="boekjestekst">
    <xsl:attribute name="font-family"><xsl:value-of select="$letter-tabel"/></xsl:attribute>
    <xsl:attribute name="font-size">7.8pt</xsl:attribute>
    <xsl:attribute name="ow:font-features">lnum=1</xsl:attribute>
  </xsl:attribute-set>

  <!-- Een punt heeft geen kop: zijn nummer is er een, en zijn tekst volgt. -->
  <xsl:template name="opschrift">
    <xsl:choose>
      <xsl:when test="string-length(@kort) &gt; 40 and tekst/punt"/>
      <xsl:when test="string-length(@kort) &gt; 60"><xsl:call-template name="naam-op-maat"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="kort-met-hoofdletter"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- - - De tekst van het profiel, en wat het Statuut erover zegt - - -->

  <xsl:template match="tekst" mode="rubrieknaam">
    <xsl:text>profiel</xsl:text>
    <xsl:if test="../@bladzijde">, blz.&#160;<xsl:call-template name="bladzijde"><xsl:with-param name="plaats" select=".."/></xsl:call-template></xsl:if>
  </xsl:template>

  <!-- De hoofdzin; de hele tekst waar een halve trede ontbreekt of een afspraak loopt, want daar gaat het gesprek
       over. -->
  <xsl:template match="tekst" mode="rubriektekst">
    <fo:block xsl:use-attribute-sets="boekjestekst" role="P">
      <xsl:apply-templates select="*" mode="profieltekst">
        <xsl:with-param name="heel" select="../@kloof &lt; -0.45 or key('lopende-doelen', ../@plaats)"/>
      </xsl:apply-templates>
      <xsl:apply-templates select="../statuut/verwijzing"/>
    </fo:block>
  </xsl:template>

  <xsl:key name="lopende-doelen" match="afspraken/doel[@stand = 'open' or @stand = 'loopt']" use="@plaats"/>

  <xsl:template match="statuut/verwijzing">
    <xsl:choose>
      <xsl:when test="position() = 1"><xsl:text>&#8195;</xsl:text><fo:inline color="{$kleur}" font-weight="bold">Statuut</fo:inline><xsl:text>&#8194;</xsl:text></xsl:when>
      <xsl:otherwise>; </xsl:otherwise>
    </xsl:choose>
    <fo:inline font-style="italic"><xsl:value-of select="@wijze"/></fo:inline>
    <xsl:value-of select="concat(' ', @label)"/>
    <xsl:if test="@bladzijde"><xsl:text>&#160;</xsl:text><xsl:call-template name="bladzijde"/></xsl:if>
    <xsl:value-of select="concat(': ', .)"/>
  </xsl:template>

  <xsl:template match="groep" mode="profieltekst">
    <xsl:param name="heel"/>
    <xsl:variable name="titel"><xsl:apply-templates select="titel" mode="profielwoorden"/></xsl:variable>
    <xsl:variable name="dubbel" select="substring($titel, string-length($titel)) = ':'"/>
    <xsl:value-of select="substring($titel, 1, string-length($titel) - $dubbel)"/>
    <xsl:if test="$heel and lijst/punt">
      <xsl:text>:</xsl:text>
      <xsl:for-each select="lijst/punt">
        <xsl:text> </xsl:text>
        <fo:inline color="{$kleur}">–</fo:inline>
        <xsl:text>&#160;</xsl:text>
        <xsl:apply-templates select="." mode="profielwoorden"/>
        <xsl:if test="position() != last()">;</xsl:if>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template match="paragraaf" mode="profieltekst">
    <xsl:apply-templates select="stelling" mode="profielwoorden"/>
  </xsl:template>

  <xsl:template match="punt | vaardigheid | kennis | houding" mode="profieltekst">
    <xsl:apply-templates select="." mode="profielwoorden"/>
  </xsl:template>

  <xsl:template match="competentie" mode="profieltekst">
    <xsl:param name="heel"/>
    <xsl:for-each select="*[$heel or position() = 1]">
      <xsl:if test="position() &gt; 1">
        <xsl:text> </xsl:text>
        <fo:inline font-style="italic" color="{$kleur}"><xsl:value-of select="local-name()"/></fo:inline>
        <xsl:text>&#160;</xsl:text>
      </xsl:if>
      <xsl:apply-templates select="." mode="profielwoorden"/>
    </xsl:for-each>
  </xsl:template>

  <!-- De witruimte van de bron is in een kleine kolom maar wit. -->
  <xsl:template match="text()" mode="profielwoorden">
    <xsl:if test="starts-with(translate(., '&#10;', ' '), ' ') and preceding-sibling::node()"><xsl:text> </xsl:text></xsl:if>
    <xsl:value-of select="normalize-space(.)"/>
    <xsl:if test="following-sibling::node() and substring(., string-length(.)) = ' '"><xsl:text> </xsl:text></xsl:if>
  </xsl:template>
  <xsl:template match="term | nadruk" mode="profielwoorden">
    <fo:inline font-style="italic"><xsl:if test="@taal"><xsl:attribute name="language"><xsl:value-of select="@taal"/></xsl:attribute><xsl:attribute name="country">none</xsl:attribute><xsl:attribute name="hyphenate">false</xsl:attribute></xsl:if><xsl:value-of select="normalize-space(.)"/></fo:inline>
  </xsl:template>

  <!-- - - Nu, eerder en vereist - - -->

  <xsl:template name="standen">
    <fo:table-row xsl:use-attribute-sets="tabeltekst" line-height="11.2pt" text-align="end" border-top="{$haarlijn} solid {$kleur-lijn}" keep-with-next.within-page="always">
      <fo:table-cell role="TH" ow:scope="row" number-columns-spanned="2" padding-top="3pt" padding-right="8pt" text-align="start">
        <fo:block font-size="9pt" font-weight="bold" hyphenate="false">
          <fo:inline font-weight="normal" color="{$kleur-zacht}"><xsl:value-of select="@label"/></fo:inline>
          <xsl:text>&#8194;</xsl:text>
          <xsl:call-template name="opschrift"/>
        </fo:block>
      </fo:table-cell>
      <xsl:if test="$heeft-zelf"><xsl:call-template name="standcellen"><xsl:with-param name="wat" select="'zelf'"/></xsl:call-template></xsl:if>
      <xsl:if test="$aantal-anderen &gt; 0"><xsl:call-template name="standcellen"><xsl:with-param name="wat" select="'anderen'"/></xsl:call-template></xsl:if>
      <xsl:call-template name="standcel">
        <xsl:with-param name="tekst" select="format-number(@eis, '0,#', 'nl')"/>
      </xsl:call-template>
      <xsl:call-template name="standcel">
        <xsl:with-param name="vet" select="@kloof &lt;= -0.05"/>
        <xsl:with-param name="tekst">
          <xsl:choose>
            <xsl:when test="stand and not(@zelf | @leidinggevende | @collega | @bewoner)">niet meer</xsl:when>
            <xsl:otherwise><xsl:call-template name="verschil"><xsl:with-param name="waarde" select="@kloof"/></xsl:call-template></xsl:otherwise>
          </xsl:choose>
          <xsl:if test="@volgens = 'zelf'">*</xsl:if>
        </xsl:with-param>
      </xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <xsl:template name="standcellen">
    <xsl:param name="wat"/>
    <xsl:variable name="standen" select="stand"/>
    <xsl:for-each select="$standen-getoond">
      <xsl:call-template name="standcel">
        <xsl:with-param name="vet" select="position() = last()"/>
        <xsl:with-param name="tekst" select="format-number($standen[@meting = current()/@nummer]/@*[name() = $wat], '0,0', 'nl')"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="standcel">
    <xsl:param name="tekst"/>
    <xsl:param name="vet" select="false()"/>
    <fo:table-cell padding-top="3pt">
      <fo:block>
        <xsl:if test="$vet"><xsl:attribute name="font-weight">bold</xsl:attribute></xsl:if>
        <xsl:value-of select="$tekst"/>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- - - Bewijs en opmerkingen - - -->

  <xsl:attribute-set name="dossiertekst">
    <xsl:attribute name="font-size">9.3pt</xsl:attribute>
    <xsl:attribute name="line-height">11.5pt</xsl:attribute>
    <xsl:attribute name="text-align">start</xsl:attribute>
    <xsl:attribute name="orphans">2</xsl:attribute>
    <xsl:attribute name="widows">2</xsl:attribute>
  </xsl:attribute-set>

  <xsl:template match="bewijs" mode="rubrieknaam">
    <xsl:value-of select="@soort"/>
    <xsl:if test="@datum">, <xsl:call-template name="dag-kort"><xsl:with-param name="datum" select="@datum"/></xsl:call-template></xsl:if>
  </xsl:template>

  <xsl:template match="bewijs" mode="rubriektekst">
    <fo:block role="P" ow:regel="{@ow:regel}">
      <xsl:if test="@wie != 'zelf'"><fo:inline xsl:use-attribute-sets="run-in"><xsl:call-template name="wie"><xsl:with-param name="soort" select="@wie"/></xsl:call-template></fo:inline><xsl:text>&#8194;</xsl:text></xsl:if>
      <xsl:if test="@verwijzing">
        <fo:inline font-style="italic"><xsl:value-of select="@verwijzing"/></fo:inline>
        <xsl:if test="alinea">. </xsl:if>
      </xsl:if>
      <xsl:value-of select="alinea[1]"/>
    </fo:block>
    <xsl:call-template name="verdere-alineas"/>
  </xsl:template>

  <xsl:attribute-set name="run-in">
    <xsl:attribute name="font-family"><xsl:value-of select="$letter-tabel"/></xsl:attribute>
    <xsl:attribute name="font-size">7.5pt</xsl:attribute>
    <xsl:attribute name="font-weight">bold</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$kleur"/></xsl:attribute>
    <xsl:attribute name="ow:font-features">lnum=1</xsl:attribute>
  </xsl:attribute-set>

  <xsl:template name="verdere-alineas">
    <xsl:for-each select="alinea[position() &gt; 1]">
      <fo:block xsl:use-attribute-sets="dossiertekst" role="P" text-indent="{$inspring}" ow:regel="{@ow:regel}"><xsl:value-of select="."/></fo:block>
    </xsl:for-each>
  </xsl:template>

  <xsl:key name="metingen" match="/rapport/meting" use="@nummer"/>

  <xsl:template match="opmerking" mode="rubrieknaam">
    <fo:inline color="{$inkt}"><xsl:call-template name="wie"><xsl:with-param name="soort" select="@wie"/></xsl:call-template></fo:inline>
    <xsl:if test="@meting != $laatste/@nummer">, <xsl:call-template name="maand-jaar"><xsl:with-param name="datum" select="key('metingen', @meting)/@datum"/></xsl:call-template></xsl:if>
  </xsl:template>

  <xsl:template match="eerder" mode="rubrieknaam">eerder</xsl:template>

  <xsl:template match="eerder" mode="rubriektekst">
    <fo:block xsl:use-attribute-sets="boekjestekst" role="P" color="{$kleur-zacht}">
      <xsl:if test="@opmerkingen &gt; 0"><xsl:value-of select="concat(@opmerkingen, ' opmerking', substring('en', 1, 2 * (@opmerkingen &gt; 1)))"/></xsl:if>
      <xsl:if test="@opmerkingen &gt; 0 and @bewijs &gt; 0"> en </xsl:if>
      <xsl:if test="@bewijs &gt; 0"><xsl:value-of select="concat(@bewijs, ' keer bewijs')"/></xsl:if>
      <xsl:text>, </xsl:text>
      <xsl:call-template name="maand-jaar"><xsl:with-param name="datum" select="key('metingen', @van)/@datum"/></xsl:call-template>
      <xsl:if test="@tot != @van"> – <xsl:call-template name="maand-jaar"><xsl:with-param name="datum" select="key('metingen', @tot)/@datum"/></xsl:call-template></xsl:if>
    </fo:block>
  </xsl:template>

  <xsl:template match="opmerking" mode="rubriektekst">
    <fo:block role="P" ow:regel="{@ow:regel}">
      <xsl:if test="@voor = 'medewerker'"><fo:inline xsl:use-attribute-sets="run-in">alleen in dit exemplaar</fo:inline><xsl:text>&#8194;</xsl:text></xsl:if>
      <xsl:value-of select="alinea[1]"/>
    </fo:block>
    <xsl:call-template name="verdere-alineas"/>
  </xsl:template>
</xsl:stylesheet>
