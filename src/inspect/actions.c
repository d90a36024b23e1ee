#include "inspect/inspection.h"

#include <string.h>

/* PDF/A-2, 6.5.1: what a reader may do by itself or when it is asked. */
static void
check_action(Inspection *inspection, const Value *action)
{
    static const char *const allowed[] = {"GoTo", "GoToR", "GoToE",      "Thread",
                                          "URI",  "Named", "SubmitForm", NULL};
    static const char *const moves[] = {"NextPage", "PrevPage", "FirstPage", "LastPage",
                                        NULL};
    const char *kind = value_name(value_get(action, "S"));
    if (!kind)
        return;
    if (!is_among(kind, allowed))
        finding(inspection, DIAG_PDF_ACTION, -1, action, "een opdracht van de soort %s",
                kind);
    else if (strcmp(kind, "Named") == 0 &&
             !is_among(value_name(value_get(action, "N")), moves))
        finding(inspection, DIAG_PDF_ACTION, -1, action,
                "een opdracht die niet bladert");
    const Value *uri = value_get(action, "URI");
    if (strcmp(kind, "URI") == 0 && (uri->kind != VALUE_STRING || uri->count == 0))
        finding(inspection, DIAG_PDF_LINK_NOWHERE, -1, action, "een adres ontbreekt");
}

/* PDF/A-2, 6.5.2 and 6.4.1: nothing happens by itself. */
static void
check_automatic(Inspection *inspection, const Value *owner)
{
    const Value *actions = value_get(owner, "AA");
    if (actions->kind == VALUE_NULL)
        return;
    finding(inspection, DIAG_PDF_ACTION_AUTOMATIC, page_index(inspection, owner), owner,
            "doet iets vanzelf");
    if (actions->kind == VALUE_DICTIONARY)
        for (guint i = 0; i < actions->count; i++)
            check_action(inspection, value_resolve(actions->u.entries[i].value));
}

static void
walk(Inspection *inspection, const Value *value)
{
    if (value->kind == VALUE_ARRAY) {
        for (guint i = 0; i < value->count; i++)
            walk(inspection, value->u.items[i]);
        return;
    }
    if (value->kind != VALUE_DICTIONARY && value->kind != VALUE_STREAM)
        return;
    static const char *const keys[] = {"A", "PA", "OpenAction"};
    for (guint i = 0; i < G_N_ELEMENTS(keys); i++)
        check_action(inspection, value_get(value, keys[i]));
    const Value *next = value_get(value, "Next");
    if (value_name(value_get(value, "S")))
        for (guint i = 0; i < value_count_items(next); i++)
            check_action(inspection, value_item(next, i));
    check_automatic(inspection, value);
    for (guint i = 0; i < value->count; i++)
        walk(inspection, value->u.entries[i].value);
}

void
check_actions(Inspection *inspection)
{
    for (guint i = 0; i < inspection->objects->all->len; i++)
        walk(inspection, inspection->objects->all->pdata[i]);
    const Value *names = value_get(inspection->root, "Names");
    if (value_has(names, "JavaScript"))
        finding(inspection, DIAG_PDF_ACTION, -1, inspection->root,
                "het document heeft programma's (JavaScript)");
}
