#include "content/source.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

enum {
    MEBIBYTE = 1 << 20,
    SIZE_MAX_MIB = 4,
    NEXT_LINE = 0x85,
    SOFT_HYPHEN = 0xAD,
    ZERO_WIDTH_SPACE = 0x200B,
    HYPHEN = 0x2010,
    NON_BREAKING_HYPHEN = 0x2011,
    LINE_SEPARATOR = 0x2028,
    PARAGRAPH_SEPARATOR = 0x2029,
    LIGATURE_FF = 0xFB00,
    LIGATURE_ST = 0xFB06,
    ZERO_WIDTH_NO_BREAK_SPACE = 0xFEFF
};

static gboolean
is_line_end(gunichar c)
{
    return (c >= '\n' && c <= '\r') || c == NEXT_LINE || c == LINE_SEPARATOR ||
           c == PARAGRAPH_SEPARATOR;
}

static gboolean
is_space(gunichar c)
{
    return g_unichar_isspace(c) || c == ZERO_WIDTH_SPACE ||
           c == ZERO_WIDTH_NO_BREAK_SPACE;
}

static void
append_plain(GString *word, gunichar c)
{
    static const char *const ligatures[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    if (c == SOFT_HYPHEN || c == HYPHEN || c == NON_BREAKING_HYPHEN)
        g_string_append_c(word, '-');
    else if (c >= LIGATURE_FF && c <= LIGATURE_ST)
        g_string_append(word, ligatures[c - LIGATURE_FF]);
    else
        g_string_append_unichar(word, c);
}

static const char *
plain_word(Arena *arena, const char *from, const char *to)
{
    g_autoptr(GString) word = g_string_sized_new((gsize)(to - from));
    for (const char *p = from; p < to; p = g_utf8_next_char(p))
        append_plain(word, g_utf8_get_char(p));
    g_autofree char *composed =
        g_utf8_normalize(word->str, -1, G_NORMALIZE_DEFAULT_COMPOSE);
    return arena_strdup(arena, composed);
}

static void
set_digest(SourceLine *line, GChecksum *whole)
{
    g_autofree char *joined = g_strjoinv(" ", (GStrv)line->words);
    g_autofree char *digest =
        g_compute_checksum_for_string(G_CHECKSUM_SHA256, joined, -1);
    memcpy(line->digest, digest, SOURCE_LINE_DIGEST);
    g_checksum_update(whole, (const guchar *)joined, -1);
    g_checksum_update(whole, (const guchar *)"\n", 1);
}

/* Splits from..to into words; a line without any is not kept. */
static void
add_line(Arena *arena, GArray *lines, GChecksum *whole, int number, const char *from,
         const char *to)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    for (const char *p = from; p < to;) {
        const char *start = p;
        while (p < to && !is_space(g_utf8_get_char(p)))
            p = g_utf8_next_char(p);
        if (p > start)
            g_ptr_array_add(words, (gpointer)plain_word(arena, start, p));
        else
            p = g_utf8_next_char(p);
    }
    if (words->len == 0)
        return;
    const char **copy = arena_array(arena, const char *, words->len + 1);
    memcpy(copy, words->pdata, words->len * sizeof *copy);
    SourceLine line = {.number = number, .words = copy, .word_count = (int)words->len};
    set_digest(&line, whole);
    g_array_append_val(lines, line);
}

/* A form feed ends a line too, but no editor counts it as one. */
static void
split(Arena *arena, GArray *lines, GChecksum *whole, const char *bytes, const char *end)
{
    int number = 1;
    const char *start = bytes;
    for (const char *p = bytes; p < end; p = g_utf8_next_char(p)) {
        if (!is_line_end(g_utf8_get_char(p)))
            continue;
        add_line(arena, lines, whole, number, start, p);
        start = g_utf8_next_char(p);
        gboolean in_pair = *p == '\r' && start < end && *start == '\n';
        number += *p == '\n' || (*p == '\r' && !in_pair);
    }
    add_line(arena, lines, whole, number, start, end);
}

static void
report_encoding(const char *bytes, const char *fault, const char *file, Diag *diag)
{
    Place place = {file, 1, 1};
    for (const char *p = bytes; p < fault; p++) {
        if (*p == '\n') {
            place.line++;
            place.column = 1;
        } else if (((guchar)*p & 0xC0) != 0x80) {
            place.column++;
        }
    }
    diag_report(diag, &place, DIAG_SOURCE_ENCODING,
                "hier staat geen geldige UTF-8 (byte 0x%02X)", (guchar)*fault);
}

static gboolean
is_usable(const char *bytes, gsize length, const char *file, Diag *diag)
{
    Place start = {file, 1, 1};
    const char *fault;
    if (length >= 5 && memcmp(bytes, "%PDF-", 5) == 0)
        diag_report(diag, &start, DIAG_SOURCE_TEXT,
                    "dit is een PDF, geen tekst; haal de tekst er eerst uit");
    else if (length > SIZE_MAX_MIB * (gsize)MEBIBYTE)
        diag_report(diag, &start, DIAG_SOURCE_TEXT, "het bestand is groter dan %d MiB",
                    SIZE_MAX_MIB);
    else if (!g_utf8_validate(bytes, (gssize)length, &fault))
        report_encoding(bytes, fault, file, diag);
    else
        return TRUE;
    return FALSE;
}

const SourceText *
source_read(Arena *arena, const char *bytes, gsize length, const char *file, Diag *diag)
{
    if (length >= 3 && memcmp(bytes, BYTE_ORDER_MARK, 3) == 0) {
        bytes += 3;
        length -= 3;
    }
    if (!is_usable(bytes, length, file, diag))
        return NULL;
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(SourceLine));
    g_autoptr(GChecksum) whole = g_checksum_new(G_CHECKSUM_SHA256);
    split(arena, lines, whole, bytes, bytes + length);
    if (lines->len == 0) {
        Place start = {file, 1, 1};
        diag_report(diag, &start, DIAG_SOURCE_TEXT, "er staat geen tekst in");
        return NULL;
    }
    SourceText *text = arena_new0(arena, SourceText);
    SourceLine *copy = arena_array(arena, SourceLine, lines->len);
    memcpy(copy, lines->data, lines->len * sizeof *copy);
    *text = (SourceText){.file = arena_strdup(arena, file),
                         .lines = copy,
                         .line_count = (int)lines->len,
                         .digest = arena_strdup(arena, g_checksum_get_string(whole))};
    return text;
}
