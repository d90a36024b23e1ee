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
            pdf->annotations[i] = pdf_allocate(pdf);
}

/* What a reader hears of the link (PDF/UA-1, 7.18.5). */
static void
put_contents(const Pdf *pdf, GString *out, const AreaLink *link)
{
    const char *contents =
        link->contents && *link->contents ? link->contents : link->uri;
    if (contents) {
        put_text_entry(out, "/Contents", contents);
        return;
    }
    const AreaDestination *destination =
        g_hash_table_lookup(pdf->document->destinations, link->id);
    const Area *page =
        g_ptr_array_index(pdf->document->pages, (guint)destination->page);
    g_autofree char *place =
        page->u.page.label ? g_strdup_printf("Naar bladzijde %s", page->u.page.label)
                           : g_strdup_printf("Naar bladzijde %d", page->u.page.number);
    put_text_entry(out, "/Contents", place);
}

/* F 4, Print: PDF/A-2, 6.3.2. No border; when it has the focus it shows inverted, which is
 * the default of H. */
static void
write_annotation(const Pdf *pdf, int index)
{
    const AreaLinkRectangle *r = &pdf->links[index];
    GString *out = pdf_begin(pdf, pdf->annotations[index]);
    g_string_append(out, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect");
    put_rectangle(pdf, out, r->page, r->x, r->y, (gint64)r->x + r->width,
                  (gint64)r->y + r->height);
    g_string_append(out, "/StructParent");
    put_integer(out, pdf->page_count + index);
    put_contents(pdf, out, r->link);
    if (r->link->uri) {
        g_string_append(out, "/A");
        put_uri_action(out, r->link->uri);
    } else {
        g_string_append(out, "/Dest");
        put_string(out, r->link->id);
    }
    g_string_append(out, ">>");
    pdf_end(pdf);
}

static gint
compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The reader keeps its zoom (12.3.2.2). */
static void
put_place(const Pdf *pdf, GString *out, const char *id)
{
    const AreaDestination *destination =
        g_hash_table_lookup(pdf->document->destinations, id);
    g_string_append_c(out, '[');
    put_reference(out, pdf->pages[destination->page]);
    g_string_append(out, "/XYZ null");
    put_height_at(pdf, out, destination->page, destination->y);
    g_string_append(out, " null]");
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
    int tree = pdf_allocate(pdf);
    GString *out = pdf_begin(pdf, tree);
    g_string_append(out, "<</Names[");
    for (guint i = 0; i < count; i++) {
        if (!pdf_has_destination(pdf, ids[i]))
            continue;
        put_string(out, ids[i]);
        put_place(pdf, out, ids[i]);
    }
    g_string_append(out, "]>>");
    pdf_end(pdf);
    g_string_append(pdf->catalog, "/Names<</Dests");
    put_reference(pdf->catalog, tree);
    g_string_append(pdf->catalog, ">>");
}

void
links_write(const Pdf *pdf)
{
    for (int i = 0; i < pdf->link_count; i++)
        if (pdf->annotations[i])
            write_annotation(pdf, i);
    write_destinations(pdf);
}
