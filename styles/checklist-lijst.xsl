<?xml version="1.0" encoding="UTF-8"?>
<!-- De lijst om in te vullen, met de pen of op het scherm; zwart op wit. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ow="urn:opbouwwerk:fo">

  <xsl:template match="checklist" mode="titel">
    <xsl:value-of select="$lijst/titel"/>
    <xsl:if test="$vorm = 'invulbaar'">, formulier</xsl:if>
  </xsl:template>

  <xsl:template match="checklist" mode="kopregel">
    <xsl:value-of select="$lijst/titel"/>
    <xsl:text> · team&#160;</xsl:text>
    <xsl:choose>
      <xsl:when test="$vorm = 'invulbaar'">
        <fo:inline border-bottom="{$schrijflijn} solid {$grijs-lijn}" ow:veld="audit.team" ow:veld-soort="tekst"
            ow:veld-waarde="{audit/team}" ow:veld-uitleg="Team" color="{$inkt}">
          <fo:leader leader-pattern="space" leader-length="150pt"/>
        </fo:inline>
      </xsl:when>
      <xsl:when test="audit"><xsl:value-of select="audit/team"/></xsl:when>
      <xsl:otherwise>
        <fo:inline border-bottom="{$schrijflijn} solid {$grijs-lijn}"><fo:leader leader-pattern="space" leader-length="150pt"/></fo:inline>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="checklist" mode="bladwijzers">
    <fo:bookmark-tree><xsl:call-template name="bladwijzers-van-themas"/></fo:bookmark-tree>
  </xsl:template>

  <xsl:template name="bladwijzers-van-themas">
    <xsl:for-each select="thema">
      <fo:bookmark internal-destination="{@knoop}">
        <fo:bookmark-title><xsl:call-template name="titel-van"/></fo:bookmark-title>
        <xsl:for-each select="sectie">
          <fo:bookmark internal-destination="{@knoop}">
            <fo:bookmark-title><xsl:value-of select="@nummer"/><xsl:text> </xsl:text><xsl:call-template name="titel-van"/></fo:bookmark-title>
          </fo:bookmark>
        </xsl:for-each>
      </fo:bookmark>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="checklist">
    <fo:block role="Part">
      <fo:block xsl:use-attribute-sets="kop-stuk"><xsl:value-of select="$lijst/titel"/></fo:block>
      <fo:block role="P" font-size="10pt" space-after="10pt">
        <xsl:text>voor een </xsl:text>
        <xsl:value-of select="@soortnaam"/>
        <xsl:text> · </xsl:text>
        <xsl:value-of select="count(.//vraag)"/>
        <xsl:text> vragen</xsl:text>
        <xsl:if test="@gekozen"> · een keuze uit de hele lijst</xsl:if>
      </fo:block>
      <xsl:call-template name="gegevens"/>
      <xsl:call-template name="uitleg"/>
      <xsl:for-each select="thema">
        <fo:block role="Sect">
          <xsl:if test="position() = 1"><xsl:attribute name="break-before">page</xsl:attribute></xsl:if>
          <fo:block xsl:use-attribute-sets="kop-hoofdstuk" id="{@knoop}">
            <xsl:if test="position() = 1"><xsl:attribute name="space-before">0pt</xsl:attribute></xsl:if>
            <xsl:call-template name="titel-van"/>
          </fo:block>
          <xsl:apply-templates select="sectie" mode="lijst"/>
        </fo:block>
      </xsl:for-each>
      <xsl:call-template name="ondertekening"/>
    </fo:block>
  </xsl:template>

  <!-- De kop van de audit: van wie, wanneer, door wie, met wie. -->
  <xsl:template name="gegevens">
    <fo:table table-layout="fixed" width="100%" role="Div" space-after="6pt">
      <fo:table-column column-width="proportional-column-width(1)" number-columns-repeated="12"/>
      <fo:table-body>
        <fo:table-row keep-together.within-page="always">
          <xsl:call-template name="gegeven"><xsl:with-param name="naam">instelling</xsl:with-param><xsl:with-param name="waarde" select="audit/instelling"/><xsl:with-param name="over" select="8"/></xsl:call-template>
          <xsl:call-template name="gegeven"><xsl:with-param name="naam">kenmerk</xsl:with-param><xsl:with-param name="hint">letters, cijfers en streepjes</xsl:with-param><xsl:with-param name="lengte" select="40"/><xsl:with-param name="waarde" select="audit/@id"/><xsl:with-param name="over" select="4"/></xsl:call-template>
        </fo:table-row>
        <fo:table-row keep-together.within-page="always">
          <xsl:call-template name="gegeven"><xsl:with-param name="naam">team</xsl:with-param><xsl:with-param name="waarde" select="audit/team"/><xsl:with-param name="over" select="6"/></xsl:call-template>
          <xsl:call-template name="gegeven"><xsl:with-param name="naam">locatie</xsl:with-param><xsl:with-param name="waarde" select="audit/locatie"/><xsl:with-param name="over" select="6"/></xsl:call-template>
        </fo:table-row>
        <fo:table-row keep-together.within-page="always">
          <xsl:call-template name="gegeven"><xsl:with-param name="naam">van</xsl:with-param><xsl:with-param name="over" select="2"/><xsl:with-param name="woord">periode, van</xsl:with-param><xsl:with-param name="soort">datum</xsl:with-param><xsl:with-param name="waarde"><xsl:call-template name="korte-datum"><xsl:with-param name="iso" select="audit/@van"/></xsl:call-template></xsl:with-param></xsl:call-template>
          <xsl:call-template name="gegeven"><xsl:with-param name="naam">tot</xsl:with-param><xsl:with-param name="over" select="2"/><xsl:with-param name="woord">tot en met</xsl:with-param><xsl:with-param name="soort">datum</xsl:with-param><xsl:with-param name="waarde"><xsl:call-template name="korte-datum"><xsl:with-param name="iso" select="audit/@tot"/></xsl:call-template></xsl:with-param></xsl:call-template>
          <xsl:call-template name="gegeven"><xsl:with-param name="naam">datum</xsl:with-param><xsl:with-param name="over" select="2"/><xsl:with-param name="woord">datum van de audit</xsl:with-param><xsl:with-param name="soort">datum</xsl:with-param><xsl:with-param name="waarde"><xsl:call-template name="korte-datum"><xsl:with-param name="iso" select="audit/@datum"/></xsl:call-template></xsl:with-param></xsl:call-template>
          <xsl:call-template name="gegeven"><xsl:with-param name="naam">vorige</xsl:with-param><xsl:with-param name="over" select="2"/><xsl:with-param name="woord">vorige audit</xsl:with-param><xsl:with-param name="hint">het kenmerk ervan</xsl:with-param><xsl:with-param name="lengte" select="40"/><xsl:with-param name="waarde" select="audit/@vorige"/></xsl:call-template>
          <xsl:call-template name="gegeven"><xsl:with-param name="naam">soort</xsl:with-param><xsl:with-param name="over" select="2"/><xsl:with-param name="woord">soort team</xsl:with-param><xsl:with-param name="waarde" select="@soort"/><xsl:with-param name="lezen" select="true()"/></xsl:call-template>
          <xsl:call-template name="gegeven"><xsl:with-param name="naam">editie</xsl:with-param><xsl:with-param name="waarde" select="$lijst/@editie"/><xsl:with-param name="lezen" select="true()"/></xsl:call-template>
          <xsl:call-template name="gegeven"><xsl:with-param name="naam">vragen</xsl:with-param><xsl:with-param name="waarde" select="count(.//vraag)"/><xsl:with-param name="lezen" select="true()"/></xsl:call-template>
        </fo:table-row>
        <xsl:call-template name="mensen">
          <xsl:with-param name="naam">beoordelaar</xsl:with-param>
          <xsl:with-param name="woord">beoordeeld door</xsl:with-param>
          <xsl:with-param name="bij">rol</xsl:with-param>
          <xsl:with-param name="nodig" select="3"/>
          <xsl:with-param name="mensen" select="audit/beoordelaar"/>
        </xsl:call-template>
        <xsl:call-template name="mensen">
          <xsl:with-param name="naam">gesproken</xsl:with-param>
          <xsl:with-param name="woord">gesproken met (rol volstaat)</xsl:with-param>
          <xsl:with-param name="bij">datum</xsl:with-param>
          <xsl:with-param name="nodig" select="6"/>
          <xsl:with-param name="mensen" select="audit/gesproken"/>
        </xsl:call-template>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="gegeven">
    <xsl:param name="naam"/>
    <xsl:param name="woord" select="$naam"/>
    <xsl:param name="soort" select="'tekst'"/>
    <xsl:param name="waarde"/>
    <xsl:param name="over" select="1"/>
    <xsl:param name="hint"/>
    <xsl:param name="lengte"/>
    <xsl:param name="lezen" select="false()"/>
    <xsl:call-template name="schrijfcel">
      <xsl:with-param name="naam" select="concat('audit.', $naam)"/>
      <xsl:with-param name="woord" select="$woord"/>
      <xsl:with-param name="uitleg">
        <xsl:call-template name="hoofdletter"><xsl:with-param name="tekst" select="$woord"/></xsl:call-template>
        <xsl:if test="$hint != ''">, <xsl:value-of select="$hint"/></xsl:if>
      </xsl:with-param>
      <xsl:with-param name="lengte" select="$lengte"/>
      <xsl:with-param name="soort" select="$soort"/>
      <xsl:with-param name="waarde" select="$waarde"/>
      <xsl:with-param name="over" select="$over"/>
      <xsl:with-param name="lezen" select="$lezen"/>
      <xsl:with-param name="hoog">15pt</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Zoveel regels als er mensen zijn, en anders zoveel als er nodig kunnen zijn. -->
  <xsl:template name="mensen">
    <xsl:param name="naam"/>
    <xsl:param name="woord"/>
    <xsl:param name="bij"/>
    <xsl:param name="nodig"/>
    <xsl:param name="mensen"/>
    <xsl:param name="nummer" select="1"/>
    <xsl:if test="$nummer &lt;= $nodig or $nummer &lt;= count($mensen)">
      <xsl:variable name="mens" select="$mensen[$nummer]"/>
      <fo:table-row keep-together.within-page="always">
        <xsl:call-template name="schrijfcel">
          <xsl:with-param name="naam" select="concat('audit.', $naam, '.', $nummer, '.naam')"/>
          <xsl:with-param name="woord"><xsl:if test="$nummer = 1"><xsl:value-of select="$woord"/></xsl:if></xsl:with-param>
          <xsl:with-param name="uitleg" select="concat(translate(substring($woord, 1, 1), 'bg', 'BG'), substring($woord, 2), ', nummer ', $nummer)"/>
          <xsl:with-param name="waarde" select="$mens"/>
          <xsl:with-param name="over" select="8"/>
          <xsl:with-param name="hoog">15pt</xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="schrijfcel">
          <xsl:with-param name="naam" select="concat('audit.', $naam, '.', $nummer, '.', $bij)"/>
          <xsl:with-param name="soort"><xsl:choose><xsl:when test="$bij = 'datum'">datum</xsl:when><xsl:otherwise>tekst</xsl:otherwise></xsl:choose></xsl:with-param>
          <xsl:with-param name="woord"><xsl:if test="$nummer = 1"><xsl:value-of select="$bij"/></xsl:if></xsl:with-param>
          <xsl:with-param name="uitleg" select="concat(translate(substring($bij, 1, 1), 'rd', 'RD'), substring($bij, 2), ' bij nummer ', $nummer)"/>
          <xsl:with-param name="waarde">
            <xsl:choose>
              <xsl:when test="$bij = 'datum'"><xsl:call-template name="korte-datum"><xsl:with-param name="iso" select="$mens/@datum"/></xsl:call-template></xsl:when>
              <xsl:otherwise><xsl:value-of select="$mens/@rol"/></xsl:otherwise>
            </xsl:choose>
          </xsl:with-param>
          <xsl:with-param name="over" select="4"/>
          <xsl:with-param name="hoog">15pt</xsl:with-param>
        </xsl:call-template>
      </fo:table-row>
      <xsl:call-template name="mensen">
        <xsl:with-param name="naam" select="$naam"/>
        <xsl:with-param name="woord" select="$woord"/>
        <xsl:with-param name="bij" select="$bij"/>
        <xsl:with-param name="nodig" select="$nodig"/>
        <xsl:with-param name="mensen" select="$mensen"/>
        <xsl:with-param name="nummer" select="$nummer + 1"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Hoe men antwoordt. -->
  <xsl:template name="uitleg">
    <fo:block role="Sect">
      <fo:block xsl:use-attribute-sets="kop-paragraaf" role="H2">Zo vult u de lijst in</fo:block>
      <xsl:for-each select="$lijst/toelichting/alinea">
        <fo:block role="P" space-after="3pt"><xsl:value-of select="normalize-space()"/></fo:block>
      </xsl:for-each>
      <fo:table table-layout="fixed" width="100%" role="Table" space-before="6pt" keep-together.within-page="always">
        <fo:table-column column-width="proportional-column-width(1)"/>
        <fo:table-column column-width="proportional-column-width(1)"/>
        <fo:table-header>
          <fo:table-row>
            <xsl:for-each select="$lijst/schaal">
              <fo:table-cell role="TH" padding-right="8pt"><fo:block font-weight="bold"><xsl:value-of select="@soort"/>e condities</fo:block></fo:table-cell>
            </xsl:for-each>
          </fo:table-row>
        </fo:table-header>
        <fo:table-body>
          <fo:table-row>
            <xsl:for-each select="$lijst/schaal">
              <fo:table-cell padding-right="8pt">
                <xsl:for-each select="antwoord">
                  <fo:block font-size="8pt" line-height="10.6pt" start-indent="9pt" text-indent="-9pt">
                    <fo:inline font-weight="bold"><xsl:value-of select="@label"/></fo:inline>
                    <xsl:text> – </xsl:text>
                    <xsl:value-of select="normalize-space()"/>
                  </fo:block>
                </xsl:for-each>
              </fo:table-cell>
            </xsl:for-each>
          </fo:table-row>
        </fo:table-body>
      </fo:table>
      <fo:block role="P" xsl:use-attribute-sets="bijtekst" space-before="6pt">
        <xsl:text>Bij elke vraag staat wat als bewijs geldt, wie verantwoordelijk is (</xsl:text>
        <xsl:for-each select="$lijst/verantwoordelijke">
          <xsl:value-of select="@label"/>: <xsl:value-of select="normalize-space()"/>
          <xsl:if test="position() != last()">; </xsl:if>
        </xsl:for-each>
        <xsl:text>)</xsl:text>
        <xsl:if test="bladzijden"> en op welke bladzijde de toelichting staat</xsl:if>
        <xsl:text>. Het vette cijfer onder ‘gewicht’ is dat van de lijst.</xsl:text>
        <xsl:if test="$vorm = 'invulbaar'"> Schrijf een datum als 24-11-2026.</xsl:if>
      </fo:block>
    </fo:block>
  </xsl:template>

  <!-- Een sectie: één tabel, waarvan de kop zich op elk blad herhaalt. -->
  <xsl:template match="sectie" mode="lijst">
    <xsl:variable name="antwoorden" select="$lijst/schaal[@soort = current()/@schaal]/antwoord"/>
    <fo:block role="Sect">
      <fo:marker marker-class-name="sectie"><xsl:value-of select="@nummer"/><xsl:text> </xsl:text><xsl:call-template name="titel-van"/></fo:marker>
      <fo:table table-layout="fixed" width="100%" role="Table" border-collapse="collapse" space-after="14pt">
        <fo:table-column column-width="14mm"/>
        <fo:table-column column-width="83mm"/>
        <fo:table-column number-columns-repeated="{count($antwoorden)}" column-width="{77 div count($antwoorden)}mm"/>
        <fo:table-header>
          <fo:table-row border-top="1.2pt solid {$inkt}">
            <fo:table-cell role="TH" padding-top="3pt"><fo:block role="P" font-size="10.5pt" font-weight="bold" id="{@knoop}"><xsl:value-of select="@nummer"/></fo:block></fo:table-cell>
            <fo:table-cell role="TH" padding-top="3pt" number-columns-spanned="{count($antwoorden) + 1}">
              <fo:block role="P" font-size="10.5pt" font-weight="bold" hyphenate="false">
                <xsl:call-template name="titel-van"/>
                <fo:inline font-weight="normal" font-size="7.5pt" color="{$grijs}">&#8195;<xsl:call-template name="toelichting-op"/></fo:inline>
              </fo:block>
            </fo:table-cell>
          </fo:table-row>
          <fo:table-row border-bottom="0.7pt solid {$inkt}">
            <fo:table-cell role="TH" padding-bottom="2pt"><fo:block/></fo:table-cell>
            <fo:table-cell role="TH" padding-bottom="2pt" display-align="after"><fo:block xsl:use-attribute-sets="bijtekst">vraag</fo:block></fo:table-cell>
            <xsl:for-each select="$antwoorden">
              <fo:table-cell role="TH" padding-bottom="2pt" display-align="after">
                <fo:block xsl:use-attribute-sets="bijtekst" color="{$inkt}" font-size="7pt" line-height="8pt" text-align="center" hyphenate="false"><xsl:value-of select="@label"/></fo:block>
              </fo:table-cell>
            </xsl:for-each>
          </fo:table-row>
        </fo:table-header>
        <fo:table-body>
          <xsl:apply-templates select="vraag" mode="lijst">
            <xsl:with-param name="antwoorden" select="$antwoorden"/>
          </xsl:apply-templates>
        </fo:table-body>
      </fo:table>
    </fo:block>
  </xsl:template>

  <!-- Een vraag: links wat gevraagd en gezien is, rechts de hokjes, zo nodig sterk en zwak, en de actie. -->
  <xsl:template match="vraag" mode="lijst">
    <xsl:param name="antwoorden"/>
    <xsl:variable name="vraag" select="."/>
    <xsl:variable name="rijen" select="2 + count(sterk)"/>
    <fo:table-row keep-with-next.within-page="always" keep-together.within-page="always" border-top="{$haarlijn} solid {$grijs-lijn}">
      <fo:table-cell number-rows-spanned="{$rijen}" padding-top="3pt">
        <fo:block font-weight="bold"><xsl:value-of select="@nr"/></fo:block>
        <fo:block xsl:use-attribute-sets="bijtekst" font-size="7pt" line-height="8.4pt" space-before="3pt">gewicht</fo:block>
        <xsl:call-template name="gewicht"/>
        <xsl:if test="@bladzijde">
          <fo:block xsl:use-attribute-sets="bijtekst" font-size="7pt" line-height="8.4pt" space-before="3pt">blz.&#160;<xsl:value-of select="@bladzijde"/></fo:block>
        </xsl:if>
      </fo:table-cell>
      <fo:table-cell number-rows-spanned="{$rijen}" padding-top="3pt" padding-bottom="4pt" padding-right="10pt">
        <fo:block font-weight="bold" hyphenate="false"><xsl:value-of select="tekst"/></fo:block>
        <fo:block xsl:use-attribute-sets="bijtekst" space-before="1pt">
          <xsl:value-of select="bewijs"/>
          <xsl:text> · </xsl:text>
          <xsl:value-of select="@wie"/>
          <xsl:if test="vorige"> · <fo:inline color="{$inkt}">vorige keer: <xsl:value-of select="vorige/@label"/></fo:inline></xsl:if>
        </fo:block>
        <xsl:call-template name="bewijs-en-notitie"/>
      </fo:table-cell>
      <xsl:for-each select="$antwoorden">
        <fo:table-cell padding-top="5pt">
          <fo:block text-align="center" line-height="14pt">
            <xsl:call-template name="vinkje">
              <xsl:with-param name="naam" select="concat($vraag/@id, '.antwoord')"/>
              <xsl:with-param name="optie" select="@naam"/>
              <xsl:with-param name="waarde" select="$vraag/gegeven/@naam"/>
              <xsl:with-param name="uitleg" select="concat($vraag/@nr, ' ', $vraag/tekst, ' – ', @label)"/>
            </xsl:call-template>
          </fo:block>
        </fo:table-cell>
      </xsl:for-each>
    </fo:table-row>
    <xsl:if test="sterk">
      <fo:table-row keep-with-next.within-page="always">
        <fo:table-cell number-columns-spanned="3" padding-top="1pt" padding-right="6pt"><xsl:call-template name="pool"><xsl:with-param name="pool">sterk</xsl:with-param><xsl:with-param name="tekst" select="sterk"/></xsl:call-template></fo:table-cell>
        <fo:table-cell number-columns-spanned="{count($antwoorden) - 3}" padding-top="1pt"><xsl:call-template name="pool"><xsl:with-param name="pool">zwak</xsl:with-param><xsl:with-param name="tekst" select="zwak"/></xsl:call-template></fo:table-cell>
      </fo:table-row>
    </xsl:if>
    <fo:table-row border-bottom="{$haarlijn} solid {$grijs-lijn}" keep-together.within-page="always">
      <fo:table-cell padding-bottom="5pt" number-columns-spanned="{count($antwoorden)}"><xsl:call-template name="actie-invullen"/></fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <xsl:template name="pool">
    <xsl:param name="pool"/>
    <xsl:param name="tekst"/>
    <fo:block xsl:use-attribute-sets="bijtekst" font-size="7pt" line-height="8.4pt" color="{$inkt}" hyphenate="true">
      <fo:inline font-style="italic"><xsl:value-of select="$pool"/>:</fo:inline>
      <xsl:text> </xsl:text>
      <xsl:value-of select="$tekst"/>
    </fo:block>
  </xsl:template>

  <xsl:template name="gewicht">
    <xsl:variable name="eigen" select="gegeven[@eigen]/@gewicht | vorige[@eigen][not(../gegeven)]/@gewicht"/>
    <xsl:call-template name="gewicht-hokje"><xsl:with-param name="cijfer" select="1"/><xsl:with-param name="eigen" select="$eigen"/></xsl:call-template>
    <xsl:call-template name="gewicht-hokje"><xsl:with-param name="cijfer" select="2"/><xsl:with-param name="eigen" select="$eigen"/></xsl:call-template>
    <xsl:call-template name="gewicht-hokje"><xsl:with-param name="cijfer" select="3"/><xsl:with-param name="eigen" select="$eigen"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="gewicht-hokje">
    <xsl:param name="cijfer"/>
    <xsl:param name="eigen"/>
    <fo:block line-height="16pt">
      <xsl:call-template name="vinkje">
        <xsl:with-param name="naam" select="concat(@id, '.gewicht')"/>
        <xsl:with-param name="optie" select="$cijfer"/>
        <xsl:with-param name="waarde" select="$eigen"/>
        <xsl:with-param name="uitleg" select="concat(@nr, ' gewicht ', $cijfer)"/>
      </xsl:call-template>
      <xsl:text>&#160;</xsl:text>
      <fo:inline font-size="8pt">
        <xsl:if test="@gewicht = $cijfer"><xsl:attribute name="font-weight">bold</xsl:attribute></xsl:if>
        <xsl:value-of select="$cijfer"/>
      </fo:inline>
    </fo:block>
  </xsl:template>

  <xsl:template name="bewijs-en-notitie">
    <xsl:variable name="soorten" select="concat(' ', gegeven/bewijs/@soort, ' ')"/>
    <fo:block font-size="7.5pt" line-height="15.5pt" space-before="2pt" hyphenate="false">
      <fo:inline font-size="7pt" color="{$grijs}">bewijs&#8195;</fo:inline>
      <xsl:call-template name="bewijssoort"><xsl:with-param name="soort">document</xsl:with-param><xsl:with-param name="soorten" select="$soorten"/></xsl:call-template>
      <xsl:call-template name="bewijssoort"><xsl:with-param name="soort">gesprek</xsl:with-param><xsl:with-param name="soorten" select="$soorten"/></xsl:call-template>
      <xsl:call-template name="bewijssoort"><xsl:with-param name="soort">waarneming</xsl:with-param><xsl:with-param name="soorten" select="$soorten"/></xsl:call-template>
    </fo:block>
    <fo:table table-layout="fixed" width="100%" role="Div">
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-body>
        <fo:table-row>
          <xsl:call-template name="schrijfcel">
            <xsl:with-param name="naam" select="concat(@id, '.bewijs')"/>
            <xsl:with-param name="uitleg" select="concat(@nr, ' bewijs: welk stuk, welk gesprek, waar gezien')"/>
            <xsl:with-param name="waarde" select="gegeven/bewijs"/>
            <xsl:with-param name="hoog">12pt</xsl:with-param>
          </xsl:call-template>
        </fo:table-row>
        <fo:table-row>
          <xsl:call-template name="schrijfcel">
            <xsl:with-param name="naam" select="concat(@id, '.notitie')"/>
            <xsl:with-param name="soort">alinea</xsl:with-param>
            <xsl:with-param name="woord">notitie</xsl:with-param>
            <xsl:with-param name="uitleg" select="concat(@nr, ' notitie')"/>
            <xsl:with-param name="waarde" select="gegeven/notitie/@geheel"/>
            <xsl:with-param name="hoog">30pt</xsl:with-param>
          </xsl:call-template>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="bewijssoort">
    <xsl:param name="soort"/>
    <xsl:param name="soorten"/>
    <xsl:call-template name="vinkje-met-woord">
      <xsl:with-param name="naam" select="concat(@id, '.', $soort)"/>
      <xsl:with-param name="woord" select="$soort"/>
      <xsl:with-param name="waarde"><xsl:if test="contains($soorten, concat(' ', $soort, ' '))">ja</xsl:if></xsl:with-param>
      <xsl:with-param name="uitleg" select="concat(@nr, ' bewijs uit ', $soort)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Een actie die van de vorige keer nog openstaat, gaat mee. -->
  <xsl:template name="actie-invullen">
    <xsl:variable name="actie" select="gegeven/actie | vorige[not(../gegeven)]/actie[@stand = 'open' or @stand = 'loopt']"/>
    <fo:table table-layout="fixed" width="100%" role="Div">
      <fo:table-column column-width="proportional-column-width(5)"/>
      <fo:table-column column-width="proportional-column-width(3)"/>
      <fo:table-column column-width="proportional-column-width(3)"/>
      <fo:table-body>
        <fo:table-row>
          <xsl:call-template name="schrijfcel">
            <xsl:with-param name="naam" select="concat(@id, '.actie')"/>
            <xsl:with-param name="soort">alinea</xsl:with-param>
            <xsl:with-param name="woord">actie</xsl:with-param>
            <xsl:with-param name="uitleg" select="concat(@nr, ' actie')"/>
            <xsl:with-param name="waarde" select="$actie"/>
            <xsl:with-param name="hoog">26pt</xsl:with-param>
            <xsl:with-param name="over" select="3"/>
          </xsl:call-template>
        </fo:table-row>
        <fo:table-row>
          <xsl:call-template name="schrijfcel">
            <xsl:with-param name="naam" select="concat(@id, '.eigenaar')"/>
            <xsl:with-param name="woord">wie doet het</xsl:with-param>
            <xsl:with-param name="uitleg" select="concat(@nr, ' actie: wie doet het')"/>
            <xsl:with-param name="waarde" select="$actie/@eigenaar"/>
            <xsl:with-param name="hoog">13pt</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="schrijfcel">
            <xsl:with-param name="naam" select="concat(@id, '.voor')"/>
            <xsl:with-param name="soort">datum</xsl:with-param>
            <xsl:with-param name="woord">klaar voor</xsl:with-param>
            <xsl:with-param name="uitleg" select="concat(@nr, ' actie: klaar voor welke datum')"/>
            <xsl:with-param name="waarde"><xsl:call-template name="korte-datum"><xsl:with-param name="iso" select="$actie/@voor"/></xsl:call-template></xsl:with-param>
            <xsl:with-param name="hoog">13pt</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="schrijfcel">
            <xsl:with-param name="naam" select="concat(@id, '.hercontrole')"/>
            <xsl:with-param name="soort">datum</xsl:with-param>
            <xsl:with-param name="woord">hercontrole</xsl:with-param>
            <xsl:with-param name="uitleg" select="concat(@nr, ' actie: datum van hercontrole')"/>
            <xsl:with-param name="waarde"><xsl:call-template name="korte-datum"><xsl:with-param name="iso" select="$actie/@hercontrole"/></xsl:call-template></xsl:with-param>
            <xsl:with-param name="hoog">13pt</xsl:with-param>
          </xsl:call-template>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
    <fo:block font-size="7.5pt" line-height="16pt" space-before="2pt" hyphenate="false">
      <xsl:call-template name="stand"><xsl:with-param name="stand">open</xsl:with-param><xsl:with-param name="nu" select="$actie/@stand"/></xsl:call-template>
      <xsl:call-template name="stand"><xsl:with-param name="stand">loopt</xsl:with-param><xsl:with-param name="nu" select="$actie/@stand"/></xsl:call-template>
      <xsl:call-template name="stand"><xsl:with-param name="stand">gereed</xsl:with-param><xsl:with-param name="nu" select="$actie/@stand"/></xsl:call-template>
      <xsl:call-template name="stand"><xsl:with-param name="stand">vervallen</xsl:with-param><xsl:with-param name="nu" select="$actie/@stand"/></xsl:call-template>
    </fo:block>
  </xsl:template>

  <xsl:template name="stand">
    <xsl:param name="stand"/>
    <xsl:param name="nu"/>
    <xsl:call-template name="vinkje-met-woord">
      <xsl:with-param name="naam" select="concat(@id, '.stand')"/>
      <xsl:with-param name="optie" select="$stand"/>
      <xsl:with-param name="woord" select="$stand"/>
      <xsl:with-param name="waarde" select="$nu"/>
      <xsl:with-param name="uitleg" select="concat(@nr, ' actie: ', $stand)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Wie ervoor instaan; een handtekening zet men met de pen. -->
  <xsl:template name="ondertekening">
    <fo:block role="Sect" keep-together.within-page="always" space-before="18pt">
      <fo:block xsl:use-attribute-sets="kop-paragraaf" role="H2">Ondertekening</fo:block>
      <fo:table table-layout="fixed" width="100%" role="Div">
        <fo:table-column column-width="proportional-column-width(1)"/>
        <fo:table-column column-width="proportional-column-width(1)"/>
        <fo:table-column column-width="proportional-column-width(1)"/>
        <fo:table-body>
          <fo:table-row>
            <xsl:call-template name="handtekening"><xsl:with-param name="wie">voor het team</xsl:with-param></xsl:call-template>
            <xsl:call-template name="handtekening"><xsl:with-param name="wie">voor de leiding</xsl:with-param></xsl:call-template>
            <xsl:call-template name="handtekening"><xsl:with-param name="wie">beoordelaar</xsl:with-param></xsl:call-template>
          </fo:table-row>
        </fo:table-body>
      </fo:table>
    </fo:block>
  </xsl:template>

  <xsl:template name="handtekening">
    <xsl:param name="wie"/>
    <fo:table-cell padding-right="12pt">
      <fo:block xsl:use-attribute-sets="bijtekst" color="{$inkt}"><xsl:value-of select="$wie"/></fo:block>
      <fo:block-container height="46pt" border-bottom="{$schrijflijn} solid {$grijs-lijn}"><fo:block/></fo:block-container>
      <fo:block xsl:use-attribute-sets="bijtekst" hyphenate="false" space-before="2pt">naam en handtekening, plaats, datum</fo:block>
    </fo:table-cell>
  </xsl:template>
</xsl:stylesheet>
