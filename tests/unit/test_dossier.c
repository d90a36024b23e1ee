/* What loading a dossier promises: every fault is told with its place, history is kept and
 * in order, and what too few anonymous raters gave is never shown. */

#include "content/dossier.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

typedef struct Rules {
    Diag *diag;
    Collection *collection;
    Levels *levels;
    DossierRules *rules;
} Rules;

static int
load_rules(void **state)
{
    Rules *rules = g_new0(Rules, 1);
    rules->diag = diag_new();
    rules->collection = collection_load("content", NULL, rules->diag, NULL);
    assert_non_null(rules->collection);
    rules->levels = levels_load(rules->collection, NULL, rules->diag, NULL);
    assert_non_null(rules->levels);
    rules->rules = dossier_rules_new(rules->collection, rules->levels, NULL, NULL);
    assert_non_null(rules->rules);
    assert_int_equal(diag_count(rules->diag, DIAG_ERROR), 0);
    *state = rules;
    return 0;
}

static int
free_rules(void **state)
{
    Rules *rules = *state;
    dossier_rules_free(rules->rules);
    levels_free(rules->levels);
    collection_free(rules->collection);
    diag_free(rules->diag);
    g_free(rules);
    return 0;
}

/* A dossier with inner from its fourth line on; profile A. */
static Dossier *
read_inner(Rules *rules, const char *inner, Diag *diag)
{
    g_autofree char *text =
        g_strconcat("<dossier id='d-1' rapport='1' datum='2026-12-31'>\n"
                    "<medewerker niveau='medior'><naam>N</naam><functie>f</functie>"
                    "</medewerker>\n<profiel naam='A' editie='2026.1'/>\n",
                    inner, "</dossier>", NULL);
    return dossier_read(rules->rules, text, strlen(text), "d.xml", diag);
}

static void
assert_one_fault(Rules *rules, const char *inner, DiagCode code, int line)
{
    g_autoptr(Diag) diag = diag_new();
    assert_null(read_inner(rules, inner, diag));
    guint count;
    const DiagMessage *messages = diag_messages(diag, &count);
    if (count != 1)
        diag_print(diag, stderr);
    assert_int_equal(count, 1);
    assert_string_equal(diag_kind(messages[0].code)->name, diag_kind(code)->name);
    assert_string_equal(messages[0].place.file, "d.xml");
    assert_int_equal(messages[0].place.line, line);
    assert_true(messages[0].place.column > 0);
}

#define RATING(kind, rater, date, scores)                                              \
    "<beoordeling soort='" kind "' datum='" date                                       \
    "' wijze='anoniem' beoordelaar='" rater "'>\n" scores "</beoordeling>\n"
#define SELF(scores)                                                                   \
    "<beoordeling soort='zelf' datum='2026-12-01' wijze='op naam' "                    \
    "beoordelaar='N'>\n" scores "</beoordeling>\n"
#define ROUND(date, edition, ratings)                                                  \
    "<meting datum='" date "' editie='" edition "'>\n" ratings "</meting>\n"
#define SCORE(id, value) "<score plaats='" id "' waarde='" value "'/>\n"

static void
faults_are_told_with_their_place(void **state)
{
    static const struct {
        const char *inner;
        DiagCode code;
        int line;
    } cases[] = {
        {ROUND("2026-12-02", "2026.1", SELF(SCORE("profielA.5", "6"))),
         DIAG_SCORE_RANGE, 6},
        {ROUND("2026-12-02", "2026.1", SELF(SCORE("profielA.5", "0"))),
         DIAG_SCORE_RANGE, 6},
        {ROUND("2026-12-02", "2026.1", SELF(SCORE("profielA.9", "3"))),
         DIAG_COMPETENCE_UNKNOWN, 6},
        {ROUND("2026-12-02", "2026.1", SELF(SCORE("profielA.1.stelling", "3"))),
         DIAG_COMPETENCE_UNKNOWN, 6},
        {ROUND("2026-12-02", "2026.1", SELF(SCORE("profielB.1.r1", "3"))),
         DIAG_COMPETENCE_UNKNOWN, 6},
        {ROUND("2026-12-02", "2026.1",
               SELF(SCORE("profielA.5", "3") SCORE("profielA.5", "4"))),
         DIAG_SCORE_TWICE, 7},
        {ROUND("2026-12-02", "2026.1", SELF("") SELF("")), DIAG_RATING_TWICE, 7},
        {ROUND("2026-12-02", "2026.1",
               RATING("collega", "c1", "2026-12-01", "")
                   RATING("collega", "c1", "2026-12-02", "")),
         DIAG_RATING_TWICE, 7},
        {ROUND("2026-12-02", "2026.1", SELF(""))
             ROUND("2026-12-03", "2026.1", SELF("")),
         DIAG_RATING_TWICE, 9},
        {ROUND("2026-12-02", "2026.1", RATING("zelf", "N", "2026-12-02", "")),
         DIAG_RATING_ANONYMOUS, 5},
        {ROUND("2026-12-02", "2026.1", RATING("bewoner", "b", "2026-12-02", ""))
             ROUND("2026-12-02", "2026.1", SELF("")),
         DIAG_MEASUREMENT_TWICE, 8},
        {ROUND("2026-02-30", "2026.1", SELF("")), DIAG_DATE, 4},
        {ROUND("2027-01-02", "2026.1", SELF("")), DIAG_DATE_ORDER, 4},
        {ROUND("2026-11-02", "2026.1",
               RATING("bewoner", "b", "2026-11-02", SCORE("profielA.5", "3"))),
         DIAG_DATE_ORDER, 4},
        {ROUND("2026-12-02", "2014", SELF("")), DIAG_EDITION_UNKNOWN, 4},
        {ROUND("2-12-2026", "2026.1", SELF("")), DIAG_DATE, 4},
        {"<meting datum='2026-12-02' editie='2026.1'/>", DIAG_SCHEMA, 4},
        {"<eisen>\n<eis plaats='profielA.5' trede='9'/>\n</eisen>", DIAG_SCORE_RANGE,
         5},
        {"<eisen>\n<eis plaats='profielA.5' trede='2'/>\n"
         "<eis plaats='profielA.5' trede='3'/>\n</eisen>",
         DIAG_LEVEL_DUPLICATE, 6},
        {"<schaal><trede waarde='2' naam='a'/>\n<trede waarde='1' naam='b'/></schaal>",
         DIAG_LEVEL_SCALE, 5},
        {"<afspraken><doel stand='open' eigenaar='x' begin='2027-02-01'\n"
         "gereed='2027-01-01'><gedrag>g</gedrag></doel></afspraken>",
         DIAG_DATE_ORDER, 4},
        {"<afspraken>\n<doel plaats='x' stand='open' eigenaar='x'>"
         "<gedrag>g</gedrag></doel></afspraken>",
         DIAG_COMPETENCE_UNKNOWN, 5},
        {"\n<volgend-gesprek datum='2026-01-01'/>", DIAG_DATE_ORDER, 5},
        {"\n\n<bezwaar datum='2027-01-01'>b</bezwaar>", DIAG_DATE_ORDER, 6},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_one_fault(*state, cases[i].inner, cases[i].code, cases[i].line);
}

static void
several_faults_are_all_told(void **state)
{
    g_autoptr(Diag) diag = diag_new();
    assert_null(read_inner(
        *state,
        ROUND("2026-12-02", "2026.1",
              SELF(SCORE("profielA.5", "6") SCORE("x", "3") SCORE("profielA.4", "9"))),
        diag));
    assert_int_equal(diag_count(diag, DIAG_ERROR), 3);
}

static void
a_part_that_is_missing_is_told(void **state)
{
    Rules *rules = *state;
    static const char *const texts[] = {
        "<dossier id='d' rapport='1' datum='2026-12-31'>\n"
        "<profiel naam='A' editie='2026.1'/></dossier>",
        "<dossier id='d' rapport='1' datum='2026-12-31'>\n"
        "<medewerker niveau='medior'><functie>f</functie></medewerker>\n"
        "<profiel naam='A' editie='2026.1'/></dossier>",
        "<dossier rapport='1' datum='2026-12-31'/>", "<audit/>"};
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(Diag) diag = diag_new();
        assert_null(
            dossier_read(rules->rules, texts[i], strlen(texts[i]), "d.xml", diag));
        guint count;
        const DiagMessage *messages = diag_messages(diag, &count);
        assert_true(count > 0);
        assert_int_equal(messages[0].code, DIAG_SCHEMA);
        assert_true(messages[0].place.line > 0);
    }
}

static void
history_is_kept_in_order(void **state)
{
    Rules *rules = *state;
    g_autoptr(Diag) diag = diag_new();
    g_autoptr(Dossier) dossier = read_inner(
        rules,
        ROUND("2026-12-02", "2026.1",
              SELF(SCORE("profielA.5", "4") SCORE("profielA.1.klimaat", "ntb")))
            ROUND("2020-01-01", "2006",
                  "<beoordeling soort='zelf' datum='2020-01-01' wijze='op naam' "
                  "beoordelaar='N'>" SCORE("profielA.5", "2") "</beoordeling>"),
        diag);
    assert_non_null(dossier);
    assert_int_equal(dossier->measurements->len, 2);
    const Measurement *first = &g_array_index(dossier->measurements, Measurement, 0);
    assert_string_equal(first->date, "2020-01-01");
    assert_string_equal(first->edition, "2006");
    assert_int_equal(dossier->competences->len, 2);
    const ContentNode *last = dossier->competences->pdata[1];
    assert_string_equal(last->id, "profielA.5");
    assert_int_equal(dossier_tally(dossier, 0, 1, RATER_SELF)->named_sum, 2);
    assert_int_equal(dossier_tally(dossier, 1, 1, RATER_SELF)->named_sum, 4);
    assert_int_equal(dossier_tally(dossier, 1, 0, RATER_SELF)->named, 0);
    assert_int_equal(dossier->minimum, 3);
}

static void
requirements_come_from_the_nearest(void **state)
{
    Rules *rules = *state;
    g_autoptr(Diag) diag = diag_new();
    g_autoptr(Dossier) dossier = read_inner(
        rules, "<eisen><eis plaats='profielA.2.leren.1' trede='5'/></eisen>", diag);
    assert_non_null(dossier);
#define REQUIRED(id)                                                                   \
    dossier_required(dossier, rules->levels, collection_lookup(rules->collection, id))
    assert_int_equal(REQUIRED("profielA.2.leren.1"), 5);
    assert_int_equal(REQUIRED("profielA.2.leren.2"), 3);
    assert_int_equal(REQUIRED("profielA.1.signaleren.1"), 4);
    assert_int_equal(REQUIRED("profielB.2.r1.v"), 4);
    const ContentNode *node = collection_lookup(rules->collection, "profielB.3.r9.h");
    assert_string_equal(levels_domain(rules->levels, node)->id, "profielA.5");
    node = collection_lookup(rules->collection, "profielB.3.r8.h");
    assert_string_equal(levels_domain(rules->levels, node)->id, "profielA.4");
}

static void
an_own_scale_has_its_own_requirements(void **state)
{
    Rules *rules = *state;
    g_autoptr(Diag) diag = diag_new();
    g_autoptr(Dossier) dossier = read_inner(
        rules,
        "<schaal><trede waarde='1' naam='a'/><trede waarde='7' naam='b'/></schaal>"
        "<eisen><eis plaats='profielA.5' trede='6'/></eisen>",
        diag);
    assert_non_null(dossier);
    assert_int_equal(dossier->scale.highest, 7);
    assert_int_equal(REQUIRED("profielA.5.2"), 6);
    assert_int_equal(REQUIRED("profielA.4"), 0);
}

static void
too_few_anonymous_raters_do_not_count(void **state)
{
    (void)state;
    Tally tally = {0};
    double mean = 0;
    assert_false(tally_mean(&tally, 3, &mean));
    tally_add(&tally, TRUE, 1);
    tally_add(&tally, TRUE, 2);
    assert_false(tally_mean(&tally, 3, &mean));
    tally_add(&tally, FALSE, 5);
    assert_true(tally_mean(&tally, 3, &mean));
    assert_true(mean == 5);
    tally_add(&tally, TRUE, 4);
    assert_true(tally_mean(&tally, 3, &mean));
    assert_true(mean == 3);
    assert_false(tally_shows_anonymous(&tally, 4));
    assert_true(tally_mean(&tally, 4, &mean));
    assert_true(mean == 5);
}

static void
the_samples_are_sound(void **state)
{
    Rules *rules = *state;
    static const char *const names[] = {"0388", "1043", "1177", "2071", "2090"};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path =
            g_strdup_printf("content/voorbeelden/dossier-ow-%s.xml", names[i]);
        g_autofree char *text = NULL;
        gsize length;
        assert_true(g_file_get_contents(path, &text, &length, NULL));
        g_autoptr(Diag) diag = diag_new();
        g_autoptr(Dossier) dossier =
            dossier_read(rules->rules, text, length, path, diag);
        diag_print(diag, stderr);
        assert_non_null(dossier);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(faults_are_told_with_their_place),
        cmocka_unit_test(several_faults_are_all_told),
        cmocka_unit_test(a_part_that_is_missing_is_told),
        cmocka_unit_test(history_is_kept_in_order),
        cmocka_unit_test(requirements_come_from_the_nearest),
        cmocka_unit_test(an_own_scale_has_its_own_requirements),
        cmocka_unit_test(too_few_anonymous_raters_do_not_count),
        cmocka_unit_test(the_samples_are_sound),
    };
    return cmocka_run_group_tests(tests, load_rules, free_rules);
}
