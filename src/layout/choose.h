#ifndef LAYOUT_CHOOSE_H
#define LAYOUT_CHOOSE_H

/* fox:auto-toggle of Apache FOP: of an fo:multi-switch the first case is set for which there
 * is room on the page, or none where each is higher than a page. Not for other rooms. */

#include "layout/pages.h"

/* Chooses among the cases of the switches in the flow, which has been planned, and plans it
 * again. */
void
choose_cases(Pages *pages);

#endif
