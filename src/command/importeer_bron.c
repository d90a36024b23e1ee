#include "base/file.h"
#include "command/importeer.h"
#include "content/fill.h"
#include "xml/schema.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

enum { FOLDER_DEPTH_MAX = 8, HEAD_LENGTH = 4096 };

static const SourceMap *
load_map(const Import *import, Diag *diag, GError **error)
{
    Pipeline *pipeline = import->pipeline;
    g_autofree char *own = g_build_filename(pipeline->data, "content", NULL);
    const char *map =
        collection_path(import->arena, pipeline->content, own, "bronkaart.xml");
    const char *schema =
        collection_path(import->arena, pipeline->content, own, "schema/bronkaart.rng");
    return source_map_load(import->arena, map, schema, diag, error);
}

static const SourceText *
read_text(const Import *import, Diag *diag)
{
    return source_read(import->arena, (const char *)import->bytes->data,
                       import->bytes->len, import->input, diag);
}

/* Whether the subject's name comes early in what is no XML and no PDF. */
static gboolean
names_subject(const GByteArray *bytes)
{
    const char *start = (const char *)bytes->data;
    if (bytes->len == 0 || *start == '<' || *start == '%')
        return FALSE;
    g_autofree char *head = g_ascii_strdown(start, MIN(bytes->len, HEAD_LENGTH));
    return strstr(head, "opbouwwerk") != NULL;
}

gboolean
import_source_recognises(const Import *import)
{
    const SourceText *text = read_text(import, NULL);
    if (!text) /* in another encoding it is to be told where */
        return names_subject(import->bytes);
    const SourceMap *map = text ? load_map(import, NULL, NULL) : NULL;
    return map && source_map_knows(map, text);
}

static gboolean
fail(const char *what, const char *path, int number, GError **error)
{
    g_set_error(error, G_FILE_ERROR, (int)g_file_error_from_errno(number),
                "“%s” kan niet %s worden: %s", path, what, file_reason(number));
    return FALSE;
}

/* Whether a folder can be renamed to path: there is nothing, or an empty folder. */
static gboolean
is_free(const char *path, GError **error)
{
    if (strcmp(path, "-") == 0) {
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                    "noem met -o de map waarin de teksten komen");
        return FALSE;
    }
    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        return TRUE;
    g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
    if (folder && !g_dir_read_name(folder))
        return TRUE;
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_EXIST,
                "“%s” bestaat al%s; noem een map die er nog niet is", path,
                folder ? " en is niet leeg" : "");
    return FALSE;
}

static void
remove_folder(const char *path)
{
    g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
    const char *name;
    while (folder && (name = g_dir_read_name(folder))) {
        g_autofree char *inner = g_build_filename(path, name, NULL);
        if (g_unlink(inner) < 0)
            remove_folder(inner);
    }
    g_rmdir(path);
}

static gboolean
write_document(xmlDoc *document, const char *target, const char *name, GError **error)
{
    g_autofree char *path = g_build_filename(target, name, NULL);
    xmlChar *bytes;
    int length;
    xmlDocDumpMemoryEnc(document, &bytes, &length, "UTF-8");
    gboolean written = file_write(path, bytes, (gsize)length, 0666, error);
    xmlFree(bytes);
    return written;
}

static gboolean
is_data(const char *name)
{
    return *name != '.' && !g_str_has_prefix(name, "bronkaart.") &&
           !g_str_has_prefix(name, "handleiding.") &&
           (g_str_has_suffix(name, ".xml") || g_str_has_suffix(name, ".rng"));
}

/* Copies the files that target has not got yet, folders included. */
static gboolean
copy_rest(const char *source, const char *target, int depth, GError **error)
{
    g_autoptr(GDir) folder = g_dir_open(source, 0, error);
    const char *name;
    if (!folder)
        return FALSE;
    while ((name = g_dir_read_name(folder))) {
        g_autofree char *from = g_build_filename(source, name, NULL);
        g_autofree char *to = g_build_filename(target, name, NULL);
        if (*name != '.' && depth > 0 && g_file_test(from, G_FILE_TEST_IS_DIR)) {
            if (g_mkdir(to, 0777) < 0)
                return fail("gemaakt", to, errno, error);
            if (!copy_rest(from, to, depth - 1, error))
                return FALSE;
        } else if (is_data(name) && !g_file_test(to, G_FILE_TEST_EXISTS)) {
            g_autoptr(GByteArray) bytes = file_read(from, error);
            if (!bytes || !file_write(to, bytes->data, bytes->len, 0666, error))
                return FALSE;
        }
    }
    return TRUE;
}

static gboolean
write_texts(const Collection *collection, const char *target, GError **error)
{
    if (!write_document(collection->book->document, target, "boek.xml", error))
        return FALSE;
    for (guint i = 0; i < collection->parts->len; i++) {
        const Part *part = collection->parts->pdata[i];
        g_autofree char *name = g_path_get_basename(part->file);
        if (!write_document(part->document, target, name, error))
            return FALSE;
    }
    return copy_rest(collection->folder, target, FOLDER_DEPTH_MAX, error);
}

/* Writes beside output and renames: it is there whole or not at all. */
static gboolean
write_folder(const Collection *collection, const char *output, GError **error)
{
    g_autofree char *path = g_canonicalize_filename(output, NULL);
    g_autofree char *parent = g_path_get_dirname(path);
    if (g_mkdir_with_parents(parent, 0777) < 0)
        return fail("gemaakt", parent, errno, error);
    g_autofree char *temporary = g_build_filename(parent, ".opbouwwerk-XXXXXX", NULL);
    if (!g_mkdtemp_full(temporary, 0777))
        return fail("geschreven", output, errno, error);
    gboolean written = write_texts(collection, temporary, error);
    if (written && g_rename(temporary, path) < 0)
        written = fail("geschreven", output, errno, error);
    if (!written)
        remove_folder(temporary);
    return written;
}

/* The words must fit the grammar of the texts as well. */
static gboolean
is_valid(const Collection *collection, const char *schemas, Diag *diag, GError **error)
{
    const char *path = collection_path(collection->arena, collection->folder, schemas,
                                       "schema/inhoud.rng");
    g_autoptr(XmlSchema) schema = xml_schema_new(path, error);
    gboolean valid =
        schema && xml_schema_validate(schema, collection->book->document, diag);
    for (guint i = 0; valid && i < collection->parts->len; i++) {
        const Part *part = collection->parts->pdata[i];
        valid = xml_schema_validate(schema, part->document, diag);
    }
    return valid;
}

static void
tell(const Import *import, const Placement *placement)
{
    printf("%s: %d regels en %d woorden geplaatst\n", import->output,
           placement->line_count, placement->word_count);
    printf("  %d woorden in %u knopen, %d opsommingstekens en nummers, %d weggelaten\n",
           placement->node_words, placement->texts->len, placement->markers,
           placement->omitted);
    for (guint i = 0; import->tells && i < placement->oddities->len; i++) {
        const SourceOddity *oddity = placement->oddities->pdata[i];
        printf("%s:%d: %s: “%s” (%s)\n", import->input, oddity->line, oddity->kind,
               oddity->words, oddity->id);
    }
}

gboolean
import_source_convert(const Import *import, GError **error)
{
    Pipeline *pipeline = import->pipeline;
    Diag *diag = pipeline->diag;
    const SourceText *text =
        is_free(import->output, error) ? read_text(import, diag) : NULL;
    const SourceMap *map = text ? load_map(import, diag, error) : NULL;
    if (!map || !source_map_fits(map, text, diag))
        return FALSE;
    const Placement *placement = source_place(import->arena, map, text, diag);
    if (!placement)
        return FALSE;
    g_autofree char *schemas = g_build_filename(pipeline->data, "content", NULL);
    g_autoptr(Collection) collection =
        collection_load(pipeline->content, schemas, diag, error);
    if (!collection || !content_fill(collection, placement, diag) ||
        !is_valid(collection, schemas, diag, error) ||
        !write_folder(collection, import->output, error))
        return FALSE;
    tell(import, placement);
    return TRUE;
}
