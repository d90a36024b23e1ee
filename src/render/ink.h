#ifndef RENDER_INK_H
#define RENDER_INK_H

/* Ink: backgrounds, borders and rules. Shapes of one colour and pen that follow each other
 * are drawn at once. None of it is content. */

#include "area/area.h"
#include "render/canvas.h"
#include "render/mark.h"

typedef enum InkPen { INK_FILL, INK_STROKE, INK_DASH, INK_DOT } InkPen;

typedef struct Ink {
    Canvas *canvas;
    Marks *marks;
    GArray *path;     /* PathPiece */
    gboolean pending; /* it waits to be drawn */
    InkPen pen;
    AreaColour colour;
    double width;   /* of a stroke, pt */
    double on, off; /* of dashes and dots, pt */
} Ink;

/* Ends with ink_end(). */
Ink
ink_begin(Canvas *canvas, Marks *marks);
void
ink_end(Ink *ink);

/* Draws what waits. To be called before anything else is drawn. */
void
ink_flush(Ink *ink);

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
