#ifndef AREA_RASTER_H
#define AREA_RASTER_H

/* Raster images: what their headers say and their pixels. For area/image.c only. */

#include <cairo.h>
#include <glib.h>

typedef enum RasterKind {
    RASTER_NONE,
    RASTER_PNG,
    RASTER_JPEG,
    RASTER_GIF,
    RASTER_BMP,
    RASTER_TIFF
} RasterKind;

typedef struct RasterHeader {
    RasterKind kind;
    int width, height;           /* pixels; 0: the header is broken */
    double x_density, y_density; /* pixels an inch; 0: not said */
    int components;              /* JPEG: 1 grey, 3 colour, 4 printing inks */
} RasterHeader;

/* Reads the header; kind is RASTER_NONE for anything else than the kinds above. */
RasterHeader
raster_header(const guint8 *bytes, gsize length);

/* Decodes the pixels. The surface carries the file's own bytes where a PDF can take them as
 * they are. The caller destroys it; NULL with error for a broken file. */
cairo_surface_t *
raster_decode(const RasterHeader *header, GBytes *bytes, GError **error);

#endif
