#include "inspect/inspection.h"

#include <string.h>

static void
note_destination(const Value *key, const Value *value, gpointer user)
{
    Inspection *inspection = user;
    g_hash_table_insert(inspection->destinations, g_strndup(key->u.text, key->count),
                        (gpointer)value);
}

/* ISO 32000-1, 12.3.2.3: names of old are in a dictionary, others in a tree. */
static void
collect_destinations(Inspection *inspection)
{
    const Value *old = value_get(inspection->root, "Dests");
    for (guint i = 0; old->kind == VALUE_DICTIONARY && i < old->count; i++)
        g_hash_table_insert(inspection->destinations, g_strdup(old->u.entries[i].key),
                            (gpointer)value_resolve(old->u.entries[i].value));
    const Value *names = value_get(inspection->root, "Names");
    const Value *tree = value_get(names, "Dests");
    if (tree->kind != VALUE_NULL &&
        !search_tree_walk(tree, "Names", note_destination, inspection))
        finding(inspection, DIAG_PDF_NAME_TREE, -1, tree,
                "de namen van plaatsen staan niet op volgorde");
}

/* 12.3.2.2: a page and how it is shown. */
static gboolean
is_place(const Inspection *inspection, const Value *place)
{
    static const char *const views[] = {"XYZ",  "Fit",   "FitH",  "FitV", "FitR",
                                        "FitB", "FitBH", "FitBV", NULL};
    if (value_is_dictionary(place))
        place = value_get(place, "D");
    return place->kind == VALUE_ARRAY &&
           page_index(inspection, value_item(place, 0)) >= 0 &&
           is_among(value_name(value_item(place, 1)), views);
}

static gboolean
leads_somewhere(const Inspection *inspection, const Value *destination)
{
    if (destination->kind == VALUE_STRING || destination->kind == VALUE_NAME) {
        g_autofree char *name = g_strndup(destination->u.text, destination->count);
        const Value *place = g_hash_table_lookup(inspection->destinations, name);
        return place && is_place(inspection, place);
    }
    return is_place(inspection, destination);
}

static void
check_named(const Inspection *inspection)
{
    GHashTableIter iter;
    gpointer name, place;
    g_hash_table_iter_init(&iter, inspection->destinations);
    while (g_hash_table_iter_next(&iter, &name, &place))
        if (!is_place(inspection, place))
            finding((Inspection *)inspection, DIAG_PDF_DESTINATION, -1, place,
                    "de plaats “%s” is op geen bladzijde", (const char *)name);
}

/* What a link or bookmark leads to: a destination, or an action that goes there. */
static void
check_target(Inspection *inspection, int page, const Value *owner, const char *what)
{
    const Value *destination = value_get(owner, "Dest"),
                *action = value_get(owner, "A");
    if (value_is_name(value_get(action, "S"), "GoTo"))
        destination = value_get(action, "D");
    if (destination->kind != VALUE_NULL) {
        if (!leads_somewhere(inspection, destination))
            finding(inspection, DIAG_PDF_DESTINATION, page, owner,
                    "%s leidt naar een plaats die er niet is", what);
    } else if (!value_name(value_get(action, "S")))
        finding(inspection, DIAG_PDF_LINK_NOWHERE, page, owner, "%s leidt nergens heen",
                what);
}

static void
check_links(Inspection *inspection)
{
    for (int i = 0; i < (int)inspection->pages->len; i++) {
        const Value *list =
            value_get(g_array_index(inspection->pages, Page, (guint)i).value, "Annots");
        for (guint j = 0; j < value_count_items(list); j++)
            if (value_is_name(value_get(value_item(list, j), "Subtype"), "Link"))
                check_target(inspection, i, value_item(list, j), "een link");
    }
}

/* Bookmarks that are still to be visited, with what they are in and follow (12.3.3). */
typedef struct Bookmark {
    const Value *value, *parent, *previous;
} Bookmark;

static void
check_bookmark(Inspection *inspection, const Bookmark *bookmark)
{
    const Value *value = bookmark->value;
    g_autofree char *title = value_text(value_get(value, "Title"));
    if (!title || !*title)
        finding(inspection, DIAG_PDF_OUTLINE, -1, value,
                "een bladwijzer heeft geen naam");
    if (value_get(value, "Parent") != bookmark->parent ||
        (bookmark->previous && value_get(value, "Prev") != bookmark->previous) ||
        (!value_has(value, "Next") && value_get(bookmark->parent, "Last") != value))
        finding(inspection, DIAG_PDF_OUTLINE, -1, value,
                "een bladwijzer is niet aan zijn buren geregen");
    if (value_has(value, "Dest") || value_has(value, "A"))
        check_target(inspection, -1, value, "een bladwijzer");
}

static void
check_outline(Inspection *inspection)
{
    const Value *root = value_get(inspection->root, "Outlines");
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    g_autoptr(GArray) stack = g_array_new(FALSE, FALSE, sizeof(Bookmark));
    Bookmark first = {value_get(root, "First"), root, NULL};
    if (first.value->kind != VALUE_NULL)
        g_array_append_val(stack, first);
    while (stack->len > 0) {
        Bookmark bookmark = g_array_index(stack, Bookmark, stack->len - 1);
        g_array_set_size(stack, stack->len - 1);
        if (bookmark.value->kind != VALUE_DICTIONARY ||
            !g_hash_table_add(seen, (gpointer)bookmark.value)) {
            finding(inspection, DIAG_PDF_OUTLINE, -1, bookmark.parent,
                    "de bladwijzers lopen in een kring of houden op");
            continue;
        }
        check_bookmark(inspection, &bookmark);
        Bookmark next = {value_get(bookmark.value, "Next"), bookmark.parent,
                         bookmark.value};
        Bookmark child = {value_get(bookmark.value, "First"), bookmark.value, NULL};
        if (next.value->kind != VALUE_NULL)
            g_array_append_val(stack, next);
        if (child.value->kind != VALUE_NULL)
            g_array_append_val(stack, child);
    }
}

typedef struct Labels {
    Inspection *inspection;
    gboolean begins; /* with the first page */
} Labels;

/* 12.4.2. */
static void
check_label(const Value *key, const Value *value, gpointer user)
{
    static const char *const styles[] = {"D", "R", "r", "A", "a", NULL};
    Labels *labels = user;
    const Value *style = value_get(value, "S"), *start = value_get(value, "St");
    labels->begins = labels->begins || key->u.integer == 0;
    if (value->kind != VALUE_DICTIONARY || key->u.integer < 0 ||
        key->u.integer >= labels->inspection->pages->len ||
        (style->kind != VALUE_NULL && !is_among(value_name(style), styles)) ||
        (start->kind != VALUE_NULL && value_integer(start, 0) < 1))
        finding(labels->inspection, DIAG_PDF_PAGE_LABELS, -1, value,
                "een reeks paginanummers vanaf bladzijde %" G_GINT64_FORMAT
                " kan niet bestaan",
                key->u.integer + 1);
}

static void
check_labels(Inspection *inspection)
{
    const Value *tree = value_get(inspection->root, "PageLabels");
    if (tree->kind == VALUE_NULL)
        return;
    Labels labels = {inspection, FALSE};
    if (!search_tree_walk(tree, "Nums", check_label, &labels) || !labels.begins)
        finding(inspection, DIAG_PDF_PAGE_LABELS, -1, tree,
                "de paginanummers beginnen niet bij de eerste bladzijde of staan niet "
                "op volgorde");
}

void
check_navigation(Inspection *inspection)
{
    collect_destinations(inspection);
    check_named(inspection);
    check_links(inspection);
    check_outline(inspection);
    check_labels(inspection);
    const Value *open = value_get(inspection->root, "OpenAction");
    if (open->kind == VALUE_ARRAY && !leads_somewhere(inspection, open))
        finding(inspection, DIAG_PDF_DESTINATION, -1, inspection->root,
                "het document opent op een plaats die er niet is");
}
