#ifndef CONTENT_SCORE_H
#define CONTENT_SCORE_H

/* What the answers of an audit come to: scores, what is most pressing, and what an unmet
 * condition hinders by the linkbase. */

#include "content/audit.h"
#include "content/linkbase.h"

enum {
    SCORE_UNMET = 50
}; /* an answer of this value or less leaves a condition unmet */

typedef struct AuditScore {
    int asked;    /* questions that this kind of team is asked */
    int counted;  /* answers with a value */
    int unmet;    /* of these */
    int aside;    /* answers without a value: not applicable, not seen */
    int open;     /* questions without an answer */
    int weighted; /* 0 … 100, the mean by weight, rounded; QUESTION_NO_VALUE: none */
} AuditScore;

/* Over the questions of a section; of the sections of a theme, or of all where it is NULL. */
AuditScore
score_section(const Audit *audit, const QuestionSection *section);
AuditScore
score_theme(const Audit *audit, const ContentNode *theme);

/* The difference of two values, 0 where either has none. */
int
score_change(int before, int now);

/* The value of the answer to question, or QUESTION_NO_VALUE. */
int
score_value(const Audit *audit, const Question *question);

/* Unmet conditions, the most pressing first: by weight times what lacks; then those that got
 * worse since previous (or NULL), internal before external, and those that hinder most. The
 * caller unrefs. */
GPtrArray *
score_pressing(const Audit *audit, const Audit *previous, const Linkbase *linkbase);

/* The links of a question's nodes to the competences (statuut FALSE) or to the Statuut:
 * those of the nearest node, from its own up to its section, that has any. Elements:
 * LinkEnd. The caller unrefs. */
GArray *
score_links(const Linkbase *linkbase, const Question *question, gboolean statuut);

#endif
