#include "content/csv.h"

#include <stdlib.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
enum { LARGEST = 16 << 20 };

typedef struct Reading {
    Arena *arena;
    Diag *diag;
    CsvTable *table; /* only file and separator, until all is read */
    const char *at, *end;
    GArray *rows;     /* CsvRow */
    GPtrArray *cells; /* of the row being read */
    GString *cell;
} Reading;

char *
csv_column_name(Arena *arena, int column)
{
    char letters[8];
    int first = sizeof letters - 1;
    letters[first] = '\0';
    for (; column > 0 && first > 0; column = (column - 1) / 26)
        letters[--first] = (char)('A' + (column - 1) % 26);
    return arena_strdup(arena, letters + first);
}

Place
csv_place(const CsvTable *table, int row, int column)
{
    return (Place){table->file, row, column};
}

void
csv_report(const CsvTable *table, int row, int column, Diag *diag, DiagCode code,
           const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_autoptr(Arena) arena = arena_new();
    Place place = csv_place(table, row, column);
    diag_report(diag, &place, code, "cel %s%d: %s", csv_column_name(arena, column), row,
                text);
}

static void
report_here(const Reading *reading, DiagCode code, const char *text)
{
    csv_report(reading->table, (int)reading->rows->len + 1,
               (int)reading->cells->len + 1, reading->diag, code, "%s", text);
}

static gboolean
is_formula(const char *text)
{
    while (*text == '\'')
        text++;
    return *text && strchr("=+-@", *text);
}

static void
end_cell(Reading *reading)
{
    const char *text = reading->cell->str;
    if (*text == '\'' && is_formula(text))
        text++;
    g_ptr_array_add(reading->cells, arena_strdup(reading->arena, text));
    g_string_truncate(reading->cell, 0);
}

static void
end_row(Reading *reading)
{
    end_cell(reading);
    CsvRow row = {.cell_count = (int)reading->cells->len};
    const char **cells = arena_array(reading->arena, const char *, row.cell_count);
    memcpy(cells, reading->cells->pdata, sizeof *cells * reading->cells->len);
    row.cells = cells;
    g_array_append_val(reading->rows, row);
    g_ptr_array_set_size(reading->cells, 0);
}

/* Past a line end of one or two bytes; FALSE where there is none. */
static gboolean
skip_line_end(Reading *reading)
{
    if (reading->at == reading->end || (*reading->at != '\r' && *reading->at != '\n'))
        return FALSE;
    if (*reading->at++ == '\r' && reading->at < reading->end && *reading->at == '\n')
        reading->at++;
    return TRUE;
}

static void
read_byte(Reading *reading)
{
    char byte = *reading->at++;
    if ((guchar)byte >= ' ' || byte == '\t')
        g_string_append_c(reading->cell, byte);
    else
        report_here(reading, DIAG_CSV_CHARACTER, "er staat een stuurteken in");
}

/* Reads up to the closing quote; a quote in the text is written twice. */
static void
read_quoted(Reading *reading)
{
    for (reading->at++; reading->at < reading->end;) {
        if (*reading->at == '"') {
            reading->at++;
            if (reading->at == reading->end || *reading->at != '"')
                return;
            g_string_append_c(reading->cell, '"');
            reading->at++;
        } else if (skip_line_end(reading)) {
            g_string_append_c(reading->cell, '\n');
        } else {
            read_byte(reading);
        }
    }
    report_here(reading, DIAG_CSV_QUOTE,
                "het aanhalingsteken waarmee de cel begint, sluit nergens");
}

static gboolean
at_cell_end(const Reading *reading)
{
    char byte = reading->at < reading->end ? *reading->at : '\n';
    return byte == '\r' || byte == '\n' || byte == reading->table->separator;
}

static void
read_cell(Reading *reading)
{
    gboolean quoted = reading->at < reading->end && *reading->at == '"';
    if (quoted)
        read_quoted(reading);
    if (at_cell_end(reading))
        return;
    gboolean told = FALSE;
    while (!at_cell_end(reading)) {
        if (!told && (quoted || *reading->at == '"')) {
            report_here(
                reading, DIAG_CSV_QUOTE,
                quoted ? "er staat tekst achter het sluitende aanhalingsteken"
                       : "er staat een aanhalingsteken midden in de cel; zet de hele "
                         "cel tussen aanhalingstekens en verdubbel het");
            told = TRUE;
        }
        read_byte(reading);
    }
}

static void
read_rows(Reading *reading)
{
    while (reading->at < reading->end) {
        read_cell(reading);
        if (reading->at < reading->end && *reading->at == reading->table->separator) {
            reading->at++;
            end_cell(reading);
            if (reading->at == reading->end)
                end_row(reading);
            continue;
        }
        end_row(reading);
        skip_line_end(reading);
    }
}

/* The first of ; tab , outside quotes in the first row that has any. */
static char
find_separator(const char *at, const char *end)
{
    gboolean quoted = FALSE, has_tab = FALSE, has_comma = FALSE;
    for (; at < end; at++) {
        if (*at == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        if (*at == ';')
            return ';';
        has_tab |= *at == '\t';
        has_comma |= *at == ',';
        if (*at == '\n' && (has_tab || has_comma))
            break;
    }
    return has_tab ? '\t' : has_comma ? ',' : ';';
}

/* A first line "sep=;", which one spreadsheet writes for itself. */
static char
read_separator(Reading *reading)
{
    gsize length = (gsize)(reading->end - reading->at);
    if (length < 5 || g_ascii_strncasecmp(reading->at, "sep=", 4) != 0 ||
        !strchr(";,\t", reading->at[4]))
        return find_separator(reading->at, reading->end);
    char separator = reading->at[4];
    reading->at += 5;
    skip_line_end(reading);
    return separator;
}

static gboolean
is_usable(const Reading *reading)
{
    gsize length = (gsize)(reading->end - reading->at);
    Place start = {reading->table->file, 1, 1};
    if (length == 0) {
        diag_report(reading->diag, &start, DIAG_CSV_EMPTY, "het bestand is leeg");
        return FALSE;
    }
    if (length > LARGEST) {
        diag_report(reading->diag, &start, DIAG_CSV_LARGE,
                    "het bestand is groter dan %d MiB", LARGEST >> 20);
        return FALSE;
    }
    const char *fault;
    if (g_utf8_validate(reading->at, (gssize)length, &fault))
        return TRUE;
    int line = 1;
    for (const char *p = reading->at; p < fault; p++)
        line += *p == '\n';
    Place place = {reading->table->file, line, 0};
    gboolean nul = fault < reading->end && *fault == '\0';
    diag_report(reading->diag, &place, DIAG_CSV_ENCODING,
                nul ? "hier staat een leeg teken (0x%02X); dit is geen CSV in UTF-8"
                    : "hier staat geen geldige UTF-8 (byte 0x%02X)",
                (guchar)*fault);
    return FALSE;
}

const CsvTable *
csv_read(Arena *arena, const char *bytes, gsize length, const char *file, Diag *diag)
{
    CsvTable *table = arena_new0(arena, CsvTable);
    table->file = arena_strdup(arena, file);
    if (length >= 3 && memcmp(bytes, BYTE_ORDER_MARK, 3) == 0) {
        bytes += 3;
        length -= 3;
    }
    Reading reading = {arena, diag, table, bytes, bytes + length, NULL, NULL, NULL};
    if (!is_usable(&reading))
        return NULL;
    table->separator = read_separator(&reading);
    g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(CsvRow));
    g_autoptr(GPtrArray) cells = g_ptr_array_new();
    reading.rows = rows;
    reading.cells = cells;
    reading.cell = g_string_new(NULL);
    read_rows(&reading);
    g_string_free(reading.cell, TRUE);
    CsvRow *kept = arena_array(arena, CsvRow, rows->len);
    if (rows->len)
        memcpy(kept, rows->data, sizeof *kept * rows->len);
    table->rows = kept;
    table->row_count = (int)rows->len;
    for (int i = 0; i < table->row_count; i++)
        for (int j = 0; j < kept[i].cell_count; j++)
            g_strstrip((char *)kept[i].cells[j]);
    return table;
}

const char *
csv_cell(const CsvTable *table, int row, int column)
{
    if (row < 1 || row > table->row_count || column < 1)
        return "";
    const CsvRow *cells = &table->rows[row - 1];
    return column > cells->cell_count ? "" : cells->cells[column - 1];
}

gboolean
csv_is_remark(const CsvTable *table, int row)
{
    if (*csv_cell(table, row, 1) == '#')
        return TRUE;
    int count =
        row >= 1 && row <= table->row_count ? table->rows[row - 1].cell_count : 0;
    for (int column = 1; column <= count; column++)
        if (*csv_cell(table, row, column))
            return FALSE;
    return TRUE;
}

gboolean
csv_number(const char *text, double *number)
{
    g_autofree char *plain = g_strdup(text);
    int digits = 0, points = 0;
    for (char *p = plain; *p; p++) {
        if (*p == ',')
            *p = '.';
        digits += g_ascii_isdigit(*p) != 0;
        points += *p == '.';
        if (!g_ascii_isdigit(*p) && *p != '.')
            return FALSE;
    }
    if (digits == 0 || digits > 15 || points > 1)
        return FALSE;
    *number = g_ascii_strtod(plain, NULL);
    return TRUE;
}

static void
append_cell(GString *string, char separator, const char *cell)
{
    gboolean quoted = strpbrk(cell, "\"\r\n") || strchr(cell, separator);
    if (quoted)
        g_string_append_c(string, '"');
    if (is_formula(cell))
        g_string_append_c(string, '\'');
    for (; *cell; cell++) {
        if (*cell == '"')
            g_string_append_c(string, '"');
        g_string_append_c(string, *cell);
    }
    if (quoted)
        g_string_append_c(string, '"');
}

void
csv_append_row(GString *string, char separator, const char *const *cells)
{
    for (const char *const *cell = cells; *cell; cell++) {
        if (cell != cells)
            g_string_append_c(string, separator);
        append_cell(string, separator, *cell);
    }
    g_string_append(string, "\r\n");
}
