#include "pdf/parts.h"

GByteArray *
pdf_finish(const AreaDocument *document, const Drawing *drawing,
           const PdfOptions *options, GError **error)
{
    g_autoptr(Pdf) pdf = pdf_open(document, drawing, options, error);
    if (!pdf)
        return NULL;
    links_allocate(pdf);
    form_allocate(pdf);
    pages_write(pdf);
    if (!pictures_write(pdf, error) || !fonts_write(pdf, error) ||
        !tags_write(pdf, error))
        return NULL;
    links_write(pdf);
    if (!form_write(pdf, error))
        return NULL;
    outline_write(pdf);
    labels_write(pdf);
    metadata_write(pdf);
    return pdf_write(pdf);
}
