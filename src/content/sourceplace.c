#include "content/sourcemap.h"
#include "xml/read.h"

#include <stdlib.h>
#include <string.h>

/* Lines first to last, or words of line first: word to word_last, counted from 1. */
typedef struct Spot {
    int first, last;
    int word, word_last; /* 0: whole lines */
} Spot;

typedef struct Placing {
    Arena *arena;
    const SourceMap *map;
    const SourceText *text;
    Placement *placement;
    const xmlNode *element; /* of the map, for messages */
    int *first_word;        /* index of a line → of its first word in taken */
    guint8 *taken;
    Diag *diag;
} Placing;

/* A text that grows by pieces of lines. */
typedef struct Piece {
    GString *text;
    int last_line; /* the map's number of the line that the last word came from */
    const char *marker;
    gboolean wants_marker;     /* before the next word */
    const char *const *extras; /* lines that begin with one more marker; may be NULL */
} Piece;

G_GNUC_PRINTF(2, 3)
static void
report(const Placing *placing, const char *format, ...)
{
    Place place = xml_place(placing->element);
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    diag_report(placing->diag, &place, DIAG_SOURCE_MAP, "%s", text);
}

/* The schema has seen to the form. */
static Spot
read_spot(const char *token)
{
    char *end;
    Spot spot = {.first = (int)strtol(token, &end, 10)};
    spot.last = spot.first;
    if (*end == '-') {
        spot.last = atoi(end + 1);
    } else if (*end == ':') {
        spot.word = (int)strtol(end + 1, &end, 10);
        spot.word_last = *end == '-' ? atoi(end + 1) : spot.word;
    }
    return spot;
}

static GStrv
split_attribute(const xmlNode *element, const char *name)
{
    g_autofree char *value = xml_attribute(element, name);
    return value ? g_strsplit_set(value, " \t\r\n", -1) : NULL;
}

static gboolean
is_there(const Placing *placing, const char *token, Spot spot)
{
    const SourceMap *map = placing->map;
    gboolean there = spot.first <= spot.last && spot.last <= map->last_number &&
                     map->line_index[spot.first] >= 0 &&
                     map->line_index[spot.last] >= 0;
    if (there && spot.word) {
        const SourceLine *line = &placing->text->lines[map->line_index[spot.first]];
        there = spot.word <= spot.word_last && spot.word_last <= line->word_count;
    }
    if (!there)
        report(placing, "de plaats %s is er niet in de bron", token);
    return there;
}

static void
take(Placing *placing, const SourceLine *line, int word)
{
    guint8 *taken =
        &placing->taken[placing->first_word[line - placing->text->lines] + word];
    if (*taken) {
        Place place = xml_place(placing->element);
        diag_report(placing->diag, &place, DIAG_SOURCE_WORD,
                    "woord %d van regel %d van de bron is al geplaatst", word + 1,
                    line->number);
    }
    *taken = 1;
}

static void
join(const Placing *placing, Piece *piece)
{
    gsize length = piece->text->len;
    if (length == 0)
        return;
    gboolean hyphen = length > 1 && piece->text->str[length - 1] == '-' &&
                      piece->text->str[length - 2] != ' ';
    SourceHyphen manner = placing->map->hyphens[piece->last_line];
    if (hyphen && manner == SOURCE_HYPHEN_UNDONE)
        g_string_truncate(piece->text, length - 1);
    else if (!hyphen || manner == SOURCE_HYPHEN_SPACE)
        g_string_append_c(piece->text, ' ');
}

/* Whether word, the first of its piece of line number, is a marker and no text. */
static gboolean
is_marker(const Placing *placing, Piece *piece, int number, const char *word)
{
    if (piece->wants_marker) {
        piece->wants_marker = FALSE;
        if (strcmp(word, piece->marker) != 0)
            report(placing, "regel %d van de bron begint hier niet met “%s”", number,
                   piece->marker);
        return strcmp(word, piece->marker) == 0;
    }
    g_autofree char *name = g_strdup_printf("%d", number);
    return piece->extras && piece->marker && strcmp(word, piece->marker) == 0 &&
           g_strv_contains(piece->extras, name);
}

/* The words from..to (from 0, to excluded) of a line; piece NULL: they are left out. */
static void
add_words(Placing *placing, Piece *piece, int number, int from, int to)
{
    const SourceLine *line = &placing->text->lines[placing->map->line_index[number]];
    Placement *placement = placing->placement;
    for (int i = from; i < to; i++)
        take(placing, line, i);
    if (!piece) {
        placement->omitted += to - from;
        return;
    }
    if (is_marker(placing, piece, number, line->words[from])) {
        placement->markers++;
        from++;
    }
    placement->node_words += to - from;
    for (int i = from; i < to; i++) {
        if (i == from)
            join(placing, piece);
        else
            g_string_append_c(piece->text, ' ');
        g_string_append(piece->text, line->words[i]);
        piece->last_line = number;
    }
}

static void
add_spot(Placing *placing, Piece *piece, const char *token)
{
    Spot spot = read_spot(token);
    if (!is_there(placing, token, spot))
        return;
    for (int number = spot.first; number <= spot.last; number++) {
        int index = placing->map->line_index[number];
        if (index < 0)
            continue;
        int count = placing->text->lines[index].word_count;
        add_words(placing, piece, number, spot.word ? spot.word - 1 : 0,
                  spot.word ? spot.word_last : count);
    }
}

/* Capitals become small letters, but for the first letters of the words that kept names. */
static char *
lower(const char *text, const char *const *kept)
{
    g_autofree char *small = g_utf8_strdown(text, -1);
    g_auto(GStrv) words = g_strsplit(small, " ", -1);
    g_autoptr(GString) result = g_string_new(NULL);
    for (int i = 0; words[i]; i++) {
        g_autofree char *name = g_strdup_printf("%d", i + 1);
        const char *rest = words[i];
        if (i > 0)
            g_string_append_c(result, ' ');
        if (*rest && g_strv_contains(kept, name)) {
            g_string_append_unichar(result, g_unichar_totitle(g_utf8_get_char(rest)));
            rest = g_utf8_next_char(rest);
        }
        g_string_append(result, rest);
    }
    return g_strdup(result->str);
}

static const char *
finish(const Placing *placing, const Piece *piece)
{
    g_auto(GStrv) kept = split_attribute(placing->element, "hoofdletters");
    if (piece->wants_marker && piece->text->len == 0)
        return "";
    if (!kept)
        return arena_strdup(placing->arena, piece->text->str);
    g_autofree char *text = lower(piece->text->str, (const char *const *)kept);
    return arena_strdup(placing->arena, text);
}

static int
count_words(const char *text)
{
    int count = *text != '\0';
    for (const char *p = text; *p; p++)
        count += *p == ' ';
    return count;
}

static gboolean
read_term(const Placing *placing, const xmlNode *element, const PlacedText *placed,
          PlacedTerm *term)
{
    g_autofree char *words = xml_attribute(element, "woorden");
    g_autofree char *language = xml_attribute(element, "taal");
    char *end;
    term->first = (int)strtol(words, &end, 10);
    term->last = *end == '-' ? atoi(end + 1) : term->first;
    term->language = arena_strdup(placing->arena, language);
    int count = placed->items ? 0 : count_words(placed->text);
    if (term->first <= term->last && term->last <= count)
        return TRUE;
    report(placing, "de woorden %s van een term zijn er niet in “%s”", words,
           placed->id);
    return FALSE;
}

/* The terms that the map names in a node, in the order of its words. */
static void
add_terms(const Placing *placing, PlacedText *placed)
{
    xmlNode *first = xml_element(placing->element->children);
    gsize count = 0;
    for (xmlNode *child = first; child; child = xml_element(child->next))
        count++;
    PlacedTerm *terms = arena_array(placing->arena, PlacedTerm, count);
    int last = 0;
    for (xmlNode *child = first; child; child = xml_element(child->next)) {
        PlacedTerm *term = &terms[placed->term_count];
        if (!read_term(placing, child, placed, term))
            continue;
        if (term->first <= last)
            report(placing, "de termen van “%s” staan niet op volgorde", placed->id);
        else
            placed->term_count++;
        last = term->last;
    }
    placed->terms = terms;
}

static void
add_text(Placing *placing, const xmlNode *element, const char *part)
{
    placing->element = element;
    Arena *arena = placing->arena;
    g_autofree char *id = xml_attribute(element, "knoop");
    g_autofree char *marker = xml_attribute(element, "teken");
    g_auto(GStrv) extras = split_attribute(element, "teken-ook");
    g_auto(GStrv) tokens = split_attribute(element, "plaats");
    g_autoptr(GPtrArray) texts = g_ptr_array_new();
    gboolean has_items = g_strv_contains((const char *const *)tokens, "|");
    g_autoptr(GString) string = g_string_new(NULL);
    Piece piece = {.text = string,
                   .marker = marker,
                   .wants_marker = marker && !has_items,
                   .extras = (const char *const *)extras};
    for (char **token = tokens; *token; token++) {
        if (strcmp(*token, "|") == 0) {
            g_ptr_array_add(texts, (gpointer)finish(placing, &piece));
            g_string_truncate(string, 0);
            piece.wants_marker = marker != NULL;
        } else if (**token) {
            add_spot(placing, &piece, *token);
        }
    }
    g_ptr_array_add(texts, (gpointer)finish(placing, &piece));
    PlacedText *placed = arena_new0(arena, PlacedText);
    *placed = (PlacedText){.id = arena_strdup(arena, id),
                           .place = xml_place(element),
                           .part = part,
                           .text = texts->pdata[0]};
    if (has_items) {
        const char **items = arena_array(arena, const char *, texts->len);
        memcpy(items, texts->pdata + 1, (texts->len - 1) * sizeof *items);
        placed->items = items;
    }
    add_terms(placing, placed);
    g_ptr_array_add(placing->placement->texts, placed);
}

static void
add_omission(Placing *placing, const xmlNode *element)
{
    placing->element = element;
    g_auto(GStrv) tokens = split_attribute(element, "plaats");
    for (char **token = tokens; *token; token++)
        if (**token)
            add_spot(placing, NULL, *token);
}

static void
add_oddity(Placing *placing, const xmlNode *element)
{
    placing->element = element;
    g_autofree char *token = xml_attribute(element, "plaats");
    g_autofree char *kind = xml_attribute(element, "soort");
    g_autofree char *id = xml_attribute(element, "knoop");
    Spot spot = read_spot(token);
    if (!is_there(placing, token, spot))
        return;
    const SourceLine *line =
        &placing->text->lines[placing->map->line_index[spot.first]];
    g_autoptr(GString) words = g_string_new(NULL);
    int last = spot.word ? spot.word_last : line->word_count;
    for (int i = spot.word ? spot.word - 1 : 0; i < last; i++)
        g_string_append_printf(words, "%s%s", words->len ? " " : "", line->words[i]);
    SourceOddity *oddity = arena_new0(placing->arena, SourceOddity);
    *oddity = (SourceOddity){.line = line->number,
                             .kind = arena_strdup(placing->arena, kind),
                             .words = arena_strdup(placing->arena, words->str),
                             .id = arena_strdup(placing->arena, id)};
    g_ptr_array_add(placing->placement->oddities, oddity);
}

static void
add_all(Placing *placing)
{
    xmlNode *first = xml_element(placing->map->root->children);
    for (xmlNode *child = first; child; child = xml_element(child->next)) {
        if (xml_is(child, "weggelaten"))
            add_omission(placing, child);
        else if (xml_is(child, "eigenaardig"))
            add_oddity(placing, child);
        if (!xml_is(child, "deel"))
            continue;
        g_autofree char *file = xml_attribute(child, "bestand");
        const char *part = arena_strdup(placing->arena, file);
        for (xmlNode *text = xml_element(child->children); text;
             text = xml_element(text->next))
            add_text(placing, text, part);
    }
}

static void
report_left_over(const Placing *placing)
{
    const SourceText *text = placing->text;
    for (int i = 0; i < text->line_count; i++) {
        const SourceLine *line = &text->lines[i];
        Place place = {text->file, line->number, 0};
        for (int word = 0; word < line->word_count; word++)
            if (!placing->taken[placing->first_word[i] + word])
                diag_report(placing->diag, &place, DIAG_SOURCE_WORD,
                            "woord %d, “%s”, hoort volgens de bronkaart nergens bij",
                            word + 1, line->words[word]);
    }
}

const Placement *
source_place(Arena *arena, const SourceMap *map, const SourceText *text, Diag *diag)
{
    Placement *placement = arena_new0(arena, Placement);
    placement->map = map;
    placement->line_count = text->line_count;
    placement->texts = g_ptr_array_new();
    placement->oddities = g_ptr_array_new();
    arena_own(arena, placement->texts, (GDestroyNotify)g_ptr_array_unref);
    arena_own(arena, placement->oddities, (GDestroyNotify)g_ptr_array_unref);
    Placing placing = {.arena = arena,
                       .map = map,
                       .text = text,
                       .placement = placement,
                       .first_word = arena_array(arena, int, text->line_count),
                       .diag = diag};
    for (int i = 0; i < text->line_count; i++) {
        placing.first_word[i] = placement->word_count;
        placement->word_count += text->lines[i].word_count;
    }
    placing.taken = arena_array(arena, guint8, placement->word_count);
    guint before = diag_count(diag, DIAG_ERROR);
    add_all(&placing);
    report_left_over(&placing);
    return diag_count(diag, DIAG_ERROR) == before ? placement : NULL;
}
