#ifndef COMMAND_RAPPORT_INPUTS_H
#define COMMAND_RAPPORT_INPUTS_H

/* What a run of reports is made of: the dossiers that are named, and all that makes their
 * reports stale when it changes. */

#include "command/rapport.h"

/* The dossiers that arguments name (see batch_inputs()). What is in a folder but no dossier is
 * left out; a second dossier of one id is too, and reported, since its report would take the
 * place of the first: *status is then raised. NULL after saying that there are none, or with
 * error. The caller frees. */
GPtrArray *
report_inputs(char **arguments, Diag *diag, Status *status, GError **error);

/* A digest of program, stylesheets, texts, fonts, options and the files (paths, up to a NULL)
 * that a report is made of beside its dossier. The caller frees. */
char *
report_shared_digest(const ReportRun *run, const char *const *files);

#endif
