#include "command/batch.h"

#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

typedef struct Folder {
    char *path, *inputs;
} Folder;

/* Makes of INPUT the file NAME.out; an input with "stuk" in it is refused, one
 * with "val" makes the worker fall. */
static Status
make(gpointer owner, const char *input, char **output, GString *messages)
{
    const Folder *folder = owner;
    g_autofree char *text = NULL;
    if (!g_file_get_contents(input, &text, NULL, NULL))
        return STATUS_NO_RESULT;
    if (strstr(text, "val"))
        abort();
    if (strstr(text, "stuk")) {
        g_string_append_printf(messages, "stuk\n");
        return STATUS_NO_RESULT;
    }
    g_autofree char *name = g_path_get_basename(input);
    *output = g_strconcat(name, ".out", NULL);
    g_autofree char *path = g_build_filename(folder->path, *output, NULL);
    g_autofree char *count = NULL;
    int made = g_file_get_contents(path, &count, NULL, NULL) ? atoi(count) : 0;
    g_autofree char *now = g_strdup_printf("%d", made + 1);
    return g_file_set_contents(path, now, -1, NULL) ? STATUS_FINE : STATUS_NO_RESULT;
}

static Folder
folder_new(int count)
{
    Folder folder = {g_dir_make_tmp("batch-XXXXXX", NULL), NULL};
    folder.inputs = g_build_filename(folder.path, "in", NULL);
    g_mkdir(folder.inputs, 0700);
    for (int i = 0; i < count; i++) {
        g_autofree char *name = g_strdup_printf("%s/%04d.txt", folder.inputs, i);
        g_file_set_contents(name, "goed", -1, NULL);
    }
    return folder;
}

static void
folder_free(Folder *folder)
{
    g_autofree char *command = g_strdup_printf("rm -rf '%s'", folder->path);
    assert_int_equal(system(command), 0);
    g_free(folder->path);
    g_free(folder->inputs);
}

/* How often the output of input i was made. */
static int
made(const Folder *folder, int i)
{
    g_autofree char *path = g_strdup_printf("%s/%04d.txt.out", folder->path, i);
    g_autofree char *text = NULL;
    return g_file_get_contents(path, &text, NULL, NULL) ? atoi(text) : 0;
}

static void
spoil(const Folder *folder, int i, const char *text)
{
    g_autofree char *path = g_strdup_printf("%s/%04d.txt", folder->inputs, i);
    assert_true(g_file_set_contents(path, text, -1, NULL));
}

static Status
run(Folder *folder, gboolean resume, const char *shared)
{
    char *arguments[] = {folder->inputs, NULL};
    g_autoptr(GPtrArray) inputs = batch_inputs(arguments, ".txt", NULL);
    Batch batch = {.owner = folder,
                   .run = make,
                   .folder = folder->path,
                   .shared = shared,
                   .resume = resume,
                   .workers = 3};
    return batch_run(&batch, inputs);
}

static void
every_input_is_made_once(void **state)
{
    (void)state;
    Folder folder = folder_new(200);
    assert_int_equal(run(&folder, FALSE, "1"), STATUS_FINE);
    for (int i = 0; i < 200; i++)
        assert_int_equal(made(&folder, i), 1);
    folder_free(&folder);
}

static void
a_faulty_input_and_a_crash_do_not_stop_the_others(void **state)
{
    (void)state;
    Folder folder = folder_new(40);
    spoil(&folder, 3, "stuk");
    for (int i = 10; i < 16; i++)
        spoil(&folder, i, "val");
    assert_int_equal(run(&folder, FALSE, "1"), STATUS_NO_RESULT);
    for (int i = 0; i < 40; i++)
        assert_int_equal(made(&folder, i), i == 3 || (i >= 10 && i < 16) ? 0 : 1);
    folder_free(&folder);
}

static void
only_what_changed_is_made_again(void **state)
{
    (void)state;
    Folder folder = folder_new(10);
    spoil(&folder, 9, "stuk");
    run(&folder, TRUE, "1");
    spoil(&folder, 2, "anders");
    spoil(&folder, 9, "goed");
    g_autofree char *gone = g_strdup_printf("%s/0005.txt.out", folder.path);
    g_unlink(gone);
    assert_int_equal(run(&folder, TRUE, "1"), STATUS_FINE);
    for (int i = 0; i < 10; i++)
        assert_int_equal(made(&folder, i), i == 2 ? 2 : 1);
    assert_int_equal(run(&folder, TRUE, "2"), STATUS_FINE);
    assert_int_equal(made(&folder, 0), 2);
    folder_free(&folder);
}

static void
the_manifest_names_no_input(void **state)
{
    (void)state;
    Folder folder = folder_new(3);
    run(&folder, TRUE, "1");
    g_autofree char *path = g_build_filename(folder.path, ".opbouwwerk-manifest", NULL);
    g_autofree char *text = NULL;
    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    assert_null(strstr(text, folder.inputs));
    GStatBuf status;
    assert_int_equal(g_stat(path, &status), 0);
    assert_int_equal(status.st_mode & 077, 0);
    folder_free(&folder);
}

static void
nothing_to_do_is_fine(void **state)
{
    (void)state;
    Folder folder = folder_new(0);
    assert_int_equal(run(&folder, FALSE, "1"), STATUS_FINE);
    char *arguments[] = {"/nergens", NULL};
    g_autoptr(GPtrArray) inputs = batch_inputs(arguments, ".txt", NULL);
    assert_int_equal(inputs->len, 1);
    folder_free(&folder);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_input_is_made_once),
        cmocka_unit_test(a_faulty_input_and_a_crash_do_not_stop_the_others),
        cmocka_unit_test(only_what_changed_is_made_again),
        cmocka_unit_test(the_manifest_names_no_input),
        cmocka_unit_test(nothing_to_do_is_fine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
