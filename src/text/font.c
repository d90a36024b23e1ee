#include "text/font.h"
#include "text/hyphenate.h"
#include "text/itemize.h"
#include "text/shape.h"

#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

/* No font is larger than a page is high, and none too small for a rasteriser to scale. */
#define LARGEST_SIZE POINTS(14400)
#define SMALLEST_SIZE 16

static const char *const LAST_RESORT = "serif";

/* The style that callers see comes first: they hold a pointer to it. */
typedef struct Style {
    TextStyle style;
    const Face *face; /* NULL: not asked for yet */
} Style;

typedef struct FaceKey {
    const char *families, *features, *language; /* interned */
    Length size, letter_spacing;
    int weight, slant, stretch, kerning;
} FaceKey;

static guint
mix(guint hash, gsize value)
{
    return (hash ^ (guint)(value ^ (value >> 32))) * 16777619u;
}

static FaceKey
face_key(const TextStyle *style)
{
    FaceKey key;
    memset(&key, 0, sizeof key);
    key.families = style->families;
    key.features = style->features;
    key.language = style->language;
    key.size = style->size;
    key.letter_spacing = style->letter_spacing;
    key.weight = style->weight;
    key.slant = style->slant;
    key.stretch = style->stretch;
    key.kerning = style->kerning != FALSE;
    return key;
}

static guint
face_key_hash(gconstpointer pointer)
{
    const FaceKey *key = pointer;
    guint hash = mix(2166136261u, (gsize)key->families);
    hash = mix(hash, (gsize)key->features);
    hash = mix(hash, (gsize)key->language);
    hash = mix(hash, (gsize)(guint)key->size);
    hash = mix(hash, (gsize)(guint)key->letter_spacing);
    return mix(hash, (gsize)(guint)(key->weight * 64 + key->slant * 16 + key->stretch));
}

static gboolean
face_key_equal(gconstpointer a, gconstpointer b)
{
    return memcmp(a, b, sizeof(FaceKey)) == 0;
}

static guint
style_hash(gconstpointer pointer)
{
    const TextStyle *style = pointer;
    FaceKey key = face_key(style);
    guint hash = mix(face_key_hash(&key), (gsize)style->hyphen);
    hash = mix(hash, (gsize)(guint)(style->word_stretch + style->word_shrink));
    return mix(hash, (gsize)(guint)(style->word_spacing + style->hyphenate));
}

static gboolean
style_equal(gconstpointer a, gconstpointer b)
{
    const TextStyle *left = a, *right = b;
    FaceKey key = face_key(left), other = face_key(right);
    return face_key_equal(&key, &other) && left->word_spacing == right->word_spacing &&
           left->has_word_limits == right->has_word_limits &&
           left->word_stretch == right->word_stretch &&
           left->word_shrink == right->word_shrink &&
           left->hyphenate == right->hyphenate && left->remain == right->remain &&
           left->push == right->push && left->hyphen == right->hyphen;
}

static void
face_free(gpointer pointer)
{
    Face *face = pointer;
    g_clear_object(&face->fontset);
    g_slist_free_full(face->attributes, (GDestroyNotify)pango_attribute_destroy);
    g_free(face->unknown);
    g_free(face->unlike);
    g_free(face->name);
    g_free(face);
}

/* ---- The configuration ---- */

static FcConfig *
load_configuration(const char *path, GError **error)
{
    g_autofree char *absolute = g_canonicalize_filename(path, NULL);
    FcConfig *configuration = FcConfigCreate();
    if (!g_file_test(absolute, G_FILE_TEST_IS_REGULAR) ||
        !FcConfigParseAndLoad(configuration, (const FcChar8 *)absolute, FcTrue) ||
        !FcConfigBuildFonts(configuration)) {
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                    "“%s” is niet te lezen als lijst van lettertypen", path);
        FcConfigDestroy(configuration);
        return NULL;
    }
    const FcFontSet *fonts = FcConfigGetFonts(configuration, FcSetSystem);
    if (!fonts || fonts->nfont == 0) {
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
                    "“%s” noemt geen lettertype dat er is; zijn de pakketten "
                    "fonts-vollkorn, fonts-lato en fonts-dejavu-core geïnstalleerd?",
                    path);
        FcConfigDestroy(configuration);
        return NULL;
    }
    return configuration;
}

static GHashTable *
collect_families(FcConfig *configuration)
{
    GHashTable *families = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    const FcFontSet *fonts = FcConfigGetFonts(configuration, FcSetSystem);
    for (int i = 0; i < fonts->nfont; i++) {
        FcChar8 *name;
        for (int n = 0;
             FcPatternGetString(fonts->fonts[i], FC_FAMILY, n, &name) == FcResultMatch;
             n++)
            g_hash_table_add(families, g_utf8_strdown((const char *)name, -1));
    }
    return families;
}

static PangoContext *
context_new(PangoFontMap *map)
{
    PangoContext *context = pango_font_map_create_context(map);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);
    return context;
}

Text *
text_new(const char *configuration, GError **error)
{
    FcConfig *fonts = load_configuration(configuration, error);
    if (!fonts)
        return NULL;
    Text *text = g_new0(Text, 1);
    text->arena = arena_new();
    text->strings = g_string_chunk_new(1024);
    text->configuration = fonts;
    text->families = collect_families(fonts);
    text->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(text->map), fonts);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(text->map), 72);
    text->context = context_new(text->map);
    text->fonts = g_hash_table_new_full(NULL, NULL, g_object_unref, NULL);
    text->styles = g_hash_table_new_full(style_hash, style_equal, g_free, NULL);
    text->faces =
        g_hash_table_new_full(face_key_hash, face_key_equal, g_free, face_free);
    text->shapes = shape_table_new();
    text->glyphs = pango_glyph_string_new();
    text->missing = g_array_new(FALSE, FALSE, sizeof(gunichar));
    text->items = g_array_new(FALSE, FALSE, sizeof(Item));
    text->dictionaries = hyphenate_dictionaries_new();
    text->words = hyphenate_words_new();
    return text;
}

void
text_free(Text *text)
{
    if (!text)
        return;
    g_hash_table_unref(text->words);
    g_hash_table_unref(text->dictionaries);
    g_array_unref(text->items);
    g_array_unref(text->missing);
    pango_glyph_string_free(text->glyphs);
    g_hash_table_unref(text->shapes);
    g_hash_table_unref(text->styles);
    g_hash_table_unref(text->faces);
    g_hash_table_unref(text->fonts);
    g_object_unref(text->context);
    g_object_unref(text->map);
    g_hash_table_unref(text->families);
    FcConfigDestroy(text->configuration);
    g_string_chunk_free(text->strings);
    arena_free(text->arena);
    g_free(text);
}

const TextStyle *
text_style(Text *text, const TextStyle *style)
{
    const TextStyle *known = g_hash_table_lookup(text->styles, style);
    if (known)
        return known;
    Style *copy = g_new0(Style, 1);
    copy->style = *style;
    const char **strings[] = {&copy->style.families, &copy->style.features,
                              &copy->style.language};
    for (gsize i = 0; i < G_N_ELEMENTS(strings); i++)
        if (*strings[i])
            *strings[i] = g_string_chunk_insert_const(text->strings, *strings[i]);
    if (!copy->style.families)
        copy->style.families = g_string_chunk_insert_const(text->strings, LAST_RESORT);
    if (copy->style.features && !*copy->style.features)
        copy->style.features = NULL;
    copy->style.size = CLAMP(style->size, SMALLEST_SIZE, LARGEST_SIZE);
    copy->style.weight = CLAMP(style->weight, 100, 1000);
    known = g_hash_table_lookup(text->styles, copy);
    if (known) {
        g_free(copy);
        return known;
    }
    g_hash_table_add(text->styles, copy);
    return &copy->style;
}

/* ---- Faces ---- */

/* Whether the configuration has the family, or gives another its name. */
static gboolean
family_exists(const Text *text, const char *name)
{
    g_autofree char *lower = g_utf8_strdown(name, -1);
    if (g_hash_table_contains(text->families, lower))
        return TRUE;
    FcPattern *pattern = FcPatternCreate();
    FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)name);
    FcConfigSubstitute(text->configuration, pattern, FcMatchPattern);
    FcChar8 *first = NULL;
    gboolean is_alias =
        FcPatternGetString(pattern, FC_FAMILY, 0, &first) == FcResultMatch &&
        FcStrCmpIgnoreCase(first, (const FcChar8 *)name) != 0;
    FcPatternDestroy(pattern);
    return is_alias;
}

/* The families that exist, as Pango wants them; those that do not go to unknown. */
static char *
existing_families(const Text *text, const char *families, GString *unknown)
{
    GString *existing = g_string_new(NULL);
    g_auto(GStrv) names = g_strsplit(families, ",", 64);
    for (int i = 0; names[i]; i++) {
        const char *name = g_strstrip(g_strdelimit(names[i], "'\"", ' '));
        if (!*name)
            continue;
        GString *list = family_exists(text, name) ? existing : unknown;
        g_string_append_printf(list, "%s%s", list->len > 0 ? ", " : "", name);
    }
    return g_string_free(existing, FALSE);
}

static gboolean
take_first(PangoFontset *fontset, PangoFont *font, gpointer first)
{
    (void)fontset;
    *(PangoFont **)first = font;
    return TRUE;
}

static PangoFont *
keep_font(Text *text, PangoFont *font)
{
    if (!g_hash_table_contains(text->fonts, font))
        g_hash_table_add(text->fonts, g_object_ref(font));
    return font;
}

static GSList *
face_attributes(const TextStyle *style)
{
    g_autoptr(GString) features = g_string_new(style->features);
    /* Letters set apart are no ligature (XSL 1.1, 7.17.2). */
    if (style->letter_spacing != 0)
        g_string_append_printf(features, "%sliga=0, clig=0, dlig=0, hlig=0",
                               features->len > 0 ? ", " : "");
    if (!style->kerning)
        g_string_append_printf(features, "%skern=0", features->len > 0 ? ", " : "");
    if (features->len == 0)
        return NULL;
    return g_slist_prepend(NULL, pango_attr_font_features_new(features->str));
}

static PangoFontDescription *
description_of(const TextStyle *style, const char *families)
{
    PangoFontDescription *description = pango_font_description_new();
    pango_font_description_set_family(description, families);
    pango_font_description_set_absolute_size(description, style->size);
    pango_font_description_set_weight(description, (PangoWeight)style->weight);
    pango_font_description_set_style(description, style->slant);
    pango_font_description_set_stretch(description, style->stretch);
    return description;
}

/* ---- What a font says of itself ---- */

static int
signed16(const guint8 *bytes)
{
    return (gint16)(bytes[0] << 8 | bytes[1]);
}

static hb_blob_t *
font_table(PangoFont *font, hb_tag_t tag)
{
    hb_font_t *shaper = pango_font_get_hb_font(font);
    return hb_face_reference_table(hb_font_get_face(shaper), tag);
}

/* A 16-bit value of a table, scaled; 0 where the table ends before it. */
static Length
scaled_field(PangoFont *font, hb_tag_t tag, guint offset, Length size)
{
    hb_blob_t *table = font_table(font, tag);
    guint length;
    const guint8 *bytes = (const guint8 *)hb_blob_get_data(table, &length);
    guint per_em = hb_face_get_upem(hb_font_get_face(pango_font_get_hb_font(font)));
    gint64 value = offset + 2 <= length ? signed16(bytes + offset) : 0;
    hb_blob_destroy(table);
    return per_em > 0 ? (Length)(value * size / per_em) : 0;
}

static Length
glyph_height(PangoFont *font, gunichar character)
{
    hb_font_t *shaper = pango_font_get_hb_font(font);
    hb_codepoint_t glyph;
    hb_glyph_extents_t extents;
    if (!hb_font_get_nominal_glyph(shaper, character, &glyph) ||
        !hb_font_get_glyph_extents(shaper, glyph, &extents))
        return 0;
    return extents.y_bearing;
}

static Length
first_positive(Length a, Length b, Length c)
{
    return a > 0 ? a : b > 0 ? b : c;
}

/* OpenType, tables OS/2 and post; where a font does not say, the usual parts of an em. */
static TextMetrics
metrics_of(PangoFont *font, Length size)
{
    const hb_tag_t os2 = HB_TAG('O', 'S', '/', '2'), post = HB_TAG('p', 'o', 's', 't');
    TextMetrics metrics = {0};
    hb_font_extents_t extents = {0};
    hb_font_get_h_extents(pango_font_get_hb_font(font), &extents);
    metrics.ascent = first_positive(extents.ascender, size * 4 / 5, 1);
    metrics.descent = first_positive(-extents.descender, size / 5, 1);
    Length x_height = scaled_field(font, os2, 86, size);
    Length cap_height = scaled_field(font, os2, 88, size);
    metrics.x_height = first_positive(x_height, glyph_height(font, 'x'), size / 2);
    metrics.cap_height =
        first_positive(cap_height, glyph_height(font, 'H'), size * 7 / 10);
    Length thickness = scaled_field(font, post, 10, size);
    metrics.underline_thickness = first_positive(thickness, size / 20, 1);
    Length underline = -scaled_field(font, post, 8, size);
    metrics.underline_offset = first_positive(underline, size / 10, 1);
    Length strike = scaled_field(font, os2, 26, size);
    metrics.strike_thickness = first_positive(strike, metrics.underline_thickness, 1);
    Length offset = scaled_field(font, os2, 28, size);
    metrics.strike_offset = first_positive(offset, metrics.x_height / 2, 1);
    return metrics;
}

/* OpenType, GSUB: whether its list of features has tag. */
static gboolean
has_feature(PangoFont *font, const char *tag)
{
    hb_blob_t *table = font_table(font, HB_TAG('G', 'S', 'U', 'B'));
    guint length, list = 0, count = 0;
    const guint8 *bytes = (const guint8 *)hb_blob_get_data(table, &length);
    if (length >= 10)
        list = (guint)(bytes[6] << 8 | bytes[7]);
    if (list >= 10 && list + 2 <= length)
        count = (guint)(bytes[list] << 8 | bytes[list + 1]);
    gboolean found = FALSE;
    for (guint i = 0; i < count && list + 8 + 6 * i <= length && !found; i++)
        found = memcmp(bytes + list + 2 + 6 * i, tag, 4) == 0;
    hb_blob_destroy(table);
    return found;
}

/* What of the style the font has not; NULL where it is what was asked for. */
static char *
unlike(const TextStyle *style, PangoFont *font, const char *name)
{
    PangoFontDescription *actual = pango_font_describe(font);
    int weight = pango_font_description_get_weight(actual);
    gboolean upright = pango_font_description_get_style(actual) == PANGO_STYLE_NORMAL;
    pango_font_description_free(actual);
    const char *wanted = NULL;
    if (upright != (style->slant == PANGO_STYLE_NORMAL))
        wanted = upright ? "cursief" : "een staande vorm";
    else if ((weight >= 600) != (style->weight >= 600) ||
             ABS(weight - style->weight) > 200)
        wanted = style->weight >= 600 ? "vet" : "die dikte";
    else if (style->features && strstr(style->features, "smcp=1") &&
             !has_feature(font, "smcp"))
        wanted = "klein kapitaal";
    return wanted ? g_strdup_printf("geen %s in dit lettertype; gezet in “%s”", wanted,
                                    name)
                  : NULL;
}

static char *
name_of(PangoFont *font)
{
    PangoFontDescription *description = pango_font_describe(font);
    pango_font_description_unset_fields(description, PANGO_FONT_MASK_SIZE);
    char *name = pango_font_description_to_string(description);
    pango_font_description_free(description);
    return name;
}

static Face *
face_new(Text *text, const TextStyle *style)
{
    Face *face = g_new0(Face, 1);
    GString *unknown = g_string_new(NULL);
    g_autofree char *families = existing_families(text, style->families, unknown);
    face->unknown = g_string_free(unknown, unknown->len == 0);
    face->exists = *families != '\0';
    face->letter_spacing = style->letter_spacing;
    /* Never the locale's: what is set is the same everywhere. */
    face->language =
        pango_language_from_string(style->language ? style->language : "und");
    face->attributes = face_attributes(style);
    PangoFontDescription *description =
        description_of(style, face->exists ? families : LAST_RESORT);
    face->fontset = pango_font_map_load_fontset(text->map, text->context, description,
                                                face->language);
    pango_font_description_free(description);
    pango_fontset_foreach(face->fontset, take_first, &face->font);
    g_assert(face->font); /* text_new() saw that there are fonts */
    keep_font(text, face->font);
    for (gunichar c = 0; c < G_N_ELEMENTS(face->ascii); c++)
        face->ascii[c] = pango_font_has_char(face->font, c);
    face->name = name_of(face->font);
    face->metrics = metrics_of(face->font, style->size);
    if (face->exists)
        face->unlike = unlike(style, face->font, face->name);
    return face;
}

const Face *
font_face(Text *text, const TextStyle *interned)
{
    Style *style = (Style *)(gpointer)interned;
    if (style->face)
        return style->face;
    FaceKey key = face_key(interned);
    Face *face = g_hash_table_lookup(text->faces, &key);
    if (!face) {
        face = face_new(text, interned);
        g_hash_table_insert(text->faces, g_memdup2(&key, sizeof key), face);
    }
    style->face = face;
    return face;
}

PangoFont *
font_for_character(Text *text, const Face *face, gunichar character)
{
    if (character < G_N_ELEMENTS(face->ascii)
            ? face->ascii[character]
            : pango_font_has_char(face->font, character))
        return face->font;
    g_autoptr(PangoFont) font = pango_fontset_get_font(face->fontset, character);
    if (!font || !pango_font_has_char(font, character))
        return NULL;
    return keep_font(text, font);
}

void
font_report_once(Diag *diag, const Place *place, DiagCode code, const char *message)
{
    if (!diag)
        return;
    guint count;
    const DiagMessage *messages = diag_messages(diag, &count);
    for (guint i = 0; i < count; i++)
        if (messages[i].code == code && strcmp(messages[i].text, message) == 0)
            return;
    diag_report(diag, place, code, "%s", message);
}

void
font_report(const Face *face, const Place *place, Diag *diag)
{
    if (face->unknown) {
        g_autofree char *message =
            g_strdup_printf("het lettertype “%s” bestaat niet; gezet in “%s”",
                            face->unknown, face->name);
        font_report_once(diag, place, DIAG_FONT_UNKNOWN, message);
    }
    if (face->unlike)
        font_report_once(diag, place, DIAG_FONT_STYLE, face->unlike);
}

gboolean
text_metrics(Text *text, const TextStyle *style, TextMetrics *metrics,
             const Place *place, Diag *diag)
{
    const Face *face = font_face(text, style);
    font_report(face, place, diag);
    *metrics = face->metrics;
    return face->exists;
}
