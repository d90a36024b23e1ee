#include "content/sourcemap.h"
#include "xml/read.h"
#include "xml/schema.h"

#include <stdlib.h>
#include <string.h>

enum {
    REPORTED_MAX = 50,               /* lines of a file that does not fit */
    COMPARED_MAX = 16 * 1024 * 1024, /* pairs of lines */
    KNOWN_PART = 4
};

static gboolean
add_token(GArray *lines, GArray *line_index, const char *token)
{
    int index = -1;
    int number = (int)line_index->len;
    if (strcmp(token, "-") != 0) {
        MapLine line = {.number = number, .word_count = atoi(token)};
        const char *colon = strchr(token, ':');
        if (!colon || strlen(colon + 1) != SOURCE_LINE_DIGEST)
            return FALSE;
        memcpy(line.digest, colon + 1, SOURCE_LINE_DIGEST);
        index = (int)lines->len;
        g_array_append_val(lines, line);
    }
    g_array_append_val(line_index, index);
    return TRUE;
}

static gboolean
read_lines(GArray *lines, GArray *line_index, const xmlNode *element, Diag *diag)
{
    g_autofree char *from = xml_attribute(element, "van");
    xmlChar *content = xmlNodeGetContent(element);
    g_auto(GStrv) tokens = g_strsplit_set((const char *)content, " \t\r\n", -1);
    xmlFree(content);
    gboolean usable = from && atoi(from) == (int)line_index->len;
    for (char **token = tokens; *token && usable; token++)
        usable = !**token || add_token(lines, line_index, *token);
    if (!usable) {
        Place place = xml_place(element);
        diag_report(diag, &place, DIAG_SOURCE_MAP,
                    "deze regels sluiten niet aan: hier hoort regel %u te beginnen",
                    line_index->len);
    }
    return usable;
}

static gboolean
read_hyphen(guint8 *hyphens, int last_number, const xmlNode *element, Diag *diag)
{
    g_autofree char *line = xml_attribute(element, "regel");
    g_autofree char *manner = xml_attribute(element, "wijze");
    gint64 number = g_ascii_strtoll(line, NULL, 10);
    if (number > last_number) {
        Place place = xml_place(element);
        diag_report(diag, &place, DIAG_SOURCE_MAP, "de bron heeft geen regel %s", line);
        return FALSE;
    }
    hyphens[number] =
        strcmp(manner, "spatie") == 0 ? SOURCE_HYPHEN_SPACE : SOURCE_HYPHEN_KEPT;
    return TRUE;
}

static gboolean
read_map(Arena *arena, SourceMap *map, Diag *diag)
{
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(MapLine));
    g_autoptr(GArray) line_index = g_array_new(FALSE, FALSE, sizeof(int));
    int none = -1;
    g_array_append_val(line_index, none);
    xmlNode *first = xml_element(map->root->children);
    for (xmlNode *child = first; child; child = xml_element(child->next))
        if (xml_is(child, "regels") && !read_lines(lines, line_index, child, diag))
            return FALSE;
    MapLine *copy = arena_array(arena, MapLine, lines->len);
    memcpy(copy, lines->data, lines->len * sizeof *copy);
    int *indexes = arena_array(arena, int, line_index->len);
    memcpy(indexes, line_index->data, line_index->len * sizeof *indexes);
    guint8 *hyphens = arena_array(arena, guint8, line_index->len);
    map->lines = copy;
    map->line_count = (int)lines->len;
    map->line_index = indexes;
    map->last_number = (int)line_index->len - 1;
    map->hyphens = hyphens;
    for (xmlNode *child = first; child; child = xml_element(child->next))
        if (xml_is(child, "streepje") &&
            !read_hyphen(hyphens, map->last_number, child, diag))
            return FALSE;
    return TRUE;
}

const SourceMap *
source_map_load(Arena *arena, const char *path, const char *schema_path, Diag *diag,
                GError **error)
{
    g_autoptr(XmlSchema) schema = xml_schema_new(schema_path, error);
    xmlDoc *document = schema ? xml_read_file(path, XML_READ_DEFAULT, diag) : NULL;
    if (!document)
        return NULL;
    arena_own(arena, document, (GDestroyNotify)xmlFreeDoc);
    if (!xml_schema_validate(schema, document, diag))
        return NULL;
    SourceMap *map = arena_new0(arena, SourceMap);
    map->root = xmlDocGetRootElement(document);
    g_autofree char *name = xml_attribute(map->root, "naam");
    g_autofree char *digest = xml_attribute(map->root, "kenmerk");
    map->name = arena_strdup(arena, name);
    map->digest = arena_strdup(arena, digest);
    return read_map(arena, map, diag) ? map : NULL;
}

gboolean
source_map_knows(const SourceMap *map, const SourceText *text)
{
    g_autoptr(GHashTable) digests = g_hash_table_new(g_str_hash, g_str_equal);
    for (int i = 0; i < map->line_count; i++)
        g_hash_table_add(digests, (gpointer)map->lines[i].digest);
    int known = 0;
    for (int i = 0; i < text->line_count; i++)
        known += g_hash_table_contains(digests, text->lines[i].digest);
    return known * KNOWN_PART >= text->line_count;
}

/* The lines of both that are still to be compared. */
typedef struct Stretch {
    const SourceMap *map;
    const SourceText *text;
    int from, map_from;   /* indexes */
    int count, map_count; /* from there on */
    int reported;
    Diag *diag;
} Stretch;

static gboolean
is_same(const SourceLine *line, const MapLine *wanted)
{
    return line->word_count == wanted->word_count &&
           strcmp(line->digest, wanted->digest) == 0;
}

static void
report_line(Stretch *stretch, int index, const MapLine *wanted)
{
    const SourceLine *line = &stretch->text->lines[index];
    Place place = {stretch->text->file, line->number, 0};
    if (stretch->reported++ >= REPORTED_MAX)
        return;
    if (!wanted)
        diag_report(stretch->diag, &place, DIAG_SOURCE_FIT,
                    "deze regel staat niet in de bron");
    else if (line->word_count != wanted->word_count)
        diag_report(stretch->diag, &place, DIAG_SOURCE_FIT,
                    "hier staan %d woorden; regel %d van de bron heeft er %d",
                    line->word_count, wanted->number, wanted->word_count);
    else
        diag_report(stretch->diag, &place, DIAG_SOURCE_FIT,
                    "de woorden zijn niet die van regel %d van de bron",
                    wanted->number);
}

/* count lines of the map from index map_from are not before line index of the text. */
static void
report_missing(Stretch *stretch, int index, int map_from, int count)
{
    const SourceText *text = stretch->text;
    gboolean at_end = index >= text->line_count;
    Place place = {text->file,
                   text->lines[at_end ? text->line_count - 1 : index].number, 0};
    int first = stretch->map->lines[map_from].number;
    if (stretch->reported++ >= REPORTED_MAX)
        return;
    if (count == 1)
        diag_report(stretch->diag, &place, DIAG_SOURCE_FIT,
                    "%s ontbreekt een regel van de bron: regel %d",
                    at_end ? "hierna" : "hiervoor", first);
    else
        diag_report(stretch->diag, &place, DIAG_SOURCE_FIT,
                    "%s ontbreken %d regels van de bron, te beginnen met regel %d",
                    at_end ? "hierna" : "hiervoor", count, first);
}

/* A gap between lines that are the same: count lines of the text stand for map_count. */
static void
report_gap(Stretch *stretch, int from, int count, int map_from, int map_count)
{
    for (int i = 0; i < count; i++)
        report_line(stretch, from + i,
                    i < map_count ? &stretch->map->lines[map_from + i] : NULL);
    if (map_count > count)
        report_missing(stretch, from + count, map_from + count, map_count - count);
}

/* lengths[i * (map_count + 1) + j]: of the longest common subsequence from there on. */
static guint16 *
common_lengths(const Stretch *stretch)
{
    gsize width = (gsize)stretch->map_count + 1;
    guint16 *lengths = g_new0(guint16, ((gsize)stretch->count + 1) * width);
    for (int i = stretch->count - 1; i >= 0; i--) {
        guint16 *row = lengths + (gsize)i * width;
        for (int j = stretch->map_count - 1; j >= 0; j--)
            if (is_same(&stretch->text->lines[stretch->from + i],
                        &stretch->map->lines[stretch->map_from + j]))
                row[j] = (guint16)(row[width + (gsize)j + 1] + 1);
            else
                row[j] = MAX(row[j + 1], row[width + (gsize)j]);
    }
    return lengths;
}

static void
report_differences(Stretch *stretch)
{
    g_autofree guint16 *lengths = common_lengths(stretch);
    gsize width = (gsize)stretch->map_count + 1;
    int i = 0, j = 0, gap_i = 0, gap_j = 0;
    while (i < stretch->count || j < stretch->map_count) {
        gboolean both = i < stretch->count && j < stretch->map_count;
        const guint16 *here = lengths + (gsize)i * width + j;
        if (both && is_same(&stretch->text->lines[stretch->from + i],
                            &stretch->map->lines[stretch->map_from + j])) {
            report_gap(stretch, stretch->from + gap_i, i - gap_i,
                       stretch->map_from + gap_j, j - gap_j);
            gap_i = ++i;
            gap_j = ++j;
        } else if (i < stretch->count &&
                   (j == stretch->map_count || here[width] >= here[1])) {
            i++;
        } else {
            j++;
        }
    }
    report_gap(stretch, stretch->from + gap_i, i - gap_i, stretch->map_from + gap_j,
               j - gap_j);
}

/* Narrows to what is between the common start and the common end. */
static void
narrow(Stretch *stretch)
{
    const SourceLine *lines = stretch->text->lines;
    const MapLine *wanted = stretch->map->lines;
    while (stretch->count && stretch->map_count &&
           is_same(&lines[stretch->from], &wanted[stretch->map_from])) {
        stretch->from++;
        stretch->map_from++;
        stretch->count--;
        stretch->map_count--;
    }
    while (stretch->count && stretch->map_count &&
           is_same(&lines[stretch->from + stretch->count - 1],
                   &wanted[stretch->map_from + stretch->map_count - 1])) {
        stretch->count--;
        stretch->map_count--;
    }
}

gboolean
source_map_fits(const SourceMap *map, const SourceText *text, Diag *diag)
{
    Stretch stretch = {.map = map,
                       .text = text,
                       .count = text->line_count,
                       .map_count = map->line_count,
                       .diag = diag};
    narrow(&stretch);
    gboolean same_lines = !stretch.count && !stretch.map_count;
    if (same_lines && strcmp(map->digest, text->digest) == 0)
        return TRUE;
    Place place = {text->file, 0, 0};
    diag_report(diag, &place, DIAG_SOURCE_FIT, "dit is niet de tekst van “%s”",
                map->name);
    if ((gint64)stretch.count * stretch.map_count <= COMPARED_MAX)
        report_differences(&stretch);
    else
        report_line(&stretch, stretch.from, &map->lines[stretch.map_from]);
    return FALSE;
}
