/* What the reader of XML promises an author: a located Dutch message for whatever is wrong,
 * and nothing read from outside the file. */

#include "xml/read.h"
#include "xml/schema.h"
#include "xml/transform.h"

#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static void
assert_refused(const char *bytes, gsize length, DiagCode code, int line, int column)
{
    g_autoptr(Diag) diag = diag_new();
    assert_null(xml_read_memory(bytes, length, "bron.xml", XML_READ_DEFAULT, diag));
    guint count;
    const DiagMessage *messages = diag_messages(diag, &count);
    assert_int_equal(count, 1);
    assert_string_equal(messages[0].place.file, "bron.xml");
    assert_string_equal(diag_kind(messages[0].code)->name, diag_kind(code)->name);
    assert_int_equal(messages[0].place.line, line);
    if (column)
        assert_int_equal(messages[0].place.column, column);
}

#define REFUSED(text, code, line, column)                                              \
    assert_refused(text, strlen(text), code, line, column)

static void
malformed_sources_are_told_with_their_place(void **state)
{
    (void)state;
    REFUSED("", DIAG_XML_EMPTY, 1, 1);
    REFUSED("<a>\n  <b>\n  </c>\n</a>", DIAG_XML_SYNTAX, 3, 0);
    REFUSED("<a>\n<b>tekst", DIAG_XML_SYNTAX, 2, 0);
    REFUSED("<a>\n  x & y</a>", DIAG_XML_SYNTAX, 2, 0);
    REFUSED("<a/><b/>", DIAG_XML_SYNTAX, 1, 0);
    REFUSED("geen xml", DIAG_XML_SYNTAX, 1, 0);
}

static void
bytes_that_are_not_utf8_are_refused_where_they_stand(void **state)
{
    (void)state;
    REFUSED("<a>\n caf\xE9</a>", DIAG_XML_ENCODING, 2, 5);
    REFUSED("<?xml version='1.0' encoding='ISO-8859-1'?><a/>", DIAG_XML_ENCODING, 1, 1);
    static const char utf16[] = "\xFF\xFE<\0a\0/\0>\0";
    assert_refused(utf16, sizeof utf16 - 1, DIAG_XML_ENCODING, 1, 1);
}

static void
assert_word(const char *bytes, gsize length, const char *word)
{
    g_autoptr(Diag) diag = diag_new();
    g_autoptr(xmlDoc) document =
        xml_read_memory(bytes, length, "a.fo", XML_READ_LARGE, diag);
    assert_non_null(document);
    xmlNode *root = xmlDocGetRootElement(document);
    g_autofree char *words = xml_words(root);
    assert_string_equal(words, word);
    assert_int_equal(xml_place(root).line, 1);
}

static void
made_sources_may_have_another_encoding(void **state)
{
    (void)state;
    static const char latin[] =
        "<?xml version='1.0' encoding='ISO-8859-1'?><a>caf\xE9</a>";
    assert_word(latin, sizeof latin - 1, "café");
    static const char windows[] =
        "<?xml version='1.0' encoding=\"windows-1252\"?><a>\x80</a>";
    assert_word(windows, sizeof windows - 1, "€");
    static const char little[] = "\xFF\xFE<\0a\0>\0\xE9\0<\0/\0a\0>\0";
    assert_word(little, sizeof little - 1, "é");
    static const char big[] = "\0<\0?\0x\0m\0l\0 \0v\0e\0r\0s\0i\0o\0n\0=\0'\0"
                              "1\0.\0"
                              "0\0'\0?\0>\0<\0a\0>\0\xE9\0<\0/\0a\0>";
    assert_word(big, sizeof big - 1, "é");
}

/* One that nobody has, and bytes that are not of the one declared. */
static void
an_encoding_that_cannot_be_read_is_told_as_such(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "<?xml version='1.0' encoding='windows-1259'?><a/>",
        "<?xml version='1.0' encoding='windows-1252'?><a>\x81</a>"};
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(Diag) diag = diag_new();
        assert_null(
            xml_read_memory(texts[i], strlen(texts[i]), "a.fo", XML_READ_LARGE, diag));
        guint count = 0;
        const DiagMessage *messages = diag_messages(diag, &count);
        assert_int_equal(count, 1);
        assert_string_equal(diag_kind(messages[0].code)->name, "xml-codering");
    }
}

static void
hostile_sources_read_nothing_and_do_not_grow(void **state)
{
    (void)state;
    REFUSED("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<a>&x;</a>",
            DIAG_XML_EXTERNAL, 2, 0);
    REFUSED("<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'>"
            "<!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
            "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>"
            "<!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>"
            "<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'>"
            "<!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;'>]>\n"
            "<a>&f;&f;&f;&f;</a>",
            DIAG_XML_BOMB, 2, 0);
    g_autoptr(GString) deep = g_string_new(NULL);
    for (int i = 0; i < 100000; i++)
        g_string_append(deep, "<a>");
    REFUSED(deep->str, DIAG_XML_LARGE, 1, 0);
}

static void
an_element_knows_where_it_began(void **state)
{
    (void)state;
    static const char source[] = "\xEF\xBB\xBF<a>\n  é<b\n     x='1'\n  />\n<c/></a>";
    g_autoptr(Diag) diag = diag_new();
    g_autoptr(xmlDoc) document =
        xml_read_memory(source, sizeof source - 1, "bron.xml", XML_READ_DEFAULT, diag);
    assert_non_null(document);
    xmlNode *root = xmlDocGetRootElement(document);
    xmlNode *b = xml_element(root->children), *c = xml_element(b->next);
    assert_int_equal(xml_place(root).line, 1);
    assert_int_equal(xml_place(root).column, 1);
    assert_int_equal(xml_place(b).line, 2);
    assert_int_equal(xml_place(b).column, 4);
    assert_int_equal(xml_place(c).line, 5);
    assert_int_equal(xml_place(c).column, 1);
    assert_string_equal(xml_place(b).file, "bron.xml");
}

static void
places_hold_far_into_a_long_source(void **state)
{
    (void)state;
    g_autoptr(GString) source = g_string_new("<a>\n");
    for (int i = 0; i < 70000; i++)
        g_string_append(source, " <b x='0123456789'/>\n");
    g_string_append(source, "</a>");
    g_autoptr(xmlDoc) document =
        xml_read_memory(source->str, source->len, "bron.xml", XML_READ_DEFAULT, NULL);
    assert_non_null(document);
    int line = 2;
    for (xmlNode *b = xml_element(xmlDocGetRootElement(document)->children); b;
         b = xml_element(b->next)) {
        assert_int_equal(xml_place(b).line, line++);
        assert_int_equal(xml_place(b).column, 2);
    }
    assert_int_equal(line, 70002);
}

static void
a_missing_file_is_told_in_dutch(void **state)
{
    (void)state;
    g_autoptr(Diag) diag = diag_new();
    assert_null(xml_read_file("/bestaat/niet.xml", XML_READ_DEFAULT, diag));
    guint count;
    const DiagMessage *messages = diag_messages(diag, &count);
    assert_int_equal(count, 1);
    assert_non_null(strstr(messages[0].text, "het bestaat niet"));
}

static char *
write_temporary(const char *name, const char *text)
{
    char *path = g_build_filename(g_get_tmp_dir(), name, NULL);
    assert_true(g_file_set_contents(path, text, -1, NULL));
    return path;
}

static void
what_the_schema_forbids_is_told_at_its_element_once(void **state)
{
    (void)state;
    g_autofree char *path = write_temporary(
        "opbouwwerk-test.rng",
        "<grammar xmlns='http://relaxng.org/ns/structure/1.0'><start>"
        "<element name='a'><oneOrMore><element name='b'><attribute name='id'/><text/>"
        "</element></oneOrMore></element></start></grammar>");
    g_autoptr(XmlSchema) schema = xml_schema_new(path, NULL);
    g_unlink(path);
    assert_non_null(schema);
    static const struct {
        const char *source;
        int line;
    } cases[] = {{"<a>\n<b id='1'/>\n<c/></a>", 3},
                 {"<a>\n<b/></a>", 2},
                 {"<a>\n<b id='1' fout='2'/></a>", 2},
                 {"\n<a/>", 2},
                 {"\n\n<c/>", 3}};
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Diag) diag = diag_new();
        g_autoptr(xmlDoc) document =
            xml_read_memory(cases[i].source, strlen(cases[i].source), "bron.xml",
                            XML_READ_DEFAULT, diag);
        assert_false(xml_schema_validate(schema, document, diag));
        guint count;
        const DiagMessage *messages = diag_messages(diag, &count);
        assert_int_equal(count, 1);
        assert_int_equal(messages[0].place.line, cases[i].line);
    }
}

static void
a_stylesheet_may_not_write_files(void **state)
{
    (void)state;
    g_autofree char *path = write_temporary(
        "opbouwwerk-test.xsl",
        "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'"
        " xmlns:exsl='http://exslt.org/common' extension-element-prefixes='exsl'>"
        "<xsl:template match='/'><exsl:document href='opbouwwerk-stiekem.xml'><x/>"
        "</exsl:document><y/></xsl:template></xsl:stylesheet>");
    g_autoptr(GError) error = NULL;
    g_autoptr(XmlStylesheet) stylesheet = xml_stylesheet_new(path, &error);
    g_unlink(path);
    assert_non_null(stylesheet);
    g_autoptr(xmlDoc) document =
        xml_read_memory("<a/>", 4, "bron.xml", XML_READ_DEFAULT, NULL);
    assert_null(xml_transform(stylesheet, document, NULL, &error));
    assert_non_null(error);
    assert_false(g_file_test("opbouwwerk-stiekem.xml", G_FILE_TEST_EXISTS));
}

static void
parameters_are_strings_not_expressions(void **state)
{
    (void)state;
    g_autofree char *path = write_temporary(
        "opbouwwerk-test.xsl", "<xsl:stylesheet version='1.0' "
                               "xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
                               "<xsl:param name='p'/><xsl:template "
                               "match='/'><y><xsl:value-of select='$p'/></y>"
                               "</xsl:template></xsl:stylesheet>");
    g_autoptr(XmlStylesheet) stylesheet = xml_stylesheet_new(path, NULL);
    g_unlink(path);
    g_autoptr(xmlDoc) document =
        xml_read_memory("<a/>", 4, "bron.xml", XML_READ_DEFAULT, NULL);
    const char *parameters[] = {"p", "a' or \"b", NULL};
    g_autoptr(xmlDoc) result = xml_transform(stylesheet, document, parameters, NULL);
    assert_non_null(result);
    xmlChar *text = xmlNodeGetContent(xmlDocGetRootElement(result));
    assert_string_equal((const char *)text, "a' or \"b");
    xmlFree(text);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(malformed_sources_are_told_with_their_place),
        cmocka_unit_test(bytes_that_are_not_utf8_are_refused_where_they_stand),
        cmocka_unit_test(made_sources_may_have_another_encoding),
        cmocka_unit_test(an_encoding_that_cannot_be_read_is_told_as_such),
        cmocka_unit_test(hostile_sources_read_nothing_and_do_not_grow),
        cmocka_unit_test(an_element_knows_where_it_began),
        cmocka_unit_test(places_hold_far_into_a_long_source),
        cmocka_unit_test(a_missing_file_is_told_in_dutch),
        cmocka_unit_test(what_the_schema_forbids_is_told_at_its_element_once),
        cmocka_unit_test(a_stylesheet_may_not_write_files),
        cmocka_unit_test(parameters_are_strings_not_expressions),
    };
    return cmocka_run_group_tests_name("xml", tests, NULL, NULL);
}
