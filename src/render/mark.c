#include "render/mark.h"

void
marks_close(Marks *marks)
{
    if (marks->tag)
        cairo_tag_end(marks->cairo, marks->tag);
    marks->tag = NULL;
    marks->element = NULL;
}

void
marks_set(Marks *marks, StructureElement *element)
{
    if (!marks->structure || (marks->tag && marks->element == element))
        return;
    marks_close(marks);
    marks->tag = element ? "Span" : "NonStruct";
    marks->element = element;
    if (element)
        structure_add_mark(marks->structure, element, marks->page, marks->count++);
    cairo_tag_begin(marks->cairo, marks->tag, NULL);
}
