#include "layout/index.h"

#include <stdlib.h>

/* A page, or a stretch of them, on which a key is mentioned. */
typedef struct Mention {
    const FoNode *node;
    const char *class;
    const char *from_label, *to_label;
    int from, to; /* positions of pages */
    int from_number, to_number;
    gboolean is_open; /* its fo:index-range-end has not come yet */
} Mention;

struct Index {
    Arena *arena;
    GHashTable *mentions; /* key → GArray of Mention */
    GHashTable *known;    /* of the pass before */
    GHashTable *ranges;   /* id of fo:index-range-begin → its node */
};

static GHashTable *
table_new(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, NULL,
                                 (GDestroyNotify)g_array_unref);
}

Index *
index_new(Arena *arena)
{
    Index *index = arena_new0(arena, Index);
    index->arena = arena;
    index->mentions = table_new();
    index->known = table_new();
    index->ranges = g_hash_table_new(g_str_hash, g_str_equal);
    return index;
}

void
index_free(Index *index)
{
    g_hash_table_unref(index->mentions);
    g_hash_table_unref(index->known);
    g_hash_table_unref(index->ranges);
}

void
index_begin(Index *index)
{
    GHashTable *spent = index->known;
    index->known = index->mentions;
    index->mentions = spent;
    g_hash_table_remove_all(spent);
    g_hash_table_remove_all(index->ranges);
}

static void
extend(Mention *mention, const Area *page, int position)
{
    mention->to = position;
    mention->to_label = page->u.page.label;
    mention->to_number = page->u.page.number;
}

/* The latest mention by node, or NULL. */
static Mention *
mention_by(GArray *mentions, const FoNode *node)
{
    for (guint i = mentions ? mentions->len : 0; i > 0; i--) {
        Mention *mention = &g_array_index(mentions, Mention, i - 1);
        if (mention->node == node)
            return mention;
        if (!mention->is_open)
            break;
    }
    return NULL;
}

static void
end_range(Index *index, const FoNode *end, const Area *page, int position)
{
    const char *id = fo_string(end, PROP_REF_ID);
    const FoNode *begin = id ? g_hash_table_lookup(index->ranges, id) : NULL;
    const char *key = begin ? fo_string(begin, PROP_INDEX_KEY) : NULL;
    GArray *mentions = key ? g_hash_table_lookup(index->mentions, key) : NULL;
    for (guint i = 0; mentions && i < mentions->len; i++) {
        Mention *mention = &g_array_index(mentions, Mention, i);
        if (mention->node != begin || !mention->is_open)
            continue;
        mention->is_open = FALSE;
        extend(mention, page, position);
    }
}

void
index_record(Index *index, const FoNode *node, const Area *page, int position)
{
    if (node->kind == FO_INDEX_RANGE_END) {
        end_range(index, node, page, position);
        return;
    }
    const char *key = fo_string(node, PROP_INDEX_KEY);
    if (!key || !*key)
        return;
    GArray *mentions = g_hash_table_lookup(index->mentions, key);
    Mention *latest = mention_by(mentions, node);
    if (latest) {
        extend(latest, page, position);
        return;
    }
    if (!mentions) {
        mentions = g_array_new(FALSE, TRUE, sizeof(Mention));
        g_hash_table_insert(index->mentions, (gpointer)key, mentions);
    }
    Mention mention = {.node = node,
                       .class = fo_string(node, PROP_INDEX_CLASS),
                       .from_label = page->u.page.label,
                       .from = position,
                       .from_number = page->u.page.number,
                       .is_open = node->kind == FO_INDEX_RANGE_BEGIN};
    extend(&mention, page, position);
    g_array_append_val(mentions, mention);
    const char *id = fo_string(node, PROP_ID);
    if (mention.is_open && id && *id)
        g_hash_table_insert(index->ranges, (gpointer)id, (gpointer)node);
}

/* A mention as a list cites it. */
typedef struct Item {
    Mention of;
    const FoNode *reference;
    const FoNode *to_node; /* whose mention ends it */
    gboolean is_range;     /* one that the author made, or of three pages or more */
} Item;

static int
compare_items(const void *a, const void *b)
{
    const Item *one = a, *other = b;
    if (one->of.from != other->of.from)
        return one->of.from < other->of.from ? -1 : 1;
    return (one->of.to > other->of.to) - (one->of.to < other->of.to);
}

static GArray *
collect_items(const Index *index, const FoNode *list, gboolean known)
{
    GArray *items = g_array_new(FALSE, TRUE, sizeof(Item));
    GHashTable *table = known ? index->known : index->mentions;
    for (const FoNode *child = list->first; child; child = child->next) {
        const char *key = child->kind == FO_INDEX_KEY_REFERENCE
                              ? fo_string(child, PROP_REF_INDEX_KEY)
                              : NULL;
        GArray *mentions = key ? g_hash_table_lookup(table, key) : NULL;
        for (guint i = 0; mentions && i < mentions->len; i++) {
            Item item = {.of = g_array_index(mentions, Mention, i), .reference = child};
            item.to_node = item.of.node;
            item.is_range = item.of.from < item.of.to;
            g_array_append_val(items, item);
        }
    }
    if (items->len)
        qsort(items->data, items->len, sizeof(Item), compare_items);
    return items;
}

static gboolean
merges(const FoNode *list, FoProperty property)
{
    return fo_enum(list, property) == ENUM_MERGE;
}

/* Adds item to the last one where they are to be one (XSL 1.1, 7.24). */
static gboolean
merge(const FoNode *list, Item *last, const Item *item)
{
    gboolean any_range = last->is_range || item->is_range;
    if (g_strcmp0(last->of.class, item->of.class) != 0)
        return FALSE;
    if (last->reference != item->reference &&
        !merges(list, any_range ? PROP_MERGE_RANGES_ACROSS_INDEX_KEY_REFERENCES
                                : PROP_MERGE_PAGES_ACROSS_INDEX_KEY_REFERENCES))
        return FALSE;
    gboolean follows = item->of.from == last->of.to + 1 &&
                       item->of.from_number == last->of.to_number + 1 &&
                       merges(list, PROP_MERGE_SEQUENTIAL_PAGE_NUMBERS);
    if (item->of.from > last->of.to && !follows)
        return FALSE;
    last->is_range |= item->is_range;
    if (item->of.to > last->of.to) {
        last->of.to = item->of.to;
        last->to_node = item->to_node;
        last->of.to_label = item->of.to_label;
        last->of.to_number = item->of.to_number;
    }
    return TRUE;
}

static IndexCitation *
add_item(IndexCitation *citation, const Item *item)
{
    const Mention *of = &item->of;
    *citation = (IndexCitation){.reference = item->reference,
                                .from = of->from_label,
                                .from_node = of->node,
                                .to_node = item->to_node};
    if (of->from == of->to)
        return citation + 1;
    if (item->is_range || of->to - of->from > 1) {
        citation->to = of->to_label;
        return citation + 1;
    }
    citation[1] = (IndexCitation){
        .reference = item->reference, .from = of->to_label, .from_node = item->to_node};
    return citation + 2;
}

IndexCitation *
index_citations(const Index *index, const FoNode *list, gboolean known, Arena *arena,
                int *count)
{
    g_autoptr(GArray) items = collect_items(index, list, known);
    guint kept = 0;
    for (guint i = 0; i < items->len; i++) {
        Item *item = &g_array_index(items, Item, i);
        if (kept > 0 && merge(list, &g_array_index(items, Item, kept - 1), item))
            continue;
        g_array_index(items, Item, kept++) = *item;
    }
    IndexCitation *citations = arena_array(arena, IndexCitation, 2 * kept + 1);
    IndexCitation *end = citations;
    for (guint i = 0; i < kept; i++)
        end = add_item(end, &g_array_index(items, Item, i));
    *count = (int)(end - citations);
    return citations;
}

const char *
index_text(const Index *index, const FoNode *list, gboolean known, Arena *arena)
{
    int count = 0;
    const IndexCitation *citations = index_citations(index, list, known, arena, &count);
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < count; i++) {
        const char *to = citations[i].to;
        g_string_append_printf(text, "%s%s%s,", citations[i].from, to ? "-" : "",
                               to ? to : "");
    }
    return arena_strdup(arena, text->str);
}
