#include "base/markup.h"
#include "command/command.h"
#include "command/place.h"

#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

static const Command commands[] = {
    {"boekje", "zet de boekjes uit de teksten", command_boekje,
     "opbouwwerk boekje statuut -o statuut.pdf"},
    {"checklist", "zet checklists van condities en verslagen van audits",
     command_checklist, "opbouwwerk checklist team-2028.xml -o verslag.pdf"},
    {"controle", "controleert de teksten en hun koppelingen, of PDF's",
     command_controle, "opbouwwerk controle --inhoud mijn-teksten"},
    {"importeer", "maakt van ingevulde bestanden XML", command_importeer,
     "opbouwwerk importeer dossier.csv -o dossier.xml"},
    {"rapport", "zet rapporten over de ontwikkeling van opbouwwerkers", command_rapport,
     "opbouwwerk rapport dossier.xml -o rapporten/"},
    {"sjabloon", "schrijft een rekenblad om in te vullen", command_sjabloon,
     "opbouwwerk sjabloon dossier -o dossier.csv"},
    {"zet", "zet een XSL-FO-bestand als PDF", command_zet,
     "opbouwwerk zet brief.fo -o brief.pdf"},
    {"toon", "toont een stap van het zetten als tekst of beeld", command_toon,
     "opbouwwerk toon --stap fo statuut -o statuut.fo"},
};

/* What is asked of the program itself. */
static const struct {
    const char *name, *brief, *summary;
} options[] = {
    {"help", "h", "toont deze hulp"},
    {"version", NULL, "noemt de versie"},
    {"waar", NULL, "noemt de map van de teksten, stijlbladen en lettertypen"},
    {"opdrachten", NULL, "toont alle opdrachten met hun opties, als XML"},
};

static void
print_help(FILE *stream)
{
    fputs("Gebruik: opbouwwerk OPDRACHT [OPTIES…]\n"
          "         opbouwwerk --help | --version | --waar | --opdrachten\n\n"
          "Zet de documenten van het opbouwwerk uit één bron.\n\nOpdrachten, elk met "
          "een voorbeeld:\n",
          stream);
    for (gsize i = 0; i < G_N_ELEMENTS(commands); i++)
        fprintf(stream, "  %-10s %s\n             %s\n", commands[i].name,
                commands[i].summary, commands[i].example);
    fputs("\nopbouwwerk OPDRACHT --help zegt meer over een opdracht.\n\nOpties:\n",
          stream);
    for (gsize i = 0; i < G_N_ELEMENTS(options); i++)
        fprintf(stream, "  %s--%-*s  %s\n", options[i].brief ? "-h, " : "",
                options[i].brief ? 6 : 10, options[i].name, options[i].summary);
}

/* For the manual, the man page and the completion of shells. */
static void
tell_commands(void)
{
    puts("<opdrachten versie=\"" VERSION "\">");
    for (gsize i = 0; i < G_N_ELEMENTS(options); i++) {
        Markup *markup = markup_new();
        markup_open(markup, "optie");
        markup_attribute(markup, "lang", options[i].name);
        markup_attribute(markup, "kort", options[i].brief);
        markup_text(markup, options[i].summary, -1);
        g_autofree char *text = markup_finish(markup);
        fputs(text, stdout);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(commands); i++) {
        char *arguments[] = {(char *)commands[i].name, (char *)COMMAND_TELL, NULL};
        commands[i].run(2, arguments);
        Markup *markup = markup_new();
        markup_open(markup, "voorbeeld");
        markup_attribute(markup, "opdracht", commands[i].name);
        markup_attribute(markup, "korte", commands[i].summary);
        markup_text(markup, commands[i].example, -1);
        g_autofree char *text = markup_finish(markup);
        fputs(text, stdout);
    }
    puts("</opdrachten>");
}

/* What the program says of itself. FALSE where option asks for nothing of the kind. */
static gboolean
tell(const char *option)
{
    if (strcmp(option, "--help") == 0 || strcmp(option, "-h") == 0) {
        print_help(stdout);
    } else if (strcmp(option, "--version") == 0) {
        puts("opbouwwerk " VERSION);
    } else if (strcmp(option, "--waar") == 0) {
        g_autofree char *place = place_of_data();
        puts(place);
    } else if (strcmp(option, COMMAND_TELL) == 0) {
        tell_commands();
    } else {
        return FALSE;
    }
    return TRUE;
}

int
main(int argc, char **argv)
{
    setlocale(LC_ALL, "C.UTF-8");
    signal(SIGXFSZ, SIG_IGN); /* a file that may grow no further is told as one */
    if (argc < 2) {
        print_help(stderr);
        return STATUS_NO_RESULT;
    }
    const char *name = argv[1];
    if (tell(name))
        return STATUS_FINE;
    for (gsize i = 0; i < G_N_ELEMENTS(commands); i++)
        if (strcmp(name, commands[i].name) == 0)
            return commands[i].run(argc - 1, argv + 1);
    fprintf(stderr, "opbouwwerk: onbekende opdracht “%s”\n", name);
    print_help(stderr);
    return STATUS_NO_RESULT;
}
