#include "command/batch_input.h"
#include "base/file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* - - the inputs - - */

gboolean
batch_is_folder(const char *path)
{
    return g_str_has_suffix(path, "/") || g_file_test(path, G_FILE_TEST_IS_DIR);
}

gboolean
batch_make_folder(const char *folder, GError **error)
{
    if (g_mkdir_with_parents(folder, 0700) == 0)
        return TRUE;
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
                "de map “%s” kan niet gemaakt worden: %s", folder, file_reason(errno));
    return FALSE;
}

enum { HEAD = 65536 }; /* a root stands in the first bytes of its file */

static gboolean
is_utf16(const guint8 *head, gsize length)
{
    return length >= 2 && ((head[0] == 0xFE && head[1] == 0xFF) ||
                           (head[0] == 0xFF && head[1] == 0xFE));
}

/* The id of the root element of that name in a file, by its first bytes; "" where only
 * reading it will tell, NULL where the root is another. */
static char *
quick_id(const char *path, const char *element)
{
    if (g_file_test(path, G_FILE_TEST_IS_DIR))
        return NULL;
    FILE *file = fopen(path, "rb");
    if (!file)
        return g_strdup("");
    g_autofree char *head = g_malloc(HEAD);
    gsize length = fread(head, 1, HEAD - 1, file);
    head[length] = '\0';
    fclose(file);
    if (is_utf16((const guint8 *)head, length))
        return g_strdup("");
    g_autofree char *start = g_strconcat("<", element, NULL);
    g_autofree char *pattern =
        g_strdup_printf("^%s\\s[^>]*?\\bid\\s*=\\s*[\"']([^\"'<&]*)", start);
    const char *tag = strstr(head, start);
    g_autoptr(GRegex) regex = g_regex_new(pattern, G_REGEX_RAW, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    if (!tag)
        return NULL;
    return g_regex_match(regex, tag, 0, &match) ? g_match_info_fetch(match, 1)
                                                : g_strdup("");
}

/* Whether path was found in one of the folders that were named. */
static gboolean
is_in_folder(const char *path, char **named)
{
    g_autofree char *folder = g_path_get_dirname(path);
    for (char **name = named; *name; name++) {
        gsize length = strlen(*name);
        while (length > 1 && (*name)[length - 1] == '/')
            length--;
        if (strlen(folder) == length && strncmp(folder, *name, length) == 0)
            return TRUE;
    }
    return FALSE;
}

/* Leaves out what is in a folder but of another kind, and what has the id of an earlier one. */
static Status
sift(GPtrArray *inputs, char **named, const BatchKind *kind, Diag *diag)
{
    g_autoptr(GHashTable) ids =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Status status = STATUS_FINE;
    guint kept = 0;
    for (guint i = 0; i < inputs->len; i++) {
        char *path = inputs->pdata[i];
        g_autofree char *id = quick_id(path, kind->element);
        gboolean is_named = g_strv_contains((const char *const *)named, path);
        gboolean is_again = id && *id && g_hash_table_contains(ids, id);
        Place place = {path, 0, 0};
        if (is_again) {
            diag_report(diag, &place, kind->again,
                        "er is al een %s met deze id: dit is niet gezet",
                        kind->element);
            status = STATUS_NO_RESULT;
        }
        if (is_again || (!id && !is_named && is_in_folder(path, named)))
            g_free(path);
        else
            inputs->pdata[kept++] = path;
        if (id && *id && !is_again)
            g_hash_table_add(ids, g_steal_pointer(&id));
    }
    for (guint i = kept; i < inputs->len; i++)
        inputs->pdata[i] = NULL;
    g_ptr_array_set_size(inputs, (int)kept);
    return status;
}

GPtrArray *
batch_select(char **arguments, const BatchKind *kind, Diag *diag, Status *status,
             GError **error)
{
    g_autoptr(GPtrArray) inputs = batch_inputs(arguments, ".xml", error);
    if (!inputs)
        return NULL;
    Status sifted = sift(inputs, arguments, kind, diag);
    *status = MAX(*status, sifted);
    if (inputs->len > 0)
        return g_steal_pointer(&inputs);
    for (char **name = arguments; *name && *status == STATUS_FINE; name++)
        g_printerr("opbouwwerk: %s%s%s: hier is geen %s\n",
                   strcmp(*name, "-") == 0 ? "de lijst op de standaardinvoer" : "“",
                   strcmp(*name, "-") == 0 ? "" : *name,
                   strcmp(*name, "-") == 0 ? "" : "”", kind->element);
    return NULL;
}

/* - - what makes outputs stale - - */

static void
add_files(GChecksum *digest, const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autoptr(GDir) directory = g_dir_open(path, 0, NULL);
    g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
    const char *file;
    while (directory && (file = g_dir_read_name(directory)) != NULL)
        g_ptr_array_add(files, g_build_filename(path, file, NULL));
    guint8 sum[32] = {0};
    for (guint i = 0; i < files->len; i++) {
        g_autofree char *text = NULL;
        gsize length, size = sizeof sum;
        if (!g_file_get_contents(files->pdata[i], &text, &length, NULL))
            continue;
        /* The order in which a folder is read does not count. */
        g_autoptr(GChecksum) one = g_checksum_new(G_CHECKSUM_SHA256);
        guint8 bytes[32];
        g_checksum_update(one, (const guchar *)text, (gssize)length);
        g_checksum_get_digest(one, bytes, &size);
        for (gsize j = 0; j < sizeof sum; j++)
            sum[j] ^= bytes[j];
    }
    g_checksum_update(digest, sum, sizeof sum);
}

static void
add_file(GChecksum *digest, const char *path)
{
    g_autofree char *text = NULL;
    gsize length;
    if (path && g_file_get_contents(path, &text, &length, NULL))
        g_checksum_update(digest, (const guchar *)text, (gssize)length);
}

/* Of the file with passwords not what is in it, lest a password can be tried on a digest. */
static void
add_passwords(GChecksum *digest, const char *path)
{
    GStatBuf status;
    if (!path || g_stat(path, &status) < 0)
        return;
    g_autofree char *text = g_strdup_printf(
        "%s %" G_GINT64_FORMAT ".%ld %" G_GINT64_FORMAT, path, (gint64)status.st_mtime,
        (long)status.st_mtim.tv_nsec, (gint64)status.st_ino);
    g_checksum_update(digest, (const guchar *)text, -1);
}

static void
add_output(GChecksum *digest, const Output *output)
{
    if (!output)
        return;
    const PdfOptions *pdf = &output->pdf;
    g_autofree char *text = g_strdup_printf(
        "%d %d %d %d %d %d %d", pdf->linearise, (int)pdf->profile, pdf->bleed,
        pdf->crop_marks, pdf->imposed, pdf->creep, (int)pdf->duplex);
    g_checksum_update(digest, (const guchar *)text, -1);
    if (output->condition)
        g_checksum_update(digest, output->condition->data,
                          (gssize)output->condition->len);
    add_passwords(digest, output->passwords);
}

char *
batch_digest(const Pipeline *pipeline, const char *options, const char *const *files)
{
    const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
    g_autoptr(GChecksum) digest = g_checksum_new(G_CHECKSUM_SHA256);
    g_autofree char *text =
        g_strdup_printf("%s %s %s", VERSION, options, epoch ? epoch : "");
    g_checksum_update(digest, (const guchar *)text, -1);
    add_files(digest, pipeline->data, "styles");
    add_files(digest, pipeline->content, ".");
    add_file(digest, pipeline->fonts);
    add_output(digest, pipeline->output);
    for (; *files; files++)
        add_file(digest, *files);
    return g_strdup(g_checksum_get_string(digest));
}

/* - - a job - - */

Status
batch_job(Pipeline *pipeline, BatchMake make, gpointer owner, const char *input,
          char **output, GString *messages)
{
    Diag *shared = pipeline->diag;
    g_autoptr(Diag) diag = diag_new();
    g_autoptr(GError) error = NULL;
    pipeline->diag = diag;
    gboolean made = make(owner, input, output, &error);
    pipeline->diag = shared;
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);
    diag_print(diag, stream);
    fclose(stream);
    g_string_append(messages, text);
    free(text);
    if (error)
        g_string_append_printf(messages, "opbouwwerk: %s\n", error->message);
    if (!made)
        return STATUS_NO_RESULT;
    return diag_count(diag, DIAG_ERROR) ? STATUS_INPUT : STATUS_FINE;
}
