#ifndef FO_SAMPLE_H
#define FO_SAMPLE_H

/* A small FO document around a piece of a flow, for the tests of fo/. The piece begins on
 * line 4 of "a.fo"; objects are found by id. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "fo/fo.h"
#include <libxml/parser.h>
#include <math.h>
#include <string.h>

typedef struct Sample {
    Arena *arena;
    Diag *diag;
    FoTree *tree;
} Sample;

static inline Sample
sample_document(const char *text)
{
    Sample sample = {arena_new(), diag_new(), NULL};
    xmlDoc *document = xmlReadMemory(text, (int)strlen(text), "a.fo", NULL,
                                     XML_PARSE_NONET | XML_PARSE_HUGE);
    assert_non_null(document);
    sample.tree = fo_parse(sample.arena, document, "a.fo", sample.diag);
    xmlFreeDoc(document);
    return sample;
}

/* root_attributes: of fo:root; flow: the content of the flow. */
static inline Sample
sample_in(const char *root_attributes, const char *flow)
{
    g_autofree char *text = g_strdup_printf(
        "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' "
        "xmlns:ow='urn:opbouwwerk:fo'"
        " xmlns:fox='http://xmlgraphics.apache.org/fop/extensions' %s>\n"
        "<fo:layout-master-set/>\n"
        "<fo:page-sequence><fo:flow id='flow' flow-name='f'>\n%s"
        "</fo:flow></fo:page-sequence></fo:root>",
        root_attributes, flow);
    return sample_document(text);
}

static inline Sample
sample_flow(const char *flow)
{
    return sample_in("", flow);
}

/* One block with these attributes, id "x". */
static inline Sample
sample_block(const char *attributes)
{
    g_autofree char *flow = g_strdup_printf("<fo:block id='x' %s/>\n", attributes);
    return sample_flow(flow);
}

static inline void
sample_free(Sample *sample)
{
    diag_free(sample->diag);
    arena_free(sample->arena);
}

static inline const FoNode *
sample_at(const Sample *sample, const char *id)
{
    const FoNode *node = g_hash_table_lookup(sample->tree->ids, id);
    assert_non_null(node);
    return node;
}

/* The messages as "LINE CODE TEXT", one a line. */
static inline char *
sample_messages(const Sample *sample)
{
    guint count;
    const DiagMessage *messages = diag_messages(sample->diag, &count);
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < count; i++)
        g_string_append_printf(text, "%d %s %s\n", messages[i].place.line,
                               diag_kind(messages[i].code)->name, messages[i].text);
    return g_string_free(text, FALSE);
}

static inline void
assert_messages(const Sample *sample, const char *expected)
{
    g_autofree char *messages = sample_messages(sample);
    assert_string_equal(messages, expected);
}

static inline void
assert_length_at(const Sample *sample, const char *id, FoProperty property,
                 double points)
{
    const FoValue *value = fo_value(sample_at(sample, id), property);
    assert_int_equal(value->kind, FO_VALUE_LENGTH);
    assert_int_equal(value->fixed, POINTS(points));
}

static inline void
assert_enum_at(const Sample *sample, const char *id, FoProperty property,
               FoEnum keyword)
{
    const FoValue *value = fo_value(sample_at(sample, id), property);
    assert_int_equal(value->kind, FO_VALUE_ENUM);
    assert_string_equal(fo_enum_name(value->keyword), fo_enum_name(keyword));
}

#endif
