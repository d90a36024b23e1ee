<?xml version="1.0" encoding="UTF-8"?>
<!-- Het beeld per domein: een web als overzicht, dan per domein de figuur naast haar getallen; en de
     ontwikkeling in de tijd. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ow="urn:opbouwwerk:fo"
    xmlns:exsl="http://exslt.org/common" extension-element-prefixes="exsl">

  <!-- De kolommen: vereist, de soorten die er zijn, anderen waar dat er meer dan één zijn, verschil. -->
  <xsl:variable name="heeft-zelf" select="boolean(/rapport/domein/competentie/@zelf)"/>
  <xsl:variable name="heeft-leiding" select="boolean(/rapport/domein/competentie/@leidinggevende)"/>
  <xsl:variable name="heeft-collega" select="boolean(/rapport/domein/competentie/@collega)"/>
  <xsl:variable name="heeft-bewoner" select="boolean(/rapport/domein/competentie/@bewoner)"/>
  <xsl:variable name="aantal-anderen" select="$heeft-leiding + $heeft-collega + $heeft-bewoner"/>
  <xsl:variable name="heeft-anderen" select="$aantal-anderen &gt; 1"/>
  <xsl:variable name="getal-breed" select="33.5"/>
  <xsl:variable name="nummer-breed" select="27"/>
  <xsl:variable name="getal-kolommen" select="2 + $heeft-zelf + $aantal-anderen + $heeft-anderen"/>
  <xsl:variable name="naam-breed" select="118"/>
  <xsl:variable name="beeld-breed" select="$a4-breed-pt - $nummer-breed - $naam-breed - $getal-kolommen * $getal-breed"/>

  <xsl:template name="beeld">
    <fo:block role="Sect">
      <xsl:call-template name="sectiekop">
        <xsl:with-param name="id" select="'beeld'"/>
        <xsl:with-param name="titel" select="'Het beeld per domein'"/>
      </xsl:call-template>
      <xsl:choose>
        <xsl:when test="not($rapport/domein)">
          <fo:block role="P">Er is nog geen meting, dus nog geen beeld.</fo:block>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="legenda"/>
          <xsl:call-template name="beeldtabel"/>
        </xsl:otherwise>
      </xsl:choose>
    </fo:block>
  </xsl:template>

  <!-- Het web van de domeinen met ernaast zijn getallen. -->
  <xsl:template name="web-en-getallen">
    <fo:table role="Div" table-layout="fixed" width="100%" border-collapse="separate" border-spacing="0pt" keep-together.within-page="always">
      <fo:table-column column-width="{$web-breed}pt"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-body role="Div">
        <fo:table-row role="Div">
          <fo:table-cell role="Div" display-align="center"><xsl:call-template name="web"/></fo:table-cell>
          <fo:table-cell role="Div" display-align="center"><xsl:call-template name="domeintabel"/></fo:table-cell>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="domeintabel">
    <fo:table xsl:use-attribute-sets="tabeltekst" role="Table" table-layout="fixed" width="100%" border-collapse="collapse"
        text-align="end" display-align="center">
      <fo:table-column column-width="proportional-column-width(1)"/>
      <xsl:if test="$heeft-zelf"><fo:table-column column-width="26pt"/></xsl:if>
      <xsl:if test="$aantal-anderen &gt; 0"><fo:table-column column-width="30pt"/></xsl:if>
      <fo:table-column column-width="29pt"/>
      <fo:table-column column-width="32pt"/>
      <fo:table-header>
        <fo:table-row border-bottom="0.8pt solid {$kleur}">
          <fo:table-cell xsl:use-attribute-sets="kopje-tabel" role="TH" text-align="start"><fo:block font-size="7pt" font-weight="normal">domein</fo:block></fo:table-cell>
          <xsl:if test="$heeft-zelf"><xsl:call-template name="kop-cel"><xsl:with-param name="tekst" select="'○&#160;zelf'"/></xsl:call-template></xsl:if>
          <xsl:if test="$aantal-anderen &gt; 0"><xsl:call-template name="kop-cel"><xsl:with-param name="tekst" select="'●&#160;and.'"/></xsl:call-template></xsl:if>
          <xsl:call-template name="kop-cel"><xsl:with-param name="tekst" select="'vereist'"/></xsl:call-template>
          <xsl:call-template name="kop-cel"><xsl:with-param name="tekst" select="'verschil'"/></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="$rapport/domein">
          <fo:table-row border-bottom="{$haarlijn} solid {$kleur-lijn}" block-progression-dimension.minimum="14.4pt">
            <fo:table-cell role="TH" ow:scope="row" text-align="start"><fo:block hyphenate="false"><xsl:value-of select="@kort"/></fo:block></fo:table-cell>
            <xsl:if test="$heeft-zelf"><xsl:call-template name="domein-cel"><xsl:with-param name="waarde" select="@zelf"/></xsl:call-template></xsl:if>
            <xsl:if test="$aantal-anderen &gt; 0"><xsl:call-template name="domein-cel"><xsl:with-param name="waarde" select="@anderen"/></xsl:call-template></xsl:if>
            <xsl:call-template name="domein-cel"><xsl:with-param name="waarde" select="@eis"/></xsl:call-template>
            <fo:table-cell>
              <fo:block>
                <xsl:if test="@kloof &lt;= -0.05"><xsl:attribute name="font-weight">bold</xsl:attribute></xsl:if>
                <xsl:call-template name="verschil"><xsl:with-param name="waarde" select="@kloof"/></xsl:call-template>
                <xsl:if test="@volgens = 'zelf'">*</xsl:if>
              </fo:block>
            </fo:table-cell>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
    <fo:block xsl:use-attribute-sets="klein" role="P" space-before="3pt">
      <xsl:text>Het gevulde vlak is wat vereist is.</xsl:text>
      <xsl:if test="$rapport/domein/@volgens"> * Alleen volgens een eigen beoordeling.</xsl:if>
    </fo:block>
  </xsl:template>

  <xsl:template name="domein-cel">
    <xsl:param name="waarde"/>
    <fo:table-cell><fo:block><xsl:value-of select="format-number($waarde, '0,0', 'nl')"/></fo:block></fo:table-cell>
  </xsl:template>

  <!-- In het kort: geen web, alle domeinen onder elkaar, en zoveel competenties als het blad houdt. -->
  <xsl:variable name="beeld-kort-hoogst" select="28"/>

  <xsl:template name="beeld-kort">
    <xsl:variable name="alle" select="$rapport/domein/competentie"/>
    <fo:block role="Sect">
      <xsl:call-template name="sectiekop">
        <xsl:with-param name="id" select="'beeld'"/>
        <xsl:with-param name="titel" select="'Het beeld per domein'"/>
        <xsl:with-param name="nieuwe-pagina" select="true()"/>
      </xsl:call-template>
      <xsl:choose>
        <xsl:when test="not($alle)">
          <fo:block role="P">Er is nog geen meting, dus nog geen beeld.</fo:block>
        </xsl:when>
        <xsl:when test="count($alle) &gt; $beeld-kort-hoogst">
          <xsl:call-template name="legenda"/>
          <xsl:call-template name="beeldtabel"><xsl:with-param name="met-competenties" select="false()"/></xsl:call-template>
          <fo:block role="P" space-before="6.75pt">De <xsl:value-of select="count($alle)"/> competenties staan in het volledige rapport.</fo:block>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="legenda"/>
          <xsl:call-template name="beeldtabel"/>
        </xsl:otherwise>
      </xsl:choose>
    </fo:block>
  </xsl:template>

  <!-- Eén tabel: een rij voor elk domein, daaronder haar competenties, en ernaast hun figuur. -->
  <xsl:template name="beeldtabel">
    <xsl:param name="domeinen" select="$rapport/domein"/>
    <xsl:param name="met-competenties" select="true()"/>
    <fo:table xsl:use-attribute-sets="tabeltekst" role="Table" table-layout="fixed" width="100%" border-collapse="collapse"
        text-align="end" display-align="center">
      <fo:table-column column-width="{$nummer-breed}pt"/>
      <fo:table-column column-width="{$naam-breed}pt"/>
      <fo:table-column column-width="{$beeld-breed}pt"/>
      <xsl:call-template name="getal-kolommen"><xsl:with-param name="over" select="$getal-kolommen"/></xsl:call-template>
      <fo:table-header>
        <fo:table-row border-bottom="0.8pt solid {$kleur}">
          <fo:table-cell xsl:use-attribute-sets="kopje-tabel" number-columns-spanned="2" role="TH" text-align="start" display-align="after">
            <fo:block font-size="7pt" font-weight="normal">domein<xsl:if test="$met-competenties"> en competentie</xsl:if></fo:block>
          </fo:table-cell>
          <fo:table-cell padding-bottom="2pt" display-align="after" role="TH"><xsl:call-template name="as-treden"/></fo:table-cell>
          <xsl:call-template name="kop-cel"><xsl:with-param name="tekst" select="'vereist'"/></xsl:call-template>
          <xsl:if test="$heeft-zelf"><xsl:call-template name="kop-cel"><xsl:with-param name="tekst" select="'zelf'"/></xsl:call-template></xsl:if>
          <xsl:if test="$heeft-leiding"><xsl:call-template name="kop-cel"><xsl:with-param name="tekst" select="'leiding'"/></xsl:call-template></xsl:if>
          <xsl:if test="$heeft-collega"><xsl:call-template name="kop-cel"><xsl:with-param name="tekst" select="'collega’s'"/></xsl:call-template></xsl:if>
          <xsl:if test="$heeft-bewoner"><xsl:call-template name="kop-cel"><xsl:with-param name="tekst" select="'bewoners'"/></xsl:call-template></xsl:if>
          <xsl:if test="$heeft-anderen"><xsl:call-template name="kop-cel"><xsl:with-param name="tekst" select="'anderen'"/></xsl:call-template></xsl:if>
          <xsl:call-template name="kop-cel"><xsl:with-param name="tekst" select="'verschil'"/></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <xsl:choose>
        <xsl:when test="$met-competenties">
          <xsl:for-each select="$domeinen">
            <xsl:call-template name="beeldrijen">
              <xsl:with-param name="rijen" select=". | competentie[position() &lt;= 14]"/>
              <xsl:with-param name="rest" select="competentie[position() &gt; 14]"/>
            </xsl:call-template>
          </xsl:for-each>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="beeldrijen">
            <xsl:with-param name="rijen" select="$domeinen"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </fo:table>
    <xsl:if test="$domeinen/@volgens | $domeinen/competentie/@volgens">
      <fo:block xsl:use-attribute-sets="klein" role="P" space-before="3pt">* alleen volgens een eigen beoordeling: van anderen is er niets, of te weinig om te tonen</fo:block>
    </xsl:if>
  </xsl:template>

  <!-- Rijen die samen een figuur hebben blijven bijeen; een lang domein gaat in een volgende figuur verder. -->
  <xsl:template name="beeldrijen">
    <xsl:param name="rijen"/>
    <xsl:param name="rest" select="/.."/>
    <!-- Een rij is zo hoog als haar naam regels vraagt, ten hoogste twee. Smalle letters tellen half, brede anderhalf. -->
    <xsl:variable name="hoogten">
      <xsl:for-each select="$rijen">
        <xsl:variable name="breedte" select="string-length(@kort)
            + (string-length(translate(@kort, ' fijlt', '')) - string-length(translate(@kort, 'mwMW', ''))) div 2"/>
        <h>
          <xsl:choose>
            <xsl:when test="self::domein or $breedte &lt;= 24.5"><xsl:value-of select="$grafiek-rij"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="$grafiek-rij + 9.6"/></xsl:otherwise>
          </xsl:choose>
        </h>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="hoog" select="exsl:node-set($hoogten)/h"/>
    <fo:table-body>
      <xsl:for-each select="$rijen">
        <xsl:variable name="nummer" select="position()"/>
        <fo:table-row height="{$hoog[$nummer]}pt">
          <xsl:if test="position() != last()"><xsl:attribute name="keep-with-next.within-page">always</xsl:attribute></xsl:if>
          <xsl:if test="self::domein and position() = 1">
            <xsl:attribute name="border-top"><xsl:value-of select="concat($haarlijn, ' solid ', $kleur-lijn)"/></xsl:attribute>
          </xsl:if>
          <xsl:choose>
            <xsl:when test="self::domein">
              <xsl:attribute name="font-weight">bold</xsl:attribute>
              <fo:table-cell role="TH" ow:scope="row" number-columns-spanned="2" text-align="start">
                <fo:block hyphenate="false"><xsl:value-of select="@kort"/></fo:block>
              </fo:table-cell>
            </xsl:when>
            <xsl:otherwise>
              <fo:table-cell text-align="start"><fo:block color="{$kleur-zacht}" font-size="7.5pt"><xsl:value-of select="@label"/></fo:block></fo:table-cell>
              <fo:table-cell role="TH" ow:scope="row" text-align="start" padding-right="4pt">
                <fo:block line-height="9.6pt"><xsl:call-template name="naam-op-maat"/></fo:block>
              </fo:table-cell>
            </xsl:otherwise>
          </xsl:choose>
          <xsl:if test="position() = 1">
            <fo:table-cell number-rows-spanned="{last()}" text-align="start" display-align="before">
              <fo:block font-size="1pt" line-height="0pt" line-stacking-strategy="line-height">
                <xsl:call-template name="stippendiagram">
                  <xsl:with-param name="rijen" select="$rijen"/>
                  <xsl:with-param name="breed" select="$beeld-breed"/>
                  <xsl:with-param name="hoog" select="$hoog"/>
                </xsl:call-template>
              </fo:block>
            </fo:table-cell>
          </xsl:if>
          <xsl:call-template name="getallen"/>
        </fo:table-row>
      </xsl:for-each>
    </fo:table-body>
    <xsl:if test="$rest">
      <xsl:call-template name="beeldrijen">
        <xsl:with-param name="rijen" select="$rest[position() &lt;= 14]"/>
        <xsl:with-param name="rest" select="$rest[position() &gt; 14]"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- De tekst van een punt is lang; wat niet in twee regels past staat bij de competentie zelf. -->
  <xsl:template name="naam-op-maat">
    <xsl:choose>
      <xsl:when test="string-length(@kort) &gt; 46">
        <xsl:value-of select="substring(@kort, 1, 34)"/>
        <xsl:value-of select="substring-before(concat(substring(@kort, 35, 10), ' '), ' ')"/>
        <xsl:text>…</xsl:text>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="@kort"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="getal-kolommen">
    <xsl:param name="over"/>
    <fo:table-column column-width="{$getal-breed}pt"/>
    <xsl:if test="$over &gt; 1">
      <xsl:call-template name="getal-kolommen"><xsl:with-param name="over" select="$over - 1"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="kop-cel">
    <xsl:param name="tekst"/>
    <fo:table-cell xsl:use-attribute-sets="kopje-tabel" role="TH">
      <fo:block text-align="end" font-size="7pt" font-weight="normal" hyphenate="false"><xsl:value-of select="$tekst"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- Van een competentie is een hele trede vereist, van een domein hun gemiddelde. -->
  <xsl:template name="getallen">
    <fo:table-cell>
      <fo:block>
        <xsl:choose>
          <xsl:when test="self::domein"><xsl:value-of select="format-number(@eis, '0,0', 'nl')"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="format-number(@eis, '0,#', 'nl')"/></xsl:otherwise>
        </xsl:choose>
      </fo:block>
    </fo:table-cell>
    <xsl:if test="$heeft-zelf"><fo:table-cell><fo:block><xsl:value-of select="format-number(@zelf, '0,0', 'nl')"/></fo:block></fo:table-cell></xsl:if>
    <xsl:if test="$heeft-leiding"><fo:table-cell><fo:block><xsl:value-of select="format-number(@leidinggevende, '0,0', 'nl')"/></fo:block></fo:table-cell></xsl:if>
    <xsl:if test="$heeft-collega"><fo:table-cell><fo:block><xsl:value-of select="format-number(@collega, '0,0', 'nl')"/></fo:block></fo:table-cell></xsl:if>
    <xsl:if test="$heeft-bewoner"><fo:table-cell><fo:block><xsl:value-of select="format-number(@bewoner, '0,0', 'nl')"/></fo:block></fo:table-cell></xsl:if>
    <xsl:if test="$heeft-anderen"><fo:table-cell><fo:block><xsl:value-of select="format-number(@anderen, '0,0', 'nl')"/></fo:block></fo:table-cell></xsl:if>
    <fo:table-cell>
      <fo:block>
        <xsl:if test="@kloof &lt;= -0.05">
          <xsl:attribute name="font-weight">bold</xsl:attribute>
          <xsl:attribute name="color"><xsl:value-of select="$kleur"/></xsl:attribute>
        </xsl:if>
        <xsl:call-template name="verschil"><xsl:with-param name="waarde" select="@kloof"/></xsl:call-template>
        <xsl:if test="@volgens = 'zelf'">*</xsl:if>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- - - Ontwikkeling in de tijd - - -->

  <xsl:template name="ontwikkeling">
    <fo:block role="Sect">
      <xsl:call-template name="sectiekop">
        <xsl:with-param name="id" select="'ontwikkeling'"/>
        <xsl:with-param name="titel" select="'Ontwikkeling in de tijd'"/>
      </xsl:call-template>
      <xsl:choose>
        <xsl:when test="not($metingen)">
          <fo:block role="P">Er is nog geen meting. Ontwikkeling is te zien vanaf de tweede.</fo:block>
        </xsl:when>
        <xsl:when test="count($metingen) = 1">
          <fo:block role="P">Er is één meting, van <xsl:call-template name="dag"><xsl:with-param name="datum" select="$laatste/@datum"/></xsl:call-template>: het begin waarmee later vergeleken wordt.</fo:block>
        </xsl:when>
        <xsl:otherwise>
          <fo:block keep-together.within-page="always" keep-with-next.within-page="6">
            <fo:block xsl:use-attribute-sets="klein" role="P" keep-with-next.within-page="always">
              <xsl:text>De zwarte streep is wat nu vereist is. De lijn links staat bij de eerste meting</xsl:text>
              <xsl:if test="$metingen/@nieuwe-editie">; een onderbroken lijn waar met een nieuwe editie van het profiel gemeten is (<xsl:for-each select="$metingen[@nieuwe-editie]"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:value-of select="@editie"/></xsl:for-each>)</xsl:if>
              <xsl:text>. Rondje: zelf. Stip: anderen.</xsl:text>
            </fo:block>
            <xsl:call-template name="tijdlijnen"/>
          </fo:block>
          <xsl:choose>
            <xsl:when test="count($metingen) &lt;= 6"><xsl:call-template name="tijdtabel"/></xsl:when>
            <xsl:otherwise><xsl:call-template name="tijdtabel-lang"/></xsl:otherwise>
          </xsl:choose>
        </xsl:otherwise>
      </xsl:choose>
    </fo:block>
  </xsl:template>

  <xsl:attribute-set name="cel-getal">
    <xsl:attribute name="padding-top">1.2pt</xsl:attribute>
    <xsl:attribute name="padding-bottom">1.4pt</xsl:attribute>
  </xsl:attribute-set>

  <!-- Dezelfde getallen als tabel: per meting zelf en anderen. Meer dan zes metingen staan onder elkaar. -->
  <xsl:template name="tijdtabel">
    <fo:table xsl:use-attribute-sets="tabeltekst" role="Table" table-layout="fixed" width="100%" border-collapse="collapse"
        border-top="0.8pt solid {$kleur}">
      <fo:table-column column-width="{$nummer-breed + $naam-breed}pt"/>
      <xsl:for-each select="$metingen">
        <fo:table-column column-width="proportional-column-width(1)"/>
        <fo:table-column column-width="proportional-column-width(1)"/>
      </xsl:for-each>
      <fo:table-column column-width="40pt"/>
      <fo:table-header>
        <fo:table-row>
          <fo:table-cell xsl:use-attribute-sets="kopje-tabel" role="TH"><fo:block>domein</fo:block></fo:table-cell>
          <xsl:for-each select="$metingen">
            <fo:table-cell xsl:use-attribute-sets="kopje-tabel" number-columns-spanned="2" role="TH">
              <fo:block text-align="end"><xsl:call-template name="maand-jaar"><xsl:with-param name="datum" select="@datum"/></xsl:call-template></fo:block>
            </fo:table-cell>
          </xsl:for-each>
          <fo:table-cell xsl:use-attribute-sets="kopje-tabel" role="TH"><fo:block text-align="end" font-weight="normal" font-size="7pt">vereist</fo:block></fo:table-cell>
        </fo:table-row>
        <fo:table-row border-bottom="{$haarlijn} solid {$kleur}">
          <fo:table-cell role="TH"><fo:block/></fo:table-cell>
          <xsl:for-each select="$metingen">
            <xsl:call-template name="kop-cel"><xsl:with-param name="tekst" select="'zelf'"/></xsl:call-template>
            <xsl:call-template name="kop-cel"><xsl:with-param name="tekst" select="'anderen'"/></xsl:call-template>
          </xsl:for-each>
          <fo:table-cell role="TH"><fo:block/></fo:table-cell>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="$rapport/domein">
          <xsl:variable name="domein" select="."/>
          <fo:table-row border-bottom="{$haarlijn} solid {$kleur-lijn}">
            <fo:table-cell xsl:use-attribute-sets="cel-getal" role="TH" ow:scope="row"><fo:block hyphenate="false"><xsl:value-of select="@kort"/></fo:block></fo:table-cell>
            <xsl:for-each select="$metingen">
              <xsl:variable name="stand" select="$domein/stand[@meting = current()/@nummer]"/>
              <xsl:call-template name="tijdcel"><xsl:with-param name="waarde" select="$stand/@zelf"/></xsl:call-template>
              <xsl:call-template name="tijdcel"><xsl:with-param name="waarde" select="$stand/@anderen"/></xsl:call-template>
            </xsl:for-each>
            <fo:table-cell xsl:use-attribute-sets="cel-getal"><fo:block text-align="end"><xsl:value-of select="format-number(@eis, '0,0', 'nl')"/></fo:block></fo:table-cell>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="tijdcel">
    <xsl:param name="waarde"/>
    <fo:table-cell xsl:use-attribute-sets="cel-getal"><fo:block text-align="end"><xsl:value-of select="format-number($waarde, '0,0', 'nl')"/></fo:block></fo:table-cell>
  </xsl:template>

  <xsl:template name="tijdtabel-lang">
    <fo:table xsl:use-attribute-sets="tabeltekst" font-size="7.5pt" line-height="9.3pt" role="Table" table-layout="fixed" width="100%" border-collapse="collapse"
        border-top="0.8pt solid {$kleur}">
      <fo:table-column column-width="72pt"/>
      <xsl:for-each select="$rapport/domein">
        <fo:table-column column-width="proportional-column-width(1)"/>
        <fo:table-column column-width="proportional-column-width(1)"/>
      </xsl:for-each>
      <fo:table-header>
        <fo:table-row>
          <fo:table-cell xsl:use-attribute-sets="kopje-tabel" role="TH"><fo:block>meting</fo:block></fo:table-cell>
          <xsl:for-each select="$rapport/domein">
            <fo:table-cell xsl:use-attribute-sets="kopje-tabel" number-columns-spanned="2" role="TH" padding-left="6pt"><fo:block text-align="end" hyphenate="false"><xsl:value-of select="@kort"/></fo:block></fo:table-cell>
          </xsl:for-each>
        </fo:table-row>
        <fo:table-row border-bottom="{$haarlijn} solid {$kleur}">
          <fo:table-cell role="TH"><fo:block/></fo:table-cell>
          <xsl:for-each select="$rapport/domein">
            <xsl:call-template name="kop-cel"><xsl:with-param name="tekst" select="'zelf'"/></xsl:call-template>
            <xsl:call-template name="kop-cel"><xsl:with-param name="tekst" select="'anderen'"/></xsl:call-template>
          </xsl:for-each>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="$metingen">
          <xsl:variable name="meting" select="@nummer"/>
          <fo:table-row border-bottom="{$haarlijn} solid {$kleur-lijn}">
            <fo:table-cell xsl:use-attribute-sets="cel-getal" role="TH" ow:scope="row"><fo:block hyphenate="false"><xsl:call-template name="dag-kort"><xsl:with-param name="datum" select="@datum"/></xsl:call-template></fo:block></fo:table-cell>
            <xsl:for-each select="$rapport/domein">
              <xsl:variable name="stand" select="stand[@meting = $meting]"/>
              <xsl:call-template name="tijdcel"><xsl:with-param name="waarde" select="$stand/@zelf"/></xsl:call-template>
              <xsl:call-template name="tijdcel"><xsl:with-param name="waarde" select="$stand/@anderen"/></xsl:call-template>
            </xsl:for-each>
          </fo:table-row>
        </xsl:for-each>
        <fo:table-row border-bottom="{$haarlijn} solid {$kleur-lijn}" font-weight="bold">
          <fo:table-cell xsl:use-attribute-sets="cel-getal" role="TH" ow:scope="row"><fo:block>vereist</fo:block></fo:table-cell>
          <xsl:for-each select="$rapport/domein">
            <fo:table-cell xsl:use-attribute-sets="cel-getal" number-columns-spanned="2"><fo:block text-align="end"><xsl:value-of select="format-number(@eis, '0,0', 'nl')"/></fo:block></fo:table-cell>
          </xsl:for-each>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>
</xsl:stylesheet>
