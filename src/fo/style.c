#include "fo/style.h"
#include "fo/property.h"

#include <string.h>

G_STATIC_ASSERT(STYLE_GROUPS <= 32);
/* The first group holds what is an object's own, so that it can be set apart (refine.c). */
G_STATIC_ASSERT(PROP_CHARACTER == STYLE_GROUP - 1);

static int
group_size(int group)
{
    return MIN(STYLE_GROUP, PROP_COUNT - group * STYLE_GROUP);
}

FoDraft
style_draft(Arena *arena, FoStyle *environment)
{
    FoStyle *style = arena_new0(arena, FoStyle);
    memcpy(style->groups, environment->groups, sizeof style->groups);
    style->environment = environment;
    return (FoDraft){style, 0, arena};
}

void
draft_set(FoDraft *draft, FoProperty property, const FoValue *value)
{
    int group = property / STYLE_GROUP;
    const FoValue **values = (const FoValue **)draft->style->groups[group];
    if (!(draft->owned & (1u << group))) {
        values = arena_array(draft->arena, const FoValue *, STYLE_GROUP);
        memcpy(values, draft->style->groups[group],
               sizeof *values * (gsize)group_size(group));
        draft->style->groups[group] = values;
        draft->owned |= 1u << group;
    }
    FoValue *copy = arena_new0(draft->arena, FoValue);
    *copy = *value;
    values[property % STYLE_GROUP] = copy;
}

FoStyle *
style_initial(Arena *arena, const FoValue *values)
{
    FoStyle *style = arena_new0(arena, FoStyle);
    for (int group = 0; group < STYLE_GROUPS; group++) {
        const FoValue **pointers = arena_array(arena, const FoValue *, STYLE_GROUP);
        for (int i = 0; i < group_size(group); i++)
            pointers[i] = &values[group * STYLE_GROUP + i];
        style->groups[group] = pointers;
    }
    style->environment = style->children = style;
    return style;
}

gboolean
style_values_equal(const FoValue *a, const FoValue *b)
{
    if (a->kind != b->kind)
        return FALSE;
    switch ((FoValueKind)a->kind) {
    case FO_VALUE_ENUM:
        return a->keyword == b->keyword;
    case FO_VALUE_LENGTH:
        return a->fixed == b->fixed && a->percent == b->percent &&
               a->proportion == b->proportion;
    case FO_VALUE_NUMBER:
        return a->number == b->number;
    case FO_VALUE_COLOUR:
        return memcmp(&a->colour, &b->colour, sizeof a->colour) == 0;
    case FO_VALUE_STRING:
        return strcmp(a->string, b->string) == 0;
    }
    return FALSE;
}

/* What a child inherits of value; inherited: what the parent itself inherited. */
static const FoValue *
pass_on(Arena *arena, const FoValue *value, const FoValue *inherited)
{
    if (value == inherited || style_values_equal(value, inherited))
        return inherited;
    if (!value->specified)
        return value;
    FoValue *copy = arena_new0(arena, FoValue);
    *copy = *value;
    copy->specified = FALSE;
    return copy;
}

static FoGroup
inherit_group(Arena *arena, const FoStyle *style, const FoStyle *initial, int group)
{
    FoGroup own = style->groups[group], outer = style->environment->groups[group];
    if (own == outer)
        return outer;
    const FoValue *values[STYLE_GROUP] = {0};
    gboolean same = TRUE;
    for (int i = 0; i < group_size(group); i++) {
        FoProperty property = (FoProperty)(group * STYLE_GROUP + i);
        values[i] = fo_property_row(property)->inherited
                        ? pass_on(arena, own[i], outer[i])
                        : initial->groups[group][i];
        same = same && values[i] == outer[i];
    }
    if (same)
        return outer;
    const FoValue **copy = arena_array(arena, const FoValue *, STYLE_GROUP);
    memcpy(copy, values, sizeof values);
    return copy;
}

FoStyle *
style_children(Arena *arena, FoStyle *style, const FoStyle *initial)
{
    if (style->children)
        return style->children;
    FoGroup groups[STYLE_GROUPS];
    gboolean same = TRUE;
    for (int group = 0; group < STYLE_GROUPS; group++) {
        groups[group] = inherit_group(arena, style, initial, group);
        same = same && groups[group] == style->environment->groups[group];
    }
    if (same)
        return style->children = style->environment;
    FoStyle *environment = arena_new0(arena, FoStyle);
    memcpy(environment->groups, groups, sizeof groups);
    environment->environment = environment->children = environment;
    return style->children = environment;
}
