#include "command/pipeline.h"
#include "base/markup.h"
#include "command/command.h"
#include "command/declared.h"
#include "command/place.h"
#include "content/assemble.h"
#include "layout/annotate.h"
#include "layout/layout.h"
#include "render/render.h"

#include <string.h>

Pipeline *
pipeline_new(const char *content, const char *fonts)
{
    Pipeline *pipeline = g_new0(Pipeline, 1);
    pipeline->data = place_of_data();
    pipeline->content =
        content ? g_strdup(content) : g_build_filename(pipeline->data, "content", NULL);
    pipeline->fonts =
        fonts ? g_canonicalize_filename(fonts, NULL)
              : g_build_filename(pipeline->data, "fonts", "fonts.conf", NULL);
    /* librsvg's text asks fontconfig's default configuration. */
    g_setenv("FONTCONFIG_FILE", pipeline->fonts, TRUE);
    pipeline->diag = diag_new();
    pipeline->stylesheets = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                                                  (GDestroyNotify)xml_stylesheet_free);
    return pipeline;
}

void
pipeline_free(Pipeline *pipeline)
{
    if (!pipeline)
        return;
    g_hash_table_unref(pipeline->stylesheets);
    text_free(pipeline->text);
    diag_free(pipeline->diag);
    g_free(pipeline->data);
    g_free(pipeline->content);
    g_free(pipeline->fonts);
    g_free(pipeline);
}

gboolean
pipeline_set_output(Pipeline *pipeline, Output *output)
{
    g_autoptr(GError) error = NULL;
    pipeline->output = output;
    if (output_read(output, pipeline->data, &error))
        return TRUE;
    command_print_error(error);
    return FALSE;
}

Text *
pipeline_text(Pipeline *pipeline, GError **error)
{
    if (!pipeline->text)
        pipeline->text = text_new(pipeline->fonts, error);
    return pipeline->text;
}

Collection *
pipeline_load(Pipeline *pipeline, Linkbase **linkbase, GError **error)
{
    g_autofree char *schemas = g_build_filename(pipeline->data, "content", NULL);
    g_autoptr(Collection) collection =
        collection_load(pipeline->content, schemas, pipeline->diag, error);
    if (!collection)
        return NULL;
    *linkbase = linkbase_load(collection, schemas, pipeline->diag, error);
    return *linkbase ? g_steal_pointer(&collection) : NULL;
}

Levels *
pipeline_levels(Pipeline *pipeline, const Collection *collection, GError **error)
{
    g_autofree char *fallback = g_build_filename(pipeline->data, "content", NULL);
    return levels_load(collection, fallback, pipeline->diag, error);
}

const Questions *
pipeline_questions(Pipeline *pipeline, Collection **collection, GError **error)
{
    Linkbase *linkbase = NULL;
    g_autofree char *fallback = g_build_filename(pipeline->data, "content", NULL);
    *collection = pipeline_load(pipeline, &linkbase, error);
    const Questions *questions =
        *collection ? questions_load(*collection, fallback, pipeline->diag, error)
                    : NULL;
    return diag_count(pipeline->diag, DIAG_ERROR) ? NULL : questions;
}

xmlDoc *
pipeline_transform(Pipeline *pipeline, const char *name, xmlDoc *document,
                   GError **error)
{
    XmlStylesheet *stylesheet = g_hash_table_lookup(pipeline->stylesheets, name);
    if (!stylesheet) {
        g_autofree char *file = g_strconcat(name, ".xsl", NULL);
        g_autofree char *path = g_build_filename(pipeline->data, "styles", file, NULL);
        stylesheet = xml_stylesheet_new(path, error);
        if (!stylesheet)
            return NULL;
        g_hash_table_insert(pipeline->stylesheets, g_strdup(name), stylesheet);
    }
    return xml_transform(stylesheet, document, NULL, error);
}

xmlDoc *
pipeline_booklet_fo(Pipeline *pipeline, const Collection *collection,
                    const Linkbase *linkbase, const Booklet *booklet, GError **error)
{
    xmlDoc *document = assemble_booklet(collection, linkbase, booklet);
    xmlDoc *fo = pipeline_transform(pipeline, "boekje", document, error);
    xmlFreeDoc(document);
    return fo;
}

static const char *
root_attribute(Arena *arena, const xmlDoc *fo, const char *name)
{
    xmlNode *root = xmlDocGetRootElement(fo);
    xmlChar *value = xmlGetNsProp(root, BAD_CAST name, BAD_CAST OW_NAMESPACE);
    const char *copy = value ? arena_strdup(arena, (const char *)value) : NULL;
    xmlFree(value);
    return copy;
}

AreaDocument *
pipeline_layout(Pipeline *pipeline, Arena *arena, xmlDoc *fo, const char *file,
                GError **error)
{
    Text *text = pipeline_text(pipeline, error);
    if (!text)
        return NULL;
    FoTree *tree = fo_parse(arena, fo, file, pipeline->diag);
    if (!tree) {
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                    "“%s” is geen XSL-FO: er is niets gezet", file);
        return NULL;
    }
    AreaDocument *document = layout_document(tree, text, arena, pipeline->diag);
    document->author = root_attribute(arena, fo, "auteur");
    document->subject = root_attribute(arena, fo, "onderwerp");
    document->keywords = root_attribute(arena, fo, "trefwoorden");
    declared_read(fo, document);
    return document;
}

/* The document's date: SOURCE_DATE_EPOCH, else the edition's; never the clock's, so that
 * equal input gives equal bytes. */
static char *
document_date(Arena *arena, const xmlDoc *fo)
{
    const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
    if (epoch && *epoch) {
        gint64 seconds = g_ascii_strtoll(epoch, NULL, 10);
        g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc(seconds);
        if (time)
            return g_date_time_format(time, "%Y-%m-%dT%H:%M:%SZ");
    }
    const char *date = root_attribute(arena, fo, "datum");
    return date ? g_strconcat(date, "T00:00:00Z", NULL) : NULL;
}

static int
compare_ids(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The index of ids and pages, sorted by id. */
static char *
page_index(const AreaDocument *document)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    GHashTableIter iterator;
    gpointer id, found;
    g_hash_table_iter_init(&iterator, document->destinations);
    while (g_hash_table_iter_next(&iterator, &id, NULL))
        g_ptr_array_add(ids, id);
    g_ptr_array_sort(ids, compare_ids);
    Markup *markup = markup_new();
    markup_open(markup, "bladzijden");
    markup_attribute(markup, "titel", document->title);
    for (guint i = 0; i < ids->len; i++) {
        found = g_hash_table_lookup(document->destinations, ids->pdata[i]);
        const AreaDestination *destination = found;
        const Area *page = document->pages->pdata[destination->page];
        markup_open(markup, "plaats");
        markup_attribute(markup, "id", ids->pdata[i]);
        markup_attribute(markup, "bladzijde", page->u.page.label);
        markup_close(markup);
    }
    return markup_finish(markup);
}

/* The last page stands apart: it is a page sequence of its own. */
static gboolean
has_back_cover(const AreaDocument *document)
{
    const Area *last = document->pages->pdata[document->pages->len - 1];
    return document->pages->len > 1 && last->u.page.first;
}

static GByteArray *
finish(const Pipeline *pipeline, const AreaDocument *document, const Drawing *drawn,
       const char *date, GError **error)
{
    PdfOptions options = pipeline->output ? pipeline->output->pdf : (PdfOptions){0};
    options.date = date;
    options.creator = "opbouwwerk " VERSION;
    options.archive = options.accessible = TRUE;
    options.back_cover = has_back_cover(document);
    options.diag = pipeline->diag;
    g_autoptr(GByteArray) finished = pdf_finish(document, drawn, &options, error);
    return finished ? pdf_deliver(finished, &options, error) : NULL;
}

GByteArray *
pipeline_booklet_pdf(Pipeline *pipeline, xmlDoc *fo, const char *file, char **pages,
                     GError **error)
{
    g_autoptr(Arena) arena = arena_new();
    AreaDocument *document = pipeline_layout(pipeline, arena, fo, file, error);
    if (!document)
        return NULL;
    if (pages)
        *pages = page_index(document);
    g_autoptr(Drawing) drawn = render_pdf(document, error);
    if (!drawn)
        return NULL;
    g_autofree char *date = document_date(arena, fo);
    return finish(pipeline, document, drawn, date, error);
}

GByteArray *
pipeline_pdf(Pipeline *pipeline, xmlDoc *fo, const char *file, GError **error)
{
    return pipeline_booklet_pdf(pipeline, fo, file, NULL, error);
}

GByteArray *
pipeline_proof(Pipeline *pipeline, xmlDoc *fo, const char *file, char **text,
               GError **error)
{
    g_autoptr(Arena) arena = arena_new();
    AreaDocument *document = pipeline_layout(pipeline, arena, fo, file, error);
    if (!document)
        return NULL;
    Proof *proof = proof_read(document);
    *text = proof_text(proof);
    layout_annotate(document, proof, pipeline->text);
    g_autoptr(Drawing) drawn = render_pdf(document, error);
    g_autofree char *date = document_date(arena, fo);
    Pipeline for_screen = *pipeline;
    for_screen.output = NULL;
    return drawn ? finish(&for_screen, document, drawn, date, error) : NULL;
}

Status
pipeline_close(Pipeline *pipeline, Status status)
{
    diag_print(pipeline->diag, stderr);
    gboolean has_errors = diag_count(pipeline->diag, DIAG_ERROR) > 0;
    return has_errors ? MAX(status, STATUS_INPUT) : status;
}
