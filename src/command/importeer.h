#ifndef COMMAND_IMPORTEER_H
#define COMMAND_IMPORTEER_H

/* What can be imported: a row of the table in importeer.c a kind, its functions in
 * importeer_KIND.c. */

#include "base/arena.h"
#include "command/pipeline.h"
#include "content/csv.h"

typedef struct Import {
    const char *input;       /* as the user named it, for messages */
    const GByteArray *bytes; /* the whole input */
    const CsvTable *table;   /* the input where it is CSV, else NULL */
    const char *output;      /* -o; "-" is standard output */
    Pipeline *pipeline;      /* the place of the texts, and the diagnostics */
    Arena *arena;
    const char *password; /* that opens the input, or NULL */
    gboolean tells;       /* --meld: lists what is peculiar about the input */
} Import;

typedef struct ImportKind {
    const char *name;    /* what --soort calls it */
    const char *summary; /* one Dutch line */
    gboolean is_table;   /* reads the input as CSV */
    /* Whether the input is of this kind, judged by its first bytes or cells. */
    gboolean (*recognises)(const Import *import);
    /* Writes what the input says to import->output (file_write(), mode 0600 where it is
     * personal). FALSE where nothing was written: faults are reported, or error is set. */
    gboolean (*convert)(const Import *import, GError **error);
} ImportKind;

gboolean
import_dossier_recognises(const Import *import);
gboolean
import_dossier_convert(const Import *import, GError **error);

/* An audit as a table. */
gboolean
import_audit_recognises(const Import *import);
gboolean
import_audit_convert(const Import *import, GError **error);

/* An audit as the form that was made for it, filled in and saved by any PDF reader. */
gboolean
import_form_recognises(const Import *import);
gboolean
import_form_convert(const Import *import, GError **error);

/* The text of the edition of 2006, by bronkaart.xml: output is a folder of texts. */
gboolean
import_source_recognises(const Import *import);
gboolean
import_source_convert(const Import *import, GError **error);

#endif
