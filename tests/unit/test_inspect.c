#include "specimen.h"
#include "specimens.h"

/* What the tests work on: the sound files as text. */
typedef struct Sound {
    GByteArray *screen;
    GString *text[2]; /* by SpecimenBase */
} Sound;

static int
make_sound_files(void **state)
{
    Sound *sound = g_new0(Sound, 1);
    sound->screen = sound_screen();
    g_autoptr(GByteArray) press = sound_press(sound->screen);
    sound->text[SCREEN] = as_text(sound->screen);
    sound->text[PRESS] = as_text(press);
    for (int i = 0; i < 2; i++)
        mend(sound->text[i]);
    *state = sound;
    return 0;
}

static int
free_sound_files(void **state)
{
    Sound *sound = *state;
    g_byte_array_unref(sound->screen);
    for (int i = 0; i < 2; i++)
        g_string_free(sound->text[i], TRUE);
    g_free(sound);
    return 0;
}

/* The messages, one a line: "NAME TEXT". */
static char *
told(Diag *diag)
{
    guint count;
    const DiagMessage *messages = diag_messages(diag, &count);
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < count; i++)
        g_string_append_printf(text, "%s %s\n", diag_kind(messages[i].code)->name,
                               messages[i].text);
    return g_string_free(text, FALSE);
}

static void
assert_nothing_found(const GString *text, const char *claims)
{
    InspectResult result;
    g_autoptr(Diag) diag = inspected(text, NULL, &result);
    g_autofree char *messages = told(diag);
    assert_string_equal(messages, "");
    assert_string_equal(result.claims, claims);
    assert_int_equal(result.page_count, 3);
}

static void
sound_files_have_no_findings(void **state)
{
    Sound *sound = *state;
    assert_nothing_found(sound->text[SCREEN], "PDF/UA-1, PDF/A-2a");
    assert_nothing_found(sound->text[PRESS], "PDF/X-4");
    g_autoptr(GString) as_delivered =
        g_string_new_len((const char *)sound->screen->data, (gssize)sound->screen->len);
    assert_nothing_found(as_delivered, "PDF/UA-1, PDF/A-2a");
}

static void
replace_all(GString *text, const char *word, char letter, gsize count)
{
    const char *found = g_strstr_len(text->str, (gssize)text->len, word);
    if (!found)
        return;
    g_autofree char *letters = g_strnfill(count, letter);
    gssize at = found - text->str;
    g_string_erase(text, at, (gssize)strlen(word));
    g_string_insert(text, at, letters);
}

/* The object that the finding is to name; 0: none. */
static int
expected_object(const Specimen *specimen, const GString *text, gsize changed)
{
    if (!specimen->at)
        return object_at(text, changed);
    if (!*specimen->at)
        return 0;
    g_autoptr(GString) copy = g_string_new_len(text->str, (gssize)text->len);
    return object_at(text, change(copy, specimen->at, "\\0"));
}

static GString *
specimen_text(const Specimen *specimen, const Sound *sound, int *object)
{
    const GString *from = sound->text[specimen->base];
    GString *text = g_string_new_len(from->str, (gssize)from->len);
    gsize changed = change(text, specimen->find, specimen->put);
    if (specimen->find2) {
        gsize before = text->len, where = change(text, specimen->find2, specimen->put2);
        changed += where < changed ? text->len - before : 0;
    }
    if (specimen->add)
        change(text, "^xref\n", "\n");
    if (specimen->add) {
        gsize end = text->len;
        while (memcmp(text->str + end - 7, "trailer", 7) != 0)
            end--;
        g_autofree char *added = g_strconcat(specimen->add, "\nxref\n", NULL);
        g_string_insert(text, (gssize)end - 7, added);
    }
    replace_all(text, "@LONG@", 'x', 40000);
    replace_all(text, "@NAME@", 'x', 130);
    *object = expected_object(specimen, text, changed);
    if (!specimen->raw)
        mend(text);
    return text;
}

static gboolean
is_expected(const Specimen *specimen, DiagCode code)
{
    for (guint i = 0; i < G_N_ELEMENTS(specimen->also) && specimen->also[i]; i++)
        if (specimen->also[i] == code)
            return TRUE;
    return code == specimen->code;
}

/* "bladzijde 3, object 41: …" */
static gboolean
is_located(const char *text, int page, int object)
{
    int told_page = 0, told_object = 0;
    if (sscanf(text, "bladzijde %d, object %d:", &told_page, &told_object) < 2)
        sscanf(text, "object %d:", &told_object);
    return told_object == object && (page == 0 || told_page == page);
}

/* What is wrong with how the specimen is judged; "" where nothing is. */
static char *
misjudged(const Specimen *specimen, const Sound *sound)
{
    int object = 0;
    g_autoptr(GString) text = specimen_text(specimen, sound, &object);
    InspectResult result;
    g_autoptr(Diag) diag = inspected(text, NULL, &result);
    g_autofree char *messages = told(diag);
    guint count;
    const DiagMessage *message = diag_messages(diag, &count);
    gboolean caught = FALSE;
    for (guint i = 0; i < count; i++, message++) {
        if (!is_expected(specimen, message->code))
            return g_strdup_printf("%s, and besides:\n%s\n",
                                   diag_kind(specimen->code)->name, messages);
        caught = caught || (message->code == specimen->code &&
                            is_located(message->text, specimen->page, object));
    }
    if (caught)
        return g_strdup("");
    return g_strdup_printf("%s is not found on page %d in object %d, but:\n%s\n",
                           diag_kind(specimen->code)->name, specimen->page, object,
                           messages);
}

static void
each_specimen_is_caught_where_it_is_broken(void **state)
{
    g_autoptr(GString) faults = g_string_new(NULL);
    for (guint i = 0; i < G_N_ELEMENTS(specimens); i++) {
        g_autofree char *fault = misjudged(&specimens[i], *state);
        g_string_append(faults, fault);
    }
    assert_string_equal(faults->str, "");
}

/* Encrypts the file as it is, its claims and all. */
static GString *
locked(const GByteArray *pdf, gboolean readable)
{
    qpdf_data qpdf = qpdf_init();
    qpdf_read_memory(qpdf, "x", (const char *)pdf->data, pdf->len, NULL);
    qpdf_init_write_memory(qpdf);
    qpdf_set_newline_before_endstream(qpdf, QPDF_TRUE);
    qpdf_set_r3_encryption_parameters_insecure(
        qpdf, "", "geheim", readable ? QPDF_TRUE : QPDF_FALSE, QPDF_TRUE, QPDF_TRUE,
        QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, qpdf_r3p_full);
    assert_int_equal(qpdf_write(qpdf) & QPDF_ERRORS, 0);
    GString *text = g_string_new_len((const char *)qpdf_get_buffer(qpdf),
                                     (gssize)qpdf_get_buffer_length(qpdf));
    qpdf_cleanup(&qpdf);
    return text;
}

static void
a_locked_archive_is_found_out(void **state)
{
    const Sound *sound = *state;
    InspectResult result;
    g_autoptr(GString) open = locked(sound->screen, TRUE);
    g_autoptr(Diag) diag = inspected(open, NULL, &result);
    g_autofree char *messages = told(diag);
    assert_string_equal(messages, "pdf-versleuteld het bestand is versleuteld\n");
    g_autoptr(GString) closed = locked(sound->screen, FALSE);
    g_autoptr(Diag) silent = inspected(closed, NULL, &result);
    g_autofree char *more = told(silent);
    assert_string_equal(
        more, "pdf-versleuteld het bestand is versleuteld\n"
              "pdf-voorlezen-verboden voorleesprogramma's mogen de tekst niet "
              "lezen\n");
}

static void
a_locked_file_of_ours_is_accessible_and_no_archive(void **state)
{
    const Sound *sound = *state;
    g_autoptr(GByteArray) pdf =
        delivered(sound->screen,
                  (PdfOptions){.user_password = "geheim", .owner_password = "eigen"});
    g_autoptr(GString) text =
        g_string_new_len((const char *)pdf->data, (gssize)pdf->len);
    InspectResult result;
    g_autoptr(Diag) diag = inspected(text, "geheim", &result);
    g_autofree char *messages = told(diag);
    assert_string_equal(messages, "");
    assert_string_equal(result.claims, "PDF/UA-1");
    assert_true(result.locked);
    g_autoptr(GError) error = NULL;
    assert_false(inspect_pdf("x", pdf, "anders", diag, &result, &error));
    assert_string_equal(error->message, "het wachtwoord opent de PDF niet");
}

static void
no_rule_is_without_a_specimen(void **state)
{
    (void)state;
    static const DiagCode rules[] = {
#define RULE(code, name, promises, clause, cause, remedy) code,
#include "base/rules.def"
#undef RULE
    };
    gboolean caught[DIAG_CODE_COUNT] = {FALSE};
    caught[DIAG_PDF_LOCKED] = caught[DIAG_PDF_LOCKED_READERS] = TRUE; /* above */
    for (guint i = 0; i < G_N_ELEMENTS(specimens); i++)
        caught[specimens[i].code] = TRUE;
    for (guint i = 0; i < G_N_ELEMENTS(rules); i++) {
        if (!caught[rules[i]])
            fail_msg("no specimen of %s", diag_kind(rules[i])->name);
        assert_non_null(inspect_clause(rules[i]));
    }
}

static void
what_is_no_pdf_is_refused(void **state)
{
    (void)state;
    static const char *const bytes[] = {"", "geen PDF", "%PDF-1.7\n"};
    for (guint i = 0; i < G_N_ELEMENTS(bytes); i++) {
        g_autoptr(GByteArray) file = g_byte_array_new();
        g_byte_array_append(file, (const guint8 *)bytes[i], (guint)strlen(bytes[i]));
        g_autoptr(Diag) diag = diag_new();
        g_autoptr(GError) error = NULL;
        InspectResult result;
        assert_false(inspect_pdf("x", file, NULL, diag, &result, &error));
        assert_true(g_str_has_prefix(error->message, "de PDF is niet te lezen"));
    }
}

/* A number that follows from the one before: the same mutations in each run. */
static guint32
next_number(guint32 *seed)
{
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 8;
}

/* Changes some bytes, swaps some words, or cuts the end off. */
static void
damage(GString *text, guint32 *seed)
{
    static const char *const words[] = {"<<", ">>",   "[",  "]",     " 0 R",
                                        "/K", "null", "-1", "99999", "true",
                                        "/P", "(x)",  "/S", "obj",   "stream"};
    for (guint n = next_number(seed) % 8 + 1; n > 0; n--) {
        gsize at = next_number(seed) % (text->len - 16);
        const char *word = words[next_number(seed) % G_N_ELEMENTS(words)];
        switch (next_number(seed) % 3) {
        case 0:
            text->str[at] = (char)next_number(seed);
            break;
        case 1:
            memcpy(text->str + at, word, strlen(word));
            break;
        default:
            memmove(text->str + at, text->str + next_number(seed) % (text->len - 16),
                    12);
        }
    }
    if (next_number(seed) % 16 == 0)
        g_string_truncate(text, next_number(seed) % text->len + 16);
}

/* MUTATIES: how many; more of them take a long night. */
static void
damaged_files_are_survived(void **state)
{
    const Sound *sound = *state;
    const char *wanted = g_getenv("MUTATIES");
    guint32 seed = 7, count = wanted ? (guint32)atoi(wanted) : 150;
    for (guint32 i = 0; i < count; i++) {
        const GString *from = sound->text[i % 2];
        g_autoptr(GString) text = g_string_new_len(from->str, (gssize)from->len);
        damage(text, &seed);
        g_autoptr(GByteArray) bytes = g_byte_array_new();
        g_byte_array_append(bytes, (const guint8 *)text->str, (guint)text->len);
        g_autoptr(Diag) diag = diag_new();
        g_autoptr(GError) error = NULL;
        InspectResult result;
        if (!inspect_pdf("x", bytes, NULL, diag, &result, &error))
            assert_non_null(error);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sound_files_have_no_findings),
        cmocka_unit_test(each_specimen_is_caught_where_it_is_broken),
        cmocka_unit_test(a_locked_archive_is_found_out),
        cmocka_unit_test(a_locked_file_of_ours_is_accessible_and_no_archive),
        cmocka_unit_test(no_rule_is_without_a_specimen),
        cmocka_unit_test(what_is_no_pdf_is_refused),
        cmocka_unit_test(damaged_files_are_survived),
    };
    return cmocka_run_group_tests(tests, make_sound_files, free_sound_files);
}
