#ifndef BASE_FILE_H
#define BASE_FILE_H

/* Files: read whole, written whole. Errors say in Dutch what could not be done with which
 * file and why. */

#include <glib.h>

/* Reads the file at path; "-" is standard input. */
GByteArray *
file_read(const char *path, GError **error);

/* Writes bytes to a new file beside path and renames it into place, so that path holds the
 * old or the new content and never a part. mode: its permissions before the umask (0666,
 * or 0600 for personal data). "-" is standard output. */
gboolean
file_write(const char *path, const void *bytes, gsize length, int mode, GError **error);

/* Why a file could not be opened, read or written, in Dutch: "het bestaat niet". number: an
 * errno. */
const char *
file_reason(int number);

#endif
