#include "layout/border.h"
#include "layout/table.h"

#include <string.h>

/* The line above a row of the group in the part, or below its last. */
static TableEdge
edge_above(const TablePart *part, int row)
{
    const Group *group = part->group;
    const Table *table = group->table;
    const GroupPart *own = part->part;
    TableEdge edge = {.above = -1, .below = -1};
    gboolean is_end = own->to == group->step_count - 1;
    if (row == part->first_row && (own->leads || own->from >= 0)) {
        edge.above = own->above;
        edge.below = group->rows[row].index;
        edge.below_is_cut = group->rows[row].top < part->from;
        edge.is_break = TRUE;
        return edge;
    }
    if (row == part->last_row + 1 && (own->trails || !is_end)) {
        edge.above = group->rows[row - 1].index;
        edge.below = own->below;
        edge.above_is_cut = !is_end && group->rows[row].top > group->steps[own->to].at;
        edge.is_break = TRUE;
        return edge;
    }
    int index =
        row <= part->last_row ? group->rows[row].index : group->rows[row - 1].index + 1;
    edge.above = index - 1;
    edge.below = index < table->row_count ? index : -1;
    return edge;
}

static gboolean
is_same(const AreaBorder *a, const AreaBorder *b)
{
    return a->width == b->width && a->style == b->style &&
           memcmp(&a->colour, &b->colour, sizeof a->colour) == 0;
}

static void
add_rule(Layout *layout, const Table *table, const AreaBorder *border, Area *parent,
         Length x, Length y, Length width, Length height)
{
    Area *rule = area_new(layout->document, AREA_RULE, "fo:table", table->node->place);
    rule->artifact = TRUE;
    rule->x = x;
    rule->y = y;
    rule->width = width;
    rule->height = height;
    rule->u.rule.style = border->style;
    rule->u.rule.colour = border->colour;
    area_append(parent, rule);
}

/* Equal edges that adjoin are one rule. */
static void
place_across(Layout *layout, const TablePart *part, int row, Area *parent, Length dx,
             Length y)
{
    const Table *table = part->group->table;
    TableEdge edge = edge_above(part, row);
    AreaBorder border = table_border_across(table, edge, 0);
    for (int from = 0, to; from < table->column_count; from = to) {
        AreaBorder next = {0};
        for (to = from + 1; to < table->column_count; to++) {
            next = table_border_across(table, edge, to);
            if (!is_same(&border, &next))
                break;
        }
        if (border.width > 0)
            add_rule(layout, table, &border, parent,
                     table_left(table, from, to - from) + dx, y - border.width / 2,
                     table_span_width(table, from, to - from), border.width);
        border = next;
    }
}

static void
place_down(Layout *layout, const Table *table, int row, Area *parent, Length dx,
           Length y, Length height)
{
    for (int column = 0; column <= table->column_count; column++) {
        AreaBorder border = table_border_down(table, row, column, FALSE);
        if (border.width > 0)
            add_rule(layout, table, &border, parent,
                     table_left(table, column, 0) + dx - border.width / 2, y,
                     border.width, height);
    }
}

/* The lines above and below rows, as they belong to the cell between. */
static void
find_edges(const TablePart *part, int first, int last, TableEdge *above,
           TableEdge *below)
{
    *above = edge_above(part, first);
    *below = edge_above(part, last + 1);
    if (below->below == TABLE_DRAWN)
        *below =
            (TableEdge){.above = below->above, .below = part->group->table->head_end};
    above->below_first = TRUE;
}

/* Of a cell that spans nothing: mostly the same as of the one above it. */
static const AreaCell *
share_single(Layout *layout, const TablePart *part, const GroupCell *cell)
{
    enum { SIDES = 4 };
    Table *table = part->group->table;
    int row = part->group->rows[cell->row].index, column = cell->column;
    TableEdge above, below;
    find_edges(part, cell->row, cell->row, &above, &below);
    const AreaBorder borders[SIDES] = {table_border_across(table, above, column),
                                       table_border_down(table, row, column + 1, FALSE),
                                       table_border_across(table, below, column),
                                       table_border_down(table, row, column, TRUE)};
    const AreaCell *latest = table->latest[column];
    if (latest && memcmp(latest->borders, borders, sizeof borders) == 0)
        return latest;
    AreaCell *shared = arena_new0(layout->areas, AreaCell);
    AreaBorder *own = arena_array(layout->areas, AreaBorder, SIDES);
    memcpy(own, borders, sizeof borders);
    *shared = (AreaCell){.rows = 1, .columns = 1, .borders = own};
    table->latest[column] = shared;
    return shared;
}

const AreaCell *
table_shared_borders(Layout *layout, const TablePart *part, const GroupCell *cell)
{
    const Group *group = part->group;
    const Table *table = group->table;
    if (!table || !table->is_collapsed)
        return NULL;
    int first = MAX(cell->row, part->first_row);
    int last = MIN(cell->row + cell->rows - 1, part->last_row);
    int rows = last - first + 1, columns = cell->columns;
    if (cell->rows == 1 && columns == 1)
        return share_single(layout, part, cell);
    AreaCell *shared = arena_new0(layout->areas, AreaCell);
    AreaBorder *borders = arena_array(layout->areas, AreaBorder, 2 * (rows + columns));
    Length *sizes = arena_array(layout->areas, Length, rows + columns);
    TableEdge above, below;
    find_edges(part, first, last, &above, &below);
    for (int i = 0; i < columns; i++) {
        sizes[i] = table_span_width(table, cell->column + i, 1);
        borders[i] = table_border_across(table, above, cell->column + i);
        borders[columns + rows + i] =
            table_border_across(table, below, cell->column + i);
    }
    for (int i = 0; i < rows; i++) {
        int index = group->rows[first + i].index;
        const Length *top = &part->tops[first + i - part->first_row];
        sizes[columns + i] = top[1] - top[0];
        borders[columns + i] =
            table_border_down(table, index, cell->column + columns, FALSE);
        borders[2 * columns + rows + i] =
            table_border_down(table, index, cell->column, TRUE);
    }
    *shared = (AreaCell){TRUE, rows, columns, borders, sizes};
    return shared;
}

/* Where a row has no cell but borders run, an empty area shows them. */
static void
place_empty(Layout *layout, const TablePart *part, int row, Area *parent, Length dx,
            Length y)
{
    const Group *group = part->group;
    const Table *table = group->table;
    const Length *top = &part->tops[row - part->first_row];
    for (int column = 0; column < table->column_count; column++) {
        if (table_cell_at(table, group->rows[row].index, column) >= 0)
            continue;
        GroupCell cell = {.row = row, .rows = 1, .column = column, .columns = 1};
        const AreaCell *shared = table_shared_borders(layout, part, &cell);
        gboolean any = FALSE;
        for (int i = 0; i < 4; i++)
            any |= shared->borders[i].width > 0;
        if (!any)
            continue;
        Area *area = area_new(layout->document, AREA_REFERENCE, "fo:table-cell",
                              table->node->place);
        area->artifact = TRUE;
        area->x = table_left(table, column, 1) + dx;
        area->y = y + top[0];
        area->width = table_span_width(table, column, 1);
        area->height = top[1] - top[0];
        area->u.block.cell = shared;
        area_append(parent, area);
    }
}

static gboolean
has_holes(const Table *table, int row)
{
    int columns = table->column_count;
    for (int i = table->rows[row].first_slot; i < table->rows[row + 1].first_slot; i++)
        columns -= table->cells[table->slots[i].cell].columns;
    return columns > 0;
}

void
table_place_rules(Layout *layout, const TablePart *part, Area *parent, Length dx,
                  Length y)
{
    const Group *group = part->group;
    const Table *table = group->table;
    if (!table->is_collapsed)
        return;
    gboolean is_open = FALSE;
    for (int row = part->first_row; row <= part->last_row; row++) {
        const Length *top = &part->tops[row - part->first_row];
        int index = group->rows[row].index;
        if (top[1] <= top[0])
            continue;
        if (!is_open && (index == 0 || part->part->leads || part->part->from >= 0))
            place_across(layout, part, part->first_row, parent, dx, y + top[0]);
        is_open = TRUE;
        if (has_holes(table, index))
            place_empty(layout, part, row, parent, dx, y);
        place_down(layout, table, index, parent, dx, y + top[0], top[1] - top[0]);
        gboolean is_drawn = row == part->last_row && part->part->below == TABLE_DRAWN;
        if (!is_drawn)
            place_across(layout, part, row + 1, parent, dx, y + top[1]);
    }
}
