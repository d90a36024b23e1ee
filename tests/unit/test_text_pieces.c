#include "bench_text.h"

#include <time.h>

/* ---- Pieces ---- */

static void
a_piece_is_as_long_as_style_and_owner_allow(void **state)
{
    Bench *bench = *state;
    Paragraph *paragraph = begin(bench);
    add(bench, paragraph, "aa bb ", "one");
    add(bench, paragraph, "cc", "two");
    add(bench, paragraph, "dd", "two");
    bench->style.weight = 700;
    add(bench, paragraph, " ee ff", "two");
    TextLines lines = break_at(paragraph, 40 * EM);
    const TextLine *line = &lines.lines[0];
    assert_int_equal(line->piece_count, 3);
    assert_memory_equal(line->pieces[0].text, "aa bb ", 6);
    assert_memory_equal(line->pieces[1].text, "ccdd", 4);
    assert_memory_equal(line->pieces[2].text, " ee ff", 6);
    assert_string_equal(line->pieces[1].owner, "two");
    assert_int_equal(line->pieces[2].style->weight, 700);
    assert_ptr_not_equal(line->pieces[1].font, line->pieces[2].font);
}

static void
edges_stay_with_what_is_inside_them(void **state)
{
    Bench *bench = *state;
    Paragraph *paragraph = begin(bench);
    add(bench, paragraph, "aa ", NULL);
    paragraph_add_edge(paragraph, TRUE, EM, NULL);
    add(bench, paragraph, "bb cc", NULL);
    paragraph_add_edge(paragraph, FALSE, EM, NULL);
    add(bench, paragraph, " dd", NULL);
    TextLines lines = break_at(paragraph, 3 * EM);
    assert_written(&lines, "aa|<bb|cc>|dd");
    lines = break_at(paragraph, POINTS(65));
    assert_written(&lines, "aa <bb|cc> dd");
}

static void
spaces_inside_edges_vanish_at_a_break_too(void **state)
{
    Bench *bench = *state;
    Paragraph *paragraph = begin(bench);
    add(bench, paragraph, "aa", NULL);
    paragraph_add_edge(paragraph, TRUE, EM, NULL);
    add(bench, paragraph, " bb ", NULL);
    paragraph_add_edge(paragraph, FALSE, EM, NULL);
    add(bench, paragraph, "cc", NULL);
    TextLines lines = break_at(paragraph, 4 * EM);
    assert_written(&lines, "aa|<bb>|cc");
    assert_int_equal(lines.lines[1].width, 4 * EM);
}

static void
anchors_stay_with_what_follows(void **state)
{
    Bench *bench = *state;
    Paragraph *paragraph = begin(bench);
    add(bench, paragraph, "aa ", NULL);
    paragraph_add_anchor(paragraph, NULL);
    add(bench, paragraph, "bb", NULL);
    paragraph_add_anchor(paragraph, NULL);
    add(bench, paragraph, " cc", NULL);
    TextLines lines = break_at(paragraph, 2 * EM);
    assert_written(&lines, "aa|@bb|@cc");
}

static void
leaders_take_what_there_is_to_fill(void **state)
{
    Bench *bench = *state;
    bench->parameters.align_last = TEXT_JUSTIFY;
    Paragraph *paragraph = begin(bench);
    add(bench, paragraph, "een twee", NULL);
    paragraph_add_leader(paragraph, 0, EM, 100 * EM, NULL);
    add(bench, paragraph, "12", NULL);
    TextLines lines = break_at(paragraph, 30 * EM);
    assert_written(&lines, "een twee…12");
    assert_int_equal(lines.lines[0].width, 30 * EM);
    assert_int_equal(lines.lines[0].pieces[1].kind, TEXT_LEADER);
    assert_int_equal(lines.lines[0].pieces[1].width, 20 * EM);
    assert_int_equal(lines.lines[0].pieces[2].x, 28 * EM);
    /* Beyond its maximum the spaces take the rest. */
    paragraph = begin(bench);
    add(bench, paragraph, "a b", NULL);
    paragraph_add_leader(paragraph, 0, EM, 2 * EM, NULL);
    lines = break_at(paragraph, 10 * EM);
    assert_int_equal(lines.lines[0].pieces[0].width, 8 * EM);
    assert_int_equal(lines.lines[0].pieces[1].width, 2 * EM);
}

static void
text_from_right_to_left_stands_in_visual_order(void **state)
{
    Bench *bench = *state;
    /* Logical: aa ALEF BET 12 GIMEL bb. Visual: aa GIMEL 12 BET ALEF bb. */
    TextLines lines = set(bench, "aa אב 12 ג bb", 300);
    assert_int_equal(lines.count, 1);
    const TextLine *line = &lines.lines[0];
    static const struct {
        const char *text;
        int level;
    } expected[] = {{"aa ", 0}, {" ג", 1}, {"12", 2}, {"אב ", 1}, {" bb", 0}};
    assert_int_equal(line->piece_count, G_N_ELEMENTS(expected));
    for (gsize i = 0; i < G_N_ELEMENTS(expected); i++) {
        assert_int_equal(line->pieces[i].level, expected[i].level);
        assert_int_equal(line->pieces[i].length, strlen(expected[i].text));
        assert_memory_equal(line->pieces[i].text, expected[i].text,
                            strlen(expected[i].text));
    }
    /* From left to right the clusters of its text fall. */
    const PangoGlyphString *glyphs = line->pieces[3].glyphs;
    for (int i = 1; i < glyphs->num_glyphs; i++)
        assert_true(glyphs->log_clusters[i] < glyphs->log_clusters[i - 1]);
    assert_int_equal(line->width, 13 * EM);
}

static void
hanging_punctuation_stands_outside_the_measure(void **state)
{
    Bench *bench = *state;
    bench->parameters.align = TEXT_JUSTIFY;
    bench->parameters.protrude = TRUE;
    TextLines lines = set(bench, "“aa bb. ccccc dd", 55);
    assert_written(&lines, "“aa bb.|ccccc|dd");
    /* Half of the quotation mark and 70 % of the full stop hang out. */
    assert_int_equal(lines.lines[0].indent, -POINTS(5));
    assert_int_equal(lines.lines[0].width, POINTS(55 + 5 + 7));
    assert_int_equal(lines.lines[1].indent, 0);
    bench->style.hyphenate = TRUE;
    lines = set(bench, "onderwijs", 53);
    assert_written(&lines, "onder-|wijs");
    assert_false(lines.lines[0].overfull);
}

/* ---- Fonts ---- */

static void
a_character_that_no_font_has_is_replaced_and_told(void **state)
{
    Bench *bench = *state;
    TextLines lines = set(bench, "aЖb", 100);
    assert_written(&lines, "aЖb"); /* the text keeps it */
    const TextPiece *piece = &lines.lines[0].pieces[0];
    assert_int_equal(piece->glyphs->num_glyphs, 3);
    assert_int_equal(piece->glyphs->log_clusters[2], 3);
    TextPiece *stand_in =
        text_shape(bench->text, bench->arena, "\xEF\xBF\xBD", 3,
                   text_style(bench->text, &bench->style), NULL, bench->diag);
    assert_int_equal(piece->glyphs->glyphs[1].glyph, stand_in->glyphs->glyphs[0].glyph);
    assert_messages(bench, 1, "teken-ontbreekt");
    bench->place.line = 8; /* at each place */
    set(bench, "aЖb", 100);
    assert_messages(bench, 2, "teken-ontbreekt");
}

static void
a_font_that_does_not_exist_is_told_once(void **state)
{
    Bench *bench = *state;
    bench->style.families = "Driehoek, 'Rond'";
    TextMetrics metrics;
    assert_false(text_metrics(bench->text, text_style(bench->text, &bench->style),
                              &metrics, &bench->place, bench->diag));
    assert_int_equal(metrics.ascent, POINTS(8));
    TextLines lines = set(bench, "aa", 100);
    assert_int_equal(lines.lines[0].width, 2 * EM);
    bench->place.line = 8;
    set(bench, "aa", 100);
    assert_messages(bench, 1, "lettertype-onbekend");
    guint count;
    assert_string_equal(
        diag_messages(bench->diag, &count)->text,
        "het lettertype “Driehoek, Rond” bestaat niet; gezet in “Vierkant”");
}

static void
generic_families_exist(void **state)
{
    Bench *bench = *state;
    static const char *const names[] = {"serif", "sans-serif", "monospace", NULL};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        TextMetrics metrics;
        bench->style.families = names[i];
        assert_true(text_metrics(bench->text, text_style(bench->text, &bench->style),
                                 &metrics, &bench->place, bench->diag));
    }
    assert_messages(bench, 0, "");
}

static void
nothing_is_emboldened_or_slanted_unsaid(void **state)
{
    Bench *bench = *state;
    bench->style.weight = 700;
    bench->style.slant =
        PANGO_STYLE_ITALIC; /* the family has bold and italic, not both */
    TextLines lines = set(bench, "aa", 100);
    assert_int_equal(lines.lines[0].width, 2 * EM);
    assert_messages(bench, 1, "lettersoort-ontbreekt");
}

static void
metrics_are_the_font_s(void **state)
{
    Bench *bench = *state;
    TextMetrics metrics;
    assert_true(text_metrics(bench->text, text_style(bench->text, &bench->style),
                             &metrics, &bench->place, bench->diag));
    assert_int_equal(metrics.ascent, POINTS(8));
    assert_int_equal(metrics.descent, POINTS(2));
    assert_int_equal(metrics.x_height, POINTS(5));
    assert_int_equal(metrics.cap_height, POINTS(7));
    assert_int_equal(metrics.underline_offset, POINTS(1));
    assert_int_equal(metrics.underline_thickness, POINTS(0.5));
    assert_int_equal(metrics.strike_offset, POINTS(2.75));
    assert_int_equal(metrics.strike_thickness, POINTS(0.5));
}

static void
equal_styles_are_one(void **state)
{
    Bench *bench = *state;
    const TextStyle *style = text_style(bench->text, &bench->style);
    g_autofree char *name = g_strdup("Vierkant");
    bench->style.families = name;
    assert_ptr_equal(text_style(bench->text, &bench->style), style);
    assert_ptr_equal(text_style(bench->text, style), style);
    bench->style.push = 3;
    assert_ptr_not_equal(text_style(bench->text, &bench->style), style);
}

static void
letters_and_words_are_spaced_as_asked(void **state)
{
    Bench *bench = *state;
    bench->style.letter_spacing = POINTS(1);
    bench->style.word_spacing = POINTS(3);
    TextLines lines = set(bench, "aaa bb", 200);
    assert_int_equal(lines.lines[0].width, POINTS(32 + 15 + 21));
    TextPiece *dots =
        text_shape(bench->text, bench->arena, "...", 3,
                   text_style(bench->text, &bench->style), NULL, bench->diag);
    assert_int_equal(dots->width, POINTS(32));
    assert_int_equal(dots->length, 3);
}

static void
a_paragraph_knows_its_narrowest_and_widest(void **state)
{
    Bench *bench = *state;
    Length minimum, maximum;
    Paragraph *paragraph = begin(bench);
    add(bench, paragraph, "aa bbbb-bbb c\nonderwijs dd", NULL);
    paragraph_extent(paragraph, &minimum, &maximum);
    assert_int_equal(minimum, 9 * EM);
    assert_int_equal(maximum, 13 * EM);
    bench->style.hyphenate = TRUE;
    paragraph = begin(bench);
    add(bench, paragraph, "aa bbbb-bbb c onderwijs dd", NULL);
    paragraph_extent(paragraph, &minimum, &maximum);
    assert_int_equal(minimum, 5 * EM); /* bbbb- */
    assert_int_equal(maximum, 26 * EM);
    TextLines lines = break_at(paragraph, minimum);
    for (int i = 0; i < lines.count; i++)
        assert_false(lines.lines[i].overfull);
}

/* ---- Real fonts ---- */

static void
real_fonts_kern_join_and_fill_their_lines(void **state)
{
    Bench *bench = *state;
    GError *error = NULL;
    text_free(bench->text);
    bench->text = text_new("fonts/fonts.conf", &error);
    assert_null(error);
    bench->style.families = "Vollkorn, serif";
    bench->style.hyphenate = TRUE;
    bench->parameters.align = TEXT_JUSTIFY;
    bench->parameters.protrude = TRUE;
    TextLines lines =
        set(bench,
            "De officiële, effectieve afdeling fietst vlijtig door de provincie; "
            "onderwijsinstellingen bieden competentierapporten aan voor iedere "
            "sollicitant, ’s ochtends en ’s avonds → twee-eenheid. AVATAR VVV To Te.",
            180);
    assert_true(lines.count > 3);
    assert_messages(bench, 0, "");
    for (int i = 0; i < lines.count - 1; i++) {
        Length outside = lines.lines[i].width - POINTS(180);
        assert_in_range(outside, 0, POINTS(5));
    }
    lines = set(bench, "ja ☐", 180); /* from the font of symbols */
    assert_int_equal(lines.lines[0].piece_count, 2);
    assert_ptr_not_equal(lines.lines[0].pieces[0].font, lines.lines[0].pieces[1].font);
    assert_messages(bench, 0, "");
    const TextStyle *roman = text_style(bench->text, &bench->style);
    bench->style.features = "smcp=1";
    const TextStyle *capitals = text_style(bench->text, &bench->style);
    TextPiece *a =
        text_shape(bench->text, bench->arena, "ab", 2, roman, NULL, bench->diag);
    TextPiece *b =
        text_shape(bench->text, bench->arena, "ab", 2, capitals, NULL, bench->diag);
    assert_int_not_equal(a->glyphs->glyphs[0].glyph, b->glyphs->glyphs[0].glyph);
    assert_messages(bench, 0, "");
}

/* ---- Size ---- */

static void
a_hundred_thousand_words_take_a_moment(void **state)
{
    Bench *bench = *state;
    static const char *const words[] = {"onderwijs ", "aan ", "de ",      "betaling ",
                                        "van ",       "een ", "overleg ", "wij "};
    clock_t took[2];
    bench->style.hyphenate = TRUE;
    bench->parameters.align = TEXT_JUSTIFY;
    for (int i = 0; i < 2; i++) {
        clock_t begun = clock();
        GString *characters = g_string_new(NULL);
        for (int j = 0; j < 10000 * (i ? 10 : 1); j++)
            g_string_append(characters, words[(j * 7 + j / 5) % 8]);
        TextLines lines = set(bench, characters->str, 400);
        assert_true(lines.count > 1000);
        g_string_free(characters, TRUE);
        took[i] = clock() - begun;
    }
    assert_true(took[1] < 30 * took[0] + CLOCKS_PER_SEC);
    assert_true(took[1] < 60 * CLOCKS_PER_SEC);
}

static void
a_word_of_a_hundred_thousand_letters_too(void **state)
{
    Bench *bench = *state;
    bench->style.hyphenate = TRUE;
    char *word = g_strnfill(100000, 'a');
    clock_t begun = clock();
    TextLines lines = set(bench, word, 400);
    assert_int_equal(lines.count, 2500);
    assert_true(clock() - begun < 20 * CLOCKS_PER_SEC);
    for (int i = 0; i < 100000; i++)
        word[i] = "a-"[i % 2];
    set(bench, word, 400);
    for (int i = 0; i < 100000; i++)
        word[i] = " \n"[i % 7 == 0];
    set(bench, word, 400);
    g_free(word);
    assert_true(clock() - begun < 40 * CLOCKS_PER_SEC);
}

static const char *const bits[] = {"a",
                                   "bc",
                                   "onderwijs",
                                   " ",
                                   " ",
                                   " ",
                                   "-",
                                   "–",
                                   "(",
                                   ")",
                                   "\xC2\xA0",
                                   "\xC2\xAD",
                                   "אב",
                                   "12",
                                   "“",
                                   "”",
                                   "e\xCC\x81",
                                   "/",
                                   "中文",
                                   "\n",
                                   "…",
                                   "\xE2\x80\x8B",
                                   "\xE2\x80\x8F",
                                   "ѣ",
                                   "\xE2\x80\x8D",
                                   "\t",
                                   "\xF0\x9F\x98\x80",
                                   ".",
                                   "ï",
                                   "\xFF",
                                   "ﬁ",
                                   "\xE2\x80\xAE"};

/* Fills a paragraph with bits; counts the bytes of its characters. */
static void
add_bits(Bench *bench, Paragraph *paragraph, GRand *random, int *bytes)
{
    int count = g_rand_int_range(random, 0, 40);
    for (int i = 0; i < count; i++) {
        const char *bit = bits[g_rand_int_range(random, 0, G_N_ELEMENTS(bits))];
        add(bench, paragraph, bit, i % 5 ? NULL : bench);
        for (const char *at = bit; *at; at++)
            bytes[(guchar)*at]++;
        if (g_rand_int_range(random, 0, 9) == 0)
            paragraph_add_edge(paragraph, g_rand_boolean(random), EM, NULL);
        if (g_rand_int_range(random, 0, 19) == 0)
            paragraph_add_anchor(paragraph, NULL);
        if (g_rand_int_range(random, 0, 19) == 0)
            paragraph_add_leader(paragraph, 0, EM, 3 * EM, NULL);
    }
}

static void
count_back(const TextLines *lines, int *bytes)
{
    for (int i = 0; i < lines->count; i++)
        for (int j = 0; j < lines->lines[i].piece_count; j++) {
            const TextPiece *piece = &lines->lines[i].pieces[j];
            for (int k = 0; k < piece->length; k++)
                bytes[(guchar)piece->text[k]]--;
        }
}

/* Any characters in any order: nothing fails, and of the text nothing is lost. */
static void
no_text_is_lost(void **state)
{
    Bench *bench = *state;
    GRand *random = g_rand_new_with_seed(14);
    for (int round = 0; round < 1500; round++) {
        g_autoptr(Arena) arena = arena_new();
        bench->style.hyphenate = round % 2;
        bench->style.letter_spacing = round % 5 == 0 ? POINTS(1) : 0;
        bench->parameters.align = round % 4;
        bench->parameters.align_last = round / 4 % 4;
        bench->parameters.protrude = round % 3 == 0;
        bench->parameters.right_to_left = round % 7 == 0;
        bench->parameters.wrap = round % 11 != 0;
        Paragraph *paragraph = paragraph_new(bench->text, arena, &bench->parameters,
                                             &bench->place, bench->diag);
        int bytes[256] = {0};
        add_bits(bench, paragraph, random, bytes);
        TextLines lines = break_at(paragraph, g_rand_int_range(random, 1, 20) * EM);
        count_back(&lines, bytes);
        for (const char *c = "abcdeiojnrsw12.()/-"; *c; c++)
            assert_int_equal(bytes[(guchar)*c], 0);
        assert_int_equal(bytes[0xD7], 0); /* Hebrew */
        assert_int_equal(bytes[0xE4], 0); /* Chinese */
        assert_int_equal(bytes[0xCC], 0); /* the accent */
    }
    g_rand_free(random);
}

static void
text_stays_in_order(void **state)
{
    Bench *bench = *state;
    GRand *random = g_rand_new_with_seed(15);
    bench->style.hyphenate = TRUE;
    for (int round = 0; round < 500; round++) {
        g_autoptr(Arena) arena = arena_new();
        bench->parameters.align = round % 4;
        Paragraph *paragraph = paragraph_new(bench->text, arena, &bench->parameters,
                                             &bench->place, bench->diag);
        g_autoptr(GString) put = g_string_new(NULL), got = g_string_new(NULL);
        for (int i = 0; i < 200; i++) {
            char letter = "abcdefgijklnnoorst.,- ee"[g_rand_int_range(random, 0, 24)];
            gboolean space = put->len > 0 && put->str[put->len - 1] == ' ';
            if (letter == ' ' && (space || put->len == 0))
                continue;
            g_string_append_c(put, letter);
            add(bench, paragraph, (char[]){letter, '\0'}, i % 7 ? NULL : bench);
        }
        TextLines lines = break_at(paragraph, g_rand_int_range(random, 3, 40) * EM);
        for (int i = 0; i < lines.count; i++)
            for (int j = 0; j < lines.lines[i].piece_count; j++)
                g_string_append_len(got, lines.lines[i].pieces[j].text,
                                    lines.lines[i].pieces[j].length);
        g_strchomp(put->str);
        assert_string_equal(got->str, put->str);
    }
    g_rand_free(random);
}

static const struct CMUnitTest tests[] = {
    TEST(a_piece_is_as_long_as_style_and_owner_allow),
    TEST(edges_stay_with_what_is_inside_them),
    TEST(spaces_inside_edges_vanish_at_a_break_too),
    TEST(anchors_stay_with_what_follows),
    TEST(leaders_take_what_there_is_to_fill),
    TEST(text_from_right_to_left_stands_in_visual_order),
    TEST(hanging_punctuation_stands_outside_the_measure),
    TEST(a_character_that_no_font_has_is_replaced_and_told),
    TEST(a_font_that_does_not_exist_is_told_once),
    TEST(generic_families_exist),
    TEST(nothing_is_emboldened_or_slanted_unsaid),
    TEST(metrics_are_the_font_s),
    TEST(equal_styles_are_one),
    TEST(letters_and_words_are_spaced_as_asked),
    TEST(a_paragraph_knows_its_narrowest_and_widest),
    TEST(real_fonts_kern_join_and_fill_their_lines),
    TEST(a_hundred_thousand_words_take_a_moment),
    TEST(a_word_of_a_hundred_thousand_letters_too),
    TEST(no_text_is_lost),
    TEST(text_stays_in_order),
};

int
main(void)
{
    return cmocka_run_group_tests(tests, NULL, NULL);
}
