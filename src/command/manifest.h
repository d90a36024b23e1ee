#ifndef COMMAND_MANIFEST_H
#define COMMAND_MANIFEST_H

/* The manifest of a folder of outputs: by digest, what each was made of. Inputs stand in it
 * by a digest of their path, since a path may hold a name. */

#include <glib.h>

typedef struct Manifest Manifest;

/* Reads folder's manifest; an absent or damaged one is empty. */
Manifest *
manifest_new(const char *folder);
void
manifest_free(Manifest *manifest);

/* The digest of input's bytes and of shared; NULL where input cannot be read. The caller
 * frees. */
char *
manifest_digest(const char *input, const char *shared);

/* Whether input was made into a file that still exists, of the same digest. */
gboolean
manifest_holds(const Manifest *manifest, const char *input, const char *digest);

/* Writes the manifest anew, and from now on what is set in it at once: a run that is cut
 * off is known up to its last file. */
gboolean
manifest_begin(Manifest *manifest, GError **error);
void
manifest_set(Manifest *manifest, const char *input, const char *digest,
             const char *output);
/* Writes the manifest in order. */
gboolean
manifest_write(const Manifest *manifest, GError **error);

#endif
