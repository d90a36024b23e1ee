<?xml version="1.0" encoding="UTF-8"?>
<!-- From our area dump to Apache FOP's vocabulary of areas, for its conformance tests. Lengths
     become integer millipoints; what FOP calls ipd and bpd is the content rectangle, ipda and
     bpda that with padding and border. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" exclude-result-prefixes="fo">
  <xsl:output indent="no"/>
  <xsl:strip-space elements="*"/>
  <xsl:preserve-space elements="text"/>
  <xsl:key name="id" match="*[@id]" use="@id"/>

  <xsl:template match="pages">
    <areaTree>
      <xsl:apply-templates select="fo/fo:root/fo:bookmark-tree"/>
      <xsl:apply-templates select="page[not(@sequence = preceding-sibling::page[1]/@sequence)]"
                           mode="sequence"/>
    </areaTree>
  </xsl:template>

  <xsl:template match="page" mode="sequence">
    <xsl:variable name="sequence" select="@sequence"/>
    <pageSequence>
      <xsl:apply-templates select="/pages/fo/fo:root//fo:page-sequence[@id = $sequence]/fo:title"/>
      <xsl:apply-templates select="../page[@sequence = $sequence]"/>
    </pageSequence>
  </xsl:template>

  <xsl:template match="fo:title">
    <title><xsl:value-of select="normalize-space(.)"/></title>
  </xsl:template>

  <xsl:template match="page">
    <pageViewport nr="{@number}" formatted-nr="{@label}" simple-page-master-name="{@name}"
                  key="P{count(preceding-sibling::page) + 1}">
      <xsl:attribute name="bounds">
        <xsl:text>0 0 </xsl:text>
        <xsl:call-template name="millipoints"><xsl:with-param name="of" select="@width"/></xsl:call-template>
        <xsl:text> </xsl:text>
        <xsl:call-template name="millipoints"><xsl:with-param name="of" select="@height"/></xsl:call-template>
      </xsl:attribute>
      <xsl:if test="@blank"><xsl:attribute name="blank">true</xsl:attribute></xsl:if>
      <page>
        <xsl:apply-templates select="region[@kind = 'fo:region-before' or not(@kind) and @name = 'xsl-region-before']"/>
        <xsl:apply-templates select="region[@kind = 'fo:region-start' or not(@kind) and @name = 'xsl-region-start']"/>
        <xsl:apply-templates select="region[@kind = 'fo:region-body' or not(@kind) and @name = 'xsl-region-body']"/>
        <xsl:apply-templates select="region[@kind = 'fo:region-end' or not(@kind) and @name = 'xsl-region-end']"/>
        <xsl:apply-templates select="region[@kind = 'fo:region-after' or not(@kind) and @name = 'xsl-region-after']"/>
      </page>
    </pageViewport>
  </xsl:template>

  <!-- Regions -->

  <xsl:template match="region">
    <xsl:variable name="name">
      <xsl:choose>
        <xsl:when test="@kind = 'fo:region-before' or not(@kind) and @name = 'xsl-region-before'">regionBefore</xsl:when>
        <xsl:when test="@kind = 'fo:region-start' or not(@kind) and @name = 'xsl-region-start'">regionStart</xsl:when>
        <xsl:when test="@kind = 'fo:region-end' or not(@kind) and @name = 'xsl-region-end'">regionEnd</xsl:when>
        <xsl:when test="@kind = 'fo:region-after' or not(@kind) and @name = 'xsl-region-after'">regionAfter</xsl:when>
        <xsl:otherwise>regionBody</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <regionViewport>
      <xsl:call-template name="sizes"/>
      <xsl:call-template name="traits"/>
      <xsl:attribute name="rect">
        <xsl:call-template name="millipoints"><xsl:with-param name="of" select="@x"/></xsl:call-template>
        <xsl:text> </xsl:text>
        <xsl:call-template name="millipoints"><xsl:with-param name="of" select="@y"/></xsl:call-template>
        <xsl:text> </xsl:text>
        <xsl:call-template name="millipoints"><xsl:with-param name="of" select="@width"/></xsl:call-template>
        <xsl:text> </xsl:text>
        <xsl:call-template name="millipoints"><xsl:with-param name="of" select="@height"/></xsl:call-template>
      </xsl:attribute>
      <xsl:element name="{$name}">
        <xsl:call-template name="sizes"/>
        <xsl:call-template name="matrix"><xsl:with-param name="outer" select="/.."/></xsl:call-template>
        <xsl:choose>
          <xsl:when test="@kind = 'fo:region-body' or not(@kind) and @name = 'xsl-region-body'"><xsl:call-template name="body"/></xsl:when>
          <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
        </xsl:choose>
      </xsl:element>
    </regionViewport>
  </xsl:template>

  <xsl:template name="body">
    <mainReference>
      <xsl:call-template name="sizes"/>
      <xsl:choose>
        <xsl:when test="reference[@name = 'column' or @name = 'span']">
          <xsl:for-each select="reference[@name = 'column' or @name = 'span']">
            <xsl:variable name="y" select="concat(@y, '')"/>
            <xsl:if test="not(preceding-sibling::reference[@name = 'column' or @name = 'span']
                              [concat(@y, '') = $y])">
              <xsl:variable name="columns"
                select="../reference[@name = 'column' or @name = 'span'][concat(@y, '') = $y]"/>
              <span>
                <xsl:attribute name="bpd">
                  <xsl:for-each select="$columns">
                    <xsl:sort select="@height" data-type="number" order="descending"/>
                    <xsl:if test="position() = 1">
                      <xsl:call-template name="millipoints"><xsl:with-param name="of" select="@height"/></xsl:call-template>
                    </xsl:if>
                  </xsl:for-each>
                </xsl:attribute>
                <xsl:for-each select="$columns">
                  <flow>
                    <xsl:call-template name="sizes"/>
                    <xsl:call-template name="stack"/>
                  </flow>
                </xsl:for-each>
              </span>
            </xsl:if>
          </xsl:for-each>
        </xsl:when>
        <xsl:otherwise>
          <span>
            <xsl:variable name="bottom">
              <xsl:for-each select="*[not(starts-with(@name, 'xsl-footnote'))]">
                <xsl:sort select="sum(@y) + @height" data-type="number" order="descending"/>
                <xsl:if test="position() = 1"><xsl:value-of select="sum(@y) + @height"/></xsl:if>
              </xsl:for-each>
            </xsl:variable>
            <xsl:variable name="bpd" select="round(1000 * (number(concat('0', $bottom))))"/>
            <xsl:attribute name="bpd"><xsl:value-of select="$bpd"/></xsl:attribute>
            <flow bpd="{$bpd}" bpda="{$bpd}" ipd="{round(1000 * @width)}" ipda="{round(1000 * @width)}">
              <xsl:call-template name="stack"/>
            </flow>
          </span>
        </xsl:otherwise>
      </xsl:choose>
    </mainReference>
    <xsl:if test="reference[@name = 'xsl-footnote']">
      <footnote>
        <xsl:apply-templates select="reference[@name = 'xsl-footnote-separator']/*"/>
        <xsl:apply-templates select="reference[@name = 'xsl-footnote']/*"/>
      </footnote>
    </xsl:if>
  </xsl:template>

  <!-- Block-level areas -->

  <xsl:template name="stack">
    <xsl:apply-templates select="*[not(starts-with(@name, 'xsl-footnote'))]"/>
  </xsl:template>

  <xsl:template match="block[@source = 'fo:table-row']"/>
  <xsl:template match="block[@source = 'fo:table' and @artifact]
                       | block[@source = 'fo:wrapper' or @source = 'fo:footnote-body' or
                               @source = 'fo:static-content' or @source = 'fo:multi-switch' or
                               @source = 'fo:multi-case' or @source = 'fo:table-and-caption' or
                               @source = 'fo:table-caption']">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="block">
    <block>
      <xsl:call-template name="block"/>
      <xsl:apply-templates/>
    </block>
  </xsl:template>

  <xsl:template name="block">
    <xsl:call-template name="identity"/>
    <xsl:call-template name="sizes"/>
    <xsl:call-template name="traits"/>
    <xsl:call-template name="indents"/>
    <xsl:call-template name="spaces"/>
  </xsl:template>

  <xsl:template match="reference[@source = 'fo:table-cell']">
    <xsl:variable name="first" select="*[1]"/>
    <block is-reference-area="true" positioning="absolute">
      <xsl:call-template name="identity"/>
      <xsl:call-template name="sizes"/>
      <xsl:call-template name="traits"/>
      <xsl:variable name="left">
        <xsl:call-template name="inset"><xsl:with-param name="side" select="4"/></xsl:call-template>
      </xsl:variable>
      <xsl:variable name="outer">
        <xsl:for-each select=".."><xsl:call-template name="inset"><xsl:with-param name="side" select="4"/></xsl:call-template></xsl:for-each>
      </xsl:variable>
      <xsl:variable name="top">
        <xsl:for-each select=".."><xsl:call-template name="inset"><xsl:with-param name="side" select="1"/></xsl:call-template></xsl:for-each>
      </xsl:variable>
      <xsl:attribute name="left-offset"><xsl:value-of select="round(1000 * (sum(@x) + $left - $outer))"/></xsl:attribute>
      <xsl:attribute name="top-offset"><xsl:value-of select="round(1000 * (sum(@y) - $top))"/></xsl:attribute>
      <xsl:variable name="inset">
        <xsl:call-template name="inset"><xsl:with-param name="side" select="1"/></xsl:call-template>
      </xsl:variable>
      <!-- What display-align moves content down by is a block of its own. -->
      <xsl:if test="$first and sum($first/@y) - $inset &gt; 0.01 and @align">
        <block bpd="{round(1000 * (sum($first/@y) - $inset))}"/>
      </xsl:if>
      <xsl:apply-templates/>
    </block>
  </xsl:template>

  <xsl:template match="reference">
    <block is-viewport-area="true">
      <xsl:call-template name="identity"/>
      <xsl:call-template name="sizes"/>
      <xsl:call-template name="traits"/>
      <xsl:call-template name="indents"/>
      <xsl:call-template name="matrix"/>
      <xsl:if test="@clip"><xsl:attribute name="clipped">true</xsl:attribute></xsl:if>
      <block is-reference-area="true">
        <xsl:call-template name="identity"/>
        <xsl:apply-templates/>
      </block>
    </block>
  </xsl:template>

  <!-- Lines and what is in them -->

  <xsl:template match="line">
    <lineArea bpda="{round(1000 * @height)}" ipda="{round(1000 * @width)}">
      <xsl:variable name="glyphs" select=".//text"/>
      <xsl:variable name="tall">
        <xsl:for-each select=".//text | .//image">
          <xsl:sort select="@height" data-type="number" order="descending"/>
          <xsl:if test="position() = 1"><xsl:value-of select="round(1000 * @height)"/></xsl:if>
        </xsl:for-each>
      </xsl:variable>
      <xsl:attribute name="bpd"><xsl:value-of select="concat(substring('0', 1, number($tall = '')), $tall)"/></xsl:attribute>
      <xsl:if test="sum(*[1]/@x) != 0">
        <xsl:attribute name="start-indent"><xsl:value-of select="round(1000 * *[1]/@x)"/></xsl:attribute>
      </xsl:if>
      <xsl:apply-templates/>
    </lineArea>
  </xsl:template>

  <!-- Adjoining pieces of one formatting object are one text. -->
  <xsl:template match="text">
    <xsl:if test="not(preceding-sibling::*[1][self::text][@font = current()/@font])">
      <text ipd="{round(1000 * @width)}" font-size="{round(1000 * number(substring-after(@font, substring-before(@font, translate(@font, translate(@font, '0123456789.', ''), '')))))}">
        <xsl:call-template name="words">
          <xsl:with-param name="string"><xsl:apply-templates select="." mode="joined"/></xsl:with-param>
        </xsl:call-template>
      </text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="text" mode="joined">
    <xsl:value-of select="."/>
    <xsl:if test="@hyphen">-</xsl:if>
    <xsl:apply-templates select="following-sibling::*[1][self::text][@font = current()/@font]" mode="joined"/>
  </xsl:template>

  <xsl:template name="words">
    <xsl:param name="string"/>
    <xsl:variable name="word" select="substring-before(concat($string, ' '), ' ')"/>
    <xsl:if test="$word != ''"><word><xsl:value-of select="$word"/></word></xsl:if>
    <xsl:if test="contains($string, ' ')">
      <xsl:variable name="rest" select="substring-after($string, ' ')"/>
      <xsl:if test="$rest != '' or following::*[1][ancestor::line = current()/ancestor::line]">
        <space><xsl:text> </xsl:text></space>
      </xsl:if>
      <xsl:call-template name="words"><xsl:with-param name="string" select="$rest"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="inline">
    <inlineparent>
      <xsl:call-template name="identity"/>
      <xsl:call-template name="sizes"/>
      <xsl:call-template name="traits"/>
      <xsl:if test="@link"><xsl:attribute name="internal-link">
        <xsl:variable name="page" select="key('id', @link)/ancestor-or-self::page"/>
        <xsl:value-of select="concat('(P', count($page/preceding-sibling::page) + 1, ',', @link, ')')"/>
      </xsl:attribute></xsl:if>
      <xsl:if test="@uri"><xsl:attribute name="external-link"><xsl:value-of select="concat('(newWindow=false,', @uri, ')')"/></xsl:attribute></xsl:if>
      <xsl:apply-templates/>
    </inlineparent>
  </xsl:template>

  <xsl:template match="rule"/>
  <xsl:template match="rule[@name = 'leader']">
    <leader ipd="{round(1000 * @width)}"/>
  </xsl:template>

  <xsl:template match="image">
    <viewport>
      <xsl:call-template name="identity"/>
      <xsl:call-template name="sizes"/>
      <xsl:call-template name="traits"/>
      <xsl:if test="@clip"><xsl:attribute name="clipped">true</xsl:attribute></xsl:if>
      <xsl:attribute name="pos">
        <xsl:call-template name="list"><xsl:with-param name="of" select="@image"/></xsl:call-template>
      </xsl:attribute>
      <image><xsl:call-template name="identity"/></image>
    </viewport>
  </xsl:template>

  <!-- Bookmarks -->

  <xsl:template match="fo:bookmark-tree">
    <bookmarkTree><xsl:apply-templates select="fo:bookmark"/></bookmarkTree>
  </xsl:template>

  <xsl:template match="fo:bookmark">
    <xsl:variable name="page" select="key('id', @internal-destination)/ancestor-or-self::page"/>
    <bookmark title="{fo:bookmark-title}" show-children="{not(@starting-state = 'hide')}"
              internal-link="(P{count($page/preceding-sibling::page) + 1},{@internal-destination})">
      <xsl:apply-templates select="fo:bookmark"/>
    </bookmark>
  </xsl:template>

  <!-- Attributes -->

  <xsl:template name="identity">
    <xsl:if test="@id"><xsl:attribute name="prod-id"><xsl:value-of select="@id"/></xsl:attribute></xsl:if>
  </xsl:template>

  <xsl:template name="millipoints">
    <xsl:param name="of"/>
    <xsl:value-of select="round(1000 * sum($of))"/>
  </xsl:template>

  <!-- Border and padding on a side (1 top, 2 right, 3 bottom, 4 left), in points. -->
  <xsl:template name="inset">
    <xsl:param name="side"/>
    <xsl:variable name="border"><xsl:call-template name="part"><xsl:with-param name="of" select="@border"/><xsl:with-param name="n" select="$side"/></xsl:call-template></xsl:variable>
    <xsl:variable name="padding"><xsl:call-template name="part"><xsl:with-param name="of" select="@padding"/><xsl:with-param name="n" select="$side"/></xsl:call-template></xsl:variable>
    <xsl:value-of select="$border + $padding"/>
  </xsl:template>

  <xsl:template name="part">
    <xsl:param name="of"/>
    <xsl:param name="n"/>
    <xsl:variable name="first" select="substring-before(concat($of, ' '), ' ')"/>
    <xsl:choose>
      <xsl:when test="$n = 1"><xsl:value-of select="number(concat('0', $first)) * not(starts-with($first, '-')) + number(concat('0', translate($first, '-', ''))) * -1 * starts-with($first, '-')"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="part">
          <xsl:with-param name="of" select="substring-after($of, ' ')"/>
          <xsl:with-param name="n" select="$n - 1"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="list">
    <xsl:param name="of"/>
    <xsl:value-of select="round(1000 * number(substring-before(concat($of, ' '), ' ')))"/>
    <xsl:if test="contains($of, ' ')">
      <xsl:text> </xsl:text>
      <xsl:call-template name="list"><xsl:with-param name="of" select="substring-after($of, ' ')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="sizes">
    <xsl:variable name="top"><xsl:call-template name="inset"><xsl:with-param name="side" select="1"/></xsl:call-template></xsl:variable>
    <xsl:variable name="right"><xsl:call-template name="inset"><xsl:with-param name="side" select="2"/></xsl:call-template></xsl:variable>
    <xsl:variable name="bottom"><xsl:call-template name="inset"><xsl:with-param name="side" select="3"/></xsl:call-template></xsl:variable>
    <xsl:variable name="left"><xsl:call-template name="inset"><xsl:with-param name="side" select="4"/></xsl:call-template></xsl:variable>
    <xsl:attribute name="ipda"><xsl:value-of select="round(1000 * @width)"/></xsl:attribute>
    <xsl:attribute name="bpda"><xsl:value-of select="round(1000 * @height)"/></xsl:attribute>
    <xsl:attribute name="ipd"><xsl:value-of select="round(1000 * (@width - $left - $right))"/></xsl:attribute>
    <xsl:attribute name="bpd"><xsl:value-of select="round(1000 * (@height - $top - $bottom))"/></xsl:attribute>
    <xsl:if test="$top + $right + $bottom + $left &gt; 0">
      <xsl:attribute name="bap">
        <xsl:value-of select="concat(round(1000 * $left), ' ', round(1000 * $right), ' ', round(1000 * $top), ' ', round(1000 * $bottom))"/>
      </xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template name="border">
    <xsl:param name="name"/>
    <xsl:param name="as"/>
    <xsl:param name="side"/>
    <xsl:if test="$as">
      <xsl:variable name="width"><xsl:call-template name="part"><xsl:with-param name="of" select="@border"/><xsl:with-param name="n" select="$side"/></xsl:call-template></xsl:variable>
      <xsl:attribute name="{$name}">
        <xsl:value-of select="concat('(', substring-before($as, ' '), ',', substring-after($as, ' '), ',', round(1000 * $width), ')')"/>
      </xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template name="padding">
    <xsl:param name="name"/>
    <xsl:param name="side"/>
    <xsl:variable name="width"><xsl:call-template name="part"><xsl:with-param name="of" select="@padding"/><xsl:with-param name="n" select="$side"/></xsl:call-template></xsl:variable>
    <xsl:if test="$width != 0">
      <xsl:attribute name="{$name}"><xsl:value-of select="round(1000 * $width)"/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template name="traits">
    <xsl:call-template name="border"><xsl:with-param name="name">border-before</xsl:with-param><xsl:with-param name="as" select="@top"/><xsl:with-param name="side" select="1"/></xsl:call-template>
    <xsl:call-template name="border"><xsl:with-param name="name">border-end</xsl:with-param><xsl:with-param name="as" select="@right"/><xsl:with-param name="side" select="2"/></xsl:call-template>
    <xsl:call-template name="border"><xsl:with-param name="name">border-after</xsl:with-param><xsl:with-param name="as" select="@bottom"/><xsl:with-param name="side" select="3"/></xsl:call-template>
    <xsl:call-template name="border"><xsl:with-param name="name">border-start</xsl:with-param><xsl:with-param name="as" select="@left"/><xsl:with-param name="side" select="4"/></xsl:call-template>
    <xsl:call-template name="padding"><xsl:with-param name="name">padding-before</xsl:with-param><xsl:with-param name="side" select="1"/></xsl:call-template>
    <xsl:call-template name="padding"><xsl:with-param name="name">padding-end</xsl:with-param><xsl:with-param name="side" select="2"/></xsl:call-template>
    <xsl:call-template name="padding"><xsl:with-param name="name">padding-after</xsl:with-param><xsl:with-param name="side" select="3"/></xsl:call-template>
    <xsl:call-template name="padding"><xsl:with-param name="name">padding-start</xsl:with-param><xsl:with-param name="side" select="4"/></xsl:call-template>
    <xsl:if test="@background"><xsl:attribute name="background">color=<xsl:value-of select="@background"/></xsl:attribute></xsl:if>
  </xsl:template>

  <xsl:template name="indents"/>
  <xsl:template name="spaces"/>

  <xsl:template name="matrix">
    <xsl:variable name="x" select="round(1000 * sum(@x))"/>
    <xsl:variable name="y" select="round(1000 * sum(@y))"/>
    <xsl:variable name="w" select="round(1000 * @width)"/>
    <xsl:variable name="h" select="round(1000 * @height)"/>
    <xsl:attribute name="ctm">
      <xsl:choose>
        <xsl:when test="@turn = 90">[0.0 -1.0 1.0 0.0 <xsl:value-of select="concat($x, '.0 ', $y + $h, '.0')"/>]</xsl:when>
        <xsl:when test="@turn = 180">[-1.0 -0.0 0.0 -1.0 <xsl:value-of select="concat($x + $w, '.0 ', $y + $h, '.0')"/>]</xsl:when>
        <xsl:when test="@turn = 270">[0.0 1.0 -1.0 0.0 <xsl:value-of select="concat($x + $w, '.0 ', $y, '.0')"/>]</xsl:when>
        <xsl:otherwise>[1.0 0.0 0.0 1.0 <xsl:value-of select="concat($x, '.0 ', $y, '.0')"/>]</xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
  </xsl:template>

  <xsl:template match="fo | text()"/>
</xsl:stylesheet>
