#ifndef AREA_TIFF_H
#define AREA_TIFF_H

/* TIFF 6.0: what the directories of a file say, one a page. For the files of area only. */

#include "area/raster.h"

/* Whether the file begins as TIFF does. */
gboolean
tiff_is(const guint8 *bytes, gsize length);

/* The header of the first page; its width is 0 where the file is broken. */
RasterHeader
tiff_header(const guint8 *bytes, gsize length);

/* The file with page (from 1) as its first; a new reference, or NULL: it has no such page. */
GBytes *
tiff_page(GBytes *bytes, int page);

/* How many pages there are, 0 in a broken file. */
int
tiff_page_count(const guint8 *bytes, gsize length);

#endif
