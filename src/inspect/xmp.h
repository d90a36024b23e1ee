#ifndef INSPECT_XMP_H
#define INSPECT_XMP_H

/* XMP: the metadata of a file as it was read (ISO 16684-1). A property is in a namespace,
 * and is an element or an attribute of an rdf:Description. */

#include <glib.h>
#include <libxml/tree.h>

#define XMP_DC "http://purl.org/dc/elements/1.1/"
#define XMP_BASIC "http://ns.adobe.com/xap/1.0/"
#define XMP_MEDIA "http://ns.adobe.com/xap/1.0/mm/"
#define XMP_PDF "http://ns.adobe.com/pdf/1.3/"
#define XMP_PDFAID "http://www.aiim.org/pdfa/ns/id/"
#define XMP_PDFUAID "http://www.aiim.org/pdfua/ns/id/"
#define XMP_PDFXID "http://www.npes.org/pdfx/ns/id/"
#define XMP_RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define XMP_EXTENSION "http://www.aiim.org/pdfa/ns/extension/"
#define XMP_SCHEMA "http://www.aiim.org/pdfa/ns/schema#"
#define XMP_PROPERTY "http://www.aiim.org/pdfa/ns/property#"

typedef enum XmpKind {
    XMP_NONE,
    XMP_SIMPLE,
    XMP_SEQ,
    XMP_BAG,
    XMP_ALT,
    XMP_STRUCT
} XmpKind;

typedef struct XmpProperty {
    const char *space, *prefix, *name;
    const xmlNode *node; /* the element; NULL: an attribute */
    const xmlAttr *attribute;
} XmpProperty;

typedef struct Xmp {
    xmlDoc *document;
    GArray *properties; /* XmpProperty, in the order of the file */
} Xmp;

/* NULL where bytes are no XMP that is well formed. */
Xmp *
xmp_read(const char *bytes, gsize length);
void
xmp_free(Xmp *xmp);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Xmp, xmp_free)

/* The first of that name; NULL where there is none. */
const XmpProperty *
xmp_find(const Xmp *xmp, const char *space, const char *name);
XmpKind
xmp_kind(const XmpProperty *property);
/* Of a list, the first of its items. "" for a structure; caller frees. */
char *
xmp_property_text(const XmpProperty *property);
/* NULL where there is no such property; caller frees. */
char *
xmp_text(const Xmp *xmp, const char *space, const char *name);

/* The element of that name in parent; NULL: none. */
const xmlNode *
xmp_child(const xmlNode *parent, const char *space, const char *name);

#endif
