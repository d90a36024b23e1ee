#ifndef XML_BUILD_H
#define XML_BUILD_H

/* Builds documents for stylesheets. Names are literals; values are UTF-8, and characters
 * that XML forbids become U+FFFD. */

#include <glib.h>
#include <libxml/tree.h>

/* Adds an element to parent, its last child. */
xmlNode *
xml_add(xmlNode *parent, const char *name);

/* The same with text in it. */
xmlNode *
xml_add_text(xmlNode *parent, const char *name, const char *text);

/* Sets an attribute that the element does not have yet; a NULL value sets nothing. */
void
xml_set(xmlNode *element, const char *name, const char *value);
void
xml_set_integer(xmlNode *element, const char *name, int value);
/* With two decimals and a point, as XPath reads it. */
void
xml_set_number(xmlNode *element, const char *name, double value);

#endif
