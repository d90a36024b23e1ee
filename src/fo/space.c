#include "fo/tree.h"

#include <string.h>

/* Spaces written last, that go if a linefeed or the end of the paragraph follows. */
typedef struct Pending {
    FoElement *element;
    int count;
} Pending;

/* A paragraph in the making: one block's characters across its inlines. */
typedef struct Context {
    FoSpaceState state;
    guint first_pending; /* of its own */
} Context;

typedef struct Treatment {
    Arena *arena;
    GArray *contexts;   /* Context: a footnote's stands within its paragraph's */
    GArray *pending;    /* Pending */
    FoElement *element; /* the text at hand, or NULL */
    char *text;         /* its buffer */
    int length;         /* written so far */
    FoEnum linefeed, white_space;
    gboolean collapse;
} Treatment;

typedef enum Part {
    PART_TEXT,
    PART_THROUGH,  /* fo:inline: its characters are its parent's */
    PART_OBJECT,   /* fo:page-number: counts as a character */
    PART_BOUNDARY, /* fo:block: ends the paragraph before it and at its end */
    PART_APART, /* fo:footnote-body: has its own paragraphs, and the one around goes on */
    PART_SKIPPED
} Part;

static Part
part_of(FoKind kind)
{
    switch (kind) {
    case FO_TEXT:
        return PART_TEXT;
    case FO_MARKER:
        return PART_SKIPPED;
    case FO_FOOTNOTE_BODY:
    case FO_FLOAT:
    case FO_INLINE_CONTAINER:
    case FO_LEADER:
        return PART_APART;
    case FO_CHARACTER:
    case FO_EXTERNAL_GRAPHIC:
    case FO_INSTREAM_FOREIGN_OBJECT:
    case FO_PAGE_NUMBER:
    case FO_PAGE_NUMBER_CITATION:
    case FO_PAGE_NUMBER_CITATION_LAST:
    case FO_SCALING_VALUE_CITATION:
    case FO_INDEX_PAGE_CITATION_LIST:
    case FO_RETRIEVE_MARKER:
    case FO_RETRIEVE_TABLE_MARKER:
        return PART_OBJECT;
    case FO_MULTI_CASE:
    case FO_INITIAL_PROPERTY_SET:
        return PART_THROUGH;
    default:
        break;
    }
    FoCategory category = fo_kind_category(kind);
    return category == CATEGORY_BLOCK || category == CATEGORY_PART ? PART_BOUNDARY
                                                                   : PART_THROUGH;
}

static Context *
context(Treatment *treatment)
{
    return &g_array_index(treatment->contexts, Context, treatment->contexts->len - 1);
}

static void
keep_pending(Treatment *treatment)
{
    g_array_set_size(treatment->pending, context(treatment)->first_pending);
}

static void
drop_pending(Treatment *treatment)
{
    for (guint i = context(treatment)->first_pending; i < treatment->pending->len;
         i++) {
        Pending *pending = &g_array_index(treatment->pending, Pending, i);
        FoNode *node = &pending->element->node;
        if (pending->element == treatment->element) {
            treatment->length -= pending->count;
            continue;
        }
        node->length -= pending->count;
        ((char *)node->text)[node->length] = '\0';
        if (node->length == 0)
            fo_element_unlink(pending->element);
    }
    keep_pending(treatment);
}

static void
end_paragraph(Treatment *treatment)
{
    drop_pending(treatment);
    context(treatment)->state = SPACE_AT_START;
}

static void
write_text(Treatment *treatment, const char *bytes, int count)
{
    memmove(treatment->text + treatment->length, bytes, (gsize)count);
    treatment->length += count;
}

static void
add_pending_space(Treatment *treatment)
{
    GArray *pending = treatment->pending;
    if (pending->len > context(treatment)->first_pending) {
        Pending *last = &g_array_index(pending, Pending, pending->len - 1);
        if (last->element == treatment->element) {
            last->count++;
            return;
        }
    }
    Pending one = {treatment->element, 1};
    g_array_append_val(pending, one);
}

/* 7.16.8 white-space-treatment and 7.16.12 white-space-collapse. The edges of a block are
 * those of a line (4.7.2). */
static void
treat_space(Treatment *treatment)
{
    FoEnum white_space = treatment->white_space;
    FoSpaceState *state = &context(treatment)->state;
    gboolean around = white_space == ENUM_IGNORE_IF_SURROUNDING_LINEFEED;
    gboolean goes_after = around || white_space == ENUM_IGNORE_IF_AFTER_LINEFEED;
    gboolean goes_before = around || white_space == ENUM_IGNORE_IF_BEFORE_LINEFEED;
    if (white_space == ENUM_IGNORE)
        return;
    if (*state == SPACE_AFTER_SPACE && treatment->collapse)
        return;
    if (goes_after && (*state == SPACE_AT_START || *state == SPACE_AFTER_LINEFEED))
        return;
    write_text(treatment, " ", 1);
    if (goes_before)
        add_pending_space(treatment);
    else
        keep_pending(treatment);
    *state = SPACE_AFTER_SPACE;
}

/* 7.16.7 linefeed-treatment */
static void
treat_linefeed(Treatment *treatment)
{
    FoSpaceState *state = &context(treatment)->state;
    switch (treatment->linefeed) {
    case ENUM_IGNORE:
        return;
    case ENUM_PRESERVE:
        drop_pending(treatment);
        write_text(treatment, "\n", 1);
        *state = SPACE_AFTER_LINEFEED;
        return;
    case ENUM_TREAT_AS_ZERO_WIDTH_SPACE:
        keep_pending(treatment);
        write_text(treatment, "\xE2\x80\x8B", 3);
        *state = SPACE_AFTER_TEXT;
        return;
    default:
        treat_space(treatment);
    }
}

static void
treat_characters(Treatment *treatment, const char *source, const char *end)
{
    while (source < end) {
        if (*source == '\n') {
            treat_linefeed(treatment);
            source++;
            continue;
        }
        const char *start = source;
        while (source < end && *source != ' ' && *source != '\t' && *source != '\r' &&
               *source != '\n')
            source++;
        if (source == start) {
            treat_space(treatment);
            source++;
            continue;
        }
        keep_pending(treatment);
        write_text(treatment, start, (int)(source - start));
        context(treatment)->state = SPACE_AFTER_TEXT;
    }
}

static void
treat_text(Treatment *treatment, FoNode *node)
{
    treatment->element = fo_element(node);
    treatment->length = 0;
    treatment->linefeed = fo_enum(node, PROP_LINEFEED_TREATMENT);
    treatment->white_space = fo_enum(node, PROP_WHITE_SPACE_TREATMENT);
    treatment->collapse = fo_enum(node, PROP_WHITE_SPACE_COLLAPSE) == ENUM_TRUE;
    /* Only a zero-width space is longer than what it stands for. */
    gboolean may_grow = treatment->linefeed == ENUM_TREAT_AS_ZERO_WIDTH_SPACE;
    treatment->text = may_grow
                          ? arena_array(treatment->arena, char, node->length * 3 + 1)
                          : (char *)node->text;
    treat_characters(treatment, node->text, node->text + node->length);
    treatment->text[treatment->length] = '\0';
    node->text = treatment->text;
    node->length = treatment->length;
    treatment->element = NULL;
}

/* Whether to go into node. */
static gboolean
enter(Treatment *treatment, FoNode *node)
{
    Context apart = {SPACE_AT_START, treatment->pending->len};
    switch (part_of(node->kind)) {
    case PART_TEXT:
        treat_text(treatment, node);
        return FALSE;
    case PART_SKIPPED:
        return FALSE;
    case PART_BOUNDARY:
        end_paragraph(treatment);
        return TRUE;
    case PART_APART:
        g_array_append_val(treatment->contexts, apart);
        return TRUE;
    case PART_OBJECT:
        keep_pending(treatment);
        context(treatment)->state = SPACE_AFTER_TEXT;
        return FALSE;
    case PART_THROUGH:
        break;
    }
    return TRUE;
}

static void
leave(Treatment *treatment, FoNode *node)
{
    switch (part_of(node->kind)) {
    case PART_TEXT:
        if (node->length == 0)
            fo_element_unlink(fo_element(node));
        break;
    case PART_BOUNDARY:
        end_paragraph(treatment);
        break;
    case PART_APART:
        end_paragraph(treatment);
        g_array_set_size(treatment->contexts, treatment->contexts->len - 1);
        if (node->kind == FO_INLINE_CONTAINER || node->kind == FO_LEADER) {
            keep_pending(treatment);
            context(treatment)->state = SPACE_AFTER_TEXT;
        }
        break;
    default:
        break;
    }
}

void
fo_treat_space(FoNode *root, Arena *arena, FoSpaceState before, gboolean ends)
{
    Treatment treatment = {
        .arena = arena,
        .contexts = g_array_new(FALSE, FALSE, sizeof(Context)),
        .pending = g_array_new(FALSE, FALSE, sizeof(Pending)),
    };
    Context outermost = {before, 0};
    g_array_append_val(treatment.contexts, outermost);
    FoNode *node = root;
    while (node) {
        if (enter(&treatment, node) && node->first) {
            node = node->first;
            continue;
        }
        leave(&treatment, node);
        while (node != root && !node->next) {
            node = node->parent;
            leave(&treatment, node);
        }
        node = node == root ? NULL : node->next;
    }
    if (ends)
        end_paragraph(&treatment);
    g_array_unref(treatment.contexts);
    g_array_unref(treatment.pending);
}
