#include "text/paragraph.h"

/* Units to boxes, glue and penalties (Knuth and Plass, "Breaking Paragraphs into Lines").
 * Solid units are boxes, parted where points allow. What stands between two solid units,
 * spaces, edges and anchors, is a gap; a line may end in it at one place: behind the edges
 * that close something before it, and before all that belongs to what follows. */

typedef struct Making {
    Paragraph *paragraph;
    guint point;       /* the next one */
    GArray *positions; /* gint64: within a word, by byte */
} Making;

static void
add_item(Making *making, KnuthItem item, Cut cut)
{
    g_array_append_val(making->paragraph->items, item);
    g_array_append_val(making->paragraph->cuts, cut);
}

static void
add_box(Making *making, Length width)
{
    add_item(making, (KnuthItem){.kind = KNUTH_BOX, .width = width}, (Cut){0});
}

/* Glyphs, which may be made wider or narrower. */
static void
add_glyphs(Making *making, Length width)
{
    const TextParameters *parameters = &making->paragraph->parameters;
    KnuthItem box = {.kind = KNUTH_BOX, .width = width};
    if (parameters->align == TEXT_JUSTIFY)
        box.flex = (Length)((gint64)width * parameters->expansion / 1000);
    add_item(making, box, (Cut){0});
}

static void
add_penalty(Making *making, int penalty)
{
    add_item(making, (KnuthItem){.kind = KNUTH_PENALTY, .penalty = penalty}, (Cut){0});
}

/* A word space grows by half and shrinks by a third, as in TeX's fonts. */
static void
add_space(Making *making, int index)
{
    const Unit *unit = UNIT(making->paragraph, index);
    const TextStyle *style = ELEMENT(making->paragraph, unit->element)->style;
    KnuthItem glue = {.kind = KNUTH_GLUE,
                      .width = unit->width,
                      .stretch = unit->width / 2,
                      .shrink = unit->width / 3};
    if (style->has_word_limits) {
        glue.stretch = style->word_stretch;
        glue.shrink = MIN(style->word_shrink, unit->width);
    }
    add_item(making, glue, (Cut){.unit = index, .offset = -1});
}

static void
add_object(Making *making, const Unit *unit)
{
    KnuthItem box = {.kind = KNUTH_BOX, .width = unit->width};
    const Element *element = ELEMENT(making->paragraph, unit->element);
    if (unit->kind == UNIT_LEADER) {
        box.stretch = element->maximum - element->width;
        box.shrink = element->width - element->minimum;
    }
    add_item(making, box, (Cut){0});
}

/* ---- Words ---- */

/* The penalty at a point inside a word or between two; pre and post are what the break
 * adds to the lines. */
static void
add_point(Making *making, const Point *point, int index, const Unit *left)
{
    const Paragraph *paragraph = making->paragraph;
    const Unit *right = UNIT(paragraph, index);
    gboolean has_hyphen = point->kind == POINT_SOFT || point->kind == POINT_HYPHEN;
    KnuthItem item = {
        .kind = KNUTH_PENALTY, .penalty = point->cost, .flagged = point->flagged};
    if (has_hyphen && left->kind == UNIT_WORD) {
        const Element *element = ELEMENT(paragraph, left->element);
        item.pre = element->hyphen_width - protrusion_hyphen(paragraph, element);
        int doubled = point_doubled(paragraph, element, point->offset);
        if (doubled > 0)
            item.pre -= shape_word(paragraph->text, element->face, FALSE,
                                   paragraph->characters + point->offset - doubled,
                                   doubled, paragraph->arena)
                            ->width;
    } else {
        item.pre = -protrusion_end(paragraph, left, point->offset);
        has_hyphen = FALSE;
    }
    item.post = -protrusion_start(paragraph, right, point->offset);
    Cut cut = {.unit = index,
               .offset = point->offset > right->start ? point->offset : -1,
               .hyphen = has_hyphen,
               .emergency = point->kind == POINT_EMERGENCY};
    add_item(making, item, cut);
}

/* The next point before `end`, or NULL. */
static const Point *
next_point(Making *making, int end)
{
    const GArray *points = making->paragraph->points;
    if (making->point >= points->len)
        return NULL;
    const Point *point = &g_array_index(points, Point, making->point);
    return point->offset < end ? point : NULL;
}

static void
add_word(Making *making, int index)
{
    const Unit *unit = UNIT(making->paragraph, index);
    while (next_point(making, unit->start + 1))
        making->point++;
    const Point *point = next_point(making, unit->end);
    gboolean is_kept = paragraph_keeps(making->paragraph, unit, unit);
    if (!point || is_kept || !making->paragraph->parameters.wrap) {
        add_glyphs(making, unit->width);
        return;
    }
    g_array_set_size(making->positions, (guint)(unit->end - unit->start + 1));
    gint64 *positions = (gint64 *)(void *)making->positions->data, before = 0;
    shape_positions(unit->shape, positions);
    for (; point; making->point++, point = next_point(making, unit->end)) {
        gint64 position = positions[point->offset - unit->start];
        add_glyphs(making, length_sum(position, -before));
        add_point(making, point, index, unit);
        before = position;
    }
    add_glyphs(making, length_sum(positions[unit->end - unit->start], -before));
}

static void
add_solid(Making *making, int index)
{
    const Unit *unit = UNIT(making->paragraph, index);
    if (unit->kind == UNIT_WORD)
        add_word(making, index);
    else
        add_object(making, unit);
}

/* ---- Gaps ---- */

/* The unit of a gap before which the line ends. */
static int
break_of_gap(const Paragraph *paragraph, int from, int to)
{
    int depth = 0, at = from;
    for (int i = from; i < to; i++) {
        guint8 kind = UNIT(paragraph, i)->kind;
        if (kind == UNIT_START)
            depth++;
        else if (kind == UNIT_END && depth > 0)
            depth--;
        else if (kind == UNIT_END)
            at = i + 1;
    }
    return at;
}

/* Whether a line may end in the gap: *point where it has no space, else *cost. */
static gboolean
gap_allows(Making *making, int from, int to, const Point **point, int *cost)
{
    const Paragraph *paragraph = making->paragraph;
    const Unit *right = UNIT(paragraph, to);
    gboolean has_space = FALSE, is_glued = FALSE;
    for (int i = from; i < to; i++) {
        const Unit *unit = UNIT(paragraph, i);
        has_space |= unit->kind == UNIT_SPACE && !unit->glued;
        is_glued |= unit->glued != 0;
    }
    *point = NULL;
    if (!paragraph->parameters.wrap || is_glued ||
        paragraph_keeps(paragraph, UNIT(paragraph, from - 1), right))
        return FALSE;
    if (has_space) {
        *cost = point_cost_at_space(paragraph, UNIT(paragraph, from - 1), right);
        return *cost < KNUTH_INFINITE;
    }
    while (next_point(making, right->start))
        making->point++;
    *point = next_point(making, right->start + 1);
    return *point != NULL;
}

/* The penalty at `at`: the spaces before it vanish from the line, those behind an edge that
 * follows it from the next. */
static void
add_gap_penalty(Making *making, int from, int at, int to, int cost)
{
    const Paragraph *paragraph = making->paragraph;
    const Unit *left = UNIT(paragraph, from - 1), *right = UNIT(paragraph, to);
    KnuthItem item = {.kind = KNUTH_PENALTY, .penalty = cost};
    item.pre = -protrusion_end(paragraph, left, left->end);
    item.post = -protrusion_start(paragraph, right, right->start);
    gboolean behind_box = FALSE;
    for (int i = from; i < to; i++) {
        const Unit *unit = UNIT(paragraph, i);
        if (i >= at && unit->kind != UNIT_SPACE)
            behind_box = TRUE;
        else if (i < at && unit->kind == UNIT_SPACE)
            item.pre = length_sum(item.pre, -unit->width);
        else if (i >= at && behind_box)
            item.post = length_sum(item.post, -unit->width);
    }
    /* Mere glue is a break of its own. */
    gboolean mere = at == from && UNIT(paragraph, at)->kind == UNIT_SPACE;
    if (!mere || cost != 0 || item.pre != 0 || item.post != 0)
        add_item(making, item, (Cut){.unit = at, .offset = -1});
}

static void
add_gap(Making *making, int from, int to)
{
    const Paragraph *paragraph = making->paragraph;
    const Point *point;
    int cost = 0, at = break_of_gap(paragraph, from, to);
    gboolean allows = gap_allows(making, from, to, &point, &cost);
    gboolean free_glue = FALSE; /* the glue is a break, or discarded after one */
    for (int i = from; i <= to; i++) {
        if (i == at && allows) {
            if (point)
                add_point(making, point, i, UNIT(paragraph, from - 1));
            else
                add_gap_penalty(making, from, at, to, cost);
            free_glue = TRUE;
        }
        if (i == to)
            break;
        const Unit *unit = UNIT(paragraph, i);
        if (unit->kind != UNIT_SPACE) {
            add_object(making, unit);
            free_glue = FALSE;
            continue;
        }
        if (!free_glue)
            add_penalty(making, KNUTH_INFINITE);
        add_space(making, i);
    }
}

/* ---- Segments: what stands between preserved linefeeds ---- */

static void
add_start(Making *making, int from, int to)
{
    const Paragraph *paragraph = making->paragraph;
    Length hanging = 0;
    if (to < (int)paragraph->units->len && unit_is_solid(UNIT(paragraph, to)))
        hanging = protrusion_start(paragraph, UNIT(paragraph, to),
                                   UNIT(paragraph, to)->start);
    add_box(making, -hanging);
    for (int i = from; i < to; i++)
        add_box(making, UNIT(paragraph, i)->width);
}

static gboolean
keeps_space(const Paragraph *paragraph, int unit)
{
    return ELEMENT(paragraph, UNIT(paragraph, unit)->element)->treatment.keeps_spaces;
}

/* Spaces at the end vanish, unless they are kept. The last line is filled up, unless it is to be justified: then
 * its own glue must do it. */
static void
add_end(Making *making, int from, int to)
{
    const Paragraph *paragraph = making->paragraph;
    const TextParameters *parameters = &paragraph->parameters;
    gboolean is_last = to == (int)paragraph->units->len;
    KnuthItem item = {.kind = KNUTH_PENALTY, .penalty = KNUTH_FORCED};
    for (int i = from; i < to; i++)
        if (UNIT(paragraph, i)->kind != UNIT_SPACE || UNIT(paragraph, i)->glued ||
            keeps_space(paragraph, i))
            add_object(making, UNIT(paragraph, i));
    if (parameters->align != TEXT_JUSTIFY || parameters->align_last != TEXT_JUSTIFY) {
        add_penalty(making, KNUTH_INFINITE);
        add_item(making, (KnuthItem){.kind = KNUTH_GLUE, .infinite = TRUE}, (Cut){0});
    }
    if (from > 0 && unit_is_solid(UNIT(paragraph, from - 1)))
        item.pre = -protrusion_end(paragraph, UNIT(paragraph, from - 1),
                                   UNIT(paragraph, from - 1)->end);
    if (is_last)
        item.pre = length_sum(item.pre, parameters->last_line_end_indent);
    add_item(making, item, (Cut){.unit = to, .offset = -1, .last = TRUE});
}

/* The first unit from `from` on that is solid or a linefeed, or the end. */
static int
gap_end(const Paragraph *paragraph, int from)
{
    int count = (int)paragraph->units->len;
    while (from < count && !unit_is_solid(UNIT(paragraph, from)) &&
           UNIT(paragraph, from)->kind != UNIT_FEED)
        from++;
    return from;
}

/* Returns the unit behind the segment and its linefeed. */
static int
add_segment(Making *making, int from)
{
    const Paragraph *paragraph = making->paragraph;
    int count = (int)paragraph->units->len, to = gap_end(paragraph, from);
    gboolean is_blank = to == count || UNIT(paragraph, to)->kind == UNIT_FEED;
    add_start(making, from, is_blank ? from : to);
    if (!is_blank)
        from = to;
    while (from < count && unit_is_solid(UNIT(paragraph, from))) {
        add_solid(making, from++);
        to = gap_end(paragraph, from);
        if (to == count || UNIT(paragraph, to)->kind == UNIT_FEED)
            break;
        add_gap(making, from, to);
        from = to;
    }
    add_end(making, from, to);
    return to + 1;
}

void
items_make(Paragraph *paragraph)
{
    Making making = {.paragraph = paragraph};
    making.positions = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_array_set_size(paragraph->items, 0);
    g_array_set_size(paragraph->cuts, 0);
    int count = (int)paragraph->units->len;
    for (int from = 0; from < count;)
        from = add_segment(&making, from);
    g_array_unref(making.positions);
}
