#include "content/report.h"
#include "content/prose.h"
#include "content/report_parts.h"
#include "xml/build.h"
#include "xml/read.h"

#include <string.h>

#define OW_NAMESPACE "urn:opbouwwerk:fo"

static const char *const readers[REPORT_READERS] = {"medewerker", "leidinggevende",
                                                    "instelling"};

const char *
report_reader_name(ReportReader reader)
{
    return readers[reader];
}

/* - - what all parts use - - */

void
report_set_line(xmlNode *element, const xmlNode *source)
{
    char digits[16];
    g_snprintf(digits, sizeof digits, "%d", xml_place(source).line);
    xmlNewNsProp(element, xmlDocGetRootElement(element->doc)->nsDef, BAD_CAST "regel",
                 BAD_CAST digits);
}

void
report_set_place(const Report *report, xmlNode *element, const ContentNode *node)
{
    const ReportSources *sources = report->sources;
    xml_set(element, "plaats", node->id);
    xml_set(element, "label", g_hash_table_lookup(sources->labels, node->id));
    xml_set(element, "bladzijde", page_index_lookup(sources->pages, node->id));
}

const char *
report_words(const Report *report, const char *text)
{
    g_autofree char *apart = report->own ? disguise_apply(report->own, text) : NULL;
    const char *words = apart ? apart : text;
    if (!report->disguise)
        return arena_strdup(report->arena, words);
    g_autofree char *disguised = disguise_apply(report->disguise, words);
    return arena_strdup(report->arena, disguised);
}

void
report_add_prose(const Report *report, xmlNode *parent, const xmlNode *source)
{
    xmlChar *content = xmlNodeGetContent(source);
    const char *text = prose_read(report->arena, (const char *)content);
    xmlFree(content);
    g_auto(GStrv) lines = g_strsplit(report_words(report, text), "\n", -1);
    for (char **line = lines; *line; line++)
        if (**line)
            report_set_line(xml_add_text(parent, "alinea", *line), source);
}

gboolean
report_may_see(const Report *report, const xmlNode *element)
{
    if (report->options->reader == REPORT_INSTITUTION)
        return FALSE;
    g_autofree char *whom = xml_attribute(element, "voor");
    return !whom || report->options->reader == REPORT_WORKER;
}

/* - - people - - */

static const xmlNode *
child_of(const xmlNode *parent, const char *name)
{
    xmlNode *child = parent ? xml_element(parent->children) : NULL;
    while (child && !xml_is(child, name))
        child = xml_element(child->next);
    return child;
}

static char *
words_of(const xmlNode *parent, const char *name)
{
    const xmlNode *child = child_of(parent, name);
    return child ? xml_words(child) : NULL;
}

static const xmlNode *
dossier_child(const Dossier *dossier, const char *name)
{
    return child_of(xmlDocGetRootElement(dossier->document), name);
}

const char *
report_role(RaterKind kind)
{
    static const char *const roles[RATER_KIND_COUNT] = {
        "de medewerker", "een leidinggevende", "een collega", "een bewoner"};
    return roles[kind];
}

static Disguise *
make_disguise(const Dossier *dossier)
{
    Disguise *disguise = disguise_new();
    const xmlNode *worker = dossier_child(dossier, "medewerker");
    g_autofree char *name = words_of(worker, "naam");
    g_autofree char *pseudonym = words_of(worker, "pseudoniem");
    g_autofree char *supervisor =
        words_of(dossier_child(dossier, "leidinggevende"), "naam");
    if (name)
        disguise_add(disguise, name, pseudonym ? pseudonym : report_role(RATER_SELF));
    if (supervisor)
        disguise_add(disguise, supervisor, "de leidinggevende");
    for (guint i = 0; i < dossier->measurements->len; i++) {
        const GArray *ratings =
            g_array_index(dossier->measurements, Measurement, i).ratings;
        for (guint j = 0; j < ratings->len; j++) {
            const Rating *rating = &g_array_index(ratings, Rating, j);
            if (!rating->anonymous)
                disguise_add(disguise, rating->rater, report_role(rating->kind));
        }
    }
    return disguise;
}

/* Sets the words of a child of source as an attribute. */
static void
set_words(const Report *report, xmlNode *element, const char *attribute,
          const xmlNode *source, const char *name)
{
    g_autofree char *words = words_of(source, name);
    if (words)
        xml_set(element, attribute, report_words(report, words));
}

void
report_set_copy(const Report *report, xmlNode *element, const xmlNode *source,
                const char *name)
{
    g_autofree char *value = xml_attribute(source, name);
    if (value)
        xml_set(element, name, report_words(report, value));
}

static void
add_people(const Report *report)
{
    const Dossier *dossier = report->dossier;
    const xmlNode *worker = dossier_child(dossier, "medewerker");
    const xmlNode *supervisor = dossier_child(dossier, "leidinggevende");
    xmlNode *element = xml_add(report->root, "medewerker");
    gboolean hidden = report->options->pseudonym || !child_of(worker, "naam");
    g_autofree char *pseudonym = words_of(worker, "pseudoniem");
    if (!hidden)
        set_words(report, element, "naam", worker, "naam");
    else if (pseudonym)
        xml_set(element, "naam", pseudonym);
    xml_set(element, "pseudoniem", hidden ? "ja" : "nee");
    report_set_copy(report, element, worker, "niveau");
    if (!report->options->pseudonym) /* a day of entry soon names one of a team */
        report_set_copy(report, element, worker, "sinds");
    set_words(report, element, "functie", worker, "functie");
    set_words(report, element, "team", worker, "team");
    set_words(report, element, "instelling", worker, "instelling");
    const xmlNode *level =
        g_hash_table_lookup(report->sources->levels->levels, dossier->level);
    set_words(report, element, "omschrijving", level, "omschrijving");
    report_set_line(element, worker);
    if (!supervisor)
        return;
    element = xml_add(report->root, "leidinggevende");
    if (!report->options->pseudonym)
        set_words(report, element, "naam", supervisor, "naam");
    set_words(report, element, "functie", supervisor, "functie");
}

/* - - how was measured - - */

static void
add_scale(const Report *report)
{
    const Scale *scale = &report->dossier->scale;
    xmlNode *element = xml_add(report->root, "schaal");
    xml_set_integer(element, "laagst", scale->lowest);
    xml_set_integer(element, "hoogst", scale->highest);
    for (xmlNode *child = xml_element(scale->element->children); child;
         child = xml_element(child->next)) {
        g_autofree char *words = xml_words(child);
        xmlNode *step = xml_add_text(element, (const char *)child->name, words);
        report_set_copy(report, step, child, "waarde");
        report_set_copy(report, step, child, "naam");
    }
}

static void
add_raters(const Report *report, xmlNode *element, const Measurement *measurement)
{
    int named[RATER_KIND_COUNT] = {0}, anonymous[RATER_KIND_COUNT] = {0};
    for (guint i = 0; i < measurement->ratings->len; i++) {
        const Rating *rating = &g_array_index(measurement->ratings, Rating, i);
        (rating->anonymous ? anonymous : named)[rating->kind]++;
    }
    for (int kind = 0; kind < RATER_KIND_COUNT; kind++) {
        if (named[kind] + anonymous[kind] == 0)
            continue;
        gboolean hidden = anonymous[kind] && anonymous[kind] < report->dossier->minimum;
        xmlNode *raters = xml_add(element, "beoordelaars");
        xml_set(raters, "soort", dossier_rater_name((RaterKind)kind));
        xml_set_integer(raters, "op-naam", named[kind]);
        xml_set_integer(raters, "anoniem", anonymous[kind]);
        xml_set(raters, "getoond", hidden ? "nee" : "ja");
    }
}

static void
add_measurements(const Report *report)
{
    const GArray *measurements = report->dossier->measurements;
    const char *edition = NULL;
    for (guint i = 0; i < measurements->len; i++) {
        const Measurement *measurement = &g_array_index(measurements, Measurement, i);
        xmlNode *element = xml_add(report->root, "meting");
        xml_set_integer(element, "nummer", (int)i + 1);
        xml_set(element, "datum", measurement->date);
        xml_set(element, "editie", measurement->edition);
        if (measurement->name)
            xml_set(element, "naam", report_words(report, measurement->name));
        if (edition && g_strcmp0(edition, measurement->edition) != 0)
            xml_set(element, "nieuwe-editie", "ja");
        edition = measurement->edition;
        add_raters(report, element, measurement);
    }
}

/* - - the text of a competence - - */

void
report_add_profile(const Report *report, xmlNode *element, guint competence)
{
    const ContentNode *node = report->dossier->competences->pdata[competence];
    xmlNode *text = xml_add(element, "tekst");
    xmlNode *copy = xmlDocCopyNode(node->element, element->doc, 1);
    xmlAddChild(text, copy);
}

/* - - what was agreed - - */

static void
add_prose_child(const Report *report, xmlNode *parent, const xmlNode *source)
{
    xmlNode *element = xml_add(parent, (const char *)source->name);
    report_set_copy(report, element, source, "euro");
    report_set_copy(report, element, source, "uren");
    report_set_copy(report, element, source, "datum");
    report_set_copy(report, element, source, "soort");
    report_set_copy(report, element, source, "verwijzing");
    report_set_line(element, source);
    report_add_prose(report, element, source);
}

/* The institution sees what a goal asks of it, not what it is about the worker. */
static gboolean
is_for_institution(const xmlNode *part)
{
    return xml_is(part, "activiteit") || xml_is(part, "budget");
}

static void
add_goal(const Report *report, xmlNode *list, const xmlNode *source)
{
    static const char *const names[] = {"stand", "eigenaar", "begin", "gereed"};
    gboolean brief = report->options->reader == REPORT_INSTITUTION;
    xmlNode *goal = xml_add(list, "doel");
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
        if (!brief || strcmp(names[i], "eigenaar") != 0)
            report_set_copy(report, goal, source, names[i]);
    report_set_line(goal, source);
    g_autofree char *id = xml_attribute(source, "plaats");
    const ContentNode *node = collection_lookup(report->sources->collection, id);
    if (node) {
        report_set_place(report, goal, node);
        g_autofree char *name = levels_name(report->sources->levels, node);
        xml_set(goal, "kort", name);
    }
    for (xmlNode *child = xml_element(source->children); child;
         child = xml_element(child->next))
        if (!brief || is_for_institution(child))
            add_prose_child(report, goal, child);
}

static void
add_agreements(const Report *report)
{
    const xmlNode *agreements = dossier_child(report->dossier, "afspraken");
    xmlNode *list = xml_add(report->root, "afspraken");
    for (xmlNode *child = agreements ? xml_element(agreements->children) : NULL; child;
         child = xml_element(child->next))
        add_goal(report, list, child);
}

static void
add_registration(const Report *report)
{
    const xmlNode *source = dossier_child(report->dossier, "herregistratie");
    if (!source)
        return;
    xmlNode *element = xml_add(report->root, "herregistratie");
    report_set_copy(report, element, source, "van");
    report_set_copy(report, element, source, "tot");
    report_set_copy(report, element, source, "uren");
    for (xmlNode *child = xml_element(source->children); child;
         child = xml_element(child->next)) {
        add_prose_child(report, element, child);
        if (report->options->reader == REPORT_INSTITUTION) /* hours, no proof */
            xmlUnsetProp(element->last, BAD_CAST "verwijzing");
    }
}

static void
add_objections(const Report *report)
{
    const xmlNode *root = xmlDocGetRootElement(report->dossier->document);
    for (xmlNode *child = xml_element(root->children); child;
         child = xml_element(child->next)) {
        if (!xml_is(child, "bezwaar") && !xml_is(child, "volgend-gesprek") &&
            !xml_is(child, "vertrouwelijkheid"))
            continue;
        if (report->options->reader != REPORT_INSTITUTION) {
            add_prose_child(report, report->root, child);
            continue;
        }
        xmlNode *element = xml_add(report->root, (const char *)child->name);
        report_set_copy(report, element, child, "datum");
    }
}

/* - - the whole - - */

static const char *
edition_of(const Report *report)
{
    const xmlNode *root =
        xmlDocGetRootElement(report->sources->collection->book->document);
    const xmlNode *edition = child_of(root, "uitgave");
    g_autofree char *name = edition ? xml_attribute(edition, "editie") : NULL;
    return name ? arena_strdup(report->arena, name) : NULL;
}

static void
set_frame(const Report *report)
{
    const Dossier *dossier = report->dossier;
    xmlNode *root = report->root;
    xml_set(root, "dossier", dossier->id);
    xml_set(root, "nummer", dossier->report);
    xml_set(root, "datum", dossier->date);
    xml_set(root, "voor", report_reader_name(report->options->reader));
    xml_set(root, "kort", report->options->brief ? "ja" : "nee");
    xml_set(root, "alles", report->options->everything ? "ja" : "nee");
    xml_set_integer(root, "minimum", dossier->minimum);
    xml_set(root, "eigen-schaal", dossier->own_scale ? "ja" : "nee");
    xml_set(root, "profiel", dossier->profile);
    g_autofree char *edition =
        xml_attribute(dossier_child(dossier, "profiel"), "editie");
    xml_set(root, "editie", edition);
    xml_set(root, "tekst-editie", edition_of(report));
    if (report->sources->pages)
        xml_set(root, "boekje", report->sources->pages->title);
    xml_set(root, "boekje-bestand", report->sources->booklet);
}

xmlDoc *
report_assemble(const ReportSources *sources, const Dossier *dossier,
                const ReportOptions *options)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Disguise) disguise = options->pseudonym ? make_disguise(dossier) : NULL;
    xmlDoc *document = xmlNewDoc(BAD_CAST "1.0");
    xmlNode *root = xmlNewDocNode(document, NULL, BAD_CAST "rapport", NULL);
    xmlDocSetRootElement(document, root);
    xmlNs *ow = xmlNewNs(root, BAD_CAST OW_NAMESPACE, BAD_CAST "ow");
    xmlNewNsProp(root, ow, BAD_CAST "bestand", BAD_CAST dossier->file);
    Report report = {.sources = sources,
                     .dossier = dossier,
                     .options = options,
                     .disguise = disguise,
                     .arena = arena,
                     .root = root};
    report_reckon(&report);
    set_frame(&report);
    add_people(&report);
    add_scale(&report);
    add_measurements(&report);
    report_add_figures(&report);
    add_agreements(&report);
    report_add_proposals(&report);
    report_add_conditions(&report);
    add_registration(&report);
    add_objections(&report);
    return document;
}
