#ifndef AREA_FIGURE_H
#define AREA_FIGURE_H

/* Figures: drawings of plain shapes and lines of text, as charts are. They are drawn like the
 * pages themselves, their text in the document's fonts; what needs more of SVG than is read
 * here is an image (area/image.h). A figure lives in the arena it was read into. */

#include "area/area.h"
#include "area/path.h"

typedef enum FigureAnchor { FIGURE_START, FIGURE_MIDDLE, FIGURE_END } FigureAnchor;

/* How shapes and text are drawn. */
typedef struct FigureStyle {
    AreaColour fill, stroke; /* alpha 0: none */
    double stroke_width;     /* pt */
    gboolean round_caps;
    const char *family, *language; /* or NULL */
    double size;                   /* pt */
    int weight;
    PangoStyle slant;
    FigureAnchor anchor;
} FigureStyle;

/* A shape or, where it has text, a line of text. */
typedef struct FigureItem {
    FigureStyle style;
    GArray *path; /* PathPiece; NULL: it is text */
    const char *text;
    double x, y; /* of the anchor on the baseline */
    Area *area;  /* of the text, shaped: for layout to fill in */
} FigureItem;

/* In points from the top left corner, y down. */
typedef struct AreaFigure {
    double width, height;
    FigureItem *items; /* in the order of drawing */
    int item_count;
} AreaFigure;

/* Reads an SVG 1.1 document; NULL where there is more in it than in a figure, or it is
 * broken. */
AreaFigure *
figure_read(Arena *arena, const char *svg, gsize length);

/* For figure.c. Appends the path that data describes (SVG 1.1, 8.3); FALSE where there is
 * more in it than lines and Bézier's curves. */
gboolean
figure_read_path(GArray *path, const char *data);

#endif
