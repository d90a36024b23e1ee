#include "inspect/value.h"

#include <stdlib.h>
#include <string.h>

static const Value null_value = {.kind = VALUE_NULL};

const Value *
value_null(void)
{
    return &null_value;
}

const Value *
value_resolve(const Value *value)
{
    return value->kind == VALUE_REFERENCE ? value->u.target : value;
}

gboolean
value_is(const Value *value, ValueKind kind)
{
    return value_resolve(value)->kind == kind;
}

static int
compare_keys(const void *a, const void *b)
{
    return strcmp(((const Entry *)a)->key, ((const Entry *)b)->key);
}

gboolean
value_is_dictionary(const Value *value)
{
    return value_is(value, VALUE_DICTIONARY) || value_is(value, VALUE_STREAM);
}

void
value_sort_entries(Entry *entries, guint count)
{
    if (count > 1)
        qsort(entries, count, sizeof *entries, compare_keys);
}

const Value *
value_get_raw(const Value *value, const char *key)
{
    value = value_resolve(value);
    if (!value_is_dictionary(value))
        return &null_value;
    guint low = 0, high = value->count;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        int order = strcmp(key, value->u.entries[middle].key);
        if (order == 0)
            return value->u.entries[middle].value;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return &null_value;
}

const Value *
value_get(const Value *value, const char *key)
{
    return value_resolve(value_get_raw(value, key));
}

gboolean
value_has(const Value *value, const char *key)
{
    return !value_is(value_get_raw(value, key), VALUE_NULL);
}

guint
value_count_items(const Value *value)
{
    value = value_resolve(value);
    if (value->kind == VALUE_ARRAY)
        return value->count;
    return value->kind == VALUE_NULL ? 0 : 1;
}

const Value *
value_item(const Value *value, guint index)
{
    value = value_resolve(value);
    if (value->kind != VALUE_ARRAY)
        return index == 0 ? value : &null_value;
    return index < value->count ? value_resolve(value->u.items[index]) : &null_value;
}

const char *
value_name(const Value *value)
{
    value = value_resolve(value);
    return value->kind == VALUE_NAME ? value->u.text : NULL;
}

gboolean
value_is_name(const Value *value, const char *name)
{
    return g_strcmp0(value_name(value), name) == 0;
}

gboolean
value_is_true(const Value *value)
{
    value = value_resolve(value);
    return value->kind == VALUE_BOOLEAN && value->u.integer;
}

gboolean
value_number(const Value *value, double *number)
{
    value = value_resolve(value);
    if (value->kind != VALUE_INTEGER && value->kind != VALUE_REAL)
        return FALSE;
    *number = value->kind == VALUE_REAL ? value->u.real : (double)value->u.integer;
    return TRUE;
}

gint64
value_integer(const Value *value, gint64 otherwise)
{
    value = value_resolve(value);
    return value->kind == VALUE_INTEGER ? value->u.integer : otherwise;
}

gboolean
value_numbers(const Value *value, double *numbers, guint count)
{
    value = value_resolve(value);
    if (value->kind != VALUE_ARRAY || value->count != count)
        return FALSE;
    for (guint i = 0; i < count; i++)
        if (!value_number(value->u.items[i], &numbers[i]))
            return FALSE;
    return TRUE;
}

/* ISO 32000-1, annex D.2: what PDFDocEncoding has where Latin-1 has controls; 0: nothing. */
static gunichar
document_character(guchar c)
{
    static const guint16 low[] = {0x2D8, 0x2C7, 0x2C6, 0x2D9,
                                  0x2DD, 0x2DB, 0x2DA, 0x2DC};
    static const guint16 high[] = {
        0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x192,  0x2044, 0x2039,
        0x203A, 0x2212, 0x2030, 0x201E, 0x201C, 0x201D, 0x2018, 0x2019, 0x201A,
        0x2122, 0xFB01, 0xFB02, 0x141,  0x152,  0x160,  0x178,  0x17D,  0x131,
        0x142,  0x153,  0x161,  0x17E,  0xFFFD, 0x20AC};
    if (c >= 0x18 && c < 0x20)
        return low[c - 0x18];
    if (c >= 0x80 && c <= 0xA0)
        return high[c - 0x80];
    return c;
}

static char *
text_of_utf16(const char *bytes, gsize length)
{
    GString *text = g_string_new(NULL);
    for (gsize i = 0; i + 1 < length; i += 2) {
        gunichar c = (gunichar)(guchar)bytes[i] << 8 | (guchar)bytes[i + 1];
        if (c >= 0xD800 && c < 0xDC00 && i + 3 < length) {
            gunichar low = (gunichar)(guchar)bytes[i + 2] << 8 | (guchar)bytes[i + 3];
            if (low >= 0xDC00 && low < 0xE000) {
                c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
                i += 2;
            }
        }
        g_string_append_unichar(text, g_unichar_validate(c) && c ? c : 0xFFFD);
    }
    return g_string_free(text, FALSE);
}

char *
value_text(const Value *value)
{
    value = value_resolve(value);
    if (value->kind != VALUE_STRING)
        return NULL;
    const char *bytes = value->u.text;
    if (value->count >= 2 && memcmp(bytes, "\xFE\xFF", 2) == 0)
        return text_of_utf16(bytes + 2, value->count - 2);
    if (value->count >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        return g_utf8_make_valid(bytes + 3, value->count - 3);
    GString *text = g_string_sized_new(value->count);
    for (guint i = 0; i < value->count; i++) {
        gunichar c = document_character((guchar)bytes[i]);
        g_string_append_unichar(text, c ? c : 0xFFFD);
    }
    return g_string_free(text, FALSE);
}
