#include "content/assemble.h"
#include "xml/read.h"

#include <string.h>

#define OW_NAMESPACE "urn:opbouwwerk:fo"

static xmlNode *
add(xmlNode *parent, const char *name)
{
    return xmlNewChild(parent, NULL, BAD_CAST name, NULL);
}

static void
set(xmlNode *element, const char *name, const char *value)
{
    xmlNewProp(element, BAD_CAST name, BAD_CAST value);
}

static void
set_line(xmlNode *element, xmlNs *ow, int line)
{
    char digits[16];
    g_snprintf(digits, sizeof digits, "%d", line);
    xmlNewNsProp(element, ow, BAD_CAST "regel", BAD_CAST digits);
}

/* Walks the copy and its original side by side: a copied node loses its place. */
static void
set_lines(xmlNode *copy, const xmlNode *original, xmlNs *ow)
{
    const xmlNode *top = copy;
    while (copy) {
        if (copy->type == XML_ELEMENT_NODE)
            set_line(copy, ow, xml_place(original).line);
        if (copy->children && copy->type == XML_ELEMENT_NODE) {
            copy = copy->children;
            original = original->children;
            continue;
        }
        while (copy != top && !copy->next) {
            copy = copy->parent;
            original = original->parent;
        }
        if (copy == top)
            return;
        copy = copy->next;
        original = original->next;
    }
}

static xmlNode *
add_copy(xmlNode *parent, const xmlNode *original, const char *file, xmlNs *ow)
{
    xmlNode *copy = xmlDocCopyNode((xmlNode *)original, parent->doc, 1);
    xmlAddChild(parent, copy);
    set_lines(copy, original, ow);
    xmlNewNsProp(copy, ow, BAD_CAST "bestand", BAD_CAST file);
    return copy;
}

static void
add_parts(xmlNode *root, const Collection *collection, const Booklet *booklet,
          xmlNs *ow)
{
    for (guint i = 0; i < collection->parts->len; i++) {
        const Part *part = collection->parts->pdata[i];
        gboolean is_set = g_strv_contains(booklet->parts, part->id);
        xmlNode *holder = add(root, "deel");
        set(holder, "gezet", is_set ? "ja" : "nee");
        add_copy(holder, xmlDocGetRootElement(part->document), part->file, ow);
    }
}

static void
add_end(xmlNode *holder, const LinkEnd *end)
{
    const Link *link = end->link;
    xmlNode *reference =
        xmlNewTextChild(holder, NULL, BAD_CAST "verwijzing", BAD_CAST link->reason);
    set(reference, "naar", end->back ? link->from->id : link->to->id);
    set(reference, "soort", link->kind->name);
    set(reference, "wijze", end->back ? link->kind->back : link->kind->forth);
    set(reference, "richting", end->back ? "terug" : "heen");
    set(reference, "groep", link->group);
}

static void
add_links(xmlNode *root, const Linkbase *linkbase)
{
    xmlNode *list = add(root, "koppelingen");
    for (guint i = 0; i < linkbase->kinds->len; i++) {
        const LinkKind *kind = linkbase->kinds->pdata[i];
        g_autofree char *count = g_strdup_printf("%d", kind->count);
        xmlNode *element = add(list, "soort");
        set(element, "naam", kind->name);
        set(element, "heen", kind->forth);
        set(element, "terug", kind->back);
        set(element, "aantal", count);
    }
    const GPtrArray *nodes = linkbase->collection->nodes;
    for (guint i = 0; i < nodes->len; i++) {
        const ContentNode *node = nodes->pdata[i];
        const GArray *ends = linkbase_ends(linkbase, node);
        if (!ends)
            continue;
        xmlNode *holder = add(list, "knoop");
        set(holder, "id", node->id);
        for (guint j = 0; j < ends->len; j++)
            add_end(holder, &g_array_index(ends, LinkEnd, j));
    }
    for (guint i = 0; i < linkbase->absences->len; i++) {
        const Absence *absence = linkbase->absences->pdata[i];
        xmlNode *element = xmlNewTextChild(list, NULL, BAD_CAST "zonder-tegenhanger",
                                           BAD_CAST absence->reason);
        set(element, "knoop", absence->node->id);
        set(element, "in", absence->in->id);
    }
}

xmlDoc *
assemble_booklet(const Collection *collection, const Linkbase *linkbase,
                 const Booklet *booklet)
{
    xmlDoc *document = xmlNewDoc(BAD_CAST "1.0");
    xmlNode *root = xmlNewNode(NULL, BAD_CAST "publicatie");
    xmlDocSetRootElement(document, root);
    xmlNs *ow = xmlNewNs(root, BAD_CAST OW_NAMESPACE, BAD_CAST "ow");
    set(root, "naam", booklet->name);
    const xmlNode *book = xmlDocGetRootElement(collection->book->document);
    add_copy(root, book, collection->book->file, ow);
    if (booklet->element)
        add_copy(root, booklet->element, collection->book->file, ow);
    add_parts(root, collection, booklet, ow);
    add_links(root, linkbase);
    return document;
}

xmlDoc *
assemble_references(const Collection *collection, const Linkbase *linkbase,
                    const char *name)
{
    static const char *const none[] = {NULL};
    const Booklet booklet = {.name = name, .parts = none};
    return assemble_booklet(collection, linkbase, &booklet);
}
