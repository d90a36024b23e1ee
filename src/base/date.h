#ifndef BASE_DATE_H
#define BASE_DATE_H

/* Dates of the calendar, as ISO 8601 writes them: "2026-11-24". Such strings are in order
 * where the days are. */

#include <glib.h>

/* TRUE where text is written so and the day exists. */
gboolean
date_is_valid(const char *text);

/* The ISO form of a date as people type it: "2026-11-24", "24-11-2026", "24/11/2026",
 * "24.11.2026" or "24 november 2026", day and month also of one digit. NULL where it is no
 * such date or the day does not exist. The caller frees. */
char *
date_read(const char *text);

#endif
