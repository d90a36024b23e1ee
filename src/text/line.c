#include "text/paragraph.h"

#include <string.h>

/* What rounding and the kerning before a hyphen may add to a line unseen. */
#define SLOP POINTS(0.25)

enum {
    EXCERPT = 40, /* bytes of a word in a message */
    LOOSEST = 5   /* adjustment ratio: spaces of three and a half times their width */
};

/* One line that is being put together. */
typedef struct Making {
    Paragraph *paragraph;
    GArray *parts; /* Part */
    GString *fragment;
    Cut begin, end;    /* where it begins and ends */
    gboolean is_first; /* of the paragraph */
    int reported;      /* the last unit told to be broken anywhere, or -1 */
    gint64 over; /* by how much the worst of the lines exceeds its measure, or 0 */
    Length over_measure;
    Place over_place;
    const TextLine *loose_line; /* the first that is beyond every tolerance */
    Place loose_place;
} Making;

#define PART(making, index) (&g_array_index((making)->parts, Part, index))

static const Unit *
unit_of(const Making *making, const Part *part)
{
    return UNIT(making->paragraph, part->unit);
}

/* ---- Parts ---- */

/* Dutch spelling: a diaeresis that parts two vowels goes when the word is divided there,
 * "re-unie". Returns the letter without it, or 0. */
static char
without_diaeresis(const Paragraph *paragraph, int offset)
{
    static const char *const letters[] = {"ëe", "ïi", "öo", "üu", "äa",
                                          "ËE", "ÏI", "ÖO", "ÜU", "ÄA"};
    const char *at = paragraph->characters + offset;
    if (offset == 0 || !strchr("aeiouAEIOU", at[-1]))
        return 0;
    for (gsize i = 0; i < G_N_ELEMENTS(letters); i++)
        if (memcmp(at, letters[i], 2) == 0)
            return letters[i][2];
    return 0;
}

/* Shapes what of a word stands on the line: with the hyphen that the break draws, without
 * the diaeresis that it makes superfluous. */
static void
shape_part(Making *making, Part *part, gboolean hyphen)
{
    const Paragraph *paragraph = making->paragraph;
    const Unit *unit = unit_of(making, part);
    const Element *element = ELEMENT(paragraph, unit->element);
    gboolean divided = making->begin.hyphen && part->start == making->begin.offset;
    char letter = divided && paragraph_is_dutch(paragraph, element)
                      ? without_diaeresis(paragraph, part->start)
                      : 0;
    gboolean is_whole = part->start == unit->start && part->end == unit->end;
    part->shape = unit->shape;
    if (!is_whole || hyphen) {
        GString *fragment = making->fragment;
        g_string_truncate(fragment, 0);
        if (letter)
            g_string_append_c(fragment, letter);
        part->skipped = letter != 0;
        part->dropped = hyphen ? point_doubled(paragraph, element, part->end) : 0;
        int from = part->start + (letter ? 2 : 0);
        g_string_append_len(fragment, paragraph->characters + from,
                            part->end - part->dropped - from);
        if (hyphen)
            g_string_append_unichar(
                fragment, element->style->hyphen ? element->style->hyphen : 0x2010);
        part->shape = shape_word(paragraph->text, element->face, unit->level & 1,
                                 fragment->str, (int)fragment->len, paragraph->arena);
    }
    part->has_hyphen = hyphen != FALSE;
    part->width = part->shape->width;
}

static void
add_part(Making *making, int index)
{
    const Unit *unit = UNIT(making->paragraph, index);
    Part part = {.unit = index,
                 .start = unit->start,
                 .end = unit->end,
                 .level = unit->level,
                 .width = unit->width};
    if (index == making->begin.unit && making->begin.offset >= 0)
        part.start = making->begin.offset;
    if (index == making->end.unit && making->end.offset >= 0)
        part.end = making->end.offset;
    if (unit->kind == UNIT_SPACE)
        part.shape = ELEMENT(making->paragraph, unit->element)->space;
    else if (unit->kind == UNIT_WORD)
        shape_part(making, &part, FALSE);
    if (unit->kind != UNIT_FEED)
        g_array_append_val(making->parts, part);
}

static gboolean
is_loose_space(const Making *making, int index)
{
    const Unit *unit = unit_of(making, PART(making, index));
    return unit->kind == UNIT_SPACE && !unit->glued;
}

static gboolean
keeps_space(const Making *making, int index)
{
    int element = unit_of(making, PART(making, index))->element;
    return making->end.last &&
           ELEMENT(making->paragraph, element)->treatment.keeps_spaces;
}

static gboolean
is_solid(const Making *making, int index)
{
    return unit_is_solid(unit_of(making, PART(making, index)));
}

/* Takes away the spaces at both ends, but for those at the start of a paragraph or behind a
 * linefeed; of those at the end one stays, without width, to keep the words apart. */
static void
trim(Making *making, gboolean begins_segment)
{
    GArray *parts = making->parts;
    int count = (int)parts->len, first = 0, last = count, kept = 0;
    while (first < count && !is_solid(making, first))
        first++;
    while (last > 0 && !is_solid(making, last - 1))
        last--;
    gboolean keeps_one = !making->end.last;
    for (int i = 0; i < count; i++) {
        Part part = *PART(making, i);
        if (is_loose_space(making, i) && i >= last && !keeps_space(making, i)) {
            if (!keeps_one)
                continue;
            keeps_one = FALSE;
            part.is_dropped = TRUE;
            part.width = 0;
            part.level = making->paragraph->parameters.right_to_left != FALSE;
        } else if (is_loose_space(making, i) && i < first && !begins_segment) {
            continue;
        }
        *PART(making, kept++) = part;
    }
    g_array_set_size(parts, (guint)kept);
}

static void
collect_parts(Making *making, gboolean begins_segment)
{
    g_array_set_size(making->parts, 0);
    int end = making->end.unit + (making->end.offset >= 0);
    for (int i = making->begin.unit; i < end; i++)
        add_part(making, i);
    for (int i = (int)making->parts->len - 1; making->end.hyphen && i >= 0; i--) {
        if (unit_of(making, PART(making, i))->kind != UNIT_WORD)
            continue;
        shape_part(making, PART(making, i), TRUE);
        break;
    }
    trim(making, begins_segment);
}

/* ---- Adjustment ---- */

static gint64
total_width(const Making *making)
{
    gint64 width = 0;
    for (guint i = 0; i < making->parts->len; i++)
        width += PART(making, i)->width;
    return width;
}

/* Spaces in front of the first solid part are an indent. */
static gboolean
is_elastic(const Making *making, int index, UnitKind kind, int first_solid)
{
    const Part *part = PART(making, index);
    return unit_of(making, part)->kind == kind && !part->is_dropped &&
           index >= first_solid;
}

static Length
elasticity(const Making *making, const Part *part, gboolean grows)
{
    const Unit *unit = unit_of(making, part);
    const Element *element = ELEMENT(making->paragraph, unit->element);
    if (unit->kind == UNIT_LEADER)
        return grows ? element->maximum - element->width
                     : element->width - element->minimum;
    /* All spaces grow alike; beyond a third, the last thing before a line is overfull, they
     * shrink to half. */
    return grows ? MAX(part->width, 1) : part->width / 2;
}

/* Spreads as much of delta as there is room for over the parts of that kind, in proportion
 * and without remainder. Returns what is left of it. */
static gint64
spread(Making *making, UnitKind kind, gint64 delta)
{
    int count = (int)making->parts->len, first_solid = 0;
    gint64 total = 0, before = 0, given = 0;
    while (first_solid < count && !is_solid(making, first_solid))
        first_solid++;
    for (int i = 0; i < count; i++)
        if (is_elastic(making, i, kind, first_solid))
            total += elasticity(making, PART(making, i), delta > 0);
    if (total == 0 || delta == 0)
        return delta;
    gboolean is_unbounded = kind == UNIT_SPACE && delta > 0;
    gint64 share = is_unbounded ? delta : CLAMP(delta, -total, total);
    for (int i = 0; i < count; i++) {
        Part *part = PART(making, i);
        if (!is_elastic(making, i, kind, first_solid))
            continue;
        before += elasticity(making, part, delta > 0);
        gint64 upto = (gint64)((__int128)share * before / total);
        part->width = length_sum(part->width, upto - given);
        given = upto;
    }
    return delta - share;
}

/* Makes all glyphs as much wider or narrower as may be and as is of use, in steps, so that a
 * page needs few sizes of a font. Returns what is left of delta. */
static gint64
expand(Making *making, gint64 delta)
{
    enum { STEP = 5 };
    int limit = making->paragraph->parameters.expansion;
    gint64 width = 0;
    for (guint i = 0; i < making->parts->len; i++)
        if (unit_of(making, PART(making, i))->kind == UNIT_WORD)
            width += PART(making, i)->width;
    if (limit == 0 || width <= 0)
        return delta;
    int expansion = (int)CLAMP(delta * 1000 / width, -limit, limit) / STEP * STEP;
    for (guint i = 0; i < making->parts->len && expansion != 0; i++) {
        Part *part = PART(making, i);
        if (unit_of(making, part)->kind != UNIT_WORD)
            continue;
        part->expansion = expansion;
        delta += part->width;
        part->width = shape_width(part->shape, expansion);
        delta -= part->width;
    }
    return delta;
}

/* Leaders take what there is to fill before glyphs do, and spaces take the rest. */
static void
adjust(Making *making, gint64 target, gboolean is_justified)
{
    gint64 delta = target - total_width(making);
    if (delta > 0 && !is_justified)
        return;
    delta = spread(making, UNIT_LEADER, delta);
    delta = expand(making, delta);
    spread(making, UNIT_SPACE, delta);
}

/* ---- The line ---- */

static Length
hanging_start(const Making *making)
{
    const Part *part = making->parts->len ? PART(making, 0) : NULL;
    return part
               ? protrusion_start(making->paragraph, unit_of(making, part), part->start)
               : 0;
}

static Length
hanging_end(const Making *making)
{
    int last = (int)making->parts->len - 1;
    while (last >= 0 && !is_solid(making, last))
        last--;
    if (last < 0)
        return 0;
    const Part *part = PART(making, last);
    const Unit *unit = unit_of(making, part);
    if (part->has_hyphen)
        return protrusion_hyphen(making->paragraph,
                                 ELEMENT(making->paragraph, unit->element));
    return protrusion_end(making->paragraph, unit, part->end);
}

/* Where the pieces begin, from the left of the measure. */
static Length
line_offset(const Making *making, Length measure, Length width, TextAlign align,
            Length left_hanging, Length right_hanging)
{
    const TextParameters *parameters = &making->paragraph->parameters;
    gboolean is_last = making->end.unit == (int)making->paragraph->units->len;
    Length start = making->is_first ? parameters->indent : 0;
    Length end = is_last ? parameters->last_line_end_indent : 0;
    gboolean reversed = parameters->right_to_left;
    Length left = reversed ? end : start, right = reversed ? start : end;
    if (align == TEXT_CENTRE)
        return left + (measure - left - right - width) / 2;
    if ((align == TEXT_END) != reversed)
        return measure - right - width + right_hanging;
    return left - left_hanging;
}

static const Place *
place_of(const Making *making)
{
    for (guint i = 0; i < making->parts->len; i++) {
        const Unit *unit = unit_of(making, PART(making, i));
        if (unit->kind == UNIT_WORD)
            return &ELEMENT(making->paragraph, unit->element)->place;
    }
    return &making->paragraph->place;
}

/* A line beyond every tolerance: its word spaces are more than three times as wide as the
 * font's, or it has none to fill it with. Of a paragraph the first is told. */
static void
note_loose(Making *making, const TextLine *line, gint64 target)
{
    gboolean is_short = (gint64)line->width + SLOP < target;
    if (!line->justified || (line->ratio < LOOSEST && !is_short) || making->loose_line)
        return;
    making->loose_line = line;
    making->loose_place = *place_of(making);
}

static void
report_loose(const Making *making)
{
    const TextLine *line = making->loose_line;
    if (line && line->ratio >= LOOSEST)
        diag_report(making->paragraph->diag, &making->loose_place, DIAG_LINE_LOOSE,
                    "het woordwit van een regel is %.1f keer zo breed als gewoon",
                    1 + line->ratio / 2);
    else if (line)
        diag_report(making->paragraph->diag, &making->loose_place, DIAG_LINE_LOOSE,
                    "een regel zonder woordwit vult de zetbreedte niet");
}

/* Of a paragraph's overfull lines the worst is told. */
static void
note_overfull(Making *making, gint64 over, Length measure)
{
    if (over <= making->over)
        return;
    making->over = over;
    making->over_measure = measure;
    making->over_place = *place_of(making);
}

static void
report_overfull(const Making *making)
{
    if (making->over > 0)
        diag_report(making->paragraph->diag, &making->over_place, DIAG_LINE_OVERFULL,
                    "een regel steekt %.1f pt uit buiten de zetbreedte van %.1f pt",
                    length_points(length_sum(making->over, 0)),
                    length_points(making->over_measure));
}

static void
report_broken(Making *making)
{
    const Paragraph *paragraph = making->paragraph;
    if (!making->end.emergency || making->reported == making->end.unit)
        return;
    making->reported = making->end.unit;
    const Unit *unit = UNIT(paragraph, making->end.unit);
    const char *word = paragraph->characters + unit->start;
    int length = unit->end - unit->start;
    if (length > EXCERPT)
        length = (int)(g_utf8_find_prev_char(word, word + EXCERPT + 1) - word);
    diag_report(paragraph->diag, &ELEMENT(paragraph, unit->element)->place,
                DIAG_WORD_BROKEN, "“%.*s%s” is breder dan de regel", length, word,
                length < unit->end - unit->start ? "…" : "");
}

static void
make_line(Making *making, TextLine *line, Length measure, double ratio)
{
    const TextParameters *parameters = &making->paragraph->parameters;
    gboolean is_last = making->end.unit == (int)making->paragraph->units->len;
    TextAlign align = making->end.last ? parameters->align_last : parameters->align;
    Length left = hanging_start(making), right = hanging_end(making);
    gint64 target = (gint64)measure + left + right;
    if (making->is_first)
        target -= parameters->indent;
    if (is_last)
        target -= parameters->last_line_end_indent;
    adjust(making, target, align == TEXT_JUSTIFY);
    gint64 width = total_width(making);
    line->width = length_sum(width, 0);
    line->measure = measure;
    line->ratio = align == TEXT_JUSTIFY ? ratio : 0;
    line->justified = align == TEXT_JUSTIFY;
    line->hyphenated = making->end.hyphen;
    line->forced = making->end.last && !is_last;
    line->overfull = width > target + SLOP;
    line->indent = line_offset(making, measure, line->width, align, left, right);
    if (line->overfull)
        note_overfull(making, width - target, measure);
    note_loose(making, line, target);
    report_broken(making);
    pieces_make(making->paragraph, (const Part *)(void *)making->parts->data,
                (int)making->parts->len, line);
}

/* A line takes the spaces at its end along. */
static Cut
end_of_line(const Paragraph *paragraph, Cut cut)
{
    while (!cut.last && cut.offset < 0 && cut.unit < (int)paragraph->units->len &&
           UNIT(paragraph, cut.unit)->kind == UNIT_SPACE)
        cut.unit++;
    return cut;
}

TextLines
lines_make(Paragraph *paragraph, const KnuthBreak *breaks, int count,
           const Measure *measure)
{
    TextLines lines = {arena_array(paragraph->arena, TextLine, count), count};
    Making making = {.paragraph = paragraph, .is_first = TRUE, .reported = -1};
    making.parts = g_array_new(FALSE, FALSE, sizeof(Part));
    making.fragment = g_string_new(NULL);
    making.begin = (Cut){.offset = -1};
    gboolean begins_segment = TRUE;
    for (int i = 0; i < count; i++) {
        making.end =
            end_of_line(paragraph, g_array_index(paragraph->cuts, Cut, breaks[i].item));
        collect_parts(&making, begins_segment);
        Length of_line = measure->of_line(measure->owner, i);
        make_line(&making, &lines.lines[i], of_line, breaks[i].ratio);
        making.begin = making.end;
        begins_segment = making.end.last;
        making.is_first = FALSE;
    }
    report_overfull(&making);
    report_loose(&making);
    g_array_unref(making.parts);
    g_string_free(making.fragment, TRUE);
    return lines;
}
