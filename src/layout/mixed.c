#include "layout/mixed.h"

static gboolean
may_hold(const FoNode *node)
{
    return node->kind == FO_INLINE || node->kind == FO_BASIC_LINK ||
           node->kind == FO_BIDI_OVERRIDE || node->kind == FO_WRAPPER;
}

static gboolean
is_blank(const FoNode *node)
{
    if (node->kind == FO_MARKER)
        return TRUE;
    for (int i = 0; node->kind == FO_TEXT && i < node->length; i++)
        if (!g_ascii_isspace(node->text[i]))
            return FALSE;
    return node->kind == FO_TEXT;
}

typedef struct Holding {
    gboolean blocks, text;
} Holding;

static void
look_into(const FoNode *node, int depth, Holding *holding)
{
    for (const FoNode *child = node->first; child && depth < FRAME_DEEPEST;
         child = child->next) {
        if (holding->blocks && holding->text)
            return;
        if (fo_kind_is_block(child->kind))
            holding->blocks = TRUE;
        else if (may_hold(child))
            look_into(child, depth + 1, holding);
        else if (!is_blank(child))
            holding->text = TRUE;
    }
}

static Holding
holding_of(const FoNode *node)
{
    Holding holding = {FALSE, FALSE};
    if (may_hold(node))
        look_into(node, 0, &holding);
    return holding;
}

gboolean
mixed_is(const FoNode *node)
{
    Holding holding = holding_of(node);
    return holding.blocks && holding.text;
}

gboolean
mixed_is_block(const FoNode *node)
{
    Holding holding = holding_of(node);
    return holding.blocks && !holding.text;
}

static void
collect(Layout *layout, const FoNode *first, const FoNode *end, int depth,
        GPtrArray *blocks)
{
    for (const FoNode *node = first; node && node != end; node = node->next) {
        if (block_is_level(layout, node))
            g_ptr_array_add(blocks, (gpointer)node);
        else if (depth < FRAME_DEEPEST && mixed_is(node))
            collect(layout, node->first, NULL, depth + 1, blocks);
    }
}

/* Whether there is anything in inside before node, or behind it. */
static gboolean
has_beside(const FoNode *node, const FoNode *inside, gboolean before)
{
    for (; node && node != inside; node = node->parent) {
        const FoNode *at = before ? node->previous : node->next;
        for (; at; at = before ? at->previous : at->next)
            if (!is_blank(at))
                return TRUE;
    }
    return FALSE;
}

/* A block inside inlines of block: each of them has an area around it. */
static void
build_nested(Layout *layout, const Frame *frame, const FoNode *block,
             const FoNode *node, VList *list)
{
    g_autoptr(GPtrArray) around = g_ptr_array_new();
    g_autoptr(GArray) opened = g_array_new(FALSE, FALSE, sizeof(int));
    for (const FoNode *at = node->parent; at && at != block; at = at->parent)
        g_ptr_array_add(around, (gpointer)at);
    for (guint i = around->len; i > 0; i--) {
        const FoNode *outer = around->pdata[i - 1];
        int open = block_open_through(layout, frame, outer, list);
        list->entries[open].is_later = has_beside(node, outer, TRUE);
        list->entries[open].is_earlier = has_beside(node, outer, FALSE);
        g_array_append_val(opened, open);
    }
    block_build(layout, frame, node, list);
    for (guint i = opened->len; i > 0; i--)
        vlist_close(list, g_array_index(opened, int, i - 1));
}

void
mixed_build(Layout *layout, const Frame *frame, const FoNode *block,
            const FoNode *first, const FoNode *end, VList *list)
{
    g_autoptr(GPtrArray) blocks = g_ptr_array_new();
    collect(layout, first, end, 0, blocks);
    for (guint i = 0; i <= blocks->len; i++) {
        Frame inside = block_frame(frame, list);
        Inlines inlines = {.first = first,
                           .end = end,
                           .key = i > 0 ? blocks->pdata[i - 1] : first,
                           .part = (int)i,
                           .is_parted = blocks->len > 0};
        inline_build(layout, &inside, block, &inlines, list);
        if (i < blocks->len)
            build_nested(layout, frame, block, blocks->pdata[i], list);
    }
}
