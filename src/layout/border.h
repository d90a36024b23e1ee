#ifndef LAYOUT_BORDER_H
#define LAYOUT_BORDER_H

/* Borders, padding and background of areas (XSL 1.1, 7.8). Not for other rooms. */

#include "layout/context.h"

typedef enum BorderSide { SIDE_BEFORE, SIDE_END, SIDE_AFTER, SIDE_START } BorderSide;

/* Border plus padding on each side. */
typedef struct BorderSizes {
    Length side[4]; /* by BorderSide */
} BorderSizes;

AreaColour
border_colour(FoColour colour);
/* The border of one side as specified; width 0 where there is none. */
AreaBorder
border_of(const FoNode *node, BorderSide side);
Length
border_padding(const FoNode *node, BorderSide side, Length ipd);
/* ipd: of the containing area, for percentages. */
BorderSizes
border_sizes(const FoNode *node, Length ipd);
/* Whether node's areas take their room and are not drawn (XSL 1.1, 7.30.17); what collapses
 * does so in tables alone. */
gboolean
border_is_hidden(const FoNode *node);
/* Border, padding and background as the area tree has them, in arena; NULL where there are
 * none. */
AreaBox *
border_box(Layout *layout, Arena *arena, const FoNode *node, Length ipd);
/* A copy of node's box for what a page break cuts before or after: without the border and
 * padding there, but for what is to be retained (conditionality, 7.8). NULL for NULL. */
const AreaBox *
border_cut(Layout *layout, const FoNode *node, const AreaBox *box, gboolean before,
           gboolean after);
/* The same of an inline's box for what the ends of lines cut at its start or end. */
const AreaBox *
border_cut_inline(Layout *layout, const FoNode *node, const AreaBox *box,
                  gboolean start, gboolean end);
/* Border and padding of SIDE_BEFORE or SIDE_AFTER that stay at a page break. */
Length
border_kept(const FoNode *node, BorderSide side, Length ipd);
/* The padding alone of that; and whether the border there is to stay. */
Length
border_kept_padding(const FoNode *node, BorderSide side, Length ipd);
gboolean
border_is_retained(const FoNode *node, BorderSide side);
/* FALSE where the writing mode runs from right to left. */
gboolean
border_runs_right(const FoNode *node);
/* The degrees, counter-clockwise, by which reference-orientation turns what is in node (XSL
 * 1.1, 7.21.3). */
int
border_turn(const FoNode *node);
/* The degrees by which the writing mode of node turns it against what it stands in: lines of
 * tb-rl run down the page, which is how Latin text is set in it. 0 but where node begins a
 * reference area. */
int
border_lean(const FoNode *node);
/* Border and padding of node's rectangle by AreaSide, as its content sees them that is
 * turned in it. */
typedef struct BorderInsets {
    Length side[4];
} BorderInsets;
BorderInsets
border_insets(const FoNode *node, Length ipd);
/* box as it looks when all around it is turned by so many degrees. NULL for NULL. */
const AreaBox *
border_turned(Arena *arena, const AreaBox *box, int turn);
/* How far relative-position moves node's areas to the right and down, without moving anything
 * else (XSL 1.1, 7.13.5). ipd: for percentages. */
void
border_offset(const FoNode *node, Length ipd, Length *x, Length *y);
AreaRuleStyle
border_rule_style(FoEnum style);

#endif
