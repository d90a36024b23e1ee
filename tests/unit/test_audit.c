/* What loading an audit promises: each fault is told with its place, and nothing is made of an
 * audit that has one; scores leave out what does not count. */

#include "audit_sample.h"
#include "content/audit_csv.h"
#include "content/score.h"

static void
assert_fault(const Texts *texts, const char *text, DiagCode code, int line)
{
    g_autoptr(Diag) diag = diag_new();
    assert_null(texts_audit(texts, text, diag));
    assert_one_message(diag, code, line, 0);
}

static Audit *
load(const Texts *texts, const char *text)
{
    Audit *audit = texts_audit(texts, text, texts->diag);
    assert_non_null(audit);
    return audit;
}

static void
an_audit_is_loaded_whole(void **state)
{
    g_autoptr(Audit) audit = load(
        *state, AUDIT(ITEM(WORKPLAN "2", "deels",
                           "<bewijs soort='gesprek document'>plan</bewijs>"
                           "<notitie>een\n  twee\n\ndrie</notitie>"
                           "<actie eigenaar='team' voor='2028-03-01' stand='loopt' "
                           "hercontrole='2028-04-01'>doen</actie>")
                          ITEM(WORKPLAN "1.b", "aanwezig", "")));
    assert_int_equal(audit->items->len, 2);
    const AuditItem *first = audit->items->pdata[0], *item = audit->items->pdata[1];
    assert_string_equal(first->question->id, WORKPLAN "1.b");
    assert_int_equal(item->evidence, EVIDENCE_DOCUMENT | EVIDENCE_TALK);
    assert_string_equal(item->note, "een twee\n\ndrie");
    assert_string_equal(item->action->recheck, "2028-04-01");
    assert_int_equal(item->action->state, ACTION_RUNNING);
    assert_int_equal(item->weight, item->question->weight);
    assert_false(item->weighted);
}

static void
faults_are_told_at_their_line(void **state)
{
    const Texts *texts = *state;
    assert_fault(texts, AUDIT(ITEM("v.geen.vraag", "deels", "")), DIAG_AUDIT_QUESTION,
                 6);
    assert_fault(texts, AUDIT(ITEM(WORKPLAN "2", "sterk", "")), DIAG_AUDIT_ANSWER, 6);
    assert_fault(texts, AUDIT(ITEM(WORKPLAN "2", "misschien", "")), DIAG_AUDIT_ANSWER,
                 6);
    assert_fault(
        texts,
        AUDIT(ITEM(WORKPLAN "2", "deels", "") "\n" ITEM(WORKPLAN "2", "afwezig", "")),
        DIAG_AUDIT_REPEATED, 8);
    assert_fault(texts, AUDIT(ITEM(WORKPLAN "2", "deels", "<bewijs soort='roddel'/>")),
                 DIAG_SCHEMA, 6);
    assert_fault(texts,
                 AUDIT(ITEM(WORKPLAN "2", "deels",
                            "<actie eigenaar='t' voor='2028-02-30' stand='open'>d"
                            "</actie>")),
                 DIAG_AUDIT_DATE, 6);
    assert_fault(texts,
                 AUDIT(ITEM(WORKPLAN "2", "deels",
                            "<actie eigenaar='t' voor='2028-03-01' stand='open' "
                            "hercontrole='2028-02-01'>d</actie>")),
                 DIAG_AUDIT_DATE, 6);
    assert_fault(texts,
                 AUDIT(ITEM(WORKPLAN "2", "deels",
                            "<actie eigenaar=' ' voor='2028-03-01' stand='open'>d"
                            "</actie>")),
                 DIAG_AUDIT_EMPTY, 6);
}

static void
faults_of_the_head_are_told(void **state)
{
    const Texts *texts = *state;
    assert_fault(texts,
                 AUDIT_ROOT("2028-02-31", "2026.1", "pool") AUDIT_HEAD AUDIT_ASSESSOR
                 "</audit>",
                 DIAG_AUDIT_DATE, 1);
    assert_fault(texts,
                 AUDIT_ROOT("31-1-2028", "2026.1", "pool") AUDIT_HEAD AUDIT_ASSESSOR
                 "</audit>",
                 DIAG_SCHEMA, 1);
    assert_fault(texts,
                 AUDIT_ROOT("2028-01-31", "2026.1", "maan") AUDIT_HEAD AUDIT_ASSESSOR
                 "</audit>",
                 DIAG_AUDIT_KIND, 1);
    assert_fault(texts,
                 AUDIT_ROOT("2028-01-31", "2026.1", "pool") AUDIT_HEAD
                 "<beoordelaar/></audit>",
                 DIAG_AUDIT_EMPTY, 1);
    assert_fault(
        texts,
        AUDIT_ROOT("2028-01-31", "2026.1",
                   "pool") "<instelling/><team>T</team><locatie>L</locatie>"
                           "<periode van='2027-01-01' tot='2027-12-31'/>" AUDIT_ASSESSOR
                           "</audit>",
        DIAG_AUDIT_EMPTY, 1);
    assert_fault(
        texts,
        AUDIT_ROOT(
            "2028-01-31", "2026.1",
            "pool") "<instelling>I</instelling><team>T</team><locatie>L</locatie>"
                    "<periode van='2027-12-31' tot='2027-01-01'/>" AUDIT_ASSESSOR
                    "</audit>",
        DIAG_AUDIT_DATE, 1);
}

static void
a_question_that_is_not_asked_is_told_and_counts(void **state)
{
    g_autoptr(Diag) diag = diag_new();
    g_autoptr(Audit) audit = texts_audit(
        *state,
        AUDIT_ROOT("2028-01-31", "2026.1", "solo")
            AUDIT_HEAD AUDIT_ASSESSOR ITEM(WORKPLAN "f1.a", "deels", "") "</audit>",
        diag);
    assert_non_null(audit);
    assert_one_message(diag, DIAG_AUDIT_NOT_ASKED, 5, 0);
}

static void
editions_and_the_audit_before_are_checked(void **state)
{
    const Texts *texts = *state;
    g_autoptr(Audit) audit = load(texts, AUDIT(""));
    g_autoptr(Audit) other = load(texts, AUDIT_ROOT("2026-01-31", "2019.1", "pool")
                                             AUDIT_HEAD AUDIT_ASSESSOR "</audit>");
    g_autoptr(Audit) later = load(texts, AUDIT_ROOT("2029-01-31", "2026.1", "pool")
                                             AUDIT_HEAD AUDIT_ASSESSOR "</audit>");
    g_autoptr(Diag) edition = diag_new();
    audit_check_edition(other, DIAG_AUDIT_EDITION, edition);
    audit_check_edition(audit, DIAG_AUDIT_EDITION, edition);
    assert_one_message(edition, DIAG_AUDIT_EDITION, 1, 0);
    g_autoptr(Diag) before = diag_new();
    audit_check_previous(audit, other, before);
    assert_one_message(before, DIAG_AUDIT_OTHER_EDITION, 1, 0);
    g_autoptr(Diag) after = diag_new();
    audit_check_previous(audit, later, after);
    assert_one_message(after, DIAG_AUDIT_DATE, 1, 0);
}

/* - - scores - - */

static void
what_does_not_count_is_left_out_of_a_score(void **state)
{
    const Texts *texts = *state;
    g_autoptr(Audit) audit =
        load(texts, AUDIT(ITEM(WORKPLAN "1.a", "aanwezig", "")
                              ITEM(WORKPLAN "1.b", "afwezig", "")
                                  ITEM(WORKPLAN "1.c", "niet-van-toepassing", "")
                                      ITEM(WORKPLAN "2", "niet-gezien", "")));
    const QuestionSection *section =
        questions_lookup(texts->questions, WORKPLAN "2")->section;
    AuditScore score = score_section(audit, section);
    assert_int_equal(score.counted, 2);
    assert_int_equal(score.unmet, 1);
    assert_int_equal(score.aside, 2);
    assert_int_equal(score.open, score.asked - 4);
    /* Weights 3 and 2: 300 of 500. */
    assert_int_equal(score.weighted, 60);
    AuditScore all = score_theme(audit, NULL);
    assert_int_equal(all.weighted, 60);
    assert_int_equal(all.counted, 2);
}

static void
a_score_of_nothing_is_none(void **state)
{
    const Texts *texts = *state;
    g_autoptr(Audit) audit =
        load(texts, AUDIT(ITEM(WORKPLAN "2", "niet-van-toepassing", "")));
    assert_int_equal(score_theme(audit, NULL).weighted, QUESTION_NO_VALUE);
    assert_int_equal(score_change(QUESTION_NO_VALUE, 50), 0);
    assert_int_equal(score_change(100, 25), -75);
}

static void
an_audits_own_weight_goes_before_that_of_the_list(void **state)
{
    const Texts *texts = *state;
    g_autoptr(Audit) audit =
        load(texts, AUDIT("<item vraag='" WORKPLAN
                          "1.a' antwoord='aanwezig' gewicht='1'/>" ITEM(
                              WORKPLAN "1.b", "afwezig", "")));
    /* Weights 1 and 2. */
    assert_int_equal(score_theme(audit, NULL).weighted, 33);
}

static void
the_heaviest_lack_is_most_pressing_then_what_got_worse(void **state)
{
    const Texts *texts = *state;
    g_autoptr(Audit) before =
        load(texts, AUDIT(ITEM(WORKPLAN "1.c", "aanwezig", "")
                              ITEM(WORKPLAN "1.b", "afwezig", "")));
    g_autoptr(Audit) audit =
        load(texts, AUDIT(ITEM(WORKPLAN "1.b", "afwezig", "")
                              ITEM(WORKPLAN "1.c", "afwezig", "")
                                  ITEM(WORKPLAN "1.a", "afwezig", "")
                                      ITEM(WORKPLAN "2", "aanwezig", "")));
    GPtrArray *items = score_pressing(audit, before, texts->linkbase);
    static const char *const wanted[] = {WORKPLAN "1.a", WORKPLAN "1.c",
                                         WORKPLAN "1.b"};
    assert_int_equal(items->len, 3);
    for (int i = 0; i < 3; i++)
        assert_string_equal(((const AuditItem *)items->pdata[i])->question->id,
                            wanted[i]);
    g_ptr_array_unref(items);
}

/* - - tables - - */

static Audit *
read_table(const Texts *texts, const char *text, Diag *diag)
{
    g_autoptr(Arena) arena = arena_new();
    const CsvTable *table = csv_read(arena, text, strlen(text), "t.csv", diag);
    assert_non_null(table);
    assert_true(audit_csv_is(table));
    return audit_csv_read(table, texts->questions, diag);
}

#define TABLE_HEAD                                                                     \
    "audit\ngegeven;kenmerk;a-1\ngegeven;editie;2026.1\ngegeven;soort;Territoriaal\n"  \
    "gegeven;datum;31-1-2028\ngegeven;instelling;I\ngegeven;team;T\n"                  \
    "gegeven;locatie;L\ngegeven;van;1-1-2027\ngegeven;tot;31 december 2027\n"          \
    "beoordelaar;B;auditor\ngesproken;W;2028-01-02\n"
enum { TABLE_ROW = 13 }; /* of what follows it */

static void
a_table_is_an_audit(void **state)
{
    const Texts *texts = *state;
    g_autoptr(Audit) audit = read_table(
        texts,
        TABLE_HEAD "vraag;" WORKPLAN "2;de vraag;Deels;3;gesprek, document;plan;"
                   "\"een\ntwee\";doen;team;1-3-2028;loopt;1-4-2028\n"
                   "vraag;" WORKPLAN "1.b;;n.v.t.\nvraag;" WORKPLAN "1.c;;;\n",
        texts->diag);
    assert_non_null(audit);
    assert_string_equal(audit->date, "2028-01-31");
    assert_string_equal(audit->until, "2027-12-31");
    assert_string_equal(((const AuditPerson *)audit->spoken->pdata[0])->detail,
                        "2028-01-02");
    assert_int_equal(audit->items->len, 2);
    const AuditItem *item =
        audit_item(audit, questions_lookup(texts->questions, WORKPLAN "2"));
    assert_string_equal(item->answer->name, "deels");
    assert_int_equal(item->weight, 3);
    assert_int_equal(item->evidence, EVIDENCE_DOCUMENT | EVIDENCE_TALK);
    assert_string_equal(item->note, "een\ntwee");
    assert_string_equal(item->action->due, "2028-03-01");
    g_autofree char *text = audit_csv_write(texts->questions, audit->kind, audit);
    g_autoptr(Audit) again = read_table(texts, text, texts->diag);
    g_autofree char *one = audit_write(audit), *other = audit_write(again);
    assert_string_equal(one, other);
}

static void
assert_table_fault(const Texts *texts, const char *text, DiagCode code, int row,
                   int column)
{
    g_autoptr(Diag) diag = diag_new();
    assert_null(read_table(texts, text, diag));
    assert_one_message(diag, code, row, column);
}

static void
faults_of_a_table_are_told_by_row_and_column(void **state)
{
    const Texts *texts = *state;
#define ROW(cells) TABLE_HEAD "vraag;" WORKPLAN cells "\n"
    assert_table_fault(texts, ROW("99;;deels"), DIAG_AUDIT_QUESTION, TABLE_ROW, 2);
    assert_table_fault(texts, ROW("2;;sterk"), DIAG_AUDIT_ANSWER, TABLE_ROW, 4);
    assert_table_fault(texts, ROW("2;;deels;4"), DIAG_AUDIT_WEIGHT, TABLE_ROW, 5);
    assert_table_fault(texts, ROW("2;;deels;;roddel"), DIAG_AUDIT_EVIDENCE, TABLE_ROW,
                       6);
    assert_table_fault(texts, ROW("2;;deels;;;plan"), DIAG_AUDIT_EVIDENCE, TABLE_ROW,
                       7);
    assert_table_fault(texts, ROW("2;;;;;;een notitie"), DIAG_AUDIT_UNANSWERED,
                       TABLE_ROW, 8);
    assert_table_fault(texts, ROW("2;;deels;;;;;doen;team;31-2-2028;open"),
                       DIAG_AUDIT_DATE, TABLE_ROW, 11);
    assert_table_fault(texts, ROW("2;;deels;;;;;doen;team;1-2-2028;straks"),
                       DIAG_AUDIT_ACTION_STATE, TABLE_ROW, 12);
    assert_table_fault(texts, ROW("2;;deels") "vraag;" WORKPLAN "2;;deels\n",
                       DIAG_AUDIT_REPEATED, TABLE_ROW + 1, 2);
    assert_table_fault(texts, TABLE_HEAD "gegeven;team;U\n", DIAG_CSV_ROW, TABLE_ROW,
                       2);
    assert_table_fault(texts, TABLE_HEAD "gegeven;maan;U\n", DIAG_CSV_ROW, TABLE_ROW,
                       2);
    assert_table_fault(texts, TABLE_HEAD "maan;U\n", DIAG_CSV_ROW, TABLE_ROW, 1);
    assert_table_fault(texts, TABLE_HEAD "gegeven;vorige;a b\n", DIAG_AUDIT_ID,
                       TABLE_ROW, 3);
    assert_table_fault(texts, TABLE_HEAD "gesproken;;1-1-2028\n", DIAG_AUDIT_EMPTY,
                       TABLE_ROW, 3);
#undef ROW
}

static void
a_blank_table_has_the_questions_of_its_kind(void **state)
{
    const Texts *texts = *state;
    int pool = questions_kind(texts->questions, "pool");
    g_autofree char *text = audit_csv_write(texts->questions, pool, NULL);
    for (guint i = 0; i < texts->questions->questions->len; i++) {
        const Question *question = texts->questions->questions->pdata[i];
        g_autofree char *row = g_strdup_printf("\r\nvraag;%s;", question->id);
        assert_int_equal(strstr(text, row) != NULL, question_is_for(question, pool));
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_audit_is_loaded_whole),
        cmocka_unit_test(faults_are_told_at_their_line),
        cmocka_unit_test(faults_of_the_head_are_told),
        cmocka_unit_test(a_question_that_is_not_asked_is_told_and_counts),
        cmocka_unit_test(editions_and_the_audit_before_are_checked),
        cmocka_unit_test(what_does_not_count_is_left_out_of_a_score),
        cmocka_unit_test(a_score_of_nothing_is_none),
        cmocka_unit_test(an_audits_own_weight_goes_before_that_of_the_list),
        cmocka_unit_test(the_heaviest_lack_is_most_pressing_then_what_got_worse),
        cmocka_unit_test(a_table_is_an_audit),
        cmocka_unit_test(faults_of_a_table_are_told_by_row_and_column),
        cmocka_unit_test(a_blank_table_has_the_questions_of_its_kind),
    };
    return cmocka_run_group_tests(tests, texts_load, texts_free);
}
