# Shared by the checks of extremes: documents of much or odd content that must be set whole, with
# areas that hold and a message of what gave way. Read by a check that stands in the root.

# What is piped into is a shell of its own, which cannot count for this one.
faults=$WORK/faults
: >"$faults"
wrong() { echo "$*" | tee -a "$faults"; }
document() {
    echo '<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" language="nl" hyphenate="true" font-family="Vollkorn" font-size="10pt" text-align="justify"><fo:layout-master-set><fo:simple-page-master master-name="p" page-width="148mm" page-height="210mm" margin="15mm"><fo:region-body/></fo:simple-page-master></fo:layout-master-set><fo:page-sequence master-reference="p"><fo:flow flow-name="xsl-region-body">'
    cat
    echo '<fo:block>einde</fo:block></fo:flow></fo:page-sequence></fo:root>'
}
# many N TEXT: the text N times, without a linefeed.
many() { awk -v n="$1" -v t="$2" 'BEGIN { for (i = 0; i < n; i++) printf "%s", t }'; }
# The address sanitizer reserves more than any bound allows.
memory=2000000
case $PROGRAM in *-san/*) memory=unlimited ;; esac
# sets NAME MESSAGE: the standard input, as the content of a document; it is set to the end, its
# areas hold, and the messages are of the kind MESSAGE, or none.
sets() {
    document >"$WORK/$1.fo"
    MESSAGES=$WORK/messages bash -c 'TIMEFORMAT=%U; ulimit -v "$0"; time timeout 100 "$@" 2>"$MESSAGES"' \
        $memory "$PROGRAM" toon --stap vlakken -o "$WORK/$1.areas" "$WORK/$1.fo" 2>"$WORK/$1.time"
    grep -q '>einde<' "$WORK/$1.areas" || wrong "$1: not set to the end: $(head -3 "$WORK/messages")"
    ! grep -v '^ *<' "$WORK/$1.areas" >"$WORK/broken" || wrong "$1: $(head -3 "$WORK/broken")"
    others=$(grep '\]$' "$WORK/messages" | grep -v "\[${2:-none}\]\$")
    [ -z "$others" ] || wrong "$1: $others"
    [ -z "${2-}" ] || grep -q "\[$2\]" "$WORK/messages" || wrong "$1: no message $2"
    rm -f "$WORK/$1.fo"
}
# letters NAME C N: the areas have the letter C N times.
letters() {
    count=$(grep -o '<text[^>]*>[^<]*' "$WORK/$1.areas" | sed 's/^[^>]*>//' | tr -cd "$2" | wc -c)
    [ "$count" -eq "$3" ] || wrong "$1: $count times $2, not $3"
}
# linear A B: what is ten times as much as A takes no more than twenty times as long.
linear() {
    awk -v a="$(cat "$WORK/$1.time")" -v b="$(cat "$WORK/$2.time")" 'BEGIN { exit b > 20 * a + 1 }' ||
        wrong "$2 takes $(cat "$WORK/$2.time") s, $1 $(cat "$WORK/$1.time") s"
}
