#ifndef LAYOUT_NOTES_H
#define LAYOUT_NOTES_H

/* Footnotes and before-floats (XSL 1.1, 6.12): the bodies of all that a flow cites are one
 * vertical list, which goes along the feet and tops of its pages. Not for other rooms. */

#include "layout/context.h"

typedef struct Notes {
    VList *list;
    KnuthInsertions
        insertions;   /* steps of the list, and what each item of the flow cites */
    gboolean *floats; /* a step each: it belongs to an fo:float */
    gboolean has_floats;
    const FoNode **kept; /* a step each: whose keep a cut behind it breaks, or NULL */
    int *entries;        /* a step each: entry at which the rest begins behind it */
    int count;           /* of steps */
} Notes;

/* The notes that the flow's list cites, set in frame; NULL where there are none. */
Notes *
notes_new(Layout *layout, const Frame *frame, const VList *flow, const VItems *items,
          Length separator);

/* Height of the steps from … to (not included). */
Length
notes_height(const Notes *notes, int from, int to);
/* Steps from … to that are all of notes, or all of floats. */
typedef struct NotesRun {
    int from, to;
    gboolean is_float;
} NotesRun;
/* The first such run of the steps from … to. */
NotesRun
notes_run(const Notes *notes, int from, int to);

/* Height of the floats among those steps, or of the notes. */
Length
notes_part_height(const Notes *notes, int from, int to, gboolean floats);
/* Places them in area from y on. Returns the height taken. */
Length
notes_place(Layout *layout, const Notes *notes, int from, int to, gboolean floats,
            Area *area, Length y);

/* The number of steps from `from` that have room; see KnuthInsertions. must: at least. */
int
notes_fitting(const Notes *notes, int from, int must, int cited, Length room);

/* Appends to nodes the footnote bodies that entries from … to of list cite, in order. */
void
notes_collect(const VList *list, int from, int to, GPtrArray *nodes);

/* A list of the notes that another list cites, for heads of tables that are repeated; NULL
 * where there are none. *height: of it. */
VList *
notes_list(Layout *layout, const Frame *frame, const VList *citing, Length *height);

/* Has notes set on the page that is being filled, before or behind its own. NULL: none. */
void
notes_repeat(Layout *layout, VList *list, gboolean leads);

#endif
