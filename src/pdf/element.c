#include "pdf/tags.h"

#include <string.h>

static gboolean
is_listed(const char *const *names, const char *name)
{
    return name && g_strv_contains(names, name);
}

/* ISO 32000-1, 14.8.4. */
static gboolean
is_standard_role(const char *role)
{
    static const char *const roles[] = {
        "Document", "Part",    "Art",   "Sect",  "Div",       "BlockQuote",
        "Caption",  "TOC",     "TOCI",  "Index", "NonStruct", "Private",
        "P",        "H",       "H1",    "H2",    "H3",        "H4",
        "H5",       "H6",      "L",     "LI",    "Lbl",       "LBody",
        "Table",    "TR",      "TH",    "TD",    "THead",     "TBody",
        "TFoot",    "Span",    "Quote", "Note",  "Reference", "BibEntry",
        "Code",     "Link",    "Annot", "Ruby",  "RB",        "RT",
        "RP",       "Warichu", "WT",    "WP",    "Figure",    "Formula",
        "Form",     NULL};
    return is_listed(roles, role);
}

static gboolean
holds_text(const StructureElement *element)
{
    static const char *const roles[] = {"P",    "H",         "H1",   "H2",    "H3",
                                        "H4",   "H5",        "H6",   "Lbl",   "Span",
                                        "Link", "Reference", "Note", "Quote", NULL};
    return element && is_listed(roles, element->role);
}

/* << /O OWNER >>, added to attributes. */
static qpdf_oh
add_owner(const Pdf *pdf, qpdf_oh attributes, const char *owner)
{
    qpdf_oh dictionary = qpdf_oh_new_dictionary(pdf->qpdf);
    pdf_set_name(pdf, dictionary, "/O", owner);
    pdf_append(pdf, attributes, dictionary);
    return dictionary;
}

/* Where the first mark of element is, or of what is below it; -1: nowhere. */
static int
page_of(const StructureElement *element)
{
    for (const StructureKid *kid = element->first; kid; kid = kid->next)
        if (kid->kind == STRUCTURE_MARK)
            return kid->page;
    return -1;
}

/* Layout attributes (14.8.5.4): the place of an illustration. */
static void
add_layout_attributes(const Pdf *pdf, qpdf_oh attributes,
                      const StructureElement *element)
{
    const Length *box = element->box;
    int page = page_of(element);
    if (page < 0 || page >= pdf->page_count || box[2] <= box[0] || box[3] <= box[1])
        return;
    qpdf_oh layout = add_owner(pdf, attributes, "Layout");
    pdf_set_name(pdf, layout, "/Placement",
                 holds_text(element->parent) ? "Inline" : "Block");
    pdf_set(pdf, layout, "/BBox",
            pdf_rectangle(pdf, page, box[0], box[1], box[2], box[3]));
}

static void
add_headers(const Tags *tags, qpdf_oh table, const char *headers)
{
    const Pdf *pdf = tags->pdf;
    g_auto(GStrv) ids = g_strsplit_set(headers, " \t\n", -1);
    qpdf_oh array = qpdf_oh_new_array(pdf->qpdf);
    int count = 0;
    for (int i = 0; ids[i]; i++)
        if (*ids[i] && g_hash_table_contains(tags->ids, ids[i])) {
            pdf_append(pdf, array, qpdf_oh_new_string(pdf->qpdf, ids[i]));
            count++;
        }
    if (count > 0)
        pdf_set(pdf, table, "/Headers", array);
}

/* Table attributes (14.8.5.7). A header cell without headers of its own must say what it
 * is the header of (PDF/UA-1, 7.5). */
static void
add_table_attributes(const Tags *tags, qpdf_oh attributes,
                     const StructureElement *element)
{
    static const char *const scopes[] = {"Row", "Column", "Both", NULL};
    const Pdf *pdf = tags->pdf;
    gboolean is_header = strcmp(element->role, "TH") == 0;
    gboolean spans = element->row_span > 1 || element->column_span > 1;
    if (!is_header && !spans && !element->headers)
        return;
    qpdf_oh table = add_owner(pdf, attributes, "Table");
    if (is_header)
        pdf_set_name(pdf, table, "/Scope",
                     is_listed(scopes, element->scope) ? element->scope : "Column");
    if (element->headers)
        add_headers(tags, table, element->headers);
    if (element->row_span > 1)
        pdf_set_integer(pdf, table, "/RowSpan", element->row_span);
    if (element->column_span > 1)
        pdf_set_integer(pdf, table, "/ColSpan", element->column_span);
}

static void
add_list_attributes(const Pdf *pdf, qpdf_oh attributes, const StructureElement *element)
{
    static const char *const numberings[] = {
        "None",       "Disc",       "Circle",     "Square",     "Decimal",
        "UpperRoman", "LowerRoman", "UpperAlpha", "LowerAlpha", NULL};
    if (!is_listed(numberings, element->list_numbering))
        return;
    pdf_set_name(pdf, add_owner(pdf, attributes, "List"), "/ListNumbering",
                 element->list_numbering);
}

static void
write_attributes(const Tags *tags, qpdf_oh dictionary, const StructureElement *element)
{
    const Pdf *pdf = tags->pdf;
    qpdf_oh attributes = qpdf_oh_new_array(pdf->qpdf);
    if (strcmp(element->role, "Figure") == 0 || strcmp(element->role, "Table") == 0 ||
        strcmp(element->role, "Formula") == 0)
        add_layout_attributes(pdf, attributes, element);
    if (strcmp(element->role, "TH") == 0 || strcmp(element->role, "TD") == 0)
        add_table_attributes(tags, attributes, element);
    if (strcmp(element->role, "L") == 0)
        add_list_attributes(pdf, attributes, element);
    int count = qpdf_oh_get_array_n_items(pdf->qpdf, attributes);
    if (count == 1)
        pdf_set(pdf, dictionary, "/A",
                qpdf_oh_get_array_item(pdf->qpdf, attributes, 0));
    else if (count > 1)
        pdf_set(pdf, dictionary, "/A", attributes);
}

/* What is said of an element (14.9). An illustration without words for it would not be
 * accessible at all; layout/ reports it. */
static void
write_words(const Pdf *pdf, qpdf_oh dictionary, const Tag *tag)
{
    const StructureElement *element = tag->element;
    gboolean is_mute = !element->alternative && !element->actual;
    gboolean needs_words =
        strcmp(element->role, "Figure") == 0 || strcmp(element->role, "Formula") == 0;
    pdf_set_text(pdf, dictionary, "/Alt",
                 is_mute && needs_words ? "Afbeelding zonder beschrijving"
                                        : element->alternative);
    pdf_set_text(pdf, dictionary, "/ActualText", element->actual);
    if (element->language && *element->language)
        pdf_set(pdf, dictionary, "/Lang",
                qpdf_oh_new_string(pdf->qpdf, element->language));
    if (tag->id)
        pdf_set(pdf, dictionary, "/ID", qpdf_oh_new_string(pdf->qpdf, tag->id));
}

/* A mark on another page than the element's own says so. */
static qpdf_oh
mark_reference(const Pdf *pdf, const StructureKid *kid, int page)
{
    if (kid->page == page)
        return qpdf_oh_new_integer(pdf->qpdf, kid->number);
    qpdf_oh reference = qpdf_oh_new_dictionary(pdf->qpdf);
    pdf_set_name(pdf, reference, "/Type", "MCR");
    pdf_set(pdf, reference, "/Pg", pdf_object(pdf, pdf->pages[kid->page]));
    pdf_set_integer(pdf, reference, "/MCID", kid->number);
    return reference;
}

static qpdf_oh
annotation_reference(const Pdf *pdf, const StructureKid *kid, int page)
{
    qpdf_oh reference = qpdf_oh_new_dictionary(pdf->qpdf);
    pdf_set_name(pdf, reference, "/Type", "OBJR");
    pdf_set(pdf, reference, "/Obj", pdf_object(pdf, pdf->annotations[kid->number]));
    if (kid->page != page)
        pdf_set(pdf, reference, "/Pg", pdf_object(pdf, pdf->pages[kid->page]));
    return reference;
}

static void
write_kids(const Pdf *pdf, qpdf_oh dictionary, const StructureElement *element)
{
    int page = page_of(element);
    qpdf_oh kids = qpdf_oh_new_array(pdf->qpdf);
    for (const StructureKid *kid = element->first; kid; kid = kid->next) {
        if (kid->kind == STRUCTURE_MARK)
            pdf_append(pdf, kids, mark_reference(pdf, kid, page));
        else if (kid->kind == STRUCTURE_OBJECT) {
            if (kid->number < pdf->link_count && pdf->annotations[kid->number])
                pdf_append(pdf, kids, annotation_reference(pdf, kid, page));
        } else {
            gpointer object = g_hash_table_lookup(pdf->elements, kid->child);
            if (object)
                pdf_append(pdf, kids, pdf_object(pdf, GPOINTER_TO_INT(object)));
        }
    }
    if (page >= 0)
        pdf_set(pdf, dictionary, "/Pg", pdf_object(pdf, pdf->pages[page]));
    int count = qpdf_oh_get_array_n_items(pdf->qpdf, kids);
    if (count == 1)
        pdf_set(pdf, dictionary, "/K", qpdf_oh_get_array_item(pdf->qpdf, kids, 0));
    else if (count > 1)
        pdf_set(pdf, dictionary, "/K", kids);
}

void
element_write(const Tags *tags, const Tag *tag)
{
    const Pdf *pdf = tags->pdf;
    const StructureElement *element = tag->element;
    qpdf_oh dictionary = pdf_object(pdf, tag->object);
    int parent = tag->parent < 0 ? tags->tree
                                 : g_array_index(tags->tags, Tag, tag->parent).object;
    pdf_set_name(pdf, dictionary, "/S", element->role);
    pdf_set(pdf, dictionary, "/P", pdf_object(pdf, parent));
    if (!is_standard_role(element->role))
        g_hash_table_insert(tags->mapped, (gpointer)element->role,
                            (gpointer)(holds_text(element->parent) ? "Span" : "Div"));
    write_words(pdf, dictionary, tag);
    write_attributes(tags, dictionary, element);
    write_kids(pdf, dictionary, element);
}
