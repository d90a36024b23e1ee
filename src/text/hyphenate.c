#include "text/hyphenate.h"

#include <hyphen.h>
#include <stdlib.h>
#include <string.h>

#define FOLDER "/usr/share/hyphen"

enum {
    LONGEST_WORD = 400, /* bytes; what is longer is no word */
    MOST_KEPT = 100000  /* words */
};

typedef struct Dictionary {
    HyphenDict *patterns; /* NULL: there is none */
} Dictionary;

/* A word and where it may be divided. */
typedef struct Division {
    const Dictionary *dictionary;
    const char *letters;
    int length;
    int *offsets;
    int count;
} Division;

static guint
division_hash(gconstpointer pointer)
{
    const Division *division = pointer;
    guint hash = 2166136261u ^ (guint)((gsize)division->dictionary >> 4);
    for (int i = 0; i < division->length; i++)
        hash = (hash ^ (guint8)division->letters[i]) * 16777619u;
    return hash;
}

static gboolean
division_equal(gconstpointer a, gconstpointer b)
{
    const Division *left = a, *right = b;
    return left->length == right->length && left->dictionary == right->dictionary &&
           memcmp(left->letters, right->letters, (gsize)left->length) == 0;
}

static void
dictionary_free(gpointer pointer)
{
    Dictionary *dictionary = pointer;
    if (dictionary->patterns)
        hnj_hyphen_free(dictionary->patterns);
    g_free(dictionary);
}

GHashTable *
hyphenate_dictionaries_new(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, dictionary_free);
}

GHashTable *
hyphenate_words_new(void)
{
    return g_hash_table_new(division_hash, division_equal);
}

static HyphenDict *
load_file(const char *language, const char *separator, const char *country)
{
    g_autofree char *path =
        g_strconcat(FOLDER "/hyph_", language, separator, country, ".dic", NULL);
    return g_file_test(path, G_FILE_TEST_IS_REGULAR) ? hnj_hyphen_load(path) : NULL;
}

/* "nl-BE": hyph_nl_BE.dic, else hyph_nl.dic, else hyph_nl_NL.dic. */
static HyphenDict *
load_patterns(const char *language)
{
    g_auto(GStrv) parts = g_strsplit_set(language, "-_", 3);
    for (int i = 0; parts[i]; i++)
        for (const char *p = parts[i]; *p; p++)
            if (!g_ascii_isalnum(*p))
                return NULL;
    if (!parts[0] || !*parts[0])
        return NULL;
    g_autofree char *lower = g_ascii_strdown(parts[0], -1);
    g_autofree char *upper = g_ascii_strup(parts[0], -1);
    g_autofree char *country = parts[1] ? g_ascii_strup(parts[1], -1) : g_strdup(upper);
    HyphenDict *patterns = load_file(lower, "_", country);
    if (!patterns)
        patterns = load_file(lower, "", "");
    return patterns ? patterns : load_file(lower, "_", upper);
}

static const Dictionary *
dictionary_of(Text *text, const char *language)
{
    Dictionary *dictionary = g_hash_table_lookup(text->dictionaries, language);
    if (dictionary)
        return dictionary;
    dictionary = g_new0(Dictionary, 1);
    dictionary->patterns = load_patterns(language);
    g_hash_table_insert(text->dictionaries, g_strdup(language), dictionary);
    return dictionary;
}

/* The letters in lower case and in the patterns' character set; NULL: they have no place in
 * it. In a set of eight bits a letter is a byte. */
static char *
encode(const HyphenDict *patterns, const Division *division)
{
    GString *lower = g_string_sized_new((gsize)division->length);
    const char *end = division->letters + division->length;
    for (const char *at = division->letters; at < end; at = g_utf8_next_char(at))
        g_string_append_unichar(lower, g_unichar_tolower(g_utf8_get_char(at)));
    if (!patterns->utf8) {
        char *encoded = g_convert(lower->str, (gssize)lower->len, patterns->cset,
                                  "UTF-8", NULL, NULL, NULL);
        g_string_free(lower, TRUE);
        return encoded;
    }
    return g_string_free(lower, FALSE);
}

/* Asks libhyphen; points[i] is odd where a break may come behind letter i. */
static gboolean
ask(HyphenDict *patterns, const char *word, char *points)
{
    char **replacements = NULL;
    int *positions = NULL, *cuts = NULL;
    int length = (int)strlen(word);
    int failed = hnj_hyphen_hyphenate2(patterns, word, length, points, NULL,
                                       &replacements, &positions, &cuts);
    /* A division that changes the spelling is left out; Dutch has none in its patterns. */
    for (int i = 0; replacements && i < length; i++) {
        if (replacements[i])
            points[i] = '0';
        free(replacements[i]);
    }
    free(replacements);
    free(positions);
    free(cuts);
    return !failed;
}

static void
divide(Text *text, HyphenDict *patterns, Division *division)
{
    g_autofree char *word = encode(patterns, division);
    if (!word)
        return;
    g_autofree char *points = g_malloc0(strlen(word) + 16);
    if (!ask(patterns, word, points))
        return;
    division->offsets = arena_array(text->arena, int, division->length);
    const char *end = division->letters + division->length, *at = division->letters;
    for (int i = 0; at < end && points[i]; i++) {
        at = g_utf8_next_char(at);
        if (at < end && (points[i] & 1))
            division->offsets[division->count++] = (int)(at - division->letters);
    }
}

const int *
hyphenate(Text *text, const char *language, const char *letters, int length, int *count,
          const Place *place, Diag *diag)
{
    *count = 0;
    const Dictionary *dictionary = dictionary_of(text, language);
    if (!dictionary->patterns) {
        g_autofree char *message =
            g_strdup_printf("voor de taal “%s” zijn er geen afbreekpatronen", language);
        font_report_once(diag, place, DIAG_HYPHENATION, message);
        return NULL;
    }
    if (length > LONGEST_WORD)
        return NULL;
    Division key = {.dictionary = dictionary, .letters = letters, .length = length};
    Division *known = g_hash_table_lookup(text->words, &key);
    if (!known && g_hash_table_size(text->words) < MOST_KEPT) {
        known = arena_new0(text->arena, Division);
        *known = key;
        known->letters = arena_strndup(text->arena, letters, (gsize)length);
        divide(text, dictionary->patterns, known);
        g_hash_table_add(text->words, known);
    }
    if (!known)
        return NULL;
    *count = known->count;
    return known->offsets;
}
