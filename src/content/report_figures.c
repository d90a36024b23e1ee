#include "content/report_parts.h"
#include "xml/build.h"

#include <string.h>

enum { HIGHLIGHTS = 3 };

/* - - reckoning - - */

static Standing
reckon(const Report *report, guint measurement, guint competence, int required)
{
    Standing standing = {0};
    Mean others = {0};
    for (int kind = 0; kind < RATER_KIND_COUNT; kind++) {
        const Tally *tally =
            dossier_tally(report->dossier, measurement, competence, (RaterKind)kind);
        standing.shown[kind] =
            tally_mean(tally, report->dossier->minimum, &standing.by_kind[kind]);
        if (standing.shown[kind] && kind != RATER_SELF)
            mean_add(&others, standing.by_kind[kind]);
    }
    standing.has_others = others.count > 0;
    if (standing.has_others)
        standing.others = mean_value(&others);
    standing.gap_by_self = !standing.has_others;
    standing.has_gap =
        required > 0 && (standing.has_others || standing.shown[RATER_SELF]);
    if (standing.has_gap)
        standing.gap =
            (standing.has_others ? standing.others : standing.by_kind[RATER_SELF]) -
            required;
    return standing;
}

void
report_reckon(Report *report)
{
    const Dossier *dossier = report->dossier;
    guint competences = dossier->competences->len;
    report->required = arena_array(report->arena, int, competences);
    report->standings = arena_array(report->arena, Standing,
                                    (gsize)competences * dossier->measurements->len);
    for (guint i = 0; i < competences; i++)
        report->required[i] = dossier_required(dossier, report->sources->levels,
                                               dossier->competences->pdata[i]);
    for (guint m = 0; m < dossier->measurements->len; m++)
        for (guint i = 0; i < competences; i++)
            report->standings[m * competences + i] =
                reckon(report, m, i, report->required[i]);
}

const Standing *
report_standing(const Report *report, guint measurement, guint competence)
{
    return &report->standings[measurement * report->dossier->competences->len +
                              competence];
}

const Measurement *
report_latest(const Report *report, guint *index)
{
    const GArray *measurements = report->dossier->measurements;
    if (measurements->len == 0)
        return NULL;
    *index = measurements->len - 1;
    return &g_array_index(measurements, Measurement, *index);
}

/* Gaps of less than this are rounding: they would print as 0,0. */
static gboolean
is_short(const Standing *standing)
{
    return standing->has_gap && standing->gap <= -0.05;
}

gboolean
report_has_gap(const Report *report, guint competence)
{
    guint latest;
    return report_latest(report, &latest) &&
           is_short(report_standing(report, latest, competence));
}

/* - - writing - - */

static void
set_standing(xmlNode *element, const Standing *standing)
{
    for (int kind = 0; kind < RATER_KIND_COUNT; kind++)
        if (standing->shown[kind])
            xml_set_number(element, dossier_rater_name((RaterKind)kind),
                           standing->by_kind[kind]);
    if (standing->has_others)
        xml_set_number(element, "anderen", standing->others);
    if (standing->has_gap)
        xml_set_number(element, "kloof", standing->gap);
    if (standing->has_gap && standing->gap_by_self)
        xml_set(element, "volgens", "zelf");
}

static gboolean
is_empty(const Standing *standing)
{
    return !standing->has_others && !standing->shown[RATER_SELF];
}

static void
add_history(const Report *report, xmlNode *element, const Standing *standings,
            gsize stride)
{
    for (guint m = 0; m < report->dossier->measurements->len; m++) {
        const Standing *standing = &standings[m * stride];
        if (is_empty(standing))
            continue;
        xmlNode *state = xml_add(element, "stand");
        xml_set_integer(state, "meting", (int)m + 1);
        set_standing(state, standing);
    }
}

static void
add_competence(const Report *report, xmlNode *domain, guint competence)
{
    const ContentNode *node = report->dossier->competences->pdata[competence];
    guint latest = 0;
    report_latest(report, &latest);
    xmlNode *element = xml_add(domain, "competentie");
    report_set_place(report, element, node);
    g_autofree char *name = levels_name(report->sources->levels, node);
    xml_set(element, "kort", name);
    if (report->required[competence])
        xml_set_integer(element, "eis", report->required[competence]);
    set_standing(element, report_standing(report, latest, competence));
    add_history(report, element, report_standing(report, 0, competence),
                report->dossier->competences->len);
    report_add_profile(report, element, competence);
    report_add_references(report, element, competence);
    report_add_evidence(report, element, competence);
}

/* The mean of the competences of a domain, each kind for itself. */
static Standing
reckon_domain(const Report *report, const GArray *members, guint measurement)
{
    Mean kinds[RATER_KIND_COUNT] = {{0}}, others = {0}, gap = {0};
    Standing mean = {.gap_by_self = TRUE};
    for (guint i = 0; i < members->len; i++) {
        const Standing *standing =
            report_standing(report, measurement, g_array_index(members, guint, i));
        for (int kind = 0; kind < RATER_KIND_COUNT; kind++)
            if (standing->shown[kind])
                mean_add(&kinds[kind], standing->by_kind[kind]);
        if (standing->has_others)
            mean_add(&others, standing->others);
        if (standing->has_gap)
            mean_add(&gap, standing->gap);
        mean.gap_by_self &= standing->gap_by_self;
    }
    for (int kind = 0; kind < RATER_KIND_COUNT; kind++)
        if ((mean.shown[kind] = kinds[kind].count > 0))
            mean.by_kind[kind] = mean_value(&kinds[kind]);
    if ((mean.has_others = others.count > 0))
        mean.others = mean_value(&others);
    if ((mean.has_gap = gap.count > 0))
        mean.gap = mean_value(&gap);
    return mean;
}

static void
set_required(const Report *report, xmlNode *element, const GArray *members)
{
    Mean required = {0};
    for (guint i = 0; i < members->len; i++) {
        int step = report->required[g_array_index(members, guint, i)];
        if (step)
            mean_add(&required, step);
    }
    if (required.count)
        xml_set_number(element, "eis", mean_value(&required));
}

static void
add_domain(const Report *report, const ContentNode *node, const GArray *members)
{
    guint count = report->dossier->measurements->len;
    xmlNode *domain = xml_add(report->root, "domein");
    if (node) {
        report_set_place(report, domain, node);
        g_autofree char *name = levels_name(report->sources->levels, node);
        xml_set(domain, "kort", name);
    }
    set_required(report, domain, members);
    Standing *standings = arena_array(report->arena, Standing, count);
    for (guint m = 0; m < count; m++)
        standings[m] = reckon_domain(report, members, m);
    set_standing(domain, &standings[count - 1]);
    add_history(report, domain, standings, 1);
    for (guint i = 0; i < members->len; i++)
        add_competence(report, domain, g_array_index(members, guint, i));
}

static GArray *
members_of(const Report *report, const ContentNode *domain)
{
    const Dossier *dossier = report->dossier;
    GArray *members = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint i = 0; i < dossier->competences->len; i++)
        if (levels_domain(report->sources->levels, dossier->competences->pdata[i]) ==
            domain)
            g_array_append_val(members, i);
    return members;
}

/* - - strengths and gaps - - */

static int
compare_gaps(gconstpointer a, gconstpointer b, gpointer owner)
{
    const Report *report = owner;
    guint one = *(const guint *)a, two = *(const guint *)b, latest = 0;
    report_latest(report, &latest);
    const Standing *first = report_standing(report, latest, one);
    const Standing *second = report_standing(report, latest, two);
    if (first->gap < second->gap || first->gap > second->gap)
        return first->gap < second->gap ? -1 : 1;
    if (first->others < second->others || first->others > second->others)
        return first->others < second->others ? -1 : 1;
    return one < two ? -1 : one > two;
}

static void
add_highlight(const Report *report, xmlNode *list, guint competence)
{
    const ContentNode *node = report->dossier->competences->pdata[competence];
    guint latest = 0;
    report_latest(report, &latest);
    xmlNode *element = xml_add(list, "punt");
    report_set_place(report, element, node);
    g_autofree char *name = levels_name(report->sources->levels, node);
    xml_set(element, "kort", name);
    xml_set_integer(element, "eis", report->required[competence]);
    set_standing(element, report_standing(report, latest, competence));
}

/* The three that exceed most what is required, and the three that lack most. */
static void
add_highlights(const Report *report)
{
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(guint));
    guint latest = 0;
    if (!report_latest(report, &latest))
        return;
    for (guint i = 0; i < report->dossier->competences->len; i++)
        if (report_standing(report, latest, i)->has_gap)
            g_array_append_val(all, i);
    g_array_sort_with_data(all, compare_gaps, (gpointer)report);
    xmlNode *strong = xml_add(report->root, "sterk");
    xmlNode *weak = xml_add(report->root, "zwak");
    for (guint i = 0; i < all->len && i < HIGHLIGHTS; i++) {
        guint best = g_array_index(all, guint, all->len - 1 - i);
        guint worst = g_array_index(all, guint, i);
        if (!is_short(report_standing(report, latest, best)))
            add_highlight(report, strong, best);
        if (is_short(report_standing(report, latest, worst)))
            add_highlight(report, weak, worst);
    }
}

void
report_add_figures(Report *report)
{
    const GPtrArray *domains = report->sources->levels->domains;
    if (report->dossier->competences->len == 0)
        return;
    for (guint i = 0; i <= domains->len; i++) {
        const ContentNode *domain = i < domains->len ? domains->pdata[i] : NULL;
        g_autoptr(GArray) members = members_of(report, domain);
        if (members->len)
            add_domain(report, domain, members);
    }
    add_highlights(report);
}
