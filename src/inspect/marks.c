#include "inspect/walk.h"

#include <string.h>

/* The dictionary of a mark: among the operands or among the resources (14.6.2). */
static const Value *
properties_of(Walk *walk, const Value *operands)
{
    const Value *properties = value_item(operands, 1);
    if (properties->kind == VALUE_NAME)
        return walk_resource(walk, "Properties", properties);
    return properties;
}

/* The mark is a piece of the tree: 14.7.4.2. */
static void
meet_number(Walk *walk, gint64 number)
{
    Inspection *inspection = walk->inspection;
    gint64 key = mark_key(walk->owner->object, number);
    Claim *claim = g_hash_table_lookup(inspection->tree.marks, &key);
    if (walk->context == CONTEXT_TAGGED)
        finding(inspection, DIAG_PDF_MARK_NESTED, walk->page, walk->owner,
                "stuk inhoud %d staat in een ander stuk", (int)number);
    if (walk->context == CONTEXT_ARTIFACT)
        finding(inspection, DIAG_PDF_MARK_IN_ARTIFACT, walk->page, walk->owner,
                "stuk inhoud %d staat in een artefact", (int)number);
    if (!claim)
        finding(inspection, DIAG_PDF_MARK_UNKNOWN, walk->page, walk->owner,
                "stuk inhoud %d hangt niet in de structuurboom", (int)number);
    else if (claim->met)
        finding(inspection, DIAG_PDF_MARK_TWICE, walk->page, walk->owner,
                "stuk inhoud %d komt twee keer voor", (int)number);
    else {
        claim->met = TRUE;
        claim->page = walk->page;
        walk->actual = walk->actual || element_at(inspection, claim->element)->actual;
    }
    walk->context = CONTEXT_TAGGED;
}

/* 14.8.2.2.2. */
static void
check_artifact(const Walk *walk, const Value *properties)
{
    static const char *const kinds[] = {"Pagination", "Layout", "Page", "Background",
                                        NULL};
    static const char *const subkinds[] = {"Header", "Footer", "Watermark", NULL};
    const Value *kind = value_get(properties, "Type");
    const Value *subkind = value_get(properties, "Subtype");
    if ((kind->kind != VALUE_NULL && !is_among(value_name(kind), kinds)) ||
        (subkind->kind != VALUE_NULL && (!value_is_name(kind, "Pagination") ||
                                         !is_among(value_name(subkind), subkinds))))
        finding(walk->inspection, DIAG_PDF_ARTIFACT, walk->page, walk->owner,
                "een artefact is van een soort die er niet is");
}

void
marks_begin(Walk *walk, const Value *operands)
{
    const Value *properties = properties_of(walk, operands);
    Mark mark = {walk->context, walk->actual};
    g_array_append_val(walk->marks, mark);
    const Value *number = value_get(properties, "MCID");
    if (walk->context == CONTEXT_ASIDE)
        return;
    if (value_is(value_get(properties, "ActualText"), VALUE_STRING))
        walk->actual = TRUE;
    if (value_is_name(value_item(operands, 0), "Artifact")) {
        if (walk->context == CONTEXT_TAGGED)
            finding(walk->inspection, DIAG_PDF_ARTIFACT_IN_MARK, walk->page,
                    walk->owner, "een artefact staat in een stuk inhoud van de boom");
        check_artifact(walk, properties);
        walk->context = CONTEXT_ARTIFACT;
    } else if (number->kind == VALUE_INTEGER)
        meet_number(walk, number->u.integer);
}

void
marks_end(Walk *walk)
{
    if (walk->marks->len == 0) {
        finding(walk->inspection, DIAG_PDF_MARK_BALANCE, walk->page, walk->owner,
                "eindigt een stuk inhoud dat niet begonnen is");
        return;
    }
    const Mark *mark = &g_array_index(walk->marks, Mark, walk->marks->len - 1);
    walk->context = mark->before;
    walk->actual = mark->actual_before;
    g_array_set_size(walk->marks, walk->marks->len - 1);
}

void
marks_paint(Walk *walk)
{
    if (walk->context == CONTEXT_LOOSE)
        finding(walk->inspection, DIAG_PDF_MARK_LOOSE, walk->page, walk->owner,
                "heeft inhoud die niet in de boom hangt en geen artefact is");
}

void
marks_finish(Walk *walk)
{
    if (walk->marks->len > 0)
        finding(walk->inspection, DIAG_PDF_MARK_BALANCE, walk->page, walk->owner,
                "begint een stuk inhoud dat niet eindigt");
}

static const Value *
parent_at(const Inspection *inspection, const Value *key)
{
    if (key->kind != VALUE_INTEGER)
        return value_null();
    const Value *value = g_hash_table_lookup(inspection->tree.parents, &key->u.integer);
    return value ? value : value_null();
}

static int
compare_claims(gconstpointer a, gconstpointer b)
{
    const Claim *left = *(const Claim *const *)a, *right = *(const Claim *const *)b;
    if (left->container->object != right->container->object)
        return left->container->object < right->container->object ? -1 : 1;
    return left->number < right->number ? -1 : left->number > right->number;
}

static GPtrArray *
claims_in_order(GHashTable *table)
{
    GPtrArray *claims = g_ptr_array_new();
    GHashTableIter iter;
    gpointer claim;
    g_hash_table_iter_init(&iter, table);
    while (g_hash_table_iter_next(&iter, NULL, &claim))
        g_ptr_array_add(claims, claim);
    g_ptr_array_sort(claims, compare_claims);
    return claims;
}

/* 14.7.4.4: from the content back to the element. */
static void
check_mark(Inspection *inspection, const Claim *claim)
{
    const Element *element = element_at(inspection, claim->element);
    if (!claim->met) {
        finding(inspection, DIAG_PDF_MARK_ABSENT, claim->page, element->value,
                "stuk inhoud %d staat niet op de bladzijde", (int)claim->number);
        return;
    }
    const Value *list =
        parent_at(inspection, value_get(claim->container, "StructParents"));
    const Value *parent = list->kind == VALUE_ARRAY && claim->number < list->count
                              ? value_item(list, (guint)claim->number)
                              : value_null();
    if (parent != element->value)
        finding(inspection, DIAG_PDF_MARK_PARENT, claim->page, claim->container,
                "van stuk inhoud %d wijst ParentTree niet naar object %d",
                (int)claim->number, element->value->object);
}

static void
check_object(Inspection *inspection, const Claim *claim)
{
    const Element *element = element_at(inspection, claim->element);
    const Value *key = value_get(claim->container, "StructParent");
    if (!claim->met && !value_is_name(value_get(claim->container, "Type"), "XObject"))
        finding(inspection, DIAG_PDF_OBJECT_UNKNOWN, claim->page, element->value,
                "object %d staat op geen bladzijde", claim->container->object);
    if (parent_at(inspection, key) != element->value)
        finding(inspection, DIAG_PDF_OBJECT_PARENT, claim->page, claim->container,
                "ParentTree wijst niet terug naar object %d", element->value->object);
}

/* What has a key, and the same key as something else or one that leads nowhere. */
static void
check_key(Inspection *inspection, GHashTable *taken, int page, const Value *owner,
          const char *name)
{
    const Value *key = value_get(owner, name);
    if (key->kind != VALUE_INTEGER)
        return;
    if (!g_hash_table_contains(inspection->tree.parents, &key->u.integer))
        finding(inspection, DIAG_PDF_PARENT_KEY, page, owner,
                "%s %" G_GINT64_FORMAT " staat niet in ParentTree", name,
                key->u.integer);
    else if (!g_hash_table_add(taken, (gpointer)&key->u.integer))
        finding(inspection, DIAG_PDF_PARENT_KEY, page, owner,
                "%s %" G_GINT64_FORMAT " heeft iets anders ook", name, key->u.integer);
}

/* What is in the parent tree beyond the content: entries that no mark answers to. */
static void
check_entries(Inspection *inspection, int page, const Value *owner)
{
    const Value *list = parent_at(inspection, value_get(owner, "StructParents"));
    for (guint i = 0; i < list->count && list->kind == VALUE_ARRAY; i++) {
        gint64 key = mark_key(owner->object, i);
        if (value_item(list, i)->kind != VALUE_NULL &&
            !g_hash_table_contains(inspection->tree.marks, &key))
            finding(inspection, DIAG_PDF_PARENT_EXTRA, page, owner,
                    "ParentTree kent stuk inhoud %u, dat in geen element staat", i);
    }
}

static void
check_keys(Inspection *inspection)
{
    g_autoptr(GHashTable) taken = g_hash_table_new(g_int64_hash, g_int64_equal);
    for (guint i = 0; i < inspection->objects->all->len; i++) {
        const Value *object = inspection->objects->all->pdata[i];
        int page = page_index(inspection, object);
        if (!value_is_dictionary(object) ||
            value_is_name(value_get(object, "Type"), "StructTreeRoot"))
            continue;
        check_key(inspection, taken, page, object, "StructParents");
        check_key(inspection, taken, page, object, "StructParent");
        check_entries(inspection, page, object);
    }
}

void
check_parents(Inspection *inspection)
{
    check_keys(inspection);
    g_autoptr(GPtrArray) marks = claims_in_order(inspection->tree.marks);
    for (guint i = 0; i < marks->len; i++)
        check_mark(inspection, marks->pdata[i]);
    g_autoptr(GPtrArray) objects = claims_in_order(inspection->tree.objects);
    for (guint i = 0; i < objects->len; i++)
        check_object(inspection, objects->pdata[i]);
}
