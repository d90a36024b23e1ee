#ifndef LAYOUT_BALANCE_H
#define LAYOUT_BALANCE_H

/* Columns of even height. Not for other rooms. */

#include "layout/pages.h"

/* Where a column ends. */
typedef struct PageBreak {
    int item;      /* of the flow */
    Length height; /* of the column's content, spaces at their optimum */
    double ratio;
    int inserted;      /* steps of the notes that stand on its page and before it */
    gboolean is_empty; /* everything goes to the next column */
} PageBreak;

/* Breaks the items from … to (a forced penalty) into at most so many columns, no higher than
 * height, of which the highest is as low as can be and the others are even; an earlier one is
 * rather higher than a later one. NULL where that cannot be. */
PageBreak *
balance_columns(const Pages *pages, int from, int to, int columns, Length height,
                Arena *arena, int *count);

#endif
