#include "fo/tree.h"

#include <string.h>

static void
append_quoted(GString *string, const char *text, gsize length)
{
    g_string_append_c(string, '"');
    for (const char *c = text; c < text + length; c++) {
        if (*c == '\n')
            g_string_append(string, "\\n");
        else if (*c == '"' || *c == '\\')
            g_string_append_printf(string, "\\%c", *c);
        else
            g_string_append_c(string, *c);
    }
    g_string_append_c(string, '"');
}

static void
append_number(GString *string, double number)
{
    char buffer[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(buffer, sizeof buffer, "%.4f", number);
    gsize length = strlen(buffer);
    while (buffer[length - 1] == '0')
        length--;
    length -= buffer[length - 1] == '.';
    g_string_append_len(string, buffer, (gssize)length);
}

/* "12.5pt", "50%", "100%-12pt", "proportional-column-width(2)". */
static void
append_length(GString *string, const FoValue *value)
{
    if (value->percent != 0) {
        append_number(string, value->percent);
        g_string_append_c(string, '%');
    }
    if (value->proportion != 0) {
        g_string_append(string, "proportional-column-width(");
        append_number(string, value->proportion);
        g_string_append_c(string, ')');
    }
    gboolean is_alone = value->percent == 0 && value->proportion == 0;
    if (value->fixed == 0 && !is_alone)
        return;
    if (!is_alone && value->fixed > 0)
        g_string_append_c(string, '+');
    length_append(string, value->fixed);
    g_string_append(string, "pt");
}

static void
append_value(GString *string, const FoValue *value)
{
    const FoColour *colour = &value->colour;
    switch ((FoValueKind)value->kind) {
    case FO_VALUE_ENUM:
        g_string_append(string, fo_enum_name(value->keyword));
        break;
    case FO_VALUE_LENGTH:
        append_length(string, value);
        break;
    case FO_VALUE_NUMBER:
        append_number(string, value->number);
        break;
    case FO_VALUE_COLOUR:
        g_string_append_printf(string, "#%02x%02x%02x", colour->red, colour->green,
                               colour->blue);
        if (colour->alpha != 255)
            g_string_append_printf(string, "%02x", colour->alpha);
        break;
    case FO_VALUE_STRING:
        append_quoted(string, value->string, strlen(value->string));
        break;
    }
}

static void
append_place(GString *string, const Place *place)
{
    if (!place->file)
        return;
    g_string_append_printf(string, " (%s", place->file);
    if (place->line > 0)
        g_string_append_printf(string, ":%d", place->line);
    g_string_append_c(string, ')');
}

/* The number of components from property on that are specified and the same, where they are
 * all that have a length or strength: "space-before"; else 1. */
static int
equal_components(const FoNode *node, FoProperty property)
{
    const char *name = fo_property_name(property);
    const char *point = strchr(name, '.');
    if (!point)
        return 1;
    gsize head = (gsize)(point - name) + 1;
    if (property > 0 && strncmp(fo_property_name(property - 1), name, head) == 0)
        return 1;
    int count = 1;
    for (int next = (int)property + 1; next < PROP_COUNT; next++, count++) {
        const char *other = fo_property_name((FoProperty)next);
        const FoValue *value = fo_value(node, (FoProperty)next);
        if (strncmp(other, name, head) != 0 ||
            strcmp(other + head, "conditionality") == 0)
            break;
        if (!value->specified || !style_values_equal(value, fo_value(node, property)))
            return 1;
    }
    return count;
}

static void
append_properties(GString *string, const FoNode *node)
{
    for (int i = PROP_ID + 1; i < PROP_COUNT; i++) {
        FoProperty property = (FoProperty)i;
        if (!fo_value(node, property)->specified)
            continue;
        const char *name = fo_property_name(property);
        int count = equal_components(node, property);
        gsize length = count > 1 ? strcspn(name, ".") : strlen(name);
        g_string_append_printf(string, " %.*s=", (int)length, name);
        append_value(string, fo_value(node, property));
        i += count - 1;
    }
}

static void
append_node(GString *string, const FoNode *node, int depth)
{
    enum { INDENT_MAX = 40 };
    for (int i = 0; i < MIN(depth, INDENT_MAX); i++)
        g_string_append(string, "  ");
    if (node->kind == FO_TEXT || node->kind == FO_FOREIGN) {
        append_quoted(string, node->text, (gsize)node->length);
        g_string_append_c(string, '\n');
        return;
    }
    g_string_append(string, fo_kind_name(node->kind));
    const char *id = fo_string(node, PROP_ID);
    if (id)
        g_string_append_printf(string, " id=%s", id);
    append_place(string, &node->place);
    append_properties(string, node);
    g_string_append_c(string, '\n');
}

char *
fo_dump(const FoTree *tree)
{
    GString *string = g_string_new(NULL);
    const FoNode *node = tree->root;
    int depth = 0;
    for (;;) {
        append_node(string, node, depth);
        if (node->first) {
            node = node->first;
            depth++;
            continue;
        }
        while (node != tree->root && !node->next) {
            node = node->parent;
            depth--;
        }
        if (node == tree->root)
            return g_string_free(string, FALSE);
        node = node->next;
    }
}
