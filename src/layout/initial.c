#include "layout/initial.h"

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

/* Whether owner has the property as the block has it. */
static gboolean
inherits(const Inline *owner, const Inline *root, FoProperty property)
{
    for (; owner && owner != root; owner = owner->parent)
        if (fo_value(owner->node, property)->specified)
            return FALSE;
    return TRUE;
}

/* The style of an inline on the first line: what it inherits of the block is as the set has
 * it. */
static const TextStyle *
mixed_style(Run *run, const Inline *owner, const TextStyle *set)
{
    const Inline *root = run->root;
    TextStyle style = *owner->style;
    if (inherits(owner, root, PROP_FONT_FAMILY))
        style.families = set->families;
    if (inherits(owner, root, PROP_FONT_SIZE))
        style.size = set->size;
    if (inherits(owner, root, PROP_FONT_WEIGHT))
        style.weight = set->weight;
    if (inherits(owner, root, PROP_FONT_STYLE))
        style.slant = set->slant;
    if (inherits(owner, root, PROP_FONT_STRETCH))
        style.stretch = set->stretch;
    if (inherits(owner, root, PROP_FONT_VARIANT) &&
        inherits(owner, root, PROP_OW_FONT_FEATURES))
        style.features = set->features;
    if (inherits(owner, root, PROP_LETTER_SPACING_OPTIMUM))
        style.letter_spacing = set->letter_spacing;
    if (inherits(owner, root, PROP_WORD_SPACING_OPTIMUM))
        style.word_spacing = set->word_spacing;
    return text_style(run->layout->text, &style);
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
    own->style = mixed_style(run, owner, set->style);
    if (inherits(owner, root, PROP_COLOR))
        own->colour = set->colour;
    text_metrics(run->layout->text, own->style, &own->metrics, &owner->node->place,
                 run->layout->diag);
    ((Inline *)owner)->initial = own;
    return own;
}
