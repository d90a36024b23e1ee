#include "pdf/condition.h"

#include <gio/gio.h>
#include <string.h>

enum { HEADER_SIZE = 128, TABLE_ROW = 12, NEWEST_VERSION = 4 };

static guint32
number_at(const GByteArray *profile, gsize at)
{
    guint32 value;
    memcpy(&value, profile->data + at, sizeof value);
    return GUINT32_FROM_BE(value);
}

static gboolean
says(const GByteArray *profile, gsize at, const char *signature)
{
    return memcmp(profile->data + at, signature, 4) == 0;
}

gboolean
condition_check(const GByteArray *profile, GError **error)
{
    const char *fault = NULL;
    if (profile->len < HEADER_SIZE + 4 || !says(profile, 36, "acsp"))
        fault = "is geen ICC-profiel";
    else if (!says(profile, 12, "prtr"))
        fault = "is niet van een drukpers";
    else if (!says(profile, 16, "CMYK"))
        fault = "is niet voor cyaan, magenta, geel en zwart";
    else if (profile->data[8] > NEWEST_VERSION)
        fault = "is nieuwer dan PDF/X-4 toelaat";
    if (fault)
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                    "het ICC-profiel voor de druk %s", fault);
    return fault == NULL;
}

/* Finds the tag (7.3); FALSE where it is not there whole. */
static gboolean
find_tag(const GByteArray *profile, const char *signature, gsize *start, gsize *size)
{
    guint32 count = number_at(profile, HEADER_SIZE);
    gsize row = HEADER_SIZE + 4;
    for (guint32 i = 0; i < count && row + TABLE_ROW <= profile->len;
         i++, row += TABLE_ROW) {
        if (!says(profile, row, signature))
            continue;
        *start = number_at(profile, row + 4);
        *size = number_at(profile, row + 8);
        return *start <= profile->len && *size <= profile->len - *start;
    }
    return FALSE;
}

/* ICC.1:2001-04, 6.5.17 textDescriptionType. */
static char *
old_text(const GByteArray *profile, gsize start, gsize size)
{
    gsize length = MIN(number_at(profile, start + 8), size - 12);
    return g_strndup((const char *)profile->data + start + 12, length);
}

/* ICC.1:2010, 10.13 multiLocalizedUnicodeType: the first of its texts. */
static char *
new_text(const GByteArray *profile, gsize start, gsize size)
{
    if (size < 28)
        return NULL;
    gsize length = number_at(profile, start + 20);
    gsize offset = number_at(profile, start + 24);
    if (offset > size || length > size - offset)
        return NULL;
    return g_convert((const char *)profile->data + start + offset, (gssize)length,
                     "UTF-8", "UTF-16BE", NULL, NULL, NULL);
}

char *
condition_description(const GByteArray *profile)
{
    gsize start, size;
    if (!find_tag(profile, "desc", &start, &size) || size < 12)
        return NULL;
    g_autofree char *text = NULL;
    if (says(profile, start, "desc"))
        text = old_text(profile, start, size);
    else if (says(profile, start, "mluc"))
        text = new_text(profile, start, size);
    if (!text)
        return NULL;
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_strstrip(valid);
    return *valid ? g_steal_pointer(&valid) : NULL;
}

char *
condition_registered(const char *description)
{
    g_autofree char *capitals = g_ascii_strup(description, -1);
    const char *found = strstr(capitals, "FOGRA");
    if (!found)
        return strstr(capitals, "ISO COATED V2") ? g_strdup("FOGRA39") : NULL;
    gsize length = strlen("FOGRA"), digits = strspn(found + length, "0123456789");
    return digits > 0 ? g_strndup(found, length + digits) : NULL;
}
