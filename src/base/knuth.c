#include "base/knuth.h"

#include <math.h>
#include <string.h>

/* Numbers of paragraphs are those of Knuth and Plass (1981) where it says "K&P", of TeX:
 * The Program where it says "TeX". */

enum {
    FITNESS_COUNT = 4,
    DECENT = 1,
    LONGEST_RUN = 63,  /* a higher limit of flagged lines is none */
    MOST_ACTIVE = 400, /* beyond, neighbours are thinned out: time stays linear */
    ANY_TOLERANCE =
        10000 /* TeX's infinite badness: any line that is not overfull will do */
};

/* Badness grows beyond TeX's 10,000, so that where all lines are loose the best of them are
 * still told apart; squared and summed over a million lines it fits 63 bits. */
static const double HIGHEST_BADNESS = 1e6;
static const gint64 HIGHEST_DEMERITS = G_MAXINT64 / 4;
/* What it costs to cut an insertion, before the penalty of the cut: a line that stays an
 * eighth short, so that the whole of it can go on the next one, is better, but not one that
 * is emptier than that. What the last line leaves over needs one more. */
enum { CUT_PENALTY = 40, LEFT_OVER_PENALTY = 46 };
/* And where one that the line cites does not even begin on it; and for all that is left over,
 * a line's size of it, so that it is done with soon. */
enum { DEFERRED_PENALTY = 4, REST_PENALTY = 10 };
/* For a line above the limit of flagged lines, where nothing else can be had. */
static const gint64 LIMIT_DEMERITS = 10000000000;

const KnuthParameters KNUTH_TEX = {.ragged = KNUTH_JUSTIFIED,
                                   .pretolerance = 100,
                                   .tolerance = 200,
                                   .line_penalty = 10,
                                   .adjacent_demerits = 10000,
                                   .double_flagged_demerits = 10000,
                                   .final_flagged_demerits = 5000};

/* Totals of the items before one. */
typedef struct Sum {
    gint64 width, stretch, shrink, flex;
    int infinite;
} Sum;

/* A feasible break, and the best way to get there (TeX 819: passive and active node). */
typedef struct Node {
    gint64 demerits;
    int item;     /* broken at; -1: the beginning */
    int start;    /* the first item of the line that begins here */
    int line;     /* the number of that line, no higher than the last that counts */
    int previous; /* node, or -1 */
    int inserted; /* steps of the insertions that stand before that line */
    guint8 run;   /* flagged lines in a row up to here */
    guint8 fitness, overfull;
} Node;

/* What a line is like. */
typedef struct Line {
    gint64 natural, over; /* over: by how much it cannot be made to fit, or 0 */
    double ratio, badness;
    int inserted;  /* steps that stand on it and before it */
    double cut;    /* what it costs that the rest of them does not; 0: all do */
    gboolean bare; /* it has no glue */
    guint8 fitness;
} Line;

/* Size of a line, and of one that the last item ends. */
typedef struct Measure {
    Length usual, last;
} Measure;

typedef struct Breaker {
    const KnuthItem *items;
    const KnuthParameters *parameters;
    int count, flagged_limit, last_line;
    Sum *sums;         /* by item, and one more */
    int *starts;       /* by item: the first that is not discarded at or after it */
    gint64 lowest_pre; /* of all penalties; no higher than 0 */
    GArray *measures;  /* Measure, by line number less the first */
    GArray *nodes;     /* Node */
    GArray *active;    /* int: nodes, sorted by line and then by item */
    GArray *fresh;     /* int: nodes of the break at hand */
    Node *best;        /* by run, then fitness; previous -1: none */
    int best_count;
    Node rescue; /* of the overfull lines the one that is least so */
    gint64 rescue_over;
    gboolean rescued;
    double tolerance; /* of the pass at hand */
    gboolean flagged_allowed, final_pass;
} Breaker;

static gboolean
is_forced(const KnuthItem *item)
{
    return item->kind == KNUTH_PENALTY && item->penalty <= KNUTH_FORCED;
}

static void
prepare(Breaker *breaker)
{
    int count = breaker->count;
    Sum sum = {0};
    breaker->sums = g_new(Sum, count + 1);
    breaker->starts = g_new(int, count + 1);
    for (int i = 0; i < count; i++) {
        const KnuthItem *item = &breaker->items[i];
        breaker->sums[i] = sum;
        if (item->kind == KNUTH_PENALTY) {
            breaker->lowest_pre = MIN(breaker->lowest_pre, item->pre);
            continue;
        }
        sum.width += item->width;
        sum.shrink += item->shrink;
        sum.flex += item->flex;
        if (item->infinite)
            sum.infinite++;
        else
            sum.stretch += item->stretch;
    }
    breaker->sums[count] = sum;
    breaker->starts[count] = count;
    for (int i = count - 1; i >= 0; i--) {
        const KnuthItem *item = &breaker->items[i];
        gboolean stays = item->kind == KNUTH_BOX || is_forced(item);
        breaker->starts[i] = stays ? i : breaker->starts[i + 1];
    }
}

static Measure
measure_of(Breaker *breaker, int line)
{
    const KnuthParameters *parameters = breaker->parameters;
    for (int n = parameters->first_line + (int)breaker->measures->len; n <= line; n++) {
        Measure measure = {.usual = parameters->measure(parameters->owner, n)};
        measure.last = parameters->last_measure
                           ? parameters->last_measure(parameters->owner, n)
                           : measure.usual;
        g_array_append_val(breaker->measures, measure);
    }
    return g_array_index(breaker->measures, Measure, line - parameters->first_line);
}

static Length
measure_at(const Breaker *breaker, Measure measure, int item)
{
    return item == breaker->count - 1 ? measure.last : measure.usual;
}

/* TeX 108: badness; 100 r³. */
static double
badness(double ratio)
{
    return MIN(100 * ratio * ratio * ratio, HIGHEST_BADNESS);
}

static void
fit_short(const Breaker *breaker, Line *line, gint64 left, const Sum *content)
{
    gint64 stretch = breaker->parameters->ragged == KNUTH_JUSTIFIED
                         ? content->stretch
                         : breaker->parameters->slack;
    if (left == 0 || content->infinite > 0)
        return;
    line->ratio = stretch > 0 ? (double)left / (double)stretch : 0;
    line->badness = stretch > 0 ? badness(line->ratio) : HIGHEST_BADNESS;
    if (line->badness > 99) /* TeX 852 */
        line->fitness = 3;
    else if (line->badness > 12)
        line->fitness = 2;
}

/* The number of steps from `from` that a line has room for, at least `must` and no more than
 * `cited`. */
static int
fitting_steps(const KnuthInsertions *insertions, int from, int must, int cited,
              gint64 room)
{
    gint64 begin = insertions->steps[from].from;
    int low = must, high = cited;
    while (low < high) {
        int middle = (low + high + 1) / 2;
        if (insertions->steps[middle - 1].to - begin <= room)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

/* What it costs that of the steps that are cited some do not stand on the line. */
static double
cut_penalty(const Breaker *breaker, int item, int cited, const Line *line,
            Length measure)
{
    const KnuthStep *steps = breaker->parameters->insertions->steps;
    int penalty = item == breaker->count - 1 ? LEFT_OVER_PENALTY : CUT_PENALTY;
    if (line->inserted > 0)
        penalty += steps[line->inserted - 1].penalty;
    if (line->inserted <= steps[cited - 1].first)
        penalty += DEFERRED_PENALTY;
    gint64 rest = steps[cited - 1].to - steps[line->inserted].from;
    double share = (double)rest / MAX(measure, 1);
    return penalty + MIN(REST_PENALTY * share, KNUTH_INFINITE);
}

/* Steps that stand before the end of a line that cites those from `before` to cited: one
 * more where some were left over, else so many that the first which may not wait begins. */
static int
least_steps(const KnuthInsertions *insertions, int from, int before, int cited)
{
    if (from < before)
        return from + (cited > before);
    int step = from;
    while (step < cited && insertions->steps[step].waits)
        step++;
    return step < cited ? step + 1 : from;
}

/* Fills what is left of a line with what is cited on it or was left over (TeX 1010): at
 * least one step where it cites any. Returns the size that takes. */
static gint64
insert(const Breaker *breaker, const Node *node, int item, gint64 left, Length measure,
       Line *line)
{
    const KnuthInsertions *insertions = breaker->parameters->insertions;
    const KnuthItem *at = &breaker->items[item];
    int cited = insertions->cited[item], before = insertions->cited[node->start];
    int from = node->inserted;
    gboolean noted = at->kind == KNUTH_PENALTY && (at->noted & KNUTH_NOTED_BEFORE);
    if (node->item >= 0)
        noted |= (breaker->items[node->item].noted & KNUTH_NOTED_AFTER) != 0;
    line->inserted = from;
    if (cited > from)
        line->inserted = fitting_steps(insertions, from,
                                       least_steps(insertions, from, before, cited),
                                       cited, left - insertions->separator);
    if (line->inserted < cited)
        line->cut = cut_penalty(breaker, item, cited, line, measure);
    if (line->inserted == from)
        return noted ? insertions->separator : 0;
    return insertions->separator + insertions->steps[line->inserted - 1].to -
           insertions->steps[from].from;
}

/* The line from node to a break at item (K&P: adjustment ratio; TeX 851-853). */
static Line
fit(const Breaker *breaker, const Node *node, int item, Length measure)
{
    const Sum *from = &breaker->sums[node->start], *to = &breaker->sums[item];
    Sum content = {to->width - from->width, to->stretch - from->stretch,
                   to->shrink - from->shrink, to->flex - from->flex,
                   to->infinite - from->infinite};
    Line line = {.natural = content.width, .fitness = DECENT};
    line.bare = content.stretch == 0 && content.shrink == 0;
    if (breaker->items[item].kind == KNUTH_PENALTY)
        line.natural += breaker->items[item].pre;
    if (node->item >= 0 && breaker->items[node->item].kind == KNUTH_PENALTY)
        line.natural += breaker->items[node->item].post;
    gint64 over = line.natural - measure;
    gint64 shrink = breaker->parameters->ragged == KNUTH_RAGGED ? 0 : content.shrink;
    if (breaker->parameters->insertions)
        over += insert(breaker, node, item, shrink - over, measure, &line);
    over = over > 0 ? MAX(over - content.flex, 0) : MIN(over + content.flex, 0);
    if (over <= 0) {
        fit_short(breaker, &line, -over, &content);
        return line;
    }
    line.over = MAX(over - shrink, 0);
    line.ratio = shrink > 0 ? MAX(-(double)over / (double)shrink, -1) : 0;
    line.badness = badness(-line.ratio);
    if (line.badness > 12)
        line.fitness = 0;
    return line;
}

static gint64
add(gint64 a, gint64 b)
{
    return CLAMP(a + b, -HIGHEST_DEMERITS, HIGHEST_DEMERITS);
}

/* Whether a last line is too short to stand alone. */
static gboolean
is_runt(const Breaker *breaker, const Node *node, const Line *line)
{
    if (node->item < 0)
        return FALSE;
    return line->natural < breaker->parameters->shortest_last ||
           (line->bare && breaker->items[node->item].flagged);
}

/* TeX 859: demerits of a line that breaks at item. */
static gint64
demerits_of(const Breaker *breaker, const Node *node, int item, const Line *line)
{
    const KnuthParameters *parameters = breaker->parameters;
    const KnuthItem *at = &breaker->items[item];
    double base = parameters->line_penalty + round(line->badness);
    gint64 demerits = (gint64)MIN(base * base, HIGHEST_BADNESS * HIGHEST_BADNESS);
    if (at->kind == KNUTH_PENALTY && !is_forced(at))
        demerits += (gint64)at->penalty * ABS(at->penalty);
    if (node->item >= 0 && breaker->items[node->item].flagged) {
        if (item == breaker->count - 1)
            demerits += parameters->final_flagged_demerits;
        else if (at->flagged)
            demerits += parameters->double_flagged_demerits;
    }
    if (item == breaker->count - 1 && is_runt(breaker, node, line))
        demerits += parameters->short_last_demerits;
    if (ABS(line->fitness - node->fitness) > 1)
        demerits += parameters->adjacent_demerits;
    demerits += parameters->line_demerits;
    return demerits + (gint64)(line->cut * line->cut);
}

/* Keeps the way over node to item where it is the best of its run and fitness. */
static void
consider(Breaker *breaker, int index, int item, const Line *line)
{
    const Node *node = &g_array_index(breaker->nodes, Node, index);
    gboolean flagged =
        breaker->items[item].kind == KNUTH_PENALTY && breaker->items[item].flagged;
    int run = 0;
    gint64 demerits = demerits_of(breaker, node, item, line);
    if (breaker->flagged_limit > 0 && flagged) {
        run = node->run + 1;
        if (run > breaker->flagged_limit) {
            if (!breaker->final_pass)
                return;
            run = breaker->flagged_limit;
            demerits += LIMIT_DEMERITS;
        }
    }
    Node candidate = {.demerits = add(node->demerits, demerits),
                      .item = item,
                      .start = breaker->starts[item + 1],
                      .line = MIN(node->line + 1, breaker->last_line),
                      .previous = index,
                      .inserted = line->inserted,
                      .run = (guint8)run,
                      .fitness = line->fitness,
                      .overfull = line->over > 0};
    int slot = FITNESS_COUNT * run + line->fitness;
    for (; breaker->best_count <= slot; breaker->best_count++)
        breaker->best[breaker->best_count].previous = -1;
    Node *best = &breaker->best[slot];
    if (best->previous < 0 || candidate.demerits <= best->demerits)
        *best = candidate;
}

/* TeX 835: makes nodes of the best ways, but for those that another beats whatever follows:
 * by its fitness, or by fewer flagged lines in a row. */
static void
add_fresh(Breaker *breaker)
{
    gint64 lowest[FITNESS_COUNT], lowest_of_all = G_MAXINT64;
    for (int i = 0; i < FITNESS_COUNT; i++)
        lowest[i] = G_MAXINT64;
    for (int row = 0; row < breaker->best_count; row += FITNESS_COUNT) {
        int end = MIN(row + FITNESS_COUNT, breaker->best_count);
        for (int i = row; i < end; i++)
            if (breaker->best[i].previous >= 0)
                lowest_of_all = MIN(lowest_of_all, breaker->best[i].demerits);
        for (int i = row; i < end; i++) {
            const Node *node = &breaker->best[i];
            if (node->previous < 0 || node->demerits >= lowest[node->fitness] ||
                node->demerits - lowest_of_all > breaker->parameters->adjacent_demerits)
                continue;
            lowest[node->fitness] = node->demerits;
            int index = (int)breaker->nodes->len;
            g_array_append_val(breaker->nodes, *node);
            g_array_append_val(breaker->fresh, index);
        }
    }
    breaker->best_count = 0;
}

/* Of each two neighbours the better one stays. */
static void
thin_out(Breaker *breaker)
{
    GArray *active = breaker->active;
    guint kept = 0;
    for (guint i = 0; i + 1 < active->len; i += 2) {
        int a = g_array_index(active, int, i), b = g_array_index(active, int, i + 1);
        gboolean first = g_array_index(breaker->nodes, Node, a).demerits <=
                         g_array_index(breaker->nodes, Node, b).demerits;
        g_array_index(active, int, kept++) = first ? a : b;
    }
    if (active->len % 2 != 0)
        g_array_index(active, int, kept++) =
            g_array_index(active, int, active->len - 1);
    g_array_set_size(active, kept);
}

/* Both are sorted by line; of one line the active nodes come first. */
static void
merge_fresh(Breaker *breaker)
{
    GArray *active = breaker->active, *fresh = breaker->fresh;
    const Node *nodes = (const Node *)(const void *)breaker->nodes->data;
    guint old = active->len, new = fresh->len, end = old + new;
    g_array_set_size(active, end);
    while (new > 0) { /* from the back, into the place that was made */
        int one = g_array_index(fresh, int, new - 1);
        int other = old > 0 ? g_array_index(active, int, old - 1) : one;
        gboolean is_behind = nodes[other].line > nodes[one].line;
        g_array_index(active, int, --end) = is_behind ? other : one;
        *(is_behind ? &old : &new) -= 1;
    }
    g_array_set_size(fresh, 0);
    if (active->len > MOST_ACTIVE)
        thin_out(breaker);
}

static void
consider_rescue(Breaker *breaker, int index, int item, const Line *line)
{
    const Node *node = &g_array_index(breaker->nodes, Node, index);
    if (breaker->rescued && (line->over > breaker->rescue_over ||
                             (line->over == breaker->rescue_over &&
                              node->demerits > breaker->rescue.demerits)))
        return;
    breaker->rescued = TRUE;
    breaker->rescue_over = line->over;
    breaker->rescue =
        (Node){.demerits = node->demerits, /* TeX 854: artificial demerits */
               .item = item,
               .start = breaker->starts[item + 1],
               .line = MIN(node->line + 1, breaker->last_line),
               .previous = index,
               .inserted = line->inserted,
               .fitness = line->fitness,
               .overfull = TRUE};
}

/* Looks at one active node; returns whether it stays active. */
static gboolean
try_node(Breaker *breaker, int index, int item, Measure measure)
{
    const Node *node = &g_array_index(breaker->nodes, Node, index);
    if (item < node->start)
        return TRUE; /* item is discarded after node's break */
    Line line = fit(breaker, node, item, measure_at(breaker, measure, item));
    gboolean any = breaker->final_pass || breaker->tolerance >= ANY_TOLERANCE;
    if (line.over > 0)
        consider_rescue(breaker, index, item, &line);
    else if (any || line.badness <= breaker->tolerance)
        consider(breaker, index, item, &line);
    const KnuthItem *at = &breaker->items[item];
    if (is_forced(at))
        return FALSE;
    /* A later break may be without this one's pre, or have the lowest of all, or be the
     * last. */
    gint64 pre = at->kind == KNUTH_PENALTY ? at->pre : 0;
    gint64 room = MAX(measure.last - measure.usual, 0);
    return line.over - pre + breaker->lowest_pre <= room;
}

/* TeX 829: try_break. */
static void
try_break(Breaker *breaker, int item)
{
    GArray *active = breaker->active;
    int line = -1;
    Measure measure = {0};
    guint kept = 0;
    breaker->rescued = FALSE;
    for (guint i = 0; i < active->len; i++) {
        int index = g_array_index(active, int, i);
        const Node *node = &g_array_index(breaker->nodes, Node, index);
        if (i == 0 || node->line != line) {
            add_fresh(breaker);
            line = g_array_index(breaker->nodes, Node, index).line;
            measure = measure_of(breaker, line);
        }
        if (try_node(breaker, index, item, measure))
            g_array_index(active, int, kept++) = index;
    }
    g_array_set_size(active, kept);
    add_fresh(breaker);
    if (kept == 0 && breaker->fresh->len == 0 && breaker->final_pass) {
        int index = (int)breaker->nodes->len;
        g_array_append_val(breaker->nodes, breaker->rescue);
        g_array_append_val(breaker->fresh, index);
    }
    merge_fresh(breaker);
}

static gboolean
may_break(const Breaker *breaker, int item)
{
    const KnuthItem *at = &breaker->items[item];
    switch (at->kind) {
    case KNUTH_GLUE:
        return item > 0 && breaker->items[item - 1].kind == KNUTH_BOX;
    case KNUTH_PENALTY:
        return is_forced(at) || (at->penalty < KNUTH_INFINITE &&
                                 (!at->flagged || breaker->flagged_allowed));
    default:
        return FALSE;
    }
}

/* Breaks the items from first to the forced penalty last; FALSE where no way leads there. */
static gboolean
break_segment(Breaker *breaker, int first, int last)
{
    for (int item = first; item <= last; item++) {
        if (!may_break(breaker, item))
            continue;
        try_break(breaker, item);
        if (breaker->active->len == 0)
            return FALSE;
    }
    return TRUE;
}

/* TeX 863: the passes, for each segment that ends in a forced break. */
static gboolean
run_passes(Breaker *breaker, int first, int last)
{
    const KnuthParameters *parameters = breaker->parameters;
    const struct {
        double tolerance;
        gboolean flagged, used;
    } passes[] = {
        {parameters->pretolerance, FALSE, parameters->pretolerance >= 0},
        {parameters->tolerance, TRUE, TRUE},
    };
    guint node_count = breaker->nodes->len;
    g_autoptr(GArray) saved = g_array_copy(breaker->active);
    for (guint i = 0; i < G_N_ELEMENTS(passes); i++) {
        if (!passes[i].used)
            continue;
        breaker->tolerance = passes[i].tolerance;
        breaker->flagged_allowed = passes[i].flagged;
        breaker->final_pass = !parameters->strict && i == 1;
        if (break_segment(breaker, first, last))
            return TRUE;
        g_array_set_size(breaker->nodes, node_count);
        g_array_set_size(breaker->active, 0);
        g_array_append_vals(breaker->active, saved->data, saved->len);
    }
    g_assert(parameters->strict);
    return FALSE;
}

static void
describe(Breaker *breaker, const Node *node, KnuthBreak *result)
{
    const Node *previous = &g_array_index(breaker->nodes, Node, node->previous);
    Measure measure = measure_of(breaker, previous->line);
    Line line =
        fit(breaker, previous, node->item, measure_at(breaker, measure, node->item));
    gboolean ragged = breaker->parameters->ragged != KNUTH_JUSTIFIED;
    *result =
        (KnuthBreak){.item = node->item,
                     .start = previous->start,
                     .ratio = ragged ? MIN(line.ratio, 0) : line.ratio,
                     .fitness = node->fitness,
                     .overfull = node->overfull,
                     .inserted = node->inserted,
                     .natural = (Length)CLAMP(line.natural, -LENGTH_MAX, LENGTH_MAX)};
}

/* TeX 877-878: follows the best way back. */
static KnuthBreak *
collect(Breaker *breaker, Arena *arena, int *break_count)
{
    int best = g_array_index(breaker->active, int, 0);
    for (guint i = 1; i < breaker->active->len; i++) {
        int index = g_array_index(breaker->active, int, i);
        if (g_array_index(breaker->nodes, Node, index).demerits <
            g_array_index(breaker->nodes, Node, best).demerits)
            best = index;
    }
    int count = 0;
    for (int i = best; i > 0; i = g_array_index(breaker->nodes, Node, i).previous)
        count++;
    KnuthBreak *breaks = arena_array(arena, KnuthBreak, count);
    *break_count = count;
    for (int i = best; i > 0; i = g_array_index(breaker->nodes, Node, i).previous)
        describe(breaker, &g_array_index(breaker->nodes, Node, i), &breaks[--count]);
    return breaks;
}

static Breaker *
breaker_new(const KnuthItem *items, int count, const KnuthParameters *parameters)
{
    int limit = parameters->flagged_limit;
    Breaker *breaker = g_new0(Breaker, 1);
    breaker->items = items;
    breaker->count = count;
    breaker->parameters = parameters;
    breaker->flagged_limit = limit > 0 && limit <= LONGEST_RUN ? limit : 0;
    breaker->best = g_new(Node, FITNESS_COUNT * (breaker->flagged_limit + 1));
    breaker->last_line = MAX(parameters->first_line, parameters->constant_from);
    breaker->measures = g_array_new(FALSE, FALSE, sizeof(Measure));
    breaker->nodes = g_array_new(FALSE, FALSE, sizeof(Node));
    breaker->active = g_array_new(FALSE, FALSE, sizeof(int));
    breaker->fresh = g_array_new(FALSE, FALSE, sizeof(int));
    prepare(breaker);
    return breaker;
}

static void
breaker_free(Breaker *breaker)
{
    g_array_unref(breaker->measures);
    g_array_unref(breaker->nodes);
    g_array_unref(breaker->active);
    g_array_unref(breaker->fresh);
    g_free(breaker->best);
    g_free(breaker->sums);
    g_free(breaker->starts);
    g_free(breaker);
}

KnuthBreak *
knuth_break(Arena *arena, const KnuthItem *items, int count,
            const KnuthParameters *parameters, int *break_count)
{
    g_assert(count > 0 && is_forced(&items[count - 1]));
    Breaker *breaker = breaker_new(items, count, parameters);
    Node beginning = {.item = -1,
                      .line = parameters->first_line,
                      .previous = -1,
                      .inserted = parameters->inserted,
                      .fitness = DECENT};
    int zero = 0;
    g_array_append_val(breaker->nodes, beginning);
    g_array_append_val(breaker->active, zero);
    gboolean found = TRUE;
    for (int first = 0, last = 0; first < count && found; first = ++last) {
        while (!is_forced(&items[last]))
            last++;
        found = run_passes(breaker, first, last);
    }
    *break_count = 0;
    KnuthBreak *breaks = found ? collect(breaker, arena, break_count) : NULL;
    breaker_free(breaker);
    return breaks;
}
