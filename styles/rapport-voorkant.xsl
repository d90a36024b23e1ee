<?xml version="1.0" encoding="UTF-8"?>
<!-- De voorkant met de samenvatting op één blad, en hoe het rapport te lezen is. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ow="urn:opbouwwerk:fo">

  <xsl:variable name="persoon" select="$rapport/medewerker"/>

  <!-- Wat niet op de voorkant past staat bij hoe het rapport te lezen is. -->
  <xsl:variable name="vertrouwelijk-hoogst" select="480 - 200 * $kort"/>
  <xsl:variable name="vertrouwelijk">
    <xsl:for-each select="$rapport/vertrouwelijkheid/alinea">
      <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
      <xsl:value-of select="."/>
    </xsl:for-each>
  </xsl:variable>

  <!-- In twee bladzijden is ook een naam niet langer dan een paar regels. -->
  <xsl:variable name="gegeven-hoogst" select="200 - 110 * $kort"/>

  <xsl:template name="voorkant">
    <fo:block role="P" font-size="11pt" line-height="13.5pt" font-variant="small-caps" letter-spacing="0.05em"
        color="{$kleur-zacht}" hyphenate="false">
      <fo:marker marker-class-name="sectie">Samenvatting</fo:marker>
      <xsl:text>Competentieontwikkeling</xsl:text>
      <xsl:if test="$voor = 'instelling'"> · uittreksel voor de instelling</xsl:if>
      <xsl:if test="$kort"> · in het kort</xsl:if>
    </fo:block>
    <fo:block role="H1" id="samenvatting" font-size="{26 - 6 * (string-length($persoon/@naam) &gt; 30)}pt" line-height="33.75pt" color="{$kleur}" hyphenate="false" text-align="start"
        space-before="6.75pt" ow:regel="{$persoon/@ow:regel}">
      <xsl:choose>
        <xsl:when test="$persoon/@naam">
          <xsl:call-template name="ingekort">
            <xsl:with-param name="tekst" select="$persoon/@naam"/>
            <xsl:with-param name="lengte" select="$gegeven-hoogst"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise>Medewerker <xsl:value-of select="$rapport/@dossier"/></xsl:otherwise>
      </xsl:choose>
    </fo:block>
    <fo:block role="P" font-size="12pt" line-height="16.9pt" font-style="italic" text-align="start" hyphenate="false"
        space-after="13.5pt" ow:regel="{$persoon/@ow:regel}">
      <xsl:call-template name="ingekort">
        <xsl:with-param name="tekst" select="$persoon/@functie"/>
        <xsl:with-param name="lengte" select="$gegeven-hoogst"/>
      </xsl:call-template>
      <xsl:if test="not(contains($persoon/@functie, $persoon/@niveau))">, <xsl:value-of select="$persoon/@niveau"/></xsl:if>
    </fo:block>
    <xsl:call-template name="gegevens"/>
    <xsl:call-template name="sterk-en-zwak"/>
    <!-- In het kort staat het beeld op de andere bladzijde. -->
    <xsl:if test="$rapport/domein and not($kort)">
      <fo:block role="Sect" space-before="13.5pt">
        <fo:block xsl:use-attribute-sets="a4-kopje" role="H2" font-size="10pt" color="{$kleur}" space-before="0pt">De domeinen</fo:block>
        <xsl:choose>
          <xsl:when test="count($rapport/domein) &gt; 2"><xsl:call-template name="web-en-getallen"/></xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="beeldtabel"><xsl:with-param name="met-competenties" select="false()"/></xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
      </fo:block>
    </xsl:if>
    <xsl:call-template name="afgesproken"/>
    <xsl:call-template name="wie-beoordeelden"/>
  </xsl:template>

  <!-- - - Wie, waar, wanneer: twee kolommen van naam en gegeven - - -->

  <xsl:template name="gegevens">
    <fo:table xsl:use-attribute-sets="tabeltekst" font-size="8.5pt" line-height="12pt" role="Div" table-layout="fixed" width="100%"
        border-top="0.8pt solid {$kleur}" border-bottom="{$haarlijn} solid {$kleur-lijn}" border-collapse="separate"
        border-spacing="0pt" padding-top="5pt" padding-bottom="5pt">
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="{($a4-breed-pt - 16) div 2}pt"/>
      <fo:table-body role="Div">
        <fo:table-row role="Div">
          <fo:table-cell role="Div" padding-right="10pt">
            <fo:list-block role="Div" provisional-distance-between-starts="66pt" provisional-label-separation="4pt" hyphenate="false">
              <xsl:call-template name="gegeven"><xsl:with-param name="naam" select="'instelling'"/><xsl:with-param name="tekst" select="$persoon/@instelling"/></xsl:call-template>
              <xsl:call-template name="gegeven"><xsl:with-param name="naam" select="'team'"/><xsl:with-param name="tekst" select="$persoon/@team"/></xsl:call-template>
              <xsl:call-template name="gegeven">
                <xsl:with-param name="naam" select="'niveau'"/>
                <xsl:with-param name="tekst">
                  <xsl:value-of select="$persoon/@niveau"/>
                  <xsl:if test="$persoon/@sinds">, in dienst sinds <xsl:call-template name="maand-jaar"><xsl:with-param name="datum" select="$persoon/@sinds"/></xsl:call-template></xsl:if>
                </xsl:with-param>
              </xsl:call-template>
              <xsl:call-template name="gegeven">
                <xsl:with-param name="naam" select="'leidinggevende'"/>
                <xsl:with-param name="tekst">
                  <xsl:value-of select="$rapport/leidinggevende/@naam"/>
                  <xsl:if test="$rapport/leidinggevende/@naam and $rapport/leidinggevende/@functie">, </xsl:if>
                  <xsl:value-of select="$rapport/leidinggevende/@functie"/>
                </xsl:with-param>
              </xsl:call-template>
            </fo:list-block>
          </fo:table-cell>
          <fo:table-cell role="Div">
            <fo:list-block role="Div" provisional-distance-between-starts="66pt" provisional-label-separation="4pt" hyphenate="false">
              <xsl:call-template name="gegeven">
                <xsl:with-param name="naam" select="'profiel'"/>
                <xsl:with-param name="tekst">Profiel <xsl:value-of select="$rapport/@profiel"/>, editie <xsl:value-of select="$rapport/@editie"/></xsl:with-param>
              </xsl:call-template>
              <xsl:call-template name="gegeven">
                <xsl:with-param name="naam" select="'metingen'"/>
                <xsl:with-param name="tekst"><xsl:call-template name="periode"/></xsl:with-param>
              </xsl:call-template>
              <xsl:call-template name="gegeven">
                <xsl:with-param name="naam" select="'beoordelaars'"/>
                <xsl:with-param name="tekst"><xsl:call-template name="beoordelaars-geteld"/></xsl:with-param>
              </xsl:call-template>
              <xsl:call-template name="gegeven">
                <xsl:with-param name="naam" select="'rapport'"/>
                <xsl:with-param name="tekst">
                  <xsl:value-of select="$rapport/@nummer"/>
                  <xsl:text>, </xsl:text>
                  <xsl:call-template name="dag"><xsl:with-param name="datum" select="$rapport/@datum"/></xsl:call-template>
                </xsl:with-param>
              </xsl:call-template>
            </fo:list-block>
          </fo:table-cell>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
    <fo:block xsl:use-attribute-sets="klein" role="P" space-before="4pt">
      <fo:inline font-weight="bold" color="{$kleur}">Vertrouwelijk. </fo:inline>
      <xsl:choose>
        <xsl:when test="$voor = 'instelling'">Dit uittreksel noemt standen, verschillen en wat afspraken kosten; geen opmerkingen en geen bewijs.</xsl:when>
        <xsl:when test="$rapport/vertrouwelijkheid/alinea">
          <xsl:call-template name="ingekort">
            <xsl:with-param name="tekst" select="$vertrouwelijk"/>
            <xsl:with-param name="lengte" select="$vertrouwelijk-hoogst"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise>Alleen voor de medewerker en de leidinggevende.</xsl:otherwise>
      </xsl:choose>
    </fo:block>
  </xsl:template>

  <!-- Een regel in een lijst van namen en gegevens. -->
  <xsl:template name="gegeven">
    <xsl:param name="naam"/>
    <xsl:param name="tekst"/>
    <xsl:if test="normalize-space($tekst) != ''">
      <fo:list-item role="P">
        <fo:list-item-label role="Span" end-indent="label-end()"><fo:block role="Span" color="{$kleur-zacht}"><xsl:value-of select="$naam"/></fo:block></fo:list-item-label>
        <fo:list-item-body role="Span" start-indent="body-start()"><fo:block role="Span"><xsl:call-template name="ingekort"><xsl:with-param name="tekst" select="normalize-space($tekst)"/><xsl:with-param name="lengte" select="$gegeven-hoogst + 60"/></xsl:call-template></fo:block></fo:list-item-body>
      </fo:list-item>
    </xsl:if>
  </xsl:template>

  <xsl:template name="periode">
    <xsl:choose>
      <xsl:when test="not($metingen)">nog geen</xsl:when>
      <xsl:when test="count($metingen) = 1">één, <xsl:call-template name="dag"><xsl:with-param name="datum" select="$laatste/@datum"/></xsl:call-template></xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="count($metingen)"/>, <xsl:call-template name="maand-jaar"><xsl:with-param name="datum" select="$metingen[1]/@datum"/></xsl:call-template> – <xsl:call-template name="maand-jaar"><xsl:with-param name="datum" select="$laatste/@datum"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="beoordelaars-geteld">
    <xsl:for-each select="$laatste/beoordelaars">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:variable name="aantal" select="@op-naam + @anoniem"/>
      <xsl:choose>
        <xsl:when test="@soort = 'zelf'">zelf</xsl:when>
        <xsl:when test="@soort = 'leidinggevende'"><xsl:value-of select="concat($aantal, '&#160;leidinggevende', substring('n', 1, $aantal &gt; 1))"/></xsl:when>
        <xsl:when test="@soort = 'collega'"><xsl:value-of select="concat($aantal, '&#160;collega', substring('’s', 1, 2 * ($aantal &gt; 1)))"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="concat($aantal, '&#160;', @soort, substring('s', 1, $aantal &gt; 1))"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <!-- - - Drie sterke kanten, drie om aan te werken - - -->

  <xsl:template name="sterk-en-zwak">
    <xsl:choose>
      <xsl:when test="not($metingen)">
        <fo:block xsl:use-attribute-sets="a4-kopje" role="H2" space-before="20.25pt">De stand</fo:block>
        <fo:block role="P">Er is nog niet gemeten. Dit rapport laat zien hoe het eruitziet zodra er een meting in het dossier staat.</fo:block>
      </xsl:when>
      <xsl:when test="not($rapport/domein/@kloof)">
        <fo:block xsl:use-attribute-sets="a4-kopje" role="H2" space-before="13.5pt">De stand</fo:block>
        <fo:block role="P">
          <xsl:choose>
            <xsl:when test="$rapport/domein/@eis">Er is nog geen competentie met een stand die geteld kan worden; daarom is er geen verschil te noemen.</xsl:when>
            <xsl:otherwise>Voor deze competenties is geen vereiste trede vastgesteld; daarom is er geen verschil te noemen.</xsl:otherwise>
          </xsl:choose>
        </fo:block>
      </xsl:when>
      <xsl:otherwise>
        <fo:table table-layout="fixed" width="100%" role="Div" space-before="13.5pt" border-collapse="separate" border-spacing="0pt">
          <fo:table-column column-width="proportional-column-width(1)"/>
          <fo:table-column column-width="16pt"/>
          <fo:table-column column-width="proportional-column-width(1)"/>
          <fo:table-body role="Div">
            <fo:table-row role="Div">
              <fo:table-cell role="Sect">
                <xsl:call-template name="uitgelicht">
                  <xsl:with-param name="titel" select="'Sterk'"/>
                  <xsl:with-param name="punten" select="$rapport/sterk/punt"/>
                  <xsl:with-param name="leeg" select="'Geen competentie haalt op dit moment wat vereist is.'"/>
                </xsl:call-template>
              </fo:table-cell>
              <fo:table-cell role="Div"><fo:block/></fo:table-cell>
              <fo:table-cell role="Sect">
                <xsl:call-template name="uitgelicht">
                  <xsl:with-param name="titel" select="'Om aan te werken'"/>
                  <xsl:with-param name="punten" select="$rapport/zwak/punt"/>
                  <xsl:with-param name="leeg" select="'Alle gemeten competenties halen wat vereist is.'"/>
                </xsl:call-template>
              </fo:table-cell>
            </fo:table-row>
          </fo:table-body>
        </fo:table>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="uitgelicht">
    <xsl:param name="titel"/>
    <xsl:param name="punten"/>
    <xsl:param name="leeg"/>
    <fo:block xsl:use-attribute-sets="a4-kopje" role="H2" space-before="0pt" font-size="10pt" color="{$kleur}"><xsl:value-of select="$titel"/></fo:block>
    <xsl:if test="not($punten) and $rapport/domein/@kloof">
      <fo:block role="P"><xsl:value-of select="$leeg"/></fo:block>
    </xsl:if>
    <xsl:for-each select="$punten">
      <fo:block role="P" text-align="start" hyphenate="false" font-size="11pt" line-height="13.5pt" space-before="3.4pt" keep-with-next.within-page="always">
        <xsl:call-template name="kort-met-hoofdletter"/>
        <xsl:text> </xsl:text>
        <fo:inline font-family="{$letter-tabel}" font-size="7.5pt" color="{$kleur-zacht}" ow:font-features="lnum=1"><xsl:value-of select="@label"/></fo:inline>
      </fo:block>
      <fo:block xsl:use-attribute-sets="tabeltekst" role="P" color="{$kleur-zacht}">
        <xsl:call-template name="in-woorden"/>
        <fo:inline font-weight="bold" color="{$kleur}">&#8195;<xsl:call-template name="verschil"><xsl:with-param name="waarde" select="@kloof"/></xsl:call-template></fo:inline>
        <xsl:if test="@volgens = 'zelf'"> (alleen zelf)</xsl:if>
      </fo:block>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="kort-met-hoofdletter">
    <xsl:value-of select="translate(substring(@kort, 1, 1), 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')"/>
    <xsl:value-of select="substring(@kort, 2)"/>
  </xsl:template>

  <!-- - - Wat is afgesproken, en wanneer het volgende gesprek is - - -->

  <xsl:variable name="doelen-genoemd" select="4 - $kort"/>

  <xsl:template name="afgesproken">
    <xsl:variable name="lopend" select="$rapport/afspraken/doel[@stand = 'open' or @stand = 'loopt']"/>
    <fo:block role="Sect">
      <fo:block xsl:use-attribute-sets="a4-kopje" role="H2" font-size="10pt" color="{$kleur}" space-before="13.5pt">Afgesproken</fo:block>
      <xsl:if test="not($lopend)">
        <fo:block role="P">Er zijn geen lopende afspraken.</fo:block>
      </xsl:if>
      <xsl:if test="$lopend">
        <fo:list-block role="L" provisional-distance-between-starts="13.5pt" provisional-label-separation="4pt">
          <xsl:for-each select="$lopend[position() &lt;= $doelen-genoemd]">
            <fo:list-item space-after="3.4pt" ow:regel="{@ow:regel}">
              <fo:list-item-label end-indent="label-end()"><fo:block color="{$kleur}">–</fo:block></fo:list-item-label>
              <fo:list-item-body start-indent="body-start()">
                <fo:block text-align="start">
                  <xsl:call-template name="doel-kort"/>
                  <xsl:if test="@gereed">
                    <fo:inline font-family="{$letter-tabel}" font-size="8pt" color="{$kleur-zacht}" ow:font-features="lnum=1">
                      <xsl:text> vóór&#160;</xsl:text>
                      <xsl:call-template name="dag"><xsl:with-param name="datum" select="@gereed"/></xsl:call-template>
                    </fo:inline>
                  </xsl:if>
                </fo:block>
              </fo:list-item-body>
            </fo:list-item>
          </xsl:for-each>
        </fo:list-block>
        <xsl:if test="count($lopend) &gt; $doelen-genoemd">
          <fo:block role="P">En nog <xsl:value-of select="count($lopend) - $doelen-genoemd"/> in het <xsl:choose><xsl:when test="$kort">volledige rapport</xsl:when><xsl:otherwise>hoofdstuk Afspraken</xsl:otherwise></xsl:choose>.</fo:block>
        </xsl:if>
      </xsl:if>
      <xsl:if test="$rapport/volgend-gesprek">
        <fo:block role="P" space-before="6.75pt">
          <xsl:text>Het volgende gesprek is op </xsl:text>
          <fo:inline font-weight="bold"><xsl:call-template name="dag"><xsl:with-param name="datum" select="$rapport/volgend-gesprek/@datum"/></xsl:call-template></fo:inline>
          <xsl:text>.</xsl:text>
        </fo:block>
      </xsl:if>
    </fo:block>
  </xsl:template>

  <!-- De eerste zin van het doel; waar die er niet is, de competentie en wat ervoor nodig is. -->
  <xsl:template name="doel-kort">
    <xsl:variable name="zin" select="concat(substring-before(concat(gedrag/alinea[1], ' '), '. '), '.')"/>
    <xsl:choose>
      <xsl:when test="not(gedrag/alinea | activiteit[1]/alinea | @kort)">Zonder omschrijving</xsl:when>
      <xsl:when test="gedrag/alinea and $zin = '.'">
        <xsl:call-template name="ingekort"><xsl:with-param name="tekst" select="gedrag/alinea[1]"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="gedrag and contains($zin, ' ')">
        <xsl:call-template name="ingekort"><xsl:with-param name="tekst" select="$zin"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="@kort"><xsl:call-template name="kort-met-hoofdletter"/></xsl:if>
        <xsl:if test="@kort and activiteit[1]/alinea">: </xsl:if>
        <xsl:call-template name="ingekort"><xsl:with-param name="tekst" select="activiteit[1]/alinea[1]"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Een samenvatting blijft op één blad: van wat lang is staat het begin, tot een woord. -->
  <xsl:template name="ingekort">
    <xsl:param name="tekst"/>
    <xsl:param name="lengte" select="240 - 70 * $kort"/>
    <xsl:choose>
      <xsl:when test="string-length($tekst) &gt; $lengte">
        <xsl:value-of select="substring($tekst, 1, $lengte - 30)"/>
        <xsl:value-of select="substring-before(concat(substring($tekst, $lengte - 29, 30), ' '), ' ')"/>
        <xsl:text>…</xsl:text>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$tekst"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- - - Hoe dit rapport te lezen - - -->

  <!-- Een geheel, dat niet onder de samenvatting begint als het daar niet past. Twee kolommen: links de schaal, rechts wat anoniem is en hoe gerekend is. -->
  <xsl:template name="leeswijzer">
    <fo:block role="Sect">
      <xsl:call-template name="sectiekop">
        <xsl:with-param name="id" select="'leeswijzer'"/>
        <xsl:with-param name="titel" select="'Hoe dit rapport te lezen'"/>
      </xsl:call-template>
      <fo:block role="P" text-align="start" space-after="6.75pt" keep-with-next.within-page="always">
        <xsl:text>Dit rapport zet hoe ver iemand is, volgens zichzelf en anderen, naast wat voor een </xsl:text>
        <xsl:value-of select="$persoon/@niveau"/>
        <xsl:text> vereist is. Een getal is het begin van een gesprek, geen oordeel: opmerkingen en omstandigheden horen
          erbij.</xsl:text>
      </fo:block>
      <fo:table role="Div" table-layout="fixed" width="100%" border-collapse="separate" border-spacing="0pt"
          font-size="9.3pt" line-height="11.7pt" keep-together.within-page="always">
        <fo:table-column column-width="proportional-column-width(1)"/>
        <fo:table-column column-width="{$a4-goot}"/>
        <fo:table-column column-width="proportional-column-width(1)"/>
        <fo:table-body role="Div">
          <fo:table-row role="Div">
            <fo:table-cell role="Div">
              <fo:block xsl:use-attribute-sets="a4-kopje" space-before="0pt">De schaal</fo:block>
              <xsl:call-template name="schaal"/>
              <xsl:call-template name="niveau-in-woorden"/>
            </fo:table-cell>
            <fo:table-cell role="Div"><fo:block/></fo:table-cell>
            <fo:table-cell role="Div">
              <xsl:call-template name="wat-anoniem-is"/>
              <xsl:call-template name="hoe-gerekend"/>
            </fo:table-cell>
          </fo:table-row>
        </fo:table-body>
      </fo:table>
      <xsl:if test="string-length($vertrouwelijk) &gt; $vertrouwelijk-hoogst and $voor != 'instelling'">
        <fo:block xsl:use-attribute-sets="a4-kopje">Wat vertrouwelijk is</fo:block>
        <xsl:for-each select="$rapport/vertrouwelijkheid/alinea">
          <fo:block role="P" text-align="start" orphans="2" widows="2" ow:regel="{@ow:regel}">
            <xsl:if test="position() &gt; 1"><xsl:attribute name="text-indent"><xsl:value-of select="$inspring"/></xsl:attribute></xsl:if>
            <xsl:value-of select="."/>
          </fo:block>
        </xsl:for-each>
      </xsl:if>
    </fo:block>
  </xsl:template>

  <xsl:template name="schaal">
    <fo:table xsl:use-attribute-sets="tabeltekst" font-size="8pt" line-height="9.9pt" role="Table" table-layout="fixed" width="100%" border-collapse="collapse"
        border-top="0.8pt solid {$kleur}">
      <fo:table-column column-width="22pt"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-body>
        <xsl:for-each select="$rapport/schaal/*">
          <fo:table-row border-bottom="{$haarlijn} solid {$kleur-lijn}" keep-together.within-page="10">
            <fo:table-cell xsl:use-attribute-sets="cel-dicht" role="TH" ow:scope="row">
              <fo:block color="{$kleur}" font-weight="bold"><xsl:value-of select="@waarde"/></fo:block>
            </fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="cel-dicht" padding-right="0pt">
              <fo:block hyphenate="false"><fo:inline font-weight="bold"><xsl:value-of select="@naam"/></fo:inline><xsl:text>&#8194;</xsl:text><xsl:value-of select="."/></fo:block>
            </fo:table-cell>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="niveau-in-woorden">
    <xsl:if test="$persoon/@omschrijving">
      <fo:block role="P" text-align="justify" space-before="6.75pt">
        <xsl:text>Een </xsl:text>
        <fo:inline font-style="italic"><xsl:value-of select="$persoon/@niveau"/></fo:inline>
        <xsl:text>: </xsl:text>
        <xsl:value-of select="translate(substring($persoon/@omschrijving, 1, 1), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"/>
        <xsl:value-of select="substring($persoon/@omschrijving, 2)"/>
      </fo:block>
    </xsl:if>
    <xsl:if test="$rapport/@editie != $rapport/@tekst-editie">
      <fo:block role="P" text-align="justify" space-before="3.4pt">
        <xsl:text>Gemeten is met editie </xsl:text>
        <xsl:value-of select="$rapport/@editie"/>
        <xsl:text> van het profiel. De teksten in dit rapport zijn die van de hertaalde uitgave </xsl:text>
        <xsl:value-of select="$rapport/@tekst-editie"/>
        <xsl:text>; de nummers zijn dezelfde.</xsl:text>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <!-- Van veel metingen de laatste; de andere staan geteld. -->
  <xsl:variable name="metingen-genoemd" select="6 - 3 * $kort + count($metingen) * ($rapport/@alles = 'ja')"/>

  <xsl:template name="wie-beoordeelden">
    <xsl:if test="$metingen">
      <fo:block role="Sect">
        <fo:block xsl:use-attribute-sets="a4-kopje" role="H2" font-size="10pt" color="{$kleur}" space-before="13.5pt">Wie beoordeelden</fo:block>
        <fo:table xsl:use-attribute-sets="tabeltekst" font-size="8pt" line-height="10.2pt" role="Table" table-layout="fixed" width="100%" border-collapse="collapse"
            border-top="0.8pt solid {$kleur}">
          <fo:table-column column-width="142pt"/>
          <fo:table-column column-width="64pt"/>
          <fo:table-column column-width="30pt"/>
          <fo:table-column column-width="60pt"/>
          <fo:table-column column-width="proportional-column-width(1)"/>
          <fo:table-column column-width="proportional-column-width(1)"/>
          <fo:table-header>
            <fo:table-row border-bottom="{$haarlijn} solid {$kleur}">
              <fo:table-cell xsl:use-attribute-sets="kopje-tabel" role="TH"><fo:block>meting</fo:block></fo:table-cell>
              <fo:table-cell xsl:use-attribute-sets="kopje-tabel" role="TH"><fo:block>editie</fo:block></fo:table-cell>
              <fo:table-cell xsl:use-attribute-sets="kopje-tabel" role="TH"><fo:block>zelf</fo:block></fo:table-cell>
              <fo:table-cell xsl:use-attribute-sets="kopje-tabel" role="TH"><fo:block>leiding</fo:block></fo:table-cell>
              <fo:table-cell xsl:use-attribute-sets="kopje-tabel" role="TH"><fo:block>collega’s</fo:block></fo:table-cell>
              <fo:table-cell xsl:use-attribute-sets="kopje-tabel" role="TH"><fo:block>bewoners</fo:block></fo:table-cell>
            </fo:table-row>
          </fo:table-header>
          <fo:table-body>
            <xsl:for-each select="$metingen[position() &gt; last() - $metingen-genoemd]">
              <xsl:variable name="meting" select="."/>
              <fo:table-row border-bottom="{$haarlijn} solid {$kleur-lijn}">
                <fo:table-cell xsl:use-attribute-sets="cel-dicht" role="TH" ow:scope="row">
                  <fo:block>
                    <xsl:call-template name="dag"><xsl:with-param name="datum" select="@datum"/></xsl:call-template>
                    <xsl:if test="@naam"><fo:inline color="{$kleur-zacht}"> · <xsl:value-of select="@naam"/></fo:inline></xsl:if>
                  </fo:block>
                </fo:table-cell>
                <fo:table-cell xsl:use-attribute-sets="cel-dicht"><fo:block><xsl:value-of select="@editie"/><xsl:if test="@nieuwe-editie"> (nieuw)</xsl:if></fo:block></fo:table-cell>
                <xsl:call-template name="beoordelaars-cel"><xsl:with-param name="soort" select="$meting/beoordelaars[@soort = 'zelf']"/></xsl:call-template>
                <xsl:call-template name="beoordelaars-cel"><xsl:with-param name="soort" select="$meting/beoordelaars[@soort = 'leidinggevende']"/></xsl:call-template>
                <xsl:call-template name="beoordelaars-cel"><xsl:with-param name="soort" select="$meting/beoordelaars[@soort = 'collega']"/></xsl:call-template>
                <xsl:call-template name="beoordelaars-cel"><xsl:with-param name="soort" select="$meting/beoordelaars[@soort = 'bewoner']"/></xsl:call-template>
              </fo:table-row>
            </xsl:for-each>
          </fo:table-body>
        </fo:table>
        <xsl:if test="count($metingen) &gt; $metingen-genoemd">
          <fo:block xsl:use-attribute-sets="klein" role="P" space-before="3pt">
            <xsl:text>Daarvóór zijn er </xsl:text>
            <xsl:value-of select="count($metingen) - $metingen-genoemd"/>
            <xsl:text>, vanaf </xsl:text>
            <xsl:call-template name="dag"><xsl:with-param name="datum" select="$metingen[1]/@datum"/></xsl:call-template>
            <xsl:text>.</xsl:text>
          </fo:block>
        </xsl:if>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:template name="wat-anoniem-is">
    <xsl:if test="$metingen">
      <fo:block xsl:use-attribute-sets="a4-kopje" space-before="0pt">Wat anoniem is</fo:block>
      <fo:block role="P" text-align="justify">
        <xsl:text>Wie anoniem beoordeelt, moet dat ook blijven. Van anonieme beoordelaars van één soort staat hier daarom alleen
          iets als zij met ten minste </xsl:text>
        <xsl:call-template name="telwoord"><xsl:with-param name="getal" select="$rapport/@minimum"/></xsl:call-template>
        <xsl:text> zijn: hun gemiddelde, en hun opmerkingen zonder volgorde. Zijn zij met minder, dan telt wat zij gaven nergens in mee.</xsl:text>
        <xsl:if test="$metingen/beoordelaars[@getoond = 'nee']">
          <xsl:text> Dat geldt in dit rapport voor </xsl:text>
          <xsl:for-each select="$metingen/beoordelaars[@getoond = 'nee']">
            <xsl:if test="position() &gt; 1 and position() = last()"> en </xsl:if>
            <xsl:if test="position() &gt; 1 and position() &lt; last()">, </xsl:if>
            <xsl:text>de </xsl:text>
            <xsl:choose>
              <xsl:when test="@soort = 'collega'">anonieme collega’s</xsl:when>
              <xsl:when test="@soort = 'bewoner'">anonieme bewoners</xsl:when>
              <xsl:otherwise>anonieme leidinggevenden</xsl:otherwise>
            </xsl:choose>
            <xsl:text> van </xsl:text>
            <xsl:call-template name="maand-jaar"><xsl:with-param name="datum" select="../@datum"/></xsl:call-template>
          </xsl:for-each>
          <xsl:text>.</xsl:text>
        </xsl:if>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:template name="beoordelaars-cel">
    <xsl:param name="soort"/>
    <fo:table-cell xsl:use-attribute-sets="cel-dicht">
      <fo:block hyphenate="false">
        <xsl:if test="not($soort)">–</xsl:if>
        <xsl:if test="$soort/@op-naam &gt; 0">
          <xsl:value-of select="$soort/@op-naam"/>
          <xsl:if test="$soort/@soort != 'zelf'"> op naam</xsl:if>
        </xsl:if>
        <xsl:if test="$soort/@anoniem &gt; 0">
          <xsl:if test="$soort/@op-naam &gt; 0">, </xsl:if>
          <xsl:value-of select="$soort/@anoniem"/> anoniem<xsl:if test="$soort/@getoond = 'nee'">: niet getoond</xsl:if>
        </xsl:if>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template name="telwoord">
    <xsl:param name="getal"/>
    <xsl:choose>
      <xsl:when test="$getal = 3">drie</xsl:when>
      <xsl:when test="$getal = 4">vier</xsl:when>
      <xsl:when test="$getal = 5">vijf</xsl:when>
      <xsl:when test="$getal = 6">zes</xsl:when>
      <xsl:otherwise><xsl:value-of select="$getal"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="hoe-gerekend">
    <fo:block xsl:use-attribute-sets="a4-kopje">Hoe gerekend is</fo:block>
    <fo:block role="P" text-align="justify">
      <fo:inline font-style="italic">Anderen</fo:inline>
      <xsl:text> is het gemiddelde van de leiding, de collega’s en de bewoners; elke soort telt even zwaar. Het </xsl:text>
      <fo:inline font-style="italic">verschil</fo:inline>
      <xsl:text> is anderen min vereist: onder nul ontbreekt er iets. Is er alleen een eigen beoordeling, dan telt die, en staat
        het erbij. Een domein is het gemiddelde van zijn competenties. Een verschil van een paar tienden zegt weinig; kijk
        naar wat beoordelaars opschreven.</xsl:text>
    </fo:block>
    <fo:block role="P" text-align="justify" text-indent="{$inspring}">
      <xsl:text>Een nummer zoals </xsl:text>
      <xsl:value-of select="$rapport/@profiel"/>
      <xsl:text>&#160;2 verwijst naar het Competentieprofiel</xsl:text>
      <xsl:if test="$rapport/@boekje">
        <xsl:text>, een vetgedrukt getal naar een bladzijde van </xsl:text>
        <fo:inline font-style="italic"><xsl:value-of select="$rapport/@boekje"/></fo:inline>
      </xsl:if>
      <xsl:if test="$voor != 'instelling'">
        <xsl:text>. Verderop staat van het profiel de hoofdzin, en de hele tekst waar een halve trede of meer ontbreekt of een
          afspraak loopt</xsl:text>
      </xsl:if>
      <xsl:text>.</xsl:text>
    </fo:block>
  </xsl:template>
</xsl:stylesheet>
