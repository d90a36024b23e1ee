#include "command/declared.h"
#include "fo/fo.h"
#include "xml/read.h"

#include <string.h>

#define DC_NAMESPACE "http://purl.org/dc/elements/1.1/"
#define PDF_NAMESPACE "http://ns.adobe.com/pdf/1.3/"

enum { DEEPEST = 32 };

static gboolean
is_in(const xmlNode *node, const char *uri)
{
    return node->type == XML_ELEMENT_NODE && node->ns && node->ns->href &&
           strcmp((const char *)node->ns->href, uri) == 0;
}

static void
find_items(const xmlNode *node, GPtrArray *items, int depth)
{
    for (xmlNode *child = node->children; child && depth < DEEPEST;
         child = child->next) {
        if (child->type != XML_ELEMENT_NODE || !xml_is(child, "li")) {
            find_items(child, items, depth + 1);
            continue;
        }
        char *words = xml_words(child);
        if (*words)
            g_ptr_array_add(items, words);
        else
            g_free(words);
    }
}

/* The words of a property, or those of its list: all of them, or of an alternative (by
 * language) the first. */
static const char *
words_of(const xmlNode *property, gboolean has_all, Arena *arena)
{
    g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func(g_free);
    find_items(property, items, 0);
    if (items->len == 0)
        g_ptr_array_add(items, xml_words(property));
    g_autoptr(GString) words = g_string_new(items->pdata[0]);
    for (guint i = 1; i < items->len && has_all; i++)
        g_string_append_printf(words, ", %s", (char *)items->pdata[i]);
    return words->len > 0 ? arena_strndup(arena, words->str, words->len) : NULL;
}

static void
take(const char **field, const xmlNode *property, gboolean has_all, Arena *arena)
{
    if (!*field || !**field)
        *field = words_of(property, has_all, arena);
}

static void
read_property(const xmlNode *node, AreaDocument *document)
{
    gboolean is_dc = is_in(node, DC_NAMESPACE);
    if (is_dc && xml_is(node, "title"))
        take(&document->title, node, FALSE, document->arena);
    else if (is_dc && xml_is(node, "creator"))
        take(&document->author, node, TRUE, document->arena);
    else if (is_dc && xml_is(node, "description"))
        take(&document->subject, node, FALSE, document->arena);
    else if ((is_dc && xml_is(node, "subject")) ||
             (is_in(node, PDF_NAMESPACE) && xml_is(node, "Keywords")))
        take(&document->keywords, node, TRUE, document->arena);
}

static void
read_below(const xmlNode *node, AreaDocument *document, int depth)
{
    for (const xmlNode *child = node->children; child && depth < DEEPEST;
         child = child->next) {
        read_property(child, document);
        read_below(child, document, depth + 1);
    }
}

void
declared_read(const xmlDoc *fo, AreaDocument *document)
{
    const xmlNode *root = xmlDocGetRootElement(fo);
    for (const xmlNode *child = root->children; child; child = child->next)
        if (is_in(child, FO_NAMESPACE) && xml_is(child, "declarations"))
            read_below(child, document, 0);
}
