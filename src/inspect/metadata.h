#ifndef INSPECT_METADATA_H
#define INSPECT_METADATA_H

/* The metadata while it is inspected. For metadata.c and schemas.c only. */

#include "inspect/inspection.h"
#include "inspect/xmp.h"

/* Whether each property is one that PDF/A knows or the file explains (ISO 19005-2, 6.6.2.3);
 * where: the stream. */
void
check_schemas(Inspection *inspection, const Value *where, const Xmp *xmp);

#endif
