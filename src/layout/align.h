#ifndef LAYOUT_ALIGN_H
#define LAYOUT_ALIGN_H

/* Where what stands in a line is against its baseline (XSL 1.1, 7.14). Not for other rooms.
 *
 * The positions of a font's baselines are those of its metrics; those that it does not tell
 * are computed from them. The dominant one of an object without a choice of its own is that of
 * its parent, and counts in its own size. */

#include "layout/line.h"

/* The dominant baseline of node in parent (NULL: it is a block). */
FoEnum
align_dominant(const FoNode *node, const Inline *parent);

/* How far the alphabetic baseline of owner, whose style is known, is raised over that of the
 * line. */
Length
align_shift(const Inline *owner);

/* How far the top of a box in a line, which owner is, stands over the alphabetic baseline of
 * its parent, but for its baseline-shift. baseline: of its content, from its top. */
Length
align_box(const Inline *owner, Length height, Length baseline);

#endif
