#include "layout/initial.h"
#include "layout/border.h"

const FoNode *
initial_set(const FoNode *block, const Inlines *inlines)
{
    const FoNode *node = block->first;
    while (node && node->kind == FO_MARKER)
        node = node->next;
    gboolean begins = node && (node == inlines->first || node->next == inlines->first);
    return begins && inlines->part == 0 && node->kind == FO_INITIAL_PROPERTY_SET ? node
                                                                                 : NULL;
}

int
initial_reach(const TextLines *lines)
{
    glong count = 0;
    const TextLine *first = lines->count > 0 ? lines->lines : NULL;
    for (int i = 0; first && i < first->piece_count; i++)
        if (first->pieces[i].kind == TEXT_GLYPHS)
            count += g_utf8_strlen(first->pieces[i].text, first->pieces[i].length);
    return (int)count;
}

/* Soft hyphens, zero-width spaces and linefeeds are no part of a line. */
static gboolean
is_counted(gunichar character)
{
    return character != 0xAD && character != 0x200B && character != '\n';
}

int
initial_take(Run *run, const char *text, int length)
{
    const char *at = text;
    for (; run->reach > 0 && at < text + length; at = g_utf8_next_char(at))
        run->reach -= is_counted(g_utf8_get_char(at));
    return (int)(at - text);
}

/* The style of an inline on the first line: what it has as the block has it becomes as the
 * set has it. */
static const TextStyle *
mixed_style(Run *run, const TextStyle *own, const TextStyle *block,
            const TextStyle *set)
{
    TextStyle style = *own;
    if (g_strcmp0(own->families, block->families) == 0)
        style.families = set->families;
    if (own->size == block->size)
        style.size = set->size;
    if (own->weight == block->weight)
        style.weight = set->weight;
    if (own->slant == block->slant)
        style.slant = set->slant;
    if (own->stretch == block->stretch)
        style.stretch = set->stretch;
    if (g_strcmp0(own->features, block->features) == 0)
        style.features = set->features;
    if (own->letter_spacing == block->letter_spacing)
        style.letter_spacing = set->letter_spacing;
    if (own->word_spacing == block->word_spacing)
        style.word_spacing = set->word_spacing;
    return text_style(run->layout->text, &style);
}

static gboolean
same_colour(AreaColour a, AreaColour b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue &&
           a.alpha == b.alpha;
}

const Inline *
initial_owner(Run *run, const Inline *owner)
{
    if (owner->initial)
        return owner->initial;
    const Inline *set = run->initial, *root = run->root;
    if (owner == root)
        return set;
    Inline *own = arena_new0(run->arena, Inline);
    *own = *owner;
    if (owner->parent && owner->parent != root)
        own->parent = initial_owner(run, owner->parent);
    own->style = mixed_style(run, owner->style, root->style, set->style);
    if (same_colour(owner->colour, root->colour))
        own->colour = set->colour;
    text_metrics(run->layout->text, own->style, &own->metrics, &owner->node->place,
                 run->layout->diag);
    ((Inline *)owner)->initial = own;
    return own;
}
