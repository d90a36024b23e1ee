#ifndef LAYOUT_GROUP_H
#define LAYOUT_GROUP_H

/* Cells that stand side by side and break together: the label and body of a list item, or
 * the cells of table rows that row spans tie to one another. Each cell is a vertical list of
 * its own; the group offers the heights at which all of them can be cut, its steps. Not for
 * other rooms. */

#include "layout/context.h"

typedef struct CellBreak {
    int entry;   /* where the rest of the cell's list begins */
    Length done; /* size of what is before */
    Length rest; /* size of what is behind, leading space dropped */
    VNoted noted;
    int penalty;
    VBreak forced;
    const FoNode *keeper; /* whose keep forbids it, where only a keep does */
} CellBreak;

/* Border, padding and half the separation at a cell's edge, as a page break leaves them. */
typedef struct CellEdge {
    Length whole; /* within a page */
    Length page;  /* where the page begins or ends with the cell's row */
    Length cut;   /* where the break goes through the cell */
} CellEdge;

typedef struct GroupCell {
    const FoNode *node;
    VList *list;
    CellBreak *breaks; /* by growing done; the last one is the end of the list */
    int break_count;
    Length x, width;       /* border rectangle, in the reference area of the group */
    gboolean is_reference; /* a table cell: its content counts from its own edge */
    Length inset;          /* of that content: border and padding at the left edge */
    CellEdge before, after;
    Length gap; /* from the row's edges to the border rectangle; part of the edges */
    const AreaBox *box;
    FoEnum align; /* display-align */
    Length asked; /* height of its content that it asks for, where it spans rows */
    gboolean on_baseline; /* relative-align: its first line is level with others */
    int row, rows;        /* first one, and how many */
    int column, columns;
    VBreak break_before, break_after; /* what its content asks for at its ends */
    int keep_previous, keep_next;
} GroupCell;

typedef struct GroupRow {
    const FoNode *node;            /* fo:table-row, or NULL */
    const FoNode *part;            /* fo:table-body, …; NULL in a list */
    const AreaBox *box, *part_box; /* their backgrounds, or NULL */
    Length minimum;                /* asked for by the row or its cells */
    Length maximum;                /* of its content; LENGTH_MAX: as it comes */
    Length edges;                  /* at most, of its cells: borders and padding */
    Length top;                    /* from the start of the group */
    int keep_together, keep_next, keep_previous;
    VBreak break_before, break_after;
    int index;     /* in its table */
    int first_end; /* the cells that end with it begin there in Group.ends */
} GroupRow;

/* How far a cell's list has come at a step. */
typedef struct CellCut {
    int cell, cut; /* index of its break */
} CellCut;

typedef struct GroupStep {
    Length at;      /* height up to this cut */
    Length growth;  /* by how much what is before grows when it is cut here */
    Length deficit; /* the same of the rest */
    VNoted noted;
    int penalty;
    VBreak forced;
    const FoNode *keeper;
    const CellCut *cuts; /* of the cells that begin above the cut and end below it */
    int cut_count;
} GroupStep;

typedef struct Group {
    GroupCell *cells; /* by growing row */
    int cell_count;
    GroupRow *rows; /* row_count + 1 of them; the last one only has a top */
    int row_count;
    int *ends; /* indices of the cells by growing last row */
    GroupStep *steps;
    int step_count;
    struct Table *table; /* NULL: a list item */
    Length x, width;     /* of the rows */
} Group;

/* Sizes rows and finds the steps, once the cells have their lists. room: height that a page
 * has for it, 0: not known; where the steps lie farther apart, keeps within cells yield. */
void
group_finish(Layout *layout, Group *group, Length room);

/* Moves the content of cells that begin in one row down to the lowest of their first
 * baselines (XSL 1.1, 7.14.6), once their lists are resolved. */
void
group_align_baselines(Group *group);

/* By how much its last row grows where a page ends behind it, and its first row where one
 * begins with it. */
Length
group_end_growth(const Group *group);
Length
group_start_growth(const Group *group);

/* Appends the group's steps to list. */
void
group_append(Group *group, const FoNode *node, VList *list);

/* The part of a group that is to be placed. */
typedef struct GroupPart {
    int from,
        to; /* it lies behind step `from` (-1: the start) and goes up to step `to` */
    gboolean leads, trails; /* a page break stands before it, behind it */
    int above,
        below; /* rows of the table that are repeated beside that break; -1: none */
} GroupPart;

/* Places part under parent, dx and y being where the group's reference area begins in it.
 * Returns the height taken. */
Length
group_place(Layout *layout, const Group *group, const GroupPart *part, Area *parent,
            Length dx, Length y);

/* Appends the footnote bodies that are cited between the step before `step` and it. */
void
group_collect_notes(const Group *group, int step, GPtrArray *nodes);

/* What a cell has before or after a break in a row of the group or, where that is not cut,
 * beside it. */
Length
group_cut_edge(const Group *group, const GroupCell *cell, gboolean before, int row,
               gboolean row_is_cut);

/* Of a part: the rows that it has something of, and the break with which cell begins and
 * ends in it: an entry of its list. */
void
group_rows(const Group *group, int from, int to, int *first, int *last);
void
group_cut(const Group *group, int from, int to, int cell, int *first, int *last);

/* The first cell whose row begins at that height or below it. */
int
group_first_cell(const Group *group, Length at);

void
group_dump(const Group *group, int depth, GString *out);

#endif
