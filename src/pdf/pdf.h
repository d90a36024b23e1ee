#ifndef PDF_PDF_H
#define PDF_PDF_H

/* pdf: finishes a PDF that render/ drew: structure tree, links, outline, page labels,
 * metadata, output intent, by libqpdf's C API. */

#include "area/area.h"

typedef struct PdfOptions {
    const char *date;    /* ISO 8601 in UTC: "2026-11-23T00:00:00Z" */
    const char *creator; /* "opbouwwerk 1.0" */
    gboolean archive;    /* PDF/A-2a */
    gboolean accessible; /* PDF/UA-1 */
    gboolean linearise;
} PdfOptions;

/* Returns the finished file; input is what render_pdf() gave for this document. Fails where
 * the marks in the page streams differ from those in the structure tree. */
GByteArray *
pdf_finish(const AreaDocument *document, const GByteArray *input,
           const PdfOptions *options, GError **error);

#endif
