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

/* The page as its regions see it: turned by the master's reference-orientation. */
typedef struct Sheet {
    PageMaster *master;
    int turn;
    Rectangle content;    /* on the page */
    Length width, height; /* of the page so turned: what percentages refer to */
    Length room_width, room_height; /* of the content so turned */
} Sheet;

/* Margins in the page context: percentages refer to the page, those of top and bottom to its
 * height (CSS2, 8.3). */
static Rectangle
inside_margins(const FoNode *node, Rectangle outer, Length width, Length height)
{
    Length left = fo_length(node, PROP_MARGIN_LEFT, width);
    Length top = fo_length(node, PROP_MARGIN_TOP, height);
    Length right = fo_length(node, PROP_MARGIN_RIGHT, width);
    Length bottom = fo_length(node, PROP_MARGIN_BOTTOM, height);
    return (Rectangle){outer.x + left, outer.y + top,
                       MAX(outer.width - left - right, 1),
                       MAX(outer.height - top - bottom, 1)};
}

/* A rectangle of the turned frame, on the page. */
static Rectangle
on_page(const Sheet *sheet, Rectangle at)
{
    const Rectangle *content = &sheet->content;
    Length right = content->width - at.x - at.width;
    Length bottom = content->height - at.y - at.height;
    Rectangle seen = at;
    if (sheet->turn % 180 != 0)
        seen = (Rectangle){at.y, at.x, at.height, at.width};
    if (sheet->turn == 90)
        seen.y = content->height - at.x - at.width;
    else if (sheet->turn == 180)
        seen = (Rectangle){right, bottom, at.width, at.height};
    else if (sheet->turn == 270)
        seen.x = content->width - at.y - at.height;
    seen.x += content->x;
    seen.y += content->y;
    return seen;
}

static const Region *
add_region(const Sheet *sheet, const FoNode *node, Rectangle at)
{
    PageMaster *master = sheet->master;
    Region *region = &master->regions[master->region_count++];
    at.width = MAX(at.width, 0);
    at.height = MAX(at.height, 0);
    Rectangle seen = on_page(sheet, at);
    int own = border_turn(node) + border_lean(node);
    gboolean is_sideways = own % 180 != 0;
    *region = (Region){.node = node,
                       .name = region_name(node),
                       .x = seen.x,
                       .y = seen.y,
                       .width = seen.width,
                       .height = seen.height,
                       .page_turn = sheet->turn,
                       .turn = (sheet->turn + own) % 360,
                       .frame_width = is_sideways ? at.height : at.width,
                       .frame_height = is_sideways ? at.width : at.height};
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
    master->is_balanced = fo_enum(body, PROP_OW_COLUMN_FILL) == ENUM_BALANCE;
}

static void
add_body(const Sheet *sheet, const FoNode *body)
{
    PageMaster *master = sheet->master;
    Rectangle room = {0, 0, sheet->room_width, sheet->room_height};
    const Region *region = add_region(
        sheet, body, inside_margins(body, room, sheet->width, sheet->height));
    BorderInsets inset = border_insets(body, region->frame_width);
    master->runs_right = border_runs_right(body);
    master->body_x = inset.side[AREA_LEFT];
    master->body_y = inset.side[AREA_TOP];
    master->body_width =
        MAX(region->frame_width - inset.side[AREA_LEFT] - inset.side[AREA_RIGHT], 1);
    master->body_height =
        MAX(region->frame_height - inset.side[AREA_TOP] - inset.side[AREA_BOTTOM], 1);
    add_columns(master, body);
}

/* The outer regions by the side of the sheet that they stand on. */
typedef struct Outer {
    const FoNode *region[4]; /* by AreaSide */
    Length extent[4];
    gboolean stands; /* before and after stand at the sides */
} Outer;

static Outer
outer_of(const Sheet *sheet, const FoNode *node)
{
    static const FoKind sides[2][4] = {
        {FO_REGION_BEFORE, FO_REGION_END, FO_REGION_AFTER, FO_REGION_START},
        {FO_REGION_START, FO_REGION_BEFORE, FO_REGION_END, FO_REGION_AFTER}};
    Outer outer = {.stands = border_lean(node) != 0};
    gboolean runs_right = border_runs_right(node);
    for (int side = 0; side < 4; side++) {
        int at = runs_right || side % 2 == 0 ? side : 4 - side;
        const FoNode *region = child_of_kind(node, sides[outer.stands][side]);
        Length base = at % 2 ? sheet->width : sheet->height;
        Length most = at % 2 ? sheet->room_width : sheet->room_height;
        outer.region[at] = region;
        outer.extent[at] =
            region ? CLAMP(fo_length(region, PROP_EXTENT, base), 0, most) : 0;
    }
    return outer;
}

/* Whether the region at the top or bottom takes the corner with that at a side: before and
 * after take theirs where their precedence says so (XSL 1.1, 7.27.16). */
static gboolean
takes_corner(const Outer *outer, AreaSide upright, AreaSide aside)
{
    const FoNode *region = outer->region[outer->stands ? aside : upright];
    gboolean precedes = region && fo_enum(region, PROP_PRECEDENCE) == ENUM_TRUE;
    return outer->stands ? !precedes : precedes;
}

/* What is left of a length between two corners of which the neighbours take what they do. */
static Rectangle
outer_rectangle(const Sheet *sheet, const Outer *outer, AreaSide side)
{
    Length width = sheet->room_width, height = sheet->room_height;
    const Length *extent = outer->extent;
    if (side == AREA_TOP || side == AREA_BOTTOM) {
        Length left = takes_corner(outer, side, AREA_LEFT) ? 0 : extent[AREA_LEFT];
        Length right = takes_corner(outer, side, AREA_RIGHT) ? 0 : extent[AREA_RIGHT];
        return (Rectangle){left, side == AREA_TOP ? 0 : height - extent[side],
                           width - left - right, extent[side]};
    }
    Length top = takes_corner(outer, AREA_TOP, side) ? extent[AREA_TOP] : 0;
    Length bottom = takes_corner(outer, AREA_BOTTOM, side) ? extent[AREA_BOTTOM] : 0;
    return (Rectangle){side == AREA_LEFT ? 0 : width - extent[side], top, extent[side],
                       height - top - bottom};
}

static void
add_outer(const Sheet *sheet, const FoNode *node)
{
    static const AreaSide order[] = {AREA_TOP, AREA_BOTTOM, AREA_LEFT, AREA_RIGHT};
    Outer outer = outer_of(sheet, node);
    for (gsize i = 0; i < G_N_ELEMENTS(order); i++)
        if (outer.region[order[i]])
            add_region(sheet, outer.region[order[i]],
                       outer_rectangle(sheet, &outer, order[i]));
}

/* A page with this of its bodies; NULL: it has none. */
static PageMaster *
master_with_body(Layout *layout, const FoNode *node, const FoNode *body)
{
    PageMaster *master = arena_new0(layout->arena, PageMaster);
    master->node = node;
    master->name = fo_string(node, PROP_MASTER_NAME);
    master->width = page_size(node, PROP_PAGE_WIDTH, POINTS(595.276));
    master->height = page_size(node, PROP_PAGE_HEIGHT, POINTS(841.89));
    Sheet sheet = {.master = master, .turn = border_turn(node)};
    gboolean is_sideways = sheet.turn % 180 != 0;
    sheet.content =
        inside_margins(node, (Rectangle){0, 0, master->width, master->height},
                       master->width, master->height);
    sheet.width = is_sideways ? master->height : master->width;
    sheet.height = is_sideways ? master->width : master->height;
    sheet.room_width = is_sideways ? sheet.content.height : sheet.content.width;
    sheet.room_height = is_sideways ? sheet.content.width : sheet.content.height;
    if (body)
        add_body(&sheet, body);
    add_outer(&sheet, node);
    return master;
}

static PageMaster *
master_new(Layout *layout, const FoNode *node)
{
    const FoNode *body = child_of_kind(node, FO_REGION_BODY);
    PageMaster *master = master_with_body(layout, node, body), *latest = master;
    master->first = master;
    for (body = body ? body->next : NULL; body; body = body->next) {
        if (body->kind != FO_REGION_BODY)
            continue;
        PageMaster *other = master_with_body(layout, node, body);
        other->first = master;
        latest->other = other;
        latest = other;
    }
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
        (Region){.name = "xsl-region-body",
                 .x = POINTS(72),
                 .y = POINTS(72),
                 .width = master->width - POINTS(144),
                 .height = master->height - POINTS(144)};
    Region *body = &master->regions[0];
    master->body_width = master->column_width = body->frame_width = body->width;
    master->body_height = body->frame_height = body->height;
    master->column_count = 1;
    master->runs_right = TRUE;
    master->first = master;
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
matches(const FoNode *condition, PagePosition position)
{
    FoEnum place = fo_enum(condition, PROP_PAGE_POSITION);
    FoEnum parity = fo_enum(condition, PROP_ODD_OR_EVEN);
    FoEnum blank = fo_enum(condition, PROP_BLANK_OR_NOT_BLANK);
    gboolean is_first = position.index == 0, is_odd = position.number % 2 != 0;
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
    if (specifier->kind != FO_REPEATABLE_PAGE_MASTER_REFERENCE &&
        specifier->kind != FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES)
        return 1;
    const FoValue *value = fo_value(specifier, PROP_MAXIMUM_REPEATS);
    return value->kind == FO_VALUE_NUMBER ? MAX((int)value->number, 0) : G_MAXINT;
}

/* The name that one sub-sequence specifier gives (6.4.8 … 6.4.11), or NULL. */
static const char *
specified_name(const FoNode *specifier, PagePosition position)
{
    if (specifier->kind != FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES)
        return fo_string(specifier, PROP_MASTER_REFERENCE);
    for (const FoNode *child = specifier->first; child; child = child->next)
        if (child->kind == FO_CONDITIONAL_PAGE_MASTER_REFERENCE &&
            matches(child, position))
            return fo_string(child, PROP_MASTER_REFERENCE);
    return NULL;
}

static const FoNode *
alternatives_of(const Masters *masters, const FoNode *sequence)
{
    const char *name = fo_string(sequence, PROP_MASTER_REFERENCE);
    return name ? g_hash_table_lookup(masters->sequences, name) : NULL;
}

/* A master that is named at all: the last one. */
static const char *
any_name(const FoNode *master)
{
    const char *name = NULL;
    for (const FoNode *child = master->first; child; child = child->next) {
        const FoNode *named =
            child->kind == FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES ? child->last : child;
        if (named && fo_string(named, PROP_MASTER_REFERENCE))
            name = fo_string(named, PROP_MASTER_REFERENCE);
    }
    return name;
}

/* 6.4.7: the sub-sequences in their order; where they are used up or none of their
 * conditions holds, what the last of them says goes on. */
static const char *
name_in_sequence(const FoNode *master, PagePosition position, gboolean *is_used_up)
{
    int index = position.index;
    const char *latest = NULL;
    *is_used_up = FALSE;
    for (const FoNode *child = master->first; child; child = child->next) {
        int repeats = repeats_of(child);
        const char *name = specified_name(child, position);
        if (index < repeats && name)
            return name;
        latest = name ? name : latest;
        index -= MIN(repeats, index);
    }
    *is_used_up = TRUE;
    return latest ? latest : any_name(master);
}

const PageMaster *
master_select(Masters *masters, const FoNode *sequence, PagePosition position)
{
    const char *name = fo_string(sequence, PROP_MASTER_REFERENCE);
    const FoNode *alternatives = alternatives_of(masters, sequence);
    gboolean is_used_up = FALSE;
    if (alternatives)
        name = name_in_sequence(alternatives, position, &is_used_up);
    PageMaster *master = name ? g_hash_table_lookup(masters->pages, name) : NULL;
    if (master && master->region_count &&
        master->regions[0].node->kind == FO_REGION_BODY) {
        if (master->body_width <= 1 || master->body_height <= 1)
            diag_report(masters->layout->diag, &master->node->place, DIAG_MASTER_ROOM,
                        "paginameester “%s” laat geen plaats over voor de tekst", name);
        return master;
    }
    diag_report(masters->layout->diag, &sequence->place, DIAG_MASTER_UNKNOWN,
                "geen paginameester “%s” met een fo:region-body", name ? name : "");
    return masters->fallback;
}

void
masters_check(const Masters *masters, const FoNode *sequence, PagePosition position)
{
    const FoNode *alternatives = alternatives_of(masters, sequence);
    gboolean is_used_up = FALSE;
    if (alternatives)
        name_in_sequence(alternatives, position, &is_used_up);
    if (is_used_up)
        diag_report(masters->layout->pass_diag, &alternatives->place,
                    DIAG_MASTER_USED_UP,
                    "voor pagina %d geldt geen van de paginameesters van de reeks",
                    position.number);
}

/* The index from which on the choice hangs on odd and even alone: behind all that repeats
 * a limited number of times, and behind a first page. */
static gint64
settled_from(const Masters *masters, const FoNode *sequence)
{
    const FoNode *alternatives = alternatives_of(masters, sequence);
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
    for (; master; master = master->other)
        if (master->column_count > 1)
            return TRUE;
    return FALSE;
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
