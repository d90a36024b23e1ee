/* What the import of a source promises, on a small made-up one: two columns interleaved, a
 * table, broken words, a hyphen that stays, markers, capitals, a cropped label. */

#include "content/fill.h"
#include "xml/read.h"

#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static const char source[] = "BOEK VAN PROEF\n"
                             "VOORWAARDEN\n"
                             "\n"
                             "Inleiding\n"
                             "Links is een Rechts staat weef-\n"
                             "gebro- of\n"
                             "ken woord sociaal-\n"
                             "economisch\n"
                             "geving\n"
                             "1. intern\n"
                             "thema\n"
                             "sectie\n"
                             "* een alinea\n"
                             "soort - eerste\n"
                             "- twee-\n"
                             "de\n"
                             "\n"
                             "leiding bestaat uit:\n"
                             "- een\n"
                             "- ander\n";

static const char places[] =
    "<uitgave editie='1999' status='proef'><colofonalinea>Een "
    "proef.</colofonalinea>"
    "</uitgave>\n"
    "<deel bestand='boek.xml'>"
    "<tekst knoop='boek' plaats='1' hoofdletters='1 3'/></deel>\n"
    "<deel bestand='condities.xml'>"
    "<tekst knoop='c' plaats='2' hoofdletters='geen'/>\n"
    "<tekst knoop='c.in' plaats='4'/>\n"
    "<tekst knoop='c.in.1' plaats='5:1-3 6:1 7:1-2'/>\n"
    "<tekst knoop='c.in.2' plaats='5:4-6 6:2 7:3 8'/>\n"
    "<tekst knoop='c.d' plaats='10' teken='1.'/>\n"
    "<tekst knoop='c.d.t' plaats='11'/>\n"
    "<tekst knoop='c.d.t.s' plaats='12'/>\n"
    "<tekst knoop='c.d.t.s.1' plaats='13' teken='*'/>\n"
    "<tekst knoop='c.d.t.s.t.r1.c1' plaats='14:1'/>\n"
    "<tekst knoop='c.d.t.s.t.r1.c2' plaats='| 14:2-3 | 15-16' teken='-'/>\n"
    "<tekst knoop='c.d.t.s.t.r2.c1' plaats='18:1'/>\n"
    "<tekst knoop='c.d.t.s.t.r2.c2' plaats='18:2-3 | 19 | 20' "
    "teken='-'/></deel>\n"
    "<streepje regel='5' wijze='spatie'/><streepje regel='7' wijze='blijft'/>\n"
    "<weggelaten soort='afgesneden-label' plaats='9'/>\n"
    "<eigenaardig plaats='7:2' soort='spelling' knoop='c.in.1'/>\n";

static const char book[] =
    "<boek id='boek'><titel>Oud</titel><ondertitel>Oud</ondertitel>"
    "<uitgave editie='1' datum='2026-01-01' "
    "status='s'><colofonalinea>oud</colofonalinea>"
    "</uitgave><deel bestand='condities.xml'/>"
    "<boekje naam='b' delen='c'><titel>B</titel></boekje></boek>";

static const char part[] =
    "<condities id='c'><titel>oud</titel><inleiding "
    "id='c.in'><titel>oud</titel>"
    "<alinea id='c.in.1'>oud <nadruk>woord</nadruk></alinea>"
    "<alinea id='c.in.2'>oud</alinea></inleiding>"
    "<deel id='c.d' soort='intern'><titel>oud</titel>"
    "<diagram id='c.d.f' vorm='overzicht'><omschrijving>Een "
    "figuur.</omschrijving>"
    "<centrum herleid='ja'><opschrift>omgeving</opschrift></centrum></diagram>"
    "<thema id='c.d.t'><titel>oud</titel><sectie "
    "id='c.d.t.s'><titel>oud</titel>"
    "<alinea id='c.d.t.s.1'>oud</alinea><tabel id='c.d.t.s.t' vorm='tabel'>"
    "<rij id='c.d.t.s.t.r1'><cel id='c.d.t.s.t.r1.c1'>oud</cel>"
    "<cel id='c.d.t.s.t.r1.c2'><onderdeel>oud</onderdeel></cel></rij>"
    "<rij id='c.d.t.s.t.r2'><cel id='c.d.t.s.t.r2.c1'>oud</cel>"
    "<cel "
    "id='c.d.t.s.t.r2.c2'>oud</cel></rij></tabel></sectie></thema></deel></"
    "condities>";

typedef struct State {
    Arena *arena;
    Diag *diag;
    char *folder;
} State;

static void
write_file(const State *state, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(state->folder, name, NULL);
    assert_true(g_file_set_contents(path, text, -1, NULL));
}

static int
set_up(void **data)
{
    State *state = g_new0(State, 1);
    state->arena = arena_new();
    state->diag = diag_new();
    state->folder = g_dir_make_tmp("bron-XXXXXX", NULL);
    write_file(state, "boek.xml", book);
    write_file(state, "condities.xml", part);
    *data = state;
    return 0;
}

static int
tear_down(void **data)
{
    State *state = *data;
    static const char *const names[] = {"boek.xml", "condities.xml", "kaart.xml"};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = g_build_filename(state->folder, names[i], NULL);
        g_unlink(path);
    }
    assert_int_equal(g_rmdir(state->folder), 0);
    arena_free(state->arena);
    diag_free(state->diag);
    g_free(state->folder);
    g_free(state);
    return 0;
}

static const SourceText *
read_source(const State *state, const char *text)
{
    const SourceText *read =
        source_read(state->arena, text, strlen(text), "bron.txt", state->diag);
    assert_non_null(read);
    return read;
}

/* The map of source, with these places. */
static const SourceMap *
load_map(const State *state, const char *with)
{
    const SourceText *text = read_source(state, source);
    g_autoptr(GString) map = g_string_new(NULL);
    g_string_printf(map, "<bronkaart naam='Proef' kenmerk='%s'>%s<regels van='1'>",
                    text->digest, with);
    int number = 1;
    for (int i = 0; i < text->line_count; i++, number++) {
        for (; number < text->lines[i].number; number++)
            g_string_append(map, "- ");
        g_string_append_printf(map, "%d:%s ", text->lines[i].word_count,
                               text->lines[i].digest);
    }
    g_string_append(map, "</regels></bronkaart>");
    write_file(state, "kaart.xml", map->str);
    g_autofree char *path = g_build_filename(state->folder, "kaart.xml", NULL);
    const SourceMap *loaded = source_map_load(
        state->arena, path, "content/schema/bronkaart.rng", state->diag, NULL);
    assert_non_null(loaded);
    return loaded;
}

/* places with one string in place of another. */
static const SourceMap *
load_changed(const State *state, const char *old, const char *new)
{
    g_auto(GStrv) halves = g_strsplit(places, old, 2);
    assert_int_equal(g_strv_length(halves), 2);
    g_autofree char *changed = g_strjoinv(new, halves);
    return load_map(state, changed);
}

static const PlacedText *
placed(const Placement *placement, const char *id)
{
    for (guint i = 0; i < placement->texts->len; i++) {
        const PlacedText *text = placement->texts->pdata[i];
        if (strcmp(text->id, id) == 0)
            return text;
    }
    fail_msg("%s is not placed", id);
    return NULL;
}

static void
assert_message(const State *state, guint index, DiagCode code, int line)
{
    guint count;
    const DiagMessage *messages = diag_messages(state->diag, &count);
    assert_in_range(index, 0, count - 1);
    assert_int_equal(messages[index].code, code);
    assert_int_equal(messages[index].place.line, line);
}

static void
words_of_nodes(void **data)
{
    State *state = *data;
    const Placement *placement = source_place(state->arena, load_map(state, places),
                                              read_source(state, source), state->diag);
    assert_non_null(placement);
    assert_string_equal(placed(placement, "boek")->text, "Boek van Proef");
    assert_string_equal(placed(placement, "c")->text, "voorwaarden");
    assert_string_equal(placed(placement, "c.in.1")->text,
                        "Links is een gebroken woord");
    assert_string_equal(placed(placement, "c.in.2")->text,
                        "Rechts staat weef- of sociaal-economisch");
    assert_string_equal(placed(placement, "c.d")->text, "intern");
    assert_string_equal(placed(placement, "c.d.t.s.1")->text, "een alinea");
    const PlacedText *cell = placed(placement, "c.d.t.s.t.r1.c2");
    assert_string_equal(cell->text, "");
    assert_string_equal(cell->items[0], "eerste");
    assert_string_equal(cell->items[1], "tweede");
    assert_null(cell->items[2]);
    cell = placed(placement, "c.d.t.s.t.r2.c2");
    assert_string_equal(cell->text, "bestaat uit:");
    assert_string_equal(cell->items[1], "ander");
    assert_int_equal(placement->omitted, 1);
    assert_int_equal(placement->markers, 6);
    assert_int_equal(placement->word_count,
                     placement->node_words + placement->markers + placement->omitted);
    const SourceOddity *oddity = placement->oddities->pdata[0];
    assert_string_equal(oddity->words, "woord");
    assert_int_equal(oddity->line, 7);
}

static void
other_readers(void **data)
{
    State *state = *data;
    const SourceMap *map = load_map(state, places);
    g_auto(GStrv) lines = g_strsplit(source, "\n", -1);
    g_autofree char *crlf = g_strjoinv(" \t\r\n", lines);
    g_autofree char *feeds = g_strjoinv("\f\n\n", lines);
    g_autofree char *mark = g_strconcat("\xEF\xBB\xBF", source, NULL);
    const char *const variants[] = {crlf, feeds, mark};
    for (guint i = 0; i < G_N_ELEMENTS(variants); i++) {
        const SourceText *text = read_source(state, variants[i]);
        assert_true(source_map_knows(map, text));
        assert_true(source_map_fits(map, text, state->diag));
        assert_non_null(source_place(state->arena, map, text, state->diag));
    }
}

static void
other_texts(void **data)
{
    State *state = *data;
    const SourceMap *map = load_map(state, places);
    g_autofree char *cut = g_strndup(source, strlen(source) - strlen("- ander\n"));
    assert_false(source_map_fits(map, read_source(state, cut), state->diag));
    assert_message(state, 0, DIAG_SOURCE_FIT, 0);
    assert_message(state, 1, DIAG_SOURCE_FIT, 19);
    g_auto(GStrv) halves = g_strsplit(source, "thema", 2);
    g_autofree char *edited = g_strjoinv("thee", halves);
    g_autofree char *longer = g_strjoinv("thema nog\nmeer", halves);
    assert_false(source_map_fits(map, read_source(state, edited), state->diag));
    assert_message(state, 1, DIAG_SOURCE_FIT, 11);
    assert_false(source_map_fits(map, read_source(state, longer), state->diag));
    assert_message(state, 3, DIAG_SOURCE_FIT, 12);
    const SourceText *strange = read_source(state, "iets\nheel\nanders\ndan\ndat\n");
    assert_false(source_map_knows(map, strange));
}

static void
words_lost_and_doubled(void **data)
{
    State *state = *data;
    const SourceText *text = read_source(state, source);
    const SourceMap *map = load_changed(state, "7:1-2'/>", "7:1'/>");
    assert_null(source_place(state->arena, map, text, state->diag));
    assert_message(state, 0, DIAG_SOURCE_WORD, 7);
    map = load_changed(state, "plaats='12'", "plaats='11-12'");
    assert_null(source_place(state->arena, map, text, state->diag));
    map = load_changed(state, "teken='*'", "teken='o'");
    assert_null(source_place(state->arena, map, text, state->diag));
    map = load_changed(state, "plaats='12'", "plaats='12 99'");
    assert_null(source_place(state->arena, map, text, state->diag));
    map = load_changed(state, "plaats='12'", "plaats='12 14:7'");
    assert_null(source_place(state->arena, map, text, state->diag));
    assert_int_equal(diag_count(state->diag, DIAG_ERROR), 5);
}

static Collection *
fill(const State *state, const SourceMap *map, gboolean expected)
{
    const Placement *placement =
        source_place(state->arena, map, read_source(state, source), state->diag);
    assert_non_null(placement);
    Collection *collection =
        collection_load(state->folder, "content", state->diag, NULL);
    assert_non_null(collection);
    assert_int_equal(content_fill(collection, placement, state->diag), expected);
    return collection;
}

static void
assert_content(const Collection *collection, const char *id, const char *text)
{
    xmlChar *content = xmlNodeGetContent(collection_lookup(collection, id)->element);
    g_auto(GStrv) words = g_strsplit_set(g_strstrip((char *)content), " \n", -1);
    g_autoptr(GString) joined = g_string_new(NULL);
    for (char **word = words; *word; word++)
        if (**word)
            g_string_append_printf(joined, "%s%s", joined->len ? " " : "", *word);
    assert_string_equal(joined->str, text);
    xmlFree(content);
}

static void
filled_texts(void **data)
{
    State *state = *data;
    g_autoptr(Collection) collection = fill(state, load_map(state, places), TRUE);
    assert_int_equal(diag_count(state->diag, DIAG_ERROR), 0);
    assert_content(collection, "c.in.1", "Links is een gebroken woord");
    assert_content(collection, "c.d.t.s.t.r2.c2", "bestaat uit: een ander");
    assert_content(collection, "c.d.f", "Een figuur.omgeving");
    xmlNode *cell = collection_lookup(collection, "c.d.t.s.t.r2.c2")->element;
    assert_true(xml_is(xml_element(cell->children), "aanhef"));
    xmlNode *title =
        xml_element(xmlDocGetRootElement(collection->book->document)->children);
    xmlNode *edition = xml_element(xml_element(title->next)->next);
    g_autofree char *name = xml_attribute(edition, "editie");
    g_autofree char *date = xml_attribute(edition, "datum");
    assert_string_equal(name, "1999");
    assert_string_equal(date, "2026-01-01");
}

/* Words in another language are marked as such, the colon behind them apart. */
static void
terms(void **data)
{
    State *state = *data;
    const SourceMap *map =
        load_changed(state, "18:1'/>\n<tekst knoop='c.d.t.s.t.r2.c2' plaats='18:2-3",
                     "18:1-3'><term woorden='1' taal='fr'/><term woorden='2-3' "
                     "taal='en'/></tekst>\n<tekst knoop='c.d.t.s.t.r2.c2' plaats='");
    g_autoptr(Collection) collection = fill(state, map, TRUE);
    assert_content(collection, "c.d.t.s.t.r2.c1", "leiding bestaat uit:");
    const ContentNode *node = collection_lookup(collection, "c.d.t.s.t.r2.c1");
    xmlNode *french = xml_element(node->element->children);
    xmlNode *english = xml_element(french->next);
    g_autofree char *one = xml_attribute(french, "taal");
    g_autofree char *other = xml_attribute(english, "taal");
    assert_string_equal(one, "fr");
    assert_string_equal(other, "en");
    assert_string_equal((const char *)english->children->content, "bestaat uit");
    assert_string_equal((const char *)english->next->content, ":");
}

static void
terms_that_are_not_there(void **data)
{
    State *state = *data;
    const SourceText *text = read_source(state, source);
    const SourceMap *map = load_changed(state, "18:2-3 | 19 | 20' teken='-'/>",
                                        "18:2-3 | 19 | 20' teken='-'><term woorden='1' "
                                        "taal='en'/></tekst>");
    assert_null(source_place(state->arena, map, text, state->diag));
    map = load_changed(state, "plaats='12'/>",
                       "plaats='12'><term woorden='1-2' taal='en'/></tekst>");
    assert_null(source_place(state->arena, map, text, state->diag));
    map = load_changed(state, "5:1-3 6:1 7:1-2'/>",
                       "5:1-3 6:1 7:1-2'><term woorden='2-3' taal='en'/><term "
                       "woorden='3' taal='en'/></tekst>");
    assert_null(source_place(state->arena, map, text, state->diag));
    assert_int_equal(diag_count(state->diag, DIAG_ERROR), 3);
}

static void
nodes_that_do_not_match(void **data)
{
    State *state = *data;
    g_autoptr(Collection) collection =
        fill(state, load_changed(state, "knoop='c.d.t.s.1'", "knoop='c.x'"), FALSE);
    assert_int_equal(diag_count(state->diag, DIAG_ERROR), 2); /* unknown, and missing */
    g_autoptr(Collection) other = fill(
        state, load_changed(state, "knoop='c.d.t.s.1'", "knoop='c.d.t.s.t'"), FALSE);
    assert_int_equal(diag_count(state->diag, DIAG_ERROR), 3);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(words_of_nodes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(other_readers, set_up, tear_down),
        cmocka_unit_test_setup_teardown(other_texts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(words_lost_and_doubled, set_up, tear_down),
        cmocka_unit_test_setup_teardown(filled_texts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(terms, set_up, tear_down),
        cmocka_unit_test_setup_teardown(terms_that_are_not_there, set_up, tear_down),
        cmocka_unit_test_setup_teardown(nodes_that_do_not_match, set_up, tear_down)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
