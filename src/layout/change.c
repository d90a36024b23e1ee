#include "layout/change.h"
#include "layout/border.h"

/* Where something begins or ends: how far down a column. */
typedef struct Spot {
    int column;
    Length y;
} Spot;

typedef struct Mark {
    const FoNode *node;
    const Area *area;
    gboolean is_below; /* it stands at the area's bottom */
} Mark;

struct ChangeBars {
    GArray *marks; /* Mark, of the page that is being filled */
    GArray *open;  /* const FoNode*: bars that began on earlier pages */
};

static void
change_bars_free(gpointer data)
{
    ChangeBars *bars = data;
    g_array_unref(bars->marks);
    g_array_unref(bars->open);
}

ChangeBars *
change_bars_new(Arena *arena)
{
    ChangeBars *bars = arena_new0(arena, ChangeBars);
    bars->marks = g_array_new(FALSE, FALSE, sizeof(Mark));
    bars->open = g_array_new(FALSE, FALSE, sizeof(const FoNode *));
    arena_own(arena, bars, change_bars_free);
    return bars;
}

static gboolean
is_point(const FoNode *node)
{
    return node->kind == FO_CHANGE_BAR_BEGIN || node->kind == FO_CHANGE_BAR_END;
}

static void
add_mark(Layout *layout, const FoNode *node, const Area *area, gboolean is_below)
{
    Mark mark = {node, area, is_below};
    if (layout->change_bars && is_point(node))
        g_array_append_val(layout->change_bars->marks, mark);
}

void
change_record(Layout *layout, const FoNode *node, Area *area)
{
    add_mark(layout, node, area, FALSE);
}

/* What stands among the parts of a table or list and is none of them. */
static gboolean
is_between(const FoNode *node)
{
    return node && (is_point(node) || node->kind == FO_MARKER ||
                    node->kind == FO_TEXT || node->kind == FO_TABLE_COLUMN);
}

/* The points before node belong to its top: where a bar begins, and where one ends before
 * any part. */
static void
record_before(Layout *layout, const FoNode *node, Area *area)
{
    const FoNode *first = node;
    while (is_between(first->previous))
        first = first->previous;
    gboolean is_first = !first->previous;
    for (const FoNode *point = first; point != node; point = point->next)
        if (point->kind == FO_CHANGE_BAR_BEGIN || is_first)
            add_mark(layout, point, area, FALSE);
}

/* The points behind node belong to its bottom: where a bar ends, and where one begins behind
 * all parts. */
static void
record_after(Layout *layout, const FoNode *node, Area *area)
{
    const FoNode *end = node->next;
    while (is_between(end))
        end = end->next;
    for (const FoNode *point = node->next; point != end; point = point->next)
        if (point->kind == FO_CHANGE_BAR_END || !end)
            add_mark(layout, point, area, TRUE);
}

static gboolean
is_table_part(const FoNode *node)
{
    return node->kind == FO_TABLE_BODY || node->kind == FO_TABLE_HEADER ||
           node->kind == FO_TABLE_FOOTER;
}

static gboolean
is_outermost(const FoNode *node, gboolean is_first)
{
    node = is_first ? node->previous : node->next;
    while (is_between(node))
        node = is_first ? node->previous : node->next;
    return !node;
}

void
change_record_part(Layout *layout, const FoNode *node, Area *area, gboolean starts,
                   gboolean ends)
{
    const FoNode *part =
        node->parent && is_table_part(node->parent) ? node->parent : NULL;
    if (starts && part && is_outermost(node, TRUE))
        record_before(layout, part, area);
    if (starts)
        record_before(layout, node, area);
    if (ends)
        record_after(layout, node, area);
    if (ends && part && is_outermost(node, FALSE))
        record_after(layout, part, area);
}

/* What the bars of a page are drawn on. */
typedef struct Sheet {
    Layout *layout;
    Area *region;
    GPtrArray *columns; /* Area*: reference areas, or the region itself */
} Sheet;

static gboolean
is_column(const Area *area)
{
    return area->kind == AREA_REFERENCE && area->name &&
           (g_str_equal(area->name, "column") || g_str_equal(area->name, "span"));
}

static void
find_columns(Sheet *sheet)
{
    for (Area *child = sheet->region->first; child; child = child->next)
        if (is_column(child))
            g_ptr_array_add(sheet->columns, child);
    if (sheet->columns->len == 0)
        g_ptr_array_add(sheet->columns, sheet->region);
}

/* The top of a mark, or the bottom of the line in which a bar ends. FALSE: it stands in no
 * column. */
static gboolean
find_spot(const Sheet *sheet, const Mark *mark, Spot *spot)
{
    const Area *area = mark->area;
    gint64 y = mark->is_below ? area->height : 0;
    while (area->parent && area != sheet->region && !is_column(area)) {
        if (area->kind == AREA_INLINE || area->kind == AREA_TEXT)
            y = 0;
        else
            y += area->y;
        if (area->kind == AREA_LINE && mark->node->kind == FO_CHANGE_BAR_END)
            y += area->height;
        area = area->parent;
    }
    guint column = 0;
    if (!g_ptr_array_find(sheet->columns, area, &column))
        return FALSE;
    *spot = (Spot){(int)column, (Length)CLAMP(y, 0, LENGTH_MAX)};
    return TRUE;
}

static Length
bottom_of(const Area *column)
{
    Length bottom = 0;
    for (const Area *child = column->first; child; child = child->next)
        if (child->kind == AREA_BLOCK || child->kind == AREA_LINE)
            bottom = MAX(bottom, child->y + child->height);
    return bottom;
}

/* Whether the bar stands at the left of its column (7.30.12). */
static gboolean
stands_left(const Sheet *sheet, const FoNode *bar, int column)
{
    gboolean runs_right = !sheet->region->right_to_left;
    gboolean is_odd = sheet->layout->page->u.page.number % 2 != 0;
    switch ((int)fo_enum(bar, PROP_CHANGE_BAR_PLACEMENT)) {
    case ENUM_LEFT:
        return TRUE;
    case ENUM_RIGHT:
        return FALSE;
    case ENUM_END:
        return !runs_right;
    case ENUM_INSIDE:
        return is_odd == runs_right;
    case ENUM_OUTSIDE:
        return is_odd != runs_right;
    case ENUM_ALTERNATE:
        return sheet->columns->len == 2 ? (column == 0) == runs_right
                                        : is_odd != runs_right;
    default:
        return runs_right;
    }
}

/* change-bar-offset counts from the edge of the column to the centre of the bar (7.30.3). */
static void
add_rule(const Sheet *sheet, const FoNode *bar, int column, Length from, Length to)
{
    Area *frame = sheet->columns->pdata[column];
    AreaRuleStyle style = border_rule_style(fo_enum(bar, PROP_CHANGE_BAR_STYLE));
    Length width = fo_length(bar, PROP_CHANGE_BAR_WIDTH, 0);
    if (style == AREA_RULE_NONE || width <= 0 || to <= from)
        return;
    Area *rule =
        area_new(sheet->layout->document, AREA_RULE, "fo:change-bar-begin", bar->place);
    Length offset = fo_length(bar, PROP_CHANGE_BAR_OFFSET, 0);
    Length centre = stands_left(sheet, bar, column) ? -offset : frame->width + offset;
    rule->x = centre - width / 2;
    rule->y = from;
    rule->width = width;
    rule->height = to - from;
    rule->name = "change-bar";
    rule->artifact = TRUE;
    rule->u.rule.style = style;
    rule->u.rule.colour = border_colour(fo_colour(bar, PROP_CHANGE_BAR_COLOR));
    area_append(frame, rule);
}

static void
draw(const Sheet *sheet, const FoNode *bar, Spot from, Spot to)
{
    for (int column = from.column; column <= to.column; column++) {
        Length top = column == from.column ? from.y : 0;
        Length bottom =
            column == to.column ? to.y : bottom_of(sheet->columns->pdata[column]);
        add_rule(sheet, bar, column, top, bottom);
    }
}

static int
depth_of(const FoNode *node)
{
    int depth = 0;
    for (; node->parent; node = node->parent)
        depth++;
    return depth;
}

/* The order of the document: a table's cells are placed before its rows. */
static int
compare_marks(gconstpointer one, gconstpointer other)
{
    const FoNode *a = ((const Mark *)one)->node, *b = ((const Mark *)other)->node;
    int depth_a = depth_of(a), depth_b = depth_of(b);
    for (; depth_a > depth_b; depth_a--)
        a = a->parent;
    for (; depth_b > depth_a; depth_b--)
        b = b->parent;
    for (; a->parent != b->parent; a = a->parent)
        b = b->parent;
    if (a == b)
        return 0;
    while (b && b != a)
        b = b->next;
    return b ? 1 : -1;
}

/* A bar that is being drawn on this page. */
typedef struct Running {
    const FoNode *bar;
    Spot from;
} Running;

static void
end_bar(const Sheet *sheet, GArray *running, const FoNode *end, Spot at)
{
    const char *class = fo_string(end, PROP_CHANGE_BAR_CLASS);
    for (guint i = running->len; i > 0; i--) {
        Running bar = g_array_index(running, Running, i - 1);
        if (g_strcmp0(fo_string(bar.bar, PROP_CHANGE_BAR_CLASS), class) != 0)
            continue;
        draw(sheet, bar.bar, bar.from, at);
        g_array_remove_index(running, i - 1);
        return;
    }
    diag_report(sheet->layout->pass_diag, &end->place, DIAG_CHANGE_BAR,
                "hier eindigt een wijzigingsstreep die niet begonnen is");
}

void
change_place(Layout *layout, Area *region)
{
    ChangeBars *bars = layout->change_bars;
    if (bars->marks->len == 0 && bars->open->len == 0)
        return;
    g_array_sort(bars->marks, compare_marks);
    Sheet sheet = {layout, region, g_ptr_array_new()};
    find_columns(&sheet);
    g_autoptr(GArray) running = g_array_new(FALSE, FALSE, sizeof(Running));
    for (guint i = 0; i < bars->open->len; i++) {
        Running bar = {g_array_index(bars->open, const FoNode *, i), {0, 0}};
        g_array_append_val(running, bar);
    }
    for (guint i = 0; i < bars->marks->len; i++) {
        const Mark *mark = &g_array_index(bars->marks, Mark, i);
        Running bar = {mark->node, {0, 0}};
        if (!find_spot(&sheet, mark, &bar.from))
            continue;
        if (mark->node->kind == FO_CHANGE_BAR_BEGIN)
            g_array_append_val(running, bar);
        else
            end_bar(&sheet, running, mark->node, bar.from);
    }
    g_array_set_size(bars->marks, 0);
    g_array_set_size(bars->open, 0);
    int last = (int)sheet.columns->len - 1;
    Spot end = {last, bottom_of(sheet.columns->pdata[last])};
    for (guint i = 0; i < running->len; i++) {
        const Running *bar = &g_array_index(running, Running, i);
        draw(&sheet, bar->bar, bar->from, end);
        g_array_append_val(bars->open, bar->bar);
    }
    g_ptr_array_unref(sheet.columns);
}
