#ifndef CONTENT_SOURCEMAP_H
#define CONTENT_SOURCEMAP_H

/* The map of a source (content/bronkaart.xml, which explains its notation): which of its lines
 * and words make every node of the texts. Stand-off: it holds facts and no text. */

#include "content/source.h"
#include <libxml/tree.h>

typedef enum SourceHyphen {
    SOURCE_HYPHEN_UNDONE, /* of a broken word: it goes, the word is joined */
    SOURCE_HYPHEN_KEPT,
    SOURCE_HYPHEN_SPACE /* kept, and a space follows */
} SourceHyphen;

typedef struct MapLine {
    int number; /* in the map's count, which counts blank lines */
    int word_count;
    char digest[SOURCE_LINE_DIGEST + 1];
} MapLine;

typedef struct SourceMap {
    const char *name; /* of the source, Dutch */
    const char *digest;
    xmlNode *root;
    const MapLine *lines; /* those with words */
    int line_count;
    const int *line_index; /* number of a line → its index in lines, or -1; from 1 */
    const guint8 *hyphens; /* number of a line → SourceHyphen */
    int last_number;
} SourceMap;

/* Loads the map at path into arena. NULL where it is unusable: faults are in diag, a missing
 * schema in error. */
const SourceMap *
source_map_load(Arena *arena, const char *path, const char *schema_path, Diag *diag,
                GError **error);

/* Whether text looks like the map's source, be it edited: a quarter of its lines is in it. */
gboolean
source_map_knows(const SourceMap *map, const SourceText *text);

/* Whether text is the map's source. Where it is not, the lines that differ are reported. */
gboolean
source_map_fits(const SourceMap *map, const SourceText *text, Diag *diag);

/* Words of a node in another language, counted from 1; punctuation at their ends is not
 * part of them. */
typedef struct PlacedTerm {
    int first, last;
    const char *language; /* BCP 47 */
} PlacedTerm;

/* A node and its words, in reading order and without markers and hyphens of line ends. */
typedef struct PlacedText {
    const char *id;
    Place place;              /* on the map */
    const char *part;         /* file of the texts that has the node */
    const char *text;         /* "" where all stands in items */
    const char *const *items; /* of a cell, NULL-terminated; NULL where it has none */
    const PlacedTerm *terms;  /* of text */
    int term_count;
} PlacedText;

/* A peculiarity of the source that stays as it is. */
typedef struct SourceOddity {
    int line;          /* of the source's file */
    const char *kind;  /* Dutch: "woord-dubbel" */
    const char *words; /* joined by spaces */
    const char *id;    /* of the node */
} SourceOddity;

typedef struct Placement {
    const SourceMap *map;
    GPtrArray *texts;    /* PlacedText* */
    GPtrArray *oddities; /* SourceOddity* */
    int line_count, word_count, node_words, markers, omitted;
} Placement;

/* Places every word of text, which fits map. NULL after reporting words that belong to no
 * node and no omission, or to more than one, and places that are not there. In arena. */
const Placement *
source_place(Arena *arena, const SourceMap *map, const SourceText *text, Diag *diag);

#endif
