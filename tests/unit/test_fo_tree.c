#include "fo_sample.h"

/* The kinds below node, in brackets; texts in quotes. */
static char *
shape(const FoNode *root)
{
    GString *string = g_string_new(NULL);
    const FoNode *node = root->first;
    while (node) {
        if (node->kind == FO_TEXT)
            g_string_append_printf(string, "'%s'", node->text);
        else if (node->kind == FO_FOREIGN)
            g_string_append(string, node->text);
        else
            g_string_append(string, fo_kind_name(node->kind) + 3);
        if (node->first) {
            g_string_append_c(string, '(');
            node = node->first;
            continue;
        }
        while (node != root && !node->next) {
            node = node->parent;
            if (node != root)
                g_string_append_c(string, ')');
        }
        g_string_append_c(string, node == root ? '\0' : ' ');
        node = node == root ? NULL : node->next;
    }
    return g_string_free(string, FALSE);
}

static void
assert_flow(const char *flow, const char *expected, const char *messages)
{
    Sample sample = sample_flow(flow);
    g_autofree char *found = shape(sample_at(&sample, "flow"));
    assert_string_equal(found, expected);
    assert_messages(&sample, messages);
    sample_free(&sample);
}

static void
only_a_root_is_a_tree(void **state)
{
    (void)state;
    Sample sample = sample_document("<html><p/></html>");
    assert_null(sample.tree);
    assert_messages(
        &sample, "1 fo-wortel het wortelelement “html” is geen fo:root van XSL-FO\n");
    sample_free(&sample);
    g_autoptr(Arena) arena = arena_new();
    assert_null(fo_parse(arena, NULL, NULL, NULL));
}

static void
the_tree_is_the_document(void **state)
{
    (void)state;
    assert_flow("<fo:block>a<fo:inline>b</fo:inline><!-- c --><?d e?><![CDATA[<f>]]>"
                "</fo:block><fo:block/>",
                "block('a' inline('b') '<f>') block", "");
}

static void
stray_text_is_saved_in_a_block(void **state)
{
    (void)state;
    assert_flow(
        "een <fo:inline>twee</fo:inline> drie <fo:block>vier</fo:block>\n vijf",
        "block('een ' inline('twee') ' drie') block('vier') block('vijf')",
        "4 fo-object-misplaatst fo:inline hoort niet in fo:flow: het staat nu in "
        "een eigen fo:block\n"
        "4 fo-tekst-misplaatst tekst hoort niet in fo:flow (“drie”): het staat nu "
        "in een eigen fo:block\n"
        "4 fo-tekst-misplaatst tekst hoort niet in fo:flow (“een”): het staat nu "
        "in een eigen fo:block\n"
        "5 fo-tekst-misplaatst tekst hoort niet in fo:flow (“vijf”): het staat nu "
        "in een eigen fo:block\n");
}

static void
stray_content_of_tables_and_lists_is_saved(void **state)
{
    (void)state;
    Sample sample = sample_flow(
        "<fo:table>a<fo:table-body><fo:table-row>b<fo:block>c</fo:block></fo:table-row>"
        "<fo:table-cell>d</fo:table-cell></fo:table-body></fo:table>"
        "<fo:list-block><fo:block>e</fo:block><fo:list-item>f</fo:list-item>"
        "</fo:list-block>");
    g_autofree char *found = shape(sample_at(&sample, "flow"));
    assert_string_equal(found,
                        "table(table-body(table-row(table-cell(block('a')))) "
                        "table-body(table-row(table-cell(block('b') block('c'))) "
                        "table-cell(block('d')))) "
                        "list-block(list-item(list-item-body(block('e'))) "
                        "list-item(list-item-body(block('f'))))");
    assert_true(diag_count(sample.diag, DIAG_WARNING) == 6);
    sample_free(&sample);
}

static void
parts_out_of_place_are_wrappers(void **state)
{
    (void)state;
    assert_flow(
        "<fo:block><fo:table-cell>a</fo:table-cell></fo:block>", "block(wrapper('a'))",
        "4 fo-object-misplaatst fo:table-cell hoort niet in fo:block: het geldt "
        "als fo:wrapper\n");
    assert_flow("<fo:block><fo:page-number>b</fo:page-number></fo:block>",
                "block(page-number 'b')",
                "4 fo-tekst-misplaatst tekst hoort niet in fo:page-number (“b”): het "
                "staat er nu achter\n");
    assert_flow(
        "<fo:block><fo:leader><fo:block>c</fo:block></fo:leader></fo:block>",
        "block(leader(wrapper('c')))",
        "4 fo-object-misplaatst fo:block hoort niet in fo:leader: het geldt als "
        "fo:wrapper\n");
}

static void
unknown_objects_keep_their_text(void **state)
{
    (void)state;
    assert_flow(
        "<fo:blok><fo:block>a</fo:block></fo:blok>"
        "<fo:table><x:y xmlns:x='urn:x' z='1'><fo:table-body/></x:y></fo:table>",
        "wrapper(block('a')) table(table-body)",
        "4 fo-object-onbekend onbekend object fo:blok; het geldt als fo:wrapper\n"
        "4 fo-object-onbekend onbekend object x:y\n");
}

static void
what_can_stand_nowhere_is_named(void **state)
{
    (void)state;
    Sample sample = sample_document(
        "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format'>los\n"
        "<fo:block>weg</fo:block><fo:declarations><x xmlns='urn:x'>y</x>"
        "</fo:declarations></fo:root>");
    assert_messages(
        &sample, "1 fo-tekst-misplaatst tekst hoort niet in fo:root (“los”): het wordt "
                 "niet gezet\n"
                 "2 fo-object-misplaatst fo:block hoort niet in fo:root: het wordt "
                 "niet gezet\n");
    sample_free(&sample);
}

static void
what_strays_into_a_sequence_joins_its_flow(void **state)
{
    (void)state;
    Sample sample = sample_document(
        "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format'>"
        "<fo:page-sequence id='a'>een<fo:static-content/><fo:block>twee</fo:block>"
        "<fo:flow><fo:block>drie</fo:block></fo:flow>vier</fo:page-sequence>"
        "\n<fo:page-sequence id='b'><fo:block>vijf</fo:block></fo:page-sequence>"
        "<fo:page-sequence id='c'>zes<fo:flow/></fo:page-sequence></fo:root>");
    g_autofree char *a = shape(sample_at(&sample, "a"));
    g_autofree char *b = shape(sample_at(&sample, "b"));
    g_autofree char *c = shape(sample_at(&sample, "c"));
    assert_string_equal(a,
                        "static-content flow(block('een') block('twee') block('drie') "
                        "block('vier'))");
    assert_string_equal(b, "flow(block('vijf'))");
    assert_string_equal(c, "flow(block('zes'))");
    assert_string_equal(fo_string(sample_at(&sample, "b")->first, PROP_FLOW_NAME),
                        "xsl-region-body");
    assert_int_equal(diag_count(sample.diag, DIAG_WARNING), 5);
    sample_free(&sample);
}

static void
places_are_those_of_the_source(void **state)
{
    (void)state;
    Sample sample = sample_flow(
        "<fo:block id='a'/>\n"
        "<fo:block id='b' ow:regel='41' ow:bestand='bron.xml'><fo:block id='c'>t"
        "</fo:block>\n<fo:block id='d' ow:bestand='ander.xml' "
        "ow:regel=''/></fo:block>\n"
        "<fo:block id='e' ow:regel='7'/>\n"
        "<fo:block id='f'>\n t <fo:page-number/>\n u\n v\n</fo:block>");
    const Place *c = &sample_at(&sample, "c")->place;
    assert_string_equal(sample_at(&sample, "a")->place.file, "a.fo");
    assert_int_equal(sample_at(&sample, "a")->place.line, 4);
    assert_string_equal(c->file, "bron.xml");
    assert_int_equal(c->line, 41);
    assert_int_equal(sample_at(&sample, "c")->first->place.line, 41);
    assert_string_equal(sample_at(&sample, "d")->place.file, "ander.xml");
    assert_int_equal(sample_at(&sample, "d")->place.line, 0);
    assert_string_equal(sample_at(&sample, "e")->place.file, "a.fo");
    assert_int_equal(sample_at(&sample, "e")->place.line, 7);
    assert_int_equal(sample_at(&sample, "f")->first->place.line, 9);
    assert_int_equal(sample_at(&sample, "f")->first->next->next->place.line, 10);
    assert_messages(&sample, "");
    sample_free(&sample);
}

static void
the_first_of_equal_ids_holds(void **state)
{
    (void)state;
    Sample sample = sample_flow("<fo:block id='a'/>\n<fo:list-block id='a'/>\n"
                                "<fo:block id=''/><fo:block id=''/>");
    assert_int_equal(sample_at(&sample, "a")->kind, FO_BLOCK);
    assert_messages(&sample,
                    "5 fo-id-dubbel id “a” is al van fo:block op regel 4 van a.fo\n");
    sample_free(&sample);
}

static void
a_foreign_object_is_kept_as_xml(void **state)
{
    (void)state;
    assert_flow(
        "<fo:block><fo:instream-foreign-object xmlns:x='urn:x'> "
        "<svg xmlns='urn:svg' x:a='&lt;'><g/></svg> <svg xmlns='urn:svg'/>"
        "</fo:instream-foreign-object></fo:block>",
        "block(instream-foreign-object(<svg "
        "xmlns:x=\"urn:x\" xmlns:fo=\"http://www.w3.org/1999/XSL/Format\" "
        "xmlns:ow=\"urn:opbouwwerk:fo\" "
        "xmlns:fox=\"http://xmlgraphics.apache.org/fop/extensions\" "
        "xmlns=\"urn:svg\" x:a=\"&lt;\"><g/></svg>))",
        "4 fo-object-misplaatst fo:instream-foreign-object heeft al een inhoud: "
        "svg wordt niet gezet\n");
}

static void
the_title_is_that_of_the_first_sequence(void **state)
{
    (void)state;
    Sample sample = sample_document(
        "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format'><fo:page-sequence>"
        "<fo:title>\n  Een <fo:inline>boek</fo:inline> </fo:title></fo:page-sequence>"
        "<fo:page-sequence><fo:title>Twee</fo:title></fo:page-sequence></fo:root>");
    assert_string_equal(sample.tree->title, "Een boek");
    assert_string_equal(sample.tree->base, ".");
    sample_free(&sample);
}

static void
addresses_follow_xml_base(void **state)
{
    (void)state;
    Sample sample = sample_flow(
        "<fo:block xml:base='http://a.nl/b/c.fo'><fo:external-graphic id='a'"
        " src='url(d.png)'/><fo:block xml:base='e/'><fo:external-graphic id='b'"
        " src='d.png'/></fo:block></fo:block>");
    assert_string_equal(fo_string(sample_at(&sample, "a"), PROP_SRC),
                        "http://a.nl/b/d.png");
    assert_string_equal(fo_string(sample_at(&sample, "b"), PROP_SRC),
                        "http://a.nl/b/e/d.png");
    sample_free(&sample);
}

static const FoNode *
find(const FoNode *root, FoKind kind)
{
    for (const FoNode *node = root->first; node;) {
        if (node->kind == kind)
            return node;
        if (node->first) {
            node = node->first;
            continue;
        }
        while (node != root && !node->next)
            node = node->parent;
        node = node == root ? NULL : node->next;
    }
    return NULL;
}

static void
a_marker_is_refined_where_it_is_retrieved(void **state)
{
    (void)state;
    Sample sample = sample_flow(
        "<fo:block font-size='10pt'><fo:marker marker-class-name='m'> "
        "<fo:inline font-size='2em' id='i' text-align='scheef'> Kop </fo:inline>"
        "<fo:inline/> </fo:marker>t</fo:block>\n"
        "<fo:block font-size='8pt'>Zie <fo:retrieve-marker id='r'"
        " retrieve-class-name='m'/></fo:block>");
    assert_messages(&sample, "");
    const FoNode *marker = find(sample.tree->root, FO_MARKER);
    const FoNode *retrieve = sample_at(&sample, "r");
    const FoNode *holder =
        fo_retrieve(sample.tree, sample.arena, marker, retrieve, sample.diag);
    assert_ptr_equal(holder->parent, retrieve->parent);
    assert_null(retrieve->first);
    g_autofree char *found = shape(holder);
    assert_string_equal(found, "inline('Kop') inline");
    const FoNode *kop = find(holder, FO_INLINE);
    assert_int_equal(fo_value(kop, PROP_FONT_SIZE)->fixed, POINTS(16));
    assert_messages(&sample, "4 fo-waarde text-align=\"scheef\": onbekende waarde\n");
    /* The marker itself is as it was. */
    g_autofree char *original = shape(marker);
    assert_string_equal(original, "' ' inline(' Kop ') inline ' '");
    assert_null(g_hash_table_lookup(sample.tree->ids, "i"));
    sample_free(&sample);
}

static void
retrieved_words_get_a_block_among_blocks(void **state)
{
    (void)state;
    Sample sample = sample_document(
        "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format'><fo:page-sequence>"
        "<fo:static-content flow-name='s'><fo:retrieve-marker id='r'/>"
        "</fo:static-content><fo:flow><fo:block><fo:marker>een</fo:marker></fo:block>"
        "<fo:block><fo:marker id='leeg'/></fo:block></fo:flow></fo:page-sequence>"
        "</fo:root>");
    const FoNode *marker = find(sample.tree->root, FO_MARKER);
    const FoNode *holder = fo_retrieve(sample.tree, sample.arena, marker,
                                       sample_at(&sample, "r"), sample.diag);
    g_autofree char *found = shape(holder);
    assert_string_equal(found, "block('een')");
    assert_null(fo_retrieve(sample.tree, sample.arena, sample_at(&sample, "leeg"),
                            sample_at(&sample, "r"), sample.diag));
    sample_free(&sample);
}

static void
a_retrieved_marker_asks_its_own_column(void **state)
{
    (void)state;
    Sample sample = sample_flow(
        "<fo:table><fo:table-column/><fo:table-column text-align='end'/><fo:table-body>"
        "<fo:table-cell><fo:block><fo:marker><fo:block"
        " text-align='from-table-column()'>a</fo:block></fo:marker></fo:block>"
        "</fo:table-cell><fo:table-cell><fo:block><fo:retrieve-marker "
        "id='r'/></fo:block>"
        "</fo:table-cell></fo:table-body></fo:table>");
    const FoNode *holder =
        fo_retrieve(sample.tree, sample.arena, find(sample.tree->root, FO_MARKER),
                    sample_at(&sample, "r"), sample.diag);
    assert_int_equal(fo_enum(holder->first, PROP_TEXT_ALIGN), ENUM_END);
    sample_free(&sample);
}

static void
the_dump_shows_what_is_specified(void **state)
{
    (void)state;
    Sample sample = sample_flow(
        "<fo:block id='b' ow:bestand='x.xml' ow:regel='3' space-before='6pt'"
        " color='#102030' margin-left='10%' keep-with-next='always' role='H1'"
        " line-height='1.5'>Zeg “a\"b”<fo:leader leader-length.minimum='2em'/>"
        "</fo:block>");
    g_autofree char *dump = fo_dump(sample.tree);
    const char *block = strstr(dump, "      fo:block");
    assert_non_null(block);
    assert_string_equal(block,
                        "      fo:block id=b (x.xml:3) role=\"H1\" line-height=1.5"
                        " color=#102030 space-before=6pt start-indent=10%"
                        " margin-left=10% keep-with-next=always\n"
                        "        \"Zeg “a\\\"b”\"\n"
                        "        fo:leader (x.xml:3) leader-length.minimum=24pt\n");
    g_autofree char *again = fo_dump(sample.tree);
    assert_string_equal(dump, again);
    sample_free(&sample);
}

/* A document made node by node, since a parser would not go so deep. */
static xmlDoc *
document_with(xmlNode **flow)
{
    xmlDoc *document = xmlNewDoc(BAD_CAST "1.0");
    xmlNode *root = xmlNewNode(NULL, BAD_CAST "root");
    xmlSetNs(root, xmlNewNs(root, BAD_CAST FO_NAMESPACE, BAD_CAST "fo"));
    xmlDocSetRootElement(document, root);
    xmlNode *sequence = xmlNewChild(root, NULL, BAD_CAST "page-sequence", NULL);
    *flow = xmlNewChild(sequence, NULL, BAD_CAST "flow", NULL);
    return document;
}

static void
depth_costs_no_stack(void **state)
{
    (void)state;
    enum { DEPTH = 10000 };
    xmlNode *node;
    xmlDoc *document = document_with(&node);
    node = xmlNewChild(node, NULL, BAD_CAST "block", NULL);
    node = xmlNewChild(node, NULL, BAD_CAST "marker", NULL);
    for (int i = 0; i < DEPTH; i++) {
        node = xmlNewChild(node, NULL, BAD_CAST(i % 2 ? "inline" : "block"), NULL);
        xmlSetProp(node, BAD_CAST "start-indent",
                   BAD_CAST "inherited-property-value()+1pt");
        xmlSetProp(node, BAD_CAST "padding-top",
                   BAD_CAST "from-nearest-specified-value(space-after)");
    }
    xmlNodeSetContent(node, BAD_CAST " diep ");
    xmlNewNs(xmlDocGetRootElement(document), BAD_CAST "urn:x", BAD_CAST "x");
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Diag) diag = diag_new();
    FoTree *tree = fo_parse(arena, document, "diep.fo", diag);
    const FoNode *block = find(tree->root, FO_BLOCK);
    const FoNode *holder = fo_retrieve(tree, arena, block->first, block, diag);
    int depth = 0;
    const FoNode *deepest = holder;
    for (; deepest->first; deepest = deepest->first)
        depth++;
    assert_int_equal(depth, DEPTH + 1);
    assert_string_equal(deepest->text, "diep");
    assert_int_equal(fo_value(deepest, PROP_START_INDENT)->fixed, POINTS(DEPTH));
    g_autofree char *dump = fo_dump(tree);
    assert_non_null(strstr(dump, "diep"));
    assert_int_equal(diag_count(diag, DIAG_WARNING), 0);
    xmlFreeDoc(document);
}

static void
many_blocks_take_little(void **state)
{
    (void)state;
    enum { COUNT = 100000 };
    xmlNode *flow;
    xmlDoc *document = document_with(&flow);
    for (int i = 0; i < COUNT; i++) {
        xmlNode *block =
            xmlNewTextChild(flow, NULL, BAD_CAST "block", BAD_CAST "tekst");
        g_autofree char *id = g_strdup_printf("i%d", i);
        xmlSetProp(block, BAD_CAST "id", BAD_CAST id);
        xmlSetProp(block, BAD_CAST "space-before", BAD_CAST "6pt");
        xmlSetProp(block, BAD_CAST "font", BAD_CAST "bold 10pt/1.4 Lato");
        xmlSetProp(block, BAD_CAST "border", BAD_CAST "1pt solid red");
        xmlNewTextChild(block, NULL, BAD_CAST "inline", BAD_CAST "meer");
    }
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Diag) diag = diag_new();
    FoTree *tree = fo_parse(arena, document, "veel.fo", diag);
    xmlFreeDoc(document);
    assert_int_equal(g_hash_table_size(tree->ids), COUNT);
    const FoNode *last = g_hash_table_lookup(tree->ids, "i99999");
    const FoNode *first = g_hash_table_lookup(tree->ids, "i0");
    /* Alike objects share their values, even with ids of their own. */
    assert_ptr_equal(fo_value(first, PROP_FONT_SIZE), fo_value(last, PROP_FONT_SIZE));
    assert_ptr_equal(first->first->style, last->first->style);
    assert_true(arena_size(arena) < COUNT * 2000ul);
}

static void
many_unlike_blocks_take_little_too(void **state)
{
    (void)state;
    enum { COUNT = 20000 };
    xmlNode *flow;
    xmlDoc *document = document_with(&flow);
    for (int i = 0; i < COUNT; i++) {
        xmlNode *block =
            xmlNewTextChild(flow, NULL, BAD_CAST "block", BAD_CAST "tekst");
        g_autofree char *size = g_strdup_printf("%dpt", i + 1);
        xmlSetProp(block, BAD_CAST "font-size", BAD_CAST size);
    }
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Diag) diag = diag_new();
    FoTree *tree = fo_parse(arena, document, "veel.fo", diag);
    xmlFreeDoc(document);
    assert_int_equal(fo_value(find(tree->root, FO_FLOW)->last, PROP_FONT_SIZE)->fixed,
                     POINTS(COUNT));
    assert_true(arena_size(arena) < COUNT * 2000ul);
}

static void
huge_tables_end(void **state)
{
    (void)state;
    Sample sample = sample_flow(
        "<fo:table><fo:table-column number-columns-repeated='999999999'"
        " column-number='999999999'/><fo:table-body>"
        "<fo:table-cell number-columns-spanned='1e9' number-rows-spanned='999999999'/>"
        "<fo:table-cell number-columns-spanned='999999999' column-number='999999999'/>"
        "<fo:table-cell id='c'/></fo:table-body></fo:table>");
    assert_true(fo_number(sample_at(&sample, "c"), PROP_COLUMN_NUMBER) > 0);
    sample_free(&sample);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_a_root_is_a_tree),
        cmocka_unit_test(the_tree_is_the_document),
        cmocka_unit_test(stray_text_is_saved_in_a_block),
        cmocka_unit_test(stray_content_of_tables_and_lists_is_saved),
        cmocka_unit_test(parts_out_of_place_are_wrappers),
        cmocka_unit_test(unknown_objects_keep_their_text),
        cmocka_unit_test(what_can_stand_nowhere_is_named),
        cmocka_unit_test(what_strays_into_a_sequence_joins_its_flow),
        cmocka_unit_test(places_are_those_of_the_source),
        cmocka_unit_test(the_first_of_equal_ids_holds),
        cmocka_unit_test(a_foreign_object_is_kept_as_xml),
        cmocka_unit_test(the_title_is_that_of_the_first_sequence),
        cmocka_unit_test(addresses_follow_xml_base),
        cmocka_unit_test(a_marker_is_refined_where_it_is_retrieved),
        cmocka_unit_test(retrieved_words_get_a_block_among_blocks),
        cmocka_unit_test(a_retrieved_marker_asks_its_own_column),
        cmocka_unit_test(the_dump_shows_what_is_specified),
        cmocka_unit_test(depth_costs_no_stack),
        cmocka_unit_test(many_blocks_take_little),
        cmocka_unit_test(many_unlike_blocks_take_little_too),
        cmocka_unit_test(huge_tables_end),
    };
    return cmocka_run_group_tests_name("fo: the tree", tests, NULL, NULL);
}
