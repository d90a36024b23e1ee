#include "content/audit_build.h"
#include "base/date.h"
#include "content/prose.h"

#include <string.h>

enum { MOST_PEOPLE = 200, LONGEST_ID = 40 };

typedef struct Entry {
    const char *value; /* tidied */
    AuditSource source;
} Entry;

struct AuditBuild {
    Audit *audit;
    Diag *diag;
    GHashTable *entries; /* name → Entry */
    guint faults;        /* that diag had before */
};

static const char *const facts[] = {"kenmerk", "editie",     "soort", "datum",
                                    "team",    "instelling", "van",   "tot",
                                    "locatie", "vorige",     NULL};
static const char *const parts[] = {
    "antwoord", "gewicht",  "document",    "gesprek", "waarneming", "bewijs", "notitie",
    "actie",    "eigenaar", "hercontrole", "voor",    "stand",      NULL};

AuditBuild *
audit_build_new(const Questions *questions, const char *file, Diag *diag)
{
    AuditBuild *build = g_new0(AuditBuild, 1);
    build->audit = audit_new(questions, file);
    build->diag = diag;
    build->entries = g_hash_table_new(g_str_hash, g_str_equal);
    build->faults = diag_count(diag, DIAG_ERROR);
    return build;
}

void
audit_build_free(AuditBuild *build)
{
    if (!build)
        return;
    audit_free(build->audit);
    g_hash_table_unref(build->entries);
    g_free(build);
}

/* - - names - - */

/* "beoordelaar.3.rol" */
static gboolean
is_of_person(const char *name)
{
    static const char *const people[][2] = {{"beoordelaar.", "rol"},
                                            {"gesproken.", "datum"}};
    for (gsize i = 0; i < G_N_ELEMENTS(people); i++) {
        if (!g_str_has_prefix(name, people[i][0]))
            continue;
        const char *digits = name + strlen(people[i][0]);
        const char *dot = strchr(digits, '.');
        if (!dot)
            return FALSE;
        g_autofree char *number = g_strndup(digits, (gsize)(dot - digits));
        return g_ascii_string_to_unsigned(number, 10, 1, MOST_PEOPLE, NULL, NULL) &&
               *number != '0' &&
               (strcmp(dot + 1, "naam") == 0 || strcmp(dot + 1, people[i][1]) == 0);
    }
    return FALSE;
}

gboolean
audit_build_knows(const AuditBuild *build, const char *name)
{
    if (g_str_has_prefix(name, "audit.")) {
        const char *rest = name + strlen("audit.");
        return g_strv_contains(facts, rest) || strcmp(rest, "vragen") == 0 ||
               is_of_person(rest);
    }
    const char *dot = strrchr(name, '.');
    if (!dot || !g_strv_contains(parts, dot + 1))
        return FALSE;
    g_autofree char *id = g_strndup(name, (gsize)(dot - name));
    return questions_lookup(build->audit->questions, id) != NULL;
}

/* - - entries - - */

static void
report(const AuditBuild *build, const Entry *entry, DiagCode code, const char *format,
       ...) G_GNUC_PRINTF(4, 5);

static void
report(const AuditBuild *build, const Entry *entry, DiagCode code, const char *format,
       ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    diag_report(build->diag, &entry->source.place, code, "%s: %s", entry->source.words,
                text);
}

/* Whether XML can hold it (XML 1.0, 2.2); what cannot be typed is U+FFFD by now. */
static gboolean
is_sound(gunichar c)
{
    return c != 0xFFFD && c != 0xFFFE && c != 0xFFFF &&
           (c >= 0x20 ? c < 0x7F || c >= 0xA0 : c == '\t' || c == '\n' || c == '\r');
}

/* Line ends of Unicode, and the vertical tab that some programs end lines with, are line
 * ends; other control characters go, and are told. */
static char *
clean(const AuditBuild *build, const Entry *entry, const char *value)
{
    GString *text = g_string_sized_new(strlen(value));
    int dropped = 0;
    for (const char *at = value; *at; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (c == 0x2028 || c == 0x2029 || c == 0x85 || c == '\v')
            g_string_append_c(text, '\n');
        else if (c == 0xFEFF)
            continue;
        else if (is_sound(c))
            g_string_append_unichar(text, c);
        else
            dropped++;
    }
    if (dropped)
        report(build, entry, DIAG_AUDIT_CHARACTER,
               "%d onleesbare tekens of stuurtekens zijn weggelaten", dropped);
    return g_string_free(text, FALSE);
}

void
audit_build_set(AuditBuild *build, const char *name, const char *value,
                const AuditSource *source)
{
    Arena *arena = build->audit->arena;
    g_assert(audit_build_knows(build, name));
    Entry *entry = arena_new0(arena, Entry);
    entry->source = *source;
    entry->source.place.file = build->audit->file;
    entry->source.words = arena_strdup(arena, source->words);
    g_autofree char *valid = g_utf8_make_valid(value, -1);
    g_autofree char *text = clean(build, entry, valid);
    entry->value = prose_clean(arena, text);
    g_hash_table_insert(build->entries, arena_strdup(arena, name), entry);
}

static const Entry *
lookup(const AuditBuild *build, const char *first, const char *second)
{
    g_autofree char *name = g_strconcat(first, ".", second, NULL);
    return g_hash_table_lookup(build->entries, name);
}

static const char *
value(const Entry *entry)
{
    return entry ? entry->value : "";
}

/* The date in its ISO form; what is none is reported and stays as it is. */
static const char *
date(const AuditBuild *build, const Entry *entry)
{
    const char *typed = value(entry);
    if (!*typed)
        return typed;
    g_autofree char *read = date_read(typed);
    if (read)
        return arena_strdup(build->audit->arena, read);
    report(build, entry, DIAG_AUDIT_DATE,
           "“%.40s” is geen dag die bestaat; schrijf zoals 24-11-2026", typed);
    return "?";
}

/* - - the audit itself - - */

/* "kenmerk" as the schema has it. */
static gboolean
is_id(const char *text)
{
    gsize length = strspn(text, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "_-");
    return !text[length] && length <= LONGEST_ID && g_ascii_isalnum(*text);
}

static const char *
id(const AuditBuild *build, const Entry *entry)
{
    const char *text = value(entry);
    if (*text && !is_id(text))
        report(build, entry, DIAG_AUDIT_ID,
               "“%.60s” kan geen kenmerk zijn: alleen letters, cijfers en streepjes, "
               "ten hoogste %d",
               text, LONGEST_ID);
    return text;
}

/* A name that is typed may have capitals. */
static gboolean
is_same(const char *typed, const char *name)
{
    g_autofree char *one = g_utf8_casefold(typed, -1);
    g_autofree char *other = g_utf8_casefold(name, -1);
    return strcmp(one, other) == 0;
}

static void
read_kind(AuditBuild *build, const Entry *entry)
{
    Audit *audit = build->audit;
    const GPtrArray *kinds = audit->questions->kinds;
    for (guint i = 0; i < kinds->len; i++) {
        const QuestionName *kind = kinds->pdata[i];
        if (is_same(value(entry), kind->name) || is_same(value(entry), kind->label))
            audit->kind = (int)i;
    }
    if (audit->kind < 0 && *value(entry))
        report(build, entry, DIAG_AUDIT_KIND, "er is geen soort team “%.40s”",
               value(entry));
    else if (audit->kind < 0)
        diag_report(build->diag, &audit->place, DIAG_AUDIT_EMPTY,
                    "de soort team ontbreekt");
}

static const char *
edition(const AuditBuild *build, const Entry *entry)
{
    const char *text = value(entry);
    gsize length = strspn(text, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "._-");
    if (text[length])
        report(build, entry, DIAG_AUDIT_ID, "“%.40s” is geen editie", text);
    else if (!*text)
        diag_report(build->diag, &build->audit->place, DIAG_AUDIT_EMPTY,
                    "de editie ontbreekt");
    return text;
}

static void
read_people(const AuditBuild *build, const char *kind, const char *detail,
            GPtrArray *people)
{
    for (int number = 1; number <= MOST_PEOPLE; number++) {
        g_autofree char *stem = g_strdup_printf("audit.%s.%d", kind, number);
        const Entry *name = lookup(build, stem, "naam");
        const Entry *other = lookup(build, stem, detail);
        if (!*value(name) && !*value(other))
            continue;
        if (!*value(name)) {
            report(build, other, DIAG_AUDIT_EMPTY, "hier hoort een naam of rol bij");
            continue;
        }
        AuditPerson *person = arena_new0(build->audit->arena, AuditPerson);
        person->name = value(name);
        const char *text =
            strcmp(detail, "datum") == 0 ? date(build, other) : value(other);
        person->detail = *text ? text : NULL;
        g_ptr_array_add(people, person);
    }
}

static void
read_facts(AuditBuild *build)
{
    Audit *audit = build->audit;
    audit->id = id(build, lookup(build, "audit", "kenmerk"));
    audit->edition = edition(build, lookup(build, "audit", "editie"));
    read_kind(build, lookup(build, "audit", "soort"));
    audit->date = date(build, lookup(build, "audit", "datum"));
    audit->from = date(build, lookup(build, "audit", "van"));
    audit->until = date(build, lookup(build, "audit", "tot"));
    audit->institution = value(lookup(build, "audit", "instelling"));
    audit->team = value(lookup(build, "audit", "team"));
    audit->location = value(lookup(build, "audit", "locatie"));
    const char *previous = id(build, lookup(build, "audit", "vorige"));
    audit->previous_id = *previous ? previous : NULL;
    read_people(build, "beoordelaar", "rol", audit->assessors);
    read_people(build, "gesproken", "datum", audit->spoken);
}

/* - - the items - - */

static const Answer *
read_answer(const AuditBuild *build, const Question *question, const Entry *entry)
{
    const GPtrArray *answers =
        build->audit->questions->scales[question->section->scale];
    for (guint i = 0; i < answers->len; i++) {
        const Answer *answer = answers->pdata[i];
        if (is_same(entry->value, answer->name) || is_same(entry->value, answer->label))
            return answer;
    }
    return audit_answer(build->audit->questions, question, entry->value,
                        &entry->source.place, build->diag);
}

static void
read_weight(const AuditBuild *build, AuditItem *item)
{
    const Entry *entry = lookup(build, item->question->id, "gewicht");
    const char *text = value(entry);
    item->weight = item->question->weight;
    if (!*text)
        return;
    if (*text >= '1' && *text <= '3' && !text[1]) {
        item->weight = *text - '0';
        item->weighted = TRUE;
    } else
        report(build, entry, DIAG_AUDIT_WEIGHT,
               "“%.40s” is geen gewicht; kies 1, 2 of 3", text);
}

static void
read_evidence(const AuditBuild *build, AuditItem *item)
{
    const Entry *reference = lookup(build, item->question->id, "bewijs");
    for (int i = 0; i < EVIDENCE_KINDS; i++) {
        const Entry *kind = lookup(build, item->question->id, audit_evidence_name(i));
        if (*value(kind))
            item->evidence |= 1u << i;
    }
    item->reference = value(reference);
    if (*item->reference && !item->evidence)
        report(build, reference, DIAG_AUDIT_EVIDENCE,
               "er staat een bewijs, maar niet of het uit een document, een gesprek of "
               "een waarneming komt");
}

static void
read_action(const AuditBuild *build, AuditItem *item)
{
    static const char *const telling[] = {"actie", "eigenaar", "voor", "hercontrole"};
    const char *question = item->question->id;
    const Entry *state = lookup(build, question, "stand"), *first = NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(telling) && !first; i++) {
        const Entry *entry = lookup(build, question, telling[i]);
        first = *value(entry) ? entry : NULL;
    }
    if (!first) {
        if (*value(state))
            report(build, state, DIAG_AUDIT_STATE,
                   "de stand van een actie die er niet is, is weggelaten");
        return;
    }
    AuditAction *action = arena_new0(build->audit->arena, AuditAction);
    action->text = value(lookup(build, question, "actie"));
    action->owner = value(lookup(build, question, "eigenaar"));
    action->due = date(build, lookup(build, question, "voor"));
    const char *recheck = date(build, lookup(build, question, "hercontrole"));
    action->recheck = *recheck ? recheck : NULL;
    item->action = action;
    g_autofree char *name = g_utf8_strdown(value(state), -1);
    if (!*name)
        report(build, first, DIAG_AUDIT_STATE,
               "de actie bij “%s” heeft geen stand; zij geldt als open", question);
    else if (!audit_state_read(name, &action->state))
        report(build, state, DIAG_AUDIT_ACTION_STATE,
               "“%.40s” is geen stand; kies open, loopt, gereed of vervallen",
               value(state));
}

/* A question without an answer holds nothing else; but a weight of its own may have come from
 * the audit before. */
static void
check_unanswered(const AuditBuild *build, const Question *question)
{
    for (const char *const *part = parts; *part; part++) {
        const Entry *entry = lookup(build, question->id, *part);
        if (!*value(entry))
            continue;
        if (strcmp(*part, "gewicht") == 0)
            report(build, entry, DIAG_AUDIT_WEIGHT_ALONE,
                   "vraag “%s” heeft een gewicht en geen antwoord; het gewicht is "
                   "weggelaten",
                   question->id);
        else if (strcmp(*part, "stand") == 0)
            report(
                build, entry, DIAG_AUDIT_STATE,
                "vraag “%s” heeft een stand en geen antwoord; de stand is weggelaten",
                question->id);
        else {
            report(build, entry, DIAG_AUDIT_UNANSWERED,
                   "er is iets ingevuld bij “%s”, maar geen antwoord", question->id);
            return;
        }
    }
}

static void
read_item(AuditBuild *build, const Question *question)
{
    const Entry *entry = lookup(build, question->id, "antwoord");
    if (!*value(entry)) {
        check_unanswered(build, question);
        return;
    }
    const Answer *answer = read_answer(build, question, entry);
    if (!answer)
        return;
    AuditItem *item = arena_new0(build->audit->arena, AuditItem);
    item->question = question;
    item->answer = answer;
    item->place = entry->source.place;
    item->note = value(lookup(build, question->id, "notitie"));
    read_weight(build, item);
    read_evidence(build, item);
    read_action(build, item);
    audit_add(build->audit, item);
}

/* - - the whole - - */

static gboolean
has_any(const AuditBuild *build, const Question *question)
{
    for (const char *const *part = parts; *part; part++)
        if (lookup(build, question->id, *part))
            return TRUE;
    return FALSE;
}

static void
report_lost(const AuditBuild *build, const char *stem, const char *const *names)
{
    g_autoptr(GString) lost = g_string_new(NULL);
    for (; *names; names++)
        if (!lookup(build, stem, *names))
            g_string_append_printf(lost, "%s%s", lost->len ? ", " : "", *names);
    if (lost->len)
        diag_report(build->diag, &build->audit->place, DIAG_FORM_MISSING,
                    "van “%s” ontbreekt in het formulier: %s", stem, lost->str);
}

void
audit_build_report_missing(const AuditBuild *build)
{
    const GPtrArray *questions = build->audit->questions->questions;
    int found = 0;
    report_lost(build, "audit", facts);
    for (guint i = 0; i < questions->len; i++) {
        const Question *question = questions->pdata[i];
        if (!has_any(build, question))
            continue;
        report_lost(build, question->id, parts);
        found++;
    }
    const Entry *count = lookup(build, "audit", "vragen");
    guint64 wanted = 0;
    if (count &&
        g_ascii_string_to_unsigned(count->value, 10, 0, G_MAXINT32, &wanted, NULL) &&
        (int)wanted != found)
        report(build, count, DIAG_FORM_MISSING,
               "het formulier telde %d vragen; hier zijn er %d", (int)wanted, found);
}

Audit *
audit_build_finish(AuditBuild *build)
{
    const GPtrArray *questions = build->audit->questions->questions;
    read_facts(build);
    for (guint i = 0; i < questions->len; i++)
        read_item(build, questions->pdata[i]);
    audit_check(build->audit, build->diag);
    if (*build->audit->edition)
        audit_check_edition(build->audit, DIAG_AUDIT_IMPORT_EDITION, build->diag);
    return diag_count(build->diag, DIAG_ERROR) == build->faults
               ? g_steal_pointer(&build->audit)
               : NULL;
}
