#include "content/audit_disguise.h"
#include "content/disguise.h"

#include <string.h>

struct Pseudonyms {
    Disguise *disguise;
    GHashTable *teams;  /* name → "team A" */
    GHashTable *named;  /* a person as written → what stands for them */
    GHashTable *places; /* words of teams and locations, in small letters */
    int assessors, owners;
};

enum { SHORTEST_PLACE = 4 }; /* letters; shorter words are in many others */
static const char place_word[] = "[plaats]";

/* Articles and the like are no names, though a name begins with them: "De Kade". */
static gboolean
is_particle(const char *word)
{
    static const char *const particles[] = {"aan", "bij", "de",  "den", "der",  "een",
                                            "en",  "het", "in",  "la",  "op",   "te",
                                            "ten", "ter", "van", "von", "voor", NULL};
    return g_strv_contains(particles, word);
}

/* Whether a word of more than one letter begins with a capital: a name, by all chances. */
static gboolean
has_name(const char *text)
{
    g_auto(GStrv) parts = g_strsplit_set(text, " ,;:.()/'\"-", -1);
    for (char **part = parts; *part; part++) {
        g_autofree char *small = g_utf8_strdown(*part, -1);
        if (g_unichar_isupper(g_utf8_get_char(*part)) && g_utf8_strlen(*part, -1) > 1 &&
            !is_particle(small))
            return TRUE;
    }
    return FALSE;
}

static char *
digest_of(const char *text)
{
    return g_compute_checksum_for_string(G_CHECKSUM_SHA256, text, -1);
}

static int
compare_digests(gconstpointer a, gconstpointer b)
{
    g_autofree char *one = digest_of(*(const char *const *)a);
    g_autofree char *other = digest_of(*(const char *const *)b);
    return strcmp(one, other);
}

static void
add_places(const Pseudonyms *pseudonyms, const char *name)
{
    g_auto(GStrv) parts = g_strsplit_set(name, " ,-/", -1);
    for (char **part = parts; *part; part++)
        if (g_utf8_strlen(*part, -1) >= SHORTEST_PLACE)
            g_hash_table_add(pseudonyms->places, g_utf8_strdown(*part, -1));
}

/* disguise_add() takes the words with a capital; particles get a small letter. */
static void
add_name(const Pseudonyms *pseudonyms, const char *name, const char *replacement)
{
    g_auto(GStrv) parts = g_strsplit(name, " ", -1);
    for (char **part = parts; *part; part++) {
        char *small = g_utf8_strdown(*part, -1);
        if (is_particle(small)) {
            g_free(*part);
            *part = small;
        } else
            g_free(small);
    }
    g_autofree char *joined = g_strjoinv(" ", parts);
    disguise_add(pseudonyms->disguise, joined, replacement);
}

static void
name_teams(Pseudonyms *pseudonyms, const GPtrArray *audits)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (guint i = 0; i < audits->len; i++) {
        const char *team = ((const Audit *)audits->pdata[i])->team;
        if (g_hash_table_insert(pseudonyms->teams, g_strdup(team), NULL))
            g_ptr_array_add(names, (gpointer)team);
    }
    g_ptr_array_sort(names, compare_digests);
    for (guint i = 0; i < names->len; i++) {
        char *name = i < 26 ? g_strdup_printf("team %c", 'A' + (int)i)
                            : g_strdup_printf("team %u", i + 1);
        g_hash_table_insert(pseudonyms->teams, g_strdup(names->pdata[i]), name);
        add_name(pseudonyms, names->pdata[i], name);
        add_places(pseudonyms, names->pdata[i]);
    }
}

static void
name_person(Pseudonyms *pseudonyms, const char *person, const char *word, int *count)
{
    if (g_hash_table_contains(pseudonyms->named, person))
        return;
    char *name = g_strdup_printf("%s %d", word, ++*count);
    g_hash_table_insert(pseudonyms->named, g_strdup(person), name);
    add_name(pseudonyms, person, name);
}

static void
name_owners(Pseudonyms *pseudonyms, const Audit *audit)
{
    for (guint i = 0; i < audit->items->len; i++) {
        const AuditAction *action = ((const AuditItem *)audit->items->pdata[i])->action;
        g_autofree char *rest =
            action ? disguise_apply(pseudonyms->disguise, action->owner) : NULL;
        if (rest && has_name(rest))
            name_person(pseudonyms, action->owner, "eigenaar", &pseudonyms->owners);
    }
}

/* Learns all names before any text is changed: one audit may name the people of another. */
static void
learn(Pseudonyms *pseudonyms, const GPtrArray *audits)
{
    name_teams(pseudonyms, audits);
    for (guint i = 0; i < audits->len; i++) {
        const Audit *audit = audits->pdata[i];
        add_name(pseudonyms, audit->location, place_word);
        add_places(pseudonyms, audit->location);
        for (guint j = 0; j < audit->assessors->len; j++)
            name_person(pseudonyms,
                        ((const AuditPerson *)audit->assessors->pdata[j])->name,
                        "beoordelaar", &pseudonyms->assessors);
    }
    for (guint i = 0; i < audits->len; i++)
        name_owners(pseudonyms, audits->pdata[i]);
}

/* "Kadeplein", where the location is "De Kade". */
static gboolean
is_made_of_place(const Pseudonyms *pseudonyms, const char *word)
{
    GHashTableIter each;
    gpointer place;
    if (!g_unichar_isupper(g_utf8_get_char(word)))
        return FALSE;
    g_autofree char *small = g_utf8_strdown(word, -1);
    g_hash_table_iter_init(&each, pseudonyms->places);
    while (g_hash_table_iter_next(&each, &place, NULL))
        if (g_str_has_prefix(small, place) || g_str_has_suffix(small, place))
            return TRUE;
    return FALSE;
}

static char *
hide_places(const Pseudonyms *pseudonyms, const char *text)
{
    GString *out = g_string_new(NULL);
    for (const char *at = text; *at;) {
        const char *end = at;
        while (*end && g_unichar_isalpha(g_utf8_get_char(end)))
            end = g_utf8_next_char(end);
        if (end == at)
            end = g_utf8_next_char(at);
        g_autofree char *word = g_strndup(at, (gsize)(end - at));
        g_string_append(out, is_made_of_place(pseudonyms, word) ? place_word : word);
        at = end;
    }
    return g_string_free(out, FALSE);
}

static const char *
words(const Pseudonyms *pseudonyms, Arena *arena, const char *text)
{
    if (!text)
        return NULL;
    g_autofree char *changed = disguise_apply(pseudonyms->disguise, text);
    g_autofree char *hidden = hide_places(pseudonyms, changed);
    return arena_strdup(arena, hidden);
}

/* What stands for a person: the pseudonym, or the role with the names in it disguised; what
 * still has a name in it is left out. */
static const char *
person_words(const Pseudonyms *pseudonyms, Arena *arena, const char *text,
             const char *otherwise)
{
    const char *known = g_hash_table_lookup(pseudonyms->named, text);
    const char *changed = known ? known : words(pseudonyms, arena, text);
    return known || !has_name(changed) ? arena_strdup(arena, changed) : otherwise;
}

static void
copy_people(const Pseudonyms *pseudonyms, Arena *arena, const GPtrArray *from,
            GPtrArray *to, const char *otherwise)
{
    for (guint i = 0; i < from->len; i++) {
        const AuditPerson *person = from->pdata[i];
        AuditPerson *copy = arena_new0(arena, AuditPerson);
        copy->name = person_words(pseudonyms, arena, person->name, otherwise);
        copy->detail = words(pseudonyms, arena, person->detail);
        g_ptr_array_add(to, copy);
    }
}

static void
copy_item(const Pseudonyms *pseudonyms, Audit *copy, const AuditItem *item)
{
    Arena *arena = copy->arena;
    AuditItem *own = arena_new0(arena, AuditItem);
    *own = *item;
    own->place.file = copy->file;
    own->reference = words(pseudonyms, arena, item->reference);
    own->note = words(pseudonyms, arena, item->note);
    if (item->action) {
        AuditAction *action = arena_new0(arena, AuditAction);
        action->text = words(pseudonyms, arena, item->action->text);
        action->owner = person_words(pseudonyms, arena, item->action->owner, "iemand");
        action->due = arena_strdup(arena, item->action->due);
        action->state = item->action->state;
        action->recheck = words(pseudonyms, arena, item->action->recheck);
        own->action = action;
    }
    audit_add(copy, own);
}

/* An id that only who has the audit itself can tell. */
static const char *
secret_id(const Audit *audit, Arena *arena)
{
    g_autofree char *text = audit_write(audit);
    g_autofree char *digest = digest_of(text);
    return arena_printf(arena, "%.12s", digest);
}

Audit *
pseudonyms_copy(const Pseudonyms *pseudonyms, const Audit *audit)
{
    Audit *copy = audit_new(audit->questions, audit->file);
    Arena *arena = copy->arena;
    copy->place.line = audit->place.line;
    copy->id = secret_id(audit, arena);
    copy->edition = arena_strdup(arena, audit->edition);
    copy->date = arena_strdup(arena, audit->date);
    copy->kind = audit->kind;
    copy->institution = arena_strdup(arena, audit->institution);
    copy->team =
        arena_strdup(arena, g_hash_table_lookup(pseudonyms->teams, audit->team));
    copy->from = arena_strdup(arena, audit->from);
    copy->until = arena_strdup(arena, audit->until);
    copy_people(pseudonyms, arena, audit->assessors, copy->assessors,
                "een beoordelaar");
    copy_people(pseudonyms, arena, audit->spoken, copy->spoken, "iemand");
    for (guint i = 0; i < audit->items->len; i++)
        copy_item(pseudonyms, copy, audit->items->pdata[i]);
    return copy;
}

Pseudonyms *
pseudonyms_new(const GPtrArray *audits)
{
    Pseudonyms *pseudonyms = g_new0(Pseudonyms, 1);
    pseudonyms->disguise = disguise_new();
    pseudonyms->teams = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    pseudonyms->named = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    pseudonyms->places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    learn(pseudonyms, audits);
    return pseudonyms;
}

void
pseudonyms_free(Pseudonyms *pseudonyms)
{
    if (!pseudonyms)
        return;
    disguise_free(pseudonyms->disguise);
    g_hash_table_unref(pseudonyms->teams);
    g_hash_table_unref(pseudonyms->named);
    g_hash_table_unref(pseudonyms->places);
    g_free(pseudonyms);
}

void
pseudonyms_replace(const Pseudonyms *pseudonyms, GPtrArray *audits)
{
    g_autoptr(GPtrArray) copies = g_ptr_array_new();
    for (guint i = 0; i < audits->len; i++)
        g_ptr_array_add(copies, pseudonyms_copy(pseudonyms, audits->pdata[i]));
    g_ptr_array_set_size(audits, 0);
    for (guint i = 0; i < copies->len; i++)
        g_ptr_array_add(audits, copies->pdata[i]);
}
