#include "layout/balance.h"

/* A band on its way to pieces: the flow's items between two forced breaks. */
typedef struct Band {
    Pages *pages;
    int from, to; /* items; to: the forced penalty */
    PageCursor start;
    gboolean spans, is_final;
    GArray *cursors;   /* PageCursor of each line of the breaker: a column */
    Length reserve;    /* kept free on the first page for notes */
    gboolean may_wait; /* some of which were cited before: there need not be more */
} Band;

static gboolean
is_spanning(const Pages *pages, int entry)
{
    const VList *list = pages->list;
    if (entry >= list->count)
        return FALSE;
    while (list->entries[entry].enclosing >= 0)
        entry = list->entries[entry].enclosing;
    return fo_enum(list->entries[entry].node, PROP_SPAN) == ENUM_ALL;
}

/* The entry at which what follows the item begins. */
static int
entry_behind(const Pages *pages, int item)
{
    return item < 0 ? 0 : pages->items.entries[item];
}

static int
columns_on(const Band *band, int page)
{
    return band->spans ? 1
                       : pages_master(band->pages, page, FALSE, FALSE)->column_count;
}

static PageCursor
cursor_of(const Band *band, int line)
{
    while ((int)band->cursors->len <= line) {
        PageCursor cursor = band->start;
        if (band->cursors->len > 0) {
            cursor = g_array_index(band->cursors, PageCursor, band->cursors->len - 1);
            if (++cursor.column >= columns_on(band, cursor.page))
                cursor = (PageCursor){
                    .page = pages_next_with_flow(band->pages, cursor.page + 1)};
        }
        g_array_append_val(band->cursors, cursor);
    }
    return g_array_index(band->cursors, PageCursor, line);
}

static Length
measure_on(const Band *band, int line, gboolean is_last)
{
    PageCursor cursor = cursor_of(band, line);
    const PageMaster *master = pages_master(band->pages, cursor.page, FALSE, is_last);
    Length height = master->body_height;
    if (cursor.page == band->start.page)
        height -=
            cursor.top + pages_notes_height(band->pages, cursor.page) + band->reserve;
    return MAX(height, 0) + LENGTH_ROUNDING;
}

static Length
measure_line(gpointer owner, int line)
{
    return measure_on(owner, line, FALSE);
}

static Length
measure_last(gpointer owner, int line)
{
    return measure_on(owner, line, TRUE);
}

/* The line from which on all are as high; the first may begin in the midst of a page. */
static int
constant_from(const Band *band)
{
    const Pages *pages = band->pages;
    if (masters_have_columns(pages->masters, pages->sequence) ||
        pages_master(pages, band->start.page, FALSE, FALSE)->other)
        return G_MAXINT;
    int page =
        masters_constant_from(pages->masters, pages->sequence, pages->first_number);
    return page == G_MAXINT ? G_MAXINT : MAX(page - band->start.page, 1);
}

/* A last page of which less than a tenth is filled is as bad as one before it that stays a
 * fifth short: it takes some lines from there. */
enum { RUNT = 10, RUNT_DEMERITS = 12000 };

/* Pages are of any shortness before they are overfull: an empty one is as bad as TeX's
 * infinitely bad line, so that the cube of what is left over tells the others apart. */
enum {
    PAGE_DEMERITS = 20000
}; /* spaces shrink before there is another page, but
                                 where notes may be cut instead */

static KnuthParameters
band_parameters(Band *band)
{
    const PageMaster *master =
        pages_master(band->pages, band->start.page, FALSE, FALSE);
    KnuthParameters parameters = {
        .measure = measure_line,
        .owner = band,
        .constant_from = constant_from(band),
        .ragged = KNUTH_SHRINKING,
        .slack = MAX(master->body_height / 5, 1),
        .pretolerance = -1,
        .tolerance = 10000,
        .line_penalty = 10,
        .line_demerits = band->pages->notes ? 0 : PAGE_DEMERITS,
        .inserted = band->start.inserted,
    };
    if (band->is_final && !band->pages->ends_blank)
        parameters.last_measure = measure_last;
    if (band->is_final || band->pages->items.forced[band->to] >= BREAK_PAGE) {
        parameters.shortest_last = master->body_height / RUNT;
        parameters.short_last_demerits = RUNT_DEMERITS;
    }
    return parameters;
}

/* What gives way where the pages cannot be filled otherwise: first keeps, then all. */
typedef enum Rigour { STRICT, WITHOUT_KEEPS, LOOSE } Rigour;

/* What the breaker gets of a band. */
typedef struct Draft {
    Arena *arena;
    KnuthItem *items;
    int *
        origins; /* an item each: its index among those of the flow, or that before it */
    int *cited;
    int count;
    KnuthInsertions insertions;
} Draft;

static KnuthItem *
add_item(Draft *draft, KnuthItem item, int origin)
{
    draft->items[draft->count] = item;
    draft->origins[draft->count] = origin;
    return &draft->items[draft->count++];
}

/* The items from … to, after what the break before them leaves of the space at their head.
 * Where the first column is not a fresh one, all may go to the next. */
static Draft
draft_new(const Band *band, int from, int to, Rigour rigour, Arena *arena)
{
    const VItems *items = &band->pages->items;
    Draft draft = {.arena = arena};
    draft.items = arena_array(arena, KnuthItem, to - from + 8);
    draft.origins = arena_array(arena, int, to - from + 8);
    Length head = from > 0 ? items->items[from - 1].post : 0;
    while (from > 0 && from < to && items->items[from].kind == KNUTH_GLUE)
        from++;
    if (band->start.top > 0 || (band->reserve > 0 && band->may_wait)) {
        add_item(&draft, (KnuthItem){.kind = KNUTH_BOX}, from - 1);
        add_item(&draft, (KnuthItem){.kind = KNUTH_PENALTY}, from - 1);
    }
    add_item(&draft, (KnuthItem){.kind = KNUTH_BOX, .width = head}, from - 1);
    for (int i = from; i < to && !items->items[i].infinite; i++) {
        KnuthItem *item = add_item(&draft, items->items[i], i);
        gboolean yields =
            rigour == LOOSE || (rigour == WITHOUT_KEEPS && items->kept[i]);
        if (yields && item->kind == KNUTH_PENALTY && item->penalty >= KNUTH_INFINITE)
            item->penalty = KNUTH_INFINITE - 1;
    }
    add_item(&draft, (KnuthItem){.kind = KNUTH_PENALTY, .penalty = KNUTH_INFINITE}, to);
    add_item(&draft, (KnuthItem){.kind = KNUTH_GLUE, .infinite = TRUE, .stretch = 1},
             to);
    KnuthItem *end = add_item(&draft, items->items[to], to);
    end->post = 0;
    end->penalty = KNUTH_FORCED;
    return draft;
}

static void
cite(Draft *draft, const Notes *notes)
{
    draft->cited = arena_array(draft->arena, int, draft->count + 1);
    for (int i = 0; i < draft->count; i++)
        draft->cited[i] = notes->insertions.cited[MAX(draft->origins[i], 0)];
    draft->cited[draft->count] = draft->cited[draft->count - 1];
    draft->insertions = notes->insertions;
    draft->insertions.cited = draft->cited;
}

static gboolean
any_overfull(const KnuthBreak *breaks, int count)
{
    for (int i = 0; i < count; i++)
        if (breaks[i].overfull)
            return TRUE;
    return FALSE;
}

/* Tells which keeps gave way. */
static void
report_breaks(const Band *band, const Draft *draft, const KnuthBreak *breaks, int count)
{
    Layout *layout = band->pages->layout;
    for (int i = 0; i < count - 1; i++) {
        int item = draft->origins[breaks[i].item];
        const FoNode *kept = item >= 0 ? band->pages->items.kept[item] : NULL;
        if (kept)
            diag_report(layout->pass_diag, &kept->place, DIAG_KEEP_BROKEN,
                        "%s past niet bijeen op een pagina en is gebroken",
                        fo_kind_name(kept->kind));
    }
}

/* Where a line ends: as a break of the breaker, in the flow's items. There is room for more
 * columns behind them. */
static PageBreak *
translate(const Draft *draft, const KnuthBreak *breaks, int count)
{
    PageBreak *result = arena_array(draft->arena, PageBreak, count + MASTER_COLUMNS);
    for (int i = 0; i < count; i++)
        result[i] = (PageBreak){.item = draft->origins[breaks[i].item],
                                .height = breaks[i].natural,
                                .ratio = breaks[i].ratio,
                                .inserted = breaks[i].inserted,
                                .is_empty = i == 0 && breaks[i].item == 1 &&
                                            draft->items[1].kind == KNUTH_PENALTY};
    return result;
}

/* The best breaks of the items from … to; with_notes: their notes count too. */
static PageBreak *
find_breaks(Band *band, int from, int to, gboolean with_notes, Arena *arena, int *count)
{
    KnuthParameters parameters = band_parameters(band);
    for (Rigour rigour = STRICT;; rigour++) {
        Draft draft = draft_new(band, from, to, rigour, arena);
        if (with_notes && band->pages->notes) {
            cite(&draft, band->pages->notes);
            parameters.insertions = &draft.insertions;
        }
        KnuthBreak *breaks =
            knuth_break(arena, draft.items, draft.count, &parameters, count);
        if (rigour != LOOSE && any_overfull(breaks, *count))
            continue;
        if (rigour != STRICT)
            report_breaks(band, &draft, breaks, *count);
        return translate(&draft, breaks, *count);
    }
}

static Length
height_of(const Band *band, int line, const PageBreak *end)
{
    return end->ratio < 0 ? MIN(end->height, measure_on(band, line, FALSE))
                          : end->height;
}

/* Whether a line of the band is to be filled: others of it follow on another page or in
 * another column, and its region does not say where content stands. */
static gboolean
fills_page(const Band *band, int count, int line)
{
    const PageMaster *master =
        pages_master(band->pages, cursor_of(band, line).page, FALSE, FALSE);
    const FoNode *body = master->regions[0].node;
    return line < count - 1 &&
           (!body || fo_enum(body, PROP_DISPLAY_ALIGN) == ENUM_AUTO);
}

/* By how much of what they may the spaces of a line shrink (below 0) so that it fits, or grow
 * so that it is full: the columns of a page and pages that face each other end together. 0
 * where it would not be full even so. */
static double
space_ratio(const Band *band, int before, const PageBreak *end, int note_from, int line,
            gboolean is_filled)
{
    const Pages *pages = band->pages;
    gint64 stretch = 0, shrink = 0;
    Length room = measure_on(band, line, FALSE) - LENGTH_ROUNDING - end->height;
    if (pages->notes && end->inserted > note_from && band->reserve == 0)
        room -= notes_height(pages->notes, note_from, end->inserted) +
                pages->notes->insertions.separator;
    int from = before + 1;
    while (from < end->item && pages->items.items[from].kind == KNUTH_GLUE)
        from++;
    for (int i = from; i < end->item; i++) {
        const KnuthItem *item = &pages->items.items[i];
        stretch += item->kind == KNUTH_GLUE ? item->stretch : 0;
        shrink += item->kind == KNUTH_GLUE ? item->shrink : 0;
    }
    if (end->ratio < 0)
        return room < 0 && room > -shrink ? (double)room / (double)shrink : end->ratio;
    return is_filled && room > 0 && room <= stretch ? (double)room / (double)stretch
                                                    : 0;
}

/* Plans the lines of a band, the first of which begins behind item `before`. Returns the item
 * that ends the last. */
static int
commit(Band *band, const PageBreak *breaks, int count, int before)
{
    Pages *pages = band->pages;
    for (int i = 0; i < count; i++) {
        PageCursor cursor = cursor_of(band, i);
        PagePlan *plan = pages_plan_of(pages, cursor.page);
        pages->cursor.page = cursor.page;
        pages->cursor.column = cursor.column;
        pages->cursor.top = cursor.top;
        if (breaks[i].inserted > plan->note_to)
            plan->note_to = pages->cursor.inserted = breaks[i].inserted;
        if (breaks[i].is_empty)
            continue;
        Piece piece = {.page = cursor.page,
                       .from = entry_behind(pages, before),
                       .to = entry_behind(pages, breaks[i].item),
                       .column = cursor.column,
                       .spans = band->spans,
                       .top = cursor.top,
                       .height = height_of(band, i, &breaks[i])};
        piece.ratio = space_ratio(band, before, &breaks[i], plan->note_from, i,
                                  fills_page(band, count, i));
        before = breaks[i].item;
        if (piece.from == piece.to)
            continue;
        g_array_append_val(pages->pieces, piece);
        plan->piece_count++;
    }
    return before;
}

/* The lines of the last page in columns of even height, where nothing but another span area
 * or the end follows. */
static void
even_out(Band *band, PageBreak *breaks, int *count, Arena *arena)
{
    int last = cursor_of(band, *count - 1).page, first = *count - 1;
    while (first > 0 && cursor_of(band, first - 1).page == last)
        first--;
    PageCursor cursor = cursor_of(band, first);
    int columns = columns_on(band, last);
    if (columns < 2 || cursor.column > 0 || breaks[first].is_empty)
        return;
    int before = first > 0 ? breaks[first - 1].item : band->from - 1, found = 0;
    Length height = measure_on(band, first, band->is_final);
    PageBreak *even = balance_columns(band->pages, before + 1, band->to, columns,
                                      height, arena, &found);
    if (!even)
        return;
    for (int i = 0; i < found; i++) {
        even[i].inserted = breaks[*count - 1].inserted;
        breaks[first + i] = even[i];
    }
    *count = first + found;
}

static Length
tallest(const Band *band, const PageBreak *breaks, int count)
{
    int last = cursor_of(band, count - 1).page;
    Length height = height_of(band, count - 1, &breaks[count - 1]);
    for (int i = count - 2; i >= 0 && cursor_of(band, i).page == last; i--)
        height = MAX(height, height_of(band, i, &breaks[i]));
    return height;
}

/* Behind a span area the next one begins, below it. */
static void
end_span_area(Band *band, const PageBreak *breaks, int count)
{
    if (band->pages->items.forced[band->to] != BREAK_SPAN)
        return;
    band->pages->cursor.top += tallest(band, breaks, count);
    band->pages->cursor.column = 0;
}

static void
break_whole(Band *band, gboolean is_evened)
{
    g_autoptr(Arena) arena = arena_new();
    int count = 0;
    PageBreak *breaks = find_breaks(band, band->from, band->to, TRUE, arena, &count);
    if (is_evened)
        even_out(band, breaks, &count, arena);
    commit(band, breaks, count, band->from - 1);
    end_span_area(band, breaks, count);
}

/* As many items behind `from` as a page and what comes after it may need; the item that ends
 * them. */
static int
window_end(const Band *band, int from)
{
    const PageMaster *master =
        pages_master(band->pages, band->start.page, FALSE, FALSE);
    gint64 room =
               (gint64)master->body_height * (2 * columns_on(band, band->start.page)),
           size = 0;
    for (int i = from; i < band->to; i++) {
        const KnuthItem *item = &band->pages->items.items[i];
        if (item->kind != KNUTH_PENALTY)
            size += item->width;
        else if (size > room && item->penalty < KNUTH_INFINITE)
            return i;
    }
    return band->to;
}

/* One page of columns with notes at its foot: room is kept for them, until there is enough
 * for those that the columns cite which are left. */
static PageBreak *
find_page(Band *band, int from, gboolean is_evened, Arena *arena, int *count)
{
    enum { TRIES = 20 };
    const Pages *pages = band->pages;
    const Notes *notes = pages->notes;
    int end = window_end(band, from), cited_before = notes->insertions.cited[from];
    Length most = pages_master(pages, band->start.page, FALSE, FALSE)->body_height / 2;
    Length separator = notes->insertions.separator;
    band->reserve = 0;
    band->may_wait = band->start.inserted < cited_before;
    for (int i = 0;; i++) {
        PageBreak *breaks = find_breaks(band, from, end, FALSE, arena, count);
        int lines = 0;
        while (lines < *count && cursor_of(band, lines).page == band->start.page)
            lines++;
        int cited = notes->insertions.cited[breaks[lines - 1].item];
        if (breaks[lines - 1].is_empty)
            cited = cited_before;
        int must = band->start.inserted;
        if (cited > cited_before || (cited > must && band->start.top == 0))
            must++;
        int to = notes_fitting(notes, band->start.inserted, must, cited,
                               MAX(most, band->reserve) - separator);
        Length height = notes_height(notes, band->start.inserted, to);
        Length need = height ? height + separator : 0;
        if (need <= band->reserve || i == TRIES) {
            if (is_evened && lines == *count && end == band->to)
                even_out(band, breaks, &lines, arena);
            breaks[lines - 1].inserted = to;
            *count = lines;
            return breaks;
        }
        band->reserve = need;
    }
}

/* Columns that stand beside one another, with notes below all of them: page by page. */
static void
break_by_page(Band *band, gboolean is_evened)
{
    Pages *pages = band->pages;
    for (int from = band->from;;) {
        g_autoptr(Arena) arena = arena_new();
        int count = 0;
        band->start = pages->cursor;
        band->from = from;
        g_array_set_size(band->cursors, 0);
        PageBreak *breaks = find_page(band, from, is_evened, arena, &count);
        int before = commit(band, breaks, count, from - 1);
        if (before == band->to) {
            end_span_area(band, breaks, count);
            return;
        }
        from = before + 1;
        pages->cursor =
            (PageCursor){.page = pages_next_with_flow(pages, band->start.page + 1),
                         .inserted = pages->cursor.inserted};
    }
}

/* Where nothing else follows, columns are filled one by one, but where the author has them
 * even (ow:column-fill). */
static gboolean
fills_evenly(const Band *band)
{
    return pages_master(band->pages, band->start.page, FALSE, TRUE)->is_balanced;
}

void
pages_break_band(Pages *pages, int from, int to)
{
    Band band = {.pages = pages,
                 .from = from,
                 .to = to,
                 .start = pages->cursor,
                 .is_final = to == pages->items.count - 1};
    band.spans = is_spanning(pages, entry_behind(pages, from - 1));
    band.cursors = g_array_new(FALSE, FALSE, sizeof(PageCursor));
    gboolean is_evened = !band.spans && (pages->items.forced[to] == BREAK_SPAN ||
                                         (band.is_final && fills_evenly(&band)));
    if (pages->notes && columns_on(&band, band.start.page) > 1)
        break_by_page(&band, is_evened);
    else
        break_whole(&band, is_evened);
    g_array_unref(band.cursors);
}
