#include "content/prose.h"

#include <string.h>

/* Appends line to text after as many line ends as belong between them. */
static void
append_line(GString *text, const char *line, gsize length, int blank_lines,
            gboolean is_wrapped)
{
    if (text->len > 0)
        g_string_append(text, blank_lines > 0 ? "\n\n" : is_wrapped ? " " : "\n");
    g_string_append_len(text, line, (gssize)length);
}

static gboolean
is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static const char *
tidy(Arena *arena, const char *source, gboolean unwraps)
{
    g_autoptr(GString) text = g_string_new(NULL);
    int blank_lines = 0;
    for (const char *at = source; *at;) {
        gsize span = strcspn(at, "\n");
        const char *start = at, *end = at + span;
        while (start < end && is_blank(*start))
            start++;
        while (end > start && is_blank(end[-1]))
            end--;
        if (start == end)
            blank_lines++;
        else {
            append_line(text, start, (gsize)(end - start), blank_lines,
                        unwraps && start > at);
            blank_lines = 0;
        }
        at += span + (at[span] == '\n');
    }
    return arena_strdup(arena, text->str);
}

const char *
prose_read(Arena *arena, const char *text)
{
    return tidy(arena, text, TRUE);
}

const char *
prose_clean(Arena *arena, const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\r\n", -1);
    g_autofree char *joined = g_strjoinv("\n", lines);
    return tidy(arena, g_strdelimit(joined, "\r", '\n'), FALSE);
}
