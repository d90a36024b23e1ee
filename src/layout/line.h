#ifndef LAYOUT_LINE_H
#define LAYOUT_LINE_H

/* A broken line on its way from text/ to area/. Not for other rooms. */

#include "layout/context.h"
#include "layout/graphic.h"

/* What a piece of a line belongs to: an inline-level FO, or the block itself. */
typedef struct Inline {
    const FoNode *node;
    const struct Inline *parent; /* the enclosing one; NULL for the block's own */
    StructureElement *element;
    const AreaLink *link;
    const AreaBox *box;
    gboolean has_area; /* an fo:inline, or an id, link, border or background
                           asks for one */
    gboolean hidden;
    gboolean is_later, is_earlier; /* it has begun, or ends, in another paragraph */
    TextTreatment treatment;
    Length before, after; /* border and padding */
    AreaColour colour;
    const TextStyle *style;
    TextMetrics metrics;
    Length line_height;
    Length shift;                 /* of its baseline, upwards */
    FoEnum dominant;              /* baseline */
    const FoNode *note;           /* the body of the footnote that is cited here */
    const FoNode *side;           /* the fo:float beside the line that this is on */
    const struct Inline *initial; /* what it is on a first line (initial.h), or NULL */
    const Graphic *graphic;
    const TextPiece *pattern; /* of a leader that repeats its content, or NULL */
    Length above, below; /* graphic: extent from the baseline, its border included */
} Inline;

struct Container;

typedef struct Line {
    const TextLine *text;
    const Inline *root;      /* of the block */
    Length measure;          /* of the block; the last line may be wider */
    Length height, baseline; /* baseline: from the top of the line */
    const FoNode **notes;    /* footnote bodies cited in it */
    int note_count;
    const TextLines *lines; /* of its paragraph, and its number among them */
    int number;
    struct Container **containers; /* by piece those of fo:inline-container, else NULL;
                                      NULL: there are none */
} Line;

/* Height and baseline by the block's line-stacking strategy (XSL 1.1, 4.5, 7.16.6). */
Line *
line_new(Layout *layout, const Frame *frame, const TextLine *text, const Inline *root,
         Length measure);

/* Makes the line's areas at the end of parent. */
void
line_place(Layout *layout, const Line *line, Area *parent, Length x, Length y);

/* The characters, for dumps. The caller frees. */
char *
line_text(const Line *line);

#endif
