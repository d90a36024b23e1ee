#ifndef COMMAND_RAPPORT_H
#define COMMAND_RAPPORT_H

/* What all reports of a run share, loaded once and warm: texts, links, levels, labels, page
 * numbers, the team's audit. */

#include "command/pipeline.h"
#include "content/report.h"

typedef struct ReportRun {
    Arena *arena;
    Pipeline *pipeline;
    Collection *collection;
    DossierRules *rules;
    ReportSources sources;
    ReportOptions options;
} ReportRun;

/* Loads what sources need. pages, audit: paths, or NULL. NULL after reporting to the
 * pipeline's diagnostics, or with error. The pipeline stays the caller's. */
ReportRun *
report_run_new(Pipeline *pipeline, const char *pages, const char *audit,
               GError **error);
void
report_run_free(ReportRun *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ReportRun, report_run_free)

#endif
