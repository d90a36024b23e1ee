#ifndef LAYOUT_NUMBER_H
#define LAYOUT_NUMBER_H

/* Page numbers: their formats, and the citations that are laid out again until they hold
 * (XSL 1.1, 6.6.10 … 6.6.12). Not for other rooms. */

#include "layout/context.h"

typedef struct Numbers Numbers;

Numbers *
numbers_new(Arena *arena);
/* Begins a pass: what the last one found is what citations say now. */
void
numbers_begin(Numbers *numbers);
/* The first citation of this pass that did not say what the pass then found, with both; NULL:
 * all hold. */
const FoNode *
numbers_stale(const Numbers *numbers, const char **said, const char **found);
void
numbers_free(Numbers *numbers);

/* A page number as sequence shows it, in the arena: by its format ("1", "01", "i", "A") and
 * grouping (XSL 1.1, 7.26), between its folio-prefix and -suffix. */
const char *
number_label(Arena *arena, int number, const FoNode *sequence);

/* What fo:page-number, fo:page-number-citation and -last show. */
const char *
number_text(Layout *layout, const FoNode *node, gboolean artifact);

/* What an fo:index-page-citation-list shows. */
const struct IndexCitation *
number_citations(Layout *layout, const FoNode *list, int *count);

/* Tells that node has an area on the page that is being filled. */
void
number_record(Layout *layout, const FoNode *node);
/* The same; returns the id for the first area of node in this pass, NULL for later ones. */
const char *
number_destination(Layout *layout, const FoNode *node);
/* The id to which a page number of an index leads that cites node: its own, or one that is
 * made for it; NULL where no index of the document leads anywhere (XSL 1.1, 7.24.2). */
const char *
number_target(Layout *layout, const FoNode *node);
/* The id of node; NULL: none. */
const char *
number_object(const FoNode *node);

#endif
