#include "inspect/inspection.h"

#include <string.h>

typedef struct Walking {
    const char *list; /* "Names" or "Nums" */
    TreeVisit visit;
    gpointer user;
    const Value *last; /* the key before */
    gboolean sound;
} Walking;

static int
compare_strings(const Value *a, const Value *b)
{
    int order = memcmp(a->u.text, b->u.text, MIN(a->count, b->count));
    return order ? order : a->count < b->count ? -1 : a->count > b->count;
}

/* The order that a reader searches by; keys of the wrong kind have none. */
static gboolean
is_after(const Value *key, const Value *last)
{
    if (key->kind == VALUE_INTEGER)
        return !last || key->u.integer > last->u.integer;
    return !last || compare_strings(key, last) > 0;
}

static void
visit_leaf(Walking *walking, const Value *list)
{
    ValueKind kind = strcmp(walking->list, "Nums") == 0 ? VALUE_INTEGER : VALUE_STRING;
    guint count = value_count_items(list);
    walking->sound = walking->sound && list->kind == VALUE_ARRAY && count % 2 == 0;
    for (guint i = 0; i + 1 < count; i += 2) {
        const Value *key = value_item(list, i);
        if (key->kind != kind) {
            walking->sound = FALSE;
            continue;
        }
        walking->sound = walking->sound && is_after(key, walking->last);
        walking->last = key;
        walking->visit(key, value_item(list, i + 1), walking->user);
    }
}

gboolean
search_tree_walk(const Value *root, const char *list, TreeVisit visit, gpointer user)
{
    Walking walking = {list, visit, user, NULL, TRUE};
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) stack = g_ptr_array_new();
    g_ptr_array_add(stack, (gpointer)value_resolve(root));
    while (stack->len > 0) {
        const Value *node = g_ptr_array_remove_index(stack, stack->len - 1);
        if (!value_is_dictionary(node) || !g_hash_table_add(seen, (gpointer)node)) {
            walking.sound = FALSE;
            continue;
        }
        const Value *kids = value_get(node, "Kids"), *leaf = value_get(node, list);
        if (leaf->kind != VALUE_NULL)
            visit_leaf(&walking, leaf);
        else if (kids->kind != VALUE_ARRAY)
            walking.sound = FALSE;
        for (guint i = value_count_items(kids); i > 0; i--)
            g_ptr_array_add(stack, (gpointer)value_item(kids, i - 1));
    }
    return walking.sound;
}
