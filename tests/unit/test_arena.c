#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/arena.h"

static void
memory_is_zero_aligned_and_apart(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    static const gsize sizes[] = {0,    1,    7,    16, 100,    1023,
                                  1024, 1025, 5000, 3,  100000, 1};
    char *blocks[10 * G_N_ELEMENTS(sizes)];
    for (gsize i = 0; i < G_N_ELEMENTS(blocks); i++) {
        gsize size = sizes[i % G_N_ELEMENTS(sizes)];
        blocks[i] = arena_alloc(arena, size);
        assert_int_equal((uintptr_t)blocks[i] % _Alignof(max_align_t), 0);
        for (gsize j = 0; j < size; j++)
            assert_int_equal(blocks[i][j], 0);
        memset(blocks[i], (int)(i % 100) + 1, size);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(blocks); i++)
        for (gsize j = 0; j < sizes[i % G_N_ELEMENTS(sizes)]; j++)
            assert_int_equal(blocks[i][j], (int)(i % 100) + 1);
}

static void
strings_are_copied(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    char source[] = "opbouwwerk";
    char *whole = arena_strdup(arena, source);
    char *part = arena_strndup(arena, source, 6);
    char *beyond = arena_strndup(arena, source, 600);
    source[0] = 'X';
    assert_string_equal(whole, "opbouwwerk");
    assert_string_equal(part, "opbouw");
    assert_string_equal(beyond, "opbouwwerk");
    assert_string_equal(arena_printf(arena, "%s %d", "deel", 3), "deel 3");
    assert_null(arena_strdup(arena, NULL));
}

static void
size_counts_what_was_handed_out(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    assert_int_equal(arena_size(arena), 0);
    arena_alloc(arena, 160);
    assert_int_equal(arena_size(arena), 160);
    arena_alloc(arena, 1);
    assert_in_range(arena_size(arena), 161, 176);
}

static char released[8];

static void
release(gpointer object)
{
    strcat(released, object);
}

static void
owned_objects_go_last_given_first(void **state)
{
    (void)state;
    released[0] = '\0';
    Arena *arena = arena_new();
    arena_own(arena, arena_strdup(arena, "a"), release);
    arena_own(arena, arena_strdup(arena, "b"), release);
    arena_own(arena, arena_strdup(arena, "c"), release);
    assert_string_equal(released, "");
    arena_free(arena);
    assert_string_equal(released, "cba");
    arena_free(NULL);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zero_aligned_and_apart),
        cmocka_unit_test(strings_are_copied),
        cmocka_unit_test(size_counts_what_was_handed_out),
        cmocka_unit_test(owned_objects_go_last_given_first),
    };
    return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
