#include "content/checklist.h"
#include "xml/read.h"

#include <string.h>

enum { MOST_PRESSING = 3 };

void
checklist_set(xmlNode *element, const char *name, const char *value)
{
    if (value)
        xmlNewProp(element, BAD_CAST name, BAD_CAST value);
}

void
checklist_set_number(xmlNode *element, const char *name, int number)
{
    char digits[16];
    g_snprintf(digits, sizeof digits, "%d", number);
    checklist_set(element, name, digits);
}

xmlNode *
checklist_add_child(xmlNode *parent, const char *name, const char *text)
{
    return xmlNewTextChild(parent, NULL, BAD_CAST name, BAD_CAST text);
}

static gboolean
begins_so(const char *id, const char *beginning)
{
    gsize length = strlen(beginning);
    return strncmp(id, beginning, length) == 0 && (!id[length] || id[length] == '.');
}

gboolean
checklist_chooses(char *const *choice, const Question *question)
{
    if (!choice || !*choice)
        return TRUE;
    for (; *choice; choice++)
        if (begins_so(question->id, *choice) || begins_so(question->id + 2, *choice))
            return TRUE;
    return FALSE;
}

/* Copies what stands before the sections, in the order of the file. */
void
checklist_add_list(xmlNode *parent, const Questions *questions)
{
    xmlNode *list = checklist_add_child(parent, "lijst", NULL);
    checklist_set(list, "editie", questions->edition);
    for (xmlNode *child = xml_element(questions->element->children); child;
         child = xml_element(child->next))
        if (!xml_is(child, "sectie"))
            xmlAddChild(list, xmlDocCopyNode(child, parent->doc, 1));
}

void
checklist_add_pages(xmlNode *parent, const PageIndex *pages)
{
    if (!pages)
        return;
    xmlNode *element = checklist_add_child(parent, "bladzijden", NULL);
    checklist_set(element, "titel", pages->title);
    checklist_set(element, "editie", pages->edition);
}

void
checklist_set_score(xmlNode *element, const AuditScore *now, const AuditScore *before)
{
    checklist_set_number(element, "gevraagd", now->asked);
    checklist_set_number(element, "telt", now->counted);
    checklist_set_number(element, "onvervuld", now->unmet);
    checklist_set_number(element, "terzijde", now->aside);
    checklist_set_number(element, "open", now->open);
    if (now->weighted == QUESTION_NO_VALUE)
        return;
    checklist_set_number(element, "score", now->weighted);
    if (!before || before->weighted == QUESTION_NO_VALUE)
        return;
    checklist_set_number(element, "vorige", before->weighted);
    checklist_set_number(element, "verschil",
                         score_change(before->weighted, now->weighted));
}

void
checklist_set_question(xmlNode *element, const Question *question)
{
    char number[32];
    g_snprintf(number, sizeof number, "%d.%d", question->section->number,
               question->number);
    checklist_set(element, "nr", number);
}

static void
set_node(const Checklist *checklist, xmlNode *element, const char *name,
         const ContentNode *node)
{
    checklist_set(element, name, node->id);
    checklist_set(element, "bladzijde", page_index_lookup(checklist->pages, node->id));
}

xmlNode *
checklist_add_action(xmlNode *parent, const AuditAction *action, const char *date)
{
    xmlNode *element = checklist_add_child(parent, "actie", action->text);
    checklist_set(element, "eigenaar", action->owner);
    checklist_set(element, "voor", action->due);
    checklist_set(element, "stand", audit_state_name(action->state));
    checklist_set(element, "hercontrole", action->recheck);
    if (date && action_is_open(action) && strcmp(action->due, date) < 0)
        checklist_set(element, "te-laat", "ja");
    return element;
}

/* A note as it is, for a field, and by paragraphs. */
static void
add_note(xmlNode *parent, const char *note)
{
    if (!*note)
        return;
    xmlNode *element = checklist_add_child(parent, "notitie", NULL);
    checklist_set(element, "geheel", note);
    g_auto(GStrv) paragraphs = g_strsplit(note, "\n\n", -1);
    for (char **paragraph = paragraphs; *paragraph; paragraph++)
        checklist_add_child(element, "alinea", *paragraph);
}

static void
add_evidence(xmlNode *parent, const AuditItem *item)
{
    if (!item->evidence)
        return;
    xmlNode *element = checklist_add_child(parent, "bewijs", item->reference);
    g_autoptr(GString) kinds = g_string_new(NULL);
    for (int i = 0; i < EVIDENCE_KINDS; i++)
        if (item->evidence >> i & 1)
            g_string_append_printf(kinds, "%s%s", kinds->len ? " " : "",
                                   audit_evidence_name(i));
    checklist_set(element, "soort", kinds->str);
}

static void
set_answer(xmlNode *element, const Answer *answer)
{
    checklist_set(element, "naam", answer->name);
    checklist_set(element, "label", answer->label);
    if (answer->value != QUESTION_NO_VALUE)
        checklist_set_number(element, "waarde", answer->value);
}

static void
add_answer(const Checklist *checklist, xmlNode *parent, const AuditItem *item)
{
    int value = item->answer->value;
    xmlNode *element = checklist_add_child(parent, "gegeven", NULL);
    set_answer(element, item->answer);
    checklist_set_number(element, "gewicht", item->weight);
    if (item->weighted)
        checklist_set(element, "eigen", "ja");
    if (value != QUESTION_NO_VALUE && value <= SCORE_UNMET)
        checklist_set(element, "onvervuld", "ja");
    int before = score_value(checklist->previous, item->question);
    if (before != QUESTION_NO_VALUE && value != QUESTION_NO_VALUE)
        checklist_set_number(element, "verschil", score_change(before, value));
    add_evidence(element, item);
    add_note(element, item->note);
    if (item->action)
        checklist_add_action(element, item->action, checklist->date);
}

static void
add_previous(const Checklist *checklist, xmlNode *parent, const Question *question)
{
    const AuditItem *item =
        checklist->previous ? audit_item(checklist->previous, question) : NULL;
    if (!item)
        return;
    xmlNode *element = checklist_add_child(parent, "vorige", NULL);
    set_answer(element, item->answer);
    checklist_set_number(element, "gewicht", item->weight);
    if (item->weighted)
        checklist_set(element, "eigen", "ja");
    if (item->action)
        checklist_add_action(element, item->action, checklist->date);
}

static gboolean
is_chosen(const Checklist *checklist, const Question *question)
{
    if (checklist->audit && audit_item(checklist->audit, question))
        return TRUE;
    return question_is_for(question, checklist->kind) &&
           checklist_chooses(checklist->choice, question);
}

static void
add_question(const Checklist *checklist, xmlNode *parent, const Question *question)
{
    xmlNode *element = checklist_add_child(parent, "vraag", NULL);
    checklist_set(element, "id", question->id);
    checklist_set_question(element, question);
    set_node(checklist, element, "knoop", question->node);
    checklist_set(element, "wie", question->owner->label);
    checklist_set_number(element, "gewicht", question->weight);
    checklist_add_child(element, "onderwerp", question->subject);
    checklist_add_child(element, "tekst", question->text);
    checklist_add_child(element, "bewijs", question->evidence);
    if (question->strong && question->weak) {
        checklist_add_child(element, "sterk", question->strong);
        checklist_add_child(element, "zwak", question->weak);
    }
    const AuditItem *item =
        checklist->audit ? audit_item(checklist->audit, question) : NULL;
    if (item)
        add_answer(checklist, element, item);
    add_previous(checklist, element, question);
}

static int
count_chosen(const Checklist *checklist, const QuestionSection *section)
{
    int count = 0;
    for (guint i = 0; i < section->questions->len; i++)
        count += is_chosen(checklist, section->questions->pdata[i]);
    return count;
}

static void
add_section(const Checklist *checklist, xmlNode *parent, const QuestionSection *section)
{
    xmlNode *element = checklist_add_child(parent, "sectie", NULL);
    set_node(checklist, element, "knoop", section->node);
    checklist_set_number(element, "nummer", section->number);
    checklist_set(element, "schaal",
                  section->scale == SCALE_EXTERNAL ? "extern" : "intern");
    if (checklist->audit) {
        AuditScore now = score_section(checklist->audit, section), before;
        if (checklist->previous)
            before = score_section(checklist->previous, section);
        checklist_set_score(element, &now, checklist->previous ? &before : NULL);
    }
    for (guint i = 0; i < section->questions->len; i++)
        if (is_chosen(checklist, section->questions->pdata[i]))
            add_question(checklist, element, section->questions->pdata[i]);
}

static void
add_themes(const Checklist *checklist, xmlNode *parent)
{
    const GPtrArray *sections = checklist->questions->sections;
    const ContentNode *theme = NULL;
    xmlNode *element = NULL;
    for (guint i = 0; i < sections->len; i++) {
        const QuestionSection *section = sections->pdata[i];
        if (count_chosen(checklist, section) == 0)
            continue;
        if (section->theme != theme) {
            theme = section->theme;
            element = checklist_add_child(parent, "thema", NULL);
            set_node(checklist, element, "knoop", theme);
            if (checklist->audit) {
                AuditScore now = score_theme(checklist->audit, theme), before;
                if (checklist->previous)
                    before = score_theme(checklist->previous, theme);
                checklist_set_score(element, &now,
                                    checklist->previous ? &before : NULL);
            }
        }
        add_section(checklist, element, section);
    }
}

static void
add_people(xmlNode *parent, const char *name, const GPtrArray *people,
           const char *detail)
{
    for (guint i = 0; i < people->len; i++) {
        const AuditPerson *person = people->pdata[i];
        checklist_set(checklist_add_child(parent, name, person->name), detail,
                      person->detail);
    }
}

/* Of the audit; before there is one, what the previous one says of the same team. */
static void
add_audit(const Checklist *checklist, xmlNode *parent)
{
    const Audit *audit = checklist->audit, *previous = checklist->previous;
    if (!audit && !previous)
        return;
    const Audit *source = audit ? audit : previous;
    xmlNode *element = checklist_add_child(parent, "audit", NULL);
    checklist_add_child(element, "instelling", source->institution);
    checklist_add_child(element, "team", source->team);
    checklist_add_child(element, "locatie", source->location);
    if (audit) {
        checklist_set(element, "id", audit->id);
        checklist_set(element, "editie", audit->edition);
        checklist_set(element, "datum", audit->date);
        checklist_set(element, "van", audit->from);
        checklist_set(element, "tot", audit->until);
        add_people(element, "beoordelaar", audit->assessors, "rol");
        add_people(element, "gesproken", audit->spoken, "datum");
    }
    if (previous) {
        checklist_set(element, "vorige", previous->id);
        checklist_set(element, "vorige-datum", previous->date);
        checklist_set(element, "vorige-editie", previous->edition);
    } else
        checklist_set(element, "vorige", audit->previous_id);
}

static const ContentNode *
target_of(const LinkEnd *end)
{
    return end->back ? end->link->from : end->link->to;
}

typedef struct Touched {
    const ContentNode *node;
    const Question *question;
    const char *reason;
} Touched;

static int
compare_touched(gconstpointer a, gconstpointer b)
{
    const Touched *one = a, *two = b;
    if (one->node != two->node)
        return one->node->order - two->node->order;
    int sections = one->question->section->number - two->question->section->number;
    return sections ? sections : one->question->number - two->question->number;
}

/* What unmet conditions hinder: once for each place, with the conditions that do. */
static void
add_touched(const Checklist *checklist, xmlNode *parent, gboolean statuut)
{
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(Touched));
    for (guint i = 0; i < checklist->audit->items->len; i++) {
        const AuditItem *item = checklist->audit->items->pdata[i];
        int value = item->answer->value;
        if (value == QUESTION_NO_VALUE || value > SCORE_UNMET)
            continue;
        g_autoptr(GArray) links =
            score_links(checklist->linkbase, item->question, statuut);
        for (guint j = 0; j < links->len; j++) {
            const LinkEnd *end = &g_array_index(links, LinkEnd, j);
            Touched touched = {target_of(end), item->question, end->link->reason};
            g_array_append_val(all, touched);
        }
    }
    g_array_sort(all, compare_touched);
    xmlNode *element = NULL;
    for (guint i = 0; i < all->len; i++) {
        const Touched *touched = &g_array_index(all, Touched, i);
        const Touched *last = i ? touched - 1 : NULL;
        if (!last || last->node != touched->node) {
            element = checklist_add_child(parent, statuut ? "raakt" : "hindert", NULL);
            set_node(checklist, element, "naar", touched->node);
        } else if (last->question == touched->question)
            continue;
        xmlNode *by = checklist_add_child(element, "door", touched->reason);
        checklist_set(by, "vraag", touched->question->id);
        checklist_set_question(by, touched->question);
        checklist_set(by, "onderwerp", touched->question->subject);
    }
}

static void
add_pressing(const Checklist *checklist, xmlNode *parent)
{
    g_autoptr(GPtrArray) items =
        score_pressing(checklist->audit, checklist->previous, checklist->linkbase);
    for (guint i = 0; i < items->len && i < MOST_PRESSING; i++) {
        const AuditItem *item = items->pdata[i];
        checklist_set(checklist_add_child(parent, "dringend", NULL), "vraag",
                      item->question->id);
    }
}

/* By owner, then by date. */
static int
compare_actions(gconstpointer a, gconstpointer b)
{
    const AuditItem *one = *(const AuditItem *const *)a;
    const AuditItem *two = *(const AuditItem *const *)b;
    int owners = g_utf8_collate(one->action->owner, two->action->owner);
    return owners ? owners : strcmp(one->action->due, two->action->due);
}

static void
add_actions(const Checklist *checklist, xmlNode *parent)
{
    g_autoptr(GPtrArray) items = g_ptr_array_new();
    for (guint i = 0; i < checklist->audit->items->len; i++) {
        AuditItem *item = checklist->audit->items->pdata[i];
        if (item->action)
            g_ptr_array_add(items, item);
    }
    g_ptr_array_sort(items, compare_actions);
    xmlNode *list = checklist_add_child(parent, "acties", NULL);
    for (guint i = 0; i < items->len; i++) {
        const AuditItem *item = items->pdata[i];
        xmlNode *element = checklist_add_action(list, item->action, checklist->date);
        checklist_set(element, "vraag", item->question->id);
        checklist_set_question(element, item->question);
        checklist_set(element, "onderwerp", item->question->subject);
    }
}

static void
add_findings(const Checklist *checklist, xmlNode *parent)
{
    AuditScore now = score_theme(checklist->audit, NULL), before;
    if (checklist->previous)
        before = score_theme(checklist->previous, NULL);
    checklist_set_score(checklist_add_child(parent, "totaal", NULL), &now,
                        checklist->previous ? &before : NULL);
    add_pressing(checklist, parent);
    add_touched(checklist, parent, FALSE);
    add_touched(checklist, parent, TRUE);
    add_actions(checklist, parent);
}

xmlNode *
checklist_add(xmlDoc *document, const Checklist *checklist)
{
    Checklist dated = *checklist;
    if (!dated.date && dated.audit)
        dated.date = dated.audit->date;
    const QuestionName *kind = dated.questions->kinds->pdata[dated.kind];
    xmlNode *element =
        checklist_add_child(xmlDocGetRootElement(document), "checklist", NULL);
    checklist_set(element, "vorm", dated.form);
    checklist_set(element, "soort", kind->name);
    checklist_set(element, "soortnaam", kind->label);
    checklist_set(element, "peildatum", dated.date);
    if (dated.choice && *dated.choice)
        checklist_set(element, "gekozen", "ja");
    checklist_add_list(element, dated.questions);
    checklist_add_pages(element, dated.pages);
    add_audit(&dated, element);
    add_themes(&dated, element);
    if (dated.audit)
        add_findings(&dated, element);
    return element;
}
