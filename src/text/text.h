#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H

/* text: from styled characters to broken lines of positioned glyphs. Fonts come only from
 * the program's own configuration; shaping is Pango's, hyphens are libhyphen's, breaking is
 * base/knuth's. The room knows no formatting objects and no areas: owner pointers pass
 * through untouched.
 *
 * Text (opaque) holds fonts, the shape cache and the dictionaries for the life of the
 * process: one a process, never shared by threads (a child process may go on with it).
 * Paragraphs, lines and their glyph strings live in the arena they are given; fonts and
 * styles stay valid as long as the Text. */

#include "base/arena.h"
#include "base/diag.h"
#include "base/unit.h"
#include <pango/pango.h>

typedef struct Text Text;

/* Opens the fonts of configuration (a fontconfig file; paths in it relative to itself).
 * Sizes are in points at any resolution and glyphs are never hinted. A family that does not
 * exist, a weight, slant or small capitals that a font has not, and a character that no
 * font has are each reported where they are used, once a Diag or at each place; nothing is
 * ever emboldened or slanted by computation. */
Text *
text_new(const char *configuration, GError **error);
void
text_free(Text *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Text, text_free)

/* A style: interned by text_style(), so that equal styles are one pointer. */
typedef struct TextStyle {
    const char *families; /* comma-separated, in order of preference */
    Length size;
    int weight; /* 100 … 900 */
    PangoStyle slant;
    PangoStretch stretch;
    const char *features;     /* OpenType: "smcp=1, onum=1"; NULL: none */
    const char *language;     /* BCP 47: "nl-NL"; NULL: not known */
    Length letter_spacing;    /* added between characters, spaces too */
    Length word_spacing;      /* added to each word space */
    gboolean has_word_limits; /* FALSE: a space grows and shrinks by half and a third */
    Length word_stretch, word_shrink; /* by which it does so at ease, otherwise */
    gboolean kerning;
    gboolean hyphenate;
    int remain, push; /* letters at least before and after a hyphen */
    gunichar hyphen;  /* the character set at a break, usually U+2010 or '-' */
} TextStyle;

const TextStyle *
text_style(Text *text, const TextStyle *style);

typedef struct TextMetrics {
    Length ascent, descent, x_height, cap_height; /* all positive */
    Length underline_offset,
        underline_thickness;                /* offset: below the baseline, positive */
    Length strike_offset, strike_thickness; /* offset: above the baseline */
} TextMetrics;

/* Of the first family that exists; where none does, FALSE, a message, and the metrics of the
 * font that stands in. */
gboolean
text_metrics(Text *text, const TextStyle *style, TextMetrics *metrics,
             const Place *place, Diag *diag);

typedef enum TextAlign { TEXT_START, TEXT_CENTRE, TEXT_END, TEXT_JUSTIFY } TextAlign;

typedef struct TextParameters {
    TextAlign align, align_last;
    Length indent; /* of the first line; may be negative */
    Length last_line_end_indent;
    gboolean wrap; /* FALSE: breaks only where forced */
    gboolean right_to_left;
    int hyphen_limit;  /* consecutive hyphenated lines; 0: no limit */
    gboolean protrude; /* hyphens and punctuation hang in the margin, where the text
                                  is flush; not in right-to-left paragraphs */
    int expansion; /* by how many thousandths glyphs may be made wider or narrower, before
                      word spaces are, in a line that is to be filled */
    const char *language;
} TextParameters;

/* How what is added next behaves where lines end. */
typedef struct TextTreatment {
    int together; /* what has one number, not 0, stands on one line, however long */
    gboolean keeps_spaces; /* at the end of the paragraph and before a linefeed */
} TextTreatment;

typedef struct Paragraph Paragraph;

Paragraph *
paragraph_new(Text *text, Arena *arena, const TextParameters *parameters,
              const Place *place, Diag *diag);

/* Holds for all that is added until it is called again. */
void
paragraph_treat(Paragraph *paragraph, TextTreatment treatment);

/* Adds characters (copied; style from text_style()). place: for messages.
 * U+00AD is a place to hyphenate, the only one of its word; U+200B one to break. Neither
 * stands in the pieces' text. A no-break space is a word space that does not break. Tabs
 * are spaces; linefeeds, and U+2028 and U+2029, are preserved linefeeds. Spaces vanish at
 * both sides of a break that the program chose and at the end of the paragraph; at its
 * start and behind a linefeed they stay, as refinement has removed what XSL ignores; at its
 * end and before a linefeed only where the treatment keeps them. */
void
paragraph_add_text(Paragraph *paragraph, const char *characters, int length,
                   const TextStyle *style, const Place *place, gpointer owner);
/* An inline area of fixed width (graphic, inline-container, page number placeholder). */
void
paragraph_add_box(Paragraph *paragraph, Length width, gpointer owner);
/* A leader or other elastic inline area. */
void
paragraph_add_leader(Paragraph *paragraph, Length minimum, Length optimum,
                     Length maximum, gpointer owner);
/* The start or end edge of an inline with border and padding of that width (may be 0): it
 * never parts from the content at its inside. */
void
paragraph_add_edge(Paragraph *paragraph, gboolean start, Length width, gpointer owner);
/* Text from here on, up to what closes it, has a direction of its own (UAX 9): control is one
 * of U+202A, U+202B, U+202D and U+202E, or U+202C to close. It is not in the pieces' text. */
void
paragraph_add_direction(Paragraph *paragraph, gunichar control, gpointer owner);
/* No line ends between what is before and what follows. */
void
paragraph_add_bond(Paragraph *paragraph, gpointer owner);
/* A place without width that stays with what follows (ids, markers, footnote anchors). */
void
paragraph_add_anchor(Paragraph *paragraph, gpointer owner);
/* A preserved linefeed. One that ends the paragraph begins no further line. */
void
paragraph_add_break(Paragraph *paragraph);

typedef enum TextPieceKind {
    TEXT_GLYPHS,
    TEXT_BOX,
    TEXT_LEADER,
    TEXT_EDGE_START,
    TEXT_EDGE_END,
    TEXT_ANCHOR
} TextPieceKind;

/* One stretch of a line, in visual order. Word spaces stand in the glyphs of their stretch,
 * widened or narrowed there; a stretch is as long as style, font, level and owner allow.
 * The space at which a line was broken is the last glyph of the line, of no width, so that
 * whoever copies the text finds its words apart: space_after. */
typedef struct TextPiece {
    TextPieceKind kind;
    gpointer owner;
    Length x, width;          /* x: from the line's start (left) edge */
    PangoFont *font;          /* TEXT_GLYPHS: borrowed */
    PangoGlyphString *glyphs; /* borrowed; log_clusters index text */
    const char *text; /* the characters shown; soft hyphens out, drawn hyphen not in.
                                  At a break a Dutch diaeresis is in the text, not shown */
    int length;
    gboolean hyphen;      /* the last glyph (right to left: the first) is a hyphen that
                                  the text has not; its cluster is length */
    gboolean space_after; /* a space of no width ends the piece and the line */
    int expansion; /* thousandths by which glyphs are wider than the font's; their
                      geometry says so already */
    int level;     /* bidi embedding level */
    const TextStyle *style;
} TextPiece;

typedef struct TextLine {
    TextPiece *pieces;
    int piece_count;
    Length
        indent;   /* from the measure's left to x = 0 of the pieces: alignment; negative
                           where punctuation hangs out */
    Length width; /* of the pieces, after adjustment */
    Length measure;                        /* what was to be filled */
    double ratio;                          /* adjustment ratio of its glue */
    gboolean hyphenated, overfull, forced; /* forced: ends in a preserved linefeed */
    gboolean justified;                    /* its spaces were to fill the measure */
} TextLine;

typedef struct TextLines {
    TextLine *lines;
    int count;
} TextLines;

/* Breaks the paragraph; measure(owner, n) is the width of line n (asked of lines that will
 * not be, too). A word wider than its line is broken anywhere and reported, as is the worst
 * of the lines over their measure. An empty paragraph, or one of spaces only, yields no
 * lines. May be called again with another measure. */
TextLines
paragraph_break(Paragraph *paragraph, Length (*measure)(gpointer owner, int line),
                gpointer owner);

/* Lets go of all that breaking needed, before the arena would; the lines stay. The paragraph
 * is of no use any more. */
void
paragraph_release(Paragraph *paragraph);

/* Widths for table columns and shrink-to-fit: the widest unbreakable part, and one line. */
void
paragraph_extent(Paragraph *paragraph, Length *minimum, Length *maximum);

/* Shapes one short string on its own, in one font (page numbers, list labels, leader
 * patterns). */
TextPiece *
text_shape(Text *text, Arena *arena, const char *characters, int length,
           const TextStyle *style, const Place *place, Diag *diag);

#endif
