#include "content/fill.h"
#include "xml/read.h"

#include <string.h>

enum { INDENT = 2, COLUMNS = 120 };

static gboolean
is_inline(const xmlNode *element)
{
    return xml_is(element, "nadruk") || xml_is(element, "term") ||
           xml_is(element, "aanhef") || xml_is(element, "onderdeel");
}

static gboolean
has_words(xmlNode *element)
{
    xmlChar *content = xmlNodeGetContent(element);
    gboolean words = *g_strchug((char *)content) != '\0';
    xmlFree(content);
    return words;
}

/* The element that holds the words of the node: its heading, else itself; NULL where it
 * only holds other nodes. */
static xmlNode *
text_element(xmlNode *node)
{
    xmlNode *first = xml_element(node->children);
    if (first && (xml_is(first, "titel") || xml_is(first, "opschrift")))
        return first;
    for (xmlNode *child = first; child; child = xml_element(child->next)) {
        g_autofree char *id = xml_attribute(child, "id");
        if (id || !is_inline(child))
            return NULL;
    }
    return has_words(node) ? node : NULL;
}

static int
depth_of(const xmlNode *element)
{
    int depth = 0;
    for (const xmlNode *node = element->parent; node && node->type == XML_ELEMENT_NODE;
         node = node->parent)
        depth++;
    return depth;
}

/* The column behind the start tag, for attributes without entities. */
static int
tag_end(const xmlNode *element)
{
    glong end = INDENT * depth_of(element) + xmlStrlen(element->name) + 2;
    for (const xmlAttr *attribute = element->properties; attribute;
         attribute = attribute->next) {
        g_autofree char *value = xml_attribute(element, (const char *)attribute->name);
        end += xmlStrlen(attribute->name) + 4 + g_utf8_strlen(value, -1);
    }
    return (int)end;
}

static void
clear(xmlNode *element)
{
    for (xmlNode *child = element->children; child;) {
        xmlNode *next = child->next;
        xmlUnlinkNode(child);
        xmlFreeNode(child);
        child = next;
    }
}

static void
append_break(xmlNode *element, int depth)
{
    g_autofree char *indent = g_strnfill((gsize)depth * INDENT, ' ');
    g_autofree char *text = g_strconcat("\n", indent, NULL);
    xmlNodeAddContent(element, BAD_CAST text);
}

/* A word that is written: what stands before, in and behind the term that it opens or
 * closes, if any. */
typedef struct Word {
    char *head, *core, *tail;
    const PlacedTerm *term;
    gboolean opens, closes;
} Word;

static void
word_clear(Word *word)
{
    g_free(word->head);
    g_free(word->core);
    g_free(word->tail);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Word, word_clear)

static const PlacedTerm *
term_at(const PlacedText *placed, int number)
{
    for (int i = 0; placed && i < placed->term_count; i++)
        if (placed->terms[i].first <= number && number <= placed->terms[i].last)
            return &placed->terms[i];
    return NULL;
}

/* Punctuation around a term is not part of it. */
static Word
cut_word(const char *text, int number, const PlacedText *placed)
{
    Word word = {.term = term_at(placed, number)};
    const char *start = text, *end = text + strlen(text);
    word.opens = word.term && word.term->first == number;
    word.closes = word.term && word.term->last == number;
    while (word.opens && start < end && g_unichar_ispunct(g_utf8_get_char(start)))
        start = g_utf8_next_char(start);
    while (word.closes && end > start &&
           g_unichar_ispunct(g_utf8_get_char(g_utf8_prev_char(end))))
        end = g_utf8_prev_char(end);
    word.head = g_strndup(text, (gsize)(start - text));
    word.core = g_strndup(start, (gsize)(end - start));
    word.tail = g_strdup(end);
    return word;
}

/* Returns where the next word goes: a term that is open, else element. */
static xmlNode *
write_word(xmlNode *element, xmlNode *open, const Word *word)
{
    if (word->opens) {
        xmlNodeAddContent(element, BAD_CAST word->head);
        open = xmlNewChild(element, NULL, BAD_CAST "term", NULL);
        xmlSetProp(open, BAD_CAST "taal", BAD_CAST word->term->language);
    }
    xmlNodeAddContent(open, BAD_CAST word->core);
    if (!word->closes)
        return open;
    xmlNodeAddContent(element, BAD_CAST word->tail);
    return element;
}

static glong
word_width(const char *text, const Word *word)
{
    glong width = g_utf8_strlen(text, -1);
    if (word->opens)
        width += (glong)(strlen("<term taal=\"\">") + strlen(word->term->language));
    return word->closes ? width + (glong)strlen("</term>") : width;
}

/* Wrapped as the texts are: in lines of COLUMNS, what follows two levels in. placed: whose
 * terms are in text; NULL where there are none. */
static void
set_text(xmlNode *element, const char *text, const PlacedText *placed)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    int indent = (depth_of(element) + 1) * INDENT;
    glong column = tag_end(element);
    xmlNode *open = element;
    clear(element);
    for (int i = 0; words[i]; i++) {
        g_auto(Word) word = cut_word(words[i], i + 1, placed);
        glong width = word_width(words[i], &word);
        if (i > 0 && column + 1 + width > COLUMNS) {
            append_break(open, indent / INDENT);
            column = indent;
        } else if (i > 0) {
            xmlNodeAddContent(open, BAD_CAST " ");
            column++;
        }
        open = write_word(element, open, &word);
        column += width;
    }
}

static void
add_item(xmlNode *cell, const char *name, const char *text)
{
    append_break(cell, depth_of(cell) + 1);
    set_text(xmlNewChild(cell, NULL, BAD_CAST name, NULL), text, NULL);
}

static void
set_items(xmlNode *cell, const PlacedText *placed)
{
    clear(cell);
    if (*placed->text)
        add_item(cell, "aanhef", placed->text);
    for (const char *const *item = placed->items; *item; item++)
        add_item(cell, "onderdeel", *item);
    append_break(cell, depth_of(cell));
}

static void
fill_node(const Collection *collection, const PlacedText *placed, Diag *diag)
{
    const ContentNode *node = collection_lookup(collection, placed->id);
    g_autofree char *file = node ? g_path_get_basename(node->part->file) : NULL;
    xmlNode *element = node ? text_element(node->element) : NULL;
    if (!node || strcmp(file, placed->part) != 0)
        diag_report(diag, &placed->place, DIAG_SOURCE_MAP, "“%s” staat niet in %s",
                    placed->id, placed->part);
    else if (!element)
        diag_report(diag, &placed->place, DIAG_SOURCE_MAP,
                    "“%s” heeft in %s zelf geen tekst", placed->id, placed->part);
    else if (placed->items && !xml_is(element, "cel"))
        diag_report(diag, &placed->place, DIAG_SOURCE_MAP,
                    "“%s” is geen cel en heeft dus geen onderdelen", placed->id);
    else if (!placed->items && !*placed->text)
        diag_report(diag, &placed->place, DIAG_SOURCE_MAP,
                    "voor “%s” blijft er geen tekst over", placed->id);
    else if (placed->items)
        set_items(element, placed);
    else
        set_text(element, placed->text, placed);
}

/* The edition of the map takes the place of the book's; the date stays. */
static void
set_edition(const Collection *collection, const SourceMap *map)
{
    xmlNode *book = xmlDocGetRootElement(collection->book->document);
    xmlNode *edition = xml_element(map->root->children);
    for (xmlNode *child = xml_element(book->children); child;
         child = xml_element(child->next)) {
        if (!xml_is(child, "uitgave"))
            continue;
        g_autofree char *date = xml_attribute(child, "datum");
        xmlNode *copy = xmlDocCopyNode(edition, collection->book->document, 1);
        if (date)
            xmlSetProp(copy, BAD_CAST "datum", BAD_CAST date);
        xmlReplaceNode(child, copy);
        xmlFreeNode(child);
        return;
    }
}

gboolean
content_fill(Collection *collection, const Placement *placement, Diag *diag)
{
    g_autoptr(GHashTable) filled = g_hash_table_new(g_str_hash, g_str_equal);
    guint before = diag_count(diag, DIAG_ERROR);
    for (guint i = 0; i < placement->texts->len; i++) {
        const PlacedText *placed = placement->texts->pdata[i];
        if (!g_hash_table_add(filled, (gpointer)placed->id))
            diag_report(diag, &placed->place, DIAG_SOURCE_MAP,
                        "“%s” staat al op de bronkaart", placed->id);
        else
            fill_node(collection, placed, diag);
    }
    Place root = xml_place(placement->map->root);
    for (guint i = 0; i < collection->nodes->len; i++) {
        const ContentNode *node = collection->nodes->pdata[i];
        if (text_element(node->element) && !g_hash_table_contains(filled, node->id))
            diag_report(diag, &root, DIAG_SOURCE_MAP, "“%s” staat niet op de bronkaart",
                        node->id);
    }
    set_edition(collection, placement->map);
    return diag_count(diag, DIAG_ERROR) == before;
}
