#include "layout/container.h"
#include "layout/border.h"
#include "layout/field.h"
#include "layout/number.h"
#include "layout/place.h"

static Length
dimension(const FoNode *node, FoProperty property, Length base)
{
    return fo_is_auto(node, property) ? 0 : fo_length(node, property, base);
}

static gboolean
is_sideways(int turn)
{
    return turn == 90 || turn == 270;
}

static int
turn_of(const FoNode *node)
{
    int turn = (int)fo_number(node, PROP_REFERENCE_ORIENTATION) % 360;
    return turn < 0 ? turn + 360 : turn / 90 * 90;
}

static gboolean
is_absolute(const FoNode *node)
{
    FoEnum position = fo_enum(node, PROP_ABSOLUTE_POSITION);
    return position == ENUM_ABSOLUTE || position == ENUM_FIXED;
}

/* The four offsets of an absolute container give what its size leaves open (7.6). */
static void
set_absolute(Container *container, const Frame *frame)
{
    const FoNode *node = container->node;
    container->is_absolute = TRUE;
    if (!fo_is_auto(node, PROP_LEFT))
        container->x = fo_length(node, PROP_LEFT, frame->ipd);
    else if (!fo_is_auto(node, PROP_RIGHT))
        container->x =
            frame->ipd - fo_length(node, PROP_RIGHT, frame->ipd) - container->width;
    if (!fo_is_auto(node, PROP_TOP))
        container->y = fo_length(node, PROP_TOP, frame->bpd);
    else if (!fo_is_auto(node, PROP_BOTTOM))
        container->y =
            frame->bpd - fo_length(node, PROP_BOTTOM, frame->bpd) - container->height;
}

/* Content set on its own: its measure is the container's width, or its height when it lies
 * on its side. */
static void
set_content(Layout *layout, const Frame *frame, Container *container, Length ipd,
            Length bpd)
{
    Frame inside = {.ipd = MAX(ipd, 1),
                    .bpd = bpd,
                    .note_ipd = frame->note_ipd,
                    .artifact = frame->artifact,
                    .depth = frame->depth + 1};
    container->list = vlist_new(layout->scratch);
    block_build_children(layout, &inside, container->node, container->list);
    VItems items = vlist_resolve(container->list, layout->scratch);
    container->content_height = vlist_size(&items);
}

static Container *
container_new(Layout *layout, const Frame *frame, const FoNode *node, Length start,
              Length room)
{
    Container *container = arena_new0(layout->scratch, Container);
    container->node = node;
    container->turn = turn_of(node);
    container->box = border_box(layout, layout->areas, node, room);
    container->clip = fo_enum(node, PROP_OVERFLOW) == ENUM_HIDDEN;
    BorderSizes sizes = border_sizes(node, room);
    Length across = sizes.side[SIDE_START] + sizes.side[SIDE_END];
    Length down = sizes.side[SIDE_BEFORE] + sizes.side[SIDE_AFTER];
    container->inset_x = sizes.side[SIDE_START];
    container->inset_y = sizes.side[SIDE_BEFORE];
    gboolean sideways = is_sideways(container->turn);
    Length width = dimension(node, PROP_INLINE_PROGRESSION_DIMENSION_OPTIMUM, room);
    Length height =
        dimension(node, PROP_BLOCK_PROGRESSION_DIMENSION_OPTIMUM, frame->bpd);
    if (sideways) {
        /* The dimensions are those of its own frame: its lines run up or down the page. */
        Length ipd = width ? width : MAX(frame->bpd - down, 1);
        set_content(layout, frame, container, ipd, height);
        container->height = ipd + down;
        container->width = (height ? height : container->content_height) + across;
    } else {
        Length ipd = width ? width : room;
        set_content(layout, frame, container, ipd, height);
        container->width = ipd + across;
        container->height = (height ? height : container->content_height) + down;
    }
    container->x = start;
    if (is_absolute(node))
        set_absolute(container, frame);
    return container;
}

/* Whether its content flows on with what is around it: it is as high as that. */
static gboolean
flows(const FoNode *node)
{
    return !field_is(node) &&
           fo_is_auto(node, PROP_BLOCK_PROGRESSION_DIMENSION_OPTIMUM) &&
           turn_of(node) == 0 && !is_absolute(node);
}

/* A width that is given wins over the end-indent (XSL 1.1, 5.3.4). */
static void
build_flowing(Layout *layout, const Frame *frame, const FoNode *node, VList *list)
{
    int open = block_open(layout, frame, node, list);
    VEntry *entry = &list->entries[open];
    BorderSizes sizes = border_sizes(node, frame->ipd);
    Length across = sizes.side[SIDE_START] + sizes.side[SIDE_END];
    Length given =
        dimension(node, PROP_INLINE_PROGRESSION_DIMENSION_OPTIMUM, frame->ipd);
    entry->is_reference = TRUE;
    Frame inside = *frame;
    if (given > 0) {
        Length wider = given + across - entry->width;
        inside.is_fixed = entry->is_fixed = TRUE;
        entry->x -= border_runs_right(node) ? 0 : wider;
        entry->width += wider;
    }
    inside.ipd = MAX(entry->width - across, 1);
    inside.less = frame->less + frame->ipd - inside.ipd;
    inside.x = entry->x + sizes.side[border_runs_right(node) ? SIDE_START : SIDE_END];
    block_build_children(layout, &inside, node, list);
    block_close(layout, frame, node, list, open);
}

void
container_build(Layout *layout, const Frame *frame, const FoNode *node, VList *list)
{
    if (flows(node)) {
        build_flowing(layout, frame, node, list);
        return;
    }
    int open = block_open(layout, frame, node, list);
    Length start = fo_length(node, PROP_START_INDENT, frame->ipd);
    Length room = frame->ipd - start - fo_length(node, PROP_END_INDENT, frame->ipd);
    Container *container = container_new(layout, frame, node, start, room);
    VEntry *entry = vlist_add(list, V_BOX, node);
    entry->content = CONTENT_CONTAINER;
    entry->item = container;
    entry->x = container->is_absolute ? 0 : frame->x + start - container->inset_x;
    entry->width = container->width;
    entry->size = container->is_absolute ? 0 : container->height;
    list->entries[open].size = 0;
    list->entries[open].box = NULL;
    block_close(layout, frame, node, list, open);
    list->entries[list->entries[open].match].size = 0;
}

void
container_place(Layout *layout, const Container *container, Area *parent, Length x,
                Length y)
{
    Area *area = area_new(layout->document, AREA_REFERENCE, "fo:block-container",
                          container->node->place);
    if (!layout->artifact)
        area->element = layout_element(layout, container->node);
    area->x = x;
    area->y = y;
    if (container->is_absolute) {
        area->x = container->x;
        area->y = container->y;
        for (; parent && parent->kind != AREA_REFERENCE && parent->kind != AREA_REGION;
             parent = parent->parent)
            ;
    }
    area->width = container->width;
    area->height = container->height;
    area->box = container->box;
    area->turn = container->turn;
    area->right_to_left = !border_runs_right(container->node);
    area->clip = container->clip;
    field_place(layout, container->node, area);
    area_append(parent, area);
    Length room = is_sideways(container->turn) ? area->width : area->height;
    room -= container->content_height + 2 * container->inset_y;
    FoEnum align = fo_enum(container->node, PROP_DISPLAY_ALIGN);
    Length shift = room <= 0              ? 0
                   : align == ENUM_CENTER ? room / 2
                   : align == ENUM_AFTER  ? room
                                          : 0;
    place_slice(layout, container->list, 0, container->list->count, area,
                container->inset_x, container->inset_y + shift);
    if (container->content_height > area->height && container->turn == 0)
        diag_report(layout->pass_diag, &container->node->place, DIAG_CONTAINER_FULL,
                    "de inhoud is %.1f pt hoger dan de fo:block-container",
                    length_points(container->content_height - area->height));
}
