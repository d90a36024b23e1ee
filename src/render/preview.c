#include "base/file.h"
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
    g_autoptr(Canvas) canvas = canvas_on_cairo(cairo);
    g_autoptr(Painter) painter = painter_new(canvas, preview->document, FALSE);
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

/* The mean of factor × factor pixels, each channel for itself. */
static guint32
mean_pixel(const guint32 *pixels, int stride, int factor)
{
    guint32 red = 0, green = 0, blue = 0, count = (guint32)(factor * factor);
    for (int y = 0; y < factor; y++) {
        for (int x = 0; x < factor; x++) {
            guint32 pixel = pixels[y * stride + x];
            red += pixel >> 16 & 0xFF;
            green += pixel >> 8 & 0xFF;
            blue += pixel & 0xFF;
        }
    }
    return (red / count) << 16 | (green / count) << 8 | blue / count;
}

/* Glyphs fall on whole pixels, which at the resolution of a screen leaves gaps in words:
 * pages are drawn factor times finer and scaled down. */
static void
scaled_down(cairo_surface_t *fine, cairo_surface_t *surface, int factor)
{
    cairo_surface_flush(fine);
    const guint32 *from = (const guint32 *)(void *)cairo_image_surface_get_data(fine);
    guint32 *to = (guint32 *)(void *)cairo_image_surface_get_data(surface);
    int from_stride = cairo_image_surface_get_stride(fine) / 4;
    int to_stride = cairo_image_surface_get_stride(surface) / 4;
    int width = cairo_image_surface_get_width(surface);
    int height = cairo_image_surface_get_height(surface);
    for (int y = 0; from && to && y < height; y++)
        for (int x = 0; x < width; x++)
            to[y * to_stride + x] = mean_pixel(
                &from[y * factor * from_stride + x * factor], from_stride, factor);
    cairo_surface_mark_dirty(surface);
}

static cairo_surface_t *
draw(const Preview *preview, int factor)
{
    cairo_surface_t *surface = surface_new(preview);
    int width = cairo_image_surface_get_width(surface);
    int height = cairo_image_surface_get_height(surface);
    cairo_surface_t *fine =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, width * factor, height * factor);
    gboolean is_straight = cairo_surface_status(fine) != CAIRO_STATUS_SUCCESS;
    cairo_t *cairo = cairo_create(is_straight ? surface : fine);
    if (!is_straight)
        cairo_scale(cairo, factor, factor);
    draw_pages(preview, cairo);
    cairo_destroy(cairo);
    if (!is_straight)
        scaled_down(fine, surface, factor);
    cairo_surface_destroy(fine);
    return surface;
}

static cairo_status_t
append_bytes(void *closure, const unsigned char *bytes, unsigned int length)
{
    g_byte_array_append(closure, bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

gboolean
render_png(const AreaDocument *document, int first_page, int page_count, double dpi,
           const char *path, GError **error)
{
    enum { FINE_ENOUGH = 200, FINER = 4 };
    int pages = (int)document->pages->len;
    if (first_page < 0 || first_page >= pages || page_count < 1) {
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                    "bladzijde %d bestaat niet: het document heeft er %d",
                    first_page + 1, pages);
        return FALSE;
    }
    const Preview preview = {document, first_page, MIN(page_count, pages - first_page),
                             dpi / 72};
    cairo_surface_t *surface = draw(&preview, dpi < FINE_ENOUGH ? FINER : 1);
    g_autoptr(GByteArray) png = g_byte_array_new();
    cairo_status_t status =
        cairo_surface_write_to_png_stream(surface, append_bytes, png);
    cairo_surface_destroy(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        return file_write(path, png->data, png->len, 0666, error);
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
                "“%s” kan niet getekend worden: %s", path,
                cairo_status_to_string(status));
    return FALSE;
}
