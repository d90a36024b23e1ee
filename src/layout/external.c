#include "layout/external.h"
#include "layout/border.h"
#include "layout/graphic.h"
#include "layout/marker.h"
#include "layout/number.h"
#include "layout/pages.h"

static const AreaImage *
load(Layout *layout, const FoNode *node)
{
    gpointer found = NULL;
    if (g_hash_table_lookup_extended(layout->images, node, NULL, &found))
        return found;
    const char *uri = fo_string(node, PROP_SRC);
    AreaImage *image = image_load_pages(layout->arena, uri ? uri : "",
                                        layout->tree->base, &node->place, layout->diag);
    g_hash_table_insert(layout->images, (gpointer)node, image);
    return image;
}

/* A page as large as the viewport of the image, turned with it. */
static Area *
add_page(Layout *layout, const FoNode *node, int number, const Graphic *graphic)
{
    int turn = border_turn(node);
    gboolean is_sideways = turn % 180 != 0;
    Area *page =
        area_new(layout->document, AREA_PAGE, "fox:external-document", node->place);
    page->name = "";
    page->width = is_sideways ? graphic->height : graphic->width;
    page->height = is_sideways ? graphic->width : graphic->height;
    page->u.page.number = number;
    page->u.page.label = number_label(layout->arena, number, node);
    page->u.page.sequence = fo_string(node, PROP_ID);
    g_ptr_array_add(layout->document->pages, page);
    Area *region =
        area_new(layout->document, AREA_REGION, "fo:region-body", node->place);
    region->name = "xsl-region-body";
    region->width = page->width;
    region->height = page->height;
    region->turn = turn;
    area_append(page, region);
    return page;
}

static void
fill_page(Layout *layout, const FoNode *node, Area *page, const Graphic *graphic)
{
    const struct {
        AreaKind kind;
        const char *source;
    } chain[] = {{AREA_BLOCK, "fo:block"},
                 {AREA_LINE, "fo:block"},
                 {AREA_IMAGE, "fo:external-graphic"}};
    Area *area = page->first;
    for (gsize i = 0; i < G_N_ELEMENTS(chain); i++) {
        Area *inside =
            area_new(layout->document, chain[i].kind, chain[i].source, node->place);
        inside->width = graphic->width;
        inside->height = graphic->height;
        inside->element = layout_element(layout, node);
        area_append(area, inside);
        area = inside;
    }
    area->parent->u.line.baseline = graphic->height;
    area->parent->u.line.count = 1;
    area->u.image.object = number_object(node);
    graphic_show(graphic, area);
}

static void
set_page(Layout *layout, const FoNode *node, int number, const Graphic *graphic,
         gboolean is_blank)
{
    Area *page = add_page(layout, node, number, graphic);
    layout->page = page;
    page->u.page.blank = is_blank;
    page->id = number_destination(layout, node);
    for (const FoNode *outer = node->parent; outer; outer = outer->parent)
        number_record(layout, outer);
    if (!is_blank)
        fill_page(layout, node, page, graphic);
    layout->page = NULL;
}

int
external_set(Layout *layout, const FoNode *node, int number, int next_parity)
{
    const AreaImage *image = load(layout, node);
    if (!image)
        return number;
    layout->markers = markers_new(layout->areas, layout->markers, TRUE);
    guint first = layout->document->pages->len;
    Graphic graphic = {0};
    int count = 0;
    for (; image; image = image_next(image)) {
        graphic = graphic_sized(layout, node, image, -1);
        graphic.width = MAX(graphic.width, 1);
        graphic.height = MAX(graphic.height, 1);
        set_page(layout, node, number + count++, &graphic, FALSE);
    }
    Area *page = g_ptr_array_index(layout->document->pages, first);
    page->u.page.first = TRUE;
    if (pages_need_blank(node, number, count, next_parity))
        set_page(layout, node, number + count++, &graphic, TRUE);
    return number + count;
}
