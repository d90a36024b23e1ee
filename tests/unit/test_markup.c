#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/markup.h"

static void
elements_are_indented(void **state)
{
    (void)state;
    Markup *markup = markup_new();
    markup_open(markup, "page");
    markup_attribute(markup, "name", "een");
    markup_attribute(markup, "none", NULL);
    markup_attribute_length(markup, "width", POINTS(12.5));
    markup_attribute_printf(markup, "number", "%d", 7);
    markup_open(markup, "block");
    markup_close(markup);
    markup_open(markup, "block");
    markup_open(markup, "line");
    g_autofree char *text = markup_finish(markup);
    assert_string_equal(text, "<page name=\"een\" width=\"12.5\" number=\"7\">\n"
                              "  <block/>\n"
                              "  <block>\n"
                              "    <line/>\n"
                              "  </block>\n"
                              "</page>\n");
}

static void
text_is_not_indented(void **state)
{
    (void)state;
    Markup *markup = markup_new();
    markup_open(markup, "p");
    markup_open(markup, "t");
    markup_text(markup, "een ", -1);
    markup_open(markup, "b");
    markup_text(markup, "twee drie", 4);
    markup_close(markup);
    markup_text(markup, "\n", 1);
    g_autofree char *text = markup_finish(markup);
    assert_string_equal(text, "<p>\n  <t>een <b>twee</b>\n</t>\n</p>\n");
}

static void
nothing_written_is_nothing(void **state)
{
    (void)state;
    g_autofree char *text = markup_finish(markup_new());
    assert_string_equal(text, "");
}

static void
assert_escaped(const char *text, gssize length, const char *expected)
{
    g_autoptr(GString) string = g_string_new(NULL);
    markup_escape(string, text, length);
    assert_string_equal(string->str, expected);
}

static void
characters_are_escaped(void **state)
{
    (void)state;
    assert_escaped("a < b & c > \"d\" é", -1, "a &lt; b &amp; c &gt; &quot;d&quot; é");
    assert_escaped("a\n\tb\r", -1, "a&#10;&#9;b&#13;");
    assert_escaped("abc", 2, "ab");
}

static void
what_xml_forbids_is_replaced(void **state)
{
    (void)state;
    assert_escaped("a\001b", -1,
                   "a\xEF\xBF\xBD"
                   "b");
    assert_escaped("a\0b", 3,
                   "a\xEF\xBF\xBD"
                   "b");
    assert_escaped("\xEF\xBF\xBF", -1, "\xEF\xBF\xBD");
    assert_escaped("\xFFz", -1, "\xEF\xBF\xBDz");
    assert_escaped("\xC3", 1, "\xEF\xBF\xBD");
    assert_escaped("\xED\xA0\x80z", -1, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDz");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(elements_are_indented),
        cmocka_unit_test(text_is_not_indented),
        cmocka_unit_test(nothing_written_is_nothing),
        cmocka_unit_test(characters_are_escaped),
        cmocka_unit_test(what_xml_forbids_is_replaced),
    };
    return cmocka_run_group_tests_name("markup", tests, NULL, NULL);
}
