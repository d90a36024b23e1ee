#include "pdf/document.h"

#include <stdarg.h>

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
    qpdf_error fault = qpdf_get_error(pdf->drawing);
    pdf_set_error(error, "de PDF kan niet afgemaakt worden: %s",
                  fault ? qpdf_get_error_full_text(pdf->drawing, fault)
                        : "onbekende fout");
}

static gboolean
read_drawing(Pdf *pdf, const GByteArray *input, GError **error)
{
    qpdf_silence_errors(pdf->drawing);
    qpdf_set_suppress_warnings(pdf->drawing, QPDF_TRUE);
    if (qpdf_read_memory(pdf->drawing, "PDF", (const char *)input->data, input->len,
                         NULL) &
        QPDF_ERRORS) {
        take_qpdf_error(pdf, error);
        return FALSE;
    }
    pdf->page_count = qpdf_get_num_pages(pdf->drawing);
    if (pdf->page_count != (int)pdf->document->pages->len) {
        pdf_set_error(error, "de PDF heeft %d bladzijden in plaats van %u",
                      pdf->page_count, pdf->document->pages->len);
        return FALSE;
    }
    return TRUE;
}

Pdf *
pdf_open(const AreaDocument *document, const GByteArray *input,
         const PdfOptions *options, GError **error)
{
    g_autoptr(Pdf) pdf = g_new0(Pdf, 1);
    pdf->document = document;
    pdf->options = options;
    pdf->drawing = qpdf_init();
    pdf->file = pdf_file_new();
    pdf->catalog = g_string_new("<</Type/Catalog");
    pdf->elements = g_hash_table_new(NULL, NULL);
    pdf->links = area_links(document, &pdf->link_count);
    pdf->annotations = g_new0(int, (gsize)pdf->link_count + 1);
    if (!read_drawing(pdf, input, error))
        return NULL;
    pdf->pages = g_new0(int, (gsize)pdf->page_count);
    pdf->mark_counts = g_new0(int, (gsize)pdf->page_count);
    return g_steal_pointer(&pdf);
}

void
pdf_free(Pdf *pdf)
{
    qpdf_get_error(pdf->drawing); /* else the library complains that nobody looked */
    qpdf_cleanup(&pdf->drawing);
    pdf_file_free(pdf->file);
    g_string_free(pdf->catalog, TRUE);
    g_hash_table_unref(pdf->elements);
    g_free(pdf->pages);
    g_free(pdf->mark_counts);
    g_free(pdf->annotations);
    g_free(pdf->widgets);
    g_free(pdf);
}

GByteArray *
pdf_write(Pdf *pdf, GError **error)
{
    pdf_release(pdf);
    if (qpdf_has_error(pdf->drawing)) {
        take_qpdf_error(pdf, error);
        return NULL;
    }
    int catalog = pdf_allocate(pdf);
    g_string_append(pdf->catalog, ">>");
    g_string_append(pdf_begin(pdf, catalog), pdf->catalog->str);
    pdf_end(pdf);
    return pdf_file_finish(pdf->file, catalog, pdf->info);
}

void
pdf_release(const Pdf *pdf)
{
    qpdf_oh_release_all(pdf->drawing);
}

int
pdf_allocate(const Pdf *pdf)
{
    return pdf_file_allocate(pdf->file);
}

GString *
pdf_begin(const Pdf *pdf, int number)
{
    return pdf_file_begin(pdf->file, number);
}

void
pdf_end(const Pdf *pdf)
{
    pdf_file_end(pdf->file);
}

/* As render/ clamps it (PDF/A-2, 6.1.13). */
static gint64
page_height(const Pdf *pdf, int page)
{
    const Area *area = g_ptr_array_index(pdf->document->pages, (guint)page);
    return CLAMP(area->height, POINTS(3), POINTS(14400));
}

void
put_rectangle(const Pdf *pdf, GString *out, int page, gint64 x0, gint64 y0, gint64 x1,
              gint64 y1)
{
    gint64 height = page_height(pdf, page);
    g_string_append_c(out, '[');
    put_length(out, x0);
    put_length(out, height - y1);
    put_length(out, x1);
    put_length(out, height - y0);
    g_string_append_c(out, ']');
}

void
put_height_at(const Pdf *pdf, GString *out, int page, gint64 y)
{
    put_length(out, page_height(pdf, page) - y);
}

gboolean
pdf_has_destination(const Pdf *pdf, const char *id)
{
    const AreaDestination *destination =
        id ? g_hash_table_lookup(pdf->document->destinations, id) : NULL;
    return destination && destination->page >= 0 && destination->page < pdf->page_count;
}

void
put_uri_action(GString *out, const char *uri)
{
    g_autofree char *clean = pdf_clean_text(uri);
    g_autoptr(GString) escaped = g_string_new(NULL);
    for (const guchar *p = (const guchar *)clean; *p; p++) {
        if (*p > ' ' && *p < 0x7F)
            g_string_append_c(escaped, (char)*p);
        else
            g_string_append_printf(escaped, "%%%02X", *p);
    }
    g_string_append(out, "<</S/URI/URI");
    put_string(out, escaped->str);
    g_string_append(out, ">>");
}
