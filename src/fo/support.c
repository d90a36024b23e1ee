#include "base/markup.h"
#include "fo/property.h"
#include "fo/object.h"
#include "fo/shorthand.h"

#include <string.h>

/* fo/reads.def is made by src/fo/reads from the sources. */
#define READ_OBJECT(kind) [kind] = TRUE,
#define READ_PROPERTY(property)
static const gboolean is_object_read[FO_KIND_COUNT] = {
#include "fo/reads.def"
};
#undef READ_OBJECT
#undef READ_PROPERTY

#define READ_OBJECT(kind)
#define READ_PROPERTY(property) [property] = TRUE,
static const gboolean is_property_read[PROP_COUNT] = {
#include "fo/reads.def"
};

gboolean
fo_property_has_effect(FoProperty property)
{
    return is_property_read[property];
}

static const char *const categories[] = {
    [CATEGORY_PART] = "onderdeel",     [CATEGORY_BLOCK] = "blok",
    [CATEGORY_INLINE] = "in de regel", [CATEGORY_NEUTRAL] = "overal",
    [CATEGORY_OUT_OF_LINE] = "overal",
};

static const char *const contents[] = {
    [CONTENT_EMPTY] = "niets",
    [CONTENT_PARTS] = "onderdelen",
    [CONTENT_BLOCKS] = "blokken",
    [CONTENT_INLINES] = "tekst",
    [CONTENT_MIXED] = "tekst en blokken",
    [CONTENT_SAME] = "wat eromheen mag",
    [CONTENT_FOREIGN] = "een tekening",
};

static const struct {
    FoTakes takes;
    const char *name;
} kinds_of_value[] = {
    {TAKES_LENGTH, "lengte"},
    {TAKES_PERCENT, "percentage"},
    {TAKES_PROPORTION, "evenredige breedte"},
    {TAKES_NUMBER, "getal"},
    {TAKES_INTEGER, "geheel getal"},
    {TAKES_COLOUR, "kleur"},
    {TAKES_STRING, "tekst"},
    {TAKES_NAME, "naam"},
    {TAKES_URI, "adres"},
    {TAKES_CHARACTER, "teken"},
};

static const char *
yes_or_no(gboolean is_so)
{
    return is_so ? "ja" : "nee";
}

/* Some do their work as what the object around them finds in it, by no name of their own. */
static gboolean
is_object_set(FoKind kind)
{
    switch (kind) {
    case FO_SINGLE_PAGE_MASTER_REFERENCE:
    case FO_REPEATABLE_PAGE_MASTER_REFERENCE:
    case FO_FLOW_ASSIGNMENT:
        return TRUE;
    default:
        return is_object_read[kind];
    }
}

static void
add_object(Markup *markup, FoKind kind)
{
    markup_open(markup, "object");
    markup_attribute(markup, "naam", fo_kind_name(kind));
    markup_attribute(markup, "plaats", categories[fo_kind_category(kind)]);
    markup_attribute(markup, "inhoud", contents[fo_kind_content(kind)]);
    markup_attribute(markup, "rol", fo_kind_role(kind));
    markup_attribute(markup, "gezet", yes_or_no(is_object_set(kind)));
    markup_close(markup);
}

static void
add_property(Markup *markup, FoProperty property)
{
    const FoPropertyRow *row = fo_property_row(property);
    markup_open(markup, "eigenschap");
    markup_attribute(markup, "naam", row->name);
    markup_attribute(markup, "begin", *row->initial ? row->initial : NULL);
    markup_attribute(markup, "geerfd", yes_or_no(row->inherited));
    markup_attribute(markup, "gezet", yes_or_no(is_property_read[property]));
    for (gsize i = 0; i < G_N_ELEMENTS(kinds_of_value); i++) {
        if (!(row->takes & (int)kinds_of_value[i].takes))
            continue;
        markup_open(markup, "soort");
        markup_text(markup, kinds_of_value[i].name, -1);
        markup_close(markup);
    }
    g_auto(GStrv) keywords = g_strsplit(row->keywords, " ", -1);
    for (char **keyword = keywords; *keyword; keyword++) {
        if (!**keyword)
            continue;
        markup_open(markup, "woord");
        markup_text(markup, *keyword, -1);
        markup_close(markup);
    }
    markup_close(markup);
}

char *
fo_support(void)
{
    Markup *markup = markup_new();
    markup_open(markup, "ondersteuning");
    for (int kind = FO_FOREIGN + 1; kind < FO_KIND_COUNT; kind++)
        add_object(markup, (FoKind)kind);
    for (int property = 0; property < PROP_COUNT; property++)
        add_property(markup, (FoProperty)property);
    for (int i = 0; fo_shorthand_name(i); i++) {
        markup_open(markup, "verkorting");
        markup_attribute(markup, "naam", fo_shorthand_name(i));
        markup_close(markup);
    }
    for (int i = 0; fo_extension_name(i); i++) {
        markup_open(markup, "uitbreiding");
        markup_attribute(markup, "naam", fo_extension_name(i));
        markup_close(markup);
    }
    return markup_finish(markup);
}
