#include "layout/vlist.h"
#include "layout/group.h"
#include "layout/line.h"
#include "layout/table.h"

#include <string.h>

VList *
vlist_new(Arena *arena)
{
    VList *list = arena_new0(arena, VList);
    list->arena = arena;
    list->open = -1;
    return list;
}

VEntry *
vlist_add(VList *list, VKind kind, const FoNode *node)
{
    if (list->count == list->room) {
        list->room = list->room ? list->room * 2 : 16;
        VEntry *entries = arena_array(list->arena, VEntry, list->room);
        if (list->count)
            memcpy(entries, list->entries, (gsize)list->count * sizeof *entries);
        list->entries = entries;
    }
    VEntry *entry = &list->entries[list->count++];
    entry->kind = kind;
    entry->node = node;
    entry->enclosing = list->open;
    entry->match = -1;
    return entry;
}

VEntry *
vlist_open(VList *list, const FoNode *node)
{
    VEntry *entry = vlist_add(list, V_OPEN, node);
    list->open = list->count - 1;
    return entry;
}

VEntry *
vlist_close(VList *list, int open)
{
    list->open = list->entries[open].enclosing;
    VEntry *entry = vlist_add(list, V_CLOSE, list->entries[open].node);
    entry->match = open;
    list->entries[open].match = list->count - 1;
    return entry;
}

void
vlist_add_space(VList *list, const FoNode *node, VSpace space, gboolean leads)
{
    if (space.minimum == 0 && space.optimum == 0 && space.maximum == 0 &&
        space.precedence == 0)
        return;
    VEntry *entry = vlist_add(list, V_SPACE, node);
    entry->space = space;
    entry->leads = leads;
}

void
vlist_add_break(VList *list, const FoNode *node, VBreak forced)
{
    if (forced != BREAK_NONE)
        vlist_add(list, V_BREAK, node)->forced = forced;
}

/* A sequence of spaces with no border, padding or content between them becomes one (XSL
 * 1.1, 4.3.1): forcing ones add up; else the highest precedence wins, then the largest
 * optimum. from: spaces before that entry are not looked at; only_retained: nor those that
 * a break discards. */
static Length
resolve_run(const VList *list, int from, int to, gboolean only_retained)
{
    Length forced = 0, largest = 0;
    int precedence = 0;
    gboolean forcing = FALSE;
    for (int i = from; i < to; i++) {
        const VEntry *entry = &list->entries[i];
        if (entry->kind != V_SPACE || (only_retained && !entry->space.retain))
            continue;
        if (entry->space.precedence == G_MAXINT) {
            forcing = TRUE;
            forced += entry->space.optimum;
        } else if (entry->space.precedence > precedence) {
            precedence = entry->space.precedence;
            largest = entry->space.optimum;
        } else if (entry->space.precedence == precedence) {
            largest = MAX(largest, entry->space.optimum);
        }
    }
    return forcing ? forced : largest;
}

static gboolean
has_size(const VEntry *entry)
{
    return entry->kind == V_BOX ||
           ((entry->kind == V_OPEN || entry->kind == V_CLOSE) && entry->size != 0);
}

typedef struct Resolver {
    VList *list;
    VItems items;
    int room;
    Arena *arena;
    int *keeps; /* strength that holds inside each open entry, enclosing ones too */
    const FoNode **keepers; /* whose it is */
} Resolver;

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
add_sized(Resolver *resolver, KnuthKind kind, int entry, Length width)
{
    if (width != 0)
        add_item(resolver, kind, entry)->width = width;
}

/* Space that no break may be at: before it stands content or a forbidding penalty. */
static void
add_fixed_space(Resolver *resolver, int entry, Length width)
{
    add_sized(resolver, KNUTH_BOX, entry, width);
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
        if (entry->kind == V_OPEN || (entry->kind == V_SPACE && entry->leads))
            return i;
    }
    return to;
}

/* The room that repeated table heads and feet of the tables around a break take. */
static void
set_repeats(const VList *list, int split, KnuthItem *penalty)
{
    int open = split < list->count ? list->entries[split].enclosing : -1;
    for (; open >= 0; open = list->entries[open].enclosing) {
        const Table *table = list->entries[open].item;
        if (table) {
            penalty->pre += table->footer_height;
            penalty->post += table->header_height;
        }
    }
}

/* One break place, with the resolved space behind it. */
static void
add_break_place(Resolver *resolver, int from, int to, int split, VBreak forced,
                int extra)
{
    VList *list = resolver->list;
    const FoNode *keeper = NULL;
    int strength = gap_keep(resolver, from, to, &keeper);
    int cost = MAX(extra, vlist_keep_penalty(strength));
    KnuthItem *penalty = add_item(resolver, KNUTH_PENALTY, split);
    penalty->penalty = forced ? KNUTH_FORCED : cost;
    set_repeats(list, split, penalty);
    resolver->items.forced[resolver->items.count - 1] = forced;
    if (!forced && strength == G_MAXINT && extra < KNUTH_INFINITE)
        resolver->items.kept[resolver->items.count - 1] = keeper;
}

/* Spaces of entries from … to are one run: its size goes to the first of them, and what a
 * break at split leaves of it to the first behind split. Returns the size. */
static Length
settle_run(VList *list, int from, int to, int split, Length *retained)
{
    Length size = resolve_run(list, from, to, FALSE);
    *retained = resolve_run(list, MAX(from, split), to, TRUE);
    gboolean is_first = TRUE, is_first_behind = TRUE;
    for (int i = from; i < to; i++) {
        VEntry *entry = &list->entries[i];
        if (entry->kind != V_SPACE)
            continue;
        entry->resolved = is_first ? size : 0;
        is_first = FALSE;
        if (i >= split) {
            entry->retained = is_first_behind ? *retained : 0;
            is_first_behind = FALSE;
        }
    }
    return size;
}

/* The entries from … to lie between two boxes, before the first or after the last. */
static void
resolve_gap(Resolver *resolver, int from, int to)
{
    VList *list = resolver->list;
    gboolean at_start = from == 0, at_end = to == list->count;
    int split = at_start ? 0 : at_end ? to : gap_split(list, from, to);
    VBreak forced = BREAK_NONE;
    int extra = 0;
    Length growth = 0;
    for (int i = from; i < to; i++) {
        const VEntry *entry = &list->entries[i];
        if (entry->kind == V_BREAK)
            forced = MAX(forced, entry->forced);
        else if (entry->kind == V_PENALTY) {
            extra = MAX(extra, entry->penalty);
            growth = MAX(growth, entry->size);
        }
    }
    if (at_start)
        resolver->items.start = forced;
    gboolean placed = at_start || at_end;
    for (int i = from; i <= to;) {
        int end = i;
        while (end < to && !has_size(&list->entries[end]))
            end++;
        Length retained = 0;
        Length size = settle_run(list, i, end, split, &retained);
        if (at_start && i == from) {
            add_fixed_space(resolver, i, retained);
        } else if (!placed && split >= i && split <= end) {
            placed = TRUE;
            add_break_place(resolver, from, to, split, forced, extra);
            KnuthItem *penalty = &resolver->items.items[resolver->items.count - 1];
            penalty->post += retained + growth;
            add_sized(resolver, KNUTH_GLUE, i, size);
        } else if (!(at_end && end == to)) {
            add_fixed_space(resolver, i, size);
        }
        if (end < to)
            add_sized(resolver, KNUTH_BOX, end, list->entries[end].size);
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

VItems
vlist_resolve(VList *list, Arena *arena)
{
    Resolver resolver = {.list = list, .arena = arena, .room = 3 * list->count + 8};
    resolver.items.items = arena_array(arena, KnuthItem, resolver.room);
    resolver.items.entries = arena_array(arena, int, resolver.room);
    resolver.items.kept = arena_array(arena, const FoNode *, resolver.room);
    resolver.items.forced = arena_array(arena, VBreak, resolver.room);
    collect_keeps(&resolver);
    int from = 0;
    for (int i = 0; i <= list->count; i++) {
        if (i < list->count && list->entries[i].kind != V_BOX)
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

static void
dump_length(GString *out, const char *name, Length length)
{
    g_string_append_printf(out, " %s=", name);
    length_append(out, length);
}

static void
dump_entry(const VEntry *entry, GString *out)
{
    static const char *const breaks[] = {"", "column", "page", "even-page", "odd-page"};
    const char *name = entry->node ? fo_kind_name(entry->node->kind) : "";
    switch (entry->kind) {
    case V_BOX:
        g_string_append(out, "box");
        dump_length(out, "bpd", entry->size);
        dump_length(out, "x", entry->x);
        break;
    case V_SPACE:
        g_string_append(out, entry->leads ? "space-before" : "space-after");
        dump_length(out, "optimum", entry->space.optimum);
        dump_length(out, "resolved", entry->resolved);
        break;
    case V_PENALTY:
        g_string_append_printf(out, "penalty %d", entry->penalty);
        break;
    case V_BREAK:
        g_string_append_printf(out, "break %s", breaks[entry->forced]);
        break;
    case V_OPEN:
        g_string_append_printf(out, "open %s", name);
        dump_length(out, "x", entry->x);
        dump_length(out, "width", entry->width);
        break;
    case V_CLOSE:
        g_string_append_printf(out, "close %s", name);
        break;
    }
}

void
vlist_dump(const VList *list, GString *out)
{
    int depth = 0;
    for (int i = 0; i < list->count; i++) {
        const VEntry *entry = &list->entries[i];
        depth -= entry->kind == V_CLOSE;
        g_string_append_printf(out, "%*s", 2 * MAX(depth, 0), "");
        dump_entry(entry, out);
        if (entry->kind == V_BOX && entry->content == CONTENT_LINE) {
            g_autofree char *text = line_text(entry->item);
            g_string_append_printf(out, " “%s”", text);
        }
        g_string_append_c(out, '\n');
        if (entry->kind == V_BOX && entry->content == CONTENT_GROUP && entry->step == 0)
            group_dump(entry->item, depth + 1, out);
        depth += entry->kind == V_OPEN;
    }
}
