#include "render/paint.h"
#include "render/render.h"

#include <cairo-pdf.h>

/* PDF/A-2, 6.1.13: a page measures 3 to 14,400 points either way. */
static double
page_size(Length length)
{
    return CLAMP(length_points(length), 3, 14400);
}

static cairo_status_t
write_bytes(void *closure, const unsigned char *bytes, unsigned int length)
{
    g_byte_array_append(closure, bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
surface_new(const Area *page, GByteArray *bytes)
{
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
        write_bytes, bytes, page_size(page->width), page_size(page->height));
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
    /* Without a date cairo takes the clock's; pdf/ writes the real one, or none. */
    const char *date = "2000-01-01T00:00:00Z";
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, date);
    return surface;
}

/* White over the whole page, before all else: cairo keeps the region that a page's drawing
 * covers, and one rectangle is soon done with where thousands of stretches of text cost more
 * than drawing them. pdf/ leaves it out again. */
static void
draw_ground(cairo_t *cairo, const Area *page)
{
    cairo_rectangle(cairo, 0, 0, page_size(page->width), page_size(page->height));
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_fill(cairo);
}

static cairo_status_t
draw_pages(cairo_surface_t *surface, AreaDocument *document)
{
    cairo_t *cairo = cairo_create(surface);
    g_autoptr(Painter) painter = painter_new(cairo, document, TRUE);
    for (guint i = 0; i < document->pages->len; i++) {
        const Area *page = g_ptr_array_index(document->pages, i);
        cairo_pdf_surface_set_size(surface, page_size(page->width),
                                   page_size(page->height));
        draw_ground(cairo, page);
        paint_page(painter, (int)i);
        cairo_show_page(cairo);
    }
    cairo_status_t status = cairo_status(cairo);
    cairo_destroy(cairo);
    return status;
}

static void
add_link_objects(AreaDocument *document)
{
    int count;
    const AreaLinkRectangle *links = area_links(document, &count);
    for (int i = 0; i < count; i++)
        if (links[i].link->element)
            structure_add_object(document->structure, links[i].link->element,
                                 links[i].page, i);
}

GByteArray *
render_pdf(AreaDocument *document, GError **error)
{
    if (document->pages->len == 0) {
        g_set_error_literal(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                            "het document heeft geen bladzijden");
        return NULL;
    }
    area_collect_destinations(document);
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    cairo_surface_t *surface =
        surface_new(g_ptr_array_index(document->pages, 0), bytes);
    cairo_status_t status = draw_pages(surface, document);
    cairo_surface_finish(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    if (status != CAIRO_STATUS_SUCCESS) {
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
                    "het tekenen van de PDF is mislukt: %s",
                    cairo_status_to_string(status));
        return NULL;
    }
    add_link_objects(document);
    return g_steal_pointer(&bytes);
}
