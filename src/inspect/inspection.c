#include "inspect/inspection.h"

#include <stdarg.h>
#include <string.h>

typedef struct Rule {
    guint promises; /* the rule holds where a file promises one of these */
    const char *clause;
} Rule;

enum {
    ANY = PROMISE_SOUND,
    TAGGED = PROMISE_TAGGED,
    UA = PROMISE_ACCESSIBLE,
    A = PROMISE_ARCHIVE,
    AU = PROMISE_UNICODE,
    AA = PROMISE_STRUCTURE,
    X = PROMISE_PRESS
};

static const Rule *
rule_of(DiagCode code)
{
    static const Rule rules[DIAG_CODE_COUNT] = {
#define RULE(code, name, promises, clause, cause, remedy) [code] = {(promises), clause},
#include "base/rules.def"
#undef RULE
    };
    return &rules[code];
}

const char *
inspect_clause(DiagCode code)
{
    return code < DIAG_CODE_COUNT ? rule_of(code)->clause : NULL;
}

void
finding(Inspection *inspection, DiagCode code, int page, const Value *where,
        const char *format, ...)
{
    if (!(rule_of(code)->promises & inspection->promises))
        return;
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_autoptr(GString) at = g_string_new(NULL);
    if (page >= 0)
        g_string_append_printf(at, "bladzijde %d", page + 1);
    if (where && where->object > 0)
        g_string_append_printf(at, "%sobject %d", at->len ? ", " : "", where->object);
    if (at->len > 0)
        g_string_append(at, ": ");
    Place place = {inspection->name, 0, 0};
    diag_report(inspection->diag, &place, code, "%s%s", at->str, text);
}

static void
set_error(GError **error, const char *text)
{
    g_set_error_literal(error, G_FILE_ERROR, G_FILE_ERROR_INVAL, text);
}

/* libqpdf mends what it can, and says so; a file that has to be mended is not sound. */
static void
check_damage(Inspection *inspection)
{
    qpdf_data qpdf = inspection->objects->qpdf;
    for (int i = 0; i < 20 && qpdf_more_warnings(qpdf); i++)
        finding(inspection, DIAG_PDF_DAMAGED, -1, NULL, "%s",
                qpdf_get_error_full_text(qpdf, qpdf_next_warning(qpdf)));
    if (qpdf_has_error(qpdf))
        finding(inspection, DIAG_PDF_DAMAGED, -1, NULL, "%s",
                qpdf_get_error_full_text(qpdf, qpdf_get_error(qpdf)));
}

static void
run(Inspection *inspection)
{
    pages_collect(inspection);
    check_metadata(inspection);
    check_bytes(inspection);
    check_limits(inspection);
    check_catalog(inspection);
    check_actions(inspection);
    check_intents(inspection);
    check_pages(inspection);
    check_tree(inspection);
    check_elements(inspection);
    check_tables(inspection);
    check_annotations(inspection);
    check_fields(inspection);
    check_content(inspection);
    check_parents(inspection);
    check_fonts(inspection);
    check_navigation(inspection);
    check_press(inspection);
    check_damage(inspection);
}

static void
inspect_objects(Inspection *inspection)
{
    Objects *objects = inspection->objects;
    inspection->root = value_get(objects->trailer, "Root");
    inspection->info = value_get(objects->trailer, "Info");
    inspection->profile = value_null();
    inspection->pages = g_array_new(FALSE, TRUE, sizeof(Page));
    inspection->page_at = g_hash_table_new(NULL, NULL);
    inspection->tree = (Tree){
        .elements = g_array_new(FALSE, TRUE, sizeof(Element)),
        .marks = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free),
        .objects = g_hash_table_new_full(NULL, NULL, NULL, g_free),
        .ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .parents = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL),
    };
    inspection->fonts = g_hash_table_new_full(NULL, NULL, NULL, NULL);
    inspection->destinations =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    run(inspection);
    g_array_unref(inspection->pages);
    g_hash_table_unref(inspection->page_at);
    g_array_unref(inspection->tree.elements);
    g_hash_table_unref(inspection->tree.marks);
    g_hash_table_unref(inspection->tree.objects);
    g_hash_table_unref(inspection->tree.ids);
    g_hash_table_unref(inspection->tree.parents);
    g_hash_table_unref(inspection->fonts);
    g_hash_table_unref(inspection->destinations);
}

static gboolean
inspect_opened(Inspection *inspection, qpdf_data qpdf, GError **error)
{
    g_autoptr(Objects) objects = objects_read(qpdf);
    inspection->objects = objects;
    const Value *root = value_get(objects->trailer, "Root");
    if (!value_is(value_get(root, "Pages"), VALUE_DICTIONARY)) {
        set_error(error, "de PDF heeft geen bladzijden");
        return FALSE;
    }
    inspection->result->locked = qpdf_is_encrypted(qpdf);
    inspect_objects(inspection);
    return TRUE;
}

static gboolean
open_file(qpdf_data qpdf, const GByteArray *bytes, const char *password, GError **error)
{
    qpdf_silence_errors(qpdf);
    qpdf_set_suppress_warnings(qpdf, QPDF_TRUE);
    if (!(qpdf_read_memory(qpdf, "PDF", (const char *)bytes->data, bytes->len,
                           password) &
          QPDF_ERRORS))
        return TRUE;
    qpdf_error fault = qpdf_get_error(qpdf);
    gboolean locked = qpdf_get_error_code(qpdf, fault) == qpdf_e_password;
    g_autofree char *text = g_strdup_printf("de PDF is niet te lezen: %s",
                                            qpdf_get_error_full_text(qpdf, fault));
    set_error(error, !locked ? text
                     : password
                         ? "het wachtwoord opent de PDF niet"
                         : "de PDF heeft een wachtwoord: geef --wachtwoord-bestand");
    return FALSE;
}

gboolean
inspect_pdf(const char *name, const GByteArray *bytes, const char *password, Diag *diag,
            InspectResult *result, GError **error)
{
    memset(result, 0, sizeof *result);
    Inspection inspection = {.name = name, .diag = diag, .bytes = bytes};
    inspection.result = result;
    inspection.promises = PROMISE_SOUND;
    qpdf_data qpdf = qpdf_init();
    gboolean read = open_file(qpdf, bytes, password, error) &&
                    inspect_opened(&inspection, qpdf, error);
    qpdf_get_error(qpdf); /* else the library complains that nobody looked */
    qpdf_cleanup(&qpdf);
    result->promises = inspection.promises;
    return read;
}
