#include "command/command.h"
#include "base/markup.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LABEL_WIDTH = 24 };

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
    int width = (int)g_utf8_strlen(label, -1);
    gboolean fits = width <= LABEL_WIDTH;
    printf("  %s%s%*s  %s\n", label, fits ? "" : "\n  ",
           fits ? LABEL_WIDTH - width : LABEL_WIDTH, "",
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

static const char *
kind_of_value(const GOptionEntry *entry)
{
    switch (entry->arg) {
    case G_OPTION_ARG_NONE:
        return "schakelaar";
    case G_OPTION_ARG_INT:
        return "getal";
    case G_OPTION_ARG_FILENAME:
    case G_OPTION_ARG_FILENAME_ARRAY:
        return "bestand";
    default:
        return "tekst";
    }
}

static void
tell_option(Markup *markup, const GOptionEntry *entry)
{
    const char brief[] = {entry->short_name, '\0'};
    if (entry->flags & G_OPTION_FLAG_HIDDEN || !*entry->long_name)
        return;
    markup_open(markup, "optie");
    markup_attribute(markup, "lang", entry->long_name);
    markup_attribute(markup, "kort", *brief ? brief : NULL);
    markup_attribute(markup, "waarde", entry->arg_description);
    markup_attribute(markup, "soort", kind_of_value(entry));
    markup_text(markup, entry->description ? entry->description : "", -1);
    markup_close(markup);
}

static void
tell(const char *name, const char *arguments, const GOptionEntry *entries)
{
    Markup *markup = markup_new();
    markup_open(markup, "opdracht");
    markup_attribute(markup, "naam", name);
    markup_attribute(markup, "argumenten", arguments);
    tell_option(markup, &help_entry);
    for (const GOptionEntry *entry = entries; entry->long_name; entry++)
        tell_option(markup, entry);
    g_autofree char *text = markup_finish(markup);
    fputs(text, stdout);
}

/* GOption takes no "-j2": each such argument gives way to "--jobs=2". */
static void
spell_out(int argc, char **argv, const GOptionEntry *entries, GPtrArray *spelled)
{
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        if (argv[i][0] != '-' || argv[i][1] == '-' || !argv[i][1] || !argv[i][2])
            continue;
        for (const GOptionEntry *entry = entries; entry->long_name; entry++) {
            if (entry->short_name != argv[i][1] || entry->arg == G_OPTION_ARG_NONE)
                continue;
            argv[i] = g_strdup_printf("--%s=%s", entry->long_name, argv[i] + 2);
            g_ptr_array_add(spelled, argv[i]);
            break;
        }
    }
}

gboolean
command_parse(int *argc, char ***argv, const char *arguments, const char *summary,
              const char *description, const GOptionEntry *entries)
{
    g_autofree char *name = g_strdup((*argv)[0]);
    if (*argc == 2 && strcmp((*argv)[1], COMMAND_TELL) == 0) {
        tell(name, arguments, entries);
        return FALSE;
    }
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
    g_autoptr(GPtrArray) spelled = g_ptr_array_new_with_free_func(g_free);
    spell_out(*argc, *argv, entries, spelled);
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
