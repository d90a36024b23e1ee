#include "pdf/parts.h"
#include "pdf/xmp.h"

#include <string.h>

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
write_xmp(const Pdf *pdf, const Metadata *metadata)
{
    XmpClaims claims = {.archive = pdf->options->archive,
                        .accessible = pdf->options->accessible};
    g_autofree char *packet = xmp_packet(metadata, &claims);
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
