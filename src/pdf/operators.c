#include "pdf/operators.h"

#include <string.h>

static gboolean
is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static gboolean
is_delimiter(char c)
{
    switch (c) {
    case '(':
    case ')':
    case '<':
    case '>':
    case '[':
    case ']':
    case '{':
    case '}':
    case '/':
    case '%':
        return TRUE;
    default:
        return is_space(c);
    }
}

/* Skips "(…)": parentheses nest, a backslash takes what follows with it. */
static const char *
skip_string(const char *p, const char *end)
{
    int depth = 0;
    while (p < end) {
        char c = *p++;
        if (c == '\\')
            p++;
        else if (c == '(')
            depth++;
        else if (c == ')' && --depth == 0)
            break;
    }
    return MIN(p, end);
}

static const char *
skip_to(const char *p, const char *end, const char *stops)
{
    while (p < end && !strchr(stops, *p))
        p++;
    return p;
}

static gboolean
names_operator(const char *start, const char *end)
{
    static const char *const values[] = {"true", "false", "null"};
    for (guint i = 0; i < G_N_ELEMENTS(values); i++)
        if (strlen(values[i]) == (gsize)(end - start) &&
            memcmp(values[i], start, (gsize)(end - start)) == 0)
            return FALSE;
    return g_ascii_isalpha(*start) || *start == '\'' || *start == '"';
}

/* What stands at p, which is no space: an operand or a part of one. Dictionaries need no
 * care: their delimiters are skipped as they come, and no operator stands in one. */
static const char *
skip_token(const char *p, const char *end)
{
    if (*p == '(')
        return skip_string(p, end);
    if (*p == '%')
        return skip_to(p, end, "\n\r");
    if (*p == '<' && p + 1 < end && p[1] != '<')
        return MIN(skip_to(p, end, ">") + 1, end);
    if (strchr("<>[]{})", *p))
        return p + 1;
    do
        p++;
    while (p < end && !is_delimiter(*p));
    return p;
}

static gboolean
find_operator(Operators *operators)
{
    operators->operands = NULL;
    const char *p = operators->at;
    while (p < operators->end) {
        if (is_space(*p)) {
            p++;
            continue;
        }
        if (!operators->operands)
            operators->operands = p;
        const char *start = p;
        p = skip_token(p, operators->end);
        if (names_operator(start, p)) {
            operators->name = start;
            operators->name_end = operators->at = p;
            return TRUE;
        }
    }
    operators->at = p;
    return FALSE;
}

/* An inline image: its bytes are no tokens (ISO 32000-1, 8.9.7). */
static void
skip_inline_image(Operators *operators)
{
    for (const char *p = operators->at; p + 2 < operators->end; p++)
        if (is_space(p[0]) && p[1] == 'E' && p[2] == 'I' &&
            (p + 3 == operators->end || is_space(p[3]))) {
            operators->at = p + 3;
            return;
        }
    operators->at = operators->end;
}

gboolean
operators_next(Operators *operators)
{
    if (!find_operator(operators))
        return FALSE;
    if (operator_is(operators, "ID"))
        skip_inline_image(operators);
    return TRUE;
}

gboolean
operator_is(const Operators *operators, const char *name)
{
    gsize length = (gsize)(operators->name_end - operators->name);
    return strlen(name) == length && memcmp(name, operators->name, length) == 0;
}

gboolean
operator_numbers(const Operators *operators, double *numbers, int count)
{
    const char *p = operators->operands;
    for (int i = 0; i < count; i++) {
        char *stop;
        numbers[i] = g_ascii_strtod(p, &stop);
        if (stop == p || stop > operators->name)
            return FALSE;
        p = stop;
    }
    while (p < operators->name && is_space(*p))
        p++;
    return p == operators->name;
}

gboolean
operator_mentions(const Operators *operators, const char *text)
{
    return g_strstr_len(operators->operands, operators->name - operators->operands,
                        text) != NULL;
}

void
operator_copy(const Operators *operators, GString *out)
{
    g_string_append_len(out, operators->operands, operators->at - operators->operands);
    g_string_append_c(out, '\n');
}

void
operator_put_number(GString *out, double number)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(digits, sizeof digits, "%.4f", CLAMP(number, -1e6, 1e6));
    char *end = digits + strlen(digits);
    while (end[-1] == '0')
        end--;
    if (end[-1] == '.')
        end--;
    *end = '\0';
    g_string_append(out, strcmp(digits, "-0") == 0 ? "0" : digits);
    g_string_append_c(out, ' ');
}
