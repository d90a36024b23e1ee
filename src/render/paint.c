#include "render/paint.h"
#include "area/image.h"
#include "area/walk.h"
#include "render/figure.h"
#include "render/glyphs.h"
#include "render/ink.h"
#include "render/mark.h"

#include <string.h>

/* A background of small tiles in a large area is not drawn further than this. */
enum { MOST_TILES = 4096 };

/* Of the height of text: a gap this wide in a line is read as a space. */
#define LEAST_GAP 0.3

/* A rule waits for the end of its line, so that it does not cut the text's marks. */
typedef struct PendingRule {
    const Area *area;
    InkRectangle rectangle;
} PendingRule;

struct Painter {
    Canvas *canvas;
    const AreaDocument *document;
    Marks marks;
    Ink ink;
    GlyphDrawer *glyphs;
    GHashTable *last_lines; /* StructureElement → the last line of its text */
    GPtrArray *elements;    /* StructureElement of the areas entered */
    int field_count;        /* entered so far, over all pages */
    int artifacts;          /* how many of the areas entered are none of the content */
    GArray *rules;          /* PendingRule */
    const Area *last_text;  /* of the line that is drawn, where a space follows it */
    const Area *text;       /* that was drawn last in this line, or NULL */
    double text_end;        /* where it ends, pt */
    AreaMatrix frame;       /* the turn of the frame that is drawn in */
    double x, y;            /* its origin after that turn, pt */
};

static StructureElement *
element_of(const Painter *painter)
{
    if (painter->artifacts > 0)
        return NULL;
    if (painter->elements->len == 0)
        return painter->document->structure->root;
    return g_ptr_array_index(painter->elements, painter->elements->len - 1);
}

/* Keeps the elements and artifacts of the areas that the walk is in. */
static void
follow_elements(Painter *painter, const AreaWalk *walk)
{
    const Area *area = walk->area;
    if (area->artifact)
        painter->artifacts += walk->leaving ? -1 : 1;
    if (!area->element)
        return;
    if (walk->leaving)
        g_ptr_array_set_size(painter->elements, (int)painter->elements->len - 1);
    else
        g_ptr_array_add(painter->elements, area->element);
}

/* Of all lines of an element but the last the text goes on. */
static void
find_last_lines(Painter *painter)
{
    for (guint i = 0; i < painter->document->pages->len; i++) {
        const Area *page = g_ptr_array_index(painter->document->pages, i);
        g_auto(AreaWalk) walk = area_walk_begin(page, AREA_IDENTITY);
        while (area_walk_next(&walk)) {
            follow_elements(painter, &walk);
            StructureElement *element = element_of(painter);
            if (!walk.leaving && walk.area->kind == AREA_LINE && element)
                g_hash_table_insert(painter->last_lines, element, (gpointer)walk.area);
        }
    }
}

Painter *
painter_new(Canvas *canvas, const AreaDocument *document, gboolean marked)
{
    Painter *painter = g_new0(Painter, 1);
    painter->canvas = canvas;
    painter->document = document;
    painter->marks.canvas = canvas;
    painter->marks.structure = marked ? document->structure : NULL;
    painter->ink = ink_begin(canvas, &painter->marks);
    painter->glyphs = glyph_drawer_new(canvas);
    painter->last_lines = g_hash_table_new(NULL, NULL);
    painter->elements = g_ptr_array_new();
    painter->rules = g_array_new(FALSE, FALSE, sizeof(PendingRule));
    if (marked)
        find_last_lines(painter);
    return painter;
}

void
painter_free(Painter *painter)
{
    ink_end(&painter->ink);
    glyph_drawer_free(painter->glyphs);
    g_hash_table_unref(painter->last_lines);
    g_ptr_array_unref(painter->elements);
    g_array_unref(painter->rules);
    g_free(painter);
}

static void
flush_rules(Painter *painter)
{
    for (guint i = 0; i < painter->rules->len; i++) {
        const PendingRule *rule = &g_array_index(painter->rules, PendingRule, i);
        ink_rule(&painter->ink, rule->area->u.rule.style, rule->area->u.rule.colour,
                 length_points(rule->area->u.rule.period), rule->rectangle);
    }
    g_array_set_size(painter->rules, 0);
}

/* Turns the canvas to the frame of map; its rotation is its own inverse transposed. */
static void
set_frame(Painter *painter, AreaMatrix map)
{
    AreaMatrix *frame = &painter->frame;
    if (map.a != frame->a || map.b != frame->b || map.c != frame->c ||
        map.d != frame->d) {
        flush_rules(painter);
        ink_flush(&painter->ink);
        painter->canvas->methods->turn(painter->canvas, &map);
    }
    *frame = map;
    painter->x = (double)(map.a * map.e + map.b * map.f) / 1024;
    painter->y = (double)(map.c * map.e + map.d * map.f) / 1024;
}

static InkRectangle
border_rectangle(const Painter *painter, const Area *area)
{
    return (InkRectangle){painter->x + length_points(area->x),
                          painter->y + length_points(area->y),
                          length_points(area->width), length_points(area->height)};
}

static InkRectangle
padding_rectangle(const Painter *painter, const Area *area)
{
    InkRectangle r = border_rectangle(painter, area);
    if (!area->box)
        return r;
    const AreaBorder *border = area->box->border;
    r.x += length_points(border[AREA_LEFT].width);
    r.y += length_points(border[AREA_TOP].width);
    r.width -= length_points(border[AREA_LEFT].width + border[AREA_RIGHT].width);
    r.height -= length_points(border[AREA_TOP].width + border[AREA_BOTTOM].width);
    return r;
}

static CanvasArtifact
artifact_of(const Area *region)
{
    if (g_strcmp0(region->source, "fo:region-before") == 0)
        return CANVAS_HEADER;
    if (g_strcmp0(region->source, "fo:region-after") == 0)
        return CANVAS_FOOTER;
    return CANVAS_PAGINATION;
}

/* No mark reaches across the edge of a running head. */
static void
follow_region(Painter *painter, const AreaWalk *walk)
{
    if (walk->area->kind != AREA_REGION || !walk->area->artifact)
        return;
    flush_rules(painter);
    ink_flush(&painter->ink);
    marks_run(&painter->marks, walk->leaving ? CANVAS_PLAIN : artifact_of(walk->area));
}

/* Everything between the two has its own clip; no mark reaches across. */
static void
begin_clip(Painter *painter, InkRectangle r)
{
    flush_rules(painter);
    ink_flush(&painter->ink);
    marks_close(&painter->marks);
    painter->canvas->methods->begin_clip(painter->canvas, r.x, r.y, MAX(r.width, 0),
                                         MAX(r.height, 0));
}

static void
end_clip(Painter *painter)
{
    flush_rules(painter);
    ink_flush(&painter->ink);
    marks_close(&painter->marks);
    painter->canvas->methods->end_clip(painter->canvas);
}

static void
paint_background_image(Painter *painter, const Area *area)
{
    const AreaBox *box = area->box;
    InkRectangle r = padding_rectangle(painter, area);
    double width = length_points(image_width(box->image));
    double height = length_points(image_height(box->image));
    if (r.width <= 0 || r.height <= 0 || width <= 0 || height <= 0)
        return;
    begin_clip(painter, r);
    marks_set(&painter->marks, NULL);
    double left =
        r.x + length_points(box->image_x) + box->image_across * (r.width - width);
    double top =
        r.y + length_points(box->image_y) + box->image_down * (r.height - height);
    double right = left + width, bottom = top + height;
    if (box->repeat_x) {
        left -= width * (int)((left - r.x + width) / width);
        right = r.x + r.width;
    }
    if (box->repeat_y) {
        top -= height * (int)((top - r.y + height) / height);
        bottom = r.y + r.height;
    }
    int tiles = 0;
    for (double y = top; y < bottom - 0.001 && tiles < MOST_TILES; y += height)
        for (double x = left; x < right - 0.001 && tiles < MOST_TILES; x += width) {
            painter->canvas->methods->draw_image(painter->canvas, box->image, x, y,
                                                 width, height);
            tiles++;
        }
    end_clip(painter);
}

static void
paint_box(Painter *painter, const Area *area)
{
    InkRectangle r = border_rectangle(painter, area);
    ink_background(&painter->ink, area->box, r);
    if (area->box->image)
        paint_background_image(painter, area);
    ink_border(&painter->ink, area->box, r);
}

/* The last text of a line, itself or in inlines; NULL where there is none. */
static const Area *
last_text_of(const Area *line)
{
    const Area *last = NULL;
    const Area *area = line->first;
    while (area) {
        if (area->kind == AREA_TEXT && area->u.text.length > 0)
            last = area;
        if (area->kind == AREA_INLINE && area->first) {
            area = area->first;
            continue;
        }
        while (area != line && !area->next)
            area = area->parent;
        area = area == line ? NULL : area->next;
    }
    return last;
}

static void
enter_line(Painter *painter, const Area *line)
{
    painter->last_text = NULL;
    painter->text = NULL;
    StructureElement *element = element_of(painter);
    if (!painter->marks.structure || !element || line->u.line.hyphenated)
        return;
    if (g_hash_table_lookup(painter->last_lines, element) == line)
        return;
    const Area *last = last_text_of(line);
    if (last && glyphs_space_follows(last))
        painter->last_text = last;
}

/* The gap between two texts of a line that stands for a space, as under a leader. */
static double
gap_before(const Painter *painter, const Area *area, InkRectangle r)
{
    double gap = r.x - painter->text_end;
    if (!painter->marks.structure || !painter->text || gap < r.height * LEAST_GAP ||
        !glyphs_space_follows(painter->text) || area->u.text.length == 0)
        return 0;
    return g_ascii_isspace(*area->u.text.text) ? 0 : gap;
}

static void
paint_text(Painter *painter, const Area *area)
{
    const PangoGlyphString *glyphs = area->u.text.glyphs;
    if (!glyphs || glyphs->num_glyphs == 0)
        return;
    ink_flush(&painter->ink);
    marks_set(&painter->marks, element_of(painter));
    InkRectangle r = border_rectangle(painter, area);
    GlyphSpaces spaces = {gap_before(painter, area, r), area == painter->last_text};
    glyphs_draw(painter->glyphs, area, r.x, r.y + length_points(area->u.text.baseline),
                1, spaces);
    painter->text = area;
    painter->text_end = r.x + r.width;
}

static void
add_rule(Painter *painter, const Area *area)
{
    PendingRule rule = {area, border_rectangle(painter, area)};
    g_array_append_val(painter->rules, rule);
}

/* A figure is where its image is (PDF/UA-1, 7.3; ISO 32000-1, table 344, BBox). */
static void
locate_figure(StructureElement *element, AreaRectangle r)
{
    const Length *box = element->box;
    if (strcmp(element->role, "Figure") != 0 || box[0] || box[1] || box[2] || box[3])
        return;
    enum { SMALLEST = 100 }; /* a place has a size, also that of what is clipped away */
    const gint64 edges[4] = {r.x, r.y, r.x + MAX(r.width, SMALLEST),
                             r.y + MAX(r.height, SMALLEST)};
    for (int i = 0; i < 4; i++)
        element->box[i] = (Length)CLAMP(edges[i], -LENGTH_MAX, LENGTH_MAX);
}

static void
paint_image(Painter *painter, const AreaWalk *walk)
{
    const Area *area = walk->area;
    InkRectangle content = padding_rectangle(painter, area);
    if (area->box) {
        content.x += length_points(area->box->padding[AREA_LEFT]);
        content.y += length_points(area->box->padding[AREA_TOP]);
    }
    InkRectangle r = {content.x + length_points(area->u.image.x),
                      content.y + length_points(area->u.image.y),
                      length_points(area->u.image.width),
                      length_points(area->u.image.height)};
    if (!area->u.image.image)
        return;
    if (area->clip)
        begin_clip(painter, padding_rectangle(painter, area));
    ink_flush(&painter->ink);
    StructureElement *element = element_of(painter);
    marks_set(&painter->marks, element);
    if (element && painter->marks.structure)
        locate_figure(element, area_matrix_rectangle(walk->siblings, area));
    const AreaFigure *figure = image_figure(area->u.image.image);
    if (figure)
        figure_paint(figure, painter->canvas, painter->glyphs, r);
    else
        painter->canvas->methods->draw_image(painter->canvas, area->u.image.image, r.x,
                                             r.y, r.width, r.height);
    if (area->clip)
        end_clip(painter);
}

/* A field is content of its element, though nothing is drawn of it here. */
static void
note_field(Painter *painter, const AreaField *field)
{
    int number = painter->field_count++;
    if (!painter->marks.structure || !field->element)
        return;
    ink_flush(&painter->ink);
    marks_close(&painter->marks);
    structure_add_field(painter->marks.structure, field->element, painter->marks.page,
                        number);
}

static void
enter(Painter *painter, const AreaWalk *walk)
{
    const Area *area = walk->area;
    set_frame(painter, walk->siblings);
    if (area->box)
        paint_box(painter, area);
    if (area->field)
        note_field(painter, area->field);
    switch (area->kind) {
    case AREA_LINE:
        enter_line(painter, area);
        break;
    case AREA_TEXT:
        paint_text(painter, area);
        break;
    case AREA_RULE:
        add_rule(painter, area);
        break;
    case AREA_IMAGE:
        paint_image(painter, walk);
        return;
    default:
        break;
    }
    if (area->clip)
        begin_clip(painter, padding_rectangle(painter, area));
}

static void
leave(Painter *painter, const AreaWalk *walk)
{
    const Area *area = walk->area;
    if (area->clip && area->kind != AREA_IMAGE)
        end_clip(painter);
    set_frame(painter, walk->siblings);
    if (area->kind == AREA_LINE || area->kind == AREA_REGION)
        flush_rules(painter);
}

void
paint_page(Painter *painter, int page)
{
    painter->marks.page = page;
    painter->marks.count = 0;
    painter->frame = AREA_IDENTITY;
    painter->x = painter->y = 0;
    const Area *area = g_ptr_array_index(painter->document->pages, (guint)page);
    painter->canvas->methods->begin_page(painter->canvas, area);
    g_auto(AreaWalk) walk = area_walk_begin(area, AREA_IDENTITY);
    while (area_walk_next(&walk)) {
        follow_elements(painter, &walk);
        if (walk.leaving)
            leave(painter, &walk);
        follow_region(painter, &walk);
        if (!walk.leaving)
            enter(painter, &walk);
    }
    flush_rules(painter);
    ink_flush(&painter->ink);
    marks_close(&painter->marks);
    painter->canvas->methods->end_page(painter->canvas);
}
