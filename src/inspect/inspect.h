#ifndef INSPECT_INSPECT_H
#define INSPECT_INSPECT_H

/* inspect: reads a finished PDF, by whomever, and checks what it promises. A file says itself
 * what it is: PDF/UA by pdfuaid, PDF/A by pdfaid, PDF/X by GTS_PDFXVersion, and the rules of
 * these hold for it (src/base/rules.def says which rule is of which standard). What makes a
 * file sound at all - references that lead somewhere, a structure tree that agrees with the
 * pages - is asked of each. A rule that is broken is a message of its own code, located by
 * page and object number. Only what a machine can tell is checked: whether an alternative
 * text is true, and whether the order of reading makes sense, is for people.
 *
 * The room trusts nothing that it reads. value.h has the objects, inspection.h what is known
 * of the file while it is inspected; then one file a promise. */

#include "base/diag.h"

/* What a rule belongs to and what a file can promise, as bits. */
typedef enum Promise {
    PROMISE_SOUND = 1 << 0,      /* every file */
    PROMISE_TAGGED = 1 << 1,     /* has a structure tree */
    PROMISE_ACCESSIBLE = 1 << 2, /* PDF/UA-1 (ISO 14289-1) */
    PROMISE_ARCHIVE = 1 << 3,    /* PDF/A-2 (ISO 19005-2) or PDF/A-3, any level */
    PROMISE_UNICODE = 1 << 4,    /* its levels U and A */
    PROMISE_STRUCTURE = 1 << 5,  /* its level A */
    PROMISE_PRESS = 1 << 6       /* PDF/X-4 (ISO 15930-7) */
} Promise;

typedef struct InspectResult {
    guint promises;   /* bits of Promise */
    guint unknown;    /* claims of standards of which there are no rules here */
    char claims[128]; /* "PDF/UA-1, PDF/A-2a"; "" where it claims nothing */
    int page_count;
    gboolean locked;
} InspectResult;

/* Inspects bytes, which the messages call name; password opens a locked file (NULL: none).
 * FALSE with error where it is no PDF that can be read. */
gboolean
inspect_pdf(const char *name, const GByteArray *bytes, const char *password, Diag *diag,
            InspectResult *result, GError **error);

/* Where a rule stands: "ISO 14289-1, 7.1". NULL where code is no rule of this room. */
const char *
inspect_clause(DiagCode code);

#endif
