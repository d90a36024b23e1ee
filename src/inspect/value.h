#ifndef INSPECT_VALUE_H
#define INSPECT_VALUE_H

/* Values: the objects of a PDF (ISO 32000-1, 7.3), all that the trailer leads to, read once
 * by libqpdf and const from then on. Nothing here trusts the file: what is asked of a value
 * of another kind is null, 0 or nothing, and references are followed on the way. */

#include "base/arena.h"
#include <qpdf/qpdf-c.h>

typedef enum ValueKind {
    VALUE_NULL,
    VALUE_BOOLEAN,
    VALUE_INTEGER,
    VALUE_REAL,
    VALUE_STRING,
    VALUE_NAME,
    VALUE_ARRAY,
    VALUE_DICTIONARY,
    VALUE_STREAM,
    VALUE_REFERENCE
} ValueKind;

typedef struct Value Value;

typedef struct Entry {
    const char *key; /* without its solidus */
    const Value *value;
} Entry;

struct Value {
    ValueKind kind;
    guint16 generation;
    gboolean is_object; /* an indirect object itself, not a part of one */
    int object;         /* number of the indirect object that it is or is in; 0: none */
    guint count;        /* bytes of a string or name, items, entries */
    union {
        gint64 integer; /* also of a boolean */
        double real;
        const char *text; /* string, name: bytes, and a NUL behind them */
        const Value **items;
        const Entry *entries; /* dictionary, stream: in the order of the keys' bytes */
        const Value *target;  /* reference: never a reference itself */
    } u;
};

typedef struct Objects {
    qpdf_data qpdf;
    Arena *arena;
    const Value *trailer;
    GPtrArray
        *all; /* const Value: the indirect objects, in the order of their numbers */
    GHashTable *numbers; /* object_key() → Value */
} Objects;

gint64
object_key(int number, int generation);

/* Reads all objects of qpdf, which outlives them. */
Objects *
objects_read(qpdf_data qpdf);
void
objects_free(Objects *objects);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Objects, objects_free)

/* The bytes of a stream without its filters; NULL where they cannot be had. Caller frees;
 * a NUL stands behind them. */
char *
objects_data(const Objects *objects, const Value *stream, gsize *length);

/* Puts entries in the order in which value_get() searches them. */
void
value_sort_entries(Entry *entries, guint count);

/* A value that is null and in no object. */
const Value *
value_null(void);
const Value *
value_resolve(const Value *value);
/* Of a dictionary or stream. Never NULL. */
const Value *
value_get(const Value *value, const char *key);
/* The same, and a reference stays one. */
const Value *
value_get_raw(const Value *value, const char *key);
gboolean
value_has(const Value *value, const char *key);
/* Of an array, where any other value but null counts as an array of itself. Never NULL. */
const Value *
value_item(const Value *value, guint index);
guint
value_count_items(const Value *value);

gboolean
value_is(const Value *value, ValueKind kind);
gboolean
value_is_dictionary(const Value *value); /* or a stream */
gboolean
value_is_name(const Value *value, const char *name);
gboolean
value_is_true(const Value *value);
/* NULL where it is no name. */
const char *
value_name(const Value *value);
gboolean
value_number(const Value *value, double *number);
gint64
value_integer(const Value *value, gint64 otherwise);
/* A text string (7.9.2.2) in UTF-8; NULL where it is no string. Caller frees. */
char *
value_text(const Value *value);
/* count numbers in an array; FALSE where it is not that. */
gboolean
value_numbers(const Value *value, double *numbers, guint count);

#endif
