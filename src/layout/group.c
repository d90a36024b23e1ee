#include "layout/group.h"
#include "layout/notes.h"
#include "layout/table.h"

#include <stdlib.h>
#include <string.h>

/* The places where a cell's list may be cut, with what stands before and behind each. */
static void
find_breaks(Layout *layout, GroupCell *cell)
{
    g_autoptr(Arena) scratch = arena_new();
    VItems items = vlist_resolve(cell->list, scratch);
    Length total = vlist_size(&items);
    CellBreak *breaks = arena_array(scratch, CellBreak, items.count + 1);
    cell->break_count = 0;
    cell->break_before = items.start;
    cell->break_after = items.end;
    cell->keep_previous = items.keep_start;
    cell->keep_next = items.keep_end;
    Length done = 0;
    for (int i = 0; i < items.count - 2; i++) {
        const KnuthItem *item = &items.items[i];
        if (item->kind != KNUTH_PENALTY) {
            done = length_sum(done, item->width);
            continue;
        }
        Length glue =
            items.items[i + 1].kind == KNUTH_GLUE ? items.items[i + 1].width : 0;
        gboolean is_possible = item->penalty < KNUTH_INFINITE || items.kept[i];
        if (is_possible && (done > 0 || items.forced[i]))
            breaks[cell->break_count++] = (CellBreak){
                .entry = items.entries[i],
                .done = done + item->pre - items.noted[i].before,
                .rest = total - done - glue + item->post - items.noted[i].after,
                .noted = items.noted[i],
                .penalty = MAX(item->penalty, 0),
                .forced = items.forced[i],
                .keeper = items.kept[i]};
    }
    breaks[cell->break_count++] =
        (CellBreak){.entry = cell->list->count, .done = total};
    cell->breaks = arena_array(layout->scratch, CellBreak, cell->break_count);
    memcpy(cell->breaks, breaks, (gsize)cell->break_count * sizeof *breaks);
}

static int
last_row(const GroupCell *cell)
{
    return cell->row + cell->rows - 1;
}

/* Cells by the row that they end with, and for each row where its cells begin among them. */
static void
sort_ends(Layout *layout, Group *group)
{
    group->ends = arena_array(layout->scratch, int, group->cell_count + 1);
    int *count = arena_array(layout->scratch, int, group->row_count + 2);
    for (int i = 0; i < group->cell_count; i++)
        count[last_row(&group->cells[i]) + 1]++;
    for (int row = 0; row < group->row_count; row++) {
        group->rows[row].first_end = count[row];
        count[row + 1] += count[row];
    }
    group->rows[group->row_count].first_end = group->cell_count;
    for (int i = 0; i < group->cell_count; i++)
        group->ends[count[last_row(&group->cells[i])]++] = i;
}

static Length
content_height(const GroupCell *cell)
{
    return MAX(cell->breaks[cell->break_count - 1].done, cell->asked);
}

/* What a cell whose content is as high needs between its two edges. */
static Length
need(Length before, Length content, Length after)
{
    return before + content + after;
}

/* A row is as high as the cells that end with it ask for beyond the rows above (XSL 1.1,
 * 6.7.9), or as it asks for itself. */
static void
size_rows(Group *group)
{
    for (int row = 0; row < group->row_count; row++) {
        GroupRow *own = &group->rows[row];
        Length height = own->minimum;
        for (int i = own->first_end; i < own[1].first_end; i++) {
            const GroupCell *cell = &group->cells[group->ends[i]];
            height = MAX(height, need(cell->before.whole, content_height(cell),
                                      cell->after.whole) -
                                     (own->top - group->rows[cell->row].top));
        }
        own[1].top = length_sum(own->top, height);
    }
}

/* What the cells of a row ask for at their ends is asked of the row (XSL 1.1, 4.8). */
static void
gather_requests(Group *group)
{
    for (int i = 0; i < group->cell_count; i++) {
        const GroupCell *cell = &group->cells[i];
        GroupRow *first = &group->rows[cell->row], *last = &group->rows[last_row(cell)];
        first->break_before = MAX(first->break_before, cell->break_before);
        first->keep_previous = MAX(first->keep_previous, cell->keep_previous);
        last->break_after = MAX(last->break_after, cell->break_after);
        last->keep_next = MAX(last->keep_next, cell->keep_next);
    }
    for (int row = 0; row + 1 < group->row_count; row++) {
        GroupRow *own = &group->rows[row];
        own->keep_next = MAX(own->keep_next, own[1].keep_previous);
        own->break_after = MAX(own->break_after, own[1].break_before);
    }
}

static int
compare_lengths(const void *a, const void *b)
{
    Length left = *(const Length *)a, right = *(const Length *)b;
    return left < right ? -1 : left > right;
}

/* All heights at which a cell or a row ends something, in order, each once. */
static Length *
candidate_heights(Layout *layout, const Group *group, int *count)
{
    int room = group->row_count;
    for (int i = 0; i < group->cell_count; i++)
        room += group->cells[i].break_count;
    Length *heights = arena_array(layout->scratch, Length, room + 1);
    *count = 0;
    for (int i = 1; i < group->row_count; i++)
        heights[(*count)++] = group->rows[i].top;
    for (int i = 0; i < group->cell_count; i++) {
        const GroupCell *cell = &group->cells[i];
        Length top = group->rows[cell->row].top + cell->before.whole;
        for (int j = 0; j < cell->break_count - 1; j++)
            heights[(*count)++] = top + cell->breaks[j].done;
    }
    qsort(heights, (gsize)*count, sizeof *heights, compare_lengths);
    int kept = 0;
    for (int i = 0; i < *count; i++)
        if (heights[i] > 0 && heights[i] < group->rows[group->row_count].top &&
            (kept == 0 || heights[kept - 1] != heights[i]))
            heights[kept++] = heights[i];
    *count = kept;
    return heights;
}

/* How far the list of one cell has come. */
typedef struct Progress {
    int cut;      /* index of the break in force, -1: none yet */
    int reached;  /* of the last one above the cut that was looked at */
    int released; /* of the last one at which a forced break was made */
    int recorded; /* of the last step's */
} Progress;

/* A cut that goes down the group. */
typedef struct Sweep {
    Layout *layout;
    Group *group;
    Progress *progress; /* a cell each */
    int *active;        /* cells that begin above the cut and end below it */
    int active_count, next_cell;
    int row; /* that the cut goes through or ends */
    gboolean is_relaxed;
    Length latest; /* of the step before */
} Sweep;

static Length
row_bottom(const Group *group, int row)
{
    return group->rows[row + 1].top;
}

/* By how much a row is lower where a page ends behind it: what a cell shows of its border
 * there may be less than what it shares with the row below. */
static Length
end_shrinkage(const Group *group, int row)
{
    const GroupRow *own = &group->rows[row];
    Length height = own->minimum;
    for (int i = own->first_end; i < own[1].first_end; i++) {
        const GroupCell *cell = &group->cells[group->ends[i]];
        height = MAX(height,
                     need(cell->before.whole, content_height(cell), cell->after.page) -
                         (own->top - group->rows[cell->row].top));
    }
    return MAX(own[1].top - own->top - height, 0);
}

static void
pass_breaks(Sweep *sweep, int index, Length at)
{
    const GroupCell *cell = &sweep->group->cells[index];
    Progress *progress = &sweep->progress[index];
    Length room = at - sweep->group->rows[cell->row].top - cell->before.whole;
    while (progress->reached < cell->break_count - 1 &&
           cell->breaks[progress->reached + 1].done <= room) {
        if (progress->cut >= 0 && cell->breaks[progress->cut].forced &&
            progress->released != progress->cut)
            return;
        progress->reached++;
        if (sweep->is_relaxed ||
            cell->breaks[progress->reached].penalty < KNUTH_INFINITE)
            progress->cut = progress->reached;
    }
}

/* Takes the cut down to height at. Returns FALSE where a cell has begun and nothing of its
 * content would stand above. */
static gboolean
descend(Sweep *sweep, Length at)
{
    const Group *group = sweep->group;
    while (sweep->next_cell < group->cell_count &&
           group->rows[group->cells[sweep->next_cell].row].top < at)
        sweep->active[sweep->active_count++] = sweep->next_cell++;
    while (row_bottom(group, sweep->row) < at)
        sweep->row++;
    int kept = 0;
    gboolean is_possible = TRUE;
    Length end = row_bottom(group, sweep->row) - end_shrinkage(group, sweep->row);
    for (int i = 0; i < sweep->active_count; i++) {
        int index = sweep->active[i];
        if (row_bottom(group, last_row(&group->cells[index])) <= at)
            continue;
        sweep->active[kept++] = index;
        pass_breaks(sweep, index, MIN(at, end));
        if (at > end && sweep->progress[index].cut < 0)
            pass_breaks(sweep, index, at);
        is_possible &= sweep->progress[index].cut >= 0;
    }
    sweep->active_count = kept;
    return is_possible;
}

static gboolean
is_complete(const Sweep *sweep, int index)
{
    return sweep->progress[index].cut == sweep->group->cells[index].break_count - 1;
}

/* Whether nothing but the edges of its cells is left of the row that the cut goes through;
 * then it is not cut there. */
static gboolean
is_row_done(const Sweep *sweep, Length at)
{
    const Group *group = sweep->group;
    Length left = row_bottom(group, sweep->row) - at, edge = 0;
    gboolean any = FALSE;
    for (int i = 0; i < sweep->active_count; i++) {
        const GroupCell *cell = &group->cells[sweep->active[i]];
        if (last_row(cell) != sweep->row)
            continue;
        if (!is_complete(sweep, sweep->active[i]))
            return FALSE;
        any = TRUE;
        edge = MAX(edge, cell->after.whole);
    }
    return any && left <= edge;
}

static VBreak
forced_here(const Sweep *sweep)
{
    VBreak forced = BREAK_NONE;
    for (int i = 0; i < sweep->active_count; i++) {
        int index = sweep->active[i];
        const Progress *progress = &sweep->progress[index];
        if (progress->cut >= 0 && progress->released != progress->cut)
            forced =
                MAX(forced, sweep->group->cells[index].breaks[progress->cut].forced);
    }
    return forced;
}

Length
group_cut_edge(const Group *group, const GroupCell *cell, gboolean before, int row,
               gboolean row_is_cut)
{
    const Table *table = group->table;
    return table && table->is_collapsed
               ? table_cut_edge(table, cell, before, group->rows[row].index, row_is_cut)
           : before ? cell->before.cut
                    : cell->after.cut;
}

/* What the cut does to what is above it: the cells that go on are cut, and those that end
 * with their row meet the end of the page. */
static Length
growth_above(const Sweep *sweep, Length at)
{
    const Group *group = sweep->group;
    const GroupRow *row = &group->rows[sweep->row];
    Length growth = G_MININT;
    for (int i = 0; i < sweep->active_count; i++) {
        int index = sweep->active[i];
        const GroupCell *cell = &group->cells[index];
        Length done = cell->breaks[sweep->progress[index].cut].done;
        Length cut = group_cut_edge(group, cell, FALSE, sweep->row, at < row[1].top);
        growth = MAX(growth, need(cell->before.whole, done, cut) -
                                 (at - group->rows[cell->row].top));
    }
    if (at < row[1].top)
        return growth == G_MININT ? 0 : growth;
    if (row->minimum > 0)
        growth = MAX(growth, row->minimum - (row[1].top - row->top));
    for (int i = row->first_end; i < row[1].first_end; i++) {
        const GroupCell *cell = &group->cells[group->ends[i]];
        growth = MAX(growth,
                     need(cell->before.whole, content_height(cell), cell->after.page) -
                         (at - group->rows[cell->row].top));
    }
    return growth == G_MININT ? 0 : growth;
}

/* The same of what is below. */
static Length
growth_below(const Sweep *sweep, Length at)
{
    const Group *group = sweep->group;
    gboolean is_between = at >= row_bottom(group, sweep->row);
    int row = sweep->row + is_between;
    Length own = G_MININT, others = G_MININT;
    for (int i = 0; i < sweep->active_count; i++) {
        int index = sweep->active[i];
        const GroupCell *cell = &group->cells[index];
        Length rest = cell->breaks[sweep->progress[index].cut].rest;
        Length cut = group_cut_edge(group, cell, TRUE, row, !is_between);
        Length over = need(cut, rest, cell->after.whole) -
                      (row_bottom(group, last_row(cell)) - at);
        Length *most = last_row(cell) == row ? &own : &others;
        *most = MAX(*most, over);
    }
    const GroupRow *next = &group->rows[row];
    if (is_between && next->minimum > 0)
        own = MAX(own, next->minimum - (next[1].top - next->top));
    for (int i = sweep->next_cell;
         is_between && i < group->cell_count && group->cells[i].row == row; i++) {
        const GroupCell *cell = &group->cells[i];
        Length over = need(cell->before.page, content_height(cell), cell->after.whole) -
                      (row_bottom(group, last_row(cell)) - at);
        Length *most = cell->rows == 1 ? &own : &others;
        *most = MAX(*most, over);
    }
    return MAX(own == G_MININT ? 0 : own, others);
}

static void
price_step(const Sweep *sweep, GroupStep *step)
{
    const Group *group = sweep->group;
    const GroupRow *row = &group->rows[sweep->row];
    gboolean is_inside = step->at < row[1].top;
    int keep = is_inside ? row->keep_together : row->keep_next;
    /* Each area is as high as asked for (7.15.3): no row is cut short of that. */
    if (is_inside && step->at - row->top < row->minimum)
        keep = G_MAXINT;
    step->penalty = vlist_keep_penalty(keep);
    step->keeper = row->node ? row->node : row->part;
    if (!is_inside)
        step->forced = MAX(step->forced, row->break_after);
    for (int i = 0; i < sweep->active_count; i++) {
        int index = sweep->active[i];
        const GroupCell *cell = &group->cells[index];
        const CellBreak *cut = &cell->breaks[sweep->progress[index].cut];
        if (cut->penalty > step->penalty) {
            step->penalty = cut->penalty;
            step->keeper = cut->keeper;
        }
        /* What ends a cell stays with what follows the cell, which is below. */
        int kept = is_complete(sweep, index) ? vlist_keep_penalty(cell->keep_next) : 0;
        if (kept > step->penalty) {
            step->penalty = kept;
            step->keeper = cell->node;
        }
        step->noted.before += cut->noted.before;
        step->noted.after += cut->noted.after;
    }
}

static CellCut *
record_cuts(Sweep *sweep, gboolean forced)
{
    CellCut *cuts =
        arena_array(sweep->layout->scratch, CellCut, sweep->active_count + 1);
    for (int i = 0; i < sweep->active_count; i++) {
        int index = sweep->active[i];
        Progress *progress = &sweep->progress[index];
        cuts[i] = (CellCut){index, progress->cut};
        progress->recorded = progress->cut;
        if (forced)
            progress->released = progress->cut;
    }
    return cuts;
}

static void
finish_step(Sweep *sweep, GroupStep *step)
{
    Group *group = sweep->group;
    price_step(sweep, step);
    step->growth = growth_above(sweep, step->at);
    step->deficit = growth_below(sweep, step->at);
    step->cut_count = sweep->active_count;
    step->cuts = record_cuts(sweep, step->forced != BREAK_NONE);
    sweep->latest = step->at;
    group->steps[group->step_count++] = *step;
}

/* Where nothing of a new row would stand above the cut, but more of the cells from above it,
 * the row waits for the next page and the row before is as high as those ask. */
static void
add_delayed_step(Sweep *sweep)
{
    const Group *group = sweep->group;
    Sweep outer = *sweep;
    int row = sweep->row, older = 0;
    gboolean has_more = FALSE;
    for (int i = 0; i < sweep->active_count; i++) {
        int index = sweep->active[i];
        const Progress *progress = &sweep->progress[index];
        if ((group->cells[index].row < row) != (progress->cut >= 0))
            return;
        older += progress->cut >= 0;
        has_more |= progress->cut > progress->recorded;
    }
    if (!has_more || group->rows[row].top < sweep->latest ||
        group->rows[row - 1].break_after != BREAK_NONE)
        return;
    sweep->active_count = older;
    sweep->row = row - 1;
    sweep->next_cell = group_first_cell(group, group->rows[row].top);
    GroupStep step = {.at = group->rows[row].top, .forced = forced_here(sweep)};
    Length height = step.at - group->rows[row - 1].top + growth_above(sweep, step.at);
    if (height - group->rows[row - 1].edges <= group->rows[row - 1].maximum)
        finish_step(sweep, &step);
    sweep->active_count = outer.active_count;
    sweep->row = row;
    sweep->next_cell = outer.next_cell;
}

static void
add_step(Sweep *sweep, Length at)
{
    Group *group = sweep->group;
    if (at <= sweep->latest)
        return;
    if (!descend(sweep, at)) {
        if (sweep->row > 0)
            add_delayed_step(sweep);
        return;
    }
    GroupStep step = {.at = at, .forced = forced_here(sweep)};
    if (at < row_bottom(group, sweep->row) && is_row_done(sweep, at)) {
        if (!step.forced || sweep->row + 1 == group->row_count)
            return;
        step.at = row_bottom(group, sweep->row);
        descend(sweep, step.at);
    }
    finish_step(sweep, &step);
}

static void
find_steps(Layout *layout, Group *group, gboolean is_relaxed)
{
    int count = 0;
    Length *heights = candidate_heights(layout, group, &count);
    group->steps = arena_array(layout->scratch, GroupStep, count + 1);
    group->step_count = 0;
    Sweep sweep = {.layout = layout, .group = group, .is_relaxed = is_relaxed};
    sweep.progress = arena_array(layout->scratch, Progress, group->cell_count + 1);
    sweep.active = arena_array(layout->scratch, int, group->cell_count + 1);
    for (int i = 0; i < group->cell_count; i++)
        sweep.progress[i] = (Progress){-1, -1, -1, -1};
    for (int i = 0; i < count; i++)
        add_step(&sweep, heights[i]);
    GroupStep *end = &group->steps[group->step_count++];
    *end = (GroupStep){.at = group->rows[group->row_count].top};
}

/* Whether two steps lie farther apart than a page is high, with kept breaks between. */
static gboolean
must_relax(const Group *group, Length room)
{
    Length at = 0, deficit = 0;
    gboolean is_far = FALSE;
    for (int i = 0; i < group->step_count && !is_far; i++) {
        const GroupStep *step = &group->steps[i];
        is_far = step->at - at + deficit + step->growth > room;
        at = step->at;
        deficit = step->deficit;
    }
    for (int i = 0; is_far && i < group->cell_count; i++)
        for (int j = 0; j < group->cells[i].break_count; j++)
            if (group->cells[i].breaks[j].keeper)
                return TRUE;
    return FALSE;
}

void
group_finish(Layout *layout, Group *group, Length room)
{
    for (int i = 0; i < group->cell_count; i++)
        find_breaks(layout, &group->cells[i]);
    group_align_baselines(group);
    sort_ends(layout, group);
    size_rows(group);
    gather_requests(group);
    find_steps(layout, group, FALSE);
    if (room > 0 && must_relax(group, room))
        find_steps(layout, group, TRUE);
}

Length
group_end_growth(const Group *group)
{
    const GroupRow *row = &group->rows[group->row_count - 1];
    Length growth =
        row->minimum > 0 ? row->minimum - (row[1].top - row->top) : G_MININT;
    for (int i = row->first_end; i < row[1].first_end; i++) {
        const GroupCell *cell = &group->cells[group->ends[i]];
        growth = MAX(growth,
                     need(cell->before.whole, content_height(cell), cell->after.page) -
                         (row[1].top - group->rows[cell->row].top));
    }
    return growth == G_MININT ? 0 : growth;
}

Length
group_start_growth(const Group *group)
{
    const GroupRow *row = &group->rows[0];
    Length own = row->minimum > 0 ? row->minimum - row[1].top : G_MININT;
    Length others = G_MININT;
    for (int i = 0; i < group->cell_count && group->cells[i].row == 0; i++) {
        const GroupCell *cell = &group->cells[i];
        Length over = need(cell->before.page, content_height(cell), cell->after.whole) -
                      row_bottom(group, last_row(cell));
        Length *most = cell->rows == 1 ? &own : &others;
        *most = MAX(*most, over);
    }
    return MAX(own == G_MININT ? 0 : own, others);
}

void
group_append(Group *group, const FoNode *node, VList *list)
{
    Length at = 0;
    for (int i = 0; i < group->step_count; i++) {
        if (i > 0) {
            const GroupStep *step = &group->steps[i - 1];
            VEntry *penalty = vlist_add(list, V_PENALTY, node);
            penalty->penalty = step->penalty;
            penalty->kept_after = step->growth;
            penalty->size = step->deficit;
            penalty->noted = step->noted;
            penalty->item = (gpointer)step->keeper;
            vlist_add_break(list, node, step->forced);
        }
        VEntry *box = vlist_add(list, V_BOX, node);
        box->content = CONTENT_GROUP;
        box->item = group;
        box->step = i;
        box->size = group->steps[i].at - at;
        box->x = group->x;
        box->width = group->width;
        at = group->steps[i].at;
    }
}

/* The first row of which something is below at. */
static int
row_below(const Group *group, Length at)
{
    int low = 0, high = group->row_count;
    while (low < high) {
        int middle = (low + high) / 2;
        if (row_bottom(group, middle) > at || group->rows[middle].top >= at)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

static Length
height_at(const Group *group, int step)
{
    return step < 0 ? 0 : group->steps[step].at;
}

void
group_rows(const Group *group, int from, int to, int *first, int *last)
{
    *first = from < 0 ? 0 : row_below(group, height_at(group, from));
    *last = to == group->step_count - 1 ? group->row_count - 1
                                        : row_below(group, height_at(group, to) - 1);
    *first = MIN(*first, *last);
}

/* -1 where the cell has not begun, the last one where it has ended. */
static int
cut_at(const Group *group, int step, int index)
{
    const GroupCell *cell = &group->cells[index];
    if (step < 0)
        return -1;
    if (step == group->step_count - 1)
        return cell->break_count - 1;
    const GroupStep *own = &group->steps[step];
    if (group->rows[cell->row].top >= own->at)
        return -1;
    int low = 0, high = own->cut_count;
    while (low < high) {
        int middle = (low + high) / 2;
        if (own->cuts[middle].cell < index)
            low = middle + 1;
        else
            high = middle;
    }
    return low < own->cut_count && own->cuts[low].cell == index ? own->cuts[low].cut
                                                                : cell->break_count - 1;
}

void
group_cut(const Group *group, int from, int to, int cell, int *first, int *last)
{
    const CellBreak *breaks = group->cells[cell].breaks;
    int begin = cut_at(group, from, cell), end = cut_at(group, to, cell);
    *first = begin < 0 ? 0 : breaks[begin].entry;
    *last = end < 0 ? 0 : breaks[end].entry;
}

static void
collect_cell(const Group *group, int step, int cell, GPtrArray *nodes)
{
    int first, last;
    group_cut(group, step - 1, step, cell, &first, &last);
    notes_collect(group->cells[cell].list, first, last, nodes);
}

void
group_collect_notes(const Group *group, int step, GPtrArray *nodes)
{
    Length at = height_at(group, step - 1);
    const GroupStep *before = step > 0 ? &group->steps[step - 1] : NULL;
    for (int i = 0; before && i < before->cut_count; i++)
        collect_cell(group, step, before->cuts[i].cell, nodes);
    for (int i = group_first_cell(group, at);
         i < group->cell_count &&
         (step == group->step_count - 1 ||
          group->rows[group->cells[i].row].top < group->steps[step].at);
         i++)
        collect_cell(group, step, i, nodes);
}

int
group_first_cell(const Group *group, Length at)
{
    int low = 0, high = group->cell_count;
    while (low < high) {
        int middle = (low + high) / 2;
        if (group->rows[group->cells[middle].row].top >= at)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

void
group_dump(const Group *group, int depth, GString *out)
{
    for (int i = 0; i < group->cell_count; i++) {
        const GroupCell *cell = &group->cells[i];
        g_string_append_printf(out, "%*scell %d,%d\n", 2 * depth, "", cell->row + 1,
                               cell->column + 1);
        GString *inside = g_string_new(NULL);
        vlist_dump(cell->list, inside);
        g_auto(GStrv) lines = g_strsplit(inside->str, "\n", -1);
        for (char **line = lines; *line && **line; line++)
            g_string_append_printf(out, "%*s%s\n", 2 * depth + 2, "", *line);
        g_string_free(inside, TRUE);
    }
}
