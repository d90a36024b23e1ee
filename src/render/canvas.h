#ifndef RENDER_CANVAS_H
#define RENDER_CANVAS_H

/* Canvas: what pages are drawn on, a cairo context or the content streams of a PDF. The
 * painter says what is drawn; a canvas knows how, and says nothing twice that its target
 * remembers. Coordinates are in points, y down, from the top left corner of the page after
 * the turn that was set last. */

#include "area/area.h"
#include "area/drawing.h"
#include "area/path.h"
#include <cairo.h>

typedef struct Canvas Canvas;

/* How a path is drawn along. */
typedef struct CanvasPen {
    double width;
    gboolean round; /* its ends */
    double on, off; /* of its dashes; both 0: it has none */
    double miter;   /* how far its corners may reach, of the width; 0: any way */
} CanvasPen;

/* A line of glyphs. */
typedef struct CanvasText {
    PangoFont *font;
    int expansion; /* thousandths by which the glyphs are wider than the font's */
    double scale;  /* of their size to the font's */
    AreaColour colour;
    const cairo_glyph_t *glyphs; /* in the order of the clusters */
    int glyph_count;
    const cairo_text_cluster_t *clusters; /* in the order of the text, all of it */
    int cluster_count;
    const char *text;
    int length;
} CanvasText;

/* What is none of the content (ISO 14289-1, 7.8; ISO 32000-1, table 330). */
typedef enum CanvasArtifact {
    CANVAS_PLAIN,
    CANVAS_PAGINATION, /* repeated on pages, beside the text */
    CANVAS_HEADER,
    CANVAS_FOOTER
} CanvasArtifact;

typedef struct CanvasMethods {
    void (*begin_page)(Canvas *canvas, const Area *page);
    void (*end_page)(Canvas *canvas);
    /* Of turn only a, b, c and d matter. */
    void (*turn)(Canvas *canvas, const AreaMatrix *turn);
    /* Until end_clip() nothing shows outside the rectangle. */
    void (*begin_clip)(Canvas *canvas, double x, double y, double width, double height);
    void (*end_clip)(Canvas *canvas);
    /* Fills the path (PathPiece), or draws along it where there is a pen. */
    void (*draw_path)(Canvas *canvas, const GArray *path, AreaColour colour,
                      const CanvasPen *pen);
    void (*draw_text)(Canvas *canvas, const CanvasText *text);
    void (*draw_image)(Canvas *canvas, const AreaImage *image, double x, double y,
                       double width, double height);
    /* What is drawn until end_mark() is content of that number on its page, or none. */
    void (*begin_content)(Canvas *canvas, int number);
    void (*begin_artifact)(Canvas *canvas, CanvasArtifact artifact);
    void (*end_mark)(Canvas *canvas);
    void (*free)(Canvas *canvas);
} CanvasMethods;

struct Canvas {
    const CanvasMethods *methods;
};

/* The page is as large as cairo's user space has it; marks are not kept. */
Canvas *
canvas_on_cairo(cairo_t *cairo);
/* Each page is added to drawing, which outlives the canvas. */
Canvas *
canvas_on_drawing(Drawing *drawing);
void
canvas_free(Canvas *canvas);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Canvas, canvas_free)

#endif
