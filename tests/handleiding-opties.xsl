<?xml version="1.0" encoding="UTF-8"?>
<!-- What the manual says of commands, options and extensions against what the program says of itself, in two files
     that it wrote: a line a difference. Run on the manual. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:str="http://exslt.org/strings"
    extension-element-prefixes="str">
  <xsl:param name="opdrachten"/>
  <xsl:param name="ondersteuning"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:variable name="manual" select="/"/>
  <xsl:variable name="known" select="document($opdrachten)/opdrachten/opdracht"/>
  <xsl:variable name="own" select="/handleiding//optie[@van = 'programma']"/>

  <xsl:template match="/">
    <xsl:for-each select="$known">
      <xsl:variable name="command" select="@naam"/>
      <xsl:variable name="entry" select="$manual//naslag[@naam = $command]"/>
      <xsl:choose>
        <xsl:when test="not($entry)">
          <xsl:value-of select="concat('opbouwwerk ', $command, ' is not in the manual: add &lt;naslag naam=&quot;', $command,
              '&quot;> to the chapter id=&quot;opdrachten&quot; of content/handleiding.xml&#10;')"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:if test="concat('', @argumenten) != concat('', $entry/@argumenten)">
            <xsl:value-of select="concat('the arguments of ', $command, ' are “', @argumenten, '”, not “', $entry/@argumenten, '”: mend &lt;naslag naam=&quot;',
                $command, '&quot; argumenten=&quot;…&quot;> in content/handleiding.xml&#10;')"/>
          </xsl:if>
          <xsl:variable name="told" select="$entry/optie
              | $manual//groep[contains(concat(' ', $entry/@groepen, ' '), concat(' ', @naam, ' '))]/optie"/>
          <xsl:apply-templates select="optie">
            <xsl:with-param name="command" select="$command"/>
            <xsl:with-param name="told" select="$told"/>
          </xsl:apply-templates>
          <xsl:variable name="options" select="optie"/>
          <xsl:for-each select="$told[not(@lang = $options/@lang)]">
            <xsl:value-of select="concat($command, ' has no --', @lang, ': take it out of &lt;naslag naam=&quot;', $command,
                '&quot;> (or of its groepen) in content/handleiding.xml&#10;')"/>
          </xsl:for-each>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
    <xsl:for-each select="document($opdrachten)/opdrachten/optie[not(@lang = $own/@lang)]">
      <xsl:value-of select="concat('opbouwwerk --', @lang, ' is not in the manual: add &lt;optie lang=&quot;', @lang,
          '&quot; van=&quot;programma&quot;>what it does, in Dutch&lt;/optie> to the section id=&quot;opties-programma&quot; of content/handleiding.xml&#10;')"/>
    </xsl:for-each>
    <xsl:for-each select="$own[not(@lang = document($opdrachten)/opdrachten/optie/@lang)]">
      <xsl:value-of select="concat('opbouwwerk has no --', @lang, ', which content/handleiding.xml describes&#10;')"/>
    </xsl:for-each>
    <xsl:for-each select="//naslag[not(@naam = $known/@naam)]">
      <xsl:value-of select="concat('there is no command ', @naam, ', which content/handleiding.xml describes&#10;')"/>
    </xsl:for-each>
    <xsl:apply-templates select="//code | //opdracht"/>
    <xsl:call-template name="extensions"/>
  </xsl:template>

  <xsl:template match="opdracht/optie">
    <xsl:param name="command"/>
    <xsl:param name="told"/>
    <xsl:variable name="entry" select="$told[@lang = current()/@lang]"/>
    <xsl:variable name="element">
      <xsl:value-of select="concat('&lt;optie lang=&quot;', @lang, '&quot;')"/>
      <xsl:if test="@kort"><xsl:value-of select="concat(' kort=&quot;', @kort, '&quot;')"/></xsl:if>
      <xsl:if test="@waarde"><xsl:value-of select="concat(' waarde=&quot;', @waarde, '&quot;')"/></xsl:if>
      <xsl:text>></xsl:text>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="not($entry)">
        <xsl:value-of select="concat($command, ' --', @lang, ' is not in the manual: add ', $element, 'what it does, in Dutch&lt;/optie> to &lt;naslag naam=&quot;',
            $command, '&quot;> in content/handleiding.xml&#10;')"/>
      </xsl:when>
      <xsl:when test="count($entry) != 1">
        <xsl:value-of select="concat($command, ' --', @lang, ' stands in the manual twice&#10;')"/>
      </xsl:when>
      <!-- The check asks each command for help itself. -->
      <xsl:when test="not(@lang = 'help' or contains($used, concat('|', $command, ' --', @lang, '|'))
          or @kort and contains($used, concat('|', $command, ' -', @kort, '|')))">
        <xsl:value-of select="concat($command, ' --', @lang, ' is never run: use it in an &lt;opdracht>, say at the end of &lt;naslag naam=&quot;', $command,
            '&quot;> in content/handleiding.xml&#10;')"/>
      </xsl:when>
      <xsl:when test="concat('', @kort, '|', @waarde) != concat('', $entry/@kort, '|', $entry/@waarde)">
        <xsl:value-of select="concat($command, ' --', @lang, ' is another in the manual: make it ', $element, ' in content/handleiding.xml&#10;')"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- An option in running text or in a command line exists; in a command line, of that command. -->
  <xsl:template match="code">
    <xsl:for-each select="str:tokenize(string(.), ' =&#10;')[starts-with(., '--')][string-length(.) > 2]">
      <xsl:if test="not($known/optie[@lang = substring(current(), 3)] | $own[@lang = substring(current(), 3)])">
        <xsl:value-of select="concat('no command has ', ., ', which content/handleiding.xml mentions&#10;')"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="opdracht">
    <xsl:variable name="text">
      <xsl:call-template name="joined"><xsl:with-param name="text" select="string(.)"/></xsl:call-template>
    </xsl:variable>
    <xsl:for-each select="str:tokenize($text, '&#10;|')">
      <xsl:variable name="words" select="str:tokenize(substring-after(concat(' ', .), ' opbouwwerk '), ' =')"/>
      <xsl:variable name="command" select="string($words[1])"/>
      <xsl:for-each select="$words[starts-with(., '--')][string-length(.) > 2][not(contains(., ')'))]">
        <xsl:if test="not($known[@naam = $command]/optie[@lang = substring(current(), 3)]
            | $own[starts-with($command, '-')][@lang = substring(current(), 3)])">
          <xsl:value-of select="concat($command, ' has no ', ., ', which content/handleiding.xml uses&#10;')"/>
        </xsl:if>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- The options that command lines use, each as "|command option|". -->
  <xsl:variable name="used">
    <xsl:for-each select="//opdracht[not(parent::opdrachten)]">
      <xsl:variable name="text">
        <xsl:call-template name="joined"><xsl:with-param name="text" select="string(.)"/></xsl:call-template>
      </xsl:variable>
      <xsl:for-each select="str:tokenize($text, '&#10;|')">
        <xsl:variable name="words" select="str:tokenize(substring-after(concat(' ', .), ' opbouwwerk '), ' =')"/>
        <xsl:for-each select="$words[starts-with(., '-')]">
          <xsl:value-of select="concat('|', $words[1], ' ', ., '|')"/>
        </xsl:for-each>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:variable>

  <!-- A backslash at the end of a line goes on. -->
  <xsl:template name="joined">
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="contains($text, '\&#10;')">
        <xsl:value-of select="concat(substring-before($text, '\&#10;'), ' ')"/>
        <xsl:call-template name="joined"><xsl:with-param name="text" select="substring-after($text, '\&#10;')"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="extensions">
    <xsl:variable name="read" select="document($ondersteuning)/ondersteuning/*[self::eigenschap[contains(@naam, ':')] or self::uitbreiding]"/>
    <xsl:for-each select="$read[not(@naam = $manual//uitbreiding/@naam)]">
      <xsl:value-of select="concat(@naam, ' is not in the manual: add &lt;uitbreiding naam=&quot;', @naam,
          '&quot; op=&quot;which objects&quot;> to the chapter id=&quot;uitbreidingen&quot; of content/handleiding.xml&#10;')"/>
    </xsl:for-each>
    <xsl:for-each select="$manual//uitbreiding[not(@naam = $read/@naam)]">
      <xsl:value-of select="concat('nothing reads ', @naam, ', which content/handleiding.xml describes&#10;')"/>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
