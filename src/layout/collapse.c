#include "layout/border.h"
#include "layout/table.h"

/* A border that wants an edge; rank: cell 4, row 3, part 2, column 1, table 0. */
typedef struct Claimant {
    AreaBorder border;
    gboolean hidden;
    int rank, precedence;
} Claimant;

typedef enum Rank { RANK_TABLE, RANK_COLUMN, RANK_PART, RANK_ROW, RANK_CELL } Rank;

typedef struct SideProperties {
    FoProperty style, precedence;
} SideProperties;

static const SideProperties side_properties[] = {
    [SIDE_BEFORE] = {PROP_BORDER_BEFORE_STYLE, PROP_BORDER_BEFORE_PRECEDENCE},
    [SIDE_END] = {PROP_BORDER_END_STYLE, PROP_BORDER_END_PRECEDENCE},
    [SIDE_AFTER] = {PROP_BORDER_AFTER_STYLE, PROP_BORDER_AFTER_PRECEDENCE},
    [SIDE_START] = {PROP_BORDER_START_STYLE, PROP_BORDER_START_PRECEDENCE},
};

static int
style_rank(AreaRuleStyle style)
{
    static const int ranks[] = {
        [AREA_RULE_DOUBLE] = 8, [AREA_RULE_SOLID] = 7, [AREA_RULE_DASHED] = 6,
        [AREA_RULE_DOTTED] = 5, [AREA_RULE_RIDGE] = 4, [AREA_RULE_OUTSET] = 3,
        [AREA_RULE_GROOVE] = 2, [AREA_RULE_INSET] = 1, [AREA_RULE_NONE] = 0};
    return ranks[style];
}

/* XSL 1.1, 7.28.1 - 7.28.4: what a kind of object has of itself. */
static int
precedence_of(const FoNode *node, BorderSide side)
{
    const FoValue *value = fo_value(node, side_properties[side].precedence);
    if (value->kind == FO_VALUE_NUMBER)
        return (int)CLAMP(value->number, 0, 1 << 20);
    if (value->keyword == ENUM_FORCE)
        return G_MAXINT;
    switch (node->kind) {
    case FO_TABLE:
        return 6;
    case FO_TABLE_CELL:
        return 5;
    case FO_TABLE_COLUMN:
        return 4;
    case FO_TABLE_ROW:
        return 3;
    case FO_TABLE_BODY:
        return 2;
    case FO_TABLE_HEADER:
        return 1;
    default:
        return 0;
    }
}

/* CSS2, 17.6.2.1: hidden suppresses all; wider wins; then the style; then the innermost.
 * Where that leaves it open, the first. */
static void
claim(Claimant *winner, const Table *table, const FoNode *node, BorderSide side,
      Rank rank)
{
    if (!node || winner->hidden)
        return;
    FoEnum style = fo_enum(node, side_properties[side].style);
    if (style == ENUM_NONE)
        return;
    if (style == ENUM_HIDDEN) {
        *winner = (Claimant){.hidden = TRUE};
        return;
    }
    AreaBorder border = border_of(node, side);
    if (border.width <= 0)
        return;
    int precedence = table->has_precedence ? precedence_of(node, side) : 0;
    int order = winner->border.width <= 0 ? 1
                : precedence != winner->precedence
                    ? (precedence > winner->precedence ? 1 : -1)
                : border.width != winner->border.width
                    ? border.width - winner->border.width
                    : style_rank(border.style) - style_rank(winner->border.style);
    if (order > 0 || (order == 0 && (int)rank > winner->rank))
        *winner = (Claimant){border, FALSE, (int)rank, precedence};
}

/* What claims a line across from one of its sides. */
typedef struct Claim {
    const Table *table;
    int row, column;
    BorderSide side; /* of the row: SIDE_AFTER from above, SIDE_BEFORE from below */
    gboolean is_cut; /* the row goes on beyond a break on the line */
    gboolean is_break, is_outermost;
} Claim;

static gboolean
is_kept(const Claim *own, const FoNode *node)
{
    return node && border_is_retained(node, own->side);
}

static void
claim_across(Claimant *winner, const Claim *own)
{
    const Table *table = own->table;
    gboolean is_above = own->side == SIDE_AFTER;
    int index = table_cell_at(table, own->row, own->column);
    const TableCell *cell = index < 0 ? NULL : &table->cells[index];
    const TableRow *row = &table->rows[own->row];
    gboolean cell_is_cut =
        cell && (own->is_cut || (is_above ? cell->row + cell->rows - 1 > own->row
                                          : cell->row < own->row));
    if (cell && (!cell_is_cut || is_kept(own, cell->node)))
        claim(winner, table, cell->node, own->side, RANK_CELL);
    if (!own->is_cut || is_kept(own, row->node))
        claim(winner, table, row->node, own->side, RANK_ROW);
    gboolean ends_part =
        !own->is_cut &&
        (is_above ? row->part_end == own->row + 1
                  : own->row == 0 || table->rows[own->row - 1].part != row->part);
    if (ends_part || (own->is_break && is_kept(own, row->part)))
        claim(winner, table, row->part, own->side, RANK_PART);
    gboolean ends_table =
        !own->is_break && own->row == (is_above ? table->row_count - 1 : 0);
    if (!own->is_outermost)
        return;
    const FoNode *column = table->columns[own->column];
    if (ends_table || (own->is_break && is_kept(own, column)))
        claim(winner, table, column, own->side, RANK_COLUMN);
    if (ends_table || (own->is_break && is_kept(own, table->node)))
        claim(winner, table, table->node, own->side, RANK_TABLE);
}

AreaBorder
table_border_across(const Table *table, TableEdge edge, int column)
{
    Claimant winner = {0};
    if (!edge.is_break && edge.above >= 0 && edge.below >= 0) {
        int above = table_cell_at(table, edge.above, column);
        if (above >= 0 && above == table_cell_at(table, edge.below, column))
            return winner.border;
    }
    Claim above = {table,         edge.above,    column, SIDE_AFTER, edge.above_is_cut,
                   edge.is_break, edge.below < 0};
    Claim below = {table,         edge.below,    column, SIDE_BEFORE, edge.below_is_cut,
                   edge.is_break, edge.above < 0};
    if (edge.below_first && edge.below >= 0)
        claim_across(&winner, &below);
    if (edge.above >= 0)
        claim_across(&winner, &above);
    if (!edge.below_first && edge.below >= 0)
        claim_across(&winner, &below);
    return winner.border;
}

AreaBorder
table_border_down(const Table *table, int row, int column, gboolean behind_first)
{
    Claimant winner = {0};
    int before = column > 0 ? table_cell_at(table, row, column - 1) : -1;
    int behind = column < table->column_count ? table_cell_at(table, row, column) : -1;
    if (before >= 0 && before == behind)
        return winner.border;
    if (behind_first && behind >= 0)
        claim(&winner, table, table->cells[behind].node, SIDE_START, RANK_CELL);
    if (before >= 0)
        claim(&winner, table, table->cells[before].node, SIDE_END, RANK_CELL);
    if (!behind_first && behind >= 0)
        claim(&winner, table, table->cells[behind].node, SIDE_START, RANK_CELL);
    const TableRow *own = &table->rows[row];
    gboolean is_first = column == 0, is_last = column == table->column_count;
    if (is_first || is_last) {
        BorderSide side = is_first ? SIDE_START : SIDE_END;
        claim(&winner, table, own->node, side, RANK_ROW);
        claim(&winner, table, own->part, side, RANK_PART);
        claim(&winner, table, table->node, side, RANK_TABLE);
    }
    if (!is_last && behind_first)
        claim(&winner, table, table->columns[column], SIDE_START, RANK_COLUMN);
    if (!is_first)
        claim(&winner, table, table->columns[column - 1], SIDE_END, RANK_COLUMN);
    if (!is_last && !behind_first)
        claim(&winner, table, table->columns[column], SIDE_START, RANK_COLUMN);
    return winner.border;
}

static gboolean
has_border(const FoNode *node)
{
    for (BorderSide side = SIDE_BEFORE; node && side <= SIDE_START; side++)
        if (border_of(node, side).width > 0)
            return TRUE;
    return FALSE;
}

gboolean
table_has_borders(const Table *table)
{
    if (has_border(table->node))
        return TRUE;
    for (int i = 0; i < table->column_count; i++)
        if ((i == 0 || table->columns[i] != table->columns[i - 1]) &&
            has_border(table->columns[i]))
            return TRUE;
    for (int i = 0; i < table->row_count; i++)
        if (has_border(table->rows[i].node) ||
            ((i == 0 || table->rows[i].part != table->rows[i - 1].part) &&
             has_border(table->rows[i].part)))
            return TRUE;
    for (int i = 0; i < table->cell_count; i++)
        if (has_border(table->cells[i].node))
            return TRUE;
    return FALSE;
}

Length
table_half_border(const Table *table, const TableCell *cell, int side, TableEdge edge)
{
    Length width = 0;
    if (side == SIDE_BEFORE || side == SIDE_AFTER) {
        for (int i = 0; i < cell->columns; i++)
            width =
                MAX(width, table_border_across(table, edge, cell->column + i).width);
    } else {
        int column = side == SIDE_END ? cell->column + cell->columns : cell->column;
        for (int i = 0; i < cell->rows; i++)
            width = MAX(width,
                        table_border_down(table, cell->row + i, column, FALSE).width);
    }
    return width / 2;
}

Length
table_cut_edge(const Table *table, const GroupCell *cell, gboolean before, int row,
               gboolean row_is_cut)
{
    gboolean has_head = table->header && row >= table->head_end;
    gboolean has_foot = table->footer && row < table->foot_start;
    TableEdge edge = before ? (TableEdge){.above = has_head ? table->head_end - 1 : -1,
                                          .below = row,
                                          .below_is_cut = row_is_cut,
                                          .is_break = TRUE}
                            : (TableEdge){.above = row,
                                          .below = has_foot ? table->foot_start : -1,
                                          .above_is_cut = row_is_cut,
                                          .is_break = TRUE};
    TableCell own = {cell->node, row, 1, cell->column, cell->columns};
    BorderSide side = before ? SIDE_BEFORE : SIDE_AFTER;
    return table_half_border(table, &own, (int)side, edge) +
           border_kept_padding(cell->node, side, cell->width);
}
