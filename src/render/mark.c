#include "render/mark.h"

/* cairo knows the names of structure types and no others; pdf/content.c reads these again. */
static const char content[] = "Span";
static const char *const artifacts[] = {
    [MARK_PAGINATION] = "Art", [MARK_HEADER] = "Private", [MARK_FOOTER] = "NonStruct"};

void
marks_close(Marks *marks)
{
    if (marks->tag)
        cairo_tag_end(marks->cairo, marks->tag);
    marks->element = NULL;
    marks->tag = NULL;
}

void
marks_run(Marks *marks, MarkArtifact running)
{
    marks_close(marks);
    marks->running = running;
}

void
marks_set(Marks *marks, StructureElement *element)
{
    const char *tag = element ? content : artifacts[marks->running];
    if (!marks->structure || (marks->element == element && marks->tag == tag))
        return;
    marks_close(marks);
    marks->element = element;
    marks->tag = tag;
    if (element)
        structure_add_mark(marks->structure, element, marks->page, marks->count++);
    if (tag)
        cairo_tag_begin(marks->cairo, tag, NULL);
}
