#include "inspect/profile.h"
#include "inspect/walk.h"

#include <string.h>

enum { DEEPEST = 8, MOST_COMPONENTS = 32 };

static void
check_space(Walk *walk, const Value *where, const Value *space, int depth);

/* What stands for a device's own colours on this page (ISO 32000-1, 8.6.5.6). */
static gboolean
has_default(const Walk *walk, const char *key)
{
    return value_has(value_get(walk->resources, "ColorSpace"), key);
}

/* PDF/A-2, 6.2.4.3; ISO 15930-7, 6.2. */
static void
check_device(Walk *walk, const Value *where, const char *name)
{
    Inspection *inspection = walk->inspection;
    guint32 intent = inspection->intent_space;
    if (strcmp(name, "DeviceRGB") == 0) {
        if (intent != SPACE_RGB && !has_default(walk, "DefaultRGB"))
            finding(inspection, DIAG_PDF_RGB, walk->page, where,
                    "heeft kleuren in rood, groen en blauw van onbekende betekenis");
    } else if (strcmp(name, "DeviceCMYK") == 0) {
        if (intent != SPACE_CMYK && !has_default(walk, "DefaultCMYK"))
            finding(inspection, DIAG_PDF_CMYK, walk->page, where,
                    "heeft kleuren in drukinkten van onbekende betekenis");
    } else if (intent == 0 && !has_default(walk, "DefaultGray"))
        finding(inspection, DIAG_PDF_GREY, walk->page, where,
                "heeft grijzen van onbekende betekenis");
}

/* PDF/A-2, 6.2.4.2. */
static void
check_profile_space(Walk *walk, const Value *where, const Value *space)
{
    enum { SEEN = 101 }; /* beside the contexts */
    const Value *stream = value_item(space, 1);
    gint64 key = mark_key(stream->object, SEEN);
    if (g_hash_table_contains(walk->drawn, &key))
        return;
    g_hash_table_add(walk->drawn, g_memdup2(&key, sizeof key));
    g_autofree char *fault =
        profile_fault(walk->inspection, stream, "prtr mntr scnr spac");
    if (fault)
        finding(walk->inspection, DIAG_PDF_PROFILE, walk->page,
                stream->is_object ? stream : where, "een kleurprofiel %s", fault);
}

/* PDF/A-2, 6.2.4.4. */
static void
check_inks(Walk *walk, const Value *where, const Value *space, int depth)
{
    guint count = value_count_items(value_item(space, 1));
    if (value_is_name(value_item(space, 0), "DeviceN") && count > MOST_COMPONENTS)
        finding(walk->inspection, DIAG_PDF_INKS, walk->page, where,
                "een kleur heeft %u inkten", count);
    check_space(walk, where, value_item(space, 2), depth + 1);
}

static void
check_named(Walk *walk, const Value *where, const Value *space, int depth)
{
    static const char *const device[] = {"DeviceRGB", "DeviceCMYK", "DeviceGray", NULL};
    const char *name = value_name(space);
    if (is_among(name, device))
        check_device(walk, where, name);
    else if (strcmp(name, "Pattern") != 0)
        check_space(walk, where, walk_resource(walk, "ColorSpace", space), depth + 1);
}

static void
check_space(Walk *walk, const Value *where, const Value *space, int depth)
{
    if (depth > DEEPEST)
        return;
    if (value_name(space)) {
        check_named(walk, where, space, depth);
        return;
    }
    if (space->kind == VALUE_NULL)
        return; /* reported where it was looked for */
    const char *family = value_name(value_item(space, 0));
    if (g_strcmp0(family, "ICCBased") == 0)
        check_profile_space(walk, where, space);
    else if (g_strcmp0(family, "Indexed") == 0 || g_strcmp0(family, "I") == 0 ||
             g_strcmp0(family, "Pattern") == 0)
        check_space(walk, where, value_item(space, 1), depth + 1);
    else if (g_strcmp0(family, "Separation") == 0 || g_strcmp0(family, "DeviceN") == 0)
        check_inks(walk, where, space, depth);
    else if (g_strcmp0(family, "CalRGB") != 0 && g_strcmp0(family, "CalGray") != 0 &&
             g_strcmp0(family, "Lab") != 0 &&
             !(value_count_items(space) == 1 && family))
        finding(walk->inspection, DIAG_PDF_SPACE, walk->page, where,
                "noemt een kleurruimte die er niet is");
    else if (value_count_items(space) == 1 && family)
        check_space(walk, where, value_item(space, 0), depth + 1);
}

void
colours_space(Walk *walk, const Value *where, const Value *space)
{
    check_space(walk, where, space, 0);
}

/* scn with a name paints with a pattern (8.7). */
static void
set_pattern(Walk *walk, const Value *operands)
{
    const Value *name = value_item(operands, operands->count - 1);
    if (!value_name(name))
        return;
    const Value *pattern = walk_resource(walk, "Pattern", name);
    if (pattern->kind == VALUE_STREAM)
        walk_stream(walk, pattern, CONTEXT_ASIDE);
    const Value *shading = value_get(pattern, "Shading");
    if (value_has(shading, "ColorSpace"))
        colours_space(walk, pattern, value_get(shading, "ColorSpace"));
}

static void
set_fill(Walk *walk, const char *operator, const Value * operands)
{
    walk->state.fill[0] = -1;
    if (strcmp(operator, "k") == 0 && operands->count == 4)
        value_numbers(operands, walk->state.fill, 4);
}

void
colours_set(Walk *walk, const char *operator, const Value * operands)
{
    static const char *const device[][2] = {
        {"g", "DeviceGray"}, {"rg", "DeviceRGB"}, {"k", "DeviceCMYK"}};
    for (guint i = 0; i < G_N_ELEMENTS(device); i++)
        if (g_ascii_strcasecmp(operator, device[i][0]) == 0)
            check_device(walk, walk->owner, device[i][1]);
    if (g_ascii_strcasecmp(operator, "cs") == 0)
        check_space(walk, walk->owner, value_item(operands, 0), 0);
    else if (g_ascii_strcasecmp(operator, "scn") == 0 && operands->count > 0)
        set_pattern(walk, operands);
    if (g_ascii_islower(operator[0]))
        set_fill(walk, operator, operands);
}

/* Text in more than black where it is meant to be black: four plates that must register. */
void
colours_of_text(Walk *walk)
{
    const double *ink = walk->state.fill;
    if (ink[3] >= 0.85 && ink[0] + ink[1] + ink[2] > 0)
        finding(walk->inspection, DIAG_PDF_RICH_BLACK, walk->page, walk->owner,
                "heeft zwarte tekst in meer dan zwarte inkt");
}
