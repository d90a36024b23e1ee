#include "render/paint.h"
#include "render/render.h"

static void
draw_pages(Drawing *drawing, AreaDocument *document)
{
    g_autoptr(Canvas) canvas = canvas_on_drawing(drawing);
    g_autoptr(Painter) painter = painter_new(canvas, document, TRUE);
    for (guint i = 0; i < document->pages->len; i++)
        paint_page(painter, (int)i);
}

static void
add_link_objects(AreaDocument *document)
{
    int count;
    const AreaLinkRectangle *links = area_links(document, &count);
    for (int i = 0; i < count; i++)
        if (links[i].link->element)
            structure_add_object(document->structure, links[i].link->element,
                                 links[i].page, i);
}

Drawing *
render_pdf(AreaDocument *document, GError **error)
{
    if (document->pages->len == 0) {
        g_set_error_literal(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                            "het document heeft geen bladzijden");
        return NULL;
    }
    area_collect_destinations(document);
    Drawing *drawing = drawing_new();
    draw_pages(drawing, document);
    add_link_objects(document);
    return drawing;
}
