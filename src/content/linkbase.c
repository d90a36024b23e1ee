#include "content/linkbase.h"
#include "xml/read.h"
#include "xml/schema.h"

#include <string.h>

static char *
attribute(const Linkbase *linkbase, const xmlNode *element, const char *name)
{
    g_autofree char *value = xml_attribute(element, name);
    return arena_strdup(linkbase->collection->arena, value ? value : "");
}

static char *
content(const Linkbase *linkbase, const xmlNode *element)
{
    xmlChar *text = xmlNodeGetContent(element);
    char *words = arena_strdup(linkbase->collection->arena, (const char *)text);
    xmlFree(text);
    return g_strstrip(words);
}

static LinkKind *
lookup_kind(const Linkbase *linkbase, const char *name)
{
    for (guint i = 0; i < linkbase->kinds->len; i++) {
        LinkKind *kind = linkbase->kinds->pdata[i];
        if (strcmp(kind->name, name) == 0)
            return kind;
    }
    return NULL;
}

static void
add_kind(Linkbase *linkbase, const xmlNode *element, Diag *diag)
{
    Arena *arena = linkbase->collection->arena;
    LinkKind *kind = arena_new0(arena, LinkKind);
    kind->name = attribute(linkbase, element, "naam");
    kind->forth = attribute(linkbase, element, "heen");
    kind->back = attribute(linkbase, element, "terug");
    Place place = xml_place(element);
    if (lookup_kind(linkbase, kind->name))
        diag_report(diag, &place, DIAG_LINK_DUPLICATE, "de soort “%s” is al beschreven",
                    kind->name);
    else
        g_ptr_array_add(linkbase->kinds, kind);
}

/* The node that an attribute names; reports where there is none. */
static const ContentNode *
resolve(const Linkbase *linkbase, const xmlNode *element, const char *name, Diag *diag)
{
    const char *id = attribute(linkbase, element, name);
    const ContentNode *node = collection_lookup(linkbase->collection, id);
    Place place = xml_place(element);
    if (!node)
        diag_report(diag, &place, DIAG_LINK_UNKNOWN,
                    "verwijzing (“%s”) naar onbekende id “%s”", name, id);
    return node;
}

static void
add_end(Linkbase *linkbase, const ContentNode *node, const Link *link, gboolean back)
{
    GArray *ends = g_hash_table_lookup(linkbase->ends, node);
    if (!ends) {
        ends = g_array_new(FALSE, FALSE, sizeof(LinkEnd));
        g_hash_table_insert(linkbase->ends, (gpointer)node, ends);
    }
    LinkEnd end = {link, back};
    g_array_append_val(ends, end);
}

static gboolean
is_duplicate(const Linkbase *linkbase, const Link *link)
{
    const GArray *ends = linkbase_ends(linkbase, link->from);
    for (guint i = 0; ends && i < ends->len; i++) {
        const Link *other = g_array_index(ends, LinkEnd, i).link;
        gboolean same = other->from == link->from && other->to == link->to;
        gboolean reversed = other->from == link->to && other->to == link->from;
        if (other->kind == link->kind && (same || reversed))
            return TRUE;
    }
    return FALSE;
}

static void
add_link(Linkbase *linkbase, const xmlNode *element, const char *group, Diag *diag)
{
    Place place = xml_place(element);
    const char *name = attribute(linkbase, element, "soort");
    LinkKind *kind = lookup_kind(linkbase, name);
    if (!kind)
        diag_report(diag, &place, DIAG_LINK_KIND, "onbekende soort koppeling “%s”",
                    name);
    const ContentNode *from = resolve(linkbase, element, "van", diag);
    const ContentNode *to = resolve(linkbase, element, "naar", diag);
    if (!kind || !from || !to)
        return;
    if (from == to) {
        diag_report(diag, &place, DIAG_LINK_SELF, "“%s” verwijst naar zichzelf",
                    from->id);
        return;
    }
    Link *link = arena_new0(linkbase->collection->arena, Link);
    *link = (Link){kind, from, to, content(linkbase, element), group, place};
    if (!*link->reason)
        diag_report(diag, &place, DIAG_LINK_REASON,
                    "de koppeling van “%s” naar “%s” heeft geen reden", from->id,
                    to->id);
    if (is_duplicate(linkbase, link)) {
        diag_report(diag, &place, DIAG_LINK_DUPLICATE,
                    "de koppeling “%s” tussen “%s” en “%s” staat er al", name, from->id,
                    to->id);
        return;
    }
    kind->count++;
    g_ptr_array_add(linkbase->links, link);
    add_end(linkbase, from, link, FALSE);
    add_end(linkbase, to, link, TRUE);
}

static void
add_absence(Linkbase *linkbase, const xmlNode *element, Diag *diag)
{
    const ContentNode *node = resolve(linkbase, element, "knoop", diag);
    const ContentNode *in = resolve(linkbase, element, "in", diag);
    if (!node || !in)
        return;
    Absence *absence = arena_new0(linkbase->collection->arena, Absence);
    *absence = (Absence){node, in, content(linkbase, element)};
    g_ptr_array_add(linkbase->absences, absence);
}

static void
read_group(Linkbase *linkbase, const xmlNode *list, Diag *diag)
{
    const char *group = attribute(linkbase, list, "id");
    for (xmlNode *child = xml_element(list->children); child;
         child = xml_element(child->next)) {
        if (xml_is(child, "koppeling"))
            add_link(linkbase, child, group, diag);
        else if (xml_is(child, "zonder-tegenhanger"))
            add_absence(linkbase, child, diag);
    }
}

/* A node stated to have no counterpart in a part may not be linked into it all the same. */
static void
check_absences(const Linkbase *linkbase, const char *file, Diag *diag)
{
    Place place = {file, 0, 0};
    for (guint i = 0; i < linkbase->absences->len; i++) {
        const Absence *absence = linkbase->absences->pdata[i];
        const GArray *ends = linkbase_ends(linkbase, absence->node);
        for (guint j = 0; ends && j < ends->len; j++) {
            const LinkEnd *end = &g_array_index(ends, LinkEnd, j);
            const ContentNode *other = end->back ? end->link->from : end->link->to;
            if (other->part == absence->in->part) {
                place = end->link->place;
                diag_report(diag, &place, DIAG_LINK_ABSENCE,
                            "“%s” heet zonder tegenhanger in “%s”, maar is gekoppeld "
                            "aan “%s”",
                            absence->node->id, absence->in->id, other->id);
            }
        }
    }
}

static int
compare_ends(gconstpointer a, gconstpointer b)
{
    const LinkEnd *one = a, *two = b;
    const ContentNode *first = one->back ? one->link->from : one->link->to;
    const ContentNode *second = two->back ? two->link->from : two->link->to;
    return first->order - second->order;
}

static Linkbase *
linkbase_new(Collection *collection)
{
    Arena *arena = collection->arena;
    Linkbase *linkbase = arena_new0(arena, Linkbase);
    linkbase->collection = collection;
    linkbase->kinds = g_ptr_array_new();
    linkbase->links = g_ptr_array_new();
    linkbase->absences = g_ptr_array_new();
    linkbase->ends =
        g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
    arena_own(arena, linkbase->kinds, (GDestroyNotify)g_ptr_array_unref);
    arena_own(arena, linkbase->links, (GDestroyNotify)g_ptr_array_unref);
    arena_own(arena, linkbase->absences, (GDestroyNotify)g_ptr_array_unref);
    arena_own(arena, linkbase->ends, (GDestroyNotify)g_hash_table_unref);
    return linkbase;
}

static void
read_document(Linkbase *linkbase, xmlDoc *document, Diag *diag)
{
    xmlNode *root = xmlDocGetRootElement(document);
    for (xmlNode *child = xml_element(root->children); child;
         child = xml_element(child->next)) {
        if (xml_is(child, "soort"))
            add_kind(linkbase, child, diag);
        else
            read_group(linkbase, child, diag);
    }
    check_absences(linkbase, (const char *)document->URL, diag);
    GHashTableIter iterator;
    gpointer ends;
    g_hash_table_iter_init(&iterator, linkbase->ends);
    while (g_hash_table_iter_next(&iterator, NULL, &ends))
        g_array_sort(ends, compare_ends);
}

Linkbase *
linkbase_load(Collection *collection, const char *schema_folder, Diag *diag,
              GError **error)
{
    Linkbase *linkbase = linkbase_new(collection);
    g_autofree char *path =
        g_build_filename(collection->folder, "koppelingen.xml", NULL);
    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        return linkbase;
    const char *schema_path = collection_path(collection->arena, collection->folder,
                                              schema_folder, "schema/koppelingen.rng");
    g_autoptr(XmlSchema) schema = xml_schema_new(schema_path, error);
    if (!schema)
        return NULL;
    xmlDoc *document = xml_read_file(path, XML_READ_DEFAULT, diag);
    if (!document)
        return linkbase;
    arena_own(collection->arena, document, (GDestroyNotify)xmlFreeDoc);
    xml_schema_validate(schema, document, diag);
    read_document(linkbase, document, diag);
    return linkbase;
}

const GArray *
linkbase_ends(const Linkbase *linkbase, const ContentNode *node)
{
    return g_hash_table_lookup(linkbase->ends, node);
}

static gboolean
is_within(const xmlNode *element, const xmlNode *ancestor)
{
    while (element && element != ancestor)
        element = element->parent;
    return element != NULL;
}

int
linkbase_count_within(const Linkbase *linkbase, const ContentNode *node)
{
    int count = 0;
    const GPtrArray *nodes = linkbase->collection->nodes;
    for (guint i = (guint)node->order; i < nodes->len; i++) {
        const ContentNode *inner = nodes->pdata[i];
        if (!is_within(inner->element, node->element))
            break;
        const GArray *ends = linkbase_ends(linkbase, inner);
        count += ends ? (int)ends->len : 0;
    }
    for (guint i = 0; i < linkbase->absences->len; i++) {
        const Absence *absence = linkbase->absences->pdata[i];
        count += is_within(absence->node->element, node->element);
    }
    return count;
}
