#ifndef BASE_UTF16_H
#define BASE_UTF16_H

/* UTF-16, big-endian, in hexadecimal digits: how PDF writes characters. */

#include <glib.h>

/* Appends the characters of text, which is valid UTF-8: "é" is "00E9". */
void
utf16_append(GString *string, const char *text, gsize length);

#endif
