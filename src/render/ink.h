#ifndef RENDER_INK_H
#define RENDER_INK_H

/* Ink: backgrounds, borders and rules. Shapes of one colour and pen that follow each other
 * are drawn at once. None of it is content. */

#include "area/area.h"
#include "render/mark.h"
#include <cairo.h>

typedef enum InkPen { INK_FILL, INK_STROKE, INK_DASH, INK_DOT } InkPen;

typedef struct Ink {
    cairo_t *cairo;
    Marks *marks;
    gboolean pending; /* the current path waits to be drawn */
    InkPen pen;
    AreaColour colour;
    double width;   /* of a stroke, pt */
    double on, off; /* of dashes and dots, pt */
} Ink;

/* Draws what waits. To be called before anything else is drawn. */
void
ink_flush(Ink *ink);

void
ink_colour(cairo_t *cairo, AreaColour colour);

/* A rectangle in user space, pt. */
typedef struct InkRectangle {
    double x, y, width, height;
} InkRectangle;

/* The background colour, inside the border (XSL 1.1, 7.8), and the border. */
void
ink_background(Ink *ink, const AreaBox *box, InkRectangle border_rectangle);
void
ink_border(Ink *ink, const AreaBox *box, InkRectangle border_rectangle);
/* A rule along the longer side of rectangle; period as in AreaRule. */
void
ink_rule(Ink *ink, AreaRuleStyle style, AreaColour colour, double period,
         InkRectangle rectangle);

#endif
