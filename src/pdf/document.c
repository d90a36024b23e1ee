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

static int *
allocate(const Pdf *pdf, guint count)
{
    int *objects = g_new(int, (gsize)count + 1);
    for (guint i = 0; i < count; i++)
        objects[i] = pdf_allocate(pdf);
    return objects;
}

Pdf *
pdf_open(const AreaDocument *document, const Drawing *drawing,
         const PdfOptions *options, GError **error)
{
    if (drawing->pages->len != document->pages->len) {
        pdf_set_error(error, "er zijn %u bladzijden getekend in plaats van %u",
                      drawing->pages->len, document->pages->len);
        return NULL;
    }
    Pdf *pdf = g_new0(Pdf, 1);
    pdf->document = document;
    pdf->drawing = drawing;
    pdf->options = options;
    pdf->file = pdf_file_new();
    pdf->catalog = g_string_new("<</Type/Catalog");
    pdf->elements = g_hash_table_new(NULL, NULL);
    pdf->links = area_links(document, &pdf->link_count);
    pdf->annotations = g_new0(int, (gsize)pdf->link_count + 1);
    pdf->page_count = (int)drawing->pages->len;
    pdf->pages = allocate(pdf, drawing->pages->len);
    pdf->fonts = allocate(pdf, drawing->fonts->len);
    pdf->pictures = allocate(pdf, drawing->pictures->len);
    return pdf;
}

void
pdf_free(Pdf *pdf)
{
    pdf_file_free(pdf->file);
    g_string_free(pdf->catalog, TRUE);
    g_hash_table_unref(pdf->elements);
    g_free(pdf->pages);
    g_free(pdf->fonts);
    g_free(pdf->pictures);
    g_free(pdf->annotations);
    g_free(pdf->widgets);
    g_free(pdf);
}

GByteArray *
pdf_write(Pdf *pdf)
{
    int catalog = pdf_allocate(pdf);
    g_string_append(pdf->catalog, ">>");
    g_string_append(pdf_begin(pdf, catalog), pdf->catalog->str);
    pdf_end(pdf);
    return pdf_file_finish(pdf->file, catalog, pdf->info);
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
