#include "layout/number.h"
#include "layout/index.h"

#include <string.h>

struct Numbers {
    Arena *arena;
    GHashTable *first, *last, *own; /* id, id, FoNode → label, found in this pass */
    GHashTable *known_first, *known_last, *known_own; /* by the pass before */
    GHashTable *filled, *known_filled; /* as last, blank pages left aside */
    Index *index;
    GPtrArray *cited;    /* FoNode* of this pass */
    GHashTable *said;    /* FoNode → label it showed */
    GHashTable *targets; /* FoNode without an id → the one that was made for it */
    gboolean has_looked, links_index;
};

static const char unknown_label[] = "00";

Numbers *
numbers_new(Arena *arena)
{
    Numbers *numbers = arena_new0(arena, Numbers);
    numbers->arena = arena;
    numbers->first = g_hash_table_new(g_str_hash, g_str_equal);
    numbers->last = g_hash_table_new(g_str_hash, g_str_equal);
    numbers->own = g_hash_table_new(NULL, NULL);
    numbers->known_first = g_hash_table_new(g_str_hash, g_str_equal);
    numbers->known_last = g_hash_table_new(g_str_hash, g_str_equal);
    numbers->known_own = g_hash_table_new(NULL, NULL);
    numbers->filled = g_hash_table_new(g_str_hash, g_str_equal);
    numbers->known_filled = g_hash_table_new(g_str_hash, g_str_equal);
    numbers->index = index_new(arena);
    numbers->cited = g_ptr_array_new();
    numbers->said = g_hash_table_new(NULL, NULL);
    numbers->targets = g_hash_table_new(NULL, NULL);
    return numbers;
}

void
numbers_free(Numbers *numbers)
{
    g_hash_table_unref(numbers->first);
    g_hash_table_unref(numbers->last);
    g_hash_table_unref(numbers->own);
    g_hash_table_unref(numbers->known_first);
    g_hash_table_unref(numbers->known_last);
    g_hash_table_unref(numbers->known_own);
    g_hash_table_unref(numbers->filled);
    g_hash_table_unref(numbers->known_filled);
    index_free(numbers->index);
    g_ptr_array_unref(numbers->cited);
    g_hash_table_unref(numbers->said);
    g_hash_table_unref(numbers->targets);
}

static void
renew(GHashTable **table, GHashTable **known)
{
    GHashTable *spent = *known;
    *known = *table;
    *table = spent;
    g_hash_table_remove_all(spent);
}

void
numbers_begin(Numbers *numbers)
{
    renew(&numbers->first, &numbers->known_first);
    renew(&numbers->last, &numbers->known_last);
    renew(&numbers->own, &numbers->known_own);
    renew(&numbers->filled, &numbers->known_filled);
    index_begin(numbers->index);
    g_ptr_array_set_size(numbers->cited, 0);
    g_hash_table_remove_all(numbers->said);
}

/* What node says by the pass before (known), or by this one; NULL: nothing. */
static const char *
find(const Numbers *numbers, const FoNode *node, gboolean known)
{
    if (node->kind == FO_INDEX_PAGE_CITATION_LIST)
        return index_text(numbers->index, node, known, numbers->arena);
    if (node->kind == FO_PAGE_NUMBER)
        return g_hash_table_lookup(known ? numbers->known_own : numbers->own, node);
    const char *id = fo_string(node, PROP_REF_ID);
    if (!id)
        return NULL;
    if (node->kind == FO_PAGE_NUMBER_CITATION)
        return g_hash_table_lookup(known ? numbers->known_first : numbers->first, id);
    if (fo_enum(node, PROP_PAGE_CITATION_STRATEGY) == ENUM_ALL)
        return g_hash_table_lookup(known ? numbers->known_last : numbers->last, id);
    return g_hash_table_lookup(known ? numbers->known_filled : numbers->filled, id);
}

const FoNode *
numbers_stale(const Numbers *numbers, const char **said, const char **found)
{
    for (guint i = 0; i < numbers->cited->len; i++) {
        const FoNode *node = numbers->cited->pdata[i];
        *found = find(numbers, node, FALSE);
        *said = g_hash_table_lookup(numbers->said, node);
        if (*found && strcmp(*found, *said) != 0)
            return node;
    }
    return NULL;
}

static const char *
format_letters(Arena *arena, int number, char first)
{
    char letters[8];
    int at = sizeof letters;
    letters[--at] = '\0';
    for (; number > 0 && at > 0; number = (number - 1) / 26)
        letters[--at] = (char)(first + (number - 1) % 26);
    return arena_strdup(arena, letters + at);
}

static const char *
format_roman(Arena *arena, int number, gboolean is_upper)
{
    static const struct {
        int value;
        const char *digits;
    } steps[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                 {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                 {5, "v"},    {4, "iv"},   {1, "i"}};
    g_autoptr(GString) roman = g_string_new(NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(steps); i++)
        for (; number >= steps[i].value; number -= steps[i].value)
            g_string_append(roman, steps[i].digits);
    if (is_upper)
        g_string_ascii_up(roman);
    return arena_strdup(arena, roman->str);
}

/* The digits of number with a separator between groups of size, counted from the right. */
static void
append_digits(GString *out, int number, int least, const char *separator, int size)
{
    g_autofree char *digits = g_strdup_printf("%0*d", least, number);
    int length = (int)strlen(digits);
    for (int i = 0; i < length; i++) {
        if (i > 0 && size > 0 && (length - i) % size == 0)
            g_string_append(out, separator);
        g_string_append_c(out, digits[i]);
    }
}

/* The text of the first child of that kind. */
static void
append_folio(GString *out, const FoNode *sequence, FoKind kind)
{
    const FoNode *part = sequence->first;
    while (part && part->kind != kind)
        part = part->next;
    for (const FoNode *node = part; node;) {
        if (node->kind == FO_TEXT)
            g_string_append_len(out, node->text, node->length);
        if (node->first) {
            node = node->first;
            continue;
        }
        while (node != part && !node->next)
            node = node->parent;
        node = node == part ? NULL : node->next;
    }
}

/* XSLT 1.0, 7.7.1: what is neither letter nor digit stands around the number. */
static void
append_number(Arena *arena, GString *out, int number, const FoNode *sequence)
{
    enum { ROMAN_MOST = 4999, DIGITS_MOST = 12 };
    const char *format = fo_string(sequence, PROP_FORMAT);
    const char *token = format ? format : "";
    while (*token && !g_ascii_isalnum(*token))
        token++;
    const char *rest = token;
    while (g_ascii_isalnum(*rest))
        rest++;
    if (rest > token)
        g_string_append_len(out, format, token - format);
    char kind = rest > token ? rest[-1] : '1';
    const char *separator = fo_string(sequence, PROP_GROUPING_SEPARATOR);
    int size = separator ? (int)fo_number(sequence, PROP_GROUPING_SIZE) : 0;
    if (number > 0 && (kind == 'a' || kind == 'A'))
        g_string_append(out, format_letters(arena, number, kind));
    else if (number > 0 && number <= ROMAN_MOST && (kind == 'i' || kind == 'I'))
        g_string_append(out, format_roman(arena, number, kind == 'I'));
    else
        append_digits(out, number,
                      kind == '1' ? (int)CLAMP(rest - token, 1, DIGITS_MOST) : 1,
                      separator, size);
    if (rest > token)
        g_string_append(out, rest);
}

const char *
number_label(Arena *arena, int number, const FoNode *sequence)
{
    g_autoptr(GString) out = g_string_new(NULL);
    append_folio(out, sequence, FO_FOLIO_PREFIX);
    append_number(arena, out, number, sequence);
    append_folio(out, sequence, FO_FOLIO_SUFFIX);
    return arena_strdup(arena, out->str);
}

const char *
number_text(Layout *layout, const FoNode *node, gboolean artifact)
{
    if (node->kind == FO_PAGE_NUMBER && artifact && layout->page)
        return layout->page->u.page.label;
    Numbers *numbers = layout->numbers;
    const char *id = fo_string(node, PROP_REF_ID);
    if (node->kind != FO_PAGE_NUMBER && node->kind != FO_INDEX_PAGE_CITATION_LIST &&
        !g_hash_table_contains(layout->tree->ids, id ? id : "")) {
        diag_report(layout->diag, &node->place, DIAG_CITATION_UNKNOWN,
                    "verwijzing naar de bladzijde van “%s”, een id die er niet is",
                    id ? id : "");
        return "?";
    }
    const char *label = find(numbers, node, TRUE);
    if (!label)
        label = unknown_label;
    g_ptr_array_add(numbers->cited, (gpointer)node);
    g_hash_table_insert(numbers->said, (gpointer)node, (gpointer)label);
    return label;
}

void
number_record(Layout *layout, const FoNode *node)
{
    const char *label = layout->page ? layout->page->u.page.label : NULL;
    if (!label)
        return;
    if (node->kind == FO_PAGE_NUMBER)
        g_hash_table_insert(layout->numbers->own, (gpointer)node, (gpointer)label);
    index_record(layout->numbers->index, node, layout->page,
                 (int)layout->document->pages->len - 1);
    const char *id = fo_string(node, PROP_ID);
    if (!id || !*id)
        return;
    if (!layout->page->u.page.blank)
        g_hash_table_insert(layout->numbers->filled, (gpointer)id, (gpointer)label);
    if (!g_hash_table_contains(layout->numbers->first, id))
        g_hash_table_insert(layout->numbers->first, (gpointer)id, (gpointer)label);
    g_hash_table_insert(layout->numbers->last, (gpointer)id, (gpointer)label);
}

static gboolean
links_index(Layout *layout)
{
    Numbers *numbers = layout->numbers;
    const FoNode *node = numbers->has_looked ? NULL : layout->tree->root;
    for (; node && !numbers->links_index; node = fo_next(layout->tree->root, node))
        numbers->links_index = node->kind == FO_INDEX_KEY_REFERENCE &&
                               fo_enum(node, PROP_PAGE_NUMBER_TREATMENT) == ENUM_LINK;
    numbers->has_looked = TRUE;
    return numbers->links_index;
}

const char *
number_target(Layout *layout, const FoNode *node)
{
    const char *id = fo_string(node, PROP_ID);
    const char *key = fo_string(node, PROP_INDEX_KEY);
    GHashTable *targets = layout->numbers->targets;
    if (id && *id)
        return id;
    if (!key || !*key || !links_index(layout))
        return NULL;
    id = g_hash_table_lookup(targets, node);
    guint number = g_hash_table_size(targets);
    while (!id) {
        char *made = arena_printf(layout->arena, "index-%u", ++number);
        id = g_hash_table_contains(layout->tree->ids, made) ? NULL : made;
        if (id)
            g_hash_table_insert(targets, (gpointer)node, made);
    }
    return id;
}

const char *
number_destination(Layout *layout, const FoNode *node)
{
    const char *id = number_target(layout, node);
    if (!id || !*id || !layout->page) {
        number_record(layout, node);
        return NULL;
    }
    gboolean is_first = !g_hash_table_contains(layout->numbers->first, id);
    number_record(layout, node);
    if (is_first)
        g_hash_table_insert(layout->numbers->first, (gpointer)id,
                            (gpointer)layout->page->u.page.label);
    return is_first ? id : NULL;
}

const char *
number_object(const FoNode *node)
{
    const char *id = fo_string(node, PROP_ID);
    return id && *id ? id : NULL;
}

const struct IndexCitation *
number_citations(Layout *layout, const FoNode *list, int *count)
{
    number_text(layout, list, FALSE);
    return index_citations(layout->numbers->index, list, TRUE, layout->arena, count);
}
