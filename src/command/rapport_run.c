#include "command/rapport.h"
#include "content/assemble.h"
#include "xml/read.h"

#include <string.h>

/* How every place is referred to, as the stylesheets of the booklets say it. */
static gboolean
load_labels(ReportRun *run, GError **error)
{
    g_autoptr(xmlDoc) texts =
        assemble_references(run->collection, run->sources.linkbase, "rapport");
    g_autoptr(xmlDoc) places =
        pipeline_transform(run->pipeline, "plaatsen", texts, error);
    if (!places)
        return FALSE;
    run->sources.labels = g_hash_table_new(g_str_hash, g_str_equal);
    arena_own(run->arena, run->sources.labels, (GDestroyNotify)g_hash_table_unref);
    xmlNode *root = xmlDocGetRootElement(places);
    for (xmlNode *child = xml_element(root->children); child;
         child = xml_element(child->next)) {
        g_autofree char *id = xml_attribute(child, "id");
        g_autofree char *label = xml_attribute(child, "label");
        g_hash_table_insert(run->sources.labels, arena_strdup(run->arena, id),
                            arena_strdup(run->arena, g_strstrip(label)));
    }
    return TRUE;
}

/* "out/NAME.bladzijden.xml" stands beside "NAME.pdf". */
static gboolean
load_pages(ReportRun *run, const char *path)
{
    static const char suffix[] = ".bladzijden.xml";
    if (!path)
        return TRUE;
    run->sources.pages = page_index_load(run->arena, path, run->pipeline->diag);
    g_autofree char *name = g_path_get_basename(path);
    if (g_str_has_suffix(name, suffix))
        run->sources.booklet = arena_printf(run->arena, "%.*s.pdf",
                                            (int)(strlen(name) - strlen(suffix)), name);
    return run->sources.pages != NULL;
}

static gboolean
load_audit(ReportRun *run, const char *fallback, const char *path, GError **error)
{
    Diag *diag = run->pipeline->diag;
    if (!path)
        return TRUE;
    Questions *questions = questions_load(run->collection, fallback, diag, error);
    if (!questions)
        return FALSE;
    g_autoptr(XmlSchema) schema =
        xml_schema_new(collection_path(run->arena, run->collection->folder, fallback,
                                       "schema/audit.rng"),
                       error);
    if (!schema)
        return FALSE;
    Audit *audit = audit_load(path, questions, schema, diag);
    if (!audit)
        return FALSE;
    arena_own(run->arena, audit, (GDestroyNotify)audit_free);
    audit_check_edition(audit, DIAG_AUDIT_OTHER_EDITION, diag);
    run->sources.audit = audit;
    return TRUE;
}

ReportRun *
report_run_new(Pipeline *pipeline, const char *pages, const char *audit, GError **error)
{
    Arena *arena = arena_new();
    g_autoptr(ReportRun) run = arena_new0(arena, ReportRun);
    run->arena = arena;
    run->pipeline = pipeline;
    g_autofree char *fallback = g_build_filename(pipeline->data, "content", NULL);
    Linkbase *linkbase = NULL;
    run->collection = pipeline_load(pipeline, &linkbase, error);
    Levels *levels =
        run->collection ? pipeline_levels(pipeline, run->collection, error) : NULL;
    if (!levels)
        return NULL;
    arena_own(arena, levels, (GDestroyNotify)levels_free);
    run->sources = (ReportSources){
        .collection = run->collection, .linkbase = linkbase, .levels = levels};
    run->rules = dossier_rules_new(run->collection, levels, fallback, error);
    if (!run->rules || !load_labels(run, error) || !load_pages(run, pages) ||
        !load_audit(run, fallback, audit, error))
        return NULL;
    return diag_count(pipeline->diag, DIAG_ERROR) ? NULL : g_steal_pointer(&run);
}

void
report_run_free(ReportRun *run)
{
    if (!run)
        return;
    Collection *collection = run->collection;
    dossier_rules_free(run->rules);
    arena_free(run->arena);
    collection_free(collection);
}
