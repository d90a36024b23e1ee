#include "pdf/tags.h"
#include "pdf/content.h"
#include "pdf/parts.h"

#include <stdlib.h>
#include <string.h>

/* No page has more marks than this; a number beyond it is no number of a mark. */
enum { MOST_MARKS = 1000000 };

static Tag *
tag_at(const Tags *tags, int index)
{
    return &g_array_index(tags->tags, Tag, index);
}

static const StructureKid *
first_child(const StructureKid *kid)
{
    while (kid && kid->kind != STRUCTURE_CHILD)
        kid = kid->next;
    return kid;
}

/* Lists the elements in order, without recursion. */
static void
collect(Tags *tags)
{
    const StructureElement *element = tags->pdf->document->structure->root;
    int index = -1;
    while (element) {
        Tag tag = {.element = element, .parent = index};
        g_array_append_val(tags->tags, tag);
        const StructureKid *next = first_child(element->first);
        if (next) {
            index = (int)tags->tags->len - 1;
            element = next->child;
            continue;
        }
        while (element->kid && !(next = first_child(element->kid->next))) {
            element = element->parent;
            index = index < 0 ? -1 : tag_at(tags, index)->parent;
        }
        element = element->kid ? next->child : NULL;
    }
}

static gboolean
has_annotation(const Pdf *pdf, const StructureElement *element)
{
    for (const StructureKid *kid = element->first; kid; kid = kid->next)
        if (kid->kind == STRUCTURE_OBJECT && kid->number < pdf->link_count &&
            pdf->annotations[kid->number])
            return TRUE;
    return FALSE;
}

/* A cell may be empty and stays in its row (TD, TR, perhaps TBody, Table); in a table that
 * is nowhere it does not. */
static gboolean
is_cell_of_table(const StructureElement *element)
{
    if (strcmp(element->role, "TD") != 0 && strcmp(element->role, "TH") != 0)
        return FALSE;
    for (int i = 0; i < 3 && element->parent; i++) {
        element = element->parent;
        if (strcmp(element->role, "Table") == 0)
            return element->marked;
    }
    return FALSE;
}

/* Takes id. */
static void
take_id(Tags *tags, Tag *tag, char *id)
{
    g_hash_table_insert(tags->ids, id, GINT_TO_POINTER(tag->object));
    tag->id = id;
}

/* Leaves out elements without content, and gives the others their objects. */
static void
choose(Tags *tags)
{
    const Pdf *pdf = tags->pdf;
    for (int i = (int)tags->tags->len - 1; i >= 0; i--) {
        Tag *tag = tag_at(tags, i);
        const StructureElement *element = tag->element;
        if (!tag->kept)
            tag->kept = i == 0 || element->marked || is_cell_of_table(element) ||
                        has_annotation(pdf, element);
        if (tag->kept && tag->parent >= 0)
            tag_at(tags, tag->parent)->kept = TRUE;
    }
    for (int i = 0; i < (int)tags->tags->len; i++) {
        Tag *tag = tag_at(tags, i);
        if (!tag->kept)
            continue;
        tag->object = pdf_add_object(pdf, qpdf_oh_new_dictionary(pdf->qpdf));
        g_hash_table_insert(pdf->elements, (gpointer)tag->element,
                            GINT_TO_POINTER(tag->object));
        const char *id = tag->element->id;
        if (id && *id && !g_hash_table_contains(tags->ids, id))
            take_id(tags, tag, g_strdup(id));
        if (i % 1000 == 0)
            pdf_release(tags->pdf);
    }
    pdf_release(tags->pdf);
}

/* PDF/UA-1, 7.9: each note has an id. */
static void
name_notes(Tags *tags)
{
    int number = 0;
    for (int i = 0; i < (int)tags->tags->len; i++) {
        Tag *tag = tag_at(tags, i);
        if (!tag->kept || tag->id || strcmp(tag->element->role, "Note") != 0)
            continue;
        char *id = g_strdup_printf("noot-%d", ++number);
        while (g_hash_table_contains(tags->ids, id)) {
            g_free(id);
            id = g_strdup_printf("noot-%d", ++number);
        }
        take_id(tags, tag, id);
    }
}

static gboolean
add_mark(const Tags *tags, const StructureElement *element, const StructureKid *kid,
         GError **error)
{
    if (kid->page < 0 || kid->page >= tags->pdf->page_count || kid->number < 0 ||
        kid->number >= MOST_MARKS) {
        pdf_set_error(error, "stuk inhoud %d van bladzijde %d bestaat niet",
                      kid->number, kid->page + 1);
        return FALSE;
    }
    GPtrArray *marks = tags->marks[kid->page];
    if ((int)marks->len <= kid->number)
        g_ptr_array_set_size(marks, kid->number + 1);
    marks->pdata[kid->number] = (gpointer)element;
    return TRUE;
}

static gboolean
collect_marks(Tags *tags, GError **error)
{
    for (int i = 0; i < (int)tags->tags->len; i++) {
        const StructureElement *element = tag_at(tags, i)->element;
        for (const StructureKid *kid = element->first; kid; kid = kid->next)
            if (kid->kind == STRUCTURE_MARK && !add_mark(tags, element, kid, error))
                return FALSE;
    }
    return TRUE;
}

/* What cairo dropped would be content that no reader finds, or finds in another place. */
static gboolean
check_marks(const Tags *tags, int page, int found, GError **error)
{
    const GPtrArray *marks = tags->marks[page];
    gboolean complete = (int)marks->len == found;
    for (guint i = 0; i < marks->len; i++)
        complete = complete && marks->pdata[i];
    if (!complete)
        pdf_set_error(
            error, "bladzijde %d heeft %d stukken inhoud, de structuurboom kent er %u",
            page + 1, found, marks->len);
    return complete;
}

static gboolean
write_page(const Tags *tags, int index, GError **error)
{
    const Pdf *pdf = tags->pdf;
    qpdf_oh page = pdf_object(pdf, pdf->pages[index]);
    unsigned char *content = NULL;
    size_t length = 0;
    if (qpdf_oh_get_page_content_data(pdf->qpdf, page, &content, &length) &
        QPDF_ERRORS) {
        pdf_set_error(error, "bladzijde %d van de PDF is niet te lezen", index + 1);
        return FALSE;
    }
    int found;
    GString *rewritten = content_rewrite((const char *)content, length, &found);
    free(content);
    int stream = pdf_add_stream(pdf, rewritten->str, rewritten->len);
    g_string_free(rewritten, TRUE);
    pdf_set(pdf, page, "/Contents", pdf_object(pdf, stream));
    pdf_set_name(pdf, page, "/Tabs", "S"); /* PDF/UA-1, 7.18.3 */
    if (found > 0)
        pdf_set_integer(pdf, page, "/StructParents", index);
    else
        qpdf_oh_remove_key(pdf->qpdf, page, "/StructParents");
    return check_marks(tags, index, found, error);
}

static qpdf_oh
element_reference(const Pdf *pdf, const StructureElement *element)
{
    return pdf_object(pdf,
                      GPOINTER_TO_INT(g_hash_table_lookup(pdf->elements, element)));
}

/* From marks and annotations back to their elements (14.7.4.4). */
static void
write_parent_tree(const Tags *tags, qpdf_oh tree)
{
    const Pdf *pdf = tags->pdf;
    qpdf_oh numbers = qpdf_oh_new_array(pdf->qpdf);
    for (int i = 0; i < pdf->page_count; i++) {
        const GPtrArray *marks = tags->marks[i];
        if (marks->len == 0)
            continue;
        qpdf_oh elements = qpdf_oh_new_array(pdf->qpdf);
        for (guint mark = 0; mark < marks->len; mark++)
            pdf_append(pdf, elements, element_reference(pdf, marks->pdata[mark]));
        pdf_append(pdf, numbers, qpdf_oh_new_integer(pdf->qpdf, i));
        pdf_append(pdf, numbers, qpdf_make_indirect_object(pdf->qpdf, elements));
    }
    for (int i = 0; i < pdf->link_count; i++) {
        if (!pdf->annotations[i])
            continue;
        pdf_append(pdf, numbers, qpdf_oh_new_integer(pdf->qpdf, pdf->page_count + i));
        pdf_append(pdf, numbers, element_reference(pdf, pdf->links[i].link->element));
    }
    qpdf_oh parents = qpdf_oh_new_dictionary(pdf->qpdf);
    pdf_set(pdf, parents, "/Nums", numbers);
    pdf_set(pdf, tree, "/ParentTree", qpdf_make_indirect_object(pdf->qpdf, parents));
    pdf_set_integer(pdf, tree, "/ParentTreeNextKey", pdf->page_count + pdf->link_count);
}

static gint
compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* A name tree in the order of the names' bytes (7.9.6). */
static void
write_id_tree(const Tags *tags, qpdf_oh tree)
{
    const Pdf *pdf = tags->pdf;
    guint count = g_hash_table_size(tags->ids);
    if (count == 0)
        return;
    g_autofree const char **ids =
        (const char **)g_hash_table_get_keys_as_array(tags->ids, NULL);
    qsort(ids, count, sizeof *ids, compare_names);
    qpdf_oh names = qpdf_oh_new_array(pdf->qpdf);
    for (guint i = 0; i < count; i++) {
        int object = GPOINTER_TO_INT(g_hash_table_lookup(tags->ids, ids[i]));
        pdf_append(pdf, names, qpdf_oh_new_string(pdf->qpdf, ids[i]));
        pdf_append(pdf, names, pdf_object(pdf, object));
    }
    qpdf_oh node = qpdf_oh_new_dictionary(pdf->qpdf);
    pdf_set(pdf, node, "/Names", names);
    pdf_set(pdf, tree, "/IDTree", qpdf_make_indirect_object(pdf->qpdf, node));
}

static void
write_role_map(const Tags *tags, qpdf_oh tree)
{
    const Pdf *pdf = tags->pdf;
    if (g_hash_table_size(tags->mapped) == 0)
        return;
    qpdf_oh map = qpdf_oh_new_dictionary(pdf->qpdf);
    GHashTableIter iter;
    gpointer role, standard;
    g_hash_table_iter_init(&iter, tags->mapped);
    while (g_hash_table_iter_next(&iter, &role, &standard)) {
        g_autofree char *key = g_strdup_printf("/%.126s", (const char *)role);
        pdf_set_name(pdf, map, key, standard);
    }
    pdf_set(pdf, tree, "/RoleMap", map);
}

static gboolean
write_tree(Tags *tags, GError **error)
{
    Pdf *pdf = tags->pdf;
    qpdf_oh tree = qpdf_oh_new_dictionary(pdf->qpdf);
    pdf_set_name(pdf, tree, "/Type", "StructTreeRoot");
    tags->tree = pdf_add_object(pdf, tree);
    collect(tags);
    choose(tags);
    name_notes(tags);
    if (!collect_marks(tags, error))
        return FALSE;
    for (int i = 0; i < pdf->page_count; i++) {
        if (!write_page(tags, i, error))
            return FALSE;
        pdf_release(pdf);
    }
    for (int i = 0; i < (int)tags->tags->len; i++) {
        if (tag_at(tags, i)->kept)
            element_write(tags, tag_at(tags, i));
        pdf_release(pdf);
    }
    tree = pdf_object(pdf, tags->tree);
    pdf_set(pdf, tree, "/K", pdf_object(pdf, tag_at(tags, 0)->object));
    write_parent_tree(tags, tree);
    write_id_tree(tags, tree);
    write_role_map(tags, tree);
    pdf_set(pdf, qpdf_get_root(pdf->qpdf), "/StructTreeRoot", tree);
    pdf_release(pdf);
    return TRUE;
}

gboolean
tags_write(Pdf *pdf, GError **error)
{
    Tags tags = {.pdf = pdf};
    tags.tags = g_array_new(FALSE, FALSE, sizeof(Tag));
    tags.ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    tags.mapped = g_hash_table_new(g_str_hash, g_str_equal);
    tags.marks = g_new(GPtrArray *, (gsize)pdf->page_count);
    for (int i = 0; i < pdf->page_count; i++)
        tags.marks[i] = g_ptr_array_new();
    gboolean written = write_tree(&tags, error);
    for (int i = 0; i < pdf->page_count; i++)
        g_ptr_array_unref(tags.marks[i]);
    g_free(tags.marks);
    g_hash_table_unref(tags.mapped);
    g_hash_table_unref(tags.ids);
    g_array_unref(tags.tags);
    return written;
}
