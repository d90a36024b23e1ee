#ifndef LAYOUT_MIXED_H
#define LAYOUT_MIXED_H

/* Blocks inside inlines, which part a paragraph: what is before a block and what is behind it
 * are lines of their own, with what stands beside the inline (XSL 1.1, 6.6.7: an fo:inline
 * returns block-areas too). Not for other rooms. */

#include "layout/inline.h"

/* Whether node is an inline or wrapper with blocks inside it, and text beside them. */
gboolean
mixed_is(const FoNode *node);

/* Whether node is one with blocks inside it, and nothing else. */
gboolean
mixed_is_block(const FoNode *node);

/* Builds the inline-level children of block from first up to end (not included; NULL: all),
 * with the blocks inside them between their lines. */
void
mixed_build(Layout *layout, const Frame *frame, const FoNode *block,
            const FoNode *first, const FoNode *end, VList *list);

#endif
