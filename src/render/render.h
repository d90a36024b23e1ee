#ifndef RENDER_RENDER_H
#define RENDER_RENDER_H

/* render: draws finished pages: as content streams of a PDF, or with cairo as pictures. */

#include "area/area.h"
#include "area/drawing.h"

/* Draws all pages for pdf_finish() and gives document->structure its marks. Equal input gives
 * an equal drawing. Caller frees; before the fonts of the areas are let go of. */
Drawing *
render_pdf(AreaDocument *document, GError **error);

/* Draws page (from 0) as a PNG file of that many dots per inch, or n facing pages side by side. */
gboolean
render_png(const AreaDocument *document, int first_page, int page_count, double dpi,
           const char *path, GError **error);

#endif
