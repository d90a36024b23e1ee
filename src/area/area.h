#ifndef AREA_AREA_H
#define AREA_AREA_H

/* area: the finished pages as a tree of rectangles (XSL 1.1, chapter 4). It is complete: the
 * renderer never goes back to the formatting objects. Written by layout, const to all
 * others; lives in the job's arena.
 *
 * Coordinates: x to the right and y down, in 1/1024 pt, of an area's border rectangle from
 * the top left corner of its parent's border rectangle (of the page for a region). The
 * children of a turned area stand in its own frame: see AreaKind. */

#include "area/structure.h"
#include "base/arena.h"
#include "base/diag.h"
#include "base/unit.h"
#include <pango/pango.h>

typedef enum AreaKind {
    AREA_PAGE, /* width, height: the medium's */
    AREA_REGION, /* viewport and reference area of a region; name: "body", "before", … */
    AREA_REFERENCE, /* block-container, table cell, column: a frame that may be turned */
    AREA_BLOCK,     /* block with its border, padding, background */
    AREA_LINE,
    AREA_INLINE, /* inline with border, padding, background, link */
    AREA_TEXT,   /* glyphs of one font and colour on one baseline */
    AREA_RULE,   /* leader or text decoration: a straight rule */
    AREA_IMAGE,  /* raster or vector image in its content rectangle */
    AREA_KIND_COUNT
} AreaKind;

typedef struct AreaColour {
    guint8 red, green, blue, alpha;
} AreaColour;

typedef enum AreaRuleStyle {
    AREA_RULE_NONE,
    AREA_RULE_SOLID,
    AREA_RULE_DOTTED,
    AREA_RULE_DASHED,
    AREA_RULE_DOUBLE,
    AREA_RULE_GROOVE,
    AREA_RULE_RIDGE,
    AREA_RULE_INSET,
    AREA_RULE_OUTSET
} AreaRuleStyle;

typedef struct AreaBorder {
    Length width;
    AreaRuleStyle style;
    AreaColour colour;
} AreaBorder;

typedef enum AreaSide { AREA_TOP, AREA_RIGHT, AREA_BOTTOM, AREA_LEFT } AreaSide;

typedef struct AreaImage AreaImage; /* area/image.h */

typedef struct AreaBox {
    AreaBorder border[4]; /* by AreaSide */
    Length padding[4];
    AreaColour background;   /* alpha 0: none */
    const AreaImage *image;  /* background image, or NULL */
    const char *image_uri;   /* as it was asked for */
    Length image_x, image_y; /* from the padding rectangle; besides: */
    double image_across,
        image_down; /* so much of the room that the image leaves in it */
    gboolean repeat_x, repeat_y;
} AreaBox;

/* The borders that a cell of a table with collapsing borders shares with its neighbours.
 * Rules draw them; this tells which they are. */
typedef struct AreaCell {
    gboolean spans;            /* more than one row or column, here or elsewhere */
    int rows, columns;         /* on this page */
    const AreaBorder *borders; /* along the top by column, the end by row, the bottom by
                                  column, the start by row */
    const Length *sizes;       /* of the columns, of the rows */
} AreaCell;

typedef struct AreaLink {
    const char *id;            /* internal destination, or NULL */
    const char *uri;           /* external destination, or NULL */
    const char *contents;      /* what it leads to, in words */
    gboolean is_new;           /* it asks for a window of its own */
    StructureElement *element; /* its Link element */
} AreaLink;

typedef enum AreaFieldKind {
    AREA_FIELD_TICK,   /* on or off */
    AREA_FIELD_CHOICE, /* one of the options that have its name */
    AREA_FIELD_LINE,   /* one line of text */
    AREA_FIELD_LINES,  /* lines of text, wrapped */
    AREA_FIELD_DATE
} AreaFieldKind;

/* What is filled in on a screen. Fields of one name are one field shown in several places;
 * of a choice its options. */
typedef struct AreaField {
    AreaFieldKind kind;
    const char *name;   /* parts with dots between them */
    const char *option; /* AREA_FIELD_CHOICE: the value it gives the field */
    const char
        *value; /* what is filled in; NULL: nothing. A tick is on where it has one */
    const char *explanation; /* in words, for who points at it or hears it */
    int longest;             /* how many characters it takes; 0: any */
    gboolean read_only;
    PangoFont *font; /* of text that is typed */
    Length size;
    StructureElement *element; /* its Form element */
    Place place;
} AreaField;

typedef struct Area Area;

struct Area {
    AreaKind kind;
    Area *parent, *first, *last, *next;
    Length x, y, width, height; /* the border rectangle */
    const AreaBox *box;         /* NULL: no border, padding, background */
    StructureElement *element;  /* whom its marks belong to; NULL: the parent's */
    gboolean artifact; /* it and all below is no content (running head, rule) */
    gboolean clip;     /* children are clipped to the padding rectangle */
    gboolean hangs;    /* it may reach outside its parent: hanging punctuation,
                             negative indents, overflow that was reported */
    gboolean
        right_to_left; /* AREA_REGION, AREA_REFERENCE, AREA_BLOCK: its start edge is
                               at the right */
    int turn;          /* AREA_REGION, AREA_REFERENCE: 0, 90, 180, 270 degrees counter-
                             clockwise; its width and height are as its parent sees them */
    const char *id;    /* a destination at its top left, or NULL */
    const AreaLink *link;   /* the rectangle is a link, or NULL */
    const AreaField *field; /* the padding rectangle is to be filled in, or NULL */
    const char *name;   /* page: master name; region: its name; rule: leader, underline,
                               overline or line-through */
    Place place;        /* source, for dumps and messages */
    const char *source; /* name of the formatting object it came from, for dumps */
    union {
        struct
        { /* AREA_REGION, AREA_BLOCK, AREA_REFERENCE: what space resolution left of them;
             AREA_INLINE: object alone */
            Length space_before, space_after;
            const AreaCell *cell; /* of a table cell, or NULL */
            Length shift;         /* what display-align moved its content down by */
            const char *object;   /* id of its formatting object, where another area of
                                     that is the destination; or NULL */
        } block;
        struct {               /* AREA_PAGE */
            int number;        /* as counted */
            const char *label; /* as formatted: "iv" */
            gboolean blank;
            gboolean first;       /* of its page sequence */
            const char *sequence; /* id of its page sequence, or NULL */
        } page;
        struct {             /* AREA_LINE */
            Length baseline; /* from the top */
            double ratio;
            gboolean hyphenated, overfull;
            Length over;             /* by which it exceeds its measure, or 0 */
            gboolean forced;         /* ends in a preserved linefeed */
            gboolean justified;      /* its word spaces were to fill the measure */
            gconstpointer paragraph; /* one for all lines of a paragraph */
            int number, count;       /* of the line from 0, and of those lines */
        } line;
        struct {             /* AREA_TEXT */
            Length baseline; /* from the top */
            PangoFont *font;
            PangoGlyphString *glyphs;
            const char *text; /* UTF-8, log_clusters index it */
            int length;
            int level;            /* bidi level; odd: right to left */
            gboolean hyphen;      /* the last glyph is a soft hyphen drawn */
            gboolean drops_space; /* the last one is a space of no width: the line was
                                     broken there */
            int expansion; /* thousandths by which glyphs are drawn wider than the
                              font's; their geometry says so already */
            AreaColour colour;
        } text;
        struct { /* AREA_RULE */
            AreaRuleStyle style;
            AreaColour colour;
            Length period; /* dotted: distance of the dots, which then stand on one
                              grid for the whole page; 0: by the thickness */
        } rule;            /* along the longer side of its rectangle */
        struct {           /* AREA_IMAGE: drawn to fill this rectangle */
            const AreaImage *image;
            Length x, y, width, height; /* from the area's content rectangle */
            const char *object;         /* as that of a block */
        } image;
    } u;
};

typedef struct AreaDestination {
    int page;    /* index from 0 */
    Length x, y; /* on the page, in unturned coordinates */
} AreaDestination;

typedef struct AreaBookmark {
    const char *title;
    const char *id, *uri; /* one of the two */
    gboolean open;
    gboolean is_bold, is_italic;
    AreaColour colour;
    struct AreaBookmark *first, *last, *next; /* children; sibling */
} AreaBookmark;

typedef struct AreaDocument {
    Arena *arena;
    GPtrArray *pages;         /* Area*, kind AREA_PAGE; freed with the arena */
    GHashTable *destinations; /* id → AreaDestination* */
    AreaBookmark *bookmarks, *last_bookmark; /* of the uppermost level, or NULL */
    StructureTree *structure;
    const char *title, *language; /* or NULL */
    const char *author, *subject, *keywords;
} AreaDocument;

AreaDocument *
area_document_new(Arena *arena);
Area *
area_new(AreaDocument *document, AreaKind kind, const char *source, Place place);
void
area_append(Area *parent, Area *child);
AreaBookmark *
area_add_bookmark(AreaDocument *document, AreaBookmark *parent, const char *title);

/* An affine map from an area's own frame to the page: x' = a x + c y + e, y' = b x + d y + f. */
typedef struct AreaMatrix {
    int a, b, c, d; /* each -1, 0 or 1 */
    gint64 e, f;
} AreaMatrix;

/* The map of area's children, given that of area's siblings. */
AreaMatrix
area_matrix(AreaMatrix outer, const Area *area);
extern const AreaMatrix AREA_IDENTITY;

/* Fills document->destinations from the areas' ids: the first occurrence of each. Running
 * heads (artifacts) are no destinations. May be called again. */
void
area_collect_destinations(AreaDocument *document);

/* A link's rectangle on a page: rectangles of one link on one line are one. */
typedef struct AreaLinkRectangle {
    const AreaLink *link;
    int page;
    Length x, y, width, height; /* on the page, y down */
} AreaLinkRectangle;
/* All of them in page order; array in the document's arena. */
AreaLinkRectangle *
area_links(const AreaDocument *document, int *count);

/* A field's rectangle on a page, within its border. */
typedef struct AreaFieldRectangle {
    const AreaField *field;
    int page;
    Length x, y, width, height; /* on the page, y down */
} AreaFieldRectangle;
/* All of them in page order; array in the document's arena. */
AreaFieldRectangle *
area_fields(const AreaDocument *document, int *count);

/* The pages as indented XML, lengths in points, positions from the parent. Caller frees. */
char *
area_dump(const AreaDocument *document);

/* Checks what must hold on every page: children inside their parents' rectangle (but for
 * what is clipped or marked to hang out), lines in order and not upon each other, ids once,
 * glyph strings that cover their text. Returns the faults in Dutch, one a line, or NULL.
 * Caller frees. */
char *
area_check(const AreaDocument *document);

#endif
