#include "area/proof.h"

#include <math.h>
#include <string.h>

/* Where a mark is due. Word spaces are judged against the font's own. */
enum {
    LOOSE = 150, /* per cent */
    TIGHT = 72,
    RIVER = 4, /* lines */
    LADDER = 3,
    EXCERPT = 40 /* bytes of a line that are told */
};

const char *const PROOF_NAMES[PROOF_KIND_COUNT] = {
    "te-vol",   "los",        "krap",       "rivier",       "ladder",
    "weeskind", "hoerenjong", "kort-einde", "zelfde-begin", "zelfde-einde"};

typedef struct Space {
    gint64 left, right; /* on the page */
    double size;        /* 1: that of its font */
    int river;          /* lines above it through which a river leads here */
    int above;          /* the space above it in that river, or -1 */
    gboolean goes_on;
} Space;

typedef struct ReadLine {
    const Area *area;
    int page, number;
    AreaRectangle rectangle;
    gint64 left, right;         /* of what is set in it, on the page */
    GArray *spaces;             /* Space; owned */
    GString *text;              /* owned */
    gboolean hyphenated, begun; /* begun: what is no space has been read */
} ReadLine;

typedef struct Reading {
    Proof *proof;
    GPtrArray *lines;       /* ReadLine, in the order of the pages */
    GHashTable *paragraphs; /* identity → GPtrArray of ReadLine */
    GPtrArray *order;       /* those arrays as they begin */
    int page, number;
    double sum, squares;
} Reading;

static void
line_free(gpointer pointer)
{
    ReadLine *line = pointer;
    g_array_unref(line->spaces);
    g_string_free(line->text, TRUE);
    g_free(line);
}

/* ---- Reading lines ---- */

static gboolean
is_space(const Area *text, int glyph)
{
    int cluster = text->u.text.glyphs->log_clusters[glyph];
    const char *at = text->u.text.text + cluster;
    if (cluster >= text->u.text.length)
        return FALSE;
    return *at == ' ' || strncmp(at, "\xC2\xA0", 2) == 0;
}

static void
add_space(ReadLine *line, const Area *text, int glyph, gint64 left)
{
    const PangoGlyphInfo *info = &text->u.text.glyphs->glyphs[glyph];
    PangoRectangle logical;
    pango_font_get_glyph_extents(text->u.text.font, info->glyph, NULL, &logical);
    if (info->geometry.width <= 0 || logical.width <= 0)
        return;
    Space space = {.left = left,
                   .right = left + info->geometry.width,
                   .size = (double)info->geometry.width / logical.width,
                   .above = -1};
    g_array_append_val(line->spaces, space);
}

/* A text that is not turned; of one that is, the words alone. */
static void
read_text(ReadLine *line, const Area *text, AreaRectangle rectangle, gboolean turned)
{
    const PangoGlyphString *glyphs = text->u.text.glyphs;
    gint64 x = rectangle.x;
    for (int i = 0; i < glyphs->num_glyphs && !turned; i++) {
        if (!is_space(text, i))
            line->begun = TRUE;
        else if (line->begun)
            add_space(line, text, i, x);
        x += glyphs->glyphs[i].geometry.width;
    }
    line->left = MIN(line->left, rectangle.x);
    line->right = MAX(line->right, rectangle.x + rectangle.width);
    g_string_append_len(line->text, text->u.text.text, text->u.text.length);
}

static void
read_line(Reading *reading, const Area *area, AreaMatrix siblings)
{
    ReadLine *line = g_new0(ReadLine, 1);
    line->area = area;
    line->page = reading->page;
    line->number = ++reading->number;
    line->rectangle = area_matrix_rectangle(siblings, area);
    line->left = G_MAXINT64;
    line->right = G_MININT64;
    line->spaces = g_array_new(FALSE, FALSE, sizeof(Space));
    line->text = g_string_new(NULL);
    gboolean turned = siblings.a != 1;
    g_auto(AreaWalk) walk = area_walk_begin(area, siblings);
    while (area_walk_next(&walk))
        if (!walk.leaving && walk.area->kind == AREA_TEXT)
            read_text(line, walk.area, area_matrix_rectangle(walk.siblings, walk.area),
                      turned);
    g_strchomp(line->text->str);
    line->text->len = strlen(line->text->str);
    line->hyphenated =
        area->u.line.hyphenated || g_str_has_suffix(line->text->str, "-");
    g_ptr_array_add(reading->lines, line);
    GPtrArray *paragraph =
        g_hash_table_lookup(reading->paragraphs, area->u.line.paragraph);
    if (!paragraph) {
        paragraph = g_ptr_array_new();
        g_hash_table_insert(reading->paragraphs, (gpointer)area->u.line.paragraph,
                            paragraph);
        g_ptr_array_add(reading->order, paragraph);
    }
    g_ptr_array_add(paragraph, line);
}

static void
read_page(Reading *reading, const Area *page)
{
    const Area *unread = NULL; /* a running head that the walk is in */
    reading->number = 0;
    g_auto(AreaWalk) walk = area_walk_begin(page, AREA_IDENTITY);
    while (area_walk_next(&walk)) {
        if (walk.area == unread)
            unread = NULL;
        else if (!unread && !walk.leaving && walk.area->artifact)
            unread = walk.area;
        else if (!unread && !walk.leaving && walk.area->kind == AREA_LINE)
            read_line(reading, walk.area, walk.siblings);
    }
}

/* ---- Marks ---- */

static void
mark(Reading *reading, const ReadLine *line, ProofKind kind, gint64 value,
     gboolean leads, AreaRectangle rectangle)
{
    Proof *proof = reading->proof;
    const char *text = line->text->str, *end = text + MIN(line->text->len, EXCERPT);
    while (end > text && ((guchar)*end & 0xC0) == 0x80)
        end--;
    ProofMark found = {.kind = kind,
                       .page = line->page,
                       .line = line->number,
                       .value = (int)CLAMP(value, G_MININT, G_MAXINT),
                       .leads = leads,
                       .area = line->area,
                       .rectangle = rectangle,
                       .text = arena_strndup(proof->arena, text, (gsize)(end - text))};
    g_array_append_val(proof->marks, found);
    proof->found[kind] += leads;
}

/* Lines first … last - 1 of a paragraph as one mark. */
static void
mark_lines(Reading *reading, const GPtrArray *paragraph, guint first, guint last,
           ProofKind kind)
{
    for (guint i = first; i < last; i++) {
        const ReadLine *line = paragraph->pdata[i];
        mark(reading, line, kind, last - first, i == first, line->rectangle);
    }
}

/* ---- One line ---- */

static void
count_spaces(Reading *reading, const ReadLine *line)
{
    Proof *proof = reading->proof;
    for (guint i = 0; i < line->spaces->len; i++) {
        double size = g_array_index(line->spaces, Space, i).size;
        reading->sum += size;
        reading->squares += size * size;
        proof->narrowest = proof->spaces ? MIN(proof->narrowest, size) : size;
        proof->widest = MAX(proof->widest, size);
        proof->spaces++;
    }
}

/* A line without spaces cannot be filled. */
static gboolean
is_short(const ReadLine *line)
{
    enum { SLOP = 1024 };
    return line->spaces->len == 0 && line->text->len > 0 &&
           line->right - line->left < line->rectangle.width - SLOP;
}

static void
judge_spaces(Reading *reading, const ReadLine *line)
{
    double sum = 0;
    guint count = line->spaces->len;
    for (guint i = 0; i < count; i++)
        sum += g_array_index(line->spaces, Space, i).size;
    int mean = count > 0 ? (int)lround(100 * sum / count) : 100;
    if (is_short(line))
        mark(reading, line, PROOF_LOOSE, 0, TRUE, line->rectangle);
    else if (mean > LOOSE)
        mark(reading, line, PROOF_LOOSE, mean, TRUE, line->rectangle);
    else if (mean < TIGHT)
        mark(reading, line, PROOF_TIGHT, mean, TRUE, line->rectangle);
}

static void
judge_line(Reading *reading, const ReadLine *line)
{
    const Area *area = line->area;
    Proof *proof = reading->proof;
    proof->lines++;
    proof->hyphenated += line->hyphenated;
    if (area->u.line.overfull)
        mark(reading, line, PROOF_OVERFULL, area->u.line.over, TRUE, line->rectangle);
    if (!area->u.line.justified)
        return;
    proof->justified++;
    count_spaces(reading, line);
    judge_spaces(reading, line);
}

/* ---- Lines of a paragraph ---- */

/* Whether line stands right under the one before it: not on another page or in another
 * column. */
static gboolean
is_under(const ReadLine *line, const ReadLine *above)
{
    return line->page == above->page && line->rectangle.y > above->rectangle.y;
}

static void
judge_ladders(Reading *reading, const GPtrArray *paragraph)
{
    for (guint first = 0, last; first < paragraph->len; first = last + 1) {
        last = first;
        while (last < paragraph->len &&
               ((const ReadLine *)paragraph->pdata[last])->hyphenated)
            last++;
        if (last - first >= LADDER)
            mark_lines(reading, paragraph, first, last, PROOF_LADDER);
    }
}

static void
judge_cuts(Reading *reading, const GPtrArray *paragraph)
{
    guint count = paragraph->len;
    const ReadLine *first = paragraph->pdata[0], *last = paragraph->pdata[count - 1];
    if (count < 2)
        return;
    if (first->area->u.line.number == 0 && !is_under(paragraph->pdata[1], first))
        mark(reading, first, PROOF_ORPHAN, 1, TRUE, first->rectangle);
    if (last->area->u.line.number == last->area->u.line.count - 1 &&
        !is_under(last, paragraph->pdata[count - 2]))
        mark(reading, last, PROOF_WIDOW, 1, TRUE, last->rectangle);
}

static const Area *
first_text(const Area *area)
{
    while (area && area->kind != AREA_TEXT)
        area = area->first ? area->first : area->next;
    return area;
}

/* The em of the line's first font. */
static gint64
em_of(const ReadLine *line)
{
    const Area *text = first_text(line->area->first);
    if (!text || !text->u.text.font)
        return 0;
    PangoFontDescription *font = pango_font_describe(text->u.text.font);
    gint64 em = pango_font_description_get_size(font);
    pango_font_description_free(font);
    return em;
}

/* A last line of a part of a word, or of one word no longer than the indent under which the
 * next paragraph begins, or than two ems. */
static void
judge_end(Reading *reading, const GPtrArray *paragraph)
{
    const ReadLine *last = paragraph->pdata[paragraph->len - 1];
    if (paragraph->len < 2 || last->spaces->len > 0 || last->text->len == 0 ||
        last->area->u.line.number != last->area->u.line.count - 1)
        return;
    const ReadLine *before = paragraph->pdata[paragraph->len - 2];
    const ReadLine *first = paragraph->pdata[0];
    gint64 width = last->right - last->left;
    gint64 least = MAX(2 * em_of(last), first->left - first->rectangle.x);
    if (!before->area->u.line.forced && (before->hyphenated || width < least))
        mark(reading, last, PROOF_RUNT, width, TRUE, last->rectangle);
}

/* ---- Rivers ---- */

/* Whether a space stands under another by half of the narrower one. */
static gboolean
flows(const Space *above, const Space *below)
{
    gint64 common = MIN(above->right, below->right) - MAX(above->left, below->left);
    gint64 narrower = MIN(above->right - above->left, below->right - below->left);
    return common * 2 >= narrower;
}

/* Both lines' spaces are sorted. */
static void
find_rivers(const ReadLine *above, const ReadLine *line)
{
    guint from = 0;
    for (guint i = 0; i < line->spaces->len; i++) {
        Space *space = &g_array_index(line->spaces, Space, i);
        while (from < above->spaces->len &&
               g_array_index(above->spaces, Space, from).right <= space->left)
            from++;
        for (guint j = from; j < above->spaces->len; j++) {
            const Space *other = &g_array_index(above->spaces, Space, j);
            if (other->left >= space->right)
                break;
            if (!flows(other, space) || other->river + 1 <= space->river)
                continue;
            space->river = other->river + 1;
            space->above = (int)j;
        }
        if (space->above >= 0)
            g_array_index(above->spaces, Space, space->above).goes_on = TRUE;
    }
}

/* Marks the river that ends at a space of line number `last`, upwards. */
static void
mark_river(Reading *reading, const GPtrArray *paragraph, guint last, const Space *end)
{
    int length = end->river + 1;
    for (const Space *space = end;; last--) {
        const ReadLine *line = paragraph->pdata[last];
        AreaRectangle rectangle = line->rectangle;
        rectangle.x = space->left;
        rectangle.width = space->right - space->left;
        mark(reading, line, PROOF_RIVER, length, space->above < 0, rectangle);
        if (space->above < 0)
            break;
        const ReadLine *above = paragraph->pdata[last - 1];
        space = &g_array_index(above->spaces, Space, space->above);
    }
}

static void
judge_rivers(Reading *reading, const GPtrArray *paragraph)
{
    for (guint i = 1; i < paragraph->len; i++)
        if (is_under(paragraph->pdata[i], paragraph->pdata[i - 1]))
            find_rivers(paragraph->pdata[i - 1], paragraph->pdata[i]);
    for (guint i = 0; i < paragraph->len; i++) {
        const ReadLine *line = paragraph->pdata[i];
        for (guint j = 0; j < line->spaces->len; j++) {
            const Space *space = &g_array_index(line->spaces, Space, j);
            if (!space->goes_on && space->river + 1 >= RIVER)
                mark_river(reading, paragraph, i, space);
        }
    }
}

/* ---- The same word at an edge ---- */

static gboolean
is_of_word(const char *at)
{
    return g_unichar_isalnum(g_utf8_get_char(at));
}

/* The whole word at the start or the end of a line, in small letters; NULL: there is none. */
static char *
edge_word(const GPtrArray *paragraph, guint index, gboolean at_end)
{
    const ReadLine *line = paragraph->pdata[index];
    const ReadLine *above = index > 0 ? paragraph->pdata[index - 1] : NULL;
    if (at_end ? line->hyphenated : above && above->hyphenated)
        return NULL;
    const char *start = line->text->str, *end = start + line->text->len;
    const char *space = at_end ? strrchr(start, ' ') : strchr(start, ' ');
    if (space && at_end)
        start = space + 1;
    else if (space)
        end = space;
    while (start < end && !is_of_word(start))
        start = g_utf8_next_char(start);
    while (end > start && !is_of_word(g_utf8_prev_char(end)))
        end = g_utf8_prev_char(end);
    return end > start ? g_utf8_casefold(start, end - start) : NULL;
}

static void
judge_edges(Reading *reading, const GPtrArray *paragraph, gboolean at_end)
{
    g_autofree char *before = NULL;
    guint first = 0;
    for (guint i = 0; i <= paragraph->len; i++) {
        char *word = i < paragraph->len ? edge_word(paragraph, i, at_end) : NULL;
        gboolean same = word && before && strcmp(word, before) == 0 &&
                        is_under(paragraph->pdata[i], paragraph->pdata[i - 1]);
        if (!same && i - first >= 2)
            mark_lines(reading, paragraph, first, i,
                       at_end ? PROOF_SAME_END : PROOF_SAME_START);
        if (!same)
            first = i;
        g_free(before);
        before = word;
    }
}

/* ---- The whole ---- */

static int
compare(gconstpointer a, gconstpointer b)
{
    const ProofMark *left = a, *right = b;
    if (left->page != right->page)
        return left->page - right->page;
    if (left->line != right->line)
        return left->line - right->line;
    return (int)left->kind - (int)right->kind;
}

static void
judge(Reading *reading)
{
    for (guint i = 0; i < reading->lines->len; i++)
        judge_line(reading, reading->lines->pdata[i]);
    for (guint i = 0; i < reading->order->len; i++) {
        const GPtrArray *paragraph = reading->order->pdata[i];
        judge_ladders(reading, paragraph);
        judge_cuts(reading, paragraph);
        judge_end(reading, paragraph);
        judge_rivers(reading, paragraph);
        judge_edges(reading, paragraph, FALSE);
        judge_edges(reading, paragraph, TRUE);
    }
    Proof *proof = reading->proof;
    if (proof->spaces > 0) {
        proof->mean = reading->sum / proof->spaces;
        double variance = reading->squares / proof->spaces - proof->mean * proof->mean;
        proof->deviation = sqrt(MAX(variance, 0));
    }
    g_array_sort(proof->marks, compare);
}

Proof *
proof_read(const AreaDocument *document)
{
    Proof *proof = arena_new0(document->arena, Proof);
    proof->arena = document->arena;
    proof->document = document;
    proof->marks = g_array_new(FALSE, TRUE, sizeof(ProofMark));
    arena_own(proof->arena, proof->marks, (GDestroyNotify)g_array_unref);
    Reading reading = {.proof = proof};
    reading.lines = g_ptr_array_new_with_free_func(line_free);
    reading.order = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    reading.paragraphs = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < document->pages->len; i++) {
        reading.page = (int)i;
        read_page(&reading, document->pages->pdata[i]);
    }
    judge(&reading);
    g_hash_table_unref(reading.paragraphs);
    g_ptr_array_unref(reading.order);
    g_ptr_array_unref(reading.lines);
    return proof;
}

/* ---- As text ---- */

char *
proof_value(const ProofMark *mark)
{
    switch (mark->kind) {
    case PROOF_OVERFULL:
    case PROOF_RUNT:
        return g_strdup_printf("%d,%d pt", mark->value / 1024,
                               mark->value % 1024 * 10 / 1024);
    case PROOF_LOOSE:
        return mark->value == 0 ? g_strdup("niet gevuld")
                                : g_strdup_printf("%d %%", mark->value);
    case PROOF_TIGHT:
        return g_strdup_printf("%d %%", mark->value);
    default:
        return g_strdup_printf(mark->value == 1 ? "%d regel" : "%d regels",
                               mark->value);
    }
}

static void
append_mark(GString *out, const Proof *proof, const ProofMark *mark)
{
    const Area *page = proof->document->pages->pdata[mark->page];
    const Place *place = &mark->area->place;
    g_autofree char *value = proof_value(mark);
    g_string_append_printf(out, "%s\t%d\t%s", page->u.page.label, mark->line,
                           place->file ? place->file : "-");
    if (place->line > 0)
        g_string_append_printf(out, ":%d", place->line);
    g_string_append_printf(out, "\t%s\t%s\t", PROOF_NAMES[mark->kind], value);
    for (const char *at = mark->text; *at; at++)
        g_string_append_c(out, (guchar)*at < ' ' ? ' ' : *at);
    g_string_append_c(out, '\n');
}

static int
percent(double part)
{
    return (int)lround(100 * part);
}

char *
proof_text(const Proof *proof)
{
    GString *out =
        g_string_new("bladzijde\tregel\tbron\tgebrek\tmaat\tbegin van de regel\n");
    int total = 0;
    for (guint i = 0; i < proof->marks->len; i++) {
        const ProofMark *mark = &g_array_index(proof->marks, ProofMark, i);
        if (mark->leads)
            append_mark(out, proof, mark);
        total += mark->leads;
    }
    g_string_append_printf(out,
                           "\nbladzijden\t%u\nregels\t%d\nuitgevuld\t%d\n"
                           "afgebroken\t%d\n",
                           proof->document->pages->len, proof->lines, proof->justified,
                           proof->hyphenated);
    for (int kind = 0; kind < PROOF_KIND_COUNT; kind++)
        g_string_append_printf(out, "%s\t%d\n", PROOF_NAMES[kind], proof->found[kind]);
    g_string_append_printf(out,
                           "woordwit gemiddeld\t%d %%\nwoordwit spreiding\t%d %%\n"
                           "woordwit kleinste\t%d %%\nwoordwit grootste\t%d %%\n",
                           percent(proof->mean), percent(proof->deviation),
                           percent(proof->narrowest), percent(proof->widest));
    g_string_append_printf(out, "gebreken per honderd regels\t%d\n",
                           proof->lines > 0 ? (int)lround(100.0 * total / proof->lines)
                                            : 0);
    return g_string_free(out, FALSE);
}
