#include "layout/border.h"
#include "layout/group.h"

/* Label and body of a list item stand side by side and break together (XSL 1.1, 6.8). */
static GroupCell
side(Layout *layout, const Frame *frame, const FoNode *node)
{
    Frame inside = *frame;
    inside.depth++;
    GroupCell cell = {.node = node,
                      .rows = 1,
                      .columns = 1,
                      .align = ENUM_BEFORE,
                      .on_baseline =
                          fo_enum(node, PROP_RELATIVE_ALIGN) == ENUM_BASELINE,
                      .list = vlist_new(layout->scratch)};
    Length start = fo_length(node, PROP_START_INDENT, frame->ipd);
    Length end = fo_length(node, PROP_END_INDENT, frame->ipd);
    cell.x = frame->x + (border_runs_right(node) ? start : end);
    cell.width = MAX(frame->ipd - start - end, 1);
    block_build_children(layout, &inside, node, cell.list);
    return cell;
}

static void
build_item(Layout *layout, const Frame *frame, const FoNode *node, VList *list)
{
    int open = block_open(layout, frame, node, list);
    Group *group = arena_new0(layout->scratch, Group);
    group->cells = arena_array(layout->scratch, GroupCell, 2);
    group->rows = arena_array(layout->scratch, GroupRow, 2);
    group->row_count = 1;
    for (const FoNode *child = node->first; child; child = child->next)
        if ((child->kind == FO_LIST_ITEM_LABEL || child->kind == FO_LIST_ITEM_BODY) &&
            group->cell_count < 2)
            group->cells[group->cell_count++] = side(layout, frame, child);
    group_finish(layout, group, frame->bpd);
    group_append(group, node, list);
    block_close(layout, frame, node, list, open);
}

void
list_block_build(Layout *layout, const Frame *frame, const FoNode *node, VList *list)
{
    int open = block_open(layout, frame, node, list);
    for (const FoNode *child = node->first; child; child = child->next)
        if (child->kind == FO_LIST_ITEM) {
            Frame inside = block_begin(frame, child, list);
            build_item(layout, &inside, child, list);
        }
    block_close(layout, frame, node, list, open);
}
