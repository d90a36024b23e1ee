#include "content/levels.h"
#include "base/date.h"
#include "xml/read.h"
#include "xml/schema.h"

#include <stdlib.h>
#include <string.h>

const ContentNode *
levels_above(const Collection *collection, const ContentNode *node)
{
    for (xmlNode *up = node->element->parent; up && up->type == XML_ELEMENT_NODE;
         up = up->parent) {
        g_autofree char *id = xml_attribute(up, "id");
        const ContentNode *above = collection_lookup(collection, id);
        if (above)
            return above;
    }
    return NULL;
}

gboolean
levels_is_competence(const ContentNode *node)
{
    static const char *const in_a[] = {"paragraaf", "groep", "punt", NULL};
    static const char *const in_b[] = {"paragraaf", "competentie", "vaardigheid",
                                       "kennis",    "houding",     NULL};
    const xmlNode *root = xmlDocGetRootElement(node->part->document);
    const char *name = (const char *)node->element->name;
    if (xml_is(root, "profielA"))
        return g_strv_contains(in_a, name);
    return xml_is(root, "profielB") && g_strv_contains(in_b, name);
}

const ContentNode *
levels_domain(const Levels *levels, const ContentNode *node)
{
    const ContentNode *domain = NULL;
    for (; node && !domain; node = levels_above(levels->collection, node))
        domain = g_hash_table_lookup(levels->domain, node);
    return domain;
}

static int
lookup_step(GHashTable *required, const Collection *collection, const ContentNode *node)
{
    for (; node; node = levels_above(collection, node)) {
        gpointer step = g_hash_table_lookup(required, node);
        if (step)
            return GPOINTER_TO_INT(step);
    }
    return 0;
}

int
levels_required(const Levels *levels, GHashTable *own, const char *level,
                const ContentNode *node)
{
    int step = own ? lookup_step(own, levels->collection, node) : 0;
    GHashTable *table = g_hash_table_lookup(levels->required, level);
    return step || !table ? step : lookup_step(table, levels->collection, node);
}

gboolean
levels_read_scale(xmlNode *element, Scale *scale, Diag *diag)
{
    int before = 0, count = 0;
    *scale = (Scale){.element = element};
    for (xmlNode *child = xml_element(element->children); child;
         child = xml_element(child->next)) {
        if (!xml_is(child, "trede"))
            continue;
        g_autofree char *text = xml_attribute(child, "waarde");
        int value = text ? atoi(text) : 0;
        Place place = xml_place(child);
        if (value <= before) {
            diag_report(diag, &place, DIAG_LEVEL_SCALE,
                        "de treden van de schaal lopen niet op");
            return FALSE;
        }
        scale->lowest = count++ ? scale->lowest : value;
        scale->highest = before = value;
    }
    Place place = xml_place(element);
    if (count < 2)
        diag_report(diag, &place, DIAG_LEVEL_SCALE,
                    "een schaal heeft ten minste twee treden");
    return count >= 2;
}

/* The competence that an attribute names; reports where there is none. */
static const ContentNode *
resolve(const Collection *collection, const xmlNode *element, Diag *diag)
{
    g_autofree char *id = xml_attribute(element, "plaats");
    const ContentNode *node = collection_lookup(collection, id);
    Place place = xml_place(element);
    if (node && levels_is_competence(node))
        return node;
    diag_report(diag, &place, DIAG_COMPETENCE_UNKNOWN,
                "“%s” is geen competentie van Profiel A of B", id ? id : "");
    return NULL;
}

GHashTable *
levels_read_required(const Collection *collection, const xmlNode *element,
                     const Scale *scale, Diag *diag)
{
    GHashTable *required = g_hash_table_new(NULL, NULL);
    for (xmlNode *child = element ? xml_element(element->children) : NULL; child;
         child = xml_element(child->next)) {
        if (!xml_is(child, "eis"))
            continue;
        g_autofree char *text = xml_attribute(child, "trede");
        int step = text ? atoi(text) : 0;
        const ContentNode *node = resolve(collection, child, diag);
        Place place = xml_place(child);
        if (step < scale->lowest || step > scale->highest)
            diag_report(diag, &place, DIAG_SCORE_RANGE,
                        "trede %d staat niet op de schaal van %d tot %d", step,
                        scale->lowest, scale->highest);
        else if (node && g_hash_table_contains(required, node))
            diag_report(diag, &place, DIAG_LEVEL_DUPLICATE,
                        "voor “%s” staat er al een eis", node->id);
        else if (node)
            g_hash_table_insert(required, (gpointer)node, GINT_TO_POINTER(step));
    }
    return required;
}

static void
add_edition(Levels *levels, const xmlNode *element, Diag *diag)
{
    g_autofree char *name = xml_attribute(element, "naam");
    g_autofree char *from = xml_attribute(element, "vanaf");
    Place place = xml_place(element);
    if (!from || !date_is_valid(from))
        diag_report(diag, &place, DIAG_DATE, "de dag “%s” bestaat niet",
                    from ? from : "");
    else if (name)
        g_hash_table_insert(levels->editions, arena_strdup(levels->arena, name),
                            arena_strdup(levels->arena, from));
}

static void
add_domain(Levels *levels, const xmlNode *element, Diag *diag)
{
    const ContentNode *domain = resolve(levels->collection, element, diag);
    if (!domain)
        return;
    g_ptr_array_add(levels->domains, (gpointer)domain);
    g_hash_table_insert(levels->domain, (gpointer)domain, (gpointer)domain);
    for (xmlNode *child = xml_element(element->children); child;
         child = xml_element(child->next)) {
        const ContentNode *node = resolve(levels->collection, child, diag);
        if (node)
            g_hash_table_insert(levels->domain, (gpointer)node, (gpointer)domain);
    }
}

static void
add_name(Levels *levels, const xmlNode *element, Diag *diag)
{
    const ContentNode *node = resolve(levels->collection, element, diag);
    g_autofree char *text = xml_words(element);
    if (node)
        g_hash_table_insert(levels->names, (gpointer)node,
                            arena_strdup(levels->arena, text));
}

char *
levels_name(const Levels *levels, const ContentNode *node)
{
    const char *name = g_hash_table_lookup(levels->names, node);
    if (name)
        return g_strdup(name);
    const ContentNode *row = levels_above(levels->collection, node);
    const char *row_name = row ? g_hash_table_lookup(levels->names, row) : NULL;
    if (row_name && xml_is(row->element, "competentie"))
        return g_strconcat(row_name, ": ", (const char *)node->element->name, NULL);
    const xmlNode *first = xml_element(node->element->children);
    return xml_words(xml_is(first, "titel") ? first : node->element);
}

static void
add_level(Levels *levels, xmlNode *element, Diag *diag)
{
    g_autofree char *name = xml_attribute(element, "naam");
    g_autofree char *proposal = xml_attribute(element, "voorstel");
    Place place = xml_place(element);
    if (proposal && !collection_lookup(levels->collection, proposal))
        diag_report(diag, &place, DIAG_LINK_UNKNOWN,
                    "verwijzing (“voorstel”) naar onbekende id “%s”", proposal);
    if (!name)
        return;
    char *kept = arena_strdup(levels->arena, name);
    g_hash_table_insert(levels->levels, kept, element);
    g_hash_table_insert(
        levels->required, kept,
        levels_read_required(levels->collection, element, &levels->scale, diag));
}

static void
read_document(Levels *levels, Diag *diag)
{
    xmlNode *root = xmlDocGetRootElement(levels->document);
    for (xmlNode *child = xml_element(root->children); child;
         child = xml_element(child->next)) {
        if (xml_is(child, "editie"))
            add_edition(levels, child, diag);
        else if (xml_is(child, "domein"))
            add_domain(levels, child, diag);
        else if (xml_is(child, "naam"))
            add_name(levels, child, diag);
        else if (xml_is(child, "schaal"))
            levels_read_scale(child, &levels->scale, diag);
        else if (xml_is(child, "niveau"))
            add_level(levels, child, diag);
    }
}

static Levels *
levels_new(const Collection *collection)
{
    Arena *arena = arena_new();
    Levels *levels = arena_new0(arena, Levels);
    levels->arena = arena;
    levels->collection = collection;
    levels->domains = g_ptr_array_new();
    levels->domain = g_hash_table_new(NULL, NULL);
    levels->names = g_hash_table_new(NULL, NULL);
    levels->editions = g_hash_table_new(g_str_hash, g_str_equal);
    levels->levels = g_hash_table_new(g_str_hash, g_str_equal);
    levels->required = g_hash_table_new_full(g_str_hash, g_str_equal, NULL,
                                             (GDestroyNotify)g_hash_table_unref);
    arena_own(arena, levels->domains, (GDestroyNotify)g_ptr_array_unref);
    arena_own(arena, levels->domain, (GDestroyNotify)g_hash_table_unref);
    arena_own(arena, levels->names, (GDestroyNotify)g_hash_table_unref);
    arena_own(arena, levels->editions, (GDestroyNotify)g_hash_table_unref);
    arena_own(arena, levels->levels, (GDestroyNotify)g_hash_table_unref);
    arena_own(arena, levels->required, (GDestroyNotify)g_hash_table_unref);
    return levels;
}

Levels *
levels_load(const Collection *collection, const char *fallback, Diag *diag,
            GError **error)
{
    g_autoptr(Levels) levels = levels_new(collection);
    const char *folder = collection->folder;
    const char *schema_path =
        collection_path(levels->arena, folder, fallback, "schema/niveaus.rng");
    const char *path = collection_path(levels->arena, folder, fallback, "niveaus.xml");
    g_autoptr(XmlSchema) schema = xml_schema_new(schema_path, error);
    if (!schema)
        return NULL;
    levels->document = xml_read_file(path, XML_READ_DEFAULT, diag);
    if (!levels->document)
        return NULL;
    arena_own(levels->arena, levels->document, (GDestroyNotify)xmlFreeDoc);
    if (!xml_schema_validate(schema, levels->document, diag))
        return NULL;
    read_document(levels, diag);
    return g_steal_pointer(&levels);
}

void
levels_free(Levels *levels)
{
    if (levels)
        arena_free(levels->arena);
}
