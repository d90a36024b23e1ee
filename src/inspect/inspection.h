#ifndef INSPECT_INSPECTION_H
#define INSPECT_INSPECTION_H

/* What is known of a file while it is inspected, and the parts of the inspection, one
 * function a file, in the order in which they run. For the files of this room only. */

#include "inspect/inspect.h"
#include "inspect/value.h"

typedef struct Page {
    const Value *value;
    const Value *resources; /* its own or inherited (ISO 32000-1, 7.7.3.4) */
    const Value *media, *crop;
} Page;

/* A structure element (14.7.2). */
typedef struct Element {
    const Value *value;
    int parent;            /* index in the tree; -1: the root */
    int first, last, next; /* its children and what follows it; -1: none */
    const char *role;      /* as the file has it */
    const char *type;      /* the standard type that it stands for, or NULL */
    int page;             /* index of its Pg, or of the Pg of what it is in; -1: none */
    guint marks, objects; /* how many of its kids are these */
    gboolean actual;      /* it or what it is in has ActualText */
} Element;

/* What an element says of a piece of marked content or an annotation. */
typedef struct Claim {
    int element;
    int page;               /* index; -1: unknown */
    const Value *container; /* the page or stream of the content, or the object */
    gint64 number;          /* of the content there */
    gboolean met;           /* seen in the content, or among the annotations */
} Claim;

typedef struct Tree {
    GArray *elements;    /* Element, parents before children, in the order of reading */
    GHashTable *marks;   /* container and MCID → Claim */
    GHashTable *objects; /* object number → Claim */
    GHashTable *ids;     /* text → Value: the first element that has it */
    GHashTable *parents; /* key of the parent tree → Value */
} Tree;

typedef struct FontUse FontUse;

typedef struct Inspection {
    const char *name;
    Diag *diag;
    const GByteArray *bytes;
    Objects *objects;
    const Value *root, *info; /* catalog and info dictionary */
    guint promises;
    InspectResult *result;
    GArray *pages;       /* Page */
    GHashTable *page_at; /* object number → index + 1 */
    Tree tree;
    GHashTable *fonts;        /* Value → FontUse: the fonts that text was shown in */
    GHashTable *destinations; /* named ones: text → Value */
    const Value *profile;     /* of the output intent, or null */
    guint32 intent_space;     /* 'RGB ', 'CMYK', 'GRAY' of that profile; 0: none */
} Inspection;

/* Reports a broken rule, if the file promises it. page: index, -1: of none; where: a value
 * in the object that breaks it. */
void
finding(Inspection *inspection, DiagCode code, int page, const Value *where,
        const char *format, ...) G_GNUC_PRINTF(5, 6);

/* The key of a piece of marked content: container is the object number of the page or form
 * that it is in (14.7.4.3). */
gint64
mark_key(int container, gint64 number);

/* The index of a page by its object; -1: it is none. */
int
page_index(const Inspection *inspection, const Value *page);

const Element *
element_at(const Inspection *inspection, int index);
/* "" where it stands for no standard type. */
const char *
element_type(const Element *element);
gboolean
element_is(const Element *element, const char *type);
/* Whether name is among the names, which end with NULL. */
gboolean
is_among(const char *name, const char *const *names);
/* The value of an attribute that owner defines (14.7.5); null where the element has none. */
const Value *
element_attribute(const Element *element, const char *owner, const char *key);
/* The first of the elements above, itself left out, that stands for type; NULL: none. */
const Element *
element_above(const Inspection *inspection, const Element *element, const char *type);

/* Walks a name or number tree (7.9.6, 7.9.7) without trusting it. key: a string or an
 * integer. FALSE where it is no tree that a reader can search. */
typedef void (*TreeVisit)(const Value *key, const Value *value, gpointer user);
gboolean
search_tree_walk(const Value *root, const char *list, TreeVisit visit, gpointer user);

void
pages_collect(Inspection *inspection);
/* What the file claims to be, and its metadata. */
void
check_metadata(Inspection *inspection);
void
check_bytes(Inspection *inspection);
void
check_limits(Inspection *inspection);
void
check_catalog(Inspection *inspection);
void
check_actions(Inspection *inspection);
void
check_intents(Inspection *inspection);
void
check_pages(Inspection *inspection);
/* Reads the structure tree and what it is itself. */
void
check_tree(Inspection *inspection);
void
check_elements(Inspection *inspection);
void
check_tables(Inspection *inspection);
void
check_annotations(Inspection *inspection);
void
check_fields(Inspection *inspection);
/* Reads all content: marks, operators, resources, colours, and which glyphs are shown. */
void
check_content(Inspection *inspection);
/* After the content: what the tree claims and is nowhere, and the parent tree. */
void
check_parents(Inspection *inspection);
void
check_fonts(Inspection *inspection);
void
check_navigation(Inspection *inspection);
void
check_press(Inspection *inspection);

#endif
