#include "content/dossier.h"
#include "base/date.h"
#include "xml/read.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_MEASUREMENTS = 200, DEFAULT_MINIMUM = 3 };

static const char *const rater_names[RATER_KIND_COUNT] = {"zelf", "leidinggevende",
                                                          "collega", "bewoner"};

const char *
dossier_rater_name(RaterKind kind)
{
    return rater_names[kind];
}

typedef struct Loading {
    const DossierRules *rules;
    Dossier *dossier;
    Diag *diag;
    GHashTable *days; /* "kind rater day" of every rating */
} Loading;

static void
report(const Loading *loading, const xmlNode *element, DiagCode code,
       const char *format, ...) G_GNUC_PRINTF(4, 5);

static void
report(const Loading *loading, const xmlNode *element, DiagCode code,
       const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    Place place = xml_place(element);
    diag_report(loading->diag, &place, code, "%s", text);
}

static const char *
attribute(const Loading *loading, const xmlNode *element, const char *name)
{
    g_autofree char *value = xml_attribute(element, name);
    return value ? arena_strdup(loading->dossier->arena, value) : NULL;
}

static gboolean
is_before(const char *one, const char *other)
{
    return one && other && date_is_valid(one) && date_is_valid(other) &&
           strcmp(one, other) < 0;
}

/* - - dates - - */

static void
check_days(const Loading *loading, const xmlNode *element)
{
    static const char *const names[] = {"datum",  "sinds", "begin",
                                        "gereed", "van",   "tot"};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *day = xml_attribute(element, names[i]);
        if (day && !date_is_valid(day))
            report(loading, element, DIAG_DATE,
                   "“%s” is geen dag die bestaat; schrijf zoals 2026-11-24", day);
    }
}

/* What has happened lies on or before the dossier's own date; a next conversation does
 * not. */
static void
check_past(const Loading *loading, const xmlNode *element)
{
    const char *now = loading->dossier->date;
    const char *name = (const char *)element->name;
    if (strcmp(name, "dossier") == 0)
        return;
    g_autofree char *day = xml_attribute(element, "datum");
    if (strcmp(name, "volgend-gesprek") == 0) {
        if (is_before(day, now))
            report(loading, element, DIAG_DATE_ORDER,
                   "het volgende gesprek (%s) ligt voor de datum van het dossier (%s)",
                   day, now);
    } else if (is_before(now, day)) {
        report(loading, element, DIAG_DATE_ORDER,
               "%s ligt na de datum van het dossier (%s)", day, now);
    }
}

static void
check_period(const Loading *loading, const xmlNode *element, const char *first,
             const char *last)
{
    g_autofree char *from = xml_attribute(element, first);
    g_autofree char *until = xml_attribute(element, last);
    if (is_before(until, from))
        report(loading, element, DIAG_DATE_ORDER,
               "het einde (%s) ligt voor het begin (%s)", until, from);
}

static void
check_dates(const Loading *loading, xmlNode *root)
{
    for (xmlNode *node = root; node;) {
        if (node->type == XML_ELEMENT_NODE) {
            check_days(loading, node);
            check_past(loading, node);
            check_period(loading, node, "begin", "gereed");
            check_period(loading, node, "van", "tot");
        }
        if (node->type == XML_ELEMENT_NODE && node->children) {
            node = node->children;
            continue;
        }
        while (node != root && !node->next)
            node = node->parent;
        node = node == root ? NULL : node->next;
    }
}

/* - - scores - - */

/* The competence that an attribute names; NULL after a report where it is none, or none of
 * the dossier's profile. */
static const ContentNode *
resolve(const Loading *loading, const xmlNode *element)
{
    const char *id = attribute(loading, element, "plaats");
    const ContentNode *node = collection_lookup(loading->rules->collection, id);
    const char *profile = loading->dossier->profile;
    if (!node || !levels_is_competence(node)) {
        report(loading, element, DIAG_COMPETENCE_UNKNOWN,
               "“%s” is geen competentie van Profiel A of B", id ? id : "");
        return NULL;
    }
    g_autofree char *part = g_strconcat("profiel", profile, NULL);
    if (!profile || strlen(profile) > 1 || strcmp(part, node->part->id) == 0)
        return node;
    report(loading, element, DIAG_COMPETENCE_UNKNOWN,
           "“%s” hoort niet bij Profiel %s, waarmee dit dossier meet", id, profile);
    return NULL;
}

/* 0 after a report where text is no score. */
static int
score_value(const Loading *loading, const xmlNode *element)
{
    g_autofree char *text = xml_attribute(element, "waarde");
    const Scale *scale = &loading->dossier->scale;
    if (g_strcmp0(text, "nvt") == 0)
        return SCORE_NOT_APPLICABLE;
    if (g_strcmp0(text, "ntb") == 0)
        return SCORE_NOT_SEEN;
    guint64 value = 0;
    if (text && g_ascii_string_to_unsigned(text, 10, (guint64)scale->lowest,
                                           (guint64)scale->highest, &value, NULL))
        return (int)value;
    report(loading, element, DIAG_SCORE_RANGE,
           "“%s” staat niet op de schaal van %d tot %d", text ? text : "",
           scale->lowest, scale->highest);
    return 0;
}

static void
read_score(const Loading *loading, Rating *rating, xmlNode *element, GHashTable *seen)
{
    const ContentNode *competence = resolve(loading, element);
    int value = score_value(loading, element);
    if (!competence || value == 0)
        return;
    if (!g_hash_table_add(seen, (gpointer)competence)) {
        report(loading, element, DIAG_SCORE_TWICE,
               "“%s” is in deze beoordeling al gescoord", competence->id);
        return;
    }
    Score score = {competence, value, element};
    g_array_append_val(rating->scores, score);
}

static RaterKind
rater_kind(const char *name)
{
    for (int kind = 0; kind < RATER_KIND_COUNT; kind++)
        if (g_strcmp0(name, rater_names[kind]) == 0)
            return (RaterKind)kind;
    return RATER_KIND_COUNT;
}

/* One rater, one day, one measurement: else a few could count for many. */
static void
check_rater(Loading *loading, const Measurement *measurement, const Rating *rating,
            const xmlNode *element)
{
    g_autofree char *day =
        g_strdup_printf("%d %s %s", (int)rating->kind, rating->date, rating->rater);
    const char *rater = rating->kind == RATER_SELF ? "" : rating->rater;
    g_autofree char *round = g_strdup_printf("%d %p %s", (int)rating->kind,
                                             (const void *)measurement->element, rater);
    gboolean new_day = g_hash_table_add(loading->days, g_steal_pointer(&day));
    gboolean new_round = g_hash_table_add(loading->days, g_steal_pointer(&round));
    if (!new_day)
        report(loading, element, DIAG_RATING_TWICE,
               "deze beoordelaar heeft op %s al beoordeeld", rating->date);
    else if (!new_round)
        report(loading, element, DIAG_RATING_TWICE,
               "deze beoordelaar heeft in deze meting al beoordeeld");
    if (rating->kind == RATER_SELF && rating->anonymous)
        report(loading, element, DIAG_RATING_ANONYMOUS,
               "een beoordeling van zichzelf kan niet anoniem zijn");
}

static void
read_rating(Loading *loading, Measurement *measurement, xmlNode *element)
{
    Arena *arena = loading->dossier->arena;
    g_autofree char *kind = xml_attribute(element, "soort");
    g_autofree char *manner = xml_attribute(element, "wijze");
    Rating rating = {.kind = rater_kind(kind),
                     .anonymous = g_strcmp0(manner, "op naam") != 0,
                     .rater = attribute(loading, element, "beoordelaar"),
                     .date = attribute(loading, element, "datum")};
    if (rating.kind == RATER_KIND_COUNT || !rating.rater || !rating.date)
        return;
    check_rater(loading, measurement, &rating, element);
    rating.scores = g_array_new(FALSE, FALSE, sizeof(Score));
    arena_own(arena, rating.scores, (GDestroyNotify)g_array_unref);
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    for (xmlNode *child = xml_element(element->children); child;
         child = xml_element(child->next))
        if (xml_is(child, "score"))
            read_score(loading, &rating, child, seen);
    g_array_append_val(measurement->ratings, rating);
}

static void
check_edition(const Loading *loading, const xmlNode *element, const char *edition,
              const char *date)
{
    const char *from =
        edition ? g_hash_table_lookup(loading->rules->levels->editions, edition) : NULL;
    if (edition && !from)
        report(loading, element, DIAG_EDITION_UNKNOWN,
               "er is geen editie “%s” van het profiel", edition);
    else if (from && is_before(date, from))
        report(loading, element, DIAG_DATE_ORDER,
               "op %s was editie %s er nog niet (zij geldt vanaf %s)", date, edition,
               from);
}

static void
read_measurement(Loading *loading, xmlNode *element)
{
    Dossier *dossier = loading->dossier;
    Measurement measurement = {.date = attribute(loading, element, "datum"),
                               .edition = attribute(loading, element, "editie"),
                               .name = attribute(loading, element, "naam"),
                               .element = element};
    if (!measurement.date)
        return;
    check_edition(loading, element, measurement.edition, measurement.date);
    measurement.ratings = g_array_new(FALSE, FALSE, sizeof(Rating));
    arena_own(dossier->arena, measurement.ratings, (GDestroyNotify)g_array_unref);
    for (xmlNode *child = xml_element(element->children); child;
         child = xml_element(child->next))
        if (xml_is(child, "beoordeling"))
            read_rating(loading, &measurement, child);
    g_array_append_val(dossier->measurements, measurement);
}

static int
compare_measurements(gconstpointer a, gconstpointer b)
{
    const Measurement *one = a, *two = b;
    return strcmp(one->date, two->date);
}

static void
order_measurements(const Loading *loading)
{
    GArray *measurements = loading->dossier->measurements;
    g_array_sort(measurements, compare_measurements);
    for (guint i = 1; i < measurements->len; i++) {
        const Measurement *one = &g_array_index(measurements, Measurement, i - 1);
        const Measurement *two = &g_array_index(measurements, Measurement, i);
        if (strcmp(one->date, two->date) == 0)
            report(loading, two->element, DIAG_MEASUREMENT_TWICE,
                   "er is al een meting van %s", two->date);
    }
}

/* - - what is counted - - */

static int
compare_nodes(gconstpointer a, gconstpointer b)
{
    const ContentNode *const *one = a, *const *two = b;
    return (*one)->order - (*two)->order;
}

typedef void (*ScoreFunction)(Dossier *dossier, guint measurement, const Rating *rating,
                              const Score *score);

static void
for_each_score(Dossier *dossier, ScoreFunction function)
{
    for (guint i = 0; i < dossier->measurements->len; i++) {
        const Measurement *measurement =
            &g_array_index(dossier->measurements, Measurement, i);
        for (guint j = 0; j < measurement->ratings->len; j++) {
            const Rating *rating = &g_array_index(measurement->ratings, Rating, j);
            for (guint k = 0; k < rating->scores->len; k++)
                function(dossier, i, rating, &g_array_index(rating->scores, Score, k));
        }
    }
}

static void
note_competence(Dossier *dossier, guint measurement, const Rating *rating,
                const Score *score)
{
    (void)measurement;
    (void)rating;
    gpointer key = (gpointer)score->competence;
    if (!g_hash_table_contains(dossier->index, key)) {
        g_hash_table_insert(dossier->index, key, NULL);
        g_ptr_array_add(dossier->competences, key);
    }
}

static gsize
tally_index(const Dossier *dossier, guint measurement, guint competence, RaterKind kind)
{
    return ((gsize)measurement * dossier->competences->len + competence) *
               RATER_KIND_COUNT +
           kind;
}

static void
count_score(Dossier *dossier, guint measurement, const Rating *rating,
            const Score *score)
{
    guint competence =
        GPOINTER_TO_UINT(g_hash_table_lookup(dossier->index, score->competence));
    if (score->value > 0)
        tally_add(&dossier->tallies[tally_index(dossier, measurement, competence - 1,
                                                rating->kind)],
                  rating->anonymous, score->value);
}

static void
count_scores(Dossier *dossier)
{
    for_each_score(dossier, note_competence);
    g_ptr_array_sort(dossier->competences, compare_nodes);
    for (guint i = 0; i < dossier->competences->len; i++)
        g_hash_table_insert(dossier->index, dossier->competences->pdata[i],
                            GUINT_TO_POINTER(i + 1));
    gsize count = tally_index(dossier, dossier->measurements->len, 0, RATER_SELF);
    dossier->tallies = arena_array(dossier->arena, Tally, count);
    for_each_score(dossier, count_score);
}

const Tally *
dossier_tally(const Dossier *dossier, guint measurement, guint competence,
              RaterKind kind)
{
    return &dossier->tallies[tally_index(dossier, measurement, competence, kind)];
}

int
dossier_required(const Dossier *dossier, const Levels *levels,
                 const ContentNode *competence)
{
    return levels_required(levels, dossier->required,
                           dossier->own_scale ? "" : dossier->level, competence);
}

/* - - the whole - - */

static void
read_profile(const Loading *loading, const xmlNode *element)
{
    loading->dossier->profile = attribute(loading, element, "naam");
    check_edition(loading, element, attribute(loading, element, "editie"), NULL);
}

static void
read_frame(Loading *loading, xmlNode *root)
{
    Dossier *dossier = loading->dossier;
    const char *minimum = attribute(loading, root, "minimum");
    dossier->id = attribute(loading, root, "id");
    dossier->report = attribute(loading, root, "rapport");
    dossier->date = attribute(loading, root, "datum");
    dossier->minimum = MAX(minimum ? atoi(minimum) : 0, DEFAULT_MINIMUM);
    dossier->scale = loading->rules->levels->scale;
    const xmlNode *required = NULL;
    for (xmlNode *child = xml_element(root->children); child;
         child = xml_element(child->next)) {
        if (xml_is(child, "medewerker"))
            dossier->level = attribute(loading, child, "niveau");
        else if (xml_is(child, "profiel"))
            read_profile(loading, child);
        else if (xml_is(child, "schaal"))
            dossier->own_scale =
                levels_read_scale(child, &dossier->scale, loading->diag);
        else if (xml_is(child, "eisen"))
            required = child;
    }
    dossier->required = levels_read_required(loading->rules->collection, required,
                                             &dossier->scale, loading->diag);
    arena_own(dossier->arena, dossier->required, (GDestroyNotify)g_hash_table_unref);
}

static void
read_goal(const Loading *loading, const xmlNode *element)
{
    g_autofree char *id = xml_attribute(element, "plaats");
    if (id)
        resolve(loading, element);
}

/* Whether text has part, in a word that is little else where part is short: "noor" is not
 * meant by "noorderkade". */
static gboolean
holds_part(const char *text, const char *part)
{
    enum { SHORTEST = 4, LONG = 6, INITIALS = 2 }; /* in letters */
    gsize length = strlen(part);
    if (length < SHORTEST)
        return FALSE;
    for (const char *at = strstr(text, part); at; at = strstr(at + 1, part)) {
        const char *start = at, *end = at + length;
        while (start > text && g_ascii_isalpha(start[-1]))
            start--;
        while (g_ascii_isalpha(*end))
            end++;
        if (length >= LONG || (gsize)(end - start) <= length + INITIALS)
            return TRUE;
    }
    return FALSE;
}

/* Whether text has a word of name, whatever its case and accents. */
static gboolean
holds_name(const char *text, const char *name)
{
    g_autofree char *plain_text = g_str_to_ascii(text, "nl");
    g_autofree char *plain_name = g_str_to_ascii(name, "nl");
    g_autofree char *small = g_ascii_strdown(plain_text, -1);
    g_auto(GStrv) words = g_strsplit_set(plain_name, " -.'", -1);
    for (char **word = words; *word; word++) {
        g_autofree char *part = g_ascii_strdown(*word, -1);
        if (g_ascii_isupper(**word) && holds_part(small, part))
            return TRUE;
    }
    return FALSE;
}

/* Files and the titles of documents are called by the id and the number. The name itself is
 * not repeated in the message. */
static void
check_name(const Loading *loading, xmlNode *root)
{
    const Dossier *dossier = loading->dossier;
    for (xmlNode *child = xml_element(root->children); child;
         child = xml_element(child->next)) {
        xmlNode *name =
            xml_is(child, "medewerker") ? xml_element(child->children) : NULL;
        if (!name || !xml_is(name, "naam"))
            continue;
        g_autofree char *words = xml_words(name);
        const char *where = dossier->id && holds_name(dossier->id, words) ? "de id"
                            : dossier->report && holds_name(dossier->report, words)
                                ? "het nummer"
                                : NULL;
        if (where)
            report(loading, root, DIAG_DOSSIER_NAME,
                   "in %s van het dossier staat een deel van een naam, en zo heet ook "
                   "het rapport",
                   where);
    }
}

static void
read_content(Loading *loading, xmlNode *root)
{
    for (xmlNode *child = xml_element(root->children); child;
         child = xml_element(child->next)) {
        if (xml_is(child, "meting"))
            read_measurement(loading, child);
        if (!xml_is(child, "afspraken"))
            continue;
        for (xmlNode *goal = xml_element(child->children); goal;
             goal = xml_element(goal->next))
            read_goal(loading, goal);
    }
    if (loading->dossier->measurements->len <= MOST_MEASUREMENTS)
        return;
    report(loading, root, DIAG_DOSSIER_LARGE,
           "een dossier heeft ten hoogste %d metingen", MOST_MEASUREMENTS);
    g_array_set_size(loading->dossier->measurements, MOST_MEASUREMENTS);
}

static Dossier *
dossier_alloc(xmlDoc *document)
{
    Arena *arena = arena_new();
    Dossier *dossier = arena_new0(arena, Dossier);
    dossier->arena = arena;
    dossier->document = document;
    dossier->file = arena_strdup(arena, (const char *)document->URL);
    dossier->measurements = g_array_new(FALSE, FALSE, sizeof(Measurement));
    dossier->competences = g_ptr_array_new();
    dossier->index = g_hash_table_new(NULL, NULL);
    arena_own(arena, document, (GDestroyNotify)xmlFreeDoc);
    arena_own(arena, dossier->measurements, (GDestroyNotify)g_array_unref);
    arena_own(arena, dossier->competences, (GDestroyNotify)g_ptr_array_unref);
    arena_own(arena, dossier->index, (GDestroyNotify)g_hash_table_unref);
    return dossier;
}

Dossier *
dossier_new(const DossierRules *rules, xmlDoc *document, Diag *diag)
{
    g_autoptr(Dossier) dossier = dossier_alloc(document);
    g_autoptr(GHashTable) days =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Loading loading = {rules, dossier, diag, days};
    xmlNode *root = xmlDocGetRootElement(document);
    guint before = diag_count(diag, DIAG_ERROR);
    xml_schema_validate(rules->schema, document, diag);
    read_frame(&loading, root);
    check_name(&loading, root);
    check_dates(&loading, root);
    read_content(&loading, root);
    order_measurements(&loading);
    if (diag_count(diag, DIAG_ERROR) > before)
        return NULL;
    count_scores(dossier);
    return g_steal_pointer(&dossier);
}

Dossier *
dossier_read(const DossierRules *rules, const char *bytes, gsize length,
             const char *file, Diag *diag)
{
    xmlDoc *document = xml_read_memory(bytes, length, file, XML_READ_DEFAULT, diag);
    return document ? dossier_new(rules, document, diag) : NULL;
}

void
dossier_free(Dossier *dossier)
{
    if (dossier)
        arena_free(dossier->arena);
}

DossierRules *
dossier_rules_new(const Collection *collection, const Levels *levels,
                  const char *fallback, GError **error)
{
    g_autoptr(Arena) arena = arena_new();
    XmlSchema *schema = xml_schema_new(
        collection_path(arena, collection->folder, fallback, "schema/dossier.rng"),
        error);
    if (!schema)
        return NULL;
    DossierRules *rules = g_new0(DossierRules, 1);
    *rules = (DossierRules){collection, levels, schema};
    return rules;
}

void
dossier_rules_free(DossierRules *rules)
{
    if (!rules)
        return;
    xml_schema_free(rules->schema);
    g_free(rules);
}
