#include "area/area.h"
#include "area/image.h"
#include "area/walk.h"
#include "base/markup.h"

#include <string.h>

static const char *const kind_names[AREA_KIND_COUNT] = {
    "page", "region", "reference", "block", "line", "inline", "text", "rule", "image"};

static const char *const style_names[] = {"none",   "solid",  "dotted",
                                          "dashed", "double", "groove",
                                          "ridge",  "inset",  "outset"};

static void
write_colour(Markup *markup, const char *name, AreaColour colour)
{
    if (colour.alpha == 255)
        markup_attribute_printf(markup, name, "#%02x%02x%02x", colour.red, colour.green,
                                colour.blue);
    else
        markup_attribute_printf(markup, name, "#%02x%02x%02x%02x", colour.red,
                                colour.green, colour.blue, colour.alpha);
}

static void
write_length(Markup *markup, const char *name, Length length)
{
    if (length)
        markup_attribute_length(markup, name, length);
}

/* Four lengths, top right bottom left; nothing where all are zero. */
static void
write_sides(Markup *markup, const char *name, const Length sides[4])
{
    if (!sides[0] && !sides[1] && !sides[2] && !sides[3])
        return;
    g_autoptr(GString) value = g_string_new(NULL);
    for (int side = 0; side < 4; side++) {
        if (side > 0)
            g_string_append_c(value, ' ');
        length_append(value, sides[side]);
    }
    markup_attribute(markup, name, value->str);
}

static void
write_box(Markup *markup, const AreaBox *box)
{
    static const char *const names[] = {"top", "right", "bottom", "left"};
    Length widths[4];
    for (int side = 0; side < 4; side++)
        widths[side] = box->border[side].width;
    write_sides(markup, "border", widths);
    for (int side = 0; side < 4; side++) {
        const AreaBorder *border = &box->border[side];
        if (border->width && border->style <= AREA_RULE_OUTSET)
            markup_attribute_printf(markup, names[side], "%s #%02x%02x%02x",
                                    style_names[border->style], border->colour.red,
                                    border->colour.green, border->colour.blue);
    }
    write_sides(markup, "padding", box->padding);
    if (box->background.alpha)
        write_colour(markup, "background", box->background);
}

/* Where the image of a background is first drawn, from the padding rectangle. */
static void
write_background_image(Markup *markup, const Area *area)
{
    static const char *const repeats[] = {"no-repeat", "repeat-x", "repeat-y",
                                          "repeat"};
    const AreaBox *box = area->box;
    Length room_x = area->width - box->border[AREA_LEFT].width -
                    box->border[AREA_RIGHT].width - image_width(box->image);
    Length room_y = area->height - box->border[AREA_TOP].width -
                    box->border[AREA_BOTTOM].width - image_height(box->image);
    markup_attribute(markup, "background-image", box->image_uri);
    markup_attribute(markup, "repeat",
                     repeats[(box->repeat_x ? 1 : 0) + (box->repeat_y ? 2 : 0)]);
    write_length(markup, "image-x",
                 box->image_x + (Length)(box->image_across * room_x));
    write_length(markup, "image-y", box->image_y + (Length)(box->image_down * room_y));
}

static void
write_text(Markup *markup, const Area *area)
{
    g_autoptr(PangoFontDescription) font =
        area->u.text.font ? pango_font_describe(area->u.text.font) : NULL;
    g_autofree char *name = font ? pango_font_description_to_string(font) : NULL;
    markup_attribute_length(markup, "baseline", area->u.text.baseline);
    markup_attribute(markup, "font", name);
    AreaColour colour = area->u.text.colour;
    if (colour.red || colour.green || colour.blue || colour.alpha != 255)
        write_colour(markup, "colour", colour);
    if (area->u.text.level)
        markup_attribute_printf(markup, "level", "%d", area->u.text.level);
    if (area->u.text.expansion)
        markup_attribute_printf(markup, "expansion", "%d", area->u.text.expansion);
    if (area->u.text.hyphen)
        markup_attribute(markup, "hyphen", "yes");
    if (area->u.text.drops_space)
        markup_attribute(markup, "drops-space", "yes");
    if (area->u.text.length > 0)
        markup_text(markup, area->u.text.text, area->u.text.length);
}

static void
write_page(Markup *markup, const Area *page)
{
    markup_attribute_printf(markup, "number", "%d", page->u.page.number);
    markup_attribute(markup, "label", page->u.page.label);
    markup_attribute(markup, "sequence", page->u.page.sequence);
    if (page->u.page.blank)
        markup_attribute(markup, "blank", "yes");
}

static void
write_line(Markup *markup, const Area *line)
{
    markup_attribute_length(markup, "baseline", line->u.line.baseline);
    if (line->u.line.ratio <= -0.0005 || line->u.line.ratio >= 0.0005) {
        char digits[G_ASCII_DTOSTR_BUF_SIZE];
        markup_attribute(
            markup, "ratio",
            g_ascii_formatd(digits, sizeof digits, "%.3f", line->u.line.ratio));
    }
    if (line->u.line.hyphenated)
        markup_attribute(markup, "hyphenated", "yes");
    if (line->u.line.overfull)
        markup_attribute(markup, "overfull", "yes");
}

static void
write_lengths(Markup *markup, const char *name, const Length *lengths, int count)
{
    g_autoptr(GString) value = g_string_new(NULL);
    for (int i = 0; i < count; i++) {
        if (i > 0)
            g_string_append_c(value, ' ');
        length_append(value, lengths[i]);
    }
    markup_attribute(markup, name, value->str);
}

static void
write_image(Markup *markup, const Area *area)
{
    const Length lengths[4] = {area->u.image.x, area->u.image.y, area->u.image.width,
                               area->u.image.height};
    write_lengths(markup, "image", lengths, 4);
}

static void
write_rule(Markup *markup, const Area *area)
{
    if (area->u.rule.style <= AREA_RULE_OUTSET)
        markup_attribute(markup, "style", style_names[area->u.rule.style]);
    write_colour(markup, "colour", area->u.rule.colour);
    write_length(markup, "period", area->u.rule.period);
}

static void
write_field(Markup *markup, const AreaField *field)
{
    static const char *const kinds[] = {"tick", "choice", "line", "lines", "date"};
    markup_attribute(markup, "field", field->name);
    markup_attribute(markup, "kind", kinds[field->kind]);
    markup_attribute(markup, "option", field->option);
    markup_attribute(markup, "value", field->value);
    markup_attribute(markup, "explanation", field->explanation);
    if (field->read_only)
        markup_attribute(markup, "read-only", "yes");
}

static void
write_link(Markup *markup, const AreaLink *link)
{
    markup_attribute(markup, "link", link->id);
    markup_attribute(markup, "uri", link->uri);
    markup_attribute(markup, "contents", link->contents);
    if (link->is_new)
        markup_attribute(markup, "new", "yes");
}

/* Shared borders, a word a segment: "-" or style, colour and width; sizes where it spans. */
static void
write_cell(Markup *markup, const AreaCell *cell)
{
    static const char *const names[] = {"before", "end", "after", "start"};
    const AreaBorder *border = cell->borders;
    for (int side = 0; side < 4; side++) {
        int count = side % 2 == 0 ? cell->columns : cell->rows;
        g_autoptr(GString) value = g_string_new(NULL);
        gboolean any = FALSE;
        for (int i = 0; i < count; i++, border++) {
            if (i > 0)
                g_string_append_c(value, ' ');
            if (border->width <= 0) {
                g_string_append_c(value, '-');
                continue;
            }
            any = TRUE;
            g_string_append_printf(value, "%s,#%02x%02x%02x,",
                                   style_names[border->style], border->colour.red,
                                   border->colour.green, border->colour.blue);
            length_append(value, border->width);
        }
        if (any)
            markup_attribute(markup, names[side], value->str);
    }
    if (!cell->spans)
        return;
    write_lengths(markup, "columns", cell->sizes, cell->columns);
    write_lengths(markup, "rows", cell->sizes + cell->columns, cell->rows);
}

/* What only areas of one kind have; text, being content, comes last. */
static void
write_kind(Markup *markup, const Area *area)
{
    switch (area->kind) {
    case AREA_REGION:
        write_length(markup, "shift", area->u.block.shift);
        break;
    case AREA_BLOCK:
    case AREA_REFERENCE:
        write_length(markup, "space-before", area->u.block.space_before);
        write_length(markup, "space-after", area->u.block.space_after);
        markup_attribute(markup, "object", area->u.block.object);
        write_length(markup, "shift", area->u.block.shift);
        if (area->u.block.cell)
            write_cell(markup, area->u.block.cell);
        break;
    case AREA_INLINE:
        markup_attribute(markup, "object", area->u.block.object);
        break;
    case AREA_PAGE:
        write_page(markup, area);
        break;
    case AREA_LINE:
        write_line(markup, area);
        break;
    case AREA_TEXT:
        write_text(markup, area);
        break;
    case AREA_RULE:
        write_rule(markup, area);
        break;
    case AREA_IMAGE:
        markup_attribute(markup, "object", area->u.image.object);
        write_image(markup, area);
        break;
    default:
        break;
    }
}

/* The formatting object of a region whose name does not tell it. */
static const char *
region_kind(const Area *region)
{
    const char *name = region->name ? region->name : "";
    gboolean is_told =
        g_str_has_prefix(name, "xsl-") && g_str_has_prefix(region->source, "fo:") &&
        strcmp(name + strlen("xsl-"), region->source + strlen("fo:")) == 0;
    return is_told ? NULL : region->source;
}

/* Of what is in lines, the formatting object where its kind does not go without saying. */
static gboolean
names_source(const Area *area)
{
    switch (area->kind) {
    case AREA_BLOCK:
    case AREA_REFERENCE:
        return TRUE;
    case AREA_INLINE:
        return g_strcmp0(area->source, "fo:inline") != 0;
    case AREA_IMAGE:
        return g_strcmp0(area->source, "fo:external-graphic") != 0;
    case AREA_TEXT:
        return area->parent && g_strcmp0(area->source, area->parent->source) != 0;
    default:
        return FALSE;
    }
}

/* What an element says besides its role, where its first area is. */
static void
write_element(Markup *markup, const Area *area)
{
    const StructureElement *element = area->element;
    markup_attribute(markup, "role", element ? element->role : NULL);
    if (!element || (area->parent && area->parent->element == element))
        return;
    markup_attribute(markup, "alternative", element->alternative);
    markup_attribute(markup, "scope", element->scope);
}

static void
write_area(Markup *markup, const Area *area)
{
    markup_open(markup, kind_names[area->kind]);
    markup_attribute(markup, "name", area->name);
    if (names_source(area))
        markup_attribute(markup, "source", area->source);
    if (area->kind == AREA_REGION)
        markup_attribute(markup, "kind", region_kind(area));
    markup_attribute(markup, "id", area->id);
    write_element(markup, area);
    write_length(markup, "x", area->x);
    write_length(markup, "y", area->y);
    markup_attribute_length(markup, "width", area->width);
    markup_attribute_length(markup, "height", area->height);
    if (area->turn)
        markup_attribute_printf(markup, "turn", "%d", area->turn);
    if (area->right_to_left)
        markup_attribute(markup, "direction", "rtl");
    if (area->artifact)
        markup_attribute(markup, "artifact", "yes");
    if (area->clip)
        markup_attribute(markup, "clip", "yes");
    if (area->link)
        write_link(markup, area->link);
    if (area->field)
        write_field(markup, area->field);
    if (area->box)
        write_box(markup, area->box);
    if (area->box && area->box->image)
        write_background_image(markup, area);
    write_kind(markup, area);
}

static void
write_bookmarks(Markup *markup, const AreaBookmark *bookmark)
{
    for (; bookmark; bookmark = bookmark->next) {
        markup_open(markup, "bookmark");
        markup_attribute(markup, "title", bookmark->title);
        markup_attribute(markup, "link", bookmark->id);
        markup_attribute(markup, "uri", bookmark->uri);
        if (bookmark->open)
            markup_attribute(markup, "open", "yes");
        write_bookmarks(markup, bookmark->first);
        markup_close(markup);
    }
}

char *
area_dump(const AreaDocument *document)
{
    Markup *markup = markup_new();
    markup_open(markup, "pages");
    markup_attribute(markup, "title", document->title);
    markup_attribute(markup, "language", document->language);
    for (guint i = 0; i < document->pages->len; i++) {
        g_auto(AreaWalk) walk =
            area_walk_begin(g_ptr_array_index(document->pages, i), AREA_IDENTITY);
        while (area_walk_next(&walk)) {
            if (walk.leaving)
                markup_close(markup);
            else
                write_area(markup, walk.area);
        }
    }
    write_bookmarks(markup, document->bookmarks);
    return markup_finish(markup);
}
