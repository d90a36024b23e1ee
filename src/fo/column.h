#ifndef FO_COLUMN_H
#define FO_COLUMN_H

/* column: which column of its table a cell begins in (XSL 1.1, 7.28.8). For this room only.
 * Columns are counted from 1. */

#include "base/arena.h"

typedef struct FoTable FoTable;

FoTable *
fo_table_new(Arena *arena);

/* Places an fo:table-column; given: its column-number, or 0. Returns its number. */
int
fo_table_add_column(FoTable *table, gpointer column, int given, int repeated);

/* An fo:table-header, -footer or -body, an fo:table-row begins. */
void
fo_table_begin_part(FoTable *table);
void
fo_table_begin_row(FoTable *table);

typedef struct FoCellPlace {
    int given;         /* column-number, or 0 */
    int columns, rows; /* spanned */
    gboolean starts_row, ends_row;
} FoCellPlace;

/* Places an fo:table-cell. Returns the number of its first column. */
int
fo_table_add_cell(FoTable *table, const FoCellPlace *place);

/* The fo:table-column that was placed there, or NULL. */
gpointer
fo_table_column_at(const FoTable *table, int number);

#endif
