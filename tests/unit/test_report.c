/* What a report promises: names give way to pseudonyms, and what too few anonymous raters gave
 * is in no figure of it, so that nothing can be found by subtraction. */

#include "content/disguise.h"
#include "content/report.h"
#include "content/team.h"

#include <libxml/xpath.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static void
names_are_disguised(void **state)
{
    (void)state;
    g_autoptr(Disguise) disguise = disguise_new();
    disguise_add(disguise, "Anne van der Berg-Jansen", "Meeuw");
    disguise_add(disguise, "Joost Velthuizen", "de leidinggevende");
    static const char *const cases[][2] = {
        {"Anne zei het.", "Meeuw zei het."},
        {"Anne van der Berg-Jansen en Joost", "Meeuw en de leidinggevende"},
        {"Annes plan", "Meeuw plan"},
        {"Annelies en de berg", "Annelies en de berg"},
        {"ANNE, anne en Anné", "Meeuw, Meeuw en Meeuw"},
        {"Mevrouw Jansen zag Berg", "Mevrouw Meeuw zag Meeuw"},
        {"Anne-achtig, pro-Anne", "Meeuw-achtig, pro-Meeuw"},
        {"j.velthuizen@buurt.nl", "j.de leidinggevende@buurt.nl"},
        {"(Berg-Jansen)", "(Meeuw)"},
        {"Joost, Anne", "de leidinggevende, Meeuw"},
        {"van Joost Velthuizen’s lijst", "van de leidinggevende’s lijst"},
        {"", ""},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text = disguise_apply(disguise, cases[i][0]);
        assert_string_equal(text, cases[i][1]);
    }
}

static double
evaluate(xmlDoc *document, const char *expression)
{
    xmlXPathContext *context = xmlXPathNewContext(document);
    xmlXPathObject *object = xmlXPathEval(BAD_CAST expression, context);
    assert_non_null(object);
    double value = xmlXPathCastToNumber(object);
    xmlXPathFreeObject(object);
    xmlXPathFreeContext(context);
    return value;
}

#define RATING(kind, manner, rater, value, remark)                                     \
    "<beoordeling soort='" kind "' datum='2026-12-01' wijze='" manner                  \
    "' beoordelaar='" rater "'><score plaats='profielA.5' waarde='" value              \
    "'><opmerking>" remark "</opmerking></score></beoordeling>"

static const char text[] =
    "<dossier id='d' rapport='1' datum='2026-12-31'><medewerker niveau='medior'>"
    "<naam>N</naam><functie>f</functie></medewerker><profiel naam='A' editie='2026.1'/>"
    "<meting datum='2026-12-02' editie='2026.1'>" RATING("zelf", "op naam", "N", "3",
                                                         "z")
        RATING("leidinggevende", "op naam", "L", "4", "l")
            RATING("bewoner", "anoniem", "b1", "1", "geheim")
                RATING("bewoner", "anoniem", "b2", "1", "geheim")
                    RATING("collega", "anoniem", "c1", "2", "c")
                        RATING("collega", "anoniem", "c2", "2", "c") RATING(
                            "collega", "anoniem", "c3", "5", "c") "</meting></dossier>";

/* What the tests assemble their reports from. */
typedef struct Fixture {
    Diag *diag;
    Collection *collection;
    Levels *levels;
    DossierRules *rules;
    GHashTable *labels;
    ReportSources sources;
} Fixture;

static int
set_up(void **state)
{
    Fixture *fixture = g_new0(Fixture, 1);
    fixture->diag = diag_new();
    fixture->collection = collection_load("content", NULL, fixture->diag, NULL);
    Linkbase *linkbase = linkbase_load(fixture->collection, NULL, fixture->diag, NULL);
    fixture->levels = levels_load(fixture->collection, NULL, fixture->diag, NULL);
    fixture->rules =
        dossier_rules_new(fixture->collection, fixture->levels, NULL, NULL);
    fixture->labels = g_hash_table_new(g_str_hash, g_str_equal);
    fixture->sources = (ReportSources){.collection = fixture->collection,
                                       .linkbase = linkbase,
                                       .levels = fixture->levels,
                                       .labels = fixture->labels};
    *state = fixture;
    return 0;
}

static int
tear_down(void **state)
{
    Fixture *fixture = *state;
    g_hash_table_unref(fixture->labels);
    dossier_rules_free(fixture->rules);
    levels_free(fixture->levels);
    collection_free(fixture->collection);
    diag_free(fixture->diag);
    g_free(fixture);
    return 0;
}

static xmlDoc *
report_of(const Fixture *fixture, const char *dossier_text, ReportOptions options)
{
    g_autoptr(Dossier) dossier = dossier_read(fixture->rules, dossier_text,
                                              strlen(dossier_text), "d", fixture->diag);
    assert_non_null(dossier);
    return report_assemble(&fixture->sources, dossier, &options);
}

static void
too_few_are_in_no_figure(void **state)
{
    xmlDoc *document = report_of(*state, text, (ReportOptions){0});
    assert_true(evaluate(document, "count(//@bewoner)") == 0);
    assert_true(evaluate(document, "count(//*[contains(., 'geheim')])") == 0);
    assert_true(evaluate(document, "count(//competentie/opmerking)") == 5);
    assert_true(evaluate(document, "//competentie/@collega") == 3);
    assert_true(evaluate(document, "//competentie/@anderen") == 3.5);
    assert_true(evaluate(document, "//domein/@anderen") == 3.5);
    assert_true(evaluate(document, "//competentie/@kloof") == 0.5);
    xmlFreeDoc(document);
    document = report_of(*state, text, (ReportOptions){.reader = REPORT_INSTITUTION});
    assert_true(evaluate(document, "count(//opmerking)") == 0);
    assert_true(evaluate(document, "//competentie/@anderen") == 3.5);
    xmlFreeDoc(document);
}

/* A dossier of five measurements, a year each; the worker keeps his first remark for himself,
 * and a single anonymous colleague is too few each time. */
static char *
five_years(void)
{
    GString *words = g_string_new(
        "<dossier id='d' rapport='1' datum='2026-12-31'><medewerker niveau='medior'>"
        "<naam>N</naam><functie>f</functie></medewerker><profiel naam='A' "
        "editie='2006'/>");
    for (int year = 2020; year < 2025; year++)
        g_string_append_printf(
            words,
            "<meting datum='%d-12-02' editie='2006'>"
            "<beoordeling soort='zelf' datum='%d-12-01' wijze='op naam' "
            "beoordelaar='N'>"
            "<score plaats='profielA.5' waarde='3'><bewijs "
            "soort='document'>b%d</bewijs>"
            "<opmerking%s>z%d</opmerking></score></beoordeling>"
            "<beoordeling soort='collega' datum='%d-12-01' wijze='anoniem' "
            "beoordelaar='c'><score plaats='profielA.5' waarde='1'><opmerking>geheim"
            "</opmerking></score></beoordeling></meting>",
            year, year, year, year == 2020 ? " voor='medewerker'" : "", year, year);
    g_string_append(words, "</dossier>");
    return g_string_free(words, FALSE);
}

static void
old_remarks_are_counted(void **state)
{
    g_autofree char *words = five_years();
    xmlDoc *document = report_of(*state, words, (ReportOptions){0});
    assert_true(evaluate(document, "count(//opmerking)") == 3);
    assert_true(evaluate(document, "count(//opmerking[contains(., '2022')])") == 1);
    assert_true(evaluate(document, "count(//bewijs)") == 3);
    assert_true(evaluate(document, "//eerder/@opmerkingen") == 2);
    assert_true(evaluate(document, "//eerder/@bewijs") == 2);
    assert_true(evaluate(document, "//eerder/@van") == 1);
    assert_true(evaluate(document, "//eerder/@tot") == 2);
    assert_true(evaluate(document, "count(//competentie/stand)") == 5);
    xmlFreeDoc(document);
    document = report_of(*state, words, (ReportOptions){.everything = TRUE});
    assert_true(evaluate(document, "count(//opmerking)") == 5);
    assert_true(evaluate(document, "count(//eerder)") == 0);
    xmlFreeDoc(document);
}

/* A count would tell that there is something. */
static void
what_is_not_seen_is_not_counted(void **state)
{
    g_autofree char *words = five_years();
    ReportOptions options = {.reader = REPORT_SUPERVISOR};
    xmlDoc *document = report_of(*state, words, options);
    assert_true(evaluate(document, "//eerder/@opmerkingen") == 1);
    xmlFreeDoc(document);
    options.reader = REPORT_INSTITUTION;
    document = report_of(*state, words, options);
    assert_true(evaluate(document, "count(//eerder)") == 0);
    xmlFreeDoc(document);
}

/* Who rates without a name and signs all the same stays without one; where another writes of
 * the same person the name stays, for it says nothing of who rated. */
static void
a_signature_is_no_name(void **state)
{
    static const char signed_text[] =
        "<dossier id='d' rapport='1' datum='2026-12-31'><medewerker niveau='medior'>"
        "<naam>N</naam><functie>f</functie></medewerker><profiel naam='A' "
        "editie='2026.1'/><meting datum='2026-12-02' editie='2026.1'>" RATING(
            "zelf", "op naam", "N", "3", "Met Karin gaat het goed.")
            RATING("collega", "anoniem", "Karin de Wit", "2", "Ik vind dat zo. Karin")
                RATING("collega", "anoniem", "collega 2", "2", "Een collega helpt.")
                    RATING("collega", "anoniem", "k3", "5", "c") "</meting></dossier>";
    xmlDoc *document = report_of(*state, signed_text, (ReportOptions){0});
    assert_true(evaluate(document, "count(//opmerking[contains(., 'Karin')])") == 1);
    assert_true(evaluate(document, "count(//*[.='Met Karin gaat het goed.']) > 0"));
    assert_true(evaluate(document, "count(//*[.='Ik vind dat zo. een collega']) > 0"));
    assert_true(evaluate(document, "count(//*[.='Een collega helpt.']) > 0"));
    xmlFreeDoc(document);
}

static void
a_measurement_is_disguised(void **state)
{
    static const char named_text[] =
        "<dossier id='d' rapport='1' datum='2026-12-31'><medewerker niveau='medior'>"
        "<naam>Yara Smit</naam><functie>f</functie></medewerker><profiel naam='A' "
        "editie='2026.1'/><meting datum='2026-12-02' editie='2026.1' "
        "naam='na het verlof van Yara'>" RATING("zelf", "op naam", "Yara Smit", "3",
                                                "z") "</meting></dossier>";
    const ReportOptions options = {.pseudonym = TRUE};
    xmlDoc *document = report_of(*state, named_text, options);
    assert_true(evaluate(document, "count(//@*[contains(., 'Yara')])") == 0);
    assert_true(evaluate(document, "count(//meting[contains(@naam, 'verlof')])") == 1);
    xmlFreeDoc(document);
}

/* Adds a worker with one score, by himself. */
static void
add_member(const Fixture *fixture, Team *team, int number, const char *place)
{
    g_autofree char *words = g_strdup_printf(
        "<dossier id='d%d' rapport='1' datum='2026-12-31'><medewerker niveau='medior'>"
        "<naam>N%d</naam><functie>f</functie></medewerker><profiel naam='A' "
        "editie='2026.1'/><meting datum='2026-12-02' editie='2026.1'><beoordeling "
        "soort='zelf' datum='2026-12-01' wijze='op naam' beoordelaar='N%d'><score "
        "plaats='%s' waarde='2'/></beoordeling></meting></dossier>",
        number, number, number, place);
    g_autoptr(Dossier) dossier =
        dossier_read(fixture->rules, words, strlen(words), "d", fixture->diag);
    assert_non_null(dossier);
    assert_true(team_add(team, dossier));
}

/* Four have a figure in the domain, three of them in this competence: the whole less the part
 * would be the fourth. With six of them, three and three, both parts are shown. */
static void
a_part_tells_nothing_of_the_rest(void **state)
{
    const Fixture *fixture = *state;
    g_autoptr(Team) team = team_new(&fixture->sources);
    for (int i = 0; i < 4; i++)
        add_member(fixture, team, i,
                   i < 3 ? "profielA.2.verbinden" : "profielA.2.leren");
    xmlDoc *document = team_assemble(team);
    assert_true(evaluate(document, "count(//domein/@kloof)") == 1);
    assert_true(evaluate(document, "count(//competentie)") == 2);
    assert_true(evaluate(document, "count(//competentie/@kloof)") == 0);
    xmlFreeDoc(document);
    add_member(fixture, team, 4, "profielA.2.leren");
    add_member(fixture, team, 5, "profielA.2.leren");
    document = team_assemble(team);
    assert_true(evaluate(document, "count(//competentie/@kloof)") == 2);
    xmlFreeDoc(document);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_disguised),
        cmocka_unit_test(too_few_are_in_no_figure),
        cmocka_unit_test(old_remarks_are_counted),
        cmocka_unit_test(what_is_not_seen_is_not_counted),
        cmocka_unit_test(a_signature_is_no_name),
        cmocka_unit_test(a_measurement_is_disguised),
        cmocka_unit_test(a_part_tells_nothing_of_the_rest),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
