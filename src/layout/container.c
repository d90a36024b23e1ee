#include "layout/container.h"
#include "layout/field.h"
#include "layout/marker.h"
#include "layout/number.h"
#include "layout/place.h"
#include "layout/side.h"

/* A specified size; 0 where it is auto. */
static Length
dimension(const FoNode *node, FoProperty property, Length base)
{
    if (fo_is_auto(node, property))
        return 0;
    return MAX(fo_length(node, property, base), 0);
}

static gboolean
is_sideways(int turn)
{
    return turn % 180 != 0;
}

static gboolean
is_absolute(const FoNode *node)
{
    FoEnum position = fo_enum(node, PROP_ABSOLUTE_POSITION);
    return node->kind != FO_INLINE_CONTAINER &&
           (position == ENUM_ABSOLUTE || position == ENUM_FIXED);
}

gboolean
container_clips(const FoNode *node)
{
    FoEnum overflow = fo_enum(node, PROP_OVERFLOW);
    return overflow == ENUM_HIDDEN || overflow == ENUM_ERROR_IF_OVERFLOW;
}

/* The rectangle that an absolute container is placed in. */
typedef struct Surroundings {
    Length width, height;
} Surroundings;

static Surroundings
surroundings_of(const Layout *layout, const Frame *frame, const FoNode *node)
{
    if (fo_enum(node, PROP_ABSOLUTE_POSITION) == ENUM_FIXED)
        return (Surroundings){layout->page_width, layout->page_height};
    return (Surroundings){frame->ipd, frame->bpd};
}

/* An absolute container's offsets along one axis, and its margins there. */
typedef struct Axis {
    FoProperty near, far, near_margin, far_margin;
} Axis;

static const Axis across_page = {PROP_LEFT, PROP_RIGHT, PROP_MARGIN_LEFT,
                                 PROP_MARGIN_RIGHT},
                  down_page = {PROP_TOP, PROP_BOTTOM, PROP_MARGIN_TOP,
                               PROP_MARGIN_BOTTOM};

/* Margins are of the width around (CSS2, 8.3). */
static Length
margin_of(const FoNode *node, FoProperty margin, const Surroundings *around)
{
    return fo_is_auto(node, margin) ? 0 : fo_length(node, margin, around->width);
}

/* What two opposite offsets and the margins leave of length (CSS2, 10.3.7); 0 where an
 * offset is auto. */
static Length
between(const FoNode *node, const Axis *axis, Length length, const Surroundings *around)
{
    if (fo_is_auto(node, axis->near) || fo_is_auto(node, axis->far))
        return 0;
    Length used = fo_length(node, axis->near, length) +
                  fo_length(node, axis->far, length) +
                  margin_of(node, axis->near_margin, around) +
                  margin_of(node, axis->far_margin, around);
    return MAX(length - used, 1);
}

static Length
offset(const FoNode *node, const Axis *axis, Length length, Length own,
       Length otherwise, const Surroundings *around)
{
    if (!fo_is_auto(node, axis->near))
        return fo_length(node, axis->near, length) +
               margin_of(node, axis->near_margin, around);
    if (!fo_is_auto(node, axis->far))
        return length - fo_length(node, axis->far, length) - own -
               margin_of(node, axis->far_margin, around);
    return otherwise;
}

/* The four offsets of an absolute container (XSL 1.1, 7.6). */
static void
set_offsets(Container *container, const Surroundings *around)
{
    const FoNode *node = container->node;
    container->x = offset(node, &across_page, around->width, container->width,
                          container->x, around);
    container->y =
        offset(node, &down_page, around->height, container->height, 0, around);
}

/* Content set on its own. */
static void
set_content(Layout *layout, const Frame *frame, Container *container, Length ipd,
            Length bpd)
{
    Frame inside = {.ipd = MAX(ipd, 1),
                    .bpd = bpd,
                    .note_ipd = container->is_absolute ? 0 : frame->note_ipd,
                    .artifact = frame->artifact,
                    .in_float = frame->in_float,
                    .depth = frame->depth + 1};
    container->list = vlist_new(layout->scratch);
    block_build_children(layout, &inside, container->node, container->list);
    VItems items = vlist_resolve(container->list, layout->scratch);
    container->content_height = vlist_size(&items);
    for (int i = 0; i < items.count; i++)
        if (items.items[i].kind == KNUTH_GLUE)
            container->shrink += items.items[i].shrink;
}

/* What its spaces give so that the content fits: a ratio of what they may. */
static double
settle_height(Container *container, Length room)
{
    Length over = container->content_height - room;
    if (over <= 0 || container->shrink <= 0)
        return 0;
    Length given = MIN(over, container->shrink);
    container->content_height -= given;
    return -(double)given / container->shrink;
}

static gboolean
is_in_cell(const FoNode *node)
{
    while (node && node->kind != FO_TABLE_CELL)
        node = node->parent;
    return node != NULL;
}

/* The measure of a container without a size that lies on its side: the height there is; what
 * its content asks for where none is known or a cell is to be as high as that. */
static Length
measure_sideways(Layout *layout, const Frame *frame, const FoNode *node, Length height)
{
    if (height > 0 && !is_in_cell(node))
        return height;
    Length narrow = 0, wide = 0, most = height > 0 ? height : layout->page_height;
    block_extent(layout, frame, node, &narrow, &wide);
    return CLAMP(wide, 1, most);
}

/* Sizes of the border rectangle and of its content. Its dimensions are those of its own
 * frame: where it is turned, its lines run up or down the page. */
static void
set_size(Layout *layout, const Frame *frame, Container *container, Length room)
{
    const FoNode *node = container->node;
    const Length *inset = container->inset.side;
    Length across = inset[AREA_LEFT] + inset[AREA_RIGHT];
    Length down = inset[AREA_TOP] + inset[AREA_BOTTOM];
    gboolean sideways = is_sideways(container->turn);
    Surroundings around = surroundings_of(layout, frame, node);
    if (!container->is_absolute)
        around.width = room;
    Length ipd = dimension(node, PROP_INLINE_PROGRESSION_DIMENSION_OPTIMUM,
                           sideways ? around.height : around.width);
    Length bpd = dimension(node, PROP_BLOCK_PROGRESSION_DIMENSION_OPTIMUM,
                           sideways ? around.width : around.height);
    if (container->is_absolute) {
        Length width = between(node, &across_page, around.width, &around);
        Length height = between(node, &down_page, around.height, &around);
        if (!ipd && (sideways ? height : width))
            ipd = MAX((sideways ? height : width) - across, 1);
        if (!bpd && (sideways ? width : height))
            bpd = MAX((sideways ? width : height) - down, 1);
    }
    if (!ipd && sideways)
        ipd = MAX(measure_sideways(layout, frame, node, around.height) - across, 1);
    else if (!ipd)
        ipd = container->is_absolute ? MAX(room - across, 1) : MAX(room, 1);
    set_content(layout, frame, container, ipd, bpd);
    container->room = bpd ? bpd : container->content_height;
    Length own_width = ipd + across, own_height = container->room + down;
    container->width = sideways ? own_height : own_width;
    container->height = sideways ? own_width : own_height;
    if (container->is_absolute)
        set_offsets(container, &around);
}

/* start: of the content rectangle in the frame, room: the width that its indents leave it. */
static Container *
container_new(Layout *layout, const Frame *frame, const FoNode *node, Length start,
              Length room)
{
    Container *container = arena_new0(layout->scratch, Container);
    container->node = node;
    container->turn = (border_turn(node) + border_lean(node)) % 360;
    container->is_absolute = is_absolute(node);
    container->is_fixed = fo_enum(node, PROP_ABSOLUTE_POSITION) == ENUM_FIXED;
    container->box = border_turned(layout->areas,
                                   border_box(layout, layout->areas, node, frame->ipd),
                                   border_lean(node));
    container->clip = container_clips(node);
    container->inset = border_insets(node, frame->ipd);
    BorderSizes sizes = border_sizes(node, frame->ipd);
    gboolean runs_right = border_runs_right(node);
    container->x = runs_right ? start - sizes.side[SIDE_START] : 0;
    set_size(layout, frame, container, room);
    if (!container->is_absolute)
        container->wider =
            container->width - room - sizes.side[SIDE_START] - sizes.side[SIDE_END];
    if (!runs_right && !container->is_absolute)
        container->x = frame->ipd - start + sizes.side[SIDE_START] - container->width;
    return container;
}

/* Of a turned one in a line whose extent along that is open, its content tells it; not of one
 * within another, or each level would be set twice for the one around it. */
static gboolean
asks_content(const FoNode *node)
{
    if (!is_sideways((border_turn(node) + border_lean(node)) % 360) ||
        !fo_is_auto(node, PROP_BLOCK_PROGRESSION_DIMENSION_OPTIMUM))
        return FALSE;
    const FoNode *around = node->parent;
    while (around && around->kind != FO_INLINE_CONTAINER)
        around = around->parent;
    return !around;
}

Container *
container_inline(Layout *layout, const Frame *frame, const FoNode *node)
{
    BorderSizes sizes = border_sizes(node, frame->ipd);
    Length room = frame->ipd - sizes.side[SIDE_START] - sizes.side[SIDE_END];
    Frame inside = *frame;
    inside.depth++;
    Container *container = container_new(layout, &inside, node, 0, MAX(room, 1));
    container->wider = 0;
    return container;
}

Length
container_inline_width(Layout *layout, const Frame *frame, const FoNode *node,
                       gboolean is_open)
{
    if (asks_content(node))
        return container_inline(layout, frame, node)->width;
    BorderInsets inset = border_insets(node, frame->ipd);
    gboolean sideways = is_sideways((border_turn(node) + border_lean(node)) % 360);
    FoProperty property = sideways ? PROP_BLOCK_PROGRESSION_DIMENSION_OPTIMUM
                                   : PROP_INLINE_PROGRESSION_DIMENSION_OPTIMUM;
    Length across = sideways ? inset.side[AREA_TOP] + inset.side[AREA_BOTTOM]
                             : inset.side[AREA_LEFT] + inset.side[AREA_RIGHT];
    Length given = dimension(node, property, frame->ipd), narrow = 0, wide = 0;
    if (given > 0)
        return given + across;
    if (!is_open || sideways)
        return frame->ipd;
    block_extent(layout, frame, node, &narrow, &wide);
    return wide + across;
}

/* Whether its content flows on with what is around it: it is as high as that. */
static gboolean
flows(const FoNode *node)
{
    return !field_is(node) &&
           fo_is_auto(node, PROP_BLOCK_PROGRESSION_DIMENSION_OPTIMUM) &&
           border_turn(node) == 0 && border_lean(node) == 0 && !is_absolute(node);
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
    side_finish(list, open);
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
    entry->is_aside = container->is_absolute;
    entry->x = container->is_absolute ? 0 : frame->x + container->x;
    entry->width = container->width;
    entry->size = container->is_absolute ? 0 : container->height;
    list->entries[open].size = 0;
    list->entries[open].box = NULL;
    list->entries[open].is_bare = TRUE;
    block_close(layout, frame, node, list, open);
    list->entries[list->entries[open].match].size = 0;
}

/* A container that its offsets place, when all around it has its place. */
typedef struct Absolute {
    const Container *container;
    Area *area;
} Absolute;

static void
add_absolute(Layout *layout, const Container *container, Area *area)
{
    Absolute absolute = {container, area};
    area->name = container->is_fixed ? "fixed" : "absolute";
    area->hangs = TRUE;
    if (!layout->absolutes)
        layout->absolutes = g_array_new(FALSE, FALSE, sizeof absolute);
    g_array_append_val(layout->absolutes, absolute);
}

/* The offsets count from the content of the reference area around it, or from the page
 * (XSL 1.1, 7.6.1). */
static void
place_absolute(const Container *container, Area *area)
{
    const Area *parent = area->parent;
    area->x = container->x;
    area->y = container->y;
    gboolean is_fixed = container->is_fixed;
    for (; parent->parent && (is_fixed || (parent->kind != AREA_REGION &&
                                           parent->kind != AREA_REFERENCE));
         parent = parent->parent) {
        area->x -= parent->x;
        area->y -= parent->y;
    }
    const AreaBox *box = is_fixed || parent->turn ? NULL : parent->box;
    if (box) {
        area->x += box->border[AREA_LEFT].width + box->padding[AREA_LEFT];
        area->y += box->border[AREA_TOP].width + box->padding[AREA_TOP];
    }
}

static void
report_overflow(const Layout *layout, const Container *container)
{
    Length over = container->content_height - container->room;
    if (over > LENGTH_ROUNDING)
        diag_report(layout->pass_diag, &container->node->place, DIAG_CONTAINER_FULL,
                    "de inhoud is %.1f pt hoger dan de %s", length_points(over),
                    fo_kind_name(container->node->kind));
    else if (container->wider > LENGTH_ROUNDING)
        diag_report(layout->pass_diag, &container->node->place, DIAG_CONTAINER_FULL,
                    is_sideways(container->turn)
                        ? "de gedraaide inhoud is %.1f pt breder dan er plaats is"
                        : "de fo:block-container is %.1f pt breder dan er plaats is",
                    length_points(container->wider));
}

/* What display-align moves its content down by. */
static Length
content_shift(const Container *container)
{
    Length left = container->room - container->content_height;
    FoEnum align = fo_enum(container->node, PROP_DISPLAY_ALIGN);
    return left <= 0              ? 0
           : align == ENUM_CENTER ? left / 2
           : align == ENUM_AFTER  ? left
                                  : 0;
}

Length
container_baseline(const Container *container)
{
    Length baseline = container->turn ? -1 : vlist_baseline(container->list);
    return baseline < 0
               ? container->height
               : container->inset.side[AREA_TOP] + content_shift(container) + baseline;
}

static void
move_relative(const FoNode *node, Area *area, Length ipd)
{
    Length right, down;
    border_offset(node, ipd, &right, &down);
    area->x += right;
    area->y += down;
    area->hangs |= right != 0 || down != 0;
}

/* A container that its offsets put off the page is there, but no one sees it; where it is
 * clipped, that is what its author wants. */
static void
report_off_page(const Layout *layout, const Container *container, const Area *area)
{
    Length x = 0, y = 0;
    const Area *at = area;
    for (; at && at->kind != AREA_PAGE; at = at->parent) {
        if (at != area && at->turn)
            return;
        x += at->x;
        y += at->y;
    }
    if (!at || (x < at->width && x + area->width > 0 && y < at->height &&
                y + area->height > 0))
        return;
    diag_report(layout->pass_diag, &container->node->place, DIAG_CONTAINER_OFF_PAGE,
                "de fo:block-container ligt buiten pagina %s", at->u.page.label);
}

void
container_place_absolutes(Layout *layout)
{
    for (guint i = 0; layout->absolutes && i < layout->absolutes->len; i++) {
        Absolute absolute = g_array_index(layout->absolutes, Absolute, i);
        place_absolute(absolute.container, absolute.area);
        if (!absolute.container->clip)
            report_off_page(layout, absolute.container, absolute.area);
    }
    g_clear_pointer(&layout->absolutes, g_array_unref);
}

void
container_place(Layout *layout, Container *container, Area *parent, Length x, Length y)
{
    Area *area = area_new(layout->document, AREA_REFERENCE,
                          fo_kind_name(container->node->kind), container->node->place);
    if (!layout->artifact) {
        area->element = layout_element(layout, container->node);
        area->id = number_destination(layout, container->node);
        marker_record(layout, container->node, TRUE, TRUE);
    }
    area->x = x;
    area->y = y;
    if (container->is_absolute)
        add_absolute(layout, container, area);
    else
        move_relative(container->node, area, parent->width);
    area->width = container->width;
    area->height = container->height;
    area->box = container->box;
    area->turn = container->turn;
    area->right_to_left = !border_runs_right(container->node);
    area->clip = container->clip;
    field_place(layout, container->node, area);
    area_append(parent, area);
    area->hangs |= container->wider > 0;
    double ratio = settle_height(container, container->room);
    Length left = container->room - container->content_height;
    Length shift = content_shift(container);
    area->u.block.shift = shift;
    place_adjusted(layout, container->list, 0, container->list->count, ratio, area,
                   container->inset.side[AREA_LEFT],
                   container->inset.side[AREA_TOP] + shift);
    report_overflow(layout, container);
    if (left < -LENGTH_ROUNDING && !container->clip)
        for (Area *child = area->first; child; child = child->next)
            child->hangs = TRUE;
}
