#ifndef FO_OBJECT_H
#define FO_OBJECT_H

/* object: what the table of formatting objects says of a kind: where it may stand and what
 * may stand in it (XSL 1.1, 6.2). For this room only. */

#include "fo/fo.h"

typedef enum FoCategory {
    CATEGORY_PART,    /* only in its own parent: fo:table-cell, fo:flow */
    CATEGORY_BLOCK,   /* %block; */
    CATEGORY_INLINE,  /* %inline; and fo:footnote */
    CATEGORY_NEUTRAL, /* wherever blocks or inlines may stand: fo:wrapper, fo:marker */
    CATEGORY_OUT_OF_LINE /* fo:float: the same */
} FoCategory;

typedef enum FoContent {
    CONTENT_EMPTY,
    CONTENT_PARTS,   /* objects of its own, never text */
    CONTENT_BLOCKS,  /* block-level only */
    CONTENT_INLINES, /* text and inline-level */
    CONTENT_MIXED,   /* text, inline- and block-level */
    CONTENT_SAME,    /* what its parent may contain */
    CONTENT_FOREIGN  /* one element in another vocabulary */
} FoContent;

FoCategory
fo_kind_category(FoKind kind);
FoContent
fo_kind_content(FoKind kind);

/* Whether part, a kind of CATEGORY_PART or CATEGORY_NEUTRAL, may be a child of parent, a kind
 * of CONTENT_PARTS or, for fo:initial-property-set, fo:block. */
gboolean
fo_part_fits(FoKind part, FoKind parent);

/* The part in which text, blocks and foreign parts that stray into a parent of CONTENT_PARTS
 * are saved: an fo:table-cell in an fo:table-row; FO_NONE where nothing can hold them. */
FoKind
fo_saving_part(FoKind parent);

/* Whether it generates a reference area, so that its indents begin anew (XSL 1.1, 5.3.2). */
gboolean
fo_kind_is_reference(FoKind kind);

#endif
