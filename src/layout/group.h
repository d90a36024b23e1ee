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
} CellBreak;

typedef struct GroupCell {
    const FoNode *node; /* NULL: an empty place in a table */
    VList *list;
    CellBreak *breaks; /* by growing done; the last one is the end of the list */
    int break_count;
    Length x, width;       /* border rectangle, in the reference area of the group */
    gboolean is_reference; /* a table cell: its content counts from its own edge */
    Length inset;          /* of that content: border and padding at the left edge */
    Length before, after;  /* border and padding */
    const AreaBox *box;
    FoEnum align;  /* display-align */
    int row, rows; /* first one, and how many */
    int column, columns;
} GroupCell;

typedef struct GroupRow {
    const FoNode *node; /* fo:table-row, or NULL */
    const AreaBox *box; /* its background */
    Length minimum;     /* asked for by the row */
    Length top;         /* from the start of the group */
    int keep_together, keep_next;
    int index; /* in its table */
} GroupRow;

typedef struct GroupStep {
    Length at;      /* height up to this cut */
    Length deficit; /* by how much the rest grows when it is cut here */
    VNoted noted;
    int penalty;
    int *cuts; /* a cell each: index of its break, -1: it has not begun */
} GroupStep;

typedef struct Group {
    GroupCell *cells;
    int cell_count;
    GroupRow *rows; /* row_count + 1 of them; the last one only has a top */
    int row_count;
    GroupStep *steps;
    int step_count;
    const struct Table *table; /* NULL: a list item */
    Length x, width;           /* of the rows */
} Group;

/* Sizes rows and finds the steps, once the cells have their lists. */
void
group_finish(Layout *layout, Group *group);

/* Appends the group's steps to list. */
void
group_append(Group *group, const FoNode *node, VList *list);

/* Places what lies behind step `from` (-1: from the start) up to step `to` under parent, dx
 * and y being where the group's reference area begins in it. Returns the height taken. */
Length
group_place(Layout *layout, const Group *group, int from, int to, Area *parent,
            Length dx, Length y);

/* Appends the footnote bodies that are cited between the step before `step` and it. */
void
group_collect_notes(const Group *group, int step, GPtrArray *nodes);

void
group_dump(const Group *group, int depth, GString *out);

#endif
