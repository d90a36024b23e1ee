#ifndef LAYOUT_TRANSFORM_H
#define LAYOUT_TRANSFORM_H

/* text-transform (XSL 1.1, 7.17.6). Not for other rooms. */

#include "fo/fo.h"

/* Whether what follows the text goes on with a word. */
gboolean
transform_ends_in_word(const char *text, int length);

/* The text as transform has it, which is not none, by the custom of language (BCP 47; NULL: not
 * known); in_word: it begins in the midst of a word. The caller frees it. */
char *
transform_text(const char *text, int length, FoEnum transform, const char *language,
               gboolean in_word);

#endif
