#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/unit.h"
#include "pdf/condition.h"
#include "pdf/pass.h"
#include "pdf/separate.h"

static void
assert_says(const char *text, const char *wanted)
{
    if (!strstr(text, wanted))
        fail_msg("“%s” is not in:\n%s", wanted, text);
}

static void
assert_separated(Separation *separation, const char *content, const char *wanted)
{
    GString *out = separate_content(separation, content, strlen(content));
    assert_string_equal(out->str, wanted);
    g_string_free(out, TRUE);
}

static void
colours_become_inks(void **state)
{
    (void)state;
    g_autoptr(Diag) diag = diag_new();
    Separation inks = {.inks = TRUE, .diag = diag};
    assert_separated(&inks, "0 0 0 rg", "0 0 0 1 k\n");
    assert_separated(&inks, "0.2 0.2 0.2 RG 0.75 g 1 G",
                     "0 0 0 0.8 K\n0 0 0 0.25 k\n0 0 0 0 K\n");
    assert_separated(&inks, "0.113725 0.301961 0.360784 rg", "0.65 0 0 0.8 k\n");
    assert_separated(&inks, "/a0 gs BT (1 0 0 rg) Tj [(0 g)-3<00>]TJ ET",
                     "/a0 gs\nBT\n(1 0 0 rg) Tj\n[(0 g)-3<00>]TJ\nET\n");
    assert_separated(&inks, "0 0 rg 0.5 0 0 0 k", "0 0 rg\n0.5 0 0 0 k\n");
    guint count;
    diag_messages(diag, &count);
    assert_int_equal(count, 0);
}

static void
an_unknown_colour_is_told_once(void **state)
{
    (void)state;
    g_autoptr(Diag) diag = diag_new();
    Separation inks = {.inks = TRUE, .diag = diag};
    assert_separated(&inks, "1 0.5 0 rg 1 0.5 0 RG", "0 0.5 1 0 k\n0 0.5 1 0 K\n");
    guint count;
    const DiagMessage *messages = diag_messages(diag, &count);
    assert_int_equal(count, 1);
    assert_string_equal(
        messages[0].text,
        "#ff8000 is voor de drukpers omgerekend naar C 0 M 50 Y 100 K 0");
    assert_int_equal(diag_count(diag, DIAG_NOTE), 1);
}

static void
only_numbered_marks_go(void **state)
{
    (void)state;
    Separation marks = {0};
    assert_separated(&marks,
                     "/Span<</MCID 0>>BDC 0 g /Span<</ActualText(x)>>BDC f EMC EMC "
                     "/Artifact BMC S EMC EMC",
                     "0 g\n/Span<</ActualText(x)>>BDC\nf\nEMC\n"
                     "/Artifact BMC\nS\nEMC\nEMC\n");
}

static void
what_touches_the_trim_goes_on_into_the_bleed(void **state)
{
    (void)state;
    PassBox trim = {0, 0, 100, 200};
    Separation bleed = {.trim = &trim, .bleed = 8};
    assert_separated(&bleed, "0 0 100 50 re f", "-8 -8 116 58 re\nf\n");
    assert_separated(&bleed, "10 10 50 50 re 0 190 10 10.5 re",
                     "10 10 50 50 re\n-8 190 18 18 re\n");
    /* y down, as cairo draws */
    assert_separated(&bleed, "1 0 0 -1 0 200 cm 0 0 100 20 re",
                     "1 0 0 -1 0 200 cm\n-8 20 116 -28 re\n");
    /* in another unit, within q and Q, and turned by 90 degrees */
    assert_separated(&bleed, "q 2 0 0 2 0 0 cm 0 5 50 10 re Q 0 5 100 10 re",
                     "q\n2 0 0 2 0 0 cm\n-4 5 58 10 re\nQ\n-8 5 116 10 re\n");
    assert_separated(&bleed, "0 1 -1 0 100 0 cm 0 0 50 20 re",
                     "0 1 -1 0 100 0 cm\n-8 20 58 -28 re\n");
    assert_separated(&bleed, "1 1 -1 1 0 0 cm 0 0 50 20 re",
                     "1 1 -1 1 0 0 cm\n0 0 50 20 re\n");
    assert_separated(&bleed, "0 0 0 0 0 0 cm 0 0 9 9 re Q Q",
                     "0 0 0 0 0 0 cm\n0 0 9 9 re\nQ\nQ\n");
}

static void
a_picture_knows_where_it_is_on_the_page(void **state)
{
    (void)state;
    PassBox trim = {0, 0, 100, 200};
    g_autoptr(GHashTable) drawn =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    Separation page = {.trim = &trim, .bleed = 8, .drawn = drawn};
    assert_separated(&page, "q 2 0 0 2 0 150 cm /P0 Do Q /P0  Do",
                     "q\n2 0 0 2 0 150 cm\n/P0 Do\nQ\n/P0  Do\n");
    const SeparateMatrix *matrix = g_hash_table_lookup(drawn, "/P0");
    assert_non_null(matrix);
    assert_true(matrix->a == 2 && matrix->f == 150);
    Separation picture = {.trim = &trim, .bleed = 8, .matrix = matrix};
    assert_separated(&picture, "0 0 50 25 re f 5 5 10 10 re f",
                     "-4 0 58 29 re\nf\n5 5 10 10 re\nf\n");
}

static void
device_colours_that_stay_are_seen(void **state)
{
    (void)state;
    static const struct {
        const char *content;
        gboolean rgb;
    } cases[] = {{"/DeviceRGB cs 1 0 0 sc", TRUE},
                 {"/Pattern cs /x5 scn", FALSE},
                 {"BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI Q", TRUE},
                 {"BI /W 1 /H 1 /BPC 8 /CS /G ID a EI", FALSE}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        Separation inks = {.inks = TRUE};
        GString *out =
            separate_content(&inks, cases[i].content, strlen(cases[i].content));
        assert_int_equal(inks.device_rgb, cases[i].rgb);
        g_string_free(out, TRUE);
    }
}

static void
put32(GByteArray *bytes, gsize at, guint32 value)
{
    value = GUINT32_TO_BE(value);
    memcpy(bytes->data + at, &value, 4);
}

/* A profile with nothing but a header and a description, which ends the file. */
static GByteArray *
profile_new(const void *description, guint length)
{
    GByteArray *profile = g_byte_array_new();
    g_byte_array_set_size(profile, 144);
    memset(profile->data, 0, 144);
    put32(profile, 8, 0x02400000);
    memcpy(profile->data + 12, "prtrCMYKLab ", 12);
    memcpy(profile->data + 36, "acsp", 4);
    put32(profile, 128, 1);
    memcpy(profile->data + 132, "desc", 4);
    put32(profile, 136, 144);
    put32(profile, 140, length);
    g_byte_array_append(profile, description, length);
    return profile;
}

static GByteArray *
press_profile(void)
{
    static const char description[] = "desc\0\0\0\0\0\0\0\x12"
                                      "Coated FOGRA39 v2";
    return profile_new(description, sizeof description);
}

static void
a_condition_is_known_by_its_profile(void **state)
{
    (void)state;
    g_autoptr(GByteArray) old = press_profile();
    assert_true(condition_check(old, NULL));
    g_autofree char *name = condition_description(old);
    assert_string_equal(name, "Coated FOGRA39 v2");
    g_autofree char *registered = condition_registered(name);
    assert_string_equal(registered, "FOGRA39");
    static const char texts[] = "mluc\0\0\0\0\0\0\0\1\0\0\0\x0c"
                                "nlNL\0\0\0\4\0\0\0\x1c\0\xe9\0n";
    g_autoptr(GByteArray) new = profile_new(texts, sizeof texts - 1);
    g_autofree char *other = condition_description(new);
    assert_string_equal(other, "én");
    assert_null(condition_registered(other));
    g_autofree char *coated = condition_registered("ISO Coated v2 (ECI)");
    assert_string_equal(coated, "FOGRA39");
}

static void
a_profile_that_will_not_do_is_refused(void **state)
{
    (void)state;
    g_autoptr(GByteArray) profile = press_profile();
    guint length = profile->len;
    for (guint cut = 0; cut < length; cut++) {
        g_autoptr(GByteArray) part = g_byte_array_new();
        g_byte_array_append(part, profile->data, cut);
        g_autoptr(GError) error = NULL;
        if (condition_check(part, &error)) {
            g_autofree char *description = condition_description(part);
            assert_null(description);
        } else
            assert_says(error->message, "is geen ICC-profiel");
    }
    g_autoptr(GError) error = NULL;
    memcpy(profile->data + 16, "RGB ", 4);
    assert_false(condition_check(profile, &error));
    assert_says(error->message, "is niet voor cyaan");
}

/* A PDF whose page N draws "(bN)"; all with a link, a tree and metadata that claim much. */
static GByteArray *
document_new(int pages, const char *box, const char *entries)
{
    GString *file = g_string_new("%PDF-1.7\n");
    g_string_append(
        file, "1 0 obj <</Type/Catalog/Pages 2 0 R/StructTreeRoot<<>>/Outlines<<>>"
              "/Metadata 3 0 R/Lang(nl)>> endobj\n"
              "3 0 obj <</Length 34>> stream\n"
              "<pdfaid:part>2 <pdfuaid:part>1    \nendstream endobj\n"
              "4 0 obj <</Title(Proef)/CreationDate(D:20261123112030+01'00')>> endobj\n"
              "2 0 obj <</Type/Pages/MediaBox");
    g_string_append_printf(file, "%s/Count %d/Kids[", box, pages);
    for (int i = 0; i < pages; i++)
        g_string_append_printf(file, "%d 0 R ", 10 + 2 * i);
    g_string_append(file, "]>> endobj\n");
    for (int i = 0; i < pages; i++) {
        g_autofree char *content =
            g_strdup_printf("0 0 0 rg 0 0 9 9 re f BT (b%d) Tj ET", i + 1);
        g_string_append_printf(file,
                               "%d 0 obj <</Type/Page/Parent 2 0 R/Contents %d 0 R"
                               "/Annots[<</Subtype/Link>>]%s>> endobj\n"
                               "%d 0 obj <</Length %d>> stream\n%s\nendstream endobj\n",
                               10 + 2 * i, 11 + 2 * i, i == pages - 1 ? entries : "",
                               11 + 2 * i, (int)strlen(content), content);
    }
    g_string_append(file, "trailer <</Root 1 0 R/Info 4 0 R/Size 999>>\n");
    GByteArray *bytes = g_byte_array_new();
    g_byte_array_append(bytes, (guint8 *)file->str, (guint)file->len);
    g_string_free(file, TRUE);
    return bytes;
}

static GByteArray *
delivered(int pages, const PdfOptions *options)
{
    g_autoptr(GByteArray) input = document_new(pages, "[0 0 400 600]", "");
    g_autoptr(GError) error = NULL;
    GByteArray *bytes = pdf_deliver(input, options, &error);
    if (!bytes)
        fail_msg("%s", error->message);
    return bytes;
}

static Pass *
opened(const GByteArray *bytes)
{
    static const PdfOptions none = {0};
    Pass *pass = pass_open(bytes, &none, NULL);
    assert_non_null(pass);
    return pass;
}

static char *
metadata_of(const Pass *pass)
{
    gsize length;
    qpdf_oh stream = pass_get(pass, qpdf_get_root(pass->qpdf), "/Metadata");
    return pass_stream_bytes(pass, stream, &length);
}

static void
assert_box(const Pass *pass, qpdf_oh page, const char *key, PassBox wanted)
{
    PassBox box = pass_box(pass, page, key, (PassBox){0});
    const double *got = &box.x0, *want = &wanted.x0;
    for (int i = 0; i < 4; i++)
        assert_float_equal(got[i], want[i], 0.01);
}

static void
a_press_file_is_one(void **state)
{
    (void)state;
    g_autoptr(GByteArray) profile = press_profile();
    PdfOptions options = {
        .profile = PDF_PRESS, .icc = profile, .bleed = POINTS(9), .crop_marks = TRUE};
    g_autoptr(GByteArray) bytes = delivered(3, &options);
    g_autoptr(Pass) pass = opened(bytes);
    qpdf_oh root = qpdf_get_root(pass->qpdf), page = pass_page(pass, 1);
    assert_box(pass, page, "/TrimBox", (PassBox){0, 0, 400, 600});
    assert_box(pass, page, "/BleedBox", (PassBox){-9, -9, 409, 609});
    assert_true(pass_box(pass, page, "/MediaBox", (PassBox){0}).x0 < -9 - 14);
    assert_false(qpdf_oh_has_key(pass->qpdf, page, "/Annots"));
    assert_false(qpdf_oh_has_key(pass->qpdf, root, "/StructTreeRoot"));
    qpdf_oh intents = pass_get(pass, root, "/OutputIntents");
    qpdf_oh intent = qpdf_oh_get_array_item(pass->qpdf, intents, 0);
    assert_true(qpdf_oh_is_name_and_equals(pass->qpdf, pass_get(pass, intent, "/S"),
                                           "/GTS_PDFX"));
    qpdf_oh name = pass_get(pass, intent, "/OutputConditionIdentifier");
    assert_string_equal(qpdf_oh_get_utf8_value(pass->qpdf, name), "FOGRA39");
    g_autofree char *xmp = metadata_of(pass);
    assert_says(xmp, "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>");
    assert_says(xmp, "<xmp:CreateDate>2026-11-23T10:20:30Z</xmp:CreateDate>");
    assert_null(strstr(xmp, "pdfaid:part"));
    assert_null(strstr(xmp, "pdfuaid:part"));
    gsize length;
    g_autofree char *content = pass_content(pass, page, &length);
    assert_says(content, "0 0 0 1 k\n-9 -9 18 18 re\nf\nBT\n(b2) Tj\nET");
    assert_says(content, "/OWAll CS 1 SCN");
    assert_string_equal(qpdf_get_pdf_version(pass->qpdf), "1.6");
}

/* The pages on the sides of the sheets: "4 1 | 2 3". */
static char *
sides_of(const Pass *pass)
{
    GString *sides = g_string_new(NULL);
    for (int i = 0; i < pass->page_count; i++) {
        qpdf_oh resources = pass_get(pass, pass_page(pass, i), "/Resources");
        qpdf_oh forms = pass_get(pass, resources, "/XObject");
        g_string_append(sides, i ? " | " : "");
        for (int half = 0; half < 2; half++) {
            qpdf_oh form = pass_get(pass, forms, half ? "/P1" : "/P0");
            gsize length;
            g_autofree char *content = qpdf_oh_is_stream(pass->qpdf, form)
                                           ? pass_stream_bytes(pass, form, &length)
                                           : NULL;
            const char *text = content ? strstr(content, "(b") : NULL;
            int number = text ? atoi(text + 2) : 0;
            g_string_append_printf(sides, "%s%d", half ? " " : "", number);
        }
    }
    return g_string_free(sides, FALSE);
}

static void
assert_sides(int pages, gboolean back_cover, const char *wanted)
{
    PdfOptions options = {.imposed = TRUE, .back_cover = back_cover};
    g_autoptr(GByteArray) bytes = delivered(pages, &options);
    g_autoptr(Pass) pass = opened(bytes);
    g_autofree char *sides = sides_of(pass);
    assert_string_equal(sides, wanted);
}

static void
sheets_lie_in_each_other(void **state)
{
    (void)state;
    assert_sides(8, FALSE, "8 1 | 2 7 | 6 3 | 4 5");
    assert_sides(4, TRUE, "4 1 | 2 3");
    assert_sides(1, TRUE, "0 1 | 0 0");
    assert_sides(6, FALSE, "0 1 | 2 0 | 6 3 | 4 5");
    assert_sides(6, TRUE, "6 1 | 2 0 | 0 3 | 4 5");
}

static char *
side_content(const PdfOptions *options, int side)
{
    g_autoptr(GByteArray) bytes = delivered(8, options);
    g_autoptr(Pass) pass = opened(bytes);
    gsize length;
    return pass_content(pass, pass_page(pass, side), &length);
}

static void
sides_are_turned_and_moved_as_asked(void **state)
{
    (void)state;
    PdfOptions options = {.imposed = TRUE, .creep = POINTS(0.5)};
    g_autofree char *front = side_content(&options, 0);
    assert_says(front, "q 0 0 400 600 re W n 1 0 0 1 0 0 cm\n/P0 Do Q");
    assert_says(front, "q 400 0 400 600 re W n 1 0 0 1 400 0 cm\n/P1 Do Q");
    g_autofree char *inner = side_content(&options, 3);
    assert_says(inner, "q 0 0 400 600 re W n 1 0 0 1 0.5 0 cm\n/P0 Do Q");
    assert_says(inner, "q 400 0 400 600 re W n 1 0 0 1 399.5 0 cm\n/P1 Do Q");
    assert_null(strstr(inner, "-1 0 0 -1"));
    options.duplex = PDF_LONG_EDGE;
    g_autofree char *back = side_content(&options, 1);
    assert_true(g_str_has_prefix(back, "-1 0 0 -1 800 600 cm\n"));
    g_autofree char *unturned = side_content(&options, 2);
    assert_null(strstr(unturned, "-1 0 0 -1"));
    options.crop_marks = TRUE;
    g_autofree char *marked = side_content(&options, 0);
    assert_says(marked, "0 G\n");
    assert_says(marked, "[2 2] 0 d\n");
}

static void
pages_of_one_size_are_imposed(void **state)
{
    (void)state;
    PdfOptions options = {.imposed = TRUE};
    g_autoptr(GByteArray) lying =
        document_new(2, "[0 0 400 600]", "/MediaBox[0 0 600 400]");
    g_autoptr(GByteArray) bytes = pdf_deliver(lying, &options, NULL);
    assert_non_null(bytes);
    g_autoptr(Pass) pass = opened(bytes);
    gsize length;
    g_autofree char *content = pass_content(pass, pass_page(pass, 1), &length);
    assert_says(content, "0 1 -1 0 400 0 cm\n/P0 Do");
    g_autoptr(GByteArray) wider =
        document_new(2, "[0 0 400 600]", "/MediaBox[0 0 500 600]");
    g_autoptr(GError) error = NULL;
    assert_null(pdf_deliver(wider, &options, &error));
    assert_says(error->message, "bladzijde 2 meet 176 × 212 mm");
    g_autoptr(GByteArray) a5 = document_new(1, "[0 0 419.53 595.28]", "");
    g_autoptr(GByteArray) sheets = pdf_deliver(a5, &options, NULL);
    g_autoptr(Pass) sheet = opened(sheets);
    assert_box(sheet, pass_page(sheet, 0), "/MediaBox",
               (PassBox){0, 0, 841.89, 595.28});
}

static void
a_locked_file_opens_with_its_passwords(void **state)
{
    (void)state;
    g_autoptr(Diag) diag = diag_new();
    PdfOptions options = {
        .user_password = "lezer€", .owner_password = "maker", .diag = diag};
    g_autoptr(GByteArray) bytes = delivered(2, &options);
    static const char *const passwords[] = {"", "ander", "lezer€", "maker"};
    for (int i = 0; i < 4; i++) {
        qpdf_data qpdf = qpdf_init();
        qpdf_silence_errors(qpdf);
        qpdf_set_suppress_warnings(qpdf, QPDF_TRUE);
        QPDF_ERROR_CODE code = qpdf_read_memory(qpdf, "x", (const char *)bytes->data,
                                                bytes->len, passwords[i]);
        assert_int_equal(code == QPDF_SUCCESS, i >= 2);
        if (i == 2) {
            assert_true(qpdf_is_encrypted(qpdf));
            assert_true(qpdf_allow_accessibility(qpdf));
            assert_false(qpdf_allow_modify_other(qpdf));
        }
        qpdf_get_error(qpdf); /* or the library complains that nobody looked */
        qpdf_cleanup(&qpdf);
    }
    guint count;
    const DiagMessage *messages = diag_messages(diag, &count);
    assert_int_equal(count, 1);
    assert_int_equal(messages[0].code, DIAG_NOT_ARCHIVE);
    assert_null(g_strstr_len((char *)bytes->data, bytes->len, "Proef"));
}

static void
what_still_holds_is_said(void **state)
{
    (void)state;
    PdfOptions linear = {.linearise = TRUE};
    g_autoptr(GByteArray) bytes = delivered(2, &linear);
    g_autoptr(Pass) pass = opened(bytes);
    assert_true(qpdf_is_linearized(pass->qpdf));
    g_autofree char *xmp = metadata_of(pass);
    assert_says(xmp, "<pdfaid:part>2");
    PdfOptions sheets = {.imposed = TRUE};
    g_autoptr(GByteArray) imposed = delivered(2, &sheets);
    g_autoptr(Pass) second = opened(imposed);
    g_autofree char *other = metadata_of(second);
    assert_null(strstr(other, "pdfuaid:part>"));
    g_autoptr(GByteArray) input = document_new(1, "[0 0 9 9]", "");
    PdfOptions nothing = {0};
    g_autoptr(GByteArray) same = pdf_deliver(input, &nothing, NULL);
    assert_ptr_equal(same, input);
}

/* Whatever is left of a file, it is refused or made into another. */
static void
broken_files_do_no_harm(void **state)
{
    (void)state;
    g_autoptr(GByteArray) profile = press_profile();
    PdfOptions options = {
        .profile = PDF_PRESS, .icc = profile, .bleed = POINTS(9), .imposed = TRUE};
    g_autoptr(GByteArray) whole = document_new(3, "[0 0 400 600]", "");
    guint made = 0;
    for (guint cut = 0; cut < whole->len; cut += 7) {
        g_autoptr(GByteArray) part = g_byte_array_new();
        g_byte_array_append(part, whole->data, cut);
        g_autoptr(GError) error = NULL;
        g_autoptr(GByteArray) bytes = pdf_deliver(part, &options, &error);
        assert_true((bytes != NULL) != (error != NULL));
        made += bytes != NULL;
        for (guint i = cut % 11; i < whole->len; i += 37 + cut % 13) {
            if (i >= part->len)
                break;
            part->data[i] ^= 0x15;
        }
        g_autoptr(GByteArray) garbled = pdf_deliver(part, &options, NULL);
    }
    assert_true(made < whole->len / 7);
}

static void
broken_content_does_no_harm(void **state)
{
    (void)state;
    static const char *const contents[] = {
        "",    "(",          "(\\", "<", "<<", "BI ID ", "EMC EMC", "/Span <</MCID",
        "BDC", "BI ID \nEI", "%",   "]>"};
    for (guint i = 0; i < G_N_ELEMENTS(contents); i++) {
        gsize length = strlen(contents[i]);
        g_autofree char *exact = g_memdup2(contents[i], length);
        Separation separation = {.inks = TRUE};
        g_string_free(separate_content(&separation, exact, length), TRUE);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(colours_become_inks),
        cmocka_unit_test(an_unknown_colour_is_told_once),
        cmocka_unit_test(only_numbered_marks_go),
        cmocka_unit_test(what_touches_the_trim_goes_on_into_the_bleed),
        cmocka_unit_test(a_picture_knows_where_it_is_on_the_page),
        cmocka_unit_test(device_colours_that_stay_are_seen),
        cmocka_unit_test(a_condition_is_known_by_its_profile),
        cmocka_unit_test(a_profile_that_will_not_do_is_refused),
        cmocka_unit_test(a_press_file_is_one),
        cmocka_unit_test(sheets_lie_in_each_other),
        cmocka_unit_test(sides_are_turned_and_moved_as_asked),
        cmocka_unit_test(pages_of_one_size_are_imposed),
        cmocka_unit_test(a_locked_file_opens_with_its_passwords),
        cmocka_unit_test(what_still_holds_is_said),
        cmocka_unit_test(broken_files_do_no_harm),
        cmocka_unit_test(broken_content_does_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
