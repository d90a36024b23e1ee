#include "fo/expr.h"

#include <math.h>
#include <string.h>

enum { NESTING_MAX = 64 };

typedef struct Parser {
    FoEvaluation *evaluation;
    const char *next;
    int nesting;
} Parser;

static gboolean
parse_sum(Parser *parser, Operand *result);

gboolean
fo_fail(FoEvaluation *evaluation, const char *format, ...)
{
    if (evaluation->fault)
        return FALSE;
    va_list arguments;
    va_start(arguments, format);
    evaluation->fault = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    return FALSE;
}

static void
skip_space(Parser *parser)
{
    while (g_ascii_isspace(*parser->next))
        parser->next++;
}

static gboolean
is_name_start(char c)
{
    return g_ascii_isalpha(c) || c == '_' || (c & 0x80);
}

static gsize
name_length(const char *text)
{
    gsize length = 0;
    while (is_name_start(text[length]) || g_ascii_isdigit(text[length]) ||
           strchr(".-:", text[length] ? text[length] : ' '))
        length++;
    return length;
}

/* Digits, at most one point, no exponent (5.9.11). */
static double
scan_number(Parser *parser)
{
    double number = 0, scale = 1;
    while (g_ascii_isdigit(*parser->next))
        number = number * 10 + (*parser->next++ - '0');
    if (*parser->next != '.')
        return number;
    parser->next++;
    while (g_ascii_isdigit(*parser->next)) {
        int digit = *parser->next++ - '0';
        if (scale > 1e15)
            continue;
        scale *= 10;
        number = number * 10 + digit;
    }
    return number / scale;
}

/* In points. What a pixel is is for the user agent to say (5.9.13.1). */
static double
pixel_size(const FoEvaluation *evaluation)
{
    double pixels = evaluation->pixels_per_inch;
    return pixels > 0 ? 72 / pixels : 0.75;
}

/* A number, a length or a percentage (5.9.7, 5.9.8, 5.9.11). */
static gboolean
parse_numeric(Parser *parser, Operand *result)
{
    FoEvaluation *evaluation = parser->evaluation;
    double number = scan_number(parser);
    *result = (Operand){.kind = OPERAND_NUMERIC, .number = number};
    FoBase base = fo_property_row(evaluation->property)->base;
    if (*parser->next == '%') {
        parser->next++;
        result->power = 1;
        result->number = 0;
        if (base == BASE_FONT_SIZE || base == BASE_PARENT_FONT_SIZE)
            result->number = number / 100 * length_points(evaluation->font_size);
        else
            result->percent = number;
        return TRUE;
    }
    gsize size = 0;
    while (g_ascii_isalpha(parser->next[size]))
        size++;
    if (size == 0)
        return TRUE;
    char unit[8] = "";
    if (size < sizeof unit)
        memcpy(unit, parser->next, size);
    const char *start = parser->next;
    parser->next += size;
    result->power = 1;
    if (strcmp(unit, "em") == 0) {
        result->number = number * length_points(evaluation->font_size);
        return TRUE;
    }
    /* In double, so that only the result is rounded. */
    Length thousand;
    if (!length_from_unit(1000, unit, &thousand))
        return fo_fail(evaluation, "“%.*s” is geen maat", (int)MIN(size, 20), start);
    static const struct {
        const char *unit;
        double points;
    } exact[] = {{"mm", 72 / 25.4}, {"cm", 72 / 2.54}};
    double points = length_points(thousand) / 1000;
    for (gsize i = 0; i < G_N_ELEMENTS(exact); i++)
        if (strcmp(unit, exact[i].unit) == 0)
            points = exact[i].points;
    if (strcmp(unit, "px") == 0)
        points = pixel_size(evaluation);
    result->number = number * points;
    return TRUE;
}

static gboolean
parse_literal(Parser *parser, Operand *result)
{
    char quote = *parser->next++;
    const char *end = strchr(parser->next, quote);
    if (!end)
        return fo_fail(parser->evaluation, "een aanhalingsteken ontbreekt");
    *result = (Operand){.kind = OPERAND_STRING,
                        .text = parser->next,
                        .length = (gsize)(end - parser->next)};
    parser->next = end + 1;
    return TRUE;
}

static gboolean
parse_arguments(Parser *parser, const char *name, gsize length, Operand *result)
{
    Operand arguments[ARGUMENTS_MAX];
    int count = 0;
    skip_space(parser);
    while (*parser->next != ')') {
        if (count == ARGUMENTS_MAX)
            return fo_fail(parser->evaluation, "te veel argumenten");
        if (!parse_sum(parser, &arguments[count++]))
            return FALSE;
        skip_space(parser);
        if (*parser->next == ',')
            parser->next++;
        else if (*parser->next != ')')
            return fo_fail(parser->evaluation, "een haakje ontbreekt");
    }
    parser->next++;
    return fo_apply(parser->evaluation, name, length, arguments, count, result);
}

static gboolean
parse_colour(Parser *parser, Operand *result)
{
    gsize length = 1 + strspn(parser->next + 1, "0123456789abcdefABCDEF");
    if (g_ascii_isalpha(parser->next[length])) {
        /* "#CMYK": what FOP calls a profile that is none, in rgb-icc(). */
        length = 1 + name_length(parser->next + 1);
        *result =
            (Operand){.kind = OPERAND_WORD, .text = parser->next, .length = length};
        parser->next += length;
        return TRUE;
    }
    *result = (Operand){.kind = OPERAND_VALUE};
    result->value.kind = FO_VALUE_COLOUR;
    if (!fo_colour_hexadecimal(parser->next, length, &result->value.colour))
        return fo_fail(parser->evaluation, "geen kleur");
    parser->next += length;
    return TRUE;
}

static gboolean
parse_primary(Parser *parser, Operand *result)
{
    skip_space(parser);
    char c = *parser->next;
    if (g_ascii_isdigit(c) || (c == '.' && g_ascii_isdigit(parser->next[1])))
        return parse_numeric(parser, result);
    if (c == '#')
        return parse_colour(parser, result);
    if (c == '\'' || c == '"')
        return parse_literal(parser, result);
    gsize length = is_name_start(c) ? name_length(parser->next) : 0;
    if (c != '(' && length == 0)
        return fo_fail(parser->evaluation, c ? "onverwacht teken" : "onvolledig");
    const char *name = parser->next;
    parser->next += length;
    skip_space(parser);
    if (*parser->next != '(') {
        *result = (Operand){.kind = OPERAND_WORD, .text = name, .length = length};
        return TRUE;
    }
    parser->next++;
    if (++parser->nesting > NESTING_MAX)
        return fo_fail(parser->evaluation, "te diep genest");
    if (length > 0) {
        if (!parse_arguments(parser, name, length, result))
            return FALSE;
    } else {
        if (!parse_sum(parser, result))
            return FALSE;
        skip_space(parser);
        if (*parser->next++ != ')')
            return fo_fail(parser->evaluation, "een haakje ontbreekt");
    }
    parser->nesting--;
    return TRUE;
}

static gboolean
parse_unary(Parser *parser, Operand *result)
{
    gboolean negative = FALSE, is_signed = FALSE;
    for (;;) {
        skip_space(parser);
        if (*parser->next != '-' && *parser->next != '+')
            break;
        negative ^= *parser->next++ == '-';
        is_signed = TRUE;
    }
    if (!parse_primary(parser, result))
        return FALSE;
    if (is_signed && result->kind != OPERAND_NUMERIC)
        return fo_fail(parser->evaluation, "een teken voor wat geen getal is");
    if (negative) {
        result->number = -result->number;
        result->percent = -result->percent;
        result->proportion = -result->proportion;
    }
    return TRUE;
}

static gboolean
is_scalar(const Operand *operand)
{
    return operand->power == 0;
}

static gboolean
has_only_number(const Operand *operand)
{
    return operand->percent == 0 && operand->proportion == 0;
}

static gboolean
multiply(FoEvaluation *evaluation, Operand *left, const Operand *right)
{
    if (!(has_only_number(left) && has_only_number(right)) &&
        !(is_scalar(left) || is_scalar(right)))
        return fo_fail(evaluation, "een percentage maal een lengte");
    Operand product = {.kind = OPERAND_NUMERIC, .power = left->power + right->power};
    product.number = left->number * right->number;
    product.percent = is_scalar(right) ? left->percent * right->number
                                       : right->percent * left->number;
    product.proportion = is_scalar(right) ? left->proportion * right->number
                                          : right->proportion * left->number;
    *left = product;
    return TRUE;
}

static gboolean
divide(FoEvaluation *evaluation, Operand *left, const Operand *right)
{
    if (!has_only_number(right))
        return fo_fail(evaluation, "gedeeld door een percentage");
    if (right->number == 0)
        return fo_fail(evaluation, "gedeeld door nul");
    if (!is_scalar(right) && !has_only_number(left))
        return fo_fail(evaluation, "een percentage gedeeld door een lengte");
    left->power -= right->power;
    left->number /= right->number;
    left->percent /= right->number;
    left->proportion /= right->number;
    return TRUE;
}

static gboolean
remainder_of(FoEvaluation *evaluation, Operand *left, const Operand *right)
{
    if (!has_only_number(left) || !has_only_number(right) ||
        left->power != right->power)
        return fo_fail(evaluation, "mod van ongelijke soorten");
    if (right->number == 0)
        return fo_fail(evaluation, "gedeeld door nul");
    left->number = fmod(left->number, right->number);
    return TRUE;
}

static gboolean
take_operator(Parser *parser, const char *operator)
{
    skip_space(parser);
    gsize length = strlen(operator);
    if (strncmp(parser->next, operator, length) != 0)
        return FALSE;
    if (length > 1 && name_length(parser->next) != length)
        return FALSE;
    parser->next += length;
    return TRUE;
}

static gboolean
are_numeric(FoEvaluation *evaluation, const Operand *left, const Operand *right)
{
    if (left->kind == OPERAND_NUMERIC && right->kind == OPERAND_NUMERIC)
        return TRUE;
    return fo_fail(evaluation, "gerekend met wat geen getal is");
}

static gboolean
parse_product(Parser *parser, Operand *result)
{
    typedef gboolean Operation(FoEvaluation *, Operand *, const Operand *);
    static const struct {
        const char *name;
        Operation *apply;
    } operations[] = {{"*", multiply}, {"div", divide}, {"mod", remainder_of}};
    if (!parse_unary(parser, result))
        return FALSE;
    for (;;) {
        Operation *apply = NULL;
        for (gsize i = 0; i < G_N_ELEMENTS(operations) && !apply; i++)
            if (take_operator(parser, operations[i].name))
                apply = operations[i].apply;
        if (!apply)
            return TRUE;
        Operand right;
        if (!parse_unary(parser, &right) ||
            !are_numeric(parser->evaluation, result, &right) ||
            !apply(parser->evaluation, result, &right))
            return FALSE;
    }
}

static gboolean
parse_sum(Parser *parser, Operand *result)
{
    if (!parse_product(parser, result))
        return FALSE;
    for (;;) {
        skip_space(parser);
        char sign = *parser->next;
        if (sign != '+' && sign != '-')
            return TRUE;
        parser->next++;
        Operand right;
        if (!parse_product(parser, &right) ||
            !are_numeric(parser->evaluation, result, &right))
            return FALSE;
        if (result->power != right.power)
            return fo_fail(parser->evaluation, "een som van ongelijke soorten");
        double factor = sign == '-' ? -1 : 1;
        result->number += factor * right.number;
        result->percent += factor * right.percent;
        result->proportion += factor * right.proportion;
    }
}

static gboolean
numeric_value(FoEvaluation *evaluation, const Operand *operand, FoValue *value)
{
    const FoPropertyRow *row = fo_property_row(evaluation->property);
    if (!isfinite(operand->number) || !isfinite(operand->percent) ||
        !isfinite(operand->proportion))
        return fo_fail(evaluation, "te groot");
    if (operand->power == 0 && row->takes & (TAKES_NUMBER | TAKES_INTEGER)) {
        value->kind = FO_VALUE_NUMBER;
        value->number = CLAMP(operand->number, -1e9, 1e9);
        if (row->takes & TAKES_INTEGER)
            value->number = floor(value->number + 0.5);
        return TRUE;
    }
    gboolean is_length = operand->power == 1 || operand->power == 0;
    if (!is_length || !(row->takes & (TAKES_LENGTH | TAKES_PERCENT)))
        return fo_fail(evaluation, "verkeerde soort waarde");
    if (operand->percent != 0 && !(row->takes & TAKES_PERCENT))
        return fo_fail(evaluation, "een percentage kan hier niet");
    if (operand->proportion != 0 && !(row->takes & TAKES_PROPORTION))
        return fo_fail(evaluation, "een evenredige breedte kan hier niet");
    if (operand->number != 0 && !(row->takes & TAKES_LENGTH))
        return fo_fail(evaluation, "alleen een percentage kan hier");
    double points = operand->number;
    if (operand->power == 0 && points != 0) {
        fo_fail(evaluation, "zonder maat; gelezen als px");
        points *= pixel_size(evaluation);
    }
    value->kind = FO_VALUE_LENGTH;
    value->fixed = length_from_points(points);
    value->percent = operand->percent;
    value->proportion = operand->proportion;
    return TRUE;
}

static gboolean
word_value(FoEvaluation *evaluation, const char *text, gsize length, FoValue *value)
{
    if (fo_property_has_keyword(evaluation->property, text, length)) {
        g_autofree char *keyword = g_strndup(text, length);
        value->kind = FO_VALUE_ENUM;
        value->keyword = fo_names_keyword(evaluation->names, keyword);
        return TRUE;
    }
    int takes = fo_property_row(evaluation->property)->takes;
    if (takes & TAKES_COLOUR && fo_colour_named(text, length, &value->colour)) {
        value->kind = FO_VALUE_COLOUR;
        return TRUE;
    }
    return fo_fail(evaluation, "onbekende waarde");
}

/* A value of another property, or a colour, where this property can have it. */
static gboolean
borrowed_value(FoEvaluation *evaluation, const FoValue *source, FoValue *value)
{
    int takes = fo_property_row(evaluation->property)->takes;
    gboolean fits = FALSE;
    if (source->kind == FO_VALUE_ENUM) {
        const char *name = fo_enum_name(source->keyword);
        fits = fo_property_has_keyword(evaluation->property, name, strlen(name));
    } else if (source->kind == FO_VALUE_COLOUR) {
        fits = takes & TAKES_COLOUR;
    } else if (source->kind == FO_VALUE_STRING) {
        fits = (takes & TAKES_TEXT) || *source->string == '\0';
    }
    if (!fits)
        return fo_fail(evaluation, "verkeerde soort waarde");
    *value = *source;
    return TRUE;
}

static gboolean
operand_value(FoEvaluation *evaluation, const Operand *operand, FoValue *value)
{
    switch (operand->kind) {
    case OPERAND_NUMERIC:
        return numeric_value(evaluation, operand, value);
    case OPERAND_WORD:
        return word_value(evaluation, operand->text, operand->length, value);
    case OPERAND_VALUE:
        return borrowed_value(evaluation, &operand->value, value);
    case OPERAND_STRING:
        break;
    }
    if (!(fo_property_row(evaluation->property)->takes & TAKES_TEXT))
        return word_value(evaluation, operand->text, operand->length, value);
    value->kind = FO_VALUE_STRING;
    value->string = arena_strndup(evaluation->arena, operand->text, operand->length);
    return TRUE;
}

gboolean
fo_evaluate_expression(FoEvaluation *evaluation, const char *text, FoValue *value)
{
    Parser parser = {evaluation, text, 0};
    Operand operand;
    if (!parse_sum(&parser, &operand))
        return FALSE;
    skip_space(&parser);
    if (*parser.next)
        return fo_fail(evaluation, "onverwachte tekst aan het eind");
    return operand_value(evaluation, &operand, value);
}
