#include "inspect/walk.h"

#include <string.h>

enum { DEEPEST = 64 };

typedef struct Reading {
    const char *at, *end;
    Arena *arena;
} Reading;

static gboolean
is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static gboolean
is_regular(char c)
{
    return !is_space(c) && !strchr("()<>[]{}/%", c);
}

static Value *
new_value(const Reading *reading, ValueKind kind)
{
    Value *value = arena_new0(reading->arena, Value);
    value->kind = kind;
    return value;
}

static Value *
new_text(const Reading *reading, ValueKind kind, const GString *text)
{
    Value *value = new_value(reading, kind);
    char *copy = arena_alloc(reading->arena, text->len + 1);
    memcpy(copy, text->str, text->len);
    value->u.text = copy;
    value->count = (guint)text->len;
    return value;
}

static void
skip_spaces(Reading *reading)
{
    while (reading->at < reading->end) {
        if (*reading->at == '%')
            while (reading->at < reading->end && !strchr("\r\n", *reading->at))
                reading->at++;
        else if (is_space(*reading->at))
            reading->at++;
        else
            return;
    }
}

/* Behind a backslash (ISO 32000-1, table 3). */
static void
read_escape(Reading *reading, GString *text)
{
    static const char letters[] = "nrtbf", meant[] = "\n\r\t\b\f";
    char c = *reading->at++;
    const char *letter = c ? strchr(letters, c) : NULL;
    if (letter)
        g_string_append_c(text, meant[letter - letters]);
    else if (c >= '0' && c <= '7') {
        int code = c - '0';
        for (int i = 0; i < 2 && reading->at < reading->end && *reading->at >= '0' &&
                        *reading->at <= '7';
             i++)
            code = code * 8 + (*reading->at++ - '0');
        g_string_append_c(text, (char)code);
    } else if (c == '\r') {
        if (reading->at < reading->end && *reading->at == '\n')
            reading->at++;
    } else if (c != '\n')
        g_string_append_c(text, c);
}

static Value *
read_string(Reading *reading)
{
    g_autoptr(GString) text = g_string_new(NULL);
    int depth = 1;
    reading->at++;
    while (reading->at < reading->end) {
        char c = *reading->at++;
        if (c == '\\' && reading->at < reading->end) {
            read_escape(reading, text);
            continue;
        }
        depth += (c == '(') - (c == ')');
        if (depth == 0)
            break;
        g_string_append_c(text, c);
    }
    return new_text(reading, VALUE_STRING, text);
}

static Value *
read_hexadecimal(Reading *reading)
{
    g_autoptr(GString) text = g_string_new(NULL);
    int half = -1;
    reading->at++;
    while (reading->at < reading->end && *reading->at != '>') {
        int digit = g_ascii_xdigit_value(*reading->at++);
        if (digit < 0)
            continue;
        if (half >= 0)
            g_string_append_c(text, (char)(half << 4 | digit));
        half = half >= 0 ? -1 : digit;
    }
    if (half >= 0)
        g_string_append_c(text, (char)(half << 4));
    reading->at += reading->at < reading->end;
    return new_text(reading, VALUE_STRING, text);
}

static Value *
read_name(Reading *reading)
{
    g_autoptr(GString) text = g_string_new(NULL);
    reading->at++;
    while (reading->at < reading->end && is_regular(*reading->at)) {
        char c = *reading->at++;
        if (c == '#' && reading->end - reading->at >= 2 &&
            g_ascii_isxdigit(reading->at[0]) && g_ascii_isxdigit(reading->at[1])) {
            c = (char)(g_ascii_xdigit_value(reading->at[0]) << 4 |
                       g_ascii_xdigit_value(reading->at[1]));
            reading->at += 2;
        }
        g_string_append_c(text, c);
    }
    return new_text(reading, VALUE_NAME, text);
}

static Value *
read_word(Reading *reading)
{
    g_autoptr(GString) text = g_string_new(NULL);
    while (reading->at < reading->end && is_regular(*reading->at))
        g_string_append_c(text, *reading->at++);
    if (text->len == 0) { /* a delimiter that is out of place */
        reading->at++;
        return new_value(reading, VALUE_NULL);
    }
    gboolean truth = strcmp(text->str, "true") == 0;
    Value *value = new_value(reading, VALUE_NULL);
    if (truth || strcmp(text->str, "false") == 0) {
        value->kind = VALUE_BOOLEAN;
        value->u.integer = truth;
    } else if (strspn(text->str, "+-0123456789") == text->len) {
        value->kind = VALUE_INTEGER;
        value->u.integer = g_ascii_strtoll(text->str, NULL, 10);
    } else if (strspn(text->str, "+-.0123456789") == text->len) {
        value->kind = VALUE_REAL;
        value->u.real = g_ascii_strtod(text->str, NULL);
    }
    return value;
}

static const Value *
read_value(Reading *reading, int depth);

/* To the end of the operands or to end, which is one character. */
static Value *
read_array(Reading *reading, char end, int depth)
{
    g_autoptr(GPtrArray) items = g_ptr_array_new();
    for (;;) {
        skip_spaces(reading);
        if (reading->at >= reading->end)
            break;
        if (end && *reading->at == end) {
            reading->at++;
            break;
        }
        g_ptr_array_add(items, (gpointer)read_value(reading, depth + 1));
    }
    Value *array = new_value(reading, VALUE_ARRAY);
    array->u.items = arena_array(reading->arena, const Value *, items->len + 1);
    if (items->len > 0)
        memcpy(array->u.items, items->pdata, items->len * sizeof *array->u.items);
    array->count = items->len;
    return array;
}

static Value *
read_dictionary(Reading *reading, int depth)
{
    reading->at += 2;
    Value *array = read_array(reading, '>', depth);
    reading->at += reading->at < reading->end && *reading->at == '>';
    Entry *entries = arena_array(reading->arena, Entry, array->count / 2 + 1);
    guint count = 0;
    for (guint i = 0; i + 1 < array->count; i += 2)
        if (value_name(array->u.items[i]))
            entries[count++] =
                (Entry){array->u.items[i]->u.text, array->u.items[i + 1]};
    value_sort_entries(entries, count);
    Value *dictionary = new_value(reading, VALUE_DICTIONARY);
    dictionary->u.entries = entries;
    dictionary->count = count;
    return dictionary;
}

/* at is at no space. */
static const Value *
read_value(Reading *reading, int depth)
{
    char c = *reading->at;
    gboolean twice = reading->end - reading->at >= 2 && reading->at[1] == c;
    if (c == '(')
        return read_string(reading);
    if (c == '/')
        return read_name(reading);
    if (depth < DEEPEST && c == '<' && twice)
        return read_dictionary(reading, depth);
    if (c == '<')
        return read_hexadecimal(reading);
    if (depth < DEEPEST && c == '[') {
        reading->at++;
        return read_array(reading, ']', depth);
    }
    return read_word(reading);
}

const Value *
operands_read(const Operators *operators, Arena *arena)
{
    Reading reading = {operators->operands, operators->name, arena};
    return read_array(&reading, '\0', 0);
}
