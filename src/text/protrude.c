#include "text/paragraph.h"

/* How much of a character hangs out of the measure, in hundredths of its width: what is
 * mostly white at its outer side hangs farthest, so that the edge looks straight. */
typedef struct Protrusion {
    gunichar character;
    guint8 at_start, at_end;
} Protrusion;

static const Protrusion protrusions[] = {
    {'-', 0, 70},
    {0x2010, 0, 70},
    {0x2011, 0, 70},
    {0x2013, 0, 50},
    {0x2014, 0, 30},
    {'.', 0, 70},
    {',', 0, 70},
    {':', 0, 50},
    {';', 0, 50},
    {'\'', 70, 70},
    {'"', 50, 50},
    {0x2018, 70, 70},
    {0x2019, 70, 70},
    {0x201A, 70, 70},
    {0x201B, 70, 70},
    {0x201C, 50, 50},
    {0x201D, 50, 50},
    {0x201E, 50, 50},
    {0xAB, 50, 50},
    {0xBB, 50, 50},
    {0x2039, 60, 60},
    {0x203A, 60, 60},
    {0x2026, 0, 15},
    {'!', 0, 20},
    {'?', 0, 10},
    {'(', 10, 0},
    {')', 0, 10},
    /* Letters that are slanted, round or open at a side: a little. */
    {'A', 5, 5},
    {'C', 3, 0},
    {'D', 0, 3},
    {'F', 0, 5},
    {'G', 3, 0},
    {'J', 4, 0},
    {'L', 0, 5},
    {'O', 3, 3},
    {'P', 0, 4},
    {'Q', 3, 3},
    {'T', 6, 6},
    {'V', 5, 5},
    {'W', 4, 4},
    {'X', 4, 4},
    {'Y', 6, 6},
    {'k', 0, 4},
    {'r', 0, 5},
    {'v', 4, 4},
    {'w', 4, 4},
    {'x', 4, 4},
    {'y', 4, 5},
};

static const Protrusion *
find(gunichar character)
{
    for (gsize i = 0; i < G_N_ELEMENTS(protrusions); i++)
        if (protrusions[i].character == character)
            return &protrusions[i];
    return NULL;
}

static gboolean
hangs(const Paragraph *paragraph, TextAlign edge)
{
    const TextParameters *parameters = &paragraph->parameters;
    return parameters->protrude && !parameters->right_to_left &&
           (parameters->align == TEXT_JUSTIFY || parameters->align == edge);
}

static Length
part_of(const Paragraph *paragraph, const Element *element, const char *character,
        int length, int percent)
{
    const Shape *shape = shape_word(paragraph->text, element->face, FALSE, character,
                                    length, paragraph->arena);
    return (Length)((gint64)shape->width * percent / 100);
}

Length
protrusion_start(const Paragraph *paragraph, const Unit *unit, int offset)
{
    if (!hangs(paragraph, TEXT_START) || unit->kind != UNIT_WORD || unit->level != 0)
        return 0;
    const char *at = paragraph->characters + offset;
    const Protrusion *found = find(g_utf8_get_char(at));
    if (!found || !found->at_start)
        return 0;
    return part_of(paragraph, ELEMENT(paragraph, unit->element), at,
                   (int)(g_utf8_next_char(at) - at), found->at_start);
}

Length
protrusion_end(const Paragraph *paragraph, const Unit *unit, int offset)
{
    if (!hangs(paragraph, TEXT_END) || unit->kind != UNIT_WORD || unit->level != 0 ||
        offset <= unit->start)
        return 0;
    const char *end = paragraph->characters + offset, *at = g_utf8_prev_char(end);
    const Protrusion *found = find(g_utf8_get_char(at));
    if (!found || !found->at_end)
        return 0;
    return part_of(paragraph, ELEMENT(paragraph, unit->element), at, (int)(end - at),
                   found->at_end);
}

Length
protrusion_hyphen(const Paragraph *paragraph, const Element *element)
{
    gunichar hyphen = element->style->hyphen ? element->style->hyphen : 0x2010;
    const Protrusion *found = find(hyphen);
    if (!found || !hangs(paragraph, TEXT_END))
        return 0;
    return (Length)((gint64)element->hyphen_width * found->at_end / 100);
}
