#ifndef COMMAND_PLACE_H
#define COMMAND_PLACE_H

/* Where the program's own files are: content, schemas, styles, fonts. */

#include <glib.h>

/* The folder that holds content/, styles/ and fonts/: $OPBOUWWERK_DATA, else the folder
 * above the program that has them (a source tree), else the installed one. The caller
 * frees. */
char *
place_of_data(void);

#endif
