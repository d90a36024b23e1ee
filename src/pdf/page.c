#include "pdf/parts.h"

/* Links and fields are in the order of the pages. */
typedef struct Pages {
    const Pdf *pdf;
    int tree;        /* object of the page tree's root */
    int link, field; /* the first that is not on a page before */
} Pages;

static int
write_content(const Pdf *pdf, const DrawingPage *page)
{
    int stream = pdf_allocate(pdf);
    pdf_file_add_stream(pdf->file, stream, "", page->content->str, page->content->len,
                        PDF_COMPRESS);
    return stream;
}

/* Names of things of one kind: "/Font<</F0 5 0 R>>". */
static void
put_names(GString *out, const char *category, const char *prefix, const GArray *indices,
          const int *objects)
{
    if (indices->len == 0)
        return;
    g_string_append(out, category);
    g_string_append(out, "<<");
    for (guint i = 0; i < indices->len; i++) {
        guint index = g_array_index(indices, guint, i);
        g_string_append(out, prefix);
        thousandths_append(out, (gint64)index * 1000);
        put_reference(out, objects[index]);
    }
    g_string_append(out, ">>");
}

/* Opacities (11.6.4.4); returns whether there are any. */
static gboolean
put_states(GString *out, const DrawingPage *page)
{
    gsize start = out->len;
    g_string_append(out, "/ExtGState<<");
    gsize empty = out->len;
    for (int alpha = 0; alpha < 256; alpha++) {
        if (!page->alphas[alpha])
            continue;
        g_string_append_printf(out, "/A%d<</Type/ExtGState", alpha);
        for (int i = 0; i < 2; i++) {
            g_string_append(out, i == 0 ? "/ca " : "/CA ");
            thousandths_append(out, (alpha * 1000 + 127) / 255);
        }
        g_string_append(out, ">>");
    }
    gboolean some = out->len > empty;
    if (some)
        g_string_append(out, ">>");
    else
        g_string_truncate(out, start);
    return some;
}

/* What the content names; what shines through is blended in the colours of the screen
 * (PDF/A-2, 6.2.10). */
static void
put_resources(const Pdf *pdf, GString *out, const DrawingPage *page)
{
    g_string_append(out, "/Resources<<");
    put_names(out, "/Font", "/F", page->fonts, pdf->fonts);
    put_names(out, "/XObject", "/P", page->pictures, pdf->pictures);
    gboolean blended = put_states(out, page);
    g_string_append(out, ">>");
    if (blended || page->pictures->len > 0)
        g_string_append(out, "/Group<</S/Transparency/I true/CS/DeviceRGB>>");
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

static void
write_page(Pages *pages, int index)
{
    const Pdf *pdf = pages->pdf;
    const DrawingPage *page = g_ptr_array_index(pdf->drawing->pages, (guint)index);
    int content = write_content(pdf, page);
    GString *out = pdf_begin(pdf, pdf->pages[index]);
    g_string_append(out, "<</Type/Page/Parent");
    put_reference(out, pages->tree);
    g_string_append(out, "/MediaBox[0 0");
    put_length(out, length_from_points(page->width));
    put_length(out, length_from_points(page->height));
    g_string_append(out, "]/Contents");
    put_reference(out, content);
    put_resources(pdf, out, page);
    g_string_append(out, "/Tabs/S"); /* PDF/UA-1, 7.18.3 */
    if (page->mark_count > 0) {
        g_string_append(out, "/StructParents");
        put_integer(out, index);
    }
    put_annotations(pages, out, index);
    g_string_append(out, ">>");
    pdf_end(pdf);
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

void
pages_write(Pdf *pdf)
{
    Pages pages = {.pdf = pdf, .tree = pdf_allocate(pdf)};
    for (int i = 0; i < pdf->page_count; i++)
        write_page(&pages, i);
    write_page_tree(&pages);
}
