#include "content/audit.h"
#include "base/markup.h"
#include "content/prose.h"
#include "xml/read.h"

#include <stdlib.h>
#include <string.h>

static const char *const evidence_names[EVIDENCE_KINDS] = {"document", "gesprek",
                                                           "waarneming"};
static const char *const state_names[ACTION_STATES] = {"open", "loopt", "gereed",
                                                       "vervallen"};

const char *
audit_evidence_name(int index)
{
    return evidence_names[index];
}

const char *
audit_state_name(ActionState state)
{
    return state_names[state];
}

gboolean
audit_evidence_read(const char *list, guint *evidence)
{
    g_auto(GStrv) names = g_strsplit_set(list, " ,;+\t\r\n", -1);
    *evidence = 0;
    for (char **name = names; *name; name++) {
        gboolean known = **name == '\0';
        for (int i = 0; i < EVIDENCE_KINDS && !known; i++) {
            known = strcmp(*name, evidence_names[i]) == 0;
            if (known)
                *evidence |= 1u << i;
        }
        if (!known)
            return FALSE;
    }
    return TRUE;
}

gboolean
audit_state_read(const char *name, ActionState *state)
{
    for (int i = 0; i < ACTION_STATES; i++)
        if (strcmp(name, state_names[i]) == 0) {
            *state = (ActionState)i;
            return TRUE;
        }
    return FALSE;
}

Audit *
audit_new(const Questions *questions, const char *file)
{
    Arena *arena = arena_new();
    Audit *audit = arena_new0(arena, Audit);
    audit->arena = arena;
    audit->questions = questions;
    audit->file = arena_strdup(arena, file);
    audit->place.file = audit->file;
    audit->kind = -1;
    audit->id = audit->edition = audit->date = "";
    audit->institution = audit->team = audit->location = "";
    audit->from = audit->until = "";
    audit->assessors = g_ptr_array_new();
    audit->spoken = g_ptr_array_new();
    audit->items = g_ptr_array_new();
    audit->by_question = g_hash_table_new(NULL, NULL);
    arena_own(arena, audit->assessors, (GDestroyNotify)g_ptr_array_unref);
    arena_own(arena, audit->spoken, (GDestroyNotify)g_ptr_array_unref);
    arena_own(arena, audit->items, (GDestroyNotify)g_ptr_array_unref);
    arena_own(arena, audit->by_question, (GDestroyNotify)g_hash_table_unref);
    return audit;
}

void
audit_free(Audit *audit)
{
    if (audit)
        arena_free(audit->arena);
}

const AuditItem *
audit_item(const Audit *audit, const Question *question)
{
    return g_hash_table_lookup(audit->by_question, question);
}

void
audit_add(Audit *audit, AuditItem *item)
{
    g_ptr_array_add(audit->items, item);
    g_hash_table_insert(audit->by_question, (gpointer)item->question, item);
}

static int
compare_items(gconstpointer a, gconstpointer b)
{
    const AuditItem *first = *(const AuditItem *const *)a;
    const AuditItem *second = *(const AuditItem *const *)b;
    int sections = first->question->section->number - second->question->section->number;
    return sections ? sections : first->question->number - second->question->number;
}

void
audit_sort(Audit *audit)
{
    g_ptr_array_sort(audit->items, compare_items);
}

static const char *
attribute(const Audit *audit, const xmlNode *element, const char *name)
{
    g_autofree char *value = xml_attribute(element, name);
    return value ? arena_strdup(audit->arena, g_strstrip(value)) : NULL;
}

static const char *
content(const Audit *audit, const xmlNode *element)
{
    xmlChar *text = xmlNodeGetContent(element);
    const char *prose = prose_read(audit->arena, (const char *)text);
    xmlFree(text);
    return prose;
}

static void
add_person(const Audit *audit, GPtrArray *people, const xmlNode *element,
           const char *detail)
{
    AuditPerson *person = arena_new0(audit->arena, AuditPerson);
    person->name = content(audit, element);
    person->detail = attribute(audit, element, detail);
    g_ptr_array_add(people, person);
}

static const AuditAction *
read_action(const Audit *audit, const xmlNode *element)
{
    AuditAction *action = arena_new0(audit->arena, AuditAction);
    action->text = content(audit, element);
    action->owner = attribute(audit, element, "eigenaar");
    action->due = attribute(audit, element, "voor");
    action->recheck = attribute(audit, element, "hercontrole");
    audit_state_read(attribute(audit, element, "stand"), &action->state);
    return action;
}

static void
read_parts(const Audit *audit, const xmlNode *element, AuditItem *item)
{
    item->reference = item->note = "";
    for (xmlNode *child = xml_element(element->children); child;
         child = xml_element(child->next)) {
        if (xml_is(child, "bewijs")) {
            audit_evidence_read(attribute(audit, child, "soort"), &item->evidence);
            item->reference = content(audit, child);
        } else if (xml_is(child, "notitie"))
            item->note = content(audit, child);
        else if (xml_is(child, "actie"))
            item->action = read_action(audit, child);
    }
}

/* "aanwezig, deels of afwezig". */
static char *
list_answers(const Questions *questions, QuestionScale scale)
{
    const GPtrArray *answers = questions->scales[scale];
    GString *list = g_string_new(NULL);
    for (guint i = 0; i < answers->len; i++) {
        const Answer *answer = answers->pdata[i];
        const char *joint = i == 0 ? "" : i + 1 < answers->len ? ", " : " of ";
        g_string_append_printf(list, "%s%s", joint, answer->name);
    }
    return g_string_free(list, FALSE);
}

const Answer *
audit_answer(const Questions *questions, const Question *question, const char *name,
             const Place *place, Diag *diag)
{
    QuestionScale scale = question->section->scale;
    const Answer *answer = questions_answer(questions, scale, name);
    if (answer)
        return answer;
    g_autofree char *list = list_answers(questions, scale);
    diag_report(diag, place, DIAG_AUDIT_ANSWER,
                "“%s” is geen antwoord op “%s”; kies %s", name, question->id, list);
    return NULL;
}

const Question *
audit_question(const Audit *audit, const char *id, const Place *place, Diag *diag)
{
    const Question *question = questions_lookup(audit->questions, id);
    if (!question) {
        diag_report(diag, place, DIAG_AUDIT_QUESTION, "er is geen vraag “%s”", id);
        return NULL;
    }
    if (audit_item(audit, question)) {
        diag_report(diag, place, DIAG_AUDIT_REPEATED, "vraag “%s” is al beantwoord",
                    id);
        return NULL;
    }
    return question;
}

static void
read_item(Audit *audit, const xmlNode *element, Diag *diag)
{
    Place place = xml_place(element);
    place.file = audit->file;
    const char *id = attribute(audit, element, "vraag");
    const Question *question = audit_question(audit, id, &place, diag);
    const char *name = attribute(audit, element, "antwoord");
    const Answer *answer =
        question ? audit_answer(audit->questions, question, name, &place, diag) : NULL;
    if (!answer)
        return;
    const char *weight = attribute(audit, element, "gewicht");
    AuditItem *item = arena_new0(audit->arena, AuditItem);
    item->question = question;
    item->answer = answer;
    item->weight = weight ? atoi(weight) : question->weight;
    item->weighted = weight != NULL;
    item->place = place;
    read_parts(audit, element, item);
    audit_add(audit, item);
}

static void
read_child(Audit *audit, const xmlNode *child, Diag *diag)
{
    if (xml_is(child, "instelling"))
        audit->institution = content(audit, child);
    else if (xml_is(child, "team"))
        audit->team = content(audit, child);
    else if (xml_is(child, "locatie"))
        audit->location = content(audit, child);
    else if (xml_is(child, "periode")) {
        audit->from = attribute(audit, child, "van");
        audit->until = attribute(audit, child, "tot");
    } else if (xml_is(child, "vorige"))
        audit->previous_id = attribute(audit, child, "id");
    else if (xml_is(child, "beoordelaar"))
        add_person(audit, audit->assessors, child, "rol");
    else if (xml_is(child, "gesproken"))
        add_person(audit, audit->spoken, child, "datum");
    else
        read_item(audit, child, diag);
}

static void
read_document(Audit *audit, xmlDoc *document, Diag *diag)
{
    const xmlNode *root = xmlDocGetRootElement(document);
    audit->place = xml_place(root);
    audit->place.file = audit->file;
    audit->id = attribute(audit, root, "id");
    audit->edition = attribute(audit, root, "editie");
    audit->date = attribute(audit, root, "datum");
    const char *kind = attribute(audit, root, "soort");
    audit->kind = questions_kind(audit->questions, kind);
    if (audit->kind < 0)
        diag_report(diag, &audit->place, DIAG_AUDIT_KIND, "er is geen soort team “%s”",
                    kind);
    for (xmlNode *child = xml_element(root->children); child;
         child = xml_element(child->next))
        read_child(audit, child, diag);
}

Audit *
audit_load(const char *path, const Questions *questions, const XmlSchema *schema,
           Diag *diag)
{
    g_autoptr(xmlDoc) document = xml_read_file(path, XML_READ_DEFAULT, diag);
    if (!document || !xml_schema_validate(schema, document, diag))
        return NULL;
    guint faults = diag_count(diag, DIAG_ERROR);
    g_autoptr(Audit) audit = audit_new(questions, path);
    read_document(audit, document, diag);
    audit_sort(audit);
    audit_check(audit, diag);
    return diag_count(diag, DIAG_ERROR) == faults ? g_steal_pointer(&audit) : NULL;
}

static void
write_text(Markup *markup, const char *name, const char *text)
{
    markup_open(markup, name);
    markup_text(markup, text, -1);
    markup_close(markup);
}

static void
write_people(Markup *markup, const char *name, const GPtrArray *people,
             const char *detail)
{
    for (guint i = 0; i < people->len; i++) {
        const AuditPerson *person = people->pdata[i];
        markup_open(markup, name);
        markup_attribute(markup, detail, person->detail);
        markup_text(markup, person->name, -1);
        markup_close(markup);
    }
}

static void
write_evidence(Markup *markup, const AuditItem *item)
{
    if (!item->evidence)
        return;
    g_autoptr(GString) kinds = g_string_new(NULL);
    for (int i = 0; i < EVIDENCE_KINDS; i++)
        if (item->evidence >> i & 1)
            g_string_append_printf(kinds, "%s%s", kinds->len ? " " : "",
                                   evidence_names[i]);
    markup_open(markup, "bewijs");
    markup_attribute(markup, "soort", kinds->str);
    if (*item->reference)
        markup_text(markup, item->reference, -1);
    markup_close(markup);
}

static void
write_item(Markup *markup, const AuditItem *item)
{
    markup_open(markup, "item");
    markup_attribute(markup, "vraag", item->question->id);
    markup_attribute(markup, "antwoord", item->answer->name);
    if (item->weighted)
        markup_attribute_printf(markup, "gewicht", "%d", item->weight);
    write_evidence(markup, item);
    if (*item->note)
        write_text(markup, "notitie", item->note);
    const AuditAction *action = item->action;
    if (action) {
        markup_open(markup, "actie");
        markup_attribute(markup, "eigenaar", action->owner);
        markup_attribute(markup, "voor", action->due);
        markup_attribute(markup, "stand", state_names[action->state]);
        markup_attribute(markup, "hercontrole", action->recheck);
        markup_text(markup, action->text, -1);
        markup_close(markup);
    }
    markup_close(markup);
}

char *
audit_write(const Audit *audit)
{
    Markup *markup = markup_new();
    markup_open(markup, "audit");
    markup_attribute(markup, "id", audit->id);
    markup_attribute(markup, "editie", audit->edition);
    if (audit->kind >= 0) {
        const QuestionName *kind = audit->questions->kinds->pdata[audit->kind];
        markup_attribute(markup, "soort", kind->name);
    }
    markup_attribute(markup, "datum", audit->date);
    write_text(markup, "instelling", audit->institution);
    write_text(markup, "team", audit->team);
    write_text(markup, "locatie", audit->location);
    markup_open(markup, "periode");
    markup_attribute(markup, "van", audit->from);
    markup_attribute(markup, "tot", audit->until);
    markup_close(markup);
    if (audit->previous_id) {
        markup_open(markup, "vorige");
        markup_attribute(markup, "id", audit->previous_id);
        markup_close(markup);
    }
    write_people(markup, "beoordelaar", audit->assessors, "rol");
    write_people(markup, "gesproken", audit->spoken, "datum");
    for (guint i = 0; i < audit->items->len; i++)
        write_item(markup, audit->items->pdata[i]);
    return markup_finish(markup);
}
