#ifndef LAYOUT_INDEX_H
#define LAYOUT_INDEX_H

/* Back-of-the-book indexes (XSL 1.1, 6.10): on which pages a key is mentioned, and what a
 * list of citations shows of them. Not for other rooms. */

#include "layout/context.h"

typedef struct Index Index;

/* arena: of the job. Free with index_free(). */
Index *
index_new(Arena *arena);
void
index_free(Index *index);
/* Begins a pass: what the last one found is what lists show now. */
void
index_begin(Index *index);

/* Tells that node, which may have an index-key or begin or end a range, has an area on page;
 * position: of the page in the document. */
void
index_record(Index *index, const FoNode *node, const Area *page, int position);

/* A page or a range of pages in a list. */
typedef struct IndexCitation {
    const FoNode *reference;           /* fo:index-key-reference */
    const char *from, *to;             /* labels; to: NULL for one page */
    const FoNode *from_node, *to_node; /* what is mentioned there, by its first area */
} IndexCitation;

/* What list shows, merged as its properties say (7.24), in the order of the pages; array in
 * arena. known: by the pass before, else by this one. */
IndexCitation *
index_citations(const Index *index, const FoNode *list, gboolean known, Arena *arena,
                int *count);

/* The same as one string, in arena, to tell whether it changes. */
const char *
index_text(const Index *index, const FoNode *list, gboolean known, Arena *arena);

#endif
