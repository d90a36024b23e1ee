#include "layout/graphic.h"

#include <math.h>
#include <string.h>

const AreaImage *
graphic_load(Layout *layout, const FoNode *node, const char *uri)
{
    gpointer found = NULL;
    if (g_hash_table_lookup_extended(layout->images, node, NULL, &found))
        return found;
    AreaImage *image =
        image_load(layout->arena, uri, layout->tree->base, &node->place, layout->diag);
    g_hash_table_insert(layout->images, (gpointer)node, image);
    return image;
}

/* Shapes a line of text; FALSE where its font has not all of it. */
static gboolean
shape_item(const Layout *layout, FigureItem *item, const char *language)
{
    const TextStyle style = {.families = item->style.family,
                             .size = length_from_points(item->style.size),
                             .weight = item->style.weight,
                             .slant = item->style.slant,
                             .stretch = PANGO_STRETCH_NORMAL,
                             .language =
                                 item->style.language ? item->style.language : language,
                             .kerning = TRUE};
    const TextPiece *piece =
        text_shape(layout->text, layout->arena, item->text, (int)strlen(item->text),
                   text_style(layout->text, &style), NULL, NULL);
    for (int i = 0; i < piece->glyphs->num_glyphs; i++)
        if (piece->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG)
            return FALSE;
    Area *area = arena_new0(layout->arena, Area);
    area->kind = AREA_TEXT;
    area->width = piece->width;
    area->u.text.font = piece->font;
    area->u.text.glyphs = piece->glyphs;
    area->u.text.text = piece->text;
    area->u.text.length = piece->length;
    area->u.text.colour = item->style.fill;
    item->area = area;
    return TRUE;
}

/* The SVG as a figure; NULL where there is more in it. */
static AreaImage *
load_figure(Layout *layout, const FoNode *child)
{
    AreaFigure *figure = figure_read(layout->arena, child->text, (gsize)child->length);
    for (int i = 0; figure && i < figure->item_count; i++)
        if (figure->items[i].text &&
            !shape_item(layout, &figure->items[i], layout->document->language))
            return NULL;
    return figure ? image_from_figure(layout->arena, figure) : NULL;
}

static const AreaImage *
load_instream(Layout *layout, const FoNode *node)
{
    gpointer found = NULL;
    if (g_hash_table_lookup_extended(layout->images, node, NULL, &found))
        return found;
    const FoNode *child = node->first;
    while (child && child->kind != FO_FOREIGN)
        child = child->next;
    AreaImage *image = child ? load_figure(layout, child) : NULL;
    if (child && !image)
        image = image_from_svg(layout->arena, child->text, (gsize)child->length,
                               &child->place, layout->diag);
    g_hash_table_insert(layout->images, (gpointer)node, image);
    return image;
}

enum { OPEN = -1 }; /* a size that another rule decides */

typedef struct Box {
    Length width, height; /* or OPEN */
} Box;

/* The properties of one dimension. */
typedef struct Dimension {
    FoProperty minimum, optimum, maximum, content;
} Dimension;

static const Dimension across = {PROP_INLINE_PROGRESSION_DIMENSION_MINIMUM,
                                 PROP_INLINE_PROGRESSION_DIMENSION_OPTIMUM,
                                 PROP_INLINE_PROGRESSION_DIMENSION_MAXIMUM,
                                 PROP_CONTENT_WIDTH};
static const Dimension down = {
    PROP_BLOCK_PROGRESSION_DIMENSION_MINIMUM, PROP_BLOCK_PROGRESSION_DIMENSION_OPTIMUM,
    PROP_BLOCK_PROGRESSION_DIMENSION_MAXIMUM, PROP_CONTENT_HEIGHT};

/* A size of the viewport. A percentage of what depends on its content is auto (7.15.2): base
 * is OPEN there. */
static Length
viewport_size(const FoNode *node, FoProperty property, Length base)
{
    if (fo_is_auto(node, property) ||
        (base == OPEN && fo_value(node, property)->percent != 0))
        return OPEN;
    return fo_length(node, property, base);
}

/* size, no less than the minimum and no more than the maximum of the viewport. */
static Length
limited(const FoNode *node, const Dimension *dimension, Length base, Length size)
{
    Length minimum = viewport_size(node, dimension->minimum, base);
    Length maximum = viewport_size(node, dimension->maximum, base);
    if (maximum != OPEN)
        size = MIN(size, maximum);
    return minimum != OPEN ? MAX(size, minimum) : size;
}

/* One dimension of the content (7.15.3, 7.15.4): a length, a percentage of the intrinsic
 * size, or what fits the viewport; one of open size, where its limits ask for it. */
static Length
content_size(const FoNode *node, const Dimension *dimension, Length base,
             Length intrinsic, Length viewport)
{
    FoEnum fit = fo_enum(node, dimension->content);
    if (!fo_is_auto(node, dimension->content))
        return fo_length(node, dimension->content, intrinsic);
    Length room =
        viewport != OPEN ? viewport : limited(node, dimension, base, intrinsic);
    gboolean fits = fit == ENUM_SCALE_TO_FIT ||
                    (fit == ENUM_SCALE_DOWN_TO_FIT && room < intrinsic) ||
                    (fit == ENUM_SCALE_UP_TO_FIT && room > intrinsic);
    return fits && (viewport != OPEN || room != intrinsic) ? room : OPEN;
}

static Length
in_proportion(Length of, Length size, Length to)
{
    return (Length)MIN((gint64)of * size / to, LENGTH_MAX);
}

/* The image's size: what is open follows the other dimension where scaling is uniform
 * (7.15.12). */
static Box
scaled(const FoNode *node, Box intrinsic, Box size)
{
    gboolean is_uniform = fo_enum(node, PROP_SCALING) != ENUM_NON_UNIFORM;
    if (size.width == OPEN && size.height == OPEN)
        return intrinsic;
    if (size.width != OPEN && size.height != OPEN) {
        if (!is_uniform)
            return size;
        double factor = MIN((double)size.width / intrinsic.width,
                            (double)size.height / intrinsic.height);
        return (Box){(Length)(intrinsic.width * factor),
                     (Length)(intrinsic.height * factor)};
    }
    if (size.width == OPEN)
        size.width = is_uniform
                         ? in_proportion(intrinsic.width, size.height, intrinsic.height)
                         : intrinsic.width;
    else
        size.height = is_uniform
                          ? in_proportion(intrinsic.height, size.width, intrinsic.width)
                          : intrinsic.height;
    return size;
}

static Length
aligned(FoEnum align, Length room)
{
    return align == ENUM_CENTER                                              ? room / 2
           : align == ENUM_END || align == ENUM_RIGHT || align == ENUM_AFTER ? room
                                                                             : 0;
}

static Box
intrinsic_of(const FoNode *node, const AreaImage *image)
{
    if (!image)
        return (Box){0};
    Box size = {image_width(image), image_height(image)};
    double pixels = fo_number(node, PROP_OW_PIXELS_PER_INCH);
    if (image_is_in_pixels(image) && pixels > 0) {
        size.width = (Length)CLAMP(size.width * 96 / pixels, 0, LENGTH_MAX);
        size.height = (Length)CLAMP(size.height * 96 / pixels, 0, LENGTH_MAX);
    }
    return size;
}

/* Whether the viewport cuts off what is larger (7.21.2). */
static gboolean
clips(const Layout *layout, const FoNode *node, const Graphic *graphic)
{
    Length wider = graphic->image_width - graphic->width;
    Length higher = graphic->image_height - graphic->height;
    if (wider <= 0 && higher <= 0)
        return FALSE;
    FoEnum overflow = fo_enum(node, PROP_OVERFLOW);
    gboolean is_meant = overflow == ENUM_HIDDEN || overflow == ENUM_VISIBLE;
    if (!is_meant && MAX(wider, higher) > LENGTH_ROUNDING)
        diag_report(layout->pass_diag, &node->place, DIAG_IMAGE_OVERFLOW,
                    "de afbeelding is %.1f pt te %s voor haar kader",
                    length_points(MAX(wider, higher)),
                    wider >= higher ? "breed" : "hoog");
    return overflow == ENUM_HIDDEN || overflow == ENUM_ERROR_IF_OVERFLOW;
}

/* A figure keeps its proportions; librsvg draws one that is to have others. */
static const AreaImage *
stretched(Layout *layout, const FoNode *node, const AreaImage *image, Box size)
{
    const AreaFigure *figure = image ? image_figure(image) : NULL;
    double height =
        figure ? length_points(size.width) * figure->height / figure->width : 0;
    if (!figure || fabs(height - length_points(size.height)) < 0.1)
        return image;
    const FoNode *child = node->first;
    while (child->kind != FO_FOREIGN)
        child = child->next;
    return image_from_svg(layout->arena, child->text, (gsize)child->length,
                          &child->place, layout->diag);
}

Graphic
graphic_sized(Layout *layout, const FoNode *node, const AreaImage *image, Length ipd)
{
    Graphic graphic = {.image = image};
    Box viewport = {viewport_size(node, across.optimum, ipd),
                    viewport_size(node, down.optimum, OPEN)};
    Box intrinsic = intrinsic_of(node, graphic.image);
    Box size = {MAX(viewport.width, 0), MAX(viewport.height, 0)};
    if (intrinsic.width > 0 && intrinsic.height > 0)
        size = scaled(
            node, intrinsic,
            (Box){content_size(node, &across, ipd, intrinsic.width, viewport.width),
                  content_size(node, &down, OPEN, intrinsic.height, viewport.height)});
    graphic.image = stretched(layout, node, graphic.image, size);
    graphic.image_width = size.width;
    graphic.image_height = size.height;
    graphic.width = viewport.width != OPEN ? viewport.width
                                           : limited(node, &across, ipd, size.width);
    graphic.height = viewport.height != OPEN ? viewport.height
                                             : limited(node, &down, OPEN, size.height);
    graphic.x = aligned(fo_enum(node, PROP_TEXT_ALIGN), graphic.width - size.width);
    graphic.y =
        aligned(fo_enum(node, PROP_DISPLAY_ALIGN), graphic.height - size.height);
    graphic.clip = clips(layout, node, &graphic);
    return graphic;
}

Graphic
graphic_of(Layout *layout, const FoNode *node, Length ipd)
{
    const AreaImage *image = NULL;
    const char *uri = fo_string(node, PROP_SRC);
    if (node->kind == FO_INSTREAM_FOREIGN_OBJECT)
        image = load_instream(layout, node);
    else if (uri && *uri)
        image = graphic_load(layout, node, uri);
    return graphic_sized(layout, node, image, ipd);
}

void
graphic_show(const Graphic *graphic, Area *area)
{
    area->clip = graphic->clip;
    area->u.image.image = graphic->image;
    area->u.image.x = graphic->x;
    area->u.image.y = graphic->y;
    area->u.image.width = graphic->image_width;
    area->u.image.height = graphic->image_height;
}

double
graphic_scale(Layout *layout, const FoNode *node, Length ipd, gboolean height)
{
    if (node->kind != FO_EXTERNAL_GRAPHIC && node->kind != FO_INSTREAM_FOREIGN_OBJECT)
        return 0;
    Graphic graphic = graphic_of(layout, node, ipd);
    Box intrinsic = intrinsic_of(node, graphic.image);
    Length by_itself = height ? intrinsic.height : intrinsic.width;
    Length shown = height ? graphic.image_height : graphic.image_width;
    return by_itself > 0 ? (double)shown / by_itself : 0;
}
