#include "command/command.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

static const Command commands[] = {
    {"boekje", "zet de boekjes uit de teksten", command_boekje,
     "opbouwwerk boekje statuut -o statuut.pdf"},
    {"checklist", "zet checklists van condities en verslagen van audits",
     command_checklist, "opbouwwerk checklist team-2028.xml -o verslag.pdf"},
    {"controle", "controleert de teksten en hun koppelingen", command_controle,
     "opbouwwerk controle --inhoud mijn-teksten"},
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

static void
print_help(FILE *stream)
{
    fputs("Gebruik: opbouwwerk OPDRACHT [OPTIES…]\n"
          "         opbouwwerk --help\n"
          "         opbouwwerk --version\n\n"
          "Zet de documenten van het opbouwwerk uit één bron.\n\nOpdrachten, elk met "
          "een voorbeeld:\n",
          stream);
    for (gsize i = 0; i < G_N_ELEMENTS(commands); i++)
        fprintf(stream, "  %-10s %s\n             %s\n", commands[i].name,
                commands[i].summary, commands[i].example);
    fputs("\nopbouwwerk OPDRACHT --help zegt meer over een opdracht.\n", stream);
}

int
main(int argc, char **argv)
{
    setlocale(LC_ALL, "C.UTF-8");
    const char *name = argc > 1 ? argv[1] : "--help";
    if (strcmp(name, "--version") == 0) {
        puts("opbouwwerk " VERSION);
        return STATUS_FINE;
    }
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0) {
        print_help(argc > 1 ? stdout : stderr);
        return argc > 1 ? STATUS_FINE : STATUS_NO_RESULT;
    }
    for (gsize i = 0; i < G_N_ELEMENTS(commands); i++)
        if (strcmp(name, commands[i].name) == 0)
            return commands[i].run(argc - 1, argv + 1);
    fprintf(stderr, "opbouwwerk: onbekende opdracht “%s”\n", name);
    print_help(stderr);
    return STATUS_NO_RESULT;
}
