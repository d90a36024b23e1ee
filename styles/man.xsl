<?xml version="1.0" encoding="UTF-8"?>
<!-- De man-pagina: uit de naslag van de handleiding, als roff. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:str="http://exslt.org/strings"
    extension-element-prefixes="str">
  <!-- Het bestand met alle opdrachten, zoals het programma het schrijft. -->
  <xsl:param name="opdrachten"/>
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:strip-space elements="*"/>
  <xsl:preserve-space elements="alinea optie korte cel punt code nadruk term zie"/>

  <xsl:variable name="programma" select="document($opdrachten)/opdrachten"/>

  <xsl:template match="/handleiding">
    <xsl:value-of select="concat('.TH OPBOUWWERK 1 ', uitgave/@datum, ' &quot;opbouwwerk ', $programma/@versie, '&quot; &quot;Handleiding&quot;&#10;')"/>
    <xsl:text>.nh&#10;.ad l&#10;.SH NAAM&#10;opbouwwerk \- zet de documenten van het opbouwwerk uit één bron&#10;</xsl:text>
    <xsl:text>.SH OVERZICHT&#10;</xsl:text>
    <xsl:for-each select=".//naslag">
      <xsl:if test="position() != 1">.br&#10;</xsl:if>
      <xsl:value-of select="concat('.B opbouwwerk ', @naam, '&#10;')"/>
      <xsl:text>[\fIOPTIE\fR\|.\|.\|.]</xsl:text>
      <xsl:if test="@argumenten">
        <xsl:text> </xsl:text>
        <xsl:call-template name="roff"><xsl:with-param name="tekst" select="@argumenten"/></xsl:call-template>
      </xsl:if>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:text>.br&#10;.B opbouwwerk&#10;</xsl:text>
    <xsl:for-each select=".//optie[@van]">
      <xsl:if test="position() != 1"> | </xsl:if>
      <xsl:value-of select="concat('\fB\-\-', @lang, '\fR')"/>
    </xsl:for-each>
    <xsl:text>&#10;.SH BESCHRIJVING&#10;</xsl:text>
    <xsl:apply-templates select="//hoofdstuk[@id = 'waarvoor']/alinea | //hoofdstuk[naslag]/alinea"/>
    <xsl:apply-templates select="//sectie[optie[@van]]/optie"/>
    <xsl:text>.SH OPDRACHTEN&#10;</xsl:text>
    <xsl:apply-templates select=".//naslag"/>
    <xsl:text>.SH OPTIES&#10;Opties die meer opdrachten hebben.&#10;</xsl:text>
    <xsl:apply-templates select=".//groep"/>
    <xsl:apply-templates select=".//sectie[@man]"/>
    <xsl:text>.SH VOORBEELDEN&#10;</xsl:text>
    <xsl:apply-templates select="$programma/voorbeeld"/>
    <xsl:text>.SH ZIE OOK&#10;De handleiding,&#10;.IR handleiding.pdf ,&#10;in de documentatiemap van het programma.&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="voorbeeld">
    <xsl:if test="preceding-sibling::voorbeeld">.PP&#10;</xsl:if>
    <xsl:call-template name="roff"><xsl:with-param name="tekst" select="concat(translate(substring(@korte, 1, 1), 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), substring(@korte, 2), ':')"/></xsl:call-template>
    <xsl:text>&#10;.PP&#10;.RS 4&#10;.nf&#10;</xsl:text>
    <xsl:call-template name="roff"><xsl:with-param name="tekst" select="string(.)"/></xsl:call-template>
    <xsl:text>&#10;.fi&#10;.RE&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="naslag">
    <xsl:value-of select="concat('.SS ', @naam, '&#10;')"/>
    <xsl:apply-templates select="korte"/>
    <xsl:apply-templates select="alinea"/>
    <xsl:apply-templates select="optie"/>
    <xsl:variable name="groepen" select="concat(' ', @groepen, ' ')"/>
    <xsl:text>.PP&#10;Verder&#10;</xsl:text>
    <xsl:for-each select="//groep[contains($groepen, concat(' ', @naam, ' '))]/optie">
      <xsl:value-of select="concat('.BR \-\-', str:replace(@lang, '-', '\-'))"/>
      <xsl:choose>
        <xsl:when test="position() = last()"> .</xsl:when>
        <xsl:otherwise> ,</xsl:otherwise>
      </xsl:choose>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="groep">
    <xsl:text>.SS </xsl:text>
    <xsl:value-of select="concat(titel, '&#10;')"/>
    <xsl:apply-templates select="optie"/>
  </xsl:template>

  <xsl:template match="korte">
    <xsl:call-template name="regel"/>
  </xsl:template>

  <xsl:template match="alinea">
    <xsl:if test="preceding-sibling::alinea or preceding-sibling::korte or preceding-sibling::tabel or ../@id = 'opdrachten'">.PP&#10;</xsl:if>
    <xsl:call-template name="regel"/>
  </xsl:template>

  <xsl:template match="optie">
    <xsl:text>.TP&#10;</xsl:text>
    <xsl:if test="@kort"><xsl:value-of select="concat('\fB\-', @kort, '\fR, ')"/></xsl:if>
    <xsl:value-of select="concat('\fB\-\-', str:replace(@lang, '-', '\-'), '\fR')"/>
    <xsl:if test="@waarde">
      <xsl:text>=</xsl:text>
      <xsl:call-template name="waarde"/>
    </xsl:if>
    <xsl:text>&#10;</xsl:text>
    <xsl:call-template name="regel"/>
  </xsl:template>

  <!-- Woorden om uit te kiezen zijn vet, wat men zelf invult cursief. -->
  <xsl:template name="waarde">
    <xsl:choose>
      <xsl:when test="contains(@waarde, '|')">
        <xsl:for-each select="str:tokenize(@waarde, '|')">
          <xsl:if test="position() != 1">|\:</xsl:if>
          <xsl:value-of select="concat('\fB', ., '\fR')"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('\fI', str:replace(@waarde, '-', '\-'), '\fR')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="sectie[@man]">
    <xsl:value-of select="concat('.SH ', @man, '&#10;')"/>
    <xsl:apply-templates select="alinea | tabel"/>
  </xsl:template>

  <xsl:template match="tabel">
    <xsl:for-each select="rij">
      <xsl:text>.TP&#10;</xsl:text>
      <xsl:for-each select="cel[1]"><xsl:call-template name="regel"/></xsl:for-each>
      <xsl:for-each select="cel[2]"><xsl:call-template name="regel"/></xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- De tekst van een element als regels van roff: een zin op een regel. -->
  <xsl:template name="regel">
    <xsl:variable name="tekst"><xsl:apply-templates mode="in-de-regel"/></xsl:variable>
    <xsl:variable name="zinnen" select="str:replace(str:replace(normalize-space($tekst), '. ', '.&#10;'), '? ', '?&#10;')"/>
    <xsl:for-each select="str:tokenize($zinnen, '&#10;')">
      <xsl:call-template name="vouw"><xsl:with-param name="woord" select="str:tokenize(string(.), ' ')[1]"/></xsl:call-template>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <!-- Woorden achter elkaar, in regels van ten hoogste 64 tekens. -->
  <xsl:template name="vouw">
    <xsl:param name="woord"/>
    <xsl:param name="vol" select="0"/>
    <xsl:variable name="lengte" select="string-length($woord)"/>
    <xsl:variable name="past" select="$vol + 1 + $lengte &lt;= 64"/>
    <xsl:choose>
      <xsl:when test="$vol = 0"/>
      <xsl:when test="$past"><xsl:text> </xsl:text></xsl:when>
      <xsl:otherwise><xsl:text>&#10;</xsl:text></xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="$woord"/>
    <xsl:if test="$woord/following-sibling::*">
      <xsl:call-template name="vouw">
        <xsl:with-param name="woord" select="$woord/following-sibling::*[1]"/>
        <xsl:with-param name="vol" select="($vol + 1) * $past + $lengte"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="text()" mode="in-de-regel">
    <xsl:call-template name="roff"><xsl:with-param name="tekst" select="."/></xsl:call-template>
  </xsl:template>
  <xsl:template match="code" mode="in-de-regel">
    <xsl:text>\fB</xsl:text>
    <xsl:apply-templates mode="in-de-regel"/>
    <xsl:text>\fR</xsl:text>
  </xsl:template>
  <xsl:template match="nadruk | term" mode="in-de-regel">
    <xsl:text>\fI</xsl:text>
    <xsl:apply-templates mode="in-de-regel"/>
    <xsl:text>\fR</xsl:text>
  </xsl:template>
  <xsl:template match="zie" mode="in-de-regel">
    <xsl:text>“</xsl:text>
    <xsl:call-template name="roff"><xsl:with-param name="tekst" select="id(@naar)/titel | //*[@id = current()/@naar]/titel"/></xsl:call-template>
    <xsl:text>” in de handleiding</xsl:text>
  </xsl:template>
  <xsl:template match="*" mode="in-de-regel"/>

  <!-- Wat roff anders leest: een schuine streep achterover en een streepje. -->
  <xsl:template name="roff">
    <xsl:param name="tekst"/>
    <xsl:value-of select="str:replace(str:replace(str:replace($tekst, '\', '\e'), '-', '\-'), '…', '\|.\|.\|.')"/>
  </xsl:template>
</xsl:stylesheet>
