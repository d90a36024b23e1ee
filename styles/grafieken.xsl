<?xml version="1.0" encoding="UTF-8"?>
<!-- Grafieken: een stippendiagram, een web en kleine grafieken in de tijd, in kale SVG. Vorm gaat voor
     kleur: zelf is een open rondje, anderen een stip, vereist een streep; zo blijven zij leesbaar in grijs. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
    xmlns:svg="http://www.w3.org/2000/svg" xmlns:ow="urn:opbouwwerk:fo" xmlns:g="urn:opbouwwerk:grafiek"
    xmlns:func="http://exslt.org/functions" xmlns:math="http://exslt.org/math" xmlns:exsl="http://exslt.org/common"
    extension-element-prefixes="func math exsl" exclude-result-prefixes="g">

  <xsl:variable name="grafiek-rij" select="12.4"/>
  <xsl:variable name="grafiek-lijn" select="$kleur-lijn"/>
  <xsl:variable name="grafiek-pi" select="3.14159265"/>

  <!-- Een tekening is een stapel paden: alle strepen van één soort zijn er één, alle stippen ook. Zo is zij klein,
       en snel getekend. Een rondje begint in zijn midden. -->
  <xsl:variable name="rondje" select="'m-4 0c0-2.21 1.79-4 4-4c2.21 0 4 1.79 4 4c0 2.21-1.79 4-4 4c-2.21 0-4-1.79-4-4z'"/>
  <xsl:variable name="stip" select="'m-2.7 0c0-1.49 1.21-2.7 2.7-2.7c1.49 0 2.7 1.21 2.7 2.7c0 1.49-1.21 2.7-2.7 2.7c-1.49 0-2.7-1.21-2.7-2.7z'"/>

  <xsl:template name="pad">
    <xsl:param name="d"/>
    <xsl:param name="vulling" select="'none'"/>
    <xsl:param name="lijn" select="'none'"/>
    <xsl:param name="dik" select="1"/>
    <xsl:if test="$d != ''"><svg:path d="{$d}" fill="{$vulling}" stroke="{$lijn}" stroke-width="{$dik}"/></xsl:if>
  </xsl:template>

  <xsl:template name="rondjes">
    <xsl:param name="d"/>
    <xsl:call-template name="pad">
      <xsl:with-param name="d" select="$d"/>
      <xsl:with-param name="vulling" select="'#ffffff'"/>
      <xsl:with-param name="lijn" select="$kleur"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="stippen">
    <xsl:param name="d"/>
    <xsl:call-template name="pad">
      <xsl:with-param name="d" select="$d"/>
      <xsl:with-param name="vulling" select="$kleur"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Van elke rij waar zij staat en waar haar waarden op een as van $breed komen: elke trede heeft haar eigen
       vak. -->
  <xsl:template name="punten">
    <xsl:param name="rijen"/>
    <xsl:param name="breed"/>
    <xsl:param name="hoog"/>
    <xsl:for-each select="$rijen">
      <xsl:variable name="nummer" select="position()"/>
      <punt y="{round(100 * sum($hoog[position() &lt; $nummer]) + 50 * $hoog[$nummer]) div 100}">
        <xsl:for-each select="@eis | @zelf | @anderen">
          <xsl:attribute name="{name()}"><xsl:value-of select="round(100 * $breed * (. - $laagst + 0.5) div $treden) div 100"/></xsl:attribute>
        </xsl:for-each>
      </punt>
    </xsl:for-each>
  </xsl:template>

  <!-- Het diagram van $rijen, naast hun namen in de tabel; $hoog: van elke rij de hoogte. Het verschil is een balk,
       daarop staan eis, zelf en anderen. -->
  <xsl:template name="stippendiagram">
    <xsl:param name="rijen"/>
    <xsl:param name="breed"/>
    <xsl:param name="hoog"/>
    <xsl:variable name="totaal" select="round(100 * sum($hoog)) div 100"/>
    <xsl:variable name="beschrijving">
      <xsl:value-of select="concat('Stippendiagram op een schaal van ', $laagst, ' tot ', $hoogst, '. ')"/>
      <xsl:for-each select="$rijen">
        <xsl:value-of select="concat(@kort, ': ')"/>
        <xsl:call-template name="in-woorden"/>
        <xsl:text>. </xsl:text>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="plaatsen">
      <xsl:call-template name="punten">
        <xsl:with-param name="rijen" select="$rijen"/>
        <xsl:with-param name="breed" select="$breed"/>
        <xsl:with-param name="hoog" select="$hoog"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="punten" select="exsl:node-set($plaatsen)/punt"/>
    <fo:instream-foreign-object content-width="{$breed}pt" content-height="{$totaal}pt"
        fox:alt-text="{normalize-space($beschrijving)}">
      <svg:svg version="1.1" width="{$breed}pt" height="{$totaal}pt" viewBox="0 0 {$breed} {$totaal}">
        <xsl:call-template name="pad">
          <xsl:with-param name="lijn" select="$grafiek-lijn"/>
          <xsl:with-param name="dik" select="0.3"/>
          <xsl:with-param name="d">
            <xsl:for-each select="$rapport/schaal/trede">
              <xsl:value-of select="concat('M', round(100 * $breed * (@waarde - $laagst + 0.5) div $treden) div 100, ' 0v', $totaal)"/>
            </xsl:for-each>
          </xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="balken"><xsl:with-param name="punten" select="$punten[@eis]"/></xsl:call-template>
        <xsl:call-template name="pad">
          <xsl:with-param name="lijn" select="$inkt"/>
          <xsl:with-param name="dik" select="2"/>
          <xsl:with-param name="d"><xsl:for-each select="$punten[@eis]"><xsl:value-of select="concat('M', @eis, ' ', @y, 'm0-5.4v10.8')"/></xsl:for-each></xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="rondjes">
          <xsl:with-param name="d"><xsl:for-each select="$punten[@zelf]"><xsl:value-of select="concat('M', @zelf, ' ', @y, $rondje)"/></xsl:for-each></xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="stippen">
          <xsl:with-param name="d"><xsl:for-each select="$punten[@anderen]"><xsl:value-of select="concat('M', @anderen, ' ', @y, $stip)"/></xsl:for-each></xsl:with-param>
        </xsl:call-template>
      </svg:svg>
    </fo:instream-foreign-object>
  </xsl:template>

  <!-- Wat aan de eis ontbreekt is dik, wat er meer is dun. -->
  <xsl:template name="balken">
    <xsl:param name="punten"/>
    <xsl:call-template name="pad">
      <xsl:with-param name="lijn" select="$kleur"/>
      <xsl:with-param name="dik" select="3.4"/>
      <xsl:with-param name="d">
        <xsl:for-each select="$punten[(@anderen | @zelf[not(../@anderen)]) &lt; @eis]">
          <xsl:value-of select="concat('M', @anderen | @zelf[not(../@anderen)], ' ', @y, 'H', @eis)"/>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="pad">
      <xsl:with-param name="lijn" select="$kleur-lijn"/>
      <xsl:with-param name="dik" select="1.2"/>
      <xsl:with-param name="d">
        <xsl:for-each select="$punten[(@anderen | @zelf[not(../@anderen)]) &gt; @eis]">
          <xsl:value-of select="concat('M', @eis, ' ', @y, 'H', @anderen | @zelf[not(../@anderen)])"/>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="in-woorden">
    <xsl:if test="@eis">vereist <xsl:value-of select="format-number(@eis, '0,#', 'nl')"/></xsl:if>
    <xsl:if test="@zelf">
      <xsl:if test="@eis">, </xsl:if>
      <xsl:text>zelf </xsl:text>
      <xsl:value-of select="format-number(@zelf, '0,0', 'nl')"/>
    </xsl:if>
    <xsl:if test="@anderen">
      <xsl:if test="@eis or @zelf">, </xsl:if>
      <xsl:text>anderen </xsl:text>
      <xsl:value-of select="format-number(@anderen, '0,0', 'nl')"/>
    </xsl:if>
    <xsl:if test="not(@zelf or @anderen)"><xsl:if test="@eis">, </xsl:if>niet gemeten</xsl:if>
  </xsl:template>

  <!-- De as boven een diagram: de treden, elk midden boven haar lijn. -->
  <xsl:template name="as-treden">
    <fo:table table-layout="fixed" width="100%" role="Div" border-collapse="separate" border-spacing="0pt">
      <xsl:call-template name="as-kolommen"><xsl:with-param name="trede" select="$laagst"/></xsl:call-template>
      <fo:table-body role="Div">
        <fo:table-row role="Div">
          <xsl:call-template name="as-cellen"><xsl:with-param name="trede" select="$laagst"/></xsl:call-template>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="as-kolommen">
    <xsl:param name="trede"/>
    <fo:table-column column-width="proportional-column-width(1)"/>
    <xsl:if test="$trede &lt; $hoogst">
      <xsl:call-template name="as-kolommen"><xsl:with-param name="trede" select="$trede + 1"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="as-cellen">
    <xsl:param name="trede"/>
    <fo:table-cell role="Div">
      <fo:block role="Span" text-align="center" font-weight="normal" color="{$kleur-zacht}"><xsl:value-of select="$trede"/></fo:block>
    </fo:table-cell>
    <xsl:if test="$trede &lt; $hoogst">
      <xsl:call-template name="as-cellen"><xsl:with-param name="trede" select="$trede + 1"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- De tekens van de figuren, als letters: een tekening voor elk kost meer dan de regel. -->
  <xsl:template name="legenda">
    <fo:block xsl:use-attribute-sets="klein" space-after="4pt" keep-with-next.within-page="always">
      <xsl:call-template name="teken"><xsl:with-param name="teken" select="'▮'"/><xsl:with-param name="inkt" select="$inkt"/></xsl:call-template>
      <xsl:text>&#160;vereist&#8195;</xsl:text>
      <xsl:call-template name="teken"><xsl:with-param name="teken" select="'○'"/></xsl:call-template>
      <xsl:text>&#160;zelf&#8195;</xsl:text>
      <xsl:call-template name="teken"><xsl:with-param name="teken" select="'●'"/></xsl:call-template>
      <xsl:text>&#160;anderen&#8195;</xsl:text>
      <xsl:call-template name="teken"><xsl:with-param name="teken" select="'▬'"/></xsl:call-template>
      <xsl:text>&#160;wat aan de eis ontbreekt</xsl:text>
    </fo:block>
  </xsl:template>

  <xsl:template name="teken">
    <xsl:param name="teken"/>
    <xsl:param name="inkt" select="$kleur"/>
    <fo:inline font-family="{$letter-symbool}" color="{$inkt}"><xsl:value-of select="$teken"/></fo:inline>
  </xsl:template>

  <!-- - - Het web: alleen als overzicht, en alleen bij drie of meer domeinen - - -->

  <xsl:variable name="web-straal" select="46"/>
  <xsl:variable name="web-breed" select="2 * $web-straal + 160"/>

  <!-- Van elk domein de richting van zijn as, en hoe ver zijn waarden daarop liggen. -->
  <xsl:template name="web-assen">
    <xsl:variable name="aantal" select="count($rapport/domein)"/>
    <xsl:for-each select="$rapport/domein">
      <xsl:variable name="hoek" select="$grafiek-pi * (2 * (position() - 1) div $aantal - 0.5)"/>
      <as kort="{@kort}" x="{math:cos($hoek)}" y="{math:sin($hoek)}">
        <xsl:for-each select="@eis | @zelf | @anderen">
          <xsl:attribute name="{name()}"><xsl:value-of select="$web-straal * (. - $laagst + 1) div $treden"/></xsl:attribute>
        </xsl:for-each>
      </as>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="web">
    <xsl:variable name="breed" select="$web-breed"/>
    <xsl:variable name="hoog" select="2 * $web-straal + 36"/>
    <xsl:variable name="beschrijving">
      <xsl:text>Web van de domeinen. </xsl:text>
      <xsl:for-each select="$rapport/domein">
        <xsl:value-of select="concat(@kort, ': ')"/>
        <xsl:call-template name="in-woorden"/>
        <xsl:text>. </xsl:text>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="berekend"><xsl:call-template name="web-assen"/></xsl:variable>
    <xsl:variable name="assen" select="exsl:node-set($berekend)/as"/>
    <fo:block font-size="1pt" line-height="0pt" line-stacking-strategy="line-height">
      <fo:instream-foreign-object content-width="{$breed}pt" content-height="{$hoog}pt" fox:alt-text="{normalize-space($beschrijving)}">
        <svg:svg version="1.1" width="{$breed}pt" height="{$hoog}pt" viewBox="{-$breed div 2} {-$hoog div 2} {$breed} {$hoog}">
          <xsl:call-template name="web-vlak">
            <xsl:with-param name="waarden" select="$assen/@eis"/>
            <xsl:with-param name="vulling" select="$kleur-tint"/>
            <xsl:with-param name="lijn" select="$kleur-lijn"/>
            <xsl:with-param name="dik" select="0.8"/>
          </xsl:call-template>
          <xsl:call-template name="pad">
            <xsl:with-param name="lijn" select="$grafiek-lijn"/>
            <xsl:with-param name="dik" select="0.3"/>
            <xsl:with-param name="d">
              <xsl:for-each select="$rapport/schaal/trede">
                <xsl:variable name="r" select="$web-straal * (@waarde - $laagst + 1) div $treden"/>
                <xsl:for-each select="$assen">
                  <xsl:value-of select="concat(substring('LM', 1 + (position() = 1), 1), round(100 * $r * @x) div 100, ' ', round(100 * $r * @y) div 100)"/>
                </xsl:for-each>
                <xsl:text>Z</xsl:text>
              </xsl:for-each>
              <xsl:for-each select="$assen">
                <xsl:value-of select="concat('M0 0L', round(100 * $web-straal * @x) div 100, ' ', round(100 * $web-straal * @y) div 100)"/>
              </xsl:for-each>
            </xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="web-vlak">
            <xsl:with-param name="waarden" select="$assen/@zelf"/>
            <xsl:with-param name="lijn" select="$kleur"/>
            <xsl:with-param name="dik" select="0.7"/>
          </xsl:call-template>
          <xsl:call-template name="rondjes"><xsl:with-param name="d"><xsl:call-template name="web-punten"><xsl:with-param name="waarden" select="$assen/@zelf"/><xsl:with-param name="teken" select="$rondje"/></xsl:call-template></xsl:with-param></xsl:call-template>
          <xsl:call-template name="web-vlak">
            <xsl:with-param name="waarden" select="$assen/@anderen"/>
            <xsl:with-param name="lijn" select="$kleur"/>
            <xsl:with-param name="dik" select="1.6"/>
          </xsl:call-template>
          <xsl:call-template name="stippen"><xsl:with-param name="d"><xsl:call-template name="web-punten"><xsl:with-param name="waarden" select="$assen/@anderen"/><xsl:with-param name="teken" select="$stip"/></xsl:call-template></xsl:with-param></xsl:call-template>
          <xsl:for-each select="$assen"><xsl:call-template name="web-label"/></xsl:for-each>
        </svg:svg>
      </fo:instream-foreign-object>
    </fo:block>
  </xsl:template>

  <!-- Een reeks in het web; wat een domein niet heeft, slaat de lijn over. -->
  <xsl:template name="web-vlak">
    <xsl:param name="waarden"/>
    <xsl:param name="vulling" select="'none'"/>
    <xsl:param name="lijn"/>
    <xsl:param name="dik"/>
    <xsl:if test="count($waarden) &gt; 2">
      <xsl:call-template name="pad">
        <xsl:with-param name="vulling" select="$vulling"/>
        <xsl:with-param name="lijn" select="$lijn"/>
        <xsl:with-param name="dik" select="$dik"/>
        <xsl:with-param name="d">
          <xsl:for-each select="$waarden">
            <xsl:value-of select="concat(substring('LM', 1 + (position() = 1), 1), round(100 * . * ../@x) div 100, ' ', round(100 * . * ../@y) div 100)"/>
          </xsl:for-each>
          <xsl:text>Z</xsl:text>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="web-punten">
    <xsl:param name="waarden"/>
    <xsl:param name="teken"/>
    <xsl:for-each select="$waarden">
      <xsl:value-of select="concat('M', round(100 * . * ../@x) div 100, ' ', round(100 * . * ../@y) div 100, $teken)"/>
    </xsl:for-each>
  </xsl:template>

  <!-- De naam van een domein, op twee regels als er "en" in staat. -->
  <xsl:template name="web-label">
    <xsl:variable name="straal" select="$web-straal + 10"/>
    <xsl:variable name="x" select="round(100 * $straal * @x) div 100"/>
    <xsl:variable name="y" select="$straal * @y"/>
    <xsl:variable name="anker">
      <xsl:choose>
        <xsl:when test="$x &gt; 12">start</xsl:when>
        <xsl:when test="$x &lt; -12">end</xsl:when>
        <xsl:otherwise>middle</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="een">
      <xsl:choose>
        <xsl:when test="contains(@kort, ' en ')"><xsl:value-of select="substring-before(@kort, ' en ')"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="@kort"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="midden" select="$y + 2.7 - 5 * ($y &lt; -$straal + 12) + 4 * ($y &gt; $straal - 25)"/>
    <svg:text x="{$x}" y="{round(100 * ($midden - 4.6 * contains(@kort, ' en '))) div 100}" text-anchor="{$anker}" font-family="{$figuur-letter}" font-size="7.5" fill="{$inkt}">
      <xsl:value-of select="$een"/>
    </svg:text>
    <xsl:if test="contains(@kort, ' en ')">
      <svg:text x="{$x}" y="{round(100 * ($midden + 4.6)) div 100}" text-anchor="{$anker}" font-family="{$figuur-letter}" font-size="7.5" fill="{$inkt}">
        <xsl:value-of select="concat('en ', substring-after(@kort, ' en '))"/>
      </svg:text>
    </xsl:if>
  </xsl:template>

  <!-- - - In de tijd: per domein een kleine grafiek, alle op dezelfde assen - - -->

  <xsl:variable name="tijd-hoog" select="76"/>

  <func:function name="g:dagen">
    <xsl:param name="datum"/>
    <func:result select="365.25 * substring($datum, 1, 4) + 30.44 * substring($datum, 6, 2) + substring($datum, 9, 2)"/>
  </func:function>

  <!-- Een waarde staat op $tijd-nul - $tijd-trede * waarde. -->
  <xsl:variable name="tijd-trede" select="($tijd-hoog - 8) div ($hoogst - $laagst)"/>
  <xsl:variable name="tijd-nul" select="$tijd-hoog - 4 + $tijd-trede * $laagst"/>
  <xsl:variable name="tijd-per-rij" select="5"/>
  <xsl:variable name="tijd-links" select="14"/>
  <xsl:variable name="tijd-vak" select="($a4-breed-pt - $tijd-links) div $tijd-per-rij"/>
  <xsl:variable name="tijd-breed" select="$tijd-vak - 9"/>
  <xsl:variable name="tijd-rij" select="$tijd-hoog + 50"/>

  <!-- Van elk domein waar zijn grafiek begint, en van elke meting waar zij daarin staat. -->
  <xsl:template name="tijd-vakken">
    <xsl:for-each select="$rapport/domein">
      <xsl:variable name="x" select="$tijd-links + ((position() - 1) mod $tijd-per-rij) * $tijd-vak"/>
      <xsl:variable name="y" select="floor((position() - 1) div $tijd-per-rij) * $tijd-rij + 24"/>
      <vak kort="{@kort}" x="{round(100 * $x) div 100}" y="{round(100 * $y) div 100}">
        <xsl:if test="@eis"><xsl:attribute name="eis"><xsl:value-of select="round(100 * ($y + $tijd-nul - $tijd-trede * @eis)) div 100"/></xsl:attribute></xsl:if>
        <xsl:for-each select="stand">
          <xsl:variable name="meting" select="key('metingen', @meting)"/>
          <stand x="{round(100 * ($x + g:tijd($meting/@datum))) div 100}">
            <xsl:for-each select="@zelf | @anderen">
              <xsl:attribute name="{name()}"><xsl:value-of select="round(100 * ($y + $tijd-nul - $tijd-trede * .)) div 100"/></xsl:attribute>
            </xsl:for-each>
          </stand>
        </xsl:for-each>
      </vak>
    </xsl:for-each>
  </xsl:template>

  <func:function name="g:tijd">
    <xsl:param name="datum"/>
    <xsl:variable name="van" select="g:dagen($metingen[1]/@datum)"/>
    <xsl:variable name="tot" select="g:dagen($laatste/@datum)"/>
    <func:result select="9 + ($tijd-breed - 18) * (g:dagen($datum) - $van) div ($tot - $van)"/>
  </func:function>

  <xsl:template name="tijdlijnen">
    <xsl:variable name="hoog" select="round(100 * (ceiling(count($rapport/domein) div $tijd-per-rij) * $tijd-rij - 4)) div 100"/>
    <xsl:variable name="beschrijving">
      <xsl:text>Ontwikkeling per domein, van </xsl:text>
      <xsl:call-template name="maand-jaar"><xsl:with-param name="datum" select="$metingen[1]/@datum"/></xsl:call-template>
      <xsl:text> tot </xsl:text>
      <xsl:call-template name="maand-jaar"><xsl:with-param name="datum" select="$laatste/@datum"/></xsl:call-template>
      <xsl:text>. </xsl:text>
      <xsl:for-each select="$rapport/domein">
        <xsl:value-of select="concat(@kort, ': ')"/>
        <xsl:for-each select="stand[count(../stand) &lt;= 6 or position() = 1 or position() = last()]">
          <xsl:if test="position() &gt; 1">; </xsl:if>
          <xsl:call-template name="in-woorden"/>
        </xsl:for-each>
        <xsl:text>. </xsl:text>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="berekend"><xsl:call-template name="tijd-vakken"/></xsl:variable>
    <fo:block font-size="1pt" line-height="0pt" line-stacking-strategy="line-height" space-before="4pt" space-after="6pt">
      <fo:instream-foreign-object content-width="{$a4-breed-pt}pt" content-height="{$hoog}pt" fox:alt-text="{normalize-space($beschrijving)}">
        <svg:svg version="1.1" width="{$a4-breed-pt}pt" height="{$hoog}pt" viewBox="0 0 {$a4-breed-pt} {$hoog}">
          <xsl:call-template name="tijd-raster"><xsl:with-param name="vakken" select="exsl:node-set($berekend)/vak"/></xsl:call-template>
          <xsl:call-template name="tijd-reeksen"><xsl:with-param name="vakken" select="exsl:node-set($berekend)/vak"/></xsl:call-template>
          <xsl:call-template name="tijd-woorden"><xsl:with-param name="vakken" select="exsl:node-set($berekend)/vak"/></xsl:call-template>
        </svg:svg>
      </fo:instream-foreign-object>
    </fo:block>
  </xsl:template>

  <!-- De lijnen van de treden, de nulmeting, nieuwe edities van het profiel, en wat vereist is. -->
  <xsl:template name="tijd-raster">
    <xsl:param name="vakken"/>
    <xsl:variable name="begin" select="round(100 * g:tijd($metingen[1]/@datum)) div 100"/>
    <xsl:call-template name="pad">
      <xsl:with-param name="lijn" select="$grafiek-lijn"/>
      <xsl:with-param name="dik" select="0.3"/>
      <xsl:with-param name="d">
        <xsl:for-each select="$rapport/schaal/trede">
          <xsl:variable name="y" select="$tijd-nul - $tijd-trede * @waarde"/>
          <xsl:for-each select="$vakken"><xsl:value-of select="concat('M', @x, ' ', round(100 * (@y + $y)) div 100, 'h', round(100 * $tijd-breed) div 100)"/></xsl:for-each>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="pad">
      <xsl:with-param name="lijn" select="$kleur-lijn"/>
      <xsl:with-param name="dik" select="0.8"/>
      <xsl:with-param name="d"><xsl:for-each select="$vakken"><xsl:value-of select="concat('M', @x + $begin, ' ', @y, 'v', $tijd-hoog)"/></xsl:for-each></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="pad">
      <xsl:with-param name="lijn" select="$kleur-zacht"/>
      <xsl:with-param name="dik" select="0.8"/>
      <xsl:with-param name="d">
        <xsl:for-each select="$metingen[@nieuwe-editie]">
          <xsl:variable name="x" select="round(100 * g:tijd(@datum)) div 100"/>
          <xsl:for-each select="$vakken"><xsl:value-of select="concat('M', @x + $x, ' ', @y, 'v8m0 5v8m0 5v8m0 5v8m0 5v8m0 5v8')"/></xsl:for-each>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="pad">
      <xsl:with-param name="lijn" select="$inkt"/>
      <xsl:with-param name="dik" select="1.8"/>
      <xsl:with-param name="d"><xsl:for-each select="$vakken[@eis]"><xsl:value-of select="concat('M', @x, ' ', @eis, 'h', round(100 * $tijd-breed) div 100)"/></xsl:for-each></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="tijd-reeksen">
    <xsl:param name="vakken"/>
    <xsl:call-template name="pad">
      <xsl:with-param name="lijn" select="$kleur"/>
      <xsl:with-param name="dik" select="0.7"/>
      <xsl:with-param name="d"><xsl:for-each select="$vakken"><xsl:call-template name="tijd-reeks"><xsl:with-param name="waarden" select="stand/@zelf"/></xsl:call-template></xsl:for-each></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="rondjes">
      <xsl:with-param name="d"><xsl:for-each select="$vakken"><xsl:call-template name="tijd-tekens"><xsl:with-param name="waarden" select="stand/@zelf"/><xsl:with-param name="teken" select="$rondje"/></xsl:call-template></xsl:for-each></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="pad">
      <xsl:with-param name="lijn" select="$kleur"/>
      <xsl:with-param name="dik" select="1.4"/>
      <xsl:with-param name="d"><xsl:for-each select="$vakken"><xsl:call-template name="tijd-reeks"><xsl:with-param name="waarden" select="stand/@anderen"/></xsl:call-template></xsl:for-each></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="stippen">
      <xsl:with-param name="d"><xsl:for-each select="$vakken"><xsl:call-template name="tijd-tekens"><xsl:with-param name="waarden" select="stand/@anderen"/><xsl:with-param name="teken" select="$stip"/></xsl:call-template></xsl:for-each></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="tijd-reeks">
    <xsl:param name="waarden"/>
    <xsl:for-each select="$waarden[last() &gt; 1]">
      <xsl:value-of select="concat(substring('LM', 1 + (position() = 1), 1), ../@x, ' ', .)"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Waar de punten elkaar zouden bedekken, staat alleen de laatste. -->
  <xsl:template name="tijd-tekens">
    <xsl:param name="waarden"/>
    <xsl:param name="teken"/>
    <xsl:for-each select="$waarden[count($metingen) &lt;= 12 or position() = last()]">
      <xsl:value-of select="concat('M', ../@x, ' ', ., $teken)"/>
    </xsl:for-each>
  </xsl:template>

  <!-- De namen van de domeinen, de treden links, de jaren onder. -->
  <xsl:template name="tijd-woorden">
    <xsl:param name="vakken"/>
    <xsl:for-each select="$vakken">
      <xsl:variable name="twee" select="contains(@kort, ' en ')"/>
      <xsl:call-template name="klein-opschrift">
        <xsl:with-param name="x" select="@x"/>
        <xsl:with-param name="y" select="@y - 13 + 8 * not($twee)"/>
        <xsl:with-param name="kleur-letter" select="$inkt"/>
        <xsl:with-param name="tekst" select="concat(substring-before(concat(@kort, ' en '), ' en '), substring(' en', 1, 3 * $twee))"/>
      </xsl:call-template>
      <xsl:if test="$twee">
        <xsl:call-template name="klein-opschrift">
          <xsl:with-param name="x" select="@x"/>
          <xsl:with-param name="y" select="@y - 4.5"/>
          <xsl:with-param name="kleur-letter" select="$inkt"/>
          <xsl:with-param name="tekst" select="substring-after(@kort, ' en ')"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:variable name="vak" select="."/>
      <xsl:for-each select="$metingen[position() = 1 or position() = last()]">
        <xsl:call-template name="klein-opschrift">
          <xsl:with-param name="x" select="$vak/@x + g:tijd(@datum)"/>
          <xsl:with-param name="y" select="$vak/@y + $tijd-hoog + 9"/>
          <xsl:with-param name="anker" select="'middle'"/>
          <xsl:with-param name="tekst" select="substring(@datum, 1, 4)"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:for-each select="$vakken[position() mod $tijd-per-rij = 1]">
      <xsl:variable name="vak" select="."/>
      <xsl:for-each select="$rapport/schaal/trede">
        <xsl:call-template name="klein-opschrift">
          <xsl:with-param name="x" select="$vak/@x - 5"/>
          <xsl:with-param name="y" select="$vak/@y + $tijd-nul - $tijd-trede * @waarde + 2.5"/>
          <xsl:with-param name="anker" select="'end'"/>
          <xsl:with-param name="tekst" select="@waarde"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="klein-opschrift">
    <xsl:param name="x"/>
    <xsl:param name="y"/>
    <xsl:param name="anker" select="'start'"/>
    <xsl:param name="kleur-letter" select="$kleur-zacht"/>
    <xsl:param name="tekst"/>
    <svg:text x="{round(100 * $x) div 100}" y="{round(100 * $y) div 100}" text-anchor="{$anker}" font-family="{$figuur-letter}" font-size="7" fill="{$kleur-letter}"><xsl:value-of select="$tekst"/></svg:text>
  </xsl:template>
</xsl:stylesheet>
