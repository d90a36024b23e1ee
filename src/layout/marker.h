#ifndef LAYOUT_MARKER_H
#define LAYOUT_MARKER_H

/* Markers and their retrieval for running heads (XSL 1.1, 6.13). Not for other rooms. */

#include "layout/context.h"

typedef struct PageMarkers PageMarkers;

/* A page's list; previous: that of the page before, NULL on the first of the document. */
PageMarkers *
markers_new(Arena *arena, PageMarkers *previous, gboolean begins_sequence);

/* Tells that node, whose children may be markers, has an area on the page being filled. */
void
marker_record(Layout *layout, const FoNode *node, gboolean starts, gboolean ends);

/* The marker that retrieve asks for, or NULL (6.13.6, 6.13.7). */
const FoNode *
marker_lookup(const Layout *layout, const FoNode *retrieve);

#endif
