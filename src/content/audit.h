#ifndef CONTENT_AUDIT_H
#define CONTENT_AUDIT_H

/* An audit: the conditions of one team, established on one date, by the questions of the
 * checklist. Read-only once loaded; freed whole with audit_free(). It holds names of
 * people: what is made of it is written with mode 0600. */

#include "content/questions.h"
#include "xml/schema.h"

typedef enum EvidenceKind {
    EVIDENCE_DOCUMENT = 1 << 0,
    EVIDENCE_TALK = 1 << 1,
    EVIDENCE_OBSERVATION = 1 << 2
} EvidenceKind;
enum { EVIDENCE_KINDS = 3 };

typedef enum ActionState {
    ACTION_OPEN,
    ACTION_RUNNING,
    ACTION_DONE,
    ACTION_DROPPED,
    ACTION_STATES
} ActionState;

typedef struct AuditAction {
    const char *text;
    const char *owner;
    const char *due; /* date */
    ActionState state;
    const char *recheck; /* date, or NULL */
} AuditAction;

typedef struct AuditItem {
    const Question *question;
    const Answer *answer;
    int weight;                /* 1 … 3; the question's where the audit gives none */
    gboolean weighted;         /* the audit gives it */
    guint evidence;            /* EvidenceKind */
    const char *reference;     /* to the evidence; "" where none */
    const char *note;          /* "" where none; a blank line begins a paragraph */
    const AuditAction *action; /* or NULL */
    Place place;
} AuditItem;

/* Who assessed (detail: role) or was spoken to (detail: date); detail may be NULL. */
typedef struct AuditPerson {
    const char *name, *detail;
} AuditPerson;

typedef struct Audit {
    Arena *arena;
    const Questions *questions;
    const char *file; /* as named in messages */
    Place place;      /* of the root element */
    const char *id, *edition, *date;
    int kind; /* index in questions->kinds */
    const char *institution, *team, *location;
    const char *from, *until;      /* period: dates, the last included */
    const char *previous_id;       /* or NULL */
    GPtrArray *assessors, *spoken; /* AuditPerson* */
    GPtrArray *items;              /* AuditItem*, in the order of the questions */
    GHashTable *by_question;       /* Question → AuditItem* */
} Audit;

/* Loads the audit at path against the schema of audit.rng and checks it, but for its
 * edition. Returns NULL after reporting what is wrong with it. */
Audit *
audit_load(const char *path, const Questions *questions, const XmlSchema *schema,
           Diag *diag);
void
audit_free(Audit *audit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Audit, audit_free)

/* An empty audit, to be filled by a form or a table: strings "", collections empty, kind
 * -1. file is copied. */
Audit *
audit_new(const Questions *questions, const char *file);

/* Adds an item; the caller has seen to it that it is the only one of its question. */
void
audit_add(Audit *audit, AuditItem *item);
/* Puts the items in the order of the questions. */
void
audit_sort(Audit *audit);

const AuditItem *
audit_item(const Audit *audit, const Question *question);

/* The question of that id, not yet answered; else reported and NULL. */
const Question *
audit_question(const Audit *audit, const char *id, const Place *place, Diag *diag);
/* The answer of that name on the question's scale; else reported and NULL. */
const Answer *
audit_answer(const Questions *questions, const Question *question, const char *name,
             const Place *place, Diag *diag);

/* Reports what an audit must not be (audit_check.c): without what it needs, with dates that
 * do not exist or are out of order; questions that are not asked of such a team. */
void
audit_check(const Audit *audit, Diag *diag);
/* Reports, as code, an edition that is not that of the questions. */
void
audit_check_edition(const Audit *audit, DiagCode code, Diag *diag);
/* Reports where previous cannot be the audit before this one. */
void
audit_check_previous(const Audit *audit, const Audit *previous, Diag *diag);

/* Names in XML and CSV; the kinds of evidence by index from 0. */
const char *
audit_evidence_name(int index);
const char *
audit_state_name(ActionState state);
/* FALSE where name is none. */
gboolean
audit_evidence_read(const char *list, guint *evidence);
gboolean
audit_state_read(const char *name, ActionState *state);

/* The audit as the XML it can be loaded from. The caller frees. */
char *
audit_write(const Audit *audit);

/* Whether the action still has to be done. */
static inline gboolean
action_is_open(const AuditAction *action)
{
    return action && (action->state == ACTION_OPEN || action->state == ACTION_RUNNING);
}

#endif
