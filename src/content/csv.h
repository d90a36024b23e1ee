#ifndef CONTENT_CSV_H
#define CONTENT_CSV_H

/* Tables from and for spreadsheets: RFC 4180 with what spreadsheets make of it. Semicolon,
 * comma or tab; UTF-8 with or without byte order mark; any line end; quoted cells that hold
 * separators, quotes and line ends. Rows and columns are counted from 1, as a spreadsheet
 * shows them, and every fault is told by row and column. */

#include "base/arena.h"
#include "base/diag.h"

typedef struct CsvRow {
    const char *const *cells;
    int cell_count;
} CsvRow;

typedef struct CsvTable {
    const char *file; /* as named in messages */
    char separator;   /* ';', ',' or '\t' */
    const CsvRow *rows;
    int row_count;
} CsvTable;

/* Reads length bytes into arena. The separator is the first of ; tab , that the first row
 * has outside quotes; a first line "sep=;" sets it and is no row. An apostrophe before a
 * cell that begins with = + - or @ guards it against being taken for a formula and is left
 * out. Returns NULL after reporting what makes the whole unusable (empty, above 16 MiB,
 * not UTF-8); faults in single cells are reported and read as well as can be. */
const CsvTable *
csv_read(Arena *arena, const char *bytes, gsize length, const char *file, Diag *diag);

/* The cell without surrounding white space; "" where the table has none. Borrowed. */
const char *
csv_cell(const CsvTable *table, int row, int column);

/* TRUE where every cell of the row is empty, or its first begins with "#": a remark. */
gboolean
csv_is_remark(const CsvTable *table, int row);

/* The row and column as a place: "FILE:ROW:COLUMN". */
Place
csv_place(const CsvTable *table, int row, int column);

/* Reports a fault of a cell; the text begins with its name: "cel C4: …". */
void
csv_report(const CsvTable *table, int row, int column, Diag *diag, DiagCode code,
           const char *format, ...) G_GNUC_PRINTF(6, 7);

/* The letters of a column: 1 is "A", 27 is "AA". In arena. */
char *
csv_column_name(Arena *arena, int column);

/* Reads a number with a decimal comma or point: FALSE where text is none. Nothing may
 * follow it; signs and exponents are no part of it. */
gboolean
csv_number(const char *text, double *number);

/* Appends a row, CRLF included; cells ends in NULL. Cells that need it are quoted or
 * guarded, so that csv_read() gives the same strings (but for line ends, which become LF,
 * and surrounding white space). */
void
csv_append_row(GString *string, char separator, const char *const *cells);

#endif
