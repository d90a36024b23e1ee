#include "layout/table.h"
#include "layout/border.h"
#include "layout/notes.h"

static GroupCell
group_cell(Layout *layout, const Frame *frame, const Table *table,
           const TableCell *cell, int first_row)
{
    const FoNode *node = cell->node;
    GroupCell result = {.node = node,
                        .row = cell->row - first_row,
                        .rows = cell->rows,
                        .column = cell->column,
                        .columns = cell->columns,
                        .is_reference = TRUE,
                        .align = fo_enum(node, PROP_DISPLAY_ALIGN)};
    result.x = table->edges[cell->column] + table->column_gap / 2;
    result.width =
        table->edges[cell->column + cell->columns] - table->column_gap / 2 - result.x;
    Length edges[4];
    for (BorderSide side = SIDE_BEFORE; side <= SIDE_START; side++)
        edges[side] = border_padding(node, side, result.width) +
                      (table->is_collapsed ? table_half_border(table, cell, (int)side)
                                           : border_of(node, side).width);
    const AreaBox *box = border_box(layout, layout->areas, node, result.width);
    if (box && table->is_collapsed) {
        AreaBox *bare = arena_new0(layout->areas, AreaBox);
        *bare = *box;
        for (int i = 0; i < 4; i++)
            bare->border[i] = (AreaBorder){0};
        box = bare;
    }
    result.box = box;
    result.before = edges[SIDE_BEFORE];
    result.after = edges[SIDE_AFTER];
    result.inset = edges[border_runs_right(node) ? SIDE_START : SIDE_END];
    Frame inside = *frame;
    inside.ipd = MAX(result.width - edges[SIDE_START] - edges[SIDE_END], 1);
    inside.depth++;
    result.list = vlist_new(layout->scratch);
    block_build_children(layout, &inside, node, result.list);
    return result;
}

static GroupRow
group_row(Layout *layout, const Frame *frame, const Table *table, int index)
{
    const TableRow *row = &table->rows[index];
    GroupRow result = {.index = index};
    if (!row->node)
        return result;
    result.node = row->node;
    const AreaBox *box = border_box(layout, layout->areas, row->node, table->width);
    if (box && box->background.alpha) {
        AreaBox *background = arena_new0(layout->areas, AreaBox);
        background->background = box->background;
        result.box = background;
    }
    result.keep_together = fo_keep(row->node, PROP_KEEP_TOGETHER_WITHIN_PAGE);
    result.keep_next = fo_keep(row->node, PROP_KEEP_WITH_NEXT_WITHIN_PAGE);
    if (!fo_is_auto(row->node, PROP_BLOCK_PROGRESSION_DIMENSION_MINIMUM))
        result.minimum =
            fo_length(row->node, PROP_BLOCK_PROGRESSION_DIMENSION_MINIMUM, frame->bpd);
    if (!fo_is_auto(row->node, PROP_BLOCK_PROGRESSION_DIMENSION_OPTIMUM))
        result.minimum = MAX(
            result.minimum,
            fo_length(row->node, PROP_BLOCK_PROGRESSION_DIMENSION_OPTIMUM, frame->bpd));
    if (index + 1 < table->row_count && table->rows[index + 1].node)
        result.keep_next =
            MAX(result.keep_next, fo_keep(table->rows[index + 1].node,
                                          PROP_KEEP_WITH_PREVIOUS_WITHIN_PAGE));
    return result;
}

/* A cell that asks for a height gives it to its row. */
static void
set_minimum(GroupRow *row, const GroupCell *cell, const Frame *frame)
{
    FoProperty properties[] = {PROP_BLOCK_PROGRESSION_DIMENSION_MINIMUM,
                               PROP_BLOCK_PROGRESSION_DIMENSION_OPTIMUM};
    for (gsize i = 0; i < G_N_ELEMENTS(properties) && cell->rows == 1; i++)
        if (!fo_is_auto(cell->node, properties[i])) {
            Length height = fo_length(cell->node, properties[i], frame->bpd);
            if (height > 0)
                row->minimum = MAX(row->minimum, height + cell->before + cell->after);
        }
}

/* Rows from … to (not included) as one group; first: its first cell, moved on behind it. */
static Group *
build_group(Layout *layout, const Frame *frame, const Table *table, int from, int to,
            int *first)
{
    Group *group = arena_new0(layout->scratch, Group);
    group->table = table;
    group->x = table->edges[0] + table->column_gap / 2;
    group->width = table->edges[table->column_count] - table->column_gap / 2 - group->x;
    group->row_count = to - from;
    group->rows = arena_array(layout->scratch, GroupRow, group->row_count + 1);
    for (int row = from; row < to; row++)
        group->rows[row - from] = group_row(layout, frame, table, row);
    int last = *first;
    while (last < table->cell_count && table->cells[last].row < to)
        last++;
    group->cells = arena_array(layout->scratch, GroupCell, last - *first);
    for (int i = *first; i < last; i++) {
        GroupCell *cell = &group->cells[group->cell_count++];
        *cell = group_cell(layout, frame, table, &table->cells[i], from);
        set_minimum(&group->rows[cell->row], cell, frame);
    }
    *first = last;
    group_finish(layout, group);
    return group;
}

/* The end of the rows that spans tie to row `from`. cell: its first cell. */
static int
group_end(const Table *table, int from, int cell)
{
    int end = from + 1;
    for (; cell < table->cell_count && table->cells[cell].row < end; cell++)
        end = MAX(end, table->cells[cell].row + table->cells[cell].rows);
    return end;
}

static void
add_gap(const Table *table, VList *list)
{
    if (table->row_gap <= 0)
        return;
    vlist_add(list, V_BOX, table->node)->size = table->row_gap;
    vlist_add(list, V_PENALTY, table->node)->penalty = KNUTH_INFINITE;
}

/* Appends the groups of table's rows to list, and those of head and foot to lists of their
 * own besides. */
static void
append_rows(Layout *layout, const Frame *frame, Table *table, VList *list)
{
    VList *header = vlist_new(layout->scratch), *footer = vlist_new(layout->scratch);
    int cell = 0, previous_keep = 0;
    FoKind previous_part = FO_NONE;
    for (int row = 0; row < table->row_count;) {
        int end = group_end(table, row, cell);
        const TableRow *own = &table->rows[row];
        FoKind part = own->part->kind;
        Group *group = build_group(layout, frame, table, row, end, &cell);
        gboolean is_torn_off =
            row > 0 && (previous_part == FO_TABLE_HEADER || part == FO_TABLE_FOOTER ||
                        part == FO_TABLE_HEADER);
        if (row > 0)
            vlist_add(list, V_PENALTY, own->node ? own->node : own->part)->penalty =
                is_torn_off ? KNUTH_INFINITE : vlist_keep_penalty(previous_keep);
        vlist_add_break(list, own->node, block_break_of(own->node, PROP_BREAK_BEFORE));
        add_gap(table, list);
        group_append(group, own->node ? own->node : own->part, list);
        VList *repeated = part == FO_TABLE_HEADER   ? header
                          : part == FO_TABLE_FOOTER ? footer
                                                    : NULL;
        if (repeated)
            group_append(group, own->node ? own->node : own->part, repeated);
        vlist_add_break(list, table->rows[end - 1].node,
                        block_break_of(table->rows[end - 1].node, PROP_BREAK_AFTER));
        previous_keep = group->rows[group->row_count - 1].keep_next;
        previous_part = part;
        row = end;
    }
    if (header->count &&
        fo_enum(table->node, PROP_TABLE_OMIT_HEADER_AT_BREAK) != ENUM_TRUE)
        table->header = header;
    if (footer->count &&
        fo_enum(table->node, PROP_TABLE_OMIT_FOOTER_AT_BREAK) != ENUM_TRUE)
        table->footer = footer;
}

static Length
list_height(Layout *layout, VList *list)
{
    if (!list)
        return 0;
    VItems items = vlist_resolve(list, layout->scratch);
    return vlist_size(&items);
}

void
table_build(Layout *layout, const Frame *frame, const FoNode *node, VList *list)
{
    Table *table = arena_new0(layout->scratch, Table);
    table->node = node;
    table->is_collapsed = fo_enum(node, PROP_BORDER_COLLAPSE) != ENUM_SEPARATE;
    if (!table->is_collapsed) {
        table->row_gap =
            fo_length(node, PROP_BORDER_SEPARATION_BLOCK_PROGRESSION_DIRECTION, 0);
        table->column_gap =
            fo_length(node, PROP_BORDER_SEPARATION_INLINE_PROGRESSION_DIRECTION, 0);
    }
    Length start = fo_length(node, PROP_START_INDENT, frame->ipd);
    Length room = frame->ipd - start - fo_length(node, PROP_END_INDENT, frame->ipd);
    table->x = frame->x + start;
    table->width =
        fo_is_auto(node, PROP_INLINE_PROGRESSION_DIMENSION_OPTIMUM)
            ? room
            : fo_length(node, PROP_INLINE_PROGRESSION_DIMENSION_OPTIMUM, frame->ipd);
    table_find_rows(layout, table);
    table_find_columns(layout, frame, table);
    Length half_before = 0, half_after = 0;
    if (table->is_collapsed) {
        table_collapse_borders(layout, table);
        for (int i = 0; i < table->column_count; i++) {
            const AreaBorder *last =
                &table->across[table->row_count * table->column_count];
            half_before = MAX(half_before, (table->across[i].width + 1) / 2);
            half_after = MAX(half_after, (last[i].width + 1) / 2);
        }
    }
    int open = block_open(layout, frame, node, list);
    VEntry *entry = &list->entries[open];
    entry->item = table;
    entry->x = table->x;
    entry->width =
        MAX(table->edges[table->column_count] - table->x + table->column_gap / 2, 0);
    if (table->is_collapsed) {
        entry->size = half_before;
        entry->box = NULL;
    }
    append_rows(layout, frame, table, list);
    add_gap(table, list);
    block_close(layout, frame, node, list, open);
    if (table->is_collapsed)
        list->entries[list->entries[open].match].size = half_after;
    table->header_height = list_height(layout, table->header);
    if (table->header && table->is_collapsed)
        table->header_height += half_before;
    table->footer_height = list_height(layout, table->footer);
    if (frame->note_ipd == 0)
        return;
    Frame notes = {.ipd = frame->note_ipd, .depth = frame->depth};
    table->header_notes =
        notes_list(layout, &notes, table->header, &table->header_notes_height);
    table->footer_notes =
        notes_list(layout, &notes, table->footer, &table->footer_notes_height);
}
