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
        .producer = clean_or_null(pdf->options->creator),
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

static void
write_info(Pdf *pdf, const Metadata *metadata)
{
    g_autofree char *date = pdf_date(metadata->date);
    pdf->info = pdf_allocate(pdf);
    GString *out = pdf_begin(pdf, pdf->info);
    g_string_append(out, "<<");
    put_text_entry(out, "/Title", metadata->title);
    put_text_entry(out, "/Author", metadata->author);
    put_text_entry(out, "/Subject", metadata->subject);
    put_text_entry(out, "/Keywords", metadata->keywords);
    put_text_entry(out, "/Creator", metadata->creator);
    put_text_entry(out, "/Producer", metadata->producer);
    put_text_entry(out, "/CreationDate", date);
    put_text_entry(out, "/ModDate", date);
    g_string_append(out, ">>");
    pdf_end(pdf);
}

static void
write_xmp(const Pdf *pdf, const Metadata *metadata)
{
    XmpClaims claims = {.archive = pdf->options->archive,
                        .accessible = pdf->options->accessible};
    g_autofree char *packet = xmp_packet(metadata, &claims);
    int stream = pdf_allocate(pdf);
    pdf_file_add_stream(pdf->file, stream, "/Type/Metadata/Subtype/XML", packet,
                        strlen(packet), PDF_AS_IS);
    g_string_append(pdf->catalog, "/Metadata");
    put_reference(pdf->catalog, stream);
}

/* PDF/A-2, 6.2.3. */
static void
write_output_intent(const Pdf *pdf)
{
    g_autoptr(GByteArray) profile = profile_srgb();
    int stream = pdf_allocate(pdf);
    pdf_file_add_stream(pdf->file, stream, "/N 3", profile->data, profile->len,
                        PDF_COMPRESS);
    g_string_append(pdf->catalog,
                    "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
                    "/OutputConditionIdentifier(sRGB IEC61966-2.1)"
                    "/Info(sRGB IEC61966-2.1)/RegistryName(http://www.color.org)"
                    "/DestOutputProfile");
    put_reference(pdf->catalog, stream);
    g_string_append(pdf->catalog, ">>]");
}

void
metadata_write(Pdf *pdf)
{
    Metadata metadata = metadata_of(pdf);
    write_info(pdf, &metadata);
    write_xmp(pdf, &metadata);
    if (pdf->options->archive)
        write_output_intent(pdf);
    g_string_append(pdf->catalog, "/Lang");
    put_string(pdf->catalog, metadata.language);
    g_string_append(pdf->catalog, "/MarkInfo<</Marked true>>/PageLayout/OneColumn"
                                  "/ViewerPreferences<</DisplayDocTitle true>>");
    metadata_clear(&metadata);
}
