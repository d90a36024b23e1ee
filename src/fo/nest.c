#include "fo/tree.h"

/* Whether an object of that kind may be a child of parent. */
static gboolean
accepts(const FoElement *parent, FoKind kind)
{
    FoCategory category = fo_kind_category(kind);
    if (fo_part_fits(kind, parent->node.kind))
        return TRUE;
    switch (parent->content) {
    case CONTENT_MIXED:
        return category != CATEGORY_PART;
    case CONTENT_BLOCKS:
        return category == CATEGORY_BLOCK || category == CATEGORY_NEUTRAL ||
               category == CATEGORY_OUT_OF_LINE;
    case CONTENT_INLINES:
        return category == CATEGORY_INLINE || category == CATEGORY_NEUTRAL;
    default:
        return FALSE;
    }
}

/* The object that is missing between parent and an object of that kind; FO_NONE where there
 * is none that would help. */
static FoKind
missing_between(const FoElement *parent, FoKind kind)
{
    if (parent->content == CONTENT_PARTS)
        return fo_saving_part(parent->node.kind);
    gboolean is_inline = fo_kind_is_inline(kind);
    return parent->content == CONTENT_BLOCKS && is_inline ? FO_BLOCK : FO_NONE;
}

/* An anonymous object of that kind at the end of parent: the last one, where it is still
 * open, so that what strays together stays together. */
static FoElement *
anonymous_child(FoJob *job, Arena *arena, FoElement *parent, FoKind kind,
                const Place *place)
{
    FoNode *last = parent->node.last;
    if (last && last->kind == kind && fo_element(last)->anonymous)
        return fo_element(last);
    FoElement *element = fo_element_new(arena, parent, kind, place);
    element->anonymous = TRUE;
    fo_place_in_table(job, element, NULL, 0);
    if (kind == FO_FLOW) {
        const FoName *name =
            fo_names_lookup(fo_refinement_names(job->refinement), "flow-name");
        FoAttribute attribute = {name, "xsl-region-body"};
        element->node.style =
            fo_refine(job->refinement, &element->node, &attribute, 1, 0, NULL, NULL);
    } else {
        element->node.style = fo_refine_anonymous(job->refinement, &parent->node);
    }
    return element;
}

static void
report(const FoElement *parent, FoKind kind, const Place *place, const char *text,
       const char *remedy, FoKind made, Diag *diag)
{
    const char *where = fo_kind_name(parent->node.kind);
    const char *object = made == FO_NONE ? "" : fo_kind_name(made);
    if (kind != FO_TEXT) {
        diag_report(diag, place, DIAG_FO_MISPLACED, "%s hoort niet in %s: %s%s",
                    fo_kind_name(kind), where, remedy, object);
        return;
    }
    g_autofree char *shown = fo_excerpt(text);
    diag_report(diag, place, DIAG_FO_TEXT, "tekst hoort niet in %s (“%s”): %s%s", where,
                shown, remedy, object);
}

FoElement *
fo_nest(FoJob *job, Arena *arena, FoElement *parent, FoKind *kind, const Place *place,
        const char *text, Diag *diag)
{
    FoElement *place_in = parent;
    FoKind made = FO_NONE, given = *kind;
    gboolean is_wrapped = FALSE;
    while (place_in && !accepts(place_in, *kind)) {
        FoKind missing = missing_between(place_in, *kind);
        if (missing != FO_NONE) {
            made = missing;
            place_in = anonymous_child(job, arena, place_in, missing, place);
        } else if (place_in->content == CONTENT_EMPTY &&
                   fo_kind_is_inline(place_in->node.kind)) {
            place_in = fo_element(place_in->node.parent); /* after the empty object */
        } else if (place_in->content >= CONTENT_BLOCKS &&
                   place_in->content <= CONTENT_MIXED && *kind != FO_WRAPPER) {
            *kind = FO_WRAPPER;
            is_wrapped = TRUE;
        } else {
            place_in = NULL;
        }
    }
    if (place_in == parent && !is_wrapped)
        return parent;
    if (!place_in)
        report(parent, given, place, text, "het wordt niet gezet", FO_NONE, diag);
    else if (is_wrapped)
        report(parent, given, place, text, "het geldt als ", FO_WRAPPER, diag);
    else if (made != FO_NONE)
        report(parent, given, place, text, "het staat nu in een eigen ", made, diag);
    else
        report(parent, given, place, text, "het staat er nu achter", FO_NONE, diag);
    return place_in;
}

/* Moves the children of stray before the first of flow, or after its last. */
static void
move_children(FoNode *stray, FoNode *flow, gboolean before)
{
    for (FoNode *child = stray->first; child; child = child->next)
        child->parent = flow;
    FoNode *left = before ? stray->last : flow->last;
    FoNode *right = before ? flow->first : stray->first;
    if (left)
        left->next = right;
    if (right)
        right->previous = left;
    if (before || !flow->first)
        flow->first = stray->first;
    if (!before || !flow->last)
        flow->last = stray->last;
}

static void
settle(FoNode *child, FoNode *flow, gboolean before)
{
    if (child->kind != FO_FLOW || !fo_element(child)->anonymous)
        return;
    move_children(child, flow, before);
    fo_element_unlink(fo_element(child));
}

void
fo_settle_strays(FoNode *sequence)
{
    FoNode *flow = sequence->first;
    while (flow && (flow->kind != FO_FLOW || fo_element(flow)->anonymous))
        flow = flow->next;
    if (!flow)
        return;
    for (FoNode *child = flow->previous; child; child = child->previous)
        settle(child, flow, TRUE);
    for (FoNode *child = flow->next; child; child = child->next)
        settle(child, flow, FALSE);
}
