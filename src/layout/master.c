#include "layout/master.h"
#include "layout/border.h"

struct Masters {
    Layout *layout;
    GHashTable *pages;     /* name → PageMaster */
    GHashTable *sequences; /* name → fo:page-sequence-master */
    PageMaster *fallback;
};

static const char *
region_name(const FoNode *region)
{
    const char *name = fo_string(region, PROP_REGION_NAME);
    if (name && *name)
        return name;
    switch (region->kind) {
    case FO_REGION_BEFORE:
        return "xsl-region-before";
    case FO_REGION_AFTER:
        return "xsl-region-after";
    case FO_REGION_START:
        return "xsl-region-start";
    case FO_REGION_END:
        return "xsl-region-end";
    default:
        return "xsl-region-body";
    }
}

static Length
page_size(const FoNode *node, FoProperty property, Length otherwise)
{
    Length size = fo_is_auto(node, property) ? 0 : fo_length(node, property, 0);
    return size > 0 ? size : otherwise;
}

typedef struct Rectangle {
    Length x, y, width, height;
} Rectangle;

static Rectangle
inside_margins(const FoNode *node, Rectangle outer)
{
    Length left = fo_length(node, PROP_MARGIN_LEFT, outer.width);
    Length top = fo_length(node, PROP_MARGIN_TOP, outer.width);
    Length right = fo_length(node, PROP_MARGIN_RIGHT, outer.width);
    Length bottom = fo_length(node, PROP_MARGIN_BOTTOM, outer.width);
    return (Rectangle){outer.x + left, outer.y + top,
                       MAX(outer.width - left - right, 1),
                       MAX(outer.height - top - bottom, 1)};
}

static Region *
add_region(PageMaster *master, const FoNode *node, Rectangle at)
{
    Region *region = &master->regions[master->region_count++];
    *region = (Region){node, region_name(node), at.x, at.y, at.width, at.height};
    return region;
}

static const FoNode *
child_of_kind(const FoNode *node, FoKind kind)
{
    const FoNode *child = node->first;
    while (child && child->kind != kind)
        child = child->next;
    return child;
}

/* column-count and column-gap (XSL 1.1, 7.27.2, 7.27.3). */
static void
add_columns(PageMaster *master, const FoNode *body)
{
    int count = (int)CLAMP(fo_number(body, PROP_COLUMN_COUNT), 1, MASTER_COLUMNS);
    Length gap = count > 1 ? fo_length(body, PROP_COLUMN_GAP, master->body_width) : 0;
    gint64 room = master->body_width - (gint64)(count - 1) * gap;
    master->column_count = count;
    master->column_gap = gap;
    master->column_width = (Length)MAX(room / count, 1);
}

static void
add_body(PageMaster *master, const FoNode *body, Rectangle content)
{
    Rectangle at = inside_margins(body, content);
    add_region(master, body, at);
    BorderSizes sizes = border_sizes(body, at.width);
    master->runs_right = border_runs_right(body);
    master->body_x = sizes.side[master->runs_right ? SIDE_START : SIDE_END];
    master->body_y = sizes.side[SIDE_BEFORE];
    master->body_width =
        MAX(at.width - sizes.side[SIDE_START] - sizes.side[SIDE_END], 1);
    master->body_height =
        MAX(at.height - sizes.side[SIDE_BEFORE] - sizes.side[SIDE_AFTER], 1);
    add_columns(master, body);
}

/* The outer regions: before and after take the corners where their precedence says so
 * (XSL 1.1, 6.4.14 … 6.4.17). */
static void
add_outer(PageMaster *master, const FoNode *node, Rectangle content)
{
    const FoNode *before = child_of_kind(node, FO_REGION_BEFORE);
    const FoNode *after = child_of_kind(node, FO_REGION_AFTER);
    const FoNode *start = child_of_kind(node, FO_REGION_START);
    const FoNode *end = child_of_kind(node, FO_REGION_END);
    Length top = before ? fo_length(before, PROP_EXTENT, content.height) : 0;
    Length bottom = after ? fo_length(after, PROP_EXTENT, content.height) : 0;
    Length left = start ? fo_length(start, PROP_EXTENT, content.width) : 0;
    Length right = end ? fo_length(end, PROP_EXTENT, content.width) : 0;
    gboolean top_wide = before && fo_enum(before, PROP_PRECEDENCE) == ENUM_TRUE;
    gboolean bottom_wide = after && fo_enum(after, PROP_PRECEDENCE) == ENUM_TRUE;
    if (before)
        add_region(master, before,
                   (Rectangle){content.x + (top_wide ? 0 : left), content.y,
                               content.width - (top_wide ? 0 : left + right), top});
    if (after)
        add_region(master, after,
                   (Rectangle){content.x + (bottom_wide ? 0 : left),
                               content.y + content.height - bottom,
                               content.width - (bottom_wide ? 0 : left + right),
                               bottom});
    Length from = top_wide ? top : 0;
    Length height = content.height - from - (bottom_wide ? bottom : 0);
    if (start)
        add_region(master, start,
                   (Rectangle){content.x, content.y + from, left, height});
    if (end)
        add_region(master, end,
                   (Rectangle){content.x + content.width - right, content.y + from,
                               right, height});
}

static PageMaster *
master_new(Layout *layout, const FoNode *node)
{
    PageMaster *master = arena_new0(layout->arena, PageMaster);
    master->node = node;
    master->name = fo_string(node, PROP_MASTER_NAME);
    master->width = page_size(node, PROP_PAGE_WIDTH, POINTS(595.276));
    master->height = page_size(node, PROP_PAGE_HEIGHT, POINTS(841.89));
    Rectangle content =
        inside_margins(node, (Rectangle){0, 0, master->width, master->height});
    const FoNode *body = child_of_kind(node, FO_REGION_BODY);
    if (body)
        add_body(master, body, content);
    add_outer(master, node, content);
    return master;
}

/* What is set when the document has no usable master: an A4 page with an inch of margin. */
static PageMaster *
fallback_new(Layout *layout)
{
    PageMaster *master = arena_new0(layout->arena, PageMaster);
    master->name = "";
    master->width = POINTS(595.276);
    master->height = POINTS(841.89);
    master->regions[master->region_count++] =
        (Region){NULL,       "xsl-region-body",           POINTS(72),
                 POINTS(72), master->width - POINTS(144), master->height - POINTS(144)};
    master->body_width = master->column_width = master->regions[0].width;
    master->body_height = master->regions[0].height;
    master->column_count = 1;
    master->runs_right = TRUE;
    return master;
}

static void
masters_free(gpointer data)
{
    Masters *masters = data;
    g_hash_table_unref(masters->pages);
    g_hash_table_unref(masters->sequences);
}

Masters *
masters_new(Layout *layout)
{
    Masters *masters = arena_new0(layout->arena, Masters);
    masters->layout = layout;
    masters->pages = g_hash_table_new(g_str_hash, g_str_equal);
    masters->sequences = g_hash_table_new(g_str_hash, g_str_equal);
    arena_own(layout->arena, masters, masters_free);
    masters->fallback = fallback_new(layout);
    const FoNode *set = child_of_kind(layout->tree->root, FO_LAYOUT_MASTER_SET);
    for (const FoNode *node = set ? set->first : NULL; node; node = node->next) {
        const char *name = fo_string(node, PROP_MASTER_NAME);
        if (!name)
            continue;
        if (node->kind == FO_SIMPLE_PAGE_MASTER)
            g_hash_table_insert(masters->pages, (gpointer)name,
                                master_new(layout, node));
        else if (node->kind == FO_PAGE_SEQUENCE_MASTER)
            g_hash_table_insert(masters->sequences, (gpointer)name, (gpointer)node);
    }
    return masters;
}

static gboolean
matches(const FoNode *condition, PagePosition position, int index)
{
    FoEnum place = fo_enum(condition, PROP_PAGE_POSITION);
    FoEnum parity = fo_enum(condition, PROP_ODD_OR_EVEN);
    FoEnum blank = fo_enum(condition, PROP_BLANK_OR_NOT_BLANK);
    gboolean is_first = index == 0, is_odd = position.number % 2 != 0;
    if ((place == ENUM_FIRST && !is_first) ||
        (place == ENUM_LAST && !position.is_last) ||
        (place == ENUM_REST && (is_first || position.is_last)) ||
        (place == ENUM_ONLY && !(is_first && position.is_last)))
        return FALSE;
    if ((parity == ENUM_ODD && !is_odd) || (parity == ENUM_EVEN && is_odd))
        return FALSE;
    return !((blank == ENUM_BLANK && !position.blank) ||
             (blank == ENUM_NOT_BLANK && position.blank));
}

static int
repeats_of(const FoNode *specifier)
{
    if (specifier->kind == FO_SINGLE_PAGE_MASTER_REFERENCE)
        return 1;
    const FoValue *value = fo_value(specifier, PROP_MAXIMUM_REPEATS);
    return value->kind == FO_VALUE_NUMBER ? MAX((int)value->number, 0) : G_MAXINT;
}

/* The name that one sub-sequence specifier gives (6.4.8 … 6.4.11), or NULL. */
static const char *
specified_name(const FoNode *specifier, PagePosition position, int index)
{
    if (specifier->kind != FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES)
        return fo_string(specifier, PROP_MASTER_REFERENCE);
    for (const FoNode *child = specifier->first; child; child = child->next)
        if (child->kind == FO_CONDITIONAL_PAGE_MASTER_REFERENCE &&
            matches(child, position, index))
            return fo_string(child, PROP_MASTER_REFERENCE);
    return NULL;
}

static const char *
name_in_sequence(const FoNode *master, PagePosition position)
{
    int index = position.index;
    const char *name = NULL;
    for (const FoNode *child = master->first; child; child = child->next) {
        int repeats = repeats_of(child);
        name = specified_name(child, position, index);
        if (index < repeats && name)
            return name;
        index -= MIN(repeats, index);
    }
    return name;
}

const PageMaster *
master_select(Masters *masters, const FoNode *sequence, PagePosition position)
{
    const char *name = fo_string(sequence, PROP_MASTER_REFERENCE);
    const FoNode *alternatives =
        name ? g_hash_table_lookup(masters->sequences, name) : NULL;
    if (alternatives)
        name = name_in_sequence(alternatives, position);
    PageMaster *master = name ? g_hash_table_lookup(masters->pages, name) : NULL;
    if (master && master->region_count &&
        master->regions[0].node->kind == FO_REGION_BODY)
        return master;
    diag_report(masters->layout->diag, &sequence->place, DIAG_MASTER_UNKNOWN,
                "geen paginameester “%s” met een fo:region-body", name ? name : "");
    return masters->fallback;
}

/* The index from which on the choice hangs on odd and even alone: behind all that repeats
 * a limited number of times, and behind a first page. */
static gint64
settled_from(const Masters *masters, const FoNode *sequence)
{
    const char *name = fo_string(sequence, PROP_MASTER_REFERENCE);
    const FoNode *alternatives =
        name ? g_hash_table_lookup(masters->sequences, name) : NULL;
    if (!alternatives)
        return 0;
    gint64 index = 1;
    for (const FoNode *child = alternatives->first; child; child = child->next) {
        int repeats = repeats_of(child);
        if (repeats < G_MAXINT)
            index += repeats;
    }
    return index;
}

int
masters_constant_from(Masters *masters, const FoNode *sequence, int first_number)
{
    enum { NEAR = 1000 };
    gint64 settled = settled_from(masters, sequence);
    if (settled > NEAR)
        return G_MAXINT;
    Length height = 0;
    for (int index = (int)settled + 1; index >= 0; index--) {
        PagePosition position = {index, first_number + index, FALSE, FALSE};
        Length other = master_select(masters, sequence, position)->body_height;
        if (index == settled + 1)
            height = other;
        else if (other != height)
            return index < settled ? index + 1 : G_MAXINT;
    }
    return 0;
}

static gboolean
has_columns(const Masters *masters, const char *name)
{
    const PageMaster *master = name ? g_hash_table_lookup(masters->pages, name) : NULL;
    return master && master->column_count > 1;
}

static const FoNode *
alternatives_of(const Masters *masters, const FoNode *sequence)
{
    const char *name = fo_string(sequence, PROP_MASTER_REFERENCE);
    return name ? g_hash_table_lookup(masters->sequences, name) : NULL;
}

gboolean
masters_have_columns(const Masters *masters, const FoNode *sequence)
{
    const FoNode *alternatives = alternatives_of(masters, sequence);
    if (!alternatives)
        return has_columns(masters, fo_string(sequence, PROP_MASTER_REFERENCE));
    for (const FoNode *node = alternatives->first; node; node = node->next) {
        if (has_columns(masters, fo_string(node, PROP_MASTER_REFERENCE)))
            return TRUE;
        for (const FoNode *child = node->first; child; child = child->next)
            if (has_columns(masters, fo_string(child, PROP_MASTER_REFERENCE)))
                return TRUE;
    }
    return FALSE;
}

gboolean
masters_have_last(const Masters *masters, const FoNode *sequence)
{
    const FoNode *alternatives = alternatives_of(masters, sequence);
    for (const FoNode *node = alternatives ? alternatives->first : NULL; node;
         node = node->next)
        for (const FoNode *child = node->first; child; child = child->next) {
            FoEnum position = fo_enum(child, PROP_PAGE_POSITION);
            if (position == ENUM_LAST || position == ENUM_ONLY || position == ENUM_REST)
                return TRUE;
        }
    return FALSE;
}
