#include "fo/tree.h"

#include <math.h>

FoElement *
fo_element_new(Arena *arena, FoElement *parent, FoKind kind, const Place *place)
{
    FoElement *element = arena_new0(arena, FoElement);
    FoNode *node = &element->node;
    node->kind = kind;
    node->place = *place;
    element->content = fo_kind_content(kind);
    if (!parent)
        return element;
    /* 6.9.3: a case holds what its switch's parent may. */
    gboolean is_case = parent->node.kind == FO_MULTI_SWITCH;
    element->context = is_case ? parent->context : parent->content;
    if (element->content == CONTENT_SAME)
        element->content = kind == FO_MARKER ? CONTENT_MIXED : element->context;
    node->parent = &parent->node;
    node->previous = parent->node.last;
    if (node->previous)
        node->previous->next = node;
    else
        parent->node.first = node;
    parent->node.last = node;
    return element;
}

void
fo_element_unlink(FoElement *element)
{
    FoNode *node = &element->node;
    *(node->previous ? &node->previous->next : &node->parent->first) = node->next;
    *(node->next ? &node->next->previous : &node->parent->last) = node->previous;
}

FoNode *
fo_next_past(const FoNode *root, const FoNode *node)
{
    for (; node != root; node = node->parent)
        if (node->next)
            return node->next;
    return NULL;
}

FoNode *
fo_next(const FoNode *root, const FoNode *node)
{
    return node->first ? node->first : fo_next_past(root, node);
}

gboolean
fo_is_white_space(const char *text, int length)
{
    for (int i = 0; i < length; i++)
        if (!g_ascii_isspace(text[i]))
            return FALSE;
    return TRUE;
}

const FoValue *
fo_value(const FoNode *node, FoProperty property)
{
    return style_value(node->style, property);
}

Length
fo_length(const FoNode *node, FoProperty property, Length base)
{
    const FoValue *value = fo_value(node, property);
    if (value->kind != FO_VALUE_LENGTH)
        return 0;
    if (value->percent == 0)
        return value->fixed;
    double sum = value->fixed + value->percent / 100 * base;
    return (Length)lround(CLAMP(sum, -LENGTH_MAX, LENGTH_MAX));
}

gboolean
fo_is_auto(const FoNode *node, FoProperty property)
{
    return fo_value(node, property)->kind == FO_VALUE_ENUM;
}

FoEnum
fo_enum(const FoNode *node, FoProperty property)
{
    const FoValue *value = fo_value(node, property);
    return value->kind == FO_VALUE_ENUM ? value->keyword : ENUM_NONE;
}

double
fo_number(const FoNode *node, FoProperty property)
{
    const FoValue *value = fo_value(node, property);
    return value->kind == FO_VALUE_NUMBER ? value->number : 0;
}

FoColour
fo_colour(const FoNode *node, FoProperty property)
{
    const FoValue *value = fo_value(node, property);
    return value->kind == FO_VALUE_COLOUR ? value->colour : (FoColour){0};
}

const char *
fo_string(const FoNode *node, FoProperty property)
{
    const FoValue *value = fo_value(node, property);
    return value->kind == FO_VALUE_STRING && *value->string ? value->string : NULL;
}

int
fo_keep(const FoNode *node, FoProperty property)
{
    const FoValue *value = fo_value(node, property);
    if (value->kind == FO_VALUE_NUMBER)
        return (int)CLAMP(value->number, 1, G_MAXINT - 1);
    return value->keyword == ENUM_ALWAYS ? G_MAXINT : 0;
}

Length
fo_line_height(const FoNode *node)
{
    const FoValue *value = fo_value(node, PROP_LINE_HEIGHT);
    if (value->kind == FO_VALUE_LENGTH)
        return value->fixed;
    const double normal = 1.2;
    double factor = value->kind == FO_VALUE_NUMBER ? value->number : normal;
    Length size = fo_value(node, PROP_FONT_SIZE)->fixed;
    return (Length)lround(CLAMP(size * factor, 0, LENGTH_MAX));
}

const FoNode *
fo_table_column(const FoNode *node)
{
    enum { ANCESTORS_MAX = 4096 };
    for (int i = 0; node && i < ANCESTORS_MAX; i++, node = node->parent) {
        const FoElement *element = fo_element(node);
        if (node->kind == FO_TABLE_CELL && element->table)
            return fo_table_column_at(element->table, element->column);
    }
    return NULL;
}

void
fo_place_in_table(FoJob *job, FoElement *element, const FoAttribute *attributes,
                  int count)
{
    const FoNode *node = &element->node;
    FoRefinement *refinement = job->refinement;
    FoTable *table = node->parent ? fo_element(node->parent)->table : NULL;
    if (node->kind == FO_TABLE)
        element->table = fo_table_new(job->tree.arena);
    if (!table)
        return;
#define INTEGER(property, fallback)                                                    \
    fo_refine_integer(refinement, node, attributes, count, property, fallback)
    switch (node->kind) {
    case FO_TABLE_COLUMN:
        element->column =
            fo_table_add_column(table, element, INTEGER(PROP_COLUMN_NUMBER, 0),
                                INTEGER(PROP_NUMBER_COLUMNS_REPEATED, 1));
        break;
    case FO_TABLE_HEADER:
    case FO_TABLE_FOOTER:
    case FO_TABLE_BODY:
        element->table = table;
        fo_table_begin_part(table);
        break;
    case FO_TABLE_ROW:
        element->table = table;
        fo_table_begin_row(table);
        break;
    case FO_TABLE_CELL: {
        gboolean in_row = node->parent->kind == FO_TABLE_ROW;
        FoCellPlace place = {INTEGER(PROP_COLUMN_NUMBER, 0),
                             INTEGER(PROP_NUMBER_COLUMNS_SPANNED, 1),
                             INTEGER(PROP_NUMBER_ROWS_SPANNED, 1),
                             !in_row && INTEGER(PROP_STARTS_ROW, 0),
                             !in_row && INTEGER(PROP_ENDS_ROW, 0)};
        element->table = table;
        element->column = fo_table_add_cell(table, &place);
        break;
    }
    default:
        break;
    }
#undef INTEGER
}
