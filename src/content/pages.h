#ifndef CONTENT_PAGES_H
#define CONTENT_PAGES_H

/* The index of ids and pages that a booklet leaves beside its PDF, so that reports and
 * checklists can cite it:
 *
 *   <bladzijden boekje="NAAM" titel="…" editie="…">
 *     <plaats id="…" bladzijde="12"/>
 */

#include "base/arena.h"
#include "base/diag.h"

typedef struct PageIndex {
    const char *title, *edition; /* "" where the file does not say */
    GHashTable *labels;          /* id → label of its page */
} PageIndex;

/* Reads the index at path into arena. NULL after reporting what is wrong with it. */
const PageIndex *
page_index_load(Arena *arena, const char *path, Diag *diag);

/* The page of id, or NULL where index (or NULL) does not have it. */
const char *
page_index_lookup(const PageIndex *index, const char *id);

#endif
