#ifndef LAYOUT_TAG_H
#define LAYOUT_TAG_H

/* The logical structure tree, made of the formatting objects alone: the order of reading is
 * that of the FO, however it is drawn (ISO 32000-1, 14.7 and 14.8.4). Not for other rooms. */

#include "layout/context.h"

/* Fills layout->structure, layout->elements and layout->links. */
void
tag_document(Layout *layout);

#endif
