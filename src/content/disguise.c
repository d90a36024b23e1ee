#include "content/disguise.h"

#include <string.h>

struct Disguise {
    GHashTable *words; /* a word of a name → its replacement */
};

Disguise *
disguise_new(void)
{
    Disguise *disguise = g_new0(Disguise, 1);
    disguise->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    return disguise;
}

void
disguise_free(Disguise *disguise)
{
    if (!disguise)
        return;
    g_hash_table_unref(disguise->words);
    g_free(disguise);
}

/* The end of the word that begins at text: letters, digits, and hyphens between them. */
static const char *
word_end(const char *text)
{
    const char *end = text;
    while (*end) {
        gunichar c = g_utf8_get_char(end);
        gboolean joins = end > text && (c == '-' || c == 0x2011) &&
                         g_unichar_isalnum(g_utf8_get_char(g_utf8_next_char(end)));
        if (!g_unichar_isalnum(c) && !g_unichar_ismark(c) && !joins)
            break;
        end = g_utf8_next_char(end);
    }
    return end;
}

void
disguise_add(Disguise *disguise, const char *name, const char *replacement)
{
    for (const char *at = name; *at;) {
        const char *end = word_end(at);
        if (end == at) {
            at = g_utf8_next_char(at);
            continue;
        }
        char *word = g_strndup(at, (gsize)(end - at));
        if (g_unichar_isupper(g_utf8_get_char(at)) && g_utf8_strlen(word, -1) > 1 &&
            !g_hash_table_contains(disguise->words, word))
            g_hash_table_insert(disguise->words, word, g_strdup(replacement));
        else
            g_free(word);
        at = end;
    }
}

/* Words between two parts of one name: "van", "de", "el". */
static gboolean
is_between_names(const char *from, const char *to)
{
    for (; from < to; from = g_utf8_next_char(from)) {
        gunichar c = g_utf8_get_char(from);
        if (c != ' ' && c != 0xA0 && c != '\'' && c != 0x2019 && !g_unichar_islower(c))
            return FALSE;
    }
    return TRUE;
}

static gboolean
is_particle(const char *word)
{
    static const char *const particles[] = {"van", "de",  "den", "der", "ten", "ter",
                                            "te",  "het", "in",  "el",  "al",  "la",
                                            "von", "t",   "op",  NULL};
    return g_strv_contains(particles, word);
}

/* Where the name that goes on after end ends: its further parts have the same
 * replacement. */
static const char *
name_end(const Disguise *disguise, const char *end, const char *replacement)
{
    const char *last = end;
    for (const char *at = end; *at;) {
        const char *stop = word_end(at);
        if (stop == at) {
            if (!is_between_names(at, g_utf8_next_char(at)))
                return last;
            at = g_utf8_next_char(at);
            continue;
        }
        g_autofree char *word = g_strndup(at, (gsize)(stop - at));
        const char *other = g_hash_table_lookup(disguise->words, word);
        if (other && strcmp(other, replacement) == 0)
            last = stop;
        else if (!is_particle(word))
            return last;
        at = stop;
    }
    return last;
}

/* "Annes" is still Anne. */
static const char *
lookup_word(const Disguise *disguise, const char *word)
{
    const char *replacement = g_hash_table_lookup(disguise->words, word);
    gsize length = strlen(word);
    if (replacement || length < 3 || word[length - 1] != 's')
        return replacement;
    g_autofree char *stem = g_strndup(word, length - 1);
    return g_hash_table_lookup(disguise->words, stem);
}

char *
disguise_apply(const Disguise *disguise, const char *text)
{
    GString *result = g_string_sized_new(strlen(text));
    for (const char *at = text; *at;) {
        const char *end = word_end(at);
        if (end == at) {
            end = g_utf8_next_char(at);
            g_string_append_len(result, at, end - at);
            at = end;
            continue;
        }
        g_autofree char *word = g_strndup(at, (gsize)(end - at));
        const char *replacement = lookup_word(disguise, word);
        g_string_append(result, replacement ? replacement : word);
        at = replacement ? name_end(disguise, end, replacement) : end;
    }
    return g_string_free(result, FALSE);
}
