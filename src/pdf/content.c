#include "pdf/content.h"
#include "pdf/operators.h"

typedef struct Rewriting {
    Operators in;
    GString *out;
    gsize loose;      /* where in out the stretch outside all marks began */
    gboolean painted; /* something is painted in it */
    gboolean in_mark;
    gboolean begun; /* the ground is behind */
    gssize ground;  /* where in out a rectangle began that may be it; -1: none */
    int depth;      /* of marked content that is open */
    int marks;
} Rewriting;

static gboolean
is_painting(const Rewriting *r)
{
    static const char *const names[] = {"f", "F",  "f*", "B",  "B*", "b", "b*", "S",
                                        "s", "sh", "Do", "Tj", "TJ", "'", "\"", "ID"};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        if (operator_is(&r->in, names[i]))
            return TRUE;
    return FALSE;
}

/* Leaves out the ground: the rectangle that render/ fills before all else. */
static gboolean
is_ground(Rewriting *r)
{
    if (r->begun || r->ground < 0 || !operator_is(&r->in, "f"))
        return FALSE;
    g_string_truncate(r->out, (gsize)r->ground);
    return r->begun = TRUE;
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

/* What a stretch that render/ drew under that name is (14.6, 14.8.2.2.2). */
static void
put_mark(Rewriting *r)
{
    static const char *const artifacts[][2] = {
        {"/Art", "/Artifact<</Type/Pagination>>BDC\n"},
        {"/Private", "/Artifact<</Type/Pagination/Subtype/Header>>BDC\n"},
        {"/NonStruct", "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n"}};
    for (guint i = 0; i < G_N_ELEMENTS(artifacts); i++)
        if (operator_mentions(&r->in, artifacts[i][0])) {
            g_string_append(r->out, artifacts[i][1]);
            return;
        }
    g_string_append_printf(r->out, "/Span<</MCID %d>>BDC\n", r->marks++);
}

static void
begin_marked(Rewriting *r)
{
    if (r->depth++ > 0 || !operator_mentions(&r->in, "/MCID")) {
        operator_copy(&r->in, r->out);
        return;
    }
    end_loose(r);
    r->in_mark = r->begun = TRUE;
    put_mark(r);
}

static void
end_marked(Rewriting *r)
{
    operator_copy(&r->in, r->out);
    r->depth = MAX(r->depth - 1, 0);
    if (r->depth == 0 && r->in_mark) {
        r->in_mark = FALSE;
        r->loose = r->out->len;
    }
}

GString *
content_rewrite(const char *bytes, gsize length, int *mark_count)
{
    Rewriting r = {.in = {.at = bytes, .end = bytes + length}, .ground = -1};
    r.out = g_string_sized_new(length + 1024);
    while (operators_next(&r.in)) {
        if (operator_is(&r.in, "BDC") || operator_is(&r.in, "BMC"))
            begin_marked(&r);
        else if (operator_is(&r.in, "EMC"))
            end_marked(&r);
        else if (!is_ground(&r)) {
            if (!r.in_mark && !r.painted && is_painting(&r))
                r.painted = r.begun = TRUE;
            r.ground = operator_is(&r.in, "re") ? (gssize)r.out->len : -1;
            operator_copy(&r.in, r.out);
        }
    }
    end_loose(&r);
    *mark_count = r.marks;
    return r.out;
}
