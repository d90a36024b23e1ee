#ifndef RENDER_PAINT_H
#define RENDER_PAINT_H

/* Paint: one finished page onto a canvas, with marks where it is asked for. */

#include "render/canvas.h"

typedef struct Painter Painter;

/* marked: the content of the pages is wrapped in marks that document->structure is given. */
Painter *
painter_new(Canvas *canvas, const AreaDocument *document, gboolean marked);
void
painter_free(Painter *painter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Painter, painter_free)

/* Draws the page of that index. Only figures without a box change: they get theirs. */
void
paint_page(Painter *painter, int page);

#endif
