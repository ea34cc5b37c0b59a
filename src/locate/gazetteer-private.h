/* SPDX-License-Identifier: MIT */
/*
 * A mapped gazetteer as its own sources see it. Sections are pointers into the
 * file with their counts; every index from the file is compared with a count
 * before it is used.
 */
#pragma once

#include "locate/gazetteer-file.h"

#define INCMAP_OVERLAY_SHIFT 28
/* Files beyond this many bytes are not left in memory as a whole. */
#define INCMAP_GAZETTEER_LARGE (160u << 20)
/* Which numbers layers have: a higher one wins. */
#define INCMAP_LAYER_FIRST_ADDED 1u
#define INCMAP_LAYER_LAST_ADDED 7u
#define INCMAP_LAYER_LAST_OWN 15u
#define INCMAP_N_GAZETTEER_LAYERS 16

struct IncmapGazetteer {
    GBytes *bytes;
    gboolean is_mapped; /* a file; else memory */
    const IncmapGazetteerHeader *header;
    const char *strings, *key_text, *skeleton_text;
    gsize n_strings, n_key_text, n_skeleton_text; /* bytes; the last one is NUL */
    const IncmapPlaceRecord *places;
    guint32 n_places;
    const IncmapNameRecord *names;
    guint32 n_names;
    const IncmapKeyRecord *keys;
    guint32 n_keys; /* without the sentinel */
    const guint32 *slots;
    guint32 n_slots;
    const guint32 *postings;
    guint32 n_postings;
    const IncmapCodeRecord *countries, *admin1;
    guint32 n_countries, n_admin1;
    const guint32 *features;
    guint32 n_features;
    const IncmapTreeNode *tree;
    guint32 n_tree;
    const IncmapSkeletonRecord *skeletons;
    guint32 n_skeletons; /* without the sentinel */
    const IncmapSkeletonKey *skeleton_keys;
    guint32 n_skeleton_keys;
    const guint32 *variants;
    guint32 n_variants;
    const guint32 *buckets;
    guint32 n_buckets; /* without the sentinel */
    guint32 number;    /* of the layer: 0: the base */
    gint *n_asked;     /* lookups in a large file; NULL: a file that may stay in memory */
    IncmapGazetteer *layers[INCMAP_N_GAZETTEER_LAYERS]; /* owned; only the base has them */
    guint32 n_layers; /* one more than the highest number in use; 0 in a layer */
};

/* The text at @offset of a pool that ends with NUL; "" when it lies outside. */
static inline const char *
incmap_gazetteer_text(const char *pool, gsize n_bytes, guint32 offset)
{
    return offset < n_bytes ? pool + offset : "";
}

/* Fills @out_place from the record @index of this one file, overlays not looked at. */
void incmap_gazetteer_fill(const IncmapGazetteer *gazetteer, guint32 index, IncmapPlace *out_place);

/* The base is 0; NULL where no layer has that number. */
static inline const IncmapGazetteer *
incmap_gazetteer_layer(const IncmapGazetteer *gazetteer, guint32 number)
{
    if (number == 0)
        return gazetteer;
    return number < gazetteer->n_layers ? gazetteer->layers[number] : NULL;
}

/* How many numbers a loop over the layers goes through, the base included. */
static inline guint32
incmap_gazetteer_n_layers(const IncmapGazetteer *gazetteer)
{
    return MAX(gazetteer->n_layers, 1);
}

/* Adds @layer, which then belongs to @gazetteer, with the first free number from @first to @last.
 * FALSE when there is none. */
gboolean incmap_gazetteer_take_layer(IncmapGazetteer *gazetteer, IncmapGazetteer *layer,
                                     guint32 first, guint32 last);

/* To be called with each lookup and the number of places it looked at: keeps a large file from
 * filling the memory. */
void incmap_gazetteer_relax(const IncmapGazetteer *gazetteer, guint n);

/* Puts what several layers brought from @first on (highest layer first) into order. */
void incmap_gazetteer_settle_matches(GArray *matches, guint first);
void incmap_gazetteer_settle_places(GArray *places, guint first);

/* Appends a match for each posting of @key whose kind is at most @weakest. */
guint incmap_gazetteer_append_postings(const IncmapGazetteer *gazetteer, guint32 key,
                                       unsigned edits, GArray *matches);

/* Appends matches for spellings within @max_edits, exact ones included, in any order. */
guint incmap_gazetteer_append_similar(const IncmapGazetteer *gazetteer, const char *folded,
                                      unsigned max_edits, GArray *matches);
