<?xml version="1.0" encoding="UTF-8"?>
<!-- De figuren: diagrammen en stroken, getekend in SVG, en hoe zij op de bladzijde staan. Alles wat getekend wordt,
     wordt eerst gemeten: een label krijgt regels, een vorm de maat van haar regels, de figuur die van haar vormen. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
    xmlns:svg="http://www.w3.org/2000/svg" xmlns:f="urn:opbouwwerk:figuur"
    exclude-result-prefixes="svg f">

  <xsl:include href="figuren-meten.xsl"/>
  <xsl:include href="figuren-tekenen.xsl"/>
  <xsl:include href="figuren-diagrammen.xsl"/>
  <xsl:include href="figuren-stroken.xsl"/>

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
</xsl:stylesheet>
