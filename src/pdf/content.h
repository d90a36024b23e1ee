#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

/* Content: rewrites a page's content stream as cairo wrote it (ISO 32000-1, 7.8.2). */

#include <glib.h>

/* Marks get their number on the page, in order; running heads and feet become artifacts of
 * pagination, and what is painted outside all marks a plain one (14.8.2.2); the ground that
 * render/ painted first is left out. Returns the new stream and the number of marks in it.
 * Caller frees. */
GString *
content_rewrite(const char *bytes, gsize length, int *mark_count);

#endif
