/* What the checklist promises: every place of the Condities that can be established is asked
 * after, of the teams that it is about, and a fault in the list is told. */

#include "audit_sample.h"
#include "xml/read.h"

static gboolean
is_in(const ContentNode *node, const ContentNode *const *list)
{
    for (; *list; list++)
        if (*list == node)
            return TRUE;
    return FALSE;
}

static gboolean
is_asked(const Questions *questions, const ContentNode *node)
{
    for (guint i = 0; i < questions->questions->len; i++) {
        const Question *question = questions->questions->pdata[i];
        if (question->node == node || is_in(node, question->covers))
            return TRUE;
    }
    return FALSE;
}

/* What the list itself says that nothing can be established of. */
static gboolean
is_excused(const Questions *questions, const char *id)
{
    for (xmlNode *section = xml_element(questions->element->children); section;
         section = xml_element(section->next))
        for (xmlNode *child = xml_element(section->children); child;
             child = xml_element(child->next)) {
            g_autofree char *node = xml_attribute(child, "knoop");
            if (xml_is(child, "zonder-vraag") && g_strcmp0(node, id) == 0)
                return TRUE;
        }
    return FALSE;
}

static void
count_sections(const xmlNode *element, int *count)
{
    for (xmlNode *child = xml_element(element->children); child;
         child = xml_element(child->next)) {
        *count += xml_is(child, "sectie");
        count_sections(child, count);
    }
}

static void
all_sections_have_questions(void **state)
{
    const Texts *texts = *state;
    const ContentNode *root = collection_lookup(texts->collection, "condities");
    int sections = 0;
    count_sections(root->element, &sections);
    assert_int_equal(sections, 18);
    assert_int_equal(texts->questions->sections->len, sections);
    for (int i = 0; i < sections; i++) {
        const QuestionSection *section = texts->questions->sections->pdata[i];
        assert_int_equal(section->number, i + 1);
        assert_true(section->questions->len > 0);
    }
}

/* Of texts, paragraphs of the sections; every row of every table; every step of a strip or
 * else the strip. */
static void
every_place_is_asked_after(void **state)
{
    const Texts *texts = *state;
    const Questions *questions = texts->questions;
    int rows = 0;
    for (guint i = 0; i < texts->collection->nodes->len; i++) {
        const ContentNode *node = texts->collection->nodes->pdata[i];
        const xmlNode *element = node->element;
        gboolean is_row = xml_is(element, "rij"), is_step = xml_is(element, "stap");
        gboolean is_text =
            xml_is(element, "alinea") && xml_is(element->parent, "sectie");
        if (!g_str_has_prefix(node->id, "condities.") ||
            !(is_row || is_step || is_text))
            continue;
        g_autofree char *strip = is_step ? xml_attribute(element->parent, "id") : NULL;
        const ContentNode *steps =
            strip ? collection_lookup(texts->collection, strip) : NULL;
        gboolean found = is_asked(questions, node) || is_excused(questions, node->id) ||
                         (steps && is_asked(questions, steps));
        if (!found)
            print_error("no question at %s\n", node->id);
        assert_true(found);
        rows += is_row;
    }
    assert_true(rows > 50);
}

static void
every_question_is_whole(void **state)
{
    const Texts *texts = *state;
    const GPtrArray *questions = texts->questions->questions;
    guint all = (1u << texts->questions->kinds->len) - 1;
    for (guint i = 0; i < questions->len; i++) {
        const Question *question = questions->pdata[i];
        gboolean is_external = question->section->scale == SCALE_EXTERNAL;
        assert_ptr_equal(questions_lookup(texts->questions, question->id), question);
        assert_true(*question->subject && *question->text && *question->evidence);
        assert_true(g_str_has_suffix(question->text, "?"));
        assert_true(question->weight >= 1 && question->weight <= 3);
        assert_true(question->kinds != 0 && (question->kinds & ~all) == 0);
        assert_int_equal(question->strong && question->weak, is_external);
    }
}

/* Which questions a kind of team is asked is data: each is asked many, none all alike. */
static void
kinds_of_team_are_asked_different_things(void **state)
{
    const Texts *texts = *state;
    static const char *const kinds[] = {"territoriaal", "pool", "solo"};
    int count[3] = {0};
    for (int i = 0; i < 3; i++) {
        int kind = questions_kind(texts->questions, kinds[i]);
        assert_true(kind >= 0);
        for (guint j = 0; j < texts->questions->questions->len; j++)
            count[i] += question_is_for(texts->questions->questions->pdata[j], kind);
        assert_true(count[i] > 100);
    }
    assert_true(count[0] > count[1] && count[1] > count[2]);
    assert_int_equal(questions_kind(texts->questions, "maan"), -1);
    const Question *years = questions_lookup(texts->questions, WORKPLAN "f1.a");
    assert_true(question_is_for(years, questions_kind(texts->questions, kinds[0])));
    assert_false(question_is_for(years, questions_kind(texts->questions, kinds[1])));
}

static void
answers_belong_to_their_scale(void **state)
{
    const Questions *questions = ((const Texts *)*state)->questions;
    assert_int_equal(questions_answer(questions, SCALE_INTERNAL, "deels")->value, 50);
    assert_int_equal(questions_answer(questions, SCALE_EXTERNAL, "eerder-sterk")->value,
                     75);
    assert_null(questions_answer(questions, SCALE_INTERNAL, "sterk"));
    assert_null(questions_answer(questions, SCALE_EXTERNAL, "deels"));
    for (int scale = 0; scale < SCALE_COUNT; scale++) {
        static const char *const aside[] = {"niet-van-toepassing", "niet-gezien"};
        for (int i = 0; i < 2; i++)
            assert_int_equal(questions_answer(questions, scale, aside[i])->value,
                             QUESTION_NO_VALUE);
    }
}

/* The list with one thing in it changed: the messages that this gives. */
static void
assert_fault(const char *old, const char *new, DiagCode code)
{
    g_autofree char *text = NULL;
    g_autoptr(Diag) diag = diag_new();
    assert_true(g_file_get_contents("content/vragen.xml", &text, NULL, NULL));
    char *at = strstr(text, old);
    assert_non_null(at);
    g_autofree char *changed =
        g_strdup_printf("%.*s%s%s", (int)(at - text), text, new, at + strlen(old));
    char *folder = g_dir_make_tmp("opbouwwerk-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "vragen.xml", NULL);
    assert_true(g_file_set_contents(path, changed, -1, NULL));
    g_autoptr(Collection) collection = collection_load("content", NULL, diag, NULL);
    collection->folder = folder;
    questions_load(collection, "content", diag, NULL);
    guint count, found = 0;
    const DiagMessage *messages = diag_messages(diag, &count);
    for (guint i = 0; i < count; i++)
        if (messages[i].code == code && messages[i].place.line > 0)
            found++;
    if (!found)
        diag_print(diag, stderr);
    assert_true(found > 0);
    g_unlink(path);
    g_rmdir(folder);
    g_free(folder);
}

static void
faults_of_the_list_are_told(void **state)
{
    (void)state;
    assert_fault("knoop=\"condities.intern.werkopdracht.prestaties.1\"",
                 "knoop=\"condities.intern.werkopdracht.prestaties.99\"",
                 DIAG_QUESTION_NODE);
    assert_fault("knoop=\"condities.intern.werkopdracht.prestaties.1\"",
                 "knoop=\"statuut\"", DIAG_QUESTION_NODE);
    assert_fault("id=\"v.intern.werkopdracht.prestaties.1\"",
                 "id=\"v.intern.werkopdracht.prestaties.2\"", DIAG_QUESTION_ID);
    assert_fault("id=\"v.intern.werkopdracht.prestaties.t3.r1.b\"",
                 "id=\"v.intern.werkopdracht.prestaties.t3.r1.a\"", DIAG_ID_DUPLICATE);
    assert_fault("voor=\"territoriaal pool\"", "voor=\"territoriaal maan\"",
                 DIAG_QUESTION_NAME);
    assert_fault("wie=\"leiding\"", "wie=\"niemand\"", DIAG_QUESTION_NAME);
    assert_fault("<sterk>", "<sterk/><zwak/><!--", DIAG_XML_SYNTAX);
    assert_fault("gewicht=\"3\"", "gewicht=\"4\"", DIAG_SCHEMA);
    assert_fault("id=\"v.intern.werkopdracht.prestaties.t1.r1\" "
                 "knoop=\"condities.intern.werkopdracht.prestaties.t1.r1\"",
                 "id=\"v.intern.werkopdracht.prestaties.1.b\" "
                 "knoop=\"condities.intern.werkopdracht.prestaties.1\"",
                 DIAG_QUESTION_MISSING);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_sections_have_questions),
        cmocka_unit_test(every_place_is_asked_after),
        cmocka_unit_test(every_question_is_whole),
        cmocka_unit_test(kinds_of_team_are_asked_different_things),
        cmocka_unit_test(answers_belong_to_their_scale),
        cmocka_unit_test(faults_of_the_list_are_told),
    };
    return cmocka_run_group_tests(tests, texts_load, texts_free);
}
