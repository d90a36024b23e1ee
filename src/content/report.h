#ifndef CONTENT_REPORT_H
#define CONTENT_REPORT_H

/* Assembles the document that styles/rapport.xsl typesets: one dossier with what the texts,
 * their links and a team's audit say about it. All that may not be seen, by this reader or
 * by anyone (scores of too few anonymous raters), is left out here, so that no stylesheet
 * can show it. */

#include "content/audit.h"
#include "content/dossier.h"
#include "content/linkbase.h"
#include "content/pages.h"

typedef enum ReportReader {
    REPORT_WORKER,     /* sees all */
    REPORT_SUPERVISOR, /* all but what the worker keeps to himself */
    REPORT_INSTITUTION /* levels, gaps, and what goals cost: no remark, evidence, name */
} ReportReader;
enum { REPORT_READERS = REPORT_INSTITUTION + 1 };

typedef struct ReportOptions {
    ReportReader reader;
    gboolean pseudonym;  /* names of people give way to pseudonyms and roles */
    gboolean brief;      /* for the stylesheet: two pages */
    gboolean everything; /* older remarks and evidence in full, not counted */
} ReportOptions;

/* What is the same for every report of a run. */
typedef struct ReportSources {
    const Collection *collection;
    const Linkbase *linkbase;
    const Levels *levels;
    GHashTable *labels;     /* id → how a place is referred to: "A 2b" */
    const PageIndex *pages; /* of the booklet, or NULL */
    const char *booklet;    /* its file, for links; or NULL */
    const Audit *audit;     /* the team's last, or NULL */
} ReportSources;

/* "medewerker", "leidinggevende", "instelling". */
const char *
report_reader_name(ReportReader reader);

/* The caller frees. */
xmlDoc *
report_assemble(const ReportSources *sources, const Dossier *dossier,
                const ReportOptions *options);

#endif
