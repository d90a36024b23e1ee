#include "layout/vlist.h"
#include "layout/container.h"
#include "layout/group.h"
#include "layout/line.h"
#include "layout/side.h"
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
        /* The list of most cells is one block of one line. */
        list->room = list->room ? list->room * 2 : 3;
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
    if (forced == BREAK_NONE)
        return;
    side_finish(list, -1);
    vlist_add(list, V_BREAK, node)->forced = forced;
}

gboolean
vlist_is_box(const VEntry *entry)
{
    return entry->kind == V_BOX && !entry->is_aside;
}

/* The baseline of a group is that of the first cell in it that has one. */
static Length
group_baseline(const Group *group)
{
    for (int i = 0; i < group->cell_count; i++) {
        const GroupCell *cell = &group->cells[i];
        Length baseline = cell->row == 0 ? vlist_baseline(cell->list) : -1;
        if (baseline >= 0)
            return cell->before.whole + baseline;
    }
    return -1;
}

static Length
box_baseline(const VEntry *entry)
{
    switch (entry->content) {
    case CONTENT_LINE:
        return ((const Line *)entry->item)->baseline;
    case CONTENT_GROUP:
        return group_baseline(entry->item);
    case CONTENT_CONTAINER:
        return container_baseline(entry->item);
    default:
        return -1;
    }
}

Length
vlist_baseline(const VList *list)
{
    Length top = 0;
    for (int i = 0; i < list->count; i++) {
        const VEntry *entry = &list->entries[i];
        if (entry->kind == V_BOX && !entry->is_aside) {
            Length baseline = box_baseline(entry);
            return baseline < 0 ? -1 : top + baseline;
        }
        if (entry->kind == V_OPEN)
            top += entry->size;
        else if (entry->kind == V_SPACE)
            top += entry->retained;
    }
    return -1;
}

Length
vlist_ipd(const VList *list, int index, Length otherwise)
{
    for (int i = list->change_count - 1; i >= 0; i--)
        if (list->changes[i].entry <= index)
            return list->spans ? list->changes[i].span_ipd : list->changes[i].ipd;
    return otherwise;
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
    static const char *const breaks[] = {"",     "span",      "column",
                                         "page", "even-page", "odd-page"};
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
