#ifndef UNIT_SAMPLE_H
#define UNIT_SAMPLE_H

/* A document of two pages made by hand, for the tests of render/ and pdf/: headings, a
 * paragraph with a hyphen and a link, a list, a table, a figure, a turned frame, running
 * heads. Functions are inline because each test uses some of them only. */

#include "area/area.h"
#include "area/image.h"

#include <pango/pangocairo.h>
#include <string.h>

/* Under the leak sanitizer: fontconfig keeps its caches until the process ends. */
const char *
__lsan_default_suppressions(void);
const char *
__lsan_default_suppressions(void)
{
    return "leak:libfontconfig\n";
}

typedef struct Sample {
    Arena *arena;
    AreaDocument *document;
    PangoContext *context;
    Area *region; /* the body of the last page */
    Length y;     /* where the next block goes */
} Sample;

static const Place sample_place = {"proef.fo", 1, 0};

static inline Sample
sample_begin(void)
{
    Sample sample = {.arena = arena_new()};
    sample.document = area_document_new(sample.arena);
    PangoFontMap *map = pango_cairo_font_map_new();
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
    sample.context = pango_font_map_create_context(map);
    pango_context_set_round_glyph_positions(sample.context, FALSE);
    arena_own(sample.arena, map, g_object_unref);
    arena_own(sample.arena, sample.context, g_object_unref);
    return sample;
}

static inline void
sample_end(Sample *sample)
{
    arena_free(sample->arena);
}

static inline Area *
sample_add(Sample *sample, Area *parent, AreaKind kind, Length x, Length y,
           Length width, Length height)
{
    Area *area = area_new(sample->document, kind, NULL, sample_place);
    area->x = x;
    area->y = y;
    area->width = width;
    area->height = height;
    if (parent)
        area_append(parent, area);
    else
        g_ptr_array_add(sample->document->pages, area);
    return area;
}

static inline Area *
sample_page(Sample *sample, const char *label)
{
    Area *page = sample_add(sample, NULL, AREA_PAGE, 0, 0, POINTS(400), POINTS(560));
    page->u.page.number = (int)sample->document->pages->len;
    page->u.page.label = label;
    sample->region = sample_add(sample, page, AREA_REGION, POINTS(40), POINTS(50),
                                POINTS(320), POINTS(460));
    sample->region->name = "body";
    sample->y = 0;
    return page;
}

static inline StructureElement *
sample_element(Sample *sample, StructureElement *parent, const char *role)
{
    return structure_add(sample->document->structure, parent, role);
}

/* A block of that height below the one before. */
static inline Area *
sample_block(Sample *sample, StructureElement *element, Length height)
{
    Area *block = sample_add(sample, sample->region, AREA_BLOCK, 0, sample->y,
                             POINTS(320), height);
    block->element = element;
    sample->y += height + POINTS(6);
    return block;
}

static inline Area *
sample_line(Sample *sample, Area *parent, Length y)
{
    Area *line = sample_add(sample, parent, AREA_LINE, 0, y, parent->width, POINTS(14));
    line->u.line.baseline = POINTS(11);
    return line;
}

static inline Area *
sample_shaped(Sample *sample, Area *parent, const PangoItem *item, const char *text)
{
    PangoGlyphString *glyphs = pango_glyph_string_new();
    arena_own(sample->arena, glyphs, (GDestroyNotify)pango_glyph_string_free);
    arena_own(sample->arena, g_object_ref(item->analysis.font), g_object_unref);
    pango_shape(text, item->length, &item->analysis, glyphs);
    Area *area = sample_add(sample, parent, AREA_TEXT, 0, 0,
                            pango_glyph_string_get_width(glyphs), POINTS(14));
    area->u.text.font = item->analysis.font;
    area->u.text.glyphs = glyphs;
    area->u.text.text = text;
    area->u.text.length = item->length;
    area->u.text.level = item->analysis.level;
    area->u.text.baseline = POINTS(11);
    area->u.text.colour.alpha = 255;
    return area;
}

/* Shapes text into parent (a line or inline) at *x, which goes on to its end. text ends in
 * '=' where a hyphen is to be drawn that the text has not. Returns the last area. */
static inline Area *
sample_text(Sample *sample, Area *parent, const char *font, const char *text, Length *x)
{
    PangoFontDescription *description = pango_font_description_from_string(font);
    pango_context_set_font_description(sample->context, description);
    pango_font_description_free(description);
    gboolean hyphen = g_str_has_suffix(text, "=");
    int length = (int)strlen(text) - hyphen;
    char *shown =
        arena_printf(sample->arena, "%.*s%s", length, text, hyphen ? "-" : "");
    GList *items =
        pango_itemize(sample->context, shown, 0, (int)strlen(shown), NULL, NULL);
    Area *area = NULL;
    for (GList *link = items; link; link = link->next) {
        const PangoItem *item = link->data;
        area = sample_shaped(sample, parent, item, shown + item->offset);
        area->x = *x;
        *x += area->width;
    }
    g_list_free_full(items, (GDestroyNotify)pango_item_free);
    if (hyphen) {
        area->u.text.hyphen = TRUE;
        area->u.text.length--;
    }
    return area;
}

/* A block of lines, one a text, in an element of its own. */
static inline Area *
sample_lines(Sample *sample, StructureElement *element, const char *font,
             const char *const *texts)
{
    Length height = POINTS(14) * (int)g_strv_length((char **)texts);
    Area *block = sample_block(sample, element, height);
    for (int i = 0; texts[i]; i++) {
        Area *line = sample_line(sample, block, POINTS(14) * i);
        Length x = 0;
        line->u.line.hyphenated =
            sample_text(sample, line, font, texts[i], &x)->u.text.hyphen;
    }
    return block;
}

static inline void
sample_paragraph(Sample *sample)
{
    StructureElement *p = sample_element(sample, NULL, "P");
    StructureElement *element = sample_element(sample, p, "Link");
    AreaLink *link = arena_new0(sample->arena, AreaLink);
    link->id = "tabel.1";
    link->contents = "Naar de tabel";
    link->element = element;
    Area *block = sample_block(sample, p, POINTS(42));
    Area *line = sample_line(sample, block, 0);
    Length x = 0;
    sample_text(sample, line, "Vollkorn 11",
                "De efficiënte affiches fietsen langs de hei,", &x);
    line = sample_line(sample, block, POINTS(14));
    x = 0;
    sample_text(sample, line, "Vollkorn 11", "zie ", &x);
    Area *anchor = sample_add(sample, line, AREA_INLINE, x, 0, 0, POINTS(14));
    anchor->link = link;
    anchor->element = element;
    Length inner = 0;
    sample_text(sample, anchor, "Vollkorn 11", "de tabel", &inner)->u.text.colour.blue =
        160;
    anchor->width = inner;
    x += inner;
    Area *underline =
        sample_add(sample, anchor, AREA_RULE, 0, POINTS(12.5), inner, POINTS(0.5));
    underline->u.rule.style = AREA_RULE_SOLID;
    underline->u.rule.colour = (AreaColour){0, 0, 160, 255};
    sample_text(sample, line, "Vollkorn 11", " over compe=", &x);
    line->u.line.hyphenated = TRUE;
    line = sample_line(sample, block, POINTS(28));
    x = 0;
    sample_text(sample, line, "Vollkorn 11", "tenties in Noord-Holland.", &x);
}

static inline void
sample_list(Sample *sample)
{
    StructureElement *list = sample_element(sample, NULL, "L");
    list->list_numbering = "Decimal";
    for (int i = 1; i <= 2; i++) {
        StructureElement *item = sample_element(sample, list, "LI");
        Area *block = sample_block(sample, item, POINTS(14));
        Area *label = sample_line(sample, block, 0);
        label->width = POINTS(20);
        label->element = sample_element(sample, item, "Lbl");
        Length x = 0;
        sample_text(sample, label, "Vollkorn 11", i == 1 ? "1." : "2.", &x);
        Area *body = sample_add(sample, block, AREA_BLOCK, POINTS(20), 0, POINTS(300),
                                POINTS(14));
        body->element = sample_element(sample, item, "LBody");
        Area *line = sample_line(sample, body, 0);
        x = 0;
        sample_text(sample, line, "Vollkorn 11", i == 1 ? "eerste punt" : "tweede punt",
                    &x);
        Area *leader = sample_add(sample, line, AREA_RULE, x + POINTS(2), POINTS(10),
                                  POINTS(200) - x, POINTS(1));
        leader->u.rule.style = AREA_RULE_DOTTED;
        leader->u.rule.period = POINTS(4);
        leader->u.rule.colour.alpha = 255;
        x = POINTS(202);
        sample_text(sample, line, "Vollkorn 11", i == 1 ? "7\xC2\xA0pt" : "12", &x);
    }
}

static inline void
sample_table(Sample *sample)
{
    static const char *const cells[2][2] = {{"Houding", "Score"}, {"Openheid", "7,5"}};
    AreaBox *box = arena_new0(sample->arena, AreaBox);
    for (int side = 0; side < 4; side++)
        box->border[side] =
            (AreaBorder){POINTS(0.5), AREA_RULE_SOLID, {90, 90, 90, 255}};
    box->background = (AreaColour){240, 240, 230, 255};
    StructureElement *table = sample_element(sample, NULL, "Table");
    Area *block = sample_block(sample, table, POINTS(32));
    block->id = "tabel.1";
    for (int row = 0; row < 2; row++) {
        StructureElement *tr = sample_element(sample, table, "TR");
        for (int column = 0; column < 2; column++) {
            StructureElement *cell = sample_element(sample, tr, row == 0 ? "TH" : "TD");
            if (row == 0) {
                cell->scope = "Column";
                cell->id = column == 0 ? "kop.1" : "kop.2";
            } else
                cell->headers = column == 0 ? "kop.1" : "kop.2";
            Area *frame =
                sample_add(sample, block, AREA_REFERENCE, POINTS(100) * column,
                           POINTS(16) * row, POINTS(100), POINTS(16));
            frame->element = cell;
            frame->box = box;
            Area *line = sample_line(sample, frame, POINTS(1));
            Length x = POINTS(3);
            sample_text(sample, line, row == 0 ? "Lato Bold 9" : "Lato 9",
                        cells[row][column], &x);
        }
    }
}

static const char sample_svg[] =
    "<svg xmlns='http://www.w3.org/2000/svg' width='160' height='80'>"
    "<a href='https://example.org/'><g opacity='.5'>"
    "<rect x='10' y='10' width='60' height='60' fill='#369'/>"
    "<text x='10' y='40' font-family='Lato' font-size='12'>Score</text></g></a>"
    "<circle cx='120' cy='40' r='30' fill='none' stroke='#000'/></svg>";

static inline void
sample_figure(Sample *sample)
{
    StructureElement *figure = sample_element(sample, NULL, "Figure");
    figure->alternative = "Een vierkant en een cirkel";
    Area *block = sample_block(sample, NULL, POINTS(60));
    Area *image = sample_add(sample, block, AREA_IMAGE, 0, 0, POINTS(120), POINTS(60));
    image->element = figure;
    image->u.image.image = image_from_svg(sample->arena, sample_svg, strlen(sample_svg),
                                          &sample_place, NULL);
    image->u.image.width = POINTS(120);
    image->u.image.height = POINTS(60);
}

static inline void
sample_turned(Sample *sample)
{
    StructureElement *p = sample_element(sample, NULL, "P");
    Area *frame = sample_add(sample, sample->region, AREA_REFERENCE, POINTS(290),
                             POINTS(200), POINTS(30), POINTS(120));
    frame->turn = 90;
    frame->element = p;
    Area *block = sample_add(sample, frame, AREA_BLOCK, 0, 0, POINTS(120), POINTS(30));
    Length x = 0;
    sample_text(sample, sample_line(sample, block, 0), "Lato 9", "langs de kant", &x);
}

static inline void
sample_head(Sample *sample, Area *page, const char *text)
{
    Area *head = sample_add(sample, page, AREA_REGION, POINTS(40), POINTS(20),
                            POINTS(320), POINTS(20));
    head->name = "before";
    head->artifact = TRUE;
    Area *block = sample_add(sample, head, AREA_BLOCK, 0, 0, POINTS(320), POINTS(20));
    AreaBox *box = arena_new0(sample->arena, AreaBox);
    box->border[AREA_BOTTOM] =
        (AreaBorder){POINTS(0.4), AREA_RULE_SOLID, {0, 0, 0, 255}};
    block->box = box;
    Length x = 0;
    sample_text(sample, sample_line(sample, block, 0), "Lato 8", text, &x);
}

static inline void
sample_bookmarks(Sample *sample)
{
    AreaBookmark *one = area_add_bookmark(sample->document, NULL, "Eén – begin");
    one->id = "kop";
    one->open = TRUE;
    one->is_bold = TRUE;
    one->colour = (AreaColour){255, 0, 51, 255};
    area_add_bookmark(sample->document, one, "De tabel")->id = "tabel.1";
    area_add_bookmark(sample->document, NULL, "Elders")->uri =
        "https://example.org/a?b=c";
}

/* The whole document. */
static inline Sample
sample_document(void)
{
    static const char *const heading[] = {"Hoofdstuk één", NULL};
    static const char *const end[] = {"Het slot van het", "tweede blad", NULL};
    Sample sample = sample_begin();
    AreaDocument *document = sample.document;
    document->title = "Proef & toets";
    document->language = "nl-NL";
    document->author = "De <maker>";
    document->subject = "Vlakken";
    document->keywords = "proef, vlak";
    Area *page = sample_page(&sample, "i");
    sample_head(&sample, page, "Voetregel op elk blad");
    sample_lines(&sample, sample_element(&sample, NULL, "H1"), "Vollkorn Bold 18",
                 heading)
        ->id = "kop";
    sample_paragraph(&sample);
    sample_list(&sample);
    page = sample_page(&sample, "ii");
    sample_head(&sample, page, "Voetregel op elk blad");
    sample_table(&sample);
    sample_figure(&sample);
    sample_lines(&sample, sample_element(&sample, NULL, "P"), "Vollkorn Italic 11",
                 end);
    sample_turned(&sample);
    sample_bookmarks(&sample);
    return sample;
}

#endif
