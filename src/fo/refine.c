#include "fo/refine.h"

#include <string.h>

struct FoRefinement {
    Arena *arena;
    FoNames *names;
    FoValue *initial_values; /* of the table */
    FoStyle *initial;
    GHashTable *styles; /* Key → FoStyle */
    FoDeclarations *declarations;
    gboolean told[PROP_COUNT]; /* that it has no effect */
};

/* What a style depends on, where its values depend on nothing else. */
typedef struct Key {
    const FoStyle *environment;
    FoKind kind;
    int column;
    int count;
    const FoAttribute *attributes;
} Key;

static guint
hash_key(gconstpointer pointer)
{
    const Key *key = pointer;
    guint hash = g_direct_hash(key->environment) * 31 + (guint)key->kind;
    hash = hash * 31 + (guint)key->column;
    for (int i = 0; i < key->count; i++) {
        hash = hash * 31 + g_direct_hash(key->attributes[i].name);
        hash = hash * 31 + g_str_hash(key->attributes[i].value);
    }
    return hash;
}

static gboolean
keys_equal(gconstpointer a, gconstpointer b)
{
    const Key *left = a, *right = b;
    if (left->environment != right->environment || left->kind != right->kind ||
        left->column != right->column || left->count != right->count)
        return FALSE;
    for (int i = 0; i < left->count; i++)
        if (left->attributes[i].name != right->attributes[i].name ||
            strcmp(left->attributes[i].value, right->attributes[i].value) != 0)
            return FALSE;
    return TRUE;
}

static FoValue
initial_value(FoRefinement *refinement, FoProperty property)
{
    FoEvaluation evaluation = {
        .arena = refinement->arena, .names = refinement->names, .property = property};
    FoValue value = {.kind = FO_VALUE_STRING, .string = ""};
    const char *text = fo_property_row(property)->initial;
    gboolean is_valid = *text == '\0' || fo_evaluate(&evaluation, text, &value);
    g_assert(is_valid && !evaluation.fault);
    value.specified = FALSE;
    return value;
}

FoRefinement *
fo_refinement_new(Arena *arena)
{
    FoRefinement *refinement = arena_new0(arena, FoRefinement);
    refinement->arena = arena;
    refinement->names = fo_names_new(arena);
    refinement->declarations = fo_declarations_new();
    arena_own(arena, refinement->declarations, (GDestroyNotify)fo_declarations_free);
    refinement->styles = g_hash_table_new(hash_key, keys_equal);
    arena_own(arena, refinement->styles, (GDestroyNotify)g_hash_table_unref);

    refinement->initial_values = arena_array(arena, FoValue, PROP_COUNT);
    FoValue *computed = arena_array(arena, FoValue, PROP_COUNT);
    for (int i = 0; i < PROP_COUNT; i++)
        computed[i] = refinement->initial_values[i] =
            initial_value(refinement, (FoProperty)i);
    /* 7.8.20: there is no border, and so no width. */
    computed[PROP_BORDER_BEFORE_WIDTH].fixed = 0;
    computed[PROP_BORDER_AFTER_WIDTH].fixed = 0;
    computed[PROP_BORDER_START_WIDTH].fixed = 0;
    computed[PROP_BORDER_END_WIDTH].fixed = 0;
    refinement->initial = style_initial(arena, computed);
    return refinement;
}

const FoNames *
fo_refinement_names(const FoRefinement *refinement)
{
    return refinement->names;
}

static FoStyle *
environment_of(FoRefinement *refinement, const FoNode *parent)
{
    if (!parent)
        return refinement->initial;
    return style_children(refinement->arena, (FoStyle *)parent->style,
                          refinement->initial);
}

const FoStyle *
fo_refine_anonymous(FoRefinement *refinement, const FoNode *parent)
{
    return environment_of(refinement, parent);
}

char *
fo_excerpt(const char *text)
{
    enum { SHOWN = 50 };
    text += strspn(text, " \t\r\n");
    const char *end = text;
    for (int i = 0; *end && i < SHOWN; i++)
        end = g_utf8_next_char(end);
    g_autofree char *shown = g_strchomp(g_strndup(text, (gsize)(end - text)));
    return g_strconcat(shown, *end ? "…" : "", NULL);
}

static void
report(const FoNode *node, const char *name, const char *text, const char *fault,
       Diag *diag)
{
    g_autofree char *shown = fo_excerpt(text);
    diag_report(diag, &node->place, DIAG_FO_VALUE, "%s=\"%s\": %s", name, shown,
                fault ? fault : "niet te begrijpen");
}

typedef struct Work {
    FoRefinement *refinement;
    FoEvaluation evaluation;
    FoDraft draft;
    gboolean is_faulty;
    Diag *diag;
} Work;

/* The value that declarations give property; FALSE where it is invalid. */
static gboolean
declared_value(Work *work, FoProperty property, FoValue *value)
{
    const FoDeclarations *declarations = work->refinement->declarations;
    const char *text = declarations->of[property].text;
    if (!text) {
        gboolean is_colour_of_text = property == PROP_BORDER_BEFORE_COLOR ||
                                     property == PROP_BORDER_AFTER_COLOR ||
                                     property == PROP_BORDER_START_COLOR ||
                                     property == PROP_BORDER_END_COLOR;
        *value = work->refinement->initial_values[property];
        value->specified = TRUE;
        return !is_colour_of_text;
    }
    gboolean is_decoration = property == PROP_TEXT_DECORATION_UNDERLINE ||
                             property == PROP_TEXT_DECORATION_OVERLINE ||
                             property == PROP_TEXT_DECORATION_LINE_THROUGH;
    if (is_decoration && strcmp(text, TEXT_OF_COLOUR) == 0) {
        *value = *style_value(work->draft.style, PROP_COLOR);
        value->specified = TRUE;
        return TRUE;
    }
    FoEvaluation *evaluation = &work->evaluation;
    evaluation->property = property;
    gboolean is_valid = fo_evaluate(evaluation, text, value);
    if (!evaluation->fault)
        return is_valid;
    work->is_faulty = TRUE;
    report(evaluation->node, declarations->of[property].name, text, evaluation->fault,
           work->diag);
    g_clear_pointer(&evaluation->fault, g_free);
    return is_valid;
}

static gboolean
is_initial(const FoRefinement *refinement, FoProperty property, const FoValue *value)
{
    const FoValue *initial = &refinement->initial_values[property];
    return value->kind == initial->kind && value->keyword == initial->keyword &&
           value->fixed == initial->fixed && value->percent == initial->percent &&
           value->number == initial->number &&
           g_strcmp0(value->string, initial->string) == 0;
}

/* Hints, and what paper cannot show: nothing is missed without them. */
static gboolean
is_dispensable(FoProperty property)
{
    switch (property) {
    case PROP_SOURCE_DOCUMENT:
    case PROP_FONT_SELECTION_STRATEGY:
    case PROP_SCALING_METHOD:
    case PROP_CONTENT_TYPE:
    case PROP_MEDIA_USAGE:
    case PROP_INDICATE_DESTINATION:
    case PROP_CASE_NAME:
    case PROP_CASE_TITLE:
    case PROP_SWITCH_TO:
    case PROP_ACTIVE_STATE:
    case PROP_AUTO_RESTORE:
    case PROP_COLOR_PROFILE_NAME:
    case PROP_RENDERING_INTENT:
        return TRUE;
    default:
        return FALSE;
    }
}

/* What is asked for by its own name, and has no effect, is told once. */
static void
report_no_effect(Work *work, FoProperty property, const FoValue *value)
{
    FoRefinement *refinement = work->refinement;
    const char *name = refinement->declarations->of[property].name;
    if (fo_property_has_effect(property) || is_dispensable(property) ||
        refinement->told[property] || is_initial(refinement, property, value) ||
        g_strcmp0(name, fo_property_name(property)) != 0)
        return;
    refinement->told[property] = TRUE;
    diag_report(work->diag, &work->evaluation.node->place, DIAG_FO_NO_EFFECT,
                "%s heeft geen gevolg", name);
}

/* The writing modes that are set: others are set as the one of them that is most alike. */
static void
report_writing_mode(Work *work, const FoValue *value)
{
    FoEnum mode = value->keyword;
    if (mode == ENUM_LR_TB || mode == ENUM_RL_TB || mode == ENUM_TB_RL)
        return;
    diag_report(work->diag, &work->evaluation.node->place, DIAG_FO_NO_EFFECT,
                "writing-mode=\"%s\" wordt gezet als %s", fo_enum_name(mode),
                mode == ENUM_RL_BT ? "rl-tb" : "lr-tb");
}

static void
set_declared(Work *work, FoProperty property)
{
    FoValue value;
    if (!declared_value(work, property, &value))
        return;
    report_no_effect(work, property, &value);
    if (property == PROP_WRITING_MODE)
        report_writing_mode(work, &value);
    draft_set(&work->draft, property, &value);
}

/* Everything that declarations hold, what others depend on first. */
static void
set_all_declared(Work *work)
{
    const FoDeclarations *declarations = work->refinement->declarations;
    if (declarations->of[PROP_OW_PIXELS_PER_INCH].precision != PRECISION_NONE)
        set_declared(work, PROP_OW_PIXELS_PER_INCH);
    work->evaluation.pixels_per_inch =
        style_value(work->draft.style, PROP_OW_PIXELS_PER_INCH)->number;
    static const FoProperty first[] = {PROP_FONT_SIZE, PROP_COLOR};
    for (gsize i = 0; i < G_N_ELEMENTS(first); i++)
        if (declarations->of[first[i]].precision != PRECISION_NONE)
            set_declared(work, first[i]);
    work->evaluation.font_size = style_value(work->draft.style, PROP_FONT_SIZE)->fixed;
    for (int i = 0; i < declarations->count; i++) {
        FoProperty property = declarations->declared[i];
        if (property != PROP_FONT_SIZE && property != PROP_COLOR)
            set_declared(work, property);
    }
}

static FoEvaluation
evaluation_for(FoRefinement *refinement, const FoNode *node, FoStyle *environment)
{
    return (FoEvaluation){
        .arena = refinement->arena,
        .names = refinement->names,
        .node = node,
        .environment = environment,
        .initial = refinement->initial,
        .font_size = style_value(environment, PROP_FONT_SIZE)->fixed,
        .pixels_per_inch = style_value(environment, PROP_OW_PIXELS_PER_INCH)->number,
        .writing_mode = style_value(environment, PROP_WRITING_MODE)->keyword,
    };
}

static void
find_writing_mode(Work *work, const FoAttribute *attributes, int count)
{
    for (int i = 0; i < count; i++) {
        const FoName *name = attributes[i].name;
        if (name->kind != NAME_PROPERTY || name->property != PROP_WRITING_MODE)
            continue;
        FoValue value;
        work->evaluation.property = PROP_WRITING_MODE;
        if (fo_evaluate(&work->evaluation, attributes[i].value, &value))
            work->evaluation.writing_mode = value.keyword;
        g_clear_pointer(&work->evaluation.fault, g_free);
    }
}

static void
declare_all(Work *work, const FoAttribute *attributes, int count)
{
    FoDeclarations *declarations = work->refinement->declarations;
    fo_declarations_clear(declarations, work->evaluation.writing_mode);
    for (int i = 0; i < count; i++) {
        if (fo_declare(declarations, attributes[i].name, attributes[i].value))
            continue;
        work->is_faulty = TRUE;
        report(work->evaluation.node, attributes[i].name->name, attributes[i].value,
               NULL, work->diag);
    }
    fo_declarations_settle(declarations);
}

/* The style of node with the attributes that alike objects may share. */
static FoStyle *
refine_shared(FoRefinement *refinement, const FoNode *node, const Key *key,
              const char *base, Diag *diag)
{
    FoStyle *environment = (FoStyle *)key->environment;
    if (key->count == 0 && key->column == 0)
        return environment;
    FoStyle *known = base ? NULL : g_hash_table_lookup(refinement->styles, key);
    if (known)
        return known;
    Work work = {.refinement = refinement,
                 .evaluation = evaluation_for(refinement, node, environment),
                 .draft = style_draft(refinement->arena, environment),
                 .diag = diag};
    work.evaluation.base = base;
    find_writing_mode(&work, key->attributes, key->count);
    declare_all(&work, key->attributes, key->count);
    set_all_declared(&work);
    if (fo_correspond(&work.draft, refinement->declarations, node))
        work.evaluation.depends = TRUE;
    if (key->column > 0) {
        FoValue column = *style_value(work.draft.style, PROP_COLUMN_NUMBER);
        column.kind = FO_VALUE_NUMBER;
        column.number = key->column;
        draft_set(&work.draft, PROP_COLUMN_NUMBER, &column);
    }
    if (base || work.evaluation.depends || work.is_faulty)
        return work.draft.style;
    FoAttribute *attributes = arena_array(refinement->arena, FoAttribute, key->count);
    for (int i = 0; i < key->count; i++) {
        attributes[i].name = key->attributes[i].name;
        attributes[i].value = arena_strdup(refinement->arena, key->attributes[i].value);
    }
    Key *kept = arena_new0(refinement->arena, Key);
    *kept = *key;
    kept->attributes = attributes;
    g_hash_table_insert(refinement->styles, kept, work.draft.style);
    return work.draft.style;
}

/* Adds what is the object's own: its id and the like, the first group of every style. */
static const FoStyle *
refine_own(FoRefinement *refinement, const FoNode *node, FoStyle *shared,
           const FoAttribute *attributes, int count, const char *base, Diag *diag)
{
    if (count == 0)
        return shared;
    Work work = {.refinement = refinement,
                 .evaluation = evaluation_for(refinement, node, shared->environment),
                 .draft = style_draft(refinement->arena, shared),
                 .diag = diag};
    work.evaluation.base = base;
    declare_all(&work, attributes, count);
    for (int i = 0; i < refinement->declarations->count; i++)
        set_declared(&work, refinement->declarations->declared[i]);
    work.draft.style->environment = shared->environment;
    work.draft.style->children =
        style_children(refinement->arena, shared, refinement->initial);
    return work.draft.style;
}

static gboolean
is_own(const FoAttribute *attribute)
{
    return attribute->name->kind == NAME_PROPERTY &&
           (int)attribute->name->property < STYLE_GROUP;
}

const FoStyle *
fo_refine(FoRefinement *refinement, const FoNode *node, const FoAttribute *attributes,
          int count, int column, const char *base, Diag *diag)
{
    g_autofree FoAttribute *parts = g_new(FoAttribute, (gsize)count + 1);
    int shared_count = 0, own_count = 0;
    for (int i = 0; i < count; i++) {
        if (attributes[i].name->kind == NAME_IGNORED)
            continue;
        if (is_own(&attributes[i]))
            parts[count - 1 - own_count++] = attributes[i];
        else
            parts[shared_count++] = attributes[i];
    }
    Key key = {environment_of(refinement, node->parent), node->kind, column,
               shared_count, parts};
    FoStyle *shared = refine_shared(refinement, node, &key, base, diag);
    return refine_own(refinement, node, shared, parts + count - own_count, own_count,
                      base, diag);
}

int
fo_refine_integer(FoRefinement *refinement, const FoNode *node,
                  const FoAttribute *attributes, int count, FoProperty property,
                  int fallback)
{
    for (int i = 0; i < count; i++) {
        const FoName *name = attributes[i].name;
        if (name->kind != NAME_PROPERTY || name->property != property)
            continue;
        FoEvaluation evaluation =
            evaluation_for(refinement, node, environment_of(refinement, node->parent));
        evaluation.property = property;
        FoValue value;
        gboolean is_valid = fo_evaluate(&evaluation, attributes[i].value, &value);
        g_free(evaluation.fault);
        if (!is_valid)
            return fallback;
        return value.kind == FO_VALUE_NUMBER ? (int)value.number
                                             : value.keyword == ENUM_TRUE;
    }
    return fallback;
}
