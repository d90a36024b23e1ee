#include "render/mark.h"

static const char tag[] = "Span";

void
marks_close(Marks *marks)
{
    if (marks->element)
        cairo_tag_end(marks->cairo, tag);
    marks->element = NULL;
}

void
marks_set(Marks *marks, StructureElement *element)
{
    if (!marks->structure || marks->element == element)
        return;
    marks_close(marks);
    marks->element = element;
    if (!element)
        return;
    structure_add_mark(marks->structure, element, marks->page, marks->count++);
    cairo_tag_begin(marks->cairo, tag, NULL);
}
