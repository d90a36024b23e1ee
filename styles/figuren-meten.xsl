<?xml version="1.0" encoding="UTF-8"?>
<!-- Het meten van figuren: hoe breed een tekst is, hoe zij in regels breekt, welke schijf eromheen past. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:opbouwwerk:figuur" xmlns:exsl="http://exslt.org/common" xmlns:func="http://exslt.org/functions"
    xmlns:math="http://exslt.org/math" xmlns:str="http://exslt.org/strings"
    extension-element-prefixes="exsl func math str" exclude-result-prefixes="f">

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
</xsl:stylesheet>
