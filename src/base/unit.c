#include "base/unit.h"
#include "base/append.h"

#include <math.h>
#include <string.h>

Length
length_from_points(double points)
{
    if (isnan(points))
        return 0;
    double units = points * 1024.0;
    if (units >= LENGTH_MAX)
        return LENGTH_MAX;
    if (units <= -LENGTH_MAX)
        return -LENGTH_MAX;
    return (Length)lround(units);
}

gboolean
length_from_unit(double number, const char *unit, Length *length)
{
    static const struct {
        const char *name;
        double points;
    } units[] = {
        {"pt", 1},  {"mm", 72 / 25.4}, {"cm", 72 / 2.54}, {"in", 72},
        {"pc", 12}, {"px", 0.75},      {"mpt", 0.001}, /* FOP's */
    };
    for (gsize i = 0; i < G_N_ELEMENTS(units); i++) {
        if (strcmp(unit, units[i].name) == 0) {
            *length = length_from_points(number * units[i].points);
            return TRUE;
        }
    }
    return FALSE;
}

void
thousandths_append(GString *string, gint64 thousandths)
{
    char digits[32];
    char *start = digits + sizeof digits;
    guint64 magnitude = thousandths < 0 ? -(guint64)thousandths : (guint64)thousandths;
    guint rest = (guint)(magnitude % 1000);
    magnitude /= 1000;
    if (rest > 0) {
        int places = 3;
        for (; rest % 10 == 0; rest /= 10)
            places--;
        for (; places > 0; places--, rest /= 10)
            *--start = (char)('0' + rest % 10);
        *--start = '.';
    }
    do
        *--start = (char)('0' + magnitude % 10);
    while ((magnitude /= 10) > 0);
    if (thousandths < 0)
        *--start = '-';
    append_bytes(string, start, (gsize)(digits + sizeof digits - start));
}

void
length_append(GString *string, Length length)
{
    gint64 thousandths = (ABS((gint64)length) * 1000 + 512) / 1024;
    thousandths_append(string, length < 0 ? -thousandths : thousandths);
}
