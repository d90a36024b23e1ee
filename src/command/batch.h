#ifndef COMMAND_BATCH_H
#define COMMAND_BATCH_H

/* Many at once: one process warms up, then forks workers that each take one input after
 * another. No threads and no locks; a job that crashes takes nothing with it. What went
 * wrong is told at the end, by input. Nothing of an input's content is kept or printed here
 * but what its own messages say. */

#include "command/command.h"

typedef struct Batch {
    gpointer owner;
    /* Sets one input, in a worker. *output: the file made, without its folder (the caller
     * frees), or NULL; messages: lines to print for it. */
    Status (*run)(gpointer owner, const char *input, char **output, GString *messages);
    const char *folder; /* where outputs and the manifest are; NULL: no manifest */
    const char
        *shared; /* whatever makes all outputs stale when it changes: the program's
                           version, digests of stylesheets, texts and options */
    /* A file besides input that its output is made of (the caller frees), or NULL where
     * there is none; may be NULL. */
    char *(*besides)(gpointer owner, const char *input);
    gboolean resume; /* skip what the manifest says is up to date */
    int workers;     /* 0: one for each processor */
} Batch;

/* The inputs that arguments name, in order: files as they are, the files with suffix in a
 * folder by name, but not those of folders in it, and for "-" the lines of standard input, or
 * what ends with a zero there (find -print0). NULL with error where a folder or standard
 * input cannot be read. The caller frees. */
GPtrArray *
batch_inputs(char **arguments, const char *suffix, GError **error);

/* Runs all inputs, with a progress line on a terminal. Prints the messages of inputs in
 * their order and, where there were more than one, a closing count. Returns the worst
 * status. */
Status
batch_run(const Batch *batch, const GPtrArray *inputs);

#endif
