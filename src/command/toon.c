#include "base/file.h"
#include "command/command.h"
#include "command/pipeline.h"
#include "command/source.h"
#include "command/table.h"
#include "content/assemble.h"
#include "layout/layout.h"
#include "render/render.h"
#include "xml/read.h"

#include <stdio.h>
#include <string.h>

static const char description[] =
    "INVOER is een FO-bestand, XML bij een stijlblad, of de naam van een boekje.\n"
    "Stappen:\n"
    "  bron           de samengevoegde teksten van een boekje, als XML\n"
    "  fo             XSL-FO, zoals het stijlblad het maakt\n"
    "  eigenschappen  de boom van objecten met hun uitgerekende eigenschappen\n"
    "  lijst          de verticale lijst: kaders, wit en boetes\n"
    "  regels         de gebroken regels\n"
    "  vlakken        de vlakken op de pagina’s\n"
    "  beeld          pagina’s naast elkaar, als PNG (met -o, --paginas en --dpi)\n\n"
    "Zonder INVOER, wat het programma van zichzelf weet, als XML:\n"
    "  meldingen      elke melding met haar ernst, oorzaak en remedie\n"
    "  ondersteuning  elk opmaakobject en elke eigenschap van XSL-FO\n\n"
    "Voorbeeld:\n"
    "  opbouwwerk toon --stap vlakken statuut\n";

typedef struct Request {
    const char *step, *output;
    Source source;
    int first_page, page_count, dpi;
} Request;

static char *
xml_text(xmlDoc *document)
{
    xmlChar *bytes = NULL;
    int length = 0;
    xmlDocDumpMemoryEnc(document, &bytes, &length, "UTF-8");
    char *text = g_strndup((const char *)bytes, (gsize)length);
    xmlFree(bytes);
    return text;
}

/* The FO of the request: read from a file, or made of a booklet. *source: the assembled
 * document as text where the step is "bron". */
static xmlDoc *
load_fo(Pipeline *pipeline, const Request *request, char **source, GError **error)
{
    const char *input = request->source.input;
    if (request->source.stylesheet || strcmp(input, "-") == 0 ||
        g_str_has_suffix(input, ".fo"))
        return source_load(pipeline, &request->source, error);
    Linkbase *linkbase = NULL;
    g_autoptr(Collection) collection = pipeline_load(pipeline, &linkbase, error);
    if (!collection || diag_count(pipeline->diag, DIAG_ERROR))
        return NULL;
    const Booklet *booklet = collection_booklet(collection, input);
    if (!booklet) {
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
                    "“%s” is geen FO-bestand en geen boekje", input);
        return NULL;
    }
    if (strcmp(request->step, "bron") == 0) {
        g_autoptr(xmlDoc) document = assemble_booklet(collection, linkbase, booklet);
        *source = xml_text(document);
        return NULL;
    }
    xmlDoc *fo = pipeline_booklet_fo(pipeline, collection, linkbase, booklet, error);
    if (fo && !fo->URL)
        fo->URL = xmlStrdup(BAD_CAST collection->book->file);
    return fo;
}

static char *
show_tree(Pipeline *pipeline, const Request *request, Arena *arena, xmlDoc *fo,
          GError **error)
{
    FoTree *tree = fo_parse(arena, fo, (const char *)fo->URL, pipeline->diag);
    Text *text = tree ? pipeline_text(pipeline, error) : NULL;
    if (!text)
        return NULL;
    if (strcmp(request->step, "eigenschappen") == 0)
        return fo_dump(tree);
    return layout_dump_vlist(tree, text, pipeline->diag);
}

static char *
show_areas(Pipeline *pipeline, const Request *request, Arena *arena, xmlDoc *fo,
           GError **error)
{
    AreaDocument *document =
        pipeline_layout(pipeline, arena, fo, (const char *)fo->URL, error);
    if (!document)
        return NULL;
    if (strcmp(request->step, "regels") == 0)
        return layout_dump_lines(document);
    if (strcmp(request->step, "vlakken") == 0) {
        g_autofree char *faults = area_check(document);
        g_autofree char *dump = area_dump(document);
        return g_strconcat(dump, faults, NULL);
    }
    if (!request->output) {
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                    "een beeld heeft een bestand nodig: -o BESTAND.png");
        return NULL;
    }
    gboolean made = render_png(document, request->first_page - 1, request->page_count,
                               request->dpi, request->output, error);
    return made ? g_strdup("") : NULL;
}

static char *
show(Pipeline *pipeline, const Request *request, Arena *arena, GError **error)
{
    char *source = NULL;
    g_autoptr(xmlDoc) fo = load_fo(pipeline, request, &source, error);
    if (!fo)
        return source;
    if (strcmp(request->step, "fo") == 0)
        return xml_text(fo);
    if (strcmp(request->step, "eigenschappen") == 0 ||
        strcmp(request->step, "lijst") == 0)
        return show_tree(pipeline, request, arena, fo, error);
    return show_areas(pipeline, request, arena, fo, error);
}

/* What the program knows of itself: needs no input. NULL where step is none of these. */
static char *
show_table(const char *step)
{
    if (g_strcmp0(step, "meldingen") == 0)
        return table_of_messages();
    return g_strcmp0(step, "ondersteuning") == 0 ? fo_support() : NULL;
}

static Status
print_table(const char *table, const char *output)
{
    g_autoptr(GError) error = NULL;
    if (file_write(output ? output : "-", table, strlen(table), 0666, &error))
        return STATUS_FINE;
    command_print_error(error);
    return STATUS_NO_RESULT;
}

static gboolean
is_step(const char *step)
{
    static const char *const steps[] = {"bron",   "fo",      "eigenschappen", "lijst",
                                        "regels", "vlakken", "beeld",         NULL};
    return step && g_strv_contains(steps, step);
}

static Status
run(Pipeline *pipeline, const Request *request)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GError) error = NULL;
    g_autofree char *text = show(pipeline, request, arena, &error);
    gboolean is_image = strcmp(request->step, "beeld") == 0;
    gboolean written =
        text && (is_image || file_write(request->output ? request->output : "-", text,
                                        strlen(text), 0666, &error));
    if (error)
        command_print_error(error);
    Status status = written ? STATUS_FINE : STATUS_NO_RESULT;
    return pipeline_close(pipeline, status);
}

/* "20-21" or "20". */
static void
parse_pages(const char *pages, Request *request)
{
    int last = 0;
    if (!pages || sscanf(pages, "%d-%d", &request->first_page, &last) < 1)
        return;
    request->first_page = MAX(request->first_page, 1);
    request->page_count = last ? CLAMP(last - request->first_page + 1, 1, 100) : 1;
}

Status
command_toon(int argc, char **argv)
{
    g_autofree char *step = NULL, *output = NULL, *content = NULL, *fonts = NULL;
    g_autofree char *pages = NULL, *stylesheet = NULL;
    g_auto(GStrv) parameters = NULL;
    int dpi = 80;
    const GOptionEntry entries[] = {
        {"stap", 's', 0, G_OPTION_ARG_STRING, &step, "welke stap (zie onder)",
         "bron|fo|eigenschappen|lijst|regels|vlakken|beeld|meldingen|ondersteuning"},
        {"uitvoer", 'o', 0, G_OPTION_ARG_FILENAME, &output, "bestand", "BESTAND"},
        {"stijlblad", 0, 0, G_OPTION_ARG_FILENAME, &stylesheet,
         "XSLT die van de invoer XSL-FO maakt", "BESTAND"},
        {"parameter", 0, 0, G_OPTION_ARG_STRING_ARRAY, &parameters,
         "parameter van het stijlblad", "NAAM=WAARDE"},
        {"paginas", 0, 0, G_OPTION_ARG_STRING, &pages, "bij beeld: van-tot", "1-2"},
        {"dpi", 0, 0, G_OPTION_ARG_INT, &dpi, "bij beeld: punten per inch", "80"},
        {"inhoud", 0, 0, G_OPTION_ARG_FILENAME, &content, "map met de teksten", "MAP"},
        {"lettertypen", 0, 0, G_OPTION_ARG_FILENAME, &fonts, "lettertypeconfiguratie",
         "BESTAND"},
        {0}};
    if (!command_parse(&argc, &argv, "[INVOER]", "Toont een stap van het zetten",
                       description, entries))
        return STATUS_NO_RESULT;
    g_autofree char *table = show_table(step);
    if (table && argc == 1)
        return print_table(table, output);
    if (argc != 2 || !is_step(step) || dpi < 10 || dpi > 1200) {
        g_printerr("opbouwwerk toon: noem een stap en één invoer; zie --help\n");
        return STATUS_NO_RESULT;
    }
    Source source = {argv[1], stylesheet, parameters};
    Request request = {step, output, source, 1, 1, dpi};
    parse_pages(pages, &request);
    g_autoptr(Pipeline) pipeline = pipeline_new(content, fonts);
    return run(pipeline, &request);
}
