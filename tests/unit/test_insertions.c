#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/knuth.h"

/* Lines (pages) with insertions (footnotes). Sizes are in letters. */

static Length
measure_line(gpointer owner, int line)
{
    (void)line;
    return *(const Length *)owner;
}

static KnuthItem
box(Length width)
{
    return (KnuthItem){.kind = KNUTH_BOX, .width = width};
}

static KnuthItem
penalty(int value)
{
    return (KnuthItem){.kind = KNUTH_PENALTY, .penalty = value};
}

/* Ten boxes of one letter with breaks between them; the third and the seventh
 * cite insertions of two steps each. */
static int
citing_items(KnuthItem *items, int *cited)
{
    int count = 0, steps = 0;
    for (int i = 0; i < 10; i++) {
        cited[count] = steps;
        items[count++] = box(1);
        steps += i == 2 || i == 6 ? 2 : 0;
        cited[count] = steps;
        items[count++] = penalty(0);
    }
    cited[count] = cited[count + 1] = steps;
    items[count++] = (KnuthItem){.kind = KNUTH_GLUE, .infinite = TRUE};
    cited[count] = cited[count + 1] = steps;
    items[count++] = penalty(KNUTH_FORCED);
    return count;
}

static KnuthParameters
pages(Length *size, const KnuthInsertions *insertions)
{
    KnuthParameters parameters = {.measure = measure_line,
                                  .owner = size,
                                  .constant_from = 0,
                                  .ragged = KNUTH_SHRINKING,
                                  .slack = 1,
                                  .pretolerance = -1,
                                  .tolerance = 10000,
                                  .line_penalty = 10,
                                  .insertions = insertions};
    return parameters;
}

static const KnuthStep steps_of_two[] = {{.from = 0, .to = 1, .first = 0},
                                         {.from = 1, .to = 2, .first = 0},
                                         {.from = 2, .to = 3, .first = 2},
                                         {.from = 3, .to = 4, .first = 2}};

static void
insertions_stand_with_what_cites_them(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    KnuthItem items[40];
    int cited[41], lines;
    int count = citing_items(items, cited);
    Length size = 8;
    KnuthInsertions insertions = {steps_of_two, cited, 1};
    KnuthParameters parameters = pages(&size, &insertions);
    KnuthBreak *breaks = knuth_break(arena, items, count, &parameters, &lines);
    /* Five boxes, the separator and two steps fill the first line. */
    assert_int_equal(lines, 2);
    assert_int_equal(breaks[0].item, 9);
    assert_int_equal(breaks[0].inserted, 2);
    assert_int_equal(breaks[1].inserted, 4);
    assert_false(breaks[0].overfull || breaks[1].overfull);
}

static void
insertions_without_room_are_cut(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    KnuthItem items[40];
    int cited[41], lines;
    int count = citing_items(items, cited);
    Length size = 5;
    KnuthInsertions insertions = {steps_of_two, cited, 1};
    KnuthParameters parameters = pages(&size, &insertions);
    KnuthBreak *breaks = knuth_break(arena, items, count, &parameters, &lines);
    int inserted = 0;
    for (int i = 0; i < lines; i++) {
        /* What a line cites begins on it. */
        assert_false(breaks[i].overfull);
        assert_true(breaks[i].inserted >= inserted);
        int used = cited[breaks[i].item];
        assert_true(used == 0 || breaks[i].inserted >= used - 1);
        inserted = breaks[i].inserted;
    }
    assert_int_equal(inserted, 4);
}

static Length
measure_last_line(gpointer owner, int line)
{
    (void)owner;
    (void)line;
    return 2;
}

static void
the_last_line_has_its_own_measure(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    KnuthItem items[40];
    int cited[41], lines;
    int count = citing_items(items, cited);
    Length size = 5;
    KnuthParameters parameters = pages(&size, NULL);
    parameters.last_measure = measure_last_line;
    KnuthBreak *breaks = knuth_break(arena, items, count, &parameters, &lines);
    assert_int_equal(lines, 3);
    assert_true(breaks[2].natural <= 2);
    assert_false(breaks[2].overfull);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(insertions_stand_with_what_cites_them),
        cmocka_unit_test(insertions_without_room_are_cut),
        cmocka_unit_test(the_last_line_has_its_own_measure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
