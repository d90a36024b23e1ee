#ifndef RENDER_PICTURES_H
#define RENDER_PICTURES_H

/* Pictures: what only cairo can draw (images, fonts that are not embedded as they are), each
 * on a page of a PDF of its own. For drawing_canvas.c only. */

#include "area/drawing.h"
#include <cairo.h>

typedef struct Pictures Pictures;

Pictures *
pictures_new(Drawing *drawing);
/* Ends drawing->picture_file. */
void
pictures_free(Pictures *pictures);

/* A new picture; until pictures_end() it is drawn on the context from (0, 0). */
cairo_t *
pictures_begin(Pictures *pictures, DrawingPicture picture);
/* Returns its index in drawing->pictures. */
guint
pictures_end(Pictures *pictures);

#endif
