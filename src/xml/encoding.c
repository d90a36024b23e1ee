#include "xml/encoding.h"

#include <string.h>

enum { LONGEST_DECLARATION = 256 };

/* Where the XML declaration says encoding="…": the whole of it, and the name inside. */
typedef struct Declared {
    const char *start, *end, *name;
    gsize name_length;
} Declared;

static gboolean
find_declared(const char *text, gsize length, Declared *declared)
{
    gssize room = (gssize)MIN(length, LONGEST_DECLARATION);
    const char *end =
        g_str_has_prefix(text, "<?xml") ? g_strstr_len(text, room, "?>") : NULL;
    const char *at = end ? g_strstr_len(text, end - text, "encoding") : NULL;
    if (!at)
        return FALSE;
    declared->start = at;
    at += strlen("encoding");
    while (at < end && strchr(" \t\r\n=", *at))
        at++;
    char quote = *at;
    const char *close = at < end && strchr("'\"", quote)
                            ? memchr(at + 1, quote, (gsize)(end - at - 1))
                            : NULL;
    if (!close)
        return FALSE;
    declared->name = at + 1;
    declared->name_length = (gsize)(close - at - 1);
    declared->end = close + 1;
    return TRUE;
}

static gboolean
is_known(const char *name)
{
    static const char *const families[] = {"UTF-16", "ISO-8859-", "WINDOWS-125"};
    g_autofree char *upper = g_ascii_strup(name, -1);
    for (gsize i = 0; i < G_N_ELEMENTS(families); i++)
        if (g_str_has_prefix(upper, families[i]))
            return TRUE;
    return FALSE;
}

/* UTF-16 by its byte order mark or by how "<?" looks in it; else what is declared. */
static char *
encoding_of(const char *bytes, gsize length)
{
    if (length >= 4 &&
        (memcmp(bytes, "\xFE\xFF", 2) == 0 || memcmp(bytes, "\0<\0?", 4) == 0))
        return g_strdup("UTF-16BE");
    if (length >= 4 &&
        (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "<\0?\0", 4) == 0))
        return g_strdup("UTF-16LE");
    Declared declared;
    if (length < 6 || !find_declared(bytes, length, &declared))
        return NULL;
    g_autofree char *name = g_strndup(declared.name, declared.name_length);
    return is_known(name) && g_ascii_strncasecmp(name, "UTF-16", 6) != 0
               ? g_steal_pointer(&name)
               : NULL;
}

char *
xml_to_utf8(const char *bytes, gsize length, gsize *converted_length)
{
    g_autofree char *encoding = encoding_of(bytes, length);
    if (!encoding)
        return NULL;
    gsize written = 0;
    char *text =
        g_convert(bytes, (gssize)length, "UTF-8", encoding, NULL, &written, NULL);
    if (!text)
        return NULL;
    if (g_str_has_prefix(text, "\xEF\xBB\xBF")) {
        written -= 3;
        memmove(text, text + 3, written + 1);
    }
    Declared declared;
    if (find_declared(text, written, &declared))
        memset(text + (declared.start - text), ' ',
               (gsize)(declared.end - declared.start));
    *converted_length = written;
    return text;
}
