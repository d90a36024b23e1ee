#include "command/command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const GOptionEntry help_entry = {
    "help", 'h', 0, G_OPTION_ARG_NONE, NULL, "toont deze hulp", NULL};

/* "-o, --uitvoer=PAD" */
static char *
option_label(const GOptionEntry *entry)
{
    g_autofree char *brief =
        entry->short_name ? g_strdup_printf("-%c, ", entry->short_name) : g_strdup("");
    const char *value = entry->arg_description;
    return g_strdup_printf("%s--%s%s%s", brief, entry->long_name, value ? "=" : "",
                           value ? value : "");
}

static void
print_option(const GOptionEntry *entry)
{
    if (entry->flags & G_OPTION_FLAG_HIDDEN || !*entry->long_name)
        return;
    g_autofree char *label = option_label(entry);
    int gap = MAX(24 - (int)g_utf8_strlen(label, -1), 0);
    printf("  %s%*s  %s\n", label, gap, "",
           entry->description ? entry->description : "");
}

static void
print_help(const char *usage, const char *summary, const char *description,
           const GOptionEntry *entries)
{
    printf("Gebruik:\n  %s\n\n%s.\n\nOpties:\n", usage, summary);
    print_option(&help_entry);
    for (const GOptionEntry *entry = entries; entry->long_name; entry++)
        print_option(entry);
    printf("\n%s", description);
}

/* What GOption says, in Dutch: its own texts are English where no translation of GLib is
 * installed. */
static char *
option_fault(const GError *error)
{
    static const char *const dutch[][2] = {
        {"Unknown option ", "onbekende optie "},
        {"Missing argument for ", "er ontbreekt een waarde bij "},
        {"Cannot parse integer value ", "dit is geen geheel getal: "},
        {"Cannot parse double value ", "dit is geen getal: "},
        {"Integer value ", "dit getal is te groot: "},
    };
    const char *message = error->message;
    for (gsize i = 0; i < G_N_ELEMENTS(dutch); i++) {
        if (!g_str_has_prefix(message, dutch[i][0]))
            continue;
        const char *rest = message + strlen(dutch[i][0]);
        gsize end = strcspn(rest, " ");
        return g_strdup_printf("%s%.*s", dutch[i][1], (int)end, rest);
    }
    return g_strdup(message);
}

gboolean
command_parse(int *argc, char ***argv, const char *arguments, const char *summary,
              const char *description, const GOptionEntry *entries)
{
    g_autofree char *name = g_strdup((*argv)[0]);
    g_autofree char *full = g_strconcat("opbouwwerk ", name, NULL);
    g_autofree char *usage =
        g_strdup_printf("%s [OPTIE…]%s%s", full, *arguments ? " " : "", arguments);
    gboolean wants_help = FALSE;
    GOptionEntry help[] = {help_entry, {0}};
    help[0].arg_data = &wants_help;
    g_set_prgname(full);
    g_autoptr(GOptionContext) context = g_option_context_new(NULL);
    g_option_context_set_help_enabled(context, FALSE);
    g_option_context_add_main_entries(context, help, NULL);
    g_option_context_add_main_entries(context, entries, NULL);
    g_autoptr(GError) error = NULL;
    gboolean parsed = g_option_context_parse(context, argc, argv, &error);
    if (wants_help) {
        print_help(usage, summary, description, entries);
        exit(EXIT_SUCCESS);
    }
    if (parsed)
        return TRUE;
    g_autofree char *fault = option_fault(error);
    g_printerr("opbouwwerk %s: %s\nProbeer: opbouwwerk %s --help\n", name, fault, name);
    return FALSE;
}

void
command_print_error(const GError *error)
{
    g_printerr("opbouwwerk: %s\n", error->message);
}
