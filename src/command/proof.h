#ifndef COMMAND_PROOF_H
#define COMMAND_PROOF_H

/* --verslag: how the lines of what was set are, as a table and drawn on the pages. */

#include "command/pipeline.h"

extern const char PROOF_HELP[]; /* of the option and its files, for --help */

/* Sets fo once more and writes NAME.verslag.txt and NAME.verslag.pdf beside NAME.pdf, which
 * is path. */
gboolean
proof_write(Pipeline *pipeline, xmlDoc *fo, const char *file, const char *path,
            GError **error);

#endif
