#ifndef XML_SCHEMA_H
#define XML_SCHEMA_H

/* RELAX NG validation by libxml2, with Dutch located messages. */

#include "base/diag.h"
#include <libxml/tree.h>

typedef struct XmlSchema XmlSchema;

/* Compiles the schema at path (XML syntax). A schema that does not compile is a fault of the
 * installation: error. */
XmlSchema *
xml_schema_new(const char *path, GError **error);
void
xml_schema_free(XmlSchema *schema);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(XmlSchema, xml_schema_free)

/* TRUE where document is valid; every fault is reported at its element. */
gboolean
xml_schema_validate(const XmlSchema *schema, xmlDoc *document, Diag *diag);

#endif
