#ifndef RENDER_RENDER_H
#define RENDER_RENDER_H

/* render: draws finished pages with cairo. */

#include "area/area.h"

/* Draws all pages as an untagged-to-readers, flat-marked PDF in memory (see pdf/pdf.h) and
 * gives document->structure its marks. Equal input gives equal bytes. */
GByteArray *
render_pdf(AreaDocument *document, GError **error);

/* Draws page (from 0) as a PNG file of that many dots per inch, or n facing pages side by side. */
gboolean
render_png(const AreaDocument *document, int first_page, int page_count, double dpi,
           const char *path, GError **error);

#endif
