#ifndef XML_TRANSFORM_H
#define XML_TRANSFORM_H

/* XSLT 1.0 with EXSLT by libxslt. A stylesheet is compiled once and applied many times. It
 * may read files, never write any, and has no network. */

#include <glib.h>
#include <libxml/tree.h>

typedef struct XmlStylesheet XmlStylesheet;

XmlStylesheet *
xml_stylesheet_new(const char *path, GError **error);
void
xml_stylesheet_free(XmlStylesheet *stylesheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(XmlStylesheet, xml_stylesheet_free)

/* Applies stylesheet to document. parameters: NULL-terminated pairs of a name and a string
 * value (not an XPath expression), or NULL. Returns a new document; on failure error holds
 * what libxslt and xsl:message said. */
xmlDoc *
xml_transform(const XmlStylesheet *stylesheet, xmlDoc *document,
              const char *const *parameters, GError **error);

#endif
