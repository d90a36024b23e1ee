#include "area/area.h"
#include "area/walk.h"

const AreaMatrix AREA_IDENTITY = {1, 0, 0, 1, 0, 0};

AreaDocument *
area_document_new(Arena *arena)
{
    AreaDocument *document = arena_new0(arena, AreaDocument);
    document->arena = arena;
    document->pages = g_ptr_array_new();
    arena_own(arena, document->pages, (GDestroyNotify)g_ptr_array_unref);
    document->destinations = g_hash_table_new(g_str_hash, g_str_equal);
    arena_own(arena, document->destinations, (GDestroyNotify)g_hash_table_unref);
    document->structure = structure_new(arena);
    return document;
}

Area *
area_new(AreaDocument *document, AreaKind kind, const char *source, Place place)
{
    Area *area = arena_new0(document->arena, Area);
    area->kind = kind;
    area->source = source;
    area->place = place;
    return area;
}

void
area_append(Area *parent, Area *child)
{
    g_assert(!child->parent && !child->next);
    child->parent = parent;
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
}

AreaBookmark *
area_add_bookmark(AreaDocument *document, AreaBookmark *parent, const char *title)
{
    AreaBookmark *bookmark = arena_new0(document->arena, AreaBookmark);
    bookmark->title = title;
    AreaBookmark **first = parent ? &parent->first : &document->bookmarks;
    AreaBookmark **last = parent ? &parent->last : &document->last_bookmark;
    if (*last)
        (*last)->next = bookmark;
    else
        *first = bookmark;
    *last = bookmark;
    return bookmark;
}

/* The map of area's own frame to its siblings' (XSL 1.1, 7.21.3 reference-orientation). */
static AreaMatrix
own_map(const Area *area)
{
    gint64 x = area->x, y = area->y;
    switch ((area->turn % 360 + 360) % 360) {
    case 90:
        return (AreaMatrix){0, -1, 1, 0, x, y + area->height};
    case 180:
        return (AreaMatrix){-1, 0, 0, -1, x + area->width, y + area->height};
    case 270:
        return (AreaMatrix){0, 1, -1, 0, x + area->width, y};
    default:
        return (AreaMatrix){1, 0, 0, 1, x, y};
    }
}

AreaMatrix
area_matrix(AreaMatrix outer, const Area *area)
{
    if (area->turn == 0) { /* nearly always */
        outer.e += outer.a * (gint64)area->x + outer.c * (gint64)area->y;
        outer.f += outer.b * (gint64)area->x + outer.d * (gint64)area->y;
        return outer;
    }
    AreaMatrix own = own_map(area);
    return (AreaMatrix){
        .a = outer.a * own.a + outer.c * own.b,
        .b = outer.b * own.a + outer.d * own.b,
        .c = outer.a * own.c + outer.c * own.d,
        .d = outer.b * own.c + outer.d * own.d,
        .e = outer.a * own.e + outer.c * own.f + outer.e,
        .f = outer.b * own.e + outer.d * own.f + outer.f,
    };
}

AreaRectangle
area_matrix_rectangle(AreaMatrix map, const Area *area)
{
    gint64 x = map.a * (gint64)area->x + map.c * (gint64)area->y + map.e;
    gint64 y = map.b * (gint64)area->x + map.d * (gint64)area->y + map.f;
    gint64 width = map.a * (gint64)area->width + map.c * (gint64)area->height;
    gint64 height = map.b * (gint64)area->width + map.d * (gint64)area->height;
    return (AreaRectangle){MIN(x, x + width), MIN(y, y + height), ABS(width),
                           ABS(height)};
}

AreaWalk
area_walk_begin(const Area *root, AreaMatrix outer)
{
    AreaWalk walk = {.root = root, .siblings = outer};
    walk.maps = g_array_new(FALSE, FALSE, sizeof(AreaMatrix));
    return walk;
}

static void
enter(AreaWalk *walk, const Area *area)
{
    walk->area = area;
    walk->leaving = FALSE;
}

gboolean
area_walk_next(AreaWalk *walk)
{
    if (!walk->area) {
        enter(walk, walk->root);
        return TRUE;
    }
    if (!walk->leaving && !walk->area->first) {
        walk->leaving = TRUE;
        return TRUE;
    }
    if (!walk->leaving) {
        g_array_append_val(walk->maps, walk->siblings);
        walk->siblings = area_matrix(walk->siblings, walk->area);
        enter(walk, walk->area->first);
        return TRUE;
    }
    if (walk->area == walk->root)
        return FALSE;
    if (walk->area->next) {
        enter(walk, walk->area->next);
        return TRUE;
    }
    walk->area = walk->area->parent;
    walk->siblings = g_array_index(walk->maps, AreaMatrix, walk->maps->len - 1);
    g_array_set_size(walk->maps, walk->maps->len - 1);
    return TRUE;
}

void
area_walk_end(AreaWalk *walk)
{
    g_clear_pointer(&walk->maps, g_array_unref);
}
