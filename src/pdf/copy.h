#ifndef PDF_COPY_H
#define PDF_COPY_H

/* Copying: what cairo wrote, into the new file; what is referred to comes along, each object
 * once. On the way it is mended where PDF/A does not take it: images are not interpolated,
 * which cairo asks of the reader (PDF/A-2, 6.2.8.1), and the glyphs of embedded TrueType
 * outlines are found by number (6.2.11.3.2). */

#include "pdf/document.h"

typedef struct Copy Copy;

Copy *
copy_new(const Pdf *pdf);
void
copy_free(Copy *copy);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Copy, copy_free)

/* The object is number in the new file, and not for copy_rest() to write. */
void
copy_becomes(Copy *copy, qpdf_oh object, int number);

/* Appends the entries of a dictionary but for those that except names, with solidus. */
void
copy_entries(Copy *copy, GString *out, qpdf_oh dictionary, const char *const *except);

/* Writes all that was referred to, and what that refers to; FALSE with error where it
 * cannot be read. */
gboolean
copy_rest(Copy *copy, GError **error);

#endif
