#include "layout/table.h"

enum { MOST_NUMBER = 10000 };

static int
count_property(const FoNode *node, FoProperty property)
{
    return (int)CLAMP(fo_number(node, property), 1, MOST_NUMBER);
}

/* A column-number that node was given, or 0. */
static int
given_column(const FoNode *node)
{
    const FoValue *number = fo_value(node, PROP_COLUMN_NUMBER);
    if (!number->specified || number->kind != FO_VALUE_NUMBER || number->number < 1)
        return 0;
    return (int)MIN(number->number, MOST_NUMBER);
}

static void
add_row(GArray *rows, const FoNode *part, const FoNode *row, const FoNode *cell)
{
    TableRow added = {.node = row, .part = part, .first_cell = cell};
    const FoNode *shown = row ? row : part;
    added.is_collapsed = shown && fo_enum(shown, PROP_VISIBILITY) == ENUM_COLLAPSE;
    g_array_append_val(rows, added);
}

/* The rows of one part: fo:table-row, or cells that say where rows start and end. */
static void
collect_rows(const FoNode *part, GArray *rows)
{
    gboolean starts = TRUE;
    guint first = rows->len;
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
    for (guint i = first; i < rows->len; i++)
        g_array_index(rows, TableRow, i).part_end = (int)rows->len;
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

/* Until which row a column is taken, and by which cell. */
typedef struct Taken {
    int until, cell;
} Taken;

typedef struct Placer {
    Layout *layout;
    Table *table;
    GArray *taken; /* Taken, a column each */
    GArray *cells; /* TableCell */
    GArray *slots; /* TableSlot */
    int explicit_columns;
    gboolean has_reported_columns;
} Placer;

static gboolean
is_free(const Placer *placer, int row, int column)
{
    return column >= (int)placer->taken->len ||
           g_array_index(placer->taken, Taken, column).until <= row;
}

/* The first column from `column` on where the cell fits: cells do not lie upon each other
 * (6.7.10). */
static int
find_column(const Placer *placer, const FoNode *node, int row, int column, int columns)
{
    int given = given_column(node), found = given ? given - 1 : column;
    while (!given && !is_free(placer, row, found))
        found++;
    int wanted = found;
    for (int i = 0; i < columns; i++)
        if (!is_free(placer, row, found + i)) {
            found += i + 1;
            i = -1;
        }
    if (found != wanted)
        diag_report(
            placer->layout->diag, &node->place, DIAG_TABLE_OVERLAP,
            "de cel zou in kolom %d op een andere liggen; zij staat in kolom %d",
            wanted + 1, found + 1);
    return found;
}

static int
rows_of(const Placer *placer, const FoNode *node, int row)
{
    int rows = count_property(node, PROP_NUMBER_ROWS_SPANNED);
    int most = placer->table->rows[row].part_end - row;
    if (rows <= most)
        return rows;
    diag_report(placer->layout->diag, &node->place, DIAG_TABLE_SPAN,
                "de cel overspant %d rijen; haar deel van de tabel heeft er nog %d",
                rows, most);
    return most;
}

static void
place_cell(Placer *placer, const FoNode *node, int row, int *column)
{
    int columns = count_property(node, PROP_NUMBER_COLUMNS_SPANNED);
    TableCell cell = {node, row, rows_of(placer, node, row),
                      find_column(placer, node, row, *column, columns), columns};
    *column = cell.column + columns;
    if ((int)placer->taken->len < *column)
        g_array_set_size(placer->taken, (guint)*column);
    Taken taken = {row + cell.rows, (int)placer->cells->len};
    for (int i = cell.column; i < *column; i++)
        g_array_index(placer->taken, Taken, i) = taken;
    g_array_append_val(placer->cells, cell);
    if (placer->explicit_columns > 0 && *column > placer->explicit_columns &&
        !placer->has_reported_columns) {
        placer->has_reported_columns = TRUE;
        diag_report(placer->layout->diag, &node->place, DIAG_TABLE_COLUMNS,
                    "de cel staat in kolom %d; de tabel noemt er %d", *column,
                    placer->explicit_columns);
    }
}

/* What stands in a row, cells from above too. */
static void
add_slots(Placer *placer, int row)
{
    placer->table->rows[row].first_slot = (int)placer->slots->len;
    for (int column = 0; column < (int)placer->taken->len;) {
        const Taken *taken = &g_array_index(placer->taken, Taken, column);
        if (taken->until <= row) {
            column++;
            continue;
        }
        TableSlot slot = {column, taken->cell};
        g_array_append_val(placer->slots, slot);
        column += g_array_index(placer->cells, TableCell, taken->cell).columns;
    }
}

/* Places all cells, row by row. Returns the number of columns in use. */
static int
place_cells(Placer *placer)
{
    Table *table = placer->table;
    for (int row = 0; row < table->row_count; row++) {
        int column = 0;
        const TableRow *own = &table->rows[row];
        for (const FoNode *node = own->first_cell; node; node = next_cell(own, node))
            place_cell(placer, node, row, &column);
        add_slots(placer, row);
    }
    table->rows[table->row_count].first_slot = (int)placer->slots->len;
    return (int)placer->taken->len;
}

static GPtrArray *
collect_columns(const Table *table)
{
    int count = 0;
    GPtrArray *columns = g_ptr_array_new();
    for (const FoNode *child = table->node->first; child; child = child->next) {
        if (child->kind != FO_TABLE_COLUMN)
            continue;
        int given = given_column(child);
        if (given)
            count = given - 1;
        int repeated = count_property(child, PROP_NUMBER_COLUMNS_REPEATED);
        count = MIN(count + repeated, 2 * MOST_NUMBER);
        if ((int)columns->len < count)
            g_ptr_array_set_size(columns, count);
        for (int i = MAX(count - repeated, 0); i < count; i++)
            columns->pdata[i] = (gpointer)child;
    }
    return columns;
}

/* Head first, then bodies, then foot, whatever their order in the FO. */
static void
collect_parts(Table *table, GArray *rows)
{
    static const FoKind order[] = {FO_TABLE_HEADER, FO_TABLE_BODY, FO_TABLE_FOOTER};
    for (gsize i = 0; i < G_N_ELEMENTS(order); i++) {
        if (order[i] == FO_TABLE_BODY)
            table->head_end = (int)rows->len;
        if (order[i] == FO_TABLE_FOOTER)
            table->foot_start = (int)rows->len;
        for (const FoNode *child = table->node->first; child; child = child->next)
            if (child->kind == order[i])
                collect_rows(child, rows);
    }
    table->row_count = (int)rows->len;
    add_row(rows, NULL, NULL, NULL);
}

static GArray *
owned_array(Layout *layout, guint size)
{
    GArray *array = g_array_new(FALSE, TRUE, size);
    arena_own(layout->scratch, array, (GDestroyNotify)g_array_unref);
    return array;
}

void
table_find_rows(Layout *layout, Table *table)
{
    GArray *rows = owned_array(layout, sizeof(TableRow));
    collect_parts(table, rows);
    table->rows = (TableRow *)(gpointer)rows->data;
    g_autoptr(GPtrArray) columns = collect_columns(table);
    g_autoptr(GArray) taken = g_array_new(FALSE, TRUE, sizeof(Taken));
    Placer placer = {.layout = layout,
                     .table = table,
                     .taken = taken,
                     .cells = owned_array(layout, sizeof(TableCell)),
                     .slots = owned_array(layout, sizeof(TableSlot)),
                     .explicit_columns = (int)columns->len};
    int used = place_cells(&placer);
    table->cells = (TableCell *)(gpointer)placer.cells->data;
    table->cell_count = (int)placer.cells->len;
    table->slots = (TableSlot *)(gpointer)placer.slots->data;
    table->column_count = MAX(MAX((int)columns->len, used), 1);
    table->columns = arena_array(layout->scratch, const FoNode *, table->column_count);
    for (guint i = 0; i < columns->len; i++)
        table->columns[i] = columns->pdata[i];
    if (table->foot_start == table->head_end)
        diag_report(layout->diag, &table->node->place, DIAG_TABLE_EMPTY,
                    "de tabel heeft geen rijen in een fo:table-body");
}

int
table_cell_at(const Table *table, int row, int column)
{
    int low = table->rows[row].first_slot, high = table->rows[row + 1].first_slot;
    while (low < high) {
        int middle = (low + high) / 2;
        const TableSlot *slot = &table->slots[middle];
        if (column < slot->column)
            high = middle;
        else if (column >= slot->column + table->cells[slot->cell].columns)
            low = middle + 1;
        else
            return slot->cell;
    }
    return -1;
}

gboolean
table_column_is_collapsed(const Table *table, int column)
{
    const FoNode *node = table->columns[column];
    return node && fo_enum(node, PROP_VISIBILITY) == ENUM_COLLAPSE;
}

gboolean
table_cell_is_collapsed(const Table *table, const TableCell *cell)
{
    int rows = 0, columns = 0;
    while (rows < cell->rows && table->rows[cell->row + rows].is_collapsed)
        rows++;
    while (columns < cell->columns &&
           table_column_is_collapsed(table, cell->column + columns))
        columns++;
    return rows == cell->rows || columns == cell->columns;
}
