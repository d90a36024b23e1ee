#include "render/glyphs.h"

#include <string.h>

struct GlyphDrawer {
    Canvas *canvas;
    PangoFont *font;     /* of the last text, or NULL */
    unsigned long space; /* its glyph of the space; 0: it has none */

    /* The stretch that is being drawn. */
    double y;     /* of its baseline */
    double scale; /* of its size to the font's */
    cairo_glyph_t *glyphs;
    cairo_text_cluster_t *clusters; /* in the order of the text */
    double *positions;              /* x of each glyph of the text */
    int glyph_count, cluster_count, room;
    GString *text;
    GArray *missing; /* PathPiece: a frame for each glyph that no font has */
};

GlyphDrawer *
glyph_drawer_new(Canvas *canvas)
{
    GlyphDrawer *drawer = g_new0(GlyphDrawer, 1);
    drawer->canvas = canvas;
    drawer->missing = g_array_new(FALSE, FALSE, sizeof(PathPiece));
    drawer->text = g_string_new(NULL);
    return drawer;
}

void
glyph_drawer_free(GlyphDrawer *drawer)
{
    g_free(drawer->glyphs);
    g_free(drawer->clusters);
    g_free(drawer->positions);
    g_array_unref(drawer->missing);
    g_string_free(drawer->text, TRUE);
    g_free(drawer);
}

static void
take_font(GlyphDrawer *drawer, PangoFont *font)
{
    if (drawer->font == font)
        return;
    hb_codepoint_t space = 0;
    hb_font_t *opened = font ? pango_font_get_hb_font(font) : NULL;
    if (!opened || !hb_font_get_nominal_glyph(opened, ' ', &space))
        space = 0;
    drawer->font = font;
    drawer->space = space;
}

/* What a reader may be told of a character (PDF/A-2, 6.2.11.7; PDF/UA-1, 7.21.7): nothing
 * private, nothing that is no character. 0: it is not told. */
static gunichar
told_character(gunichar c)
{
    if (g_unichar_isspace(c) && c < 0x2000)
        return ' ';
    switch (g_unichar_type(c)) {
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_UNASSIGNED:
    case G_UNICODE_SURROGATE:
        return 0xFFFD;
    case G_UNICODE_CONTROL:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
        return ' ';
    default:
        return c == 0xFEFF ? 0 : c;
    }
}

/* Appends the characters of a cluster that are told; returns how many bytes. */
static int
append_told(GString *string, const char *text, int length)
{
    if (length == 1 && g_ascii_isgraph(*text)) { /* most are */
        g_string_append_c(string, *text);
        return 1;
    }
    gsize start = string->len;
    const char *end = text + length;
    while (text < end) {
        gunichar c = g_utf8_get_char_validated(text, end - text);
        gboolean valid = c != (gunichar)-1 && c != (gunichar)-2;
        gunichar told = valid ? told_character(c) : 0xFFFD;
        if (told)
            g_string_append_unichar(string, told);
        text = valid ? g_utf8_next_char(text) : text + 1;
    }
    return (int)(string->len - start);
}

static void
append_glyph(GlyphDrawer *drawer, unsigned long index, double x, double y)
{
    drawer->glyphs[drawer->glyph_count++] = (cairo_glyph_t){index, x, y};
}

static void
append_cluster(GlyphDrawer *drawer, int bytes, int glyphs)
{
    drawer->clusters[drawer->cluster_count++] = (cairo_text_cluster_t){bytes, glyphs};
}

/* Characters that show nothing and mean nothing once lines are broken. */
static gboolean
is_silent(const char *text, int length)
{
    for (const char *p = text; p < text + length; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char_validated(p, text + length - p);
        GUnicodeType type = c >= 0x110000 ? G_UNICODE_UNASSIGNED : g_unichar_type(c);
        if (g_unichar_isspace(c) ||
            (type != G_UNICODE_FORMAT && type != G_UNICODE_CONTROL &&
             type != G_UNICODE_NON_SPACING_MARK))
            return FALSE;
    }
    return TRUE;
}

/* A glyph that no font has: a frame of its width. */
static void
append_missing(GlyphDrawer *drawer, double x, double y, double width)
{
    path_add_rectangle(drawer->missing, x + width * 0.1, y - width, width * 0.8, width);
}

/* Adds the glyphs first … last of a cluster. Characters without a glyph of their own are told
 * by a space, which has no ink. */
static void
add_cluster(GlyphDrawer *drawer, const PangoGlyphString *string, int first, int last,
            const char *text, int length)
{
    const double *positions = drawer->positions;
    int before = drawer->glyph_count;
    double unit = drawer->scale / PANGO_SCALE;
    for (int i = first; i <= last; i++) {
        const PangoGlyphInfo *info = &string->glyphs[i];
        double x = positions[i] + info->geometry.x_offset * unit;
        double y = drawer->y + info->geometry.y_offset * unit;
        if (info->glyph == PANGO_GLYPH_EMPTY)
            continue;
        if (info->glyph == 0 || info->glyph & PANGO_GLYPH_UNKNOWN_FLAG)
            append_missing(drawer, x, y, info->geometry.width * unit);
        else
            append_glyph(drawer, info->glyph, x, y);
    }
    int added = drawer->glyph_count - before;
    if (added == 0) {
        if (length == 0 || is_silent(text, length) || drawer->space == 0)
            return;
        append_glyph(drawer, drawer->space, positions[first], drawer->y);
        added = 1;
    }
    /* Many spaces share one glyph, which can tell of one character only without a
     * replacement text around each use. */
    gboolean is_space = added == 1 && drawer->glyphs[before].index == drawer->space &&
                        g_unichar_isspace(g_utf8_get_char_validated(text, length));
    if (is_space)
        append_cluster(drawer, append_told(drawer->text, " ", 1), 1);
    else
        append_cluster(drawer, append_told(drawer->text, text, length), added);
}

static int
cluster_start(const Area *text, int glyph)
{
    int start = text->u.text.glyphs->log_clusters[glyph];
    return CLAMP(start, 0, text->u.text.length);
}

/* Adds all clusters in the order of the text: from the last glyph where it runs from right
 * to left. The first cluster takes what stands before it; a hyphen that the text has not
 * is a cluster of its own, told as U+00AD so that the word stays whole. */
static void
add_clusters(GlyphDrawer *drawer, const Area *text)
{
    const PangoGlyphString *string = text->u.text.glyphs;
    gboolean backwards = text->u.text.level & 1;
    int count = string->num_glyphs - (text->u.text.hyphen && string->num_glyphs > 0);
    int offset = backwards ? string->num_glyphs - 1 : 0, step = backwards ? -1 : 1;
    int done = 0; /* bytes of the text */
    for (int i = 0; i < count;) {
        int next = i + 1, start = cluster_start(text, offset + step * i);
        while (next < count && cluster_start(text, offset + step * next) <= start)
            next++;
        int end = next < count ? cluster_start(text, offset + step * next)
                               : text->u.text.length;
        int first = offset + step * i, last = offset + step * (next - 1);
        add_cluster(drawer, string, MIN(first, last), MAX(first, last),
                    text->u.text.text + done, end - done);
        done = end;
        i = next;
    }
    if (count < string->num_glyphs) {
        int hyphen = offset + step * count;
        add_cluster(drawer, string, hyphen, hyphen, "\xC2\xAD", 2);
    }
}

static void
draw_missing(GlyphDrawer *drawer, AreaColour colour)
{
    const CanvasPen pen = {.width = 0.5};
    drawer->canvas->methods->draw_path(drawer->canvas, drawer->missing, colour, &pen);
    g_array_set_size(drawer->missing, 0);
}

static void
show(GlyphDrawer *drawer, const Area *area)
{
    const CanvasText text = {.font = area->u.text.font,
                             .expansion = area->u.text.expansion,
                             .scale = drawer->scale,
                             .colour = area->u.text.colour,
                             .glyphs = drawer->glyphs,
                             .glyph_count = drawer->glyph_count,
                             .clusters = drawer->clusters,
                             .cluster_count = drawer->cluster_count,
                             .text = drawer->text->str,
                             .length = (int)drawer->text->len};
    drawer->canvas->methods->draw_text(drawer->canvas, &text);
}

static void
add_space(GlyphDrawer *drawer, double x)
{
    if (drawer->space == 0)
        return;
    append_glyph(drawer, drawer->space, x, drawer->y);
    append_cluster(drawer, 1, 1);
    g_string_append_c(drawer->text, ' ');
}

/* No cluster adds more glyphs than the text has for it; two spaces come besides. */
static void
begin_stretch(GlyphDrawer *drawer, int glyph_count, double y, double scale)
{
    if (drawer->room < glyph_count + 2) {
        drawer->room = MAX(glyph_count + 2, 2 * drawer->room);
        drawer->glyphs = g_renew(cairo_glyph_t, drawer->glyphs, drawer->room);
        drawer->clusters =
            g_renew(cairo_text_cluster_t, drawer->clusters, drawer->room);
        drawer->positions = g_renew(double, drawer->positions, drawer->room);
    }
    drawer->glyph_count = drawer->cluster_count = 0;
    g_string_truncate(drawer->text, 0);
    drawer->y = y;
    drawer->scale = scale;
}

void
glyphs_draw(GlyphDrawer *drawer, const Area *text, double x, double y, double scale,
            GlyphSpaces spaces)
{
    const PangoGlyphString *string = text->u.text.glyphs;
    if (!string || !text->u.text.font)
        return;
    take_font(drawer, text->u.text.font);
    begin_stretch(drawer, string->num_glyphs, y, scale);
    double unit = scale / PANGO_SCALE;
    gint64 advance = 0;
    for (int i = 0; i < string->num_glyphs; i++) {
        drawer->positions[i] = x + (double)advance * unit;
        advance += string->glyphs[i].geometry.width;
    }
    gboolean backwards = text->u.text.level & 1;
    if (spaces.before > 0 && !backwards)
        add_space(drawer, x - spaces.before);
    add_clusters(drawer, text);
    if (spaces.after)
        add_space(drawer, backwards ? x : x + (double)advance * unit);
    if (drawer->glyph_count > 0)
        show(drawer, text);
    if (drawer->missing->len > 0)
        draw_missing(drawer, text->u.text.colour);
}

gboolean
glyphs_space_follows(const Area *text)
{
    int length = text->u.text.length;
    if (text->u.text.hyphen || length <= 0)
        return FALSE;
    const char *start = text->u.text.text;
    const char *last = g_utf8_find_prev_char(start, start + length);
    if (!last)
        return FALSE;
    gunichar c = g_utf8_get_char_validated(last, start + length - last);
    if (c >= 0x110000 || g_unichar_isspace(c) || g_unichar_iswide(c))
        return FALSE;
    if (c != '-' && c != 0x2010 && c != '/')
        return TRUE;
    /* A hyphen within a word is a place to break; one that stands alone is not. */
    const char *previous = g_utf8_find_prev_char(start, last);
    return previous && !g_unichar_isalnum(g_utf8_get_char(previous));
}
