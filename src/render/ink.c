#include "render/ink.h"

#include <math.h>
#include <string.h>

/* pt; what is thinner is drawn solid: its dashes would be too many and too small to see. */
#define THINNEST_DASH 0.05

Ink
ink_begin(Canvas *canvas, Marks *marks)
{
    Ink ink = {.canvas = canvas, .marks = marks};
    ink.path = g_array_new(FALSE, FALSE, sizeof(PathPiece));
    return ink;
}

void
ink_end(Ink *ink)
{
    g_array_unref(ink->path);
}

void
ink_flush(Ink *ink)
{
    if (!ink->pending)
        return;
    ink->pending = FALSE;
    marks_set(ink->marks, NULL);
    const CanvasPen pen = {.width = ink->width,
                           .round = ink->pen == INK_DOT,
                           .on = ink->on,
                           .off = ink->off};
    ink->canvas->methods->draw_path(ink->canvas, ink->path, ink->colour,
                                    ink->pen == INK_FILL ? NULL : &pen);
    g_array_set_size(ink->path, 0);
}

/* What is added to the path from now on is drawn so. */
static void
take_pen(Ink *ink, InkPen pen, AreaColour colour, double width, double on, double off)
{
    gboolean same = ink->pending && ink->pen == pen && ink->width == width &&
                    ink->on == on && ink->off == off &&
                    memcmp(&ink->colour, &colour, sizeof colour) == 0;
    if (same)
        return;
    ink_flush(ink);
    ink->pen = pen;
    ink->colour = colour;
    ink->width = width;
    ink->on = on;
    ink->off = off;
    ink->pending = TRUE;
}

static double
solid_width(const AreaBox *box, AreaSide side)
{
    const AreaBorder *border = &box->border[side];
    gboolean covers = border->style == AREA_RULE_SOLID && border->colour.alpha == 255;
    return covers ? length_points(border->width) : 0;
}

void
ink_background(Ink *ink, const AreaBox *box, InkRectangle r)
{
    if (box->background.alpha == 0)
        return;
    double inset[4];
    for (int side = 0; side < 4; side++) {
        /* Half under a border that covers it: no seam shows between the two. */
        inset[side] = length_points(box->border[side].width) -
                      solid_width(box, (AreaSide)side) / 2;
    }
    double width = r.width - inset[AREA_LEFT] - inset[AREA_RIGHT];
    double height = r.height - inset[AREA_TOP] - inset[AREA_BOTTOM];
    if (width <= 0 || height <= 0)
        return;
    take_pen(ink, INK_FILL, box->background, 0, 0, 0);
    path_add_rectangle(ink->path, r.x + inset[AREA_LEFT], r.y + inset[AREA_TOP], width,
                       height);
}

/* r without the share (0 … 1) of each of its borders. */
static InkRectangle
inset_rectangle(const AreaBox *box, InkRectangle r, double share)
{
    double left = length_points(box->border[AREA_LEFT].width) * share;
    double top = length_points(box->border[AREA_TOP].width) * share;
    double right = length_points(box->border[AREA_RIGHT].width) * share;
    double bottom = length_points(box->border[AREA_BOTTOM].width) * share;
    return (InkRectangle){r.x + left, r.y + top, r.width - left - right,
                          r.height - top - bottom};
}

static void
corner(InkRectangle r, int index, double *x, double *y)
{
    *x = r.x + (index == 1 || index == 2 ? r.width : 0);
    *y = r.y + (index >= 2 ? r.height : 0);
}

/* The part of a side between two shares of its thickness, mitred at the corners. */
static void
add_band(Ink *ink, const AreaBox *box, InkRectangle r, AreaSide side, double from,
         double to)
{
    InkRectangle outer = inset_rectangle(box, r, from);
    InkRectangle inner = inset_rectangle(box, r, to);
    const int start = (int)side, end = ((int)side + 1) % 4;
    double x, y;
    corner(outer, start, &x, &y);
    path_add(ink->path, PATH_MOVE, x, y);
    corner(outer, end, &x, &y);
    path_add(ink->path, PATH_LINE, x, y);
    corner(inner, end, &x, &y);
    path_add(ink->path, PATH_LINE, x, y);
    corner(inner, start, &x, &y);
    path_add(ink->path, PATH_LINE, x, y);
    path_add(ink->path, PATH_CLOSE, 0, 0);
}

static AreaColour
shade(AreaColour colour, gboolean dark)
{
    guint8 *parts[] = {&colour.red, &colour.green, &colour.blue};
    for (int i = 0; i < 3; i++)
        *parts[i] = (guint8)(dark ? *parts[i] * 6 / 10
                                  : *parts[i] + (255 - *parts[i]) * 4 / 10);
    return colour;
}

/* Light falls from the top left: sunken sides are dark there. */
static AreaColour
lit(AreaColour colour, AreaSide side, gboolean sunken)
{
    gboolean towards_light = side == AREA_TOP || side == AREA_LEFT;
    return shade(colour, towards_light == sunken);
}

/* Dashes and dots are fitted, so that a line begins and ends with one. */
static void
add_dashed_line(Ink *ink, AreaColour colour, double width, double x0, double y0,
                double x1, double y1)
{
    double length = hypot(x1 - x0, y1 - y0);
    if (length <= 0)
        return;
    double count = fmax(1, round((length + 2 * width) / (5 * width)));
    double unit = length / (5 * count - 2);
    take_pen(ink, INK_DASH, colour, width, 3 * unit, 2 * unit);
    path_add(ink->path, PATH_MOVE, x0, y0);
    path_add(ink->path, PATH_LINE, x1, y1);
}

/* Dots with their centres from (x0, y0) to (x1, y1). */
static void
add_dots(Ink *ink, AreaColour colour, double width, double period, double x0, double y0,
         double x1, double y1)
{
    take_pen(ink, INK_DOT, colour, width, 0, period);
    double length = hypot(x1 - x0, y1 - y0);
    double beyond = length > 0 ? 1 + width / 100 / length : 1;
    path_add(ink->path, PATH_MOVE, x0, y0);
    path_add(ink->path, PATH_LINE, x0 + (x1 - x0) * beyond, y0 + (y1 - y0) * beyond);
}

static void
add_dotted_line(Ink *ink, AreaColour colour, double width, double x0, double y0,
                double x1, double y1)
{
    double length = hypot(x1 - x0, y1 - y0);
    if (length <= width)
        return;
    double dx = (x1 - x0) / length * width / 2, dy = (y1 - y0) / length * width / 2;
    double gaps = fmax(1, round((length - width) / (2 * width)));
    add_dots(ink, colour, width, (length - width) / gaps, x0 + dx, y0 + dy, x1 - dx,
             y1 - dy);
}

static void
add_solid_line(Ink *ink, AreaColour colour, double width, double x0, double y0,
               double x1, double y1)
{
    take_pen(ink, INK_STROKE, colour, width, 0, 0);
    path_add(ink->path, PATH_MOVE, x0, y0);
    path_add(ink->path, PATH_LINE, x1, y1);
}

/* Along the middle of a side. */
static void
add_side_line(Ink *ink, const AreaBox *box, InkRectangle r, AreaSide side)
{
    const AreaBorder *border = &box->border[side];
    double width = length_points(border->width);
    InkRectangle middle = inset_rectangle(box, r, 0.5);
    gboolean is_flat = side == AREA_TOP || side == AREA_BOTTOM;
    double x0 = is_flat ? r.x : middle.x, y0 = is_flat ? middle.y : r.y;
    double x1 = is_flat ? r.x + r.width : middle.x;
    double y1 = is_flat ? middle.y : r.y + r.height;
    if (side == AREA_RIGHT)
        x0 = x1 = middle.x + middle.width;
    if (side == AREA_BOTTOM)
        y0 = y1 = middle.y + middle.height;
    if (width < THINNEST_DASH)
        add_solid_line(ink, border->colour, width, x0, y0, x1, y1);
    else if (border->style == AREA_RULE_DOTTED)
        add_dotted_line(ink, border->colour, width, x0, y0, x1, y1);
    else if (border->style == AREA_RULE_DASHED)
        add_dashed_line(ink, border->colour, width, x0, y0, x1, y1);
    else
        add_solid_line(ink, border->colour, width, x0, y0, x1, y1);
}

static void
add_coloured_band(Ink *ink, const AreaBox *box, InkRectangle r, AreaSide side,
                  AreaColour colour, double from, double to)
{
    take_pen(ink, INK_FILL, colour, 0, 0, 0);
    add_band(ink, box, r, side, from, to);
}

static gboolean
is_drawn(const AreaBorder *border)
{
    return border->width > 0 && border->style != AREA_RULE_NONE && border->colour.alpha;
}

static void
add_side(Ink *ink, const AreaBox *box, InkRectangle r, AreaSide side)
{
    const AreaBorder *border = &box->border[side];
    AreaColour colour = border->colour;
    gboolean ends_free = box->border[(side + 1) % 4].width == 0 &&
                         box->border[(side + 3) % 4].width == 0;
    switch (border->style) {
    case AREA_RULE_NONE:
        break;
    case AREA_RULE_DOTTED:
    case AREA_RULE_DASHED:
        add_side_line(ink, box, r, side);
        break;
    case AREA_RULE_SOLID:
        if (ends_free)
            add_side_line(ink, box, r, side);
        else
            add_coloured_band(ink, box, r, side, colour, 0, 1);
        break;
    case AREA_RULE_DOUBLE:
        add_coloured_band(ink, box, r, side, colour, 0, 1.0 / 3);
        add_coloured_band(ink, box, r, side, colour, 2.0 / 3, 1);
        break;
    case AREA_RULE_GROOVE:
    case AREA_RULE_RIDGE: {
        gboolean sunken = border->style == AREA_RULE_GROOVE;
        add_coloured_band(ink, box, r, side, lit(colour, side, sunken), 0, 0.5);
        add_coloured_band(ink, box, r, side, lit(colour, side, !sunken), 0.5, 1);
        break;
    }
    case AREA_RULE_INSET:
    case AREA_RULE_OUTSET:
        add_coloured_band(ink, box, r, side,
                          lit(colour, side, border->style == AREA_RULE_INSET), 0, 1);
        break;
    }
}

static gboolean
sides_are_equal(const AreaBox *box)
{
    const AreaBorder *first = &box->border[0];
    for (int side = 1; side < 4; side++) {
        const AreaBorder *border = &box->border[side];
        if (border->width != first->width || border->style != first->style ||
            memcmp(&border->colour, &first->colour, sizeof first->colour) != 0)
            return FALSE;
    }
    return TRUE;
}

void
ink_border(Ink *ink, const AreaBox *box, InkRectangle r)
{
    if (r.width <= 0 && r.height <= 0)
        return;
    if (sides_are_equal(box) && box->border[0].style == AREA_RULE_SOLID) {
        if (!is_drawn(&box->border[0]))
            return;
        InkRectangle middle = inset_rectangle(box, r, 0.5);
        take_pen(ink, INK_STROKE, box->border[0].colour,
                 length_points(box->border[0].width), 0, 0);
        path_add_rectangle(ink->path, middle.x, middle.y, middle.width, middle.height);
        return;
    }
    for (int side = 0; side < 4; side++)
        if (is_drawn(&box->border[side]))
            add_side(ink, box, r, (AreaSide)side);
}

/* Dots of leaders stand under each other: at multiples of period on the page. */
static void
add_leader_dots(Ink *ink, AreaColour colour, double width, double period, double x0,
                double x1, double y)
{
    double first = ceil((x0 + width / 2) / period) * period;
    double last = floor((x1 - width / 2) / period) * period;
    if (first <= last)
        add_dots(ink, colour, width, period, first, y, last, y);
}

void
ink_rule(Ink *ink, AreaRuleStyle style, AreaColour colour, double period,
         InkRectangle r)
{
    gboolean is_flat = r.width >= r.height;
    double thickness = is_flat ? r.height : r.width;
    if (thickness <= 0 || style == AREA_RULE_NONE || colour.alpha == 0)
        return;
    if (style == AREA_RULE_DOTTED && is_flat && period >= thickness &&
        thickness >= THINNEST_DASH) {
        add_leader_dots(ink, colour, thickness, period, r.x, r.x + r.width,
                        r.y + r.height / 2);
        return;
    }
    /* A rule is a box that is all border at one side. */
    AreaBox box = {0};
    AreaSide side = is_flat ? AREA_TOP : AREA_LEFT;
    box.border[side] = (AreaBorder){length_from_points(thickness), style, colour};
    add_side(ink, &box, r, side);
}
