#ifndef TEXT_FONT_H
#define TEXT_FONT_H

/* text/font: the fonts of one configuration, and the faces that styles are set in. For the
 * files of text only. */

#include "text/text.h"

#include <fontconfig/fontconfig.h>

/* What the shape of a word depends on; styles that differ in other things share one. */
typedef struct Face {
    PangoLanguage *language;
    PangoFontset
        *fontset;       /* first the style's families, then the fonts of last resort */
    PangoFont *font;    /* of the first family that there is */
    GSList *attributes; /* for PangoAnalysis: OpenType features, or NULL */
    Length letter_spacing;
    TextMetrics metrics;
    char *unknown;        /* of its families those that do not exist: "A, B"; or NULL */
    char *unlike;         /* what of the style the font has not, in Dutch; or NULL */
    gboolean exists;      /* at least one of its families does */
    gboolean ascii[0x80]; /* by character: whether font has it */
    char *name;           /* of font: "Vollkorn Bold" */
} Face;

struct Text {
    Arena *arena;
    GStringChunk *strings; /* each once: equal strings are one pointer */
    FcConfig *configuration;
    PangoFontMap *map;
    PangoContext *context;
    GHashTable *families; /* set: names in lower case */
    GHashTable *fonts;  /* set of PangoFont, kept alive for the pieces that name them */
    GHashTable *styles; /* set of Style */
    GHashTable *faces;  /* FaceKey → Face */
    GHashTable *shapes; /* set of Shape (text/shape.h) */
    PangoGlyphString *glyphs; /* the shaper's last result */
    GArray *missing;          /* gunichar: characters without a glyph in it */
    GArray *items;            /* the itemizer's last result */
    GHashTable *dictionaries; /* language → Dictionary (text/hyphenate.h) */
    GHashTable *words;        /* set of Division (text/hyphenate.h) */
};

/* The face of a style that text_style() gave. */
const Face *
font_face(Text *text, const TextStyle *style);

/* Reports, once a Diag, what of the face's style there is not. */
void
font_report(const Face *face, const Place *place, Diag *diag);

/* A font that has the character, the face's own first; NULL: none has. Borrowed. */
PangoFont *
font_for_character(Text *text, const Face *face, gunichar character);

/* Reports unless diag holds the same message already, at whatever place. */
void
font_report_once(Diag *diag, const Place *place, DiagCode code, const char *message);

#endif
