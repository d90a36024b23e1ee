#ifndef LAYOUT_PAGES_H
#define LAYOUT_PAGES_H

/* From a flow to the plan of its pages: which entries stand in which column of which page,
 * and which footnotes at its foot. Not for other rooms.
 *
 * The flow is one vertical list. Forced breaks cut it into bands; a band is set in columns
 * or spans them all, and its breaks are found together (base/knuth). Where a page turns out
 * to be of another width than the list was built for, the rest is built anew from that entry
 * on (VChange) and the breaking goes on from there. */

#include "layout/master.h"
#include "layout/notes.h"

/* One stretch of the flow: in one column, or across all of them. */
typedef struct Piece {
    int page;     /* index */
    int from, to; /* entries */
    int column;
    gboolean spans;
    Length top;    /* from that of the body */
    Length height; /* of its content */
    double ratio;  /* of what its spaces may shrink (below 0) or stretch */
} Piece;

typedef struct PagePlan {
    gboolean blank;
    int first_piece, piece_count;
    int note_from, note_to; /* steps of the notes */
} PagePlan;

/* Where the next piece goes. */
typedef struct PageCursor {
    int page, column;
    Length top;
    int inserted; /* steps of the notes that have been planned */
} PageCursor;

typedef struct Pages {
    Layout *layout;
    Masters *masters;
    const FoNode *sequence, *flow;
    int first_number;
    int next_parity; /* of the sequence behind this one; see sequence_set() */
    VList *list;
    VItems items;
    Notes *notes;   /* NULL: none */
    GArray *plans;  /* PagePlan */
    GArray *pieces; /* Piece, by page */
    PageCursor cursor;
    GArray *changes;      /* VChange */
    gboolean ends_blank;  /* a blank page will be the last one */
    gboolean has_no_last; /* the masters of last pages are left aside */
    int empty_last;       /* but for this page, which has no content; -1: none */
    gboolean is_extra;    /* the flow is not the first of its sequence */
    int least;            /* pages that there are at least, for the other flows */
} Pages;

/* Builds the list and plans the pages. pages: the first six members are set. Free with
 * pages_clear(); the rest lives in layout->scratch. */
void
pages_plan(Pages *pages);
void
pages_clear(Pages *pages);

/* force-page-count (XSL 1.1, 7.27.6): whether a blank page comes behind the count pages of
 * sequence; next_parity: see sequence_set(). */
gboolean
pages_need_blank(const FoNode *sequence, int first_number, int count, int next_parity);

/* Plans pages for what has been built. */
void
pages_break(Pages *pages);

/* Builds list, items and notes alone. */
void
pages_build(Pages *pages);

/* Where a page of the plan stands, or one to come. */
PagePosition
pages_position(const Pages *pages, int index, gboolean blank, gboolean is_last);
/* The master of a page of the plan, or of one to come. */
const PageMaster *
pages_master(const Pages *pages, int index, gboolean blank, gboolean is_last);

/* Whether a flow of the sequence has a region-body of its own on one of its pages. */
gboolean
pages_have_region(const Pages *pages, const FoNode *flow);

/* The first page from this one on whose master has a region for the flow. */
int
pages_next_with_flow(const Pages *pages, int page);

/* band.c: breaks the items from … to, a forced penalty, into pieces from the cursor on. */
void
pages_break_band(Pages *pages, int from, int to);

/* The static content for that region, or separator; NULL where there is none. */
const FoNode *
pages_static_content(const Pages *pages, const char *region);
Length
pages_separator_height(const Pages *pages, const char *name);

/* Height that the notes planned for a page take already, their separator included. */
Length
pages_notes_height(const Pages *pages, int page);

/* The plan of a page, made where there is none yet. Valid until the next is made. */
PagePlan *
pages_plan_of(Pages *pages, int page);

#endif
