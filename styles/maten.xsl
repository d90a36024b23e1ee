<?xml version="1.0" encoding="UTF-8"?>
<!-- Lengten, kleuren en lettersoorten van alle uitgaven: nergens anders staan getallen. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ow="urn:opbouwwerk:fo">

  <!-- Het vel: A5, met een zetspiegel van 35 regels op het basisraster. -->
  <xsl:variable name="blad-breed" select="'148mm'"/>
  <xsl:variable name="blad-hoog" select="'210mm'"/>
  <xsl:variable name="marge-binnen" select="'18mm'"/>
  <xsl:variable name="marge-buiten" select="'23mm'"/>
  <xsl:variable name="marge-boven" select="'11mm'"/>
  <xsl:variable name="marge-onder" select="'12mm'"/>
  <xsl:variable name="kop-hoog" select="'10mm'"/>
  <xsl:variable name="voet-hoog" select="'9mm'"/>
  <xsl:variable name="zetbreedte-pt" select="303.3"/>

  <!-- Het raster. -->
  <xsl:variable name="regel" select="'13.5pt'"/>
  <xsl:variable name="halve-regel" select="'6.75pt'"/>
  <xsl:variable name="inspring" select="'13.5pt'"/>

  <xsl:variable name="letter-tekst" select="'Vollkorn, serif'"/>
  <xsl:variable name="letter-tabel" select="'Lato, sans-serif'"/>
  <xsl:variable name="letter-symbool" select="'DejaVu Sans'"/>
  <xsl:variable name="korps-tekst" select="'10pt'"/>
  <xsl:variable name="korps-tabel" select="'8pt'"/>
  <xsl:variable name="regel-tabel" select="'10.8pt'"/>
  <xsl:variable name="korps-klein" select="'7.5pt'"/>
  <xsl:variable name="regel-klein" select="'9.6pt'"/>

  <!-- Eén steunkleur, die in grijs een donkere toon houdt; en twee tinten ervan. -->
  <xsl:variable name="kleur" select="'#1d4d5c'"/>
  <xsl:variable name="kleur-zacht" select="'#5b7480'"/>
  <xsl:variable name="kleur-tint" select="'#e6edef'"/>
  <xsl:variable name="kleur-lijn" select="'#8fa0a8'"/>
  <xsl:variable name="haarlijn" select="'0.4pt'"/>

  <!-- Figuren: kale getallen in punten, want in een tekening wordt ermee gerekend. -->
  <xsl:variable name="inkt" select="'#000000'"/>
  <xsl:variable name="raster-pt" select="13.5"/>
  <xsl:variable name="figuur-hoogst-pt" select="418.5"/>
  <xsl:variable name="figuur-letter" select="'Lato'"/>
  <xsl:variable name="figuur-korps-centrum" select="8.5"/>
  <xsl:variable name="figuur-korps-label" select="8"/>
  <xsl:variable name="figuur-korps-klein" select="7.5"/>
  <xsl:variable name="figuur-regelval" select="1.22"/>
  <xsl:variable name="figuur-lijn" select="0.9"/>
  <xsl:variable name="figuur-lijn-dun" select="0.6"/>
  <xsl:variable name="figuur-lucht" select="4.2"/>
  <xsl:variable name="figuur-centrum-straal" select="47"/>
  <xsl:variable name="figuur-satelliet-straal" select="42"/>
  <xsl:variable name="figuur-spaak" select="10.5"/>
  <xsl:variable name="figuur-overzicht-wit" select="20"/>
  <xsl:variable name="figuur-stip" select="1.8"/>
  <xsl:variable name="figuur-pijl" select="12"/>
  <xsl:variable name="figuur-pijlpunt" select="5"/>
  <xsl:variable name="figuur-hoek" select="4"/>
  <xsl:variable name="figuur-rijwit" select="19"/>
  <xsl:variable name="figuur-bocht" select="25"/>
  <xsl:variable name="figuur-stap-breedst" select="104"/>
  <xsl:variable name="figuur-stap-kolommen" select="4"/>

  <!-- Checklists en verslagen van audits: A4, een zetbreedte van 174 mm. -->
  <xsl:variable name="a4-breed" select="'210mm'"/>
  <xsl:variable name="a4-hoog" select="'297mm'"/>
  <xsl:variable name="a4-links" select="'20mm'"/>
  <xsl:variable name="a4-rechts" select="'16mm'"/>
  <xsl:variable name="a4-boven" select="'11mm'"/>
  <xsl:variable name="a4-onder" select="'11mm'"/>
  <xsl:variable name="a4-kop" select="'9mm'"/>
  <xsl:variable name="a4-voet" select="'7mm'"/>
  <xsl:variable name="a4-regel" select="'12.6pt'"/>
  <xsl:variable name="a4-halve-regel" select="'6.3pt'"/>
  <xsl:variable name="vinkje" select="'11.4pt'"/>
  <xsl:variable name="vinkje-korps" select="'11.4pt'"/>
  <xsl:variable name="vinkje-lijn" select="'0.7pt'"/>
  <xsl:variable name="schrijflijn" select="'0.5pt'"/>
  <xsl:variable name="grijs" select="'#595959'"/>
  <xsl:variable name="grijs-lijn" select="'#8c8c8c'"/>
  <xsl:variable name="grijs-tint" select="'#efefef'"/>

  <!-- De plaats in de bron, op elk blok. -->
  <xsl:attribute-set name="bron">
    <xsl:attribute name="ow:regel"><xsl:value-of select="ancestor-or-self::*[@ow:regel][1]/@ow:regel"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="alinea" use-attribute-sets="bron">
    <xsl:attribute name="text-align">justify</xsl:attribute>
    <xsl:attribute name="orphans">2</xsl:attribute>
    <xsl:attribute name="widows">2</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="titel-deel" use-attribute-sets="bron">
    <xsl:attribute name="role">H1</xsl:attribute>
    <xsl:attribute name="font-size">24pt</xsl:attribute>
    <xsl:attribute name="line-height">27pt</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$kleur"/></xsl:attribute>
    <xsl:attribute name="text-align">start</xsl:attribute>
    <xsl:attribute name="hyphenate">false</xsl:attribute>
    <xsl:attribute name="space-before">54pt</xsl:attribute>
    <xsl:attribute name="space-before.conditionality">retain</xsl:attribute>
    <xsl:attribute name="space-after">40.5pt</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="titel-sectie" use-attribute-sets="bron">
    <xsl:attribute name="role">H2</xsl:attribute>
    <xsl:attribute name="font-size">15pt</xsl:attribute>
    <xsl:attribute name="line-height">20.25pt</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$kleur"/></xsl:attribute>
    <xsl:attribute name="text-align">start</xsl:attribute>
    <xsl:attribute name="hyphenate">false</xsl:attribute>
    <xsl:attribute name="space-before">27pt</xsl:attribute>
    <xsl:attribute name="space-after">6.75pt</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="titel-tekst" use-attribute-sets="bron">
    <xsl:attribute name="role">H3</xsl:attribute>
    <xsl:attribute name="font-family"><xsl:value-of select="$letter-tabel"/></xsl:attribute>
    <xsl:attribute name="font-size">9pt</xsl:attribute>
    <xsl:attribute name="font-weight">bold</xsl:attribute>
    <xsl:attribute name="line-height"><xsl:value-of select="$regel"/></xsl:attribute>
    <xsl:attribute name="text-align">start</xsl:attribute>
    <xsl:attribute name="hyphenate">false</xsl:attribute>
    <xsl:attribute name="space-before"><xsl:value-of select="$regel"/></xsl:attribute>
    <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="tabeltekst">
    <xsl:attribute name="font-family"><xsl:value-of select="$letter-tabel"/></xsl:attribute>
    <xsl:attribute name="font-size"><xsl:value-of select="$korps-tabel"/></xsl:attribute>
    <xsl:attribute name="line-height"><xsl:value-of select="$regel-tabel"/></xsl:attribute>
    <xsl:attribute name="ow:font-features">lnum=1, tnum=1</xsl:attribute>
    <xsl:attribute name="text-align">start</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="klein">
    <xsl:attribute name="font-family"><xsl:value-of select="$letter-tabel"/></xsl:attribute>
    <xsl:attribute name="font-size"><xsl:value-of select="$korps-klein"/></xsl:attribute>
    <xsl:attribute name="line-height"><xsl:value-of select="$regel-klein"/></xsl:attribute>
    <xsl:attribute name="ow:font-features">lnum=1</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$kleur-zacht"/></xsl:attribute>
    <xsl:attribute name="text-align">start</xsl:attribute>
    <xsl:attribute name="hyphenate">false</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="kopje-tabel">
    <xsl:attribute name="font-weight">bold</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$kleur"/></xsl:attribute>
    <xsl:attribute name="padding-bottom">2pt</xsl:attribute>
    <xsl:attribute name="padding-top">2pt</xsl:attribute>
    <xsl:attribute name="display-align">after</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="cel">
    <xsl:attribute name="padding-top">3pt</xsl:attribute>
    <xsl:attribute name="padding-bottom">3.5pt</xsl:attribute>
    <xsl:attribute name="padding-right">7pt</xsl:attribute>
  </xsl:attribute-set>
</xsl:stylesheet>
