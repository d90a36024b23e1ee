#include "text/paragraph.h"

#include <string.h>

enum {
    TOLERANCE_WITHOUT_HYPHENS = 100, /* TeX: \pretolerance, \tolerance */
    TOLERANCE = 200,
    ANY_TOLERANCE = 10000,
    SHORT_LAST_DEMERITS = 40000,
    ADJACENT_DEMERITS = 5000 /* TeX: 10,000 */
};

void
paragraph_release(Paragraph *paragraph)
{
    if (!paragraph->buffer)
        return;
    g_string_free(g_steal_pointer(&paragraph->buffer), TRUE);
    g_array_unref(paragraph->elements);
    g_array_unref(paragraph->units);
    g_array_unref(paragraph->points);
    g_array_unref(paragraph->items);
    g_array_unref(paragraph->cuts);
}

Paragraph *
paragraph_new(Text *text, Arena *arena, const TextParameters *parameters,
              const Place *place, Diag *diag)
{
    Paragraph *paragraph = arena_new0(arena, Paragraph);
    paragraph->text = text;
    paragraph->arena = arena;
    paragraph->parameters = *parameters;
    paragraph->parameters.language = arena_strdup(arena, parameters->language);
    paragraph->diag = diag;
    if (place)
        paragraph->place = *place;
    paragraph->buffer = g_string_new(NULL);
    paragraph->elements = g_array_new(FALSE, TRUE, sizeof(Element));
    paragraph->units = g_array_new(FALSE, TRUE, sizeof(Unit));
    paragraph->points = g_array_new(FALSE, TRUE, sizeof(Point));
    paragraph->items = g_array_new(FALSE, TRUE, sizeof(KnuthItem));
    paragraph->cuts = g_array_new(FALSE, TRUE, sizeof(Cut));
    arena_own(arena, paragraph, (GDestroyNotify)paragraph_release);
    return paragraph;
}

const char *
paragraph_language(const Paragraph *paragraph, const Element *element)
{
    if (element->style && element->style->language)
        return element->style->language;
    return paragraph->parameters.language;
}

gboolean
paragraph_is_dutch(const Paragraph *paragraph, const Element *element)
{
    const char *language = paragraph_language(paragraph, element);
    return language && g_ascii_strncasecmp(language, "nl", 2) == 0 &&
           !g_ascii_isalpha(language[2]);
}

gboolean
paragraph_keeps(const Paragraph *paragraph, const Unit *left, const Unit *right)
{
    int together = ELEMENT(paragraph, left->element)->treatment.together;
    return together != 0 &&
           together == ELEMENT(paragraph, right->element)->treatment.together;
}

/* ---- Adding ---- */

void
paragraph_treat(Paragraph *paragraph, TextTreatment treatment)
{
    paragraph->treatment = treatment;
}

static void
add_element(Paragraph *paragraph, Element element, const char *stand_in)
{
    g_assert(!paragraph->is_prepared);
    element.treatment = paragraph->treatment;
    element.start = (int)paragraph->buffer->len;
    g_string_append(paragraph->buffer, stand_in);
    element.end = (int)paragraph->buffer->len;
    if (element.kind != UNIT_WORD)
        element.place = paragraph->place;
    g_array_append_val(paragraph->elements, element);
}

static void
add_point(Paragraph *paragraph, PointKind kind)
{
    Point point = {.offset = (int)paragraph->buffer->len,
                   .kind = (guint8)kind,
                   .flagged = kind == POINT_SOFT,
                   .cost = kind == POINT_SOFT ? 50 : 0};
    g_array_append_val(paragraph->points, point);
}

/* Takes one of the characters that do not stand for themselves; FALSE: it does. */
static gboolean
add_special(Paragraph *paragraph, gunichar character, gunichar next)
{
    switch (character) {
    case 0xAD:
        add_point(paragraph, POINT_SOFT);
        return TRUE;
    case 0x200B:
        add_point(paragraph, POINT_PLAIN);
        return TRUE;
    case '\t':
        g_string_append_c(paragraph->buffer, ' ');
        return TRUE;
    case '\r':
        if (next != '\n')
            g_string_append_c(paragraph->buffer, '\n');
        return TRUE;
    case '\n':
    case '\v':
    case '\f':
    case 0x85:
    case 0x2028:
    case 0x2029:
        g_string_append_c(paragraph->buffer, '\n');
        return TRUE;
    case 0:
        g_string_append(paragraph->buffer, "\xEF\xBF\xBD");
        return TRUE;
    default:
        return FALSE;
    }
}

static void
add_characters(Paragraph *paragraph, const char *characters, gsize length)
{
    const char *end = characters + length, *plain = characters;
    for (const char *at = characters, *next; at < end; at = next) {
        guchar byte = (guchar)*at;
        next = at + 1;
        /* The lead bytes of all that is special. */
        if (byte >= ' ' && byte != 0xC2 && byte != 0xE2)
            continue;
        next = g_utf8_next_char(at);
        g_string_append_len(paragraph->buffer, plain, at - plain);
        plain = at;
        gunichar following = next < end ? g_utf8_get_char(next) : 0;
        if (add_special(paragraph, g_utf8_get_char(at), following))
            plain = next;
    }
    g_string_append_len(paragraph->buffer, plain, end - plain);
}

void
paragraph_add_text(Paragraph *paragraph, const char *characters, int length,
                   const TextStyle *style, const Place *place, gpointer owner)
{
    if (length <= 0 || paragraph->buffer->len > G_MAXINT / 4)
        return;
    Element element = {.kind = UNIT_WORD, .style = style, .owner = owner};
    element.place = place ? *place : paragraph->place;
    element.face = font_face(paragraph->text, style);
    font_report(element.face, &element.place, paragraph->diag);
    add_element(paragraph, element, "");
    if (g_utf8_validate_len(characters, (gsize)length, NULL)) {
        add_characters(paragraph, characters, (gsize)length);
    } else {
        g_autofree char *valid = g_utf8_make_valid(characters, length);
        add_characters(paragraph, valid, strlen(valid));
    }
    g_array_index(paragraph->elements, Element, paragraph->elements->len - 1).end =
        (int)paragraph->buffer->len;
}

/* The object replacement character stands for what is no text, in the algorithms of Unicode. */
static const char *const OBJECT = "\xEF\xBF\xBC";

void
paragraph_add_box(Paragraph *paragraph, Length width, gpointer owner)
{
    Element box = {.kind = UNIT_BOX, .width = width, .owner = owner};
    add_element(paragraph, box, OBJECT);
}

void
paragraph_add_leader(Paragraph *paragraph, Length minimum, Length optimum,
                     Length maximum, gpointer owner)
{
    Element leader = {.kind = UNIT_LEADER, .owner = owner};
    leader.minimum = MAX(minimum, 0);
    leader.maximum = MAX(maximum, leader.minimum);
    leader.width = CLAMP(optimum, leader.minimum, leader.maximum);
    add_element(paragraph, leader, OBJECT);
}

void
paragraph_add_edge(Paragraph *paragraph, gboolean start, Length width, gpointer owner)
{
    Element edge = {
        .kind = start ? UNIT_START : UNIT_END, .width = width, .owner = owner};
    add_element(paragraph, edge, "");
}

void
paragraph_add_direction(Paragraph *paragraph, gunichar control, gpointer owner)
{
    char character[7] = {0};
    g_unichar_to_utf8(control, character);
    Element edge = {.kind = control == 0x202C ? UNIT_END : UNIT_START, .owner = owner};
    add_element(paragraph, edge, character);
}

void
paragraph_add_bond(Paragraph *paragraph, gpointer owner)
{
    Element bond = {.kind = UNIT_ANCHOR, .owner = owner, .binds = TRUE};
    add_element(paragraph, bond, "");
}

void
paragraph_add_anchor(Paragraph *paragraph, gpointer owner)
{
    add_element(paragraph, (Element){.kind = UNIT_ANCHOR, .owner = owner}, "");
}

void
paragraph_add_break(Paragraph *paragraph)
{
    add_element(paragraph, (Element){.kind = UNIT_FEED}, "\n");
}

/* ---- Breaking ---- */

static void
prepare(Paragraph *paragraph)
{
    if (paragraph->is_prepared)
        return;
    paragraph->is_prepared = TRUE;
    paragraph->length = (int)paragraph->buffer->len;
    paragraph->characters =
        arena_strndup(paragraph->arena, paragraph->buffer->str, paragraph->buffer->len);
    g_string_truncate(paragraph->buffer, 0);
    units_make(paragraph);
    points_find(paragraph);
}

/* White space alone makes no line (XSL 1.1, 4.7.2); a no-break space is none. */
static gboolean
has_content(const Paragraph *paragraph)
{
    for (guint i = 0; i < paragraph->units->len; i++)
        if (UNIT(paragraph, i)->kind != UNIT_SPACE || UNIT(paragraph, i)->glued)
            return TRUE;
    return FALSE;
}

/* What base/knuth asks a line's measure of. */
typedef struct Measuring {
    const Paragraph *paragraph;
    const Measure *measure;
} Measuring;

static Length
measure_of(gpointer owner, int line)
{
    const Measuring *measuring = owner;
    Length measure = measuring->measure->of_line(measuring->measure->owner, line);
    return line == 0 ? measure - measuring->paragraph->parameters.indent : measure;
}

/* Asks the caller for more lines than there can reasonably be, to find from which one on
 * they are alike. Returns the narrowest as well. */
static int
constant_from(const Paragraph *paragraph, Measuring *measuring, Length *narrowest)
{
    enum { MOST_LINES = 20000 };
    gint64 total = 0;
    for (guint i = 0; i < paragraph->units->len; i++)
        total += UNIT(paragraph, i)->width;
    Length before = *narrowest = measure_of(measuring, 0);
    int constant = 0;
    gint64 lines = 4;
    for (int line = 1; line < MIN(lines, MOST_LINES); line++) {
        Length measure = measure_of(measuring, line);
        if (measure != before)
            constant = line;
        before = measure;
        *narrowest = MIN(*narrowest, measure);
        lines = 4 + total / MAX(*narrowest, 1024);
    }
    return constant;
}

static Length
largest_size(const Paragraph *paragraph)
{
    Length size = POINTS(1);
    for (guint i = 0; i < paragraph->elements->len; i++) {
        const TextStyle *style = ELEMENT(paragraph, i)->style;
        size = style ? MAX(size, style->size) : size;
    }
    return size;
}

static KnuthParameters
knuth_parameters(const Paragraph *paragraph, Measuring *measuring)
{
    const TextParameters *wanted = &paragraph->parameters;
    KnuthParameters parameters = KNUTH_TEX;
    Length size = largest_size(paragraph), narrowest;
    parameters.measure = measure_of;
    parameters.owner = measuring;
    parameters.constant_from = constant_from(paragraph, measuring, &narrowest);
    parameters.pretolerance = -1;
    parameters.tolerance = TOLERANCE;
    parameters.flagged_limit = wanted->hyphen_limit;
    parameters.adjacent_demerits = ADJACENT_DEMERITS;
    parameters.shortest_last = MIN(MAX(wanted->indent, size * 5 / 2), narrowest / 3);
    parameters.shortest_last += wanted->last_line_end_indent;
    parameters.short_last_demerits = SHORT_LAST_DEMERITS;
    if (wanted->align != TEXT_JUSTIFY) {
        parameters.ragged = KNUTH_RAGGED;
        parameters.slack = MAX(3 * size, narrowest / 6);
        parameters.adjacent_demerits = 0;
    }
    return parameters;
}

static KnuthBreak *
break_items(Paragraph *paragraph, Arena *scratch, const KnuthParameters *parameters,
            int *count)
{
    items_make(paragraph);
    return knuth_break(scratch, (const KnuthItem *)(void *)paragraph->items->data,
                       (int)paragraph->items->len, parameters, count);
}

/* Marks the words of overfull lines; FALSE: there are none. */
static gboolean
mark_emergencies(Paragraph *paragraph, const KnuthBreak *breaks, int count)
{
    gboolean found = FALSE;
    int first = 0;
    for (int i = 0; i < count; i++) {
        const Cut *cut = &g_array_index(paragraph->cuts, Cut, breaks[i].item);
        for (int u = first; breaks[i].overfull && u < (int)paragraph->units->len; u++) {
            if (u > cut->unit || (u == cut->unit && cut->offset < 0))
                break;
            if (UNIT(paragraph, u)->kind != UNIT_WORD)
                continue;
            UNIT(paragraph, u)->emergency = TRUE;
            found = TRUE;
        }
        first = cut->unit;
    }
    return found;
}

/* Whether the last line of several is one that hyphens might make longer. */
static gboolean
ends_short(const KnuthParameters *parameters, const KnuthBreak *breaks, int count)
{
    return count > 1 && breaks[count - 1].natural < parameters->shortest_last;
}

/* Without hyphens, as TeX does first: most paragraphs need none. NULL: this one does. */
static KnuthBreak *
choose_plain(Paragraph *paragraph, Arena *scratch, const KnuthParameters *parameters,
             int *count)
{
    KnuthParameters strict = *parameters;
    strict.strict = TRUE;
    strict.tolerance = TOLERANCE_WITHOUT_HYPHENS;
    KnuthBreak *breaks = break_items(paragraph, scratch, &strict, count);
    return breaks && !ends_short(parameters, breaks, *count) ? breaks : NULL;
}

/* With hyphens; then with lines as loose as they must be, but no more hyphens in a row than
 * allowed. NULL: even that will not do. */
static KnuthBreak *
choose_hyphenated(Paragraph *paragraph, Arena *scratch,
                  const KnuthParameters *parameters, int *count)
{
    KnuthParameters strict = *parameters;
    strict.strict = TRUE;
    KnuthBreak *breaks = break_items(paragraph, scratch, &strict, count);
    if (breaks)
        return breaks;
    /* A short line is no harm where lines are ragged. */
    paragraph->is_firm = parameters->ragged != KNUTH_JUSTIFIED;
    strict.tolerance = ANY_TOLERANCE;
    return break_items(paragraph, scratch, &strict, count);
}

static KnuthBreak *
choose(Paragraph *paragraph, Arena *scratch, Measuring *measuring, int *count)
{
    KnuthParameters parameters = knuth_parameters(paragraph, measuring);
    KnuthBreak *breaks = NULL;
    paragraph->is_firm = TRUE;
    if (paragraph->parameters.wrap && !paragraph->is_hyphenated) {
        breaks = choose_plain(paragraph, scratch, &parameters, count);
        if (!breaks)
            points_hyphenate(paragraph);
    }
    if (!breaks)
        breaks = choose_hyphenated(paragraph, scratch, &parameters, count);
    paragraph->is_firm = FALSE;
    if (breaks)
        return breaks;
    breaks = break_items(paragraph, scratch, &parameters, count);
    if (!paragraph->parameters.wrap || !mark_emergencies(paragraph, breaks, *count))
        return breaks;
    /* At last, what is wider than its line is broken anywhere. */
    points_emergency(paragraph);
    return break_items(paragraph, scratch, &parameters, count);
}

static void
empty(GArray **array, guint size)
{
    g_array_unref(*array);
    *array = g_array_new(FALSE, TRUE, size);
}

TextLines
paragraph_break(Paragraph *paragraph, Length (*measure)(gpointer owner, int line),
                gpointer owner)
{
    prepare(paragraph);
    if (!has_content(paragraph))
        return (TextLines){0};
    g_autoptr(Arena) scratch = arena_new();
    Measure of = {measure, owner};
    Measuring measuring = {paragraph, &of};
    int count;
    KnuthBreak *breaks = choose(paragraph, scratch, &measuring, &count);
    TextLines lines = lines_make(paragraph, breaks, count, &of);
    /* Units and points stay for another measure; the rest is made anew. */
    empty(&paragraph->items, sizeof(KnuthItem));
    empty(&paragraph->cuts, sizeof(Cut));
    return lines;
}

void
paragraph_extent(Paragraph *paragraph, Length *minimum, Length *maximum)
{
    prepare(paragraph);
    if (paragraph->parameters.wrap)
        points_hyphenate(paragraph);
    items_make(paragraph);
    const KnuthItem *items = (const KnuthItem *)(void *)paragraph->items->data;
    gint64 part = paragraph->parameters.indent, line = part, widest = 0,
           widest_line = 0;
    for (guint i = 0; i < paragraph->items->len; i++) {
        const KnuthItem *item = &items[i];
        gboolean is_penalty = item->kind == KNUTH_PENALTY;
        gboolean breaks = is_penalty ? item->penalty < KNUTH_INFINITE
                                     : item->kind == KNUTH_GLUE && i > 0 &&
                                           items[i - 1].kind == KNUTH_BOX;
        if (breaks) {
            widest = MAX(widest, part + item->pre);
            part = item->post;
        } else if (!is_penalty && !(item->kind == KNUTH_GLUE && i > 0 &&
                                    items[i - 1].kind == KNUTH_PENALTY &&
                                    items[i - 1].penalty < KNUTH_INFINITE)) {
            part += item->width;
        }
        line += is_penalty ? 0 : item->width;
        if (is_penalty && item->penalty <= KNUTH_FORCED) {
            widest_line = MAX(widest_line, line + item->pre);
            line = 0;
        }
    }
    *minimum = (Length)MIN(widest, LENGTH_MAX);
    *maximum = (Length)MIN(widest_line, LENGTH_MAX);
}
