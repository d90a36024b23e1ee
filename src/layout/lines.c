#include "layout/inline.h"
#include "layout/border.h"
#include "layout/initial.h"
#include "layout/number.h"
#include "layout/side.h"

#include <string.h>

/* Lines of an earlier pass, or in another measure, good for as long as the citations in them
 * say the same. */
typedef struct Known {
    TextLines lines;
    const Inline *root;
    char *citations;
    GPtrArray *notes, *sides;
    DiagMessage *messages; /* about its lines */
    int message_count;
    struct Known *next; /* the same paragraph, broken otherwise */
} Known;

/* The measures of a paragraph's lines, which change with the width of pages and with what
 * stands beside them. */
typedef struct Measuring {
    VList *list;
    const FoNode *block;
    int from; /* entry of the first line; the next ones stand two further each */
    const Frame *frame;
    GArray *places;     /* SidePlace: floats beside it; NULL: none */
    const Length *tops; /* of its lines when they were last broken */
    int top_count;
    Length line_height; /* of those that were not there then */
} Measuring;

static Length
measure_in(const FoNode *block, Length ipd)
{
    Length indents = fo_length(block, PROP_START_INDENT, ipd) +
                     fo_length(block, PROP_END_INDENT, ipd);
    return MAX(ipd - indents, 1);
}

static Length
line_ipd(const Measuring *measuring, int line)
{
    return block_ipd(measuring->frame, measuring->list, measuring->from + 2 * line);
}

static Length
line_top(const Measuring *measuring, int line)
{
    int known = measuring->top_count;
    if (line < known)
        return measuring->tops[line];
    return (known ? measuring->tops[known - 1] : 0) +
           (line - MAX(known - 1, 0)) * measuring->line_height;
}

/* By how much floats narrow a line (XSL 1.1, 7.19.3: intrusion-displace). */
typedef struct Intrusion {
    Length left, right;
    Length shift; /* further to the right on even pages */
} Intrusion;

static Intrusion
intrusion_of(const Measuring *measuring, int line)
{
    const FoNode *block = measuring->block;
    FoEnum displace = fo_enum(block, PROP_INTRUSION_DISPLACE);
    if (!measuring->places || displace == ENUM_NONE)
        return (Intrusion){0};
    Length top = line_top(measuring, line);
    SideRoom room =
        side_room(measuring->places, top, line_top(measuring, line + 1) - top);
    if (!room.node)
        return (Intrusion){0};
    Length ipd = line_ipd(measuring, line), x = measuring->frame->x;
    gboolean runs_right = border_runs_right(block), indents = displace == ENUM_INDENT;
    Length start = indents ? 0 : fo_length(block, PROP_START_INDENT, ipd);
    Length end = indents ? 0 : fo_length(block, PROP_END_INDENT, ipd);
    Length left = x + (runs_right ? start : end);
    Length right = x + ipd - (runs_right ? end : start);
    Intrusion intrusion = {MAX(room.left - left, 0), MAX(right - room.right, 0), 0};
    intrusion.shift = MAX(room.even_left - left, 0) - intrusion.left;
    return intrusion;
}

static Length
measure_line(gpointer owner, int line)
{
    const Measuring *measuring = owner;
    Intrusion intrusion = intrusion_of(measuring, line);
    Length measure = measure_in(measuring->block, line_ipd(measuring, line));
    return MAX(measure - intrusion.left - intrusion.right, 1);
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

/* A paragraph within an inline-container is broken while the one around it is: each has
 * messages of its own. */
static void
begin_messages(Layout *layout)
{
    layout->text_diag =
        layout->silent_diag ? g_steal_pointer(&layout->silent_diag) : diag_new();
}

static void
end_messages(Layout *layout)
{
    guint count = 0;
    diag_messages(layout->text_diag, &count);
    if (count == 0 && !layout->silent_diag)
        layout->silent_diag = layout->text_diag;
    else
        diag_free(layout->text_diag);
    layout->text_diag = NULL;
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
}

static TextLines
break_lines(Layout *layout, const Frame *frame, const Inlines *inlines,
            Measuring *measuring, Run *run)
{
    begin_messages(layout);
    *run = inline_run(layout, frame, measuring->block, inlines,
                      measure_line(measuring, 0));
    TextLines lines = paragraph_break(run->paragraph, measure_line, measuring);
    paragraph_release(run->paragraph);
    return lines;
}

/* Where the first line has properties of its own, how much text it takes is known when it is
 * broken: it is broken again until that stays so. */
static Known *
set_lines(Layout *layout, const Frame *frame, const Inlines *inlines,
          Measuring *measuring)
{
    Diag *outer = layout->text_diag;
    Inlines own = *inlines;
    own.initial = initial_set(measuring->block, inlines);
    own.reach = G_MAXINT;
    Run run;
    TextLines lines = break_lines(layout, frame, &own, measuring, &run);
    int reach = own.initial ? initial_reach(&lines) : own.reach;
    for (int tries = 1; reach != own.reach && tries < INITIAL_TRIES; tries++) {
        own.is_held = tries > 2;
        own.reach = own.is_held ? MIN(reach, own.reach) : reach;
        end_messages(layout);
        lines = break_lines(layout, frame, &own, measuring, &run);
        reach = initial_reach(&lines);
    }
    Known *known = arena_new0(run.arena, Known);
    known->lines = lines;
    known->root = run.root;
    known->notes = run.notes;
    known->sides = run.sides;
    take_messages(layout, run.arena, known);
    end_messages(layout);
    layout->text_diag = outer;
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

/* Orphans and widows (XSL 1.1, 7.20.6, 7.20.7), hyphenation-keep (7.10.9), and a small price
 * for a page that ends in a hyphen or cuts a paragraph at all. */
static int
line_penalty(const FoNode *block, const TextLines *lines, int line)
{
    enum { CUT = 20, HYPHEN = 200 };
    int orphans = (int)fo_number(block, PROP_ORPHANS);
    int widows = (int)fo_number(block, PROP_WIDOWS);
    if (line < orphans || lines->count - line < widows)
        return KNUTH_INFINITE;
    if (!lines->lines[line - 1].hyphenated)
        return CUT;
    return fo_enum(block, PROP_HYPHENATION_KEEP) == ENUM_AUTO ? HYPHEN : KNUTH_INFINITE;
}

/* A float that this paragraph cites, and the line that does. */
typedef struct Cited {
    Side *side; /* NULL: it has no room beside the lines */
    const FoNode *node;
    int line;
    Length top;
} Cited;

static gboolean
cites(const TextLine *line, const FoNode *node)
{
    for (int i = 0; i < line->piece_count; i++)
        if (((const Inline *)line->pieces[i].owner)->side == node)
            return TRUE;
    return FALSE;
}

static Length *
tops_of(Layout *layout, const Frame *frame, const Known *known)
{
    Length *tops = arena_array(layout->scratch, Length, known->lines.count + 1);
    for (int i = 0; i < known->lines.count; i++)
        tops[i + 1] =
            tops[i] +
            line_new(layout, frame, &known->lines.lines[i], known->root, 1)->height;
    return tops;
}

/* A float stands no higher than the line that cites it, nor than it did before: below the
 * last line where there are fewer lines now. */
static void
place_cited(Cited *cited, const Known *known, const Length *tops)
{
    int line = 0;
    while (line < known->lines.count && !cites(&known->lines.lines[line], cited->node))
        line++;
    if (line < known->lines.count)
        cited->line = MAX(cited->line, line);
    cited->line = MIN(cited->line, known->lines.count);
    cited->top = tops[cited->line];
}

static gboolean
same_places(const GArray *a, const GArray *b)
{
    for (guint i = 0; a && i < a->len && a->len == b->len; i++) {
        const SidePlace *one = &g_array_index(a, SidePlace, i);
        const SidePlace *other = &g_array_index(b, SidePlace, i);
        if (one->side != other->side || one->top != other->top)
            return FALSE;
    }
    return a && a->len == b->len;
}

/* Takes over where lines and floats came to stand. Returns whether that was new. */
static gboolean
reshape(Layout *layout, Measuring *measuring, const Known *known, Cited *cited,
        int cited_count)
{
    GArray *places = side_places(measuring->list);
    Length *tops = tops_of(layout, measuring->frame, known);
    int count = known->lines.count + 1;
    for (int i = 0; i < cited_count; i++) {
        place_cited(&cited[i], known, tops);
        if (!cited[i].side)
            continue;
        Length top = side_fit(places, measuring->frame, cited[i].side, cited[i].top);
        if (side_is_far(measuring->frame, cited[i].side, top - cited[i].top)) {
            cited[i].side = NULL;
            g_array_set_size(places, places->len - 1);
        }
        cited[i].top = top;
    }
    gboolean is_same = same_places(measuring->places, places) &&
                       measuring->top_count == count &&
                       memcmp(measuring->tops, tops, (gsize)count * sizeof *tops) == 0;
    g_array_unref(measuring->places);
    measuring->places = places;
    measuring->tops = tops;
    measuring->top_count = count;
    return !is_same;
}

/* The lines of a paragraph beside floats, some of which it may cite itself: broken again
 * until both stay where they are. */
static const Known *
lines_beside(Layout *layout, const Inlines *inlines, Measuring *measuring,
             const Known *known, Cited *cited, int cited_count)
{
    enum { TRIES = 8 };
    for (int i = 0; i < cited_count; i++) {
        cited[i].node = known->sides->pdata[i];
        cited[i].side =
            i < SIDE_MOST ? side_new(layout, measuring->frame, cited[i].node) : NULL;
    }
    for (int i = 0; i < TRIES && reshape(layout, measuring, known, cited, cited_count);
         i++)
        known = known_lines(layout, measuring->frame, inlines, measuring);
    return known;
}

static void
add_sides(const Measuring *measuring, const Cited *cited, int cited_count, int line,
          VList *list)
{
    for (int i = 0; i < cited_count; i++) {
        if (!cited[i].side || cited[i].line != line)
            continue;
        /* One below the last line is on the page of that. */
        if (line > 0 && line == measuring->top_count - 1)
            side_add_bond(list, cited[i].node);
        side_add(list, cited[i].side, cited[i].top - line_top(measuring, line));
    }
}

/* Between two lines: what stands beside both keeps them together. */
static void
add_line_penalty(const Measuring *measuring, const Known *known, int line, VList *list)
{
    VEntry *penalty = vlist_add(list, V_PENALTY, measuring->block);
    penalty->penalty = line_penalty(measuring->block, &known->lines, line);
    if (!measuring->places)
        return;
    Length top = line_top(measuring, line);
    for (guint i = 0; i < measuring->places->len; i++) {
        const SidePlace *place = &g_array_index(measuring->places, SidePlace, i);
        if (place->top >= top || place->top + place->side->height <= top)
            continue;
        penalty->penalty = KNUTH_INFINITE;
        penalty->item = (gpointer)place->side->node;
    }
}

static void
add_line(Layout *layout, const Measuring *measuring, const Known *known, int number,
         VList *list)
{
    const FoNode *block = measuring->block;
    Length ipd = block_ipd(measuring->frame, list, list->count);
    Intrusion intrusion = intrusion_of(measuring, number);
    Length measure = MAX(measure_in(block, ipd) - intrusion.left - intrusion.right, 1);
    Line *line = line_new(layout, measuring->frame, &known->lines.lines[number],
                          known->root, measure);
    line->lines = &known->lines;
    line->number = number;
    VEntry *entry = vlist_add(list, V_BOX, block);
    entry->content = CONTENT_LINE;
    entry->item = line;
    entry->size = line->height;
    FoProperty left = border_runs_right(block) ? PROP_START_INDENT : PROP_END_INDENT;
    entry->x = measuring->frame->x + fo_length(block, left, ipd) + intrusion.left;
    entry->shift = intrusion.shift;
    entry->width = measure;
}

/* Footnotes and floats that have no place at the foot, the top or the side of a page. */
static void
add_below(Layout *layout, const Frame *frame, const Known *known, const Cited *cited,
          int cited_count, VList *list)
{
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
    for (int i = 0; i < cited_count; i++)
        if (!cited[i].side)
            block_build_float(layout, frame, cited[i].node, list);
}

void
inline_build(Layout *layout, const Frame *frame, const FoNode *block,
             const Inlines *inlines, VList *list)
{
    side_keep(list);
    Measuring measuring = {.list = list,
                           .block = block,
                           .from = list->count,
                           .frame = frame,
                           .places = list->sides ? side_places(list) : NULL};
    const Known *known = known_lines(layout, frame, inlines, &measuring);
    int cited_count = known->sides ? (int)known->sides->len : 0;
    Cited *cited =
        cited_count ? arena_array(layout->scratch, Cited, cited_count) : NULL;
    if (measuring.places || cited_count) {
        measuring.line_height = known->root->line_height;
        if (cited_count)
            side_part(list, frame);
        measuring.from = list->count;
        if (measuring.places)
            g_array_unref(measuring.places);
        measuring.places = side_places(list);
        known = lines_beside(layout, inlines, &measuring, known, cited, cited_count);
    }
    for (int i = 0; i < known->message_count; i++)
        diag_report(layout->list_diag, &known->messages[i].place,
                    known->messages[i].code, "%s", known->messages[i].text);
    for (int i = 0; i < known->lines.count; i++) {
        if (i > 0)
            add_line_penalty(&measuring, known, i, list);
        add_sides(&measuring, cited, cited_count, i, list);
        add_line(layout, &measuring, known, i, list);
    }
    add_sides(&measuring, cited, cited_count, known->lines.count, list);
    if (measuring.places)
        g_array_unref(measuring.places);
    add_below(layout, frame, known, cited, cited_count, list);
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
