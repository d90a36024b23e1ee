#include "pdf/crop.h"
#include "pdf/operators.h"

#define MILLIMETRES(n) ((n)*72 / 25.4)

/* Marks begin a little outside the bleed, and never nearer to the trim than this. */
static const double nearest = MILLIMETRES(3), gap = MILLIMETRES(0.5);
static const double mark_length = MILLIMETRES(5), edge = MILLIMETRES(1);

static double
mark_start(double bleed)
{
    return MAX(bleed + gap, nearest);
}

double
crop_margin(double bleed)
{
    return mark_start(bleed) + mark_length + edge;
}

static void
put_line(GString *out, double x0, double y0, double x1, double y1)
{
    operator_put_number(out, x0);
    operator_put_number(out, y0);
    g_string_append(out, "m ");
    operator_put_number(out, x1);
    operator_put_number(out, y1);
    g_string_append(out, "l S\n");
}

/* A mark above trim and one below it, at x. */
static void
put_pair(GString *out, const PassBox *trim, double bleed, double x)
{
    double start = mark_start(bleed), end = start + mark_length;
    put_line(out, x, trim->y1 + start, x, trim->y1 + end);
    put_line(out, x, trim->y0 - start, x, trim->y0 - end);
}

void
crop_put_marks(GString *out, const PassBox *trim, double bleed)
{
    double start = mark_start(bleed), end = start + mark_length;
    const double heights[2] = {trim->y0, trim->y1};
    put_pair(out, trim, bleed, trim->x0);
    put_pair(out, trim, bleed, trim->x1);
    for (int i = 0; i < 2; i++) {
        put_line(out, trim->x0 - start, heights[i], trim->x0 - end, heights[i]);
        put_line(out, trim->x1 + start, heights[i], trim->x1 + end, heights[i]);
    }
}

void
crop_put_fold(GString *out, const PassBox *trim, double bleed, double x)
{
    g_string_append(out, "[2 2] 0 d\n");
    put_pair(out, trim, bleed, x);
}

void
crop_put_stroke(GString *out, gboolean all_plates)
{
    g_string_append(out, "0.25 w [] 0 d ");
    g_string_append(out, all_plates ? CROP_SPACE " CS 1 SCN\n" : "0 G\n");
}

void
crop_add_space(const Pass *pass, qpdf_oh page)
{
    qpdf_oh resources = pass_dictionary(pass, page, "/Resources");
    qpdf_oh spaces = pass_dictionary(pass, resources, "/ColorSpace");
    pass_set(pass, spaces, CROP_SPACE,
             qpdf_oh_parse(pass->qpdf,
                           "[/Separation /All /DeviceCMYK <</FunctionType 2 "
                           "/Domain [0 1] /C0 [0 0 0 0] /C1 [1 1 1 1] /N 1>>]"));
}
