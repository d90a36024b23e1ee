#include "xml/schema.h"
#include "xml/read.h"

#include <libxml/relaxng.h>

struct XmlSchema {
    xmlRelaxNG *grammar;
};

static void
collect(void *data, xmlError *error)
{
    GString *text = data;
    if (error->message)
        g_string_append(text, error->message);
}

XmlSchema *
xml_schema_new(const char *path, GError **error)
{
    g_autoptr(GString) faults = g_string_new(NULL);
    xmlRelaxNGParserCtxt *context = xmlRelaxNGNewParserCtxt(path);
    xmlRelaxNGSetParserStructuredErrors(context, collect, faults);
    xmlSetStructuredErrorFunc(faults, collect); /* a missing file is told there only */
    xmlRelaxNG *grammar = xmlRelaxNGParse(context);
    xmlSetStructuredErrorFunc(NULL, NULL);
    xmlRelaxNGFreeParserCtxt(context);
    if (!grammar) {
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                    "het schema “%s” is niet bruikbaar: %s", path,
                    g_strchomp(faults->str));
        return NULL;
    }
    XmlSchema *schema = g_new0(XmlSchema, 1);
    schema->grammar = grammar;
    return schema;
}

void
xml_schema_free(XmlSchema *schema)
{
    if (!schema)
        return;
    xmlRelaxNGFree(schema->grammar);
    g_free(schema);
}

typedef struct Validation {
    Diag *diag;
    const xmlNode
        *last; /* libxml2 tells one fault in several ways: the first is nearest */
} Validation;

static char *
describe(const xmlError *error, const xmlNode *node)
{
    const char *one = error->str1 ? error->str1 : "?";
    const char *two = error->str2 ? error->str2 : "?";
    switch (error->code) {
    case XML_RELAXNG_ERR_ELEMNAME:
        return g_strdup_printf("hier hoort <%s>, niet <%s>", one, two);
    case XML_RELAXNG_ERR_ELEMWRONG:
    case XML_RELAXNG_ERR_EXTRACONTENT:
    case XML_RELAXNG_ERR_INTEREXTRA:
        return g_strdup_printf("het element <%s> hoort hier niet", one);
    case XML_RELAXNG_ERR_NOELEM:
        return g_strdup_printf("hier ontbreekt het element <%s>", one);
    case XML_RELAXNG_ERR_NOTELEM:
        return g_strdup("hier hoort een element te staan, geen tekst");
    case XML_RELAXNG_ERR_TEXTWRONG:
        return g_strdup_printf("in <%s> hoort hier geen tekst", one);
    case XML_RELAXNG_ERR_INVALIDATTR:
        return g_strdup_printf("het attribuut “%s” hoort niet bij <%s>", one, two);
    case XML_RELAXNG_ERR_ATTRVALID:
        return g_strdup_printf("de attributen van <%s> kloppen niet",
                               node ? (const char *)node->name : one);
    case XML_RELAXNG_ERR_CONTENTVALID:
    case XML_RELAXNG_ERR_INTERSEQ:
    case XML_RELAXNG_ERR_NOSTATE:
        return g_strdup_printf("de inhoud van <%s> is niet volledig of staat in de "
                               "verkeerde volgorde",
                               node ? (const char *)node->name : one);
    case XML_RELAXNG_ERR_DATATYPE:
    case XML_RELAXNG_ERR_TYPEVAL:
    case XML_RELAXNG_ERR_VALUE:
        return g_strdup_printf("een waarde in <%s> is van de verkeerde soort",
                               node ? (const char *)node->name : one);
    default:
        return g_strdup_printf("<%s> voldoet niet aan het schema (nummer %d)",
                               node ? (const char *)node->name : one, error->code);
    }
}

static void
report(void *data, xmlError *error)
{
    Validation *validation = data;
    const xmlNode *node = error->node;
    if (node && node->type != XML_ELEMENT_NODE)
        node = node->parent;
    if (node && node == validation->last)
        return;
    /* A fault inside an element is told again as that element's. */
    for (const xmlNode *up = validation->last; up; up = up->parent)
        if (up == node)
            return;
    validation->last = node;
    Place place = xml_place(node);
    g_autofree char *text = describe(error, node);
    diag_report(validation->diag, &place, DIAG_SCHEMA, "%s", text);
}

gboolean
xml_schema_validate(const XmlSchema *schema, xmlDoc *document, Diag *diag)
{
    Validation validation = {diag, NULL};
    xmlRelaxNGValidCtxt *context = xmlRelaxNGNewValidCtxt(schema->grammar);
    xmlRelaxNGSetValidStructuredErrors(context, report, &validation);
    int faults = xmlRelaxNGValidateDoc(context, document);
    xmlRelaxNGFreeValidCtxt(context);
    if (faults != 0 && !validation.last) {
        Place place = xml_place(xmlDocGetRootElement(document));
        diag_report(diag, &place, DIAG_SCHEMA,
                    "het document voldoet niet aan het schema");
    }
    return faults == 0;
}
