#include "command/command.h"

#include <stdlib.h>

gboolean
command_parse(int *argc, char ***argv, const char *arguments, const char *summary,
              const char *description, const GOptionEntry *entries)
{
    g_autofree char *name = g_strdup((*argv)[0]);
    g_autofree char *full = g_strconcat("opbouwwerk ", name, NULL);
    g_autofree char *usage = g_strdup_printf("%s\n\n%s.", arguments, summary);
    g_set_prgname(full);
    g_autoptr(GOptionContext) context = g_option_context_new(usage);
    g_option_context_add_main_entries(context, entries, NULL);
    g_option_context_set_description(context, description);
    g_autoptr(GError) error = NULL;
    if (g_option_context_parse(context, argc, argv, &error))
        return TRUE;
    g_printerr("opbouwwerk %s: %s\nProbeer: opbouwwerk %s --help\n", name,
               error->message, name);
    return FALSE;
}

void
command_print_error(const GError *error)
{
    g_printerr("opbouwwerk: %s\n", error->message);
}
