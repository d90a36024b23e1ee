#include "pdf/font_program.h"
#include "pdf/widget.h"

#include <hb-ot.h>
#include <pango/pango.h>
#include <string.h>

enum { FIRST_CODE = 32, CODES = 256 };

/* WinAnsiEncoding where it is not Latin 1 (ISO 32000-1, annex D.2); what it leaves open is a
 * bullet. */
static const guint16 windows[32] = {
    0x20AC, 0x2022, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x2022, 0x017D, 0x2022,
    0x2022, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x2022, 0x017E, 0x0178};

static gunichar
character_of(int code)
{
    if (code == 0x7F)
        return 0x2022;
    return code >= 0x80 && code < 0xA0 ? windows[code - 0x80] : (gunichar)code;
}

static guchar
exact_code(gunichar character)
{
    if (character >= FIRST_CODE && character < CODES &&
        character_of((int)character) == character)
        return (guchar)character;
    for (int i = 0; i < 32; i++)
        if (windows[i] == character)
            return (guchar)(0x80 + i);
    return 0;
}

guchar
form_font_code(gunichar character)
{
    guchar code = exact_code(character);
    if (code)
        return code;
    gunichar base, mark;
    while (!code && g_unichar_decompose(character, &base, &mark) && mark != 0) {
        code = exact_code(base);
        character = base;
    }
    return code ? code : g_unichar_isspace(character) ? ' ' : '?';
}

/* The font file without what this alphabet does not use. */
static hb_face_t *
subset(hb_face_t *face)
{
    static const hb_tag_t unused[] = {
        HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'),
        HB_TAG('G', 'D', 'E', 'F'), HB_TAG('k', 'e', 'r', 'n'),
        HB_TAG('D', 'S', 'I', 'G')};
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    hb_set_t *characters = hb_subset_input_unicode_set(input);
    for (int code = FIRST_CODE; code < CODES; code++)
        hb_set_add(characters, character_of(code));
    hb_set_t *dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (gsize i = 0; i < G_N_ELEMENTS(unused); i++)
        hb_set_add(dropped, unused[i]);
    hb_face_t *smaller = hb_subset_or_fail(face, input);
    hb_subset_input_destroy(input);
    return smaller;
}

static void
measure(FormFont *form, hb_face_t *face)
{
    hb_font_t *font = hb_font_create(face);
    hb_font_set_scale(font, 1000, 1000);
    for (int code = FIRST_CODE; code < CODES; code++) {
        hb_codepoint_t glyph = 0;
        hb_font_get_nominal_glyph(font, character_of(code), &glyph);
        form->widths[code] = hb_font_get_glyph_h_advance(font, glyph);
    }
    hb_font_extents_t extents = {0};
    hb_font_get_h_extents(font, &extents);
    form->ascent = extents.ascender;
    form->descent = -extents.descender;
    hb_font_destroy(font);
}

/* What characters the codes stand for (9.10.3), a hundred at a time. */
static int
write_unicode(const Pdf *pdf)
{
    g_autoptr(GString) map =
        g_string_new("/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
                     "/CMapName/Formulier def/CMapType 2 def\n"
                     "1 begincodespacerange<00><FF>endcodespacerange\n");
    for (int code = FIRST_CODE; code < CODES; code += 100) {
        int end = MIN(code + 100, CODES);
        g_string_append_printf(map, "%d beginbfchar\n", end - code);
        for (int i = code; i < end; i++)
            g_string_append_printf(map, "<%02X><%04X>\n", (unsigned)i, character_of(i));
        g_string_append(map, "endbfchar\n");
    }
    g_string_append(map,
                    "endcmap CMapName currentdict/CMap defineresource pop end end");
    int object = pdf_allocate(pdf);
    pdf_file_add_stream(pdf->file, object, "", map->str, map->len, PDF_COMPRESS);
    return object;
}

static void
write_font(const Pdf *pdf, FormFont *form, hb_face_t *face)
{
    enum { NONSYMBOLIC = 1 << 5 };
    gboolean is_truetype = font_program_is_truetype(face);
    g_autofree char *name = font_program_name(face);
    hb_blob_t *bytes = hb_face_reference_blob(face);
    int descriptor =
        font_descriptor_write(pdf, face, name, NONSYMBOLIC,
                              is_truetype ? FONT_TRUETYPE : FONT_OPENTYPE, bytes);
    hb_blob_destroy(bytes);
    int unicode = write_unicode(pdf);
    GString *out = pdf_begin(pdf, form->object);
    g_string_append_printf(out, "<</Type/Font/Subtype/%s/BaseFont",
                           is_truetype ? "TrueType" : "Type1");
    put_name(out, name);
    g_string_append_printf(out, "/Encoding/WinAnsiEncoding/FirstChar %d/LastChar %d",
                           FIRST_CODE, CODES - 1);
    g_string_append(out, "/Widths[");
    for (int code = FIRST_CODE; code < CODES; code++)
        put_integer(out, form->widths[code]);
    g_string_append(out, "]/FontDescriptor");
    put_reference(out, descriptor);
    g_string_append(out, "/ToUnicode");
    put_reference(out, unicode);
    g_string_append(out, ">>");
    pdf_end(pdf);
}

char *
form_font_face(PangoFont *font)
{
    PangoFontDescription *description = pango_font_describe(font);
    pango_font_description_unset_fields(description, PANGO_FONT_MASK_SIZE);
    char *face = pango_font_description_to_string(description);
    pango_font_description_free(description);
    return face;
}

void
form_font_free(FormFont *font)
{
    g_free(font->face);
    g_free(font);
}

FormFont *
form_font_write(const Pdf *pdf, PangoFont *font, int number, GError **error)
{
    hb_font_t *opened = font ? pango_font_get_hb_font(font) : NULL;
    hb_face_t *face = opened ? subset(hb_font_get_face(opened)) : NULL;
    if (!face) {
        pdf_set_error(error, "het lettertype van het formulier is niet in te sluiten");
        return NULL;
    }
    FormFont *form = g_new0(FormFont, 1);
    form->face = form_font_face(font);
    form->object = pdf_allocate(pdf);
    g_snprintf(form->name, sizeof form->name, "F%d", number);
    measure(form, face);
    write_font(pdf, form, face);
    hb_face_destroy(face);
    return form;
}
