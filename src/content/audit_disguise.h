#ifndef CONTENT_AUDIT_DISGUISE_H
#define CONTENT_AUDIT_DISGUISE_H

/* Audits without names. Teams are called "team A", "team B", …, in an order that says nothing
 * of their names; assessors "beoordelaar 1", owners of actions who are no role "eigenaar 1";
 * the location goes; who was spoken to stays where that is a role. In notes, evidence and
 * actions all names that the audits know give way to the same words, and words made of the
 * name of a team or location to "[plaats]". A name that stands in a note alone is not known:
 * it stays. */

#include "content/audit.h"

typedef struct Pseudonyms Pseudonyms;

/* Learns the names in all of audits (Audit*), which are not kept. */
Pseudonyms *
pseudonyms_new(const GPtrArray *audits);
void
pseudonyms_free(Pseudonyms *pseudonyms);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Pseudonyms, pseudonyms_free)

/* A copy of an audit that was learnt, without names; its id says nothing either. */
Audit *
pseudonyms_copy(const Pseudonyms *pseudonyms, const Audit *audit);

/* Puts copies in the place of audits; the array frees what it held. */
void
pseudonyms_replace(const Pseudonyms *pseudonyms, GPtrArray *audits);

#endif
