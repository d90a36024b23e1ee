#ifndef CONTENT_DOSSIER_H
#define CONTENT_DOSSIER_H

/* A dossier: one worker, every measurement there has been, what was agreed. Its XML stays at
 * hand for what is only printed; what is counted is read into the structs below. Read-only
 * once loaded. */

#include "content/levels.h"
#include "content/tally.h"
#include "xml/schema.h"

typedef enum RaterKind {
    RATER_SELF,
    RATER_SUPERVISOR,
    RATER_COLLEAGUE,
    RATER_RESIDENT,
    RATER_KIND_COUNT
} RaterKind;

enum { SCORE_NOT_APPLICABLE = -1, SCORE_NOT_SEEN = -2 };

typedef struct Score {
    const ContentNode *competence;
    int value; /* a step of the scale, or one of the above */
    xmlNode *element;
} Score;

typedef struct Rating {
    RaterKind kind;
    gboolean anonymous;
    const char *rater; /* a name, or a mark that tells anonymous raters apart */
    const char *date;
    GArray *scores; /* Score */
} Rating;

typedef struct Measurement {
    const char *date, *edition;
    const char *name; /* "nulmeting"; NULL: none */
    GArray *ratings;  /* Rating */
    xmlNode *element;
} Measurement;

typedef struct Dossier {
    Arena *arena;
    xmlDoc *document;
    const char *file; /* as named in messages */
    const char *id, *report, *date;
    const char *level;   /* "junior", "medior", "senior" */
    const char *profile; /* "A", "B" or "A en B" */
    int minimum;         /* of anonymous raters */
    Scale scale;
    gboolean own_scale;   /* not that of niveaus.xml, so its requirements do not hold */
    GHashTable *required; /* ContentNode* → step: the dossier's own */
    GArray *measurements; /* Measurement, by date */
    GPtrArray *competences; /* ContentNode*, in reading order: all that were scored */
    GHashTable *index;      /* ContentNode* → its index there + 1 */
    Tally *tallies;         /* see dossier_tally() */
} Dossier;

/* What dossiers are judged by; made once for many. */
typedef struct DossierRules {
    const Collection *collection;
    const Levels *levels;
    XmlSchema *schema;
} DossierRules;

/* Loads schema/dossier.rng. NULL with error where it is unusable. */
DossierRules *
dossier_rules_new(const Collection *collection, const Levels *levels,
                  const char *fallback, GError **error);
void
dossier_rules_free(DossierRules *rules);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DossierRules, dossier_rules_free)

/* Takes document over and judges it. Every fault is reported; returns NULL where there was
 * an error. */
Dossier *
dossier_new(const DossierRules *rules, xmlDoc *document, Diag *diag);
/* The same for the bytes of a file. */
Dossier *
dossier_read(const DossierRules *rules, const char *bytes, gsize length,
             const char *file, Diag *diag);
void
dossier_free(Dossier *dossier);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Dossier, dossier_free)

/* "zelf", "leidinggevende", "collega", "bewoner". */
const char *
dossier_rater_name(RaterKind kind);

/* What raters of kind gave the competence with this index in the measurement with this
 * index. */
const Tally *
dossier_tally(const Dossier *dossier, guint measurement, guint competence,
              RaterKind kind);

/* The step required of a competence, or 0 where nothing is. */
int
dossier_required(const Dossier *dossier, const Levels *levels,
                 const ContentNode *competence);

#endif
