#include "content/checklist.h"

#include <string.h>

enum { RECURS_FROM = 2 }; /* teams in which a condition is unmet */

typedef struct Building {
    const Overview *overview;
    const char *date;
    xmlNode *element;
} Building;

static const char *
team_name(const Overview *overview, int team)
{
    return overview->teams[team].audit->team;
}

static const char *
latest_date(const Overview *overview)
{
    const char *latest = "";
    for (int i = 0; i < overview->team_count; i++)
        if (strcmp(overview->teams[i].audit->date, latest) > 0)
            latest = overview->teams[i].audit->date;
    return latest;
}

static void
set_team_score(xmlNode *element, const AuditPair *pair, const ContentNode *theme)
{
    AuditScore now = score_theme(pair->audit, theme), before;
    if (pair->previous)
        before = score_theme(pair->previous, theme);
    checklist_set_score(element, &now, pair->previous ? &before : NULL);
}

/* The themes that questions are about, each once. */
static GPtrArray *
list_themes(const Questions *questions)
{
    GPtrArray *themes = g_ptr_array_new();
    for (guint i = 0; i < questions->sections->len; i++) {
        const QuestionSection *section = questions->sections->pdata[i];
        if (themes->len == 0 || themes->pdata[themes->len - 1] != section->theme)
            g_ptr_array_add(themes, (gpointer)section->theme);
    }
    return themes;
}

static void
add_team(const Building *building, int index, const GPtrArray *themes)
{
    const Overview *overview = building->overview;
    const AuditPair *pair = &overview->teams[index];
    const QuestionName *kind = overview->questions->kinds->pdata[pair->audit->kind];
    xmlNode *element = checklist_add_child(building->element, "team", NULL);
    checklist_set(element, "naam", team_name(overview, index));
    checklist_set(element, "soort", kind->name);
    checklist_set(element, "datum", pair->audit->date);
    if (pair->previous)
        checklist_set(element, "vorige-datum", pair->previous->date);
    set_team_score(checklist_add_child(element, "totaal", NULL), pair, NULL);
    for (guint i = 0; i < themes->len; i++) {
        const ContentNode *theme = themes->pdata[i];
        xmlNode *child = checklist_add_child(element, "thema", NULL);
        checklist_set(child, "knoop", theme->id);
        set_team_score(child, pair, theme);
    }
}

typedef struct Shortfall {
    const Question *question;
    int unmet, asked; /* teams */
    int lack;         /* over them, by weight */
    int order;
} Shortfall;

static Shortfall
count_shortfall(const Overview *overview, const Question *question)
{
    Shortfall shortfall = {.question = question};
    for (int i = 0; i < overview->team_count; i++) {
        const AuditItem *item = audit_item(overview->teams[i].audit, question);
        if (!item || item->answer->value == QUESTION_NO_VALUE)
            continue;
        shortfall.asked++;
        if (item->answer->value > SCORE_UNMET)
            continue;
        shortfall.unmet++;
        shortfall.lack += item->weight * (100 - item->answer->value);
    }
    return shortfall;
}

static int
compare_shortfalls(gconstpointer a, gconstpointer b)
{
    const Shortfall *one = a, *two = b;
    if (one->lack != two->lack)
        return two->lack - one->lack;
    return two->unmet != one->unmet ? two->unmet - one->unmet : one->order - two->order;
}

static void
write_shortfall(const Building *building, const Shortfall *shortfall)
{
    const Overview *overview = building->overview;
    const Question *question = shortfall->question;
    xmlNode *element = checklist_add_child(building->element, "tekort", NULL);
    checklist_set(element, "vraag", question->id);
    checklist_set_question(element, question);
    checklist_set(element, "onderwerp", question->subject);
    checklist_set(element, "wie", question->owner->label);
    checklist_set(element, "knoop", question->node->id);
    checklist_set(element, "bladzijde",
                  page_index_lookup(overview->pages, question->node->id));
    checklist_set_number(element, "aantal", shortfall->unmet);
    checklist_set_number(element, "gevraagd", shortfall->asked);
    for (int i = 0; i < overview->team_count; i++) {
        const AuditItem *item = audit_item(overview->teams[i].audit, question);
        xmlNode *team = checklist_add_child(element, "team", NULL);
        checklist_set(team, "naam", team_name(overview, i));
        if (!item)
            continue;
        checklist_set(team, "label", item->answer->label);
        if (item->answer->value != QUESTION_NO_VALUE)
            checklist_set_number(team, "waarde", item->answer->value);
    }
}

static void
add_shortfalls(const Building *building)
{
    const Overview *overview = building->overview;
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(Shortfall));
    const GPtrArray *questions = overview->questions->questions;
    for (guint i = 0; i < questions->len; i++) {
        Shortfall shortfall = count_shortfall(overview, questions->pdata[i]);
        shortfall.order = (int)i;
        if (shortfall.unmet >= RECURS_FROM)
            g_array_append_val(all, shortfall);
    }
    g_array_sort(all, compare_shortfalls);
    for (guint i = 0; i < all->len; i++)
        write_shortfall(building, &g_array_index(all, Shortfall, i));
}

typedef struct TeamAction {
    const AuditItem *item;
    int team;
} TeamAction;

/* By owner, date and question; the same action of more teams is together. */
static int
compare_actions(gconstpointer a, gconstpointer b)
{
    const TeamAction *one = a, *two = b;
    const AuditAction *first = one->item->action, *second = two->item->action;
    int order = g_utf8_collate(first->owner, second->owner);
    if (order == 0)
        order = strcmp(first->due, second->due);
    if (order == 0)
        order = strcmp(one->item->question->id, two->item->question->id);
    if (order == 0)
        order = strcmp(first->text, second->text);
    return order ? order : one->team - two->team;
}

/* Whether two teams have agreed the very same: one thing to do. */
static gboolean
is_same_action(const TeamAction *one, const TeamAction *two)
{
    const AuditAction *first = one->item->action, *second = two->item->action;
    return one->item->question == two->item->question &&
           first->state == second->state && strcmp(first->owner, second->owner) == 0 &&
           strcmp(first->due, second->due) == 0 &&
           strcmp(first->text, second->text) == 0 &&
           g_strcmp0(first->recheck, second->recheck) == 0;
}

static GArray *
open_actions(const Overview *overview)
{
    GArray *all = g_array_new(FALSE, FALSE, sizeof(TeamAction));
    for (int i = 0; i < overview->team_count; i++) {
        const GPtrArray *items = overview->teams[i].audit->items;
        for (guint j = 0; j < items->len; j++) {
            TeamAction action = {items->pdata[j], i};
            if (action_is_open(action.item->action))
                g_array_append_val(all, action);
        }
    }
    g_array_sort(all, compare_actions);
    return all;
}

static void
add_actions(const Building *building)
{
    g_autoptr(GArray) all = open_actions(building->overview);
    xmlNode *list = checklist_add_child(building->element, "acties", NULL);
    xmlNode *element = NULL;
    for (guint i = 0; i < all->len; i++) {
        const TeamAction *action = &g_array_index(all, TeamAction, i);
        if (i == 0 || !is_same_action(action - 1, action)) {
            element = checklist_add_action(list, action->item->action, building->date);
            checklist_set_question(element, action->item->question);
            checklist_set(element, "onderwerp", action->item->question->subject);
        }
        checklist_set(checklist_add_child(element, "team", NULL), "naam",
                      team_name(building->overview, action->team));
    }
}

xmlNode *
overview_add(xmlDoc *document, const Overview *overview)
{
    Building building = {.overview = overview};
    building.date = overview->date ? overview->date : latest_date(overview);
    building.element =
        checklist_add_child(xmlDocGetRootElement(document), "overzicht", NULL);
    checklist_set(building.element, "instelling",
                  overview->teams[0].audit->institution);
    checklist_set(building.element, "peildatum", building.date);
    checklist_add_list(building.element, overview->questions);
    checklist_add_pages(building.element, overview->pages);
    g_autoptr(GPtrArray) themes = list_themes(overview->questions);
    for (guint i = 0; i < themes->len; i++) {
        const ContentNode *theme = themes->pdata[i];
        xmlNode *element = checklist_add_child(building.element, "thema", NULL);
        checklist_set(element, "knoop", theme->id);
    }
    for (int i = 0; i < overview->team_count; i++)
        add_team(&building, i, themes);
    add_shortfalls(&building);
    add_actions(&building);
    return building.element;
}
