#ifndef LAYOUT_TABLE_H
#define LAYOUT_TABLE_H

/* Tables (XSL 1.1, 6.7): columns, rows tied together by spans into groups, heads and feet
 * that come back on each page, borders collapsed or separate. Not for other rooms. */

#include "layout/group.h"

typedef struct TableCell {
    const FoNode *node;
    int row, rows, column, columns;
} TableCell;

typedef struct TableRow {
    const FoNode *node; /* fo:table-row, or NULL where cells say starts-row */
    const FoNode *part; /* fo:table-header, -body or -footer */
    const FoNode *first_cell;
} TableRow;

typedef struct Table {
    const FoNode *node;
    const FoNode **columns; /* a column each: its fo:table-column, or NULL */
    Length *edges;          /* column_count + 1: x of the column's edges */
    int column_count;
    TableRow *rows; /* head, bodies, foot */
    int row_count;
    TableCell *cells;
    int cell_count;
    int *grid; /* row × column → index of the cell there, -1: none */
    gboolean is_collapsed;
    AreaBorder *across; /* collapsed: (row_count + 1) × column_count, from the top */
    AreaBorder *down;   /* row_count × (column_count + 1), from the left */
    Length row_gap, column_gap; /* separate borders: border-separation */
    VList *header, *footer;     /* to be repeated; NULL: none */
    Length header_height, footer_height;
    VList *header_notes, *footer_notes; /* what they cite; NULL: none */
    Length header_notes_height, footer_notes_height;
    Length x, width;
} Table;

/* grid.c: the rows of table->node, head first, then bodies, then foot, whatever their order
 * in the FO; and which cell takes each place of the grid (XSL 1.1, 6.7.10). Fills rows,
 * cells, columns and grid from the scratch arena; reports spans beyond the rows there are. */
void
table_find_rows(Layout *layout, Table *table);

/* columns.c: the columns' edges by the table's layout (XSL 1.1, 7.28). */
void
table_find_columns(Layout *layout, const Frame *frame, Table *table);

/* collapse.c: which border each edge gets where borders collapse (CSS2, 17.6.2.1). */
void
table_collapse_borders(Layout *layout, Table *table);
/* Half of the widest border that table edge has: what it takes from a cell. */
Length
table_half_border(const Table *table, const TableCell *cell, int side);

/* Draws the collapsed borders of a part of a group whose rows stand at tops. */
void
table_place_rules(Layout *layout, const Group *group, const Length *tops, Area *parent,
                  Length dx, Length y);

#endif
