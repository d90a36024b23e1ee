#include "area/image.h"
#include "render/canvas.h"

#include <pango/pangocairo.h>

typedef struct CairoCanvas {
    Canvas canvas;
    cairo_t *cairo;
    cairo_matrix_t base; /* points of the page to the device */
    PangoFont *font;     /* that is set, or NULL */
    int expansion;       /* in which it is set; so: */
    double scale;
    cairo_font_options_t *options; /* outlines as they are, at every size */
} CairoCanvas;

static CairoCanvas *
self(Canvas *canvas)
{
    return (CairoCanvas *)canvas;
}

static void
begin_page(Canvas *canvas, const Area *page)
{
    (void)page;
    cairo_get_matrix(self(canvas)->cairo, &self(canvas)->base);
    self(canvas)->font = NULL;
}

static void
end_page(Canvas *canvas)
{
    cairo_set_matrix(self(canvas)->cairo, &self(canvas)->base);
}

static void
turn(Canvas *canvas, const AreaMatrix *map)
{
    cairo_matrix_t matrix = {map->a, map->b, map->c, map->d, 0, 0};
    cairo_matrix_multiply(&matrix, &matrix, &self(canvas)->base);
    cairo_set_matrix(self(canvas)->cairo, &matrix);
}

static void
begin_clip(Canvas *canvas, double x, double y, double width, double height)
{
    cairo_t *cairo = self(canvas)->cairo;
    cairo_save(cairo);
    cairo_rectangle(cairo, x, y, width, height);
    cairo_clip(cairo);
}

static void
end_clip(Canvas *canvas)
{
    cairo_matrix_t matrix;
    cairo_get_matrix(self(canvas)->cairo, &matrix);
    cairo_restore(self(canvas)->cairo);
    cairo_set_matrix(self(canvas)->cairo, &matrix);
    self(canvas)->font = NULL;
}

static void
set_colour(cairo_t *cairo, AreaColour colour)
{
    cairo_set_source_rgba(cairo, colour.red / 255.0, colour.green / 255.0,
                          colour.blue / 255.0, colour.alpha / 255.0);
}

static void
add_piece(cairo_t *cairo, const PathPiece *piece)
{
    const double *control = piece->control;
    switch (piece->step) {
    case PATH_MOVE:
        cairo_move_to(cairo, piece->x, piece->y);
        break;
    case PATH_LINE:
        cairo_line_to(cairo, piece->x, piece->y);
        break;
    case PATH_CURVE:
        cairo_curve_to(cairo, control[0], control[1], control[2], control[3], piece->x,
                       piece->y);
        break;
    case PATH_CLOSE:
        cairo_close_path(cairo);
        break;
    case PATH_RECTANGLE:
        cairo_rectangle(cairo, piece->x, piece->y, piece->width, piece->height);
        break;
    }
}

static void
draw_path(Canvas *canvas, const GArray *path, AreaColour colour, const CanvasPen *pen)
{
    cairo_t *cairo = self(canvas)->cairo;
    for (guint i = 0; i < path->len; i++)
        add_piece(cairo, &g_array_index(path, PathPiece, i));
    set_colour(cairo, colour);
    if (!pen) {
        cairo_fill(cairo);
        return;
    }
    const double dashes[] = {pen->on, pen->off};
    gboolean dashed = pen->on > 0 || pen->off > 0;
    cairo_set_line_width(cairo, pen->width);
    if (pen->miter > 0)
        cairo_set_miter_limit(cairo, pen->miter);
    cairo_set_line_cap(cairo, pen->round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    cairo_set_dash(cairo, dashes, dashed ? 2 : 0, 0);
    cairo_stroke(cairo);
}

static gboolean
set_font(CairoCanvas *canvas, const CanvasText *text)
{
    if (canvas->font == text->font && canvas->expansion == text->expansion &&
        canvas->scale == text->scale)
        return TRUE;
    if (!PANGO_IS_CAIRO_FONT(text->font))
        return FALSE;
    cairo_scaled_font_t *scaled =
        pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(text->font));
    if (!scaled)
        return FALSE;
    cairo_set_scaled_font(canvas->cairo, scaled);
    cairo_set_font_options(canvas->cairo, canvas->options);
    if (text->expansion != 0 || text->scale != 1) {
        cairo_matrix_t matrix;
        cairo_get_font_matrix(canvas->cairo, &matrix);
        cairo_matrix_scale(&matrix, text->scale * (1 + text->expansion / 1000.0),
                           text->scale);
        cairo_set_font_matrix(canvas->cairo, &matrix);
    }
    canvas->font = text->font;
    canvas->expansion = text->expansion;
    canvas->scale = text->scale;
    return TRUE;
}

static void
draw_text(Canvas *canvas, const CanvasText *text)
{
    if (!set_font(self(canvas), text))
        return;
    set_colour(self(canvas)->cairo, text->colour);
    cairo_show_text_glyphs(self(canvas)->cairo, text->text, text->length, text->glyphs,
                           text->glyph_count, text->clusters, text->cluster_count, 0);
}

static void
draw_image(Canvas *canvas, const AreaImage *image, double x, double y, double width,
           double height)
{
    image_draw(image, self(canvas)->cairo, x, y, width, height);
}

static void
begin_content(Canvas *canvas, int number)
{
    (void)canvas;
    (void)number;
}

static void
begin_artifact(Canvas *canvas, CanvasArtifact artifact)
{
    (void)canvas;
    (void)artifact;
}

static void
end_mark(Canvas *canvas)
{
    (void)canvas;
}

static void
free_canvas(Canvas *canvas)
{
    cairo_font_options_destroy(self(canvas)->options);
    g_free(canvas);
}

Canvas *
canvas_on_cairo(cairo_t *cairo)
{
    static const CanvasMethods methods = {
        begin_page, end_page,   turn,          begin_clip,     end_clip, draw_path,
        draw_text,  draw_image, begin_content, begin_artifact, end_mark, free_canvas};
    CairoCanvas *canvas = g_new0(CairoCanvas, 1);
    canvas->canvas.methods = &methods;
    canvas->cairo = cairo;
    canvas->options = cairo_font_options_create();
    cairo_font_options_set_antialias(canvas->options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(canvas->options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(canvas->options, CAIRO_HINT_METRICS_OFF);
    cairo_get_matrix(cairo, &canvas->base);
    return &canvas->canvas;
}

void
canvas_free(Canvas *canvas)
{
    canvas->methods->free(canvas);
}
