#ifndef RENDER_GLYPHS_H
#define RENDER_GLYPHS_H

/* Glyphs: draws text areas so that their characters can be read back from the PDF. */

#include "area/area.h"
#include <cairo.h>

typedef struct GlyphDrawer GlyphDrawer;

GlyphDrawer *
glyph_drawer_new(cairo_t *cairo);
void
glyph_drawer_free(GlyphDrawer *drawer);

/* Forgets the font that was set last: after cairo_restore(). */
void
glyph_drawer_reset(GlyphDrawer *drawer);

/* Draws a text area whose left end of the baseline is at (x, y) in user space, pt, in the
 * current colour. add_space: a space that was dropped at the end of the line follows. */
void
glyphs_draw(GlyphDrawer *drawer, const Area *text, double x, double y,
            gboolean add_space);

/* Whether the text goes on after this area, the line's last, with a space. */
gboolean
glyphs_space_follows(const Area *text);

#endif
