#ifndef LAYOUT_INITIAL_H
#define LAYOUT_INITIAL_H

/* fo:initial-property-set (XSL 1.1, 6.6.4): what stands on the first line of a block looks
 * otherwise. Where that line ends depends on what it looks like: the paragraph is broken
 * again until both agree. Not for other rooms. */

#include "layout/inline.h"

enum { INITIAL_TRIES = 5 }; /* how often such a paragraph is broken, at most */

/* The set that applies to the inlines, which begin the block; NULL: none. */
const FoNode *
initial_set(const FoNode *block, const Inlines *inlines);

/* How many characters of the paragraph stand on its first line. */
int
initial_reach(const TextLines *lines);

/* How many bytes of the text, which is added now, stand on the first line. */
int
initial_take(Run *run, const char *text, int length);

/* What owner is on the first line: text of the block has the set's properties, text in inlines
 * those that they leave as the block has them. */
const Inline *
initial_owner(Run *run, const Inline *owner);

#endif
