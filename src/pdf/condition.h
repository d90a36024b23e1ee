#ifndef PDF_CONDITION_H
#define PDF_CONDITION_H

/* The printing condition that a press file is made for: an ICC profile (ICC.1). */

#include <glib.h>

/* FALSE with error where profile is not one of a press with four inks. */
gboolean
condition_check(const GByteArray *profile, GError **error);

/* What the profile calls itself, or NULL. Caller frees. */
char *
condition_description(const GByteArray *profile);

/* The condition's name in the ICC registry that stands in description ("FOGRA39"), or NULL.
 * Caller frees. */
char *
condition_registered(const char *description);

#endif
