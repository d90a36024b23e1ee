#include "pdf/content.h"
#include "pdf/copy.h"
#include "pdf/parts.h"

#include <libdeflate.h>
#include <stdlib.h>

typedef struct Pages {
    Pdf *pdf;
    Copy *copy;
    int tree;        /* object of the page tree's root */
    int link, field; /* the first that is not on a page before */
    struct libdeflate_decompressor *decompressor;
    GByteArray *content; /* of the page at hand, as cairo drew it */
} Pages;

static gboolean
unpack(const Pages *pages, const unsigned char *bytes, size_t length)
{
    enum { USUAL = 8, MOST = 2048 }; /* times as long as it was; deflate reaches 1032 */
    for (size_t times = USUAL; times <= MOST; times *= 4) {
        size_t given = 0;
        g_byte_array_set_size(pages->content,
                              (guint)MIN(length * times, G_MAXUINT / 2));
        enum libdeflate_result result = libdeflate_zlib_decompress(
            pages->decompressor, bytes, length, pages->content->data,
            pages->content->len, &given);
        if (result == LIBDEFLATE_SUCCESS)
            g_byte_array_set_size(pages->content, (guint)given);
        if (result != LIBDEFLATE_INSUFFICIENT_SPACE)
            return result == LIBDEFLATE_SUCCESS;
    }
    return FALSE;
}

/* cairo gives each page one stream, compressed. */
static gboolean
read_content(const Pages *pages, qpdf_oh page)
{
    qpdf_data drawing = pages->pdf->drawing;
    qpdf_oh stream = qpdf_oh_get_key(drawing, page, "/Contents");
    unsigned char *bytes = NULL;
    size_t length = 0;
    gboolean read = qpdf_oh_is_stream(drawing, stream) &&
                    !(qpdf_oh_get_stream_data(drawing, stream, qpdf_dl_none, NULL,
                                              &bytes, &length) &
                      QPDF_ERRORS) &&
                    unpack(pages, bytes, length);
    free(bytes);
    return read;
}

/* Writes the content stream; returns its object, 0 with error. */
static int
write_content(const Pages *pages, int index, qpdf_oh page, GError **error)
{
    Pdf *pdf = pages->pdf;
    if (!read_content(pages, page)) {
        pdf_set_error(error, "bladzijde %d van de PDF is niet te lezen", index + 1);
        return 0;
    }
    GString *rewritten = content_rewrite((const char *)pages->content->data,
                                         pages->content->len, &pdf->mark_counts[index]);
    int stream = pdf_allocate(pdf);
    pdf_file_add_stream(pdf->file, stream, "", rewritten->str, rewritten->len,
                        PDF_COMPRESS);
    g_string_free(rewritten, TRUE);
    return stream;
}

static void
put_annotations(Pages *pages, GString *out, int index)
{
    const Pdf *pdf = pages->pdf;
    gsize start = out->len;
    g_string_append(out, "/Annots[");
    gsize empty = out->len;
    for (; pages->link < pdf->link_count && pdf->links[pages->link].page == index;
         pages->link++)
        if (pdf->annotations[pages->link])
            put_reference(out, pdf->annotations[pages->link]);
    for (; pages->field < pdf->field_count && pdf->fields[pages->field].page == index;
         pages->field++)
        if (pdf->widgets[pages->field])
            put_reference(out, pdf->widgets[pages->field]);
    if (out->len == empty)
        g_string_truncate(out, start);
    else
        g_string_append_c(out, ']');
}

static gboolean
write_page(Pages *pages, int index, GError **error)
{
    static const char *const except[] = {"/Parent", "/Contents",      "/Annots",
                                         "/Tabs",   "/StructParents", NULL};
    const Pdf *pdf = pages->pdf;
    qpdf_oh page = qpdf_get_page_n(pdf->drawing, (size_t)index);
    int content = write_content(pages, index, page, error);
    if (!content)
        return FALSE;
    GString *out = pdf_begin(pdf, pdf->pages[index]);
    g_string_append(out, "<<");
    copy_entries(pages->copy, out, page, except);
    g_string_append(out, "/Parent");
    put_reference(out, pages->tree);
    g_string_append(out, "/Contents");
    put_reference(out, content);
    g_string_append(out, "/Tabs/S"); /* PDF/UA-1, 7.18.3 */
    if (pdf->mark_counts[index] > 0) {
        g_string_append(out, "/StructParents");
        put_integer(out, index);
    }
    put_annotations(pages, out, index);
    g_string_append(out, ">>");
    pdf_end(pdf);
    pdf_release(pdf);
    return TRUE;
}

static void
write_page_tree(const Pages *pages)
{
    const Pdf *pdf = pages->pdf;
    GString *out = pdf_begin(pdf, pages->tree);
    g_string_append(out, "<</Type/Pages/Count");
    put_integer(out, pdf->page_count);
    g_string_append(out, "/Kids[");
    for (int i = 0; i < pdf->page_count; i++)
        put_reference(out, pdf->pages[i]);
    g_string_append(out, "]>>");
    pdf_end(pdf);
    g_string_append(pdf->catalog, "/Pages");
    put_reference(pdf->catalog, pages->tree);
}

gboolean
pages_write(Pdf *pdf, GError **error)
{
    g_autoptr(Copy) copy = copy_new(pdf);
    g_autoptr(GByteArray) content = g_byte_array_new();
    Pages pages = {.pdf = pdf,
                   .copy = copy,
                   .tree = pdf_allocate(pdf),
                   .content = content,
                   .decompressor = libdeflate_alloc_decompressor()};
    qpdf_push_inherited_attributes_to_page(pdf->drawing);
    for (int i = 0; i < pdf->page_count; i++) {
        pdf->pages[i] = pdf_allocate(pdf);
        copy_becomes(copy, qpdf_get_page_n(pdf->drawing, (size_t)i), pdf->pages[i]);
    }
    gboolean written = TRUE;
    for (int i = 0; i < pdf->page_count && written; i++)
        written = write_page(&pages, i, error);
    libdeflate_free_decompressor(pages.decompressor);
    if (!written)
        return FALSE;
    write_page_tree(&pages);
    return copy_rest(copy, error);
}
