#include "pdf/widget.h"

#include <string.h>

static const Length margin = POINTS(2);
enum { LEAST_SIZE = 5 };

Appearances
appearances_begin(const Pdf *pdf)
{
    return (Appearances){pdf,
                         g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
}

void
appearances_end(Appearances *appearances)
{
    g_hash_table_unref(appearances->objects);
}

/* The form object (8.10) of that size with that content; font: object it uses, 0: none. */
static int
share(Appearances *appearances, const AreaFieldRectangle *rectangle,
      const FormFont *font, const GString *content)
{
    g_autoptr(GString) dictionary = g_string_new("/Type/XObject/Subtype/Form/BBox[0 0");
    put_length(dictionary, rectangle->width);
    put_length(dictionary, rectangle->height);
    g_string_append(dictionary, "]/Resources<<");
    if (font) {
        g_string_append_printf(dictionary, "/Font<</%s", font->name);
        put_reference(dictionary, font->object);
        g_string_append(dictionary, ">>");
    }
    g_string_append(dictionary, ">>");
    char *key = g_strconcat(dictionary->str, "\n", content->str, NULL);
    gpointer known = g_hash_table_lookup(appearances->objects, key);
    if (known) {
        g_free(key);
        return GPOINTER_TO_INT(known);
    }
    const Pdf *pdf = appearances->pdf;
    int object = pdf_allocate(pdf);
    pdf_file_add_stream(pdf->file, object, dictionary->str, content->str, content->len,
                        content->len > 100 ? PDF_COMPRESS : PDF_AS_IS);
    g_hash_table_insert(appearances->objects, key, GINT_TO_POINTER(object));
    return object;
}

static void
put_point(GString *out, const AreaFieldRectangle *rectangle, double x, double y,
          const char *operator)
{
    put_length(out, (gint64)(rectangle->width * x));
    put_length(out, (gint64)(rectangle->height * y));
    g_string_append(out, operator);
}

/* A filled circle within the rectangle, of four curves. */
static void
put_dot(GString *out, const AreaFieldRectangle *rectangle)
{
    const double radius = 0.27, pull = radius * 0.5523, mid = 0.5;
    static const int turns[5][2] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}, {1, 0}};
    put_point(out, rectangle, mid + radius, mid, " m");
    for (int i = 0; i < 4; i++) {
        const int *from = turns[i], *to = turns[i + 1];
        put_point(out, rectangle, mid + radius * from[0] + pull * to[0],
                  mid + radius * from[1] + pull * to[1], "");
        put_point(out, rectangle, mid + radius * to[0] + pull * from[0],
                  mid + radius * to[1] + pull * from[1], "");
        put_point(out, rectangle, mid + radius * to[0], mid + radius * to[1], " c");
    }
    g_string_append(out, " f");
}

int
appearance_mark(Appearances *appearances, const AreaFieldRectangle *rectangle,
                gboolean on)
{
    g_autoptr(GString) out = g_string_new(NULL);
    if (on && rectangle->field->kind == AREA_FIELD_CHOICE) {
        g_string_append(out, "0 g");
        put_dot(out, rectangle);
    } else if (on) {
        g_string_append(out, "0 G 1 J 1 j");
        put_length(out, MIN(rectangle->width, rectangle->height) / 8);
        g_string_append(out, " w");
        put_point(out, rectangle, 0.2, 0.52, " m");
        put_point(out, rectangle, 0.42, 0.24, " l");
        put_point(out, rectangle, 0.82, 0.8, " l S");
    }
    return share(appearances, rectangle, NULL, out);
}

static Length
width_of(const FormFont *font, Length size, const guchar *codes, gsize length)
{
    gint64 width = 0;
    for (gsize i = 0; i < length; i++)
        width += font->widths[codes[i]];
    return (Length)MIN(width * size / 1000, LENGTH_MAX);
}

/* The value in the font's codes, a line end as LF. */
static GString *
encode(const char *value)
{
    GString *codes = g_string_new(NULL);
    for (const char *p = value; *p; p = g_utf8_next_char(p))
        g_string_append_c(codes,
                          *p == '\n' ? '\n' : (char)form_font_code(g_utf8_get_char(p)));
    return codes;
}

/* How much of the text goes on the next line of that width: up to the last space that fits,
 * or as many characters as do. */
static gsize
line_length(const FormFont *font, Length size, const guchar *text, gsize length,
            Length width)
{
    gsize fits = 0, space = 0;
    gint64 room = width;
    while (fits < length && text[fits] != '\n') {
        room -= (gint64)font->widths[text[fits]] * size / 1000;
        if (room < 0 && fits > 0)
            break;
        if (text[fits] == ' ')
            space = fits + 1;
        fits++;
    }
    gboolean is_whole = fits == length || text[fits] == '\n' || text[fits] == ' ';
    return is_whole || space == 0 ? fits : space;
}

static int
count_lines(const FormFont *font, Length size, const GString *codes, Length width)
{
    int count = 0;
    for (gsize at = 0; at < codes->len; count++) {
        at += line_length(font, size, (const guchar *)codes->str + at, codes->len - at,
                          width);
        while (at < codes->len && codes->str[at] == ' ')
            at++;
        if (at < codes->len && codes->str[at] == '\n')
            at++;
    }
    return count;
}

static Length
leading_of(const FormFont *font, Length size)
{
    return (Length)((gint64)(font->ascent + font->descent) * size / 1000);
}

Length
appearance_size(const AreaFieldRectangle *rectangle, const FormFont *font)
{
    const AreaField *field = rectangle->field;
    Length width = rectangle->width - 2 * margin;
    Length height = rectangle->height - 2 * margin;
    Length size = field->size;
    if (!field->value)
        return size;
    g_autoptr(GString) codes = encode(field->value);
    for (; size > POINTS(LEAST_SIZE); size -= POINTS(0.5)) {
        gboolean fits =
            field->kind == AREA_FIELD_LINES
                ? (gint64)count_lines(font, size, codes, width) *
                          leading_of(font, size) <=
                      height
                : width_of(font, size, (const guchar *)codes->str, codes->len) <= width;
        if (fits)
            break;
    }
    return MAX(size, MIN(field->size, POINTS(LEAST_SIZE)));
}

static void
put_codes(GString *out, const guchar *codes, gsize length)
{
    g_string_append_c(out, '<');
    for (gsize i = 0; i < length; i++)
        g_string_append_printf(out, "%02X", codes[i]);
    g_string_append(out, "> Tj");
}

/* Lines from the first baseline down. */
static void
put_lines(GString *out, const AreaFieldRectangle *rectangle, const FormFont *font,
          Length size, const GString *codes)
{
    Length width = rectangle->width - 2 * margin, leading = leading_of(font, size);
    put_length(out, leading);
    g_string_append(out, " TL");
    put_length(out, margin);
    put_length(out, rectangle->height - margin -
                        (Length)((gint64)font->ascent * size / 1000));
    g_string_append(out, " Td ");
    for (gsize at = 0; at < codes->len;) {
        const guchar *start = (const guchar *)codes->str + at;
        gsize length = line_length(font, size, start, codes->len - at, width);
        put_codes(out, start, length);
        g_string_append(out, " T* ");
        at += length;
        while (at < codes->len && codes->str[at] == ' ')
            at++;
        if (at < codes->len && codes->str[at] == '\n')
            at++;
    }
}

static void
put_line(GString *out, const AreaFieldRectangle *rectangle, const FormFont *font,
         Length size, GString *codes)
{
    Length ascent = (Length)((gint64)font->ascent * size / 1000);
    Length descent = (Length)((gint64)font->descent * size / 1000);
    put_length(out, margin);
    put_length(out, (rectangle->height - ascent - descent) / 2 + descent);
    g_string_append(out, " Td ");
    for (gsize i = 0; i < codes->len; i++)
        if (codes->str[i] == '\n')
            codes->str[i] = ' ';
    put_codes(out, (const guchar *)codes->str, codes->len);
}

int
appearance_text(Appearances *appearances, const AreaFieldRectangle *rectangle,
                const FormFont *font, Length size)
{
    const AreaField *field = rectangle->field;
    g_autoptr(GString) out = g_string_new("/Tx BMC");
    if (field->value && *field->value) {
        g_autoptr(GString) codes = encode(field->value);
        g_string_append(out, " q 0 0");
        put_length(out, rectangle->width);
        put_length(out, rectangle->height);
        g_string_append_printf(out, " re W n BT 0 g /%s", font->name);
        put_length(out, size);
        g_string_append(out, " Tf");
        if (field->kind == AREA_FIELD_LINES)
            put_lines(out, rectangle, font, size, codes);
        else
            put_line(out, rectangle, font, size, codes);
        g_string_append(out, " ET Q");
    }
    g_string_append(out, " EMC");
    return share(appearances, rectangle, font, out);
}
