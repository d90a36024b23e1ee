#include "text/custom.h"
#include "base/knuth.h"

#include <string.h>

enum { LONGEST = 16 }; /* bytes of the words that lists have */

/* Each list is in small letters, without the punctuation behind a word. */
static const char *const units[] = {
    "%",  "‰",  "°",    "°c",   "€",   "km",   "m",       "cm",      "mm",
    "m²", "m2", "km²",  "km2",  "ha",  "kg",   "g",       "mg",      "l",
    "ml", "dl", "cl",   "km/u", "kwh", "kw",   "pt",      "px",      "kb",
    "mb", "gb", "uur",  "euro", "eur", "cent", "miljoen", "miljard", "duizend",
    "x",  "×",  "maal", "dpi",  "min", "sec",  NULL};
static const char *const months[] = {
    "januari",  "februari",  "maart",   "april",    "mei",      "juni", "juli",
    "augustus", "september", "oktober", "november", "december", NULL};
/* What a number follows. */
static const char *const counted[] = {
    "blz.", "p.",   "pp.",  "pag.", "art.",  "artt.", "nr.",       "nrs.",    "no.",
    "afb.", "fig.", "tab.", "par.", "hfst.", "h.",    "bijl.",     "dl.",     "jg.",
    "vol.", "ca.",  "r.",   "reg.", "st.",   "stb.",  "€",         "$",       "£",
    "§",    "§§",   "blz",  "art",  "nr",    "lid",   "paragraaf", "artikel", NULL};
/* What a name follows. */
static const char *const titles[] = {"dr.",   "drs.",  "mr.",   "mrs.", "ir.", "ing.",
                                     "prof.", "dhr.",  "mevr.", "mw.",  "ds.", "st.",
                                     "jhr.",  "jkvr.", "drs",   "dr",   "mr",  NULL};
/* Articles and pronouns that have lost a vowel, and belong to what follows. */
static const char *const clipped[] = {"t", "n", "k", "m", "r", NULL};

static gboolean
is_apostrophe(gunichar character)
{
    return character == '\'' || character == 0x2019 || character == 0x2018;
}

/* Whether word, in small letters, is in the list. */
static gboolean
is_listed(const char *word, int length, const char *const *list)
{
    if (length <= 0 || length > LONGEST)
        return FALSE;
    g_autofree char *small = g_utf8_strdown(word, length);
    return g_strv_contains(list, small);
}

static gboolean
is_opening(gunichar character)
{
    GUnicodeType type = g_unichar_type(character);
    return type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION;
}

/* The word without the brackets and quotation marks before it. */
static const char *
without_opening(const char *word, const char *end)
{
    while (word < end && is_opening(g_utf8_get_char(word)))
        word = g_utf8_next_char(word);
    return word;
}

/* The length of word without the punctuation that ends a clause. */
static int
without_closing(const char *word, int length)
{
    while (length > 1 && memchr(".,;:!?)]", word[length - 1], 8))
        length--;
    return length;
}

static gboolean
is_number(const char *word, int length)
{
    gboolean has_digit = FALSE;
    for (int i = 0; i < length; i++) {
        has_digit |= g_ascii_isdigit(word[i]);
        if (!g_ascii_isdigit(word[i]) && !memchr(".,-+", word[i], 4))
            return FALSE;
    }
    return has_digit && g_ascii_isdigit(word[length - 1]);
}

/* "J.", "J.P.", "Th.": capitals, each with its point. */
static gboolean
is_initials(const char *word, const char *end)
{
    const char *at = word;
    while (at < end) {
        if (!g_unichar_isupper(g_utf8_get_char(at)))
            return FALSE;
        at = g_utf8_next_char(at);
        if (at < end && g_ascii_islower(*at))
            at++;
        if (at >= end || *at++ != '.')
            return FALSE;
    }
    return at > word;
}

/* "10 000": the second and further groups have three digits. */
static gboolean
is_group(const char *word, int length)
{
    length = without_closing(word, length);
    return length == 3 && is_number(word, length) && g_ascii_isdigit(word[0]);
}

static int
cost_behind_number(const char *right, int right_length)
{
    int length = without_closing(right, right_length);
    if (is_listed(right, length, units) || is_group(right, right_length))
        return BOUND_COST;
    return is_listed(right, length, months) ? AVOIDED_COST : 0;
}

/* What begins with an apostrophe: "’s avonds" is one word, "’t huis" nearly. */
static int
cost_behind_apostrophe(const char *left, const char *end)
{
    const char *letters = g_utf8_next_char(left);
    if (end - letters == 1 && (*letters == 's' || *letters == 'S'))
        return KNUTH_INFINITE;
    return is_listed(letters, (int)(end - letters), clipped) ? AVOIDED_COST : 0;
}

/* Most words: of more letters than a clipped one or a title, before one that is no number. */
static gboolean
is_common(const char *left, int left_length, gunichar first)
{
    return left_length > 5 && g_ascii_islower(left[left_length - 1]) &&
           !g_unichar_isdigit(first) && first != 0x2026;
}

int
custom_cost(const char *left, int left_length, const char *right, int right_length)
{
    const char *end = left + left_length;
    gunichar first = right_length > 0 ? g_utf8_get_char(right) : 0;
    if (is_common(left, left_length, first))
        return 0;
    left = without_opening(left, end);
    left_length = (int)(end - left);
    if (first == 0x2026)
        return KNUTH_INFINITE;
    if (left_length <= 0 || first == 0)
        return 0;
    gunichar start = g_utf8_get_char(left);
    if (is_apostrophe(start))
        return cost_behind_apostrophe(left, end);
    if (g_ascii_isdigit(end[-1]) && is_number(left, left_length))
        return cost_behind_number(right, right_length);
    if (end[-1] == '.' && is_initials(left, end) && g_unichar_isalpha(first))
        return BOUND_COST;
    if (is_listed(left, left_length, titles) && g_unichar_isupper(first))
        return BOUND_COST;
    if (g_unichar_isdigit(first) && is_listed(left, left_length, counted))
        return BOUND_COST;
    gboolean is_letter = g_utf8_next_char(left) == end && g_unichar_isalpha(start);
    return is_letter ? AVOIDED_COST : 0;
}

gboolean
custom_is_address(const char *word, int length)
{
    if (g_strstr_len(word, length, "://") || g_strstr_len(word, length, "www.") ||
        memchr(word, '@', (gsize)length) || memchr(word, '_', (gsize)length) ||
        memchr(word, '\\', (gsize)length))
        return TRUE;
    const char *point = memchr(word, '.', (gsize)length);
    return point && point > word && point + 1 < word + length &&
           g_ascii_isalpha(point[-1]) && g_ascii_isalpha(point[1]) &&
           memchr(point, '/', (gsize)(word + length - point));
}
