/* SPDX-License-Identifier: MIT */
/*
 * The tables of the compiled file while they are being filled, layer by layer,
 * and the writing of the whole.
 */
#pragma once

#include "layers/compile/chains.h"

/** IncmapEntry: what is known of a feature; strings are copied, "" and NULL mean none */
typedef struct IncmapEntry IncmapEntry;
struct IncmapEntry {
    const char *id, *name, *code, *code2, *kind;
    gint32 rank;
    guint32 country;
    guint32 min_km, max_km;
    gboolean has_label;
    IncmapLonLat label;
    const char *const *names; /* (nullable): one for each language of the book */
};

typedef struct IncmapBook IncmapBook;
struct IncmapBook {
    const IncmapArcs *arcs; /* not owned */
    IncmapLayersHeader header;
    GString *strings;
    GHashTable *offsets;                 /* text → offset in strings */
    IncmapStoredLayer *layer;            /* being filled, in header */
    GArray *sections[INCMAP_N_SECTIONS]; /* strings excepted */
};

/* @languages: NULL-terminated, in the order of strcmp() */
IncmapBook *incmap_book_new(const IncmapArcs *arcs, const char *const *languages);
void incmap_book_free(IncmapBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapBook, incmap_book_free)

/* What follows belongs to @layer, until the next call. */
typedef enum { INCMAP_BOOK_PLAIN, INCMAP_BOOK_NAMED } IncmapBookNames;
void incmap_book_begin(IncmapBook *book, IncmapLayerId layer, const char *credit,
                       IncmapBookNames names);
/* Adds a feature made of @n_chains of @chains. */
void incmap_book_add(IncmapBook *book, const IncmapEntry *entry, const IncmapChains *chains,
                     const IncmapChain *first, guint32 n_chains);

/* Writes all tables and the arcs at every level. */
gboolean incmap_book_write(IncmapBook *book, const char *path, GError **error);
