#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

/* Content: rewrites a page's content stream as cairo wrote it (ISO 32000-1, 7.8.2). */

#include <glib.h>

/* Content marks get their number on the page, in order; marks of what is no content, and
 * whatever is painted outside all marks, become artifacts. Returns the new stream and the
 * number of content marks in it. Caller frees. */
GString *
content_rewrite(const char *bytes, gsize length, int *mark_count);

#endif
