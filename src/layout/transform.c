#include "layout/transform.h"

#include <string.h>

static gboolean
is_apostrophe(gunichar character)
{
    return character == '\'' || character == 0x2019;
}

gboolean
transform_ends_in_word(const char *text, int length)
{
    const char *at = length > 0 ? g_utf8_prev_char(text + length) : NULL;
    if (at && at > text && is_apostrophe(g_utf8_get_char(at)))
        at = g_utf8_prev_char(at);
    return at && g_unichar_isalnum(g_utf8_get_char(at));
}

static gboolean
is_language(const char *language, const char *code)
{
    gsize length = strlen(code);
    return language && g_ascii_strncasecmp(language, code, length) == 0 &&
           !g_ascii_isalpha(language[length]);
}

/* Turkish and Azeri have an i with a dot and one without, in capitals too. */
static char *
with_dots(const char *text, int length, gboolean upper)
{
    GString *result = g_string_sized_new((gsize)length);
    for (const char *at = text; at < text + length; at = g_utf8_next_char(at)) {
        gunichar character = g_utf8_get_char(at);
        if (upper && (character == 'i' || character == 0x131))
            character = character == 'i' ? 0x130 : 'I';
        else if (!upper && (character == 'I' || character == 0x130))
            character = character == 'I' ? 0x131 : 'i';
        g_string_append_unichar(result, character);
    }
    return g_string_free(result, FALSE);
}

static char *
in_case(const char *text, int length, const char *language, gboolean upper)
{
    g_autofree char *dotted = NULL;
    if (is_language(language, "tr") || is_language(language, "az"))
        text = dotted = with_dots(text, length, upper);
    return upper ? g_utf8_strup(text, dotted ? -1 : length)
                 : g_utf8_strdown(text, dotted ? -1 : length);
}

/* The letter that begins a word, and in Dutch the ij. Returns what is behind it. */
static const char *
append_title(GString *result, const char *at, const char *end, const char *language)
{
    gunichar character = g_utf8_get_char(at);
    const char *next = g_utf8_next_char(at);
    gboolean has_dots = is_language(language, "tr") || is_language(language, "az");
    if (character == 0xDF) {
        g_string_append(result, "Ss");
    } else if (character == 'i' && next < end && *next == 'j' &&
               is_language(language, "nl")) {
        g_string_append(result, "IJ");
        next++;
    } else {
        g_string_append_unichar(result, character == 'i' && has_dots
                                            ? 0x130
                                            : g_unichar_totitle(character));
    }
    return next;
}

char *
transform_text(const char *text, int length, FoEnum transform, const char *language,
               gboolean in_word)
{
    const char *end = text + length;
    if (transform != ENUM_CAPITALIZE)
        return in_case(text, length, language, transform == ENUM_UPPERCASE);
    GString *result = g_string_sized_new((gsize)length);
    for (const char *at = text, *next; at < end; at = next) {
        gunichar character = g_utf8_get_char(at);
        gboolean is_letter = g_unichar_isalnum(character);
        next = g_utf8_next_char(at);
        if (is_letter && !in_word)
            next = append_title(result, at, end, language);
        else
            g_string_append_unichar(result, character);
        in_word = is_letter || (in_word && is_apostrophe(character));
    }
    return g_string_free(result, FALSE);
}
