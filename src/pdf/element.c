#include "pdf/role.h"
#include "pdf/tags.h"

#include <string.h>

static gboolean
is_listed(const char *const *names, const char *name)
{
    return name && g_strv_contains(names, name);
}

static gboolean
holds_text(const StructureElement *element)
{
    static const char *const roles[] = {"P",    "H",         "H1",   "H2",    "H3",
                                        "H4",   "H5",        "H6",   "Lbl",   "Span",
                                        "Link", "Reference", "Note", "Quote", NULL};
    return element && is_listed(roles, element->role);
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
put_layout_attributes(const Pdf *pdf, GString *out, const StructureElement *element)
{
    const Length *box = element->box;
    int page = page_of(element);
    if (page < 0 || page >= pdf->page_count || box[2] <= box[0] || box[3] <= box[1])
        return;
    g_string_append(out, "/A<</O/Layout/BBox");
    put_rectangle(pdf, out, page, box[0], box[1], box[2], box[3]);
    g_string_append(out, "/Placement");
    put_name(out, holds_text(element->parent) ? "Inline" : "Block");
    g_string_append(out, ">>");
}

static void
put_headers(const Tags *tags, GString *out, const char *headers)
{
    g_auto(GStrv) ids = g_strsplit_set(headers, " \t\n", -1);
    int count = 0;
    for (int i = 0; ids[i]; i++)
        if (*ids[i] && g_hash_table_contains(tags->ids, ids[i])) {
            if (count++ == 0)
                g_string_append(out, "/Headers[");
            put_string(out, ids[i]);
        }
    if (count > 0)
        g_string_append_c(out, ']');
}

/* Table attributes (14.8.5.7). A header cell without headers of its own must say what it
 * is the header of (PDF/UA-1, 7.5). */
static void
put_table_attributes(const Tags *tags, GString *out, const StructureElement *element)
{
    static const char *const scopes[] = {"Row", "Column", "Both", NULL};
    gboolean is_header = strcmp(element->role, "TH") == 0;
    gboolean spans = element->row_span > 1 || element->column_span > 1;
    if (!is_header && !spans && !element->headers)
        return;
    g_string_append(out, "/A<</O/Table");
    if (is_header) {
        g_string_append(out, "/Scope");
        put_name(out, is_listed(scopes, element->scope) ? element->scope : "Column");
    }
    if (element->headers)
        put_headers(tags, out, element->headers);
    if (element->row_span > 1) {
        g_string_append(out, "/RowSpan");
        put_integer(out, element->row_span);
    }
    if (element->column_span > 1) {
        g_string_append(out, "/ColSpan");
        put_integer(out, element->column_span);
    }
    g_string_append(out, ">>");
}

static void
put_list_attributes(GString *out, const StructureElement *element)
{
    static const char *const numberings[] = {
        "None",       "Disc",       "Circle",     "Square",     "Decimal",
        "UpperRoman", "LowerRoman", "UpperAlpha", "LowerAlpha", NULL};
    if (!is_listed(numberings, element->list_numbering))
        return;
    g_string_append(out, "/A<</O/List/ListNumbering");
    put_name(out, element->list_numbering);
    g_string_append(out, ">>");
}

static gboolean
is_illustration(const char *role)
{
    return strcmp(role, "Figure") == 0 || strcmp(role, "Formula") == 0;
}

static void
put_attributes(const Tags *tags, GString *out, const StructureElement *element)
{
    const char *role = element->role;
    if (is_illustration(role) || strcmp(role, "Table") == 0)
        put_layout_attributes(tags->pdf, out, element);
    else if (strcmp(role, "TH") == 0 || strcmp(role, "TD") == 0)
        put_table_attributes(tags, out, element);
    else if (strcmp(role, "L") == 0)
        put_list_attributes(out, element);
}

/* What is said of an element (14.9). An illustration without words for it would not be
 * accessible at all; layout/ reports it. */
static void
put_words(GString *out, const Tag *tag)
{
    const StructureElement *element = tag->element;
    gboolean is_mute = !element->alternative && !element->actual;
    put_text_entry(out, "/Alt",
                   is_mute && is_illustration(element->role)
                       ? "Afbeelding zonder beschrijving"
                       : element->alternative);
    put_text_entry(out, "/ActualText", element->actual);
    if (element->language && *element->language) {
        g_string_append(out, "/Lang");
        put_string(out, element->language);
    }
    if (tag->id) {
        g_string_append(out, "/ID");
        put_string(out, tag->id);
    }
}

/* A mark on another page than the element's own says so. */
static void
put_mark(const Pdf *pdf, GString *out, const StructureKid *kid, int page)
{
    if (kid->page == page) {
        put_integer(out, kid->number);
        return;
    }
    g_string_append(out, "<</Type/MCR/Pg");
    put_reference(out, pdf->pages[kid->page]);
    g_string_append(out, "/MCID");
    put_integer(out, kid->number);
    g_string_append(out, ">>");
}

/* object: a link or widget on kid's page. */
static void
put_annotation(const Pdf *pdf, GString *out, const StructureKid *kid, int object,
               int page)
{
    g_string_append(out, "<</Type/OBJR/Obj");
    put_reference(out, object);
    if (kid->page != page) {
        g_string_append(out, "/Pg");
        put_reference(out, pdf->pages[kid->page]);
    }
    g_string_append(out, ">>");
}

/* Appends what is kept of kid; FALSE where it is nothing. */
static gboolean
put_kid(const Pdf *pdf, GString *out, const StructureKid *kid, int page)
{
    gsize start = out->len;
    if (kid->kind == STRUCTURE_MARK)
        put_mark(pdf, out, kid, page);
    else if (kid->kind == STRUCTURE_CHILD) {
        gpointer object = g_hash_table_lookup(pdf->elements, kid->child);
        if (object)
            put_reference(out, GPOINTER_TO_INT(object));
    } else if (kid->kind == STRUCTURE_FIELD) {
        if (kid->number < pdf->field_count && pdf->widgets[kid->number])
            put_annotation(pdf, out, kid, pdf->widgets[kid->number], page);
    } else if (kid->number < pdf->link_count && pdf->annotations[kid->number])
        put_annotation(pdf, out, kid, pdf->annotations[kid->number], page);
    return out->len > start;
}

static void
put_kids(const Pdf *pdf, GString *out, const StructureElement *element)
{
    int page = page_of(element), count = 0;
    if (page >= 0) {
        g_string_append(out, "/Pg");
        put_reference(out, pdf->pages[page]);
    }
    gsize start = out->len;
    g_string_append(out, "/K[");
    for (const StructureKid *kid = element->first; kid; kid = kid->next)
        count += put_kid(pdf, out, kid, page);
    if (count == 0)
        g_string_truncate(out, start);
    else if (count == 1) /* without an array around it */
        g_string_erase(out, (gssize)start + 2, 1);
    if (count > 1)
        g_string_append_c(out, ']');
}

void
element_write(const Tags *tags, const Tag *tag)
{
    const Pdf *pdf = tags->pdf;
    const StructureElement *element = tag->element;
    GString *out = pdf_begin(pdf, tag->object);
    g_string_append(out, "<</S");
    put_name(out, element->role);
    g_string_append(out, "/P");
    put_reference(out, tag->parent < 0
                           ? tags->tree
                           : g_array_index(tags->tags, Tag, tag->parent).object);
    if (!pdf_role_is_standard(element->role))
        g_hash_table_insert(tags->mapped, (gpointer)element->role,
                            (gpointer)(holds_text(element->parent) ? "Span" : "Div"));
    put_words(out, tag);
    put_attributes(tags, out, element);
    put_kids(pdf, out, element);
    g_string_append(out, ">>");
    pdf_end(pdf);
}
