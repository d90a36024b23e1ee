#ifndef RENDER_CONTENT_H
#define RENDER_CONTENT_H

/* Content: writes the content stream of a page (ISO 32000-1, 7.8.2). No operator is written
 * that sets what is set already, and the stream's coordinates are those of the page, so that
 * no matrix is ever in force. For drawing_canvas.c only. */

#include "render/canvas.h"

/* On the page, pt, y up. */
typedef struct ContentRectangle {
    double x0, y0, x1, y1;
} ContentRectangle;

/* What the reader of the stream remembers (8.4, 9.3). */
typedef struct ContentState {
    AreaColour fill, stroke; /* alpha 0: black that is not RGB; else see below */
    guint8 alpha;
    CanvasPen pen;
    guint font;
    gint64 size; /* thousandths of a point; 0: no font is set */
    int expansion;
} ContentState;

/* Zeroed before its first page. */
typedef struct Content {
    Drawing *drawing;
    DrawingPage *page;
    GString *out; /* page->content */
    AreaMatrix turn;
    ContentState state, saved;

    /* The text object that is open (9.4). */
    gboolean in_text;
    double line_x, line_y; /* where its line begins, after the turn */
    double pen_x, pen_y;   /* where the next glyph would stand */
    double factor;         /* points a thousandth of the font's size */
    GString *run;          /* the operand of TJ that is being written */
    gboolean in_string;    /* in it */
    gboolean adjusted;     /* a number stands in it */

    PangoFont *known; /* whose size is: */
    gint64 known_size;
} Content;

void
content_begin(Content *content, Drawing *drawing, DrawingPage *page);
/* Lets go of what the pages shared. */
void
content_clear(Content *content);

ContentRectangle
content_rectangle(const Content *content, double x, double y, double width,
                  double height);
/* Saves the state and clips; saved states do not nest. */
void
content_save_clipped(Content *content, ContentRectangle r);
void
content_restore(Content *content);

/* As the canvas's methods have them. */
void
content_draw_path(Content *content, const GArray *path, AreaColour colour,
                  const CanvasPen *pen);
void
content_draw_text(Content *content, const CanvasText *text, guint font);
void
content_draw_picture(Content *content, guint picture, double x, double y, double width,
                     double height);

/* Marks (14.6, 14.8.2.2). */
void
content_begin_mark(Content *content, int number);
void
content_begin_artifact(Content *content, CanvasArtifact artifact);
void
content_end_mark(Content *content);

/* For content.c and content_text.c. Appends a number and a space. */
void
content_number(Content *content, double number);
void
content_point(Content *content, double x, double y);
void
content_set_fill(Content *content, AreaColour colour);
/* Nothing but text may be written in a text object. */
void
content_end_text(Content *content);

#endif
