#include "inspect/inspection.h"

#include <string.h>

enum { DEEPEST = 32 };

typedef struct Fields {
    Inspection *inspection;
    const Value *form;
    GHashTable *seen;  /* Values that hang in the tree of fields */
    GHashTable *names; /* full names */
} Fields;

static gboolean
is_widget(const Value *value)
{
    return value_is_name(value_get(value, "Subtype"), "Widget");
}

/* Itself or what it is part of says it. */
static const Value *
inherited(const Value *field, const char *key)
{
    for (int i = 0; i < DEEPEST && field->kind == VALUE_DICTIONARY; i++) {
        const Value *value = value_get(field, key);
        if (value->kind != VALUE_NULL)
            return value;
        field = value_get(field, "Parent");
    }
    return value_null();
}

/* The font that is typed in is one of the form's (12.7.3.3). */
static void
check_font(const Fields *fields, const Value *field)
{
    const Value *look = inherited(field, "DA");
    if (look->kind == VALUE_NULL)
        look = value_get(fields->form, "DA");
    g_autofree char *text = value_text(look);
    const char *slash = text ? strchr(text, '/') : NULL;
    g_autofree char *name =
        slash ? g_strndup(slash + 1, strcspn(slash + 1, " /[(<\n")) : NULL;
    const Value *fonts = value_get(value_get(fields->form, "DR"), "Font");
    if (!name || !value_has(fonts, name))
        finding(fields->inspection, DIAG_PDF_FIELD_FONT, -1, field,
                "een veld noemt geen lettertype van het formulier");
}

static void
check_end(const Fields *fields, const Value *field)
{
    const char *type = value_name(inherited(field, "FT"));
    if (!type)
        finding(fields->inspection, DIAG_PDF_FIELD, -1, field,
                "een veld zegt niet van welke soort het is");
    else if (strcmp(type, "Tx") == 0 || strcmp(type, "Ch") == 0)
        check_font(fields, field);
}

static void
walk(Fields *fields, const Value *field, const char *path, int depth)
{
    if (field->kind != VALUE_DICTIONARY || depth > DEEPEST ||
        !g_hash_table_add(fields->seen, (gpointer)field)) {
        finding(fields->inspection, DIAG_PDF_FIELD, -1, field,
                "een veld hangt twee keer of te diep in het formulier");
        return;
    }
    g_autofree char *name = value_text(value_get(field, "T"));
    g_autofree char *full = !name   ? g_strdup(path)
                            : *path ? g_strconcat(path, ".", name, NULL)
                                    : g_strdup(name);
    if (name && (!*name || strchr(name, '.') ||
                 !g_hash_table_add(fields->names, g_strdup(full))))
        finding(fields->inspection, DIAG_PDF_FIELD, -1, field,
                "een veld heeft een naam die niet kan of die er al is");
    const Value *kids = value_get(field, "Kids");
    gboolean end = TRUE;
    for (guint i = 0; i < value_count_items(kids); i++) {
        const Value *kid = value_item(kids, i);
        end = end && !value_has(kid, "T");
        if (value_get(kid, "Parent") != field)
            finding(fields->inspection, DIAG_PDF_FIELD, -1, kid,
                    "een deel van een veld noemt een ander veld");
        walk(fields, kid, full, depth + 1);
    }
    if (end && (name || depth == 0))
        check_end(fields, field);
}

/* PDF/UA-1, 7.18.1: what is heard of the field. 7.18.4 by annotations.c. */
static void
check_widget(const Fields *fields, int page, const Value *widget)
{
    Inspection *inspection = fields->inspection;
    const Claim *claim =
        g_hash_table_lookup(inspection->tree.objects, GINT_TO_POINTER(widget->object));
    const Value *spoken = inherited(widget, "TU");
    const Value *alternative =
        claim ? value_get(element_at(inspection, claim->element)->value, "Alt")
              : value_null();
    if ((spoken->kind != VALUE_STRING || spoken->count == 0) &&
        alternative->kind != VALUE_STRING)
        finding(inspection, DIAG_PDF_FIELD_WORDS, page, widget,
                "een veld heeft geen woorden (TU)");
    if (!g_hash_table_contains(fields->seen, widget))
        finding(inspection, DIAG_PDF_FIELD, page, widget,
                "een veld hoort niet bij het formulier");
    if (value_has(widget, "A"))
        finding(inspection, DIAG_PDF_ACTION_AUTOMATIC, page, widget,
                "een veld heeft een opdracht");
}

static void
check_widgets(const Fields *fields)
{
    Inspection *inspection = fields->inspection;
    for (int i = 0; i < (int)inspection->pages->len; i++) {
        const Value *list =
            value_get(g_array_index(inspection->pages, Page, (guint)i).value, "Annots");
        for (guint j = 0; j < value_count_items(list); j++)
            if (is_widget(value_item(list, j)))
                check_widget(fields, i, value_item(list, j));
    }
}

/* PDF/UA-1, 7.18.4: one widget in a Form. */
static void
check_elements_of_forms(const Inspection *inspection)
{
    for (guint i = 0; i < inspection->tree.elements->len; i++) {
        const Element *element = element_at(inspection, (int)i);
        if (element_is(element, "Form") && element->objects > 1)
            finding((Inspection *)inspection, DIAG_PDF_WIDGET_TREE, element->page,
                    element->value, "een Form van de boom heeft %u velden",
                    element->objects);
    }
}

void
check_fields(Inspection *inspection)
{
    Fields fields = {.inspection = inspection};
    fields.form = value_get(inspection->root, "AcroForm");
    fields.seen = g_hash_table_new(NULL, NULL);
    fields.names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    if (value_is_true(value_get(fields.form, "NeedAppearances")))
        finding(inspection, DIAG_PDF_NEED_APPEARANCES, -1, fields.form,
                "de lezer moet zelf bedenken hoe velden eruitzien");
    if (value_has(fields.form, "XFA") ||
        value_is_true(value_get(inspection->root, "NeedsRendering")))
        finding(inspection, DIAG_PDF_XFA, -1, inspection->root,
                "het formulier is ook in XFA beschreven");
    const Value *top = value_get(fields.form, "Fields");
    for (guint i = 0; i < value_count_items(top); i++)
        walk(&fields, value_item(top, i), "", 0);
    check_widgets(&fields);
    check_elements_of_forms(inspection);
    g_hash_table_unref(fields.seen);
    g_hash_table_unref(fields.names);
}
