#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/file.h"
#include "pdf/syntax.h"

static void
assert_put(GString *text, const char *wanted)
{
    assert_string_equal(text->str, wanted);
    g_string_truncate(text, 0);
}

static void
numbers_are_decimal(void **state)
{
    (void)state;
    GString *text = g_string_new(NULL);
    put_integer(text, 0);
    put_integer(text, -12);
    put_integer(text, G_MAXINT64);
    put_integer(text, G_MININT64);
    assert_put(text, " 0 -12 9223372036854775807 -9223372036854775808");
    put_length(text, 1024);
    put_length(text, -1536);
    put_length(text, 1);
    put_length(text, -1024 * 3 - 10);
    put_length(text, 1023);
    assert_put(text, " 1 -1.5 0.001 -3.01 0.999");
    put_reference(text, 7);
    put_reference(text, 0);
    assert_put(text, " 7 0 R null");
    g_string_free(text, TRUE);
}

static void
names_and_strings_are_escaped(void **state)
{
    (void)state;
    GString *text = g_string_new(NULL);
    put_name(text, "TH");
    put_name(text, "");
    put_name(text, "a b/c#\xC3\xA9");
    assert_put(text, "/TH/Span/a#20b#2Fc#23#C3#A9");
    put_string(text, "a(b\\c)");
    put_string(text, "\xC3\xA9");
    assert_put(text, "(a\\(b\\\\c\\))<C3A9>");
    put_text(text, "a\001b");
    put_text(text, "é");
    put_text(text, "\xF0\x9D\x84\x9E");
    put_text(text, "\xFF");
    assert_put(text, "(a b)<FEFF00E9><FEFFD834DD1E><FEFFFFFD>");
    put_text_entry(text, "/Alt", NULL);
    put_text_entry(text, "/Alt", "");
    assert_put(text, "/Alt()");
    g_autofree char *long_text = g_strnfill(40000, 'x');
    put_text(text, long_text);
    assert_true(text->len < 32767);
    g_string_truncate(text, 0);
    put_name(text, long_text);
    assert_int_equal(text->len, 128);
    g_string_free(text, TRUE);
}

enum { OBJECTS = 450, NOISE = 100000 };

/* A catalog that holds OBJECTS numbers, a stream that does not pack, and an
 * empty one. */
static GByteArray *
written(void)
{
    PdfFile *file = pdf_file_new();
    int catalog = pdf_file_allocate(file), first = catalog + 1;
    for (int i = 0; i < OBJECTS; i++)
        pdf_file_allocate(file);
    for (int i = OBJECTS - 1; i >= 0; i--) {
        put_integer(pdf_file_begin(file, first + i), i * i);
        pdf_file_end(file);
    }
    g_autofree guint8 *noise = g_malloc(NOISE);
    guint32 seed = 1;
    for (int i = 0; i < NOISE; i++)
        noise[i] = (guint8)((seed = seed * 1664525 + 1013904223) >> 24);
    int stream = pdf_file_allocate(file), empty = pdf_file_allocate(file);
    pdf_file_add_stream(file, stream, "/Kind/Noise", noise, NOISE, PDF_COMPRESS);
    pdf_file_add_stream(file, empty, "", "", 0, PDF_COMPRESS);
    int pages = pdf_file_allocate(file);
    g_string_append(pdf_file_begin(file, pages), "<</Type/Pages/Count 0/Kids[]>>");
    pdf_file_end(file);
    GString *out = pdf_file_begin(file, catalog);
    g_string_append(out, "<</Type/Catalog/Pages");
    put_reference(out, pages);
    g_string_append(out, "/Streams[");
    put_reference(out, stream);
    put_reference(out, empty);
    g_string_append(out, "]/Numbers[");
    for (int i = 0; i < OBJECTS; i++)
        put_reference(out, first + i);
    g_string_append(out, "]>>");
    pdf_file_end(file);
    GByteArray *bytes = pdf_file_finish(file, catalog, first);
    pdf_file_free(file);
    return bytes;
}

static gsize
stream_length(qpdf_data qpdf, qpdf_oh stream, guint8 *last)
{
    unsigned char *bytes = NULL;
    size_t length = 0;
    qpdf_oh_get_stream_data(qpdf, stream, qpdf_dl_all, NULL, &bytes, &length);
    *last = length > 0 ? bytes[length - 1] : 0;
    free(bytes);
    return length;
}

static void
what_is_written_can_be_read(void **state)
{
    (void)state;
    g_autoptr(GByteArray) bytes = written();
    g_autoptr(GByteArray) again = written();
    assert_int_equal(bytes->len, again->len);
    assert_memory_equal(bytes->data, again->data, bytes->len);
    qpdf_data qpdf = qpdf_init();
    qpdf_silence_errors(qpdf);
    assert_int_equal(
        qpdf_read_memory(qpdf, "x", (const char *)bytes->data, bytes->len, NULL),
        QPDF_SUCCESS);
    qpdf_oh root = qpdf_get_root(qpdf);
    qpdf_oh numbers = qpdf_oh_get_key(qpdf, root, "/Numbers");
    for (int i = 0; i < OBJECTS; i++)
        assert_int_equal(qpdf_oh_get_int_value_as_int(
                             qpdf, qpdf_oh_get_array_item(qpdf, numbers, i)),
                         i * i);
    qpdf_oh streams = qpdf_oh_get_key(qpdf, root, "/Streams");
    guint8 last;
    assert_int_equal(
        stream_length(qpdf, qpdf_oh_get_array_item(qpdf, streams, 0), &last), NOISE);
    assert_int_not_equal(last, 0);
    assert_int_equal(
        stream_length(qpdf, qpdf_oh_get_array_item(qpdf, streams, 1), &last), 0);
    assert_false(qpdf_more_warnings(qpdf));
    assert_false(qpdf_has_error(qpdf));
    qpdf_cleanup(&qpdf);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_decimal),
        cmocka_unit_test(names_and_strings_are_escaped),
        cmocka_unit_test(what_is_written_can_be_read),
    };
    return cmocka_run_group_tests_name("pdf_file", tests, NULL, NULL);
}
