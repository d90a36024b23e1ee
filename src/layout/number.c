#include "layout/number.h"

#include <string.h>

struct Numbers {
    Arena *arena;
    GHashTable *first, *last, *own; /* id, id, FoNode → label, found in this pass */
    GHashTable *known_first, *known_last, *known_own; /* by the pass before */
    GPtrArray *cited;                                 /* FoNode* of this pass */
    GHashTable *said;                                 /* FoNode → label it showed */
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
    numbers->cited = g_ptr_array_new();
    numbers->said = g_hash_table_new(NULL, NULL);
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
    g_ptr_array_unref(numbers->cited);
    g_hash_table_unref(numbers->said);
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
    g_ptr_array_set_size(numbers->cited, 0);
    g_hash_table_remove_all(numbers->said);
}

static const char *
find(GHashTable *first, GHashTable *last, GHashTable *own, const FoNode *node)
{
    if (node->kind == FO_PAGE_NUMBER)
        return g_hash_table_lookup(own, node);
    const char *id = fo_string(node, PROP_REF_ID);
    if (!id)
        return NULL;
    return g_hash_table_lookup(node->kind == FO_PAGE_NUMBER_CITATION ? first : last,
                               id);
}

gboolean
numbers_hold(const Numbers *numbers)
{
    for (guint i = 0; i < numbers->cited->len; i++) {
        const FoNode *node = numbers->cited->pdata[i];
        const char *now = find(numbers->first, numbers->last, numbers->own, node);
        const char *said = g_hash_table_lookup(numbers->said, node);
        if (now && strcmp(now, said) != 0)
            return FALSE;
    }
    return TRUE;
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

const char *
number_format(Arena *arena, int number, const char *format)
{
    enum { ROMAN_MOST = 4999 };
    char kind = format && *format ? format[strlen(format) - 1] : '1';
    if (number > 0 && (kind == 'a' || kind == 'A'))
        return format_letters(arena, number, kind);
    if (number > 0 && number <= ROMAN_MOST && (kind == 'i' || kind == 'I'))
        return format_roman(arena, number, kind == 'I');
    int digits = kind == '1' && format ? (int)MIN(strlen(format), 12) : 1;
    return arena_printf(arena, "%0*d", digits, number);
}

const char *
number_text(Layout *layout, const FoNode *node, gboolean artifact)
{
    if (node->kind == FO_PAGE_NUMBER && artifact && layout->page)
        return layout->page->u.page.label;
    Numbers *numbers = layout->numbers;
    const char *id = fo_string(node, PROP_REF_ID);
    if (node->kind != FO_PAGE_NUMBER &&
        !g_hash_table_contains(layout->tree->ids, id ? id : "")) {
        diag_report(layout->diag, &node->place, DIAG_CITATION_UNKNOWN,
                    "verwijzing naar de bladzijde van “%s”, een id die er niet is",
                    id ? id : "");
        return "?";
    }
    const char *label =
        find(numbers->known_first, numbers->known_last, numbers->known_own, node);
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
    const char *id = fo_string(node, PROP_ID);
    if (!id || !*id)
        return;
    if (!g_hash_table_contains(layout->numbers->first, id))
        g_hash_table_insert(layout->numbers->first, (gpointer)id, (gpointer)label);
    g_hash_table_insert(layout->numbers->last, (gpointer)id, (gpointer)label);
}

const char *
number_destination(Layout *layout, const FoNode *node)
{
    const char *id = fo_string(node, PROP_ID);
    if (!id || !*id || !layout->page)
        return NULL;
    gboolean is_first = !g_hash_table_contains(layout->numbers->first, id);
    number_record(layout, node);
    return is_first ? id : NULL;
}

const char *
number_object(const FoNode *node)
{
    const char *id = fo_string(node, PROP_ID);
    return id && *id ? id : NULL;
}
