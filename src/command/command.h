#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H

/* command: one file a command of the program. A command gets its own arguments (argv[0] is
 * its name), prints its messages and returns the exit status. */

#include <glib.h>

typedef enum Status {
    STATUS_FINE = 0,
    STATUS_INPUT = 1,    /* the input has errors; what could be made was made */
    STATUS_NO_RESULT = 2 /* nothing was made */
} Status;

typedef struct Command {
    const char *name;
    const char *summary; /* one Dutch line */
    Status (*run)(int argc, char **argv);
    const char *example; /* a whole command line */
} Command;

Status
command_boekje(int argc, char **argv);
Status
command_controle(int argc, char **argv);
Status
command_checklist(int argc, char **argv);
Status
command_importeer(int argc, char **argv);
Status
command_rapport(int argc, char **argv);
Status
command_sjabloon(int argc, char **argv);
Status
command_zet(int argc, char **argv);
Status
command_toon(int argc, char **argv);

/* A command whose only argument is this tells its options as an element of XML on standard
 * output: <opdracht naam="" argumenten=""><optie lang="" kort="" waarde="" soort="">what it
 * does</optie>…</opdracht>; soort is schakelaar, bestand, tekst or getal. */
#define COMMAND_TELL "--opdrachten"

/* Parses a command's options. arguments: what the user calls the rest ("[NAAM…]");
 * description: the text of --help after the options, with an example. Returns FALSE after
 * saying what is wrong, and after COMMAND_TELL. */
gboolean
command_parse(int *argc, char ***argv, const char *arguments, const char *summary,
              const char *description, const GOptionEntry *entries);

/* Prints error as a message of the program. */
void
command_print_error(const GError *error);

#endif
