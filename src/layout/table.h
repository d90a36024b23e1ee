#ifndef LAYOUT_TABLE_H
#define LAYOUT_TABLE_H

/* Tables (XSL 1.1, 6.7): columns, rows tied together by spans into groups, heads and feet
 * that come back on each page, borders collapsed or separate. Not for other rooms. */

#include "layout/group.h"

typedef struct TableCell {
    const FoNode *node;
    int row, rows, column, columns;
} TableCell;

/* What stands in a row from a column on: a cell that begins in it or comes from above. */
typedef struct TableSlot {
    int column, cell;
} TableSlot;

typedef struct TableRow {
    const FoNode *node; /* fo:table-row, or NULL where cells say starts-row */
    const FoNode *part; /* fo:table-header, -body or -footer */
    const FoNode *first_cell;
    int part_end;   /* row behind the last one of its part */
    int first_slot; /* in Table.slots, by growing column */
    gboolean
        is_collapsed; /* visibility: it takes no room and shows none of its cells */
} TableRow;

/* Areas of columns and parts that wait whether the row below goes on with them. */
typedef struct TableGround {
    Area *area;
    const AreaBox *box;
} TableGround;

typedef struct Table {
    const FoNode *node;
    const FoNode **columns; /* a column each: its fo:table-column, or NULL */
    Length *edges; /* column_count + 1: of the columns, from their start side */
    int column_count;
    TableRow *rows; /* head, bodies, foot; one more that only has a slot */
    int row_count;
    int head_end, foot_start; /* rows */
    TableCell *cells;         /* by growing row */
    int cell_count;
    TableSlot *slots;
    gboolean runs_right;
    gboolean is_collapsed; /* and has borders at all */
    gboolean has_precedence;
    Length row_gap, column_gap; /* separate borders: border-separation */
    VList *header, *footer;     /* to be repeated; NULL: none */
    Length header_height, footer_height;
    VList *header_notes, *footer_notes; /* what they cite; NULL: none */
    Length header_notes_height, footer_notes_height;
    gboolean head_varies, foot_varies; /* they show what their page has */
    struct PageMarkers *markers;       /* of the part that is being placed */
    Frame frame;                       /* in which it was built */
    Length x, width;
    const AreaBox *part_box;      /* of the part whose rows are being built */
    int keep_next;                /* of the last row of the bodies */
    const AreaBox **column_boxes; /* backgrounds; a column each, NULL: none */
    GHashTable *cell_boxes; /* FoStyle → AreaBox, NULL: none: alike cells share one */
    const AreaCell **latest; /* borders of the latest cell in each column */
    TableGround *grounds; /* what may be made longer: a column each, then its parts */
} Table;

/* grid.c: rows and columns, and which cell stands where (7.28). */
void
table_find_rows(Layout *layout, Table *table);
/* The cell there: an index, or -1. */
int
table_cell_at(const Table *table, int row, int column);

/* Whether a column, or all that a cell spans, is collapsed (XSL 1.1, 7.30.17; CSS2, 17.5.5). */
gboolean
table_column_is_collapsed(const Table *table, int column);
gboolean
table_cell_is_collapsed(const Table *table, const TableCell *cell);

/* table.c: the groups of rows from … to (not included). The caller lets go of the array. */
GPtrArray *
table_build_groups(Layout *layout, const Frame *frame, Table *table, int from, int to);
void
table_append_groups(const GPtrArray *groups, VList *list);
/* Whom the row's messages and entries name. */
const FoNode *
table_row_node(const GroupRow *row);

/* head.c: the groups of a head or a foot, and a list of them where they are to be repeated. */
GPtrArray *
table_build_head(Layout *layout, const Frame *frame, Table *table, gboolean is_head);
/* A head and foot that leave no room for rows on a page stand there once. */
void
table_drop_high_heads(Layout *layout, const Frame *frame, Table *table);
/* The entries from … to of list are what a page or column has of table: what heads and feet
 * retrieve comes from there (6.13.7). */
void
table_begin_part(Layout *layout, Table *table, const VList *list, int from, int to,
                 gboolean starts, gboolean ends);
/* A repeated head or foot, and a group of one that stands for the first time, for the page
 * that is being filled. */
VList *
table_head_of_page(Layout *layout, Table *table, gboolean is_head);
const Group *
table_group_of_page(Layout *layout, const Group *group);

/* columns.c: the columns' edges by the table's layout (XSL 1.1, 7.28). */
void
table_find_columns(Layout *layout, const Frame *frame, Table *table);
/* What the content of all columns asks for: see block_extent(). */
void
table_find_extent(Layout *layout, const Frame *frame, const Table *table,
                  Length *minimum, Length *maximum);
/* Left edge and width of columns. */
Length
table_left(const Table *table, int column, int columns);
Length
table_span_width(const Table *table, int column, int columns);

/* A line between rows. Where a page break stands on it, above or below is a repeated row,
 * or -1; what is cut goes on on the other side of the break. */
typedef struct TableEdge {
    int above, below; /* rows of the table; -1: none */
    gboolean above_is_cut, below_is_cut, is_break;
    gboolean below_first; /* of two that are alike, the border of the row below wins */
} TableEdge;

/* collapse.c: which border each edge gets where borders collapse (CSS2, 17.6.2.1). */
gboolean
table_has_borders(const Table *table);
AreaBorder
table_border_across(const Table *table, TableEdge edge, int column);
/* Of the edge before a column, or behind the last, in a row. behind_first: of two that are
 * alike, that of the column wins. */
AreaBorder
table_border_down(const Table *table, int row, int column, gboolean behind_first);

/* Half of the widest border at a cell's edge: what that takes from it. side: BorderSide. */
Length
table_half_border(const Table *table, const TableCell *cell, int side, TableEdge edge);

/* Border and padding, before or after, of a cell that a page break cuts in a row or, not
 * cutting that, beside it. */
Length
table_cut_edge(const Table *table, const GroupCell *cell, gboolean before, int row,
               gboolean row_is_cut);

/* rule.c: a part of a group whose rows first … last stand at tops. */
typedef struct TablePart {
    const Group *group;
    const GroupPart *part;
    int first_row, last_row;
    const Length *tops;
    Length from; /* height of the step before, in the group */
} TablePart;

/* GroupPart.below of a repeated head: what follows draws the line between. */
enum { TABLE_DRAWN = -2 };

/* Draws the collapsed borders. */
void
table_place_rules(Layout *layout, const TablePart *part, Area *parent, Length dx,
                  Length y);
/* The borders that a cell shares with its neighbours, its own where two are alike; NULL:
 * none. */
const AreaCell *
table_shared_borders(Layout *layout, const TablePart *part, const GroupCell *cell);

/* ground.c: the backgrounds of columns, parts and rows, behind the cells (6.7.4 - 6.7.9). */
const AreaBox *
table_ground_box(Layout *layout, const FoNode *node, Length ipd);
void
table_place_grounds(Layout *layout, const TablePart *part, Area *parent, Length dx,
                    Length y);

#endif
