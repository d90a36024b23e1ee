#ifndef CONTENT_REPORT_PARTS_H
#define CONTENT_REPORT_PARTS_H

/* The parts of report_assemble(). Internal to content/. */

#include "content/disguise.h"
#include "content/report.h"

/* What one competence comes to in one measurement. */
typedef struct Standing {
    gboolean shown[RATER_KIND_COUNT];
    double by_kind[RATER_KIND_COUNT];
    gboolean has_others; /* a mean of the shown means of all but the worker himself */
    double others;
    gboolean has_gap; /* others, or where there are none self, less what is required */
    gboolean gap_by_self;
    double gap;
} Standing;

typedef struct Report {
    const ReportSources *sources;
    const Dossier *dossier;
    const ReportOptions *options;
    const Disguise *disguise; /* NULL: names stay */
    const Disguise *own;      /* of an anonymous rater, in his own words; or NULL */
    Arena *arena;
    xmlNode *root;
    Standing *standings; /* measurement × competence, see report_standing() */
    int *required;       /* of each competence; 0: nothing */
} Report;

/* Works out all standings. */
void
report_reckon(Report *report);

const Standing *
report_standing(const Report *report, guint measurement, guint competence);

/* The measurement that counts, or NULL; *index is its index. */
const Measurement *
report_latest(const Report *report, guint *index);

/* Whether the competence is below what is required, in the latest measurement. */
gboolean
report_has_gap(const Report *report, guint competence);

/* Domains with their competences, what is strong and what is not. */
void
report_add_figures(Report *report);

/* The texts, the Statuut, and the evidence and remarks of one competence. */
void
report_add_profile(const Report *report, xmlNode *element, guint competence);
void
report_add_references(const Report *report, xmlNode *element, guint competence);
void
report_add_evidence(const Report *report, xmlNode *element, guint competence);

/* Conditions that are linked to the gaps, and proposals for the worker's level. */
void
report_add_conditions(const Report *report);
void
report_add_proposals(const Report *report);

/* An element that refers to a place of the texts: its id, label and page. */
void
report_set_place(const Report *report, xmlNode *element, const ContentNode *node);

/* What a person is called who has no name here: "een collega". */
const char *
report_role(RaterKind kind);

/* A text of the dossier, disguised where that is asked. In the report's arena. */
const char *
report_words(const Report *report, const char *text);

/* Copies an attribute of the dossier, disguised where that is asked. */
void
report_set_copy(const Report *report, xmlNode *element, const xmlNode *source,
                const char *name);

/* Adds the prose in source to parent as <alinea> elements, each with its line. */
void
report_add_prose(const Report *report, xmlNode *parent, const xmlNode *source);

/* Whether this reader may see an element marked for whom it is. */
gboolean
report_may_see(const Report *report, const xmlNode *element);

/* Marks element with the line of the dossier that it comes from. */
void
report_set_line(xmlNode *element, const xmlNode *source);

#endif
