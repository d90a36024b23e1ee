#ifndef LAYOUT_FIELD_H
#define LAYOUT_FIELD_H

/* Fields: areas that are filled in on a screen (ow:veld). Not for other rooms. */

#include "layout/context.h"

/* Whether node's area is a field: an fo:inline or fo:block-container with a name. */
gboolean
field_is(const FoNode *node);

/* Makes area a field where node, whose area it is, says so. */
void
field_place(Layout *layout, const FoNode *node, Area *area);

#endif
