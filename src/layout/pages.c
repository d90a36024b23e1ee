#include "layout/pages.h"
#include "layout/choose.h"
#include "layout/border.h"
#include "layout/place.h"

PagePosition
pages_position(const Pages *pages, int index, gboolean blank, gboolean is_last)
{
    gboolean counts = !pages->has_no_last || index == pages->empty_last;
    return (PagePosition){index, pages->first_number + index, blank, is_last && counts};
}

static const FoNode *
descendant(const FoNode *node, FoKind list, FoKind specifier)
{
    const FoNode *child = node->first;
    while (child && child->kind != list)
        child = child->next;
    child = child ? child->first : NULL;
    while (child && child->kind != specifier)
        child = child->next;
    return child;
}

/* The flow that the sequence's fo:flow-map assigns to a region; without one, that of its
 * name (XSL 1.1, 6.4.22). */
static const char *
flow_name_for(const Pages *pages, const char *region)
{
    const char *name = fo_string(pages->sequence, PROP_FLOW_MAP_REFERENCE);
    const FoNode *set = pages->layout->tree->root->first;
    while (set && set->kind != FO_LAYOUT_MASTER_SET)
        set = set->next;
    const FoNode *map = set && name && *name ? set->first : NULL;
    while (map && (map->kind != FO_FLOW_MAP ||
                   g_strcmp0(fo_string(map, PROP_FLOW_MAP_NAME), name) != 0))
        map = map->next;
    for (const FoNode *node = map ? map->first : NULL; node; node = node->next) {
        if (node->kind != FO_FLOW_ASSIGNMENT)
            continue;
        const FoNode *target =
            descendant(node, FO_FLOW_TARGET_LIST, FO_REGION_NAME_SPECIFIER);
        const FoNode *source =
            descendant(node, FO_FLOW_SOURCE_LIST, FO_FLOW_NAME_SPECIFIER);
        if (target && source &&
            g_strcmp0(fo_string(target, PROP_REGION_NAME_REFERENCE), region) == 0)
            return fo_string(source, PROP_FLOW_NAME_REFERENCE);
    }
    return region;
}

/* Whether the sequence's flow of that name goes to the body of a page. */
static gboolean
takes_flow(const Pages *pages, const PageMaster *master, const FoNode *flow)
{
    const char *name = flow ? fo_string(flow, PROP_FLOW_NAME) : NULL;
    return name && master->region_count &&
           g_strcmp0(flow_name_for(pages, master->regions[0].name), name) == 0;
}

/* With the body that the flow goes to, where there are more (XSL 1.1, 6.4.13). */
const PageMaster *
pages_master(const Pages *pages, int index, gboolean blank, gboolean is_last)
{
    PagePosition position = pages_position(pages, index, blank, is_last);
    const PageMaster *master = master_select(pages->masters, pages->sequence, position);
    for (const PageMaster *at = master->other ? master : NULL; at; at = at->other)
        if (takes_flow(pages, at, pages->flow))
            return at;
    return master;
}

PagePlan *
pages_plan_of(Pages *pages, int page)
{
    while ((int)pages->plans->len <= page) {
        PagePlan plan = {.first_piece = (int)pages->pieces->len,
                         .note_from = pages->cursor.inserted,
                         .note_to = pages->cursor.inserted};
        g_array_append_val(pages->plans, plan);
    }
    return &g_array_index(pages->plans, PagePlan, page);
}

Length
pages_notes_height(const Pages *pages, int page)
{
    if (!pages->notes || page >= (int)pages->plans->len)
        return 0;
    const PagePlan *plan = &g_array_index(pages->plans, PagePlan, page);
    if (plan->note_from == plan->note_to)
        return 0;
    return notes_height(pages->notes, plan->note_from, plan->note_to) +
           pages->notes->insertions.separator;
}

static gboolean
spans_all(const FoNode *node)
{
    return fo_enum(node, PROP_SPAN) == ENUM_ALL;
}

gboolean
pages_have_region(const Pages *pages, const FoNode *flow)
{
    enum { MOST = 20 };
    for (const FoNode *other = flow->previous; other; other = other->previous)
        if (other->kind == FO_FLOW && g_strcmp0(fo_string(other, PROP_FLOW_NAME),
                                                fo_string(flow, PROP_FLOW_NAME)) == 0)
            return FALSE;
    for (int i = 0; i < 2 * MOST; i++) {
        PagePosition position = pages_position(pages, i % MOST, FALSE, i >= MOST);
        const PageMaster *master =
            master_select(pages->masters, pages->sequence, position);
        for (; master; master = master->other)
            if (takes_flow(pages, master, flow))
                return TRUE;
    }
    return FALSE;
}

/* The children of a flow: where one spans all columns and the next does not, a new span
 * area begins (XSL 1.1, 4.2.5, 7.21.4). */
static void
build_flow(Pages *pages, const Frame *frame, const FoNode *flow, gboolean has_columns)
{
    VList *list = pages->list;
    if (!has_columns) {
        block_build_children(pages->layout, frame, flow, list);
        return;
    }
    for (const FoNode *child = flow->first; child; child = child->next) {
        if (child->kind == FO_MARKER)
            continue;
        if (list->spans != spans_all(child) && list->count > 0)
            vlist_add_break(list, child, BREAK_SPAN);
        list->spans = spans_all(child);
        block_build(pages->layout, frame, child, list);
    }
    list->spans = FALSE;
}

const FoNode *
pages_static_content(const Pages *pages, const char *region)
{
    const char *name = flow_name_for(pages, region);
    for (const FoNode *child = pages->sequence->first; child; child = child->next)
        if (child->kind == FO_STATIC_CONTENT &&
            g_strcmp0(fo_string(child, PROP_FLOW_NAME), name) == 0)
            return child;
    return NULL;
}

int
pages_next_with_flow(const Pages *pages, int page)
{
    enum { MOST = 100 };
    const char *flow = pages->flow ? fo_string(pages->flow, PROP_FLOW_NAME) : NULL;
    for (int i = page; flow && i < page + MOST; i++)
        if (takes_flow(pages, pages_master(pages, i, FALSE, FALSE), pages->flow))
            return i;
    if (flow)
        diag_report(pages->layout->diag, &pages->flow->place, DIAG_FLOW_REGION,
                    "geen fo:region-body heet “%s”, zoals de fo:flow", flow);
    return page;
}

/* Flows that no region is for come behind the first. */
static void
build_strays(Pages *pages, const Frame *frame, gboolean has_columns)
{
    for (const FoNode *flow = pages->flow->next; flow; flow = flow->next) {
        if (flow->kind != FO_FLOW || pages_have_region(pages, flow))
            continue;
        diag_report(pages->layout->list_diag, &flow->place, DIAG_FLOW_REGION,
                    "geen eigen fo:region-body heet “%s”, zoals de fo:flow",
                    fo_string(flow, PROP_FLOW_NAME));
        vlist_add_break(pages->list, flow, BREAK_PAGE);
        build_flow(pages, frame, flow, has_columns);
    }
}

Length
pages_separator_height(const Pages *pages, const char *name)
{
    const FoNode *content = pages_static_content(pages, name);
    if (!content)
        return 0;
    Length ipd = g_array_index(pages->changes, VChange, 0).span_ipd;
    Frame frame = {.ipd = ipd, .artifact = TRUE};
    VList *list = vlist_new(pages->layout->scratch);
    block_build_children(pages->layout, &frame, content, list);
    VItems items = vlist_resolve(list, pages->layout->scratch);
    return vlist_size(&items);
}

void
pages_build(Pages *pages)
{
    Layout *layout = pages->layout;
    const PageMaster *master = pages_master(pages, 0, FALSE, FALSE);
    VChange *first = &g_array_index(pages->changes, VChange, 0);
    layout->page_width = master->width;
    layout->page_height = master->height;
    if (layout->list_diag != layout->pass_diag)
        diag_free(layout->list_diag);
    layout->list_diag = diag_new();
    pages->list = vlist_new(layout->scratch);
    pages->list->changes = first;
    pages->list->change_count = (int)pages->changes->len;
    Frame frame = {
        .ipd = first->ipd, .bpd = master->body_height, .note_ipd = first->span_ipd};
    gboolean has_columns = masters_have_columns(pages->masters, pages->sequence);
    if (pages->flow)
        build_flow(pages, &frame, pages->flow, has_columns);
    if (pages->flow && !pages->is_extra)
        build_strays(pages, &frame, has_columns);
    pages->items = vlist_resolve(pages->list, layout->scratch);
    Frame note_frame = {.ipd = first->span_ipd, .bpd = master->body_height};
    pages->notes = notes_new(layout, &note_frame, pages->list, &pages->items,
                             pages_separator_height(pages, "xsl-footnote-separator"));
    if (pages->notes && pages->notes->has_floats)
        pages->notes->insertions.separator +=
            pages_separator_height(pages, "xsl-before-float-separator");
}

/* A break to an odd or even page leaves a blank one where the number is of the other kind. */
static void
add_blank(Pages *pages, VBreak forced)
{
    int number = pages->first_number + pages->cursor.page;
    if ((forced == BREAK_ODD && number % 2 == 0) ||
        (forced == BREAK_EVEN && number % 2 != 0))
        pages_plan_of(pages, pages->cursor.page++)->blank = TRUE;
}

/* Whether what stands on the cursor's page spans all columns: its area has but one. */
static gboolean
latest_spans(const Pages *pages)
{
    guint count = pages->pieces->len;
    const Piece *piece = count ? &g_array_index(pages->pieces, Piece, count - 1) : NULL;
    return piece && piece->page == pages->cursor.page && piece->spans;
}

/* Moves on to where the content behind a forced break goes. */
static void
advance(Pages *pages, VBreak forced)
{
    PageCursor *cursor = &pages->cursor;
    if (forced == BREAK_SPAN)
        return;
    const PageMaster *master = pages_master(pages, cursor->page, FALSE, FALSE);
    gboolean is_fresh = cursor->page >= (int)pages->plans->len;
    if (forced == BREAK_COLUMN && !latest_spans(pages) &&
        cursor->column + 1 < master->column_count) {
        cursor->column++;
        return;
    }
    cursor->column = 0;
    cursor->top = 0;
    cursor->page += !is_fresh;
    add_blank(pages, forced);
    cursor->page = pages_next_with_flow(pages, cursor->page);
}

/* Breaks the flow from the item on that follows a break. */
static void
break_flow(Pages *pages, int from)
{
    const VItems *items = &pages->items;
    for (int i = from; i < items->count; i++) {
        if (items->items[i].kind != KNUTH_PENALTY ||
            items->items[i].penalty > KNUTH_FORCED)
            continue;
        pages_break_band(pages, from, i);
        if (i < items->count - 1)
            advance(pages, items->forced[i]);
        from = i + 1;
    }
}

/* Footnotes that found no room at all go on pages of their own. */
static void
break_notes(Pages *pages)
{
    while (pages->notes && pages->cursor.inserted < pages->notes->count) {
        int page = pages_next_with_flow(pages, (int)pages->plans->len);
        int from = pages->cursor.inserted;
        const PageMaster *master = pages_master(pages, page, FALSE, FALSE);
        Length room = master->body_height - pages->notes->insertions.separator;
        PagePlan *plan = pages_plan_of(pages, page);
        plan->note_to = pages->cursor.inserted =
            notes_fitting(pages->notes, from, from + 1, pages->notes->count, room);
    }
}

static gboolean
is_wanted(const FoNode *sequence, FoEnum kind)
{
    return fo_enum(sequence, PROP_FORCE_PAGE_COUNT) == kind;
}

gboolean
pages_need_blank(const FoNode *sequence, int first_number, int count, int next_parity)
{
    gboolean is_odd = (first_number + count - 1) % 2 != 0;
    return (is_wanted(sequence, ENUM_EVEN) && count % 2 != 0) ||
           (is_wanted(sequence, ENUM_ODD) && count % 2 == 0) ||
           (is_wanted(sequence, ENUM_END_ON_EVEN) && is_odd) ||
           (is_wanted(sequence, ENUM_END_ON_ODD) && !is_odd) ||
           (is_wanted(sequence, ENUM_AUTO) &&
            ((next_parity == 1 && is_odd) || (next_parity == 2 && !is_odd)));
}

static gboolean
needs_blank(const Pages *pages)
{
    return pages_need_blank(pages->sequence, pages->first_number,
                            (int)pages->plans->len, pages->next_parity);
}

static gboolean
is_last_page(const Pages *pages, int page)
{
    return page == (int)pages->plans->len - 1 && !pages->ends_blank;
}

/* The first piece that was built for another width than that of its page; -1: none.
 * settled: pieces up to that entry are as they are. */
static int
find_misfit(const Pages *pages, int settled)
{
    for (guint i = 0; i < pages->pieces->len; i++) {
        const Piece *piece = &g_array_index(pages->pieces, Piece, i);
        if (piece->from <= settled)
            continue;
        const PageMaster *master =
            pages_master(pages, piece->page, FALSE, is_last_page(pages, piece->page));
        pages->list->spans = piece->spans;
        Length built = vlist_ipd(pages->list, piece->from, 0);
        pages->list->spans = FALSE;
        if (built != (piece->spans ? master->body_width : master->column_width))
            return (int)i;
    }
    return -1;
}

/* Item behind the break at which entry begins a page; 0 for the first. */
static int
item_at(const VItems *items, int entry)
{
    for (int i = 0; i < items->count && entry > 0; i++)
        if (items->items[i].kind == KNUTH_PENALTY && items->entries[i] == entry)
            return i + 1;
    return 0;
}

/* Builds the rest from a piece on for the width of its page, and breaks it again. */
static void
relay(Pages *pages, int index)
{
    Piece piece = g_array_index(pages->pieces, Piece, index);
    const PageMaster *master =
        pages_master(pages, piece.page, FALSE, is_last_page(pages, piece.page));
    PagePlan plan = g_array_index(pages->plans, PagePlan, piece.page);
    while (pages->changes->len > 0 &&
           g_array_index(pages->changes, VChange, pages->changes->len - 1).entry >=
               piece.from)
        g_array_set_size(pages->changes, pages->changes->len - 1);
    VChange change = {piece.from, master->column_width, master->body_width};
    g_array_append_val(pages->changes, change);
    pages_build(pages);
    gboolean is_first = index == plan.first_piece;
    g_array_set_size(pages->pieces, (guint)index);
    g_array_set_size(pages->plans, (guint)(piece.page + !is_first));
    if (!is_first)
        g_array_index(pages->plans, PagePlan, piece.page).piece_count =
            index - plan.first_piece;
    pages->cursor =
        (PageCursor){piece.page, piece.column, piece.top,
                     pages->notes ? MIN(plan.note_from, pages->notes->count) : 0};
    break_flow(pages, item_at(&pages->items, piece.from));
    break_notes(pages);
}

/* Pages of other widths; at most so many of them are fitted. A last page that is no longer
 * the last one when it has its width keeps that of the others. */
static void
fit_widths(Pages *pages)
{
    enum { MOST_RELAYS = 400, TRIES = 2 };
    int settled = -1, latest = -1, tries = 0;
    int misfit = find_misfit(pages, settled);
    for (int i = 0; misfit >= 0 && i < MOST_RELAYS; i++) {
        int entry = g_array_index(pages->pieces, Piece, misfit).from;
        tries = entry == latest ? tries + 1 : 1;
        latest = entry;
        relay(pages, misfit);
        settled = tries >= TRIES ? entry : entry - 1;
        misfit = find_misfit(pages, settled);
    }
    if (misfit >= 0)
        diag_report(pages->layout->pass_diag, &pages->sequence->place, DIAG_PAGE_WIDTHS,
                    "de breedte van de pagina’s blijft wisselen; vanaf pagina %d is "
                    "gezet op een andere breedte",
                    pages->first_number +
                        g_array_index(pages->pieces, Piece, misfit).page);
}

void
pages_break(Pages *pages)
{
    g_array_set_size(pages->plans, 0);
    g_array_set_size(pages->pieces, 0);
    if (pages->changes->len > 1) {
        g_array_set_size(pages->changes, 1);
        pages_build(pages);
    }
    pages->cursor = (PageCursor){0};
    add_blank(pages, pages->items.start);
    pages->cursor.page = pages_next_with_flow(pages, pages->cursor.page);
    break_flow(pages, 0);
    break_notes(pages);
    fit_widths(pages);
    if (pages->plans->len == 0)
        pages_plan_of(pages, 0);
}

static int
filled_pages(const Pages *pages)
{
    int count = 0;
    for (guint i = 0; i < pages->plans->len; i++)
        count += g_array_index(pages->plans, PagePlan, i).piece_count > 0;
    return count;
}

/* What fits on one page, but not on the smaller one for the only or last page, is on one. The
 * letter of 7.27.14 gives that page no master: as the only one it is too full, and as the
 * first it leaves nothing for a second. */
static void
avoid_second_page(Pages *pages)
{
    if (filled_pages(pages) != 2 || !masters_have_last(pages->masters, pages->sequence))
        return;
    pages->has_no_last = TRUE;
    pages_break(pages);
    if (filled_pages(pages) == 1)
        return;
    pages->has_no_last = FALSE;
    pages_break(pages);
}

/* Whether the last page is too full; where it has a master of its own it may be lower than
 * what was set on it beside the last line. */
static gboolean
last_overflows(const Pages *pages)
{
    int last = (int)pages->plans->len - 1;
    Length room = pages_master(pages, last, FALSE, TRUE)->body_height -
                  pages_notes_height(pages, last);
    for (guint i = 0; i < pages->pieces->len; i++) {
        const Piece *piece = &g_array_index(pages->pieces, Piece, i);
        if (piece->page == last && piece->top + piece->height > room + LENGTH_ROUNDING)
            return TRUE;
    }
    return FALSE;
}

/* What fits on a page like the others, but not on the smaller one for the last, is not on the
 * last one, which stays empty. */
static void
avoid_full_last(Pages *pages)
{
    if (pages->has_no_last || pages->plans->len < 2 || pages->ends_blank ||
        !masters_have_last(pages->masters, pages->sequence) || !last_overflows(pages))
        return;
    pages->has_no_last = TRUE;
    pages_break(pages);
    if (!last_overflows(pages)) {
        pages->empty_last = (int)pages->plans->len;
        pages_plan_of(pages, pages->empty_last);
        return;
    }
    pages->has_no_last = FALSE;
    pages_break(pages);
}

void
pages_plan(Pages *pages)
{
    pages->empty_last = -1;
    const PageMaster *master = pages_master(pages, 0, FALSE, FALSE);
    pages->plans = g_array_new(FALSE, FALSE, sizeof(PagePlan));
    pages->pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
    pages->changes = g_array_new(FALSE, FALSE, sizeof(VChange));
    VChange first = {0, master->column_width, master->body_width};
    g_array_append_val(pages->changes, first);
    g_hash_table_remove_all(pages->layout->choices);
    pages_build(pages);
    pages_break(pages);
    choose_cases(pages);
    avoid_second_page(pages);
    avoid_full_last(pages);
    if (pages->least > 0)
        pages_plan_of(pages, pages->least - 1);
    if (!pages->is_extra && needs_blank(pages)) {
        /* The last page is not the last one with content. */
        pages->ends_blank = TRUE;
        if (masters_have_last(pages->masters, pages->sequence))
            pages_break(pages);
        if (pages->least > 0)
            pages_plan_of(pages, pages->least - 1);
        if (needs_blank(pages))
            pages_plan_of(pages, (int)pages->plans->len)->blank = TRUE;
    }
    Layout *layout = pages->layout;
    layout_file_messages(layout->list_diag, layout->pass_diag);
    diag_free(layout->list_diag);
    layout->list_diag = layout->pass_diag;
}

void
pages_clear(Pages *pages)
{
    g_array_unref(pages->plans);
    g_array_unref(pages->pieces);
    g_array_unref(pages->changes);
}
