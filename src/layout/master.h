#ifndef LAYOUT_MASTER_H
#define LAYOUT_MASTER_H

/* Page masters and how a page sequence chooses among them (XSL 1.1, 6.4). Not for other
 * rooms. */

#include "layout/context.h"

typedef struct Region {
    const FoNode *node;
    const char *name;
    Length x, y, width, height;       /* on the page */
    int page_turn;                    /* of the sheet it stands on, degrees */
    int turn;                         /* of its content, that included */
    Length frame_width, frame_height; /* as its content sees it */
} Region;

enum { REGION_COUNT = 5, MASTER_COLUMNS = 100 /* at most */ };

typedef struct PageMaster {
    const FoNode *node;
    const char *name;
    Length width, height;
    Region regions[REGION_COUNT]; /* body first */
    int region_count;
    Length body_x, body_y, body_width, body_height; /* content of the body, in it */
    int column_count;
    Length column_width, column_gap;
    gboolean runs_right;            /* its columns */
    gboolean is_balanced;           /* those of the last page too */
    const struct PageMaster *other; /* the same page, with its next region-body as the
                                       body; NULL: there is none */
    const struct PageMaster *first; /* and with the first of them */
} PageMaster;

typedef struct Masters Masters;

Masters *
masters_new(Layout *layout);

typedef struct PagePosition {
    int index; /* in its page sequence, from 0 */
    int number;
    gboolean blank, is_last;
} PagePosition;

/* The master of a page; reports where the sequence names none that exists. Never NULL. */
const PageMaster *
master_select(Masters *masters, const FoNode *sequence, PagePosition position);

/* Reports a page for which the sequence has no master left. */
void
masters_check(const Masters *masters, const FoNode *sequence, PagePosition position);

/* The index from which on all pages but blank and last ones have bodies of one height;
 * G_MAXINT: there is none that is near. first_number: of the sequence's first page. */
int
masters_constant_from(Masters *masters, const FoNode *sequence, int first_number);

/* Whether a page of the sequence may have more columns than one; whether one has a master
 * because it is the last. */
gboolean
masters_have_columns(const Masters *masters, const FoNode *sequence);
gboolean
masters_have_last(const Masters *masters, const FoNode *sequence);

#endif
