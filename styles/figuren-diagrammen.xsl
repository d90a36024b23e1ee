<?xml version="1.0" encoding="UTF-8"?>
<!-- De diagrammen: radiaal, en als overzicht. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:svg="http://www.w3.org/2000/svg" xmlns:f="urn:opbouwwerk:figuur" xmlns:exsl="http://exslt.org/common"
    xmlns:math="http://exslt.org/math"
    extension-element-prefixes="exsl math" exclude-result-prefixes="svg f">

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
</xsl:stylesheet>
