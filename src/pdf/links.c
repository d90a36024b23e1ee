#include "pdf/parts.h"

#include <stdlib.h>
#include <string.h>

static gboolean
leads_somewhere(const Pdf *pdf, const AreaLink *link)
{
    if (!link->element)
        return FALSE;
    return link->uri ? *link->uri != '\0' : pdf_has_destination(pdf, link->id);
}

void
links_allocate(Pdf *pdf)
{
    for (int i = 0; i < pdf->link_count; i++)
        if (leads_somewhere(pdf, pdf->links[i].link))
            pdf->annotations[i] =
                pdf_add_object(pdf, qpdf_oh_new_dictionary(pdf->qpdf));
    pdf_release(pdf);
}

/* What a reader hears of the link (PDF/UA-1, 7.18.5). */
static void
write_contents(const Pdf *pdf, qpdf_oh annotation, const AreaLink *link)
{
    if (link->contents && *link->contents) {
        pdf_set_text(pdf, annotation, "/Contents", link->contents);
        return;
    }
    if (link->uri) {
        pdf_set_text(pdf, annotation, "/Contents", link->uri);
        return;
    }
    const AreaDestination *destination =
        g_hash_table_lookup(pdf->document->destinations, link->id);
    const Area *page =
        g_ptr_array_index(pdf->document->pages, (guint)destination->page);
    g_autofree char *contents =
        page->u.page.label ? g_strdup_printf("Naar bladzijde %s", page->u.page.label)
                           : g_strdup_printf("Naar bladzijde %d", page->u.page.number);
    pdf_set_text(pdf, annotation, "/Contents", contents);
}

static void
write_annotation(const Pdf *pdf, int index)
{
    const AreaLinkRectangle *r = &pdf->links[index];
    qpdf_oh annotation = pdf_object(pdf, pdf->annotations[index]);
    pdf_set_name(pdf, annotation, "/Type", "Annot");
    pdf_set_name(pdf, annotation, "/Subtype", "Link");
    pdf_set_integer(pdf, annotation, "/F", 4); /* Print: PDF/A-2, 6.3.2 */
    /* No border; when it has the focus it shows inverted, which is the default of H. */
    pdf_set(pdf, annotation, "/Border", qpdf_oh_parse(pdf->qpdf, "[0 0 0]"));
    pdf_set(pdf, annotation, "/Rect",
            pdf_rectangle(pdf, r->page, r->x, r->y, (gint64)r->x + r->width,
                          (gint64)r->y + r->height));
    pdf_set_integer(pdf, annotation, "/StructParent", pdf->page_count + index);
    write_contents(pdf, annotation, r->link);
    if (r->link->uri)
        pdf_set(pdf, annotation, "/A", pdf_uri_action(pdf, r->link->uri));
    else
        pdf_set(pdf, annotation, "/Dest", pdf_destination(pdf, r->link->id));
}

static void
write_annotations(const Pdf *pdf)
{
    int page = -1;
    qpdf_oh annotations = 0;
    for (int i = 0; i < pdf->link_count; i++) {
        if (!pdf->annotations[i])
            continue;
        if (pdf->links[i].page != page) {
            page = pdf->links[i].page;
            annotations = qpdf_oh_new_array(pdf->qpdf);
            pdf_set(pdf, pdf_object(pdf, pdf->pages[page]), "/Annots", annotations);
        }
        write_annotation(pdf, i);
        pdf_append(pdf, annotations, pdf_object(pdf, pdf->annotations[i]));
    }
}

static gint
compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* [PAGE /XYZ null TOP null] (12.3.2.2): the reader keeps its zoom. */
static qpdf_oh
explicit_destination(const Pdf *pdf, const char *id)
{
    const AreaDestination *destination =
        g_hash_table_lookup(pdf->document->destinations, id);
    qpdf_oh array = qpdf_oh_new_array(pdf->qpdf);
    pdf_append(pdf, array, pdf_object(pdf, pdf->pages[destination->page]));
    pdf_append(pdf, array, pdf_name(pdf, "XYZ"));
    pdf_append(pdf, array, qpdf_oh_new_null(pdf->qpdf));
    pdf_append(pdf, array, pdf_height_at(pdf, destination->page, destination->y));
    pdf_append(pdf, array, qpdf_oh_new_null(pdf->qpdf));
    return array;
}

/* Every id is a named destination: other documents can link to it too. */
static void
write_destinations(const Pdf *pdf)
{
    guint count = 0;
    g_autofree const char **ids = (const char **)g_hash_table_get_keys_as_array(
        pdf->document->destinations, &count);
    if (count == 0)
        return;
    qsort(ids, count, sizeof *ids, compare_names);
    qpdf_oh names = qpdf_oh_new_array(pdf->qpdf);
    for (guint i = 0; i < count; i++) {
        if (!pdf_has_destination(pdf, ids[i]))
            continue;
        pdf_append(pdf, names, qpdf_oh_new_string(pdf->qpdf, ids[i]));
        pdf_append(pdf, names, explicit_destination(pdf, ids[i]));
    }
    qpdf_oh node = qpdf_oh_new_dictionary(pdf->qpdf);
    pdf_set(pdf, node, "/Names", names);
    qpdf_oh trees = qpdf_oh_new_dictionary(pdf->qpdf);
    pdf_set(pdf, trees, "/Dests", qpdf_make_indirect_object(pdf->qpdf, node));
    pdf_set(pdf, qpdf_get_root(pdf->qpdf), "/Names", trees);
}

void
links_write(const Pdf *pdf)
{
    for (int i = 0; i < pdf->page_count; i++)
        qpdf_oh_remove_key(pdf->qpdf, pdf_object(pdf, pdf->pages[i]), "/Annots");
    write_annotations(pdf);
    write_destinations(pdf);
}
