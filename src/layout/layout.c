#include "layout/layout.h"
#include "layout/border.h"
#include "layout/change.h"
#include "layout/context.h"
#include "layout/line.h"
#include "layout/marker.h"
#include "layout/number.h"
#include "layout/sequence.h"
#include "layout/tag.h"

#include <string.h>

enum { PASSES = 5 };

StructureElement *
layout_element(const Layout *layout, const FoNode *node)
{
    return g_hash_table_lookup(layout->elements, node);
}

static void
layout_init(Layout *layout, const FoTree *tree, Text *text, Arena *arena, Diag *diag)
{
    *layout = (Layout){.tree = tree, .text = text, .arena = arena, .diag = diag};
    layout->structure = structure_new(arena);
    layout->elements = g_hash_table_new(NULL, NULL);
    layout->links = g_hash_table_new(NULL, NULL);
    layout->marked = g_hash_table_new(NULL, NULL);
    for (const FoNode *node = tree->root; node; node = fo_next(tree->root, node))
        if (node->kind == FO_MARKER)
            g_hash_table_add(layout->marked, node->parent);
    layout->images = g_hash_table_new(NULL, NULL);
    layout->paragraphs = g_hash_table_new(NULL, NULL);
    layout->choices = g_hash_table_new(NULL, NULL);
    layout->numbers = numbers_new(arena);
    tag_document(layout);
}

static void
layout_clear(Layout *layout)
{
    g_hash_table_unref(layout->elements);
    g_hash_table_unref(layout->links);
    g_hash_table_unref(layout->marked);
    g_hash_table_unref(layout->images);
    g_hash_table_unref(layout->paragraphs);
    g_hash_table_unref(layout->choices);
    numbers_free(layout->numbers);
    diag_free(layout->silent_diag);
}

const FoNode *
layout_next_sequence(const Layout *layout, const FoNode *node)
{
    const FoNode *root = layout->tree->root;
    const FoNode *next = node ? node : root;
    do {
        if (next == root || next->kind == FO_PAGE_SEQUENCE_WRAPPER) {
            const FoNode *inside = next->first;
            if (inside) {
                next = inside;
                continue;
            }
        }
        while (next != root && !next->next)
            next = next->parent;
        if (next == root)
            return NULL;
        next = next->next;
    } while (next->kind != FO_PAGE_SEQUENCE && next->kind != FO_EXTERNAL_DOCUMENT);
    return next;
}

static void
set_pages(Layout *layout, Masters *masters)
{
    int previous = 0;
    const FoNode *node = layout_next_sequence(layout, NULL);
    while (node) {
        const FoNode *next = layout_next_sequence(layout, node);
        int number = sequence_first_number(node, previous);
        int parity = next ? sequence_parity(next) : 0;
        previous = sequence_set(layout, masters, node, number, parity) - 1;
        node = next;
    }
}

static const FoNode *
title_of(const FoNode *bookmark)
{
    const FoNode *child = bookmark->first;
    while (child && child->kind != FO_BOOKMARK_TITLE)
        child = child->next;
    return child;
}

/* The words of title and what they look like (XSL 1.1, 6.11.3); title may be NULL. */
static AreaBookmark *
add_bookmark(Layout *layout, const FoNode *title, AreaBookmark *parent)
{
    g_autoptr(GString) words = g_string_new(NULL);
    for (const FoNode *text = title ? title->first : NULL; text; text = text->next)
        if (text->kind == FO_TEXT)
            g_string_append_len(words, text->text, text->length);
    AreaBookmark *bookmark = area_add_bookmark(layout->document, parent,
                                               arena_strdup(layout->arena, words->str));
    if (!title)
        return bookmark;
    FoEnum style = fo_enum(title, PROP_FONT_STYLE);
    bookmark->is_italic = style == ENUM_ITALIC || style == ENUM_OBLIQUE;
    bookmark->is_bold = fo_number(title, PROP_FONT_WEIGHT) >= 600;
    bookmark->colour = border_colour(fo_colour(title, PROP_COLOR));
    return bookmark;
}

static void
add_bookmarks(Layout *layout, const FoNode *node, AreaBookmark *parent, int depth)
{
    for (const FoNode *child = node->first; child; child = child->next) {
        if (child->kind != FO_BOOKMARK || depth > FRAME_DEEPEST)
            continue;
        AreaBookmark *bookmark = add_bookmark(layout, title_of(child), parent);
        const char *id = fo_string(child, PROP_INTERNAL_DESTINATION);
        const char *uri = fo_string(child, PROP_EXTERNAL_DESTINATION);
        bookmark->id = id && *id ? id : NULL;
        bookmark->uri = !bookmark->id && uri && *uri ? uri : NULL;
        bookmark->open = fo_enum(child, PROP_STARTING_STATE) != ENUM_HIDE;
        if (bookmark->id && !g_hash_table_contains(layout->tree->ids, bookmark->id))
            diag_report(layout->diag, &child->place, DIAG_DESTINATION_UNKNOWN,
                        "bladwijzer naar “%s”, een id die er niet is", bookmark->id);
        add_bookmarks(layout, child, bookmark, depth + 1);
    }
}

static void
finish(Layout *layout)
{
    AreaDocument *document = layout->document;
    const FoNode *root = layout->tree->root;
    document->structure = layout->structure;
    document->title = layout->tree->title;
    const char *language = fo_string(root, PROP_LANGUAGE);
    const char *country = fo_string(root, PROP_COUNTRY);
    gboolean has_country = country && *country && strcmp(country, "none") != 0;
    if (language && *language && strcmp(language, "none") != 0)
        document->language =
            has_country ? arena_printf(layout->arena, "%s-%s", language, country)
                        : language;
    for (const FoNode *node = root->first; node; node = node->next)
        if (node->kind == FO_BOOKMARK_TREE)
            add_bookmarks(layout, node, NULL, 0);
    area_collect_destinations(document);
}

void
layout_file_messages(Diag *from, Diag *to)
{
    guint count = 0;
    const DiagMessage *messages = diag_messages(from, &count);
    for (guint i = 0; i < count; i++)
        diag_report(to, &messages[i].place, messages[i].code, "%s", messages[i].text);
}

static void
run_pass(Layout *layout, Masters *masters)
{
    if (layout->pass_diag)
        diag_free(layout->pass_diag);
    layout->pass_diag = layout->list_diag = diag_new();
    if (layout->areas)
        arena_free(layout->areas);
    layout->areas = arena_new();
    layout->document = area_document_new(layout->areas);
    layout->markers = NULL;
    layout->change_bars = change_bars_new(layout->areas);
    numbers_begin(layout->numbers);
    set_pages(layout, masters);
}

/* Sets the pages until all citations hold, or as often as it is worth. */
static void
set_until_settled(Layout *layout, Masters *masters)
{
    const char *said = NULL, *found = NULL;
    const FoNode *stale = layout->tree->root;
    for (int pass = 0; pass < PASSES && stale; pass++) {
        run_pass(layout, masters);
        stale = numbers_stale(layout->numbers, &said, &found);
    }
    if (stale)
        diag_report(layout->diag, &stale->place, DIAG_CITATIONS_UNSTABLE,
                    "de paginaverwijzingen staan na %d keer zetten nog niet vast: hier "
                    "staat “%s”, het moet “%s” zijn",
                    PASSES, said, found);
}

AreaDocument *
layout_document(const FoTree *tree, Text *text, Arena *arena, Diag *diag)
{
    Layout layout;
    layout_init(&layout, tree, text, arena, diag);
    Masters *masters = masters_new(&layout);
    set_until_settled(&layout, masters);
    arena_own(arena, layout.areas, (GDestroyNotify)arena_free);
    finish(&layout);
    layout_file_messages(layout.pass_diag, diag);
    diag_free(layout.pass_diag);
    AreaDocument *document = layout.document;
    layout_clear(&layout);
    return document;
}

char *
layout_dump_vlist(const FoTree *tree, Text *text, Diag *diag)
{
    g_autoptr(Arena) arena = arena_new();
    Layout layout;
    layout_init(&layout, tree, text, arena, diag);
    layout.pass_diag = layout.list_diag = diag_new();
    layout.document = area_document_new(arena);
    layout.areas = layout.scratch = arena;
    numbers_begin(layout.numbers);
    Masters *masters = masters_new(&layout);
    GString *out = g_string_new(NULL);
    for (const FoNode *node = layout_next_sequence(&layout, NULL); node;
         node = layout_next_sequence(&layout, node)) {
        if (node->kind == FO_EXTERNAL_DOCUMENT)
            continue;
        VList *list = sequence_list(&layout, masters, node, 1);
        g_string_append(out, "page-sequence\n");
        vlist_dump(list, out);
    }
    diag_free(layout.pass_diag);
    layout_clear(&layout);
    return g_string_free(out, FALSE);
}

static void
append_line(const Area *line, GString *out)
{
    g_string_append_printf(out, "%.3f ", line->u.line.ratio);
    length_append(out, line->width);
    g_string_append(out, line->u.line.overfull ? " overfull “" : " “");
    const Area *area = line->first;
    while (area) {
        if (area->kind == AREA_TEXT) {
            g_string_append_len(out, area->u.text.text, area->u.text.length);
            if (area->u.text.hyphen)
                g_string_append_c(out, '-');
        }
        if (area->first) {
            area = area->first;
            continue;
        }
        while (area != line && !area->next)
            area = area->parent;
        area = area == line ? NULL : area->next;
    }
    g_string_append(out, "”\n");
}

char *
layout_dump_lines(const AreaDocument *document)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < document->pages->len; i++) {
        const Area *page = document->pages->pdata[i], *area = page;
        g_string_append_printf(out, "page %s\n", page->u.page.label);
        while (area) {
            if (area->kind == AREA_LINE)
                append_line(area, out);
            if (area->first && area->kind != AREA_LINE) {
                area = area->first;
                continue;
            }
            while (area != page && !area->next)
                area = area->parent;
            area = area == page ? NULL : area->next;
        }
    }
    return g_string_free(out, FALSE);
}
