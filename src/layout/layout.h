#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

/* layout: from the FO tree to finished pages. No library but GLib; fonts and glyphs come
 * through text/, formatting objects through fo/, results go to area/. */

#include "area/area.h"
#include "fo/fo.h"
#include "text/text.h"

/* Sets the whole document into arena. Never fails: what cannot be done as asked gets a
 * named fallback and a located message. Page numbers that are cited are laid out again
 * until they hold, five times at most. */
AreaDocument *
layout_document(const FoTree *tree, Text *text, Arena *arena, Diag *diag);

/* What layout decided, as text: the broken lines, or the vertical lists before breaking. */
char *
layout_dump_lines(const AreaDocument *document);
char *
layout_dump_vlist(const FoTree *tree, Text *text, Diag *diag);

#endif
