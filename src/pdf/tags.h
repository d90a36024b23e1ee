#ifndef PDF_TAGS_H
#define PDF_TAGS_H

/* The structure tree while it is written. For tags.c and element.c only. */

#include "pdf/document.h"

/* An element that may be written. */
typedef struct Tag {
    const StructureElement *element;
    int parent;     /* index, -1 for the root */
    int object;     /* 0: it is left out */
    const char *id; /* that only this element has, or NULL */
    gboolean kept;
} Tag;

typedef struct Tags {
    const Pdf *pdf;
    int tree;        /* object of the StructTreeRoot */
    GArray *tags;    /* Tag, in the order of reading: parents before children */
    GHashTable *ids; /* id → object of its element */
    GHashTable
        *mapped; /* roles that are not standard ones → those that they stand for */
    GPtrArray **marks; /* for each page: StructureElement by mark number */
} Tags;

/* Writes the element's object (ISO 32000-1, 14.7.2). */
void
element_write(const Tags *tags, const Tag *tag);

#endif
