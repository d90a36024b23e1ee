#include "inspect/metadata.h"

#include <stdio.h>
#include <string.h>

static void
add_claim(InspectResult *result, const char *claim)
{
    gsize used = strlen(result->claims);
    g_snprintf(result->claims + used, sizeof result->claims - used, "%s%s",
               used ? ", " : "", claim);
}

static void
claim_unknown(InspectResult *result, const char *claim)
{
    add_claim(result, claim);
    result->unknown++;
}

/* ISO 19005-2, 6.6.4. */
static void
read_archive_claim(Inspection *inspection, const Value *where, const Xmp *xmp)
{
    g_autofree char *part = xmp_text(xmp, XMP_PDFAID, "part");
    if (!part)
        return;
    g_autofree char *level = xmp_text(xmp, XMP_PDFAID, "conformance");
    g_autofree char *lower = g_ascii_strdown(level ? level : "", 4);
    g_autofree char *claim = g_strdup_printf("PDF/A-%.4s%s", part, lower);
    if (strcmp(part, "2") != 0 && strcmp(part, "3") != 0) {
        claim_unknown(inspection->result, claim);
        return;
    }
    add_claim(inspection->result, claim);
    inspection->promises |= PROMISE_ARCHIVE;
    if (g_strcmp0(level, "A") == 0)
        inspection->promises |= PROMISE_UNICODE | PROMISE_STRUCTURE;
    else if (g_strcmp0(level, "U") == 0)
        inspection->promises |= PROMISE_UNICODE;
    else if (g_strcmp0(level, "B") != 0)
        finding(inspection, DIAG_PDF_XMP_CLAIM, -1, where,
                "pdfaid:conformance is geen A, B of U");
    if (g_strcmp0(xmp_find(xmp, XMP_PDFAID, "part")->prefix, "pdfaid") != 0)
        finding(inspection, DIAG_PDF_XMP_CLAIM, -1, where,
                "de naamruimte van pdfaid heeft een ander voorvoegsel");
}

static void
read_access_claim(Inspection *inspection, const Value *where, const Xmp *xmp)
{
    g_autofree char *part = xmp_text(xmp, XMP_PDFUAID, "part");
    if (!part)
        return;
    g_autofree char *claim = g_strdup_printf("PDF/UA-%.4s", part);
    if (strcmp(part, "1") != 0) {
        claim_unknown(inspection->result, claim);
        return;
    }
    add_claim(inspection->result, claim);
    inspection->promises |= PROMISE_ACCESSIBLE;
    if (g_strcmp0(xmp_find(xmp, XMP_PDFUAID, "part")->prefix, "pdfuaid") != 0)
        finding(inspection, DIAG_PDF_XMP_CLAIM, -1, where,
                "de naamruimte van pdfuaid heeft een ander voorvoegsel");
}

/* ISO 15930-7, 6.3: in the metadata; older parts of the standard have it in the info. */
static void
read_press_claim(Inspection *inspection, const Xmp *xmp)
{
    g_autofree char *told = value_text(value_get(inspection->info, "GTS_PDFXVersion"));
    g_autofree char *version = xmp_text(xmp, XMP_PDFXID, "GTS_PDFXVersion");
    const char *claim = version ? version : told;
    if (!claim)
        return;
    if (strcmp(claim, "PDF/X-4") != 0) {
        g_autofree char *start =
            g_utf8_substring(claim, 0, MIN(g_utf8_strlen(claim, -1), 16));
        claim_unknown(inspection->result, start);
        return;
    }
    add_claim(inspection->result, claim);
    inspection->promises |= PROMISE_PRESS;
    if (!version)
        finding(inspection, DIAG_PDF_PRESS_VERSION, -1, inspection->info,
                "alleen de documentinformatie zegt PDF/X-4, en de metadata niet");
}

/* 7.9.4: "D:20261123102030+01'00'"; NULL where it is no date. */
static GDateTime *
read_date(const char *text)
{
    int n[6] = {0, 1, 1}, hours = 0, minutes = 0, used = 0;
    static const int digits[] = {4, 2, 2, 2, 2, 2};
    const char *p = text;
    if (g_str_has_prefix(p, "D:"))
        p += 2;
    for (int i = 0; i < 6 && (i == 0 || g_ascii_isdigit(*p)); i++) {
        n[i] = 0;
        for (int j = 0; j < digits[i]; j++, p++) {
            if (!g_ascii_isdigit(*p))
                return NULL;
            n[i] = n[i] * 10 + (*p - '0');
        }
    }
    int east = *p == '+' ? 1 : *p == '-' ? -1 : 0;
    if (east && sscanf(p + 1, "%2d'%2d%n", &hours, &minutes, &used) < 1)
        return NULL;
    if (!east && *p && strcmp(p, "Z") != 0 && strcmp(p, "Z00'00'") != 0)
        return NULL;
    g_autoptr(GDateTime) local =
        g_date_time_new_utc(n[0], n[1], n[2], n[3], n[4], n[5]);
    return local ? g_date_time_add_minutes(local, -east * (hours * 60 + minutes))
                 : NULL;
}

static gboolean
is_same_moment(const char *told, const char *meant)
{
    g_autoptr(GTimeZone) zone = g_time_zone_new_utc();
    g_autoptr(GDateTime) one = read_date(told);
    g_autoptr(GDateTime) other =
        meant ? g_date_time_new_from_iso8601(meant, zone) : NULL;
    return one && other && g_date_time_to_unix(one) == g_date_time_to_unix(other);
}

static void
check_info(Inspection *inspection, const Xmp *xmp)
{
    static const struct {
        const char *key, *space, *name;
        gboolean date;
    } pairs[] = {{"Title", XMP_DC, "title", FALSE},
                 {"Author", XMP_DC, "creator", FALSE},
                 {"Subject", XMP_DC, "description", FALSE},
                 {"Keywords", XMP_PDF, "Keywords", FALSE},
                 {"Creator", XMP_BASIC, "CreatorTool", FALSE},
                 {"Producer", XMP_PDF, "Producer", FALSE},
                 {"CreationDate", XMP_BASIC, "CreateDate", TRUE},
                 {"ModDate", XMP_BASIC, "ModifyDate", TRUE}};
    for (guint i = 0; i < G_N_ELEMENTS(pairs); i++) {
        g_autofree char *told = value_text(value_get(inspection->info, pairs[i].key));
        g_autofree char *meant = xmp_text(xmp, pairs[i].space, pairs[i].name);
        g_autoptr(GDateTime) date = told && pairs[i].date ? read_date(told) : NULL;
        if (told && pairs[i].date && !date) {
            finding(inspection, DIAG_PDF_INFO_DATE, -1, inspection->info,
                    "%s is geen datum", pairs[i].key);
            continue;
        }
        if (told && xmp &&
            !(pairs[i].date ? is_same_moment(told, meant)
                            : g_strcmp0(told, meant) == 0))
            finding(inspection, DIAG_PDF_INFO_DIFFERS, -1, inspection->info,
                    "%s is niet wat %s in de metadata zegt", pairs[i].key,
                    pairs[i].name);
    }
}

/* ISO 16684-1, 7.3.2: bytes and encoding are of long ago. */
static void
check_packet(Inspection *inspection, const Value *where, const char *bytes)
{
    const char *start = strstr(bytes, "<?xpacket");
    const char *end = start ? strstr(start, "?>") : NULL;
    if (!end)
        return;
    g_autofree char *header = g_strndup(start, (gsize)(end - start));
    if (strstr(header, " bytes=") || strstr(header, " encoding="))
        finding(inspection, DIAG_PDF_XMP_PACKET, -1, where,
                "de kop van de metadata heeft bytes of encoding");
}

static void
check_title(Inspection *inspection, const Value *where, const Xmp *xmp)
{
    g_autofree char *title = xmp_text(xmp, XMP_DC, "title");
    if (!title || !*g_strstrip(title))
        finding(inspection, DIAG_PDF_XMP_TITLE, -1, where,
                "de metadata noemt geen titel");
}

/* ISO 15930-7, 6.4: what a press file says of itself besides. */
static void
check_press_metadata(Inspection *inspection, const Value *where, const Xmp *xmp)
{
    static const char *const needed[][2] = {{XMP_BASIC, "CreateDate"},
                                            {XMP_BASIC, "ModifyDate"},
                                            {XMP_BASIC, "MetadataDate"},
                                            {XMP_MEDIA, "DocumentID"},
                                            {XMP_MEDIA, "VersionID"},
                                            {XMP_MEDIA, "RenditionClass"},
                                            {XMP_DC, "title"}};
    for (guint i = 0; i < G_N_ELEMENTS(needed); i++)
        if (!xmp_find(xmp, needed[i][0], needed[i][1]))
            finding(inspection, DIAG_PDF_PRESS_VERSION, -1, where,
                    "de metadata heeft geen %s", needed[i][1]);
    g_autofree char *trapped = xmp_text(xmp, XMP_PDF, "Trapped");
    const char *told = value_name(value_get(inspection->info, "Trapped"));
    gboolean known =
        g_strcmp0(trapped, "True") == 0 || g_strcmp0(trapped, "False") == 0;
    if (!known || (told && g_strcmp0(told, trapped) != 0))
        finding(inspection, DIAG_PDF_PRESS_TRAPPED, -1, where,
                "de metadata zegt niet of er overvuld is, of iets anders dan Trapped");
}

void
check_metadata(Inspection *inspection)
{
    const Value *stream = value_get(inspection->root, "Metadata");
    gsize length;
    g_autofree char *bytes = objects_data(inspection->objects, stream, &length);
    g_autoptr(Xmp) xmp = bytes ? xmp_read(bytes, length) : NULL;
    if (xmp) {
        read_access_claim(inspection, stream, xmp);
        read_archive_claim(inspection, stream, xmp);
    }
    read_press_claim(inspection, xmp);
    check_info(inspection, xmp);
    if (!xmp) {
        if (stream->kind != VALUE_NULL)
            finding(inspection, DIAG_PDF_XMP, -1, stream,
                    "de metadata is geen welgevormde XMP");
        return;
    }
    check_packet(inspection, stream, bytes);
    check_title(inspection, stream, xmp);
    check_schemas(inspection, stream, xmp);
    check_press_metadata(inspection, stream, xmp);
    if (!value_is_name(value_get(stream, "Type"), "Metadata") ||
        !value_is_name(value_get(stream, "Subtype"), "XML"))
        finding(inspection, DIAG_PDF_XMP, -1, stream,
                "de metadata zegt niet dat zij XMP is");
}
