#include "content/audit_csv.h"
#include "content/audit_build.h"

#include <string.h>

typedef struct Making {
    const CsvTable *table;
    AuditBuild *build;
    const Questions *questions;
    Diag *diag;
    GHashTable *names; /* that were set */
    int row, assessors, spoken;
} Making;

/* What stands in the columns of a question, from the third on; NULL: for people to read. */
static const char *const columns[] = {NULL,     "antwoord", "gewicht",    "soorten",
                                      "bewijs", "notitie",  "actie",      "eigenaar",
                                      "voor",   "stand",    "hercontrole"};
enum { FIRST_COLUMN = 3 };

static const char *
cell(const Making *making, int column)
{
    return csv_cell(making->table, making->row, column);
}

/* Files a cell under its name; FALSE where there is one already. */
static gboolean
set(const Making *making, const char *name, const char *text, int column)
{
    g_autoptr(Arena) arena = arena_new();
    if (!g_hash_table_add(making->names, g_strdup(name)))
        return FALSE;
    g_autofree char *words =
        g_strdup_printf("cel %s%d", csv_column_name(arena, column), making->row);
    AuditSource source = {csv_place(making->table, making->row, column), words};
    audit_build_set(making->build, name, text, &source);
    return TRUE;
}

static void
read_fact(Making *making)
{
    g_autofree char *fact = g_utf8_strdown(cell(making, 2), -1);
    g_autofree char *name = g_strconcat("audit.", fact, NULL);
    if (strchr(fact, '.') || strcmp(fact, "vragen") == 0 ||
        !audit_build_knows(making->build, name))
        csv_report(making->table, making->row, 2, making->diag, DIAG_CSV_ROW,
                   "er is geen gegeven “%s”", cell(making, 2));
    else if (!set(making, name, cell(making, 3), 3))
        csv_report(making->table, making->row, 2, making->diag, DIAG_CSV_ROW,
                   "“%s” staat er al", cell(making, 2));
}

static void
read_person(Making *making, const char *kind, int *count, const char *detail)
{
    if (!*cell(making, 2) && !*cell(making, 3))
        return;
    g_autofree char *name = g_strdup_printf("audit.%s.%d.naam", kind, ++*count);
    g_autofree char *other = g_strdup_printf("audit.%s.%d.%s", kind, *count, detail);
    if (!audit_build_knows(making->build, name)) {
        csv_report(making->table, making->row, 1, making->diag, DIAG_CSV_ROW,
                   "hier staan te veel mensen");
        return;
    }
    set(making, name, cell(making, 2), 2);
    set(making, other, cell(making, 3), 3);
}

static void
read_assessor(Making *making)
{
    read_person(making, "beoordelaar", &making->assessors, "rol");
}

static void
read_spoken(Making *making)
{
    read_person(making, "gesproken", &making->spoken, "datum");
}

/* "document, gesprek" */
static void
read_kinds(const Making *making, const char *id, int column)
{
    g_autofree char *list = g_utf8_strdown(cell(making, column), -1);
    guint evidence;
    if (!audit_evidence_read(list, &evidence)) {
        csv_report(making->table, making->row, column, making->diag,
                   DIAG_AUDIT_EVIDENCE,
                   "“%.60s” is geen soort bewijs; kies document, gesprek of waarneming",
                   cell(making, column));
        return;
    }
    for (int i = 0; i < EVIDENCE_KINDS; i++) {
        g_autofree char *name = g_strconcat(id, ".", audit_evidence_name(i), NULL);
        set(making, name, evidence >> i & 1 ? "ja" : "", column);
    }
}

static void
read_question(Making *making)
{
    const char *id = cell(making, 2);
    if (!questions_lookup(making->questions, id)) {
        csv_report(making->table, making->row, 2, making->diag, DIAG_AUDIT_QUESTION,
                   "er is geen vraag “%s”", id);
        return;
    }
    for (int i = 0; i < (int)G_N_ELEMENTS(columns); i++) {
        int column = FIRST_COLUMN + i;
        if (!columns[i])
            continue;
        if (strcmp(columns[i], "soorten") == 0) {
            read_kinds(making, id, column);
            continue;
        }
        g_autofree char *name = g_strconcat(id, ".", columns[i], NULL);
        if (set(making, name, cell(making, column), column))
            continue;
        csv_report(making->table, making->row, 2, making->diag, DIAG_AUDIT_REPEATED,
                   "vraag “%s” staat er al", id);
        return;
    }
}

typedef struct RowKind {
    const char *name;
    void (*read)(Making *making);
} RowKind;

static const RowKind rows[] = {{"gegeven", read_fact},
                               {"beoordelaar", read_assessor},
                               {"gesproken", read_spoken},
                               {"vraag", read_question}};

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

gboolean
audit_csv_is(const CsvTable *table)
{
    return g_ascii_strcasecmp(csv_cell(table, 1, 1), "audit") == 0;
}

Audit *
audit_csv_read(const CsvTable *table, const Questions *questions, Diag *diag)
{
    guint faults = diag_count(diag, DIAG_ERROR);
    g_autoptr(AuditBuild) build = audit_build_new(questions, table->file, diag);
    Making making = {.table = table,
                     .build = build,
                     .questions = questions,
                     .diag = diag,
                     .names =
                         g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    for (making.row = 2; making.row <= table->row_count; making.row++)
        read_row(&making);
    g_hash_table_unref(making.names);
    g_autoptr(Audit) audit = audit_build_finish(build);
    return diag_count(diag, DIAG_ERROR) > faults ? NULL : g_steal_pointer(&audit);
}

/* - - writing - - */

static void
put(GString *text, const char *first, ...) G_GNUC_NULL_TERMINATED;

static void
put(GString *text, const char *first, ...)
{
    const char *cells[FIRST_COLUMN + G_N_ELEMENTS(columns)];
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

static const char *
or_empty(const char *text)
{
    return text ? text : "";
}

/* "aanwezig, deels, …" */
static char *
list_answers(const GPtrArray *answers)
{
    GString *list = g_string_new(NULL);
    for (guint i = 0; i < answers->len; i++)
        g_string_append_printf(list, "%s%s", i ? ", " : "",
                               ((const Answer *)answers->pdata[i])->name);
    return g_string_free(list, FALSE);
}

static char *
list_kinds(const Questions *questions)
{
    GString *list = g_string_new(NULL);
    for (guint i = 0; i < questions->kinds->len; i++)
        g_string_append_printf(
            list, "%s%s", i ? ", " : "",
            ((const QuestionName *)questions->kinds->pdata[i])->name);
    return g_string_free(list, FALSE);
}

static void
put_facts(GString *text, const Questions *questions, int kind, const Audit *audit)
{
    const QuestionName *name = questions->kinds->pdata[kind];
    g_autofree char *kinds = list_kinds(questions);
    put(text, "# gegeven", "wat", "waarde", "toelichting", NULL);
    put(text, "gegeven", "kenmerk", audit->id,
        "letters, cijfers en streepjes; hiernaar heet het verslag", NULL);
    put(text, "gegeven", "editie", audit->edition, "editie van de vragen", NULL);
    put(text, "gegeven", "soort", name->name, kinds, NULL);
    put(text, "gegeven", "instelling", audit->institution, "", NULL);
    put(text, "gegeven", "team", audit->team, "naam of pseudoniem", NULL);
    put(text, "gegeven", "locatie", audit->location, "", NULL);
    put(text, "gegeven", "datum", audit->date, "van de audit, zoals 24-11-2026", NULL);
    put(text, "gegeven", "van", audit->from, "begin van de periode", NULL);
    put(text, "gegeven", "tot", audit->until, "laatste dag van de periode", NULL);
    put(text, "gegeven", "vorige", or_empty(audit->previous_id),
        "kenmerk van de vorige audit", NULL);
}

static void
put_people(GString *text, const char *kind, const GPtrArray *people)
{
    for (guint i = 0; i < people->len; i++) {
        const AuditPerson *person = people->pdata[i];
        put(text, kind, person->name, or_empty(person->detail), NULL);
    }
    if (people->len == 0)
        put(text, kind, "", "", NULL);
}

static void
put_question(GString *text, const Question *question, const AuditItem *item)
{
    if (!item) {
        put(text, "vraag", question->id, question->text, "", "", "", "", "", "", "", "",
            "", "", NULL);
        return;
    }
    static const AuditAction none = {"", "", "", ACTION_OPEN, ""};
    const AuditAction *action = item->action ? item->action : &none;
    char weight[16] = "";
    if (item->weighted)
        g_snprintf(weight, sizeof weight, "%d", item->weight);
    g_autoptr(GString) kinds = g_string_new(NULL);
    for (int i = 0; i < EVIDENCE_KINDS; i++)
        if (item->evidence >> i & 1)
            g_string_append_printf(kinds, "%s%s", kinds->len ? " " : "",
                                   audit_evidence_name(i));
    put(text, "vraag", question->id, question->text, item->answer->name, weight,
        kinds->str, item->reference, item->note, action->text, action->owner,
        action->due, item->action ? audit_state_name(action->state) : "",
        or_empty(action->recheck), NULL);
}

static void
put_questions(GString *text, const Questions *questions, int kind, const Audit *audit)
{
    g_autofree char *internal = list_answers(questions->scales[SCALE_INTERNAL]);
    g_autofree char *external = list_answers(questions->scales[SCALE_EXTERNAL]);
    put(text, "# antwoord bij een interne conditie", internal, NULL);
    put(text, "# antwoord bij een externe conditie", external, NULL);
    put(text, "# vraag", "id", "wat gevraagd wordt", "antwoord",
        "gewicht: 1, 2, 3 of leeg", "bewijs uit: document, gesprek, waarneming",
        "welk stuk, welk gesprek", "notitie", "actie", "wie doet het", "klaar voor",
        "open, loopt, gereed of vervallen", "hercontrole", NULL);
    for (guint i = 0; i < questions->questions->len; i++) {
        const Question *question = questions->questions->pdata[i];
        const AuditItem *item = audit_item(audit, question);
        if (item || question_is_for(question, kind))
            put_question(text, question, item);
    }
}

char *
audit_csv_write(const Questions *questions, int kind, const Audit *audit)
{
    g_autoptr(Audit) blank = NULL;
    if (!audit) {
        blank = audit_new(questions, "");
        blank->edition = questions->edition;
    }
    const Audit *source = audit ? audit : blank;
    GString *text = g_string_new("\xEF\xBB\xBF");
    put(text, "audit", "rijen die met # beginnen zijn uitleg", NULL);
    put_facts(text, questions, kind, source);
    put(text, "# beoordelaar", "naam", "rol", NULL);
    put_people(text, "beoordelaar", source->assessors);
    put(text, "# gesproken", "wie; een rol volstaat", "datum", NULL);
    put_people(text, "gesproken", source->spoken);
    put_questions(text, questions, kind, source);
    return g_string_free(text, FALSE);
}
