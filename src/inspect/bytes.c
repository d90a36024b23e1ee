#include "inspect/inspection.h"

#include <stdio.h>
#include <string.h>

static const char *
find(const char *from, const char *end, const char *text)
{
    gsize length = strlen(text);
    for (const char *p = from; end - p >= (gssize)length; p++) {
        p = memchr(p, *text, (gsize)(end - p) - length + 1);
        if (!p)
            return NULL;
        if (memcmp(p, text, length) == 0)
            return p;
    }
    return NULL;
}

static gboolean
is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

/* PDF/A-2, 6.1.2: the header is at the very start, and a comment of bytes that are no text
 * follows, so that nobody takes the file for text. */
static void
check_header(Inspection *inspection)
{
    const char *bytes = (const char *)inspection->bytes->data;
    const char *end = bytes + inspection->bytes->len;
    if (end - bytes < 10 || memcmp(bytes, "%PDF-1.", 7) != 0 ||
        !g_ascii_isdigit(bytes[7])) {
        finding(inspection, DIAG_PDF_HEADER, -1, NULL,
                "het bestand begint niet met %%PDF-1.");
        return;
    }
    if (bytes[7] > '6')
        finding(inspection, DIAG_PDF_PRESS_HEADER, -1, NULL, "het bestand is PDF 1.%c",
                bytes[7]);
    const char *p = bytes + 8;
    while (p < end && is_line_end(*p))
        p++;
    int high = 0;
    for (int i = 1; i <= 4 && p + i < end; i++)
        high += (guchar)p[i] > 127;
    if (p >= end || *p != '%' || high < 4)
        finding(inspection, DIAG_PDF_BINARY, -1, NULL,
                "de tweede regel is geen commentaar van vier bytes boven 127");
}

/* PDF/A-2, 6.1.3: nothing behind the end but the end of its line. */
static void
check_tail(Inspection *inspection)
{
    const char *bytes = (const char *)inspection->bytes->data;
    gsize length = inspection->bytes->len;
    if (length > 0 && bytes[length - 1] == '\n')
        length--;
    if (length > 0 && bytes[length - 1] == '\r')
        length--;
    if (length < 5 || memcmp(bytes + length - 5, "%%EOF", 5) != 0)
        finding(inspection, DIAG_PDF_TAIL, -1, NULL, "na het einde staat nog iets");
}

/* The number after "/Length", by way of its object where it is a reference; -1: unknown. */
static gint64
read_length(const Inspection *inspection, const char *from, const char *end)
{
    for (const char *p = from; (p = find(p, end, "/Length"));) {
        p += strlen("/Length");
        if (*p != ' ' && *p != '\n' && *p != '\r')
            continue;
        int number, generation, used = 0;
        g_autofree char *rest = g_strndup(p, (gsize)MIN(end - p, 40));
        if (sscanf(rest, "%d %d R%n", &number, &generation, &used) == 2 && used > 0) {
            gint64 key = object_key(number, generation);
            const Value *value =
                g_hash_table_lookup(inspection->objects->numbers, &key);
            return value ? value_integer(value, -1) : -1;
        }
        return g_ascii_strtoll(rest, NULL, 10);
    }
    return -1;
}

/* Where the object begins whose dictionary ends at dictionary_end; its number is set. */
static const char *
object_before(const char *start, const char *dictionary_end, int *number)
{
    const char *p = dictionary_end;
    while (p > start + 4 && memcmp(p - 4, " obj", 4) != 0)
        p--;
    const char *digits = p - 4;
    for (int words = 0; digits > start && words < 2; words++) {
        while (digits > start && g_ascii_isspace(digits[-1]))
            digits--;
        while (digits > start && g_ascii_isdigit(digits[-1]))
            digits--;
    }
    *number = (int)CLAMP(g_ascii_strtoll(digits, NULL, 10), 0, G_MAXINT);
    return p;
}

/* PDF/A-2, 6.1.7.1: a stream is as long as its dictionary says, and stands on lines of its
 * own. Returns where it ends. */
static const char *
check_stream(Inspection *inspection, const char *from, const char *keyword)
{
    const char *bytes = (const char *)inspection->bytes->data;
    const char *end = bytes + inspection->bytes->len;
    int number = 0;
    const char *dictionary = object_before(from, keyword, &number);
    gint64 length = read_length(inspection, dictionary, keyword);
    const char *p = keyword + strlen("stream");
    gboolean sound =
        p < end && (*p == '\n' || (*p == '\r' && p + 1 < end && p[1] == '\n'));
    p += p < end && *p == '\r';
    p += p < end && *p == '\n';
    if (length >= 0 && length < end - p)
        p += length;
    else
        sound = sound && length < 0;
    const char *stop = find(p, end, "endstream");
    if (length >= 0 && stop)
        sound = sound && stop - p >= 1 && stop - p <= 2 && is_line_end(stop[-1]) &&
                (stop - p == 1 || *p == '\r');
    if (!sound) {
        Value where = {.object = number};
        finding(inspection, DIAG_PDF_STREAM_LENGTH, -1, &where,
                "de gegevens zijn niet zo lang als er staat, of staan niet op eigen "
                "regels");
    }
    return stop ? stop + strlen("endstream") : end;
}

static void
check_streams(Inspection *inspection)
{
    const char *bytes = (const char *)inspection->bytes->data;
    const char *end = bytes + inspection->bytes->len, *from = bytes, *p = bytes;
    while ((p = find(p, end, "stream"))) {
        const char *before = p;
        while (before > from && g_ascii_isspace(before[-1]))
            before--;
        if (before - from < 2 || memcmp(before - 2, ">>", 2) != 0) {
            p += strlen("stream");
            continue;
        }
        from = p = check_stream(inspection, from, p);
    }
}

static void
check_trailer(Inspection *inspection)
{
    const Value *trailer = inspection->objects->trailer, *id = value_get(trailer, "ID");
    if (value_count_items(id) != 2 || !value_is(value_item(id, 0), VALUE_STRING) ||
        value_item(id, 0)->count == 0)
        finding(inspection, DIAG_PDF_FILE_ID, -1, NULL, "het bestand heeft geen ID");
    if (!inspection->result->locked)
        return;
    finding(inspection, DIAG_PDF_LOCKED, -1, NULL, "het bestand is versleuteld");
    enum { READ_ALOUD = 1 << 9 }; /* ISO 32000-1, table 22 */
    gint64 allowed = value_integer(value_get(value_get(trailer, "Encrypt"), "P"), 0);
    if (!(allowed & READ_ALOUD))
        finding(inspection, DIAG_PDF_LOCKED_READERS, -1, NULL,
                "voorleesprogramma's mogen de tekst niet lezen");
}

void
check_bytes(Inspection *inspection)
{
    check_header(inspection);
    check_tail(inspection);
    check_streams(inspection);
    check_trailer(inspection);
}
