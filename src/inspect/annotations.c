#include "inspect/inspection.h"

#include <string.h>

/* ISO 32000-1, 12.5.3. */
enum {
    FLAG_INVISIBLE = 1,
    FLAG_HIDDEN = 2,
    FLAG_PRINT = 4,
    FLAG_NO_VIEW = 32,
    FLAG_TOGGLE = 256
};

typedef struct Annotation {
    Inspection *inspection;
    int page;
    const Value *value;
    const char *kind;
    gint64 flags;
    const Claim *claim;     /* of the tree, or NULL */
    const Element *element; /* that it hangs in, or NULL */
} Annotation;

static gboolean
is_kind(const Annotation *annotation, const char *kind)
{
    return strcmp(annotation->kind, kind) == 0;
}

/* PDF/A-2, 6.3.1. */
static void
check_kind(const Annotation *a)
{
    static const char *const allowed[] = {
        "Text",           "Link",      "FreeText",    "Line",      "Square",
        "Circle",         "Polygon",   "PolyLine",    "Highlight", "Underline",
        "Squiggly",       "StrikeOut", "Stamp",       "Caret",     "Ink",
        "Popup",          "Widget",    "PrinterMark", "TrapNet",   "Watermark",
        "FileAttachment", "Redact",    NULL};
    if (!is_among(a->kind, allowed))
        finding(a->inspection, DIAG_PDF_ANNOTATION_KIND, a->page, a->value,
                "een annotatie van de soort %s", *a->kind ? a->kind : "onbekend");
    if (is_kind(a, "TrapNet"))
        finding(a->inspection, DIAG_PDF_ANNOTATION_TREE, a->page, a->value,
                "een annotatie van de soort TrapNet");
}

/* PDF/A-2, 6.3.2: seen and printed alike. */
static void
check_flags(const Annotation *a)
{
    if (is_kind(a, "Popup"))
        return;
    if (!(a->flags & FLAG_PRINT) ||
        (a->flags & (FLAG_INVISIBLE | FLAG_HIDDEN | FLAG_NO_VIEW | FLAG_TOGGLE)))
        finding(a->inspection, DIAG_PDF_ANNOTATION_FLAGS, a->page, a->value,
                "een annotatie wordt niet afgedrukt of is verborgen");
}

static gboolean
has_area(const Value *annotation)
{
    double r[4];
    return value_numbers(value_get(annotation, "Rect"), r, 4) && r[0] != r[2] &&
           r[1] != r[3];
}

/* The type of the field that the widget is of (12.7.3.1). */
static const char *
field_type(const Value *widget)
{
    for (int i = 0; i < 32 && widget->kind == VALUE_DICTIONARY; i++) {
        const char *type = value_name(value_get(widget, "FT"));
        if (type)
            return type;
        widget = value_get(widget, "Parent");
    }
    return "";
}

/* PDF/A-2, 6.3.3: what it looks like is in the file. */
static void
check_appearance(const Annotation *a)
{
    const Value *looks = value_get(a->value, "AP"), *normal = value_get(looks, "N");
    if (looks->kind == VALUE_NULL) {
        if (!is_kind(a, "Popup") && !is_kind(a, "Link") && has_area(a->value))
            finding(a->inspection, DIAG_PDF_APPEARANCE, a->page, a->value,
                    "een annotatie zegt niet hoe zij eruitziet");
        return;
    }
    gboolean button = is_kind(a, "Widget") && strcmp(field_type(a->value), "Btn") == 0;
    gboolean fits =
        normal->kind == VALUE_STREAM || (button && normal->kind == VALUE_DICTIONARY);
    if (!fits || value_has(looks, "R") || value_has(looks, "D"))
        finding(a->inspection, DIAG_PDF_APPEARANCE, a->page, a->value,
                "een annotatie heeft niet precies één gewone gedaante");
    const char *state = value_name(value_get(a->value, "AS"));
    if (normal->kind == VALUE_DICTIONARY &&
        (!state || (!value_has(normal, state) && strcmp(state, "Off") != 0)))
        finding(a->inspection, DIAG_PDF_APPEARANCE, a->page, a->value,
                "een annotatie is in een stand waarvoor zij geen gedaante heeft");
}

/* PDF/UA-1, 7.18.1, 7.18.4, 7.18.5. */
static void
check_place_in_tree(const Annotation *a)
{
    static const char *const outside[] = {"Popup", "PrinterMark", "TrapNet", NULL};
    if (is_among(a->kind, outside) || (a->flags & FLAG_HIDDEN)) {
        if (is_kind(a, "PrinterMark") && a->claim)
            finding(a->inspection, DIAG_PDF_ANNOTATION_TREE, a->page, a->value,
                    "een drukteken hangt in de structuurboom");
        return;
    }
    gboolean link = is_kind(a, "Link"), widget = is_kind(a, "Widget");
    const char *wanted = link ? "Link" : widget ? "Form" : "Annot";
    if (!a->element || (!element_is(a->element, wanted) &&
                        !element_above(a->inspection, a->element, wanted)))
        finding(a->inspection,
                link     ? DIAG_PDF_LINK_TREE
                : widget ? DIAG_PDF_WIDGET_TREE
                         : DIAG_PDF_ANNOTATION_TREE,
                a->page, a->value, "een annotatie hangt niet in een %s van de boom",
                wanted);
}

/* PDF/UA-1, 7.18.1 and 7.18.5: what is heard of it. */
static void
check_contents(const Annotation *a)
{
    if (is_kind(a, "Widget") || is_kind(a, "Popup") || is_kind(a, "PrinterMark") ||
        (a->flags & FLAG_HIDDEN))
        return;
    const Value *contents = value_get(a->value, "Contents");
    const Value *alternative =
        a->element ? value_get(a->element->value, "Alt") : value_null();
    if ((contents->kind != VALUE_STRING || contents->count == 0) &&
        (is_kind(a, "Link") || alternative->kind != VALUE_STRING))
        finding(a->inspection, DIAG_PDF_CONTENTS, a->page, a->value,
                "een annotatie heeft geen woorden (Contents)");
}

/* On its page, at least in part. */
static void
check_rectangle(const Annotation *a)
{
    const Page *page = &g_array_index(a->inspection->pages, Page, (guint)a->page);
    double r[4], m[4];
    if (!value_numbers(value_get(a->value, "Rect"), r, 4)) {
        finding(a->inspection, DIAG_PDF_ANNOTATION_PLACE, a->page, a->value,
                "een annotatie heeft geen plaats");
        return;
    }
    if (value_numbers(page->media, m, 4) &&
        (MAX(r[0], r[2]) <= MIN(m[0], m[2]) || MIN(r[0], r[2]) >= MAX(m[0], m[2]) ||
         MAX(r[1], r[3]) <= MIN(m[1], m[3]) || MIN(r[1], r[3]) >= MAX(m[1], m[3])))
        finding(a->inspection, DIAG_PDF_ANNOTATION_PLACE, a->page, a->value,
                "een annotatie staat naast de bladzijde");
}

static void
check_annotation(Inspection *inspection, int page, const Value *value)
{
    Annotation a = {.inspection = inspection, .page = page, .value = value};
    a.kind = value_name(value_get(value, "Subtype"));
    a.kind = a.kind ? a.kind : "";
    a.flags = value_integer(value_get(value, "F"), 0);
    Claim *claim = value->is_object
                       ? g_hash_table_lookup(inspection->tree.objects,
                                             GINT_TO_POINTER(value->object))
                       : NULL;
    a.claim = claim;
    a.element = claim ? element_at(inspection, claim->element) : NULL;
    if (claim) {
        if (claim->met || (claim->page >= 0 && claim->page != page))
            finding(inspection, DIAG_PDF_OBJECT_UNKNOWN, page, a.element->value,
                    "noemt object %d op een andere bladzijde", value->object);
        claim->met = TRUE;
    }
    check_kind(&a);
    check_flags(&a);
    check_appearance(&a);
    check_place_in_tree(&a);
    check_contents(&a);
    check_rectangle(&a);
}

void
check_annotations(Inspection *inspection)
{
    for (int i = 0; i < (int)inspection->pages->len; i++) {
        const Page *page = &g_array_index(inspection->pages, Page, (guint)i);
        const Value *list = value_get(page->value, "Annots");
        for (guint j = 0; j < value_count_items(list); j++) {
            const Value *annotation = value_item(list, j);
            if (annotation->kind == VALUE_DICTIONARY)
                check_annotation(inspection, i, annotation);
            else
                finding(inspection, DIAG_PDF_ANNOTATION_KIND, i, page->value,
                        "in de lijst van annotaties staat iets anders");
        }
    }
}
