#include "base/markup.h"

#include <string.h>

typedef struct Element {
    char *name;
    gboolean filled; /* has content */
    gboolean mixed;  /* has text: white space inside would be content */
} Element;

struct Markup {
    GString *string;
    GArray *open;    /* Element, the innermost last */
    gboolean in_tag; /* "<name" is written, its ">" is not */
};

Markup *
markup_new(void)
{
    Markup *markup = g_new0(Markup, 1);
    markup->string = g_string_new(NULL);
    markup->open = g_array_new(FALSE, TRUE, sizeof(Element));
    return markup;
}

static Element *
innermost(Markup *markup)
{
    guint depth = markup->open->len;
    return depth > 0 ? &g_array_index(markup->open, Element, depth - 1) : NULL;
}

static void
new_line(Markup *markup)
{
    if (markup->string->len > 0)
        g_string_append_c(markup->string, '\n');
    for (guint i = 0; i < markup->open->len; i++)
        g_string_append(markup->string, "  ");
}

static void
close_tag(Markup *markup)
{
    if (markup->in_tag)
        g_string_append_c(markup->string, '>');
    markup->in_tag = FALSE;
}

void
markup_open(Markup *markup, const char *name)
{
    close_tag(markup);
    Element *parent = innermost(markup);
    Element element = {g_strdup(name), FALSE, parent && parent->mixed};
    if (!element.mixed)
        new_line(markup);
    if (parent)
        parent->filled = TRUE;
    g_string_append_printf(markup->string, "<%s", name);
    g_array_append_val(markup->open, element);
    markup->in_tag = TRUE;
}

void
markup_close(Markup *markup)
{
    g_assert(markup->open->len > 0);
    Element element = *innermost(markup);
    g_array_set_size(markup->open, markup->open->len - 1);
    if (element.filled && !element.mixed)
        new_line(markup);
    if (element.filled)
        g_string_append_printf(markup->string, "</%s>", element.name);
    else
        g_string_append(markup->string, "/>");
    markup->in_tag = FALSE;
    g_free(element.name);
}

char *
markup_finish(Markup *markup)
{
    while (markup->open->len > 0)
        markup_close(markup);
    if (markup->string->len > 0)
        g_string_append_c(markup->string, '\n');
    char *text = g_string_free(markup->string, FALSE);
    g_array_unref(markup->open);
    g_free(markup);
    return text;
}

/* XML 1.0, production 2. */
static gboolean
is_allowed(gunichar c)
{
    return c == 0x9 || c == 0xA || c == 0xD ||
           (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

static const char *
reference(gunichar c, gboolean in_value)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '\r':
        return "&#13;";
    case '"':
        return in_value ? "&quot;" : NULL;
    case '\n':
        return in_value ? "&#10;" : NULL;
    case '\t':
        return in_value ? "&#9;" : NULL;
    default:
        return NULL;
    }
}

static void
escape(GString *string, const char *text, gssize length, gboolean in_value)
{
    const char *end = text + (length < 0 ? (gssize)strlen(text) : length);
    while (text < end) {
        gunichar c = g_utf8_get_char_validated(text, end - text);
        gboolean valid = c != (gunichar)-1 && c != (gunichar)-2;
        const char *next = valid && c != 0 ? g_utf8_next_char(text) : text + 1;
        const char *replacement = reference(c, in_value);
        if (!valid || !is_allowed(c))
            g_string_append(string, "\xEF\xBF\xBD");
        else if (replacement)
            g_string_append(string, replacement);
        else
            g_string_append_len(string, text, next - text);
        text = next;
    }
}

void
markup_escape(GString *string, const char *text, gssize length)
{
    escape(string, text, length, TRUE);
}

void
markup_attribute(Markup *markup, const char *name, const char *value)
{
    g_assert(markup->in_tag);
    if (!value)
        return;
    g_string_append_printf(markup->string, " %s=\"", name);
    escape(markup->string, value, -1, TRUE);
    g_string_append_c(markup->string, '"');
}

void
markup_attribute_length(Markup *markup, const char *name, Length value)
{
    g_assert(markup->in_tag);
    g_string_append_printf(markup->string, " %s=\"", name);
    length_append(markup->string, value);
    g_string_append_c(markup->string, '"');
}

void
markup_attribute_printf(Markup *markup, const char *name, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *value = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    markup_attribute(markup, name, value);
}

void
markup_text(Markup *markup, const char *text, gssize length)
{
    g_assert(markup->open->len > 0);
    close_tag(markup);
    innermost(markup)->filled = innermost(markup)->mixed = TRUE;
    escape(markup->string, text, length, FALSE);
}
