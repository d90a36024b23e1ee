#include "fo/column.h"

/* More columns than this are numbered, but not kept track of. */
enum { COLUMNS_MAX = 1000 };

struct FoTable {
    GPtrArray *columns; /* by number */
    int next_column;
    GArray *busy_until; /* int by column: the last row that a cell in it spans */
    int row;            /* from 1 in a part; 0: none yet */
    int next_cell;      /* column */
    gboolean row_is_used, row_is_over;
};

static void
free_table(gpointer pointer)
{
    FoTable *table = pointer;
    g_ptr_array_unref(table->columns);
    g_array_unref(table->busy_until);
}

FoTable *
fo_table_new(Arena *arena)
{
    FoTable *table = arena_new0(arena, FoTable);
    table->columns = g_ptr_array_new();
    table->busy_until = g_array_new(FALSE, TRUE, sizeof(int));
    table->next_column = table->next_cell = 1;
    arena_own(arena, table, free_table);
    return table;
}

int
fo_table_add_column(FoTable *table, gpointer column, int given, int repeated)
{
    int number = given > 0 ? given : table->next_column;
    int last = MIN((gint64)number + repeated - 1, COLUMNS_MAX);
    if (last >= (int)table->columns->len)
        g_ptr_array_set_size(table->columns, last + 1);
    for (int i = number; i <= last; i++)
        g_ptr_array_index(table->columns, i) = column;
    table->next_column = (int)MIN((gint64)number + repeated, G_MAXINT / 2);
    return number;
}

void
fo_table_begin_part(FoTable *table)
{
    g_array_set_size(table->busy_until, 0);
    table->row = 0;
    table->row_is_over = FALSE;
}

void
fo_table_begin_row(FoTable *table)
{
    table->row++;
    table->next_cell = 1;
    table->row_is_used = table->row_is_over = FALSE;
}

int
fo_table_add_cell(FoTable *table, const FoCellPlace *place)
{
    gboolean begins = place->starts_row && table->row_is_used;
    if (table->row == 0 || table->row_is_over || begins)
        fo_table_begin_row(table);
    GArray *busy = table->busy_until;
    int number = place->given > 0 ? place->given : table->next_cell;
    while (place->given <= 0 && number < (int)busy->len &&
           g_array_index(busy, int, number) >= table->row)
        number++;
    int last = (int)MIN((gint64)number + place->columns - 1, COLUMNS_MAX);
    int until = (int)MIN((gint64)table->row + place->rows - 1, G_MAXINT / 2);
    if (last >= (int)busy->len)
        g_array_set_size(busy, (guint)last + 1);
    for (int i = number; i <= last; i++)
        g_array_index(busy, int, i) = until;
    table->next_cell = (int)MIN((gint64)number + place->columns, G_MAXINT / 2);
    table->row_is_used = TRUE;
    table->row_is_over = place->ends_row;
    return number;
}

gpointer
fo_table_column_at(const FoTable *table, int number)
{
    if (number < 1 || number >= (int)table->columns->len)
        return NULL;
    return g_ptr_array_index(table->columns, number);
}
