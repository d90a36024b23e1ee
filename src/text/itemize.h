#ifndef TEXT_ITEMIZE_H
#define TEXT_ITEMIZE_H

/* text/itemize: parts a word of one direction into items of one script and font. */

#include "text/font.h"

typedef struct Item {
    int start, length; /* bytes of the word */
    PangoFont *font;   /* borrowed */
    GUnicodeScript script;
    gunichar instead; /* the character set in place of one that no font has; 0: none */
} Item;

/* Fills text->items; the next call overwrites them. */
void
itemize(Text *text, const Face *face, const char *characters, int length);

#endif
