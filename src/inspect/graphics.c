#include "inspect/walk.h"

#include <string.h>

static gboolean
is_intent(const char *name)
{
    static const char *const intents[] = {"RelativeColorimetric",
                                          "AbsoluteColorimetric", "Perceptual",
                                          "Saturation", NULL};
    return is_among(name, intents);
}

void
graphics_intent(Walk *walk, const Value *where, const Value *intent)
{
    if (intent->kind != VALUE_NULL && !is_intent(value_name(intent)))
        finding(walk->inspection, DIAG_PDF_RENDERING, walk->page, where,
                "vraagt een weergave van kleuren die er niet is");
}

/* ISO 32000-1, 11.3.5. Several names: the first that is known. */
static void
check_blend_mode(Walk *walk, const Value *parameters)
{
    static const char *const modes[] = {
        "Normal",    "Compatible", "Multiply",   "Screen",    "Overlay",
        "Darken",    "Lighten",    "ColorDodge", "ColorBurn", "HardLight",
        "SoftLight", "Difference", "Exclusion",  "Hue",       "Saturation",
        "Color",     "Luminosity", NULL};
    const Value *mode = value_get(parameters, "BM");
    for (guint i = 0; i < value_count_items(mode); i++)
        if (!is_among(value_name(value_item(mode, i)), modes))
            finding(walk->inspection, DIAG_PDF_BLEND, walk->page, parameters,
                    "mengt kleuren op een manier die PDF niet kent");
    if (mode->kind != VALUE_NULL && !value_is_name(value_item(mode, 0), "Normal") &&
        !value_is_name(value_item(mode, 0), "Compatible"))
        walk->transparent = TRUE;
}

/* PDF/A-2, 6.2.5. */
static void
check_halftone(Walk *walk, const Value *parameters)
{
    const Value *halftone = value_get(parameters, "HT");
    if (!value_is_dictionary(halftone))
        return;
    gint64 type = value_integer(value_get(halftone, "HalftoneType"), 0);
    if ((type != 1 && type != 5) || value_has(halftone, "HalftoneName"))
        finding(walk->inspection, DIAG_PDF_HALFTONE, walk->page, parameters,
                "heeft een raster van een soort of met een naam die niet mag");
}

void
graphics_state(Walk *walk, const Value *parameters)
{
    Inspection *inspection = walk->inspection;
    const Value *transfer = value_get(parameters, "TR2");
    if (value_has(parameters, "TR") ||
        (transfer->kind != VALUE_NULL && !value_is_name(transfer, "Default")))
        finding(inspection, DIAG_PDF_TRANSFER, walk->page, parameters,
                "verandert kleuren met een overdrachtsfunctie");
    if (value_has(parameters, "HTP"))
        finding(inspection, DIAG_PDF_HALFTONE, walk->page, parameters, "heeft HTP");
    check_halftone(walk, parameters);
    graphics_intent(walk, parameters, value_get(parameters, "RI"));
    check_blend_mode(walk, parameters);
    double alpha = 1;
    if ((value_number(value_get(parameters, "ca"), &alpha) && alpha < 1) ||
        (value_number(value_get(parameters, "CA"), &alpha) && alpha < 1))
        walk->transparent = TRUE;
    const Value *mask = value_get(parameters, "SMask");
    if (mask->kind == VALUE_DICTIONARY) {
        walk->transparent = TRUE;
        walk_stream(walk, value_get(mask, "G"), CONTEXT_ASIDE);
    }
    const Value *font = value_get(parameters, "Font");
    if (font->kind == VALUE_ARRAY)
        walk->state.font = font_use(inspection, value_item(font, 0), walk->page);
}

/* PDF/A-2, 6.2.8. */
static void
check_image(Walk *walk, const Value *image)
{
    Inspection *inspection = walk->inspection;
    if (value_has(image, "Alternates"))
        finding(inspection, DIAG_PDF_ALTERNATE_IMAGE, walk->page, image,
                "een afbeelding heeft andere gedaanten");
    if (value_is_true(value_get(image, "Interpolate")))
        finding(inspection, DIAG_PDF_INTERPOLATE, walk->page, image,
                "een afbeelding vraagt om tussenwaarden");
    graphics_intent(walk, image, value_get(image, "Intent"));
    if (!value_is_true(value_get(image, "ImageMask")) && value_has(image, "ColorSpace"))
        colours_space(walk, image, value_get(image, "ColorSpace"));
    const Value *mask = value_get(image, "SMask");
    if (mask->kind == VALUE_STREAM) {
        walk->transparent = TRUE;
        if (value_is_true(value_get(mask, "Interpolate")))
            finding(inspection, DIAG_PDF_INTERPOLATE, walk->page, mask,
                    "een masker vraagt om tussenwaarden");
    }
}

/* PDF/UA-1, 7.20: what hangs in the tree is drawn once. */
static void
count_drawing(Walk *walk, const Value *form)
{
    enum { DRAWN = 100 }; /* beside the contexts */
    gint64 key = mark_key(form->object, DRAWN);
    if (!value_has(form, "StructParents"))
        return;
    if (g_hash_table_contains(walk->drawn, &key))
        finding(walk->inspection, DIAG_PDF_FORM_MARKS, walk->page, form,
                "wordt meer dan eens getekend, en zijn inhoud hangt in de boom");
    else
        g_hash_table_add(walk->drawn, g_memdup2(&key, sizeof key));
}

static void
draw_form(Walk *walk, const Value *form)
{
    Inspection *inspection = walk->inspection;
    if (value_has(form, "Ref"))
        finding(inspection, DIAG_PDF_REFERENCE, walk->page, form,
                "een tekening haalt haar inhoud uit een ander bestand");
    if (value_has(form, "PS") || value_is_name(value_get(form, "Subtype2"), "PS"))
        finding(inspection, DIAG_PDF_POSTSCRIPT, walk->page, form,
                "een tekening is in PostScript");
    const Value *group = value_get(form, "Group");
    if (value_is_name(value_get(group, "S"), "Transparency")) {
        walk->transparent = TRUE;
        if (value_has(group, "CS"))
            colours_space(walk, form, value_get(group, "CS"));
    }
    count_drawing(walk, form);
    walk_stream(walk, form, walk->context);
}

void
graphics_draw(Walk *walk, const Value *object)
{
    const Value *subtype = value_get(object, "Subtype");
    if (value_has(object, "OPI"))
        finding(walk->inspection, DIAG_PDF_OPI, walk->page, object, "heeft OPI");
    if (value_is_name(subtype, "Form"))
        draw_form(walk, object);
    else if (value_is_name(subtype, "Image")) {
        marks_paint(walk);
        check_image(walk, object);
    } else if (object->kind != VALUE_NULL)
        finding(walk->inspection, DIAG_PDF_POSTSCRIPT, walk->page, object,
                "is geen afbeelding en geen tekening");
}

/* 8.9.7: keys and colour spaces are abbreviated. */
void
graphics_inline_image(Walk *walk, const Value *operands)
{
    static const char *const spaces[][2] = {
        {"G", "DeviceGray"}, {"RGB", "DeviceRGB"}, {"CMYK", "DeviceCMYK"}};
    marks_paint(walk);
    for (guint i = 0; i + 1 < operands->count; i += 2) {
        const Value *key = value_item(operands, i),
                    *value = value_item(operands, i + 1);
        const char *name = value_name(value);
        if ((value_is_name(key, "I") || value_is_name(key, "Interpolate")) &&
            value_is_true(value))
            finding(walk->inspection, DIAG_PDF_INTERPOLATE, walk->page, walk->owner,
                    "een afbeelding vraagt om tussenwaarden");
        if (value_is_name(key, "F") || value_is_name(key, "Filter"))
            for (guint j = 0; j < value_count_items(value); j++)
                if (value_is_name(value_item(value, j), "LZW") ||
                    value_is_name(value_item(value, j), "LZWDecode"))
                    finding(walk->inspection, DIAG_PDF_FILTER, walk->page, walk->owner,
                            "een afbeelding is met LZW ingepakt");
        if (!value_is_name(key, "CS") && !value_is_name(key, "ColorSpace"))
            continue;
        Value full = {.kind = VALUE_NAME};
        for (guint j = 0; name && j < G_N_ELEMENTS(spaces); j++)
            if (strcmp(name, spaces[j][0]) == 0)
                full.u.text = spaces[j][1];
        colours_space(walk, walk->owner, full.u.text ? &full : value);
    }
}
