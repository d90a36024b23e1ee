#ifndef BASE_UNIT_H
#define BASE_UNIT_H

/* Lengths are integers of 1/1024 point (Pango units), so that sums are exact. */

#include <glib.h>

typedef int Length;

#define LENGTH_MAX (G_MAXINT / 4)
/* What sums of rounded lengths may differ by: 1/16 pt, which no one sees. Ten lines of 14.4 pt
 * fill a page of 144 pt. */
#define LENGTH_ROUNDING 64
#define POINTS(n) ((Length)((n)*1024.0 + ((n) < 0 ? -0.5 : 0.5)))

static inline double
length_points(Length length)
{
    return length / 1024.0;
}

/* Rounds points to the nearest unit and clamps to ±LENGTH_MAX. */
Length
length_from_points(double points);

/* The sum, or the nearest length that there is. */
static inline Length
length_sum(gint64 a, gint64 b)
{
    return (Length)CLAMP(a + b, -LENGTH_MAX, LENGTH_MAX);
}

/* Converts number in unit ("pt", "mm", "cm", "in", "pc", "px" at 96 per inch) to a length.
 * Returns FALSE for an unknown unit. "em" is the caller's affair. */
gboolean
length_from_unit(double number, const char *unit, Length *length);

/* Appends a number of thousandths as a decimal number, without trailing zeros: 12500 is "12.5". */
void
thousandths_append(GString *string, gint64 thousandths);
/* Appends the length in points with at most three decimals, without trailing zeros: "12.5". */
void
length_append(GString *string, Length length);

#endif
