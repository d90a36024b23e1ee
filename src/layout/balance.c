#include "layout/balance.h"

/* A place where a column may end. */
typedef struct Cut {
    int item;
    gint64 end;   /* of what is before it */
    gint64 begin; /* of what is behind it */
    int penalty;
} Cut;

/* The best way to have columns up to a cut. */
typedef struct Way {
    gboolean exists;
    int keeps; /* that were broken, by strength */
    Length highest;
    double squares;
    int previous; /* cut */
} Way;

typedef struct Balance {
    Cut *cuts; /* the first stands before all */
    int count;
    Length height;
    Way *ways; /* by column, then cut */
} Balance;

static void
find_cuts(Balance *balance, const VItems *items, int from, int to, Arena *arena)
{
    balance->cuts = arena_array(arena, Cut, to - from + 2);
    Length head = from > 0 ? items->items[from - 1].post : 0;
    while (from > 0 && from < to && items->items[from].kind == KNUTH_GLUE)
        from++;
    balance->cuts[balance->count++] = (Cut){.item = from - 1, .begin = -head};
    gint64 at = 0;
    for (int i = from; i < to; i++) {
        const KnuthItem *item = &items->items[i];
        if (item->kind != KNUTH_PENALTY) {
            at += item->infinite ? 0 : item->width;
            continue;
        }
        gboolean has_glue = items->items[i + 1].kind == KNUTH_GLUE;
        Length glue = has_glue ? items->items[i + 1].width : 0;
        if (item->penalty < KNUTH_INFINITE)
            balance->cuts[balance->count++] =
                (Cut){i, at + item->pre, at + glue - item->post, MAX(item->penalty, 0)};
    }
    balance->cuts[balance->count++] =
        (Cut){.item = to, .end = at + items->items[to].pre};
}

static gboolean
is_better(const Way *a, const Way *b)
{
    if (!b->exists || a->keeps != b->keeps)
        return !b->exists || a->keeps < b->keeps;
    if (a->highest != b->highest)
        return a->highest < b->highest;
    return a->squares <= b->squares;
}

/* The ways that have their last column from a cut of the column before to this one. Later
 * cuts win where nothing else tells them apart: the last column is the shortest. */
static void
find_way(Balance *balance, int column, int cut)
{
    enum { KEEP = 1000 };
    Way *best = &balance->ways[column * balance->count + cut];
    const Cut *to = &balance->cuts[cut];
    for (int i = column == 0 ? 0 : 1; i < (column == 0 ? 1 : cut); i++) {
        const Way *before =
            column == 0 ? NULL : &balance->ways[(column - 1) * balance->count + i];
        gint64 height = to->end - balance->cuts[i].begin;
        if ((before && !before->exists) || height > balance->height)
            continue;
        Way way = {.exists = TRUE, .previous = i};
        way.keeps = to->penalty / KEEP + (before ? before->keeps : 0);
        way.highest = MAX((Length)height, before ? before->highest : 0);
        way.squares = (double)height * (double)height + (before ? before->squares : 0);
        if (is_better(&way, best))
            *best = way;
    }
}

PageBreak *
balance_columns(const Pages *pages, int from, int to, int columns, Length height,
                Arena *arena, int *count)
{
    Balance balance = {.height = height};
    find_cuts(&balance, &pages->items, from, to, arena);
    balance.ways = arena_array(arena, Way, columns * balance.count);
    int last = balance.count - 1, used = -1;
    for (int column = 0; column < columns; column++) {
        for (int cut = 1; cut < balance.count; cut++)
            find_way(&balance, column, cut);
        const Way *way = &balance.ways[column * balance.count + last];
        const Way *best = used < 0 ? NULL : &balance.ways[used * balance.count + last];
        if (way->exists && (!best || !is_better(best, way)))
            used = column;
    }
    if (used < 0)
        return NULL;
    *count = used + 1;
    PageBreak *breaks = arena_array(arena, PageBreak, *count);
    for (int column = used, cut = last; column >= 0; column--) {
        const Way *way = &balance.ways[column * balance.count + cut];
        breaks[column] =
            (PageBreak){.item = balance.cuts[cut].item,
                        .height = (Length)(balance.cuts[cut].end -
                                           balance.cuts[way->previous].begin)};
        cut = way->previous;
    }
    return breaks;
}
