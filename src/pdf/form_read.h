#ifndef PDF_FORM_READ_H
#define PDF_FORM_READ_H

/* What is filled in in a form (ISO 32000-1, 12.7), in a file that any program may have saved
 * since. Fields are known by their full names, never by their place on a page. */

#include "base/arena.h"
#include "base/diag.h"

typedef enum FilledDoubt {
    FILLED_SOUND,
    FILLED_ONLY_SEEN,   /* the page shows this, while the field itself is empty */
    FILLED_NOT_SHOWN,   /* the field holds this, while the page shows nothing */
    FILLED_UNREADABLE,  /* there is a value of a kind that forms do not have */
    FILLED_CONTRADICTED /* the same field says two things: value, and other */
} FilledDoubt;

typedef struct FilledField {
    const char *name;  /* full, parts with dots between them; UTF-8 */
    const char *value; /* UTF-8; of a button its state; "" where nothing is filled in */
    const char *other; /* FILLED_CONTRADICTED */
    gboolean is_button;
    FilledDoubt doubt;
    int page;   /* of its first widget, from 1; 0: on none */
    int object; /* of the field, or 0 */
} FilledField;

typedef struct FilledForm {
    GPtrArray *fields;   /* FilledField*, in the order of the file */
    GHashTable *by_name; /* name → FilledField* */
} FilledForm;

/* Whether the bytes are those of a PDF: its header stands near their beginning. */
gboolean
form_is_pdf(const GByteArray *bytes);

/* The form of a PDF, in arena. password opens a locked file; NULL: none. Returns NULL after
 * reporting why there is none to read: no PDF, locked, or without fields; damage that could
 * be read around is told too. */
const FilledForm *
form_read(Arena *arena, const GByteArray *bytes, const char *file, const char *password,
          Diag *diag);

#endif
