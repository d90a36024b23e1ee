#include "inspect/metadata.h"

#include <string.h>

typedef struct Known {
    const char *space, *name;
    XmpKind kind;
} Known;

/* The schemas that PDF/A knows (ISO 19005-2, 6.6.2.3; XMP 2005) and this program or others
 * like it use; of the spaces in open_spaces every name is taken. */
static const Known known[] = {
    {XMP_DC, "contributor", XMP_BAG},
    {XMP_DC, "coverage", XMP_SIMPLE},
    {XMP_DC, "creator", XMP_SEQ},
    {XMP_DC, "date", XMP_SEQ},
    {XMP_DC, "description", XMP_ALT},
    {XMP_DC, "format", XMP_SIMPLE},
    {XMP_DC, "identifier", XMP_SIMPLE},
    {XMP_DC, "language", XMP_BAG},
    {XMP_DC, "publisher", XMP_BAG},
    {XMP_DC, "relation", XMP_BAG},
    {XMP_DC, "rights", XMP_ALT},
    {XMP_DC, "source", XMP_SIMPLE},
    {XMP_DC, "subject", XMP_BAG},
    {XMP_DC, "title", XMP_ALT},
    {XMP_DC, "type", XMP_BAG},
    {XMP_BASIC, "Advisory", XMP_BAG},
    {XMP_BASIC, "BaseURL", XMP_SIMPLE},
    {XMP_BASIC, "CreateDate", XMP_SIMPLE},
    {XMP_BASIC, "CreatorTool", XMP_SIMPLE},
    {XMP_BASIC, "Identifier", XMP_BAG},
    {XMP_BASIC, "Label", XMP_SIMPLE},
    {XMP_BASIC, "MetadataDate", XMP_SIMPLE},
    {XMP_BASIC, "ModifyDate", XMP_SIMPLE},
    {XMP_BASIC, "Nickname", XMP_SIMPLE},
    {XMP_BASIC, "Rating", XMP_SIMPLE},
    {XMP_BASIC, "Thumbnails", XMP_ALT},
    {XMP_PDF, "Keywords", XMP_SIMPLE},
    {XMP_PDF, "PDFVersion", XMP_SIMPLE},
    {XMP_PDF, "Producer", XMP_SIMPLE},
    {XMP_PDFAID, "part", XMP_SIMPLE},
    {XMP_PDFAID, "amd", XMP_SIMPLE},
    {XMP_PDFAID, "corr", XMP_SIMPLE},
    {XMP_PDFAID, "conformance", XMP_SIMPLE},
    {XMP_EXTENSION, "schemas", XMP_BAG},
};

static const char *const open_spaces[] = {
    XMP_MEDIA,
    "http://ns.adobe.com/xap/1.0/rights/",
    "http://ns.adobe.com/xap/1.0/bj/",
    "http://ns.adobe.com/xap/1.0/t/pg/",
    "http://ns.adobe.com/xmp/1.0/DynamicMedia/",
    "http://ns.adobe.com/photoshop/1.0/",
    "http://ns.adobe.com/camera-raw-settings/1.0/",
    "http://ns.adobe.com/tiff/1.0/",
    "http://ns.adobe.com/exif/1.0/",
    "http://ns.adobe.com/exif/1.0/aux/",
    NULL};

static const xmlNode *
first_item(const xmlNode *list)
{
    return list ? xmp_child(list, XMP_RDF, "li") : NULL;
}

static const xmlNode *
next_item(const xmlNode *item)
{
    for (item = item->next; item; item = item->next)
        if (item->type == XML_ELEMENT_NODE)
            return item;
    return NULL;
}

/* What an item of a list is made of: itself or the description in it. */
static const xmlNode *
fields_of(const xmlNode *item)
{
    const xmlNode *description = xmp_child(item, XMP_RDF, "Description");
    return description ? description : item;
}

static gboolean
says(const xmlNode *parent, const char *space, const char *name, const char *text)
{
    const xmlNode *node = xmp_child(parent, space, name);
    xmlChar *content = node ? xmlNodeGetContent(node) : NULL;
    gboolean same = content && strcmp((const char *)content, text) == 0;
    xmlFree(content);
    return same;
}

static const xmlNode *
schema_properties(const xmlNode *schema)
{
    return first_item(
        xmp_child(xmp_child(schema, XMP_SCHEMA, "property"), XMP_RDF, "Seq"));
}

static const xmlNode *
first_schema(const Xmp *xmp)
{
    const XmpProperty *schemas = xmp_find(xmp, XMP_EXTENSION, "schemas");
    return schemas && schemas->node
               ? first_item(xmp_child(schemas->node, XMP_RDF, "Bag"))
               : NULL;
}

static gboolean
is_described(const Xmp *xmp, const XmpProperty *property)
{
    for (const xmlNode *item = first_schema(xmp); item; item = next_item(item)) {
        const xmlNode *schema = fields_of(item);
        if (!says(schema, XMP_SCHEMA, "namespaceURI", property->space))
            continue;
        for (const xmlNode *p = schema_properties(schema); p; p = next_item(p))
            if (says(fields_of(p), XMP_PROPERTY, "name", property->name))
                return TRUE;
    }
    return FALSE;
}

static const Known *
find_known(const XmpProperty *property)
{
    for (guint i = 0; i < G_N_ELEMENTS(known); i++)
        if (strcmp(known[i].space, property->space) == 0 &&
            strcmp(known[i].name, property->name) == 0)
            return &known[i];
    return NULL;
}

static void
check_property(Inspection *inspection, const Value *where, const Xmp *xmp,
               const XmpProperty *property)
{
    const Known *kind = find_known(property);
    if (kind && xmp_kind(property) != kind->kind)
        finding(inspection, DIAG_PDF_XMP_TYPE, -1, where,
                "%s:%s is niet van de soort die erbij hoort", property->prefix,
                property->name);
    else if (!kind && !is_among(property->space, open_spaces) &&
             !is_described(xmp, property))
        finding(inspection, DIAG_PDF_XMP_SCHEMA, -1, where,
                "%s:%s wordt nergens uitgelegd",
                property->prefix ? property->prefix : property->space, property->name);
}

/* PDF/A-2, 6.6.2.3.3. */
static void
check_description(Inspection *inspection, const Value *where, const xmlNode *schema)
{
    static const char *const of_schema[] = {"schema", "namespaceURI", "prefix", NULL};
    static const char *const of_property[] = {"name", "valueType", "category",
                                              "description", NULL};
    for (int i = 0; of_schema[i]; i++)
        if (!xmp_child(schema, XMP_SCHEMA, of_schema[i]))
            finding(inspection, DIAG_PDF_XMP_EXTENSION, -1, where,
                    "de uitleg van een schema heeft geen pdfaSchema:%s", of_schema[i]);
    for (const xmlNode *item = schema_properties(schema); item;
         item = next_item(item)) {
        const xmlNode *property = fields_of(item);
        for (int i = 0; of_property[i]; i++)
            if (!xmp_child(property, XMP_PROPERTY, of_property[i]))
                finding(inspection, DIAG_PDF_XMP_EXTENSION, -1, where,
                        "de uitleg van een eigenschap heeft geen pdfaProperty:%s",
                        of_property[i]);
        if (!says(property, XMP_PROPERTY, "category", "internal") &&
            !says(property, XMP_PROPERTY, "category", "external"))
            finding(inspection, DIAG_PDF_XMP_EXTENSION, -1, where,
                    "een eigenschap is intern noch extern");
    }
}

void
check_schemas(Inspection *inspection, const Value *where, const Xmp *xmp)
{
    for (guint i = 0; i < xmp->properties->len; i++)
        check_property(inspection, where, xmp,
                       &g_array_index(xmp->properties, XmpProperty, i));
    for (const xmlNode *item = first_schema(xmp); item; item = next_item(item))
        check_description(inspection, where, fields_of(item));
}
