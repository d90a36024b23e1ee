#ifndef LAYOUT_SEQUENCE_H
#define LAYOUT_SEQUENCE_H

/* A page sequence: its flow cut into pages, and the pages filled (XSL 1.1, 6.4.5). Not for
 * other rooms. */

#include "layout/master.h"

/* Sets sequence; number: of its first page, next_parity: 0, or 1 where the sequence behind
 * it must begin on an odd page, 2 on an even one. Returns the number behind its last page. */
int
sequence_set(Layout *layout, Masters *masters, const FoNode *sequence, int number,
             int next_parity);

/* The number of the first page, after a page with number previous (0: none), and whether
 * that number is the author's wish (7.27.7). */
int
sequence_first_number(const FoNode *sequence, int previous);
/* 1: must begin on an odd page, 2: on an even one, 0: neither. */
int
sequence_parity(const FoNode *sequence);

/* The flow's vertical list as it is broken. */
VList *
sequence_list(Layout *layout, Masters *masters, const FoNode *sequence, int number);

#endif
