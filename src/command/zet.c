#include "base/file.h"
#include "command/command.h"
#include "command/pipeline.h"
#include "xml/read.h"

#include <string.h>

static const char description[] =
    "BESTAND.fo is XSL-FO (W3C XSL 1.1); - is de standaardinvoer. Wat niet gezet kan\n"
    "worden zoals gevraagd, krijgt een melding met de plaats in de bron.\n\n"
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
set_file(Pipeline *pipeline, const char *input, const char *output)
{
    xmlDoc *fo = xml_read_file(input, XML_READ_LARGE, pipeline->diag);
    if (!fo)
        return STATUS_NO_RESULT;
    g_autoptr(GError) error = NULL;
    g_autoptr(GByteArray) pdf =
        pipeline_pdf(pipeline, fo, (const char *)fo->URL, &error);
    xmlFreeDoc(fo);
    g_autofree char *path = output ? g_strdup(output) : default_output(input);
    if (pdf && file_write(path, pdf->data, pdf->len, 0666, &error))
        return STATUS_FINE;
    command_print_error(error);
    return STATUS_NO_RESULT;
}

Status
command_zet(int argc, char **argv)
{
    g_autofree char *output = NULL, *fonts = NULL;
    const GOptionEntry entries[] = {
        {"uitvoer", 'o', 0, G_OPTION_ARG_FILENAME, &output, "de PDF", "BESTAND"},
        {"lettertypen", 0, 0, G_OPTION_ARG_FILENAME, &fonts, "lettertypeconfiguratie",
         "BESTAND"},
        {0}};
    if (!command_parse(&argc, &argv, "BESTAND.fo", "Zet een XSL-FO-bestand",
                       description, entries))
        return STATUS_NO_RESULT;
    if (argc != 2) {
        g_printerr("opbouwwerk zet: noem één FO-bestand\n");
        return STATUS_NO_RESULT;
    }
    g_autoptr(Pipeline) pipeline = pipeline_new(NULL, fonts);
    Status status = set_file(pipeline, argv[1], output);
    return pipeline_close(pipeline, status);
}
