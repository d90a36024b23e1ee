#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "inspect/inspect.h"
#include "pdf/pdf.h"
#include "render/render.h"
#include "sample.h"

static Drawing *
drawn(Sample *sample)
{
    g_autoptr(GError) error = NULL;
    Drawing *drawing = render_pdf(sample->document, &error);
    if (!drawing)
        fail_msg("%s", error->message);
    return drawing;
}

static const DrawingPage *
first_page(const Drawing *drawing)
{
    return g_ptr_array_index(drawing->pages, 0);
}

static Area *
add_box(Sample *sample, Area *parent, const AreaBox *box, int x, int y, int width,
        int height)
{
    Area *area = sample_add(sample, parent, AREA_BLOCK, POINTS(x), POINTS(y),
                            POINTS(width), POINTS(height));
    area->box = box;
    return area;
}

static Sample
empty_page(Area **page)
{
    Sample sample = sample_begin();
    *page = sample_page(&sample, NULL);
    return sample;
}

static void
shapes_of_one_colour_are_one_path(void **state)
{
    (void)state;
    Area *page;
    Sample sample = empty_page(&page);
    const AreaBox ground = {.background = {255, 0, 0, 255}};
    AreaBox ruled = {0};
    ruled.border[AREA_TOP] = (AreaBorder){POINTS(0.5), AREA_RULE_SOLID, {0, 0, 0, 255}};
    add_box(&sample, page, &ground, 10, 20, 30, 40);
    add_box(&sample, page, &ground, 50, 20, 30, 40);
    add_box(&sample, page, &ruled, 10, 100, 30, 40);
    g_autoptr(Drawing) drawing = drawn(&sample);
    assert_string_equal(first_page(drawing)->content->str,
                        "/Artifact BMC\n"
                        "1 0 0 rg\n10 500 30 40 re\n50 500 30 40 re\nf\n"
                        "0 0 0 RG\n0.5 w\n10 459.75 m\n40 459.75 l\nS\n"
                        "EMC\n");
    sample_end(&sample);
}

static void
what_shines_through_sets_its_opacity(void **state)
{
    (void)state;
    Area *page;
    Sample sample = empty_page(&page);
    const AreaBox veil = {.background = {0, 0, 255, 51}};
    const AreaBox solid = {.background = {0, 0, 255, 255}};
    add_box(&sample, page, &veil, 0, 0, 10, 10);
    add_box(&sample, page, &solid, 0, 0, 10, 10);
    g_autoptr(Drawing) drawing = drawn(&sample);
    assert_string_equal(first_page(drawing)->content->str,
                        "/Artifact BMC\n/A51 gs\n0 0 1 rg\n0 550 10 10 re\nf\n"
                        "/A255 gs\n0 550 10 10 re\nf\nEMC\n");
    assert_true(first_page(drawing)->alphas[51]);
    assert_false(first_page(drawing)->alphas[52]);
    sample_end(&sample);
}

/* PDF/A-2, 6.1.13: saved states nest 28 deep at most. */
static void
clips_within_clips_are_one(void **state)
{
    (void)state;
    Area *page;
    Sample sample = empty_page(&page);
    const AreaBox box = {.background = {0, 255, 0, 255}};
    Area *outer = add_box(&sample, page, NULL, 10, 10, 100, 100);
    Area *inner = add_box(&sample, outer, NULL, 50, 20, 100, 50);
    outer->clip = inner->clip = TRUE;
    add_box(&sample, inner, &box, 0, 0, 10, 10);
    add_box(&sample, outer, &box, 0, 0, 10, 10);
    g_autoptr(Drawing) drawing = drawn(&sample);
    assert_string_equal(first_page(drawing)->content->str,
                        "q 10 450 100 100 re\nW n\nQ\n"
                        "q 60 480 50 50 re\nW n\n"
                        "/Artifact BMC\n0 1 0 rg\n60 520 10 10 re\nf\nEMC\nQ\n"
                        "q 10 450 100 100 re\nW n\n"
                        "/Artifact BMC\n0 1 0 rg\n10 540 10 10 re\nf\nEMC\nQ\n");
    sample_end(&sample);
}

/* Codes in strings may be 0. */
static gboolean
holds(const GString *content, const char *words)
{
    gsize length = strlen(words);
    for (gsize i = 0; i + length <= content->len; i++)
        if (memcmp(content->str + i, words, length) == 0)
            return TRUE;
    return FALSE;
}

static void
assert_holds(const GString *content, const char *wanted)
{
    if (!holds(content, wanted))
        fail_msg("“%s” is not in the content", wanted);
}

/* The glyph of the hyphen is that of a word's own first; then it is one that is no part of
 * the word, and says so. */
static void
a_glyph_tells_of_what_it_stands_for_each_time(void **state)
{
    (void)state;
    static const char *const lines[] = {"a-b", "compe=", NULL};
    Sample sample = sample_begin();
    sample_page(&sample, NULL);
    sample_lines(&sample, NULL, "DejaVu Sans 10", lines);
    g_autoptr(Drawing) drawing = drawn(&sample);
    assert_int_equal(drawing->fonts->len, 1);
    DrawingFont *font = g_ptr_array_index(drawing->fonts, 0);
    hb_codepoint_t hyphen;
    assert_true(hb_font_get_nominal_glyph(font->metrics, '-', &hyphen));
    guint code = font->codes[hyphen];
    assert_string_equal(drawing_glyph(font, code)->text, "-");
    assert_holds(first_page(drawing)->content, "/Span<</ActualText<FEFF00AD>>>BDC\n(");
    assert_false(holds(first_page(drawing)->content, "FEFF002D"));
    sample_end(&sample);
}

static void
one_font_serves_all_sizes(void **state)
{
    (void)state;
    static const char *const words[] = {"woord", NULL};
    Sample sample = sample_begin();
    sample_page(&sample, NULL);
    sample_lines(&sample, NULL, "DejaVu Sans 10", words);
    sample_lines(&sample, NULL, "DejaVu Sans 7.5", words);
    g_autoptr(Drawing) drawing = drawn(&sample);
    assert_int_equal(drawing->fonts->len, 1);
    assert_holds(first_page(drawing)->content, "/F0 10 Tf\n");
    assert_holds(first_page(drawing)->content, "/F0 7.5 Tf\n");
    sample_end(&sample);
}

static void
text_of_a_turned_frame_is_turned(void **state)
{
    (void)state;
    Sample sample = sample_begin();
    sample_page(&sample, NULL);
    sample_turned(&sample);
    g_autoptr(Drawing) drawing = drawn(&sample);
    assert_holds(first_page(drawing)->content, "\n0 1 -1 0 341 190 Tm\n");
    sample_end(&sample);
}

static void
an_image_is_drawn_once(void **state)
{
    (void)state;
    Sample sample = sample_begin();
    sample_page(&sample, NULL);
    sample_figure(&sample);
    const AreaImage *image = sample.region->last->first->u.image.image;
    AreaBox tiled = {.repeat_x = TRUE, .image = image};
    add_box(&sample, sample.region, &tiled, 0, 100, 300, 50);
    g_autoptr(Drawing) drawing = drawn(&sample);
    assert_int_equal(drawing->pictures->len, 1);
    assert_holds(first_page(drawing)->content,
                 "/Span<</MCID 0>>BDC\nq 1 0 0 1 40 450 cm /P0 Do Q\nEMC\n");
    assert_true(drawing->picture_file->len > 0);
    sample_end(&sample);
}

/* However much smaller than it was first, it has the size that was asked for. */
static void
an_image_shrinks_as_far_as_asked_for(void **state)
{
    (void)state;
    Sample sample = sample_begin();
    sample_page(&sample, NULL);
    sample_figure(&sample);
    Area *small = arena_new0(sample.arena, Area);
    *small = *sample.region->last->first;
    Area *block = sample_block(&sample, NULL, POINTS(10));
    block->first = block->last = small;
    small->parent = block;
    small->u.image.width /= 3000;
    small->u.image.height /= 3000;
    g_autoptr(Drawing) drawing = drawn(&sample);
    assert_holds(first_page(drawing)->content, "q 0.000");
    sample_end(&sample);
}

static void
add_figure(Sample *sample, const char *svg, Area *text)
{
    AreaFigure *figure = figure_read(sample->arena, svg, strlen(svg));
    assert_non_null(figure);
    figure->items[figure->item_count - 1].area = text;
    Area *block = sample_block(sample, NULL, POINTS(50));
    Area *image = sample_add(sample, block, AREA_IMAGE, 0, 0, POINTS(100), POINTS(50));
    image->u.image.image = image_from_figure(sample->arena, figure);
    image->u.image.width = POINTS(100);
    image->u.image.height = POINTS(50);
}

/* Twice as large as it is. */
static void
a_figure_is_drawn_as_large_as_asked_for(void **state)
{
    (void)state;
    static const char svg[] =
        "<svg xmlns='http://www.w3.org/2000/svg' width='50pt' height='25pt' "
        "viewBox='0 0 50 25'>"
        "<rect x='1' y='2' width='3' height='4' fill='#f00' stroke='#00f'/>"
        "<text x='40' y='20' font-family='DejaVu Sans' font-size='5' "
        "text-anchor='end'>woord</text></svg>";
    Sample sample = sample_begin();
    sample_page(&sample, NULL);
    Length x = 0;
    Area *aside = sample_line(&sample, sample.region, 0);
    Area *text = sample_text(&sample, aside, "DejaVu Sans 5", "woord", &x);
    sample.region->first = sample.region->last = NULL;
    add_figure(&sample, svg, text);
    g_autoptr(Drawing) drawing = drawn(&sample);
    const GString *content = first_page(drawing)->content;
    assert_int_equal(drawing->pictures->len, 0);
    assert_holds(content, "1 0 0 rg\n42 498 6 8 re\nf\n"
                          "0 0 1 RG\n2 w\n4 M\n42 498 6 8 re\nS\n");
    assert_holds(content, "0 0 0 rg\n/F0 10 Tf\n");
    g_autofree char *place =
        g_strdup_printf("\n%.3f 470 Td\n", 40 + 80 - 2 * length_points(text->width));
    assert_holds(content, place);
    sample_end(&sample);
}

static void
no_line_is_as_thin_as_the_device_can(void **state)
{
    (void)state;
    static const char svg[] =
        "<svg xmlns='http://www.w3.org/2000/svg' width='50pt' height='25pt' "
        "viewBox='0 0 50 25'>"
        "<line x2='9' stroke='#000' stroke-width='0.0001'/></svg>";
    Sample sample = sample_begin();
    sample_page(&sample, NULL);
    add_figure(&sample, svg, NULL);
    g_autoptr(Drawing) drawing = drawn(&sample);
    assert_holds(first_page(drawing)->content, "\n0.001 w\n");
    sample_end(&sample);
}

static void
without_images_cairo_draws_nothing(void **state)
{
    (void)state;
    Sample sample = sample_begin();
    sample_page(&sample, NULL);
    sample_paragraph(&sample);
    sample_table(&sample);
    g_autoptr(Drawing) drawing = drawn(&sample);
    assert_int_equal(drawing->picture_file->len, 0);
    sample_end(&sample);
}

static Diag *
inspected(const Sample *sample, const Drawing *drawing)
{
    static const PdfOptions options = {.date = "2026-11-23T10:20:30Z",
                                       .creator = "proef",
                                       .archive = TRUE,
                                       .accessible = TRUE};
    g_autoptr(GError) error = NULL;
    g_autoptr(GByteArray) bytes =
        pdf_finish(sample->document, drawing, &options, &error);
    assert_non_null(bytes);
    Diag *diag = diag_new();
    InspectResult result;
    assert_true(inspect_pdf("proef.pdf", bytes, NULL, diag, &result, &error));
    return diag;
}

/* OpenType has outlines of two kinds. */
static void
cubic_outlines_are_embedded_too(void **state)
{
    (void)state;
    static const char *const words[] = {"woorden", NULL};
    Sample sample = sample_begin();
    sample_page(&sample, NULL);
    StructureElement *p = sample_element(&sample, NULL, "P");
    Area *block = sample_lines(&sample, p, "C059 10", words);
    PangoFontDescription *found = pango_font_describe(block->first->first->u.text.font);
    gboolean is_there =
        g_strcmp0(pango_font_description_get_family(found), "C059") == 0;
    pango_font_description_free(found);
    if (!is_there)
        skip(); /* of ghostscript's fonts */
    g_autoptr(Drawing) drawing = drawn(&sample);
    assert_int_equal(drawing->fonts->len, 1);
    assert_int_equal(drawing->picture_file->len, 0);
    Diag *sound = inspected(&sample, drawing);
    guint count;
    diag_messages(sound, &count);
    assert_int_equal(count, 0);
    drawing_glyph(g_ptr_array_index(drawing->fonts, 0), 1)->width += 100;
    Diag *broken = inspected(&sample, drawing);
    const DiagMessage *messages = diag_messages(broken, &count);
    assert_int_equal(count, 1);
    assert_int_equal(messages[0].code, DIAG_PDF_FONT_WIDTH);
    diag_free(sound);
    diag_free(broken);
    sample_end(&sample);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shapes_of_one_colour_are_one_path),
        cmocka_unit_test(what_shines_through_sets_its_opacity),
        cmocka_unit_test(clips_within_clips_are_one),
        cmocka_unit_test(a_glyph_tells_of_what_it_stands_for_each_time),
        cmocka_unit_test(one_font_serves_all_sizes),
        cmocka_unit_test(text_of_a_turned_frame_is_turned),
        cmocka_unit_test(an_image_is_drawn_once),
        cmocka_unit_test(an_image_shrinks_as_far_as_asked_for),
        cmocka_unit_test(a_figure_is_drawn_as_large_as_asked_for),
        cmocka_unit_test(no_line_is_as_thin_as_the_device_can),
        cmocka_unit_test(without_images_cairo_draws_nothing),
        cmocka_unit_test(cubic_outlines_are_embedded_too),
    };
    return cmocka_run_group_tests_name("drawing", tests, NULL, NULL);
}
