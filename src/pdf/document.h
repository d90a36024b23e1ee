#ifndef PDF_DOCUMENT_H
#define PDF_DOCUMENT_H

/* The PDF that is being finished: cairo's, read by libqpdf's C API with GLib's manners, and
 * the file that is written from it. For the files of this room only. */

#include "pdf/file.h"
#include "pdf/pdf.h"
#include "pdf/syntax.h"
#include <qpdf/qpdf-c.h>

typedef struct Pdf {
    const AreaDocument *document;
    const PdfOptions *options;
    qpdf_data
        drawing; /* what cairo wrote; handles (qpdf_oh) live until pdf_release() */
    PdfFile *file;
    GString *catalog; /* entries of the catalog that the parts added (7.7.2) */
    int info;         /* object of the info dictionary */
    int page_count;
    int *pages;               /* object of each page */
    int *mark_counts;         /* how many marks pages_write() found on each page */
    AreaLinkRectangle *links; /* in the document's arena */
    int link_count;
    int *annotations; /* object of each link; 0: it leads nowhere and is left out */
    AreaFieldRectangle *fields; /* in the document's arena */
    int field_count;
    int *widgets;         /* object of each field; 0: it is left out */
    GHashTable *elements; /* StructureElement → object */
} Pdf;

/* Reads input, which outlives the Pdf; NULL with error where it is not the PDF of document. */
Pdf *
pdf_open(const AreaDocument *document, const GByteArray *input,
         const PdfOptions *options, GError **error);
void
pdf_free(Pdf *pdf);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Pdf, pdf_free)

/* The whole file; NULL with error where anything went wrong on the way. */
GByteArray *
pdf_write(Pdf *pdf, GError **error);

/* Lets go of all handles. */
void
pdf_release(const Pdf *pdf);

void
pdf_set_error(GError **error, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* A new object's number. */
int
pdf_allocate(const Pdf *pdf);
/* The object is appended to what this returns, until pdf_end(). */
GString *
pdf_begin(const Pdf *pdf, int number);
void
pdf_end(const Pdf *pdf);

/* A rectangle of page given with y down, as an array with y up. */
void
put_rectangle(const Pdf *pdf, GString *out, int page, gint64 x0, gint64 y0, gint64 x1,
              gint64 y1);
/* The y of a place on page given with y down. */
void
put_height_at(const Pdf *pdf, GString *out, int page, gint64 y);
gboolean
pdf_has_destination(const Pdf *pdf, const char *id);
/* A URI action (12.6.4.7) with what is not ASCII escaped. */
void
put_uri_action(GString *out, const char *uri);

#endif
