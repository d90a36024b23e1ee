<?xml version="1.0" encoding="UTF-8"?>
<!-- Grafieken: een stippendiagram, een web en kleine grafieken in de tijd, in kale SVG. Vorm gaat voor
     kleur: zelf is een open rondje, anderen een stip, vereist een streep; zo blijven zij leesbaar in grijs. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
    xmlns:svg="http://www.w3.org/2000/svg" xmlns:ow="urn:opbouwwerk:fo" xmlns:g="urn:opbouwwerk:grafiek"
    xmlns:func="http://exslt.org/functions" xmlns:math="http://exslt.org/math"
    extension-element-prefixes="func math" exclude-result-prefixes="g">

  <xsl:variable name="grafiek-rij" select="12.4"/>
  <xsl:variable name="grafiek-lijn" select="$kleur-lijn"/>
  <xsl:variable name="grafiek-pi" select="3.14159265"/>

  <func:function name="g:n">
    <xsl:param name="getal"/>
    <func:result select="format-number($getal, '0.##')"/>
  </func:function>

  <!-- De plaats van een waarde op een as van $lengte: elke trede heeft haar eigen vak. -->
  <func:function name="g:op-as">
    <xsl:param name="waarde"/>
    <xsl:param name="lengte"/>
    <func:result select="$lengte * ($waarde - $laagst + 0.5) div $treden"/>
  </func:function>

  <xsl:template name="stip">
    <xsl:param name="x"/>
    <xsl:param name="y"/>
    <svg:circle cx="{g:n($x)}" cy="{g:n($y)}" r="2.7" fill="{$kleur}"/>
  </xsl:template>

  <xsl:template name="rondje">
    <xsl:param name="x"/>
    <xsl:param name="y"/>
    <svg:circle cx="{g:n($x)}" cy="{g:n($y)}" r="4" fill="#ffffff" stroke="{$kleur}" stroke-width="1"/>
  </xsl:template>

  <xsl:template name="streep">
    <xsl:param name="x"/>
    <xsl:param name="y"/>
    <svg:rect x="{g:n($x - 1)}" y="{g:n($y - 5.4)}" width="2" height="10.8" fill="{$inkt}"/>
  </xsl:template>

  <!-- Eén rij van een stippendiagram: het verschil als balk, daarop eis, zelf en anderen. -->
  <xsl:template name="rij-stippen">
    <xsl:param name="y"/>
    <xsl:param name="breed"/>
    <xsl:variable name="stand" select="(@anderen | @zelf[not(../@anderen)])[1]"/>
    <xsl:if test="@eis and $stand">
      <xsl:variable name="a" select="g:op-as(@eis, $breed)"/>
      <xsl:variable name="b" select="g:op-as($stand, $breed)"/>
      <xsl:choose>
        <xsl:when test="$b &lt; $a">
          <svg:rect x="{g:n($b)}" y="{g:n($y - 1.7)}" width="{g:n($a - $b)}" height="3.4" fill="{$kleur}"/>
        </xsl:when>
        <xsl:otherwise>
          <svg:rect x="{g:n($a)}" y="{g:n($y - 0.6)}" width="{g:n($b - $a)}" height="1.2" fill="{$kleur-lijn}"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:if>
    <xsl:if test="@eis">
      <xsl:call-template name="streep">
        <xsl:with-param name="x" select="g:op-as(@eis, $breed)"/>
        <xsl:with-param name="y" select="$y"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="@zelf">
      <xsl:call-template name="rondje">
        <xsl:with-param name="x" select="g:op-as(@zelf, $breed)"/>
        <xsl:with-param name="y" select="$y"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="@anderen">
      <xsl:call-template name="stip">
        <xsl:with-param name="x" select="g:op-as(@anderen, $breed)"/>
        <xsl:with-param name="y" select="$y"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Het diagram van $rijen, naast hun namen in de tabel; $hoog: van elke rij de hoogte. -->
  <xsl:template name="stippendiagram">
    <xsl:param name="rijen"/>
    <xsl:param name="breed"/>
    <xsl:param name="hoog"/>
    <xsl:variable name="totaal" select="sum($hoog)"/>
    <xsl:variable name="beschrijving">
      <xsl:text>Stippendiagram op een schaal van </xsl:text>
      <xsl:value-of select="concat($laagst, ' tot ', $hoogst, '. ')"/>
      <xsl:for-each select="$rijen">
        <xsl:value-of select="@kort"/>
        <xsl:text>: </xsl:text>
        <xsl:call-template name="in-woorden"/>
        <xsl:text>. </xsl:text>
      </xsl:for-each>
    </xsl:variable>
    <fo:instream-foreign-object content-width="{g:n($breed)}pt" content-height="{g:n($totaal)}pt"
        fox:alt-text="{normalize-space($beschrijving)}">
      <svg:svg version="1.1" width="{g:n($breed)}pt" height="{g:n($totaal)}pt" viewBox="0 0 {g:n($breed)} {g:n($totaal)}">
        <xsl:call-template name="rasterlijnen">
          <xsl:with-param name="breed" select="$breed"/>
          <xsl:with-param name="hoog" select="$totaal"/>
          <xsl:with-param name="trede" select="$laagst"/>
        </xsl:call-template>
        <xsl:for-each select="$rijen">
          <xsl:variable name="nummer" select="position()"/>
          <xsl:call-template name="rij-stippen">
            <xsl:with-param name="y" select="sum($hoog[position() &lt; $nummer]) + $hoog[$nummer] div 2"/>
            <xsl:with-param name="breed" select="$breed"/>
          </xsl:call-template>
        </xsl:for-each>
      </svg:svg>
    </fo:instream-foreign-object>
  </xsl:template>

  <xsl:template name="rasterlijnen">
    <xsl:param name="breed"/>
    <xsl:param name="hoog"/>
    <xsl:param name="trede"/>
    <svg:rect x="{g:n(g:op-as($trede, $breed) - 0.15)}" y="0" width="0.3" height="{g:n($hoog)}" fill="{$grafiek-lijn}"/>
    <xsl:if test="$trede &lt; $hoogst">
      <xsl:call-template name="rasterlijnen">
        <xsl:with-param name="breed" select="$breed"/>
        <xsl:with-param name="hoog" select="$hoog"/>
        <xsl:with-param name="trede" select="$trede + 1"/>
      </xsl:call-template>
    </xsl:if>
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

  <!-- Wat de tekens betekenen. -->
  <!-- De tekens van de figuren, als letters: een tekening voor elk kost meer dan de regel. -->
  <xsl:template name="legenda">
    <fo:block xsl:use-attribute-sets="klein" space-after="4pt" keep-with-next.within-page="always">
      <xsl:call-template name="teken"><xsl:with-param name="teken">▮</xsl:with-param><xsl:with-param name="inkt" select="$inkt"/></xsl:call-template>
      <xsl:text>&#160;vereist&#8195;</xsl:text>
      <xsl:call-template name="teken"><xsl:with-param name="teken">○</xsl:with-param></xsl:call-template>
      <xsl:text>&#160;zelf&#8195;</xsl:text>
      <xsl:call-template name="teken"><xsl:with-param name="teken">●</xsl:with-param></xsl:call-template>
      <xsl:text>&#160;anderen&#8195;</xsl:text>
      <xsl:call-template name="teken"><xsl:with-param name="teken">▬</xsl:with-param></xsl:call-template>
      <xsl:text>&#160;wat aan de eis ontbreekt</xsl:text>
    </fo:block>
  </xsl:template>

  <xsl:template name="teken">
    <xsl:param name="teken"/>
    <xsl:param name="inkt" select="$kleur"/>
    <fo:inline font-family="{$letter-symbool}" color="{$inkt}"><xsl:value-of select="$teken"/></fo:inline>
  </xsl:template>

  <!-- - - Het web: alleen als overzicht, en alleen bij drie of meer domeinen - - -->

  <func:function name="g:hoek">
    <xsl:param name="nummer"/>
    <xsl:param name="aantal"/>
    <func:result select="2 * $grafiek-pi * ($nummer - 1) div $aantal - $grafiek-pi div 2"/>
  </func:function>

  <func:function name="g:straal">
    <xsl:param name="waarde"/>
    <xsl:param name="straal"/>
    <func:result select="$straal * ($waarde - $laagst + 1) div $treden"/>
  </func:function>

  <xsl:variable name="web-straal" select="46"/>
  <xsl:variable name="web-breed" select="2 * $web-straal + 160"/>

  <xsl:template name="web">
    <xsl:param name="straal" select="$web-straal"/>
    <xsl:variable name="domeinen" select="$rapport/domein"/>
    <xsl:variable name="aantal" select="count($domeinen)"/>
    <xsl:variable name="breed" select="$web-breed"/>
    <xsl:variable name="hoog" select="2 * $straal + 36"/>
    <xsl:variable name="beschrijving">
      <xsl:text>Web van de domeinen. </xsl:text>
      <xsl:for-each select="$domeinen">
        <xsl:value-of select="@kort"/>
        <xsl:text>: </xsl:text>
        <xsl:call-template name="in-woorden"/>
        <xsl:text>. </xsl:text>
      </xsl:for-each>
    </xsl:variable>
    <fo:block font-size="1pt" line-height="0pt" line-stacking-strategy="line-height">
      <fo:instream-foreign-object content-width="{$breed}pt" content-height="{$hoog}pt" fox:alt-text="{normalize-space($beschrijving)}">
        <svg:svg version="1.1" width="{$breed}pt" height="{$hoog}pt" viewBox="{-$breed div 2} {-$hoog div 2} {$breed} {$hoog}">
          <xsl:call-template name="web-vlak">
            <xsl:with-param name="domeinen" select="$domeinen"/>
            <xsl:with-param name="straal" select="$straal"/>
            <xsl:with-param name="wat">eis</xsl:with-param>
            <xsl:with-param name="vulling" select="$kleur-tint"/>
            <xsl:with-param name="lijn" select="$kleur-lijn"/>
            <xsl:with-param name="dik" select="0.8"/>
          </xsl:call-template>
          <xsl:call-template name="web-ringen">
            <xsl:with-param name="aantal" select="$aantal"/>
            <xsl:with-param name="straal" select="$straal"/>
            <xsl:with-param name="trede" select="$laagst"/>
          </xsl:call-template>
          <xsl:for-each select="$domeinen">
            <xsl:variable name="hoek" select="g:hoek(position(), $aantal)"/>
            <svg:path d="M0 0L{g:n($straal * math:cos($hoek))} {g:n($straal * math:sin($hoek))}" fill="none" stroke="{$grafiek-lijn}" stroke-width="0.3"/>
          </xsl:for-each>
          <xsl:call-template name="web-vlak">
            <xsl:with-param name="domeinen" select="$domeinen"/>
            <xsl:with-param name="straal" select="$straal"/>
            <xsl:with-param name="wat">zelf</xsl:with-param>
            <xsl:with-param name="lijn" select="$kleur"/>
            <xsl:with-param name="dik" select="0.7"/>
          </xsl:call-template>
          <xsl:call-template name="web-vlak">
            <xsl:with-param name="domeinen" select="$domeinen"/>
            <xsl:with-param name="straal" select="$straal"/>
            <xsl:with-param name="wat">anderen</xsl:with-param>
            <xsl:with-param name="lijn" select="$kleur"/>
            <xsl:with-param name="dik" select="1.6"/>
          </xsl:call-template>
          <xsl:for-each select="$domeinen">
            <xsl:call-template name="web-label">
              <xsl:with-param name="hoek" select="g:hoek(position(), $aantal)"/>
              <xsl:with-param name="straal" select="$straal + 10"/>
            </xsl:call-template>
          </xsl:for-each>
        </svg:svg>
      </fo:instream-foreign-object>
    </fo:block>
  </xsl:template>

  <xsl:template name="web-ringen">
    <xsl:param name="aantal"/>
    <xsl:param name="straal"/>
    <xsl:param name="trede"/>
    <xsl:variable name="r" select="g:straal($trede, $straal)"/>
    <svg:path fill="none" stroke="{$grafiek-lijn}" stroke-width="0.3">
      <xsl:attribute name="d">
        <xsl:for-each select="$rapport/domein">
          <xsl:variable name="hoek" select="g:hoek(position(), $aantal)"/>
          <xsl:value-of select="concat(substring('ML', 1 + (position() &gt; 1), 1), g:n($r * math:cos($hoek)), ' ', g:n($r * math:sin($hoek)))"/>
        </xsl:for-each>
        <xsl:text>Z</xsl:text>
      </xsl:attribute>
    </svg:path>
    <xsl:if test="$trede &lt; $hoogst">
      <xsl:call-template name="web-ringen">
        <xsl:with-param name="aantal" select="$aantal"/>
        <xsl:with-param name="straal" select="$straal"/>
        <xsl:with-param name="trede" select="$trede + 1"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Een reeks in het web; wat een domein niet heeft, slaat de lijn over. -->
  <xsl:template name="web-vlak">
    <xsl:param name="domeinen"/>
    <xsl:param name="straal"/>
    <xsl:param name="wat"/>
    <xsl:param name="vulling">none</xsl:param>
    <xsl:param name="lijn"/>
    <xsl:param name="dik"/>
    <xsl:variable name="aantal" select="count($domeinen)"/>
    <xsl:if test="count($domeinen/@*[name() = $wat]) &gt; 2">
      <svg:path fill="{$vulling}" stroke="{$lijn}" stroke-width="{$dik}">
        <xsl:attribute name="d">
          <xsl:for-each select="$domeinen/@*[name() = $wat]">
            <xsl:variable name="hoek" select="g:hoek(count(../preceding-sibling::domein) + 1, $aantal)"/>
            <xsl:variable name="r" select="g:straal(., $straal)"/>
            <xsl:value-of select="concat(substring('ML', 1 + (position() &gt; 1), 1), g:n($r * math:cos($hoek)), ' ', g:n($r * math:sin($hoek)))"/>
          </xsl:for-each>
          <xsl:text>Z</xsl:text>
        </xsl:attribute>
      </svg:path>
    </xsl:if>
    <xsl:if test="$wat != 'eis'">
      <xsl:for-each select="$domeinen/@*[name() = $wat]">
        <xsl:variable name="hoek" select="g:hoek(count(../preceding-sibling::domein) + 1, $aantal)"/>
        <xsl:variable name="r" select="g:straal(., $straal)"/>
        <xsl:choose>
          <xsl:when test="$wat = 'zelf'">
            <xsl:call-template name="rondje"><xsl:with-param name="x" select="$r * math:cos($hoek)"/><xsl:with-param name="y" select="$r * math:sin($hoek)"/></xsl:call-template>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="stip"><xsl:with-param name="x" select="$r * math:cos($hoek)"/><xsl:with-param name="y" select="$r * math:sin($hoek)"/></xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- De naam van een domein, op twee regels als er "en" in staat. -->
  <xsl:template name="web-label">
    <xsl:param name="hoek"/>
    <xsl:param name="straal"/>
    <xsl:variable name="x" select="$straal * math:cos($hoek)"/>
    <xsl:variable name="y" select="$straal * math:sin($hoek)"/>
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
    <svg:text x="{g:n($x)}" y="{g:n($midden - 4.6 * contains(@kort, ' en '))}" text-anchor="{$anker}" font-family="{$figuur-letter}" font-size="7.5" fill="{$inkt}">
      <xsl:value-of select="$een"/>
    </svg:text>
    <xsl:if test="contains(@kort, ' en ')">
      <svg:text x="{g:n($x)}" y="{g:n($midden + 4.6)}" text-anchor="{$anker}" font-family="{$figuur-letter}" font-size="7.5" fill="{$inkt}">
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

  <func:function name="g:tijd">
    <xsl:param name="datum"/>
    <xsl:param name="breed"/>
    <xsl:variable name="van" select="g:dagen($metingen[1]/@datum)"/>
    <xsl:variable name="tot" select="g:dagen($laatste/@datum)"/>
    <func:result select="9 + ($breed - 18) * (g:dagen($datum) - $van) div ($tot - $van)"/>
  </func:function>

  <func:function name="g:hoogte">
    <xsl:param name="waarde"/>
    <func:result select="$tijd-hoog - 4 - ($tijd-hoog - 8) * ($waarde - $laagst) div ($hoogst - $laagst)"/>
  </func:function>

  <xsl:template name="tijdlijnen">
    <xsl:variable name="aantal" select="count($rapport/domein)"/>
    <xsl:variable name="per-rij" select="5"/>
    <xsl:variable name="links" select="14"/>
    <xsl:variable name="vak" select="($a4-breed-pt - $links) div $per-rij"/>
    <xsl:variable name="breed" select="$vak - 9"/>
    <xsl:variable name="rij-hoog" select="$tijd-hoog + 50"/>
    <xsl:variable name="hoog" select="ceiling($aantal div $per-rij) * $rij-hoog - 4"/>
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
    <fo:block font-size="1pt" line-height="0pt" line-stacking-strategy="line-height" space-before="4pt" space-after="6pt">
      <fo:instream-foreign-object content-width="{$a4-breed-pt}pt" content-height="{g:n($hoog)}pt" fox:alt-text="{normalize-space($beschrijving)}">
        <svg:svg version="1.1" width="{$a4-breed-pt}pt" height="{g:n($hoog)}pt" viewBox="0 0 {$a4-breed-pt} {g:n($hoog)}">
          <xsl:for-each select="$rapport/domein">
            <xsl:variable name="x" select="$links + ((position() - 1) mod $per-rij) * $vak"/>
            <xsl:variable name="y" select="floor((position() - 1) div $per-rij) * $rij-hoog"/>
            <svg:g transform="translate({g:n($x)} {g:n($y + 24)})">
              <xsl:call-template name="tijdlijn">
                <xsl:with-param name="breed" select="$breed"/>
                <xsl:with-param name="eerste" select="position() mod $per-rij = 1"/>
              </xsl:call-template>
            </svg:g>
          </xsl:for-each>
        </svg:svg>
      </fo:instream-foreign-object>
    </fo:block>
  </xsl:template>

  <xsl:template name="klein-opschrift">
    <xsl:param name="x"/>
    <xsl:param name="y"/>
    <xsl:param name="anker">start</xsl:param>
    <xsl:param name="kleur-letter" select="$kleur-zacht"/>
    <xsl:param name="tekst"/>
    <svg:text x="{g:n($x)}" y="{g:n($y)}" text-anchor="{$anker}" font-family="{$figuur-letter}" font-size="7" fill="{$kleur-letter}"><xsl:value-of select="$tekst"/></svg:text>
  </xsl:template>

  <xsl:template name="tijd-raster">
    <xsl:param name="breed"/>
    <xsl:param name="trede"/>
    <xsl:param name="eerste"/>
    <svg:rect x="0" y="{g:n(g:hoogte($trede) - 0.15)}" width="{g:n($breed)}" height="0.3" fill="{$grafiek-lijn}"/>
    <xsl:if test="$eerste">
      <xsl:call-template name="klein-opschrift">
        <xsl:with-param name="x" select="-5"/>
        <xsl:with-param name="y" select="g:hoogte($trede) + 2.5"/>
        <xsl:with-param name="anker">end</xsl:with-param>
        <xsl:with-param name="tekst" select="$trede"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$trede &lt; $hoogst">
      <xsl:call-template name="tijd-raster">
        <xsl:with-param name="breed" select="$breed"/>
        <xsl:with-param name="trede" select="$trede + 1"/>
        <xsl:with-param name="eerste" select="$eerste"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="tijdlijn">
    <xsl:param name="breed"/>
    <xsl:param name="eerste"/>
    <xsl:variable name="twee" select="contains(@kort, ' en ')"/>
    <xsl:call-template name="klein-opschrift">
      <xsl:with-param name="x" select="0"/>
      <xsl:with-param name="y" select="-13 + 8 * not($twee)"/>
      <xsl:with-param name="kleur-letter" select="$inkt"/>
      <xsl:with-param name="tekst" select="concat(substring-before(concat(@kort, ' en '), ' en '), substring(' en', 1, 3 * $twee))"/>
    </xsl:call-template>
    <xsl:if test="$twee">
      <xsl:call-template name="klein-opschrift">
        <xsl:with-param name="x" select="0"/>
        <xsl:with-param name="y" select="-4.5"/>
        <xsl:with-param name="kleur-letter" select="$inkt"/>
        <xsl:with-param name="tekst" select="substring-after(@kort, ' en ')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="tijd-raster">
      <xsl:with-param name="breed" select="$breed"/>
      <xsl:with-param name="trede" select="$laagst"/>
      <xsl:with-param name="eerste" select="$eerste"/>
    </xsl:call-template>
    <!-- De nulmeting en een nieuwe editie van het profiel. -->
    <svg:rect x="{g:n(g:tijd($metingen[1]/@datum, $breed) - 0.4)}" y="0" width="0.8" height="{$tijd-hoog}" fill="{$kleur-lijn}"/>
    <xsl:for-each select="$metingen[@nieuwe-editie]">
      <xsl:variable name="x" select="g:tijd(@datum, $breed)"/>
      <svg:path d="M{g:n($x)} 0v8m0 5v8m0 5v8m0 5v8m0 5v8m0 5v8m0 5v8" fill="none" stroke="{$kleur-zacht}" stroke-width="0.8"/>
    </xsl:for-each>
    <xsl:if test="@eis">
      <svg:rect x="0" y="{g:n(g:hoogte(@eis) - 0.9)}" width="{g:n($breed)}" height="1.8" fill="{$inkt}"/>
    </xsl:if>
    <xsl:call-template name="tijd-reeks">
      <xsl:with-param name="wat">zelf</xsl:with-param>
      <xsl:with-param name="breed" select="$breed"/>
      <xsl:with-param name="dik" select="0.7"/>
    </xsl:call-template>
    <xsl:call-template name="tijd-reeks">
      <xsl:with-param name="wat">anderen</xsl:with-param>
      <xsl:with-param name="breed" select="$breed"/>
      <xsl:with-param name="dik" select="1.4"/>
    </xsl:call-template>
    <xsl:for-each select="$metingen[position() = 1 or position() = last()]">
      <xsl:call-template name="klein-opschrift">
        <xsl:with-param name="x" select="g:tijd(@datum, $breed)"/>
        <xsl:with-param name="y" select="$tijd-hoog + 9"/>
        <xsl:with-param name="anker">middle</xsl:with-param>
        <xsl:with-param name="tekst" select="substring(@datum, 1, 4)"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="tijd-reeks">
    <xsl:param name="wat"/>
    <xsl:param name="breed"/>
    <xsl:param name="dik"/>
    <xsl:variable name="waarden" select="stand/@*[name() = $wat]"/>
    <xsl:if test="count($waarden) &gt; 1">
      <svg:path fill="none" stroke="{$kleur}" stroke-width="{$dik}">
        <xsl:attribute name="d">
          <xsl:for-each select="$waarden">
            <xsl:value-of select="concat(substring('ML', 1 + (position() &gt; 1), 1), g:n(g:tijd($metingen[@nummer = current()/../@meting]/@datum, $breed)), ' ', g:n(g:hoogte(.)))"/>
          </xsl:for-each>
        </xsl:attribute>
      </svg:path>
    </xsl:if>
    <!-- Waar de punten elkaar zouden bedekken, staat alleen de laatste. -->
    <xsl:for-each select="$waarden[count($metingen) &lt;= 12 or position() = last()]">
      <xsl:variable name="x" select="g:tijd($metingen[@nummer = current()/../@meting]/@datum, $breed)"/>
      <xsl:choose>
        <xsl:when test="$wat = 'zelf'">
          <xsl:call-template name="rondje"><xsl:with-param name="x" select="$x"/><xsl:with-param name="y" select="g:hoogte(.)"/></xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="stip"><xsl:with-param name="x" select="$x"/><xsl:with-param name="y" select="g:hoogte(.)"/></xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
