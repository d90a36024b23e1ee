#include "xml/read.h"
#include "base/file.h"
#include "xml/encoding.h"
#include "xml/syntax.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

enum { DEPTH = 256, LARGE_DEPTH = 1200 };
enum { MEBIBYTE = 1 << 20, COLUMN_BITS = 20, COLUMN_MAX = (1 << COLUMN_BITS) - 1 };

/* One reading. at, line, column: a place in the bytes that only moves forward, so that
 * the places of all elements together cost one pass. */
typedef struct Reading {
    const char *file;
    Diag *diag;
    gboolean failed;
    const xmlParserCtxt *context; /* of the document; entities get one of their own */
    const char *bytes, *end, *at;
    gsize length;
    int line, column;
} Reading;

static void
reading_advance(Reading *reading, const char *to)
{
    for (; reading->at < to; reading->at++) {
        if (*reading->at == '\n') {
            reading->line++;
            reading->column = 1;
        } else if (((guchar)*reading->at & 0xC0) != 0x80) {
            reading->column++;
        }
    }
}

/* libxml2 keeps no column of an element, and its line is that of the start tag's end. At
 * this moment the parser stands just before that end, and a raw '<' cannot occur within. */
static gpointer
packed_place(xmlParserCtxt *context)
{
    Reading *reading = context->_private;
    glong offset = context->inputNr == 1 ? xmlByteConsumed(context) : -1;
    if (offset >= 0) {
        const char *tag = reading->bytes + MIN((gsize)offset, reading->length);
        while (tag > reading->at && (tag == reading->end || *tag != '<'))
            tag--;
        reading_advance(reading, tag);
    }
    guint64 column = (guint64)MIN(reading->column, COLUMN_MAX);
    return GSIZE_TO_POINTER((guint64)reading->line << COLUMN_BITS | column);
}

static void
start_element(void *data, const xmlChar *name, const xmlChar *prefix,
              const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
              int attribute_count, int default_count, const xmlChar **attributes)
{
    xmlParserCtxt *context = data;
    xmlNode *before = context->node;
    xmlSAX2StartElementNs(data, name, prefix, uri, namespace_count, namespaces,
                          attribute_count, default_count, attributes);
    if (context->node && context->node != before)
        context->node->_private = packed_place(context);
}

static void
syntax_error(void *data, xmlError *error)
{
    xmlParserCtxt *context = data;
    Reading *reading = context->_private;
    if (error->level < XML_ERR_ERROR || reading->failed)
        return;
    /* What follows a first error is mostly its echo. */
    reading->failed = TRUE;
    Place place = {reading->file, error->line, error->int2};
    gboolean in_entity = context != reading->context || context->inputNr > 1;
    if (in_entity)
        place = (Place){reading->file, reading->line, reading->column};
    DiagCode code = DIAG_XML_SYNTAX;
    const char *text = xml_syntax_message(error->code, &code);
    if (text)
        diag_report(reading->diag, &place, code, "%s%s%s%s", text,
                    error->str1 ? ": “" : "", error->str1 ? error->str1 : "",
                    error->str1 ? "”" : "");
    else
        diag_report(reading->diag, &place, code,
                    "dit is geen welgevormde XML (libxml2, nummer %d)", error->code);
}

static xmlParserInput *
refuse_external(const char *url, const char *id, xmlParserCtxt *context)
{
    Reading *reading = context ? context->_private : NULL;
    (void)id;
    if (!reading)
        return NULL;
    Place place = {reading->file, reading->line, reading->column};
    diag_report(reading->diag, &place, DIAG_XML_EXTERNAL,
                "een entiteit van buiten het bestand wordt niet gelezen: “%s”",
                url ? url : "?");
    reading->failed = TRUE;
    return NULL;
}

static gboolean
is_usable(Reading *reading, gsize limit)
{
    Place start = {reading->file, 1, 1};
    if (reading->length == 0) {
        diag_report(reading->diag, &start, DIAG_XML_EMPTY, "het bestand is leeg");
        return FALSE;
    }
    if (reading->length > limit) {
        diag_report(reading->diag, &start, DIAG_XML_LARGE,
                    "het bestand is groter dan %" G_GSIZE_FORMAT " MiB",
                    limit / MEBIBYTE);
        return FALSE;
    }
    const char *fault;
    if (g_utf8_validate(reading->bytes, (gssize)reading->length, &fault))
        return TRUE;
    reading_advance(reading, fault);
    Place place = {reading->file, reading->line, reading->column};
    diag_report(reading->diag, &place, DIAG_XML_ENCODING,
                "hier staat geen geldige UTF-8 (byte 0x%02X)", (guchar)*fault);
    return FALSE;
}

/* How deep elements may be nested; libxml2 has that in a variable until it is constant in
 * 2.12. Its other way, XML_PARSE_HUGE, lifts all bounds on what entities may grow to. */
static int
allow_depth(int depth)
{
#if LIBXML_VERSION < 21200
    int previous = (int)xmlParserMaxDepth;
    xmlParserMaxDepth = (unsigned int)depth;
    return previous;
#else
    return depth;
#endif
}

static xmlDoc *
parse(Reading *reading, int depth)
{
    xmlParserCtxt *context = xmlNewParserCtxt();
    if (!context)
        g_error("geheugen op");
    context->_private = reading;
    reading->context = context;
    context->sax->serror = syntax_error;
    context->sax->startElementNs = start_element;
    xmlExternalEntityLoader previous = xmlGetExternalEntityLoader();
    xmlSetExternalEntityLoader(refuse_external);
    int deepest = allow_depth(depth);
    xmlDoc *document = xmlCtxtReadMemory(
        context, reading->bytes, (int)reading->length, reading->file, NULL,
        XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES |
            XML_PARSE_COMPACT);
    allow_depth(deepest);
    xmlSetExternalEntityLoader(previous);
    xmlFreeParserCtxt(context);
    if (document && reading->failed) {
        xmlFreeDoc(document);
        return NULL;
    }
    return document;
}

static gboolean
declares_other_encoding(const xmlDoc *document)
{
    return document->encoding && xmlStrcasecmp(document->encoding, BAD_CAST "UTF-8") &&
           xmlStrcasecmp(document->encoding, BAD_CAST "US-ASCII");
}

xmlDoc *
xml_read_memory(const char *bytes, gsize length, const char *file, XmlReadFlags flags,
                Diag *diag)
{
    g_autofree char *converted =
        flags & XML_READ_LARGE ? xml_to_utf8(bytes, length, &length) : NULL;
    if (converted)
        bytes = converted;
    if (length >= 3 && memcmp(bytes, BYTE_ORDER_MARK, 3) == 0) {
        bytes += 3;
        length -= 3;
    }
    Reading reading = {file,           diag,  FALSE,  NULL, bytes,
                       bytes + length, bytes, length, 1,    1};
    gsize limit = (flags & XML_READ_LARGE ? 256 : 16) * (gsize)MEBIBYTE;
    if (!is_usable(&reading, limit))
        return NULL;
    xmlDoc *document = parse(&reading, flags & XML_READ_LARGE ? LARGE_DEPTH : DEPTH);
    Place start = {file, 1, 1};
    if (!document && !reading.failed)
        diag_report(diag, &start, DIAG_XML_SYNTAX, "dit is geen welgevormde XML");
    if (document && declares_other_encoding(document)) {
        diag_report(diag, &start, DIAG_XML_ENCODING,
                    "de codering “%s” wordt niet gelezen: bewaar het bestand als UTF-8",
                    (const char *)document->encoding);
        g_clear_pointer(&document, xmlFreeDoc);
    }
    return document;
}

xmlDoc *
xml_read_file(const char *path, XmlReadFlags flags, Diag *diag)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GByteArray) bytes = file_read(path, &error);
    const char *file = strcmp(path, "-") ? path : "(standaardinvoer)";
    if (!bytes) {
        Place place = {file, 0, 0};
        diag_report(diag, &place, DIAG_FILE_UNREADABLE, "%s", error->message);
        return NULL;
    }
    return xml_read_memory((const char *)bytes->data, bytes->len, file, flags, diag);
}

Place
xml_place(const xmlNode *node)
{
    while (node && node->type != XML_ELEMENT_NODE && node->type != XML_DOCUMENT_NODE)
        node = node->parent;
    Place place = {NULL, 0, 0};
    if (!node || !node->doc)
        return place;
    place.file = (const char *)node->doc->URL;
    gsize packed =
        node->type == XML_ELEMENT_NODE ? GPOINTER_TO_SIZE(node->_private) : 0;
    place.line = (int)(packed >> COLUMN_BITS);
    place.column = (int)(packed & COLUMN_MAX);
    return place;
}

void
xml_set_place(xmlNode *element, int line, int column)
{
    guint64 kept = (guint64)CLAMP(column, 0, COLUMN_MAX);
    element->_private = GSIZE_TO_POINTER((guint64)MAX(line, 0) << COLUMN_BITS | kept);
}

char *
xml_attribute(const xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(node, BAD_CAST name);
    char *copy = g_strdup((const char *)value);
    xmlFree(value);
    return copy;
}

char *
xml_words(const xmlNode *node)
{
    xmlChar *content = xmlNodeGetContent(node);
    GString *text = g_string_new(NULL);
    gboolean space = FALSE;
    for (const char *at = (const char *)content; at && *at; at++) {
        if (strchr(" \t\r\n", *at)) {
            space = text->len > 0;
            continue;
        }
        if (space)
            g_string_append_c(text, ' ');
        space = FALSE;
        g_string_append_c(text, *at);
    }
    xmlFree(content);
    return g_string_free(text, FALSE);
}

xmlNode *
xml_element(xmlNode *node)
{
    while (node && node->type != XML_ELEMENT_NODE)
        node = node->next;
    return node;
}

gboolean
xml_is(const xmlNode *node, const char *name)
{
    return node && node->type == XML_ELEMENT_NODE &&
           xmlStrEqual(node->name, BAD_CAST name);
}
