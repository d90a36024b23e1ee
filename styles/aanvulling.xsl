<?xml version="1.0" encoding="UTF-8"?>
<!-- Aanvulling met Tab in bash: uit wat het programma van zijn opdrachten en opties zegt. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:str="http://exslt.org/strings"
    extension-element-prefixes="str">
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:variable name="boekjes">
    <xsl:for-each select="document('../content/boek.xml')//boekje"><xsl:value-of select="concat(@naam, ' ')"/></xsl:for-each>
  </xsl:variable>

  <xsl:template match="/opdrachten">
    <xsl:text># bash completion of opbouwwerk; made of its own tables.
_opbouwwerk() {
    local current=${COMP_WORDS[COMP_CWORD]} option= words= files= command=${COMP_WORDS[1]-}
    COMPREPLY=()
    # "--option=value" is three words where = ends a word, or one; "--option value" is two.
    if [ "$current" = = ]; then
        option=${COMP_WORDS[COMP_CWORD-1]} current=
    elif [ "${COMP_WORDS[COMP_CWORD-1]}" = = ]; then
        option=${COMP_WORDS[COMP_CWORD-2]}
    elif [[ $current == --*=* ]]; then
        option=${current%%=*} current=${current#*=}
    elif [ "$COMP_CWORD" -gt 2 ]; then
        option=${COMP_WORDS[COMP_CWORD-1]}
    fi
    if [ "$COMP_CWORD" -eq 1 ]; then
        words='</xsl:text>
    <xsl:for-each select="opdracht"><xsl:value-of select="concat(@naam, ' ')"/></xsl:for-each>
    <xsl:for-each select="optie"><xsl:value-of select="concat('--', @lang, ' ')"/></xsl:for-each>
    <xsl:text>'
    else
        case "$command $option" in
</xsl:text>
    <xsl:apply-templates select="opdracht/optie[@waarde]"/>
    <xsl:text>        *)
            case $current in
            -*) case $command in
</xsl:text>
    <xsl:apply-templates select="opdracht" mode="opties"/>
    <xsl:text>                esac ;;
            *) case $command in
</xsl:text>
    <xsl:apply-templates select="opdracht" mode="argumenten"/>
    <xsl:text>                *) files=f ;;
                esac ;;
            esac ;;
        esac
    fi
    mapfile -t COMPREPLY &lt; &lt;(
        [ "$words" ] &amp;&amp; compgen -W "$words" -- "$current"
        [ "$files" ] &amp;&amp; compgen "-$files" -- "$current"
    )
    [ "$files" ] &amp;&amp; compopt -o filenames 2&gt;/dev/null
    return 0
}
complete -F _opbouwwerk opbouwwerk
</xsl:text>
  </xsl:template>

  <!-- De waarde van een optie: een van haar woorden, een map, een bestand, of iets wat alleen de gebruiker weet. -->
  <xsl:template match="optie">
    <xsl:value-of select="concat('        &quot;', ../@naam, ' --', @lang, '&quot;')"/>
    <xsl:if test="@kort"><xsl:value-of select="concat(' | &quot;', ../@naam, ' -', @kort, '&quot;')"/></xsl:if>
    <xsl:text>) </xsl:text>
    <xsl:choose>
      <xsl:when test="contains(@waarde, '|')"><xsl:value-of select="concat('words=', &quot;'&quot;, translate(@waarde, '|', ' '), &quot;'&quot;)"/></xsl:when>
      <xsl:when test="@soort = 'bestand' and @waarde = 'MAP'">files=d</xsl:when>
      <xsl:when test="@soort = 'bestand'">files=f</xsl:when>
      <xsl:otherwise>:</xsl:otherwise>
    </xsl:choose>
    <xsl:text> ;;&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="opdracht" mode="opties">
    <xsl:value-of select="concat('                ', @naam, &quot;) words='&quot;)"/>
    <xsl:for-each select="optie">
      <xsl:value-of select="concat('--', @lang)"/>
      <xsl:if test="position() != last()"><xsl:text> </xsl:text></xsl:if>
    </xsl:for-each>
    <xsl:text>' ;;&#10;</xsl:text>
  </xsl:template>

  <!-- "[NAAM…]" is een boekje, "dossier|audit" een woord, al het andere een bestand. -->
  <xsl:template match="opdracht" mode="argumenten">
    <xsl:variable name="woorden">
      <xsl:if test="contains(@argumenten, 'NAAM') or contains(@argumenten, 'INVOER')"><xsl:value-of select="$boekjes"/></xsl:if>
      <xsl:for-each select="str:tokenize(@argumenten, ' ')[contains(., '|')]"><xsl:value-of select="translate(., '|', ' ')"/></xsl:for-each>
    </xsl:variable>
    <xsl:variable name="ook-bestanden" select="@argumenten and not(contains(@argumenten, 'NAAM'))"/>
    <xsl:if test="string($woorden) != '' or not(@argumenten)">
      <xsl:value-of select="concat('                ', @naam, &quot;) words='&quot;, normalize-space($woorden), &quot;'&quot;)"/>
      <xsl:if test="$ook-bestanden"> files=f</xsl:if>
      <xsl:text> ;;&#10;</xsl:text>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
