#include "base/file.h"
#include "command/batch_input.h"
#include "command/checklist.h"
#include "content/assemble.h"
#include "xml/read.h"

void
checklist_run_clear(ChecklistRun *run)
{
    if (run->references)
        xmlFreeDoc(run->references);
    pseudonyms_free(run->pseudonyms);
    xml_schema_free(run->schema);
    collection_free(run->collection);
    g_free(run->data);
}

gboolean
checklist_run_load(ChecklistRun *run, Pipeline *pipeline,
                   const ChecklistRequest *request, GError **error)
{
    Diag *diag = pipeline->diag;
    run->request = request;
    run->pipeline = pipeline;
    run->data = g_build_filename(pipeline->data, "content", NULL);
    run->collection = pipeline_load(pipeline, &run->linkbase, error);
    if (!run->collection)
        return FALSE;
    Collection *collection = run->collection;
    run->questions = questions_load(collection, run->data, diag, error);
    if (!run->questions)
        return FALSE;
    const char *schema = collection_path(collection->arena, collection->folder,
                                         run->data, "schema/audit.rng");
    run->schema = xml_schema_new(schema, error);
    if (!run->schema)
        return FALSE;
    if (request->pages)
        run->pages = page_index_load(collection->arena, request->pages, diag);
    run->references = assemble_references(collection, run->linkbase, "checklist");
    return diag_count(diag, DIAG_ERROR) == 0;
}

Audit *
checklist_run_audit(const ChecklistRun *run, const char *path)
{
    return audit_load(path, run->questions, run->schema, run->pipeline->diag);
}

gboolean
checklist_run_warm(const ChecklistRun *run, GError **error)
{
    g_autoptr(xmlDoc) fo =
        pipeline_transform(run->pipeline, "checklist", run->references, error);
    return fo && pipeline_text(run->pipeline, error);
}

static gboolean
write_result(const ChecklistRun *run, xmlDoc *fo, const char *path, int mode,
             GError **error)
{
    if (g_str_has_suffix(path, ".fo")) {
        xmlChar *text = NULL;
        int length = 0;
        xmlDocDumpMemoryEnc(fo, &text, &length, "UTF-8");
        gboolean written = file_write(path, text, (gsize)length, mode, error);
        xmlFree(text);
        return written;
    }
    g_autoptr(GByteArray) pdf =
        pipeline_pdf(run->pipeline, fo, run->questions->file, error);
    return pdf && file_write(path, pdf->data, pdf->len, mode, error);
}

gboolean
checklist_run_set(const ChecklistRun *run, xmlNode *element, const char *path, int mode,
                  GError **error)
{
    g_autoptr(xmlDoc) fo =
        pipeline_transform(run->pipeline, "checklist", run->references, error);
    xmlUnlinkNode(element);
    xmlFreeNode(element);
    return fo && write_result(run, fo, path, mode, error);
}

char *
checklist_run_target(const ChecklistRun *run, const char *name)
{
    const char *output = run->request->output;
    g_autofree char *file = g_strconcat(name, ".pdf", NULL);
    if (!output)
        return g_steal_pointer(&file);
    return batch_is_folder(output) ? g_build_filename(output, file, NULL)
                                   : g_strdup(output);
}
