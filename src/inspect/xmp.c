#include "inspect/xmp.h"

#include <libxml/parser.h>
#include <string.h>

static gboolean
is_named(const xmlNode *node, const char *space, const char *name)
{
    return node->type == XML_ELEMENT_NODE && node->ns && node->ns->href &&
           strcmp((const char *)node->ns->href, space) == 0 &&
           strcmp((const char *)node->name, name) == 0;
}

const xmlNode *
xmp_child(const xmlNode *parent, const char *space, const char *name)
{
    for (const xmlNode *node = parent ? parent->children : NULL; node;
         node = node->next)
        if (is_named(node, space, name))
            return node;
    return NULL;
}

static void
add_property(Xmp *xmp, const xmlNs *ns, const xmlChar *name, const xmlNode *node,
             const xmlAttr *attribute)
{
    if (!ns || !ns->href)
        return;
    XmpProperty property = {(const char *)ns->href, (const char *)ns->prefix,
                            (const char *)name, node, attribute};
    g_array_append_val(xmp->properties, property);
}

static void
read_description(Xmp *xmp, const xmlNode *description)
{
    for (const xmlAttr *a = description->properties; a; a = a->next)
        if (a->ns && a->ns->href && strcmp((const char *)a->ns->href, XMP_RDF) != 0 &&
            strcmp((const char *)a->ns->href, (const char *)XML_XML_NAMESPACE) != 0)
            add_property(xmp, a->ns, a->name, NULL, a);
    for (const xmlNode *node = description->children; node; node = node->next)
        if (node->type == XML_ELEMENT_NODE)
            add_property(xmp, node->ns, node->name, node, NULL);
}

static const xmlNode *
find_rdf(const xmlDoc *document)
{
    const xmlNode *root = xmlDocGetRootElement(document);
    if (!root || is_named(root, XMP_RDF, "RDF"))
        return root;
    return xmp_child(root, XMP_RDF, "RDF");
}

/* No packet of metadata has a document type; what has one may have entities. */
Xmp *
xmp_read(const char *bytes, gsize length)
{
    if (length > G_MAXINT)
        return NULL;
    xmlDoc *document = xmlReadMemory(bytes, (int)length, "xmp", NULL,
                                     XML_PARSE_NONET | XML_PARSE_NOERROR |
                                         XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
    if (!document)
        return NULL;
    Xmp *xmp = g_new0(Xmp, 1);
    xmp->document = document;
    xmp->properties = g_array_new(FALSE, FALSE, sizeof(XmpProperty));
    const xmlNode *rdf = document->intSubset ? NULL : find_rdf(document);
    if (!rdf) {
        xmp_free(xmp);
        return NULL;
    }
    for (const xmlNode *node = rdf->children; node; node = node->next)
        if (is_named(node, XMP_RDF, "Description"))
            read_description(xmp, node);
    return xmp;
}

void
xmp_free(Xmp *xmp)
{
    if (!xmp)
        return;
    xmlFreeDoc(xmp->document);
    g_array_unref(xmp->properties);
    g_free(xmp);
}

const XmpProperty *
xmp_find(const Xmp *xmp, const char *space, const char *name)
{
    for (guint i = 0; xmp && i < xmp->properties->len; i++) {
        const XmpProperty *p = &g_array_index(xmp->properties, XmpProperty, i);
        if (strcmp(p->space, space) == 0 && strcmp(p->name, name) == 0)
            return p;
    }
    return NULL;
}

static const xmlNode *
list_of(const XmpProperty *property, XmpKind *kind)
{
    static const char *const lists[] = {"Seq", "Bag", "Alt"};
    for (guint i = 0; i < G_N_ELEMENTS(lists); i++) {
        const xmlNode *list = xmp_child(property->node, XMP_RDF, lists[i]);
        *kind = XMP_SEQ + i;
        if (list)
            return list;
    }
    return NULL;
}

XmpKind
xmp_kind(const XmpProperty *property)
{
    XmpKind kind;
    if (!property)
        return XMP_NONE;
    if (!property->node)
        return XMP_SIMPLE;
    if (list_of(property, &kind))
        return kind;
    if (xmlHasNsProp((xmlNode *)property->node, (const xmlChar *)"parseType",
                     (const xmlChar *)XMP_RDF) ||
        xmp_child(property->node, XMP_RDF, "Description"))
        return XMP_STRUCT;
    return XMP_SIMPLE;
}

static char *
text_of(const xmlNode *node)
{
    xmlChar *content = node ? xmlNodeGetContent(node) : NULL;
    char *text = g_strdup(content ? (const char *)content : "");
    xmlFree(content);
    return text;
}

char *
xmp_property_text(const XmpProperty *property)
{
    XmpKind kind = xmp_kind(property);
    if (kind == XMP_STRUCT)
        return g_strdup("");
    if (kind == XMP_SIMPLE)
        return text_of(property->node
                           ? property->node
                           : (const xmlNode *)(const void *)property->attribute);
    return text_of(xmp_child(list_of(property, &kind), XMP_RDF, "li"));
}

char *
xmp_text(const Xmp *xmp, const char *space, const char *name)
{
    const XmpProperty *property = xmp_find(xmp, space, name);
    return property ? xmp_property_text(property) : NULL;
}
