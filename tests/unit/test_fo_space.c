#include "fo_sample.h"

/* The texts of the tree in order, one node between bars, linefeeds as "\n". */
static char *
texts(const Sample *sample)
{
    GString *string = g_string_new(NULL);
    const FoNode *root = sample->tree->root, *node = root;
    for (;;) {
        if (node->kind == FO_TEXT) {
            assert_int_equal(strlen(node->text), node->length);
            g_auto(GStrv) lines = g_strsplit(node->text, "\n", -1);
            g_autofree char *shown = g_strjoinv("\\n", lines);
            g_string_append_printf(string, "%s|", shown);
        }
        if (node->first) {
            node = node->first;
            continue;
        }
        while (node != root && !node->next)
            node = node->parent;
        if (node == root)
            return g_string_free(string, FALSE);
        node = node->next;
    }
}

static void
assert_texts(const char *flow, const char *expected)
{
    Sample sample = sample_flow(flow);
    g_autofree char *found = texts(&sample);
    assert_string_equal(found, expected);
    assert_messages(&sample, "");
    sample_free(&sample);
}

static void
spaces_collapse_and_edges_are_clean(void **state)
{
    (void)state;
    assert_texts("<fo:block>  een \t\n  twee  </fo:block>", "een twee|");
    assert_texts("<fo:block>\n</fo:block>", "");
    assert_texts("<fo:block>a&#xA0; b</fo:block>", "a\xC2\xA0 b|");
    assert_texts("<fo:block>a&#13;&#13;b</fo:block>", "a b|");
}

static void
spaces_collapse_across_inlines(void **state)
{
    (void)state;
    assert_texts("<fo:block> <fo:inline> a </fo:inline> <fo:inline> b</fo:inline> "
                 "</fo:block>",
                 "a |b|");
    assert_texts("<fo:block>a<fo:inline> </fo:inline>b</fo:block>", "a| |b|");
    assert_texts("<fo:block>a <fo:inline> </fo:inline> <fo:inline> </fo:inline>\n"
                 "</fo:block>",
                 "a|");
    assert_texts("<fo:block>a <fo:wrapper id='w'/> b</fo:block>", "a |b|");
}

static void
objects_count_as_characters(void **state)
{
    (void)state;
    assert_texts("<fo:block> <fo:page-number/> a <fo:page-number/> </fo:block>",
                 " a |");
    assert_texts("<fo:block>a <fo:leader/> b</fo:block>", "a | b|");
}

static void
blocks_end_a_paragraph(void **state)
{
    (void)state;
    assert_texts("<fo:block> a <fo:block> b </fo:block> c </fo:block>", "a|b|c|");
    assert_texts("<fo:block>\n <fo:block> a </fo:block>\n <fo:block>b</fo:block>\n"
                 "</fo:block>",
                 "a|b|");
}

static void
a_footnote_does_not_part_its_paragraph(void **state)
{
    (void)state;
    assert_texts("<fo:block>a <fo:footnote><fo:inline> 1 </fo:inline><fo:footnote-body>"
                 "<fo:block> noot </fo:block></fo:footnote-body></fo:footnote> b"
                 "</fo:block>",
                 "a |1 |noot|b|");
    assert_texts("<fo:block>a<fo:footnote><fo:inline>1</fo:inline><fo:footnote-body>"
                 "<fo:block>n </fo:block></fo:footnote-body></fo:footnote> </fo:block>",
                 "a|1|n|");
}

static void
linefeeds_are_treated(void **state)
{
    (void)state;
    assert_texts("<fo:block linefeed-treatment='preserve'>a  \n  b\n\nc</fo:block>",
                 "a\\nb\\n\\nc|");
    assert_texts("<fo:block linefeed-treatment='preserve'>a <fo:inline> \n </fo:inline>"
                 " b</fo:block>",
                 "a|\\n|b|");
    assert_texts("<fo:block linefeed-treatment='ignore'>a\nb \n c</fo:block>", "ab c|");
    assert_texts("<fo:block linefeed-treatment='treat-as-zero-width-space'>a\nb\n"
                 "</fo:block>",
                 "a\xE2\x80\x8B"
                 "b\xE2\x80\x8B|");
}

static void
white_space_may_be_kept(void **state)
{
    (void)state;
    assert_texts("<fo:block white-space='pre'>  a\t b \n  c  </fo:block>",
                 "  a  b \\n  c  |");
    assert_texts("<fo:block white-space-collapse='false'>  a   b  </fo:block>",
                 "a   b|");
    assert_texts("<fo:block white-space-treatment='preserve'>  a   b  </fo:block>",
                 " a b |");
    assert_texts("<fo:block white-space-treatment='ignore'> a b </fo:block>", "ab|");
    assert_texts("<fo:block linefeed-treatment='preserve' white-space-treatment="
                 "'ignore-if-before-linefeed'> a \n b </fo:block>",
                 " a\\n b|");
    assert_texts("<fo:block linefeed-treatment='preserve' white-space-treatment="
                 "'ignore-if-after-linefeed'> a \n b </fo:block>",
                 "a \\nb |");
}

static void
empty_texts_leave_the_tree(void **state)
{
    (void)state;
    Sample sample = sample_flow("<fo:block id='x'> <fo:inline id='y'> </fo:inline> "
                                "</fo:block>");
    const FoNode *block = sample_at(&sample, "x"), *inner = sample_at(&sample, "y");
    assert_ptr_equal(block->first, inner);
    assert_ptr_equal(block->last, inner);
    assert_null(inner->first);
    assert_null(inner->last);
    assert_null(inner->previous);
    assert_null(inner->next);
    sample_free(&sample);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spaces_collapse_and_edges_are_clean),
        cmocka_unit_test(spaces_collapse_across_inlines),
        cmocka_unit_test(objects_count_as_characters),
        cmocka_unit_test(blocks_end_a_paragraph),
        cmocka_unit_test(a_footnote_does_not_part_its_paragraph),
        cmocka_unit_test(linefeeds_are_treated),
        cmocka_unit_test(white_space_may_be_kept),
        cmocka_unit_test(empty_texts_leave_the_tree),
    };
    return cmocka_run_group_tests_name("fo: white space", tests, NULL, NULL);
}
