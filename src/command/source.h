#ifndef COMMAND_SOURCE_H
#define COMMAND_SOURCE_H

/* Where the FO of zet and toon comes from: a file of FO, or XML and a stylesheet. */

#include "command/pipeline.h"

typedef struct Source {
    const char *input;      /* "-": standard input */
    const char *stylesheet; /* NULL: the input is FO */
    char **parameters;      /* "NAME=VALUE", NULL-terminated; or NULL */
} Source;

/* The caller frees the document, whose URL is the input's. NULL where the input cannot be
 * read (reported) or with error. */
xmlDoc *
source_load(Pipeline *pipeline, const Source *source, GError **error);

#endif
