#include "layout/notes.h"
#include "layout/container.h"
#include "layout/group.h"
#include "layout/line.h"
#include "layout/place.h"
#include "layout/side.h"

void
notes_collect(const VList *list, int from, int to, GPtrArray *nodes)
{
    for (int i = from; i < to; i++) {
        const VEntry *entry = &list->entries[i];
        if (entry->kind != V_BOX)
            continue;
        if (entry->content == CONTENT_LINE) {
            const Line *line = entry->item;
            for (int j = 0; j < line->note_count; j++)
                g_ptr_array_add(nodes, (gpointer)line->notes[j]);
        } else if (entry->content == CONTENT_GROUP) {
            group_collect_notes(entry->item, entry->step, nodes);
        } else if (entry->content == CONTENT_CONTAINER) {
            const Container *container = entry->item;
            notes_collect(container->list, 0, container->list->count, nodes);
        } else if (entry->content == CONTENT_SIDE) {
            const Side *side = entry->item;
            notes_collect(side->list, 0, side->list->count, nodes);
        } else if (entry->content == CONTENT_FLOAT) {
            g_ptr_array_add(nodes, (gpointer)entry->node);
        }
    }
}

static void
build_body(Layout *layout, const Frame *frame, const FoNode *node, VList *list)
{
    if (node->kind == FO_FLOAT)
        block_build_children(layout, frame, node, list);
    else
        block_build(layout, frame, node, list);
}

/* Builds the bodies of nodes, and behind each the bodies that it cites itself. ends: a node
 * each, the entry behind it and what it cites. */
static VList *
build_bodies(Layout *layout, const Frame *frame, const GPtrArray *nodes, int *ends)
{
    VList *list = vlist_new(layout->scratch);
    for (guint i = 0; i < nodes->len; i++) {
        g_autoptr(GPtrArray) nested = g_ptr_array_new();
        int from = list->count;
        build_body(layout, frame, nodes->pdata[i], list);
        notes_collect(list, from, list->count, nested);
        for (guint j = 0; j < nested->len; j++) {
            from = list->count;
            build_body(layout, frame, nested->pdata[j], list);
            notes_collect(list, from, list->count, nested);
        }
        ends[i] = list->count;
    }
    return list;
}

/* The steps of the list of notes: it may be cut at every break place. */
static void
find_steps(Notes *notes, const VItems *items, KnuthStep *steps, Arena *arena)
{
    notes->entries = arena_array(arena, int, items->count + 1);
    notes->kept = arena_array(arena, const FoNode *, items->count + 1);
    gint64 at = 0, from = 0;
    for (int i = 0; i < items->count; i++) {
        const KnuthItem *item = &items->items[i];
        if (item->kind != KNUTH_PENALTY) {
            at += item->width;
            continue;
        }
        /* A keep gives way where a note has no room otherwise. */
        const FoNode *kept = items->kept[i];
        if (item->penalty >= KNUTH_INFINITE && !kept)
            continue;
        notes->kept[notes->count] = item->penalty >= KNUTH_INFINITE ? kept : NULL;
        steps[notes->count] =
            (KnuthStep){.from = from,
                        .to = at + item->pre,
                        .penalty = MIN(item->penalty, KNUTH_INFINITE - 1)};
        if (item->penalty <= KNUTH_FORCED)
            steps[notes->count].penalty = 0;
        notes->entries[notes->count++] = items->entries[i];
        gboolean has_glue =
            i + 1 < items->count && items->items[i + 1].kind == KNUTH_GLUE;
        from = at + (has_glue ? items->items[i + 1].width : 0) - item->post;
    }
}

/* Tells each step where its note begins, and each note with which step it ends: a keep may
 * have it share that with the next one. */
static int *
match_steps(const Notes *notes, KnuthStep *steps, const int *ends, int node_count,
            Arena *arena)
{
    int *last = arena_array(arena, int, node_count + 1);
    int step = 0;
    for (int i = 0; i < node_count; i++) {
        int first = step;
        while (step < notes->count && notes->entries[step] < ends[i])
            steps[step++].first = first;
        if (step < notes->count)
            steps[step].first = first;
        last[i] = MIN(step + 1, notes->count);
        if (step < notes->count && notes->entries[step] == ends[i])
            step++;
    }
    last[node_count] = notes->count;
    return last;
}

/* Floats are rather not cut, and may wait for a page that has room. */
static void
mark_floats(Notes *notes, KnuthStep *steps, const GPtrArray *nodes, const int *last,
            Arena *arena)
{
    enum { CUT_FLOAT = 5000 };
    notes->floats = arena_array(arena, gboolean, notes->count + 1);
    int step = 0;
    for (guint i = 0; i < nodes->len; i++) {
        const FoNode *node = nodes->pdata[i];
        for (; step < last[i]; step++) {
            if (node->kind != FO_FLOAT)
                continue;
            notes->floats[step] = steps[step].waits = TRUE;
            notes->has_floats = TRUE;
            if (step + 1 < last[i])
                steps[step].penalty = MAX(steps[step].penalty, CUT_FLOAT);
        }
    }
}

/* What the items of the flow cite: steps, counted up to each of them. What stands aside
 * counts with the box behind it, or with the end. */
static int *
count_citations(const VList *flow, const VItems *items, const int *last, Arena *arena)
{
    g_autoptr(GPtrArray) nodes = g_ptr_array_new();
    int *cited = arena_array(arena, int, items->count + 1);
    int done = 0;
    for (int i = 0; i < items->count; i++) {
        int entry = items->entries[i];
        if (i == items->count - 1) {
            notes_collect(flow, done, flow->count, nodes);
            done = flow->count;
        }
        cited[i] = nodes->len ? last[nodes->len - 1] : 0;
        if (items->items[i].kind != KNUTH_BOX || entry >= flow->count ||
            !vlist_is_box(&flow->entries[entry]))
            continue;
        notes_collect(flow, done, entry + 1, nodes);
        done = entry + 1;
    }
    cited[items->count] = nodes->len ? last[nodes->len - 1] : 0;
    return cited;
}

Notes *
notes_new(Layout *layout, const Frame *frame, const VList *flow, const VItems *items,
          Length separator)
{
    g_autoptr(GPtrArray) nodes = g_ptr_array_new();
    notes_collect(flow, 0, flow->count, nodes);
    if (nodes->len == 0)
        return NULL;
    Arena *arena = layout->scratch;
    Notes *notes = arena_new0(arena, Notes);
    int *ends = arena_array(arena, int, nodes->len);
    notes->list = build_bodies(layout, frame, nodes, ends);
    VItems own = vlist_resolve(notes->list, arena);
    KnuthStep *steps = arena_array(arena, KnuthStep, own.count + 1);
    find_steps(notes, &own, steps, arena);
    int *last = match_steps(notes, steps, ends, (int)nodes->len, arena);
    mark_floats(notes, steps, nodes, last, arena);
    notes->insertions =
        (KnuthInsertions){steps, count_citations(flow, items, last, arena), separator};
    return notes;
}

Length
notes_height(const Notes *notes, int from, int to)
{
    const KnuthStep *steps = notes->insertions.steps;
    return from < to ? (Length)(steps[to - 1].to - steps[from].from) : 0;
}

NotesRun
notes_run(const Notes *notes, int from, int to)
{
    NotesRun run = {from, from, from < to && notes->floats[from]};
    while (run.to < to && notes->floats[run.to] == run.is_float)
        run.to++;
    return run;
}

Length
notes_part_height(const Notes *notes, int from, int to, gboolean floats)
{
    Length height = 0;
    while (from < to) {
        NotesRun run = notes_run(notes, from, to);
        if (run.is_float == floats)
            height += notes_height(notes, run.from, run.to);
        from = run.to;
    }
    return height;
}

Length
notes_place(Layout *layout, const Notes *notes, int from, int to, gboolean floats,
            Area *area, Length y)
{
    Length top = y;
    while (from < to) {
        NotesRun run = notes_run(notes, from, to);
        int first = from > 0 ? notes->entries[from - 1] : 0;
        if (run.is_float == floats)
            y += place_slice(layout, notes->list, first, notes->entries[run.to - 1],
                             area, 0, y);
        from = run.to;
    }
    return y - top;
}

int
notes_fitting(const Notes *notes, int from, int must, int cited, Length room)
{
    int to = MAX(must, from);
    while (to < cited && notes_height(notes, from, to + 1) <= room)
        to++;
    return to;
}

VList *
notes_list(Layout *layout, const Frame *frame, const VList *citing, Length *height)
{
    g_autoptr(GPtrArray) nodes = g_ptr_array_new();
    if (citing)
        notes_collect(citing, 0, citing->count, nodes);
    *height = 0;
    if (nodes->len == 0)
        return NULL;
    int *ends = arena_array(layout->scratch, int, nodes->len);
    VList *list = build_bodies(layout, frame, nodes, ends);
    VItems items = vlist_resolve(list, layout->scratch);
    *height = vlist_size(&items);
    return list;
}

void
notes_repeat(Layout *layout, VList *list, gboolean leads)
{
    if (list && layout->leading_notes)
        g_ptr_array_add(leads ? layout->leading_notes : layout->trailing_notes, list);
}
