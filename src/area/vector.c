#include "area/vector.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_HEADER = 64 << 10 };

static guint32
little32(const guint8 *bytes)
{
    return bytes[0] | (guint32)bytes[1] << 8 | (guint32)bytes[2] << 16 |
           (guint32)bytes[3] << 24;
}

/* Four numbers: left, bottom, right, top. */
static gboolean
take_box(const char *text, VectorHeader *header)
{
    double edges[4];
    for (int i = 0; i < 4; i++) {
        char *end;
        edges[i] = g_ascii_strtod(text, &end);
        if (end == text || !isfinite(edges[i]))
            return FALSE;
        text = end;
    }
    header->width = MAX(edges[2] - edges[0], 0);
    header->height = MAX(edges[3] - edges[1], 0);
    return TRUE;
}

/* Adobe, Encapsulated PostScript File Format, 3.0: the bounding box, exact where it is. */
static VectorHeader
eps_header(const guint8 *bytes, gsize length)
{
    static const char *const names[] = {"%%HiResBoundingBox:", "%%BoundingBox:"};
    VectorHeader header = {.kind = "EPS"};
    g_autofree char *text =
        g_strndup((const char *)bytes, MIN(length, (gsize)LONGEST_HEADER));
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        const char *at = strstr(text, names[i]);
        if (at && take_box(at + strlen(names[i]), &header))
            break;
    }
    return header;
}

/* MS-EMF, 2.3.4.2: the frame, in hundredths of a millimetre. */
static VectorHeader
emf_header(const guint8 *bytes)
{
    const double points = 72 / 2540.0;
    VectorHeader header = {.kind = "EMF"};
    double width = (double)(gint32)little32(bytes + 32) - (gint32)little32(bytes + 24);
    double height = (double)(gint32)little32(bytes + 36) - (gint32)little32(bytes + 28);
    header.width = MAX(width, 0) * points;
    header.height = MAX(height, 0) * points;
    return header;
}

static int
signed16(const guint8 *bytes)
{
    return (gint16)(bytes[0] | (guint16)bytes[1] << 8);
}

/* MS-WMF, 2.3.2.3: the bounding box of a placeable metafile, in units of which it tells how
 * many are an inch. */
static VectorHeader
wmf_header(const guint8 *bytes)
{
    VectorHeader header = {.kind = "WMF"};
    int inch = bytes[14] | bytes[15] << 8;
    double points = inch ? 72.0 / inch : 0;
    header.width = abs(signed16(bytes + 10) - signed16(bytes + 6)) * points;
    header.height = abs(signed16(bytes + 12) - signed16(bytes + 8)) * points;
    return header;
}

VectorHeader
vector_header(const guint8 *bytes, gsize length)
{
    if (length > 11 && memcmp(bytes, "%!PS-Adobe-", 11) == 0)
        return eps_header(bytes, length);
    /* With a preview before it, the file begins with where the PostScript is. */
    if (length > 30 && little32(bytes) == 0xC6D3D0C5) {
        guint32 start = little32(bytes + 4);
        if (start < length)
            return eps_header(bytes + start, length - start);
    }
    if (length > 44 && little32(bytes) == 1 && memcmp(bytes + 40, " EMF", 4) == 0)
        return emf_header(bytes);
    if (length > 22 && little32(bytes) == 0x9AC6CDD7)
        return wmf_header(bytes);
    return (VectorHeader){0};
}
