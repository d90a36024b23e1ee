#include "pdf/syntax.h"
#include "base/append.h"
#include "base/utf16.h"

#include <string.h>

/* PDF/A-2, 6.1.13: names of 127 bytes, strings of 32,767: this many UTF-16 pairs fit. */
enum { LONGEST_NAME = 127, LONGEST_TEXT = 8000 };

static void
put_digits(GString *out, guint64 value)
{
    char digits[24];
    char *start = digits + sizeof digits;
    do
        *--start = (char)('0' + value % 10);
    while ((value /= 10) > 0);
    append_bytes(out, start, (gsize)(digits + sizeof digits - start));
}

void
put_integer(GString *out, gint64 value)
{
    append_bytes(out, " -", value < 0 ? 2 : 1);
    put_digits(out, value < 0 ? -(guint64)value : (guint64)value);
}

void
put_length(GString *out, gint64 length)
{
    gint64 thousandths = (ABS(length) * 1000 + 512) / 1024;
    g_string_append_c(out, ' ');
    thousandths_append(out, length < 0 ? -thousandths : thousandths);
}

void
put_reference(GString *out, int number)
{
    if (number == 0) {
        g_string_append(out, " null");
        return;
    }
    put_integer(out, number);
    append_bytes(out, " 0 R", 4);
}

static void
put_hexadecimal(GString *out, unsigned byte)
{
    static const char digits[] = "0123456789ABCDEF";
    g_string_append_c(out, digits[byte >> 4 & 15]);
    g_string_append_c(out, digits[byte & 15]);
}

void
put_name(GString *out, const char *name)
{
    g_string_append_c(out, '/');
    const char *start = *name ? name : "Span";
    for (const char *p = start; *p && p - start < LONGEST_NAME; p++) {
        if (*p > ' ' && *p < 0x7F && !strchr("()<>[]{}/%#", *p)) {
            g_string_append_c(out, *p);
            continue;
        }
        g_string_append_c(out, '#');
        put_hexadecimal(out, (guchar)*p);
    }
}

static gboolean
is_plain(const char *text)
{
    const char *p = text;
    while (*p >= ' ' && *p < 0x7F)
        p++;
    return *p == '\0';
}

static void
put_literal(GString *out, const char *text)
{
    g_string_append_c(out, '(');
    for (const char *p = text; *p; p++) {
        if (*p == '(' || *p == ')' || *p == '\\')
            g_string_append_c(out, '\\');
        g_string_append_c(out, *p);
    }
    g_string_append_c(out, ')');
}

void
put_string(GString *out, const char *bytes)
{
    if (is_plain(bytes)) {
        put_literal(out, bytes);
        return;
    }
    g_string_append_c(out, '<');
    for (const char *p = bytes; *p; p++)
        put_hexadecimal(out, (guchar)*p);
    g_string_append_c(out, '>');
}

char *
pdf_clean_text(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    GString *clean = g_string_sized_new(strlen(valid));
    int count = 0;
    for (const char *p = valid; *p && count < LONGEST_TEXT; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        GUnicodeType type = g_unichar_type(c);
        gboolean is_text = type != G_UNICODE_CONTROL && c != 0xFFFE && c != 0xFFFF;
        g_string_append_unichar(clean, is_text ? c : ' ');
        count++;
    }
    return g_string_free(clean, FALSE);
}

void
put_text(GString *out, const char *text)
{
    if (is_plain(text) && strlen(text) <= LONGEST_TEXT) {
        put_literal(out, text);
        return;
    }
    g_autofree char *clean = pdf_clean_text(text);
    if (is_plain(clean)) {
        put_literal(out, clean);
    } else {
        g_string_append(out, "<FEFF");
        utf16_append(out, clean, strlen(clean));
        g_string_append_c(out, '>');
    }
}

void
put_text_entry(GString *out, const char *key, const char *text)
{
    if (!text)
        return;
    g_string_append(out, key);
    put_text(out, text);
}
