#ifndef TEXT_PARAGRAPH_H
#define TEXT_PARAGRAPH_H

/* text/paragraph: what a paragraph is made of, for the files of text only. In the order in
 * which they come to be: elements (as the caller added them), units (words, spaces and
 * objects), points (where a word may be broken), items (for base/knuth), lines. */

#include "base/knuth.h"
#include "text/shape.h"

typedef enum UnitKind {
    UNIT_WORD,  /* characters without a word space, of one style and level */
    UNIT_SPACE, /* one word space */
    UNIT_BOX,
    UNIT_LEADER,
    UNIT_START, /* edges of an inline */
    UNIT_END,
    UNIT_ANCHOR,
    UNIT_FEED /* a preserved linefeed */
} UnitKind;

/* What the caller added; of text, kind is UNIT_WORD. */
typedef struct Element {
    UnitKind kind;
    int start, end;         /* bytes of the paragraph's characters */
    const TextStyle *style; /* text */
    const Face *face;
    const Shape *space; /* its word space */
    Length space_width; /* word-spacing included */
    Length hyphen_width;
    Length width;            /* objects; of a leader the optimum */
    Length minimum, maximum; /* leader */
    gboolean binds;          /* an anchor that is a bond */
    gpointer owner;
    Place place;
    TextTreatment treatment;
} Element;

typedef struct Unit {
    guint8 kind;      /* UnitKind */
    guint8 level;     /* bidi embedding level (UAX 9) */
    guint8 glued;     /* a no-break space, or a bond */
    guint8 emergency; /* a word that may be broken anywhere */
    int element;
    int start, end;     /* bytes of the paragraph's characters */
    const Shape *shape; /* of a word */
    Length width;
} Unit;

typedef enum PointKind {
    POINT_PLAIN,    /* UAX 14, or the author's zero-width space */
    POINT_SOFT,     /* the author's soft hyphen */
    POINT_HYPHEN,   /* by the patterns of the language */
    POINT_EMERGENCY /* anywhere, where the word is wider than the line */
} PointKind;

/* A place inside what has no spaces, where a line may end. */
typedef struct Point {
    int offset;     /* the line ends before this byte */
    guint8 kind;    /* PointKind */
    guint8 flagged; /* the line ends in a hyphen, drawn or in the text */
    int cost;       /* a penalty */
} Point;

/* Where a line ends: before a unit, or inside it. */
typedef struct Cut {
    int unit;
    int offset;    /* byte inside the unit, or -1: before it */
    guint8 hyphen; /* a hyphen is drawn */
    guint8 emergency;
    guint8 last; /* the end of the paragraph or a preserved linefeed */
} Cut;

struct Paragraph {
    Text *text;
    Arena *arena;
    TextParameters parameters;
    TextTreatment treatment; /* of what is added next */
    Place place;
    Diag *diag;
    GString *buffer;        /* characters, while they are being added */
    GArray *elements;       /* Element */
    const char *characters; /* in arena; soft hyphens and zero-width spaces out */
    int length;
    guint8 *levels; /* by byte; NULL: all 0 */
    GArray *units;  /* Unit */
    GArray *points; /* Point, sorted by offset, one for each */
    GArray *items;  /* KnuthItem */
    GArray *cuts;   /* Cut, by item */
    gboolean is_prepared, is_hyphenated;
    gboolean is_firm; /* no line may end where something is bound together */
};

#define ELEMENT(paragraph, index)                                                      \
    (&g_array_index((paragraph)->elements, Element, index))
#define UNIT(paragraph, index) (&g_array_index((paragraph)->units, Unit, index))

/* The language of an element: its own or the paragraph's; NULL: not known. */
const char *
paragraph_language(const Paragraph *paragraph, const Element *element);
gboolean
paragraph_is_dutch(const Paragraph *paragraph, const Element *element);

/* Whether the two units must stand on one line. */
gboolean
paragraph_keeps(const Paragraph *paragraph, const Unit *left, const Unit *right);

/* text/unit.c: makes the units; again, when fonts or characters have changed: never. */
void
units_make(Paragraph *paragraph);
static inline gboolean
unit_is_solid(const Unit *unit)
{
    return unit->kind <= UNIT_LEADER && unit->kind != UNIT_SPACE;
}

/* text/point.c: where words may be broken. */
void
points_find(Paragraph *paragraph); /* UAX 14 and Dutch custom */
void
points_hyphenate(Paragraph *paragraph); /* the patterns of the language */
void
points_emergency(Paragraph *paragraph); /* anywhere in units marked so */
/* The penalty of a break at the space between two solid units; KNUTH_INFINITE: none. */
int
point_cost_at_space(const Paragraph *paragraph, const Unit *left, const Unit *right);

/* Dutch spelling: of a vowel that is doubled before -tje one goes when the word is divided
 * there, "autootje" but "auto-tje". The bytes of it before offset, or 0. */
int
point_doubled(const Paragraph *paragraph, const Element *element, int offset);

/* text/protrude.c: by how much the character at the edge of a line hangs out: that which
 * starts at, or that which ends before, the offset. 0 unless the paragraph protrudes. */
Length
protrusion_start(const Paragraph *paragraph, const Unit *unit, int offset);
Length
protrusion_end(const Paragraph *paragraph, const Unit *unit, int offset);
Length
protrusion_hyphen(const Paragraph *paragraph, const Element *element);

/* text/item.c: fills paragraph->items and paragraph->cuts. */
void
items_make(Paragraph *paragraph);

/* text/line.c: the lines between the cuts. */
typedef struct Measure {
    Length (*of_line)(gpointer owner, int line);
    gpointer owner;
} Measure;
TextLines
lines_make(Paragraph *paragraph, const KnuthBreak *breaks, int count,
           const Measure *measure);

/* One unit, or the part of it, that stands on a line. */
typedef struct Part {
    int unit;
    int start, end;     /* bytes of the paragraph's characters */
    const Shape *shape; /* of a word, and of a space its glyph */
    Length width;
    guint8 level;
    guint8 is_dropped; /* the space at the line's end: its glyph stays, without width */
    guint8 has_hyphen; /* the shape ends in a hyphen that the text has not */
    int expansion;     /* of its glyphs, thousandths */
    guint8 skipped; /* bytes by which the first character is longer than what is set */
    guint8 dropped; /* bytes at its end that are not set */
} Part;

/* text/piece.c: puts the parts of a line in visual order and joins them to pieces. */
void
pieces_make(const Paragraph *paragraph, const Part *parts, int count, TextLine *line);

#endif
