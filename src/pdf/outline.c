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
put_item(GString *out, const GArray *items, const char *key, int index)
{
    if (index < 0)
        return;
    g_string_append(out, key);
    put_reference(out, item_at(items, index)->object);
}

static void
put_target(const Pdf *pdf, GString *out, const AreaBookmark *bookmark)
{
    if (bookmark->uri) {
        g_string_append(out, "/A");
        put_uri_action(out, bookmark->uri);
    } else if (pdf_has_destination(pdf, bookmark->id)) {
        g_string_append(out, "/Dest");
        put_string(out, bookmark->id);
    }
}

/* Table 153: colour and style, where they are other than black and plain. */
static void
put_looks(GString *out, const AreaBookmark *bookmark)
{
    enum { ITALIC = 1, BOLD = 2 };
    const int point = length_from_points(1);
    AreaColour colour = bookmark->colour;
    int flags = (bookmark->is_italic ? ITALIC : 0) | (bookmark->is_bold ? BOLD : 0);
    if (colour.red || colour.green || colour.blue) {
        g_string_append(out, "/C[");
        put_length(out, (colour.red * point + 127) / 255);
        put_length(out, (colour.green * point + 127) / 255);
        put_length(out, (colour.blue * point + 127) / 255);
        g_string_append_c(out, ']');
    }
    if (flags) {
        g_string_append(out, "/F");
        put_integer(out, flags);
    }
}

static void
write_item(const Pdf *pdf, const GArray *items, int outline, const Item *item)
{
    const AreaBookmark *bookmark = item->bookmark;
    GString *out = pdf_begin(pdf, item->object);
    g_string_append(out, "<<");
    put_text_entry(out, "/Title", bookmark->title ? bookmark->title : "");
    g_string_append(out, "/Parent");
    put_reference(out,
                  item->parent >= 0 ? item_at(items, item->parent)->object : outline);
    put_item(out, items, "/Prev", item->previous);
    put_item(out, items, "/Next", item->next);
    put_item(out, items, "/First", item->first);
    put_item(out, items, "/Last", item->last);
    if (item->visible > 0) {
        g_string_append(out, "/Count");
        put_integer(out, bookmark->open ? item->visible : -item->visible);
    }
    put_target(pdf, out, bookmark);
    put_looks(out, bookmark);
    g_string_append(out, ">>");
    pdf_end(pdf);
}

void
outline_write(const Pdf *pdf)
{
    if (!pdf->document->bookmarks)
        return;
    g_autoptr(GArray) items = collect(pdf->document->bookmarks);
    int count = count_visible(items), last = 0;
    int outline = pdf_allocate(pdf);
    for (int i = 0; i < (int)items->len; i++) {
        item_at(items, i)->object = pdf_allocate(pdf);
        if (item_at(items, i)->parent < 0)
            last = i;
    }
    GString *out = pdf_begin(pdf, outline);
    g_string_append(out, "<</Type/Outlines/Count");
    put_integer(out, count);
    put_item(out, items, "/First", 0);
    put_item(out, items, "/Last", last);
    g_string_append(out, ">>");
    pdf_end(pdf);
    for (int i = 0; i < (int)items->len; i++)
        write_item(pdf, items, outline, item_at(items, i));
    g_string_append(pdf->catalog, "/Outlines");
    put_reference(pdf->catalog, outline);
}
