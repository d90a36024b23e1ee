#include "layout/inline.h"
#include "layout/align.h"
#include "layout/border.h"
#include "layout/container.h"
#include "layout/field.h"
#include "layout/index.h"
#include "layout/initial.h"
#include "layout/line.h"
#include "layout/marker.h"
#include "layout/mixed.h"
#include "layout/number.h"
#include "layout/transform.h"
#include "layout/side.h"

#include <string.h>

static const AreaLink *
link_of(Layout *layout, const FoNode *node)
{
    return node->kind == FO_BASIC_LINK ? g_hash_table_lookup(layout->links, node)
                                       : NULL;
}

/* keep-together.within-line and the spaces at the ends of lines (XSL 1.1, 7.20.3, 7.16.8). */
static TextTreatment
treatment_of(Run *run, const FoNode *node, const Inline *parent)
{
    TextTreatment treatment = {0};
    if (fo_keep(node, PROP_KEEP_TOGETHER_WITHIN_LINE) == G_MAXINT)
        treatment.together = parent && parent->treatment.together
                                 ? parent->treatment.together
                                 : ++run->together;
    FoEnum spaces = fo_enum(node, PROP_WHITE_SPACE_TREATMENT);
    treatment.keeps_spaces =
        spaces == ENUM_PRESERVE || spaces == ENUM_IGNORE_IF_AFTER_LINEFEED;
    return treatment;
}

static gboolean
has_own_extent(const FoNode *node)
{
    return !fo_is_auto(node, PROP_TEXT_ALTITUDE) || !fo_is_auto(node, PROP_TEXT_DEPTH);
}

/* Those of the font, but for text-altitude and text-depth (XSL 1.1, 7.29.4, 7.29.5). */
static void
set_metrics(Layout *layout, Inline *owner)
{
    const FoNode *node = owner->node;
    const Inline *parent = owner->parent;
    if (parent && parent->style == owner->style && !has_own_extent(parent->node))
        owner->metrics = parent->metrics;
    else
        text_metrics(layout->text, owner->style, &owner->metrics, &node->place,
                     layout->diag);
    if (!fo_is_auto(node, PROP_TEXT_ALTITUDE))
        owner->metrics.ascent = fo_length(node, PROP_TEXT_ALTITUDE, owner->style->size);
    if (!fo_is_auto(node, PROP_TEXT_DEPTH))
        owner->metrics.descent = fo_length(node, PROP_TEXT_DEPTH, owner->style->size);
}

static Inline *
inline_new(Run *run, const FoNode *node, const Inline *parent)
{
    Layout *layout = run->layout;
    Inline *owner = arena_new0(run->arena, Inline);
    owner->node = node;
    owner->parent = parent;
    owner->element = layout_element(layout, node);
    if (!owner->element && parent)
        owner->element = parent->element;
    owner->style = inline_style(layout, node);
    owner->colour = border_colour(fo_colour(node, PROP_COLOR));
    owner->hidden = border_is_hidden(node);
    owner->treatment = treatment_of(run, node, parent);
    owner->line_height = fo_line_height(node);
    set_metrics(layout, owner);
    owner->dominant = align_dominant(node, parent);
    owner->shift = align_shift(owner);
    return owner;
}

/* Objects that generate areas of their own, whatever their properties (XSL 1.1, 6.6). */
static gboolean
generates_inline(FoKind kind)
{
    return kind == FO_INLINE || kind == FO_BASIC_LINK || kind == FO_BIDI_OVERRIDE;
}

/* Gives an inline its border, padding, background and link. */
static BorderSizes
dress(const Run *run, Inline *owner)
{
    const FoNode *node = owner->node;
    BorderSizes sizes = border_sizes(node, run->measure);
    owner->before = sizes.side[SIDE_BEFORE];
    owner->after = sizes.side[SIDE_AFTER];
    owner->box = border_box(run->layout, run->arena, node, run->measure);
    owner->link = run->frame->artifact ? NULL : link_of(run->layout, node);
    owner->has_area = owner->box || owner->link || number_target(run->layout, node) ||
                      field_is(node) || (node->first && generates_inline(node->kind));
    return sizes;
}

static void
inline_add(Run *run, const FoNode *node, const Inline *parent);

/* Of siblings in parent, first and what follows, the one in which the run's part begins: what
 * is before the block before it was in other parts. */
static const FoNode *
part_start(Run *run, const FoNode *parent, const FoNode *first)
{
    const Inlines *inlines = run->inlines;
    if (run->blocks == inlines->part)
        return first;
    const FoNode *at = inlines->key;
    while (at && at->parent != parent)
        at = at->parent;
    if (at != inlines->key)
        return at ? at : first;
    run->blocks = inlines->part;
    return at->next;
}

/* Whether a block has ended the part. */
static gboolean
has_ended(const Run *run)
{
    return run->blocks > run->inlines->part;
}

static void
add_children(Run *run, const FoNode *node, const Inline *owner)
{
    if (run->depth >= FRAME_DEEPEST)
        return;
    run->depth++;
    for (const FoNode *child = part_start(run, node, node->first);
         child && !has_ended(run); child = child->next)
        inline_add(run, child, owner);
    run->depth--;
}

/* Adds text in which a linefeed that white-space treatment has left is a break. */
static void
add_words(Run *run, const FoNode *node, const char *text, int length,
          const Inline *owner, TextTreatment treatment)
{
    FoEnum transform = fo_enum(owner->node, PROP_TEXT_TRANSFORM);
    if (transform != ENUM_NONE) {
        g_autofree char *changed = transform_text(text, length, transform,
                                                  owner->style->language, run->in_word);
        text = arena_strdup(run->arena, changed);
        length = (int)strlen(text);
    }
    run->in_word = transform_ends_in_word(text, length);
    const char *end = text + length;
    while (text < end) {
        const char *feed = memchr(text, '\n', (gsize)(end - text));
        const char *stop = feed ? feed : end;
        paragraph_treat(run->paragraph, treatment);
        if (stop > text)
            paragraph_add_text(run->paragraph, text, (int)(stop - text), owner->style,
                               &node->place, (gpointer)owner);
        if (feed)
            paragraph_add_break(run->paragraph);
        text = feed ? feed + 1 : end;
    }
}

/* The rest of a word, undivided. Returns how many bytes it is. */
static int
add_held(Run *run, const FoNode *node, const char *text, int length,
         const Inline *owner)
{
    int word = 0;
    while (word < length && !strchr(" \n", text[word]))
        word++;
    TextTreatment treatment = owner->treatment;
    treatment.together = ++run->together;
    if (word > 0)
        add_words(run, node, text, word, owner, treatment);
    return word;
}

/* Adds text, of which some may be on a first line that looks otherwise. */
static void
add_text(Run *run, const FoNode *node, const char *text, int length,
         const Inline *owner)
{
    int first = run->reach > 0 ? initial_take(run, text, length) : 0;
    if (first > 0)
        add_words(run, node, text, first, initial_owner(run, owner), owner->treatment);
    if (first > 0 && run->inlines->is_held)
        first += add_held(run, node, text + first, length - first, owner);
    if (first < length)
        add_words(run, node, text + first, length - first, owner, owner->treatment);
}

static void
add_character(Run *run, const FoNode *node, const Inline *parent)
{
    const char *character = fo_string(node, PROP_CHARACTER);
    if (!character)
        return;
    Inline *owner = inline_new(run, node, parent);
    dress(run, owner);
    add_text(run, node, character, (int)strlen(character), owner);
}

static void
add_literal(Run *run, const FoNode *node, const char *text, const Inline *owner)
{
    int length = (int)strlen(text);
    int first = run->reach > 0 ? initial_take(run, text, length) : 0;
    const Inline *on_first = first > 0 ? initial_owner(run, owner) : NULL;
    if (first > 0)
        paragraph_add_text(run->paragraph, text, first, on_first->style, &node->place,
                           (gpointer)on_first);
    if (first < length)
        paragraph_add_text(run->paragraph, text + first, length - first, owner->style,
                           &node->place, (gpointer)owner);
}

static void
add_number(Run *run, const FoNode *node, const Inline *parent)
{
    Inline *owner = inline_new(run, node, parent);
    dress(run, owner);
    const char *label = number_text(run->layout, node, run->frame->artifact);
    paragraph_treat(run->paragraph, owner->treatment);
    add_literal(run, node, label, owner);
}

/* fo:scaling-value-citation (XSL 1.1, 6.6.14): by how much a graphic is scaled. */
static void
add_scale(Run *run, const FoNode *node, const Inline *parent)
{
    Inline *owner = inline_new(run, node, parent);
    const char *id = fo_string(node, PROP_REF_ID);
    const FoNode *cited = id ? g_hash_table_lookup(run->layout->tree->ids, id) : NULL;
    double scale = 0;
    if (cited)
        scale = graphic_scale(run->layout, cited, run->frame->ipd,
                              fo_enum(node, PROP_SCALE_OPTION) == ENUM_HEIGHT);
    else
        diag_report(run->layout->diag, &node->place, DIAG_CITATION_UNKNOWN,
                    "verwijzing naar de schaal van “%s”, een id die er niet is",
                    id ? id : "");
    double whole = fo_value(node, PROP_INTRINSIC_SCALE_VALUE)->percent;
    const char *label = number_label(run->arena, (int)(scale * whole + 0.5), node);
    dress(run, owner);
    paragraph_treat(run->paragraph, owner->treatment);
    add_literal(run, node, label, owner);
}

/* The children of node's child of that kind, or text where there is none. */
static void
add_part(Run *run, const FoNode *node, FoKind kind, const char *text,
         const Inline *owner)
{
    const FoNode *part = node->first;
    while (part && part->kind != kind)
        part = part->next;
    if (part)
        add_children(run, part, inline_new(run, part, owner));
    else if (text)
        add_literal(run, node, text, owner);
}

/* A page number that an index cites, which may lead to what is mentioned there (XSL 1.1,
 * 7.24.2). */
static void
add_cited(Run *run, const FoNode *reference, const char *label, const FoNode *mentioned,
          const Inline *parent)
{
    Layout *layout = run->layout;
    Inline *number = inline_new(run, reference, parent);
    gboolean leads = fo_enum(reference, PROP_PAGE_NUMBER_TREATMENT) == ENUM_LINK;
    const char *id = leads ? number_target(layout, mentioned) : NULL;
    if (id && !run->frame->artifact) {
        AreaLink *link = arena_new0(run->arena, AreaLink);
        link->id = id;
        link->contents = arena_printf(run->arena, "Bladzijde %s", label);
        link->element = structure_add(layout->structure, parent->element, "Link");
        number->link = link;
        number->element = link->element;
        number->has_area = TRUE;
    }
    add_literal(run, reference, label, number);
}

/* fo:index-page-citation-list (XSL 1.1, 6.10.8). */
static void
add_index_list(Run *run, const FoNode *node, const Inline *parent)
{
    Inline *owner = inline_new(run, node, parent);
    int count = 0;
    const IndexCitation *citations = number_citations(run->layout, node, &count);
    for (int i = 0; i < count; i++) {
        const FoNode *reference = citations[i].reference;
        Inline *cited = inline_new(run, reference, owner);
        if (i > 0)
            add_part(run, node, FO_INDEX_PAGE_CITATION_LIST_SEPARATOR, ", ", owner);
        add_part(run, reference, FO_INDEX_PAGE_NUMBER_PREFIX, NULL, cited);
        add_cited(run, reference, citations[i].from, citations[i].from_node, cited);
        add_part(run, reference, FO_INDEX_PAGE_NUMBER_SUFFIX, NULL, cited);
        if (!citations[i].to)
            continue;
        add_part(run, node, FO_INDEX_PAGE_CITATION_RANGE_SEPARATOR, "\u2013", owner);
        add_part(run, reference, FO_INDEX_PAGE_NUMBER_PREFIX, NULL, cited);
        add_cited(run, reference, citations[i].to, citations[i].to_node, cited);
        add_part(run, reference, FO_INDEX_PAGE_NUMBER_SUFFIX, NULL, cited);
    }
}

/* What only marks a place. */
static void
add_mark(Run *run, const FoNode *node, const Inline *parent)
{
    Inline *owner = inline_new(run, node, parent);
    owner->has_area = number_target(run->layout, node) ||
                      node->kind == FO_CHANGE_BAR_BEGIN ||
                      node->kind == FO_CHANGE_BAR_END;
    paragraph_add_anchor(run->paragraph, owner);
}

/* The text of node and what is in it. */
static void
append_text(const FoNode *node, int depth, GString *out)
{
    for (const FoNode *child = node->first; child && depth < FRAME_DEEPEST;
         child = child->next) {
        if (child->kind == FO_TEXT)
            g_string_append_len(out, child->text, child->length);
        else if (child->kind == FO_CHARACTER && fo_string(child, PROP_CHARACTER))
            g_string_append(out, fo_string(child, PROP_CHARACTER));
        append_text(child, depth + 1, out);
    }
}

/* What a leader of content repeats (XSL 1.1, 7.22.2): its text, in the leader's style. */
static const TextPiece *
pattern_of(Run *run, const Inline *owner)
{
    g_autoptr(GString) text = g_string_new(NULL);
    if (fo_enum(owner->node, PROP_LEADER_PATTERN) != ENUM_USE_CONTENT)
        return NULL;
    append_text(owner->node, 0, text);
    return text->len
               ? text_shape(run->layout->text, run->arena, text->str, (int)text->len,
                            owner->style, &owner->node->place, run->layout->text_diag)
               : NULL;
}

static void
add_leader(Run *run, const FoNode *node, const Inline *parent)
{
    Inline *owner = inline_new(run, node, parent);
    BorderSizes sizes = dress(run, owner);
    owner->pattern = pattern_of(run, owner);
    paragraph_treat(run->paragraph, owner->treatment);
    if (sizes.side[SIDE_START])
        paragraph_add_edge(run->paragraph, TRUE, sizes.side[SIDE_START], owner);
    paragraph_add_leader(
        run->paragraph, fo_length(node, PROP_LEADER_LENGTH_MINIMUM, run->measure),
        fo_length(node, PROP_LEADER_LENGTH_OPTIMUM, run->measure),
        fo_length(node, PROP_LEADER_LENGTH_MAXIMUM, run->measure), owner);
    if (sizes.side[SIDE_END])
        paragraph_add_edge(run->paragraph, FALSE, sizes.side[SIDE_END], owner);
}

/* The spaces before and behind an inline-level area (XSL 1.1, 7.12) stand in its parent. */
static void
add_space(Run *run, const FoNode *node, gboolean start, const Inline *parent)
{
    Length space =
        fo_length(node, start ? PROP_SPACE_START_OPTIMUM : PROP_SPACE_END_OPTIMUM,
                  run->frame->ipd);
    if (space)
        paragraph_add_edge(run->paragraph, start, space, (gpointer)parent);
}

static void
add_graphic(Run *run, const FoNode *node, const Inline *parent)
{
    Inline *owner = inline_new(run, node, parent);
    BorderSizes sizes = dress(run, owner);
    owner->has_area = FALSE;
    Graphic *graphic = arena_new0(run->arena, Graphic);
    Length edges = sizes.side[SIDE_START] + sizes.side[SIDE_END];
    *graphic = graphic_of(run->layout, node, run->measure);
    owner->graphic = graphic;
    Length height = graphic->height + owner->before + owner->after;
    owner->above = align_box(owner, height, height);
    owner->below = height - owner->above;
    paragraph_treat(run->paragraph, owner->treatment);
    add_space(run, node, TRUE, parent);
    paragraph_add_box(run->paragraph, graphic->width + edges, owner);
    add_space(run, node, FALSE, parent);
}

/* fo:inline-container (XSL 1.1, 6.6.8): its content is set when its line is made. */
static void
add_container(Run *run, const FoNode *node, const Inline *parent)
{
    Inline *owner = inline_new(run, node, parent);
    Length width = container_inline_width(run->layout, run->frame, node,
                                          run->measure == LENGTH_MAX);
    paragraph_treat(run->paragraph, owner->treatment);
    add_space(run, node, TRUE, parent);
    paragraph_add_box(run->paragraph, width, owner);
    add_space(run, node, FALSE, parent);
}

static gboolean
has_content(const FoNode *node)
{
    const FoNode *child = node->first;
    while (child && child->kind == FO_MARKER)
        child = child->next;
    return child != NULL;
}

/* Whether what comes now is in the run's part of a paragraph that blocks inside it part. */
static gboolean
is_within_part(const Run *run)
{
    return run->blocks == run->inlines->part;
}

/* fo:bidi-override (XSL 1.1, 6.6.2, 7.29.6): the command of UAX 9 that node's children stand
 * behind; 0: none. */
static gunichar
direction_of(const FoNode *node)
{
    gboolean is_rtl = fo_enum(node, PROP_DIRECTION) == ENUM_RTL;
    if (node->kind != FO_BIDI_OVERRIDE)
        return 0;
    switch ((int)fo_enum(node, PROP_UNICODE_BIDI)) {
    case ENUM_EMBED:
        return is_rtl ? 0x202B : 0x202A;
    case ENUM_BIDI_OVERRIDE:
        return is_rtl ? 0x202E : 0x202D;
    default:
        return 0;
    }
}

static void
add_inline(Run *run, const FoNode *node, const Inline *parent)
{
    Inline *owner = inline_new(run, node, parent);
    BorderSizes sizes = dress(run, owner);
    if (!has_content(node) && owner->has_area && !owner->box) {
        paragraph_add_anchor(run->paragraph, owner);
        return;
    }
    gboolean has_edges = sizes.side[SIDE_START] || sizes.side[SIDE_END];
    owner->is_later = !is_within_part(run);
    if (!owner->is_later) {
        add_space(run, node, TRUE, parent);
        if (has_edges)
            paragraph_add_edge(run->paragraph, TRUE, sizes.side[SIDE_START], owner);
    }
    gunichar direction = direction_of(node);
    if (direction)
        paragraph_add_direction(run->paragraph, direction, owner);
    add_children(run, node, owner);
    if (direction)
        paragraph_add_direction(run->paragraph, 0x202C, owner);
    owner->is_earlier = !is_within_part(run);
    if (owner->is_earlier)
        return;
    if (has_edges)
        paragraph_add_edge(run->paragraph, FALSE, sizes.side[SIDE_END], owner);
    add_space(run, node, FALSE, parent);
}

/* An object that has no area of its own and only hands on what it inherits (6.6.7, 6.9), but
 * can be cited. */
static void
add_through(Run *run, const FoNode *node, const Inline *parent)
{
    Inline *owner = inline_new(run, node, parent);
    const char *id = fo_string(node, PROP_ID);
    owner->has_area = id && *id;
    if (!has_content(node) && owner->has_area)
        paragraph_add_anchor(run->paragraph, owner);
    else
        add_children(run, node, owner);
}

/* The case that is shown (6.9.3). */
static void
add_switch(Run *run, const FoNode *node, const Inline *parent)
{
    const FoNode *shown = block_shown_case(run->layout, node);
    if (fo_string(node, PROP_ID))
        add_mark(run, node, parent);
    if (shown)
        add_through(run, shown, parent);
}

/* Adds what does not stand in the lines to notes or sides. */
static void
add_stray(Run *run, GPtrArray **nodes, const FoNode *node)
{
    if (!*nodes) {
        *nodes = g_ptr_array_new();
        arena_own(run->arena, *nodes, (GDestroyNotify)g_ptr_array_unref);
    }
    g_ptr_array_add(*nodes, (gpointer)node);
}

static void
add_footnote(Run *run, const FoNode *node, const Inline *parent)
{
    for (const FoNode *child = node->first; child; child = child->next) {
        if (child->kind != FO_FOOTNOTE_BODY)
            continue;
        if (run->frame->note_ipd == 0) {
            add_stray(run, &run->notes, child);
            continue;
        }
        Inline *anchor = inline_new(run, node, parent);
        anchor->note = child;
        paragraph_add_anchor(run->paragraph, anchor);
    }
    for (const FoNode *child = node->first; child; child = child->next)
        if (child->kind != FO_FOOTNOTE_BODY)
            inline_add(run, child, parent);
}

/* A float among text: at the top of a page, beside the lines, or below the paragraph. */
static void
add_float(Run *run, const FoNode *node, const Inline *parent)
{
    gboolean is_side = side_is(node);
    if (!is_side &&
        (run->frame->note_ipd == 0 || fo_enum(node, PROP_FLOAT) != ENUM_BEFORE)) {
        add_stray(run, &run->notes, node);
        return;
    }
    Inline *anchor = inline_new(run, node, parent);
    anchor->note = is_side ? NULL : node;
    anchor->side = is_side ? node : NULL;
    if (is_side)
        add_stray(run, &run->sides, node);
    paragraph_add_anchor(run->paragraph, anchor);
}

static void
add_retrieved(Run *run, const FoNode *node, const Inline *parent)
{
    const FoNode *marker = marker_lookup(run->layout, node);
    if (!marker)
        return;
    const FoNode *copy = fo_retrieve(run->layout->tree, run->layout->arena, marker,
                                     node, run->layout->diag);
    if (copy)
        add_children(run, copy, inline_new(run, node, parent));
}

/* A block inside an inline, or what has no inline-level rendering: its text, on lines of its
 * own where it is a block. */
static void
add_other(Run *run, const FoNode *node, const Inline *parent)
{
    gboolean is_block = fo_kind_is_block(node->kind);
    Inline *owner = inline_new(run, node, parent);
    if (is_block && node->previous)
        paragraph_add_break(run->paragraph);
    add_children(run, node, owner);
    if (is_block && node->next && !fo_kind_is_block(node->next->kind))
        paragraph_add_break(run->paragraph);
}

static void
add_characters(Run *run, const FoNode *node, const Inline *parent)
{
    add_text(run, node, node->text, node->length, parent);
}

/* Markers are set where they are retrieved. */
static void
add_nothing(Run *run, const FoNode *node, const Inline *parent)
{
    (void)run;
    (void)node;
    (void)parent;
}

typedef void
Add(Run *run, const FoNode *node, const Inline *parent);

/* Kinds without an entry are add_other()'s. */
static Add *const adders[FO_KIND_COUNT] = {
    [FO_TEXT] = add_characters,
    [FO_MARKER] = add_nothing,
    [FO_INITIAL_PROPERTY_SET] = add_nothing,
    [FO_CHARACTER] = add_character,
    [FO_PAGE_NUMBER] = add_number,
    [FO_PAGE_NUMBER_CITATION] = add_number,
    [FO_PAGE_NUMBER_CITATION_LAST] = add_number,
    [FO_SCALING_VALUE_CITATION] = add_scale,
    [FO_INDEX_PAGE_CITATION_LIST] = add_index_list,
    [FO_INDEX_RANGE_BEGIN] = add_mark,
    [FO_INDEX_RANGE_END] = add_mark,
    [FO_CHANGE_BAR_BEGIN] = add_mark,
    [FO_CHANGE_BAR_END] = add_mark,
    [FO_LEADER] = add_leader,
    [FO_EXTERNAL_GRAPHIC] = add_graphic,
    [FO_INSTREAM_FOREIGN_OBJECT] = add_graphic,
    [FO_INLINE_CONTAINER] = add_container,
    [FO_FOOTNOTE] = add_footnote,
    [FO_FLOAT] = add_float,
    [FO_RETRIEVE_MARKER] = add_retrieved,
    [FO_RETRIEVE_TABLE_MARKER] = add_retrieved,
    [FO_MULTI_SWITCH] = add_switch,
    [FO_WRAPPER] = add_through,
    [FO_MULTI_PROPERTIES] = add_through,
    [FO_MULTI_TOGGLE] = add_through,
    [FO_INLINE] = add_inline,
    [FO_BASIC_LINK] = add_inline,
    [FO_BIDI_OVERRIDE] = add_inline,
};

/* keep-with-next and keep-with-previous within a line (XSL 1.1, 7.20.4, 7.20.5). */
static void
add_bond(Run *run, const FoNode *node, FoProperty keep, const Inline *parent)
{
    if (node->kind != FO_TEXT && fo_keep(node, keep) == G_MAXINT)
        paragraph_add_bond(run->paragraph, (gpointer)parent);
}

static void
inline_add(Run *run, const FoNode *node, const Inline *parent)
{
    if (run->inlines->is_parted && block_is_level(run->layout, node)) {
        run->blocks++;
        return;
    }
    if (!is_within_part(run) && !mixed_is(node))
        return;
    Add *add = adders[node->kind] ? adders[node->kind] : add_other;
    add_bond(run, node, PROP_KEEP_WITH_PREVIOUS_WITHIN_LINE, parent);
    add(run, node, parent);
    add_bond(run, node, PROP_KEEP_WITH_NEXT_WITHIN_LINE, parent);
}

Run
inline_run(Layout *layout, const Frame *frame, const FoNode *block,
           const Inlines *inlines, Length measure)
{
    const FoNode *first = inlines->first;
    Run run = {
        .layout = layout, .frame = frame, .measure = measure, .inlines = inlines};
    run.arena = frame->artifact ? layout->areas : layout->arena;
    const FoNode *before = first->previous;
    while (before && before->kind == FO_MARKER)
        before = before->previous;
    TextParameters parameters =
        inline_parameters(layout, block, measure, !before && inlines->part == 0);
    run.paragraph = paragraph_new(layout->text, run.arena, &parameters, &block->place,
                                  layout->text_diag);
    run.root = inline_new(&run, block, NULL);
    if (inlines->initial) {
        run.initial = inline_new(&run, inlines->initial, run.root);
        run.reach = inlines->reach;
    }
    for (const FoNode *node = part_start(&run, block, first);
         node && node != inlines->end && !has_ended(&run); node = node->next)
        inline_add(&run, node, run.root);
    return run;
}
