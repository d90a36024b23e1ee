#ifndef TEXT_CUSTOM_H
#define TEXT_CUSTOM_H

/* text/custom: what Dutch custom keeps together across a space, and what an address is. For
 * the files of text only. */

#include <glib.h>

enum {
    BOUND_COST =
        2000, /* what belongs together: parted where lines cannot be made else */
    AVOIDED_COST = 150 /* parted where it cannot be helped */
};

/* The penalty of a line that ends between two words with a space between them; KNUTH_INFINITE:
 * never. The words are length bytes long, with their punctuation. */
int
custom_cost(const char *left, int left_length, const char *right, int right_length);

/* Whether a word is an address of the net or of a mailbox, a file or a name in a program. */
gboolean
custom_is_address(const char *word, int length);

#endif
