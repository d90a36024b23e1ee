#ifndef COMMAND_DECLARED_H
#define COMMAND_DECLARED_H

/* What a document says of itself as other formatters have it: in XMP (ISO 16684-1) within
 * fo:declarations. */

#include "area/area.h"
#include <libxml/tree.h>

/* Fills in what document lacks of title, author, subject and keywords, in its arena. */
void
declared_read(const xmlDoc *fo, AreaDocument *document);

#endif
