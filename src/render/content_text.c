#include "base/utf16.h"
#include "render/content.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

/* The size that font is drawn in; 0 where cairo has no such font. */
static gint64
size_of(Content *content, PangoFont *font)
{
    if (content->known == font)
        return content->known_size;
    cairo_scaled_font_t *scaled =
        PANGO_IS_CAIRO_FONT(font)
            ? pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font))
            : NULL;
    cairo_matrix_t matrix = {0};
    if (scaled)
        cairo_scaled_font_get_font_matrix(scaled, &matrix);
    content->known = font;
    content->known_size = llrint(matrix.xx * 1000);
    return content->known_size;
}

static void
begin_text(Content *content)
{
    if (content->in_text)
        return;
    content->in_text = TRUE;
    content->pen_y = NAN; /* nowhere yet */
    g_string_append(content->out, "BT\n");
}

/* Writes the string or strings and numbers that wait (9.4.3). */
static void
flush_run(Content *content)
{
    GString *run = content->run;
    if (run->len == 0)
        return;
    if (content->in_string)
        g_string_append_c(run, ')');
    if (content->adjusted)
        g_string_append_c(content->out, '[');
    g_string_append_len(content->out, run->str, (gssize)run->len);
    g_string_append(content->out, content->adjusted ? "]TJ\n" : "Tj\n");
    g_string_truncate(run, 0);
    content->in_string = content->adjusted = FALSE;
}

void
content_end_text(Content *content)
{
    if (!content->in_text)
        return;
    flush_run(content);
    content->in_text = FALSE;
    g_string_append(content->out, "ET\n");
}

static void
set_font(Content *content, guint font, gint64 size, int expansion)
{
    ContentState *state = &content->state;
    if (state->font != font || state->size != size) {
        flush_run(content);
        state->font = font;
        state->size = size;
        g_string_append(content->out, "/F");
        thousandths_append(content->out, (gint64)font * 1000);
        g_string_append_c(content->out, ' ');
        thousandths_append(content->out, size);
        g_string_append(content->out, " Tf\n");
    }
    if (state->expansion != expansion) {
        flush_run(content);
        state->expansion = expansion;
        thousandths_append(content->out, (1000 + expansion) * 100);
        g_string_append(content->out, " Tz\n");
    }
    content->factor = (double)size / 1e6 * (1 + expansion / 1000.0);
}

/* The first place in a text object is one on the page, and turned as it is; others are told
 * from the one before (9.4.2). */
static void
move_to(Content *content, double x, double y)
{
    const AreaMatrix *turn = &content->turn;
    flush_run(content);
    if (!isnan(content->pen_y)) {
        double across = rint((x - content->line_x) * 1000) / 1000;
        double down = rint((y - content->line_y) * 1000) / 1000;
        content_number(content, across);
        content_number(content, -down);
        g_string_append(content->out, "Td\n");
        x = content->line_x + across;
        y = content->line_y + down;
    } else if (turn->a == 1 && turn->d == 1) {
        content_point(content, x, y);
        g_string_append(content->out, "Td\n");
    } else {
        content_number(content, turn->a);
        content_number(content, -turn->b);
        content_number(content, -turn->c);
        content_number(content, turn->d);
        content_point(content, x, y);
        g_string_append(content->out, "Tm\n");
    }
    content->line_x = content->pen_x = x;
    content->line_y = content->pen_y = y;
}

static void
adjust(Content *content, double thousandths)
{
    gint64 by = llrint(thousandths);
    if (content->in_string)
        g_string_append_c(content->run, ')');
    content->in_string = FALSE;
    content->adjusted = TRUE;
    thousandths_append(content->run, by * 1000);
    content->pen_x -= (double)by * content->factor;
}

/* Takes the pen to the place of a glyph. */
static void
reach(Content *content, double x, double y)
{
    const double farthest = 5000; /* thousandths: beyond it a new place is shorter */
    if (!(fabs(y - content->pen_y) < 0.0005)) {
        move_to(content, x, y);
        return;
    }
    double thousandths = (content->pen_x - x) / content->factor;
    if (fabs(thousandths) > farthest)
        move_to(content, x, y);
    else if (fabs(thousandths) >= 1)
        adjust(content, thousandths);
}

/* A byte of a string (7.3.4.2). */
static void
put_byte(GString *run, guint8 byte)
{
    if (byte == '(' || byte == ')' || byte == '\\') {
        g_string_append_c(run, '\\');
    } else if (byte == '\r') { /* as it is, it would be read as a linefeed */
        g_string_append(run, "\\r");
        return;
    }
    g_string_append_c(run, (char)byte);
}

static void
show_code(Content *content, const DrawingFont *font, guint code,
          const cairo_glyph_t *glyph)
{
    reach(content, glyph->x, glyph->y);
    if (!content->in_string)
        g_string_append_c(content->run, '(');
    content->in_string = TRUE;
    put_byte(content->run, (guint8)(code >> 8));
    put_byte(content->run, (guint8)code);
    content->pen_x += drawing_glyph(font, code)->width * content->factor;
}

static guint
code_of(DrawingFont *font, const cairo_glyph_t *glyph)
{
    return glyph->index < font->glyph_count ? drawing_code(font, (guint)glyph->index)
                                            : 0;
}

/* Whether the glyph tells of these characters by itself: from now on it does where it told
 * of none. */
static gboolean
tells(DrawingGlyph *glyph, const char *text, gsize length)
{
    if (length == 0)
        return FALSE;
    if (!glyph->text)
        glyph->text = g_strndup(text, length);
    if (length == 1) /* nearly always */
        return glyph->text[0] == *text && glyph->text[1] == '\0';
    return strncmp(glyph->text, text, length) == 0 && glyph->text[length] == '\0';
}

/* 14.9.4: one text for several glyphs, or another than the glyph tells elsewhere. */
static void
show_replaced(Content *content, DrawingFont *font, const cairo_glyph_t *glyphs,
              int count, const char *text, gsize length)
{
    flush_run(content);
    g_string_append(content->out, "/Span<</ActualText<FEFF");
    utf16_append(content->out, text, length);
    g_string_append(content->out, ">>>BDC\n");
    for (int i = 0; i < count; i++) {
        guint code = code_of(font, &glyphs[i]);
        if (code > 0)
            show_code(content, font, code, &glyphs[i]);
    }
    flush_run(content);
    g_string_append(content->out, "EMC\n");
}

void
content_draw_text(Content *content, const CanvasText *text, guint number)
{
    DrawingFont *font = g_ptr_array_index(content->drawing->fonts, number);
    gint64 size = llrint((double)size_of(content, text->font) * text->scale);
    if (size <= 0)
        return;
    begin_text(content);
    content_set_fill(content, text->colour);
    set_font(content, number, size, text->expansion);
    drawing_use(content->page->fonts, number);
    const cairo_glyph_t *glyph = text->glyphs;
    const char *characters = text->text;
    for (int i = 0; i < text->cluster_count; i++) {
        int glyphs = text->clusters[i].num_glyphs;
        gsize length = (gsize)text->clusters[i].num_bytes;
        guint code = glyphs == 1 ? code_of(font, glyph) : 0;
        if (code > 0 && tells(drawing_glyph(font, code), characters, length))
            show_code(content, font, code, glyph);
        else
            show_replaced(content, font, glyph, glyphs, characters, length);
        glyph += glyphs;
        characters += length;
    }
    flush_run(content);
}
