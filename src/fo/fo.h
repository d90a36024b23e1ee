#ifndef FO_FO_H
#define FO_FO_H

/* fo: from a libxml2 document in the XSL-FO vocabulary (W3C XSL 1.1) to a tree of formatting
 * objects with refined properties. The room knows no fonts, no pages and no PDF.
 *
 * The tree is written here and const to all others; it lives in the job's arena. A property
 * is one row in a table (fo/property.c); a formatting object one row (fo/object.c). Compound
 * properties are one property a component: PROP_SPACE_BEFORE_OPTIMUM. Corresponding absolute
 * properties (margin-left, border-top-width, …) are mapped to the relative ones during
 * refinement (XSL 1.1, 5.3), so that layout reads only the relative ones, except on page
 * masters and regions. */

#include "base/arena.h"
#include "base/diag.h"
#include "base/unit.h"
#include <libxml/tree.h>

/* FO_ROOT, FO_TABLE_ROW, …: one for each formatting object of XSL 1.1; besides them: */
typedef enum FoKind {
    FO_NONE,
    FO_TEXT, /* characters, white space treated (XSL 1.1, 4.7.3 and 7.16.12) */
    FO_EXTERNAL_DOCUMENT, /* FOP's: a page sequence of the pages of an image */
    FO_FOREIGN,           /* the child of fo:instream-foreign-object */
#define OBJECT(kind, name, category, content, role) kind,
#include "fo/objects.def"
#undef OBJECT
    FO_KIND_COUNT
} FoKind;

/* PROP_ID, PROP_SPACE_BEFORE_OPTIMUM, …: the name in capitals, '-', '.' and ':' as '_'. */
typedef enum FoProperty {
#define PROPERTY(property, name, ...) property,
#include "fo/properties.def"
#undef PROPERTY
    PROP_COUNT
} FoProperty;

/* ENUM_ALWAYS, ENUM_PRESERVE, …: the keywords of all properties; "auto" and "none" too. */
typedef enum FoEnum {
#define KEYWORD(keyword, name) keyword,
#include "fo/keywords.def"
#undef KEYWORD
    ENUM_COUNT
} FoEnum;

typedef enum FoValueKind {
    FO_VALUE_ENUM,   /* keyword */
    FO_VALUE_LENGTH, /* fixed + percent % of the base + proportion of the rest */
    FO_VALUE_NUMBER, /* number, integers too (keep strengths, column numbers) */
    FO_VALUE_COLOUR, /* colour */
    FO_VALUE_STRING  /* string: ids, URIs, family lists, languages */
} FoValueKind;

typedef struct FoColour {
    guint8 red, green, blue, alpha; /* alpha 0: transparent */
} FoColour;

typedef struct FoValue {
    guint8 kind;      /* FoValueKind */
    guint8 specified; /* on this very object, not inherited or initial */
    FoEnum keyword;
    Length fixed;
    double percent;    /* 0 where the length is absolute */
    double proportion; /* proportional-column-width() */
    double number;
    FoColour colour;
    const char *string;
} FoValue;

typedef struct FoNode FoNode;
typedef struct FoStyle FoStyle; /* refined properties, shared by nodes that are alike */

struct FoNode {
    FoKind kind;
    FoNode *parent, *first, *last, *next, *previous;
    Place place; /* of the source: ow:bestand and ow:regel where given, else the FO's */
    const FoStyle *style;
    const char *text; /* FO_TEXT: UTF-8; FO_FOREIGN: serialised XML */
    int length;       /* of text, in bytes */
};

typedef struct FoTree {
    FoNode *root;
    Arena *arena;
    const char *base;  /* folder against which relative URIs are resolved */
    const char *title; /* fo:title of the first page-sequence, plain text, or NULL */
    GHashTable *ids;   /* id → FoNode */
} FoTree;

#define FO_NAMESPACE "http://www.w3.org/1999/XSL/Format"
#define FOX_NAMESPACE "http://xmlgraphics.apache.org/fop/extensions"
/* Our own extensions; ow:bestand and ow:regel give an FO the place of its source. */
#define OW_NAMESPACE "urn:opbouwwerk:fo"

/* Builds the tree from document (borrowed, may be freed afterwards). Everything unknown,
 * misplaced or invalid is reported with its place and left out or kept as a wrapper, text
 * never lost. Returns NULL only when the root is not fo:root. */
FoTree *
fo_parse(Arena *arena, xmlDoc *document, const char *file, Diag *diag);

/* The computed value; never NULL. Some that others need are computed here: column-number of
 * cells and columns, border widths of 0 without a style, border colours, line-height and
 * font-size of percentages. */
const FoValue *
fo_value(const FoNode *node, FoProperty property);

/* Shortcuts over fo_value(). A length: fixed + percent of base; 0 for a keyword. */
Length
fo_length(const FoNode *node, FoProperty property, Length base);
gboolean
fo_is_auto(const FoNode *node, FoProperty property); /* a keyword, not a length */
FoEnum
fo_enum(const FoNode *node, FoProperty property); /* ENUM_NONE where no keyword */
double
fo_number(const FoNode *node, FoProperty property);
FoColour
fo_colour(const FoNode *node, FoProperty property);
const char *
fo_string(const FoNode *node, FoProperty property); /* NULL where none */

/* A keep's strength: 0 for auto, 1 … G_MAXINT-1 for a number, G_MAXINT for always. */
int
fo_keep(const FoNode *node, FoProperty property);

/* Line-height as a length for this node's font size (XSL 1.1, 7.16.4). */
Length
fo_line_height(const FoNode *node);

/* A copy of marker's children, refined with what they inherit at retrieve (an
 * fo:retrieve-marker, 6.13.6): the children of the object returned, which stands where
 * retrieve stands but is no child of anything. In arena; NULL where marker is empty. */
FoNode *
fo_retrieve(const FoTree *tree, Arena *arena, const FoNode *marker,
            const FoNode *retrieve, Diag *diag);

const char *
fo_kind_name(FoKind kind); /* "fo:table-row" */
const char *
fo_enum_name(FoEnum keyword);
const char *
fo_property_name(FoProperty property);
gboolean
fo_kind_is_block(FoKind kind); /* block-level (XSL 1.1, 6.2: %block;) */
gboolean
fo_kind_is_inline(FoKind kind);
const char *
fo_kind_role(FoKind kind); /* default structure role ("P", "TD"), NULL: none */

/* The node after node in document order, within root; NULL after the last. */
FoNode *
fo_next(const FoNode *root, const FoNode *node);

/* The tree as readable text, one node a line, with the specified properties refined. */
char *
fo_dump(const FoTree *tree);

/* What is supported, as XML: <ondersteuning> with every object and property of the tables.
 * gezet="nee": known, so that it gives no message, but nothing reads it and it has no effect. */
char *
fo_support(void);

#endif
