#ifndef CONTENT_CHECKLIST_H
#define CONTENT_CHECKLIST_H

/* The documents that styles/checklist.xsl sets: a checklist to fill in, the report of an
 * audit, the overview of an institution. Each is an element for the root that
 * assemble_references() makes:
 *
 *   <checklist vorm="blanco|invulbaar|verslag" soort soortnaam peildatum gekozen aantal>
 *     <lijst titel editie>            what is said of the list, as in vragen.xml
 *       <alinea/>… <schaal soort><antwoord naam label waarde>meaning</antwoord>…
 *       <verantwoordelijke naam label/>… <soort naam label/>…
 *     <bladzijden titel editie/>      where pages are known
 *     <audit id editie datum van tot vorige vorige-datum vorige-editie>
 *       <instelling/> <team/> <locatie/> <beoordelaar rol/>… <gesproken datum/>…
 *     <totaal …score…/>
 *     <thema knoop bladzijde …score…>
 *       <sectie knoop bladzijde nummer schaal …score…>
 *         <vraag id nr knoop bladzijde wie gewicht>
 *           <onderwerp/> <tekst/> <bewijs/> <sterk/> <zwak/>
 *           <gegeven naam label waarde gewicht eigen onvervuld verschil>   the answer
 *             <bewijs soort>reference</bewijs>
 *             <notitie>text<alinea/>…</notitie> <actie eigenaar voor stand hercontrole
 *             te-laat/>
 *           <vorige naam label waarde/>                                     the one before
 *     <dringend vraag="id"/>…         most pressing first
 *     <hindert naar bladzijde> | <raakt naar bladzijde>   competences, norms of the Statuut
 *       <door vraag nr onderwerp>reason</door>…
 *     <acties><actie vraag nr onderwerp eigenaar voor stand hercontrole te-laat/>…</acties>
 *
 * where …score… is gevraagd telt onvervuld terzijde open, and score, vorige, verschil where
 * there is one; and
 *
 *   <overzicht instelling peildatum>
 *     <lijst/> <bladzijden/>
 *     <thema knoop/>…
 *     <team naam soort datum id vorige-datum> <totaal/> <thema knoop …score…/>… </team>…
 *     <tekort vraag nr onderwerp knoop bladzijde aantal gevraagd>
 *       <team naam label waarde/>…
 *     <acties><actie …><team naam/>…</actie>…</acties>     the same of more teams once */

#include "content/audit.h"
#include "content/pages.h"
#include "content/score.h"

typedef struct Checklist {
    const Questions *questions;
    const Linkbase *linkbase;
    const PageIndex *pages; /* or NULL */
    const char *form;       /* "blanco", "invulbaar", "verslag" */
    int kind;               /* of team; by its index in questions->kinds */
    char *
        *choice; /* of questions: beginnings of ids, with or without "v."; NULL: all */
    const char *date;      /* on which an action is late; NULL: the audit's */
    const Audit *audit;    /* whose answers are filled in, or NULL */
    const Audit *previous; /* or NULL */
} Checklist;

/* Adds the element to the root of document and returns it, to be taken away again with
 * xmlUnlinkNode() and xmlFreeNode() where the document serves for more. */
xmlNode *
checklist_add(xmlDoc *document, const Checklist *checklist);

/* An audit and the one before it, or NULL. */
typedef struct AuditPair {
    const Audit *audit, *previous;
} AuditPair;

typedef struct Overview {
    const Questions *questions;
    const PageIndex *pages;
    const AuditPair *teams;
    int team_count;
    const char *date; /* NULL: the latest audit's */
} Overview;

xmlNode *
overview_add(xmlDoc *document, const Overview *overview);

/* Whether question is among those that begin so; NULL chooses all. */
gboolean
checklist_chooses(char *const *choice, const Question *question);

/* For content/overview.c and content/checklist.c. */
void
checklist_add_list(xmlNode *parent, const Questions *questions);
void
checklist_add_pages(xmlNode *parent, const PageIndex *pages);
/* before: NULL where there is none. */
void
checklist_set_score(xmlNode *element, const AuditScore *now, const AuditScore *before);
void
checklist_set_number(xmlNode *element, const char *name, int number);
/* Nothing for NULL. */
void
checklist_set(xmlNode *element, const char *name, const char *value);
/* text: NULL for an empty element. */
xmlNode *
checklist_add_child(xmlNode *parent, const char *name, const char *text);
void
checklist_set_question(xmlNode *element, const Question *question);
/* <actie>, with te-laat where it is late on date. */
xmlNode *
checklist_add_action(xmlNode *parent, const AuditAction *action, const char *date);

#endif
