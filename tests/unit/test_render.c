#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "pdf/pdf.h"
#include "render/glyphs.h"
#include "render/render.h"
#include "sample.h"

static Drawing *
drawn(Sample *sample)
{
    g_autofree char *faults = area_check(sample->document);
    if (faults)
        fail_msg("%s", faults);
    g_autoptr(GError) error = NULL;
    Drawing *drawing = render_pdf(sample->document, &error);
    if (!drawing)
        fail_msg("%s", error->message);
    return drawing;
}

static GByteArray *
rendered(Sample *sample)
{
    static const PdfOptions options = {.creator = "proef"};
    g_autoptr(Drawing) drawing = drawn(sample);
    g_autoptr(GError) error = NULL;
    GByteArray *bytes = pdf_finish(sample->document, drawing, &options, &error);
    if (!bytes)
        fail_msg("%s", error->message);
    return bytes;
}

/* What pdftotext reads; NULL where it is not installed. */
static char *
text_of(const GByteArray *bytes)
{
    g_autofree char *path = NULL;
    int file = g_file_open_tmp("render-XXXXXX.pdf", &path, NULL);
    assert_true(file >= 0);
    assert_int_equal(write(file, bytes->data, bytes->len), bytes->len);
    close(file);
    char *argv[] = {"pdftotext", "-enc", "UTF-8", path, "-", NULL};
    char *text = NULL;
    g_spawn_sync(NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL,
                 NULL);
    g_unlink(path);
    return text;
}

static void
assert_reads(Sample *sample, const char *const *words)
{
    g_autoptr(GByteArray) bytes = rendered(sample);
    g_autofree char *text = text_of(bytes);
    if (!text)
        skip();
    for (int i = 0; words[i]; i++)
        if (!strstr(text, words[i]))
            fail_msg("“%s” is not in:\n%s", words[i], text);
}

static void
words_are_read_back_whole(void **state)
{
    (void)state;
    static const char *const words[] = {"Hoofdstuk één",
                                        "De efficiënte affiches fietsen langs de hei",
                                        "zie de tabel over compe\xC2\xAD\ntenties",
                                        "Noord-Holland.",
                                        "tweede punt",
                                        "Openheid",
                                        "langs de kant",
                                        NULL};
    Sample sample = sample_document();
    assert_reads(&sample, words);
    sample_end(&sample);
}

static void
other_scripts_are_read_back(void **state)
{
    (void)state;
    static const char *const lines[] = {"office שלום עולם x",
                                        "e\xCC\x81\xCC\xA3n A\xE2\x80\x8D"
                                        "B",
                                        NULL};
    static const char *const words[] = {"office ", "שלום", "עולם", "AB", NULL};
    Sample sample = sample_begin();
    sample_page(&sample, NULL);
    sample_lines(&sample, NULL, "DejaVu Sans 11", lines);
    assert_reads(&sample, words);
    sample_end(&sample);
}

/* No font has the character: its place is framed, and it is read back all the same. */
static void
characters_without_glyph_are_not_lost(void **state)
{
    (void)state;
    static const char *const lines[] = {"voor \xF3\xB0\x80\x80 na",
                                        "a\xEE\x80\x80"
                                        "b",
                                        NULL};
    static const char *const words[] = {"voor \xEF\xBF\xBD", "na", "a\xEF\xBF\xBD",
                                        NULL};
    Sample sample = sample_begin();
    sample_page(&sample, NULL);
    Area *block = sample_lines(&sample, NULL, "Vollkorn 11", lines);
    Area *text = block->first->first;
    for (int i = 0; i < text->u.text.glyphs->num_glyphs; i++)
        if (i == 5)
            text->u.text.glyphs->glyphs[i].glyph = PANGO_GET_UNKNOWN_GLYPH(0xF0000);
    assert_reads(&sample, words);
    sample_end(&sample);
}

static void
assert_kinds(const StructureElement *element, const char *kinds)
{
    const StructureKid *kid = element->first;
    for (; *kinds; kinds++, kid = kid->next) {
        assert_non_null(kid);
        assert_int_equal(kid->kind, *kinds == 'm'   ? STRUCTURE_MARK
                                    : *kinds == 'c' ? STRUCTURE_CHILD
                                                    : STRUCTURE_OBJECT);
    }
    assert_null(kid);
}

static const StructureElement *
child(const StructureElement *element, int number)
{
    for (const StructureKid *kid = element->first; kid; kid = kid->next)
        if (kid->kind == STRUCTURE_CHILD && number-- == 0)
            return kid->child;
    fail();
    return NULL;
}

static void
marks_follow_the_reading_order(void **state)
{
    (void)state;
    Sample sample = sample_document();
    g_autoptr(GByteArray) bytes = rendered(&sample);
    const StructureElement *root = sample.document->structure->root;
    assert_kinds(root, "ccccccc");
    assert_kinds(child(root, 0), "m"); /* H1 */
    const StructureElement *p = child(root, 1);
    /* Two lines share a mark; the underline of the link cuts the text after it. */
    assert_kinds(p, "mcmm");
    assert_kinds(child(p, 0), "mo");
    assert_int_equal(p->first->number, 1);
    assert_int_equal(p->last->number, 4);
    const StructureElement *figure = child(root, 4);
    assert_string_equal(figure->role, "Figure");
    assert_int_equal(figure->box[2] - figure->box[0], POINTS(120));
    const StructureElement *end = child(root, 5);
    assert_kinds(end, "m");
    assert_int_equal(end->first->page, 1);
    sample_end(&sample);
}

static void
equal_input_gives_equal_bytes(void **state)
{
    (void)state;
    Sample one = sample_document(), two = sample_document();
    g_autoptr(GByteArray) first = rendered(&one);
    g_autoptr(GByteArray) second = rendered(&two);
    assert_int_equal(first->len, second->len);
    assert_memory_equal(first->data, second->data, first->len);
    sample_end(&one);
    sample_end(&two);
}

static void
a_document_without_pages_is_refused(void **state)
{
    (void)state;
    Sample sample = sample_begin();
    g_autoptr(GError) error = NULL;
    assert_null(render_pdf(sample.document, &error));
    assert_string_equal(error->message, "het document heeft geen bladzijden");
    sample_end(&sample);
}

static gboolean
goes_on(const char *text, gboolean hyphen)
{
    Area area = {.kind = AREA_TEXT};
    area.u.text.text = text;
    area.u.text.length = (int)strlen(text);
    area.u.text.hyphen = hyphen;
    return glyphs_space_follows(&area);
}

static void
words_of_two_lines_do_not_glue(void **state)
{
    (void)state;
    assert_true(goes_on("woord", FALSE));
    assert_true(goes_on("woord –", FALSE));
    assert_true(goes_on("woord -", FALSE));
    assert_false(goes_on("woord ", FALSE));
    assert_false(goes_on("Noord-", FALSE));
    assert_false(goes_on("en/", FALSE));
    assert_false(goes_on("compe", TRUE));
    assert_false(goes_on("字", FALSE));
    assert_false(goes_on("", FALSE));
}

static cairo_surface_t *
picture(Sample *sample, int pages)
{
    g_autofree char *path = NULL;
    close(g_file_open_tmp("render-XXXXXX.png", &path, NULL));
    g_autoptr(GError) error = NULL;
    if (!render_png(sample->document, 0, pages, 72, path, &error))
        fail_msg("%s", error->message);
    cairo_surface_t *surface = cairo_image_surface_create_from_png(path);
    g_unlink(path);
    return surface;
}

static guint32
pixel(cairo_surface_t *surface, int x, int y)
{
    const guint8 *row = cairo_image_surface_get_data(surface) +
                        (gsize)y * (gsize)cairo_image_surface_get_stride(surface);
    return ((const guint32 *)(const void *)row)[x] & 0xFFFFFF;
}

static void
pages_stand_side_by_side(void **state)
{
    (void)state;
    Sample sample = sample_document();
    cairo_surface_t *surface = picture(&sample, 9);
    assert_int_equal(cairo_image_surface_get_width(surface), 400 + 1 + 400);
    assert_int_equal(cairo_image_surface_get_height(surface), 560);
    assert_int_equal(pixel(surface, 5, 5), 0xFFFFFF);
    assert_int_equal(pixel(surface, 400, 5), 0xBFBFBF);
    cairo_surface_destroy(surface);
    g_autoptr(GError) error = NULL;
    assert_false(render_png(sample.document, 2, 1, 72, "x.png", &error));
    assert_string_equal(error->message,
                        "bladzijde 3 bestaat niet: het document heeft er 2");
    sample_end(&sample);
}

static Area *
add_boxed(Sample *sample, const AreaBox *box, Length x, Length y, Length width,
          Length height)
{
    Area *area = sample_add(sample, g_ptr_array_index(sample->document->pages, 0),
                            AREA_REGION, x, y, width, height);
    area->box = box;
    return area;
}

static void
boxes_are_drawn_where_they_are(void **state)
{
    (void)state;
    Sample sample = sample_begin();
    sample_page(&sample, NULL);
    AreaBox solid = {.background = {0, 255, 0, 255}};
    AreaBox mixed = {0}, dotted = {0};
    for (int side = 0; side < 4; side++) {
        solid.border[side] = (AreaBorder){POINTS(2), AREA_RULE_SOLID, {255, 0, 0, 255}};
        mixed.border[side] = (AreaBorder){
            POINTS(4), AREA_RULE_SOLID, {side == AREA_LEFT ? 255 : 0, 0, 255, 255}};
    }
    dotted.border[AREA_TOP] = (AreaBorder){POINTS(4), AREA_RULE_DOTTED, {0, 0, 0, 255}};
    add_boxed(&sample, &solid, POINTS(10), POINTS(10), POINTS(20), POINTS(20));
    add_boxed(&sample, &mixed, POINTS(40), POINTS(10), POINTS(20), POINTS(20));
    add_boxed(&sample, &dotted, POINTS(70), POINTS(10), POINTS(20), POINTS(20));
    Area *clipped =
        add_boxed(&sample, NULL, POINTS(100), POINTS(10), POINTS(20), POINTS(20));
    clipped->clip = TRUE;
    Area *inner = sample_add(&sample, clipped, AREA_BLOCK, POINTS(10), POINTS(10),
                             POINTS(40), POINTS(40));
    inner->box = &solid;
    cairo_surface_t *surface = picture(&sample, 1);
    assert_int_equal(pixel(surface, 9, 20), 0xFFFFFF);
    assert_int_equal(pixel(surface, 11, 20), 0xFF0000);
    assert_int_equal(pixel(surface, 20, 20), 0x00FF00);
    assert_int_equal(pixel(surface, 41, 20), 0xFF00FF);
    assert_int_equal(pixel(surface, 50, 11), 0x0000FF);
    assert_int_equal(pixel(surface, 72, 12), 0x000000);
    assert_int_equal(pixel(surface, 76, 12), 0xFFFFFF);
    assert_int_equal(pixel(surface, 80, 12), 0x000000);
    assert_int_equal(pixel(surface, 119, 29), 0x00FF00);
    assert_int_equal(pixel(surface, 121, 25), 0xFFFFFF);
    cairo_surface_destroy(surface);
    sample_end(&sample);
}

/* The first thing on a page, before any text, within an open mark. */
static void
a_page_may_be_all_image(void **state)
{
    (void)state;
    Sample sample = sample_begin();
    sample_page(&sample, NULL);
    sample_figure(&sample);
    sample_figure(&sample);
    AreaBox box = {.repeat_x = TRUE, .repeat_y = TRUE};
    box.image = sample.region->last->first->u.image.image;
    sample.region->last->box = &box;
    g_autoptr(GByteArray) bytes = rendered(&sample);
    assert_kinds(child(sample.document->structure->root, 0), "m");
    assert_kinds(child(sample.document->structure->root, 1), "m");
    sample_end(&sample);
}

static void
a_ground_over_all_of_a_page_leaves_its_text(void **state)
{
    (void)state;
    Sample sample = sample_begin();
    sample_page(&sample, NULL);
    sample_paragraph(&sample);
    const Area *page = g_ptr_array_index(sample.document->pages, 0);
    AreaBox ground = {.background = {255, 255, 0, 255}};
    add_boxed(&sample, &ground, 0, 0, page->width, page->height);
    static const char *const words[] = {"tabel", "Noord-Holland", NULL};
    assert_reads(&sample, words);
    sample_end(&sample);
}

static void
strange_trees_are_drawn(void **state)
{
    (void)state;
    Sample sample = sample_begin();
    Area *page = sample_page(&sample, NULL);
    Area *area = sample.region;
    for (int i = 0; i < 20000; i++) {
        area = sample_add(&sample, area, i % 2 ? AREA_BLOCK : AREA_REFERENCE, 3, 3,
                          i % 7 ? 100 : -100, 100);
        area->turn = i % 2 ? 0 : 90 * (i % 5);
        area->clip = i % 1000 == 0;
    }
    AreaBox box = {0};
    for (int side = 0; side < 4; side++)
        box.border[side] =
            (AreaBorder){LENGTH_MAX, (AreaRuleStyle)(side + 5), {9, 9, 9, 9}};
    area->box = &box;
    for (int style = AREA_RULE_NONE; style <= AREA_RULE_OUTSET; style++)
        for (int i = -1; i < 3; i++) {
            Area *rule = sample_add(&sample, sample.region, AREA_RULE, 0, 0, i, i * i);
            rule->u.rule.style = (AreaRuleStyle)style;
            rule->u.rule.colour.alpha = 1;
            rule->u.rule.period = i;
        }
    sample_add(&sample, sample.region, AREA_IMAGE, 0, 0, 10, 10);
    sample_add(&sample, sample.region, AREA_TEXT, 0, 0, 10, 10);
    page->width = 0;
    page->height = -5;
    g_autoptr(GError) error = NULL;
    g_autoptr(Drawing) drawing = render_pdf(sample.document, &error);
    assert_non_null(drawing);
    sample_end(&sample);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_read_back_whole),
        cmocka_unit_test(other_scripts_are_read_back),
        cmocka_unit_test(characters_without_glyph_are_not_lost),
        cmocka_unit_test(marks_follow_the_reading_order),
        cmocka_unit_test(equal_input_gives_equal_bytes),
        cmocka_unit_test(a_document_without_pages_is_refused),
        cmocka_unit_test(words_of_two_lines_do_not_glue),
        cmocka_unit_test(pages_stand_side_by_side),
        cmocka_unit_test(boxes_are_drawn_where_they_are),
        cmocka_unit_test(a_page_may_be_all_image),
        cmocka_unit_test(a_ground_over_all_of_a_page_leaves_its_text),
        cmocka_unit_test(strange_trees_are_drawn),
    };
    return cmocka_run_group_tests_name("render", tests, NULL, NULL);
}
