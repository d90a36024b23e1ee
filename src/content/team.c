#include "content/team.h"
#include "content/report_parts.h"
#include "xml/build.h"
#include "xml/read.h"

#include <string.h>

enum { BELOW, AT, ABOVE, CLASSES };

/* Of one domain or competence. */
typedef struct Figure {
    Mean gap;
    int classes[CLASSES];
} Figure;

struct Team {
    const ReportSources *sources;
    GHashTable *figures;              /* ContentNode* → Figure* */
    GHashTable *names, *institutions; /* of the teams: sets */
    GHashTable *people;               /* that were counted: a set */
    int members, unmeasured, own_scale;
    int minimum;
    char *date; /* the last of the dossiers' */
};

Team *
team_new(const ReportSources *sources)
{
    Team *team = g_new0(Team, 1);
    team->sources = sources;
    team->figures = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    team->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    team->institutions = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    team->people = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return team;
}

void
team_free(Team *team)
{
    if (!team)
        return;
    g_hash_table_unref(team->figures);
    g_hash_table_unref(team->names);
    g_hash_table_unref(team->institutions);
    g_hash_table_unref(team->people);
    g_free(team->date);
    g_free(team);
}

static void
count(Team *team, const ContentNode *node, double gap)
{
    Figure *figure = g_hash_table_lookup(team->figures, node);
    if (!figure) {
        figure = g_new0(Figure, 1);
        g_hash_table_insert(team->figures, (gpointer)node, figure);
    }
    mean_add(&figure->gap, gap);
    figure->classes[gap <= -0.5 ? BELOW : gap < 0.5 ? AT : ABOVE]++;
}

static void
note_words(GHashTable *set, const xmlNode *worker, const char *name)
{
    for (xmlNode *child = xml_element(worker->children); child;
         child = xml_element(child->next))
        if (xml_is(child, name))
            g_hash_table_add(set, xml_words(child));
}

static char *
child_words(const xmlNode *parent, const char *name)
{
    for (xmlNode *child = xml_element(parent->children); child;
         child = xml_element(child->next))
        if (xml_is(child, name))
            return xml_words(child);
    return NULL;
}

/* Who the worker is, in any spelling of case; by pseudonym where there is no name. */
static char *
person_of(const xmlNode *worker)
{
    g_autofree char *name = child_words(worker, "naam");
    g_autofree char *pseudonym = name ? NULL : child_words(worker, "pseudoniem");
    g_autofree char *institution = child_words(worker, "instelling");
    g_autofree char *person =
        g_strconcat(name ? "n " : "p ", name ? name : "", pseudonym ? pseudonym : "",
                    "\n", institution ? institution : "", NULL);
    return g_utf8_casefold(person, -1);
}

static void
count_standings(Team *team, const Report *report)
{
    const GPtrArray *domains = team->sources->levels->domains;
    const GPtrArray *competences = report->dossier->competences;
    guint latest = 0;
    report_latest(report, &latest);
    for (guint i = 0; i < domains->len; i++) {
        Mean mean = {0};
        for (guint j = 0; j < competences->len; j++) {
            const Standing *standing = report_standing(report, latest, j);
            if (!standing->has_gap ||
                levels_domain(team->sources->levels, competences->pdata[j]) !=
                    domains->pdata[i])
                continue;
            mean_add(&mean, standing->gap);
            /* A competence that is a domain is counted as that. */
            if (competences->pdata[j] != domains->pdata[i])
                count(team, competences->pdata[j], standing->gap);
        }
        if (mean.count)
            count(team, domains->pdata[i], mean_value(&mean));
    }
}

gboolean
team_add(Team *team, const Dossier *dossier)
{
    g_autoptr(Arena) arena = arena_new();
    const ReportOptions options = {0};
    Report report = {.sources = team->sources,
                     .dossier = dossier,
                     .options = &options,
                     .arena = arena};
    const xmlNode *worker =
        xml_element(xmlDocGetRootElement(dossier->document)->children);
    if (!g_hash_table_add(team->people, person_of(worker)))
        return FALSE;
    team->members++;
    team->minimum = MAX(team->minimum, dossier->minimum);
    note_words(team->names, worker, "team");
    note_words(team->institutions, worker, "instelling");
    if (!team->date || strcmp(team->date, dossier->date) < 0) {
        g_free(team->date);
        team->date = g_strdup(dossier->date);
    }
    if (dossier->measurements->len == 0 || dossier->own_scale) {
        team->unmeasured += dossier->measurements->len == 0;
        team->own_scale += dossier->measurements->len > 0;
        return TRUE;
    }
    report_reckon(&report);
    count_standings(team, &report);
    return TRUE;
}

static gboolean
is_safe(int number, int minimum)
{
    return number == 0 || number >= minimum;
}

/* Writes the classes that may be shown: all three, or two of them joined, or none. */
static void
set_classes(xmlNode *element, const int *classes, int minimum)
{
    int below = classes[BELOW], at = classes[AT], above = classes[ABOVE];
    if (is_safe(below, minimum) && is_safe(at, minimum) && is_safe(above, minimum)) {
        xml_set_integer(element, "onder", below);
        xml_set_integer(element, "op", at);
        xml_set_integer(element, "boven", above);
    } else if (is_safe(below, minimum) && is_safe(at + above, minimum)) {
        xml_set_integer(element, "onder", below);
        xml_set_integer(element, "op-of-boven", at + above);
    } else if (is_safe(above, minimum) && is_safe(below + at, minimum)) {
        xml_set_integer(element, "onder-of-op", below + at);
        xml_set_integer(element, "boven", above);
    }
}

/* of: the figure that this one is a part of, or NULL. Those who are in the whole and not in
 * the part are enough too, or none: else the one less the other would tell of them. */
static gboolean
is_shown(const Team *team, const Figure *figure, const Figure *of)
{
    return figure->gap.count >= team->minimum &&
           (!of || is_safe(of->gap.count - figure->gap.count, team->minimum));
}

static xmlNode *
add_figure(const Team *team, xmlNode *parent, const char *name, const ContentNode *node,
           const Figure *of)
{
    const Figure *figure = g_hash_table_lookup(team->figures, node);
    if (!figure)
        return NULL;
    xmlNode *element = xml_add(parent, name);
    g_autofree char *words = levels_name(team->sources->levels, node);
    xml_set(element, "kort", words);
    xml_set(element, "label", g_hash_table_lookup(team->sources->labels, node->id));
    if (!is_shown(team, figure, of))
        return element;
    xml_set_integer(element, "personen", figure->gap.count);
    xml_set_number(element, "kloof", mean_value(&figure->gap));
    set_classes(element, figure->classes, team->minimum);
    return element;
}

static const char *
only(GHashTable *set)
{
    GHashTableIter iterator;
    gpointer name = NULL;
    g_hash_table_iter_init(&iterator, set);
    return g_hash_table_size(set) == 1 && g_hash_table_iter_next(&iterator, &name, NULL)
               ? name
               : NULL;
}

xmlDoc *
team_assemble(const Team *team)
{
    xmlDoc *document = xmlNewDoc(BAD_CAST "1.0");
    xmlNode *root = xmlNewDocNode(document, NULL, BAD_CAST "teamrapport", NULL);
    xmlDocSetRootElement(document, root);
    xml_set(root, "datum", team->date);
    xml_set(root, "team", only(team->names));
    xml_set(root, "instelling", only(team->institutions));
    xml_set_integer(root, "leden", team->members);
    xml_set_integer(root, "gemeten",
                    team->members - team->unmeasured - team->own_scale);
    xml_set_integer(root, "minimum", team->minimum);
    const GPtrArray *domains = team->sources->levels->domains;
    const GPtrArray *nodes = team->sources->collection->nodes;
    for (guint i = 0; i < domains->len; i++) {
        xmlNode *domain = add_figure(team, root, "domein", domains->pdata[i], NULL);
        const Figure *whole = g_hash_table_lookup(team->figures, domains->pdata[i]);
        for (guint j = 0; domain && j < nodes->len; j++) {
            const ContentNode *node = nodes->pdata[j];
            if (node != domains->pdata[i] && levels_is_competence(node) &&
                levels_domain(team->sources->levels, node) == domains->pdata[i])
                add_figure(team, domain, "competentie", node, whole);
        }
    }
    return document;
}
