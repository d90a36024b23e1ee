#include "base/file.h"
#include "command/command.h"
#include "command/pipeline.h"
#include "command/proof.h"
#include "command/source.h"
#include "xml/read.h"

#include <string.h>

static const char description[] =
    "BESTAND is XSL-FO (W3C XSL 1.1), of XML waarvan een stijlblad XSL-FO maakt;\n"
    "- is de standaardinvoer. Wat niet gezet kan worden zoals gevraagd, krijgt een\n"
    "melding met de plaats in de bron.\n\n"
    "Voorbeeld:\n"
    "  opbouwwerk zet brief.fo -o brief.pdf\n";

static char *
default_output(const char *input)
{
    if (strcmp(input, "-") == 0)
        return g_strdup("-");
    const char *dot = strrchr(input, '.');
    const char *slash = strrchr(input, '/');
    int length =
        dot && (!slash || dot > slash + 1) ? (int)(dot - input) : (int)strlen(input);
    return g_strdup_printf("%.*s.pdf", length, input);
}

static Status
set_file(Pipeline *pipeline, const Source *source, const char *output, gboolean proof)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(xmlDoc) fo = source_load(pipeline, source, &error);
    g_autoptr(GByteArray) pdf = NULL;
    if (fo)
        pdf = pipeline_pdf(pipeline, fo, (const char *)fo->URL, &error);
    g_autofree char *path = output ? g_strdup(output) : default_output(source->input);
    if (pdf &&
        (!proof || proof_write(pipeline, fo, (const char *)fo->URL, path, &error)) &&
        file_write(path, pdf->data, pdf->len, output_mode(pipeline->output), &error))
        return STATUS_FINE;
    if (error)
        command_print_error(error);
    return STATUS_NO_RESULT;
}

Status
command_zet(int argc, char **argv)
{
    g_autofree char *output = NULL, *fonts = NULL, *stylesheet = NULL;
    g_auto(GStrv) parameters = NULL;
    gboolean proof = FALSE;
    const GOptionEntry entries[] = {
        {"uitvoer", 'o', 0, G_OPTION_ARG_FILENAME, &output, "de PDF", "BESTAND"},
        {"stijlblad", 0, 0, G_OPTION_ARG_FILENAME, &stylesheet,
         "XSLT die van de invoer XSL-FO maakt", "BESTAND"},
        {"parameter", 0, 0, G_OPTION_ARG_STRING_ARRAY, &parameters,
         "parameter van het stijlblad", "NAAM=WAARDE"},
        {"lettertypen", 0, 0, G_OPTION_ARG_FILENAME, &fonts, "lettertypeconfiguratie",
         "BESTAND"},
        {"verslag", 0, 0, G_OPTION_ARG_NONE, &proof,
         "schrijft ook hoe goed de regels gezet zijn (zie onder)", NULL},
        {0}};
    g_autofree char *help = g_strconcat(description, "\n", PROOF_HELP, NULL);
    g_auto(Output) wanted = {0};
    g_autofree GOptionEntry *all = output_entries(&wanted, entries);
    if (!command_parse(&argc, &argv, "BESTAND", "Zet een XSL-FO-bestand", help, all))
        return STATUS_NO_RESULT;
    if (argc != 2) {
        g_printerr("opbouwwerk zet: noem één bestand\n");
        return STATUS_NO_RESULT;
    }
    Source source = {argv[1], stylesheet, parameters};
    g_autoptr(Pipeline) pipeline = pipeline_new(NULL, fonts);
    if (!pipeline_set_output(pipeline, &wanted))
        return STATUS_NO_RESULT;
    Status status = set_file(pipeline, &source, output, proof);
    return pipeline_close(pipeline, status);
}
