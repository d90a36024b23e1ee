#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <glib/gstdio.h>
#include <qpdf/qpdf-c.h>
#include <unistd.h>

#include "pdf/parts.h"
#include "render/render.h"
#include "sample.h"

static const PdfOptions options = {.date = "2026-11-23T10:20:30Z",
                                   .creator = "opbouwwerk 0.1",
                                   .archive = TRUE,
                                   .accessible = TRUE};

static GByteArray *
finished(Sample *sample, const PdfOptions *wanted)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Drawing) drawn = render_pdf(sample->document, &error);
    GByteArray *bytes =
        drawn ? pdf_finish(sample->document, drawn, wanted, &error) : NULL;
    if (!bytes)
        fail_msg("%s", error->message);
    return bytes;
}

static GByteArray *
finished_sample(void)
{
    Sample sample = sample_document();
    GByteArray *bytes = finished(&sample, &options);
    sample_end(&sample);
    return bytes;
}

/* What a program, with an option or without, says of the file; NULL where it is not installed. */
static char *
asked(const GByteArray *bytes, const char *program, const char *option, int *status)
{
    g_autofree char *path = NULL;
    int file = g_file_open_tmp("pdf-XXXXXX.pdf", &path, NULL);
    assert_true(file >= 0);
    assert_int_equal(write(file, bytes->data, bytes->len), bytes->len);
    close(file);
    const char *argv[] = {program, option ? option : path, option ? path : NULL, NULL};
    char *out = NULL;
    g_autofree char *err = NULL;
    g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, &err,
                 status, NULL);
    g_unlink(path);
    if (!out)
        return NULL;
    char *both = g_strconcat(out, err, NULL);
    g_free(out);
    return both;
}

static void
assert_says(const char *text, const char *wanted)
{
    if (!strstr(text, wanted))
        fail_msg("“%s” is not in:\n%s", wanted, text);
}

static void
other_programs_find_the_file_sound(void **state)
{
    (void)state;
    g_autoptr(GByteArray) bytes = finished_sample();
    int status = 0;
    g_autofree char *check = asked(bytes, "qpdf", "--check", &status);
    g_autofree char *fonts = asked(bytes, "pdffonts", NULL, NULL);
    if (!check || !fonts)
        skip();
    assert_says(check, "No syntax or stream encoding errors found");
    assert_null(strstr(check, "WARNING"));
    assert_int_equal(status, 0);
    assert_says(fonts, "Vollkorn-Regular");
    assert_null(strstr(fonts, " no "));
}

static void
the_structure_is_as_it_is_read(void **state)
{
    (void)state;
    g_autoptr(GByteArray) bytes = finished_sample();
    g_autofree char *tree = asked(bytes, "pdfinfo", "-struct-text", NULL);
    if (!tree)
        skip();
    assert_says(tree, "Document\n  H1 (block)\n    \"Hoofdstuk één\"\n  P (block)\n"
                      "    \"De efficiënte affiches fietsen langs de hei, zie \"\n"
                      "    Link (inline)\n      \"de tabel\"\n      Object ");
    assert_says(tree, "  L (block):\n     /ListNumbering /Decimal\n    LI (block)\n"
                      "      Lbl (block)\n        \"1.\"\n      LBody (block)\n"
                      "        \"eerste punt 7 pt\"\n");
    assert_says(tree,
                "      TH <kop.1>:\n         /Scope /Column\n        \"Houding\"\n");
    assert_says(tree, "         /Headers [(kop.2)]\n        \"7,5\"\n");
    assert_says(tree,
                "  Figure:\n     /BBox [40 412 160 472]\n     /Placement /Block\n");
    assert_null(strstr(tree, "Voetregel"));
}

static void
equal_input_gives_equal_bytes(void **state)
{
    (void)state;
    g_autoptr(GByteArray) one = finished_sample();
    g_autoptr(GByteArray) two = finished_sample();
    assert_int_equal(one->len, two->len);
    assert_memory_equal(one->data, two->data, one->len);
}

/* A finished file, read back. */
typedef struct Reader {
    qpdf_data q;
    qpdf_oh root;
} Reader;

static Reader
reader_new(const GByteArray *bytes)
{
    Reader reader = {.q = qpdf_init()};
    qpdf_silence_errors(reader.q);
    assert_int_equal(
        qpdf_read_memory(reader.q, "x", (const char *)bytes->data, bytes->len, NULL),
        QPDF_SUCCESS);
    reader.root = qpdf_get_root(reader.q);
    return reader;
}

static void
reader_free(Reader *reader)
{
    assert_false(qpdf_has_error(reader->q));
    qpdf_cleanup(&reader->q);
}

/* The value at a path of keys and indices: "/Outlines/First/Title", "/K/0". */
static qpdf_oh
value_at(const Reader *reader, qpdf_oh from, const char *path)
{
    g_auto(GStrv) steps = g_strsplit(path + 1, "/", -1);
    for (int i = 0; steps[i]; i++) {
        g_autofree char *key = g_strconcat("/", steps[i], NULL);
        from = g_ascii_isdigit(*steps[i])
                   ? qpdf_oh_get_array_item(reader->q, from, atoi(steps[i]))
                   : qpdf_oh_get_key(reader->q, from, key);
    }
    return from;
}

static void
assert_value(const Reader *reader, qpdf_oh from, const char *path, const char *wanted)
{
    qpdf_oh value = value_at(reader, from, path);
    const char *text = qpdf_oh_is_string(reader->q, value)
                           ? qpdf_oh_get_utf8_value(reader->q, value)
                           : qpdf_oh_unparse_resolved(reader->q, value);
    if (strcmp(text, wanted) != 0)
        fail_msg("%s is %s, not %s", path, text, wanted);
}

static void
the_catalog_says_what_readers_need(void **state)
{
    (void)state;
    g_autoptr(GByteArray) bytes = finished_sample();
    assert_memory_equal(bytes->data, "%PDF-1.7\n", 9);
    Reader reader = reader_new(bytes);
    assert_value(&reader, reader.root, "/Lang", "nl-NL");
    assert_value(&reader, reader.root, "/MarkInfo/Marked", "true");
    assert_value(&reader, reader.root, "/ViewerPreferences/DisplayDocTitle", "true");
    assert_value(&reader, reader.root, "/PageLayout", "/OneColumn");
    assert_value(&reader, reader.root, "/OutputIntents/0/S", "/GTS_PDFA1");
    qpdf_oh profile =
        value_at(&reader, reader.root, "/OutputIntents/0/DestOutputProfile");
    assert_value(&reader, qpdf_oh_get_dict(reader.q, profile), "/N", "3");
    assert_value(&reader, reader.root, "/Names/Dests/Names/0", "kop");
    assert_value(&reader, reader.root, "/Names/Dests/Names/1/3", "510");
    assert_value(&reader, reader.root, "/Pages/Kids/0/Tabs", "/S");
    reader_free(&reader);
}

static void
bookmarks_are_an_outline(void **state)
{
    (void)state;
    g_autoptr(GByteArray) bytes = finished_sample();
    Reader reader = reader_new(bytes);
    qpdf_oh outline = value_at(&reader, reader.root, "/Outlines");
    assert_value(&reader, outline, "/Count", "3");
    assert_value(&reader, outline, "/First/Title", "Eén – begin");
    assert_value(&reader, outline, "/First/Count", "1");
    assert_value(&reader, outline, "/First/F", "2");
    assert_value(&reader, outline, "/First/C/0", "1");
    assert_value(&reader, outline, "/First/C/2", "0.2");
    assert_value(&reader, outline, "/First/Dest", "kop");
    assert_value(&reader, outline, "/First/First/Title", "De tabel");
    assert_value(&reader, outline, "/First/Next/Title", "Elders");
    assert_value(&reader, outline, "/Last/A/URI", "https://example.org/a?b=c");
    assert_value(&reader, outline, "/Last/Prev/Title", "Eén – begin");
    reader_free(&reader);
}

static void
links_can_be_read_and_followed(void **state)
{
    (void)state;
    g_autoptr(GByteArray) bytes = finished_sample();
    Reader reader = reader_new(bytes);
    qpdf_oh link = value_at(&reader, reader.root, "/Pages/Kids/0/Annots/0");
    assert_value(&reader, link, "/Subtype", "/Link");
    assert_value(&reader, link, "/Contents", "Naar de tabel");
    assert_value(&reader, link, "/F", "4");
    assert_value(&reader, link, "/Dest", "tabel.1");
    assert_value(&reader, link, "/StructParent", "2");
    assert_value(&reader, link, "/Rect/1", "462");
    assert_value(&reader, link, "/Rect/3", "476");
    qpdf_oh element =
        value_at(&reader, reader.root, "/StructTreeRoot/ParentTree/Nums/5");
    assert_value(&reader, element, "/S", "/Link");
    qpdf_oh object = value_at(&reader, element, "/K/1/Obj");
    assert_int_equal(qpdf_oh_get_object_id(reader.q, object),
                     qpdf_oh_get_object_id(reader.q, link));
    reader_free(&reader);
}

/* Every mark of a page is named once in the tree, by the element that the parent tree
 * gives; elements name their parents. */
static void
check_element(const Reader *reader, qpdf_oh element, GHashTable *marks)
{
    qpdf_data q = reader->q;
    int id = qpdf_oh_get_object_id(q, element);
    qpdf_oh page = qpdf_oh_get_key(q, element, "/Pg");
    qpdf_oh kids = qpdf_oh_get_key(q, element, "/K");
    int count = qpdf_oh_is_array(q, kids) ? qpdf_oh_get_array_n_items(q, kids) : 1;
    for (int i = 0; i < count; i++) {
        qpdf_oh kid =
            qpdf_oh_is_array(q, kids) ? qpdf_oh_get_array_item(q, kids, i) : kids;
        if (qpdf_oh_is_integer(q, kid)) {
            char *key = g_strdup_printf("%d %d", qpdf_oh_get_object_id(q, page),
                                        qpdf_oh_get_int_value_as_int(q, kid));
            assert_true(g_hash_table_insert(marks, key, GINT_TO_POINTER(id)));
        } else if (qpdf_oh_has_key(q, kid, "/S")) {
            assert_int_equal(qpdf_oh_get_object_id(q, qpdf_oh_get_key(q, kid, "/P")),
                             id);
            check_element(reader, kid, marks);
        }
    }
}

static void
the_parent_tree_agrees_with_the_tree(void **state)
{
    (void)state;
    g_autoptr(GByteArray) bytes = finished_sample();
    Reader reader = reader_new(bytes);
    qpdf_data q = reader.q;
    g_autoptr(GHashTable) marks =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    check_element(&reader, value_at(&reader, reader.root, "/StructTreeRoot/K"), marks);
    guint found = 0;
    for (int page = 0; page < 2; page++) {
        g_autofree char *path =
            g_strdup_printf("/StructTreeRoot/ParentTree/Nums/%d", 2 * page + 1);
        qpdf_oh elements = value_at(&reader, reader.root, path);
        int page_id = qpdf_oh_get_object_id(q, qpdf_get_page_n(q, (size_t)page));
        for (int i = 0; i < qpdf_oh_get_array_n_items(q, elements); i++, found++) {
            g_autofree char *key = g_strdup_printf("%d %d", page_id, i);
            int id = qpdf_oh_get_object_id(q, qpdf_oh_get_array_item(q, elements, i));
            assert_int_equal(GPOINTER_TO_INT(g_hash_table_lookup(marks, key)), id);
        }
    }
    assert_int_equal(found, g_hash_table_size(marks));
    reader_free(&reader);
}

static char *
metadata_stream(const Reader *reader)
{
    unsigned char *bytes = NULL;
    size_t length = 0;
    qpdf_oh_get_stream_data(reader->q, value_at(reader, reader->root, "/Metadata"),
                            qpdf_dl_all, NULL, &bytes, &length);
    char *text = g_strndup((const char *)bytes, length);
    free(bytes);
    return text;
}

static void
metadata_says_the_same_twice(void **state)
{
    (void)state;
    g_autoptr(GByteArray) bytes = finished_sample();
    Reader reader = reader_new(bytes);
    qpdf_oh info = value_at(&reader, qpdf_get_trailer(reader.q), "/Info");
    assert_value(&reader, info, "/Title", "Proef & toets");
    assert_value(&reader, info, "/Author", "De <maker>");
    assert_value(&reader, info, "/CreationDate", "D:20261123102030Z");
    g_autofree char *xmp = metadata_stream(&reader);
    assert_says(xmp, "<rdf:li xml:lang=\"x-default\">Proef &amp; toets</rdf:li>");
    assert_says(xmp, "<rdf:li>De &lt;maker&gt;</rdf:li>");
    assert_says(xmp, "<pdf:Keywords>proef, vlak</pdf:Keywords>");
    assert_says(xmp, "<xmp:ModifyDate>2026-11-23T10:20:30Z</xmp:ModifyDate>");
    assert_says(xmp, "<pdfaid:part>2</pdfaid:part>");
    assert_says(xmp, "<pdfaid:conformance>A</pdfaid:conformance>");
    assert_says(xmp, "<pdfuaid:part>1</pdfuaid:part>");
    reader_free(&reader);
}

static void
without_a_date_there_is_none(void **state)
{
    (void)state;
    const PdfOptions plain = {.date = "gisteren"};
    Sample sample = sample_document();
    sample.document->title = NULL;
    sample.document->author = "re\001gel\nmet \xFF";
    g_autoptr(GByteArray) bytes = finished(&sample, &plain);
    Reader reader = reader_new(bytes);
    qpdf_oh info = value_at(&reader, qpdf_get_trailer(reader.q), "/Info");
    assert_value(&reader, info, "/Title", "Zonder titel");
    assert_value(&reader, info, "/Author", "re gel met \xEF\xBF\xBD");
    assert_value(&reader, info, "/CreationDate", "null");
    assert_value(&reader, reader.root, "/OutputIntents", "null");
    g_autofree char *xmp = metadata_stream(&reader);
    assert_null(strstr(xmp, "Date"));
    assert_null(strstr(xmp, "pdfaid:part>"));
    reader_free(&reader);
    sample_end(&sample);
}

static void
pages_are_labelled_as_they_are_numbered(void **state)
{
    (void)state;
    static const struct {
        const char *label;
        int number;
    } pages[] = {{"iii", 3}, {"iv", 4},  {"1", 1},      {"2", 2},  {"4", 4},
                 {"B-5", 5}, {"B-6", 6}, {"omslag", 7}, {NULL, 8}, {"ab", 28}};
    Sample sample = sample_begin();
    for (guint i = 0; i < G_N_ELEMENTS(pages); i++)
        sample_page(&sample, pages[i].label)->u.page.number = pages[i].number;
    g_autoptr(GByteArray) bytes = finished(&sample, &options);
    Reader reader = reader_new(bytes);
    assert_value(&reader, reader.root, "/PageLabels/Nums",
                 "[ 0 << /S /r /St 3 >> 2 << /S /D >> 4 << /S /D /St 4 >> "
                 "5 << /P (B-) /S /D /St 5 >> 7 << /P (omslag) >> 8 << /S /D /St 8 >> "
                 "9 << /P (ab) >> ]");
    reader_free(&reader);
    sample_end(&sample);
}

static void
differing_marks_are_refused(void **state)
{
    (void)state;
    Sample sample = sample_document();
    g_autoptr(Drawing) drawn = render_pdf(sample.document, NULL);
    StructureElement *p = sample_element(&sample, NULL, "P");
    structure_add_mark(sample.document->structure, p, 1, 7);
    g_autoptr(GError) error = NULL;
    assert_null(pdf_finish(sample.document, drawn, &options, &error));
    assert_string_equal(
        error->message,
        "bladzijde 2 heeft 7 stukken inhoud, de structuurboom kent er 8");
    g_clear_error(&error);
    p->first->page = 9;
    assert_null(pdf_finish(sample.document, drawn, &options, &error));
    assert_string_equal(error->message, "stuk inhoud 7 van bladzijde 10 bestaat niet");
    g_clear_error(&error);
    g_ptr_array_set_size(drawn->pages, 1);
    assert_null(pdf_finish(sample.document, drawn, &options, &error));
    assert_string_equal(error->message,
                        "er zijn 1 bladzijden getekend in plaats van 2");
    sample_end(&sample);
}

static void
elements_are_completed(void **state)
{
    (void)state;
    static const char *const words[] = {"woord", NULL};
    Sample sample = sample_begin();
    sample_page(&sample, NULL);
    StructureElement *note = sample_element(&sample, NULL, "Note");
    StructureElement *own = sample_element(&sample, NULL, "Stelling");
    StructureElement *th = sample_element(
        &sample, sample_element(&sample, sample_element(&sample, NULL, "Table"), "TR"),
        "TH");
    sample_element(&sample, th->parent, "TD")->column_span = 2;
    sample_element(&sample, sample_element(&sample, NULL, "Table"), "TD");
    StructureElement *figure = sample_element(&sample, NULL, "Figure");
    sample_lines(&sample, note, "Lato 9", words);
    sample_lines(&sample, own, "Lato 9", words);
    sample_lines(&sample, th, "Lato 9", words);
    sample_lines(&sample, figure, "Lato 9", words);
    g_autoptr(GByteArray) bytes = finished(&sample, &options);
    Reader reader = reader_new(bytes);
    qpdf_oh tree = value_at(&reader, reader.root, "/StructTreeRoot");
    assert_value(&reader, tree, "/K/K/0/ID", "noot-1");
    assert_value(&reader, tree, "/IDTree/Names/0", "noot-1");
    assert_value(&reader, tree, "/RoleMap/Stelling", "/Div");
    assert_value(&reader, tree, "/K/K/2/K/K/0/A/Scope", "/Column");
    assert_value(&reader, tree, "/K/K/2/K/K/1/A/ColSpan", "2");
    assert_value(&reader, tree, "/K/K/3/S", "/Figure");
    assert_value(&reader, tree, "/K/K/3/Alt", "Afbeelding zonder beschrijving");
    reader_free(&reader);
    sample_end(&sample);
}

static void
depth_has_no_limit(void **state)
{
    (void)state;
    enum { DEPTH = 20000 };
    static const char *const words[] = {"diep", NULL};
    Sample sample = sample_begin();
    sample_page(&sample, NULL);
    StructureElement *element = NULL;
    AreaBookmark *bookmark = NULL;
    for (int i = 0; i < DEPTH; i++) {
        element = sample_element(&sample, element, "Sect");
        bookmark = area_add_bookmark(sample.document, bookmark, "x");
        bookmark->open = TRUE;
    }
    sample_lines(&sample, element, "Lato 9", words);
    g_autoptr(GByteArray) bytes = finished(&sample, &options);
    Reader reader = reader_new(bytes);
    assert_value(&reader, reader.root, "/Outlines/Count", "20000");
    reader_free(&reader);
    sample_end(&sample);
}

static void
the_profile_is_srgb(void **state)
{
    (void)state;
    g_autoptr(GByteArray) profile = profile_srgb();
    assert_in_range(profile->len, 2000, 3000);
    assert_int_equal(profile->data[2] << 8 | profile->data[3], profile->len);
    assert_memory_equal(profile->data + 12, "mntrRGB XYZ ", 12);
    assert_memory_equal(profile->data + 36, "acsp", 4);
    assert_int_equal(profile->data[131], 9);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(other_programs_find_the_file_sound),
        cmocka_unit_test(the_structure_is_as_it_is_read),
        cmocka_unit_test(equal_input_gives_equal_bytes),
        cmocka_unit_test(the_catalog_says_what_readers_need),
        cmocka_unit_test(bookmarks_are_an_outline),
        cmocka_unit_test(links_can_be_read_and_followed),
        cmocka_unit_test(the_parent_tree_agrees_with_the_tree),
        cmocka_unit_test(metadata_says_the_same_twice),
        cmocka_unit_test(without_a_date_there_is_none),
        cmocka_unit_test(pages_are_labelled_as_they_are_numbered),
        cmocka_unit_test(differing_marks_are_refused),
        cmocka_unit_test(elements_are_completed),
        cmocka_unit_test(depth_has_no_limit),
        cmocka_unit_test(the_profile_is_srgb),
    };
    return cmocka_run_group_tests_name("pdf", tests, NULL, NULL);
}
