#ifndef RENDER_FIGURE_H
#define RENDER_FIGURE_H

/* Draws figures. For paint.c only. */

#include "area/figure.h"
#include "render/glyphs.h"
#include "render/ink.h"

/* Fills rectangle, which has the figure's proportions. */
void
figure_paint(const AreaFigure *figure, Canvas *canvas, GlyphDrawer *glyphs,
             InkRectangle rectangle);

#endif
