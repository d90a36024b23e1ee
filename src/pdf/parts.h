#ifndef PDF_PARTS_H
#define PDF_PARTS_H

/* The parts of a finished PDF, one function a file, in the order of pdf_finish(). */

#include "pdf/document.h"

/* Sees which links lead somewhere and gives them their objects. */
void
links_allocate(Pdf *pdf);

/* Gives the fields their objects. */
void
form_allocate(Pdf *pdf);

/* The pages (7.7.3): their annotations are the links and fields. */
void
pages_write(Pdf *pdf);

/* What cairo drew, as forms (8.10). */
gboolean
pictures_write(Pdf *pdf, GError **error);

/* The fonts of the pages, each with the glyphs that are used (9.7). */
gboolean
fonts_write(Pdf *pdf, GError **error);

/* The structure tree (ISO 32000-1, 14.7). FALSE with error where the marks that are on the
 * pages differ from those that the tree knows. */
gboolean
tags_write(Pdf *pdf, GError **error);

/* Link annotations (12.5.6.5), and the named destinations that ids are (12.3.2.3). */
void
links_write(const Pdf *pdf);

/* The interactive form (12.7): fields, their widgets and what they look like. */
gboolean
form_write(Pdf *pdf, GError **error);

/* Bookmarks (12.3.3). */
void
outline_write(const Pdf *pdf);

/* Page labels (12.4.2). */
void
labels_write(const Pdf *pdf);

/* The info dictionary, XMP that equals it, output intent, viewer preferences, language. */
void
metadata_write(Pdf *pdf);

/* A profile of sRGB (IEC 61966-2-1) as ICC.1:2001-04 has it. Caller frees. */
GByteArray *
profile_srgb(void);

#endif
