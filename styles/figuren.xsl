<?xml version="1.0" encoding="UTF-8"?>
<!-- De figuren: diagrammen en stroken, getekend in SVG. Alles wat getekend wordt, wordt eerst
     gemeten: een label krijgt regels, een vorm de maat van haar regels, de figuur die van haar vormen. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
    xmlns:svg="http://www.w3.org/2000/svg" xmlns:ow="urn:opbouwwerk:fo" xmlns:f="urn:opbouwwerk:figuur"
    xmlns:exsl="http://exslt.org/common" xmlns:func="http://exslt.org/functions"
    xmlns:math="http://exslt.org/math" xmlns:str="http://exslt.org/strings"
    extension-element-prefixes="exsl func math str" exclude-result-prefixes="f svg">

  <!-- - - De figuur op de bladzijde - - -->

  <!-- Onder een figuur de links van haar en haar labels; een sectie van het Statuut noemt die zelf. -->
  <xsl:template match="diagram">
    <fo:block xsl:use-attribute-sets="figuur bron" id="{@id}">
      <xsl:apply-templates select="." mode="beeld"/>
    </fo:block>
    <xsl:call-template name="zie-ook">
      <xsl:with-param name="knopen" select="self::*[not(ancestor::statuut)] | .//*[not(ancestor::statuut) or self::sublabel]"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Een strook binnen een andere staat onder die andere, en nergens anders. -->
  <xsl:template match="strook">
    <xsl:variable name="binnen" select="@binnen"/>
    <xsl:if test="not(preceding-sibling::strook[@id = $binnen])">
      <xsl:apply-templates select="." mode="strook"/>
      <xsl:call-template name="zie-ook">
        <xsl:with-param name="knopen" select="descendant-or-self::*"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="strook" mode="strook">
    <xsl:param name="in-een-ander" select="false()"/>
    <xsl:variable name="daarbinnen" select="following-sibling::strook[@binnen = current()/@id]"/>
    <fo:block xsl:use-attribute-sets="figuur bron" id="{@id}" space-before="{$regel}" space-after="{$halve-regel}">
      <xsl:if test="$in-een-ander">
        <xsl:attribute name="space-before">0pt</xsl:attribute>
      </xsl:if>
      <xsl:if test="$daarbinnen">
        <xsl:attribute name="space-after">0pt</xsl:attribute>
        <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
      </xsl:if>
      <xsl:apply-templates select="bijschrift" mode="figuur"/>
      <xsl:apply-templates select="." mode="beeld"/>
    </fo:block>
    <xsl:for-each select="$daarbinnen">
      <xsl:apply-templates select="." mode="strook">
        <xsl:with-param name="in-een-ander" select="true()"/>
      </xsl:apply-templates>
      <xsl:call-template name="zie-ook-binnen"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:attribute-set name="figuur">
    <xsl:attribute name="role">Div</xsl:attribute>
    <xsl:attribute name="space-before"><xsl:value-of select="$halve-regel"/></xsl:attribute>
    <xsl:attribute name="space-after"><xsl:value-of select="$regel"/></xsl:attribute>
    <xsl:attribute name="keep-together.within-page">always</xsl:attribute>
    <xsl:attribute name="text-align">center</xsl:attribute>
    <xsl:attribute name="hyphenate">false</xsl:attribute>
  </xsl:attribute-set>

  <xsl:template match="bijschrift" mode="figuur">
    <fo:block xsl:use-attribute-sets="bron" role="Caption" id="{@id}" font-family="{$letter-tabel}" font-size="8pt"
        line-height="{$regel}" font-style="italic" text-align="start" keep-with-next.within-page="always">
      <xsl:call-template name="zonder-slotteken"><xsl:with-param name="tekst" select="."/></xsl:call-template>
    </fo:block>
  </xsl:template>

  <!-- Onder een strook binnen een andere staan ook de links van die andere: het bijschrift zegt van wie
       ze zijn. -->
  <xsl:template name="zie-ook-binnen">
    <xsl:variable name="verwijzingen" select="key('koppeling', descendant-or-self::*/@id)/verwijzing"/>
    <xsl:if test="$verwijzingen">
      <fo:block xsl:use-attribute-sets="klein bron" role="P" space-before="3pt" space-after="4.2pt"
          keep-with-previous.within-page="always" keep-together.within-page="5">
        <xsl:call-template name="zonder-slotteken"><xsl:with-param name="tekst" select="bijschrift"/></xsl:call-template>
        <xsl:text> </xsl:text>
        <fo:inline color="{$kleur}">→</fo:inline>
        <xsl:text>&#160;</xsl:text>
        <xsl:call-template name="verwijzingen-per-wijze">
          <xsl:with-param name="verwijzingen" select="$verwijzingen"/>
          <xsl:with-param name="van-deel" select="ancestor-or-self::*[parent::deel[@gezet]]/@id"/>
        </xsl:call-template>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <!-- Het beeld zelf, op het raster; elke id erin is een plaats waarnaar verwezen kan worden. De vormen
       beslaan $breed bij $hoog vanaf (links, boven); wat het raster meer geeft, komt gelijk verdeeld
       eromheen, of geheel erboven als de tekening aan haar voet aansluit. -->
  <xsl:template name="tekening">
    <xsl:param name="links" select="0"/>
    <xsl:param name="boven" select="0"/>
    <xsl:param name="breed"/>
    <xsl:param name="hoog"/>
    <xsl:param name="aan-de-voet" select="false()"/>
    <xsl:param name="vormen"/>
    <xsl:variable name="vel-breed" select="f:grootste($breed, $zetbreedte-pt)"/>
    <xsl:variable name="schaal" select="$zetbreedte-pt div $vel-breed"/>
    <xsl:variable name="op-maat" select="f:kleinste($hoog * $schaal, $figuur-hoogst-pt)"/>
    <xsl:variable name="op-raster" select="ceiling($op-maat div $raster-pt - 0.001) * $raster-pt"/>
    <xsl:variable name="vel-hoog" select="f:grootste($hoog, $op-raster div $schaal)"/>
    <xsl:variable name="erboven" select="($vel-hoog - $hoog) div (2 - $aan-de-voet)"/>
    <fo:block role="Div" font-size="1pt" line-height="0pt" line-stacking-strategy="line-height">
      <xsl:for-each select=".//*[@id][not(ancestor-or-self::bijschrift)]">
        <fo:wrapper id="{@id}"/>
      </xsl:for-each>
      <fo:instream-foreign-object content-width="{$zetbreedte-pt}pt" content-height="{f:n($op-raster)}pt"
          fox:alt-text="{normalize-space(omschrijving)}">
        <svg:svg version="1.1" width="{$zetbreedte-pt}pt" height="{f:n($op-raster)}pt" xml:lang="nl"
            viewBox="{f:n($links - ($vel-breed - $breed) div 2)} {f:n($boven - $erboven)} {f:n($vel-breed)} {f:n($vel-hoog)}">
          <xsl:copy-of select="$vormen"/>
        </svg:svg>
      </fo:instream-foreign-object>
    </fo:block>
  </xsl:template>

  <!-- - - Meten - - -->

  <func:function name="f:n">
    <xsl:param name="getal"/>
    <func:result select="format-number($getal, '0.##')"/>
  </func:function>

  <func:function name="f:grootste">
    <xsl:param name="a"/>
    <xsl:param name="b"/>
    <func:result select="number($a) * ($a &gt; $b) + number($b) * not($a &gt; $b)"/>
  </func:function>

  <func:function name="f:kleinste">
    <xsl:param name="a"/>
    <xsl:param name="b"/>
    <func:result select="number($a) * ($a &lt; $b) + number($b) * not($a &lt; $b)"/>
  </func:function>

  <func:function name="f:hoogste">
    <xsl:param name="getallen"/>
    <xsl:param name="minstens"/>
    <xsl:choose>
      <xsl:when test="$getallen"><func:result select="f:grootste(math:max($getallen), $minstens)"/></xsl:when>
      <xsl:otherwise><func:result select="$minstens"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- Hoe breed een letter van de Lato ten hoogste is, in duizendsten van het korps. -->
  <xsl:variable name="letterklassen">
    <klasse breed="256">'’,.liïíjI:|!;() &#160;</klasse>
    <klasse breed="374">{}[]ftr“”"-‑`</klasse>
    <klasse breed="435">Js*</klasse>
    <klasse breed="460">?/\z_</klasse>
    <klasse breed="500">acàáâäç</klasse>
    <klasse breed="530">gkvxyeéèêëLS</klasse>
    <klasse breed="559">hnuñüúû</klasse>
    <klasse breed="568">bdpqoöóôF</klasse>
    <klasse breed="602">0123456789ETPZ+=&lt;&gt;~#$–</klasse>
    <klasse breed="680">ABCKRVXYÉËÀ</klasse>
    <klasse breed="765">DGHNUÖÜ&amp;</klasse>
    <klasse breed="823">mwOQ%</klasse>
    <klasse breed="1040">MW@—…→</klasse>
  </xsl:variable>
  <xsl:variable name="klassen" select="exsl:node-set($letterklassen)/klasse"/>
  <xsl:variable name="bekende-letters" select="string($letterklassen)"/>

  <func:function name="f:breedte">
    <xsl:param name="tekst"/>
    <xsl:param name="korps"/>
    <xsl:variable name="delen">
      <xsl:for-each select="$klassen">
        <b><xsl:value-of select="@breed * (string-length($tekst) - string-length(translate($tekst, ., '')))"/></b>
      </xsl:for-each>
      <b><xsl:value-of select="700 * string-length(translate($tekst, $bekende-letters, ''))"/></b>
    </xsl:variable>
    <func:result select="sum(exsl:node-set($delen)/b) * $korps div 1000"/>
  </func:function>

  <!-- De brokken van een tekst: woorden, en delen van woorden na een streepje, een schuine streep of
       een zacht afbreekteken. @b: breedte; @wit: het wit ervoor; @streepje: wat erbij komt aan het
       regeleinde; @slot: na een dubbele punt begint een regel. Een en-teken blijft bij het woord ervoor.
       Alleen een woord van meer dan 28 letters wordt zomaar gebroken. -->
  <xsl:template name="brokken">
    <xsl:param name="tekst"/>
    <xsl:param name="korps"/>
    <xsl:for-each select="str:tokenize(str:replace(normalize-space($tekst), ' &amp; ', '&#160;&amp; '), ' ')">
      <xsl:call-template name="brok">
        <xsl:with-param name="rest" select="string(.)"/>
        <xsl:with-param name="korps" select="$korps"/>
        <xsl:with-param name="wit" select="0.256 * $korps"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="brok">
    <xsl:param name="rest"/>
    <xsl:param name="korps"/>
    <xsl:param name="wit" select="0"/>
    <xsl:variable name="ervoor" select="string-length(substring-before(translate($rest, '-&#173;', '//'), '/'))"/>
    <xsl:variable name="breekt" select="$ervoor &gt; 1 and string-length($rest) &gt; $ervoor + 1"/>
    <xsl:variable name="zacht" select="$breekt and substring($rest, $ervoor + 1, 1) = '&#173;'"/>
    <xsl:variable name="lengte">
      <xsl:choose>
        <xsl:when test="$zacht and $ervoor &lt; 28"><xsl:value-of select="$ervoor"/></xsl:when>
        <xsl:when test="$breekt and $ervoor &lt; 28"><xsl:value-of select="$ervoor + 1"/></xsl:when>
        <xsl:when test="string-length($rest) &gt; 28">24</xsl:when>
        <xsl:otherwise><xsl:value-of select="string-length($rest)"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="tekst" select="translate(substring($rest, 1, $lengte), '&#173;', '')"/>
    <xsl:variable name="over" select="substring($rest, $lengte + 1)"/>
    <brok b="{f:breedte($tekst, $korps)}" wit="{$wit}">
      <xsl:if test="substring($tekst, string-length($tekst)) = ':'"><xsl:attribute name="slot">ja</xsl:attribute></xsl:if>
      <xsl:if test="$over != '' and not(contains('/-', substring($tekst, string-length($tekst))))">
        <xsl:attribute name="streepje">-</xsl:attribute>
      </xsl:if>
      <xsl:value-of select="$tekst"/>
    </brok>
    <xsl:if test="$over != ''">
      <xsl:call-template name="brok">
        <xsl:with-param name="rest" select="$over"/>
        <xsl:with-param name="korps" select="$korps"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Brokken tot regels van ten hoogste $maat breed; een regel draagt haar breedte en haar letter. -->
  <xsl:template name="regels">
    <xsl:param name="brok"/>
    <xsl:param name="maat"/>
    <xsl:param name="korps"/>
    <xsl:param name="vet" select="false()"/>
    <xsl:param name="regel"/>
    <xsl:param name="breed" select="0"/>
    <xsl:param name="vorige" select="/.."/>
    <xsl:variable name="streepje" select="$vorige/@streepje"/>
    <xsl:variable name="wit" select="$breed &gt; 0 and $brok/@wit &gt; 0"/>
    <xsl:variable name="tot" select="$breed + $brok/@wit * ($breed &gt; 0) + $brok/@b"/>
    <xsl:choose>
      <xsl:when test="$brok and ($breed = 0 or $tot + 0.375 * $korps * count($brok/@streepje) &lt;= $maat + 0.01 and not($vorige/@slot))">
        <xsl:call-template name="regels">
          <xsl:with-param name="brok" select="$brok/following-sibling::brok[1]"/>
          <xsl:with-param name="maat" select="$maat"/>
          <xsl:with-param name="korps" select="$korps"/>
          <xsl:with-param name="vet" select="$vet"/>
          <xsl:with-param name="regel" select="concat($regel, substring(' ', 1, number($wit)), $brok)"/>
          <xsl:with-param name="breed" select="$tot"/>
          <xsl:with-param name="vorige" select="$brok"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="$breed &gt; 0">
          <regel b="{$breed + 0.375 * $korps * string-length($streepje)}" korps="{$korps}" hoog="{$korps * $figuur-regelval}">
            <xsl:if test="$vet"><xsl:attribute name="vet">ja</xsl:attribute></xsl:if>
            <xsl:if test="$brok/@wit = 0"><xsl:attribute name="gebroken">ja</xsl:attribute></xsl:if>
            <xsl:value-of select="concat($regel, $streepje)"/>
          </regel>
        </xsl:if>
        <xsl:if test="$brok">
          <xsl:call-template name="regels">
            <xsl:with-param name="brok" select="$brok"/>
            <xsl:with-param name="maat" select="$maat"/>
            <xsl:with-param name="korps" select="$korps"/>
            <xsl:with-param name="vet" select="$vet"/>
          </xsl:call-template>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- De straal van de kleinste cirkel om een reeks regels die op haar midden staat. -->
  <func:function name="f:straal">
    <xsl:param name="regels"/>
    <xsl:variable name="helft" select="sum($regels/@hoog) div 2"/>
    <xsl:variable name="hoekpunten">
      <xsl:for-each select="$regels">
        <xsl:variable name="onder" select="sum(preceding-sibling::regel/@hoog) + @hoog div 2 - $helft"/>
        <xsl:variable name="y" select="f:grootste($onder, -$onder) + 0.37 * @korps"/>
        <r><xsl:value-of select="math:sqrt(@b * @b div 4 + $y * $y)"/></r>
      </xsl:for-each>
    </xsl:variable>
    <func:result select="math:max(exsl:node-set($hoekpunten)/r)"/>
  </func:function>

  <!-- Een label voor een cirkel: van enkele regelbreedten die met de laagste prijs: een kleine cirkel,
       weinig regels, geen die veel korter is dan de andere, en liefst geen gebroken woord. -->
  <xsl:variable name="breedten"><b>1</b><b>1.15</b><b>1.3</b><b>1.45</b><b>1.65</b><b>2</b><b>2.6</b><b>3.5</b></xsl:variable>
  <xsl:variable name="smaller"><b>1</b><b>0.92</b><b>0.84</b><b>0.76</b><b>0.68</b><b>0.6</b></xsl:variable>

  <xsl:template name="schijf">
    <xsl:param name="tekst"/>
    <xsl:param name="bijtekst" select="/.."/>
    <xsl:param name="korps" select="$figuur-korps-label"/>
    <xsl:param name="vet" select="false()"/>
    <xsl:variable name="woorden">
      <xsl:call-template name="brokken">
        <xsl:with-param name="tekst" select="$tekst"/>
        <xsl:with-param name="korps" select="$korps * (1 + 0.02 * $vet)"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="brokken" select="exsl:node-set($woorden)/brok"/>
    <xsl:variable name="bijwoorden">
      <xsl:for-each select="$bijtekst"><bij><xsl:call-template name="bijbrokken"/></bij></xsl:for-each>
    </xsl:variable>
    <xsl:variable name="proeven">
      <xsl:for-each select="exsl:node-set($breedten)/b">
        <xsl:variable name="maat" select=". * math:max($brokken/@b)"/>
        <xsl:variable name="regels">
          <xsl:call-template name="regels">
            <xsl:with-param name="brok" select="$brokken[1]"/>
            <xsl:with-param name="maat" select="$maat"/>
            <xsl:with-param name="korps" select="$korps"/>
            <xsl:with-param name="vet" select="$vet"/>
          </xsl:call-template>
          <xsl:if test="$bijtekst"><regel b="0" korps="0" hoog="{$figuur-lucht div 2}"/></xsl:if>
          <xsl:for-each select="exsl:node-set($bijwoorden)/bij">
            <xsl:call-template name="bijregels">
              <xsl:with-param name="maat" select="$maat"/>
              <xsl:with-param name="bekend" select="brok"/>
            </xsl:call-template>
          </xsl:for-each>
        </xsl:variable>
        <xsl:variable name="regel" select="exsl:node-set($regels)/regel"/>
        <xsl:variable name="straal" select="f:straal($regel) + $figuur-lucht"/>
        <xsl:variable name="korte" select="count($regel[@b &lt; 0.55 * math:max($regel/@b)])"/>
        <schijf straal="{$straal}" prijs="{$straal + 3 * (count($regel) + $korte) + 6 * count($regel/@gebroken)}">
          <xsl:copy-of select="$regels"/>
        </schijf>
      </xsl:for-each>
    </xsl:variable>
    <xsl:for-each select="exsl:node-set($proeven)/schijf">
      <xsl:sort select="@prijs" data-type="number"/>
      <xsl:if test="position() = 1"><xsl:copy-of select="."/></xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="bijbrokken">
    <xsl:call-template name="brokken">
      <xsl:with-param name="tekst" select="."/>
      <xsl:with-param name="korps" select="$figuur-korps-klein"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Kleine regels, zo gelijk van lengte als hun aantal toelaat. -->
  <xsl:template name="bijregels">
    <xsl:param name="maat"/>
    <xsl:param name="bekend" select="/.."/>
    <xsl:variable name="woorden"><xsl:if test="not($bekend)"><xsl:call-template name="bijbrokken"/></xsl:if></xsl:variable>
    <xsl:variable name="brokken" select="$bekend | exsl:node-set($woorden)/brok"/>
    <xsl:variable name="proeven">
      <xsl:for-each select="exsl:node-set($smaller)/b">
        <proef>
          <xsl:call-template name="regels">
            <xsl:with-param name="brok" select="$brokken[1]"/>
            <xsl:with-param name="maat" select="f:hoogste($brokken/@b, . * $maat)"/>
            <xsl:with-param name="korps" select="$figuur-korps-klein"/>
          </xsl:call-template>
        </proef>
      </xsl:for-each>
    </xsl:variable>
    <xsl:for-each select="exsl:node-set($proeven)/proef">
      <xsl:sort select="count(regel) + count(regel/@gebroken)" data-type="number"/>
      <xsl:sort select="math:max(regel/@b)" data-type="number"/>
      <xsl:if test="position() = 1"><xsl:copy-of select="regel"/></xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- - - Tekenen - - -->

  <!-- Regels om een middelpunt, of links gelijnd naast een punt. -->
  <xsl:template name="regels-op">
    <xsl:param name="regels"/>
    <xsl:param name="x"/>
    <xsl:param name="y"/>
    <xsl:param name="anker">middle</xsl:param>
    <xsl:variable name="helft" select="sum($regels/@hoog) div 2"/>
    <xsl:for-each select="$regels[@b &gt; 0]">
      <svg:text x="{f:n($x)}" y="{f:n($y - $helft + sum(preceding-sibling::regel/@hoog) + @hoog div 2 + 0.34 * @korps)}"
          text-anchor="{$anker}" font-family="{$figuur-letter}" font-size="{@korps}" fill="{$inkt}">
        <xsl:if test="@vet"><xsl:attribute name="font-weight">bold</xsl:attribute></xsl:if>
        <xsl:value-of select="."/>
      </svg:text>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="teken-schijf">
    <xsl:param name="regels"/>
    <xsl:param name="straal"/>
    <xsl:param name="x"/>
    <xsl:param name="y"/>
    <xsl:param name="centrum" select="false()"/>
    <svg:circle cx="{f:n($x)}" cy="{f:n($y)}" r="{f:n($straal)}" stroke="{$kleur}" fill="#ffffff" stroke-width="{$figuur-lijn-dun}">
      <xsl:if test="$centrum">
        <xsl:attribute name="fill"><xsl:value-of select="$kleur-tint"/></xsl:attribute>
        <xsl:attribute name="stroke-width"><xsl:value-of select="$figuur-lijn"/></xsl:attribute>
      </xsl:if>
    </svg:circle>
    <xsl:call-template name="regels-op">
      <xsl:with-param name="regels" select="$regels"/>
      <xsl:with-param name="x" select="$x"/>
      <xsl:with-param name="y" select="$y"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="lijn">
    <xsl:param name="pad"/>
    <xsl:param name="dik" select="$figuur-lijn"/>
    <xsl:param name="kleur-lijn" select="$kleur"/>
    <svg:path d="{$pad}" fill="none" stroke="{$kleur-lijn}" stroke-width="{$dik}"/>
  </xsl:template>

  <!-- Een pijlpunt met de spits in (x, y); richting: 1 0 naar rechts, -1 0 naar links, 0 1 omlaag. -->
  <xsl:template name="pijlpunt">
    <xsl:param name="x"/>
    <xsl:param name="y"/>
    <xsl:param name="dx" select="1"/>
    <xsl:param name="dy" select="0"/>
    <xsl:variable name="l" select="$figuur-pijlpunt"/>
    <xsl:variable name="h" select="$figuur-pijlpunt * 0.45"/>
    <svg:path fill="{$kleur}" d="M{f:n($x)} {f:n($y)}L{f:n($x - $l * $dx - $h * $dy)} {f:n($y - $l * $dy - $h * $dx)}L{
        f:n($x - $l * $dx + $h * $dy)} {f:n($y - $l * $dy + $h * $dx)}Z"/>
  </xsl:template>

  <!-- - - Diagrammen - - -->

  <xsl:template match="*" mode="labeltekst"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="centrum | satelliet" mode="labeltekst"><xsl:value-of select="opschrift"/></xsl:template>
  <xsl:template match="thema | sectie" mode="labeltekst">
    <xsl:call-template name="zonder-slotteken"><xsl:with-param name="tekst" select="titel"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="centrum | satelliet | thema" mode="schijf">
    <xsl:param name="rol" select="local-name()"/>
    <xsl:param name="bijtekst" select="sublabel"/>
    <xsl:call-template name="schijf">
      <xsl:with-param name="tekst">
        <xsl:call-template name="zonder-slotteken">
          <xsl:with-param name="tekst"><xsl:apply-templates select="." mode="labeltekst"/></xsl:with-param>
        </xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="bijtekst" select="$bijtekst"/>
      <xsl:with-param name="vet" select="$rol = 'centrum'"/>
      <xsl:with-param name="korps" select="$figuur-korps-label + ($figuur-korps-centrum - $figuur-korps-label) * ($rol = 'centrum')"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Radiaal: satellieten op gelijke afstand om een centrum, op een baan die hen verbindt; de eerste
       bovenaan, de volgende tegen de wijzers in, zodat drie zich van links naar rechts laten lezen. -->
  <xsl:template match="diagram" mode="beeld">
    <xsl:variable name="midden"><xsl:apply-templates select="centrum" mode="schijf"/></xsl:variable>
    <xsl:variable name="rand"><xsl:apply-templates select="satelliet" mode="schijf"/></xsl:variable>
    <xsl:variable name="centrum" select="exsl:node-set($midden)/schijf"/>
    <xsl:variable name="satellieten" select="exsl:node-set($rand)/schijf"/>
    <xsl:variable name="aantal" select="count($satellieten)"/>
    <xsl:variable name="hoek" select="2 * math:constant('PI', 10) div f:grootste($aantal, 1)"/>
    <xsl:variable name="rc" select="f:hoogste($centrum/@straal, $figuur-centrum-straal)"/>
    <xsl:variable name="rs" select="f:hoogste($satellieten/@straal, $figuur-satelliet-straal)"/>
    <xsl:variable name="naast-elkaar" select="($rs + $figuur-spaak div 2) div math:sin($hoek div 2)"/>
    <xsl:variable name="baan" select="f:grootste($rc + $figuur-spaak + $rs, ($aantal &gt; 2) * $naast-elkaar)"/>
    <xsl:variable name="plaatsen">
      <xsl:for-each select="$satellieten">
        <plaats x="{-$baan * math:sin($hoek * (position() - 1))}" y="{-$baan * math:cos($hoek * (position() - 1))}"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="plaats" select="exsl:node-set($plaatsen)/plaats"/>
    <xsl:variable name="onder" select="f:grootste($baan, f:hoogste($plaats/@y, 0) + $rs)"/>
    <xsl:call-template name="tekening">
      <xsl:with-param name="breed" select="2 * ($baan + $rs + $figuur-lijn)"/>
      <xsl:with-param name="links" select="-$baan - $rs - $figuur-lijn"/>
      <xsl:with-param name="hoog" select="$baan + $rs + $onder + $figuur-lijn"/>
      <xsl:with-param name="boven" select="-$baan - $rs - $figuur-lijn div 2"/>
      <xsl:with-param name="vormen">
        <svg:circle cx="0" cy="0" r="{f:n($baan)}" fill="none" stroke="{$kleur-lijn}" stroke-width="{$figuur-lijn-dun}"/>
        <xsl:for-each select="$plaats">
          <xsl:call-template name="lijn">
            <xsl:with-param name="pad" select="concat('M0 0L', f:n(@x), ' ', f:n(@y))"/>
          </xsl:call-template>
        </xsl:for-each>
        <xsl:if test="$centrum">
          <xsl:call-template name="teken-schijf">
            <xsl:with-param name="regels" select="$centrum/regel"/>
            <xsl:with-param name="straal" select="$rc"/>
            <xsl:with-param name="x" select="0"/>
            <xsl:with-param name="y" select="0"/>
            <xsl:with-param name="centrum" select="true()"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:for-each select="$satellieten">
          <xsl:variable name="k" select="position()"/>
          <xsl:call-template name="teken-schijf">
            <xsl:with-param name="regels" select="regel"/>
            <xsl:with-param name="straal" select="$rs"/>
            <xsl:with-param name="x" select="$plaats[$k]/@x"/>
            <xsl:with-param name="y" select="$plaats[$k]/@y"/>
          </xsl:call-template>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Overzicht: het centrum links, de thema's onder elkaar, rechts bij elk zijn secties. Een thema is een
       satelliet van de figuur, of anders een thema ernaast; de secties komen uit het thema. -->
  <xsl:template match="diagram[@vorm = 'overzicht']" mode="beeld">
    <xsl:variable name="themas" select="satelliet | ../thema[not(current()/satelliet)]"/>
    <xsl:variable name="midden"><xsl:apply-templates select="centrum" mode="schijf"/></xsl:variable>
    <xsl:variable name="rand">
      <xsl:apply-templates select="$themas" mode="schijf">
        <xsl:with-param name="bijtekst" select="/.."/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:variable name="centrum" select="exsl:node-set($midden)/schijf"/>
    <xsl:variable name="schijven" select="exsl:node-set($rand)/schijf"/>
    <xsl:variable name="rc" select="f:hoogste($centrum/@straal, $figuur-centrum-straal)"/>
    <xsl:variable name="rs" select="f:hoogste($schijven/@straal, $figuur-satelliet-straal)"/>
    <xsl:variable name="x-thema" select="2 * $rc + $figuur-overzicht-wit + $rs"/>
    <xsl:variable name="x-sectie" select="$x-thema + $rs + $figuur-overzicht-wit"/>
    <xsl:variable name="maat" select="$zetbreedte-pt - $x-sectie - 3 * $figuur-stip - $figuur-lucht - 1"/>
    <!-- Per thema de secties met hun regels, en hoe hoog zij samen worden. -->
    <xsl:variable name="takken">
      <xsl:for-each select="$themas">
        <xsl:variable name="nummer" select="position()"/>
        <xsl:variable name="thema" select="self::thema | key('plaats', self::satelliet/@verklaart)
            | ../../thema[$nummer][not(current()/@verklaart) and not(current()/self::thema)]"/>
        <tak>
          <xsl:for-each select="sublabel | $thema/sectie[not(current()/sublabel)]">
            <xsl:variable name="kop"><xsl:apply-templates select="." mode="labeltekst"/></xsl:variable>
            <sectie>
              <xsl:for-each select="exsl:node-set($kop)">
                <xsl:call-template name="bijregels">
                  <xsl:with-param name="maat" select="$maat"/>
                </xsl:call-template>
              </xsl:for-each>
            </sectie>
          </xsl:for-each>
        </tak>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="tak" select="exsl:node-set($takken)/tak"/>
    <xsl:variable name="hoogten">
      <xsl:for-each select="$tak/sectie"><h><xsl:value-of select="sum(regel/@hoog)"/></h></xsl:for-each>
    </xsl:variable>
    <xsl:variable name="aantallen">
      <xsl:for-each select="$tak"><n><xsl:value-of select="count(sectie)"/></n></xsl:for-each>
    </xsl:variable>
    <xsl:variable name="meeste" select="f:hoogste(exsl:node-set($aantallen)/n, 1)"/>
    <xsl:variable name="regelwit" select="f:hoogste(exsl:node-set($hoogten)/h, 2 * $rs div $meeste - 2 * $figuur-lucht) + 2 * $figuur-lucht"/>
    <xsl:variable name="tak-hoog" select="f:grootste($meeste * $regelwit, 2 * $rs)"/>
    <xsl:variable name="steek" select="$tak-hoog + $figuur-overzicht-wit"/>
    <xsl:variable name="hoog" select="f:grootste(2 * $rc, count($themas) * $steek - $figuur-overzicht-wit) + 2 * $figuur-lijn"/>
    <xsl:variable name="breed-nodig">
      <xsl:for-each select="$tak/sectie/regel"><b><xsl:value-of select="@b"/></b></xsl:for-each>
    </xsl:variable>
    <xsl:call-template name="tekening">
      <xsl:with-param name="breed" select="$x-sectie + 3 * $figuur-stip + $figuur-lucht + f:hoogste(exsl:node-set($breed-nodig)/b, 0)"/>
      <xsl:with-param name="hoog" select="$hoog"/>
      <xsl:with-param name="boven" select="-$hoog div 2"/>
      <xsl:with-param name="vormen">
        <xsl:for-each select="$tak">
          <xsl:variable name="y" select="(position() - (last() + 1) div 2) * $steek"/>
          <xsl:call-template name="lijn">
            <xsl:with-param name="pad" select="concat('M', f:n($rc), ' 0L', f:n($x-thema), ' ', f:n($y))"/>
          </xsl:call-template>
          <xsl:for-each select="sectie">
            <xsl:variable name="y-sectie" select="$y + (position() - (last() + 1) div 2) * $regelwit"/>
            <xsl:call-template name="lijn">
              <xsl:with-param name="pad" select="concat('M', f:n($x-thema), ' ', f:n($y), 'L', f:n($x-sectie), ' ', f:n($y-sectie))"/>
              <xsl:with-param name="dik" select="$figuur-lijn-dun"/>
            </xsl:call-template>
            <svg:circle cx="{f:n($x-sectie)}" cy="{f:n($y-sectie)}" r="{$figuur-stip}" fill="{$kleur}"/>
            <xsl:call-template name="regels-op">
              <xsl:with-param name="regels" select="regel"/>
              <xsl:with-param name="x" select="$x-sectie + 2 * $figuur-stip + $figuur-lucht div 2"/>
              <xsl:with-param name="y" select="$y-sectie"/>
              <xsl:with-param name="anker">start</xsl:with-param>
            </xsl:call-template>
          </xsl:for-each>
        </xsl:for-each>
        <xsl:for-each select="$schijven">
          <xsl:call-template name="teken-schijf">
            <xsl:with-param name="regels" select="regel"/>
            <xsl:with-param name="straal" select="$rs"/>
            <xsl:with-param name="x" select="$x-thema"/>
            <xsl:with-param name="y" select="(position() - (last() + 1) div 2) * $steek"/>
          </xsl:call-template>
        </xsl:for-each>
        <xsl:call-template name="teken-schijf">
          <xsl:with-param name="regels" select="$centrum/regel"/>
          <xsl:with-param name="straal" select="$rc"/>
          <xsl:with-param name="x" select="$rc + $figuur-lijn"/>
          <xsl:with-param name="y" select="0"/>
          <xsl:with-param name="centrum" select="true()"/>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- - - Stroken - - -->

  <!-- De stappen als regels in vakken van ten hoogste $maat breed, en hun grootste hoogte. -->
  <xsl:template name="vakken">
    <xsl:param name="maat"/>
    <xsl:for-each select="stappen/stap">
      <vak>
        <xsl:call-template name="bijregels">
          <xsl:with-param name="maat" select="$maat"/>
        </xsl:call-template>
      </vak>
    </xsl:for-each>
  </xsl:template>

  <!-- Het breedste brok van alle stappen: smaller wordt geen vak. -->
  <xsl:template name="langste-brok">
    <xsl:variable name="brokken">
      <xsl:for-each select="stappen/stap"><xsl:call-template name="bijbrokken"/></xsl:for-each>
    </xsl:variable>
    <xsl:value-of select="math:max(exsl:node-set($brokken)/brok/@b)"/>
  </xsl:template>

  <func:function name="f:vakhoogte">
    <xsl:param name="vakken"/>
    <xsl:variable name="hoogten">
      <xsl:for-each select="$vakken"><h><xsl:value-of select="sum(regel/@hoog)"/></h></xsl:for-each>
    </xsl:variable>
    <func:result select="f:hoogste(exsl:node-set($hoogten)/h, 0) + 2 * $figuur-lucht + 2"/>
  </func:function>

  <xsl:template name="teken-vak">
    <xsl:param name="regels"/>
    <xsl:param name="x"/>
    <xsl:param name="y"/>
    <xsl:param name="breed"/>
    <xsl:param name="hoog"/>
    <svg:rect x="{f:n($x - $breed div 2)}" y="{f:n($y - $hoog div 2)}" width="{f:n($breed)}" height="{f:n($hoog)}"
        rx="{$figuur-hoek}" ry="{$figuur-hoek}" fill="#ffffff" stroke="{$kleur}" stroke-width="{$figuur-lijn-dun}"/>
    <xsl:call-template name="regels-op">
      <xsl:with-param name="regels" select="$regels"/>
      <xsl:with-param name="x" select="$x"/>
      <xsl:with-param name="y" select="$y"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Hoeveel vakken er naast elkaar kunnen, de rijen zo gelijk mogelijk gevuld. -->
  <xsl:template name="kolommen">
    <xsl:param name="brok"/>
    <xsl:param name="aantal"/>
    <xsl:param name="proef" select="f:kleinste($aantal, $figuur-stap-kolommen)"/>
    <xsl:choose>
      <xsl:when test="$proef &gt; 1 and f:vakbreedte($proef) - 1.4 * $figuur-lucht &lt; $brok">
        <xsl:call-template name="kolommen">
          <xsl:with-param name="brok" select="$brok"/>
          <xsl:with-param name="aantal" select="$aantal"/>
          <xsl:with-param name="proef" select="$proef - 1"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="ceiling($aantal div ceiling($aantal div $proef))"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <func:function name="f:vakbreedte">
    <xsl:param name="kolommen"/>
    <func:result select="($zetbreedte-pt - $figuur-lijn - ($kolommen - 1) * $figuur-pijl) div $kolommen"/>
  </func:function>

  <!-- Proces: vakken met pijlen ertussen; wat niet op een rij past gaat op de volgende verder. -->
  <xsl:template match="strook" mode="beeld">
    <xsl:variable name="brok"><xsl:call-template name="langste-brok"/></xsl:variable>
    <xsl:variable name="kolommen">
      <xsl:call-template name="kolommen">
        <xsl:with-param name="brok" select="number($brok)"/>
        <xsl:with-param name="aantal" select="count(stappen/stap)"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="k" select="number($kolommen)"/>
    <xsl:variable name="vak-breed" select="f:grootste(f:kleinste(f:vakbreedte($k), $figuur-stap-breedst), $brok + 1.4 * $figuur-lucht)"/>
    <xsl:variable name="inhoud">
      <xsl:call-template name="vakken">
        <xsl:with-param name="maat" select="$vak-breed - 1.4 * $figuur-lucht"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="vakken" select="exsl:node-set($inhoud)/vak"/>
    <xsl:variable name="vak-hoog" select="f:vakhoogte($vakken)"/>
    <xsl:variable name="steek" select="$vak-breed + $figuur-pijl"/>
    <xsl:variable name="rij" select="$vak-hoog + $figuur-rijwit"/>
    <xsl:variable name="rijen" select="ceiling(count($vakken) div $k)"/>
    <xsl:variable name="omvat" select="boolean(following-sibling::strook[@binnen = current()/@id])"/>
    <xsl:call-template name="tekening">
      <xsl:with-param name="breed" select="$k * $steek - $figuur-pijl + $figuur-lijn"/>
      <xsl:with-param name="links" select="-$vak-breed div 2 - $figuur-lijn div 2"/>
      <xsl:with-param name="hoog" select="$rijen * $rij - $figuur-rijwit + $figuur-lijn + $omvat * $figuur-rijwit"/>
      <xsl:with-param name="boven" select="-$vak-hoog div 2 - $figuur-lijn div 2"/>
      <xsl:with-param name="aan-de-voet" select="$omvat"/>
      <xsl:with-param name="vormen">
        <xsl:for-each select="$vakken">
          <xsl:variable name="i" select="position() - 1"/>
          <xsl:variable name="x" select="($i mod $k) * $steek"/>
          <xsl:variable name="y" select="floor($i div $k) * $rij"/>
          <xsl:call-template name="teken-vak">
            <xsl:with-param name="regels" select="regel"/>
            <xsl:with-param name="x" select="$x"/>
            <xsl:with-param name="y" select="$y"/>
            <xsl:with-param name="breed" select="$vak-breed"/>
            <xsl:with-param name="hoog" select="$vak-hoog"/>
          </xsl:call-template>
          <xsl:choose>
            <xsl:when test="$i = 0"/>
            <xsl:when test="$i mod $k = 0">
              <xsl:call-template name="pijl-naar-rij">
                <xsl:with-param name="van" select="($k - 1) * $steek"/>
                <xsl:with-param name="y" select="$y - $vak-hoog div 2"/>
              </xsl:call-template>
            </xsl:when>
            <xsl:otherwise>
              <xsl:call-template name="lijn">
                <xsl:with-param name="pad" select="concat('M', f:n($x - $steek + $vak-breed div 2), ' ', f:n($y), 'H', f:n($x - $vak-breed div 2 - 2))"/>
              </xsl:call-template>
              <xsl:call-template name="pijlpunt">
                <xsl:with-param name="x" select="$x - $vak-breed div 2"/>
                <xsl:with-param name="y" select="$y"/>
              </xsl:call-template>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
        <xsl:if test="$omvat">
          <xsl:call-template name="accolade">
            <xsl:with-param name="y" select="($rijen - 1) * $rij + $vak-hoog div 2"/>
            <xsl:with-param name="steek" select="$steek"/>
            <xsl:with-param name="kolommen" select="$k"/>
            <xsl:with-param name="stelen" select="$rijen = 1"/>
            <xsl:with-param name="links" select="-$vak-breed div 2"/>
          </xsl:call-template>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Van het eind van een rij, onder haar langs, naar het begin van de volgende. -->
  <xsl:template name="pijl-naar-rij">
    <xsl:param name="van"/>
    <xsl:param name="y"/>
    <xsl:variable name="h" select="$figuur-hoek"/>
    <xsl:variable name="half" select="$y - $figuur-rijwit div 2"/>
    <xsl:call-template name="lijn">
      <xsl:with-param name="pad" select="concat('M', f:n($van), ' ', f:n($y - $figuur-rijwit), 'V', f:n($half - $h),
          'Q', f:n($van), ' ', f:n($half), ' ', f:n($van - $h), ' ', f:n($half), 'H', $h,
          'Q0 ', f:n($half), ' 0 ', f:n($half + $h), 'V', f:n($y - 2))"/>
    </xsl:call-template>
    <xsl:call-template name="pijlpunt">
      <xsl:with-param name="x" select="0"/>
      <xsl:with-param name="y" select="$y"/>
      <xsl:with-param name="dx" select="0"/>
      <xsl:with-param name="dy" select="1"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Onder de vakken: een lijn die hen samenneemt en omlaag wijst naar de strook die erbinnen hoort. -->
  <xsl:template name="accolade">
    <xsl:param name="y"/>
    <xsl:param name="steek"/>
    <xsl:param name="kolommen"/>
    <xsl:param name="stelen"/>
    <xsl:param name="links"/>
    <xsl:variable name="h" select="$figuur-hoek"/>
    <xsl:variable name="lijn" select="$y + $figuur-rijwit div 2"/>
    <xsl:variable name="steel" select="$links + 3 * $figuur-hoek"/>
    <xsl:variable name="eind" select="((count(stappen/stap) - 1) mod $kolommen) * $steek"/>
    <xsl:call-template name="lijn">
      <xsl:with-param name="pad" select="concat('M', f:n($eind), ' ', f:n($y), 'V', f:n($lijn - $h),
          'Q', f:n($eind), ' ', f:n($lijn), ' ', f:n($eind - $h), ' ', f:n($lijn), 'H', f:n($steel + $h),
          'Q', f:n($steel), ' ', f:n($lijn), ' ', f:n($steel), ' ', f:n($lijn + $h), 'V', f:n($y + $figuur-rijwit - 2 * $figuur-stip))"/>
      <xsl:with-param name="dik" select="$figuur-lijn-dun"/>
    </xsl:call-template>
    <xsl:if test="$stelen">
      <xsl:for-each select="stappen/stap[position() &lt; $kolommen]">
        <xsl:call-template name="lijn">
          <xsl:with-param name="pad" select="concat('M', f:n((position() - 1) * $steek), ' ', f:n($y), 'V', f:n($lijn))"/>
          <xsl:with-param name="dik" select="$figuur-lijn-dun"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:if>
    <svg:circle cx="{f:n($steel)}" cy="{f:n($y + $figuur-rijwit - 2 * $figuur-stip)}" r="{$figuur-stip}" fill="{$kleur}"/>
  </xsl:template>

  <!-- Cyclus: de stappen op een gesloten baan, boven heen en onder terug. -->
  <xsl:template match="strook[@vorm = 'cyclus']" mode="beeld">
    <xsl:variable name="brok"><xsl:call-template name="langste-brok"/></xsl:variable>
    <xsl:variable name="aantal" select="count(stappen/stap)"/>
    <xsl:variable name="heen" select="ceiling($aantal div 2)"/>
    <xsl:variable name="ruim" select="($zetbreedte-pt - $figuur-lijn - 2 * $figuur-bocht - ($heen - 1) * 2 * $figuur-pijl) div $heen"/>
    <xsl:variable name="vak-breed" select="f:grootste(f:kleinste($ruim, $figuur-stap-breedst), $brok + 1.4 * $figuur-lucht)"/>
    <xsl:variable name="inhoud">
      <xsl:call-template name="vakken">
        <xsl:with-param name="maat" select="$vak-breed - 1.4 * $figuur-lucht"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="vakken" select="exsl:node-set($inhoud)/vak"/>
    <xsl:variable name="vak-hoog" select="f:vakhoogte($vakken)"/>
    <xsl:variable name="reeks" select="$heen * ($vak-breed + 2 * $figuur-pijl) - 2 * $figuur-pijl"/>
    <xsl:variable name="rij" select="$vak-hoog + $figuur-rijwit"/>
    <xsl:call-template name="tekening">
      <xsl:with-param name="breed" select="$reeks + 2 * $figuur-bocht + $figuur-lijn"/>
      <xsl:with-param name="links" select="-$figuur-bocht - $figuur-lijn div 2"/>
      <xsl:with-param name="hoog" select="$rij + $vak-hoog + $figuur-lijn"/>
      <xsl:with-param name="boven" select="-$vak-hoog div 2 - $figuur-lijn div 2"/>
      <xsl:with-param name="vormen">
        <svg:rect x="{-$figuur-bocht}" y="0" width="{f:n($reeks + 2 * $figuur-bocht)}" height="{f:n($rij)}"
            rx="{f:n(f:kleinste($figuur-bocht, $rij div 2))}" ry="{f:n(f:kleinste($figuur-bocht, $rij div 2))}" fill="none"
            stroke="{$kleur}" stroke-width="{$figuur-lijn}"/>
        <xsl:for-each select="$vakken">
          <xsl:variable name="i" select="position()"/>
          <xsl:variable name="terug" select="$i &gt; $heen"/>
          <xsl:variable name="in-rij" select="$heen - ($heen * 2 - $aantal) * $terug"/>
          <xsl:variable name="plek" select="$i * not($terug) + ($aantal - $i + 1) * $terug"/>
          <xsl:variable name="x" select="($plek - 0.5) * ($reeks + 2 * $figuur-pijl) div $in-rij - $figuur-pijl"/>
          <xsl:call-template name="teken-vak">
            <xsl:with-param name="regels" select="regel"/>
            <xsl:with-param name="x" select="$x"/>
            <xsl:with-param name="y" select="$rij * $terug"/>
            <xsl:with-param name="breed" select="$vak-breed"/>
            <xsl:with-param name="hoog" select="$vak-hoog"/>
          </xsl:call-template>
          <xsl:call-template name="pijlpunt">
            <xsl:with-param name="x" select="$x - $vak-breed div 2 + $vak-breed * $terug"/>
            <xsl:with-param name="y" select="$rij * $terug"/>
            <xsl:with-param name="dx" select="1 - 2 * $terug"/>
          </xsl:call-template>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
