#include "layout/border.h"
#include "layout/table.h"

/* One column's claim on the table's width. */
typedef struct Claim {
    Length fixed;
    double proportion;
    gboolean is_auto;
    Length minimum, maximum; /* auto: of its content */
} Claim;

static Claim
claim_of(const FoNode *column, Length width)
{
    Claim claim = {.is_auto = TRUE};
    if (!column)
        return claim;
    const FoValue *value = fo_value(column, PROP_COLUMN_WIDTH);
    if (value->kind == FO_VALUE_ENUM)
        return claim;
    claim.is_auto = FALSE;
    claim.fixed = fo_length(column, PROP_COLUMN_WIDTH, width);
    claim.proportion = value->proportion;
    return claim;
}

static gboolean
has_width(const FoNode *cell)
{
    return !fo_is_auto(cell, PROP_INLINE_PROGRESSION_DIMENSION_OPTIMUM);
}

/* What stands beside a cell's content: padding, borders or its half of those it shares, and
 * the separation. */
static Length
cell_edges(const Table *table, const FoNode *cell)
{
    Length borders = 0, padding = 0;
    const BorderSide sides[] = {SIDE_START, SIDE_END};
    for (gsize i = 0; i < G_N_ELEMENTS(sides); i++) {
        borders += border_of(cell, sides[i]).width;
        padding += border_padding(cell, sides[i], table->width);
    }
    gboolean is_separate = fo_enum(table->node, PROP_BORDER_COLLAPSE) == ENUM_SEPARATE;
    return padding + (is_separate ? borders : borders / 2) + table->column_gap;
}

static Length
told_width(const Table *table, const FoNode *cell)
{
    return fo_length(cell, PROP_INLINE_PROGRESSION_DIMENSION_OPTIMUM, table->width) +
           cell_edges(table, cell);
}

/* Fixed layout: a cell of the first row tells the width of columns that have none
 * themselves (CSS2, 17.5.2.1). */
static void
claim_first_row(const Table *table, Claim *claims)
{
    for (int i = 0; i < table->cell_count && table->cells[i].row == 0; i++) {
        const TableCell *cell = &table->cells[i];
        if (!has_width(cell->node))
            continue;
        Length share = told_width(table, cell->node) / cell->columns;
        for (int j = cell->column; j < cell->column + cell->columns; j++)
            if (claims[j].is_auto)
                claims[j] = (Claim){.fixed = share};
    }
}

/* Makes what the columns have between them as much as `wanted`, by making those whose width
 * is automatic wider by the same amount (CSS2, 17.5.2.2). */
static void
widen(Claim *claims, int columns, Length wanted, gsize member)
{
    gint64 sum = 0;
    int left = 0;
    for (int i = 0; i < columns; i++) {
        left += claims[i].is_auto;
        sum += claims[i].is_auto ? G_STRUCT_MEMBER(Length, &claims[i], member)
                                 : claims[i].fixed;
    }
    gint64 over = wanted - sum;
    for (int i = 0; i < columns && over > 0; i++) {
        if (!claims[i].is_auto)
            continue;
        Length own = (Length)(over / left--);
        G_STRUCT_MEMBER(Length, &claims[i], member) += own;
        over -= own;
    }
}

static void
claim_cell(Layout *layout, const Frame *frame, const Table *table,
           const TableCell *cell, Claim *claims)
{
    gboolean any = FALSE;
    for (int i = 0; i < cell->columns; i++)
        any |= claims[cell->column + i].is_auto;
    if (!any)
        return;
    Length minimum = 0, maximum = 0;
    block_extent(layout, frame, cell->node, &minimum, &maximum);
    Length edges = cell_edges(table, cell->node);
    minimum = length_sum(minimum, edges);
    maximum = length_sum(maximum, edges);
    if (has_width(cell->node))
        minimum = maximum = MAX(minimum, told_width(table, cell->node));
    Claim *own = &claims[cell->column];
    widen(own, cell->columns, minimum, G_STRUCT_OFFSET(Claim, minimum));
    widen(own, cell->columns, maximum, G_STRUCT_OFFSET(Claim, maximum));
}

static int
compare_spans(gconstpointer a, gconstpointer b)
{
    const TableCell *left = *(TableCell *const *)a, *right = *(TableCell *const *)b;
    return left->columns != right->columns ? left->columns - right->columns
                                           : (left < right ? -1 : left > right);
}

/* Automatic layout: what the content of cells asks for, that of narrow cells first. */
static void
claim_content(Layout *layout, const Frame *frame, const Table *table, Claim *claims)
{
    g_autoptr(GPtrArray) spanning = g_ptr_array_new();
    for (int i = 0; i < table->cell_count; i++) {
        TableCell *cell = &table->cells[i];
        if (cell->columns > 1)
            g_ptr_array_add(spanning, cell);
        else
            claim_cell(layout, frame, table, cell, claims);
    }
    g_ptr_array_sort(spanning, compare_spans);
    for (guint i = 0; i < spanning->len; i++)
        claim_cell(layout, frame, table, spanning->pdata[i], claims);
    for (int i = 0; i < table->column_count; i++)
        claims[i].maximum = MAX(claims[i].maximum, claims[i].minimum);
}

typedef struct Shares {
    gint64 minimum, maximum;
} Shares;

static Shares
sum_shares(const Claim *claims, int count)
{
    Shares sum = {0};
    for (int i = 0; i < count; i++)
        if (claims[i].is_auto) {
            sum.minimum += claims[i].minimum;
            sum.maximum += claims[i].maximum;
        }
    return sum;
}

/* What a column gets first, and its weight where the rest of the room is shared: what is over
 * goes by what its content could use beyond its need, and beyond all use by all it uses.
 * Where not even the need can be met, all columns are as much too narrow. */
typedef struct Stake {
    gint64 base, weight;
} Stake;

static Stake
stake_of(const Claim *claim, Shares sum, Length room)
{
    if (room < sum.minimum)
        return (Stake){.weight = claim->minimum};
    if (room < sum.maximum)
        return (Stake){claim->minimum, claim->maximum - claim->minimum};
    return (Stake){.weight = MAX(claim->maximum, 1)};
}

static void
share_by_content(Claim *claims, int count, Length room)
{
    Shares sum = sum_shares(claims, count);
    Stake all = {0}, upto = {0};
    for (int i = 0; i < count; i++) {
        Stake own = claims[i].is_auto ? stake_of(&claims[i], sum, room) : (Stake){0};
        all.base += own.base;
        all.weight += own.weight;
    }
    gint64 given = 0;
    for (int i = 0; i < count; i++) {
        if (!claims[i].is_auto)
            continue;
        Stake own = stake_of(&claims[i], sum, room);
        upto.base += own.base;
        upto.weight += own.weight;
        gint64 end = upto.base + (gint64)((__int128)(room - all.base) * upto.weight /
                                          MAX(all.weight, 1));
        claims[i].fixed = (Length)(end - given);
        given = end;
    }
}

static void
share_proportions(Claim *claims, int count, Length room)
{
    double sum = 0;
    for (int i = 0; i < count; i++)
        sum += claims[i].proportion;
    double given = 0;
    Length edge = 0;
    for (int i = 0; i < count; i++) {
        if (claims[i].proportion <= 0)
            continue;
        given += claims[i].proportion;
        Length next = (Length)(room * (given / sum));
        claims[i].fixed += next - edge;
        edge = next;
    }
}

static Claim *
claims_of(Layout *layout, const Table *table)
{
    Claim *claims = arena_array(layout->scratch, Claim, table->column_count);
    for (int i = 0; i < table->column_count; i++)
        if (!table_column_is_collapsed(table, i))
            claims[i] = claim_of(table->columns[i], table->width);
    return claims;
}

static gboolean
is_fixed_layout(const Table *table)
{
    return fo_enum(table->node, PROP_TABLE_LAYOUT) == ENUM_FIXED;
}

void
table_find_columns(Layout *layout, const Frame *frame, Table *table)
{
    Claim *claims = claims_of(layout, table);
    if (is_fixed_layout(table))
        claim_first_row(table, claims);
    gboolean any = FALSE;
    gint64 taken = 0;
    double proportions = 0;
    for (int i = 0; i < table->column_count; i++) {
        any |= claims[i].is_auto;
        taken += claims[i].fixed;
        proportions += claims[i].proportion;
    }
    Length room = (Length)MAX(table->width - taken, 0);
    if (any && proportions == 0 && !is_fixed_layout(table)) {
        claim_content(layout, frame, table, claims);
        share_by_content(claims, table->column_count, room);
    } else {
        for (int i = 0; i < table->column_count; i++)
            claims[i].proportion += claims[i].is_auto;
    }
    share_proportions(claims, table->column_count, room);
    table->edges = arena_array(layout->scratch, Length, table->column_count + 1);
    table->edges[0] = table->x;
    for (int i = 0; i < table->column_count; i++)
        table->edges[i + 1] = table->edges[i] + MAX(claims[i].fixed, 0);
}

void
table_find_extent(Layout *layout, const Frame *frame, const Table *table,
                  Length *minimum, Length *maximum)
{
    Claim *claims = claims_of(layout, table);
    for (int i = 0; i < table->column_count; i++)
        claims[i].is_auto |= claims[i].proportion > 0;
    if (is_fixed_layout(table))
        claim_first_row(table, claims);
    claim_content(layout, frame, table, claims);
    gint64 narrow = 0, wide = 0;
    for (int i = 0; i < table->column_count; i++) {
        narrow += claims[i].is_auto ? claims[i].minimum : claims[i].fixed;
        wide += claims[i].is_auto ? claims[i].maximum : claims[i].fixed;
    }
    *minimum = length_sum(narrow, 0);
    *maximum = length_sum(wide, 0);
}

Length
table_left(const Table *table, int column, int columns)
{
    const Length *edges = table->edges;
    return table->runs_right
               ? edges[column]
               : edges[0] + edges[table->column_count] - edges[column + columns];
}

Length
table_span_width(const Table *table, int column, int columns)
{
    return table->edges[column + columns] - table->edges[column];
}
