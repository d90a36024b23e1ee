#include "inspect/walk.h"

#include <string.h>

/* PDF/A-2, 6.1.13: q within q. */
enum { DEEPEST_SAVE = 28, DEEPEST_STREAM = 24, MOST_CONTENT = 1 << 28 };

typedef enum OperatorKind {
    OP_OTHER, /* known, and nothing to be said of it */
    OP_PAINT,
    OP_SAVE,
    OP_RESTORE,
    OP_MARK,
    OP_END_MARK,
    OP_FONT,
    OP_MODE,
    OP_SHOW,
    OP_COLOUR,
    OP_STATE,
    OP_DRAW,
    OP_INTENT,
    OP_SHADE,
    OP_IMAGE
} OperatorKind;

/* ISO 32000-1, annex A. */
static const struct {
    char name[4];
    OperatorKind kind;
} operators[] = {
    {"Tj", OP_SHOW},      {"TJ", OP_SHOW},   {"Td", OP_OTHER},   {"Tm", OP_OTHER},
    {"re", OP_OTHER},     {"l", OP_OTHER},   {"m", OP_OTHER},    {"c", OP_OTHER},
    {"f", OP_PAINT},      {"q", OP_SAVE},    {"Q", OP_RESTORE},  {"BDC", OP_MARK},
    {"EMC", OP_END_MARK}, {"BT", OP_OTHER},  {"ET", OP_OTHER},   {"Tf", OP_FONT},
    {"cm", OP_OTHER},     {"rg", OP_COLOUR}, {"RG", OP_COLOUR},  {"g", OP_COLOUR},
    {"G", OP_COLOUR},     {"k", OP_COLOUR},  {"K", OP_COLOUR},   {"S", OP_PAINT},
    {"h", OP_OTHER},      {"w", OP_OTHER},   {"J", OP_OTHER},    {"j", OP_OTHER},
    {"M", OP_OTHER},      {"d", OP_OTHER},   {"gs", OP_STATE},   {"Do", OP_DRAW},
    {"W", OP_OTHER},      {"W*", OP_OTHER},  {"n", OP_OTHER},    {"b", OP_PAINT},
    {"B", OP_PAINT},      {"b*", OP_PAINT},  {"B*", OP_PAINT},   {"F", OP_PAINT},
    {"f*", OP_PAINT},     {"s", OP_PAINT},   {"BMC", OP_MARK},   {"MP", OP_OTHER},
    {"DP", OP_OTHER},     {"BI", OP_OTHER},  {"ID", OP_IMAGE},   {"EI", OP_OTHER},
    {"BX", OP_OTHER},     {"EX", OP_OTHER},  {"CS", OP_COLOUR},  {"cs", OP_COLOUR},
    {"SC", OP_COLOUR},    {"sc", OP_COLOUR}, {"SCN", OP_COLOUR}, {"scn", OP_COLOUR},
    {"d0", OP_OTHER},     {"d1", OP_OTHER},  {"i", OP_OTHER},    {"ri", OP_INTENT},
    {"sh", OP_SHADE},     {"T*", OP_OTHER},  {"Tc", OP_OTHER},   {"TD", OP_OTHER},
    {"TL", OP_OTHER},     {"Tr", OP_MODE},   {"Ts", OP_OTHER},   {"Tw", OP_OTHER},
    {"Tz", OP_OTHER},     {"v", OP_OTHER},   {"y", OP_OTHER},    {"'", OP_SHOW},
    {"\"", OP_SHOW},
};

const Value *
walk_resource(Walk *walk, const char *category, const Value *name)
{
    const char *key = value_name(name);
    if (!key)
        return value_null();
    const Value *own = value_get(value_get(walk->resources, category), key);
    if (own->kind != VALUE_NULL)
        return own;
    const Value *inherited = value_get(value_get(walk->inherited, category), key);
    if (inherited->kind != VALUE_NULL)
        finding(walk->inspection, DIAG_PDF_RESOURCE_INHERITED, walk->page, walk->owner,
                "gebruikt %s /%s van wat het tekent", category, key);
    else
        finding(walk->inspection, DIAG_PDF_RESOURCE_MISSING, walk->page, walk->owner,
                "gebruikt %s /%s, dat er niet is", category, key);
    return inherited;
}

static void
save(Walk *walk)
{
    g_array_append_val(walk->states, walk->state);
    if (walk->states->len > DEEPEST_SAVE && !walk->deep) {
        finding(walk->inspection, DIAG_PDF_SAVE_DEPTH, walk->page, walk->owner,
                "bewaart de grafische toestand meer dan %d keer in zichzelf",
                DEEPEST_SAVE);
        walk->deep = TRUE;
    }
}

static void
restore(Walk *walk)
{
    if (walk->states->len == 0) {
        finding(walk->inspection, DIAG_PDF_SAVE_BALANCE, walk->page, walk->owner,
                "herstelt een grafische toestand die niet bewaard is");
        return;
    }
    walk->state = g_array_index(walk->states, State, walk->states->len - 1);
    g_array_set_size(walk->states, walk->states->len - 1);
}

static void
show_text(Walk *walk, const Value *operands)
{
    const Value *shown =
        value_item(operands, operands->count ? operands->count - 1 : 0);
    marks_paint(walk);
    if (!walk->state.font) {
        finding(walk->inspection, DIAG_PDF_FONT_UNSET, walk->page, walk->owner,
                "toont tekst zonder lettertype");
        return;
    }
    if (walk->state.mode != 3)
        colours_of_text(walk);
    for (guint i = 0; i < value_count_items(shown); i++)
        font_show(walk->state.font, value_item(shown, i), walk->actual);
}

static void
shade(Walk *walk, const Value *operands)
{
    const Value *shading = walk_resource(walk, "Shading", value_item(operands, 0));
    if (value_has(shading, "ColorSpace"))
        colours_space(walk, shading, value_get(shading, "ColorSpace"));
    marks_paint(walk);
}

static void
set_font(Walk *walk, const Value *operands)
{
    const Value *font = walk_resource(walk, "Font", value_item(operands, 0));
    walk->state.font = font_use(walk->inspection, font, walk->page);
}

static int
find_operator(const Operators *in)
{
    for (guint i = 0; i < G_N_ELEMENTS(operators); i++)
        if (operator_is(in, operators[i].name))
            return (int)i;
    return -1;
}

static void
act(Walk *walk, const char *name, OperatorKind kind, const Value *operands)
{
    switch (kind) {
    case OP_MARK:
        marks_begin(walk, operands);
        break;
    case OP_FONT:
        set_font(walk, operands);
        break;
    case OP_MODE:
        walk->state.mode = value_integer(value_item(operands, 0), 0);
        break;
    case OP_SHOW:
        show_text(walk, operands);
        break;
    case OP_COLOUR:
        colours_set(walk, name, operands);
        break;
    case OP_STATE:
        graphics_state(walk, walk_resource(walk, "ExtGState", value_item(operands, 0)));
        break;
    case OP_DRAW:
        graphics_draw(walk, walk_resource(walk, "XObject", value_item(operands, 0)));
        break;
    case OP_INTENT:
        graphics_intent(walk, walk->owner, value_item(operands, 0));
        break;
    case OP_SHADE:
        shade(walk, operands);
        break;
    case OP_IMAGE:
        graphics_inline_image(walk, operands);
        break;
    default:
        break;
    }
}

static void
meet(Walk *walk, const Operators *in)
{
    int index = find_operator(in);
    if (index < 0) {
        finding(walk->inspection, DIAG_PDF_OPERATOR, walk->page, walk->owner,
                "“%.*s” is geen opdracht van een PDF",
                (int)MIN(in->name_end - in->name, 20), in->name);
        return;
    }
    OperatorKind kind = operators[index].kind;
    if (kind == OP_SAVE)
        save(walk);
    else if (kind == OP_RESTORE)
        restore(walk);
    else if (kind == OP_PAINT)
        marks_paint(walk);
    else if (kind == OP_END_MARK)
        marks_end(walk);
    else if (kind != OP_OTHER)
        act(walk, operators[index].name, kind, operands_read(in, walk->scratch));
}

static void
walk_bytes(Walk *walk, const char *bytes, gsize length)
{
    walk->scratch = arena_new();
    walk->marks = g_array_new(FALSE, FALSE, sizeof(Mark));
    walk->states = g_array_new(FALSE, FALSE, sizeof(State));
    Operators in = {.at = bytes, .end = bytes + length};
    while (operators_next(&in))
        meet(walk, &in);
    marks_finish(walk);
    if (walk->states->len > 0)
        finding(walk->inspection, DIAG_PDF_SAVE_BALANCE, walk->page, walk->owner,
                "bewaart een grafische toestand die niet hersteld wordt");
    g_array_unref(walk->marks);
    g_array_unref(walk->states);
    arena_free(walk->scratch);
}

void
walk_stream(Walk *from, const Value *stream, Context context)
{
    Inspection *inspection = from->inspection;
    if (stream->kind != VALUE_STREAM)
        return;
    gint64 key = mark_key(stream->object, context);
    if (from->depth >= DEEPEST_STREAM || g_hash_table_contains(from->drawn, &key))
        return;
    g_hash_table_add(from->drawn, g_memdup2(&key, sizeof key));
    gsize length;
    g_autofree char *bytes = objects_data(inspection->objects, stream, &length);
    if (!bytes) {
        finding(inspection, DIAG_PDF_CONTENT, from->page, stream,
                "de inhoud is niet te lezen");
        return;
    }
    Walk walk = *from;
    walk.owner = stream;
    walk.inherited = from->resources;
    walk.resources = value_get(stream, "Resources");
    walk.context = context;
    walk.depth++;
    walk.deep = FALSE;
    walk_bytes(&walk, bytes, length);
    from->transparent = from->transparent || walk.transparent;
}

/* The streams of a page one behind the other (7.8.2). */
static GString *
page_content(Inspection *inspection, int index, const Value *page)
{
    GString *all = g_string_new(NULL);
    const Value *contents = value_get(page, "Contents");
    for (guint i = 0; i < value_count_items(contents) && all->len < MOST_CONTENT; i++) {
        gsize length;
        const Value *stream = value_item(contents, i);
        g_autofree char *bytes = objects_data(inspection->objects, stream, &length);
        if (!bytes)
            finding(inspection, DIAG_PDF_CONTENT, index,
                    stream->is_object ? stream : page, "de inhoud is niet te lezen");
        else
            g_string_append_len(all, bytes, (gssize)length);
        g_string_append_c(all, '\n');
    }
    return all;
}

static void
walk_appearances(Walk *walk, const Value *page)
{
    const Value *annotations = value_get(page, "Annots");
    for (guint i = 0; i < value_count_items(annotations); i++) {
        const Value *normal =
            value_get(value_get(value_item(annotations, i), "AP"), "N");
        walk_stream(walk, normal, CONTEXT_ASIDE);
        for (guint j = 0; normal->kind == VALUE_DICTIONARY && j < normal->count; j++)
            walk_stream(walk, value_resolve(normal->u.entries[j].value), CONTEXT_ASIDE);
    }
}

/* PDF/A-2, 6.2.10. */
static void
check_blending(const Walk *walk)
{
    const Value *group = value_get(walk->owner, "Group");
    if (walk->transparent && walk->inspection->intent_space == 0 &&
        !value_has(group, "CS"))
        finding(walk->inspection, DIAG_PDF_TRANSPARENCY, walk->page, walk->owner,
                "is doorschijnend en zegt niet in welke kleuren gemengd wordt");
}

static void
walk_page(Inspection *inspection, int index, GHashTable *drawn)
{
    const Page *page = &g_array_index(inspection->pages, Page, (guint)index);
    Walk walk = {.inspection = inspection, .page = index, .owner = page->value};
    walk.resources = page->resources;
    walk.inherited = value_null();
    walk.drawn = drawn;
    const Value *group = value_get(page->value, "Group");
    if (value_has(group, "CS"))
        colours_space(&walk, page->value, value_get(group, "CS"));
    g_autoptr(GString) content = page_content(inspection, index, page->value);
    walk_bytes(&walk, content->str, content->len);
    walk_appearances(&walk, page->value);
    check_blending(&walk);
}

void
check_content(Inspection *inspection)
{
    g_autoptr(GHashTable) drawn =
        g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    for (int i = 0; i < (int)inspection->pages->len; i++)
        walk_page(inspection, i, drawn);
}
