/* Runs our formatter on conformance tests of Apache FOP's form (see
 * ../shared/conformance/ README.md): SUITE/fop/NAME.xml hold an fo:root and
 * XPath expressions on FOP's area tree, SUITE/fotree/NAME.fo assert computed
 * values of properties. Our area dump is mapped to FOP's vocabulary by map.xsl.
 * Each file runs in a process of its own.
 *
 * Tests that tests/known-failures lists need not pass; one that does fails the run.
 *
 *   run SUITE FONTS [NAME …]     all files, or those of the names; with names
 * it is verbose run --tree SUITE FONTS NAME  the mapped area tree of one file
 */

#include "area/area.h"
#include "base/arena.h"
#include "fo/fo.h"
#include "layout/layout.h"
#include "text/text.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <libxslt/transform.h>
#include <libxslt/xsltutils.h>
#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct Run {
    const char *suite;
    Text *text;
    xsltStylesheet *map;
    gboolean verbose, shows_tree;
    GHashTable *known; /* names of files that need not pass */
    int unexpected;    /* of those that pass */
} Run;

/* What one file came to; shared with the process that runs it. */
typedef struct Score {
    int passed, failed;
    const char *end; /* what became of the process, or NULL: it came to its end */
} Score;

enum { SECONDS = 60 };

static xmlNode *
child_named(const xmlNode *node, const char *name)
{
    for (xmlNode *child = node ? node->children : NULL; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE && strcmp((char *)child->name, name) == 0)
            return child;
    return NULL;
}

static char *
attribute(const xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(node, BAD_CAST name);
    char *copy = value ? g_strdup((char *)value) : NULL;
    xmlFree(value);
    return copy;
}

static char *
replace(const char *text, const char *from, const char *to)
{
    g_auto(GStrv) parts = g_strsplit(text, from, -1);
    return g_strjoinv(to, parts);
}

static gboolean
is_fo(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && node->ns &&
           strcmp((char *)node->ns->href, FO_NAMESPACE) == 0 &&
           strcmp((char *)node->name, name) == 0;
}

/* FOP's own attributes of a test, images where they are, and what FOP takes for
 * granted. */
static void
prepare_node(const Run *run, xmlNode *node, const xmlNode *variables, int *sequences)
{
    for (xmlAttr *at = node->properties; at; at = at->next) {
        xmlChar *value = xmlNodeListGetString(node->doc, at->children, 1);
        g_autofree char *text = g_strdup(value ? (char *)value : "");
        xmlFree(value);
        for (const xmlNode *child = variables ? variables->children : NULL; child;
             child = child->next) {
            if (child->type != XML_ELEMENT_NODE)
                continue;
            g_autofree char *name = g_strconcat("##", child->name, NULL);
            xmlChar *content = xmlNodeGetContent(child);
            char *replaced = replace(text, name, (char *)content);
            xmlFree(content);
            g_free(text);
            text = replaced;
        }
        const char *image = strstr(text, "resources/images/");
        if (image) {
            char *path = g_build_filename(run->suite, "images",
                                          image + strlen("resources/images/"), NULL);
            g_free(text);
            text = path;
        }
        xmlNodeSetContent((xmlNode *)at, NULL);
        xmlAddChild((xmlNode *)at, xmlNewDocText(node->doc, BAD_CAST text));
    }
    if (is_fo(node, "page-sequence")) {
        xmlChar *id = xmlGetNoNsProp(node, BAD_CAST "id");
        g_autofree char *given =
            g_strdup_printf("sequence-%d-%s", ++*sequences, id ? (char *)id : "");
        xmlFree(id);
        if (!xmlHasProp(node, BAD_CAST "id"))
            xmlNewProp(node, BAD_CAST "id", BAD_CAST given);
    }
    for (xmlNode *child = node->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            prepare_node(run, child, variables, sequences);
}

/* FOP takes 72 pixels for an inch, unless it is told otherwise beside the FO. */
static void
set_resolution(xmlDoc *document)
{
    xmlNode *root = xmlDocGetRootElement(document);
    const xmlChar *pixels = BAD_CAST "72";
    for (const xmlNode *node = document->children; node; node = node->next)
        if (node->type == XML_PI_NODE &&
            strcmp((char *)node->name, "fop-source-resolution") == 0)
            pixels = node->content;
    xmlNs *ns = xmlNewNs(root, BAD_CAST OW_NAMESPACE, BAD_CAST "resolution");
    xmlNewNsProp(root, ns, BAD_CAST "pixels-per-inch", pixels);
}

static xmlDoc *
formatting_objects(const Run *run, const xmlNode *testcase)
{
    xmlNode *root = NULL;
    xmlNode *fo = child_named(testcase, "fo");
    for (xmlNode *child = fo ? fo->children : NULL; child && !root; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            root = child;
    if (!root)
        return NULL;
    xmlDoc *document = xmlNewDoc(BAD_CAST "1.0");
    xmlNode *copy = xmlDocCopyNode(root, document, 1);
    xmlDocSetRootElement(document, copy);
    xmlReconciliateNs(document, copy);
    if (!xmlHasProp(copy, BAD_CAST "font-family"))
        xmlNewProp(copy, BAD_CAST "font-family", BAD_CAST "sans-serif");
    set_resolution(document);
    int sequences = 0;
    prepare_node(run, copy, child_named(testcase, "variables"), &sequences);
    return document;
}

/* FOP's area tree, made of ours. */
static xmlDoc *
area_tree(const Run *run, xmlDoc *document, const char *file)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Diag) diag = diag_new();
    FoTree *tree = fo_parse(arena, document, file, diag);
    if (!tree)
        return NULL;
    AreaDocument *areas = layout_document(tree, run->text, arena, diag);
    if (run->verbose)
        diag_print(diag, stderr);
    g_autofree char *dump = area_dump(areas);
    if (run->shows_tree)
        printf("%s\n", dump);
    xmlDoc *source = xmlReadMemory(dump, (int)strlen(dump), "areas", NULL, 0);
    /* The stylesheet asks the FO for what is no matter of areas. */
    xmlNode *holder =
        xmlNewChild(xmlDocGetRootElement(source), NULL, BAD_CAST "fo", NULL);
    xmlAddChild(holder, xmlDocCopyNode(xmlDocGetRootElement(document), source, 1));
    xmlDoc *result = xsltApplyStylesheet(run->map, source, NULL);
    xmlFreeDoc(source);
    return result;
}

static gboolean
numbers_agree(const char *expected, const char *got, double tolerance)
{
    char *end_expected, *end_got;
    double a = g_ascii_strtod(expected, &end_expected);
    double b = g_ascii_strtod(got, &end_got);
    if (end_expected == expected || end_got == got)
        return FALSE;
    return fabs(a - b) <= tolerance;
}

/* By how much a length in millipoints may differ by our rounding to 1/1024 pt: twice for one
 * that is a sum, and once for each line in a column of lines. Counts and the like are exact. */
static double
rounding_of(const char *expected)
{
    double size = fabs(g_ascii_strtod(expected, NULL));
    return size >= 500 ? MAX(2, size * 3e-5) : 0.001;
}

/* Lists of numbers too, as in "@rect". */
static gboolean
agrees(const char *expected, const char *got, double tolerance)
{
    if (strcmp(expected, got) == 0)
        return TRUE;
    g_auto(GStrv) wanted = g_strsplit_set(expected, " [],()=", -1);
    g_auto(GStrv) found = g_strsplit_set(got, " [],()=", -1);
    if (g_strv_length(wanted) != g_strv_length(found) || !*wanted)
        return FALSE;
    for (int i = 0; wanted[i]; i++)
        if (strcmp(wanted[i], found[i]) != 0 &&
            !numbers_agree(wanted[i], found[i], MAX(tolerance, rounding_of(wanted[i]))))
            return FALSE;
    return TRUE;
}

static void
check(const Run *run, xmlXPathContext *context, const xmlNode *node, Score *score)
{
    gboolean is_true = strcmp((char *)node->name, "true") == 0;
    if (!is_true && strcmp((char *)node->name, "eval") != 0)
        return;
    g_autofree char *expression = attribute(node, "xpath");
    g_autofree char *expected = attribute(node, "expected");
    g_autofree char *allowed = attribute(node, "tolerance");
    for (const xmlNode *scope = node; scope && scope->type == XML_ELEMENT_NODE;
         scope = scope->parent)
        for (xmlNs *ns = scope->nsDef; ns; ns = ns->next)
            if (ns->prefix && !xmlXPathNsLookup(context, ns->prefix))
                xmlXPathRegisterNs(context, ns->prefix, ns->href);
    xmlXPathObject *object = xmlXPathEval(BAD_CAST expression, context);
    xmlChar *value = object ? xmlXPathCastToString(object) : NULL;
    gboolean holds = is_true
                         ? object && xmlXPathCastToBoolean(object)
                         : value && agrees(expected, (char *)value,
                                           allowed ? g_ascii_strtod(allowed, NULL) : 0);
    if (holds)
        score->passed++;
    else
        score->failed++;
    if (!holds && run->verbose)
        printf("  line %ld: %s is “%s”, not “%s”\n", xmlGetLineNo(node), expression,
               value ? (char *)value : "", expected ? expected : "true");
    xmlFree(value);
    xmlXPathFreeObject(object);
}

static void
run_layout_test(const Run *run, const char *path, Score *score)
{
    xmlDoc *test = xmlReadFile(path, NULL, XML_PARSE_HUGE);
    xmlNode *root = test ? xmlDocGetRootElement(test) : NULL;
    xmlDoc *document = root ? formatting_objects(run, root) : NULL;
    xmlDoc *tree = document ? area_tree(run, document, path) : NULL;
    if (!tree) {
        score->failed++;
        return;
    }
    if (run->shows_tree) {
        xmlDocFormatDump(stdout, tree, 1);
        return;
    }
    xmlXPathContext *context = xmlXPathNewContext(tree);
    const xmlNode *checks = child_named(root, "checks");
    for (const xmlNode *node = checks ? checks->children : NULL; node;
         node = node->next)
        if (node->type == XML_ELEMENT_NODE)
            check(run, context, node, score);
    xmlXPathFreeContext(context);
    xmlFreeDoc(tree);
    xmlFreeDoc(document);
    xmlFreeDoc(test);
}

/* An assertion of a property, and the line that its object was given as its
 * place. */
typedef struct Assertion {
    char *property, *expected;
    int object;
    const FoNode *node;
} Assertion;

#define TEST_NAMESPACE "http://xmlgraphics.apache.org/fop/test"

/* Takes the assertions out of the tree; each object gets a number as its line.
 */
static void
take_assertions(xmlNode *node, GArray *assertions, int *objects)
{
    int object = ++*objects;
    g_autofree char *line = g_strdup_printf("%d", object);
    xmlNs *ns = xmlNewNs(node, BAD_CAST OW_NAMESPACE, BAD_CAST "conformance");
    xmlNewNsProp(node, ns, BAD_CAST "regel", BAD_CAST line);
    for (xmlNode *child = node->children, *next; child; child = next) {
        next = child->next;
        if (child->type != XML_ELEMENT_NODE)
            continue;
        if (!child->ns || strcmp((char *)child->ns->href, TEST_NAMESPACE) != 0) {
            take_assertions(child, assertions, objects);
            continue;
        }
        Assertion assertion = {attribute(child, "property"),
                               attribute(child, "expected"), object, NULL};
        g_array_append_val(assertions, assertion);
        xmlUnlinkNode(child);
        xmlFreeNode(child);
    }
}

static void
find_nodes(const FoNode *node, GArray *assertions)
{
    for (guint i = 0; i < assertions->len; i++) {
        Assertion *assertion = &g_array_index(assertions, Assertion, i);
        if (!assertion->node && node->kind != FO_TEXT &&
            node->place.line == assertion->object)
            assertion->node = node;
    }
    for (const FoNode *child = node->first; child; child = child->next)
        find_nodes(child, assertions);
}

/* What is asserted in a marker holds where it is retrieved. */
static void
retrieve_in(const FoTree *tree, Arena *arena, const FoNode *marker, const FoNode *node,
            GArray *assertions, Diag *diag)
{
    const char *name = fo_string(marker, PROP_MARKER_CLASS_NAME);
    if (node->kind == FO_RETRIEVE_MARKER &&
        g_strcmp0(name, fo_string(node, PROP_RETRIEVE_CLASS_NAME)) == 0) {
        const FoNode *copy = fo_retrieve(tree, arena, marker, node, diag);
        if (copy)
            find_nodes(copy, assertions);
    }
    for (const FoNode *child = node->first; child; child = child->next)
        retrieve_in(tree, arena, marker, child, assertions, diag);
}

static void
find_retrieved(const FoTree *tree, Arena *arena, const FoNode *node, GArray *assertions,
               Diag *diag)
{
    if (node->kind == FO_MARKER)
        retrieve_in(tree, arena, node, tree->root, assertions, diag);
    for (const FoNode *child = node->first; child; child = child->next)
        find_retrieved(tree, arena, child, assertions, diag);
}

static int
property_named(const char *name)
{
    for (int i = 0; i < PROP_COUNT; i++)
        if (strcmp(fo_property_name(i), name) == 0)
            return i;
    return -1;
}

/* What "relative" comes to (XSL 1.1, 7.16.10). */
static char *
last_line_words(const FoNode *node)
{
    FoEnum align = fo_enum(node, PROP_TEXT_ALIGN);
    g_autofree char *upper =
        g_ascii_strup(fo_enum_name(align == ENUM_JUSTIFY ? ENUM_START : align), -1);
    return replace(upper, "-", "_");
}

/* FOP's words for a value. */
static char *
value_words(const FoNode *node, FoProperty property)
{
    const FoValue *value = fo_value(node, property);
    switch (value->kind) {
    case FO_VALUE_ENUM: {
        if (property == PROP_TEXT_ALIGN_LAST && value->keyword == ENUM_RELATIVE)
            return last_line_words(node);
        g_autofree char *upper = g_ascii_strup(fo_enum_name(value->keyword), -1);
        return replace(upper, "-", "_");
    }
    case FO_VALUE_LENGTH:
        if (value->percent != 0)
            return g_strdup_printf("%.1f%%", value->percent);
        return g_strdup_printf("%.0fmpt", value->fixed / 1.024);
    case FO_VALUE_NUMBER:
        return g_strdup_printf("%g", value->number);
    case FO_VALUE_COLOUR:
        return value->colour.alpha == 255
                   ? g_strdup_printf("#%02x%02x%02x", value->colour.red,
                                     value->colour.green, value->colour.blue)
                   : g_strdup_printf("#%02x%02x%02x%02x", value->colour.red,
                                     value->colour.green, value->colour.blue,
                                     value->colour.alpha);
    default:
        if (property == PROP_FONT_FAMILY) {
            g_auto(GStrv) families = g_strsplit(value->string, ",", -1);
            for (char **family = families; *family; family++)
                g_strstrip(*family);
            g_autofree char *joined = g_strjoinv(", ", families);
            return g_strdup_printf("[%s]", joined);
        }
        return g_strdup(value->string ? value->string : "");
    }
}

static char *
computed(const Assertion *assertion)
{
    const FoNode *node = assertion->node;
    if (strcmp(assertion->property, "line-height.optimum") == 0)
        return g_strdup_printf("%.0fmpt", fo_line_height(node) / 1.024);
    int property = property_named(assertion->property);
    if (property < 0)
        return NULL;
    char *words = value_words(node, property);
    g_autofree char *name = g_strconcat(assertion->property, ".conditionality", NULL);
    int conditionality = property_named(name);
    if (conditionality < 0)
        return words;
    g_autofree char *bare = words;
    g_autofree char *condition = value_words(node, conditionality);
    return g_strdup_printf("CondLength[%s, %s]", bare, condition);
}

static void
run_property_test(const Run *run, const char *path, Score *score)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Diag) diag = diag_new();
    xmlDoc *document = xmlReadFile(path, NULL, 0);
    g_autoptr(GArray) assertions = g_array_new(FALSE, FALSE, sizeof(Assertion));
    int objects = 0;
    set_resolution(document);
    take_assertions(xmlDocGetRootElement(document), assertions, &objects);
    FoTree *tree = fo_parse(arena, document, path, diag);
    if (tree) {
        find_retrieved(tree, arena, tree->root, assertions, diag);
        find_nodes(tree->root, assertions);
    }
    for (guint i = 0; i < assertions->len; i++) {
        const Assertion *assertion = &g_array_index(assertions, Assertion, i);
        g_autofree char *got = assertion->node ? computed(assertion) : NULL;
        gboolean holds = got && agrees(assertion->expected, got, 0);
        if (holds)
            score->passed++;
        else
            score->failed++;
        if (!holds && run->verbose)
            printf("  %s is “%s”, not “%s”\n", assertion->property, got ? got : "",
                   assertion->expected);
    }
    xmlFreeDoc(document);
}

/* How many assertions the file has: those of one that dies all fail. */
static int
count_assertions(const xmlNode *node)
{
    int count = 0;
    for (; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        const char *name = (const char *)node->name;
        count += strcmp(name, "assert") == 0 ||
                 (node->parent->type == XML_ELEMENT_NODE &&
                  strcmp((char *)node->parent->name, "checks") == 0 &&
                  (strcmp(name, "eval") == 0 || strcmp(name, "true") == 0));
        count += count_assertions(node->children);
    }
    return count;
}

static Score
score_of_dead(const char *path, int status)
{
    xmlDoc *document = xmlReadFile(path, NULL, XML_PARSE_HUGE);
    Score score = {.end = "the process died"};
    score.failed = document ? count_assertions(document->children) : 1;
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM)
        score.end = "it took more than a minute";
    xmlFreeDoc(document);
    return score;
}

/* Runs one file in a process of its own. */
static Score
run_apart(const Run *run, const char *path)
{
    int ends[2];
    Score score = {0};
    fflush(stdout);
    if (pipe(ends) != 0)
        return score_of_dead(path, 0);
    pid_t child = fork();
    if (child == 0) {
        alarm(SECONDS);
        if (g_str_has_suffix(path, ".fo"))
            run_property_test(run, path, &score);
        else
            run_layout_test(run, path, &score);
        fflush(stdout);
        _exit(write(ends[1], &score, sizeof score) == sizeof score ? 0 : 1);
    }
    close(ends[1]);
    gssize length = read(ends[0], &score, sizeof score);
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    gboolean ended =
        length == sizeof score && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    return ended ? score : score_of_dead(path, status);
}

static int
compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static gboolean
is_asked(const char *name, char **names)
{
    if (!names || !*names)
        return TRUE;
    for (; *names; names++)
        if (g_str_has_prefix(name, *names))
            return TRUE;
    return FALSE;
}

/* The names in tests/known-failures: the first word of a line. */
static GHashTable *
known_failures(void)
{
    GHashTable *known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autofree char *text = NULL;
    if (!g_file_get_contents("tests/known-failures", &text, NULL, NULL))
        return known;
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line; line++) {
        gsize length = strcspn(*line, "\t ");
        if (**line != '#' && length > 0)
            g_hash_table_add(known, g_strndup(*line, length));
    }
    return known;
}

static gboolean
passes(Score score)
{
    return !score.end && score.failed == 0;
}

static void
print_verdict(Run *run, const char *name, Score score)
{
    gboolean is_known = g_hash_table_contains(run->known, name);
    if (passes(score) && is_known) {
        run->unexpected++;
        printf("passes, though listed as a known failure: %s\n", name);
    } else if (!passes(score) && !run->shows_tree) {
        printf("%s: %s: %d of %d assertions%s%s\n", is_known ? "known" : "failed", name,
               score.failed, score.passed + score.failed, score.end ? "; " : "",
               score.end ? score.end : "");
    }
}

/* What the files of one folder came to. */
typedef struct Total {
    int files, whole; /* with assertions; of those, that pass */
    int passed, failed;
    GHashTable *families; /* name → whether a file of it failed */
} Total;

/* A family is what a name begins with: the object or property that is tested. */
static void
add_score(Total *total, const char *name, Score score)
{
    if (score.passed + score.failed == 0)
        return;
    char *family = g_strndup(name, strcspn(name, "_."));
    gboolean has_failed = g_hash_table_lookup(total->families, family) != NULL;
    g_hash_table_insert(total->families, family,
                        GINT_TO_POINTER(has_failed || !passes(score)));
    total->files++;
    total->whole += passes(score);
    total->passed += score.passed;
    total->failed += score.failed;
}

static int
whole_families(const Total *total)
{
    int count = 0;
    GHashTableIter iterator;
    gpointer has_failed;
    g_hash_table_iter_init(&iterator, total->families);
    while (g_hash_table_iter_next(&iterator, NULL, &has_failed))
        count += !has_failed;
    return count;
}

/* All files of one folder. Prints those that fail and the counts. */
static void
run_folder(Run *run, const char *folder, const char *suffix, char **names)
{
    g_autofree char *path = g_build_filename(run->suite, folder, NULL);
    g_autoptr(GDir) directory = g_dir_open(path, 0, NULL);
    g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
    const char *name;
    while (directory && (name = g_dir_read_name(directory)))
        if (g_str_has_suffix(name, suffix) && is_asked(name, names))
            g_ptr_array_add(files, g_strdup(name));
    g_ptr_array_sort(files, compare_names);
    Total total = {.families =
                       g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    for (guint i = 0; i < files->len; i++) {
        g_autofree char *file = g_build_filename(path, files->pdata[i], NULL);
        if (run->verbose && !run->shows_tree)
            printf("%s\n", (char *)files->pdata[i]);
        Score score = run_apart(run, file);
        add_score(&total, files->pdata[i], score);
        print_verdict(run, files->pdata[i], score);
    }
    if (!run->shows_tree)
        printf("%s: %d of %d files, %d of %d assertions, %d of %u families; %d files "
               "without assertions\n",
               folder, total.whole, total.files, total.passed,
               total.passed + total.failed, whole_families(&total),
               g_hash_table_size(total.families), (int)files->len - total.files);
    g_hash_table_unref(total.families);
}

int
main(int argc, char **argv)
{
    gboolean shows_tree = argc > 1 && strcmp(argv[1], "--tree") == 0;
    char **arguments = argv + 1 + shows_tree;
    if (argc < 3 + shows_tree) {
        g_printerr("run [--tree] SUITE FONTS [NAME …]\n");
        return 2;
    }
    g_autoptr(GError) error = NULL;
    g_setenv("FONTCONFIG_FILE", arguments[1], TRUE);
    g_autoptr(Text) text = text_new(arguments[1], &error);
    if (!text) {
        g_printerr("%s\n", error->message);
        return 2;
    }
    Run run = {.suite = arguments[0],
               .text = text,
               .map = xsltParseStylesheetFile(BAD_CAST "tests/conformance/map.xsl"),
               .known = known_failures(),
               .verbose = arguments[2] != NULL,
               .shows_tree = shows_tree};
    run_folder(&run, "fop", ".xml", arguments + 2);
    run_folder(&run, "fotree", ".fo", arguments + 2);
    xsltFreeStylesheet(run.map);
    g_hash_table_unref(run.known);
    return run.unexpected ? 1 : 0;
}
