#include "command/rapport.h"
#include "base/file.h"
#include "command/batch_input.h"
#include "content/audit_disguise.h"
#include "content/team.h"
#include "xml/read.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char description[] =
    "BESTAND is een dossier, een map met dossiers (zonder de mappen daarin), of - "
    "voor\n"
    "een lijst van bestanden op de standaardinvoer, een per regel of zoals van find\n"
    "-print0. Een rapport heet naar de id van het dossier, nooit naar een persoon:\n"
    "rapport-ID.pdf. Een dossier met fouten houdt de andere niet op.\n\n"
    "Voorbeeld:\n"
    "  opbouwwerk rapport dossiers/ -o rapporten/ --hervat\n";

typedef struct Request {
    char *output, *content, *fonts, *pages, *audit, *reader, *step;
    gboolean pseudonym, brief, everything, resume, team;
    int workers;
} Request;

typedef struct Work {
    ReportRun *run;
    const Request *request;
} Work;

static void
clear_request(Request *request)
{
    g_free(request->output);
    g_free(request->content);
    g_free(request->fonts);
    g_free(request->pages);
    g_free(request->audit);
    g_free(request->reader);
    g_free(request->step);
}

/* rapport-ID.pdf, with what sets a variant apart from the others. */
static char *
output_name(const ReportRun *run, const Dossier *dossier)
{
    const ReportOptions *options = &run->options;
    return g_strconcat(
        "rapport-", dossier->id, options->brief ? "-kort" : "",
        options->reader == REPORT_WORKER ? "" : "-",
        options->reader == REPORT_WORKER ? "" : report_reader_name(options->reader),
        options->pseudonym ? "-pseudoniem" : "", options->everything ? "-alles" : "",
        ".pdf", NULL);
}

static gboolean
write_report(const Work *work, const Dossier *dossier, xmlDoc *fo, char **name,
             GError **error)
{
    const char *folder = work->request->output;
    g_autoptr(GByteArray) pdf =
        pipeline_pdf(work->run->pipeline, fo, dossier->file, error);
    g_autofree char *file = output_name(work->run, dossier);
    g_autofree char *path = !folder ? g_strdup(file)
                            : batch_is_folder(folder)
                                ? g_build_filename(folder, file, NULL)
                                : g_strdup(folder);
    if (!pdf || !file_write(path, pdf->data, pdf->len, 0600, error))
        return FALSE;
    *name = g_steal_pointer(&file);
    return TRUE;
}

static gboolean
set_report(gpointer owner, const char *input, char **name, GError **error)
{
    const Work *work = owner;
    const ReportRun *run = work->run;
    const char *step = work->request->step;
    g_autoptr(GByteArray) bytes = file_read(input, error);
    g_autoptr(Dossier) dossier =
        bytes ? dossier_read(run->rules, (const char *)bytes->data, bytes->len, input,
                             run->pipeline->diag)
              : NULL;
    if (!dossier)
        return FALSE;
    g_autoptr(xmlDoc) document = report_assemble(&run->sources, dossier, &run->options);
    if (g_strcmp0(step, "bron") == 0)
        return xmlDocDump(stdout, document) >= 0;
    g_autoptr(xmlDoc) fo =
        pipeline_transform(run->pipeline, "rapport", document, error);
    if (fo && g_strcmp0(step, "fo") == 0)
        return xmlDocDump(stdout, fo) >= 0;
    return fo && write_report(work, dossier, fo, name, error);
}

static Status
run_job(gpointer owner, const char *input, char **output, GString *messages)
{
    const Work *work = owner;
    return batch_job(work->run->pipeline, set_report, owner, input, output, messages);
}

/* The dossiers together, as one report. A faulty one is left out, and told. */
static Status
set_team(const Work *work, const GPtrArray *inputs, GError **error)
{
    const ReportRun *run = work->run;
    const char *output = work->request->output;
    g_autoptr(Team) team = team_new(&run->sources);
    for (guint i = 0; i < inputs->len; i++) {
        g_autoptr(GByteArray) bytes = file_read(inputs->pdata[i], error);
        if (!bytes)
            return STATUS_NO_RESULT;
        g_autoptr(Dossier) dossier =
            dossier_read(run->rules, (const char *)bytes->data, bytes->len,
                         inputs->pdata[i], run->pipeline->diag);
        Place place = {inputs->pdata[i], 0, 0};
        if (dossier && !team_add(team, dossier))
            diag_report(run->pipeline->diag, &place, DIAG_DOSSIER_ID,
                        "deze medewerker telt al mee met een ander dossier: dit telt "
                        "niet mee");
    }
    g_autoptr(xmlDoc) document = team_assemble(team);
    g_autoptr(xmlDoc) fo =
        pipeline_transform(run->pipeline, "rapport-team", document, error);
    g_autoptr(GByteArray) pdf =
        fo ? pipeline_pdf(run->pipeline, fo, "rapport-team", error) : NULL;
    g_autofree char *path =
        !output || batch_is_folder(output)
            ? g_build_filename(output ? output : ".", "rapport-team.pdf", NULL)
            : g_strdup(output);
    gboolean made = pdf && file_write(path, pdf->data, pdf->len, 0600, error);
    return made ? STATUS_FINE : STATUS_NO_RESULT;
}

/* What makes every report stale when it changes, besides program, stylesheets and texts. */
static char *
shared_digest(const Work *work)
{
    const Request *request = work->request;
    const ReportOptions *options = &work->run->options;
    const char *const files[] = {request->pages ? request->pages : "",
                                 request->audit ? request->audit : "", NULL};
    g_autofree char *text =
        g_strdup_printf("rapport %d %d %d %d", (int)options->reader, options->brief,
                        options->pseudonym, options->everything);
    return batch_digest(work->run->pipeline, text, files);
}

static const BatchKind dossiers = {"dossier", DIAG_DOSSIER_ID};

static Status
run_batch(Work *work, char **arguments, GError **error)
{
    const Request *request = work->request;
    Status sifted = STATUS_FINE;
    g_autoptr(GPtrArray) inputs =
        batch_select(arguments, &dossiers, work->run->pipeline->diag, &sifted, error);
    if (!inputs)
        return STATUS_NO_RESULT;
    const char *folder = request->output ? request->output : ".";
    gboolean to_folder = batch_is_folder(folder) && !request->step;
    if (to_folder && !batch_make_folder(folder, error))
        return STATUS_NO_RESULT;
    if (request->team) {
        Status status = set_team(work, inputs, error);
        return MAX(status, sifted);
    }
    if (!to_folder && !request->step && inputs->len > 1) {
        g_printerr("opbouwwerk: “%s” is geen map, en er zijn %u dossiers\n", folder,
                   inputs->len);
        return STATUS_NO_RESULT;
    }
    gboolean is_noted = to_folder && (request->resume || inputs->len > 1);
    g_autofree char *shared = is_noted ? shared_digest(work) : NULL;
    const Batch batch = {.owner = work,
                         .run = run_job,
                         .folder = is_noted ? folder : NULL,
                         .shared = shared,
                         .resume = request->resume,
                         .workers = request->workers};
    Status status = batch_run(&batch, inputs);
    return MAX(status, sifted);
}

/* Opens what every worker needs before they are forked. */
static gboolean
warm_up(ReportRun *run, GError **error)
{
    g_autoptr(xmlDoc) empty = xmlReadDoc(
        BAD_CAST "<rapport><schaal laagst='1' hoogst='5'/><medewerker/></rapport>",
        NULL, NULL, 0);
    g_autoptr(xmlDoc) fo = pipeline_transform(run->pipeline, "rapport", empty, error);
    return fo && pipeline_text(run->pipeline, error);
}

static gboolean
read_options(const Request *request, ReportOptions *options)
{
    options->brief = request->brief;
    options->everything = request->everything;
    options->pseudonym = request->pseudonym;
    for (int i = 0; i < REPORT_READERS; i++)
        if (!request->reader ||
            strcmp(request->reader, report_reader_name((ReportReader)i)) == 0) {
            options->reader = (ReportReader)i;
            return TRUE;
        }
    g_printerr("opbouwwerk rapport: --voor is medewerker, leidinggevende of "
               "instelling\n");
    return FALSE;
}

/* The people an audit names are as unknown to a pseudonymous report as those of the
 * dossier. */
static void
disguise_audit(ReportRun *run)
{
    if (!run->options.pseudonym || !run->sources.audit)
        return;
    g_autoptr(GPtrArray) audits = g_ptr_array_new();
    g_ptr_array_add(audits, (gpointer)run->sources.audit);
    g_autoptr(Pseudonyms) pseudonyms = pseudonyms_new(audits);
    Audit *copy = pseudonyms_copy(pseudonyms, run->sources.audit);
    arena_own(run->arena, copy, (GDestroyNotify)audit_free);
    run->sources.audit = copy;
}

static Status
run_request(Pipeline *pipeline, const Request *request, char **arguments)
{
    g_autoptr(GError) error = NULL;
    ReportOptions options = {0};
    if (!read_options(request, &options))
        return STATUS_NO_RESULT;
    g_autoptr(ReportRun) run =
        report_run_new(pipeline, request->pages, request->audit, &error);
    Status status = STATUS_NO_RESULT;
    if (run) {
        run->options = options;
        disguise_audit(run);
        Work work = {run, request};
        if (warm_up(run, &error))
            status = run_batch(&work, arguments, &error);
    }
    if (error)
        command_print_error(error);
    return status;
}

/* Whether the root of the XML file at path is an audit. */
static gboolean
is_audit(const char *path)
{
    char head[4096] = "";
    FILE *file = fopen(path, "rb");
    if (!file)
        return FALSE;
    head[fread(head, 1, sizeof head - 1, file)] = '\0';
    fclose(file);
    return strstr(head, "<audit ") != NULL;
}

/* "--team audit.xml" gives the team's audit; "--team" alone asks for the team's report. */
static void
read_team(int argc, char **argv)
{
    for (int i = 1; i + 1 < argc && strcmp(argv[i], "--") != 0; i++)
        if (strcmp(argv[i], "--team") == 0 && is_audit(argv[i + 1]))
            argv[i] = (char *)"--audit";
}

Status
command_rapport(int argc, char **argv)
{
    Request request = {0};
    const GOptionEntry entries[] = {
        {"uitvoer", 'o', 0, G_OPTION_ARG_FILENAME, &request.output,
         "map, of bij één dossier een bestand", "PAD"},
        {"voor", 0, 0, G_OPTION_ARG_STRING, &request.reader,
         "wie het leest; zonder deze optie de medewerker",
         "medewerker|leidinggevende|instelling"},
        {"pseudoniem", 0, 0, G_OPTION_ARG_NONE, &request.pseudonym,
         "pseudoniemen en rollen in plaats van namen", NULL},
        {"kort", 0, 0, G_OPTION_ARG_NONE, &request.brief, "in twee bladzijden", NULL},
        {"alles", 0, 0, G_OPTION_ARG_NONE, &request.everything,
         "ook van oude metingen alle opmerkingen en al het bewijs", NULL},
        {"team", 0, 0, G_OPTION_ARG_NONE, &request.team,
         "één rapport over het team; met een audit erachter: als --audit", NULL},
        {"audit", 0, 0, G_OPTION_ARG_FILENAME, &request.audit,
         "de laatste audit van het team", "BESTAND"},
        {"bladzijden", 0, 0, G_OPTION_ARG_FILENAME, &request.pages,
         "de bladzijden van het boekje (NAAM.bladzijden.xml)", "BESTAND"},
        {"jobs", 'j', 0, G_OPTION_ARG_INT, &request.workers,
         "hoeveel processen; zonder deze optie een per processor", "N"},
        {"hervat", 0, 0, G_OPTION_ARG_NONE, &request.resume,
         "sla over wat bijgewerkt is", NULL},
        {"stap", 0, 0, G_OPTION_ARG_STRING, &request.step,
         "toon een stap in plaats van te zetten", "bron|fo"},
        {"inhoud", 0, 0, G_OPTION_ARG_FILENAME, &request.content, "map met de teksten",
         "MAP"},
        {"lettertypen", 0, 0, G_OPTION_ARG_FILENAME, &request.fonts,
         "lettertypeconfiguratie", "BESTAND"},
        {0}};
    g_auto(Output) wanted = {0};
    g_autofree GOptionEntry *all = output_entries(&wanted, entries);
    Status status = STATUS_NO_RESULT;
    read_team(argc, argv);
    if (!command_parse(&argc, &argv, "BESTAND…", "Zet rapporten van dossiers",
                       description, all)) {
        clear_request(&request);
        return status;
    }
    g_autoptr(Pipeline) pipeline = pipeline_new(request.content, request.fonts);
    if (argc < 2)
        g_printerr("opbouwwerk rapport: noem een dossier of een map\n");
    else if (pipeline_set_output(pipeline, &wanted))
        status = pipeline_close(pipeline, run_request(pipeline, &request, argv + 1));
    clear_request(&request);
    return status;
}
