#ifndef UNIT_AUDIT_SAMPLE_H
#define UNIT_AUDIT_SAMPLE_H

/* The questions of content/ and audits made of them by hand, for the tests of checklists.
 * Functions are inline because each test uses some of them only. */

#include "content/audit.h"
#include "content/linkbase.h"

#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

typedef struct Texts {
    Diag *diag;
    Collection *collection;
    Linkbase *linkbase;
    const Questions *questions;
    XmlSchema *schema;
} Texts;

static inline int
texts_load(void **state)
{
    Texts *texts = g_new0(Texts, 1);
    texts->diag = diag_new();
    texts->collection = collection_load("content", NULL, texts->diag, NULL);
    assert_non_null(texts->collection);
    texts->linkbase = linkbase_load(texts->collection, NULL, texts->diag, NULL);
    assert_non_null(texts->linkbase);
    texts->questions = questions_load(texts->collection, NULL, texts->diag, NULL);
    assert_non_null(texts->questions);
    texts->schema = xml_schema_new("content/schema/audit.rng", NULL);
    assert_non_null(texts->schema);
    guint count;
    diag_messages(texts->diag, &count);
    assert_int_equal(count, 0);
    *state = texts;
    return 0;
}

static inline int
texts_free(void **state)
{
    Texts *texts = *state;
    xml_schema_free(texts->schema);
    collection_free(texts->collection);
    diag_free(texts->diag);
    g_free(texts);
    return 0;
}

/* Loads the text as if it stood in a file; attributes of the root follow its id. */
static inline Audit *
texts_audit(const Texts *texts, const char *text, Diag *diag)
{
    char *folder = g_dir_make_tmp("opbouwwerk-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "audit.xml", NULL);
    assert_true(g_file_set_contents(path, text, -1, NULL));
    Audit *audit = audit_load(path, texts->questions, texts->schema, diag);
    g_unlink(path);
    g_rmdir(folder);
    g_free(folder);
    return audit;
}

#define AUDIT_ROOT(date, edition, kind)                                                \
    "<audit id='a-1' editie='" edition "' soort='" kind "' datum='" date "'>\n"
#define AUDIT_HEAD                                                                     \
    "<instelling>I</instelling><team>T</team><locatie>L</locatie>\n"                   \
    "<periode van='2027-01-01' tot='2027-12-31'/>\n"
#define AUDIT_ASSESSOR "<beoordelaar>B</beoordelaar>\n"
/* Items begin on its sixth line. */
#define AUDIT(items)                                                                   \
    AUDIT_ROOT("2028-01-31", "2026.1", "territoriaal")                                 \
    AUDIT_HEAD AUDIT_ASSESSOR "\n" items "</audit>"

#define WORKPLAN "v.intern.werkopdracht.werkplan."
#define ITEM(question, answer, inner)                                                  \
    "<item vraag='" question "' antwoord='" answer "'>" inner "</item>\n"

static inline void
assert_one_message(Diag *diag, DiagCode code, int line, int column)
{
    guint count;
    const DiagMessage *messages = diag_messages(diag, &count);
    if (count != 1)
        diag_print(diag, stderr);
    assert_int_equal(count, 1);
    assert_string_equal(diag_kind(messages[0].code)->name, diag_kind(code)->name);
    assert_non_null(messages[0].place.file);
    assert_int_equal(messages[0].place.line, line);
    if (column)
        assert_int_equal(messages[0].place.column, column);
}

#endif
