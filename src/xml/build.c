#include "xml/build.h"

xmlNode *
xml_add(xmlNode *parent, const char *name)
{
    xmlNode *element = xmlNewDocNode(parent->doc, NULL, BAD_CAST name, NULL);
    return xmlAddChild(parent, element);
}

static gboolean
is_allowed(gunichar c)
{
    return c >= 0x20 ? c != 0xFFFE && c != 0xFFFF : c == '\t' || c == '\n' || c == '\r';
}

/* NULL where text may stay as it is. */
static char *
allowed(const char *text)
{
    const char *at = text;
    while (*at && is_allowed(g_utf8_get_char(at)))
        at = g_utf8_next_char(at);
    if (!*at)
        return NULL;
    GString *clean = g_string_new(NULL);
    for (at = text; *at; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        g_string_append_unichar(clean, is_allowed(c) ? c : 0xFFFD);
    }
    return g_string_free(clean, FALSE);
}

xmlNode *
xml_add_text(xmlNode *parent, const char *name, const char *text)
{
    xmlNode *element = xml_add(parent, name);
    g_autofree char *clean = allowed(text);
    xmlAddChild(element, xmlNewDocText(parent->doc, BAD_CAST(clean ? clean : text)));
    return element;
}

void
xml_set(xmlNode *element, const char *name, const char *value)
{
    if (!value)
        return;
    g_autofree char *clean = allowed(value);
    xmlNewProp(element, BAD_CAST name, BAD_CAST(clean ? clean : value));
}

void
xml_set_integer(xmlNode *element, const char *name, int value)
{
    char digits[16];
    g_snprintf(digits, sizeof digits, "%d", value);
    xmlNewProp(element, BAD_CAST name, BAD_CAST digits);
}

void
xml_set_number(xmlNode *element, const char *name, double value)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(digits, sizeof digits, "%.2f", value);
    xmlNewProp(element, BAD_CAST name, BAD_CAST digits);
}
