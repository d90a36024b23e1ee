#include "content/tally.h"

void
tally_add(Tally *tally, gboolean anonymous, int value)
{
    if (anonymous) {
        tally->anonymous++;
        tally->anonymous_sum += value;
    } else {
        tally->named++;
        tally->named_sum += value;
    }
}

gboolean
tally_shows_anonymous(const Tally *tally, int minimum)
{
    return tally->anonymous > 0 && tally->anonymous >= minimum;
}

gboolean
tally_mean(const Tally *tally, int minimum, double *mean)
{
    gboolean all = tally_shows_anonymous(tally, minimum);
    int count = tally->named + (all ? tally->anonymous : 0);
    if (count == 0)
        return FALSE;
    *mean = (double)(tally->named_sum + (all ? tally->anonymous_sum : 0)) / count;
    return TRUE;
}

void
mean_add(Mean *mean, double value)
{
    mean->sum += value;
    mean->count++;
}

double
mean_value(const Mean *mean)
{
    g_assert(mean->count > 0);
    return mean->sum / mean->count;
}
