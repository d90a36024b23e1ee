#include "command/batch_input.h"
#include "command/checklist.h"

#include <string.h>

/* The file beside path where the audit of that id stands, whether it is there or not. */
static char *
path_beside(const char *path, const char *id)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *name = g_strconcat(id, ".xml", NULL);
    return g_build_filename(folder, name, NULL);
}

/* The audit before this one: that of --vorige, or the one that it names itself. FALSE where
 * there should be one. */
static gboolean
load_previous(const ChecklistRun *run, const Audit *audit, Audit **previous)
{
    Diag *diag = run->pipeline->diag;
    guint faults = diag_count(diag, DIAG_ERROR);
    g_autofree char *path = g_strdup(run->request->previous);
    if (!path && audit->previous_id) {
        path = path_beside(audit->file, audit->previous_id);
        if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
            diag_report(diag, &audit->place, DIAG_AUDIT_ALONE,
                        "de vorige audit staat hier niet naast als %s.xml",
                        audit->previous_id);
            return TRUE;
        }
    }
    if (!path)
        return TRUE;
    *previous = checklist_run_audit(run, path);
    if (*previous)
        audit_check_previous(audit, *previous, diag);
    return diag_count(diag, DIAG_ERROR) == faults;
}

/* The audit at path, and the one before it where there is one; empty after reporting. */
static GPtrArray *
load_pair(const ChecklistRun *run, const char *path)
{
    Diag *diag = run->pipeline->diag;
    GPtrArray *pair = g_ptr_array_new_with_free_func((GDestroyNotify)audit_free);
    guint faults = diag_count(diag, DIAG_ERROR);
    Audit *previous = NULL, *audit = checklist_run_audit(run, path);
    if (!audit)
        return pair;
    g_ptr_array_add(pair, audit);
    audit_check_edition(audit, DIAG_AUDIT_EDITION, diag);
    gboolean is_sound = load_previous(run, audit, &previous);
    if (previous)
        g_ptr_array_add(pair, previous);
    if (!is_sound || diag_count(diag, DIAG_ERROR) > faults)
        g_ptr_array_set_size(pair, 0);
    else if (run->pseudonyms)
        pseudonyms_replace(run->pseudonyms, pair);
    return pair;
}

/* Learns the names in all audits of the run before one is set: any may name the people of
 * another. What is wrong with them is told when they are set. */
static void
learn_names(ChecklistRun *run, const GPtrArray *inputs)
{
    Diag *shared = run->pipeline->diag;
    g_autoptr(Diag) unheard = diag_new();
    g_autoptr(GPtrArray) all =
        g_ptr_array_new_with_free_func((GDestroyNotify)audit_free);
    run->pipeline->diag = unheard;
    for (guint i = 0; i < inputs->len; i++) {
        g_autoptr(GPtrArray) pair = load_pair(run, inputs->pdata[i]);
        while (pair->len > 0)
            g_ptr_array_add(all, g_ptr_array_steal_index(pair, 0));
    }
    run->pipeline->diag = shared;
    run->pseudonyms = pseudonyms_new(all);
}

static gboolean
set_audit(gpointer owner, const char *input, char **name, GError **error)
{
    const ChecklistRun *run = owner;
    const ChecklistRequest *request = run->request;
    g_autoptr(GPtrArray) pair = load_pair(run, input);
    if (pair->len == 0)
        return FALSE;
    const Audit *audit = pair->pdata[0];
    Checklist checklist = {.questions = run->questions,
                           .linkbase = run->linkbase,
                           .pages = run->pages,
                           .form = request->fillable ? "invulbaar" : "verslag",
                           .kind = audit->kind,
                           .choice = request->choice,
                           .date = request->date,
                           .audit = audit,
                           .previous = pair->len > 1 ? pair->pdata[1] : NULL};
    g_autofree char *stem =
        g_strconcat(request->fillable ? "formulier-" : "audit-", audit->id, NULL);
    g_autofree char *path = checklist_run_target(run, stem);
    xmlNode *element = checklist_add(run->references, &checklist);
    if (!checklist_run_set(run, element, path, 0600, error))
        return FALSE;
    *name = g_path_get_basename(path);
    return TRUE;
}

static Status
run_job(gpointer owner, const char *input, char **output, GString *messages)
{
    const ChecklistRun *run = owner;
    return batch_job(run->pipeline, set_audit, owner, input, output, messages);
}

/* The audit that input names as the one before it, by its text. */
static char *
find_previous(gpointer owner, const char *input)
{
    const ChecklistRun *run = owner;
    g_autofree char *text = NULL;
    g_autoptr(GMatchInfo) match = NULL;
    if (run->request->previous)
        return g_strdup(run->request->previous);
    g_autoptr(GRegex) regex =
        g_regex_new("<vorige\\s+id\\s*=\\s*[\"']([^\"'<&/]*)", G_REGEX_RAW, 0, NULL);
    if (!g_file_get_contents(input, &text, NULL, NULL) ||
        !g_regex_match(regex, text, 0, &match))
        return NULL;
    g_autofree char *id = g_match_info_fetch(match, 1);
    return path_beside(input, id);
}

/* What makes all outputs stale, besides program, stylesheets and texts. A pseudonym depends
 * on all audits of the run. */
static char *
shared_digest(const ChecklistRun *run, const GPtrArray *inputs)
{
    const ChecklistRequest *request = run->request;
    g_autoptr(GPtrArray) files = g_ptr_array_new();
    g_ptr_array_add(files, request->pages ? request->pages : (gpointer) "");
    for (guint i = 0; i < inputs->len && request->pseudonyms; i++)
        g_ptr_array_add(files, inputs->pdata[i]);
    g_ptr_array_add(files, NULL);
    g_autofree char *choice =
        request->choice ? g_strjoinv(" ", request->choice) : g_strdup("");
    g_autofree char *options =
        g_strdup_printf("audit %d %d %s %s", request->fillable, request->pseudonyms,
                        request->date ? request->date : "", choice);
    return batch_digest(run->pipeline, options, (const char *const *)files->pdata);
}

static const BatchKind kind = {"audit", DIAG_AUDIT_TWICE};

Status
checklist_set_audits(ChecklistRun *run, char **arguments, GError **error)
{
    const ChecklistRequest *request = run->request;
    Status sifted = STATUS_FINE;
    g_autoptr(GPtrArray) inputs =
        batch_select(arguments, &kind, run->pipeline->diag, &sifted, error);
    if (!inputs)
        return STATUS_NO_RESULT;
    const char *folder = request->output ? request->output : ".";
    gboolean to_folder = batch_is_folder(folder);
    if (to_folder && !batch_make_folder(folder, error))
        return STATUS_NO_RESULT;
    if (!to_folder && inputs->len > 1) {
        g_printerr("opbouwwerk: “%s” is geen map, en er zijn %u audits\n", folder,
                   inputs->len);
        return STATUS_NO_RESULT;
    }
    if (inputs->len > 1 && !checklist_run_warm(run, error))
        return STATUS_NO_RESULT;
    if (request->pseudonyms)
        learn_names(run, inputs);
    gboolean is_noted = to_folder && (request->resume || inputs->len > 1);
    g_autofree char *shared = is_noted ? shared_digest(run, inputs) : NULL;
    const Batch batch = {.owner = run,
                         .run = run_job,
                         .folder = is_noted ? folder : NULL,
                         .shared = shared,
                         .besides = find_previous,
                         .resume = request->resume,
                         .workers = request->workers};
    Status status = batch_run(&batch, inputs);
    return MAX(status, sifted);
}

/* - - one overview of many - - */

static int
compare_dates(gconstpointer a, gconstpointer b)
{
    const Audit *one = *(const Audit *const *)a, *two = *(const Audit *const *)b;
    return strcmp(one->date, two->date);
}

/* Each team's last audit with the one before it; audits: by date. */
static GArray *
pair_by_team(const GPtrArray *audits)
{
    GArray *pairs = g_array_new(FALSE, FALSE, sizeof(AuditPair));
    for (guint i = 0; i < audits->len; i++) {
        const Audit *audit = audits->pdata[i];
        AuditPair *found = NULL;
        for (guint j = 0; j < pairs->len && !found; j++) {
            AuditPair *pair = &g_array_index(pairs, AuditPair, j);
            if (strcmp(pair->audit->team, audit->team) == 0)
                found = pair;
        }
        AuditPair pair = {audit, found ? found->audit : NULL};
        if (found)
            *found = pair;
        else
            g_array_append_val(pairs, pair);
    }
    return pairs;
}

static int
compare_teams(gconstpointer a, gconstpointer b)
{
    const AuditPair *one = a, *two = b;
    return g_utf8_collate(one->audit->team, two->audit->team);
}

/* An overview is of one institution. */
static gboolean
check_together(const ChecklistRun *run, const GPtrArray *audits)
{
    const Audit *first = audits->pdata[0];
    for (guint i = 0; i < audits->len; i++) {
        const Audit *audit = audits->pdata[i];
        audit_check_edition(audit, DIAG_AUDIT_OTHER_EDITION, run->pipeline->diag);
        if (strcmp(audit->institution, first->institution) == 0)
            continue;
        diag_report(run->pipeline->diag, &audit->place, DIAG_AUDIT_INSTITUTION,
                    "deze audit is niet van dezelfde instelling als %s", first->file);
        return FALSE;
    }
    return TRUE;
}

/* By date; a faulty one is left out, and told. */
static GPtrArray *
load_all(const ChecklistRun *run, const GPtrArray *inputs)
{
    GPtrArray *audits = g_ptr_array_new_with_free_func((GDestroyNotify)audit_free);
    for (guint i = 0; i < inputs->len; i++) {
        Audit *audit = checklist_run_audit(run, inputs->pdata[i]);
        if (audit)
            g_ptr_array_add(audits, audit);
    }
    g_ptr_array_sort(audits, compare_dates);
    return audits;
}

Status
checklist_set_overview(const ChecklistRun *run, char **arguments, GError **error)
{
    Status sifted = STATUS_FINE;
    g_autoptr(GPtrArray) inputs =
        batch_select(arguments, &kind, run->pipeline->diag, &sifted, error);
    if (!inputs)
        return STATUS_NO_RESULT;
    g_autoptr(GPtrArray) audits = load_all(run, inputs);
    if (audits->len == 0 || !check_together(run, audits))
        return STATUS_NO_RESULT;
    g_autoptr(Pseudonyms) names = pseudonyms_new(audits);
    if (run->request->pseudonyms)
        pseudonyms_replace(names, audits);
    g_autoptr(GArray) pairs = pair_by_team(audits);
    g_array_sort(pairs, compare_teams);
    Overview overview = {.questions = run->questions,
                         .pages = run->pages,
                         .teams = (const AuditPair *)pairs->data,
                         .team_count = (int)pairs->len,
                         .date = run->request->date};
    g_autofree char *path = checklist_run_target(run, "audit-overzicht");
    xmlNode *element = overview_add(run->references, &overview);
    gboolean made = checklist_run_set(run, element, path, 0600, error);
    return made ? MIN(sifted, STATUS_INPUT) : STATUS_NO_RESULT;
}
