#include "fo/property.h"
#include "fo/shorthand.h"

#include <string.h>

static const FoPropertyRow rows[PROP_COUNT] = {
#define PROPERTY(property, name, takes, keywords, initial, inherited, base)            \
    {name, takes, keywords, initial, inherited, base},
#include "fo/properties.def"
#undef PROPERTY
};

static const char *const keywords[ENUM_COUNT] = {
#define KEYWORD(keyword, name) name,
#include "fo/keywords.def"
#undef KEYWORD
};

/* Extensions that command/ and parse.c read for themselves. */
static const char *const extensions[] = {
    "ow:bestand", "ow:regel", "ow:datum", "ow:auteur", "ow:onderwerp", "ow:trefwoorden",
};

/* Properties that change nothing on a printed page: aural, dynamic and of screens. */
static const char *const ignored[] = {
    "azimuth",
    "cue",
    "cue-after",
    "cue-before",
    "elevation",
    "pause",
    "pause-after",
    "pause-before",
    "pitch",
    "pitch-range",
    "play-during",
    "richness",
    "speak",
    "speak-header",
    "speak-numeral",
    "speak-punctuation",
    "speech-rate",
    "stress",
    "voice-family",
    "volume",
    "text-shadow",
    "target-presentation-context",
    "target-processing-context",
    "target-stylesheet",
    "line-height.minimum",
    "line-height.maximum",
    "line-height.conditionality",
    "line-height.precedence",
    "xml:space",
    "xml:base",
    "xml:id",
};

#define SIDES(head, tail)                                                              \
    {                                                                                  \
        PROP_##head##_BEFORE##tail, PROP_##head##_AFTER##tail,                         \
            PROP_##head##_START##tail, PROP_##head##_END##tail                         \
    }

/* The simple correspondences (XSL 1.1, 5.3.1). */
static const struct {
    const char *head, *tail;
    gboolean is_component;
    FoProperty relatives[4];
} absolutes[] = {
    {"border-", "-color", FALSE, SIDES(BORDER, _COLOR)},
    {"border-", "-style", FALSE, SIDES(BORDER, _STYLE)},
    {"border-", "-width", FALSE, SIDES(BORDER, _WIDTH)},
    {"border-", "-width.length", TRUE, SIDES(BORDER, _WIDTH)},
    {"border-", "-width.conditionality", TRUE, SIDES(BORDER, _WIDTH_CONDITIONALITY)},
    {"padding-", "", FALSE, SIDES(PADDING, )},
    {"padding-", ".length", TRUE, SIDES(PADDING, )},
    {"padding-", ".conditionality", TRUE, SIDES(PADDING, _CONDITIONALITY)},
};

struct FoNames {
    Arena *arena;
    GHashTable *names, *kinds, *enums;
};

const FoPropertyRow *
fo_property_row(FoProperty property)
{
    return &rows[property];
}

const char *
fo_extension_name(int index)
{
    return index < (int)G_N_ELEMENTS(extensions) ? extensions[index] : NULL;
}

const char *
fo_property_name(FoProperty property)
{
    return rows[property].name;
}

const char *
fo_enum_name(FoEnum keyword)
{
    return keywords[keyword];
}

gboolean
fo_property_has_keyword(FoProperty property, const char *text, gsize length)
{
    const char *list = rows[property].keywords;
    while (*list) {
        gsize size = strcspn(list, " ");
        if (size == length && memcmp(list, text, length) == 0)
            return TRUE;
        list += size;
        list += *list == ' ';
    }
    return FALSE;
}

FoSide
fo_relative_side(FoEnum writing_mode, FoAbsoluteSide side)
{
    static const struct {
        FoEnum mode;
        FoSide sides[4]; /* of top, bottom, left, right */
    } modes[] = {
        {ENUM_RL_TB, {SIDE_BEFORE, SIDE_AFTER, SIDE_END, SIDE_START}},
        {ENUM_TB_RL, {SIDE_START, SIDE_END, SIDE_AFTER, SIDE_BEFORE}},
        {ENUM_TB_LR, {SIDE_START, SIDE_END, SIDE_BEFORE, SIDE_AFTER}},
        {ENUM_BT_LR, {SIDE_END, SIDE_START, SIDE_BEFORE, SIDE_AFTER}},
        {ENUM_BT_RL, {SIDE_END, SIDE_START, SIDE_AFTER, SIDE_BEFORE}},
        {ENUM_LR_BT, {SIDE_AFTER, SIDE_BEFORE, SIDE_START, SIDE_END}},
        {ENUM_RL_BT, {SIDE_AFTER, SIDE_BEFORE, SIDE_END, SIDE_START}},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(modes); i++)
        if (modes[i].mode == writing_mode)
            return modes[i].sides[side];
    return (FoSide)side; /* lr-tb and what is set as if it were */
}

static FoName *
add_name(FoNames *names, const char *text, FoNameKind kind)
{
    FoName *name = arena_new0(names->arena, FoName);
    name->name = arena_strdup(names->arena, text);
    name->kind = kind;
    g_hash_table_insert(names->names, (gpointer)name->name, name);
    return name;
}

static void
add_property(FoNames *names, FoProperty property)
{
    const char *text = rows[property].name;
    FoName *name = add_name(names, text, NAME_PROPERTY);
    name->property = property;
    const char *point = strchr(text, '.');
    if (!point)
        return;
    name->is_component = TRUE;
    g_autofree char *whole = g_strndup(text, (gsize)(point - text));
    FoName *compound = g_hash_table_lookup(names->names, whole);
    if (strcmp(point, ".conditionality") == 0 && compound &&
        compound->kind == NAME_PROPERTY) {
        /* "padding-before" is a row; its .length is the same. */
        g_autofree char *alias = g_strconcat(whole, ".length", NULL);
        FoName *length = add_name(names, alias, NAME_PROPERTY);
        length->property = compound->property;
        length->is_component = TRUE;
        return;
    }
    if (strcmp(point, ".conditionality") == 0 || strcmp(point, ".precedence") == 0)
        return;
    if (!compound) {
        compound = add_name(names, whole, NAME_COMPOUND);
        compound->property = property;
    }
    compound->count++;
}

static void
add_absolutes(FoNames *names)
{
    static const char *const sides[] = {"top", "bottom", "left", "right"};
    for (gsize i = 0; i < G_N_ELEMENTS(absolutes); i++) {
        for (int side = 0; side < 4; side++) {
            g_autofree char *text =
                g_strconcat(absolutes[i].head, sides[side], absolutes[i].tail, NULL);
            FoName *name = add_name(names, text, NAME_ABSOLUTE);
            name->is_component = absolutes[i].is_component;
            name->side = (FoAbsoluteSide)side;
            name->relatives = absolutes[i].relatives;
        }
    }
    static const char *const dimensions[2][3] = {
        {"width", "min-width", "max-width"}, {"height", "min-height", "max-height"}};
    for (int vertical = 0; vertical < 2; vertical++) {
        for (int component = 0; component < 3; component++) {
            FoName *name =
                add_name(names, dimensions[vertical][component], NAME_DIMENSION);
            name->dimension = (FoDimension){vertical, component};
            name->is_component = component > 0;
        }
    }
}

FoNames *
fo_names_new(Arena *arena)
{
    FoNames *names = arena_new0(arena, FoNames);
    names->arena = arena;
    names->names = g_hash_table_new(g_str_hash, g_str_equal);
    names->kinds = g_hash_table_new(g_str_hash, g_str_equal);
    names->enums = g_hash_table_new(g_str_hash, g_str_equal);
    arena_own(arena, names->names, (GDestroyNotify)g_hash_table_unref);
    arena_own(arena, names->kinds, (GDestroyNotify)g_hash_table_unref);
    arena_own(arena, names->enums, (GDestroyNotify)g_hash_table_unref);

    for (int property = 0; property < PROP_COUNT; property++)
        add_property(names, (FoProperty)property);
    add_name(names, "line-height.optimum", NAME_PROPERTY)->property = PROP_LINE_HEIGHT;
    add_absolutes(names);
    for (int i = 0; fo_shorthand_name(i); i++)
        add_name(names, fo_shorthand_name(i), NAME_SHORTHAND)->shorthand = i;
    for (gsize i = 0; i < G_N_ELEMENTS(ignored); i++)
        add_name(names, ignored[i], NAME_IGNORED);
    for (gsize i = 0; i < G_N_ELEMENTS(extensions); i++)
        add_name(names, extensions[i], NAME_IGNORED);
    for (int kind = FO_FOREIGN + 1; kind < FO_KIND_COUNT; kind++)
        g_hash_table_insert(names->kinds, (gpointer)(fo_kind_name((FoKind)kind) + 3),
                            GINT_TO_POINTER(kind));
    for (int keyword = 0; keyword < ENUM_COUNT; keyword++)
        g_hash_table_insert(names->enums, (gpointer)keywords[keyword],
                            GINT_TO_POINTER(keyword + 1));
    return names;
}

const FoName *
fo_names_lookup(const FoNames *names, const char *name)
{
    return g_hash_table_lookup(names->names, name);
}

FoKind
fo_names_kind(const FoNames *names, const char *local_name)
{
    return (FoKind)GPOINTER_TO_INT(g_hash_table_lookup(names->kinds, local_name));
}

FoEnum
fo_names_keyword(const FoNames *names, const char *keyword)
{
    int found = GPOINTER_TO_INT(g_hash_table_lookup(names->enums, keyword));
    return found ? (FoEnum)(found - 1) : ENUM_COUNT;
}
