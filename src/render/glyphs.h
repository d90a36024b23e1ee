#ifndef RENDER_GLYPHS_H
#define RENDER_GLYPHS_H

/* Glyphs: draws text areas so that their characters can be read back from the PDF. */

#include "render/canvas.h"

typedef struct GlyphDrawer GlyphDrawer;

GlyphDrawer *
glyph_drawer_new(Canvas *canvas);
void
glyph_drawer_free(GlyphDrawer *drawer);

/* What a reader is told besides the characters of the area. */
typedef struct GlyphSpaces {
    double
        before; /* > 0: a space this far before the text, pt, where a gap of the line is */
    gboolean after; /* a space that was dropped at the end of the line */
} GlyphSpaces;

/* Draws a text area whose left end of the baseline is at (x, y), pt, scale times as large as
 * its font. */
void
glyphs_draw(GlyphDrawer *drawer, const Area *text, double x, double y, double scale,
            GlyphSpaces spaces);

/* Whether a space is missing after this area where the text goes on further down or right:
 * it ends in no space, and in no hyphen within a word. */
gboolean
glyphs_space_follows(const Area *text);

#endif
