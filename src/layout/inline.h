#ifndef LAYOUT_INLINE_H
#define LAYOUT_INLINE_H

/* Inline-level content: from formatting objects to a paragraph and its lines. Not for other
 * rooms. */

#include "layout/line.h"

/* Inline-level siblings, or what of them stands between two of the blocks inside them. */
typedef struct Inlines {
    const FoNode *first, *end; /* end: not included; NULL: all */
    const FoNode *key;         /* first, or the block before the part */
    int part;                  /* how many blocks are before it */
    gboolean is_parted;        /* there are such blocks (mixed.h) */
    const FoNode *initial;     /* the set of the first line (initial.h), or NULL */
    int reach;                 /* its characters */
    gboolean is_held;          /* the word behind them is not to be divided */
} Inlines;

/* One paragraph that is being put together. */
typedef struct Run {
    Layout *layout;
    Arena *arena; /* of the pass for running heads, of the job for what is kept */
    const Frame *frame;
    Paragraph *paragraph;
    const Inline *root;
    const Inline *initial; /* of what has the properties of the first line, or NULL */
    int reach;             /* how many characters still stand on that */
    Length measure;
    GPtrArray *notes; /* bodies of footnotes that cannot stand at the foot of a page, or
                         NULL */
    GPtrArray *sides; /* each fo:float that goes to a side, or NULL */
    int depth;
    gboolean in_word; /* what was added last ends in a letter */
    int together;     /* number of the latest inline whose content stays on one line */
    const Inlines *inlines;
    int blocks; /* inside them, that have been passed */
} Run;

/* Inline-level children as a paragraph of block, to be broken in measure; the caller releases
 * it. */
Run
inline_run(Layout *layout, const Frame *frame, const FoNode *block,
           const Inlines *inlines, Length measure);

/* lines.c: sets such a paragraph and appends its lines to list. */
void
inline_build(Layout *layout, const Frame *frame, const FoNode *block,
             const Inlines *inlines, VList *list);

/* style.c: the style in which node's text is set, and its language (NULL: not known). */
const TextStyle *
inline_style(Layout *layout, const FoNode *node);
const char *
inline_language(Layout *layout, const FoNode *node);
/* How the lines of block are to be broken; is_first: they begin with its first one. */
TextParameters
inline_parameters(Layout *layout, const FoNode *block, Length measure,
                  gboolean is_first);

/* The widest unbreakable part and the longest line of the siblings from first up to end. */
void
inline_extent(Layout *layout, const Frame *frame, const FoNode *block,
              const FoNode *first, const FoNode *end, Length *minimum, Length *maximum);

#endif
