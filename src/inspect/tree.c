#include "inspect/inspection.h"
#include "pdf/role.h"

#include <string.h>

/* Of roles that stand for each other. */
enum { LONGEST_CHAIN = 100 };

/* A kid that is still to be read. */
typedef struct Pending {
    const Value *kid, *owner; /* owner: the element whose K it is in */
    int parent;
} Pending;

typedef struct Building {
    Inspection *inspection;
    GArray *stack;    /* Pending: the last is read next */
    GHashTable *seen; /* of Values: elements that hang in the tree */
} Building;

gint64
mark_key(int container, gint64 number)
{
    return (gint64)((guint64)(guint)container << 32 | (guint64)(number & 0xFFFFFFFF));
}

const Element *
element_at(const Inspection *inspection, int index)
{
    return &g_array_index(inspection->tree.elements, Element, (guint)index);
}

static Element *
element_to_fill(const Building *building, int index)
{
    return &g_array_index(building->inspection->tree.elements, Element, (guint)index);
}

const char *
element_type(const Element *element)
{
    return element->type ? element->type : "";
}

gboolean
element_is(const Element *element, const char *type)
{
    return strcmp(element_type(element), type) == 0;
}

gboolean
is_among(const char *name, const char *const *names)
{
    return name && g_strv_contains(names, name);
}

const Element *
element_above(const Inspection *inspection, const Element *element, const char *type)
{
    while (element->parent >= 0) {
        element = element_at(inspection, element->parent);
        if (element_is(element, type))
            return element;
    }
    return NULL;
}

const Value *
element_attribute(const Element *element, const char *owner, const char *key)
{
    const Value *attributes = value_get(element->value, "A");
    for (guint i = 0; i < value_count_items(attributes); i++) {
        const Value *one = value_item(attributes, i);
        if (value_is_name(value_get(one, "O"), owner) && value_has(one, key))
            return value_get(one, key);
    }
    return value_null();
}

/* Where an element of many pages begins, and one whose kids say where they are: a finding
 * tells it. */
static void
locate_elements(Inspection *inspection)
{
    GArray *elements = inspection->tree.elements;
    GHashTableIter iter;
    gpointer claim;
    g_hash_table_iter_init(&iter, inspection->tree.objects);
    while (g_hash_table_iter_next(&iter, NULL, &claim)) {
        const Claim *known = claim;
        Element *element = &g_array_index(elements, Element, (guint)known->element);
        if (element->page < 0)
            element->page = known->page;
    }
    g_autofree gboolean *known = g_new0(gboolean, elements->len + 1);
    for (guint i = 0; i < elements->len; i++)
        known[i] = element_at(inspection, (int)i)->page >= 0;
    for (int i = (int)elements->len - 1; i > 0; i--) {
        const Element *element = element_at(inspection, i);
        if (element->page >= 0 && !known[element->parent >= 0 ? element->parent : i])
            g_array_index(elements, Element, (guint)element->parent).page =
                element->page;
    }
}

static const Value *
role_map(const Building *building)
{
    return value_get(value_get(building->inspection->root, "StructTreeRoot"),
                     "RoleMap");
}

/* Follows the role map (14.7.3) to a standard type; NULL where it leads to none. */
static const char *
standard_type(const Building *building, const char *role)
{
    const Value *map = role_map(building);
    for (int i = 0; i < LONGEST_CHAIN && role; i++) {
        if (pdf_role_is_standard(role))
            return role;
        role = value_name(value_get(map, role));
    }
    return NULL;
}

static Claim *
new_claim(int element, int page, const Value *container, gint64 number)
{
    Claim *claim = g_new0(Claim, 1);
    *claim = (Claim){element, page, container, number, FALSE};
    return claim;
}

static int
page_of_kid(const Building *building, const Value *kid, const Element *element)
{
    if (value_has(kid, "Pg"))
        return page_index(building->inspection, value_get(kid, "Pg"));
    return element->page;
}

/* container: the page, or the stream that the content is in. */
static void
claim_mark(Building *building, int index, int page, const Value *container,
           const Value *number)
{
    Inspection *inspection = building->inspection;
    Element *element = element_to_fill(building, index);
    element->marks++;
    if (number->kind != VALUE_INTEGER || number->u.integer < 0 ||
        number->u.integer > G_MAXINT || !container->is_object) {
        finding(inspection, DIAG_PDF_TREE_KID, page, element->value,
                "zegt niet op welke bladzijde een stuk inhoud staat, of welk");
        return;
    }
    gint64 key = mark_key(container->object, number->u.integer);
    if (g_hash_table_contains(inspection->tree.marks, &key)) {
        finding(inspection, DIAG_PDF_MARK_SHARED, page, element->value,
                "stuk inhoud %d hangt ook elders in de boom", (int)number->u.integer);
        return;
    }
    g_hash_table_insert(inspection->tree.marks, g_memdup2(&key, sizeof key),
                        new_claim(index, page, container, number->u.integer));
}

static void
claim_object(Building *building, int index, const Value *kid)
{
    Inspection *inspection = building->inspection;
    Element *element = element_to_fill(building, index);
    element->objects++;
    const Value *object = value_get(kid, "Obj");
    int page = page_of_kid(building, kid, element);
    if (!object->is_object || !value_is_dictionary(object)) {
        finding(inspection, DIAG_PDF_OBJECT_UNKNOWN, page, element->value,
                "noemt een object dat er niet is");
        return;
    }
    if (g_hash_table_contains(inspection->tree.objects,
                              GINT_TO_POINTER(object->object)))
        finding(inspection, DIAG_PDF_OBJECT_SHARED, page, element->value,
                "object %d hangt ook elders in de boom", object->object);
    else
        g_hash_table_insert(inspection->tree.objects, GINT_TO_POINTER(object->object),
                            new_claim(index, page, object, 0));
}

static int
add_element(Building *building, const Pending *pending)
{
    GArray *elements = building->inspection->tree.elements;
    int index = (int)elements->len;
    Element element = {.value = pending->kid, .parent = pending->parent};
    element.first = element.last = element.next = element.page = -1;
    element.role = value_name(value_get(pending->kid, "S"));
    element.type = standard_type(building, element.role);
    element.actual = value_is(value_get(pending->kid, "ActualText"), VALUE_STRING);
    if (value_has(pending->kid, "Pg"))
        element.page = page_index(building->inspection, value_get(pending->kid, "Pg"));
    if (pending->parent >= 0) {
        Element *parent = element_to_fill(building, pending->parent);
        element.actual = element.actual || parent->actual;
        if (element.page < 0)
            element.page = parent->page;
        if (parent->first < 0)
            parent->first = index;
        else
            element_to_fill(building, parent->last)->next = index;
        parent->last = index;
    }
    g_array_append_val(elements, element);
    return index;
}

static void
push_kids(Building *building, const Value *owner, int parent)
{
    const Value *kids = value_get(owner, "K");
    for (guint i = value_count_items(kids); i > 0; i--) {
        Pending pending = {value_item(kids, i - 1), owner, parent};
        g_array_append_val(building->stack, pending);
    }
}

static void
read_element(Building *building, const Pending *pending)
{
    Inspection *inspection = building->inspection;
    const Value *kid = pending->kid;
    if (!g_hash_table_add(building->seen, (gpointer)kid)) {
        finding(inspection, DIAG_PDF_TREE_TWICE, -1, kid,
                "hangt op twee plaatsen in de boom, of in zichzelf");
        return;
    }
    int index = add_element(building, pending);
    const Element *element = element_at(inspection, index);
    if (!element->role)
        finding(inspection, DIAG_PDF_TREE_KID, element->page, kid,
                "is geen structuurelement: het zegt niet van welke soort");
    if (value_get(kid, "P") != pending->owner)
        finding(inspection, DIAG_PDF_TREE_PARENT, element->page, kid,
                "noemt met P een ander element dan waar het in hangt");
    push_kids(building, kid, index);
}

static void
read_kid(Building *building, const Pending *pending)
{
    Inspection *inspection = building->inspection;
    const Value *kid = pending->kid;
    int parent = pending->parent;
    const Element *element = parent >= 0 ? element_at(inspection, parent) : NULL;
    if (element && kid->kind == VALUE_INTEGER) {
        const Value *page =
            element->page < 0
                ? value_null()
                : g_array_index(inspection->pages, Page, (guint)element->page).value;
        claim_mark(building, parent, element->page, page, kid);
    } else if (kid->kind != VALUE_DICTIONARY)
        finding(inspection, DIAG_PDF_TREE_KID, element ? element->page : -1,
                pending->owner, "heeft in K iets wat er niet in hoort");
    else if (element && value_is_name(value_get(kid, "Type"), "MCR")) {
        int index = page_of_kid(building, kid, element);
        const Value *page =
            index < 0 ? value_null()
                      : g_array_index(inspection->pages, Page, (guint)index).value;
        const Value *stream = value_get(kid, "Stm");
        claim_mark(building, parent, index,
                   stream->kind == VALUE_STREAM ? stream : page,
                   value_get(kid, "MCID"));
    } else if (element && value_is_name(value_get(kid, "Type"), "OBJR"))
        claim_object(building, parent, kid);
    else
        read_element(building, pending);
}

static void
check_role_map(Building *building)
{
    Inspection *inspection = building->inspection;
    const Value *map = role_map(building);
    if (map->kind != VALUE_DICTIONARY)
        return;
    for (guint entry = 0; entry < map->count; entry++) {
        const char *role = map->u.entries[entry].key, *to = role;
        for (int i = 0; to && !pdf_role_is_standard(to) && i < LONGEST_CHAIN; i++)
            to = value_name(value_get(map, to));
        if (pdf_role_is_standard(role))
            finding(inspection, DIAG_PDF_ROLE_REMAPPED, -1, map,
                    "%s is een standaardsoort en staat voor iets anders", role);
        else if (to && !pdf_role_is_standard(to))
            finding(inspection, DIAG_PDF_ROLE_CIRCULAR, -1, map,
                    "%s staat via andere soorten voor zichzelf", role);
    }
}

static void
note_parent(const Value *key, const Value *value, gpointer user)
{
    Inspection *inspection = user;
    g_hash_table_insert(inspection->tree.parents,
                        g_memdup2(&key->u.integer, sizeof key->u.integer),
                        (gpointer)value);
}

/* 14.7.4.4: the next key is greater than all that are there. */
static void
read_parents(Inspection *inspection, const Value *root)
{
    const Value *parents = value_get(root, "ParentTree");
    if (!search_tree_walk(parents, "Nums", note_parent, inspection))
        finding(inspection, DIAG_PDF_PARENT_TREE, -1, root,
                "ParentTree ontbreekt of staat niet op volgorde");
    const Value *next = value_get(root, "ParentTreeNextKey");
    GHashTableIter iter;
    gpointer key;
    gint64 most = -1;
    g_hash_table_iter_init(&iter, inspection->tree.parents);
    while (g_hash_table_iter_next(&iter, &key, NULL))
        most = MAX(most, *(gint64 *)key);
    if (next->kind != VALUE_NULL && value_integer(next, -1) <= most)
        finding(inspection, DIAG_PDF_PARENT_NEXT, -1, root,
                "ParentTreeNextKey is niet groter dan %" G_GINT64_FORMAT, most);
}

void
check_tree(Inspection *inspection)
{
    const Value *root = value_get(inspection->root, "StructTreeRoot");
    if (root->kind != VALUE_DICTIONARY) {
        finding(inspection, DIAG_PDF_TREE_MISSING, -1, inspection->root,
                "het document heeft geen structuurboom");
        return;
    }
    inspection->promises |= PROMISE_TAGGED;
    Building building = {.inspection = inspection};
    building.stack = g_array_new(FALSE, FALSE, sizeof(Pending));
    building.seen = g_hash_table_new(NULL, NULL);
    check_role_map(&building);
    push_kids(&building, root, -1);
    while (building.stack->len > 0) {
        Pending pending =
            g_array_index(building.stack, Pending, building.stack->len - 1);
        g_array_set_size(building.stack, building.stack->len - 1);
        read_kid(&building, &pending);
    }
    g_array_unref(building.stack);
    g_hash_table_unref(building.seen);
    locate_elements(inspection);
    read_parents(inspection, root);
}
