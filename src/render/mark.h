#ifndef RENDER_MARK_H
#define RENDER_MARK_H

/* Marks: which stretch of a page's drawing belongs to which structure element. Each stretch
 * of content is one flat cairo tag, each of a running head another; what is drawn outside them
 * is no content. cairo's own structure tree is thrown away by pdf/, which only needs to find the stretches again. */

#include "area/structure.h"
#include <cairo.h>

/* What an artifact is (ISO 14289-1, 7.8; ISO 32000-1, table 330). */
typedef enum MarkArtifact {
    MARK_PLAIN,
    MARK_PAGINATION, /* repeated on pages, beside the text */
    MARK_HEADER,
    MARK_FOOTER
} MarkArtifact;

typedef struct Marks {
    cairo_t *cairo;
    StructureTree *structure;  /* NULL: drawn without marks */
    int page;                  /* index from 0 */
    int count;                 /* of content marks on this page so far */
    MarkArtifact running;      /* what is drawn outside content now */
    const char *tag;           /* of the open stretch, or NULL */
    StructureElement *element; /* of the open stretch; NULL: no content */
} Marks;

/* What is drawn from now on belongs to element; NULL: to none (ISO 32000-1, 14.8.2.2). */
void
marks_set(Marks *marks, StructureElement *element);
void
marks_close(Marks *marks);
/* What is none of the content from now on is an artifact of that kind. */
void
marks_run(Marks *marks, MarkArtifact running);

#endif
