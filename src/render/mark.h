#ifndef RENDER_MARK_H
#define RENDER_MARK_H

/* Marks: which stretch of a page's drawing belongs to which structure element. Stretches do
 * not nest; what is drawn for no element is an artifact. */

#include "area/structure.h"
#include "render/canvas.h"

typedef struct Marks {
    Canvas *canvas;
    StructureTree *structure;  /* NULL: drawn without marks */
    int page;                  /* index from 0 */
    int count;                 /* of content marks on this page so far */
    CanvasArtifact running;    /* what is drawn outside content now */
    gboolean open;             /* a stretch is, of: */
    StructureElement *element; /* NULL: no content */
} Marks;

/* What is drawn from now on belongs to element; NULL: to none (ISO 32000-1, 14.8.2.2). */
void
marks_set(Marks *marks, StructureElement *element);
void
marks_close(Marks *marks);
/* What is none of the content from now on is an artifact of that kind. */
void
marks_run(Marks *marks, CanvasArtifact running);

#endif
