#include "layout/vlist.h"
#include "layout/side.h"
#include "layout/table.h"

/* What a run of spaces comes to. */
typedef struct Resolved {
    Length size, shrink, stretch;
    gboolean forcing;
    int winner; /* the entry that is left, where none is forcing; -1: none */
} Resolved;

typedef struct Resolver {
    VList *list;
    VItems items;
    int room;
    Arena *arena;
    int *keeps; /* strength that holds inside each open entry, enclosing ones too */
    const FoNode **keepers; /* whose it is */
} Resolver;

static gboolean
counts(const VEntry *entry, gboolean only_retained)
{
    return entry->kind == V_SPACE && (entry->space.retain || !only_retained);
}

/* A sequence of spaces with no border, padding or content between them becomes one (XSL
 * 1.1, 4.3.1): forcing ones add up; else the highest precedence wins, then the largest
 * optimum, and of those the narrowest limits. only_retained: those that a break discards are
 * not looked at. */
static Resolved
resolve_run(const VList *list, int from, int to, gboolean only_retained)
{
    VSpace sum = {0}, winner = {.precedence = -1};
    Resolved resolved = {.winner = -1};
    for (int i = from; i < to; i++) {
        const VSpace *space = &list->entries[i].space;
        if (!counts(&list->entries[i], only_retained))
            continue;
        gboolean is_equal =
            space->precedence == winner.precedence && space->optimum == winner.optimum;
        if (space->precedence == G_MAXINT) {
            resolved.forcing = TRUE;
            sum.minimum += space->minimum;
            sum.optimum += space->optimum;
            sum.maximum += space->maximum;
        } else if (is_equal) {
            winner.minimum = MAX(winner.minimum, space->minimum);
            winner.maximum = MIN(winner.maximum, space->maximum);
            resolved.winner = i;
        } else if (space->precedence > winner.precedence ||
                   (space->precedence == winner.precedence &&
                    space->optimum > winner.optimum)) {
            winner = *space;
            resolved.winner = i;
        }
    }
    const VSpace *space = resolved.forcing ? &sum : &winner;
    resolved.size = space->optimum;
    resolved.shrink = MAX(space->optimum - space->minimum, 0);
    resolved.stretch = MAX(space->maximum - space->optimum, 0);
    return resolved;
}

static gboolean
has_size(const VEntry *entry)
{
    return vlist_is_box(entry) ||
           ((entry->kind == V_OPEN || entry->kind == V_CLOSE) && entry->size != 0);
}

Length
vlist_height(const VList *list, int from, int to)
{
    gint64 height = 0;
    for (int i = from; i <= to;) {
        int end = i;
        while (end < to && !has_size(&list->entries[end]))
            end++;
        height += resolve_run(list, i, end, FALSE).size;
        height += end < to ? list->entries[end].size : 0;
        i = end + 1;
    }
    return (Length)CLAMP(height, -LENGTH_MAX, LENGTH_MAX);
}

static KnuthItem *
add_item(Resolver *resolver, KnuthKind kind, int entry)
{
    VItems *items = &resolver->items;
    g_assert(items->count < resolver->room);
    items->entries[items->count] = entry;
    KnuthItem *item = &items->items[items->count++];
    item->kind = (guint8)kind;
    return item;
}

static void
add_sized(Resolver *resolver, KnuthKind kind, int entry, Resolved size)
{
    if (size.size == 0 && size.shrink == 0)
        return;
    KnuthItem *item = add_item(resolver, kind, entry);
    item->width = size.size;
    item->shrink = size.shrink;
    item->stretch = size.stretch;
}

/* The strength with which a break in the gap from … to is kept away, and by whom. */
static int
gap_keep(const Resolver *resolver, int from, int to, const FoNode **keeper)
{
    const VList *list = resolver->list;
    int innermost = from > 0 ? list->entries[from - 1].enclosing : -1;
    int strength = 0;
    *keeper = NULL;
    for (int i = from; i < to; i++) {
        const VEntry *entry = &list->entries[i];
        int keep = entry->kind == V_OPEN    ? entry->keep_previous
                   : entry->kind == V_CLOSE ? entry->keep_next
                                            : 0;
        if (keep > strength) {
            strength = keep;
            *keeper = entry->node;
        }
        if (entry->kind == V_CLOSE || entry->kind == V_OPEN)
            innermost = MIN(innermost, entry->enclosing);
    }
    if (innermost >= 0 && resolver->keeps[innermost] > strength) {
        strength = resolver->keeps[innermost];
        *keeper = resolver->keepers[innermost];
    }
    return strength;
}

int
vlist_keep_penalty(int strength)
{
    if (strength == 0)
        return 0;
    return strength == G_MAXINT ? KNUTH_INFINITE
                                : MIN(9999, 2000 + 500 * MIN(strength, 16));
}

/* Where the rest begins when the gap is broken: at the first entry that opens something. */
static int
gap_split(const VList *list, int from, int to)
{
    for (int i = from; i < to; i++) {
        const VEntry *entry = &list->entries[i];
        if (entry->kind == V_OPEN || (entry->kind == V_SPACE && entry->leads) ||
            (entry->kind == V_BOX && entry->content == CONTENT_SIDE))
            return i;
    }
    return to;
}

/* The room that a break takes by what goes on around it: borders and padding that stay (XSL
 * 1.1, 7.8), the heads and feet of tables, and the footnotes that those cite. */
static void
set_repeats(Resolver *resolver, int split, KnuthItem *penalty)
{
    const VList *list = resolver->list;
    VNoted *noted = &resolver->items.noted[resolver->items.count - 1];
    int open = split < list->count ? list->entries[split].enclosing : -1;
    for (; open >= 0; open = list->entries[open].enclosing) {
        const VEntry *entry = &list->entries[open];
        penalty->pre += entry->kept_after;
        penalty->post += entry->kept_before;
        const Table *table = entry->item;
        if (!table)
            continue;
        penalty->pre += table->footer_height;
        penalty->post += table->header_height;
        noted->before += table->footer_notes_height;
        noted->after += table->header_notes_height;
    }
}

typedef struct Gap {
    int from, to, split;
    VBreak forced;
    int extra;            /* penalty */
    const FoNode *keeper; /* whose keep that is, where it is one */
    Length before, growth;
    VNoted noted;
} Gap;

static Gap
find_gap(const VList *list, int from, int to)
{
    gboolean at_start = from == 0, at_end = to == list->count;
    Gap gap = {.from = from, .to = to};
    gap.split = at_start ? 0 : at_end ? to : gap_split(list, from, to);
    gboolean spans = FALSE;
    for (int i = from; i < to; i++) {
        const VEntry *entry = &list->entries[i];
        if (entry->kind == V_BREAK) {
            gap.forced = MAX(gap.forced, entry->forced);
            spans |= entry->forced == BREAK_SPAN;
        }
        if (entry->kind != V_PENALTY)
            continue;
        gap.extra = MAX(gap.extra, entry->penalty);
        gap.keeper = gap.extra < KNUTH_INFINITE         ? NULL
                     : entry->penalty >= KNUTH_INFINITE ? entry->item
                                                        : gap.keeper;
        gap.before += entry->kept_after;
        gap.growth += entry->size;
        gap.noted.before = MAX(gap.noted.before, entry->noted.before);
        gap.noted.after = MAX(gap.noted.after, entry->noted.after);
    }
    /* A span area has columns of its own: what follows begins one (7.20.2). */
    if (spans && gap.forced == BREAK_COLUMN)
        gap.forced = BREAK_SPAN;
    return gap;
}

/* One break place. retained: the spaces that stay on either side of it. */
static void
add_break_place(Resolver *resolver, const Gap *gap, Length before, Length after)
{
    VItems *items = &resolver->items;
    const FoNode *keeper = NULL;
    int strength = gap_keep(resolver, gap->from, gap->to, &keeper);
    int cost = MAX(gap->extra, vlist_keep_penalty(strength));
    KnuthItem *penalty = add_item(resolver, KNUTH_PENALTY, gap->split);
    int index = items->count - 1;
    penalty->penalty = gap->forced ? KNUTH_FORCED : cost;
    items->noted[index] = gap->noted;
    set_repeats(resolver, gap->split, penalty);
    const VNoted *noted = &items->noted[index];
    penalty->pre += before + gap->before + noted->before;
    penalty->post += after + gap->growth + noted->after;
    penalty->noted = (noted->before ? KNUTH_NOTED_BEFORE : 0) |
                     (noted->after ? KNUTH_NOTED_AFTER : 0);
    items->forced[index] = gap->forced;
    if (!gap->forced && gap->extra >= KNUTH_INFINITE)
        items->kept[index] = gap->keeper;
    else if (!gap->forced && strength == G_MAXINT)
        items->kept[index] = keeper;
}

/* What is left of the space at entry i of a run that came to resolved. */
static Resolved
share_of(const VList *list, int i, const Resolved *resolved, gboolean only_retained)
{
    const VSpace *space = &list->entries[i].space;
    if (!counts(&list->entries[i], only_retained))
        return (Resolved){0};
    if (!resolved->forcing)
        return i == resolved->winner ? *resolved : (Resolved){0};
    if (space->precedence != G_MAXINT)
        return (Resolved){0};
    return (Resolved){.size = space->optimum,
                      .shrink = MAX(space->optimum - space->minimum, 0),
                      .stretch = MAX(space->maximum - space->optimum, 0)};
}

/* Spaces of entries from … to are one run, all of it and, where a break at split leaves some
 * of them, on either side. */
static Resolved
settle_run(VList *list, int from, int to, int split, Length *before, Length *after)
{
    int middle = CLAMP(split, from, to);
    Resolved size = resolve_run(list, from, to, FALSE);
    Resolved left = resolve_run(list, from, middle, TRUE);
    Resolved right = resolve_run(list, middle, to, TRUE);
    *before = left.size;
    *after = right.size;
    for (int i = from; i < to; i++) {
        VEntry *entry = &list->entries[i];
        if (entry->kind != V_SPACE)
            continue;
        Resolved share = share_of(list, i, &size, FALSE);
        entry->resolved = share.size;
        entry->shrink = share.shrink;
        entry->stretch = share.stretch;
        entry->retained = share_of(list, i, i < middle ? &left : &right, TRUE).size;
    }
    return size;
}

/* The strongest keep with what is before the first box, or behind the last. */
static int
edge_keep(const VList *list, int from, int to, VKind kind)
{
    int strength = 0;
    for (int i = from; i < to; i++) {
        const VEntry *entry = &list->entries[i];
        if (entry->kind == kind)
            strength =
                MAX(strength, kind == V_OPEN ? entry->keep_previous : entry->keep_next);
    }
    return strength;
}

/* The entries from … to lie between two boxes, before the first or after the last. */
static void
resolve_gap(Resolver *resolver, int from, int to)
{
    VList *list = resolver->list;
    gboolean at_start = from == 0, at_end = to == list->count;
    Gap gap = find_gap(list, from, to);
    if (at_start) {
        resolver->items.start = gap.forced;
        resolver->items.keep_start = edge_keep(list, from, to, V_OPEN);
    }
    if (at_end) {
        resolver->items.end = gap.forced;
        resolver->items.keep_end = edge_keep(list, from, to, V_CLOSE);
    }
    gboolean placed = at_start || at_end;
    for (int i = from; i <= to;) {
        int end = i;
        while (end < to && !has_size(&list->entries[end]))
            end++;
        Length before = 0, after = 0;
        Resolved size = settle_run(list, i, end, gap.split, &before, &after);
        if (at_start && i == from) {
            add_sized(resolver, KNUTH_BOX, i, (Resolved){.size = after});
        } else if (!placed && gap.split >= i && gap.split <= end) {
            placed = TRUE;
            add_break_place(resolver, &gap, before, after);
            add_sized(resolver, KNUTH_GLUE, i, size);
        } else if (at_end && end == to) {
            add_sized(resolver, KNUTH_BOX, i, (Resolved){.size = before});
        } else {
            add_sized(resolver, KNUTH_BOX, i, size);
        }
        if (end < to)
            add_sized(resolver, KNUTH_BOX, end,
                      (Resolved){.size = list->entries[end].size});
        i = end + 1;
    }
}

static void
collect_keeps(Resolver *resolver)
{
    VList *list = resolver->list;
    resolver->keeps = arena_array(resolver->arena, int, list->count + 1);
    resolver->keepers = arena_array(resolver->arena, const FoNode *, list->count + 1);
    for (int i = 0; i < list->count; i++) {
        const VEntry *entry = &list->entries[i];
        if (entry->kind != V_OPEN)
            continue;
        int outer = entry->enclosing >= 0 ? resolver->keeps[entry->enclosing] : 0;
        gboolean inherits = outer >= entry->keep_together;
        resolver->keeps[i] = inherits ? outer : entry->keep_together;
        resolver->keepers[i] = !inherits ? entry->node
                               : entry->enclosing >= 0
                                   ? resolver->keepers[entry->enclosing]
                                   : NULL;
    }
}

/* What stands aside takes no part in the list, but where a break beside it would leave it
 * without a page. */
static void
settle_asides(VList *list)
{
    gboolean has_break = FALSE;
    for (int i = 0, aside = -1; i <= list->count; i++) {
        const VEntry *entry = &list->entries[i];
        gboolean ends = i == list->count || vlist_is_box(entry);
        if (!ends) {
            has_break |= entry->kind == V_BREAK;
            aside = entry->is_aside && aside < 0 ? i : aside;
            continue;
        }
        for (int j = aside; has_break && aside >= 0 && j < i; j++)
            list->entries[j].is_aside = FALSE;
        has_break = FALSE;
        aside = -1;
    }
}

VItems
vlist_resolve(VList *list, Arena *arena)
{
    side_finish(list, -1);
    Resolver resolver = {.list = list, .arena = arena, .room = 3 * list->count + 8};
    resolver.items.items = arena_array(arena, KnuthItem, resolver.room);
    resolver.items.entries = arena_array(arena, int, resolver.room);
    resolver.items.kept = arena_array(arena, const FoNode *, resolver.room);
    resolver.items.forced = arena_array(arena, VBreak, resolver.room);
    resolver.items.noted = arena_array(arena, VNoted, resolver.room);
    collect_keeps(&resolver);
    settle_asides(list);
    int from = 0;
    for (int i = 0; i <= list->count; i++) {
        if (i < list->count && !vlist_is_box(&list->entries[i]))
            continue;
        resolve_gap(&resolver, from, i);
        if (i == list->count)
            break;
        KnuthItem *box = add_item(&resolver, KNUTH_BOX, i);
        box->width = list->entries[i].size;
        from = i + 1;
    }
    KnuthItem *fill = add_item(&resolver, KNUTH_GLUE, list->count);
    fill->infinite = TRUE;
    fill->stretch = 1;
    KnuthItem *end = add_item(&resolver, KNUTH_PENALTY, list->count);
    end->penalty = KNUTH_FORCED;
    return resolver.items;
}

Length
vlist_size(const VItems *items)
{
    gint64 size = 0;
    for (int i = 0; i < items->count; i++)
        if (items->items[i].kind != KNUTH_PENALTY)
            size += items->items[i].width;
    return (Length)MIN(size, LENGTH_MAX);
}
