#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <math.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

#include "base/knuth.h"

/* Sizes are in letters: a letter is one unit wide unless a test says otherwise. */

typedef struct Measures {
    const Length *of;
    int count;
} Measures;

static Length
measure_line(gpointer owner, int line)
{
    const Measures *measures = owner;
    return measures->of[MIN(line, measures->count - 1)];
}

static KnuthItem
box(Length width)
{
    return (KnuthItem){.kind = KNUTH_BOX, .width = width};
}

static KnuthItem
glue(Length width, Length stretch, Length shrink)
{
    return (KnuthItem){
        .kind = KNUTH_GLUE, .width = width, .stretch = stretch, .shrink = shrink};
}

static KnuthItem
penalty(int value)
{
    return (KnuthItem){.kind = KNUTH_PENALTY, .penalty = value};
}

static KnuthItem
hyphen(Length pre)
{
    return (KnuthItem){
        .kind = KNUTH_PENALTY, .penalty = 50, .flagged = TRUE, .pre = pre};
}

/* Appends what fills the last line and ends it. */
static int
finish(KnuthItem *items, int count)
{
    items[count++] = penalty(KNUTH_INFINITE);
    items[count++] = (KnuthItem){.kind = KNUTH_GLUE, .infinite = TRUE};
    items[count++] = penalty(KNUTH_FORCED);
    return count;
}

static KnuthParameters
plain(Measures *measures)
{
    KnuthParameters parameters = KNUTH_TEX;
    parameters.measure = measure_line;
    parameters.owner = measures;
    parameters.constant_from = measures->count - 1;
    return parameters;
}

/* What holds of any breaking: lines begin where the one before ended, but for what is
 * discarded; the last ends at the end. */
static void
assert_whole(const KnuthItem *items, int count, const KnuthBreak *breaks, int lines)
{
    int expected = 0;
    assert_true(lines > 0);
    for (int i = 0; i < lines; i++) {
        assert_int_equal(breaks[i].start, expected);
        assert_true(breaks[i].item >= breaks[i].start);
        for (int j = breaks[i].start; j < breaks[i].item; j++)
            assert_false(items[j].kind == KNUTH_PENALTY && items[j].penalty <= -10000);
        expected = breaks[i].item + 1;
        while (expected < count && items[expected].kind != KNUTH_BOX &&
               !(items[expected].kind == KNUTH_PENALTY &&
                 items[expected].penalty <= -10000))
            expected++;
    }
    assert_int_equal(breaks[lines - 1].item, count - 1);
}

/* ---- Every way of breaking, one by one ---- */

typedef struct Way {
    double demerits;
    int item, line, run, fitness;
} Way;

typedef struct Pass {
    double tolerance;
    gboolean flagged, final;
} Pass;

typedef struct Fit {
    gboolean overfull;
    double badness;
    int fitness;
    gint64 natural;
    gboolean bare; /* without glue */
} Fit;

static int
line_start(const KnuthItem *items, int count, int item)
{
    if (item < 0)
        return 0;
    for (item++; item < count && items[item].kind != KNUTH_BOX; item++)
        if (items[item].kind == KNUTH_PENALTY && items[item].penalty <= -10000)
            break;
    return item;
}

static Fit
fit(const KnuthItem *items, int count, const KnuthParameters *parameters,
    const Way *way, int item)
{
    gint64 natural = items[item].pre, stretch = 0, shrink = 0, infinite = 0, flex = 0;
    if (way->item >= 0)
        natural += items[way->item].post;
    for (int i = line_start(items, count, way->item); i < item; i++) {
        natural += items[i].width;
        stretch += items[i].infinite ? 0 : items[i].stretch;
        shrink += items[i].shrink;
        infinite += items[i].infinite;
        flex += items[i].flex;
    }
    gboolean bare = stretch == 0 && shrink == 0;
    gint64 left = parameters->measure(parameters->owner, way->line) - natural;
    left = left > 0 ? MAX(left - flex, 0) : MIN(left + flex, 0);
    double badness = 0;
    if (parameters->ragged == KNUTH_RAGGED)
        stretch = parameters->slack, shrink = 0;
    if (left > 0 && !infinite)
        badness = stretch > 0 ? 100 * pow((double)left / (double)stretch, 3) : 1e6;
    if (left < 0)
        badness = shrink > 0 ? 100 * pow(-(double)left / (double)shrink, 3) : 1e6;
    badness = MIN(badness, 1e6);
    int fitness = left < 0       ? (badness > 12 ? 0 : 1)
                  : badness > 99 ? 3
                  : badness > 12 ? 2
                                 : 1;
    return (Fit){left + shrink < 0, badness, fitness, natural, bare};
}

/* Extends way by a line to item; FALSE where that is not feasible. */
static gboolean
extend(const KnuthItem *items, int count, const KnuthParameters *parameters,
       const Pass *pass, const Way *way, int item, Way *longer)
{
    Fit line = fit(items, count, parameters, way, item);
    if (item < line_start(items, count, way->item) || line.overfull ||
        (!pass->final && pass->tolerance < 10000 && line.badness > pass->tolerance))
        return FALSE;
    gboolean forced =
        items[item].kind == KNUTH_PENALTY && items[item].penalty <= -10000;
    double value = parameters->line_penalty + round(line.badness);
    double demerits = value * value;
    if (items[item].kind == KNUTH_PENALTY && !forced)
        demerits += (double)items[item].penalty * abs(items[item].penalty);
    if (way->item >= 0 && items[way->item].flagged) {
        if (item == count - 1)
            demerits += parameters->final_flagged_demerits;
        else if (items[item].flagged)
            demerits += parameters->double_flagged_demerits;
    }
    if (item == count - 1 && way->item >= 0 &&
        (line.natural < parameters->shortest_last ||
         (line.bare && items[way->item].flagged)))
        demerits += parameters->short_last_demerits;
    if (abs(way->fitness - line.fitness) > 1)
        demerits += parameters->adjacent_demerits;
    *longer = (Way){way->demerits + demerits, item, way->line + 1, way->run + 1,
                    line.fitness};
    if (!items[item].flagged)
        longer->run = 0;
    if (parameters->flagged_limit && longer->run > parameters->flagged_limit) {
        if (!pass->final)
            return FALSE;
        longer->run = parameters->flagged_limit;
        longer->demerits += 1e10;
    }
    return TRUE;
}

static gboolean
may_break(const KnuthItem *items, int item, const Pass *pass)
{
    if (items[item].kind == KNUTH_GLUE)
        return item > 0 && items[item - 1].kind == KNUTH_BOX;
    return items[item].kind == KNUTH_PENALTY && items[item].penalty < 10000 &&
           (pass->flagged || !items[item].flagged);
}

/* All ways from first to the forced break at last. */
static GArray *
ways_of_segment(const KnuthItem *items, int count, const KnuthParameters *parameters,
                const Pass *pass, const GArray *before, int first, int last)
{
    GArray *ways = g_array_copy((GArray *)before);
    GArray *finished = g_array_new(FALSE, FALSE, sizeof(Way));
    for (guint i = 0; i < ways->len; i++)
        for (int item = MAX(first, g_array_index(ways, Way, i).item + 1); item <= last;
             item++) {
            Way way = g_array_index(ways, Way, i), longer;
            if (may_break(items, item, pass) &&
                extend(items, count, parameters, pass, &way, item, &longer))
                g_array_append_val(*(item == last ? &finished : &ways), longer);
        }
    g_array_unref(ways);
    return finished;
}

/* The least demerits, or NAN where some line must be overfull. passes_used: by item. */
static double
best_by_force(const KnuthItem *items, int count, const KnuthParameters *parameters,
              Pass *passes_used)
{
    Pass passes[] = {{parameters->pretolerance, FALSE, FALSE},
                     {parameters->tolerance, TRUE, TRUE}};
    Way beginning = {0, -1, parameters->first_line, 0, 1};
    GArray *ways = g_array_new(FALSE, FALSE, sizeof(Way));
    g_array_append_val(ways, beginning);
    for (int first = 0, last = 0; first < count; first = ++last) {
        while (!(items[last].kind == KNUTH_PENALTY && items[last].penalty <= -10000))
            last++;
        GArray *next = g_array_new(FALSE, FALSE, sizeof(Way));
        for (int i = parameters->pretolerance < 0; i < 2 && next->len == 0; i++) {
            g_array_unref(next);
            next = ways_of_segment(items, count, parameters, &passes[i], ways, first,
                                   last);
            for (int j = first; j <= last; j++)
                passes_used[j] = passes[i];
            if (passes[i].final)
                break;
        }
        g_array_unref(ways);
        ways = next;
    }
    double best = NAN;
    for (guint i = 0; i < ways->len; i++)
        best = fmin(best, g_array_index(ways, Way, i).demerits);
    g_array_unref(ways);
    return best;
}

static double
demerits_of(const KnuthItem *items, int count, const KnuthParameters *parameters,
            const Pass *passes, const KnuthBreak *breaks, int lines)
{
    Way way = {0, -1, parameters->first_line, 0, 1};
    for (int i = 0; i < lines; i++) {
        Way longer;
        const Pass *pass = &passes[breaks[i].item];
        assert_true(may_break(items, breaks[i].item, pass));
        assert_true(
            extend(items, count, parameters, pass, &way, breaks[i].item, &longer));
        assert_int_equal(longer.fitness, breaks[i].fitness);
        way = longer;
    }
    return way.demerits;
}

static int
between(GRand *random, int low, int high)
{
    return g_rand_int_range(random, low, high + 1);
}

/* Words of up to five letters, some with hyphenation points, some forced breaks. */
static int
random_items(GRand *random, KnuthItem *items)
{
    int count = 0, words = between(random, 1, 6);
    for (int i = 0; i < words; i++) {
        items[count++] = box(10 * between(random, 1, 5));
        items[count - 1].flex = between(random, 0, 2);
        if (between(random, 0, 2) == 0) {
            items[count] = hyphen(between(random, -3, 10));
            items[count++].post = between(random, -3, 3);
            items[count++] = box(10 * between(random, 1, 3));
        }
        if (i == words - 1)
            break;
        if (between(random, 0, 4) == 0)
            items[count++] = penalty(between(random, -200, 300));
        if (between(random, 0, 9) == 0)
            items[count++] = penalty(KNUTH_FORCED);
        items[count++] = glue(10, between(random, 0, 8), between(random, 0, 4));
    }
    return between(random, 0, 3) ? finish(items, count)
                                 : (items[count] = penalty(KNUTH_FORCED), count + 1);
}

static void
no_way_of_breaking_is_better(void **state)
{
    (void)state;
    GRand *random = g_rand_new_with_seed(19810101);
    int compared = 0;
    for (int round = 0; round < 8000; round++) {
        KnuthItem items[40] = {0};
        int count = random_items(random, items), lines;
        Length of[3];
        for (int i = 0; i < 3; i++)
            of[i] = 10 * between(random, 5, 12);
        Measures measures = {of, between(random, 1, 3)};
        KnuthParameters parameters = plain(&measures);
        parameters.first_line = between(random, 0, 1);
        parameters.ragged = between(random, 0, 2) ? KNUTH_JUSTIFIED : KNUTH_RAGGED;
        parameters.slack = between(random, 0, 30);
        parameters.pretolerance = between(random, -1, 2) * 50;
        parameters.tolerance = between(random, 1, 3) * 150;
        parameters.flagged_limit = between(random, 0, 2);
        parameters.shortest_last = 10 * between(random, 0, 3);
        parameters.short_last_demerits = 20000 * between(random, 0, 2);
        g_autoptr(Arena) arena = arena_new();
        KnuthBreak *breaks = knuth_break(arena, items, count, &parameters, &lines);
        assert_whole(items, count, breaks, lines);
        Pass passes[40];
        double best = best_by_force(items, count, &parameters, passes);
        gboolean overfull = FALSE;
        for (int i = 0; i < lines; i++)
            overfull |= breaks[i].overfull;
        assert_int_equal(overfull, isnan(best));
        if (overfull)
            continue;
        compared++;
        assert_true(demerits_of(items, count, &parameters, passes, breaks, lines) ==
                    best);
    }
    assert_true(compared > 4000);
    g_rand_free(random);
}

/* ---- What each rule means, in small ---- */

static void
lines_that_fit_exactly_have_ratio_zero(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    KnuthItem items[40];
    int count = 0, lines;
    for (int i = 0; i < 6; i++) { /* six words of four letters: two a line of nine */
        items[count++] = box(4);
        if (i < 5)
            items[count++] = glue(1, 1, 1);
    }
    count = finish(items, count);
    Measures measures = {(Length[]){9}, 1};
    KnuthParameters parameters = plain(&measures);
    KnuthBreak *breaks = knuth_break(arena, items, count, &parameters, &lines);
    assert_whole(items, count, breaks, lines);
    assert_int_equal(lines, 3);
    for (int i = 0; i < 3; i++) {
        assert_true(breaks[i].ratio == 0);
        assert_int_equal(breaks[i].natural, 9);
        assert_int_equal(breaks[i].fitness, 1);
        assert_false(breaks[i].overfull);
    }
    assert_int_equal(breaks[0].item, 3);
    assert_int_equal(breaks[1].start, 4);
}

static void
a_forced_break_in_the_middle_is_honoured(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    KnuthItem items[] = {
        box(2),          glue(1, 1, 0),         box(2), penalty(KNUTH_FORCED),
        glue(5, 0, 0),   penalty(KNUTH_FORCED), box(9), penalty(KNUTH_INFINITE),
        glue(0, 100, 0), penalty(KNUTH_FORCED)};
    int lines;
    Measures measures = {(Length[]){9}, 1};
    KnuthParameters parameters = plain(&measures);
    KnuthBreak *breaks =
        knuth_break(arena, items, G_N_ELEMENTS(items), &parameters, &lines);
    assert_whole(items, G_N_ELEMENTS(items), breaks, lines);
    assert_int_equal(lines, 3);
    assert_int_equal(breaks[0].item, 3);
    assert_int_equal(breaks[1].start, 5); /* an empty line: the glue is discarded */
    assert_int_equal(breaks[1].natural, 0);
    assert_int_equal(breaks[2].start, 6);
}

static void
a_hyphen_adds_its_width_before_and_after(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    KnuthItem items[10] = {box(5), hyphen(1), box(5)};
    items[1].post = 2;
    int count = finish(items, 3), lines;
    Measures measures = {(Length[]){7}, 1};
    KnuthParameters parameters = plain(&measures);
    parameters.tolerance = 10000;
    KnuthBreak *breaks = knuth_break(arena, items, count, &parameters, &lines);
    assert_int_equal(lines, 2);
    assert_int_equal(breaks[0].natural, 6);
    assert_int_equal(breaks[1].natural, 7);
}

static void
what_cannot_fit_is_overfull_alone_and_the_rest_goes_on(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    KnuthItem items[20] = {box(4), glue(1, 1, 0), box(30), glue(1, 1, 0),
                           box(4), glue(1, 1, 0), box(4)};
    int count = finish(items, 7), lines;
    Measures measures = {(Length[]){9}, 1};
    KnuthParameters parameters = plain(&measures);
    KnuthBreak *breaks = knuth_break(arena, items, count, &parameters, &lines);
    assert_whole(items, count, breaks, lines);
    assert_int_equal(lines, 3);
    assert_false(breaks[0].overfull);
    assert_true(breaks[1].overfull);
    assert_int_equal(breaks[1].natural, 30);
    assert_false(breaks[2].overfull);
}

static void
no_more_flagged_lines_in_a_row_than_the_limit(void **state)
{
    (void)state;
    KnuthItem items[60];
    int count = 0;
    items[count++] = box(4);
    for (int i = 0; i < 8; i++) { /* breaking at every hyphen fits exactly */
        items[count++] = glue(1, 1, 0);
        items[count++] = box(4);
        items[count++] = hyphen(1);
        items[count++] = box(4);
    }
    for (int i = 0; i < count; i++)
        items[i].stretch = 1;
    count = finish(items, count);
    Measures measures = {(Length[]){10}, 1};
    for (int limit = 0; limit <= 3; limit++) {
        g_autoptr(Arena) arena = arena_new();
        KnuthParameters parameters = plain(&measures);
        parameters.double_flagged_demerits = 0;
        parameters.tolerance = 99999;
        parameters.pretolerance = -1;
        parameters.flagged_limit = limit;
        int lines, run = 0, longest = 0;
        KnuthBreak *breaks = knuth_break(arena, items, count, &parameters, &lines);
        for (int i = 0; i < lines; i++) {
            run = items[breaks[i].item].flagged ? run + 1 : 0;
            longest = MAX(longest, run);
        }
        if (limit == 0)
            assert_true(longest > 3);
        else
            assert_true(longest <= limit);
    }
}

static void
lines_beyond_constant_from_are_alike(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    KnuthItem items[200];
    int count = 0, lines;
    for (int i = 0; i < 30; i++) {
        items[count++] = box(1);
        items[count++] = glue(0, 0, 0);
    }
    count = finish(items, count);
    Measures measures = {(Length[]){2, 3, 5}, 3};
    KnuthParameters parameters = plain(&measures);
    parameters.first_line = 1;
    KnuthBreak *breaks = knuth_break(arena, items, count, &parameters, &lines);
    assert_int_equal(breaks[0].natural, 3);
    for (int i = 1; i < lines - 1; i++)
        assert_int_equal(breaks[i].natural, 5);
}

/* Pages: eight lines of a page; forced breaks end chapters. */
static void
pages_stay_short_rather_than_overfull(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    KnuthItem items[100];
    int count = 0, lines;
    for (int i = 0; i < 20; i++) {
        items[count++] = box(1);
        gboolean together = i % 10 >= 6 && i % 10 < 9; /* lines 7 to 10 stay together */
        items[count++] = penalty(together ? KNUTH_INFINITE : 0);
        items[count++] = glue(0, 5, 5);
    }
    count = finish(items, count);
    Measures measures = {(Length[]){8}, 1};
    KnuthParameters parameters = plain(&measures);
    parameters.ragged = KNUTH_RAGGED;
    parameters.slack = 1;
    parameters.pretolerance = -1;
    KnuthBreak *breaks = knuth_break(arena, items, count, &parameters, &lines);
    assert_whole(items, count, breaks, lines);
    assert_int_equal(lines, 3);
    assert_int_equal(breaks[0].natural, 6);
    assert_int_equal(breaks[1].natural, 8);
    assert_int_equal(breaks[2].natural, 6); /* costs nothing: infinite glue */
    for (int i = 0; i < lines; i++) {
        assert_false(breaks[i].overfull);
        assert_true(breaks[i].ratio == 0);
    }
}

static void
a_loose_line_is_taken_before_an_overfull_one(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    KnuthItem items[20] = {box(4), glue(1, 1, 0), box(20), glue(1, 1, 0), box(20)};
    int count = finish(items, 5), lines;
    Measures measures = {(Length[]){20}, 1};
    KnuthParameters parameters = plain(&measures);
    KnuthBreak *breaks = knuth_break(arena, items, count, &parameters, &lines);
    assert_int_equal(lines, 3);
    for (int i = 0; i < lines; i++)
        assert_false(breaks[i].overfull);
}

static void
strict_gives_up_rather_than_set_a_loose_line(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    KnuthItem items[20] = {box(4), glue(1, 1, 0), box(20), glue(1, 1, 0), box(20)};
    int count = finish(items, 5), lines = -1;
    Measures measures = {(Length[]){20}, 1};
    KnuthParameters parameters = plain(&measures);
    parameters.strict = TRUE;
    assert_null(knuth_break(arena, items, count, &parameters, &lines));
    assert_int_equal(lines, 0);
    items[0].width = 20;
    assert_non_null(knuth_break(arena, items, count, &parameters, &lines));
    assert_int_equal(lines, 3);
}

/* ---- Size ---- */

/* seconds: of the processor, however busy the machine is. */
static void
assert_quick(KnuthItem *items, int count, KnuthParameters *parameters, double seconds)
{
    g_autoptr(Arena) arena = arena_new();
    int lines;
    clock_t begin = clock();
    KnuthBreak *breaks = knuth_break(arena, items, count, parameters, &lines);
    double took = (double)(clock() - begin) / CLOCKS_PER_SEC;
    if (took > seconds)
        fail_msg("%d items took %.1f s", count, took);
    assert_whole(items, count, breaks, lines);
}

static void
a_million_items_take_a_moment(void **state)
{
    (void)state;
    enum { COUNT = 1000000 };
    KnuthItem *items = g_new0(KnuthItem, COUNT);
    GRand *random = g_rand_new_with_seed(3);
    Length widths[20];
    for (int i = 0; i < 20; i++)
        widths[i] = 600 + i;
    Measures constant = {(Length[]){600}, 1}, varying = {widths, 20};
    for (int i = 0; i < COUNT; i++) {
        if (i % 4 == 0 || i % 4 == 2)
            items[i] = box(between(random, 10, 40));
        else if (i % 4 == 1)
            items[i] = hyphen(5);
        else
            items[i] = glue(10, 5, 3);
    }
    finish(items, COUNT - 3);
    g_rand_free(random);
    KnuthParameters parameters = plain(&constant);
    assert_quick(items, COUNT, &parameters, 20);
    parameters = plain(&varying);
    parameters.flagged_limit = 2;
    assert_quick(items, COUNT, &parameters, 20);
    /* No line at all is known to be like another. */
    parameters.constant_from = G_MAXINT;
    assert_quick(items, COUNT, &parameters, 60);
    g_free(items);
}

static void
hostile_lists_take_no_longer(void **state)
{
    (void)state;
    enum { COUNT = 300000 };
    KnuthItem *items = g_new0(KnuthItem, COUNT);
    Measures measures = {(Length[]){1000}, 1};
    KnuthParameters parameters = plain(&measures);
    for (int i = 0; i < COUNT; i++) /* any number of them fit on one line */
        items[i] = i % 2 ? glue(0, 1, 1) : box(0);
    finish(items, COUNT - 3);
    assert_quick(items, COUNT, &parameters, 20);
    parameters.ragged = KNUTH_RAGGED;
    assert_quick(items, COUNT, &parameters, 20);
    for (int i = 0; i < COUNT; i++) /* nothing but breaks */
        items[i] = penalty(i % 2);
    items[COUNT - 1] = penalty(KNUTH_FORCED);
    assert_quick(items, COUNT, &parameters, 20);
    for (int i = 0; i < COUNT; i++)
        items[i] = penalty(KNUTH_FORCED);
    assert_quick(items, COUNT, &parameters, 20);
    for (int i = 0; i < COUNT; i++) /* nothing fits; the sums leave 32 bits */
        items[i] = i % 2 ? glue(1, 0, 0) : box(LENGTH_MAX);
    finish(items, COUNT - 3);
    assert_quick(items, COUNT, &parameters, 20);
    measures = (Measures){(Length[]){-5}, 1};
    assert_quick(items, COUNT, &parameters, 20);
    g_free(items);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_way_of_breaking_is_better),
        cmocka_unit_test(lines_that_fit_exactly_have_ratio_zero),
        cmocka_unit_test(a_forced_break_in_the_middle_is_honoured),
        cmocka_unit_test(a_hyphen_adds_its_width_before_and_after),
        cmocka_unit_test(what_cannot_fit_is_overfull_alone_and_the_rest_goes_on),
        cmocka_unit_test(no_more_flagged_lines_in_a_row_than_the_limit),
        cmocka_unit_test(lines_beyond_constant_from_are_alike),
        cmocka_unit_test(pages_stay_short_rather_than_overfull),
        cmocka_unit_test(a_loose_line_is_taken_before_an_overfull_one),
        cmocka_unit_test(strict_gives_up_rather_than_set_a_loose_line),
        cmocka_unit_test(a_million_items_take_a_moment),
        cmocka_unit_test(hostile_lists_take_no_longer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
