#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const char *
file_reason(int number)
{
    switch (number) {
    case ENOENT:
        return "het bestaat niet";
    case EACCES:
    case EPERM:
    case EROFS:
        return "daar is geen toestemming voor";
    case EISDIR:
        return "het is een map";
    case ENOTDIR:
        return "een deel van het pad is geen map";
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return "de schijf is vol";
    case ENAMETOOLONG:
        return "de naam is te lang";
    case EMFILE:
    case ENFILE:
        return "er zijn te veel bestanden open";
    case EIO:
        return "de schijf geeft een fout";
    case EPIPE:
        return "de lezer is weg";
    default:
        return g_strerror(number);
    }
}

static void
set_error(GError **error, int number, const char *what, const char *path)
{
    g_set_error(error, G_FILE_ERROR, (int)g_file_error_from_errno(number),
                "“%s” kan niet %s worden: %s", path, what, file_reason(number));
}

GByteArray *
file_read(const char *path, GError **error)
{
    gboolean is_stdin = strcmp(path, "-") == 0;
    int file = is_stdin ? STDIN_FILENO : g_open(path, O_RDONLY | O_CLOEXEC, 0);
    if (file < 0) {
        set_error(error, errno, "gelezen", path);
        return NULL;
    }
    GByteArray *bytes = g_byte_array_new();
    guint8 buffer[65536];
    ssize_t got;
    while ((got = read(file, buffer, sizeof buffer)) > 0 || (got < 0 && errno == EINTR))
        if (got > 0)
            g_byte_array_append(bytes, buffer, (guint)got);
    if (got < 0) {
        set_error(error, errno, "gelezen", path);
        g_clear_pointer(&bytes, g_byte_array_unref);
    }
    if (!is_stdin)
        close(file);
    return bytes;
}

/* Returns 0 or an errno. */
static int
write_all(int file, const char *bytes, gsize length)
{
    while (length > 0) {
        ssize_t put = write(file, bytes, length);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return errno;
        bytes += put;
        length -= (gsize)put;
    }
    return 0;
}

static mode_t
umask_now(void)
{
    mode_t mask = umask(0);
    umask(mask);
    return mask;
}

static int
write_beside(char *temporary, const void *bytes, gsize length, int mode)
{
    int file = g_mkstemp_full(temporary, O_WRONLY | O_CLOEXEC, 0600);
    if (file < 0)
        return errno;
    int number = write_all(file, bytes, length);
    if (number == 0 && fchmod(file, (mode_t)mode & ~umask_now()) < 0)
        number = errno;
    if (close(file) < 0 && number == 0)
        number = errno;
    return number;
}

/* A device or pipe is written straight: renaming would put a file in its place. */
static int
write_device(const char *path, const void *bytes, gsize length)
{
    int file = g_open(path, O_WRONLY | O_CLOEXEC, 0);
    if (file < 0)
        return errno;
    int number = write_all(file, bytes, length);
    return close(file) < 0 && number == 0 ? errno : number;
}

static int
write_renamed(const char *path, const void *bytes, gsize length, int mode)
{
    g_autofree char *target = realpath(path, NULL); /* a link keeps pointing */
    if (!target)
        target = g_strdup(path);
    g_autofree char *folder = g_path_get_dirname(target);
    g_autofree char *temporary = g_build_filename(folder, ".opbouwwerk-XXXXXX", NULL);
    int number = write_beside(temporary, bytes, length, mode);
    if (number == 0 && g_rename(temporary, target) < 0)
        number = errno;
    if (number)
        g_unlink(temporary);
    return number;
}

gboolean
file_write(const char *path, const void *bytes, gsize length, int mode, GError **error)
{
    int number;
    struct stat status;
    if (strcmp(path, "-") == 0)
        number = write_all(STDOUT_FILENO, bytes, length);
    else if (g_stat(path, &status) < 0 || S_ISREG(status.st_mode))
        number = write_renamed(path, bytes, length, mode);
    else if (S_ISDIR(status.st_mode))
        number = EISDIR;
    else
        number = write_device(path, bytes, length);
    if (number)
        set_error(error, number, "geschreven", path);
    return number == 0;
}
