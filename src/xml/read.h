#ifndef XML_READ_H
#define XML_READ_H

/* xml: reads, validates and transforms XML. Nothing is fetched from a network, no external
 * entity is loaded, sizes are bounded, and every fault is reported with file, line and
 * column. Documents are libxml2's and the caller's to free with xmlFreeDoc(). */

#include "base/diag.h"
#include <libxml/tree.h>

typedef enum XmlReadFlags {
    XML_READ_DEFAULT = 0,
    XML_READ_LARGE =
        1 << 0 /* FO made by programs: up to 256 MiB instead of 16, in other encodings
                  too, and 1,200 elements deep: 200 tables in one another */
} XmlReadFlags;

/* Reads the UTF-8 document at path; "-" is standard input. Returns NULL after reporting
 * what is wrong: unreadable, empty, too large, not UTF-8, not well-formed, nested deeper
 * than 256 elements (see flags), entities from outside. */
xmlDoc *
xml_read_file(const char *path, XmlReadFlags flags, Diag *diag);

/* The same for a document in memory; file names it in messages. */
xmlDoc *
xml_read_memory(const char *bytes, gsize length, const char *file, XmlReadFlags flags,
                Diag *diag);

/* Where node stands in the document that was read: for an element its '<', for an
 * attribute or a text its element. file is the document's URL. */
Place
xml_place(const xmlNode *node);

/* Says where an element comes from that was made and not read, such as a cell of a table:
 * xml_place() tells it, with the document's URL as its file. */
void
xml_set_place(xmlNode *element, int line, int column);

/* The value of an attribute without namespace: the caller frees; NULL where it is absent. */
char *
xml_attribute(const xmlNode *node, const char *name);

/* The text of an element and all in it, white space as one space and none around it. The
 * caller frees. */
char *
xml_words(const xmlNode *node);

/* The next element among node and its following siblings, or NULL. */
xmlNode *
xml_element(xmlNode *node);

gboolean
xml_is(const xmlNode *node, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(xmlDoc, xmlFreeDoc)

#endif
