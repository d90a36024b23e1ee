#include "text/custom.h"
#include "text/hyphenate.h"
#include "text/paragraph.h"

#include <string.h>

enum {
    HYPHEN_COST = 120,        /* TeX: \hyphenpenalty, \exhyphenpenalty; there 50 */
    RANGE_COST = 100,         /* behind the dash of "1990–2006" */
    SECOND_HYPHEN_COST = 250, /* in a word that has one, and in a name */
    SLASH_COST = 50,          /* in an address */
    SIGN_COST = 150,
    EMERGENCY_COST = 5000,
    LONGEST_ABBREVIATION = 6 /* capitals that are not hyphenated */
};

static const gunichar HYPHEN = 0x2010, EN_DASH = 0x2013, EM_DASH = 0x2014,
                      OBJECT = 0xFFFC;

static void
add_point(Paragraph *paragraph, int offset, PointKind kind, int cost, gboolean flagged)
{
    Point point = {offset, (guint8)kind, (guint8)flagged, cost};
    g_array_append_val(paragraph->points, point);
}

static int
compare(gconstpointer a, gconstpointer b)
{
    const Point *left = a, *right = b;
    if (left->offset != right->offset)
        return left->offset < right->offset ? -1 : 1;
    return (int)left->kind - (int)right->kind;
}

/* Sorts, and keeps of those at one place the first kind. */
static void
settle(Paragraph *paragraph)
{
    GArray *points = paragraph->points;
    g_array_sort(points, compare);
    guint kept = 0;
    for (guint i = 0; i < points->len; i++) {
        const Point *point = &g_array_index(points, Point, i);
        if (kept > 0 && g_array_index(points, Point, kept - 1).offset == point->offset)
            continue;
        g_array_index(points, Point, kept++) = *point;
    }
    g_array_set_size(points, kept);
}

/* ---- Breaks inside what has no spaces (UAX 14) ---- */

/* A stretch of characters between spaces, and a place in it. */
typedef struct Token {
    const char *start, *end, *at;
} Token;

static gunichar
before(const Token *token)
{
    return token->at > token->start ? g_utf8_get_char(g_utf8_prev_char(token->at)) : 0;
}

/* Letters and digits in a row up to `from`, no more than three counted. */
static int
letters_before(const Token *token, const char *from)
{
    int count = 0;
    while (from > token->start && count < 3) {
        from = g_utf8_prev_char(from);
        if (!g_unichar_isalnum(g_utf8_get_char(from)))
            break;
        count++;
    }
    return count;
}

static int
letters_after(const Token *token)
{
    int count = 0;
    for (const char *at = token->at; at < token->end && count < 3;
         at = g_utf8_next_char(at)) {
        if (!g_unichar_isalnum(g_utf8_get_char(at)))
            break;
        count++;
    }
    return count;
}

/* What a break at token->at, which UAX 14 allows, costs by Dutch custom; KNUTH_INFINITE
 * forbids it. */
static int
cost_inside(const Token *token)
{
    gunichar previous = before(token), next = g_utf8_get_char(token->at);
    const char *sign = g_utf8_prev_char(token->at);
    int left = letters_before(token, sign), right = letters_after(token);
    if (next == EN_DASH || next == EM_DASH)
        return KNUTH_INFINITE;
    if (previous == OBJECT || next == OBJECT)
        return previous == next ? 0 : KNUTH_INFINITE;
    if (previous == '-' || previous == HYPHEN) /* not "e-mail", "-en", "plan-B" */
        return left < 2 || right < 2 ? KNUTH_INFINITE : HYPHEN_COST;
    if (previous == '/') /* not "m/v" */
        return left < 3 || right < 3 ? KNUTH_INFINITE : HYPHEN_COST;
    if (previous == EN_DASH || previous == EM_DASH)
        return left == 0 ? KNUTH_INFINITE : RANGE_COST;
    GUnicodeType type = g_unichar_type(previous);
    if (type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION)
        return KNUTH_INFINITE;
    return 0;
}

/* An address goes on behind a slash or before another sign, so that no sign at a line's end is
 * taken for the end of a sentence. It is given no hyphen. */
static void
find_in_address(Paragraph *paragraph, const char *start, const char *end)
{
    enum { LEAST = 4 }; /* bytes on either line */
    for (const char *at = start + LEAST; at + LEAST <= end; at++) {
        if (at[-1] == '/' && at[0] != '/' && at[-2] != '/')
            add_point(paragraph, (int)(at - paragraph->characters), POINT_PLAIN,
                      SLASH_COST, FALSE);
        else if (memchr(".?&=#@_", *at, 7))
            add_point(paragraph, (int)(at - paragraph->characters), POINT_PLAIN,
                      SIGN_COST, FALSE);
    }
}

static void
find_inside(Paragraph *paragraph, const char *start, const char *end)
{
    int length = (int)(end - start), count = (int)g_utf8_strlen(start, length) + 1;
    if (custom_is_address(start, length)) {
        find_in_address(paragraph, start, end);
        return;
    }
    PangoLogAttr *attributes = g_new0(PangoLogAttr, count);
    const char *language = paragraph->parameters.language;
    pango_get_log_attrs(start, length, -1,
                        pango_language_from_string(language ? language : "und"),
                        attributes, count);
    Token token = {start, end, g_utf8_next_char(start)};
    for (int i = 1; token.at < end; i++, token.at = g_utf8_next_char(token.at)) {
        if (!attributes[i].is_line_break)
            continue;
        int cost = cost_inside(&token);
        gunichar previous = before(&token);
        if (cost < KNUTH_INFINITE)
            add_point(paragraph, (int)(token.at - paragraph->characters), POINT_PLAIN,
                      cost, previous == '-' || previous == HYPHEN);
    }
    g_free(attributes);
}

/* Letters, digits and the punctuation that goes with them: nothing to break, nothing to
 * ask UAX 14. */
static gboolean
is_simple(const char *start, const char *end)
{
    for (const char *at = start; at < end; at = g_utf8_next_char(at)) {
        guchar byte = (guchar)*at;
        if (g_ascii_isalnum(byte) || (byte < 0x80 && strchr(".,;:'\"()", byte)))
            continue;
        gunichar character = byte < 0x80 ? byte : g_utf8_get_char(at);
        gboolean is_letter =
            character >= 0xC0 && character < 0x250 && g_unichar_isalpha(character);
        if (!is_letter && character != 0x2018 && character != 0x2019 &&
            character != 0x201C && character != 0x201D)
            return FALSE;
    }
    return TRUE;
}

void
points_find(Paragraph *paragraph)
{
    const char *end = paragraph->characters + paragraph->length;
    for (const char *start = paragraph->characters; start < end; start++) {
        const char *stop = start;
        while (stop < end && *stop != ' ' && *stop != '\n')
            stop++;
        if (stop > start && !is_simple(start, stop))
            find_inside(paragraph, start, stop);
        start = stop;
    }
    settle(paragraph);
}

/* ---- Breaks at spaces ---- */

static gboolean
is_dash(gunichar character)
{
    return character == '-' || character == EN_DASH || character == EM_DASH;
}

int
point_cost_at_space(const Paragraph *paragraph, const Unit *left, const Unit *right)
{
    const char *characters = paragraph->characters;
    if (right->kind == UNIT_WORD) {
        const char *at = characters + right->start;
        gunichar first = g_utf8_get_char(at);
        gboolean first_alone = g_utf8_next_char(at) == characters + right->end;
        /* A dash never begins a line, nor does closing punctuation (UAX 14, LB13). */
        if (first_alone && is_dash(first))
            return KNUTH_INFINITE;
        if (first < 0x80 && strchr(")]}!?:;,.", (int)first) &&
            (first_alone || !g_ascii_isalnum(at[1])))
            return KNUTH_INFINITE;
    }
    if (left->kind == UNIT_WORD) {
        const char *at = g_utf8_prev_char(characters + left->end);
        GUnicodeType type = g_unichar_type(g_utf8_get_char(at));
        /* UAX 14, LB14 and LB15. */
        if (type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION)
            return KNUTH_INFINITE;
    }
    if (left->kind != UNIT_WORD || right->kind != UNIT_WORD)
        return 0;
    int cost = custom_cost(characters + left->start, left->end - left->start,
                           characters + right->start, right->end - right->start);
    return cost >= BOUND_COST && paragraph->is_firm ? KNUTH_INFINITE : cost;
}

int
point_doubled(const Paragraph *paragraph, const Element *element, int offset)
{
    const char *at = paragraph->characters + offset;
    if (offset < 3 || at[-1] != at[-2] || !memchr("aouAOU", at[-1], 6) ||
        g_ascii_strncasecmp(at, "tje", 3) != 0)
        return 0;
    return paragraph_is_dutch(paragraph, element);
}

/* ---- Breaks in words, by their patterns ---- */

/* Letters in a row, which may run over the borders of units. */
typedef struct Run {
    int start, end;
    const Element *element; /* of its first letter */
    guint next_point;       /* the first of the points known that is not before start */
    guint known;            /* points known before hyphenation */
} Run;

/* Whether the author has said where this word may be divided. */
static gboolean
has_soft_hyphen(const Paragraph *paragraph, Run *run)
{
    for (; run->next_point < run->known; run->next_point++) {
        const Point *point = &g_array_index(paragraph->points, Point, run->next_point);
        if (point->offset >= run->end)
            return FALSE;
        if (point->offset > run->start && point->kind == POINT_SOFT)
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_abbreviation(const char *letters, const char *end)
{
    int count = 0;
    for (const char *at = letters; at < end; at = g_utf8_next_char(at), count++)
        if (!g_unichar_isupper(g_utf8_get_char(at)))
            return FALSE;
    return count <= LONGEST_ABBREVIATION;
}

static gboolean
divides_ij(const char *at)
{
    return (at[-1] == 'i' || at[-1] == 'I') && (at[0] == 'j' || at[0] == 'J');
}

/* Whether a capital stands here because a sentence begins. */
static gboolean
begins_sentence(const Paragraph *paragraph, const Run *run)
{
    const char *start = paragraph->characters, *at = start + run->start;
    while (at > start) {
        at = g_utf8_prev_char(at);
        gunichar character = g_utf8_get_char(at);
        if (!g_unichar_isspace(character) && g_unichar_ispunct(character) &&
            !strchr(".?!:", (int)MIN(character, 0x7F)))
            continue;
        if (!g_unichar_isspace(character))
            return strchr(".?!:", (int)MIN(character, 0x7F)) != NULL;
    }
    return TRUE;
}

/* What a hyphen in the run costs: more in a name, and in a compound that has a hyphen. */
static int
hyphen_cost(const Paragraph *paragraph, const Run *run)
{
    const char *letters = paragraph->characters + run->start;
    gboolean behind_hyphen = run->start > 0 && letters[-1] == '-';
    gboolean before_hyphen = paragraph->characters[run->end] == '-';
    if (behind_hyphen || before_hyphen ||
        (g_unichar_isupper(g_utf8_get_char(letters)) &&
         !begins_sentence(paragraph, run)))
        return SECOND_HYPHEN_COST;
    return HYPHEN_COST;
}

static void
hyphenate_run(Paragraph *paragraph, Run *run)
{
    const Element *element = run->element;
    const TextStyle *style = element->style;
    const char *language = paragraph_language(paragraph, element);
    const char *letters = paragraph->characters + run->start;
    int length = run->end - run->start, remain = MAX(style->remain, 1), count;
    if (!language || length < remain + MAX(style->push, 1) ||
        has_soft_hyphen(paragraph, run) || is_abbreviation(letters, letters + length))
        return;
    const int *offsets = hyphenate(paragraph->text, language, letters, length, &count,
                                   &element->place, paragraph->diag);
    gboolean is_dutch = paragraph_is_dutch(paragraph, element);
    int cost = count > 0 ? hyphen_cost(paragraph, run) : 0;
    for (int i = 0; i < count; i++) {
        const char *at = letters + offsets[i];
        if (g_utf8_strlen(letters, offsets[i]) < remain ||
            g_utf8_strlen(at, length - offsets[i]) < MAX(style->push, 1) ||
            (is_dutch && divides_ij(at)))
            continue;
        add_point(paragraph, run->start + offsets[i], POINT_HYPHEN, cost, TRUE);
    }
}

static void
end_run(Paragraph *paragraph, Run *run)
{
    if (run->element)
        hyphenate_run(paragraph, run);
    run->element = NULL;
}

static void
hyphenate_unit(Paragraph *paragraph, const Unit *unit, Run *run)
{
    const Element *element = ELEMENT(paragraph, unit->element);
    int offset = unit->start;
    const char *word = paragraph->characters + offset;
    if (!element->style->hyphenate || custom_is_address(word, unit->end - offset) ||
        (run->element && paragraph_language(paragraph, run->element) !=
                             paragraph_language(paragraph, element)))
        end_run(paragraph, run);
    if (!element->style->hyphenate || custom_is_address(word, unit->end - offset))
        return;
    while (offset < unit->end) {
        const char *at = paragraph->characters + offset;
        int next = (int)(g_utf8_next_char(at) - paragraph->characters);
        if (!g_unichar_isalpha(g_utf8_get_char(at))) {
            end_run(paragraph, run);
        } else if (run->element && run->end == offset) {
            run->end = next;
        } else {
            end_run(paragraph, run);
            run->element = element;
            run->start = offset;
            run->end = next;
        }
        offset = next;
    }
}

void
points_hyphenate(Paragraph *paragraph)
{
    if (paragraph->is_hyphenated)
        return;
    paragraph->is_hyphenated = TRUE;
    Run run = {.known = paragraph->points->len};
    for (guint i = 0; i < paragraph->units->len; i++) {
        const Unit *unit = UNIT(paragraph, i);
        if (unit->kind == UNIT_WORD)
            hyphenate_unit(paragraph, unit, &run);
    }
    end_run(paragraph, &run);
    settle(paragraph);
}

/* ---- Breaks anywhere ---- */

void
points_emergency(Paragraph *paragraph)
{
    for (guint i = 0; i < paragraph->units->len; i++) {
        const Unit *unit = UNIT(paragraph, i);
        if (!unit->emergency)
            continue;
        const char *end = paragraph->characters + unit->end;
        const char *at = g_utf8_next_char(paragraph->characters + unit->start);
        for (; at < end; at = g_utf8_next_char(at)) {
            gunichar character = g_utf8_get_char(at);
            if (g_unichar_ismark(character) || pango_is_zero_width(character))
                continue;
            add_point(paragraph, (int)(at - paragraph->characters), POINT_EMERGENCY,
                      EMERGENCY_COST, FALSE);
        }
    }
    settle(paragraph);
}
