#include "content/score.h"
#include "xml/read.h"

#include <string.h>

int
score_value(const Audit *audit, const Question *question)
{
    const AuditItem *item = audit ? audit_item(audit, question) : NULL;
    return item ? item->answer->value : QUESTION_NO_VALUE;
}

typedef struct Sum {
    AuditScore score;
    gint64 weights, values;
} Sum;

static void
add_question(Sum *sum, const Audit *audit, const Question *question)
{
    const AuditItem *item = audit_item(audit, question);
    if (!item && !question_is_for(question, audit->kind))
        return;
    sum->score.asked++;
    if (!item) {
        sum->score.open++;
        return;
    }
    int value = item->answer->value;
    if (value == QUESTION_NO_VALUE) {
        sum->score.aside++;
        return;
    }
    sum->score.counted++;
    sum->score.unmet += value <= SCORE_UNMET;
    sum->weights += item->weight;
    sum->values += (gint64)item->weight * value;
}

static void
add_section(Sum *sum, const Audit *audit, const QuestionSection *section)
{
    for (guint i = 0; i < section->questions->len; i++)
        add_question(sum, audit, section->questions->pdata[i]);
}

static AuditScore
finish(Sum *sum)
{
    sum->score.weighted =
        sum->weights ? (int)((2 * sum->values + sum->weights) / (2 * sum->weights))
                     : QUESTION_NO_VALUE;
    return sum->score;
}

AuditScore
score_section(const Audit *audit, const QuestionSection *section)
{
    Sum sum = {0};
    add_section(&sum, audit, section);
    return finish(&sum);
}

AuditScore
score_theme(const Audit *audit, const ContentNode *theme)
{
    Sum sum = {0};
    const GPtrArray *sections = audit->questions->sections;
    for (guint i = 0; i < sections->len; i++) {
        const QuestionSection *section = sections->pdata[i];
        if (!theme || section->theme == theme)
            add_section(&sum, audit, section);
    }
    return finish(&sum);
}

int
score_change(int before, int now)
{
    return before == QUESTION_NO_VALUE || now == QUESTION_NO_VALUE ? 0 : now - before;
}

static gboolean
is_statuut(const ContentNode *node)
{
    return strcmp(node->part->id, "statuut") == 0;
}

static gboolean
is_competence(const ContentNode *node)
{
    return g_str_has_prefix(node->part->id, "profiel");
}

static const ContentNode *
other_end(const LinkEnd *end)
{
    return end->back ? end->link->from : end->link->to;
}

static void
add_links(const Linkbase *linkbase, const ContentNode *node, gboolean statuut,
          GArray *found)
{
    const GArray *ends = linkbase_ends(linkbase, node);
    for (guint i = 0; ends && i < ends->len; i++) {
        LinkEnd end = g_array_index(ends, LinkEnd, i);
        const ContentNode *other = other_end(&end);
        if (statuut ? is_statuut(other) : is_competence(other))
            g_array_append_val(found, end);
    }
}

/* The node around node that can be cited, within its section; NULL above that. */
static const ContentNode *
node_around(const Linkbase *linkbase, const ContentNode *node)
{
    const xmlNode *element = node->element;
    while (!xml_is(element, "sectie") && element->parent &&
           element->parent->type == XML_ELEMENT_NODE) {
        element = element->parent;
        g_autofree char *id = xml_attribute(element, "id");
        const ContentNode *around = collection_lookup(linkbase->collection, id);
        if (around)
            return around;
    }
    return NULL;
}

GArray *
score_links(const Linkbase *linkbase, const Question *question, gboolean statuut)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(LinkEnd));
    add_links(linkbase, question->node, statuut, found);
    for (const ContentNode *const *node = question->covers; *node; node++)
        add_links(linkbase, *node, statuut, found);
    const ContentNode *node = question->node;
    while (found->len == 0 && (node = node_around(linkbase, node)))
        add_links(linkbase, node, statuut, found);
    return found;
}

typedef struct Pressing {
    const AuditItem *item;
    int lack;     /* weight times what lacks */
    int worsened; /* since the previous audit */
    int links;
    int order;
} Pressing;

static Pressing
press(const AuditItem *item, const Audit *previous, const Linkbase *linkbase, int order)
{
    int value = item->answer->value;
    Pressing pressing = {.item = item, .order = order};
    pressing.lack = item->weight * (100 - value);
    pressing.worsened = -score_change(score_value(previous, item->question), value);
    pressing.worsened = MAX(pressing.worsened, 0);
    for (int statuut = 0; statuut < 2; statuut++) {
        GArray *links = score_links(linkbase, item->question, statuut);
        pressing.links += (int)links->len;
        g_array_unref(links);
    }
    return pressing;
}

static int
compare_pressing(gconstpointer a, gconstpointer b)
{
    const Pressing *one = a, *two = b;
    int scales = (int)one->item->question->section->scale -
                 (int)two->item->question->section->scale;
    if (one->lack != two->lack)
        return two->lack - one->lack;
    if (one->worsened != two->worsened)
        return two->worsened - one->worsened;
    if (scales)
        return scales;
    if (one->links != two->links)
        return two->links - one->links;
    return one->order - two->order;
}

GPtrArray *
score_pressing(const Audit *audit, const Audit *previous, const Linkbase *linkbase)
{
    GArray *all = g_array_new(FALSE, FALSE, sizeof(Pressing));
    for (guint i = 0; i < audit->items->len; i++) {
        const AuditItem *item = audit->items->pdata[i];
        int value = item->answer->value;
        if (value == QUESTION_NO_VALUE || value > SCORE_UNMET)
            continue;
        Pressing pressing = press(item, previous, linkbase, (int)i);
        g_array_append_val(all, pressing);
    }
    g_array_sort(all, compare_pressing);
    GPtrArray *items = g_ptr_array_new();
    for (guint i = 0; i < all->len; i++)
        g_ptr_array_add(items, (gpointer)g_array_index(all, Pressing, i).item);
    g_array_unref(all);
    return items;
}
