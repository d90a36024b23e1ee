#ifndef LAYOUT_CONTAINER_H
#define LAYOUT_CONTAINER_H

/* fo:block-container (XSL 1.1, 6.5.3): a reference area that may have a size of its own, be
 * turned or stand at a fixed place. Not for other rooms. */

#include "layout/border.h"

typedef struct Container {
    const FoNode *node;
    VList *list;
    Length content_height, room; /* room: that it has */
    Length shrink;               /* by how much its spaces may be less */
    Length width, height;        /* of the border rectangle, on the page */
    Length wider;                /* by how much that is wider than its place */
    BorderInsets inset;
    int turn;
    const AreaBox *box;
    gboolean is_absolute, is_fixed;
    Length x, y; /* from the frame; absolute: from the reference area or the page */
    gboolean clip;
} Container;

/* Whether what does not fit in it is not shown. */
gboolean
container_clips(const FoNode *node);

/* Moves what flows in area down by shift; absolute containers stay where they are. */
void
container_shift_flow(Area *area, Length shift);

void
container_place(Layout *layout, Container *container, Area *parent, Length x, Length y);

#endif
