#include "pdf/content.h"
#include "pdf/copy.h"
#include "pdf/parts.h"

#include <stdlib.h>

typedef struct Pages {
    Pdf *pdf;
    Copy *copy;
    int tree;        /* object of the page tree's root */
    int link, field; /* the first that is not on a page before */
} Pages;

/* Writes the content stream; returns its object, 0 with error. */
static int
write_content(const Pages *pages, int index, qpdf_oh page, GError **error)
{
    Pdf *pdf = pages->pdf;
    unsigned char *content = NULL;
    size_t length = 0;
    if (qpdf_oh_get_page_content_data(pdf->drawing, page, &content, &length) &
        QPDF_ERRORS) {
        pdf_set_error(error, "bladzijde %d van de PDF is niet te lezen", index + 1);
        return 0;
    }
    GString *rewritten =
        content_rewrite((const char *)content, length, &pdf->mark_counts[index]);
    free(content);
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
    Pages pages = {pdf, copy, pdf_allocate(pdf), 0, 0};
    qpdf_push_inherited_attributes_to_page(pdf->drawing);
    for (int i = 0; i < pdf->page_count; i++) {
        pdf->pages[i] = pdf_allocate(pdf);
        copy_becomes(copy, qpdf_get_page_n(pdf->drawing, (size_t)i), pdf->pages[i]);
    }
    for (int i = 0; i < pdf->page_count; i++)
        if (!write_page(&pages, i, error))
            return FALSE;
    write_page_tree(&pages);
    return copy_rest(copy, error);
}
