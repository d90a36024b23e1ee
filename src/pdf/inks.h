#ifndef PDF_INKS_H
#define PDF_INKS_H

/* Inks: what the press prints for a colour of the screen. */

#include <glib.h>

typedef struct Inks {
    double cyan, magenta, yellow, black; /* 0 to 1 */
} Inks;

/* red, green, blue: 0 to 1. Greys are black ink alone, the colours of inks.def what stands
 * there; others are converted plainly, and known (may be NULL) is FALSE. */
Inks
inks_for(double red, double green, double blue, gboolean *known);

#endif
