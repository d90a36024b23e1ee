#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/diag.h"

static char *
printed(Diag *diag)
{
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    diag_print(diag, stream);
    fclose(stream);
    return text;
}

static void
messages_come_sorted_by_place(void **state)
{
    (void)state;
    g_autoptr(Diag) diag = diag_new();
    diag_report(diag, &(Place){"b.xml", 1, 1}, DIAG_LINK_UNKNOWN, "vier");
    diag_report(diag, &(Place){"a.xml", 10, 2}, DIAG_LINK_UNKNOWN, "drie");
    diag_report(diag, &(Place){"a.xml", 2, 7}, DIAG_LINK_UNKNOWN, "een");
    diag_report(diag, &(Place){"a.xml", 10, 1}, DIAG_LINK_UNKNOWN, "id “%s”", "x");
    g_autofree char *text = printed(diag);
    assert_string_equal(text, "a.xml:2:7: fout: een [link-onbekend]\n"
                              "a.xml:10:1: fout: id “x” [link-onbekend]\n"
                              "a.xml:10:2: fout: drie [link-onbekend]\n"
                              "b.xml:1:1: fout: vier [link-onbekend]\n"
                              "4 fouten\n");
}

static void
what_is_unknown_of_a_place_is_left_out(void **state)
{
    (void)state;
    g_autoptr(Diag) diag = diag_new();
    diag_report(diag, NULL, DIAG_XML_SYNTAX, "nergens");
    g_autofree char *nowhere = printed(diag);
    assert_string_equal(nowhere, "fout: nergens [xml-syntaxis]\n1 fout\n");

    g_autoptr(Diag) other = diag_new();
    diag_report(other, &(Place){"a.xml", 0, 0}, DIAG_XML_SYNTAX, "bestand");
    diag_report(other, &(Place){"a.xml", 3, 0}, DIAG_XML_SYNTAX, "regel");
    g_autofree char *text = printed(other);
    assert_string_equal(text, "a.xml: fout: bestand [xml-syntaxis]\n"
                              "a.xml:3: fout: regel [xml-syntaxis]\n"
                              "2 fouten\n");
}

static void
equal_messages_are_said_once(void **state)
{
    (void)state;
    g_autoptr(Diag) diag = diag_new();
    char file[] = "a.xml";
    for (int i = 0; i < 3; i++)
        diag_report(diag, &(Place){file, 1, 1}, DIAG_XML_SYNTAX, "zelfde");
    diag_report(diag, &(Place){file, 1, 1}, DIAG_XML_SYNTAX, "ander");
    file[0] = 'X'; /* places are copied */
    guint count;
    const DiagMessage *messages = diag_messages(diag, &count);
    assert_int_equal(count, 2);
    assert_string_equal(messages[0].place.file, "a.xml");
    assert_int_equal(diag_count(diag, DIAG_ERROR), 2);
    assert_int_equal(diag_count(diag, DIAG_NOTE), 0);
}

static void
a_flood_is_counted_not_kept(void **state)
{
    (void)state;
    g_autoptr(Diag) diag = diag_new();
    for (int i = 1; i <= 1010; i++)
        diag_report(diag, &(Place){"a.xml", i, 1}, DIAG_XML_SYNTAX, "zoveelste");
    guint count;
    diag_messages(diag, &count);
    assert_int_equal(count, 1000);
    assert_int_equal(diag_count(diag, DIAG_ERROR), 1010);
    g_autofree char *text = printed(diag);
    assert_true(g_str_has_suffix(text, "en nog 10 keer [xml-syntaxis]\n1010 fouten\n"));
}

static void
control_characters_do_not_reach_the_terminal(void **state)
{
    (void)state;
    g_autoptr(Diag) diag = diag_new();
    diag_report(diag, NULL, DIAG_XML_SYNTAX, "rood \033[31m\nregel \xFF %s", "é");
    g_autofree char *text = printed(diag);
    assert_string_equal(
        text, "fout: rood  [31m regel \xEF\xBF\xBD é [xml-syntaxis]\n1 fout\n");
}

static void
no_list_no_message(void **state)
{
    (void)state;
    diag_report(NULL, NULL, DIAG_XML_SYNTAX, "gehoord door %s", "niemand");
    g_autoptr(Diag) diag = diag_new();
    g_autofree char *text = printed(diag);
    assert_string_equal(text, "");
}

static void
the_table_is_whole(void **state)
{
    (void)state;
    for (int code = 0; code < DIAG_CODE_COUNT; code++) {
        const DiagKind *kind = diag_kind(code);
        assert_true(strlen(kind->name) > 0);
        assert_int_equal(strspn(kind->name, "abcdefghijklmnopqrstuvwxyz0123456789-"),
                         strlen(kind->name));
        assert_true(g_str_has_suffix(kind->cause, "."));
        assert_true(g_str_has_suffix(kind->remedy, "."));
        for (int other = 0; other < code; other++)
            assert_string_not_equal(kind->name, diag_kind(other)->name);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(messages_come_sorted_by_place),
        cmocka_unit_test(what_is_unknown_of_a_place_is_left_out),
        cmocka_unit_test(equal_messages_are_said_once),
        cmocka_unit_test(a_flood_is_counted_not_kept),
        cmocka_unit_test(control_characters_do_not_reach_the_terminal),
        cmocka_unit_test(no_list_no_message),
        cmocka_unit_test(the_table_is_whole),
    };
    return cmocka_run_group_tests_name("diag", tests, NULL, NULL);
}
