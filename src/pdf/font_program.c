#include "pdf/font_program.h"

#include <hb-ot.h>
#include <string.h>

char *
font_program_name(hb_face_t *face)
{
    char name[64] = "";
    unsigned length = sizeof name;
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID,
                        &length, name);
    GString *allowed = g_string_new(NULL);
    for (const char *p = name; *p; p++)
        if (g_ascii_isgraph(*p) && !strchr("[](){}<>/%#", *p))
            g_string_append_c(allowed, *p);
    if (allowed->len == 0)
        g_string_append(allowed, "Lettertype");
    return g_string_free(allowed, FALSE);
}

gboolean
font_program_is_truetype(hb_face_t *face)
{
    hb_blob_t *outlines = hb_face_reference_table(face, HB_TAG('g', 'l', 'y', 'f'));
    gboolean found = hb_blob_get_length(outlines) > 0;
    hb_blob_destroy(outlines);
    return found;
}

/* The outlines, as a stream; returns its object. */
static int
write_file(const Pdf *pdf, FontFile file, hb_blob_t *blob)
{
    unsigned length;
    const char *bytes = hb_blob_get_data(blob, &length);
    g_autofree char *entries = file == FONT_TRUETYPE
                                   ? g_strdup_printf("/Length1 %u", length)
                               : file == FONT_CFF ? g_strdup("/Subtype/CIDFontType0C")
                                                  : g_strdup("/Subtype/OpenType");
    int object = pdf_allocate(pdf);
    pdf_file_add_stream(pdf->file, object, entries, bytes, length, PDF_COMPRESS);
    return object;
}

/* The rectangle around all glyphs, in thousandths: xMin … yMax of the table head. */
static void
read_box(hb_face_t *face, int box[4])
{
    enum { BOX_AT = 36, BOX_END = 44 };
    hb_blob_t *blob = hb_face_reference_table(face, HB_TAG('h', 'e', 'a', 'd'));
    unsigned length;
    const guint8 *head = (const guint8 *)hb_blob_get_data(blob, &length);
    int units = (int)hb_face_get_upem(face);
    for (int i = 0; i < 4; i++) {
        const guint8 *at = head + BOX_AT + 2 * i;
        box[i] = length >= BOX_END && units > 0
                     ? (gint16)(at[0] << 8 | at[1]) * 1000 / units
                     : 0;
    }
    hb_blob_destroy(blob);
}

/* Of font, in thousandths; italics lean by less than a right angle. */
static void
put_measures(GString *out, hb_face_t *face)
{
    enum { USUAL_STEM = 80 };
    hb_font_t *font = hb_font_create(face);
    hb_font_set_scale(font, 1000, 1000);
    hb_font_extents_t extents = {0};
    hb_font_get_h_extents(font, &extents);
    hb_position_t capitals = extents.ascender;
    hb_ot_metrics_get_position(font, HB_OT_METRICS_TAG_CAP_HEIGHT, &capitals);
    float angle = hb_style_get_value(font, HB_STYLE_TAG_SLANT_ANGLE);
    hb_font_destroy(font);
    int box[4];
    read_box(face, box);
    g_string_append_printf(out, "/FontBBox[%d %d %d %d]/ItalicAngle ", box[0], box[1],
                           box[2], box[3]);
    thousandths_append(out, (gint64)(CLAMP(angle, -90, 90) * 1000));
    g_string_append_printf(out, "/Ascent %d/Descent %d/CapHeight %d/StemV %d",
                           extents.ascender, extents.descender, (int)capitals,
                           USUAL_STEM);
}

int
font_descriptor_write(const Pdf *pdf, hb_face_t *face, const char *name, int flags,
                      FontFile file, hb_blob_t *bytes)
{
    int stream = write_file(pdf, file, bytes);
    int object = pdf_allocate(pdf);
    GString *out = pdf_begin(pdf, object);
    g_string_append(out, "<</Type/FontDescriptor/FontName");
    put_name(out, name);
    g_string_append_printf(out, "/Flags %d", flags);
    put_measures(out, face);
    g_string_append(out, file == FONT_TRUETYPE ? "/FontFile2" : "/FontFile3");
    put_reference(out, stream);
    g_string_append(out, ">>");
    pdf_end(pdf);
    return object;
}
