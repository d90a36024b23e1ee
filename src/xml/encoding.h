#ifndef XML_ENCODING_H
#define XML_ENCODING_H

/* Documents in another encoding than UTF-8 (XML 1.0, 4.3.3 and appendix F). For the files of
 * xml only. */

#include <glib.h>

/* The document in UTF-8, where it begins as UTF-16 does or its XML declaration names UTF-16,
 * an ISO 8859 or a Windows code page; the declaration names no encoding then, and all stands
 * where it stood. The caller frees. NULL: it needs no conversion, or cannot have one, and
 * converted_length is left as it was. */
char *
xml_to_utf8(const char *bytes, gsize length, gsize *converted_length);

#endif
