#ifndef LAYOUT_PLACE_H
#define LAYOUT_PLACE_H

/* From a stretch of a vertical list to areas. Not for other rooms. */

#include "layout/context.h"

/* Places entries from … to (not included) under parent: x counts from dx in it, y is where
 * they begin. Blocks that were open before go on; the heads and feet of their tables are
 * repeated. Returns the height taken. */
Length
place_slice(Layout *layout, const VList *list, int from, int to, Area *parent,
            Length dx, Length y);
/* The same, with the spaces narrowed or widened by ratio (-1 … 1) of what they may. */
Length
place_adjusted(Layout *layout, const VList *list, int from, int to, double ratio,
               Area *parent, Length dx, Length y);

/* Resolves list and places all of it. Returns the height taken. */
Length
place_all(Layout *layout, VList *list, Area *parent, Length dx, Length y);

#endif
