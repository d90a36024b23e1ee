#ifndef COMMAND_CONTROLE_H
#define COMMAND_CONTROLE_H

/* The second half of `opbouwwerk controle`: finished PDFs in place of the texts. */

#include "command/command.h"

typedef struct ControlePdf {
    char **files;
    const char *passwords; /* file with the password that opens them, or NULL */
    gboolean explain;      /* what each broken rule is and where it stands */
} ControlePdf;

/* Inspects the files, each by itself, and says on standard output what each promises and
 * whether it keeps it. */
Status
controle_pdf(const ControlePdf *asked);

#endif
