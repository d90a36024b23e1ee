#include "area/image.h"
#include "area/raster.h"
#include "area/tiff.h"
#include "area/vector.h"
#include "base/file.h"

#include <glib/gstdio.h>
#include <librsvg/rsvg.h>
#include <math.h>
#include <string.h>

enum {
    LARGEST_FILE = 256 << 20, /* bytes */
    LARGEST_SVG = 64 << 20,   /* bytes, unpacked */
    MOST_PIXELS = 100000000,
    SVG_SCALE = 3, /* so that what filters and masks turn into pixels has 288 an inch */
    NAME_SHOWN = 60 /* characters of a URI in a message */
};

struct AreaImage {
    cairo_surface_t *surface; /* pixels, or the recorded drawing of an SVG; or NULL: */
    RsvgHandle *drawing;      /* an SVG that is drawn straight on the page */
    const AreaFigure *figure; /* that the pages draw */
    double across, down;      /* its size in pixels */
    Length width, height;
    gboolean is_in_pixels; /* it does not say how large they are */
    AreaImage *next;       /* of the pages of one file */
};

typedef struct Load {
    Arena *arena;
    const char *name; /* of the image, for messages */
    int page;         /* of the file, from 1; 0: all */
    const Place *place;
    Diag *diag;
} Load;

static char *
shown_name(const char *uri)
{
    g_autofree char *valid = g_utf8_make_valid(uri, -1);
    if (g_utf8_strlen(valid, -1) <= NAME_SHOWN)
        return g_steal_pointer(&valid);
    g_autofree char *start = g_utf8_substring(valid, 0, NAME_SHOWN);
    return g_strconcat(start, "…", NULL);
}

static AreaImage *
fail(const Load *load, DiagCode code, const char *reason)
{
    diag_report(load->diag, load->place, code, "afbeelding “%s”: %s", load->name,
                reason);
    return NULL;
}

/* reason is the library's own, in its own language. */
static AreaImage *
fail_broken(const Load *load, const char *reason)
{
    g_autofree char *text = g_strdup_printf("het bestand is niet heel (%s)", reason);
    return fail(load, DIAG_IMAGE_BROKEN, text);
}

static gboolean
is_credible(double density)
{
    return density >= 10 && density <= 10000;
}

static Length
size_in_points(double pixels, double density)
{
    return length_from_points(pixels * 72 / (is_credible(density) ? density : 96));
}

/* Sizes in pixels, densities in pixels an inch. */
static AreaImage *
image_new(const Load *load, double across, double down, double x_density,
          double y_density)
{
    AreaImage *image = arena_new0(load->arena, AreaImage);
    image->across = across;
    image->down = down;
    image->width = size_in_points(across, x_density);
    image->height = size_in_points(down, y_density);
    return image;
}

static AreaImage *
image_from_raster(const Load *load, const RasterHeader *header, GBytes *bytes)
{
    if (header->width == 0)
        return fail(load, DIAG_IMAGE_BROKEN, "het begin van het bestand is beschadigd");
    if ((double)header->width * header->height > MOST_PIXELS)
        return fail(load, DIAG_IMAGE_LARGE, "meer dan 100 miljoen beeldpunten");
    g_autoptr(GError) error = NULL;
    cairo_surface_t *surface = raster_decode(header, bytes, &error);
    if (!surface)
        return fail_broken(load, error->message);
    AreaImage *image = image_new(load, cairo_image_surface_get_width(surface),
                                 cairo_image_surface_get_height(surface),
                                 header->x_density, header->y_density);
    image->surface = surface;
    image->is_in_pixels =
        !is_credible(header->x_density) || !is_credible(header->y_density);
    arena_own(load->arena, surface, (GDestroyNotify)cairo_surface_destroy);
    return image;
}

/* librsvg draws a link as a link of the PDF, with marks that would stand within ours:
 * within start tags named "a" the letter f of href gives way. Same length, same lines. */
static void
silence_links(char *svg, gsize length)
{
    char *end = svg + length;
    for (char *p = svg; (p = memchr(p, '<', (gsize)(end - p))) != NULL;) {
        char *name = ++p;
        while (p < end && (g_ascii_isalnum(*p) || strchr("_-.:", *p)) && *p)
            p++;
        gboolean is_link = p > name && p[-1] == 'a' && (p == name + 1 || p[-2] == ':');
        char quote = 0;
        for (; is_link && p < end && (quote || *p != '>'); p++) {
            if (quote ? *p == quote : *p == '"' || *p == '\'')
                quote = quote ? 0 : *p;
            else if (!quote && end - p >= 4 && memcmp(p, "href", 4) == 0)
                p[3] = 'x';
        }
    }
}

/* The size in pixels of 1/96 inch; where the document gives none, that of its view box. */
static void
svg_size(RsvgHandle *svg, double *width, double *height)
{
    rsvg_handle_set_dpi(svg, 96);
    if (!rsvg_handle_get_intrinsic_size_in_pixels(svg, width, height)) {
        gboolean has_box = FALSE;
        RsvgRectangle box = {0};
        rsvg_handle_get_intrinsic_dimensions(svg, NULL, NULL, NULL, NULL, &has_box,
                                             &box);
        *width = has_box ? box.width : 0;
        *height = has_box ? box.height : 0;
    }
    if (*width > 0 && *width < 1e6 && *height > 0 && *height < 1e6)
        return;
    *width = 300; /* CSS 2.1, 10.3.2: the size of what has none */
    *height = 150;
}

/* For masks, filters and opacity librsvg paints surfaces, which are recorded first, in pixels
 * that are small enough. Drawings without these go straight on the page: only there, on a
 * PDF surface, does librsvg leave text as text. */
static gboolean
paints_surfaces(const char *svg, gsize length)
{
    static const char *const words[] = {"mask",   "filter", "opacity",
                                        "clip",   "blend",  "pattern",
                                        "<image", ":image", "isolation"};
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_strstr_len(svg, (gssize)length, words[i]))
            return TRUE;
    return FALSE;
}

/* The drawing on a surface of its own. */
static cairo_surface_t *
record(RsvgHandle *svg, double width, double height, GError **error)
{
    const cairo_rectangle_t extents = {0, 0, width, height};
    const RsvgRectangle viewport = {0, 0, width, height};
    cairo_surface_t *surface =
        cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents);
    cairo_t *cairo = cairo_create(surface);
    gboolean drawn = rsvg_handle_render_document(svg, cairo, &viewport, error);
    cairo_destroy(cairo);
    if (!drawn)
        g_clear_pointer(&surface, cairo_surface_destroy);
    return surface;
}

/* Takes text. */
static AreaImage *
image_from_text(const Load *load, char *text, gsize length, const char *path)
{
    silence_links(text, length);
    gboolean is_plain = !paints_surfaces(text, length);
    g_autoptr(GBytes) bytes = g_bytes_new_take(text, length);
    g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes(bytes);
    g_autoptr(GFile) file = path ? g_file_new_for_path(path) : NULL;
    g_autoptr(GError) error = NULL;
    RsvgHandle *svg = rsvg_handle_new_from_stream_sync(
        stream, file, RSVG_HANDLE_FLAGS_NONE, NULL, &error);
    if (!svg)
        return fail_broken(load, error->message);
    double width, height;
    svg_size(svg, &width, &height);
    double scale = is_plain ? 1 : SVG_SCALE;
    AreaImage *image =
        image_new(load, width * scale, height * scale, 96 * scale, 96 * scale);
    if (is_plain) {
        image->drawing = svg;
        arena_own(load->arena, svg, g_object_unref);
        return image;
    }
    image->surface = record(svg, image->across, image->down, &error);
    g_object_unref(svg);
    if (!image->surface)
        return fail_broken(load, error->message);
    arena_own(load->arena, image->surface, (GDestroyNotify)cairo_surface_destroy);
    return image;
}

static char *
unpack(GBytes *bytes, gsize *length)
{
    g_autoptr(GInputStream) packed = g_memory_input_stream_new_from_bytes(bytes);
    g_autoptr(GZlibDecompressor) decompressor =
        g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_GZIP);
    g_autoptr(GInputStream) stream =
        g_converter_input_stream_new(packed, G_CONVERTER(decompressor));
    g_autoptr(GByteArray) text = g_byte_array_new();
    guint8 buffer[65536];
    gssize got;
    while ((got = g_input_stream_read(stream, buffer, sizeof buffer, NULL, NULL)) > 0) {
        g_byte_array_append(text, buffer, (guint)got);
        if (text->len > LARGEST_SVG)
            return NULL;
    }
    *length = text->len;
    return got < 0 ? NULL : (char *)g_byte_array_free(g_steal_pointer(&text), FALSE);
}

static gboolean
looks_like_svg(const char *bytes, gsize length)
{
    return g_strstr_len(bytes, (gssize)MIN(length, 65536), "<svg") != NULL ||
           g_strstr_len(bytes, (gssize)MIN(length, 65536), ":svg") != NULL;
}

/* The room of a drawing that cannot be drawn. */
static AreaImage *
image_left_open(const Load *load, const VectorHeader *vector)
{
    g_autofree char *reason =
        g_strdup_printf("%s wordt niet getekend; de plaats blijft leeg", vector->kind);
    fail(load, DIAG_IMAGE_KIND, reason);
    return image_new(load, vector->width, vector->height, 72, 72);
}

static AreaImage *
image_from_page(const Load *load, GBytes *bytes, int page)
{
    g_autoptr(GBytes) of_page = tiff_page(bytes, page);
    if (!of_page) {
        g_autofree char *reason = g_strdup_printf("het heeft geen pagina %d", page);
        return fail(load, DIAG_IMAGE_MISSING, reason);
    }
    gsize length;
    const guint8 *start = g_bytes_get_data(of_page, &length);
    RasterHeader header = raster_header(start, length);
    return image_from_raster(load, &header, of_page);
}

/* A page of a TIFF, or as many as are asked for. */
static AreaImage *
image_from_tiff(const Load *load, GBytes *bytes)
{
    if (load->page > 0)
        return image_from_page(load, bytes, load->page);
    gsize length;
    const guint8 *start = g_bytes_get_data(bytes, &length);
    int count = MAX(tiff_page_count(start, length), 1);
    AreaImage *first = NULL, **end = &first;
    double pixels = 0;
    for (int page = 1; page <= count; page++) {
        AreaImage *image = image_from_page(load, bytes, page);
        if (!image)
            return first;
        *end = image;
        end = &image->next;
        pixels += image->across * image->down;
        if (pixels > MOST_PIXELS && page < count) {
            fail(load, DIAG_IMAGE_LARGE,
                 "zijn pagina’s hebben samen meer dan 100 miljoen beeldpunten");
            return first;
        }
    }
    return first;
}

static AreaImage *
image_from_bytes(const Load *load, GBytes *bytes, const char *path)
{
    gsize length;
    const guint8 *start = g_bytes_get_data(bytes, &length);
    if (length == 0)
        return fail(load, DIAG_IMAGE_BROKEN, "het bestand is leeg");
    if (tiff_is(start, length))
        return image_from_tiff(load, bytes);
    if (load->page > 1)
        return fail(load, DIAG_IMAGE_MISSING, "alleen een TIFF heeft meer pagina’s");
    RasterHeader header = raster_header(start, length);
    if (header.kind != RASTER_NONE)
        return image_from_raster(load, &header, bytes);
    if (length > 2 && start[0] == 0x1F && start[1] == 0x8B) {
        gsize unpacked;
        char *text = unpack(bytes, &unpacked);
        if (!text)
            return fail(load, DIAG_IMAGE_BROKEN, "het kan niet uitgepakt worden");
        return image_from_text(load, text, unpacked, path);
    }
    if (looks_like_svg((const char *)start, length))
        return image_from_text(load, g_memdup2(start, length), length, path);
    VectorHeader vector = vector_header(start, length);
    return vector.width > 0 && vector.height > 0
               ? image_left_open(load, &vector)
               : fail(load, DIAG_IMAGE_KIND,
                      "het is geen PNG, JPEG, GIF, TIFF, BMP of SVG");
}

/* RFC 2397: data:[TYPE][;base64],DATA */
static AreaImage *
image_from_data(const Load *load, const char *uri)
{
    const char *comma = strchr(uri, ',');
    if (!comma)
        return fail(load, DIAG_IMAGE_BROKEN, "in de data-URI ontbreekt de komma");
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = g_uri_unescape_bytes(comma + 1, -1, NULL, &error);
    if (!bytes)
        return fail(load, DIAG_IMAGE_BROKEN, "de data-URI is geen geldige URI");
    if (comma - uri >= 7 && g_ascii_strncasecmp(comma - 7, ";base64", 7) == 0) {
        g_autofree char *text =
            g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
        gsize length;
        guint8 *decoded = g_base64_decode(text, &length);
        g_bytes_unref(bytes);
        bytes = g_bytes_new_take(decoded, length);
    }
    return image_from_bytes(load, bytes, NULL);
}

static AreaImage *
image_from_path(const Load *load, const char *path)
{
    GStatBuf status;
    if (g_stat(path, &status) != 0)
        return fail(load, DIAG_IMAGE_MISSING, "het bestand bestaat niet");
    if (!g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return fail(load, DIAG_IMAGE_MISSING, "het is geen gewoon bestand");
    if (status.st_size > LARGEST_FILE)
        return fail(load, DIAG_IMAGE_LARGE, "het bestand is groter dan 256 MB");
    g_autoptr(GError) error = NULL;
    GByteArray *content = file_read(path, &error);
    if (!content)
        return fail(load, DIAG_IMAGE_MISSING, error->message);
    g_autoptr(GBytes) bytes = g_byte_array_free_to_bytes(content);
    return image_from_bytes(load, bytes, path);
}

/* The bare address in url("…") (XSL 1.1, 5.11, uri-specification). */
static char *
bare_uri(const char *uri)
{
    g_autofree char *copy = g_strstrip(g_strdup(uri));
    gsize length = strlen(copy);
    if (g_ascii_strncasecmp(copy, "url(", 4) != 0 || copy[length - 1] != ')')
        return g_steal_pointer(&copy);
    char *inner = g_strstrip(g_strndup(copy + 4, length - 5));
    length = strlen(inner);
    if (length >= 2 && strchr("\"'", inner[0]) && inner[length - 1] == inner[0]) {
        inner[length - 1] = '\0';
        memmove(inner, inner + 1, length - 1);
    }
    return inner;
}

/* The path that uri names: a file URI, or a path relative to the folder base. */
static char *
path_of(const char *uri, const char *base)
{
    if (g_ascii_strncasecmp(uri, "file://", 7) == 0)
        return g_filename_from_uri(uri, NULL, NULL);
    if (g_ascii_strncasecmp(uri, "file:", 5) == 0)
        return path_of(uri + 5, base);
    if (g_path_is_absolute(uri) || !base)
        return g_strdup(uri);
    g_autofree char *folder = g_ascii_strncasecmp(base, "file:", 5) == 0
                                  ? path_of(base, NULL)
                                  : g_strdup(base);
    return g_build_filename(folder ? folder : ".", uri, NULL);
}

/* A name with an escape is tried as it is, then unescaped. */
static AreaImage *
image_from_file_uri(const Load *load, const char *uri, const char *base)
{
    g_autofree char *path = path_of(uri, base);
    if (!path)
        return fail(load, DIAG_IMAGE_MISSING, "dit adres noemt geen bestand hier");
    if (strchr(path, '%') && !g_file_test(path, G_FILE_TEST_EXISTS)) {
        g_autofree char *unescaped = g_uri_unescape_string(path, NULL);
        if (unescaped && g_file_test(unescaped, G_FILE_TEST_EXISTS))
            return image_from_path(load, unescaped);
    }
    return image_from_path(load, path);
}

/* Cuts the page off that uri ends in ("#page=2"); 1 where it names none. */
static int
take_page(char *uri)
{
    char *fragment = strrchr(uri, '#');
    if (!fragment || !g_str_has_prefix(fragment, "#page="))
        return 1;
    int page = (int)g_ascii_strtoll(fragment + strlen("#page="), NULL, 10);
    *fragment = '\0';
    return MAX(page, 1);
}

static AreaImage *
load_uri(Load load, const char *uri, const char *base)
{
    g_autofree char *bare = bare_uri(uri);
    g_autofree char *name = shown_name(bare);
    int page = take_page(bare);
    load.name = name;
    load.page = load.page ? page : 0;
    if (!*bare)
        return fail(&load, DIAG_IMAGE_MISSING, "er is geen bestand genoemd");
    g_autofree char *scheme = g_uri_parse_scheme(bare);
    if (!scheme || strcmp(scheme, "file") == 0)
        return image_from_file_uri(&load, bare, base);
    if (strcmp(scheme, "data") == 0)
        return image_from_data(&load, bare);
    if (strstr(bare, "://"))
        return fail(&load, DIAG_IMAGE_REMOTE, "er wordt niets van het net gehaald");
    return image_from_file_uri(&load, bare, base); /* a file name with a colon */
}

AreaImage *
image_load(Arena *arena, const char *uri, const char *base, const Place *place,
           Diag *diag)
{
    return load_uri((Load){.arena = arena, .place = place, .diag = diag, .page = 1},
                    uri, base);
}

AreaImage *
image_load_pages(Arena *arena, const char *uri, const char *base, const Place *place,
                 Diag *diag)
{
    return load_uri((Load){.arena = arena, .place = place, .diag = diag}, uri, base);
}

const AreaImage *
image_next(const AreaImage *image)
{
    return image->next;
}

AreaImage *
image_from_svg(Arena *arena, const char *svg, gsize length, const Place *place,
               Diag *diag)
{
    const Load load = {
        .arena = arena, .name = "SVG", .page = 1, .place = place, .diag = diag};
    if (length == 0)
        return fail(&load, DIAG_IMAGE_BROKEN, "er is geen inhoud");
    return image_from_text(&load, g_memdup2(svg, length), length, NULL);
}

AreaImage *
image_from_figure(Arena *arena, const AreaFigure *figure)
{
    AreaImage *image = arena_new0(arena, AreaImage);
    image->figure = figure;
    image->width = length_from_points(figure->width);
    image->height = length_from_points(figure->height);
    return image;
}

const AreaFigure *
image_figure(const AreaImage *image)
{
    return image->figure;
}

Length
image_width(const AreaImage *image)
{
    return image->width;
}

Length
image_height(const AreaImage *image)
{
    return image->height;
}

gboolean
image_reaches_out(const AreaImage *image)
{
    return image->drawing != NULL;
}

gboolean
image_is_in_pixels(const AreaImage *image)
{
    return image->is_in_pixels;
}

static void
draw_svg(const AreaImage *image, cairo_t *cairo)
{
    const RsvgRectangle viewport = {0, 0, image->across, image->down};
    rsvg_handle_render_document(image->drawing, cairo, &viewport, NULL);
}

static void
draw_surface(const AreaImage *image, cairo_t *cairo)
{
    cairo_set_source_surface(cairo, image->surface, 0, 0);
    /* PDF/A-2, 6.2.8: no interpolation, which cairo asks of the reader by default. */
    cairo_surface_type_t type = cairo_surface_get_type(cairo_get_target(cairo));
    cairo_pattern_set_filter(cairo_get_source(cairo), type == CAIRO_SURFACE_TYPE_PDF
                                                          ? CAIRO_FILTER_NEAREST
                                                          : CAIRO_FILTER_GOOD);
    cairo_rectangle(cairo, 0, 0, image->across, image->down);
    cairo_fill(cairo);
}

void
image_draw(const AreaImage *image, cairo_t *cairo, double x, double y, double width,
           double height)
{
    if (!image->drawing && !image->surface)
        return;
    if (!(width > 0.001 && height > 0.001 && isfinite(width) && isfinite(height)))
        return;
    cairo_save(cairo);
    cairo_translate(cairo, x, y);
    cairo_scale(cairo, width / image->across, height / image->down);
    if (image->drawing)
        draw_svg(image, cairo);
    else
        draw_surface(image, cairo);
    cairo_restore(cairo);
}
