#include "layout/annotate.h"

#include <string.h>

#define COLUMN POINTS(110) /* beside the page, for notes */
#define MARGIN POINTS(6)
#define NOTE_SIZE POINTS(6)
#define NOTE_HEIGHT POINTS(8)
#define FRAME POINTS(0.6)
#define HAIRLINE POINTS(0.25)

/* How a kind of mark looks: in grey, by the style of its frame and how dark it is inside. */
typedef struct Look {
    AreaRuleStyle style;
    AreaColour frame, fill;
} Look;

static const Look looks[PROOF_KIND_COUNT] = {
    [PROOF_OVERFULL] = {AREA_RULE_DOUBLE, {176, 0, 32, 255}, {176, 0, 32, 70}},
    [PROOF_LOOSE] = {AREA_RULE_DOTTED, {0, 70, 160, 255}, {0, 90, 200, 25}},
    [PROOF_TIGHT] = {AREA_RULE_SOLID, {150, 60, 0, 255}, {200, 90, 0, 50}},
    [PROOF_RIVER] = {AREA_RULE_SOLID, {0, 110, 110, 255}, {0, 140, 140, 140}},
    [PROOF_LADDER] = {AREA_RULE_DASHED, {110, 0, 120, 255}, {140, 0, 150, 50}},
    [PROOF_ORPHAN] = {AREA_RULE_DASHED, {176, 0, 32, 255}, {176, 0, 32, 35}},
    [PROOF_WIDOW] = {AREA_RULE_DASHED, {176, 0, 32, 255}, {176, 0, 32, 35}},
    [PROOF_RUNT] = {AREA_RULE_DOTTED, {90, 80, 0, 255}, {150, 140, 0, 50}},
    [PROOF_SAME_START] = {AREA_RULE_SOLID, {60, 60, 60, 255}, {0, 0, 0, 0}},
    [PROOF_SAME_END] = {AREA_RULE_SOLID, {60, 60, 60, 255}, {0, 0, 0, 0}},
};

typedef struct Annotation {
    AreaDocument *document;
    const Proof *proof;
    Text *text;
    const TextStyle *style;
    TextMetrics metrics;
    Area *page;
    Length edge;   /* of the page as it was */
    Length bottom; /* of the notes so far */
} Annotation;

static Area *
add(const Annotation *annotation, AreaKind kind, Length x, Length y, Length width,
    Length height)
{
    Area *area = area_new(annotation->document, kind, "proef", (Place){0});
    area->x = x;
    area->y = y;
    area->width = width;
    area->height = height;
    area->artifact = area->hangs = TRUE;
    area_append(annotation->page, area);
    return area;
}

static Length
length_of(gint64 length)
{
    return (Length)CLAMP(length, -LENGTH_MAX, LENGTH_MAX);
}

/* What of the line a mark means. */
static AreaRectangle
meant(const ProofMark *mark)
{
    AreaRectangle rectangle = mark->rectangle;
    gint64 part = MIN(rectangle.width / 4, POINTS(40));
    if (mark->kind == PROOF_LADDER)
        part = MIN(part, POINTS(10));
    if (mark->kind == PROOF_LADDER || mark->kind == PROOF_SAME_END)
        rectangle.x += rectangle.width - part;
    if (mark->kind == PROOF_LADDER || mark->kind == PROOF_SAME_END ||
        mark->kind == PROOF_SAME_START)
        rectangle.width = part;
    return rectangle;
}

static void
add_frame(const Annotation *annotation, const ProofMark *mark)
{
    const Look *look = &looks[mark->kind];
    AreaRectangle rectangle = meant(mark);
    Area *frame =
        add(annotation, AREA_BLOCK, length_of(rectangle.x), length_of(rectangle.y),
            length_of(rectangle.width), length_of(rectangle.height));
    AreaBox *box = arena_new0(annotation->document->arena, AreaBox);
    for (int side = 0; side < 4; side++)
        box->border[side] = (AreaBorder){FRAME, look->style, look->frame};
    box->background = look->fill;
    frame->box = box;
}

/* One row of the column beside the page, no higher than `top`. */
static Length
add_note(Annotation *annotation, const char *words, AreaColour colour, gint64 top)
{
    const TextPiece *piece =
        text_shape(annotation->text, annotation->document->arena, words,
                   (int)strlen(words), annotation->style, NULL, NULL);
    Length y = MAX(length_of(top), annotation->bottom);
    Area *note = add(annotation, AREA_TEXT, annotation->edge + MARGIN, y, piece->width,
                     annotation->metrics.ascent + annotation->metrics.descent);
    note->u.text.baseline = annotation->metrics.ascent;
    note->u.text.font = piece->font;
    note->u.text.glyphs = piece->glyphs;
    note->u.text.text = piece->text;
    note->u.text.length = piece->length;
    note->u.text.colour = colour;
    annotation->bottom = y + NOTE_HEIGHT;
    return y;
}

/* From the end of the line to its note. */
static void
add_pointer(const Annotation *annotation, const ProofMark *mark)
{
    gint64 x = mark->rectangle.x + mark->rectangle.width;
    gint64 y = mark->rectangle.y + mark->rectangle.height / 2;
    if (x >= annotation->edge)
        return;
    Area *rule = add(annotation, AREA_RULE, length_of(x), length_of(y),
                     length_of(annotation->edge - x), HAIRLINE);
    rule->u.rule.style = AREA_RULE_SOLID;
    rule->u.rule.colour = (AreaColour){120, 120, 120, 120};
}

static void
annotate_mark(Annotation *annotation, const ProofMark *mark)
{
    add_frame(annotation, mark);
    if (!mark->leads)
        return;
    g_autofree char *value = proof_value(mark);
    g_autofree char *words =
        g_strdup_printf("%d  %s  %s", mark->line, PROOF_NAMES[mark->kind], value);
    add_pointer(annotation, mark);
    add_note(annotation, words, looks[mark->kind].frame,
             mark->rectangle.y + (mark->rectangle.height - NOTE_HEIGHT) / 2);
}

static int
percent(double part)
{
    return (int)(100 * part + 0.5);
}

/* At the head of the first page: what the whole is like. */
static void
add_summary(Annotation *annotation)
{
    const Proof *proof = annotation->proof;
    const AreaColour ink = {0, 0, 0, 255};
    g_autofree char *lines =
        g_strdup_printf("%d regels, %d uitgevuld, %d afgebroken", proof->lines,
                        proof->justified, proof->hyphenated);
    g_autofree char *spaces =
        g_strdup_printf("woordwit %d %%, spreiding %d %%", percent(proof->mean),
                        percent(proof->deviation));
    annotation->bottom = MARGIN;
    add_note(annotation, lines, ink, 0);
    add_note(annotation, spaces, ink, 0);
    for (int kind = 0; kind < PROOF_KIND_COUNT; kind++) {
        if (proof->found[kind] == 0)
            continue;
        g_autofree char *count =
            g_strdup_printf("%d × %s", proof->found[kind], PROOF_NAMES[kind]);
        add_note(annotation, count, looks[kind].frame, 0);
    }
    annotation->bottom += MARGIN;
}

/* The page keeps its place; its edge shows. */
static void
widen(Annotation *annotation)
{
    Area *page = annotation->page;
    annotation->edge = page->width;
    page->width += COLUMN;
    Area *rule =
        add(annotation, AREA_RULE, annotation->edge, 0, HAIRLINE, page->height);
    rule->u.rule.style = AREA_RULE_SOLID;
    rule->u.rule.colour = (AreaColour){120, 120, 120, 255};
}

void
layout_annotate(AreaDocument *document, const Proof *proof, Text *text)
{
    Annotation annotation = {.document = document, .proof = proof, .text = text};
    annotation.style = text_style(text, &(TextStyle){.families = "Lato, sans-serif",
                                                     .size = NOTE_SIZE,
                                                     .weight = 400,
                                                     .stretch = PANGO_STRETCH_NORMAL,
                                                     .language = "nl",
                                                     .kerning = TRUE});
    text_metrics(text, annotation.style, &annotation.metrics, NULL, NULL);
    guint next = 0;
    for (guint i = 0; i < document->pages->len; i++) {
        annotation.page = document->pages->pdata[i];
        annotation.bottom = 0;
        widen(&annotation);
        if (i == 0)
            add_summary(&annotation);
        for (; next < proof->marks->len; next++) {
            const ProofMark *mark = &g_array_index(proof->marks, ProofMark, next);
            if (mark->page != (int)i)
                break;
            annotate_mark(&annotation, mark);
        }
    }
}
