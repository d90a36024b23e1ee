#include "fo/tree.h"

#include <libxml/xmlsave.h>
#include <string.h>

/* What holds inside one element of the document. */
typedef struct Frame {
    FoElement *parent; /* of what stands in it; NULL where that is left out */
    FoElement *own;    /* what the element became, or NULL */
    const char *file;  /* of the source: ow:bestand, or NULL */
    int line;          /* of the source: ow:regel, or 0 */
    const char *base;  /* xml:base, or NULL */
    gboolean in_marker;
} Frame;

typedef struct Builder {
    FoJob *job;
    Arena *arena;
    Diag *diag;
    const char *file;   /* of the FO */
    GArray *frames;     /* Frame */
    GArray *attributes; /* FoAttribute, of the element at hand */
    GPtrArray *values;  /* their strings where libxml2 made them */
    const FoNames *names;
    GArray *destinations; /* Destination */
    GHashTable *skipped;  /* namespaces and attributes of other formatters, told once */
} Builder;

/* A named destination that is asked for. */
typedef struct Destination {
    const char *id;
    Place place;
} Destination;

static Frame *
top(Builder *builder)
{
    return &g_array_index(builder->frames, Frame, builder->frames->len - 1);
}

static gboolean
is_in(const xmlNs *namespace, const char *uri)
{
    return namespace && namespace->href &&
           strcmp((const char *)namespace->href, uri) == 0;
}

/* The value of attribute, valid until the next element. */
static const char *
attribute_value(Builder *builder, const xmlAttr *attribute)
{
    const xmlNode *text = attribute->children;
    if (!text)
        return "";
    if (!text->next && text->type == XML_TEXT_NODE && text->content)
        return (const char *)text->content;
    xmlChar *value = xmlNodeListGetString(attribute->doc, attribute->children, 1);
    if (!value)
        return "";
    g_ptr_array_add(builder->values, value);
    return (const char *)value;
}

/* "fox:alt-text" for an attribute of ours; NULL for one that is no affair of ours. The name
 * is written in buffer where it has a prefix. */
static const char *
attribute_name(const xmlAttr *attribute, char *buffer, gsize size)
{
    static const struct {
        const char *uri, *prefix;
    } known[] = {{FOX_NAMESPACE, "fox"},
                 {OW_NAMESPACE, "ow"},
                 {(const char *)XML_XML_NAMESPACE, "xml"}};
    const char *local = (const char *)attribute->name;
    if (!attribute->ns || is_in(attribute->ns, FO_NAMESPACE))
        return local;
    for (gsize i = 0; i < G_N_ELEMENTS(known); i++) {
        if (!is_in(attribute->ns, known[i].uri))
            continue;
        g_snprintf(buffer, size, "%s:%s", known[i].prefix, local);
        return buffer;
    }
    return NULL;
}

/* Collects the attributes of xml that name properties; those unknown are reported. */
static void
read_attributes(Builder *builder, const xmlNode *xml, const Place *place)
{
    g_array_set_size(builder->attributes, 0);
    g_ptr_array_set_size(builder->values, 0);
    for (const xmlAttr *attribute = xml->properties; attribute;
         attribute = attribute->next) {
        char buffer[64];
        const char *text = attribute_name(attribute, buffer, sizeof buffer);
        if (!text)
            continue;
        const FoName *name = fo_names_lookup(builder->names, text);
        gboolean is_fox = is_in(attribute->ns, FOX_NAMESPACE);
        if (!name && (!is_fox || g_hash_table_add(builder->skipped, g_strdup(text)))) {
            g_autofree char *shown = fo_excerpt(text);
            diag_report(builder->diag, place, DIAG_FO_PROPERTY,
                        "onbekende eigenschap “%s” op %s%s", shown,
                        is_in(xml->ns, FO_NAMESPACE) ? "fo:" : "", (char *)xml->name);
        }
        if (!name)
            continue;
        FoAttribute found = {name, attribute_value(builder, attribute)};
        g_array_append_val(builder->attributes, found);
    }
}

static const FoAttribute *
attributes(const Builder *builder)
{
    return (const FoAttribute *)(gpointer)builder->attributes->data;
}

/* ow:bestand and ow:regel: the source's own place, passed on to all inside. */
static void
read_source(Builder *builder, const xmlNode *xml, Frame *frame)
{
    const xmlAttr *file = xmlHasNsProp(xml, BAD_CAST "bestand", BAD_CAST OW_NAMESPACE);
    const xmlAttr *line = xmlHasNsProp(xml, BAD_CAST "regel", BAD_CAST OW_NAMESPACE);
    const char *name = file ? attribute_value(builder, file) : "";
    gint64 number =
        line ? g_ascii_strtoll(attribute_value(builder, line), NULL, 10) : 0;
    if (*name && g_strcmp0(name, frame->file) != 0) {
        frame->file = arena_strdup(builder->arena, name);
        frame->line = 0; /* was one of another file */
    }
    if (number > 0 && number < G_MAXINT)
        frame->line = (int)number;
}

static Place
place_of(const Builder *builder, const xmlNode *xml, const Frame *frame)
{
    if (frame->line > 0)
        return (Place){frame->file ? frame->file : builder->file, frame->line, 0};
    if (frame->file)
        return (Place){frame->file, 0, 0};
    long line = xmlGetLineNo(xml);
    return (Place){builder->file, line > 0 ? (int)line : 0, 0};
}

/* Where a text begins: libxml2 knows the line on which it ends. */
static Place
place_of_text(const Builder *builder, const xmlNode *xml, const Frame *frame)
{
    Place place = frame->parent->node.place;
    if (frame->line > 0 || frame->file)
        return place;
    long line = xmlGetLineNo(xml);
    const char *text = (const char *)xml->content;
    for (text += strspn(text, " \t\r\n"); *text; text++)
        line -= *text == '\n';
    if (line > place.line)
        place = (Place){builder->file, (int)line, 0};
    return place;
}

static void
read_base(Builder *builder, const xmlNode *xml, Frame *frame)
{
    const xmlAttr *attribute = xmlHasNsProp(xml, BAD_CAST "base", XML_XML_NAMESPACE);
    if (!attribute)
        return;
    frame->base =
        fo_resolve(builder->arena, attribute_value(builder, attribute), frame->base);
}

/* The first of two objects with one id keeps it (XSL 1.1, 7.30.8). */
static void
register_id(Builder *builder, FoNode *node)
{
    const char *id = fo_string(node, PROP_ID);
    if (!id)
        return;
    GHashTable *ids = builder->job->tree.ids;
    const FoNode *first = g_hash_table_lookup(ids, id);
    if (!first) {
        g_hash_table_insert(ids, (gpointer)id, node);
        return;
    }
    g_autofree char *shown = fo_excerpt(id);
    diag_report(builder->diag, &node->place, DIAG_FO_ID,
                "id “%s” is al van %s op regel %d van %s", shown,
                fo_kind_name(first->kind), first->place.line,
                first->place.file ? first->place.file : "-");
}

/* Inside a marker everything is refined again where it is retrieved, and reported there. */
static void
keep_attributes(Builder *builder, FoElement *element)
{
    int count = (int)builder->attributes->len;
    FoAttribute *kept = arena_array(builder->arena, FoAttribute, count);
    for (int i = 0; i < count; i++) {
        kept[i].name = attributes(builder)[i].name;
        kept[i].value = arena_strdup(builder->arena, attributes(builder)[i].value);
    }
    element->attributes = kept;
    element->attribute_count = count;
}

static FoElement *
add_element(Builder *builder, FoElement *parent, FoKind kind, const Place *place,
            const Frame *frame)
{
    int count = (int)builder->attributes->len;
    FoElement *element = fo_element_new(builder->arena, parent, kind, place);
    fo_place_in_table(builder->job, element, attributes(builder), count);
    element->node.style = fo_refine(
        builder->job->refinement, &element->node, attributes(builder), count,
        element->column, frame->base, frame->in_marker ? NULL : builder->diag);
    if (frame->in_marker)
        keep_attributes(builder, element);
    else
        register_id(builder, &element->node);
    return element;
}

/* Namespaces that are declared outside xml and hold in it, after its name in text. */
static void
insert_namespaces(const xmlNode *xml, GString *text)
{
    xmlNs **all = xmlGetNsList(xml->doc, xml);
    g_autoptr(GString) declarations = g_string_new(NULL);
    for (int i = 0; all && all[i]; i++) {
        gboolean is_own = FALSE;
        for (const xmlNs *own = xml->nsDef; own; own = own->next)
            is_own = is_own || xmlStrEqual(own->prefix, all[i]->prefix);
        if (is_own || !all[i]->href)
            continue;
        g_autofree char *href = g_markup_escape_text((const char *)all[i]->href, -1);
        g_string_append_printf(
            declarations, " xmlns%s%s=\"%s\"", all[i]->prefix ? ":" : "",
            all[i]->prefix ? (const char *)all[i]->prefix : "", href);
    }
    xmlFree(all);
    g_string_insert(text, (gssize)(1 + strcspn(text->str + 1, " />\t\r\n")),
                    declarations->str);
}

static void
add_foreign(Builder *builder, FoElement *parent, xmlNode *xml, const Place *place)
{
    if (parent->node.first) {
        diag_report(
            builder->diag, place, DIAG_FO_MISPLACED,
            "fo:instream-foreign-object heeft al een inhoud: %s wordt niet gezet",
            (const char *)xml->name);
        return;
    }
    xmlBuffer *buffer = xmlBufferCreate();
    xmlNodeDump(buffer, xml->doc, xml, 0, 0);
    g_autoptr(GString) text = g_string_new((const char *)xmlBufferContent(buffer));
    xmlBufferFree(buffer);
    if (text->len < 2)
        return;
    insert_namespaces(xml, text);
    FoElement *element = fo_element_new(builder->arena, parent, FO_FOREIGN, place);
    element->node.style = fo_refine_anonymous(builder->job->refinement, &parent->node);
    element->node.text = arena_strndup(builder->arena, text->str, text->len);
    element->node.length = (int)MIN(text->len, G_MAXINT);
}

/* One of FOP's objects that are ours too. */
static gboolean
is_fox(const xmlNode *xml, const char *name)
{
    return is_in(xml->ns, FOX_NAMESPACE) && strcmp((const char *)xml->name, name) == 0;
}

/* An object that XSL does not know stands for its contents. */
static FoKind
kind_of(Builder *builder, const xmlNode *xml, const Frame *frame, const Place *place)
{
    if (is_fox(xml, "external-document"))
        return FO_EXTERNAL_DOCUMENT;
    gboolean is_fo = is_in(xml->ns, FO_NAMESPACE);
    FoKind kind =
        is_fo ? fo_names_kind(builder->names, (const char *)xml->name) : FO_NONE;
    if (kind == FO_NONE) {
        g_autofree char *shown = fo_excerpt((const char *)xml->name);
        diag_report(builder->diag, place, DIAG_FO_OBJECT, "onbekend object %s%s%s%s",
                    xml->ns && xml->ns->prefix ? (const char *)xml->ns->prefix : "",
                    xml->ns && xml->ns->prefix ? ":" : "", shown,
                    frame->parent->content == CONTENT_PARTS
                        ? ""
                        : "; het geldt als fo:wrapper");
        kind = FO_WRAPPER;
    } else if (kind == FO_WRAPPER && frame->parent->content == CONTENT_PARTS) {
        diag_report(builder->diag, place, DIAG_FO_MISPLACED,
                    "fo:wrapper hoort niet in %s: alleen zijn inhoud telt",
                    fo_kind_name(frame->parent->node.kind));
    }
    return kind;
}

/* Whether xml extends another formatter. */
static gboolean
is_extension(const xmlNode *xml)
{
    static const char *const vendors[] = {
        "http://xmlgraphics.apache.org/fop/", "http://www.antennahouse.com/",
        "http://www.renderx.com/", "http://www.arbortext.com/"};
    const char *uri = xml->ns ? (const char *)xml->ns->href : NULL;
    for (gsize i = 0; uri && i < G_N_ELEMENTS(vendors); i++)
        if (g_str_has_prefix(uri, vendors[i]))
            return TRUE;
    return FALSE;
}

static void
note_destination(Builder *builder, const xmlNode *xml, const Place *place)
{
    const xmlAttr *id = xmlHasProp(xml, BAD_CAST "internal-destination");
    Destination destination = {
        arena_strdup(builder->arena, id ? attribute_value(builder, id) : ""), *place};
    g_array_append_val(builder->destinations, destination);
}

/* Each id is a named destination; what is asked for must be one. */
static void
check_destinations(const Builder *builder)
{
    for (guint i = 0; i < builder->destinations->len; i++) {
        const Destination *destination =
            &g_array_index(builder->destinations, Destination, i);
        if (g_hash_table_contains(builder->job->tree.ids, destination->id))
            continue;
        g_autofree char *shown = fo_excerpt(destination->id);
        diag_report(builder->diag, &destination->place, DIAG_DESTINATION_UNKNOWN,
                    "fox:destination voor “%s”, een id die er niet is", shown);
    }
}

/* Elements that are no affair of ours: what fo:declarations holds besides (6.4.3), and the
 * extensions of others where no text stands. FOP's own for a named destination asks for what
 * every id is. */
static gboolean
is_passed_over(Builder *builder, const xmlNode *xml, const FoElement *parent,
               const Place *place)
{
    if (is_in(xml->ns, FO_NAMESPACE))
        return FALSE;
    if (parent->node.kind == FO_DECLARATIONS)
        return TRUE;
    if (is_fox(xml, "external-document"))
        return FALSE;
    gboolean is_destination = is_fox(xml, "destination");
    if (is_destination)
        note_destination(builder, xml, place);
    if (!is_destination && (parent->content != CONTENT_PARTS || !is_extension(xml)))
        return FALSE;
    const char *uri = (const char *)xml->ns->href;
    g_autofree char *kind = g_strconcat(uri, " ", xml->name, NULL);
    if (!is_destination && g_hash_table_add(builder->skipped, g_steal_pointer(&kind))) {
        g_autofree char *shown = fo_excerpt((const char *)xml->name);
        diag_report(builder->diag, place, DIAG_FO_EXTENSION,
                    "%s%s%s is een uitbreiding van een andere zetter: er wordt niets "
                    "mee gedaan",
                    xml->ns->prefix ? (const char *)xml->ns->prefix : "",
                    xml->ns->prefix ? ":" : "", shown);
    }
    return TRUE;
}

/* Opens the element: makes its object and says where its contents go. Returns whether to
 * look at them. */
static gboolean
open_element(Builder *builder, xmlNode *xml)
{
    Frame frame = *top(builder);
    FoElement *parent = frame.parent;
    frame.own = NULL;
    if (parent) {
        read_source(builder, xml, &frame);
        read_base(builder, xml, &frame);
    }
    Place place = place_of(builder, xml, &frame);
    gboolean is_foreign = parent && parent->content == CONTENT_FOREIGN;
    if (is_foreign)
        add_foreign(builder, parent, xml, &place);
    if (!parent || is_foreign || is_passed_over(builder, xml, parent, &place)) {
        frame.parent = NULL;
        g_array_append_val(builder->frames, frame);
        return FALSE;
    }
    FoKind kind = kind_of(builder, xml, &frame, &place);
    gboolean dissolves = kind == FO_WRAPPER && parent->content == CONTENT_PARTS;
    if (!dissolves) {
        frame.parent = fo_nest(builder->job, builder->arena, parent, &kind, &place,
                               NULL, builder->diag);
        g_array_set_size(builder->attributes, 0);
        if (frame.parent &&
            (is_in(xml->ns, FO_NAMESPACE) || kind == FO_EXTERNAL_DOCUMENT))
            read_attributes(builder, xml, &place);
        if (frame.parent)
            frame.own = add_element(builder, frame.parent, kind, &place, &frame);
        frame.parent = frame.own;
        frame.in_marker = frame.in_marker || kind == FO_MARKER;
    }
    g_array_append_val(builder->frames, frame);
    return frame.parent != NULL;
}

/* White space among a marker's blocks is no text of it. */
static void
strip_marker(FoElement *marker)
{
    gboolean has_block = FALSE;
    for (const FoNode *child = marker->node.first; child; child = child->next)
        has_block = has_block || fo_kind_is_block(child->kind);
    for (FoNode *child = marker->node.first; has_block && child; child = child->next)
        if (child->kind == FO_TEXT && fo_is_white_space(child->text, child->length))
            fo_element_unlink(fo_element(child));
}

static void
close_element(Builder *builder)
{
    FoElement *own = top(builder)->own;
    if (own && own->node.kind == FO_MARKER)
        strip_marker(own);
    if (own && own->node.kind == FO_PAGE_SEQUENCE)
        fo_settle_strays(&own->node);
    g_array_set_size(builder->frames, builder->frames->len - 1);
}

static void
add_text(Builder *builder, const xmlNode *xml)
{
    const Frame *frame = top(builder);
    FoElement *parent = frame->parent;
    const char *text = (const char *)xml->content;
    if (!parent || !text || !*text)
        return;
    int length = (int)MIN(strlen(text), (gsize)G_MAXINT / 4);
    Place place = place_of_text(builder, xml, frame);
    gboolean takes_text =
        parent->content == CONTENT_MIXED || parent->content == CONTENT_INLINES;
    if (!takes_text && fo_is_white_space(text, length)) {
        /* Between words that strayed side by side it counts. */
        FoNode *last = parent->node.last;
        if (!last || last->kind != FO_BLOCK || !fo_element(last)->anonymous)
            return;
        parent = fo_element(last);
        takes_text = TRUE;
    }
    if (!takes_text) {
        FoKind kind = FO_TEXT;
        parent = fo_nest(builder->job, builder->arena, parent, &kind, &place, text,
                         builder->diag);
        if (!parent)
            return;
    }
    FoElement *element = fo_element_new(builder->arena, parent, FO_TEXT, &place);
    element->node.style = fo_refine_anonymous(builder->job->refinement, &parent->node);
    element->node.text = arena_strndup(builder->arena, text, (gsize)length);
    element->node.length = length;
}

/* Goes through the document without recursion, so that depth costs no stack. */
static void
build(Builder *builder, xmlNode *root)
{
    xmlNode *xml = root;
    for (;;) {
        gboolean is_element = xml->type == XML_ELEMENT_NODE;
        if (is_element && open_element(builder, xml) && xml->children) {
            xml = xml->children;
            continue;
        }
        if (is_element)
            close_element(builder);
        else if (xml->type == XML_TEXT_NODE || xml->type == XML_CDATA_SECTION_NODE)
            add_text(builder, xml);
        while (xml != root && !xml->next) {
            xml = xml->parent;
            close_element(builder);
        }
        if (xml == root)
            return;
        xml = xml->next;
    }
}

/* The words of the first fo:title. */
static const char *
find_title(const FoTree *tree)
{
    const FoNode *title = tree->root;
    while (title && title->kind != FO_TITLE)
        title = title->kind == FO_FLOW || title->kind == FO_LAYOUT_MASTER_SET
                    ? fo_next_past(tree->root, title)
                    : fo_next(tree->root, title);
    if (!title)
        return NULL;
    g_autoptr(GString) words = g_string_new(NULL);
    for (const FoNode *node = title; node; node = fo_next(title, node))
        if (node->kind == FO_TEXT)
            g_string_append_len(words, node->text, node->length);
    return words->len > 0 ? arena_strndup(tree->arena, words->str, words->len) : NULL;
}

static FoJob *
job_new(Arena *arena, const char *file)
{
    FoJob *job = arena_new0(arena, FoJob);
    job->tree.arena = arena;
    if (file) {
        g_autofree char *folder = g_path_get_dirname(file);
        job->tree.base = arena_strdup(arena, folder);
    }
    job->tree.ids = g_hash_table_new(g_str_hash, g_str_equal);
    arena_own(arena, job->tree.ids, (GDestroyNotify)g_hash_table_unref);
    job->refinement = fo_refinement_new(arena);
    return job;
}

static void
build_tree(FoJob *job, xmlNode *root, const char *file, Diag *diag)
{
    Builder builder = {
        .job = job,
        .arena = job->tree.arena,
        .diag = diag,
        .file = arena_strdup(job->tree.arena, file),
        .frames = g_array_new(FALSE, FALSE, sizeof(Frame)),
        .attributes = g_array_new(FALSE, FALSE, sizeof(FoAttribute)),
        .values = g_ptr_array_new_with_free_func((GDestroyNotify)xmlFree),
        .names = fo_refinement_names(job->refinement),
        .destinations = g_array_new(FALSE, FALSE, sizeof(Destination)),
        .skipped = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
    };
    Frame outside = {0}; /* of the root's children */
    read_source(&builder, root, &outside);
    read_base(&builder, root, &outside);
    Place place = place_of(&builder, root, &outside);
    read_attributes(&builder, root, &place);
    outside.parent = add_element(&builder, NULL, FO_ROOT, &place, &outside);
    job->tree.root = &outside.parent->node;
    g_array_append_val(builder.frames, outside);
    for (xmlNode *child = root->children; child; child = child->next) {
        if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
            add_text(&builder, child);
        else if (child->type == XML_ELEMENT_NODE)
            build(&builder, child);
    }
    g_array_unref(builder.frames);
    g_array_unref(builder.attributes);
    g_ptr_array_unref(builder.values);
    check_destinations(&builder);
    g_array_unref(builder.destinations);
    g_hash_table_unref(builder.skipped);
}

FoTree *
fo_parse(Arena *arena, xmlDoc *document, const char *file, Diag *diag)
{
    xmlNode *root = document ? xmlDocGetRootElement(document) : NULL;
    if (!root || strcmp((const char *)root->name, "root") != 0 ||
        !is_in(root->ns, FO_NAMESPACE)) {
        Place place = {file, root ? (int)MAX(xmlGetLineNo(root), 0) : 0, 0};
        g_autofree char *shown = fo_excerpt(root ? (const char *)root->name : "");
        diag_report(diag, &place, DIAG_FO_ROOT,
                    "het wortelelement “%s” is geen fo:root van XSL-FO", shown);
        return NULL;
    }
    FoJob *job = job_new(arena, file);
    build_tree(job, root, file, diag);
    fo_treat_space(job->tree.root, arena, SPACE_AT_START, TRUE);
    job->tree.title = find_title(&job->tree);
    return &job->tree;
}
