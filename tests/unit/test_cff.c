#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "pdf/cff.h"

/* Header, a name, a Top DICT of length bytes, then what follows it. */
static GByteArray *
program(const char *top, guint8 length, const char *rest, guint rest_length)
{
    static const guint8 start[] = {1, 0, 4, 1, 0, 1, 1, 1, 2, 'X', 0, 1, 1, 1};
    GByteArray *bytes = g_byte_array_new();
    g_byte_array_append(bytes, start, sizeof start);
    const guint8 end = (guint8)(length + 1);
    g_byte_array_append(bytes, &end, 1);
    g_byte_array_append(bytes, (const guint8 *)top, length);
    g_byte_array_append(bytes, (const guint8 *)rest, rest_length);
    return bytes;
}

static void
assert_numbers(const GByteArray *bytes, const guint16 *wanted, guint count)
{
    g_autofree guint16 *numbers = cff_numbers(bytes->data, bytes->len, count);
    assert_non_null(numbers);
    for (guint i = 0; i < count; i++)
        assert_int_equal(numbers[i], wanted[i]);
    /* Whatever is cut off, it is seen or does not matter. */
    for (guint length = 0; length < bytes->len; length++) {
        g_autofree guint8 *part = g_memdup2(bytes->data, MAX(length, 1));
        g_free(cff_numbers(part, length, count));
    }
}

static void
glyphs_with_names_are_found_by_their_place(void **state)
{
    (void)state;
    static const guint16 wanted[] = {0, 1, 2, 3};
    /* A real, an integer of two bytes, and a charset that is not looked at. */
    g_autoptr(GByteArray) bytes =
        program("\x1e\xe2\xa2\x5f\x0c\x07\xf7\x01\x05\x1c\x7f\xff\x0f", 13, "", 0);
    assert_numbers(bytes, wanted, 4);
}

static void
glyphs_with_numbers_are_found_by_these(void **state)
{
    (void)state;
    static const guint16 wanted[] = {0, 5, 6, 7, 300};
    /* ROS, and the charset behind the Top DICT: 15 + 9 bytes from the start. */
    static const char top[] = "\x8b\x8b\x8b\x0c\x1e\x1c\x00\x18\x0f";
    static const char list[] = "\0\0\5\0\6\0\7\1\x2c";
    static const char ranges[] = "\1\0\5\2\1\x2c\0";
    static const char long_ranges[] = "\2\0\5\0\2\1\x2c\0\0";
    g_autoptr(GByteArray) one = program(top, 9, list, sizeof list - 1);
    g_autoptr(GByteArray) two = program(top, 9, ranges, sizeof ranges - 1);
    g_autoptr(GByteArray) three = program(top, 9, long_ranges, sizeof long_ranges - 1);
    assert_numbers(one, wanted, 5);
    assert_numbers(two, wanted, 5);
    assert_numbers(three, wanted, 5);
}

static void
broken_programs_are_refused(void **state)
{
    (void)state;
    static const char top[] = "\x8b\x8b\x8b\x0c\x1e\x1c\x00\x18\x0f";
    g_autoptr(GByteArray) short_list = program(top, 9, "\0\0\5", 3);
    assert_null(cff_numbers(short_list->data, short_list->len, 5));
    g_autoptr(GByteArray) unknown = program(top, 9, "\3\0\5\0\6", 5);
    assert_null(cff_numbers(unknown->data, unknown->len, 3));
    g_autoptr(GByteArray) outside =
        program("\x8b\x8b\x8b\x0c\x1e\x1c\x7f\x18\x0f", 9, "", 0);
    assert_null(cff_numbers(outside->data, outside->len, 3));
    assert_null(cff_numbers((const guint8 *)"", 0, 3));
    assert_null(cff_numbers((const guint8 *)"\1\0\4\1\0\1\5\1\2", 9, 3));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(glyphs_with_names_are_found_by_their_place),
        cmocka_unit_test(glyphs_with_numbers_are_found_by_these),
        cmocka_unit_test(broken_programs_are_refused),
    };
    return cmocka_run_group_tests_name("cff", tests, NULL, NULL);
}
