#ifndef PDF_OPERATORS_H
#define PDF_OPERATORS_H

/* The operators of a content stream, one after the other (ISO 32000-1, 7.8.2). */

#include <glib.h>

typedef struct Operators {
    const char *at, *end;        /* what is left to read */
    const char *operands;        /* of the operator that was read */
    const char *name, *name_end; /* of that operator; at is behind it */
} Operators;

/* Reads the next operator; FALSE at the end. "ID" takes the inline image with it, to behind
 * its "EI": its bytes are no operators (8.9.7). */
gboolean
operators_next(Operators *operators);

gboolean
operator_is(const Operators *operators, const char *name);

/* Reads the operands into numbers; FALSE where they are not count numbers. */
gboolean
operator_numbers(const Operators *operators, double *numbers, int count);

/* Whether text stands among the operands. */
gboolean
operator_mentions(const Operators *operators, const char *text);

/* The operands and the operator as they were, on a line. */
void
operator_copy(const Operators *operators, GString *out);

/* Appends number and a space, with four decimals at most. */
void
operator_put_number(GString *out, double number);

#endif
