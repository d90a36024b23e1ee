#include "pdf/copy.h"

#include <stdlib.h>
#include <string.h>

struct Copy {
    const Pdf *pdf;
    qpdf_data source;
    GHashTable *numbers; /* cairo's → ours */
    GQueue waiting;      /* cairo's numbers of objects that are referred to only */
};

Copy *
copy_new(const Pdf *pdf, qpdf_data source)
{
    Copy *copy = g_new0(Copy, 1);
    copy->pdf = pdf;
    copy->source = source;
    copy->numbers = g_hash_table_new(NULL, NULL);
    g_queue_init(&copy->waiting);
    return copy;
}

void
copy_free(Copy *copy)
{
    g_hash_table_unref(copy->numbers);
    g_queue_clear(&copy->waiting);
    g_free(copy);
}

static gpointer
key_of(const Copy *copy, qpdf_oh object)
{
    return GINT_TO_POINTER(qpdf_oh_get_object_id(copy->source, object));
}

static int
number_of(const Copy *copy, gpointer key)
{
    return GPOINTER_TO_INT(g_hash_table_lookup(copy->numbers, key));
}

static void
copy_reference(Copy *copy, GString *out, qpdf_oh object)
{
    gpointer key = key_of(copy, object);
    if (!g_hash_table_contains(copy->numbers, key)) {
        g_hash_table_insert(copy->numbers, key,
                            GINT_TO_POINTER(pdf_allocate(copy->pdf)));
        g_queue_push_tail(&copy->waiting, key);
    }
    put_reference(out, number_of(copy, key));
}

static void
copy_content(Copy *copy, GString *out, qpdf_oh value);

static void
copy_value(Copy *copy, GString *out, qpdf_oh value)
{
    if (qpdf_oh_is_indirect(copy->source, value))
        copy_reference(copy, out, value);
    else
        copy_content(copy, out, value);
}

/* An array without references, as widths of glyphs are, needs no look at each item. */
static void
copy_array(Copy *copy, GString *out, qpdf_oh array)
{
    qpdf_data source = copy->source;
    const char *whole = qpdf_oh_unparse(source, array);
    if (!strchr(whole, 'R') && !strstr(whole, "<<")) {
        g_string_append(out, whole);
        return;
    }
    g_string_append_c(out, '[');
    int count = qpdf_oh_get_array_n_items(source, array);
    for (int i = 0; i < count; i++)
        copy_value(copy, out, qpdf_oh_get_array_item(source, array, i));
    g_string_append_c(out, ']');
}

/* Direct objects nest no deeper than libqpdf reads them. */
static void
copy_content(Copy *copy, GString *out, qpdf_oh value)
{
    qpdf_data source = copy->source;
    if (qpdf_oh_is_dictionary(source, value)) {
        g_string_append(out, "<<");
        copy_entries(copy, out, value, NULL);
        g_string_append(out, ">>");
    } else if (qpdf_oh_is_array(source, value)) {
        copy_array(copy, out, value);
    } else {
        g_string_append_c(out, ' ');
        g_string_append(out, qpdf_oh_unparse(source, value));
    }
}

void
copy_entries(Copy *copy, GString *out, qpdf_oh dictionary, const char *const *except)
{
    qpdf_data source = copy->source;
    g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func(g_free);
    qpdf_oh_begin_dict_key_iter(source, dictionary);
    while (qpdf_oh_dict_more_keys(source))
        g_ptr_array_add(keys, g_strdup(qpdf_oh_dict_next_key(source)));
    for (guint i = 0; i < keys->len; i++) {
        const char *key = keys->pdata[i];
        if (except && g_strv_contains(except, key))
            continue;
        put_name(out, key + 1);
        copy_value(copy, out, qpdf_oh_get_key(source, dictionary, key));
    }
    if (qpdf_oh_is_dictionary_of_type(source, dictionary, "/Font", "/CIDFontType2") &&
        !qpdf_oh_has_key(source, dictionary, "/CIDToGIDMap"))
        g_string_append(out, "/CIDToGIDMap/Identity");
}

gboolean
copy_stream(Copy *copy, int number, qpdf_oh stream, const char *entries, GError **error)
{
    static const char *const except[] = {"/Length", "/Interpolate", NULL};
    qpdf_oh dictionary = qpdf_oh_get_dict(copy->source, stream);
    unsigned char *bytes = NULL;
    size_t length = 0;
    if (qpdf_oh_get_stream_data(copy->source, stream, qpdf_dl_none, NULL, &bytes,
                                &length) &
        QPDF_ERRORS) {
        pdf_set_error(error, "een deel van de PDF is niet te lezen");
        return FALSE;
    }
    g_autoptr(GString) all = g_string_new(entries);
    copy_entries(copy, all, dictionary, except);
    gboolean packed = qpdf_oh_has_key(copy->source, dictionary, "/Filter");
    pdf_file_add_stream(copy->pdf->file, number, all->str, bytes, length,
                        packed ? PDF_AS_IS : PDF_COMPRESS);
    free(bytes);
    return TRUE;
}

gboolean
copy_rest(Copy *copy, GError **error)
{
    const Pdf *pdf = copy->pdf;
    while (!g_queue_is_empty(&copy->waiting)) {
        gpointer key = g_queue_pop_head(&copy->waiting);
        int number = number_of(copy, key);
        qpdf_oh object = qpdf_get_object_by_id(copy->source, GPOINTER_TO_INT(key), 0);
        if (qpdf_oh_is_stream(copy->source, object)) {
            if (!copy_stream(copy, number, object, "", error))
                return FALSE;
        } else {
            copy_content(copy, pdf_begin(pdf, number), object);
            pdf_end(pdf);
        }
        qpdf_oh_release_all(copy->source);
    }
    return TRUE;
}
