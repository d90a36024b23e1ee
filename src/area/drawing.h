#ifndef AREA_DRAWING_H
#define AREA_DRAWING_H

/* Drawing: the pages as a PDF paints them (ISO 32000-1, 7.8): a content stream each, and what
 * the streams name. Written by render, const to pdf. The fonts are borrowed from the areas
 * that are drawn. */

#include <glib.h>
#include <pango/pango.h>

/* A glyph of a font. */
typedef struct DrawingGlyph {
    double width; /* thousandths of the size, as the font has it */
    gboolean used;
    char *
        text; /* UTF-8: what a reader is told of it where nothing else is; NULL: nothing */
} DrawingGlyph;

/* A font that is embedded, in all its sizes: a code in a stream is two bytes, the number of
 * a glyph. */
typedef struct DrawingFont {
    hb_face_t *face;      /* borrowed */
    hb_font_t *metrics;   /* in units of the font file */
    double unit;          /* of them, in thousandths of the size */
    DrawingGlyph *glyphs; /* by number; width holds where a glyph was asked for */
    guint glyph_count;
} DrawingFont;

/* What cairo drew: a page of Drawing.picture_file. */
typedef struct DrawingPicture {
    double width, height; /* pt */
    double margin;        /* of the page around it, into which it may reach, pt */
} DrawingPicture;

/* The names in the streams are /F and the font's index in Drawing.fonts, /P and the
 * picture's, /A and an opacity. */
typedef struct DrawingPage {
    double width, height; /* pt */
    GString *content;
    int mark_count;       /* marks of the content: MCID 0 and on */
    GArray *fonts;        /* guint: indices of those that are used, each once; so: */
    GArray *pictures;     /* guint */
    gboolean alphas[256]; /* opacities that are set, of 255 */
} DrawingPage;

typedef struct Drawing {
    GPtrArray *pages; /* DrawingPage */
    GPtrArray *fonts; /* DrawingFont */
    GArray *pictures; /* DrawingPicture */
    GByteArray
        *picture_file; /* a PDF, a page for each picture; empty: there are none */
} Drawing;

Drawing *
drawing_new(void);
void
drawing_free(Drawing *drawing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Drawing, drawing_free)

DrawingPage *
drawing_add_page(Drawing *drawing, double width, double height);

/* The index of the font; -1 where it cannot be embedded as it is: it has no TrueType outlines
 * or is an instance of a variable font. */
int
drawing_font(Drawing *drawing, PangoFont *font);

/* The glyph, which is used from now on; number < glyph_count. */
DrawingGlyph *
drawing_glyph(DrawingFont *font, guint number);

/* Adds index to one of a page's lists unless it is there. */
void
drawing_use(GArray *indices, guint index);

#endif
