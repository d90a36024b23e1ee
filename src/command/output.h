#ifndef COMMAND_OUTPUT_H
#define COMMAND_OUTPUT_H

/* The options by which every command that makes PDFs says for whom they are: a screen, a
 * press, a printer and a stapler, one reader with a password. */

#include "pdf/pdf.h"

typedef struct Output {
    PdfOptions pdf; /* what is asked; for pdf_deliver() */
    char *profile, *bleed, *icc, *creep, *duplex, *passwords; /* as they were typed */
    GByteArray *condition;
    char *user_password, *owner_password;
} Output;

void
output_clear(Output *output);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Output, output_clear)

/* own, which ends with an empty entry, and behind it the options of output. Caller frees. */
GOptionEntry *
output_entries(Output *output, const GOptionEntry *own);

/* Reads what was typed, and the files that it names; data: the program's own files. FALSE
 * with error where options contradict each other or a file will not do. */
gboolean
output_read(Output *output, const char *data, GError **error);

/* The permissions of the files that are written: a locked file is for one person. output
 * may be NULL. */
int
output_mode(const Output *output);

/* Whether the PDF is for reading: not for a press, and not imposed. output may be NULL. */
gboolean
output_is_read(const Output *output);

#endif
