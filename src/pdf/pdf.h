#ifndef PDF_PDF_H
#define PDF_PDF_H

/* pdf: makes a PDF of the pages that render/ drew: fonts, pictures, structure tree, links,
 * outline, page labels, metadata, output intent; and makes of any PDF one for a press, sheets
 * to be stitched, or a locked file. Pictures and what is delivered are read by libqpdf's C
 * API; the finished file is written by our own hand, because thousands of small objects cost
 * it dear. */

#include "area/area.h"
#include "area/drawing.h"
#include "base/diag.h"

typedef enum PdfProfile { PDF_SCREEN, PDF_PRESS } PdfProfile;

/* Along which edge the printer turns a sheet. */
typedef enum PdfDuplex { PDF_SHORT_EDGE, PDF_LONG_EDGE } PdfDuplex;

typedef struct PdfOptions {
    const char *date;    /* ISO 8601 in UTC: "2026-11-23T00:00:00Z" */
    const char *creator; /* "opbouwwerk 1.0" */
    gboolean archive;    /* PDF/A-2a */
    gboolean accessible; /* PDF/UA-1 */

    /* For pdf_deliver(). */
    gboolean linearise; /* in the order in which a reader wants it (annex F) */
    PdfProfile profile;
    const GByteArray *icc; /* PDF_PRESS: profile of the printing condition */
    Length bleed;          /* PDF_PRESS: beyond the trim */
    gboolean crop_marks;
    gboolean imposed; /* two pages on a side of a sheet, to be stitched in the fold */
    Length creep;     /* imposed: how much further than the sheet around it the pages
                            of a sheet are moved to the fold */
    PdfDuplex duplex; /* imposed */
    gboolean back_cover; /* imposed: the last page is the outside of the back */
    const char *user_password, *owner_password; /* or NULL; owner: that of the user */
    Diag *diag; /* hears what a standard costs, and of unknown colours; or NULL */
} PdfOptions;

/* Returns the finished file; drawing is what render_pdf() gave for this document. Fails where
 * the marks on the pages differ from those in the structure tree, or a font cannot be
 * embedded. */
GByteArray *
pdf_finish(const AreaDocument *document, const Drawing *drawing,
           const PdfOptions *options, GError **error);

/* Makes of a finished file what the options ask for besides, in this order: PDF/X-4 for a
 * press, sheets for stitching, protection (AES-256), linearisation. Returns input with a
 * reference more where they ask for nothing. What no longer holds of PDF/A and PDF/UA goes
 * out of the metadata: sheets and press files have no structure, locked files are no
 * archive. */
GByteArray *
pdf_deliver(GByteArray *input, const PdfOptions *options, GError **error);

#endif
