#ifndef PDF_XMP_H
#define PDF_XMP_H

/* What a PDF says of itself in XMP (ISO 16684-1), equal to its info dictionary. */

#include <glib.h>

/* What both say (PDF/A-2, 6.6.3): clean texts, NULL where it is not known. */
typedef struct Metadata {
    char *title, *author, *subject, *keywords, *creator, *producer, *language;
    char *date; /* ISO 8601 in UTC */
} Metadata;

void
metadata_clear(Metadata *metadata);

/* The standards that the file says it keeps. */
typedef struct XmpClaims {
    gboolean archive;    /* PDF/A-2a */
    gboolean accessible; /* PDF/UA-1 */
    const char *press;   /* PDF/X-4: an identifier of this very file; or NULL */
} XmpClaims;

/* The packet, as it stands in the stream of Metadata. Caller frees. */
char *
xmp_packet(const Metadata *metadata, const XmpClaims *claims);

#endif
