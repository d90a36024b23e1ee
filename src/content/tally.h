#ifndef CONTENT_TALLY_H
#define CONTENT_TALLY_H

/* Means of scores that keep anonymous raters anonymous: what too few of them gave does not
 * count, so it can neither be read nor be found by subtracting what is shown. A mean of
 * means is therefore made of means that may be shown, never of scores. */

#include <glib.h>

/* What the raters of one kind gave one competence in one measurement. */
typedef struct Tally {
    int named, named_sum;
    int anonymous, anonymous_sum;
} Tally;

void
tally_add(Tally *tally, gboolean anonymous, int value);

/* Whether what anonymous raters gave may be shown: there are at least minimum of them. */
gboolean
tally_shows_anonymous(const Tally *tally, int minimum);

/* The mean of what may be shown; FALSE where that is nothing. */
gboolean
tally_mean(const Tally *tally, int minimum, double *mean);

/* A mean being made. */
typedef struct Mean {
    double sum;
    int count;
} Mean;

void
mean_add(Mean *mean, double value);
/* Call only where count is above 0. */
double
mean_value(const Mean *mean);

#endif
