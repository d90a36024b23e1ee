<?xml version="1.0" encoding="UTF-8"?>
<!-- Het verslag van een audit: samenvatting, acties, wat het raakt, en alle vragen met hun antwoord. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ow="urn:opbouwwerk:fo">

  <xsl:template match="checklist[@vorm = 'verslag']" mode="titel">Verslag van de audit van condities</xsl:template>
  <xsl:template match="checklist[@vorm = 'verslag']" mode="kopregel">
    <xsl:text>Audit condities · </xsl:text><xsl:value-of select="audit/team"/>
    <xsl:text> · </xsl:text><xsl:call-template name="datum"><xsl:with-param name="iso" select="audit/@datum"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="checklist[@vorm = 'verslag']">
    <fo:block role="Part">
      <fo:block xsl:use-attribute-sets="kop-stuk" color="{$kleur}">Audit van condities</fo:block>
      <fo:block role="P" font-size="11pt" line-height="15pt" space-after="8pt">
        <xsl:value-of select="audit/team"/><xsl:text>, </xsl:text><xsl:value-of select="audit/instelling"/>
      </fo:block>
      <xsl:call-template name="verslag-gegevens"/>
      <xsl:call-template name="verslag-samenvatting"/>
      <xsl:call-template name="verslag-acties"/>
      <xsl:call-template name="verslag-hindert"/>
      <xsl:for-each select="thema">
        <fo:block role="Sect">
          <fo:block xsl:use-attribute-sets="kop-hoofdstuk" color="{$kleur}" id="{@knoop}"><xsl:call-template name="titel-van"/></fo:block>
          <xsl:apply-templates select="sectie" mode="verslag"/>
        </fo:block>
      </xsl:for-each>
      <xsl:call-template name="ondertekening"/>
    </fo:block>
  </xsl:template>

  <xsl:template name="regel-gegeven">
    <xsl:param name="woord"/>
    <xsl:param name="waarde"/>
    <fo:table-row>
      <fo:table-cell role="TH" ow:scope="row" padding-top="1.5pt"><fo:block xsl:use-attribute-sets="bijtekst" line-height="12.6pt"><xsl:value-of select="$woord"/></fo:block></fo:table-cell>
      <fo:table-cell padding-top="1.5pt"><fo:block><xsl:copy-of select="$waarde"/></fo:block></fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <xsl:template name="verslag-gegevens">
    <fo:table table-layout="fixed" width="100%" role="Table" border-top="0.8pt solid {$kleur}" border-bottom="{$haarlijn} solid {$kleur-lijn}">
      <fo:table-column column-width="34mm"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-body>
        <xsl:call-template name="regel-gegeven"><xsl:with-param name="woord">locatie</xsl:with-param><xsl:with-param name="waarde"><xsl:value-of select="audit/locatie"/> (<xsl:value-of select="@soortnaam"/>)</xsl:with-param></xsl:call-template>
        <xsl:call-template name="regel-gegeven"><xsl:with-param name="woord">periode</xsl:with-param><xsl:with-param name="waarde">
          <xsl:call-template name="datum"><xsl:with-param name="iso" select="audit/@van"/></xsl:call-template> tot en met <xsl:call-template name="datum"><xsl:with-param name="iso" select="audit/@tot"/></xsl:call-template></xsl:with-param></xsl:call-template>
        <xsl:call-template name="regel-gegeven"><xsl:with-param name="woord">beoordeeld op</xsl:with-param><xsl:with-param name="waarde">
          <xsl:call-template name="datum"><xsl:with-param name="iso" select="audit/@datum"/></xsl:call-template> door <xsl:for-each select="audit/beoordelaar"><xsl:value-of select="."/><xsl:if test="@rol"> (<xsl:value-of select="@rol"/>)</xsl:if><xsl:if test="position() != last()">, </xsl:if></xsl:for-each></xsl:with-param></xsl:call-template>
        <xsl:if test="audit/gesproken">
          <xsl:call-template name="regel-gegeven"><xsl:with-param name="woord">gesproken met</xsl:with-param><xsl:with-param name="waarde"><xsl:for-each select="audit/gesproken"><xsl:value-of select="."/><xsl:if test="position() != last()">; </xsl:if></xsl:for-each></xsl:with-param></xsl:call-template>
        </xsl:if>
        <xsl:call-template name="regel-gegeven"><xsl:with-param name="woord">vorige audit</xsl:with-param><xsl:with-param name="waarde">
          <xsl:choose>
            <xsl:when test="audit/@vorige-datum"><xsl:call-template name="datum"><xsl:with-param name="iso" select="audit/@vorige-datum"/></xsl:call-template><xsl:if test="audit/@vorige-editie != $lijst/@editie">, vragen van editie <xsl:value-of select="audit/@vorige-editie"/></xsl:if></xsl:when>
            <xsl:otherwise>geen om mee te vergelijken</xsl:otherwise>
          </xsl:choose></xsl:with-param></xsl:call-template>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="verslag-samenvatting">
    <fo:block role="Sect">
      <fo:block xsl:use-attribute-sets="kop-hoofdstuk" color="{$kleur}" id="samenvatting">Samenvatting</fo:block>
      <fo:block role="P" space-after="6pt">Van 0 (alles ontbreekt of is zwak) tot 100, naar gewicht. Wat niet van toepassing of niet gezien is, telt niet mee. Achter het cijfer staat het verschil met de vorige audit.</fo:block>
      <fo:table table-layout="fixed" width="100%" role="Table" border-collapse="collapse" keep-together.within-page="always">
        <fo:table-column column-width="proportional-column-width(3)"/>
        <fo:table-column column-width="22mm"/><fo:table-column column-width="22mm"/><fo:table-column column-width="22mm"/><fo:table-column column-width="22mm"/>
        <fo:table-header>
          <fo:table-row>
            <fo:table-cell role="TH"><fo:block xsl:use-attribute-sets="bijtekst">thema</fo:block></fo:table-cell>
            <fo:table-cell role="TH"><fo:block xsl:use-attribute-sets="bijtekst" text-align="center">score</fo:block></fo:table-cell>
            <fo:table-cell role="TH"><fo:block xsl:use-attribute-sets="bijtekst" text-align="center">onvervuld</fo:block></fo:table-cell>
            <fo:table-cell role="TH"><fo:block xsl:use-attribute-sets="bijtekst" text-align="center">telt niet mee</fo:block></fo:table-cell>
            <fo:table-cell role="TH"><fo:block xsl:use-attribute-sets="bijtekst" text-align="center">niet ingevuld</fo:block></fo:table-cell>
          </fo:table-row>
        </fo:table-header>
        <fo:table-body>
          <xsl:for-each select="thema | totaal">
            <fo:table-row>
              <fo:table-cell role="TH" ow:scope="row" padding-top="3pt" padding-bottom="3pt"><fo:block>
                <xsl:choose><xsl:when test="self::totaal"><fo:inline font-weight="bold">alles samen</fo:inline></xsl:when><xsl:otherwise><xsl:call-template name="titel-van"/></xsl:otherwise></xsl:choose></fo:block></fo:table-cell>
              <xsl:call-template name="scorecel"/>
              <fo:table-cell padding="3pt" text-align="center"><fo:block><xsl:value-of select="@onvervuld"/> van <xsl:value-of select="@telt"/></fo:block></fo:table-cell>
              <fo:table-cell padding="3pt" text-align="center"><fo:block><xsl:value-of select="@terzijde"/></fo:block></fo:table-cell>
              <fo:table-cell padding="3pt" text-align="center"><fo:block><xsl:value-of select="@open"/></fo:block></fo:table-cell>
            </fo:table-row>
          </xsl:for-each>
        </fo:table-body>
      </fo:table>
      <fo:block xsl:use-attribute-sets="kop-paragraaf">Het dringendst</fo:block>
      <xsl:if test="not(dringend)"><fo:block role="P">Geen conditie is onvervuld.</fo:block></xsl:if>
      <xsl:for-each select="dringend">
        <xsl:variable name="vraag" select="key('vraag', @vraag)"/>
        <fo:block role="P" start-indent="14pt" text-indent="-14pt" space-after="2pt" keep-together.within-page="always">
          <xsl:value-of select="position()"/><xsl:text>.&#8194;</xsl:text>
          <fo:inline font-weight="bold"><xsl:value-of select="$vraag/onderwerp"/></fo:inline>
          <xsl:text> (</xsl:text><xsl:value-of select="$vraag/@nr"/><xsl:text>): </xsl:text><xsl:value-of select="$vraag/gegeven/@label"/>
          <xsl:if test="$vraag/gegeven/notitie"><xsl:text>. </xsl:text><xsl:value-of select="$vraag/gegeven/notitie/alinea[1]"/></xsl:if>
        </fo:block>
      </xsl:for-each>
      <xsl:if test="audit/@vorige-datum">
        <fo:block xsl:use-attribute-sets="kop-paragraaf">Veranderd sinds de vorige audit</fo:block>
        <fo:block role="P" space-after="2pt"><fo:inline font-weight="bold">Vooruit: </fo:inline>
          <xsl:call-template name="veranderd"><xsl:with-param name="vragen" select=".//vraag[gegeven/@verschil &gt; 0]"/></xsl:call-template></fo:block>
        <fo:block role="P"><fo:inline font-weight="bold">Achteruit: </fo:inline>
          <xsl:call-template name="veranderd"><xsl:with-param name="vragen" select=".//vraag[gegeven/@verschil &lt; 0]"/></xsl:call-template></fo:block>
      </xsl:if>
    </fo:block>
  </xsl:template>

  <xsl:template name="veranderd">
    <xsl:param name="vragen"/>
    <xsl:if test="not($vragen)">niets</xsl:if>
    <xsl:for-each select="$vragen"><xsl:value-of select="onderwerp"/> (<xsl:value-of select="@nr"/>)<xsl:if test="position() != last()">; </xsl:if></xsl:for-each>
    <xsl:text>.</xsl:text>
  </xsl:template>

  <xsl:template name="verslag-acties">
    <fo:block role="Sect">
      <fo:block xsl:use-attribute-sets="kop-hoofdstuk" color="{$kleur}" id="acties">Acties</fo:block>
      <xsl:if test="not(acties/actie)"><fo:block role="P">Er zijn geen acties afgesproken.</fo:block></xsl:if>
      <xsl:call-template name="actietabel"><xsl:with-param name="acties" select="acties/actie"/></xsl:call-template>
    </fo:block>
  </xsl:template>

  <!-- Per eigenaar, op datum; te laat met een uitroepteken en vet. -->
  <xsl:template name="actietabel">
    <xsl:param name="acties"/>
    <xsl:if test="$acties">
      <fo:table table-layout="fixed" width="100%" role="Table" border-collapse="collapse" border-top="0.8pt solid {$kleur}">
        <fo:table-column column-width="34mm"/><fo:table-column column-width="26mm"/><fo:table-column column-width="proportional-column-width(1)"/><fo:table-column column-width="18mm"/><fo:table-column column-width="22mm"/>
        <fo:table-header>
          <fo:table-row border-bottom="{$haarlijn} solid {$kleur}">
            <fo:table-cell role="TH"><fo:block xsl:use-attribute-sets="bijtekst">wie</fo:block></fo:table-cell>
            <fo:table-cell role="TH"><fo:block xsl:use-attribute-sets="bijtekst">klaar voor</fo:block></fo:table-cell>
            <fo:table-cell role="TH"><fo:block xsl:use-attribute-sets="bijtekst">actie</fo:block></fo:table-cell>
            <fo:table-cell role="TH"><fo:block xsl:use-attribute-sets="bijtekst">stand</fo:block></fo:table-cell>
            <fo:table-cell role="TH"><fo:block xsl:use-attribute-sets="bijtekst">hercontrole</fo:block></fo:table-cell>
          </fo:table-row>
        </fo:table-header>
        <fo:table-body>
          <xsl:for-each select="$acties">
            <fo:table-row border-bottom="{$haarlijn} solid {$kleur-lijn}" keep-together.within-page="always">
              <fo:table-cell xsl:use-attribute-sets="cel"><fo:block><xsl:value-of select="@eigenaar"/></fo:block></fo:table-cell>
              <fo:table-cell xsl:use-attribute-sets="cel"><fo:block><xsl:if test="@te-laat"><xsl:attribute name="font-weight">bold</xsl:attribute></xsl:if><xsl:call-template name="korte-datum"><xsl:with-param name="iso" select="@voor"/></xsl:call-template></fo:block><xsl:if test="@te-laat"><fo:block font-weight="bold">! te laat</fo:block></xsl:if></fo:table-cell>
              <fo:table-cell xsl:use-attribute-sets="cel"><fo:block><xsl:value-of select="."/></fo:block><fo:block xsl:use-attribute-sets="bijtekst"><xsl:if test="@team"><xsl:value-of select="@team"/> · </xsl:if><xsl:value-of select="@nr"/><xsl:text> </xsl:text><xsl:value-of select="@onderwerp"/></fo:block></fo:table-cell>
              <fo:table-cell xsl:use-attribute-sets="cel"><fo:block><xsl:value-of select="@stand"/></fo:block></fo:table-cell>
              <fo:table-cell xsl:use-attribute-sets="cel"><fo:block><xsl:call-template name="korte-datum"><xsl:with-param name="iso" select="@hercontrole"/></xsl:call-template></fo:block></fo:table-cell>
            </fo:table-row>
          </xsl:for-each>
        </fo:table-body>
      </fo:table>
    </xsl:if>
  </xsl:template>

  <xsl:template name="verslag-hindert">
    <xsl:if test="hindert | raakt">
      <fo:block role="Sect">
        <fo:block xsl:use-attribute-sets="kop-hoofdstuk" color="{$kleur}" id="gevolgen">Wat dit hindert en raakt</fo:block>
        <xsl:call-template name="geraakt"><xsl:with-param name="kop">Competenties die een onvervulde conditie hindert</xsl:with-param><xsl:with-param name="plaatsen" select="hindert"/></xsl:call-template>
        <xsl:call-template name="geraakt"><xsl:with-param name="kop">Normen van het Statuut die zij raakt</xsl:with-param><xsl:with-param name="plaatsen" select="raakt"/></xsl:call-template>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:template name="geraakt">
    <xsl:param name="kop"/>
    <xsl:param name="plaatsen"/>
    <xsl:if test="$plaatsen">
      <fo:block xsl:use-attribute-sets="kop-paragraaf"><xsl:value-of select="$kop"/></fo:block>
      <xsl:for-each select="$plaatsen">
        <fo:block role="P" start-indent="14pt" text-indent="-14pt" font-size="8.5pt" line-height="11.6pt" space-after="1.5pt" keep-together.within-page="always">
          <fo:inline font-weight="bold"><xsl:apply-templates select="key('plaats', @naar)" mode="aanduiding"/></fo:inline>
          <xsl:if test="@bladzijde"><fo:inline color="{$grijs}"> blz.&#160;<xsl:value-of select="@bladzijde"/></fo:inline></xsl:if>
          <xsl:text> – </xsl:text>
          <xsl:for-each select="door"><xsl:value-of select="@onderwerp"/> (<xsl:value-of select="@nr"/>): <xsl:value-of select="normalize-space()"/><xsl:if test="position() != last()">; </xsl:if></xsl:for-each>
        </fo:block>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template match="sectie" mode="verslag">
    <fo:block role="Sect">
      <fo:block xsl:use-attribute-sets="kop-paragraaf" id="{@knoop}">
        <fo:marker marker-class-name="sectie"><xsl:value-of select="@nummer"/><xsl:text> </xsl:text><xsl:call-template name="titel-van"/></fo:marker>
        <xsl:value-of select="@nummer"/><xsl:text>&#8194;</xsl:text><xsl:call-template name="titel-van"/>
        <fo:inline font-weight="normal" font-size="8pt" color="{$grijs}">
          <xsl:if test="@score">&#8195;<xsl:value-of select="@score"/><xsl:call-template name="verschil"><xsl:with-param name="verschil" select="@verschil"/></xsl:call-template></xsl:if>
          <xsl:text>&#8195;</xsl:text><xsl:call-template name="toelichting-op"/>
        </fo:inline>
      </fo:block>
      <xsl:call-template name="strook-van-vragen"/>
      <fo:table table-layout="fixed" width="100%" role="Table" border-collapse="collapse" border-top="{$haarlijn} solid {$kleur}">
        <fo:table-column column-width="11mm"/><fo:table-column column-width="proportional-column-width(1)"/><fo:table-column column-width="34mm"/>
        <fo:table-body>
          <xsl:for-each select="vraag">
            <fo:table-row border-bottom="{$haarlijn} solid {$kleur-lijn}" keep-together.within-page="always">
              <fo:table-cell xsl:use-attribute-sets="cel" role="TH" ow:scope="row"><fo:block><xsl:value-of select="@nr"/></fo:block></fo:table-cell>
              <fo:table-cell xsl:use-attribute-sets="cel">
                <fo:block><xsl:value-of select="tekst"/><xsl:if test="@bladzijde"><fo:inline xsl:use-attribute-sets="bijtekst"> blz.&#160;<xsl:value-of select="@bladzijde"/></fo:inline></xsl:if></fo:block>
                <xsl:for-each select="gegeven/bewijs"><fo:block xsl:use-attribute-sets="bijtekst">bewijs: <xsl:value-of select="translate(@soort, ' ', ',')"/><xsl:if test=". != ''"> – <xsl:value-of select="."/></xsl:if></fo:block></xsl:for-each>
                <xsl:for-each select="gegeven/notitie/alinea"><fo:block font-size="8.5pt" line-height="11.6pt"><xsl:value-of select="."/></fo:block></xsl:for-each>
                <xsl:for-each select="gegeven/actie"><fo:block font-size="8.5pt" line-height="11.6pt"><fo:inline color="{$kleur}" font-weight="bold">→ </fo:inline><xsl:value-of select="."/> (<xsl:value-of select="@eigenaar"/>, voor <xsl:call-template name="korte-datum"><xsl:with-param name="iso" select="@voor"/></xsl:call-template>, <xsl:value-of select="@stand"/><xsl:if test="@te-laat">, <fo:inline font-weight="bold">te laat</fo:inline></xsl:if>)</fo:block></xsl:for-each>
              </fo:table-cell>
              <fo:table-cell xsl:use-attribute-sets="cel">
                <fo:block font-weight="bold"><xsl:choose><xsl:when test="gegeven"><xsl:value-of select="gegeven/@label"/></xsl:when><xsl:otherwise>niet ingevuld</xsl:otherwise></xsl:choose></fo:block>
                <fo:block xsl:use-attribute-sets="bijtekst">gewicht <xsl:choose><xsl:when test="gegeven"><xsl:value-of select="gegeven/@gewicht"/></xsl:when><xsl:otherwise><xsl:value-of select="@gewicht"/></xsl:otherwise></xsl:choose><xsl:if test="vorige"> · was <xsl:value-of select="vorige/@label"/></xsl:if></fo:block>
              </fo:table-cell>
            </fo:table-row>
          </xsl:for-each>
        </fo:table-body>
      </fo:table>
    </fo:block>
  </xsl:template>
</xsl:stylesheet>
