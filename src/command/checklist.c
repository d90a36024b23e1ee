#include "command/checklist.h"
#include "base/date.h"

static const char description[] =
    "Zonder AUDIT komt er een lijst om in te vullen, met --invulbaar op het scherm; "
    "met\n"
    "een AUDIT het verslag ervan, met --overzicht dat van alle teams samen. AUDIT is "
    "een\n"
    "bestand, een map met audits, of - voor een lijst van bestanden op de "
    "standaardinvoer.\n"
    "De audit waarmee vergeleken wordt, noemt AUDIT zelf of --vorige. Een audit met "
    "fouten\n"
    "houdt de andere niet op. --pseudoniem kent de namen die als gegeven in een audit\n"
    "staan, niet die welke alleen in een notitie voorkomen.\n\n"
    "Voorbeelden:\n"
    "  opbouwwerk checklist --soort pool -o lijst.pdf\n"
    "  opbouwwerk checklist --invulbaar --vorige team-2026.xml -o team-2028.pdf\n"
    "  opbouwwerk checklist audits/ -o verslagen/ --hervat\n"
    "  opbouwwerk checklist --overzicht audits/ -o overzicht.pdf\n";

/* A list to fill in, perhaps with what is known from the previous audit. */
static Status
set_list(const ChecklistRun *run, GError **error)
{
    const ChecklistRequest *request = run->request;
    const char *name = request->kind ? request->kind : "territoriaal";
    g_autoptr(GPtrArray) known =
        g_ptr_array_new_with_free_func((GDestroyNotify)audit_free);
    int kind = questions_kind(run->questions, name);
    if (kind < 0) {
        g_printerr("opbouwwerk checklist: er is geen soort team “%s”\n", name);
        return STATUS_NO_RESULT;
    }
    if (request->previous) {
        Audit *previous = checklist_run_audit(run, request->previous);
        if (!previous)
            return STATUS_NO_RESULT;
        g_ptr_array_add(known, previous);
        audit_check_edition(previous, DIAG_AUDIT_OTHER_EDITION, run->pipeline->diag);
        kind = request->kind ? kind : previous->kind;
        g_autoptr(Pseudonyms) names = pseudonyms_new(known);
        if (request->pseudonyms)
            pseudonyms_replace(names, known);
    }
    Checklist checklist = {.questions = run->questions,
                           .linkbase = run->linkbase,
                           .pages = run->pages,
                           .form = request->fillable ? "invulbaar" : "blanco",
                           .kind = kind,
                           .choice = request->choice,
                           .date = request->date,
                           .previous = known->len ? known->pdata[0] : NULL};
    g_autofree char *path = checklist_run_target(run, "checklist");
    xmlNode *element = checklist_add(run->references, &checklist);
    return checklist_run_set(run, element, path, known->len ? 0600 : 0666, error)
               ? STATUS_FINE
               : STATUS_NO_RESULT;
}

static Status
run_request(Pipeline *pipeline, const ChecklistRequest *request, char **audits)
{
    g_auto(ChecklistRun) run = {0};
    g_autoptr(GError) error = NULL;
    Status status = STATUS_NO_RESULT;
    if (!checklist_run_load(&run, pipeline, request, &error))
        status = STATUS_NO_RESULT;
    else if (request->overview)
        status = checklist_set_overview(&run, audits, &error);
    else if (*audits)
        status = checklist_set_audits(&run, audits, &error);
    else
        status = set_list(&run, &error);
    if (error)
        command_print_error(error);
    return status;
}

static gboolean
check_request(ChecklistRequest *request, int count)
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
request_clear(ChecklistRequest *request)
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
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ChecklistRequest, request_clear)

Status
command_checklist(int argc, char **argv)
{
    g_auto(ChecklistRequest) request = {0};
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
         "noem geen team en geen mens bij naam, ook niet in de bestandsnaam", NULL},
        {"peildatum", 0, 0, G_OPTION_ARG_STRING, &request.date,
         "waarop een actie te laat is; anders de datum van de audit", "DATUM"},
        {"bladzijden", 0, 0, G_OPTION_ARG_FILENAME, &request.pages,
         "de bladzijden van een boekje, om naar te verwijzen", "BESTAND"},
        {"jobs", 'j', 0, G_OPTION_ARG_INT, &request.workers,
         "hoeveel processen; zonder deze optie een per processor", "N"},
        {"hervat", 0, 0, G_OPTION_ARG_NONE, &request.resume,
         "sla over wat bijgewerkt is", NULL},
        {"inhoud", 0, 0, G_OPTION_ARG_FILENAME, &request.content, "map met de teksten",
         "MAP"},
        {"lettertypen", 0, 0, G_OPTION_ARG_FILENAME, &request.fonts,
         "lettertypeconfiguratie", "BESTAND"},
        {0}};
    g_auto(Output) wanted = {0};
    g_autofree GOptionEntry *all = output_entries(&wanted, entries);
    if (!command_parse(&argc, &argv, "[AUDIT…]",
                       "Zet checklists en verslagen van audits", description, all) ||
        !check_request(&request, argc - 1))
        return STATUS_NO_RESULT;
    g_autoptr(Pipeline) pipeline = pipeline_new(request.content, request.fonts);
    if (!pipeline_set_output(pipeline, &wanted))
        return STATUS_NO_RESULT;
    Status status = run_request(pipeline, &request, argv + 1);
    return pipeline_close(pipeline, status);
}
