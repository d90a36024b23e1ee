#include "base/date.h"
#include "content/audit.h"

#include <string.h>

typedef struct Check {
    const Audit *audit;
    Diag *diag;
} Check;

static void
need(const Check *check, const char *value, const char *what)
{
    if (!*value)
        diag_report(check->diag, &check->audit->place, DIAG_AUDIT_EMPTY, "%s ontbreekt",
                    what);
}

/* TRUE where the date exists; what: "de datum van de audit". What is not written as a date was
 * reported by who read it. */
static gboolean
check_date(const Check *check, const Place *place, const char *date, const char *what)
{
    if (date_is_valid(date))
        return TRUE;
    if (!g_ascii_isdigit(*date))
        return FALSE;
    diag_report(check->diag, place, DIAG_AUDIT_DATE, "%s, “%s”, bestaat niet", what,
                date);
    return FALSE;
}

static void
check_dates(const Check *check)
{
    const Audit *audit = check->audit;
    const Place *place = &audit->place;
    if (*audit->date)
        check_date(check, place, audit->date, "de datum van de audit");
    gboolean has_period = *audit->from && *audit->until;
    if (has_period &&
        check_date(check, place, audit->from, "het begin van de periode") &&
        check_date(check, place, audit->until, "het eind van de periode") &&
        strcmp(audit->from, audit->until) > 0)
        diag_report(check->diag, place, DIAG_AUDIT_DATE,
                    "de periode eindigt (%s) voor zij begint (%s)", audit->until,
                    audit->from);
    for (guint i = 0; i < audit->spoken->len; i++) {
        const AuditPerson *person = audit->spoken->pdata[i];
        if (person->detail)
            check_date(check, place, person->detail, "de datum van een gesprek");
    }
}

static void
check_action(const Check *check, const AuditItem *item)
{
    const AuditAction *action = item->action;
    if (!*action->text)
        diag_report(check->diag, &item->place, DIAG_AUDIT_EMPTY,
                    "de actie bij “%s” zegt niet wat er gebeurt", item->question->id);
    if (!*action->owner)
        diag_report(check->diag, &item->place, DIAG_AUDIT_EMPTY,
                    "de actie bij “%s” heeft geen eigenaar", item->question->id);
    if (!*action->due)
        diag_report(check->diag, &item->place, DIAG_AUDIT_EMPTY,
                    "de actie bij “%s” heeft geen datum waarvoor zij klaar is",
                    item->question->id);
    gboolean is_due = check_date(check, &item->place, action->due,
                                 "de datum waarvoor de actie klaar is");
    if (!action->recheck)
        return;
    if (check_date(check, &item->place, action->recheck, "de datum van hercontrole") &&
        is_due && strcmp(action->recheck, action->due) < 0)
        diag_report(check->diag, &item->place, DIAG_AUDIT_DATE,
                    "de hercontrole (%s) komt voor de actie klaar moet zijn (%s)",
                    action->recheck, action->due);
}

static void
check_items(const Check *check)
{
    const Audit *audit = check->audit;
    for (guint i = 0; i < audit->items->len; i++) {
        const AuditItem *item = audit->items->pdata[i];
        if (audit->kind >= 0 && !question_is_for(item->question, audit->kind)) {
            const QuestionName *kind = audit->questions->kinds->pdata[audit->kind];
            diag_report(check->diag, &item->place, DIAG_AUDIT_NOT_ASKED,
                        "“%s” wordt van een %s niet gevraagd", item->question->id,
                        kind->label);
        }
        if (item->action)
            check_action(check, item);
    }
}

void
audit_check(const Audit *audit, Diag *diag)
{
    Check check = {audit, diag};
    need(&check, audit->id, "de id");
    need(&check, audit->institution, "de instelling");
    need(&check, audit->team, "het team");
    need(&check, audit->location, "de locatie");
    need(&check, audit->date, "de datum van de audit");
    need(&check, audit->from, "het begin van de periode");
    need(&check, audit->until, "het eind van de periode");
    if (audit->assessors->len == 0)
        need(&check, "", "wie beoordeeld heeft");
    for (guint i = 0; i < audit->assessors->len; i++)
        need(&check, ((const AuditPerson *)audit->assessors->pdata[i])->name,
             "de naam van een beoordelaar");
    check_dates(&check);
    check_items(&check);
}

void
audit_check_edition(const Audit *audit, DiagCode code, Diag *diag)
{
    if (strcmp(audit->edition, audit->questions->edition) != 0)
        diag_report(diag, &audit->place, code,
                    "de audit is van editie “%s”, de vragen zijn van “%s”",
                    audit->edition, audit->questions->edition);
}

void
audit_check_previous(const Audit *audit, const Audit *previous, Diag *diag)
{
    if (audit->previous_id && strcmp(audit->previous_id, previous->id) != 0)
        diag_report(diag, &audit->place, DIAG_AUDIT_PREVIOUS,
                    "de vorige audit heet “%s”, maar in %s staat “%s”",
                    audit->previous_id, previous->file, previous->id);
    if (strcmp(previous->date, audit->date) >= 0)
        diag_report(diag, &audit->place, DIAG_AUDIT_DATE,
                    "de vorige audit (%s) is niet van voor deze (%s)", previous->date,
                    audit->date);
    audit_check_edition(previous, DIAG_AUDIT_OTHER_EDITION, diag);
}
