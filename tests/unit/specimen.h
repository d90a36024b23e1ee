#ifndef UNIT_SPECIMEN_H
#define UNIT_SPECIMEN_H

/* Specimens: a sound file of our own, written out as text (qpdf's QDF), with one thing changed
 * in it. Objects keep their numbers, and cross-references and lengths are made right again,
 * so that a specimen has one fault and no other. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "command/pipeline.h"
#include "inspect/inspect.h"
#include "pdf/pdf.h"
#include <libxml/parser.h>
#include <qpdf/qpdf-c.h>

const char *
__lsan_default_suppressions(void);
const char *
__lsan_default_suppressions(void)
{
    return "leak:libfontconfig\n";
}

/* What is set from specimen.fo, for the screen. */
static inline GByteArray *
sound_screen(void)
{
    static const char path[] = "tests/unit/specimen.fo";
    g_autoptr(Pipeline) pipeline = pipeline_new(NULL, NULL);
    xmlDoc *fo = xmlReadFile(path, NULL, XML_PARSE_NONET);
    assert_non_null(fo);
    g_autoptr(GError) error = NULL;
    GByteArray *pdf = pipeline_pdf(pipeline, fo, path, &error);
    if (!pdf)
        fail_msg("%s", error->message);
    assert_int_equal(diag_count(pipeline->diag, DIAG_ERROR), 0);
    xmlFreeDoc(fo);
    return pdf;
}

/* A profile of a press that has a name and nothing else. */
static inline GByteArray *
press_profile(void)
{
    guint8 profile[128 + 4 + 12 + 24] = {0};
    profile[3] = sizeof profile;
    profile[8] = 2;
    memcpy(profile + 12, "prtrCMYKLab ", 12);
    memcpy(profile + 36, "acsp", 4);
    profile[131] = 1;
    memcpy(profile + 132, "desc\0\0\0\x90\0\0\0\x18", 12);
    memcpy(profile + 144,
           "desc\0\0\0\0\0\0\0\x08"
           "FOGRA39",
           20);
    return g_byte_array_append(g_byte_array_new(), profile, sizeof profile);
}

static inline GByteArray *
delivered(GByteArray *screen, PdfOptions options)
{
    g_autoptr(GError) error = NULL;
    options.creator = "opbouwwerk";
    GByteArray *pdf = pdf_deliver(screen, &options, &error);
    if (!pdf)
        fail_msg("%s", error->message);
    return pdf;
}

static inline GByteArray *
sound_press(GByteArray *screen)
{
    g_autoptr(GByteArray) profile = press_profile();
    return delivered(screen, (PdfOptions){.profile = PDF_PRESS,
                                          .icc = profile,
                                          .bleed = POINTS(8),
                                          .crop_marks = TRUE});
}

/* The file as text: one object a paragraph, streams as they are. */
static inline GString *
as_text(const GByteArray *pdf)
{
    qpdf_data qpdf = qpdf_init();
    qpdf_silence_errors(qpdf);
    assert_int_equal(
        qpdf_read_memory(qpdf, "x", (const char *)pdf->data, pdf->len, NULL),
        QPDF_SUCCESS);
    qpdf_init_write_memory(qpdf);
    qpdf_set_qdf_mode(qpdf, QPDF_TRUE);
    qpdf_set_object_stream_mode(qpdf, qpdf_o_disable);
    qpdf_set_deterministic_ID(qpdf, QPDF_TRUE);
    qpdf_set_newline_before_endstream(qpdf, QPDF_TRUE);
    assert_int_equal(qpdf_write(qpdf), QPDF_SUCCESS);
    GString *text = g_string_new_len((const char *)qpdf_get_buffer(qpdf),
                                     (gssize)qpdf_get_buffer_length(qpdf));
    qpdf_cleanup(&qpdf);
    return text;
}

/* The line at *from, which goes on to the next; FALSE at the end. */
static inline gboolean
next_line(const GString *text, gsize *from, gsize *start, gsize *length)
{
    if (*from >= text->len)
        return FALSE;
    const char *end = memchr(text->str + *from, '\n', text->len - *from);
    *start = *from;
    *length = end ? (gsize)(end - text->str) - *from : text->len - *from;
    *from += *length + 1;
    return TRUE;
}

static inline gboolean
line_is(const GString *text, gsize start, gsize length, const char *words)
{
    return length == strlen(words) && memcmp(text->str + start, words, length) == 0;
}

/* The number of the object that begins on this line; 0: none. */
static inline int
object_on_line(const GString *text, gsize start, gsize length)
{
    if (length < 7 || !g_ascii_isdigit(text->str[start]) ||
        memcmp(text->str + start + length - 6, " 0 obj", 6) != 0)
        return 0;
    return atoi(text->str + start);
}

/* Writes the length of the stream that ended into the object that follows it. */
static inline void
mend_length(GString *text, gsize from, gsize length)
{
    gsize start, size;
    while (next_line(text, &from, &start, &size))
        if (object_on_line(text, start, size) &&
            next_line(text, &from, &start, &size)) {
            g_autofree char *digits = g_strdup_printf("%" G_GSIZE_FORMAT, length);
            g_string_erase(text, (gssize)start, (gssize)size);
            g_string_insert(text, (gssize)start, digits);
            return;
        }
}

/* Lengths first: they move what is behind them. */
static inline void
mend_lengths(GString *text)
{
    gsize from = 0, start, size, begin = 0;
    gboolean indirect = FALSE, newline = TRUE;
    while (next_line(text, &from, &start, &size)) {
        if (object_on_line(text, start, size))
            begin = 0, indirect = FALSE;
        else if (!begin && size > 12 &&
                 memcmp(text->str + start, "  /Length ", 10) == 0 &&
                 text->str[start + size - 1] == 'R')
            indirect = TRUE;
        else if (!begin && line_is(text, start, size, "stream"))
            begin = from;
        else if (begin && line_is(text, start, size, "endstream")) {
            if (indirect)
                mend_length(text, from, start - begin - (newline ? 1 : 0));
            begin = 0;
        }
    }
}

static inline void
mend_places(GString *text)
{
    g_autoptr(GArray) places = g_array_new(FALSE, TRUE, sizeof(gsize));
    gsize from = 0, start, size, table = 0;
    while (next_line(text, &from, &start, &size)) {
        guint number = (guint)object_on_line(text, start, size);
        if (number >= places->len && number > 0)
            g_array_set_size(places, number + 1);
        if (number > 0)
            g_array_index(places, gsize, number) = start;
        if (line_is(text, start, size, "xref"))
            table = start;
    }
    assert_true(table > 0);
    g_autoptr(GString) end = g_string_new(NULL);
    g_string_printf(end, "xref\n0 %u\n0000000000 65535 f \n", places->len);
    for (guint i = 1; i < places->len; i++) {
        gsize place = g_array_index(places, gsize, i);
        g_string_append_printf(end, "%010" G_GSIZE_FORMAT " %05d %c \n", place,
                               place ? 0 : 1, place ? 'n' : 'f');
    }
    const char *trailer = g_strstr_len(text->str + table, -1, "trailer");
    const char *stop = trailer ? g_strstr_len(trailer, -1, "startxref") : NULL;
    assert_non_null(stop);
    g_string_append_len(end, trailer, stop - trailer);
    g_string_append_printf(end, "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", table);
    g_string_truncate(text, table);
    g_string_append_len(text, end->str, (gssize)end->len);
    from = table;
    while (next_line(text, &from, &start, &size))
        if (size > 8 && memcmp(text->str + start, "  /Size ", 8) == 0) {
            g_autofree char *count = g_strdup_printf("  /Size %u", places->len);
            g_string_erase(text, (gssize)start, (gssize)size);
            g_string_insert(text, (gssize)start, count);
        }
}

static inline void
mend(GString *text)
{
    mend_lengths(text);
    mend_places(text);
}

/* Replaces the first match of a regular expression over bytes; where it was. */
static inline gsize
change(GString *text, const char *pattern, const char *replacement)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GRegex) regex =
        g_regex_new(pattern, G_REGEX_RAW | G_REGEX_MULTILINE, 0, &error);
    if (!regex)
        fail_msg("%s", error->message);
    g_autoptr(GMatchInfo) match = NULL;
    if (!g_regex_match_full(regex, text->str, (gssize)text->len, 0, 0, &match, NULL))
        fail_msg("no “%s” to change", pattern);
    int start, end;
    g_match_info_fetch_pos(match, 0, &start, &end);
    g_autofree char *now = g_match_info_expand_references(match, replacement, NULL);
    g_string_erase(text, start, end - start);
    g_string_insert(text, start, now);
    return (gsize)start + strspn(now, "\n");
}

/* The number of the object that the place is in; 0: none. */
static inline int
object_at(const GString *text, gsize place)
{
    gsize from = 0, start, size;
    int number = 0;
    while (next_line(text, &from, &start, &size) && start <= place) {
        int begins = object_on_line(text, start, size);
        if (begins)
            number = begins;
        else if (line_is(text, start, size, "endobj") && start + size < place)
            number = 0;
    }
    return number;
}

static inline Diag *
inspected(const GString *text, const char *password, InspectResult *result)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    g_byte_array_append(bytes, (const guint8 *)text->str, (guint)text->len);
    g_autoptr(GError) error = NULL;
    Diag *diag = diag_new();
    if (!inspect_pdf("proef.pdf", bytes, password, diag, result, &error))
        fail_msg("%s", error->message);
    return diag;
}

#endif
