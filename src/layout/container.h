#ifndef LAYOUT_CONTAINER_H
#define LAYOUT_CONTAINER_H

/* fo:block-container (XSL 1.1, 6.5.3): a reference area that may have a size of its own, be
 * turned or stand at a fixed place; and fo:inline-container (6.6.8), one in a line. Not for
 * other rooms. */

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
    Length above; /* in a line: its top over the baseline */
} Container;

/* Whether what does not fit in it is not shown. */
gboolean
container_clips(const FoNode *node);
/* An fo:inline-container that stands in a line of frame, and its width there, without its
 * content where that does not tell. is_open: the width of the line is what its content asks
 * for. A width that is left open is that of the reference area. */
Container *
container_inline(Layout *layout, const Frame *frame, const FoNode *node);
Length
container_inline_width(Layout *layout, const Frame *frame, const FoNode *node,
                       gboolean is_open);
/* From the top of its border rectangle to the baseline of the first line in it; to its bottom
 * where it has none or is turned (7.14.1). */
Length
container_baseline(const Container *container);

void
container_place(Layout *layout, Container *container, Area *parent, Length x, Length y);
/* Places the absolute containers of a page on which all else has its place; reports those
 * that are off the page. */
void
container_place_absolutes(Layout *layout);

#endif
