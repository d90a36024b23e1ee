#include "bench_text.h"

/* What Dutch custom asks of the ends of lines. Measures are in letters. */

typedef struct Case {
    const char *characters;
    double measure; /* ems */
    const char *expected;
} Case;

static void
assert_cases(Bench *bench, const Case *cases, gsize count)
{
    for (gsize i = 0; i < count; i++) {
        TextLines lines = set(bench, cases[i].characters, 10 * cases[i].measure);
        assert_written(&lines, cases[i].expected);
    }
    assert_messages(bench, 0, "");
}

static void
a_number_stays_with_what_it_counts(void **state)
{
    static const Case cases[] = {
        {"ruim 20 km weg", 8, "ruim|20 km|weg"},
        {"ruim 20 km, weg", 8, "ruim|20 km,|weg"},
        {"ruim 20 koeien", 8, "ruim 20|koeien"},
        {"met 3,5 miljoen", 12, "met|3,5 miljoen"},
        {"aaa 10 000 bb", 6, "aaa|10 000|bb"},
        {"lees blz. 12 nu", 9, "lees|blz. 12|nu"},
        {"lees (art. 3) nu", 10, "lees|(art. 3)|nu"},
        {"en § 14 ook", 4, "en|§ 14|ook"},
    };
    assert_cases(*state, cases, G_N_ELEMENTS(cases));
}

static void
a_name_stays_with_what_stands_before_it(void **state)
{
    static const Case cases[] = {
        {"door J.P. de Boer", 9, "door|J.P. de|Boer"},
        {"door Th. Boer nu", 8, "door|Th. Boer|nu"},
        {"aan drs. Boer nu", 9, "aan|drs. Boer|nu"},
        {"de drs. doet wat", 7, "de drs.|doet|wat"},
    };
    assert_cases(*state, cases, G_N_ELEMENTS(cases));
}

static void
what_is_bound_parts_before_a_word_is_broken_anywhere(void **state)
{
    Bench *bench = *state;
    TextLines lines = set(bench, "blz. 12345", 50);
    assert_written(&lines, "blz.|12345");
    assert_messages(bench, 0, "");
}

static void
an_apostrophe_stays_with_its_letters_and_they_with_the_word(void **state)
{
    static const Case cases[] = {
        {"dan 's avonds", 9, "dan|'s avonds"},
        {"dan ’s avonds", 9, "dan|’s avonds"},
        {"als foto's zien", 6, "als|foto's|zien"},
        {"in 's-Gravenhage", 13, "in|'s-Gravenhage"},
    };
    assert_cases(*state, cases, G_N_ELEMENTS(cases));
}

static void
an_ellipsis_begins_no_line(void **state)
{
    static const Case cases[] = {
        {"bbb aaaa … c", 8, "bbb|aaaa … c"},
        {"bbb aaaa ... c", 10, "bbb|aaaa ... c"},
    };
    assert_cases(*state, cases, G_N_ELEMENTS(cases));
}

static void
an_address_goes_on_behind_a_slash_and_before_a_sign(void **state)
{
    Bench *bench = *state;
    static const Case cases[] = {
        {"https://www.aa.nl/bcd/efg", 18, "https://www.aa.nl/|bcd/efg"},
        {"https://www.aa.nl/bcd?efg=1", 21, "https://www.aa.nl/|bcd?efg=1"},
        {"opbouwwerk@voorbeeld.nl", 20, "opbouwwerk|@voorbeeld.nl"},
        {"voorbeeld.nl/teksten/over", 21, "voorbeeld.nl/teksten/|over"},
        {"https://www.aa.nl", 13, "https://www|.aa.nl"},
    };
    bench->style.hyphenate = TRUE;
    assert_cases(bench, cases, G_N_ELEMENTS(cases));
}

static void
a_name_is_divided_less_readily_than_a_word(void **state)
{
    Bench *bench = *state;
    bench->style.hyphenate = TRUE;
    bench->parameters.align = TEXT_JUSTIFY;
    TextLines lines = set(bench, "aaa bb onderwijs cc dd onderwijs ee ff g", 130);
    g_autofree char *word = written(&lines);
    lines = set(bench, "aaa bb Onderwijs cc dd Onderwijs ee ff g", 130);
    g_autofree char *name = written(&lines);
    int in_words = 0, in_names = 0;
    for (const char *at = word; (at = strstr(at, "-|")); at++)
        in_words++;
    for (const char *at = name; (at = strstr(at, "-|")); at++)
        in_names++;
    assert_true(in_names <= in_words);
}

static void
capitals_of_an_abbreviation_are_not_divided(void **state)
{
    Bench *bench = *state;
    bench->style.hyphenate = TRUE;
    static const Case cases[] = {
        {"aaaa UNESCO", 8, "aaaa|UNESCO"},
        {"aaaa ONDERWIJS", 11, "aaaa ONDER-|WIJS"},
    };
    assert_cases(bench, cases, G_N_ELEMENTS(cases));
}

/* ---- Spelling that changes at a hyphen ---- */

/* The glyphs of a line's first piece are those of `shown`, and its text is
 * `text`. */
static void
assert_shown(Bench *bench, const TextLine *line, const char *shown, const char *text)
{
    const TextPiece *piece = &line->pieces[0];
    TextPiece *plain =
        text_shape(bench->text, bench->arena, shown, (int)strlen(shown),
                   text_style(bench->text, &bench->style), NULL, bench->diag);
    assert_int_equal(piece->glyphs->num_glyphs, plain->glyphs->num_glyphs);
    for (int i = 0; i < plain->glyphs->num_glyphs; i++)
        assert_int_equal(piece->glyphs->glyphs[i].glyph,
                         plain->glyphs->glyphs[i].glyph);
    assert_int_equal(piece->length, strlen(text));
    assert_memory_equal(piece->text, text, strlen(text));
}

static void
the_spelling_of_a_divided_word_is_right_and_its_text_whole(void **state)
{
    Bench *bench = *state;
    static const struct {
        const char *word;
        double measure;
        const char *first, *first_text, *second, *second_text;
    } cases[] = {
        {"ideeën", 5, "idee\u2010", "idee", "en", "ën"},
        {"zo\u00ADëven", 5, "zo\u2010", "zo", "even", "ëven"},
        {"be\u00ADïnvloeden", 9, "be\u2010", "be", "invloeden", "ïnvloeden"},
        {"na\u00ADäpen", 5, "na\u2010", "na", "apen", "äpen"},
        {"autoo\u00ADtje", 6, "auto\u2010", "autoo", "tje", "tje"},
        {"omaa\u00ADtjes", 5, "oma\u2010", "omaa", "tjes", "tjes"},
    };
    bench->style.hyphenate = TRUE;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        TextLines lines = set(bench, cases[i].word, 10 * cases[i].measure);
        assert_int_equal(lines.count, 2);
        assert_shown(bench, &lines.lines[0], cases[i].first, cases[i].first_text);
        assert_shown(bench, &lines.lines[1], cases[i].second, cases[i].second_text);
        const TextPiece *piece = &lines.lines[0].pieces[0];
        assert_int_equal(piece->glyphs->log_clusters[piece->glyphs->num_glyphs - 1],
                         piece->length);
    }
    assert_messages(bench, 0, "");
}

static void
a_word_whose_stem_is_not_known_is_not_divided_before_tje(void **state)
{
    Bench *bench = *state;
    bench->style.hyphenate = TRUE;
    TextLines lines = set(bench, "cafeetje", 70);
    g_autofree char *text = written(&lines);
    assert_null(strstr(text, "cafee-"));
}

/* ---- The last line ---- */

static void
a_paragraph_does_not_end_in_a_scrap(void **state)
{
    Bench *bench = *state;
    for (int justified = 0; justified < 2; justified++) {
        bench->parameters.align = justified ? TEXT_JUSTIFY : TEXT_START;
        double measure = justified ? 195 : 200;
        TextLines lines = set(bench, "aa bb cc dd ee ff gg h", measure);
        assert_written(&lines, "aa bb cc dd ee ff|gg h");
        lines = set(bench, "aa bb cc dd ee ff gg hhhh", measure);
        assert_written(&lines, "aa bb cc dd ee ff gg|hhhh");
    }
    bench->parameters.align = TEXT_START;
    /* Nor in one that is shorter than the indent of the next one. */
    bench->parameters.indent = 5 * EM;
    TextLines lines = set(bench, "aa bb cc ddd e hhhh", 200);
    assert_written(&lines, "aa bb cc ddd|e hhhh");
}

static void
a_last_line_is_no_part_of_a_word(void **state)
{
    Bench *bench = *state;
    bench->style.hyphenate = TRUE;
    bench->parameters.align = TEXT_JUSTIFY;
    const char *words = "aa bb cc dd ee ff gg hh ii jj kk ll";
    g_autofree char *whole = g_strconcat(words, " onderwijs", NULL);
    g_autofree char *expected = g_strconcat(words, "|onderwijs", NULL);
    TextLines lines = set(bench, whole, 410);
    assert_written(&lines, expected);
}

static void
a_line_that_nothing_can_fill_is_told(void **state)
{
    Bench *bench = *state;
    bench->parameters.align = TEXT_JUSTIFY;
    TextLines lines =
        set(bench, "aa bb cccccccccccccccccc dddddddddddddddddd eee", 180);
    assert_written(&lines, "aa bb|cccccccccccccccccc|dddddddddddddddddd|eee");
    assert_int_equal(lines.lines[0].width, POINTS(180));
    assert_messages(bench, 1, "regel-te-los");
}

/* ---- Expansion of glyphs ---- */

static void
glyphs_expand_before_spaces_do(void **state)
{
    Bench *bench = *state;
    bench->parameters.align = TEXT_JUSTIFY;
    bench->parameters.expansion = 20;
    /* Nine letters and two spaces for 112 pt: two more for the letters, and 0.2
   * for spaces. */
    TextLines lines = set(bench, "aaa bbb ccc dddddd", 112);
    const TextLine *line = &lines.lines[0];
    assert_int_equal(line->width, POINTS(112));
    assert_int_equal(line->pieces[0].expansion, 20);
    const PangoGlyphString *glyphs = line->pieces[0].glyphs;
    assert_int_equal(glyphs->glyphs[0].geometry.width, EM + EM / 50);
    assert_in_range(glyphs->glyphs[3].geometry.width, EM, POINTS(10.2));
    lines = set(bench, "aaa bbb ccc dddddd", 109);
    assert_int_equal(lines.lines[0].width, POINTS(109));
    assert_int_equal(lines.lines[0].pieces[0].expansion, -10);
    /* A last line is left as it is. */
    assert_int_equal(lines.lines[1].pieces[0].expansion, 0);
}

static const struct CMUnitTest tests[] = {
    TEST(a_number_stays_with_what_it_counts),
    TEST(a_name_stays_with_what_stands_before_it),
    TEST(what_is_bound_parts_before_a_word_is_broken_anywhere),
    TEST(an_apostrophe_stays_with_its_letters_and_they_with_the_word),
    TEST(an_ellipsis_begins_no_line),
    TEST(an_address_goes_on_behind_a_slash_and_before_a_sign),
    TEST(a_name_is_divided_less_readily_than_a_word),
    TEST(capitals_of_an_abbreviation_are_not_divided),
    TEST(the_spelling_of_a_divided_word_is_right_and_its_text_whole),
    TEST(a_word_whose_stem_is_not_known_is_not_divided_before_tje),
    TEST(a_paragraph_does_not_end_in_a_scrap),
    TEST(a_last_line_is_no_part_of_a_word),
    TEST(a_line_that_nothing_can_fill_is_told),
    TEST(glyphs_expand_before_spaces_do),
};

int
main(void)
{
    return cmocka_run_group_tests(tests, NULL, NULL);
}
