#ifndef LAYOUT_VLIST_H
#define LAYOUT_VLIST_H

/* The vertical list: what a flow, a cell or a running head consists of, from top to bottom,
 * before it is cut. Boxes hold content; spaces and places to break stand between them;
 * opening and closing entries tell which blocks run where. Entries live in the arena. */

#include "area/area.h"
#include "base/knuth.h"
#include "fo/fo.h"

typedef enum VKind {
    V_BOX,     /* content that is not cut */
    V_SPACE,   /* a space specifier (XSL 1.1, 4.3) */
    V_PENALTY, /* what a break here costs, between two boxes */
    V_BREAK,   /* a break that must be */
    V_OPEN,    /* a block begins: its border and padding before */
    V_CLOSE    /* a block ends: its border and padding after */
} VKind;

typedef enum VBreak {
    BREAK_NONE,
    BREAK_SPAN, /* blocks that span all columns begin or end: a new span area */
    BREAK_COLUMN,
    BREAK_PAGE,
    BREAK_EVEN,
    BREAK_ODD
} VBreak;

typedef enum VContent {
    CONTENT_NONE,
    CONTENT_LINE,      /* Line */
    CONTENT_GROUP,     /* one step of a Group: list item or table rows */
    CONTENT_CONTAINER, /* Container: a reference area set on its own */
    CONTENT_FLOAT,     /* FoNode: fo:float that goes to the top of a page */
    CONTENT_SIDE       /* Side: fo:float that stands beside what follows */
} VContent;

typedef struct VSpace {
    Length minimum, optimum, maximum;
    int precedence;  /* G_MAXINT: force */
    gboolean retain; /* conditionality */
} VSpace;

/* Room that footnotes in repeated heads and feet of tables take beside a break. */
typedef struct VNoted {
    Length before, after;
} VNoted;

typedef struct VEntry {
    const FoNode *node;
    guint8 kind;         /* VKind */
    guint8 content;      /* VContent */
    guint8 forced;       /* V_BREAK: VBreak */
    guint8 is_bare;      /* V_OPEN: the box in it is its area */
    guint8 is_aside;     /* V_BOX: it stands elsewhere and takes no room here */
    guint8 leads;        /* V_SPACE: it is a space-before */
    guint8 is_reference; /* V_OPEN: it is one to what is inside */
    guint8 is_fixed;     /* V_OPEN: its width does not change with that of the page */
    guint8 is_later;     /* V_OPEN: its object has areas before it too */
    guint8 is_earlier;   /* V_OPEN: and behind it */
    int enclosing;       /* index of the V_OPEN around it, -1: none */
    int match;           /* V_OPEN: index of its V_CLOSE, and the reverse */
    Length size;        /* V_BOX; V_OPEN, V_CLOSE: border and padding; V_PENALTY: by how
                            much the rest grows after a break */
    Length x, width;    /* V_OPEN: border rectangle; V_BOX: x */
    Length shift;       /* V_BOX: further to the right on even pages */
    VSpace space;       /* V_SPACE as specified */
    Length resolved;    /* V_SPACE: size that is left after resolution */
    Length shrink;      /* V_SPACE: by how much that may be less */
    Length stretch;     /* V_SPACE: and more */
    Length retained;    /* V_SPACE: what of it stays beside a break */
    Length kept_before; /* V_OPEN: border and padding that come back after a break */
    Length kept_after;  /* V_OPEN: those that are there before a break too; V_PENALTY:
                            by how much what is before a break grows */
    VNoted noted;       /* V_PENALTY */
    int penalty;        /* V_PENALTY */
    int keep_together;  /* V_OPEN: strengths, see fo_keep() */
    int keep_previous;  /* V_OPEN */
    int keep_next;      /* V_CLOSE */
    int step;           /* CONTENT_GROUP */
    const AreaBox *box; /* V_OPEN */
    gpointer item;      /* V_BOX: see VContent; V_OPEN: Table or NULL;
                            V_PENALTY: the FoNode whose keep it is, or NULL */
} VEntry;

/* From an entry on, pages are of another width (see pages.h). */
typedef struct VChange {
    int entry;
    Length ipd;      /* of a column */
    Length span_ipd; /* of all columns */
} VChange;

typedef struct VList {
    Arena *arena;
    VEntry *entries;
    int count, room;
    int open;               /* index of the innermost open entry, -1: none */
    const VChange *changes; /* by growing entry; the first is for entry 0 */
    int change_count;       /* 0: the width is that of the frame */
    gboolean spans;         /* what is being built spans all columns */
    struct Side *sides;     /* that what is built next may stand beside, latest first */
    int first_side;         /* entry of the one since which there were always some */
} VList;

VList *
vlist_new(Arena *arena);
/* Appends an entry of kind; valid until the next one is appended. */
VEntry *
vlist_add(VList *list, VKind kind, const FoNode *node);
VEntry *
vlist_open(VList *list, const FoNode *node);
VEntry *
vlist_close(VList *list, int open);
/* Nothing is added for a space of zero that yields to others. */
void
vlist_add_space(VList *list, const FoNode *node, VSpace space, gboolean leads);
void
vlist_add_break(VList *list, const FoNode *node, VBreak forced);

/* Whether entry is content that takes room here. */
gboolean
vlist_is_box(const VEntry *entry);

/* The width in which the entry at index is built; otherwise: that of the frame. */
Length
vlist_ipd(const VList *list, int index, Length otherwise);

/* What the breaker sees of a list. Each item knows the entry with which the next page
 * begins when the break is there. */
typedef struct VItems {
    KnuthItem *items;
    int *entries;        /* entry at which the rest begins after a break at the item */
    const FoNode **kept; /* of a penalty that only a keep forbids: whose; else NULL */
    VBreak *forced;
    VNoted *noted;
    VBreak start, end;        /* asked for before the first content, behind the last */
    int keep_start, keep_end; /* strengths of keeps with what is before and behind */
    int count;
} VItems;

/* Resolves spaces (XSL 1.1, 4.3.1) and keeps (4.8), and makes the breaker's items. */
VItems
vlist_resolve(VList *list, Arena *arena);

/* Height of entries from … to as far as it is known while the list is being built. */
Length
vlist_height(const VList *list, int from, int to);

/* The price of a break that a keep of this strength opposes (see fo_keep()): always forbids
 * it, a number makes it dearer than a page that stays half empty. */
int
vlist_keep_penalty(int strength);

/* Total size when nothing is cut. */
Length
vlist_size(const VItems *items);

/* From the top of a list that has been resolved to the baseline of its first line; -1: it
 * begins with something else or is empty. */
Length
vlist_baseline(const VList *list);

/* The list as text, an entry a line. */
void
vlist_dump(const VList *list, GString *out);

#endif
