#ifndef FO_TREE_H
#define FO_TREE_H

/* tree: the nodes as this room knows them while it builds them. For this room only. */

#include "fo/column.h"
#include "fo/object.h"
#include "fo/refine.h"

/* Every node is one of these. */
typedef struct FoElement {
    FoNode node;       /* first, so that a node can be cast */
    FoContent context; /* what may stand where it stands */
    FoContent content; /* what it may contain; never CONTENT_SAME */
    gboolean anonymous;
    FoTable *table; /* fo:table and its parts */
    int column; /* fo:table-cell and fo:table-column: the first one, from 1; else 0 */
    const FoAttribute *attributes; /* inside an fo:marker: to be refined again */
    int attribute_count;
} FoElement;

typedef struct FoJob {
    FoTree tree; /* first */
    FoRefinement *refinement;
} FoJob;

static inline FoElement *
fo_element(const FoNode *node)
{
    return (FoElement *)(gpointer)node;
}

/* A node of that kind at the end of parent; its style is to follow. */
FoElement *
fo_element_new(Arena *arena, FoElement *parent, FoKind kind, const Place *place);
void
fo_element_unlink(FoElement *element);

/* The node after node's descendants in document order, within root; NULL after the last. */
FoNode *
fo_next_past(const FoNode *root, const FoNode *node);

gboolean
fo_is_white_space(const char *text, int length);

/* Finds the parent for an object of *kind (FO_TEXT too) that stands in parent, making the
 * objects that are missing between them; makes an fo:wrapper of a part that is out of place.
 * Reports what is not as it should be; text: what it holds, for the message, or NULL.
 * Returns NULL where it can stand nowhere. */
FoElement *
fo_nest(FoJob *job, Arena *arena, FoElement *parent, FoKind *kind, const Place *place,
        const char *text, Diag *diag);

/* Moves what strayed into an fo:page-sequence from its anonymous flows into its own fo:flow,
 * where it has one. */
void
fo_settle_strays(FoNode *sequence);

/* The first column of a cell or column about to be refined. */
void
fo_place_in_table(FoJob *job, FoElement *element, const FoAttribute *attributes,
                  int count);

/* What stands before a character on its line (space.c). */
typedef enum FoSpaceState {
    SPACE_AT_START,
    SPACE_AFTER_LINEFEED,
    SPACE_AFTER_SPACE,
    SPACE_AFTER_TEXT
} FoSpaceState;

/* Treats white space in root's descendants (XSL 1.1, 4.7.3, 7.16.7, 7.16.8 and 7.16.12), but
 * for markers; text nodes that become empty leave the tree. before: what stands before root in
 * its paragraph; ends: whether the paragraph ends after it. */
void
fo_treat_space(FoNode *root, Arena *arena, FoSpaceState before, gboolean ends);

#endif
