#include "render/figure.h"

/* SVG 1.1, 11.4: corners sharper than this are cut off. */
static const double sharpest = 4;

static void
draw_shape(const FigureItem *item, Canvas *canvas, InkRectangle r, double scale)
{
    g_autoptr(GArray) path = g_array_copy(item->path);
    for (guint i = 0; i < path->len; i++) {
        PathPiece *piece = &g_array_index(path, PathPiece, i);
        piece->x = r.x + piece->x * scale;
        piece->y = r.y + piece->y * scale;
        piece->width *= scale;
        piece->height *= scale;
        for (int j = 0; j < 4; j++)
            piece->control[j] = (j % 2 ? r.y : r.x) + piece->control[j] * scale;
    }
    const FigureStyle *style = &item->style;
    const CanvasPen pen = {.width = style->stroke_width * scale,
                           .round = style->round_caps,
                           .miter = sharpest};
    if (style->fill.alpha)
        canvas->methods->draw_path(canvas, path, style->fill, NULL);
    if (style->stroke.alpha && pen.width > 0)
        canvas->methods->draw_path(canvas, path, style->stroke, &pen);
}

static void
draw_text(const FigureItem *item, GlyphDrawer *glyphs, InkRectangle r, double scale)
{
    double width = length_points(item->area->width);
    double before = item->style.anchor == FIGURE_START    ? 0
                    : item->style.anchor == FIGURE_MIDDLE ? width / 2
                                                          : width;
    glyphs_draw(glyphs, item->area, r.x + (item->x - before) * scale,
                r.y + item->y * scale, scale, (GlyphSpaces){0});
}

void
figure_paint(const AreaFigure *figure, Canvas *canvas, GlyphDrawer *glyphs,
             InkRectangle r)
{
    double scale = r.width / figure->width;
    for (int i = 0; i < figure->item_count; i++) {
        const FigureItem *item = &figure->items[i];
        if (item->path)
            draw_shape(item, canvas, r, scale);
        else if (item->area)
            draw_text(item, glyphs, r, scale);
    }
}
