#include "layout/group.h"
#include "layout/line.h"

/* From the content's top to the baseline of its first line; -1: none. */
static Length
first_baseline(const VList *list)
{
    Length top = 0;
    for (int i = 0; i < list->count; i++) {
        const VEntry *entry = &list->entries[i];
        if (entry->kind == V_BOX)
            return entry->content == CONTENT_LINE
                       ? top + ((const Line *)entry->item)->baseline
                       : -1;
        if (entry->kind == V_OPEN)
            top += entry->size;
        else if (entry->kind == V_SPACE)
            top += entry->retained;
    }
    return -1;
}

void
group_align_baselines(Group *group)
{
    for (int first = 0, end; first < group->cell_count; first = end) {
        Length lowest = -1;
        for (end = first; end < group->cell_count &&
                          group->cells[end].row == group->cells[first].row;
             end++) {
            const GroupCell *cell = &group->cells[end];
            Length own = cell->on_baseline ? first_baseline(cell->list) : -1;
            lowest = MAX(lowest, own < 0 ? -1 : cell->before.whole + own);
        }
        for (int i = first; i < end && lowest >= 0; i++) {
            GroupCell *cell = &group->cells[i];
            Length own = cell->on_baseline ? first_baseline(cell->list) : -1;
            Length over = own < 0 ? 0 : lowest - cell->before.whole - own;
            cell->before.whole += over;
            cell->before.page += over;
        }
    }
}
