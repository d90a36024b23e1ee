#include "layout/graphic.h"

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

static const AreaImage *
load_instream(Layout *layout, const FoNode *node)
{
    gpointer found = NULL;
    if (g_hash_table_lookup_extended(layout->images, node, NULL, &found))
        return found;
    const FoNode *child = node->first;
    while (child && child->kind != FO_FOREIGN)
        child = child->next;
    AreaImage *image =
        child ? image_from_svg(layout->arena, child->text, (gsize)child->length,
                               &child->place, layout->diag)
              : NULL;
    g_hash_table_insert(layout->images, (gpointer)node, image);
    return image;
}

/* One dimension of the content: a length, a percentage of the intrinsic size, or 0 where
 * another rule decides. */
static Length
content_size(const FoNode *node, FoProperty property, Length intrinsic)
{
    return fo_is_auto(node, property) ? 0 : fo_length(node, property, intrinsic);
}

static gboolean
is_fit(FoEnum keyword, double factor)
{
    return keyword == ENUM_SCALE_TO_FIT ||
           (keyword == ENUM_SCALE_DOWN_TO_FIT && factor < 1) ||
           (keyword == ENUM_SCALE_UP_TO_FIT && factor > 1);
}

typedef struct Box {
    Length width, height; /* 0: open */
} Box;

/* The image's size (XSL 1.1, 7.15.3, 7.15.4): what is open follows the other dimension when
 * scaling is uniform. */
static Box
scaled(const FoNode *node, Box intrinsic, Box viewport)
{
    Box size = {content_size(node, PROP_CONTENT_WIDTH, intrinsic.width),
                content_size(node, PROP_CONTENT_HEIGHT, intrinsic.height)};
    FoEnum fit_width = fo_enum(node, PROP_CONTENT_WIDTH);
    FoEnum fit_height = fo_enum(node, PROP_CONTENT_HEIGHT);
    double across = (double)viewport.width / intrinsic.width;
    double down = (double)viewport.height / intrinsic.height;
    if (viewport.width && is_fit(fit_width, across))
        size.width = viewport.width;
    if (viewport.height && is_fit(fit_height, down))
        size.height = viewport.height;
    gboolean is_uniform = fo_enum(node, PROP_SCALING) != ENUM_NON_UNIFORM;
    if (is_uniform && size.width && size.height) {
        double factor = MIN((double)size.width / intrinsic.width,
                            (double)size.height / intrinsic.height);
        return (Box){(Length)(intrinsic.width * factor),
                     (Length)(intrinsic.height * factor)};
    }
    if (!size.width)
        size.width =
            size.height && is_uniform
                ? (Length)((gint64)intrinsic.width * size.height / intrinsic.height)
                : intrinsic.width;
    if (!size.height)
        size.height =
            is_uniform
                ? (Length)((gint64)intrinsic.height * size.width / intrinsic.width)
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

static Length
viewport_size(const FoNode *node, FoProperty property, Length base)
{
    return fo_is_auto(node, property) ? 0 : fo_length(node, property, base);
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

Graphic
graphic_of(Layout *layout, const FoNode *node, Length ipd, Length bpd)
{
    Graphic graphic = {0};
    const char *uri = fo_string(node, PROP_SRC);
    if (node->kind == FO_INSTREAM_FOREIGN_OBJECT)
        graphic.image = load_instream(layout, node);
    else if (uri && *uri)
        graphic.image = graphic_load(layout, node, uri);
    Box viewport = {
        viewport_size(node, PROP_INLINE_PROGRESSION_DIMENSION_OPTIMUM, ipd),
        viewport_size(node, PROP_BLOCK_PROGRESSION_DIMENSION_OPTIMUM, bpd),
    };
    Box intrinsic = intrinsic_of(node, graphic.image);
    Box size = intrinsic.width > 0 && intrinsic.height > 0
                   ? scaled(node, intrinsic, viewport)
                   : viewport;
    graphic.image_width = size.width;
    graphic.image_height = size.height;
    graphic.width = viewport.width ? viewport.width : size.width;
    graphic.height = viewport.height ? viewport.height : size.height;
    graphic.x = aligned(fo_enum(node, PROP_TEXT_ALIGN), graphic.width - size.width);
    graphic.y =
        aligned(fo_enum(node, PROP_DISPLAY_ALIGN), graphic.height - size.height);
    graphic.clip = size.width > graphic.width || size.height > graphic.height;
    return graphic;
}
