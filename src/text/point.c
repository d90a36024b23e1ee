#include "text/hyphenate.h"
#include "text/paragraph.h"

#include <string.h>

enum {
    HYPHEN_COST = 50,     /* TeX: \hyphenpenalty, \exhyphenpenalty */
    RANGE_COST = 100,     /* behind the dash of "1990–2006" */
    ONE_LETTER_COST = 50, /* behind "u" or "à" */
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

static void
find_inside(Paragraph *paragraph, const char *start, const char *end)
{
    int length = (int)(end - start), count = (int)g_utf8_strlen(start, length) + 1;
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

/* Whether a sign and the number that it belongs to stand at the two sides of a space. */
static gboolean
is_sign_of_number(gunichar left, gunichar right, gboolean left_alone,
                  gboolean right_alone)
{
    static const gunichar before[] = {0x20AC, '$', 0xA3, 0xA7, 0}; /* € $ £ § */
    static const gunichar behind[] = {'%', 0x2030, 0xB0, 0x20AC, 0};
    if (left_alone && g_unichar_isdigit(right))
        for (const gunichar *sign = before; *sign; sign++)
            if (*sign == left)
                return TRUE;
    if (right_alone && g_unichar_isdigit(left))
        for (const gunichar *sign = behind; *sign; sign++)
            if (*sign == right)
                return TRUE;
    return FALSE;
}

int
point_cost_at_space(const Paragraph *paragraph, const Unit *left, const Unit *right)
{
    const char *characters = paragraph->characters;
    gunichar first = 0, last = 0;
    gboolean first_alone = FALSE, last_alone = FALSE;
    if (right->kind == UNIT_WORD) {
        const char *at = characters + right->start;
        first = g_utf8_get_char(at);
        first_alone = g_utf8_next_char(at) == characters + right->end;
        /* A dash never begins a line, nor does closing punctuation (UAX 14, LB13). */
        if (first_alone && is_dash(first))
            return KNUTH_INFINITE;
        if (first < 0x80 && strchr(")]}!?:;,.", (int)first) &&
            (first_alone || !g_ascii_isalnum(at[1])))
            return KNUTH_INFINITE;
    }
    if (left->kind == UNIT_WORD) {
        const char *at = g_utf8_prev_char(characters + left->end);
        last = g_utf8_get_char(at);
        last_alone = at == characters + left->start;
        GUnicodeType type = g_unichar_type(last);
        /* UAX 14, LB14 and LB15. */
        if (type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION)
            return KNUTH_INFINITE;
    }
    if (is_sign_of_number(last, first, last_alone, first_alone))
        return KNUTH_INFINITE;
    return last_alone && g_unichar_isalpha(last) ? ONE_LETTER_COST : 0;
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
    for (int i = 0; i < count; i++) {
        const char *at = letters + offsets[i];
        if (g_utf8_strlen(letters, offsets[i]) < remain ||
            g_utf8_strlen(at, length - offsets[i]) < MAX(style->push, 1) ||
            (is_dutch && divides_ij(at)))
            continue;
        add_point(paragraph, run->start + offsets[i], POINT_HYPHEN, HYPHEN_COST, TRUE);
    }
}

/* A hyphen would be taken for a part of an address. */
static gboolean
is_address(const char *word, int length)
{
    return g_strstr_len(word, length, "://") || g_strstr_len(word, length, "www.") ||
           memchr(word, '@', (gsize)length) || memchr(word, '_', (gsize)length) ||
           memchr(word, '\\', (gsize)length);
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
    if (!element->style->hyphenate || is_address(word, unit->end - offset) ||
        (run->element && paragraph_language(paragraph, run->element) !=
                             paragraph_language(paragraph, element)))
        end_run(paragraph, run);
    if (!element->style->hyphenate || is_address(word, unit->end - offset))
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
