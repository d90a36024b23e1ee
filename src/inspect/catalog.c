#include "inspect/inspection.h"

#include <string.h>

/* PDF/UA-1, 7.1; PDF/A-2, 6.7.2. */
static void
check_marked(Inspection *inspection)
{
    const Value *root = inspection->root, *info = value_get(root, "MarkInfo");
    if (!value_is_true(value_get(info, "Marked")))
        finding(inspection, DIAG_PDF_MARKED, -1, root,
                "het document zegt niet dat het een structuur heeft");
    if (value_is_true(value_get(info, "Suspects")))
        finding(inspection, DIAG_PDF_SUSPECTS, -1, root,
                "het document zegt dat zijn structuur twijfelachtig is");
    if (!value_is_true(
            value_get(value_get(root, "ViewerPreferences"), "DisplayDocTitle")))
        finding(inspection, DIAG_PDF_TITLE_BAR, -1, root,
                "in de balk van het venster staat de naam van het bestand");
    const Value *language = value_get(root, "Lang");
    if (language->kind != VALUE_STRING || language->count == 0)
        finding(inspection, DIAG_PDF_LANGUAGE_MISSING, -1, root,
                "het document zegt niet in welke taal het is");
    if (!value_has(root, "Metadata"))
        finding(inspection, DIAG_PDF_XMP_MISSING, -1, root,
                "het document heeft geen metadata");
}

/* PDF/A-2, 6.4.2, 6.10, 6.11 and 6.1.12. */
static void
check_extras(Inspection *inspection)
{
    const Value *root = inspection->root;
    if (value_has(root, "Requirements"))
        finding(inspection, DIAG_PDF_REQUIREMENTS, -1, root,
                "het document stelt eisen aan de lezer");
    if (value_has(value_get(root, "Names"), "AlternatePresentations"))
        finding(inspection, DIAG_PDF_PRESENTATION, -1, root,
                "het document heeft andere vertoningen");
    const Value *permissions = value_get(root, "Perms");
    for (guint i = 0; permissions->kind == VALUE_DICTIONARY && i < permissions->count;
         i++)
        if (strcmp(permissions->u.entries[i].key, "UR3") != 0 &&
            strcmp(permissions->u.entries[i].key, "DocMDP") != 0)
            finding(inspection, DIAG_PDF_PERMISSIONS, -1, permissions,
                    "het document geeft een recht dat PDF/A niet kent");
}

/* PDF/UA-1, 7.10; PDF/A-2, 6.9. groups: all that there are. */
static void
check_layer_view(Inspection *inspection, const Value *view, const Value *groups,
                 GHashTable *names)
{
    g_autofree char *name = value_text(value_get(view, "Name"));
    if (!name || !*name)
        finding(inspection, DIAG_PDF_LAYER, -1, view, "een lagenkeuze heeft geen naam");
    else if (!g_hash_table_add(names, g_steal_pointer(&name)))
        finding(inspection, DIAG_PDF_LAYER, -1, view,
                "twee lagenkeuzen heten hetzelfde");
    if (value_has(view, "AS"))
        finding(inspection, DIAG_PDF_LAYER, -1, view, "een lagenkeuze wisselt vanzelf");
    const Value *order = value_get(view, "Order");
    if (order->kind != VALUE_NULL &&
        value_count_items(order) < value_count_items(groups))
        finding(inspection, DIAG_PDF_LAYER, -1, view,
                "de volgorde van de lagen noemt niet alle lagen");
}

static void
check_layers(Inspection *inspection)
{
    const Value *layers = value_get(inspection->root, "OCProperties");
    if (layers->kind != VALUE_DICTIONARY)
        return;
    g_autoptr(GHashTable) names =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    const Value *groups = value_get(layers, "OCGs"),
                *more = value_get(layers, "Configs");
    check_layer_view(inspection, value_get(layers, "D"), groups, names);
    for (guint i = 0; i < value_count_items(more); i++)
        check_layer_view(inspection, value_item(more, i), groups, names);
}

/* PDF/UA-1, 7.11; PDF/A-2, 6.8: what is embedded has a name, and in PDF/A-2 is PDF/A too. */
static void
check_embedded(Inspection *inspection, const Value *file)
{
    const Value *streams = value_get(file, "EF");
    if (streams->kind != VALUE_DICTIONARY)
        return;
    if (!value_has(file, "F") || !value_has(file, "UF"))
        finding(inspection, DIAG_PDF_EMBEDDED, -1, file,
                "een ingesloten bestand heeft geen F en UF");
    gsize length;
    g_autofree char *bytes =
        objects_data(inspection->objects, value_get(streams, "F"), &length);
    if (!strstr(inspection->result->claims, "PDF/A-2"))
        return;
    if (!bytes || !g_str_has_prefix(bytes, "%PDF-"))
        finding(inspection, DIAG_PDF_EMBEDDED, -1, file,
                "een ingesloten bestand is zelf geen PDF/A");
}

void
check_catalog(Inspection *inspection)
{
    check_marked(inspection);
    check_extras(inspection);
    check_layers(inspection);
    for (guint i = 0; i < inspection->objects->all->len; i++)
        check_embedded(inspection, inspection->objects->all->pdata[i]);
}
