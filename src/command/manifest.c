#include "command/manifest.h"
#include "base/file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

struct Manifest {
    char *folder, *path;
    GHashTable *entries; /* digest of the input's path → "DIGEST OUTPUT" */
    int journal;         /* lines are added to it as they come; -1: none */
};

static char *
key_of(const char *input)
{
    g_autofree char *path = g_canonicalize_filename(input, NULL);
    return g_compute_checksum_for_string(G_CHECKSUM_SHA256, path, -1);
}

static gboolean
is_digest(const char *text)
{
    enum { DIGITS = 64 };
    return strspn(text, "0123456789abcdef") == DIGITS;
}

Manifest *
manifest_new(const char *folder)
{
    Manifest *manifest = g_new0(Manifest, 1);
    manifest->journal = -1;
    manifest->folder = g_strdup(folder);
    manifest->path = g_build_filename(folder, ".opbouwwerk-manifest", NULL);
    manifest->entries = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autofree char *text = NULL;
    if (!g_file_get_contents(manifest->path, &text, NULL, NULL))
        return manifest;
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line; line++) {
        g_auto(GStrv) parts = g_strsplit(*line, " ", 3);
        if (g_strv_length(parts) == 3 && is_digest(parts[0]) && is_digest(parts[1]))
            g_hash_table_insert(manifest->entries, g_strdup(parts[0]),
                                g_strconcat(parts[1], " ", parts[2], NULL));
    }
    return manifest;
}

void
manifest_free(Manifest *manifest)
{
    if (!manifest)
        return;
    if (manifest->journal >= 0)
        close(manifest->journal);
    g_hash_table_unref(manifest->entries);
    g_free(manifest->folder);
    g_free(manifest->path);
    g_free(manifest);
}

char *
manifest_digest(const char *input, const char *shared)
{
    g_autoptr(GByteArray) bytes = file_read(input, NULL);
    if (!bytes)
        return NULL;
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    g_checksum_update(checksum, (const guchar *)shared, (gssize)strlen(shared) + 1);
    g_checksum_update(checksum, bytes->data, (gssize)bytes->len);
    return g_strdup(g_checksum_get_string(checksum));
}

gboolean
manifest_holds(const Manifest *manifest, const char *input, const char *digest)
{
    g_autofree char *key = key_of(input);
    const char *entry = g_hash_table_lookup(manifest->entries, key);
    if (!entry || !digest || !g_str_has_prefix(entry, digest))
        return FALSE;
    g_autofree char *output =
        g_build_filename(manifest->folder, entry + strlen(digest) + 1, NULL);
    return g_file_test(output, G_FILE_TEST_IS_REGULAR);
}

gboolean
manifest_begin(Manifest *manifest, GError **error)
{
    if (!manifest_write(manifest, error))
        return FALSE;
    manifest->journal = g_open(manifest->path, O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
    return TRUE;
}

void
manifest_set(Manifest *manifest, const char *input, const char *digest,
             const char *output)
{
    char *key = key_of(input);
    g_autofree char *line = g_strdup_printf("%s %s %s\n", key, digest, output);
    /* What is not written here is made again by a next run, no more. */
    if (manifest->journal >= 0 &&
        write(manifest->journal, line, strlen(line)) != (ssize_t)strlen(line)) {
        close(manifest->journal);
        manifest->journal = -1;
    }
    g_hash_table_insert(manifest->entries, key, g_strconcat(digest, " ", output, NULL));
}

gboolean
manifest_write(const Manifest *manifest, GError **error)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GList) keys = g_hash_table_get_keys(manifest->entries);
    keys = g_list_sort(keys, (GCompareFunc)strcmp);
    for (const GList *key = keys; key; key = key->next)
        g_string_append_printf(
            text, "%s %s\n", (const char *)key->data,
            (const char *)g_hash_table_lookup(manifest->entries, key->data));
    return file_write(manifest->path, text->str, text->len, 0600, error);
}
