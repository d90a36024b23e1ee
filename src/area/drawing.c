#include "area/drawing.h"

#include <pango/pangofc-font.h>

static void
font_free(gpointer pointer)
{
    DrawingFont *font = pointer;
    for (guint i = 0; i < font->glyphs->len; i++)
        g_free(drawing_glyph(font, i)->text);
    g_array_unref(font->glyphs);
    g_free(font->codes);
    hb_font_destroy(font->metrics);
    g_free(font);
}

static void
page_free(gpointer pointer)
{
    DrawingPage *page = pointer;
    g_string_free(page->content, TRUE);
    g_array_unref(page->fonts);
    g_array_unref(page->pictures);
    g_free(page);
}

Drawing *
drawing_new(void)
{
    Drawing *drawing = g_new0(Drawing, 1);
    drawing->pages = g_ptr_array_new_with_free_func(page_free);
    drawing->fonts = g_ptr_array_new_with_free_func(font_free);
    drawing->pictures = g_array_new(FALSE, FALSE, sizeof(DrawingPicture));
    drawing->picture_file = g_byte_array_new();
    return drawing;
}

void
drawing_free(Drawing *drawing)
{
    g_ptr_array_unref(drawing->pages);
    g_ptr_array_unref(drawing->fonts);
    g_array_unref(drawing->pictures);
    g_byte_array_unref(drawing->picture_file);
    g_free(drawing);
}

DrawingPage *
drawing_add_page(Drawing *drawing, double width, double height)
{
    enum { USUAL_LENGTH = 16384 };
    DrawingPage *page = g_new0(DrawingPage, 1);
    page->width = width;
    page->height = height;
    page->content = g_string_sized_new(USUAL_LENGTH);
    page->fonts = g_array_new(FALSE, FALSE, sizeof(guint));
    page->pictures = g_array_new(FALSE, FALSE, sizeof(guint));
    g_ptr_array_add(drawing->pages, page);
    return page;
}

static gboolean
has_table(hb_face_t *face, hb_tag_t tag, guint least)
{
    hb_blob_t *table = hb_face_reference_table(face, tag);
    gboolean found = hb_blob_get_length(table) >= least;
    hb_blob_destroy(table);
    return found;
}

/* Whether the tables are there that no reader does without, as long as they have to be. */
static gboolean
is_whole(hb_face_t *face)
{
    enum { HEAD = 54, HHEA = 36, MAXP = 32, MAXP_OF_CFF = 6 };
    gboolean is_truetype = has_table(face, HB_TAG('g', 'l', 'y', 'f'), 1);
    return has_table(face, HB_TAG('h', 'e', 'a', 'd'), HEAD) &&
           has_table(face, HB_TAG('h', 'h', 'e', 'a'), HHEA) &&
           has_table(face, HB_TAG('m', 'a', 'x', 'p'),
                     is_truetype ? MAXP : MAXP_OF_CFF) &&
           (is_truetype || has_table(face, HB_TAG('C', 'F', 'F', ' '), 1));
}

/* Whether its glyphs are made bold or are slanted, for want of a font that is. */
static gboolean
is_synthetic(PangoFont *font)
{
    FcBool bold;
    FcMatrix *matrix;
    FcPattern *pattern =
        PANGO_IS_FC_FONT(font) ? pango_fc_font_get_pattern(PANGO_FC_FONT(font)) : NULL;
    if (!pattern)
        return FALSE;
    if (FcPatternGetBool(pattern, FC_EMBOLDEN, 0, &bold) == FcResultMatch && bold)
        return TRUE;
    return FcPatternGetMatrix(pattern, FC_MATRIX, 0, &matrix) == FcResultMatch &&
           (matrix->xx != 1 || matrix->xy != 0 || matrix->yx != 0 || matrix->yy != 1);
}

/* Whether its glyphs are those of the file: outlines, not varied. */
static gboolean
is_plain(hb_font_t *font)
{
    hb_face_t *face = hb_font_get_face(font);
    guint varied = 0;
    const int *coordinates = hb_font_get_var_coords_normalized(font, &varied);
    for (guint i = 0; i < varied; i++)
        if (coordinates[i] != 0)
            return FALSE;
    return is_whole(face);
}

static void
add_font(Drawing *drawing, hb_face_t *face)
{
    DrawingFont *font = g_new0(DrawingFont, 1);
    font->face = face;
    int units = (int)hb_face_get_upem(face);
    font->unit = 1000.0 / units;
    font->metrics = hb_font_create(face);
    hb_font_set_scale(font->metrics, units, units);
    font->glyph_count = MIN(hb_face_get_glyph_count(face), 0x10000);
    font->glyphs = g_array_new(FALSE, TRUE, sizeof(DrawingGlyph));
    g_array_set_size(font->glyphs, 1);
    font->codes = g_new0(guint16, font->glyph_count);
    g_ptr_array_add(drawing->fonts, font);
}

int
drawing_font(Drawing *drawing, PangoFont *font)
{
    hb_font_t *opened = pango_font_get_hb_font(font);
    hb_face_t *face = opened ? hb_font_get_face(opened) : NULL;
    if (!face || !is_plain(opened) || is_synthetic(font))
        return -1;
    for (guint i = 0; i < drawing->fonts->len; i++) {
        const DrawingFont *known = g_ptr_array_index(drawing->fonts, i);
        if (known->face == face)
            return (int)i;
    }
    add_font(drawing, face);
    return (int)drawing->fonts->len - 1;
}

guint
drawing_code(DrawingFont *font, guint number)
{
    guint code = font->codes[number];
    if (code > 0 || font->glyphs->len > 0xFFFF)
        return code;
    DrawingGlyph glyph = {.number = number};
    glyph.width = hb_font_get_glyph_h_advance(font->metrics, number) * font->unit;
    code = font->glyphs->len;
    g_array_append_val(font->glyphs, glyph);
    font->codes[number] = (guint16)code;
    return code;
}

void
drawing_use(GArray *indices, guint index)
{
    for (guint i = 0; i < indices->len; i++)
        if (g_array_index(indices, guint, i) == index)
            return;
    g_array_append_val(indices, index);
}
