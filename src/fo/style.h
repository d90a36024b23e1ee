#ifndef FO_STYLE_H
#define FO_STYLE_H

/* style: the refined values of a formatting object, shared by objects that are alike. Values
 * stand in groups of pointers, and a group is shared by all styles in which it is the same,
 * so that a style costs little more than what differs from its parent's. For this room only.
 *
 * An environment is the style of an object without properties of its own: what is inherited,
 * and initial values. Objects with the same environment and properties have one style. */

#include "fo/fo.h"

enum {
    STYLE_GROUP = 16, /* values in a group; the first holds "id" and the like alone */
    STYLE_GROUPS = (PROP_COUNT + STYLE_GROUP - 1) / STYLE_GROUP
};

typedef const FoValue *const *FoGroup;

struct FoStyle {
    FoGroup groups[STYLE_GROUPS];
    FoStyle *environment; /* in which it was refined; itself where it is one */
    FoStyle *children;    /* the environment of its children, NULL until asked for */
};

static inline const FoValue *
style_value(const FoStyle *style, FoProperty property)
{
    return style->groups[property / STYLE_GROUP][property % STYLE_GROUP];
}

/* Whether two values are the same, wherever they were specified. */
gboolean
style_values_equal(const FoValue *a, const FoValue *b);

/* A style in the making. Values in it may be set until it is finished. */
typedef struct FoDraft {
    FoStyle *style;
    guint32 owned; /* a bit for each group that is the draft's own */
    Arena *arena;
} FoDraft;

/* Begins with the values of environment. */
FoDraft
style_draft(Arena *arena, FoStyle *environment);
/* value: copied into the arena. */
void
draft_set(FoDraft *draft, FoProperty property, const FoValue *value);

/* The style with the initial values of the table; values: PROP_COUNT of them, kept. */
FoStyle *
style_initial(Arena *arena, const FoValue *values);

/* What a child of style inherits; the same pointer as style's own environment where style
 * changes nothing that is inherited. */
FoStyle *
style_children(Arena *arena, FoStyle *style, const FoStyle *initial);

#endif
