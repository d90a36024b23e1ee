#include "base/diag.h"

#include <string.h>

enum { KEPT_OF_A_CODE = 1000 };

static const DiagKind kinds[] = {
#define MESSAGE(code, name, severity, cause, remedy) {name, severity, cause, remedy},
#include "base/messages.def"
#undef MESSAGE
};

struct Diag {
    GArray *messages;    /* DiagMessage */
    GStringChunk *files; /* each name once */
    GHashTable *seen;    /* set of place, code and text written as one string */
    guint kept[DIAG_CODE_COUNT], dropped[DIAG_CODE_COUNT];
    guint counts[DIAG_ERROR + 1];
    gboolean sorted;
};

static void
clear_message(gpointer message)
{
    g_free(((DiagMessage *)message)->text);
}

Diag *
diag_new(void)
{
    Diag *diag = g_new0(Diag, 1);
    diag->messages = g_array_new(FALSE, TRUE, sizeof(DiagMessage));
    g_array_set_clear_func(diag->messages, clear_message);
    diag->files = g_string_chunk_new(256);
    diag->seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return diag;
}

void
diag_free(Diag *diag)
{
    if (!diag)
        return;
    g_array_unref(diag->messages);
    g_string_chunk_free(diag->files);
    g_hash_table_unref(diag->seen);
    g_free(diag);
}

const DiagKind *
diag_kind(DiagCode code)
{
    g_assert(code < DIAG_CODE_COUNT);
    return &kinds[code];
}

/* The author's characters end up on a terminal: one line, valid UTF-8, no control codes. */
static char *
printable(const char *text)
{
    char *valid = g_utf8_make_valid(text, -1);
    GString *string = g_string_sized_new(strlen(valid));
    for (const char *p = valid; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_iscntrl(c))
            g_string_append_c(string, ' ');
        else
            g_string_append_len(string, p, g_utf8_next_char(p) - p);
    }
    g_free(valid);
    return g_string_free(string, FALSE);
}

void
diag_report(Diag *diag, const Place *place, DiagCode code, const char *format, ...)
{
    g_assert(code < DIAG_CODE_COUNT);
    if (!diag)
        return;
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *raw = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_autofree char *text = printable(raw);

    Place copy = place ? *place : (Place){0};
    if (copy.file)
        copy.file = g_string_chunk_insert_const(diag->files, copy.file);
    g_autofree char *key =
        g_strdup_printf("%d:%d:%d:%s:%s", (int)code, copy.line, copy.column,
                        copy.file ? copy.file : "", text);
    if (g_hash_table_contains(diag->seen, key))
        return;

    diag->counts[kinds[code].severity]++;
    if (diag->kept[code] == KEPT_OF_A_CODE) {
        diag->dropped[code]++;
        return;
    }
    diag->kept[code]++;
    DiagMessage message = {copy, code, g_steal_pointer(&text)};
    g_array_append_val(diag->messages, message);
    g_hash_table_add(diag->seen, g_steal_pointer(&key));
    diag->sorted = FALSE;
}

guint
diag_count(const Diag *diag, DiagSeverity severity)
{
    return diag->counts[severity];
}

/* Numbers in texts count as numbers: "bladzijde 9" comes before "bladzijde 10". */
static int
compare_texts(const char *a, const char *b)
{
    while (*a && *b) {
        if (g_ascii_isdigit(*a) && g_ascii_isdigit(*b)) {
            char *end_a, *end_b;
            guint64 left = g_ascii_strtoull(a, &end_a, 10);
            guint64 right = g_ascii_strtoull(b, &end_b, 10);
            if (left != right)
                return left < right ? -1 : 1;
            if (end_a - a != end_b - b)
                return end_a - a < end_b - b ? -1 : 1;
            a = end_a;
            b = end_b;
        } else if (*a != *b)
            break;
        else
            a++, b++;
    }
    return (int)(guchar)*a - (int)(guchar)*b;
}

static int
compare(gconstpointer a, gconstpointer b)
{
    const DiagMessage *left = a, *right = b;
    int order = g_strcmp0(left->place.file, right->place.file);
    if (order == 0)
        order = (left->place.line > right->place.line) -
                (left->place.line < right->place.line);
    if (order == 0)
        order = (left->place.column > right->place.column) -
                (left->place.column < right->place.column);
    if (order == 0)
        order = (left->code > right->code) - (left->code < right->code);
    return order ? order : compare_texts(left->text, right->text);
}

const DiagMessage *
diag_messages(Diag *diag, guint *count)
{
    if (!diag->sorted)
        g_array_sort(diag->messages, compare);
    diag->sorted = TRUE;
    *count = diag->messages->len;
    return (const DiagMessage *)(void *)diag->messages->data;
}

static void
print_message(const DiagMessage *message, FILE *stream)
{
    static const char *const severities[] = {"opmerking", "waarschuwing", "fout"};
    const DiagKind *kind = diag_kind(message->code);
    const Place *place = &message->place;
    if (place->file)
        fprintf(stream, "%s:", place->file);
    if (place->file && place->line > 0)
        fprintf(stream, "%d:", place->line);
    if (place->file && place->line > 0 && place->column > 0)
        fprintf(stream, "%d:", place->column);
    fprintf(stream, "%s%s: %s [%s]\n", place->file ? " " : "",
            severities[kind->severity], message->text, kind->name);
}

static void
print_counts(const Diag *diag, FILE *stream)
{
    static const char *const nouns[][2] = {{"opmerking", "opmerkingen"},
                                           {"waarschuwing", "waarschuwingen"},
                                           {"fout", "fouten"}};
    const char *separator = "";
    for (int severity = DIAG_ERROR; severity >= DIAG_NOTE; severity--) {
        guint count = diag->counts[severity];
        if (count == 0)
            continue;
        fprintf(stream, "%s%u %s", separator, count, nouns[severity][count != 1]);
        separator = ", ";
    }
    fputc('\n', stream);
}

void
diag_print(Diag *diag, FILE *stream)
{
    guint count;
    const DiagMessage *messages = diag_messages(diag, &count);
    if (count == 0)
        return;
    for (guint i = 0; i < count; i++)
        print_message(&messages[i], stream);
    for (int code = 0; code < DIAG_CODE_COUNT; code++)
        if (diag->dropped[code] > 0)
            fprintf(stream, "en nog %u keer [%s]\n", diag->dropped[code],
                    kinds[code].name);
    print_counts(diag, stream);
}
