#ifndef LAYOUT_EXTERNAL_H
#define LAYOUT_EXTERNAL_H

/* fox:external-document of Apache FOP: a page sequence of which each page is a page of an
 * image file and as large as that. Not for other rooms. */

#include "layout/context.h"

/* As sequence_set(). An image that cannot be loaded makes no pages. */
int
external_set(Layout *layout, const FoNode *node, int number, int next_parity);

#endif
