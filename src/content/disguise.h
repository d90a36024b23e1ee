#ifndef CONTENT_DISGUISE_H
#define CONTENT_DISGUISE_H

/* Takes names of people out of texts: each word of a name gives way to another word. */

#include <glib.h>

typedef struct Disguise Disguise;

Disguise *
disguise_new(void);
void
disguise_free(Disguise *disguise);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Disguise, disguise_free)

/* From now on each word of name that begins with a capital becomes replacement, as does each
 * part of a word with hyphens. A word that is known already keeps its first replacement. */
void
disguise_add(Disguise *disguise, const char *name, const char *replacement);

/* text with the names in it replaced, whole words only, whatever their accents; a name of
 * several words that stand together is replaced once. In small letters a name counts where it
 * is the first of someone's, or in an address. The caller frees. */
char *
disguise_apply(const Disguise *disguise, const char *text);

#endif
