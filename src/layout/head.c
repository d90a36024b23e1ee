#include "layout/marker.h"
#include "layout/table.h"

/* No page ends within a head or a foot where it can be helped. */
static void
bind_groups(const GPtrArray *groups)
{
    for (guint i = 0; i < groups->len; i++) {
        Group *group = groups->pdata[i];
        for (int row = 0; row < group->row_count; row++)
            group->rows[row].keep_next = group->rows[row].keep_together = G_MAXINT;
        for (int step = 0; step < group->step_count - 1; step++) {
            group->steps[step].penalty = KNUTH_INFINITE;
            group->steps[step].keeper = table_row_node(&group->rows[0]);
        }
    }
}

static Length
list_height(Layout *layout, VList *list)
{
    if (!list)
        return 0;
    VItems items = vlist_resolve(list, layout->scratch);
    return vlist_size(&items);
}

/* Whether a head or foot shows what its page has. */
static gboolean
varies_by_page(const Table *table, gboolean is_head)
{
    FoKind kind = is_head ? FO_TABLE_HEADER : FO_TABLE_FOOTER;
    for (const FoNode *part = table->node->first; part; part = part->next)
        for (const FoNode *node = part->kind == kind ? part->first : NULL; node;
             node = fo_next(part, node))
            if (node->kind == FO_PAGE_NUMBER || node->kind == FO_RETRIEVE_TABLE_MARKER)
                return TRUE;
    return FALSE;
}

GPtrArray *
table_build_head(Layout *layout, const Frame *frame, Table *table, gboolean is_head)
{
    int from = is_head ? 0 : table->foot_start;
    int to = is_head ? table->head_end : table->row_count;
    GPtrArray *groups = table_build_groups(layout, frame, table, from, to);
    bind_groups(groups);
    FoEnum omit = fo_enum(table->node, is_head ? PROP_TABLE_OMIT_HEADER_AT_BREAK
                                               : PROP_TABLE_OMIT_FOOTER_AT_BREAK);
    if (groups->len == 0 || omit == ENUM_TRUE)
        return groups;
    VList *list = vlist_new(layout->scratch);
    table_append_groups(groups, list);
    gboolean varies = varies_by_page(table, is_head);
    if (is_head) {
        table->head_varies = varies;
        table->header = list;
        table->header_height = list_height(layout, list);
    } else {
        table->foot_varies = varies;
        table->footer = list;
        table->footer_height = list_height(layout, list);
    }
    return groups;
}

/* A head and foot that leave no room for rows on a page stand there once. */
void
table_drop_high_heads(Layout *layout, const Frame *frame, Table *table)
{
    Length height = table->header_height + table->footer_height;
    Length left = frame->room ? frame->room : frame->bpd;
    if (frame->bpd <= 0 || left - height >= frame->bpd / 10 || height == 0)
        return;
    diag_report(layout->list_diag, &table->node->place, DIAG_TABLE_HEAD,
                "kop en voet van de tabel zijn samen %.1f pt hoog en worden niet "
                "herhaald",
                length_points(height));
    table->header = table->footer = NULL;
    table->header_height = table->footer_height = 0;
}

static void
record_list(Layout *layout, const VList *list, int from, int to);

/* The markers of a part of a group: of rows, of cells and of what is in them. */
static void
record_group(Layout *layout, const Group *group, int from, int to)
{
    int first, last;
    group_rows(group, from, to, &first, &last);
    Length begin = from < 0 ? 0 : group->steps[from].at, end = group->steps[to].at;
    for (int row = first; row <= last; row++)
        if (group->rows[row].node)
            marker_record(layout, group->rows[row].node,
                          from < 0 || group->rows[row].top >= begin,
                          group->rows[row + 1].top <= end);
    for (int i = 0; i < group->cell_count; i++) {
        const GroupCell *cell = &group->cells[i];
        if (cell->row > last || cell->row + cell->rows - 1 < first)
            continue;
        int entry, behind;
        group_cut(group, from, to, i, &entry, &behind);
        marker_record(layout, cell->node, entry == 0,
                      behind == cell->list->count &&
                          cell->row + cell->rows - 1 <= last);
        record_list(layout, cell->list, entry, behind);
    }
}

static void
record_list(Layout *layout, const VList *list, int from, int to)
{
    for (int i = from; i < to; i++) {
        const VEntry *entry = &list->entries[i];
        if (entry->kind == V_OPEN)
            marker_record(layout, entry->node, TRUE, entry->match < to);
        if (entry->kind != V_BOX || entry->content != CONTENT_GROUP)
            continue;
        int last = i;
        while (last + 1 < to && list->entries[last + 1].match < 0 &&
               (list->entries[last + 1].kind == V_PENALTY ||
                list->entries[last + 1].item == entry->item))
            last++;
        while (list->entries[last].kind != V_BOX)
            last--;
        record_group(layout, entry->item, entry->step - 1, list->entries[last].step);
        i = last;
    }
}

static gboolean
is_body(const FoNode *node)
{
    return node->kind == FO_TABLE_BODY;
}

void
table_begin_part(Layout *layout, Table *table, const VList *list, int from, int to,
                 gboolean starts, gboolean ends)
{
    if (!table->head_varies && !table->foot_varies)
        return;
    struct PageMarkers *page = layout->markers;
    layout->markers = table->markers =
        markers_new(layout->scratch, table->markers, FALSE);
    for (const FoNode *part = table->node->first; part; part = part->next)
        if (is_body(part))
            marker_record(layout, part, starts, ends);
    record_list(layout, list, from, to);
    layout->markers = page;
}

/* The groups of a head or foot, or of one group of it, as they are on the page. */
static GPtrArray *
build_anew(Layout *layout, Table *table, int from, int to)
{
    Frame frame = table->frame;
    frame.artifact = TRUE;
    struct PageMarkers *outer = layout->table_markers;
    layout->table_markers = table->markers;
    GPtrArray *groups = table_build_groups(layout, &frame, table, from, to);
    layout->table_markers = outer;
    arena_own(layout->scratch, groups, (GDestroyNotify)g_ptr_array_unref);
    return groups;
}

VList *
table_head_of_page(Layout *layout, Table *table, gboolean is_head)
{
    VList *list = is_head ? table->header : table->footer;
    if (!(is_head ? table->head_varies : table->foot_varies) || !layout->page)
        return list;
    GPtrArray *groups = build_anew(layout, table, is_head ? 0 : table->foot_start,
                                   is_head ? table->head_end : table->row_count);
    list = vlist_new(layout->scratch);
    table_append_groups(groups, list);
    vlist_resolve(list, layout->scratch);
    return list;
}

const Group *
table_group_of_page(Layout *layout, const Group *group)
{
    Table *table = group->table;
    if (!table || !layout->page || !table->markers)
        return group;
    int row = group->rows[0].index, end = row + group->row_count;
    gboolean varies = (table->head_varies && end <= table->head_end) ||
                      (table->foot_varies && row >= table->foot_start);
    if (!varies)
        return group;
    GPtrArray *groups = build_anew(layout, table, row, end);
    return groups->len == 1 ? groups->pdata[0] : group;
}
