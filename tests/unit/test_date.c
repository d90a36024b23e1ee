/* What dates promise: only days that exist, one written form, and the forms
 * people type. */

#include "base/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static void
only_days_that_exist_are_dates(void **state)
{
    (void)state;
    assert_true(date_is_valid("2028-02-29"));
    static const char *const bad[] = {"2026-02-29", "2026-13-01",  "2026-00-10",
                                      "2026-04-31", "2026-4-1",    "2026-04-1",
                                      "",           "2026-04-011", "0999-01-01",
                                      "2026/04/01", " 2026-04-01", "24-11-2026"};
    for (gsize i = 0; i < G_N_ELEMENTS(bad); i++)
        assert_false(date_is_valid(bad[i]));
}

static void
dates_are_read_as_people_type_them(void **state)
{
    (void)state;
    static const char *const same[] = {
        "2026-03-05",  "5-3-2026",     "05-03-2026",   "5/3/2026",      "5.3.2026",
        "5 mrt. 2026", "5 maart 2026", " 2026-3-5 ",   "5 Maart 2026",  "5. 3. 2026",
        "2026/03/05",  "5 - 3 - 2026", "5-maart-2026", "05 maart 2026", "2026.3.5"};
    for (gsize i = 0; i < G_N_ELEMENTS(same); i++) {
        g_autofree char *date = date_read(same[i]);
        assert_non_null(date);
        assert_string_equal(date, "2026-03-05");
    }
}

static void
what_is_no_date_is_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {"",          "morgen",     "5-3-26",
                                      "31-4-2026", "2026-03",    "5 2026",
                                      "5-3-2026x", "5 xyz 2026", "32 januari 2026",
                                      "20260305",  "5-3-20261",  "maart 2026"};
    for (gsize i = 0; i < G_N_ELEMENTS(bad); i++)
        assert_null(date_read(bad[i]));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_days_that_exist_are_dates),
        cmocka_unit_test(dates_are_read_as_people_type_them),
        cmocka_unit_test(what_is_no_date_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
