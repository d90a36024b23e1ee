#ifndef BASE_DIAG_H
#define BASE_DIAG_H

/* Diagnostics: what is wrong with the author's input. Rooms report here and go on with a
 * named fallback; command/ prints the list once, sorted by place, each message once. */

#include <glib.h>
#include <stdio.h>

typedef struct Place {
    const char *file; /* as the user named it; NULL where there is none */
    int line;         /* 1-based; 0: unknown */
    int column;       /* 1-based; 0: unknown */
} Place;

typedef enum DiagSeverity { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR } DiagSeverity;

/* The message table: code, severity, Dutch cause and remedy. */
typedef enum DiagCode {
#define MESSAGE(code, name, severity, cause, remedy) code,
#include "base/messages.def"
#undef MESSAGE
    DIAG_CODE_COUNT
} DiagCode;

typedef struct DiagKind {
    const char *name; /* "link-onbekend" */
    DiagSeverity severity;
    const char *cause, *remedy; /* Dutch, one sentence each */
} DiagKind;

typedef struct DiagMessage {
    Place place;
    DiagCode code;
    char *text;
} DiagMessage;

typedef struct Diag Diag;

Diag *
diag_new(void);
void
diag_free(Diag *diag);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Diag, diag_free)

const DiagKind *
diag_kind(DiagCode code);

/* Files a message at place (copied); text in Dutch, no final period. A message equal in
 * place, code and text to an earlier one is dropped. At most 1,000 of a code are kept; the
 * rest is counted. diag may be NULL: nothing happens. */
void
diag_report(Diag *diag, const Place *place, DiagCode code, const char *format, ...)
    G_GNUC_PRINTF(4, 5);

guint
diag_count(const Diag *diag, DiagSeverity severity);

/* The messages sorted by file, line, column, code. Borrowed until the next report. */
const DiagMessage *
diag_messages(Diag *diag, guint *count);

/* Prints "FILE:LINE:COLUMN: fout: TEXT [NAME]" a line, then a closing count where there
 * was anything. */
void
diag_print(Diag *diag, FILE *stream);

#endif
