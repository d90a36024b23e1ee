#include "fo/object.h"
#include "fo/refine.h"

typedef struct Corresponding {
    FoDraft *draft;
    const FoDeclarations *declarations;
    const FoNode *node;
    gboolean depends;
} Corresponding;

typedef struct Side {
    FoProperty style, width, colour, padding;
} Side;

static const Side sides[] = {
    [SIDE_BEFORE] = {PROP_BORDER_BEFORE_STYLE, PROP_BORDER_BEFORE_WIDTH,
                     PROP_BORDER_BEFORE_COLOR, PROP_PADDING_BEFORE},
    [SIDE_AFTER] = {PROP_BORDER_AFTER_STYLE, PROP_BORDER_AFTER_WIDTH,
                    PROP_BORDER_AFTER_COLOR, PROP_PADDING_AFTER},
    [SIDE_START] = {PROP_BORDER_START_STYLE, PROP_BORDER_START_WIDTH,
                    PROP_BORDER_START_COLOR, PROP_PADDING_START},
    [SIDE_END] = {PROP_BORDER_END_STYLE, PROP_BORDER_END_WIDTH, PROP_BORDER_END_COLOR,
                  PROP_PADDING_END},
};

static gboolean
is_declared(const FoDeclarations *declarations, FoProperty property)
{
    return declarations->of[property].precision != PRECISION_NONE;
}

/* 7.8.20: a border without a style has no width; without a colour it has the text's. */
static void
correspond_border(FoDraft *draft, const FoDeclarations *declarations, const Side *side)
{
    gboolean has_width = is_declared(declarations, side->width);
    if (!has_width && !is_declared(declarations, side->style))
        return;
    FoEnum style = style_value(draft->style, side->style)->keyword;
    FoValue width = *style_value(draft->style, side->width);
    if (style == ENUM_NONE || style == ENUM_HIDDEN) {
        if (width.fixed == 0)
            return;
        width.fixed = 0;
        draft_set(draft, side->width, &width);
        return;
    }
    if (!has_width) {
        width.fixed = POINTS(1); /* medium */
        draft_set(draft, side->width, &width);
    }
    if (!style_value(draft->style, side->colour)->specified) {
        FoValue colour = *style_value(draft->style, PROP_COLOR);
        colour.specified = FALSE;
        draft_set(draft, side->colour, &colour);
    }
}

static void
add_length(FoValue *sum, const FoValue *length)
{
    if (length->kind != FO_VALUE_LENGTH)
        return;
    gint64 fixed = (gint64)sum->fixed + length->fixed;
    sum->fixed = (Length)CLAMP(fixed, -LENGTH_MAX, LENGTH_MAX);
    sum->percent += length->percent;
}

/* The indents of the block that contains node, as a share of the reference area and a length;
 * FALSE where that is the reference area itself (7.2, "containing block"). */
static gboolean
containing_indents(const FoNode *node, FoValue *indents)
{
    const FoNode *around = node->parent;
    while (around && !fo_kind_is_block(around->kind) &&
           !fo_kind_is_reference(around->kind) && around->kind != FO_LIST_ITEM &&
           around->kind != FO_LIST_ITEM_BODY && around->kind != FO_LIST_ITEM_LABEL)
        around = around->parent;
    if (!around || fo_kind_is_reference(around->kind))
        return FALSE;
    *indents = *style_value(around->style, PROP_START_INDENT);
    add_length(indents, style_value(around->style, PROP_END_INDENT));
    return indents->fixed != 0 || indents->percent != 0;
}

/* Percentages of margins and padding are of the width of the block that contains the object
 * (7.8.31, 7.11.1), while those of layout are of the reference area. */
static gboolean
rebase(const FoNode *node, const char *declared, FoValue *length)
{
    FoValue indents;
    /* What is inherited has been computed for the parent. */
    if (length->percent == 0 || g_strcmp0(declared, "inherit") == 0 ||
        !containing_indents(node, &indents))
        return FALSE;
    double fixed = length->fixed - length->percent / 100 * indents.fixed;
    length->fixed = (Length)CLAMP(fixed, -LENGTH_MAX, LENGTH_MAX);
    length->percent *= 1 - indents.percent / 100;
    return TRUE;
}

static gboolean
rebase_padding(FoDraft *draft, const FoDeclarations *declarations, const FoNode *node)
{
    gboolean depends = FALSE;
    if (!fo_kind_is_block(node->kind))
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(sides); i++) {
        FoValue padding = *style_value(draft->style, sides[i].padding);
        if (!is_declared(declarations, sides[i].padding) ||
            !rebase(node, declarations->of[sides[i].padding].text, &padding))
            continue;
        draft_set(draft, sides[i].padding, &padding);
        depends = TRUE;
    }
    return depends;
}

/* A specified margin as a length; FALSE where there is none, or one that only comes from a
 * shorthand while the relative property is specified (5.3). */
static gboolean
margin_length(Corresponding *of, FoAbsoluteSide absolute, FoProperty relative,
              FoValue *length)
{
    const FoDraft *draft = of->draft;
    const FoDeclarations *declarations = of->declarations;
    static const FoProperty margins[] = {PROP_MARGIN_TOP, PROP_MARGIN_BOTTOM,
                                         PROP_MARGIN_LEFT, PROP_MARGIN_RIGHT};
    FoProperty margin = margins[absolute];
    const FoValue *value = style_value(draft->style, margin);
    if (!is_declared(declarations, margin) || !value->specified)
        return FALSE;
    if (declarations->of[margin].precision == PRECISION_SHORTHAND &&
        is_declared(declarations, relative))
        return FALSE;
    *length = *value;
    if (value->kind == FO_VALUE_ENUM)
        *length = (FoValue){.kind = FO_VALUE_LENGTH, .specified = TRUE};
    if (rebase(of->node, declarations->of[margin].text, length)) {
        of->depends = TRUE;
        draft_set(of->draft, margin, length);
    }
    return TRUE;
}

/* Returns whether a margin gave any of the space. */
static gboolean
correspond_space(Corresponding *of, FoAbsoluteSide absolute, FoProperty minimum)
{
    FoValue length;
    gboolean any = FALSE;
    for (int i = 0; i < 3; i++) {
        FoProperty component = (FoProperty)((int)minimum + i);
        if (!margin_length(of, absolute, component, &length))
            continue;
        draft_set(of->draft, component, &length);
        any = TRUE;
    }
    return any;
}

/* 5.3.2: a space that comes from a margin stays beside a break, as in CSS. */
static void
correspond_block_space(Corresponding *of, FoAbsoluteSide absolute, FoSide relative)
{
    gboolean before = relative == SIDE_BEFORE;
    FoProperty conditionality =
        before ? PROP_SPACE_BEFORE_CONDITIONALITY : PROP_SPACE_AFTER_CONDITIONALITY;
    gboolean any = correspond_space(
        of, absolute, before ? PROP_SPACE_BEFORE_MINIMUM : PROP_SPACE_AFTER_MINIMUM);
    FoValue retain = {.kind = FO_VALUE_ENUM, .keyword = ENUM_RETAIN};
    if (any && !is_declared(of->declarations, conditionality))
        draft_set(of->draft, conditionality, &retain);
}

/* 5.3.2: start-indent = what is inherited, unless the object begins a reference area, +
 * margin + padding + border width. */
static void
correspond_indent(Corresponding *of, FoAbsoluteSide absolute, FoSide relative)
{
    FoDraft *draft = of->draft;
    FoProperty indent = relative == SIDE_START ? PROP_START_INDENT : PROP_END_INDENT;
    FoValue sum;
    if (!margin_length(of, absolute, indent, &sum))
        return;
    const Side *side = &sides[relative];
    add_length(&sum, style_value(draft->style, side->padding));
    add_length(&sum, style_value(draft->style, side->width));
    if (!fo_kind_is_reference(of->node->kind))
        add_length(&sum, style_value(draft->style->environment, indent));
    draft_set(draft, indent, &sum);
}

static void
correspond_margin(Corresponding *of, FoAbsoluteSide absolute)
{
    FoKind kind = of->node->kind;
    FoSide relative = fo_relative_side(of->declarations->writing_mode, absolute);
    gboolean is_inline = fo_kind_is_inline(kind);
    gboolean is_block = fo_kind_is_block(kind) || kind == FO_LIST_ITEM;
    gboolean is_part = kind == FO_LIST_ITEM_LABEL || kind == FO_LIST_ITEM_BODY;
    if (relative == SIDE_BEFORE || relative == SIDE_AFTER) {
        if (is_block)
            correspond_block_space(of, absolute, relative);
    } else if (is_inline) {
        correspond_space(of, absolute,
                         relative == SIDE_START ? PROP_SPACE_START_MINIMUM
                                                : PROP_SPACE_END_MINIMUM);
    } else if (is_block || is_part || fo_kind_is_reference(kind)) {
        correspond_indent(of, absolute, relative);
    }
}

/* keep-together without a component speaks of pages and columns where a block or a part of a
 * table or list has it: the lines of a paragraph would else all be one (7.20.3). */
static void
correspond_keep(FoDraft *draft, const FoDeclarations *declarations, FoKind kind)
{
    FoProperty keep = PROP_KEEP_TOGETHER_WITHIN_LINE;
    if (fo_kind_is_inline(kind) || kind == FO_WRAPPER ||
        declarations->of[keep].precision != PRECISION_WHOLE)
        return;
    draft_set(draft, keep, style_value(draft->style->environment, keep));
}

gboolean
fo_correspond(FoDraft *draft, const FoDeclarations *declarations, const FoNode *node)
{
    Corresponding of = {draft, declarations, node, FALSE};
    for (gsize i = 0; i < G_N_ELEMENTS(sides); i++)
        correspond_border(draft, declarations, &sides[i]);
    correspond_keep(draft, declarations, node->kind);
    of.depends = rebase_padding(draft, declarations, node);
    for (int absolute = SIDE_TOP; absolute <= SIDE_RIGHT; absolute++)
        correspond_margin(&of, (FoAbsoluteSide)absolute);
    return of.depends;
}
