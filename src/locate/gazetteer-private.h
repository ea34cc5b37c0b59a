/* SPDX-License-Identifier: MIT */
/*
 * A mapped gazetteer as its own sources see it. Sections are pointers into the
 * file with their counts; every index from the file is compared with a count
 * before it is used.
 */
#pragma once

#include "locate/gazetteer-file.h"

#define INCMAP_OVERLAY_SHIFT 28

struct IncmapGazetteer {
    GBytes *bytes;
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
    guint32 n_buckets;   /* without the sentinel */
    guint32 number;      /* 0: the base; 1 … 15: an overlay */
    GPtrArray *overlays; /* IncmapGazetteer; only the base has them; NULL: none */
};

/* The text at @offset of a pool that ends with NUL; "" when it lies outside. */
static inline const char *
incmap_gazetteer_text(const char *pool, gsize n_bytes, guint32 offset)
{
    return offset < n_bytes ? pool + offset : "";
}

/* Fills @out_place from the record @index of this one file, overlays not looked at. */
void incmap_gazetteer_fill(const IncmapGazetteer *gazetteer, guint32 index, IncmapPlace *out_place);

/* The base is 0, the overlays follow from 1; NULL behind the last. */
static inline const IncmapGazetteer *
incmap_gazetteer_layer(const IncmapGazetteer *gazetteer, guint32 number)
{
    if (number == 0)
        return gazetteer;
    if (gazetteer->overlays == NULL || number > gazetteer->overlays->len)
        return NULL;
    return g_ptr_array_index(gazetteer->overlays, number - 1);
}

/* Appends a match for each posting of @key whose kind is at most @weakest. */
guint incmap_gazetteer_append_postings(const IncmapGazetteer *gazetteer, guint32 key,
                                       unsigned edits, GArray *matches);

/* Appends matches for spellings within @max_edits, exact ones included, in any order. */
guint incmap_gazetteer_append_similar(const IncmapGazetteer *gazetteer, const char *folded,
                                      unsigned max_edits, GArray *matches);
