#ifndef LAYOUT_ANNOTATE_H
#define LAYOUT_ANNOTATE_H

/* The marks of a proof, drawn on its pages: a frame about what is meant, told apart by its
 * line as well as by its colour, and the words for it in a column beside the page. */

#include "area/proof.h"
#include "text/text.h"

/* Widens the pages of proof's document and adds the marks, as artifacts. */
void
layout_annotate(AreaDocument *document, const Proof *proof, Text *text);

#endif
