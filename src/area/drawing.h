#ifndef AREA_DRAWING_H
#define AREA_DRAWING_H

/* Drawing: the pages as a PDF paints them (ISO 32000-1, 7.8): a content stream each, and what
 * the streams name. Written by render, const to pdf. The fonts are borrowed from the areas
 * that are drawn. */

#include <glib.h>
#include <pango/pango.h>

/* A glyph that a page shows. */
typedef struct DrawingGlyph {
    guint number; /* in the font file */
    double width; /* thousandths of the size, as the font has it */
    char *
        text; /* UTF-8: what a reader is told of it where nothing else is; NULL: nothing */
} DrawingGlyph;

/* A font that is embedded, in all its sizes. Its glyphs get codes from 1 in the order in
 * which they are used; a code takes two bytes of a stream. */
typedef struct DrawingFont {
    hb_face_t *face;    /* borrowed */
    hb_font_t *metrics; /* in units of the font file */
    double unit;        /* of them, in thousandths of the size */
    GArray *glyphs;     /* DrawingGlyph, by code; 0 is that for what there is not */
    guint16 *codes;     /* by number; 0: not used */
    guint glyph_count;  /* of the font file */
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

/* The index of the font; -1 where it cannot be embedded as it is: it is broken, has no
 * outlines, is an instance of a variable font, or is made bold or slanted. */
int
drawing_font(Drawing *drawing, PangoFont *font);

/* The code of the glyph, which is used from now on; 0: there are no codes left. number <
 * glyph_count. */
guint
drawing_code(DrawingFont *font, guint number);

static inline DrawingGlyph *
drawing_glyph(const DrawingFont *font, guint code)
{
    return &g_array_index(font->glyphs, DrawingGlyph, code);
}

/* Adds index to one of a page's lists unless it is there. */
void
drawing_use(GArray *indices, guint index);

#endif
