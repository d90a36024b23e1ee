#ifndef PDF_WIDGET_H
#define PDF_WIDGET_H

/* What the fields of a form look like: the font that is typed in and the appearance of each
 * widget (ISO 32000-1, 12.5.5 and 12.7.3.3). For form.c, form_font.c and appearance.c only. */

#include "pdf/document.h"

/* A font for typing: a simple font of 224 characters, embedded whole (PDF/A-2, 6.2.11.4). */
typedef struct FormFont {
    char *face; /* its description without a size */
    int object;
    char name[16];       /* as a resource: "F1" */
    int widths[256];     /* by character code, in thousandths of the size */
    int ascent, descent; /* both positive, in thousandths */
} FormFont;

/* Writes the font. NULL with error where it has no outlines that a PDF can take. */
FormFont *
form_font_write(const Pdf *pdf, PangoFont *font, int number, GError **error);
void
form_font_free(FormFont *font);

/* What is the same of one font in different sizes. Caller frees. */
char *
form_font_face(PangoFont *font);

/* The code of character in Windows' Latin alphabet (annex D.2), of the letter it is made of
 * where it has none itself, else that of '?'. */
guchar
form_font_code(gunichar character);

typedef struct Appearances {
    const Pdf *pdf;
    GHashTable *objects; /* what is drawn → object: equal appearances are one */
} Appearances;

Appearances
appearances_begin(const Pdf *pdf);
void
appearances_end(Appearances *appearances);

/* A tick, or the dot of a choice, on or off. Returns the object. */
int
appearance_mark(Appearances *appearances, const AreaFieldRectangle *rectangle,
                gboolean on);

/* The value of a text field in size; lines are wrapped where the field has lines. */
int
appearance_text(Appearances *appearances, const AreaFieldRectangle *rectangle,
                const FormFont *font, Length size);

/* The size in which the value fits, from the field's own down to 5 pt. */
Length
appearance_size(const AreaFieldRectangle *rectangle, const FormFont *font);

#endif
