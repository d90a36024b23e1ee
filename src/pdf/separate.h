#ifndef PDF_SEPARATE_H
#define PDF_SEPARATE_H

/* Separation: a content stream as the press takes it. */

#include "base/diag.h"
#include "pdf/pass.h"

/* From one stream's coordinates to the page's (ISO 32000-1, 8.3.4). */
typedef struct SeparateMatrix {
    double a, b, c, d, e, f;
} SeparateMatrix;

typedef struct Separation {
    gboolean inks;       /* colours become inks; else only the marks go */
    const PassBox *trim; /* with bleed: what reaches it is drawn beyond it; or NULL */
    double bleed;        /* in points */
    const SeparateMatrix
        *matrix;       /* of the stream to begin with; NULL: it is the page's */
    GHashTable *drawn; /* with trim: is given the names of the external objects that are
                            drawn, with solidus → SeparateMatrix of the first time; or
                            NULL */
    Diag *diag;        /* hears of colours that inks.def does not have */
    gboolean device_rgb; /* set where RGB is left that has no colour space of its own */
} Separation;

/* Device RGB and grey become CMYK, rectangles that touch the trim go on into the bleed, and
 * marks lose their numbers, which no structure tree knows any more. */
GString *
separate_content(Separation *separation, const char *bytes, gsize length);

#endif
