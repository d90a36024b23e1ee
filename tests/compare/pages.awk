# Compares the words of two files of pdftotext -bbox, the first ours, page by page: how many
# stand on the same page, and how far apart, in points. Words are matched in order: of the one
# page each word with the next equal one of the other.
function number(name) {
    match($0, name "=\"[-0-9.]+")
    return substr($0, RSTART + length(name) + 2, RLENGTH - length(name) - 2) + 0
}
function distance(a) { return a < 0 ? -a : a }
function median(list, n,    i, j, t) {
    for (i = 2; i <= n; i++)
        for (j = i; j > 1 && list[j] < list[j - 1]; j--) { t = list[j]; list[j] = list[j - 1]; list[j - 1] = t }
    return n ? list[int((n + 1) / 2)] : 0
}
FNR == 1 { file++ }
/<page / { page[file]++ }
/<word / {
    p = page[file]; n = ++words[file, p]
    x[file, p, n] = number("xMin"); y[file, p, n] = number("yMin")
    text = $0
    sub(/^[^>]*>/, "", text); sub(/<\/word>.*/, "", text); gsub(/\302\255/, "-", text)
    word[file, p, n] = text
}
END {
    pages = page[1] > page[2] ? page[1] : page[2]
    print "page\tours\ttheirs\tequal\tmiddle dx\tmiddle dy\tmost dy"
    for (p = 1; p <= pages; p++) {
        equal = from = most = 0
        delete dx; delete dy
        for (i = 1; i <= words[1, p]; i++)
            for (j = from + 1; j <= words[2, p] && j <= from + 40; j++)
                if (word[1, p, i] == word[2, p, j]) {
                    equal++
                    dx[equal] = distance(x[1, p, i] - x[2, p, j])
                    dy[equal] = distance(y[1, p, i] - y[2, p, j])
                    if (dy[equal] > most) most = dy[equal]
                    from = j
                    break
                }
        printf "%d\t%d\t%d\t%d\t%.1f\t%.1f\t%.1f\n", p, words[1, p], words[2, p], equal, median(dx, equal),
            median(dy, equal), most
        total += words[1, p]; theirs += words[2, p]; matched += equal
        if (words[1, p] == words[2, p] && equal == words[1, p]) whole++
    }
    printf "%d and %d pages, %d of the same words; %d and %d words, %d on the same page\n", page[1], page[2],
        whole, total, theirs, matched
}
