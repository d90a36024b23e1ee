#include "base/file.h"
#include "command/command.h"
#include "command/pipeline.h"
#include "command/proof.h"
#include "xml/read.h"

#include <glib/gstdio.h>
#include <string.h>

static const char description[] =
    "Zonder naam worden alle boekjes gezet. Met -o - gaat één boekje naar de\n"
    "standaarduitvoer. Naast NAAM.pdf komt NAAM.bladzijden.xml: op welke bladzijde\n"
    "elke id staat, voor wie het boekje aanhaalt.\n\n"
    "Voorbeeld:\n"
    "  opbouwwerk boekje statuut -o statuut.pdf\n";

typedef struct Request {
    char *output;
    gboolean proof; /* with a report on the setting */
} Request;

/* Where a booklet goes: output may be a folder, a file (one booklet) or NULL. */
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

/* The index of pages stands beside the PDF that is to be read. */
static gboolean
write_pages(const Output *output, const char *path, const char *pages, GError **error)
{
    if (strcmp(path, "-") == 0 || !output_is_read(output))
        return TRUE;
    gsize length = strlen(path) - (g_str_has_suffix(path, ".pdf") ? 4 : 0);
    g_autofree char *beside = g_strdup_printf("%.*s.bladzijden.xml", (int)length, path);
    return file_write(beside, pages, strlen(pages), 0666, error);
}

static gboolean
set_booklet(Pipeline *pipeline, const Collection *collection, const Linkbase *linkbase,
            const Booklet *booklet, const Request *request)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GByteArray) pdf = NULL;
    const char *file = collection->book->file;
    g_autofree char *path = target(request->output, booklet->name);
    g_autoptr(xmlDoc) fo =
        pipeline_booklet_fo(pipeline, collection, linkbase, booklet, &error);
    g_autofree char *pages = NULL;
    if (fo)
        pdf = pipeline_booklet_pdf(pipeline, fo, file, &pages, &error);
    if (pdf && (!request->proof || proof_write(pipeline, fo, file, path, &error)) &&
        file_write(path, pdf->data, pdf->len, output_mode(pipeline->output), &error) &&
        write_pages(pipeline->output, path, pages, &error))
        return TRUE;
    command_print_error(error);
    return FALSE;
}

/* The booklets that names ask for, all of them where it is empty; NULL after a message
 * where one is unknown. */
static GPtrArray *
choose(const Collection *collection, char **names)
{
    if (!names || !*names)
        return g_ptr_array_ref(collection->booklets);
    g_autoptr(GPtrArray) chosen = g_ptr_array_new();
    for (char **name = names; *name; name++) {
        const Booklet *booklet = collection_booklet(collection, *name);
        if (!booklet) {
            g_printerr("opbouwwerk: er is geen boekje “%s”\n", *name);
            return NULL;
        }
        g_ptr_array_add(chosen, (gpointer)booklet);
    }
    return g_steal_pointer(&chosen);
}

static Status
set_booklets(Pipeline *pipeline, char **names, const Request *request)
{
    const char *output = request->output;
    g_autoptr(GError) error = NULL;
    Linkbase *linkbase = NULL;
    g_autoptr(Collection) collection = pipeline_load(pipeline, &linkbase, &error);
    if (error)
        command_print_error(error);
    if (!collection || diag_count(pipeline->diag, DIAG_ERROR))
        return STATUS_NO_RESULT;
    g_autoptr(GPtrArray) chosen = choose(collection, names);
    if (!chosen)
        return STATUS_NO_RESULT;
    g_autofree char *first = output ? target(output, "") : NULL;
    if (first && chosen->len > 1 && strcmp(first, output) == 0) {
        g_printerr("opbouwwerk: “%s” is geen map, en er zijn %u boekjes\n", output,
                   chosen->len);
        return STATUS_NO_RESULT;
    }
    if (output && g_str_has_suffix(output, "/"))
        g_mkdir_with_parents(output, 0777);
    guint made = 0;
    for (guint i = 0; i < chosen->len; i++)
        made += set_booklet(pipeline, collection, linkbase, chosen->pdata[i], request);
    return made == chosen->len ? STATUS_FINE : STATUS_NO_RESULT;
}

Status
command_boekje(int argc, char **argv)
{
    g_autofree char *content = NULL, *fonts = NULL;
    Request request = {0};
    const GOptionEntry entries[] = {
        {"uitvoer", 'o', 0, G_OPTION_ARG_FILENAME, &request.output, "bestand of map",
         "PAD"},
        {"inhoud", 0, 0, G_OPTION_ARG_FILENAME, &content, "map met de teksten", "MAP"},
        {"lettertypen", 0, 0, G_OPTION_ARG_FILENAME, &fonts, "lettertypeconfiguratie",
         "BESTAND"},
        {"verslag", 0, 0, G_OPTION_ARG_NONE, &request.proof,
         "schrijft ook hoe goed de regels gezet zijn (zie onder)", NULL},
        {0}};
    g_autofree char *help = g_strconcat(description, "\n", PROOF_HELP, NULL);
    g_auto(Output) wanted = {0};
    g_autofree GOptionEntry *all = output_entries(&wanted, entries);
    if (!command_parse(&argc, &argv, "[NAAM…]", "Zet boekjes uit de teksten", help,
                       all))
        return STATUS_NO_RESULT;
    g_autofree char *output = request.output;
    g_autoptr(Pipeline) pipeline = pipeline_new(content, fonts);
    if (!pipeline_set_output(pipeline, &wanted))
        return STATUS_NO_RESULT;
    Status status = set_booklets(pipeline, argv + 1, &request);
    return pipeline_close(pipeline, status);
}
