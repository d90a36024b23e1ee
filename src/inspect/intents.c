#include "inspect/profile.h"

#include <string.h>

enum { HEADER_SIZE = 128, NEWEST_VERSION = 4 };

static guint32
number_at(const char *bytes, gsize at)
{
    guint32 value;
    memcpy(&value, bytes + at, sizeof value);
    return GUINT32_FROM_BE(value);
}

/* The header; NULL where the stream is no profile. Caller frees. */
static char *
header_of(const Inspection *inspection, const Value *stream, gsize *length)
{
    g_autofree char *bytes = objects_data(inspection->objects, stream, length);
    if (!bytes || *length < HEADER_SIZE || memcmp(bytes + 36, "acsp", 4) != 0)
        return NULL;
    return g_steal_pointer(&bytes);
}

guint32
profile_space(const Inspection *inspection, const Value *stream)
{
    gsize length;
    g_autofree char *bytes = header_of(inspection, stream, &length);
    return bytes ? number_at(bytes, 16) : 0;
}

static gint64
components_of(guint32 space)
{
    switch (space) {
    case SPACE_GREY:
        return 1;
    case SPACE_RGB:
    case 0x4C616220: /* Lab */
        return 3;
    case SPACE_CMYK:
        return 4;
    default:
        return 0;
    }
}

char *
profile_fault(const Inspection *inspection, const Value *stream, const char *classes)
{
    gsize length;
    g_autofree char *bytes = header_of(inspection, stream, &length);
    if (!bytes)
        return g_strdup("is geen ICC-profiel");
    g_autofree char *class = g_strndup(bytes + 12, 4);
    if (!strstr(classes, class))
        return g_strdup_printf("is van de klasse “%s”, die hier niet past", class);
    if (bytes[8] > NEWEST_VERSION || bytes[8] < 2)
        return g_strdup_printf("is van versie %d", bytes[8]);
    if (number_at(bytes, 0) > length)
        return g_strdup("is niet heel");
    gint64 count = components_of(number_at(bytes, 16));
    if (count == 0 || value_integer(value_get(stream, "N"), 0) != count)
        return g_strdup("heeft een ander aantal kleuren dan N zegt");
    return NULL;
}

static gboolean
is_meant_for(const Value *intent, const char *purpose)
{
    return value_is_name(value_get(intent, "S"), purpose);
}

/* PDF/A-2, 6.2.3: all that have a profile have the same. */
static void
check_intent(Inspection *inspection, const Value *intent)
{
    const Value *profile = value_get(intent, "DestOutputProfile");
    if (value_has(intent, "DestOutputProfileRef"))
        finding(inspection, DIAG_PDF_INTENT_REFERENCE, -1, intent,
                "het profiel staat in een ander bestand");
    if (profile->kind == VALUE_NULL)
        return;
    g_autofree char *fault = profile_fault(inspection, profile, "prtr mntr");
    if (fault)
        finding(inspection, DIAG_PDF_PROFILE, -1, profile->is_object ? profile : intent,
                "het profiel %s", fault);
    if (inspection->profile->kind != VALUE_NULL && inspection->profile != profile)
        finding(inspection, DIAG_PDF_INTENT_DIFFERENT, -1, intent,
                "twee uitvoerdoelen hebben niet hetzelfde profiel");
    inspection->profile = profile;
    inspection->intent_space = profile_space(inspection, profile);
}

void
check_intents(Inspection *inspection)
{
    const Value *intents = value_get(inspection->root, "OutputIntents");
    int archive = 0, press = 0;
    for (guint i = 0; i < value_count_items(intents); i++) {
        const Value *intent = value_item(intents, i);
        if (!value_is_dictionary(intent))
            continue;
        archive += is_meant_for(intent, "GTS_PDFA1");
        press += is_meant_for(intent, "GTS_PDFX");
        check_intent(inspection, intent);
        if (is_meant_for(intent, "GTS_PDFX") &&
            !value_is(value_get(intent, "OutputConditionIdentifier"), VALUE_STRING))
            finding(inspection, DIAG_PDF_PRESS_INTENT, -1, intent,
                    "de drukconditie heeft geen naam");
    }
    if (press != 1 || inspection->intent_space != SPACE_CMYK)
        finding(inspection, DIAG_PDF_PRESS_INTENT, -1, inspection->root,
                press == 1 ? "het profiel is niet van een drukpers"
                           : "er is niet precies één drukconditie");
    if (archive > 1)
        finding(inspection, DIAG_PDF_INTENT_DIFFERENT, -1, inspection->root,
                "er is meer dan één uitvoerdoel voor het archief");
}
