#include "pdf/document.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

/* PDF/A-2, 6.1.13: names of 127 bytes, strings of 32,767: this many UTF-16 pairs fit. */
enum { LONGEST_NAME = 127, LONGEST_TEXT = 8000 };

void
pdf_set_error(GError **error, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_set_error_literal(error, G_FILE_ERROR, G_FILE_ERROR_FAILED, text);
}

/* The library's own words, in English, after ours. */
static void
take_qpdf_error(const Pdf *pdf, GError **error)
{
    qpdf_error fault = qpdf_get_error(pdf->qpdf);
    pdf_set_error(error, "de PDF kan niet afgemaakt worden: %s",
                  fault ? qpdf_get_error_full_text(pdf->qpdf, fault)
                        : "onbekende fout");
}

static gboolean
read_pages(Pdf *pdf, const GByteArray *input, GError **error)
{
    QPDF_ERROR_CODE code =
        qpdf_read_memory(pdf->qpdf, "PDF", (const char *)input->data, input->len, NULL);
    if (code & QPDF_ERRORS) {
        take_qpdf_error(pdf, error);
        return FALSE;
    }
    pdf->page_count = qpdf_get_num_pages(pdf->qpdf);
    if (pdf->page_count != (int)pdf->document->pages->len) {
        pdf_set_error(error, "de PDF heeft %d bladzijden in plaats van %u",
                      pdf->page_count, pdf->document->pages->len);
        return FALSE;
    }
    pdf->pages = g_new0(int, (gsize)pdf->page_count);
    for (int i = 0; i < pdf->page_count; i++)
        pdf->pages[i] =
            qpdf_oh_get_object_id(pdf->qpdf, qpdf_get_page_n(pdf->qpdf, (size_t)i));
    pdf_release(pdf);
    return TRUE;
}

Pdf *
pdf_open(const AreaDocument *document, const GByteArray *input,
         const PdfOptions *options, GError **error)
{
    g_autoptr(Pdf) pdf = g_new0(Pdf, 1);
    pdf->document = document;
    pdf->options = options;
    pdf->elements = g_hash_table_new(NULL, NULL);
    pdf->qpdf = qpdf_init();
    qpdf_silence_errors(pdf->qpdf);
    qpdf_set_suppress_warnings(pdf->qpdf, QPDF_TRUE);
    if (!read_pages(pdf, input, error))
        return NULL;
    pdf->links = area_links(document, &pdf->link_count);
    pdf->annotations = g_new0(int, (gsize)pdf->link_count + 1);
    return g_steal_pointer(&pdf);
}

void
pdf_free(Pdf *pdf)
{
    if (pdf->qpdf)
        qpdf_cleanup(&pdf->qpdf);
    g_hash_table_unref(pdf->elements);
    g_free(pdf->pages);
    g_free(pdf->annotations);
    g_free(pdf);
}

GByteArray *
pdf_write(Pdf *pdf, GError **error)
{
    qpdf_data qpdf = pdf->qpdf;
    pdf_release(pdf);
    gboolean failed =
        qpdf_has_error(qpdf) || (qpdf_init_write_memory(qpdf) & QPDF_ERRORS) != 0;
    if (!failed) {
        qpdf_set_object_stream_mode(qpdf, qpdf_o_generate);
        qpdf_set_newline_before_endstream(qpdf, QPDF_TRUE); /* PDF/A-2, 6.1.7.1 */
        qpdf_set_deterministic_ID(qpdf, QPDF_TRUE);
        qpdf_set_minimum_pdf_version(qpdf, "1.7");
        qpdf_set_linearization(qpdf, pdf->options->linearise);
        failed = (qpdf_write(qpdf) & QPDF_ERRORS) != 0;
    }
    if (failed) {
        take_qpdf_error(pdf, error);
        return NULL;
    }
    gsize length = qpdf_get_buffer_length(qpdf);
    GByteArray *bytes = g_byte_array_sized_new((guint)length);
    g_byte_array_append(bytes, qpdf_get_buffer(qpdf), (guint)length);
    return bytes;
}

void
pdf_release(Pdf *pdf)
{
    qpdf_oh_release_all(pdf->qpdf);
}

qpdf_oh
pdf_object(const Pdf *pdf, int number)
{
    return qpdf_get_object_by_id(pdf->qpdf, number, 0);
}

int
pdf_add_object(const Pdf *pdf, qpdf_oh value)
{
    return qpdf_oh_get_object_id(pdf->qpdf,
                                 qpdf_make_indirect_object(pdf->qpdf, value));
}

void
pdf_set(const Pdf *pdf, qpdf_oh dictionary, const char *key, qpdf_oh value)
{
    qpdf_oh_replace_key(pdf->qpdf, dictionary, key, value);
}

void
pdf_set_name(const Pdf *pdf, qpdf_oh dictionary, const char *key, const char *name)
{
    pdf_set(pdf, dictionary, key, pdf_name(pdf, name));
}

void
pdf_set_integer(const Pdf *pdf, qpdf_oh dictionary, const char *key, gint64 value)
{
    pdf_set(pdf, dictionary, key, qpdf_oh_new_integer(pdf->qpdf, value));
}

void
pdf_set_text(const Pdf *pdf, qpdf_oh dictionary, const char *key, const char *text)
{
    if (text)
        pdf_set(pdf, dictionary, key, pdf_text(pdf, text));
}

void
pdf_append(const Pdf *pdf, qpdf_oh array, qpdf_oh value)
{
    qpdf_oh_append_item(pdf->qpdf, array, value);
}

qpdf_oh
pdf_name(const Pdf *pdf, const char *name)
{
    char buffer[LONGEST_NAME + 1] = "/";
    g_strlcpy(buffer + 1, *name ? name : "Span", sizeof buffer - 1);
    return qpdf_oh_new_name(pdf->qpdf, buffer);
}

char *
pdf_clean_text(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    GString *clean = g_string_sized_new(strlen(valid));
    int count = 0;
    for (const char *p = valid; *p && count < LONGEST_TEXT; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        GUnicodeType type = g_unichar_type(c);
        gboolean is_text = type != G_UNICODE_CONTROL && c != 0xFFFE && c != 0xFFFF;
        g_string_append_unichar(clean, is_text ? c : ' ');
        count++;
    }
    return g_string_free(clean, FALSE);
}

qpdf_oh
pdf_text(const Pdf *pdf, const char *text)
{
    g_autofree char *clean = pdf_clean_text(text);
    return qpdf_oh_new_unicode_string(pdf->qpdf, clean);
}

qpdf_oh
pdf_length(const Pdf *pdf, gint64 length)
{
    return qpdf_oh_new_real_from_double(pdf->qpdf, (double)length / 1024, 3);
}

/* As render/ clamps it (PDF/A-2, 6.1.13). */
static gint64
page_height(const Pdf *pdf, int page)
{
    const Area *area = g_ptr_array_index(pdf->document->pages, (guint)page);
    return CLAMP(area->height, POINTS(3), POINTS(14400));
}

qpdf_oh
pdf_rectangle(const Pdf *pdf, int page, gint64 x0, gint64 y0, gint64 x1, gint64 y1)
{
    gint64 height = page_height(pdf, page);
    qpdf_oh array = qpdf_oh_new_array(pdf->qpdf);
    const gint64 edges[4] = {x0, height - y1, x1, height - y0};
    for (int i = 0; i < 4; i++)
        pdf_append(pdf, array, pdf_length(pdf, edges[i]));
    return array;
}

gboolean
pdf_has_destination(const Pdf *pdf, const char *id)
{
    const AreaDestination *destination =
        id ? g_hash_table_lookup(pdf->document->destinations, id) : NULL;
    return destination && destination->page >= 0 && destination->page < pdf->page_count;
}

qpdf_oh
pdf_destination(const Pdf *pdf, const char *id)
{
    return qpdf_oh_new_string(pdf->qpdf, id);
}

qpdf_oh
pdf_height_at(const Pdf *pdf, int page, gint64 y)
{
    return pdf_length(pdf, page_height(pdf, page) - y);
}

qpdf_oh
pdf_uri_action(const Pdf *pdf, const char *uri)
{
    g_autofree char *clean = pdf_clean_text(uri);
    g_autoptr(GString) escaped = g_string_new(NULL);
    for (const guchar *p = (const guchar *)clean; *p; p++) {
        if (*p > ' ' && *p < 0x7F)
            g_string_append_c(escaped, (char)*p);
        else
            g_string_append_printf(escaped, "%%%02X", *p);
    }
    qpdf_oh action = qpdf_oh_new_dictionary(pdf->qpdf);
    pdf_set_name(pdf, action, "/S", "URI");
    pdf_set(pdf, action, "/URI", qpdf_oh_new_string(pdf->qpdf, escaped->str));
    return action;
}

int
pdf_add_stream(const Pdf *pdf, const void *bytes, gsize length)
{
    qpdf_oh stream = qpdf_oh_new_stream(pdf->qpdf);
    qpdf_oh_replace_stream_data(pdf->qpdf, stream, bytes, length,
                                qpdf_oh_new_null(pdf->qpdf),
                                qpdf_oh_new_null(pdf->qpdf));
    return qpdf_oh_get_object_id(pdf->qpdf, stream);
}

qpdf_oh
pdf_stream_dictionary(const Pdf *pdf, int number)
{
    return qpdf_oh_get_dict(pdf->qpdf, pdf_object(pdf, number));
}
