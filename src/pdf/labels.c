#include "pdf/parts.h"

#include <string.h>

/* A page label: a prefix, then a number in a style; style 0: the prefix alone. */
typedef struct Label {
    char *prefix;
    char style; /* ISO 32000-1, table 159: D, R, r, A, a */
    int number;
} Label;

static char *
roman(int number, gboolean upper)
{
    static const struct {
        int value;
        const char *digits;
    } steps[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                 {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                 {5, "v"},    {4, "iv"},   {1, "i"}};
    GString *digits = g_string_new(NULL);
    for (guint i = 0; i < G_N_ELEMENTS(steps); i++)
        for (; number >= steps[i].value; number -= steps[i].value)
            g_string_append(digits, steps[i].digits);
    if (upper)
        g_string_ascii_up(digits);
    return g_string_free(digits, FALSE);
}

/* A to Z, then AA to ZZ, …: the letter repeated. */
static char *
letters(int number, char first)
{
    return g_strnfill((gsize)(number - 1) / 26 + 1, (char)(first + (number - 1) % 26));
}

/* The number as a reader writes it in that style, or NULL where none would. */
static char *
in_style(int number, char style)
{
    if (style == 'D')
        return g_strdup_printf("%d", number);
    if (number < 1 || number > 3999)
        return NULL;
    if (style == 'R' || style == 'r')
        return roman(number, style == 'R');
    return letters(number, style);
}

/* Whether label ends in end, and end is no part of a word or number before it. */
static gboolean
ends_in(const char *label, const char *end)
{
    if (!g_str_has_suffix(label, end))
        return FALSE;
    gsize prefix = strlen(label) - strlen(end);
    return prefix == 0 || !g_ascii_isalnum(label[prefix - 1]);
}

/* label is the page's number in some style behind some prefix, or just words. */
static Label
parse_label(const char *label, int number)
{
    static const char styles[] = "DrRaA";
    for (const char *style = styles; number > 0 && *style; style++) {
        g_autofree char *end = in_style(number, *style);
        if (end && ends_in(label, end))
            return (Label){g_strndup(label, strlen(label) - strlen(end)), *style,
                           number};
    }
    return (Label){g_strdup(label), 0, 0};
}

static Label
label_of(const Area *page)
{
    g_autofree char *number = g_strdup_printf("%d", page->u.page.number);
    return parse_label(page->u.page.label ? page->u.page.label : number,
                       page->u.page.number);
}

static gboolean
goes_on(const Label *previous, const Label *label)
{
    return label->style && previous->style == label->style &&
           label->number == previous->number + 1 &&
           strcmp(previous->prefix, label->prefix) == 0;
}

static void
put_label(GString *out, const Label *label)
{
    g_string_append(out, "<<");
    if (*label->prefix)
        put_text_entry(out, "/P", label->prefix);
    if (label->style) {
        g_string_append(out, "/S/");
        g_string_append_c(out, label->style);
        if (label->number != 1) {
            g_string_append(out, "/St");
            put_integer(out, label->number);
        }
    }
    g_string_append(out, ">>");
}

void
labels_write(const Pdf *pdf)
{
    GString *out = pdf->catalog;
    g_string_append(out, "/PageLabels<</Nums[");
    Label previous = {NULL, 0, 0};
    for (int i = 0; i < pdf->page_count; i++) {
        Label label = label_of(g_ptr_array_index(pdf->document->pages, (guint)i));
        if (i == 0 || !goes_on(&previous, &label)) {
            put_integer(out, i);
            put_label(out, &label);
        }
        g_free(previous.prefix);
        previous = label;
    }
    g_free(previous.prefix);
    g_string_append(out, "]>>");
}
