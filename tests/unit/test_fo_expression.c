#include "fo_sample.h"

/* A block's start-indent, of a font size of 10 pt in a parent of 20 pt. */
static FoValue
indent(const char *expression, char **messages)
{
    g_autofree char *flow = g_strdup_printf(
        "<fo:block font-size='20pt' start-indent='7pt' space-before='5pt'>"
        "<fo:block id='x' font-size='10pt' start-indent=\"%s\"/></fo:block>\n",
        expression);
    Sample sample = sample_flow(flow);
    FoValue value = *fo_value(sample_at(&sample, "x"), PROP_START_INDENT);
    *messages = sample_messages(&sample);
    sample_free(&sample);
    return value;
}

static void
assert_indent(const char *expression, double points, double percent)
{
    g_autofree char *messages = NULL;
    FoValue value = indent(expression, &messages);
    assert_string_equal(messages, "");
    assert_int_equal(value.kind, FO_VALUE_LENGTH);
    assert_int_equal(value.fixed, POINTS(points));
    assert_true(fabs(value.percent - percent) < 1e-9);
    assert_true(value.specified);
}

static void
assert_fault(const char *expression, const char *reason)
{
    g_autofree char *messages = NULL;
    g_autofree char *expected =
        g_strdup_printf("4 fo-waarde start-indent=\"%s\": %s\n", expression, reason);
    FoValue value = indent(expression, &messages);
    assert_string_equal(messages, expected);
    assert_int_equal(value.fixed, POINTS(7)); /* what is inherited */
    assert_false(value.specified);
}

static void
every_unit_is_known(void **state)
{
    (void)state;
    assert_indent("12pt", 12, 0);
    assert_indent("1in", 72, 0);
    assert_indent("2.54cm", 72, 0);
    assert_indent("25.4mm", 72, 0);
    assert_indent("1pc", 12, 0);
    assert_indent("4px", 3, 0);
    assert_indent("1.5em", 15, 0);
    assert_indent(" .5pt ", 0.5, 0);
    assert_indent("-3pt", -3, 0);
    assert_indent("0", 0, 0);
    assert_indent("25%", 0, 25);
}

static void
sums_follow_precedence(void **state)
{
    (void)state;
    assert_indent("2pt + 3pt * 4", 14, 0);
    assert_indent("(2pt + 3pt) * 4", 20, 0);
    assert_indent("10pt - 4pt - 3pt", 3, 0);
    assert_indent("10pt-4pt", 6, 0);
    assert_indent("12pt div 4 * 2", 6, 0);
    assert_indent("12pt div 4pt * 1pt", 3, 0);
    assert_indent("17pt mod 5pt", 2, 0);
    assert_indent("-17pt mod 5pt", -2, 0);
    assert_indent("- -(3pt)", 3, 0);
    assert_indent("-(1em + 2pt) * 2", -24, 0);
    assert_indent("10mm * 0.1 + 1mm div 2", 4.25196850393700787, 0);
    assert_indent("2 * 50% - 12pt", -12, 100);
    assert_indent("100% - (2em + 10%)", -20, 90);
}

static void
functions_compute(void **state)
{
    (void)state;
    assert_indent("floor(2.9) * 1pt", 2, 0);
    assert_indent("ceiling(2.1) * 1pt", 3, 0);
    assert_indent("round(2.5) * 1pt", 3, 0);
    assert_indent("round(-2.5) * 1pt", -2, 0);
    assert_indent("min(3pt, 1em)", 3, 0);
    assert_indent("max( 3pt , 1em )", 10, 0);
    assert_indent("abs(-4pt)", 4, 0);
    assert_indent("max(min(9pt, 8pt), 7pt)", 8, 0);
}

static void
properties_of_others_are_read(void **state)
{
    (void)state;
    assert_indent("inherit", 7, 0);
    assert_indent("inherited-property-value()", 7, 0);
    assert_indent("inherited-property-value(start-indent) + 1pt", 8, 0);
    assert_indent("from-parent(font-size) div 2", 10, 0);
    assert_indent("from-parent(space-before.optimum)", 5, 0);
    assert_indent("from-parent(space-before) * 2", 10, 0);
    assert_indent("from-nearest-specified-value(space-before.minimum)", 5, 0);
    assert_indent("from-nearest-specified-value(padding-top)", 0, 0);
}

static void
what_is_wrong_is_reported(void **state)
{
    (void)state;
    assert_fault("", "geen waarde");
    assert_fault("abc", "onbekende waarde");
    assert_fault("3pt +", "onvolledig");
    assert_fault("3pt 4pt", "onverwachte tekst aan het eind");
    assert_fault("3furlong", "“furlong” is geen maat");
    assert_fault("3pt + 4", "een som van ongelijke soorten");
    assert_fault("3pt * 4pt", "verkeerde soort waarde");
    assert_fault("3pt div 0", "gedeeld door nul");
    assert_fault("3pt mod 0pt", "gedeeld door nul");
    assert_fault("50% * 3pt", "een percentage maal een lengte");
    assert_fault("(3pt", "een haakje ontbreekt");
    assert_fault("max(1pt", "een haakje ontbreekt");
    assert_fault("max(1pt)", "twee waarden van één soort horen tussen de haakjes");
    assert_fault("max(10%, 1pt)", "een percentage is hier niet te vergelijken");
    assert_fault("wat(1pt)", "onbekende functie “wat”");
    assert_fault("-start", "een teken voor wat geen getal is");
    assert_fault("$", "onverwacht teken");
    assert_fault("'x", "een aanhalingsteken ontbreekt");
    assert_fault("from-parent(bestaat-niet)", "onbekende eigenschap “bestaat-niet”");
    assert_fault("inherited-property-value(padding-top)",
                 "“padding-before” wordt niet geërfd");
    assert_fault("body-start()", "alleen binnen een fo:list-item");
    assert_fault("proportional-column-width(1)",
                 "een evenredige breedte kan hier niet");
    assert_fault("from-table-column()", "er is geen fo:table-column voor deze cel");
}

static void
a_length_without_unit_is_pixels(void **state)
{
    (void)state;
    Sample sample = sample_block("start-indent='8'");
    assert_length_at(&sample, "x", PROP_START_INDENT, 6);
    assert_messages(&sample,
                    "4 fo-waarde start-indent=\"8\": zonder maat; gelezen als px\n");
    sample_free(&sample);
}

static void
a_pixel_is_as_large_as_is_asked(void **state)
{
    (void)state;
    Sample sample =
        sample_block("xmlns:ow='urn:opbouwwerk:fo' "
                     "ow:pixels-per-inch='72' start-indent='8' end-indent='3px'");
    assert_length_at(&sample, "x", PROP_START_INDENT, 8);
    assert_length_at(&sample, "x", PROP_END_INDENT, 3);
    sample_free(&sample);
}

static void
hostile_expressions_end(void **state)
{
    (void)state;
    g_autoptr(GString) deep = g_string_new(NULL);
    for (int i = 0; i < 100000; i++)
        g_string_append_c(deep, '(');
    g_autofree char *messages = NULL;
    indent(deep->str, &messages);
    assert_non_null(strstr(messages, "te diep genest"));

    g_autoptr(GString) signs = g_string_new(NULL);
    for (int i = 0; i < 100000; i++)
        g_string_append(signs, "- ");
    g_string_append(signs, "1pt");
    assert_indent(signs->str, 1, 0);

    g_autoptr(GString) digits = g_string_new(NULL);
    for (int i = 0; i < 1000; i++)
        g_string_append_c(digits, '9');
    g_string_append(digits, "pt");
    g_autofree char *too_large = NULL;
    FoValue value = indent(digits->str, &too_large);
    assert_non_null(strstr(too_large, "te groot"));
    assert_int_equal(value.fixed, POINTS(7));
    assert_indent("99999999999pt", LENGTH_MAX / 1024.0, 0);
}

static void
assert_colour(const char *text, guint8 red, guint8 green, guint8 blue, guint8 alpha)
{
    g_autofree char *attribute = g_strdup_printf("background-color=\"%s\"", text);
    Sample sample = sample_block(attribute);
    FoColour colour = fo_colour(sample_at(&sample, "x"), PROP_BACKGROUND_COLOR);
    assert_messages(&sample, "");
    assert_int_equal(colour.red, red);
    assert_int_equal(colour.green, green);
    assert_int_equal(colour.blue, blue);
    assert_int_equal(colour.alpha, alpha);
    sample_free(&sample);
}

static void
colours_are_read(void **state)
{
    (void)state;
    assert_colour("#f80", 0xff, 0x88, 0, 255);
    assert_colour("#1d4d5c", 0x1d, 0x4d, 0x5c, 255);
    assert_colour("#1D4D5C80", 0x1d, 0x4d, 0x5c, 0x80);
    assert_colour("teal", 0, 0x80, 0x80, 255);
    assert_colour("aliceblue", 0xf0, 0xf8, 0xff, 255);
    assert_colour("yellowgreen", 0x9a, 0xcd, 0x32, 255);
    assert_colour("Red", 255, 0, 0, 255);
    assert_colour("transparent", 0, 0, 0, 0);
    assert_colour("rgb(10, 20, 30)", 10, 20, 30, 255);
    assert_colour("rgb(100%, 50%, 0%)", 255, 128, 0, 255);
    assert_colour("rgb(300, -5, 0)", 255, 0, 0, 255);
    assert_colour("rgb-icc(1, 2, 3, 'x', 0.5)", 1, 2, 3, 255);
    assert_colour("rgb-icc(1, 2, 3, #CMYK, 0, 0.5, 1, 0)", 1, 2, 3, 255);
    assert_colour("cmyk(0, 1, 1, 0)", 255, 0, 0, 255);
    assert_colour("system-color(blue)", 0, 0, 255, 255);
}

static void
no_colour_is_reported(void **state)
{
    (void)state;
    Sample sample = sample_block("background-color='#12345' color='rood'");
    assert_int_equal(fo_colour(sample_at(&sample, "x"), PROP_BACKGROUND_COLOR).alpha,
                     0);
    assert_messages(&sample, "4 fo-waarde background-color=\"#12345\": geen kleur\n"
                             "4 fo-waarde color=\"rood\": onbekende waarde\n");
    sample_free(&sample);
}

static void
list_functions_measure_from_the_item(void **state)
{
    (void)state;
    Sample sample = sample_flow(
        "<fo:list-block start-indent='10pt' provisional-distance-between-starts='20pt'"
        " provisional-label-separation='4pt'><fo:list-item>"
        "<fo:list-item-label end-indent='label-end()' id='label'><fo:block/>"
        "</fo:list-item-label>"
        "<fo:list-item-body start-indent='body-start()' id='body'>"
        "<fo:block id='block' text-indent='body-start() - 10pt'/>"
        "</fo:list-item-body></fo:list-item></fo:list-block>\n");
    const FoValue *end = fo_value(sample_at(&sample, "label"), PROP_END_INDENT);
    assert_int_equal(end->fixed, POINTS(4 - (10 + 20)));
    assert_true(end->percent == 100);
    assert_int_equal(
        fo_length(sample_at(&sample, "label"), PROP_END_INDENT, POINTS(200)),
        POINTS(174));
    assert_length_at(&sample, "body", PROP_START_INDENT, 30);
    assert_length_at(&sample, "block", PROP_START_INDENT, 30);
    assert_length_at(&sample, "block", PROP_TEXT_INDENT, 20);
    assert_messages(&sample, "");
    sample_free(&sample);
}

static void
column_widths_may_be_proportional(void **state)
{
    (void)state;
    Sample sample =
        sample_flow("<fo:table><fo:table-column id='c'"
                    " column-width='10pt + proportional-column-width(2) * 1.5'/>"
                    "<fo:table-body/></fo:table>\n");
    const FoValue *width = fo_value(sample_at(&sample, "c"), PROP_COLUMN_WIDTH);
    assert_int_equal(width->fixed, POINTS(10));
    assert_true(width->proportion == 3);
    assert_messages(&sample, "");
    sample_free(&sample);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_unit_is_known),
        cmocka_unit_test(sums_follow_precedence),
        cmocka_unit_test(functions_compute),
        cmocka_unit_test(properties_of_others_are_read),
        cmocka_unit_test(what_is_wrong_is_reported),
        cmocka_unit_test(a_length_without_unit_is_pixels),
        cmocka_unit_test(a_pixel_is_as_large_as_is_asked),
        cmocka_unit_test(hostile_expressions_end),
        cmocka_unit_test(colours_are_read),
        cmocka_unit_test(no_colour_is_reported),
        cmocka_unit_test(list_functions_measure_from_the_item),
        cmocka_unit_test(column_widths_may_be_proportional),
    };
    return cmocka_run_group_tests_name("fo: expressions", tests, NULL, NULL);
}
