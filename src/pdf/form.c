#include "pdf/parts.h"
#include "pdf/widget.h"

#include <string.h>

/* Flags of a field (12.7.3.1, 12.7.4.2, 12.7.4.3). */
enum {
    READ_ONLY = 1 << 0,
    MULTILINE = 1 << 12,
    RADIO = 1 << 15, /* one that is on may be put off again: no NoToggleToOff */
    NO_SPELLING = 1 << 22
};
enum { LONGEST_DATE = 20 }; /* characters: "24 september 2026" */
enum { DEEPEST_NAME = 16 }; /* parts of a name; what is behind is one part */

/* A part of a name, with what is filled in there or the parts below it. */
typedef struct Field {
    const char *part; /* NULL for the root */
    struct Field *parent;
    GPtrArray *children; /* Field*, in order */
    GHashTable *by_part;
    GArray *widgets; /* indices in pdf->fields, in order */
    int object;
} Field;

typedef struct Form {
    Pdf *pdf;
    GStringChunk *strings;
    Field *root;
    GPtrArray *fonts; /* FormFont* */
    Appearances appearances;
    GError *error;
} Form;

static Field *
field_new(Form *form, Field *parent, const char *part)
{
    Field *field = g_new0(Field, 1);
    field->part = part ? g_string_chunk_insert(form->strings, part) : NULL;
    field->parent = parent;
    field->children = g_ptr_array_new();
    field->by_part = g_hash_table_new(g_str_hash, g_str_equal);
    field->widgets = g_array_new(FALSE, FALSE, sizeof(int));
    if (!parent)
        return field;
    g_ptr_array_add(parent->children, field);
    g_hash_table_insert(parent->by_part, (gpointer)field->part, field);
    return field;
}

/* Depth is bounded by DEEPEST_NAME. */
static void
field_free(Field *field)
{
    for (guint i = 0; i < field->children->len; i++)
        field_free(field->children->pdata[i]);
    g_ptr_array_unref(field->children);
    g_hash_table_unref(field->by_part);
    g_array_unref(field->widgets);
    g_free(field);
}

static const AreaField *
area_field(const Form *form, int widget)
{
    return form->pdf->fields[widget].field;
}

/* Whether a widget may stand at this name: nothing else does, or the same question. */
static gboolean
accepts(const Form *form, const Field *field, const AreaField *widget)
{
    if (field->children->len > 0)
        return FALSE;
    if (field->widgets->len == 0)
        return TRUE;
    const AreaField *first = area_field(form, g_array_index(field->widgets, int, 0));
    return first->kind == widget->kind;
}

static Field *
child(Form *form, Field *field, const char *part)
{
    Field *found = g_hash_table_lookup(field->by_part, part);
    return found ? found : field_new(form, field, part);
}

/* Files a widget under its name; a name that says something else already gets a longer
 * one (12.7.3.2). */
static void
file_widget(Form *form, int index)
{
    const AreaField *widget = area_field(form, index);
    g_auto(GStrv) parts = g_strsplit(widget->name, ".", DEEPEST_NAME);
    Field *field = form->root;
    gboolean is_clash = FALSE;
    for (char **part = parts; *part; part++) {
        g_autofree char *plain = g_strdelimit(g_strdup(*part), ".", '_');
        while (field->widgets->len > 0) {
            field = field->parent;
            is_clash = TRUE;
            plain = (g_free(plain), g_strconcat(*part, "_", NULL));
        }
        field = child(form, field, *plain ? plain : "_");
    }
    while (!accepts(form, field, widget)) {
        g_autofree char *longer = g_strconcat(field->part, "_", NULL);
        field = child(form, field->parent, longer);
        is_clash = TRUE;
    }
    if (is_clash)
        diag_report(form->pdf->options->diag, &widget->place, DIAG_FIELD_NAME,
                    "de naam “%s” is al die van een ander veld of een groep velden",
                    widget->name);
    g_array_append_val(field->widgets, index);
}

static void
put_utf16(GString *out, const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    glong count = 0;
    g_autofree gunichar2 *units = g_utf8_to_utf16(valid, -1, NULL, &count, NULL);
    g_string_append(out, "<FEFF");
    for (glong i = 0; i < count; i++)
        g_string_append_printf(out, "%04X", units[i]);
    g_string_append_c(out, '>');
}

/* A text string with its line ends, or where it is longer than PDF/A-2, 6.1.13, lets a
 * string be, a stream of it; returns the stream's object. */
static int
write_long_value(const Form *form, const char *value)
{
    enum { LONGEST = 16000 };
    const Pdf *pdf = form->pdf;
    if (!value || g_utf8_strlen(value, -1) <= LONGEST)
        return 0;
    gsize length = 0;
    g_autofree char *bytes =
        g_convert(value, -1, "UTF-16BE", "UTF-8", NULL, &length, NULL);
    if (!bytes)
        return 0;
    g_autoptr(GString) text = g_string_new_len("\xFE\xFF", 2);
    g_string_append_len(text, bytes, (gssize)length);
    int object = pdf_allocate(pdf);
    pdf_file_add_stream(pdf->file, object, "", text->str, text->len, PDF_COMPRESS);
    return object;
}

static const FormFont *
font_of(Form *form, const AreaField *field)
{
    g_autofree char *face = field->font ? form_font_face(field->font) : g_strdup("");
    for (guint i = 0; i < form->fonts->len; i++) {
        const FormFont *font = form->fonts->pdata[i];
        if (strcmp(font->face, face) == 0)
            return font;
    }
    FormFont *font = form_font_write(form->pdf, field->font, (int)form->fonts->len,
                                     form->error ? NULL : &form->error);
    if (font)
        g_ptr_array_add(form->fonts, font);
    return font;
}

static gboolean
has_value(const AreaField *field)
{
    return field->value && *field->value;
}

static gboolean
is_on(const AreaField *field)
{
    if (field->kind == AREA_FIELD_TICK)
        return has_value(field);
    return has_value(field) && field->option &&
           strcmp(field->value, field->option) == 0;
}

static gboolean
is_button(const AreaField *field)
{
    return field->kind == AREA_FIELD_TICK || field->kind == AREA_FIELD_CHOICE;
}

/* The state that a button is in when it is on. */
static const char *
state_of(const AreaField *field)
{
    return field->kind == AREA_FIELD_CHOICE && field->option ? field->option : "ja";
}

/* What all of a field's widgets ask: what their explanations begin with. */
static char *
common_explanation(const Form *form, const Field *field)
{
    const char *first =
        area_field(form, g_array_index(field->widgets, int, 0))->explanation;
    gsize length = first ? strlen(first) : 0;
    for (guint i = 1; i < field->widgets->len; i++) {
        const char *other =
            area_field(form, g_array_index(field->widgets, int, i))->explanation;
        gsize same = 0;
        while (same < length && other && other[same] == first[same])
            same++;
        length = same;
    }
    while (length > 0 && field->widgets->len > 1 &&
           ((guchar)first[length - 1] >= 0x80 || strchr(" -:", first[length - 1])))
        length--;
    return length > 0 ? g_strndup(first, length) : g_strdup(field->part);
}

static void
put_name_part(GString *out, const Field *field)
{
    g_string_append(out, "/T");
    put_text(out, field->part);
    if (field->parent->part) {
        g_string_append(out, "/Parent");
        put_reference(out, field->parent->object);
    }
}

/* What widgets have: where they are and what they look like (12.5.6.19). */
static void
put_widget(const Form *form, GString *out, int index)
{
    const Pdf *pdf = form->pdf;
    const AreaFieldRectangle *r = &pdf->fields[index];
    g_string_append(out, "/Type/Annot/Subtype/Widget/F 4/Rect");
    put_rectangle(pdf, out, r->page, r->x, r->y, (gint64)r->x + r->width,
                  (gint64)r->y + r->height);
    g_string_append(out, "/P");
    put_reference(out, pdf->pages[r->page]);
    g_string_append(out, "/StructParent");
    put_integer(out, pdf->page_count + pdf->link_count + index);
}

static void
put_state(GString *out, const AreaField *field, int on, int off)
{
    g_string_append(out, "/AS");
    put_name(out, is_on(field) ? state_of(field) : "Off");
    g_string_append(out, "/AP<</N<<");
    put_name(out, state_of(field));
    put_reference(out, on);
    g_string_append(out, "/Off");
    put_reference(out, off);
    g_string_append(out, ">>>>");
}

/* The entries of the field itself (12.7.3.1) but for its name. */
static void
put_button(const Form *form, GString *out, const Field *field)
{
    const AreaField *first = area_field(form, g_array_index(field->widgets, int, 0));
    const char *value = NULL;
    for (guint i = 0; i < field->widgets->len; i++) {
        const AreaField *widget =
            area_field(form, g_array_index(field->widgets, int, i));
        if (is_on(widget))
            value = state_of(widget);
    }
    if (has_value(first) && !value)
        diag_report(form->pdf->options->diag, &first->place, DIAG_FIELD_VALUE,
                    "“%s” is geen keuze van “%s”", first->value, first->name);
    int flags = (first->kind == AREA_FIELD_CHOICE ? RADIO : 0) |
                (first->read_only ? READ_ONLY : 0);
    g_string_append_printf(out, "/FT/Btn/Ff %d/V", flags);
    put_name(out, value ? value : "Off");
}

/* How many characters a text field takes, or 0; never less than it has. */
static int
longest_of(const AreaField *field)
{
    int longest = field->longest                   ? field->longest
                  : field->kind == AREA_FIELD_DATE ? LONGEST_DATE
                                                   : 0;
    glong has = has_value(field) ? g_utf8_strlen(field->value, -1) : 0;
    return longest ? (int)MAX(longest, has) : 0;
}

static void
put_text_field(GString *out, const AreaField *first, const FormFont *font, Length size,
               int long_value)
{
    int longest = longest_of(first);
    int flags = (first->kind == AREA_FIELD_LINES ? MULTILINE : 0) |
                (first->read_only ? READ_ONLY : 0) | (longest ? NO_SPELLING : 0);
    g_string_append_printf(out, "/FT/Tx/Ff %d", flags);
    if (longest)
        g_string_append_printf(out, "/MaxLen %d", longest);
    g_string_append(out, "/V");
    if (long_value)
        put_reference(out, long_value);
    else
        put_utf16(out, has_value(first) ? first->value : "");
    g_string_append_printf(out, "/DA(/%s", font->name);
    put_length(out, size);
    g_string_append(out, " Tf 0 g)");
}

/* The appearances of a widget, before its own object is begun. */
typedef struct Look {
    const FormFont *font;
    Length size;
    int on, off; /* of text: on */
} Look;

static Look
look_of(Form *form, int index)
{
    const AreaFieldRectangle *r = &form->pdf->fields[index];
    Look look = {0};
    if (is_button(r->field)) {
        look.on = appearance_mark(&form->appearances, r, TRUE);
        look.off = appearance_mark(&form->appearances, r, FALSE);
        return look;
    }
    look.font = font_of(form, r->field);
    if (!look.font)
        return look;
    look.size = appearance_size(r, look.font);
    look.on = appearance_text(&form->appearances, r, look.font, look.size);
    return look;
}

static void
put_look(GString *out, const AreaField *field, const Look *look)
{
    if (is_button(field)) {
        put_state(out, field, look->on, look->off);
        return;
    }
    g_string_append(out, "/AP<</N");
    put_reference(out, look->on);
    g_string_append(out, ">>");
}

/* A field of one widget is that widget; one of several, or of options, has them below it. */
static gboolean
is_widget(const Form *form, const Field *field)
{
    return field->widgets->len == 1 &&
           area_field(form, g_array_index(field->widgets, int, 0))->kind !=
               AREA_FIELD_CHOICE;
}

static void
allocate(Form *form, Field *field)
{
    for (guint i = 0; i < field->children->len; i++)
        allocate(form, field->children->pdata[i]);
    if (is_widget(form, field))
        field->object = form->pdf->widgets[g_array_index(field->widgets, int, 0)];
    else if (field->part)
        field->object = pdf_allocate(form->pdf);
}

static void
write_kids(const Form *form, const Field *field, const Look *looks)
{
    const Pdf *pdf = form->pdf;
    for (guint i = 0; i < field->widgets->len; i++) {
        int index = g_array_index(field->widgets, int, i);
        const AreaField *widget = area_field(form, index);
        GString *out = pdf_begin(pdf, pdf->widgets[index]);
        g_string_append(out, "<</Parent");
        put_reference(out, field->object);
        put_text_entry(out, "/TU", widget->explanation);
        put_widget(form, out, index);
        put_look(out, widget, &looks[i]);
        g_string_append(out, ">>");
        pdf_end(pdf);
    }
}

static void
write_terminal(Form *form, const Field *field)
{
    const Pdf *pdf = form->pdf;
    const GArray *widgets = field->widgets;
    int first = g_array_index(widgets, int, 0);
    const AreaField *asked = area_field(form, first);
    gboolean is_single = is_widget(form, field);
    g_autofree Look *looks = g_new(Look, widgets->len);
    for (guint i = 0; i < widgets->len; i++)
        looks[i] = look_of(form, g_array_index(widgets, int, i));
    if (form->error)
        return;
    int long_value = is_button(asked) ? 0 : write_long_value(form, asked->value);
    GString *out = pdf_begin(pdf, field->object);
    g_string_append(out, "<<");
    put_name_part(out, field);
    g_autofree char *explanation = common_explanation(form, field);
    put_text_entry(out, "/TU", explanation);
    if (is_button(asked))
        put_button(form, out, field);
    else
        put_text_field(out, asked, looks[0].font, looks[0].size, long_value);
    if (is_single) {
        put_widget(form, out, first);
        put_look(out, asked, &looks[0]);
    } else {
        g_string_append(out, "/Kids[");
        for (guint i = 0; i < widgets->len; i++)
            put_reference(out, pdf->widgets[g_array_index(widgets, int, i)]);
        g_string_append_c(out, ']');
    }
    g_string_append(out, ">>");
    pdf_end(pdf);
    if (!is_single)
        write_kids(form, field, looks);
}

static void
put_children(GString *out, const Field *field)
{
    for (guint i = 0; i < field->children->len; i++)
        put_reference(out, ((const Field *)field->children->pdata[i])->object);
}

static void
write_field(Form *form, const Field *field)
{
    for (guint i = 0; i < field->children->len; i++)
        write_field(form, field->children->pdata[i]);
    if (field->widgets->len > 0) {
        write_terminal(form, field);
        return;
    }
    if (!field->part)
        return;
    GString *out = pdf_begin(form->pdf, field->object);
    g_string_append(out, "<<");
    put_name_part(out, field);
    g_string_append(out, "/Kids[");
    put_children(out, field);
    g_string_append(out, "]>>");
    pdf_end(form->pdf);
}

/* The interactive form (12.7.2); PDF/A-2, 6.4.1: no NeedAppearances. */
static void
put_form(const Form *form)
{
    GString *out = form->pdf->catalog;
    g_string_append(out, "/AcroForm<</Fields[");
    put_children(out, form->root);
    g_string_append(out, "]/DR<</Font<<");
    for (guint i = 0; i < form->fonts->len; i++) {
        const FormFont *font = form->fonts->pdata[i];
        g_string_append_printf(out, "/%s", font->name);
        put_reference(out, font->object);
    }
    g_string_append(out, ">>>>>>");
}

void
form_allocate(Pdf *pdf)
{
    pdf->fields = area_fields(pdf->document, &pdf->field_count);
    pdf->widgets = g_new0(int, (gsize)pdf->field_count + 1);
    for (int i = 0; i < pdf->field_count; i++)
        if (pdf->fields[i].field->element)
            pdf->widgets[i] = pdf_allocate(pdf);
}

gboolean
form_write(Pdf *pdf, GError **error)
{
    if (pdf->field_count == 0)
        return TRUE;
    Form form = {.pdf = pdf,
                 .strings = g_string_chunk_new(1024),
                 .fonts =
                     g_ptr_array_new_with_free_func((GDestroyNotify)form_font_free),
                 .appearances = appearances_begin(pdf)};
    form.root = field_new(&form, NULL, NULL);
    for (int i = 0; i < pdf->field_count; i++)
        if (pdf->widgets[i])
            file_widget(&form, i);
    allocate(&form, form.root);
    write_field(&form, form.root);
    put_form(&form);
    field_free(form.root);
    g_ptr_array_unref(form.fonts);
    g_string_chunk_free(form.strings);
    appearances_end(&form.appearances);
    if (form.error)
        g_propagate_error(error, form.error);
    return form.error == NULL;
}
