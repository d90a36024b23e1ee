#include "inspect/inspection.h"

#include <string.h>

/* ISO 15930-7, 6.17 and 6.18: nothing moves, and nothing lies over what is printed. */
static void
check_page(Inspection *inspection, int index)
{
    const Value *page = g_array_index(inspection->pages, Page, (guint)index).value;
    const Value *list = value_get(page, "Annots");
    for (guint i = 0; i < value_count_items(list); i++) {
        const char *kind = value_name(value_get(value_item(list, i), "Subtype"));
        if (g_strcmp0(kind, "PrinterMark") != 0 && g_strcmp0(kind, "TrapNet") != 0)
            finding(inspection, DIAG_PDF_PRESS_ANNOTATION, index, page,
                    "op de bladzijde ligt een annotatie");
    }
}

void
check_press(Inspection *inspection)
{
    for (int i = 0; i < (int)inspection->pages->len; i++)
        check_page(inspection, i);
    if (value_has(inspection->root, "OpenAction") ||
        value_has(inspection->root, "AcroForm"))
        finding(inspection, DIAG_PDF_PRESS_ANNOTATION, -1, inspection->root,
                "het bestand doet iets als het opengaat, of heeft een formulier");
}
