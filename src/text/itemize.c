#include "text/itemize.h"

/* The character that stands where one is missing: never .notdef, which PDF/A forbids. */
static gunichar
replacement(Text *text, const Face *face, PangoFont **font)
{
    static const gunichar candidates[] = {0xFFFD, 0x25A1, '?'};
    for (gsize i = 0; i < G_N_ELEMENTS(candidates); i++) {
        *font = font_for_character(text, face, candidates[i]);
        if (*font)
            return candidates[i];
    }
    *font = face->font;
    return ' ';
}

/* Marks and format characters go with the font before them, and spaces of fixed width are
 * made by the shaper from any font. */
static gboolean
goes_with_any_font(gunichar character)
{
    switch (g_unichar_type(character)) {
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
    case G_UNICODE_FORMAT:
    case G_UNICODE_SPACE_SEPARATOR:
        return TRUE;
    default:
        return pango_is_zero_width(character);
    }
}

/* UAX 24: common and inherited characters take the script of what stands before them. */
static GUnicodeScript
script_of(gunichar character, GUnicodeScript before)
{
    if (character < 0x80)
        return g_ascii_isalpha((char)character) ? G_UNICODE_SCRIPT_LATIN : before;
    GUnicodeScript script = g_unichar_get_script(character);
    switch (script) {
    case G_UNICODE_SCRIPT_COMMON:
    case G_UNICODE_SCRIPT_INHERITED:
    case G_UNICODE_SCRIPT_UNKNOWN:
        return before;
    default:
        return script;
    }
}

static Item
item_at(Text *text, const Face *face, gunichar character, const Item *before)
{
    Item item = {.font = face->font};
    item.script =
        script_of(character, before ? before->script : G_UNICODE_SCRIPT_COMMON);
    if (goes_with_any_font(character)) {
        if (before)
            item.font = before->font;
        return item;
    }
    item.font = font_for_character(text, face, character);
    if (!item.font)
        item.instead = replacement(text, face, &item.font);
    return item;
}

static gboolean
continues(const Item *item, const Item *before)
{
    gboolean same_script =
        item->script == before->script || before->script == G_UNICODE_SCRIPT_COMMON;
    return same_script && item->font == before->font && !item->instead &&
           !before->instead;
}

void
itemize(Text *text, const Face *face, const char *characters, int length)
{
    GArray *items = text->items;
    g_array_set_size(items, 0);
    const char *end = characters + length;
    for (const char *at = characters, *next; at < end; at = next) {
        next = g_utf8_next_char(at);
        Item *before = items->len ? &g_array_index(items, Item, items->len - 1) : NULL;
        Item item = item_at(text, face, g_utf8_get_char(at), before);
        if (before && continues(&item, before)) {
            before->length += (int)(next - at);
            before->script = item.script;
            continue;
        }
        item.start = (int)(at - characters);
        item.length = (int)(next - at);
        g_array_append_val(items, item);
    }
    for (guint i = 0; i < items->len; i++)
        if (g_array_index(items, Item, i).script == G_UNICODE_SCRIPT_COMMON)
            g_array_index(items, Item, i).script = G_UNICODE_SCRIPT_LATIN;
}
