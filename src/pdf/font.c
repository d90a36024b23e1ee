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

/* The part of a font that is embedded. */
typedef struct Part {
    const DrawingFont *font;
    hb_subset_plan_t *plan;
    hb_face_t *face;
    char *name;
} Part;

/* The font with these tables only: harfbuzz looks at no others. */
static hb_face_t *
outlines_of(hb_face_t *face)
{
    hb_face_t *outlines = hb_face_builder_create();
    for (gsize i = 0; i < G_N_ELEMENTS(needed); i++) {
        hb_blob_t *table = hb_face_reference_table(face, needed[i]);
        hb_face_builder_add_table(outlines, needed[i], table);
        hb_blob_destroy(table);
    }
    return outlines;
}

/* Takes the glyphs that are used; FALSE where the file cannot be read. */
static gboolean
take_part(Part *part)
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

static void
part_clear(Part *part)
{
    hb_subset_plan_destroy(part->plan);
    hb_face_destroy(part->face);
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

/* Of all codes from 1 (9.7.4.3). */
static void
put_widths(GString *out, const DrawingFont *font)
{
    g_string_append(out, "/W[1[");
    for (guint i = 1; i < font->glyphs->len; i++) {
        if (i > 1)
            g_string_append_c(out, ' ');
        thousandths_append(out, llrint(drawing_glyph(font, i)->width * 1000));
    }
    g_string_append(out, "]]");
}

/* From codes to the numbers that the glyphs have in the part (9.7.4.2); returns the object. */
static int
write_numbers(const Pdf *pdf, const Part *part)
{
    const hb_map_t *numbers = hb_subset_plan_old_to_new_glyph_mapping(part->plan);
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    for (guint i = 0; i < part->font->glyphs->len; i++) {
        guint number = drawing_glyph(part->font, i)->number;
        guint now = i > 0 ? hb_map_get(numbers, number) : 0;
        const guint8 pair[2] = {(guint8)(now >> 8), (guint8)now};
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
    for (guint start = 1; start < font->glyphs->len; start += MOST) {
        guint end = MIN(start + MOST, font->glyphs->len);
        put_integer(out, end - start);
        g_string_append(out, " beginbfchar\n");
        for (guint code = start; code < end; code++) {
            put_code(out, code);
            put_character(out, font, drawing_glyph(font, code), &all);
            g_string_append(out, ">\n");
        }
        g_string_append(out, "endbfchar\n");
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
write_descendant(const Pdf *pdf, const Part *part)
{
    enum { SYMBOLIC = 1 << 2 };
    int descriptor =
        font_descriptor_write(pdf, part->font->face, part->face, part->name, SYMBOLIC);
    int numbers = write_numbers(pdf, part);
    int object = pdf_allocate(pdf);
    GString *out = pdf_begin(pdf, object);
    g_string_append(out, "<</Type/Font/Subtype/CIDFontType2/BaseFont");
    put_name(out, part->name);
    g_string_append(out, "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
                         "/Supplement 0>>/CIDToGIDMap");
    put_reference(out, numbers);
    g_string_append(out, "/FontDescriptor");
    put_reference(out, descriptor);
    put_widths(out, part->font);
    g_string_append(out, ">>");
    pdf_end(pdf);
    return object;
}

static void
write_font(const Pdf *pdf, const Part *part, int object)
{
    int descendant = write_descendant(pdf, part);
    int unicode = write_unicode(pdf, part->font);
    GString *out = pdf_begin(pdf, object);
    g_string_append(out, "<</Type/Font/Subtype/Type0/BaseFont");
    put_name(out, part->name);
    g_string_append(out, "/Encoding/Identity-H/DescendantFonts[");
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
