#include "inspect/inspection.h"

#include <math.h>

/* A node of the page tree, with what its kids inherit. */
typedef struct Node {
    const Value *value;
    Page inherited;
    guint next; /* kid to visit */
} Node;

static const Value *
own_or(const Value *node, const char *key, const Value *inherited)
{
    const Value *own = value_get(node, key);
    return own->kind == VALUE_NULL ? inherited : own;
}

static Page
inherit(const Value *node, const Page *from)
{
    return (Page){node, own_or(node, "Resources", from->resources),
                  own_or(node, "MediaBox", from->media),
                  own_or(node, "CropBox", from->crop)};
}

static void
add_page(Inspection *inspection, const Page *page)
{
    guint number = inspection->pages->len + 1;
    g_array_append_val(inspection->pages, *page);
    if (page->value->is_object)
        g_hash_table_insert(inspection->page_at, GINT_TO_POINTER(page->value->object),
                            GUINT_TO_POINTER(number));
}

void
pages_collect(Inspection *inspection)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    g_autoptr(GArray) stack = g_array_new(FALSE, FALSE, sizeof(Node));
    const Page none = {value_null(), value_null(), value_null(), value_null()};
    const Value *top = value_get(inspection->root, "Pages");
    Node root = {top, inherit(top, &none), 0};
    g_array_append_val(stack, root);
    g_hash_table_add(seen, (gpointer)root.value);
    while (stack->len > 0) {
        Node *node = &g_array_index(stack, Node, stack->len - 1);
        const Value *kids = value_get(node->value, "Kids");
        if (node->next >= value_count_items(kids)) {
            g_array_set_size(stack, stack->len - 1);
            continue;
        }
        const Value *kid = value_item(kids, node->next++);
        gboolean known = !g_hash_table_add(seen, (gpointer)kid);
        if (known || kid->kind != VALUE_DICTIONARY) {
            finding(inspection, DIAG_PDF_PAGE_TREE, -1, node->value,
                    known ? "een blad hangt twee keer in de boom van bladzijden"
                          : "in de boom van bladzijden hangt iets anders");
            continue;
        }
        Page page = inherit(kid, &node->inherited);
        if (value_has(kid, "Kids")) {
            Node inner = {kid, page, 0};
            g_array_append_val(stack, inner);
        } else
            add_page(inspection, &page);
    }
    inspection->result->page_count = (int)inspection->pages->len;
    gint64 count = value_integer(value_get(top, "Count"), -1);
    if (count != inspection->result->page_count)
        finding(inspection, DIAG_PDF_PAGE_TREE, -1, top,
                "er zijn %d bladzijden, en Count zegt %" G_GINT64_FORMAT,
                inspection->result->page_count, count);
}

int
page_index(const Inspection *inspection, const Value *page)
{
    page = value_resolve(page);
    if (!page->is_object)
        return -1;
    return (int)GPOINTER_TO_UINT(g_hash_table_lookup(inspection->page_at,
                                                     GINT_TO_POINTER(page->object))) -
           1;
}

typedef struct Box {
    double x0, y0, x1, y1;
} Box;

/* FALSE where value is no rectangle. */
static gboolean
read_box(const Value *value, Box *box)
{
    double n[4];
    if (!value_numbers(value, n, 4))
        return FALSE;
    *box = (Box){MIN(n[0], n[2]), MIN(n[1], n[3]), MAX(n[0], n[2]), MAX(n[1], n[3])};
    return box->x1 > box->x0 && box->y1 > box->y0;
}

/* To a hundredth of a point: boxes are written with few decimals. */
static gboolean
is_within(const Box *inner, const Box *outer)
{
    return inner->x0 >= outer->x0 - 0.01 && inner->y0 >= outer->y0 - 0.01 &&
           inner->x1 <= outer->x1 + 0.01 && inner->y1 <= outer->y1 + 0.01;
}

/* PDF/A-2, 6.1.13: no smaller than 3 and no larger than 14,400 units. */
static void
check_size(Inspection *inspection, int index, const Value *page, const char *key,
           const Box *box)
{
    double width = box->x1 - box->x0, height = box->y1 - box->y0;
    if (MIN(width, height) < 3 || MAX(width, height) > 14400)
        finding(inspection, DIAG_PDF_BOX_SIZE, index, page,
                "%s meet %.0f bij %.0f punt", key, width, height);
}

/* 14.11.2: art and trim within bleed within media. */
static void
check_boxes(Inspection *inspection, int index, const Page *page)
{
    static const char *const keys[] = {"CropBox", "BleedBox", "TrimBox", "ArtBox"};
    Box media, bleed;
    if (!read_box(page->media, &media)) {
        finding(inspection, DIAG_PDF_BOX, index, page->value, "zonder MediaBox");
        return;
    }
    check_size(inspection, index, page->value, "MediaBox", &media);
    bleed = media;
    for (guint i = 0; i < G_N_ELEMENTS(keys); i++) {
        const Value *value = i == 0 ? page->crop : value_get(page->value, keys[i]);
        Box box;
        if (value->kind == VALUE_NULL)
            continue;
        if (!read_box(value, &box)) {
            finding(inspection, DIAG_PDF_BOX, index, page->value,
                    "%s is geen rechthoek", keys[i]);
            continue;
        }
        check_size(inspection, index, page->value, keys[i], &box);
        if (!is_within(&box, i < 2 ? &media : &bleed))
            finding(inspection, DIAG_PDF_BOX_NESTING, index, page->value,
                    "%s steekt buiten %s", keys[i],
                    i < 2 || !value_has(page->value, "BleedBox") ? "MediaBox"
                                                                 : "BleedBox");
        if (i == 1)
            bleed = box;
    }
}

/* ISO 15930-7, 6.9: the trim, or the art, and not both. */
static void
check_trim(Inspection *inspection, int index, const Page *page)
{
    gboolean trim = value_has(page->value, "TrimBox");
    if (trim == value_has(page->value, "ArtBox"))
        finding(inspection, DIAG_PDF_PRESS_TRIM, index, page->value,
                trim ? "heeft een TrimBox en een ArtBox" : "heeft geen TrimBox");
}

void
check_pages(Inspection *inspection)
{
    for (int i = 0; i < (int)inspection->pages->len; i++) {
        const Page *page = &g_array_index(inspection->pages, Page, (guint)i);
        check_boxes(inspection, i, page);
        check_trim(inspection, i, page);
        gint64 turn = value_integer(own_or(page->value, "Rotate", value_null()), 0);
        if (turn % 90 != 0)
            finding(inspection, DIAG_PDF_BOX, i, page->value, "is scheef gedraaid");
        if (value_count_items(value_get(page->value, "Annots")) > 0 &&
            !value_is_name(value_get(page->value, "Tabs"), "S"))
            finding(inspection, DIAG_PDF_TABS, i, page->value,
                    "heeft annotaties en geen Tabs /S");
        if (value_has(page->value, "PresSteps"))
            finding(inspection, DIAG_PDF_PRESENTATION, i, page->value,
                    "heeft PresSteps");
    }
}
