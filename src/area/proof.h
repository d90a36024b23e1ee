#ifndef AREA_PROOF_H
#define AREA_PROOF_H

/* Proof: what a reader of proofs would mark on finished pages, and how even their word
 * spaces are. Running heads and repeated heads of tables are not read. */

#include "area/area.h"
#include "area/walk.h"

typedef enum ProofKind {
    PROOF_OVERFULL, /* value: by how much it exceeds its measure, 1/1024 pt */
    PROOF_LOOSE,    /* value: the mean word space, per cent of the font's own; 0: it has
                       none, and does not fill its measure */
    PROOF_TIGHT,
    PROOF_RIVER,  /* value: lines */
    PROOF_LADDER, /* of hyphens; value: lines */
    PROOF_ORPHAN, /* the first line of a paragraph alone at the foot */
    PROOF_WIDOW,  /* the last one alone at the head */
    PROOF_RUNT,   /* a last line that is all but empty; value: its width, 1/1024 pt */
    PROOF_SAME_START, /* lines that begin with the same word; value: how many */
    PROOF_SAME_END,
    PROOF_KIND_COUNT
} ProofKind;

extern const char *const PROOF_NAMES[PROOF_KIND_COUNT]; /* in Dutch */

typedef struct ProofMark {
    ProofKind kind;
    int page;                /* index from 0 */
    int line;                /* of that page, from 1 */
    int value;               /* see ProofKind */
    gboolean leads;          /* FALSE: goes on with the mark of a line before it */
    const Area *area;        /* the line */
    AreaRectangle rectangle; /* on the page: the line, or the space of a river */
    const char *text;        /* how the line begins */
} ProofMark;

typedef struct Proof {
    Arena *arena;
    const AreaDocument *document;
    GArray *marks; /* ProofMark, by page and line */
    int lines, justified, hyphenated;
    int found[PROOF_KIND_COUNT]; /* marks that lead */
    /* Word spaces of the justified lines, each against that of its own font (1.0). */
    int spaces;
    double mean, deviation, narrowest, widest;
} Proof;

/* Reads the pages. Lives in the document's arena. */
Proof *
proof_read(const AreaDocument *document);

/* The value of a mark with its unit: "163 %". Caller frees. */
char *
proof_value(const ProofMark *mark);

/* Rows of columns with tabs between them: first the marks, under a row of names; then, behind
 * an empty row, figures of the whole, each with its name. Caller frees. */
char *
proof_text(const Proof *proof);

#endif
