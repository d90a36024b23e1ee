#ifndef INSPECT_WALK_H
#define INSPECT_WALK_H

/* A walk through the content of a page, with the forms, patterns and appearances that it
 * draws. content.c walks; marks.c, graphics.c and colours.c say what they think of what it
 * meets. For these only. */

#include "inspect/inspection.h"
#include "pdf/operators.h"

typedef enum Context {
    CONTEXT_LOOSE,    /* outside all marks */
    CONTEXT_TAGGED,   /* within a mark with a number */
    CONTEXT_ARTIFACT, /* within an artifact */
    CONTEXT_ASIDE     /* a pattern or appearance, which has no marks */
} Context;

/* A marked-content sequence that is open (ISO 32000-1, 14.6). */
typedef struct Mark {
    Context before; /* what holds again behind it */
    gboolean actual_before;
} Mark;

/* What q saves of the graphics state. */
typedef struct State {
    FontUse *font;
    gint64 mode; /* how text is rendered */
    double
        fill[4]; /* as DeviceCMYK; fill[0] is negative where it is of another space */
} State;

/* One content stream. */
typedef struct Walk {
    Inspection *inspection;
    int page;               /* index */
    const Value *owner;     /* the page or stream whose content it is */
    const Value *resources; /* null: it has none of its own */
    const Value *inherited; /* those of what draws it */
    Context context;
    gboolean actual; /* within ActualText */
    GArray *marks;   /* Mark */
    GArray *states;  /* State: saved by q */
    State state;
    Arena *scratch;       /* of the operands */
    int depth;            /* of streams that draw streams */
    GHashTable *drawn;    /* streams that were walked, with their context */
    gboolean transparent; /* something on the page is */
    gboolean deep;        /* told already */
} Walk;

/* The operands as an array, in arena. */
const Value *
operands_read(const Operators *operators, Arena *arena);

/* A resource of the stream; null where there is none, which is reported. */
const Value *
walk_resource(Walk *walk, const char *category, const Value *name);

/* Walks the content of a form, pattern or appearance. */
void
walk_stream(Walk *from, const Value *stream, Context context);

void
marks_begin(Walk *walk, const Value *operands);
void
marks_end(Walk *walk);
/* Something is painted. */
void
marks_paint(Walk *walk);
/* The stream ends. */
void
marks_finish(Walk *walk);

/* gs: a dictionary of parameters (8.4.5). */
void
graphics_state(Walk *walk, const Value *parameters);
/* Do: an external object (8.8 to 8.10). */
void
graphics_draw(Walk *walk, const Value *object);
void
graphics_inline_image(Walk *walk, const Value *operands);
void
graphics_intent(Walk *walk, const Value *where, const Value *intent);

/* An operator that sets a colour or its space (8.6.8). */
void
colours_set(Walk *walk, const char *operator, const Value * operands);
void
colours_space(Walk *walk, const Value *where, const Value *space);
/* Text is shown in the colour that is set. */
void
colours_of_text(Walk *walk);

/* The use of a font; NULL where it is no dictionary. */
FontUse *
font_use(Inspection *inspection, const Value *font, int page);
void
font_show(FontUse *use, const Value *string, gboolean actual);

#endif
