#ifndef PDF_DOCUMENT_H
#define PDF_DOCUMENT_H

/* The PDF that is being made: the pages that were drawn, and the file that is written of them.
 * For the files of this room only. */

#include "pdf/file.h"
#include "pdf/pdf.h"
#include "pdf/syntax.h"

typedef struct Pdf {
    const AreaDocument *document;
    const PdfOptions *options;
    const Drawing *drawing;
    PdfFile *file;
    GString *catalog; /* entries of the catalog that the parts added (7.7.2) */
    int info;         /* object of the info dictionary */
    int page_count;
    int *pages; /* object of each page */
    int *fonts; /* object of each font of drawing; so: */
    int *pictures;
    AreaLinkRectangle *links; /* in the document's arena */
    int link_count;
    int *annotations; /* object of each link; 0: it leads nowhere and is left out */
    AreaFieldRectangle *fields; /* in the document's arena */
    int field_count;
    int *widgets;         /* object of each field; 0: it is left out */
    GHashTable *elements; /* StructureElement → object */
} Pdf;

/* NULL with error where drawing, which outlives the Pdf, is not that of document. */
Pdf *
pdf_open(const AreaDocument *document, const Drawing *drawing,
         const PdfOptions *options, GError **error);
void
pdf_free(Pdf *pdf);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Pdf, pdf_free)

/* The whole file. Caller unrefs. */
GByteArray *
pdf_write(Pdf *pdf);

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
