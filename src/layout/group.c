#include "layout/group.h"
#include "layout/border.h"
#include "layout/marker.h"
#include "layout/notes.h"
#include "layout/number.h"
#include "layout/place.h"
#include "layout/table.h"

#include <stdlib.h>

/* The places where a cell's list may be cut, with what stands before and behind each. */
static void
find_breaks(Layout *layout, GroupCell *cell)
{
    VItems items = vlist_resolve(cell->list, layout->scratch);
    Length total = vlist_size(&items);
    cell->breaks = arena_array(layout->scratch, CellBreak, items.count + 1);
    Length done = 0;
    for (int i = 0; i < items.count - 2; i++) {
        const KnuthItem *item = &items.items[i];
        if (item->kind != KNUTH_PENALTY) {
            done += item->width;
            continue;
        }
        Length glue =
            items.items[i + 1].kind == KNUTH_GLUE ? items.items[i + 1].width : 0;
        if (item->penalty < KNUTH_INFINITE && done > 0)
            cell->breaks[cell->break_count++] = (CellBreak){
                .entry = items.entries[i],
                .done = done + item->pre - items.noted[i].before,
                .rest = total - done - glue + item->post - items.noted[i].after,
                .noted = items.noted[i],
                .penalty = MAX(item->penalty, 0)};
    }
    cell->breaks[cell->break_count++] =
        (CellBreak){.entry = cell->list->count, .done = total};
}

static Length
cell_height(const GroupCell *cell)
{
    return cell->before + cell->breaks[cell->break_count - 1].done + cell->after;
}

/* Row heights: of the highest cell in one row; a spanning cell that needs more gives the
 * rest to its last row (XSL 1.1, 6.7.9). */
static void
size_rows(Layout *layout, Group *group)
{
    Length *heights = arena_array(layout->scratch, Length, group->row_count);
    for (int i = 0; i < group->row_count; i++)
        heights[i] = group->rows[i].minimum;
    for (int span = 1; span <= group->row_count; span++) {
        for (int i = 0; i < group->cell_count; i++) {
            const GroupCell *cell = &group->cells[i];
            if (cell->rows != span)
                continue;
            Length room = 0;
            for (int row = cell->row; row < cell->row + cell->rows; row++)
                room += heights[row];
            heights[cell->row + cell->rows - 1] += MAX(0, cell_height(cell) - room);
        }
    }
    for (int i = 0; i < group->row_count; i++)
        group->rows[i + 1].top = group->rows[i].top + heights[i];
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
        Length top = group->rows[cell->row].top + cell->before;
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

/* Cuts one cell at height at. Returns FALSE where the cell has begun but nothing of its
 * content would stand before the cut. */
static gboolean
cut_cell(const Group *group, const GroupCell *cell, Length at, int *cursor,
         GroupStep *step)
{
    Length top = group->rows[cell->row].top;
    Length bottom = group->rows[cell->row + cell->rows].top;
    int last = cell->break_count - 1;
    if (at <= top) {
        *cursor = -1;
        return TRUE;
    }
    while (*cursor < last && top + cell->before + cell->breaks[*cursor + 1].done <= at)
        (*cursor)++;
    if (at >= bottom)
        *cursor = last;
    if (*cursor < 0)
        return FALSE;
    if (*cursor < last) {
        const CellBreak *cut = &cell->breaks[*cursor];
        step->penalty = MAX(step->penalty, cut->penalty);
        step->deficit = MAX(step->deficit, cut->rest + cell->after - (bottom - at));
        step->noted.before += cut->noted.before;
        step->noted.after += cut->noted.after;
    }
    return TRUE;
}

/* What it costs to cut the rows themselves: inside one, or between two. */
static int
row_cost(const Group *group, Length at)
{
    for (int i = 0; i < group->row_count; i++) {
        const GroupRow *row = &group->rows[i];
        if (at > row->top && at < row[1].top)
            return vlist_keep_penalty(row->keep_together);
        if (at == row[1].top)
            return vlist_keep_penalty(row->keep_next);
    }
    return 0;
}

static void
find_steps(Layout *layout, Group *group)
{
    int count = 0;
    Length *heights = candidate_heights(layout, group, &count);
    group->steps = arena_array(layout->scratch, GroupStep, count + 1);
    int *cursors = arena_array(layout->scratch, int, group->cell_count);
    for (int i = 0; i < group->cell_count; i++)
        cursors[i] = -1;
    for (int i = 0; i < count; i++) {
        GroupStep step = {.at = heights[i], .penalty = row_cost(group, heights[i])};
        gboolean is_possible = TRUE;
        for (int j = 0; j < group->cell_count; j++)
            is_possible &=
                cut_cell(group, &group->cells[j], heights[i], &cursors[j], &step);
        if (!is_possible)
            continue;
        step.cuts = arena_array(layout->scratch, int, group->cell_count);
        for (int j = 0; j < group->cell_count; j++)
            step.cuts[j] = cursors[j];
        group->steps[group->step_count++] = step;
    }
    GroupStep *end = &group->steps[group->step_count++];
    end->at = group->rows[group->row_count].top;
    end->cuts = arena_array(layout->scratch, int, group->cell_count);
    for (int j = 0; j < group->cell_count; j++)
        end->cuts[j] = group->cells[j].break_count - 1;
}

void
group_finish(Layout *layout, Group *group)
{
    for (int i = 0; i < group->cell_count; i++)
        find_breaks(layout, &group->cells[i]);
    size_rows(layout, group);
    find_steps(layout, group);
}

void
group_append(Group *group, const FoNode *node, VList *list)
{
    Length at = 0;
    for (int i = 0; i < group->step_count; i++) {
        if (i > 0) {
            VEntry *penalty = vlist_add(list, V_PENALTY, node);
            penalty->penalty = group->steps[i - 1].penalty;
            penalty->size = group->steps[i - 1].deficit;
            penalty->noted = group->steps[i - 1].noted;
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

static Area *
add_area(Layout *layout, Area *parent, AreaKind kind, const FoNode *node)
{
    Area *area =
        area_new(layout->document, kind, fo_kind_name(node->kind), node->place);
    if (!layout->artifact) {
        area->element = layout_element(layout, node);
        area->id = number_destination(layout, node);
    }
    area_append(parent, area);
    return area;
}

/* The part of a group that is being placed. */
typedef struct Part {
    Layout *layout;
    const Group *group;
    const GroupStep *from, *to; /* from: NULL at the start of the group */
    Area **areas;               /* of the cells; NULL: not in this part */
    Length *contents;           /* height of the cells' content in it */
    Length *tops;               /* of the rows in it, and of what follows */
} Part;

static int
cut_of(const Part *part, const GroupStep *step, int cell)
{
    (void)part;
    return step ? step->cuts[cell] : -1;
}

/* Whether the cell has anything in this part: its row begins in it, or it was cut. */
static gboolean
is_in(const Part *part, int index)
{
    const GroupCell *cell = &part->group->cells[index];
    Length from = part->from ? part->from->at : 0;
    return part->group->rows[cell->row].top < part->to->at &&
           part->group->rows[cell->row + cell->rows].top > from;
}

static gboolean
starts_in(const Part *part, const GroupCell *cell)
{
    return !part->from || part->group->rows[cell->row].top >= part->from->at;
}

static gboolean
ends_in(const Part *part, const GroupCell *cell)
{
    return part->group->rows[cell->row + cell->rows].top <= part->to->at;
}

static void
place_cell(Part *part, int index, Area *parent, Length dx)
{
    const GroupCell *cell = &part->group->cells[index];
    Layout *layout = part->layout;
    gboolean starts = starts_in(part, cell), ends = ends_in(part, cell);
    AreaKind kind = cell->is_reference ? AREA_REFERENCE : AREA_BLOCK;
    Area *area = add_area(layout, parent, kind, cell->node);
    area->x = cell->x + dx;
    area->width = cell->width;
    area->right_to_left = !border_runs_right(cell->node);
    area->box = border_cut(layout, cell->node, cell->box, !starts, !ends);
    if (!layout->artifact)
        marker_record(layout, cell->node, starts, ends);
    int first = cut_of(part, part->from, index), last = cut_of(part, part->to, index);
    int from = first < 0 ? 0 : cell->breaks[first].entry;
    int to = last < 0 ? 0 : cell->breaks[last].entry;
    Length before = starts ? cell->before : 0;
    Length offset = cell->is_reference ? cell->inset : -cell->x;
    part->contents[index] =
        place_slice(layout, cell->list, from, to, area, offset, before);
    part->areas[index] = area;
}

/* What the cell needs in this part. */
static Length
needed(const Part *part, int index)
{
    const GroupCell *cell = &part->group->cells[index];
    return (starts_in(part, cell) ? cell->before : 0) + part->contents[index] +
           (ends_in(part, cell) ? cell->after : 0);
}

static void
size_part(Part *part)
{
    const Group *group = part->group;
    Length from = part->from ? part->from->at : 0, to = part->to->at, top = 0;
    for (int row = 0; row < group->row_count; row++) {
        Length begin = group->rows[row].top, end = group->rows[row + 1].top;
        gboolean is_whole = begin >= from && end <= to;
        Length height = is_whole ? end - begin : 0;
        part->tops[row] = top;
        for (int i = 0; i < group->cell_count; i++) {
            const GroupCell *cell = &group->cells[i];
            if (part->areas[i] && cell->row + cell->rows - 1 == row)
                height = MAX(height, needed(part, i) - (top - part->tops[cell->row]));
            else if (part->areas[i] && cell->row <= row && !ends_in(part, cell) &&
                     end >= to && begin < to)
                height = MAX(height, needed(part, i) - (top - part->tops[cell->row]));
        }
        top += end > from && begin < to ? height : 0;
    }
    part->tops[group->row_count] = top;
}

static void
align_content(Area *area, FoEnum align, Length room)
{
    Length shift = align == ENUM_CENTER ? room / 2 : align == ENUM_AFTER ? room : 0;
    for (Area *child = shift > 0 ? area->first : NULL; child; child = child->next)
        child->y += shift;
}

static void
settle_cells(Part *part, Length y)
{
    const Group *group = part->group;
    for (int i = 0; i < group->cell_count; i++) {
        Area *area = part->areas[i];
        if (!area)
            continue;
        const GroupCell *cell = &group->cells[i];
        area->y = y + part->tops[cell->row];
        area->height = part->tops[cell->row + cell->rows] - part->tops[cell->row];
        align_content(area, cell->align, area->height - needed(part, i));
    }
}

/* Rows have areas for their backgrounds and ids; cells stand upon them. */
static void
place_rows(Part *part, Area *parent, Length dx, Length y)
{
    const Group *group = part->group;
    for (int i = 0; i < group->row_count; i++) {
        const GroupRow *row = &group->rows[i];
        Length height = part->tops[i + 1] - part->tops[i];
        if (!row->node || height <= 0)
            continue;
        Area *area = add_area(part->layout, parent, AREA_BLOCK, row->node);
        area->x = group->x + dx;
        area->width = group->width;
        area->y = y + part->tops[i];
        area->height = height;
        area->box = row->box;
        if (!part->layout->artifact)
            marker_record(part->layout, row->node, TRUE, TRUE);
    }
}

Length
group_place(Layout *layout, const Group *group, int from, int to, Area *parent,
            Length dx, Length y)
{
    Part part = {.layout = layout, .group = group};
    part.from = from < 0 ? NULL : &group->steps[from];
    part.to = &group->steps[to];
    part.areas = arena_array(layout->scratch, Area *, group->cell_count);
    part.contents = arena_array(layout->scratch, Length, group->cell_count);
    part.tops = arena_array(layout->scratch, Length, group->row_count + 1);
    Area holder = {0};
    for (int i = 0; i < group->cell_count; i++)
        if (group->cells[i].node && is_in(&part, i))
            place_cell(&part, i, &holder, dx);
    size_part(&part);
    place_rows(&part, parent, dx, y);
    settle_cells(&part, y);
    for (Area *area = holder.first, *next; area; area = next) {
        next = area->next;
        area->next = area->parent = NULL;
        area_append(parent, area);
    }
    if (group->table)
        table_place_rules(layout, group, part.tops, parent, dx, y);
    return part.tops[group->row_count];
}

void
group_collect_notes(const Group *group, int step, GPtrArray *nodes)
{
    for (int i = 0; i < group->cell_count; i++) {
        const GroupCell *cell = &group->cells[i];
        int first = step > 0 ? group->steps[step - 1].cuts[i] : -1;
        int last = group->steps[step].cuts[i];
        int from = first < 0 ? 0 : cell->breaks[first].entry;
        int to = last < 0 ? 0 : cell->breaks[last].entry;
        notes_collect(cell->list, from, to, nodes);
    }
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
