<?xml version="1.0" encoding="UTF-8"?>
<!-- Het verslag van een audit: op één blad wat er is, wat veranderde en wat het dringendst is; daarna de
     acties met de ondertekening. Wat het raakt en de vragen staan in eigen bestanden. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ow="urn:opbouwwerk:fo">

  <xsl:key name="raakpunt" match="hindert | raakt" use="door/@vraag"/>
  <xsl:key name="actie-van" match="acties/actie" use="@eigenaar"/>

  <xsl:template match="checklist[@vorm = 'verslag']" mode="titel">Verslag van de audit van condities</xsl:template>
  <xsl:template match="checklist[@vorm = 'verslag']" mode="kopregel">
    <xsl:text>Audit condities · </xsl:text><xsl:value-of select="audit/team"/>
    <xsl:text> · </xsl:text><xsl:call-template name="datum"><xsl:with-param name="iso" select="audit/@datum"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="checklist[@vorm = 'verslag']" mode="bladwijzers">
    <fo:bookmark-tree>
      <xsl:call-template name="bladwijzer"><xsl:with-param name="naar">samenvatting</xsl:with-param><xsl:with-param name="titel">Samenvatting</xsl:with-param></xsl:call-template>
      <xsl:call-template name="bladwijzer"><xsl:with-param name="naar">acties</xsl:with-param><xsl:with-param name="titel">Acties en ondertekening</xsl:with-param></xsl:call-template>
      <xsl:if test="hindert | raakt">
        <xsl:call-template name="bladwijzer"><xsl:with-param name="naar">gevolgen</xsl:with-param><xsl:with-param name="titel">Wat dit hindert en raakt</xsl:with-param></xsl:call-template>
      </xsl:if>
      <xsl:call-template name="bladwijzers-van-themas"/>
    </fo:bookmark-tree>
  </xsl:template>

  <xsl:template name="bladwijzer">
    <xsl:param name="naar"/>
    <xsl:param name="titel"/>
    <fo:bookmark internal-destination="{$naar}"><fo:bookmark-title><xsl:value-of select="$titel"/></fo:bookmark-title></fo:bookmark>
  </xsl:template>

  <xsl:template match="checklist[@vorm = 'verslag']">
    <fo:block role="Part">
      <fo:block role="Sect" id="samenvatting">
        <fo:block xsl:use-attribute-sets="kop-stuk" color="{$kleur}" space-before="0pt">Audit van condities</fo:block>
        <fo:block role="P" font-size="11.5pt" line-height="15pt" space-after="5pt">
          <fo:inline font-weight="bold"><xsl:value-of select="audit/team"/></fo:inline>
          <xsl:text>, </xsl:text><xsl:value-of select="audit/instelling"/>
        </fo:block>
        <xsl:call-template name="verslag-gegevens"/>
        <xsl:call-template name="verslag-in-het-kort"/>
        <xsl:call-template name="verslag-themas"/>
        <xsl:call-template name="verslag-dringend"/>
        <xsl:call-template name="verslag-veranderd"/>
      </fo:block>
      <xsl:call-template name="verslag-acties"/>
      <xsl:call-template name="ondertekening"/>
      <xsl:call-template name="verslag-gevolgen"/>
      <xsl:call-template name="verslag-vragen"/>
    </fo:block>
  </xsl:template>

  <!-- - - Van wie, wanneer, door wie, met wie - - -->

  <xsl:template name="verslag-gegevens">
    <fo:table table-layout="fixed" width="100%" role="Table" xsl:use-attribute-sets="fijn" border-top="0.8pt solid {$kleur}"
        border-bottom="{$haarlijn} solid {$kleur-lijn}" padding-bottom="2pt">
      <fo:table-column column-width="24mm"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-body>
        <xsl:call-template name="regel-gegeven"><xsl:with-param name="woord">locatie</xsl:with-param><xsl:with-param name="waarde"><xsl:if test="audit/locatie != ''"><xsl:value-of select="audit/locatie"/> · </xsl:if><xsl:value-of select="@soortnaam"/> · over <xsl:call-template name="datum"><xsl:with-param name="iso" select="audit/@van"/></xsl:call-template> tot en met <xsl:call-template name="datum"><xsl:with-param name="iso" select="audit/@tot"/></xsl:call-template></xsl:with-param></xsl:call-template>
        <xsl:call-template name="regel-gegeven"><xsl:with-param name="woord">beoordeeld</xsl:with-param><xsl:with-param name="waarde">
          <xsl:call-template name="datum"><xsl:with-param name="iso" select="audit/@datum"/></xsl:call-template> door <xsl:for-each select="audit/beoordelaar"><xsl:value-of select="."/><xsl:if test="@rol"> (<xsl:value-of select="@rol"/>)</xsl:if><xsl:if test="position() != last()">, </xsl:if></xsl:for-each></xsl:with-param></xsl:call-template>
        <xsl:if test="audit/gesproken">
          <xsl:call-template name="regel-gegeven"><xsl:with-param name="woord">gesproken met</xsl:with-param><xsl:with-param name="waarde"><xsl:for-each select="audit/gesproken"><xsl:value-of select="."/><xsl:if test="position() != last()">; </xsl:if></xsl:for-each></xsl:with-param></xsl:call-template>
        </xsl:if>
        <xsl:if test="not(audit/@vorige-datum)">
          <xsl:call-template name="regel-gegeven"><xsl:with-param name="woord">vorige audit</xsl:with-param><xsl:with-param name="waarde">geen om mee te vergelijken</xsl:with-param></xsl:call-template>
        </xsl:if>
        <xsl:if test="audit/@vorige-editie != $lijst/@editie">
          <xsl:call-template name="regel-gegeven"><xsl:with-param name="woord">vorige audit</xsl:with-param><xsl:with-param name="waarde">met vragen van editie <xsl:value-of select="audit/@vorige-editie"/></xsl:with-param></xsl:call-template>
        </xsl:if>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="regel-gegeven">
    <xsl:param name="woord"/>
    <xsl:param name="waarde"/>
    <fo:table-row>
      <fo:table-cell role="TH" ow:scope="row" padding-top="2pt"><fo:block color="{$grijs}"><xsl:value-of select="$woord"/></fo:block></fo:table-cell>
      <fo:table-cell padding-top="2pt"><fo:block><xsl:copy-of select="$waarde"/></fo:block></fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <!-- - - In het kort - - -->

  <xsl:template name="verslag-in-het-kort">
    <xsl:variable name="vooruit" select="count(.//gegeven[@verschil &gt; 0])"/>
    <xsl:variable name="achteruit" select="count(.//gegeven[@verschil &lt; 0])"/>
    <xsl:variable name="open" select="acties/actie[@stand = 'open' or @stand = 'loopt']"/>
    <fo:block role="P" font-family="{$letter-tekst}" font-size="12pt" line-height="17pt" space-before="10pt" space-after="8pt" hyphenate="false"
        ow:font-features="onum=1">
      <xsl:choose>
        <xsl:when test="totaal/@score">Samen <fo:inline font-weight="bold"><xsl:value-of select="totaal/@score"/></fo:inline> van 100<xsl:if test="totaal/@vorige">; op <xsl:call-template name="datum"><xsl:with-param name="iso" select="audit/@vorige-datum"/></xsl:call-template> was dat <xsl:value-of select="totaal/@vorige"/></xsl:if>. Van de <xsl:value-of select="totaal/@telt"/> vragen die meetellen, zijn er <xsl:value-of select="totaal/@onvervuld"/> niet of maar voor een deel vervuld.</xsl:when>
        <xsl:otherwise>Er is nog geen vraag beantwoord die meetelt.</xsl:otherwise>
      </xsl:choose>
      <xsl:if test="totaal/@vorige"> Sindsdien <xsl:choose><xsl:when test="$vooruit = 1">ging er 1</xsl:when><xsl:otherwise>gingen er <xsl:value-of select="$vooruit"/></xsl:otherwise></xsl:choose> vooruit en <xsl:value-of select="$achteruit"/> achteruit.</xsl:if>
      <xsl:if test="$open"> Van de <xsl:value-of select="count($open)"/> lopende acties <xsl:choose><xsl:when test="count($open[@te-laat]) = 1">is er 1</xsl:when><xsl:otherwise>zijn er <xsl:value-of select="count($open[@te-laat])"/></xsl:otherwise></xsl:choose> te laat.</xsl:if>
    </fo:block>
  </xsl:template>

  <!-- - - Score per thema - - -->

  <xsl:template name="verslag-themas">
    <fo:table table-layout="fixed" width="100%" role="Table" border-collapse="collapse" keep-together.within-page="always">
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="60mm"/>
      <fo:table-column column-width="10mm"/><fo:table-column column-width="13mm"/>
      <fo:table-column column-width="20mm"/><fo:table-column column-width="19mm"/>
      <fo:table-header>
        <fo:table-row border-bottom="{$haarlijn} solid {$kleur}">
          <xsl:call-template name="kolomkop"><xsl:with-param name="woord">thema</xsl:with-param></xsl:call-template>
          <xsl:call-template name="kolomkop"><xsl:with-param name="woord">van 0 tot 100, naar gewicht<xsl:if test="totaal/@vorige">; streep: vorige keer</xsl:if></xsl:with-param></xsl:call-template>
          <xsl:call-template name="kolomkop"><xsl:with-param name="woord">score</xsl:with-param><xsl:with-param name="zij">end</xsl:with-param></xsl:call-template>
          <xsl:call-template name="kolomkop"><xsl:with-param name="woord">verschil</xsl:with-param><xsl:with-param name="zij">end</xsl:with-param></xsl:call-template>
          <xsl:call-template name="kolomkop"><xsl:with-param name="woord">onvervuld</xsl:with-param><xsl:with-param name="zij">end</xsl:with-param></xsl:call-template>
          <xsl:call-template name="kolomkop"><xsl:with-param name="woord">telt niet mee</xsl:with-param><xsl:with-param name="zij">end</xsl:with-param></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="thema | totaal">
          <fo:table-row border-bottom="{$haarlijn} solid {$kleur-lijn}">
            <xsl:if test="self::totaal"><xsl:attribute name="font-weight">bold</xsl:attribute></xsl:if>
            <fo:table-cell role="TH" ow:scope="row" padding-top="3pt" padding-bottom="3pt"><fo:block hyphenate="false">
              <xsl:choose><xsl:when test="self::totaal">alles samen</xsl:when><xsl:otherwise><xsl:call-template name="titel-van"/></xsl:otherwise></xsl:choose></fo:block></fo:table-cell>
            <fo:table-cell padding-top="3pt"><fo:block><xsl:call-template name="balk"/></fo:block></fo:table-cell>
            <fo:table-cell padding-top="3pt" text-align="end"><fo:block font-weight="bold"><xsl:value-of select="@score"/><xsl:if test="not(@score)">–</xsl:if></fo:block></fo:table-cell>
            <fo:table-cell padding-top="3pt" text-align="end"><fo:block><xsl:call-template name="verschil"><xsl:with-param name="verschil" select="@verschil"/></xsl:call-template></fo:block></fo:table-cell>
            <fo:table-cell padding-top="3pt" text-align="end"><fo:block><xsl:value-of select="@onvervuld"/> van <xsl:value-of select="@telt"/></fo:block></fo:table-cell>
            <fo:table-cell padding-top="3pt" text-align="end"><fo:block><xsl:value-of select="@terzijde + @open"/></fo:block></fo:table-cell>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
    <fo:block role="P" xsl:use-attribute-sets="bijtekst" space-before="3pt">Niet mee telt wat niet van toepassing, niet gezien of niet ingevuld is<xsl:if test="totaal/@open &gt; 0"> (niet ingevuld: <xsl:value-of select="totaal/@open"/>)</xsl:if>. Onvervuld is ook wat er maar voor een deel is, of wisselt.</fo:block>
  </xsl:template>

  <xsl:template name="kolomkop">
    <xsl:param name="woord"/>
    <xsl:param name="zij">start</xsl:param>
    <fo:table-cell role="TH" padding-bottom="2pt" display-align="after">
      <fo:block xsl:use-attribute-sets="bijtekst" text-align="{$zij}" hyphenate="false"><xsl:value-of select="$woord"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- - - Het dringendst: wat ontbreekt, bij wie het ligt, wat eraan gedaan wordt, wat het hindert - - -->

  <xsl:template name="verslag-dringend">
    <fo:block role="Sect">
      <fo:block xsl:use-attribute-sets="kop-paragraaf" role="H2" color="{$kleur}">Het dringendst</fo:block>
      <xsl:if test="not(dringend)"><fo:block role="P">Geen conditie is onvervuld.</fo:block></xsl:if>
      <fo:list-block role="L" provisional-distance-between-starts="13pt" provisional-label-separation="4pt">
        <xsl:for-each select="dringend">
          <fo:list-item space-after="4pt" keep-together.within-page="always">
            <fo:list-item-label end-indent="label-end()"><fo:block font-weight="bold" color="{$kleur}"><xsl:value-of select="position()"/></fo:block></fo:list-item-label>
            <fo:list-item-body start-indent="body-start()"><xsl:apply-templates select="key('vraag', @vraag)" mode="dringend"/></fo:list-item-body>
          </fo:list-item>
        </xsl:for-each>
      </fo:list-block>
    </fo:block>
  </xsl:template>

  <xsl:template match="vraag" mode="dringend">
    <fo:block hyphenate="false">
      <fo:inline font-weight="bold"><xsl:call-template name="hoofdletter"><xsl:with-param name="tekst" select="onderwerp"/></xsl:call-template></fo:inline>
      <xsl:text> (</xsl:text><xsl:value-of select="@nr"/><xsl:text>): </xsl:text><xsl:value-of select="gegeven/@label"/>
      <xsl:if test="vorige/@label != gegeven/@label">, vorige keer <xsl:value-of select="vorige/@label"/></xsl:if>
      <xsl:text>. </xsl:text>
      <xsl:value-of select="gegeven/notitie/alinea[1]"/>
    </fo:block>
    <fo:block xsl:use-attribute-sets="fijn" color="{$grijs}" hyphenate="false">
      <xsl:text>Ligt bij: </xsl:text><xsl:value-of select="@wie"/>
      <xsl:choose>
        <xsl:when test="gegeven/actie">. Actie: <xsl:value-of select="gegeven/actie/@eigenaar"/>, voor <xsl:call-template name="korte-datum"><xsl:with-param name="iso" select="gegeven/actie/@voor"/></xsl:call-template><xsl:if test="gegeven/actie/@te-laat"> (<fo:inline font-weight="bold" color="{$inkt}">te laat</fo:inline>)</xsl:if></xsl:when>
        <xsl:otherwise>. Er is nog geen actie afgesproken</xsl:otherwise>
      </xsl:choose>
      <xsl:text>. </xsl:text>
      <xsl:call-template name="raakpunten"/>
    </fo:block>
  </xsl:template>

  <!-- - - Veranderd: wat achteruitging geheel, van wat vooruitging het meeste - - -->

  <xsl:template name="verslag-veranderd">
    <xsl:if test="audit/@vorige-datum">
      <fo:block role="Sect">
        <fo:block xsl:use-attribute-sets="kop-paragraaf" role="H2" color="{$kleur}">Veranderd sinds de vorige audit</fo:block>
        <fo:table table-layout="fixed" width="100%" role="Table" keep-together.within-page="always">
          <fo:table-column column-width="proportional-column-width(1)"/>
          <fo:table-column column-width="proportional-column-width(1)"/>
          <fo:table-header>
            <fo:table-row>
              <xsl:call-template name="kolomkop"><xsl:with-param name="woord">achteruit</xsl:with-param></xsl:call-template>
              <xsl:call-template name="kolomkop"><xsl:with-param name="woord">het meest vooruit</xsl:with-param></xsl:call-template>
            </fo:table-row>
          </fo:table-header>
          <fo:table-body>
            <fo:table-row>
              <fo:table-cell padding-right="12pt"><xsl:call-template name="veranderd"><xsl:with-param name="vragen" select=".//vraag[gegeven/@verschil &lt; 0]"/><xsl:with-param name="richting">ascending</xsl:with-param></xsl:call-template></fo:table-cell>
              <fo:table-cell><xsl:call-template name="veranderd"><xsl:with-param name="vragen" select=".//vraag[gegeven/@verschil &gt; 0]"/><xsl:with-param name="richting">descending</xsl:with-param></xsl:call-template></fo:table-cell>
            </fo:table-row>
          </fo:table-body>
        </fo:table>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:template name="veranderd">
    <xsl:param name="vragen"/>
    <xsl:param name="richting"/>
    <xsl:variable name="hoogstens" select="8"/>
    <xsl:if test="not($vragen)"><fo:block>niets</fo:block></xsl:if>
    <xsl:for-each select="$vragen">
      <xsl:sort select="gegeven/@verschil * gegeven/@gewicht" data-type="number" order="{$richting}"/>
      <xsl:if test="position() &lt;= $hoogstens">
        <fo:block xsl:use-attribute-sets="fijn" start-indent="20pt" text-indent="-20pt" hyphenate="false">
          <fo:inline color="{$grijs}"><xsl:value-of select="@nr"/></fo:inline><xsl:text>&#8194;</xsl:text>
          <xsl:value-of select="onderwerp"/>
          <fo:inline color="{$grijs}">: <xsl:value-of select="vorige/@label"/> → </fo:inline><xsl:value-of select="gegeven/@label"/>
        </fo:block>
      </xsl:if>
    </xsl:for-each>
    <xsl:if test="count($vragen) &gt; $hoogstens">
      <fo:block xsl:use-attribute-sets="fijn" color="{$grijs}" start-indent="20pt">en nog <xsl:value-of select="count($vragen) - $hoogstens"/>: zie de vragen</fo:block>
    </xsl:if>
  </xsl:template>

  <!-- - - Acties: per eigenaar, op datum; wat te laat is staat vet met een uitroepteken - - -->

  <xsl:template name="verslag-acties">
    <fo:block role="Sect" break-before="page">
      <fo:block xsl:use-attribute-sets="kop-hoofdstuk" color="{$kleur}" id="acties">
        <fo:marker marker-class-name="sectie">Acties</fo:marker>
        <xsl:text>Acties</xsl:text>
      </fo:block>
      <xsl:if test="not(acties/actie)"><fo:block role="P">Er zijn geen acties afgesproken.</fo:block></xsl:if>
      <xsl:if test="acties/actie">
        <fo:block role="P" xsl:use-attribute-sets="bijtekst" space-after="3pt">Te laat is wat op <xsl:call-template name="datum"><xsl:with-param name="iso" select="@peildatum"/></xsl:call-template> klaar had moeten zijn.</fo:block>
        <xsl:call-template name="actietabel"/>
      </xsl:if>
    </fo:block>
  </xsl:template>

  <xsl:template name="actietabel">
    <fo:table table-layout="fixed" width="100%" role="Table" border-collapse="collapse">
      <fo:table-column column-width="37mm"/><fo:table-column column-width="proportional-column-width(1)"/><fo:table-column column-width="17mm"/><fo:table-column column-width="20mm"/>
      <fo:table-header>
        <fo:table-row border-bottom="0.8pt solid {$kleur}">
          <xsl:call-template name="kolomkop"><xsl:with-param name="woord">klaar voor</xsl:with-param></xsl:call-template>
          <xsl:call-template name="kolomkop"><xsl:with-param name="woord">wat er gebeurt</xsl:with-param></xsl:call-template>
          <xsl:call-template name="kolomkop"><xsl:with-param name="woord">stand</xsl:with-param></xsl:call-template>
          <xsl:call-template name="kolomkop"><xsl:with-param name="woord">hercontrole</xsl:with-param></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="acties/actie[generate-id() = generate-id(key('actie-van', @eigenaar)[1])]">
          <fo:table-row keep-with-next.within-page="always">
            <fo:table-cell role="TH" ow:scope="row" number-columns-spanned="4" padding-top="7pt" padding-bottom="1pt">
              <fo:block font-weight="bold" color="{$kleur}" hyphenate="false"><xsl:call-template name="hoofdletter"><xsl:with-param name="tekst" select="@eigenaar"/></xsl:call-template></fo:block>
            </fo:table-cell>
          </fo:table-row>
          <xsl:apply-templates select="key('actie-van', @eigenaar)" mode="rij"/>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="actie" mode="rij">
    <xsl:variable name="over" select="@stand = 'gereed' or @stand = 'vervallen'"/>
    <fo:table-row border-top="{$haarlijn} solid {$kleur-lijn}" keep-together.within-page="always">
      <xsl:if test="$over"><xsl:attribute name="color"><xsl:value-of select="$grijs"/></xsl:attribute></xsl:if>
      <fo:table-cell xsl:use-attribute-sets="cel">
        <fo:block hyphenate="false">
          <xsl:if test="@te-laat"><xsl:attribute name="font-weight">bold</xsl:attribute></xsl:if>
          <xsl:call-template name="korte-datum"><xsl:with-param name="iso" select="@voor"/></xsl:call-template>
          <xsl:if test="@te-laat">&#8195;!&#160;te&#160;laat</xsl:if>
        </fo:block>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cel">
        <fo:block><xsl:value-of select="."/><fo:inline xsl:use-attribute-sets="bijtekst">&#8194;<xsl:value-of select="@nr"/><xsl:text>&#160;</xsl:text><xsl:value-of select="@onderwerp"/></fo:inline></fo:block>
        <xsl:if test="team">
          <fo:block xsl:use-attribute-sets="bijtekst"><xsl:for-each select="team"><xsl:value-of select="@naam"/><xsl:if test="position() != last()">, </xsl:if></xsl:for-each></fo:block>
        </xsl:if>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cel"><fo:block><xsl:value-of select="@stand"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cel"><fo:block><xsl:call-template name="korte-datum"><xsl:with-param name="iso" select="@hercontrole"/></xsl:call-template></fo:block></fo:table-cell>
    </fo:table-row>
  </xsl:template>
</xsl:stylesheet>
