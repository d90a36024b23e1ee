#include "base/markup.h"
#include "pdf/parts.h"

#include <string.h>

#define NAMESPACE_RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define NAMESPACE_PDFUAID "http://www.aiim.org/pdfua/ns/id/"

/* What both the info dictionary and XMP say (PDF/A-2, 6.6.3). NULL: not known. */
typedef struct Metadata {
    char *title, *author, *subject, *keywords, *creator, *producer, *language;
    char *date; /* ISO 8601 */
} Metadata;

static char *
clean_or_null(const char *text)
{
    return text && *text ? pdf_clean_text(text) : NULL;
}

/* "2026-11-23T00:00:00Z" and nothing else. */
static gboolean
is_date(const char *date)
{
    static const char pattern[] = "0000-00-00T00:00:00Z";
    for (gsize i = 0; i < sizeof pattern; i++)
        if (pattern[i] == '0' ? !g_ascii_isdigit(date[i]) : date[i] != pattern[i])
            return FALSE;
    return TRUE;
}

/* Who drew the pages, and who finished them. */
static char *
producer_of(const Pdf *pdf)
{
    const char *drawer = qpdf_get_info_key(pdf->qpdf, "/Producer");
    g_autofree char *producer = g_strdup_printf("%s, libqpdf %s", drawer ? drawer : "",
                                                qpdf_get_qpdf_version());
    return pdf_clean_text(producer);
}

static Metadata
metadata_of(const Pdf *pdf)
{
    const AreaDocument *document = pdf->document;
    const char *title =
        document->title && *document->title ? document->title : "Zonder titel";
    const char *language =
        document->language && *document->language ? document->language : "nl-NL";
    const char *date = pdf->options->date;
    Metadata metadata = {
        .title = pdf_clean_text(title),
        .author = clean_or_null(document->author),
        .subject = clean_or_null(document->subject),
        .keywords = clean_or_null(document->keywords),
        .creator = clean_or_null(pdf->options->creator),
        .producer = producer_of(pdf),
        .language = pdf_clean_text(language),
        .date = date && is_date(date) ? g_strdup(date) : NULL,
    };
    return metadata;
}

static void
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

/* ISO 32000-1, 7.9.4. */
static char *
pdf_date(const char *date)
{
    if (!date)
        return NULL;
    return g_strdup_printf("D:%.4s%.2s%.2s%.2s%.2s%.2sZ", date, date + 5, date + 8,
                           date + 11, date + 14, date + 17);
}

/* A dictionary of our own: what cairo wrote in its stead is not to be trusted. */
static void
write_info(const Pdf *pdf, const Metadata *metadata)
{
    g_autofree char *date = pdf_date(metadata->date);
    qpdf_oh info = qpdf_oh_new_dictionary(pdf->qpdf);
    pdf_set_text(pdf, info, "/Title", metadata->title);
    pdf_set_text(pdf, info, "/Author", metadata->author);
    pdf_set_text(pdf, info, "/Subject", metadata->subject);
    pdf_set_text(pdf, info, "/Keywords", metadata->keywords);
    pdf_set_text(pdf, info, "/Creator", metadata->creator);
    pdf_set_text(pdf, info, "/Producer", metadata->producer);
    pdf_set_text(pdf, info, "/CreationDate", date);
    pdf_set_text(pdf, info, "/ModDate", date);
    pdf_set(pdf, qpdf_get_trailer(pdf->qpdf), "/Info",
            qpdf_make_indirect_object(pdf->qpdf, info));
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

static void
describe(Markup *markup, const Metadata *metadata, const PdfOptions *options)
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
    if (options->archive) {
        leaf(markup, "pdfaid:part", "2");
        leaf(markup, "pdfaid:conformance", "A");
    }
    if (options->accessible)
        leaf(markup, "pdfuaid:part", "1");
    markup_close(markup);
}

static void
write_xmp(const Pdf *pdf, const Metadata *metadata)
{
    Markup *markup = markup_new();
    markup_open(markup, "x:xmpmeta");
    markup_attribute(markup, "xmlns:x", "adobe:ns:meta/");
    markup_open(markup, "rdf:RDF");
    markup_attribute(markup, "xmlns:rdf", NAMESPACE_RDF);
    describe(markup, metadata, pdf->options);
    if (pdf->options->archive && pdf->options->accessible)
        explain_pdfuaid(markup);
    g_autofree char *description = markup_finish(markup);
    g_autofree char *packet = g_strconcat(
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n",
        description, "<?xpacket end=\"r\"?>", NULL);
    int stream = pdf_add_stream(pdf, packet, strlen(packet));
    qpdf_oh dictionary = pdf_stream_dictionary(pdf, stream);
    pdf_set_name(pdf, dictionary, "/Type", "Metadata");
    pdf_set_name(pdf, dictionary, "/Subtype", "XML");
    pdf_set(pdf, qpdf_get_root(pdf->qpdf), "/Metadata", pdf_object(pdf, stream));
}

/* PDF/A-2, 6.2.3. */
static void
write_output_intent(const Pdf *pdf)
{
    g_autoptr(GByteArray) profile = profile_srgb();
    int stream = pdf_add_stream(pdf, profile->data, profile->len);
    pdf_set_integer(pdf, pdf_stream_dictionary(pdf, stream), "/N", 3);
    qpdf_oh intent = qpdf_oh_new_dictionary(pdf->qpdf);
    pdf_set_name(pdf, intent, "/Type", "OutputIntent");
    pdf_set_name(pdf, intent, "/S", "GTS_PDFA1");
    pdf_set_text(pdf, intent, "/OutputConditionIdentifier", "sRGB IEC61966-2.1");
    pdf_set_text(pdf, intent, "/Info", "sRGB IEC61966-2.1");
    pdf_set_text(pdf, intent, "/RegistryName", "http://www.color.org");
    pdf_set(pdf, intent, "/DestOutputProfile", pdf_object(pdf, stream));
    pdf_set(pdf, qpdf_get_root(pdf->qpdf), "/OutputIntents",
            qpdf_oh_wrap_in_array(pdf->qpdf, intent));
}

void
metadata_write(const Pdf *pdf)
{
    Metadata metadata = metadata_of(pdf);
    write_info(pdf, &metadata);
    write_xmp(pdf, &metadata);
    if (pdf->options->archive)
        write_output_intent(pdf);
    qpdf_oh root = qpdf_get_root(pdf->qpdf);
    pdf_set(pdf, root, "/Lang", qpdf_oh_new_string(pdf->qpdf, metadata.language));
    pdf_set(pdf, root, "/MarkInfo", qpdf_oh_parse(pdf->qpdf, "<</Marked true>>"));
    pdf_set(pdf, root, "/ViewerPreferences",
            qpdf_oh_parse(pdf->qpdf, "<</DisplayDocTitle true>>"));
    pdf_set_name(pdf, root, "/PageLayout", "OneColumn");
    metadata_clear(&metadata);
}
