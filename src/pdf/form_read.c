#include "pdf/form_read.h"
#include "pdf/operators.h"
#include "pdf/pass.h"

#include <string.h>

enum {
    DEEPEST_FIELD = 32,
    MOST_FIELDS = 20000,
    LONGEST_NAME = 1024,
    HEADER_WITHIN = 1024 /* annex H.3, note 13 */
};

typedef struct Reading {
    Pass pass;
    Arena *arena;
    FilledForm *form;
    GHashTable *pages;    /* object of a widget → its page, from 1 */
    GHashTable *seen;     /* objects of fields and widgets */
    GHashTable *speaking; /* object of an appearance → 1 + whether it shows text */
    gboolean is_redrawn;  /* readers draw the values themselves: NeedAppearances */
} Reading;

/* What a field has from those above it (12.7.3.1). */
typedef struct Inherited {
    const char *name;
    qpdf_oh kind, value;
    int depth;
} Inherited;

static qpdf_oh
get(const Reading *reading, qpdf_oh dictionary, const char *key)
{
    return pass_get(&reading->pass, dictionary, key);
}

static gboolean
is_there(const Reading *reading, qpdf_oh value)
{
    return !qpdf_oh_is_null(reading->pass.qpdf, value);
}

static gboolean
has_name(const Reading *reading, qpdf_oh value, const char *name)
{
    return qpdf_oh_is_name_and_equals(reading->pass.qpdf, value, name);
}

/* TRUE the first time that an object comes by; one without a number is always new. */
static gboolean
is_new(const Reading *reading, qpdf_oh object)
{
    int number = qpdf_oh_get_object_id(reading->pass.qpdf, object);
    return number == 0 || g_hash_table_add(reading->seen, GINT_TO_POINTER(number));
}

/* - - text - - */

/* Whether bytes are UTF-8 beyond ASCII: some programs leave out the mark that says so, and
 * no text of letters of PDFDocEncoding looks like it by chance. */
static gboolean
is_unmarked_utf8(const char *bytes, gsize length)
{
    gboolean is_ascii = TRUE;
    for (gsize i = 0; i < length && is_ascii; i++)
        is_ascii = (guchar)bytes[i] < 0x80;
    return !is_ascii && g_utf8_validate(bytes, (gssize)length, NULL);
}

/* Leaves out the language codes that may stand in UTF-16 between two escapes (7.9.2.2). */
static void
drop_languages(char *text)
{
    char *out = text;
    for (const char *at = text; *at; at++) {
        gsize code = *at == 0x1B ? strcspn(at + 1, "\x1B") : 0;
        if (*at == 0x1B && at[code + 1] == 0x1B && code <= 5)
            at += code + 1;
        else
            *out++ = *at;
    }
    *out = '\0';
}

/* A text string (7.9.2.2) as UTF-8; a zero in it becomes U+FFFD. */
static const char *
text_of(const Reading *reading, qpdf_oh string)
{
    qpdf_data qpdf = reading->pass.qpdf;
    size_t length = 0;
    const char *bytes = qpdf_oh_get_binary_string_value(qpdf, string, &length);
    if (!bytes || !is_unmarked_utf8(bytes, length)) {
        bytes = qpdf_oh_get_utf8_value(qpdf, string);
        length = qpdf_get_last_string_length(qpdf);
    }
    if (!bytes)
        return "";
    if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        bytes += 3;
        length -= 3;
    }
    g_autofree char *valid = g_utf8_make_valid(bytes, (gssize)length);
    drop_languages(valid);
    return arena_strdup(reading->arena, valid);
}

/* A name without its solidus. */
static const char *
name_of(const Reading *reading, qpdf_oh name)
{
    const char *text = qpdf_oh_get_name(reading->pass.qpdf, name);
    g_autofree char *valid = g_utf8_make_valid(*text == '/' ? text + 1 : text, -1);
    return arena_strdup(reading->arena, valid);
}

static const char *
text_of_stream(const Reading *reading, qpdf_oh stream)
{
    gsize length = 0;
    g_autofree char *bytes = pass_stream_bytes(&reading->pass, stream, &length);
    if (!bytes)
        return NULL;
    return text_of(reading,
                   qpdf_oh_new_binary_string(reading->pass.qpdf, bytes, length));
}

/* The value as text; "" where there is none, NULL where it is of no kind that a form has. */
static const char *
value_of(const Reading *reading, qpdf_oh value)
{
    qpdf_data qpdf = reading->pass.qpdf;
    if (qpdf_oh_is_string(qpdf, value))
        return text_of(reading, value);
    if (qpdf_oh_is_name(qpdf, value))
        return name_of(reading, value);
    if (qpdf_oh_is_stream(qpdf, value))
        return text_of_stream(reading, value);
    return qpdf_oh_is_null(qpdf, value) ? "" : NULL;
}

/* - - what the page shows - - */

/* Whether a stream shows any text. Forms within it are not looked into. */
static gboolean
shows_text(const Reading *reading, qpdf_oh stream)
{
    gsize length = 0;
    g_autofree char *bytes = pass_stream_bytes(&reading->pass, stream, &length);
    Operators operators = {.at = bytes, .end = bytes + length};
    while (bytes && operators_next(&operators))
        if (operator_is(&operators, "Tj") || operator_is(&operators, "TJ") ||
            operator_is(&operators, "'") || operator_is(&operators, "\""))
            return TRUE;
    return FALSE;
}

static gboolean
widget_shows_text(const Reading *reading, qpdf_oh widget)
{
    qpdf_oh stream = get(reading, get(reading, widget, "/AP"), "/N");
    if (!qpdf_oh_is_stream(reading->pass.qpdf, stream))
        return FALSE;
    gpointer key = GINT_TO_POINTER(qpdf_oh_get_object_id(reading->pass.qpdf, stream));
    int known = GPOINTER_TO_INT(g_hash_table_lookup(reading->speaking, key));
    if (known == 0) {
        known = 1 + shows_text(reading, stream);
        g_hash_table_insert(reading->speaking, key, GINT_TO_POINTER(known));
    }
    return known > 1;
}

static int
page_of(const Reading *reading, qpdf_oh widget)
{
    int number = qpdf_oh_get_object_id(reading->pass.qpdf, widget);
    return GPOINTER_TO_INT(
        g_hash_table_lookup(reading->pages, GINT_TO_POINTER(number)));
}

/* - - a field - - */

static void
contradict(FilledField *field, const char *other)
{
    field->doubt = FILLED_CONTRADICTED;
    field->other = other;
}

/* A state as it is called: a number may stand for one of the options (12.7.4.2.3). */
static const char *
state_name(const Reading *reading, qpdf_oh options, const char *state)
{
    qpdf_data qpdf = reading->pass.qpdf;
    guint64 index;
    if (!qpdf_oh_is_array(qpdf, options) ||
        !g_ascii_string_to_unsigned(state, 10, 0, G_MAXINT32, &index, NULL) ||
        index >= (guint64)qpdf_oh_get_array_n_items(qpdf, options))
        return state;
    const char *name =
        value_of(reading, qpdf_oh_get_array_item(qpdf, options, (int)index));
    return name ? name : state;
}

/* The value says what is chosen and each widget what it shows (12.7.4.2). */
static void
read_button(const Reading *reading, FilledField *field, qpdf_oh options,
            const GArray *widgets)
{
    const char *shown = NULL;
    gboolean has_states = FALSE, has_value = *field->value != '\0';
    if (strcmp(field->value, "Off") == 0)
        field->value = "";
    for (guint i = 0; i < widgets->len; i++) {
        qpdf_oh state = get(reading, g_array_index(widgets, qpdf_oh, i), "/AS");
        if (!qpdf_oh_is_name(reading->pass.qpdf, state))
            continue;
        has_states = TRUE;
        const char *name = name_of(reading, state);
        if (strcmp(name, "Off") == 0 || g_strcmp0(name, shown) == 0)
            continue;
        if (shown)
            contradict(field, name);
        shown = name;
    }
    if (shown && !*field->value) {
        if (has_value && field->doubt == FILLED_SOUND)
            field->doubt = FILLED_ONLY_SEEN;
        field->value = shown;
    } else if (shown && strcmp(shown, field->value) != 0) {
        contradict(field, state_name(reading, options, shown));
    } else if (!shown && *field->value && has_states && !reading->is_redrawn) {
        field->doubt = FILLED_NOT_SHOWN;
    }
    field->value = state_name(reading, options, field->value);
}

static void
read_text(const Reading *reading, FilledField *field, const GArray *widgets)
{
    for (guint i = 0; i < widgets->len && !*field->value && !reading->is_redrawn; i++)
        if (widget_shows_text(reading, g_array_index(widgets, qpdf_oh, i)))
            field->doubt = FILLED_ONLY_SEEN;
}

/* Two fields of one name are one field (12.7.3.2). */
static void
add_field(const Reading *reading, FilledField *field)
{
    FilledField *known = g_hash_table_lookup(reading->form->by_name, field->name);
    if (!known) {
        g_hash_table_insert(reading->form->by_name, (gpointer)field->name, field);
        g_ptr_array_add(reading->form->fields, field);
    } else if (strcmp(known->value, field->value) != 0)
        contradict(known, field->value);
    else if (known->doubt == FILLED_SOUND)
        known->doubt = field->doubt;
}

static void
read_terminal(const Reading *reading, qpdf_oh dictionary, const Inherited *own,
              const GArray *widgets)
{
    FilledField *field = arena_new0(reading->arena, FilledField);
    field->name = own->name;
    field->value = value_of(reading, own->value);
    if (!field->value) {
        field->value = "";
        field->doubt = FILLED_UNREADABLE;
    }
    field->object = qpdf_oh_get_object_id(reading->pass.qpdf, dictionary);
    field->is_button = has_name(reading, own->kind, "/Btn");
    for (guint i = 0; i < widgets->len && field->page == 0; i++)
        field->page = page_of(reading, g_array_index(widgets, qpdf_oh, i));
    if (field->is_button)
        read_button(reading, field, get(reading, dictionary, "/Opt"), widgets);
    else if (has_name(reading, own->kind, "/Tx") && field->doubt == FILLED_SOUND)
        read_text(reading, field, widgets);
    add_field(reading, field);
}

/* What holds at dictionary, given what holds above it. */
static Inherited
inherit(const Reading *reading, qpdf_oh dictionary, const Inherited *above)
{
    Inherited own = *above;
    own.depth++;
    qpdf_oh part = get(reading, dictionary, "/T");
    qpdf_oh kind = get(reading, dictionary, "/FT");
    qpdf_oh value = get(reading, dictionary, "/V");
    if (qpdf_oh_is_string(reading->pass.qpdf, part))
        own.name =
            arena_printf(reading->arena, "%s%s%.*s", above->name,
                         *above->name ? "." : "", LONGEST_NAME, text_of(reading, part));
    if (is_there(reading, kind))
        own.kind = kind;
    if (is_there(reading, value))
        own.value = value;
    return own;
}

static gboolean
is_widget(const Reading *reading, qpdf_oh dictionary)
{
    return has_name(reading, get(reading, dictionary, "/Subtype"), "/Widget");
}

/* Depth is bounded by DEEPEST_FIELD; no object is read twice. */
static void
read_field(const Reading *reading, qpdf_oh dictionary, const Inherited *above)
{
    qpdf_data qpdf = reading->pass.qpdf;
    if (above->depth >= DEEPEST_FIELD || strlen(above->name) > LONGEST_NAME ||
        reading->form->fields->len >= MOST_FIELDS ||
        !qpdf_oh_is_dictionary(qpdf, dictionary) || !is_new(reading, dictionary))
        return;
    Inherited own = inherit(reading, dictionary, above);
    g_autoptr(GArray) widgets = g_array_new(FALSE, FALSE, sizeof(qpdf_oh));
    qpdf_oh kids = get(reading, dictionary, "/Kids");
    int count =
        qpdf_oh_is_array(qpdf, kids) ? qpdf_oh_get_array_n_items(qpdf, kids) : 0;
    gboolean has_fields = FALSE;
    if (is_widget(reading, dictionary))
        g_array_append_val(widgets, dictionary);
    for (int i = 0; i < count; i++) {
        qpdf_oh kid = qpdf_oh_get_array_item(qpdf, kids, i);
        gboolean is_field = is_there(reading, get(reading, kid, "/T")) ||
                            is_there(reading, get(reading, kid, "/Kids"));
        has_fields |= is_field;
        if (is_field)
            read_field(reading, kid, &own);
        else if (qpdf_oh_is_dictionary(qpdf, kid) && is_new(reading, kid))
            g_array_append_val(widgets, kid);
    }
    if (*own.name && (widgets->len > 0 || !has_fields))
        read_terminal(reading, dictionary, &own, widgets);
}

/* - - the whole - - */

static void
read_catalog_fields(Reading *reading)
{
    qpdf_data qpdf = reading->pass.qpdf;
    qpdf_oh form = get(reading, qpdf_get_root(qpdf), "/AcroForm");
    qpdf_oh fields = get(reading, form, "/Fields");
    qpdf_oh redrawn = get(reading, form, "/NeedAppearances");
    qpdf_oh none = qpdf_oh_new_null(qpdf);
    Inherited root = {.name = "", .kind = none, .value = none};
    int count =
        qpdf_oh_is_array(qpdf, fields) ? qpdf_oh_get_array_n_items(qpdf, fields) : 0;
    reading->is_redrawn =
        qpdf_oh_is_bool(qpdf, redrawn) && qpdf_oh_get_bool_value(qpdf, redrawn);
    for (int i = 0; i < count; i++)
        read_field(reading, qpdf_oh_get_array_item(qpdf, fields, i), &root);
}

/* The field that a widget which the form does not list belongs to, from the top down. */
static void
read_orphan(const Reading *reading, qpdf_oh widget)
{
    qpdf_data qpdf = reading->pass.qpdf;
    qpdf_oh chain[DEEPEST_FIELD];
    int length = 0;
    qpdf_oh at = widget;
    while (length < DEEPEST_FIELD && qpdf_oh_is_dictionary(qpdf, at)) {
        chain[length++] = at;
        at = get(reading, at, "/Parent");
    }
    qpdf_oh none = qpdf_oh_new_null(qpdf);
    Inherited above = {.name = "", .kind = none, .value = none};
    for (int i = length - 1; i > 0; i--)
        above = inherit(reading, chain[i], &above);
    above.depth = 0;
    read_field(reading, widget, &above);
}

/* The widgets of the pages, by number and by page; those that are in no field yet are read
 * where reads_orphans. */
static void
walk_pages(Reading *reading, gboolean reads_orphans)
{
    qpdf_data qpdf = reading->pass.qpdf;
    int pages = qpdf_get_num_pages(qpdf);
    for (int page = 0; page < pages; page++) {
        qpdf_oh list = get(reading, qpdf_get_page_n(qpdf, (size_t)page), "/Annots");
        int count =
            qpdf_oh_is_array(qpdf, list) ? qpdf_oh_get_array_n_items(qpdf, list) : 0;
        for (int i = 0; i < count; i++) {
            qpdf_oh annotation = qpdf_oh_get_array_item(qpdf, list, i);
            int number = qpdf_oh_get_object_id(qpdf, annotation);
            if (reads_orphans && is_widget(reading, annotation))
                read_orphan(reading, annotation);
            else if (number)
                g_hash_table_insert(reading->pages, GINT_TO_POINTER(number),
                                    GINT_TO_POINTER(page + 1));
        }
    }
}

gboolean
form_is_pdf(const GByteArray *bytes)
{
    gsize length = MIN(bytes->len, HEADER_WITHIN);
    return length > 0 &&
           g_strstr_len((const char *)bytes->data, (gssize)length, "%PDF-") != NULL;
}

static gboolean
open_file(Reading *reading, const GByteArray *bytes, const Place *place,
          const char *password, Diag *diag)
{
    qpdf_data qpdf = reading->pass.qpdf;
    qpdf_silence_errors(qpdf);
    qpdf_set_suppress_warnings(qpdf, QPDF_TRUE);
    QPDF_ERROR_CODE code =
        qpdf_read_memory(qpdf, "PDF", (const char *)bytes->data, bytes->len, password);
    if (!(code & QPDF_ERRORS) && qpdf_get_num_pages(qpdf) > 0)
        return TRUE;
    qpdf_error fault = qpdf_get_error(qpdf);
    if (fault && qpdf_get_error_code(qpdf, fault) == qpdf_e_password)
        diag_report(diag, place, DIAG_FORM_LOCKED,
                    password ? "dit is niet het wachtwoord van dit bestand"
                             : "het bestand is met een wachtwoord vergrendeld");
    else
        diag_report(diag, place, DIAG_FORM_BROKEN,
                    "hier is geen PDF meer van te maken");
    return FALSE;
}

/* Whether the file says that this program made it; its fields may be gone all the same. */
static gboolean
is_own(const Reading *reading)
{
    qpdf_oh info = get(reading, qpdf_get_trailer(reading->pass.qpdf), "/Info");
    const char *creator = value_of(reading, get(reading, info, "/Creator"));
    return creator && strstr(creator, "opbouwwerk") != NULL;
}

static void
report_whole(const Reading *reading, const Place *place, Diag *diag)
{
    guint count = reading->form->fields->len;
    if (count == 0)
        diag_report(
            diag, place, DIAG_FORM_FLAT,
            is_own(reading)
                ? "de velden zijn uit dit formulier gehaald: het is platgeslagen"
                : "dit PDF-bestand heeft geen velden om uit te lezen");
    else if (count >= MOST_FIELDS)
        diag_report(diag, place, DIAG_FORM_LARGE,
                    "meer dan %d velden: de rest is niet gelezen", MOST_FIELDS);
    if (qpdf_more_warnings(reading->pass.qpdf))
        diag_report(diag, place, DIAG_FORM_DAMAGED,
                    "het bestand is beschadigd; wat nog te lezen was, is gelezen");
}

const FilledForm *
form_read(Arena *arena, const GByteArray *bytes, const char *file, const char *password,
          Diag *diag)
{
    Place place = {file, 0, 0};
    Reading reading = {.arena = arena, .pass.qpdf = qpdf_init()};
    FilledForm *form = arena_new0(arena, FilledForm);
    reading.form = form;
    form->fields = g_ptr_array_new();
    form->by_name = g_hash_table_new(g_str_hash, g_str_equal);
    arena_own(arena, form->fields, (GDestroyNotify)g_ptr_array_unref);
    arena_own(arena, form->by_name, (GDestroyNotify)g_hash_table_unref);
    reading.pages = g_hash_table_new(NULL, NULL);
    reading.seen = g_hash_table_new(NULL, NULL);
    reading.speaking = g_hash_table_new(NULL, NULL);
    gboolean is_open = open_file(&reading, bytes, &place, password, diag);
    if (is_open) {
        walk_pages(&reading, FALSE);
        read_catalog_fields(&reading);
        walk_pages(&reading, TRUE);
        report_whole(&reading, &place, diag);
    }
    g_hash_table_unref(reading.pages);
    g_hash_table_unref(reading.seen);
    g_hash_table_unref(reading.speaking);
    qpdf_get_error(reading.pass.qpdf);
    qpdf_cleanup(&reading.pass.qpdf);
    return is_open && form->fields->len > 0 ? form : NULL;
}
