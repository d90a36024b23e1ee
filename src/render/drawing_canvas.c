#include "area/image.h"
#include "render/content.h"
#include "render/pictures.h"

#include <math.h>
#include <string.h>

typedef struct DrawingCanvas {
    Canvas canvas;
    Drawing *drawing;
    Pictures *pictures;
    GHashTable *images; /* AreaImage → index of its picture + 1 */
    GArray *clips;      /* ContentRectangle: what still shows, within each clip */
    PangoFont *font;    /* of the last text, or NULL */
    int font_index;     /* as drawing_font() gave it */
    Content content;    /* of the page at hand */
} DrawingCanvas;

static DrawingCanvas *
self(Canvas *canvas)
{
    return (DrawingCanvas *)canvas;
}

/* PDF/A-2, 6.1.13: a page measures 3 to 14,400 points either way. */
static double
page_size(Length length)
{
    return CLAMP(length_points(length), 3, 14400);
}

static void
begin_page(Canvas *canvas, const Area *page)
{
    DrawingPage *drawn = drawing_add_page(self(canvas)->drawing, page_size(page->width),
                                          page_size(page->height));
    g_array_set_size(self(canvas)->clips, 0);
    content_begin(&self(canvas)->content, self(canvas)->drawing, drawn);
}

static void
end_page(Canvas *canvas)
{
    content_end_text(&self(canvas)->content);
}

static void
turn(Canvas *canvas, const AreaMatrix *map)
{
    content_end_text(&self(canvas)->content);
    self(canvas)->content.turn = *map;
}

static ContentRectangle
common(ContentRectangle a, ContentRectangle b)
{
    ContentRectangle r = {MAX(a.x0, b.x0), MAX(a.y0, b.y0), MIN(a.x1, b.x1),
                          MIN(a.y1, b.y1)};
    r.x1 = MAX(r.x1, r.x0);
    r.y1 = MAX(r.y1, r.y0);
    return r;
}

/* However deep clips are nested, what shows is one rectangle and one saved state. */
static void
begin_clip(Canvas *canvas, double x, double y, double width, double height)
{
    GArray *clips = self(canvas)->clips;
    ContentRectangle r = content_rectangle(&self(canvas)->content, x, y, width, height);
    if (clips->len > 0) {
        content_restore(&self(canvas)->content);
        r = common(r, g_array_index(clips, ContentRectangle, clips->len - 1));
    }
    g_array_append_val(clips, r);
    content_save_clipped(&self(canvas)->content, r);
}

static void
end_clip(Canvas *canvas)
{
    GArray *clips = self(canvas)->clips;
    content_restore(&self(canvas)->content);
    g_array_set_size(clips, clips->len - 1);
    if (clips->len > 0)
        content_save_clipped(&self(canvas)->content,
                             g_array_index(clips, ContentRectangle, clips->len - 1));
}

static void
draw_path(Canvas *canvas, const GArray *path, AreaColour colour, const CanvasPen *pen)
{
    content_draw_path(&self(canvas)->content, path, colour, pen);
}

/* Draws what cairo draws better on a picture as large as the page. */
static void
draw_text_as_picture(DrawingCanvas *canvas, const CanvasText *text)
{
    Content *content = &canvas->content;
    const DrawingPicture picture = {content->page->width, content->page->height, 0};
    g_autoptr(Canvas) other =
        canvas_on_cairo(pictures_begin(canvas->pictures, picture));
    other->methods->turn(other, &content->turn);
    other->methods->draw_text(other, text);
    guint index = pictures_end(canvas->pictures);
    AreaMatrix map = content->turn;
    content->turn = AREA_IDENTITY;
    content_draw_picture(content, index, 0, 0, picture.width, picture.height);
    content->turn = map;
}

static void
draw_text(Canvas *canvas, const CanvasText *text)
{
    DrawingCanvas *drawn = self(canvas);
    if (drawn->font != text->font) {
        drawn->font = text->font;
        drawn->font_index = drawing_font(drawn->drawing, text->font);
    }
    if (drawn->font_index < 0)
        draw_text_as_picture(drawn, text);
    else
        content_draw_text(&drawn->content, text, (guint)drawn->font_index);
}

/* An image is drawn once, in the size that it has first. */
static void
draw_image(Canvas *canvas, const AreaImage *image, double x, double y, double width,
           double height)
{
    DrawingCanvas *drawn = self(canvas);
    if (!(width > 0.001 && height > 0.001 && isfinite(width) && isfinite(height)))
        return;
    guint known = GPOINTER_TO_UINT(g_hash_table_lookup(drawn->images, image));
    if (known == 0) {
        const DrawingPage *page = drawn->content.page;
        double around = image_reaches_out(image) ? MAX(page->width, page->height) : 0;
        const DrawingPicture picture = {width, height, around};
        cairo_t *cairo = pictures_begin(drawn->pictures, picture);
        image_draw(image, cairo, 0, 0, width, height);
        known = pictures_end(drawn->pictures) + 1;
        g_hash_table_insert(drawn->images, (gpointer)image, GUINT_TO_POINTER(known));
    }
    content_draw_picture(&drawn->content, known - 1, x, y, width, height);
}

static void
begin_content(Canvas *canvas, int number)
{
    content_begin_mark(&self(canvas)->content, number);
}

static void
begin_artifact(Canvas *canvas, CanvasArtifact artifact)
{
    content_begin_artifact(&self(canvas)->content, artifact);
}

static void
end_mark(Canvas *canvas)
{
    content_end_mark(&self(canvas)->content);
}

static void
free_canvas(Canvas *canvas)
{
    pictures_free(self(canvas)->pictures);
    g_hash_table_unref(self(canvas)->images);
    g_array_unref(self(canvas)->clips);
    content_clear(&self(canvas)->content);
    g_free(canvas);
}

Canvas *
canvas_on_drawing(Drawing *drawing)
{
    static const CanvasMethods methods = {
        begin_page, end_page,   turn,          begin_clip,     end_clip, draw_path,
        draw_text,  draw_image, begin_content, begin_artifact, end_mark, free_canvas};
    DrawingCanvas *canvas = g_new0(DrawingCanvas, 1);
    canvas->canvas.methods = &methods;
    canvas->drawing = drawing;
    canvas->pictures = pictures_new(drawing);
    canvas->images = g_hash_table_new(NULL, NULL);
    canvas->clips = g_array_new(FALSE, FALSE, sizeof(ContentRectangle));
    return &canvas->canvas;
}
