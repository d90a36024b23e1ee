#include "base/file.h"
#include "command/command.h"
#include "command/pipeline.h"
#include "content/audit_csv.h"
#include "content/dossier_csv.h"

#include <string.h>

static const char description[] =
    "Schrijft een rekenblad (CSV) om in te vullen: van een dossier met alle "
    "competenties,\n"
    "van een audit met alle vragen voor die soort team. Met een BESTAND staat erin wat "
    "dat\n"
    "al heeft. importeer maakt er weer XML van.\n\n"
    "Voorbeelden:\n"
    "  opbouwwerk sjabloon dossier -o dossier.csv\n"
    "  opbouwwerk sjabloon audit --soort pool -o audit.csv\n";

/* What is wanted, and where from. */
typedef struct Request {
    char *output, *content, *kind;
    const char *input; /* or NULL */
} Request;

static char *
make_dossier(Pipeline *pipeline, const Request *request, GError **error)
{
    Linkbase *linkbase = NULL;
    g_autoptr(Collection) collection = pipeline_load(pipeline, &linkbase, error);
    g_autoptr(Levels) levels =
        collection ? pipeline_levels(pipeline, collection, error) : NULL;
    if (!levels || !request->input)
        return levels ? dossier_csv_write(collection, levels, NULL) : NULL;
    g_autofree char *fallback = g_build_filename(pipeline->data, "content", NULL);
    g_autoptr(DossierRules) rules =
        dossier_rules_new(collection, levels, fallback, error);
    g_autoptr(GByteArray) bytes = rules ? file_read(request->input, error) : NULL;
    g_autoptr(Dossier) dossier =
        bytes ? dossier_read(rules, (const char *)bytes->data, bytes->len,
                             request->input, pipeline->diag)
              : NULL;
    return dossier ? dossier_csv_write(collection, levels, dossier) : NULL;
}

static char *
make_audit(Pipeline *pipeline, const Request *request, GError **error)
{
    g_autoptr(Collection) collection = NULL;
    const Questions *questions = pipeline_questions(pipeline, &collection, error);
    if (!questions)
        return NULL;
    const char *name = request->kind ? request->kind : "territoriaal";
    int kind = questions_kind(questions, name);
    if (kind < 0) {
        g_printerr("opbouwwerk sjabloon: er is geen soort team “%s”\n", name);
        return NULL;
    }
    if (!request->input)
        return audit_csv_write(questions, kind, NULL);
    g_autofree char *fallback = g_build_filename(pipeline->data, "content", NULL);
    g_autoptr(XmlSchema) schema =
        xml_schema_new(collection_path(collection->arena, collection->folder, fallback,
                                       "schema/audit.rng"),
                       error);
    g_autoptr(Audit) audit =
        schema ? audit_load(request->input, questions, schema, pipeline->diag) : NULL;
    return audit ? audit_csv_write(questions, audit->kind, audit) : NULL;
}

typedef struct Template {
    const char *name;
    char *(*make)(Pipeline *pipeline, const Request *request, GError **error);
} Template;

static const Template templates[] = {{"dossier", make_dossier}, {"audit", make_audit}};

static const Template *
lookup(const char *name)
{
    for (gsize i = 0; name && i < G_N_ELEMENTS(templates); i++)
        if (strcmp(templates[i].name, name) == 0)
            return &templates[i];
    return NULL;
}

static Status
run(const Template *template, const Request *request)
{
    g_autoptr(Pipeline) pipeline = pipeline_new(request->content, NULL);
    g_autoptr(GError) error = NULL;
    g_autofree char *text = template->make(pipeline, request, &error);
    const char *output = request->output ? request->output : "-";
    gboolean written = text && file_write(output, text, strlen(text), 0600, &error);
    if (error)
        command_print_error(error);
    return pipeline_close(pipeline, written ? STATUS_FINE : STATUS_NO_RESULT);
}

Status
command_sjabloon(int argc, char **argv)
{
    Request request = {0};
    const GOptionEntry entries[] = {
        {"uitvoer", 'o', 0, G_OPTION_ARG_FILENAME, &request.output,
         "bestand; zonder is het de standaarduitvoer", "BESTAND"},
        {"soort", 0, 0, G_OPTION_ARG_STRING, &request.kind,
         "van een audit; zonder deze optie territoriaal", "territoriaal|pool|solo"},
        {"inhoud", 0, 0, G_OPTION_ARG_FILENAME, &request.content, "map met de teksten",
         "MAP"},
        {0}};
    Status status = STATUS_NO_RESULT;
    if (command_parse(&argc, &argv, "dossier|audit [BESTAND]",
                      "Schrijft een rekenblad om in te vullen", description, entries)) {
        const Template *template = argc > 1 ? lookup(argv[1]) : NULL;
        request.input = argc > 2 ? argv[2] : NULL;
        if (template && argc <= 3)
            status = run(template, &request);
        else
            g_printerr("opbouwwerk sjabloon: noem wat u wilt invullen: dossier of "
                       "audit\n");
    }
    g_free(request.output);
    g_free(request.content);
    g_free(request.kind);
    return status;
}
