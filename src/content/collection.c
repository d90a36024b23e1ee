#include "content/collection.h"
#include "xml/read.h"
#include "xml/schema.h"

#include <string.h>

static char *
attribute(Collection *collection, const xmlNode *element, const char *name)
{
    g_autofree char *value = xml_attribute(element, name);
    return value ? arena_strdup(collection->arena, value) : NULL;
}

/* The place of the node that holds id, told in words where it is in another file. */
static void
report_duplicate(const ContentNode *first, const ContentNode *again, Diag *diag)
{
    Place place = xml_place(again->element);
    Place before = xml_place(first->element);
    diag_report(diag, &place, DIAG_ID_DUPLICATE,
                "de id “%s” staat al op een ander element (%s, regel %d)", again->id,
                before.file, before.line);
}

static void
index_element(Collection *collection, const Part *part, xmlNode *element, Diag *diag)
{
    char *id = attribute(collection, element, "id");
    if (!id)
        return;
    ContentNode *node = arena_new0(collection->arena, ContentNode);
    *node = (ContentNode){id, element, part, (int)collection->nodes->len};
    const ContentNode *first = collection_lookup(collection, id);
    if (first) {
        report_duplicate(first, node, diag);
        return;
    }
    g_ptr_array_add(collection->nodes, node);
    g_hash_table_insert(collection->by_id, id, node);
}

/* In document order, without recursion: depth is the author's. */
static void
index_part(Collection *collection, const Part *part, Diag *diag)
{
    xmlNode *root = xmlDocGetRootElement(part->document);
    for (xmlNode *node = root; node;) {
        if (node->type == XML_ELEMENT_NODE)
            index_element(collection, part, node, diag);
        if (node->type == XML_ELEMENT_NODE && node->children) {
            node = node->children;
            continue;
        }
        while (node != root && !node->next)
            node = node->parent;
        node = node == root ? NULL : node->next;
    }
}

static Part *
part_load(Collection *collection, const char *file, const XmlSchema *schema, Diag *diag)
{
    xmlDoc *document = xml_read_file(file, XML_READ_DEFAULT, diag);
    if (!document)
        return NULL;
    arena_own(collection->arena, document, (GDestroyNotify)xmlFreeDoc);
    xml_schema_validate(schema, document, diag);
    Part *part = arena_new0(collection->arena, Part);
    part->document = document;
    part->file = arena_strdup(collection->arena, file);
    part->id = attribute(collection, xmlDocGetRootElement(document), "id");
    index_part(collection, part, diag);
    return part;
}

static const char *const *
split_list(Collection *collection, const char *list)
{
    g_auto(GStrv) words = g_strsplit_set(list ? list : "", " \t\r\n", -1);
    const char **copy =
        arena_array(collection->arena, const char *, g_strv_length(words) + 1);
    int count = 0;
    for (char **word = words; *word; word++)
        if (**word)
            copy[count++] = arena_strdup(collection->arena, *word);
    return copy;
}

static void
load_part_of_book(Collection *collection, const xmlNode *element,
                  const XmlSchema *schema, Diag *diag)
{
    g_autofree char *name = xml_attribute(element, "bestand");
    if (!name)
        return;
    Place place = xml_place(element);
    if (strchr(name, '/') || *name == '.') {
        diag_report(diag, &place, DIAG_PART_NAME,
                    "“%s” is geen bestandsnaam in de map van het boek", name);
        return;
    }
    g_autofree char *path = g_build_filename(collection->folder, name, NULL);
    Part *part = part_load(collection, path, schema, diag);
    if (part && part->id)
        g_ptr_array_add(collection->parts, part);
}

static void
add_booklet(Collection *collection, xmlNode *element)
{
    g_autofree char *list = xml_attribute(element, "delen");
    Booklet *booklet = arena_new0(collection->arena, Booklet);
    booklet->name = attribute(collection, element, "naam");
    booklet->parts = split_list(collection, list);
    booklet->element = element;
    if (booklet->name)
        g_ptr_array_add(collection->booklets, booklet);
}

static void
check_booklets(const Collection *collection, Diag *diag)
{
    for (guint i = 0; i < collection->booklets->len; i++) {
        const Booklet *booklet = collection->booklets->pdata[i];
        Place place = xml_place(booklet->element);
        for (const char *const *id = booklet->parts; *id; id++) {
            const ContentNode *node = collection_lookup(collection, *id);
            if (!node || node->element->parent != (xmlNode *)node->part->document)
                diag_report(diag, &place, DIAG_PART_UNKNOWN,
                            "het boekje “%s” noemt een deel dat er niet is: “%s”",
                            booklet->name, *id);
        }
    }
}

static Collection *
collection_new(const char *folder)
{
    Arena *arena = arena_new();
    Collection *collection = arena_new0(arena, Collection);
    collection->arena = arena;
    collection->folder = arena_strdup(arena, folder);
    collection->parts = g_ptr_array_new();
    collection->booklets = g_ptr_array_new();
    collection->nodes = g_ptr_array_new();
    collection->by_id = g_hash_table_new(g_str_hash, g_str_equal);
    arena_own(arena, collection->parts, (GDestroyNotify)g_ptr_array_unref);
    arena_own(arena, collection->booklets, (GDestroyNotify)g_ptr_array_unref);
    arena_own(arena, collection->nodes, (GDestroyNotify)g_ptr_array_unref);
    arena_own(arena, collection->by_id, (GDestroyNotify)g_hash_table_unref);
    return collection;
}

Collection *
collection_load(const char *folder, const char *schema_folder, Diag *diag,
                GError **error)
{
    g_autoptr(Collection) collection = collection_new(folder);
    const char *schema_path =
        collection_path(collection->arena, folder, schema_folder, "schema/inhoud.rng");
    g_autoptr(XmlSchema) schema = xml_schema_new(schema_path, error);
    if (!schema)
        return NULL;
    g_autofree char *path = g_build_filename(folder, "boek.xml", NULL);
    collection->book = part_load(collection, path, schema, diag);
    if (!collection->book)
        return NULL;
    xmlNode *root = xmlDocGetRootElement(collection->book->document);
    for (xmlNode *child = xml_element(root->children); child;
         child = xml_element(child->next)) {
        if (xml_is(child, "deel"))
            load_part_of_book(collection, child, schema, diag);
        else if (xml_is(child, "boekje"))
            add_booklet(collection, child);
    }
    check_booklets(collection, diag);
    return g_steal_pointer(&collection);
}

void
collection_free(Collection *collection)
{
    if (collection)
        arena_free(collection->arena);
}

const ContentNode *
collection_lookup(const Collection *collection, const char *id)
{
    return id ? g_hash_table_lookup(collection->by_id, id) : NULL;
}

const Booklet *
collection_booklet(const Collection *collection, const char *name)
{
    for (guint i = 0; i < collection->booklets->len; i++) {
        const Booklet *booklet = collection->booklets->pdata[i];
        if (strcmp(booklet->name, name) == 0)
            return booklet;
    }
    return NULL;
}

const char *
collection_path(Arena *arena, const char *folder, const char *fallback,
                const char *name)
{
    g_autofree char *own = g_build_filename(folder, name, NULL);
    if (!fallback || g_file_test(own, G_FILE_TEST_EXISTS))
        return arena_strdup(arena, own);
    g_autofree char *other = g_build_filename(fallback, name, NULL);
    return arena_strdup(arena, other);
}
