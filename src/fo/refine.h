#ifndef FO_REFINE_H
#define FO_REFINE_H

/* refine: from the attributes of an object to its style (XSL 1.1, chapter 5). For this room
 * only. */

#include "fo/expr.h"
#include "fo/shorthand.h"

typedef struct FoAttribute {
    const FoName *name;
    const char *value;
} FoAttribute;

/* What one tree needs for it; in arena. */
typedef struct FoRefinement FoRefinement;

FoRefinement *
fo_refinement_new(Arena *arena);
const FoNames *
fo_refinement_names(const FoRefinement *refinement);

/* Refines node, whose kind, parent and place are set. column: where the first column of an
 * fo:table-cell or fo:table-column is, else 0; base: xml:base in force, or NULL. What is
 * invalid is reported at node's place and left out. */
const FoStyle *
fo_refine(FoRefinement *refinement, const FoNode *node, const FoAttribute *attributes,
          int count, int column, const char *base, Diag *diag);

/* The style of a child of parent without properties of its own: text, anonymous blocks. */
const FoStyle *
fo_refine_anonymous(FoRefinement *refinement, const FoNode *parent);

/* The beginning of text, on one line, to be shown in a message. The caller frees. */
char *
fo_excerpt(const char *text);

/* Evaluates one attribute of node by itself, before it is refined: the number it gives
 * property, or fallback. */
int
fo_refine_integer(FoRefinement *refinement, const FoNode *node,
                  const FoAttribute *attributes, int count, FoProperty property,
                  int fallback);

/* The corresponding properties that depend on others (5.3.2), after all else (correspond.c).
 * Returns whether they depend on more than what node inherits. */
gboolean
fo_correspond(FoDraft *draft, const FoDeclarations *declarations, const FoNode *node);

#endif
