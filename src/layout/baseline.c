#include "layout/group.h"

static Length
first_baseline(const GroupCell *cell)
{
    return cell->on_baseline ? vlist_baseline(cell->list) : -1;
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
            Length own = first_baseline(cell);
            lowest = MAX(lowest, own < 0 ? -1 : cell->before.whole + own);
        }
        for (int i = first; i < end && lowest >= 0; i++) {
            GroupCell *cell = &group->cells[i];
            Length own = first_baseline(cell);
            Length over = own < 0 ? 0 : lowest - cell->before.whole - own;
            cell->before.whole += over;
            cell->before.page += over;
        }
    }
}
