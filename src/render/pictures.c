#include "render/pictures.h"

#include <cairo-pdf.h>

struct Pictures {
    Drawing *drawing;
    cairo_surface_t *surface; /* NULL: there is no picture yet */
    cairo_t *cairo;
};

Pictures *
pictures_new(Drawing *drawing)
{
    Pictures *pictures = g_new0(Pictures, 1);
    pictures->drawing = drawing;
    return pictures;
}

void
pictures_free(Pictures *pictures)
{
    if (pictures->surface) {
        cairo_surface_finish(pictures->surface);
        cairo_surface_destroy(pictures->surface);
    }
    g_free(pictures);
}

static cairo_status_t
write_bytes(void *closure, const unsigned char *bytes, unsigned int length)
{
    g_byte_array_append(closure, bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

static void
begin_file(Pictures *pictures, double width, double height)
{
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
        write_bytes, pictures->drawing->picture_file, width, height);
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
    /* Without a date cairo takes the clock's; neither is kept. */
    const char *date = "2000-01-01T00:00:00Z";
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, date);
    pictures->surface = surface;
}

cairo_t *
pictures_begin(Pictures *pictures, DrawingPicture picture)
{
    double width = picture.width + 2 * picture.margin;
    double height = picture.height + 2 * picture.margin;
    g_array_append_val(pictures->drawing->pictures, picture);
    if (pictures->surface)
        cairo_pdf_surface_set_size(pictures->surface, width, height);
    else
        begin_file(pictures, width, height);
    pictures->cairo = cairo_create(pictures->surface);
    cairo_translate(pictures->cairo, picture.margin, picture.margin);
    return pictures->cairo;
}

guint
pictures_end(Pictures *pictures)
{
    cairo_show_page(pictures->cairo);
    g_clear_pointer(&pictures->cairo, cairo_destroy);
    return pictures->drawing->pictures->len - 1;
}
