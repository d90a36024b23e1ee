#include "fo/object.h"

typedef struct Row {
    const char *name;
    FoCategory category;
    FoContent content;
    const char *role;
} Row;

static const Row rows[FO_KIND_COUNT] = {
    [FO_NONE] = {"fo:none", CATEGORY_PART, CONTENT_EMPTY, NULL},
    [FO_TEXT] = {"#text", CATEGORY_INLINE, CONTENT_EMPTY, NULL},
    [FO_EXTERNAL_DOCUMENT] = {"fox:external-document", CATEGORY_PART, CONTENT_EMPTY,
                              "Figure"},
    [FO_FOREIGN] = {"#foreign", CATEGORY_PART, CONTENT_EMPTY, NULL},
#define OBJECT(kind, name, category, content, role)                                    \
    [kind] = {"fo:" name, category, content, role},
#include "fo/objects.def"
#undef OBJECT
};

const char *
fo_kind_name(FoKind kind)
{
    return rows[kind].name;
}

const char *
fo_kind_role(FoKind kind)
{
    return rows[kind].role;
}

gboolean
fo_kind_is_block(FoKind kind)
{
    return rows[kind].category == CATEGORY_BLOCK;
}

gboolean
fo_kind_is_inline(FoKind kind)
{
    return rows[kind].category == CATEGORY_INLINE;
}

FoCategory
fo_kind_category(FoKind kind)
{
    return rows[kind].category;
}

FoContent
fo_kind_content(FoKind kind)
{
    return rows[kind].content;
}

/* The content models of chapter 6, for parts: without order and number. */
static const struct {
    FoKind part;
    FoKind parents[4];
} parents_of[] = {
    {FO_DECLARATIONS, {FO_ROOT}},
    {FO_COLOR_PROFILE, {FO_DECLARATIONS}},
    {FO_PAGE_SEQUENCE, {FO_ROOT, FO_PAGE_SEQUENCE_WRAPPER}},
    {FO_EXTERNAL_DOCUMENT, {FO_ROOT, FO_PAGE_SEQUENCE_WRAPPER}},
    {FO_PAGE_SEQUENCE_WRAPPER, {FO_ROOT, FO_PAGE_SEQUENCE_WRAPPER}},
    {FO_LAYOUT_MASTER_SET, {FO_ROOT}},
    {FO_PAGE_SEQUENCE_MASTER, {FO_LAYOUT_MASTER_SET}},
    {FO_SINGLE_PAGE_MASTER_REFERENCE, {FO_PAGE_SEQUENCE_MASTER}},
    {FO_REPEATABLE_PAGE_MASTER_REFERENCE, {FO_PAGE_SEQUENCE_MASTER}},
    {FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES, {FO_PAGE_SEQUENCE_MASTER}},
    {FO_CONDITIONAL_PAGE_MASTER_REFERENCE, {FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES}},
    {FO_SIMPLE_PAGE_MASTER, {FO_LAYOUT_MASTER_SET}},
    {FO_REGION_BODY, {FO_SIMPLE_PAGE_MASTER}},
    {FO_REGION_BEFORE, {FO_SIMPLE_PAGE_MASTER}},
    {FO_REGION_AFTER, {FO_SIMPLE_PAGE_MASTER}},
    {FO_REGION_START, {FO_SIMPLE_PAGE_MASTER}},
    {FO_REGION_END, {FO_SIMPLE_PAGE_MASTER}},
    {FO_FLOW, {FO_PAGE_SEQUENCE}},
    {FO_STATIC_CONTENT, {FO_PAGE_SEQUENCE}},
    {FO_TITLE, {FO_PAGE_SEQUENCE}},
    {FO_FLOW_MAP, {FO_LAYOUT_MASTER_SET}},
    {FO_FLOW_ASSIGNMENT, {FO_FLOW_MAP}},
    {FO_FLOW_SOURCE_LIST, {FO_FLOW_ASSIGNMENT}},
    {FO_FLOW_NAME_SPECIFIER, {FO_FLOW_SOURCE_LIST}},
    {FO_FLOW_TARGET_LIST, {FO_FLOW_ASSIGNMENT}},
    {FO_REGION_NAME_SPECIFIER, {FO_FLOW_TARGET_LIST}},
    {FO_INITIAL_PROPERTY_SET, {FO_BLOCK}},
    {FO_FOLIO_PREFIX, {FO_PAGE_SEQUENCE}},
    {FO_FOLIO_SUFFIX, {FO_PAGE_SEQUENCE}},
    {FO_TABLE, {FO_TABLE_AND_CAPTION}},
    {FO_TABLE_COLUMN, {FO_TABLE}},
    {FO_TABLE_CAPTION, {FO_TABLE_AND_CAPTION}},
    {FO_TABLE_HEADER, {FO_TABLE}},
    {FO_TABLE_FOOTER, {FO_TABLE}},
    {FO_TABLE_BODY, {FO_TABLE}},
    {FO_TABLE_ROW, {FO_TABLE_HEADER, FO_TABLE_FOOTER, FO_TABLE_BODY}},
    {FO_TABLE_CELL, {FO_TABLE_ROW, FO_TABLE_HEADER, FO_TABLE_FOOTER, FO_TABLE_BODY}},
    {FO_LIST_ITEM, {FO_LIST_BLOCK}},
    {FO_LIST_ITEM_BODY, {FO_LIST_ITEM}},
    {FO_LIST_ITEM_LABEL, {FO_LIST_ITEM}},
    {FO_MULTI_CASE, {FO_MULTI_SWITCH}},
    {FO_MULTI_PROPERTY_SET, {FO_MULTI_PROPERTIES}},
    {FO_INDEX_PAGE_NUMBER_PREFIX, {FO_INDEX_KEY_REFERENCE}},
    {FO_INDEX_PAGE_NUMBER_SUFFIX, {FO_INDEX_KEY_REFERENCE}},
    {FO_INDEX_KEY_REFERENCE, {FO_INDEX_PAGE_CITATION_LIST}},
    {FO_INDEX_PAGE_CITATION_LIST_SEPARATOR, {FO_INDEX_PAGE_CITATION_LIST}},
    {FO_INDEX_PAGE_CITATION_RANGE_SEPARATOR, {FO_INDEX_PAGE_CITATION_LIST}},
    {FO_BOOKMARK_TREE, {FO_ROOT}},
    {FO_BOOKMARK, {FO_BOOKMARK_TREE, FO_BOOKMARK}},
    {FO_BOOKMARK_TITLE, {FO_BOOKMARK}},
    {FO_INLINE, {FO_FOOTNOTE}},
    {FO_FOOTNOTE_BODY, {FO_FOOTNOTE}},
    /* 6.13.5: a marker may open any of these. */
    {FO_MARKER, {FO_TABLE, FO_TABLE_HEADER, FO_TABLE_FOOTER, FO_TABLE_BODY}},
    {FO_MARKER, {FO_TABLE_ROW, FO_LIST_BLOCK, FO_LIST_ITEM, FO_TABLE_AND_CAPTION}},
};

gboolean
fo_part_fits(FoKind part, FoKind parent)
{
    /* 6.13.2: a change bar may begin and end anywhere below a page sequence. */
    if (part == FO_CHANGE_BAR_BEGIN || part == FO_CHANGE_BAR_END)
        return parent != FO_ROOT && parent != FO_LAYOUT_MASTER_SET;
    for (gsize i = 0; i < G_N_ELEMENTS(parents_of); i++) {
        if (parents_of[i].part != part)
            continue;
        for (gsize j = 0; j < G_N_ELEMENTS(parents_of[i].parents); j++)
            if (parents_of[i].parents[j] == parent && parent != FO_NONE)
                return TRUE;
    }
    return FALSE;
}

FoKind
fo_saving_part(FoKind parent)
{
    switch (parent) {
    case FO_PAGE_SEQUENCE:
        return FO_FLOW;
    case FO_TABLE_AND_CAPTION:
        return FO_TABLE_CAPTION;
    case FO_TABLE:
        return FO_TABLE_BODY;
    case FO_TABLE_HEADER:
    case FO_TABLE_FOOTER:
    case FO_TABLE_BODY:
        return FO_TABLE_ROW;
    case FO_TABLE_ROW:
        return FO_TABLE_CELL;
    case FO_LIST_BLOCK:
        return FO_LIST_ITEM;
    case FO_LIST_ITEM:
        return FO_LIST_ITEM_BODY;
    case FO_MULTI_SWITCH:
        return FO_MULTI_CASE;
    case FO_BOOKMARK_TREE:
        return FO_BOOKMARK;
    case FO_BOOKMARK:
        return FO_BOOKMARK_TITLE;
    case FO_FOOTNOTE:
        return FO_INLINE;
    default:
        return FO_NONE;
    }
}

gboolean
fo_kind_is_reference(FoKind kind)
{
    switch (kind) {
    case FO_BLOCK_CONTAINER:
    case FO_INLINE_CONTAINER:
    case FO_TABLE:
    case FO_TABLE_CAPTION:
    case FO_TABLE_CELL:
        return TRUE;
    default:
        return FALSE;
    }
}
