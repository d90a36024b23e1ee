#ifndef LAYOUT_CHANGE_H
#define LAYOUT_CHANGE_H

/* Change bars (XSL 1.1, 6.13.2, 6.13.3): rules beside what has been changed. Not for other
 * rooms. */

#include "layout/context.h"

typedef struct ChangeBars ChangeBars;

ChangeBars *
change_bars_new(Arena *arena);

/* Tells that area, on the page that is being filled, marks the place of node, an
 * fo:change-bar-begin or -end. Nothing happens for other nodes. */
void
change_record(Layout *layout, const FoNode *node, Area *area);

/* Tells that area belongs to node, a part of a table or list (a row, cell, item, label or body),
 * which starts or ends in it: bars that begin before it or end behind it do so at its top and
 * bottom. */
void
change_record_part(Layout *layout, const FoNode *node, Area *area, gboolean starts,
                   gboolean ends);

/* Draws the bars of the page whose body is region, which has been filled. */
void
change_place(Layout *layout, Area *region);

#endif
