#ifndef LAYOUT_INLINE_H
#define LAYOUT_INLINE_H

/* Inline-level content: from formatting objects to a paragraph and its lines. Not for other
 * rooms. */

#include "layout/line.h"

/* One paragraph that is being put together. */
typedef struct Run {
    Layout *layout;
    Arena *arena; /* of the pass for running heads, of the job for what is kept */
    const Frame *frame;
    Paragraph *paragraph;
    const Inline *root;
    Length measure;
    GPtrArray *notes; /* bodies of footnotes that cannot stand at the foot of a page */
    int depth;
    gboolean in_word; /* what was added last ends in a letter */
    int together;     /* number of the latest inline whose content stays on one line */
} Run;

/* The inline-level siblings from first up to end (not included; NULL: all) as a paragraph of
 * block, to be broken in measure; the caller releases it. */
Run
inline_run(Layout *layout, const Frame *frame, const FoNode *block, const FoNode *first,
           const FoNode *end, Length measure);

/* lines.c: sets such a paragraph and appends its lines to list. */
void
inline_build(Layout *layout, const Frame *frame, const FoNode *block,
             const FoNode *first, const FoNode *end, VList *list);

/* The style in which node's text is set. */
const TextStyle *
inline_style(Layout *layout, const FoNode *node);

/* The widest unbreakable part and the longest line of such a paragraph. */
void
inline_extent(Layout *layout, const Frame *frame, const FoNode *block,
              const FoNode *first, const FoNode *end, Length *minimum, Length *maximum);

#endif
