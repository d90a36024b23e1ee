#ifndef AREA_PATH_H
#define AREA_PATH_H

/* Paths: what is filled or drawn along, as a row of pieces. */

#include <glib.h>

typedef enum PathStep {
    PATH_MOVE,
    PATH_LINE,
    PATH_CURVE, /* Bézier's, by control: x1 y1 x2 y2 */
    PATH_CLOSE,
    PATH_RECTANGLE /* with x, y as one corner */
} PathStep;

typedef struct PathPiece {
    PathStep step;
    double x, y; /* where it leads */
    double width, height;
    double control[4];
} PathPiece;

static inline void
path_add(GArray *path, PathStep step, double x, double y)
{
    PathPiece piece = {.step = step, .x = x, .y = y};
    g_array_append_val(path, piece);
}

static inline void
path_add_rectangle(GArray *path, double x, double y, double width, double height)
{
    PathPiece piece = {
        .step = PATH_RECTANGLE, .x = x, .y = y, .width = width, .height = height};
    g_array_append_val(path, piece);
}

static inline void
path_add_curve(GArray *path, double x1, double y1, double x2, double y2, double x,
               double y)
{
    PathPiece piece = {.step = PATH_CURVE, .x = x, .y = y, .control = {x1, y1, x2, y2}};
    g_array_append_val(path, piece);
}

#endif
