#ifndef FO_SHORTHAND_H
#define FO_SHORTHAND_H

/* shorthand: from the attributes of an object to one text for each property, the most precise
 * one (XSL 1.1, 5.2, 5.3.1 and 7.31). For this room only. */

#include "fo/property.h"

/* Whose text holds where several attributes say something of a property. */
typedef enum FoPrecision {
    PRECISION_NONE,
    PRECISION_SHORTHAND, /* border, margin, font */
    PRECISION_ASPECT,    /* border-color, background-position */
    PRECISION_SIDE,      /* border-top */
    PRECISION_WHOLE,     /* border-before-width, space-before */
    PRECISION_COMPONENT, /* border-before-width.length, space-before.optimum */
    PRECISION_ABSOLUTE, /* border-top-width, width: what is explicit goes first (5.3) */
    PRECISION_ABSOLUTE_COMPONENT
} FoPrecision;

/* The texts for one object; to be cleared and used again for the next. */
typedef struct FoDeclarations {
    struct {
        const char *text; /* NULL: the initial value */
        const char *name; /* of the attribute, for messages */
        FoPrecision precision;
    } of[PROP_COUNT];
    FoProperty declared[PROP_COUNT];
    int count;
    FoEnum writing_mode;  /* in force for the object */
    const char *name;     /* of the attribute at hand */
    GStringChunk *pieces; /* of shorthands */
} FoDeclarations;

/* The text that stands for the object's own color, in text-decoration. */
#define TEXT_OF_COLOUR "color"

FoDeclarations *
fo_declarations_new(void);
void
fo_declarations_free(FoDeclarations *declarations);
void
fo_declarations_clear(FoDeclarations *declarations, FoEnum writing_mode);

/* Adds an attribute; text must live as long as the declarations are used. Returns FALSE where
 * a shorthand cannot be understood. */
gboolean
fo_declare(FoDeclarations *declarations, const FoName *name, const char *text);

/* Once all attributes are there: a component of a relative property that is given, as
 * border-before-width.conditionality, takes the whole property away from shorthands of
 * absolute ones (5.3). */
void
fo_declarations_settle(FoDeclarations *declarations);

/* The name of shorthand i, NULL after the last. */
const char *
fo_shorthand_name(int i);

#endif
