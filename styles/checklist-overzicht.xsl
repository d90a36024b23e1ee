<?xml version="1.0" encoding="UTF-8"?>
<!-- Het overzicht van een instelling: teams en thema's, wat vaker ontbreekt, wat nog gedaan moet worden. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ow="urn:opbouwwerk:fo">

  <xsl:template match="overzicht" mode="titel">Overzicht van condities</xsl:template>
  <xsl:template match="overzicht" mode="kopregel">Overzicht condities · <xsl:value-of select="@instelling"/></xsl:template>
  <xsl:template match="overzicht" mode="bladwijzers"/>

  <xsl:template match="overzicht">
    <fo:block role="Part">
      <fo:block xsl:use-attribute-sets="kop-stuk" color="{$kleur}">Condities van de teams</fo:block>
      <fo:block role="P" font-size="11pt" line-height="15pt" space-after="8pt"><xsl:value-of select="@instelling"/> · <xsl:value-of select="count(team)"/> teams · peildatum <xsl:call-template name="datum"><xsl:with-param name="iso" select="@peildatum"/></xsl:call-template></fo:block>
      <fo:block role="P" space-after="6pt">Van 0 (alles ontbreekt of is zwak) tot 100, naar gewicht; donkerder is lager. Achter het cijfer staat het verschil met de vorige audit van dat team.</fo:block>
      <fo:table table-layout="fixed" width="100%" role="Table" border-collapse="collapse">
        <fo:table-column column-width="34mm"/>
        <fo:table-column number-columns-repeated="{count(thema) + 1}" column-width="20mm"/>
        <fo:table-header>
          <fo:table-row>
            <fo:table-cell role="TH"><fo:block xsl:use-attribute-sets="bijtekst">team</fo:block></fo:table-cell>
            <xsl:for-each select="thema"><fo:table-cell role="TH" padding="2pt" display-align="after"><fo:block xsl:use-attribute-sets="bijtekst" text-align="center" font-size="7pt" line-height="8.4pt"><xsl:call-template name="titel-van"/></fo:block></fo:table-cell></xsl:for-each>
            <fo:table-cell role="TH" display-align="after" padding="2pt"><fo:block xsl:use-attribute-sets="bijtekst" text-align="center">samen</fo:block></fo:table-cell>
          </fo:table-row>
        </fo:table-header>
        <fo:table-body>
          <xsl:for-each select="team">
            <fo:table-row keep-together.within-page="always">
              <fo:table-cell role="TH" ow:scope="row" padding-top="3pt"><fo:block font-weight="bold"><xsl:value-of select="@naam"/></fo:block><fo:block xsl:use-attribute-sets="bijtekst" font-size="7pt"><xsl:call-template name="korte-datum"><xsl:with-param name="iso" select="@datum"/></xsl:call-template></fo:block></fo:table-cell>
              <xsl:for-each select="thema | totaal[false()]"><xsl:call-template name="scorecel"/></xsl:for-each>
              <xsl:for-each select="totaal"><xsl:call-template name="scorecel"/></xsl:for-each>
            </fo:table-row>
          </xsl:for-each>
        </fo:table-body>
      </fo:table>
      <fo:block xsl:use-attribute-sets="kop-hoofdstuk" color="{$kleur}" id="tekorten">Wat in meer teams ontbreekt</fo:block>
      <xsl:if test="not(tekort)"><fo:block role="P">Geen conditie is in meer dan één team onvervuld.</fo:block></xsl:if>
      <xsl:for-each select="tekort[position() &lt;= 20]">
        <fo:block role="P" start-indent="14pt" text-indent="-14pt" space-after="2pt" keep-together.within-page="always">
          <xsl:value-of select="@nr"/><xsl:text>&#8194;</xsl:text><fo:inline font-weight="bold"><xsl:value-of select="@onderwerp"/></fo:inline>
          <xsl:text> – </xsl:text><xsl:value-of select="@aantal"/> van <xsl:value-of select="@gevraagd"/> teams; <xsl:value-of select="@wie"/>
          <xsl:if test="@bladzijde"> · Condities blz.&#160;<xsl:value-of select="@bladzijde"/></xsl:if>
          <fo:inline xsl:use-attribute-sets="bijtekst"><xsl:text> (</xsl:text><xsl:for-each select="team[@waarde &lt;= 50]"><xsl:value-of select="@naam"/>: <xsl:value-of select="@label"/><xsl:if test="position() != last()">, </xsl:if></xsl:for-each><xsl:text>)</xsl:text></fo:inline>
        </fo:block>
      </xsl:for-each>
      <fo:block xsl:use-attribute-sets="kop-hoofdstuk" color="{$kleur}" id="acties">Wat nog gedaan moet worden</fo:block>
      <xsl:if test="not(acties/actie)"><fo:block role="P">Er staan geen acties open.</fo:block></xsl:if>
      <xsl:call-template name="actietabel"><xsl:with-param name="acties" select="acties/actie"/></xsl:call-template>
    </fo:block>
  </xsl:template>
</xsl:stylesheet>
