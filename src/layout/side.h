#ifndef LAYOUT_SIDE_H
#define LAYOUT_SIDE_H

/* Side floats (XSL 1.1, 4.4, 6.12.2): areas at the left or right of a reference area, beside
 * which lines are narrower (7.19.3). One stands in the vertical list where it is cited and
 * takes no room there; what is beside it stays on its page. Not for other rooms. */

#include "layout/context.h"

typedef struct Side {
    const FoNode *node;
    VList *list;     /* its content */
    Length x;        /* from where the list begins that it stands in */
    Length mirrored; /* by how much further to the right it is on even pages */
    Length width, height;
    gboolean at_right;
    gboolean moves;    /* it may stand at the other side on even pages */
    int entry;         /* of that list */
    Length offset;     /* of its top, down from there */
    struct Side *next; /* the one before it; NULL: none that matters any more */
} Side;

enum { SIDE_MOST = 40 }; /* floats that one place in a list may be beside */

/* Whether an fo:float goes to a side. */
gboolean
side_is(const FoNode *node);

/* Sets a float for frame. NULL where it leaves no room beside it, is too high for a page or
 * is itself in a float; it is to stand among the text then. */
Side *
side_new(Layout *layout, const Frame *frame, const FoNode *node);

/* A float, and how far below the list's end its top is. */
typedef struct SidePlace {
    Side *side;
    Length top;
} SidePlace;

/* What stands beside the next stretch of a list: a GArray of SidePlace, to be let go of. */
GArray *
side_places(const VList *list);
/* Has a side stand among places, its top at `top` or as little below as can be. Returns
 * where. */
Length
side_fit(GArray *places, const Frame *frame, Side *side, Length top);
/* Whether that is so far down that half a page would have to stay together. */
gboolean
side_is_far(const Frame *frame, const Side *side, Length top);

/* Room between the floats at the left and at the right, from the list's beginning on. */
typedef struct SideRoom {
    Length left, right;
    Length even_left;   /* left on even pages */
    const FoNode *node; /* one of those floats; NULL: there is none */
} SideRoom;
SideRoom
side_room(const GArray *places, Length top, Length height);

/* Before another float: when those before it, each beside the next, have come to a third of
 * a page, what follows goes below them, so that a page may end there. */
void
side_part(VList *list, const Frame *frame);
/* Appends the side to list, offset below its end. */
void
side_add(VList *list, Side *side, Length offset);
/* What follows stays on the page of what is before, for the sake of the float node. */
void
side_add_bond(VList *list, const FoNode *node);
/* At a place where what follows goes on beside a float: it stays on the page. */
void
side_keep(VList *list);
/* Goes down to where no float is beside that node's clear (7.19.1) speaks of. */
void
side_clear(const FoNode *node, VList *list);
/* Narrows frame by what stands beside a node that is displaced as a whole, or goes below it
 * where there is no room. */
Frame
side_displace(const Frame *frame, const FoNode *node, VList *list);
/* At the end of a reference area, which begins behind entry `from`: its floats end in it. */
void
side_finish(VList *list, int from);

void
side_place(Layout *layout, const Side *side, Area *parent, Length dx, Length y);

#endif
