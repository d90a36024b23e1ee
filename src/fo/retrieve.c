#include "fo/tree.h"

/* Copies one node of a marker to the end of parent, refined with what it inherits there. A
 * marker retrieves nothing itself (6.13.6), so that it cannot hold itself. */
static FoElement *
copy_node(FoJob *job, Arena *arena, FoElement *parent, const FoNode *source, Diag *diag)
{
    const FoElement *original = fo_element(source);
    FoKind kind = source->kind;
    if (kind == FO_RETRIEVE_MARKER || kind == FO_RETRIEVE_TABLE_MARKER)
        return NULL;
    /* What a drawing consists of stands where it stood. */
    if (kind != FO_FOREIGN)
        parent = fo_nest(job, arena, parent, &kind, &source->place, source->text, diag);
    if (!parent)
        return NULL;
    FoElement *copy = fo_element_new(arena, parent, kind, &source->place);
    copy->anonymous = original->anonymous;
    copy->attributes = original->attributes;
    copy->attribute_count = original->attribute_count;
    fo_place_in_table(job, copy, copy->attributes, copy->attribute_count);
    copy->node.style = fo_refine(job->refinement, &copy->node, copy->attributes,
                                 copy->attribute_count, copy->column, NULL, diag);
    /* White space is treated in place. */
    copy->node.text = arena_strndup(arena, source->text, (gsize)source->length);
    copy->node.length = source->length;
    return copy;
}

/* Copies marker's descendants into parent. */
static void
copy_children(FoJob *job, Arena *arena, FoElement *parent, const FoNode *marker,
              Diag *diag)
{
    g_autoptr(GPtrArray) parents = g_ptr_array_new(); /* of the copies, by depth */
    g_ptr_array_add(parents, parent);
    const FoNode *node = marker->first;
    while (node) {
        FoElement *into = g_ptr_array_index(parents, parents->len - 1);
        FoElement *copy = into ? copy_node(job, arena, into, node, diag) : NULL;
        if (node->first) {
            g_ptr_array_add(parents, copy);
            node = node->first;
            continue;
        }
        while (node != marker && !node->next) {
            node = node->parent;
            g_ptr_array_set_size(parents, (int)parents->len - 1);
        }
        node = node == marker ? NULL : node->next;
    }
}

/* Whether node parts one paragraph from another. */
static gboolean
is_boundary(const FoNode *node)
{
    FoCategory category = fo_kind_category(node->kind);
    return category == CATEGORY_BLOCK || category == CATEGORY_PART;
}

/* What stands before retrieve in its paragraph. */
static FoSpaceState
state_before(const FoNode *retrieve)
{
    enum { STEPS_MAX = 64 };
    const FoNode *node = retrieve;
    for (int i = 0; i < STEPS_MAX; i++) {
        if (node->previous) {
            node = node->previous;
            while (node->last && !is_boundary(node))
                node = node->last;
        } else {
            node = node->parent;
            if (!node || is_boundary(node))
                return SPACE_AT_START;
            continue;
        }
        if (is_boundary(node))
            return SPACE_AT_START;
        if (node->kind != FO_TEXT || node->length == 0)
            continue;
        char last = node->text[node->length - 1];
        return last == ' '    ? SPACE_AFTER_SPACE
               : last == '\n' ? SPACE_AFTER_LINEFEED
                              : SPACE_AFTER_TEXT;
    }
    return SPACE_AFTER_TEXT;
}

/* Whether retrieve is the last of its paragraph, or a space follows. */
static gboolean
ends_after(const FoNode *retrieve)
{
    const FoNode *node = retrieve;
    while (!node->next) {
        node = node->parent;
        if (!node || is_boundary(node))
            return TRUE;
    }
    node = node->next;
    return is_boundary(node) ||
           (node->kind == FO_TEXT && g_ascii_isspace(node->text[0]));
}

FoNode *
fo_retrieve(const FoTree *tree, Arena *arena, const FoNode *marker,
            const FoNode *retrieve, Diag *diag)
{
    FoJob *job = (FoJob *)(gpointer)tree;
    if (!marker->first)
        return NULL;
    FoElement *holder = fo_element_new(arena, NULL, FO_WRAPPER, &retrieve->place);
    holder->node.parent = retrieve->parent;
    holder->node.style = retrieve->style;
    holder->context = holder->content = fo_element(retrieve)->context;
    copy_children(job, arena, holder, marker, diag);
    fo_treat_space(&holder->node, arena, state_before(retrieve), ends_after(retrieve));
    return holder->node.first ? &holder->node : NULL;
}
