#include "layout/align.h"

/* From the alphabetic baseline up to that of a name, in a font (7.14, "Area Alignment
 * Properties"). */
static Length
position_of(const TextMetrics *metrics, FoEnum baseline)
{
    switch ((int)baseline) {
    case ENUM_BEFORE_EDGE:
    case ENUM_TEXT_BEFORE_EDGE:
    case ENUM_TOP:
    case ENUM_TEXT_TOP:
        return metrics->ascent;
    case ENUM_AFTER_EDGE:
    case ENUM_TEXT_AFTER_EDGE:
    case ENUM_BOTTOM:
    case ENUM_TEXT_BOTTOM:
    case ENUM_IDEOGRAPHIC:
        return -metrics->descent;
    case ENUM_MIDDLE:
        return metrics->x_height / 2;
    case ENUM_CENTRAL:
        return (metrics->ascent - metrics->descent) / 2;
    case ENUM_MATHEMATICAL:
        return metrics->ascent / 2;
    case ENUM_HANGING:
        return metrics->ascent * 4 / 5;
    default:
        return 0;
    }
}

FoEnum
align_dominant(const FoNode *node, const Inline *parent)
{
    FoEnum baseline = fo_enum(node, PROP_DOMINANT_BASELINE);
    switch ((int)baseline) {
    case ENUM_AUTO:
    case ENUM_NO_CHANGE:
    case ENUM_RESET_SIZE:
        return parent ? parent->dominant : ENUM_ALPHABETIC;
    case ENUM_USE_SCRIPT:
        return ENUM_ALPHABETIC;
    default:
        return baseline;
    }
}

/* The baseline of its parent to which node's own goes. */
static FoEnum
target_of(const FoNode *node, const Inline *parent)
{
    FoEnum baseline = fo_enum(node, PROP_ALIGNMENT_BASELINE);
    return baseline == ENUM_AUTO || baseline == ENUM_BASELINE ? parent->dominant
                                                              : baseline;
}

/* 7.14.5: percentages are of the parent's line height. */
static Length
baseline_shift(const FoNode *node, const Inline *parent)
{
    switch ((int)fo_enum(node, PROP_BASELINE_SHIFT)) {
    case ENUM_SUPER:
        return parent->style->size * 2 / 5;
    case ENUM_SUB:
        return -parent->style->size / 5;
    default:
        return fo_is_auto(node, PROP_BASELINE_SHIFT)
                   ? 0
                   : fo_length(node, PROP_BASELINE_SHIFT, parent->line_height);
    }
}

/* 7.14.1: the point of owner that is aligned, over its alphabetic baseline. */
static Length
adjusted(const Inline *owner, FoEnum target)
{
    const FoNode *node = owner->node;
    if (!fo_is_auto(node, PROP_ALIGNMENT_ADJUST))
        return fo_length(node, PROP_ALIGNMENT_ADJUST, owner->line_height) +
               position_of(&owner->metrics, owner->dominant);
    FoEnum adjust = fo_enum(node, PROP_ALIGNMENT_ADJUST);
    return position_of(&owner->metrics, adjust == ENUM_AUTO       ? target
                                        : adjust == ENUM_BASELINE ? owner->dominant
                                                                  : adjust);
}

/* Whether node is a box of its own, which align_box() puts in its place. */
static gboolean
is_box(const FoNode *node)
{
    return node->kind == FO_EXTERNAL_GRAPHIC ||
           node->kind == FO_INSTREAM_FOREIGN_OBJECT ||
           node->kind == FO_INLINE_CONTAINER;
}

Length
align_shift(const Inline *owner)
{
    const Inline *parent = owner->parent;
    if (!parent)
        return 0;
    if (is_box(owner->node))
        return parent->shift + baseline_shift(owner->node, parent);
    FoEnum target = target_of(owner->node, parent);
    return parent->shift + position_of(&parent->metrics, target) -
           adjusted(owner, target) + baseline_shift(owner->node, parent);
}

/* How far the top of a box stands over its own baseline of that name. */
static Length
height_over(FoEnum name, Length height, Length baseline)
{
    switch ((int)name) {
    case ENUM_BEFORE_EDGE:
    case ENUM_TEXT_BEFORE_EDGE:
    case ENUM_TOP:
    case ENUM_TEXT_TOP:
        return 0;
    case ENUM_AFTER_EDGE:
    case ENUM_TEXT_AFTER_EDGE:
    case ENUM_BOTTOM:
    case ENUM_TEXT_BOTTOM:
        return height;
    case ENUM_MIDDLE:
    case ENUM_CENTRAL:
    case ENUM_MATHEMATICAL:
        return height / 2;
    default:
        return baseline;
    }
}

Length
align_box(const Inline *owner, Length height, Length baseline)
{
    const FoNode *node = owner->node;
    const Inline *parent = owner->parent;
    FoEnum target = target_of(node, parent);
    FoEnum adjust = fo_enum(node, PROP_ALIGNMENT_ADJUST);
    Length above = height_over(adjust == ENUM_AUTO ? target : adjust, height, baseline);
    if (!fo_is_auto(node, PROP_ALIGNMENT_ADJUST))
        above = baseline - fo_length(node, PROP_ALIGNMENT_ADJUST, height);
    return position_of(&parent->metrics, target) + above;
}
