#include "pdf/pass.h"

#include <stdlib.h>
#include <string.h>

void
pass_take_error(const Pass *pass, GError **error)
{
    qpdf_error fault = qpdf_get_error(pass->qpdf);
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
                "de PDF kan niet bewerkt worden: %s",
                fault ? qpdf_get_error_full_text(pass->qpdf, fault) : "onbekende fout");
}

Pass *
pass_open(const GByteArray *input, const PdfOptions *options, GError **error)
{
    g_autoptr(Pass) pass = g_new0(Pass, 1);
    pass->options = options;
    pass->qpdf = qpdf_init();
    qpdf_silence_errors(pass->qpdf);
    qpdf_set_suppress_warnings(pass->qpdf, QPDF_TRUE);
    if ((qpdf_read_memory(pass->qpdf, "PDF", (const char *)input->data, input->len,
                          NULL) |
         qpdf_push_inherited_attributes_to_page(pass->qpdf)) &
        QPDF_ERRORS) {
        pass_take_error(pass, error);
        return NULL;
    }
    pass->page_count = qpdf_get_num_pages(pass->qpdf);
    if (pass->page_count < 1) {
        g_set_error_literal(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                            "de PDF heeft geen bladzijden");
        return NULL;
    }
    return g_steal_pointer(&pass);
}

void
pass_free(Pass *pass)
{
    if (pass->qpdf) {
        qpdf_get_error(pass->qpdf); /* else the library complains that nobody looked */
        qpdf_cleanup(&pass->qpdf);
    }
    g_free(pass);
}

void
pass_release(Pass *pass)
{
    qpdf_oh_release_all(pass->qpdf);
}

qpdf_oh
pass_object(const Pass *pass, int number)
{
    return qpdf_get_object_by_id(pass->qpdf, number, 0);
}

qpdf_oh
pass_page(const Pass *pass, int page)
{
    return qpdf_get_page_n(pass->qpdf, (size_t)page);
}

int
pass_add(const Pass *pass, qpdf_oh value)
{
    return qpdf_oh_get_object_id(pass->qpdf,
                                 qpdf_make_indirect_object(pass->qpdf, value));
}

static void
set_bytes(const Pass *pass, qpdf_oh stream, const void *bytes, gsize length)
{
    qpdf_oh_replace_stream_data(pass->qpdf, stream, bytes, length,
                                qpdf_oh_new_null(pass->qpdf),
                                qpdf_oh_new_null(pass->qpdf));
}

int
pass_add_stream(const Pass *pass, const void *bytes, gsize length)
{
    qpdf_oh stream = qpdf_oh_new_stream(pass->qpdf);
    set_bytes(pass, stream, bytes, length);
    return qpdf_oh_get_object_id(pass->qpdf, stream);
}

void
pass_set_stream(const Pass *pass, qpdf_oh stream, const GString *bytes)
{
    set_bytes(pass, stream, bytes->str, bytes->len);
}

qpdf_oh
pass_get(const Pass *pass, qpdf_oh dictionary, const char *key)
{
    return qpdf_oh_get_key_if_dict(pass->qpdf, dictionary, key);
}

void
pass_set(const Pass *pass, qpdf_oh dictionary, const char *key, qpdf_oh value)
{
    qpdf_oh_replace_key(pass->qpdf, dictionary, key, value);
}

void
pass_set_name(const Pass *pass, qpdf_oh dictionary, const char *key, const char *name)
{
    pass_set(pass, dictionary, key, qpdf_oh_new_name(pass->qpdf, name));
}

void
pass_set_text(const Pass *pass, qpdf_oh dictionary, const char *key, const char *text)
{
    pass_set(pass, dictionary, key, qpdf_oh_new_unicode_string(pass->qpdf, text));
}

void
pass_remove(const Pass *pass, qpdf_oh dictionary, const char *const *keys)
{
    for (; *keys; keys++)
        qpdf_oh_remove_key(pass->qpdf, dictionary, *keys);
}

qpdf_oh
pass_dictionary(const Pass *pass, qpdf_oh owner, const char *key)
{
    qpdf_oh value = pass_get(pass, owner, key);
    if (qpdf_oh_is_dictionary(pass->qpdf, value))
        return value;
    value = qpdf_oh_new_dictionary(pass->qpdf);
    pass_set(pass, owner, key, value);
    return value;
}

GPtrArray *
pass_keys(const Pass *pass, qpdf_oh dictionary)
{
    GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);
    if (!qpdf_oh_is_dictionary(pass->qpdf, dictionary))
        return keys;
    qpdf_oh_begin_dict_key_iter(pass->qpdf, dictionary);
    while (qpdf_oh_dict_more_keys(pass->qpdf))
        g_ptr_array_add(keys, g_strdup(qpdf_oh_dict_next_key(pass->qpdf)));
    return keys;
}

qpdf_oh
pass_box_array(const Pass *pass, const PassBox *box)
{
    const double edges[4] = {box->x0, box->y0, box->x1, box->y1};
    qpdf_oh array = qpdf_oh_new_array(pass->qpdf);
    for (int i = 0; i < 4; i++)
        qpdf_oh_append_item(pass->qpdf, array,
                            qpdf_oh_new_real_from_double(pass->qpdf, edges[i], 3));
    return array;
}

PassBox
pass_box(const Pass *pass, qpdf_oh page, const char *key, PassBox otherwise)
{
    qpdf_oh array = pass_get(pass, page, key);
    if (!qpdf_oh_is_array(pass->qpdf, array) ||
        qpdf_oh_get_array_n_items(pass->qpdf, array) != 4)
        return otherwise;
    double n[4];
    for (int i = 0; i < 4; i++)
        if (!qpdf_oh_get_value_as_number(
                pass->qpdf, qpdf_oh_get_array_item(pass->qpdf, array, i), &n[i]))
            return otherwise;
    return (PassBox){MIN(n[0], n[2]), MIN(n[1], n[3]), MAX(n[0], n[2]),
                     MAX(n[1], n[3])};
}

PassBox
pass_trim(const Pass *pass, qpdf_oh page)
{
    PassBox a4 = {0, 0, 595.276, 841.89};
    PassBox media = pass_box(pass, page, "/MediaBox", a4);
    PassBox crop = pass_box(pass, page, "/CropBox", media);
    return pass_box(pass, page, "/TrimBox", crop);
}

/* The bytes in GLib's memory. */
static char *
take(unsigned char *bytes, size_t length)
{
    char *copy = g_malloc(length + 1);
    if (length > 0)
        memcpy(copy, bytes, length);
    copy[length] = '\0';
    free(bytes);
    return copy;
}

char *
pass_content(const Pass *pass, qpdf_oh page, gsize *length)
{
    unsigned char *bytes = NULL;
    if (qpdf_oh_get_page_content_data(pass->qpdf, page, &bytes, length) & QPDF_ERRORS)
        return NULL;
    return take(bytes, *length);
}

char *
pass_stream_bytes(const Pass *pass, qpdf_oh stream, gsize *length)
{
    unsigned char *bytes = NULL;
    QPDF_BOOL decoded = QPDF_FALSE;
    if ((qpdf_oh_get_stream_data(pass->qpdf, stream, qpdf_dl_generalized, &decoded,
                                 &bytes, length) &
         QPDF_ERRORS) ||
        !decoded) {
        free(bytes);
        return NULL;
    }
    return take(bytes, *length);
}
