#include "area/tiff.h"

#include <string.h>

/* Tags (TIFF 6.0, section 8). */
enum {
    TAG_WIDTH = 256,
    TAG_HEIGHT = 257,
    TAG_X_RESOLUTION = 282,
    TAG_Y_RESOLUTION = 283,
    TAG_RESOLUTION_UNIT = 296
};

enum {
    ENTRY_SIZE = 12,
    TYPE_SHORT = 3,
    TYPE_LONG = 4,
    UNIT_INCH = 2,
    UNIT_CENTIMETRE = 3,
    MOST_PAGES = 10000
};

typedef struct Tiff {
    const guint8 *bytes;
    gsize length;
    gboolean is_big_endian;
} Tiff;

/* Numbers beyond the end are 0. */
static guint32
number16(const Tiff *tiff, gsize at)
{
    if (at + 2 > tiff->length)
        return 0;
    const guint8 *bytes = tiff->bytes + at;
    return tiff->is_big_endian ? (guint32)bytes[0] << 8 | bytes[1]
                               : (guint32)bytes[1] << 8 | bytes[0];
}

static guint32
number32(const Tiff *tiff, gsize at)
{
    guint32 first = number16(tiff, at), second = number16(tiff, at + 2);
    return tiff->is_big_endian ? first << 16 | second : second << 16 | first;
}

gboolean
tiff_is(const guint8 *bytes, gsize length)
{
    return length >= 8 &&
           (memcmp(bytes, "II*\0", 4) == 0 || memcmp(bytes, "MM\0*", 4) == 0);
}

static Tiff
tiff_of(const guint8 *bytes, gsize length)
{
    return (Tiff){bytes, length, bytes[0] == 'M'};
}

static double
rational(const Tiff *tiff, gsize at)
{
    guint32 denominator = number32(tiff, at + 4);
    return denominator ? (double)number32(tiff, at) / denominator : 0;
}

static void
read_entry(const Tiff *tiff, gsize at, RasterHeader *header, guint32 *unit)
{
    guint32 type = number16(tiff, at + 2);
    guint32 value = type == TYPE_SHORT  ? number16(tiff, at + 8)
                    : type == TYPE_LONG ? number32(tiff, at + 8)
                                        : 0;
    int pixels = value <= G_MAXINT ? (int)value : 0;
    switch (number16(tiff, at)) {
    case TAG_WIDTH:
        header->width = pixels;
        break;
    case TAG_HEIGHT:
        header->height = pixels;
        break;
    case TAG_X_RESOLUTION:
        header->x_density = rational(tiff, number32(tiff, at + 8));
        break;
    case TAG_Y_RESOLUTION:
        header->y_density = rational(tiff, number32(tiff, at + 8));
        break;
    case TAG_RESOLUTION_UNIT:
        *unit = value;
        break;
    default:
        break;
    }
}

RasterHeader
tiff_header(const guint8 *bytes, gsize length)
{
    RasterHeader header = {.kind = RASTER_TIFF};
    Tiff tiff = tiff_of(bytes, length);
    gsize directory = number32(&tiff, 4);
    guint32 unit = UNIT_INCH;
    guint32 entries = number16(&tiff, directory);
    for (guint32 i = 0; i < entries; i++)
        read_entry(&tiff, directory + 2 + i * ENTRY_SIZE, &header, &unit);
    double factor = unit == UNIT_INCH ? 1 : unit == UNIT_CENTIMETRE ? 2.54 : 0;
    header.x_density *= factor;
    header.y_density *= factor;
    return header;
}

/* The place of the directory of page (from 1); 0: there is none. */
static gsize
directory_of(const Tiff *tiff, int page)
{
    gsize directory = number32(tiff, 4);
    for (int i = 1; i < page && directory; i++) {
        gsize entries = number16(tiff, directory);
        directory = number32(tiff, directory + 2 + entries * ENTRY_SIZE);
    }
    return directory;
}

GBytes *
tiff_page(GBytes *bytes, int page)
{
    gsize length;
    const guint8 *start = g_bytes_get_data(bytes, &length);
    if (page == 1)
        return g_bytes_ref(bytes);
    Tiff tiff = tiff_of(start, length);
    gsize directory = page <= MOST_PAGES ? directory_of(&tiff, page) : 0;
    if (directory == 0)
        return NULL;
    guint8 *copy = g_memdup2(start, length);
    for (int i = 0; i < 4; i++)
        copy[4 + i] = (guint8)(directory >> 8 * (tiff.is_big_endian ? 3 - i : i));
    return g_bytes_new_take(copy, length);
}

int
tiff_page_count(const guint8 *bytes, gsize length)
{
    Tiff tiff = tiff_of(bytes, length);
    int count = 0;
    gsize directory = number32(&tiff, 4);
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL); /* they may go round */
    while (directory && directory < length && count < MOST_PAGES &&
           g_hash_table_add(seen, GSIZE_TO_POINTER(directory))) {
        count++;
        gsize entries = number16(&tiff, directory);
        directory = number32(&tiff, directory + 2 + entries * ENTRY_SIZE);
    }
    return count;
}
