#include "pdf/parts.h"

/* A bookmark in the order of the outline, with what its siblings are. */
typedef struct Item {
    const AreaBookmark *bookmark;
    int parent;   /* index; -1: the outline itself */
    int previous; /* index of the sibling before, or -1 */
    int next, first, last;
    int object;
    int visible; /* how many items below it show when it is open */
} Item;

static Item *
item_at(const GArray *items, int index)
{
    return &g_array_index(items, Item, index);
}

/* Lists the bookmarks in order, without recursion. */
static GArray *
collect(const AreaBookmark *first)
{
    GArray *items = g_array_new(FALSE, FALSE, sizeof(Item));
    const AreaBookmark *bookmark = first;
    int parent = -1, previous = -1;
    while (bookmark) {
        Item item = {bookmark, parent, previous, -1, -1, -1, 0, 0};
        int index = (int)items->len;
        g_array_append_val(items, item);
        if (previous >= 0)
            item_at(items, previous)->next = index;
        else if (parent >= 0)
            item_at(items, parent)->first = index;
        if (parent >= 0)
            item_at(items, parent)->last = index;
        if (bookmark->first) {
            parent = index;
            previous = -1;
            bookmark = bookmark->first;
            continue;
        }
        previous = index;
        while (!bookmark->next && parent >= 0) {
            previous = parent;
            bookmark = item_at(items, parent)->bookmark;
            parent = item_at(items, parent)->parent;
        }
        bookmark = bookmark->next;
    }
    return items;
}

/* Children come after their parents: counted backwards, they are known first. */
static int
count_visible(GArray *items)
{
    int top = 0;
    for (int i = (int)items->len - 1; i >= 0; i--) {
        const Item *item = item_at(items, i);
        int shown = 1 + (item->bookmark->open ? item->visible : 0);
        if (item->parent >= 0)
            item_at(items, item->parent)->visible += shown;
        else
            top += shown;
    }
    return top;
}

static void
set_item(const Pdf *pdf, const GArray *items, qpdf_oh dictionary, const char *key,
         int index)
{
    if (index >= 0)
        pdf_set(pdf, dictionary, key, pdf_object(pdf, item_at(items, index)->object));
}

static void
write_item(const Pdf *pdf, const GArray *items, int outline, const Item *item)
{
    qpdf_oh dictionary = pdf_object(pdf, item->object);
    const AreaBookmark *bookmark = item->bookmark;
    pdf_set_text(pdf, dictionary, "/Title", bookmark->title ? bookmark->title : "");
    int parent = item->parent >= 0 ? item_at(items, item->parent)->object : outline;
    pdf_set(pdf, dictionary, "/Parent", pdf_object(pdf, parent));
    set_item(pdf, items, dictionary, "/Prev", item->previous);
    set_item(pdf, items, dictionary, "/Next", item->next);
    set_item(pdf, items, dictionary, "/First", item->first);
    set_item(pdf, items, dictionary, "/Last", item->last);
    if (item->visible > 0)
        pdf_set_integer(pdf, dictionary, "/Count",
                        bookmark->open ? item->visible : -item->visible);
    if (bookmark->uri)
        pdf_set(pdf, dictionary, "/A", pdf_uri_action(pdf, bookmark->uri));
    else if (pdf_has_destination(pdf, bookmark->id))
        pdf_set(pdf, dictionary, "/Dest", pdf_destination(pdf, bookmark->id));
}

void
outline_write(const Pdf *pdf)
{
    if (!pdf->document->bookmarks)
        return;
    g_autoptr(GArray) items = collect(pdf->document->bookmarks);
    int count = count_visible(items), last = 0;
    int outline = pdf_add_object(pdf, qpdf_oh_new_dictionary(pdf->qpdf));
    for (int i = 0; i < (int)items->len; i++) {
        item_at(items, i)->object =
            pdf_add_object(pdf, qpdf_oh_new_dictionary(pdf->qpdf));
        if (item_at(items, i)->parent < 0)
            last = i;
    }
    for (int i = 0; i < (int)items->len; i++)
        write_item(pdf, items, outline, item_at(items, i));
    qpdf_oh dictionary = pdf_object(pdf, outline);
    pdf_set_name(pdf, dictionary, "/Type", "Outlines");
    pdf_set_integer(pdf, dictionary, "/Count", count);
    set_item(pdf, items, dictionary, "/First", 0);
    set_item(pdf, items, dictionary, "/Last", last);
    pdf_set(pdf, qpdf_get_root(pdf->qpdf), "/Outlines", dictionary);
}
