#include "text/shape.h"
#include "text/itemize.h"

#include <string.h>

enum {
    LONGEST_KEPT = 96,  /* bytes of a word in the cache */
    MOST_KEPT = 200000, /* words in the cache */
    MOST_MISSING = 100  /* characters told of one word */
};

static guint
shape_hash(gconstpointer pointer)
{
    const Shape *shape = pointer;
    guint hash = 2166136261u ^ (guint)((gsize)shape->face >> 4);
    for (int i = 0; i < shape->length; i++)
        hash = (hash ^ (guint8)shape->characters[i]) * 16777619u;
    return hash ^ (guint)shape->right_to_left;
}

static gboolean
shape_equal(gconstpointer a, gconstpointer b)
{
    const Shape *left = a, *right = b;
    return left->length == right->length && left->face == right->face &&
           left->right_to_left == right->right_to_left &&
           memcmp(left->characters, right->characters, (gsize)left->length) == 0;
}

GHashTable *
shape_table_new(void)
{
    return g_hash_table_new(shape_hash, shape_equal);
}

static void
add_missing(Text *text, gunichar character)
{
    g_array_append_val(text->missing, character);
}

/* Shapes an item into text->glyphs. */
static void
shape_item(Text *text, const Shape *shape, const Item *item)
{
    PangoAnalysis analysis = {.font = item->font,
                              .level = shape->right_to_left ? 1 : 0,
                              .script = (guint8)item->script,
                              .language = shape->face->language,
                              .extra_attrs = shape->face->attributes};
    if (item->instead) {
        char instead[7] = {0};
        add_missing(text, g_utf8_get_char(shape->characters + item->start));
        int length = g_unichar_to_utf8(item->instead, instead);
        pango_shape_full(instead, length, instead, length, &analysis, text->glyphs);
        for (int i = 0; i < text->glyphs->num_glyphs; i++)
            text->glyphs->log_clusters[i] = 0;
        return;
    }
    pango_shape_full(shape->characters + item->start, item->length, shape->characters,
                     shape->length, &analysis, text->glyphs);
}

/* Copies the glyphs that are seen. A character without one belongs to the glyph before it,
 * as the clusters of a run cover all of its text. */
static void
take_glyphs(Text *text, Arena *arena, const Item *item, ShapeRun *run)
{
    const PangoGlyphString *glyphs = text->glyphs;
    run->font = item->font;
    run->start = item->start;
    run->length = item->length;
    run->glyphs = arena_array(arena, PangoGlyphInfo, glyphs->num_glyphs);
    run->clusters = arena_array(arena, int, glyphs->num_glyphs);
    int first = G_MAXINT;
    for (int i = 0; i < glyphs->num_glyphs; i++) {
        PangoGlyph glyph = glyphs->glyphs[i].glyph;
        if (glyph & PANGO_GLYPH_UNKNOWN_FLAG)
            add_missing(text, glyph & ~PANGO_GLYPH_UNKNOWN_FLAG);
        if (glyph == PANGO_GLYPH_EMPTY || (glyph & PANGO_GLYPH_UNKNOWN_FLAG))
            continue;
        run->glyphs[run->glyph_count] = glyphs->glyphs[i];
        run->clusters[run->glyph_count++] = item->start + glyphs->log_clusters[i];
        first = MIN(first, item->start + glyphs->log_clusters[i]);
    }
    for (int i = 0; i < run->glyph_count; i++)
        if (run->clusters[i] == first)
            run->clusters[i] = item->start;
}

/* Characters of a run that shows nothing belong to the glyphs beside it, as in a run. */
static void
join_blank_runs(Shape *shape)
{
    int kept = 0;
    for (int r = 0; r < shape->run_count; r++) {
        ShapeRun *run = &shape->runs[r];
        ShapeRun *before = kept > 0 ? &shape->runs[kept - 1] : NULL;
        if (before && run->glyph_count == 0) {
            before->length += run->length;
            continue;
        }
        if (before && before->glyph_count == 0) {
            for (int i = 0; i < run->glyph_count; i++)
                if (run->clusters[i] == run->start)
                    run->clusters[i] = before->start;
            run->length += before->length;
            run->start = before->start;
            kept--;
        }
        shape->runs[kept++] = *run;
    }
    shape->run_count = kept;
}

static gboolean
ends_cluster(const ShapeRun *run, int glyph)
{
    return glyph + 1 == run->glyph_count ||
           run->clusters[glyph + 1] != run->clusters[glyph];
}

/* Letter spacing stands between the letters of a word, not behind the last one. However
 * negative, it moves no letter behind the one before it. */
static void
space_letters(Shape *shape)
{
    Length spacing = shape->face->letter_spacing;
    for (int r = 0; r < shape->run_count && spacing != 0; r++) {
        ShapeRun *run = &shape->runs[r];
        int last_run = shape->right_to_left ? 0 : shape->run_count - 1;
        for (int i = 0; i < run->glyph_count; i++)
            if (ends_cluster(run, i) && !(r == last_run && i + 1 == run->glyph_count))
                run->glyphs[i].geometry.width =
                    MAX(run->glyphs[i].geometry.width + spacing, 0);
    }
}

static void
note_missing(Text *text, Arena *arena, Shape *shape)
{
    guint count = MIN(text->missing->len, MOST_MISSING);
    if (count == 0)
        return;
    shape->missing = arena_array(arena, gunichar, count + 1);
    memcpy(shape->missing, text->missing->data, count * sizeof(gunichar));
}

/* Shapes text->items. */
static const Shape *
shape_items(Text *text, Arena *arena, Shape *shape)
{
    g_array_set_size(text->missing, 0);
    shape->run_count = (int)text->items->len;
    shape->runs = arena_array(arena, ShapeRun, shape->run_count);
    for (int i = 0; i < shape->run_count; i++) {
        const Item *item = &g_array_index(text->items, Item, i);
        shape_item(text, shape, item);
        take_glyphs(text, arena, item, &shape->runs[i]);
    }
    join_blank_runs(shape);
    space_letters(shape);
    for (int r = 0; r < shape->run_count; r++) {
        ShapeRun *run = &shape->runs[r];
        for (int i = 0; i < run->glyph_count; i++)
            run->width = length_sum(run->width, run->glyphs[i].geometry.width);
        shape->width = length_sum(shape->width, run->width);
    }
    note_missing(text, arena, shape);
    return shape;
}

static Shape *
shape_copy(Arena *arena, const Shape *key)
{
    Shape *shape = arena_new0(arena, Shape);
    *shape = *key;
    shape->characters = arena_strndup(arena, key->characters, (gsize)key->length);
    return shape;
}

static const Shape *
shape_new(Text *text, Arena *arena, const Shape *key)
{
    Shape *shape = shape_copy(arena, key);
    itemize(text, shape->face, shape->characters, shape->length);
    return shape_items(text, arena, shape);
}

const Shape *
shape_in_font(Text *text, const Face *face, PangoFont *font, const char *characters,
              int length, Arena *arena)
{
    Shape key = {.face = face, .characters = characters, .length = length};
    Item item = {.length = length, .font = font, .script = G_UNICODE_SCRIPT_LATIN};
    g_array_set_size(text->items, 0);
    g_array_append_val(text->items, item);
    return shape_items(text, arena, shape_copy(arena, &key));
}

const Shape *
shape_word(Text *text, const Face *face, gboolean right_to_left, const char *characters,
           int length, Arena *arena)
{
    Shape key = {.face = face,
                 .characters = characters,
                 .length = length,
                 .right_to_left = right_to_left};
    if (length > LONGEST_KEPT)
        return shape_new(text, arena, &key);
    Shape *known = g_hash_table_lookup(text->shapes, &key);
    if (known)
        return known;
    if (g_hash_table_size(text->shapes) >= MOST_KEPT)
        return shape_new(text, arena, &key);
    const Shape *shape = shape_new(text, text->arena, &key);
    g_hash_table_add(text->shapes, (gpointer)shape);
    return shape;
}

/* Spreads a cluster's width over its bytes. */
static void
spread(gint64 *positions, int start, int end, gint64 before, gint64 width)
{
    for (int i = start; i < end; i++)
        positions[i] = before + width * (i - start) / (end - start);
}

void
shape_positions(const Shape *shape, gint64 *positions)
{
    gint64 before = 0;
    for (int r = 0; r < shape->run_count; r++) {
        const ShapeRun *run = &shape->runs[r];
        int count = run->glyph_count, step = shape->right_to_left ? -1 : 1;
        int glyph = shape->right_to_left ? count - 1 : 0;
        int start = run->start;
        while (glyph >= 0 && glyph < count) {
            gint64 width = 0;
            int cluster = run->clusters[glyph];
            for (; glyph >= 0 && glyph < count && run->clusters[glyph] == cluster;
                 glyph += step)
                width += run->glyphs[glyph].geometry.width;
            gboolean last = glyph < 0 || glyph >= count;
            int end = last ? run->start + run->length : run->clusters[glyph];
            spread(positions, start, end, before, width);
            before += width;
            start = MAX(start, end);
        }
        spread(positions, start, run->start + run->length, before, 0);
    }
    positions[shape->length] = before;
}

Length
run_width(const ShapeRun *run, int expansion)
{
    Length width = 0;
    if (expansion == 0)
        return run->width;
    for (int i = 0; i < run->glyph_count; i++)
        width = length_sum(width, expanded(run->glyphs[i].geometry.width, expansion));
    return width;
}

Length
shape_width(const Shape *shape, int expansion)
{
    Length width = 0;
    for (int r = 0; r < shape->run_count; r++)
        width = length_sum(width, run_width(&shape->runs[r], expansion));
    return width;
}

void
shape_report(const Shape *shape, const Place *place, Diag *diag)
{
    for (const gunichar *at = shape->missing; at && *at; at++) {
        if (g_unichar_isprint(*at)) {
            char character[7] = {0};
            g_unichar_to_utf8(*at, character);
            diag_report(diag, place, DIAG_GLYPH_MISSING,
                        "“%s” (U+%04X) staat in geen van de lettertypen", character,
                        *at);
        } else {
            diag_report(diag, place, DIAG_GLYPH_MISSING,
                        "teken U+%04X staat in geen van de lettertypen", *at);
        }
    }
}
