#include "content/disguise.h"

#include <string.h>

typedef struct Mask {
    char *replacement;
    gboolean is_first; /* what a person is called by */
} Mask;

struct Disguise {
    GHashTable *masks; /* a folded word of a name → Mask* */
};

/* So short a first name in small letters is an ordinary word: "wil", "bas". */
enum { SHORTEST_SMALL = 4 };

static void
mask_free(gpointer data)
{
    g_free(((Mask *)data)->replacement);
    g_free(data);
}

/* Without case and accents, which differ from hand to hand: "ZOË", "Zoe". */
static char *
fold(const char *word, gsize length)
{
    g_autofree char *apart = g_utf8_normalize(word, (gssize)length, G_NORMALIZE_ALL);
    GString *bare = g_string_new(NULL);
    for (const char *at = apart; *at; at = g_utf8_next_char(at))
        if (!g_unichar_ismark(g_utf8_get_char(at)))
            g_string_append_unichar(bare, g_utf8_get_char(at));
    char *folded = g_utf8_casefold(bare->str, (gssize)bare->len);
    g_string_free(bare, TRUE);
    return folded;
}

Disguise *
disguise_new(void)
{
    Disguise *disguise = g_new0(Disguise, 1);
    disguise->masks = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, mask_free);
    return disguise;
}

void
disguise_free(Disguise *disguise)
{
    if (!disguise)
        return;
    g_hash_table_unref(disguise->masks);
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

/* Where the first part ends of a word that hyphens join. */
static const char *
part_end(const char *word, const char *end)
{
    const char *stop = word;
    while (stop < end &&
           (stop == word || (*stop != '-' && g_utf8_get_char(stop) != 0x2011)))
        stop = g_utf8_next_char(stop);
    return stop;
}

static void
add_word(Disguise *disguise, const char *word, gsize length, const char *replacement,
         gboolean is_first)
{
    if (!g_unichar_isupper(g_utf8_get_char(word)) ||
        g_utf8_strlen(word, (gssize)length) < 2)
        return;
    char *folded = fold(word, length);
    if (g_hash_table_contains(disguise->masks, folded)) {
        g_free(folded);
        return;
    }
    Mask *mask = g_new(Mask, 1);
    *mask = (Mask){g_strdup(replacement), is_first};
    g_hash_table_insert(disguise->masks, folded, mask);
}

/* The parts of "Maarten-Jan", each for itself. */
static void
add_parts(Disguise *disguise, const char *word, const char *end,
          const char *replacement, gboolean is_first)
{
    for (const char *at = word; at < end;) {
        const char *stop = part_end(at, end);
        add_word(disguise, at, (gsize)(stop - at), replacement, is_first);
        at = stop < end ? g_utf8_next_char(stop) : stop;
    }
}

void
disguise_add(Disguise *disguise, const char *name, const char *replacement)
{
    gboolean is_first = TRUE;
    for (const char *at = name; *at;) {
        const char *end = word_end(at);
        if (end == at) {
            at = g_utf8_next_char(at);
            continue;
        }
        add_word(disguise, at, (gsize)(end - at), replacement, is_first);
        add_parts(disguise, at, end, replacement, is_first);
        is_first = FALSE;
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

static const Mask *
find_mask(const Disguise *disguise, const char *word, gsize length)
{
    g_autofree char *folded = fold(word, length);
    const Mask *mask = g_hash_table_lookup(disguise->masks, folded);
    gsize last = strlen(folded);
    if (mask || last < 3 || folded[last - 1] != 's')
        return mask;
    folded[last - 1] = '\0'; /* "Annes" is still Anne */
    return g_hash_table_lookup(disguise->masks, folded);
}

/* In an address a name is small: "j.velthuizen@…". */
static gboolean
is_in_address(const char *text, const char *word, const char *end)
{
    return *end == '@' || *end == '_' || (*end == '.' && g_ascii_isalpha(end[1])) ||
           (word > text && strchr("@._", word[-1]));
}

/* What the word stands for, or NULL: a name begins with a capital, or is the one that
 * someone is called by. */
static const char *
replacement_of(const Disguise *disguise, const char *text, const char *word,
               const char *end)
{
    const Mask *mask = find_mask(disguise, word, (gsize)(end - word));
    if (!mask)
        return NULL;
    gboolean is_name =
        g_unichar_isupper(g_utf8_get_char(word)) || is_in_address(text, word, end) ||
        (mask->is_first && g_utf8_strlen(word, end - word) >= SHORTEST_SMALL);
    return is_name ? mask->replacement : NULL;
}

/* Where the name that goes on after end ends: its further parts have the same
 * replacement. */
static const char *
name_end(const Disguise *disguise, const char *text, const char *end,
         const char *replacement)
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
        const char *other = replacement_of(disguise, text, at, stop);
        if (other && strcmp(other, replacement) == 0)
            last = stop;
        else if (!is_particle(word))
            return last;
        at = stop;
    }
    return last;
}

char *
disguise_apply(const Disguise *disguise, const char *text)
{
    GString *result = g_string_sized_new(strlen(text));
    for (const char *at = text; *at;) {
        const char *end = word_end(at);
        if (end == at)
            end = g_utf8_next_char(at);
        const char *replacement = replacement_of(disguise, text, at, end);
        if (!replacement) { /* what hyphens join, part by part */
            end = part_end(at, end);
            replacement = replacement_of(disguise, text, at, end);
        }
        if (replacement)
            g_string_append(result, replacement);
        else
            g_string_append_len(result, at, end - at);
        at = replacement ? name_end(disguise, text, end, replacement) : end;
    }
    return g_string_free(result, FALSE);
}
