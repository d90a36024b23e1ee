#include "pdf/parts.h"

/* The resources that wait to be looked through, and the objects that have been. */
typedef struct Repair {
    const Pdf *pdf;
    GQueue waiting;      /* objects that may have resources */
    GHashTable *visited; /* object numbers */
} Repair;

/* Resources may hang on each other in circles; each object is looked at once. */
static gboolean
is_new(Repair *repair, qpdf_oh object)
{
    int number = qpdf_oh_get_object_id(repair->pdf->qpdf, object);
    return number == 0 || g_hash_table_add(repair->visited, GINT_TO_POINTER(number));
}

/* PDF/A-2, 6.2.11.3.2: the glyphs of embedded TrueType outlines are found by number. */
static void
repair_font(Repair *repair, qpdf_oh font)
{
    const Pdf *pdf = repair->pdf;
    qpdf_oh descendants = qpdf_oh_get_key(pdf->qpdf, font, "/DescendantFonts");
    if (!qpdf_oh_is_array(pdf->qpdf, descendants))
        return;
    qpdf_oh outlines = qpdf_oh_get_array_item(pdf->qpdf, descendants, 0);
    if (qpdf_oh_is_dictionary_of_type(pdf->qpdf, outlines, "/Font", "/CIDFontType2") &&
        !qpdf_oh_has_key(pdf->qpdf, outlines, "/CIDToGIDMap"))
        pdf_set_name(pdf, outlines, "/CIDToGIDMap", "Identity");
}

/* A form, a pattern or an image. PDF/A-2, 6.2.8.1: images are not interpolated, which cairo
 * asks of the reader. */
static void
repair_stream(Repair *repair, qpdf_oh stream)
{
    const Pdf *pdf = repair->pdf;
    if (!qpdf_oh_is_stream(pdf->qpdf, stream))
        return;
    qpdf_oh dictionary = qpdf_oh_get_dict(pdf->qpdf, stream);
    if (qpdf_oh_has_key(pdf->qpdf, dictionary, "/Interpolate"))
        qpdf_oh_remove_key(pdf->qpdf, dictionary, "/Interpolate");
    qpdf_oh mask = qpdf_oh_get_key(pdf->qpdf, dictionary, "/SMask");
    if (qpdf_oh_is_stream(pdf->qpdf, mask) && is_new(repair, mask))
        qpdf_oh_remove_key(pdf->qpdf, qpdf_oh_get_dict(pdf->qpdf, mask),
                           "/Interpolate");
    g_queue_push_tail(&repair->waiting, GUINT_TO_POINTER(dictionary));
}

/* The group of a soft mask in a graphics state. */
static void
repair_state(Repair *repair, qpdf_oh state)
{
    const Pdf *pdf = repair->pdf;
    qpdf_oh mask = qpdf_oh_get_key(pdf->qpdf, state, "/SMask");
    if (!qpdf_oh_is_dictionary(pdf->qpdf, mask))
        return;
    qpdf_oh group = qpdf_oh_get_key(pdf->qpdf, mask, "/G");
    if (is_new(repair, group))
        repair_stream(repair, group);
}

static void
repair_category(Repair *repair, qpdf_oh resources, const char *category,
                void (*repair_one)(Repair *, qpdf_oh))
{
    const Pdf *pdf = repair->pdf;
    qpdf_oh entries = qpdf_oh_get_key(pdf->qpdf, resources, category);
    if (!qpdf_oh_is_dictionary(pdf->qpdf, entries))
        return;
    g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func(g_free);
    qpdf_oh_begin_dict_key_iter(pdf->qpdf, entries);
    while (qpdf_oh_dict_more_keys(pdf->qpdf))
        g_ptr_array_add(keys, g_strdup(qpdf_oh_dict_next_key(pdf->qpdf)));
    for (guint i = 0; i < keys->len; i++) {
        qpdf_oh entry = qpdf_oh_get_key(pdf->qpdf, entries, keys->pdata[i]);
        if (is_new(repair, entry))
            repair_one(repair, entry);
    }
}

void
resources_repair(Pdf *pdf)
{
    Repair repair = {.pdf = pdf, .waiting = G_QUEUE_INIT};
    repair.visited = g_hash_table_new(NULL, NULL);
    for (int i = 0; i < pdf->page_count; i++)
        g_queue_push_tail(&repair.waiting,
                          GUINT_TO_POINTER(pdf_object(pdf, pdf->pages[i])));
    while (!g_queue_is_empty(&repair.waiting)) {
        qpdf_oh owner = GPOINTER_TO_UINT(g_queue_pop_head(&repair.waiting));
        qpdf_oh resources = qpdf_oh_get_key(pdf->qpdf, owner, "/Resources");
        if (!qpdf_oh_is_dictionary(pdf->qpdf, resources) || !is_new(&repair, resources))
            continue;
        repair_category(&repair, resources, "/Font", repair_font);
        repair_category(&repair, resources, "/XObject", repair_stream);
        repair_category(&repair, resources, "/Pattern", repair_stream);
        repair_category(&repair, resources, "/ExtGState", repair_state);
    }
    g_hash_table_unref(repair.visited);
    pdf_release(pdf);
}
