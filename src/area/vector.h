#ifndef AREA_VECTOR_H
#define AREA_VECTOR_H

/* What is known of a drawing in a format that is not drawn: its kind and natural size, from
 * its header. For the files of area only. */

#include <glib.h>

typedef struct VectorHeader {
    const char *kind;     /* "EPS", "EMF", "WMF"; NULL: none of these */
    double width, height; /* points; 0: not said */
} VectorHeader;

VectorHeader
vector_header(const guint8 *bytes, gsize length);

#endif
