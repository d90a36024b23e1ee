#ifndef PDF_DOCUMENT_H
#define PDF_DOCUMENT_H

/* The PDF that is being finished: libqpdf's C API with GLib's manners. Objects are passed on
 * by number; handles (qpdf_oh) live until pdf_release(). For the files of this room only. */

#include "pdf/pdf.h"
#include <qpdf/qpdf-c.h>

typedef struct Pdf {
    qpdf_data qpdf;
    const AreaDocument *document;
    const PdfOptions *options;
    int page_count;
    int *pages;               /* object of each page */
    AreaLinkRectangle *links; /* in the document's arena */
    int link_count;
    int *annotations;     /* object of each link; 0: it leads nowhere and is left out */
    GHashTable *elements; /* StructureElement → object */
} Pdf;

/* Reads input; NULL with error where it is not the PDF of document. */
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
pdf_release(Pdf *pdf);

void
pdf_set_error(GError **error, const char *format, ...) G_GNUC_PRINTF(2, 3);

qpdf_oh
pdf_object(const Pdf *pdf, int number);
/* Makes value an object of its own; returns its number. */
int
pdf_add_object(const Pdf *pdf, qpdf_oh value);

void
pdf_set(const Pdf *pdf, qpdf_oh dictionary, const char *key, qpdf_oh value);
void
pdf_set_name(const Pdf *pdf, qpdf_oh dictionary, const char *key, const char *name);
void
pdf_set_integer(const Pdf *pdf, qpdf_oh dictionary, const char *key, gint64 value);
/* A text string; nothing for NULL. */
void
pdf_set_text(const Pdf *pdf, qpdf_oh dictionary, const char *key, const char *text);
void
pdf_append(const Pdf *pdf, qpdf_oh array, qpdf_oh value);

/* name: without its solidus; cut to what PDF/A allows. */
qpdf_oh
pdf_name(const Pdf *pdf, const char *name);
qpdf_oh
pdf_text(const Pdf *pdf, const char *text);
qpdf_oh
pdf_length(const Pdf *pdf, gint64 length);
/* A rectangle of page given with y down, as an array with y up. */
qpdf_oh
pdf_rectangle(const Pdf *pdf, int page, gint64 x0, gint64 y0, gint64 x1, gint64 y1);
gboolean
pdf_has_destination(const Pdf *pdf, const char *id);
/* The name of an id as a destination; links_write() says where it is. */
qpdf_oh
pdf_destination(const Pdf *pdf, const char *id);
/* The y of a place on page given with y down. */
qpdf_oh
pdf_height_at(const Pdf *pdf, int page, gint64 y);
/* << /S /URI /URI (…) >> with what is not ASCII escaped. */
qpdf_oh
pdf_uri_action(const Pdf *pdf, const char *uri);
/* A stream object; returns its number. Its dictionary is pdf_stream_dictionary(). */
int
pdf_add_stream(const Pdf *pdf, const void *bytes, gsize length);
qpdf_oh
pdf_stream_dictionary(const Pdf *pdf, int number);

/* The text as it may stand in metadata and strings: valid, without control characters and
 * no longer than PDF/A allows (6.1.13). Caller frees. */
char *
pdf_clean_text(const char *text);

#endif
