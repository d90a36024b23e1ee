#include "pdf/separate.h"
#include "pdf/inks.h"
#include "pdf/operators.h"

#include <math.h>

typedef struct Separating {
    Separation *separation;
    Operators in;
    GString *out;
    SeparateMatrix matrix;
    GArray *saved;     /* SeparateMatrix, by q */
    GByteArray *marks; /* of the marked content that is open: 1 where it was left out */
} Separating;

static void
tell(Separation *separation, const double *rgb, const Inks *inks)
{
    Place nowhere = {0};
    diag_report(separation->diag, &nowhere, DIAG_INK_UNKNOWN,
                "#%02x%02x%02x is voor de drukpers omgerekend naar C %.0f M %.0f "
                "Y %.0f K %.0f",
                (unsigned)lround(rgb[0] * 255), (unsigned)lround(rgb[1] * 255),
                (unsigned)lround(rgb[2] * 255), inks->cyan * 100, inks->magenta * 100,
                inks->yellow * 100, inks->black * 100);
}

static void
put_inks(Separating *s, const double *rgb, const char *operator)
{
    gboolean known;
    Inks inks = inks_for(rgb[0], rgb[1], rgb[2], &known);
    if (!known)
        tell(s->separation, rgb, &inks);
    operator_put_number(s->out, inks.cyan);
    operator_put_number(s->out, inks.magenta);
    operator_put_number(s->out, inks.yellow);
    operator_put_number(s->out, inks.black);
    g_string_append(s->out, operator);
    g_string_append_c(s->out, '\n');
}

/* RG, rg, G and g (8.6.8); FALSE where the operator is another one. */
static gboolean
write_colour(Separating *s)
{
    double rgb[3];
    gboolean strokes = operator_is(&s->in, "RG") || operator_is(&s->in, "G");
    if (operator_is(&s->in, "rg") || operator_is(&s->in, "RG")) {
        if (!operator_numbers(&s->in, rgb, 3))
            return FALSE;
    } else if (operator_is(&s->in, "g") || operator_is(&s->in, "G")) {
        if (!operator_numbers(&s->in, rgb, 1))
            return FALSE;
        rgb[1] = rgb[2] = rgb[0];
    } else
        return FALSE;
    for (int i = 0; i < 3; i++)
        rgb[i] = CLAMP(rgb[i], 0, 1);
    put_inks(s, rgb, strokes ? "K" : "k");
    return TRUE;
}

static void
notice_device_rgb(Separating *s)
{
    gboolean is_space = operator_is(&s->in, "cs") || operator_is(&s->in, "CS");
    gboolean is_image = operator_is(&s->in, "ID");
    if ((is_space || is_image) && operator_mentions(&s->in, "/DeviceRGB"))
        s->separation->device_rgb = TRUE;
    if (is_image && operator_mentions(&s->in, "/RGB"))
        s->separation->device_rgb = TRUE;
}

static void
concatenate(Separating *s)
{
    double n[6];
    if (!operator_numbers(&s->in, n, 6))
        return;
    SeparateMatrix m = s->matrix;
    s->matrix =
        (SeparateMatrix){n[0] * m.a + n[1] * m.c,       n[0] * m.b + n[1] * m.d,
                         n[2] * m.a + n[3] * m.c,       n[2] * m.b + n[3] * m.d,
                         n[4] * m.a + n[5] * m.c + m.e, n[4] * m.b + n[5] * m.d + m.f};
}

static void
note_drawn(Separating *s)
{
    const char *end = s->in.name;
    while (end > s->in.operands && g_ascii_isspace(end[-1]))
        end--;
    g_autofree char *name = g_strndup(s->in.operands, (gsize)(end - s->in.operands));
    if (!g_hash_table_contains(s->separation->drawn, name))
        g_hash_table_insert(s->separation->drawn, g_steal_pointer(&name),
                            g_memdup2(&s->matrix, sizeof s->matrix));
}

static void
follow_matrix(Separating *s)
{
    if (operator_is(&s->in, "q"))
        g_array_append_val(s->saved, s->matrix);
    else if (operator_is(&s->in, "Q") && s->saved->len > 0) {
        s->matrix = g_array_index(s->saved, SeparateMatrix, s->saved->len - 1);
        g_array_set_size(s->saved, s->saved->len - 1);
    } else if (operator_is(&s->in, "cm"))
        concatenate(s);
    else if (operator_is(&s->in, "Do") && s->separation->drawn)
        note_drawn(s);
}

/* Draws the sides of a box on the page out into the bleed where they lie on the trim;
 * FALSE where none does. */
static gboolean
extend(const Separation *separation, PassBox *box)
{
    const double near = 0.75; /* points: who draws may cut clips down to whole ones */
    const PassBox *trim = separation->trim;
    gboolean touches[4] = {
        box->x0<trim->x0 + near, box->y0<trim->y0 + near, box->x1> trim->x1 - near,
                box->y1>
            trim->y1 -
        near};
    if (touches[0])
        box->x0 = MIN(box->x0, trim->x0 - separation->bleed);
    if (touches[1])
        box->y0 = MIN(box->y0, trim->y0 - separation->bleed);
    if (touches[2])
        box->x1 = MAX(box->x1, trim->x1 + separation->bleed);
    if (touches[3])
        box->y1 = MAX(box->y1, trim->y1 + separation->bleed);
    return touches[0] || touches[1] || touches[2] || touches[3];
}

/* "x y width height re"; FALSE where it stays as it is. */
static gboolean
write_rectangle(Separating *s)
{
    double n[4];
    SeparateMatrix m = s->matrix;
    double determinant = m.a * m.d - m.b * m.c;
    gboolean upright = (fabs(m.b) < 1e-6 && fabs(m.c) < 1e-6) ||
                       (fabs(m.a) < 1e-6 && fabs(m.d) < 1e-6);
    if (!operator_is(&s->in, "re") || !operator_numbers(&s->in, n, 4) || !upright ||
        fabs(determinant) < 1e-9)
        return FALSE;
    double x0 = m.a * n[0] + m.c * n[1] + m.e, y0 = m.b * n[0] + m.d * n[1] + m.f;
    double x1 = x0 + m.a * n[2] + m.c * n[3], y1 = y0 + m.b * n[2] + m.d * n[3];
    PassBox box = {MIN(x0, x1), MIN(y0, y1), MAX(x0, x1), MAX(y0, y1)};
    if (!extend(s->separation, &box))
        return FALSE;
    double left = box.x0 - m.e, bottom = box.y0 - m.f;
    double width = box.x1 - box.x0, height = box.y1 - box.y0;
    operator_put_number(s->out, (m.d * left - m.c * bottom) / determinant);
    operator_put_number(s->out, (m.a * bottom - m.b * left) / determinant);
    operator_put_number(s->out, (m.d * width - m.c * height) / determinant);
    operator_put_number(s->out, (m.a * height - m.b * width) / determinant);
    g_string_append(s->out, "re\n");
    return TRUE;
}

/* BDC, BMC and EMC (14.6); FALSE where the operator is to be copied. */
static gboolean
leaves_out_mark(Separating *s)
{
    if (operator_is(&s->in, "EMC")) {
        if (s->marks->len == 0)
            return FALSE;
        gboolean left_out = s->marks->data[s->marks->len - 1];
        g_byte_array_set_size(s->marks, s->marks->len - 1);
        return left_out;
    }
    if (!operator_is(&s->in, "BDC") && !operator_is(&s->in, "BMC"))
        return FALSE;
    guint8 left_out =
        operator_mentions(&s->in, "/MCID") && !operator_mentions(&s->in, "/ActualText");
    g_byte_array_append(s->marks, &left_out, 1);
    return left_out;
}

GString *
separate_content(Separation *separation, const char *bytes, gsize length)
{
    Separating s = {.separation = separation,
                    .in = {.at = bytes, .end = bytes + length},
                    .out = g_string_sized_new(length + 1024),
                    .matrix = separation->matrix ? *separation->matrix
                                                 : (SeparateMatrix){1, 0, 0, 1, 0, 0},
                    .saved = g_array_new(FALSE, FALSE, sizeof(SeparateMatrix)),
                    .marks = g_byte_array_new()};
    while (operators_next(&s.in)) {
        if (leaves_out_mark(&s))
            continue;
        if (separation->trim) {
            follow_matrix(&s);
            if (write_rectangle(&s))
                continue;
        }
        if (separation->inks) {
            notice_device_rgb(&s);
            if (write_colour(&s))
                continue;
        }
        operator_copy(&s.in, s.out);
    }
    g_array_unref(s.saved);
    g_byte_array_unref(s.marks);
    return s.out;
}
