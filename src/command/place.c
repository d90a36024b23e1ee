#include "command/place.h"

static gboolean
has_styles(const char *folder)
{
    g_autofree char *mark = g_build_filename(folder, "styles", "boekje.xsl", NULL);
    return g_file_test(mark, G_FILE_TEST_EXISTS);
}

char *
place_of_data(void)
{
    const char *named = g_getenv("OPBOUWWERK_DATA");
    if (named && *named)
        return g_strdup(named);
    g_autofree char *folder = g_file_read_link("/proc/self/exe", NULL);
    for (int level = 0; folder && level < 4; level++) {
        char *above = g_path_get_dirname(folder);
        g_free(folder);
        folder = above;
        if (has_styles(folder))
            return g_steal_pointer(&folder);
        g_autofree char *shared = g_build_filename(folder, "share", "opbouwwerk", NULL);
        if (has_styles(shared))
            return g_steal_pointer(&shared);
    }
    return g_strdup(DATADIR);
}
