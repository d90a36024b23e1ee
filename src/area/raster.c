#include "area/raster.h"
#include "area/tiff.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

static unsigned
big16(const guint8 *bytes)
{
    return (unsigned)bytes[0] << 8 | bytes[1];
}

static guint32
big32(const guint8 *bytes)
{
    return (guint32)big16(bytes) << 16 | big16(bytes + 2);
}

static int
pixels(guint32 size)
{
    return size <= G_MAXINT ? (int)size : 0;
}

/* PNG 1.2, 11.2.2 IHDR and 11.3.5.3 pHYs. */
static RasterHeader
png_header(const guint8 *bytes, gsize length)
{
    RasterHeader header = {.kind = RASTER_PNG};
    if (length < 33 || memcmp(bytes + 12, "IHDR", 4) != 0)
        return header;
    header.width = pixels(big32(bytes + 16));
    header.height = pixels(big32(bytes + 20));
    for (gsize at = 33; at + 12 <= length;) {
        gsize size = big32(bytes + at);
        const guint8 *type = bytes + at + 4;
        if (memcmp(type, "IDAT", 4) == 0 || size > length - at - 12)
            break;
        if (memcmp(type, "pHYs", 4) == 0 && size == 9 && type[12] == 1) {
            header.x_density = big32(type + 4) * 0.0254;
            header.y_density = big32(type + 8) * 0.0254;
        }
        at += size + 12;
    }
    return header;
}

static gboolean
is_frame_header(guint8 marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 &&
           marker != 0xCC;
}

static void
read_jfif(RasterHeader *header, const guint8 *segment, gsize size)
{
    if (size < 14 || memcmp(segment + 2, "JFIF", 5) != 0)
        return;
    double unit = segment[9] == 1 ? 1 : segment[9] == 2 ? 2.54 : 0;
    header->x_density = big16(segment + 10) * unit;
    header->y_density = big16(segment + 12) * unit;
}

/* JPEG (ITU T.81, B.1.1): markers and their segments up to the frame header. */
static RasterHeader
jpeg_header(const guint8 *bytes, gsize length)
{
    RasterHeader header = {.kind = RASTER_JPEG};
    for (gsize at = 2; at + 4 <= length;) {
        if (bytes[at] != 0xFF)
            return header;
        guint8 marker = bytes[at + 1];
        if (marker == 0xFF) {
            at++;
            continue;
        }
        const guint8 *segment = bytes + at + 2;
        gsize size = big16(segment);
        if (size < 2 || size > length - at - 2)
            return header;
        if (marker == 0xE0)
            read_jfif(&header, segment, size);
        if (is_frame_header(marker) && size >= 8) {
            header.height = (int)big16(segment + 3);
            header.width = (int)big16(segment + 5);
            header.components = segment[7];
            return header;
        }
        at += size + 2;
    }
    return header;
}

static guint32
little32(const guint8 *bytes)
{
    return bytes[0] | (guint32)bytes[1] << 8 | (guint32)bytes[2] << 16 |
           (guint32)bytes[3] << 24;
}

/* BITMAPCOREHEADER of OS/2, which is 12 bytes long, or BITMAPINFOHEADER and its successors,
 * in which a negative height tells the order of the rows. */
static RasterHeader
bmp_header(const guint8 *bytes, gsize length)
{
    RasterHeader header = {.kind = RASTER_BMP};
    if (length >= 26 && little32(bytes + 14) == 12) {
        header.width = bytes[18] | bytes[19] << 8;
        header.height = bytes[20] | bytes[21] << 8;
    } else if (length >= 54) {
        guint32 height = little32(bytes + 22);
        header.width = pixels(little32(bytes + 18));
        header.height = pixels(height > G_MAXINT ? -height : height);
        header.x_density = little32(bytes + 38) * 0.0254;
        header.y_density = little32(bytes + 42) * 0.0254;
    }
    return header;
}

RasterHeader
raster_header(const guint8 *bytes, gsize length)
{
    RasterHeader header = {0};
    if (length >= 8 && memcmp(bytes, "\x89PNG\r\n\x1A\n", 8) == 0)
        header = png_header(bytes, length);
    else if (length >= 3 && memcmp(bytes, "\xFF\xD8\xFF", 3) == 0)
        header = jpeg_header(bytes, length);
    else if (length >= 10 && memcmp(bytes, "GIF8", 4) == 0) {
        header.kind = RASTER_GIF;
        header.width = bytes[6] | bytes[7] << 8;
        header.height = bytes[8] | bytes[9] << 8;
    } else if (length >= 18 && memcmp(bytes, "BM", 2) == 0 && little32(bytes + 6) == 0)
        header = bmp_header(bytes, length);
    else if (tiff_is(bytes, length))
        header = tiff_header(bytes, length);
    if (header.width == 0 || header.height == 0)
        header.width = header.height = 0;
    return header;
}

/* gdk-pixbuf's bytes R G B A to cairo's premultiplied words. */
static void
copy_row(guint32 *target, const guint8 *source, int width, int channels)
{
    for (int x = 0; x < width; x++, source += channels) {
        guint32 alpha = channels == 4 ? source[3] : 255;
        guint32 word = alpha << 24;
        for (int i = 0; i < 3; i++)
            word |= (source[i] * alpha + 127) / 255 << (16 - 8 * i);
        target[x] = word;
    }
}

static cairo_surface_t *
surface_of_pixbuf(const GdkPixbuf *pixbuf)
{
    int width = gdk_pixbuf_get_width(pixbuf), height = gdk_pixbuf_get_height(pixbuf);
    int channels = gdk_pixbuf_get_n_channels(pixbuf);
    cairo_surface_t *surface = cairo_image_surface_create(
        channels == 4 ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, width, height);
    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS)
        return surface;
    const guint8 *source = gdk_pixbuf_read_pixels(pixbuf);
    guint8 *target = cairo_image_surface_get_data(surface);
    for (int y = 0; y < height; y++) {
        copy_row((guint32 *)(void *)target, source, width, channels);
        source += gdk_pixbuf_get_rowstride(pixbuf);
        target += cairo_image_surface_get_stride(surface);
    }
    cairo_surface_mark_dirty(surface);
    return surface;
}

static void
unref_bytes(void *bytes)
{
    g_bytes_unref(bytes);
}

static void
attach(cairo_surface_t *surface, const char *type, GBytes *bytes)
{
    cairo_surface_set_mime_data(surface, type, g_bytes_get_data(bytes, NULL),
                                g_bytes_get_size(bytes), unref_bytes,
                                g_bytes_ref(bytes));
}

/* One image used in two places is in the PDF once. */
static void
attach_name(cairo_surface_t *surface, GBytes *bytes)
{
    char *name = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);
    g_autoptr(GBytes) owned = g_bytes_new_take(name, strlen(name));
    attach(surface, CAIRO_MIME_TYPE_UNIQUE_ID, owned);
}

static GdkPixbuf *
load_pixbuf(const char *type, GBytes *bytes, GError **error)
{
    g_autoptr(GdkPixbufLoader) loader =
        gdk_pixbuf_loader_new_with_mime_type(type, error);
    if (!loader)
        return NULL;
    gboolean written = gdk_pixbuf_loader_write_bytes(loader, bytes, error);
    /* Its first error is the one that tells; closing must follow all the same. */
    gboolean closed = gdk_pixbuf_loader_close(loader, written ? error : NULL);
    GdkPixbuf *pixbuf = written && closed ? gdk_pixbuf_loader_get_pixbuf(loader) : NULL;
    return pixbuf ? g_object_ref(pixbuf) : NULL;
}

/* The name by which gdk-pixbuf knows its reader of a kind. */
static const char *
mime_type(RasterKind kind)
{
    return kind == RASTER_JPEG   ? "image/jpeg"
           : kind == RASTER_BMP  ? "image/bmp"
           : kind == RASTER_TIFF ? "image/tiff"
                                 : "image/gif";
}

static cairo_surface_t *
decode_pixbuf(const RasterHeader *header, GBytes *bytes, GError **error)
{
    gboolean is_jpeg = header->kind == RASTER_JPEG;
    g_autoptr(GdkPixbuf) stored = load_pixbuf(mime_type(header->kind), bytes, error);
    if (!stored)
        return NULL;
    g_autoptr(GdkPixbuf) upright = gdk_pixbuf_apply_embedded_orientation(stored);
    if (!upright)
        return NULL;
    cairo_surface_t *surface = surface_of_pixbuf(upright);
    /* Printing inks need a profile of their own, and turning needs the pixels. */
    const char *turned = gdk_pixbuf_get_option(stored, "orientation");
    gboolean as_it_is = header->components == 1 || header->components == 3;
    if (is_jpeg && as_it_is && (!turned || strcmp(turned, "1") == 0))
        attach(surface, CAIRO_MIME_TYPE_JPEG, bytes);
    return surface;
}

typedef struct Reading {
    const guint8 *next;
    gsize left;
} Reading;

static cairo_status_t
read_some(void *closure, unsigned char *target, unsigned int count)
{
    Reading *reading = closure;
    if (count > reading->left)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(target, reading->next, count);
    reading->next += count;
    reading->left -= count;
    return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
decode_png(GBytes *bytes)
{
    Reading reading;
    reading.next = g_bytes_get_data(bytes, &reading.left);
    cairo_surface_t *surface =
        cairo_image_surface_create_from_png_stream(read_some, &reading);
    if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS)
        attach(surface, CAIRO_MIME_TYPE_PNG, bytes);
    return surface;
}

cairo_surface_t *
raster_decode(const RasterHeader *header, GBytes *bytes, GError **error)
{
    cairo_surface_t *surface = header->kind == RASTER_PNG
                                   ? decode_png(bytes)
                                   : decode_pixbuf(header, bytes, error);
    if (!surface) {
        if (error && !*error)
            g_set_error_literal(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                                "onverwacht einde");
        return NULL;
    }
    cairo_status_t status = cairo_surface_status(surface);
    if (status != CAIRO_STATUS_SUCCESS) {
        g_set_error_literal(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                            cairo_status_to_string(status));
        cairo_surface_destroy(surface);
        return NULL;
    }
    attach_name(surface, bytes);
    return surface;
}
