#include "base/utf16.h"
#include "pdf/font_program.h"
#include "pdf/parts.h"

#include <hb-ot.h>
#include <math.h>
#include <string.h>

/* What of a font file the outlines need (ISO 32000-1, 9.9, table 126). */
static const hb_tag_t needed[] = {
    HB_TAG('g', 'l', 'y', 'f'), HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'),
    HB_TAG('h', 'm', 't', 'x'), HB_TAG('l', 'o', 'c', 'a'), HB_TAG('m', 'a', 'x', 'p')};

static gboolean
is_needed(hb_tag_t tag)
{
    for (gsize i = 0; i < G_N_ELEMENTS(needed); i++)
        if (needed[i] == tag)
            return TRUE;
    return FALSE;
}

static void
drop_tables(hb_face_t *face, hb_set_t *dropped)
{
    enum { CHUNK = 64 };
    hb_tag_t tags[CHUNK];
    guint start = 0, count;
    do {
        count = CHUNK;
        hb_face_get_table_tags(face, start, &count, tags);
        for (guint i = 0; i < count; i++)
            if (!is_needed(tags[i]))
                hb_set_add(dropped, tags[i]);
        start += count;
    } while (count == CHUNK);
}

/* The outlines of the glyphs that are used, which keep their numbers; NULL where the file
 * cannot be read. */
static hb_face_t *
subset(const DrawingFont *font)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    hb_subset_input_set_flags(input,
                              HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_RETAIN_GIDS);
    drop_tables(font->face, hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG));
    hb_set_t *glyphs = hb_subset_input_glyph_set(input);
    for (guint i = 0; i < font->glyph_count; i++)
        if (font->glyphs[i].used)
            hb_set_add(glyphs, i);
    hb_face_t *part = hb_subset_or_fail(font->face, input);
    hb_subset_input_destroy(input);
    return part;
}

/* Six capitals that tell one part of a font from another (9.6.4), and its name. */
static char *
part_name(const DrawingFont *font)
{
    guint32 sum = 2166136261u; /* FNV-1a */
    for (guint i = 0; i < font->glyph_count; i++)
        if (font->glyphs[i].used)
            sum = ((sum ^ (i & 0xFF)) * 16777619u ^ i >> 8) * 16777619u;
    char tag[7] = "";
    for (int i = 0; i < 6; i++, sum /= 26)
        tag[i] = (char)('A' + sum % 26);
    g_autofree char *name = font_program_name(font->face);
    return g_strconcat(tag, "+", name, NULL);
}

/* "first [width…]" for each row of glyphs (9.7.4.3). */
static void
put_widths(GString *out, const DrawingFont *font)
{
    g_string_append(out, "/W[");
    gboolean in_row = FALSE;
    for (guint i = 0; i <= font->glyph_count; i++) {
        gboolean used = i < font->glyph_count && font->glyphs[i].used;
        if (used && !in_row) {
            put_integer(out, i);
            g_string_append_c(out, '[');
        }
        if (!used && in_row)
            g_string_append_c(out, ']');
        if (used) {
            if (in_row)
                g_string_append_c(out, ' ');
            thousandths_append(out, llrint(font->glyphs[i].width * 1000));
        }
        in_row = used;
    }
    g_string_append_c(out, ']');
}

/* ---- Which characters the glyphs stand for ---- */

/* By the font's own map, for a glyph that is only ever a part of characters. */
static GHashTable *
characters_of(hb_face_t *face)
{
    GHashTable *characters = g_hash_table_new(NULL, NULL);
    hb_font_t *font = hb_font_create(face);
    hb_set_t *all = hb_set_create();
    hb_face_collect_unicodes(face, all);
    hb_codepoint_t character = HB_SET_VALUE_INVALID, glyph;
    while (hb_set_next(all, &character))
        if (hb_font_get_nominal_glyph(font, character, &glyph) &&
            !g_hash_table_contains(characters, GUINT_TO_POINTER(glyph)))
            g_hash_table_insert(characters, GUINT_TO_POINTER(glyph),
                                GUINT_TO_POINTER(character));
    hb_set_destroy(all);
    hb_font_destroy(font);
    return characters;
}

/* PDF/UA-1, 7.21.7: every glyph stands for something. */
static void
put_character(GString *out, const DrawingFont *font, guint glyph, GHashTable **all)
{
    const char *text = font->glyphs[glyph].text;
    if (text) {
        utf16_append(out, text, strlen(text));
        return;
    }
    if (!*all)
        *all = characters_of(font->face);
    gunichar c = GPOINTER_TO_UINT(g_hash_table_lookup(*all, GUINT_TO_POINTER(glyph)));
    gboolean is_text = c > ' ' && c != 0xFEFF && g_unichar_validate(c) &&
                       g_unichar_type(c) != G_UNICODE_PRIVATE_USE;
    char bytes[6];
    utf16_append(out, bytes, (gsize)g_unichar_to_utf8(is_text ? c : 0xFFFD, bytes));
}

static void
put_code(GString *out, guint code)
{
    static const char digits[] = "0123456789ABCDEF";
    const char written[] = {'<',
                            digits[code >> 12 & 15],
                            digits[code >> 8 & 15],
                            digits[code >> 4 & 15],
                            digits[code & 15],
                            '>',
                            '<'};
    g_string_append_len(out, written, sizeof written);
}

/* A hundred at most may stand in one list (9.10.3). */
static void
put_characters(GString *out, const DrawingFont *font)
{
    enum { MOST = 100 };
    GHashTable *all = NULL;
    guint left = 0, in_list = 0;
    for (guint i = 0; i < font->glyph_count; i++)
        left += font->glyphs[i].used;
    for (guint i = 0; i < font->glyph_count; i++) {
        if (!font->glyphs[i].used)
            continue;
        if (in_list == 0)
            g_string_append_printf(out, "%u beginbfchar\n", MIN(left, MOST));
        put_code(out, i);
        put_character(out, font, i, &all);
        g_string_append(out, ">\n");
        left--;
        in_list++;
        if (in_list == MOST || left == 0) {
            g_string_append(out, "endbfchar\n");
            in_list = 0;
        }
    }
    g_clear_pointer(&all, g_hash_table_unref);
}

/* 9.10.3; returns the object. */
static int
write_unicode(const Pdf *pdf, const DrawingFont *font)
{
    g_autoptr(GString) map = g_string_new(
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
        "/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
        "1 begincodespacerange<0000><FFFF>endcodespacerange\n");
    put_characters(map, font);
    g_string_append(map,
                    "endcmap CMapName currentdict/CMap defineresource pop end end");
    int object = pdf_allocate(pdf);
    pdf_file_add_stream(pdf->file, object, "", map->str, map->len, PDF_COMPRESS);
    return object;
}

/* ---- The font ---- */

/* 9.7.4; returns the object. */
static int
write_descendant(const Pdf *pdf, const DrawingFont *font, hb_face_t *part,
                 const char *name)
{
    enum { SYMBOLIC = 1 << 2 };
    int descriptor = font_descriptor_write(pdf, font->face, part, name, SYMBOLIC);
    int object = pdf_allocate(pdf);
    GString *out = pdf_begin(pdf, object);
    g_string_append(out, "<</Type/Font/Subtype/CIDFontType2/BaseFont");
    put_name(out, name);
    g_string_append(out, "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
                         "/Supplement 0>>/CIDToGIDMap/Identity/FontDescriptor");
    put_reference(out, descriptor);
    put_widths(out, font);
    g_string_append(out, ">>");
    pdf_end(pdf);
    return object;
}

static gboolean
write_font(const Pdf *pdf, guint index, GError **error)
{
    const DrawingFont *font = g_ptr_array_index(pdf->drawing->fonts, index);
    g_autofree char *name = part_name(font);
    hb_face_t *part = subset(font);
    if (!part) {
        pdf_set_error(error, "het lettertype “%s” is niet in te sluiten", name + 7);
        return FALSE;
    }
    int descendant = write_descendant(pdf, font, part, name);
    hb_face_destroy(part);
    int unicode = write_unicode(pdf, font);
    GString *out = pdf_begin(pdf, pdf->fonts[index]);
    g_string_append(out, "<</Type/Font/Subtype/Type0/BaseFont");
    put_name(out, name);
    g_string_append(out, "/Encoding/Identity-H/DescendantFonts[");
    put_reference(out, descendant);
    g_string_append(out, "]/ToUnicode");
    put_reference(out, unicode);
    g_string_append(out, ">>");
    pdf_end(pdf);
    return TRUE;
}

gboolean
fonts_write(Pdf *pdf, GError **error)
{
    for (guint i = 0; i < pdf->drawing->fonts->len; i++)
        if (!write_font(pdf, i, error))
            return FALSE;
    return TRUE;
}
