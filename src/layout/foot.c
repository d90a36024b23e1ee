#include "layout/foot.h"
#include "layout/place.h"

static const char note_separator[] = "xsl-footnote-separator",
                  float_separator[] = "xsl-before-float-separator";

Foot
foot_begin(Layout *layout, const Pages *pages, const PagePlan *plan)
{
    Foot foot = {.layout = layout, .pages = pages, .plan = plan};
    foot.leading = layout->leading_notes = g_ptr_array_new();
    foot.trailing = layout->trailing_notes = g_ptr_array_new();
    arena_own(layout->scratch, foot.leading, (GDestroyNotify)g_ptr_array_unref);
    arena_own(layout->scratch, foot.trailing, (GDestroyNotify)g_ptr_array_unref);
    return foot;
}

static Length
lists_height(const Foot *foot, const GPtrArray *lists)
{
    Length height = 0;
    for (guint i = 0; i < lists->len; i++) {
        VItems items = vlist_resolve(lists->pdata[i], foot->layout->scratch);
        height += vlist_size(&items);
    }
    return height;
}

void
foot_measure(Foot *foot)
{
    foot->layout->leading_notes = foot->layout->trailing_notes = NULL;
    const PagePlan *plan = foot->plan;
    gboolean any = foot->leading->len || foot->trailing->len;
    foot->notes_height =
        lists_height(foot, foot->leading) + lists_height(foot, foot->trailing);
    if (foot->pages->notes && plan->note_from < plan->note_to) {
        Length height = notes_part_height(foot->pages->notes, plan->note_from,
                                          plan->note_to, FALSE);
        any |= height > 0;
        foot->notes_height += height;
    }
    if (any)
        foot->height =
            foot->notes_height + pages_separator_height(foot->pages, note_separator);
}

static Area *
add_frame(const Foot *foot, Area *region, const char *name, const PageMaster *master,
          Length y)
{
    Area *area = area_new(foot->layout->document, AREA_REFERENCE, "fo:static-content",
                          region->place);
    area->name = name;
    area->x = master->body_x;
    area->y = master->body_y + y;
    area->width = master->body_width;
    area_append(region, area);
    return area;
}

static Length
place_separator(const Foot *foot, Area *region, const PageMaster *master, Length y,
                const char *name)
{
    Layout *layout = foot->layout;
    const FoNode *content = pages_static_content(foot->pages, name);
    if (!content)
        return 0;
    Frame frame = {.ipd = master->body_width, .artifact = TRUE};
    VList *list = vlist_new(layout->scratch);
    Area *area = add_frame(foot, region, name, master, y);
    area->artifact = layout->artifact = TRUE;
    block_build_children(layout, &frame, content, list);
    area->height = place_all(layout, list, area, 0, 0);
    layout->artifact = FALSE;
    return area->height;
}

Length
foot_place_floats(const Foot *foot, Area *region, const PageMaster *master)
{
    const PagePlan *plan = foot->plan;
    const Notes *notes = foot->pages->notes;
    if (!notes || notes_part_height(notes, plan->note_from, plan->note_to, TRUE) == 0)
        return 0;
    Area *area = add_frame(foot, region, "xsl-before-float", master, 0);
    area->height =
        notes_place(foot->layout, notes, plan->note_from, plan->note_to, TRUE, area, 0);
    return area->height +
           place_separator(foot, region, master, area->height, float_separator);
}

/* What a repeated head of a table cites is no content the second time. */
static Length
place_lists(const Foot *foot, const GPtrArray *lists, Area *area, Length y)
{
    Length height = 0;
    for (guint i = 0; i < lists->len; i++) {
        const VList *list = lists->pdata[i];
        Area *holder = area_new(foot->layout->document, AREA_BLOCK, "fo:footnote-body",
                                area->place);
        holder->y = y + height;
        holder->width = area->width;
        holder->artifact = foot->layout->artifact = TRUE;
        area_append(area, holder);
        holder->height = place_slice(foot->layout, list, 0, list->count, holder, 0, 0);
        foot->layout->artifact = FALSE;
        height += holder->height;
    }
    return height;
}

void
foot_place(Foot *foot, Area *region, const PageMaster *master, Length y)
{
    const PagePlan *plan = foot->plan;
    const Notes *notes = foot->pages->notes;
    const FoNode *kept = notes && plan->note_from < plan->note_to
                             ? notes->kept[plan->note_to - 1]
                             : NULL;
    if (kept)
        diag_report(foot->layout->pass_diag, &kept->place, DIAG_KEEP_BROKEN,
                    "%s past niet bijeen op een pagina en is gebroken",
                    fo_kind_name(kept->kind));
    if (foot->height == 0)
        return;
    y += place_separator(foot, region, master, y, note_separator);
    Area *area = add_frame(foot, region, "xsl-footnote", master, y);
    area->height = place_lists(foot, foot->leading, area, 0);
    if (notes)
        area->height += notes_place(foot->layout, notes, plan->note_from, plan->note_to,
                                    FALSE, area, area->height);
    area->height += place_lists(foot, foot->trailing, area, area->height);
}
