#include "layout/table.h"
#include "layout/border.h"
#include "layout/notes.h"

/* The borders of a cell that it shares, or its own and half the separation. */
static Length
edge_size(const Table *table, const TableCell *cell, BorderSide side, TableEdge edge)
{
    Length padding = border_padding(cell->node, side, table->width);
    if (table->is_collapsed)
        return table_half_border(table, cell, (int)side, edge) + padding;
    if (fo_enum(table->node, PROP_BORDER_COLLAPSE) != ENUM_SEPARATE)
        return padding;
    return border_of(cell->node, side).width + padding;
}

static CellEdge
cell_edge(const Table *table, const TableCell *cell, gboolean before)
{
    BorderSide side = before ? SIDE_BEFORE : SIDE_AFTER;
    int end = cell->row + cell->rows;
    Length gap = table->row_gap / 2;
    TableEdge whole = before ? (TableEdge){.above = cell->row - 1, .below = cell->row}
                             : (TableEdge){.above = end - 1,
                                           .below = end < table->row_count ? end : -1};
    TableEdge page = whole;
    page.is_break = TRUE;
    if (before)
        page.above =
            table->header && cell->row >= table->head_end ? table->head_end - 1 : -1;
    else
        page.below = table->footer && end <= table->foot_start ? table->foot_start : -1;
    CellEdge result = {.whole = edge_size(table, cell, side, whole) + gap};
    result.page =
        table->is_collapsed ? edge_size(table, cell, side, page) + gap : result.whole;
    gboolean has_borders = fo_enum(table->node, PROP_BORDER_COLLAPSE) == ENUM_SEPARATE;
    result.cut = has_borders ? border_kept(cell->node, side, table->width)
                             : border_kept_padding(cell->node, side, table->width);
    return result;
}

/* The box of a cell: rules draw borders that collapse. */
static const AreaBox *
make_box(Layout *layout, const Table *table, const FoNode *cell)
{
    AreaBox *box = border_box(layout, layout->areas, cell, table->width);
    if (!box || fo_enum(table->node, PROP_BORDER_COLLAPSE) == ENUM_SEPARATE)
        return box;
    for (int i = 0; i < 4; i++)
        box->border[i] = (AreaBorder){0};
    return box;
}

static const AreaBox *
cell_box(Layout *layout, Table *table, const FoNode *cell)
{
    gpointer box;
    if (g_hash_table_lookup_extended(table->cell_boxes, cell->style, NULL, &box))
        return box;
    box = (gpointer)make_box(layout, table, cell);
    g_hash_table_insert(table->cell_boxes, (gpointer)cell->style, box);
    return box;
}

static gboolean
has_content(const VList *list)
{
    for (int i = 0; i < list->count; i++)
        if (list->entries[i].kind == V_BOX)
            return TRUE;
    return FALSE;
}

/* Whether the first line of a cell stands on the baseline of its row (XSL 1.1, 7.14.6). */
static gboolean
is_on_baseline(const FoNode *cell)
{
    return fo_enum(cell, PROP_DISPLAY_ALIGN) == ENUM_AUTO &&
           fo_enum(cell, PROP_RELATIVE_ALIGN) == ENUM_BASELINE;
}

/* What the page has for rows between the heads and feet that are repeated; 0: not known. */
static Length
room_for_rows(const Frame *frame, const Table *table)
{
    Length room = frame->room ? frame->room : frame->bpd;
    return room > 0 ? MAX(room - table->header_height - table->footer_height, 1) : 0;
}

/* The rows of a cell, but for those at its end that are collapsed. */
static int
shown_rows(const Table *table, const TableCell *cell)
{
    int rows = cell->rows;
    while (rows > 1 && table->rows[cell->row + rows - 1].is_collapsed)
        rows--;
    return rows;
}

static GroupCell
group_cell(Layout *layout, const Frame *frame, Table *table, const TableCell *cell,
           int first_row)
{
    const FoNode *node = cell->node;
    Length half = table->column_gap / 2;
    GroupCell result = {.node = node,
                        .row = cell->row - first_row,
                        .rows = shown_rows(table, cell),
                        .column = cell->column,
                        .columns = cell->columns,
                        .is_reference = TRUE,
                        .gap = table->row_gap / 2,
                        .on_baseline = is_on_baseline(node),
                        .align = fo_enum(node, PROP_DISPLAY_ALIGN)};
    result.x = table_left(table, cell->column, cell->columns) + half;
    result.width =
        MAX(table_span_width(table, cell->column, cell->columns) - 2 * half, 0);
    TableEdge none = {.above = -1, .below = -1};
    Length start = edge_size(table, cell, SIDE_START, none);
    Length end = edge_size(table, cell, SIDE_END, none);
    result.before = cell_edge(table, cell, TRUE);
    result.after = cell_edge(table, cell, FALSE);
    result.inset = table->runs_right ? start : end;
    result.box = cell_box(layout, table, node);
    Frame inside = *frame;
    inside.ipd = MAX(result.width - start - end, 1);
    inside.x = inside.less = 0;
    inside.room = room_for_rows(frame, table);
    inside.depth++;
    result.list = vlist_new(layout->scratch);
    block_build_children(layout, &inside, node, result.list);
    if (!has_content(result.list) && !table->is_collapsed &&
        fo_enum(node, PROP_EMPTY_CELLS) == ENUM_HIDE)
        result.box = NULL;
    return result;
}

/* A height that node asks for: the greater of its minimum and optimum; 0: none. */
static Length
height_asked(const FoNode *node, const Frame *frame)
{
    FoProperty properties[] = {PROP_BLOCK_PROGRESSION_DIMENSION_MINIMUM,
                               PROP_BLOCK_PROGRESSION_DIMENSION_OPTIMUM};
    Length height = 0;
    for (gsize i = 0; i < G_N_ELEMENTS(properties); i++)
        if (!fo_is_auto(node, properties[i]))
            height = MAX(height, fo_length(node, properties[i], frame->bpd));
    return height;
}

static gboolean
row_is_repeated(const TableRow *row)
{
    return row->part->kind == FO_TABLE_HEADER || row->part->kind == FO_TABLE_FOOTER;
}

static GroupRow
group_row(Layout *layout, const Frame *frame, Table *table, int index)
{
    const TableRow *row = &table->rows[index];
    GroupRow result = {.index = index, .part = row->part, .maximum = LENGTH_MAX};
    gboolean is_first = index == 0 || table->rows[index - 1].part != row->part;
    if (is_first)
        table->part_box = table_ground_box(layout, row->part, table->width);
    result.part_box = table->part_box;
    if (!row->node || row->is_collapsed)
        return result;
    result.node = row->node;
    result.box = table_ground_box(layout, row->node, table->width);
    result.keep_together = MAX(fo_keep(row->node, PROP_KEEP_TOGETHER_WITHIN_PAGE),
                               fo_keep(row->node, PROP_KEEP_TOGETHER_WITHIN_COLUMN));
    result.keep_next = MAX(fo_keep(row->node, PROP_KEEP_WITH_NEXT_WITHIN_PAGE),
                           fo_keep(row->node, PROP_KEEP_WITH_NEXT_WITHIN_COLUMN));
    result.keep_previous =
        MAX(fo_keep(row->node, PROP_KEEP_WITH_PREVIOUS_WITHIN_PAGE),
            fo_keep(row->node, PROP_KEEP_WITH_PREVIOUS_WITHIN_COLUMN));
    result.break_before = block_break_of(row->node, PROP_BREAK_BEFORE);
    result.break_after = block_break_of(row->node, PROP_BREAK_AFTER);
    result.minimum = height_asked(row->node, frame);
    if (!fo_is_auto(row->node, PROP_BLOCK_PROGRESSION_DIMENSION_MAXIMUM))
        result.maximum = MAX(
            fo_length(row->node, PROP_BLOCK_PROGRESSION_DIMENSION_MAXIMUM, frame->bpd),
            result.minimum);
    if (row_is_repeated(row)) /* what heads every page is not cut in two itself */
        result.keep_next = G_MAXINT;
    return result;
}

/* A cell that asks for a height gives it to its row, or shares it among its rows. What a row
 * asks for is the height of its cells' content: 7.15.6 leaves open whether the borders count. */
static void
set_minimum(GroupRow *row, GroupCell *cell, const Frame *frame)
{
    Length height = height_asked(cell->node, frame);
    if (cell->rows > 1) {
        cell->asked = height;
        return;
    }
    Length edges = cell->before.whole + cell->after.whole;
    row->edges = MAX(row->edges, edges);
    if (row->node)
        height = MAX(height, height_asked(row->node, frame));
    if (height > 0)
        row->minimum = MAX(row->minimum, height + edges);
}

/* A break that a row asks for has no effect where a cell spans it (XSL 1.1, 7.20.1, 7.20.2):
 * between the rows of a group. */
static void
drop_spanned_breaks(Layout *layout, Group *group)
{
    for (int i = 0; i < group->row_count; i++) {
        GroupRow *row = &group->rows[i];
        VBreak *before = i > 0 ? &row->break_before : NULL;
        VBreak *after = i + 1 < group->row_count ? &row->break_after : NULL;
        if (!(before && *before) && !(after && *after))
            continue;
        if (before)
            *before = BREAK_NONE;
        if (after)
            *after = BREAK_NONE;
        diag_report(layout->list_diag, &row->node->place, DIAG_TABLE_BREAK,
                    "de rij begint of eindigt niet op een nieuwe pagina: een cel "
                    "overspant die plaats");
    }
}

/* A row is no higher than a page has room, whatever it asks for. */
static void
limit_heights(Layout *layout, Group *group, Length room)
{
    for (int i = 0; i < group->row_count && room > 0; i++) {
        GroupRow *row = &group->rows[i];
        if (row->minimum <= room)
            continue;
        const FoNode *node = table_row_node(row);
        diag_report(layout->list_diag, &node->place, DIAG_TABLE_HEIGHT,
                    "een rij van %.1f pt past niet op een pagina en is %.1f pt hoog",
                    length_points(row->minimum), length_points(room));
        row->minimum = room;
    }
}

/* Rows from … to (not included) as one group; first: its first cell, moved on behind it. */
static Group *
build_group(Layout *layout, const Frame *frame, Table *table, int from, int to,
            int *first)
{
    Group *group = arena_new0(layout->scratch, Group);
    group->table = table;
    group->x = table_left(table, 0, table->column_count) + table->column_gap / 2;
    group->width = table_span_width(table, 0, table->column_count) - table->column_gap;
    group->row_count = to - from;
    group->rows = arena_array(layout->scratch, GroupRow, group->row_count + 1);
    for (int row = from; row < to; row++)
        group->rows[row - from] = group_row(layout, frame, table, row);
    drop_spanned_breaks(layout, group);
    int last = *first;
    while (last < table->cell_count && table->cells[last].row < to)
        last++;
    group->cells = arena_array(layout->scratch, GroupCell, last - *first + 1);
    for (int i = *first; i < last; i++) {
        if (table_cell_is_collapsed(table, &table->cells[i]))
            continue;
        GroupCell *cell = &group->cells[group->cell_count++];
        *cell = group_cell(layout, frame, table, &table->cells[i], from);
        set_minimum(&group->rows[cell->row], cell, frame);
    }
    *first = last;
    Length room = room_for_rows(frame, table);
    limit_heights(layout, group, room);
    group_finish(layout, group, room);
    return group;
}

/* Less than a point is not worth a message: shared borders take as much. */
static void
report_heights(Layout *layout, const Group *group)
{
    enum { POINT = 1024 };
    for (int i = 0; i < group->row_count; i++) {
        const GroupRow *row = &group->rows[i];
        Length over = row[1].top - row->top - row->edges - row->maximum;
        if (row->node && over >= POINT)
            diag_report(layout->list_diag, &row->node->place, DIAG_TABLE_ROW,
                        "de inhoud van de rij is %.1f pt hoger dan de rij mag zijn",
                        length_points(over));
    }
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

GPtrArray *
table_build_groups(Layout *layout, const Frame *frame, Table *table, int from, int to)
{
    GPtrArray *groups = g_ptr_array_new();
    int cell = 0, high = table->cell_count;
    while (cell < high) {
        int middle = (cell + high) / 2;
        if (table->cells[middle].row < from)
            cell = middle + 1;
        else
            high = middle;
    }
    for (int row = from; row < to;) {
        int end = group_end(table, row, cell);
        Group *group = build_group(layout, frame, table, row, end, &cell);
        report_heights(layout, group);
        g_ptr_array_add(groups, group);
        row = end;
    }
    return groups;
}

const FoNode *
table_row_node(const GroupRow *row)
{
    return row->node ? row->node : row->part;
}

/* What stands between two groups: a place to break at a price, or a break. before: NULL at
 * the start of the part. */
static void
append_between(const Group *before, const Group *group, VList *list)
{
    const GroupRow *first = &group->rows[0];
    if (!before)
        return;
    const GroupRow *last = &before->rows[before->row_count - 1];
    VEntry *penalty = vlist_add(list, V_PENALTY, table_row_node(first));
    penalty->penalty = vlist_keep_penalty(MAX(last->keep_next, first->keep_previous));
    penalty->item = (gpointer)table_row_node(
        last->keep_next >= first->keep_previous ? last : first);
    penalty->kept_after = group_end_growth(before);
    penalty->size = group_start_growth(group);
    vlist_add_break(list, table_row_node(first),
                    MAX(last->break_after, first->break_before));
}

void
table_append_groups(const GPtrArray *groups, VList *list)
{
    const Group *before = NULL;
    for (guint i = 0; i < groups->len; i++) {
        Group *group = groups->pdata[i];
        append_between(before, group, list);
        group_append(group, table_row_node(&group->rows[0]), list);
        before = group;
    }
}

/* A place where no page ends: between head and rows, and between rows and foot; but tables in
 * tables may have more heads than a page has room for. */
static void
append_bond(const Table *table, VList *list, gboolean is_wanted)
{
    if (!is_wanted)
        return;
    VEntry *penalty = vlist_add(list, V_PENALTY, table->node);
    penalty->penalty = KNUTH_INFINITE;
    penalty->item = table->frame.room ? (gpointer)table->node : NULL;
}

static const GroupRow *
first_row(const GPtrArray *groups)
{
    const Group *group = groups->len ? groups->pdata[0] : NULL;
    return group ? &group->rows[0] : NULL;
}

static const GroupRow *
last_row(const GPtrArray *groups)
{
    const Group *group = groups->len ? groups->pdata[groups->len - 1] : NULL;
    return group ? &group->rows[group->row_count - 1] : NULL;
}

static gint64
total_height(const GPtrArray *groups)
{
    gint64 height = 0;
    for (guint i = 0; i < groups->len; i++) {
        const Group *group = groups->pdata[i];
        height += group->rows[group->row_count].top;
    }
    return height;
}

/* A table that asks for more height than its rows take shares it among those of the bodies
 * (CSS2, 17.5.3), where a page has room for it. */
static void
fill_height(Layout *layout, const Frame *frame, const Table *table, gint64 taken,
            const GPtrArray *bodies)
{
    Length asked = height_asked(table->node, frame), room = room_for_rows(frame, table);
    int rows = 0;
    for (int i = table->head_end; i < table->foot_start; i++)
        rows += !table->rows[i].is_collapsed;
    gint64 over = (room > 0 ? MIN(asked, room) : asked) - taken;
    for (guint i = 0; i < bodies->len && over > 0 && rows > 0; i++) {
        Group *group = bodies->pdata[i];
        for (int j = 0; j < group->row_count; j++) {
            GroupRow *row = &group->rows[j];
            if (table->rows[row->index].is_collapsed)
                continue;
            Length own = (Length)(over / rows--);
            row->minimum = row[1].top - row->top + own;
            over -= own;
        }
        group_finish(layout, group, room);
    }
}

/* What the first and last row of the bodies ask for is asked of the whole table: a head
 * stands before that break, a foot behind it (4.8). */
static void
append_rows(Layout *layout, const Frame *frame, Table *table, int open, VList *list)
{
    g_autoptr(GPtrArray) head = table_build_head(layout, frame, table, TRUE);
    g_autoptr(GPtrArray) foot = table_build_head(layout, frame, table, FALSE);
    table_drop_high_heads(layout, frame, table);
    g_autoptr(GPtrArray) bodies =
        table_build_groups(layout, frame, table, table->head_end, table->foot_start);
    gint64 taken = total_height(head) + total_height(bodies) + total_height(foot);
    fill_height(layout, frame, table, taken, bodies);
    const GroupRow *first = first_row(bodies), *last = last_row(bodies);
    if (first) {
        VEntry *entry = &list->entries[open];
        entry->keep_previous = MAX(entry->keep_previous, first->keep_previous);
        vlist_add_break(list, table_row_node(first), first->break_before);
    }
    table_append_groups(head, list);
    append_bond(table, list, head->len && bodies->len);
    table_append_groups(bodies, list);
    append_bond(table, list, foot->len && list->count > open + 1);
    table_append_groups(foot, list);
    if (last) {
        vlist_add_break(list, table_row_node(last), last->break_after);
        table->keep_next = last->keep_next;
    }
}

/* The width that percentages are of: that of the parent's content (XSL 1.1, 7.15.7). */
static Length
parent_width(const Frame *frame, const FoNode *node)
{
    const FoNode *parent = node->parent;
    while (parent && parent->kind == FO_WRAPPER)
        parent = parent->parent;
    if (!parent ||
        (parent->kind != FO_BLOCK && parent->kind != FO_LIST_ITEM_BODY &&
         parent->kind != FO_LIST_ITEM_LABEL && parent->kind != FO_TABLE_AND_CAPTION))
        return frame->ipd;
    return frame->ipd - fo_length(parent, PROP_START_INDENT, frame->ipd) -
           fo_length(parent, PROP_END_INDENT, frame->ipd);
}

static void
start_table(const Frame *frame, Table *table)
{
    const FoNode *node = table->node;
    table->runs_right = border_runs_right(node);
    FoEnum model = fo_enum(node, PROP_BORDER_COLLAPSE);
    table->has_precedence = model == ENUM_COLLAPSE_WITH_PRECEDENCE;
    if (model == ENUM_SEPARATE) {
        table->row_gap =
            fo_length(node, PROP_BORDER_SEPARATION_BLOCK_PROGRESSION_DIRECTION, 0);
        table->column_gap =
            fo_length(node, PROP_BORDER_SEPARATION_INLINE_PROGRESSION_DIRECTION, 0);
    }
    Length start = fo_length(node, PROP_START_INDENT, frame->ipd);
    Length end = fo_length(node, PROP_END_INDENT, frame->ipd);
    table->width = frame->ipd - start - end;
    if (!fo_is_auto(node, PROP_INLINE_PROGRESSION_DIMENSION_OPTIMUM))
        table->width = fo_length(node, PROP_INLINE_PROGRESSION_DIMENSION_OPTIMUM,
                                 parent_width(frame, node));
    FoProperty limits[] = {PROP_INLINE_PROGRESSION_DIMENSION_MAXIMUM,
                           PROP_INLINE_PROGRESSION_DIMENSION_MINIMUM};
    for (int i = 0; i < 2; i++) {
        if (fo_is_auto(node, limits[i]))
            continue;
        Length limit = fo_length(node, limits[i], parent_width(frame, node));
        table->width = i == 0 ? MIN(table->width, limit) : MAX(table->width, limit);
    }
    table->width = MAX(table->width, 0);
    table->x = frame->x + start;
}

/* A table that is as wide as it was told, or of fixed layout, may be wider than its columns
 * (CSS2, 17.5.2.1); else it is as wide as they are. */
static Length
least_width(const Table *table)
{
    const FoNode *node = table->node;
    gboolean is_told = !fo_is_auto(node, PROP_INLINE_PROGRESSION_DIMENSION_OPTIMUM) ||
                       fo_enum(node, PROP_TABLE_LAYOUT) == ENUM_FIXED;
    return is_told && table->runs_right ? table->width : 0;
}

/* How far text-align of a fo:table-and-caption moves its table from the start side. */
static Length
aligned_shift(const Table *table, Length room)
{
    const FoNode *parent = table->node->parent;
    if (!parent || parent->kind != FO_TABLE_AND_CAPTION || room <= 0)
        return 0;
    FoEnum align = fo_enum(parent, PROP_TEXT_ALIGN);
    if (align == ENUM_CENTER)
        return room / 2;
    FoEnum far = table->runs_right ? ENUM_RIGHT : ENUM_LEFT;
    return align == ENUM_END || align == far ? room : 0;
}

/* Columns count from the start side of the writing mode. */
static void
set_columns(Layout *layout, const Frame *frame, Table *table)
{
    table_find_columns(layout, frame, table);
    Length width = table->edges[table->column_count] - table->edges[0];
    Length start = table->x - frame->x;
    Length end = fo_length(table->node, PROP_END_INDENT, frame->ipd);
    Length room = frame->ipd - start - end - MAX(width, least_width(table));
    Length aligned = aligned_shift(table, room);
    Length shift = table->runs_right ? aligned
                                     : frame->x + frame->ipd - start - width -
                                           table->edges[0] - aligned;
    for (int i = 0; i <= table->column_count; i++)
        table->edges[i] += shift;
    table->x = table->edges[0];
    table->grounds = arena_array(layout->scratch, TableGround, 2 * table->column_count);
    table->latest = arena_array(layout->scratch, const AreaCell *, table->column_count);
    table->column_boxes =
        arena_array(layout->scratch, const AreaBox *, table->column_count);
    for (int i = 0; i < table->column_count; i++)
        table->column_boxes[i] =
            i > 0 && table->columns[i] == table->columns[i - 1]
                ? table->column_boxes[i - 1]
                : table_ground_box(layout, table->columns[i], table->width);
}

/* Rules draw borders that collapse, half of the outermost beyond the table (CSS2,
 * 17.6.2). */
static const AreaBox *
table_box(Layout *layout, const Table *table, const VEntry *entry)
{
    if (fo_enum(table->node, PROP_BORDER_COLLAPSE) == ENUM_SEPARATE)
        return entry->box;
    return table_ground_box(layout, table->node, table->width);
}

/* A table that is told its width asks for that; another for what its columns do. */
void
table_extent(Layout *layout, const Frame *frame, const FoNode *node, Length *minimum,
             Length *maximum)
{
    Frame inside = *frame;
    inside.depth++;
    Table *table = arena_new0(layout->scratch, Table);
    table->node = node;
    start_table(&inside, table);
    table_find_rows(layout, table);
    const FoValue *told = fo_value(node, PROP_INLINE_PROGRESSION_DIMENSION_OPTIMUM);
    if (told->kind == FO_VALUE_LENGTH && told->percent == 0)
        *minimum = *maximum = table->width;
    else
        table_find_extent(layout, &inside, table, minimum, maximum);
    Length edges =
        fo_length(node, PROP_START_INDENT, 0) + fo_length(node, PROP_END_INDENT, 0);
    *minimum = (Length)CLAMP((gint64)*minimum + edges, 0, LENGTH_MAX);
    *maximum = (Length)CLAMP((gint64)*maximum + edges, 0, LENGTH_MAX);
}

void
table_build(Layout *layout, const Frame *frame, const FoNode *node, VList *list)
{
    Table *table = arena_new0(layout->scratch, Table);
    table->node = node;
    table->frame = *frame;
    table->cell_boxes = g_hash_table_new(NULL, NULL);
    arena_own(layout->scratch, table->cell_boxes, (GDestroyNotify)g_hash_table_unref);
    start_table(frame, table);
    table_find_rows(layout, table);
    table->is_collapsed = fo_enum(node, PROP_BORDER_COLLAPSE) != ENUM_SEPARATE &&
                          table_has_borders(table);
    set_columns(layout, frame, table);
    int open = block_open(layout, frame, node, list);
    VEntry *entry = &list->entries[open];
    BorderSizes sizes = border_sizes(node, frame->ipd);
    gboolean is_separate = fo_enum(node, PROP_BORDER_COLLAPSE) == ENUM_SEPARATE;
    Length left =
        is_separate ? sizes.side[table->runs_right ? SIDE_START : SIDE_END] : 0;
    Length across = is_separate ? sizes.side[SIDE_START] + sizes.side[SIDE_END] : 0;
    entry->item = table;
    entry->x = table->edges[0] - left;
    Length columns = table->edges[table->column_count] - table->edges[0];
    entry->width = MAX(MAX(columns, least_width(table)) + across, 0);
    entry->box = table_box(layout, table, entry);
    if (!is_separate)
        entry->size = entry->kept_before = entry->kept_after = 0;
    append_rows(layout, frame, table, open, list);
    block_close(layout, frame, node, list, open);
    VEntry *close = &list->entries[list->entries[open].match];
    close->keep_next = MAX(close->keep_next, table->keep_next);
    if (!is_separate)
        close->size = 0;
    if (frame->note_ipd == 0)
        return;
    Frame notes = {.ipd = frame->note_ipd, .depth = frame->depth};
    table->header_notes =
        notes_list(layout, &notes, table->header, &table->header_notes_height);
    table->footer_notes =
        notes_list(layout, &notes, table->footer, &table->footer_notes_height);
}
