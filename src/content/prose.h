#ifndef CONTENT_PROSE_H
#define CONTENT_PROSE_H

/* Prose that people type into a form, a spreadsheet or an XML file: lines and paragraphs.
 * A blank line begins a paragraph, a line end a line; but in XML a line that is indented
 * goes on with the one above, so that an author may wrap his text. */

#include "base/arena.h"

/* Text from XML: lines unwrapped, white space around it left out. In arena. */
const char *
prose_read(Arena *arena, const char *text);

/* Text as a person typed it, in the form that prose_read() leaves as it is: line ends as
 * LF, no white space at either end of a line, no more than one blank line. In arena. */
const char *
prose_clean(Arena *arena, const char *text);

#endif
