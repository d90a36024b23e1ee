#ifndef CONTENT_QUESTIONS_H
#define CONTENT_QUESTIONS_H

/* The questions of the conditions checklist (vragen.xml): each stands at a node of the
 * Condities. Read-only once loaded; lives as long as its collection. */

#include "content/collection.h"

enum { QUESTION_NO_VALUE = -1 };

/* An answer that may be given. */
typedef struct Answer {
    const char *name;    /* "eerder-sterk" */
    const char *label;   /* short, for a column */
    const char *meaning; /* in words */
    int value;           /* 0 … 100; QUESTION_NO_VALUE: it does not count */
} Answer;

typedef enum QuestionScale {
    SCALE_INTERNAL, /* is the condition there? */
    SCALE_EXTERNAL, /* what is observed between strong and weak */
    SCALE_COUNT
} QuestionScale;

/* A kind of team, or who is responsible. */
typedef struct QuestionName {
    const char *name, *label, *meaning;
} QuestionName;

typedef struct QuestionSection {
    const ContentNode *node;  /* a section of the Condities */
    const ContentNode *theme; /* in which it stands */
    QuestionScale scale;
    int number;           /* from 1, over all sections */
    GPtrArray *questions; /* Question* */
} QuestionSection;

typedef struct Question {
    const char *id;          /* "v.intern.werkopdracht.werkplan.1.a"; never changes */
    const ContentNode *node; /* the text that explains it */
    const ContentNode *const *covers; /* other nodes it takes in, NULL-terminated */
    const QuestionSection *section;
    int number;                /* in its section, from 1 */
    guint kinds;               /* a bit for each kind of team, by its index */
    const QuestionName *owner; /* who is responsible */
    int weight;                /* 1 … 3 */
    const char *subject, *text, *evidence;
    const char *strong, *weak; /* NULL for an internal condition */
} Question;

typedef struct Questions {
    const Collection *collection;
    const char *file, *edition;
    const xmlNode *element;         /* root of vragen.xml */
    GPtrArray *scales[SCALE_COUNT]; /* Answer* */
    GPtrArray *kinds, *owners;      /* QuestionName* */
    GPtrArray *sections;  /* QuestionSection*, in the order of the Condities */
    GPtrArray *questions; /* Question*, in order */
    GHashTable *by_id;    /* id → Question* */
} Questions;

/* Loads vragen.xml of the collection's folder, or of fallback where that has none.
 * Questions at unknown nodes, with ids that do not follow their nodes, twice the same,
 * and places of the Condities without a question are reported. NULL after a report where
 * there is nothing to go on with, or with error: the schema is unusable. */
Questions *
questions_load(Collection *collection, const char *fallback, Diag *diag,
               GError **error);

const Question *
questions_lookup(const Questions *questions, const char *id);
/* The index of a kind of team, or -1. */
int
questions_kind(const Questions *questions, const char *name);
/* The answer of that name among those of scale, or NULL. */
const Answer *
questions_answer(const Questions *questions, QuestionScale scale, const char *name);

/* Whether the question is asked of a team of that kind. */
static inline gboolean
question_is_for(const Question *question, int kind)
{
    return (question->kinds >> kind & 1) != 0;
}

#endif
