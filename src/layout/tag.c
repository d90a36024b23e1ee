#include "layout/tag.h"
#include "layout/field.h"

#include <string.h>

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

/* The role that node gets: the author's, or that of its kind. NULL: none, its parent's
 * element takes its content. */
static const char *
role_of(const FoNode *node)
{
    if (field_is(node))
        return "Form";
    const char *role = fo_string(node, PROP_ROLE);
    if (role && *role && strcmp(role, "none") != 0)
        return role;
    switch (node->kind) {
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

static int
span_of(const FoNode *cell, FoProperty property)
{
    int span = (int)fo_number(cell, property);
    return span > 1 ? span : 0;
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
set_cell(const FoNode *node, StructureElement *element)
{
    if (is_in_header(node))
        element->role = "TH";
    if (strcmp(element->role, "TH") == 0) {
        element->scope = scope_of(node);
        if (!element->scope)
            element->scope = is_in_header(node) ? "Column" : "Row";
    }
    element->row_span = span_of(node, PROP_NUMBER_ROWS_SPANNED);
    element->column_span = span_of(node, PROP_NUMBER_COLUMNS_SPANNED);
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
    const char *role = role_of(node);
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
    return node->kind == FO_TEXT || node->kind == FO_MARKER ||
           node->kind == FO_FOREIGN || node->kind == FO_TABLE_COLUMN;
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

static void
tag_node(Layout *layout, const FoNode *node, StructureElement *parent, int depth)
{
    if (is_untagged(node) || is_empty_block(node) || depth > FRAME_DEEPEST)
        return;
    StructureElement *element = parent;
    if (node->kind == FO_BASIC_LINK) {
        element = tag_link(layout, node, parent);
    } else {
        const char *role = role_of(node);
        if (role)
            element = add_element(layout, node, parent, role);
        if (role && node->kind == FO_TABLE_CELL)
            set_cell(node, element);
        if (role)
            set_language(node, element, layout);
    }
    for (const FoNode *child = node->first; child; child = child->next)
        tag_node(layout, child, element, depth + 1);
}

void
tag_document(Layout *layout)
{
    const FoNode *root = layout->tree->root;
    for (const FoNode *sequence = root->first; sequence; sequence = sequence->next) {
        if (sequence->kind != FO_PAGE_SEQUENCE)
            continue;
        for (const FoNode *child = sequence->first; child; child = child->next)
            if (child->kind == FO_FLOW)
                for (const FoNode *block = child->first; block; block = block->next)
                    tag_node(layout, block, layout->structure->root, 0);
    }
}
