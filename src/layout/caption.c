#include "layout/border.h"
#include "layout/group.h"

/* fo:table-and-caption (XSL 1.1, 6.7.2): a table with its caption before or behind it on one
 * page, or at one of its sides. */

static void
build_caption(Layout *layout, const Frame *frame, const FoNode *node, gboolean after,
              VList *list)
{
    Frame inside = block_begin(frame, node, list);
    inside.depth++;
    int open = block_open(layout, &inside, node, list);
    block_build_children(layout, &inside, node, list);
    block_close(layout, &inside, node, list, open);
    if (after)
        list->entries[open].keep_previous = G_MAXINT;
    else
        list->entries[list->entries[open].match].keep_next = G_MAXINT;
}

static void
build_captions(Layout *layout, const Frame *frame, const FoNode *node, gboolean after,
               VList *list)
{
    for (const FoNode *child = node->first; child; child = child->next)
        if (child->kind == FO_TABLE_CAPTION)
            build_caption(layout, frame, child, after, list);
}

static void
build_tables(Layout *layout, const Frame *frame, const FoNode *node, VList *list)
{
    for (const FoNode *child = node->first; child; child = child->next)
        if (child->kind == FO_TABLE)
            block_build(layout, frame, child, list);
}

static const FoNode *
first_caption(const FoNode *node)
{
    const FoNode *child = node->first;
    while (child && child->kind != FO_TABLE_CAPTION)
        child = child->next;
    return child;
}

/* The width of a caption beside its table: its own, or what its longest line asks for, of
 * which the table leaves a third. */
static Length
caption_width(Layout *layout, const Frame *frame, const FoNode *caption)
{
    if (!fo_is_auto(caption, PROP_INLINE_PROGRESSION_DIMENSION_OPTIMUM))
        return CLAMP(
            fo_length(caption, PROP_INLINE_PROGRESSION_DIMENSION_OPTIMUM, frame->ipd),
            1, frame->ipd);
    Length minimum = 0, maximum = 0;
    block_extent(layout, frame, caption, &minimum, &maximum);
    BorderSizes sizes = border_sizes(caption, frame->ipd);
    gint64 edges = sizes.side[SIDE_START] + sizes.side[SIDE_END];
    return (Length)CLAMP(maximum + edges, 1, MAX(frame->ipd / 3, 1));
}

static GroupCell
part_cell(Layout *layout, const FoNode *node, Length x, Length width)
{
    return (GroupCell){.node = node,
                       .x = x,
                       .width = width,
                       .rows = 1,
                       .columns = 1,
                       .is_reference = TRUE,
                       .align = ENUM_BEFORE,
                       .list = vlist_new(layout->scratch)};
}

/* Caption and table side by side, which break together. */
static void
build_beside(Layout *layout, const Frame *frame, const FoNode *node,
             const FoNode *caption, gboolean at_left, VList *list)
{
    Length start = fo_length(node, PROP_START_INDENT, frame->ipd);
    Length end = fo_length(node, PROP_END_INDENT, frame->ipd);
    Length left = frame->x + (border_runs_right(node) ? start : end);
    Frame inside = *frame;
    inside.ipd = MAX(frame->ipd - start - end, 1);
    inside.x = inside.less = 0;
    inside.depth++;
    Length narrow = caption_width(layout, &inside, caption);
    Length wide = MAX(inside.ipd - narrow, 1);
    Group *group = arena_new0(layout->scratch, Group);
    group->rows = arena_array(layout->scratch, GroupRow, 2);
    group->row_count = 1;
    group->rows[0].maximum = LENGTH_MAX;
    group->cells = arena_array(layout->scratch, GroupCell, 2);
    group->cell_count = 2;
    GroupCell *beside = &group->cells[0], *table = &group->cells[1];
    *beside = part_cell(layout, caption, at_left ? left : left + wide, narrow);
    *table = part_cell(layout, node, at_left ? left + narrow : left, wide);
    BorderSizes sizes = border_sizes(caption, inside.ipd);
    beside->box = border_box(layout, layout->areas, caption, inside.ipd);
    beside->inset = sizes.side[border_runs_right(caption) ? SIDE_START : SIDE_END];
    beside->before = (CellEdge){.whole = sizes.side[SIDE_BEFORE]};
    beside->after = (CellEdge){.whole = sizes.side[SIDE_AFTER]};
    beside->before.page = beside->before.whole;
    beside->after.page = beside->after.whole;
    Frame own = inside;
    own.ipd = MAX(narrow - sizes.side[SIDE_START] - sizes.side[SIDE_END], 1);
    block_build_children(layout, &own, caption, beside->list);
    own.ipd = wide;
    build_tables(layout, &own, node, table->list);
    group_finish(layout, group, frame->bpd);
    group_append(group, node, list);
}

void
captioned_build(Layout *layout, const Frame *frame, const FoNode *node, VList *list)
{
    FoEnum side = fo_enum(node, PROP_CAPTION_SIDE);
    gboolean after = side == ENUM_AFTER || side == ENUM_BOTTOM;
    gboolean at_start = side == ENUM_START || side == ENUM_LEFT;
    gboolean is_beside = at_start || side == ENUM_END || side == ENUM_RIGHT;
    gboolean is_relative = side == ENUM_START || side == ENUM_END;
    gboolean at_left = at_start == (border_runs_right(node) || !is_relative);
    int open = block_open(layout, frame, node, list);
    const FoNode *caption = first_caption(node);
    if (is_beside && caption) {
        build_beside(layout, frame, node, caption, at_left, list);
    } else {
        if (!after)
            build_captions(layout, frame, node, FALSE, list);
        build_tables(layout, frame, node, list);
        if (after)
            build_captions(layout, frame, node, TRUE, list);
    }
    block_close(layout, frame, node, list, open);
}
