#ifndef BASE_ARENA_H
#define BASE_ARENA_H

/* Arena: memory with one lifetime. Everything allocated from an arena lives until
 * arena_free(), which also lets go of the library objects given to it. A job has one
 * arena (trees, values, areas); a paragraph or a breaking run has a scratch arena. */

#include <glib.h>

typedef struct Arena Arena;

Arena *
arena_new(void);
void
arena_free(Arena *arena);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Arena, arena_free)

/* Returns size bytes of zeroed memory, aligned for any type; never NULL. */
void *
arena_alloc(Arena *arena, gsize size);
#define arena_new0(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define arena_array(arena, type, count)                                                \
    ((type *)arena_alloc((arena), sizeof(type) * (gsize)(count)))

char *
arena_strdup(Arena *arena, const char *string);
char *
arena_strndup(Arena *arena, const char *string, gsize length);
char *
arena_printf(Arena *arena, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Gives object to the arena: free_function(object) runs in arena_free(), last given first. */
void
arena_own(Arena *arena, gpointer object, GDestroyNotify free_function);

/* Bytes handed out so far, for tests and reports. */
gsize
arena_size(const Arena *arena);

#endif
