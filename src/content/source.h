#ifndef CONTENT_SOURCE_H
#define CONTENT_SOURCE_H

/* A source: the text of an earlier edition as a PDF reader extracts it, read into lines and
 * words. What differs from reader to reader does not matter: byte order mark, line ends,
 * form feeds, blank lines, spaces, composed or decomposed letters, ligatures, which hyphen.
 * Lines without words are not kept. */

#include "base/arena.h"
#include "base/diag.h"

enum { SOURCE_LINE_DIGEST = 4 }; /* hexadecimal digits */

typedef struct SourceLine {
    int number; /* in the file, from 1 */
    const char *const *words;
    int word_count;
    char digest[SOURCE_LINE_DIGEST +
                1]; /* of the words joined by spaces: SHA-256's head */
} SourceLine;

typedef struct SourceText {
    const char *file; /* as named in messages */
    const SourceLine *lines;
    int line_count;
    const char *digest; /* SHA-256 of all lines, each ended by LF, in hexadecimal */
} SourceText;

/* Reads length bytes into arena. Returns NULL after reporting that they are not UTF-8 (with
 * line and column), above 4 MiB, a PDF, or without text. */
const SourceText *
source_read(Arena *arena, const char *bytes, gsize length, const char *file,
            Diag *diag);

#endif
