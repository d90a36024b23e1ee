#include "area/area.h"
#include "area/walk.h"

#include <string.h>

static Length
to_length(gint64 value)
{
    return (Length)CLAMP(value, -LENGTH_MAX, LENGTH_MAX);
}

static void
add_destination(AreaDocument *document, int page, const AreaWalk *walk)
{
    const Area *area = walk->area;
    if (g_hash_table_contains(document->destinations, area->id))
        return;
    AreaRectangle rectangle = area_matrix_rectangle(walk->siblings, area);
    AreaDestination *destination = arena_new0(document->arena, AreaDestination);
    destination->page = page;
    destination->x = to_length(rectangle.x);
    destination->y = to_length(rectangle.y);
    g_hash_table_insert(document->destinations, (gpointer)area->id, destination);
}

void
area_collect_destinations(AreaDocument *document)
{
    g_hash_table_remove_all(document->destinations);
    for (guint i = 0; i < document->pages->len; i++) {
        g_auto(AreaWalk) walk =
            area_walk_begin(g_ptr_array_index(document->pages, i), AREA_IDENTITY);
        int artifacts = 0;
        while (area_walk_next(&walk)) {
            if (walk.area->artifact)
                artifacts += walk.leaving ? -1 : 1;
            if (!walk.leaving && artifacts == 0 && walk.area->id)
                add_destination(document, (int)i, &walk);
        }
    }
}

static void
unite(AreaLinkRectangle *one, AreaRectangle other)
{
    gint64 right = MAX((gint64)one->x + one->width, other.x + other.width);
    gint64 bottom = MAX((gint64)one->y + one->height, other.y + other.height);
    one->x = to_length(MIN(one->x, other.x));
    one->y = to_length(MIN(one->y, other.y));
    one->width = to_length(right - one->x);
    one->height = to_length(bottom - one->y);
}

/* A link in a link is no link of its own; a line joins what it holds of one link. */
typedef struct LinkSearch {
    GArray *found; /* AreaLinkRectangle */
    int page;
    guint line_start;   /* first rectangle of the line that is walked */
    int lines;          /* how many lines are open */
    const Area *within; /* the link that is walked, or NULL */
} LinkSearch;

static void
add_rectangle(LinkSearch *search, const AreaLink *link, AreaRectangle rectangle)
{
    if (search->lines > 0 && search->found->len > search->line_start) {
        AreaLinkRectangle *last =
            &g_array_index(search->found, AreaLinkRectangle, search->found->len - 1);
        if (last->link == link) {
            unite(last, rectangle);
            return;
        }
    }
    AreaLinkRectangle added = {link,
                               search->page,
                               to_length(rectangle.x),
                               to_length(rectangle.y),
                               to_length(rectangle.width),
                               to_length(rectangle.height)};
    g_array_append_val(search->found, added);
}

static void
search_page(LinkSearch *search, const Area *page)
{
    g_auto(AreaWalk) walk = area_walk_begin(page, AREA_IDENTITY);
    while (area_walk_next(&walk)) {
        const Area *area = walk.area;
        if (area->kind == AREA_LINE) {
            search->lines += walk.leaving ? -1 : 1;
            search->line_start = search->found->len;
        }
        if (walk.leaving && search->within == area)
            search->within = NULL;
        if (walk.leaving || !area->link || search->within)
            continue;
        search->within = area;
        if (area->width > 0 && area->height > 0)
            add_rectangle(search, area->link,
                          area_matrix_rectangle(walk.siblings, area));
    }
}

AreaLinkRectangle *
area_links(const AreaDocument *document, int *count)
{
    LinkSearch search = {0};
    search.found = g_array_new(FALSE, FALSE, sizeof(AreaLinkRectangle));
    for (guint i = 0; i < document->pages->len; i++) {
        search.page = (int)i;
        search_page(&search, g_ptr_array_index(document->pages, i));
    }
    *count = (int)search.found->len;
    AreaLinkRectangle *links =
        arena_array(document->arena, AreaLinkRectangle, search.found->len);
    if (search.found->len > 0)
        memcpy(links, search.found->data,
               search.found->len * sizeof(AreaLinkRectangle));
    g_array_unref(search.found);
    return links;
}
