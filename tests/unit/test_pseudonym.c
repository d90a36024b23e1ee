/* What pseudonyms promise: nobody who is named in an audit can be read out of its copy, and all
 * that is no name stays. */

#include "audit_sample.h"
#include "content/audit_disguise.h"

static const char one[] =
    "<audit id='kade-2028' editie='2026.1' soort='pool' datum='2028-01-31'>"
    "<instelling>Stichting Samen</instelling><team>Noorderkade</team>"
    "<locatie>De Kade 14</locatie><periode van='2027-01-01' tot='2027-12-31'/>"
    "<vorige id='kade-2026'/>"
    "<beoordelaar rol='auditor'>Marit de Boer</beoordelaar>"
    "<gesproken>de wijkagent</gesproken><gesproken>Henk Aalbers, bewoner</gesproken>"
    "<item vraag='v.intern.werkopdracht.werkplan.2' antwoord='deels'>"
    "<bewijs soort='gesprek'>gesprek met Marit op het Kadeplein</bewijs>"
    "<notitie>De Boer vroeg het aan Ans. De Stadspool helpt; de kaders zijn "
    "ruim.</notitie>"
    "<actie eigenaar='Ans Visser' voor='2028-03-01' stand='open'>Ans belt Marits "
    "collega."
    "</actie></item>"
    "<item vraag='v.intern.werkopdracht.werkplan.1.b' antwoord='deels'>"
    "<actie eigenaar='teamleider' voor='2028-03-01' stand='open'>plannen</actie></item>"
    "</audit>";
static const char other[] =
    "<audit id='pool-2028' editie='2026.1' soort='pool' datum='2028-01-31'>"
    "<instelling>Stichting Samen</instelling><team>Stadspool</team>"
    "<locatie>Plein 1</locatie><periode van='2027-01-01' tot='2027-12-31'/>"
    "<beoordelaar>Marit de Boer</beoordelaar></audit>";

/* Both without names, as the XML they would be written as. */
static void
disguise(const Texts *texts, char *result[2])
{
    g_autoptr(GPtrArray) audits =
        g_ptr_array_new_with_free_func((GDestroyNotify)audit_free);
    g_ptr_array_add(audits, texts_audit(texts, one, texts->diag));
    g_ptr_array_add(audits, texts_audit(texts, other, texts->diag));
    g_autoptr(Pseudonyms) pseudonyms = pseudonyms_new(audits);
    pseudonyms_replace(pseudonyms, audits);
    for (int i = 0; i < 2; i++)
        result[i] = audit_write(audits->pdata[i]);
}

static void
no_name_is_left(void **state)
{
    static const char *const names[] = {"Noorderkade", "Kade",   "kade-2",   "pool-2",
                                        "Marit",       "Boer",   "Henk",     "Aalbers",
                                        "Ans",         "Visser", "Stadspool"};
    char *text[2];
    disguise(*state, text);
    for (int i = 0; i < 2; i++)
        for (gsize j = 0; j < G_N_ELEMENTS(names); j++)
            if (strstr(text[i], names[j])) {
                print_error("%s in %s", names[j], text[i]);
                fail();
            }
    g_free(text[0]);
    g_free(text[1]);
}

static void
what_is_no_name_stays(void **state)
{
    char *text[2];
    disguise(*state, text);
    static const char *const kept[] = {
        "<instelling>Stichting Samen</instelling>",
        "datum=\"2028-01-31\"",
        "<beoordelaar rol=\"auditor\">beoordelaar 1</beoordelaar>",
        "<gesproken>de wijkagent</gesproken>",
        "de kaders zijn ruim.",
        "gesprek met beoordelaar 1 op het [plaats]",
        "eigenaar=\"teamleider\"",
        "eigenaar=\"eigenaar 1\"",
        "antwoord=\"deels\""};
    for (gsize i = 0; i < G_N_ELEMENTS(kept); i++)
        if (!strstr(text[0], kept[i])) {
            print_error("no %s in %s", kept[i], text[0]);
            fail();
        }
    /* One person has one pseudonym in all audits; teams have their own. */
    assert_non_null(strstr(text[1], "beoordelaar 1"));
    assert_true(strstr(text[0], "<team>team A</team>") ||
                strstr(text[0], "<team>team B</team>"));
    assert_true(!strstr(text[0], "<team>team A</team>") !=
                !strstr(text[1], "<team>team A</team>"));
    g_free(text[0]);
    g_free(text[1]);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_name_is_left),
        cmocka_unit_test(what_is_no_name_stays),
    };
    return cmocka_run_group_tests(tests, texts_load, texts_free);
}
