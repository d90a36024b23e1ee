#include "pdf/inks.h"

typedef struct Row {
    unsigned rgb;
    Inks inks;
} Row;

static const Row rows[] = {
#define COLOUR(rgb, cyan, magenta, yellow, black)                                      \
    {rgb, {cyan / 100.0, magenta / 100.0, yellow / 100.0, black / 100.0}},
#include "pdf/inks.def"
#undef COLOUR
};

static unsigned
in_bytes(double red, double green, double blue)
{
    const double parts[3] = {red, green, blue};
    unsigned rgb = 0;
    for (int i = 0; i < 3; i++)
        rgb = rgb << 8 | (unsigned)(CLAMP(parts[i], 0, 1) * 255 + 0.5);
    return rgb;
}

/* ISO 32000-1, 10.3.4: all of the grey that the three inks have in common is black. */
static Inks
convert(double red, double green, double blue)
{
    double light = MAX(MAX(red, green), blue);
    Inks inks = {.black = CLAMP(1 - light, 0, 1)};
    if (light > 0) {
        inks.cyan = CLAMP(1 - red / light, 0, 1);
        inks.magenta = CLAMP(1 - green / light, 0, 1);
        inks.yellow = CLAMP(1 - blue / light, 0, 1);
    }
    return inks;
}

Inks
inks_for(double red, double green, double blue, gboolean *known)
{
    unsigned rgb = in_bytes(red, green, blue);
    if (known)
        *known = TRUE;
    if (rgb >> 16 == (rgb & 0xFF) && rgb >> 16 == (rgb >> 8 & 0xFF))
        return (Inks){.black = CLAMP(1 - green, 0, 1)};
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
        if (rows[i].rgb == rgb)
            return rows[i].inks;
    if (known)
        *known = FALSE;
    return convert(red, green, blue);
}
