#include "content/checklist.h"
#include "base/date.h"
#include "base/file.h"
#include "command/command.h"
#include "command/pipeline.h"
#include "content/assemble.h"

#include <string.h>

static const char description[] =
    "Zonder AUDIT komt er een lijst om in te vullen, met --invulbaar op het scherm; "
    "met\n"
    "AUDIT.xml het verslag ervan, met --overzicht dat van alle teams samen. De audit\n"
    "waarmee vergeleken wordt, noemt AUDIT.xml zelf of --vorige.\n\n"
    "Voorbeelden:\n"
    "  opbouwwerk checklist --soort pool -o lijst.pdf\n"
    "  opbouwwerk checklist --invulbaar --vorige team-2026.xml -o team-2028.pdf\n"
    "  opbouwwerk checklist team-2028.xml -o verslag.pdf\n"
    "  opbouwwerk checklist --overzicht audits/*.xml -o overzicht.pdf\n";

/* What the user asks for. */
typedef struct Request {
    char *output, *content, *fonts, *kind, *previous, *date, *pages;
    char **choice;
    gboolean fillable, overview, pseudonyms;
} Request;

/* What is loaded once for all that is made. */
typedef struct Work {
    const Request *request;
    Pipeline *pipeline;
    Collection *collection;
    Linkbase *linkbase;
    Questions *questions;
    const PageIndex *pages;
    XmlSchema *schema;
    xmlDoc *references;
    char *data; /* folder of the program's own content */
} Work;

static void
work_clear(Work *work)
{
    if (work->references)
        xmlFreeDoc(work->references);
    xml_schema_free(work->schema);
    collection_free(work->collection);
    g_free(work->data);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Work, work_clear)

static gboolean
load_texts(Work *work, GError **error)
{
    Diag *diag = work->pipeline->diag;
    work->data = g_build_filename(work->pipeline->data, "content", NULL);
    work->collection = pipeline_load(work->pipeline, &work->linkbase, error);
    if (!work->collection)
        return FALSE;
    Collection *collection = work->collection;
    work->questions = questions_load(collection, work->data, diag, error);
    if (!work->questions)
        return FALSE;
    const char *schema = collection_path(collection->arena, collection->folder,
                                         work->data, "schema/audit.rng");
    work->schema = xml_schema_new(schema, error);
    if (!work->schema)
        return FALSE;
    if (work->request->pages)
        work->pages = page_index_load(collection->arena, work->request->pages, diag);
    work->references = assemble_references(collection, work->linkbase, "checklist");
    return diag_count(diag, DIAG_ERROR) == 0;
}

static gboolean
write_result(const Work *work, xmlDoc *fo, const char *path, int mode, GError **error)
{
    if (g_str_has_suffix(path, ".fo")) {
        xmlChar *text = NULL;
        int length = 0;
        xmlDocDumpMemoryEnc(fo, &text, &length, "UTF-8");
        gboolean written = file_write(path, text, (gsize)length, mode, error);
        xmlFree(text);
        return written;
    }
    g_autoptr(GByteArray) pdf =
        pipeline_pdf(work->pipeline, fo, work->questions->file, error);
    return pdf && file_write(path, pdf->data, pdf->len, mode, error);
}

/* Sets what was added to the references, and takes it away again. */
static Status
set_element(const Work *work, xmlNode *element, const char *path, int mode)
{
    g_autoptr(GError) error = NULL;
    xmlDoc *fo =
        pipeline_transform(work->pipeline, "checklist", work->references, &error);
    xmlUnlinkNode(element);
    xmlFreeNode(element);
    gboolean written = fo && write_result(work, fo, path, mode, &error);
    if (fo)
        xmlFreeDoc(fo);
    if (!written)
        command_print_error(error);
    return written ? STATUS_FINE : STATUS_NO_RESULT;
}

/* NAME.pdf in the folder that the user names, or the file. */
static char *
target(const char *output, const char *name)
{
    g_autofree char *file = g_strconcat(name, ".pdf", NULL);
    if (!output)
        return g_steal_pointer(&file);
    if (g_file_test(output, G_FILE_TEST_IS_DIR) || g_str_has_suffix(output, "/"))
        return g_build_filename(output, file, NULL);
    return g_strdup(output);
}

static Audit *
load_audit(const Work *work, const char *path)
{
    return audit_load(path, work->questions, work->schema, work->pipeline->diag);
}

/* The audit before this one: that of --vorige, or the one that it names itself. NULL with
 * *failed where there should be one. */
static Audit *
load_previous(const Work *work, const Audit *audit, gboolean *failed)
{
    g_autofree char *path = g_strdup(work->request->previous);
    if (!path && audit->previous_id) {
        g_autofree char *folder = g_path_get_dirname(audit->file);
        g_autofree char *name = g_strconcat(audit->previous_id, ".xml", NULL);
        path = g_build_filename(folder, name, NULL);
        if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
            diag_report(work->pipeline->diag, &audit->place, DIAG_AUDIT_ALONE,
                        "de vorige audit, “%s”, staat hier niet naast als %s",
                        audit->previous_id, name);
            return NULL;
        }
    }
    if (!path)
        return NULL;
    guint faults = diag_count(work->pipeline->diag, DIAG_ERROR);
    Audit *previous = load_audit(work, path);
    if (previous)
        audit_check_previous(audit, previous, work->pipeline->diag);
    *failed = diag_count(work->pipeline->diag, DIAG_ERROR) > faults;
    return previous;
}

static Status
set_audit(const Work *work, const char *path, const char *form)
{
    Diag *diag = work->pipeline->diag;
    guint faults = diag_count(diag, DIAG_ERROR);
    gboolean failed = FALSE;
    g_autoptr(Audit) audit = load_audit(work, path);
    if (!audit)
        return STATUS_NO_RESULT;
    audit_check_edition(audit, DIAG_AUDIT_EDITION, diag);
    g_autoptr(Audit) previous = load_previous(work, audit, &failed);
    if (failed || diag_count(diag, DIAG_ERROR) > faults)
        return STATUS_NO_RESULT;
    Checklist checklist = {.questions = work->questions,
                           .linkbase = work->linkbase,
                           .pages = work->pages,
                           .form = form,
                           .kind = audit->kind,
                           .choice = work->request->choice,
                           .date = work->request->date,
                           .audit = audit,
                           .previous = previous};
    g_autofree char *file = target(work->request->output, audit->id);
    return set_element(work, checklist_add(work->references, &checklist), file, 0600);
}

/* A list to fill in, perhaps with what is known from the previous audit. */
static Status
set_list(const Work *work, const char *form)
{
    const Request *request = work->request;
    const char *name = request->kind ? request->kind : "territoriaal";
    g_autoptr(Audit) previous = NULL;
    int kind = questions_kind(work->questions, name);
    if (kind < 0) {
        g_printerr("opbouwwerk checklist: er is geen soort team “%s”\n", name);
        return STATUS_NO_RESULT;
    }
    if (request->previous) {
        previous = load_audit(work, request->previous);
        if (!previous)
            return STATUS_NO_RESULT;
        audit_check_edition(previous, DIAG_AUDIT_OTHER_EDITION, work->pipeline->diag);
        kind = request->kind ? kind : previous->kind;
    }
    Checklist checklist = {.questions = work->questions,
                           .linkbase = work->linkbase,
                           .pages = work->pages,
                           .form = form,
                           .kind = kind,
                           .choice = request->choice,
                           .date = request->date,
                           .previous = previous};
    g_autofree char *file = target(request->output, "checklist");
    return set_element(work, checklist_add(work->references, &checklist), file,
                       previous ? 0600 : 0666);
}

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

static gboolean
check_overview(const Work *work, const GPtrArray *audits)
{
    const Audit *first = audits->pdata[0];
    for (guint i = 0; i < audits->len; i++) {
        const Audit *audit = audits->pdata[i];
        audit_check_edition(audit, DIAG_AUDIT_OTHER_EDITION, work->pipeline->diag);
        if (strcmp(audit->institution, first->institution) == 0)
            continue;
        diag_report(work->pipeline->diag, &audit->place, DIAG_AUDIT_INSTITUTION,
                    "deze audit is niet van dezelfde instelling als %s", first->file);
        return FALSE;
    }
    return TRUE;
}

static Status
set_overview(const Work *work, char **paths)
{
    g_autoptr(GPtrArray) audits =
        g_ptr_array_new_with_free_func((GDestroyNotify)audit_free);
    for (char **path = paths; *path; path++) {
        Audit *audit = load_audit(work, *path);
        if (!audit)
            return STATUS_NO_RESULT;
        g_ptr_array_add(audits, audit);
    }
    g_ptr_array_sort(audits, compare_dates);
    if (!check_overview(work, audits))
        return STATUS_NO_RESULT;
    g_autoptr(GArray) pairs = pair_by_team(audits);
    g_array_sort(pairs, compare_teams);
    Overview overview = {.questions = work->questions,
                         .pages = work->pages,
                         .teams = (const AuditPair *)pairs->data,
                         .team_count = (int)pairs->len,
                         .date = work->request->date,
                         .pseudonyms = work->request->pseudonyms};
    g_autofree char *file = target(work->request->output, "overzicht");
    return set_element(work, overview_add(work->references, &overview), file, 0600);
}

static Status
run(Pipeline *pipeline, const Request *request, char **audits)
{
    g_auto(Work) work = {.request = request, .pipeline = pipeline};
    g_autoptr(GError) error = NULL;
    if (!load_texts(&work, &error)) {
        if (error)
            command_print_error(error);
        return STATUS_NO_RESULT;
    }
    if (request->overview)
        return set_overview(&work, audits);
    if (!*audits)
        return set_list(&work, request->fillable ? "invulbaar" : "blanco");
    Status worst = STATUS_FINE;
    for (char **path = audits; *path; path++) {
        Status status =
            set_audit(&work, *path, request->fillable ? "invulbaar" : "verslag");
        worst = MAX(worst, status);
    }
    return worst;
}

static gboolean
check_request(Request *request, int count)
{
    if (request->overview && count == 0) {
        g_printerr("opbouwwerk checklist: noem de audits voor het overzicht\n");
        return FALSE;
    }
    if (!request->date)
        return TRUE;
    char *date = date_read(request->date);
    if (!date)
        g_printerr("opbouwwerk checklist: “%s” is geen datum\n", request->date);
    g_free(request->date);
    request->date = date;
    return date != NULL;
}

static void
request_clear(Request *request)
{
    g_free(request->output);
    g_free(request->content);
    g_free(request->fonts);
    g_free(request->kind);
    g_free(request->previous);
    g_free(request->date);
    g_free(request->pages);
    g_strfreev(request->choice);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Request, request_clear)

Status
command_checklist(int argc, char **argv)
{
    g_auto(Request) request = {0};
    const GOptionEntry entries[] = {
        {"uitvoer", 'o', 0, G_OPTION_ARG_FILENAME, &request.output, "bestand of map",
         "PAD"},
        {"invulbaar", 0, 0, G_OPTION_ARG_NONE, &request.fillable,
         "een formulier om op het scherm in te vullen", NULL},
        {"soort", 0, 0, G_OPTION_ARG_STRING, &request.kind,
         "soort team; zonder deze optie territoriaal", "territoriaal|pool|solo"},
        {"kies", 0, 0, G_OPTION_ARG_STRING_ARRAY, &request.choice,
         "alleen vragen waarvan de id zo begint; mag vaker", "BEGIN"},
        {"vorige", 0, 0, G_OPTION_ARG_FILENAME, &request.previous,
         "de audit ervoor: vergelijk ermee, of neem eruit over", "AUDIT.xml"},
        {"overzicht", 0, 0, G_OPTION_ARG_NONE, &request.overview,
         "één overzicht van alle genoemde audits", NULL},
        {"pseudoniem", 0, 0, G_OPTION_ARG_NONE, &request.pseudonyms,
         "noem in het overzicht geen team bij naam", NULL},
        {"peildatum", 0, 0, G_OPTION_ARG_STRING, &request.date,
         "waarop een actie te laat is; anders de datum van de audit", "DATUM"},
        {"bladzijden", 0, 0, G_OPTION_ARG_FILENAME, &request.pages,
         "de bladzijden van een boekje, om naar te verwijzen", "BESTAND"},
        {"inhoud", 0, 0, G_OPTION_ARG_FILENAME, &request.content, "map met de teksten",
         "MAP"},
        {"lettertypen", 0, 0, G_OPTION_ARG_FILENAME, &request.fonts,
         "lettertypeconfiguratie", "BESTAND"},
        {0}};
    if (!command_parse(&argc, &argv, "[AUDIT.xml…]",
                       "Zet checklists en verslagen van audits", description,
                       entries) ||
        !check_request(&request, argc - 1))
        return STATUS_NO_RESULT;
    g_autoptr(Pipeline) pipeline = pipeline_new(request.content, request.fonts);
    Status status = run(pipeline, &request, argv + 1);
    return pipeline_close(pipeline, status);
}
