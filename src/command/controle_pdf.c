#include "base/file.h"
#include "command/controle.h"
#include "command/output.h"
#include "inspect/inspect.h"

#include <stdio.h>

typedef struct Controle {
    const ControlePdf *asked;
    const char *password;
    Diag *diag;
    gboolean unreadable; /* one of the files was */
} Controle;

static void
print_result(const char *path, const InspectResult *result, guint faults)
{
    printf("%s: %s; %d %s; ", path,
           *result->claims ? result->claims : "belooft geen standaard",
           result->page_count, result->page_count == 1 ? "bladzijde" : "bladzijden");
    if (faults > 0)
        printf("%u %s\n", faults, faults == 1 ? "bevinding" : "bevindingen");
    else
        printf("geen bevindingen%s\n",
               result->locked ? " (met een wachtwoord: wel PDF/UA, geen PDF/A)" : "");
    if (result->unknown > 0)
        printf("%s: van een standaard die het bestand noemt zijn de regels hier niet "
               "bekend\n",
               path);
}

static void
check_file(Controle *controle, const char *path)
{
    InspectResult result;
    g_autoptr(GError) error = NULL;
    g_autoptr(GByteArray) bytes = file_read(path, &error);
    guint before = diag_count(controle->diag, DIAG_ERROR);
    if (bytes &&
        inspect_pdf(path, bytes, controle->password, controle->diag, &result, &error)) {
        print_result(path, &result, diag_count(controle->diag, DIAG_ERROR) - before);
        return;
    }
    controle->unreadable = TRUE;
    if (bytes)
        g_prefix_error(&error, "%s: ", path);
    command_print_error(error);
}

/* Each kind of finding once, with its remedy and the rule that it breaks. */
static void
explain(Diag *diag)
{
    guint count;
    const DiagMessage *messages = diag_messages(diag, &count);
    gboolean told[DIAG_CODE_COUNT] = {FALSE};
    for (guint i = 0; i < count; i++) {
        DiagCode code = messages[i].code;
        const DiagKind *kind = diag_kind(code);
        if (!told[code])
            printf("[%s]\n  %s\n  %s\n  %s\n", kind->name, kind->cause, kind->remedy,
                   inspect_clause(code) ? inspect_clause(code) : "");
        told[code] = TRUE;
    }
}

Status
controle_pdf(const ControlePdf *asked)
{
    g_auto(Output) output = {.passwords = g_strdup(asked->passwords)};
    g_autoptr(GError) error = NULL;
    if (!output_read(&output, NULL, &error)) {
        command_print_error(error);
        return STATUS_NO_RESULT;
    }
    g_autoptr(Diag) diag = diag_new();
    Controle controle = {asked, output.user_password, diag, FALSE};
    for (char **path = asked->files; *path; path++)
        check_file(&controle, *path);
    fflush(stdout);
    diag_print(diag, stderr);
    if (asked->explain)
        explain(diag);
    if (controle.unreadable)
        return STATUS_NO_RESULT;
    return diag_count(diag, DIAG_ERROR) > 0 ? STATUS_INPUT : STATUS_FINE;
}
