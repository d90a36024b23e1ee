#include "inspect/value.h"

#include <stdlib.h>
#include <string.h>

/* libqpdf's parser itself goes no deeper than this. */
enum { DEEPEST = 600 };

typedef struct Loading {
    Objects *objects;
    GQueue pending; /* Value: objects that were referred to and are still to be read */
} Loading;

static Value *
new_value(const Loading *loading, ValueKind kind, const Value *owner)
{
    Value *value = arena_new0(loading->objects->arena, Value);
    value->kind = kind;
    value->object = owner->object;
    value->generation = owner->generation;
    return value;
}

gint64
object_key(int number, int generation)
{
    return (gint64)((guint64)(guint)number << 16 | (guint64)(generation & 0xFFFF));
}

/* The object of that number, which is read when its turn comes. */
static const Value *
refer(Loading *loading, int number, int generation)
{
    Objects *objects = loading->objects;
    gint64 key = object_key(number, generation);
    Value *value = g_hash_table_lookup(objects->numbers, &key);
    if (value)
        return value;
    value = arena_new0(objects->arena, Value);
    value->object = number;
    value->generation = (guint16)generation;
    value->is_object = TRUE;
    g_hash_table_insert(objects->numbers, g_memdup2(&key, sizeof key), value);
    g_ptr_array_add(objects->all, value);
    g_queue_push_tail(&loading->pending, value);
    return value;
}

static void
fill(Loading *loading, Value *value, qpdf_oh oh, int depth);

/* A value within owner. */
static const Value *
part(Loading *loading, const Value *owner, qpdf_oh oh, int depth)
{
    qpdf_data qpdf = loading->objects->qpdf;
    if (!qpdf_oh_is_indirect(qpdf, oh)) {
        Value *value = new_value(loading, VALUE_NULL, owner);
        fill(loading, value, oh, depth + 1);
        return value;
    }
    Value *reference = new_value(loading, VALUE_REFERENCE, owner);
    reference->u.target = refer(loading, qpdf_oh_get_object_id(qpdf, oh),
                                qpdf_oh_get_generation(qpdf, oh));
    return reference;
}

static void
fill_array(Loading *loading, Value *value, qpdf_oh oh, int depth)
{
    qpdf_data qpdf = loading->objects->qpdf;
    int count = MAX(qpdf_oh_get_array_n_items(qpdf, oh), 0);
    value->u.items = arena_array(loading->objects->arena, const Value *, count + 1);
    for (int i = 0; i < count; i++) {
        qpdf_oh item = qpdf_oh_get_array_item(qpdf, oh, i);
        value->u.items[i] = part(loading, value, item, depth);
        qpdf_oh_release(qpdf, item);
    }
    value->count = (guint)count;
}

static void
fill_dictionary(Loading *loading, Value *value, qpdf_oh oh, int depth)
{
    qpdf_data qpdf = loading->objects->qpdf;
    g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func(g_free);
    qpdf_oh_begin_dict_key_iter(qpdf, oh);
    while (qpdf_oh_dict_more_keys(qpdf))
        g_ptr_array_add(keys, g_strdup(qpdf_oh_dict_next_key(qpdf)));
    Entry *entries = arena_array(loading->objects->arena, Entry, keys->len + 1);
    for (guint i = 0; i < keys->len; i++) {
        const char *key = keys->pdata[i];
        qpdf_oh entry = qpdf_oh_get_key(qpdf, oh, key);
        entries[i].key = arena_strdup(loading->objects->arena, key + (*key == '/'));
        entries[i].value = part(loading, value, entry, depth);
        qpdf_oh_release(qpdf, entry);
    }
    value_sort_entries(entries, keys->len);
    value->u.entries = entries;
    value->count = keys->len;
}

static void
fill_text(Loading *loading, Value *value, const char *bytes, gsize length)
{
    value->u.text = arena_strndup(loading->objects->arena, "", 0);
    if (!bytes || length > G_MAXINT)
        return;
    char *copy = arena_alloc(loading->objects->arena, length + 1);
    memcpy(copy, bytes, length);
    value->u.text = copy;
    value->count = (guint)length;
}

static void
fill_scalar(Loading *loading, Value *value, qpdf_oh oh)
{
    qpdf_data qpdf = loading->objects->qpdf;
    long long integer = 0;
    size_t length = 0;
    const char *bytes;
    switch (value->kind) {
    case VALUE_BOOLEAN:
        value->u.integer = qpdf_oh_get_bool_value(qpdf, oh);
        break;
    case VALUE_INTEGER:
        qpdf_oh_get_value_as_longlong(qpdf, oh, &integer);
        value->u.integer = integer;
        break;
    case VALUE_REAL:
        bytes = qpdf_oh_get_real_value(qpdf, oh);
        value->u.real = bytes ? g_ascii_strtod(bytes, NULL) : 0;
        break;
    case VALUE_STRING:
        bytes = qpdf_oh_get_binary_string_value(qpdf, oh, &length);
        fill_text(loading, value, bytes, length);
        break;
    case VALUE_NAME:
        bytes = qpdf_oh_get_name(qpdf, oh);
        bytes += bytes && *bytes == '/';
        fill_text(loading, value, bytes, bytes ? strlen(bytes) : 0);
        break;
    default:
        break;
    }
}

static ValueKind
kind_of(qpdf_data qpdf, qpdf_oh oh)
{
    switch (qpdf_oh_get_type_code(qpdf, oh)) {
    case ot_boolean:
        return VALUE_BOOLEAN;
    case ot_integer:
        return VALUE_INTEGER;
    case ot_real:
        return VALUE_REAL;
    case ot_string:
        return VALUE_STRING;
    case ot_name:
        return VALUE_NAME;
    case ot_array:
        return VALUE_ARRAY;
    case ot_dictionary:
        return VALUE_DICTIONARY;
    case ot_stream:
        return VALUE_STREAM;
    default:
        return VALUE_NULL;
    }
}

static void
fill(Loading *loading, Value *value, qpdf_oh oh, int depth)
{
    qpdf_data qpdf = loading->objects->qpdf;
    value->kind = depth > DEEPEST ? VALUE_NULL : kind_of(qpdf, oh);
    if (value->kind == VALUE_ARRAY)
        fill_array(loading, value, oh, depth);
    else if (value->kind == VALUE_DICTIONARY)
        fill_dictionary(loading, value, oh, depth);
    else if (value->kind == VALUE_STREAM)
        fill_dictionary(loading, value, qpdf_oh_get_dict(qpdf, oh), depth);
    else
        fill_scalar(loading, value, oh);
}

static int
compare_numbers(gconstpointer a, gconstpointer b)
{
    const Value *left = *(const Value *const *)a, *right = *(const Value *const *)b;
    if (left->object != right->object)
        return left->object < right->object ? -1 : 1;
    return (int)left->generation - (int)right->generation;
}

Objects *
objects_read(qpdf_data qpdf)
{
    Objects *objects = g_new0(Objects, 1);
    objects->qpdf = qpdf;
    objects->arena = arena_new();
    objects->all = g_ptr_array_new();
    objects->numbers = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    Loading loading = {.objects = objects};
    Value *trailer = new_value(&loading, VALUE_NULL, value_null());
    fill(&loading, trailer, qpdf_get_trailer(qpdf), 0);
    objects->trailer = trailer;
    Value *value;
    while ((value = g_queue_pop_head(&loading.pending))) {
        fill(&loading, value,
             qpdf_get_object_by_id(qpdf, value->object, value->generation), 0);
        qpdf_oh_release_all(qpdf);
    }
    g_ptr_array_sort(objects->all, compare_numbers);
    return objects;
}

void
objects_free(Objects *objects)
{
    g_ptr_array_unref(objects->all);
    g_hash_table_unref(objects->numbers);
    arena_free(objects->arena);
    g_free(objects);
}

char *
objects_data(const Objects *objects, const Value *stream, gsize *length)
{
    stream = value_resolve(stream);
    *length = 0;
    if (stream->kind != VALUE_STREAM || !stream->is_object)
        return NULL;
    unsigned char *bytes = NULL;
    QPDF_BOOL decoded = QPDF_FALSE;
    qpdf_oh oh =
        qpdf_get_object_by_id(objects->qpdf, stream->object, stream->generation);
    QPDF_ERROR_CODE code = qpdf_oh_get_stream_data(
        objects->qpdf, oh, qpdf_dl_generalized, &decoded, &bytes, length);
    qpdf_oh_release(objects->qpdf, oh);
    char *copy = NULL;
    if (!(code & QPDF_ERRORS) && decoded && (bytes || *length == 0)) {
        copy = g_malloc(*length + 1);
        if (*length > 0)
            memcpy(copy, bytes, *length);
        copy[*length] = '\0';
    } else
        *length = 0;
    free(bytes);
    return copy;
}
