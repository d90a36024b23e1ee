#include "fo/shorthand.h"
#include "fo/expr.h"

#include <string.h>

enum { TOKENS_MAX = 40 };

FoDeclarations *
fo_declarations_new(void)
{
    FoDeclarations *declarations = g_new0(FoDeclarations, 1);
    declarations->pieces = g_string_chunk_new(1024);
    return declarations;
}

void
fo_declarations_free(FoDeclarations *declarations)
{
    g_string_chunk_free(declarations->pieces);
    g_free(declarations);
}

void
fo_declarations_clear(FoDeclarations *declarations, FoEnum writing_mode)
{
    for (int i = 0; i < declarations->count; i++)
        declarations->of[declarations->declared[i]].precision = PRECISION_NONE;
    declarations->count = 0;
    declarations->writing_mode = writing_mode;
    g_string_chunk_clear(declarations->pieces);
}

static void
set(FoDeclarations *declarations, FoProperty property, const char *text,
    FoPrecision precision)
{
    FoPrecision present = declarations->of[property].precision;
    if (present > precision)
        return;
    if (present == PRECISION_NONE)
        declarations->declared[declarations->count++] = property;
    declarations->of[property].text = text;
    declarations->of[property].name = declarations->name;
    declarations->of[property].precision = precision;
}

/* The properties of the four sides, by FoSide. */
#define SIDES(head, tail)                                                              \
    {                                                                                  \
        PROP_##head##_BEFORE##tail, PROP_##head##_AFTER##tail,                         \
            PROP_##head##_START##tail, PROP_##head##_END##tail                         \
    }
static const FoProperty border_colours[] = SIDES(BORDER, _COLOR);
static const FoProperty border_styles[] = SIDES(BORDER, _STYLE);
static const FoProperty border_widths[] = SIDES(BORDER, _WIDTH);
static const FoProperty paddings[] = SIDES(PADDING, );

static void
set_side(FoDeclarations *declarations, const FoProperty *relatives, FoAbsoluteSide side,
         const char *text, FoPrecision precision)
{
    FoSide relative = fo_relative_side(declarations->writing_mode, side);
    set(declarations, relatives[relative], text, precision);
}

/* Splits at white space, but not within parentheses or quotes. Returns the number of pieces;
 * more than TOKENS_MAX where there are too many. */
static int
split(FoDeclarations *declarations, const char *text, const char **tokens)
{
    int count = 0;
    for (;;) {
        text += strspn(text, " \t\r\n");
        if (!*text)
            return count;
        if (count == TOKENS_MAX)
            return TOKENS_MAX + 1;
        const char *start = text;
        char quote = '\0';
        int depth = 0;
        for (; *text && (quote || depth > 0 || !g_ascii_isspace(*text)); text++) {
            if (quote)
                quote = *text == quote ? '\0' : quote;
            else if (*text == '\'' || *text == '"')
                quote = *text;
            else
                depth += (*text == '(') - (*text == ')');
        }
        tokens[count++] =
            g_string_chunk_insert_len(declarations->pieces, start, text - start);
    }
}

static gboolean
is(const char *text, const char *word)
{
    return strcmp(text, word) == 0;
}

static gboolean
is_colour(const char *text)
{
    FoColour colour;
    return *text == '#' || g_str_has_prefix(text, "rgb") ||
           g_str_has_prefix(text, "cmyk(") || g_str_has_prefix(text, "system-color(") ||
           fo_colour_named(text, strlen(text), &colour);
}

/* One to four values: top, right, bottom, left (7.31.6). */
static gboolean
spread(const char **tokens, int count, const char *values[4])
{
    if (count < 1 || count > 4)
        return FALSE;
    const char *right = count > 1 ? tokens[1] : tokens[0];
    values[SIDE_TOP] = tokens[0];
    values[SIDE_RIGHT] = right;
    values[SIDE_BOTTOM] = count > 2 ? tokens[2] : tokens[0];
    values[SIDE_LEFT] = count > 3 ? tokens[3] : right;
    return TRUE;
}

static gboolean
expand_sides(FoDeclarations *declarations, const char **tokens, int count,
             const FoProperty *relatives, FoPrecision precision)
{
    const char *values[4];
    if (!spread(tokens, count, values))
        return FALSE;
    for (int side = 0; side < 4; side++)
        set_side(declarations, relatives, (FoAbsoluteSide)side, values[side],
                 precision);
    return TRUE;
}

static gboolean
expand_border_color(FoDeclarations *declarations, const char **tokens, int count)
{
    return expand_sides(declarations, tokens, count, border_colours, PRECISION_ASPECT);
}

static gboolean
expand_border_style(FoDeclarations *declarations, const char **tokens, int count)
{
    return expand_sides(declarations, tokens, count, border_styles, PRECISION_ASPECT);
}

static gboolean
expand_border_width(FoDeclarations *declarations, const char **tokens, int count)
{
    return expand_sides(declarations, tokens, count, border_widths, PRECISION_ASPECT);
}

static gboolean
expand_padding(FoDeclarations *declarations, const char **tokens, int count)
{
    return expand_sides(declarations, tokens, count, paddings, PRECISION_SHORTHAND);
}

static gboolean
expand_margin(FoDeclarations *declarations, const char **tokens, int count)
{
    static const FoProperty margins[] = {PROP_MARGIN_TOP, PROP_MARGIN_BOTTOM,
                                         PROP_MARGIN_LEFT, PROP_MARGIN_RIGHT};
    const char *values[4];
    if (!spread(tokens, count, values))
        return FALSE;
    for (int side = 0; side < 4; side++)
        set(declarations, margins[side], values[side], PRECISION_SHORTHAND);
    return TRUE;
}

/* Width, style and colour in any order; what is left out is initial (7.31.3). */
static gboolean
expand_border_sides(FoDeclarations *declarations, const char **tokens, int count,
                    FoAbsoluteSide first, FoAbsoluteSide last, FoPrecision precision)
{
    const char *width = NULL, *style = NULL, *colour = NULL;
    if (count < 1 || count > 3)
        return FALSE;
    for (int i = 0; i < count; i++) {
        const char *token = tokens[i];
        if (is(token, "inherit") && count == 1)
            width = style = colour = token;
        else if (fo_property_has_keyword(PROP_BORDER_BEFORE_STYLE, token,
                                         strlen(token)))
            style = token;
        else if (is_colour(token))
            colour = token;
        else
            width = token;
    }
    for (int side = (int)first; side <= (int)last; side++) {
        FoAbsoluteSide absolute = (FoAbsoluteSide)side;
        set_side(declarations, border_widths, absolute, width, precision);
        set_side(declarations, border_styles, absolute, style, precision);
        set_side(declarations, border_colours, absolute, colour, precision);
    }
    return TRUE;
}

static gboolean
expand_border(FoDeclarations *declarations, const char **tokens, int count)
{
    return expand_border_sides(declarations, tokens, count, SIDE_TOP, SIDE_RIGHT,
                               PRECISION_SHORTHAND);
}

static gboolean
expand_border_top(FoDeclarations *declarations, const char **tokens, int count)
{
    return expand_border_sides(declarations, tokens, count, SIDE_TOP, SIDE_TOP,
                               PRECISION_SIDE);
}

static gboolean
expand_border_bottom(FoDeclarations *declarations, const char **tokens, int count)
{
    return expand_border_sides(declarations, tokens, count, SIDE_BOTTOM, SIDE_BOTTOM,
                               PRECISION_SIDE);
}

static gboolean
expand_border_left(FoDeclarations *declarations, const char **tokens, int count)
{
    return expand_border_sides(declarations, tokens, count, SIDE_LEFT, SIDE_LEFT,
                               PRECISION_SIDE);
}

static gboolean
expand_border_right(FoDeclarations *declarations, const char **tokens, int count)
{
    return expand_border_sides(declarations, tokens, count, SIDE_RIGHT, SIDE_RIGHT,
                               PRECISION_SIDE);
}

/* Horizontal, then vertical (7.31.10). */
static gboolean
expand_border_spacing(FoDeclarations *declarations, const char **tokens, int count)
{
    if (count < 1 || count > 2)
        return FALSE;
    set(declarations, PROP_BORDER_SEPARATION_INLINE_PROGRESSION_DIRECTION, tokens[0],
        PRECISION_SHORTHAND);
    set(declarations, PROP_BORDER_SEPARATION_BLOCK_PROGRESSION_DIRECTION,
        tokens[count - 1], PRECISION_SHORTHAND);
    return TRUE;
}

/* One or two of lengths, percentages and words; words in any order (7.31.2). */
static gboolean
set_background_position(FoDeclarations *declarations, const char **tokens, int count,
                        FoPrecision precision)
{
    if (count < 1 || count > 2)
        return FALSE;
    const char *horizontal = tokens[0], *vertical = count > 1 ? tokens[1] : "center";
    gboolean first_is_vertical = is(horizontal, "top") || is(horizontal, "bottom");
    gboolean second_is_horizontal = is(vertical, "left") || is(vertical, "right");
    if (first_is_vertical || second_is_horizontal) {
        const char *swapped = horizontal;
        horizontal = vertical;
        vertical = swapped;
    }
    if (is(tokens[0], "inherit"))
        vertical = "inherit";
    set(declarations, PROP_BACKGROUND_POSITION_HORIZONTAL, horizontal, precision);
    set(declarations, PROP_BACKGROUND_POSITION_VERTICAL, vertical, precision);
    return TRUE;
}

static gboolean
expand_background_position(FoDeclarations *declarations, const char **tokens, int count)
{
    return set_background_position(declarations, tokens, count, PRECISION_ASPECT);
}

static gboolean
expand_background(FoDeclarations *declarations, const char **tokens, int count)
{
    static const FoProperty properties[] = {PROP_BACKGROUND_COLOR,
                                            PROP_BACKGROUND_IMAGE,
                                            PROP_BACKGROUND_REPEAT,
                                            PROP_BACKGROUND_ATTACHMENT,
                                            PROP_BACKGROUND_POSITION_HORIZONTAL,
                                            PROP_BACKGROUND_POSITION_VERTICAL};
    const char *initial = count == 1 && is(tokens[0], "inherit") ? tokens[0] : NULL;
    const char *positions[TOKENS_MAX];
    int position_count = 0;
    for (gsize i = 0; i < G_N_ELEMENTS(properties); i++)
        set(declarations, properties[i], initial, PRECISION_SHORTHAND);
    for (int i = 0; i < count && !initial; i++) {
        const char *token = tokens[i];
        gsize length = strlen(token);
        if (is_colour(token))
            set(declarations, PROP_BACKGROUND_COLOR, token, PRECISION_SHORTHAND);
        else if (g_str_has_prefix(token, "url(") || is(token, "none"))
            set(declarations, PROP_BACKGROUND_IMAGE, token, PRECISION_SHORTHAND);
        else if (fo_property_has_keyword(PROP_BACKGROUND_REPEAT, token, length))
            set(declarations, PROP_BACKGROUND_REPEAT, token, PRECISION_SHORTHAND);
        else if (fo_property_has_keyword(PROP_BACKGROUND_ATTACHMENT, token, length))
            set(declarations, PROP_BACKGROUND_ATTACHMENT, token, PRECISION_SHORTHAND);
        else
            positions[position_count++] = token;
    }
    return position_count == 0 ||
           set_background_position(declarations, positions, position_count,
                                   PRECISION_SHORTHAND);
}

static gboolean
expand_page_break(FoDeclarations *declarations, const char *text, FoProperty break_here,
                  FoProperty keep)
{
    static const struct {
        const char *word, *meaning;
    } words[] = {{"always", "page"},
                 {"left", "even-page"},
                 {"right", "odd-page"},
                 {"auto", "auto"}};
    if (is(text, "inherit") || is(text, "avoid")) {
        set(declarations, keep, is(text, "avoid") ? "always" : text,
            PRECISION_SHORTHAND);
        set(declarations, break_here, is(text, "avoid") ? "auto" : text,
            PRECISION_SHORTHAND);
        return TRUE;
    }
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
        if (!is(text, words[i].word))
            continue;
        set(declarations, break_here, words[i].meaning, PRECISION_SHORTHAND);
        return TRUE;
    }
    return FALSE;
}

static gboolean
expand_page_break_before(FoDeclarations *declarations, const char **tokens, int count)
{
    return count == 1 && expand_page_break(declarations, tokens[0], PROP_BREAK_BEFORE,
                                           PROP_KEEP_WITH_PREVIOUS_WITHIN_PAGE);
}

static gboolean
expand_page_break_after(FoDeclarations *declarations, const char **tokens, int count)
{
    return count == 1 && expand_page_break(declarations, tokens[0], PROP_BREAK_AFTER,
                                           PROP_KEEP_WITH_NEXT_WITHIN_PAGE);
}

static gboolean
expand_page_break_inside(FoDeclarations *declarations, const char **tokens, int count)
{
    if (count != 1 ||
        !(is(tokens[0], "avoid") || is(tokens[0], "auto") || is(tokens[0], "inherit")))
        return FALSE;
    set(declarations, PROP_KEEP_TOGETHER_WITHIN_PAGE,
        is(tokens[0], "avoid") ? "always" : tokens[0], PRECISION_SHORTHAND);
    return TRUE;
}

static gboolean
expand_position(FoDeclarations *declarations, const char **tokens, int count)
{
    if (count != 1)
        return FALSE;
    gboolean is_relative = is(tokens[0], "relative") || is(tokens[0], "static");
    gboolean is_absolute = is(tokens[0], "absolute") || is(tokens[0], "fixed");
    gboolean is_inherited = is(tokens[0], "inherit");
    if (!is_relative && !is_absolute && !is_inherited)
        return FALSE;
    set(declarations, PROP_RELATIVE_POSITION, is_absolute ? NULL : tokens[0],
        PRECISION_SHORTHAND);
    set(declarations, PROP_ABSOLUTE_POSITION, is_relative ? NULL : tokens[0],
        PRECISION_SHORTHAND);
    return TRUE;
}

static gboolean
expand_size(FoDeclarations *declarations, const char **tokens, int count)
{
    if (count < 1 || count > 2)
        return FALSE;
    const char *width = tokens[0], *height = tokens[count - 1];
    if (is(width, "landscape")) {
        width = "297mm";
        height = "210mm";
    } else if (is(width, "portrait")) {
        width = height = NULL;
    }
    set(declarations, PROP_PAGE_WIDTH, width, PRECISION_SHORTHAND);
    set(declarations, PROP_PAGE_HEIGHT, height, PRECISION_SHORTHAND);
    return TRUE;
}

/* 7.17.4; "none" takes away what is passed on from outside. */
static gboolean
expand_text_decoration(FoDeclarations *declarations, const char **tokens, int count)
{
    static const struct {
        const char *word;
        FoProperty property;
    } lines[] = {{"underline", PROP_TEXT_DECORATION_UNDERLINE},
                 {"overline", PROP_TEXT_DECORATION_OVERLINE},
                 {"line-through", PROP_TEXT_DECORATION_LINE_THROUGH}};
    for (int i = 0; i < count; i++) {
        gboolean is_off = g_str_has_prefix(tokens[i], "no-");
        const char *word = tokens[i] + (is_off ? 3 : 0);
        gboolean is_known = is(word, "blink");
        for (gsize j = 0; j < G_N_ELEMENTS(lines); j++) {
            const char *value = is_off ? "none" : TEXT_OF_COLOUR;
            gboolean is_all = is(word, "none") || is(word, "inherit");
            if (!is_all && !is(word, lines[j].word))
                continue;
            is_known = TRUE;
            set(declarations, lines[j].property, is_all ? word : value,
                PRECISION_SHORTHAND);
        }
        if (!is_known)
            return FALSE;
    }
    return count > 0;
}

/* 7.31.22; a length or percentage shifts the baseline. */
static gboolean
expand_vertical_align(FoDeclarations *declarations, const char **tokens, int count)
{
    static const struct {
        const char *word, *baseline, *shift;
    } words[] = {
        {"baseline", "baseline", "baseline"},
        {"middle", "middle", "baseline"},
        {"sub", "baseline", "sub"},
        {"super", "baseline", "super"},
        {"text-top", "text-before-edge", "baseline"},
        {"text-bottom", "text-after-edge", "baseline"},
        {"top", "before-edge", "baseline"},
        {"bottom", "after-edge", "baseline"},
        {"inherit", "inherit", "inherit"},
    };
    if (count != 1)
        return FALSE;
    const char *baseline = "baseline", *shift = tokens[0];
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
        if (!is(tokens[0], words[i].word))
            continue;
        baseline = words[i].baseline;
        shift = words[i].shift;
    }
    set(declarations, PROP_ALIGNMENT_BASELINE, baseline, PRECISION_SHORTHAND);
    set(declarations, PROP_BASELINE_SHIFT, shift, PRECISION_SHORTHAND);
    set(declarations, PROP_ALIGNMENT_ADJUST, "auto", PRECISION_SHORTHAND);
    set(declarations, PROP_DOMINANT_BASELINE, "auto", PRECISION_SHORTHAND);
    return TRUE;
}

/* 7.31.23 */
static gboolean
expand_white_space(FoDeclarations *declarations, const char **tokens, int count)
{
    static const char *const words[][5] = {
        {"normal", "treat-as-space", "true", "ignore-if-surrounding-linefeed", "wrap"},
        {"pre", "preserve", "false", "preserve", "no-wrap"},
        {"nowrap", "treat-as-space", "true", "ignore-if-surrounding-linefeed",
         "no-wrap"},
        {"inherit", "inherit", "inherit", "inherit", "inherit"},
    };
    static const FoProperty properties[] = {
        PROP_LINEFEED_TREATMENT, PROP_WHITE_SPACE_COLLAPSE, PROP_WHITE_SPACE_TREATMENT,
        PROP_WRAP_OPTION};
    for (gsize i = 0; count == 1 && i < G_N_ELEMENTS(words); i++) {
        if (!is(tokens[0], words[i][0]))
            continue;
        for (gsize j = 0; j < G_N_ELEMENTS(properties); j++)
            set(declarations, properties[j], words[i][j + 1], PRECISION_SHORTHAND);
        return TRUE;
    }
    return FALSE;
}

/* A language tag: "nl", "nl-NL", "sr-Latn-RS" (7.31.24). */
static gboolean
expand_language(FoDeclarations *declarations, const char **tokens, int count)
{
    if (count > 1)
        return FALSE;
    const char *language = count ? tokens[0] : "none", *country = "none";
    const char *script = "auto";
    g_auto(GStrv) parts = g_strsplit(language, "-", 4);
    for (int i = 1; parts[0] && parts[i]; i++) {
        const char *part = g_string_chunk_insert(declarations->pieces, parts[i]);
        if (strlen(part) == 2 || (strlen(part) == 3 && g_ascii_isdigit(*part)))
            country = part;
        else if (strlen(part) == 4)
            script = part;
    }
    if (parts[0])
        language = g_string_chunk_insert(declarations->pieces, parts[0]);
    set(declarations, PROP_LANGUAGE, language, PRECISION_SHORTHAND);
    set(declarations, PROP_COUNTRY, country, PRECISION_SHORTHAND);
    set(declarations, PROP_SCRIPT, script, PRECISION_SHORTHAND);
    return TRUE;
}

static gboolean
set_font_word(FoDeclarations *declarations, const char *token)
{
    static const FoProperty properties[] = {PROP_FONT_STYLE, PROP_FONT_VARIANT,
                                            PROP_FONT_STRETCH};
    static const char *const weights[] = {"bold", "bolder", "lighter", NULL};
    if (is(token, "normal"))
        return TRUE;
    for (gsize i = 0; i < G_N_ELEMENTS(properties); i++) {
        if (!fo_property_has_keyword(properties[i], token, strlen(token)))
            continue;
        set(declarations, properties[i], token, PRECISION_SHORTHAND);
        return TRUE;
    }
    gboolean is_number = strlen(token) == 3 && strspn(token, "0123456789") == 3;
    if (!is_number && !g_strv_contains(weights, token))
        return FALSE;
    set(declarations, PROP_FONT_WEIGHT, token, PRECISION_SHORTHAND);
    return TRUE;
}

/* [style, variant, weight] size[/line-height] family (7.31.13). */
static gboolean
expand_font(FoDeclarations *declarations, const char **tokens, int count)
{
    static const FoProperty properties[] = {
        PROP_FONT_STYLE, PROP_FONT_VARIANT, PROP_FONT_WEIGHT, PROP_FONT_STRETCH,
        PROP_FONT_SIZE,  PROP_LINE_HEIGHT,  PROP_FONT_FAMILY, PROP_FONT_SIZE_ADJUST};
    const char *initial = count == 1 && is(tokens[0], "inherit") ? tokens[0] : NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(properties); i++)
        set(declarations, properties[i], initial, PRECISION_SHORTHAND);
    if (initial)
        return TRUE;
    int i = 0;
    while (i < count && set_font_word(declarations, tokens[i]))
        i++;
    if (i >= count)
        return FALSE;
    g_autoptr(GString) size = g_string_new(tokens[i++]);
    while (i < count && (tokens[i][0] == '/' || size->str[size->len - 1] == '/'))
        g_string_append(size, tokens[i++]);
    char *slash = strchr(size->str, '/');
    if (slash) {
        *slash = '\0';
        set(declarations, PROP_LINE_HEIGHT,
            g_string_chunk_insert(declarations->pieces, slash + 1),
            PRECISION_SHORTHAND);
    }
    set(declarations, PROP_FONT_SIZE,
        g_string_chunk_insert(declarations->pieces, size->str), PRECISION_SHORTHAND);
    if (i >= count)
        return FALSE;
    g_autoptr(GString) families = g_string_new(tokens[i++]);
    for (; i < count; i++)
        g_string_append_printf(families, " %s", tokens[i]);
    set(declarations, PROP_FONT_FAMILY,
        g_string_chunk_insert(declarations->pieces, families->str),
        PRECISION_SHORTHAND);
    return TRUE;
}

static const struct {
    const char *name;
    gboolean (*expand)(FoDeclarations *declarations, const char **tokens, int count);
} shorthands[] = {
    {"background", expand_background},
    {"background-position", expand_background_position},
    {"border", expand_border},
    {"border-bottom", expand_border_bottom},
    {"border-color", expand_border_color},
    {"border-left", expand_border_left},
    {"border-right", expand_border_right},
    {"border-spacing", expand_border_spacing},
    {"border-style", expand_border_style},
    {"border-top", expand_border_top},
    {"border-width", expand_border_width},
    {"font", expand_font},
    {"margin", expand_margin},
    {"padding", expand_padding},
    {"page-break-after", expand_page_break_after},
    {"page-break-before", expand_page_break_before},
    {"page-break-inside", expand_page_break_inside},
    {"position", expand_position},
    {"size", expand_size},
    {"text-decoration", expand_text_decoration},
    {"vertical-align", expand_vertical_align},
    {"white-space", expand_white_space},
    {"xml:lang", expand_language},
};

const char *
fo_shorthand_name(int i)
{
    return i < (int)G_N_ELEMENTS(shorthands) ? shorthands[i].name : NULL;
}

/* Width and height set the dimension that they are in the writing mode (5.3.3). */
static void
declare_dimension(FoDeclarations *declarations, FoDimension dimension, const char *text)
{
    FoSide side = fo_relative_side(declarations->writing_mode,
                                   dimension.vertical ? SIDE_TOP : SIDE_LEFT);
    gboolean is_block = side == SIDE_BEFORE || side == SIDE_AFTER;
    int minimum = is_block ? PROP_BLOCK_PROGRESSION_DIMENSION_MINIMUM
                           : PROP_INLINE_PROGRESSION_DIMENSION_MINIMUM;
    if (dimension.component == 1) {
        set(declarations, (FoProperty)minimum, text, PRECISION_ABSOLUTE_COMPONENT);
    } else if (dimension.component == 2) {
        const char *maximum = is(text, "none") ? "auto" : text;
        set(declarations, (FoProperty)(minimum + 2), maximum,
            PRECISION_ABSOLUTE_COMPONENT);
    } else {
        for (int i = 0; i < 3; i++)
            set(declarations, (FoProperty)(minimum + i), text, PRECISION_ABSOLUTE);
    }
}

void
fo_declarations_settle(FoDeclarations *declarations)
{
    static const FoProperty wholes[][2] = {
        {PROP_BORDER_BEFORE_WIDTH, PROP_BORDER_BEFORE_WIDTH_CONDITIONALITY},
        {PROP_BORDER_AFTER_WIDTH, PROP_BORDER_AFTER_WIDTH_CONDITIONALITY},
        {PROP_BORDER_START_WIDTH, PROP_BORDER_START_WIDTH_CONDITIONALITY},
        {PROP_BORDER_END_WIDTH, PROP_BORDER_END_WIDTH_CONDITIONALITY},
        {PROP_PADDING_BEFORE, PROP_PADDING_BEFORE_CONDITIONALITY},
        {PROP_PADDING_AFTER, PROP_PADDING_AFTER_CONDITIONALITY},
        {PROP_PADDING_START, PROP_PADDING_START_CONDITIONALITY},
        {PROP_PADDING_END, PROP_PADDING_END_CONDITIONALITY},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(wholes); i++) {
        FoPrecision length = declarations->of[wholes[i][0]].precision;
        if (length != PRECISION_NONE && length < PRECISION_WHOLE &&
            declarations->of[wholes[i][1]].precision == PRECISION_COMPONENT)
            declarations->of[wholes[i][0]].text = NULL;
    }
}

gboolean
fo_declare(FoDeclarations *declarations, const FoName *name, const char *text)
{
    const char *tokens[TOKENS_MAX];
    int count;
    declarations->name = name->name;
    switch (name->kind) {
    case NAME_IGNORED:
        return TRUE;
    case NAME_PROPERTY:
        set(declarations, name->property, text,
            name->is_component ? PRECISION_COMPONENT : PRECISION_WHOLE);
        return TRUE;
    case NAME_COMPOUND:
        for (int i = 0; i < name->count; i++)
            set(declarations, (FoProperty)((int)name->property + i), text,
                PRECISION_WHOLE);
        return TRUE;
    case NAME_ABSOLUTE:
        set_side(declarations, name->relatives, name->side, text,
                 name->is_component ? PRECISION_ABSOLUTE_COMPONENT
                                    : PRECISION_ABSOLUTE);
        return TRUE;
    case NAME_DIMENSION:
        declare_dimension(declarations, name->dimension, text);
        return TRUE;
    case NAME_SHORTHAND:
        count = split(declarations, text, tokens);
        return count <= TOKENS_MAX &&
               shorthands[name->shorthand].expand(declarations, tokens, count);
    }
    return TRUE;
}
