#include "content/dossier_csv.h"
#include "base/date.h"
#include "content/prose.h"
#include "xml/build.h"
#include "xml/read.h"

#include <string.h>

/* The document being made: its parts in the order of the schema, and what rows belong to. */
typedef struct Making {
    const CsvTable *table;
    const Collection *collection;
    Diag *diag;
    Arena *arena;
    int row;
    xmlNode *root, *worker, *supervisor, *profile, *secrecy, *scale, *required;
    xmlNode *measurements, *goals, *registration, *objections, *next;
    xmlNode *measurement, *rating, *score, *goal, *activity;
} Making;

static const char *
cell(const Making *making, int column)
{
    return csv_cell(making->table, making->row, column);
}

static xmlNode *
add(const Making *making, xmlNode *parent, const char *name, int column)
{
    xmlNode *element = xml_add(parent, name);
    xml_set_place(element, making->row, column);
    return element;
}

static void
set_words(const Making *making, xmlNode *element, const char *name, int column)
{
    if (*cell(making, column))
        xml_set(element, name, cell(making, column));
}

static void
set_date(const Making *making, xmlNode *element, const char *name, int column)
{
    const char *text = cell(making, column);
    if (!*text)
        return;
    g_autofree char *date = date_read(text);
    if (date)
        xml_set(element, name, date);
    else
        csv_report(making->table, making->row, column, making->diag, DIAG_DATE,
                   "dit is geen dag die bestaat; schrijf zoals 24-11-2026");
}

static void
set_number(const Making *making, xmlNode *element, const char *name, int column)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    double number;
    if (!*cell(making, column))
        return;
    if (csv_number(cell(making, column), &number))
        xml_set(element, name, g_ascii_formatd(digits, sizeof digits, "%.10g", number));
    else
        csv_report(making->table, making->row, column, making->diag, DIAG_CSV_NUMBER,
                   "dit is geen getal; schrijf zoals 12,5");
}

static void
set_prose(const Making *making, xmlNode *element, int column)
{
    const char *text = prose_clean(making->arena, cell(making, column));
    xmlAddChild(element, xmlNewDocText(element->doc, BAD_CAST text));
}

static xmlNode *
add_prose(const Making *making, xmlNode *parent, const char *name, int column)
{
    if (!*cell(making, column))
        return NULL;
    xmlNode *element = add(making, parent, name, column);
    set_prose(making, element, column);
    return element;
}

/* - - single facts: "gegeven;naam;waarde" - - */

typedef enum FactKind { FACT_WORDS, FACT_DATE, FACT_NUMBER, FACT_PROSE } FactKind;

typedef struct Fact {
    const char *name;      /* in the table */
    const char *element;   /* path from the root: "" is the root itself */
    const char *attribute; /* NULL: the element's text, in a child of this element */
    FactKind kind;
    const char *help;
} Fact;

static const Fact facts[] = {
    {"id", "", "id", FACT_WORDS,
     "letters, cijfers en streepjes; hiernaar heet het rapport"},
    {"rapport", "", "rapport", FACT_WORDS, "nummer van het rapport"},
    {"datum", "", "datum", FACT_DATE, "datum van het dossier, zoals 24-11-2026"},
    {"minimum", "", "minimum", FACT_NUMBER,
     "zoveel anonieme beoordelaars van een soort zijn nodig (3)"},
    {"niveau", "medewerker", "niveau", FACT_WORDS, "junior, medior of senior"},
    {"sinds", "medewerker", "sinds", FACT_DATE, "in dienst sinds"},
    {"naam", "medewerker/naam", NULL, FACT_WORDS, "naam, pseudoniem of beide"},
    {"pseudoniem", "medewerker/pseudoniem", NULL, FACT_WORDS, ""},
    {"functie", "medewerker/functie", NULL, FACT_WORDS, ""},
    {"team", "medewerker/team", NULL, FACT_WORDS, ""},
    {"instelling", "medewerker/instelling", NULL, FACT_WORDS, ""},
    {"leidinggevende", "leidinggevende/naam", NULL, FACT_WORDS, ""},
    {"functie leidinggevende", "leidinggevende/functie", NULL, FACT_WORDS, ""},
    {"profiel", "profiel", "naam", FACT_WORDS, "A, B of A en B"},
    {"editie", "profiel", "editie", FACT_WORDS, "editie van het profiel"},
    {"vertrouwelijkheid", "vertrouwelijkheid", NULL, FACT_PROSE,
     "voor wie het rapport is"},
    {"herregistratie van", "herregistratie", "van", FACT_DATE, ""},
    {"herregistratie tot", "herregistratie", "tot", FACT_DATE, ""},
    {"herregistratie uren", "herregistratie", "uren", FACT_NUMBER,
     "gevraagd in deze periode"},
    {"volgend gesprek", "volgend-gesprek", "datum", FACT_DATE, ""},
    {"volgend gesprek over", "volgend-gesprek", NULL, FACT_PROSE, ""},
};

/* The element that path leads to from root, made where it is not there. */
static xmlNode *
reach(const Making *making, const char *path)
{
    xmlNode *element = making->root;
    g_auto(GStrv) names = g_strsplit(path, "/", -1);
    for (char **name = names; *name && **name; name++) {
        xmlNode *child = xml_element(element->children);
        while (child && !xml_is(child, *name))
            child = xml_element(child->next);
        element = child ? child : xml_add(element, *name);
    }
    if (xml_place(element).line == 0 || strchr(path, '/'))
        xml_set_place(element, making->row, 3);
    return element;
}

static void
read_fact(Making *making)
{
    const char *name = cell(making, 2);
    for (gsize i = 0; i < G_N_ELEMENTS(facts); i++) {
        const Fact *fact = &facts[i];
        if (g_ascii_strcasecmp(fact->name, name) != 0)
            continue;
        if (!*cell(making, 3))
            return;
        xmlNode *element = reach(making, fact->element);
        if (fact->attribute ? xmlHasProp(element, BAD_CAST fact->attribute) != NULL
                            : element->children != NULL)
            csv_report(making->table, making->row, 2, making->diag, DIAG_CSV_ROW,
                       "“%s” staat er al", fact->name);
        else if (!fact->attribute)
            set_prose(making, element, 3);
        else if (fact->kind == FACT_DATE)
            set_date(making, element, fact->attribute, 3);
        else if (fact->kind == FACT_NUMBER)
            set_number(making, element, fact->attribute, 3);
        else
            set_words(making, element, fact->attribute, 3);
        return;
    }
    csv_report(making->table, making->row, 2, making->diag, DIAG_CSV_ROW,
               "er is geen gegeven “%s”", name);
}

/* - - rows of several cells - - */

/* The element that a row belongs to; NULL after a report where there is none above. */
static xmlNode *
under(const Making *making, xmlNode *parent, const char *name)
{
    if (!parent)
        csv_report(making->table, making->row, 1, making->diag, DIAG_CSV_ROW,
                   "deze rij hoort onder een rij “%s”", name);
    return parent;
}

static void
read_step(Making *making)
{
    xmlNode *step = add(making, making->scale, cell(making, 1), 2);
    set_words(making, step, "waarde", 2);
    set_words(making, step, "naam", 3);
    set_prose(making, step, 4);
}

static void
read_required(Making *making)
{
    xmlNode *required = add(making, making->required, "eis", 2);
    set_words(making, required, "plaats", 2);
    set_words(making, required, "trede", 3);
    set_prose(making, required, 4);
}

static void
read_measurement(Making *making)
{
    making->measurement = making->rating = making->score = NULL;
    if (!*cell(making, 2))
        return;
    making->measurement = add(making, making->measurements, "meting", 2);
    set_date(making, making->measurement, "datum", 2);
    set_words(making, making->measurement, "editie", 3);
    set_words(making, making->measurement, "naam", 4);
}

static void
read_rating(Making *making)
{
    making->rating = making->score = NULL;
    if (!*cell(making, 3) && !*cell(making, 5))
        return;
    if (!under(making, making->measurement, "meting"))
        return;
    making->rating = add(making, making->measurement, "beoordeling", 2);
    set_words(making, making->rating, "soort", 2);
    set_date(making, making->rating, "datum", 3);
    set_words(making, making->rating, "wijze", 4);
    set_words(making, making->rating, "beoordelaar", 5);
}

/* A row without a score is one that nobody filled in. */
static void
read_score(Making *making)
{
    making->score = NULL;
    if (!*cell(making, 3) && !*cell(making, 4))
        return;
    if (!under(making, making->rating, "beoordeling"))
        return;
    gboolean is_known = collection_lookup(making->collection, cell(making, 2)) != NULL;
    making->score = add(making, making->rating, "score", is_known ? 3 : 2);
    set_words(making, making->score, "plaats", 2);
    xml_set(making->score, "waarde", cell(making, 3));
    xmlNode *remark = add_prose(making, making->score, "opmerking", 4);
    if (remark)
        set_words(making, remark, "voor", 5);
}

static void
read_evidence(Making *making)
{
    if (!under(making, making->score, "score"))
        return;
    xmlNode *evidence = add(making, making->score, "bewijs", 2);
    xmlNode *remark = xml_element(making->score->children);
    while (remark && !xml_is(remark, "opmerking"))
        remark = xml_element(remark->next);
    if (remark)
        xmlAddPrevSibling(remark, evidence);
    set_words(making, evidence, "soort", 2);
    set_date(making, evidence, "datum", 3);
    set_words(making, evidence, "verwijzing", 4);
    set_prose(making, evidence, 5);
    set_words(making, evidence, "voor", 6);
}

static void
read_goal(Making *making)
{
    making->goal = making->activity = NULL;
    if (!*cell(making, 7))
        return;
    xmlNode *goal = add(making, making->goals, "doel", 2);
    set_words(making, goal, "plaats", 2);
    set_words(making, goal, "stand", 3);
    set_words(making, goal, "eigenaar", 4);
    set_date(making, goal, "begin", 5);
    set_date(making, goal, "gereed", 6);
    making->activity = add_prose(making, goal, "gedrag", 7);
    add_prose(making, goal, "steun", 8);
    if (*cell(making, 9) || *cell(making, 10) || *cell(making, 11)) {
        xmlNode *budget = add(making, goal, "budget", 9);
        set_number(making, budget, "euro", 9);
        set_number(making, budget, "uren", 10);
        set_prose(making, budget, 11);
    }
    add_prose(making, goal, "blijkt", 12);
    making->goal = goal;
}

static void
read_activity(Making *making)
{
    if (!*cell(making, 2) || !under(making, making->goal, "doel"))
        return;
    xmlNode *activity = add_prose(making, making->goal, "activiteit", 2);
    xmlAddNextSibling(making->activity, activity);
    making->activity = activity;
}

static void
read_registration(Making *making)
{
    if (!*cell(making, 2))
        return;
    xmlNode *activity = add(making, making->registration, "activiteit", 2);
    set_date(making, activity, "datum", 2);
    set_words(making, activity, "soort", 3);
    set_number(making, activity, "uren", 4);
    set_words(making, activity, "verwijzing", 5);
    set_prose(making, activity, 6);
}

static void
read_objection(Making *making)
{
    if (!*cell(making, 2) && !*cell(making, 3))
        return;
    xmlNode *objection = add(making, making->objections, "bezwaar", 2);
    set_date(making, objection, "datum", 2);
    set_prose(making, objection, 3);
}

typedef struct RowKind {
    const char *name;
    void (*read)(Making *making);
    const char *columns; /* explained in the template */
} RowKind;

static const RowKind rows[] = {
    {"gegeven", read_fact, "# gegeven;wat;waarde;toelichting"},
    {"trede", read_step, "# trede;waarde;naam;gedrag (alleen voor een eigen schaal)"},
    {"buiten", read_step, NULL},
    {"eis", read_required, "# eis;competentie;trede;reden (alleen waar zij afwijkt)"},
    {"meting", read_measurement, "# meting;datum;editie;naam"},
    {"beoordeling", read_rating,
     "# beoordeling;zelf, leidinggevende, collega of bewoner;datum;op naam of "
     "anoniem;beoordelaar"},
    {"score", read_score,
     "# score;competentie;trede, nvt of ntb;opmerking;medewerker: alleen voor "
     "haar of hem;wat het is"},
    {"bewijs", read_evidence,
     "# bewijs;document, product, observatie, gesprek, terugkoppeling of "
     "registratie;datum;verwijzing;omschrijving"},
    {"doel", read_goal,
     "# doel;competentie;open, loopt, bereikt of vervallen;eigenaar;begin;gereed;"
     "gedrag;steun;euro;uren;over het budget;het blijkt uit"},
    {"activiteit", read_activity, "# activiteit;omschrijving (onder een doel)"},
    {"herregistratie", read_registration,
     "# herregistratie;datum;soort;uren;verwijzing;omschrijving"},
    {"bezwaar", read_objection, "# bezwaar;datum;tekst"},
};

static void
read_row(Making *making)
{
    if (csv_is_remark(making->table, making->row))
        return;
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        if (g_ascii_strcasecmp(rows[i].name, cell(making, 1)) == 0) {
            rows[i].read(making);
            return;
        }
    csv_report(making->table, making->row, 1, making->diag, DIAG_CSV_ROW,
               "een rij kan niet met “%s” beginnen", cell(making, 1));
}

/* - - the whole - - */

gboolean
dossier_csv_is(const CsvTable *table)
{
    return g_ascii_strcasecmp(csv_cell(table, 1, 1), "dossier") == 0;
}

/* Puts the children of a holder in its place. */
static void
dissolve(xmlNode *holder)
{
    xmlNode *child;
    while ((child = holder->children) != NULL)
        xmlAddPrevSibling(holder, child);
    xmlUnlinkNode(holder);
    xmlFreeNode(holder);
}

static void
drop_empty(xmlNode *element)
{
    if (element->children || element->properties)
        return;
    xmlUnlinkNode(element);
    xmlFreeNode(element);
}

static void
open_parts(Making *making)
{
    making->worker = xml_add(making->root, "medewerker");
    static const char *const of_worker[] = {"naam", "pseudoniem", "functie", "team",
                                            "instelling"};
    for (gsize i = 0; i < G_N_ELEMENTS(of_worker); i++)
        xml_add(making->worker, of_worker[i]);
    making->supervisor = xml_add(making->root, "leidinggevende");
    xml_add(making->supervisor, "naam");
    xml_add(making->supervisor, "functie");
    making->profile = xml_add(making->root, "profiel");
    making->secrecy = xml_add(making->root, "vertrouwelijkheid");
    making->scale = xml_add(making->root, "schaal");
    making->required = xml_add(making->root, "eisen");
    making->measurements = xml_add(making->root, "metingen");
    making->goals = xml_add(making->root, "afspraken");
    making->registration = xml_add(making->root, "herregistratie");
    making->objections = xml_add(making->root, "bezwaren");
    making->next = xml_add(making->root, "volgend-gesprek");
    for (xmlNode *part = making->root->children; part; part = part->next)
        xml_set_place(part, 1, 1);
}

static void
close_parts(Making *making)
{
    xmlNode *next;
    for (xmlNode *child = making->worker->children; child; child = next) {
        next = child->next;
        drop_empty(child);
    }
    for (xmlNode *child = making->supervisor->children; child; child = next) {
        next = child->next;
        drop_empty(child);
    }
    dissolve(making->measurements);
    dissolve(making->objections);
    xmlNode *const optional[] = {
        making->supervisor, making->secrecy,      making->scale, making->required,
        making->goals,      making->registration, making->next};
    for (gsize i = 0; i < G_N_ELEMENTS(optional); i++)
        drop_empty(optional[i]);
}

xmlDoc *
dossier_csv_read(const CsvTable *table, const Collection *collection, Diag *diag)
{
    g_autoptr(Arena) arena = arena_new();
    guint before = diag_count(diag, DIAG_ERROR);
    g_autoptr(xmlDoc) document = xmlNewDoc(BAD_CAST "1.0");
    document->URL = xmlStrdup(BAD_CAST table->file);
    Making making = {
        .table = table, .collection = collection, .diag = diag, .arena = arena};
    making.root = xmlNewDocNode(document, NULL, BAD_CAST "dossier", NULL);
    xmlDocSetRootElement(document, making.root);
    xml_set_place(making.root, 1, 1);
    open_parts(&making);
    for (making.row = 2; making.row <= table->row_count; making.row++)
        read_row(&making);
    close_parts(&making);
    return diag_count(diag, DIAG_ERROR) > before ? NULL : g_steal_pointer(&document);
}

/* - - writing - - */

static void
put(GString *text, const char *first, ...) G_GNUC_NULL_TERMINATED;

static void
put(GString *text, const char *first, ...)
{
    const char *cells[16];
    gsize count = 0;
    va_list arguments;
    va_start(arguments, first);
    for (const char *one = first; one && count < G_N_ELEMENTS(cells) - 1;
         one = va_arg(arguments, const char *))
        cells[count++] = one;
    va_end(arguments);
    cells[count] = NULL;
    csv_append_row(text, ';', cells);
}

static void
put_help(GString *text, const char *name)
{
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        if (rows[i].columns && strcmp(rows[i].name, name) == 0) {
            g_auto(GStrv) cells = g_strsplit(rows[i].columns, ";", -1);
            csv_append_row(text, ';', (const char *const *)cells);
        }
}

/* An attribute, or "" ; in arena. */
static const char *
value(Arena *arena, const xmlNode *element, const char *name)
{
    g_autofree char *found = element ? xml_attribute(element, name) : NULL;
    return arena_strdup(arena, found ? found : "");
}

static const char *
decimal(Arena *arena, const xmlNode *element, const char *name)
{
    return g_strdelimit((char *)value(arena, element, name), ".", ',');
}

static const char *
prose(Arena *arena, const xmlNode *element)
{
    if (!element)
        return "";
    xmlChar *content = xmlNodeGetContent(element);
    const char *text = prose_read(arena, (const char *)content);
    xmlFree(content);
    return text;
}

static const xmlNode *
child_of(const xmlNode *parent, const char *name)
{
    xmlNode *child = parent ? xml_element(parent->children) : NULL;
    while (child && !xml_is(child, name))
        child = xml_element(child->next);
    return child;
}

static void
put_facts(GString *text, Arena *arena, const xmlNode *root)
{
    put_help(text, "gegeven");
    for (gsize i = 0; i < G_N_ELEMENTS(facts); i++) {
        const Fact *fact = &facts[i];
        const xmlNode *element = root;
        g_auto(GStrv) names = g_strsplit(fact->element, "/", -1);
        for (char **name = names; *name && **name; name++)
            element = child_of(element, *name);
        const char *found = "";
        if (fact->attribute)
            found = fact->kind == FACT_NUMBER ? decimal(arena, element, fact->attribute)
                                              : value(arena, element, fact->attribute);
        else if (element)
            found = prose(arena, element);
        put(text, "gegeven", fact->name, found, fact->help, NULL);
    }
}

static void
put_blank_scores(GString *text, const Collection *collection, const Levels *levels)
{
    for (guint i = 0; i < collection->nodes->len; i++) {
        const ContentNode *node = collection->nodes->pdata[i];
        if (!levels_is_competence(node))
            continue;
        g_autofree char *words = levels_name(levels, node);
        put(text, "score", node->id, "", "", "", words, NULL);
    }
}

static void
put_score(GString *text, Arena *arena, const Levels *levels, const Score *score)
{
    const xmlNode *element = score->element, *remark = child_of(element, "opmerking");
    g_autofree char *words = levels_name(levels, score->competence);
    put(text, "score", value(arena, element, "plaats"), value(arena, element, "waarde"),
        prose(arena, remark), value(arena, remark, "voor"), words, NULL);
    for (xmlNode *child = xml_element(element->children); child;
         child = xml_element(child->next))
        if (xml_is(child, "bewijs"))
            put(text, "bewijs", value(arena, child, "soort"),
                value(arena, child, "datum"), value(arena, child, "verwijzing"),
                prose(arena, child), value(arena, child, "voor"), NULL);
}

static void
put_measurements(GString *text, Arena *arena, const Levels *levels,
                 const Dossier *dossier)
{
    for (guint i = 0; i < dossier->measurements->len; i++) {
        const Measurement *measurement =
            &g_array_index(dossier->measurements, Measurement, i);
        put(text, "meting", measurement->date, measurement->edition,
            measurement->name ? measurement->name : "", NULL);
        for (guint j = 0; j < measurement->ratings->len; j++) {
            const Rating *rating = &g_array_index(measurement->ratings, Rating, j);
            put(text, "beoordeling", dossier_rater_name(rating->kind), rating->date,
                rating->anonymous ? "anoniem" : "op naam", rating->rater, NULL);
            for (guint k = 0; k < rating->scores->len; k++)
                put_score(text, arena, levels,
                          &g_array_index(rating->scores, Score, k));
        }
    }
}

static void
put_goal(GString *text, Arena *arena, const xmlNode *goal)
{
    const xmlNode *budget = child_of(goal, "budget");
    put(text, "doel", value(arena, goal, "plaats"), value(arena, goal, "stand"),
        value(arena, goal, "eigenaar"), value(arena, goal, "begin"),
        value(arena, goal, "gereed"), prose(arena, child_of(goal, "gedrag")),
        prose(arena, child_of(goal, "steun")), decimal(arena, budget, "euro"),
        decimal(arena, budget, "uren"), prose(arena, budget),
        prose(arena, child_of(goal, "blijkt")), NULL);
    for (xmlNode *child = xml_element(goal->children); child;
         child = xml_element(child->next))
        if (xml_is(child, "activiteit"))
            put(text, "activiteit", prose(arena, child), NULL);
}

/* The rest, in the order of the document. */
static void
put_others(GString *text, Arena *arena, const xmlNode *parent)
{
    for (xmlNode *child = xml_element(parent->children); child;
         child = xml_element(child->next)) {
        const char *name = (const char *)child->name;
        if (strcmp(name, "trede") == 0 || strcmp(name, "buiten") == 0)
            put(text, name, value(arena, child, "waarde"), value(arena, child, "naam"),
                prose(arena, child), NULL);
        else if (strcmp(name, "eis") == 0)
            put(text, name, value(arena, child, "plaats"), value(arena, child, "trede"),
                prose(arena, child), NULL);
        else if (strcmp(name, "doel") == 0)
            put_goal(text, arena, child);
        else if (strcmp(name, "activiteit") == 0)
            put(text, "herregistratie", value(arena, child, "datum"),
                value(arena, child, "soort"), decimal(arena, child, "uren"),
                value(arena, child, "verwijzing"), prose(arena, child), NULL);
        else if (strcmp(name, "bezwaar") == 0)
            put(text, name, value(arena, child, "datum"), prose(arena, child), NULL);
        else if (strcmp(name, "meting") != 0)
            put_others(text, arena, child);
    }
}

char *
dossier_csv_write(const Collection *collection, const Levels *levels,
                  const Dossier *dossier)
{
    static const char *const helped[] = {
        "trede",  "eis",  "meting",     "beoordeling",    "score",
        "bewijs", "doel", "activiteit", "herregistratie", "bezwaar"};
    g_autoptr(Arena) arena = arena_new();
    GString *text = g_string_new("\xEF\xBB\xBF");
    const xmlNode *root = dossier ? xmlDocGetRootElement(dossier->document) : NULL;
    put(text, "dossier", "rijen die met # beginnen zijn uitleg", NULL);
    put_facts(text, arena, root);
    for (gsize i = 0; i < G_N_ELEMENTS(helped); i++)
        put_help(text, helped[i]);
    if (dossier) {
        put_others(text, arena, root);
        put_measurements(text, arena, levels, dossier);
    } else {
        put(text, "meting", "", "", "", NULL);
        put(text, "beoordeling", "zelf", "", "op naam", "", NULL);
        put_blank_scores(text, collection, levels);
        put(text, "doel", "", "open", "", "", "", "", "", "", "", "", "", NULL);
        put(text, "activiteit", "", NULL);
        put(text, "herregistratie", "", "", "", "", "", NULL);
        put(text, "bezwaar", "", "", NULL);
    }
    return g_string_free(text, FALSE);
}
