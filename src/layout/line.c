#include "layout/line.h"
#include "layout/align.h"
#include "layout/border.h"
#include "layout/field.h"
#include "layout/change.h"
#include "layout/container.h"
#include "layout/marker.h"
#include "layout/notes.h"
#include "layout/number.h"

#include <string.h>

typedef struct Extent {
    Length above, below;
} Extent;

/* XSL 1.1, 7.16.5: what is raised or lowered may leave the line as high as it was. */
static Extent
piece_extent(const Inline *owner, FoEnum strategy, gboolean with_shifts)
{
    Length shift = with_shifts ? owner->shift : 0;
    if (owner->graphic)
        return (Extent){owner->above + shift, owner->below - shift};
    Length ascent = owner->metrics.ascent, descent = owner->metrics.descent;
    Length lead =
        strategy == ENUM_LINE_HEIGHT ? owner->line_height - ascent - descent : 0;
    return (Extent){ascent + shift + lead / 2, descent - shift + lead - lead / 2};
}

static void
add_note(Layout *layout, Line *line, const FoNode *note, int most)
{
    if (!line->notes)
        line->notes = arena_array(layout->scratch, const FoNode *, most);
    line->notes[line->note_count++] = note;
}

/* The footnotes that pieces cite, and what is in a container among them, in their order. */
static void
collect_notes(Layout *layout, Line *line)
{
    g_autoptr(GPtrArray) notes = g_ptr_array_new();
    for (int i = 0; i < line->text->piece_count; i++) {
        const Inline *owner = line->text->pieces[i].owner;
        const Container *container = line->containers ? line->containers[i] : NULL;
        if (owner->note)
            g_ptr_array_add(notes, (gpointer)owner->note);
        if (container)
            notes_collect(container->list, 0, container->list->count, notes);
    }
    for (guint i = 0; i < notes->len; i++)
        add_note(layout, line, notes->pdata[i], (int)notes->len);
}

/* Sets the fo:inline-container of a piece. */
static Extent
set_container(Layout *layout, const Frame *frame, Line *line, int piece)
{
    const Inline *owner = line->text->pieces[piece].owner;
    Container *container = container_inline(layout, frame, owner->node);
    if (!line->containers)
        line->containers =
            arena_array(layout->scratch, Container *, line->text->piece_count);
    line->containers[piece] = container;
    container->above =
        align_box(owner, container->height, container_baseline(container)) +
        owner->shift;
    return (Extent){container->above, container->height - container->above};
}

static gboolean
is_container(const Inline *owner)
{
    return owner->node->kind == FO_INLINE_CONTAINER;
}

Line *
line_new(Layout *layout, const Frame *frame, const TextLine *text, const Inline *root,
         Length measure)
{
    Line *line = arena_new0(layout->scratch, Line);
    line->text = text;
    line->root = root;
    line->measure = measure;
    Length leading = root->line_height - root->metrics.ascent - root->metrics.descent;
    FoEnum strategy = fo_enum(root->node, PROP_LINE_STACKING_STRATEGY);
    gboolean with_shifts =
        fo_enum(root->node, PROP_LINE_HEIGHT_SHIFT_ADJUSTMENT) != ENUM_DISREGARD_SHIFTS;
    /* 4.5: the half-leading is outside the rectangle of all that is in the line. */
    Length outside = strategy == ENUM_MAX_HEIGHT ? leading : 0;
    Length above = root->metrics.ascent + (leading - outside) / 2;
    Length below = root->line_height - outside - above;
    for (int i = 0; i < text->piece_count; i++) {
        const Inline *owner = text->pieces[i].owner;
        gboolean is_box = is_container(owner);
        if (strategy == ENUM_FONT_HEIGHT && !owner->graphic && !is_box)
            continue;
        Extent extent = is_box ? set_container(layout, frame, line, i)
                               : piece_extent(owner, strategy, with_shifts);
        above = MAX(above, extent.above);
        below = MAX(below, extent.below);
    }
    collect_notes(layout, line);
    line->height = above + below + outside;
    line->baseline = above + outside / 2;
    return line;
}

typedef struct Placing {
    Layout *layout;
    const Line *line;
    Length left; /* of the parent's border rectangle, from the line's */
    Length top;
} Placing;

static Area *
add_area(const Placing *placing, Area *parent, AreaKind kind, const Inline *owner)
{
    Area *area = area_new(placing->layout->document, kind,
                          fo_kind_name(owner->node->kind), owner->node->place);
    area->element = placing->layout->artifact ? NULL : owner->element;
    area_append(parent, area);
    return area;
}

static void
set_rectangle(const Placing *placing, Area *area, Length x, Length y, Length width,
              Length height)
{
    area->x = x - placing->left;
    area->y = y - placing->top;
    area->width = width;
    area->height = height;
}

/* Whether what is in the line may reach outside it. */
static gboolean
hangs(const Placing *placing)
{
    return fo_enum(placing->line->root->node, PROP_OW_PROTRUDE) == ENUM_TRUE ||
           placing->line->text->indent < 0;
}

/* Underline, overline and line-through (XSL 1.1, 7.17.4), each in the colour that was in
 * force where it was asked for. */
static void
decorate(const Placing *placing, Area *parent, const Inline *owner, Length x,
         Length width)
{
    static const FoProperty properties[] = {PROP_TEXT_DECORATION_UNDERLINE,
                                            PROP_TEXT_DECORATION_OVERLINE,
                                            PROP_TEXT_DECORATION_LINE_THROUGH};
    static const char *const names[] = {"underline", "overline", "line-through"};
    const TextMetrics *metrics = &owner->metrics;
    const Length offsets[] = {metrics->underline_offset, -metrics->ascent,
                              -metrics->strike_offset};
    const Length widths[] = {metrics->underline_thickness, metrics->underline_thickness,
                             metrics->strike_thickness};
    for (gsize i = 0; i < G_N_ELEMENTS(properties); i++) {
        if (fo_value(owner->node, properties[i])->kind != FO_VALUE_COLOUR)
            continue;
        Area *rule = add_area(placing, parent, AREA_RULE, owner);
        Length y = placing->line->baseline - owner->shift + offsets[i];
        set_rectangle(placing, rule, x, y, width, MAX(widths[i], 1));
        rule->name = names[i];
        rule->artifact = TRUE;
        rule->u.rule.style = AREA_RULE_SOLID;
        rule->u.rule.colour = border_colour(fo_colour(owner->node, properties[i]));
    }
}

/* Decorates the piece; without score-spaces its words only (XSL 1.1, 7.17.7). */
static void
place_decoration(const Placing *placing, Area *parent, const TextPiece *piece, Length x)
{
    const Inline *owner = piece->owner;
    if (fo_enum(owner->node, PROP_SCORE_SPACES) != ENUM_FALSE) {
        decorate(placing, parent, owner, x, piece->width);
        return;
    }
    const PangoGlyphString *glyphs = piece->glyphs;
    Length from = x;
    for (int i = 0; i <= glyphs->num_glyphs; i++) {
        gboolean is_end = i == glyphs->num_glyphs;
        int byte = is_end ? piece->length : glyphs->log_clusters[i];
        gboolean is_space = !is_end && byte < piece->length && piece->text[byte] == ' ';
        if ((is_end || is_space) && x > from)
            decorate(placing, parent, owner, from, x - from);
        x += is_end ? 0 : glyphs->glyphs[i].geometry.width;
        if (is_space)
            from = x;
    }
}

/* The glyphs of piece with their left edge at x. */
static Area *
add_text(const Placing *placing, Area *parent, const TextPiece *piece,
         const Inline *owner, Length x)
{
    Area *area = add_area(placing, parent, AREA_TEXT, owner);
    Length ascent = owner->metrics.ascent;
    set_rectangle(placing, area, x, placing->line->baseline - owner->shift - ascent,
                  piece->width, ascent + owner->metrics.descent);
    area->hangs = hangs(placing);
    area->u.text.baseline = ascent;
    area->u.text.font = piece->font;
    area->u.text.glyphs = piece->glyphs;
    area->u.text.text = piece->text;
    area->u.text.length = piece->length;
    area->u.text.level = piece->level;
    area->u.text.hyphen = piece->hyphen;
    area->u.text.drops_space = piece->space_after;
    area->u.text.expansion = piece->expansion;
    area->u.text.colour = owner->colour;
    return area;
}

static void
place_glyphs(const Placing *placing, Area *parent, const TextPiece *piece, Length x)
{
    const Inline *owner = piece->owner;
    if (piece->glyphs->num_glyphs == 0)
        return; /* only signs that show nothing: joiners, marks of direction */
    add_text(placing, parent, piece, owner, x);
    place_decoration(placing, parent, piece, x);
}

/* The content of a leader, as often as it goes: at its end where it is to be aligned, so that
 * what stands under one another lines up. */
static void
place_pattern(const Placing *placing, Area *parent, const TextPiece *piece, Length x)
{
    const Inline *owner = piece->owner;
    Length period = fo_length(owner->node, PROP_LEADER_PATTERN_WIDTH, piece->width);
    period = MAX(MAX(period, owner->pattern->width), POINTS(1));
    int count = piece->width / period;
    if (fo_enum(owner->node, PROP_LEADER_ALIGNMENT) != ENUM_NONE)
        x += piece->width - count * period;
    for (int i = 0; i < count; i++) {
        Area *area = add_text(placing, parent, owner->pattern, owner, x + i * period);
        area->name = "leader";
        area->artifact = TRUE;
    }
}

/* A leader is decoration: a reader does not hear it. Its dots stand in columns over the
 * whole page (XSL 1.1, 6.6.9 and 7.22). */
static void
place_leader(const Placing *placing, Area *parent, const TextPiece *piece, Length x)
{
    const Inline *owner = piece->owner;
    const FoNode *node = owner->node;
    FoEnum pattern = fo_enum(node, PROP_LEADER_PATTERN);
    if (piece->width <= 0)
        return;
    if (owner->pattern) {
        place_pattern(placing, parent, piece, x);
        return;
    }
    gboolean is_rule = pattern == ENUM_RULE;
    gboolean is_blank = pattern == ENUM_SPACE || pattern == ENUM_USE_CONTENT;
    Length dot = owner->style->size / 11;
    Length thickness = is_rule    ? fo_length(node, PROP_RULE_THICKNESS, 0)
                       : is_blank ? 0
                                  : dot;
    Area *area = add_area(placing, parent, is_blank ? AREA_INLINE : AREA_RULE, owner);
    area->name = "leader";
    set_rectangle(placing, area, x, placing->line->baseline - owner->shift - thickness,
                  piece->width, thickness);
    area->artifact = TRUE;
    if (is_blank)
        return;
    area->u.rule.colour = owner->colour;
    area->u.rule.style =
        is_rule ? border_rule_style(fo_enum(node, PROP_RULE_STYLE)) : AREA_RULE_DOTTED;
    if (!is_rule)
        area->u.rule.period =
            MAX(fo_length(node, PROP_LEADER_PATTERN_WIDTH, piece->width), 3 * dot);
}

static void
place_graphic(const Placing *placing, Area *parent, const TextPiece *piece, Length x)
{
    const Inline *owner = piece->owner;
    const Graphic *graphic = owner->graphic;
    if (!graphic)
        return;
    Area *area = add_area(placing, parent, AREA_IMAGE, owner);
    set_rectangle(placing, area, x,
                  placing->line->baseline - owner->shift - owner->above, piece->width,
                  owner->above + owner->below);
    area->box = owner->box;
    if (!placing->layout->artifact)
        area->id = number_destination(placing->layout, owner->node);
    graphic_show(graphic, area);
    area->u.image.object = area->id ? NULL : number_object(owner->node);
}

static void
place_container(const Placing *placing, Area *parent, const TextPiece *piece, Length x)
{
    const Line *line = placing->line;
    Container *container =
        line->containers ? line->containers[piece - line->text->pieces] : NULL;
    if (container)
        container_place(placing->layout, container, parent, x - placing->left,
                        line->baseline - container->above - placing->top);
}

static void
place_piece(const Placing *placing, Area *parent, const TextPiece *piece)
{
    const Inline *owner = piece->owner;
    Length x = placing->line->text->indent + piece->x;
    if (!placing->layout->artifact && piece->kind != TEXT_BOX)
        number_record(placing->layout, owner->node);
    if (owner->hidden)
        return;
    switch (piece->kind) {
    case TEXT_GLYPHS:
        place_glyphs(placing, parent, piece, x);
        break;
    case TEXT_LEADER:
        place_leader(placing, parent, piece, x);
        break;
    case TEXT_BOX:
        place_graphic(placing, parent, piece, x);
        place_container(placing, parent, piece, x);
        break;
    case TEXT_EDGE_START:
    case TEXT_EDGE_END:
    case TEXT_ANCHOR:
        break;
    }
}

/* The outermost inline with an area of its own between owner and inside (excluded). */
static const Inline *
outermost(const Inline *owner, const Inline *inside)
{
    const Inline *found = NULL;
    for (; owner && owner != inside; owner = owner->parent)
        if (owner->has_area)
            found = owner;
    return found;
}

/* Whether the piece stands in owner. */
static gboolean
is_within(const TextPiece *piece, const Inline *owner)
{
    const Inline *at = piece->owner;
    while (at && at != owner)
        at = at->parent;
    return at != NULL;
}

/* Whether owner has pieces on the line before this one (-1) or behind it (1) too. */
static gboolean
goes_on(const Line *line, const Inline *owner, int way)
{
    int other = line->number + way;
    if (!line->lines || other < 0 || other >= line->lines->count)
        return FALSE;
    const TextLine *text = &line->lines->lines[other];
    if (text->piece_count == 0)
        return FALSE;
    return is_within(&text->pieces[way < 0 ? text->piece_count - 1 : 0], owner);
}

static Area *
add_inline(const Placing *placing, Area *parent, const Inline *owner, Length x,
           Length width)
{
    Area *area = add_area(placing, parent, AREA_INLINE, owner);
    Length ascent = owner->metrics.ascent + owner->before;
    set_rectangle(placing, area, x, placing->line->baseline - owner->shift - ascent,
                  width, ascent + owner->metrics.descent + owner->after);
    Length right, down;
    border_offset(owner->node, width, &right, &down);
    area->x += right;
    area->y += down;
    gboolean is_later = owner->is_later || goes_on(placing->line, owner, -1);
    gboolean is_earlier = owner->is_earlier || goes_on(placing->line, owner, 1);
    area->box = border_cut_inline(placing->layout, owner->node, owner->box, is_later,
                                  is_earlier);
    area->link = owner->link;
    area->hangs = hangs(placing) || right != 0;
    field_place(placing->layout, owner->node, area);
    if (!placing->layout->artifact) {
        area->id = number_destination(placing->layout, owner->node);
        marker_record(placing->layout, owner->node, !is_later, !is_earlier);
        change_record(placing->layout, owner->node, area);
    }
    area->u.block.object = area->id ? NULL : number_object(owner->node);
    return area;
}

/* A link around an image is as high as what is in it. */
static void
cover_images(Area *area)
{
    Length top = G_MAXINT, bottom = -G_MAXINT;
    gboolean has_image = FALSE;
    for (const Area *child = area->first; child; child = child->next) {
        has_image |= child->kind == AREA_IMAGE;
        top = MIN(top, child->y);
        bottom = MAX(bottom, child->y + child->height);
    }
    if (!has_image)
        return;
    area->y += top;
    area->height = bottom - top;
    for (Area *child = area->first; child; child = child->next)
        child->y -= top;
}

/* Pieces from … to, which all stand inside `inside`; a run of pieces within one inline that
 * has an area becomes that area's content. */
static void
place_pieces(const Placing *placing, Area *parent, int from, int to,
             const Inline *inside, int depth)
{
    const TextLine *text = placing->line->text;
    for (int i = from; i < to;) {
        const Inline *owner = outermost(text->pieces[i].owner, inside);
        if (!owner || depth > FRAME_DEEPEST) {
            place_piece(placing, parent, &text->pieces[i++]);
            continue;
        }
        int end = i + 1;
        while (end < to && outermost(text->pieces[end].owner, inside) == owner)
            end++;
        Length x = text->indent + text->pieces[i].x;
        Length width = 0;
        for (int j = i; j < end; j++)
            width += text->pieces[j].width;
        Area *area = add_inline(placing, parent, owner, x, width);
        Placing within = *placing;
        Length right, down;
        border_offset(owner->node, width, &right, &down);
        within.left += area->x - right;
        within.top += area->y - down;
        place_pieces(&within, area, i, end, owner, depth + 1);
        if (owner->link && !owner->box)
            cover_images(area);
        i = end;
    }
}

/* text-align inside and outside (XSL 1.1, 7.16.9): on a left-hand page, which is bound at its
 * end edge, what began at the start edge ends at the end edge, and the reverse. */
static Length
mirrored(const Layout *layout, const Line *line)
{
    const TextLine *text = line->text;
    const FoNode *block = line->root->node;
    gboolean is_last =
        text->forced || !line->lines || line->number == line->lines->count - 1;
    FoEnum align = fo_enum(block, is_last ? PROP_TEXT_ALIGN_LAST : PROP_TEXT_ALIGN);
    if (align == ENUM_RELATIVE)
        align = fo_enum(block, PROP_TEXT_ALIGN);
    if ((align != ENUM_INSIDE && align != ENUM_OUTSIDE) || !layout->page ||
        layout->page->u.page.number % 2 != 0)
        return 0;
    Length first =
        line->number == 0 ? fo_length(block, PROP_TEXT_INDENT, text->measure) : 0;
    Length room = text->measure - text->width;
    gboolean to_end = (align == ENUM_INSIDE) == border_runs_right(block);
    return (to_end ? room : border_runs_right(block) ? first : 0) - text->indent;
}

void
line_place(Layout *layout, const Line *line, Area *parent, Length x, Length y)
{
    const Inline *root = line->root;
    Area *area = area_new(layout->document, AREA_LINE, fo_kind_name(root->node->kind),
                          root->node->place);
    area->x = x;
    area->y = y;
    area->width = MAX(line->text->measure, line->text->indent + line->text->width);
    area->height = line->height;
    area->hangs = area->width > line->measure;
    area->u.line.baseline = line->baseline;
    area->u.line.ratio = line->text->ratio;
    area->u.line.hyphenated = line->text->hyphenated;
    area->u.line.overfull = line->text->overfull;
    area->u.line.over = MAX(area->width - line->text->measure, 0);
    area->u.line.forced = line->text->forced;
    area->u.line.justified = line->text->justified;
    area->u.line.paragraph = line->lines;
    area->u.line.number = line->number;
    area->u.line.count = line->lines ? line->lines->count : 1;
    area_append(parent, area);
    Placing placing = {layout, line, -mirrored(layout, line), 0};
    place_pieces(&placing, area, 0, line->text->piece_count, NULL, 0);
}

char *
line_text(const Line *line)
{
    GString *text = g_string_new(NULL);
    for (int i = 0; i < line->text->piece_count; i++) {
        const TextPiece *piece = &line->text->pieces[i];
        if (piece->kind == TEXT_GLYPHS)
            g_string_append_len(text, piece->text, piece->length);
        else if (piece->kind == TEXT_LEADER)
            g_string_append(text, "…");
        if (piece->kind == TEXT_GLYPHS && piece->hyphen)
            g_string_append(text, "-");
    }
    return g_string_free(text, FALSE);
}
