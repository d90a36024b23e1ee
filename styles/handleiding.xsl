<?xml version="1.0" encoding="UTF-8"?>
<!-- De handleiding: een boekje als de andere, met opdrachten, schermuitvoer, beelden en naslag. Wat het programma
     van zichzelf weet (meldingen, opdrachten, ondersteuning) komt uit bestanden die het zelf schrijft, in $gegevens. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
    xmlns:ow="urn:opbouwwerk:fo" xmlns:saxon="http://icl.com/saxon" exclude-result-prefixes="saxon">

  <xsl:import href="maten.xsl"/>
  <xsl:import href="paginas.xsl"/>
  <xsl:import href="verwijzingen.xsl"/>
  <xsl:import href="voorwerk.xsl"/>
  <xsl:import href="tekst.xsl"/>
  <xsl:include href="handleiding-beelden.xsl"/>
  <xsl:include href="handleiding-naslag.xsl"/>

  <xsl:output method="xml" encoding="UTF-8"/>

  <!-- De map van de gegevens en beelden, gezien vanuit styles/ en vanuit content/. -->
  <xsl:param name="gegevens">../out/build/handleiding</xsl:param>

  <xsl:variable name="boekje" select="/handleiding"/>
  <xsl:variable name="publicatie" select="document('../content/boek.xml')"/>
  <xsl:variable name="uitgave" select="/handleiding/uitgave"/>
  <xsl:variable name="delen" select="/handleiding/deel"/>
  <xsl:variable name="opdrachten" select="document(concat($gegevens, '/opdrachten.xml'))/opdrachten"/>

  <xsl:key name="id" match="*[@id]" use="@id"/>

  <xsl:template match="/handleiding">
    <fo:root language="nl" country="NL" hyphenate="true"
        font-family="{$letter-tekst}" font-size="{$korps-tekst}" line-height="{$regel}"
        line-stacking-strategy="font-height" ow:font-features="onum=1, pnum=1" ow:protrude="true" ow:expand="20"
        ow:bestand="content/handleiding.xml" ow:datum="{$uitgave/@datum}" ow:onderwerp="{ondertitel}">
      <xsl:call-template name="meesterpaginas"/>
      <xsl:call-template name="bladwijzers"/>
      <xsl:call-template name="voorwerk"/>
      <xsl:apply-templates select="$delen" mode="hoofdstuk"/>
      <xsl:call-template name="register"/>
    </fo:root>
  </xsl:template>

  <xsl:template match="deel" mode="hoofdstuk">
    <xsl:call-template name="hoofdstuk">
      <xsl:with-param name="titel" select="string(titel)"/>
      <xsl:with-param name="eerste" select="not(preceding-sibling::deel)"/>
      <xsl:with-param name="bestand">content/handleiding.xml</xsl:with-param>
      <xsl:with-param name="inhoud"><xsl:apply-templates select="."/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="welke-uitgave">
    <xsl:text>bij versie </xsl:text>
    <xsl:value-of select="$opdrachten/@versie"/>
    <xsl:text> van het programma opbouwwerk</xsl:text>
  </xsl:template>
  <xsl:template name="uitgave-en-datum">
    <xsl:text>Versie </xsl:text>
    <xsl:value-of select="$opdrachten/@versie"/>
    <xsl:text>, </xsl:text>
    <xsl:call-template name="datum"><xsl:with-param name="iso" select="$uitgave/@datum"/></xsl:call-template>
  </xsl:template>

  <!-- - - Delen, hoofdstukken, secties - - -->

  <xsl:attribute-set name="bron">
    <xsl:attribute name="ow:regel"><xsl:value-of select="saxon:line-number()"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:template match="deel">
    <fo:block xsl:use-attribute-sets="titel-deel" id="{@id}">
      <fo:marker marker-class-name="sectie"><xsl:value-of select="titel"/></fo:marker>
      <xsl:value-of select="titel"/>
    </fo:block>
    <xsl:apply-templates select="*[not(self::titel)]"/>
  </xsl:template>

  <!-- Hoofdstukken lopen door; een lijst die bladzijden beslaat, begint op een nieuwe. -->
  <xsl:template match="hoofdstuk">
    <fo:block role="Sect">
      <xsl:if test="preceding-sibling::hoofdstuk and (@nieuw or meldingenlijst or objectenlijst or eigenschappenlijst)">
        <xsl:attribute name="break-before">page</xsl:attribute>
      </xsl:if>
      <fo:block xsl:use-attribute-sets="titel-sectie" id="{@id}" space-before="40.5pt">
        <fo:marker marker-class-name="sectie"><xsl:value-of select="titel"/></fo:marker>
        <xsl:apply-templates select="." mode="nummer"/>
        <xsl:text>&#8195;</xsl:text>
        <xsl:value-of select="titel"/>
      </fo:block>
      <xsl:apply-templates select="*[not(self::titel)]"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="hoofdstuk" mode="nummer"><xsl:number level="any" count="hoofdstuk"/></xsl:template>

  <xsl:template match="sectie">
    <fo:block role="Sect">
      <fo:block xsl:use-attribute-sets="titel-tekst" id="{@id}">
        <xsl:value-of select="titel"/>
      </fo:block>
      <xsl:apply-templates select="*[not(self::titel)]"/>
    </fo:block>
  </xsl:template>

  <!-- - - Blokken - - -->

  <xsl:template match="alinea">
    <fo:block xsl:use-attribute-sets="alinea" role="P">
      <xsl:if test="preceding-sibling::*[1][self::alinea]">
        <xsl:attribute name="text-indent"><xsl:value-of select="$inspring"/></xsl:attribute>
      </xsl:if>
      <xsl:if test="preceding-sibling::*[1][self::uitbreiding]">
        <xsl:attribute name="space-before"><xsl:value-of select="$halve-regel"/></xsl:attribute>
      </xsl:if>
      <!-- Wat aangekondigd is, volgt op dezelfde bladzijde. -->
      <xsl:if test="following-sibling::*[not(self::proef)][1][self::opdracht or self::uitvoer or self::bestand or self::namen]">
        <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
      </xsl:if>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="lijst">
    <fo:list-block xsl:use-attribute-sets="bron" role="L" provisional-distance-between-starts="{$inspring}"
        provisional-label-separation="4pt" space-before="{$halve-regel}" space-after="{$halve-regel}">
      <xsl:apply-templates select="punt"/>
    </fo:list-block>
  </xsl:template>

  <xsl:template match="stappen">
    <fo:list-block xsl:use-attribute-sets="bron" role="L" provisional-distance-between-starts="18pt"
        provisional-label-separation="4pt" space-before="{$halve-regel}" space-after="{$halve-regel}">
      <xsl:apply-templates select="stap"/>
    </fo:list-block>
  </xsl:template>

  <xsl:template match="punt | stap">
    <fo:list-item xsl:use-attribute-sets="bron">
      <xsl:if test="self::stap and preceding-sibling::stap">
        <xsl:attribute name="space-before">3.4pt</xsl:attribute>
      </xsl:if>
      <fo:list-item-label end-indent="label-end()">
        <fo:block color="{$kleur}">
          <xsl:choose>
            <xsl:when test="self::stap">
              <fo:inline font-weight="bold" ow:font-features="lnum=1"><xsl:number count="stap"/></fo:inline>
            </xsl:when>
            <xsl:otherwise>–</xsl:otherwise>
          </xsl:choose>
        </fo:block>
      </fo:list-item-label>
      <fo:list-item-body start-indent="body-start()">
        <xsl:choose>
          <xsl:when test="alinea"><xsl:apply-templates select="*"/></xsl:when>
          <xsl:otherwise><fo:block xsl:use-attribute-sets="alinea"><xsl:apply-templates/></fo:block></xsl:otherwise>
        </xsl:choose>
      </fo:list-item-body>
    </fo:list-item>
  </xsl:template>

  <!-- Wat getypt wordt en wat het programma terugzegt: een vaste letter, een lijn ervoor, ruimte eromheen. -->
  <xsl:attribute-set name="vaste-letter">
    <xsl:attribute name="font-family">monospace</xsl:attribute>
    <xsl:attribute name="font-size">7.4pt</xsl:attribute>
    <xsl:attribute name="line-height">10.8pt</xsl:attribute>
    <xsl:attribute name="ow:font-features">none</xsl:attribute>
    <xsl:attribute name="ow:protrude">false</xsl:attribute>
    <xsl:attribute name="ow:expand">0</xsl:attribute>
    <xsl:attribute name="text-align">start</xsl:attribute>
    <xsl:attribute name="text-indent">0pt</xsl:attribute>
    <xsl:attribute name="hyphenate">false</xsl:attribute>
    <xsl:attribute name="white-space-treatment">preserve</xsl:attribute>
    <xsl:attribute name="white-space-collapse">false</xsl:attribute>
    <xsl:attribute name="linefeed-treatment">preserve</xsl:attribute>
    <xsl:attribute name="wrap-option">no-wrap</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="opdracht" use-attribute-sets="bron vaste-letter">
    <xsl:attribute name="space-before"><xsl:value-of select="$halve-regel"/></xsl:attribute>
    <xsl:attribute name="space-after"><xsl:value-of select="$halve-regel"/></xsl:attribute>
    <xsl:attribute name="margin-left">1.2pt</xsl:attribute>
    <xsl:attribute name="padding-left">8pt</xsl:attribute>
    <xsl:attribute name="padding-top">1.35pt</xsl:attribute>
    <xsl:attribute name="padding-bottom">1.35pt</xsl:attribute>
    <xsl:attribute name="keep-together.within-page">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:template match="opdracht">
    <fo:block xsl:use-attribute-sets="opdracht" role="P" border-left="1.6pt solid {$kleur}">
      <xsl:if test="following-sibling::*[not(self::proef)][1][self::opdracht or self::uitvoer]">
        <xsl:attribute name="space-after">0pt</xsl:attribute>
        <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
      </xsl:if>
      <xsl:if test="preceding-sibling::*[not(self::proef)][1][self::opdracht]">
        <xsl:attribute name="space-before">0pt</xsl:attribute>
      </xsl:if>
      <xsl:call-template name="regels-kaal"><xsl:with-param name="tekst" select="string(.)"/></xsl:call-template>
    </fo:block>
  </xsl:template>

  <xsl:template match="uitvoer">
    <fo:block xsl:use-attribute-sets="opdracht" role="P" color="{$kleur-zacht}" border-left="1.6pt solid {$kleur-tint}"
        space-before="0pt">
      <xsl:if test="@los">
        <xsl:attribute name="space-before"><xsl:value-of select="$halve-regel"/></xsl:attribute>
      </xsl:if>
      <xsl:call-template name="regels-kaal"><xsl:with-param name="tekst" select="string(.)"/></xsl:call-template>
    </fo:block>
  </xsl:template>

  <xsl:template match="bestand">
    <fo:block role="Div" space-before="{$halve-regel}" space-after="{$halve-regel}">
      <fo:block xsl:use-attribute-sets="klein bron" role="P" keep-with-next.within-page="always" margin-left="10.8pt">
        <xsl:value-of select="@naam"/>
      </fo:block>
      <fo:block xsl:use-attribute-sets="opdracht" role="P" border-left="1.6pt solid {$kleur-tint}" space-before="0pt"
          space-after="0pt" keep-together.within-page="auto" font-size="6.9pt" line-height="9.6pt">
        <xsl:call-template name="regels-kaal"><xsl:with-param name="tekst" select="string(.)"/></xsl:call-template>
      </fo:block>
    </fo:block>
  </xsl:template>

  <!-- Zonder de regeleinden vlak achter en voor de tags. -->
  <xsl:template name="regels-kaal">
    <xsl:param name="tekst"/>
    <xsl:variable name="eind" select="string-length($tekst)"/>
    <xsl:choose>
      <xsl:when test="starts-with($tekst, '&#10;')">
        <xsl:call-template name="regels-kaal"><xsl:with-param name="tekst" select="substring($tekst, 2)"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="$eind and contains('&#10; ', substring($tekst, $eind))">
        <xsl:call-template name="regels-kaal"><xsl:with-param name="tekst" select="substring($tekst, 1, $eind - 1)"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$tekst"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Wat de proef buiten de tekst om doet, staat niet op papier. -->
  <xsl:template match="proef"/>

  <xsl:template match="tip">
    <fo:block xsl:use-attribute-sets="alinea" role="P" space-before="{$halve-regel}" space-after="{$halve-regel}"
        margin-left="9.6pt" font-family="{$letter-tabel}" font-size="8.4pt" line-height="11.4pt" text-align="start"
        keep-together.within-page="5">
      <fo:inline font-weight="bold" color="{$kleur}"><xsl:value-of select="@kop"/><xsl:text>&#8195;</xsl:text></fo:inline>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <!-- Een tabel: haarlijnen, de tabelletter. -->
  <xsl:template match="tabel">
    <fo:table xsl:use-attribute-sets="tabeltekst bron" table-layout="fixed" width="100%" space-before="{$halve-regel}"
        space-after="{$regel}" border-bottom="{$haarlijn} solid {$kleur-lijn}">
      <xsl:for-each select="kolom">
        <fo:table-column column-width="proportional-column-width({@deel})"/>
      </xsl:for-each>
      <xsl:if test="kop">
        <fo:table-header>
          <fo:table-row border-bottom="{$haarlijn} solid {$kleur-lijn}">
            <xsl:for-each select="kop/cel">
              <fo:table-cell xsl:use-attribute-sets="kopje-tabel" role="TH" ow:scope="column" padding-right="7pt">
                <fo:block><xsl:apply-templates/></fo:block>
              </fo:table-cell>
            </xsl:for-each>
          </fo:table-row>
        </fo:table-header>
      </xsl:if>
      <fo:table-body>
        <xsl:for-each select="rij">
          <fo:table-row keep-together.within-page="always" border-top="{$haarlijn} solid {$kleur-lijn}">
            <xsl:for-each select="cel">
              <fo:table-cell xsl:use-attribute-sets="cel">
                <xsl:if test="position() = 1">
                  <xsl:attribute name="role">TH</xsl:attribute>
                  <xsl:attribute name="ow:scope">row</xsl:attribute>
                </xsl:if>
                <fo:block><xsl:apply-templates/></fo:block>
              </fo:table-cell>
            </xsl:for-each>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- - - In de regel - - -->

  <xsl:template match="code">
    <fo:inline font-family="monospace" font-size="0.82em" hyphenate="false" ow:font-features="none">
      <xsl:choose>
        <xsl:when test="string-length(.) &lt; 18"><xsl:value-of select="translate(., ' ', '&#160;')"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
      </xsl:choose>
    </fo:inline>
  </xsl:template>

  <xsl:template match="zie">
    <xsl:variable name="doel" select="key('id', @naar)"/>
    <xsl:if test="not($doel)"><xsl:message terminate="yes">zie naar “<xsl:value-of select="@naar"/>”: die id is er niet</xsl:message></xsl:if>
    <fo:basic-link internal-destination="{@naar}" role="Reference" ow:link-contents="Naar {$doel/titel}">
      <xsl:choose>
        <xsl:when test="node()"><xsl:apply-templates/></xsl:when>
        <xsl:otherwise><fo:inline font-style="italic"><xsl:value-of select="$doel/titel"/></fo:inline></xsl:otherwise>
      </xsl:choose>
      <xsl:text> (bladzijde&#160;</xsl:text>
      <fo:inline color="{$kleur}" font-weight="bold"><fo:page-number-citation ref-id="{@naar}"/></fo:inline>
      <xsl:text>)</xsl:text>
    </fo:basic-link>
  </xsl:template>

  <!-- - - Voorwerk - - -->

  <xsl:template match="deel" mode="inhoud">
    <xsl:call-template name="inhoudsregel">
      <xsl:with-param name="titel" select="string(titel)"/>
    </xsl:call-template>
    <xsl:for-each select="hoofdstuk">
      <xsl:call-template name="inhoudsregel">
        <xsl:with-param name="niveau" select="2"/>
        <xsl:with-param name="titel"><xsl:apply-templates select="." mode="inhoudstitel"/></xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="deel" mode="inhoudstitel"><xsl:value-of select="titel"/></xsl:template>
  <xsl:template match="sectie" mode="inhoudstitel"><xsl:value-of select="titel"/></xsl:template>
  <xsl:template match="hoofdstuk" mode="inhoudstitel">
    <xsl:apply-templates select="." mode="nummer"/>
    <xsl:text>&#8195;</xsl:text>
    <xsl:value-of select="titel"/>
  </xsl:template>

  <xsl:template match="deel | hoofdstuk | sectie" mode="bladwijzer">
    <fo:bookmark internal-destination="{@id}">
      <xsl:if test="self::hoofdstuk"><xsl:attribute name="starting-state">hide</xsl:attribute></xsl:if>
      <fo:bookmark-title><xsl:apply-templates select="." mode="inhoudstitel"/></fo:bookmark-title>
      <xsl:apply-templates select="hoofdstuk | sectie[@id]" mode="bladwijzer"/>
    </fo:bookmark>
  </xsl:template>

  <xsl:template name="inhoud-bijlagen">
    <xsl:call-template name="inhoudsregel">
      <xsl:with-param name="id">register</xsl:with-param>
      <xsl:with-param name="titel">Register</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="bladwijzers-bijlagen">
    <fo:bookmark internal-destination="register"><fo:bookmark-title>Register</fo:bookmark-title></fo:bookmark>
  </xsl:template>
</xsl:stylesheet>
