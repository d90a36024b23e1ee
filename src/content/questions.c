#include "content/questions.h"
#include "xml/read.h"
#include "xml/schema.h"

#include <stdlib.h>
#include <string.h>

static const char part_prefix[] = "condities.";

typedef struct Loading {
    Questions *questions;
    Arena *arena; /* the collection's */
    Diag *diag;
    GHashTable *covered; /* ContentNode → itself */
} Loading;

static const char *
attribute(const Loading *loading, const xmlNode *element, const char *name)
{
    g_autofree char *value = xml_attribute(element, name);
    return value ? arena_strdup(loading->arena, value) : NULL;
}

/* The words of an element on one line. */
static const char *
words(const Loading *loading, const xmlNode *element)
{
    xmlChar *text = xmlNodeGetContent(element);
    g_auto(GStrv) pieces = g_strsplit_set((const char *)text, " \t\r\n", -1);
    xmlFree(text);
    GString *line = g_string_new(NULL);
    for (char **piece = pieces; *piece; piece++)
        if (**piece)
            g_string_append_printf(line, "%s%s", line->len ? " " : "", *piece);
    const char *copy = arena_strdup(loading->arena, line->str);
    g_string_free(line, TRUE);
    return copy;
}

static const char *
child_words(const Loading *loading, const xmlNode *element, const char *name)
{
    for (xmlNode *child = xml_element(element->children); child;
         child = xml_element(child->next))
        if (xml_is(child, name))
            return words(loading, child);
    return NULL;
}

static GPtrArray *
array_new(const Loading *loading)
{
    GPtrArray *array = g_ptr_array_new();
    arena_own(loading->arena, array, (GDestroyNotify)g_ptr_array_unref);
    return array;
}

static void
add_scale(Loading *loading, const xmlNode *element)
{
    const char *kind = attribute(loading, element, "soort");
    QuestionScale scale =
        g_strcmp0(kind, "extern") == 0 ? SCALE_EXTERNAL : SCALE_INTERNAL;
    for (xmlNode *child = xml_element(element->children); child;
         child = xml_element(child->next)) {
        Answer *answer = arena_new0(loading->arena, Answer);
        const char *value = attribute(loading, child, "waarde");
        answer->name = attribute(loading, child, "naam");
        answer->label = attribute(loading, child, "label");
        answer->meaning = words(loading, child);
        answer->value = value ? atoi(value) : QUESTION_NO_VALUE;
        if (answer->name && answer->label)
            g_ptr_array_add(loading->questions->scales[scale], answer);
    }
}

static void
add_name(Loading *loading, const xmlNode *element, GPtrArray *names)
{
    QuestionName *name = arena_new0(loading->arena, QuestionName);
    name->name = attribute(loading, element, "naam");
    name->label = attribute(loading, element, "label");
    name->meaning = words(loading, element);
    if (name->name && name->label && names->len < 32)
        g_ptr_array_add(names, name);
}

static int
index_of(const GPtrArray *names, const char *name)
{
    for (guint i = 0; name && i < names->len; i++)
        if (strcmp(((const QuestionName *)names->pdata[i])->name, name) == 0)
            return (int)i;
    return -1;
}

/* The node of that id where it belongs to the Condities; reports where it does not. */
static const ContentNode *
resolve(const Loading *loading, const xmlNode *element, const char *id)
{
    const ContentNode *node = collection_lookup(loading->questions->collection, id);
    Place place = xml_place(element);
    if (node && g_str_has_prefix(id, part_prefix))
        return node;
    diag_report(loading->diag, &place, DIAG_QUESTION_NODE,
                "“%s” is geen plaats in de Condities", id ? id : "");
    return NULL;
}

/* The question covers its node and what it says it takes in. */
static void
cover(Loading *loading, const xmlNode *element, Question *question)
{
    const char *list = attribute(loading, element, "dekt");
    g_auto(GStrv) ids = g_strsplit_set(list ? list : "", " \t\r\n", -1);
    const ContentNode **covers =
        arena_array(loading->arena, const ContentNode *, g_strv_length(ids) + 1);
    int count = 0;
    for (char **id = ids; *id; id++) {
        const ContentNode *node = **id ? resolve(loading, element, *id) : NULL;
        if (node) {
            g_hash_table_add(loading->covered, (gpointer)node);
            covers[count++] = node;
        }
    }
    question->covers = covers;
    g_hash_table_add(loading->covered, (gpointer)question->node);
}

/* "v.", the node's id without its beginning, and perhaps a letter of its own. */
static gboolean
id_follows_node(const char *id, const char *node)
{
    const char *stem = node + strlen(part_prefix);
    gsize length = strlen(stem);
    if (!g_str_has_prefix(id, "v.") || strncmp(id + 2, stem, length) != 0)
        return FALSE;
    const char *rest = id + 2 + length;
    return !*rest || (rest[0] == '.' && g_ascii_islower(rest[1]) && !rest[2]);
}

static guint
read_kinds(const Loading *loading, const xmlNode *element)
{
    const GPtrArray *kinds = loading->questions->kinds;
    const char *list = attribute(loading, element, "voor");
    if (!list)
        return (guint)((G_GUINT64_CONSTANT(1) << kinds->len) - 1);
    guint found = 0;
    Place place = xml_place(element);
    g_auto(GStrv) names = g_strsplit_set(list, " \t\r\n", -1);
    for (char **name = names; *name; name++) {
        int index = index_of(kinds, *name);
        if (index >= 0)
            found |= 1u << index;
        else if (**name)
            diag_report(loading->diag, &place, DIAG_QUESTION_NAME,
                        "er is geen soort team “%s”", *name);
    }
    return found;
}

static void
check_question(const Loading *loading, const xmlNode *element, const Question *question)
{
    Place place = xml_place(element);
    if (!id_follows_node(question->id, question->node->id))
        diag_report(loading->diag, &place, DIAG_QUESTION_ID,
                    "de id “%s” volgt niet uit de plaats “%s”", question->id,
                    question->node->id);
    if (!g_str_has_prefix(question->node->id, question->section->node->id))
        diag_report(loading->diag, &place, DIAG_QUESTION_NODE,
                    "“%s” staat niet in de sectie “%s”", question->node->id,
                    question->section->node->id);
    gboolean has_range = question->strong && question->weak;
    gboolean is_external = question->section->scale == SCALE_EXTERNAL;
    if (has_range != is_external)
        diag_report(loading->diag, &place, DIAG_QUESTION_RANGE,
                    is_external ? "bij een externe conditie hoort wat sterk en zwak is"
                                : "een interne conditie heeft geen sterk en zwak");
}

static void
add_question(Loading *loading, const xmlNode *element, QuestionSection *section)
{
    Questions *questions = loading->questions;
    Place place = xml_place(element);
    const char *owner = attribute(loading, element, "wie");
    const char *weight = attribute(loading, element, "gewicht");
    Question *question = arena_new0(loading->arena, Question);
    question->id = attribute(loading, element, "id");
    question->node = resolve(loading, element, attribute(loading, element, "knoop"));
    question->section = section;
    question->weight = weight ? atoi(weight) : 2;
    question->subject = child_words(loading, element, "onderwerp");
    question->text = child_words(loading, element, "tekst");
    question->evidence = child_words(loading, element, "bewijs");
    question->strong = child_words(loading, element, "sterk");
    question->weak = child_words(loading, element, "zwak");
    question->kinds = read_kinds(loading, element);
    int index = index_of(questions->owners, owner);
    if (index < 0)
        diag_report(loading->diag, &place, DIAG_QUESTION_NAME,
                    "er is geen verantwoordelijke “%s”", owner ? owner : "");
    if (index < 0 || !question->id || !question->node || !question->text)
        return;
    question->owner = questions->owners->pdata[index];
    check_question(loading, element, question);
    cover(loading, element, question);
    if (g_hash_table_contains(questions->by_id, question->id)) {
        diag_report(loading->diag, &place, DIAG_ID_DUPLICATE,
                    "de vraag “%s” staat er al", question->id);
        return;
    }
    g_ptr_array_add(section->questions, question);
    question->number = (int)section->questions->len;
    g_ptr_array_add(questions->questions, question);
    g_hash_table_insert(questions->by_id, (gpointer)question->id, question);
}

static void
add_section(Loading *loading, const xmlNode *element)
{
    Questions *questions = loading->questions;
    const ContentNode *node =
        resolve(loading, element, attribute(loading, element, "knoop"));
    g_autofree char *theme = node ? xml_attribute(node->element->parent, "id") : NULL;
    const ContentNode *parent = collection_lookup(questions->collection, theme);
    if (!node || !parent || !xml_is(node->element, "sectie"))
        return;
    QuestionSection *section = arena_new0(loading->arena, QuestionSection);
    section->node = node;
    section->theme = parent;
    section->scale = g_str_has_prefix(node->id, "condities.extern.") ? SCALE_EXTERNAL
                                                                     : SCALE_INTERNAL;
    section->questions = array_new(loading);
    g_ptr_array_add(questions->sections, section);
    section->number = (int)questions->sections->len;
    for (xmlNode *child = xml_element(element->children); child;
         child = xml_element(child->next)) {
        if (xml_is(child, "vraag")) {
            add_question(loading, child, section);
            continue;
        }
        const ContentNode *bare =
            resolve(loading, child, attribute(loading, child, "knoop"));
        if (bare)
            g_hash_table_add(loading->covered, (gpointer)bare);
    }
}

/* A paragraph or row stands for itself; a step for itself or its strip. */
static gboolean
is_covered(const Loading *loading, const ContentNode *node)
{
    if (g_hash_table_contains(loading->covered, node))
        return TRUE;
    if (!xml_is(node->element, "stap"))
        return FALSE;
    g_autofree char *steps = xml_attribute(node->element->parent, "id");
    return g_hash_table_contains(
        loading->covered, collection_lookup(loading->questions->collection, steps));
}

/* Every paragraph of a section, every row of a table and every step of a strip is asked
 * after, or said to hold nothing that can be established. */
static void
check_coverage(const Loading *loading)
{
    const GPtrArray *nodes = loading->questions->collection->nodes;
    for (guint i = 0; i < nodes->len; i++) {
        const ContentNode *node = nodes->pdata[i];
        const xmlNode *element = node->element;
        gboolean is_asked =
            xml_is(element, "rij") || xml_is(element, "stap") ||
            (xml_is(element, "alinea") && xml_is(element->parent, "sectie"));
        if (!g_str_has_prefix(node->id, part_prefix) || !is_asked ||
            is_covered(loading, node))
            continue;
        Place place = xml_place(element);
        diag_report(loading->diag, &place, DIAG_QUESTION_MISSING,
                    "bij “%s” hoort geen vraag", node->id);
    }
}

static Questions *
questions_new(Loading *loading, const Collection *collection, xmlDoc *document)
{
    Questions *questions = arena_new0(loading->arena, Questions);
    loading->questions = questions;
    questions->collection = collection;
    questions->element = xmlDocGetRootElement(document);
    questions->file = (const char *)document->URL;
    questions->edition = attribute(loading, questions->element, "editie");
    for (int i = 0; i < SCALE_COUNT; i++)
        questions->scales[i] = array_new(loading);
    questions->kinds = array_new(loading);
    questions->owners = array_new(loading);
    questions->sections = array_new(loading);
    questions->questions = array_new(loading);
    questions->by_id = g_hash_table_new(g_str_hash, g_str_equal);
    arena_own(loading->arena, questions->by_id, (GDestroyNotify)g_hash_table_unref);
    return questions;
}

static void
read_document(Loading *loading)
{
    Questions *questions = loading->questions;
    for (xmlNode *child = xml_element(questions->element->children); child;
         child = xml_element(child->next)) {
        if (xml_is(child, "schaal"))
            add_scale(loading, child);
        else if (xml_is(child, "teamsoort"))
            add_name(loading, child, questions->kinds);
        else if (xml_is(child, "verantwoordelijke"))
            add_name(loading, child, questions->owners);
        else if (xml_is(child, "sectie"))
            add_section(loading, child);
    }
    check_coverage(loading);
}

Questions *
questions_load(Collection *collection, const char *fallback, Diag *diag, GError **error)
{
    Arena *arena = collection->arena;
    const char *schema_path =
        collection_path(arena, collection->folder, fallback, "schema/vragen.rng");
    g_autoptr(XmlSchema) schema = xml_schema_new(schema_path, error);
    if (!schema)
        return NULL;
    const char *path =
        collection_path(arena, collection->folder, fallback, "vragen.xml");
    xmlDoc *document = xml_read_file(path, XML_READ_DEFAULT, diag);
    if (!document)
        return NULL;
    arena_own(arena, document, (GDestroyNotify)xmlFreeDoc);
    if (!xml_schema_validate(schema, document, diag))
        return NULL;
    Loading loading = {.arena = arena, .diag = diag};
    loading.covered = g_hash_table_new(NULL, NULL);
    Questions *questions = questions_new(&loading, collection, document);
    read_document(&loading);
    g_hash_table_unref(loading.covered);
    return questions;
}

const Question *
questions_lookup(const Questions *questions, const char *id)
{
    return id ? g_hash_table_lookup(questions->by_id, id) : NULL;
}

int
questions_kind(const Questions *questions, const char *name)
{
    return index_of(questions->kinds, name);
}

const Answer *
questions_answer(const Questions *questions, QuestionScale scale, const char *name)
{
    const GPtrArray *answers = questions->scales[scale];
    for (guint i = 0; name && i < answers->len; i++) {
        const Answer *answer = answers->pdata[i];
        if (strcmp(answer->name, name) == 0)
            return answer;
    }
    return NULL;
}
