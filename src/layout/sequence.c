#include "layout/sequence.h"
#include "layout/change.h"
#include "layout/container.h"
#include "layout/external.h"
#include "layout/marker.h"
#include "layout/number.h"
#include "layout/foot.h"
#include "layout/place.h"

#include <string.h>

typedef struct Sequence {
    Layout *layout;
    Masters *masters;
    const FoNode *node;
    Pages pages;   /* of its first flow */
    GArray *extra; /* Pages: of the others, which have regions of their own */
} Sequence;

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
        const AreaBox *box =
            border_box(layout, layout->areas, region->node, region->frame_width);
        area->box = border_turned(layout->areas, box,
                                  region->page_turn + border_lean(region->node));
        area->right_to_left = !border_runs_right(region->node);
        area->turn = region->turn;
        FoEnum overflow = fo_enum(region->node, PROP_OVERFLOW);
        area->clip = overflow == ENUM_HIDDEN || overflow == ENUM_ERROR_IF_OVERFLOW;
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

static Length
column_x(const PageMaster *master, const Piece *piece)
{
    int column = piece->spans ? 0 : piece->column;
    Length width = piece->spans ? master->body_width : master->column_width;
    Length x = column * (width + master->column_gap);
    return master->body_x + (master->runs_right ? x : master->body_width - width - x);
}

static Area *
add_column(const Sequence *sequence, Area *region, const PageMaster *master,
           const Piece *piece)
{
    Area *column = area_new(sequence->layout->document, AREA_REFERENCE,
                            "fo:region-body", region->place);
    column->name = piece->spans ? "span" : "column";
    column->x = column_x(master, piece);
    column->y = master->body_y + piece->top;
    column->width = piece->spans ? master->body_width : master->column_width;
    area_append(region, column);
    return column;
}

/* Places the pieces of a page. Returns the height they take. */
static Length
place_pieces(const Sequence *sequence, const PageMaster *master, const PagePlan *plan,
             Area *region, Length top)
{
    Length height = top;
    for (int i = 0; i < plan->piece_count; i++) {
        const Piece *piece =
            &g_array_index(sequence->pages.pieces, Piece, plan->first_piece + i);
        sequence->pages.list->spans = piece->spans;
        gboolean has_area = master->column_count > 1;
        Area *column = has_area ? add_column(sequence, region, master, piece) : region;
        if (has_area)
            column->y += top;
        Length own = place_adjusted(sequence->layout, sequence->pages.list, piece->from,
                                    piece->to, piece->ratio, column,
                                    has_area ? 0 : column_x(master, piece),
                                    has_area ? 0 : master->body_y + top + piece->top);
        if (has_area)
            column->height = own;
        height = MAX(height, top + piece->top + own);
    }
    return height;
}

static const FoNode *
first_node(const Sequence *sequence, const PagePlan *plan)
{
    const VList *list = sequence->pages.list;
    for (int i = 0; i < plan->piece_count; i++) {
        const Piece *piece =
            &g_array_index(sequence->pages.pieces, Piece, plan->first_piece + i);
        for (int entry = piece->from; entry < piece->to; entry++)
            if (list->entries[entry].kind == V_BOX)
                return list->entries[entry].node;
    }
    return NULL;
}

static void
report_overfull(const Sequence *sequence, const PagePlan *plan, Area *page,
                Area *region, Length over)
{
    const FoNode *node = first_node(sequence, plan);
    diag_report(sequence->layout->pass_diag, node ? &node->place : &page->place,
                DIAG_PAGE_OVERFULL, "pagina %s is %.1f pt te vol", page->u.page.label,
                length_points(over));
    for (Area *child = region->first; child; child = child->next)
        child->hangs = TRUE;
}

static void
shift_content(Area *area, Length shift)
{
    for (Area *child = area->first; child; child = child->next)
        child->y += shift;
}

/* The foot hangs below a body that is too full. */
static void
place_body(const Sequence *sequence, const PageMaster *master, Area *page,
           const PagePlan *plan)
{
    Layout *layout = sequence->layout;
    Area *region = add_region_area(layout, page, &master->regions[0]);
    if (plan->blank)
        return;
    const GArray *plans = sequence->pages.plans;
    if (sequence->pages.flow)
        marker_record(layout, sequence->pages.flow, page->u.page.first,
                      plan == &g_array_index(plans, PagePlan, plans->len - 1));
    Foot foot = foot_begin(layout, &sequence->pages, plan);
    Length floats = foot_place_floats(&foot, region, master);
    Length height = place_pieces(sequence, master, plan, region, floats);
    change_place(layout, region);
    foot_measure(&foot);
    Length room = master->body_height - height - foot.height;
    region->u.block.shift = align_shift(master->regions[0].node, room);
    shift_content(region, region->u.block.shift);
    foot_place(&foot, region, master, MAX(room, 0) + height);
    if (room < -LENGTH_ROUNDING)
        report_overfull(sequence, plan, page, region, -room);
}

/* The body of a page with the region of that name; NULL: it has none. */
static const PageMaster *
body_named(const PageMaster *master, const char *name)
{
    const PageMaster *at = master->first;
    while (at && (!at->region_count || g_strcmp0(at->regions[0].name, name) != 0))
        at = at->other;
    return at;
}

/* Whether a flow comes as far as a page. */
static gboolean
comes_to(Pages *pages, int index)
{
    if (index >= (int)pages->plans->len)
        return FALSE;
    const PagePlan *plan = pages_plan_of(pages, index);
    return plan->piece_count > 0 || plan->note_from < plan->note_to;
}

/* The flow of pages, in the body that it was planned for; returns that. */
static const PageMaster *
place_flow(const Sequence *sequence, Pages *pages, const PageMaster *master, Area *page,
           int index)
{
    gboolean is_last = index == (int)pages->plans->len - 1;
    const PageMaster *planned = pages_master(pages, index, FALSE, is_last);
    const PageMaster *body = body_named(master, planned->regions[0].name);
    Sequence own = *sequence;
    own.pages = *pages;
    place_body(&own, body ? body : planned, page, pages_plan_of(pages, index));
    return body;
}

/* The bodies of a page, each with the flow that goes there, and empty ones. master: with the
 * body of the first flow, or with the first body where it has none. */
static void
place_bodies(Sequence *sequence, const PageMaster *master, Area *page,
             const PagePlan *plan, int index)
{
    g_autoptr(GPtrArray) taken = g_ptr_array_new();
    if (sequence->extra->len == 0 || comes_to(&sequence->pages, index)) {
        place_body(sequence, master, page, plan);
        g_ptr_array_add(taken, (gpointer)master);
    }
    for (guint i = 0; i < sequence->extra->len; i++) {
        Pages *pages = &g_array_index(sequence->extra, Pages, i);
        if (comes_to(pages, index))
            g_ptr_array_add(taken,
                            (gpointer)place_flow(sequence, pages, master, page, index));
    }
    for (const PageMaster *at = master->first; at; at = at->other) {
        PagePlan none = {.blank = TRUE};
        if (!g_ptr_array_find(taken, at, NULL))
            place_body(sequence, at, page, &none);
    }
}

/* What is higher than its region runs into the text, but where the author has it so. */
static void
report_region(const Layout *layout, const Region *region, const FoNode *content,
              Area *area, Length over)
{
    for (Area *child = area->first; child; child = child->next)
        child->hangs = TRUE;
    if (fo_enum(region->node, PROP_OVERFLOW) == ENUM_VISIBLE)
        return;
    diag_report(layout->pass_diag, &content->place, DIAG_REGION_FULL,
                "de inhoud is %.1f pt hoger dan de %s", length_points(over),
                fo_kind_name(region->node->kind));
}

/* Running heads and feet: no content to a reader (ISO 14289-1, 7.8). */
static void
place_static(const Sequence *sequence, const PageMaster *master, Area *page)
{
    Layout *layout = sequence->layout;
    layout->page_width = master->width;
    layout->page_height = master->height;
    for (int i = 0; i < master->region_count; i++) {
        const Region *region = &master->regions[i];
        const FoNode *content = pages_static_content(&sequence->pages, region->name);
        if (i == 0)
            continue;
        Area *area = add_region_area(layout, page, region);
        area->artifact = TRUE;
        if (!content)
            continue;
        BorderInsets inset = border_insets(region->node, region->frame_width);
        Length across = inset.side[AREA_LEFT] + inset.side[AREA_RIGHT];
        Length down = inset.side[AREA_TOP] + inset.side[AREA_BOTTOM];
        Frame frame = {.ipd = MAX(region->frame_width - across, 1),
                       .bpd = MAX(region->frame_height - down, 1),
                       .artifact = TRUE};
        VList *list = vlist_new(layout->scratch);
        layout->artifact = TRUE;
        block_build_children(layout, &frame, content, list);
        Length height =
            place_all(layout, list, area, inset.side[AREA_LEFT], inset.side[AREA_TOP]);
        layout->artifact = FALSE;
        Length room = region->frame_height - down;
        if (height > room + LENGTH_ROUNDING)
            report_region(layout, region, content, area, height - room);
        area->u.block.shift = align_shift(region->node, room - height);
        shift_content(area, area->u.block.shift);
    }
}

static void
place_page(Sequence *sequence, int index)
{
    Layout *layout = sequence->layout;
    Pages *pages = &sequence->pages;
    const PagePlan *plan = pages_plan_of(pages, index);
    gboolean is_last = index == (int)pages->plans->len - 1;
    const PageMaster *master = pages_master(pages, index, plan->blank, is_last);
    masters_check(sequence->masters, sequence->node,
                  pages_position(pages, index, plan->blank, is_last));
    Place place = master->node ? master->node->place : sequence->node->place;
    Area *page = area_new(layout->document, AREA_PAGE, "fo:simple-page-master", place);
    page->name = master->name;
    page->width = master->width;
    page->height = master->height;
    page->u.page.number = pages->first_number + index;
    page->u.page.label =
        number_label(layout->arena, page->u.page.number, sequence->node);
    page->u.page.blank = plan->blank;
    page->u.page.first = index == 0;
    page->u.page.sequence = fo_string(sequence->node, PROP_ID);
    g_ptr_array_add(layout->document->pages, page);
    layout->page = page;
    layout->markers = markers_new(layout->areas, layout->markers, index == 0);
    if (index == 0)
        page->id = number_destination(layout, sequence->node);
    for (const FoNode *node = sequence->node; node; node = node->parent)
        number_record(layout, node);
    place_bodies(sequence, master, page, plan, index);
    place_static(sequence, master, page);
    container_place_absolutes(layout);
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

static Pages
pages_of(Layout *layout, Masters *masters, const FoNode *sequence, int number)
{
    return (Pages){.layout = layout,
                   .masters = masters,
                   .sequence = sequence,
                   .flow = flow_of(sequence),
                   .first_number = number};
}

VList *
sequence_list(Layout *layout, Masters *masters, const FoNode *sequence, int number)
{
    Pages pages = pages_of(layout, masters, sequence, number);
    pages_plan(&pages);
    pages_clear(&pages);
    return pages.list;
}

/* Plans the other flows, and tells how many pages they have; the first has as many. */
static void
plan_extra(Sequence *sequence)
{
    const FoNode *flow = sequence->pages.flow ? sequence->pages.flow->next : NULL;
    for (; flow; flow = flow->next) {
        if (flow->kind != FO_FLOW || !pages_have_region(&sequence->pages, flow))
            continue;
        Pages pages = sequence->pages;
        pages.flow = flow;
        pages.is_extra = TRUE;
        pages_plan(&pages);
        sequence->pages.least = MAX(sequence->pages.least, (int)pages.plans->len);
        g_array_append_val(sequence->extra, pages);
    }
}

/* A page that another flow has content on is not blank. */
static void
fill_blanks(Sequence *sequence)
{
    for (guint i = 0; i < sequence->extra->len; i++) {
        const Pages *pages = &g_array_index(sequence->extra, Pages, i);
        for (guint j = 0; j < pages->plans->len; j++)
            if (g_array_index(pages->plans, PagePlan, j).piece_count > 0)
                pages_plan_of(&sequence->pages, (int)j)->blank = FALSE;
    }
}

int
sequence_set(Layout *layout, Masters *masters, const FoNode *node, int number,
             int next_parity)
{
    if (node->kind == FO_EXTERNAL_DOCUMENT)
        return external_set(layout, node, number, next_parity);
    Sequence sequence = {.layout = layout, .masters = masters, .node = node};
    g_autoptr(Arena) scratch = arena_new();
    layout->scratch = scratch;
    sequence.pages = pages_of(layout, masters, node, number);
    sequence.pages.next_parity = next_parity;
    sequence.pages.empty_last = -1;
    sequence.extra = g_array_new(FALSE, FALSE, sizeof(Pages));
    plan_extra(&sequence);
    pages_plan(&sequence.pages);
    fill_blanks(&sequence);
    int count = (int)sequence.pages.plans->len;
    for (int i = 0; i < count; i++)
        place_page(&sequence, i);
    pages_clear(&sequence.pages);
    for (guint i = 0; i < sequence.extra->len; i++)
        pages_clear(&g_array_index(sequence.extra, Pages, i));
    g_array_unref(sequence.extra);
    layout->scratch = NULL;
    return number + count;
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
