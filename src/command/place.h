#ifndef COMMAND_PLACE_H
#define COMMAND_PLACE_H

/* Where the program's own files are: content, schemas, styles, fonts. */

#include <glib.h>

/* The folder that holds content/, styles/ and fonts/: $OPBOUWWERK_DATA, else the folder
 * above the program that has them (a source tree) or whose share/opbouwwerk has them (an
 * installation), else the one it was built for. The caller
 * frees. */
char *
place_of_data(void);

#endif
