#include "layout/border.h"
#include "layout/table.h"

#include <string.h>

/* A border that wants an edge; rank: cell 4, row 3, part 2, column 1, table 0. */
typedef struct Claimant {
    AreaBorder border;
    gboolean hidden;
    int rank;
} Claimant;

static int
style_rank(AreaRuleStyle style)
{
    static const int ranks[] = {
        [AREA_RULE_DOUBLE] = 8, [AREA_RULE_SOLID] = 7, [AREA_RULE_DASHED] = 6,
        [AREA_RULE_DOTTED] = 5, [AREA_RULE_RIDGE] = 4, [AREA_RULE_OUTSET] = 3,
        [AREA_RULE_GROOVE] = 2, [AREA_RULE_INSET] = 1, [AREA_RULE_NONE] = 0};
    return ranks[style];
}

static gboolean
is_hidden(const FoNode *node, BorderSide side)
{
    static const FoProperty styles[] = {[SIDE_BEFORE] = PROP_BORDER_BEFORE_STYLE,
                                        [SIDE_END] = PROP_BORDER_END_STYLE,
                                        [SIDE_AFTER] = PROP_BORDER_AFTER_STYLE,
                                        [SIDE_START] = PROP_BORDER_START_STYLE};
    return fo_enum(node, styles[side]) == ENUM_HIDDEN;
}

/* CSS2, 17.6.2.1: hidden suppresses all; wider wins; then the style; then the innermost. */
static void
claim(Claimant *winner, const FoNode *node, BorderSide side, int rank)
{
    if (!node || winner->hidden)
        return;
    if (is_hidden(node, side)) {
        *winner = (Claimant){.hidden = TRUE};
        return;
    }
    AreaBorder border = border_of(node, side);
    if (border.width <= 0)
        return;
    int order = border.width != winner->border.width
                    ? border.width - winner->border.width
                    : style_rank(border.style) - style_rank(winner->border.style);
    if (order > 0 || (order == 0 && rank > winner->rank))
        *winner = (Claimant){border, FALSE, rank};
}

static const FoNode *
cell_at(const Table *table, int row, int column)
{
    if (row < 0 || row >= table->row_count || column < 0 ||
        column >= table->column_count)
        return NULL;
    int index = table->grid[row * table->column_count + column];
    return index < 0 ? NULL : table->cells[index].node;
}

static void
claim_row(Claimant *winner, const Table *table, int row, BorderSide side)
{
    if (row < 0 || row >= table->row_count)
        return;
    const TableRow *own = &table->rows[row];
    claim(winner, own->node, side, 3);
    int beyond = side == SIDE_BEFORE ? row - 1 : row + 1;
    if (beyond < 0 || beyond >= table->row_count ||
        table->rows[beyond].part != own->part)
        claim(winner, own->part, side, 2);
}

static AreaBorder
across_edge(const Table *table, int row, int column)
{
    Claimant winner = {0};
    const FoNode *above = cell_at(table, row - 1, column),
                 *below = cell_at(table, row, column);
    if (above && above == below)
        return winner.border;
    claim(&winner, above, SIDE_AFTER, 4);
    claim(&winner, below, SIDE_BEFORE, 4);
    claim_row(&winner, table, row - 1, SIDE_AFTER);
    claim_row(&winner, table, row, SIDE_BEFORE);
    if (row == 0) {
        claim(&winner, table->columns[column], SIDE_BEFORE, 1);
        claim(&winner, table->node, SIDE_BEFORE, 0);
    }
    if (row == table->row_count) {
        claim(&winner, table->columns[column], SIDE_AFTER, 1);
        claim(&winner, table->node, SIDE_AFTER, 0);
    }
    return winner.border;
}

static AreaBorder
down_edge(const Table *table, int row, int column)
{
    Claimant winner = {0};
    const FoNode *left = cell_at(table, row, column - 1),
                 *right = cell_at(table, row, column);
    if (left && left == right)
        return winner.border;
    claim(&winner, left, SIDE_END, 4);
    claim(&winner, right, SIDE_START, 4);
    const TableRow *own = &table->rows[row];
    if (column == 0) {
        claim(&winner, own->node, SIDE_START, 3);
        claim(&winner, own->part, SIDE_START, 2);
        claim(&winner, table->node, SIDE_START, 0);
    } else {
        claim(&winner, table->columns[column - 1], SIDE_END, 1);
    }
    if (column == table->column_count) {
        claim(&winner, own->node, SIDE_END, 3);
        claim(&winner, own->part, SIDE_END, 2);
        claim(&winner, table->node, SIDE_END, 0);
    } else {
        claim(&winner, table->columns[column], SIDE_START, 1);
    }
    return winner.border;
}

void
table_collapse_borders(Layout *layout, Table *table)
{
    int columns = table->column_count;
    table->across =
        arena_array(layout->scratch, AreaBorder, (table->row_count + 1) * columns);
    table->down =
        arena_array(layout->scratch, AreaBorder, table->row_count * (columns + 1));
    for (int row = 0; row <= table->row_count; row++)
        for (int column = 0; column < columns; column++)
            table->across[row * columns + column] = across_edge(table, row, column);
    for (int row = 0; row < table->row_count; row++)
        for (int column = 0; column <= columns; column++)
            table->down[row * (columns + 1) + column] = down_edge(table, row, column);
}

Length
table_half_border(const Table *table, const TableCell *cell, int side)
{
    Length width = 0;
    gboolean is_across = side == SIDE_BEFORE || side == SIDE_AFTER;
    int count = is_across ? cell->columns : cell->rows;
    for (int i = 0; i < count; i++) {
        int row = side == SIDE_AFTER ? cell->row + cell->rows
                                     : cell->row + (is_across ? 0 : i);
        int column = side == SIDE_END ? cell->column + cell->columns
                                      : cell->column + (is_across ? i : 0);
        const AreaBorder *edge =
            is_across ? &table->across[row * table->column_count + column]
                      : &table->down[row * (table->column_count + 1) + column];
        width = MAX(width, edge->width);
    }
    return width / 2;
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
place_across(Layout *layout, const Table *table, int row, Area *parent, Length dx,
             Length y)
{
    const AreaBorder *edges = &table->across[row * table->column_count];
    for (int from = 0, to; from < table->column_count; from = to) {
        to = from + 1;
        while (to < table->column_count && is_same(&edges[from], &edges[to]))
            to++;
        Length width = edges[from].width;
        if (width > 0)
            add_rule(layout, table, &edges[from], parent, table->edges[from] + dx,
                     y - width / 2, table->edges[to] - table->edges[from], width);
    }
}

static void
place_down(Layout *layout, const Table *table, int row, Area *parent, Length dx,
           Length y, Length height)
{
    const AreaBorder *edges = &table->down[row * (table->column_count + 1)];
    for (int column = 0; column <= table->column_count; column++) {
        Length width = edges[column].width;
        if (width > 0 && height > 0)
            add_rule(layout, table, &edges[column], parent,
                     table->edges[column] + dx - width / 2, y, width, height);
    }
}

void
table_place_rules(Layout *layout, const Group *group, const Length *tops, Area *parent,
                  Length dx, Length y)
{
    const Table *table = group->table;
    if (!table->is_collapsed)
        return;
    for (int i = 0; i < group->row_count; i++) {
        int row = group->rows[i].index;
        Length height = tops[i + 1] - tops[i];
        if (height <= 0)
            continue;
        if (row == 0)
            place_across(layout, table, row, parent, dx, y + tops[i]);
        place_down(layout, table, row, parent, dx, y + tops[i], height);
        place_across(layout, table, row + 1, parent, dx, y + tops[i + 1]);
    }
}
