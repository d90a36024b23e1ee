#include "layout/sequence.h"
#include "layout/border.h"
#include "layout/marker.h"
#include "layout/number.h"
#include "layout/place.h"

#include <string.h>

/* A page to be: the entries that go on it. */
typedef struct Slot {
    int from, to;
    gboolean blank;
} Slot;

typedef struct Sequence {
    Layout *layout;
    Masters *masters;
    const FoNode *node;
    const FoNode *flow;
    int first_number;
    int constant_from; /* index of the first of the pages that are all as high */
    VList *list;
    VItems items;
    GArray *slots; /* Slot */
} Sequence;

static const PageMaster *
master_at(const Sequence *sequence, int index, gboolean blank, gboolean is_last)
{
    PagePosition position = {index, sequence->first_number + index, blank, is_last};
    return master_select(sequence->masters, sequence->node, position);
}

static Length
body_height(gpointer owner, int line)
{
    return master_at(owner, line, FALSE, FALSE)->column_height;
}

/* Pages are of any shortness before they are overfull: an empty one is as bad as TeX's
 * infinitely bad line, so that the cube of what is left over tells the others apart. */
static KnuthParameters
page_parameters(Sequence *sequence, int first)
{
    const PageMaster *master = master_at(sequence, first, FALSE, FALSE);
    return (KnuthParameters){
        .measure = body_height,
        .owner = sequence,
        .first_line = first,
        .constant_from = sequence->constant_from,
        .ragged = KNUTH_RAGGED,
        .slack = master->column_height / 5,
        .pretolerance = -1,
        .tolerance = 10000,
        .line_penalty = 10,
    };
}

/* What gives way where the pages cannot be filled otherwise: first keeps, then all. */
typedef enum Rigour { STRICT, WITHOUT_KEEPS, LOOSE } Rigour;

/* The items of one stretch between forced breaks, after what the break before it leaves of
 * the space at its head. */
static KnuthItem *
segment_items(const Sequence *sequence, Length head, int from, int to, Arena *scratch,
              Rigour rigour, int *count)
{
    KnuthItem *items = arena_array(scratch, KnuthItem, to - from + 4);
    *count = 0;
    items[(*count)++] = (KnuthItem){.kind = KNUTH_BOX, .width = head};
    for (int i = from; i < to; i++) {
        KnuthItem *item = &items[(*count)++];
        *item = sequence->items.items[i];
        gboolean yields =
            rigour == LOOSE || (rigour == WITHOUT_KEEPS && sequence->items.kept[i]);
        if (yields && item->kind == KNUTH_PENALTY && item->penalty >= KNUTH_INFINITE)
            item->penalty = KNUTH_INFINITE - 1;
    }
    items[(*count)++] = (KnuthItem){.kind = KNUTH_GLUE, .infinite = TRUE, .stretch = 1};
    items[*count] = sequence->items.items[to];
    items[*count].post = 0;
    items[(*count)++].penalty = KNUTH_FORCED;
    return items;
}

static gboolean
any_overfull(const KnuthBreak *breaks, int count)
{
    for (int i = 0; i < count; i++)
        if (breaks[i].overfull)
            return TRUE;
    return FALSE;
}

static const FoNode *
content_node(const VList *list, int from, int to)
{
    for (int i = from; i < to; i++)
        if (list->entries[i].kind == V_BOX)
            return list->entries[i].node;
    return from < list->count ? list->entries[from].node : NULL;
}

/* Tells which keeps gave way. offset: index in the sequence's items of the segment's first. */
static void
report_breaks(const Sequence *sequence, const KnuthBreak *breaks, int count, int offset)
{
    Layout *layout = sequence->layout;
    for (int i = 0; i < count; i++) {
        int item = breaks[i].item + offset;
        const FoNode *kept =
            item < sequence->items.count ? sequence->items.kept[item] : NULL;
        if (kept && i < count - 1)
            diag_report(layout->pass_diag, &kept->place, DIAG_KEEP_BROKEN,
                        "%s past niet bijeen op een pagina en is gebroken",
                        fo_kind_name(kept->kind));
    }
}

static void
add_slot(Sequence *sequence, int from, int to, gboolean blank)
{
    Slot slot = {from, to, blank};
    g_array_append_val(sequence->slots, slot);
}

/* A break to an odd or even page leaves a blank one where the number is of the other kind. */
static void
add_blank(Sequence *sequence, VBreak forced)
{
    int number = sequence->first_number + (int)sequence->slots->len;
    if ((forced == BREAK_ODD && number % 2 == 0) ||
        (forced == BREAK_EVEN && number % 2 != 0))
        add_slot(sequence, 0, 0, TRUE);
}

static void
break_segment(Sequence *sequence, int from, int to)
{
    g_autoptr(Arena) scratch = arena_new();
    int first = (int)sequence->slots->len, count = 0, break_count = 0;
    KnuthParameters parameters = page_parameters(sequence, first);
    Length head = from > 0 ? sequence->items.items[from - 1].post : 0;
    int start = from;
    while (from > 0 && start < to && sequence->items.items[start].kind == KNUTH_GLUE)
        start++;
    KnuthBreak *breaks = NULL;
    Rigour rigour = STRICT;
    for (;; rigour++) {
        KnuthItem *items =
            segment_items(sequence, head, start, to, scratch, rigour, &count);
        breaks = knuth_break(scratch, items, count, &parameters, &break_count);
        if (rigour == LOOSE || !any_overfull(breaks, break_count))
            break;
    }
    int offset = start - 1;
    if (rigour != STRICT)
        report_breaks(sequence, breaks, break_count, offset);
    int entry = from > 0 ? sequence->items.entries[from - 1] : 0;
    for (int i = 0; i < break_count; i++) {
        gboolean is_end = i == break_count - 1;
        int next = is_end ? sequence->items.entries[to]
                          : sequence->items.entries[breaks[i].item + offset];
        add_slot(sequence, entry, next, FALSE);
        entry = next;
    }
}

static void
break_flow(Sequence *sequence)
{
    const VItems *items = &sequence->items;
    add_blank(sequence, items->start);
    int from = 0;
    for (int i = 0; i < items->count; i++) {
        if (items->items[i].kind != KNUTH_PENALTY ||
            items->items[i].penalty > KNUTH_FORCED)
            continue;
        break_segment(sequence, from, i);
        if (i < items->count - 1)
            add_blank(sequence, items->forced[i]);
        from = i + 1;
    }
}

static gboolean
is_wanted(const FoNode *sequence, FoEnum kind)
{
    return fo_enum(sequence, PROP_FORCE_PAGE_COUNT) == kind;
}

/* force-page-count (XSL 1.1, 7.27.6): a blank page behind the last where asked for. */
static void
fill_count(Sequence *sequence, int next_parity)
{
    int last = sequence->first_number + (int)sequence->slots->len - 1;
    gboolean is_odd = last % 2 != 0, is_count_odd = sequence->slots->len % 2 != 0;
    const FoNode *node = sequence->node;
    gboolean needed = (is_wanted(node, ENUM_EVEN) && is_count_odd) ||
                      (is_wanted(node, ENUM_ODD) && !is_count_odd) ||
                      (is_wanted(node, ENUM_END_ON_EVEN) && is_odd) ||
                      (is_wanted(node, ENUM_END_ON_ODD) && !is_odd) ||
                      (is_wanted(node, ENUM_AUTO) &&
                       ((next_parity == 1 && is_odd) || (next_parity == 2 && !is_odd)));
    if (needed)
        add_slot(sequence, 0, 0, TRUE);
}

static Area *
add_region_area(Layout *layout, Area *page, const Region *region)
{
    Place none = {0};
    Area *area =
        area_new(layout->document, AREA_REGION,
                 region->node ? fo_kind_name(region->node->kind) : "fo:region-body",
                 region->node ? region->node->place : none);
    area->name = region->name;
    area->x = region->x;
    area->y = region->y;
    area->width = region->width;
    area->height = region->height;
    if (region->node) {
        area->box = border_box(layout, layout->areas, region->node, region->width);
        area->clip = fo_enum(region->node, PROP_OVERFLOW) == ENUM_HIDDEN;
    }
    area_append(page, area);
    return area;
}

static Length
align_shift(const FoNode *node, Length room)
{
    FoEnum align = node ? fo_enum(node, PROP_DISPLAY_ALIGN) : ENUM_BEFORE;
    return room <= 0              ? 0
           : align == ENUM_CENTER ? room / 2
           : align == ENUM_AFTER  ? room
                                  : 0;
}

static void
shift_children(Area *area, Length shift)
{
    for (Area *child = shift ? area->first : NULL; child; child = child->next)
        child->y += shift;
}

static void
place_body(const Sequence *sequence, const PageMaster *master, Area *page,
           const Slot *slot)
{
    Layout *layout = sequence->layout;
    Area *region = add_region_area(layout, page, &master->regions[0]);
    if (slot->blank || !sequence->flow)
        return;
    Length height = place_slice(layout, sequence->list, slot->from, slot->to, region,
                                master->column_x, master->column_y);
    shift_children(
        region, align_shift(master->regions[0].node, master->column_height - height));
    const FoNode *node = content_node(sequence->list, slot->from, slot->to);
    if (height <= master->column_height || !node)
        return;
    diag_report(layout->pass_diag, &node->place, DIAG_PAGE_OVERFULL,
                "pagina %s is %.1f pt te vol", page->u.page.label,
                length_points(height - master->column_height));
    for (Area *child = region->first; child; child = child->next)
        child->hangs = TRUE;
}

static const FoNode *
static_content(const FoNode *sequence, const char *name)
{
    for (const FoNode *child = sequence->first; child; child = child->next)
        if (child->kind == FO_STATIC_CONTENT &&
            g_strcmp0(fo_string(child, PROP_FLOW_NAME), name) == 0)
            return child;
    return NULL;
}

/* Running heads and feet: no content to a reader (ISO 14289-1, 7.8). */
static void
place_static(const Sequence *sequence, const PageMaster *master, Area *page)
{
    Layout *layout = sequence->layout;
    for (int i = 0; i < master->region_count; i++) {
        const Region *region = &master->regions[i];
        const FoNode *content = static_content(sequence->node, region->name);
        if (i == 0 || (!content &&
                       !border_box(layout, layout->areas, region->node, region->width)))
            continue;
        Area *area = add_region_area(layout, page, region);
        area->artifact = TRUE;
        if (!content)
            continue;
        BorderSizes sizes = border_sizes(region->node, region->width);
        Frame frame = {
            .ipd =
                MAX(region->width - sizes.side[SIDE_START] - sizes.side[SIDE_END], 1),
            .bpd = region->height,
            .artifact = TRUE};
        VList *list = vlist_new(layout->scratch);
        layout->artifact = TRUE;
        block_build_children(layout, &frame, content, list);
        Length height = place_all(layout, list, area, sizes.side[SIDE_START],
                                  sizes.side[SIDE_BEFORE]);
        layout->artifact = FALSE;
        Length room = region->height - sizes.side[SIDE_BEFORE] - sizes.side[SIDE_AFTER];
        shift_children(area, align_shift(region->node, room - height));
    }
}

static const PageMaster *
final_master(const Sequence *sequence, int index, const Slot *slot)
{
    gboolean is_last = index == (int)sequence->slots->len - 1;
    return master_at(sequence, index, slot->blank, is_last);
}

static void
place_page(Sequence *sequence, int index)
{
    Layout *layout = sequence->layout;
    const Slot *slot = &g_array_index(sequence->slots, Slot, index);
    const PageMaster *master = final_master(sequence, index, slot);
    Place place = master->node ? master->node->place : sequence->node->place;
    Area *page = area_new(layout->document, AREA_PAGE, "fo:simple-page-master", place);
    page->name = master->name;
    page->width = master->width;
    page->height = master->height;
    page->u.page.number = sequence->first_number + index;
    page->u.page.label = number_format(layout->arena, page->u.page.number,
                                       fo_string(sequence->node, PROP_FORMAT));
    page->u.page.blank = slot->blank;
    page->u.page.first = index == 0;
    page->u.page.sequence = fo_string(sequence->node, PROP_ID);
    g_ptr_array_add(layout->document->pages, page);
    layout->page = page;
    layout->markers = markers_new(layout->areas, layout->markers, index == 0);
    if (index == 0)
        page->id = number_destination(layout, sequence->node);
    place_body(sequence, master, page, slot);
    place_static(sequence, master, page);
    layout->page = NULL;
}

static const FoNode *
flow_of(const FoNode *sequence)
{
    const FoNode *flow = sequence->first;
    while (flow && flow->kind != FO_FLOW)
        flow = flow->next;
    return flow;
}

VList *
sequence_list(Layout *layout, Masters *masters, const FoNode *sequence, int number,
              VItems *items)
{
    PagePosition first = {.number = number};
    const PageMaster *master = master_select(masters, sequence, first);
    Frame frame = {.ipd = master->column_width, .bpd = master->column_height};
    VList *list = vlist_new(layout->scratch);
    const FoNode *flow = flow_of(sequence);
    if (flow)
        block_build_children(layout, &frame, flow, list);
    *items = vlist_resolve(list, layout->scratch);
    return list;
}

int
sequence_set(Layout *layout, Masters *masters, const FoNode *node, int number,
             int next_parity)
{
    Sequence sequence = {.layout = layout,
                         .masters = masters,
                         .node = node,
                         .flow = flow_of(node),
                         .first_number = number};
    sequence.constant_from = masters_constant_from(masters, node, number);
    g_autoptr(Arena) scratch = arena_new();
    layout->scratch = scratch;
    sequence.slots = g_array_new(FALSE, FALSE, sizeof(Slot));
    sequence.list = sequence_list(layout, masters, node, number, &sequence.items);
    break_flow(&sequence);
    fill_count(&sequence, next_parity);
    for (guint i = 0; i < sequence.slots->len; i++)
        place_page(&sequence, (int)i);
    int next = number + (int)sequence.slots->len;
    g_array_unref(sequence.slots);
    layout->scratch = NULL;
    return next;
}

int
sequence_parity(const FoNode *sequence)
{
    const FoValue *value = fo_value(sequence, PROP_INITIAL_PAGE_NUMBER);
    if (value->kind == FO_VALUE_NUMBER)
        return (int)value->number % 2 != 0 ? 1 : 2;
    return value->keyword == ENUM_AUTO_ODD    ? 1
           : value->keyword == ENUM_AUTO_EVEN ? 2
                                              : 0;
}

int
sequence_first_number(const FoNode *sequence, int previous)
{
    const FoValue *value = fo_value(sequence, PROP_INITIAL_PAGE_NUMBER);
    if (value->kind == FO_VALUE_NUMBER)
        return MAX((int)value->number, 1);
    int number = previous + 1, parity = sequence_parity(sequence);
    gboolean is_odd = number % 2 != 0;
    return number + ((parity == 1 && !is_odd) || (parity == 2 && is_odd));
}
