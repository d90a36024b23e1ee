#include "bench_text.h"

/* ---- Lines ---- */

static void
lines_are_as_wide_as_their_characters(void **state)
{
    Bench *bench = *state;
    TextLines lines = set(bench, "aaa bb c dddd", 60);
    assert_written(&lines, "aaa bb|c dddd");
    assert_int_equal(lines.lines[0].width, 6 * EM);
    assert_int_equal(lines.lines[1].width, 6 * EM);
    assert_int_equal(lines.lines[0].measure, 6 * EM);
    assert_int_equal(lines.lines[0].indent, 0);
    assert_int_equal(lines.lines[0].piece_count, 1);
    assert_messages(bench, 0, "");
}

static void
a_space_at_a_break_has_no_width_but_is_told(void **state)
{
    Bench *bench = *state;
    TextLines lines = set(bench, "aaa   bb", 40);
    assert_int_equal(lines.count, 2);
    const TextPiece *piece = &lines.lines[0].pieces[0];
    assert_true(piece->space_after);
    assert_int_equal(piece->length, 4);
    assert_memory_equal(piece->text, "aaa ", 4);
    assert_int_equal(piece->glyphs->num_glyphs, 4);
    assert_int_equal(piece->glyphs->glyphs[3].geometry.width, 0);
    assert_int_equal(piece->width, 3 * EM);
    assert_false(lines.lines[1].pieces[0].space_after);
    assert_int_equal(lines.lines[1].pieces[0].length, 2);
}

static void
justified_lines_fill_their_measure_to_the_unit(void **state)
{
    Bench *bench = *state;
    bench->parameters.align = TEXT_JUSTIFY;
    Length measure = POINTS(197) + 13;
    Paragraph *paragraph = begin(bench);
    for (int i = 0; i < 200; i++)
        add(bench, paragraph, i % 3 ? "bb c " : "aaaa ddddd ee ", NULL);
    TextLines lines = break_at(paragraph, measure);
    assert_true(lines.count > 20);
    for (int i = 0; i < lines.count - 1; i++) {
        const TextLine *line = &lines.lines[i];
        assert_int_equal(line->width, measure);
        for (int j = 0; j < line->piece_count; j++)
            for (int k = 0; k < line->pieces[j].glyphs->num_glyphs; k++) {
                const PangoGlyphString *glyphs = line->pieces[j].glyphs;
                char letter = line->pieces[j].text[glyphs->log_clusters[k]];
                Length width = glyphs->glyphs[k].geometry.width;
                if (letter != ' ')
                    assert_int_equal(width, EM);
                else if (width != 0) /* a third less at most */
                    assert_true(width >= EM * 2 / 3);
            }
    }
    assert_true(lines.lines[lines.count - 1].width <= measure);
    assert_messages(bench, 0, "");
}

static void
lines_stand_where_alignment_puts_them(void **state)
{
    Bench *bench = *state;
    static const struct {
        TextAlign align;
        gboolean right_to_left;
        double first, last;
    } cases[] = {
        {TEXT_START, FALSE, 20, 0},     {TEXT_END, FALSE, 30, 35},
        {TEXT_CENTRE, FALSE, 25, 17.5}, {TEXT_START, TRUE, 10, 40},
        {TEXT_END, TRUE, 0, 5},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        bench->parameters.align = bench->parameters.align_last = cases[i].align;
        bench->parameters.right_to_left = cases[i].right_to_left;
        bench->parameters.indent = POINTS(20);
        bench->parameters.last_line_end_indent = POINTS(5);
        TextLines lines = set(bench, "aaaa bbb", 70);
        assert_written(&lines, "aaaa|bbb");
        assert_int_equal(lines.lines[0].indent, POINTS(cases[i].first));
        assert_int_equal(lines.lines[1].indent, POINTS(cases[i].last));
    }
}

static void
an_indent_makes_the_first_line_shorter_or_longer(void **state)
{
    Bench *bench = *state;
    bench->parameters.indent = 2 * EM;
    TextLines lines = set(bench, "aa bb aa bb", 50);
    assert_written(&lines, "aa|bb aa|bb");
    bench->parameters.indent = -3 * EM;
    lines = set(bench, "aa bb cc aa bb", 50);
    assert_written(&lines, "aa bb cc|aa bb");
    assert_int_equal(lines.lines[0].indent, -3 * EM);
    bench->parameters.indent = 0;
    bench->parameters.last_line_end_indent = 2 * EM;
    lines = set(bench, "aa bb cc dd", 50);
    assert_written(&lines, "aa bb|cc|dd");
}

static Length
narrowing(gpointer owner, int line)
{
    (void)owner;
    return (line == 0 ? 8 : line == 1 ? 5 : 2) * EM;
}

static void
each_line_has_its_own_measure(void **state)
{
    Bench *bench = *state;
    Paragraph *paragraph = begin(bench);
    add(bench, paragraph, "aa bb cc dd ee ff gg", NULL);
    TextLines lines = paragraph_break(paragraph, narrowing, NULL);
    assert_written(&lines, "aa bb cc|dd ee|ff|gg");
    /* And again, with another. */
    lines = break_at(paragraph, 20 * EM);
    assert_int_equal(lines.count, 1);
}

static void
linefeeds_are_kept_and_tabs_are_spaces(void **state)
{
    Bench *bench = *state;
    bench->parameters.align = TEXT_JUSTIFY;
    TextLines lines = set(bench,
                          "aa\tbb \n\n  cc\r\ndd\xE2\x80\xA8"
                          "ee\n",
                          100);
    assert_written(&lines, "aa bb||  cc|dd|ee");
    assert_int_equal(lines.lines[0].width, 5 * EM);
    assert_true(lines.lines[0].forced);
    assert_int_equal(lines.lines[1].piece_count, 0);
    assert_int_equal(lines.lines[2].width, 4 * EM);
    Paragraph *paragraph = begin(bench);
    add(bench, paragraph, "aa", NULL);
    paragraph_add_break(paragraph);
    add(bench, paragraph, "bb", NULL);
    lines = break_at(paragraph, 100 * EM);
    assert_written(&lines, "aa|bb");
    assert_true(lines.lines[0].forced);
    assert_false(lines.lines[1].forced);
}

static void
nothing_makes_no_line(void **state)
{
    Bench *bench = *state;
    TextLines lines = set(bench, "", 100);
    assert_int_equal(lines.count, 0);
    lines = set(bench, "   ", 100);
    assert_int_equal(lines.count, 0);
    Paragraph *paragraph = begin(bench);
    paragraph_add_anchor(paragraph, bench);
    lines = break_at(paragraph, EM);
    assert_written(&lines, "@");
    assert_ptr_equal(lines.lines[0].pieces[0].owner, bench);
    TextPiece *piece =
        text_shape(bench->text, bench->arena, "", 0,
                   text_style(bench->text, &bench->style), NULL, bench->diag);
    assert_int_equal(piece->width, 0);
    Length minimum, maximum;
    paragraph_extent(begin(bench), &minimum, &maximum);
    assert_int_equal(minimum, 0);
    assert_int_equal(maximum, 0);
}

static void
without_wrapping_lines_end_at_linefeeds_only(void **state)
{
    Bench *bench = *state;
    bench->parameters.wrap = FALSE;
    TextLines lines = set(bench, "aa bb cc-dd\nee", 60);
    assert_written(&lines, "aa bb cc-dd|ee");
    assert_true(lines.lines[0].overfull);
    assert_messages(bench, 1, "regel-te-vol");
}

/* ---- Where lines may end ---- */

static void
no_break_space_does_not_break_but_stretches(void **state)
{
    Bench *bench = *state;
    bench->parameters.align = TEXT_JUSTIFY;
    TextLines lines = set(bench,
                          "aa b\xC2\xA0"
                          "c dd",
                          45);
    assert_written(&lines, "aa|b\xC2\xA0"
                           "c|dd");
    assert_int_equal(lines.lines[1].width, POINTS(45));
    assert_int_equal(lines.lines[1].pieces[0].glyphs->glyphs[1].geometry.width,
                     POINTS(25));
}

static void
dutch_custom_rules_where_lines_end(void **state)
{
    Bench *bench = *state;
    static const struct {
        const char *characters;
        double measure;
        const char *expected;
    } cases[] = {
        {"aaa – bb", 50, "aaa –|bb"},
        {"aa bbb – c", 60, "aa|bbb –|c"},
        {"aa bb (cc)", 60, "aa bb|(cc)"},
        {"aa “bb cc” dd", 60, "aa “bb|cc” dd"},
        {"in 20 % van", 50, "in|20 %|van"},
        {"aa 20 % bb", 60, "aa|20 %|bb"},
        {"een e-mail nu", 60, "een|e-mail|nu"},
        {"aa -bbb cc", 40, "aa|-bbb|cc"},
        {"jan-piet", 50, "jan-|piet"},
        {"of m/v aa", 40, "of|m/v|aa"},
        {"zus/broer", 50, "zus/|broer"},
        {"1990–2006", 60, "1990–|2006"},
        {"aa\xE2\x80\x8B"
         "bb",
         30, "aa|bb"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        TextLines lines = set(bench, cases[i].characters, cases[i].measure);
        assert_written(&lines, cases[i].expected);
    }
    assert_messages(bench, 0, "");
}

static void
a_break_after_a_one_letter_word_is_avoided(void **state)
{
    Bench *bench = *state;
    bench->parameters.align = TEXT_JUSTIFY;
    TextLines lines = set(bench, "aaaa bbb u cccc ddd eee", 105);
    assert_written(&lines, "aaaa bbb|u cccc ddd|eee");
    lines = set(bench, "aaaa bbb uu cccc ddd eee", 105);
    assert_written(&lines, "aaaa bbb uu|cccc ddd|eee");
}

static void
hyphens_are_drawn_and_not_in_the_text(void **state)
{
    Bench *bench = *state;
    bench->style.hyphenate = TRUE;
    TextLines lines = set(bench, "onderwijs", 60);
    assert_written(&lines, "onder-|wijs");
    const TextPiece *piece = &lines.lines[0].pieces[0];
    assert_true(piece->hyphen);
    assert_true(lines.lines[0].hyphenated);
    assert_int_equal(piece->length, 5);
    assert_int_equal(piece->glyphs->num_glyphs, 6);
    assert_int_equal(piece->glyphs->log_clusters[5], 5);
    assert_int_equal(piece->width, 6 * EM);
    assert_false(lines.lines[1].pieces[0].hyphen);
    assert_messages(bench, 0, "");
}

static void
letters_remain_and_are_pushed(void **state)
{
    Bench *bench = *state;
    bench->style.hyphenate = TRUE;
    bench->style.remain = 3;
    TextLines lines = set(bench, "aaaa betaling", 80);
    assert_written(&lines, "aaaa|betaling"); /* not be-taling */
    bench->style.remain = 2;
    bench->style.push = 7;
    lines = set(bench, "aaaa betaling", 80);
    assert_written(&lines, "aaaa|betaling");
    assert_messages(bench, 0, "");
}

static void
the_letters_ij_stay_together(void **state)
{
    Bench *bench = *state;
    bench->style.hyphenate = TRUE;
    TextLines lines = set(bench, "minijurk", 70); /* mini-jurk, but then also bi-j */
    g_autofree char *text = written(&lines);
    assert_null(strstr(text, "i-|j"));
}

static void
a_diaeresis_goes_at_a_break(void **state)
{
    Bench *bench = *state;
    TextLines lines = set(bench, "aa re\xC2\xADünie", 60);
    assert_written(&lines, "aa re-|ünie");
    const TextPiece *piece = &lines.lines[1].pieces[0];
    TextPiece *plain =
        text_shape(bench->text, bench->arena, "unie", 4,
                   text_style(bench->text, &bench->style), NULL, bench->diag);
    assert_int_equal(piece->glyphs->num_glyphs, 4);
    for (int i = 0; i < 4; i++)
        assert_int_equal(piece->glyphs->glyphs[i].glyph,
                         plain->glyphs->glyphs[i].glyph);
    assert_int_equal(piece->glyphs->log_clusters[0], 0);
    assert_int_equal(piece->glyphs->log_clusters[1], 2);
    lines = set(bench, "aa reünie", 90);
    assert_int_not_equal(lines.lines[0].pieces[0].glyphs->glyphs[5].glyph,
                         plain->glyphs->glyphs[0].glyph);
}

static void
soft_hyphens_are_the_only_places_of_their_word(void **state)
{
    Bench *bench = *state;
    bench->style.hyphenate = TRUE;
    TextLines lines = set(bench,
                          "on\xC2\xAD"
                          "derwijs aa",
                          70);
    assert_written(&lines, "on-|derwijs|aa");
    lines = set(bench,
                "on\xC2\xAD"
                "derwijs",
                90);
    assert_written(&lines, "onderwijs");
    assert_int_equal(lines.lines[0].pieces[0].length, 9);
}

static void
hyphens_stand_no_more_often_in_a_row_than_allowed(void **state)
{
    Bench *bench = *state;
    bench->style.hyphenate = TRUE;
    bench->parameters.align = TEXT_JUSTIFY;
    for (int limit = 1; limit <= 2; limit++) {
        bench->parameters.hyphen_limit = limit;
        Paragraph *paragraph = begin(bench);
        for (int i = 0; i < 40; i++)
            add(bench, paragraph, "onderwijsinstelling betaalt ", NULL);
        TextLines lines = break_at(paragraph, 17 * EM);
        int run = 0;
        for (int i = 0; i < lines.count; i++) {
            run = lines.lines[i].hyphenated ? run + 1 : 0;
            assert_true(run <= limit);
        }
    }
}

static void
a_language_without_patterns_is_noted_once(void **state)
{
    Bench *bench = *state;
    bench->style.hyphenate = TRUE;
    bench->style.language = "tlh";
    TextLines lines = set(bench, "aa onderwijs bb onderwijs", 90);
    assert_written(&lines, "aa|onderwijs|bb|onderwijs");
    bench->place.line = 9;
    set(bench, "aa onderwijs bb onderwijs", 90);
    assert_messages(bench, 1, "afbreken-onbekend");
}

/* ---- What does not fit ---- */

static void
a_word_wider_than_the_line_is_broken_anywhere_and_told(void **state)
{
    Bench *bench = *state;
    char word[301];
    memset(word, 'q', 300);
    word[300] = '\0';
    TextLines lines = set(bench, word, 70);
    assert_int_equal(lines.count, 43);
    int letters = 0;
    for (int i = 0; i < lines.count; i++) {
        assert_true(lines.lines[i].width <= 7 * EM);
        assert_false(lines.lines[i].overfull);
        letters += lines.lines[i].pieces[0].length;
    }
    assert_int_equal(letters, 300);
    assert_messages(bench, 1, "woord-gebroken");
}

static void
a_box_wider_than_the_line_is_told(void **state)
{
    Bench *bench = *state;
    Paragraph *paragraph = begin(bench);
    add(bench, paragraph, "aa ", NULL);
    paragraph_add_box(paragraph, 9 * EM, NULL);
    add(bench, paragraph, " bb", NULL);
    TextLines lines = break_at(paragraph, 5 * EM);
    assert_written(&lines, "aa|#|bb");
    assert_false(lines.lines[0].overfull);
    assert_true(lines.lines[1].overfull);
    assert_messages(bench, 1, "regel-te-vol");
}

static void
no_measure_is_too_small(void **state)
{
    Bench *bench = *state;
    for (int measure = -1; measure <= 1; measure++) {
        TextLines lines = set(bench, "aa b-c dd", measure);
        assert_int_equal(lines.lines[lines.count - 1].pieces[0].length, 1);
    }
}

static const struct CMUnitTest tests[] = {
    TEST(lines_are_as_wide_as_their_characters),
    TEST(a_space_at_a_break_has_no_width_but_is_told),
    TEST(justified_lines_fill_their_measure_to_the_unit),
    TEST(lines_stand_where_alignment_puts_them),
    TEST(an_indent_makes_the_first_line_shorter_or_longer),
    TEST(each_line_has_its_own_measure),
    TEST(linefeeds_are_kept_and_tabs_are_spaces),
    TEST(nothing_makes_no_line),
    TEST(without_wrapping_lines_end_at_linefeeds_only),
    TEST(no_break_space_does_not_break_but_stretches),
    TEST(dutch_custom_rules_where_lines_end),
    TEST(a_break_after_a_one_letter_word_is_avoided),
    TEST(hyphens_are_drawn_and_not_in_the_text),
    TEST(letters_remain_and_are_pushed),
    TEST(the_letters_ij_stay_together),
    TEST(a_diaeresis_goes_at_a_break),
    TEST(soft_hyphens_are_the_only_places_of_their_word),
    TEST(hyphens_stand_no_more_often_in_a_row_than_allowed),
    TEST(a_language_without_patterns_is_noted_once),
    TEST(a_word_wider_than_the_line_is_broken_anywhere_and_told),
    TEST(a_box_wider_than_the_line_is_told),
    TEST(no_measure_is_too_small),
};

int
main(void)
{
    return cmocka_run_group_tests(tests, NULL, NULL);
}
