#ifndef LAYOUT_INLINE_H
#define LAYOUT_INLINE_H

/* Inline-level content: from formatting objects to a paragraph and its lines. Not for other
 * rooms. */

#include "layout/context.h"

/* Sets the inline-level siblings from first up to end (not included; NULL: all) as one
 * paragraph of block, and appends its lines to list. */
void
inline_build(Layout *layout, const Frame *frame, const FoNode *block,
             const FoNode *first, const FoNode *end, VList *list);

/* The widest unbreakable part and the longest line of such a paragraph. */
void
inline_extent(Layout *layout, const Frame *frame, const FoNode *block,
              const FoNode *first, const FoNode *end, Length *minimum, Length *maximum);

#endif
