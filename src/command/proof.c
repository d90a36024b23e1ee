#include "command/proof.h"
#include "base/file.h"

#include <string.h>

const char PROOF_HELP[] =
    "Met --verslag komen naast NAAM.pdf twee bestanden over de kwaliteit van het\n"
    "zetwerk: NAAM.verslag.pdf, de pagina’s met de gebreken omkaderd en benoemd, en\n"
    "NAAM.verslag.txt, dezelfde gebreken als tabel (kolommen gescheiden door tabs)\n"
    "en daaronder de cijfers van het geheel. Woordwit telt tegen dat van het\n"
    "lettertype: 100 % is de gewone spatie. De gebreken:\n"
    "  te-vol        de regel steekt zo ver buiten de zetbreedte\n"
    "  los, krap     het woordwit is gemiddeld meer dan 150 %, minder dan 72 %\n"
    "  rivier        woordwit staat vier of meer regels onder elkaar\n"
    "  ladder        drie of meer regels achter elkaar eindigen op een streepje\n"
    "  weeskind      de eerste regel van een alinea staat alleen onderaan\n"
    "  hoerenjong    de laatste regel van een alinea staat alleen bovenaan\n"
    "  kort-einde    de laatste regel is een stuk van een woord, of heel kort\n"
    "  zelfde-begin, zelfde-einde\n"
    "                regels onder elkaar beginnen of eindigen met hetzelfde woord\n";

static char *
beside(const char *path, const char *suffix)
{
    gsize length = strlen(path) - (g_str_has_suffix(path, ".pdf") ? 4 : 0);
    return g_strdup_printf("%.*s.verslag%s", (int)length, path, suffix);
}

gboolean
proof_write(Pipeline *pipeline, xmlDoc *fo, const char *file, const char *path,
            GError **error)
{
    if (strcmp(path, "-") == 0) {
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                    "een verslag staat naast de PDF: noem een bestand met -o");
        return FALSE;
    }
    g_autofree char *text = NULL;
    g_autoptr(GByteArray) pdf = pipeline_proof(pipeline, fo, file, &text, error);
    g_autofree char *text_path = beside(path, ".txt");
    g_autofree char *pdf_path = beside(path, ".pdf");
    int mode = output_mode(pipeline->output);
    return pdf && file_write(text_path, text, strlen(text), mode, error) &&
           file_write(pdf_path, pdf->data, pdf->len, mode, error);
}
