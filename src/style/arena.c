/* SPDX-License-Identifier: MIT */
#include "style/arena.h"

#include <string.h>

#define BLOCK_BYTES 4096u
#define ALIGN_BYTES 16u

typedef struct Block Block;
struct Block {
    Block *next;
    gsize n_bytes;
    gsize n_used;
    gsize unused; /* keeps the bytes behind it aligned */
    unsigned char bytes[];
};

struct IncmapArena {
    Block *blocks; /* newest first; the last one is kept by a reset */
    gsize n_handed_out;
};

static Block *
block_new(gsize n_bytes, Block *next)
{
    gsize total = 0;
    if (!g_size_checked_add(&total, n_bytes, sizeof(Block)))
        g_error("arena block of %" G_GSIZE_FORMAT " bytes", n_bytes);
    Block *block = g_malloc(total);
    block->next = next;
    block->n_bytes = n_bytes;
    block->n_used = 0;
    return block;
}

IncmapArena *
incmap_arena_new(void)
{
    IncmapArena *arena = g_new0(IncmapArena, 1);
    arena->blocks = block_new(BLOCK_BYTES, NULL);
    return arena;
}

void
incmap_arena_reset(IncmapArena *arena)
{
    while (arena->blocks->next != NULL) {
        Block *next = arena->blocks->next;
        g_free(arena->blocks);
        arena->blocks = next;
    }
    arena->blocks->n_used = 0;
    arena->n_handed_out = 0;
}

void
incmap_arena_free(IncmapArena *arena)
{
    if (arena == NULL)
        return;
    incmap_arena_reset(arena);
    g_free(arena->blocks);
    g_free(arena);
}

void *
incmap_arena_alloc(IncmapArena *arena, gsize n_items, gsize item_size)
{
    gsize n_bytes = 0;
    if (!g_size_checked_mul(&n_bytes, n_items, item_size) ||
        !g_size_checked_add(&n_bytes, n_bytes, ALIGN_BYTES - 1))
        g_error("arena array of %" G_GSIZE_FORMAT " items", n_items);
    n_bytes &= ~(gsize)(ALIGN_BYTES - 1);
    Block *block = arena->blocks;
    if (block->n_bytes - block->n_used < n_bytes) {
        gsize grown = MIN(block->n_bytes * 2, (gsize)1 << 20);
        block = arena->blocks = block_new(MAX(grown, n_bytes), block);
    }
    void *memory = block->bytes + block->n_used;
    block->n_used += n_bytes;
    arena->n_handed_out += n_bytes;
    return memset(memory, 0, n_bytes);
}

char *
incmap_arena_strndup(IncmapArena *arena, const char *text, gsize n_bytes)
{
    char *copy = incmap_arena_alloc(arena, n_bytes + 1, 1);
    if (n_bytes > 0)
        memcpy(copy, text, n_bytes);
    return copy;
}

gsize
incmap_arena_get_size(const IncmapArena *arena)
{
    return arena->n_handed_out;
}
