#include "inspect/inspection.h"

#include <string.h>

/* ISO 32000-1, 14.8.4.3: what an element hangs in and what hangs in it; NULL: anything.
 * content: it may hold marked content itself. */
typedef struct Nesting {
    const char *type;
    const char *parents[5];
    const char *kids[7];
    gboolean content;
    DiagCode code;
} Nesting;

static const Nesting nestings[] = {
    {"Table",
     {NULL},
     {"TR", "THead", "TBody", "TFoot", "Caption"},
     FALSE,
     DIAG_PDF_TABLE_NESTING},
    {"THead", {"Table"}, {"TR"}, FALSE, DIAG_PDF_TABLE_NESTING},
    {"TBody", {"Table"}, {"TR"}, FALSE, DIAG_PDF_TABLE_NESTING},
    {"TFoot", {"Table"}, {"TR"}, FALSE, DIAG_PDF_TABLE_NESTING},
    {"TR",
     {"Table", "THead", "TBody", "TFoot"},
     {"TH", "TD"},
     FALSE,
     DIAG_PDF_TABLE_NESTING},
    {"TH", {"TR"}, {NULL}, TRUE, DIAG_PDF_TABLE_NESTING},
    {"TD", {"TR"}, {NULL}, TRUE, DIAG_PDF_TABLE_NESTING},
    {"L", {NULL}, {"L", "LI", "Caption"}, FALSE, DIAG_PDF_LIST_NESTING},
    {"LI", {"L"}, {"Lbl", "LBody"}, FALSE, DIAG_PDF_LIST_NESTING},
    {"LBody", {"LI"}, {NULL}, TRUE, DIAG_PDF_LIST_NESTING},
    {"TOC", {NULL}, {"TOC", "TOCI", "Caption"}, FALSE, DIAG_PDF_TOC_NESTING},
    {"TOCI",
     {"TOC"},
     {"Lbl", "Reference", "P", "NonStruct", "TOC", "Link"},
     FALSE,
     DIAG_PDF_TOC_NESTING},
    {"Document", {NULL}, {NULL}, FALSE, DIAG_PDF_TREE_NESTING},
};

static const Nesting *
nesting_of(const Element *element)
{
    for (guint i = 0; i < G_N_ELEMENTS(nestings); i++)
        if (element_is(element, nestings[i].type))
            return &nestings[i];
    return NULL;
}

static gboolean
is_listed(const char *type, const char *const *names, guint count)
{
    for (guint i = 0; i < count && names[i]; i++)
        if (strcmp(type, names[i]) == 0)
            return TRUE;
    return FALSE;
}

static const char *
parent_type(const Inspection *inspection, const Element *element)
{
    return element->parent < 0 ? ""
                               : element_type(element_at(inspection, element->parent));
}

static void
check_nesting(Inspection *inspection, const Element *element)
{
    const Nesting *nesting = nesting_of(element);
    const Nesting *around = element->parent < 0
                                ? NULL
                                : nesting_of(element_at(inspection, element->parent));
    if (nesting && nesting->parents[0] &&
        !is_listed(parent_type(inspection, element), nesting->parents,
                   G_N_ELEMENTS(nesting->parents)))
        finding(inspection, nesting->code, element->page, element->value,
                "een %s hangt in een %s", element_type(element),
                *parent_type(inspection, element) ? parent_type(inspection, element)
                                                  : "onbekend element");
    else if (around && around->kids[0] &&
             !is_listed(element_type(element), around->kids,
                        G_N_ELEMENTS(around->kids)))
        finding(inspection, around->code, element->page, element->value,
                "een %s hangt in een %s", element->role ? element->role : "element",
                around->type);
    if (nesting && !nesting->content && element->marks + element->objects > 0)
        finding(inspection, nesting->code, element->page, element->value,
                "een %s heeft zelf inhoud", element_type(element));
}

/* A caption comes first; of a table it may come last. */
static void
check_caption(Inspection *inspection, int index)
{
    const Element *element = element_at(inspection, index);
    if (!element_is(element, "Caption") || element->parent < 0)
        return;
    const Element *parent = element_at(inspection, element->parent);
    gboolean table = element_is(parent, "Table");
    if (!table && !element_is(parent, "L") && !element_is(parent, "TOC"))
        return;
    if (parent->first != index && !(table && parent->last == index))
        finding(inspection, DIAG_PDF_CAPTION, element->page, element->value,
                "een bijschrift staat midden in een %s", element_type(parent));
}

static gboolean
has_words(const Element *element)
{
    const Value *alternative = value_get(element->value, "Alt");
    const Value *actual = value_get(element->value, "ActualText");
    return (alternative->kind == VALUE_STRING && alternative->count > 0) ||
           actual->kind == VALUE_STRING;
}

/* PDF/UA-1, 7.3 and 7.7; ISO 32000-1, 14.8.5.4.3. */
static void
check_illustration(Inspection *inspection, const Element *element)
{
    gboolean formula = element_is(element, "Formula");
    if (!formula && !element_is(element, "Figure"))
        return;
    if (!has_words(element))
        finding(inspection, formula ? DIAG_PDF_FORMULA_WORDS : DIAG_PDF_FIGURE_WORDS,
                element->page, element->value, "een %s heeft geen woorden (Alt)",
                element_type(element));
    double box[4];
    if (!value_numbers(element_attribute(element, "Layout", "BBox"), box, 4))
        finding(inspection, DIAG_PDF_FIGURE_BOX, element->page, element->value,
                "een %s zegt niet waar zij staat (BBox)", element_type(element));
}

/* PDF/UA-1, 7.9; ISO 32000-1, 14.7.2. */
static void
check_id(Inspection *inspection, const Element *element)
{
    g_autofree char *id = value_text(value_get(element->value, "ID"));
    if (!id || !*id) {
        if (element_is(element, "Note"))
            finding(inspection, DIAG_PDF_NOTE_ID, element->page, element->value,
                    "een noot heeft geen id");
        return;
    }
    if (g_hash_table_contains(inspection->tree.ids, id))
        finding(inspection, DIAG_PDF_ID_TWICE, element->page, element->value,
                "de id “%s” is er al", id);
    else
        g_hash_table_insert(inspection->tree.ids, g_steal_pointer(&id),
                            (gpointer)element->value);
}

/* PDF/UA-1, 7.18.5: what is a link can be followed. */
static void
check_link(Inspection *inspection, const Element *element)
{
    if (!element_is(element, "Link") || element->objects > 0)
        return;
    for (int i = element->first; i >= 0; i = element_at(inspection, i)->next)
        if (element_at(inspection, i)->objects > 0)
            return;
    finding(inspection, DIAG_PDF_LINK_EMPTY, element->page, element->value,
            "een Link heeft geen annotatie");
}

/* Matterhorn 16-001: a list with labels says how they count. */
static void
check_list(Inspection *inspection, const Element *list)
{
    static const char *const numberings[] = {
        "None",       "Disc",       "Circle",     "Square",     "Decimal",
        "UpperRoman", "LowerRoman", "UpperAlpha", "LowerAlpha", NULL};
    if (!element_is(list, "L"))
        return;
    const char *numbering =
        value_name(element_attribute(list, "List", "ListNumbering"));
    if (numbering) {
        if (!is_among(numbering, numberings))
            finding(inspection, DIAG_PDF_ATTRIBUTE, list->page, list->value,
                    "ListNumbering %s bestaat niet", numbering);
        return;
    }
    for (int i = list->first; i >= 0; i = element_at(inspection, i)->next) {
        const Element *item = element_at(inspection, i);
        if (item->first >= 0 &&
            element_is(element_at(inspection, item->first), "Lbl")) {
            finding(inspection, DIAG_PDF_LIST_NUMBERING, list->page, list->value,
                    "een lijst met labels zegt niet hoe zij telt");
            return;
        }
    }
}

static void
check_attributes(Inspection *inspection, const Element *element)
{
    static const char *const owners[] = {
        "Layout",    "List",           "PrintField", "Table",    "XML-1.00",
        "HTML-3.20", "HTML-4.01",      "OEB-1.00",   "RTF-1.05", "CSS-1.00",
        "CSS-2.00",  "UserProperties", NULL};
    static const char *const placements[] = {"Block", "Inline", "Before",
                                             "Start", "End",    NULL};
    const Value *attributes = value_get(element->value, "A");
    for (guint i = 0; i < value_count_items(attributes); i++) {
        const Value *one = value_item(attributes, i);
        if (value_is_dictionary(one) &&
            !is_among(value_name(value_get(one, "O")), owners))
            finding(inspection, DIAG_PDF_ATTRIBUTE, element->page, element->value,
                    "attributen zijn van een onbekende eigenaar");
    }
    const char *placement =
        value_name(element_attribute(element, "Layout", "Placement"));
    if (placement && !is_among(placement, placements))
        finding(inspection, DIAG_PDF_ATTRIBUTE, element->page, element->value,
                "Placement %s bestaat niet", placement);
}

typedef struct Headings {
    int level;               /* of the heading before; 0: none yet */
    const Element *plain;    /* an H */
    const Element *numbered; /* an H1 to H6 */
} Headings;

/* PDF/UA-1, 7.4. */
static void
check_heading(Inspection *inspection, const Element *element, Headings *headings)
{
    const char *type = element_type(element);
    if (strcmp(type, "H") == 0) {
        headings->plain = element;
        for (int i = element->next; i >= 0; i = element_at(inspection, i)->next)
            if (element_is(element_at(inspection, i), "H"))
                finding(inspection, DIAG_PDF_HEADING_TWICE, element->page,
                        element_at(inspection, i)->value,
                        "een tweede kop (H) in hetzelfde element");
        return;
    }
    if (type[0] != 'H' || type[1] < '1' || type[1] > '6' || type[2])
        return;
    int level = type[1] - '0';
    headings->numbered = element;
    if (headings->level == 0 && level > 1)
        finding(inspection, DIAG_PDF_HEADING_FIRST, element->page, element->value,
                "de eerste kop is een %s", type);
    else if (level > headings->level + 1)
        finding(inspection, DIAG_PDF_HEADING_SKIPPED, element->page, element->value,
                "op een kop H%d volgt een %s", headings->level, type);
    headings->level = level;
}

static void
check_role(Inspection *inspection, const Element *element)
{
    if (element->role && !element->type)
        finding(inspection, DIAG_PDF_ROLE, element->page, element->value,
                "%s is geen standaardsoort en staat voor geen", element->role);
}

typedef struct Ids {
    Inspection *inspection;
    guint count;
} Ids;

static void
check_tree_entry(const Value *key, const Value *value, gpointer user)
{
    Ids *ids = user;
    g_autofree char *id = value_text(key);
    ids->count++;
    if (g_hash_table_lookup(ids->inspection->tree.ids, id) != value)
        finding(ids->inspection, DIAG_PDF_ID_TREE, -1, value,
                "IDTree noemt het “%s”, en zo heet het niet", id);
}

static void
check_id_tree(Inspection *inspection)
{
    const Value *root = value_get(inspection->root, "StructTreeRoot");
    const Value *tree = value_get(root, "IDTree");
    Ids ids = {inspection, 0};
    gboolean sound = tree->kind == VALUE_NULL ||
                     search_tree_walk(tree, "Names", check_tree_entry, &ids);
    if (!sound || ids.count < g_hash_table_size(inspection->tree.ids))
        finding(inspection, DIAG_PDF_ID_TREE, -1, root,
                "IDTree heeft niet alle id's, of niet op volgorde");
}

void
check_elements(Inspection *inspection)
{
    Headings headings = {0};
    for (int i = 0; i < (int)inspection->tree.elements->len; i++) {
        const Element *element = element_at(inspection, i);
        check_role(inspection, element);
        check_nesting(inspection, element);
        check_caption(inspection, i);
        check_illustration(inspection, element);
        check_id(inspection, element);
        check_link(inspection, element);
        check_list(inspection, element);
        check_attributes(inspection, element);
        check_heading(inspection, element, &headings);
    }
    if (headings.plain && headings.numbered)
        finding(inspection, DIAG_PDF_HEADING_MIXED, headings.plain->page,
                headings.plain->value,
                "koppen zonder nummer (H) en met (%s) staan door elkaar",
                element_type(headings.numbered));
    check_id_tree(inspection);
}
