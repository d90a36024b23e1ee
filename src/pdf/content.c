#include "pdf/content.h"

#include <string.h>

typedef struct Rewriting {
    const char *at, *end; /* what is left to read */
    const char *operands; /* of the operator that is being read */
    const char *name;     /* of that operator, up to at */
    GString *out;
    gsize loose;      /* where in out the stretch outside all marks began */
    gboolean painted; /* something is painted in it */
    gboolean in_mark;
    int depth; /* of marked content that is open */
    int marks;
} Rewriting;

static gboolean
is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static gboolean
is_delimiter(char c)
{
    return is_space(c) || strchr("()<>[]{}/%", c) != NULL;
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

/* Reads on to the next operator; FALSE at the end. Dictionaries need no care: their
 * delimiters are skipped as they come, and no operator stands in one. */
static gboolean
next_operator(Rewriting *r)
{
    r->operands = NULL;
    while (r->at < r->end) {
        char c = *r->at;
        if (is_space(c)) {
            r->at++;
            continue;
        }
        if (!r->operands)
            r->operands = r->at;
        if (c == '(')
            r->at = skip_string(r->at, r->end);
        else if (c == '%')
            r->at = skip_to(r->at, r->end, "\n\r");
        else if (c == '<' && r->at + 1 < r->end && r->at[1] != '<')
            r->at = MIN(skip_to(r->at, r->end, ">") + 1, r->end);
        else if (strchr("<>[]{})", c))
            r->at++;
        else {
            const char *start = r->at++;
            while (r->at < r->end && !is_delimiter(*r->at))
                r->at++;
            if (names_operator(start, r->at)) {
                r->name = start;
                return TRUE;
            }
        }
    }
    return FALSE;
}

static gboolean
operator_is(const Rewriting *r, const char *name)
{
    gsize length = (gsize)(r->at - r->name);
    return strlen(name) == length && memcmp(name, r->name, length) == 0;
}

static gboolean
is_painting(const Rewriting *r)
{
    static const char *const names[] = {"f", "F",  "f*", "B",  "B*", "b", "b*", "S",
                                        "s", "sh", "Do", "Tj", "TJ", "'", "\"", "EI"};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        if (operator_is(r, names[i]))
            return TRUE;
    return FALSE;
}

/* An inline image: its bytes are no tokens (ISO 32000-1, 8.9.7). */
static void
skip_inline_image(Rewriting *r)
{
    for (const char *p = r->at; p + 3 < r->end; p++)
        if (is_space(p[0]) && p[1] == 'E' && p[2] == 'I' &&
            (p + 3 == r->end || is_space(p[3]))) {
            r->at = p + 3;
            return;
        }
    r->at = r->end;
}

static void
copy(Rewriting *r)
{
    const char *start = r->operands ? r->operands : r->at;
    g_string_append_len(r->out, start, r->at - start);
    g_string_append_c(r->out, '\n');
}

/* Ends the stretch outside all marks: what is painted there is no content. */
static void
end_loose(Rewriting *r)
{
    if (r->painted) {
        g_string_insert(r->out, (gssize)r->loose, "/Artifact BMC\n");
        g_string_append(r->out, "EMC\n");
    }
    r->painted = FALSE;
}

static gboolean
has_mark_number(const Rewriting *r)
{
    return g_strstr_len(r->operands, r->name - r->operands, "/MCID") != NULL;
}

static void
begin_marked(Rewriting *r)
{
    if (r->depth++ > 0 || !has_mark_number(r)) {
        copy(r);
        return;
    }
    end_loose(r);
    r->in_mark = TRUE;
    g_string_append_printf(r->out, "/Span<</MCID %d>>BDC\n", r->marks++);
}

static void
end_marked(Rewriting *r)
{
    copy(r);
    r->depth = MAX(r->depth - 1, 0);
    if (r->depth == 0 && r->in_mark) {
        r->in_mark = FALSE;
        r->loose = r->out->len;
    }
}

GString *
content_rewrite(const char *bytes, gsize length, int *mark_count)
{
    Rewriting r = {.at = bytes, .end = bytes + length};
    r.out = g_string_sized_new(length + 1024);
    while (next_operator(&r)) {
        if (operator_is(&r, "BDC") || operator_is(&r, "BMC"))
            begin_marked(&r);
        else if (operator_is(&r, "EMC"))
            end_marked(&r);
        else {
            gboolean is_image = operator_is(&r, "ID");
            if (!r.in_mark && (is_image || is_painting(&r)))
                r.painted = TRUE;
            if (is_image)
                skip_inline_image(&r);
            copy(&r);
        }
    }
    end_loose(&r);
    *mark_count = r.marks;
    return r.out;
}
