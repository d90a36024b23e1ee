#include "layout/inline.h"
#include "layout/border.h"

/* The style of text: fonts, language, hyphens and spaces (XSL 1.1, 7.9, 7.10, 7.17). */

static const char *
features_of(Layout *layout, const FoNode *node)
{
    const char *features = fo_string(node, PROP_OW_FONT_FEATURES);
    gboolean is_small_caps = fo_enum(node, PROP_FONT_VARIANT) == ENUM_SMALL_CAPS;
    if (!features || !*features)
        return is_small_caps ? "smcp=1" : NULL;
    return is_small_caps ? arena_printf(layout->arena, "%s, smcp=1", features)
                         : features;
}

static PangoStyle
slant_of(const FoNode *node)
{
    FoEnum style = fo_enum(node, PROP_FONT_STYLE);
    return style == ENUM_ITALIC                               ? PANGO_STYLE_ITALIC
           : style == ENUM_OBLIQUE || style == ENUM_BACKSLANT ? PANGO_STYLE_OBLIQUE
                                                              : PANGO_STYLE_NORMAL;
}

static PangoStretch
stretch_of(const FoNode *node)
{
    static const FoEnum names[] = {
        ENUM_ULTRA_CONDENSED, ENUM_EXTRA_CONDENSED, ENUM_CONDENSED,
        ENUM_SEMI_CONDENSED,  ENUM_NORMAL,          ENUM_SEMI_EXPANDED,
        ENUM_EXPANDED,        ENUM_EXTRA_EXPANDED,  ENUM_ULTRA_EXPANDED};
    FoEnum stretch = fo_enum(node, PROP_FONT_STRETCH);
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
        if (names[i] == stretch)
            return (PangoStretch)i;
    return PANGO_STRETCH_NORMAL;
}

const char *
inline_language(Layout *layout, const FoNode *node)
{
    const char *language = fo_string(node, PROP_LANGUAGE);
    const char *country = fo_string(node, PROP_COUNTRY);
    if (!language || !*language)
        return NULL;
    return country && *country ? arena_printf(layout->arena, "%s-%s", language, country)
                               : language;
}

/* By how much word-spacing lets a space grow and shrink, where it is a range (XSL 1.1,
 * 7.17.8). */
static void
limit_spaces(const FoNode *node, TextStyle *style)
{
    Length least = fo_length(node, PROP_WORD_SPACING_MINIMUM, 0);
    Length most = fo_length(node, PROP_WORD_SPACING_MAXIMUM, 0);
    style->has_word_limits = least < most;
    if (!style->has_word_limits)
        return;
    style->word_stretch = MAX(most - style->word_spacing, 0);
    style->word_shrink = MAX(style->word_spacing - least, 0);
}

const TextStyle *
inline_style(Layout *layout, const FoNode *node)
{
    const char *hyphen = fo_string(node, PROP_HYPHENATION_CHARACTER);
    TextStyle style = {
        .families = fo_string(node, PROP_FONT_FAMILY),
        .size = fo_length(node, PROP_FONT_SIZE, 0),
        .weight = (int)fo_number(node, PROP_FONT_WEIGHT),
        .slant = slant_of(node),
        .stretch = stretch_of(node),
        .features = features_of(layout, node),
        .language = inline_language(layout, node),
        .letter_spacing = fo_length(node, PROP_LETTER_SPACING_OPTIMUM, 0),
        .word_spacing = fo_length(node, PROP_WORD_SPACING_OPTIMUM, 0),
        .kerning = TRUE,
        .hyphenate = fo_enum(node, PROP_HYPHENATE) == ENUM_TRUE,
        .remain = (int)fo_number(node, PROP_HYPHENATION_REMAIN_CHARACTER_COUNT),
        .push = (int)fo_number(node, PROP_HYPHENATION_PUSH_CHARACTER_COUNT),
        .hyphen = hyphen && *hyphen ? g_utf8_get_char(hyphen) : 0x2010,
    };
    limit_spaces(node, &style);
    return text_style(layout->text, &style);
}

static TextAlign
align_of(const FoNode *block, FoProperty property, TextAlign otherwise)
{
    gboolean runs_right = border_runs_right(block);
    switch ((int)fo_enum(block, property)) {
    case ENUM_CENTER:
        return TEXT_CENTRE;
    case ENUM_JUSTIFY:
        return TEXT_JUSTIFY;
    case ENUM_END:
    case ENUM_OUTSIDE:
        return TEXT_END;
    case ENUM_RIGHT:
        return runs_right ? TEXT_END : TEXT_START;
    case ENUM_LEFT:
        return runs_right ? TEXT_START : TEXT_END;
    case ENUM_START:
    case ENUM_INSIDE:
        return TEXT_START;
    default:
        return otherwise;
    }
}

TextParameters
inline_parameters(Layout *layout, const FoNode *block, Length measure,
                  gboolean is_first)
{
    TextAlign align = align_of(block, PROP_TEXT_ALIGN, TEXT_START);
    return (TextParameters){
        .align = align,
        .align_last = align_of(block, PROP_TEXT_ALIGN_LAST,
                               align == TEXT_JUSTIFY ? TEXT_START : align),
        .indent = is_first ? fo_length(block, PROP_TEXT_INDENT, measure) : 0,
        .last_line_end_indent = fo_length(block, PROP_LAST_LINE_END_INDENT, measure),
        .wrap = fo_enum(block, PROP_WRAP_OPTION) != ENUM_NO_WRAP,
        .right_to_left = !border_runs_right(block),
        .hyphen_limit = fo_is_auto(block, PROP_HYPHENATION_LADDER_COUNT)
                            ? 0
                            : (int)fo_number(block, PROP_HYPHENATION_LADDER_COUNT),
        .expansion = CLAMP((int)fo_number(block, PROP_OW_EXPAND), 0, 50),
        .protrude = fo_enum(block, PROP_OW_PROTRUDE) == ENUM_TRUE,
        .language = inline_language(layout, block),
    };
}
