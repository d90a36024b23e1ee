#include "fo/expr.h"

#include <libxml/uri.h>
#include <math.h>
#include <string.h>

/* Words that mean another value of the same property. */
static const struct {
    FoProperty property;
    const char *word, *meaning;
} meanings[] = {
    {PROP_FONT_SIZE, "medium", "12pt"},
    {PROP_FONT_WEIGHT, "normal", "400"},
    {PROP_FONT_WEIGHT, "bold", "700"},
    {PROP_BORDER_BEFORE_WIDTH, "thin", "0.5pt"},
    {PROP_BORDER_BEFORE_WIDTH, "medium", "1pt"},
    {PROP_BORDER_BEFORE_WIDTH, "thick", "2pt"},
    {PROP_BORDER_AFTER_WIDTH, "thin", "0.5pt"},
    {PROP_BORDER_AFTER_WIDTH, "medium", "1pt"},
    {PROP_BORDER_AFTER_WIDTH, "thick", "2pt"},
    {PROP_BORDER_START_WIDTH, "thin", "0.5pt"},
    {PROP_BORDER_START_WIDTH, "medium", "1pt"},
    {PROP_BORDER_START_WIDTH, "thick", "2pt"},
    {PROP_BORDER_END_WIDTH, "thin", "0.5pt"},
    {PROP_BORDER_END_WIDTH, "medium", "1pt"},
    {PROP_BORDER_END_WIDTH, "thick", "2pt"},
    {PROP_CHANGE_BAR_WIDTH, "thin", "0.5pt"},
    {PROP_CHANGE_BAR_WIDTH, "medium", "1pt"},
    {PROP_CHANGE_BAR_WIDTH, "thick", "2pt"},
    {PROP_BACKGROUND_POSITION_HORIZONTAL, "left", "0%"},
    {PROP_BACKGROUND_POSITION_HORIZONTAL, "center", "50%"},
    {PROP_BACKGROUND_POSITION_HORIZONTAL, "right", "100%"},
    {PROP_BACKGROUND_POSITION_VERTICAL, "top", "0%"},
    {PROP_BACKGROUND_POSITION_VERTICAL, "center", "50%"},
    {PROP_BACKGROUND_POSITION_VERTICAL, "bottom", "100%"},
    {PROP_TEXT_ALIGN, "left", "start"}, /* 7.16.9 */
    {PROP_TEXT_ALIGN, "right", "end"},
    {PROP_TEXT_ALIGN_LAST, "left", "start"},
    {PROP_TEXT_ALIGN_LAST, "right", "end"},
    {PROP_WRITING_MODE, "lr", "lr-tb"},
    {PROP_WRITING_MODE, "rl", "rl-tb"},
    {PROP_WRITING_MODE, "tb", "tb-rl"},
    {PROP_WRAP_OPTION, "nowrap", "no-wrap"},
};

/* Integers that may not be less. */
static const struct {
    FoProperty property;
    int least;
} bounds[] = {
    {PROP_COLUMN_COUNT, 1},
    {PROP_NUMBER_COLUMNS_REPEATED, 1},
    {PROP_NUMBER_COLUMNS_SPANNED, 1},
    {PROP_NUMBER_ROWS_SPANNED, 1},
    {PROP_ORPHANS, 1},
    {PROP_WIDOWS, 1},
    {PROP_INITIAL_PAGE_NUMBER, 1},
    {PROP_MAXIMUM_REPEATS, 0},
    {PROP_HYPHENATION_PUSH_CHARACTER_COUNT, 1},
    {PROP_HYPHENATION_REMAIN_CHARACTER_COUNT, 1},
    {PROP_HYPHENATION_LADDER_COUNT, 1},
};

static gboolean
is_word(const char *text, gsize length, const char *word)
{
    return strlen(word) == length && memcmp(text, word, length) == 0;
}

/* The absolute sizes are steps of 1.2 from medium; "larger" and "smaller" go one step from
 * the one that is nearest to the parent's size (7.9.4). */
static gboolean
font_size_word(const FoEvaluation *evaluation, const char *text, gsize length,
               FoValue *value)
{
    static const struct {
        const char *word;
        int step;
    } sizes[] = {{"xx-small", -3}, {"x-small", -2}, {"small", -1},
                 {"large", 1},     {"x-large", 2},  {"xx-large", 3}};
    const double medium = 12, ratio = 1.2;
    int step = 0;
    for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++)
        if (is_word(text, length, sizes[i].word))
            step = sizes[i].step;
    gboolean larger = is_word(text, length, "larger");
    if (larger || is_word(text, length, "smaller")) {
        double points = MAX(length_points(evaluation->font_size), 0.01);
        step = (int)lround(log(points / medium) / log(ratio)) + (larger ? 1 : -1);
    } else if (step == 0) {
        return FALSE;
    }
    value->kind = FO_VALUE_LENGTH;
    value->fixed = length_from_points(medium * pow(ratio, step));
    return TRUE;
}

static gboolean
font_weight_word(FoEvaluation *evaluation, const char *text, gsize length,
                 FoValue *value)
{
    gboolean bolder = is_word(text, length, "bolder");
    if (!bolder && !is_word(text, length, "lighter"))
        return FALSE;
    double inherited = style_value(evaluation->environment, PROP_FONT_WEIGHT)->number;
    value->kind = FO_VALUE_NUMBER;
    value->number = CLAMP(inherited + (bolder ? 100 : -100), 100, 900);
    return TRUE;
}

/* Family names without quotes and needless spaces, separated by ", " (7.9.2). */
static gboolean
family_value(FoEvaluation *evaluation, const char *text, gsize length, FoValue *value)
{
    g_autofree char *copy = g_strndup(text, length);
    g_auto(GStrv) names = g_strsplit(copy, ",", -1);
    g_autoptr(GString) list = g_string_new(NULL);
    for (char **name = names; *name; name++) {
        char *word = g_strstrip(*name);
        gsize size = strlen(word);
        if (size > 1 && (*word == '\'' || *word == '"') && word[size - 1] == *word) {
            word[size - 1] = '\0';
            word++;
        }
        if (!*word || strpbrk(word, "'\"")) {
            fo_fail(evaluation, "een naam is leeg of half aangehaald");
            continue;
        }
        if (list->len > 0)
            g_string_append(list, ", ");
        g_auto(GStrv) parts = g_strsplit_set(word, " \t\n\r", -1);
        gboolean first = TRUE;
        for (char **part = parts; *part; part++) {
            if (!**part)
                continue;
            g_string_append_printf(list, "%s%s", first ? "" : " ", *part);
            first = FALSE;
        }
    }
    if (list->len == 0)
        return fo_fail(evaluation, "geen lettertype");
    value->kind = FO_VALUE_STRING;
    value->string = arena_strdup(evaluation->arena, list->str);
    return TRUE;
}

const char *
fo_resolve(Arena *arena, const char *address, const char *base)
{
    if (!base || g_str_has_prefix(address, "data:"))
        return arena_strdup(arena, address);
    g_auto(GStrv) address_parts = g_strsplit(address, " ", -1);
    g_auto(GStrv) base_parts = g_strsplit(base, " ", -1);
    g_autofree char *clean_address = g_strjoinv("%20", address_parts);
    g_autofree char *clean_base = g_strjoinv("%20", base_parts);
    xmlChar *resolved = xmlBuildURI(BAD_CAST clean_address, BAD_CAST clean_base);
    const char *copy = arena_strdup(arena, resolved ? (char *)resolved : address);
    xmlFree(resolved);
    return copy;
}

/* The address in url(…), or the text as it is (5.11, uri-specification); against xml:base. */
static void
uri_value(FoEvaluation *evaluation, const char *text, gsize length, FoValue *value)
{
    if (length > 5 && g_ascii_strncasecmp(text, "url(", 4) == 0 &&
        text[length - 1] == ')') {
        text += 4;
        length -= 5;
        while (length > 0 && g_ascii_isspace(*text))
            text++, length--;
        while (length > 0 && g_ascii_isspace(text[length - 1]))
            length--;
        if (length > 1 && (*text == '\'' || *text == '"') && text[length - 1] == *text)
            text++, length -= 2;
    }
    g_autofree char *address = g_strndup(text, length);
    value->string = fo_resolve(evaluation->arena, address, evaluation->base);
}

static gboolean
text_value(FoEvaluation *evaluation, const char *whole, const char *text, gsize length,
           FoValue *value)
{
    int takes = fo_property_row(evaluation->property)->takes;
    value->kind = FO_VALUE_STRING;
    if (evaluation->property == PROP_FONT_FAMILY)
        return family_value(evaluation, text, length, value);
    if (takes & TAKES_URI) {
        uri_value(evaluation, text, length, value);
        return TRUE;
    }
    if (takes & TAKES_CHARACTER) {
        if (length > 2 && (*text == '\'' || *text == '"') && text[length - 1] == *text)
            text++, length -= 2;
        if (length == 0)
            text = whole, length = strlen(whole);
        if (length == 0)
            return fo_fail(evaluation, "één teken hoort hier");
        gsize first = (gsize)(g_utf8_next_char(text) - text);
        if (first != length)
            fo_fail(evaluation, "meer dan één teken; het eerste geldt");
        length = MIN(first, length);
    }
    g_autofree char *string = g_strndup(text, length);
    if (evaluation->property == PROP_LANGUAGE || evaluation->property == PROP_COUNTRY) {
        gboolean is_language = evaluation->property == PROP_LANGUAGE;
        for (char *c = string; *c; c++)
            *c = is_language ? g_ascii_tolower(*c) : g_ascii_toupper(*c);
    }
    value->string = arena_strdup(evaluation->arena, string);
    return TRUE;
}

/* A property that takes text may still call one of these. */
static gboolean
is_call(const char *text)
{
    static const char *const functions[] = {
        "from-parent", "from-nearest-specified-value", "inherited-property-value",
        "from-table-column"};
    for (gsize i = 0; i < G_N_ELEMENTS(functions); i++) {
        gsize length = strlen(functions[i]);
        if (strncmp(text, functions[i], length) == 0 &&
            text[length + strspn(text + length, " \t\r\n")] == '(')
            return TRUE;
    }
    return FALSE;
}

static gboolean
evaluate_trimmed(FoEvaluation *evaluation, const char *whole, const char *text,
                 gsize length, FoValue *value)
{
    FoProperty property = evaluation->property;
    const FoPropertyRow *row = fo_property_row(property);
    if (is_word(text, length, "inherit")) {
        *value = *fo_parent_value(evaluation, property);
        return TRUE;
    }
    if (fo_property_has_keyword(property, text, length)) {
        g_autofree char *keyword = g_strndup(text, length);
        value->kind = FO_VALUE_ENUM;
        value->keyword = fo_names_keyword(evaluation->names, keyword);
        return TRUE;
    }
    if (property == PROP_FONT_SIZE && font_size_word(evaluation, text, length, value))
        return TRUE;
    if (property == PROP_FONT_WEIGHT &&
        font_weight_word(evaluation, text, length, value))
        return TRUE;
    for (gsize i = 0; i < G_N_ELEMENTS(meanings); i++)
        if (meanings[i].property == property && is_word(text, length, meanings[i].word))
            return fo_evaluate_expression(evaluation, meanings[i].meaning, value);
    if (row->takes & TAKES_TEXT && !is_call(text))
        return text_value(evaluation, whole, text, length, value);
    return fo_evaluate_expression(evaluation, text, value);
}

/* Fits a valid value into what the property allows. */
static gboolean
bound_value(FoEvaluation *evaluation, FoValue *value)
{
    FoProperty property = evaluation->property;
    gboolean is_nonnegative = fo_property_row(property)->takes & TAKES_NONNEGATIVE;
    /* A sum of a length and a percentage is known only in layout. */
    gboolean is_negative = (value->fixed < 0 && value->percent <= 0) ||
                           (value->percent < 0 && value->fixed <= 0);
    if (is_nonnegative && value->kind == FO_VALUE_LENGTH && is_negative) {
        if (property == PROP_FONT_SIZE)
            return fo_fail(evaluation, "minder dan nul");
        fo_fail(evaluation, "minder dan nul; nul geldt");
        value->fixed = 0;
        value->percent = 0;
    }
    if (value->kind != FO_VALUE_NUMBER)
        return TRUE;
    if (is_nonnegative && value->number < 0)
        return fo_fail(evaluation, "minder dan nul");
    if (property == PROP_COLUMN_NUMBER && value->number < 1)
        return fo_fail(evaluation, "minder dan één");
    if (property == PROP_FONT_WEIGHT)
        value->number = CLAMP(floor(value->number / 100 + 0.5) * 100, 100, 900);
    if (property == PROP_REFERENCE_ORIENTATION) {
        int turn = ((int)value->number % 360 + 360) % 360;
        if (turn % 90 != 0)
            return fo_fail(evaluation, "geen veelvoud van 90 graden");
        value->number = turn;
    }
    for (gsize i = 0; i < G_N_ELEMENTS(bounds); i++) {
        if (bounds[i].property != property || value->number >= bounds[i].least)
            continue;
        fo_fail(evaluation, "te klein; %d geldt", bounds[i].least);
        value->number = bounds[i].least;
    }
    return TRUE;
}

gboolean
fo_evaluate(FoEvaluation *evaluation, const char *text, FoValue *value)
{
    *value = (FoValue){.specified = TRUE};
    const char *start = text + strspn(text, " \t\r\n");
    gsize length = strlen(start);
    while (length > 0 && g_ascii_isspace(start[length - 1]))
        length--;
    const FoPropertyRow *row = fo_property_row(evaluation->property);
    gboolean may_be_empty = row->takes & TAKES_TEXT || *row->initial == '\0';
    if (length == 0 && !may_be_empty)
        return fo_fail(evaluation, "geen waarde");
    if (length == 0 && !(row->takes & TAKES_CHARACTER)) {
        value->kind = FO_VALUE_STRING;
        value->string = "";
        return evaluation->property != PROP_FONT_FAMILY ||
               fo_fail(evaluation, "geen waarde");
    }
    if (!evaluate_trimmed(evaluation, text, start, length, value) ||
        !bound_value(evaluation, value))
        return FALSE;
    value->specified = TRUE;
    return TRUE;
}
