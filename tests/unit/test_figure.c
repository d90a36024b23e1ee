#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "area/figure.h"

#define SVG(attributes, content)                                                       \
    "<svg xmlns='http://www.w3.org/2000/svg' " attributes ">" content "</svg>"
#define SIZED(content) SVG("width='100pt' height='50pt' viewBox='0 0 200 100'", content)

static AreaFigure *
figure_of(Arena *arena, const char *svg)
{
    return figure_read(arena, svg, strlen(svg));
}

static const PathPiece *
piece(const FigureItem *item, guint index)
{
    assert_non_null(item->path);
    assert_true(index < item->path->len);
    return &g_array_index(item->path, PathPiece, index);
}

static void
assert_near(double value, double wanted)
{
    if (!(value > wanted - 1e-6 && value < wanted + 1e-6))
        fail_msg("%f is not %f", value, wanted);
}

static void
shapes_are_read_in_points(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    const AreaFigure *figure = figure_of(
        arena, SIZED("<g transform='translate(10 20)' fill='#1d4d5c'>"
                     "<rect x='2' y='4' width='20' height='40'/>"
                     "<circle cx='1' cy='1' r='10' fill='none' stroke='#f00' "
                     "stroke-width='3'/></g><line x1='0' y1='0' x2='8' y2='6'/>"));
    assert_non_null(figure);
    assert_near(figure->width, 100);
    assert_near(figure->height, 50);
    assert_int_equal(figure->item_count, 3);
    const PathPiece *rectangle = piece(&figure->items[0], 0);
    assert_int_equal(rectangle->step, PATH_RECTANGLE);
    assert_near(rectangle->x, 6);
    assert_near(rectangle->y, 12);
    assert_near(rectangle->width, 10);
    assert_near(rectangle->height, 20);
    assert_int_equal(figure->items[0].style.fill.green, 0x4d);
    assert_int_equal(figure->items[0].style.stroke.alpha, 0);
    assert_int_equal(figure->items[1].style.stroke.red, 0xff);
    assert_near(figure->items[1].style.stroke_width, 1.5);
    assert_near(piece(&figure->items[1], 0)->x, 10.5);
    assert_int_equal(piece(&figure->items[1], 1)->step, PATH_CURVE);
    assert_near(piece(&figure->items[2], 1)->y, 3);
    assert_int_equal(figure->items[2].style.fill.alpha, 0); /* a line has no inside */
}

static void
elements_may_have_a_prefix(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    const AreaFigure *figure =
        figure_of(arena, "<s:svg xmlns:s='http://www.w3.org/2000/svg' width='1pt' "
                         "height='1pt'><s:rect width='1' height='1'/></s:svg>");
    assert_non_null(figure);
    assert_int_equal(figure->item_count, 1);
}

static void
paths_are_read_with_what_they_leave_out(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    const AreaFigure *figure = figure_of(
        arena, SIZED("<path d='M2,4 6-8l2 2 2 2H40v10q6 0 6 6c0 0 2 2 4 0z'/>"));
    assert_non_null(figure);
    const FigureItem *item = &figure->items[0];
    static const struct {
        PathStep step;
        double x, y;
    } wanted[] = {{PATH_MOVE, 1, 2},   {PATH_LINE, 3, -4},  {PATH_LINE, 4, -3},
                  {PATH_LINE, 5, -2},  {PATH_LINE, 20, -2}, {PATH_LINE, 20, 3},
                  {PATH_CURVE, 23, 6}, {PATH_CURVE, 25, 6}, {PATH_CLOSE, 0, 0}};
    assert_int_equal(item->path->len, G_N_ELEMENTS(wanted));
    for (guint i = 0; i < G_N_ELEMENTS(wanted); i++) {
        assert_int_equal(piece(item, i)->step, wanted[i].step);
        assert_near(piece(item, i)->x, wanted[i].x);
        assert_near(piece(item, i)->y, wanted[i].y);
    }
    assert_near(piece(item, 6)->control[0], 22);
    assert_near(piece(item, 6)->control[3], 4);
}

static void
text_is_read_as_it_shows(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    const AreaFigure *figure = figure_of(
        arena,
        SIZED("<g font-family='Lato' font-size='16'><text x='4' y='6' "
              "text-anchor='middle' font-weight='bold' xml:lang='nl'>\n  A &amp;\n"
              "  B </text><text/></g>"));
    assert_non_null(figure);
    assert_int_equal(figure->item_count, 1);
    const FigureItem *item = &figure->items[0];
    assert_string_equal(item->text, "A & B");
    assert_string_equal(item->style.family, "Lato");
    assert_string_equal(item->style.language, "nl");
    assert_int_equal(item->style.weight, 700);
    assert_int_equal(item->style.anchor, FIGURE_MIDDLE);
    assert_near(item->style.size, 8);
    assert_near(item->x, 2);
    assert_near(item->y, 3);
}

/* All of this is librsvg's. */
static void
what_is_more_than_a_figure_is_refused(void **state)
{
    (void)state;
    static const char *const drawings[] = {
        SIZED("<ellipse rx='1' ry='2'/>"),
        SIZED("<rect width='1' height='1' opacity='.5'/>"),
        SIZED("<rect width='1' height='1' style='fill:red'/>"),
        SIZED("<rect width='1' height='1' fill='url(#g)'/>"),
        SIZED("<rect width='1' height='1' fill='red'/>"),
        SIZED("<rect width='10%' height='1'/>"),
        SIZED("<g transform='rotate(3)'/>"),
        SIZED("<g transform='translate(1)scale(2)'/>"),
        SIZED("<path d='M0 0A1 1 0 0 0 2 2'/>"),
        SIZED("<path d='L0 0'/>"),
        SIZED("<path d='M0 0L1'/>"),
        SIZED("<path d='M0 0e'/>"),
        SIZED("<path/>"),
        SIZED("<rect width='0x10' height='1'/>"),
        SIZED("<rect width='1' height='nan'/>"),
        SIZED("<rect width='1' height='1' rx='-1'/>"),
        SIZED("<path d='M0x1 0'/>"),
        SIZED("<path d='M1e309 0'/>"),
        SIZED("<a:rect xmlns:a='urn:a' width='1' height='1'/>"),
        SIZED("<g xmlns='urn:a'><rect width='1' height='1'/></g>"),
        SIZED("<text font-size='8'>zonder lettertype</text>"),
        SIZED("<text font-family='Lato'>zonder grootte</text>"),
        SIZED("<text font-family='Lato' font-size='8'>a<tspan>b</tspan></text>"),
        SIZED("<text font-family='Lato' font-size='8'>שלום</text>"),
        SIZED("<text font-family='Lato' font-size='8' stroke='#000'>a</text>"),
        SIZED("<defs/>"),
        SIZED("<svg/>"),
        SIZED("tekst"),
        SIZED("<rect"),
        SVG("width='100pt' height='50pt' viewBox='0 0 200 200'", ""),
        SVG("width='100%' height='50pt'", ""),
        SVG("viewBox='0 0 200 200'", ""),
        SVG("width='1pt' height='1pt' viewBox='a b c d'", ""),
        SVG("width='1pt' height='1pt' viewBox='0 0 1e-9 1e-9'", ""),
        SVG("width='0' height='0'", ""),
        "<svg width='1pt' height='1pt'/>",
        "<svg xmlns='urn:a' width='1pt' height='1pt'/>",
        "<rect/>",
        "",
        "geen SVG"};
    for (guint i = 0; i < G_N_ELEMENTS(drawings); i++) {
        g_autoptr(Arena) arena = arena_new();
        if (figure_of(arena, drawings[i]))
            fail_msg("%s is read", drawings[i]);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shapes_are_read_in_points),
        cmocka_unit_test(elements_may_have_a_prefix),
        cmocka_unit_test(paths_are_read_with_what_they_leave_out),
        cmocka_unit_test(text_is_read_as_it_shows),
        cmocka_unit_test(what_is_more_than_a_figure_is_refused),
    };
    return cmocka_run_group_tests_name("figure", tests, NULL, NULL);
}
