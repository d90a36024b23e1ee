<?xml version="1.0" encoding="UTF-8"?>
<!-- De stroken: een proces en een cyclus. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:svg="http://www.w3.org/2000/svg" xmlns:f="urn:opbouwwerk:figuur" xmlns:exsl="http://exslt.org/common"
    xmlns:func="http://exslt.org/functions" xmlns:math="http://exslt.org/math"
    extension-element-prefixes="exsl func math" exclude-result-prefixes="svg f">

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
