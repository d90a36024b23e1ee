#include "base/file.h"
#include "command/importeer.h"
#include "content/audit_build.h"
#include "content/audit_csv.h"
#include "pdf/form_read.h"

#include <string.h>

gboolean
import_audit_recognises(const Import *import)
{
    return audit_csv_is(import->table);
}

gboolean
import_form_recognises(const Import *import)
{
    return form_is_pdf(import->bytes);
}

static gboolean
write_audit(const Import *import, const Audit *audit, GError **error)
{
    g_autofree char *text = audit_write(audit);
    return file_write(import->output, text, strlen(text), 0600, error);
}

gboolean
import_audit_convert(const Import *import, GError **error)
{
    g_autoptr(Collection) collection = NULL;
    const Questions *questions =
        pipeline_questions(import->pipeline, &collection, error);
    g_autoptr(Audit) audit =
        questions ? audit_csv_read(import->table, questions, import->pipeline->diag)
                  : NULL;
    return audit && write_audit(import, audit, error);
}

/* What of a field cannot be taken as it stands. FALSE where nothing of it can. */
static gboolean
judge(const FilledField *field, const AuditSource *source, Diag *diag)
{
    const Place *place = &source->place;
    switch (field->doubt) {
    case FILLED_CONTRADICTED:
        diag_report(diag, place, DIAG_FORM_CONTRADICTION,
                    "%s: het zegt “%.60s”, maar ook “%.60s”", source->words,
                    field->value, field->other);
        return FALSE;
    case FILLED_UNREADABLE:
        diag_report(diag, place, DIAG_FORM_VALUE,
                    "%s: hierin staat iets dat geen tekst of keuze is", source->words);
        return FALSE;
    case FILLED_ONLY_SEEN:
        if (field->is_button)
            diag_report(diag, place, DIAG_FORM_SEEN,
                        "%s: aangekruist is “%.60s”, al is dat niet als waarde bewaard",
                        source->words, field->value);
        else
            diag_report(diag, place, DIAG_FORM_SEEN,
                        "%s: op de bladzijde staat tekst, maar het veld is leeg",
                        source->words);
        return TRUE;
    case FILLED_NOT_SHOWN:
        diag_report(diag, place, DIAG_FORM_SEEN,
                    "%s: bewaard is “%.60s”, maar op de bladzijde is niets aangekruist",
                    source->words, field->value);
        return TRUE;
    default:
        return TRUE;
    }
}

/* "veld “audit.team” op bladzijde 3 (object 12)" */
static char *
describe(const FilledField *field)
{
    GString *words = g_string_new(NULL);
    g_string_append_printf(words, "veld “%.80s”", field->name);
    if (field->page)
        g_string_append_printf(words, " op bladzijde %d", field->page);
    if (field->object)
        g_string_append_printf(words, " (object %d)", field->object);
    return g_string_free(words, FALSE);
}

/* Fields that others added to the file, a signature for instance, are let be. */
static void
report_unknown(const FilledField *field, const AuditSource *source, Diag *diag)
{
    gboolean is_question = g_str_has_prefix(field->name, "v.");
    if (is_question && *field->value)
        diag_report(diag, &source->place, DIAG_FORM_OTHER,
                    "%s: er is “%.60s” ingevuld, maar deze vraag is er niet",
                    source->words, field->value);
    else
        diag_report(diag, &source->place, DIAG_FORM_UNKNOWN,
                    "%s hoort niet bij deze checklist", source->words);
}

static int
count_known(const FilledForm *form, const AuditBuild *build)
{
    int count = 0;
    for (guint i = 0; i < form->fields->len; i++) {
        const FilledField *field = form->fields->pdata[i];
        count += audit_build_knows(build, field->name);
    }
    return count;
}

/* FALSE after reporting a field that cannot be taken. */
static gboolean
take_fields(const FilledForm *form, AuditBuild *build, const char *file, Diag *diag)
{
    gboolean is_sound = TRUE;
    for (guint i = 0; i < form->fields->len; i++) {
        const FilledField *field = form->fields->pdata[i];
        g_autofree char *words = describe(field);
        AuditSource source = {{file, field->page, 0}, words};
        if (!audit_build_knows(build, field->name))
            report_unknown(field, &source, diag);
        else if (judge(field, &source, diag))
            audit_build_set(build, field->name, field->value, &source);
        else {
            audit_build_set(build, field->name, "", &source);
            is_sound = FALSE;
        }
    }
    return is_sound;
}

gboolean
import_form_convert(const Import *import, GError **error)
{
    Diag *diag = import->pipeline->diag;
    Place place = {import->input, 0, 0};
    const FilledForm *form =
        form_read(import->arena, import->bytes, import->input, import->password, diag);
    if (!form)
        return FALSE;
    g_autoptr(Collection) collection = NULL;
    const Questions *questions =
        pipeline_questions(import->pipeline, &collection, error);
    if (!questions)
        return FALSE;
    guint faults = diag_count(diag, DIAG_ERROR);
    g_autoptr(AuditBuild) build = audit_build_new(questions, import->input, diag);
    if (count_known(form, build) == 0) {
        diag_report(diag, &place, DIAG_FORM_FOREIGN,
                    "geen van de %u velden is er een van een checklist",
                    form->fields->len);
        return FALSE;
    }
    if (!take_fields(form, build, import->input, diag))
        return FALSE;
    audit_build_report_missing(build);
    g_autoptr(Audit) audit = audit_build_finish(build);
    return audit && diag_count(diag, DIAG_ERROR) == faults &&
           write_audit(import, audit, error);
}
