#include "base/file.h"
#include "command/importeer.h"
#include "content/dossier_csv.h"

gboolean
import_dossier_recognises(const Import *import)
{
    return dossier_csv_is(import->table);
}

static gboolean
write_document(const Import *import, xmlDoc *document, GError **error)
{
    xmlChar *bytes = NULL;
    int length = 0;
    xmlDocDumpFormatMemoryEnc(document, &bytes, &length, "UTF-8", 1);
    gboolean written = file_write(import->output, bytes, (gsize)length, 0600, error);
    xmlFree(bytes);
    return written;
}

gboolean
import_dossier_convert(const Import *import, GError **error)
{
    Pipeline *pipeline = import->pipeline;
    Diag *diag = pipeline->diag;
    Linkbase *linkbase = NULL;
    g_autoptr(Collection) collection = pipeline_load(pipeline, &linkbase, error);
    g_autoptr(Levels) levels =
        collection ? pipeline_levels(pipeline, collection, error) : NULL;
    if (!levels || diag_count(diag, DIAG_ERROR))
        return FALSE;
    g_autofree char *fallback = g_build_filename(pipeline->data, "content", NULL);
    g_autoptr(DossierRules) rules =
        dossier_rules_new(collection, levels, fallback, error);
    xmlDoc *document = rules ? dossier_csv_read(import->table, collection, diag) : NULL;
    g_autoptr(Dossier) dossier = document ? dossier_new(rules, document, diag) : NULL;
    return dossier && write_document(import, dossier->document, error);
}
