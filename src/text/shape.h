#ifndef TEXT_SHAPE_H
#define TEXT_SHAPE_H

/* text/shape: the glyphs of a word, each word of a face shaped once in the life of a Text. */

#include "text/font.h"

/* Glyphs of one font. */
typedef struct ShapeRun {
    PangoFont *font;   /* borrowed */
    int start, length; /* bytes of the word */
    int glyph_count;
    PangoGlyphInfo *glyphs; /* from left to right */
    int *clusters;          /* by glyph: byte of the word */
    Length width;
} ShapeRun;

typedef struct Shape {
    const Face *face;
    const char *characters;
    int length;
    gboolean right_to_left;
    ShapeRun *runs; /* in logical order */
    int run_count;
    Length width;
    gunichar *missing; /* characters that no font has, 0 at the end; or NULL */
} Shape;

GHashTable *
shape_table_new(void);

/* The shape of characters, which are of one direction and no word space. Lives as long as
 * the Text or, where it is too long to keep, as arena. */
const Shape *
shape_word(Text *text, const Face *face, gboolean right_to_left, const char *characters,
           int length, Arena *arena);

/* The same in one font, whether it has all characters or not; in arena. */
const Shape *
shape_in_font(Text *text, const Face *face, PangoFont *font, const char *characters,
              int length, Arena *arena);

/* Fills positions[0 … length] with the width of what precedes each byte; a byte inside a
 * cluster gets its part of the cluster's width. */
void
shape_positions(const Shape *shape, gint64 *positions);

/* A width when glyphs are that many thousandths wider; and of a whole shape, glyph by glyph. */
static inline Length
expanded(Length width, int expansion)
{
    return width + (Length)((gint64)width * expansion / 1000);
}
Length
run_width(const ShapeRun *run, int expansion);
Length
shape_width(const Shape *shape, int expansion);

/* Reports each character that no font has. */
void
shape_report(const Shape *shape, const Place *place, Diag *diag);

#endif
