<?xml version="1.0" encoding="UTF-8"?>
<!-- Naslag in de handleiding: opdrachten met hun opties, meldingen, opmaakobjecten, eigenschappen, en het register. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ow="urn:opbouwwerk:fo">

  <xsl:variable name="meldingen" select="document(concat($gegevens, '/meldingen.xml'))/meldingen"/>
  <xsl:variable name="ondersteuning" select="document(concat($gegevens, '/ondersteuning.xml'))/ondersteuning"/>

  <!-- - - Opdrachten - - -->

  <xsl:template match="naslag">
    <fo:block role="Sect" space-before="{$regel}">
      <fo:block xsl:use-attribute-sets="titel-tekst" id="{@id}" font-family="monospace" font-size="9pt" color="{$kleur}"
          space-before="0pt" ow:font-features="none">
        <xsl:value-of select="@naam"/>
      </fo:block>
      <fo:block xsl:use-attribute-sets="naslagtekst" role="P" keep-with-next.within-page="always">
        <xsl:apply-templates select="korte/node()"/>
      </fo:block>
      <fo:block xsl:use-attribute-sets="opdracht" role="P" border-left="1.6pt solid {$kleur-tint}" color="{$kleur-zacht}">
        <xsl:value-of select="concat('opbouwwerk ', @naam, ' [OPTIE…]')"/>
        <xsl:if test="@argumenten"><xsl:value-of select="concat(' ', @argumenten)"/></xsl:if>
      </fo:block>
      <xsl:apply-templates select="*[not(self::korte)]"/>
      <xsl:if test="@groepen">
        <fo:block xsl:use-attribute-sets="naslagtekst" role="P" space-before="3pt" keep-with-previous.within-page="always">
          <xsl:text>Verder </xsl:text>
          <xsl:variable name="groepen" select="concat(' ', @groepen, ' ')"/>
          <xsl:for-each select="/handleiding//groep[contains($groepen, concat(' ', @naam, ' '))]">
            <xsl:if test="position() != 1">; </xsl:if>
            <fo:basic-link internal-destination="{@id}" role="Reference" ow:link-contents="Naar {titel}">
              <xsl:for-each select="optie">
                <xsl:if test="position() != 1">, </xsl:if>
                <fo:inline font-family="monospace" font-size="0.86em" hyphenate="false" ow:font-features="none">
                  <xsl:value-of select="concat('--', @lang)"/>
                </fo:inline>
              </xsl:for-each>
              <xsl:text> (bladzijde&#160;</xsl:text>
              <fo:inline color="{$kleur}" font-weight="bold"><fo:page-number-citation ref-id="{@id}"/></fo:inline>
              <xsl:text>)</xsl:text>
            </fo:basic-link>
          </xsl:for-each>
          <xsl:text>.</xsl:text>
        </fo:block>
      </xsl:if>
    </fo:block>
  </xsl:template>

  <xsl:attribute-set name="naslagtekst" use-attribute-sets="bron">
    <xsl:attribute name="font-family"><xsl:value-of select="$letter-tabel"/></xsl:attribute>
    <xsl:attribute name="font-size">8.4pt</xsl:attribute>
    <xsl:attribute name="line-height">11.4pt</xsl:attribute>
    <xsl:attribute name="text-align">start</xsl:attribute>
    <xsl:attribute name="ow:font-features">lnum=1</xsl:attribute>
  </xsl:attribute-set>

  <xsl:template match="naslag/alinea">
    <fo:block xsl:use-attribute-sets="naslagtekst" role="P" space-after="3pt"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <xsl:template match="groep">
    <fo:block role="Sect" space-before="{$regel}">
      <fo:block xsl:use-attribute-sets="titel-tekst" id="{@id}" space-before="0pt"><xsl:value-of select="titel"/></fo:block>
      <xsl:apply-templates select="*[not(self::titel)]"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="optie">
    <fo:block role="Div" space-before="4pt" keep-together.within-page="always">
      <fo:block xsl:use-attribute-sets="vaste-letter" role="P" color="{$kleur}" font-weight="bold" wrap-option="wrap"
          keep-with-next.within-page="always" start-indent="{$inspring}" text-indent="-{$inspring}">
        <xsl:call-template name="breekbaar">
          <xsl:with-param name="tekst"><xsl:apply-templates select="." mode="naam"/></xsl:with-param>
        </xsl:call-template>
      </fo:block>
      <fo:block xsl:use-attribute-sets="naslagtekst" role="P" margin-left="{$inspring}"><xsl:apply-templates/></fo:block>
    </fo:block>
  </xsl:template>

  <xsl:template match="optie" mode="naam">
    <xsl:if test="@kort"><xsl:value-of select="concat('-', @kort, ', ')"/></xsl:if>
    <xsl:value-of select="concat('--', @lang)"/>
    <xsl:if test="@waarde"><xsl:value-of select="concat('=', @waarde)"/></xsl:if>
  </xsl:template>

  <!-- Achter een streep mag een regel eindigen. -->
  <xsl:template name="breekbaar">
    <xsl:param name="tekst"/>
    <xsl:choose>
      <xsl:when test="contains($tekst, '|')">
        <xsl:value-of select="concat(substring-before($tekst, '|'), '|&#8203;')"/>
        <xsl:call-template name="breekbaar"><xsl:with-param name="tekst" select="substring-after($tekst, '|')"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$tekst"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- - - Meldingen - - -->

  <!-- Wat een PDF van anderen kan mankeren, is meer dan men leest: elk punt loopt door. -->
  <xsl:template match="meldingenlijst">
    <xsl:for-each select="$meldingen/melding[not(starts-with(@naam, 'pdf-'))]">
      <fo:block role="Div" space-before="7pt" keep-together.within-page="always">
        <fo:block xsl:use-attribute-sets="naslagtekst" role="P" keep-with-next.within-page="always">
          <xsl:call-template name="meldingsnaam"/>
          <xsl:text>&#8194;</xsl:text>
          <fo:inline font-style="italic" color="{$kleur-zacht}"><xsl:value-of select="@ernst"/></fo:inline>
        </fo:block>
        <fo:block xsl:use-attribute-sets="naslagtekst" role="P" margin-left="{$inspring}">
          <xsl:call-template name="oorzaak-en-remedie"/>
        </fo:block>
      </fo:block>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="meldingenlijst[@van = 'pdf']">
    <xsl:for-each select="$meldingen/melding[starts-with(@naam, 'pdf-')]">
      <fo:block xsl:use-attribute-sets="naslagtekst" role="P" font-size="7.8pt" line-height="10.2pt" space-before="2.6pt"
          start-indent="{$inspring}" text-indent="-{$inspring}" keep-together.within-page="always">
        <xsl:call-template name="meldingsnaam"><xsl:with-param name="korps">6.9pt</xsl:with-param></xsl:call-template>
        <xsl:text>&#8194;</xsl:text>
        <xsl:call-template name="oorzaak-en-remedie"/>
      </fo:block>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="meldingsnaam">
    <xsl:param name="korps">7.4pt</xsl:param>
    <fo:inline id="melding.{@naam}" font-family="monospace" font-size="{$korps}" font-weight="bold" color="{$kleur}" hyphenate="false">
      <xsl:value-of select="@naam"/>
    </fo:inline>
  </xsl:template>

  <xsl:template name="oorzaak-en-remedie">
    <xsl:value-of select="oorzaak"/>
    <xsl:text> </xsl:text>
    <fo:inline color="{$kleur}">→</fo:inline>
    <xsl:text>&#160;</xsl:text>
    <xsl:value-of select="remedie"/>
  </xsl:template>

  <xsl:template match="aantal">
    <xsl:choose>
      <xsl:when test="@van = 'meldingen'"><xsl:value-of select="count($meldingen/melding[not(starts-with(@naam, 'pdf-'))])"/></xsl:when>
      <xsl:when test="@van = 'pdf'"><xsl:value-of select="count($meldingen/melding[starts-with(@naam, 'pdf-')])"/></xsl:when>
      <xsl:when test="@van = 'objecten'"><xsl:value-of select="count($ondersteuning/object[@gezet = 'ja'])"/></xsl:when>
      <xsl:when test="@van = 'eigenschappen'">
        <xsl:value-of select="count($ondersteuning/eigenschap[@gezet = 'ja'][not(contains(@naam, ':'))])"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- - - Opmaakobjecten en eigenschappen - - -->

  <xsl:attribute-set name="naslagtabel" use-attribute-sets="tabeltekst">
    <xsl:attribute name="font-size">7.5pt</xsl:attribute>
    <xsl:attribute name="line-height">9.6pt</xsl:attribute>
    <xsl:attribute name="table-layout">fixed</xsl:attribute>
    <xsl:attribute name="width">100%</xsl:attribute>
    <xsl:attribute name="space-before"><xsl:value-of select="$halve-regel"/></xsl:attribute>
    <xsl:attribute name="space-after"><xsl:value-of select="$regel"/></xsl:attribute>
    <xsl:attribute name="border-bottom"><xsl:value-of select="concat($haarlijn, ' solid ', $kleur-lijn)"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:template name="koppen">
    <xsl:param name="woorden"/>
    <fo:table-header>
      <fo:table-row>
        <xsl:call-template name="kopcellen"><xsl:with-param name="rest" select="concat($woorden, '|')"/></xsl:call-template>
      </fo:table-row>
    </fo:table-header>
  </xsl:template>

  <xsl:template name="kopcellen">
    <xsl:param name="rest"/>
    <xsl:if test="$rest != ''">
      <fo:table-cell xsl:use-attribute-sets="kopje-tabel" role="TH" ow:scope="column" padding-right="7pt">
        <fo:block><xsl:value-of select="substring-before($rest, '|')"/></fo:block>
      </fo:table-cell>
      <xsl:call-template name="kopcellen"><xsl:with-param name="rest" select="substring-after($rest, '|')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="naslagcel">
    <xsl:param name="tekst"/>
    <xsl:param name="eerste" select="false()"/>
    <fo:table-cell padding-top="1.6pt" padding-bottom="1.8pt" padding-right="6pt">
      <xsl:if test="$eerste">
        <xsl:attribute name="role">TH</xsl:attribute>
        <xsl:attribute name="ow:scope">row</xsl:attribute>
      </xsl:if>
      <fo:block hyphenate="false">
        <xsl:if test="$eerste">
          <xsl:attribute name="font-family">monospace</xsl:attribute>
          <xsl:attribute name="font-size">6.4pt</xsl:attribute>
          <xsl:attribute name="ow:font-features">none</xsl:attribute>
        </xsl:if>
        <xsl:value-of select="$tekst"/>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template match="objectenlijst">
    <fo:table xsl:use-attribute-sets="naslagtabel">
      <fo:table-column column-width="proportional-column-width(43)"/>
      <fo:table-column column-width="proportional-column-width(17)"/>
      <fo:table-column column-width="proportional-column-width(23)"/>
      <fo:table-column column-width="proportional-column-width(17)"/>
      <xsl:call-template name="koppen"><xsl:with-param name="woorden">object|staat|bevat|rol</xsl:with-param></xsl:call-template>
      <fo:table-body>
        <xsl:for-each select="$ondersteuning/object[@gezet = 'ja']">
          <fo:table-row keep-together.within-page="always" border-top="{$haarlijn} solid {$kleur-lijn}">
            <xsl:call-template name="naslagcel"><xsl:with-param name="tekst" select="@naam"/><xsl:with-param name="eerste" select="true()"/></xsl:call-template>
            <xsl:call-template name="naslagcel"><xsl:with-param name="tekst" select="@plaats"/></xsl:call-template>
            <xsl:call-template name="naslagcel"><xsl:with-param name="tekst" select="@inhoud"/></xsl:call-template>
            <xsl:call-template name="naslagcel"><xsl:with-param name="tekst" select="@rol"/></xsl:call-template>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="eigenschappenlijst">
    <fo:table xsl:use-attribute-sets="naslagtabel">
      <fo:table-column column-width="proportional-column-width(36)"/>
      <fo:table-column column-width="proportional-column-width(39)"/>
      <fo:table-column column-width="proportional-column-width(17)"/>
      <fo:table-column column-width="proportional-column-width(8)"/>
      <xsl:call-template name="koppen"><xsl:with-param name="woorden">eigenschap|waarden|begin|erft</xsl:with-param></xsl:call-template>
      <fo:table-body>
        <xsl:for-each select="$ondersteuning/eigenschap[@gezet = 'ja'][not(contains(@naam, ':'))]">
          <fo:table-row keep-together.within-page="always" border-top="{$haarlijn} solid {$kleur-lijn}">
            <xsl:call-template name="naslagcel"><xsl:with-param name="tekst" select="@naam"/><xsl:with-param name="eerste" select="true()"/></xsl:call-template>
            <xsl:call-template name="naslagcel"><xsl:with-param name="tekst"><xsl:apply-templates select="." mode="waarden"/></xsl:with-param></xsl:call-template>
            <xsl:call-template name="naslagcel"><xsl:with-param name="tekst" select="@begin"/></xsl:call-template>
            <xsl:call-template name="naslagcel">
              <xsl:with-param name="tekst"><xsl:if test="@geerfd = 'ja'">ja</xsl:if></xsl:with-param>
            </xsl:call-template>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="eigenschap" mode="waarden">
    <xsl:for-each select="soort | woord">
      <xsl:if test="position() != 1">
        <xsl:choose>
          <xsl:when test="self::woord and not(preceding-sibling::woord)">; </xsl:when>
          <xsl:otherwise>, </xsl:otherwise>
        </xsl:choose>
      </xsl:if>
      <xsl:value-of select="."/>
    </xsl:for-each>
  </xsl:template>

  <!-- Alleen de namen, achter elkaar. -->
  <xsl:template match="namen">
    <xsl:variable name="van" select="@van"/>
    <fo:block xsl:use-attribute-sets="naslagtekst" role="P" font-family="monospace" font-size="6.6pt" line-height="10.2pt"
        hyphenate="false" space-before="3pt" space-after="{$halve-regel}" ow:font-features="none">
      <xsl:for-each select="$ondersteuning/verkorting[$van = 'verkortingen']
          | $ondersteuning/object[$van = 'objecten-niet'][@gezet = 'nee']
          | $ondersteuning/eigenschap[$van = 'eigenschappen-niet'][@gezet = 'nee']">
        <xsl:value-of select="@naam"/>
        <xsl:if test="position() != last()">, </xsl:if>
      </xsl:for-each>
    </fo:block>
  </xsl:template>

  <xsl:template match="uitbreiding">
    <fo:block role="Div" space-before="4pt" keep-together.within-page="always">
      <fo:block xsl:use-attribute-sets="vaste-letter" role="P" keep-with-next.within-page="always">
        <fo:inline color="{$kleur}" font-weight="bold"><xsl:value-of select="@naam"/></fo:inline>
        <xsl:text>  </xsl:text>
        <fo:inline color="{$kleur-zacht}"><xsl:value-of select="@op"/></fo:inline>
      </fo:block>
      <fo:block xsl:use-attribute-sets="naslagtekst" role="P" margin-left="{$inspring}"><xsl:apply-templates/></fo:block>
    </fo:block>
  </xsl:template>

  <!-- - - Het register - - -->

  <xsl:key name="trefwoord" match="trefwoord" use="@woord"/>

  <xsl:template match="trefwoord">
    <xsl:variable name="nummer"><xsl:number level="any" count="trefwoord"/></xsl:variable>
    <fo:index-range-begin id="t.{$nummer}" index-key="{@woord}"/>
    <fo:index-range-end ref-id="t.{$nummer}"/>
  </xsl:template>

  <xsl:template name="meer-meesterpaginas">
    <xsl:call-template name="pagina">
      <xsl:with-param name="naam">register-rechts</xsl:with-param>
      <xsl:with-param name="links" select="$marge-binnen"/>
      <xsl:with-param name="rechts" select="$marge-buiten"/>
      <xsl:with-param name="kop">kop-rechts</xsl:with-param>
      <xsl:with-param name="voet">voet-rechts</xsl:with-param>
      <xsl:with-param name="kolommen" select="2"/>
    </xsl:call-template>
    <xsl:call-template name="pagina">
      <xsl:with-param name="naam">register-links</xsl:with-param>
      <xsl:with-param name="links" select="$marge-buiten"/>
      <xsl:with-param name="rechts" select="$marge-binnen"/>
      <xsl:with-param name="kop">kop-links</xsl:with-param>
      <xsl:with-param name="voet">voet-links</xsl:with-param>
      <xsl:with-param name="kolommen" select="2"/>
    </xsl:call-template>
    <xsl:call-template name="pagina">
      <xsl:with-param name="naam">register-opening</xsl:with-param>
      <xsl:with-param name="links" select="$marge-binnen"/>
      <xsl:with-param name="rechts" select="$marge-buiten"/>
      <xsl:with-param name="kop">kop-opening</xsl:with-param>
      <xsl:with-param name="voet">voet-rechts</xsl:with-param>
      <xsl:with-param name="kolommen" select="2"/>
    </xsl:call-template>
    <fo:page-sequence-master master-name="register">
      <fo:repeatable-page-master-alternatives>
        <fo:conditional-page-master-reference master-reference="leeg" blank-or-not-blank="blank"/>
        <fo:conditional-page-master-reference master-reference="register-opening" page-position="first"/>
        <fo:conditional-page-master-reference master-reference="register-rechts" odd-or-even="odd"/>
        <fo:conditional-page-master-reference master-reference="register-links" odd-or-even="even"/>
      </fo:repeatable-page-master-alternatives>
    </fo:page-sequence-master>
  </xsl:template>

  <xsl:template name="register">
    <fo:page-sequence master-reference="register" initial-page-number="auto-odd" format="1" ow:bestand="content/handleiding.xml">
      <fo:title><xsl:value-of select="$boekje/titel"/></fo:title>
      <xsl:call-template name="hoofdregels"><xsl:with-param name="deel">Register</xsl:with-param></xsl:call-template>
      <fo:flow flow-name="tekst">
        <fo:block xsl:use-attribute-sets="titel-deel" id="register" span="all" font-size="18pt" space-before="0pt" space-after="0pt"
            padding-bottom="13.5pt">
          <fo:marker marker-class-name="sectie">Register</fo:marker>
          <xsl:text>Register</xsl:text>
        </fo:block>
        <fo:block role="Index">
          <xsl:for-each select="//trefwoord[generate-id() = generate-id(key('trefwoord', @woord)[1])]">
            <xsl:sort select="translate(@woord, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"/>
            <fo:block xsl:use-attribute-sets="naslagtekst" role="P" font-size="7.8pt" line-height="10.2pt" start-indent="{$inspring}"
                text-indent="-{$inspring}" hyphenate="false">
              <xsl:value-of select="@woord"/>
              <xsl:text>, </xsl:text>
              <fo:index-page-citation-list>
                <fo:index-page-citation-range-separator>–</fo:index-page-citation-range-separator>
                <fo:index-key-reference ref-index-key="{@woord}" page-number-treatment="link"/>
              </fo:index-page-citation-list>
            </fo:block>
          </xsl:for-each>
        </fo:block>
      </fo:flow>
    </fo:page-sequence>
  </xsl:template>
</xsl:stylesheet>
