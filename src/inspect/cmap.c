#include "inspect/font.h"
#include "inspect/walk.h"

/* Of one map: what says more is not believed. */
enum { MOST_MEANINGS = 1 << 18 };

static gint64
code_of(const Value *string)
{
    gint64 code = 0;
    if (string->kind != VALUE_STRING || string->count == 0 || string->count > 4)
        return -1;
    for (guint i = 0; i < string->count; i++)
        code = code << 8 | (guchar)string->u.text[i];
    return code;
}

/* PDF/A-2, 6.2.11.7: U+0000, U+FEFF and U+FFFE are no characters. last: is added to the last
 * unit. */
static int
meaning_of(const Value *text, guint last)
{
    int meaning = text->count >= 2 ? MEANS_SOMETHING : MEANS_NOTHING;
    for (guint i = 0; i + 1 < text->count; i += 2) {
        guint c = (guint)(guchar)text->u.text[i] << 8 | (guchar)text->u.text[i + 1];
        if (i + 3 >= text->count)
            c = (c + last) & 0xFFFF;
        if (c == 0 || c == 0xFEFF || c == 0xFFFE)
            meaning |= MEANS_NOTHING;
        /* the private planes begin with these halves of pairs */
        if ((c >= 0xE000 && c <= 0xF8FF) || (c >= 0xDB80 && c <= 0xDBFF))
            meaning |= MEANS_PRIVATE;
    }
    return meaning;
}

static void
note(CMap *cmap, gint64 code, int meaning)
{
    if (code >= 0 && code <= G_MAXINT &&
        g_hash_table_size(cmap->meanings) < MOST_MEANINGS)
        g_hash_table_insert(cmap->meanings, GINT_TO_POINTER((int)code),
                            GINT_TO_POINTER(meaning));
}

static void
read_characters(CMap *cmap, const Value *operands)
{
    for (guint i = 0; i + 1 < operands->count; i += 2)
        if (value_item(operands, i + 1)->kind == VALUE_STRING)
            note(cmap, code_of(value_item(operands, i)),
                 meaning_of(value_item(operands, i + 1), 0));
}

static void
read_ranges(CMap *cmap, const Value *operands)
{
    for (guint i = 0; i + 2 < operands->count; i += 3) {
        gint64 first = code_of(value_item(operands, i));
        gint64 last = code_of(value_item(operands, i + 1));
        const Value *to = value_item(operands, i + 2);
        if (first < 0 || g_hash_table_size(cmap->meanings) >= MOST_MEANINGS)
            continue;
        last = MIN(last, first + 0xFFFF);
        for (gint64 code = first; code <= last; code++) {
            guint step = (guint)(code - first);
            if (to->kind == VALUE_ARRAY && value_item(to, step)->kind == VALUE_STRING)
                note(cmap, code, meaning_of(value_item(to, step), 0));
            else if (to->kind == VALUE_STRING)
                note(cmap, code, meaning_of(to, step));
        }
    }
}

static void
note_number(CMap *cmap, gint64 code, gint64 number)
{
    if (code >= 0 && code <= 0xFFFF && number >= 0 && number <= 0xFFFF)
        g_hash_table_insert(cmap->numbers, GINT_TO_POINTER((int)code),
                            GINT_TO_POINTER((int)number));
}

/* "code number", or where codes are ranges "first last number" (9.7.6.2). */
static void
read_numbers(CMap *cmap, const Value *operands, guint step)
{
    for (guint i = 0; i + step <= operands->count; i += step) {
        gint64 first = code_of(value_item(operands, i));
        gint64 last = code_of(value_item(operands, i + step - 2));
        gint64 number = value_integer(value_item(operands, i + step - 1), -1);
        last = MIN(last, first + 0xFFFF);
        for (gint64 code = first; code <= last && number >= 0; code++)
            note_number(cmap, code, number + code - first);
    }
}

static gboolean
are_pairs(const Value *operands)
{
    for (guint i = 0; i < operands->count; i++)
        if (value_item(operands, i)->kind != VALUE_STRING ||
            value_item(operands, i)->count != 2)
            return FALSE;
    return operands->count > 0;
}

int
cmap_number(const CMap *cmap, guint code)
{
    gpointer number;
    gboolean found = g_hash_table_lookup_extended(cmap->numbers, GUINT_TO_POINTER(code),
                                                  NULL, &number);
    return found ? GPOINTER_TO_INT(number) : -1;
}

CMap *
cmap_read(const Inspection *inspection, const Value *stream)
{
    gsize length;
    g_autofree char *bytes = objects_data(inspection->objects, stream, &length);
    if (!bytes)
        return NULL;
    CMap *cmap = g_new0(CMap, 1);
    cmap->meanings = g_hash_table_new(NULL, NULL);
    cmap->numbers = g_hash_table_new(NULL, NULL);
    g_autoptr(Arena) arena = arena_new();
    Operators in = {.at = bytes, .end = bytes + length};
    while (operators_next(&in)) {
        if (operator_is(&in, "endbfchar"))
            read_characters(cmap, operands_read(&in, arena));
        else if (operator_is(&in, "endbfrange"))
            read_ranges(cmap, operands_read(&in, arena));
        else if (operator_is(&in, "endcidchar"))
            read_numbers(cmap, operands_read(&in, arena), 2);
        else if (operator_is(&in, "endcidrange"))
            read_numbers(cmap, operands_read(&in, arena), 3);
        else if (operator_is(&in, "endcodespacerange"))
            cmap->has_pairs = are_pairs(operands_read(&in, arena));
        else if (operator_is(&in, "usecmap"))
            cmap->built_on = TRUE;
        else if (operator_is(&in, "def") && operator_mentions(&in, "/WMode"))
            cmap->direction =
                value_integer(value_item(operands_read(&in, arena), 1), 0);
    }
    return cmap;
}

void
cmap_free(CMap *cmap)
{
    if (!cmap)
        return;
    g_hash_table_unref(cmap->meanings);
    g_hash_table_unref(cmap->numbers);
    g_free(cmap);
}

gunichar
winansi_character(guint code)
{
    static const guint16 high[32] = {
        0x20AC, 0,      0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
        0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0,      0x17D,  0,
        0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0,      0x17E,  0x178};
    if (code >= 0x80 && code < 0xA0)
        return high[code - 0x80];
    return code >= 0x20 && code < 0x100 ? code : 0;
}
