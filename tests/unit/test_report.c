/* What a report promises: names give way to pseudonyms, and what too few anonymous raters gave
 * is in no figure of it, so that nothing can be found by subtraction. */

#include "content/disguise.h"
#include "content/report.h"

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

static void
too_few_are_in_no_figure(void **state)
{
    (void)state;
    g_autoptr(Diag) diag = diag_new();
    g_autoptr(Collection) collection = collection_load("content", NULL, diag, NULL);
    Linkbase *linkbase = linkbase_load(collection, NULL, diag, NULL);
    g_autoptr(Levels) levels = levels_load(collection, NULL, diag, NULL);
    g_autoptr(DossierRules) rules = dossier_rules_new(collection, levels, NULL, NULL);
    g_autoptr(Dossier) dossier = dossier_read(rules, text, strlen(text), "d", diag);
    assert_non_null(dossier);
    g_autoptr(GHashTable) labels = g_hash_table_new(g_str_hash, g_str_equal);
    const ReportSources sources = {.collection = collection,
                                   .linkbase = linkbase,
                                   .levels = levels,
                                   .labels = labels};
    const ReportOptions options = {REPORT_WORKER, FALSE, FALSE};
    xmlDoc *document = report_assemble(&sources, dossier, &options);
    assert_true(evaluate(document, "count(//@bewoner)") == 0);
    assert_true(evaluate(document, "count(//*[contains(., 'geheim')])") == 0);
    assert_true(evaluate(document, "count(//competentie/opmerking)") == 5);
    assert_true(evaluate(document, "//competentie/@collega") == 3);
    assert_true(evaluate(document, "//competentie/@anderen") == 3.5);
    assert_true(evaluate(document, "//domein/@anderen") == 3.5);
    assert_true(evaluate(document, "//competentie/@kloof") == 0.5);
    xmlFreeDoc(document);
    const ReportOptions institution = {REPORT_INSTITUTION, FALSE, FALSE};
    document = report_assemble(&sources, dossier, &institution);
    assert_true(evaluate(document, "count(//opmerking)") == 0);
    assert_true(evaluate(document, "//competentie/@anderen") == 3.5);
    xmlFreeDoc(document);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_disguised),
        cmocka_unit_test(too_few_are_in_no_figure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
