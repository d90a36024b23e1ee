# From pdftotext -bbox of one column of justified text: how many of its lines are full, how many
# of those end in a hyphen or stick out, and how wide their word spaces are, in hundredths of an
# em. left, measure: where the column stands and how wide it is, in points; size: of the font.
function number(name) {
    match($0, name "=\"[-0-9.]+")
    return substr($0, RSTART + length(name) + 2, RLENGTH - length(name) - 2) + 0
}
function end_line(    i) {
    lines++
    # Full, or longer: punctuation may hang out, or a last line be as long by chance.
    if (words > 1 && right > left + measure - 1.5) {
        full++
        if (last ~ /(-|‐|\302\255)$/) hyphens++
        if (right > left + measure + 0.75 * size) over++
        for (i = 1; i < words; i++) {
            n++; sum += gap[i]; squares += gap[i] * gap[i]
            if (gap[i] > widest) widest = gap[i]
            if (narrowest == "" || gap[i] < narrowest) narrowest = gap[i]
            all[n] = gap[i]
        }
    }
    words = 0
}
/<word / {
    from = number("xMin"); to = number("xMax"); y = number("yMax")
    if (words && (from < right - 1 || y > bottom + 3 || y < bottom - 3)) end_line()
    if (words) gap[words] = 100 * (from - right) / size
    words++
    right = to; bottom = y; last = $0
    sub(/<\/word>.*/, "", last)
}
END {
    end_line()
    mean = sum / n
    deviation = sqrt(squares / n - mean * mean)
    for (i = 1; i <= n; i++) if (all[i] > 1.5 * normal) loose++
    printf "%d\t%d\t%d\t%d\t%.1f\t%.1f\t%.1f\t%.1f\t%.1f\n", lines, full, hyphens, over, mean,
        deviation, narrowest, widest, 100 * loose / n
}
