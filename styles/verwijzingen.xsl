<?xml version="1.0" encoding="UTF-8"?>
<!-- Verwijzingen: hoe een plaats heet ("A 2.14", "werkplan & sociale dynamiek"), en "zie ook". -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ow="urn:opbouwwerk:fo">

  <xsl:key name="plaats" match="/publicatie/deel//*[@id]" use="@id"/>
  <xsl:key name="koppeling" match="/publicatie/koppelingen/knoop" use="@id"/>
  <xsl:key name="zonder" match="/publicatie/koppelingen/zonder-tegenhanger" use="@knoop"/>

  <!-- Nummers. Een paragraaf van A heet "A 2", een groep "A 2b", een punt "A 2.14";
       een rij van B "B 2.3" en een cel daarin "B 2.3 K". -->
  <xsl:template match="profielA/paragraaf" mode="nummer">A&#160;<xsl:value-of select="count(preceding-sibling::paragraaf) + 1"/></xsl:template>
  <xsl:template match="profielB/paragraaf" mode="nummer">B&#160;<xsl:value-of select="count(preceding-sibling::paragraaf) + 1"/></xsl:template>
  <xsl:template match="groep" mode="nummer">
    <xsl:apply-templates select=".." mode="nummer"/>
    <xsl:number count="groep" format="a"/>
  </xsl:template>
  <xsl:template match="punt" mode="volgnummer">
    <xsl:number level="any" count="punt" from="paragraaf"/>
  </xsl:template>
  <xsl:template match="punt" mode="nummer">
    <xsl:apply-templates select="ancestor::paragraaf" mode="nummer"/>.<xsl:apply-templates select="." mode="volgnummer"/>
  </xsl:template>
  <xsl:template match="competentie" mode="nummer">
    <xsl:apply-templates select="ancestor::paragraaf" mode="nummer"/>.<xsl:number count="competentie"/>
  </xsl:template>
  <xsl:template match="vaardigheid" mode="nummer"><xsl:apply-templates select=".." mode="nummer"/>&#160;V</xsl:template>
  <xsl:template match="kennis" mode="nummer"><xsl:apply-templates select=".." mode="nummer"/>&#160;K</xsl:template>
  <xsl:template match="houding" mode="nummer"><xsl:apply-templates select=".." mode="nummer"/>&#160;H</xsl:template>

  <!-- Hoe men een plaats aanduidt in een verwijzing. -->
  <xsl:template match="*" mode="aanduiding">
    <xsl:apply-templates select="ancestor-or-self::*[titel][1]/titel" mode="kop"/>
  </xsl:template>
  <xsl:template match="profielA//paragraaf | profielB//paragraaf | groep | profielA//punt | competentie | vaardigheid | kennis | houding" mode="aanduiding">
    <xsl:apply-templates select="." mode="nummer"/>
  </xsl:template>
  <xsl:template match="tabel" mode="aanduiding">
    <xsl:apply-templates select="ancestor::*[titel][1]/titel" mode="kop"/>
    <xsl:if test="bijschrift">, <xsl:call-template name="zonder-slotteken"><xsl:with-param name="tekst" select="bijschrift"/></xsl:call-template></xsl:if>
  </xsl:template>
  <xsl:template match="rij" mode="aanduiding">
    <xsl:apply-templates select="ancestor::*[titel][1]/titel" mode="kop"/>
    <xsl:text>, </xsl:text>
    <xsl:call-template name="zonder-slotteken"><xsl:with-param name="tekst" select="cel[1]"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="cel" mode="aanduiding"><xsl:apply-templates select=".." mode="aanduiding"/></xsl:template>
  <xsl:template match="strook" mode="aanduiding">
    <xsl:apply-templates select="ancestor::*[titel][1]/titel" mode="kop"/>, <xsl:call-template name="zonder-slotteken"><xsl:with-param name="tekst" select="bijschrift"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="zonder-slotteken">
    <xsl:param name="tekst"/>
    <xsl:variable name="kaal" select="normalize-space($tekst)"/>
    <xsl:choose>
      <xsl:when test="contains(':.', substring($kaal, string-length($kaal))) and $kaal != ''">
        <xsl:value-of select="substring($kaal, 1, string-length($kaal) - 1)"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$kaal"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Het deel waarin een plaats staat, voor wie van elders komt; de profielen zeggen het al. -->
  <xsl:template match="*" mode="deelnaam"/>
  <xsl:template match="statuut" mode="deelnaam">Statuut, </xsl:template>
  <xsl:template match="condities" mode="deelnaam">Condities, </xsl:template>
  <xsl:template match="competenties" mode="deelnaam">Competenties, </xsl:template>

  <!-- Eén verwijzing: aanduiding en bladzijde, aanklikbaar; zonder bladzijde als het doel
       niet in dit boekje staat. -->
  <xsl:template name="verwijzing">
    <xsl:param name="naar"/>
    <xsl:param name="van-deel"/>
    <xsl:variable name="doel" select="key('plaats', $naar)"/>
    <xsl:variable name="deel" select="$doel/ancestor-or-self::*[parent::deel[@gezet]]"/>
    <xsl:variable name="naam">
      <xsl:if test="$deel/@id != $van-deel"><xsl:apply-templates select="$deel" mode="deelnaam"/></xsl:if>
      <xsl:apply-templates select="$doel" mode="aanduiding"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$deel/../@gezet = 'ja'">
        <fo:basic-link internal-destination="{$naar}" role="Reference" ow:link-contents="Naar {$naam}">
          <xsl:value-of select="$naam"/>
          <xsl:text>&#160;</xsl:text>
          <fo:inline color="{$kleur}" font-weight="bold"><fo:page-number-citation ref-id="{$naar}"/></fo:inline>
        </fo:basic-link>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$naam"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "Zie ook" onder een tekst, voor alle knopen ervan bijeen: de wijze cursief, daarachter
       de plaatsen, elk één keer. Onder een kop blijft zij bij wat volgt. -->
  <xsl:template name="zie-ook">
    <xsl:param name="knopen" select="."/>
    <xsl:param name="onder-kop" select="false()"/>
    <xsl:variable name="verwijzingen" select="key('koppeling', $knopen/@id)/verwijzing"/>
    <xsl:if test="$verwijzingen">
      <fo:block xsl:use-attribute-sets="klein bron" role="P" space-before="3pt" space-after="4.2pt"
          keep-with-previous.within-page="always" keep-together.within-page="5">
        <xsl:if test="$onder-kop"><xsl:attribute name="keep-with-next.within-page">always</xsl:attribute></xsl:if>
        <fo:inline color="{$kleur}">→</fo:inline>
        <xsl:text>&#160;</xsl:text>
        <xsl:call-template name="verwijzingen-per-wijze">
          <xsl:with-param name="verwijzingen" select="$verwijzingen"/>
          <xsl:with-param name="van-deel" select="ancestor-or-self::*[parent::deel[@gezet]]/@id"/>
        </xsl:call-template>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:template name="verwijzingen-per-wijze">
    <xsl:param name="verwijzingen"/>
    <xsl:param name="van-deel"/>
    <xsl:variable name="wijze" select="$verwijzingen[1]/@wijze"/>
    <fo:inline font-style="italic"><xsl:value-of select="$wijze"/></fo:inline>
    <xsl:text> </xsl:text>
    <xsl:call-template name="verwijzingen-elk-eens">
      <xsl:with-param name="verwijzingen" select="$verwijzingen[@wijze = $wijze]"/>
      <xsl:with-param name="van-deel" select="$van-deel"/>
    </xsl:call-template>
    <xsl:variable name="rest" select="$verwijzingen[@wijze != $wijze]"/>
    <xsl:if test="$rest">
      <xsl:text>. </xsl:text>
      <xsl:call-template name="verwijzingen-per-wijze">
        <xsl:with-param name="verwijzingen" select="$rest"/>
        <xsl:with-param name="van-deel" select="$van-deel"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Wie geen eigen aanduiding heeft, zoals een alinea, is hetzelfde als de kop erboven. -->
  <xsl:template match="*" mode="adres"><xsl:value-of select="ancestor-or-self::*[titel][1]/@id"/></xsl:template>
  <xsl:template match="profielA//paragraaf | profielB//paragraaf | groep | profielA//punt | competentie | vaardigheid | kennis | houding | tabel | rij | cel | strook" mode="adres">
    <xsl:value-of select="@id"/>
  </xsl:template>

  <xsl:template name="verwijzingen-elk-eens">
    <xsl:param name="verwijzingen"/>
    <xsl:param name="van-deel"/>
    <xsl:param name="gehad" select="'|'"/>
    <xsl:variable name="naar" select="$verwijzingen[1]/@naar"/>
    <xsl:variable name="adres">
      <xsl:text>|</xsl:text>
      <xsl:apply-templates select="key('plaats', $naar)" mode="adres"/>
      <xsl:text>|</xsl:text>
    </xsl:variable>
    <xsl:if test="not(contains($gehad, $adres))">
      <xsl:if test="$gehad != '|'">; </xsl:if>
      <xsl:call-template name="verwijzing">
        <xsl:with-param name="naar" select="$naar"/>
        <xsl:with-param name="van-deel" select="$van-deel"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="count($verwijzingen) &gt; 1">
      <xsl:call-template name="verwijzingen-elk-eens">
        <xsl:with-param name="verwijzingen" select="$verwijzingen[position() &gt; 1]"/>
        <xsl:with-param name="van-deel" select="$van-deel"/>
        <xsl:with-param name="gehad" select="concat($gehad, $adres)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Kort, voor de profielen: alleen pijl en plaatsen. De wijze en de reden staan in de bijlagen. -->
  <xsl:template name="zie-ook-kort">
    <xsl:variable name="knoop" select="key('koppeling', @id)"/>
    <xsl:variable name="van-deel" select="ancestor-or-self::*[parent::deel[@gezet]]/@id"/>
    <xsl:if test="$knoop">
      <fo:inline color="{$kleur}">→</fo:inline>
      <xsl:text>&#160;</xsl:text>
      <xsl:for-each select="$knoop/verwijzing">
        <xsl:call-template name="verwijzing">
          <xsl:with-param name="naar" select="@naar"/>
          <xsl:with-param name="van-deel" select="$van-deel"/>
        </xsl:call-template>
        <xsl:if test="position() != last()">; </xsl:if>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
