#include "xml/transform.h"

#include <libexslt/exslt.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <stdarg.h>

struct XmlStylesheet {
    xsltStylesheet *compiled;
    xsltSecurityPrefs *security;
    char *path;
};

static void
collect(void *data, const char *format, ...) G_GNUC_PRINTF(2, 3);

static void
collect(void *data, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_string_append_vprintf(data, format, arguments);
    va_end(arguments);
}

static void
collect_structured(void *data, xmlError *error)
{
    g_string_append_printf(data, "%s:%d: %s", error->file ? error->file : "?",
                           error->line, error->message ? error->message : "?\n");
}

static xsltSecurityPrefs *
security_new(void)
{
    xsltSecurityPrefs *security = xsltNewSecurityPrefs();
    static const xsltSecurityOption forbidden[] = {
        XSLT_SECPREF_WRITE_FILE, XSLT_SECPREF_CREATE_DIRECTORY,
        XSLT_SECPREF_READ_NETWORK, XSLT_SECPREF_WRITE_NETWORK};
    for (gsize i = 0; i < G_N_ELEMENTS(forbidden); i++)
        xsltSetSecurityPrefs(security, forbidden[i], xsltSecurityForbid);
    return security;
}

XmlStylesheet *
xml_stylesheet_new(const char *path, GError **error)
{
    exsltRegisterAll();
    g_autoptr(GString) faults = g_string_new(NULL);
    xsltSetGenericErrorFunc(faults, collect);
    xmlSetStructuredErrorFunc(faults, collect_structured);
    xsltStylesheet *compiled = xsltParseStylesheetFile((const xmlChar *)path);
    xmlSetStructuredErrorFunc(NULL, NULL);
    xsltSetGenericErrorFunc(NULL, NULL);
    if (!compiled || compiled->errors) {
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                    "het stijlblad “%s” is niet bruikbaar: %s", path,
                    g_strchomp(faults->str));
        xsltFreeStylesheet(compiled);
        return NULL;
    }
    XmlStylesheet *stylesheet = g_new0(XmlStylesheet, 1);
    stylesheet->compiled = compiled;
    stylesheet->security = security_new();
    stylesheet->path = g_strdup(path);
    return stylesheet;
}

void
xml_stylesheet_free(XmlStylesheet *stylesheet)
{
    if (!stylesheet)
        return;
    xsltFreeStylesheet(stylesheet->compiled);
    xsltFreeSecurityPrefs(stylesheet->security);
    g_free(stylesheet->path);
    g_free(stylesheet);
}

static void
set_parameters(xsltTransformContext *context, const char *const *parameters)
{
    for (; parameters && parameters[0]; parameters += 2)
        xsltQuoteOneUserParam(context, (const xmlChar *)parameters[0],
                              (const xmlChar *)parameters[1]);
}

xmlDoc *
xml_transform(const XmlStylesheet *stylesheet, xmlDoc *document,
              const char *const *parameters, GError **error)
{
    g_autoptr(GString) faults = g_string_new(NULL);
    xsltTransformContext *context =
        xsltNewTransformContext(stylesheet->compiled, document);
    xsltSetTransformErrorFunc(context, faults, collect);
    xsltSetCtxtSecurityPrefs(stylesheet->security, context);
    set_parameters(context, parameters);
    xmlDoc *result = xsltApplyStylesheetUser(stylesheet->compiled, document, NULL, NULL,
                                             NULL, context);
    gboolean failed = !result || context->state != XSLT_STATE_OK || faults->len > 0;
    xsltFreeTransformContext(context);
    if (!failed)
        return result;
    if (result)
        xmlFreeDoc(result);
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
                "het stijlblad “%s” gaf een fout: %s", stylesheet->path,
                faults->len ? g_strchomp(faults->str) : "geen uitvoer");
    return NULL;
}
