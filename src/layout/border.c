#include "layout/border.h"
#include "layout/graphic.h"

typedef struct SideProperties {
    FoProperty width, style, colour, padding;
} SideProperties;

static const SideProperties side_properties[] = {
    [SIDE_BEFORE] = {PROP_BORDER_BEFORE_WIDTH, PROP_BORDER_BEFORE_STYLE,
                     PROP_BORDER_BEFORE_COLOR, PROP_PADDING_BEFORE},
    [SIDE_END] = {PROP_BORDER_END_WIDTH, PROP_BORDER_END_STYLE, PROP_BORDER_END_COLOR,
                  PROP_PADDING_END},
    [SIDE_AFTER] = {PROP_BORDER_AFTER_WIDTH, PROP_BORDER_AFTER_STYLE,
                    PROP_BORDER_AFTER_COLOR, PROP_PADDING_AFTER},
    [SIDE_START] = {PROP_BORDER_START_WIDTH, PROP_BORDER_START_STYLE,
                    PROP_BORDER_START_COLOR, PROP_PADDING_START},
};

AreaColour
border_colour(FoColour colour)
{
    return (AreaColour){colour.red, colour.green, colour.blue, colour.alpha};
}

AreaRuleStyle
border_rule_style(FoEnum style)
{
    switch ((int)style) {
    case ENUM_SOLID:
        return AREA_RULE_SOLID;
    case ENUM_DOTTED:
        return AREA_RULE_DOTTED;
    case ENUM_DASHED:
        return AREA_RULE_DASHED;
    case ENUM_DOUBLE:
        return AREA_RULE_DOUBLE;
    case ENUM_GROOVE:
        return AREA_RULE_GROOVE;
    case ENUM_RIDGE:
        return AREA_RULE_RIDGE;
    case ENUM_INSET:
        return AREA_RULE_INSET;
    case ENUM_OUTSET:
        return AREA_RULE_OUTSET;
    default:
        return AREA_RULE_NONE;
    }
}

AreaBorder
border_of(const FoNode *node, BorderSide side)
{
    const SideProperties *properties = &side_properties[side];
    AreaBorder border = {0};
    border.style = border_rule_style(fo_enum(node, properties->style));
    if (border.style == AREA_RULE_NONE)
        return border;
    border.width = fo_length(node, properties->width, 0);
    border.colour = border_colour(fo_colour(node, properties->colour));
    return border;
}

Length
border_padding(const FoNode *node, BorderSide side, Length ipd)
{
    return fo_length(node, side_properties[side].padding, ipd);
}

BorderSizes
border_sizes(const FoNode *node, Length ipd)
{
    BorderSizes sizes;
    for (BorderSide side = SIDE_BEFORE; side <= SIDE_START; side++)
        sizes.side[side] =
            border_of(node, side).width + border_padding(node, side, ipd);
    return sizes;
}

gboolean
border_runs_right(const FoNode *node)
{
    FoEnum mode = fo_enum(node, PROP_WRITING_MODE);
    return mode != ENUM_RL_TB && mode != ENUM_RL_BT;
}

int
border_turn(const FoNode *node)
{
    int turn = (int)fo_number(node, PROP_REFERENCE_ORIENTATION) % 360;
    return (turn + 360) % 360 / 90 * 90;
}

static gboolean
is_vertical(const FoNode *node)
{
    return fo_enum(node, PROP_WRITING_MODE) == ENUM_TB_RL;
}

int
border_lean(const FoNode *node)
{
    gboolean is_page = !fo_kind_is_block(node->kind) && !fo_kind_is_inline(node->kind);
    gboolean before = !is_page && node->parent && is_vertical(node->parent);
    return is_vertical(node) == before ? 0 : before ? 90 : 270;
}

/* Where a side is seen from outside that is turned by turn. */
static int
turned_side(int side, int turn)
{
    return (side + 8 - turn / 90 % 4) % 4;
}

BorderInsets
border_insets(const FoNode *node, Length ipd)
{
    BorderSizes sizes = border_sizes(node, ipd);
    gboolean runs_right = border_runs_right(node);
    const BorderSide sides[] = {[AREA_TOP] = SIDE_BEFORE,
                                [AREA_RIGHT] = runs_right ? SIDE_END : SIDE_START,
                                [AREA_BOTTOM] = SIDE_AFTER,
                                [AREA_LEFT] = runs_right ? SIDE_START : SIDE_END};
    BorderInsets insets;
    int turn = border_turn(node);
    for (int side = 0; side < 4; side++)
        insets.side[turned_side(side, -turn)] = sizes.side[sides[side]];
    return insets;
}

const AreaBox *
border_turned(Arena *arena, const AreaBox *box, int turn)
{
    if (!box || turn % 360 == 0)
        return box;
    AreaBox *turned = arena_new0(arena, AreaBox);
    *turned = *box;
    for (int side = 0; side < 4; side++) {
        int seen = turned_side(side, turn);
        turned->border[seen] = box->border[side];
        turned->padding[seen] = box->padding[side];
    }
    return turned;
}

/* A percentage of a background's position is of the room that the image leaves (XSL 1.1,
 * 7.31.2). */
static double
fraction_of(const FoNode *node, FoProperty property)
{
    const FoValue *value = fo_value(node, property);
    return value->kind == FO_VALUE_LENGTH ? value->percent / 100 : 0;
}

gboolean
border_is_hidden(const FoNode *node)
{
    FoEnum visibility = fo_enum(node, PROP_VISIBILITY);
    return visibility == ENUM_HIDDEN || visibility == ENUM_COLLAPSE;
}

AreaBox *
border_box(Layout *layout, Arena *arena, const FoNode *node, Length ipd)
{
    AreaBox box = {0};
    gboolean is_visible = FALSE, runs_right = border_runs_right(node);
    if (border_is_hidden(node))
        return NULL;
    const AreaSide sides[] = {[SIDE_BEFORE] = AREA_TOP,
                              [SIDE_END] = runs_right ? AREA_RIGHT : AREA_LEFT,
                              [SIDE_AFTER] = AREA_BOTTOM,
                              [SIDE_START] = runs_right ? AREA_LEFT : AREA_RIGHT};
    for (BorderSide side = SIDE_BEFORE; side <= SIDE_START; side++) {
        box.border[sides[side]] = border_of(node, side);
        box.padding[sides[side]] = border_padding(node, side, ipd);
        is_visible |= box.border[sides[side]].width || box.padding[sides[side]];
    }
    box.background = border_colour(fo_colour(node, PROP_BACKGROUND_COLOR));
    const char *image = fo_string(node, PROP_BACKGROUND_IMAGE);
    if (image && *image) {
        FoEnum repeat = fo_enum(node, PROP_BACKGROUND_REPEAT);
        box.image = graphic_load(layout, node, image);
        box.repeat_x = repeat == ENUM_REPEAT || repeat == ENUM_REPEAT_X;
        box.repeat_y = repeat == ENUM_REPEAT || repeat == ENUM_REPEAT_Y;
        box.image_uri = image;
        box.image_x = fo_length(node, PROP_BACKGROUND_POSITION_HORIZONTAL, 0);
        box.image_y = fo_length(node, PROP_BACKGROUND_POSITION_VERTICAL, 0);
        box.image_across = fraction_of(node, PROP_BACKGROUND_POSITION_HORIZONTAL);
        box.image_down = fraction_of(node, PROP_BACKGROUND_POSITION_VERTICAL);
    }
    if (!is_visible && box.background.alpha == 0 && !box.image)
        return NULL;
    AreaBox *copy = arena_new0(arena, AreaBox);
    *copy = box;
    return copy;
}

static gboolean
is_retained(const FoNode *node, FoProperty property)
{
    return fo_enum(node, property) == ENUM_RETAIN;
}

gboolean
border_is_retained(const FoNode *node, BorderSide side)
{
    return is_retained(node, side == SIDE_BEFORE
                                 ? PROP_BORDER_BEFORE_WIDTH_CONDITIONALITY
                                 : PROP_BORDER_AFTER_WIDTH_CONDITIONALITY);
}

static gboolean
keeps_padding(const FoNode *node, BorderSide side)
{
    return is_retained(node, side == SIDE_BEFORE ? PROP_PADDING_BEFORE_CONDITIONALITY
                                                 : PROP_PADDING_AFTER_CONDITIONALITY);
}

Length
border_kept_padding(const FoNode *node, BorderSide side, Length ipd)
{
    return keeps_padding(node, side) ? border_padding(node, side, ipd) : 0;
}

Length
border_kept(const FoNode *node, BorderSide side, Length ipd)
{
    return (border_is_retained(node, side) ? border_of(node, side).width : 0) +
           border_kept_padding(node, side, ipd);
}

static void
cut_side(AreaBox *box, AreaSide area_side, const FoNode *node, BorderSide side)
{
    if (!border_is_retained(node, side))
        box->border[area_side] = (AreaBorder){0};
    if (!keeps_padding(node, side))
        box->padding[area_side] = 0;
}

const AreaBox *
border_cut(Layout *layout, const FoNode *node, const AreaBox *box, gboolean before,
           gboolean after)
{
    if (!box || (!before && !after))
        return box;
    AreaBox *cut = arena_new0(layout->areas, AreaBox);
    *cut = *box;
    if (before)
        cut_side(cut, AREA_TOP, node, SIDE_BEFORE);
    if (after)
        cut_side(cut, AREA_BOTTOM, node, SIDE_AFTER);
    return cut;
}

const AreaBox *
border_cut_inline(Layout *layout, const FoNode *node, const AreaBox *box,
                  gboolean start, gboolean end)
{
    if (!box || (!start && !end))
        return box;
    gboolean runs_right = border_runs_right(node);
    AreaBox *cut = arena_new0(layout->areas, AreaBox);
    *cut = *box;
    for (int side = 0; side < 2; side++) {
        if (side == 0 ? !start : !end)
            continue;
        AreaSide at = (side == 0) == runs_right ? AREA_LEFT : AREA_RIGHT;
        cut->border[at] = (AreaBorder){0};
        cut->padding[at] = 0;
    }
    return cut;
}

static Length
offset_of(const FoNode *node, FoProperty near, FoProperty far, Length ipd)
{
    if (!fo_is_auto(node, near))
        return fo_length(node, near, ipd);
    return fo_is_auto(node, far) ? 0 : -fo_length(node, far, ipd);
}

void
border_offset(const FoNode *node, Length ipd, Length *x, Length *y)
{
    *x = *y = 0;
    if (fo_enum(node, PROP_RELATIVE_POSITION) != ENUM_RELATIVE)
        return;
    *x = offset_of(node, PROP_LEFT, PROP_RIGHT, ipd);
    *y = offset_of(node, PROP_TOP, PROP_BOTTOM, 0);
}
