#include "fo/expr.h"

#include <math.h>
#include <string.h>

static gboolean
is_word(const Operand *operand)
{
    return operand->kind == OPERAND_WORD || operand->kind == OPERAND_STRING;
}

const FoValue *
fo_parent_value(FoEvaluation *evaluation, FoProperty property)
{
    const FoNode *parent = evaluation->node ? evaluation->node->parent : NULL;
    if (!parent)
        return style_value(evaluation->initial, property);
    if (fo_property_row(property)->inherited)
        return style_value(evaluation->environment, property);
    evaluation->depends = TRUE;
    return style_value(parent->style, property);
}

/* The component of a compound that has the same place in it as the evaluated property. */
static FoProperty
matching_component(const FoEvaluation *evaluation, const FoName *name)
{
    const char *own = strchr(fo_property_name(evaluation->property), '.');
    for (int i = 0; own && i < name->count; i++) {
        FoProperty property = (FoProperty)((int)name->property + i);
        if (strcmp(strchr(fo_property_name(property), '.'), own) == 0)
            return property;
    }
    return (FoProperty)((int)name->property + name->count / 2); /* the optimum */
}

/* The property that a function names; its own where it names none (5.10.4). */
static gboolean
named_property(FoEvaluation *evaluation, const Operand *arguments, int count,
               FoProperty *property)
{
    *property = evaluation->property;
    if (count == 0)
        return TRUE;
    if (count > 1 || !is_word(arguments))
        return fo_fail(evaluation, "één naam van een eigenschap hoort hier");
    g_autofree char *text = g_strndup(arguments->text, arguments->length);
    const FoName *name = fo_names_lookup(evaluation->names, text);
    if (!name || name->kind == NAME_SHORTHAND || name->kind == NAME_IGNORED)
        return fo_fail(evaluation, "onbekende eigenschap “%s”", text);
    FoEnum mode = evaluation->writing_mode;
    if (name->kind == NAME_PROPERTY) {
        *property = name->property;
    } else if (name->kind == NAME_COMPOUND) {
        *property = matching_component(evaluation, name);
    } else if (name->kind == NAME_ABSOLUTE) {
        *property = name->relatives[fo_relative_side(mode, name->side)];
    } else {
        FoSide side =
            fo_relative_side(mode, name->dimension.vertical ? SIDE_TOP : SIDE_LEFT);
        gboolean is_block = side == SIDE_BEFORE || side == SIDE_AFTER;
        int minimum = is_block ? PROP_BLOCK_PROGRESSION_DIMENSION_MINIMUM
                               : PROP_INLINE_PROGRESSION_DIMENSION_MINIMUM;
        static const int components[] = {1, 0, 2};
        *property = (FoProperty)(minimum + components[name->dimension.component]);
    }
    return TRUE;
}

static gboolean
take_value(const FoValue *value, Operand *result)
{
    *result = (Operand){.kind = OPERAND_VALUE, .value = *value};
    if (value->kind == FO_VALUE_NUMBER) {
        result->kind = OPERAND_NUMERIC;
        result->number = value->number;
    } else if (value->kind == FO_VALUE_LENGTH) {
        result->kind = OPERAND_NUMERIC;
        result->power = 1;
        result->number = length_points(value->fixed);
        result->percent = value->percent;
        result->proportion = value->proportion;
    }
    return TRUE;
}

static gboolean
inherited_property_value(FoEvaluation *evaluation, const Operand *arguments, int count,
                         Operand *result)
{
    FoProperty property;
    if (!named_property(evaluation, arguments, count, &property))
        return FALSE;
    if (!fo_property_row(property)->inherited)
        return fo_fail(evaluation, "“%s” wordt niet geërfd",
                       fo_property_name(property));
    return take_value(style_value(evaluation->environment, property), result);
}

static gboolean
from_parent(FoEvaluation *evaluation, const Operand *arguments, int count,
            Operand *result)
{
    FoProperty property;
    if (!named_property(evaluation, arguments, count, &property))
        return FALSE;
    return take_value(fo_parent_value(evaluation, property), result);
}

static gboolean
from_nearest_specified_value(FoEvaluation *evaluation, const Operand *arguments,
                             int count, Operand *result)
{
    enum { ANCESTORS_MAX = 4096 };
    FoProperty property;
    if (!named_property(evaluation, arguments, count, &property))
        return FALSE;
    if (fo_property_row(property)->inherited)
        return take_value(style_value(evaluation->environment, property), result);
    evaluation->depends = TRUE;
    const FoNode *ancestor = evaluation->node ? evaluation->node->parent : NULL;
    for (int i = 0; ancestor && i < ANCESTORS_MAX; i++, ancestor = ancestor->parent)
        if (style_value(ancestor->style, property)->specified)
            return take_value(style_value(ancestor->style, property), result);
    return take_value(style_value(evaluation->initial, property), result);
}

static gboolean
from_table_column(FoEvaluation *evaluation, const Operand *arguments, int count,
                  Operand *result)
{
    FoProperty property;
    if (!named_property(evaluation, arguments, count, &property))
        return FALSE;
    evaluation->depends = TRUE;
    const FoNode *column = fo_table_column(evaluation->node);
    if (!column)
        return fo_fail(evaluation, "er is geen fo:table-column voor deze cel");
    return take_value(style_value(column->style, property), result);
}

static const FoNode *
list_item_of(FoEvaluation *evaluation)
{
    enum { ANCESTORS_MAX = 4096 };
    evaluation->depends = TRUE;
    const FoNode *node = evaluation->node;
    for (int i = 0; node && i < ANCESTORS_MAX; i++, node = node->parent)
        if (node->kind == FO_LIST_ITEM && node != evaluation->node)
            return node;
    fo_fail(evaluation, "alleen binnen een fo:list-item");
    return NULL;
}

/* body-start() = the start-indent of the list item + provisional-distance-between-starts;
 * label-end() = the width of the reference area less (body-start() less
 * provisional-label-separation), as an indent from its end (7.30.11, 7.30.12). */
static gboolean
body_start(FoEvaluation *evaluation, const Operand *arguments, int count,
           Operand *result)
{
    (void)arguments;
    const FoNode *item = list_item_of(evaluation);
    if (!item || count > 0)
        return fo_fail(evaluation, "body-start() heeft geen argumenten");
    Operand distance;
    take_value(style_value(item->style, PROP_START_INDENT), result);
    take_value(style_value(item->style, PROP_PROVISIONAL_DISTANCE_BETWEEN_STARTS),
               &distance);
    result->number += distance.number;
    result->percent += distance.percent;
    return TRUE;
}

static gboolean
label_end(FoEvaluation *evaluation, const Operand *arguments, int count,
          Operand *result)
{
    if (!body_start(evaluation, arguments, count, result))
        return FALSE;
    Operand separation;
    const FoNode *item = list_item_of(evaluation);
    take_value(style_value(item->style, PROP_PROVISIONAL_LABEL_SEPARATION),
               &separation);
    result->number = separation.number - result->number;
    result->percent = 100 - result->percent + separation.percent;
    return TRUE;
}

/* A percentage says the same as its hundredth part. */
static gboolean
proportional_column_width(FoEvaluation *evaluation, const Operand *arguments, int count,
                          Operand *result)
{
    if (count != 1 || arguments->kind != OPERAND_NUMERIC)
        return fo_fail(evaluation, "een getal hoort tussen de haakjes");
    gboolean is_share =
        arguments->number == 0 && arguments->proportion == 0 && arguments->percent > 0;
    double proportion = is_share ? arguments->percent / 100 : arguments->number;
    if ((arguments->power != 0 && !is_share) || proportion < 0)
        return fo_fail(evaluation, "een getal hoort tussen de haakjes");
    *result = (Operand){.kind = OPERAND_NUMERIC, .power = 1, .proportion = proportion};
    return TRUE;
}

static gboolean
round_number(FoEvaluation *evaluation, const Operand *argument, int count,
             double (*round_function)(double), Operand *result)
{
    if (count != 1 || argument->kind != OPERAND_NUMERIC || argument->power != 0)
        return fo_fail(evaluation, "een getal zonder maat hoort tussen de haakjes");
    *result = *argument;
    result->number = round_function(argument->number);
    return TRUE;
}

static double
round_half_up(double number)
{
    return floor(number + 0.5);
}

static gboolean
fo_floor(FoEvaluation *evaluation, const Operand *arguments, int count, Operand *result)
{
    return round_number(evaluation, arguments, count, floor, result);
}

static gboolean
fo_ceiling(FoEvaluation *evaluation, const Operand *arguments, int count,
           Operand *result)
{
    return round_number(evaluation, arguments, count, ceil, result);
}

static gboolean
fo_round(FoEvaluation *evaluation, const Operand *arguments, int count, Operand *result)
{
    return round_number(evaluation, arguments, count, round_half_up, result);
}

static gboolean
fo_abs(FoEvaluation *evaluation, const Operand *arguments, int count, Operand *result)
{
    if (count != 1 || arguments->kind != OPERAND_NUMERIC)
        return fo_fail(evaluation, "een getal of lengte hoort tussen de haakjes");
    *result = *arguments;
    if (result->number < 0 || (result->number == 0 && result->percent < 0)) {
        result->number = -result->number;
        result->percent = -result->percent;
    }
    return TRUE;
}

/* Which of two is less; FALSE where they cannot be compared. */
static gboolean
compare_numeric(FoEvaluation *evaluation, const Operand *arguments, int count,
                int *order)
{
    if (count != 2 || arguments[0].kind != OPERAND_NUMERIC ||
        arguments[1].kind != OPERAND_NUMERIC ||
        arguments[0].power != arguments[1].power)
        return fo_fail(evaluation,
                       "twee waarden van één soort horen tussen de haakjes");
    double number = arguments[0].number - arguments[1].number;
    double percent = arguments[0].percent - arguments[1].percent;
    if (number * percent < 0)
        return fo_fail(evaluation, "een percentage is hier niet te vergelijken");
    *order = number < 0 || percent < 0 ? -1 : 1;
    return TRUE;
}

static gboolean
fo_min(FoEvaluation *evaluation, const Operand *arguments, int count, Operand *result)
{
    int order;
    if (!compare_numeric(evaluation, arguments, count, &order))
        return FALSE;
    *result = arguments[order > 0];
    return TRUE;
}

static gboolean
fo_max(FoEvaluation *evaluation, const Operand *arguments, int count, Operand *result)
{
    int order;
    if (!compare_numeric(evaluation, arguments, count, &order))
        return FALSE;
    *result = arguments[order < 0];
    return TRUE;
}

static gboolean
colour_part(FoEvaluation *evaluation, const Operand *argument, double whole,
            double *part)
{
    if (argument->kind != OPERAND_NUMERIC || argument->power > 1)
        return fo_fail(evaluation, "getallen horen tussen de haakjes");
    double value =
        argument->power == 1 ? argument->percent / 100 * whole : argument->number;
    *part = CLAMP(value, 0, whole);
    return TRUE;
}

static gboolean
rgb(FoEvaluation *evaluation, const Operand *arguments, int count, Operand *result)
{
    double parts[3];
    if (count < 3)
        return fo_fail(evaluation, "drie getallen horen tussen de haakjes");
    for (int i = 0; i < 3; i++)
        if (!colour_part(evaluation, &arguments[i], 255, &parts[i]))
            return FALSE;
    *result = (Operand){.kind = OPERAND_VALUE};
    result->value.kind = FO_VALUE_COLOUR;
    result->value.colour =
        (FoColour){(guint8)(parts[0] + 0.5), (guint8)(parts[1] + 0.5),
                   (guint8)(parts[2] + 0.5), 255};
    return TRUE;
}

static gboolean
cmyk(FoEvaluation *evaluation, const Operand *arguments, int count, Operand *result)
{
    double parts[4];
    if (count != 4)
        return fo_fail(evaluation, "vier getallen horen tussen de haakjes");
    for (int i = 0; i < 4; i++)
        if (!colour_part(evaluation, &arguments[i], 1, &parts[i]))
            return FALSE;
    guint8 light[3];
    for (int i = 0; i < 3; i++)
        light[i] = (guint8)(255 * (1 - parts[i]) * (1 - parts[3]) + 0.5);
    *result = (Operand){.kind = OPERAND_VALUE};
    result->value.kind = FO_VALUE_COLOUR;
    result->value.colour = (FoColour){light[0], light[1], light[2], 255};
    return TRUE;
}

static gboolean
system_color(FoEvaluation *evaluation, const Operand *arguments, int count,
             Operand *result)
{
    *result = (Operand){.kind = OPERAND_VALUE};
    result->value.kind = FO_VALUE_COLOUR;
    if (count == 1 && is_word(arguments) &&
        fo_colour_named(arguments->text, arguments->length, &result->value.colour))
        return TRUE;
    return fo_fail(evaluation, "een systeemkleur is op papier onbekend");
}

gboolean
fo_apply(FoEvaluation *evaluation, const char *name, gsize length,
         const Operand *arguments, int count, Operand *result)
{
    typedef gboolean Function(FoEvaluation *, const Operand *, int, Operand *);
    static const struct {
        const char *name;
        Function *apply;
    } functions[] = {
        {"floor", fo_floor},
        {"ceiling", fo_ceiling},
        {"round", fo_round},
        {"min", fo_min},
        {"max", fo_max},
        {"abs", fo_abs},
        {"rgb", rgb},
        {"rgb-icc", rgb}, /* the fallback colour; the profile is not used */
        {"cmyk", cmyk},
        {"system-color", system_color},
        {"inherited-property-value", inherited_property_value},
        {"from-parent", from_parent},
        {"from-nearest-specified-value", from_nearest_specified_value},
        {"from-table-column", from_table_column},
        {"label-end", label_end},
        {"body-start", body_start},
        {"proportional-column-width", proportional_column_width},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(functions); i++)
        if (strlen(functions[i].name) == length &&
            memcmp(functions[i].name, name, length) == 0)
            return functions[i].apply(evaluation, arguments, count, result);
    return fo_fail(evaluation, "onbekende functie “%.*s”", (int)MIN(length, 40), name);
}
