<?xml version="1.0" encoding="UTF-8"?>
<!-- Van een samengesteld rapport naar XSL-FO. Wat niet gezien mag worden staat er al niet meer in. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ow="urn:opbouwwerk:fo">

  <xsl:import href="maten.xsl"/>
  <xsl:import href="a4.xsl"/>
  <xsl:import href="grafieken.xsl"/>
  <xsl:import href="rapport-voorkant.xsl"/>
  <xsl:import href="rapport-beeld.xsl"/>
  <xsl:import href="rapport-competenties.xsl"/>
  <xsl:import href="rapport-afspraken.xsl"/>

  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:variable name="rapport" select="/rapport"/>
  <xsl:variable name="kort" select="$rapport/@kort = 'ja'"/>
  <xsl:variable name="voor" select="string($rapport/@voor)"/>
  <xsl:variable name="metingen" select="$rapport/meting"/>
  <xsl:variable name="laatste" select="$metingen[last()]"/>
  <xsl:variable name="laagst" select="number($rapport/schaal/@laagst)"/>
  <xsl:variable name="hoogst" select="number($rapport/schaal/@hoogst)"/>
  <xsl:variable name="treden" select="$hoogst - $laagst + 1"/>

  <!-- Titel en onderwerp van de PDF zeggen niets over een persoon. -->
  <xsl:template match="/rapport">
    <fo:root language="nl" country="NL" hyphenate="true" font-family="{$letter-tekst}" font-size="9.7pt"
        line-height="{$a4-regel}" line-stacking-strategy="font-height" ow:font-features="onum=1, pnum=1"
        ow:protrude="true" ow:expand="20" ow:bestand="{@ow:bestand}" ow:datum="{@datum}"
        ow:onderwerp="Competentieontwikkeling">
      <xsl:call-template name="a4-meesterpaginas"/>
      <xsl:call-template name="bladwijzers"/>
      <fo:page-sequence master-reference="a4" format="1">
        <fo:title>Ontwikkelingsrapport <xsl:value-of select="@nummer"/></fo:title>
        <xsl:call-template name="a4-hoofdregels">
          <xsl:with-param name="stuk" select="concat('Ontwikkelingsrapport ', @nummer)"/>
          <xsl:with-param name="voet" select="'Vertrouwelijk'"/>
        </xsl:call-template>
        <fo:flow flow-name="tekst">
          <xsl:call-template name="delen"/>
          <fo:block id="einde" keep-with-previous.within-page="always" line-height="0pt" font-size="1pt"/>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <xsl:template name="delen">
    <xsl:call-template name="voorkant"/>
    <xsl:choose>
      <xsl:when test="$kort">
        <xsl:call-template name="beeld-kort"/>
        <xsl:call-template name="ondertekening"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="leeswijzer"/>
        <xsl:call-template name="beeld"/>
        <xsl:call-template name="competenties"/>
        <xsl:call-template name="ontwikkeling"/>
        <xsl:call-template name="afspraken"/>
        <xsl:call-template name="belemmeringen"/>
        <xsl:call-template name="herregistratie"/>
        <xsl:call-template name="ondertekening"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="bladwijzers">
    <fo:bookmark-tree>
      <xsl:call-template name="bladwijzer"><xsl:with-param name="naar" select="'samenvatting'"/><xsl:with-param name="titel" select="'Samenvatting'"/></xsl:call-template>
      <xsl:if test="not($kort)">
        <xsl:call-template name="bladwijzer"><xsl:with-param name="naar" select="'leeswijzer'"/><xsl:with-param name="titel" select="'Hoe dit rapport te lezen'"/></xsl:call-template>
      </xsl:if>
      <xsl:call-template name="bladwijzer"><xsl:with-param name="naar" select="'beeld'"/><xsl:with-param name="titel" select="'Het beeld per domein'"/></xsl:call-template>
      <xsl:if test="not($kort)">
        <xsl:if test="$voor != 'instelling' and domein">
          <fo:bookmark internal-destination="competenties">
            <fo:bookmark-title>Competentie voor competentie</fo:bookmark-title>
            <xsl:for-each select="domein">
              <fo:bookmark internal-destination="d.{@plaats}" starting-state="hide">
                <fo:bookmark-title><xsl:value-of select="@kort"/></fo:bookmark-title>
              </fo:bookmark>
            </xsl:for-each>
          </fo:bookmark>
        </xsl:if>
        <xsl:call-template name="bladwijzer"><xsl:with-param name="naar" select="'ontwikkeling'"/><xsl:with-param name="titel" select="'Ontwikkeling in de tijd'"/></xsl:call-template>
        <xsl:call-template name="bladwijzer"><xsl:with-param name="naar" select="'afspraken'"/><xsl:with-param name="titel" select="'Afspraken'"/></xsl:call-template>
        <xsl:call-template name="bladwijzer"><xsl:with-param name="naar" select="'belemmeringen'"/><xsl:with-param name="titel" select="'Wat in de weg staat'"/></xsl:call-template>
        <xsl:call-template name="bladwijzer"><xsl:with-param name="naar" select="'herregistratie'"/><xsl:with-param name="titel" select="'Herregistratie'"/></xsl:call-template>
      </xsl:if>
      <xsl:call-template name="bladwijzer"><xsl:with-param name="naar" select="'ondertekening'"/><xsl:with-param name="titel" select="'Ondertekening'"/></xsl:call-template>
    </fo:bookmark-tree>
  </xsl:template>

  <xsl:template name="bladwijzer">
    <xsl:param name="naar"/>
    <xsl:param name="titel"/>
    <fo:bookmark internal-destination="{$naar}">
      <fo:bookmark-title><xsl:value-of select="$titel"/></fo:bookmark-title>
    </fo:bookmark>
  </xsl:template>

  <!-- De kop van een sectie, die ook de hoofdregel vult. -->
  <xsl:template name="sectiekop">
    <xsl:param name="id"/>
    <xsl:param name="titel"/>
    <xsl:param name="nieuwe-pagina" select="false()"/>
    <xsl:param name="met-vorige" select="false()"/>
    <fo:block xsl:use-attribute-sets="a4-sectie" id="{$id}">
      <xsl:if test="$met-vorige"><xsl:attribute name="keep-with-previous.within-page">always</xsl:attribute></xsl:if>
      <xsl:if test="$nieuwe-pagina">
        <xsl:attribute name="break-before">page</xsl:attribute>
        <xsl:attribute name="space-before">0pt</xsl:attribute>
      </xsl:if>
      <fo:marker marker-class-name="sectie"><xsl:value-of select="$titel"/></fo:marker>
      <xsl:value-of select="$titel"/>
    </fo:block>
  </xsl:template>

  <!-- Wie: in het enkelvoud van een opmerking, en als kop van een kolom. -->
  <xsl:template name="wie">
    <xsl:param name="soort"/>
    <xsl:choose>
      <xsl:when test="$soort = 'zelf'">medewerker</xsl:when>
      <xsl:when test="$soort = 'collega'">collega</xsl:when>
      <xsl:when test="$soort = 'bewoner'">bewoner</xsl:when>
      <xsl:otherwise><xsl:value-of select="$soort"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="groep">
    <xsl:param name="soort"/>
    <xsl:choose>
      <xsl:when test="$soort = 'zelf'">zelf</xsl:when>
      <xsl:when test="$soort = 'leidinggevende'">leiding</xsl:when>
      <xsl:when test="$soort = 'collega'">collega’s</xsl:when>
      <xsl:when test="$soort = 'bewoner'">bewoners</xsl:when>
      <xsl:otherwise><xsl:value-of select="$soort"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="verschil">
    <xsl:param name="waarde"/>
    <xsl:choose>
      <xsl:when test="not($waarde)">–</xsl:when>
      <xsl:when test="$waarde &gt;= 0.05">+<xsl:value-of select="format-number($waarde, '0,0', 'nl')"/></xsl:when>
      <xsl:when test="$waarde &lt;= -0.05">−<xsl:value-of select="format-number(-$waarde, '0,0', 'nl')"/></xsl:when>
      <xsl:otherwise>0,0</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- De bladzijde van het boekje, aanklikbaar waar het bestand bekend is. -->
  <xsl:variable name="boekje" select="string($rapport/@boekje)"/>
  <xsl:variable name="boekje-bestand" select="string($rapport/@boekje-bestand)"/>

  <xsl:template name="bladzijde">
    <xsl:param name="plaats" select="."/>
    <xsl:choose>
      <xsl:when test="not($plaats/@bladzijde)"/>
      <xsl:when test="$boekje-bestand != ''">
        <fo:basic-link external-destination="{$boekje-bestand}#{$plaats/@plaats}" role="Link"
            ow:link-contents="{$boekje}, bladzijde {$plaats/@bladzijde}" color="{$kleur}" font-weight="bold"><xsl:value-of select="$plaats/@bladzijde"/></fo:basic-link>
      </xsl:when>
      <xsl:otherwise>
        <fo:inline color="{$kleur}" font-weight="bold"><xsl:value-of select="$plaats/@bladzijde"/></fo:inline>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- De alinea's van een tekst uit het dossier. -->
  <xsl:template name="alineas">
    <xsl:for-each select="alinea">
      <fo:block ow:regel="{@ow:regel}" orphans="2" widows="2">
        <xsl:if test="position() &gt; 1"><xsl:attribute name="space-before">3pt</xsl:attribute></xsl:if>
        <xsl:value-of select="."/>
      </fo:block>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
