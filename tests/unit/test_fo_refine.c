#include "fo_sample.h"

static void
inheritance_is_of_computed_values(void **state)
{
    (void)state;
    Sample sample = sample_flow(
        "<fo:block font-size='10pt' text-indent='2em' line-height='1.5' "
        "space-before='3pt'"
        " id='a'><fo:block id='b' font-size='200%'><fo:block id='c' font-size='0.5em'/>"
        "</fo:block></fo:block>\n");
    assert_length_at(&sample, "b", PROP_FONT_SIZE, 20);
    assert_length_at(&sample, "c", PROP_FONT_SIZE, 10);
    assert_length_at(&sample, "b", PROP_TEXT_INDENT, 20);
    assert_length_at(&sample, "b", PROP_SPACE_BEFORE_OPTIMUM, 0);
    /* A number is inherited as a factor (7.16.4). */
    assert_int_equal(fo_line_height(sample_at(&sample, "a")), POINTS(15));
    assert_int_equal(fo_line_height(sample_at(&sample, "b")), POINTS(30));
    assert_true(fo_value(sample_at(&sample, "a"), PROP_TEXT_INDENT)->specified);
    assert_false(fo_value(sample_at(&sample, "b"), PROP_TEXT_INDENT)->specified);
    assert_messages(&sample, "");
    sample_free(&sample);
}

static void
line_height_percentages_are_of_the_font_size(void **state)
{
    (void)state;
    Sample sample = sample_flow(
        "<fo:block font-size='10pt' line-height='140%' id='a'>"
        "<fo:block font-size='20pt' id='b'/>"
        "<fo:block font-size='20pt' line-height='normal' id='c'/>"
        "<fo:block font-size='20pt' line-height='1.1em' id='d'/></fo:block>\n");
    assert_int_equal(fo_line_height(sample_at(&sample, "a")), POINTS(14));
    assert_int_equal(fo_line_height(sample_at(&sample, "b")), POINTS(14));
    assert_int_equal(fo_line_height(sample_at(&sample, "c")), POINTS(24));
    assert_int_equal(fo_line_height(sample_at(&sample, "d")), POINTS(22));
    sample_free(&sample);
}

static void
sizes_and_weights_have_names(void **state)
{
    (void)state;
    Sample sample = sample_flow(
        "<fo:block font-size='xx-small' id='a'/><fo:block font-size='x-large' id='b'/>"
        "<fo:block font-size='24pt'><fo:block font-size='smaller' id='c'/>"
        "<fo:block font-size='larger' id='d'/></fo:block>"
        "<fo:block font-weight='bold' id='e'><fo:block font-weight='bolder' id='f'/>"
        "<fo:block font-weight='lighter' id='g'/></fo:block>\n");
    assert_length_at(&sample, "a", PROP_FONT_SIZE, 12 / 1.2 / 1.2 / 1.2);
    assert_length_at(&sample, "b", PROP_FONT_SIZE, 12 * 1.2 * 1.2);
    assert_length_at(&sample, "c", PROP_FONT_SIZE, 12 * 1.2 * 1.2 * 1.2);
    assert_length_at(&sample, "d", PROP_FONT_SIZE, 12 * 1.2 * 1.2 * 1.2 * 1.2 * 1.2);
    assert_true(fo_number(sample_at(&sample, "e"), PROP_FONT_WEIGHT) == 700);
    assert_true(fo_number(sample_at(&sample, "f"), PROP_FONT_WEIGHT) == 800);
    assert_true(fo_number(sample_at(&sample, "g"), PROP_FONT_WEIGHT) == 600);
    sample_free(&sample);
}

static void
a_space_sets_its_components(void **state)
{
    (void)state;
    Sample sample = sample_block("space-before='6pt' space-before.optimum='8pt'"
                                 " space-before.conditionality='retain'"
                                 " space-after.precedence='force' space-after='5%'");
    assert_length_at(&sample, "x", PROP_SPACE_BEFORE_MINIMUM, 6);
    assert_length_at(&sample, "x", PROP_SPACE_BEFORE_OPTIMUM, 8);
    assert_length_at(&sample, "x", PROP_SPACE_BEFORE_MAXIMUM, 6);
    assert_enum_at(&sample, "x", PROP_SPACE_BEFORE_CONDITIONALITY, ENUM_RETAIN);
    assert_enum_at(&sample, "x", PROP_SPACE_AFTER_PRECEDENCE, ENUM_FORCE);
    assert_int_equal(
        fo_length(sample_at(&sample, "x"), PROP_SPACE_AFTER_OPTIMUM, POINTS(200)),
        POINTS(10));
    sample_free(&sample);
}

static void
keeps_have_strengths(void **state)
{
    (void)state;
    Sample sample = sample_flow(
        "<fo:block id='a' keep-with-next='always' keep-with-next.within-page='auto'"
        " keep-together.within-page='5' page-break-after='avoid'><fo:block id='b'/>"
        "</fo:block>\n");
    const FoNode *a = sample_at(&sample, "a"), *b = sample_at(&sample, "b");
    assert_int_equal(fo_keep(a, PROP_KEEP_WITH_NEXT_WITHIN_COLUMN), G_MAXINT);
    assert_int_equal(fo_keep(a, PROP_KEEP_WITH_NEXT_WITHIN_PAGE), 0);
    assert_int_equal(fo_keep(a, PROP_KEEP_TOGETHER_WITHIN_PAGE), 5);
    assert_int_equal(fo_keep(a, PROP_KEEP_TOGETHER_WITHIN_COLUMN), 0);
    assert_int_equal(fo_keep(b, PROP_KEEP_TOGETHER_WITHIN_PAGE), 5);
    assert_int_equal(fo_keep(b, PROP_KEEP_WITH_NEXT_WITHIN_COLUMN), 0);
    sample_free(&sample);
}

static void
the_more_precise_border_wins(void **state)
{
    (void)state;
    Sample sample = sample_block(
        "border-top-color='blue' border-top='2pt dashed' border='1pt solid red'"
        " border-style='double' border-left-width='thick'"
        " border-end-width.length='4pt'");
    assert_length_at(&sample, "x", PROP_BORDER_BEFORE_WIDTH, 2);
    assert_enum_at(&sample, "x", PROP_BORDER_BEFORE_STYLE, ENUM_DASHED);
    assert_int_equal(fo_colour(sample_at(&sample, "x"), PROP_BORDER_BEFORE_COLOR).blue,
                     255);
    assert_int_equal(fo_colour(sample_at(&sample, "x"), PROP_BORDER_AFTER_COLOR).red,
                     255);
    assert_length_at(&sample, "x", PROP_BORDER_AFTER_WIDTH, 1);
    assert_enum_at(&sample, "x", PROP_BORDER_AFTER_STYLE, ENUM_DOUBLE);
    assert_length_at(&sample, "x", PROP_BORDER_START_WIDTH, 2);
    assert_length_at(&sample, "x", PROP_BORDER_END_WIDTH, 4);
    assert_messages(&sample, "");
    sample_free(&sample);
}

/* XSL 1.1, 5.3: the relative property is specified by one component of it. */
static void
a_component_takes_its_property_from_shorthands(void **state)
{
    (void)state;
    Sample sample = sample_block(
        "border='5pt solid' padding='5pt' border-before-width.conditionality='retain'"
        " padding-after.conditionality='retain'");
    assert_enum_at(&sample, "x", PROP_BORDER_BEFORE_WIDTH_CONDITIONALITY, ENUM_RETAIN);
    assert_length_at(&sample, "x", PROP_BORDER_BEFORE_WIDTH, 1);
    assert_length_at(&sample, "x", PROP_BORDER_AFTER_WIDTH, 5);
    assert_length_at(&sample, "x", PROP_PADDING_BEFORE, 5);
    assert_length_at(&sample, "x", PROP_PADDING_AFTER, 0);
    assert_messages(&sample, "");
    sample_free(&sample);
}

static void
a_border_needs_a_style_and_takes_the_text_colour(void **state)
{
    (void)state;
    Sample sample =
        sample_flow("<fo:block id='a' border-width='3pt' color='red'/>"
                    "<fo:block id='b' border-after-style='solid' color='red'/>"
                    "<fo:block id='c' border='solid' border-style='none'/>\n");
    assert_length_at(&sample, "a", PROP_BORDER_BEFORE_WIDTH, 0);
    assert_length_at(&sample, "b", PROP_BORDER_AFTER_WIDTH, 1);
    assert_length_at(&sample, "b", PROP_BORDER_BEFORE_WIDTH, 0);
    assert_int_equal(fo_colour(sample_at(&sample, "b"), PROP_BORDER_AFTER_COLOR).red,
                     255);
    assert_length_at(&sample, "c", PROP_BORDER_AFTER_WIDTH, 0);
    sample_free(&sample);
}

/* XSL 1.1, 5.3.2 */
static void
margins_become_indents(void **state)
{
    (void)state;
    Sample sample = sample_flow(
        "<fo:block id='a' margin-left='10pt' padding-left='3pt' border-left='2pt solid'"
        " margin-right='5%'>"
        "<fo:block id='b'/><fo:block id='c' margin='4pt 1pt'/>"
        "<fo:block id='d' margin='4pt' start-indent='1pt' space-after='2pt'/>"
        "<fo:block id='e' margin-left='4pt' start-indent='1pt'/>"
        "<fo:block-container id='f' margin='0pt' padding='6pt'/>"
        "<fo:block id='g' padding='6pt'/></fo:block>\n");
    assert_length_at(&sample, "a", PROP_START_INDENT, 15);
    assert_true(fo_value(sample_at(&sample, "a"), PROP_END_INDENT)->percent == 5);
    assert_length_at(&sample, "b", PROP_START_INDENT, 15);
    assert_length_at(&sample, "c", PROP_START_INDENT, 16);
    assert_length_at(&sample, "c", PROP_SPACE_BEFORE_MAXIMUM, 4);
    assert_length_at(&sample, "d", PROP_START_INDENT, 1);
    assert_length_at(&sample, "d", PROP_SPACE_BEFORE_OPTIMUM, 4);
    assert_length_at(&sample, "d", PROP_SPACE_AFTER_OPTIMUM, 2);
    assert_length_at(&sample, "e", PROP_START_INDENT, 19);
    assert_length_at(&sample, "f", PROP_START_INDENT, 6);
    assert_length_at(&sample, "g", PROP_START_INDENT, 15);
    assert_messages(&sample, "");
    sample_free(&sample);
}

static void
margins_of_inlines_become_spaces(void **state)
{
    (void)state;
    Sample sample = sample_flow("<fo:block><fo:inline id='a' margin='1pt 2pt 3pt 4pt'/>"
                                "</fo:block>\n");
    assert_length_at(&sample, "a", PROP_SPACE_START_OPTIMUM, 4);
    assert_length_at(&sample, "a", PROP_SPACE_END_OPTIMUM, 2);
    assert_length_at(&sample, "a", PROP_START_INDENT, 0);
    assert_length_at(&sample, "a", PROP_SPACE_BEFORE_OPTIMUM, 0);
    sample_free(&sample);
}

static void
a_page_master_keeps_its_margins(void **state)
{
    (void)state;
    Sample sample = sample_document(
        "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format'><fo:layout-master-set>"
        "<fo:simple-page-master id='m' master-name='m' margin='1cm 2cm' size='A4'/>"
        "<fo:simple-page-master id='n' master-name='n' margin-top='3pt'"
        " size='148mm 210mm'><fo:region-body id='b' margin='4pt'/>"
        "</fo:simple-page-master></fo:layout-master-set></fo:root>");
    assert_length_at(&sample, "m", PROP_MARGIN_RIGHT, 72 / 1.27);
    assert_length_at(&sample, "m", PROP_START_INDENT, 0);
    assert_length_at(&sample, "n", PROP_MARGIN_TOP, 3);
    assert_length_at(&sample, "n", PROP_PAGE_HEIGHT, 210 * 72 / 25.4);
    assert_length_at(&sample, "b", PROP_MARGIN_LEFT, 4);
    assert_length_at(&sample, "b", PROP_START_INDENT, 0);
    assert_messages(&sample, "1 fo-waarde size=\"A4\": onbekende waarde\n");
    sample_free(&sample);
}

static void
width_and_height_become_dimensions(void **state)
{
    (void)state;
    Sample sample = sample_flow(
        "<fo:block-container id='a' width='50pt' min-width='20pt' height='80%'/>"
        "<fo:block-container id='b' max-height='9pt' "
        "block-progression-dimension='1pt'/>"
        "<fo:block-container id='c' width='7pt' height='8pt' writing-mode='tb-rl'/>"
        "<fo:block-container id='d' width='100% - 12pt'/>\n");
    assert_int_equal(fo_length(sample_at(&sample, "d"),
                               PROP_INLINE_PROGRESSION_DIMENSION_OPTIMUM, POINTS(100)),
                     POINTS(88));
    assert_messages(&sample, "");
    assert_length_at(&sample, "a", PROP_INLINE_PROGRESSION_DIMENSION_MINIMUM, 20);
    assert_length_at(&sample, "a", PROP_INLINE_PROGRESSION_DIMENSION_OPTIMUM, 50);
    assert_length_at(&sample, "a", PROP_INLINE_PROGRESSION_DIMENSION_MAXIMUM, 50);
    assert_int_equal(fo_length(sample_at(&sample, "a"),
                               PROP_BLOCK_PROGRESSION_DIMENSION_OPTIMUM, POINTS(10)),
                     POINTS(8));
    assert_length_at(&sample, "b", PROP_BLOCK_PROGRESSION_DIMENSION_OPTIMUM, 1);
    assert_length_at(&sample, "b", PROP_BLOCK_PROGRESSION_DIMENSION_MAXIMUM, 9);
    assert_true(
        fo_is_auto(sample_at(&sample, "b"), PROP_INLINE_PROGRESSION_DIMENSION_OPTIMUM));
    assert_length_at(&sample, "c", PROP_BLOCK_PROGRESSION_DIMENSION_OPTIMUM, 7);
    assert_length_at(&sample, "c", PROP_INLINE_PROGRESSION_DIMENSION_OPTIMUM, 8);
    sample_free(&sample);
}

static void
writing_from_the_right_turns_the_sides(void **state)
{
    (void)state;
    Sample sample = sample_flow(
        "<fo:block-container writing-mode='rl'><fo:block id='a' margin-left='3pt'"
        " padding-right='2pt' border-right='1pt solid' text-align='left'/>"
        "</fo:block-container>\n");
    assert_length_at(&sample, "a", PROP_END_INDENT, 3);
    assert_length_at(&sample, "a", PROP_START_INDENT, 0);
    assert_length_at(&sample, "a", PROP_PADDING_START, 2);
    assert_length_at(&sample, "a", PROP_BORDER_START_WIDTH, 1);
    assert_enum_at(&sample, "a", PROP_TEXT_ALIGN, ENUM_START);
    sample_free(&sample);
}

static void
a_font_is_one_line(void **state)
{
    (void)state;
    Sample sample = sample_flow(
        "<fo:block id='a' font=\"italic small-caps bold 14pt/150% 'EB  Garamond', "
        "serif\""
        " font-variant='normal'/>"
        "<fo:block id='b' font='12pt / 1.4 Lato'/><fo:block id='c' font='bold'/>\n");
    assert_enum_at(&sample, "a", PROP_FONT_STYLE, ENUM_ITALIC);
    assert_enum_at(&sample, "a", PROP_FONT_VARIANT, ENUM_NORMAL);
    assert_true(fo_number(sample_at(&sample, "a"), PROP_FONT_WEIGHT) == 700);
    assert_int_equal(fo_line_height(sample_at(&sample, "a")), POINTS(21));
    assert_string_equal(fo_string(sample_at(&sample, "a"), PROP_FONT_FAMILY),
                        "EB Garamond, serif");
    assert_int_equal(fo_line_height(sample_at(&sample, "b")), POINTS(16.8));
    assert_string_equal(fo_string(sample_at(&sample, "b"), PROP_FONT_FAMILY), "Lato");
    assert_messages(&sample, "4 fo-waarde font=\"bold\": niet te begrijpen\n");
    sample_free(&sample);
}

static void
other_shorthands_expand(void **state)
{
    (void)state;
    Sample sample = sample_flow(
        "<fo:block id='a' background=\"#ff0000 url('x y.png') no-repeat right 2pt\""
        " page-break-before='left' page-break-inside='avoid' white-space='pre'"
        " xml:lang='nl-BE' padding='1pt 2pt 3pt' border-spacing='3pt 4pt'/>"
        "<fo:block><fo:inline id='b' vertical-align='super'/>"
        "<fo:inline id='c' vertical-align='20%'/></fo:block>"
        "<fo:block-container id='d' position='absolute'/>\n");
    const FoNode *a = sample_at(&sample, "a");
    assert_int_equal(fo_colour(a, PROP_BACKGROUND_COLOR).red, 255);
    assert_string_equal(fo_string(a, PROP_BACKGROUND_IMAGE), "x y.png");
    assert_int_equal(fo_enum(a, PROP_BACKGROUND_REPEAT), ENUM_NO_REPEAT);
    assert_true(fo_value(a, PROP_BACKGROUND_POSITION_HORIZONTAL)->percent == 100);
    assert_length_at(&sample, "a", PROP_BACKGROUND_POSITION_VERTICAL, 2);
    assert_enum_at(&sample, "a", PROP_BREAK_BEFORE, ENUM_EVEN_PAGE);
    assert_int_equal(fo_keep(a, PROP_KEEP_TOGETHER_WITHIN_PAGE), G_MAXINT);
    assert_enum_at(&sample, "a", PROP_LINEFEED_TREATMENT, ENUM_PRESERVE);
    assert_enum_at(&sample, "a", PROP_WRAP_OPTION, ENUM_NO_WRAP);
    assert_string_equal(fo_string(a, PROP_LANGUAGE), "nl");
    assert_string_equal(fo_string(a, PROP_COUNTRY), "BE");
    assert_length_at(&sample, "a", PROP_PADDING_END, 2);
    assert_length_at(&sample, "a", PROP_PADDING_AFTER, 3);
    assert_length_at(&sample, "a", PROP_BORDER_SEPARATION_BLOCK_PROGRESSION_DIRECTION,
                     4);
    assert_enum_at(&sample, "b", PROP_BASELINE_SHIFT, ENUM_SUPER);
    assert_true(fo_value(sample_at(&sample, "c"), PROP_BASELINE_SHIFT)->percent == 20);
    assert_enum_at(&sample, "d", PROP_ABSOLUTE_POSITION, ENUM_ABSOLUTE);
    assert_messages(&sample, "");
    sample_free(&sample);
}

static void
decoration_has_the_colour_where_it_began(void **state)
{
    (void)state;
    Sample sample =
        sample_flow("<fo:block color='red' text-decoration='underline line-through'>"
                    "<fo:inline id='a' color='blue'/>"
                    "<fo:inline id='b' text-decoration='no-underline overline'/>"
                    "<fo:inline id='c' text-decoration='none'/></fo:block>\n");
    const FoNode *a = sample_at(&sample, "a");
    assert_int_equal(fo_colour(a, PROP_TEXT_DECORATION_UNDERLINE).red, 255);
    assert_int_equal(fo_colour(a, PROP_TEXT_DECORATION_LINE_THROUGH).red, 255);
    assert_true(fo_is_auto(a, PROP_TEXT_DECORATION_OVERLINE));
    assert_true(fo_is_auto(sample_at(&sample, "b"), PROP_TEXT_DECORATION_UNDERLINE));
    assert_false(fo_is_auto(sample_at(&sample, "b"), PROP_TEXT_DECORATION_OVERLINE));
    assert_true(fo_is_auto(sample_at(&sample, "c"), PROP_TEXT_DECORATION_LINE_THROUGH));
    sample_free(&sample);
}

static void
own_extensions_are_properties(void **state)
{
    (void)state;
    Sample sample = sample_in(
        "ow:font-features='onum=1' ow:protrude='true' ow:datum='2026-11-24'"
        " ow:auteur='A' ow:onderwerp='B' ow:trefwoorden='C'",
        "<fo:block><fo:external-graphic id='a' src='url(a.svg)' fox:alt-text=''/>"
        "<fo:basic-link id='b' external-destination=\"url( 'http://a.nl/' )\""
        " ow:link-contents='Naar A'/></fo:block>\n"
        "<fo:table><fo:table-body><fo:table-row><fo:table-cell id='c' ow:scope='row'/>"
        "</fo:table-row></fo:table-body></fo:table>\n");
    assert_string_equal(fo_string(sample_at(&sample, "a"), PROP_OW_FONT_FEATURES),
                        "onum=1");
    assert_enum_at(&sample, "a", PROP_OW_PROTRUDE, ENUM_TRUE);
    assert_string_equal(fo_string(sample_at(&sample, "a"), PROP_SRC), "a.svg");
    assert_null(fo_string(sample_at(&sample, "a"), PROP_FOX_ALT_TEXT));
    assert_true(fo_value(sample_at(&sample, "a"), PROP_FOX_ALT_TEXT)->specified);
    assert_string_equal(fo_string(sample_at(&sample, "b"), PROP_EXTERNAL_DESTINATION),
                        "http://a.nl/");
    assert_string_equal(fo_string(sample_at(&sample, "b"), PROP_OW_LINK_CONTENTS),
                        "Naar A");
    assert_enum_at(&sample, "c", PROP_OW_SCOPE, ENUM_ROW);
    assert_messages(&sample, "");
    sample_free(&sample);
}

static void
what_is_invalid_is_reported_and_left_out(void **state)
{
    (void)state;
    Sample sample = sample_flow(
        "<fo:block id='a' text-align='justify'>\n"
        "<fo:block id='b' text-align='gevuld' space-before='veel' widows='0'/>\n"
        "<fo:block id='c' text-align='gevuld' colour='red' aural='x' volume='3'/>\n"
        "<fo:block id='d' border='1pt 2pt 3pt 4pt' font-size='-3pt' orphans='1.6'/>\n"
        "</fo:block>\n");
    assert_enum_at(&sample, "b", PROP_TEXT_ALIGN, ENUM_JUSTIFY);
    assert_length_at(&sample, "b", PROP_SPACE_BEFORE_OPTIMUM, 0);
    assert_true(fo_number(sample_at(&sample, "b"), PROP_WIDOWS) == 1);
    assert_true(fo_number(sample_at(&sample, "d"), PROP_ORPHANS) == 2);
    assert_length_at(&sample, "d", PROP_FONT_SIZE, 12);
    assert_messages(
        &sample, "5 fo-waarde space-before=\"veel\": onbekende waarde\n"
                 "5 fo-waarde text-align=\"gevuld\": onbekende waarde\n"
                 "5 fo-waarde widows=\"0\": te klein; 1 geldt\n"
                 "6 fo-eigenschap-onbekend onbekende eigenschap “aural” op fo:block\n"
                 "6 fo-eigenschap-onbekend onbekende eigenschap “colour” op fo:block\n"
                 "6 fo-waarde text-align=\"gevuld\": onbekende waarde\n"
                 "7 fo-waarde border=\"1pt 2pt 3pt 4pt\": niet te begrijpen\n"
                 "7 fo-waarde font-size=\"-3pt\": minder dan nul\n");
    sample_free(&sample);
}

static void
table_columns_lend_their_properties(void **state)
{
    (void)state;
    Sample sample = sample_flow(
        "<fo:table><fo:table-column number-columns-repeated='2' text-align='center'/>"
        "<fo:table-column text-align='end'/><fo:table-body>"
        "<fo:table-row><fo:table-cell id='a' number-rows-spanned='2'/>"
        "<fo:table-cell id='b' text-align='from-table-column()'/><fo:table-cell>"
        "<fo:block id='c' text-align='from-table-column(text-align)'/></fo:table-cell>"
        "</fo:table-row>"
        "<fo:table-row><fo:table-cell id='d'/><fo:table-cell id='e'/></fo:table-row>"
        "</fo:table-body></fo:table>\n");
    assert_enum_at(&sample, "b", PROP_TEXT_ALIGN, ENUM_CENTER);
    assert_enum_at(&sample, "c", PROP_TEXT_ALIGN, ENUM_END);
    assert_true(fo_number(sample_at(&sample, "a"), PROP_COLUMN_NUMBER) == 1);
    assert_true(fo_number(sample_at(&sample, "d"), PROP_COLUMN_NUMBER) == 2);
    assert_true(fo_number(sample_at(&sample, "e"), PROP_COLUMN_NUMBER) == 3);
    assert_messages(&sample, "");
    sample_free(&sample);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(inheritance_is_of_computed_values),
        cmocka_unit_test(line_height_percentages_are_of_the_font_size),
        cmocka_unit_test(sizes_and_weights_have_names),
        cmocka_unit_test(a_space_sets_its_components),
        cmocka_unit_test(keeps_have_strengths),
        cmocka_unit_test(the_more_precise_border_wins),
        cmocka_unit_test(a_component_takes_its_property_from_shorthands),
        cmocka_unit_test(a_border_needs_a_style_and_takes_the_text_colour),
        cmocka_unit_test(margins_become_indents),
        cmocka_unit_test(margins_of_inlines_become_spaces),
        cmocka_unit_test(a_page_master_keeps_its_margins),
        cmocka_unit_test(width_and_height_become_dimensions),
        cmocka_unit_test(writing_from_the_right_turns_the_sides),
        cmocka_unit_test(a_font_is_one_line),
        cmocka_unit_test(other_shorthands_expand),
        cmocka_unit_test(decoration_has_the_colour_where_it_began),
        cmocka_unit_test(own_extensions_are_properties),
        cmocka_unit_test(what_is_invalid_is_reported_and_left_out),
        cmocka_unit_test(table_columns_lend_their_properties),
    };
    return cmocka_run_group_tests_name("fo: refinement", tests, NULL, NULL);
}
