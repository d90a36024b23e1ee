#include "base/date.h"

#include <stdlib.h>
#include <string.h>

static gboolean
exists(int year, int month, int day)
{
    return year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
           day <= 31 &&
           g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year);
}

/* Reads at least one and at most `most` digits. */
static gboolean
read_digits(const char **at, int most, int *number)
{
    const char *start = *at;
    *number = 0;
    while (g_ascii_isdigit(**at) && *at - start < most)
        *number = *number * 10 + *(*at)++ - '0';
    return *at > start && !g_ascii_isdigit(**at);
}

gboolean
date_is_valid(const char *text)
{
    static const char form[] = "dddd-dd-dd";
    for (gsize i = 0; i < sizeof form; i++)
        if (form[i] == 'd' ? !g_ascii_isdigit(text[i]) : text[i] != form[i])
            return FALSE;
    return exists(atoi(text), atoi(text + 5), atoi(text + 8));
}

/* A month by number, by its name or by its abbreviation: the first three letters, or "mrt". */
static gboolean
read_month(const char **at, int *month)
{
    static const char *const names[] = {
        "januari", "februari", "maart",     "april",   "mei",      "juni",
        "juli",    "augustus", "september", "oktober", "november", "december"};
    if (g_ascii_isdigit(**at))
        return read_digits(at, 2, month);
    gsize length = 0;
    while (g_ascii_isalpha((*at)[length]))
        length++;
    if (length == 3 && g_ascii_strncasecmp(*at, "mrt", 3) == 0) {
        *month = 3;
        *at += 3;
        return TRUE;
    }
    for (int i = 0; i < 12 && length >= 3; i++) {
        if (g_ascii_strncasecmp(*at, names[i], length) != 0 ||
            (length != 3 && length != strlen(names[i])))
            continue;
        *month = i + 1;
        *at += length;
        return TRUE;
    }
    return FALSE;
}

static gboolean
skip_separator(const char **at)
{
    const char *start = *at;
    while (**at == ' ')
        (*at)++;
    if (**at && strchr("-/.", **at))
        (*at)++;
    while (**at == ' ')
        (*at)++;
    return *at > start;
}

char *
date_read(const char *text)
{
    g_autofree char *trimmed = g_strstrip(g_strdup(text));
    const char *at = trimmed;
    int first, month, last;
    if (!read_digits(&at, 4, &first))
        return NULL;
    gboolean year_first = at - trimmed == 4;
    if (!skip_separator(&at) || !read_month(&at, &month) || !skip_separator(&at))
        return NULL;
    const char *start = at;
    if (!read_digits(&at, 4, &last) || *at || (!year_first && at - start != 4))
        return NULL;
    int year = year_first ? first : last;
    int day = year_first ? last : first;
    return exists(year, month, day)
               ? g_strdup_printf("%04d-%02d-%02d", year, month, day)
               : NULL;
}
