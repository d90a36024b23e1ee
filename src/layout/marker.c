#include "layout/marker.h"

#include <string.h>

typedef struct PageMarker {
    const FoNode *marker;
    gboolean starts, ends;
    struct PageMarker *next, *previous;
} PageMarker;

struct PageMarkers {
    Arena *arena;
    PageMarker *first, *last; /* in document order */
    PageMarkers *previous;
    gboolean begins_sequence;
};

PageMarkers *
markers_new(Arena *arena, PageMarkers *previous, gboolean begins_sequence)
{
    PageMarkers *markers = arena_new0(arena, PageMarkers);
    markers->arena = arena;
    markers->previous = previous;
    markers->begins_sequence = begins_sequence;
    return markers;
}

void
marker_record(Layout *layout, const FoNode *node, gboolean starts, gboolean ends)
{
    PageMarkers *markers = layout->markers;
    if (!markers || !g_hash_table_contains(layout->marked, node))
        return;
    for (const FoNode *child = node->first; child; child = child->next) {
        if (child->kind != FO_MARKER)
            continue;
        PageMarker *marker = arena_new0(markers->arena, PageMarker);
        marker->marker = child;
        marker->starts = starts;
        marker->ends = ends;
        marker->previous = markers->last;
        if (markers->last)
            markers->last->next = marker;
        else
            markers->first = marker;
        markers->last = marker;
    }
}

static gboolean
is_class(const PageMarker *marker, const char *name)
{
    return g_strcmp0(fo_string(marker->marker, PROP_MARKER_CLASS_NAME), name) == 0;
}

static const PageMarker *
first_of(const PageMarkers *page, const char *name, gboolean starting)
{
    for (const PageMarker *marker = page->first; marker; marker = marker->next)
        if (is_class(marker, name) && (marker->starts || !starting))
            return marker;
    return NULL;
}

static const PageMarker *
last_of(const PageMarkers *page, const char *name, gboolean starting, gboolean ending)
{
    for (const PageMarker *marker = page->last; marker; marker = marker->previous)
        if (is_class(marker, name) && (marker->starts || !starting) &&
            (marker->ends || !ending))
            return marker;
    return NULL;
}

static const PageMarker *
on_page(const PageMarkers *page, const char *name, FoEnum position)
{
    const PageMarker *found = NULL;
    switch ((int)position) {
    case ENUM_FIRST_STARTING:
    case ENUM_FIRST_STARTING_WITHIN_PAGE:
        found = first_of(page, name, TRUE);
        break;
    case ENUM_LAST_STARTING:
    case ENUM_LAST_STARTING_WITHIN_PAGE:
        found = last_of(page, name, TRUE, FALSE);
        break;
    case ENUM_LAST_ENDING:
    case ENUM_LAST_ENDING_WITHIN_PAGE:
        found = last_of(page, name, FALSE, TRUE);
        break;
    default:
        break;
    }
    return found ? found : first_of(page, name, FALSE);
}

/* The class that node, a marker, has, if it is that of retrieve. */
static gboolean
is_wanted(const FoNode *node, const FoNode *retrieve)
{
    return node->kind == FO_MARKER &&
           g_strcmp0(fo_string(node, PROP_MARKER_CLASS_NAME),
                     fo_string(retrieve, PROP_RETRIEVE_CLASS_NAME)) == 0;
}

static gsize
text_length(const FoNode *marker)
{
    gsize length = 0;
    for (const FoNode *node = marker->first; node; node = fo_next(marker, node))
        length += (gsize)node->length;
    return length;
}

/* Before it is known what stands on its page, a head keeps room for the longest marker of
 * its table. */
static const FoNode *
longest_of_table(const FoNode *retrieve)
{
    const FoNode *table = retrieve;
    while (table && table->kind != FO_TABLE)
        table = table->parent;
    const FoNode *longest = NULL;
    gsize most = 0;
    for (const FoNode *node = table ? table->first : NULL; node;
         node = fo_next(table, node)) {
        if (!is_wanted(node, retrieve))
            continue;
        gsize length = text_length(node);
        if (!longest || length > most) {
            longest = node;
            most = length;
        }
    }
    return longest;
}

static const FoNode *
lookup_in_table(const Layout *layout, const FoNode *retrieve)
{
    const PageMarkers *part = layout->table_markers;
    const char *name = fo_string(retrieve, PROP_RETRIEVE_CLASS_NAME);
    if (!part || !name)
        return name ? longest_of_table(retrieve) : NULL;
    const PageMarker *found =
        on_page(part, name, fo_enum(retrieve, PROP_RETRIEVE_POSITION_WITHIN_TABLE));
    FoEnum boundary = fo_enum(retrieve, PROP_RETRIEVE_BOUNDARY_WITHIN_TABLE);
    while (!found && boundary == ENUM_TABLE && part->previous) {
        part = part->previous;
        found = last_of(part, name, FALSE, FALSE);
    }
    return found ? found->marker : NULL;
}

static gboolean
is_in_marker(const FoNode *node)
{
    while (node && node->kind != FO_MARKER && node->kind != FO_PAGE_SEQUENCE)
        node = node->parent;
    return node && node->kind == FO_MARKER;
}

const FoNode *
marker_lookup(const Layout *layout, const FoNode *retrieve)
{
    if (is_in_marker(retrieve))
        return NULL;
    if (retrieve->kind == FO_RETRIEVE_TABLE_MARKER)
        return lookup_in_table(layout, retrieve);
    const PageMarkers *page = layout->markers;
    const char *name = fo_string(retrieve, PROP_RETRIEVE_CLASS_NAME);
    if (!page || !name)
        return NULL;
    const PageMarker *found =
        on_page(page, name, fo_enum(retrieve, PROP_RETRIEVE_POSITION));
    FoEnum boundary = fo_enum(retrieve, PROP_RETRIEVE_BOUNDARY);
    while (!found && boundary != ENUM_PAGE && page->previous &&
           !(page->begins_sequence && boundary == ENUM_PAGE_SEQUENCE)) {
        page = page->previous;
        found = last_of(page, name, FALSE, FALSE);
    }
    return found ? found->marker : NULL;
}
