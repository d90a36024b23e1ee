#include "inspect/inspection.h"

#include <string.h>

/* What is wider or spans more is no table, and a table has a finding then. */
enum { MOST_COLUMNS = 1000, MOST_SPAN = 10000 };

typedef struct Cell {
    const Element *element;
    int row, column, row_span, column_span;
} Cell;

typedef struct Table {
    Inspection *inspection;
    const Element *element;
    GArray *cells;   /* Cell */
    GHashTable *ids; /* texts: ids of its header cells */
    int rows, columns;
    int left[MOST_COLUMNS]; /* rows that the cell above still takes, by column */
    gboolean column_headed[MOST_COLUMNS], *row_headed; /* a TH is the header of it */
    gboolean irregular;
} Table;

static void
report_irregular(Table *table, const Element *row, const char *text)
{
    if (!table->irregular)
        finding(table->inspection, DIAG_PDF_TABLE_REGULAR, row->page, row->value, "%s",
                text);
    table->irregular = TRUE;
}

static int
span_of(Table *table, const Element *cell, const char *key)
{
    const Value *span = element_attribute(cell, "Table", key);
    gint64 count = value_integer(span, span->kind == VALUE_NULL ? 1 : 0);
    if (count >= 1 && count <= MOST_SPAN)
        return (int)count;
    finding(table->inspection, DIAG_PDF_ATTRIBUTE, cell->page, cell->value,
            "%s is geen aantal", key);
    return 1;
}

static void
add_cell(Table *table, const Element *element, int *column)
{
    while (*column < MOST_COLUMNS && table->left[*column] > 0)
        (*column)++;
    Cell cell = {element, table->rows, *column, span_of(table, element, "RowSpan"),
                 span_of(table, element, "ColSpan")};
    for (int i = 0; i < cell.column_span; i++, (*column)++) {
        if (*column >= MOST_COLUMNS || table->left[*column] > 0) {
            report_irregular(table, element, "een cel valt over een andere heen");
            return;
        }
        table->left[*column] = cell.row_span;
    }
    g_array_append_val(table->cells, cell);
    g_autofree char *id = value_text(value_get(element->value, "ID"));
    if (id && element_is(element, "TH"))
        g_hash_table_add(table->ids, g_steal_pointer(&id));
}

/* Every row takes as many columns as the first (ISO 32000-1, 14.8.4.3.4). */
static void
add_row(Table *table, const Element *row)
{
    int column = 0;
    for (int i = row->first; i >= 0; i = element_at(table->inspection, i)->next) {
        const Element *cell = element_at(table->inspection, i);
        if (element_is(cell, "TH") || element_is(cell, "TD"))
            add_cell(table, cell, &column);
    }
    while (column < MOST_COLUMNS && table->left[column] > 0)
        column++;
    int width = column;
    for (int i = 0; i < MOST_COLUMNS; i++) {
        if (i >= column && table->left[i] > 0)
            width = i + 1;
        table->left[i] = MAX(table->left[i] - 1, 0);
    }
    if (width != column || (table->rows > 0 && width != table->columns))
        report_irregular(table, row, "een rij is breder of smaller dan de eerste");
    if (table->rows == 0)
        table->columns = width;
    table->rows++;
}

/* A cell does not go on beyond its part of the table. */
static void
end_section(Table *table, const Element *section)
{
    for (int i = 0; i < MOST_COLUMNS; i++)
        if (table->left[i] > 0) {
            report_irregular(table, section,
                             "een cel overspant meer rijen dan er zijn");
            table->left[i] = 0;
        }
}

static void
add_rows(Table *table, const Element *section)
{
    for (int i = section->first; i >= 0; i = element_at(table->inspection, i)->next) {
        const Element *row = element_at(table->inspection, i);
        if (element_is(row, "TR"))
            add_row(table, row);
    }
    end_section(table, section);
}

/* One head, before one foot, and a body where there is either (14.8.4.3.4). */
static void
check_sections(Table *table)
{
    int heads = 0, feet = 0, bodies = 0, rows = 0;
    gboolean order = TRUE;
    const Element *parent = table->element;
    for (int i = parent->first; i >= 0; i = element_at(table->inspection, i)->next) {
        const Element *kid = element_at(table->inspection, i);
        order = order && !(element_is(kid, "THead") && (bodies || feet || rows));
        heads += element_is(kid, "THead");
        feet += element_is(kid, "TFoot");
        bodies += element_is(kid, "TBody");
        rows += element_is(kid, "TR");
        if (element_is(kid, "TR"))
            add_row(table, kid);
        else
            add_rows(table, kid);
    }
    end_section(table, parent);
    if (heads > 1 || feet > 1 || !order || ((heads || feet) && !bodies) ||
        (rows > 0 && heads + feet + bodies > 0))
        finding(table->inspection, DIAG_PDF_TABLE_SECTIONS, parent->page, parent->value,
                "kop, romp en voet van een tabel staan niet zoals het hoort");
}

static gboolean
has_headers(const Element *cell)
{
    return value_count_items(element_attribute(cell, "Table", "Headers")) > 0;
}

static void
check_headers(const Table *table, const Element *cell)
{
    const Value *headers = element_attribute(cell, "Table", "Headers");
    for (guint i = 0; i < value_count_items(headers); i++) {
        g_autofree char *id = value_text(value_item(headers, i));
        if (!id || !g_hash_table_contains(table->ids, id))
            finding(table->inspection, DIAG_PDF_TABLE_HEADERS, cell->page, cell->value,
                    "een cel noemt “%s” als kop, en die staat niet in de tabel",
                    id ? id : "");
    }
}

static void
check_scope(const Table *table, const Element *cell, gboolean by_headers)
{
    static const char *const scopes[] = {"Row", "Column", "Both", NULL};
    const char *scope = value_name(element_attribute(cell, "Table", "Scope"));
    if (scope && !is_among(scope, scopes))
        finding(table->inspection, DIAG_PDF_ATTRIBUTE, cell->page, cell->value,
                "Scope %s bestaat niet", scope);
    else if (!scope && !by_headers)
        finding(table->inspection, DIAG_PDF_TABLE_SCOPE, cell->page, cell->value,
                "een kopcel zegt niet waarvan zij de kop is (Scope)");
}

/* What a header is the header of: columns, rows or both, by its Scope. */
static void
note_header(Table *table, const Cell *cell)
{
    const char *scope = value_name(element_attribute(cell->element, "Table", "Scope"));
    if (!scope)
        return;
    if (strcmp(scope, "Row") != 0)
        for (int i = 0; i < cell->column_span; i++)
            table->column_headed[cell->column + i] = TRUE;
    if (strcmp(scope, "Column") != 0)
        for (int i = cell->row; i < MIN(cell->row + cell->row_span, table->rows); i++)
            table->row_headed[i] = TRUE;
}

static gboolean
is_headed(const Table *table, const Cell *cell)
{
    for (int i = 0; i < cell->column_span; i++)
        if (table->column_headed[cell->column + i])
            return TRUE;
    for (int i = cell->row; i < MIN(cell->row + cell->row_span, table->rows); i++)
        if (table->row_headed[i])
            return TRUE;
    return FALSE;
}

/* PDF/UA-1, 7.5: each cell that says something has a header. */
static void
check_headed(const Table *table, const Cell *cell)
{
    const Element *element = cell->element;
    gboolean says_something = element->marks > 0 || element->first >= 0;
    if (says_something && !has_headers(element) && !is_headed(table, cell))
        finding(table->inspection, DIAG_PDF_TABLE_UNHEADED, element->page,
                element->value, "een cel heeft geen kop");
}

static void
check_cells(Table *table)
{
    gboolean by_headers = FALSE;
    table->row_headed = g_new0(gboolean, (gsize)table->rows + 1);
    for (guint i = 0; i < table->cells->len; i++) {
        const Cell *cell = &g_array_index(table->cells, Cell, i);
        by_headers = by_headers || has_headers(cell->element);
        if (element_is(cell->element, "TH"))
            note_header(table, cell);
    }
    for (guint i = 0; i < table->cells->len; i++) {
        const Cell *cell = &g_array_index(table->cells, Cell, i);
        check_headers(table, cell->element);
        if (element_is(cell->element, "TH"))
            check_scope(table, cell->element, by_headers);
        else
            check_headed(table, cell);
    }
}

static void
check_table(Inspection *inspection, const Element *element)
{
    g_autofree Table *table = g_new0(Table, 1);
    table->inspection = inspection;
    table->element = element;
    table->cells = g_array_new(FALSE, FALSE, sizeof(Cell));
    table->ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    check_sections(table);
    check_cells(table);
    g_array_unref(table->cells);
    g_hash_table_unref(table->ids);
    g_free(table->row_headed);
}

void
check_tables(Inspection *inspection)
{
    for (int i = 0; i < (int)inspection->tree.elements->len; i++)
        if (element_is(element_at(inspection, i), "Table"))
            check_table(inspection, element_at(inspection, i));
}
