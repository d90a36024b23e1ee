#ifndef BASE_APPEND_H
#define BASE_APPEND_H

/* Appending to strings that thousands of small pieces are appended to. */

#include <glib.h>
#include <string.h>

/* As g_string_append_len(), without a call where there is room. */
static inline void
append_bytes(GString *string, const char *bytes, gsize length)
{
    if (string->len + length >= string->allocated_len) {
        g_string_append_len(string, bytes, (gssize)length);
        return;
    }
    memcpy(string->str + string->len, bytes, length);
    string->len += length;
    string->str[string->len] = '\0';
}

#endif
