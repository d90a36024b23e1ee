#include "area/area.h"
#include "area/walk.h"

#include <string.h>

static Length
to_length(gint64 value)
{
    return (Length)CLAMP(value, -LENGTH_MAX, LENGTH_MAX);
}

/* The area within its border, as its siblings see it. */
static Area
inside_border(const Area *area)
{
    Area inside = *area;
    if (!area->box)
        return inside;
    const AreaBorder *border = area->box->border;
    inside.x += border[AREA_LEFT].width;
    inside.y += border[AREA_TOP].width;
    inside.width -= border[AREA_LEFT].width + border[AREA_RIGHT].width;
    inside.height -= border[AREA_TOP].width + border[AREA_BOTTOM].width;
    return inside;
}

static void
search_page(const Area *page, int index, GArray *found)
{
    g_auto(AreaWalk) walk = area_walk_begin(page, AREA_IDENTITY);
    while (area_walk_next(&walk)) {
        if (walk.leaving || !walk.area->field)
            continue;
        Area inside = inside_border(walk.area);
        AreaRectangle rectangle = area_matrix_rectangle(walk.siblings, &inside);
        AreaFieldRectangle field = {
            walk.area->field,           index,
            to_length(rectangle.x),     to_length(rectangle.y),
            to_length(rectangle.width), to_length(rectangle.height)};
        g_array_append_val(found, field);
    }
}

AreaFieldRectangle *
area_fields(const AreaDocument *document, int *count)
{
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(AreaFieldRectangle));
    for (guint i = 0; i < document->pages->len; i++)
        search_page(g_ptr_array_index(document->pages, i), (int)i, found);
    *count = (int)found->len;
    AreaFieldRectangle *fields =
        arena_array(document->arena, AreaFieldRectangle, found->len);
    if (found->len > 0)
        memcpy(fields, found->data, found->len * sizeof(AreaFieldRectangle));
    return fields;
}
