#ifndef COMMAND_CHECKLIST_H
#define COMMAND_CHECKLIST_H

/* What all checklists, reports of audits and overviews of a run share, loaded once and warm:
 * texts, links, questions, page numbers. */

#include "command/pipeline.h"
#include "content/audit_disguise.h"
#include "content/checklist.h"

/* What the user asks for. */
typedef struct ChecklistRequest {
    char *output, *content, *fonts, *kind, *previous, *date, *pages;
    char **choice;
    gboolean fillable, overview, pseudonyms, resume;
    int workers;
} ChecklistRequest;

typedef struct ChecklistRun {
    const ChecklistRequest *request;
    Pipeline *pipeline;
    Collection *collection;
    Linkbase *linkbase;
    Questions *questions;
    const PageIndex *pages;
    XmlSchema *schema;
    xmlDoc *references;
    Pseudonyms *pseudonyms; /* of all that is set, where that is asked */
    char *data;             /* folder of the program's own content */
} ChecklistRun;

/* Loads what request needs; both it and the pipeline stay the caller's. FALSE after reporting
 * to the pipeline's diagnostics, or with error. */
gboolean
checklist_run_load(ChecklistRun *run, Pipeline *pipeline,
                   const ChecklistRequest *request, GError **error);
void
checklist_run_clear(ChecklistRun *run);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ChecklistRun, checklist_run_clear)

/* Loads an audit; NULL after reporting. */
Audit *
checklist_run_audit(const ChecklistRun *run, const char *path);

/* Opens what every worker needs before they are forked. */
gboolean
checklist_run_warm(const ChecklistRun *run, GError **error);

/* Sets element, which was added to run->references and is taken away again, as path: XSL-FO
 * where it ends in ".fo", else PDF. */
gboolean
checklist_run_set(const ChecklistRun *run, xmlNode *element, const char *path, int mode,
                  GError **error);

/* NAME.pdf in the folder that the user names, or the file. The caller frees. */
char *
checklist_run_target(const ChecklistRun *run, const char *name);

/* A report of each audit that arguments name, or a form with what is in it. */
Status
checklist_set_audits(ChecklistRun *run, char **arguments, GError **error);

/* One overview of all of them. */
Status
checklist_set_overview(const ChecklistRun *run, char **arguments, GError **error);

#endif
