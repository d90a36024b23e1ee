#ifndef COMMAND_BATCH_INPUT_H
#define COMMAND_BATCH_INPUT_H

/* What commands that set many files have in common: which files they take, what makes an
 * output stale, and a job's own messages. */

#include "command/batch.h"
#include "command/pipeline.h"

/* What a run is made of. */
typedef struct BatchKind {
    const char
        *element;   /* the root of its files, and what they are called: "dossier" */
    DiagCode again; /* there was one of this id already */
} BatchKind;

/* Whether path is a folder, or is written as one. */
gboolean
batch_is_folder(const char *path);
gboolean
batch_make_folder(const char *folder, GError **error);

/* The files of that kind that arguments name (see batch_inputs()). What is in a folder but of
 * another kind is left out; a second file of one id is too, and reported, since its output
 * would take the place of the first: *status is then raised. NULL after saying that there
 * are none, or with error. The caller frees. */
GPtrArray *
batch_select(char **arguments, const BatchKind *kind, Diag *diag, Status *status,
             GError **error);

/* A digest of program, stylesheets, texts, fonts, options and the files (paths, up to a NULL)
 * that an output is made of beside its input. The caller frees. */
char *
batch_digest(const Pipeline *pipeline, const char *options, const char *const *files);

/* Makes one output; *name: the file made, without its folder (the caller frees). */
typedef gboolean (*BatchMake)(gpointer owner, const char *input, char **name,
                              GError **error);

/* For Batch.run: makes one output with messages of its own, so that they can be told
 * together. */
Status
batch_job(Pipeline *pipeline, BatchMake make, gpointer owner, const char *input,
          char **output, GString *messages);

#endif
