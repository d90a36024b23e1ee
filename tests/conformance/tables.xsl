<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables as Apache FOP's area tree has them: cells in the order of their last rows, before
     each the backgrounds of its column, part and row, and the borders that it shares. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="block[@source = 'fo:table' and not(@artifact)]">
    <xsl:param name="at" select="0"/>
    <xsl:param name="room" select="0"/>
    <xsl:variable name="inset"><xsl:call-template name="inset"><xsl:with-param name="side" select="4"/></xsl:call-template></xsl:variable>
    <xsl:variable name="inside" select="($at + sum(@x)) * not(@direction = 'rtl') - $inset * (@direction = 'rtl')"/>
    <block>
      <xsl:call-template name="block">
        <xsl:with-param name="at" select="$at"/>
        <xsl:with-param name="room" select="$room"/>
      </xsl:call-template>
      <xsl:apply-templates select="block[@source = 'fo:table'][not(preceding-sibling::reference)]">
        <xsl:with-param name="at" select="$inside"/>
      </xsl:apply-templates>
      <xsl:call-template name="cells"><xsl:with-param name="at" select="$inside"/></xsl:call-template>
      <xsl:apply-templates select="block[@source = 'fo:table'][preceding-sibling::reference]">
        <xsl:with-param name="at" select="$inside"/>
      </xsl:apply-templates>
    </block>
  </xsl:template>

  <!-- A head or foot that is repeated. -->
  <xsl:template match="block[@source = 'fo:table' and @artifact]">
    <xsl:param name="at" select="0"/>
    <xsl:call-template name="cells"><xsl:with-param name="at" select="$at + sum(@x)"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="cells">
    <xsl:param name="at" select="0"/>
    <xsl:variable name="cells" select="reference[@source = 'fo:table-cell']"/>
    <xsl:variable name="table" select="ancestor-or-self::block[@source = 'fo:table'][not(@artifact)][1]"/>
    <xsl:variable name="sign" select="1 - 2 * ($table/@direction = 'rtl')"/>
    <xsl:apply-templates select="$cells">
      <xsl:with-param name="at" select="$at"/>
      <xsl:sort select="count(../reference[sum(@y) &lt; sum(current()/@y) + current()/@height - 0.5])"
                data-type="number"/>
      <xsl:sort select="$sign * sum(@x)" data-type="number"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="reference[@source = 'fo:table-cell']">
    <xsl:param name="at" select="0"/>
    <xsl:variable name="left" select="sum(@x) + 0.02"/>
    <xsl:variable name="right" select="sum(@x) + @width - 0.02"/>
    <xsl:variable name="top" select="sum(@y) + 0.02"/>
    <xsl:variable name="bottom" select="sum(@y) + @height - 0.02"/>
    <xsl:variable name="grounds"
      select="../block[@artifact][@background or @background-image]
              [sum(@x) &lt; $left and sum(@x) + @width &gt; $right
               and sum(@y) &lt; $top and sum(@y) + @height &gt; $bottom]"/>
    <xsl:variable name="is-cell" select="not(@artifact) or ancestor::block[@artifact][@source = 'fo:table']"/>
    <xsl:if test="$is-cell">
      <xsl:call-template name="ground"><xsl:with-param name="at" select="$at"/><xsl:with-param name="of" select="$grounds[@source = 'fo:table-column'][1]"/></xsl:call-template>
      <xsl:call-template name="ground"><xsl:with-param name="at" select="$at"/><xsl:with-param name="of" select="$grounds[@source = 'fo:table-body' or @source = 'fo:table-header' or @source = 'fo:table-footer'][1]"/></xsl:call-template>
      <xsl:call-template name="ground"><xsl:with-param name="at" select="$at"/><xsl:with-param name="of" select="$grounds[@source = 'fo:table-row'][1]"/></xsl:call-template>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="@columns">
        <xsl:call-template name="segments"><xsl:with-param name="at" select="$at"/></xsl:call-template>
        <xsl:call-template name="cell"><xsl:with-param name="at" select="$at"/><xsl:with-param name="spans" select="true()"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="cell"><xsl:with-param name="at" select="$at"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Half of the widest border shared on a side, in points. -->
  <xsl:template name="half">
    <xsl:param name="of"/>
    <xsl:param name="widest" select="0"/>
    <xsl:variable name="first" select="substring-before(concat($of, ' '), ' ')"/>
    <xsl:variable name="width" select="number(concat('0', substring-after(substring-after($first, ','), ',')))"/>
    <xsl:variable name="most" select="$width * ($width &gt; $widest) + $widest * not($width &gt; $widest)"/>
    <xsl:choose>
      <xsl:when test="contains($of, ' ')">
        <xsl:call-template name="half">
          <xsl:with-param name="of" select="substring-after($of, ' ')"/>
          <xsl:with-param name="widest" select="$most"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$most div 2"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What stands around the content on a side: padding, and border or half of one shared. -->
  <xsl:template name="around">
    <xsl:param name="side"/>
    <xsl:param name="shared"/>
    <xsl:variable name="inset"><xsl:call-template name="inset"><xsl:with-param name="side" select="$side"/></xsl:call-template></xsl:variable>
    <xsl:variable name="half"><xsl:call-template name="half"><xsl:with-param name="of" select="$shared"/></xsl:call-template></xsl:variable>
    <xsl:value-of select="$inset + $half"/>
  </xsl:template>

  <xsl:template name="outer-inset">
    <xsl:param name="side"/>
    <xsl:variable name="holder" select="ancestor::block[@source = 'fo:table'][not(@artifact)][1]"/>
    <xsl:choose>
      <xsl:when test="../@artifact and $side = 1">
        <xsl:variable name="inset"><xsl:for-each select="$holder"><xsl:call-template name="inset"><xsl:with-param name="side" select="1"/></xsl:call-template></xsl:for-each></xsl:variable>
        <xsl:value-of select="$inset - sum(../@y)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="$holder"><xsl:call-template name="inset"><xsl:with-param name="side" select="$side"/></xsl:call-template></xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="offset">
    <xsl:param name="name"/>
    <xsl:param name="at"/>
    <xsl:variable name="offset" select="round(1000 * $at)"/>
    <xsl:if test="$offset &gt; 1 or $offset &lt; -1">
      <xsl:attribute name="{$name}"><xsl:value-of select="$offset"/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template name="shared">
    <xsl:param name="name"/>
    <xsl:param name="as"/>
    <xsl:param name="outer"/>
    <xsl:if test="$as and $as != '-'">
      <xsl:attribute name="{$name}">
        <xsl:value-of select="concat('(', substring-before($as, ','), ',', substring-before(substring-after($as, ','), ','), ',',
                                     round(1000 * substring-after(substring-after($as, ','), ',')), ',')"/>
        <xsl:choose>
          <xsl:when test="$outer">collapse-outer)</xsl:when>
          <xsl:otherwise>collapse-inner)</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- Whether the cell lies at a side of what its table has on the page. -->
  <xsl:template name="is-outer">
    <xsl:param name="side"/>
    <xsl:variable name="table" select="ancestor::block[@source = 'fo:table'][not(@artifact)][1]"/>
    <xsl:variable name="y" select="sum(@y) + sum(parent::block[@artifact]/@y)"/>
    <xsl:variable name="is">
      <xsl:choose>
        <xsl:when test="$side = 1"><xsl:value-of select="$y &lt; 0.02"/></xsl:when>
        <xsl:when test="$side = 3"><xsl:value-of select="$y + @height &gt; $table/@height - 0.02"/></xsl:when>
        <xsl:when test="($side = 4) = not(@direction = 'rtl')"><xsl:value-of select="sum(@x) &lt; 0.02"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="sum(@x) + @width &gt; $table/@width - 0.02"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:if test="$is = 'true'">1</xsl:if>
  </xsl:template>

  <xsl:template name="ground">
    <xsl:param name="at" select="0"/>
    <xsl:param name="of"/>
    <xsl:if test="$of">
      <xsl:variable name="border-top"><xsl:call-template name="edge"><xsl:with-param name="side" select="1"/><xsl:with-param name="shared" select="@before"/></xsl:call-template></xsl:variable>
      <xsl:variable name="border-right"><xsl:call-template name="edge"><xsl:with-param name="side" select="2"/><xsl:with-param name="shared" select="@end[not(../@direction)] | @start[../@direction]"/></xsl:call-template></xsl:variable>
      <xsl:variable name="border-bottom"><xsl:call-template name="edge"><xsl:with-param name="side" select="3"/><xsl:with-param name="shared" select="@after"/></xsl:call-template></xsl:variable>
      <xsl:variable name="border-left"><xsl:call-template name="edge"><xsl:with-param name="side" select="4"/><xsl:with-param name="shared" select="@start[not(../@direction)] | @end[../@direction]"/></xsl:call-template></xsl:variable>
      <xsl:variable name="left" select="-$at"/>
      <xsl:variable name="top"><xsl:call-template name="outer-inset"><xsl:with-param name="side" select="1"/></xsl:call-template></xsl:variable>
      <xsl:variable name="ipd" select="round(1000 * (@width - $border-left - $border-right))"/>
      <xsl:variable name="bpd" select="round(1000 * (@height - $border-top - $border-bottom))"/>
      <block positioning="absolute" ipd="{$ipd}" ipda="{$ipd}" bpd="{$bpd}" bpda="{$bpd}" bap="0 0 0 0">
        <xsl:call-template name="offset"><xsl:with-param name="name">left-offset</xsl:with-param><xsl:with-param name="at" select="sum(@x) + $border-left - $left"/></xsl:call-template>
        <xsl:call-template name="offset"><xsl:with-param name="name">top-offset</xsl:with-param><xsl:with-param name="at" select="sum(@y) + $border-top - $top"/></xsl:call-template>
        <xsl:for-each select="ancestor::block[@source = 'fo:table'][@id][1]"><xsl:call-template name="identity"/></xsl:for-each>
        <xsl:for-each select="$of"><xsl:call-template name="background"/></xsl:for-each>
      </block>
    </xsl:if>
  </xsl:template>

  <!-- The border alone of a cell on a side, or half of one shared. -->
  <xsl:template name="edge">
    <xsl:param name="side"/>
    <xsl:param name="shared"/>
    <xsl:variable name="border"><xsl:call-template name="part"><xsl:with-param name="of" select="@border"/><xsl:with-param name="n" select="$side"/></xsl:call-template></xsl:variable>
    <xsl:variable name="half"><xsl:call-template name="half"><xsl:with-param name="of" select="$shared"/></xsl:call-template></xsl:variable>
    <xsl:value-of select="$border + $half"/>
  </xsl:template>

  <xsl:template name="cell">
    <xsl:param name="at" select="0"/>
    <xsl:param name="spans" select="false()"/>
    <xsl:variable name="top"><xsl:call-template name="around"><xsl:with-param name="side" select="1"/><xsl:with-param name="shared" select="@before"/></xsl:call-template></xsl:variable>
    <xsl:variable name="right"><xsl:call-template name="around"><xsl:with-param name="side" select="2"/><xsl:with-param name="shared" select="@end[not(../@direction)] | @start[../@direction]"/></xsl:call-template></xsl:variable>
    <xsl:variable name="bottom"><xsl:call-template name="around"><xsl:with-param name="side" select="3"/><xsl:with-param name="shared" select="@after"/></xsl:call-template></xsl:variable>
    <xsl:variable name="left"><xsl:call-template name="around"><xsl:with-param name="side" select="4"/><xsl:with-param name="shared" select="@start[not(../@direction)] | @end[../@direction]"/></xsl:call-template></xsl:variable>
    <xsl:variable name="half-top"><xsl:call-template name="half"><xsl:with-param name="of" select="@before"/></xsl:call-template></xsl:variable>
    <xsl:variable name="half-right"><xsl:call-template name="half"><xsl:with-param name="of" select="@end[not(../@direction)] | @start[../@direction]"/></xsl:call-template></xsl:variable>
    <xsl:variable name="half-bottom"><xsl:call-template name="half"><xsl:with-param name="of" select="@after"/></xsl:call-template></xsl:variable>
    <xsl:variable name="half-left"><xsl:call-template name="half"><xsl:with-param name="of" select="@start[not(../@direction)] | @end[../@direction]"/></xsl:call-template></xsl:variable>
    <xsl:variable name="outer-left" select="-$at"/>
    <xsl:variable name="outer-top"><xsl:call-template name="outer-inset"><xsl:with-param name="side" select="1"/></xsl:call-template></xsl:variable>
    <xsl:variable name="sign" select="1 - 2 * $spans"/>
    <block is-reference-area="true" positioning="absolute">
      <xsl:call-template name="identity"/>
      <xsl:attribute name="ipd"><xsl:value-of select="round(1000 * (@width - $left - $right))"/></xsl:attribute>
      <xsl:attribute name="bpd"><xsl:value-of select="round(1000 * (@height - $top - $bottom))"/></xsl:attribute>
      <xsl:attribute name="ipda"><xsl:value-of select="round(1000 * (@width + $sign * ($half-left + $half-right)))"/></xsl:attribute>
      <xsl:attribute name="bpda"><xsl:value-of select="round(1000 * (@height + $sign * ($half-top + $half-bottom)))"/></xsl:attribute>
      <xsl:attribute name="bap">
        <xsl:value-of select="concat(round(1000 * ($left + not($spans) * $half-left)), ' ', round(1000 * ($right + not($spans) * $half-right)), ' ',
                                     round(1000 * ($top + not($spans) * $half-top)), ' ', round(1000 * ($bottom + not($spans) * $half-bottom)))"/>
      </xsl:attribute>
      <xsl:call-template name="traits"/>
      <xsl:if test="not($spans)">
        <xsl:call-template name="all-shared"/>
      </xsl:if>
      <xsl:call-template name="offset"><xsl:with-param name="name">left-offset</xsl:with-param><xsl:with-param name="at" select="sum(@x) + $left - $outer-left"/></xsl:call-template>
      <xsl:call-template name="offset"><xsl:with-param name="name">top-offset</xsl:with-param><xsl:with-param name="at" select="sum(@y) - $sign * $half-top - $outer-top"/></xsl:call-template>
      <!-- What display-align moves content down by is a block of its own. -->
      <xsl:if test="@shift">
        <block bpd="{round(1000 * @shift)}" bpda="{round(1000 * @shift)}"/>
      </xsl:if>
      <xsl:apply-templates>
        <xsl:with-param name="at" select="-$left"/>
        <xsl:with-param name="room" select="@width - $left - $right"/>
      </xsl:apply-templates>
    </block>
  </xsl:template>

  <xsl:template name="all-shared">
    <xsl:variable name="o1"><xsl:call-template name="is-outer"><xsl:with-param name="side" select="1"/></xsl:call-template></xsl:variable>
    <xsl:variable name="o2"><xsl:call-template name="is-outer"><xsl:with-param name="side" select="2"/></xsl:call-template></xsl:variable>
    <xsl:variable name="o3"><xsl:call-template name="is-outer"><xsl:with-param name="side" select="3"/></xsl:call-template></xsl:variable>
    <xsl:variable name="o4"><xsl:call-template name="is-outer"><xsl:with-param name="side" select="4"/></xsl:call-template></xsl:variable>
    <xsl:call-template name="shared"><xsl:with-param name="name">border-before</xsl:with-param><xsl:with-param name="as" select="@before"/><xsl:with-param name="outer" select="$o1 = 1"/></xsl:call-template>
    <xsl:call-template name="shared"><xsl:with-param name="name">border-end</xsl:with-param><xsl:with-param name="as" select="@end"/><xsl:with-param name="outer" select="$o2 = 1"/></xsl:call-template>
    <xsl:call-template name="shared"><xsl:with-param name="name">border-after</xsl:with-param><xsl:with-param name="as" select="@after"/><xsl:with-param name="outer" select="$o3 = 1"/></xsl:call-template>
    <xsl:call-template name="shared"><xsl:with-param name="name">border-start</xsl:with-param><xsl:with-param name="as" select="@start"/><xsl:with-param name="outer" select="$o4 = 1"/></xsl:call-template>
  </xsl:template>

  <!-- A cell that spans has its borders on blocks of their own, one for each place of the grid
       that has any. -->
  <xsl:template name="segments">
    <xsl:param name="at" select="0"/>
    <xsl:param name="row" select="1"/>
    <xsl:param name="column" select="1"/>
    <xsl:param name="x" select="0"/>
    <xsl:param name="y" select="0"/>
    <xsl:variable name="columns" select="string-length(translate(@columns, '0123456789.', '')) + 1"/>
    <xsl:variable name="rows" select="string-length(translate(@rows, '0123456789.', '')) + 1"/>
    <xsl:variable name="width"><xsl:call-template name="token"><xsl:with-param name="of" select="@columns"/><xsl:with-param name="n" select="$column"/></xsl:call-template></xsl:variable>
    <xsl:variable name="height"><xsl:call-template name="token"><xsl:with-param name="of" select="@rows"/><xsl:with-param name="n" select="$row"/></xsl:call-template></xsl:variable>
    <xsl:variable name="before"><xsl:if test="$row = 1"><xsl:call-template name="token"><xsl:with-param name="of" select="@before"/><xsl:with-param name="n" select="$column"/></xsl:call-template></xsl:if></xsl:variable>
    <xsl:variable name="after"><xsl:if test="$row = $rows"><xsl:call-template name="token"><xsl:with-param name="of" select="@after"/><xsl:with-param name="n" select="$column"/></xsl:call-template></xsl:if></xsl:variable>
    <xsl:variable name="start"><xsl:if test="$column = 1"><xsl:call-template name="token"><xsl:with-param name="of" select="@start"/><xsl:with-param name="n" select="$row"/></xsl:call-template></xsl:if></xsl:variable>
    <xsl:variable name="end"><xsl:if test="$column = $columns"><xsl:call-template name="token"><xsl:with-param name="of" select="@end"/><xsl:with-param name="n" select="$row"/></xsl:call-template></xsl:if></xsl:variable>
    <xsl:if test="contains(concat($before, $after, $start, $end), ',')">
      <xsl:variable name="half-top"><xsl:call-template name="half"><xsl:with-param name="of" select="$before"/></xsl:call-template></xsl:variable>
      <xsl:variable name="half-bottom"><xsl:call-template name="half"><xsl:with-param name="of" select="$after"/></xsl:call-template></xsl:variable>
      <xsl:variable name="half-left"><xsl:call-template name="half"><xsl:with-param name="of" select="concat(substring($start, 1, 99 * not(@direction)), substring($end, 1, 99 * boolean(@direction)))"/></xsl:call-template></xsl:variable>
      <xsl:variable name="half-right"><xsl:call-template name="half"><xsl:with-param name="of" select="concat(substring($end, 1, 99 * not(@direction)), substring($start, 1, 99 * boolean(@direction)))"/></xsl:call-template></xsl:variable>
      <xsl:variable name="outer-left" select="-$at"/>
      <xsl:variable name="outer-top"><xsl:call-template name="outer-inset"><xsl:with-param name="side" select="1"/></xsl:call-template></xsl:variable>
      <xsl:variable name="o1"><xsl:call-template name="is-outer"><xsl:with-param name="side" select="1"/></xsl:call-template></xsl:variable>
      <xsl:variable name="o2"><xsl:call-template name="is-outer"><xsl:with-param name="side" select="2"/></xsl:call-template></xsl:variable>
      <xsl:variable name="o3"><xsl:call-template name="is-outer"><xsl:with-param name="side" select="3"/></xsl:call-template></xsl:variable>
      <xsl:variable name="o4"><xsl:call-template name="is-outer"><xsl:with-param name="side" select="4"/></xsl:call-template></xsl:variable>
      <block positioning="absolute" ipd="{round(1000 * ($width - $half-left - $half-right))}" bpd="{round(1000 * ($height - $half-top - $half-bottom))}"
             ipda="{round(1000 * ($width + $half-left + $half-right))}" bpda="{round(1000 * ($height + $half-top + $half-bottom))}">
        <xsl:call-template name="shared"><xsl:with-param name="name">border-before</xsl:with-param><xsl:with-param name="as" select="string($before)"/><xsl:with-param name="outer" select="$o1 = 1"/></xsl:call-template>
        <xsl:call-template name="shared"><xsl:with-param name="name">border-end</xsl:with-param><xsl:with-param name="as" select="string($end)"/><xsl:with-param name="outer" select="$o2 = 1"/></xsl:call-template>
        <xsl:call-template name="shared"><xsl:with-param name="name">border-after</xsl:with-param><xsl:with-param name="as" select="string($after)"/><xsl:with-param name="outer" select="$o3 = 1"/></xsl:call-template>
        <xsl:call-template name="shared"><xsl:with-param name="name">border-start</xsl:with-param><xsl:with-param name="as" select="string($start)"/><xsl:with-param name="outer" select="$o4 = 1"/></xsl:call-template>
        <xsl:call-template name="offset"><xsl:with-param name="name">left-offset</xsl:with-param><xsl:with-param name="at" select="sum(@x) + $x * not(@direction) + (@width - $x - $width) * boolean(@direction) + $half-left - $outer-left"/></xsl:call-template>
        <xsl:call-template name="offset"><xsl:with-param name="name">top-offset</xsl:with-param><xsl:with-param name="at" select="sum(@y) + $y - $half-top - $outer-top"/></xsl:call-template>
      </block>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="$column &lt; $columns">
        <xsl:call-template name="segments">
          <xsl:with-param name="at" select="$at"/>
          <xsl:with-param name="row" select="$row"/><xsl:with-param name="column" select="$column + 1"/>
          <xsl:with-param name="x" select="$x + $width"/><xsl:with-param name="y" select="$y"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$row &lt; $rows">
        <xsl:call-template name="segments">
          <xsl:with-param name="at" select="$at"/>
          <xsl:with-param name="row" select="$row + 1"/><xsl:with-param name="y" select="$y + $height"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="token">
    <xsl:param name="of"/>
    <xsl:param name="n"/>
    <xsl:choose>
      <xsl:when test="$n = 1"><xsl:value-of select="substring-before(concat($of, ' '), ' ')"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="token">
          <xsl:with-param name="of" select="substring-after($of, ' ')"/>
          <xsl:with-param name="n" select="$n - 1"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
