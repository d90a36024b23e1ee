#include "layout/tag.h"
#include "layout/field.h"
#include "layout/table.h"

#include <stdlib.h>
#include <string.h>

/* The walk over the FO tree in the order of reading. */
typedef struct Tagging {
    Layout *layout;
    GArray
        *headings; /* int: the levels, as written, of the headings that a heading here
                         would stand under */
} Tagging;

static StructureElement *
add_element(Layout *layout, const FoNode *node, StructureElement *parent,
            const char *role)
{
    StructureElement *element = structure_add(layout->structure, parent, role);
    const char *alternative = fo_string(node, PROP_FOX_ALT_TEXT);
    if (alternative && *alternative)
        element->alternative = alternative;
    g_hash_table_insert(layout->elements, (gpointer)node, element);
    return element;
}

static gboolean
holds_text(const FoNode *node)
{
    for (const FoNode *child = node->first; child; child = child->next)
        if (child->kind != FO_MARKER && !fo_kind_is_block(child->kind))
            return TRUE;
    return FALSE;
}

static gboolean
changes_language(const FoNode *node)
{
    return node->parent && g_strcmp0(fo_string(node, PROP_LANGUAGE),
                                     fo_string(node->parent, PROP_LANGUAGE)) != 0;
}

static const char *
own_role(const FoNode *node)
{
    const char *role = fo_string(node, PROP_ROLE);
    return role && *role && strcmp(role, "none") != 0 ? role : NULL;
}

static gboolean
has_header_cell(const FoNode *table, int depth)
{
    for (const FoNode *child = table->first; child; child = child->next) {
        if (child->kind == FO_TABLE_HEADER)
            return TRUE;
        if (child->kind == FO_TABLE_CELL) {
            if (g_strcmp0(own_role(child), "TH") == 0)
                return TRUE;
        } else if (depth < 2 && has_header_cell(child, depth + 1))
            return TRUE;
    }
    return FALSE;
}

/* A table to which its author gives another role is there for its columns alone, and so is
 * one without headers, of whose cells nobody could say what they mean (ISO 14289-1, 7.5):
 * its parts make no elements unless they ask. */
static gboolean
is_in_layout_table(const Layout *layout, const FoNode *node)
{
    while (node && node->kind != FO_TABLE)
        node = node->parent;
    const StructureElement *table =
        node ? g_hash_table_lookup(layout->elements, node) : NULL;
    return table && strcmp(table->role, "Table") != 0;
}

/* The role that node gets: the author's, or that of its kind. NULL: none, its parent's
 * element takes its content. */
static const char *
role_of(const Layout *layout, const FoNode *node)
{
    if (field_is(node))
        return "Form";
    const char *role = own_role(node);
    if (role)
        return role;
    switch (node->kind) {
    case FO_TABLE:
        return has_header_cell(node, 0) ? "Table" : "Div";
    case FO_BLOCK:
        return holds_text(node) ? "P" : NULL;
    case FO_INLINE:
        return changes_language(node) ? "Span" : NULL;
    case FO_WRAPPER:
    case FO_PAGE_NUMBER:
    case FO_PAGE_NUMBER_CITATION:
    case FO_PAGE_NUMBER_CITATION_LAST:
    case FO_CHARACTER:
    case FO_LEADER:
        return NULL;
    case FO_TABLE_HEADER:
    case FO_TABLE_FOOTER:
    case FO_TABLE_BODY:
    case FO_TABLE_ROW:
    case FO_TABLE_CELL:
        return is_in_layout_table(layout, node) ? NULL : fo_kind_role(node->kind);
    default:
        return fo_kind_role(node->kind);
    }
}

static const char *
scope_of(const FoNode *cell)
{
    switch ((int)fo_enum(cell, PROP_OW_SCOPE)) {
    case ENUM_ROW:
        return "Row";
    case ENUM_COLUMN:
        return "Column";
    case ENUM_BOTH:
        return "Both";
    default:
        return NULL;
    }
}

static gboolean
is_in_header(const FoNode *node)
{
    for (; node && node->kind != FO_TABLE; node = node->parent)
        if (node->kind == FO_TABLE_HEADER)
            return TRUE;
    return FALSE;
}

/* A header cell says what it heads (ISO 14289-1, 7.5). */
static void
set_cell(const TableCell *cell, StructureElement *element)
{
    const FoNode *node = cell->node;
    if (is_in_header(node))
        element->role = "TH";
    if (strcmp(element->role, "TH") == 0) {
        element->scope = scope_of(node);
        if (!element->scope)
            element->scope = is_in_header(node) ? "Column" : "Row";
    }
    element->row_span = cell->rows;
    element->column_span = cell->columns;
}

static void
append_text(const FoNode *node, int depth, GString *text)
{
    enum { LONGEST = 200 };
    for (const FoNode *child = node->first; child && text->len < LONGEST;
         child = child->next) {
        if (child->kind == FO_TEXT)
            g_string_append_len(text, child->text, child->length);
        else if (depth < FRAME_DEEPEST)
            append_text(child, depth + 1, text);
    }
}

/* Where node leads; NULL where that is nowhere. */
static AreaLink *
link_of(Layout *layout, const FoNode *node)
{
    const char *id = fo_string(node, PROP_INTERNAL_DESTINATION);
    const char *uri = fo_string(node, PROP_EXTERNAL_DESTINATION);
    gboolean is_internal = id && *id;
    if (is_internal && !g_hash_table_contains(layout->tree->ids, id)) {
        diag_report(layout->diag, &node->place, DIAG_DESTINATION_UNKNOWN,
                    "verwijzing naar “%s”, een id die er niet is", id);
        return NULL;
    }
    if (!is_internal && !(uri && *uri))
        return NULL;
    AreaLink *link = arena_new0(layout->arena, AreaLink);
    link->id = is_internal ? id : NULL;
    link->uri = is_internal ? NULL : uri;
    link->is_new = fo_enum(node, PROP_SHOW_DESTINATION) == ENUM_NEW;
    link->contents = fo_string(node, PROP_OW_LINK_CONTENTS);
    if (!link->contents || !*link->contents) {
        g_autoptr(GString) text = g_string_new(NULL);
        append_text(node, 0, text);
        link->contents =
            arena_strdup(layout->arena, text->len ? text->str : "Verwijzing");
    }
    return link;
}

/* A link is an element within that of its role; it says where it leads (ISO 14289-1,
 * 7.18.5). What leads nowhere is plain text. */
static StructureElement *
tag_link(Layout *layout, const FoNode *node, StructureElement *parent)
{
    AreaLink *link = link_of(layout, node);
    const char *role = role_of(layout, node);
    if (role && strcmp(role, "Link") != 0)
        parent = structure_add(layout->structure, parent, role);
    if (!link)
        return parent;
    link->element = add_element(layout, node, parent, "Link");
    g_hash_table_insert(layout->links, (gpointer)node, link);
    return link->element;
}

static gboolean
is_untagged(const FoNode *node)
{
    gboolean is_collapsed =
        node->kind == FO_TABLE_ROW && fo_enum(node, PROP_VISIBILITY) == ENUM_COLLAPSE;
    return node->kind == FO_TEXT || node->kind == FO_MARKER || is_collapsed ||
           node->kind == FO_FOREIGN || node->kind == FO_TABLE_CAPTION;
}

static gboolean
is_empty_block(const FoNode *node)
{
    return node->kind == FO_BLOCK && !node->first;
}

static void
set_language(const FoNode *node, StructureElement *element, Layout *layout)
{
    const char *language = fo_string(node, PROP_LANGUAGE);
    const char *outer = node->parent ? fo_string(node->parent, PROP_LANGUAGE) : NULL;
    if (!language || !strcmp(language, "none") || g_strcmp0(language, outer) == 0)
        return;
    const char *country = fo_string(node, PROP_COUNTRY);
    gboolean has_country = country && *country && strcmp(country, "none") != 0;
    element->language = has_country
                            ? arena_printf(layout->arena, "%s-%s", language, country)
                            : language;
}

/* The role of a heading without the levels that the document skips, so that it can be
 * walked level by level (ISO 14289-1, 7.4.2). */
static const char *
heading_role(Tagging *tagging, const FoNode *node, const char *role)
{
    static const char *const roles[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
    if (role[0] != 'H' || role[1] < '1' || role[1] > '6' || role[2])
        return role;
    GArray *headings = tagging->headings;
    int level = role[1] - '0';
    while (headings->len && g_array_index(headings, int, headings->len - 1) >= level)
        g_array_set_size(headings, headings->len - 1);
    g_array_append_val(headings, level);
    if ((int)headings->len != level)
        diag_report(tagging->layout->diag, &node->place, DIAG_HEADING_LEVEL,
                    "een kop van niveau %d waar niveau %u aan de beurt is", level,
                    headings->len);
    return roles[headings->len - 1];
}

/* The label of the list's nth item without what is put around it; NULL: it has none. */
static char *
label_of(const FoNode *list, int nth)
{
    for (const FoNode *item = list->first; item; item = item->next) {
        if (item->kind != FO_LIST_ITEM || nth-- > 0)
            continue;
        g_autoptr(GString) text = g_string_new(NULL);
        for (const FoNode *part = item->first; part; part = part->next)
            if (part->kind == FO_LIST_ITEM_LABEL)
                append_text(part, 0, text);
        g_autofree char *valid = g_utf8_make_valid(text->str, -1);
        const char *start = valid + strspn(valid, " \t\n([");
        return g_strndup(start, strcspn(start, " \t\n).:;]"));
    }
    return NULL;
}

/* How a list counts, as its labels show (ISO 32000-1, 14.8.5.5). */
static const char *
numbering_of(const FoNode *list)
{
    static const char *const bullets[][2] = {{"•", "Disc"},   {"●", "Disc"},
                                             {"◦", "Circle"}, {"○", "Circle"},
                                             {"▪", "Square"}, {"■", "Square"}};
    g_autofree char *first = label_of(list, 0);
    g_autofree char *second = label_of(list, 1);
    if (!first || !*first)
        return "None";
    for (guint i = 0; i < G_N_ELEMENTS(bullets); i++)
        if (strcmp(first, bullets[i][0]) == 0)
            return bullets[i][1];
    gboolean roman = !second || g_ascii_strcasecmp(second, "ii") == 0;
    if (strspn(first, "0123456789") == strlen(first))
        return "Decimal";
    if (first[1] || !g_ascii_isalpha(first[0]))
        return "None";
    if (g_ascii_islower(first[0]))
        return first[0] == 'i' && roman ? "LowerRoman" : "LowerAlpha";
    return first[0] == 'I' && roman ? "UpperRoman" : "UpperAlpha";
}

static void
tag_node(Tagging *tagging, const FoNode *node, StructureElement *parent, int depth);

static void
tag_children(Tagging *tagging, const FoNode *node, StructureElement *element, int depth)
{
    for (const FoNode *child = node->first; child; child = child->next)
        tag_node(tagging, child, element, depth + 1);
}

static StructureElement *
tag_by_role(Tagging *tagging, const FoNode *node, StructureElement *parent)
{
    const char *role = role_of(tagging->layout, node);
    if (!role)
        return parent;
    StructureElement *element =
        add_element(tagging->layout, node, parent, heading_role(tagging, node, role));
    set_language(node, element, tagging->layout);
    return element;
}

static int
compare_columns(const void *a, const void *b)
{
    return ((const TableCell *)a)->column - ((const TableCell *)b)->column;
}

/* A row has an element, and an element for each of its columns, also where the FO has
 * none: cells that say where rows start, places that no cell takes. */
static void
tag_row(Tagging *tagging, const Table *table, int index, const TableCell *cells,
        int count, StructureElement *part, int depth)
{
    const TableRow *row = &table->rows[index];
    StructureElement *element =
        row->node ? tag_by_role(tagging, row->node, part)
                  : structure_add(tagging->layout->structure, part, "TR");
    g_autofree TableCell *sorted = g_memdup2(cells, (gsize)count * sizeof *cells);
    if (count > 1)
        qsort(sorted, (size_t)count, sizeof *sorted, compare_columns);
    cells = sorted;
    for (int column = 0, next = 0; column < table->column_count; column++) {
        if (table_cell_at(table, index, column) < 0)
            structure_add(tagging->layout->structure, element, "TD");
        for (; next < count && cells[next].column == column; next++) {
            const FoNode *node = cells[next].node;
            StructureElement *cell = tag_by_role(tagging, node, element);
            if (cell != element)
                set_cell(&cells[next], cell);
            tag_children(tagging, node, cell, depth + 3);
        }
    }
}

static void
tag_caption(Tagging *tagging, const FoNode *table, StructureElement *element, int depth)
{
    if (table->parent && table->parent->kind == FO_TABLE_AND_CAPTION)
        for (const FoNode *node = table->parent->first; node; node = node->next)
            if (node->kind == FO_TABLE_CAPTION)
                tag_children(tagging, node, tag_by_role(tagging, node, element), depth);
}

/* A table by its grid, head first (ISO 32000-1, 14.8.4.3.4; ISO 14289-1, 7.5). */
static void
tag_table(Tagging *tagging, const FoNode *node, StructureElement *element, int depth)
{
    Layout *layout = tagging->layout;
    g_autoptr(Arena) scratch = arena_new();
    Layout looking = *layout;
    looking.scratch = scratch;
    Table table = {.node = node};
    table_find_rows(&looking, &table);
    tag_caption(tagging, node, element, depth);
    const FoNode *part = NULL;
    StructureElement *part_element = NULL;
    for (int row = 0, cell = 0; row < table.row_count; row++) {
        if (table.rows[row].part != part) {
            part = table.rows[row].part;
            part_element = tag_by_role(tagging, part, element);
            gboolean is_last = table.rows[row].part_end == table.row_count;
            if (table.foot_start == table.head_end && is_last &&
                part_element != element)
                part_element->role = "TBody"; /* a table has rows besides its head */
        }
        int first = cell;
        while (cell < table.cell_count && table.cells[cell].row == row)
            cell++;
        tag_row(tagging, &table, row, table.cells + first, cell - first, part_element,
                depth);
    }
}

static void
tag_node(Tagging *tagging, const FoNode *node, StructureElement *parent, int depth)
{
    if (is_untagged(node) || is_empty_block(node) || depth > FRAME_DEEPEST)
        return;
    if (node->kind == FO_BASIC_LINK) {
        tag_children(tagging, node, tag_link(tagging->layout, node, parent), depth);
        return;
    }
    StructureElement *element = tag_by_role(tagging, node, parent);
    if (node->kind == FO_LIST_BLOCK && strcmp(element->role, "L") == 0)
        element->list_numbering = numbering_of(node);
    if (node->kind == FO_TABLE && strcmp(element->role, "Table") == 0)
        tag_table(tagging, node, element, depth);
    else if (node->kind == FO_TABLE) {
        tag_caption(tagging, node, element, depth);
        tag_children(tagging, node, element, depth);
    } else
        tag_children(tagging, node, element, depth);
}

void
tag_document(Layout *layout)
{
    Tagging tagging = {layout, g_array_new(FALSE, FALSE, sizeof(int))};
    for (const FoNode *sequence = layout_next_sequence(layout, NULL); sequence;
         sequence = layout_next_sequence(layout, sequence)) {
        if (sequence->kind == FO_EXTERNAL_DOCUMENT)
            tag_node(&tagging, sequence, layout->structure->root, 0);
        for (const FoNode *child = sequence->first; child; child = child->next)
            if (child->kind == FO_FLOW)
                tag_children(&tagging, child, layout->structure->root, 0);
    }
    g_array_unref(tagging.headings);
}
