#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <math.h>
#include <cmocka.h>

#include "base/unit.h"

static void
points_round_to_the_nearest_unit(void **state)
{
    (void)state;
    assert_int_equal(length_from_points(1), 1024);
    assert_int_equal(length_from_points(0.25), 256);
    assert_int_equal(length_from_points(1.4 / 1024), 1);
    assert_int_equal(length_from_points(1.6 / 1024), 2);
    assert_int_equal(length_from_points(-1.6 / 1024), -2);
    assert_int_equal(POINTS(-1.5), -1536);
}

static void
points_without_measure_are_clamped(void **state)
{
    (void)state;
    assert_int_equal(length_from_points(1e300), LENGTH_MAX);
    assert_int_equal(length_from_points(-1e300), -LENGTH_MAX);
    assert_int_equal(length_from_points(INFINITY), LENGTH_MAX);
    assert_int_equal(length_from_points(NAN), 0);
}

static void
units_are_converted(void **state)
{
    (void)state;
    Length length = -1;
    assert_true(length_from_unit(1, "in", &length));
    assert_int_equal(length, 72 * 1024);
    assert_true(length_from_unit(2.54, "cm", &length));
    assert_int_equal(length, 72 * 1024);
    assert_true(length_from_unit(25.4, "mm", &length));
    assert_int_equal(length, 72 * 1024);
    assert_true(length_from_unit(6, "pc", &length));
    assert_int_equal(length, 72 * 1024);
    assert_true(length_from_unit(72000, "mpt", &length));
    assert_int_equal(length, 72 * 1024);
    assert_true(length_from_unit(96, "px", &length));
    assert_int_equal(length, 72 * 1024);
    assert_true(length_from_unit(72, "pt", &length));
    assert_int_equal(length, 72 * 1024);
}

static void
unknown_units_are_refused(void **state)
{
    (void)state;
    Length length = 7;
    assert_false(length_from_unit(1, "em", &length));
    assert_false(length_from_unit(1, "PT", &length));
    assert_false(length_from_unit(1, "", &length));
    assert_int_equal(length, 7);
}

static void
assert_written(Length length, const char *expected)
{
    g_autoptr(GString) string = g_string_new(NULL);
    length_append(string, length);
    assert_string_equal(string->str, expected);
}

static void
lengths_are_written_in_points(void **state)
{
    (void)state;
    assert_written(0, "0");
    assert_written(POINTS(12.5), "12.5");
    assert_written(POINTS(-12.5), "-12.5");
    assert_written(POINTS(100), "100");
    assert_written(1, "0.001");
    assert_written(-1, "-0.001");
    assert_written(POINTS(0.01), "0.01");
    assert_written(LENGTH_MAX, "524287.999");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(points_round_to_the_nearest_unit),
        cmocka_unit_test(points_without_measure_are_clamped),
        cmocka_unit_test(units_are_converted),
        cmocka_unit_test(unknown_units_are_refused),
        cmocka_unit_test(lengths_are_written_in_points),
    };
    return cmocka_run_group_tests_name("unit", tests, NULL, NULL);
}
