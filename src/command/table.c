#include "command/table.h"
#include "base/diag.h"
#include "base/markup.h"

#include <string.h>

static int
compare_names(gconstpointer a, gconstpointer b)
{
    const DiagKind *const *one = a, *const *other = b;
    return strcmp((*one)->name, (*other)->name);
}

static void
add_sentence(Markup *markup, const char *name, const char *text)
{
    markup_open(markup, name);
    markup_text(markup, text, -1);
    markup_close(markup);
}

char *
table_of_messages(void)
{
    static const char *const severities[] = {"opmerking", "waarschuwing", "fout"};
    g_autoptr(GPtrArray) kinds = g_ptr_array_new();
    for (int code = 0; code < DIAG_CODE_COUNT; code++)
        g_ptr_array_add(kinds, (gpointer)diag_kind((DiagCode)code));
    g_ptr_array_sort(kinds, compare_names);
    Markup *markup = markup_new();
    markup_open(markup, "meldingen");
    for (guint i = 0; i < kinds->len; i++) {
        const DiagKind *kind = kinds->pdata[i];
        markup_open(markup, "melding");
        markup_attribute(markup, "naam", kind->name);
        markup_attribute(markup, "ernst", severities[kind->severity]);
        add_sentence(markup, "oorzaak", kind->cause);
        add_sentence(markup, "remedie", kind->remedy);
        markup_close(markup);
    }
    return markup_finish(markup);
}
