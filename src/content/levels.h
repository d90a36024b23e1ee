#ifndef CONTENT_LEVELS_H
#define CONTENT_LEVELS_H

/* What competences are measured by, from niveaus.xml: the editions of the profile, the
 * domains, the scale and what each level of worker requires. Read-only once loaded. */

#include "content/collection.h"

typedef struct Scale {
    xmlNode *element; /* <schaal> */
    int lowest, highest;
} Scale;

typedef struct Levels {
    Arena *arena;
    xmlDoc *document;
    const Collection *collection;
    Scale scale;
    GPtrArray *domains;   /* ContentNode*, in order */
    GHashTable *domain;   /* ContentNode* → ContentNode*: the domain named for it */
    GHashTable *names;    /* ContentNode* → what it is called for short */
    GHashTable *editions; /* name → date it holds from */
    GHashTable *levels;   /* "junior" → its <niveau> */
    GHashTable *required; /* "junior" → GHashTable of ContentNode* → step */
} Levels;

/* Loads niveaus.xml of the collection's folder, else of fallback. NULL where it is unusable:
 * faults are in diag, a missing schema in error. */
Levels *
levels_load(const Collection *collection, const char *fallback, Diag *diag,
            GError **error);
void
levels_free(Levels *levels);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Levels, levels_free)

/* The nearest node at or above node that can be cited, or NULL past the root. */
const ContentNode *
levels_above(const Collection *collection, const ContentNode *node);

/* Whether node is something a worker can master: a paragraph, group or point of Profiel A;
 * a paragraph, row or cell of Profiel B. */
gboolean
levels_is_competence(const ContentNode *node);

/* The domain a competence belongs to, or NULL. */
const ContentNode *
levels_domain(const Levels *levels, const ContentNode *node);

/* What a competence is called in a figure: its short name, its title, or its text; a cell of
 * Profiel B by its row and kind. The caller frees. */
char *
levels_name(const Levels *levels, const ContentNode *node);

/* The step required of node at level, by the nearest requirement at or above it, or 0. own:
 * requirements that go first (ContentNode* → step), or NULL. */
int
levels_required(const Levels *levels, GHashTable *own, const char *level,
                const ContentNode *node);

/* Reads <schaal>: steps must rise. FALSE after a report. */
gboolean
levels_read_scale(xmlNode *element, Scale *scale, Diag *diag);

/* Reads the <eis> children of element into a table of ContentNode* → step; faults are
 * reported and left out. */
GHashTable *
levels_read_required(const Collection *collection, const xmlNode *element,
                     const Scale *scale, Diag *diag);

#endif
