#ifndef FO_PROPERTY_H
#define FO_PROPERTY_H

/* property: the table of properties, and the names that attributes may have: properties,
 * compounds, absolute names and shorthands. For this room only. */

#include "fo/fo.h"

/* What a value may be besides the keywords of its row. */
typedef enum FoTakes {
    TAKES_LENGTH = 1 << 0,
    TAKES_PERCENT = 1 << 1,
    TAKES_NONNEGATIVE = 1 << 2, /* what is less than 0 becomes 0 */
    TAKES_NUMBER = 1 << 3,
    TAKES_INTEGER = 1 << 4, /* a number, rounded */
    TAKES_COLOUR = 1 << 5,
    TAKES_STRING = 1 << 6,     /* any text */
    TAKES_NAME = 1 << 7,       /* any text without white space around it */
    TAKES_URI = 1 << 8,        /* with or without url(…) */
    TAKES_CHARACTER = 1 << 9,  /* one character */
    TAKES_PROPORTION = 1 << 10 /* proportional-column-width() */
} FoTakes;

enum {
    TAKES_MEASURE = TAKES_LENGTH | TAKES_PERCENT,
    TAKES_EXTENT = TAKES_LENGTH | TAKES_PERCENT | TAKES_NONNEGATIVE,
    TAKES_TEXT = TAKES_STRING | TAKES_NAME | TAKES_URI | TAKES_CHARACTER
};

/* What a percentage is of. */
typedef enum FoBase {
    BASE_NONE,
    BASE_FONT_SIZE,
    BASE_PARENT_FONT_SIZE,
    BASE_LAYOUT /* known only in layout */
} FoBase;

typedef struct FoPropertyRow {
    const char *name;
    int takes;            /* FoTakes */
    const char *keywords; /* separated by spaces */
    const char *initial;
    gboolean inherited;
    FoBase base;
} FoPropertyRow;

const FoPropertyRow *
fo_property_row(FoProperty property);

/* Whether text is one of the keywords of property. */
gboolean
fo_property_has_keyword(FoProperty property, const char *text, gsize length);

typedef enum FoSide { SIDE_BEFORE, SIDE_AFTER, SIDE_START, SIDE_END } FoSide;
typedef enum FoAbsoluteSide {
    SIDE_TOP,
    SIDE_BOTTOM,
    SIDE_LEFT,
    SIDE_RIGHT
} FoAbsoluteSide;

/* Which relative side an absolute one is in writing_mode (XSL 1.1, 5.3.1). */
FoSide
fo_relative_side(FoEnum writing_mode, FoAbsoluteSide side);

typedef enum FoNameKind {
    NAME_PROPERTY,  /* a row of the table: property */
    NAME_COMPOUND,  /* "space-before": count components from property on */
    NAME_ABSOLUTE,  /* "border-top-color": at absolute side, one of relatives[] */
    NAME_DIMENSION, /* "min-width": see FoDimension */
    NAME_SHORTHAND, /* "border": number in shorthand.c's table */
    NAME_IGNORED    /* known, but without effect on paper */
} FoNameKind;

typedef struct FoDimension {
    gboolean vertical;
    int component; /* 0: all three; 1: the minimum, 2: the maximum */
} FoDimension;

typedef struct FoName {
    const char *name;
    FoNameKind kind;
    gboolean is_component; /* "border-top-width.length": more precise than its whole */
    FoProperty property;
    int count;
    FoAbsoluteSide side;
    const FoProperty *relatives; /* by FoSide */
    FoDimension dimension;
    int shorthand;
} FoName;

/* The names of one job, by hash. */
typedef struct FoNames FoNames;

FoNames *
fo_names_new(Arena *arena);
/* "space-before.optimum", "fox:alt-text"; NULL where there is no such name. */
const FoName *
fo_names_lookup(const FoNames *names, const char *name);
/* "table-row"; FO_NONE where there is no such object. */
FoKind
fo_names_kind(const FoNames *names, const char *local_name);
/* ENUM_COUNT where there is no such keyword. */
FoEnum
fo_names_keyword(const FoNames *names, const char *keyword);

/* Whether anything is done with it (support.c). */
gboolean
fo_property_has_effect(FoProperty property);

/* The extensions of ours that are no properties of a refined object ("ow:datum"), by index
 * from 0; NULL behind the last. */
const char *
fo_extension_name(int index);

#endif
