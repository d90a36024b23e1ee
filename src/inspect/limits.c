#include "inspect/inspection.h"

#include <math.h>
#include <string.h>

/* PDF/A-2, 6.1.13. */
enum { LONGEST_STRING = 32767, LONGEST_NAME = 127 };

static const double largest_real = 3.403e38;

/* A language tag as BCP 47 writes it. */
static gboolean
is_language(const char *tag)
{
    int length = 0;
    gboolean first = TRUE;
    for (const char *p = tag;; p++) {
        if (*p == '-' || *p == '\0') {
            if (length < 1 || length > 8)
                return FALSE;
            if (*p == '\0')
                return TRUE;
            length = 0;
            first = FALSE;
        } else if (first ? !g_ascii_isalpha(*p) : !g_ascii_isalnum(*p))
            return FALSE;
        else
            length++;
    }
}

static void
check_language(Inspection *inspection, const Value *value)
{
    g_autofree char *tag = value_text(value);
    if (tag && !is_language(tag))
        finding(inspection, DIAG_PDF_LANGUAGE, -1, value, "“%s” is geen taal", tag);
}

/* PDF/A-2, 6.1.8: the names of fonts, inks and structure types can be read. */
static void
check_name(Inspection *inspection, const Value *value, const char *key)
{
    static const char *const readable[] = {"BaseFont", "FontName", "S", NULL};
    if (value->count > LONGEST_NAME)
        finding(inspection, DIAG_PDF_NAME_LONG, -1, value, "een naam van %u bytes",
                value->count);
    if (is_among(key, readable) && !g_utf8_validate(value->u.text, -1, NULL))
        finding(inspection, DIAG_PDF_NAME_TEXT, -1, value, "%s is geen UTF-8", key);
}

static void
check_scalar(Inspection *inspection, const Value *value, const char *key)
{
    if (value->kind == VALUE_STRING) {
        if (value->count > LONGEST_STRING)
            finding(inspection, DIAG_PDF_STRING_LONG, -1, value,
                    "een tekst van %u bytes", value->count);
        if (g_strcmp0(key, "Lang") == 0)
            check_language(inspection, value);
    } else if (value->kind == VALUE_NAME)
        check_name(inspection, value, key);
    else if (value->kind == VALUE_INTEGER &&
             (value->u.integer > G_MAXINT32 || value->u.integer < G_MININT32))
        finding(inspection, DIAG_PDF_NUMBER, -1, value,
                "het getal %" G_GINT64_FORMAT " is te groot", value->u.integer);
    else if (value->kind == VALUE_REAL && !(fabs(value->u.real) <= largest_real))
        finding(inspection, DIAG_PDF_NUMBER, -1, value, "een getal is te groot");
}

/* PDF/A-2, 6.1.7. */
static void
check_stream(Inspection *inspection, const Value *stream)
{
    static const char *const allowed[] = {"ASCIIHexDecode", "ASCII85Decode",
                                          "FlateDecode",    "RunLengthDecode",
                                          "CCITTFaxDecode", "JBIG2Decode",
                                          "DCTDecode",      "JPXDecode",
                                          "Crypt",          NULL};
    const Value *filters = value_get(stream, "Filter");
    for (guint i = 0; i < value_count_items(filters); i++) {
        const char *name = value_name(value_item(filters, i));
        const Value *parameters = value_item(value_get(stream, "DecodeParms"), i);
        gboolean identity = !value_has(parameters, "Name") ||
                            value_is_name(value_get(parameters, "Name"), "Identity");
        if (!is_among(name, allowed) || (strcmp(name, "Crypt") == 0 && !identity))
            finding(inspection, DIAG_PDF_FILTER, -1, stream,
                    "gegevens zijn ingepakt met %s", name ? name : "iets onbekends");
    }
    if (value_has(stream, "F") || value_has(stream, "FFilter") ||
        value_has(stream, "FDecodeParms"))
        finding(inspection, DIAG_PDF_EXTERNAL, -1, stream,
                "gegevens staan in een ander bestand");
}

static void
walk(Inspection *inspection, const Value *value, const char *key)
{
    if (value->kind == VALUE_ARRAY)
        for (guint i = 0; i < value->count; i++)
            walk(inspection, value->u.items[i], NULL);
    else if (value->kind == VALUE_DICTIONARY || value->kind == VALUE_STREAM)
        for (guint i = 0; i < value->count; i++)
            walk(inspection, value->u.entries[i].value, value->u.entries[i].key);
    else if (value->kind != VALUE_REFERENCE)
        check_scalar(inspection, value, key);
}

void
check_limits(Inspection *inspection)
{
    for (guint i = 0; i < inspection->objects->all->len; i++) {
        const Value *object = inspection->objects->all->pdata[i];
        walk(inspection, object, NULL);
        if (object->kind == VALUE_STREAM)
            check_stream(inspection, object);
    }
}
