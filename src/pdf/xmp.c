#include "pdf/xmp.h"
#include "base/markup.h"

#include <string.h>

#define NAMESPACE_RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define NAMESPACE_PDFUAID "http://www.aiim.org/pdfua/ns/id/"

void
metadata_clear(Metadata *metadata)
{
    g_free(metadata->title);
    g_free(metadata->author);
    g_free(metadata->subject);
    g_free(metadata->keywords);
    g_free(metadata->creator);
    g_free(metadata->producer);
    g_free(metadata->language);
    g_free(metadata->date);
}

static void
leaf(Markup *markup, const char *name, const char *text)
{
    if (!text)
        return;
    markup_open(markup, name);
    markup_text(markup, text, -1);
    markup_close(markup);
}

/* A property that XMP holds as a list of one: rdf:Seq, rdf:Bag, or rdf:Alt by language. */
static void
list_of_one(Markup *markup, const char *name, const char *list, const char *text)
{
    if (!text)
        return;
    markup_open(markup, name);
    markup_open(markup, list);
    markup_open(markup, "rdf:li");
    if (strcmp(list, "rdf:Alt") == 0)
        markup_attribute(markup, "xml:lang", "x-default");
    markup_text(markup, text, -1);
    markup_close(markup);
    markup_close(markup);
    markup_close(markup);
}

static void
open_description(Markup *markup)
{
    markup_open(markup, "rdf:Description");
    markup_attribute(markup, "rdf:about", "");
}

static void
open_resource(Markup *markup)
{
    markup_open(markup, "rdf:li");
    markup_attribute(markup, "rdf:parseType", "Resource");
}

/* PDF/A-2, 6.6.2.3: what is not of PDF/A itself is to be explained. */
static void
explain_pdfuaid(Markup *markup)
{
    open_description(markup);
    markup_attribute(markup, "xmlns:pdfaExtension",
                     "http://www.aiim.org/pdfa/ns/extension/");
    markup_attribute(markup, "xmlns:pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#");
    markup_attribute(markup, "xmlns:pdfaProperty",
                     "http://www.aiim.org/pdfa/ns/property#");
    markup_open(markup, "pdfaExtension:schemas");
    markup_open(markup, "rdf:Bag");
    open_resource(markup);
    leaf(markup, "pdfaSchema:schema", "PDF/UA Universal Accessibility Schema");
    leaf(markup, "pdfaSchema:namespaceURI", NAMESPACE_PDFUAID);
    leaf(markup, "pdfaSchema:prefix", "pdfuaid");
    markup_open(markup, "pdfaSchema:property");
    markup_open(markup, "rdf:Seq");
    open_resource(markup);
    leaf(markup, "pdfaProperty:name", "part");
    leaf(markup, "pdfaProperty:valueType", "Integer");
    leaf(markup, "pdfaProperty:category", "internal");
    leaf(markup, "pdfaProperty:description", "Part of PDF/UA standard");
    for (int i = 0; i < 7; i++)
        markup_close(markup);
}

/* ISO 15930-7, 6.3. */
static void
describe_press(Markup *markup, const char *identifier)
{
    open_description(markup);
    markup_attribute(markup, "xmlns:pdfxid", "http://www.npes.org/pdfx/ns/id/");
    markup_attribute(markup, "xmlns:pdf", "http://ns.adobe.com/pdf/1.3/");
    markup_attribute(markup, "xmlns:xmpMM", "http://ns.adobe.com/xap/1.0/mm/");
    leaf(markup, "pdfxid:GTS_PDFXVersion", "PDF/X-4");
    leaf(markup, "pdf:Trapped", "False");
    leaf(markup, "xmpMM:DocumentID", identifier);
    leaf(markup, "xmpMM:VersionID", "1");
    leaf(markup, "xmpMM:RenditionClass", "default");
    markup_close(markup);
}

static void
describe(Markup *markup, const Metadata *metadata, const XmpClaims *claims)
{
    open_description(markup);
    markup_attribute(markup, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
    markup_attribute(markup, "xmlns:xmp", "http://ns.adobe.com/xap/1.0/");
    markup_attribute(markup, "xmlns:pdf", "http://ns.adobe.com/pdf/1.3/");
    markup_attribute(markup, "xmlns:pdfaid", "http://www.aiim.org/pdfa/ns/id/");
    markup_attribute(markup, "xmlns:pdfuaid", NAMESPACE_PDFUAID);
    leaf(markup, "dc:format", "application/pdf");
    list_of_one(markup, "dc:title", "rdf:Alt", metadata->title);
    list_of_one(markup, "dc:creator", "rdf:Seq", metadata->author);
    list_of_one(markup, "dc:description", "rdf:Alt", metadata->subject);
    list_of_one(markup, "dc:language", "rdf:Bag", metadata->language);
    leaf(markup, "pdf:Keywords", metadata->keywords);
    leaf(markup, "pdf:Producer", metadata->producer);
    leaf(markup, "xmp:CreatorTool", metadata->creator);
    leaf(markup, "xmp:CreateDate", metadata->date);
    leaf(markup, "xmp:ModifyDate", metadata->date);
    leaf(markup, "xmp:MetadataDate", metadata->date);
    if (claims->archive) {
        leaf(markup, "pdfaid:part", "2");
        leaf(markup, "pdfaid:conformance", "A");
    }
    if (claims->accessible)
        leaf(markup, "pdfuaid:part", "1");
    markup_close(markup);
}

char *
xmp_packet(const Metadata *metadata, const XmpClaims *claims)
{
    Markup *markup = markup_new();
    markup_open(markup, "x:xmpmeta");
    markup_attribute(markup, "xmlns:x", "adobe:ns:meta/");
    markup_open(markup, "rdf:RDF");
    markup_attribute(markup, "xmlns:rdf", NAMESPACE_RDF);
    describe(markup, metadata, claims);
    if (claims->press)
        describe_press(markup, claims->press);
    if (claims->archive && claims->accessible)
        explain_pdfuaid(markup);
    g_autofree char *description = markup_finish(markup);
    return g_strconcat(
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n",
        description, "<?xpacket end=\"r\"?>", NULL);
}
