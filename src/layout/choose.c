#include "layout/choose.h"

enum {
    MOST_SWITCHES = 200
}; /* each of them plans the pages again; others show their first */

static void
choose(const Pages *pages, const FoNode *node, const FoNode *chosen)
{
    g_hash_table_insert(pages->layout->choices, (gpointer)node, (gpointer)chosen);
}

static void
find_switches(const Pages *pages, GPtrArray *switches)
{
    const VList *list = pages->list;
    for (int i = 0; i < list->count && switches->len < MOST_SWITCHES; i++) {
        const VEntry *entry = &list->entries[i];
        if (entry->kind == V_OPEN && entry->node->kind == FO_MULTI_SWITCH)
            g_ptr_array_add(switches, (gpointer)entry->node);
    }
}

static int
entry_of(const Pages *pages, const FoNode *node)
{
    for (int i = 0; i < pages->list->count; i++)
        if (pages->list->entries[i].kind == V_OPEN &&
            pages->list->entries[i].node == node)
            return i;
    return -1;
}

/* Height of the entries from … to when nothing is cut; is_head: they begin a column. */
static Length
height_of(const VList *list, int from, int to, gboolean is_head)
{
    Length height = 0;
    for (int i = from; i < to; i++) {
        const VEntry *entry = &list->entries[i];
        if (entry->kind == V_SPACE)
            height += is_head ? entry->retained : entry->resolved;
        else if (entry->kind == V_OPEN || entry->kind == V_CLOSE ||
                 (entry->kind == V_BOX && !entry->is_aside))
            height += entry->size;
        is_head &= entry->kind != V_BOX;
    }
    return height;
}

/* What is left of the column below the entry. */
static Length
room_at(const Pages *pages, int index)
{
    for (guint i = 0; i < pages->pieces->len; i++) {
        const Piece *piece = &g_array_index(pages->pieces, Piece, i);
        if (index < piece->from || index >= piece->to)
            continue;
        Length height = pages_master(pages, piece->page, FALSE, FALSE)->body_height;
        return height - pages_notes_height(pages, piece->page) - piece->top -
               height_of(pages->list, piece->from, index, TRUE);
    }
    return 0;
}

/* The height of the switch with that case. */
static Length
case_height(Pages *pages, const FoNode *node, const FoNode *shown)
{
    choose(pages, node, shown);
    pages_build(pages);
    int open = entry_of(pages, node);
    return open < 0
               ? 0
               : height_of(pages->list, open, pages->list->entries[open].match, FALSE);
}

static const FoNode *
first_fitting(Pages *pages, const FoNode *node, Length room)
{
    for (const FoNode *child = node->first; child; child = child->next)
        if (child->kind == FO_MULTI_CASE &&
            fo_enum(child, PROP_STARTING_STATE) == ENUM_SHOW &&
            case_height(pages, node, child) <= room + LENGTH_ROUNDING)
            return child;
    return NULL;
}

void
choose_cases(Pages *pages)
{
    g_autoptr(GPtrArray) switches = g_ptr_array_new();
    find_switches(pages, switches);
    for (guint i = 0; i < switches->len; i++)
        choose(pages, switches->pdata[i], NULL);
    for (guint i = 0; i < switches->len; i++) {
        const FoNode *node = switches->pdata[i];
        pages_build(pages);
        pages_break(pages);
        Length room = room_at(pages, entry_of(pages, node));
        const FoNode *shown = first_fitting(pages, node, room);
        if (!shown)
            shown = first_fitting(pages, node,
                                  pages_master(pages, 0, FALSE, FALSE)->body_height);
        choose(pages, node, shown);
    }
    if (switches->len > 0) {
        pages_build(pages);
        pages_break(pages);
    }
}
