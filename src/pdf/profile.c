#include "pdf/parts.h"

#include <math.h>
#include <string.h>

/* ICC.1:2001-04: a header, a table of tags, the tags; all numbers big-endian. */
enum { HEADER_SIZE = 128, TAG_COUNT = 9, CURVE_POINTS = 1024 };

static void
put16(GByteArray *bytes, unsigned value)
{
    const guint8 part[2] = {(guint8)(value >> 8), (guint8)value};
    g_byte_array_append(bytes, part, 2);
}

static void
put32(GByteArray *bytes, guint32 value)
{
    put16(bytes, value >> 16);
    put16(bytes, value & 0xFFFF);
}

static void
put_signature(GByteArray *bytes, const char *signature)
{
    g_byte_array_append(bytes, (const guint8 *)signature, 4);
}

static void
put_zeros(GByteArray *bytes, guint count)
{
    g_byte_array_set_size(bytes, bytes->len + count);
    memset(bytes->data + bytes->len - count, 0, count);
}

/* 6.1: display, RGB over XYZ, D50; the size is written when it is known. */
static void
put_header(GByteArray *bytes)
{
    put_zeros(bytes, 8);
    put32(bytes, 0x02400000); /* version 2.4 */
    put_signature(bytes, "mntr");
    put_signature(bytes, "RGB ");
    put_signature(bytes, "XYZ ");
    static const guint16 date[6] = {2000, 1, 1, 0, 0, 0};
    for (int i = 0; i < 6; i++)
        put16(bytes, date[i]);
    put_signature(bytes, "acsp");
    put_zeros(bytes, 28);
    put32(bytes, 0xF6D6); /* 0.9642 */
    put32(bytes, 0x10000);
    put32(bytes, 0xD32D); /* 0.8249 */
    put_zeros(bytes, 48);
    g_assert(bytes->len == HEADER_SIZE);
}

/* 6.5.17 textDescriptionType, without its Unicode and Macintosh parts. */
static void
put_description(GByteArray *bytes)
{
    static const char text[] = "sRGB IEC61966-2.1";
    put_signature(bytes, "desc");
    put_zeros(bytes, 4);
    put32(bytes, sizeof text);
    g_byte_array_append(bytes, (const guint8 *)text, sizeof text);
    put_zeros(bytes, 4 + 4 + 2 + 1 + 67);
}

static void
put_copyright(GByteArray *bytes)
{
    static const char text[] = "Public domain";
    put_signature(bytes, "text");
    put_zeros(bytes, 4);
    g_byte_array_append(bytes, (const guint8 *)text, sizeof text);
}

static void
put_xyz(GByteArray *bytes, guint32 x, guint32 y, guint32 z)
{
    put_signature(bytes, "XYZ ");
    put_zeros(bytes, 4);
    put32(bytes, x);
    put32(bytes, y);
    put32(bytes, z);
}

/* IEC 61966-2-1, 5.2: from what is stored to light. */
static double
linear_light(double stored)
{
    return stored <= 0.04045 ? stored / 12.92 : pow((stored + 0.055) / 1.055, 2.4);
}

static void
put_curve(GByteArray *bytes)
{
    put_signature(bytes, "curv");
    put_zeros(bytes, 4);
    put32(bytes, CURVE_POINTS);
    for (int i = 0; i < CURVE_POINTS; i++)
        put16(bytes, (unsigned)lround(linear_light(i / (CURVE_POINTS - 1.0)) * 65535));
}

/* The data of a tag; the curve of red is that of green and blue too. */
static void
put_tag(GByteArray *bytes, int tag)
{
    switch (tag) {
    case 0:
        put_description(bytes);
        break;
    case 1:
        put_copyright(bytes);
        break;
    case 2:
        put_xyz(bytes, 0xF351, 0x10000, 0x116CC); /* D65 */
        break;
    case 3: /* the primaries as D50 has them */
        put_xyz(bytes, 0x6FA2, 0x38F5, 0x0390);
        break;
    case 4:
        put_xyz(bytes, 0x6299, 0xB785, 0x18DA);
        break;
    case 5:
        put_xyz(bytes, 0x24A0, 0x0F84, 0xB6CF);
        break;
    case 6:
        put_curve(bytes);
        break;
    default:
        break;
    }
}

static void
store32(GByteArray *bytes, guint at, guint32 value)
{
    value = GUINT32_TO_BE(value);
    memcpy(bytes->data + at, &value, 4);
}

GByteArray *
profile_srgb(void)
{
    static const char names[TAG_COUNT][5] = {"desc", "cprt", "wtpt", "rXYZ", "gXYZ",
                                             "bXYZ", "rTRC", "gTRC", "bTRC"};
    GByteArray *bytes = g_byte_array_new();
    put_header(bytes);
    put32(bytes, TAG_COUNT);
    guint table = bytes->len, start = 0, size = 0;
    put_zeros(bytes, TAG_COUNT * 12);
    for (int tag = 0; tag < TAG_COUNT; tag++) {
        if (tag <= 6) {
            start = bytes->len;
            put_tag(bytes, tag);
            size = bytes->len - start;
            put_zeros(bytes, (4 - bytes->len % 4) % 4);
        }
        guint entry = table + (guint)tag * 12;
        memcpy(bytes->data + entry, names[tag], 4);
        store32(bytes, entry + 4, start);
        store32(bytes, entry + 8, size);
    }
    store32(bytes, 0, bytes->len);
    return bytes;
}
