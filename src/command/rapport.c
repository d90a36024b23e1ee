#include "command/rapport.h"
#include "base/file.h"
#include "xml/read.h"

#include <string.h>

static const char description[] = "BESTAND is een dossier; - leest het van de "
                                  "standaardinvoer. Het rapport heet naar de\n"
                                  "id van het dossier, nooit naar een persoon.\n\n"
                                  "Voorbeeld:\n"
                                  "  opbouwwerk rapport dossier.xml -o rapporten/\n";

typedef struct Request {
    char *output, *content, *fonts, *pages, *audit, *reader, *step;
    gboolean pseudonym, brief;
} Request;

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

static gboolean
set_report(ReportRun *run, const char *input, const Request *request, GError **error)
{
    g_autoptr(GByteArray) bytes = file_read(input, error);
    if (!bytes)
        return FALSE;
    g_autoptr(Dossier) dossier = dossier_read(run->rules, (const char *)bytes->data,
                                              bytes->len, input, run->pipeline->diag);
    if (!dossier)
        return FALSE;
    g_autoptr(xmlDoc) document = report_assemble(&run->sources, dossier, &run->options);
    if (g_strcmp0(request->step, "bron") == 0) {
        xmlDocDump(stdout, document);
        return TRUE;
    }
    g_autoptr(xmlDoc) fo =
        pipeline_transform(run->pipeline, "rapport", document, error);
    if (!fo)
        return FALSE;
    if (g_strcmp0(request->step, "fo") == 0) {
        xmlDocDump(stdout, fo);
        return TRUE;
    }
    g_autoptr(GByteArray) pdf = pipeline_pdf(run->pipeline, fo, dossier->file, error);
    g_autofree char *name = g_strconcat("rapport-", dossier->id, ".pdf", NULL);
    g_autofree char *path =
        g_build_filename(request->output ? request->output : ".", name, NULL);
    return pdf && file_write(path, pdf->data, pdf->len, 0600, error);
}

Status
command_rapport(int argc, char **argv)
{
    Request request = {0};
    const GOptionEntry entries[] = {
        {"uitvoer", 'o', 0, G_OPTION_ARG_FILENAME, &request.output, "bestand of map",
         "PAD"},
        {"voor", 0, 0, G_OPTION_ARG_STRING, &request.reader, "wie het leest", "WIE"},
        {"kort", 0, 0, G_OPTION_ARG_NONE, &request.brief, "twee bladzijden", NULL},
        {"pseudoniem", 0, 0, G_OPTION_ARG_NONE, &request.pseudonym, "zonder namen",
         NULL},
        {"audit", 0, 0, G_OPTION_ARG_FILENAME, &request.audit, "audit", "BESTAND"},
        {"bladzijden", 0, 0, G_OPTION_ARG_FILENAME, &request.pages,
         "bladzijden van het boekje", "BESTAND"},
        {"stap", 0, 0, G_OPTION_ARG_STRING, &request.step, "bron of fo", "STAP"},
        {"inhoud", 0, 0, G_OPTION_ARG_FILENAME, &request.content, "map met de teksten",
         "MAP"},
        {"lettertypen", 0, 0, G_OPTION_ARG_FILENAME, &request.fonts,
         "lettertypeconfiguratie", "BESTAND"},
        {0}};
    if (!command_parse(&argc, &argv, "BESTAND…", "Zet rapporten van dossiers",
                       description, entries)) {
        clear_request(&request);
        return STATUS_NO_RESULT;
    }
    g_autoptr(Pipeline) pipeline = pipeline_new(request.content, request.fonts);
    g_autoptr(GError) error = NULL;
    g_autoptr(ReportRun) run =
        report_run_new(pipeline, request.pages, request.audit, &error);
    Status status = STATUS_FINE;
    if (run) {
        run->options.brief = request.brief;
        run->options.pseudonym = request.pseudonym;
        for (int i = 0; i < REPORT_READERS; i++)
            if (g_strcmp0(request.reader, report_reader_name(i)) == 0)
                run->options.reader = i;
    }
    for (int i = 1; i < argc; i++)
        if (run && !set_report(run, argv[i], &request, &error))
            status = STATUS_NO_RESULT;
    if (error)
        command_print_error(error);
    clear_request(&request);
    return pipeline_close(pipeline, status);
}
