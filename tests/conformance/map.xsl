<?xml version="1.0" encoding="UTF-8"?>
<!-- From our area dump to Apache FOP's vocabulary of areas, for its conformance tests. Lengths
     become integer millipoints; what FOP calls ipd and bpd is the content rectangle, ipda and
     bpda that with padding and border. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" exclude-result-prefixes="fo fox">
  <xsl:include href="tables.xsl"/>
  <xsl:output indent="no"/>
  <xsl:strip-space elements="*"/>
  <xsl:preserve-space elements="text"/>
  <xsl:key name="id" match="*[@id][not(ancestor-or-self::fo:root)]" use="@id"/>
  <xsl:key name="object" match="fo:*[@id]" use="@id"/>

  <xsl:template match="pages">
    <areaTree>
      <xsl:apply-templates select="fo/fo:root/fo:bookmark-tree"/>
      <xsl:apply-templates select="fo/fo:root//fox:destination"/>
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
    <title>
      <xsl:if test="normalize-space(.) != ''">
        <inlineparent><xsl:apply-templates mode="title"/></inlineparent>
      </xsl:if>
    </title>
  </xsl:template>

  <xsl:template match="fo:*" mode="title">
    <inlineparent><xsl:apply-templates mode="title"/></inlineparent>
  </xsl:template>

  <xsl:template match="text()" mode="title">
    <xsl:if test="normalize-space(.) != ''">
      <text>
        <xsl:if test="starts-with(translate(., '&#10;', ' '), ' ') and preceding-sibling::node()"><space><xsl:text> </xsl:text></space></xsl:if>
        <xsl:call-template name="words"><xsl:with-param name="string" select="normalize-space(.)"/></xsl:call-template>
        <xsl:if test="substring(translate(., '&#10;', ' '), string-length(.)) = ' ' and following-sibling::node()"><space><xsl:text> </xsl:text></space></xsl:if>
      </text>
    </xsl:if>
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
      <xsl:copy-of select="/pages/fo/fo:root/fo:layout-master-set/fo:simple-page-master[@master-name = current()/@name]/@*[namespace-uri() != '']"/>
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
    <regionViewport is-viewport-area="true">
      <xsl:call-template name="sizes"/>
      <xsl:call-template name="turned-sizes"/>
      <xsl:call-template name="traits"/>
      <xsl:if test="@clip"><xsl:attribute name="clipped">true</xsl:attribute></xsl:if>
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
        <xsl:attribute name="is-reference-area">true</xsl:attribute>
        <xsl:attribute name="name"><xsl:value-of select="@name"/></xsl:attribute>
        <xsl:call-template name="content-sizes"/>
        <xsl:call-template name="turned-sizes"/>
        <xsl:if test="@border or @padding">
          <xsl:call-template name="sizes"/>
          <xsl:call-template name="edges"/>
        </xsl:if>
        <xsl:call-template name="matrix"/>
        <xsl:choose>
          <xsl:when test="@kind = 'fo:region-body' or not(@kind) and @name = 'xsl-region-body'"><xsl:call-template name="body"/></xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="shift"/>
            <xsl:variable name="left"><xsl:call-template name="inset"><xsl:with-param name="side" select="4"/></xsl:call-template></xsl:variable>
            <xsl:variable name="right"><xsl:call-template name="inset"><xsl:with-param name="side" select="2"/></xsl:call-template></xsl:variable>
            <xsl:apply-templates>
              <xsl:with-param name="at" select="-$left"/>
              <xsl:with-param name="room" select="@width - $left - $right"/>
            </xsl:apply-templates>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:element>
    </regionViewport>
  </xsl:template>

  <xsl:template name="body">
    <xsl:variable name="left"><xsl:call-template name="inset"><xsl:with-param name="side" select="4"/></xsl:call-template></xsl:variable>
    <xsl:variable name="right"><xsl:call-template name="inset"><xsl:with-param name="side" select="2"/></xsl:call-template></xsl:variable>
    <xsl:variable name="top"><xsl:call-template name="inset"><xsl:with-param name="side" select="1"/></xsl:call-template></xsl:variable>
    <xsl:variable name="room" select="@width - $left - $right"/>
    <mainReference is-reference-area="true">
      <xsl:choose>
        <xsl:when test="reference[@name = 'column' or @name = 'span']">
          <xsl:for-each select="reference[@name = 'column' or @name = 'span']">
            <xsl:variable name="y" select="concat(@y, '')"/>
            <xsl:if test="not(preceding-sibling::reference[@name = 'column' or @name = 'span']
                              [concat(@y, '') = $y])">
              <xsl:variable name="columns"
                select="../reference[@name = 'column' or @name = 'span'][concat(@y, '') = $y]"/>
              <xsl:variable name="bpd">
                <xsl:for-each select="$columns">
                  <xsl:sort select="@height" data-type="number" order="descending"/>
                  <xsl:if test="position() = 1"><xsl:value-of select="round(1000 * @height)"/></xsl:if>
                </xsl:for-each>
              </xsl:variable>
              <span is-reference-area="true" bpd="{$bpd}" bpda="{$bpd}"
                    ipd="{round(1000 * $room)}" ipda="{round(1000 * $room)}">
                <xsl:if test="../@direction = 'rtl' or $columns/block/@direction = 'rtl'"><xsl:attribute name="level">1</xsl:attribute></xsl:if>
                <xsl:for-each select="$columns">
                  <flow is-reference-area="true">
                    <xsl:call-template name="sizes"/>
                    <xsl:apply-templates>
                      <xsl:with-param name="room" select="@width"/>
                    </xsl:apply-templates>
                  </flow>
                </xsl:for-each>
                <!-- Columns that stay empty. -->
                <xsl:variable name="page" select="concat(ancestor::page/@name, '')"/>
                <xsl:variable name="missing" select="/pages/fo/fo:root/fo:layout-master-set/fo:simple-page-master[@master-name = $page]/fo:region-body/@column-count - count($columns)"/>
                <xsl:if test="@name = 'column' and $missing &gt; 0">
                  <xsl:for-each select="//node()[position() &lt;= $missing]">
                    <xsl:if test="position() &lt;= $missing"><flow is-reference-area="true" bpd="0" bpda="0"/></xsl:if>
                  </xsl:for-each>
                </xsl:if>
              </span>
            </xsl:if>
          </xsl:for-each>
        </xsl:when>
        <xsl:otherwise>
          <xsl:variable name="bottom">
            <xsl:for-each select="*[not(starts-with(@name, 'xsl-footnote')) and not(@name = 'absolute' or @name = 'fixed')]">
              <xsl:sort select="sum(@y) + @height + sum(@space-after)" data-type="number" order="descending"/>
              <xsl:if test="position() = 1"><xsl:value-of select="sum(@y) + @height + sum(@space-after)"/></xsl:if>
            </xsl:for-each>
          </xsl:variable>
          <xsl:variable name="bpd" select="round(1000 * (number(concat('0', $bottom)) - $top * ($bottom != '')))"/>
          <span is-reference-area="true" bpd="{$bpd}" bpda="{$bpd}"
                ipd="{round(1000 * $room)}" ipda="{round(1000 * $room)}">
            <flow is-reference-area="true" bpd="{$bpd}" bpda="{$bpd}"
                  ipd="{round(1000 * $room)}" ipda="{round(1000 * $room)}">
              <xsl:call-template name="shift"/>
              <xsl:apply-templates select="*[not(starts-with(@name, 'xsl-footnote'))]">
                <xsl:with-param name="at" select="-$left"/>
                <xsl:with-param name="room" select="$room"/>
              </xsl:apply-templates>
            </flow>
          </span>
        </xsl:otherwise>
      </xsl:choose>
    </mainReference>
    <xsl:if test="reference[@name = 'xsl-footnote']">
      <footnote>
        <xsl:attribute name="top-offset">
          <xsl:value-of select="round(1000 * (sum(reference[starts-with(@name, 'xsl-footnote')][1]/@y) - $top))"/>
        </xsl:attribute>
        <xsl:for-each select="reference[@name = 'xsl-footnote-separator'] | reference[@name = 'xsl-footnote']">
          <xsl:apply-templates>
            <xsl:with-param name="room" select="@width"/>
          </xsl:apply-templates>
        </xsl:for-each>
      </footnote>
    </xsl:if>
  </xsl:template>

  <!-- Block-level areas. at: where the parent's border rectangle begins in the content of the
       reference area that indents count from; room: the width of that. -->

  <xsl:template match="block[@source = 'fo:table-row']"/>
  <!-- A block in an inline stands in a line of its own. -->
  <xsl:template match="block[@source = 'fo:inline' or @source = 'fo:basic-link' or @source = 'fo:bidi-override']">
    <xsl:param name="room" select="0"/>
    <xsl:variable name="is-inner" select="../@source = 'fo:inline' or ../@source = 'fo:basic-link'"/>
    <xsl:variable name="kind">
      <xsl:choose>
        <xsl:when test="block[@source = 'fo:inline' or @source = 'fo:basic-link' or @source = 'fo:bidi-override']">inlineparent</xsl:when>
        <xsl:otherwise>inlineblockparent</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="inline">
      <xsl:element name="{$kind}">
        <xsl:call-template name="identity"/>
        <xsl:call-template name="sizes"/>
        <xsl:call-template name="target"/>
        <xsl:apply-templates>
          <xsl:with-param name="room" select="$room"/>
        </xsl:apply-templates>
      </xsl:element>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$is-inner"><xsl:copy-of select="$inline"/></xsl:when>
      <xsl:otherwise><lineArea><xsl:call-template name="sizes"/><xsl:copy-of select="$inline"/></lineArea></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="block[@source = 'fo:wrapper' or @source = 'fo:footnote-body' or
                               @source = 'fo:static-content' or @source = 'fo:multi-switch' or
                               @source = 'fo:multi-case' or @source = 'fo:table-and-caption' or
                               @source = 'fo:table-caption']">
    <xsl:param name="at" select="0"/>
    <xsl:param name="room" select="0"/>
    <xsl:if test="@id and @source = 'fo:wrapper'"><block ipd="0" bpd="0" prod-id="{@id}"/></xsl:if>
    <xsl:apply-templates>
      <xsl:with-param name="at" select="$at + sum(@x)"/>
      <xsl:with-param name="room" select="$room"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="block">
    <xsl:param name="at" select="0"/>
    <xsl:param name="room" select="0"/>
    <block>
      <xsl:call-template name="block">
        <xsl:with-param name="at" select="$at"/>
        <xsl:with-param name="room" select="$room"/>
      </xsl:call-template>
      <xsl:apply-templates select="*[not(self::reference[@source = 'fo:float'])]">
        <xsl:with-param name="at" select="$at + sum(@x)"/>
        <xsl:with-param name="room" select="$room"/>
      </xsl:apply-templates>
    </block>
    <!-- A side float stands behind the block that cites it. -->
    <xsl:apply-templates select="reference[@source = 'fo:float']" mode="float"/>
  </xsl:template>

  <xsl:template match="reference[@source = 'fo:float']" mode="float">
    <block is-reference-area="true" positioning="absolute" left-offset="{round(1000 * sum(@x))}">
      <xsl:call-template name="sizes"/>
      <xsl:apply-templates>
        <xsl:with-param name="room" select="@width"/>
      </xsl:apply-templates>
    </block>
  </xsl:template>

  <xsl:template match="reference[@source = 'fo:float']">
    <xsl:apply-templates select="." mode="float"/>
  </xsl:template>

  <!-- Label and body are as wide as their item; what is in them has the indents. -->
  <xsl:template match="block[@source = 'fo:list-item-label' or @source = 'fo:list-item-body']">
    <xsl:param name="at" select="0"/>
    <xsl:param name="room" select="0"/>
    <xsl:variable name="width">
      <xsl:for-each select="..">
        <xsl:variable name="left"><xsl:call-template name="inset"><xsl:with-param name="side" select="4"/></xsl:call-template></xsl:variable>
        <xsl:variable name="right"><xsl:call-template name="inset"><xsl:with-param name="side" select="2"/></xsl:call-template></xsl:variable>
        <xsl:value-of select="round(1000 * (@width - $left - $right))"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="bottom">
      <xsl:for-each select="*">
        <xsl:sort select="sum(@y) + @height + sum(@space-after)" data-type="number" order="descending"/>
        <xsl:if test="position() = 1"><xsl:value-of select="sum(@y) + @height + sum(@space-after)"/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="height" select="round(1000 * number(concat('0', $bottom)))"/>
    <block positioning="absolute" ipd="{$width}" ipda="{$width}" bpd="{$height}" bpda="{$height}">
      <xsl:call-template name="identity"/>
      <xsl:apply-templates>
        <xsl:with-param name="at" select="$at + sum(@x)"/>
        <xsl:with-param name="room" select="$room"/>
      </xsl:apply-templates>
    </block>
  </xsl:template>

  <!-- A block-container is a viewport area around a reference area; one that does not flow
       stands in a block that has its spaces. -->
  <xsl:template match="block[@source = 'fo:block-container']">
    <xsl:param name="at" select="0"/>
    <xsl:param name="room" select="0"/>
    <xsl:apply-templates select="reference">
      <xsl:with-param name="at" select="$at + sum(@x)"/>
      <xsl:with-param name="room" select="$room"/>
      <xsl:with-param name="spaced" select="."/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- What display-align moves content down by is a block of its own. -->
  <xsl:template name="shift">
    <xsl:if test="@shift">
      <block ipd="0" bpd="{round(1000 * @shift)}" bpda="{round(1000 * @shift)}"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="container">
    <xsl:param name="at" select="0"/>
    <xsl:param name="room" select="0"/>
    <xsl:param name="spaced" select="."/>
    <block is-viewport-area="true">
      <xsl:for-each select="$spaced[1]"><xsl:call-template name="identity"/></xsl:for-each>
      <xsl:call-template name="block">
        <xsl:with-param name="at" select="$at"/>
        <xsl:with-param name="room" select="$room"/>
        <xsl:with-param name="spaced" select="$spaced"/>
      </xsl:call-template>
      <xsl:call-template name="inner-matrix">
        <xsl:with-param name="at" select="$at"/>
      </xsl:call-template>
      <xsl:if test="@clip"><xsl:attribute name="clipped">true</xsl:attribute></xsl:if>
      <xsl:if test="@name = 'absolute' or @name = 'fixed'">
        <xsl:attribute name="positioning"><xsl:value-of select="@name"/></xsl:attribute>
        <!-- Offsets as specified: from the page, or from what lies within border and padding. -->
        <xsl:variable name="outer-left"><xsl:for-each select=".."><xsl:call-template name="inset"><xsl:with-param name="side" select="4"/></xsl:call-template></xsl:for-each></xsl:variable>
        <xsl:variable name="outer-top"><xsl:for-each select=".."><xsl:call-template name="inset"><xsl:with-param name="side" select="1"/></xsl:call-template></xsl:for-each></xsl:variable>
        <xsl:variable name="fixed" select="@name = 'fixed'"/>
        <xsl:attribute name="left-position"><xsl:value-of select="round(1000 * (sum(@x) + sum(ancestor::*[$fixed]/@x) - $outer-left * not($fixed) * boolean(parent::region or parent::reference)))"/></xsl:attribute>
        <xsl:attribute name="top-position"><xsl:value-of select="round(1000 * (sum(@y) + sum(ancestor::*[$fixed]/@y) - $outer-top * not($fixed) * boolean(parent::region or parent::reference)))"/></xsl:attribute>
      </xsl:if>
      <xsl:variable name="left"><xsl:call-template name="inset"><xsl:with-param name="side" select="4"/></xsl:call-template></xsl:variable>
      <xsl:variable name="right"><xsl:call-template name="inset"><xsl:with-param name="side" select="2"/></xsl:call-template></xsl:variable>
      <xsl:variable name="top"><xsl:call-template name="inset"><xsl:with-param name="side" select="1"/></xsl:call-template></xsl:variable>
      <xsl:variable name="bottom"><xsl:call-template name="inset"><xsl:with-param name="side" select="3"/></xsl:call-template></xsl:variable>
      <xsl:variable name="across" select="@turn = 90 or @turn = 270"/>
      <xsl:variable name="ipd" select="(@width - $left - $right) * not($across) + (@height - $top - $bottom) * $across"/>
      <xsl:variable name="end">
        <xsl:for-each select="*[not(@name = 'absolute' or @name = 'fixed')]">
          <xsl:sort select="sum(@y) + @height + sum(@space-after)" data-type="number" order="descending"/>
          <xsl:if test="position() = 1"><xsl:value-of select="sum(@y) + @height + sum(@space-after)"/></xsl:if>
        </xsl:for-each>
      </xsl:variable>
      <xsl:variable name="begin" select="sum(*[not(@name = 'absolute' or @name = 'fixed')][1]/@y) - sum(*[not(@name = 'absolute' or @name = 'fixed')][1]/@space-before)"/>
      <!-- What display-align moves it down by counts. -->
      <xsl:variable name="bpd" select="round(1000 * (number(concat('0', $end)) - $top * ($end != '')))"/>
      <block is-reference-area="true" bpd="{$bpd}" bpda="{$bpd}"
             ipd="{round(1000 * $ipd)}" ipda="{round(1000 * $ipd)}">
        <xsl:for-each select="$spaced[1]"><xsl:call-template name="identity"/></xsl:for-each>
        <xsl:call-template name="shift"/>
        <xsl:apply-templates>
          <xsl:with-param name="at" select="-$left"/>
          <xsl:with-param name="room" select="$ipd"/>
        </xsl:apply-templates>
      </block>
    </block>
  </xsl:template>

  <xsl:template match="reference">
    <xsl:param name="at" select="0"/>
    <xsl:param name="room" select="0"/>
    <xsl:param name="spaced" select="."/>
    <xsl:call-template name="container">
      <xsl:with-param name="at" select="$at"/>
      <xsl:with-param name="room" select="$room"/>
      <xsl:with-param name="spaced" select="$spaced"/>
    </xsl:call-template>
  </xsl:template>

  <!-- An inline-container is a viewport in a line. -->
  <xsl:template match="reference[@source = 'fo:inline-container']">
    <xsl:param name="top" select="0"/>
    <xsl:variable name="left"><xsl:call-template name="inset"><xsl:with-param name="side" select="4"/></xsl:call-template></xsl:variable>
    <xsl:variable name="right"><xsl:call-template name="inset"><xsl:with-param name="side" select="2"/></xsl:call-template></xsl:variable>
    <viewport is-viewport-area="true" offset="{round(1000 * (sum(@y) - $top))}">
      <xsl:call-template name="identity"/>
      <xsl:call-template name="sizes"/>
      <xsl:call-template name="turned-sizes"/>
      <xsl:call-template name="traits"/>
      <xsl:if test="@clip"><xsl:attribute name="clip">true</xsl:attribute></xsl:if>
      <container is-reference-area="true" ipd="{round(1000 * (@width - $left - $right))}">
        <xsl:call-template name="identity"/>
        <xsl:call-template name="shift"/>
        <xsl:apply-templates>
          <xsl:with-param name="at" select="-$left"/>
          <xsl:with-param name="room" select="@width - $left - $right"/>
        </xsl:apply-templates>
      </container>
    </viewport>
  </xsl:template>

  <!-- spaced: the area that has the spaces, where that is another. -->
  <xsl:template name="block">
    <xsl:param name="at" select="0"/>
    <xsl:param name="room" select="0"/>
    <xsl:param name="spaced" select="."/>
    <xsl:call-template name="identity"/>
    <xsl:call-template name="sizes">
      <xsl:with-param name="spaces" select="sum($spaced/@space-before) + sum($spaced/@space-after)"/>
    </xsl:call-template>
    <xsl:call-template name="traits"/>
    <xsl:if test="$spaced/@space-before"><xsl:attribute name="space-before"><xsl:value-of select="round(1000 * $spaced/@space-before)"/></xsl:attribute></xsl:if>
    <xsl:if test="$spaced/@space-after"><xsl:attribute name="space-after"><xsl:value-of select="round(1000 * $spaced/@space-after)"/></xsl:attribute></xsl:if>
    <xsl:variable name="left"><xsl:call-template name="inset"><xsl:with-param name="side" select="4"/></xsl:call-template></xsl:variable>
    <xsl:variable name="right"><xsl:call-template name="inset"><xsl:with-param name="side" select="2"/></xsl:call-template></xsl:variable>
    <!-- The indents of an absolute area are its own border and padding. -->
    <xsl:variable name="flows" select="not(self::reference[@name = 'absolute' or @name = 'fixed'])"/>
    <xsl:variable name="space-left" select="round(1000 * ($at + sum(@x))) * $flows"/>
    <xsl:variable name="space-right" select="round(1000 * ($room - $at - sum(@x) - @width)) * $flows"/>
    <xsl:variable name="rtl" select="@direction = 'rtl'"/>
    <xsl:call-template name="indent">
      <xsl:with-param name="side">start</xsl:with-param>
      <xsl:with-param name="space" select="$space-left * not($rtl) + $space-right * $rtl"/>
      <xsl:with-param name="inset" select="round(1000 * ($left * not($rtl) + $right * $rtl))"/>
    </xsl:call-template>
    <xsl:call-template name="indent">
      <xsl:with-param name="side">end</xsl:with-param>
      <xsl:with-param name="space" select="$space-right * not($rtl) + $space-left * $rtl"/>
      <xsl:with-param name="inset" select="round(1000 * ($right * not($rtl) + $left * $rtl))"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="indent">
    <xsl:param name="side"/>
    <xsl:param name="space"/>
    <xsl:param name="inset"/>
    <xsl:if test="$space &gt; 3 or $space &lt; -3">
      <xsl:attribute name="space-{$side}"><xsl:value-of select="$space"/></xsl:attribute>
    </xsl:if>
    <xsl:if test="$space + $inset &gt; 3 or $space + $inset &lt; -3">
      <xsl:attribute name="{$side}-indent"><xsl:value-of select="$space + $inset"/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- Lines and what is in them. The bpd of a line is that of its glyphs and graphics. -->

  <xsl:template match="line">
    <xsl:variable name="top">
      <xsl:for-each select="*[not(self::rule)]">
        <xsl:sort select="sum(@y)" data-type="number"/>
        <xsl:if test="position() = 1"><xsl:value-of select="sum(@y)"/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="bottom">
      <xsl:for-each select="*[not(self::rule)]">
        <xsl:sort select="sum(@y) + @height" data-type="number" order="descending"/>
        <xsl:if test="position() = 1"><xsl:value-of select="sum(@y) + @height"/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="above" select="number(concat('0', translate($top, '-', ''))) * (1 - 2 * starts-with($top, '-'))"/>
    <xsl:variable name="below" select="number(concat('0', $bottom))"/>
    <lineArea bpda="{round(1000 * @height)}" bpd="{round(1000 * ($below - $above))}"
              ipd="{round(1000 * @width)}" ipda="{round(1000 * @width)}"
              space-before="{round(1000 * $above)}" space-after="{round(1000 * (@height - $below))}">
      <xsl:variable name="right">
        <xsl:for-each select="*">
          <xsl:sort select="sum(@x) + @width" data-type="number" order="descending"/>
          <xsl:if test="position() = 1"><xsl:value-of select="sum(@x) + @width"/></xsl:if>
        </xsl:for-each>
      </xsl:variable>
      <xsl:variable name="left-room" select="round(1000 * sum(*[1]/@x))"/>
      <xsl:variable name="right-room" select="round(1000 * (@width - number(concat('0', $right)) * ($right != '')))"/>
      <xsl:variable name="rtl" select="ancestor::*[self::block or self::reference or self::region][1]/@direction = 'rtl'"/>
      <xsl:variable name="start" select="$left-room * not($rtl) + $right-room * $rtl"/>
      <xsl:variable name="end" select="$right-room * not($rtl) + $left-room * $rtl"/>
      <xsl:if test="$rtl"><xsl:attribute name="level">1</xsl:attribute></xsl:if>
      <xsl:if test="$start &gt; 3 or $start &lt; -3"><xsl:attribute name="start-indent"><xsl:value-of select="$start"/></xsl:attribute></xsl:if>
      <xsl:if test="$end &gt; 3 or $end &lt; -3"><xsl:attribute name="end-indent"><xsl:value-of select="$end"/></xsl:attribute></xsl:if>
      <xsl:apply-templates>
        <xsl:with-param name="top" select="$above"/>
      </xsl:apply-templates>
    </lineArea>
  </xsl:template>

  <!-- Adjoining pieces of one formatting object are one text, and rules upon it decorate it. -->
  <xsl:template match="text">
    <xsl:param name="top" select="0"/>
    <xsl:param name="id" select="/.."/>
    <xsl:param name="holder" select="/.."/>
    <xsl:variable name="before" select="preceding-sibling::*[not(self::rule) or @name = 'leader'][1]"/>
    <xsl:if test="not($before[self::text][@font = current()/@font and concat(@source, '') = concat(current()/@source, '')
                                           and concat(@colour, '') = concat(current()/@colour, '')])">
      <text offset="{round(1000 * (sum(@y) - $top))}" baseline="{round(1000 * @baseline)}"
            bpd="{round(1000 * @height)}" bpda="{round(1000 * @height)}">
        <xsl:variable name="width"><xsl:apply-templates select="." mode="width"/></xsl:variable>
        <xsl:attribute name="ipd"><xsl:value-of select="round(1000 * $width)"/></xsl:attribute>
        <xsl:attribute name="ipda"><xsl:value-of select="round(1000 * $width)"/></xsl:attribute>
        <xsl:attribute name="font-size"><xsl:value-of select="round(1000 * number(substring-after(@font, substring-before(@font, translate(@font, translate(@font, '0123456789.', ''), '')))))"/></xsl:attribute>
        <xsl:attribute name="color">
          <xsl:choose><xsl:when test="@colour"><xsl:value-of select="@colour"/></xsl:when><xsl:otherwise>#000000</xsl:otherwise></xsl:choose>
        </xsl:attribute>
        <xsl:if test="$id"><xsl:attribute name="prod-id"><xsl:value-of select="$id"/></xsl:attribute></xsl:if>
        <xsl:if test="@level"><xsl:attribute name="level"><xsl:value-of select="@level"/></xsl:attribute></xsl:if>
        <xsl:for-each select="$holder"><xsl:call-template name="traits"/></xsl:for-each>
        <xsl:apply-templates select="following-sibling::*[1][self::rule]" mode="decoration"/>
        <xsl:call-template name="words">
          <xsl:with-param name="string"><xsl:apply-templates select="." mode="joined"/></xsl:with-param>
        </xsl:call-template>
      </text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="rule" mode="decoration">
    <xsl:variable name="as">
      <xsl:choose>
        <xsl:when test="@name = 'underline'">underline</xsl:when>
        <xsl:when test="@name = 'overline'">overline</xsl:when>
        <xsl:when test="@name = 'line-through'">through</xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:if test="$as != ''">
      <xsl:attribute name="{$as}-score">true</xsl:attribute>
      <xsl:attribute name="{$as}-score-color"><xsl:value-of select="@colour"/></xsl:attribute>
      <xsl:apply-templates select="following-sibling::*[1][self::rule]" mode="decoration"/>
    </xsl:if>
  </xsl:template>

  <!-- The text that follows a text as part of the same. -->
  <xsl:template match="text" mode="joined">
    <xsl:choose>
      <xsl:when test="@drops-space"><xsl:value-of select="substring(., 1, string-length(.) - 1)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@hyphen">-</xsl:if>
    <xsl:variable name="next" select="following-sibling::*[not(self::rule) or @name = 'leader'][1][self::text]"/>
    <xsl:apply-templates select="$next[@font = current()/@font and concat(@source, '') = concat(current()/@source, '')
                                       and concat(@colour, '') = concat(current()/@colour, '')]" mode="joined"/>
  </xsl:template>

  <xsl:template match="text" mode="width">
    <xsl:variable name="next" select="following-sibling::*[not(self::rule) or @name = 'leader'][1][self::text]"/>
    <xsl:variable name="rest">
      <xsl:text>0</xsl:text>
      <xsl:apply-templates select="$next[@font = current()/@font and concat(@source, '') = concat(current()/@source, '')
                                       and concat(@colour, '') = concat(current()/@colour, '')]" mode="width"/>
    </xsl:variable>
    <xsl:value-of select="@width + number($rest)"/>
  </xsl:template>

  <xsl:template name="words">
    <xsl:param name="string"/>
    <xsl:variable name="plain" select="translate($string, '&#160;', ' ')"/>
    <xsl:variable name="word" select="substring-before(concat($plain, ' '), ' ')"/>
    <xsl:if test="$word != ''">
      <word>
        <xsl:copy-of select="self::text/@level"/>
        <xsl:choose>
          <xsl:when test="self::text/@level mod 2 = 1">
            <xsl:attribute name="reversed">true</xsl:attribute>
            <xsl:call-template name="reversed"><xsl:with-param name="string" select="$word"/></xsl:call-template>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="$word"/></xsl:otherwise>
        </xsl:choose>
      </word>
    </xsl:if>
    <xsl:if test="contains($plain, ' ')">
      <xsl:variable name="rest" select="substring-after($plain, ' ')"/>
      <space><xsl:copy-of select="self::text/@level"/><xsl:text> </xsl:text></space>
      <xsl:call-template name="words"><xsl:with-param name="string" select="$rest"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The letters as they stand from left to right. -->
  <xsl:template name="reversed">
    <xsl:param name="string"/>
    <xsl:if test="$string != ''">
      <xsl:call-template name="reversed"><xsl:with-param name="string" select="substring($string, 2)"/></xsl:call-template>
      <xsl:value-of select="substring($string, 1, 1)"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="inline">
    <xsl:param name="top" select="0"/>
    <xsl:variable name="content"><xsl:call-template name="inset"><xsl:with-param name="side" select="1"/></xsl:call-template></xsl:variable>
    <inlineparent offset="{round(1000 * (sum(@y) - $top))}">
      <xsl:call-template name="identity"/>
      <xsl:call-template name="sizes"/>
      <xsl:call-template name="traits"/>
      <xsl:call-template name="target"/>
      <xsl:apply-templates>
        <xsl:with-param name="top" select="$content"/>
      </xsl:apply-templates>
    </inlineparent>
  </xsl:template>

  <xsl:template name="target">
    <xsl:if test="@link"><xsl:attribute name="internal-link">
      <xsl:variable name="page" select="key('id', @link)/ancestor-or-self::page"/>
      <xsl:value-of select="concat('(P', count($page/preceding-sibling::page) + 1, ',', @link, ')')"/>
    </xsl:attribute></xsl:if>
    <xsl:if test="@uri"><xsl:attribute name="external-link">
      <xsl:value-of select="concat('newWindow=', boolean(@new), ',dest=', @uri)"/>
    </xsl:attribute></xsl:if>
  </xsl:template>

  <!-- A wrapper has no area of its own, only a place; a number or character with an id is
       one text. -->
  <xsl:template match="inline[@source = 'fo:wrapper']">
    <xsl:param name="top" select="0"/>
    <xsl:if test="@id"><inline ipd="0" bpd="0" prod-id="{@id}"/></xsl:if>
    <xsl:apply-templates>
      <xsl:with-param name="top" select="$top - sum(@y)"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="inline[starts-with(@source, 'fo:page-number') or @source = 'fo:character' or @source = 'fo:leader']">
    <xsl:param name="top" select="0"/>
    <xsl:apply-templates>
      <xsl:with-param name="top" select="$top - sum(@y)"/>
      <xsl:with-param name="id" select="@id"/>
      <xsl:with-param name="holder" select="."/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="rule"/>
  <xsl:template match="rule[@name = 'leader'] | inline[@name = 'leader']">
    <xsl:param name="top" select="0"/>
    <xsl:param name="id" select="/.."/>
    <xsl:variable name="kind">
      <xsl:choose>
        <xsl:when test="self::inline">space</xsl:when>
        <xsl:when test="@period">inlineparent</xsl:when>
        <xsl:otherwise>leader</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:element name="{$kind}">
      <xsl:if test="$id"><xsl:attribute name="prod-id"><xsl:value-of select="$id"/></xsl:attribute></xsl:if>
      <xsl:attribute name="ipd"><xsl:value-of select="round(1000 * @width)"/></xsl:attribute>
      <xsl:attribute name="ipda"><xsl:value-of select="round(1000 * @width)"/></xsl:attribute>
      <xsl:attribute name="offset"><xsl:value-of select="round(1000 * (sum(@y) - $top))"/></xsl:attribute>
      <xsl:if test="$kind = 'leader'">
        <xsl:attribute name="bpd"><xsl:value-of select="round(1000 * @height)"/></xsl:attribute>
        <xsl:attribute name="ruleStyle"><xsl:value-of select="@style"/></xsl:attribute>
        <xsl:attribute name="ruleThickness"><xsl:value-of select="round(1000 * @height)"/></xsl:attribute>
        <xsl:attribute name="color"><xsl:value-of select="@colour"/></xsl:attribute>
      </xsl:if>
    </xsl:element>
  </xsl:template>

  <xsl:template match="image">
    <xsl:param name="top" select="0"/>
    <viewport offset="{round(1000 * (sum(@y) - $top))}">
      <xsl:call-template name="identity"/>
      <xsl:call-template name="sizes"/>
      <xsl:call-template name="traits"/>
      <xsl:if test="@clip"><xsl:attribute name="clip">true</xsl:attribute></xsl:if>
      <xsl:attribute name="pos">
        <xsl:call-template name="list"><xsl:with-param name="of" select="@image"/></xsl:call-template>
      </xsl:attribute>
      <xsl:choose>
        <xsl:when test="@source = 'fo:instream-foreign-object'"><foreignObject ipd="0" bpd="0">
          <xsl:call-template name="identity"/>
          <xsl:copy-of select="key('object', @id | @object)/*"/>
        </foreignObject></xsl:when>
        <xsl:otherwise><image ipd="0" bpd="0"><xsl:call-template name="identity"/></image></xsl:otherwise>
      </xsl:choose>
    </viewport>
  </xsl:template>

  <!-- Bookmarks -->

  <xsl:template match="fo:bookmark-tree">
    <bookmarkTree><xsl:apply-templates select="fo:bookmark"/></bookmarkTree>
  </xsl:template>

  <!-- Each id is a named destination; FOP makes those that are asked for. -->
  <xsl:template match="fox:destination">
    <xsl:variable name="page" select="key('id', @internal-destination)/ancestor-or-self::page"/>
    <xsl:if test="$page">
      <destination internal-link="(P{count($page/preceding-sibling::page) + 1},{@internal-destination})"/>
    </xsl:if>
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
    <xsl:if test="@id">
      <xsl:attribute name="prod-id"><xsl:value-of select="@id"/></xsl:attribute>
      <xsl:copy-of select="key('object', @id)/@*[namespace-uri() != '']"/>
    </xsl:if>
    <xsl:if test="@object"><xsl:attribute name="prod-id"><xsl:value-of select="@object"/></xsl:attribute></xsl:if>
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

  <!-- Sizes of what is turned, as its content sees them. -->
  <xsl:template name="turned-sizes">
    <xsl:if test="@turn = 90 or @turn = 270">
      <xsl:attribute name="ipda"><xsl:value-of select="round(1000 * @height)"/></xsl:attribute>
      <xsl:attribute name="bpda"><xsl:value-of select="round(1000 * @width)"/></xsl:attribute>
      <xsl:attribute name="ipd"><xsl:value-of select="round(1000 * @height)"/></xsl:attribute>
      <xsl:attribute name="bpd"><xsl:value-of select="round(1000 * @width)"/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- Where the content of a container stands in its rectangle. -->
  <xsl:template name="inner-matrix">
    <xsl:param name="at" select="0"/>
    <xsl:variable name="top"><xsl:call-template name="inset"><xsl:with-param name="side" select="1"/></xsl:call-template></xsl:variable>
    <xsl:variable name="right"><xsl:call-template name="inset"><xsl:with-param name="side" select="2"/></xsl:call-template></xsl:variable>
    <xsl:variable name="bottom"><xsl:call-template name="inset"><xsl:with-param name="side" select="3"/></xsl:call-template></xsl:variable>
    <xsl:variable name="left"><xsl:call-template name="inset"><xsl:with-param name="side" select="4"/></xsl:call-template></xsl:variable>
    <xsl:call-template name="matrix-of">
      <xsl:with-param name="x" select="round(1000 * ($left + ($at + sum(@x)) * not(@name)))"/>
      <xsl:with-param name="y" select="round(1000 * $top)"/>
      <xsl:with-param name="w" select="round(1000 * (@width - $left - $right))"/>
      <xsl:with-param name="h" select="round(1000 * (@height - $top - $bottom))"/>
    </xsl:call-template>
  </xsl:template>

  <!-- What lies within border and padding. -->
  <xsl:template name="content-sizes">
    <xsl:variable name="top"><xsl:call-template name="inset"><xsl:with-param name="side" select="1"/></xsl:call-template></xsl:variable>
    <xsl:variable name="right"><xsl:call-template name="inset"><xsl:with-param name="side" select="2"/></xsl:call-template></xsl:variable>
    <xsl:variable name="bottom"><xsl:call-template name="inset"><xsl:with-param name="side" select="3"/></xsl:call-template></xsl:variable>
    <xsl:variable name="left"><xsl:call-template name="inset"><xsl:with-param name="side" select="4"/></xsl:call-template></xsl:variable>
    <xsl:variable name="ipd" select="round(1000 * (@width - $left - $right))"/>
    <xsl:variable name="bpd" select="round(1000 * (@height - $top - $bottom))"/>
    <xsl:attribute name="ipd"><xsl:value-of select="$ipd"/></xsl:attribute>
    <xsl:attribute name="bpd"><xsl:value-of select="$bpd"/></xsl:attribute>
    <xsl:attribute name="ipda"><xsl:value-of select="$ipd"/></xsl:attribute>
    <xsl:attribute name="bpda"><xsl:value-of select="$bpd"/></xsl:attribute>
  </xsl:template>

  <xsl:template name="sizes">
    <xsl:param name="spaces" select="0"/>
    <xsl:variable name="top"><xsl:call-template name="inset"><xsl:with-param name="side" select="1"/></xsl:call-template></xsl:variable>
    <xsl:variable name="right"><xsl:call-template name="inset"><xsl:with-param name="side" select="2"/></xsl:call-template></xsl:variable>
    <xsl:variable name="bottom"><xsl:call-template name="inset"><xsl:with-param name="side" select="3"/></xsl:call-template></xsl:variable>
    <xsl:variable name="left"><xsl:call-template name="inset"><xsl:with-param name="side" select="4"/></xsl:call-template></xsl:variable>
    <xsl:variable name="across" select="@turn = 90 or @turn = 270"/>
    <xsl:variable name="ipd" select="round(1000 * (@width - $left - $right))"/>
    <xsl:variable name="bpd" select="round(1000 * (@height - $top - $bottom))"/>
    <xsl:variable name="rtl" select="@direction = 'rtl'"/>
    <xsl:if test="$rtl and not(self::region)"><xsl:attribute name="level">1</xsl:attribute></xsl:if>
    <xsl:attribute name="ipd"><xsl:value-of select="$ipd"/></xsl:attribute>
    <xsl:attribute name="bpd"><xsl:value-of select="$bpd"/></xsl:attribute>
    <xsl:if test="$ipd != 0"><xsl:attribute name="ipda"><xsl:value-of select="round(1000 * @width)"/></xsl:attribute></xsl:if>
    <xsl:if test="$bpd != 0"><xsl:attribute name="bpda"><xsl:value-of select="round(1000 * (@height + $spaces))"/></xsl:attribute></xsl:if>
    <xsl:attribute name="bap">
      <xsl:value-of select="concat(round(1000 * ($left * not($rtl) + $right * $rtl)), ' ', round(1000 * ($right * not($rtl) + $left * $rtl)), ' ',
                                   round(1000 * $top), ' ', round(1000 * $bottom))"/>
    </xsl:attribute>
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

  <xsl:template name="edges">
    <xsl:variable name="rtl" select="@direction = 'rtl'"/>
    <xsl:variable name="start" select="4 - 2 * $rtl"/>
    <xsl:variable name="end" select="2 + 2 * $rtl"/>
    <xsl:call-template name="border"><xsl:with-param name="name">border-before</xsl:with-param><xsl:with-param name="as" select="@top"/><xsl:with-param name="side" select="1"/></xsl:call-template>
    <xsl:call-template name="border"><xsl:with-param name="name">border-end</xsl:with-param><xsl:with-param name="as" select="@right[not($rtl)] | @left[$rtl]"/><xsl:with-param name="side" select="$end"/></xsl:call-template>
    <xsl:call-template name="border"><xsl:with-param name="name">border-after</xsl:with-param><xsl:with-param name="as" select="@bottom"/><xsl:with-param name="side" select="3"/></xsl:call-template>
    <xsl:call-template name="border"><xsl:with-param name="name">border-start</xsl:with-param><xsl:with-param name="as" select="@left[not($rtl)] | @right[$rtl]"/><xsl:with-param name="side" select="$start"/></xsl:call-template>
    <xsl:call-template name="padding"><xsl:with-param name="name">padding-before</xsl:with-param><xsl:with-param name="side" select="1"/></xsl:call-template>
    <xsl:call-template name="padding"><xsl:with-param name="name">padding-end</xsl:with-param><xsl:with-param name="side" select="$end"/></xsl:call-template>
    <xsl:call-template name="padding"><xsl:with-param name="name">padding-after</xsl:with-param><xsl:with-param name="side" select="3"/></xsl:call-template>
    <xsl:call-template name="padding"><xsl:with-param name="name">padding-start</xsl:with-param><xsl:with-param name="side" select="$start"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="traits">
    <xsl:call-template name="edges"/>
    <xsl:call-template name="background"/>
  </xsl:template>

  <xsl:template name="background">
    <xsl:if test="@background or @background-image">
      <xsl:variable name="image" select="substring-after(@background-image, '/images/')"/>
      <xsl:attribute name="background">
        <xsl:if test="@background">color=<xsl:value-of select="@background"/></xsl:if>
        <xsl:if test="@background-image">
          <xsl:if test="@background">,</xsl:if>
          <xsl:value-of select="concat('url=../resources/images/', $image, ',repeat=', @repeat,
                                       ',horiz=', round(1000 * sum(@image-x)), ',vertical=', round(1000 * sum(@image-y)))"/>
        </xsl:if>
      </xsl:attribute>
      <xsl:if test="@background"><xsl:attribute name="bkg-color"><xsl:value-of select="@background"/></xsl:attribute></xsl:if>
      <xsl:if test="@background-image">
        <xsl:attribute name="bkg-img">../resources/images/<xsl:value-of select="$image"/></xsl:attribute>
        <xsl:attribute name="bkg-repeat"><xsl:value-of select="@repeat"/></xsl:attribute>
        <xsl:attribute name="bkg-horz-offset"><xsl:value-of select="round(1000 * sum(@image-x))"/></xsl:attribute>
        <xsl:attribute name="bkg-vert-offset"><xsl:value-of select="round(1000 * sum(@image-y))"/></xsl:attribute>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <xsl:template name="matrix">
    <xsl:call-template name="matrix-of">
      <xsl:with-param name="x" select="round(1000 * sum(@x))"/>
      <xsl:with-param name="y" select="round(1000 * sum(@y))"/>
      <xsl:with-param name="w" select="round(1000 * @width)"/>
      <xsl:with-param name="h" select="round(1000 * @height)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="matrix-of">
    <xsl:param name="x"/>
    <xsl:param name="y"/>
    <xsl:param name="w"/>
    <xsl:param name="h"/>
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
