#ifndef LAYOUT_CONTEXT_H
#define LAYOUT_CONTEXT_H

/* The state of one job in layout/, shared by its files; not for other rooms. Everything in
 * it lives in the job's arena or for the length of layout_document(). */

#include "area/area.h"
#include "fo/fo.h"
#include "layout/vlist.h"
#include "text/text.h"

typedef struct Layout {
    const FoTree *tree;
    Text *text;
    Arena *arena;    /* of the job: what outlives a pass, paragraphs above all */
    Arena *areas;    /* of this pass: pages and what they hold */
    Arena *scratch;  /* of one page sequence in this pass: vertical lists and groups */
    Diag *diag;      /* of the document */
    Diag *pass_diag; /* of this pass: filed when it proves to be the last */
    Diag *
        list_diag; /* of the vertical list that is being built, which may be built anew */
    Diag *text_diag;        /* of the paragraph that is being broken; NULL: none is */
    Diag *silent_diag;      /* for the next: nothing has been said to it; may be NULL */
    AreaDocument *document; /* of this pass */
    StructureTree *structure;
    GHashTable *elements;    /* FoNode → StructureElement */
    GHashTable *links;       /* FoNode → AreaLink */
    GHashTable *marked;      /* the objects that have an fo:marker */
    struct Numbers *numbers; /* page numbers, cited and shown */
    GHashTable *images; /* FoNode → AreaImage, or NULL for one that cannot be loaded */
    GHashTable
        *paragraphs; /* first FoNode of a paragraph → its lines of earlier passes */
    Length page_width, page_height; /* of the pages that are being built for */
    Area *page;                     /* the page that is being filled */
    GArray
        *absolutes; /* of the containers on it that are placed last; NULL: none yet */
    GPtrArray *leading_notes, *trailing_notes; /* VList: what repeated heads and feet
                             of tables cite on that page */
    gboolean artifact; /* what is being placed is no content: a repeated table head */
    struct PageMarkers *markers; /* of that page */
    struct PageMarkers *
        table_markers; /* of the part of a table whose head or foot is being built for its
                           page; NULL: none */
    struct ChangeBars *change_bars; /* of this pass */
    GHashTable
        *choices; /* fo:multi-switch → the case that is set, or NULL (choose.h) */
} Layout;

/* Where blocks are built: the reference area that indents and percentages count from. */
typedef struct Frame {
    Length ipd;
    Length x;          /* where it begins, from where the list does */
    Length less;       /* by how much it is narrower than the list where it is built */
    gboolean is_fixed; /* its width is its own, whatever that of the page */
    Length bpd;        /* for percentages; 0: not known */
    Length room;     /* in a cell: what heads and feet of its tables leave of a page */
    Length note_ipd; /* of footnotes; 0: there is no place for them */
    gboolean artifact; /* running heads: no structure, no destinations */
    gboolean in_float; /* of those there is none in another (XSL 1.1, 6.12.2) */
    int depth;         /* of nesting; deeper than FRAME_DEEPEST is set as plain text */
} Frame;

enum { FRAME_DEEPEST = 1200 };

/* Builds node's areas at the end of list. One function for each kind of block-level FO:
 * this table is what opens the circle of blocks in tables in blocks. */
typedef void (*BlockBuilder)(Layout *layout, const Frame *frame, const FoNode *node,
                             VList *list);
BlockBuilder
block_builder(FoKind kind);

void
block_build(Layout *layout, const Frame *frame, const FoNode *node, VList *list);
/* The children of node, block-level and inline-level as they come. */
void
block_build_children(Layout *layout, const Frame *frame, const FoNode *node,
                     VList *list);
/* A float that has no place of its own: it stands where it is. */
void
block_build_float(Layout *layout, const Frame *frame, const FoNode *node, VList *list);
void
list_block_build(Layout *layout, const Frame *frame, const FoNode *node, VList *list);
void
captioned_build(Layout *layout, const Frame *frame, const FoNode *node, VList *list);
void
table_build(Layout *layout, const Frame *frame, const FoNode *node, VList *list);
/* The same of a table for block_extent(). */
void
table_extent(Layout *layout, const Frame *frame, const FoNode *node, Length *minimum,
             Length *maximum);
void
container_build(Layout *layout, const Frame *frame, const FoNode *node, VList *list);

/* Block-level by kind, or what stands for blocks alone. */
gboolean
block_is_level(const Layout *layout, const FoNode *node);
/* The opening entry of what has an area in frame, but nothing of a block. */
int
block_open_through(Layout *layout, const Frame *frame, const FoNode *node, VList *list);

/* frame with the width in which the end of list is built: pages may differ in width. */
Frame
block_frame(const Frame *frame, const VList *list);
/* The same for node, behind the break that it asks for. */
Frame
block_begin(const Frame *frame, const FoNode *node, VList *list);
/* Its width at the entry at index. */
Length
block_ipd(const Frame *frame, const VList *list, int index);

/* The case of a multi-switch that is shown: on paper there is no other (XSL 1.1, 6.9.3).
 * NULL: none. */
const FoNode *
block_shown_case(const Layout *layout, const FoNode *node);

/* The opening and closing entries of a block-level FO with all that is common to them:
 * keeps, space, indents, border, the break behind it. Returns the index of the opening entry. */
int
block_open(Layout *layout, const Frame *frame, const FoNode *node, VList *list);
void
block_close(Layout *layout, const Frame *frame, const FoNode *node, VList *list,
            int open);

/* break-before or break-after of node; none for NULL. */
VBreak
block_break_of(const FoNode *node, FoProperty property);

/* Widths that content asks for: its widest unbreakable part and its longest line. */
void
block_extent(Layout *layout, const Frame *frame, const FoNode *node, Length *minimum,
             Length *maximum);

/* The structure element of node, or NULL. */
StructureElement *
layout_element(const Layout *layout, const FoNode *node);

/* The page sequence behind node in document order, in wrappers too (XSL 1.1, 6.4.6); the
 * first one for NULL; NULL behind the last. */
const FoNode *
layout_next_sequence(const Layout *layout, const FoNode *node);

/* Files the messages of one in another. */
void
layout_file_messages(Diag *from, Diag *to);

#endif
