#ifndef LAYOUT_CONTAINER_H
#define LAYOUT_CONTAINER_H

/* fo:block-container (XSL 1.1, 6.5.3): a reference area that may have a size of its own, be
 * turned or stand at a fixed place. Not for other rooms. */

#include "layout/context.h"

typedef struct Container {
    const FoNode *node;
    VList *list;
    Length content_height;
    Length width, height;    /* of the border rectangle, on the page */
    Length inset_x, inset_y; /* border and padding at left and top */
    int turn;
    const AreaBox *box;
    gboolean is_absolute;
    Length x, y; /* absolute: from the reference area */
    gboolean clip;
} Container;

void
container_place(Layout *layout, const Container *container, Area *parent, Length x,
                Length y);

#endif
