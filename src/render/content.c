#include "render/content.h"
#include "base/append.h"

#include <math.h>
#include <string.h>

void
content_begin(Content *content, Drawing *drawing, DrawingPage *page)
{
    content->drawing = drawing;
    content->page = page;
    content->out = page->content;
    content->turn = AREA_IDENTITY;
    content->state = (ContentState){.alpha = 255, .pen = {.width = 1}};
    content->in_text = FALSE;
    if (!content->run)
        content->run = g_string_sized_new(1024);
}

void
content_clear(Content *content)
{
    if (content->run)
        g_string_free(content->run, TRUE);
}

/* ---- Numbers ---- */

void
content_number(Content *content, double number)
{
    const double most = 1e6; /* no page is nearly as large */
    thousandths_append(content->out, llrint(CLAMP(number, -most, most) * 1000));
    g_string_append_c(content->out, ' ');
}

static void
put(Content *content, const char *text)
{
    append_bytes(content->out, text, strlen(text));
}

/* Appends a factor, by which large numbers are multiplied, and a space. */
static void
put_factor(Content *content, double number)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    const double most = 1e6;
    g_ascii_formatd(text, sizeof text, "%.8f", CLAMP(number, -most, most) + 0.0);
    gsize length = strlen(text);
    while (text[length - 1] == '0')
        length--;
    if (text[length - 1] == '.')
        length--;
    append_bytes(content->out, text, length);
    put(content, " ");
}

static double
across(const Content *content, double x, double y)
{
    return content->turn.a * x + content->turn.c * y;
}

static double
up(const Content *content, double x, double y)
{
    return content->page->height - (content->turn.b * x + content->turn.d * y);
}

void
content_point(Content *content, double x, double y)
{
    content_number(content, across(content, x, y));
    content_number(content, up(content, x, y));
}

ContentRectangle
content_rectangle(const Content *content, double x, double y, double width,
                  double height)
{
    double x0 = across(content, x, y), x1 = across(content, x + width, y + height);
    double y0 = up(content, x, y), y1 = up(content, x + width, y + height);
    return (ContentRectangle){MIN(x0, x1), MIN(y0, y1), MAX(x0, x1), MAX(y0, y1)};
}

/* Both edges are rounded, not one and the distance: what adjoins stays so. */
static void
put_rectangle(Content *content, ContentRectangle r)
{
    double x0 = rint(r.x0 * 1000) / 1000, y0 = rint(r.y0 * 1000) / 1000;
    content_number(content, x0);
    content_number(content, y0);
    content_number(content, rint(r.x1 * 1000) / 1000 - x0);
    content_number(content, rint(r.y1 * 1000) / 1000 - y0);
    put(content, "re\n");
}

/* ---- The graphics state ---- */

void
content_save_clipped(Content *content, ContentRectangle r)
{
    content_end_text(content);
    content->saved = content->state;
    put(content, "q ");
    put_rectangle(content, r);
    put(content, "W n\n");
}

void
content_restore(Content *content)
{
    content_end_text(content);
    content->state = content->saved;
    put(content, "Q\n");
}

static gboolean
is_set(AreaColour set, AreaColour colour)
{
    return set.alpha > 0 && set.red == colour.red && set.green == colour.green &&
           set.blue == colour.blue;
}

static void
set_alpha(Content *content, guint8 alpha)
{
    if (content->state.alpha == alpha)
        return;
    content->state.alpha = alpha;
    content->page->alphas[alpha] = TRUE;
    put(content, "/A");
    thousandths_append(content->out, alpha * 1000);
    put(content, " gs\n");
}

/* set: the colour that is in force for what operator sets. */
static void
set_colour(Content *content, AreaColour *set, AreaColour colour, const char *operator)
{
    set_alpha(content, colour.alpha);
    if (is_set(*set, colour))
        return;
    *set = colour;
    set->alpha = 255;
    content_number(content, colour.red / 255.0);
    content_number(content, colour.green / 255.0);
    content_number(content, colour.blue / 255.0);
    put(content, operator);
}

void
content_set_fill(Content *content, AreaColour colour)
{
    set_colour(content, &content->state.fill, colour, "rg\n");
}

static void
set_pen(Content *content, const CanvasPen *pen)
{
    /* 0 is as thin as the device can, which is thicker. */
    const double thinnest = 0.001;
    CanvasPen *set = &content->state.pen;
    if (pen->width != set->width) {
        content_number(content, MAX(pen->width, thinnest));
        put(content, "w\n");
    }
    if (pen->round != set->round)
        put(content, pen->round ? "1 J\n" : "0 J\n");
    if (pen->on != set->on || pen->off != set->off) {
        put(content, "[");
        if (pen->on > 0 || pen->off > 0) {
            content_number(content, pen->on);
            content_number(content, pen->off);
        }
        put(content, "]0 d\n");
    }
    if (pen->miter > 0 && pen->miter != set->miter) {
        content_number(content, pen->miter);
        put(content, "M\n");
    }
    double miter = pen->miter > 0 ? pen->miter : set->miter;
    *set = *pen;
    set->miter = miter;
}

/* ---- Painting ---- */

static void
put_piece(Content *content, const PathPiece *piece)
{
    switch (piece->step) {
    case PATH_MOVE:
        content_point(content, piece->x, piece->y);
        put(content, "m\n");
        break;
    case PATH_LINE:
        content_point(content, piece->x, piece->y);
        put(content, "l\n");
        break;
    case PATH_CURVE:
        content_point(content, piece->control[0], piece->control[1]);
        content_point(content, piece->control[2], piece->control[3]);
        content_point(content, piece->x, piece->y);
        put(content, "c\n");
        break;
    case PATH_CLOSE:
        put(content, "h\n");
        break;
    case PATH_RECTANGLE:
        put_rectangle(content, content_rectangle(content, piece->x, piece->y,
                                                 piece->width, piece->height));
        break;
    }
}

void
content_draw_path(Content *content, const GArray *path, AreaColour colour,
                  const CanvasPen *pen)
{
    content_end_text(content);
    if (pen) {
        set_colour(content, &content->state.stroke, colour, "RG\n");
        set_pen(content, pen);
    } else {
        content_set_fill(content, colour);
    }
    for (guint i = 0; i < path->len; i++)
        put_piece(content, &g_array_index(path, PathPiece, i));
    put(content, pen ? "S\n" : "f\n");
}

/* 8.10: the picture's own rectangle fills that which is given. It sets all of the state that it
 * needs but for the stretch of glyphs. */
void
content_draw_picture(Content *content, guint picture, double x, double y, double width,
                     double height)
{
    const DrawingPicture *drawn =
        &g_array_index(content->drawing->pictures, DrawingPicture, picture);
    const AreaMatrix *turn = &content->turn;
    double x_scale = width / drawn->width, y_scale = height / drawn->height;
    drawing_use(content->page->pictures, picture);
    content_end_text(content);
    set_alpha(content, 255);
    put(content, content->state.expansion ? "q 100 Tz " : "q ");
    put_factor(content, turn->a * x_scale);
    put_factor(content, -turn->b * x_scale);
    put_factor(content, -turn->c * y_scale);
    put_factor(content, turn->d * y_scale);
    content_point(content, x - drawn->margin * x_scale,
                  y + height + drawn->margin * y_scale);
    put(content, "cm /P");
    thousandths_append(content->out, (gint64)picture * 1000);
    put(content, " Do Q\n");
}

/* ---- Marks ---- */

void
content_begin_mark(Content *content, int number)
{
    content_end_text(content);
    put(content, "/Span<</MCID ");
    thousandths_append(content->out, (gint64)number * 1000);
    put(content, ">>BDC\n");
    content->page->mark_count++;
}

void
content_begin_artifact(Content *content, CanvasArtifact artifact)
{
    static const char *const operators[] = {
        [CANVAS_PLAIN] = "/Artifact BMC\n",
        [CANVAS_PAGINATION] = "/Artifact<</Type/Pagination>>BDC\n",
        [CANVAS_HEADER] = "/Artifact<</Type/Pagination/Subtype/Header>>BDC\n",
        [CANVAS_FOOTER] = "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n"};
    content_end_text(content);
    put(content, operators[artifact]);
}

void
content_end_mark(Content *content)
{
    content_end_text(content);
    put(content, "EMC\n");
}
