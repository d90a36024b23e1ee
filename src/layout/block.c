#include "layout/border.h"
#include "layout/marker.h"
#include "layout/mixed.h"
#include "layout/side.h"

VBreak
block_break_of(const FoNode *node, FoProperty property)
{
    if (!node)
        return BREAK_NONE;
    switch ((int)fo_enum(node, property)) {
    case ENUM_COLUMN:
        return BREAK_COLUMN;
    case ENUM_PAGE:
        return BREAK_PAGE;
    case ENUM_EVEN_PAGE:
        return BREAK_EVEN;
    case ENUM_ODD_PAGE:
        return BREAK_ODD;
    default:
        return BREAK_NONE;
    }
}

static int
precedence_of(const FoNode *node, FoProperty property)
{
    if (fo_enum(node, property) == ENUM_FORCE)
        return G_MAXINT;
    return (int)CLAMP(fo_number(node, property), 0, 1 << 20);
}

static void
add_space(const FoNode *node, const Frame *frame, VList *list, gboolean before)
{
    VSpace space = {
        fo_length(node, before ? PROP_SPACE_BEFORE_MINIMUM : PROP_SPACE_AFTER_MINIMUM,
                  frame->ipd),
        fo_length(node, before ? PROP_SPACE_BEFORE_OPTIMUM : PROP_SPACE_AFTER_OPTIMUM,
                  frame->ipd),
        fo_length(node, before ? PROP_SPACE_BEFORE_MAXIMUM : PROP_SPACE_AFTER_MAXIMUM,
                  frame->ipd),
        precedence_of(node, before ? PROP_SPACE_BEFORE_PRECEDENCE
                                   : PROP_SPACE_AFTER_PRECEDENCE),
        fo_enum(node, before ? PROP_SPACE_BEFORE_CONDITIONALITY
                             : PROP_SPACE_AFTER_CONDITIONALITY) == ENUM_RETAIN,
    };
    vlist_add_space(list, node, space, before);
}

/* Only a child of the flow can span the columns (XSL 1.1, 7.21.4). */
static void
check_span(const Layout *layout, const FoNode *node, const VList *list)
{
    const VChange *change = list->change_count ? &list->changes[0] : NULL;
    if (change && change->ipd != change->span_ipd && !list->spans &&
        fo_enum(node, PROP_SPAN) == ENUM_ALL && node->parent->kind != FO_FLOW)
        diag_report(layout->list_diag, &node->place, DIAG_SPAN,
                    "span=\"all\" op een %s binnen een ander object geldt niet",
                    fo_kind_name(node->kind));
}

int
block_open(Layout *layout, const Frame *frame, const FoNode *node, VList *list)
{
    check_span(layout, node, list);
    add_space(node, frame, list, TRUE);
    BorderSizes sizes = border_sizes(node, frame->ipd);
    Length start = fo_length(node, PROP_START_INDENT, frame->ipd);
    Length end = fo_length(node, PROP_END_INDENT, frame->ipd);
    VEntry *entry = vlist_open(list, node);
    gboolean runs_right = border_runs_right(node);
    BorderSide left = runs_right ? SIDE_START : SIDE_END;
    entry->x = frame->x + (runs_right ? start : end) - sizes.side[left];
    entry->is_fixed = frame->is_fixed;
    entry->width =
        frame->ipd - start - end + sizes.side[SIDE_START] + sizes.side[SIDE_END];
    entry->width = MAX(entry->width, 0);
    entry->size = sizes.side[SIDE_BEFORE];
    entry->kept_before = border_kept(node, SIDE_BEFORE, frame->ipd);
    entry->kept_after = border_kept(node, SIDE_AFTER, frame->ipd);
    entry->box = border_box(layout, layout->areas, node, frame->ipd);
    entry->keep_together = fo_keep(node, PROP_KEEP_TOGETHER_WITHIN_PAGE);
    entry->keep_together =
        MAX(entry->keep_together, fo_keep(node, PROP_KEEP_TOGETHER_WITHIN_COLUMN));
    entry->keep_previous = MAX(fo_keep(node, PROP_KEEP_WITH_PREVIOUS_WITHIN_PAGE),
                               fo_keep(node, PROP_KEEP_WITH_PREVIOUS_WITHIN_COLUMN));
    return list->count - 1;
}

void
block_close(Layout *layout, const Frame *frame, const FoNode *node, VList *list,
            int open)
{
    (void)layout;
    VEntry *entry = vlist_close(list, open);
    entry->size = border_sizes(node, frame->ipd).side[SIDE_AFTER];
    entry->keep_next = MAX(fo_keep(node, PROP_KEEP_WITH_NEXT_WITHIN_PAGE),
                           fo_keep(node, PROP_KEEP_WITH_NEXT_WITHIN_COLUMN));
    add_space(node, frame, list, FALSE);
    vlist_add_break(list, node, block_break_of(node, PROP_BREAK_AFTER));
}

static const FoNode *
first_content(const FoNode *node)
{
    const FoNode *child = node->first;
    while (child && child->kind == FO_MARKER)
        child = child->next;
    return child;
}

Length
block_ipd(const Frame *frame, const VList *list, int index)
{
    if (frame->is_fixed)
        return frame->ipd;
    return MAX(vlist_ipd(list, index, frame->ipd + frame->less) - frame->less, 1);
}

Frame
block_frame(const Frame *frame, const VList *list)
{
    Frame inside = *frame;
    inside.ipd = block_ipd(frame, list, list->count);
    return inside;
}

Frame
block_begin(const Frame *frame, const FoNode *node, VList *list)
{
    vlist_add_break(list, node, block_break_of(node, PROP_BREAK_BEFORE));
    side_keep(list);
    side_clear(node, list);
    Frame inside = block_frame(frame, list);
    return side_displace(&inside, node, list);
}

static gboolean
is_blank(const FoNode *text)
{
    for (int i = 0; i < text->length; i++)
        if (!g_ascii_isspace(text->text[i]))
            return FALSE;
    return TRUE;
}

/* The first child that is more than a marker or blank text, or NULL. */
static const FoNode *
first_block_of(const FoNode *node)
{
    const FoNode *child = first_content(node);
    while (child && child->kind == FO_TEXT && is_blank(child))
        child = child->next;
    return child;
}

static const FoNode *
first_case(const FoNode *node)
{
    const FoNode *child = node->first;
    while (child && (child->kind != FO_MULTI_CASE ||
                     fo_enum(child, PROP_STARTING_STATE) != ENUM_SHOW))
        child = child->next;
    return child;
}

static gboolean
chooses(const FoNode *node)
{
    return fo_enum(node, PROP_FOX_AUTO_TOGGLE) == ENUM_SELECT_FIRST_FITTING;
}

const FoNode *
block_shown_case(const Layout *layout, const FoNode *node)
{
    gpointer chosen = NULL;
    if (chooses(node) &&
        g_hash_table_lookup_extended(layout->choices, node, NULL, &chosen))
        return chosen;
    return first_case(node);
}

/* Whose children stand in node's place, where it has no area of its own; else NULL. */
static const FoNode *
holder_of(const Layout *layout, const FoNode *node)
{
    switch (node->kind) {
    case FO_MULTI_PROPERTIES:
        return node;
    case FO_WRAPPER:
    case FO_INLINE:
    case FO_BASIC_LINK:
    case FO_BIDI_OVERRIDE:
        return mixed_is_block(node) ? node : NULL;
    case FO_MULTI_SWITCH:
        return first_case(node);
    case FO_RETRIEVE_MARKER:
    case FO_RETRIEVE_TABLE_MARKER:
        return marker_lookup(layout, node);
    default:
        return NULL;
    }
}

gboolean
block_is_level(const Layout *layout, const FoNode *node)
{
    if (fo_kind_is_block(node->kind) || mixed_is_block(node))
        return TRUE;
    const FoNode *holder = holder_of(layout, node);
    const FoNode *child = holder ? first_block_of(holder) : NULL;
    return child && block_is_level(layout, child);
}

/* Whether a forced break is the last thing before what comes next. */
static gboolean
follows_break(const VList *list)
{
    int i = list->count - 1;
    while (i >= 0 && list->entries[i].kind != V_BOX && list->entries[i].kind != V_BREAK)
        i--;
    return i > 0 && list->entries[i].kind == V_BREAK;
}

/* An empty block has an area too (XSL 1.1, 6.5.2): a break before it is no last one. */
static void
build_block(Layout *layout, const Frame *frame, const FoNode *node, VList *list)
{
    int open = block_open(layout, frame, node, list);
    block_build_children(layout, frame, node, list);
    if (list->count == open + 1 && follows_break(list))
        vlist_add(list, V_BOX, node);
    block_close(layout, frame, node, list, open);
}

int
block_open_through(Layout *layout, const Frame *frame, const FoNode *node, VList *list)
{
    gboolean is_inline = node->kind == FO_INLINE || node->kind == FO_BASIC_LINK ||
                         node->kind == FO_BIDI_OVERRIDE;
    if (is_inline && border_box(layout, layout->areas, node, frame->ipd))
        diag_report(layout->list_diag, &node->place, DIAG_INLINE_BORDER,
                    "de rand of achtergrond van %s staat niet om de blokken erin",
                    fo_kind_name(node->kind));
    VEntry *entry = vlist_open(list, node);
    entry->x = frame->x;
    entry->width = frame->ipd;
    entry->is_fixed = frame->is_fixed;
    return list->count - 1;
}

/* What has no areas of its own: its children take its place. */
static void
build_through(Layout *layout, const Frame *frame, const FoNode *node, VList *list)
{
    int open = block_open_through(layout, frame, node, list);
    block_build_children(layout, frame, node, list);
    vlist_close(list, open);
}

void
block_build_float(Layout *layout, const Frame *frame, const FoNode *node, VList *list)
{
    if (fo_enum(node, PROP_FLOAT) != ENUM_NONE)
        diag_report(layout->list_diag, &node->place, DIAG_FLOAT,
                    "fo:float heeft geen plaats naast of boven de tekst; gezet tussen "
                    "de tekst");
    build_through(layout, frame, node, list);
}

/* fo:float (XSL 1.1, 6.12.2): one to the top of a page has no area here, one to a side takes
 * no room. */
static void
build_float(Layout *layout, const Frame *frame, const FoNode *node, VList *list)
{
    if (frame->note_ipd > 0 && fo_enum(node, PROP_FLOAT) == ENUM_BEFORE) {
        VEntry *entry = vlist_add(list, V_BOX, node);
        entry->content = CONTENT_FLOAT;
        entry->is_aside = TRUE;
        return;
    }
    Side *side = side_is(node) ? side_new(layout, frame, node) : NULL;
    if (side) {
        side_part(list, frame);
        g_autoptr(GArray) places = side_places(list);
        Length top = side_fit(places, frame, side, 0);
        if (side_is_far(frame, side, top)) {
            side_finish(list, -1);
            g_array_set_size(places, 0);
            top = side_fit(places, frame, side, 0);
        }
        side_add(list, side, top);
        return;
    }
    block_build_float(layout, frame, node, list);
}

static void
build_switch(Layout *layout, const Frame *frame, const FoNode *node, VList *list)
{
    const FoNode *shown = block_shown_case(layout, node);
    if (!chooses(node)) {
        if (shown)
            build_through(layout, frame, shown, list);
        return;
    }
    int open = block_open_through(layout, frame, node, list);
    if (shown)
        build_through(layout, frame, shown, list);
    vlist_close(list, open);
}

BlockBuilder
block_builder(FoKind kind)
{
    static const BlockBuilder builders[FO_KIND_COUNT] = {
        [FO_BLOCK] = build_block,
        [FO_BLOCK_CONTAINER] = container_build,
        [FO_LIST_BLOCK] = list_block_build,
        [FO_TABLE] = table_build,
        [FO_TABLE_AND_CAPTION] = captioned_build,
        [FO_FLOAT] = build_float,
        [FO_MULTI_SWITCH] = build_switch,
    };
    return builders[kind] ? builders[kind] : build_through;
}

void
block_build(Layout *layout, const Frame *frame, const FoNode *node, VList *list)
{
    Frame inside = block_begin(frame, node, list);
    inside.depth++;
    block_builder(node->kind)(layout, &inside, node, list);
}

static void
build_retrieved(Layout *layout, const Frame *frame, const FoNode *node, VList *list)
{
    const FoNode *marker = marker_lookup(layout, node);
    const FoNode *copy =
        marker ? fo_retrieve(layout->tree, layout->arena, marker, node, layout->diag)
               : NULL;
    if (copy)
        block_build_children(layout, frame, copy, list);
}

static gboolean
is_mark(const FoNode *node)
{
    return node->kind == FO_FLOAT || node->kind == FO_INDEX_RANGE_BEGIN ||
           node->kind == FO_INDEX_RANGE_END || node->kind == FO_CHANGE_BAR_BEGIN ||
           node->kind == FO_CHANGE_BAR_END;
}

/* Marks that stand among blocks, from child on: what follows them, or child where there are
 * none or text follows. */
static const FoNode *
build_marks(Layout *layout, const Frame *frame, const FoNode *child, VList *list)
{
    const FoNode *end = child;
    while (end && (is_mark(end) || (end->kind == FO_TEXT && is_blank(end))))
        end = end->next;
    if (end && !block_is_level(layout, end))
        return child;
    for (const FoNode *node = child; node != end; node = node->next)
        if (is_mark(node))
            block_build(layout, frame, node, list);
    return end;
}

void
block_build_children(Layout *layout, const Frame *frame, const FoNode *node,
                     VList *list)
{
    for (const FoNode *child = node->first; child;) {
        if (child->kind == FO_MARKER) {
            child = child->next;
            continue;
        }
        if (block_is_level(layout, child)) {
            if (child->kind == FO_RETRIEVE_MARKER ||
                child->kind == FO_RETRIEVE_TABLE_MARKER)
                build_retrieved(layout, frame, child, list);
            else
                block_build(layout, frame, child, list);
            child = child->next;
            continue;
        }
        const FoNode *end =
            is_mark(child) ? build_marks(layout, frame, child, list) : child;
        if (end != child) {
            child = end;
            continue;
        }
        while (end && !block_is_level(layout, end))
            end = end->next;
        mixed_build(layout, frame, node, child, end, list);
        child = end;
    }
}

void
block_extent(Layout *layout, const Frame *frame, const FoNode *node, Length *minimum,
             Length *maximum)
{
    if (frame->depth > FRAME_DEEPEST)
        return;
    if (node->kind == FO_TABLE) {
        table_extent(layout, frame, node, minimum, maximum);
        return;
    }
    Frame inside = *frame;
    inside.depth++;
    Length edges = 0;
    if (node->kind == FO_BLOCK)
        edges =
            fo_length(node, PROP_START_INDENT, 0) + fo_length(node, PROP_END_INDENT, 0);
    for (const FoNode *child = first_content(node); child;) {
        Length narrow = 0, wide = 0;
        if (child->kind == FO_MARKER) {
            child = child->next;
            continue;
        }
        if (block_is_level(layout, child)) {
            block_extent(layout, &inside, child, &narrow, &wide);
            child = child->next;
        } else {
            const FoNode *end = child;
            while (end && !block_is_level(layout, end))
                end = end->next;
            inline_extent(layout, frame, node, child, end, &narrow, &wide);
            narrow += edges;
            wide += edges;
            child = end;
        }
        *minimum = MAX(*minimum, narrow);
        *maximum = MAX(*maximum, wide);
    }
}
