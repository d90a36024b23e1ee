#include "pdf/pass.h"
#include "pdf/document.h"
#include "pdf/xmp.h"

#include <string.h>

static char *
text_at(const Pass *pass, qpdf_oh dictionary, const char *key)
{
    const char *text = NULL;
    size_t length;
    if (!qpdf_oh_get_value_as_utf8(pass->qpdf, pass_get(pass, dictionary, key), &text,
                                   &length) ||
        length == 0)
        return NULL;
    return pdf_clean_text(text);
}

/* "D:20261123102030+01'00'" (ISO 32000-1, 7.9.4) as ISO 8601 in UTC, or NULL. */
static char *
iso_date(const char *date)
{
    int n[6] = {0}, hours = 0, minutes = 0;
    char sign = 'Z';
    if (!date || sscanf(date, "D:%4d%2d%2d%2d%2d%2d%c%2d'%2d", &n[0], &n[1], &n[2],
                        &n[3], &n[4], &n[5], &sign, &hours, &minutes) < 6)
        return NULL;
    g_autoptr(GDateTime) local =
        g_date_time_new_utc(n[0], n[1], n[2], n[3], n[4], n[5]);
    if (!local)
        return NULL;
    int east = sign == '+' ? 1 : sign == '-' ? -1 : 0;
    g_autoptr(GDateTime) utc =
        g_date_time_add_minutes(local, -east * (hours * 60 + minutes));
    return utc ? g_date_time_format(utc, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

static Metadata
metadata_of(const Pass *pass, qpdf_oh info)
{
    g_autofree char *date = text_at(pass, info, "/CreationDate");
    Metadata metadata = {
        .title = text_at(pass, info, "/Title"),
        .author = text_at(pass, info, "/Author"),
        .subject = text_at(pass, info, "/Subject"),
        .keywords = text_at(pass, info, "/Keywords"),
        .creator = text_at(pass, info, "/Creator"),
        .producer = text_at(pass, info, "/Producer"),
        .language = text_at(pass, qpdf_get_root(pass->qpdf), "/Lang"),
        .date = iso_date(date),
    };
    return metadata;
}

/* Whether the file's own XMP mentions name. */
static gboolean
claims(const Pass *pass, const char *name)
{
    qpdf_oh stream = pass_get(pass, qpdf_get_root(pass->qpdf), "/Metadata");
    if (!qpdf_oh_is_stream(pass->qpdf, stream))
        return FALSE;
    gsize length;
    g_autofree char *bytes = pass_stream_bytes(pass, stream, &length);
    return bytes && g_strstr_len(bytes, (gssize)length, name) != NULL;
}

/* An identifier that equal input gives again. */
static char *
identifier_of(const GByteArray *input)
{
    g_autofree char *sum =
        g_compute_checksum_for_data(G_CHECKSUM_MD5, input->data, input->len);
    return g_strdup_printf("uuid:%.8s-%.4s-%.4s-%.4s-%.12s", sum, sum + 8, sum + 12,
                           sum + 16, sum + 20);
}

/* What a press file says in its info dictionary too. */
static void
write_press_info(const Pass *pass, qpdf_oh info)
{
    pass_set_text(pass, info, "/GTS_PDFXVersion", "PDF/X-4");
    pass_set_name(pass, info, "/Trapped", "/False");
}

static void
report(const Pass *pass, DiagCode code, const char *text)
{
    Place nowhere = {0};
    diag_report(pass->options->diag, &nowhere, code, "%s", text);
}

static void
write_metadata(const Pass *pass, const GByteArray *input)
{
    const PdfOptions *options = pass->options;
    gboolean press = options->profile == PDF_PRESS;
    qpdf_oh info = pass_dictionary(pass, qpdf_get_trailer(pass->qpdf), "/Info");
    Metadata metadata = metadata_of(pass, info);
    if (press && !metadata.date) {
        report(pass, DIAG_PRESS_DATE, "zonder datum heet het bestand geen PDF/X-4");
        press = FALSE;
    }
    g_autofree char *identifier = press ? identifier_of(input) : NULL;
    gboolean whole = options->profile == PDF_SCREEN && !options->imposed;
    gboolean locked = options->user_password != NULL;
    XmpClaims kept = {.archive = whole && !locked && claims(pass, "pdfaid:part"),
                      .accessible = whole && claims(pass, "pdfuaid:part"),
                      .press = identifier};
    if (locked && whole && claims(pass, "pdfaid:part"))
        report(pass, DIAG_NOT_ARCHIVE,
               kept.accessible
                   ? "met een wachtwoord is de PDF wel PDF/UA, maar geen PDF/A"
                   : "met een wachtwoord is de PDF geen PDF/A");
    g_autofree char *packet = xmp_packet(&metadata, &kept);
    int stream = pass_add_stream(pass, packet, strlen(packet));
    qpdf_oh dictionary = qpdf_oh_get_dict(pass->qpdf, pass_object(pass, stream));
    pass_set_name(pass, dictionary, "/Type", "/Metadata");
    pass_set_name(pass, dictionary, "/Subtype", "/XML");
    pass_set(pass, qpdf_get_root(pass->qpdf), "/Metadata", pass_object(pass, stream));
    if (press)
        write_press_info(pass, info);
    metadata_clear(&metadata);
}

/* What leads to places in the file or does something there: a press has no use for it, and
 * on sheets it is true no more. */
static void
remove_interaction(const Pass *pass)
{
    static const char *const gone[] = {"/StructTreeRoot",
                                       "/MarkInfo",
                                       "/Outlines",
                                       "/Names",
                                       "/Dests",
                                       "/AcroForm",
                                       "/OpenAction",
                                       "/AA",
                                       "/URI",
                                       "/PageMode",
                                       "/PageLayout",
                                       "/PageLabels",
                                       "/ViewerPreferences",
                                       NULL};
    pass_remove(pass, qpdf_get_root(pass->qpdf), gone);
}

static void
set_version(const Pass *pass)
{
    if (pass->options->profile == PDF_PRESS)
        qpdf_force_pdf_version(pass->qpdf, "1.6"); /* ISO 15930-7, 6.1 */
    else
        qpdf_set_minimum_pdf_version(pass->qpdf, "1.7");
}

static GByteArray *
write_file(Pass *pass, GError **error)
{
    qpdf_data qpdf = pass->qpdf;
    pass_release(pass);
    gboolean failed =
        qpdf_has_error(qpdf) || (qpdf_init_write_memory(qpdf) & QPDF_ERRORS) != 0;
    if (!failed) {
        qpdf_set_object_stream_mode(qpdf, qpdf_o_generate);
        qpdf_set_newline_before_endstream(qpdf, QPDF_TRUE);
        qpdf_set_linearization(qpdf, pass->options->linearise);
        set_version(pass);
        if (pass->options->user_password)
            protect_apply(pass);
        else
            qpdf_set_deterministic_ID(qpdf, QPDF_TRUE);
        failed = (qpdf_write(qpdf) & QPDF_ERRORS) != 0;
    }
    if (failed) {
        pass_take_error(pass, error);
        return NULL;
    }
    gsize length = qpdf_get_buffer_length(qpdf);
    GByteArray *bytes = g_byte_array_sized_new((guint)length);
    g_byte_array_append(bytes, qpdf_get_buffer(qpdf), (guint)length);
    return bytes;
}

GByteArray *
pdf_deliver(GByteArray *input, const PdfOptions *options, GError **error)
{
    gboolean press = options->profile == PDF_PRESS;
    gboolean changed = press || options->imposed || options->user_password;
    if (!changed && !options->linearise)
        return g_byte_array_ref(input);
    g_autoptr(Pass) pass = pass_open(input, options, error);
    if (!pass || (press && !press_apply(pass, error)) ||
        (options->imposed && !impose_apply(pass, error)))
        return NULL;
    if (press || options->imposed)
        remove_interaction(pass);
    if (changed)
        write_metadata(pass, input);
    return write_file(pass, error);
}
