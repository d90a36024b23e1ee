#ifndef RENDER_PAINT_H
#define RENDER_PAINT_H

/* Paint: one finished page onto a cairo context, with marks where it is asked for. */

#include "area/area.h"
#include <cairo.h>

typedef struct Painter Painter;

/* cairo draws in points, y down, (0, 0) the page's top left corner. marked: the content of
 * the pages is wrapped in marks that document->structure is given. */
Painter *
painter_new(cairo_t *cairo, const AreaDocument *document, gboolean marked);
void
painter_free(Painter *painter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Painter, painter_free)

/* Draws the page of that index. Only figures without a box change: they get theirs. */
void
paint_page(Painter *painter, int page);

#endif
