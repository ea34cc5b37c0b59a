/* SPDX-License-Identifier: MIT */
/*
 * Memory that is given back all at once. A style keeps its values and expressions in one arena,
 * and every evaluation has a second one for what it makes on the way.
 */
#ifndef INCMAP_STYLE_ARENA_H
#define INCMAP_STYLE_ARENA_H

#include <glib.h>

typedef struct IncmapArena IncmapArena;

IncmapArena *incmap_arena_new(void);
void incmap_arena_free(IncmapArena *arena);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapArena, incmap_arena_free)

/**
 * incmap_arena_alloc:
 * @arena: the arena
 * @n_items: how many items
 * @item_size: bytes of one item
 *
 * Returns: (transfer none): zeroed memory, aligned for any type, that lives until the arena is
 *   reset or freed; never %NULL
 */
void *incmap_arena_alloc(IncmapArena *arena, gsize n_items, gsize item_size);

char *incmap_arena_strndup(IncmapArena *arena, const char *text, gsize n_bytes);

/* Forgets everything, but keeps the first block for the next round. */
void incmap_arena_reset(IncmapArena *arena);

/* Bytes handed out since the last reset. */
gsize incmap_arena_get_size(const IncmapArena *arena);

#define incmap_arena_new_array(arena, Type, n_items)                                               \
    ((Type *)incmap_arena_alloc((arena), (n_items), sizeof(Type)))

#endif
