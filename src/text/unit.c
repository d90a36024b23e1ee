#include "text/paragraph.h"

#include <string.h>

/* UAX 9: the blocks of right-to-left scripts, and the characters that command a direction. */
static gboolean
runs_right_to_left(gunichar character)
{
    return (character >= 0x590 && character <= 0x8FF) || character == 0x200F ||
           (character >= 0x202A && character <= 0x202E) ||
           (character >= 0x2066 && character <= 0x2069) ||
           (character >= 0xFB1D && character <= 0xFDFF) ||
           (character >= 0xFE70 && character <= 0xFEFE) ||
           (character >= 0x10800 && character <= 0x10FFF) ||
           (character >= 0x1E800 && character <= 0x1EFFF);
}

static gboolean
may_run_right_to_left(const Paragraph *paragraph)
{
    const char *end = paragraph->characters + paragraph->length;
    if (paragraph->parameters.right_to_left)
        return TRUE;
    /* The lead bytes of what comes before U+0540 are below D5. */
    for (const char *at = paragraph->characters; at < end; at++)
        if ((guchar)*at >= 0xD5 && runs_right_to_left(g_utf8_get_char(at)))
            return TRUE;
    return FALSE;
}

/* UAX 9: a level for each byte. */
static void
find_levels(Paragraph *paragraph)
{
    if (!may_run_right_to_left(paragraph))
        return;
    PangoDirection base =
        paragraph->parameters.right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
    guint8 *levels = pango_log2vis_get_embedding_levels(paragraph->characters,
                                                        paragraph->length, &base);
    paragraph->levels = arena_alloc(paragraph->arena, (gsize)paragraph->length + 1);
    const char *end = paragraph->characters + paragraph->length;
    gsize index = 0;
    for (const char *at = paragraph->characters; at < end; index++) {
        const char *next = g_utf8_next_char(at);
        memset(paragraph->levels + (at - paragraph->characters), levels[index],
               (gsize)(next - at));
        at = next;
    }
    g_free(levels);
}

static guint8
level_at(const Paragraph *paragraph, int offset)
{
    if (!paragraph->levels || offset < 0 || offset >= paragraph->length)
        return paragraph->parameters.right_to_left != FALSE;
    return paragraph->levels[offset];
}

static void
add_unit(Paragraph *paragraph, Unit unit)
{
    g_array_append_val(paragraph->units, unit);
}

static void
measure_spaces(Paragraph *paragraph, Element *element)
{
    Text *text = paragraph->text;
    const TextStyle *style = element->style;
    element->space = shape_word(text, element->face, FALSE, " ", 1, paragraph->arena);
    /* Letter spacing stands on both sides of a space. */
    gint64 spacing = (gint64)style->word_spacing + 2 * (gint64)style->letter_spacing;
    element->space_width = MAX(length_sum(element->space->width, spacing), 0);
    char hyphen[7] = {0};
    int length = g_unichar_to_utf8(style->hyphen ? style->hyphen : 0x2010, hyphen);
    const Shape *shape =
        shape_word(text, element->face, FALSE, hyphen, length, paragraph->arena);
    element->hyphen_width = shape->width + element->face->letter_spacing;
}

/* The bytes of the word space at `at`: ' ', a no-break space or a linefeed; 0: none. */
static int
separator_length(const char *at, const char *end)
{
    if (*at == ' ' || *at == '\n')
        return 1;
    return end - at >= 2 && at[0] == '\xC2' && at[1] == '\xA0' ? 2 : 0;
}

static int
word_end(const Paragraph *paragraph, int start, int limit)
{
    const char *end = paragraph->characters + limit;
    int level = level_at(paragraph, start), offset = start;
    while (offset < limit && level_at(paragraph, offset) == level &&
           !separator_length(paragraph->characters + offset, end))
        offset += g_utf8_skip[(guchar)paragraph->characters[offset]];
    return MIN(offset, limit);
}

static void
add_words(Paragraph *paragraph, int index)
{
    Element *element = ELEMENT(paragraph, index);
    measure_spaces(paragraph, element);
    for (int at = element->start; at < element->end;) {
        const char *characters = paragraph->characters + at;
        int length = separator_length(characters, paragraph->characters + element->end);
        Unit unit = {.element = index, .start = at, .level = level_at(paragraph, at)};
        if (length > 0) {
            unit.kind = *characters == '\n' ? UNIT_FEED : UNIT_SPACE;
            unit.glued = length == 2;
            unit.end = at + length;
            unit.width = unit.kind == UNIT_FEED ? 0 : element->space_width;
        } else {
            unit.kind = UNIT_WORD;
            unit.end = word_end(paragraph, at, element->end);
            unit.shape = shape_word(paragraph->text, element->face, unit.level & 1,
                                    characters, unit.end - at, paragraph->arena);
            unit.width = unit.shape->width;
            if (unit.shape->missing)
                shape_report(unit.shape, &element->place, paragraph->diag);
        }
        at = unit.end;
        add_unit(paragraph, unit);
    }
}

void
units_make(Paragraph *paragraph)
{
    find_levels(paragraph);
    for (guint i = 0; i < paragraph->elements->len; i++) {
        const Element *element = ELEMENT(paragraph, i);
        if (element->kind == UNIT_WORD) {
            add_words(paragraph, (int)i);
            continue;
        }
        /* What has no bytes, or only a command, stands on the level of what is at its
         * inside. */
        int beside = element->kind == UNIT_END     ? element->start - 1
                     : element->kind == UNIT_START ? element->end
                                                   : element->start;
        add_unit(paragraph, (Unit){.kind = (guint8)element->kind,
                                   .level = level_at(paragraph, beside),
                                   .glued = element->binds != FALSE,
                                   .element = (int)i,
                                   .start = element->start,
                                   .end = element->end,
                                   .width = element->width});
    }
}
