#include "layout/side.h"
#include "layout/border.h"
#include "layout/number.h"
#include "layout/place.h"

gboolean
side_is(const FoNode *node)
{
    FoEnum side = fo_enum(node, PROP_FLOAT);
    return side != ENUM_NONE && side != ENUM_BEFORE;
}

/* What lines beside floats have at least. */
static Length
least_room(const Frame *frame)
{
    return frame->ipd / 5;
}

/* The width that a float's content asks for: what its boxes say, else that of its lines when
 * none is broken. */
static Length
asked_width(Layout *layout, const Frame *frame, const FoNode *node, int depth)
{
    gboolean has_width = node->kind == FO_BLOCK_CONTAINER || node->kind == FO_TABLE;
    if (has_width && !fo_is_auto(node, PROP_INLINE_PROGRESSION_DIMENSION_OPTIMUM)) {
        BorderSizes sizes = border_sizes(node, frame->ipd);
        Length start = fo_length(node, PROP_START_INDENT, frame->ipd);
        Length end = fo_length(node, PROP_END_INDENT, frame->ipd);
        return fo_length(node, PROP_INLINE_PROGRESSION_DIMENSION_OPTIMUM, frame->ipd) +
               MAX(start, sizes.side[SIDE_START]) + MAX(end, sizes.side[SIDE_END]);
    }
    Length width = 0, narrow = 0;
    gboolean has_blocks = FALSE;
    for (const FoNode *child = node->first; child && depth < FRAME_DEEPEST;
         child = child->next)
        if (fo_kind_is_block(child->kind) && node->kind != FO_TABLE) {
            has_blocks = TRUE;
            width = MAX(width, asked_width(layout, frame, child, depth + 1));
        }
    if (!has_blocks)
        block_extent(layout, frame, node, &narrow, &width);
    return width;
}

static gboolean
is_at_right(const FoNode *node, FoEnum side)
{
    gboolean runs_right = border_runs_right(node);
    return side == ENUM_RIGHT || side == ENUM_OUTSIDE ||
           side == (runs_right ? ENUM_END : ENUM_START);
}

Side *
side_new(Layout *layout, const Frame *frame, const FoNode *node)
{
    if (frame->in_float || frame->depth > FRAME_DEEPEST)
        return NULL;
    FoEnum at = fo_enum(node, PROP_FLOAT);
    Length width = MAX(asked_width(layout, frame, node, 0), 1);
    if (width > frame->ipd - least_room(frame))
        return NULL;
    Side *side = arena_new0(layout->scratch, Side);
    side->node = node;
    side->width = width;
    side->at_right = is_at_right(node, at);
    side->moves = at == ENUM_INSIDE || at == ENUM_OUTSIDE;
    Frame inside = {.ipd = width,
                    .bpd = frame->bpd,
                    .note_ipd = frame->note_ipd,
                    .artifact = frame->artifact,
                    .in_float = TRUE,
                    .depth = frame->depth + 1};
    side->list = vlist_new(layout->scratch);
    block_build_children(layout, &inside, node, side->list);
    VItems items = vlist_resolve(side->list, layout->scratch);
    side->height = vlist_size(&items);
    return frame->bpd > 0 && side->height > frame->bpd / 10 * 9 ? NULL : side;
}

GArray *
side_places(const VList *list)
{
    GArray *places = g_array_new(FALSE, FALSE, sizeof(SidePlace));
    for (Side *side = list->sides; side; side = side->next) {
        Length done = vlist_height(list, side->entry + 1, list->count);
        SidePlace place = {side, side->offset - done};
        g_array_append_val(places, place);
    }
    return places;
}

static const SidePlace *
place_at(const GArray *places, guint i)
{
    return &g_array_index(places, SidePlace, i);
}

static Length
bottom_of(const SidePlace *place)
{
    return place->top + place->side->height;
}

SideRoom
side_room(const GArray *places, Length top, Length height)
{
    SideRoom room = {-LENGTH_MAX, LENGTH_MAX, -LENGTH_MAX, NULL};
    for (guint i = 0; i < places->len; i++) {
        const SidePlace *place = place_at(places, i);
        const Side *side = place->side;
        if (place->top >= top + MAX(height, 1) ||
            bottom_of(place) <= top + LENGTH_ROUNDING)
            continue;
        room.node = side->node;
        Length end = side->x + side->width;
        if (side->at_right)
            room.right = MIN(room.right, side->x);
        else
            room.left = MAX(room.left, end);
        if (side->at_right == side->moves)
            room.even_left = MAX(room.even_left, end + side->mirrored);
    }
    return room;
}

/* The next place further down where a float beside ends. */
static Length
next_bottom(const GArray *places, Length top)
{
    Length next = LENGTH_MAX;
    for (guint i = 0; i < places->len; i++)
        if (bottom_of(place_at(places, i)) > top)
            next = MIN(next, bottom_of(place_at(places, i)));
    return next;
}

static gboolean
is_cleared(const FoNode *node, const Side *side)
{
    FoEnum clear = fo_enum(node, PROP_CLEAR);
    return clear == ENUM_BOTH ||
           (clear != ENUM_NONE && is_at_right(node, clear) == side->at_right);
}

/* How far below top no float is that node is to be clear of. */
static Length
clear_top(const GArray *places, const FoNode *node, Length top)
{
    for (guint i = 0; i < places->len; i++)
        if (is_cleared(node, place_at(places, i)->side))
            top = MAX(top, bottom_of(place_at(places, i)));
    return top;
}

Length
side_fit(GArray *places, const Frame *frame, Side *side, Length top)
{
    for (guint i = 0; i < places->len; i++)
        top = MAX(top, place_at(places, i)->top);
    top = clear_top(places, side->node, top);
    Length start = frame->x, end = frame->x + frame->ipd;
    SideRoom room = side_room(places, top, side->height);
    while (room.node && MIN(room.right, end) - MAX(room.left, start) - side->width <
                            least_room(frame)) {
        top = next_bottom(places, top);
        room = side_room(places, top, side->height);
    }
    side->x =
        side->at_right ? MIN(room.right, end) - side->width : MAX(room.left, start);
    if (side->moves)
        side->mirrored = start + end - side->width - 2 * side->x;
    SidePlace place = {side, top};
    g_array_append_val(places, place);
    return top;
}

gboolean
side_is_far(const Frame *frame, const Side *side, Length top)
{
    return top > 0 && frame->bpd > 0 && top + side->height > frame->bpd / 2;
}

/* A place where very many are beside one another is left, so that time stays linear. */
static void
bound_sides(VList *list)
{
    int count = 0;
    for (const Side *side = list->sides; side; side = side->next)
        count++;
    if (count > SIDE_MOST)
        side_finish(list, -1);
}

void
side_part(VList *list, const Frame *frame)
{
    if (list->sides && frame->bpd > 0 &&
        vlist_height(list, list->first_side + 1, list->count) > frame->bpd / 3)
        side_finish(list, -1);
}

void
side_add(VList *list, Side *side, Length offset)
{
    bound_sides(list);
    if (!list->sides)
        list->first_side = list->count;
    side->entry = list->count;
    side->offset = offset;
    side->next = list->sides;
    list->sides = side;
    VEntry *entry = vlist_add(list, V_BOX, side->node);
    entry->content = CONTENT_SIDE;
    entry->item = side;
    entry->is_aside = TRUE;
    entry->x = side->x;
    entry->width = side->width;
}

/* Lets go of the floats that what follows is below of. */
static void
forget_ended(VList *list)
{
    Side **link = &list->sides;
    while (*link) {
        Length done = vlist_height(list, (*link)->entry + 1, list->count);
        if ((*link)->offset + (*link)->height <= done + LENGTH_ROUNDING)
            *link = (*link)->next;
        else
            link = &(*link)->next;
    }
}

void
side_add_bond(VList *list, const FoNode *node)
{
    VEntry *penalty = vlist_add(list, V_PENALTY, node);
    penalty->penalty = KNUTH_INFINITE;
    penalty->item = (gpointer)node;
}

void
side_keep(VList *list)
{
    if (!list->sides)
        return;
    forget_ended(list);
    const Side *side = list->sides;
    while (side && vlist_height(list, side->entry + 1, list->count) == 0)
        side = side->next;
    if (side)
        side_add_bond(list, side->node);
}

/* Room that is left empty so that what follows is below a float. */
static void
go_down(VList *list, const FoNode *node, Length height)
{
    if (height > LENGTH_ROUNDING)
        vlist_add(list, V_BOX, node)->size = height;
}

void
side_clear(const FoNode *node, VList *list)
{
    if (!list->sides || fo_enum(node, PROP_CLEAR) == ENUM_NONE)
        return;
    g_autoptr(GArray) places = side_places(list);
    go_down(list, node, clear_top(places, node, 0));
}

/* Whether intrusion-displace has the whole of node go aside (7.19.3). */
static gboolean
goes_whole(const FoNode *node)
{
    FoEnum displace = fo_enum(node, PROP_INTRUSION_DISPLACE);
    gboolean is_reference = node->kind == FO_TABLE ||
                            node->kind == FO_TABLE_AND_CAPTION ||
                            node->kind == FO_BLOCK_CONTAINER ||
                            node->kind == FO_LIST_ITEM || node->kind == FO_LIST_BLOCK;
    return displace == ENUM_BLOCK || (displace != ENUM_NONE && is_reference);
}

static Frame
narrowed(const Frame *frame, SideRoom room)
{
    Frame inside = *frame;
    Length left = MAX(room.left - frame->x, 0);
    Length right = MAX(frame->x + frame->ipd - room.right, 0);
    inside.x += left;
    inside.ipd = MAX(frame->ipd - left - right, 1);
    inside.less += frame->ipd - inside.ipd;
    return inside;
}

Frame
side_displace(const Frame *frame, const FoNode *node, VList *list)
{
    if (!list->sides || !goes_whole(node))
        return *frame;
    g_autoptr(GArray) places = side_places(list);
    Length needed = least_room(frame);
    if ((node->kind == FO_TABLE || node->kind == FO_BLOCK_CONTAINER) &&
        !fo_is_auto(node, PROP_INLINE_PROGRESSION_DIMENSION_OPTIMUM)) {
        /* Percentages are of what there is. */
        Length width = fo_length(node, PROP_INLINE_PROGRESSION_DIMENSION_OPTIMUM, 0);
        needed = CLAMP(width, needed, frame->ipd);
    }
    Length top = 0;
    Frame inside = narrowed(frame, side_room(places, top, 1));
    while (inside.ipd < needed && next_bottom(places, top) < LENGTH_MAX) {
        top = next_bottom(places, top);
        inside = narrowed(frame, side_room(places, top, 1));
    }
    go_down(list, node, top);
    return inside;
}

void
side_finish(VList *list, int from)
{
    Length rest = 0;
    const FoNode *node = list->sides ? list->sides->node : NULL;
    const FoNode *kept = NULL;
    while (list->sides && list->sides->entry > from) {
        const Side *side = list->sides;
        Length done = vlist_height(list, side->entry + 1, list->count);
        rest = MAX(rest, side->offset + side->height - done);
        kept = done > 0 ? side->node : kept;
        list->sides = side->next;
    }
    if (rest <= LENGTH_ROUNDING)
        return;
    if (kept)
        side_add_bond(list, kept);
    vlist_add(list, V_BOX, node)->size = rest;
}

void
side_place(Layout *layout, const Side *side, Area *parent, Length dx, Length y)
{
    Area *area =
        area_new(layout->document, AREA_REFERENCE, "fo:float", side->node->place);
    if (!layout->artifact) {
        area->element = layout_element(layout, side->node);
        area->id = number_destination(layout, side->node);
    }
    gboolean is_even = layout->page && layout->page->u.page.number % 2 == 0;
    area->name = "float";
    area->x = side->x + dx + (is_even ? side->mirrored : 0);
    area->y = y + side->offset;
    area->width = side->width;
    area->height = side->height;
    area->hangs = TRUE;
    area_append(parent, area);
    place_slice(layout, side->list, 0, side->list->count, area, 0, 0);
}
