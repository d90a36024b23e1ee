#include "area/figure.h"

#include <string.h>

typedef struct PathReader {
    GArray *path;
    const char *at;
    double x, y;             /* where the pen is */
    double start_x, start_y; /* of the subpath */
} PathReader;

static void
skip_separators(PathReader *reader)
{
    while (*reader->at && strchr(" \t\r\n,", *reader->at))
        reader->at++;
}

static gboolean
read_numbers(PathReader *reader, double *numbers, int count)
{
    for (int i = 0; i < count; i++) {
        skip_separators(reader);
        char *end;
        numbers[i] = g_ascii_strtod(reader->at, &end);
        if (end == reader->at || !(numbers[i] > -1e6 && numbers[i] < 1e6))
            return FALSE;
        reader->at = end;
    }
    return TRUE;
}

static gboolean
more_follows(PathReader *reader)
{
    skip_separators(reader);
    return *reader->at && (g_ascii_isdigit(*reader->at) || strchr("+-.", *reader->at));
}

static void
go_to(PathReader *reader, PathStep step, double x, double y)
{
    path_add(reader->path, step, x, y);
    reader->x = x;
    reader->y = y;
    if (step != PATH_MOVE)
        return;
    reader->start_x = x;
    reader->start_y = y;
}

/* n: the control points and the end; of a quadratic curve there is one (8.3.7). */
static void
curve_to(PathReader *reader, const double *n, gboolean is_quadratic)
{
    double x = is_quadratic ? n[2] : n[4], y = is_quadratic ? n[3] : n[5];
    if (is_quadratic)
        path_add_curve(reader->path, reader->x + (n[0] - reader->x) * 2 / 3,
                       reader->y + (n[1] - reader->y) * 2 / 3, x + (n[0] - x) * 2 / 3,
                       y + (n[1] - y) * 2 / 3, x, y);
    else
        path_add_curve(reader->path, n[0], n[1], n[2], n[3], x, y);
    reader->x = x;
    reader->y = y;
}

/* One command with one set of its numbers. */
static gboolean
read_segment(PathReader *reader, char command)
{
    static const char commands[] = "MLHVQC";
    static const int counts[] = {2, 2, 1, 1, 4, 6};
    char name = g_ascii_toupper(command);
    const char *found = name ? strchr(commands, name) : NULL;
    double n[6];
    if (!found || !read_numbers(reader, n, counts[found - commands]))
        return FALSE;
    gboolean relative = g_ascii_islower(command);
    double x = relative ? reader->x : 0, y = relative ? reader->y : 0;
    for (int i = 0; i < counts[found - commands]; i++)
        n[i] += name == 'V' || (name != 'H' && i % 2) ? y : x;
    if (name == 'H')
        go_to(reader, PATH_LINE, n[0], reader->y);
    else if (name == 'V')
        go_to(reader, PATH_LINE, reader->x, n[0]);
    else if (name == 'Q' || name == 'C')
        curve_to(reader, n, name == 'Q');
    else
        go_to(reader, name == 'M' ? PATH_MOVE : PATH_LINE, n[0], n[1]);
    return TRUE;
}

gboolean
figure_read_path(GArray *path, const char *data)
{
    PathReader reader = {.path = path, .at = data};
    skip_separators(&reader);
    gboolean has_other_numbers = strpbrk(data, "xX") != NULL; /* hexadecimal, to C */
    if ((*reader.at != 'M' && *reader.at != 'm') || has_other_numbers)
        return FALSE;
    while (*reader.at) {
        char command = *reader.at++;
        if (command == 'Z' || command == 'z') {
            path_add(path, PATH_CLOSE, 0, 0);
            reader.x = reader.start_x;
            reader.y = reader.start_y;
            skip_separators(&reader);
            if (*reader.at && !strchr("MmZz", *reader.at))
                return FALSE; /* a subpath that goes on from there: rare */
            continue;
        }
        do {
            if (!read_segment(&reader, command))
                return FALSE;
            command = command == 'M' ? 'L' : command == 'm' ? 'l' : command;
        } while (more_follows(&reader));
        skip_separators(&reader);
    }
    return TRUE;
}
