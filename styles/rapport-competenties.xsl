<?xml version="1.0" encoding="UTF-8"?>
<!-- Competentie voor competentie: links de tekst van het profiel, rechts standen, bewijs, opmerkingen en
     wat het Statuut erover zegt. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ow="urn:opbouwwerk:fo">

  <xsl:template name="competenties">
    <xsl:if test="$voor != 'instelling' and $rapport/domein">
      <fo:block role="Sect">
        <xsl:call-template name="sectiekop">
          <xsl:with-param name="id">competenties</xsl:with-param>
          <xsl:with-param name="titel">Competentie voor competentie</xsl:with-param>
        </xsl:call-template>
        <xsl:for-each select="$rapport/domein">
          <fo:block role="Sect">
            <fo:block xsl:use-attribute-sets="a4-kopje" font-size="10pt" color="{$kleur}" id="d.{@plaats}">
              <xsl:if test="position() &gt; 1"><xsl:attribute name="space-before">16.9pt</xsl:attribute></xsl:if>
              <fo:marker marker-class-name="sectie">Competenties · <xsl:value-of select="@kort"/></fo:marker>
              <xsl:value-of select="@kort"/>
            </fo:block>
            <xsl:apply-templates select="competentie"/>
          </fo:block>
        </xsl:for-each>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:template match="competentie[parent::domein]">
    <fo:list-block role="Sect" provisional-distance-between-starts="{$a4-zijkolom}" provisional-label-separation="{$a4-goot}"
        border-top="{$haarlijn} solid {$kleur-lijn}" padding-top="5pt" padding-bottom="8pt">
      <!-- Wat een halve pagina of meer vraagt mag breken. -->
      <xsl:if test="string-length(.) &lt; 2200">
        <xsl:attribute name="keep-together.within-page">4</xsl:attribute>
      </xsl:if>
      <fo:list-item role="Div">
        <fo:list-item-label role="Div" end-indent="label-end()">
          <fo:block role="H4" font-family="{$letter-tabel}" font-size="9pt" line-height="12pt" font-weight="bold" text-align="start" hyphenate="false" ow:font-features="lnum=1">
            <fo:inline font-weight="normal" color="{$kleur-zacht}"><xsl:value-of select="@label"/></fo:inline>
            <xsl:text>&#8194;</xsl:text>
            <xsl:call-template name="opschrift"/>
          </fo:block>
          <fo:block xsl:use-attribute-sets="klein" hyphenate="true" space-before="2pt">
            <xsl:apply-templates select="tekst/*" mode="profieltekst"/>
          </fo:block>
          <xsl:if test="@bladzijde">
            <fo:block xsl:use-attribute-sets="klein" role="P" space-before="2pt">
              <xsl:text>Profiel, bladzijde </xsl:text>
              <xsl:call-template name="bladzijde"/>
            </fo:block>
          </xsl:if>
        </fo:list-item-label>
        <fo:list-item-body role="Div" start-indent="body-start()">
          <xsl:call-template name="standen"/>
          <xsl:call-template name="bewijzen"/>
          <xsl:call-template name="opmerkingen"/>
          <xsl:call-template name="statuut"/>
        </fo:list-item-body>
      </fo:list-item>
    </fo:list-block>
  </xsl:template>

  <!-- Een punt heeft geen kop: zijn nummer is er een, en zijn tekst volgt. -->
  <xsl:template name="opschrift">
    <xsl:choose>
      <xsl:when test="string-length(@kort) &gt; 40 and tekst/punt"/>
      <xsl:when test="string-length(@kort) &gt; 72"><xsl:call-template name="naam-op-maat"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="kort-met-hoofdletter"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- - - De tekst van het profiel - - -->

  <!-- De punten van een groep lopen door: de smalle kolom blijft kort. -->
  <xsl:template match="groep" mode="profieltekst">
    <fo:block role="P">
      <xsl:apply-templates select="titel" mode="profielwoorden"/>
      <xsl:if test="substring(normalize-space(titel), string-length(normalize-space(titel))) != ':'">:</xsl:if>
      <xsl:for-each select="lijst/punt">
        <xsl:text> </xsl:text>
        <fo:inline color="{$kleur}">–</fo:inline>
        <xsl:text>&#160;</xsl:text>
        <xsl:apply-templates select="." mode="profielwoorden"/>
        <xsl:if test="position() != last()">;</xsl:if>
      </xsl:for-each>
    </fo:block>
  </xsl:template>

  <xsl:template match="paragraaf" mode="profieltekst">
    <fo:block role="P"><xsl:apply-templates select="stelling" mode="profielwoorden"/></fo:block>
  </xsl:template>

  <xsl:template match="punt | vaardigheid | kennis | houding" mode="profieltekst">
    <fo:block role="P"><xsl:apply-templates select="." mode="profielwoorden"/></fo:block>
  </xsl:template>

  <xsl:template match="competentie" mode="profieltekst">
    <xsl:for-each select="vaardigheid | kennis | houding">
      <fo:block role="P">
        <fo:inline font-style="italic"><xsl:value-of select="local-name()"/></fo:inline>
        <xsl:text>&#8194;</xsl:text>
        <xsl:apply-templates select="." mode="profielwoorden"/>
      </fo:block>
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
    <xsl:variable name="competentie" select="."/>
    <xsl:variable name="getoond" select="$metingen[position() &gt; last() - 5]"/>
    <fo:table xsl:use-attribute-sets="tabeltekst" role="Table" table-layout="fixed" width="{$a4-hoofdkolom}" border-collapse="collapse" line-height="10.2pt">
      <fo:table-column column-width="46pt"/>
      <xsl:for-each select="$getoond"><fo:table-column column-width="44pt"/></xsl:for-each>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-header start-indent="0pt">
        <fo:table-row border-bottom="{$haarlijn} solid {$kleur-lijn}">
          <fo:table-cell role="TH"><fo:block/></fo:table-cell>
          <xsl:for-each select="$getoond">
            <fo:table-cell role="TH"><fo:block text-align="end" font-size="7pt" color="{$kleur-zacht}" hyphenate="false"><xsl:call-template name="maand-jaar"><xsl:with-param name="datum" select="@datum"/></xsl:call-template></fo:block></fo:table-cell>
          </xsl:for-each>
          <fo:table-cell role="TH"><fo:block/></fo:table-cell>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body start-indent="0pt">
        <xsl:if test="$heeft-zelf">
          <xsl:call-template name="standrij">
            <xsl:with-param name="competentie" select="$competentie"/>
            <xsl:with-param name="getoond" select="$getoond"/>
            <xsl:with-param name="wat">zelf</xsl:with-param>
          </xsl:call-template>
        </xsl:if>
        <xsl:if test="$aantal-anderen &gt; 0">
          <xsl:call-template name="standrij">
            <xsl:with-param name="competentie" select="$competentie"/>
            <xsl:with-param name="getoond" select="$getoond"/>
            <xsl:with-param name="wat">anderen</xsl:with-param>
          </xsl:call-template>
        </xsl:if>
        <xsl:if test="not($heeft-zelf) and $aantal-anderen = 0">
          <fo:table-row><fo:table-cell number-columns-spanned="{count($getoond) + 2}"><fo:block>niet meer gemeten</fo:block></fo:table-cell></fo:table-row>
        </xsl:if>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- Rechts van de eerste rij, voor alle rijen: wat vereist is en wat het scheelt. -->
  <xsl:template name="vereist-en-verschil">
      <fo:table-cell number-rows-spanned="{$heeft-zelf + ($aantal-anderen &gt; 0)}">
        <fo:block text-align="end" hyphenate="false">
            <fo:inline color="{$kleur-zacht}" font-size="7pt">vereist </fo:inline>
            <xsl:call-template name="eis"><xsl:with-param name="waarde" select="@eis"/></xsl:call-template>
          </fo:block>
          <xsl:if test="@kloof">
          <fo:block text-align="end" hyphenate="false">
              <fo:inline color="{$kleur-zacht}" font-size="7pt">verschil </fo:inline>
              <fo:inline font-weight="bold" color="{$kleur}"><xsl:call-template name="verschil"><xsl:with-param name="waarde" select="@kloof"/></xsl:call-template></fo:inline>
              <xsl:if test="@volgens = 'zelf'">*</xsl:if>
            </fo:block>
          </xsl:if>
      </fo:table-cell>
  </xsl:template>

  <xsl:template name="standrij">
    <xsl:param name="competentie"/>
    <xsl:param name="getoond"/>
    <xsl:param name="wat"/>
    <fo:table-row>
      <fo:table-cell role="TH" ow:scope="row"><fo:block hyphenate="false"><xsl:value-of select="$wat"/></fo:block></fo:table-cell>
      <xsl:for-each select="$getoond">
        <fo:table-cell>
          <fo:block text-align="end">
            <xsl:if test="position() = last()"><xsl:attribute name="font-weight">bold</xsl:attribute></xsl:if>
            <xsl:call-template name="getal"><xsl:with-param name="waarde" select="$competentie/stand[@meting = current()/@nummer]/@*[name() = $wat]"/></xsl:call-template>
          </fo:block>
        </fo:table-cell>
      </xsl:for-each>
      <xsl:if test="$wat = 'zelf' or not($heeft-zelf)"><xsl:for-each select="$competentie"><xsl:call-template name="vereist-en-verschil"/></xsl:for-each></xsl:if>
    </fo:table-row>
  </xsl:template>

  <!-- - - Bewijs en opmerkingen - - -->

  <xsl:attribute-set name="dossiertekst">
    <xsl:attribute name="font-size">9.4pt</xsl:attribute>
    <xsl:attribute name="line-height">12pt</xsl:attribute>
    <xsl:attribute name="text-align">start</xsl:attribute>
    <xsl:attribute name="space-before">4pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:template name="bewijzen">
    <xsl:for-each select="bewijs">
      <fo:block xsl:use-attribute-sets="dossiertekst" role="P" ow:regel="{@ow:regel}">
        <fo:inline xsl:use-attribute-sets="run-in">
          <xsl:value-of select="@soort"/>
          <xsl:if test="@datum">, <xsl:call-template name="dag"><xsl:with-param name="datum" select="@datum"/></xsl:call-template></xsl:if>
          <xsl:if test="@wie != 'zelf'">, <xsl:call-template name="wie"><xsl:with-param name="soort" select="@wie"/></xsl:call-template></xsl:if>
        </fo:inline>
        <xsl:text>&#8194;</xsl:text>
        <xsl:if test="@verwijzing">
          <fo:inline font-style="italic"><xsl:value-of select="@verwijzing"/></fo:inline>
          <xsl:if test="alinea">. </xsl:if>
        </xsl:if>
        <xsl:value-of select="alinea[1]"/>
      </fo:block>
      <xsl:call-template name="verdere-alineas"/>
    </xsl:for-each>
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
      <fo:block xsl:use-attribute-sets="dossiertekst" role="P" space-before="0pt" text-indent="{$inspring}" ow:regel="{@ow:regel}"><xsl:value-of select="."/></fo:block>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="opmerkingen">
    <xsl:for-each select="opmerking">
      <fo:block xsl:use-attribute-sets="dossiertekst" role="P" ow:regel="{@ow:regel}">
        <fo:inline xsl:use-attribute-sets="run-in" color="{$inkt}">
          <xsl:call-template name="wie"><xsl:with-param name="soort" select="@wie"/></xsl:call-template>
          <xsl:if test="@meting != $laatste/@nummer">, <xsl:call-template name="maand-jaar"><xsl:with-param name="datum" select="$metingen[@nummer = current()/@meting]/@datum"/></xsl:call-template></xsl:if>
          <xsl:if test="@voor = 'medewerker'"> (alleen in dit exemplaar)</xsl:if>
        </fo:inline>
        <xsl:text>&#8194;</xsl:text>
        <xsl:value-of select="alinea[1]"/>
      </fo:block>
      <xsl:call-template name="verdere-alineas"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Wat het Statuut erover zegt, door de koppelingen. -->
  <xsl:template name="statuut">
    <xsl:if test="statuut/verwijzing">
      <fo:block xsl:use-attribute-sets="klein" role="P" space-before="4pt">
        <fo:inline color="{$kleur}">→</fo:inline>
        <xsl:text>&#160;</xsl:text>
        <xsl:for-each select="statuut/verwijzing">
          <fo:inline font-style="italic"><xsl:value-of select="@wijze"/></fo:inline>
          <xsl:text> </xsl:text>
          <xsl:if test="position() = 1">Statuut, </xsl:if>
          <xsl:value-of select="@label"/>
          <xsl:if test="@bladzijde"><xsl:text>&#160;</xsl:text><xsl:call-template name="bladzijde"/></xsl:if>
          <xsl:text>: </xsl:text>
          <xsl:value-of select="."/>
          <xsl:if test="position() != last()">; </xsl:if>
        </xsl:for-each>
      </fo:block>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
