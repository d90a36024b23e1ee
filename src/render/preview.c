#include "render/paint.h"
#include "render/render.h"

#include <math.h>

/* The line between two pages: grey, one pixel. */
static const double fold_grey = 0.75;

typedef struct Preview {
    const AreaDocument *document;
    int first, count; /* pages */
    double scale;     /* pixels a point */
} Preview;

static int
pixels(const Preview *preview, Length length)
{
    return (int)CLAMP(ceil(length_points(length) * preview->scale - 0.001), 1, 100000);
}

static const Area *
page_of(const Preview *preview, int index)
{
    return g_ptr_array_index(preview->document->pages, (guint)(preview->first + index));
}

static cairo_surface_t *
surface_new(const Preview *preview)
{
    int width = preview->count - 1, height = 1;
    for (int i = 0; i < preview->count; i++) {
        const Area *page = page_of(preview, i);
        width += pixels(preview, page->width);
        height = MAX(height, pixels(preview, page->height));
    }
    return cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
}

static void
draw_pages(const Preview *preview, cairo_t *cairo)
{
    g_autoptr(Painter) painter = painter_new(cairo, preview->document, FALSE);
    cairo_set_source_rgb(cairo, fold_grey, fold_grey, fold_grey);
    cairo_paint(cairo);
    int left = 0;
    for (int i = 0; i < preview->count; i++) {
        const Area *page = page_of(preview, i);
        int width = pixels(preview, page->width),
            height = pixels(preview, page->height);
        cairo_save(cairo);
        cairo_rectangle(cairo, left, 0, width, height);
        cairo_clip(cairo);
        cairo_set_source_rgb(cairo, 1, 1, 1);
        cairo_paint(cairo);
        cairo_translate(cairo, left, 0);
        cairo_scale(cairo, preview->scale, preview->scale);
        paint_page(painter, preview->first + i);
        cairo_restore(cairo);
        left += width + 1;
    }
}

gboolean
render_png(const AreaDocument *document, int first_page, int page_count, double dpi,
           const char *path, GError **error)
{
    int pages = (int)document->pages->len;
    if (first_page < 0 || first_page >= pages || page_count < 1) {
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                    "bladzijde %d bestaat niet: het document heeft er %d",
                    first_page + 1, pages);
        return FALSE;
    }
    const Preview preview = {document, first_page, MIN(page_count, pages - first_page),
                             dpi / 72};
    cairo_surface_t *surface = surface_new(&preview);
    cairo_t *cairo = cairo_create(surface);
    draw_pages(&preview, cairo);
    cairo_status_t status = cairo_status(cairo);
    cairo_destroy(cairo);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_write_to_png(surface, path);
    cairo_surface_destroy(surface);
    if (status != CAIRO_STATUS_SUCCESS)
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
                    "“%s” kan niet getekend worden: %s", path,
                    cairo_status_to_string(status));
    return status == CAIRO_STATUS_SUCCESS;
}
