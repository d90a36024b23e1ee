#include "base/unit.h"

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
        {"pt", 1},  {"mm", 72 / 25.4}, {"cm", 72 / 2.54},
        {"in", 72}, {"pc", 12},        {"px", 0.75},
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
length_append(GString *string, Length length)
{
    gint64 magnitude = ABS((gint64)length);
    gint64 thousandths = (magnitude * 1000 + 512) / 1024;
    if (length < 0 && thousandths > 0)
        g_string_append_c(string, '-');
    g_string_append_printf(string, "%" G_GINT64_FORMAT, thousandths / 1000);
    int rest = (int)(thousandths % 1000);
    if (rest == 0)
        return;
    g_string_append_printf(string, ".%03d", rest);
    while (string->str[string->len - 1] == '0')
        g_string_truncate(string, string->len - 1);
}
