#ifndef PDF_ROLE_H
#define PDF_ROLE_H

/* Roles: the standard structure types, which every reader knows. What writes a structure tree
 * and what inspects one go by the same list. */

#include <glib.h>

/* Whether role is a standard structure type (ISO 32000-1, 14.8.4). */
gboolean
pdf_role_is_standard(const char *role);

#endif
