#include "pdf/copy.h"
#include "pdf/parts.h"

static void
take_qpdf_error(qpdf_data source, GError **error)
{
    qpdf_error fault = qpdf_get_error(source);
    pdf_set_error(error, "de tekeningen zijn niet te lezen: %s",
                  fault ? qpdf_get_error_full_text(source, fault) : "onbekende fout");
}

static gboolean
read_file(qpdf_data source, const Drawing *drawing, GError **error)
{
    const GByteArray *file = drawing->picture_file;
    qpdf_silence_errors(source);
    qpdf_set_suppress_warnings(source, QPDF_TRUE);
    if ((qpdf_read_memory(source, "PDF", (const char *)file->data, file->len, NULL) |
         qpdf_push_inherited_attributes_to_page(source)) &
        QPDF_ERRORS) {
        take_qpdf_error(source, error);
        return FALSE;
    }
    if (qpdf_get_num_pages(source) == (int)drawing->pictures->len)
        return TRUE;
    pdf_set_error(error, "er zijn %d tekeningen in plaats van %u",
                  qpdf_get_num_pages(source), drawing->pictures->len);
    return FALSE;
}

/* The page's own content and resources, cut at its edge. */
static gboolean
write_form(const Pdf *pdf, Copy *copy, qpdf_data source, guint index, GError **error)
{
    static const char *const except[] = {"/Type",          "/Parent", "/MediaBox",
                                         "/Contents",      "/Group",  "/Annots",
                                         "/StructParents", "/Tabs",   NULL};
    const DrawingPicture *picture =
        &g_array_index(pdf->drawing->pictures, DrawingPicture, index);
    qpdf_oh page = qpdf_get_page_n(source, index);
    g_autoptr(GString) entries = g_string_new("/Type/XObject/Subtype/Form/BBox[0 0");
    put_length(entries, length_from_points(picture->width + 2 * picture->margin));
    put_length(entries, length_from_points(picture->height + 2 * picture->margin));
    g_string_append_c(entries, ']');
    copy_entries(copy, entries, page, except);
    qpdf_oh content = qpdf_oh_get_key(source, page, "/Contents");
    if (!qpdf_oh_is_stream(source, content)) {
        pdf_set_error(error, "tekening %u is niet te lezen", index + 1);
        return FALSE;
    }
    return copy_stream(copy, pdf->pictures[index], content, entries->str, error);
}

static gboolean
write_forms(const Pdf *pdf, qpdf_data source, GError **error)
{
    if (!read_file(source, pdf->drawing, error))
        return FALSE;
    g_autoptr(Copy) copy = copy_new(pdf, source);
    for (guint i = 0; i < pdf->drawing->pictures->len; i++)
        if (!write_form(pdf, copy, source, i, error))
            return FALSE;
    if (!copy_rest(copy, error))
        return FALSE;
    if (!qpdf_has_error(source))
        return TRUE;
    take_qpdf_error(source, error);
    return FALSE;
}

gboolean
pictures_write(Pdf *pdf, GError **error)
{
    if (pdf->drawing->pictures->len == 0)
        return TRUE;
    qpdf_data source = qpdf_init();
    gboolean written = write_forms(pdf, source, error);
    qpdf_get_error(source); /* else the library complains that nobody looked */
    qpdf_cleanup(&source);
    return written;
}
