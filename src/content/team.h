#ifndef CONTENT_TEAM_H
#define CONTENT_TEAM_H

/* The report of a team: of its members' last measurements, how many are below, at and above
 * what is required of them, per domain and competence. Never of fewer people than the
 * minimum, nor a class of fewer: classes are joined, or left out. */

#include "content/report.h"

typedef struct Team Team;

Team *
team_new(const ReportSources *sources);
void
team_free(Team *team);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Team, team_free)

/* Counts a member in; the dossier is not kept. FALSE where a dossier of the same person (of
 * one name in one institution) was counted already: a second would make one person two, and
 * a figure of three could be that of one. */
gboolean
team_add(Team *team, const Dossier *dossier);

/* What styles/rapport-team.xsl sets. The caller frees. */
xmlDoc *
team_assemble(const Team *team);

#endif
