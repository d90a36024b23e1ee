<?xml version="1.0" encoding="UTF-8"?>
<!-- Afspraken, wat in de weg staat, herregistratie, ondertekening. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ow="urn:opbouwwerk:fo">

  <xsl:template name="afspraken">
    <fo:block role="Sect">
      <xsl:call-template name="sectiekop">
        <xsl:with-param name="id" select="'afspraken'"/>
        <xsl:with-param name="titel" select="'Afspraken'"/>
      </xsl:call-template>
      <xsl:if test="not($rapport/afspraken/doel)">
        <fo:block role="P">Er zijn nog geen afspraken gemaakt.</fo:block>
      </xsl:if>
      <xsl:apply-templates select="$rapport/afspraken/doel"/>
      <xsl:call-template name="voorstellen"/>
      <xsl:call-template name="volgend-gesprek"/>
    </fo:block>
  </xsl:template>

  <xsl:variable name="doel-breed" select="'150pt'"/>

  <xsl:template match="doel">
    <fo:list-block role="Sect" provisional-distance-between-starts="{$doel-breed}" provisional-label-separation="12pt"
        border-top="{$haarlijn} solid {$kleur-lijn}" padding-top="3pt" padding-bottom="5pt" keep-together.within-page="4"
        ow:regel="{@ow:regel}">
      <fo:list-item role="Div">
        <fo:list-item-label role="Div" end-indent="label-end()">
          <fo:block role="H3" font-family="{$letter-tabel}" font-size="9pt" line-height="12pt" font-weight="bold" text-align="start" hyphenate="false" ow:font-features="lnum=1">
            <xsl:choose>
              <xsl:when test="@kort">
                <fo:inline font-weight="normal" color="{$kleur-zacht}"><xsl:value-of select="@label"/></fo:inline>
                <xsl:text>&#8194;</xsl:text>
                <xsl:call-template name="opschrift"/>
              </xsl:when>
              <xsl:otherwise>Afspraak <xsl:value-of select="count(preceding-sibling::doel) + 1"/></xsl:otherwise>
            </xsl:choose>
          </fo:block>
          <fo:list-block xsl:use-attribute-sets="klein" role="Div" provisional-distance-between-starts="40pt" provisional-label-separation="4pt" color="{$inkt}">
            <xsl:call-template name="gegeven">
              <xsl:with-param name="naam" select="'stand'"/>
              <xsl:with-param name="tekst" select="@stand"/>
            </xsl:call-template>
            <xsl:call-template name="gegeven">
              <xsl:with-param name="naam" select="'eigenaar'"/>
              <xsl:with-param name="tekst" select="@eigenaar"/>
            </xsl:call-template>
            <xsl:call-template name="gegeven">
              <xsl:with-param name="naam" select="'begin'"/>
              <xsl:with-param name="tekst"><xsl:if test="@begin"><xsl:call-template name="dag"><xsl:with-param name="datum" select="@begin"/></xsl:call-template></xsl:if></xsl:with-param>
            </xsl:call-template>
            <xsl:call-template name="gegeven">
              <xsl:with-param name="naam" select="'gereed'"/>
              <xsl:with-param name="tekst"><xsl:if test="@gereed"><xsl:call-template name="dag"><xsl:with-param name="datum" select="@gereed"/></xsl:call-template></xsl:if></xsl:with-param>
            </xsl:call-template>
            <xsl:call-template name="gegeven">
              <xsl:with-param name="naam" select="'budget'"/>
              <xsl:with-param name="tekst"><xsl:call-template name="budget"/></xsl:with-param>
            </xsl:call-template>
          </fo:list-block>
        </fo:list-item-label>
        <fo:list-item-body role="Div" start-indent="body-start()">
          <fo:block>
            <xsl:call-template name="doelregel"><xsl:with-param name="naam" select="'gedrag'"/><xsl:with-param name="wat" select="gedrag"/></xsl:call-template>
            <xsl:call-template name="doelregel"><xsl:with-param name="naam" select="'activiteit'"/><xsl:with-param name="wat" select="activiteit"/></xsl:call-template>
            <xsl:call-template name="doelregel"><xsl:with-param name="naam" select="'steun'"/><xsl:with-param name="wat" select="steun"/></xsl:call-template>
            <xsl:call-template name="doelregel"><xsl:with-param name="naam" select="'budget'"/><xsl:with-param name="wat" select="budget[alinea]"/></xsl:call-template>
            <xsl:call-template name="doelregel"><xsl:with-param name="naam" select="'het blijkt uit'"/><xsl:with-param name="wat" select="blijkt"/></xsl:call-template>
          </fo:block>
        </fo:list-item-body>
      </fo:list-item>
    </fo:list-block>
  </xsl:template>

  <xsl:template name="budget">
    <xsl:if test="budget/@euro">€&#160;<xsl:value-of select="format-number(budget/@euro, '#.##0,##', 'nl')"/></xsl:if>
    <xsl:if test="budget/@euro and budget/@uren">, </xsl:if>
    <xsl:if test="budget/@uren"><xsl:value-of select="format-number(budget/@uren, '#.##0,##', 'nl')"/>&#160;uur</xsl:if>
  </xsl:template>

  <xsl:template name="doelregel">
    <xsl:param name="naam"/>
    <xsl:param name="wat"/>
    <xsl:for-each select="$wat[alinea]">
      <fo:block xsl:use-attribute-sets="dossiertekst" role="P" ow:regel="{@ow:regel}">
        <xsl:if test="position() = 1 and $naam != 'gedrag'"><xsl:attribute name="space-before">2pt</xsl:attribute></xsl:if>
        <fo:inline xsl:use-attribute-sets="run-in"><xsl:value-of select="$naam"/></fo:inline>
        <xsl:text>&#8194;</xsl:text>
        <xsl:value-of select="alinea[1]"/>
      </fo:block>
      <xsl:call-template name="verdere-alineas"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Wat de Condities voor dit niveau aan scholing en coaching noemen. -->
  <xsl:template name="voorstellen">
    <xsl:if test="$rapport/voorstellen/voorstel">
      <fo:block role="P" space-before="6.75pt" orphans="2" widows="2">
        <fo:inline xsl:use-attribute-sets="run-in">Om uit te kiezen</fo:inline>
        <xsl:text>&#8194;Voor een </xsl:text>
        <xsl:value-of select="$persoon/@niveau"/>
        <xsl:text> noemen de Condities onder scholing en coaching</xsl:text>
        <xsl:if test="$rapport/voorstellen/@bladzijde">
          <xsl:text> (bladzijde </xsl:text>
          <xsl:call-template name="bladzijde"><xsl:with-param name="plaats" select="$rapport/voorstellen"/></xsl:call-template>
          <xsl:text>)</xsl:text>
        </xsl:if>
        <xsl:text>: </xsl:text>
        <xsl:for-each select="$rapport/voorstellen/voorstel">
          <xsl:if test="position() &gt; 1">; </xsl:if>
          <xsl:value-of select="."/>
        </xsl:for-each>
        <xsl:text>.</xsl:text>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:template name="volgend-gesprek">
    <xsl:for-each select="$rapport/volgend-gesprek[alinea]">
      <fo:block role="P" space-before="3.4pt" orphans="2" widows="2" ow:regel="{@ow:regel}">
        <fo:inline xsl:use-attribute-sets="run-in">
          <xsl:text>Volgend gesprek, </xsl:text>
          <xsl:call-template name="dag"><xsl:with-param name="datum" select="@datum"/></xsl:call-template>
        </fo:inline>
        <xsl:text>&#8194;</xsl:text>
        <xsl:value-of select="alinea[1]"/>
      </fo:block>
      <xsl:for-each select="alinea[position() &gt; 1]">
        <fo:block role="P" text-indent="{$inspring}" orphans="2" widows="2" ow:regel="{@ow:regel}"><xsl:value-of select="."/></fo:block>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- - - Wat in de weg staat - - -->

  <xsl:template name="belemmeringen">
    <fo:block role="Sect">
      <xsl:call-template name="sectiekop">
        <xsl:with-param name="id" select="'belemmeringen'"/>
        <xsl:with-param name="titel" select="'Wat in de weg staat'"/>
      </xsl:call-template>
      <xsl:choose>
        <xsl:when test="not($metingen)">
          <fo:block role="P">Er is nog geen meting; zodra er verschillen zijn, staan hier de condities die eraan gekoppeld zijn.</fo:block>
        </xsl:when>
        <xsl:when test="not($rapport/domein/@kloof)">
          <fo:block role="P">Er is nog geen verschil te noemen tussen wat gemeten en wat vereist is; zodra dat er is, staan hier de condities die eraan gekoppeld zijn.</fo:block>
        </xsl:when>
        <xsl:when test="not($rapport/zwak/punt)">
          <fo:block role="P">Geen competentie is lager gemeten dan vereist; daarom staan hier geen condities.</fo:block>
        </xsl:when>
        <xsl:when test="not($rapport/conditie)">
          <fo:block role="P">Aan de competenties waar iets ontbreekt, is in de Condities voor opbouwwerk geen conditie gekoppeld.</fo:block>
        </xsl:when>
        <xsl:otherwise>
          <fo:block role="P" text-align="justify" space-after="6.75pt">
            <xsl:text>Wat iemand laat zien hangt mede af van de omstandigheden. Deze condities zijn gekoppeld aan de competenties
              waar iets ontbreekt. </xsl:text>
            <xsl:choose>
              <xsl:when test="$rapport/audit">
                <xsl:text>Hun stand komt uit de audit van </xsl:text>
                <xsl:choose>
                  <xsl:when test="$rapport/audit/@team"><xsl:value-of select="$rapport/audit/@team"/></xsl:when>
                  <xsl:otherwise>het team</xsl:otherwise>
                </xsl:choose>
                <xsl:text>, </xsl:text>
                <xsl:call-template name="dag"><xsl:with-param name="datum" select="$rapport/audit/@datum"/></xsl:call-template>
                <xsl:text>.</xsl:text>
              </xsl:when>
              <xsl:otherwise>Er is geen audit van het team bij gebruikt; bespreek zelf hoe het ermee staat.</xsl:otherwise>
            </xsl:choose>
          </fo:block>
          <xsl:call-template name="conditietabel"/>
        </xsl:otherwise>
      </xsl:choose>
    </fo:block>
  </xsl:template>

  <xsl:template name="conditietabel">
    <fo:table xsl:use-attribute-sets="tabeltekst" role="Table" table-layout="fixed" width="100%" border-collapse="collapse">
      <fo:table-column column-width="{146 - 30 * boolean($rapport/audit)}pt"/>
      <fo:table-column column-width="134pt"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-header>
        <fo:table-row border-bottom="0.8pt solid {$kleur}">
          <fo:table-cell xsl:use-attribute-sets="kopje-tabel" role="TH"><fo:block>conditie</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="kopje-tabel" role="TH"><fo:block>bij</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="kopje-tabel" role="TH"><fo:block><xsl:choose><xsl:when test="$rapport/audit">waarom, en hoe het ermee staat</xsl:when><xsl:otherwise>waarom</xsl:otherwise></xsl:choose></fo:block></fo:table-cell>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="$rapport/conditie">
          <fo:table-row border-bottom="{$haarlijn} solid {$kleur-lijn}" keep-together.within-page="10">
            <fo:table-cell xsl:use-attribute-sets="cel-dicht" role="TH" ow:scope="row">
              <fo:block hyphenate="false">
                <xsl:value-of select="@label"/>
                <xsl:if test="@bladzijde"><xsl:text>&#160;</xsl:text><xsl:call-template name="bladzijde"/></xsl:if>
              </fo:block>
            </fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="cel-dicht">
              <xsl:for-each select="hindert">
                <fo:block hyphenate="false" start-indent="24pt" text-indent="-24pt">
                  <fo:inline color="{$kleur-zacht}"><xsl:value-of select="@label"/></fo:inline>
                  <xsl:text>&#8194;</xsl:text>
                  <xsl:value-of select="@kort"/>
                </fo:block>
              </xsl:for-each>
            </fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="cel-dicht" padding-right="0pt">
              <fo:block>
                <xsl:for-each select="reden[position() &lt;= 3]">
                  <xsl:if test="position() &gt; 1">; </xsl:if>
                  <xsl:value-of select="."/>
                </xsl:for-each>
              </fo:block>
              <xsl:if test="$rapport/audit"><xsl:call-template name="bevindingen"/></xsl:if>
            </fo:table-cell>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- Achter elkaar; de stand staat ervoor waar zij een andere is dan van de vorige. -->
  <xsl:template name="bevindingen">
    <fo:block space-before="1pt" hyphenate="false">
      <xsl:for-each select="bevinding[position() &lt;= 4]">
        <xsl:if test="position() &gt; 1">; </xsl:if>
        <xsl:if test="position() = 1 or @antwoord != preceding-sibling::bevinding[1]/@antwoord">
          <fo:inline font-weight="bold" color="{$kleur}"><xsl:value-of select="@antwoord"/></fo:inline>
          <xsl:text>&#160;&#160;</xsl:text>
        </xsl:if>
        <xsl:value-of select="@onderwerp"/>
        <xsl:if test="actie">
          <fo:inline color="{$kleur-zacht}">
            <xsl:text> — </xsl:text>
            <xsl:value-of select="actie"/>
            <xsl:if test="actie/@voor">, vóór <xsl:call-template name="dag"><xsl:with-param name="datum" select="actie/@voor"/></xsl:call-template></xsl:if>
          </fo:inline>
        </xsl:if>
      </xsl:for-each>
      <xsl:if test="$rapport/audit and not(bevinding)">niet onderzocht in de audit</xsl:if>
    </fo:block>
  </xsl:template>

  <!-- - - Herregistratie - - -->

  <xsl:template name="herregistratie">
    <xsl:variable name="h" select="$rapport/herregistratie"/>
    <!-- Een korte lijst blijft bij haar kop, ook waar de ondertekening haar laatste rij meeneemt. -->
    <fo:block role="Sect">
      <xsl:if test="count($h/activiteit) &lt;= 10"><xsl:attribute name="keep-together.within-page">6</xsl:attribute></xsl:if>
      <xsl:call-template name="sectiekop">
        <xsl:with-param name="id" select="'herregistratie'"/>
        <xsl:with-param name="titel" select="'Herregistratie'"/>
      </xsl:call-template>
      <xsl:choose>
        <xsl:when test="not($h/activiteit or $h/@uren)">
          <fo:block role="P">In het dossier staan geen activiteiten voor herregistratie.</fo:block>
        </xsl:when>
        <xsl:otherwise>
          <fo:block role="P" space-after="6.75pt">
            <xsl:if test="$h/@van and $h/@tot">
              <xsl:text>Periode </xsl:text>
              <xsl:call-template name="dag"><xsl:with-param name="datum" select="$h/@van"/></xsl:call-template>
              <xsl:text> tot </xsl:text>
              <xsl:call-template name="dag"><xsl:with-param name="datum" select="$h/@tot"/></xsl:call-template>
              <xsl:text>. </xsl:text>
            </xsl:if>
            <xsl:text>Verantwoord: </xsl:text>
            <xsl:value-of select="format-number(sum($h/activiteit/@uren), '#.##0,##', 'nl')"/>
            <xsl:text> uur</xsl:text>
            <xsl:if test="$h/@uren"> van de <xsl:value-of select="format-number($h/@uren, '#.##0,##', 'nl')"/> die gevraagd zijn</xsl:if>
            <xsl:text>.</xsl:text>
          </fo:block>
          <xsl:if test="$h/activiteit"><xsl:call-template name="activiteiten"/></xsl:if>
        </xsl:otherwise>
      </xsl:choose>
    </fo:block>
  </xsl:template>

  <xsl:template name="activiteiten">
    <xsl:variable name="heeft-bewijs" select="boolean($rapport/herregistratie/activiteit/@verwijzing)"/>
    <fo:table xsl:use-attribute-sets="tabeltekst" role="Table" table-layout="fixed" width="100%" border-collapse="collapse" border-top="0.8pt solid {$kleur}">
      <fo:table-column column-width="78pt"/>
      <fo:table-column column-width="77pt"/>
      <fo:table-column column-width="proportional-column-width(9)"/>
      <xsl:if test="$heeft-bewijs"><fo:table-column column-width="proportional-column-width(5)"/></xsl:if>
      <fo:table-column column-width="32pt"/>
      <fo:table-header>
        <fo:table-row border-bottom="{$haarlijn} solid {$kleur}">
          <xsl:for-each select="$rapport/herregistratie">
            <fo:table-cell xsl:use-attribute-sets="kopje-tabel" role="TH"><fo:block>datum</fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="kopje-tabel" role="TH"><fo:block>soort</fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="kopje-tabel" role="TH"><fo:block>activiteit</fo:block></fo:table-cell>
            <xsl:if test="$heeft-bewijs"><fo:table-cell xsl:use-attribute-sets="kopje-tabel" role="TH"><fo:block>bewijs</fo:block></fo:table-cell></xsl:if>
            <fo:table-cell xsl:use-attribute-sets="kopje-tabel" role="TH"><fo:block text-align="end">uren</fo:block></fo:table-cell>
          </xsl:for-each>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="$rapport/herregistratie/activiteit">
          <xsl:sort select="@datum"/>
          <fo:table-row border-bottom="{$haarlijn} solid {$kleur-lijn}" keep-together.within-page="10" ow:regel="{@ow:regel}">
            <fo:table-cell xsl:use-attribute-sets="cel-dicht"><fo:block hyphenate="false"><xsl:call-template name="dag"><xsl:with-param name="datum" select="@datum"/></xsl:call-template></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="cel-dicht"><fo:block><xsl:value-of select="@soort"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="cel-dicht"><xsl:call-template name="alineas"/><xsl:if test="not(alinea)"><fo:block/></xsl:if></fo:table-cell>
            <xsl:if test="$heeft-bewijs"><fo:table-cell xsl:use-attribute-sets="cel-dicht"><fo:block><xsl:value-of select="@verwijzing"/></fo:block></fo:table-cell></xsl:if>
            <fo:table-cell xsl:use-attribute-sets="cel-dicht" padding-right="0pt"><fo:block text-align="end"><xsl:if test="@uren"><xsl:value-of select="format-number(@uren, '#.##0,##', 'nl')"/></xsl:if></fo:block></fo:table-cell>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- - - Ondertekening, met ruimte voor bezwaar - - -->

  <xsl:template name="ondertekening">
    <fo:block role="Sect">
      <xsl:call-template name="sectiekop">
        <xsl:with-param name="id" select="'ondertekening'"/>
        <xsl:with-param name="titel" select="'Ondertekening'"/>
        <xsl:with-param name="met-vorige" select="true()"/>
      </xsl:call-template>
      <xsl:call-template name="bezwaren"/>
      <fo:block role="P" keep-with-next.within-page="always">Ondertekenen betekent dat het rapport besproken is, niet dat beiden het in alles eens zijn.</fo:block>
      <fo:table table-layout="fixed" width="100%" role="Div" border-collapse="separate" border-spacing="0pt" space-before="6.75pt" keep-together.within-page="always">
        <fo:table-column column-width="proportional-column-width(1)"/>
        <fo:table-column column-width="24pt"/>
        <fo:table-column column-width="proportional-column-width(1)"/>
        <fo:table-body role="Div">
          <fo:table-row role="Div">
            <xsl:call-template name="ondertekenaar">
              <xsl:with-param name="rol" select="'medewerker'"/>
              <xsl:with-param name="naam" select="$persoon/@naam"/>
            </xsl:call-template>
            <fo:table-cell role="Div"><fo:block/></fo:table-cell>
            <xsl:call-template name="ondertekenaar">
              <xsl:with-param name="rol" select="'leidinggevende'"/>
              <xsl:with-param name="naam" select="$rapport/leidinggevende/@naam"/>
            </xsl:call-template>
          </fo:table-row>
          <fo:table-row role="Div">
            <xsl:call-template name="handtekening"/>
            <fo:table-cell role="Div"><fo:block/></fo:table-cell>
            <xsl:call-template name="handtekening"/>
          </fo:table-row>
        </fo:table-body>
      </fo:table>
    </fo:block>
  </xsl:template>

  <xsl:template name="ondertekenaar">
    <xsl:param name="rol"/>
    <xsl:param name="naam"/>
    <fo:table-cell role="Div">
      <fo:block xsl:use-attribute-sets="klein" role="P"><xsl:value-of select="$rol"/></fo:block>
      <fo:block role="P" hyphenate="false" text-align="start"><xsl:value-of select="$naam"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template name="handtekening">
    <fo:table-cell role="Div" padding-top="{30 - 6 * $kort}pt">
      <fo:block xsl:use-attribute-sets="klein" role="P" border-top="0.5pt solid {$inkt}" padding-top="2pt">plaats, datum en handtekening</fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template name="bezwaren">
    <xsl:variable name="bezwaren" select="$rapport/bezwaar"/>
    <xsl:choose>
      <xsl:when test="$kort or $voor = 'instelling'">
        <xsl:if test="$bezwaren">
          <fo:block role="P" keep-with-next.within-page="always">De medewerker heeft bezwaar gemaakt; het staat in het volledige rapport.</fo:block>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="$bezwaren">
          <fo:block role="Sect">
            <fo:block xsl:use-attribute-sets="a4-kopje" space-before="6.75pt">Bezwaar van <xsl:call-template name="dag"><xsl:with-param name="datum" select="@datum"/></xsl:call-template></fo:block>
            <xsl:for-each select="alinea">
              <fo:block role="P" text-align="justify" orphans="2" widows="2" ow:regel="{@ow:regel}">
                <xsl:if test="position() &gt; 1"><xsl:attribute name="text-indent"><xsl:value-of select="$inspring"/></xsl:attribute></xsl:if>
                <xsl:value-of select="."/>
              </fo:block>
            </xsl:for-each>
          </fo:block>
        </xsl:for-each>
        <fo:block keep-together.within-page="always" keep-with-next.within-page="always" space-after="10.8pt">
          <fo:block xsl:use-attribute-sets="klein" role="P" space-before="6.75pt" keep-with-next.within-page="always">ruimte voor bezwaar of aanvulling</fo:block>
          <fo:block-container height="18.9pt" border-bottom="{$haarlijn} solid {$kleur-lijn}"><fo:block/></fo:block-container>
          <fo:block-container height="18.9pt" border-bottom="{$haarlijn} solid {$kleur-lijn}"><fo:block/></fo:block-container>
          <fo:block-container height="18.9pt" border-bottom="{$haarlijn} solid {$kleur-lijn}"><fo:block/></fo:block-container>
        </fo:block>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
