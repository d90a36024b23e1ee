#ifndef CONTENT_AUDIT_BUILD_H
#define CONTENT_AUDIT_BUILD_H

/* An audit made of single entries, as a form or a table has them: a name and what is filled in
 * there, in any order. The names are those of the fields of a form:
 *
 *   audit.kenmerk editie soort datum instelling team locatie van tot vorige vragen
 *   audit.beoordelaar.1.naam .rol   audit.gesproken.1.naam .datum
 *   ID.antwoord gewicht document gesprek waarneming bewijs notitie actie eigenaar voor
 *      hercontrole stand             where ID is that of a question
 *
 * "vragen" is how many questions the form has, so that lost ones can be told. */

#include "content/audit.h"

typedef struct AuditBuild AuditBuild;

/* Where an entry stands: words begin each message about it ("cel C4"). */
typedef struct AuditSource {
    Place place;
    const char *words;
} AuditSource;

AuditBuild *
audit_build_new(const Questions *questions, const char *file, Diag *diag);
void
audit_build_free(AuditBuild *build);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AuditBuild, audit_build_free)

/* Whether there can be an entry of that name. */
gboolean
audit_build_knows(const AuditBuild *build, const char *name);

/* An entry of a name that is known and was not set before; value may be "". Copied. */
void
audit_build_set(AuditBuild *build, const char *name, const char *value,
                const AuditSource *source);

/* Reports what a form must have and was not set: fields of the audit, fields of questions
 * that have others, whole questions by their number. */
void
audit_build_report_missing(const AuditBuild *build);

/* The audit, checked; NULL after reporting what is wrong with it. An edition that is not that
 * of the questions is only told. Call once. */
Audit *
audit_build_finish(AuditBuild *build);

#endif
