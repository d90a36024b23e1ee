#include "pdf/tags.h"
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
        tag->object = pdf_allocate(pdf);
        g_hash_table_insert(pdf->elements, (gpointer)tag->element,
                            GINT_TO_POINTER(tag->object));
        const char *id = tag->element->id;
        if (id && *id && !g_hash_table_contains(tags->ids, id))
            take_id(tags, tag, g_strdup(id));
    }
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

static int
marks_on(const Pdf *pdf, int page)
{
    const DrawingPage *drawn = g_ptr_array_index(pdf->drawing->pages, (guint)page);
    return drawn->mark_count;
}

/* What is on the page only would be content that no reader finds. */
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

static void
put_element(const Pdf *pdf, GString *out, const StructureElement *element)
{
    put_reference(out, GPOINTER_TO_INT(g_hash_table_lookup(pdf->elements, element)));
}

/* The elements of a page's marks, by number; returns the object, 0 where it has none. */
static int
write_page_parents(const Tags *tags, int page)
{
    const GPtrArray *marks = tags->marks[page];
    if (marks->len == 0)
        return 0;
    int object = pdf_allocate(tags->pdf);
    GString *out = pdf_begin(tags->pdf, object);
    g_string_append_c(out, '[');
    for (guint mark = 0; mark < marks->len; mark++)
        put_element(tags->pdf, out, marks->pdata[mark]);
    g_string_append_c(out, ']');
    pdf_end(tags->pdf);
    return object;
}

/* From marks and annotations back to their elements (14.7.4.4); returns the object. */
static int
write_parent_tree(const Tags *tags)
{
    const Pdf *pdf = tags->pdf;
    g_autofree int *pages = g_new(int, (gsize)pdf->page_count);
    for (int i = 0; i < pdf->page_count; i++)
        pages[i] = write_page_parents(tags, i);
    int object = pdf_allocate(pdf);
    GString *out = pdf_begin(pdf, object);
    g_string_append(out, "<</Nums[");
    for (int i = 0; i < pdf->page_count; i++) {
        if (!pages[i])
            continue;
        put_integer(out, i);
        put_reference(out, pages[i]);
    }
    for (int i = 0; i < pdf->link_count; i++) {
        if (!pdf->annotations[i])
            continue;
        put_integer(out, pdf->page_count + i);
        put_element(pdf, out, pdf->links[i].link->element);
    }
    for (int i = 0; i < pdf->field_count; i++) {
        if (!pdf->widgets[i])
            continue;
        put_integer(out, pdf->page_count + pdf->link_count + i);
        put_element(pdf, out, pdf->fields[i].field->element);
    }
    g_string_append(out, "]>>");
    pdf_end(pdf);
    return object;
}

static gint
compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* A name tree in the order of the names' bytes (7.9.6); returns the object, 0 where no
 * element has an id. */
static int
write_id_tree(const Tags *tags)
{
    guint count = g_hash_table_size(tags->ids);
    if (count == 0)
        return 0;
    g_autofree const char **ids =
        (const char **)g_hash_table_get_keys_as_array(tags->ids, NULL);
    qsort(ids, count, sizeof *ids, compare_names);
    int object = pdf_allocate(tags->pdf);
    GString *out = pdf_begin(tags->pdf, object);
    g_string_append(out, "<</Names[");
    for (guint i = 0; i < count; i++) {
        put_string(out, ids[i]);
        put_reference(out, GPOINTER_TO_INT(g_hash_table_lookup(tags->ids, ids[i])));
    }
    g_string_append(out, "]>>");
    pdf_end(tags->pdf);
    return object;
}

static void
put_role_map(const Tags *tags, GString *out)
{
    if (g_hash_table_size(tags->mapped) == 0)
        return;
    GHashTableIter iter;
    gpointer role, standard;
    g_hash_table_iter_init(&iter, tags->mapped);
    g_string_append(out, "/RoleMap<<");
    while (g_hash_table_iter_next(&iter, &role, &standard)) {
        put_name(out, role);
        put_name(out, standard);
    }
    g_string_append(out, ">>");
}

static void
write_root(const Tags *tags)
{
    const Pdf *pdf = tags->pdf;
    int parents = write_parent_tree(tags), ids = write_id_tree(tags);
    GString *out = pdf_begin(pdf, tags->tree);
    g_string_append(out, "<</Type/StructTreeRoot/K");
    put_reference(out, tag_at(tags, 0)->object);
    g_string_append(out, "/ParentTree");
    put_reference(out, parents);
    g_string_append(out, "/ParentTreeNextKey");
    put_integer(out, pdf->page_count + pdf->link_count + pdf->field_count);
    if (ids) {
        g_string_append(out, "/IDTree");
        put_reference(out, ids);
    }
    put_role_map(tags, out);
    g_string_append(out, ">>");
    pdf_end(pdf);
    g_string_append(pdf->catalog, "/StructTreeRoot");
    put_reference(pdf->catalog, tags->tree);
}

static gboolean
write_tree(Tags *tags, GError **error)
{
    const Pdf *pdf = tags->pdf;
    tags->tree = pdf_allocate(pdf);
    collect(tags);
    choose(tags);
    name_notes(tags);
    if (!collect_marks(tags, error))
        return FALSE;
    for (int i = 0; i < pdf->page_count; i++)
        if (!check_marks(tags, i, marks_on(pdf, i), error))
            return FALSE;
    for (int i = 0; i < (int)tags->tags->len; i++)
        if (tag_at(tags, i)->kept)
            element_write(tags, tag_at(tags, i));
    write_root(tags);
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
