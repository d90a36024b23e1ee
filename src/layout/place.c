#include "layout/place.h"
#include "layout/border.h"
#include "layout/change.h"
#include "layout/container.h"
#include "layout/group.h"
#include "layout/line.h"
#include "layout/marker.h"
#include "layout/notes.h"
#include "layout/number.h"
#include "layout/side.h"
#include "layout/table.h"

#include <math.h>

/* An area that is being filled, and where it stands in the parent of the slice. */
typedef struct Level {
    int open; /* index of its V_OPEN */
    Area *area;
    Length x, y;
    gboolean leads; /* it goes on from the page before, and nothing is placed yet */
} Level;

typedef struct Walk {
    Layout *layout;
    const VList *list;
    int from, to;
    Area *parent;
    Length dx, y;
    GArray *levels; /* Level */
    double ratio;   /* of what spaces may shrink (below 0) or stretch */
    Length space;   /* before the block that opens next */
    gboolean fresh; /* nothing with a size has been placed */
    int last_sized; /* of spaces behind it, at the foot, only what is retained stays */
    const Table *repeated; /* whose head or foot the list is; NULL: none */
} Walk;

static void
advance(Walk *walk, Length by)
{
    walk->y = length_sum(walk->y, by);
}

static Level
top_level(const Walk *walk)
{
    if (walk->levels->len == 0)
        return (Level){.open = -1, .area = walk->parent};
    return g_array_index(walk->levels, Level, walk->levels->len - 1);
}

static Length
place_walk(Walk walk);

static Length
place_repeated(Walk *walk, Table *table, gboolean is_head)
{
    const VList *list = table_head_of_page(walk->layout, table, is_head);
    Level level = top_level(walk);
    gboolean outer = walk->layout->artifact;
    walk->layout->artifact = TRUE;
    Area *holder =
        area_new(walk->layout->document, AREA_BLOCK, "fo:table", level.area->place);
    holder->artifact = TRUE;
    holder->x = 0;
    holder->y = walk->y - level.y;
    holder->width = level.area->width;
    area_append(level.area, holder);
    holder->height = place_walk((Walk){.layout = walk->layout,
                                       .list = list,
                                       .to = list->count,
                                       .parent = holder,
                                       .dx = walk->dx - level.x,
                                       .repeated = table});
    walk->layout->artifact = outer;
    return holder->height;
}

static Length
slice_ipd(const Walk *walk, int index)
{
    return vlist_ipd(walk->list, index, 0);
}

static void
open_level(Walk *walk, int index, gboolean goes_on)
{
    Layout *layout = walk->layout;
    const VEntry *entry = &walk->list->entries[index];
    Level outer = top_level(walk);
    if (entry->is_bare) {
        outer.open = index;
        g_array_append_val(walk->levels, outer);
        return;
    }
    AreaKind kind = entry->is_reference ? AREA_REFERENCE : AREA_BLOCK;
    Area *area = area_new(layout->document, kind, fo_kind_name(entry->node->kind),
                          entry->node->place);
    Level level = {index, area, entry->x + walk->dx, walk->y, goes_on};
    area->x = level.x - outer.x;
    area->y = level.y - outer.y;
    area->width = entry->width;
    if (goes_on && !entry->is_fixed)
        area->width += slice_ipd(walk, walk->from) - slice_ipd(walk, index);
    area->right_to_left = !border_runs_right(entry->node);
    Length right, down;
    border_offset(entry->node, entry->width, &right, &down);
    area->x += right;
    area->y += down;
    area->hangs = area->x < 0 || area->x + area->width > outer.area->width || down != 0;
    gboolean ends = entry->match >= 0 && entry->match < walk->to;
    area->box = border_cut(layout, entry->node, entry->box, goes_on, !ends);
    area->clip = entry->is_reference && container_clips(entry->node);
    if (!layout->artifact) {
        area->element = layout_element(layout, entry->node);
        area->id = number_destination(layout, entry->node);
        if (entry->node->kind == FO_BASIC_LINK)
            area->link = g_hash_table_lookup(layout->links, entry->node);
        marker_record(layout, entry->node, !goes_on && !entry->is_later,
                      ends && !entry->is_earlier);
        change_record(layout, entry->node, area);
        if (entry->node->kind == FO_LIST_ITEM)
            change_record_part(layout, entry->node, area, !goes_on, ends);
    }
    area->u.block.space_before = walk->space;
    walk->space = 0;
    area->u.block.object = area->id ? NULL : number_object(entry->node);
    area_append(outer.area, area);
    g_array_append_val(walk->levels, level);
    Table *table = entry->item;
    advance(walk, goes_on ? entry->kept_before : entry->size);
    if (table && !layout->artifact)
        table_begin_part(layout, table, walk->list, MAX(index + 1, walk->from),
                         MIN(entry->match, walk->to), !goes_on, ends);
    if (goes_on && table && table->header && table->header_height) {
        advance(walk, place_repeated(walk, table, TRUE));
        notes_repeat(layout, table->header_notes, TRUE);
    }
}

static void
close_level(Walk *walk)
{
    Level level = top_level(walk);
    if (!walk->list->entries[level.open].is_bare)
        level.area->height = walk->y - level.y;
    g_array_set_size(walk->levels, walk->levels->len - 1);
}

/* The blocks that were open before the slice begins, outermost first. */
static void
reopen(Walk *walk)
{
    const VEntry *entries = walk->list->entries;
    if (walk->from >= walk->to)
        return;
    g_autoptr(GArray) chain = g_array_new(FALSE, FALSE, sizeof(int));
    for (int open = entries[walk->from].enclosing; open >= 0;
         open = entries[open].enclosing)
        if (open < walk->from)
            g_array_append_val(chain, open);
    for (guint i = chain->len; i > 0; i--)
        open_level(walk, g_array_index(chain, int, i - 1), TRUE);
}

static void
close_all(Walk *walk)
{
    while (walk->levels->len > 0) {
        const VEntry *entry = &walk->list->entries[top_level(walk).open];
        Table *table = entry->item;
        if (table && table->footer && table->footer_height) {
            advance(walk, place_repeated(walk, table, FALSE));
            notes_repeat(walk->layout, table->footer_notes, FALSE);
        }
        advance(walk, entry->kept_after);
        close_level(walk);
    }
}

/* Whether nothing of the innermost open block follows the entry on this page, but goes on
 * on the next. */
static gboolean
is_trailing(const Walk *walk, int index)
{
    Level level = top_level(walk);
    if (level.open < 0 || walk->list->entries[level.open].match < walk->to)
        return FALSE;
    for (int i = index + 1; i < walk->to; i++)
        if (walk->list->entries[i].kind == V_BOX)
            return FALSE;
    return TRUE;
}

/* The page breaks beside a part of a group of a table's rows. */
static void
set_breaks(Walk *walk, const Group *group, int index, GroupPart *part)
{
    const Table *table = group->table;
    int row = group->rows[0].index, end = row + group->row_count;
    part->above = part->below = -1;
    if (!table)
        return;
    if (walk->repeated) {
        part->leads = row == 0 && table->head_end > 0;
        part->trails = end == table->head_end || end == table->row_count;
        if (end == table->head_end)
            part->below = TABLE_DRAWN;
        return;
    }
    if (walk->levels->len == 0)
        return;
    Level *level = &g_array_index(walk->levels, Level, walk->levels->len - 1);
    part->leads = level->leads;
    level->leads = FALSE;
    part->trails = is_trailing(walk, index);
    if (table->header && row >= table->head_end)
        part->above = table->head_end - 1;
    if (table->footer && end <= table->foot_start)
        part->below = table->foot_start;
}

/* All steps of one group that lie in the slice are one part. Returns the last entry. */
static int
place_steps(Walk *walk, int index)
{
    const VEntry *entries = walk->list->entries;
    const VEntry *first = &entries[index];
    int last = index;
    for (int i = index + 1; i < walk->to; i++) {
        if (entries[i].kind == V_BOX && entries[i].item == first->item)
            last = i;
        else if (entries[i].kind != V_PENALTY)
            break;
    }
    Level level = top_level(walk);
    GroupPart part = {.from = first->step - 1, .to = entries[last].step};
    set_breaks(walk, first->item, last, &part);
    const Group *group = part.from < 0 && last == index
                             ? table_group_of_page(walk->layout, first->item)
                             : first->item;
    advance(walk, group_place(walk->layout, group, &part, level.area,
                              walk->dx - level.x, walk->y - level.y));
    return last;
}

static int
place_box(Walk *walk, int index)
{
    const VEntry *entry = &walk->list->entries[index];
    Level level = top_level(walk);
    Length x = entry->x + walk->dx - level.x, y = walk->y - level.y;
    const Area *page = walk->layout->page;
    if (page && page->u.page.number % 2 == 0)
        x += entry->shift;
    switch (entry->content) {
    case CONTENT_LINE:
        line_place(walk->layout, entry->item, level.area, x, y);
        advance(walk, entry->size);
        break;
    case CONTENT_GROUP:
        return place_steps(walk, index);
    case CONTENT_CONTAINER:
        container_place(walk->layout, entry->item, level.area, x, y);
        if (!entry->is_aside) {
            level.area->last->u.block.space_before = walk->space;
            walk->space = 0;
        }
        advance(walk, entry->size);
        break;
    case CONTENT_SIDE:
        side_place(walk->layout, entry->item, level.area, walk->dx - level.x, y);
        break;
    case CONTENT_FLOAT:
        break;
    case CONTENT_NONE:
        advance(walk, entry->size);
        break;
    }
    return index;
}

static Length
space_size(const Walk *walk, const VEntry *entry, int index)
{
    if (walk->fresh || index > walk->last_sized)
        return entry->retained;
    Length change = walk->ratio < 0 ? entry->shrink : entry->stretch;
    return entry->resolved + (Length)floor(walk->ratio * change);
}

/* The space-after is that of the block that has just been closed. */
static void
place_space(Walk *walk, int index)
{
    const VEntry *entry = &walk->list->entries[index];
    Length size = space_size(walk, entry, index);
    advance(walk, size);
    Area *closed = top_level(walk).area->last;
    if (entry->leads)
        walk->space = size;
    else if (closed && (closed->kind == AREA_BLOCK || closed->kind == AREA_REFERENCE))
        closed->u.block.space_after = size;
}

static int
place_entry(Walk *walk, int index)
{
    const VEntry *entry = &walk->list->entries[index];
    switch (entry->kind) {
    case V_SPACE:
        place_space(walk, index);
        break;
    case V_OPEN:
        walk->fresh &= entry->size == 0;
        open_level(walk, index, FALSE);
        break;
    case V_CLOSE:
        advance(walk, entry->size);
        walk->fresh &= entry->size == 0;
        close_level(walk);
        break;
    case V_BOX:
        walk->fresh &= entry->is_aside;
        return place_box(walk, index);
    case V_PENALTY:
    case V_BREAK:
        break;
    }
    return index;
}

static Length
place_walk(Walk walk)
{
    Length top = walk.y;
    walk.fresh = TRUE;
    walk.last_sized = walk.from - 1;
    walk.levels = g_array_new(FALSE, FALSE, sizeof(Level));
    for (int i = walk.from; i < walk.to; i++) {
        const VEntry *entry = &walk.list->entries[i];
        if (vlist_is_box(entry) || (entry->kind != V_BOX && entry->kind != V_SPACE &&
                                    entry->size && entry->kind != V_PENALTY))
            walk.last_sized = i;
    }
    reopen(&walk);
    for (int i = walk.from; i < walk.to; i++)
        i = place_entry(&walk, i);
    close_all(&walk);
    g_array_unref(walk.levels);
    return walk.y - top;
}

Length
place_adjusted(Layout *layout, const VList *list, int from, int to, double ratio,
               Area *parent, Length dx, Length y)
{
    return place_walk((Walk){.layout = layout,
                             .list = list,
                             .from = from,
                             .to = to,
                             .parent = parent,
                             .dx = dx,
                             .y = y,
                             .ratio = ratio});
}

Length
place_slice(Layout *layout, const VList *list, int from, int to, Area *parent,
            Length dx, Length y)
{
    return place_adjusted(layout, list, from, to, 0, parent, dx, y);
}

Length
place_all(Layout *layout, VList *list, Area *parent, Length dx, Length y)
{
    vlist_resolve(list, layout->scratch);
    return place_slice(layout, list, 0, list->count, parent, dx, y);
}
