#include "area/area.h"
#include "area/walk.h"

#include <stdarg.h>

enum { TOLERANCE = LENGTH_ROUNDING, MOST_FAULTS = 200 };

typedef struct Check {
    GString *faults;
    int count;
    int page; /* from 1 */
    GHashTable *ids;
} Check;

static void
add_fault(Check *check, const Area *area, const char *format, ...) G_GNUC_PRINTF(3, 4);

static void
add_fault(Check *check, const Area *area, const char *format, ...)
{
    if (check->count++ >= MOST_FAULTS)
        return;
    g_string_append_printf(check->faults, "bladzijde %d: ", check->page);
    if (area->place.file)
        g_string_append_printf(check->faults, "%s:%d: ", area->place.file,
                               area->place.line);
    if (area->source)
        g_string_append_printf(check->faults, "%s: ", area->source);
    va_list arguments;
    va_start(arguments, format);
    g_string_append_vprintf(check->faults, format, arguments);
    va_end(arguments);
    g_string_append_c(check->faults, '\n');
}

/* The parent's rectangle in the frame of its children. */
static void
frame_size(const Area *parent, gint64 *width, gint64 *height)
{
    gboolean across = parent->turn % 180 != 0;
    *width = across ? parent->height : parent->width;
    *height = across ? parent->width : parent->height;
}

static void
check_inside(Check *check, const Area *area)
{
    const Area *parent = area->parent;
    if (!parent || area->hangs || parent->clip || area->kind == AREA_RULE)
        return;
    if (parent->kind == AREA_LINE && parent->u.line.overfull)
        return;
    gint64 width, height;
    frame_size(parent, &width, &height);
    if (area->x < -TOLERANCE || (gint64)area->x + area->width > width + TOLERANCE)
        add_fault(check, area,
                  "van %.2f tot %.2f pt steekt buiten de breedte van %.2f pt",
                  length_points(area->x), length_points(area->x + area->width),
                  (double)width / 1024);
    /* Glyphs and the borders of inlines do not count for a line's height (XSL 1.1, 4.5). */
    if (parent->kind == AREA_LINE || parent->kind == AREA_INLINE)
        return;
    if (area->y < -TOLERANCE || (gint64)area->y + area->height > height + TOLERANCE)
        add_fault(check, area,
                  "van %.2f tot %.2f pt steekt buiten de hoogte van %.2f pt",
                  length_points(area->y), length_points(area->y + area->height),
                  (double)height / 1024);
}

static void
check_lines(Check *check, const Area *line)
{
    const Area *next = line->next;
    if (!next || next->kind != AREA_LINE || line->hangs || next->hangs)
        return;
    if (next->y < line->y)
        add_fault(check, next, "de regel op %.2f pt volgt op die op %.2f pt",
                  length_points(next->y), length_points(line->y));
    else if ((gint64)line->y + line->height > (gint64)next->y + TOLERANCE)
        add_fault(check, next,
                  "de regel op %.2f pt staat op de vorige, die tot %.2f pt loopt",
                  length_points(next->y), length_points(line->y + line->height));
}

/* Clusters go up with the text, or down where it runs from right to left, from its start. */
static gboolean
clusters_cover(const PangoGlyphString *glyphs, int length, gboolean backwards)
{
    int previous = 0;
    for (int i = 0; i < glyphs->num_glyphs; i++) {
        int glyph = backwards ? glyphs->num_glyphs - 1 - i : i;
        int cluster = glyphs->log_clusters[glyph];
        if ((i == 0 && cluster != 0) || cluster < previous || cluster > length)
            return FALSE;
        previous = cluster;
    }
    return TRUE;
}

static void
check_text(Check *check, const Area *area)
{
    const PangoGlyphString *glyphs = area->u.text.glyphs;
    int length = area->u.text.length;
    if (!glyphs || !area->u.text.font || (length > 0 && !area->u.text.text)) {
        add_fault(check, area, "tekst zonder tekens, glyfen of lettertype");
        return;
    }
    if (!g_utf8_validate_len(area->u.text.text, (gsize)length, NULL))
        add_fault(check, area, "de tekst is geen UTF-8");
    if (length > 0 && glyphs->num_glyphs == 0)
        add_fault(check, area, "tekst zonder glyfen: “%.*s”", length,
                  area->u.text.text);
    else if (!clusters_cover(glyphs, length, area->u.text.level & 1))
        add_fault(check, area, "de glyfen dekken de tekst niet: “%.*s”", length,
                  area->u.text.text);
    gint64 width = 0;
    for (int i = 0; i < glyphs->num_glyphs; i++)
        width += glyphs->glyphs[i].geometry.width;
    if (ABS(width - area->width) > TOLERANCE)
        add_fault(check, area, "de glyfen zijn %.2f pt breed, het vlak %.2f pt",
                  (double)width / 1024, length_points(area->width));
}

static gboolean
is_leaf(AreaKind kind)
{
    return kind == AREA_TEXT || kind == AREA_RULE || kind == AREA_IMAGE;
}

static void
check_area(Check *check, const Area *area)
{
    if (area->width < 0 || area->height < 0)
        add_fault(check, area, "negatieve maat: %.2f bij %.2f pt",
                  length_points(area->width), length_points(area->height));
    if (is_leaf(area->kind) && area->first)
        add_fault(check, area, "een blad van de boom heeft kinderen");
    if (area->parent && area->parent->kind == AREA_PAGE && area->kind != AREA_REGION)
        add_fault(check, area, "staat op de bladzijde buiten een gebied");
    if (area->id && !g_hash_table_add(check->ids, (gpointer)area->id))
        add_fault(check, area, "de id “%s” staat er twee keer", area->id);
    check_inside(check, area);
    if (area->kind == AREA_LINE)
        check_lines(check, area);
    if (area->kind == AREA_TEXT)
        check_text(check, area);
}

char *
area_check(const AreaDocument *document)
{
    g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
    Check check = {.faults = g_string_new(NULL), .ids = ids};
    for (guint i = 0; i < document->pages->len; i++) {
        check.page = (int)i + 1;
        g_auto(AreaWalk) walk =
            area_walk_begin(g_ptr_array_index(document->pages, i), AREA_IDENTITY);
        while (area_walk_next(&walk))
            if (!walk.leaving)
                check_area(&check, walk.area);
    }
    if (check.count > MOST_FAULTS)
        g_string_append_printf(check.faults, "en nog %d\n", check.count - MOST_FAULTS);
    return g_string_free(check.faults, check.count == 0);
}
