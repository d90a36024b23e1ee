/* Placing a part of a group: what lies between two of its steps. */

#include "layout/border.h"
#include "layout/change.h"
#include "layout/marker.h"
#include "layout/number.h"
#include "layout/place.h"
#include "layout/table.h"

/* A cell in the part. */
typedef struct PartCell {
    int index;
    gboolean starts, ends;
    Area *area;
    Length before, content, after;
} PartCell;

typedef struct Placing {
    Layout *layout;
    const Group *group;
    const GroupPart *part;
    Length from; /* height of the step before, in the group */
    int first_row, last_row;
    PartCell *cells;
    int cell_count;
    Length *tops; /* of the rows from first_row on, and of what follows the last */
} Placing;

static Area *
add_area(Layout *layout, Area *parent, AreaKind kind, const FoNode *node)
{
    Area *area =
        area_new(layout->document, kind, fo_kind_name(node->kind), node->place);
    if (!layout->artifact) {
        area->element = layout_element(layout, node);
        area->id = number_destination(layout, node);
    }
    area->u.block.object = area->id ? NULL : number_object(node);
    area_append(parent, area);
    return area;
}

static Length
top_of(const Placing *placing, int row)
{
    return placing->tops[CLAMP(row, placing->first_row, placing->last_row + 1) -
                         placing->first_row];
}

static void
add_cell(Placing *placing, int index)
{
    const Group *group = placing->group;
    const GroupCell *cell = &group->cells[index];
    gboolean is_end = placing->part->to == group->step_count - 1;
    PartCell *own = &placing->cells[placing->cell_count++];
    own->index = index;
    own->starts =
        placing->part->from < 0 || group->rows[cell->row].top >= placing->from;
    own->ends = is_end || group->rows[cell->row + cell->rows].top <=
                              group->steps[placing->part->to].at;
    gboolean leads = placing->part->leads || placing->part->from >= 0;
    gboolean trails = placing->part->trails || !is_end;
    const GroupRow *first = &group->rows[placing->first_row];
    const GroupRow *last = &group->rows[placing->last_row];
    own->before = !own->starts ? group_cut_edge(group, cell, TRUE, placing->first_row,
                                                first->top < placing->from)
                  : leads && cell->row == placing->first_row ? cell->before.page
                                                             : cell->before.whole;
    own->after =
        !own->ends ? group_cut_edge(group, cell, FALSE, placing->last_row,
                                    last[1].top > group->steps[placing->part->to].at)
        : trails && cell->row + cell->rows - 1 == placing->last_row ? cell->after.page
                                                                    : cell->after.whole;
}

/* The cells of the part by growing index: those that go on, and those that begin in it. */
static void
collect_cells(Placing *placing)
{
    const Group *group = placing->group;
    const GroupPart *part = placing->part;
    int first = part->from < 0 ? 0 : group_first_cell(group, placing->from);
    int end = part->to == group->step_count - 1
                  ? group->cell_count
                  : group_first_cell(group, group->steps[part->to].at);
    const GroupStep *before = part->from < 0 ? NULL : &group->steps[part->from];
    int going_on = before ? before->cut_count : 0;
    placing->cells = arena_array(placing->layout->scratch, PartCell,
                                 going_on + MAX(end - first, 0) + 1);
    for (int i = 0; i < going_on; i++) {
        const CellCut *cut = &before->cuts[i];
        gboolean is_done = cut->cut == group->cells[cut->cell].break_count - 1;
        /* A cell of a table goes on beside others; a label that is set is not there. */
        if (group->table || !is_done)
            add_cell(placing, cut->cell);
    }
    for (int i = first; i < end; i++)
        add_cell(placing, i);
}

static void
place_cell(Placing *placing, PartCell *own, Area *parent, Length dx)
{
    Layout *layout = placing->layout;
    const GroupPart *part = placing->part;
    const GroupCell *cell = &placing->group->cells[own->index];
    AreaKind kind = cell->is_reference ? AREA_REFERENCE : AREA_BLOCK;
    Area *area = own->area = add_area(layout, parent, kind, cell->node);
    area->x = cell->x + dx;
    area->width = cell->width;
    area->right_to_left = !border_runs_right(cell->node);
    area->box = border_cut(layout, cell->node, cell->box, !own->starts, !own->ends);
    if (!layout->artifact) {
        marker_record(layout, cell->node, own->starts, own->ends);
        change_record_part(layout, cell->node, area, own->starts, own->ends);
    }
    int from, to;
    group_cut(placing->group, part->from, part->to, own->index, &from, &to);
    Length offset = cell->is_reference ? cell->inset : -cell->x;
    Length inside = own->before - (own->starts ? cell->gap : 0);
    own->content = place_slice(layout, cell->list, from, to, area, offset, inside);
}

/* Height of a row in the part: what the cells ask for that end with it or are cut in it. */
static Length
row_height(const Placing *placing, int row, PartCell *const *ending, int count)
{
    const GroupRow *own = &placing->group->rows[row];
    gboolean is_whole = own->top >= placing->from &&
                        (placing->part->to == placing->group->step_count - 1 ||
                         own[1].top <= placing->group->steps[placing->part->to].at);
    Length top = top_of(placing, row), height = is_whole ? own->minimum : 0;
    for (int i = 0; i < count; i++) {
        const PartCell *cell = ending[i];
        const GroupCell *whole = &placing->group->cells[cell->index];
        Length content = cell->starts && cell->ends ? MAX(cell->content, whole->asked)
                                                    : cell->content;
        height = MAX(height, cell->before + content + cell->after -
                                 (top - top_of(placing, whole->row)));
    }
    return height;
}

static int
last_row_of(const Placing *placing, const PartCell *cell)
{
    const GroupCell *whole = &placing->group->cells[cell->index];
    return MIN(whole->row + whole->rows - 1, placing->last_row);
}

static void
size_part(Placing *placing)
{
    int rows = placing->last_row - placing->first_row + 1;
    Arena *arena = placing->layout->scratch;
    int *first = arena_array(arena, int, rows + 2);
    PartCell **ending = arena_array(arena, PartCell *, placing->cell_count + 1);
    for (int i = 0; i < placing->cell_count; i++)
        first[last_row_of(placing, &placing->cells[i]) - placing->first_row + 1]++;
    for (int i = 0; i < rows; i++)
        first[i + 1] += first[i];
    int *next = arena_array(arena, int, rows + 1);
    for (int i = 0; i < placing->cell_count; i++) {
        int row = last_row_of(placing, &placing->cells[i]) - placing->first_row;
        ending[first[row] + next[row]++] = &placing->cells[i];
    }
    for (int i = 0; i < rows; i++)
        placing->tops[i + 1] =
            placing->tops[i] + row_height(placing, placing->first_row + i,
                                          &ending[first[i]], first[i + 1] - first[i]);
}

/* Where display-align puts the content of a cell that has room over (XSL 1.1, 7.14.4). */
static Length
alignment_shift(const GroupCell *cell, Length room)
{
    if (room <= 0)
        return 0;
    return cell->align == ENUM_CENTER ? room / 2 : cell->align == ENUM_AFTER ? room : 0;
}

static void
settle_cells(Placing *placing, Length y)
{
    const Group *group = placing->group;
    for (int i = 0; i < placing->cell_count; i++) {
        PartCell *own = &placing->cells[i];
        const GroupCell *cell = &group->cells[own->index];
        Length top = top_of(placing, cell->row) + (own->starts ? cell->gap : 0);
        Length bottom =
            top_of(placing, cell->row + cell->rows) - (own->ends ? cell->gap : 0);
        own->area->y = y + top;
        own->area->height = MAX(bottom - top, 0);
        if (cell->is_reference)
            own->area->u.block.cell = table_shared_borders(
                placing->layout,
                &(TablePart){group, placing->part, placing->first_row,
                             placing->last_row, placing->tops, placing->from},
                cell);
        Length room = top_of(placing, cell->row + cell->rows) -
                      top_of(placing, cell->row) -
                      (own->before + own->content + own->after);
        Length shift = alignment_shift(cell, room);
        own->area->u.block.shift = shift;
        for (Area *child = shift > 0 ? own->area->first : NULL; child;
             child = child->next)
            child->y += shift;
    }
}

/* A head, body or foot has no area of its own (XSL 1.1, 6.7.8) and stands where its first row
 * does. */
static void
place_part_id(const Placing *placing, const GroupRow *row, Area *parent, Length dx,
              Length y)
{
    const Table *table = placing->group->table;
    if (!table || placing->layout->artifact || !number_object(row->part) ||
        (row->index > 0 && table->rows[row->index - 1].part == row->part))
        return;
    Area *area = add_area(placing->layout, parent, AREA_BLOCK, row->part);
    area->x = placing->group->x + dx;
    area->width = placing->group->width;
    area->y = y;
}

/* Rows have areas for their backgrounds and ids; cells stand upon them. */
static void
place_rows(Placing *placing, Area *parent, Length dx, Length y)
{
    const Group *group = placing->group;
    for (int i = placing->first_row; i <= placing->last_row; i++) {
        const GroupRow *row = &group->rows[i];
        Length height = top_of(placing, i + 1) - top_of(placing, i);
        gboolean is_new = row->top >= placing->from;
        if (is_new)
            place_part_id(placing, row, parent, dx, y + top_of(placing, i));
        if (!row->node || height <= 0)
            continue;
        Area *area = add_area(placing->layout, parent, AREA_BLOCK, row->node);
        area->x = group->x + dx;
        area->width = group->width;
        area->y = y + top_of(placing, i);
        area->height = height;
        gboolean ends = i < placing->last_row ||
                        placing->part->to == group->step_count - 1 ||
                        row[1].top <= group->steps[placing->part->to].at;
        if (!placing->layout->artifact) {
            marker_record(placing->layout, row->node, is_new, ends);
            change_record_part(placing->layout, row->node, area, is_new, ends);
        }
    }
}

/* The areas of cells are made first, because rows are as high as they prove to be. */
static void
move_children(Area *from, Area *to)
{
    for (Area *area = from->first, *next; area; area = next) {
        next = area->next;
        area->next = area->parent = NULL;
        area_append(to, area);
    }
}

Length
group_place(Layout *layout, const Group *group, const GroupPart *part, Area *parent,
            Length dx, Length y)
{
    Placing placing = {.layout = layout, .group = group, .part = part};
    placing.from = part->from < 0 ? 0 : group->steps[part->from].at;
    group_rows(group, part->from, part->to, &placing.first_row, &placing.last_row);
    placing.tops =
        arena_array(layout->scratch, Length, placing.last_row - placing.first_row + 2);
    collect_cells(&placing);
    Area holder = {.kind = AREA_BLOCK};
    for (int i = 0; i < placing.cell_count; i++)
        place_cell(&placing, &placing.cells[i], &holder, dx);
    size_part(&placing);
    TablePart rows = {group,        part,        placing.first_row, placing.last_row,
                      placing.tops, placing.from};
    if (group->table)
        table_place_grounds(layout, &rows, parent, dx, y);
    place_rows(&placing, parent, dx, y);
    settle_cells(&placing, y);
    move_children(&holder, parent);
    if (group->table)
        table_place_rules(layout, &rows, parent, dx, y);
    return top_of(&placing, placing.last_row + 1);
}
