#ifndef PDF_COPY_H
#define PDF_COPY_H

/* Copying: out of a PDF that cairo wrote into the new file; what is referred to comes along,
 * each object once. On the way it is mended where PDF/A does not take it: images are not
 * interpolated, which cairo asks of the reader (PDF/A-2, 6.2.8.1), and the glyphs of embedded
 * TrueType outlines are found by number (6.2.11.3.2). */

#include "pdf/document.h"
#include <qpdf/qpdf-c.h>

typedef struct Copy Copy;

/* Handles of source (qpdf_oh) live until copy_rest(). */
Copy *
copy_new(const Pdf *pdf, qpdf_data source);
void
copy_free(Copy *copy);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Copy, copy_free)

/* Appends the entries of a dictionary but for those that except names, with solidus. */
void
copy_entries(Copy *copy, GString *out, qpdf_oh dictionary, const char *const *except);

/* Writes the stream as object number, with entries before its own but for those that except
 * names; FALSE with error where it cannot be read. */
gboolean
copy_stream(Copy *copy, int number, qpdf_oh stream, const char *entries,
            GError **error);

/* Writes all that was referred to, and what that refers to; FALSE with error where it
 * cannot be read. */
gboolean
copy_rest(Copy *copy, GError **error);

#endif
