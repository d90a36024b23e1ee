#include "layout/transform.h"

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

char *
transform_text(const char *text, int length, FoEnum transform, gboolean in_word)
{
    if (transform == ENUM_UPPERCASE)
        return g_utf8_strup(text, length);
    if (transform == ENUM_LOWERCASE)
        return g_utf8_strdown(text, length);
    GString *result = g_string_sized_new((gsize)length);
    for (const char *at = text; at < text + length; at = g_utf8_next_char(at)) {
        gunichar character = g_utf8_get_char(at);
        gboolean is_letter = g_unichar_isalnum(character);
        g_string_append_unichar(
            result, is_letter && !in_word ? g_unichar_totitle(character) : character);
        in_word = is_letter || (in_word && is_apostrophe(character));
    }
    return g_string_free(result, FALSE);
}
