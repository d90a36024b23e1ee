#ifndef BASE_KNUTH_H
#define BASE_KNUTH_H

/* Best breaking of a list of boxes, glue and penalties (Knuth and Plass, "Breaking
 * Paragraphs into Lines", 1981; TeX: The Program, part 38). Numbers only: lines and pages
 * are broken by the same function. Sums are 64 bits wide. */

#include "base/arena.h"
#include "base/unit.h"

typedef enum KnuthKind { KNUTH_BOX, KNUTH_GLUE, KNUTH_PENALTY } KnuthKind;

#define KNUTH_INFINITE 10000  /* a penalty that forbids a break */
#define KNUTH_FORCED (-10000) /* a penalty that forces one */

typedef struct KnuthItem {
    guint8 kind;     /* KnuthKind */
    guint8 flagged;  /* penalty: counts for consecutive-hyphen demerits */
    guint8 infinite; /* glue: stretch is of infinite order (TeX's fil): where a line
                             has some, being short costs nothing and its ratio is 0 */
    guint8 noted;    /* penalty: KnuthNoted, of the lines that it ends and begins */
    int penalty;     /* penalty: -10000 … 10000 */
    Length width;    /* box, glue: natural size */
    Length stretch, shrink; /* glue; box where its content is elastic */
    Length
        flex; /* box: by how much its content grows or shrinks before any glue does, and
                    at no cost: the expansion of a font */
    Length pre, post; /* penalty: size added before and after the break when chosen */
} KnuthItem;

/* A line that ends or begins here has insertions of its own, whose size pre and post count,
 * so that it needs the separator. */
typedef enum KnuthNoted { KNUTH_NOTED_BEFORE = 1, KNUTH_NOTED_AFTER = 2 } KnuthNoted;

/* Insertions (TeX: The Program, 981; XSL 1.1, 6.12.3): what items cite is set on the line (a
 * page) on which they come, behind its content: footnotes. They are one list, which may be
 * cut behind each of its steps; what finds no room goes on with the next line. Of those that
 * a line cites at least the first begins there, or one left over goes on. */
typedef struct KnuthStep {
    gint64 from; /* where the step begins in the list, when the list is cut before it */
    gint64 to;   /* where it ends, when the list is cut behind it */
    int penalty; /* of that cut */
    int first;   /* index of the first step of the insertion that it belongs to */
    gboolean waits; /* it need not begin on the line that cites it */
} KnuthStep;

typedef struct KnuthInsertions {
    const KnuthStep *steps;
    const int *cited; /* an item each, and one more: number of steps that belong to
                             insertions cited before it, counted from steps[0] */
    Length separator; /* between content and insertions of a line */
} KnuthInsertions;

typedef enum KnuthRagged {
    KNUTH_JUSTIFIED, /* badness from stretch and shrink */
    KNUTH_RAGGED,    /* a line may stay short: cost grows with what is left over
                             against the slack, and glue never shrinks or stretches */
    KNUTH_SHRINKING  /* the same, but glue shrinks where a line is too long */
} KnuthRagged;

typedef struct KnuthParameters {
    Length (*measure)(gpointer owner,
                      int line); /* size of line (from 0), first_line included */
    Length (*last_measure)(
        gpointer owner,
        int line); /* of a line that the last item ends; NULL: the same */
    gpointer owner;
    int first_line;    /* the number of the first line, given to measure */
    int constant_from; /* measure is the same for all lines from this one on */
    KnuthRagged ragged;
    Length slack;        /* ragged: what counts as stretch 1.0 */
    double pretolerance; /* < 0: no first pass without flagged breaks */
    double tolerance;    /* second pass */
    int line_demerits;   /* of each line, whatever it is like: fewer lines are better */
    int line_penalty, adjacent_demerits, double_flagged_demerits,
        final_flagged_demerits;
    Length
        shortest_last; /* a last line (not the only one) below this size, or of one box
                             behind a flagged break, costs short_last_demerits */
    int short_last_demerits;
    int flagged_limit; /* at most this many flagged lines in a row; 0: no limit */
    const KnuthInsertions *insertions; /* NULL: none */
    int inserted;                      /* steps that stand on earlier lines */
    gboolean strict; /* rather no breaks at all (NULL) than a line beyond tolerance */
} KnuthParameters;

/* A break: the line that ends at item has this ratio (< 0 shrunk, > 0 stretched). */
typedef struct KnuthBreak {
    int item;       /* index of the glue or penalty broken at */
    int start;      /* index of the line's first item, discardable ones skipped */
    double ratio;   /* of its glue; 0 where there is none, where infinite glue fills up,
                             and if ragged */
    guint8 fitness; /* 0 tight, 1 decent, 2 loose, 3 very loose */
    guint8 overfull; /* its content exceeds the measure: nothing better was to be had */
    Length natural;  /* natural size of the line, pre and post included, without
                             insertions */
    int inserted;    /* steps that stand on this line and earlier ones */
} KnuthBreak;

/* TeX's values (plain): tolerance 200, pretolerance 100, demerits 10000/10000/5000. */
extern const KnuthParameters KNUTH_TEX;

/* Breaks items[0 … count-1], which must end in a forced penalty. Glue and penalties after a
 * chosen break are discarded up to the next box or forced break; a break at glue needs a box
 * before it. Each stretch up to a forced break gets the passes it needs: the first without
 * flagged breaks, the second with tolerance. In that one a line may be as loose as it must
 * and, if need be, exceed the limit of flagged lines; only what even so does not fit makes an
 * overfull line (TeX's artificial demerits), the one that exceeds least, and the work goes on
 * behind it. So there are always breaks, and they use every item; unless strict. Returns an
 * array in arena and its length. Linear in practice: time grows with items × active breaks,
 * of which there are at most some hundreds. */
KnuthBreak *
knuth_break(Arena *arena, const KnuthItem *items, int count,
            const KnuthParameters *parameters, int *break_count);

#endif
