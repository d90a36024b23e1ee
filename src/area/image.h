#ifndef AREA_IMAGE_H
#define AREA_IMAGE_H

/* Images: PNG and JPEG (kept as they are), GIF, BMP and TIFF by gdk-pixbuf, SVG by librsvg, or
 * as a figure where it is no more than that.
 * librsvg is used in this file only. An image lives in the arena it was loaded into. */

#include "area/figure.h"
#include "base/arena.h"
#include "base/diag.h"
#include "base/unit.h"
#include <cairo.h>

typedef struct AreaImage AreaImage;

/* Loads uri (a path, file: or data: URI, relative to base; of a TIFF the page that it ends in,
 * "#page=2", or the first). On failure reports at place and returns NULL. Nothing is ever
 * fetched from the network. */
AreaImage *
image_load(Arena *arena, const char *uri, const char *base, const Place *place,
           Diag *diag);
/* The same, of all pages of the file: the first, on which image_next() goes on. */
AreaImage *
image_load_pages(Arena *arena, const char *uri, const char *base, const Place *place,
                 Diag *diag);
const AreaImage *
image_next(const AreaImage *image);
/* An SVG document in memory; fonts are those of the process's fontconfig configuration. */
AreaImage *
image_from_svg(Arena *arena, const char *svg, gsize length, const Place *place,
               Diag *diag);

Length
image_width(const AreaImage *image); /* intrinsic size; px at 96 per inch */
Length
image_height(const AreaImage *image);
/* Takes no copy. */
AreaImage *
image_from_figure(Arena *arena, const AreaFigure *figure);

/* The figure that it was made of, which the caller draws; or NULL. */
const AreaFigure *
image_figure(const AreaImage *image);
/* Whether what it shows may reach outside its rectangle. */
gboolean
image_reaches_out(const AreaImage *image);
gboolean
image_is_in_pixels(const AreaImage *image); /* it does not say how large they are */
/* Draws the image into the rectangle (points, user space). */
void
image_draw(const AreaImage *image, cairo_t *cairo, double x, double y, double width,
           double height);

#endif
