/* What loading a collection promises: every node once, every link resolved both ways, and a
 * located message for each fault of an editor. */

#include "content/assemble.h"
#include "content/linkbase.h"
#include "xml/read.h"

#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static const char book[] =
    "<boek id='boek'>\n<titel>Boek</titel><ondertitel>o</ondertitel>\n"
    "<uitgave editie='1' datum='2026-01-01' status='proef'>"
    "<colofonalinea>c</colofonalinea></uitgave>\n"
    "<deel bestand='een.xml'/>\n<deel bestand='twee.xml'/>\n"
    "<boekje naam='klein' delen='een'><titel>Klein</titel></boekje></boek>";
static const char one[] =
    "<inleiding id='een'><titel>Een</titel>\n<alinea id='een.1'>a</alinea>\n"
    "<alinea id='een.2'>b</alinea>\n"
    "<colofonregel id='een.c' soort='ondertekenaar'>c</colofonregel>"
    "</inleiding>";
static const char two[] =
    "<inleiding id='twee'><titel>Twee</titel>\n<alinea id='twee.1'>a</alinea>\n"
    "<colofonregel id='twee.c' soort='ondertekenaar'>c</colofonregel>"
    "</inleiding>";
static const char links_head[] =
    "<koppelingen><soort naam='uit' heen='werkt uit' terug='uitgewerkt in'/>\n"
    "<concordantie id='concordantie'>\n";
static const char links_tail[] =
    "</concordantie><verbindingen id='verbindingen'>"
    "<koppeling soort='uit' van='een' naar='twee'>r</koppeling></verbindingen>"
    "</koppelingen>";

typedef struct Case {
    char *folder;
    Diag *diag;
    Collection *collection;
    Linkbase *linkbase;
} Case;

static void
put(const Case *test, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(test->folder, name, NULL);
    assert_true(g_file_set_contents(path, text, -1, NULL));
}

/* Writes a collection with these lines in its concordance and loads it. */
static Case
load(const char *first_part, const char *links)
{
    Case test = {g_dir_make_tmp("opbouwwerk-XXXXXX", NULL), diag_new(), NULL, NULL};
    put(&test, "boek.xml", book);
    put(&test, "een.xml", first_part);
    put(&test, "twee.xml", two);
    g_autofree char *linkbase = g_strconcat(links_head, links, links_tail, NULL);
    put(&test, "koppelingen.xml", linkbase);
    test.collection = collection_load(test.folder, "content", test.diag, NULL);
    assert_non_null(test.collection);
    test.linkbase = linkbase_load(test.collection, "content", test.diag, NULL);
    assert_non_null(test.linkbase);
    return test;
}

static void
unload(Case *test)
{
    static const char *const names[] = {"boek.xml", "een.xml", "twee.xml",
                                        "koppelingen.xml"};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = g_build_filename(test->folder, names[i], NULL);
        g_unlink(path);
    }
    g_rmdir(test->folder);
    collection_free(test->collection);
    diag_free(test->diag);
    g_free(test->folder);
}

static void
assert_message(const Case *test, DiagCode code, const char *file, int line)
{
    guint count;
    const DiagMessage *messages = diag_messages(test->diag, &count);
    assert_int_equal(count, 1);
    assert_string_equal(diag_kind(messages[0].code)->name, diag_kind(code)->name);
    assert_true(g_str_has_suffix(messages[0].place.file, file));
    assert_int_equal(messages[0].place.line, line);
    assert_true(messages[0].place.column > 0);
}

static void
a_link_is_found_from_both_ends(void **state)
{
    (void)state;
    Case test =
        load(one, "<koppeling soort='uit' van='een.2' naar='twee.1'>r</koppeling>");
    assert_int_equal(diag_count(test.diag, DIAG_ERROR), 0);
    const ContentNode *from = collection_lookup(test.collection, "een.2");
    const ContentNode *to = collection_lookup(test.collection, "twee.1");
    const GArray *forth = linkbase_ends(test.linkbase, from);
    const GArray *back = linkbase_ends(test.linkbase, to);
    assert_int_equal(forth->len, 1);
    assert_int_equal(back->len, 1);
    assert_false(g_array_index(forth, LinkEnd, 0).back);
    assert_true(g_array_index(back, LinkEnd, 0).back);
    assert_ptr_equal(g_array_index(back, LinkEnd, 0).link->from, from);
    assert_int_equal(
        linkbase_count_within(test.linkbase, collection_lookup(test.collection, "een")),
        2);
    unload(&test);
}

static void
faulty_links_are_errors_with_their_place(void **state)
{
    (void)state;
    static const struct {
        const char *links;
        DiagCode code;
        int line;
    } cases[] = {
        {"\n<koppeling soort='uit' van='een.9' naar='twee.1'>r</koppeling>",
         DIAG_LINK_UNKNOWN, 4},
        {"<koppeling soort='uit' van='een.1' naar='een.1'>r</koppeling>",
         DIAG_LINK_SELF, 3},
        {"<koppeling soort='in' van='een.1' naar='een.2'>r</koppeling>", DIAG_LINK_KIND,
         3},
        {"<koppeling soort='uit' van='een.1' naar='een.2'> </koppeling>",
         DIAG_LINK_REASON, 3},
        {"<koppeling soort='uit' van='een.1' naar='een.2'>r</koppeling>\n\n"
         "<koppeling soort='uit' van='een.2' naar='een.1'>r</koppeling>",
         DIAG_LINK_DUPLICATE, 5},
        {"<koppeling soort='uit' van='een.1' naar='twee.1'>r</koppeling>\n"
         "<zonder-tegenhanger knoop='een.1' in='twee'>r</zonder-tegenhanger>",
         DIAG_LINK_ABSENCE, 3},
        {"<zonder-tegenhanger knoop='een.1' in='drie'>r</zonder-tegenhanger>",
         DIAG_LINK_UNKNOWN, 3},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        Case test = load(one, cases[i].links);
        assert_message(&test, cases[i].code, "koppelingen.xml", cases[i].line);
        unload(&test);
    }
}

static void
an_id_stands_once_in_all_texts_together(void **state)
{
    (void)state;
    Case test =
        load("<inleiding id='een'><titel>Een</titel>\n<alinea id='een.1'>a</alinea>\n"
             "<alinea id='een.1'>b</alinea>\n"
             "<colofonregel id='een.c' soort='ondertekenaar'>c</colofonregel>"
             "</inleiding>",
             "<koppeling soort='uit' van='een.1' naar='twee.1'>r</koppeling>");
    assert_message(&test, DIAG_ID_DUPLICATE, "een.xml", 3);
    unload(&test);
}

static int
count_elements(xmlNode *node, const char *name, const char *attribute,
               const char *value)
{
    int count = 0;
    for (xmlNode *child = xml_element(node); child; child = xml_element(child->next)) {
        g_autofree char *got = xml_attribute(child, attribute);
        count += xml_is(child, name) && g_strcmp0(got, value) == 0;
        count += count_elements(child->children, name, attribute, value);
    }
    return count;
}

static void
an_assembled_booklet_holds_its_parts_lines_and_links_both_ways(void **state)
{
    (void)state;
    Case test =
        load(one, "<koppeling soort='uit' van='een.2' naar='twee.1'>r</koppeling>");
    const Booklet *booklet = collection_booklet(test.collection, "klein");
    g_autoptr(xmlDoc) document =
        assemble_booklet(test.collection, test.linkbase, booklet);
    xmlNode *root = xmlDocGetRootElement(document);
    assert_int_equal(count_elements(root, "deel", "gezet", "ja"), 1);
    assert_int_equal(count_elements(root, "deel", "gezet", "nee"), 1);
    assert_int_equal(count_elements(root, "verwijzing", "naar", "twee.1"), 1);
    assert_int_equal(count_elements(root, "verwijzing", "naar", "een.2"), 1);
    assert_int_equal(count_elements(root, "verwijzing", "wijze", "uitgewerkt in"), 2);
    xmlNode *part = xml_element(xml_element(root->children)->next->next->children);
    xmlNode *second = xml_element(xml_element(part->children)->next->next->next);
    xmlChar *line =
        xmlGetNsProp(second, BAD_CAST "regel", BAD_CAST "urn:opbouwwerk:fo");
    assert_string_equal((const char *)line, "3");
    xmlFree(line);
    unload(&test);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_link_is_found_from_both_ends),
        cmocka_unit_test(faulty_links_are_errors_with_their_place),
        cmocka_unit_test(an_id_stands_once_in_all_texts_together),
        cmocka_unit_test(
            an_assembled_booklet_holds_its_parts_lines_and_links_both_ways),
    };
    return cmocka_run_group_tests_name("content", tests, NULL, NULL);
}
