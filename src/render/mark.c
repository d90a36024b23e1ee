#include "render/mark.h"

void
marks_close(Marks *marks)
{
    if (marks->open)
        marks->canvas->methods->end_mark(marks->canvas);
    marks->open = FALSE;
}

void
marks_run(Marks *marks, CanvasArtifact running)
{
    marks_close(marks);
    marks->running = running;
}

void
marks_set(Marks *marks, StructureElement *element)
{
    if (!marks->structure || (marks->open && marks->element == element))
        return;
    marks_close(marks);
    marks->open = TRUE;
    marks->element = element;
    const CanvasMethods *methods = marks->canvas->methods;
    if (element) {
        structure_add_mark(marks->structure, element, marks->page, marks->count);
        methods->begin_content(marks->canvas, marks->count++);
    } else {
        methods->begin_artifact(marks->canvas, marks->running);
    }
}
