#ifndef FO_EXPR_H
#define FO_EXPR_H

/* expr: from the text of an attribute to the value of one property, by the expression
 * language of XSL 1.1, 5.9. For this room only. */

#include "fo/property.h"
#include "fo/style.h"

/* What a value may depend on, and what became of it. */
typedef struct FoEvaluation {
    Arena *arena; /* strings of values */
    const FoNames *names;
    const FoNode *node;         /* being refined; its parent may be NULL */
    const FoStyle *environment; /* what node inherits */
    const FoStyle *initial;
    Length font_size;       /* of an em: node's; its parent's for font-size itself */
    double pixels_per_inch; /* 0: 96 */
    FoEnum writing_mode;
    const char *base; /* xml:base in force, or NULL */

    FoProperty property;
    gboolean depends; /* set where the value depends on more than the environment */
    char *fault; /* Dutch, why it is invalid or not as given; freed by the caller */
} FoEvaluation;

/* Evaluates text as a value of evaluation->property. Returns FALSE where it is invalid; a
 * fault may also be set with TRUE, where a value was made to fit. */
gboolean
fo_evaluate(FoEvaluation *evaluation, const char *text, FoValue *value);

/* The same for an expression alone: no "inherit", no words with a meaning of their own. */
gboolean
fo_evaluate_expression(FoEvaluation *evaluation, const char *text, FoValue *value);

/* The computed value of the parent: "inherit" and from-parent(). */
const FoValue *
fo_parent_value(FoEvaluation *evaluation, FoProperty property);

typedef enum OperandKind {
    OPERAND_NUMERIC,
    OPERAND_WORD,   /* text: a keyword, a colour or the name of a property */
    OPERAND_STRING, /* text: what was in quotes */
    OPERAND_VALUE   /* any other value, of another object or a colour */
} OperandKind;

typedef struct Operand {
    OperandKind kind;
    int power; /* 0: number is a number, 1: of points, 2: of square points, … */
    double number;
    double percent;    /* with power 1 */
    double proportion; /* with power 1 */
    const char *text;
    gsize length;
    FoValue value;
} Operand;

enum { ARGUMENTS_MAX = 8 };

/* Applies the function of that name (XSL 1.1, 5.10). */
gboolean
fo_apply(FoEvaluation *evaluation, const char *name, gsize length,
         const Operand *arguments, int count, Operand *result);

/* Sets the fault, unless there is one, and returns FALSE. */
gboolean
fo_fail(FoEvaluation *evaluation, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* address as it is, or against base where there is one (XML Base); in arena. */
const char *
fo_resolve(Arena *arena, const char *address, const char *base);

/* A colour of CSS by name; "#rgb", "#rgba", "#rrggbb" or "#rrggbbaa". */
gboolean
fo_colour_named(const char *name, gsize length, FoColour *colour);
gboolean
fo_colour_hexadecimal(const char *text, gsize length, FoColour *colour);

/* The column of the table that node's cell begins in, or NULL (column.c). */
const FoNode *
fo_table_column(const FoNode *node);

#endif
