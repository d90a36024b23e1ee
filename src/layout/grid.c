#include "layout/table.h"

static int
count_property(const FoNode *node, FoProperty property)
{
    return (int)CLAMP(fo_number(node, property), 1, 10000);
}

static void
add_row(GArray *rows, const FoNode *part, const FoNode *row, const FoNode *cell)
{
    TableRow added = {row, part, cell};
    g_array_append_val(rows, added);
}

/* The rows of one part: fo:table-row, or cells that say where rows start and end. */
static void
collect_rows(const FoNode *part, GArray *rows)
{
    gboolean starts = TRUE;
    for (const FoNode *child = part->first; child; child = child->next) {
        if (child->kind == FO_TABLE_ROW) {
            const FoNode *cell = child->first;
            while (cell && cell->kind != FO_TABLE_CELL)
                cell = cell->next;
            add_row(rows, part, child, cell);
            starts = TRUE;
        } else if (child->kind == FO_TABLE_CELL) {
            if (starts || fo_enum(child, PROP_STARTS_ROW) == ENUM_TRUE)
                add_row(rows, part, NULL, child);
            starts = fo_enum(child, PROP_ENDS_ROW) == ENUM_TRUE;
        }
    }
}

static const FoNode *
next_cell(const TableRow *row, const FoNode *cell)
{
    if (!row->node && fo_enum(cell, PROP_ENDS_ROW) == ENUM_TRUE)
        return NULL;
    for (cell = cell->next; cell && cell->kind != FO_TABLE_CELL; cell = cell->next)
        ;
    if (cell && !row->node && fo_enum(cell, PROP_STARTS_ROW) == ENUM_TRUE)
        return NULL;
    return cell;
}

/* Places cells on the grid, row by row; `taken` says until which row a column is occupied
 * by a cell from above. Returns the number of columns in use. */
static int
place_cells(Layout *layout, Table *table, GArray *cells)
{
    g_autoptr(GArray) taken = g_array_new(FALSE, TRUE, sizeof(int));
    int columns = 0;
    for (int row = 0; row < table->row_count; row++) {
        int column = 0;
        const TableRow *own = &table->rows[row];
        for (const FoNode *node = own->first_cell; node; node = next_cell(own, node)) {
            const FoValue *number = fo_value(node, PROP_COLUMN_NUMBER);
            if (number->specified && number->kind == FO_VALUE_NUMBER &&
                number->number >= 1)
                column = (int)MIN(number->number, 10000) - 1;
            while (column < (int)taken->len && g_array_index(taken, int, column) > row)
                column++;
            TableCell cell = {node, row, count_property(node, PROP_NUMBER_ROWS_SPANNED),
                              column,
                              count_property(node, PROP_NUMBER_COLUMNS_SPANNED)};
            int last = row + 1;
            while (last < table->row_count && table->rows[last].part == own->part)
                last++;
            if (row + cell.rows > last) {
                diag_report(layout->diag, &node->place, DIAG_TABLE_SPAN,
                            "de cel overspant meer rijen dan er zijn");
                cell.rows = last - row;
            }
            columns = MAX(columns, column + cell.columns);
            if ((int)taken->len < columns)
                g_array_set_size(taken, (guint)columns);
            for (int i = 0; i < cell.columns; i++)
                g_array_index(taken, int, column + i) = row + cell.rows;
            column += cell.columns;
            g_array_append_val(cells, cell);
        }
    }
    return columns;
}

static int
collect_columns(Layout *layout, Table *table, int used)
{
    int count = 0;
    g_autoptr(GPtrArray) columns = g_ptr_array_new();
    for (const FoNode *child = table->node->first; child; child = child->next) {
        if (child->kind != FO_TABLE_COLUMN)
            continue;
        const FoValue *number = fo_value(child, PROP_COLUMN_NUMBER);
        if (number->specified && number->kind == FO_VALUE_NUMBER && number->number >= 1)
            count = (int)MIN(number->number, 10000) - 1;
        int repeated = count_property(child, PROP_NUMBER_COLUMNS_REPEATED);
        count = MIN(count + repeated, 20000);
        if ((int)columns->len < count)
            g_ptr_array_set_size(columns, count);
        for (int i = MAX(count - repeated, 0); i < count; i++)
            columns->pdata[i] = (gpointer)child;
    }
    table->column_count = MAX(MAX((int)columns->len, used), 1);
    table->columns = arena_array(layout->scratch, const FoNode *, table->column_count);
    for (guint i = 0; i < columns->len; i++)
        table->columns[i] = columns->pdata[i];
    return table->column_count;
}

static void
make_grid(Layout *layout, Table *table)
{
    int size = table->row_count * table->column_count;
    table->grid = arena_array(layout->scratch, int, size + 1);
    for (int i = 0; i < size; i++)
        table->grid[i] = -1;
    for (int i = 0; i < table->cell_count; i++) {
        const TableCell *cell = &table->cells[i];
        for (int row = cell->row; row < cell->row + cell->rows; row++)
            for (int column = cell->column; column < cell->column + cell->columns;
                 column++)
                table->grid[row * table->column_count + column] = i;
    }
}

void
table_find_rows(Layout *layout, Table *table)
{
    static const FoKind order[] = {FO_TABLE_HEADER, FO_TABLE_BODY, FO_TABLE_FOOTER};
    GArray *rows = g_array_new(FALSE, FALSE, sizeof(TableRow));
    GArray *cells = g_array_new(FALSE, FALSE, sizeof(TableCell));
    arena_own(layout->scratch, rows, (GDestroyNotify)g_array_unref);
    arena_own(layout->scratch, cells, (GDestroyNotify)g_array_unref);
    for (gsize i = 0; i < G_N_ELEMENTS(order); i++)
        for (const FoNode *child = table->node->first; child; child = child->next)
            if (child->kind == order[i])
                collect_rows(child, rows);
    table->rows = (TableRow *)(gpointer)rows->data;
    table->row_count = (int)rows->len;
    int used = place_cells(layout, table, cells);
    table->cells = (TableCell *)(gpointer)cells->data;
    table->cell_count = (int)cells->len;
    collect_columns(layout, table, used);
    make_grid(layout, table);
}
