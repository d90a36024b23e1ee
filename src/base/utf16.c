#include "base/utf16.h"
#include "base/append.h"

static void
append_unit(GString *string, gunichar unit)
{
    static const char digits[] = "0123456789ABCDEF";
    const char four[4] = {digits[unit >> 12 & 15], digits[unit >> 8 & 15],
                          digits[unit >> 4 & 15], digits[unit & 15]};
    append_bytes(string, four, 4);
}

void
utf16_append(GString *string, const char *text, gsize length)
{
    for (const char *p = text; p < text + length; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (c >= 0x10000) {
            append_unit(string, 0xD800 + ((c - 0x10000) >> 10));
            c = 0xDC00 + (c & 0x3FF);
        }
        append_unit(string, c);
    }
}
