#ifndef AREA_WALK_H
#define AREA_WALK_H

/* A walk over an area and all below it in tree order, without recursion: trees may be
 * deeper than the stack. */

#include "area/area.h"

typedef struct AreaWalk {
    const Area *root;
    const Area *area;    /* where the walk is */
    gboolean leaving;    /* all below area has been walked; else area is entered */
    AreaMatrix siblings; /* the map of area and its siblings to the page */
    GArray *maps;        /* AreaMatrix of the areas entered, root's siblings' first */
} AreaWalk;

/* The walk begins before root, whose siblings' frame is outer. Free with area_walk_end(). */
AreaWalk
area_walk_begin(const Area *root, AreaMatrix outer);
/* Steps to the next area entered or left; FALSE when root has been left. */
gboolean
area_walk_next(AreaWalk *walk);
void
area_walk_end(AreaWalk *walk);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AreaWalk, area_walk_end)

/* A rectangle of an area's siblings' frame as the page sees it. */
typedef struct AreaRectangle {
    gint64 x, y, width, height;
} AreaRectangle;
AreaRectangle
area_matrix_rectangle(AreaMatrix map, const Area *area);

#endif
