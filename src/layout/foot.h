#ifndef LAYOUT_FOOT_H
#define LAYOUT_FOOT_H

/* The foot of a page: its footnotes and what separates them from the text (XSL 1.1, 4.2.5:
 * footnote-reference-area). Not for other rooms. */

#include "layout/pages.h"

typedef struct Foot {
    Layout *layout;
    const Pages *pages;
    const PagePlan *plan;
    GPtrArray *leading,
        *trailing; /* VList: what repeated heads and feet of tables cite */
    Length height; /* with the separator; 0: there are no notes */
    Length notes_height;
} Foot;

/* Before the body of a page is placed: begins to gather what it has set at its foot. */
Foot
foot_begin(Layout *layout, const Pages *pages, const PagePlan *plan);
/* Places the floats at the top of the page. Returns the height they take, with what parts
 * them from the text. */
Length
foot_place_floats(const Foot *foot, Area *region, const PageMaster *master);
/* When the body has been placed: sizes the foot. */
void
foot_measure(Foot *foot);
/* Places it at the end of region, y down from that of the body. */
void
foot_place(Foot *foot, Area *region, const PageMaster *master, Length y);

#endif
