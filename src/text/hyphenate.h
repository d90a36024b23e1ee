#ifndef TEXT_HYPHENATE_H
#define TEXT_HYPHENATE_H

/* text/hyphenate: where a word may be divided, by the patterns of its language. A
 * dictionary is loaded when the first word of its language asks for it. */

#include "text/font.h"

GHashTable *
hyphenate_dictionaries_new(void);
GHashTable *
hyphenate_words_new(void);

/* The rising byte offsets at which letters (of one word, all of them letters) may be
 * divided; *count of them, in the Text's memory. A language without dictionary is noted
 * once a Diag. remain and push are the caller's affair. */
const int *
hyphenate(Text *text, const char *language, const char *letters, int length, int *count,
          const Place *place, Diag *diag);

#endif
