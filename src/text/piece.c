#include "text/paragraph.h"

#include <string.h>

/* Glyphs of one font that stand together in a part; or a part without glyphs. */
typedef struct Stretch {
    const Part *part;
    const ShapeRun *run; /* NULL: no glyphs */
    int start, end;      /* bytes of the paragraph's characters */
    Length width;
} Stretch;

typedef struct Joining {
    const Paragraph *paragraph;
    const Part **order; /* parts from left to right */
    GArray *stretches;  /* Stretch, from left to right */
} Joining;

static const Unit *
unit_of(const Joining *joining, const Part *part)
{
    return UNIT(joining->paragraph, part->unit);
}

static const Element *
element_of(const Joining *joining, const Part *part)
{
    return ELEMENT(joining->paragraph, unit_of(joining, part)->element);
}

static void
reverse(const Part **order, int from, int to)
{
    for (to--; from < to; from++, to--) {
        const Part *part = order[from];
        order[from] = order[to];
        order[to] = part;
    }
}

/* UAX 9, L2: from the highest level down to the lowest odd one, what stands on it or above
 * is reversed. */
static void
reorder(const Part **order, int count)
{
    int highest = 0, lowest = G_MAXINT;
    for (int i = 0; i < count; i++) {
        highest = MAX(highest, order[i]->level);
        if (order[i]->level & 1)
            lowest = MIN(lowest, order[i]->level);
    }
    for (int level = highest; level >= lowest; level--)
        for (int from = 0; from < count; from++) {
            int to = from;
            while (to < count && order[to]->level >= level)
                to++;
            reverse(order, from, to);
            from = MAX(from, to);
        }
}

/* The byte of the paragraph at which a byte of the part's shape stands. */
static int
offset_in_text(const Part *part, int byte)
{
    int offset = part->start + byte + (byte > 0 ? part->skipped : 0);
    if (offset >= part->end - part->dropped)
        offset += part->dropped;
    return MIN(offset, part->end);
}

static void
add_stretches(Joining *joining, const Part *part)
{
    if (!part->shape) {
        Stretch stretch = {part, NULL, part->start, part->end, part->width};
        g_array_append_val(joining->stretches, stretch);
        return;
    }
    const Shape *shape = part->shape;
    gboolean is_space = unit_of(joining, part)->kind == UNIT_SPACE;
    for (int i = 0; i < shape->run_count; i++) {
        const ShapeRun *run =
            &shape->runs[shape->right_to_left ? shape->run_count - 1 - i : i];
        Stretch stretch = {
            .part = part, .run = run, .width = run_width(run, part->expansion)};
        stretch.start = offset_in_text(part, run->start);
        stretch.end = offset_in_text(part, run->start + run->length);
        if (is_space) {
            stretch.start = part->start;
            stretch.end = part->end;
            stretch.width = part->width;
        }
        g_array_append_val(joining->stretches, stretch);
    }
}

/* Whether b, to the right of a, goes on with a's piece. */
static gboolean
continues(const Joining *joining, const Stretch *a, const Stretch *b)
{
    if (!a->run || !b->run || a->run->font != b->run->font ||
        a->part->level != b->part->level)
        return FALSE;
    const Element *left = element_of(joining, a->part);
    const Element *right = element_of(joining, b->part);
    if (left->owner != right->owner || left->style != right->style)
        return FALSE;
    return a->part->level & 1 ? b->end == a->start : a->end == b->start;
}

/* ---- Glyphs ---- */

static PangoGlyphString *
glyph_string_new(Arena *arena, int count)
{
    PangoGlyphString *glyphs = arena_new0(arena, PangoGlyphString);
    glyphs->num_glyphs = glyphs->space = count;
    glyphs->glyphs = arena_array(arena, PangoGlyphInfo, count);
    glyphs->log_clusters = arena_array(arena, int, count);
    return glyphs;
}

/* Appends a stretch to the glyphs of the piece that starts at byte `start`. */
static void
append_glyphs(const Joining *joining, const Stretch *stretch, int start,
              PangoGlyphString *glyphs, int *count)
{
    const Part *part = stretch->part;
    const ShapeRun *run = stretch->run;
    for (int i = 0; i < run->glyph_count; i++, (*count)++) {
        PangoGlyphInfo *glyph = &glyphs->glyphs[*count];
        *glyph = run->glyphs[i];
        glyph->geometry.width = expanded(glyph->geometry.width, part->expansion);
        glyph->geometry.x_offset = expanded(glyph->geometry.x_offset, part->expansion);
        glyphs->log_clusters[*count] = offset_in_text(part, run->clusters[i]) - start;
    }
    /* A word space is as wide as the line wants it. */
    if (unit_of(joining, part)->kind == UNIT_SPACE && run->glyph_count > 0)
        glyphs->glyphs[*count - 1].geometry.width += part->width - run->width;
}

static TextPiece
glyphs_piece(const Joining *joining, const Stretch *stretches, int count)
{
    const Paragraph *paragraph = joining->paragraph;
    const Part *part = stretches[0].part;
    const Element *element = element_of(joining, part);
    TextPiece piece = {.kind = TEXT_GLYPHS,
                       .owner = element->owner,
                       .font = stretches[0].run->font,
                       .level = part->level,
                       .expansion = part->expansion,
                       .style = element->style};
    int start = G_MAXINT, end = 0, glyph_count = 0;
    for (int i = 0; i < count; i++) {
        start = MIN(start, stretches[i].start);
        end = MAX(end, stretches[i].end);
        glyph_count += stretches[i].run->glyph_count;
        piece.width = length_sum(piece.width, stretches[i].width);
        piece.space_after |= stretches[i].part->is_dropped;
        const Part *other = stretches[i].part;
        piece.hyphen |= other->has_hyphen && stretches[i].end == other->end;
    }
    piece.text = paragraph->characters + start;
    piece.length = end - start;
    piece.glyphs = glyph_string_new(paragraph->arena, glyph_count);
    int filled = 0;
    for (int i = 0; i < count; i++)
        append_glyphs(joining, &stretches[i], start, piece.glyphs, &filled);
    return piece;
}

static TextPiece
object_piece(const Joining *joining, const Stretch *stretch)
{
    static const TextPieceKind kinds[] = {
        [UNIT_BOX] = TEXT_BOX,          [UNIT_LEADER] = TEXT_LEADER,
        [UNIT_START] = TEXT_EDGE_START, [UNIT_END] = TEXT_EDGE_END,
        [UNIT_ANCHOR] = TEXT_ANCHOR,
    };
    return (TextPiece){.kind = kinds[unit_of(joining, stretch->part)->kind],
                       .owner = element_of(joining, stretch->part)->owner,
                       .width = stretch->width,
                       .level = stretch->part->level};
}

static void
join(const Joining *joining, TextLine *line)
{
    const GArray *stretches = joining->stretches;
    line->pieces = arena_array(joining->paragraph->arena, TextPiece, stretches->len);
    Length x = 0;
    for (guint from = 0, to; from < stretches->len; from = to) {
        const Stretch *first = &g_array_index(stretches, Stretch, from);
        for (to = from + 1; to < stretches->len; to++)
            if (!continues(joining, &g_array_index(stretches, Stretch, to - 1),
                           &g_array_index(stretches, Stretch, to)))
                break;
        TextPiece *piece = &line->pieces[line->piece_count++];
        *piece = first->run ? glyphs_piece(joining, first, (int)(to - from))
                            : object_piece(joining, first);
        piece->x = x;
        x = length_sum(x, piece->width);
    }
}

void
pieces_make(const Paragraph *paragraph, const Part *parts, int count, TextLine *line)
{
    Joining joining = {.paragraph = paragraph};
    joining.order = g_new(const Part *, MAX(count, 1));
    joining.stretches = g_array_sized_new(FALSE, FALSE, sizeof(Stretch), (guint)count);
    for (int i = 0; i < count; i++)
        joining.order[i] = &parts[i];
    if (paragraph->levels || paragraph->parameters.right_to_left)
        reorder(joining.order, count);
    for (int i = 0; i < count; i++)
        add_stretches(&joining, joining.order[i]);
    join(&joining, line);
    g_array_unref(joining.stretches);
    g_free(joining.order);
}

/* ---- One string on its own ---- */

/* The face's own font, or the first other that has every character. */
static const Shape *
shape_in_one_font(Text *text, Arena *arena, const Face *face, const char *characters,
                  int length)
{
    const Shape *shape = shape_word(text, face, FALSE, characters, length, arena);
    if (shape->run_count <= 1)
        return shape;
    for (int i = 0; i < shape->run_count; i++) {
        const ShapeRun *run = &shape->runs[i];
        const Shape *other =
            shape_in_font(text, face, run->font, characters, length, arena);
        if (!other->missing || i == shape->run_count - 1)
            return other;
    }
    return shape;
}

TextPiece *
text_shape(Text *text, Arena *arena, const char *characters, int length,
           const TextStyle *style, const Place *place, Diag *diag)
{
    const Face *face = font_face(text, style);
    font_report(face, place, diag);
    g_autofree char *valid = g_utf8_make_valid(characters, MAX(length, 0));
    char *copy = arena_strdup(arena, valid);
    const Shape *shape = shape_in_one_font(text, arena, face, copy, (int)strlen(copy));
    shape_report(shape, place, diag);
    TextPiece *piece = arena_new0(arena, TextPiece);
    *piece = (TextPiece){.kind = TEXT_GLYPHS,
                         .font = face->font,
                         .text = copy,
                         .length = shape->length,
                         .width = shape->width,
                         .style = style};
    piece->glyphs =
        glyph_string_new(arena, shape->run_count ? shape->runs[0].glyph_count : 0);
    if (shape->run_count) {
        const ShapeRun *run = &shape->runs[0];
        piece->font = run->font;
        for (int i = 0; i < run->glyph_count; i++) {
            piece->glyphs->glyphs[i] = run->glyphs[i];
            piece->glyphs->log_clusters[i] = run->clusters[i];
        }
    }
    return piece;
}
