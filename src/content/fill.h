#ifndef CONTENT_FILL_H
#define CONTENT_FILL_H

/* Fills the texts with the words of a source: structure, ids, descriptions of figures and
 * labels that were inferred stay. */

#include "content/collection.h"
#include "content/sourcemap.h"

/* Puts the words of placement into the documents of collection, which is the caller's to
 * write, and the edition of the map into its book. FALSE after reporting nodes that the
 * collection has not, or that hold words of their own and are not on the map. */
gboolean
content_fill(Collection *collection, const Placement *placement, Diag *diag);

#endif
