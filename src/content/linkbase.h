#ifndef CONTENT_LINKBASE_H
#define CONTENT_LINKBASE_H

/* The linkbase: typed links between nodes of a collection, kept outside the texts, resolved
 * in both directions. Read-only once loaded; lives as long as its collection. */

#include "content/collection.h"

typedef struct LinkKind {
    const char *name;
    const char *forth, *back; /* "werkt uit", "wordt uitgewerkt in" */
    int count;
} LinkKind;

typedef struct Link {
    const LinkKind *kind;
    const ContentNode *from, *to;
    const char *reason;
    const char *group; /* id of the list it stands in: "concordantie", … */
    Place place;
} Link;

/* A link as seen from one of its ends. */
typedef struct LinkEnd {
    const Link *link;
    gboolean back; /* seen from link->to */
} LinkEnd;

/* A node said to have no counterpart in a part. */
typedef struct Absence {
    const ContentNode *node, *in;
    const char *reason;
} Absence;

typedef struct Linkbase {
    const Collection *collection;
    GPtrArray *kinds;    /* LinkKind* */
    GPtrArray *links;    /* Link* */
    GPtrArray *absences; /* Absence* */
    GHashTable *ends;    /* ContentNode* → GArray of LinkEnd, by the other's order */
} Linkbase;

/* Loads koppelingen.xml of the collection's folder. Dangling ends, self links, duplicates
 * (also reversed) and unknown types are errors with their places and are left out. A folder
 * without the file has an empty linkbase. NULL with error: the schema is unusable. */
Linkbase *
linkbase_load(Collection *collection, const char *schema_folder, Diag *diag,
              GError **error);

/* The ends at node, or NULL; borrowed. */
const GArray *
linkbase_ends(const Linkbase *linkbase, const ContentNode *node);

/* How many links, absences included, stand at node or anywhere inside it. */
int
linkbase_count_within(const Linkbase *linkbase, const ContentNode *node);

#endif
