#include "base/arena.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

enum { ALIGNMENT = _Alignof(max_align_t), FIRST_CHUNK = 4096, LARGEST_CHUNK = 1 << 20 };

typedef struct Chunk {
    struct Chunk *previous;
    _Alignas(max_align_t) char bytes[];
} Chunk;

typedef struct Owned {
    struct Owned *previous;
    gpointer object;
    GDestroyNotify free_function;
} Owned;

struct Arena {
    Chunk *chunk;
    char *next; /* free bytes of the last chunk: next … end */
    char *end;
    gsize chunk_size; /* of the next chunk */
    gsize size;
    Owned *owned;
};

Arena *
arena_new(void)
{
    Arena *arena = g_new0(Arena, 1);
    arena->chunk_size = FIRST_CHUNK;
    return arena;
}

void
arena_free(Arena *arena)
{
    if (!arena)
        return;
    /* A free function may give the arena further objects. */
    while (arena->owned) {
        Owned *owned = arena->owned;
        arena->owned = owned->previous;
        owned->free_function(owned->object);
    }
    while (arena->chunk) {
        Chunk *chunk = arena->chunk;
        arena->chunk = chunk->previous;
        g_free(chunk);
    }
    g_free(arena);
}

static char *
add_chunk(Arena *arena, gsize size)
{
    g_assert(size <= G_MAXSIZE - sizeof(Chunk));
    Chunk *chunk = g_malloc(sizeof(Chunk) + size);
    chunk->previous = arena->chunk;
    arena->chunk = chunk;
    return chunk->bytes;
}

static char *
take(Arena *arena, gsize size)
{
    if (size <= (gsize)(arena->end - arena->next)) {
        char *bytes = arena->next;
        arena->next += size;
        return bytes;
    }
    /* What is large gets a chunk to itself; the rest of the present one stays in use. */
    if (size > arena->chunk_size / 4)
        return add_chunk(arena, size);
    char *bytes = add_chunk(arena, arena->chunk_size);
    arena->next = bytes + size;
    arena->end = bytes + arena->chunk_size;
    arena->chunk_size = MIN(arena->chunk_size * 2, LARGEST_CHUNK);
    return bytes;
}

void *
arena_alloc(Arena *arena, gsize size)
{
    g_assert(size <= G_MAXSIZE - ALIGNMENT);
    size = (MAX(size, 1) + ALIGNMENT - 1) & ~(gsize)(ALIGNMENT - 1);
    arena->size += size;
    return memset(take(arena, size), 0, size);
}

static char *
copy(Arena *arena, const char *string, gsize size)
{
    return memcpy(arena_alloc(arena, size + 1), string, size);
}

char *
arena_strdup(Arena *arena, const char *string)
{
    return string ? copy(arena, string, strlen(string)) : NULL;
}

char *
arena_strndup(Arena *arena, const char *string, gsize length)
{
    return string ? copy(arena, string, strnlen(string, length)) : NULL;
}

char *
arena_printf(Arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *string = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    return arena_strdup(arena, string);
}

void
arena_own(Arena *arena, gpointer object, GDestroyNotify free_function)
{
    Owned *owned = arena_new0(arena, Owned);
    owned->previous = arena->owned;
    owned->object = object;
    owned->free_function = free_function;
    arena->owned = owned;
}

gsize
arena_size(const Arena *arena)
{
    return arena->size;
}
