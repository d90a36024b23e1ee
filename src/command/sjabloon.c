#include "base/file.h"
#include "command/command.h"
#include "command/pipeline.h"
#include "content/dossier_csv.h"

#include <string.h>

static const char description[] =
    "Schrijft een rekenblad (CSV) met alle competenties om in te vullen. Met een "
    "DOSSIER\n"
    "staat erin wat dat al heeft. importeer maakt er weer XML van.\n\n"
    "Voorbeeld:\n"
    "  opbouwwerk sjabloon dossier -o dossier.csv\n";

static char *
make(Pipeline *pipeline, const char *input, GError **error)
{
    Linkbase *linkbase = NULL;
    g_autoptr(Collection) collection = pipeline_load(pipeline, &linkbase, error);
    g_autoptr(Levels) levels =
        collection ? pipeline_levels(pipeline, collection, error) : NULL;
    if (!levels || !input)
        return levels ? dossier_csv_write(collection, levels, NULL) : NULL;
    g_autofree char *fallback = g_build_filename(pipeline->data, "content", NULL);
    g_autoptr(DossierRules) rules =
        dossier_rules_new(collection, levels, fallback, error);
    g_autoptr(GByteArray) bytes = rules ? file_read(input, error) : NULL;
    g_autoptr(Dossier) dossier = bytes ? dossier_read(rules, (const char *)bytes->data,
                                                      bytes->len, input, pipeline->diag)
                                       : NULL;
    return dossier ? dossier_csv_write(collection, levels, dossier) : NULL;
}

Status
command_sjabloon(int argc, char **argv)
{
    g_autofree char *output = NULL, *content = NULL;
    const GOptionEntry entries[] = {
        {"uitvoer", 'o', 0, G_OPTION_ARG_FILENAME, &output,
         "bestand; zonder is het de standaarduitvoer", "BESTAND"},
        {"inhoud", 0, 0, G_OPTION_ARG_FILENAME, &content, "map met de teksten", "MAP"},
        {0}};
    if (!command_parse(&argc, &argv, "dossier [DOSSIER]",
                       "Schrijft een rekenblad om in te vullen", description, entries))
        return STATUS_NO_RESULT;
    if (argc < 2 || argc > 3 || strcmp(argv[1], "dossier") != 0) {
        g_printerr("opbouwwerk sjabloon: noem wat u wilt invullen: dossier\n");
        return STATUS_NO_RESULT;
    }
    g_autoptr(Pipeline) pipeline = pipeline_new(content, NULL);
    g_autoptr(GError) error = NULL;
    g_autofree char *text = make(pipeline, argc > 2 ? argv[2] : NULL, &error);
    gboolean written =
        text && file_write(output ? output : "-", text, strlen(text), 0600, &error);
    if (error)
        command_print_error(error);
    return pipeline_close(pipeline, written ? STATUS_FINE : STATUS_NO_RESULT);
}
