#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

/* Content: rewrites a page's content stream as cairo wrote it (ISO 32000-1, 7.8.2). */

#include <glib.h>

/* Marks get their number on the page, in order; what is painted outside them becomes an
 * artifact (14.8.2.2); the ground that render/ painted first is left out. Returns
 * the new stream and the number of marks in it. Caller frees. */
GString *
content_rewrite(const char *bytes, gsize length, int *mark_count);

#endif
