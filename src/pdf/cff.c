#include "pdf/cff.h"

/* What is left of the program to read. */
typedef struct Cursor {
    const guint8 *bytes;
    gsize at, length;
    gboolean broken; /* something was to be read behind the end */
} Cursor;

static guint
take(Cursor *cursor, int bytes)
{
    guint value = 0;
    if (cursor->length - cursor->at < (gsize)bytes || cursor->broken) {
        cursor->broken = TRUE;
        return 0;
    }
    for (; bytes > 0; bytes--)
        value = value << 8 | cursor->bytes[cursor->at++];
    return value;
}

static void
go_to(Cursor *cursor, gsize at)
{
    cursor->broken = cursor->broken || at > cursor->length;
    cursor->at = cursor->broken ? cursor->length : at;
}

/* Section 5: steps over an INDEX; *start and *end are those of its first object. */
static void
skip_index(Cursor *cursor, gsize *start, gsize *end)
{
    *start = *end = cursor->at;
    guint count = take(cursor, 2);
    if (count == 0)
        return;
    int size = (int)take(cursor, 1);
    if (size < 1 || size > 4) {
        cursor->broken = TRUE;
        return;
    }
    gsize offsets = cursor->at, data = offsets + (gsize)(count + 1) * (gsize)size - 1;
    guint first = take(cursor, size), second = take(cursor, size);
    go_to(cursor, offsets + (gsize)count * (gsize)size);
    guint last = take(cursor, size);
    *start = data + first;
    *end = data + second;
    go_to(cursor, data + last);
}

/* What the Top DICT tells (section 9). */
typedef struct Top {
    gboolean numbered; /* it has ROS: its glyphs have numbers of their own */
    guint charset;     /* where these are */
} Top;

/* Section 4, table 3: the integer that begins with byte; of reals none. */
static int
take_operand(Cursor *cursor, guint byte)
{
    if (byte == 28)
        return (gint16)take(cursor, 2);
    if (byte == 29)
        return (int)take(cursor, 4);
    if (byte >= 247 && byte <= 250)
        return (int)((byte - 247) * 256 + take(cursor, 1) + 108);
    if (byte >= 251)
        return -(int)((byte - 251) * 256) - (int)take(cursor, 1) - 108;
    if (byte != 30)
        return (int)byte - 139;
    while (!cursor->broken && (take(cursor, 1) & 0xF) != 0xF)
        continue;
    return 0;
}

static Top
read_top(Cursor *cursor, gsize end)
{
    enum { CHARSET = 15, ESCAPE = 12, ROS = 30, LAST_OPERATOR = 21 };
    Top top = {0};
    int operand = 0;
    while (!cursor->broken && cursor->at < end) {
        guint byte = take(cursor, 1);
        if (byte > LAST_OPERATOR) {
            operand = take_operand(cursor, byte);
            continue;
        }
        if (byte == CHARSET)
            top.charset = (guint)MAX(operand, 0);
        if (byte == ESCAPE && take(cursor, 1) == ROS)
            top.numbered = TRUE;
    }
    return top;
}

/* Section 13: the numbers of all glyphs but the first, which has 0. */
static void
read_charset(Cursor *cursor, guint16 *numbers, guint glyph_count)
{
    guint format = take(cursor, 1), glyph = 1;
    cursor->broken = cursor->broken || format > 2;
    while (!cursor->broken && glyph < glyph_count) {
        guint first = take(cursor, 2);
        guint more = format == 0 ? 0 : take(cursor, (int)format);
        for (guint i = 0; i <= more && glyph < glyph_count; i++)
            numbers[glyph++] = (guint16)(first + i);
    }
}

guint16 *
cff_numbers(const guint8 *bytes, gsize length, guint glyph_count)
{
    enum { HEADER_SIZE_AT = 2 };
    Cursor cursor = {.bytes = bytes, .length = length};
    gsize start, end;
    go_to(&cursor, HEADER_SIZE_AT);
    go_to(&cursor, take(&cursor, 1));
    skip_index(&cursor, &start, &end); /* names */
    skip_index(&cursor, &start, &end); /* Top DICTs */
    go_to(&cursor, start);
    Top top = read_top(&cursor, end);
    g_autofree guint16 *numbers = g_new0(guint16, glyph_count + 1);
    if (top.numbered) {
        go_to(&cursor, top.charset);
        read_charset(&cursor, numbers, glyph_count);
    } else {
        for (guint i = 0; i < glyph_count; i++)
            numbers[i] = (guint16)i;
    }
    return cursor.broken ? NULL : g_steal_pointer(&numbers);
}
