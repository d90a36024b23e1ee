#include "content/pages.h"
#include "xml/read.h"

static const char *
attribute(Arena *arena, const xmlNode *element, const char *name)
{
    g_autofree char *value = xml_attribute(element, name);
    return arena_strdup(arena, value ? value : "");
}

const PageIndex *
page_index_load(Arena *arena, const char *path, Diag *diag)
{
    g_autoptr(xmlDoc) document = xml_read_file(path, XML_READ_DEFAULT, diag);
    if (!document)
        return NULL;
    const xmlNode *root = xmlDocGetRootElement(document);
    if (!xml_is(root, "bladzijden")) {
        Place place = xml_place(root);
        place.file = path;
        diag_report(diag, &place, DIAG_PAGE_INDEX,
                    "dit is geen lijst van bladzijden, zoals “boekje” er een maakt");
        return NULL;
    }
    PageIndex *index = arena_new0(arena, PageIndex);
    index->title = attribute(arena, root, "titel");
    index->edition = attribute(arena, root, "editie");
    index->labels = g_hash_table_new(g_str_hash, g_str_equal);
    arena_own(arena, index->labels, (GDestroyNotify)g_hash_table_unref);
    for (xmlNode *child = xml_element(root->children); child;
         child = xml_element(child->next))
        g_hash_table_insert(index->labels, (gpointer)attribute(arena, child, "id"),
                            (gpointer)attribute(arena, child, "bladzijde"));
    return index;
}

const char *
page_index_lookup(const PageIndex *index, const char *id)
{
    const char *label = index && id ? g_hash_table_lookup(index->labels, id) : NULL;
    return label && *label ? label : NULL;
}
