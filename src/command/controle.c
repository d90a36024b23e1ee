#include "command/controle.h"
#include "command/pipeline.h"
#include "xml/read.h"

#include <stdio.h>

static const char description[] =
    "Zonder BESTAND: leest alle teksten en koppelingen, meldt elke fout met haar "
    "plaats\n"
    "en telt de koppelingen per soort en de dekking per deel.\n\n"
    "Met BESTAND: leest PDF's, ook van anderen, en toetst wat zij van zichzelf "
    "zeggen:\n"
    "toegankelijk (PDF/UA-1), voor het archief (PDF/A-2), voor de drukker (PDF/X-4).\n"
    "Elke bevinding noemt bladzijde en object. De uitgang is 0 zonder bevindingen, 1\n"
    "met, 2 als een bestand niet te lezen is.\n\n"
    "Voorbeelden:\n"
    "  opbouwwerk controle --inhoud mijn-teksten\n"
    "  opbouwwerk controle --uitleg statuut.pdf\n";

/* The places that the linkbase is meant to reach; a link inside counts for them. */
static gboolean
is_linkable(const ContentNode *node)
{
    static const char *const names[] = {"satelliettekst", "vaardigheid", "kennis",
                                        "houding"};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
        if (xml_is(node->element, names[i]))
            return TRUE;
    const xmlNode *root = xmlDocGetRootElement(node->part->document);
    return (xml_is(node->element, "sectie") && xml_is(root, "condities")) ||
           (xml_is(node->element, "punt") && xml_is(root, "profielA"));
}

static void
print_kinds(const Linkbase *linkbase)
{
    printf("koppelingen: %u\n", linkbase->links->len);
    for (guint i = 0; i < linkbase->kinds->len; i++) {
        const LinkKind *kind = linkbase->kinds->pdata[i];
        printf("  %-24s %4d\n", kind->name, kind->count);
    }
    printf("zonder tegenhanger: %u\n", linkbase->absences->len);
}

static void
print_coverage(const Collection *collection, const Linkbase *linkbase)
{
    puts("dekking per deel (plaatsen met een koppeling / plaatsen):");
    g_autoptr(GString) bare = g_string_new(NULL);
    for (guint i = 0; i < collection->parts->len; i++) {
        const Part *part = collection->parts->pdata[i];
        int places = 0, linked = 0;
        for (guint j = 0; j < collection->nodes->len; j++) {
            const ContentNode *node = collection->nodes->pdata[j];
            if (node->part != part || !is_linkable(node))
                continue;
            gboolean is_linked = linkbase_count_within(linkbase, node) > 0;
            places++;
            linked += is_linked;
            if (!is_linked)
                g_string_append_printf(bare, "  %s\n", node->id);
        }
        if (places)
            printf("  %-24s %4d / %d\n", part->id, linked, places);
    }
    printf("plaatsen zonder koppeling:%s\n%s", bare->len ? "" : " geen", bare->str);
}

static Status
check_texts(const char *content)
{
    g_autoptr(Pipeline) pipeline = pipeline_new(content, NULL);
    g_autoptr(GError) error = NULL;
    Linkbase *linkbase = NULL;
    g_autoptr(Collection) collection = pipeline_load(pipeline, &linkbase, &error);
    g_autoptr(Levels) levels =
        collection ? pipeline_levels(pipeline, collection, &error) : NULL;
    if (error)
        command_print_error(error);
    Status status = levels ? STATUS_FINE : STATUS_NO_RESULT;
    if (collection) {
        printf("delen: %u, plaatsen met een id: %u\n", collection->parts->len,
               collection->nodes->len);
        print_kinds(linkbase);
        print_coverage(collection, linkbase);
    }
    return pipeline_close(pipeline, status);
}

Status
command_controle(int argc, char **argv)
{
    g_autofree char *content = NULL, *passwords = NULL;
    g_auto(GStrv) files = NULL;
    ControlePdf asked = {0};
    const GOptionEntry entries[] = {
        {"inhoud", 0, 0, G_OPTION_ARG_FILENAME, &content, "map met de teksten", "MAP"},
        {"wachtwoord-bestand", 0, 0, G_OPTION_ARG_FILENAME, &passwords,
         "regel 1 opent vergrendelde PDF's", "BESTAND"},
        {"uitleg", 0, 0, G_OPTION_ARG_NONE, &asked.explain,
         "PDF's: noemt bij elke soort bevinding het herstel en de regel", NULL},
        {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL},
        {0}};
    if (!command_parse(&argc, &argv, "[BESTAND.pdf…]",
                       "Controleert de teksten en hun koppelingen, of PDF's",
                       description, entries))
        return STATUS_NO_RESULT;
    asked.files = files;
    asked.passwords = passwords;
    return files ? controle_pdf(&asked) : check_texts(content);
}
