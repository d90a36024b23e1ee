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

static void
claim_content(Layout *layout, const Frame *frame, const Table *table, Claim *claims)
{
    for (int i = 0; i < table->cell_count; i++) {
        const TableCell *cell = &table->cells[i];
        Claim *claim = &claims[cell->column];
        if (cell->columns != 1 || !claim->is_auto)
            continue;
        Length minimum = 0, maximum = 0;
        block_extent(layout, frame, cell->node, &minimum, &maximum);
        BorderSizes sizes = border_sizes(cell->node, frame->ipd);
        Length edges = sizes.side[SIDE_START] + sizes.side[SIDE_END];
        claim->minimum = MAX(claim->minimum, minimum + edges);
        claim->maximum = MAX(claim->maximum, maximum + edges);
    }
}

/* Automatic layout: each column gets what its content needs; what is over or short is
 * shared in proportion to what the content could use beyond that. */
static void
share_by_content(Claim *claims, int count, Length room)
{
    gint64 minimum = 0, spread = 0;
    for (int i = 0; i < count; i++)
        if (claims[i].is_auto) {
            minimum += claims[i].minimum;
            spread += MAX(claims[i].maximum - claims[i].minimum, 1);
        }
    gint64 over = MAX(room - minimum, 0);
    for (int i = 0; i < count; i++) {
        if (!claims[i].is_auto)
            continue;
        gint64 own = MAX(claims[i].maximum - claims[i].minimum, 1);
        claims[i].fixed =
            minimum > room && minimum > 0
                ? (Length)(claims[i].minimum * (gint64)room / minimum)
                : claims[i].minimum + (Length)(over * own / MAX(spread, 1));
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

void
table_find_columns(Layout *layout, const Frame *frame, Table *table)
{
    Claim *claims = arena_array(layout->scratch, Claim, table->column_count);
    gboolean by_content = fo_enum(table->node, PROP_TABLE_LAYOUT) != ENUM_FIXED,
             any = FALSE;
    gint64 taken = 0;
    double proportions = 0;
    for (int i = 0; i < table->column_count; i++) {
        claims[i] = claim_of(table->columns[i], table->width);
        any |= claims[i].is_auto;
        if (claims[i].is_auto && !by_content)
            claims[i].proportion = 1;
        taken += claims[i].fixed;
        proportions += claims[i].proportion;
    }
    Length room = (Length)MAX(table->width - taken, 0);
    if (any && by_content) {
        claim_content(layout, frame, table, claims);
        if (proportions == 0)
            share_by_content(claims, table->column_count, room);
        else
            for (int i = 0; i < table->column_count; i++)
                claims[i].proportion += claims[i].is_auto;
    }
    share_proportions(claims, table->column_count, room);
    table->edges = arena_array(layout->scratch, Length, table->column_count + 1);
    table->edges[0] = table->x;
    for (int i = 0; i < table->column_count; i++)
        table->edges[i + 1] = table->edges[i] + MAX(claims[i].fixed, 0);
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
