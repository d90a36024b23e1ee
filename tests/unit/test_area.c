#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "area/area.h"
#include "area/image.h"
#include "area/tiff.h"
#include "area/walk.h"

static const Place nowhere;

static Area *
add(AreaDocument *document, Area *parent, AreaKind kind, Length x, Length y,
    Length width, Length height)
{
    Area *area = area_new(document, kind, NULL, nowhere);
    area->x = x;
    area->y = y;
    area->width = width;
    area->height = height;
    if (parent)
        area_append(parent, area);
    else
        g_ptr_array_add(document->pages, area);
    return area;
}

static Area *
add_page(AreaDocument *document)
{
    Area *page = add(document, NULL, AREA_PAGE, 0, 0, POINTS(100), POINTS(200));
    page->u.page.number = (int)document->pages->len;
    return page;
}

static void
assert_map(const AreaMatrix *map, gint64 x, gint64 y, gint64 to_x, gint64 to_y)
{
    assert_int_equal(map->a * x + map->c * y + map->e, to_x);
    assert_int_equal(map->b * x + map->d * y + map->f, to_y);
}

/* A frame of 30 by 20 at (10, 50): its own corner, and the point (3, 4) of its own. */
static void
turned_frames_are_mapped(void **state)
{
    (void)state;
    Area area = {.kind = AREA_REFERENCE, .x = 10, .y = 50, .width = 30, .height = 20};
    AreaMatrix map = area_matrix(AREA_IDENTITY, &area);
    assert_map(&map, 0, 0, 10, 50);
    assert_map(&map, 3, 4, 13, 54);
    area.turn = 90;
    map = area_matrix(AREA_IDENTITY, &area);
    assert_map(&map, 0, 0, 10, 70);
    assert_map(&map, 3, 4, 14, 67);
    area.turn = 180;
    map = area_matrix(AREA_IDENTITY, &area);
    assert_map(&map, 0, 0, 40, 70);
    assert_map(&map, 3, 4, 37, 66);
    area.turn = -90;
    map = area_matrix(AREA_IDENTITY, &area);
    assert_map(&map, 0, 0, 40, 50);
    assert_map(&map, 3, 4, 36, 53);

    /* Turned in a turned one: two quarters are a half. */
    area.turn = 90;
    Area inner = {.kind = AREA_REFERENCE, .width = 20, .height = 30, .turn = 90};
    map = area_matrix(area_matrix(AREA_IDENTITY, &area), &inner);
    assert_map(&map, 0, 0, 40, 70);
    assert_map(&map, 3, 4, 37, 66);
}

static void
destinations_are_first_places_on_the_page(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    AreaDocument *document = area_document_new(arena);
    Area *page = add_page(document);
    Area *region = add(document, page, AREA_REGION, 10, 20, 80, 160);
    Area *turned = add(document, region, AREA_REFERENCE, 5, 5, 40, 60);
    turned->turn = 90;
    Area *block = add(document, turned, AREA_BLOCK, 1, 2, 10, 6);
    block->id = "a";
    Area *head = add(document, page, AREA_REGION, 0, 0, 100, 10);
    head->artifact = TRUE;
    add(document, head, AREA_BLOCK, 0, 0, 10, 10)->id = "b";
    Area *again = add(document, add_page(document), AREA_REGION, 0, 0, 100, 100);
    add(document, again, AREA_BLOCK, 0, 7, 10, 10)->id = "b";
    add(document, again, AREA_BLOCK, 0, 20, 10, 10)->id = "a";

    area_collect_destinations(document);
    area_collect_destinations(document);
    assert_int_equal(g_hash_table_size(document->destinations), 2);
    const AreaDestination *a = g_hash_table_lookup(document->destinations, "a");
    assert_int_equal(a->page, 0);
    assert_int_equal(a->x, 10 + 5 + 2);
    assert_int_equal(a->y, 20 + 5 + 60 - 1 - 10);
    const AreaDestination *b = g_hash_table_lookup(document->destinations, "b");
    assert_int_equal(b->page, 1);
    assert_int_equal(b->y, 7);
}

static void
links_are_joined_on_a_line(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    AreaDocument *document = area_document_new(arena);
    AreaLink one = {.id = "a"}, two = {.uri = "https://example.org/"};
    Area *region = add(document, add_page(document), AREA_REGION, 10, 10, 80, 160);
    Area *line = add(document, region, AREA_LINE, 0, 0, 80, 12);
    add(document, line, AREA_INLINE, 20, 1, 20, 10)->link = &one;
    Area *outer = add(document, line, AREA_INLINE, 40, 2, 10, 10);
    outer->link = &one;
    add(document, outer, AREA_INLINE, 0, 0, 5, 5)->link = &one;
    add(document, line, AREA_INLINE, 60, 2, 10, 10)->link = &two;
    line = add(document, region, AREA_LINE, 0, 12, 80, 12);
    add(document, line, AREA_INLINE, 0, 1, 20, 10)->link = &two;
    add(document, line, AREA_INLINE, 30, 1, 0, 10)->link = &one;

    int count;
    const AreaLinkRectangle *links = area_links(document, &count);
    assert_int_equal(count, 3);
    assert_ptr_equal(links[0].link, &one);
    assert_int_equal(links[0].x, 30);
    assert_int_equal(links[0].y, 11);
    assert_int_equal(links[0].width, 30);
    assert_int_equal(links[0].height, 11);
    assert_ptr_equal(links[1].link, &two);
    assert_ptr_equal(links[2].link, &two);
    assert_int_equal(links[2].y, 10 + 12 + 1);
}

static void
bookmarks_keep_their_order(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    AreaDocument *document = area_document_new(arena);
    AreaBookmark *one = area_add_bookmark(document, NULL, "1");
    AreaBookmark *first = area_add_bookmark(document, one, "1.1");
    AreaBookmark *second = area_add_bookmark(document, one, "1.2");
    AreaBookmark *two = area_add_bookmark(document, NULL, "2");
    assert_ptr_equal(document->bookmarks, one);
    assert_ptr_equal(one->next, two);
    assert_ptr_equal(one->first, first);
    assert_ptr_equal(first->next, second);
}

/* P holds text, a link, text; a note that is drawn later is read later. */
static void
marks_stand_around_the_children_that_were_drawn(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    StructureTree *tree = structure_new(arena);
    StructureElement *p = structure_add(tree, NULL, "P");
    StructureElement *link = structure_add(tree, p, "Link");
    StructureElement *note = structure_add(tree, p, "Note");
    structure_add_mark(tree, p, 0, 0);
    structure_add_mark(tree, link, 0, 1);
    structure_add_mark(tree, p, 0, 2);
    structure_add_mark(tree, link, 0, 3);
    structure_add_mark(tree, p, 0, 4);
    structure_add_mark(tree, note, 0, 5);
    structure_add_mark(tree, p, 1, 0);
    structure_add_object(tree, link, 0, 7);

    const StructureKidKind kinds[] = {STRUCTURE_MARK, STRUCTURE_CHILD, STRUCTURE_MARK,
                                      STRUCTURE_MARK, STRUCTURE_CHILD, STRUCTURE_MARK};
    const StructureKid *kid = p->first;
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++, kid = kid->next)
        assert_int_equal(kid->kind, kinds[i]);
    assert_null(kid);
    assert_ptr_equal(p->first->next->child, link);
    assert_int_equal(p->first->next->next->number, 2);
    assert_int_equal(p->last->page, 1);
    assert_int_equal(link->last->kind, STRUCTURE_OBJECT);
    assert_ptr_equal(tree->root->first->child, p);
}

static Area *
add_text(AreaDocument *document, Area *line, const char *text)
{
    Area *area =
        add(document, line, AREA_TEXT, 0, 0, POINTS(6) * (int)strlen(text), POINTS(10));
    area->u.text.text = text;
    area->u.text.length = (int)strlen(text);
    area->u.text.baseline = POINTS(8);
    area->u.text.colour.alpha = 255;
    PangoGlyphString *glyphs = pango_glyph_string_new();
    arena_own(document->arena, glyphs, (GDestroyNotify)pango_glyph_string_free);
    pango_glyph_string_set_size(glyphs, (int)strlen(text));
    for (int i = 0; i < glyphs->num_glyphs; i++) {
        glyphs->glyphs[i].geometry.width = POINTS(6);
        glyphs->log_clusters[i] = i;
    }
    area->u.text.glyphs = glyphs;
    return area;
}

static void
pages_are_dumped(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    AreaDocument *document = area_document_new(arena);
    document->title = "Proef";
    Area *page = add_page(document);
    page->name = "rechts";
    page->u.page.label = "i";
    Area *region = add(document, page, AREA_REGION, POINTS(10), POINTS(12.5),
                       POINTS(80), POINTS(100));
    region->name = "body";
    AreaBox box = {.border[AREA_TOP] = {POINTS(1), AREA_RULE_SOLID, {255, 0, 0, 255}},
                   .padding = {0, POINTS(2), 0, POINTS(2)},
                   .background = {0, 0, 0, 128}};
    Area *block = add(document, region, AREA_BLOCK, 0, 0, POINTS(80), POINTS(12));
    block->source = "fo:block";
    block->id = "statuut.1";
    block->box = &box;
    block->element = structure_add(document->structure, NULL, "P");
    Area *line = add(document, block, AREA_LINE, 0, 0, POINTS(80), POINTS(12));
    line->u.line.baseline = POINTS(9);
    line->u.line.ratio = 0.25;
    add_text(document, line, "a & b");
    Area *rule =
        add(document, line, AREA_RULE, POINTS(40), POINTS(9), POINTS(8), POINTS(1));
    rule->u.rule.style = AREA_RULE_DOTTED;
    rule->u.rule.colour.alpha = 255;
    g_autofree char *dump = area_dump(document);
    assert_string_equal(
        dump,
        "<pages title=\"Proef\">\n"
        "  <page name=\"rechts\" width=\"100\" height=\"200\" number=\"1\" "
        "label=\"i\">\n"
        "    <region name=\"body\" x=\"10\" y=\"12.5\" width=\"80\" height=\"100\">\n"
        "      <block source=\"fo:block\" id=\"statuut.1\" role=\"P\" width=\"80\""
        " height=\"12\" border=\"1 0 0 0\" top=\"solid #ff0000\" padding=\"0 2 0 2\""
        " background=\"#00000080\">\n"
        "        <line width=\"80\" height=\"12\" baseline=\"9\" ratio=\"0.250\">\n"
        "          <text width=\"30\" height=\"10\" baseline=\"8\">a &amp; b</text>\n"
        "          <rule x=\"40\" y=\"9\" width=\"8\" height=\"1\" style=\"dotted\""
        " colour=\"#000000\"/>\n"
        "        </line>\n"
        "      </block>\n"
        "    </region>\n"
        "  </page>\n"
        "</pages>\n");
}

static void
deep_trees_are_walked(void **state)
{
    (void)state;
    enum { DEPTH = 200000 };
    g_autoptr(Arena) arena = arena_new();
    AreaDocument *document = area_document_new(arena);
    Area *area = add(document, add_page(document), AREA_REGION, 0, 0, 1, 1);
    for (int i = 0; i < DEPTH; i++)
        area = add(document, area, AREA_BLOCK, 1024, 0, 1, 1);
    area->id = "diep";
    area_collect_destinations(document);
    const AreaDestination *deep = g_hash_table_lookup(document->destinations, "diep");
    assert_int_equal(deep->x, DEPTH * 1024);
    g_autofree char *faults = area_check(document);
    assert_non_null(strstr(faults, "en nog "));
}

/* A document of one line that is right but for its font. */
static Area *
sound_line(AreaDocument *document)
{
    Area *region =
        add(document, add_page(document), AREA_REGION, 0, 0, POINTS(100), POINTS(200));
    Area *block = add(document, region, AREA_BLOCK, 0, 0, POINTS(80), POINTS(24));
    return add(document, block, AREA_LINE, 0, 0, POINTS(80), POINTS(12));
}

static void
assert_fault(const AreaDocument *document, const char *fault)
{
    g_autofree char *faults = area_check(document);
    if (!fault)
        assert_null(faults);
    else {
        assert_non_null(faults);
        assert_non_null(strstr(faults, fault));
    }
}

static void
faults_of_place_are_found(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    AreaDocument *document = area_document_new(arena);
    Area *line = sound_line(document);
    assert_fault(document, NULL);
    line->x = POINTS(30);
    assert_fault(document,
                 "van 30.00 tot 110.00 pt steekt buiten de breedte van 80.00 pt");
    line->hangs = TRUE;
    assert_fault(document, NULL);
    line->x = 0;
    line->hangs = FALSE;
    Area *next =
        add(document, line->parent, AREA_LINE, 0, POINTS(10), POINTS(80), POINTS(12));
    assert_fault(document, "de regel op 10.00 pt staat op de vorige");
    next->y = POINTS(12);
    assert_fault(document, NULL);
    line->y = POINTS(12);
    next->y = 0;
    assert_fault(document, "de regel op 0.00 pt volgt op die op 12.00 pt");
    line->y = 0;
    next->y = POINTS(12);
    line->id = next->id = "dubbel";
    assert_fault(document, "de id “dubbel” staat er twee keer");
}

static void
faults_of_text_are_found(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    AreaDocument *document = area_document_new(arena);
    Area *text = add_text(document, sound_line(document), "woord");
    assert_fault(document, "zonder tekens, glyfen of lettertype");
    text->u.text.font = (PangoFont *)document; /* never touched */
    assert_fault(document, NULL);
    text->u.text.glyphs->log_clusters[2] = 4;
    assert_fault(document, "de glyfen dekken de tekst niet: “woord”");
    text->u.text.glyphs->log_clusters[2] = 2;
    text->u.text.level = 1;
    assert_fault(document, "de glyfen dekken de tekst niet");
    text->u.text.level = 0;
    text->width += POINTS(1);
    assert_fault(document, "de glyfen zijn 30.00 pt breed, het vlak 31.00 pt");
}

static const char svg[] =
    "<svg xmlns='http://www.w3.org/2000/svg' width='96' height='48'>"
    "<a href='https://example.org/'><rect width='48' height='48' "
    "fill='#f00'/></a></svg>";

static const char png[] =
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR42mP4"
    "zwAE/wEHAAH/PX2MSQAAAABJRU5ErkJggg==";

static guint32
pixel_of(const AreaImage *image)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1);
    cairo_t *cairo = cairo_create(surface);
    image_draw(image, cairo, 0, 0, 2, 1);
    cairo_surface_flush(surface);
    guint32 pixel = *(guint32 *)(void *)cairo_image_surface_get_data(surface);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return pixel & 0xFFFFFF;
}

static void
images_have_their_size(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Diag) diag = diag_new();
    AreaImage *image = image_from_svg(arena, svg, strlen(svg), &nowhere, diag);
    assert_non_null(image);
    assert_int_equal(image_width(image), POINTS(72));
    assert_int_equal(image_height(image), POINTS(36));
    assert_int_equal(pixel_of(image), 0xFF0000);
    image = image_load(arena, png, NULL, &nowhere, diag);
    assert_non_null(image);
    assert_int_equal(image_width(image), POINTS(1.5));
    assert_int_equal(image_height(image), POINTS(0.75));
    const char *data =
        "url('data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/"
        "svg%22%20viewBox=%220%200%2040%2020%22/%3E')";
    image = image_load(arena, data, NULL, &nowhere, diag);
    assert_non_null(image);
    assert_int_equal(image_width(image), POINTS(30));
    guint count;
    diag_messages(diag, &count);
    assert_int_equal(count, 0);
}

static void
assert_refused(const char *uri, DiagCode code, const char *text)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Diag) diag = diag_new();
    Place place = {"bron.fo", 4, 2};
    assert_null(image_load(arena, uri, "/nergens", &place, diag));
    guint count;
    const DiagMessage *messages = diag_messages(diag, &count);
    assert_int_equal(count, 1);
    assert_int_equal(messages[0].code, code);
    assert_int_equal(messages[0].place.line, 4);
    if (!strstr(messages[0].text, text))
        fail_msg("%s", messages[0].text);
}

static void
bad_images_are_refused_with_a_reason(void **state)
{
    (void)state;
    assert_refused("geen.png", DIAG_IMAGE_MISSING,
                   "“geen.png”: het bestand bestaat niet");
    assert_refused("file:///nergens/x.png", DIAG_IMAGE_MISSING, "bestaat niet");
    assert_refused("/", DIAG_IMAGE_MISSING, "geen gewoon bestand");
    assert_refused("", DIAG_IMAGE_MISSING, "geen bestand genoemd");
    assert_refused("url()", DIAG_IMAGE_MISSING, "geen bestand genoemd");
    assert_refused("url(", DIAG_IMAGE_MISSING, "bestaat niet");
    assert_refused("https://example.org/x.png", DIAG_IMAGE_REMOTE, "niets van het net");
    assert_refused("data:,tekst", DIAG_IMAGE_KIND, "geen PNG, JPEG, GIF, TIFF");
    assert_refused("data:,", DIAG_IMAGE_BROKEN, "leeg");
    assert_refused("data:x", DIAG_IMAGE_BROKEN, "komma");
    assert_refused("data:,<svg", DIAG_IMAGE_BROKEN, "niet heel");
    assert_refused("data:,%1F%8B%08", DIAG_IMAGE_BROKEN, "uitgepakt");
    assert_refused("data:;base64,iVBORw0KGgo=", DIAG_IMAGE_BROKEN,
                   "begin van het bestand");
    assert_refused("data:;base64,/9j/", DIAG_IMAGE_BROKEN, "begin van het bestand");
    g_autofree char *cut = g_strndup(png, strlen(png) - 40);
    assert_refused(cut, DIAG_IMAGE_BROKEN, "niet heel");
    assert_refused("data:;base64,R0lGODlh//////8AAAA=", DIAG_IMAGE_LARGE,
                   "100 miljoen");
}

/* Each directory is 6 bytes long, without entries: where the next one is. */
static void
pages_of_a_tiff_are_counted_once(void **state)
{
    (void)state;
    static const guint8 two[] = {'I', 'I', '*', 0, 8, 0, 0, 0, 0, 0,
                                 14,  0,   0,   0, 0, 0, 0, 0, 0, 0};
    assert_int_equal(tiff_page_count(two, sizeof two), 2);
    guint8 round[sizeof two];
    memcpy(round, two, sizeof two);
    round[16] = 8;
    assert_int_equal(tiff_page_count(round, sizeof round), 2);
    round[10] = 8;
    assert_int_equal(tiff_page_count(round, sizeof round), 1);
    round[10] = 200;
    assert_int_equal(tiff_page_count(round, sizeof round), 1);
    round[4] = 0;
    assert_int_equal(tiff_page_count(round, sizeof round), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(turned_frames_are_mapped),
        cmocka_unit_test(destinations_are_first_places_on_the_page),
        cmocka_unit_test(links_are_joined_on_a_line),
        cmocka_unit_test(bookmarks_keep_their_order),
        cmocka_unit_test(marks_stand_around_the_children_that_were_drawn),
        cmocka_unit_test(pages_are_dumped),
        cmocka_unit_test(deep_trees_are_walked),
        cmocka_unit_test(faults_of_place_are_found),
        cmocka_unit_test(faults_of_text_are_found),
        cmocka_unit_test(images_have_their_size),
        cmocka_unit_test(pages_of_a_tiff_are_counted_once),
        cmocka_unit_test(bad_images_are_refused_with_a_reason),
    };
    return cmocka_run_group_tests_name("area", tests, NULL, NULL);
}
