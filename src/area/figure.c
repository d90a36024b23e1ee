#include "area/figure.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

/* The place and size of an element, in its units; NAN: not said. */
typedef struct Geometry {
    double x, y, width, height, rx, ry, cx, cy, r, x1, y1, x2, y2;
    const char *path;
} Geometry;

/* Of an element that is open. */
typedef struct Level {
    FigureStyle style;
    double x, y; /* where its origin is, in units of the drawing */
} Level;

typedef struct Reader {
    Arena *arena;
    AreaFigure *figure;
    GArray *items;  /* FigureItem */
    GArray *levels; /* Level */
    double scale;   /* points a unit */
    char *prefix;   /* of the names of SVG's elements; "": none */
    GString *text;  /* of the text that is open */
    double text_x, text_y;
    gboolean in_text;
} Reader;

/* ---- Values ---- */

/* What C reads as a number besides, hexadecimal and infinite ones, is none here. */
static gboolean
read_number(const char *value, double *number)
{
    char *end;
    *number = g_ascii_strtod(value, &end);
    return end > value && *end == '\0' && !strpbrk(value, "xXnN") && *number > -1e6 &&
           *number < 1e6;
}

static int
hexadecimal(const char *digit)
{
    return g_ascii_xdigit_value(*digit);
}

/* "none", "#rgb" and "#rrggbb". */
static gboolean
read_colour(const char *value, AreaColour *colour)
{
    gsize length = strlen(value);
    if (strcmp(value, "none") == 0) {
        *colour = (AreaColour){0};
        return TRUE;
    }
    if (*value != '#' || (length != 4 && length != 7) ||
        strspn(value + 1, "0123456789abcdefABCDEF") != length - 1)
        return FALSE;
    guint8 parts[3];
    for (int i = 0; i < 3; i++)
        parts[i] = (guint8)(length == 4 ? hexadecimal(value + 1 + i) * 17
                                        : hexadecimal(value + 1 + 2 * i) * 16 +
                                              hexadecimal(value + 2 + 2 * i));
    *colour = (AreaColour){parts[0], parts[1], parts[2], 255};
    return TRUE;
}

/* The index of value in names, which end with NULL; -1: it is not there. */
static int
index_of(const char *value, const char *const *names)
{
    for (int i = 0; names[i]; i++)
        if (strcmp(value, names[i]) == 0)
            return i;
    return -1;
}

static gboolean
read_index(const char *value, const char *const *names, int *index)
{
    *index = index_of(value, names);
    return *index >= 0;
}

static gboolean
read_size(const char *value, double *points)
{
    char *end;
    double number = g_ascii_strtod(value, &end);
    Length length;
    if (end == value || !length_from_unit(number, *end ? end : "px", &length))
        return FALSE;
    *points = length_points(length);
    return *points > 0;
}

/* "translate(x y)". */
static gboolean
read_transform(Level *level, const char *value)
{
    double x, y = 0;
    char *end;
    if (!g_str_has_prefix(value, "translate("))
        return FALSE;
    const char *start = value + strlen("translate(");
    x = g_ascii_strtod(start, &end);
    if (end == start)
        return FALSE;
    end += strspn(end, " ,");
    if (*end != ')') {
        start = end;
        y = g_ascii_strtod(start, &end);
        if (end == start)
            return FALSE;
    }
    level->x += x;
    level->y += y;
    return strcmp(end, ")") == 0 && fabs(level->x) < 1e6 && fabs(level->y) < 1e6;
}

/* ---- Attributes ---- */

typedef enum Taken { TAKEN, NOT_MINE, REFUSED } Taken;

static Taken
taken(gboolean is_read)
{
    return is_read ? TAKEN : REFUSED;
}

static Taken
take_text_style(FigureStyle *style, const char *name, const char *value)
{
    static const char *const anchors[] = {"start", "middle", "end", NULL};
    static const char *const weights[] = {"normal", "bold", "400", "700", NULL};
    static const char *const slants[] = {"normal", "oblique", "italic", NULL};
    int index;
    if (strcmp(name, "text-anchor") == 0) {
        if (!read_index(value, anchors, &index))
            return REFUSED;
        style->anchor = (FigureAnchor)index;
    } else if (strcmp(name, "font-weight") == 0) {
        if (!read_index(value, weights, &index))
            return REFUSED;
        style->weight = index % 2 ? 700 : 400;
    } else if (strcmp(name, "font-style") == 0) {
        if (!read_index(value, slants, &index))
            return REFUSED;
        style->slant = (PangoStyle)index;
    } else {
        return NOT_MINE;
    }
    return TAKEN;
}

/* What children inherit. */
static Taken
take_style(const Reader *reader, FigureStyle *style, const char *name,
           const char *value)
{
    static const char *const caps[] = {"butt", "round", NULL};
    double number;
    if (strcmp(name, "fill") == 0)
        return taken(read_colour(value, &style->fill));
    if (strcmp(name, "stroke") == 0)
        return taken(read_colour(value, &style->stroke));
    if (strcmp(name, "stroke-linecap") == 0)
        return taken(read_index(value, caps, &style->round_caps));
    if (strcmp(name, "stroke-width") == 0 || strcmp(name, "font-size") == 0) {
        if (!read_number(value, &number) || number < 0)
            return REFUSED;
        *(*name == 's' ? &style->stroke_width : &style->size) = number * reader->scale;
        return TAKEN;
    }
    if (strcmp(name, "font-family") == 0)
        style->family = arena_strdup(reader->arena, value);
    else if (strcmp(name, "xml:lang") == 0)
        style->language = arena_strdup(reader->arena, value);
    else
        return take_text_style(style, name, value);
    return TAKEN;
}

static Taken
take_geometry(Geometry *geometry, const char *name, const char *value)
{
    static const struct {
        const char *name;
        gsize offset;
    } numbers[] = {
        {"x", offsetof(Geometry, x)},         {"y", offsetof(Geometry, y)},
        {"width", offsetof(Geometry, width)}, {"height", offsetof(Geometry, height)},
        {"rx", offsetof(Geometry, rx)},       {"ry", offsetof(Geometry, ry)},
        {"cx", offsetof(Geometry, cx)},       {"cy", offsetof(Geometry, cy)},
        {"r", offsetof(Geometry, r)},         {"x1", offsetof(Geometry, x1)},
        {"y1", offsetof(Geometry, y1)},       {"x2", offsetof(Geometry, x2)},
        {"y2", offsetof(Geometry, y2)}};
    if (strcmp(name, "d") == 0) {
        geometry->path = value;
        return TAKEN;
    }
    for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++)
        if (strcmp(name, numbers[i].name) == 0)
            return taken(read_number(
                value, (double *)(void *)((char *)geometry + numbers[i].offset)));
    return NOT_MINE;
}

static gboolean
is_namespace(const char *name)
{
    return strcmp(name, "xmlns") == 0 || g_str_has_prefix(name, "xmlns:") ||
           strcmp(name, "version") == 0;
}

static gboolean
take_attributes(const Reader *reader, Level *level, Geometry *geometry,
                const char **names, const char **values)
{
    for (int i = 0; names[i]; i++) {
        if (is_namespace(names[i]))
            continue;
        Taken result = take_geometry(geometry, names[i], values[i]);
        if (result == NOT_MINE)
            result = take_style(reader, &level->style, names[i], values[i]);
        if (result == NOT_MINE && strcmp(names[i], "transform") == 0)
            result = taken(read_transform(level, values[i]));
        if (result != TAKEN)
            return FALSE;
    }
    return TRUE;
}

/* ---- Shapes ---- */

/* The quarters of an ellipse by Bézier's curves: this far from the ends of each. */
static const double bend = 0.5522847498;

static void
add_ellipse(GArray *path, double x, double y, double rx, double ry)
{
    double bx = rx * bend, by = ry * bend;
    path_add(path, PATH_MOVE, x + rx, y);
    path_add_curve(path, x + rx, y + by, x + bx, y + ry, x, y + ry);
    path_add_curve(path, x - bx, y + ry, x - rx, y + by, x - rx, y);
    path_add_curve(path, x - rx, y - by, x - bx, y - ry, x, y - ry);
    path_add_curve(path, x + bx, y - ry, x + rx, y - by, x + rx, y);
    path_add(path, PATH_CLOSE, 0, 0);
}

/* SVG 1.1, 9.2. */
static void
add_round_rectangle(GArray *path, const Geometry *g, double rx, double ry)
{
    double x0 = g->x, y0 = g->y, x1 = g->x + g->width, y1 = g->y + g->height;
    double bx = rx * (1 - bend), by = ry * (1 - bend);
    path_add(path, PATH_MOVE, x0 + rx, y0);
    path_add(path, PATH_LINE, x1 - rx, y0);
    path_add_curve(path, x1 - bx, y0, x1, y0 + by, x1, y0 + ry);
    path_add(path, PATH_LINE, x1, y1 - ry);
    path_add_curve(path, x1, y1 - by, x1 - bx, y1, x1 - rx, y1);
    path_add(path, PATH_LINE, x0 + rx, y1);
    path_add_curve(path, x0 + bx, y1, x0, y1 - by, x0, y1 - ry);
    path_add(path, PATH_LINE, x0, y0 + ry);
    path_add_curve(path, x0, y0 + by, x0 + bx, y0, x0 + rx, y0);
    path_add(path, PATH_CLOSE, 0, 0);
}

static void
add_rectangle(GArray *path, const Geometry *g)
{
    double rx = isnan(g->rx) ? g->ry : g->rx, ry = isnan(g->ry) ? g->rx : g->ry;
    rx = isnan(rx) ? 0 : MIN(rx, g->width / 2);
    ry = isnan(ry) ? 0 : MIN(ry, g->height / 2);
    if (!(g->width > 0 && g->height > 0))
        return;
    if (rx > 0 && ry > 0)
        add_round_rectangle(path, g, rx, ry);
    else
        path_add_rectangle(path, g->x, g->y, g->width, g->height);
}

/* From units to points, x + by_x and so on. */
static void
place(GArray *path, double by_x, double by_y, double scale)
{
    for (guint i = 0; i < path->len; i++) {
        PathPiece *piece = &g_array_index(path, PathPiece, i);
        piece->x = (piece->x + by_x) * scale;
        piece->y = (piece->y + by_y) * scale;
        piece->width *= scale;
        piece->height *= scale;
        for (int j = 0; j < 4; j++)
            piece->control[j] = (piece->control[j] + (j % 2 ? by_y : by_x)) * scale;
    }
}

/* FALSE where the element is no shape, or one that is not read. */
static gboolean
add_shape(Reader *reader, const char *name, const Level *level, const Geometry *g)
{
    GArray *path = g_array_new(FALSE, FALSE, sizeof(PathPiece));
    arena_own(reader->arena, path, (GDestroyNotify)g_array_unref);
    FigureItem item = {.style = level->style, .path = path};
    if (strcmp(name, "rect") == 0) {
        if (g->rx < 0 || g->ry < 0)
            return FALSE;
        add_rectangle(path, g);
    } else if (strcmp(name, "circle") == 0) {
        if (g->r > 0)
            add_ellipse(path, g->cx, g->cy, g->r, g->r);
    } else if (strcmp(name, "line") == 0) {
        path_add(path, PATH_MOVE, g->x1, g->y1);
        path_add(path, PATH_LINE, g->x2, g->y2);
        item.style.fill.alpha = 0; /* a PDF would show it, a hair thin */
    } else if (strcmp(name, "path") != 0 || !g->path ||
               !figure_read_path(path, g->path)) {
        return FALSE;
    }
    place(path, level->x, level->y, reader->scale);
    if (path->len > 0)
        g_array_append_val(reader->items, item);
    return TRUE;
}

/* ---- The document ---- */

static const Level *
level_of(const Reader *reader)
{
    return &g_array_index(reader->levels, Level, reader->levels->len - 1);
}

static gboolean
read_box(const char *value, double box[4])
{
    for (int i = 0; i < 4; i++) {
        char *end;
        box[i] = g_ascii_strtod(value, &end);
        if (end == value)
            return FALSE;
        value = end + strspn(end, " ,");
    }
    return *value == '\0';
}

/* Width and height say how large the drawing is, viewBox what is in it (SVG 1.1, 7.7); both
 * have the same proportions. */
static gboolean
begin_figure(Reader *reader, Level *level, const char **names, const char **values)
{
    double box[4] = {0}, width = 0, height = 0;
    gboolean has_box = FALSE;
    for (int i = 0; names[i]; i++) {
        if (strcmp(names[i], "width") == 0) {
            if (!read_size(values[i], &width))
                return FALSE;
        } else if (strcmp(names[i], "height") == 0) {
            if (!read_size(values[i], &height))
                return FALSE;
        } else if (strcmp(names[i], "viewBox") == 0) {
            has_box = read_box(values[i], box);
            if (!has_box)
                return FALSE;
        } else if (!is_namespace(names[i]) &&
                   take_style(reader, &level->style, names[i], values[i]) != TAKEN) {
            return FALSE;
        }
    }
    reader->scale = has_box && box[2] > 0 ? width / box[2] : 0.75;
    reader->figure->width = width;
    reader->figure->height = height;
    level->x = -box[0];
    level->y = -box[1];
    level->style.size *= reader->scale;
    level->style.stroke_width *= reader->scale;
    return width > 0 && height > 0 && fabs(level->x) < 1e6 && fabs(level->y) < 1e6 &&
           reader->scale > 1e-3 && reader->scale < 1e3 &&
           (!has_box || fabs(box[3] * reader->scale - height) < 0.01);
}

/* The part before the colon, or "". */
static char *
prefix_of(const char *name)
{
    const char *colon = strchr(name, ':');
    return g_strndup(name, colon ? (gsize)(colon - name) : 0);
}

/* Whether the element is SVG's: has the prefix that the outermost binds to it. */
static gboolean
is_of_svg(Reader *reader, const char *name, const char **names, const char **values)
{
    gboolean is_outer = reader->levels->len == 1, is_bound = !is_outer;
    g_autofree char *prefix = prefix_of(name);
    if (is_outer)
        reader->prefix = arena_strdup(reader->arena, prefix);
    g_autofree char *binding = g_strconcat(*prefix ? "xmlns:" : "xmlns", prefix, NULL);
    for (int i = 0; names[i]; i++) {
        if (strcmp(names[i], binding) != 0)
            continue;
        if (strcmp(values[i], "http://www.w3.org/2000/svg") != 0)
            return FALSE;
        is_bound = TRUE;
    }
    return is_bound && strcmp(prefix, reader->prefix) == 0;
}

static gboolean
begin_element(Reader *reader, const char *name, const char **names, const char **values)
{
    enum { DEEPEST = 32 };
    if (reader->in_text || reader->levels->len > DEEPEST ||
        !is_of_svg(reader, name, names, values))
        return FALSE;
    name += *reader->prefix ? strlen(reader->prefix) + 1 : 0;
    Level level = *level_of(reader);
    if (strcmp(name, "svg") == 0) {
        gboolean is_outer = reader->levels->len == 1;
        gboolean begun = is_outer && begin_figure(reader, &level, names, values);
        g_array_append_val(reader->levels, level);
        return begun;
    }
    Geometry geometry = {.rx = NAN, .ry = NAN};
    if (reader->levels->len < 2 ||
        !take_attributes(reader, &level, &geometry, names, values))
        return FALSE;
    g_array_append_val(reader->levels, level);
    if (strcmp(name, "g") == 0)
        return TRUE;
    if (strcmp(name, "text") != 0)
        return add_shape(reader, name, &level, &geometry);
    reader->in_text = TRUE;
    reader->text_x = (geometry.x + level.x) * reader->scale;
    reader->text_y = (geometry.y + level.y) * reader->scale;
    g_string_truncate(reader->text, 0);
    return TRUE;
}

static void
refuse(GError **error)
{
    g_set_error_literal(error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ELEMENT, "");
}

static void
on_start(GMarkupParseContext *context, const char *name, const char **names,
         const char **values, gpointer user, GError **error)
{
    (void)context;
    if (!begin_element(user, name, names, values))
        refuse(error);
}

/* Whether some of it may run from right to left, which one row of glyphs cannot. */
static gboolean
runs_both_ways(const char *text)
{
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if ((c >= 0x590 && c < 0x900) || (c >= 0xFB1D && c < 0xFEFF) ||
            (c >= 0x10800 && c < 0x11000) || (c >= 0x1E800 && c < 0x1F000) ||
            (c >= 0x200E && c < 0x2010) || (c >= 0x202A && c < 0x202F) ||
            (c >= 0x2066 && c < 0x206A))
            return TRUE;
    }
    return FALSE;
}

/* White space at both ends goes, and what is left of it is one space each, as in CSS. */
static char *
collapsed(const Reader *reader)
{
    GString *out = g_string_new(NULL);
    for (const char *p = reader->text->str; *p; p++)
        if (!g_ascii_isspace(*p))
            g_string_append_c(out, *p);
        else if (out->len > 0 && out->str[out->len - 1] != ' ')
            g_string_append_c(out, ' ');
    if (out->len > 0 && out->str[out->len - 1] == ' ')
        g_string_truncate(out, out->len - 1);
    char *text = arena_strdup(reader->arena, out->str);
    g_string_free(out, TRUE);
    return text;
}

static void
on_end(GMarkupParseContext *context, const char *name, gpointer user, GError **error)
{
    (void)context;
    (void)name;
    Reader *reader = user;
    if (reader->in_text) {
        FigureItem item = {.style = level_of(reader)->style,
                           .text = collapsed(reader),
                           .x = reader->text_x,
                           .y = reader->text_y};
        if (!item.style.family || item.style.stroke.alpha || item.style.size <= 0 ||
            runs_both_ways(item.text))
            refuse(error);
        else if (*item.text && item.style.fill.alpha)
            g_array_append_val(reader->items, item);
        reader->in_text = FALSE;
    }
    g_array_set_size(reader->levels, reader->levels->len - 1);
}

static void
on_text(GMarkupParseContext *context, const char *text, gsize length, gpointer user,
        GError **error)
{
    (void)context;
    Reader *reader = user;
    if (reader->in_text) {
        g_string_append_len(reader->text, text, (gssize)length);
        return;
    }
    for (gsize i = 0; i < length; i++)
        if (!g_ascii_isspace(text[i])) {
            refuse(error);
            return;
        }
}

static gboolean
read_all(Reader *reader, const char *svg, gsize length)
{
    static const GMarkupParser parser = {on_start, on_end, on_text, NULL, NULL};
    GMarkupParseContext *context =
        g_markup_parse_context_new(&parser, (GMarkupParseFlags)0, reader, NULL);
    gboolean read = g_markup_parse_context_parse(context, svg, (gssize)length, NULL) &&
                    g_markup_parse_context_end_parse(context, NULL);
    g_markup_parse_context_free(context);
    return read;
}

AreaFigure *
figure_read(Arena *arena, const char *svg, gsize length)
{
    /* What SVG begins with: black, no stroke, lines of one unit. Of text without a size
     * librsvg makes what it does of CSS's medium. */
    const Level first = {
        .style = {.fill = {0, 0, 0, 255}, .stroke_width = 1, .weight = 400}};
    Reader reader = {.arena = arena,
                     .figure = arena_new0(arena, AreaFigure),
                     .items = g_array_new(FALSE, FALSE, sizeof(FigureItem)),
                     .levels = g_array_new(FALSE, FALSE, sizeof(Level)),
                     .scale = 1,
                     .text = g_string_new(NULL)};
    arena_own(arena, reader.items, (GDestroyNotify)g_array_unref);
    g_array_append_val(reader.levels, first);
    gboolean read = read_all(&reader, svg, length) && reader.figure->width > 0;
    reader.figure->items = (FigureItem *)(void *)reader.items->data;
    reader.figure->item_count = (int)reader.items->len;
    g_array_unref(reader.levels);
    g_string_free(reader.text, TRUE);
    return read ? reader.figure : NULL;
}
