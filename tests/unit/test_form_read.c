/* What reading a form promises, whoever saved it: values by the full names of fields in all
 * the ways in which PDF can say them, doubts told apart from values, and no file that stops
 * the program. */

#include "pdf/form_read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

enum { FIRST_FREE = 5 };

/* A PDF of one page: object 3, whose annotations are annots; the form is object
 * 4, and objects stand from FIRST_FREE on, the last NULL. */
static GByteArray *
pdf_of(const char *annots, const char *form, const char *const *objects)
{
    g_autoptr(GString) out = g_string_new("%PDF-1.7\n");
    g_autoptr(GArray) offsets = g_array_new(FALSE, FALSE, sizeof(gsize));
    g_autofree char *page = g_strdup_printf(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Annots[%s]>>", annots);
    const char *first[] = {"<</Type/Catalog/Pages 2 0 R/AcroForm 4 0 R>>",
                           "<</Type/Pages/Kids[3 0 R]/Count 1>>", page, form};
    for (int i = 0; i < FIRST_FREE - 1 || *objects; i++) {
        const char *text = i < FIRST_FREE - 1 ? first[i] : *objects++;
        g_array_append_val(offsets, out->len);
        g_string_append_printf(out, "%d 0 obj\n%s\nendobj\n", i + 1, text);
    }
    gsize start = out->len;
    g_string_append_printf(out, "xref\n0 %u\n0000000000 65535 f \n", offsets->len + 1);
    for (guint i = 0; i < offsets->len; i++)
        g_string_append_printf(out, "%010" G_GSIZE_FORMAT " 00000 n \n",
                               g_array_index(offsets, gsize, i));
    g_string_append_printf(out,
                           "trailer<</Size %u/Root 1 0 R>>\nstartxref\n%" G_GSIZE_FORMAT
                           "\n%%%%EOF\n",
                           offsets->len + 1, start);
    GByteArray *bytes = g_byte_array_new();
    g_byte_array_append(bytes, (const guint8 *)out->str, (guint)out->len);
    return bytes;
}

/* Reads a form whose fields are all objects. */
static const FilledForm *
read_objects(Arena *arena, const char *extra, const char *const *objects, Diag *diag)
{
    g_autoptr(GString) list = g_string_new(NULL);
    for (guint i = 0; objects[i]; i++)
        g_string_append_printf(list, "%u 0 R ", i + FIRST_FREE);
    g_autofree char *form = g_strdup_printf("<</Fields[%s]%s>>", list->str, extra);
    g_autoptr(GByteArray) bytes = pdf_of("", form, objects);
    return form_read(arena, bytes, "f.pdf", NULL, diag);
}

static const FilledField *
field_of(const FilledForm *form, const char *name)
{
    assert_non_null(form);
    const FilledField *field = g_hash_table_lookup(form->by_name, name);
    assert_non_null(field);
    return field;
}

static void
assert_value(const char *object, const char *value, FilledDoubt doubt)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Diag) diag = diag_new();
    const char *const objects[] = {object, NULL};
    const FilledField *field = field_of(read_objects(arena, "", objects, diag), "a");
    assert_string_equal(field->value, value);
    assert_int_equal(field->doubt, doubt);
    assert_int_equal(diag_count(diag, DIAG_WARNING) + diag_count(diag, DIAG_ERROR), 0);
}

static void
assert_told(const FilledForm *form, Diag *diag, DiagCode code)
{
    guint count;
    const DiagMessage *messages = diag_messages(diag, &count);
    assert_null(form);
    assert_int_equal(count, 1);
    assert_string_equal(diag_kind(messages[0].code)->name, diag_kind(code)->name);
    assert_string_equal(messages[0].place.file, "f.pdf");
}

static void
text_comes_in_any_writing(void **state)
{
    (void)state;
    assert_value("<</T(a)/FT/Tx/V(een)>>", "een", FILLED_SOUND);
    assert_value("<</T(a)/FT/Tx/V(caf\\351 \\200)>>", "café •", FILLED_SOUND);
    assert_value("<</T(a)/FT/Tx/V<FEFF00E9201326C4>>>", "é–⛄", FILLED_SOUND);
    assert_value("<</T(a)/FT/Tx/V<FFFEE9001320>>>", "é–", FILLED_SOUND);
    assert_value("<</T(a)/FT/Tx/V<FEFFD83DDE00>>>", "😀", FILLED_SOUND);
    assert_value("<</T(a)/FT/Tx/V<EFBBBFC3A9E28093>>>", "é–", FILLED_SOUND);
    assert_value("<</T(a)/FT/Tx/V<C3A9E28093>>>", "é–", FILLED_SOUND);
    assert_value("<</T(a)/FT/Tx/V/naam#20met#20wit>>", "naam met wit", FILLED_SOUND);
    assert_value("<</T(a)/FT/Tx/V<FEFF001B006E006C001B006A0061>>>", "ja", FILLED_SOUND);
    assert_value("<</T(a)/FT/Tx/V(een\\rtwee)>>", "een\rtwee", FILLED_SOUND);
    assert_value("<</T(a)/FT/Tx/V()>>", "", FILLED_SOUND);
    assert_value("<</T(a)/FT/Tx>>", "", FILLED_SOUND);
    assert_value("<</T(a)/FT/Tx/V 7>>", "", FILLED_UNREADABLE);
    assert_value("<</T(a)/FT/Tx/V[(x)]>>", "", FILLED_UNREADABLE);
}

static void
text_may_be_a_stream(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    const char *const objects[] = {"<</T(a)/FT/Tx/V 6 0 R>>",
                                   "<</Length 4>>stream\n\xFE\xFF\x01\x07\nendstream",
                                   NULL};
    const FilledField *field = field_of(read_objects(arena, "", objects, NULL), "a");
    assert_string_equal(field->value, "ć");
}

static void
invalid_text_is_readable_all_the_same(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    const char *const objects[] = {"<</T(a)/FT/Tx/V<FEFFD83D0041>>>",
                                   "<</T(b)/FT/Tx/V(x\\000y)>>",
                                   "<</T(c)/FT/Tx/V<FEFF00>>>", NULL};
    const FilledForm *form = read_objects(arena, "", objects, NULL);
    for (const char *name = "abc"; *name; name++) {
        char text[2] = {*name, 0};
        assert_true(g_utf8_validate(field_of(form, text)->value, -1, NULL));
    }
    assert_true(strchr(field_of(form, "b")->value, 'y') != NULL);
}

static void
names_are_joined_and_properties_inherited(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    const char *const objects[] = {"<</T(v)/Kids[6 0 R 8 0 R]/FT/Tx>>",
                                   "<</T(een.a)/Parent 5 0 R/Kids[7 0 R]/V(boven)>>",
                                   "<</T(b)/Parent 6 0 R>>",
                                   "<</T<FEFF00E9>/Parent 5 0 R/V(onder)>>", NULL};
    const FilledForm *form = read_objects(arena, "", objects, NULL);
    assert_string_equal(field_of(form, "v.een.a.b")->value, "boven");
    assert_string_equal(field_of(form, "v.é")->value, "onder");
    assert_int_equal(form->fields->len, 2);
}

static void
fields_know_their_page(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    const char *const objects[] = {"<</T(a)/FT/Tx/Subtype/Widget>>", NULL};
    g_autoptr(GByteArray) bytes = pdf_of("5 0 R", "<</Fields[5 0 R]>>", objects);
    const FilledField *field =
        field_of(form_read(arena, bytes, "f.pdf", NULL, NULL), "a");
    assert_int_equal(field->page, 1);
    assert_int_equal(field->object, 5);
}

static void
widgets_that_the_form_forgot_are_fields(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    const char *const objects[] = {"<</Subtype/Widget/T(b)/V(x)/Parent 6 0 R>>",
                                   "<</T(a)/FT/Tx/Kids[5 0 R]>>", NULL};
    g_autoptr(GByteArray) bytes = pdf_of("5 0 R", "<</Fields[]>>", objects);
    const FilledForm *form = form_read(arena, bytes, "f.pdf", NULL, NULL);
    assert_string_equal(field_of(form, "a.b")->value, "x");
}

#define BOX(state) "<</Subtype/Widget" state ">>"
#define GROUP(value) "<</T(a)/FT/Btn/Ff 32768" value "/Kids[6 0 R 7 0 R]>>"

/* A choice of two boxes. */
static void
assert_choice(const char *group, const char *one, const char *other, const char *extra,
              const char *value, FilledDoubt doubt)
{
    g_autoptr(Arena) arena = arena_new();
    const char *const objects[] = {group, one, other, NULL};
    g_autofree char *form = g_strdup_printf("<</Fields[5 0 R]%s>>", extra);
    g_autoptr(GByteArray) bytes = pdf_of("6 0 R 7 0 R", form, objects);
    const FilledField *field =
        field_of(form_read(arena, bytes, "f.pdf", NULL, NULL), "a");
    assert_true(field->is_button);
    assert_string_equal(field->value, value);
    assert_int_equal(field->doubt, doubt);
}

static void
boxes_say_what_is_chosen(void **state)
{
    (void)state;
    assert_choice(GROUP("/V/deels"), BOX("/AS/deels"), BOX("/AS/Off"), "", "deels",
                  FILLED_SOUND);
    assert_choice(GROUP("/V(deels)"), BOX("/AS/deels"), BOX("/AS/Off"), "", "deels",
                  FILLED_SOUND);
    assert_choice(GROUP("/V/Off"), BOX("/AS/Off"), BOX("/AS/Off"), "", "",
                  FILLED_SOUND);
    assert_choice(GROUP(""), BOX("/AS/Off"), BOX(""), "", "", FILLED_SOUND);
    assert_choice(GROUP(""), BOX("/AS/deels"), BOX("/AS/Off"), "", "deels",
                  FILLED_SOUND);
    assert_choice(GROUP("/V/deels"), BOX(""), BOX(""), "", "deels", FILLED_SOUND);
    assert_choice(GROUP("/V/1/Opt[(een)(twee)]"), BOX("/AS/Off"), BOX("/AS/1"), "",
                  "twee", FILLED_SOUND);
}

static void
boxes_that_differ_from_their_value_are_doubtful(void **state)
{
    (void)state;
    assert_choice(GROUP("/V/Off"), BOX("/AS/deels"), BOX("/AS/Off"), "", "deels",
                  FILLED_ONLY_SEEN);
    assert_choice(GROUP("/V/deels"), BOX("/AS/Off"), BOX("/AS/Off"), "", "deels",
                  FILLED_NOT_SHOWN);
    assert_choice(GROUP("/V/deels"), BOX("/AS/Off"), BOX("/AS/Off"),
                  "/NeedAppearances true", "deels", FILLED_SOUND);
    assert_choice(GROUP("/V/deels"), BOX("/AS/Off"), BOX("/AS/sterk"), "", "deels",
                  FILLED_CONTRADICTED);
    assert_choice(GROUP(""), BOX("/AS/deels"), BOX("/AS/sterk"), "", "sterk",
                  FILLED_CONTRADICTED);
}

static void
text_that_only_the_page_shows_is_doubtful(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    const char *const objects[] = {"<</T(a)/FT/Tx/V()/Subtype/Widget/AP<</N 7 0 R>>>>",
                                   "<</T(b)/FT/Tx/V()/Subtype/Widget/AP<</N 8 0 R>>>>",
                                   "<</Length 10>>stream\nBT(x)Tj ET\nendstream",
                                   "<</Length 11>>stream\n/Tx BMC EMC\nendstream",
                                   NULL};
    const FilledForm *form = read_objects(arena, "", objects, NULL);
    assert_int_equal(field_of(form, "a")->doubt, FILLED_ONLY_SEEN);
    assert_int_equal(field_of(form, "b")->doubt, FILLED_SOUND);
}

static void
two_fields_of_one_name_must_agree(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    const char *const objects[] = {"<</T(a)/FT/Tx/V(x)>>", "<</T(a)/FT/Tx/V(x)>>",
                                   "<</T(b)/FT/Tx/V(x)>>", "<</T(b)/FT/Tx/V(y)>>",
                                   NULL};
    const FilledForm *form = read_objects(arena, "", objects, NULL);
    assert_int_equal(field_of(form, "a")->doubt, FILLED_SOUND);
    assert_int_equal(field_of(form, "b")->doubt, FILLED_CONTRADICTED);
    assert_string_equal(field_of(form, "b")->other, "y");
}

static void
circles_end(void **state)
{
    (void)state;
    g_autoptr(Arena) arena = arena_new();
    const char *const objects[] = {
        "<</T(a)/Parent 6 0 R/Kids[6 0 R]>>",
        "<</T(b)/Parent 5 0 R/Kids[5 0 R 6 0 R]>>",
        "<</T(c)/FT/Tx/V(x)/Parent 7 0 R/Kids[7 0 R 7 0 R]>>",
        "<</Subtype/Widget/T(d)/V(y)/FT/Tx/Parent 8 0 R>>", NULL};
    g_autoptr(GByteArray) bytes =
        pdf_of("8 0 R 8 0 R", "<</Fields[5 0 R 6 0 R 7 0 R 5 0 R]>>", objects);
    const FilledForm *form = form_read(arena, bytes, "f.pdf", NULL, NULL);
    assert_non_null(form);
    assert_true(form->fields->len < 5);
}

static void
depth_has_an_end(void **state)
{
    (void)state;
    enum { DEEP = 500 };
    g_autoptr(Arena) arena = arena_new();
    const char *objects[DEEP + 2];
    for (int i = 0; i < DEEP; i++)
        objects[i] = arena_printf(arena, "<</T(a)/Kids[%d 0 R]>>", i + FIRST_FREE + 1);
    objects[DEEP] = "<</T(a)/FT/Tx/V(diep)>>";
    objects[DEEP + 1] = NULL;
    read_objects(arena, "", objects, NULL);
}

static void
many_fields_and_long_values_are_read(void **state)
{
    (void)state;
    enum { MANY = 10000, LONG = 100000 };
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Diag) diag = diag_new();
    const char **objects = arena_array(arena, const char *, MANY + 2);
    for (int i = 0; i < MANY; i++)
        objects[i] = arena_printf(arena, "<</T(f%d)/FT/Tx/V(%d)>>", i, i);
    g_autofree char *text = g_strnfill(LONG, 'x');
    objects[MANY] = arena_printf(arena, "<</T(lang)/FT/Tx/V(%s)>>", text);
    const FilledForm *form = read_objects(arena, "", objects, diag);
    assert_int_equal(form->fields->len, MANY + 1);
    assert_string_equal(field_of(form, "f9999")->value, "9999");
    assert_int_equal(strlen(field_of(form, "lang")->value), LONG);
    assert_int_equal(diag_count(diag, DIAG_ERROR), 0);
}

static void
what_is_no_form_is_told(void **state)
{
    (void)state;
    static const char *const none[] = {NULL};
    const struct {
        const char *text;
        DiagCode code;
    } broken[] = {{"", DIAG_FORM_BROKEN},
                  {"%PDF-1.7", DIAG_FORM_BROKEN},
                  {"%PDF-1.7\ntrailer<</Root 1 0 R>>", DIAG_FORM_BROKEN},
                  {"geen PDF", DIAG_FORM_BROKEN}};
    for (gsize i = 0; i < G_N_ELEMENTS(broken); i++) {
        g_autoptr(Arena) arena = arena_new();
        g_autoptr(Diag) diag = diag_new();
        g_autoptr(GByteArray) bytes = g_byte_array_new();
        g_byte_array_append(bytes, (const guint8 *)broken[i].text,
                            (guint)strlen(broken[i].text));
        assert_told(form_read(arena, bytes, "f.pdf", NULL, diag), diag, broken[i].code);
    }
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Diag) diag = diag_new();
    g_autoptr(GByteArray) flat = pdf_of("", "null", none);
    assert_true(form_is_pdf(flat));
    assert_told(form_read(arena, flat, "f.pdf", NULL, diag), diag, DIAG_FORM_FLAT);
}

static void
a_file_cut_short_never_stops_the_program(void **state)
{
    (void)state;
    const char *const objects[] = {GROUP("/V/deels"), BOX("/AS/deels"), BOX("/AS/Off"),
                                   "<</T(b)/FT/Tx/V(tekst)>>", NULL};
    g_autoptr(GByteArray) bytes = pdf_of("6 0 R", "<</Fields[5 0 R 8 0 R]>>", objects);
    for (guint length = 0; length < bytes->len; length += 7) {
        g_autoptr(Arena) arena = arena_new();
        g_autoptr(Diag) diag = diag_new();
        g_autoptr(GByteArray) part = g_byte_array_new();
        g_byte_array_append(part, bytes->data, length);
        const FilledForm *form = form_read(arena, part, "f.pdf", NULL, diag);
        guint count;
        diag_messages(diag, &count);
        assert_true(count > 0 || form->fields->len == 2);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_comes_in_any_writing),
        cmocka_unit_test(text_may_be_a_stream),
        cmocka_unit_test(invalid_text_is_readable_all_the_same),
        cmocka_unit_test(names_are_joined_and_properties_inherited),
        cmocka_unit_test(fields_know_their_page),
        cmocka_unit_test(widgets_that_the_form_forgot_are_fields),
        cmocka_unit_test(boxes_say_what_is_chosen),
        cmocka_unit_test(boxes_that_differ_from_their_value_are_doubtful),
        cmocka_unit_test(text_that_only_the_page_shows_is_doubtful),
        cmocka_unit_test(two_fields_of_one_name_must_agree),
        cmocka_unit_test(circles_end),
        cmocka_unit_test(depth_has_an_end),
        cmocka_unit_test(many_fields_and_long_values_are_read),
        cmocka_unit_test(what_is_no_form_is_told),
        cmocka_unit_test(a_file_cut_short_never_stops_the_program),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
