#ifndef CONTENT_COLLECTION_H
#define CONTENT_COLLECTION_H

/* content: the profession's texts. A collection is a folder with boek.xml, which names the
 * parts (inleiding.xml, statuut.xml, …) and the booklets made of them; every id in it is a
 * node that can be cited. Read-only once loaded; freed whole with collection_free(). */

#include "base/arena.h"
#include "base/diag.h"
#include <libxml/tree.h>

typedef struct Part {
    xmlDoc *document;
    const char *file; /* as named in messages */
    const char *id;   /* of its root element */
} Part;

typedef struct ContentNode {
    const char *id;
    xmlNode *element;
    const Part *part;
    int order; /* reading order over the whole collection, from 0 */
} ContentNode;

typedef struct Booklet {
    const char *name;
    const char *const *parts; /* ids of part roots, NULL-terminated */
    xmlNode *element;
} Booklet;

typedef struct Collection {
    Arena *arena;
    const char *folder;
    Part *book;          /* boek.xml */
    GPtrArray *parts;    /* Part*, in the order of boek.xml; the book not among them */
    GPtrArray *booklets; /* Booklet* */
    GPtrArray *nodes;    /* ContentNode*, reading order */
    GHashTable *by_id;   /* id → ContentNode* */
} Collection;

/* Loads and validates the collection in folder against folder/schema/inhoud.rng, or that of
 * schema_folder where folder has none. Everything wrong is reported; returns NULL only when
 * boek.xml itself is unusable. error: the schema is missing or broken. */
Collection *
collection_load(const char *folder, const char *schema_folder, Diag *diag,
                GError **error);
void
collection_free(Collection *collection);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Collection, collection_free)

const ContentNode *
collection_lookup(const Collection *collection, const char *id);
const Booklet *
collection_booklet(const Collection *collection, const char *name);

/* The path of a file of the collection: in its folder, else in the fallback. In arena. */
const char *
collection_path(Arena *arena, const char *folder, const char *fallback,
                const char *name);

#endif
