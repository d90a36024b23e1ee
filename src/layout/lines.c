#include "layout/inline.h"
#include "layout/border.h"
#include "layout/number.h"

#include <string.h>

/* Lines of an earlier pass, or in another measure, good for as long as the citations in them
 * say the same. */
typedef struct Known {
    TextLines lines;
    const Inline *root;
    char *citations;
    GPtrArray *notes;
    DiagMessage *messages; /* about its lines */
    int message_count;
    struct Known *next; /* the same paragraph, broken otherwise */
} Known;

/* The measures of a paragraph's lines, which change with the width of pages. */
typedef struct Measuring {
    const VList *list;
    const FoNode *block;
    int from; /* entry of the first line; the next ones stand two further each */
    const Frame *frame;
} Measuring;

static Length
measure_in(const FoNode *block, Length ipd)
{
    Length indents = fo_length(block, PROP_START_INDENT, ipd) +
                     fo_length(block, PROP_END_INDENT, ipd);
    return MAX(ipd - indents, 1);
}

static Length
measure_line(gpointer owner, int line)
{
    const Measuring *measuring = owner;
    Length ipd =
        block_ipd(measuring->frame, measuring->list, measuring->from + 2 * line);
    return measure_in(measuring->block, ipd);
}

/* What the citations among the nodes say now: lines set with other numbers are stale. */
static void
append_citations(Layout *layout, const FoNode *first, const FoNode *end, int depth,
                 GString *out)
{
    for (const FoNode *node = first; node && node != end; node = node->next) {
        if (node->kind == FO_PAGE_NUMBER || node->kind == FO_PAGE_NUMBER_CITATION ||
            node->kind == FO_PAGE_NUMBER_CITATION_LAST ||
            node->kind == FO_INDEX_PAGE_CITATION_LIST) {
            g_string_append(out, number_text(layout, node, FALSE));
            g_string_append_c(out, ' ');
        } else if (node->first && depth < FRAME_DEEPEST) {
            append_citations(layout, node->first, NULL, depth + 1, out);
        }
    }
}

/* A message about a font or a language is given once. */
static void
forward(Layout *layout, const DiagMessage *message)
{
    guint count = 0;
    const DiagMessage *messages = diag_messages(layout->diag, &count);
    gboolean once = message->code == DIAG_FONT_UNKNOWN ||
                    message->code == DIAG_FONT_STYLE ||
                    message->code == DIAG_HYPHENATION;
    for (guint i = 0; once && i < count; i++)
        if (messages[i].code == message->code &&
            strcmp(messages[i].text, message->text) == 0)
            return;
    diag_report(layout->diag, &message->place, message->code, "%s", message->text);
}

/* What was said of the lines stays with them: it counts where they do. */
static void
take_messages(Layout *layout, Arena *arena, Known *known)
{
    guint count = 0;
    const DiagMessage *messages = diag_messages(layout->text_diag, &count);
    if (count == 0)
        return;
    known->messages = arena_array(arena, DiagMessage, count);
    for (guint i = 0; i < count; i++) {
        if (messages[i].code != DIAG_LINE_OVERFULL &&
            messages[i].code != DIAG_LINE_LOOSE &&
            messages[i].code != DIAG_WORD_BROKEN) {
            forward(layout, &messages[i]);
            continue;
        }
        DiagMessage *own = &known->messages[known->message_count++];
        *own = messages[i];
        own->text = arena_strdup(arena, messages[i].text);
        own->place.file = own->place.file ? arena_strdup(arena, own->place.file) : NULL;
    }
    diag_free(layout->text_diag);
    layout->text_diag = diag_new();
}

static Known *
set_lines(Layout *layout, const Frame *frame, const Inlines *inlines,
          Measuring *measuring)
{
    Run run = inline_run(layout, frame, measuring->block, inlines,
                         measure_line(measuring, 0));
    Known *known = arena_new0(run.arena, Known);
    known->lines = paragraph_break(run.paragraph, measure_line, measuring);
    paragraph_release(run.paragraph);
    known->root = run.root;
    known->notes = run.notes;
    take_messages(layout, run.arena, known);
    return known;
}

static gboolean
holds(const Known *known, const char *citations, Measuring *measuring)
{
    if (strcmp(known->citations, citations) != 0)
        return FALSE;
    for (int i = 0; i < known->lines.count; i++)
        if (known->lines.lines[i].measure != measure_line(measuring, i))
            return FALSE;
    return TRUE;
}

/* The lines of an earlier pass where they hold, else new ones. Running heads are new on
 * each page. */
static const Known *
known_lines(Layout *layout, const Frame *frame, const Inlines *inlines,
            Measuring *measuring)
{
    if (frame->artifact)
        return set_lines(layout, frame, inlines, measuring);
    g_autoptr(GString) citations = g_string_new(NULL);
    append_citations(layout, inlines->first, inlines->end, 0, citations);
    Known *latest = g_hash_table_lookup(layout->paragraphs, inlines->key);
    for (Known *known = latest; known; known = known->next)
        if (holds(known, citations->str, measuring))
            return known;
    Known *known = set_lines(layout, frame, inlines, measuring);
    known->citations = arena_strdup(layout->arena, citations->str);
    known->next = latest;
    g_hash_table_insert(layout->paragraphs, (gpointer)inlines->key, known);
    return known;
}

/* Orphans and widows (XSL 1.1, 7.20.6, 7.20.7), and a small price for a page that ends in a
 * hyphen or cuts a paragraph at all. */
static int
line_penalty(const FoNode *block, const TextLines *lines, int line)
{
    enum { CUT = 20, HYPHEN = 200 };
    int orphans = (int)fo_number(block, PROP_ORPHANS);
    int widows = (int)fo_number(block, PROP_WIDOWS);
    if (line < orphans || lines->count - line < widows)
        return KNUTH_INFINITE;
    return lines->lines[line - 1].hyphenated ? HYPHEN : CUT;
}

void
inline_build(Layout *layout, const Frame *frame, const FoNode *block,
             const Inlines *inlines, VList *list)
{
    Measuring measuring = {list, block, list->count, frame};
    const Known *known = known_lines(layout, frame, inlines, &measuring);
    for (int i = 0; i < known->message_count; i++)
        diag_report(layout->list_diag, &known->messages[i].place,
                    known->messages[i].code, "%s", known->messages[i].text);
    for (int i = 0; i < known->lines.count; i++) {
        if (i > 0)
            vlist_add(list, V_PENALTY, block)->penalty =
                line_penalty(block, &known->lines, i);
        Length ipd = block_ipd(frame, list, list->count);
        Length measure = measure_in(block, ipd);
        Line *line =
            line_new(layout, frame, &known->lines.lines[i], known->root, measure);
        line->lines = &known->lines;
        line->number = i;
        VEntry *entry = vlist_add(list, V_BOX, block);
        entry->content = CONTENT_LINE;
        entry->item = line;
        entry->size = line->height;
        FoProperty left =
            border_runs_right(block) ? PROP_START_INDENT : PROP_END_INDENT;
        entry->x = frame->x + fo_length(block, left, ipd);
        entry->width = measure;
    }
    for (guint i = 0; known->notes && i < known->notes->len; i++) {
        const FoNode *note = known->notes->pdata[i];
        if (note->kind == FO_FLOAT) {
            block_build(layout, frame, note, list);
            continue;
        }
        diag_report(layout->diag, &note->place, DIAG_FOOTNOTE_INLINE,
                    "de voetnoot is onder de alinea gezet");
        block_build_children(layout, frame, note, list);
    }
}

void
inline_extent(Layout *layout, const Frame *frame, const FoNode *block,
              const FoNode *first, const FoNode *end, Length *minimum, Length *maximum)
{
    Inlines inlines = {.first = first, .end = end, .key = first};
    Run run = inline_run(layout, frame, block, &inlines, LENGTH_MAX);
    paragraph_extent(run.paragraph, minimum, maximum);
    paragraph_release(run.paragraph);
}
