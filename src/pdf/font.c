#include "base/utf16.h"
#include "pdf/cff.h"
#include "pdf/font_program.h"
#include "pdf/parts.h"

#include <hb-ot.h>
#include <math.h>
#include <string.h>

/* What of a font file the outlines need (ISO 32000-1, 9.9, table 126). */
static const hb_tag_t needed[] = {
    HB_TAG('C', 'F', 'F', ' '), HB_TAG('g', 'l', 'y', 'f'), HB_TAG('h', 'e', 'a', 'd'),
    HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'), HB_TAG('l', 'o', 'c', 'a'),
    HB_TAG('m', 'a', 'x', 'p')};

/* The part of a font that is embedded. */
typedef struct Part {
    const DrawingFont *font;
    hb_subset_plan_t *plan;
    hb_face_t *face;
    FontFile file;
    hb_blob_t *bytes; /* of that file */
    guint16 *numbers; /* by code, the number by which the glyph is found in it */
    char *name;
} Part;

/* The font with these tables only: harfbuzz looks at no others. */
static hb_face_t *
outlines_of(hb_face_t *face)
{
    hb_face_t *outlines = hb_face_builder_create();
    for (gsize i = 0; i < G_N_ELEMENTS(needed); i++) {
        hb_blob_t *table = hb_face_reference_table(face, needed[i]);
        if (hb_blob_get_length(table) > 0)
            hb_face_builder_add_table(outlines, needed[i], table);
        hb_blob_destroy(table);
    }
    return outlines;
}

/* Takes the glyphs that are used; FALSE where the file cannot be read. */
static gboolean
take_glyphs(Part *part)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return FALSE;
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    hb_set_t *glyphs = hb_subset_input_glyph_set(input);
    for (guint i = 1; i < part->font->glyphs->len; i++)
        hb_set_add(glyphs, drawing_glyph(part->font, i)->number);
    hb_face_t *outlines = outlines_of(part->font->face);
    part->plan = hb_subset_plan_create_or_fail(outlines, input);
    part->face = part->plan ? hb_subset_plan_execute_or_fail(part->plan) : NULL;
    hb_face_destroy(outlines);
    hb_subset_input_destroy(input);
    return part->face != NULL;
}

/* FALSE where the file is broken. */
static gboolean
take_numbers(Part *part)
{
    const hb_map_t *numbers = hb_subset_plan_old_to_new_glyph_mapping(part->plan);
    guint count = hb_face_get_glyph_count(part->face), length;
    const guint8 *bytes = (const guint8 *)hb_blob_get_data(part->bytes, &length);
    g_autofree guint16 *found =
        part->file == FONT_CFF ? cff_numbers(bytes, length, count) : NULL;
    if (part->file == FONT_CFF && !found)
        return FALSE;
    part->numbers = g_new0(guint16, part->font->glyphs->len);
    for (guint i = 1; i < part->font->glyphs->len; i++) {
        guint now = hb_map_get(numbers, drawing_glyph(part->font, i)->number);
        if (now < count)
            part->numbers[i] = found ? found[now] : (guint16)now;
    }
    return TRUE;
}

static gboolean
take_part(Part *part)
{
    if (!take_glyphs(part))
        return FALSE;
    part->file = font_program_is_truetype(part->face) ? FONT_TRUETYPE : FONT_CFF;
    part->bytes = part->file == FONT_TRUETYPE
                      ? hb_face_reference_blob(part->face)
                      : hb_face_reference_table(part->face, needed[0]);
    return take_numbers(part);
}

static void
part_clear(Part *part)
{
    hb_subset_plan_destroy(part->plan);
    hb_face_destroy(part->face);
    hb_blob_destroy(part->bytes);
    g_free(part->numbers);
    g_free(part->name);
}

/* Six capitals that tell one part of a font from another (9.6.4), and its name. */
static char *
part_name(const DrawingFont *font)
{
    guint32 sum = 2166136261u; /* FNV-1a */
    for (guint i = 1; i < font->glyphs->len; i++) {
        guint number = drawing_glyph(font, i)->number;
        sum = ((sum ^ (number & 0xFF)) * 16777619u ^ number >> 8) * 16777619u;
    }
    char tag[7] = "";
    for (int i = 0; i < 6; i++, sum /= 26)
        tag[i] = (char)('A' + sum % 26);
    g_autofree char *name = font_program_name(font->face);
    return g_strconcat(tag, "+", name, NULL);
}

/* What the widths are told of (9.7.4.3): codes, or the numbers that they are mapped to. */
static void
put_widths(GString *out, const Part *part)
{
    g_string_append(out, part->file == FONT_CFF ? "/W[" : "/W[1[");
    for (guint i = 1; i < part->font->glyphs->len; i++) {
        if (part->file == FONT_CFF) {
            put_integer(out, part->numbers[i]);
            g_string_append_c(out, '[');
        } else if (i > 1) {
            g_string_append_c(out, ' ');
        }
        thousandths_append(out, llrint(drawing_glyph(part->font, i)->width * 1000));
        if (part->file == FONT_CFF)
            g_string_append_c(out, ']');
    }
    g_string_append(out, part->file == FONT_CFF ? "]" : "]]");
}

/* From codes to the numbers of TrueType glyphs (9.7.4.2); returns the object. */
static int
write_glyph_map(const Pdf *pdf, const Part *part)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    for (guint i = 0; i < part->font->glyphs->len; i++) {
        const guint8 pair[2] = {(guint8)(part->numbers[i] >> 8),
                                (guint8)part->numbers[i]};
        g_byte_array_append(bytes, pair, 2);
    }
    int object = pdf_allocate(pdf);
    pdf_file_add_stream(pdf->file, object, "", bytes->data, bytes->len, PDF_COMPRESS);
    return object;
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
put_character(GString *out, const DrawingFont *font, const DrawingGlyph *glyph,
              GHashTable **all)
{
    if (glyph->text) {
        utf16_append(out, glyph->text, strlen(glyph->text));
        return;
    }
    if (!*all)
        *all = characters_of(font->face);
    gunichar c =
        GPOINTER_TO_UINT(g_hash_table_lookup(*all, GUINT_TO_POINTER(glyph->number)));
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
                            '>'};
    g_string_append_len(out, written, sizeof written);
}

/* A CMap (9.7.5) from the start of its lists; to be ended by end_cmap(). */
static GString *
begin_cmap(const char *ordering, const char *name, int type)
{
    GString *map = g_string_new(NULL);
    g_string_append_printf(
        map,
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(%s)/Supplement 0>>def\n"
        "/CMapName/%s def/CMapType %d def\n"
        "1 begincodespacerange<0000><FFFF>endcodespacerange\n",
        ordering, name, type);
    return map;
}

static int
end_cmap(const Pdf *pdf, GString *map, const char *entries)
{
    g_string_append(map,
                    "endcmap CMapName currentdict/CMap defineresource pop end end");
    int object = pdf_allocate(pdf);
    pdf_file_add_stream(pdf->file, object, entries, map->str, map->len, PDF_COMPRESS);
    g_string_free(map, TRUE);
    return object;
}

/* A hundred at most may stand in one list (9.10.3). */
enum { LONGEST_LIST = 100 };

/* 9.10.3; returns the object. */
static int
write_unicode(const Pdf *pdf, const DrawingFont *font)
{
    GHashTable *all = NULL;
    GString *map = begin_cmap("UCS", "Adobe-Identity-UCS", 2);
    for (guint start = 1; start < font->glyphs->len; start += LONGEST_LIST) {
        guint end = MIN(start + LONGEST_LIST, font->glyphs->len);
        put_integer(map, end - start);
        g_string_append(map, " beginbfchar\n");
        for (guint code = start; code < end; code++) {
            put_code(map, code);
            g_string_append_c(map, '<');
            put_character(map, font, drawing_glyph(font, code), &all);
            g_string_append(map, ">\n");
        }
        g_string_append(map, "endbfchar\n");
    }
    g_clear_pointer(&all, g_hash_table_unref);
    return end_cmap(pdf, map, "");
}

/* From codes to the numbers of glyphs that have no other map (9.7.5); returns the object. */
static int
write_encoding(const Pdf *pdf, const Part *part)
{
    GString *map = begin_cmap("Identity", "Codes", 1);
    guint count = part->font->glyphs->len;
    for (guint start = 1; start < count; start += LONGEST_LIST) {
        guint end = MIN(start + LONGEST_LIST, count);
        put_integer(map, end - start);
        g_string_append(map, " begincidchar\n");
        for (guint code = start; code < end; code++) {
            put_code(map, code);
            put_integer(map, part->numbers[code]);
            g_string_append_c(map, '\n');
        }
        g_string_append(map, "endcidchar\n");
    }
    return end_cmap(pdf, map,
                    "/Type/CMap/CMapName/Codes/CIDSystemInfo<</Registry(Adobe)"
                    "/Ordering(Identity)/Supplement 0>>");
}

/* ---- The font ---- */

/* 9.7.4; returns the object. */
static int
write_descendant(const Pdf *pdf, const Part *part)
{
    enum { SYMBOLIC = 1 << 2 };
    int descriptor = font_descriptor_write(pdf, part->font->face, part->name, SYMBOLIC,
                                           part->file, part->bytes);
    int map = part->file == FONT_TRUETYPE ? write_glyph_map(pdf, part) : 0;
    int object = pdf_allocate(pdf);
    GString *out = pdf_begin(pdf, object);
    g_string_append(out, "<</Type/Font/Subtype/CIDFontType");
    g_string_append(out, part->file == FONT_TRUETYPE ? "2/BaseFont" : "0/BaseFont");
    put_name(out, part->name);
    g_string_append(out, "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
                         "/Supplement 0>>/FontDescriptor");
    put_reference(out, descriptor);
    if (map) {
        g_string_append(out, "/CIDToGIDMap");
        put_reference(out, map);
    }
    put_widths(out, part);
    g_string_append(out, ">>");
    pdf_end(pdf);
    return object;
}

static void
write_font(const Pdf *pdf, const Part *part, int object)
{
    int descendant = write_descendant(pdf, part);
    int unicode = write_unicode(pdf, part->font);
    int encoding = part->file == FONT_CFF ? write_encoding(pdf, part) : 0;
    GString *out = pdf_begin(pdf, object);
    g_string_append(out, "<</Type/Font/Subtype/Type0/BaseFont");
    put_name(out, part->name);
    g_string_append(out, "/Encoding");
    if (encoding)
        put_reference(out, encoding);
    else
        g_string_append(out, "/Identity-H");
    g_string_append(out, "/DescendantFonts[");
    put_reference(out, descendant);
    g_string_append(out, "]/ToUnicode");
    put_reference(out, unicode);
    g_string_append(out, ">>");
    pdf_end(pdf);
}

gboolean
fonts_write(Pdf *pdf, GError **error)
{
    for (guint i = 0; i < pdf->drawing->fonts->len; i++) {
        const DrawingFont *font = g_ptr_array_index(pdf->drawing->fonts, i);
        Part part = {.font = font, .name = part_name(font)};
        gboolean taken = take_part(&part);
        if (taken)
            write_font(pdf, &part, pdf->fonts[i]);
        else
            pdf_set_error(error, "het lettertype “%s” is niet in te sluiten",
                          part.name + 7);
        part_clear(&part);
        if (!taken)
            return FALSE;
    }
    return TRUE;
}
