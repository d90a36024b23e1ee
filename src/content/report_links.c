#include "content/report_parts.h"
#include "content/score.h"
#include "xml/build.h"
#include "xml/read.h"

#include <string.h>

/* - - what the linkbase says - - */

static gboolean
is_within(const ContentNode *node, const ContentNode *above)
{
    const xmlNode *element = node->element;
    while (element && element != above->element)
        element = element->parent;
    return element != NULL;
}

typedef gboolean (*EndFunction)(const LinkEnd *end, const ContentNode *other,
                                gpointer owner);

static const ContentNode *
other_end(const LinkEnd *end)
{
    return end->back ? end->link->from : end->link->to;
}

/* Calls function for each link at node or inside it; TRUE where any call was. */
static gboolean
for_each_end(const Report *report, const ContentNode *node, EndFunction function,
             gpointer owner)
{
    const GPtrArray *nodes = report->sources->collection->nodes;
    gboolean any = FALSE;
    for (guint i = (guint)node->order; i < nodes->len; i++) {
        const ContentNode *inner = nodes->pdata[i];
        if (!is_within(inner, node))
            break;
        const GArray *ends = linkbase_ends(report->sources->linkbase, inner);
        for (guint j = 0; ends && j < ends->len; j++) {
            const LinkEnd *end = &g_array_index(ends, LinkEnd, j);
            any |= function(end, other_end(end), owner);
        }
    }
    return any;
}

static const char *
part_of(const ContentNode *node)
{
    return (const char *)xmlDocGetRootElement(node->part->document)->name;
}

/* A walk of the links to one part: of a competence, or where it has none of the places in
 * the other profile that say the same. */
typedef struct Walk {
    const Report *report;
    const char *part;
    EndFunction function;
    gpointer owner;
} Walk;

static gboolean
take_direct(const LinkEnd *end, const ContentNode *other, gpointer owner)
{
    const Walk *walk = owner;
    return strcmp(part_of(other), walk->part) == 0 &&
           walk->function(end, other, walk->owner);
}

static gboolean
take_counterpart(const LinkEnd *end, const ContentNode *other, gpointer owner)
{
    Walk *walk = owner;
    (void)end;
    return g_str_has_prefix(part_of(other), "profiel") &&
           for_each_end(walk->report, other, take_direct, walk);
}

static void
walk_links(const Report *report, const ContentNode *node, const char *part,
           EndFunction function, gpointer owner)
{
    Walk walk = {report, part, function, owner};
    if (!for_each_end(report, node, take_direct, &walk))
        for_each_end(report, node, take_counterpart, &walk);
}

/* - - the Statuut - - */

typedef struct References {
    const Report *report;
    xmlNode *list;
    GHashTable *seen;
} References;

static gboolean
add_reference(const LinkEnd *end, const ContentNode *other, gpointer owner)
{
    References *references = owner;
    if (!g_hash_table_add(references->seen, (gpointer)other))
        return TRUE;
    xmlNode *element = xml_add_text(references->list, "verwijzing", end->link->reason);
    report_set_place(references->report, element, other);
    xml_set(element, "wijze",
            end->back ? end->link->kind->back : end->link->kind->forth);
    return TRUE;
}

void
report_add_references(const Report *report, xmlNode *element, guint competence)
{
    const ContentNode *node = report->dossier->competences->pdata[competence];
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    References references = {report, xml_add(element, "statuut"), seen};
    walk_links(report, node, "statuut", add_reference, &references);
}

/* - - conditions - - */

/* A section of the Condities that some gap is linked to. */
typedef struct Condition {
    const ContentNode *section;
    GPtrArray *nodes;   /* ContentNode* in it that are linked, each once */
    GPtrArray *reasons; /* of the links, const char *, each once */
    GArray *hindered;   /* guint: competences */
} Condition;

typedef struct Conditions {
    const Report *report;
    GHashTable *by_section; /* ContentNode* → Condition* */
    GPtrArray *list;        /* Condition* */
    guint competence;
} Conditions;

static void
condition_free(gpointer data)
{
    Condition *condition = data;
    g_ptr_array_unref(condition->nodes);
    g_ptr_array_unref(condition->reasons);
    g_array_unref(condition->hindered);
    g_free(condition);
}

/* The section a node of the Condities stands in, or the node itself above one. */
static const ContentNode *
section_of(const Report *report, const ContentNode *node)
{
    const ContentNode *section = node;
    while (section && !xml_is(section->element, "sectie"))
        section = levels_above(report->sources->collection, section);
    return section ? section : node;
}

static gboolean
add_condition(const LinkEnd *end, const ContentNode *other, gpointer owner)
{
    Conditions *conditions = owner;
    const ContentNode *section = section_of(conditions->report, other);
    Condition *condition = g_hash_table_lookup(conditions->by_section, section);
    if (!condition) {
        condition = g_new0(Condition, 1);
        condition->section = section;
        condition->nodes = g_ptr_array_new();
        condition->reasons = g_ptr_array_new();
        condition->hindered = g_array_new(FALSE, FALSE, sizeof(guint));
        g_hash_table_insert(conditions->by_section, (gpointer)section, condition);
        g_ptr_array_add(conditions->list, condition);
    }
    if (!g_ptr_array_find(condition->nodes, other, NULL))
        g_ptr_array_add(condition->nodes, (gpointer)other);
    if (!g_ptr_array_find(condition->reasons, end->link->reason, NULL))
        g_ptr_array_add(condition->reasons, (gpointer)end->link->reason);
    guint count = condition->hindered->len;
    if (!count ||
        g_array_index(condition->hindered, guint, count - 1) != conditions->competence)
        g_array_append_val(condition->hindered, conditions->competence);
    return TRUE;
}

/* Whether a question is about a place that the gaps are linked to. */
static gboolean
concerns(const Question *question, const Condition *condition)
{
    for (guint i = 0; i < condition->nodes->len; i++) {
        const ContentNode *node = condition->nodes->pdata[i];
        if (is_within(question->node, node) || is_within(node, question->node))
            return TRUE;
    }
    return FALSE;
}

static void
add_finding(const Report *report, xmlNode *element, const AuditItem *item)
{
    xmlNode *finding = xml_add(element, "bevinding");
    xml_set(finding, "onderwerp", item->question->subject);
    xml_set(finding, "antwoord", item->answer->label);
    if (item->answer->value != QUESTION_NO_VALUE)
        xml_set_integer(finding, "waarde", item->answer->value);
    if (!action_is_open(item->action))
        return;
    xmlNode *action =
        xml_add_text(finding, "actie", report_words(report, item->action->text));
    xml_set(action, "voor", item->action->due);
}

/* What the team's audit found of a condition: the unmet first, then the rest. */
static void
add_state(const Report *report, xmlNode *element, const Condition *condition)
{
    const Audit *audit = report->sources->audit;
    const GPtrArray *sections = audit ? audit->questions->sections : NULL;
    for (guint i = 0; sections && i < sections->len; i++) {
        const QuestionSection *section = sections->pdata[i];
        if (section->node != condition->section)
            continue;
        AuditScore score = score_section(audit, section);
        if (score.weighted != QUESTION_NO_VALUE)
            xml_set_integer(element, "score", score.weighted);
        for (int pass = 0; pass < 2; pass++)
            for (guint j = 0; j < section->questions->len; j++) {
                const Question *question = section->questions->pdata[j];
                const AuditItem *item = audit_item(audit, question);
                int value = score_value(audit, question);
                gboolean unmet = value != QUESTION_NO_VALUE && value <= SCORE_UNMET;
                if (item && unmet == (pass == 0) && concerns(question, condition))
                    add_finding(report, element, item);
            }
    }
}

static void
write_condition(const Report *report, const Condition *condition)
{
    xmlNode *element = xml_add(report->root, "conditie");
    report_set_place(report, element, condition->section);
    for (guint i = 0; i < condition->hindered->len; i++) {
        guint competence = g_array_index(condition->hindered, guint, i);
        const ContentNode *node = report->dossier->competences->pdata[competence];
        xmlNode *hindered = xml_add(element, "hindert");
        report_set_place(report, hindered, node);
        g_autofree char *name = levels_name(report->sources->levels, node);
        xml_set(hindered, "kort", name);
    }
    for (guint i = 0; i < condition->reasons->len; i++)
        xml_add_text(element, "reden", condition->reasons->pdata[i]);
    add_state(report, element, condition);
}

/* Those that hinder most first; then as they stand in the Condities. */
static int
compare_conditions(gconstpointer a, gconstpointer b)
{
    const Condition *one = *(Condition *const *)a, *two = *(Condition *const *)b;
    if (one->hindered->len != two->hindered->len)
        return one->hindered->len > two->hindered->len ? -1 : 1;
    return one->section->order - two->section->order;
}

void
report_add_conditions(const Report *report)
{
    g_autoptr(GHashTable) by_section = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(condition_free);
    Conditions conditions = {report, by_section, list, 0};
    const GPtrArray *competences = report->dossier->competences;
    for (guint i = 0; i < competences->len; i++) {
        conditions.competence = i;
        if (report_has_gap(report, i))
            walk_links(report, competences->pdata[i], "condities", add_condition,
                       &conditions);
    }
    g_ptr_array_sort(list, compare_conditions);
    for (guint i = 0; i < list->len; i++)
        write_condition(report, list->pdata[i]);
    const Audit *audit = report->sources->audit;
    if (!audit)
        return;
    xmlNode *element = xml_add(report->root, "audit");
    xml_set(element, "datum", audit->date);
    if (!report->options->pseudonym)
        xml_set(element, "team", audit->team);
}

/* - - proposals for the worker's level - - */

void
report_add_proposals(const Report *report)
{
    const xmlNode *level =
        g_hash_table_lookup(report->sources->levels->levels, report->dossier->level);
    g_autofree char *id = level ? xml_attribute(level, "voorstel") : NULL;
    const ContentNode *row = collection_lookup(report->sources->collection, id);
    if (!row)
        return;
    xmlNode *list = xml_add(report->root, "voorstellen");
    report_set_place(report, list, row);
    for (xmlNode *cell = xml_element(row->element->children); cell;
         cell = xml_element(cell->next))
        for (xmlNode *child = xml_element(cell->children); child;
             child = xml_element(child->next)) {
            g_autofree char *words = xml_words(child);
            if (xml_is(child, "onderdeel"))
                xml_add_text(list, "voorstel", words);
        }
}
