#include "command/source.h"
#include "xml/read.h"

#include <string.h>

/* Pairs of a name and a value, borrowed from copies in the arena. NULL with error where one
 * has no "=". */
static const char *const *
split_parameters(Arena *arena, char **parameters, GError **error)
{
    guint count = parameters ? g_strv_length(parameters) : 0;
    const char **pairs = arena_array(arena, const char *, 2 * count + 1);
    for (guint i = 0; i < count; i++) {
        char *name = arena_strdup(arena, parameters[i]);
        char *equals = strchr(name, '=');
        if (!equals || equals == name) {
            g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                        "“%s” is geen parameter: schrijf NAAM=WAARDE", parameters[i]);
            return NULL;
        }
        *equals = '\0';
        pairs[2 * i] = name;
        pairs[2 * i + 1] = equals + 1;
    }
    pairs[2 * count] = NULL;
    return pairs;
}

static xmlDoc *
transform(const Source *source, xmlDoc *document, GError **error)
{
    g_autoptr(Arena) arena = arena_new();
    const char *const *parameters = split_parameters(arena, source->parameters, error);
    g_autoptr(XmlStylesheet) stylesheet =
        parameters ? xml_stylesheet_new(source->stylesheet, error) : NULL;
    xmlDoc *fo =
        stylesheet ? xml_transform(stylesheet, document, parameters, error) : NULL;
    if (fo && !fo->URL)
        fo->URL = xmlStrdup(document->URL);
    return fo;
}

xmlDoc *
source_load(Pipeline *pipeline, const Source *source, GError **error)
{
    xmlDoc *document = xml_read_file(source->input, XML_READ_LARGE, pipeline->diag);
    if (!document || !source->stylesheet)
        return document;
    xmlDoc *fo = transform(source, document, error);
    xmlFreeDoc(document);
    return fo;
}
