#include "command/importeer.h"
#include "base/file.h"
#include "command/command.h"

#include <string.h>

/* Ends in a row without a name. */
static const ImportKind kinds[] = {
    {"dossier", "een ingevuld dossier uit een rekenblad (CSV)", TRUE,
     import_dossier_recognises, import_dossier_convert},
    {"audit", "een ingevulde audit uit een rekenblad (CSV)", TRUE,
     import_audit_recognises, import_audit_convert},
    {"formulier", "een checklist die op het scherm is ingevuld (PDF)", FALSE,
     import_form_recognises, import_form_convert},
    {"bron", "de tekst van de uitgave van 2006; PAD wordt een map met de teksten",
     FALSE, import_source_recognises, import_source_convert},
    {0}};

static const char description[] =
    "Wat BESTAND is, blijkt uit zijn inhoud; - is de standaardinvoer. Een fout in een\n"
    "rekenblad wordt gemeld met rij en kolom, een in een formulier met veld en "
    "bladzijde.\n\n"
    "Voorbeelden:\n"
    "  opbouwwerk importeer dossier.csv -o dossier.xml\n"
    "  opbouwwerk importeer ingevuld.pdf -o audit.xml\n"
    "  opbouwwerk importeer opbouwwerk-in-essentie-2006.txt -o officieel\n";

/* A PDF or XML file is no table, whatever separators it has. */
static gboolean
may_be_table(const GByteArray *bytes)
{
    const char *text = (const char *)bytes->data;
    gsize length = bytes->len;
    if (length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) {
        text += 3;
        length -= 3;
    }
    while (length > 0 && g_ascii_isspace(*text)) {
        text++;
        length--;
    }
    return length > 0 && *text != '<' && *text != '%';
}

static const ImportKind *
lookup_kind(const char *name)
{
    for (const ImportKind *kind = kinds; kind->name; kind++)
        if (strcmp(kind->name, name) == 0)
            return kind;
    return NULL;
}

/* Reads the input as a table for the kinds that want one; its faults count only once a
 * kind has taken it. */
/* With a byte-order mark, or with the zeros of Latin letters. */
static gboolean
is_utf16(const GByteArray *bytes)
{
    const guint8 *at = bytes->data;
    if (bytes->len < 4 || bytes->len % 2)
        return FALSE;
    return (at[0] == 0xFF && at[1] == 0xFE) || (at[0] == 0xFE && at[1] == 0xFF) ||
           (at[0] && !at[1] && at[2] && !at[3]) || (!at[0] && at[1] && !at[2] && at[3]);
}

static const ImportKind *
recognise(Import *import)
{
    if (may_be_table(import->bytes))
        import->table = csv_read(import->arena, (const char *)import->bytes->data,
                                 import->bytes->len, import->input, NULL);
    for (const ImportKind *kind = kinds; kind->name; kind++)
        if ((import->table || !kind->is_table) && kind->recognises(import))
            return kind;
    return NULL;
}

static gboolean
convert(Import *import, const ImportKind *kind, GError **error)
{
    Diag *diag = import->pipeline->diag;
    if (!kind) {
        Place place = {import->input, 0, 0};
        if (is_utf16(import->bytes))
            diag_report(diag, &place, DIAG_CSV_ENCODING,
                        "dit is in UTF-16 bewaard (“Unicode-tekst”), niet in UTF-8");
        else
            diag_report(diag, &place, DIAG_IMPORT_KIND,
                        "dit is geen bestand dat geïmporteerd kan worden; noem zonodig "
                        "de soort met --soort");
        return FALSE;
    }
    if (kind->is_table) {
        import->table = csv_read(import->arena, (const char *)import->bytes->data,
                                 import->bytes->len, import->input, diag);
        if (!import->table)
            return FALSE;
    }
    return kind->convert(import, error);
}

/* wanted: what was asked for, without input's bytes. */
static Status
run(const Import *wanted, const char *passwords, const ImportKind *kind)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GError) error = NULL;
    g_auto(Output) locked = {.passwords = g_strdup(passwords)};
    Pipeline *pipeline = wanted->pipeline;
    g_autoptr(GByteArray) bytes = output_read(&locked, pipeline->data, &error)
                                      ? file_read(wanted->input, &error)
                                      : NULL;
    Import import = *wanted;
    import.bytes = bytes;
    import.arena = arena;
    import.password = locked.user_password;
    if (strcmp(import.input, "-") == 0)
        import.input = "(standaardinvoer)";
    gboolean written =
        bytes && convert(&import, kind ? kind : recognise(&import), &error);
    if (error)
        command_print_error(error);
    return pipeline_close(pipeline, written ? STATUS_FINE : STATUS_NO_RESULT);
}

/* "dossier|bron" */
static char *
join_kinds(void)
{
    GString *text = g_string_new(NULL);
    for (const ImportKind *kind = kinds; kind->name; kind++)
        g_string_append_printf(text, "%s%s", text->len ? "|" : "", kind->name);
    return g_string_free(text, FALSE);
}

static char *
list_kinds(void)
{
    GString *text = g_string_new("Soorten:\n");
    for (const ImportKind *kind = kinds; kind->name; kind++)
        g_string_append_printf(text, "  %-10s %s\n", kind->name, kind->summary);
    return g_string_free(g_string_append(text, "\n"), FALSE);
}

Status
command_importeer(int argc, char **argv)
{
    g_autofree char *output = NULL, *content = NULL, *name = NULL, *passwords = NULL;
    g_autofree char *names = join_kinds();
    gboolean tells = FALSE;
    const GOptionEntry entries[] = {
        {"uitvoer", 'o', 0, G_OPTION_ARG_FILENAME, &output,
         "bestand of map; zonder is het de standaarduitvoer", "PAD"},
        {"soort", 0, 0, G_OPTION_ARG_STRING, &name, "wat de invoer is", names},
        {"inhoud", 0, 0, G_OPTION_ARG_FILENAME, &content, "map met de teksten", "MAP"},
        {"wachtwoord-bestand", 0, 0, G_OPTION_ARG_FILENAME, &passwords,
         "waarvan de eerste regel een vergrendelde PDF opent", "BESTAND"},
        {"meld", 0, 0, G_OPTION_ARG_NONE, &tells,
         "noem ook de eigenaardigheden van de bron, die blijven staan", NULL},
        {0}};
    g_autofree char *list = list_kinds();
    g_autofree char *text = g_strconcat(list, description, NULL);
    if (!command_parse(&argc, &argv, "BESTAND", "Maakt van ingevulde bestanden XML",
                       text, entries))
        return STATUS_NO_RESULT;
    const ImportKind *kind = name ? lookup_kind(name) : NULL;
    if (argc != 2 || (name && !kind)) {
        g_printerr(kind || !name ? "opbouwwerk importeer: noem één bestand\n"
                                 : "opbouwwerk importeer: die soort is er niet; zie "
                                   "--help\n");
        return STATUS_NO_RESULT;
    }
    g_autoptr(Pipeline) pipeline = pipeline_new(content, NULL);
    const Import wanted = {.input = argv[1],
                           .output = output ? output : "-",
                           .pipeline = pipeline,
                           .tells = tells};
    return run(&wanted, passwords, kind);
}
